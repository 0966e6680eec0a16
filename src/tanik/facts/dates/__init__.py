"""Dates as a page writes them, in every calendar: tokens, forms, context, values."""
