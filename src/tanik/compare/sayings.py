"""The same saying on several pages: to whom each gives it, which deny it, which is the oldest.

Comes in: pages with their quotations, and the passages that they copy from each other. Goes out: findings. Quotations
are one saying where most words of the shorter stand, in their order, in the longer. A saying on several pages is worth
a person's look where the pages give it to different people or one denies what another gives; and where it is only
handed on, so that nobody takes the pages for as many witnesses, unless a finding of copied passages says so already.
Forms of a name are one name by then (`facts.names`), so that two speakers are two people.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from rapidfuzz.distance import LCSseq

from tanik.compare.model import CopyGroup, Examined, Finding, FindingKind, Place
from tanik.compare.quotations import shown
from tanik.core.fold import fold
from tanik.facts.model import Quotation, Standing

__all__ = ["check_sayings"]

_FEWEST: Final = 4  # words
_SHARE: Final = 0.8  # of the shorter's words that stand in the longer, in order
_LEAST: Final = 0.5  # of the longer's words that the shorter has
_GRAM: Final = 3  # neighbouring words that two copies have in common at least once
_AT_ODDS: Final = frozenset(("saying-several-speakers", "saying-denied-elsewhere"))
_HARD: Final = re.compile(r"[bcdgptk]$")  # Ahmed, Ahmet; Recep, Receb
_WORD: Final = re.compile(r"\w+")


@dataclass(slots=True)
class _Saying:
    """One saying: the words of its longest copy, and every copy with its page."""

    words: list[str]
    copies: list[tuple[Examined, Quotation]] = field(default_factory=list)


def _grams(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for at in range(len(words) - _GRAM + 1):
        yield tuple(words[at : at + _GRAM])


def _sayings(pages: Sequence[Examined]) -> list[_Saying]:
    """The quotations of all pages, copies of one saying together; the longest come first, so that parts join them."""
    every = [
        (_WORD.findall(fold(one.text)), page, one)
        for page in sorted(pages, key=lambda page: page.id)
        for one in page.facts.quotations
    ]
    every.sort(key=lambda one: -len(one[0]))
    found: list[_Saying] = []
    held: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for words, page, quotation in every:
        if len(words) < _FEWEST:
            continue
        near = sorted({at for gram in _grams(words) for at in held.get(gram, ())})
        at = next((at for at in near if _holds(found[at].words, words)), None)
        if at is None:
            at = len(found)
            found.append(_Saying(words))
            for gram in set(_grams(words)):
                held[gram].append(at)
        found[at].copies.append((page, quotation))
    return found


def _holds(longer: Sequence[str], words: Sequence[str]) -> bool:
    """Whether words are a copy of a saying; a sentence out of a whole speech or column is not the same saying."""
    return len(words) >= _LEAST * len(longer) and LCSseq.similarity(longer, words) >= _SHARE * len(words)


def check_sayings(
    pages: Sequence[Examined], copies: Sequence[CopyGroup], called: Mapping[str, str]
) -> Iterator[Finding]:
    """The findings about sayings that stand on several of `pages`; `called` says what to call each.

    >>> list(check_sayings((), (), {}))
    []
    """
    copied = {place.page: set[str]() for group in copies for place in group.passages}
    for group in copies:
        names = {place.page for place in group.passages}
        for one in names:
            copied[one] |= names
    for saying in _sayings(pages):
        together = {page.id for page, _ in saying.copies}
        if len(together) > 1:
            finding = _told(saying, called)
            plain = finding.rule == "saying-shared"
            if not plain or not all(together <= copied.get(one, set()) | {one} for one in together):
                yield finding


def _told(saying: _Saying, called: Mapping[str, str]) -> Finding:
    speakers: dict[str, set[str]] = defaultdict(set)
    denying: set[str] = set()
    given: set[str] = set()
    for page, quotation in saying.copies:
        (denying if quotation.standing is Standing.DENIED else given).add(page.id)
        if quotation.speaker is not None:
            speakers[quotation.speaker].add(page.id)
    given -= denying
    whose = "; ".join(f"{who}: {_named(held, called)}" for who, held in sorted(speakers.items()))
    every = {page.id for page, _ in saying.copies}
    several = any(not _may_be_one(one, other) for one, other in combinations(sorted(speakers), 2))
    rule = (
        "saying-several-speakers"
        if several
        else "saying-denied-elsewhere"
        if denying and given
        else "saying-denied"
        if denying
        else "saying-shared"
    )
    return Finding(
        FindingKind.CONFLICT if rule in _AT_ODDS else FindingKind.COPIED,
        tuple(sorted(Place(page.id, quotation.span) for page, quotation in saying.copies)),
        rule,
        (
            ("text", shown(saying.copies[0][1].text)),
            ("count", str(len(every))),
            ("pages", _named(every, called)),
            ("speaker", ", ".join(sorted(speakers)) or "?"),
            ("whose", whose or "?"),
            ("denying", _named(denying, called)),
            ("given", _named(given, called)),
        ),
        _dated(saying),
    )


def _may_be_one(one: str, other: str) -> bool:
    """Whether two names share a word, the spelling of its last letter aside: ``Derviş Mehmet`` and ``Mehmed``."""
    words = [{_HARD.sub("", word) for word in _WORD.findall(fold(name))} for name in (one, other)]
    return bool(words[0] & words[1])


def _named(pages: set[str], called: Mapping[str, str]) -> str:
    return ", ".join(called[one] for one in sorted(pages))


def _dated(saying: _Saying) -> tuple[tuple[str, str], ...]:
    """When the pages that have it were published, the oldest first; undated ones are left out."""
    days = {page.page.published[:10] for page, _ in saying.copies if page.page.published is not None}
    return (("dates", ", ".join(sorted(days))),) if days else ()
