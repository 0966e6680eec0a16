"""Checkable assertions: who did what, to whom, how much, when, on whose word."""
