"""What kind of text the words are taken from: a letter, a telegram, a speech, a document, a proverb, or plain speech.

Comes in: a page and the place of the words on it. Goes out: the form. The noun that announces the words decides
(``telgrafında``), next to them first; a text that is only spoken about ("bu mektup için", "telgrafı alan Paşa"), or in
which the words do not stand ("zabıtlarda bulunmuyor"), holds none. A text told of in the sentence before goes on where
its writer goes on ("… yolladığı mektup. Teğmen, “…” diyor"); what is said from a stand stays a speech through the
paragraph; minutes of a session hold speeches. A statement to the press is plain speech: there is no assembly.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import QuotationForm
from tanik.facts.quotations.around import Parted, announcing_line, is_sending
from tanik.facts.quotations.below import source_line
from tanik.facts.quotations.mentions import Kind
from tanik.facts.quotations.words import (
    container_pattern,
    form_in,
    forms_in,
    stand_pattern,
    word_pattern,
    written_pattern,
)
from tanik.page.model import Page, SegmentKind

__all__ = ["Forms"]

# Folding writes w as v, and Azerbaijani Cyrillic in Latin letters.
_WRITES: Final = r"(?:yaz(?:di|mis\w*|ar|iyor\w*|ir|irdi|ib|ilib|ili)|okuyor\w*|okudu|vrote|vrites)\b"
_WROTE: Final = re.compile(_WRITES + r"(?:\sin\s\w+\s\w+)?(?:\ski,?)?\s*[:;,]?\s*$")
_WRITES_TO: Final = re.compile(
    r"(?:['’]y?[ae]|s?[iu]n[ae])\s(?:[^.:]{0,30}\s)?"
    + _WRITES
    + r"\s*:\s*$|\bvrote (?:to|home|back)\b[^.]*$|\bhitaben\b[^.]*$"
)
_ADDRESSED: Final = re.compile(r"\bhitaben\b[^.]*$")
_WROTE_TO_BEHIND: Final = re.compile(r"\W{0,4}(?:\w+\s){0,3}(?:vrote|vrites)\s(?:to|back|home)\b")
# Said with the mouth: what stands before it in a sentence of its own is no frame for it.
_SAID_ALOUD: Final = re.compile(
    r"\W*(?:de(?:di|mis\w*|rdi|yen|yib|yip|yerek)|diy(?:en|erek|ip)|diye\s(?:soyle|ekle|konus|bagir|sor|anlat|seslen)\w*|"
    r"ifade(?:lerini|sini)?\s|seklinde\s(?:konus|soyle)\w*|sozleri|"
    r"(?:(?:he|she|they|i|ve|the\s\w+)\s)?(?:said|told|asked|replied|cried|ansvered|shouted|added))\b"
)
# A text speaks in the present ("diyor", "der"); a mouth spoke in the past ("dedi").
_TEXT_SPEAKS: Final = re.compile(
    r"\W*(?:(?:cumlesi|notu|sozleri|satiri)\s(?:var|vard\w+|yazil\w+|okunu\w+)|diyor\b|der\b|deyir\b|"
    r"diye\s(?:yaz|aktar|gec|ekliyor|bitir|basla|surdur)\w*|yaz\w+)"
)
_TEXT_LEADS: Final = re.compile(r"\b(?:noted|vrote|vrites|records?|yaziyor|yazar|yazir|okunuyor|okunur)\b[^.]{0,15}$")
# "Kapıda “…” yazıyordu": what stands written somewhere.
_STANDS_WRITTEN: Final = re.compile(r"\W{0,4}yaz(?:iyor|ili|ilm|ar\b)")
# Who rises among those who sit together speaks to all of them.
_RISES: Final = re.compile(
    r"\b(?:ayaga kalk|ayaga qalx|yerinden kalk|(?:ustune|uzerine|masaya|balkona|minbere|iskemleye) cik)"
)
_ASSEMBLY: Final = re.compile(
    r"\b(?:kongre|kurultay|meclis|genel kurul|umumi heyet|delege|mebus|milletvekili|miting|(?<!basin )toplanti|iclas|"
    r"yigincaq|qurultay|"
    r"(?:halk|ahali|koylu|kalabalik|isci|camaat)\w*\b[^.!?]*\b(?:toplan|birik|yigil))"
)
# Behind "diyen" and "dedi" another clause begins: "“…” diyen Ali Bey, hatıratında Veli'yi suçlar".
_SAID_BY: Final = re.compile(r"\W*(?:diye\s\w+[ae]n|diyen|deyen|soyleyen|bagiran|soran)\s\S+\s\S+")
_SAID_BEHIND: Final = re.compile(
    r"\W*(?:diyerek|deyip|deyerek|deyib|de(?:di|r|rdi|mis|misti|yir|yirdi)|diyor(?:du)?|diye\s\w+(?:d[iu]|t[iu]|[iu]yor\w*))\b"
    r"[^,;]*?(?=[,;]|\sve\s|\sama\s|$)"
)
# "Ali Bey'in “…” dediğini": a text that tells what somebody said with his mouth.
_SAID_OF: Final = re.compile(
    r"\W*(?:de|soyle|diye\s(?:soyle|bagir|haykir|seslen|sor|cevap ver|anlat|cikis|fisilda)\w*?)"
    r"(?:digi|dig|tig|diy)[iu]?n?[iae]?\b"
)
_SOMEBODYS: Final = re.compile(r"['’]n?[iu]n\s|\b[^\W\d_]{3,}n[iu]n\s(?!(?:tarih|gun|ay|yil))")
# "hatıratında anlatır: Paşa bize dönüp “…” dedi": what stands behind the colon is told, and what is told was said.
_TOLD_THERE: Final = re.compile(r"\b(?:anlat|naklet|nakled|hatirl|yaz|aktar|danis)\w*\s*[:;]\s*(?:\S+\s+){2,}$")
# A page or a line is one of the text that was told of before: "Mektup iki sayfaydı. İlk sayfada “…”".
_PART_OF_TEXT: Final = re.compile(r"\b(?:sayfada|sayfasinda|sayfalarinda|satirinda|bolumunde|sehifesinde)\b")
_THIS_PROVERB: Final = re.compile(r"\b(?:bu|o|su)\s(?:eski\s)?(?:atasoz|darbimesel|deyim)")
# What is asked or thrown in from a seat is no speech, nor what cuts one short.
_CUTS_SHORT: Final = re.compile(
    r"\b(?:sozunu|sozu|lafini)\s(?:kes|kez)\w*\W*$|\b(?:araya gir|soze karis|laf at)\w*\W*$"
)
_THROWN_IN: Final = re.compile(r"\W{0,4}(?:deyince|diyince|diye (?:sor(?:du|mus)|laf at|soz at|sozunu kes|atil))")
_SPOKE: Final = re.compile(r"\b(?:nutuk|nutk|konusma(?:[sdyl]\w*)?\b|soylev)")
# A text that was told of in the sentence before: "metni şöyledir", "bir yerinde", "en çok paylaşılan hâlinde".
_OF_THAT_TEXT: Final = re.compile(
    r"\b(?:metn|metin|tamami|suret|icerigi|c[ae]v[ae]b|cevap|karsilik|yanit|reply|answer|bir yerinde|aynen|"
    r"(?:bu|su) satir|su (?:gec|okun|yaz)|birin(?:i|de)\b|sonunda|devaminda|(?:ilk|son|bir) (?:cumle|satir|sayfa)|"
    r"paylasilan h[ae]l|"
    r"dolasan h[ae]l|gecen ifade|orada)"
)
# The words are said not to stand in the text that is named behind them.
_NOT_THERE: Final = re.compile(
    r"\b(?:degil|yok\w*|bulunma[mdyz]\w*|bulunmu\w+|gecme[mzdy]\w*|gecmi\w+|rastlan(?:ma|mi)\w*|yer almi\w*|"
    r"bulamad\w*)\b"
)
_SALUTATION: Final = re.compile(
    r"\W*(?:(?:cok\s)?(?:sevgili|muhterem|aziz|eziz|kiymetli|degerli|hormetli|canim|iki gozum|my dear|dearest|dear)\s"
    r"[^\n.!?:]{0,40}"
    # one addresses kin by a possessive, the dear by -cIğIm (GK 8.1.2)
    r"|(?:kardesim|oglum|kizim|evladim|efendim|hemsirem|validem|pederim|biraderim|agabeyim|refikam|[^\W\d_]{2,}c[iu]g[iu]m)(?:\s[^\W\d_]+)?)[,!]?\s*\n?"
)
_SESSION: Final = re.compile(
    r"\b(?:zabit ceridesi|tutanak dergisi|celse\w*|ictima\w*|birlesim|muzakere|reis [—–-]|oturum\w*)"
)
_RECORD: Final = re.compile(r"\b(?:tutana|zabit|zabt|gazete)")
_CLOSED: Final = re.compile(r"[.!?…]\W?\s*$")
_SENTENCES: Final = 3
_WRITTEN: Final = (QuotationForm.DOCUMENT, QuotationForm.LETTER, QuotationForm.TELEGRAM)
_HEAD: Final = 700  # letters in which a page says that it is the minutes of a session
_FEWEST_SESSION_WORDS: Final = 3
_FEWEST_LETTER_WORDS: Final = 8
_WORD_ALONE: Final = 1


def _blanked(folded: str, quoted: tuple[Span, ...]) -> str:
    """The text with what others say struck out: a letter that a quotation speaks of frames no other."""
    parts, at = [], 0
    for span in sorted(quoted):
        parts += [folded[at : max(at, span.start)], "_" * (span.end - max(at, span.start))]
        at = max(at, span.end)
    return "".join([*parts, folded[at:]])


class Forms:
    """Finds the forms of one page's quotations."""

    def __init__(self, page: Page, folded: str, quoted: tuple[Span, ...] = (), parted: Parted | None = None) -> None:
        self._text = page.text
        self._outside = _blanked(folded, quoted)
        self._folded = folded
        self._parted = parted or Parted(page.text)
        heads = [folded[s.span.start : s.span.end] for s in page.segments if s.kind is SegmentKind.TITLE]
        self._title = form_in(" ".join(heads))
        self._last: tuple[Span, QuotationForm] | None = None
        self._session = len(_SESSION.findall(folded, 0, _HEAD)) >= _FEWEST_SESSION_WORDS

    def of(self, outer: Span, lines: tuple[Span, ...], kind: Kind | None = None) -> QuotationForm:
        """The form that the words around a quotation give it; `kind` is what sort of speaker was found.

        >>> from tanik.core.fold import fold
        >>> from tanik.page.model import Page, Source
        >>> text = "Bu mektubu okuyan Ali Bey “yol açıldı” dedi."
        >>> forms = Forms(Page("p1", Source("0", "text/plain"), text, ()), fold(text))
        >>> str(forms.of(Span(26, 38), (Span(0, len(text)),)))
        'direct'
        """
        form = self._told(outer, lines, kind)
        if (
            form is QuotationForm.DIRECT
            and self._last is not None
            and self._goes_on_below(self._last[0], outer, lines[-1])
        ):
            form = self._last[1]
        self._last = outer, form
        return form

    def _goes_on_below(self, last: Span, outer: Span, line: Span) -> bool:
        """Whether the words fill the paragraph right below another one of quoted words: a letter in several."""
        between = self._text[last.end : outer.start] if last.end <= outer.start else "-"
        fills = not self._text[line.start : outer.start].strip() and not self._text[outer.end : line.end].strip(' .”"»')
        return "\n" in between and not between.strip(' \n.”"»') and fills

    def _told(self, outer: Span, lines: tuple[Span, ...], kind: Kind | None) -> QuotationForm:
        told = self._below(outer) or self._by_its_words(outer)
        if told is not None:
            return told
        line, lead = lines[-1], announcing_line(outer, lines)
        before = self._parted.leading(lead, outer)
        behind = self._behind(outer, line)
        if outer.start <= line.start + 1 and _SAID_BY.match(behind):
            before = ()  # "“…” diyen Ali Bey …" opens a paragraph of its own
        own, after = self._in_lead(before, outer, behind), self._named_behind(behind, outer)
        if own is QuotationForm.SPEECH and after is QuotationForm.DOCUMENT:
            return after
        found = own or after
        if found is None and kind is Kind.PAPER:
            return QuotationForm.DOCUMENT
        return found or self._by_its_place(outer, line, before, behind)

    def _below(self, outer: Span) -> QuotationForm | None:
        below = source_line(self._text, outer)
        return form_in(self._folded[below.start : below.end]) if below is not None else None

    def _by_its_words(self, outer: Span) -> QuotationForm | None:
        """A letter shows itself: it greets, and goes on."""
        greets = _SALUTATION.match(self._folded, outer.start, outer.end)
        long = len(outer.of(self._text).split()) >= _FEWEST_LETTER_WORDS
        breaks = greets is not None and ("," in greets.group() or "\n" in greets.group())
        return QuotationForm.LETTER if breaks and long else None

    def _by_its_place(self, outer: Span, line: Span, before: tuple[Span, ...], behind: str) -> QuotationForm:
        if outer.start <= line.start + 1 and before and is_sending(before[-1].of(self._text)):
            return self._title or QuotationForm.LETTER
        if _THROWN_IN.match(behind) or _CUTS_SHORT.search(self._folded, line.start, outer.start):
            return QuotationForm.DIRECT
        if self._from_a_stand(before, behind):
            return QuotationForm.SPEECH
        if _WROTE.search(self._folded, line.start, outer.start):
            return QuotationForm.DOCUMENT
        if len(outer.of(self._text).split()) <= _WORD_ALONE and word_pattern().match(self._folded, outer.end):
            return QuotationForm.DOCUMENT
        return QuotationForm.SPEECH if self._session else QuotationForm.DIRECT

    def _behind(self, outer: Span, line: Span) -> str:
        """The words behind a quotation in its own sentence."""
        if outer.end >= line.end:
            return ""
        closed = re.search(r"[.!?…]\W?$", self._folded[outer.start : outer.end])
        if closed and re.match(r"\s+[A-ZÇĞİÖŞÜƏ]", self._text[outer.end : line.end]):
            return ""  # the words closed their sentence; what follows speaks of something else
        sentence = self._parted.behind(outer, line)
        return self._folded[outer.end : sentence[0].end] if sentence else ""

    def _named_behind(self, behind: str, outer: Span) -> QuotationForm | None:
        """``“…” diye telgraf çekti``, and what was said where the words are put on paper."""
        if _THIS_PROVERB.search(behind):
            return QuotationForm.PROVERB
        said = _SAID_BY.match(behind) or _SAID_BEHIND.match(behind)
        near = behind[: min(30, said.end())] if said is not None else behind[:30]
        if _WROTE_TO_BEHIND.match(behind):
            return QuotationForm.LETTER
        found = form_in(near)
        if found is not None and _NOT_THERE.search(behind):
            return None
        written = written_pattern().search(near) or _STANDS_WRITTEN.match(near)
        return QuotationForm.DOCUMENT if found is None and written else found

    def _in_lead(self, before: tuple[Span, ...], outer: Span, behind: str) -> QuotationForm | None:
        """The form that the sentence leading to the words names, or the text it goes on with."""
        if not before:
            return None
        folded = self._folded
        last = Span(before[-1].start, max(before[-1].start, min(before[-1].end, outer.start)))
        own = self._framing(last, behind, before[:-1])
        closed = _CLOSED.search(folded, last.start, last.end)
        if own is not None and closed and _SAID_ALOUD.match(behind):
            own = own if own is QuotationForm.SPEECH else None
        if own is QuotationForm.DOCUMENT and _ADDRESSED.search(folded, last.start, outer.start):
            return QuotationForm.LETTER  # a paper addressed to somebody
        if own is None and _WRITES_TO.search(folded, last.start, outer.start):
            earlier = self._told_of(before[:-1])
            return earlier if earlier is QuotationForm.TELEGRAM else QuotationForm.LETTER
        if own is None and _OF_THAT_TEXT.search(folded, last.start, last.end):
            return self._told_of(before[:-1]) or self._title
        if own is None and not closed and self._goes_on(last, behind):
            written = self._told_of(before[-2:-1])
            return None if written is QuotationForm.PROVERB else written
        return own

    def _only_told(self, sentence: Span, behind: str) -> bool:
        """Whether a text tells that somebody spoke: ``hatıratında Ali Bey'in “…” dediğini yazar``."""
        texts = list(container_pattern().finditer(self._outside, sentence.start, sentence.end))
        if not texts:
            return False
        rest = self._outside[texts[-1].end() : sentence.end]
        if _SAID_OF.match(behind):
            return _SOMEBODYS.search(rest) is not None
        return _SAID_ALOUD.match(behind) is not None and _TOLD_THERE.search(rest) is not None

    def _goes_on(self, last: Span, behind: str) -> bool:
        """Whether a text told of in the sentence before goes on: it speaks in the present, or is read and noted."""
        return bool(_TEXT_SPEAKS.match(behind) or _TEXT_LEADS.search(self._folded, last.start, last.end))

    def _own(self, sentence: Span) -> QuotationForm | None:
        """The form a sentence names; what minutes and papers keep of a speech stays one."""
        words = self._outside[sentence.start : sentence.end]
        found = form_in(words)
        kept = found is QuotationForm.DOCUMENT and QuotationForm.SPEECH in forms_in(words)
        return QuotationForm.SPEECH if kept and _RECORD.search(words) else found

    def _framing(self, sentence: Span, behind: str, before: tuple[Span, ...]) -> QuotationForm | None:
        """The form a sentence names, unless its text only tells that somebody spoke; a page is of the text before."""
        own = self._own(sentence)
        if own in _WRITTEN and self._only_told(sentence, behind):
            return None
        if own is QuotationForm.DOCUMENT and _PART_OF_TEXT.search(self._folded, sentence.start, sentence.end):
            return self._told_of(before) or own
        return own

    def _told_of(self, before: tuple[Span, ...]) -> QuotationForm | None:
        """The form of the last text that the sentences before tell of."""
        weak = None
        for one in reversed(before[-_SENTENCES:]):
            form = form_in(self._outside[one.start : one.end])
            if form is QuotationForm.DOCUMENT and _PART_OF_TEXT.search(self._outside, one.start, one.end):
                weak = weak or form
            elif form is not None:
                return form
        return weak

    def _from_a_stand(self, before: tuple[Span, ...], behind: str) -> bool:
        """Whether a sentence of the paragraph puts the speaker on a stand and nothing ends it."""
        if written_pattern().search(behind[:30]):
            return False
        if len(before) > 1 and _SPOKE.search(self._folded, before[-2].start, before[-2].end):
            return True
        if any(stand_pattern().search(self._folded, one.start, one.end) for one in before):
            return True
        rises = bool(before) and _RISES.search(self._folded, before[-1].start, before[-1].end)
        return bool(rises) and any(_ASSEMBLY.search(self._folded, one.start, one.end) for one in before)
