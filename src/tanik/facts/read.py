"""The room's entry: a page becomes facts, in the one order in which each finder can use what stands before it.

Comes in: a page. Goes out: `Facts`. Dates come first, because a year inside a citation or an amount must be known as
one; citations next, because their numbers are no amounts and their names no actors; statements last, because they
are made of all the others.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from tanik.facts.amounts.find import find_amounts
from tanik.facts.citations.find import find_citations
from tanik.facts.dates.find import find_dates
from tanik.facts.model import Amount, Citation, DateMention, Facts
from tanik.facts.names.find import find_names
from tanik.facts.quotations.find import find_quotations
from tanik.facts.statements.find import find_statements
from tanik.facts.statements.lexis.citation_form import noun_in_citation_form
from tanik.page.model import Page

__all__ = ["read"]

_NEAR: Final = 60  # characters between a number and the noun that it counts
_FULL_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


def _outside_imprints(dates: tuple[DateMention, ...], citations: tuple[Citation, ...]) -> tuple[DateMention, ...]:
    """The dates that tell of the past: the year or month in which a cited work came out does not, a full day does."""
    at, kept = 0, []
    for date_ in dates:
        while at < len(citations) and citations[at].span.end <= date_.span.start:
            at += 1
        inside = at < len(citations) and citations[at].span.contains(date_.span)
        if not inside or date_.edtf is None or _FULL_DAY.match(date_.edtf):
            kept.append(date_)
    return tuple(kept)


def _as_noun(amount: Amount, text: str) -> Amount:
    """An amount whose `of` is a noun as the dictionary has it: of "62 sandık fişeğin" it is "fişek"."""
    if amount.of is None:
        return amount
    near = text.rfind(amount.of, max(0, amount.span.start - _NEAR), amount.span.end + _NEAR)
    noun = noun_in_citation_form(amount.of, text, near) if near >= 0 else amount.of
    return replace(amount, of=noun) if noun != amount.of else amount


def read(page: Page, as_of: date | None = None, *, fast: bool = False, every_clause: bool = False) -> Facts:
    """Everything that is found on `page`, each kind in order of its start.

    "99 years ago" counts from the day the page gives as its own; on a page that gives none, from `as_of`, and where
    that is None such words name no date. With `fast` names are found by tables and rules alone, without the model.
    With `every_clause` no clause that could be looked up is passed over (`Statement.further`).
    """
    dated = replace(page, published=as_of.isoformat()) if as_of is not None and page.published is None else page
    if not fast and page.segments:
        from tanik.facts.names.weights import begin

        begin()
    dates = find_dates(dated)
    citations = find_citations(page, dates)
    dates = _outside_imprints(dates, citations)
    amounts = find_amounts(page, dates, citations)
    names = find_names(page, citations, fast=fast)
    quotations = find_quotations(page, names, citations)
    facts = Facts(dates, amounts, names, citations, quotations)
    statements = find_statements(page, facts, every_clause=every_clause)
    if page.language == "tr":
        # the readers of statements look for `of` as the page has it; who reads the facts sees the dictionary's noun
        facts = replace(facts, amounts=tuple(_as_noun(one, page.text) for one in amounts))
    return replace(facts, statements=statements)
