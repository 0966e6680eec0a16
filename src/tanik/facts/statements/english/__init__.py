"""English sentences read, and common nouns of other languages told in Turkish."""
