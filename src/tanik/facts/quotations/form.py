"""What kind of text the words are taken from: a letter, a telegram, a speech, a document, a proverb, or plain speech.

Comes in: the page's text, the place of the words and the paragraphs before and at it. Goes out: the form. The noun
that announces the words decides (``telgrafında``), next to them first; a text that is only spoken about ("bu mektup
için", "telgrafı alan Paşa") holds no words. What is said from a stand stays a speech through the paragraph.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.sentence import sentences
from tanik.core.span import Span
from tanik.facts.model import QuotationForm
from tanik.facts.quotations.around import announcing_line
from tanik.facts.quotations.below import source_line
from tanik.facts.quotations.words import form_in, stand_pattern, written_pattern

__all__ = ["form_of"]

# Folding writes w as v.
_WRITES: Final = r"(?:yaz(?:di|mis\w*|ar|iyor\w*|ir|irdi|ib|ilib|ili)|okuyor\w*|okudu|vrote|vrites)\b"
_WROTE: Final = re.compile(_WRITES + r"(?:\sin\s\w+\s\w+)?(?:\ski,?)?\s*[:;,]?\s*$")
_WRITES_TO: Final = re.compile(
    r"(?:['’]y?[ae]|s?[iu]n[ae])\s(?:[^.:]{0,30}\s)?" + _WRITES + r"\s*:\s*$|\bvrote to\b[^.]*$"
)
# Said with the mouth: what stands before it in a sentence of its own is no frame for it.
_SAID_ALOUD: Final = re.compile(
    r"\W*(?:de(?:di|mis\w*|rdi|yen|yib)|diye\s(?:soyle|ekle|konus|bagir|sor|anlat|seslen)\w*|"
    r"ifade(?:lerini|sini)?\s|seklinde\s(?:konus|soyle)\w*|sozleri)\b"
)
_SPOKE: Final = re.compile(r"\b(?:nutuk|nutk|konusma(?:[sdyl]\w*)?\b|soylev)")
# A text that was told of in the sentence before: "metni şöyledir", "cevap kısadır".
_OF_THAT_TEXT: Final = re.compile(r"\b(?:metn|metin|tamami|sureti|icerigi|cev[ae]b|cevap|karsilik|yanit|reply|answer)")
_SENTENCES: Final = 3
_CLOSED: Final = re.compile(r"[.!?…]\W?\s*$")


def _behind(text: str, folded: str, outer: Span, line: Span) -> str:
    """The words behind a quotation in its own sentence."""
    if outer.end >= line.end:
        return ""
    closed = re.search(r"[.!?…]\W?$", folded[outer.start : outer.end])
    if closed and re.match(r"\s+[A-ZÇĞİÖŞÜƏ]", text[outer.end : line.end]):
        return ""  # the words closed their sentence; what follows speaks of something else
    return folded[outer.end : min(line.end, outer.end + 30)]


def _named_behind(behind: str) -> QuotationForm | None:
    """``“…” diye telgraf çekti``, and what was said where the words are put on paper."""
    found = form_in(behind)
    if found is None and written_pattern().search(behind):
        return QuotationForm.DOCUMENT
    return found


def _in_lead(folded: str, before: tuple[Span, ...], outer: Span, behind: str) -> QuotationForm | None:
    """The form that the sentence leading to the words names, and the sentence before where it tells of a stand."""
    if not before:
        return None
    last = Span(before[-1].start, max(before[-1].start, min(before[-1].end, outer.start)))
    own = form_in(folded[last.start : last.end])
    if own is not None and _CLOSED.search(folded, last.start, last.end) and _SAID_ALOUD.match(behind):
        own = own if own is QuotationForm.SPEECH else None
    if own is None and _WRITES_TO.search(folded, last.start, outer.start):
        earlier = _told_of(folded, before[:-1])
        return earlier if earlier is QuotationForm.TELEGRAM else QuotationForm.LETTER
    if own is None and _OF_THAT_TEXT.search(folded, last.start, last.end):
        return _told_of(folded, before[:-1])
    return own


def _told_of(folded: str, before: tuple[Span, ...]) -> QuotationForm | None:
    """The form of the last text that the sentences before tell of."""
    found = (form_in(folded[one.start : one.end]) for one in reversed(before[-_SENTENCES:]))
    return next((form for form in found if form is not None), None)


def _from_a_stand(folded: str, before: tuple[Span, ...], behind: str) -> bool:
    """Whether a sentence of the paragraph puts the speaker on a stand and nothing ends it."""
    if written_pattern().search(behind):
        return False
    if len(before) > 1 and _SPOKE.search(folded, before[-2].start, before[-2].end):
        return True
    return any(stand_pattern().search(folded, one.start, one.end) for one in before)


def form_of(text: str, folded: str, outer: Span, lines: tuple[Span, ...]) -> QuotationForm:
    """The form that the words around a quotation give it.

    >>> from tanik.core.fold import fold
    >>> text = "Bu mektubu okuyan Ali Bey “yol açıldı” dedi."
    >>> form_of(text, fold(text), Span(26, 38), (Span(0, len(text)),))
    <QuotationForm.DIRECT: 'direct'>
    """
    line = lines[-1]
    below = source_line(text, outer)
    told = form_in(folded[below.start : below.end]) if below is not None else None
    if told is not None:
        return told
    lead = announcing_line(outer, lines)
    before = sentences(text, Span(lead.start, max(lead.start, min(lead.end, outer.start))))
    behind = _behind(text, folded, outer, line)
    own, after = _in_lead(folded, before, outer, behind), _named_behind(behind)
    if own is QuotationForm.SPEECH and after is QuotationForm.DOCUMENT:
        return after
    if own is not None or after is not None:
        return own or after or QuotationForm.DIRECT
    if _from_a_stand(folded, before, behind):
        return QuotationForm.SPEECH
    return QuotationForm.DOCUMENT if _WROTE.search(folded, line.start, outer.start) else QuotationForm.DIRECT
