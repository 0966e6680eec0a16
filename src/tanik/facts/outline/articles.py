"""The articles of a treaty or a law by their form alone: where each begins, what its label is, what belongs to it.

Comes in: a page and its folded text. Goes out: groups of articles that follow one another. At the head of a line stands
the word for an article, its number and a mark ("Madde 3 –", "Üçüncü Madde:", "Md. 3", "Maddə 3.", "ARTICLE III"), or,
under a line that announces them ("Antlaşmanın maddeleri:"), a number or a bullet alone. Turkish laws number with a
cardinal behind the word (Mevzuat Hazırlama Usul ve Esasları Hakkında Yönetmelik, 20), older ones and treaties with an
ordinal before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from tanik.core.span import Span
from tanik.facts.outline.lines import Line, lines_of, trimmed
from tanik.page.model import Page, SegmentKind

__all__ = ["Article", "groups_of", "is_label", "may_have_articles"]

_ORDINALS: Final = (
    r"(?:(?:on|yirmi|otuz|kirk)[ ]?)?(?:birinci|ikinci|ucuncu|dorduncu|besinci|altinci|yedinci|sekizinci|dokuzuncu)"
    r"|onuncu|yirminci|otuzuncu|kirkinci"
)
# folded; the mark behind the number, or the line's end, tells a label from "Madde 7 gereğince"
_LABEL: Final = re.compile(
    r"^[ \t>*#•–—_\"'\[-]*(?:(?:madde|mad\.|md\.?|article|art\.?)[ \t]*[:(-]?[ \t]*"
    r"(?P<number>\d{1,3}|[ivxlc]{1,7})\b\)?"
    rf"|(?P<ordinal>{_ORDINALS}|\d{{1,3}}[ \t]?['.][ \t]?(?:[iu]nc[iu])?)[ \t]+madde\b)"
    r"[ \t*_\]]*(?P<mark>(?:[-–—.:)=]+[ \t*_]*)+|$|(?P<bare>(?=[^\W\d])))",
    re.MULTILINE,
)
# one of these stands on every page that has articles, and on most pages none does
_SIGNS: Final = (
    *("madd", "md.", "article", "art.", "hükümleri", "şartları", "kararlar", "hukumleri", "sartlari"),
    *("şmaya göre", "buna göre", "muahedeye göre", "şu esas", "şu husus", "şu nokta", "şu şart"),
)
# what announces articles that have no word of their own: "Antlaşmanın önemli maddeleri şunlardır:", "Buna göre,"
_ANNOUNCED: Final = re.compile(
    r"(?:\b(?:madde|hukum|sart|karar)(?:leri|lari)(?:nden bazilari|ndan bazilari)?"
    r"(?: (?:sunlardi\w*|soyledi\w*|asagidaki gibidir))?"
    r"|\bsu (?:karar|esas|husus|nokta|sart)lar\w* (?:uzerinde )?(?:al|ver|anlas|uzlas|kabul)\w+(?: \w+)?"
    r"|\b(?:buna|(?:antlasma|anlasma|muahede)\w*) gore)"
    r"[ \t]*[:.,]?[ \t*_]*$"
)
_NUMBER: Final = re.compile(r"\(?\d{1,2}[ \t]?[.)–—-]+[ \t]*(?=[^\s\d])")
_DASH: Final = re.compile(r"[-–—•*·][ \t]*(?=[^\W\d])")  # "-Boğazlar açılacak"
_ANNOUNCING: Final = ("leri", "lar", "gore")
_SKIPPED: Final = (SegmentKind.SOURCES, SegmentKind.SIGNATURE)
_FAR: Final = 200  # characters of a line that announces, and between two numbers below it
_WHOLE: Final = 3  # articles that follow one another: between them stands nothing but the paper


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its `label` ("Madde 3 –") and its `body`, without it."""

    label: Span
    body: Span


def may_have_articles(text: str) -> bool:
    """Whether a text has a word for an article at all, asked of every page."""
    small = text.lower()
    return any(sign in small for sign in _SIGNS)


def is_label(folded: str, offset: int) -> bool:
    """Whether an article begins in the folded text at `offset`, the head of a line."""
    return _LABEL.match(folded, offset) is not None


def groups_of(page: Page, folded: str) -> Iterator[list[Article]]:
    """Articles that follow one another: a smaller number begins another paper.

    >>> from tanik.core.fold import fold
    >>> from tanik.page.read import read
    >>> page = read("Madde 1 – Yol açıktır.\\n\\nMadde 2 – Geçişten para alınmaz.\\n".encode(), path="a.txt")
    >>> [[one.body.of(page.text) for one in group] for group in groups_of(page, fold(page.text))]
    [['Yol açıktır.', 'Geçişten para alınmaz.']]
    """
    left_out = [one.span for one in page.segments if one.kind in _SKIPPED]
    labels = [one for one in _LABEL.finditer(folded) if not _lies_in(left_out, one.start())]
    labels = [one for one in labels if one["bare"] is None or page.text[one.end() : one.end() + 1].isupper()]
    if len(labels) == 1 and labels[0]["bare"] is not None:
        labels = []
    group: list[re.Match[str]] = []
    for label in labels:
        if group and _value(label) is not None and (_value(group[-1]) or 0) >= (_value(label) or 0):
            yield _articles(page, folded, group)
            group = []
        group.append(label)
    if group:
        yield _articles(page, folded, group)
    if not labels:
        yield from _listed(page, folded, left_out)


def _listed(page: Page, folded: str, left_out: Sequence[Span]) -> Iterator[list[Article]]:
    """The items of each list below a line that announces a paper's articles."""
    if not any(word in folded for word in _ANNOUNCING):
        return
    lines, behind = lines_of(page), 0
    for at, line in enumerate(lines):
        told = folded[line.span.start : line.span.end]
        announces = len(told) <= _FAR and _ANNOUNCED.search(told) is not None
        if at < behind or not announces or _lies_in(left_out, line.span.start):
            continue
        items = takewhile(lambda one: one is not None, (_item(folded, one) for one in lines[at + 1 :]))
        found = [one for one in items if one is not None]
        behind = at + 1 + len(found)
        if len(found) > 1:
            yield found


def _item(folded: str, line: Line) -> Article | None:
    """A line as an item: behind a bullet, a number ("1-", "2)"), or as a list's element."""
    number = _NUMBER.match(folded, line.span.start, line.span.end) or _DASH.match(
        folded, line.span.start, line.span.end
    )
    start = number.end() if number is not None else line.body.start
    if number is None and line.marker is None and line.element is None:
        return None
    return Article(Span(line.span.start, start), Span(start, line.span.end))


def _lies_in(spans: Sequence[Span], offset: int) -> bool:
    return any(span.start <= offset < span.end for span in spans)


def _value(label: re.Match[str]) -> int | None:
    """The number of a label in figures; None of one in words or Roman numerals."""
    number = label["number"]
    return int(number) if number is not None and number.isdigit() else None


def _follow(label: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two labels have numbers that follow one another."""
    return _value(label) is not None and _value(other) == (_value(label) or 0) + 1


def _articles(page: Page, folded: str, labels: Sequence[re.Match[str]]) -> list[Article]:
    """The articles of these labels: each to the next, and the last to the end of its line."""
    found = []
    for at, label in enumerate(labels):
        end = labels[at + 1].start() if at + 1 < len(labels) else _line_behind(folded, label.end())
        if at + 1 < len(labels) and len(labels) < _WHOLE and not _follow(label, labels[at + 1]):
            end = min(end, _line_behind(folded, label.end()))  # quoted one by one, with remarks between
        body = trimmed(page.text, Span(label.end(), max(end, label.end())))
        found.append(Article(trimmed(page.text, Span(label.start(), label.end())), body))
    return [one for one in found if one.body]


def _line_behind(folded: str, offset: int) -> int:
    """The end of the line in which something stands behind `offset`."""
    match = re.compile(r"\s*[^\n]*").match(folded, offset)
    return match.end() if match is not None else offset
