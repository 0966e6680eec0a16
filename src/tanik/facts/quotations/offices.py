"""Who is meant by an office alone: "Paşa", "Vekil", "yazar".

Comes in: the page's text and the persons on it. Goes out: the person whom the page puts beside the office, who held it
by the table, or whom the period meant by it; else the words themselves.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
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
_ENDING: Final = 4  # letters of a possessive and the blank behind it


class Offices:
    """The bearers of offices on one page."""

    def __init__(self, text: str, folded: str, persons: tuple[Name, ...], labels: Labels | None = None) -> None:
        self._labelled = labels.offices if labels is not None else {}
        self._text = text
        self._folded = folded
        self._persons = persons
        self._starts = [name.span.start for name in persons]
        self._called = [name.name for name in persons]
        self._behind: dict[str, list[int]] = {}  # by office, the numbers of persons named right behind it
        self._titled: dict[str, list[int]] = {}  # by title, the numbers of persons who bear it

    def holder(self, whole: Span, bare: Span) -> str:
        """The person whom the office `whole` (``Dahiliye Vekili``; its noun is `bare`) stands for, or its words."""
        role = fold(bare.of(self._text))
        at = bisect_left(self._starts, whole.start)
        if whole == bare:
            found = self._labelled.get(role) or self._alone(role, at)
            if found is not None:
                return found
        # the page's own "Doktor Rasim Bey" says who is meant, before any table of who held what
        beside = self._beside(fold(whole.of(self._text)), at)
        last = self._persons[max(0, at - _NEAR_PERSONS) : at]
        return beside or (_in_office(role, last) if whole == bare else None) or whole.of(self._text)

    def _beside(self, phrase: str, at: int) -> str | None:
        """Whom the page names right behind an office: "Maliye müfettişi Nejat Bey … müfettiş".

        The last one before person number `at`, else the next one.
        """
        if len(phrase) <= _SHORTEST_OFFICE:
            return None
        if phrase not in self._behind:
            self._behind[phrase] = list(self._right_behind(phrase))
        named = self._behind[phrase]
        index = bisect_left(named, at)
        if index and named[index - 1] >= at - _REMEMBERED:
            return self._called[named[index - 1]]
        return self._called[named[index]] if index < len(named) and named[index] < at + _REMEMBERED else None

    def _right_behind(self, phrase: str) -> Iterator[int]:
        """The numbers of the persons who are named right behind an office, in order."""
        named = re.compile(rf"(?<!\w){re.escape(phrase)}(?:s?[iu])?\s$")
        found = self._folded.find(phrase)
        least = 0
        while found >= 0:
            end = found + len(phrase)
            least = max(least, bisect_left(self._starts, end))
            while least < len(self._starts) and self._starts[least] <= end + _ENDING:
                start = self._starts[least]
                if named.search(self._folded, max(0, start - len(phrase) - _ENDING), start):
                    yield least
                least += 1
            found = self._folded.find(phrase, found + 1)

    def _alone(self, role: str, at: int) -> str | None:
        """Whom an office alone means before person number `at`."""
        first = max(0, at - _REMEMBERED)
        if role in _ANAPHORS and at:
            counts = Counter(self._called[first:at])
            most = max(counts.values())
            return next(name for name in reversed(self._called[first:at]) if counts[name] == most)
        if role in _HEADS:
            if role not in self._titled:
                self._titled[role] = [number for number, one in enumerate(self._persons) if _is_titled(one, role)]
            titled = self._titled[role]
            index = bisect_left(titled, at)
            if index and titled[index - 1] >= first:
                return self._called[titled[index - 1]]
            if role in ("pasa", "gazi", "baskumandan"):
                return _ATATURK  # what the bare word means on pages about 1919–1938
            return _ATATURK if _ATATURK in self._called else None
        return None


def _is_titled(name: Name, role: str) -> bool:
    """Whether a person is named with a title, or without one where the table knows the bearer as a pasha."""
    text = fold(name.text)
    if text.endswith(role):
        return True
    return role == "pasa" and not text.endswith("bey") and f"{role} " in f"{_titles().get(name.name, '')} "


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
    return next((name.name for name in reversed(held) if pattern.search(_held().get(name.name, ""))), None)
