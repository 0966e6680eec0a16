"""Parts told in sentences behind their whole that are together more than it: votes, sentences of a court, ends of men.

Comes in: the amounts of a page on one string (``strung``). Goes out: findings. ``divided`` reads shares of a sentence;
here each part bears the whole's own noun ("2.400 oy … 1.250 oy aldı … 1.050 oyda kaldı. 200 oy geçersiz"). A vote is
given once, and nobody has two ends of one class (``ends`` of ``data/reckonings.toml``), so such parts do not overlap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tanik.compare.model import Finding
from tanik.compare.reckoning import COUNTED, misfit
from tanik.compare.resumed import has_unread
from tanik.compare.strung import Strung, is_one_noun
from tanik.compare.wordings import says
from tanik.core.span import Span

__all__ = ["check_overfull"]

_SENTENCES: Final = 2
_FEWEST: Final = 3  # parts; two of them may be told of what overlaps
_MOST: Final = 8
_LEAST: Final = 10
_NEAR: Final = 1.6
_VOTE: Final = re.compile(r"(?:oy|rey|ses)(?![^\W\d]{3})|votes?\b")
_OTHERS: Final = re.compile(
    r"\b(?:daha|ayrica|once\w*|sonra\w*|gecen|ikinci tur\w*|birlikte|hem|dahil|toplam\w*|bunlar\w*|onlar\w*|iclerinden"
    r"|yarali\w*|in the second|again|also|including|of them)\b"
)


def check_overfull(string: Sequence[Strung]) -> Iterator[Finding]:
    """The findings about parts that are more than their whole, whose numbers are given.

    >>> list(check_overfull([]))
    []
    """
    for at, whole in enumerate(string):
        if not whole.plain or whole.amount.unit not in COUNTED or whole.value < _LEAST or not whole.noun:
            continue
        near = string[at + 1 : at + 1 + _MOST]
        alike = [one.plain and is_one_noun(one.noun, whole.noun) for one in near]
        told = near[: alike.index(False)] if False in alike else near
        first = 0 if told and ":" in whole.dated.between(whole.amount, told[0].amount) else 1
        parts = [one for one in told if first <= one.at - whole.at <= _SENTENCES]
        total = sum(one.value for one in parts)
        if len(parts) >= _FEWEST and whole.value < total <= whole.value * _NEAR and _are_apart(whole, parts):
            yield misfit(whole.dated, "sum-part", whole.amount, [one.amount for one in parts], total)


def _are_apart(whole: Strung, parts: Sequence[Strung]) -> bool:
    """Whether nobody can be among two of the parts, all are smaller than their whole, and nothing else is told."""
    dated, sentences = whole.dated, whole.dated.sentences
    stretch = Span(whole.amount.span.start, sentences[parts[-1].at].end)
    said = dated.folded[whole.amount.span.end : stretch.end]
    if any(one.value >= whole.value for one in parts) or "\n" in dated.page.text[stretch.start : stretch.end]:
        return False
    said_of = [re.split(r"[;:.]", one.behind)[0] for one in parts]
    ends = any(all(says(one, kind) for one in said_of) for kind in ("ends", "decisions"))
    apart = _VOTE.match(whole.noun) is not None or ends
    return apart and _OTHERS.search(said) is None and not has_unread(dated, stretch)
