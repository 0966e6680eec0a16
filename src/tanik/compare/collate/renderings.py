"""Renderings: an original and its version in newer words, passage by passage.

Comes in: texts, each with the stretches to look at (one text may hold both the original and its rendering). Goes out:
`Rendering` values. Two passages that share most of their stems are laid side by side; they are original and rendering
where something between them is a step from older to newer Turkish: a word of the glossary, or an izafet turned round
(``harekâtı askeriye`` → ``askerî harekât``). What brackets add is a gloss; what the dictionary calls another word is a
change; an article of the original's list that no passage renders has been left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from tanik.compare.collate.articles import Article, candidates, find_articles, stems_of
from tanik.compare.collate.judge import sharpened
from tanik.compare.collation import Gloss, Passage, Rendering
from tanik.core.fold import fold
from tanik.core.sentence import sentences
from tanik.core.span import Span
from tanik.core.token import tokenize
from tanik.trace.beside import Words, old_and_new, read_words, tell_differences
from tanik.trace.model import Difference, DifferenceKind

__all__ = ["Laid", "find_renderings", "lay_passage"]

_MOST_UNLIKE: Final = 0.45
_STEPS: Final = 2  # from older to newer words, so that one odd word makes no rendering
# Passages so close that one such step is enough.
_CLOSE: Final = 0.5
_CLOSE_UNLIKE: Final = 0.35
# With so many others a passage is laid side by side in vain, the closest first; after that only those that were tried
# less are tried with it. Pages that repeat one pattern give pairs by the square of their number, none a rendering.
_TRIES: Final = 8
_HEAD: Final = 4  # letters that two forms of one stem share
_YEAR: Final = 4
_RUMI: Final = (583, 584, 585)
_PRIVATIVE: Final = frozenset(("gayr", "gayri", "bila"))
_NEAR: Final = 60  # characters over which a turned phrase reaches
_BRACKETED: Final = re.compile(r"\(([^()\n]{2,60})\)|\[([^\[\]\n]{2,60})\]")
_LINKED: Final = re.compile(r"[iu]$")
# The Arabic feminine of an adjective, which an izafet takes and newer Turkish drops: askeriye, düveliye.
_FEMININE: Final = re.compile(r"iy[ey]e?(?:si|yi|n|$)")


@dataclass(frozen=True, slots=True)
class Laid:
    """A text and the stretches of it that may hold an original or a rendering."""

    text: str
    stretches: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """A passage of one of the texts."""

    text: int
    article: Article


@dataclass(frozen=True, slots=True)
class _Pair:
    """An original passage, the one that renders it, and what lies between them."""

    original: _Place
    modern: _Place
    passage: Passage
    shared: float


def find_renderings(texts: Sequence[Laid]) -> tuple[Rendering, ...]:
    """The originals and renderings that stand in `texts`, by number of text.

    >>> old = "1 – Bu sene harbe nihayet verilecek, kuvvetler geri alınacaktır.\\n\\n2 – Esirler iade edilir."
    >>> new = "1 – Bu yıl savaşa son verilecek, kuvvetler geri alınacaktır."
    >>> (found,) = find_renderings([Laid(old, (Span(0, len(old)),)), Laid(new, (Span(0, len(new)),))])
    >>> [(passage.number, passage.is_left_out) for passage in found.passages]
    [('1', False), ('2', True)]
    """
    places = [
        _Place(at, article) for at, laid in enumerate(texts) for article in find_articles(laid.text, laid.stretches)
    ]
    pairs = _pairs(places, texts)
    groups: dict[tuple[int, int, int | None, int | None], list[_Pair]] = {}
    for pair in pairs:
        key = (pair.original.text, pair.modern.text, pair.original.article.list, pair.modern.article.list)
        groups.setdefault(key, []).append(pair)
    return tuple(
        Rendering(key[0], key[1], _whole(group, places, pairs, texts))
        for key, group in sorted(groups.items(), key=_order)
    )


def _order(item: tuple[object, list[_Pair]]) -> tuple[int, Span]:
    first = item[1][0].original
    return first.text, first.article.span


def _pairs(places: Sequence[_Place], texts: Sequence[Laid]) -> list[_Pair]:
    """Originals with their renderings, in order: the closest first, those of one text before those of two."""
    found: list[_Pair] = []
    used: set[int] = set()
    in_vain: Counter[int] = Counter()
    close = candidates([place.article for place in places])
    between = _Between(close, places)
    for one, other, shared in sorted(close, key=lambda c: (places[c[0]].text != places[c[1]].text, -c[2], c[:2])):
        if one in used or other in used or min(in_vain[one], in_vain[other]) >= _TRIES:
            continue
        if between.steps(one, other) < (1 if shared >= _CLOSE else _STEPS):
            continue
        pair = _as_pair(places[one], places[other], texts, shared)
        if pair is not None:
            used.update((one, other))
            found.append(pair)
        else:
            in_vain.update((one, other))
    return sorted(found, key=lambda pair: (pair.original.text, pair.original.article.span))


class _Between:
    """Between which passages enough steps from older to newer words can lie at all.

    A step takes a word of either side that the other lacks: an old one beside its new equal, two forms of one stem, or
    two numbers a Rumi year apart. Pages that repeat one pattern give thousands of pairs that differ in names and sums.
    """

    def __init__(self, close: Sequence[tuple[int, int, float]], places: Sequence[_Place]) -> None:
        self._places = places
        self._own = {at: frozenset(places[at].article.words) for pair in close for at in pair[:2]}
        vocabulary = sorted(set().union(*self._own.values()))
        self._equals: dict[str, set[str]] = {}
        for one, other in old_and_new(vocabulary, vocabulary):
            self._equals.setdefault(vocabulary[one], set()).add(vocabulary[other])
            self._equals.setdefault(vocabulary[other], set()).add(vocabulary[one])
        self._heads = {word: _head(word) for word in vocabulary}

    def steps(self, one: int, other: int) -> int:
        """How many steps can lie between two passages at most; of two numbers a Rumi year apart, enough."""
        mine, theirs = self._own[one] - self._own[other], self._own[other] - self._own[one]
        years = [int(word) for word in mine if len(word) == _YEAR and word.isdecimal()]
        rumi = {int(word) for word in theirs if len(word) == _YEAR and word.isdecimal()}
        if _PRIVATIVE & (mine | theirs) or any(abs(year - there) in _RUMI for year in years for there in rumi):
            return _STEPS
        sides = ((one, self._partnered(mine, theirs)), (other, self._partnered(theirs, mine)))
        return min(sum(map(self._places[at].article.words.count, words)) for at, words in sides)

    def _partnered(self, mine: frozenset[str], theirs: frozenset[str]) -> list[str]:
        heads, equals = self._heads, self._equals
        there = {heads[word] for word in theirs} - {""}
        return [
            word
            for word in mine
            if (heads[word] in there and not word.isdigit()) or (word in equals and not equals[word].isdisjoint(theirs))
        ]


def _head(word: str) -> str:
    """What two forms of one stem share; a word too short to tell shares nothing."""
    return next(iter(stems_of([word[:_HEAD]])), "")


def _as_pair(one: _Place, other: _Place, texts: Sequence[Laid], shared: float) -> _Pair | None:
    """The two as original and rendering, if one of them is newer than the other."""
    passage = _compared(texts[one.text].text, one.article.span, texts[other.text].text, other.article.span)
    steps = _steps(passage.differences)
    if steps < 0:
        passage = _compared(texts[other.text].text, other.article.span, texts[one.text].text, one.article.span)
        one, other, steps = other, one, -steps
    unlike = _unlike(passage, len(other.article.words))
    close = shared >= _CLOSE and unlike <= _CLOSE_UNLIKE
    if steps < (1 if close else _STEPS) or unlike > _MOST_UNLIKE:
        return None
    number = one.article.number
    return _Pair(one, other, replace(passage, number=None if number is None else str(number)), shared)


def _steps(differences: Sequence[Difference]) -> int:
    """How many steps lead from older to newer words, less those the other way."""
    steps = 0
    for difference in differences:
        if difference.kind is DifferenceKind.MODERNISED and difference.page_text:
            steps += -1 if difference.rule in ("glossary_older", "izafet_turned_back") else 1
    return steps


def _unlike(passage: Passage, words: int) -> float:
    """The share of the rendering's `words` that answer to nothing in the original."""
    strange = sum(
        len(d.page_text.split())
        for d in passage.differences
        if d.kind in (DifferenceKind.ADDITION, DifferenceKind.WORDING)
    )
    return strange / max(words, 1)


def lay_passage(original: str, there: Span, modern: str, here: Span) -> Passage:
    """A passage of `original` beside the passage of `modern` that renders it, sentence by sentence.

    >>> old, new = "Harekâtı askeriye yapılacaktır.", "Askeri harekat (saldırı) yapılacaktır."
    >>> passage = lay_passage(old, Span(0, len(old)), new, Span(0, len(new)))
    >>> [gloss.text for gloss in passage.glosses], passage.changes
    (['saldırı'], ())
    """
    laid = _compared(original, there, modern, here)
    return replace(laid, sentences=_sentence_pairs(original, there, modern, here))


def _compared(original: str, there: Span, modern: str, here: Span) -> Passage:
    """The same without its sentences."""
    page, witness = _read(here.of(modern)), _read(there.of(original))
    told = tell_differences(page, (0, len(page)), witness, (0, len(witness)))
    found = tuple(
        replace(d, page=d.page.shifted(here.start), witness=d.witness.shifted(there.start))
        for d in _turned([sharpened(d) for d in told])
    )
    return Passage(there, here, differences=found, glosses=_glosses(original, there, modern, here))


@lru_cache(maxsize=1 << 12)
def _read(passage: str) -> Words:
    """The words of a passage, which is laid beside many others."""
    return read_words(_unglossed(passage))


def _unglossed(text: str) -> str:
    """`text`, same length, without the words in brackets: no word of a gloss answers to a word of the text."""
    return _BRACKETED.sub(lambda found: " " * len(found[0]) if _has_letters(found[0]) else found[0], text)


def _has_letters(text: str) -> bool:
    """Years and numbers in brackets explain nothing in words."""
    return any(char.isalpha() for char in text)


def _turned(differences: Sequence[Difference]) -> list[Difference]:
    """`differences`, where a word that was put in answers to one that was left out close by, told as a turned izafet.

    An izafet has what is described first (``zümre-i düveliye``), newer Turkish has it last (``devletler zümresi``); so
    in an alignment one of the two words stands alone on either side.
    """
    told = list(differences)
    added = [at for at, d in enumerate(told) if d.kind is DifferenceKind.ADDITION]
    dropped = [at for at, d in enumerate(told) if d.kind is DifferenceKind.OMISSION]
    for at in added:
        near = [one for one in dropped if abs(told[one].page.start - told[at].page.start) <= _NEAR]
        partner = next((one for one in near if _answers(told[at].page_text, told[one].witness_text)), None)
        if partner is None:
            continue
        dropped.remove(partner)
        # In the older text the describing word came after what it describes.
        forward = _is_turned_forward(at, partner, told)
        rule = "izafet_turned" if forward else "izafet_turned_back"
        for one in (at, partner):
            told[one] = replace(told[one], kind=DifferenceKind.MODERNISED, changes_meaning=False, rule=rule)
    return told


def _is_turned_forward(added: int, dropped: int, told: Sequence[Difference]) -> bool:
    """Whether the izafet is on the side that is called the original."""
    between = told[min(added, dropped) : max(added, dropped) + 1]
    older = _izafet([d.witness_text for d in between if d.witness_text])
    newer = _izafet([d.page_text for d in between if d.page_text])
    return older > newer or (older == newer and added < dropped)


def _izafet(words: Sequence[str]) -> int:
    """How much a few words look like an izafet: the first ends in the linking vowel, another in -iye."""
    linked = bool(words) and _LINKED.search(fold(words[0])) is not None
    return linked + any(_FEMININE.search(fold(word)) is not None for word in words)


@lru_cache(maxsize=1 << 14)
def _answers(new: str, old: str) -> bool:
    """Whether two words are one, in a newer and an older form."""
    mine, theirs = _words(new), _words(old)
    if len(mine) != 1 or len(theirs) != 1:
        return False
    head = _head(mine[0])
    return (head != "" and head == _head(theirs[0])) or bool(old_and_new(mine, theirs))


@lru_cache(maxsize=1 << 12)
def _words(text: str) -> tuple[str, ...]:
    """The words of a stretch that differs; most stretches are one word, which differs in many places."""
    return tokenize(text).words


def _glosses(original: str, there: Span, modern: str, here: Span) -> tuple[Gloss, ...]:
    """The words in brackets of either side, those that both have told once."""
    older = {fold(words): span for words, span in _bracketed(original, there)}
    found = []
    for words, span in _bracketed(modern, here):
        found.append(Gloss(words, older.pop(fold(words), None), span))
    rest = [Gloss(words, span, None) for words, span in _bracketed(original, there) if fold(words) in older]
    return (*found, *rest)


def _bracketed(text: str, span: Span) -> list[tuple[str, Span]]:
    """The words in brackets, and where they stand, the brackets included."""
    found = _BRACKETED.finditer(text, span.start, span.end)
    return [((m[1] or m[2]).strip(), Span(m.start(), m.end())) for m in found if _has_letters(m[0])]


def _sentence_pairs(original: str, there: Span, modern: str, here: Span) -> tuple[tuple[Span | None, Span | None], ...]:
    """The sentences of both sides, each beside the one it shares most with; in order, none of them twice."""
    older, newer = list(sentences(original, there)), list(sentences(modern, here))
    stems = [
        [stems_of(tokenize(span.of(text)).words) for span in spans]
        for text, spans in ((original, older), (modern, newer))
    ]
    table = [[0.0] * (len(newer) + 1) for _ in range(len(older) + 1)]
    for row in range(len(older) - 1, -1, -1):
        for column in range(len(newer) - 1, -1, -1):
            both = len(stems[0][row] & stems[1][column]) + table[row + 1][column + 1]
            table[row][column] = max(both, table[row + 1][column], table[row][column + 1])
    pairs: list[tuple[Span | None, Span | None]] = []
    row = column = 0
    while row < len(older) and column < len(newer):
        shared = len(stems[0][row] & stems[1][column])
        if shared and table[row][column] == shared + table[row + 1][column + 1]:
            pairs.append((older[row], newer[column]))
            row, column = row + 1, column + 1
        elif table[row][column] == table[row + 1][column]:
            pairs.append((older[row], None))
            row += 1
        else:
            pairs.append((None, newer[column]))
            column += 1
    return (*pairs, *((span, None) for span in older[row:]), *((None, span) for span in newer[column:]))


def _of_list(place: _Place, places: Sequence[_Place]) -> list[_Place]:
    """The articles of the list that an article belongs to; none where it has no number."""
    own = (place.text, place.article.list)
    return [one for one in places if place.article.list is not None and (one.text, one.article.list) == own]


def _whole(
    group: Sequence[_Pair], places: Sequence[_Place], pairs: Sequence[_Pair], texts: Sequence[Laid]
) -> tuple[Passage, ...]:
    """The passages of one rendering, in order of the original.

    Where articles of two lists render each other, those of one number do so too, however short or free; an article
    whose number the other list lacks has been left out.
    """
    told = {pair.original for pair in pairs} | {pair.modern for pair in pairs}
    mine, theirs = _of_list(group[0].original, places), _of_list(group[0].modern, places)
    by_number = {place.article.number: place for place in theirs if place not in told}
    numbers = {place.article.number for place in theirs}
    passages = [_by_sentences(pair, texts) for pair in group]
    for place in mine if theirs else ():
        number = place.article.number
        if place in told or (number in numbers and number not in by_number):
            continue
        if number in by_number:
            passages.append(_by_number(place, by_number[number], texts))
        else:
            passages.append(Passage(place.article.span, None, str(number)))
    return tuple(sorted(passages, key=lambda passage: passage.original or Span(0, 0)))


def _by_sentences(pair: _Pair, texts: Sequence[Laid]) -> Passage:
    there, here = pair.original.article.span, pair.modern.article.span
    older, newer = texts[pair.original.text].text, texts[pair.modern.text].text
    return replace(pair.passage, sentences=_sentence_pairs(older, there, newer, here))


def _by_number(original: _Place, modern: _Place, texts: Sequence[Laid]) -> Passage:
    there, here = original.article.span, modern.article.span
    laid = lay_passage(texts[original.text].text, there, texts[modern.text].text, here)
    return replace(laid, number=str(original.article.number))
