"""A passage is led back to its witnesses.

The question this room answers: *where do these words stand elsewhere, and what differs?*
"""
