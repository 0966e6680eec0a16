"""Everything found becomes one document that a sceptic can check.

The question this room answers: *what does a page rest on, and where can I see it?*
"""
