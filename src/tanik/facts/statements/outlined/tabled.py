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
from tanik.facts.outline.heads import deeds_in, is_undecided, kind_of_head
from tanik.facts.outline.tables import Row, Table, tables_of
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.outlined.boxed import boxed
from tanik.facts.statements.outlined.captions import Told, told_in
from tanik.facts.statements.outlined.columns import NAMED, Column, Columns, is_handed_over
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
_DEAD: Final = re.compile(r"^(?:olu|olen|sehit|hela[ck]|killed|dead|death|fatalit)")
_DEALS: Final = ("transfer", "promise", "offer", "request")
_GIVEN_TO: Final = {"request": ("recipient", "subject")}  # of whom it is asked would give it


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
    def _heading(self) -> Columns:
        return Columns(self.page, self.facts, self.table)

    @property
    def _over(self) -> Told | None:
        return self._heading.over

    @property
    def _columns(self) -> tuple[Column, ...]:
        return self._heading.all

    def told(self) -> Iterator[Statement]:
        """What the rows say, in order."""
        kinds = [column.kind for column in self._columns]
        lost = "lost" in kinds and (self._over is None or self._over.action == "lose")
        if self._over is None and not lost and not any(one.told or one.year for one in self._columns):
            return
        for row in self.table.rows:
            open_ = row.section is not None and is_undecided(row.section.of(self.page.text))
            if not (row.total or open_) and self._fits(row):
                yield from self._of_row(row, lost=lost)

    def _fits(self, row: Row) -> bool:
        """Whether the cells of a row stand under their heads: a cell that others span may have moved them."""
        text = self.page.text
        for column, cell in zip(self._columns, row.cells, strict=False):
            if cell is None:
                continue
            if column.kind == "date" and not (self._heading.is_day(cell) and self._heading.day(cell)):
                if any(map(str.isalnum, cell.of(text))) and not _DIGIT.search(cell.of(text)):
                    return False
                if any(within(self.facts.amounts, cell)):
                    return False
            if column.kind in ("giver", "receiver") and _DIGIT.search(cell.of(text)):
                return False
        return True

    def _of_row(self, row: Row, *, lost: bool) -> Iterator[Statement]:
        thing = self._cell(row, "thing")
        several = sum(one.kind not in (*NAMED, "total", "other", "thing") for one in self._columns) > 1
        for at, (column, head, cell) in enumerate(zip(self._columns, self._heads, row.cells, strict=False)):
            skipped = column.kind in (*NAMED, "other") or (column.kind == "total" and several)
            if cell is None or skipped or (column.kind == "thing" and "amount" in [one.kind for one in self._columns]):
                continue
            if at in row.shared or at in row.spread or at in row.carried or not self._heading.may_give(at):
                continue  # of several rows or columns together, or of something else
            told = column.told or self._of_section(row) or self._over
            when, dated = self._when(row, column)
            if column.kind == "lost":
                yield from self._lost(row, cell, column, head, column.year or when) if lost else ()
                continue
            if told is None or (told.action == "lose" and not lost):
                continue
            roles = self._parties(row, column, told)
            day = column.year or when or (None if dated else told.when)
            if column.year and thing is None and self._columns[0].kind is None:
                thing = row.cells[0]
            for role, amounts in self._goods(cell, self.table.heads(at), thing):
                yield self._statement(row, told.action, (*roles, *role), amounts, day)

    def _of_section(self, row: Row) -> Told | None:
        """What the row over a part of the table says was done: "İstenenler", "Rusya'dan gelen"."""
        return told_in(self.page.text, row.section, self.facts, self.page.language) if row.section else None

    def _when(self, row: Row, column: Column) -> tuple[str | None, bool]:
        """The day of a column's cell, and whether the table has days at all: one under the same head goes before."""
        days = [
            (one.group, cell)
            for cell, one in zip(row.cells, self._columns, strict=False)
            if cell is not None and one.kind == "date"
        ]
        dated = any(one.kind == "date" for one in self._columns)
        own = [cell for group, cell in days if group is not None and group == column.group]
        cells = own or [cell for group, cell in days if group is None]
        return next((day for cell in cells if (day := self._heading.day(cell)) is not None), None), dated

    @property
    def _heads(self) -> tuple[Span | None, ...]:
        return self.table.head or (None,) * len(self.table.rows[0].cells)

    def _cell(self, row: Row, kind: str) -> Span | None:
        """The one cell of a row in the columns of a kind."""
        cells = [
            cell
            for at, (cell, one) in enumerate(zip(row.cells, self._columns, strict=False))
            if one.kind == kind and cell is not None and at not in row.spread
        ]
        return cells[0] if len(cells) == 1 else None

    def _parties(self, row: Row, column: Column, told: Told) -> tuple[tuple[str, Role], ...]:
        """Who gave and got what a row is of: its own cells before the caption, and the caption before the heading."""
        roles = dict(told.roles)
        if column.told is not None and self._over is not None and self._over.action == told.action:
            roles = dict(self._over.roles) | roles
        giver, receiver = _GIVEN_TO.get(told.action, ("subject", "recipient"))
        for kind, place in (("giver", giver), ("receiver", receiver), ("place", "place")):
            if any(one.kind == kind for one in self._columns):
                roles.pop(place, None)
                if (role := self._heading.party(self._cell(row, kind))) is not None:
                    roles[place] = role
        side = self._heading.party(self._cell(row, "side"))
        if side is not None and told.action in _DEALS and ("subject" in roles) != ("recipient" in roles):
            roles["recipient" if "subject" in roles else "subject"] = side
        return tuple(roles.items())

    def _goods(
        self, cell: Span, heads: Sequence[Span], thing: Span | None
    ) -> Iterator[tuple[tuple[tuple[str, Role], ...], tuple[int, ...]]]:
        """Each thing that a cell counts: its words as an object, and its amount."""
        text = self.page.text
        inside = [at for at, one in within(self.facts.amounts, cell) if self._is_given(one, cell, heads, thing)]
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
                else self._headed_thing(heads, amount)
                if bare
                else Role(words, words.of(text))
            )
            yield (() if role is None else (("object", role),)), (at,)

    def _named(self, thing: Span) -> Role:
        return Role(thing, thing.of(self.page.text))

    def _headed_thing(self, heads: Sequence[Span], amount: Amount) -> Role | None:
        """The thing that a column's head names for the bare numbers below it; money is a thing by itself."""
        of = fold(amount.of) if amount.of is not None else ""
        head = next((one for one in heads if of and of in fold(one.of(self.page.text))), None)
        if head is None:
            return None
        at = head.start + fold(head.of(self.page.text)).find(of)
        behind = _ENDING.match(self.page.text, at + len(of), head.end)
        span = Span(at, behind.end() if behind is not None else head.end)
        return Role(span, span.of(self.page.text))

    def _is_given(self, amount: Amount, cell: Span, heads: Sequence[Span], thing: Span | None) -> bool:
        """Whether an amount is of goods, and not of time, length, a share, or what another one is worth in brackets.

        Under a head that says neither how much nor what was done, what is counted must be what the head names.
        """
        if self._heading.only_giver and not is_handed_over(amount, thing.of(self.page.text) if thing else None):
            return False
        bracketed = _BRACKETED.search(self.page.text, cell.start, amount.span.start)
        if amount.unit in units_by_kind("time", "percent") or amount.unit in _LENGTHS or bracketed is not None:
            return False
        words = " ".join(head.of(self.page.text) for head in heads) if thing is None else ""
        if not words or amount.unit not in ("count", "person") or kind_of_head(words) or deeds_in(words):
            return True
        return _YEAR.fullmatch(words.strip()) is not None or fold(amount.of or words) in fold(words)

    def _lost(self, row: Row, cell: Span, column: Column, head: Span | None, when: str | None) -> Iterator[Statement]:
        """Those whom a row counts as dead, wounded or missing, where it says of which side, when or where."""
        side, place = self._heading.party(self._cell(row, "side")), self._heading.party(self._cell(row, "place"))
        roles = dict(self._over.roles) if self._over is not None else {}
        roles |= dict(column.told.roles) if column.told is not None and column.told.action == "lose" else {}
        roles |= {name: role for name, role in (("subject", side), ("place", place)) if role is not None}
        when = when or (self._over.when if self._over is not None else None)
        if not (roles or when):
            return
        dead = head is not None and _DEAD.match(fold(head.of(self.page.text))) is not None
        for at, amount in within(self.facts.amounts, cell):
            if amount.unit == "person" and at not in self.told_of:
                thing = self._headed_thing((head,) if head else (), amount) or Role(amount.span, amount.text)
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
