"""Findings about stocks: what was there, what came, what went, and what is said to be left.

Comes in: one page. Goes out: findings. Two sentences that follow each other tell of one thing a stock, at least one
number that came to it, at least one that left it, and last what remained: "64 hasta varken 118'i daha gelmiş, 97'si
taburcu edilmiş. … 85 hasta kaldı". Each number is judged by the verb behind it (classes ``flow_stock``, ``flow_in``,
``flow_out`` and ``flow_left`` of ``data/reckonings.toml``); where one says none or two of these, nothing is reckoned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from tanik.compare.dating import Dated
from tanik.compare.model import Finding
from tanik.compare.reckoning import comes_to, is_plain, lies_near, misfit
from tanik.compare.sums import alike
from tanik.compare.wordings import pattern_of, says
from tanik.core.span import Span
from tanik.facts.model import Amount, NameKind

__all__ = ["check_flows"]

_KINDS: Final = ("flow_left", "flow_in", "flow_out", "flow_stock")
_FEWEST: Final = 4
_BREAK: Final = re.compile(r"[.;:!?]")


def check_flows(dated: Dated) -> Iterator[Finding]:
    """The findings about stocks on one page.

    >>> from tanik.compare.model import Examined
    >>> from tanik.facts.model import Facts
    >>> from tanik.page.model import Page, Source
    >>> list(check_flows(Dated(Examined(Page("p", Source("0", "text/plain"), "", ()), Facts()))))
    []
    """
    for one, two in pairwise((Span(0, 0), *dated.sentences)):
        for stretch in (two, Span(one.start, two.end)):
            found = list(_balance(dated, stretch)) if len(one) or stretch is two else []
            yield from found
            if found:
                break


def _balance(dated: Dated, stretch: Span) -> Iterator[Finding]:
    """The finding about one or two sentences whose numbers are a stock, what came and went, and what stayed."""
    told = [one for one in dated.amounts_in(stretch) if is_plain(one)]
    between = Span(told[-2].span.end, told[-1].span.start) if len(told) >= _FEWEST else None
    if between is None or _is_elsewhere(dated, between):
        return
    if pattern_of("some_untold").search(dated.folded, told[0].span.start, between.end):
        return
    ends = [*(one.span.start for one in told[1:]), stretch.end]
    kinds = [_kind(dated, one, end) for one, end in zip(told, ends, strict=True)]
    if kinds[0] != "flow_stock" or kinds[-1] != "flow_left" or set(kinds[1:-1]) != {"flow_in", "flow_out"}:
        return
    rest = told[-1]
    if not all(alike(one, rest) for one in told):
        return
    signed = [-one.value if kind == "flow_out" else one.value for kind, one in zip(kinds, told, strict=True)]
    reckoned = sum(signed[:-1])
    if lies_near(rest.value, reckoned) and not comes_to(reckoned, rest, rest.value):
        found = misfit(dated, "sum-stock", rest, told[:-1], reckoned)
        parts = "".join(
            f"{' − ' if kind == 'flow_out' else ' + '}{one.text}"
            for kind, one in zip(kinds[:-1], told[:-1], strict=True)
        )
        yield replace(found, details=tuple((key, parts[3:] if key == "parts" else told) for key, told in found.details))


def _is_elsewhere(dated: Dated, between: Span) -> bool:
    """Whether the words before what is left speak of another place or time."""
    folded = dated.folded[between.start : between.end]
    places = any(one.kind is NameKind.PLACE for one in dated.names_in(between))
    return places or says(folded, "later") or says(folded, "of_others")


def _kind(dated: Dated, amount: Amount, end: int) -> str | None:
    """What the words behind a number, up to the next one or the end of its clause, say became of it."""
    clause = _BREAK.split(dated.folded[amount.span.end : end])[0]
    found = [kind for kind in _KINDS if says(clause, kind)]
    return found[0] if len(found) == 1 else None
