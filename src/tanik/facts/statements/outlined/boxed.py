"""Statements of an infobox or a list of terms: birth, death and office of a person, day, place and sides of a treaty.

Comes in: a page, its facts and a table of two columns. Goes out: what its labels say of whom it is about. Whom is told
by a row of its own ("Adı | …"), by the words over it or by the page's title, and must be a person's name (a treaty's,
a battle's). A label that says neither tells nothing, and so does a birth without day and place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Facts, Name, NameKind, Role, Statement
from tanik.facts.outline.heads import kind_of_label
from tanik.facts.outline.tables import Row, Table
from tanik.facts.statements.about import topic_of
from tanik.facts.statements.outlined.filled import within
from tanik.page.model import Page

__all__ = ["boxed"]

_RULE: Final = "statement-box"
_TREATY: Final = re.compile(
    r"\b(?:a[nm]tlasma|anlasma|muahede|mukavele|protokol|mudavile|muqavile|treaty|agreement|pact|convention)"
)
_BATTLE: Final = re.compile(r"\b(?:muharebe|savas|harp|harb|doyus|muharibe|battle|war|siege|kusatma)")
_NOTE: Final = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_YEARS: Final = re.compile(r"\s*[(\[,]?\s*$")
_BORN: Final = {"born": "born", "birthplace": "born", "died": "die", "deathplace": "die"}
_PLACES: Final = {"born": "birthplace", "died": "deathplace"}
_LETTER: Final = "[A-ZÇĞİÖŞÜƏÂÎÛА-ЯӘҒҜӨҮҺҸЈ]"
_NAME: Final = re.compile(rf"(?:{_LETTER}[\w'’.-]*)(?: (?:{_LETTER}[\w'’.-]*|de|von|van|bin|el)){{1,4}}")
_BEHIND: Final = r"(?:[\s,;–-]*[(\[][^()\[\]]*[)\]])?[\s,;–-]*"
_PLACE: Final = re.compile(
    rf"{_BEHIND}(?P<place>{_LETTER}[^\W\d_]+(?:[ -]{_LETTER}?[^\W\d_]+){{0,3}})(?=\s*(?:[,;(\n\[]|\Z))"
)
_UNKNOWN: Final = re.compile(r"bilinm|belirsiz|belli deg|unknovn|melum|namelum")
_FEWEST: Final = 2  # labels that are known


def boxed(page: Page, facts: Facts, table: Table) -> list[Statement]:
    """The statements of a table of labels and what they stand for, in order; none where it is no such table."""
    head = (Row(table.head),) if table.head and None not in table.head else ()
    rows: dict[str, Row] = {}
    for row in (*head, *table.rows):
        label, value = row.cells[0], row.cells[1]
        if label is not None and value is not None and (kind := kind_of_label(label.of(page.text))) is not None:
            rows.setdefault(kind, Row((label, value)))
    if len(rows) < _FEWEST:
        return []
    reader = _Box(page, facts, table, rows)
    return [*reader.life(), *reader.offices(), *reader.event()]


@dataclass(frozen=True, slots=True)
class _Box:
    """An infobox on its page: its rows by what their labels say."""

    page: Page
    facts: Facts
    table: Table
    rows: dict[str, Row]

    def _value(self, kind: str) -> Span | None:
        row = self.rows.get(kind)
        return row.cells[1] if row is not None else None

    def _over(self) -> list[Span]:
        """What may say whom the box is about, the nearest first."""
        own = [value] if (value := self._value("name")) is not None else []
        return [*own, *self.table.above, *([self.table.heading] if self.table.heading is not None else [])]

    def _person(self) -> Role | None:
        """Whom the box is about: the words that head it are a name, or a title names the one whom the page is about."""
        for span in self._over():
            people = [one for one in self.facts.names if one.kind is NameKind.PERSON and span.overlaps(one.span)]
            words = span.of(self.page.text)
            named = next((one for one in people if len(one.span) * 2 > len(span)), None)
            if named is not None and (len(named.text.split()) == len(words.split()) or span == self.table.heading):
                return Role(named.span, named.text, named.name)
            if span != self.table.heading and _NAME.fullmatch(words):
                return Role(span, words)
            if named is not None:
                return Role(named.span, named.text, named.name)
        topic = topic_of(self.page, self.facts)
        heading = self.table.heading
        people = [one for one in self.facts.names if one.kind is NameKind.PERSON]
        titled = topic is not None and heading is not None and heading.contains(topic.span)
        return topic if titled and topic is not None and topic.name in {one.name for one in people} else None

    def _days(self, span: Span | None) -> list[str]:
        return [one.edtf for _, one in within(self.facts.dates, span) if one.edtf] if span is not None else []

    def _place(self, span: Span | None) -> Role | None:
        """The first place that a cell names, behind its day: of "Oluklu, Kars, Türkiye" it is the village."""
        if span is None:
            return None
        text = self.page.text
        days = [one.span.end for _, one in within(self.facts.dates, span)]
        found = _PLACE.match(text, max(days, default=span.start), span.end)
        if found is None or _UNKNOWN.match(fold(found["place"])):
            return None
        place = Span(*found.span("place"))
        named = next((one for one in self.facts.names if place.overlaps(one.span)), None)
        if named is None or len(named.text.split()) != len(place.of(text).split()):
            return Role(place, place.of(text)) if named is None or named.kind is NameKind.PLACE else None
        return _role(named) if named.kind is NameKind.PLACE else None

    def life(self) -> Iterator[Statement]:
        """Birth and death, with day and place."""
        who = self._person() if self.rows.keys() & _BORN.keys() else None
        for kind, where in _PLACES.items() if who is not None else ():
            row = self.rows.get(kind) or self.rows.get(where)
            if row is None or who is None:
                continue
            days = self._days(self._value(kind))
            place = self._place(self._value(where)) or (self._place(self._value(kind)) if days else None)
            roles = [("subject", who), *([("place", place)] if place is not None else [])]
            if days or place is not None:
                yield self._statement(row, _BORN[kind], roles, days[0] if days else None)

    def offices(self) -> Iterator[Statement]:
        """An office held from a year to a year, or since a day."""
        office, years, began = self._value("office"), self._value("office_years"), self._value("office_began")
        spans = [span for span in (began, years, office) if span is not None]
        dated = next((span for span in spans if len(self._days(span)) == 1), None)
        who = self._person() if dated is not None else None
        if who is None or dated is None or office is None:
            return
        words = _NOTE.sub("", office.of(self.page.text))
        day = next((one.span for one in self.facts.dates if office.contains(one.span)), None)
        if day is not None and words.find(day.of(self.page.text)) >= 0:
            words = _YEARS.sub("", words[: day.start - office.start])
        if not words.strip() or "\n" in words:
            return
        held = Role(Span(office.start, office.start + len(words)), words)
        row = self.rows["office"]
        whole = Row((row.cells[0], max((dated, office), key=lambda span: span.end)))
        yield self._statement(whole, "appoint", [("object", held), ("recipient", who)], self._days(dated)[0])

    def event(self) -> Iterator[Statement]:
        """That a treaty was signed, that a battle was fought: when, where and by whom."""
        signed = self._value("signed")
        named = next((span for span in self._over() if _TREATY.search(fold(span.of(self.page.text)))), None)
        fought = next((span for span in self._over() if _BATTLE.search(fold(span.of(self.page.text)))), None)
        row = self.rows.get("signed") or self.rows.get("day")
        if row is None or (named is None and fought is None) or (named is None and signed is not None):
            return
        days = self._days(row.cells[1])
        what = named or fought
        if len(days) != 1 or what is None:
            return
        place = self._place(self._value("where"))
        roles = [("object", self._event(what)), *([("place", place)] if place is not None else [])]
        sides = self._value("sides")
        if named is not None and sides is not None:
            roles += [("subject", _role(one)) for one in self._sides(sides)]
        yield self._statement(row, "sign" if named is not None else None, roles, days[0])

    def _event(self, span: Span) -> Role:
        name = next((one for _, one in within(self.facts.names, span) if one.kind is NameKind.EVENT), None)
        return _role(name) if name is not None else Role(span, span.of(self.page.text))

    def _sides(self, span: Span) -> list[Name]:
        kinds = (NameKind.PLACE, NameKind.ORGANISATION)
        return [one for _, one in within(self.facts.names, span) if one.kind in kinds]

    def _statement(
        self, row: Row, action: str | None, roles: Sequence[tuple[str, Role]], when: str | None
    ) -> Statement:
        span = row.span
        return Statement(span, span.of(self.page.text), action, _RULE, tuple(sorted(roles, key=_by_name)), when)


def _by_name(one: tuple[str, Role]) -> tuple[str, Span]:
    return one[0], one[1].span


def _role(name: Name) -> Role:
    return Role(name.span, name.text, name.name)
