"""Findings about lists and tables whose shares in percent are together more than all of the one thing that they part.

Comes in: one page. Goes out: findings. A list parts one thing where its head says so (class `spread` of
``data/reckonings.toml``: where it went, came from or was spent, how it is divided) or a line below gives all as 100.
Each line has one share and a label without a number: shares by years are several wholes, and a line of another whole
(invalid votes, "of which girls") ends the list. What is told of shares in
one sentence is read in ``portions``; less than a hundred is a choice of items and no fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tanik.compare.dating import Dated
from tanik.compare.model import Finding
from tanik.compare.reckoning import ALL, misfit, percents
from tanik.compare.wordings import says
from tanik.core.span import Span
from tanik.facts.model import Amount

__all__ = ["check_hundreds"]

_LINE: Final = re.compile(r"[^\n]+")
_LONGEST: Final = 90
_HEAD: Final = 160
_FEWEST: Final = 3
_RULE: Final = re.compile(r"[\s|:+=-]*")


def check_hundreds(dated: Dated) -> Iterator[Finding]:
    """The findings about the shares of one page's lists and tables.

    >>> from tanik.compare.model import Examined
    >>> from tanik.facts.model import Facts
    >>> from tanik.page.model import Page, Source
    >>> list(check_hundreds(Dated(Examined(Page("p", Source("0", "text/plain"), "", ()), Facts()))))
    []
    """
    if sum(one.unit == "percent" for one in dated.page.facts.amounts) < _FEWEST:
        return
    head, shares = "", list[Amount]()
    for line in _LINE.finditer(dated.page.text):
        span = Span(line.start(), line.end())
        if not line.group().strip() or _RULE.fullmatch(line.group()):
            continue
        folded = dated.folded[span.start : span.end]
        share = _share(dated, span)
        closes = share is not None and share.value == ALL and says(folded, "total")
        if share is not None and not closes:
            shares.append(share)
            continue
        yield from _of_list(dated, shares, head, closes=closes)
        head, shares = folded if len(folded) <= _HEAD else "", []
    yield from _of_list(dated, shares, head, closes=False)


def _share(dated: Dated, line: Span) -> Amount | None:
    """The one share of a short line that has no other number, year or day."""
    if len(line) > _LONGEST:
        return None
    found = dated.amounts_in(line)
    shares = percents(found)
    if len(found) != 1 or len(shares) != 1:
        return None
    around = dated.folded[line.start : shares[0].span.start] + dated.folded[shares[0].span.end : line.end]
    labelled = re.search(r"[^\W\d]{2,}", around) is not None and not any(map(str.isdigit, around))
    labelled = labelled and not says(around, "of_another_whole")
    return shares[0] if labelled else None


def _of_list(dated: Dated, shares: Sequence[Amount], head: str, *, closes: bool) -> Iterator[Finding]:
    if len(shares) < _FEWEST or says(head, "several_wholes") or not (closes or says(head, "spread")):
        return
    reckoned = sum(one.value for one in shares)
    if reckoned > ALL + len(shares) / 2 and max(one.value for one in shares) < ALL:  # each may be rounded up by a half
        yield misfit(dated, "sum-hundred", shares[-1], shares, reckoned)
