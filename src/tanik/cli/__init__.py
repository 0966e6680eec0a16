"""The command line: one module a command.

The question this room answers: *how does a person ask?*
"""
