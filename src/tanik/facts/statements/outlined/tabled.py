"""Statements of the rows of a table: the caption or a column's head says what was done, the cells to whom and how much.

Comes in: a page, its facts and the statements made of its sentences. Goes out: these with what the rows say. A column
is read by the words at its head; where neither head nor caption nor the heading names a deed nothing is told, so that
prices, scores, timetables and censuses are not taken for gifts. Empty cells and signs for "nothing" or "unknown" say
nothing; a total says nothing new. What a sentence in a cell has told is not told again.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Amount, Facts, Role, Statement
from tanik.facts.outline.heads import Deed, bracket_of, deeds_in, is_undecided, kind_of_head
from tanik.facts.outline.tables import Row, Table, tables_of
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.outlined.boxed import boxed
from tanik.facts.statements.outlined.captions import Told, told_in
from tanik.facts.statements.outlined.filled import within
from tanik.page.model import Page

__all__ = ["tabled"]

_RULE: Final = "statement-table"
_CELL: Final = re.compile(r"[^\t\n]*[^\W_][^\t\n]*")
_FEWEST_EDGES: Final = 2
_YEAR: Final = re.compile(r"(1[5-9]\d\d|20[0-2]\d)\W*")
_DIGIT: Final = re.compile(r"\d")
_PARTED: Final = re.compile(r"[,;\n]\s+(?=\S)|\s+(?:ve|və|and|вә)\s+(?=\d)")
_TAIL: Final = re.compile(r"[\s,;.]*(?:\s(?:ve|və|and|вә|ile|ilə))?\s*$")
_BRACKETED: Final = re.compile(r"[(\[][^()\[\]]*$")
_BARE: Final = re.compile(r"[\d.,\s]+")
_ENDING: Final = re.compile(r"[^\W\d_]*")  # the possessive of "Rus topu"
_LENGTHS: Final = ("m", "km", "m2", "km2")
_NAMED: Final = ("giver", "receiver", "side", "place", "date", "source")
_DEAD: Final = re.compile(r"^(?:olu|olen|sehit|hela[ck]|killed|dead|death|fatalit)")
_DEALS: Final = ("transfer", "promise", "offer", "request")
_LONGEST_PARTY: Final = 60
_GIVEN_TO: Final = {"request": ("recipient", "subject")}  # of whom it is asked would give it


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: what stands in its cells, the deed that its head names and the year that its head is."""

    kind: str | None
    told: Told | None = None
    year: str | None = None


def tabled(page: Page, facts: Facts, found: Sequence[Statement]) -> tuple[list[Statement], list[Statement]]:
    """The statements of sentences that stay, and those that the rows of the page's tables make."""
    tables = tables_of(page) if facts.amounts or facts.dates else ()
    kept, made = [one for one in found if not _is_torn(page.text, facts, one.span)], list[Statement]()
    for table in tables:
        inside = [one for one in kept if table.span.overlaps(one.span)]
        own = boxed(page, facts, table) if table.terms or len(table.rows[0].cells) == 2 else []
        own = own or list(_Reader(page, facts, table, frozenset(at for one in inside for at in one.amounts)).told())
        # what was read across the edges of cells is no sentence, and what the caption says is said of the rows
        across = _across(table, facts) if inside and (own or not table.terms) else None
        gone = {one for one in inside if across is not None and across(one.span)}
        actions = {one.action for one in own}
        gone |= {one for one in kept if one.action in actions and any(span.contains(one.span) for span in table.above)}
        kept = [one for one in kept if one not in gone] if gone else kept
        made += own
    return kept, made


def _is_torn(text: str, facts: Facts, span: Span) -> bool:
    """Whether a statement runs over the cells of a row, in whatever table: "Sürücü | Emekli | Sıra".

    A day in a cell of its own dates what the next one says; one word there ("12 December 1959 | Won") is no sentence.
    """
    told = span.of(text)
    if "\t" not in told:
        return False
    cells = [Span(span.start + one.start(), span.start + one.end()) for one in _CELL.finditer(told)]
    said = [one for one in cells if not any(len(day.span) * 2 > len(one) for _, day in within(facts.dates, one))]
    alone = said == cells[1:] and len(said) == 1 and len(said[0].of(text).split()) == 1
    return alone or (len(said) > 1 and told.count("\t") >= _FEWEST_EDGES)


def _across(table: Table, facts: Facts) -> Callable[[Span], bool]:
    """Asks whether a statement runs over a cell's edge; a cell that is a day alone dates the sentence beside it."""
    cells = sorted({cell for row in table.rows for cell in row.cells if cell is not None})

    def across(span: Span) -> bool:
        low = max(0, bisect_right(cells, span.start, key=lambda cell: cell.start) - 1)
        high = bisect_left(cells, span.end, key=lambda cell: cell.start)
        touched = [cell for cell in cells[low:high] if cell.overlaps(span)]
        days = (any(len(day.span) * 2 > len(cell) for _, day in within(facts.dates, cell)) for cell in touched)
        return sum(not day for day in days) > 1

    return across


@dataclass(frozen=True)
class _Reader:
    """A table on its page; `told_of` are the amounts that sentences in it have told of."""

    page: Page
    facts: Facts
    table: Table
    told_of: frozenset[int]

    @cached_property
    def _over(self) -> Told | None:
        """What the nearest words over the table say was done; a heading further off only where columns name parties."""
        text, language = self.page.text, self.page.language
        for span in self.table.above:
            if is_undecided(span.of(text)):
                return None
            if (told := told_in(text, span, self.facts, language)) is not None:
                return told
        heading = self.table.heading
        if heading is None or heading in self.table.above:
            return None
        kinds = {kind_of_head(head.of(text)) for head in self.table.head if head is not None}
        parties = kinds & {"giver", "receiver", "thing"}
        if parties and (told := told_in(text, heading, self.facts, language)) is not None:
            return told
        # who gives and who gets is said by the heads of two columns: that is what was done
        return Told(Deed("transfer", "subject", 0, 0)) if {"giver", "receiver"} <= kinds else None

    @cached_property
    def _columns(self) -> tuple[_Column, ...]:
        if not self.table.head:
            return tuple(self._unheaded(at) for at in range(len(self.table.rows[0].cells)))
        return tuple(self._headed(head) for head in self.table.head)

    def _headed(self, span: Span | None) -> _Column:
        if span is None:
            return _Column(None)
        head = span.of(self.page.text)
        if (year := _YEAR.fullmatch(head.strip())) is not None:
            return _Column(None, self._over, year[1])
        told = told_in(self.page.text, span, self.facts, self.page.language)
        kind = kind_of_head(head)
        if is_undecided(head) or (kind in _NAMED and bracket_of(head)[1] and kind != "date"):
            kind = "other"
        if told is None and deeds_in(head) and kind not in _NAMED:
            kind = "other"  # two deeds in one head
        return _Column(kind, told)

    def _unheaded(self, at: int) -> _Column:
        """A column without a head: one of days where each of its cells is a day, else what the caption tells of."""
        cells = [row.cells[at] for row in self.table.rows if row.cells[at] is not None]
        dated = [cell for cell in cells if cell is not None and self._day(cell) is not None and self._is_day(cell)]
        return _Column("date" if cells and len(dated) == len(cells) else None)

    def _is_day(self, cell: Span) -> bool:
        days = [one.span for _, one in within(self.facts.dates, cell)]
        return sum(map(len, days)) * 2 > len(cell) or _YEAR.fullmatch(cell.of(self.page.text)) is not None

    def _day(self, cell: Span) -> str | None:
        """The one day, month, year or stretch of time that a cell names."""
        days = [one.edtf for _, one in within(self.facts.dates, cell)]
        year = _YEAR.fullmatch(cell.of(self.page.text).strip())
        return days[0] if len(days) == 1 else year[1] if year is not None and not days else None

    def told(self) -> Iterator[Statement]:
        """What the rows say, in order."""
        kinds = [column.kind for column in self._columns]
        lost = "lost" in kinds and (self._over is None or self._over.action == "lose")
        if self._over is None and not lost and not any(one.told or one.year for one in self._columns):
            return
        for row in self.table.rows:
            if not row.total and self._fits(row):
                yield from self._of_row(row, lost=lost)

    def _fits(self, row: Row) -> bool:
        """Whether the cells of a row stand under their heads: a cell that others span may have moved them."""
        text = self.page.text
        for column, cell in zip(self._columns, row.cells, strict=False):
            if cell is None:
                continue
            if column.kind == "date" and not (self._is_day(cell) and self._day(cell)):
                if any(map(str.isalnum, cell.of(text))) and not _DIGIT.search(cell.of(text)):
                    return False
                if any(within(self.facts.amounts, cell)):
                    return False
            if column.kind in ("giver", "receiver") and _DIGIT.search(cell.of(text)):
                return False
        return True

    def _of_row(self, row: Row, *, lost: bool) -> Iterator[Statement]:
        days = [cell for cell, one in zip(row.cells, self._columns, strict=False) if one.kind == "date"]
        when = next((day for cell in days if cell is not None and (day := self._day(cell)) is not None), None)
        thing = self._cell(row, "thing")
        several = sum(one.kind not in (*_NAMED, "total", "other", "thing") for one in self._columns) > 1
        for column, head, cell in zip(self._columns, self._heads, row.cells, strict=False):
            skipped = column.kind in (*_NAMED, "other") or (column.kind == "total" and several)
            if cell is None or skipped or (column.kind == "thing" and "amount" in [one.kind for one in self._columns]):
                continue
            told = column.told or self._over
            if column.kind == "lost":
                yield from self._lost(row, cell, head, when) if lost else ()
                continue
            if told is None or (told.action == "lose" and not lost):
                continue
            roles = self._parties(row, column, told)
            day = column.year or when or (None if days else told.when)
            if column.year and thing is None and self._columns[0].kind is None:
                thing = row.cells[0]
            for role, amounts in self._goods(cell, head, thing):
                yield self._statement(row, told.action, (*roles, *role), amounts, day)

    @property
    def _heads(self) -> tuple[Span | None, ...]:
        return self.table.head or (None,) * len(self.table.rows[0].cells)

    def _cell(self, row: Row, kind: str) -> Span | None:
        """The one cell of a row in the columns of a kind."""
        cells = [
            cell for cell, one in zip(row.cells, self._columns, strict=False) if one.kind == kind and cell is not None
        ]
        return cells[0] if len(cells) == 1 else None

    def _parties(self, row: Row, column: _Column, told: Told) -> tuple[tuple[str, Role], ...]:
        """Who gave and got what a row is of: its own cells before the caption, and the caption before the heading."""
        roles = dict(told.roles)
        if column.told is not None and self._over is not None and self._over.action == told.action:
            roles = dict(self._over.roles) | roles
        giver, receiver = _GIVEN_TO.get(told.action, ("subject", "recipient"))
        for kind, place in (("giver", giver), ("receiver", receiver), ("place", "place")):
            if any(one.kind == kind for one in self._columns):
                roles.pop(place, None)
                if (role := self._party(self._cell(row, kind))) is not None:
                    roles[place] = role
        side = self._party(self._cell(row, "side"))
        if side is not None and told.action in _DEALS and ("subject" in roles) != ("recipient" in roles):
            roles["recipient" if "subject" in roles else "subject"] = side
        return tuple(roles.items())

    def _party(self, cell: Span | None) -> Role | None:
        """Who or what place a cell names, by its name where it holds one alone."""
        if cell is None or len(cell) > _LONGEST_PARTY:
            return None
        words = cell.of(self.page.text)
        if not any(map(str.isalpha, words)) or _DIGIT.search(words):
            return None
        names = [one for _, one in within(self.facts.names, cell)]
        if len(names) == 1 and len(words.split()) <= len(names[0].text.split()):
            return Role(names[0].span, names[0].text, names[0].name)
        return Role(cell, words)

    def _goods(
        self, cell: Span, head: Span | None, thing: Span | None
    ) -> Iterator[tuple[tuple[tuple[str, Role], ...], tuple[int, ...]]]:
        """Each thing that a cell counts: its words as an object, and its amount."""
        text = self.page.text
        inside = [at for at, one in within(self.facts.amounts, cell) if self._is_given(one, cell, head, thing)]
        if any(at in self.told_of for at in inside):
            return
        for number, at in enumerate(inside):
            amount = self.facts.amounts[at]
            stop = self.facts.amounts[inside[number + 1]].span.start if number + 1 < len(inside) else cell.end
            parted = _PARTED.search(text, amount.span.end, stop)
            end = parted.start() if parted is not None else stop
            words = Span(amount.span.start, amount.span.start + len(_TAIL.sub("", text[amount.span.start : end])))
            bare = _BARE.fullmatch(words.of(text)) is not None
            role = (
                self._named(thing)
                if thing is not None
                else self._headed_thing(head, amount)
                if bare
                else Role(words, words.of(text))
            )
            yield (() if role is None else (("object", role),)), (at,)

    def _named(self, thing: Span) -> Role:
        return Role(thing, thing.of(self.page.text))

    def _headed_thing(self, head: Span | None, amount: Amount) -> Role | None:
        """The thing that a column's head names for the bare numbers below it; money is a thing by itself."""
        at = fold(head.of(self.page.text)).find(fold(amount.of)) if head is not None and amount.of else -1
        if head is None or amount.of is None or at < 0:
            return None
        behind = _ENDING.match(self.page.text, head.start + at + len(amount.of), head.end)
        span = Span(head.start + at, behind.end() if behind is not None else head.end)
        return Role(span, span.of(self.page.text))

    def _is_given(self, amount: Amount, cell: Span, head: Span | None, thing: Span | None) -> bool:
        """Whether an amount is of goods, and not of time, length, a share, or what another one is worth in brackets.

        Under a head that says neither how much nor what was done, what is counted must be what the head names.
        """
        bracketed = _BRACKETED.search(self.page.text, cell.start, amount.span.start)
        if amount.unit in units_by_kind("time", "percent") or amount.unit in _LENGTHS or bracketed is not None:
            return False
        words = head.of(self.page.text) if head is not None and thing is None else ""
        if not words or amount.unit not in ("count", "person") or kind_of_head(words) or deeds_in(words):
            return True
        return _YEAR.fullmatch(words.strip()) is not None or fold(amount.of or words) in fold(words)

    def _lost(self, row: Row, cell: Span, head: Span | None, when: str | None) -> Iterator[Statement]:
        """Those whom a row counts as dead, wounded or missing, where it says of which side, when or where."""
        side, place = self._party(self._cell(row, "side")), self._party(self._cell(row, "place"))
        roles = dict(self._over.roles) if self._over is not None else {}
        roles |= {name: role for name, role in (("subject", side), ("place", place)) if role is not None}
        when = when or (self._over.when if self._over is not None else None)
        if not (roles or when):
            return
        dead = head is not None and _DEAD.match(fold(head.of(self.page.text))) is not None
        for at, amount in within(self.facts.amounts, cell):
            if amount.unit == "person" and at not in self.told_of:
                thing = self._headed_thing(head, amount) or Role(amount.span, amount.text)
                action = "die" if dead and "subject" not in roles else "lose"
                yield self._statement(row, action, (*roles.items(), ("object", thing)), (at,), when)

    def _statement(
        self, row: Row, action: str, roles: Sequence[tuple[str, Role]], amounts: tuple[int, ...], when: str | None
    ) -> Statement:
        span = row.span
        source = self._cell(row, "source")
        cited = tuple(
            at for at, one in enumerate(self.facts.citations) if source is not None and source.overlaps(one.span)
        )
        made = Statement(
            span,
            span.of(self.page.text),
            action,
            _RULE,
            tuple(sorted(roles, key=lambda one: (one[0], one[1].span))),
            when,
            amounts,
        )
        proof = (source,) if source is not None and cited else ()
        return replace(made, citations=cited, support=proof) if cited else made
