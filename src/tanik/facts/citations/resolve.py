"""Which work a short form means, and which note a number in the text leads to.

Comes in: the text of a page and its citations in order. Goes out: the same citations with `refers` (the full form that
``a.g.e.``, ``ibid.`` or an author's name with a page stands for), `note` and `marks`. The short forms are resolved as
eyecite resolves ``id.`` and ``supra``: by the author where one is named, else by the source right before, and only
to a kind that the form can mean. Where nothing fits, nothing is bound: an orphan is better than a wrong parent.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import Final

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Citation, CitationKind, Quotation

__all__ = ["bind_notes", "cited_by", "resolve"]

_OF_ARTICLE: Final = re.compile(r"a\.?\s?g\.?\s?m|makale")
_OF_THESIS_OR_BOOK: Final = re.compile(r"a\.?\s?g\.?\s?[et]\b|eser|kitap|tez|op\.")
_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARK: Final = re.compile(
    r"(?<=[\w.,;:!?\"”»’')])(?:\[(\d{1,3})\]|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|\((\d{1,3})\)(?=[\s.,;])|(?<=[.”»\"])(\d{1,3})(?=\s|$))"
)
_NOTE: Final = re.compile(
    r"(?:^|\n)[ \t]*(?:\[(\d{1,3})\]|\((\d{1,3})\)|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|(\d{1,3})[.)\-–]?(?=\s))[ \t]*"
)
_NEAR_NOTE: Final = 60  # characters between a note's number and the source in it
_BEHIND: Final = 3  # characters between words and the number of their note
_NEAR_SOURCE: Final = 40  # characters between quoted words and the source in parentheses behind them
_LATEST: Final = 20  # works of one author that are looked through
_OPENED: Final = re.compile(r"[^.!?\n]*[.!?]?[”“\"»’']*[^.!?\n]*\(\s*")
_CLOSED: Final = re.compile(r"[”“\"»’'.,;!?\s]*")


def _surname(author: str | None) -> str | None:
    """The folded surname of the first author: before the comma of ``Er, Ali``, else the last word."""
    if not author:
        return None
    first = re.split(r"\s(?:ve|and|&|-|–)\s|;", author)[0].strip(" .,")
    if "," in first:
        return fold(first.split(",")[0].strip())
    words = re.findall(r"[^\W\d_]+", first)
    return fold(words[-1]) if words else None


def _fits(short: Citation, full: Citation) -> bool:
    """Whether a short form can mean a source of that kind."""
    title = fold(short.title or "")
    if _OF_ARTICLE.search(title):
        return full.kind is CitationKind.ARTICLE
    if _OF_THESIS_OR_BOOK.search(title):
        return full.kind in (CitationKind.BOOK, CitationKind.ARTICLE)
    return True


def _again(short: Citation, full: Citation) -> bool:
    """Whether the title says that `short` names `full` a second time, with less of it."""
    if short.kind is not CitationKind.BOOK or short.year or short.publisher or not (short.title and full.title):
        return False
    return fold(full.title).startswith(fold(short.title).rstrip(". "))


class _Works:
    """The works of one page while it is read: full forms by their first author, and the source named last."""

    def __init__(self) -> None:
        self._by_surname: dict[str, list[Citation]] = {}
        self._last: Citation | None = None

    def add(self, citation: Citation, meant: Citation | None) -> None:
        """Note a citation and the full form it stands for."""
        self._last = meant or citation
        surname = _surname(citation.author)
        if meant is None and surname is not None and citation.rule != "short-form":
            self._by_surname.setdefault(surname, []).append(citation)

    def meant(self, citation: Citation) -> Citation | None:
        """The full form that `citation` stands for, or None."""
        surname = _surname(citation.author)
        named = self._by_surname.get(surname, [])[-_LATEST:] if surname is not None else []
        if citation.rule != "short-form":
            return next((full for full in reversed(named) if _again(citation, full)), None)
        if surname is not None:
            return next((full for full in reversed(named) if _fits(citation, full)), None)
        last = self._last
        fits = last is not None and last.rule != "short-form" and _fits(citation, last)
        return last if fits else None


def resolve(citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """`citations` (in order) with `refers` where a short form's work is named before it.

    >>> full = Citation(Span(0, 9), "Ali Er, …", CitationKind.BOOK, "book", author="Ali Er", title="Köprü")
    >>> short = Citation(Span(20, 34), "a.g.e., s. 12", CitationKind.BOOK, "short-form", title="a.g.e.")
    >>> [str(one.refers) for one in resolve((full, short))]
    ['None', 'Span(start=0, end=9)']
    """
    works, done = _Works(), []
    for citation in citations:
        full = works.meant(citation)
        works.add(citation, full)
        done.append(citation if full is None else replace(citation, refers=full.span))
    return tuple(done)


def _number(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group).translate(_SUPERSCRIPTS)


def bind_notes(text: str, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """`citations` with the number of the note each stands in and the places in `text` where that number stands.

    A number leads to a note only if the note begins a line behind it.

    >>> text = "Köprü yıkıldı.[1] Sonra yapıldı.\\n[1] Ali Er, Köprü, İzmir 1931, s. 5"
    >>> found = Citation(Span(37, 70), text[37:70], CitationKind.BOOK, "book")
    >>> [(one.note, [mark.of(text) for mark in one.marks]) for one in bind_notes(text, (found,))]
    [('1', ['[1]'])]
    """
    if not citations:
        return ()
    begun = tuple(_NOTE.finditer(text))
    notes = [(match.end(), _number(match)) for match in begun]
    heads = sorted({match.start(index) for match in begun for index in range(1, 5) if match.group(index)})
    marks: dict[str, list[Span]] = {}
    for match in _MARK.finditer(text):
        if bisect_left(heads, match.start()) == bisect_left(heads, match.end()):
            marks.setdefault(_number(match), []).append(Span(*match.span()))
    bound: list[Citation] = []
    at, note = 0, (-1, "")
    for citation in citations:
        while at < len(notes) and notes[at][0] <= citation.span.start:
            note, at = notes[at], at + 1
        in_note = note[0] >= 0 and "\n" not in text[note[0] : citation.span.start]
        near = in_note and (citation.span.start - note[0] <= _NEAR_NOTE or bool(bound and bound[-1].note == note[1]))
        places = tuple(mark for mark in marks.get(note[1], ()) if mark.end <= note[0]) if near else ()
        bound.append(replace(citation, note=note[1], marks=places) if places else citation)
    return tuple(bound)


def cited_by(
    text: str, quotations: tuple[Quotation, ...], citations: tuple[Citation, ...]
) -> tuple[tuple[int, ...], ...]:
    """For each quotation the indices of its citations: in parentheses right behind it, or in the note marked there."""
    starts = [citation.span.start for citation in citations]
    marks = sorted((mark.start, index) for index, citation in enumerate(citations) for mark in citation.marks)
    found = []
    for quotation in quotations:
        ends = quotation.span.end
        near = range(bisect_right(starts, ends), bisect_right(starts, ends + _NEAR_SOURCE))
        opened = {index for index in near if _OPENED.fullmatch(text, ends, starts[index])}
        behind = marks[bisect_left(marks, (ends, -1)) : bisect_right(marks, (ends + _BEHIND, len(citations)))]
        marked = {index for start, index in behind if _CLOSED.fullmatch(text, ends, start)}
        found.append(tuple(sorted(opened | marked)))
    return tuple(found)
