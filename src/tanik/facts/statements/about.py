"""Whom and where a page is about, as its title and its names tell before its first sentence is read.

Comes in: a page and its names. Goes out: the person or body that an unsaid subject may be from the start, and the
place that "kasaba" and "şehir" stand for.
"""

from __future__ import annotations

import re
from collections import Counter

from tanik.facts.model import Facts, Name, NameKind, Role
from tanik.facts.statements.roles.reference import is_somebody
from tanik.page.model import Page, SegmentKind

__all__ = ["topic_of", "town_of"]

_TOLD_OF = 3  # times as often as the next person
_CROWD = 5  # mentions of anybody for one of whom the text is about
_BRACKETS = 80  # characters
# a year of birth stands in the brackets, and nothing that makes them a citation
_YEARS = re.compile(r"\s*\([^():]*\b1[6-9]\d\d\b[^():]*\)")


def topic_of(page: Page, facts: Facts) -> Role | None:
    """Who the text is about until it names someone else: the one person of its title, else whom it names most."""
    titled = [name for name in _in_titles(page, facts, NameKind.PERSON) if is_somebody(name, page.text)]
    if len({name.id for name in titled}) > 1:
        return None
    people = [name for name in facts.names if is_somebody(name, page.text)]
    often = Counter(name.id for name in people).most_common(2)
    if not titled and often and often[0][1] >= _TOLD_OF * (1 if len(often) == 1 else often[1][1]):
        titled = [name for name in people if name.id == often[0][0]]
    # who is named first and no less often than anyone is whom the rest is told of; in a crowd nobody is
    stands_out = bool(often) and often[0][1] > 1 and often[0][1] * _CROWD >= len(people)
    if not titled and stands_out and people[0].id == often[0][0]:
        titled = people[:1]
    if not titled and (head := _headword(page, facts)) is not None:
        titled = [head]
    bodies = _in_titles(page, facts, NameKind.ORGANISATION)
    if not titled and len({name.id for name in bodies}) == 1:
        titled = bodies
    return Role(titled[0].span, titled[0].text, titled[0].name) if titled else None


def _headword(page: Page, facts: Facts) -> Name | None:
    """The person with whom the text begins, his years behind him in brackets: "Sabri Tan (1887, Ohri – 1951), asker."

    So an encyclopedia names whom an entry is about.
    """
    first = next((name for name in facts.names if name.kind is NameKind.PERSON), None)
    begins = first is not None and any(one.span.start == first.span.start for one in page.segments)
    behind = page.text[first.span.end : first.span.end + _BRACKETS] if first is not None else ""
    return first if begins and _YEARS.match(behind) else None


def town_of(page: Page, facts: Facts) -> Role | None:
    """The one place of the title, what "kasaba" and "şehir" stand for in the text; None where another is named more.

    A title may hold the name of an event's place alone.
    """
    places = _in_titles(page, facts, NameKind.PLACE)
    often = Counter(name.name for name in facts.names if name.kind is NameKind.PLACE) if places else Counter()
    if len({name.id for name in places}) != 1 or often[places[0].name] < max(often.values()):
        return None
    return Role(places[0].span, places[0].text, places[0].name)


def _in_titles(page: Page, facts: Facts, kind: NameKind) -> list[Name]:
    """The names of a kind that the page's titles mention."""
    titles = [segment.span for segment in page.segments if segment.kind is SegmentKind.TITLE]
    return [name for name in facts.names if name.kind is kind and any(span.contains(name.span) for span in titles)]
