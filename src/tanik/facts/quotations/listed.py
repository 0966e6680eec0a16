"""Sayings listed one below another without marks, each with a label that says whose it is.

Comes in: the text and its paragraphs. Goes out: for each saying its words and the label's name. Pages of "what they
said of him" print no marks; the label shows the saying: a name in brackets or behind a dash, a name with an office, a
paper or a year, on a line of its own below or at the line's end. One such line may be anything; a page that speaks of
sayings, or marks them, and has three is a list. A bare name is a label only among such ones: alone it is a subheading.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.quotations.words import alternation
from tanik.facts.tables import rows

__all__ = ["Listed", "credit_of", "is_label", "label_name", "listed", "office_pattern"]

_ABOUT_SAYINGS: Final = re.compile(
    r"\b(?:soz(?:u|ler(?:i(?:n\w*|dir|yle)?|den|dir)?)|vecize\w*|ozdeyis\w*|alintilar\w*|soyledikleri\w*|soylenen\w*|soylemedi\w*|"
    r"demisler\w*|demisti|dediler|dusunceleri|gorusleri|kelam\w*|aforizma\w*|quotes?|quotations|sayings|"
    r"dedikl[ae]ri\w*|ne(?:ler)? (?:soyl[ue]|dedi|demis)\w*)\b"
)
_CAPITAL: Final = r"[A-ZÇĞİÖŞÜÂÎÛƏ][^\W\d_]*(?:[.’'-]+[^\W\d_]*)*"
_NAME: Final = rf"{_CAPITAL}(?:\s(?:(?:bin|ibn|von|van|de|der|la|le|el|al)\s)?{_CAPITAL}){{0,5}}"
_LABEL: Final = re.compile(
    rf"(?P<mark>[\s(\[=—–-]*)(?:{_CAPITAL}\s?:\s*)?(?:[A-ZÇĞİÖŞÜ][A-ZÇĞİÖŞÜ. ]{{2,30}}\s?/\s)?"
    rf"(?:[^\W\d_A-ZÇĞİÖŞÜ][^\W\d_]*\s){{0,2}}"
    rf"(?P<name>{_NAME})(?P<rest>(?:\s?[,(/–—-]|\s)[^!?;:“”\"]{{0,60}})?[)\]\s.]*"
)
_INLINE: Final = re.compile(
    r"[\W\d]*?(?P<words>[“\"«].{4,600}?[”\"»]|[^\W_].{10,900}?[.!?…])\s*"
    r"(?P<label>(?:[(\[]|=\s*|[—–]\s*|\s-\s?)[^()\[\]]{2,80}[)\]]?\s*\.?)\s*"
)
# one of several sayings in one line, each with its label in brackets
_ONE_OF_MORE: Final = re.compile(
    r"[\W\d]*?(?P<words>[“\"«][^“”\"«»]{4,600}[”\"»]|[^\W_][^()\[\]]{10,900}[.!?…])\s*(?P<label>[(\[][^()\[\]]{2,80}[)\]])[\s.;,]*"
)
# "Halil Ağa: Kürek yorar kolu.", with what he was before his name; one word alone may head anything ("Not: …")
_AHEAD_LABEL: Final = re.compile(
    rf"\W*(?:(?:{_CAPITAL}\s)?[^\W\d_A-ZÇĞİÖŞÜ][^\W\d_]*\s)?(?P<name>{_CAPITAL}\s{_NAME})\s?:\s?(?P<words>[^\W_].{{10,900}})"
)
_YEAR: Final = re.compile(r"\b1[0-9]\d\d\b|\b20\d\d\b")
_PAPER: Final = re.compile(r"\b(?:gazetesi|dergisi|ajansi)\b")
_PAGE: Final = re.compile(r"\b(?:s|ss|sf|sayfa|cilt|c|p|pp)\.\s?\d|\d{4}:\s?\d|https?:|www\.")
_PLACE_OF_BOOK: Final = re.compile(r"\b(?:yay[iı]n|matbaa|bas[iı]mevi|press)\w*\b", re.IGNORECASE)
_NO_NAME: Final = re.compile(r"\b(?:atasoz|anonim|proverb|anonymous)")
_MARKS: Final = tuple('“„«"')
_ENDS: Final = re.compile(r"[.!?…][\W\d]*$")
_PARTS: Final = re.compile(r"\W*(?:spoiler)?\W*|[\W\d]*")
_LABEL_REACH: Final = 90  # letters at a line's end in which a label begins
_AHEAD: Final = 800  # letters at the head of a page that say what it is about
_MOST_LABEL_WORDS: Final = 10
_FEWEST: Final = 3
_FEWEST_UNENDED: Final = 6  # words of a saying that has no mark at its end
_LONGEST: Final = 900
_EDGE: Final = 4  # marks between the ends of a saying and those of its words


@dataclass(frozen=True, slots=True)
class Listed:
    """One saying of a list: its words, the name in its label (None for a proverb), whether more than capitals shows
    that it is a label.
    """

    span: Span
    credit: Span | None
    strong: bool


@cache
def office_pattern() -> re.Pattern[str]:
    """An office of the table as a word, bare or possessed, in folded text."""
    return re.compile(r"\b" + alternation(fold(row["form"]) for row in rows("roles.csv")) + r"(?:s?[iu])?\b")


def _label(text: str, span: Span) -> tuple[Span | None, bool] | None:
    """The name in a label, None where it says that nobody said it; and whether more than capitals shows one."""
    words = span.of(text)
    found = _LABEL.fullmatch(words) if len(words.split()) <= _MOST_LABEL_WORDS else None
    if found is None or _PAGE.search(words) or _PLACE_OF_BOOK.search(words):
        return None
    rest, folded = found.group("rest") or "", fold(words)
    told = any(pattern.search(folded) for pattern in (office_pattern(), _PAPER, _NO_NAME))
    parted = told and rest.lstrip()[:1] in tuple(",-–—/")  # "Halil Ağa, Rize Valisi."
    if not found.group("mark").strip() and words.rstrip()[-1:] == "." and rest and not parted:
        return None  # a sentence
    if rest.strip(" .)]") and not (told or rest.lstrip()[:1] in tuple(",(–—-/") or _YEAR.search(rest)):
        return None
    strong = (
        told
        or bool(found.group("mark").strip())
        or _YEAR.search(rest) is not None
        or rest.lstrip()[:1] in tuple("(/–—-")
    )
    named = Span(*found.span("name")).shifted(span.start)
    return (None if _NO_NAME.search(folded) else named), strong


def _trimmed(text: str, start: int, end: int) -> Span:
    """The words without list marks before and a year or a note's number in brackets behind."""
    words = text[start:end]
    head = re.match(r"[\s\d.)*•–—-]*", words)
    tail = re.search(r"\s*(?:[(\[]\d{1,4}[)\]])?\s*$", words)
    return Span(start + (head.end() if head else 0), start + (tail.start() if tail else len(words)))


def _in_one_line(text: str, line: Span) -> list[Listed]:
    """The sayings of a line that is nothing but several of them, each with its label."""
    found: list[Listed] = []
    at = line.start
    while at < line.end:
        one = _ONE_OF_MORE.match(text, at, line.end)
        label = _label(text, Span(*one.span("label"))) if one is not None else None
        if one is None or label is None:
            return []
        found.append(Listed(Span(*one.span("words")), *label))
        at = one.end()
    return found if len(found) > 1 else []


def _behind_label(text: str, line: Span) -> Listed | None:
    """The saying of a line that opens with its label: a name of two words or more and a colon."""
    found = _AHEAD_LABEL.fullmatch(line.of(text).rstrip())
    if found is None or found["words"].lstrip()[:1] in _MARKS:
        return None
    words, name = (Span(*found.span(group)).shifted(line.start) for group in ("words", "name"))
    return Listed(words, name, strong=True)


def _may_end(text: str, held: Span, label: tuple[Span | None, bool] | None) -> bool:
    """Whether words may end before a label: with a mark, or bare above a line that more than its capitals shows to be
    one."""
    ended = _ENDS.search(held.of(text)) is not None
    return ended or (label is not None and label[1] and len(held.of(text).split()) >= _FEWEST_UNENDED)


def _items(text: str, lines: list[Span]) -> Iterator[Listed]:
    held: list[Span] = []
    begun = False  # whether what is held begins behind a label or a line of marks
    for line in lines:
        words = line.of(text)
        several = _in_one_line(text, line) if words.count("(") + words.count("[") > 1 else []
        if several:
            yield from several
            held, begun = [], True
            continue
        inline = _INLINE.fullmatch(words) if any(mark in words[-_LABEL_REACH:] for mark in "([=—–-") else None
        behind = _label(text, Span(*inline.span("label")).shifted(line.start)) if inline is not None else None
        if inline is not None and behind is not None:
            yield Listed(Span(*inline.span("words")).shifted(line.start), *behind)
            held, begun = [], True
            continue
        headed = _behind_label(text, line)
        if headed is not None:
            yield headed
            held, begun = [], True
            continue
        label = _label(text, line) if held else None
        if label is not None and _may_end(text, held[-1], label):
            yield Listed(_trimmed(text, held[0].start, held[-1].end), *label)
            held, begun = [], True
        elif _PARTS.fullmatch(words.lower()) or words.rstrip().endswith(":"):
            held, begun = [], True
        else:
            goes_on = held and line.end - held[0].start <= _LONGEST and (begun or not _ENDS.search(held[-1].of(text)))
            begun = begun and (not held or bool(goes_on))
            held = [*held, line] if goes_on else [line]


def listed(text: str, folded: str, lines: list[Span]) -> tuple[Listed, ...]:
    r"""The sayings of a page that lists them, in order of place; none where it is no list.

    >>> from tanik.core.fold import fold
    >>> text = "Deniz sözleri\nDeniz susar. (Ali Bey)\nTuz kalır, su gider. (Halil Ağa)\nKürek yorar kolu. (Nuri Reis)"
    >>> lines = [Span(0, 13), Span(14, 36), Span(37, 69), Span(70, 99)]
    >>> [one.credit.of(text) for one in listed(text, fold(text), lines)]
    ['Ali Bey', 'Halil Ağa', 'Nuri Reis']
    """
    about = _ABOUT_SAYINGS.search(folded, 0, _AHEAD) is not None
    if not about and sum(text[line.start] in _MARKS or text[line.start] in "*•-1234" for line in lines) < _FEWEST:
        return ()
    found = [one for one in _items(text, lines) if about or text[one.span.start] in _MARKS]
    strong = sum(one.strong for one in found)
    return tuple(found) if strong >= _FEWEST and 2 * strong >= len(found) else ()


def is_label(text: str, line: Span) -> bool:
    """Whether a line is nothing but a name with an office, a paper or a year.

    >>> is_label("- Salih Korkmaz (Liman Başkanı)", Span(0, 31)), is_label("Liman o yıl dondu.", Span(0, 18))
    (True, False)
    """
    found = _label(text, line)
    return found is not None and found[1] and line.of(text).rstrip()[-1:] not in tuple(":;,")


def label_name(text: str, line: Span) -> Span | None:
    """The name in a line that is a label; None where the line is none."""
    found = _label(text, line) if is_label(text, line) else None
    return found[0] if found is not None else None


def credit_of(outer: Span, held: tuple[Listed, ...]) -> Span | None:
    """The name in the label of the saying that is all of `outer`, or None."""
    at = bisect_right(held, outer.start + _EDGE, key=lambda one: one.span.start) - 1
    one = held[at] if at >= 0 else None
    if one is None or abs(one.span.start - outer.start) > _EDGE or abs(one.span.end - outer.end) > _EDGE:
        return None
    return one.credit
