"""The wordings that nobody can have used on a day, for what they name came later.

Comes in: a day (EDTF). Goes out: folded wordings, each with the rule that it breaks, and what it names, since when and
by which source. Surnames, states, titles and events stand in the tables of what is known (``known``), places that were
given new names in ``data/renamed.csv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from tanik.compare.dates import bounds, days_between, is_day
from tanik.compare.early import Fact, is_before, is_surely_before
from tanik.compare.known import Body, Deed, bodies, dated_facts, deeds, surnames
from tanik.core.tables import read_rows

__all__ = ["TREATIES", "is_long_after", "is_long_before", "is_unsigned", "later_than", "places_since"]

TREATIES: Final = ("treaty", "armistice")
_UNANNOUNCED: Final = 60  # days
_YEARS: Final = 2  # years after its end in which a body's people still meet under its name
_RULES: Final = {
    "surname": "surname-too-early",
    "founding": "founding-too-early",
    "title": "title-too-early",
    "event": "cites-later-event",
}


@cache
def places_since() -> tuple[tuple[str, Fact], ...]:
    """The folded names of places that were given anew, each with the place, since when, and the source.

    >>> dict(places_since())["stalingrad"][:2]
    ('Stalingrad', '1925-04-10')
    """
    rows = read_rows("tanik.compare", "renamed.csv")
    return tuple((form, (row["name"], row["since"], row["source"])) for row in rows for form in row["forms"].split("|"))


def is_unsigned(when: str | None, deed: Deed) -> bool:
    """Whether a treaty or battle certainly was not yet: such days were found to be off by days, not by years."""
    return is_surely_before(when, deed.begin, checked=deed.checked, unsure=0)


def is_long_before(when: str | None, body: Body) -> bool:
    """Whether a date lies in an earlier year, or two months before a founding that came unannounced.

    Bodies act for weeks under the name that they then are founded by.

    >>> is_long_before("1923", bodies()["İş Bankası"]), is_long_before("1924-08", bodies()["İş Bankası"])
    (True, False)
    """
    if not body.checked:
        return is_surely_before(when, body.founded, checked=False)
    day, founded = bounds(when), bounds(body.founded)
    if day is None or founded is None:
        return False
    sudden = is_day(body.founded) and body.named == body.founded
    return day[1][:4] < founded[0][:4] or (sudden and days_between(day[1], founded[0]) > _UNANNOUNCED)


def is_long_after(when: str | None, body: Body) -> bool:
    """Whether a date lies so long after a body's end that its people no longer meet under its name.

    >>> is_long_after("1924", bodies()["İttihat ve Terakki Cemiyeti"]), is_long_after("1924", bodies()["İş Bankası"])
    (True, False)
    """
    day, ended = bounds(when), bounds(body.ended)
    return day is not None and ended is not None and int(day[0][:4]) > int(ended[1][:4]) + _YEARS


@lru_cache(maxsize=256)
def later_than(when: str) -> tuple[tuple[str, str, Fact], ...]:
    """The wordings that nobody can have used on a day: each with its rule, and what it names, since when and source.

    >>> [rule for form, rule, _ in later_than("1938-11-01") if form == "stalinabad"]
    []
    >>> [rule for form, rule, _ in later_than("1923-11-01") if form == "stalinabad"]
    ['place-too-early']
    """
    return tuple(_later_than(when))


def _later_than(when: str) -> Iterator[tuple[str, str, Fact]]:
    law = dated_facts("law")[0]
    if is_before(when, law.date):
        yield from ((form, "surname-too-early", (life.name, law.date, law.source)) for form, life in surnames())
    for kind, rule in _RULES.items():
        for fact in dated_facts(kind):
            if is_before(when, fact.date):
                yield from ((form, rule, fact.known) for form in fact.forms)
    for form, place in places_since():
        if is_before(when, place[1]):
            yield form, "place-too-early", place
    for body in bodies().values():
        if is_surely_before(when, body.named, checked=body.checked):
            yield from ((form, "founding-too-early", (body.name, body.named, body.source)) for form in body.forms)
    for deed in deeds(*TREATIES):
        if is_unsigned(when, deed):
            yield from ((form, "treaty-too-early", deed.known) for form in deed.forms)
