"""A page becomes facts: dates, amounts, names, citations, quotations, statements.

The question this room answers: *what does the page say, character by character?*
"""
