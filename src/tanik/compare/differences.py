"""Findings about differences: what is left, lacks, is gained or lies between two numbers of one sentence.

Comes in: one page. Goes out: findings. Three numbers of one unit, and in the clause of the last a word of the class
`left` ("kaldı", "eksildi", "arttı", "fark", "fazla", "leaving"): it must be what lies between the first two. A rest
with a word of its own ("geriye", "kalan") is read in ``rests`` too, where parts may be many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tanik.compare.claims import clause_of
from tanik.compare.dating import Dated
from tanik.compare.model import Finding
from tanik.compare.reckoning import comes_to, is_figure, is_plain, misfit
from tanik.compare.rests import is_share
from tanik.compare.sums import alike
from tanik.compare.wordings import says
from tanik.facts.model import Amount

__all__ = ["check_differences"]

# What somebody remained, and not that so many are left: "20 mebus çekimser kaldı".
_REMAINED: Final = re.compile(r"#\s*(\w{3,} )kal(?:d[iu]|m[iu]s|iyor)")

_FAR: Final = 2
_FARTHEST: Final = 4
# Who is killed is not left, nor among the wounded: each tells of others.
_OTHERS: Final = re.compile(
    r"\b(?:daha|ayrica|sonra|yaral\w+|esir|oldu\b|baska|another|killed|vounded|hayatta|sag kal\w*)"
)


def check_differences(dated: Dated) -> Iterator[Finding]:
    """The findings about differences on one page."""
    for sentence in dated.sentences:
        everything = dated.amounts_in(sentence)
        here = [one for one in everything if is_plain(one)]
        if len(here) == 3 and len(here) == len(everything):
            yield from _between(dated, *here)


def _between(dated: Dated, one: Amount, two: Amount, gap: Amount) -> Iterator[Finding]:
    bare = gap.rule == "amount.elided"
    if not (alike(one, two) or one.unit == two.unit == "person") or one.value == two.value:
        return
    if not (alike(one, gap) or alike(two, gap) or (bare and gap.unit == one.unit) or one.unit == gap.unit == "person"):
        return
    clause = clause_of(dated, gap, two)
    lead = dated.between(two, gap)
    if (
        not (says(clause, "left") or says(lead, "left"))
        or says(clause, "total")
        or _OTHERS.search(clause)
        or _remained(clause)
    ):
        return
    # "40'ı …, 11'i …, kalan 13 hane", "400 lirası …, 300 lirası …, kalan 200 lirası": of a third
    if (is_figure(one) or lead.endswith("kalan ")) and is_share(dated, one) and is_share(dated, two):
        return
    left = abs(one.value - two.value)
    near = left / _FAR <= gap.value <= left * _FAR or gap.value < min(max(one.value, two.value), left * _FARTHEST)
    if (
        near
        and not comes_to(left, gap, max(one.value, two.value))
        and not comes_to(one.value + two.value, gap, gap.value)
    ):
        greater, less = sorted((one, two), key=lambda amount: -amount.value)
        yield misfit(dated, "sum-difference", gap, (greater, less), left)


def _remained(clause: str) -> bool:
    found = _REMAINED.search(clause)
    return found is not None and says(found[1], "votes")
