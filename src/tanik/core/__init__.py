"""Text and its parts: spans, comparison form, tokens, sentences, word forms.

The question this room answers: *which characters, and are two words the same word?*
"""
