"""Stretches between quotation marks, whatever the marks and however badly they pair.

Comes in: a text and the lines (paragraphs) to look at. Goes out: the span of the words inside each outermost pair
and the marks' names. A mark that opens and never closes runs on through the paragraphs of a letter (articles,
place and date, signature) and stops at the next announcement; a mark that only closes is left to the finder of
announced words. An apostrophe is no mark: it stands between letters.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from tanik.core.span import Span
from tanik.facts.names.letters import Damage, damage_of, text_as_meant

__all__ = ["Marked", "closing_formula", "marked"]

_PAIRS: Final = (
    ("“", '”"', "“”"),
    ("„", '“”"', "„“"),
    ("«", "»", "«»"),
    ("''", ("''",), "''"),
    ('"', '"”', '""'),
    ("‹‹", ("››",), "‹›"),
    ("‘’", ("’’",), "‘’"),
    # two single marks for a double one, closed by whatever the keyboard gave
    ("‘‘", ("’’", "”", "''", '"'), "‘’"),
    ("’’", ("’’", "”"), "‘’"),
)
_OPEN: Final = re.compile(
    r"(?:(?<=[^\W\d_])“(?=\s?[A-ZÇĞİÖŞÜƏ\d]))|(?<![\w])(?:“|„|«|''|\"|‹‹|‘’|‘‘|”(?=\w)|’’(?=\w)|(?<![^\s(])[‘'](?=[^\W\d_]))"
)
# it closes before a letter too where a sentence has just ended: a case follows the mark ("'Nereden geldi?'den başka")
_SINGLE_END: Final = re.compile(r"(?<=[\w.!?…])[’'](?![\w’'])|(?:(?<=[!?…])|(?<=[a-zçğıöşü]\.))[’'](?=[^\W\d_])")
_DAMAGED_OPEN: Final = re.compile(r"(?:(?<=\s)|^)\?(?=[^\W\d_])")
_DAMAGED_END: Final = re.compile(r"(?<=[\w.!›¤])\?(?=\s|$)")
_DAMAGE: Final = re.compile(r"(?<=[^\W\d_])\?(?=[^\W\d_])")
_ARTICLE: Final = re.compile(r"^\s*(?:\d{1,2}\s*[-–—.)]|[a-zçğıöşü]\)|madde\b|[IVX]+\s*[-–.])", re.IGNORECASE)
_PLACE_DATE: Final = re.compile(r"^\s*[^\W\d_]+[,:]?\s+\d{1,2}\b.{0,40}\d{2,4}\W*$")
_LONGEST_SINGLE: Final = 300
_FEWEST_DAMAGED: Final = 3
_TWO_SIDED: Final = "“„«"  # marks of which the closing one looks otherwise
_MOST_PARAGRAPHS: Final = 12  # through which words go on whose mark a later paragraph closes


@dataclass(frozen=True, slots=True)
class Marked:
    """Words inside marks: `span` without the marks, `outer` with them."""

    span: Span
    outer: Span
    marks: str
    closed: bool


def closing_formula(line: str) -> bool:
    """Whether a line closes a letter: place and date, or a short signature.

    >>> closing_formula("Ankara 3 Mart 1336"), closing_formula("Vali Mehmet Rıza"), closing_formula("Köy sessizdi.")
    (True, True, False)
    """
    words = line.split()
    signature = 0 < len(words) <= 8 and line[-1] not in ".:;?!,”" and all(word[0].isupper() for word in words)
    return bool(_PLACE_DATE.match(line)) or signature


def _letter_end(text: str, lines: list[Span], index: int) -> int:
    """The index of the last line that belongs to a letter which begins in line `index`."""
    last = index
    for following in range(index + 1, len(lines)):
        words = lines[following].of(text)
        if words.rstrip().endswith(":"):
            break
        if not (_ARTICLE.match(words) or closing_formula(words) or words.lstrip()[:1] in "“„«"):
            break
        last = following
    return last


def _tidy(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, max(start, start + len(words.strip())))


@cache
def _stops(mark: str, closers: str | tuple[str, ...]) -> re.Pattern[str]:
    """Every place where `mark` opens again or one of `closers` begins (also inside a run of them)."""
    return re.compile("|".join(f"(?={re.escape(one)})" for one in (mark, *closers)))


class _Endings:
    """Where marks that open in one line are closed in it; a kind of mark is matched in one pass, when first asked."""

    def __init__(self, text: str, line: Span) -> None:
        self._text = text
        self._line = line
        self._nested: dict[str, dict[int, tuple[int, int]]] = {}
        self._flat: dict[str, list[tuple[int, int]]] = {}

    def of(self, mark: str, start: int) -> tuple[int, int] | None:
        """Where the mark that closes the `mark` which ends at `start` begins and ends, or None."""
        if mark in "‘'" and mark != "''":
            found = _SINGLE_END.search(self._text, start, min(self._line.end, start + _LONGEST_SINGLE))
            return found.span() if found else None
        closers = next((pair[1] for pair in _PAIRS if pair[0] == mark), "”")
        if mark in closers or len(mark) > 1:
            if mark not in self._flat:
                self._flat[mark] = [hit for hit in self._closings(mark, closers) if self._closes(mark, *hit)]
            hits = self._flat[mark]
            at = bisect_left(hits, (start, 0))
            return hits[at] if at < len(hits) else None
        if mark not in self._nested:
            self._nested[mark] = self._matched(mark, closers)
        return self._nested[mark].get(start)

    def _closings(self, mark: str, closers: str | tuple[str, ...]) -> Iterator[tuple[int, int]]:
        for found in _stops(mark, closers).finditer(self._text, self._line.start, self._line.end):
            hit = next((closer for closer in closers if self._text.startswith(closer, found.start())), None)
            if hit is not None:
                yield found.start(), found.start() + len(hit)

    def _closes(self, mark: str, at: int, end: int) -> bool:
        """Whether a mark closes: a straight one before a letter opens again, unless a blank stands before it."""
        hit = self._text[at:end]
        again = hit == mark and hit not in ('"', "''")
        return not (again and at + 1 < self._line.end and self._text[at + 1].isalpha())

    def _matched(self, mark: str, closers: str | tuple[str, ...]) -> dict[int, tuple[int, int]]:
        """By the end of each opening mark: the mark that closes it, marks of the same kind within it left out."""
        partners: dict[int, tuple[int, int]] = {}
        opened: list[int] = []
        for found in _stops(mark, closers).finditer(self._text, self._line.start, self._line.end):
            at = found.start()
            if self._text[at] == mark:
                opened.append(at + len(mark))
                continue
            hit = next(closer for closer in closers if self._text.startswith(closer, at))
            if opened:
                partners[opened.pop()] = (at, at + len(hit))
        return partners


def _in_line(text: str, lines: list[Span], index: int) -> Iterator[Marked]:
    line, at = lines[index], lines[index].start
    endings = _Endings(text, line)
    while (found := _OPEN.search(text, at, line.end)) is not None:
        mark = found.group()
        end = endings.of(mark, found.end())
        name = next((pair[2] for pair in _PAIRS if pair[0] == mark), "‘’" if mark in "‘'" else "“”")
        if end is not None:
            yield Marked(_tidy(text, found.end(), end[0]), Span(found.start(), end[1]), name, closed=True)
            at = end[1]
            continue
        on = _spoken_on(text, lines, index, mark) if found.start() > line.start else None
        if on is not None:
            yield Marked(_tidy(text, found.end(), on), Span(found.start(), on + 1), name, closed=True)
            return
        if found.start() == line.start and mark in '“„«"':
            last = _run_on(text, lines, index, mark)
            yield Marked(_tidy(text, found.end(), last), Span(found.start(), last), name, closed=False)
            return
        at = found.end()


def _spoken_on(text: str, lines: list[Span], index: int, mark: str) -> int | None:
    """Where one speech in several paragraphs is closed, each of which opens with a mark and the last alone closes it
    (Chicago Manual of Style, 13.32; TDK Yazım Kılavuzu, tırnak işareti); None where none closes it so."""
    if mark not in _TWO_SIDED or text[lines[index].start : lines[index].end].rstrip()[-1:] in "”»":
        return None
    nearest = lines[index + 1].of(text).strip() if index + 1 < len(lines) else ""
    if nearest[-1:] in tuple("”»") and not any(one in nearest[:-1] for one in "“”„«»"):
        return lines[index + 1].start + lines[index + 1].of(text).rindex(nearest[-1])
    for line in lines[index + 1 : index + 1 + _MOST_PARAGRAPHS]:
        words = line.of(text).strip()
        if not words.startswith(mark):
            return None
        if words[-1] in "”»":
            return line.start + line.of(text).rindex(words[-1])
        if any(closer in words for closer in "”»"):
            return None
    return None


def _run_on(text: str, lines: list[Span], index: int, mark: str) -> int:
    """Where a stretch ends whose mark is not closed in its own line: at a closing mark in the next lines, as long as
    none of them opens another; a straight mark closes in the next line or not at all.
    """
    last = _letter_end(text, lines, index)
    reach = _MOST_PARAGRAPHS if mark in _TWO_SIDED else 1
    for following in range(index + 1, min(max(last + 1, index + reach) + 1, len(lines))):
        words = lines[following].of(text)
        closed = re.search(r"[”»\"](?=\W*$)", words)
        if closed and not re.search(r"[“„«]\S[^”»]*$", words[: closed.start()]):
            return lines[following].start + closed.start()
        if following > last and (words.count("“") > words.count("”") or words.lstrip()[:1] in "“«„"):
            break
    return lines[last].end


def marked(text: str, lines: list[Span]) -> Iterator[Marked]:
    """Every outermost stretch between quotation marks in `lines`, in order of start.

    >>> text = "Vali «gelin» dedi; 'Ali'nin atı' yoktu, \\"peki\\" dedi."
    >>> [found.span.of(text) for found in marked(text, [Span(0, len(text))])]
    ['gelin', "Ali'nin atı", 'peki']
    """
    done = 0
    damaged = (
        text.count("?") >= _FEWEST_DAMAGED
        and len(_DAMAGE.findall(text)) >= _FEWEST_DAMAGED
        and not re.search(r"[“”\"«]", text)
    )
    # what a code page without Turkish letters made of them is no mark: "?stanbul", "ald?"
    meant = text_as_meant(text, Damage.LOST) if damaged and damage_of(text) is Damage.LOST else text
    for index, line in enumerate(lines):
        if line.start < done:
            continue
        for found in _in_line(text, lines, index):
            done = max(done, found.outer.end)
            yield found
        if damaged:
            yield from _damaged(meant, line)


def _damaged(text: str, line: Span) -> Iterator[Marked]:
    """Words between question marks, on a page whose quotation marks have become question marks."""
    at = line.start
    while (found := _DAMAGED_OPEN.search(text, at, line.end)) is not None:
        end = _DAMAGED_END.search(text, found.end(), line.end)
        if end is None:
            return
        yield Marked(_tidy(text, found.end(), end.start()), Span(found.start(), end.end()), "??", closed=True)
        at = end.end()
