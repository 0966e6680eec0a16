"""Statements whose places the form of a page fills: what a line announces for its items, a column for its cells."""
