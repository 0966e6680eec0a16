"""What of a page is read, and in whose voice: its own text, comments, letters and documents quoted at length.

Comes in: a page and the quotations found on it. Goes out: stretches, each with the sentences that are read in it. A
short quotation is one word of its sentence; a letter is told by whoever wrote it, and so is a stretch of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tanik.core.fold import fold
from tanik.core.sentence import sentences
from tanik.core.span import Span
from tanik.facts.cover import Cover
from tanik.facts.model import Facts, NameKind, Quotation, QuotationForm, Standing
from tanik.facts.outline.letters import Letter, letters_of
from tanik.facts.outline.options import options_of
from tanik.facts.statements.claimed import Claim, claim_of
from tanik.facts.statements.discourse.correspondents import Correspondents
from tanik.facts.statements.lexis.words import pieces_of
from tanik.page.model import Page, SegmentKind

__all__ = ["Stretch", "stretches_of"]

_READ = (SegmentKind.TITLE, SegmentKind.PARAGRAPH, SegmentKind.COMMENT)
_DOCUMENTS = (QuotationForm.LETTER, QuotationForm.TELEGRAM, QuotationForm.DOCUMENT)
_UNSAID = re.compile(r"\W*(?:diye )?(?:hic |asla )?(?:de|soyle|yaz|konus)m[ae](?:di|mis)")  # "“…” demedi"
_BEHIND = 40  # characters
_LONG_QUOTATION = 150
_A_SENTENCE = 5  # words
_A_CLAIM = 3  # words: “Köprü dün yıkıldı”


_ACCOUNT: Final = re.compile(r"@\w[\w.-]*\w")
# "BURSA - ", "ANKARA (AA) – ": where the news comes from, before its first sentence (TDK Türkçe Sözlük, mahreç)
_DATELINE: Final = re.compile(r"(?:[^\W\d_]+ \([^()\n]{2,20}\)|[A-ZÇĞİÖŞÜ]{3,})\s{1,2}[-–—]\s{1,2}(?=\w)")
_ADDRESSED: Final = re.compile(r"[,:;]?[^\S\n]+|[^\S\n]*\n\s*")  # "@serhatli36'nın dediği" is no address


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a page that one voice speaks: its `sentences` and the quotations not looked into, `masks`, in order.

    Of a `title` only what it asks is kept, of what is `quoted` only what is denied, and `in_marks` what can be looked
    up, also as a `claim` of nobody who is named; what is `running` carries its subject on. A `letter` given whole is a
    stretch of its own; its frame is not read.
    """

    span: Span
    authority: str | None
    masks: tuple[Span, ...]
    sentences: tuple[Span, ...]
    title: bool = False
    running: bool = False
    quoted: bool = False
    in_marks: bool = False
    claim: Claim | None = None
    letter: Letter | None = None
    correspondents: Correspondents | None = None

    def masks_in(self, span: Span) -> tuple[Span, ...]:
        """The masks that overlap a sentence; one that starts before it reaches into it from one place back only."""
        low = max(0, bisect_left(self.masks, span.start, key=lambda mask: mask.start) - 1)
        high = bisect_left(self.masks, span.end, key=lambda mask: mask.start)
        return tuple(mask for mask in self.masks[low:high] if mask.overlaps(span))


def stretches_of(page: Page, facts: Facts) -> Iterator[Stretch]:
    """What is read: titles, paragraphs and comments, and the letters and documents quoted at length."""
    quoted = sorted(facts.quotations, key=lambda one: one.span.start)
    places = Cover(one.span for one in quoted)
    letters = letters_of(page)
    framed = Cover((*(letter.span for letter in letters), *options_of(page)))  # no page says what it lets choose from
    accounts = tuple(dict.fromkeys(one.author for one in page.segments if one.author is not None))
    told: list[Span] = []  # the sentences of the page's own voice
    for segment in page.segments:
        if segment.kind in _READ:
            near = (quoted[index] for index in places.near(segment.span))
            inside = tuple(q.span for q in near if q.span.overlaps(segment.span) and not _is_woven(q))
            author = segment.author if segment.kind is SegmentKind.COMMENT else None
            title, running = segment.kind is SegmentKind.TITLE, segment.kind is SegmentKind.PARAGRAPH
            read = tuple(one for one in _read_in(page.text, segment.span, accounts) if not framed.touches(one))
            read = (_behind_dateline(page.text, read[0], facts), *read[1:]) if running and read else read
            told += () if title else read
            yield Stretch(segment.span, author, inside, read, title=title, running=running)
    for letter in letters:
        near = (quoted[index] for index in places.near(letter.body))
        inside = tuple(q.span for q in near if letter.body.contains(q.span) and 2 * len(q.span) < len(letter.body))
        yield Stretch(letter.body, None, inside, _read_in(page.text, letter.body), letter=letter)
    for quotation in filter(_is_document, facts.quotations):
        near = (quoted[index] for index in places.near(quotation.span))
        inside = tuple(q.span for q in near if q is not quotation and quotation.span.contains(q.span))
        read = tuple(one for one in _read_in(page.text, quotation.span) if not framed.touches(one))
        yield Stretch(quotation.span, quotation.speaker, inside, read)
    for quotation in facts.quotations:
        # what someone is quoted to say is not the page's; what they deny or hand on of the past is told of the thing
        spoken = quotation.form is not QuotationForm.PROVERB and not _is_document(quotation)
        spoken = spoken and quotation.standing is Standing.GIVEN
        spoken = spoken and not framed.touches(quotation.span)
        if not spoken:
            continue
        claim = None if quotation.speaker else _claim_in(page.text, told, quotation.span)
        least = _A_CLAIM if claim else _A_SENTENCE
        if (quotation.speaker or claim) and len(quotation.text.split()) >= least:
            read = _read_in(page.text, quotation.span)
            behind = fold(page.text[quotation.span.end : quotation.span.end + _BEHIND])
            marked = quotation.marks != "colon" and _UNSAID.match(behind) is None
            yield Stretch(quotation.span, quotation.speaker, (), read, quoted=True, in_marks=marked, claim=claim)


def _claim_in(text: str, sentences: Sequence[Span], quotation: Span) -> Claim | None:
    """How the sentence that holds a quotation hands it on; `sentences` are in order."""
    at = bisect_right(sentences, quotation.start, key=lambda one: one.start) - 1
    holds = at >= 0 and sentences[at].contains(quotation)
    return claim_of(text, sentences[at], quotation) if holds else None


def _read_in(text: str, span: Span, accounts: Sequence[str] = ()) -> tuple[Span, ...]:
    """The sentences of a stretch; one that goes on for hundreds of words without a stop comes in pieces.

    Whom a post answers stands before its words and not in them: "@serhatli36 Kongre 1918'de toplandı."
    """
    read = (piece for sentence in sentences(text, span) for piece in pieces_of(text, sentence))
    return tuple(_behind_accounts(text, one, accounts) for one in read) if "@" in text else tuple(read)


def _behind_accounts(text: str, sentence: Span, accounts: Sequence[str]) -> Span:
    """A sentence without the accounts that it is addressed to, one of the page's own authors among `accounts`.

    >>> text = "@Hasan Amca @ayse36 dedem 1916'da gelmiş."
    >>> _behind_accounts(text, Span(0, len(text)), ("Hasan Amca",)).of(text)
    "dedem 1916'da gelmiş."
    """
    low, end = sentence.start, sentence.end
    while text.startswith("@", low):
        named = next((one for one in accounts if text.startswith(one, low + 1)), None)
        own = _ACCOUNT.match(text, low, end)
        past = low + 1 + len(named) if named is not None else own.end() if own is not None else end
        behind = _ADDRESSED.match(text, past, end)
        if behind is None or behind.end() == end:
            return sentence
        low = behind.end()
    return Span(low, end)


def _behind_dateline(text: str, sentence: Span, facts: Facts) -> Span:
    """A paragraph's first sentence without the town that the news comes from, which does nothing in it.

    >>> text = "BURSA - Defter müzeye verildi."
    >>> _behind_dateline(text, Span(0, len(text)), Facts()) == Span(0, len(text))  # of nothing known to be a town
    True
    """
    found = _DATELINE.match(text, sentence.start, sentence.end)
    if found is None:
        return sentence
    town = any(one.span.start == sentence.start and one.kind is NameKind.PLACE for one in facts.names)
    return Span(found.end(), sentence.end) if town else sentence


def _is_woven(quotation: Quotation) -> bool:
    """Whether words are given without marks inside their sentence ("borç kalmadı diyor"): the grammar reads them."""
    return quotation.marks == "colon" and quotation.rule in ("closed-by-verb", "announced-text")


def _is_document(quotation: Quotation) -> bool:
    return quotation.form in _DOCUMENTS and len(quotation.span) > _LONG_QUOTATION
