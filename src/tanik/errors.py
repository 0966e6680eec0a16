"""The tree of exceptions: everything Tanık raises on purpose.

    TanikError
    ├── UsageError          the call itself is wrong (exit 2)
    ├── PageError           one input cannot be read (exit 1, the others go on)
    │   ├── EmptyPage       nothing to read in it
    │   ├── NotText         no text in any encoding that fits
    │   ├── TooLarge        over the size that is read
    │   └── FetchError      an address cannot be fetched, or may not be
    ├── BundleError         a bundle is none, or is damaged (exit 1)
    ├── RecordError         one record of a batch is refused (exit 1, the others go on)
    ├── LibraryError        the library cannot be used (exit 3)
    │   ├── LibraryMissing  there is none at that place
    │   ├── LibraryDamaged  a file does not hold what the catalogue says
    │   ├── LibraryBusy     another process is writing
    │   └── UnknownDocument no document of that id
    ├── CollectionError     a named collection cannot be had (exit 3)
    └── DamagedWeights      the weights that came with the program are not whole (exit 1, nothing is read)

A message says what is wrong, where in the input, and what to do next.
"""

from __future__ import annotations

__all__ = [
    "BundleError",
    "CollectionError",
    "DamagedWeights",
    "EmptyPage",
    "FetchError",
    "LibraryBusy",
    "LibraryDamaged",
    "LibraryError",
    "LibraryMissing",
    "NotText",
    "PageError",
    "RecordError",
    "TanikError",
    "TooLarge",
    "UnknownDocument",
    "UsageError",
]


class TanikError(Exception):
    """Whatever Tanık raises on purpose."""


class UsageError(TanikError):
    """The call itself is wrong: an unknown option value, two options that exclude each other."""


class PageError(TanikError):
    """One input cannot be read; the others go on."""


class EmptyPage(PageError):
    """There is nothing to read in the input."""


class NotText(PageError):
    """The bytes are text in no encoding that fits, or no format that is read."""


class TooLarge(PageError):
    """The input is over the size that is read."""


class FetchError(PageError):
    """An address cannot be fetched, or may not be."""


class BundleError(TanikError):
    """A file is no bundle, or not as it was written."""


class RecordError(TanikError):
    """One record of a batch is refused; the others go on."""


class LibraryError(TanikError):
    """The library cannot be used."""


class LibraryMissing(LibraryError):
    """There is no library at that place."""


class LibraryDamaged(LibraryError):
    """A file of the library does not hold what the catalogue says."""


class LibraryBusy(LibraryError):
    """Another process is writing to the library."""


class UnknownDocument(LibraryError):
    """The library holds no document of that id."""


class CollectionError(LibraryError):
    """A named collection cannot be had: no network, wrong checksum, unknown name."""


class DamagedWeights(TanikError):
    """The weights that came with the program are missing or are not the ones that were trained."""
