"""Findings about vocabulary: words that nobody in the library used before a quotation says it was spoken.

Comes in: a page with its traces, and the evidence. Goes out: a finding where a quotation that was not found has two
words (a long one three) that no dated document up to its day uses, though the older words for the same thing (the
glossary's rows) are used there often enough to expect them. Absence alone says nothing: most
words are rare. So each word is told with the log-likelihood of using only its older equal (Dunning 1993, for a choice
between two words that are equally likely: 2·n·ln 2), which must pass 6.63, the point that one in a hundred exceeds by
chance. An editor who put an old text into newer words leaves the same trace; that stands in the finding.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np

from tanik.compare.dates import bounds
from tanik.compare.dating import Dated
from tanik.compare.known import lives
from tanik.compare.model import Finding, FindingKind, Place
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.core.tables import read_rows
from tanik.core.token import tokenize
from tanik.facts.model import Quotation
from tanik.trace.beside import is_suffixes, merged, stem_fingerprints, stem_of
from tanik.trace.model import Evidence, Status, Trace

__all__ = ["Displaced", "check_vocabulary", "displaced_words", "fewest_displaced"]

_FEWEST_WORDS: Final = 12
_LONG: Final = 60  # words
_LEAST: Final = 6.63  # chi-square with one degree of freedom, p = 0.01
_SHORTEST_HEAD: Final = 3
_VERB_ENDINGS: Final = ("mak", "mek")


@dataclass(frozen=True, slots=True)
class Displaced:
    """A word that is not used before a day, and how often its older equal is; `strength` is the log-likelihood."""

    span: Span
    word: str
    older: str
    used: int
    strength: float


@cache
def _newer() -> dict[str, tuple[tuple[str, str], ...]]:
    """Modern headwords of the glossary (letters merged) with their older equals: the word and its stem."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    old = {_head(fold(row["ottoman"])) for row in read_rows("tanik.trace", "glossary.csv")}
    for row in read_rows("tanik.trace", "glossary.csv"):
        older = _head(fold(row["ottoman"]))
        for modern in row["modern"].split("|"):
            head = _head(fold(modern))
            plain = " " not in head and " " not in older and "-" not in older
            if plain and head not in old and len(head) >= _SHORTEST_HEAD and len(older) > _SHORTEST_HEAD:
                stem = stem_of(older)
                if stem != stem_of(head):
                    found[merged(head)].add((row["ottoman"], stem))
    return {head: tuple(sorted(pairs)) for head, pairs in found.items()}


def _head(word: str) -> str:
    word = word.replace("'", "")
    return word[:-3] if word.endswith(_VERB_ENDINGS) and len(word) > len("xmak") else word


def _older_of(word: str) -> tuple[tuple[str, str], ...]:
    """The older equals of the longest modern headword that a folded word begins with."""
    key = merged(word)
    for length in range(len(word), _SHORTEST_HEAD - 1, -1):
        pairs = _newer().get(key[:length])
        if pairs and (length == len(word) or is_suffixes(word[length:])):
            return pairs
    return ()


def displaced_words(text: str, until: str, evidence: Evidence) -> tuple[Displaced, ...]:
    """The words of `text` that no document dated up to the ISO day `until` uses although it uses their older equals.

    Spans count in `text`; each stem is told once, at its first place.

    >>> from tanik.trace.memory import Memory
    >>> from tanik.trace.model import Witness
    >>> old = Witness("a:1", "mektep " * 8, "a", date="1920-05-01")
    >>> [(one.word, one.older, one.used) for one in displaced_words("Bu okul yeni", "1921-01-01", Memory([old]))]
    [('okul', 'mektep', 8)]
    """
    words: dict[str, tuple[Span, str, tuple[tuple[str, str], ...]]] = {}
    tokens = tokenize(text)
    for word, start, end in zip(tokens.words, tokens.starts.tolist(), tokens.ends.tolist(), strict=True):
        pairs = _older_of(word) if word.isalpha() else ()
        if pairs:
            words.setdefault(stem_of(word), (Span(start, end), word, pairs))
    stems = sorted({stem for _, _, pairs in words.values() for _, stem in pairs} | set(words))
    used = dict(zip(stems, _counts(stems, until, evidence), strict=True)) if stems else {}
    found = []
    for stem, (span, word, pairs) in words.items():
        older, count = max(((old, used[key]) for old, key in pairs), key=lambda pair: (pair[1], -len(pair[0]), pair[0]))
        strength = 2 * count * math.log(2)
        if used[stem] == 0 and strength >= _LEAST:
            found.append(Displaced(span, word, older, count, strength))
    return tuple(sorted(found, key=lambda one: one.span))


def _counts(stems: Sequence[str], until: str, evidence: Evidence) -> list[int]:
    """How often each stem stands in documents that are certainly no newer than `until`."""
    hits = evidence.look_up(stem_fingerprints(stems))
    numbers = np.unique(hits.document)
    dated = {int(number): bounds(evidence.witness(int(number)).date) for number in numbers}
    early = np.array(
        [(limits := dated[int(number)]) is not None and limits[1] <= until for number in numbers], dtype=bool
    )
    kept = hits.asked[early[np.searchsorted(numbers, hits.document)]] if len(numbers) else hits.asked
    counts: list[int] = np.bincount(kept, minlength=len(stems)).tolist()
    return counts


def fewest_displaced(text: str) -> int:
    """How many displaced words a text must have: longer ones have more chances for a rare word.

    >>> fewest_displaced("bir iki üç"), fewest_displaced("bir " * 80)
    (2, 3)
    """
    return 2 if len(text.split()) <= _LONG else 3


def check_vocabulary(dated: Dated, evidence: Evidence) -> Iterator[Finding]:
    """The findings about the words of one page's quotations that were not found in the library."""
    page = dated.page
    for quotation, trace in zip(page.facts.quotations, page.traces, strict=False):
        until = _spoken_by(dated, quotation) if _is_open(trace, quotation) else None
        if until is None:
            continue
        found = displaced_words(quotation.text, until, evidence)
        if len(found) >= fewest_displaced(quotation.text):
            yield _finding(dated, quotation, until, found)


def _is_open(trace: Trace | None, quotation: Quotation) -> bool:
    """Whether a quotation was searched and not found as it stands, and is long enough to judge its words."""
    absent = trace is not None and trace.status in (Status.ABSENT, Status.ALTERED)
    return absent and len(quotation.text.split()) >= _FEWEST_WORDS


def _spoken_by(dated: Dated, quotation: Quotation) -> str | None:
    """The last day on which the words can have been said: the day they bear, else the speaker's last."""
    day = dated.day_of(quotation)
    life = lives().get(quotation.speaker or "")
    limits = bounds(day.edtf) if day is not None else bounds(life.died) if life is not None else None
    return limits[1] if limits is not None else None


def _finding(dated: Dated, quotation: Quotation, until: str, found: Sequence[Displaced]) -> Finding:
    shown = sorted(found, key=lambda one: (-one.strength, one.span))[:5]
    spans = [one.span.shifted(quotation.span.start) for one in found]
    return Finding(
        FindingKind.VOCABULARY,
        (Place(dated.page.id, quotation.span), *(Place(dated.page.id, span) for span in spans)),
        "words-before-their-time",
        (
            ("words", ", ".join(one.span.of(quotation.text) for one in shown)),
            ("older", ", ".join(f"{one.older} ({one.used})" for one in shown)),
            ("when", until),
            ("count", str(len(found))),
        ),
        tuple(("log_likelihood", f"{one.word}: 0, {one.older}: {one.used}, G² = {one.strength:.1f}") for one in shown),
    )
