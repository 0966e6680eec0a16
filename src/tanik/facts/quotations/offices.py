"""Who is meant by an office alone: "Paşa", "Vekil", "yazar".

Comes in: the page's text and the persons on it. Goes out: the person whom the page puts beside the office, who held it
by the table, or whom the period meant by it; else the words themselves.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cache
from typing import Final

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Name
from tanik.facts.quotations.turns import Labels
from tanik.facts.tables import rows

__all__ = ["Offices"]

_ANAPHORS: Final = ("yazar", "ustat", "muellif")
_ATATURK: Final = "Mustafa Kemal Atatürk"
_HEADS: Final = ("pasa", "cumhurbaskani", "reisicumhur", "baskumandan", "gazi")
_REMEMBERED: Final = 300  # persons that are looked through, so that cost stays in line with length
_NEAR_PERSONS: Final = 4
_SHORTEST_OFFICE: Final = 4


class Offices:
    """The bearers of offices on one page."""

    def __init__(self, text: str, folded: str, persons: tuple[Name, ...], labels: Labels | None = None) -> None:
        self._labelled = labels.offices if labels is not None else {}
        self._text = text
        self._folded = folded
        self._persons = persons
        self._starts = [name.span.start for name in persons]

    def holder(self, whole: Span, bare: Span) -> str:
        """The person whom the office `whole` (``Dahiliye Vekili``; its noun is `bare`) stands for, or its words."""
        role = fold(bare.of(self._text))
        at = bisect_left(self._starts, whole.start)
        held = self._persons[max(0, at - _REMEMBERED) : at]
        if whole == bare:
            found = self._labelled.get(role) or self._alone(role, held)
            if found is not None:
                return found
        # the page's own "Doktor Rasim Bey" says who is meant, before any table of who held what
        beside = self._beside(fold(whole.of(self._text)), (*reversed(held), *self._persons[at : at + _REMEMBERED]))
        return beside or (_in_office(role, held) if whole == bare else None) or whole.of(self._text)

    def _beside(self, phrase: str, persons: tuple[Name, ...]) -> str | None:
        """Whom the page names right behind an office: "Maliye müfettişi Nejat Bey … müfettiş"."""
        if len(phrase) <= _SHORTEST_OFFICE:
            return None
        named = re.compile(rf"(?<!\w){re.escape(phrase)}(?:s?[iu])?\s$")
        for name in persons:
            if named.search(self._folded, max(0, name.span.start - len(phrase) - 4), name.span.start):
                return name.name
        return None

    def _alone(self, role: str, held: tuple[Name, ...]) -> str | None:
        if role in _ANAPHORS and held:
            counts = Counter(name.name for name in held)
            return max(held, key=lambda name: (counts[name.name], name.span)).name
        if role in _HEADS:
            titled = [name for name in held if fold(name.text).endswith(role) or _is_pasha(name, role)]
            if titled:
                return titled[-1].name
            if role in ("pasa", "gazi", "baskumandan"):
                return _ATATURK  # what the bare word means on pages about 1919–1938
            return next((_ATATURK for name in self._persons if name.name == _ATATURK), None)
        return None


def _is_pasha(name: Name, role: str) -> bool:
    """Whether a bearer who is named without a title is one that the table knows as a pasha."""
    return role == "pasa" and not fold(name.text).endswith("bey") and f"{role} " in f"{_titles().get(name.name, '')} "


@cache
def _titles() -> dict[str, str]:
    """The forms of each person in the table, folded, in one string."""
    return {row["name"]: fold(row["aliases"].replace(";", " ; ")) for row in rows("people.csv")}


@cache
def _held() -> dict[str, str]:
    return {row["name"]: fold(row["offices"]) for row in rows("people.csv") if row["offices"]}


def _in_office(role: str, held: tuple[Name, ...]) -> str | None:
    """The last person named before who held the office that `role` names: ``Vekil`` on a page about a vekil."""
    if len(role) < _SHORTEST_OFFICE:
        return None
    pattern = re.compile(rf"\b{re.escape(role)}\w{{0,3}}\b")
    near = held[-_NEAR_PERSONS:]
    return next((name.name for name in reversed(near) if pattern.search(_held().get(name.name, ""))), None)
