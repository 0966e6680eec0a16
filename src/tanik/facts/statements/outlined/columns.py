"""What the heads of a table say of its columns: the deed, what stands in the cells, whose they are and of which year.

Comes in: a table on its page, with the facts found in it. Goes out: a `Column` for each of its columns, and the deed
that holds for all of them. A head may stand over several columns ("Gönderilen" over "Tüfek" and "Fişek"): what a
column's own head leaves unsaid the one over it says. Who gave and how much is all that a gift takes, so that heads
alone may name one ("Gönderen | Miktar"; -An, Göksel & Kerslake 2005, 25.1.1.1); a price beside them makes a sale of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.amounts.tables import unit_named
from tanik.facts.model import Amount, Facts, Role
from tanik.facts.outline.heads import Deed, bracket_of, deeds_in, is_price, is_undecided, is_whole, kind_of_head
from tanik.facts.outline.tables import Table
from tanik.facts.statements.english.nominals import state_named
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.outlined.announced import is_goods
from tanik.facts.statements.outlined.captions import Told, told_in
from tanik.facts.statements.outlined.filled import within
from tanik.facts.statements.roles.states import of_adjective, of_people
from tanik.page.model import Page

__all__ = ["NAMED", "Column", "Columns", "is_handed_over"]

NAMED: Final = ("giver", "receiver", "side", "place", "date", "source")
"""What a column holds that is no amount."""

_YEAR: Final = re.compile(r"(1[5-9]\d\d|20[0-2]\d)\W*")
_DIGIT: Final = re.compile(r"\d")
_LONGEST_PARTY: Final = 60


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what stands in its cells, the deed that its heads name, the year that one is.

    `group` is the head over its own.
    """

    kind: str | None
    told: Told | None = None
    year: str | None = None
    group: Span | None = None


@dataclass(frozen=True)
class Columns:
    """The columns of a table on its page."""

    page: Page
    facts: Facts
    table: Table

    @cached_property
    def over(self) -> Told | None:
        """What the nearest words over the table say was done; a heading further off only where columns name parties."""
        text, language = self.page.text, self.page.language
        for span in self.table.above:
            if is_undecided(span.of(text)):
                return None
            if (told := told_in(text, span, self.facts, language)) is not None:
                return told
        heading, told = self.table.heading, None
        if heading is not None and heading not in self.table.above:
            if is_undecided(heading.of(text)):
                return None
            if self._kinds & {"giver", "receiver", "thing"}:
                told = told_in(text, heading, self.facts, language)
        return told if told is not None or not self._name_giver else Told(Deed("transfer", "subject", 0, 0))

    @cached_property
    def _kinds(self) -> frozenset[str | None]:
        """What the columns' heads say."""
        return frozenset(kind_of_head(head.of(self.page.text)) for head in self.table.head if head is not None)

    @cached_property
    def _name_giver(self) -> bool:
        """Whether the heads alone say what was done: who gave to whom, or who gave and how much."""
        heads = [head.of(self.page.text) for head in self.table.head if head is not None]
        if "giver" not in self._kinds or any(is_undecided(head) or is_price(head) for head in heads):
            return False
        whole = any(is_whole(head, "giver") for head in heads)
        return "receiver" in self._kinds or (whole and bool(self._kinds & {"amount", "thing"}))

    def may_give(self, at: int) -> bool:
        """Whether the cells of a column may hold what was given: where parties alone tell of it, its head says so."""
        column = self.all[at]
        if column.told is not None or column.kind is not None or self.over is None or self.over.deed.end:
            return True
        return any(unit_named(head.of(self.page.text)) is not None for head in self.table.heads(at))

    @property
    def only_giver(self) -> bool:
        """Whether nothing but the head of who gave says that anything was given."""
        bare = self.over is not None and not self.over.deed.end and "receiver" not in self._kinds
        return bare and not any(one.told for one in self.all)

    @cached_property
    def all(self) -> tuple[Column, ...]:
        """The columns in order."""
        if not self.table.head:
            return tuple(self._unheaded(at) for at in range(len(self.table.rows[0].cells)))
        return tuple(self._headed(self.table.heads(at)) for at in range(len(self.table.head)))

    def _headed(self, heads: Sequence[Span]) -> Column:
        """What a column's heads say, its own first: the deed, the year or the side may stand over several of them."""
        if not heads:
            return Column(None)
        text = self.page.text
        words = [head.of(text) for head in heads]
        year = next((found[1] for head in words if (found := _YEAR.fullmatch(head.strip())) is not None), None)
        if len(heads) == 1 and year is not None:
            return Column(None, self.over, year)
        deeds = (told_in(text, head, self.facts, self.page.language) for head in heads)
        told = next((one for one in deeds if one is not None), None)
        kind = kind_of_head(words[0])
        if any(map(is_undecided, words)) or (kind in NAMED and bracket_of(words[0])[1] and kind != "date"):
            kind = "other"
        if told is None and any(map(deeds_in, words)) and kind not in NAMED:
            kind = "other"  # two deeds in one head
        if kind is None and told is not None and told.action == "lose":
            kind = "lost"  # "Yunan kaybı"
        if kind == "thing" and len(heads) > 1:
            kind = None  # "Silah" under "Gönderilen": so many of them
        side = next((one for head in heads[1:] if (one := self._side(head)) is not None), None)
        if side is not None and kind == "lost":
            told = Told(Deed("lose", "subject", 0, 0), (("subject", side),), told.when if told is not None else None)
        return Column(kind, told or (self.over if year is not None else None), year, heads[1] if heads[1:] else None)

    def _side(self, head: Span) -> Role | None:
        """The side of a war that a head over others names: "Türk", "Yunanistan", "Yunan ordusu"."""
        words = head.of(self.page.text)
        first, *rest = words.split()
        if rest and not (len(rest) == 1 and kind_of_head(rest[0]) == "side"):
            return None
        role = self.party(Span(head.start, head.start + len(first)))
        state = of_adjective(fold(first)) or of_people(fold(first)) or state_named(fold(first))
        if role is None or (state is None and role.name is None):
            return None
        return replace(role, name=role.name or state)

    def _unheaded(self, at: int) -> Column:
        """A column without a head: one of days where each of its cells is a day, else what the caption tells of."""
        cells = [row.cells[at] for row in self.table.rows if row.cells[at] is not None]
        dated = [cell for cell in cells if cell is not None and self.day(cell) is not None and self.is_day(cell)]
        return Column("date" if cells and len(dated) == len(cells) else None)

    def is_day(self, cell: Span) -> bool:
        """Whether a cell is mostly a day or a year."""
        days = [one.span for _, one in within(self.facts.dates, cell)]
        return sum(map(len, days)) * 2 > len(cell) or _YEAR.fullmatch(cell.of(self.page.text)) is not None

    def day(self, cell: Span) -> str | None:
        """The one day, month, year or stretch of time that a cell names."""
        days = [one.edtf for _, one in within(self.facts.dates, cell)]
        year = _YEAR.fullmatch(cell.of(self.page.text).strip())
        return days[0] if len(days) == 1 else year[1] if year is not None and not days else None

    def party(self, cell: Span | None) -> Role | None:
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


def is_handed_over(amount: Amount, thing: str | None) -> bool:
    """Whether what an amount counts is money, a measure or a ware, and no letter, vote or man."""
    if amount.unit == "person":
        return False
    counted = (thing or amount.of or "").split()
    return amount.unit != "count" or (bool(counted) and _is_ware(counted[-1]))


def _is_ware(word: str) -> bool:
    return is_goods(fold_word(word)) or word.lower() in phrases("english_goods")
