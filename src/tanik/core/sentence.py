"""Where sentences begin and end in Turkish (Azerbaijani, English) prose about the past.

Comes in: a text and, if wished, the stretch of it to look at. Goes out: the span of each sentence, without
outer white space. A full stop ends few sentences here: most stand after abbreviations (``bkz.``, ``s. 12``),
initials (``M. Kemal``), ordinals (``3. Ordu``) and within dates (``1.3.1922``). So every stop is asked a short
list of questions, each with its own function; libraries trained on newspapers part such texts wrongly.
Abbreviations and things that are counted with ordinals stand in tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from tanik.core.fold import lower_turkish
from tanik.core.span import Span
from tanik.core.tables import read_rows

__all__ = ["sentences"]

_STOP: Final = re.compile(r"(?:[.!?…]+)[\"”“’‘»›)\]']*")
_CLOSERS: Final = "\"”“’‘»›)]'"
_OPENERS: Final = "\"“”„«‹‘’'([*_–—-•"
_BEGINS: Final = re.compile(rf"[{re.escape(_OPENERS)} \n\t]*(.)", re.DOTALL)
_LINE: Final = re.compile(r"(?<![ \t\u00a0])[ \t\u00a0]*\n[\s]*")
_WORD_BEFORE: Final = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*$")
# English has the day behind the month: "resumed on April 23. Ismet went on"
_ENGLISH_DAY: Final = re.compile(
    r"\b(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May|June|July|Aug(?:ust|\.)|Sept(?:ember|\.)|Oct(?:ober|\.)|"
    r"Nov(?:ember|\.)|Dec(?:ember|\.)) \d\d?$"
)
# no Turkish noun that a numeral counts is one of these: "World War II. The mills", but "XIX. yüzyıl"
_ENGLISH_OPENING: Final = re.compile(r"(?:The|In|He|She|It|They|After|When|This|These|His|Their)\s")
_ROMAN: Final = re.compile(r"^[IVXLC]+$")
_WORD_AFTER: Final = re.compile(r"[^\W_]+")
_CITED_NUMBER: Final = re.compile(
    r"(?:\b(?:sayfa|sayı|sahife|cilt|no|say|sh?|ss|sf|sah|pp?|c)\.?\s*[\d\-–/]+|\d[\-–]\d+)$", re.I
)
# A date in figures (1.3.1922), or a month's name before the year, ends where the sentence may end.
_YEAR: Final = re.compile(r"(?:^|\D)(?:1[0-9]|20)\d\d$")
_URL: Final = re.compile(r"(?:https?://|www\.)\S*$")
_LONGEST_PARENTHESIS: Final = 160
# What may be long is looked for from its beginning only: a million letters without a blank are one word, not a million.
# The mark of a footnote stands behind the stop, set high in print and level with it in bare text: "yıkıldı.3 Kanun".
_NOTED: Final = re.compile(
    r"(?<![^\W\d_])(?P<word>[^\W\d_]{4,})[\"”“’»)]*[.!?…]+[\"”“’»)]*(?:\d{1,3}|(?:\[\d{1,3}\])+|[⁰¹²³⁴-⁹]{1,3})(?=\s+[\"“„«‘(]?[^\W\d_])"
)


@cache
def _abbreviations() -> dict[str, str]:
    """Each abbreviation in small letters: ``no`` sentence ends with it, ``maybe``, or it needs a ``capital``."""
    return {row["form"]: row["ends"] for row in read_rows("tanik.core", "abbreviations.csv")}


@cache
def _numbered() -> frozenset[str]:
    """What ordinals stand before."""
    return frozenset(row["form"] for row in read_rows("tanik.core", "numbered.csv"))


def _is_small(text: str) -> bool:
    """Whether the text is written without capitals, as many forum posts are."""
    after: list[str] = re.findall(r"[.!?…]\s+([^\W\d_])", text)
    if len(after) < 2:
        return text.islower()
    capitals = sum(char.isupper() for char in after)
    return capitals < 0.3 * len(after)


def _in_parenthesis(text: str, stop: int, end: int) -> bool:
    """Whether the stop stands inside a short parenthesis that closes soon."""
    opened = text.rfind("(", max(0, stop - _LONGEST_PARENTHESIS), stop)
    if opened < 0 or text.find(")", opened, stop) >= 0 or "\n" in text[opened:stop]:
        return False
    closed = text.find(")", end, opened + _LONGEST_PARENTHESIS)
    return closed >= 0 and "\n" not in text[end:closed]


def _after_number(before: str, number: str, following: str) -> bool:
    """Whether a sentence ends after figures and a stop, before a word with a capital."""
    word = _WORD_AFTER.match(following)
    if word and lower_turkish(word.group()) in _numbered():
        return False
    if _CITED_NUMBER.search(before) or _ENGLISH_DAY.search(before):
        return True
    return len(number) >= 3


def _after_word(word: str, rest: str, following: str) -> bool:
    """Whether a full stop after `word` ends a sentence, given that a capital or a figure follows."""
    small = lower_turkish(word)
    known = _abbreviations().get(small)
    if known == "capital":
        known = "no" if word[:1].isupper() else None
    if known is not None:
        return known == "maybe" and following[:1].isupper()
    if len(word) == 1 and word.isalpha():
        return not word.isupper() and not following[:1].isdigit()
    if re.fullmatch(r"[^\W\d_](?:\.[^\W\d_])+", word):
        return False
    if _ROMAN.match(word) and len(word) <= 5:
        return bool(re.search(r"(?:cilt|takım|madde|c\.)\s*[IVXLC]+$", rest) or _ENGLISH_OPENING.match(following))
    return not following[:1].isdigit() or len(word) > 3


def _ends(text: str, match: re.Match[str], limit: int, *, small: bool) -> bool:
    """Whether the sentence ends with this stop (and the closing marks behind it)."""
    marks, end = match.group(), match.end()
    if end >= limit:
        return True
    before = text[max(0, match.start() - 40) : match.start()]
    word_match = _WORD_BEFORE.search(before)
    word = word_match.group() if word_match else ""
    if not text[end].isspace():
        return _missing_blank(text, match, word)
    following = text[end : end + 60].lstrip()
    if not _may_begin(following, marks, small=small):
        return False
    if marks[-1] not in ")]" and _in_parenthesis(text, match.start(), end):
        return False
    if marks[:1] != "." or marks.startswith(".."):
        return True
    return _after_stop(word, before, following.lstrip(_OPENERS + " "))


def _may_begin(following: str, marks: str, *, small: bool) -> bool:
    """Whether what follows a stop can begin a sentence."""
    if not following or following[0] in ".…,;:)":
        return False
    if not following.lstrip(_OPENERS + " ")[:1].islower():
        return True
    return small and not any(char in _CLOSERS for char in marks)


def _after_stop(word: str, before: str, following: str) -> bool:
    """Whether a single full stop after `word` (figures, a date, a word) ends a sentence."""
    if word.isdigit():
        return _after_number(before, word, following)
    if re.fullmatch(r"[\d.]+", word):
        return bool(_YEAR.search(word)) or len(word.rsplit(".", maxsplit=1)[-1]) == 3
    return not word or _after_word(word, before, following)


def _missing_blank(text: str, match: re.Match[str], word: str) -> bool:
    """Whether a stop without a blank after it ends a sentence all the same (``geldi.Sonra``)."""
    following = text[match.end() : match.end() + 2]
    if _URL.search(text[max(0, match.start() - 80) : match.start()]) or len(following) < 2:
        return False
    plain = len(word) > 3 and word[1:].islower()
    return plain and following[0].isupper() and following[1].islower()


def _is_noted(text: str, match: re.Match[str]) -> bool:
    """Whether a stop with figures right behind it ends a sentence, the figures being the mark of its footnote."""
    word = lower_turkish(match["word"])
    shortened = word in _abbreviations() or word in _numbered()
    begins = _BEGINS.match(text, match.end())
    return match["word"][1:].islower() and not shortened and begins is not None and begins[1].isupper()


def _is_wrapped(text: str, line: re.Match[str]) -> bool:
    """Whether a line break only folds a long line: no blank line, no stop before, a small letter after."""
    if line.group().count("\n") > 1 or line.end() >= len(text):
        return False
    before = text[line.start() - 1 : line.start()]
    return before not in ".!?…:" and text[line.end()].islower()


def _cuts(text: str, span: Span) -> Iterator[int]:
    """Offsets at which a sentence ends, not in order."""
    small = _is_small(span.of(text))
    for match in _STOP.finditer(text, span.start, span.end):
        if _ends(text, match, span.end, small=small):
            yield match.end()
    for match in _NOTED.finditer(text, span.start, span.end):
        if _is_noted(text, match):
            yield match.end()
    for line in _LINE.finditer(text, span.start, span.end):
        if not _is_wrapped(text, line):
            yield line.start()


def sentences(text: str, span: Span | None = None) -> tuple[Span, ...]:
    """The sentences of `text` (of the stretch `span`) in order, without outer white space.

    >>> text = "M. Kemal Paşa 3. Ordu müfettişiydi (bkz. s. 12). “Gidelim.” dedi. Gittiler."
    >>> [span.of(text) for span in sentences(text)]
    ['M. Kemal Paşa 3. Ordu müfettişiydi (bkz. s. 12).', '“Gidelim.” dedi.', 'Gittiler.']
    """
    return _parted(text, Span(0, len(text)) if span is None else span)  # an empty stretch is no absent one


@lru_cache(maxsize=1 << 10)
def _parted(text: str, whole: Span) -> tuple[Span, ...]:
    """The same, kept: names, quotations and statements ask for the sentences of the same paragraphs in turn."""
    found, start = [], whole.start
    for cut in sorted({*_cuts(text, whole), whole.end}):
        piece = text[start:cut]
        stripped = piece.strip()
        if stripped:
            begin = start + len(piece) - len(piece.lstrip())
            found.append(Span(begin, begin + len(stripped)))
        start = max(start, cut)
    return tuple(found)
