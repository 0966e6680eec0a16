"""Which day a sentence goes on from: the date told last, and the day that "o gün" points back to.

Comes in: sentence after sentence of one voice with the dates found on the page. Goes out: the date that a clause
without one may have. A date lasts until something else has happened, over no more than one sentence of state; "o gün"
goes back to the last one that names a day, from farther on too. What the pluperfect tells lies before the story
("donanma daha 1918'de gelmişti"; Göksel & Kerslake 2005, 21.2.2), what a participle tells is told of its noun (25.1.1),
and a date in a source is the source's: none of them is gone on from.
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
from tanik.facts.statements.discourse.narration import is_later, tells_event
from tanik.facts.statements.lexis.lexicon import has_word
from tanik.facts.statements.lexis.verbs import Form, Predicate
from tanik.facts.statements.roles.reading import Sentence
from tanik.facts.statements.syntax.clauses import Clause
from tanik.facts.statements.syntax.phrases import Phrase
from tanik.facts.statements.syntax.source_days import is_of_source
from tanik.page.model import Page, SegmentKind

__all__ = ["Days", "date_beside", "lead_date", "main_day"]

_LASTS: Final = 2  # sentences
_THAT_DAY: Final = re.compile(r"\b(?:o|ayni|hemin) (?:gun|sabah|gece|aksam|ogle|tarih)")
# "o yıl", "aynı günün"; neither "o günlerde" nor "o yazdı", "o kişi"
_POINTING: Final = re.compile(
    r"\b(?:o|ayni|hemin) "
    r"(?:(?:gun|sabah|gece|aksam|ogle|yil|hafta|il|tarih)(?:s?[iu]n?|[dt][ae]|nin)?|(?:ay|kis|yaz)(?:in)?)(?!\w)"
)
# "7 Mart'tan sonra", "1921'e kadar", "15 Mayıs tarihinden itibaren"
_NOT_THEN: Final = re.compile(
    r"['’ʼ]?\w*(?: \w*(?:tarih|gun|yil|sene|ay)\w*)? (?:sonra|once|evvel|itibaren|beri|kadar|dek|degin)\b"
)
_BARE: Final = re.compile(r"[dt][iu](?:g[iu]|kl[ae]r[iu])$")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d$")
# "4 Mart 1921 soğuk bir gündü": the day alone is told, and what happened on it follows (GK 12.1.1, 18.2)
_SCENE: Final = re.compile(r"^\d{1,2}[. ][^,;:]*\b(?:gun|gece|sabah|aksam)(?:[iu]?yd|d)[iu][.!]*$")
_LIFE: Final = re.compile(r"\d{4}[^()]*[-–—][^()]*\d{4}")
_BACKGROUND: Final = re.compile(r"[^,;:.!?]*[^\W\d_]{2}m[iu]st[iu](?:l[ae]r|k|m)?\b")
# a year or month that a paper is known by; a letter of a day is written on that day of the story
_OF_A_PAPER: Final = re.compile(
    r"['’]?\w*\s+(?:tarihli\b|(?:\w+\s+){0,2}(?:bastir|basil|yayimla|yayinla|yayimlan|yazil|yaz)\w*(?:dig|[ae]n\b)\w*)"
)
_BORN: Final = re.compile(
    r"(?:anadan ol(?:ub|mus|du)\w*|dogul(?:ub|mus|du)\w*|dog(?:du|mus)\w*|dunyaya gel(?:ib|mis|di)\w*)[.!?]*$"
)


@dataclass(slots=True)
class Days:
    """The dates that one voice has told so far."""

    facts: Facts
    main: str | None = None
    last: str | None = None
    day: str | None = None
    teller: str | None = None
    pointed: bool = False
    lasts: bool = False
    _age: int = 0
    _left: bool = False
    _open: bool = False
    _cited: Cover | None = None

    def of_stretch(self, running: bool) -> Days:
        """The dates for a paragraph or, where `running` is false, for another voice.

        A new paragraph goes on from no date, but "o gün" still points back; in a comment to the day of the page.
        """
        days = self if running else Days(self.facts, day=self.main, _cited=self._cited)
        days._age = _LASTS
        return days

    def before(self, sentence: Sentence) -> str | None:
        """The date that a sentence goes on from, `pointed` where it says so; its own dates are the next one's."""
        folded = sentence.folded
        self._age += 1
        points = has_word("same_day", folded) and _POINTING.search(folded) is not None
        that_day = self.day if points and _THAT_DAY.search(folded) else None
        near = self._age <= _LASTS
        self.lasts = lasts = near and not self._left
        reached = (that_day or self.last) if points or near else None
        named, told = self._told(sentence)
        self.day = next((edtf for edtf in reversed(told or named) if _DAY.fullmatch(edtf)), self.day)
        happens = lasts and not told and any(tells_event(sentence, clause) for clause in sentence.clauses)
        # "o gece çekilen telgraf elimizdedir. Vali şöyle yazmıştı": what happened that night is told next
        scene = bool(told) and _SCENE.search(folded) is not None
        self.pointed, self._open = points or (lasts and self._open), scene or (points and not happens)
        if told:
            # a century is too long to be when the next deed was
            self.last, self._age, self._left = None if told[-1].endswith("XX") else told[-1], 0, False
        elif points and reached:
            self.last, self._age, self._left = reached, 0, False
        elif is_later(folded):
            self.last = None
        else:
            self._left = self._left or happens
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

    def _told(self, sentence: Sentence) -> tuple[list[str], list[str]]:
        """The dates of the story that a sentence names, and those of them that it goes on from."""
        span, folded = sentence.span, sentence.folded
        low = bisect_left(self.facts.dates, span.start, key=lambda date: date.span.start)
        high = bisect_left(self.facts.dates, span.end, key=lambda date: date.span.start)
        inside = [date for date in self.facts.dates[low:high] if date.edtf]
        if self._cited is None:
            self._cited = Cover(cited.span for cited in self.facts.citations)
        own = [date for date in inside if not self._cited.holds(date.span)]
        if len(own) == 1 and _BORN.search(folded):
            return [], []  # nothing that is told next was done on the day that somebody was born
        if len(folded) == len(span):
            own = [date for date in own if not _is_life(folded, date.span.start - span.start)]
        named = [date for date in own if not _is_behind(date, span, folded)]
        front = [date for date in named if not _is_described(sentence, date)]
        return [date.edtf or "" for date in named], [date.edtf or "" for date in front]


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
    return paper is not None or any(one.match(folded, at) for one in (_BACKGROUND, _NOT_THEN))


def _is_described(sentence: Sentence, date: DateMention) -> bool:
    """Whether a date is that of a participle or a complement, beside which the sentence tells an event of its own.

    Of "1921'de gönderilen altın Ankara'ya vardı" the year is that of the sending; somebody named between the two, or
    the genitive that begins the complement, parts them (GK 24.4.2, 25.1.1).
    """
    at = next((index for index, word in enumerate(sentence.words) if word.start >= date.span.start), None)
    held = next((one for one in sentence.clauses if at is not None and at < one.predicate.first), None)
    if at is None or held is None or held.predicate.form not in (Form.PARTICIPLE, Form.NOMINAL):
        return False
    if not any(tells_event(sentence, one) or one.predicate.ending == "unknown" for one in sentence.clauses):
        return False
    between = sentence.phrases(at + 1, held.predicate.first)
    if held.predicate.form is Form.NOMINAL:
        return not any(one.case == "gen" for one in between)
    return not any(one.case == "nom" and (one.name is not None or _is_parted(sentence, one)) for one in between)


def _is_parted(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a comma behind a nominative parts it from the participle that follows, whose object it then is not."""
    return sentence.words[phrase.last + 1].folded == ","


def _is_of_paper(date: DateMention, span: Span, folded: str) -> bool:
    return len(folded) == len(span) and is_of_source(folded, date.span.start - span.start, date.span.end - span.start)


def _is_life(folded: str, at: int) -> bool:
    """Whether a date is one of two in a bracket: from when to when someone lived or a body was, and no day told."""
    low, high = folded.rfind("(", 0, at), folded.find(")", at)
    inside = folded[low:high] if low >= 0 and folded.rfind(")", low, at) < 0 <= high else ""
    return _LIFE.search(inside) is not None


def date_beside(sentence: Sentence, clause: Clause) -> str | None:
    """The date that stands in a clause of which no statement is made: the rest of its sentence has it too."""
    return _last_date(sentence, clause.own, clause.predicate.first) or lead_date(sentence, clause)


def lead_date(sentence: Sentence, clause: Clause) -> str | None:
    """The date before the nominative at the head of a clause, which is the main verb's and no participle's.

    Of "1921'de Ali Bey, çektiği telgrafta …" the year tells when he said what follows: whoever does what a participle
    describes stands in the genitive or behind it (Göksel & Kerslake 2005, 25.1.1).
    """
    if not clause.inner or not sentence.facts_at() or not _describes(sentence, clause.inner[0]):
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
