"""Bytes become a page: text with its anatomy.

The question this room answers: *who speaks where?*
"""
