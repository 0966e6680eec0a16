"""Tanık reads pages that argue about the past and says what they rest on."""

__version__ = "0.1.0"
