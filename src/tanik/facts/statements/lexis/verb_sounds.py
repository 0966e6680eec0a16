"""Whether the letters of a verb's form are such as its language has them.

Comes in: the match of a form's endings. Goes out: yes or no. Azerbaijani has presents of its own (Qurbanov 2003), a
past in t stands behind a hard sound, and a condition is written with s (Göksel & Kerslake 2005, 2.1, 8.2.3).
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["hardness_agrees", "is_conceded", "is_of", "is_sibilant"]

_AZ_PERSON: Final = ("ram", "rem", "rik", "riq", "ruk", "ruq")  # "göndərirəm", "göndəririk" (Qurbanov 2003)


_PERFECT: Final = re.compile(r"^m[ıiuü]ş")


def is_of(match: re.Match[str], language: str) -> bool:
    """Whether a form is one of its language: "deyir" and "demir" are presents in Azerbaijani; Turkish has iron."""
    aorist = match.group("aorist") or ""
    present = aorist.startswith("y") or aorist.endswith(_AZ_PERSON) or match.group("neg") in ("mi", "mu")
    present = present or (match.group("converb") or "").endswith("r") or (match.group("past") or "").endswith("q")
    if language == "az" and not match.group("neg") and aorist.startswith("r") and not aorist.endswith(_AZ_PERSON):
        return False  # behind a vowel it is "-yər": "xərclər" are expenses
    return language == "az" or not present or bool(match.group("present"))


def is_sibilant(match: re.Match[str], lower: str) -> bool:
    """Whether the s of a condition is written so: "ataşe" is no "ata-se", and "almışsa" is "almış" with "-sa"."""
    at = match.start("conditional")
    return at < 0 or "ş" not in _PERFECT.sub("", lower.replace("'", "")[at : match.end("conditional")])


def is_conceded(word: str, behind: str) -> bool:
    """Whether a condition is none, but was so: "ayrılmışsa da ödenmedi", although it was (Göksel & Kerslake 27.6).

    >>> is_conceded("ayrilmissa", "da"), is_conceded("ayrilmissa", "para")
    (True, False)
    """
    return behind in ("da", "de") and word.endswith(("missa", "misse", "mussa", "musse"))


def hardness_agrees(match: re.Match[str]) -> bool:
    """Whether a past in t stands after a hard sound: "alt-" is no past of "al-"."""
    past = match.group("past")
    return not past or past[0] == "d" or match.string[match.start("past") - 1] in "fstkchp"
