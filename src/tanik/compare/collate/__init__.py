"""Collation: witnesses of one text laid side by side, word by word, and their readings named.

The question this package answers: *what does each witness read here, and what kind of change is it?*
"""
