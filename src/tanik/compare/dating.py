"""Which day a stretch of a page gives itself.

Comes in: one page. Goes out: for any stretch of it the date of its own clause, and for a quotation the day that it
bears or is introduced with. A date that was only carried from the sentence before dates nothing here: what a finding
says about time must rest on words that stand side by side.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tanik.compare.dates import is_day
from tanik.compare.model import Examined, Place
from tanik.core.fold import fold
from tanik.core.sentence import sentences
from tanik.core.span import Span
from tanik.facts.model import Amount, Basis, Calendar, DateMention, Name, Quotation, QuotationForm, Statement
from tanik.facts.outline.letters import Letter, letters_of

__all__ = ["Dated", "Given"]

_DOCUMENTS: Final = (QuotationForm.LETTER, QuotationForm.TELEGRAM, QuotationForm.DOCUMENT)
_SHORT_YEAR: Final = re.compile(r"(?:[^\W\d]\s+|[./]\s?)['’]?\d\d\s*$")
_LATEST: Final = "2100"
_LONG_YEAR: Final = re.compile(r"\d{3}")
_TAIL: Final = 110  # characters: a date line with a name and an office under it
_HEAD: Final = 60
# "... tarihli telgrafında", "... günü yazdığı mektupta": what is quoted bears the day that stands before it.
_INTRODUCED: Final = re.compile(
    r"^\W{0,2}(?:tarihli|tarihinde|gunlu|gunu)?\b[^.;:]{0,60}\b"
    r"(?:telgraf|tel\b|mektu[bp]|beyanname|bildiri|rapor|yazi|dilekce|nutuk|nutku|konusma|letter|telegram)"
)
_HEAD_LINE: Final = 60  # letters of a line with a place and a day
_LETTER: Final = 4000  # letters of a letter
_HEAD_AND_BODY: Final = 2
_ENTRY_MARK: Final = re.compile(r"\s?[:–—]\s?|\s{1,2}(?=[–—])|\s\s")  # a hyphen is folded to a space
_PRINTED: Final = "1980"  # no page of the web was published before
_ANY_LINE: Final = re.compile(r"[^\n]+")
_DAY_LINE: Final = re.compile(r"\d{4}\W*$")
# Folded: the place before the day of a letter, the call that opens it, and the name under it.
_PLACE_LINE: Final = re.compile(r"(?:[^\W\d]+[ ,.]*){0,3}#[ .,]*(?:[^\W\d]+)?\W*")
_CALLED: Final = re.compile(
    r"(?:sevgili|aziz|muhterem|sayin|degerli|kiymetli|canim|azizim|efendim|pasam|dear|my dear|hormetli|ezizim)\b"
)
_SIGNED: Final = re.compile(r"(?:[^\W\d_][\w'’-]*\.?,? ?){1,6}(?<![.!?])")


@dataclass(frozen=True, slots=True)
class Given:
    """A letter given whole: as if it were quoted, the day of its date line, and who signed, where the form tells it."""

    words: Quotation
    day: DateMention
    signature: Span | None = None


class Dated:
    """One page with its sentences and the dates that stand in them."""

    def __init__(self, page: Examined) -> None:
        self.page = page
        self.folded = fold(page.text).replace("-", " ")
        self.sentences = [one for span in page.body or (Span(0, len(page.text)),) for one in sentences(page.text, span)]
        self._letters = _letters(page)
        self.quotations = (*page.facts.quotations, *(one.words for one in self._letters))
        self._starts = [one.start for one in self.sentences]
        self._amount_starts = [amount.span.start for amount in page.facts.amounts]
        self._dates = [date for date in page.facts.dates if date.edtf and not date.problem and self._is_sure(date)]
        written = (date for date in self._dates if date.basis is not Basis.RELATIVE)
        self._written = sorted(written, key=lambda date: date.span.start)
        self._date_starts = [date.span.start for date in self._written]
        self._names = sorted(page.facts.names, key=lambda name: name.span.start)
        self._name_starts = [name.span.start for name in self._names]

    def _is_sure(self, date: DateMention) -> bool:
        """Whether a year is not only told with two figures: "21 Şubat 21", of 1921 or of Rumi 1321, accuses nobody."""
        written = [date.text, date.anchor.of(self.page.text) if date.anchor is not None else ""]
        if (date.edtf or "")[:4] > _LATEST:  # "Bir seferinde 1923", read as of the month of Safer
            return False
        return not any(_SHORT_YEAR.search(one) and not _LONG_YEAR.search(one) for one in written)

    def sentence(self, span: Span) -> Span | None:
        """The sentence that a stretch begins in."""
        at = bisect_right(self._starts, span.start) - 1
        return self.sentences[at] if at >= 0 and self.sentences[at].end > span.start else None

    def amounts_in(self, span: Span) -> list[Amount]:
        """The amounts that stand in a stretch, in order."""
        first = bisect_left(self._amount_starts, span.start)
        found = self.page.facts.amounts[first : bisect_right(self._amount_starts, span.end, first)]
        return [amount for amount in found if amount.span.end <= span.end]

    def places(self, spans: Iterable[Span | None]) -> tuple[Place, ...]:
        """Stretches of the page as the places of a finding: in order, each once, and what is None left out."""
        return tuple(sorted({Place(self.page.id, span) for span in spans if span is not None}))

    def dates_in(self, span: Span) -> list[DateMention]:
        """The dates that stand in a stretch and are written there."""
        first, last = bisect_left(self._date_starts, span.start), bisect_right(self._date_starts, span.end)
        return [date for date in self._written[first:last] if span.contains(date.span)]

    def names_in(self, span: Span) -> list[Name]:
        """The names that stand in a stretch, in order."""
        first, last = bisect_left(self._name_starts, span.start), bisect_right(self._name_starts, span.end)
        return [name for name in self._names[first:last] if span.contains(name.span)]

    def between(self, one: Amount, two: Amount) -> str:
        """The folded words between two amounts."""
        return self.folded[one.span.end : two.span.start]

    def opens_line(self, date: DateMention) -> bool:
        """Whether a date heads its line, as that of an entry in a chronology does: bullets alone stand before it."""
        start = self.page.text.rfind("\n", 0, date.span.start) + 1
        return not any(map(str.isalnum, self.page.text[start : date.span.start]))

    def mark_behind(self, date: DateMention) -> int:
        """How many characters the mark has that parts the date of an entry from its words; 0 where it is no entry's."""
        found = _ENTRY_MARK.match(self.folded, date.span.end)
        return len(found[0]) if found is not None and self.opens_line(date) else 0

    def own_date(self, statement: Statement) -> DateMention | None:
        """The date of a statement, where it stands in the statement's own sentence."""
        around = self.sentence(statement.span) or statement.span
        found = [one for one in self.dates_in(_whole(around, statement.span)) if one.edtf == statement.when]
        return found[0] if found else None

    def date_of(self, span: Span) -> DateMention | None:
        """The date of the clause that a stretch stands in: its statement's, or the only one of its sentence."""
        for statement in self.page.facts.statements:
            if statement.span.contains(span) and (found := self.own_date(statement)) is not None:
                return found
        around = self.sentence(span)
        dates = self.dates_in(around) if around is not None else []
        return dates[0] if dates and len({date.edtf for date in dates}) == 1 else None

    def quotation_at(self, span: Span) -> Quotation | None:
        """The quotation that a stretch stands in."""
        return next((one for one in self.quotations if one.span.contains(span)), None)

    @property
    def letters(self) -> tuple[Given, ...]:
        """The letters that the page gives whole under a date line, in order."""
        return self._letters

    def line_of_day(self, stretch: Span, day: str) -> DateMention | None:
        """The line of a place and a day that was read as the page's own, where it is `day` and ends in its year."""
        return _line_of_day(self.page, stretch, day)

    def day_of(self, quotation: Quotation) -> DateMention | None:
        """The day that quoted words bear at their head or foot, or that they are introduced with."""
        letter = next((one for one in self._letters if one.words is quotation), None)
        if letter is not None:
            return letter.day
        inside = [date for date in self.dates_in(quotation.span) if is_day(date.edtf)]
        if quotation.form in _DOCUMENTS and inside:
            return max(inside, key=lambda date: date.edtf or "")
        span = quotation.span
        edges = [d for d in inside if span.end - d.span.end <= _TAIL or d.span.start - span.start <= _HEAD]
        if len(inside) == 1 and edges and len(span) > 2 * len(edges[0].text):
            return edges[0]
        around = self.sentence(Span(max(0, span.start - 1), span.start)) if span.start else None
        if around is None or inside:
            return None
        before = [one for one in self.dates_in(Span(around.start, span.start)) if is_day(one.edtf)]
        if len(before) == 1 and _INTRODUCED.match(self.folded[before[0].span.end : span.start]):
            return before[0]
        return None

    def foot_of(self, span: Span) -> DateMention | None:
        """The year that closes short words behind a comma: "by arrangement with the League, 1922"."""
        dates = self.dates_in(span)
        closes = len(dates) == 1 and not self.folded[dates[0].span.end : span.end].strip(' ."”')
        return dates[0] if closes and self.folded[: dates[0].span.start].endswith(", ") else None


def _letters(page: Examined) -> tuple[Given, ...]:
    """The letters of a page that bear a day: those that it frames by their lines, else the page itself."""
    framed = (_framed(page, one) for one in letters_of(page.page))
    found = tuple(one for one in framed if one is not None)
    whole = _whole_letter(page) if not found else None
    return (Given(*whole),) if whole is not None else found


def _framed(page: Examined, letter: Letter) -> Given | None:
    """A letter with the one day of its date line, if that stands above it; what stands below may be the editor's."""
    line = letter.dateline
    if line is None or line.start > letter.body.start:
        return None
    days = [one for one in page.facts.dates if line.contains(one.span) and is_day(one.edtf) and not one.problem]
    day = days[0] if len(days) == 1 else None
    if not days and is_day(page.page.published):
        day = _line_of_day(page, line, page.page.published or "")
    if day is None or _SHORT_YEAR.search(day.text):
        return None
    end = letter.signature.end if letter.signature is not None else _first_paragraph(page.page.text, letter.body)
    span = Span(letter.span.start, end)
    words = Quotation(span, span.of(page.page.text), QuotationForm.LETTER, "page", "letter-framed")
    return Given(words, day, letter.signature)


def _line_of_day(page: Examined, stretch: Span, day: str) -> DateMention | None:
    """The line of a stretch that ends in the year of a day, of old enough a page; that day was read as the page's."""
    if page.page.published != day or day >= _PRINTED:
        return None
    for line in _ANY_LINE.finditer(page.page.text, stretch.start, stretch.end):
        span = Span(line.start(), line.end())
        if len(span) <= _HEAD_LINE and day[:4] in line.group() and _DAY_LINE.search(line.group()):
            return DateMention(span, line.group(), day, Calendar.GREGORIAN, Basis.WRITTEN, "letter-head")
    return None


def _first_paragraph(text: str, body: Span) -> int:
    """Where the first paragraph of a letter ends: below one that nobody signed the page may go on by itself."""
    end = text.find("\n", body.start, body.end)
    return body.end if end < 0 else end


def _whole_letter(page: Examined) -> tuple[Quotation, DateMention] | None:
    """A page that is a letter from its date line to its signature, as if it were quoted, and its day."""
    text = page.page.text.strip()
    paragraphs = [one.strip() for one in text.split("\n") if one.strip()]
    day = _head_day(page, paragraphs[0]) if len(paragraphs) > 1 and len(text) <= _LETTER else None
    if day is None:
        return None
    called = any(_CALLED.match(fold(one)) for one in paragraphs[1:3])
    signed = len(paragraphs) > _HEAD_AND_BODY and _SIGNED.fullmatch(paragraphs[-1]) is not None
    if not (called or signed):
        return None
    start = page.page.text.find(text)
    return Quotation(Span(start, start + len(text)), text, QuotationForm.LETTER, "page", "letter-page"), day


def _head_day(page: Examined, head: str) -> DateMention | None:
    """The day in a first line that has nothing but a place beside it; the line may have been read as the page's own."""
    start = page.page.text.find(head)
    line = Span(start, start + len(head))
    if len(head) > _HEAD_LINE:
        return None
    days = [one for one in page.facts.dates if line.contains(one.span) and is_day(one.edtf)]
    if len(days) == 1 and _PLACE_LINE.fullmatch(fold(head.replace(days[0].text, "#"))):
        return days[0]
    published = page.page.published
    if days or not is_day(published) or (published or "") >= _PRINTED or not _DAY_LINE.search(head):
        return None
    return DateMention(line, head, published, Calendar.GREGORIAN, Basis.WRITTEN, "letter-head")


def _whole(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))
