"""The sources a page names."""
