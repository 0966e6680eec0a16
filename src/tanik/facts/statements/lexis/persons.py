"""Whose deed a finite verb tells by its ending: the writer's or the reader's own.

Comes in: a verb in folded letters. Goes out: yes or no. A page's checkable statements are of third persons; what "I"
and "you" do is of who writes and who reads (Göksel & Kerslake 2005, 8.4). Nouns may end alike, so only words that are
known to be finite verbs are asked about.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["is_doing_of_us", "is_done_by_us", "is_done_by_writer", "is_done_by_you"]

_PERSONAL: Final = "(?:um|im|uz|iz|am|em|[iu][kq]|sun|sin|sunuz|siniz)"
_PRESENT: Final = "yor|[aeiu]r|[ae]c[ae][gk]"
_TOLD: Final = r"(?:[dt][iu]|m[iu]s(?:t[iu])?|yor(?:d[iu])?)"
_DOING: Final = re.compile(rf"(?:{_PRESENT}){_PERSONAL}$")
_DONE: Final = re.compile(rf"(?:[dt][iu](?:m|k|q|n|n[iu]z)|(?:{_PRESENT}|m[iu]s){_PERSONAL})$")
_BY_WRITER: Final = re.compile(rf"{_TOLD}(?:m|[iu]m)$")
_BY_YOU: Final = re.compile(rf"{_TOLD}(?:n(?:[iu]z)?|s[iu]n(?:[iu]z)?)$")


def is_doing_of_us(folded: str) -> bool:
    """Whether a verb in the present, the aorist or the future is of "I", "we" or "you".

    >>> is_doing_of_us("eklerim"), is_doing_of_us("ekledim"), is_doing_of_us("ekler")
    (True, False, False)
    """
    return _DOING.search(folded) is not None


def is_done_by_us(folded: str) -> bool:
    """Whether a verb of any tense is of "I", "we" or "you".

    >>> is_done_by_us("eklerim"), is_done_by_us("ekledik"), is_done_by_us("ekledi")
    (True, True, False)
    """
    return _DONE.search(folded) is not None


def is_done_by_writer(folded: str) -> bool:
    """Whether a verb in the past, in -mış or in -yor is of "I" alone.

    >>> is_done_by_writer("gidiyordum"), is_done_by_writer("gittik")
    (True, False)
    """
    return _BY_WRITER.search(folded) is not None


def is_done_by_you(folded: str) -> bool:
    """Whether a verb in the past, in -mış or in -yor is of "you".

    >>> is_done_by_you("gittiniz"), is_done_by_you("gittim")
    (True, False)
    """
    return _BY_YOU.search(folded) is not None
