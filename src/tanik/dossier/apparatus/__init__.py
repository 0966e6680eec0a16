"""A collation in the forms that people and programs read.

The question this package answers: *how do I read, print and pass on what the witnesses say?*
"""
