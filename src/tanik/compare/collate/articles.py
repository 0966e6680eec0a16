"""The passages of a text: its paragraphs, and the numbers of those that are articles.

Comes in: a text and the stretches of it to look at. Goes out: passages in order. A paragraph that begins with a number
and a mark (``2 –``, ``3.``, ``Madde 4``, ``5’inci madde``) is an article; articles whose numbers rise are one
list; a few numbers may be missing, for a rendering leaves articles out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from tanik.core.span import Span
from tanik.core.token import tokenize
from tanik.trace.beside import old_and_new

__all__ = ["Article", "candidates", "find_articles", "stems_of"]

_PARAGRAPH: Final = re.compile(r"[^\n]*\S[^\n]*(?:\n(?![ \t\u00a0]*\n)[^\n]*\S[^\n]*)*")
_ROMAN: Final = {"I": 1, "V": 5, "X": 10, "L": 50}
_OPENING: Final = r"[\"“”„«‘’'(\[*•\s]*"
_NUMBER: Final = re.compile(
    _OPENING
    + r"(?:(?:madde|article)\s*[:.–-]?\s*(?P<after>\d{1,3}|[IVXL]{1,6})\b"
    + r"|(?P<before>\d{1,3})\s*(?:[’'][iıuü]?nc[iıuü]|\.)?\s*madde\b"
    + r"|(?P<bare>\d{1,2}|[IVX]{1,5})\s*(?:[.)\]:]|[-–—])\s*[-–—]?\s*(?=[^\W\d_]|[\"“‘'(]))",
    re.I,
)
_FEWEST_WORDS: Final = 8
_MOST_WORDS: Final = 1200  # what is longer is no passage but a text without paragraphs
_LONGER: Final = 2.5  # times: a rendering is about as long as what it renders
_MOST_PASSAGES: Final = 1500  # of more, the longest are compared: the table of all pairs grows with their square
_FEW: Final = 20  # passages: fewer say nothing of how common a word is
_LEAST_SHARED: Final = 0.4
_MOST_SKIPPED: Final = 6
_STEM: Final = 5
_MERGED: Final = str.maketrans("bdgu", "ptki")


@dataclass(frozen=True, slots=True)
class Article:
    """One passage: where it stands, its number if it has one, which list it belongs to, and its stems."""

    span: Span
    number: int | None
    list: int | None
    stems: frozenset[str]
    words: tuple[str, ...]


def stems_of(words: Sequence[str]) -> frozenset[str]:
    """The first five letters of words, with the letters merged that spellings exchange; short words are left out.

    >>> sorted(stems_of(["harekati", "ve", "askeriye"]))
    ['asker', 'harek']
    """
    return frozenset(word[:_STEM].translate(_MERGED) for word in words if len(word) > 2)


def find_articles(text: str, stretches: Sequence[Span]) -> tuple[Article, ...]:
    """The passages of `text` that lie in `stretches`, in order.

    >>> found = find_articles("Şartlar:\\n\\n1 – Sulh olacak.\\n\\n2 – Asker çekilecek.", [Span(0, 50)])
    >>> [(article.number, article.list) for article in found]
    [(None, None), (1, 0), (2, 0)]
    """
    spans = [span for stretch in sorted(stretches) for span in _paragraphs(text, stretch)]
    found: list[Article] = []
    lists, last = -1, None
    for span in spans:
        number = _number(span.of(text))
        if number is not None:
            lists += last is None or not last < number <= last + _MOST_SKIPPED
            last = number
        words = tokenize(span.of(text)).words
        found.append(Article(span, number, lists if number is not None else None, stems_of(words), words))
    return tuple(found)


def _paragraphs(text: str, stretch: Span) -> Iterator[Span]:
    for match in _PARAGRAPH.finditer(text, stretch.start, stretch.end):
        own = match.group()
        start = match.start() + len(own) - len(own.lstrip())
        yield Span(start, start + len(own.strip()))


def _number(paragraph: str) -> int | None:
    """The number that a paragraph begins with, as that of an article."""
    found = _NUMBER.match(paragraph)
    if found is None:
        return None
    digits = next(group for group in found.group("after", "before", "bare") if group)
    return int(digits) if digits.isdigit() else _roman(digits.upper())


def _roman(digits: str) -> int:
    values = [_ROMAN[digit] for digit in digits]
    return sum(-v if v < max(values[at:], default=0) else v for at, v in enumerate(values))


def candidates(articles: Sequence[Article]) -> list[tuple[int, int, float]]:
    """Which two passages may be one in older and newer words: their numbers, and the share of what they stand for.

    Passages that differ in no word, those of a few words and those of very unlike length are none.

    >>> old = "Bu sene kuvvetler geri alınacak, harbe nihayet verilecek."
    >>> new = "Bu yıl kuvvetler geri alınacak, savaşa son verilecek."
    >>> found = [*find_articles(old, [Span(0, len(old))]), *find_articles(new, [Span(0, len(new))])]
    >>> [(one, other, round(shared, 1)) for one, other, shared in candidates(found)]
    [(0, 1, 1.0)]
    """
    asked = [at for at, article in enumerate(articles) if _FEWEST_WORDS <= len(article.words) <= _MOST_WORDS]
    asked = sorted(sorted(asked, key=lambda at: (-len(articles[at].words), at))[:_MOST_PASSAGES])
    keys = _keys([articles[at] for at in asked])
    columns = {key: column for column, key in enumerate(sorted(set().union(*keys)))}
    table = np.zeros((len(asked), len(columns)), dtype=np.float32)
    for row, own in enumerate(keys):
        table[row, [columns[key] for key in own]] = 1.0
    # What many passages share says little: rarity weighs, as for words in retrieval (Spärck Jones 1972).
    table *= np.sqrt(np.log1p(max(len(asked), _FEW) / np.maximum(table.sum(axis=0), 1.0)))
    sizes = np.maximum((table * table).sum(axis=1), 1e-6)
    shared = (table @ table.T) / np.minimum(sizes[:, None], sizes[None, :])
    lengths = np.array([len(articles[at].words) for at in asked], dtype=np.float64)
    alike = np.maximum.outer(lengths, lengths) <= _LONGER * np.minimum.outer(lengths, lengths)
    words = [frozenset(articles[at].words) for at in asked]
    return [
        (asked[row], asked[column], float(shared[row, column]))
        for row, column in np.argwhere(np.triu((shared >= _LEAST_SHARED) & alike, 1)).tolist()
        if not words[row] <= words[column] and not words[column] <= words[row]
    ]


def _keys(articles: Sequence[Article]) -> list[frozenset[str]]:
    """For each passage what its words stand for: a stem, or the one that stands for it and its old or new equals."""
    vocabulary = sorted({word for article in articles for word in article.words if len(word) > 2})
    heads: dict[str, str] = {}

    def head(stem: str) -> str:
        while stem in heads:
            stem = heads[stem]
        return stem

    for old, new in old_and_new(vocabulary, vocabulary):
        one, other = (head(*stems_of([vocabulary[at]])) for at in (old, new))
        if one != other:
            heads[max(one, other)] = min(one, other)
    return [frozenset(head(stem) for stem in article.stems) for article in articles]
