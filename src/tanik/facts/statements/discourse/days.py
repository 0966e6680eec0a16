"""Which day a sentence goes on from: the date told last, and the day that "o gün" points back to.

Comes in: sentence after sentence of one voice with the dates found on the page. Goes out: the date that a clause
without one has. A date lasts for two sentences; "o gün" goes back to the last one that names a day, from farther on
too. What the pluperfect tells lies before the story ("donanma daha 1918'de gelmişti"; Göksel & Kerslake 2005, 21.2.2),
and a date in a source is the source's: neither is gone on from.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tanik.core.span import Span
from tanik.facts.cover import Cover
from tanik.facts.model import DateMention, Facts, Statement
from tanik.facts.statements.lexis.lexicon import has_word
from tanik.facts.statements.lexis.verbs import Form, Predicate
from tanik.facts.statements.roles.reading import Sentence
from tanik.facts.statements.syntax.clauses import Clause
from tanik.facts.statements.syntax.source_days import is_of_source
from tanik.page.model import Page, SegmentKind

__all__ = ["Days", "date_beside", "lead_date", "leaves_day", "main_day"]

_LASTS: Final = 2  # sentences
_OPENS: Final = 4  # words
_THAT_DAY: Final = re.compile(r"\b(?:o|ayni|hemin) (?:gun|sabah|gece|aksam|ogle)|\bbugun")
_BARE: Final = re.compile(r"[dt][iu](?:g[iu]|kl[ae]r[iu])$")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d$")
_LIFE: Final = re.compile(r"\d{4}[^()]*[-–—][^()]*\d{4}")
_BACKGROUND: Final = re.compile(r"[^,;:.!?]*[^\W\d_]{2}m[iu]st[iu](?:l[ae]r|k|m)?\b")
# a year or month that a paper is known by; a letter of a day is written on that day of the story
_OF_A_PAPER: Final = re.compile(
    r"['’]?\w*\s+(?:tarihli\b|(?:\w+\s+){0,2}(?:bastir|basil|yayimla|yayinla|yayimlan|yazil|yaz)\w*(?:dig|[ae]n\b)\w*)"
)
_BORN: Final = re.compile(
    r"(?:anadan ol(?:ub|mus|du)\w*|dogul(?:ub|mus|du)\w*|dog(?:du|mus)\w*|dunyaya gel(?:ib|mis|di)\w*)[.!?]*$"
)
_SUMS_UP: Final = re.compile(r"\b(?:toplamda|toplam olarak|topyekun|yekun olarak|ceman|cemi|umumilikde|butunlukde)\b")
_FROM_NOW_ON: Final = re.compile(r"\bbundan sonra\b")
# so much later or earlier that another day has come, which nobody says: "daha sonra", "kısa bir süre içinde"
_ANOTHER_DAY: Final = re.compile(
    r"^(?:(?:bunun|onun) )?(?:ardindan|akabinde)\b|bundan (?:sonra|evvel|once)|"
    r"daha (?:sonra(?:ki|lari)?|once(?:ki|leri)?|evvel(?:ki)?)|sonra(?:dan|lari|ki)|bilahare|zamanla|gunumuzde|bugun"
    r"|(?:(?:bir|uzun|kisa|kisa bir) )?(?:sure|muddet|zaman) (?:sonra|once|evvel)"
    r"|(?:uzun|kisa|kisa bir) (?:sure|muddet|zaman)(?: icinde| zarfinda|[dt]e|da)"
    r"|(?:birkac|bir|iki|uc|dort|bes|alti|yedi|sekiz|dokuz|on|(?<![\d.])[\d.]+) (?:hafta|ay|yil|sene)"
    r" (?:sonra|once|evvel|icinde|zarfinda)"
)
# one of them stands wherever that matches
_LATER_WORDS: Final = (
    *("sonra", "once", "evvel", "ardindan", "akabinde", "bilahare"),
    *("zaman", "sure", "muddet", "gunumuzde", "bugun", "icinde", "zarfinda"),
)
_SUMMING: Final = ("toplam", "topyekun", "yekun", "cem", "umumilik", "butunluk")  # the same of what sums up


@dataclass(slots=True)
class Days:
    """The dates that one voice has told so far."""

    facts: Facts
    main: str | None = None
    last: str | None = None
    day: str | None = None
    teller: str | None = None
    _age: int = 0
    _cited: Cover | None = None

    def of_stretch(self, running: bool) -> Days:
        """The dates for a paragraph or, where `running` is false, for another voice.

        A new paragraph goes on from no date, but "o gün" still points back; in a comment to the day of the page.
        """
        days = self if running else Days(self.facts, day=self.main, _cited=self._cited)
        days._age = _LASTS
        return days

    def before(self, span: Span, folded: str) -> str | None:
        """The date that the sentence at `span` goes on from; its own dates are those of the next one."""
        self._age += 1
        same = has_word("same_day", folded)
        pointed = self.day if same and _THAT_DAY.search(folded) else None
        reached = (pointed or self.last) if same or self._age <= _LASTS else None
        told = self._told(span, folded)
        if told:
            # a century is too long to be when the next deed was
            self.last, self._age = None if told[-1].endswith("XX") else told[-1], 0
            self.day = next((edtf for edtf in reversed(told) if _DAY.fullmatch(edtf)), self.day)
        elif same and reached:
            self.last, self._age = reached, 0
        elif _is_later(folded):
            self.last = None
        return reached

    def of_one_teller(self, sentence: Sentence, made: Sequence[Statement], carried: str | None) -> list[Statement]:
        """The statements of a sentence without a day that was `carried` to them from what someone else tells.

        "X'e göre 1920 eylülünde altın verildi. Y ise parayı kendisinin getirdiğini anlatır": the month is X's alone.
        Nor does what a dated paper tells happen on the day of the story, which may be later than the paper.
        """
        inside = {word.date for word in sentence.words if word.date is not None}
        aligned = len(sentence.folded) == len(sentence.span)
        sources = {
            one for one in inside if aligned and _is_of_paper(self.facts.dates[one], sentence.span, sentence.folded)
        }
        if inside - sources or carried is None:
            self.teller = next((one.attributed_to for one in reversed(made) if one.when), self.teller)
            return list(made)
        return [
            replace(one, when=None) if one.when == carried and self._is_foreign(one, sources) else one for one in made
        ]

    def _is_foreign(self, told: Statement, sources: Collection[int]) -> bool:
        teller = told.attributed_to
        return bool(sources) or (teller is not None and self.teller is not None and teller != self.teller)

    def _told(self, span: Span, folded: str) -> list[str]:
        """The dates of a sentence that the story goes on from."""
        low = bisect_left(self.facts.dates, span.start, key=lambda date: date.span.start)
        high = bisect_left(self.facts.dates, span.end, key=lambda date: date.span.start)
        inside = [date for date in self.facts.dates[low:high] if date.edtf]
        if self._cited is None:
            self._cited = Cover(cited.span for cited in self.facts.citations)
        own = [date for date in inside if not self._cited.holds(date.span)]
        if len(own) == 1 and _BORN.search(folded):
            return []  # nothing that is told next was done on the day that somebody was born
        if len(folded) == len(span):
            own = [date for date in own if not _is_life(folded, date.span.start - span.start)]
        front = [date for date in own if not _is_behind(date, span, folded)]
        only_of_sources = bool(own) and not front and all(_is_of_paper(date, span, folded) for date in own)
        chosen = front if front or self.last is not None or only_of_sources else own
        return [date.edtf for date in chosen if date.edtf]


def main_day(page: Page, facts: Facts) -> str | None:
    """The one day that the paragraphs of a page name, None where they name several."""
    own = Cover(one.span for one in page.segments if one.kind in (SegmentKind.PARAGRAPH, SegmentKind.TITLE))
    told = (date.edtf for date in facts.dates if own.holds(date.span))
    days = {edtf for edtf in told if edtf and _DAY.fullmatch(edtf)}
    return days.pop() if len(days) == 1 else None


def _is_behind(date: DateMention, span: Span, folded: str) -> bool:
    """Whether the story does not go on from a date: the verb behind it is a pluperfect ("1918'de gelmişti"), or it
    only says which paper is meant ("1921 tarihli cetvel", "1952'de bastırdığı kitapçık")."""
    if len(folded) != len(span):
        return False
    at = date.span.end - span.start
    if _is_of_paper(date, span, folded):
        return True
    paper = _OF_A_PAPER.match(folded, at) if not _DAY.fullmatch(date.edtf or "") else None
    return paper is not None or _BACKGROUND.match(folded, at) is not None


def _is_of_paper(date: DateMention, span: Span, folded: str) -> bool:
    return len(folded) == len(span) and is_of_source(folded, date.span.start - span.start, date.span.end - span.start)


def _is_life(folded: str, at: int) -> bool:
    """Whether a date is one of two in a bracket: from when to when someone lived or a body was, and no day told."""
    low, high = folded.rfind("(", 0, at), folded.find(")", at)
    inside = folded[low:high] if low >= 0 and folded.rfind(")", low, at) < 0 <= high else ""
    return _LIFE.search(inside) is not None


def leaves_day(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause says that it tells of another time than the one told before, and not of which.

    Of "7 Mart'ta şehri kuşattılar. Daha sonra geri çekildiler" the day is that of the siege: an adverb of later or
    earlier sets its clause apart from the time that the text has come to (Göksel & Kerslake 2005, 16.4.1.4). From
    now on is what is promised or begun, not the promise: "bundan sonra … göndermeyi taahhüt etti".
    """
    own = " ".join(word.folded for word in sentence.words[clause.start : clause.predicate.first] if not word.quoted)
    own = f"{_opening(sentence, clause)} {own}".lstrip()
    summed = any(word in own for word in _SUMMING) and _SUMS_UP.search(own)
    if summed and not any(word.date is not None for word in sentence.words):
        return True
    return _is_later(_FROM_NOW_ON.sub(" ", own) if any(one.form is Form.INFINITIVE for one in clause.inner) else own)


def _opening(sentence: Sentence, clause: Clause) -> str:
    """What a sentence opens with before the first of its main verbs, where `clause` is joined to that one by "ve".

    An adverb at the head of joined clauses is that of each: "bundan sonra yazdı ve 500 lira vadetti" (GK 28.3.1).
    """
    first = next((one for one in sentence.clauses if one.predicate.form is Form.FINITE), None)
    if first is None or first.predicate is clause.predicate or clause.predicate.form is not Form.FINITE:
        return ""
    between = sentence.words[first.predicate.last + 1 : clause.predicate.first]
    if not between or between[0].folded not in ("ve", ",") or any(word.date is not None for word in sentence.words):
        return ""
    return " ".join(word.folded for word in sentence.words[: min(_OPENS, first.predicate.first)] if not word.quoted)


def _is_later(folded: str) -> bool:
    if not any(word in folded for word in _LATER_WORDS):
        return False
    return any(_is_adverb(folded, found) for found in _ANOTHER_DAY.finditer(folded))


def _is_adverb(own: str, found: re.Match[str]) -> bool:
    """Whether whole words are meant, and no measure behind an ablative that has a day: "kongreden kısa süre sonra"."""
    before, after = own[: found.start()], own[found.end() :]
    whole = not before[-1:].isalnum() and not after[:1].isalnum()
    return whole and not before.rstrip().endswith(("dan", "den", "tan", "ten"))


def date_beside(sentence: Sentence, clause: Clause) -> str | None:
    """The date that stands in a clause of which no statement is made: the rest of its sentence has it too."""
    return _last_date(sentence, clause.own, clause.predicate.first) or lead_date(sentence, clause)


def lead_date(sentence: Sentence, clause: Clause) -> str | None:
    """The date before the nominative at the head of a clause, which is the main verb's and no participle's.

    Of "1921'de Ali Bey, çektiği telgrafta …" the year tells when he said what follows: whoever does what a participle
    describes stands in the genitive or behind it (Göksel & Kerslake 2005, 25.1.1).
    """
    if not clause.inner or not _describes(sentence, clause.inner[0]):
        return None
    before = sentence.phrases(clause.start, clause.inner[0].first)
    doer = next((phrase.first for phrase in reversed(before) if phrase.case == "nom" and not phrase.amounts), None)
    return _last_date(sentence, clause.start, doer) if doer is not None else None


def _describes(sentence: Sentence, verb: Predicate) -> bool:
    """Whether a verb in -an or bare -dığı stands before the noun that it describes."""
    after = sentence.words[verb.last + 1] if verb.last + 1 < len(sentence.words) else None
    bare = verb.form is Form.PARTICIPLE or _BARE.search(sentence.words[verb.last].folded) is not None
    return bare and after is not None and not after.is_mark


def _last_date(sentence: Sentence, low: int, high: int) -> str | None:
    """The last date between two words of a sentence."""
    found = next((word.date for word in reversed(sentence.words[low:high]) if word.date is not None), None)
    return sentence.facts.dates[found].edtf if found is not None else None
