"""Which release of Tanık this is.

Comes in: nothing. Goes out: the version, which the build reads from here too. Asking the installed package for it
would load the standard library's mail parser, because packages write it down in a mail's form: a hundredth of a short
command's time.
"""

__all__ = ["__version__"]

__version__ = "0.1.0"
