"""Statements whose places are filled by the form of a page: what a line announces for its items, a column for its cells."""
