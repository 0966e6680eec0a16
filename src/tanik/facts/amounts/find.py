"""The amounts of a page: numbers with what they measure, weigh, pay for or count.

Comes in: a page, its dates and its citations. Goes out: amounts in order. A number that stands in a date or a
citation is none; a number without a unit takes it from the amount that it repeats, shares out or is compared with
(``70 delegenin 41'i``, ``12 değil 17 mavna``), since that is how writers speak of one thing twice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import lru_cache
from typing import Final

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.amounts.again import told_again
from tanik.facts.amounts.bounds import bound_of
from tanik.facts.amounts.elided import elided_unit
from tanik.facts.amounts.english_heads import english_head
from tanik.facts.amounts.forms import SCALES, Counted, counted_by, substance_after
from tanik.facts.amounts.kinds import kind_before
from tanik.facts.amounts.labels import is_label
from tanik.facts.amounts.parts import Part, fractions_in, part_at
from tanik.facts.amounts.ranges import Measure, between, ranges
from tanik.facts.amounts.reached import is_reached
from tanik.facts.amounts.tables import Tables
from tanik.facts.amounts.told import Ledger, Told, Unit
from tanik.facts.amounts.uncounted import counts_nothing
from tanik.facts.dates.blocks import Block, blocks_of
from tanik.facts.dates.words import known_word
from tanik.facts.model import Amount, Basis, Bound, Citation, DateMention
from tanik.facts.numbers.figures import Style, style_of
from tanik.facts.numbers.nouns import noun_at, role_of
from tanik.facts.numbers.read import Number, read_numbers
from tanik.facts.numbers.tokens import Token, cut, form_at
from tanik.facts.numbers.words import number_word
from tanik.facts.outline.tables import Table, tables_of
from tanik.page.model import Page

__all__ = ["find_amounts"]

_SMALLER: Final = {
    ("lira", "kurus"): 0.01,
    ("gold_lira", "kurus"): 0.01,
    ("year", "month"): 12.0,
    ("kurus", "kurus"): 0.025,
}
# "87 kilometre 500 metre": metres in the unit before, with parts of it (BIPM, The International System of Units)
_SMALLER_MEASURES: Final = {("km", "m"): 0.001, ("m", "m"): 1.0, ("t", "kg"): 0.001, ("kg", "kg"): 1.0}
_OLDEST: Final = 130
_DIGIT: Final = re.compile(r"\d")
_FIRST_YEAR, _LAST_YEAR = 1000, 2100


def _free(spans: list[Span], starts: list[int], start: int, end: int) -> bool:
    """Whether no span of `spans` (in order) touches [start, end)."""
    at = bisect_left(starts, end)
    return not any(span.end > start for span in spans[max(0, at - 2) : at])


def _second_part(
    found: Counted, numbers: list[Measure], index: int, tokens: tuple[Token, ...], text: str
) -> tuple[float, Counted] | None:
    """The smaller coin or span of time that follows (``36 lira 25 kuruş``): its worth in the larger unit."""
    if index + 1 >= len(numbers):
        return None
    other = numbers[index + 1].number
    if other.first != found.last or found.ending:
        return None
    minutes = tokens[other.last] if other.last < len(tokens) else None
    if found.unit == "hour" and minutes is not None and minutes.form.startswith(("dakika", "minut")):
        end = minutes.start + len("dakika" if minutes.form.startswith("d") else minutes.form)
        return other.value / 60, Counted("hour", 1.0, "time", end, other.last + 1, None)
    smaller = counted_by(other, tokens, text)
    worth = _in_the_larger(other.value, smaller, found) if smaller is not None else 0.0
    return (worth, smaller) if smaller is not None and worth else None


def _in_the_larger(value: float, smaller: Counted, found: Counted) -> float:
    """`value` of the smaller unit in base units of the larger one, 0 where they are not parts of one measure."""
    if found.kind == smaller.kind == "measure":
        worth = value * _SMALLER_MEASURES.get((found.unit, smaller.unit), 0.0) * smaller.factor
        return worth if worth < found.factor else 0.0
    if found.unit == smaller.unit and smaller.factor == 1.0:
        return 0.0
    return value * _SMALLER.get((found.unit, smaller.unit), 0.0)


def _value(measure: Measure, found: Counted) -> float:
    """The number as meant with this unit: ``18,500 dolar`` has thousands, since no coin has three decimals."""
    number = measure.number
    if (
        number.other is not None
        and found.kind in ("money", "person", "thing", "container")
        and number.value != int(number.value)
    ):
        return max(number.value, number.other) if _comma(number) else number.value
    return number.value


def _comma(number: Number) -> bool:
    return number.other is not None and number.other == int(number.other)


def _unit_before(measure: Measure, tokens: tuple[Token, ...]) -> Counted | None:
    """``£4.7 million``, ``$650``, ``USD 650`` (the codes of ISO 4217 stand before the sum), ``aged 57``."""
    at = measure.first.first - 1
    if form_at(tokens, at) == "aged" and 0 < measure.number.value < _OLDEST and measure.number.ending == "plain":
        return Counted("year", 1.0, "time", measure.number.end, measure.number.last, None)
    if at > 0 and tokens[at].form == "t" and tokens[at].glued and tokens[at - 1].form == "£":  # "£T 12.000"
        return Counted("lira", 1.0, "money", measure.number.end, measure.number.last, None)
    if at < 0 or tokens[at].form not in ("$", "£", "usd", "gbp", "trl"):
        return None
    noun = noun_at(tokens, at)
    if noun is None:
        return None
    last = measure.number.last
    scale = SCALES.get(tokens[last].form) if last < len(tokens) and tokens[last].glued else None
    if scale is not None:  # "£43m", "$2.5bn"
        return Counted(noun.unit, noun.factor * scale, "money", tokens[last].end, last + 1, None)
    return Counted(noun.unit, noun.factor, "money", measure.number.end, last, None)


def _province(counted: Counted, tokens: tuple[Token, ...]) -> Counted:
    """``38 il``: on a Turkish page provinces, and on an Azerbaijani one years."""
    noun = tokens[counted.last - 1]
    if counted.unit != "year" or not noun.form.startswith("il"):
        return counted
    return replace(counted, unit="count", kind="thing", of="il", ending=noun.form[len("il") :])


class _Finder:
    """Amounts of one page while they are being found, line by line."""

    def __init__(self, page: Page, taken: list[Span], tables: tuple[Table, ...]) -> None:
        self.page = page
        self.text = page.text
        self.english = page.language.startswith("en")
        self.turkish = page.language.startswith("tr")
        self.style: Style = style_of(page.text, english=self.english)
        self.taken = taken
        self.starts = [span.start for span in taken]
        self.found: list[Amount] = []
        self.ledger = Ledger()
        self.tables = Tables(page.text, tables)
        self.later: list[tuple[Measure, Block, tuple[Token, ...]]] = []

    def line(self, tokens: tuple[Token, ...], block: Block) -> None:
        """Find the amounts of one block."""
        fractions = fractions_in(tokens, self.text)
        for fraction in fractions:
            self._fraction(fraction, block)
        numbers = tuple(
            number
            for number in read_numbers(tokens, self.text, self.style, english=self.english)
            if _free(self.taken, self.starts, number.start, number.end)
            and not any(one.start <= number.start < one.counted.end for one in fractions)
        )
        measures = ranges(numbers, tokens, self.text)
        done = -1
        for index, measure in enumerate(measures):
            if measure.number.first < done:
                continue
            part = part_at(tokens, measure.first, measure.number, self.text)
            if part is not None:
                value = part.value if measure.ends is None or part.fraction else sum(measure.ends) / 2
                self._add(measure, value, part.counted, "amount.percent", tokens=tokens, block=block, start=part.start)
                done = part.counted.last
                continue
            coin = _unit_before(measure, tokens)
            if coin is None and self._idle(measure, tokens):
                continue
            counted = coin or counted_by(measure.number, tokens, self.text)
            counted = english_head(counted, measure.number, tokens, self.text) if self.english else counted
            counted = _province(counted, tokens) if counted is not None and self.turkish else counted
            if counted is None:
                self.later.append((measure, block, tokens))
                continue
            done = self._measured(measure, counted, measures, index, tokens=tokens, block=block)

    def _idle(self, measure: Measure, tokens: tuple[Token, ...]) -> bool:
        """Whether a number labels something or measures nothing."""
        if counts_nothing(measure.first, tokens, self.text):
            return True
        return is_label(measure.first, tokens, self.text) and not is_reached(measure.number, tokens)

    def _fraction(self, part: Part, block: Block) -> None:
        span = Span(part.start, part.counted.end)
        if _free(self.taken, self.starts, span.start, span.end):
            rule, bound = "amount.fraction", part.counted.bound or Bound.EXACT
            amount = Amount(span, span.of(self.text), part.value, "percent", rule, part.counted.of, bound)
            self.found.append(amount)
            self.ledger.add(Told(amount, block.start, block.section))

    def _measured(
        self, measure: Measure, counted: Counted, measures: list[Measure], index: int, *,
        tokens: tuple[Token, ...], block: Block,
    ) -> int:  # fmt: skip
        value = _value(measure, counted) if measure.ends is None else sum(measure.ends) / 2
        second = _second_part(counted, measures, index, tokens, self.text)
        if second is not None and counted.unit == "year":
            worth, smaller = second
            months = value * 12 + worth / 12
            self._add(measure, months, smaller, "amount.compound", tokens=tokens, block=block)
            return smaller.last
        if second is not None:
            worth, smaller = second
            whole = Counted(counted.unit, counted.factor, counted.kind, smaller.end, smaller.last, counted.of)
            self._add(measure, value + worth / counted.factor, whole, "amount.compound", tokens=tokens, block=block)
            return smaller.last
        if counted.unit == "year" and counted.factor == 1 and value % 1 == 0.5 and measure.ends is None:
            counted = Counted("month", 12.0, "time", counted.end, counted.last, None, counted.bound, counted.ending)
        self._add(measure, value, counted, f"amount.{counted.kind}", tokens=tokens, block=block)
        return counted.last

    def _add(
        self, measure: Measure, value: float, counted: Counted, rule: str, *, tokens: tuple[Token, ...],
        block: Block, start: int | None = None,
    ) -> None:  # fmt: skip
        begin = measure.first.start if start is None else start
        if measure.ends is not None and start is None and between(measure.first, tokens):
            begin = tokens[measure.first.first - 1].start
        span = Span(begin, max(counted.end, measure.number.end) if counted.unit != "percent" else counted.end)
        low, high = (
            (end * counted.factor for end in measure.ends) if measure.ends and rule != "amount.share" else (None, None)
        )
        amount = Amount(
            span=span,
            text=span.of(self.text),
            value=round(value * counted.factor, 6),
            unit=counted.unit,
            rule=rule,
            of=substance_after(counted, tokens, self.text) or counted.of,
            bound=bound_of(measure.first if measure.ends else measure.number, counted, tokens),
            value_max=high,
            value_min=low,
            problem=measure.number.problem or measure.first.problem,
        )
        self.found.append(amount)
        self.ledger.add(Told(amount, block.start, block.section))

    def elided(self) -> None:
        """Give the numbers that named no unit the unit they share with another, where one does."""
        for measure, block, tokens in self.later:
            if _scale_alone(measure.number, tokens) or _years(measure):
                continue
            if self.tables.holds(block.start, measure.first.start):
                unit = self.tables.unit(block.start, measure.first.start)
            else:
                unit = kind_before(measure.first, measure.number, tokens, self.text) or elided_unit(
                    measure.first, measure.number, tokens, self.text, block=block.start, ledger=self.ledger
                )
                if unit is not None and _another_fate(measure.number, tokens, unit.of):
                    unit = Unit(unit.unit, None, unit.scale)
            if unit is None:
                continue
            number = measure.number
            end = number.end
            if number.written == "words" and number.ending in ("distributive", "partitive"):
                end = tokens[number.last - 1].end
            ending = "case" if number.ending == "case" else ""
            counted = Counted(unit.unit, 1.0, "thing", end, number.last, unit.of, None, ending)
            value = number.value if measure.ends is None else sum(measure.ends) / 2
            if number.other is not None and _comma(number):
                value = max(number.value, number.other)
            value *= unit.scale
            self._add(measure, value, counted, "amount.elided", tokens=tokens, block=block)


def _another_fate(number: Number, tokens: tuple[Token, ...], of: str | None) -> bool:
    """``97,007 wounded, 21,000 died``: of the number before it this one shares that people are counted, not their fate.

    Of participles that say what befell people each one tells of others (Quirk et al. 1985, 7.23).
    """
    return of is not None and role_of("fate", fold(of)) and form_at(tokens, number.last) != fold(of)


def _years(measure: Measure) -> bool:
    """Whether a range without a unit is one of years: ``İktisadi Tarih 1500-1914``."""
    return measure.ends is not None and all(_FIRST_YEAR <= end <= _LAST_YEAR for end in measure.ends)


def _scale_alone(number: Number, tokens: tuple[Token, ...]) -> bool:
    """Whether a word for a power of ten is spoken of and counts nothing: ``hem nokta hem milyon var``."""
    if number.written != "words" or number.last != number.first + 1:
        return False
    return number.ending == "plain" and tokens[number.first].form in ("milyon", "milyar", "million", "billion")


def _taken(
    dates: tuple[DateMention, ...], citations: tuple[Citation, ...], tables: tuple[Table, ...], text: str
) -> list[Span]:
    spans = [date.span for date in dates if date.basis is not Basis.RELATIVE]
    # "Para (bin lira)" over a column is the unit of its numbers, and no sum
    heads = {head for table in tables for at in range(len(table.head)) for head in table.heads(at)}
    spans += [head for head in heads if not _DIGIT.search(head.of(text))]
    merged: list[Span] = []
    for span in sorted([*spans, *(citation.span for citation in citations)]):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged


@lru_cache(maxsize=1 << 13)
def _known(form: str) -> bool:
    stem = re.sub(r"(?<=\w{4})[ai]$", "", form)
    nouns = (noun_at(cut(one), 0) for one in (form, stem))
    return known_word(form) or number_word(form) is not None or any(noun is not None for noun in nouns)


def find_amounts(page: Page, dates: tuple[DateMention, ...], citations: tuple[Citation, ...]) -> tuple[Amount, ...]:
    """The amounts that `page` names, in order of their start.

    >>> from tanik.page.model import Page, Source
    >>> page = Page("p", Source("0" * 64, "text/plain"), "Limana 47 sistern petrol geldi.", ())
    >>> [(amount.text, amount.value, amount.unit, amount.of) for amount in find_amounts(page, (), ())]
    [('47 sistern', 47.0, 'tank_wagon', 'petrol')]
    """
    tables = tables_of(page)
    finder = _Finder(page, _taken(dates, citations, tables, page.text), tables)
    tokens = cut(page.text, _known)
    starts = [token.start for token in tokens]
    for block in blocks_of(page):
        row = finder.tables.line(block.start, page.text[block.start : block.end])
        if block.cited_whole and not row:
            continue
        finder.line(tokens[bisect_left(starts, block.start) : bisect_left(starts, block.end)], block)
    finder.elided()
    found = sorted(finder.found, key=lambda amount: amount.span)
    return told_again(found, page.text) if finder.english else tuple(found)
