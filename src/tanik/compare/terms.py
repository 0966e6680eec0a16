"""Who held an office when, and who held it on a day when the page gives it to somebody else.

Comes in: a person, the folded word for an office that stands before the name, and a date. Goes out: the other person
who surely held that office then. Taken from the terms by which facts name holders (``facts/data/terms.csv`` and
``posts.csv``): two rows must agree, that of the one who held it and that of the one who did not yet or no longer, so a
term that is some weeks off accuses nobody. Only offices of this country, for which no state need be told.

Before a name an office is called otherwise than alone: "Duce Mussolini" needs no state and "President Wilson" is
English. So ``posts.csv`` has `titles` beside `forms`; of another state's offices only those with titles count, and of
them the table has every first term.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from tanik.compare.dates import bounds, days_between
from tanik.compare.vouched import is_vouched
from tanik.compare.wordings import plain
from tanik.core.tables import read_rows

__all__ = ["Term", "last_end", "other_holder", "terms", "titles_of"]

_CHANGE: Final = 5  # days between two cabinets
_MARGIN: Final = 60  # days: appointments and the taking of an office lie weeks apart in the references
_SIGNED: Final = 7  # days: nobody signs with an office weeks before it is his


@dataclass(frozen=True, slots=True)
class Term:
    """One term of office: who held which post, from when to when (EDTF), and where it can be looked up."""

    person: str
    post: str
    begin: str
    end: str
    source: str

    @property
    def key(self) -> str:
        """What names the row in ``checked.csv``."""
        return f"{self.person}; {self.post}; {self.begin}"

    @property
    def is_vouched(self) -> bool:
        """Whether both its days were looked up, at least in part."""
        return all(
            is_vouched("terms.csv", self.key, column, day) for column, day in (("begin", self.begin), ("end", self.end))
        )


@cache
def titles_of() -> dict[str, tuple[str, ...]]:
    """The folded words by which each office is named before its holder's name.

    >>> titles_of()["Sadrazam"]
    ('sadrazam', 'sadriazam', 'veziriazam', 'grand vizier')
    >>> titles_of()["Irak Kralı"], "Rus Çarı" in titles_of()
    (('irak krali',), False)
    """
    called = {row["post"]: _titles(row) for row in read_rows("tanik.facts", "posts.csv")}
    return {post: forms for post, forms in called.items() if forms}


def _titles(row: dict[str, str]) -> tuple[str, ...]:
    forms = (*(row["forms"] if row["home"] else "").split(";"), *row.get("titles", "").split(";"))
    return tuple(plain(form) for form in forms if form)


@cache
def _at_home() -> frozenset[str]:
    return frozenset(row["post"] for row in read_rows("tanik.facts", "posts.csv") if row["home"])


@cache
def terms() -> tuple[Term, ...]:
    """The terms of all offices, as the table has them.

    >>> [term.begin for term in terms() if (term.person, term.post) == ("Şükrü Kaya", "Dahiliye Vekili")]
    ['1927-11-01']
    """
    rows = read_rows("tanik.facts", "terms.csv")
    return tuple(Term(row["person"], row["post"], row["begin"], row["end"], row["source"]) for row in rows)


def other_holder(person: str, form: str, when: str, *, signed: bool = False) -> Term | None:
    """The term of somebody else that holds all of a date, where the person's own lie well before or behind it.

    `form` is the folded word for the office; who never held it may be a namesake of somebody that did, and is left.
    All these terms must have been looked up: nobody is accused by what was only written down from knowledge. Whoever
    `signed` with the office had taken it.

    >>> other_holder("II. Abdülhamid", "padisah", "1913").person
    'Sultan Reşad'
    >>> other_holder("II. Abdülhamid", "padisah", "1908") is None
    True
    """
    named = {post for post in _at_home() if form in titles_of()[post]}
    like = [term for term in terms() if term.post in named]
    own = [term for term in like if term.person == person]
    day, margin = bounds(when), _SIGNED if signed else _MARGIN
    if day is None or not own or any(_meets(term, day, margin) or not term.is_vouched for term in own):
        return None
    held = {term.post for term in own}
    others = [term for term in like if term.post in held and term.person != person and term.is_vouched]
    return next((term for term in others if _covers(term, day)), None) or _one_after_another(others, day)


def last_end(person: str, forms: Iterable[str], when: str) -> str:
    """The end (EDTF) of the last term of an office that somebody had left by a date, "" where there is none.

    >>> last_end("İsmet İnönü", ("basvekil",), "1925-02-08")
    '1924-11-22'
    """
    day, called = bounds(when), set(forms)
    named = {post for post in _at_home() if called & set(titles_of()[post])}
    ends = (term.end for term in terms() if term.person == person and term.post in named)
    return max((end for end in ends if day is not None and (bounds(end) or day)[1] < day[0]), default="")


def _one_after_another(others: list[Term], day: tuple[str, str]) -> Term | None:
    """The first of several terms that together hold all of a date, one right after the other."""
    held = sorted((term for term in others if _limits(term)[1][0] >= day[0]), key=lambda term: term.begin)
    reached = day[0]
    for term in held:
        begin, end = _limits(term)
        if days_between(reached, begin[1]) > _CHANGE:
            return None
        reached = max(reached, end[0])
        if reached >= day[1]:
            return held[0]
    return None


def _meets(term: Term, day: tuple[str, str], margin: int) -> bool:
    begin, end = _limits(term)
    return days_between(begin[0], day[1]) >= -margin and days_between(day[0], end[1]) >= -margin


def _covers(term: Term, day: tuple[str, str]) -> bool:
    """Whether a term surely holds the whole of a date."""
    begin, end = _limits(term)
    return begin[1] <= day[0] and day[1] <= end[0]


@cache
def _limits(term: Term) -> tuple[tuple[str, str], tuple[str, str]]:
    begin, end = bounds(term.begin), bounds(term.end)
    if begin is None or end is None:
        raise ValueError(f"no date: {term}")
    return begin, end
