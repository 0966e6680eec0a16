"""Whose words a quotation is said to be, and what kind of text it is taken from.

Comes in: the page's text, the names on it, and the place of the quotation. Goes out: the speaker's canonical name,
the words that name him, and the form. The grammar decides before nearness: behind the words the subject of the
verb of saying ("diye ekledi Refet Paşa"), before them the nominative or, with "dediği", the genitive; a dative names
who is spoken to. Only when the sentence names nobody are the sentences before it asked.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Final

from tanik.core.fold import fold
from tanik.core.morph import Case, readings, split_suffix
from tanik.core.sentence import sentences
from tanik.core.span import Span
from tanik.facts.model import Name, NameKind, QuotationForm
from tanik.facts.quotations.words import form_in, no_subjects, say_pattern, written_pattern
from tanik.facts.tables import rows
from tanik.page.model import Page

__all__ = ["Speakers", "form_of"]

_TAIL: Final = re.compile(r"['’‘]?([^\W\d_]*)")
_NOBODY: Final = re.compile(r"\W*(?:diyorlar|diyenler|denir|deniyor|denilir|derler|sozu kullan|kaydiyla)")
_SAYING: Final = re.compile(r"[^.!?]{0,60}(?:soyle|soyled|soz[iu]|demis|demem)")
_FROM_A_STAND: Final = re.compile(r"kursu|nutuk|nutk|konusma|soylev")
# Folding writes w as v.
_WRITES: Final = r"(?:yaz(?:di|mis\w*|ar|iyor\w*|ir|irdi|ib|ilib)|vrote|vrites)\b"
_WROTE: Final = re.compile(_WRITES + r"(?:\sin\s\w+\s\w+)?(?:\ski,?)?\s*[:;,]?\s*$")
_WRITES_TO: Final = re.compile(
    r"(?:['’]y?[ae]|s?[iu]n[ae])\s(?:[^.:]{0,30}\s)?" + _WRITES + r"\s*:\s*$|\bvrote to\b[^.]*$"
)
_ASKED: Final = re.compile(r"['’‘]?\w{1,3}\s(?:\w+\s){0,3}sor(?:du|mus)\w*\W*$")
_BELONGS: Final = re.compile(r"['’‘]?\w{1,3}\s(?:m[iu]\s)?(?:ait|atfed|mal\sed)")
_SOMEBODY: Final = ("biri", "birisi", "kimi", "kimisi")
_SAID: Final = (
    r"(?:said|says|wrote|writes|told|replied|recalled|declared|asked|answered|added|noted|remembered|cried|shouted)"
)
_WHO: Final = r"((?:(?:the|an old|a) [a-z]+|(?:[A-Z][a-z]*\.?\s)*[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)*))"
_ENGLISH_BEFORE: Final = re.compile(rf"\b{_WHO}\s(?:later\s|once\s|also\s)?{_SAID}\b[^.!?]*$")
_ENGLISH_AFTER: Final = re.compile(rf"\W{{1,4}}(?:{_WHO}\s{_SAID}\b|{_SAID}\s{_WHO})")
_VERB_AFTER: Final = re.compile(
    r"\W*(?:diye\s\w+|de(?:di|mis\w*|r|rdi|yir\w*)|diyor\w*|dey\w+|yaz\w+|soyle\w+|sor\w+|ekle\w*|bagir\w+|haykir\w+|"
    r"cevap\sver\w+|cevabini\sver\w+|sesle?n\w+|buyur\w+)(?:\s(?:ki|ve))?\s"
)
# "arka sıradan biri bağırdı:": up to two words right before the verb, at the head of a clause or behind a case ending.
_SUBJECT_BEFORE: Final = re.compile(
    r"(?:^|[.;:,!?]\s|\b\w+(?:[dt][ae]n|[dt][ae])\s)((?:bir\s|ihtiyar\s|genc\s|yasli\s)?[^\W\d_]+)\s(?:de\s|da\s|ise\s)?"
    r"(?:\w+[ae]\s|soyle\s|su\w*\s|hemen\s|once\s|gulerek\s)?(?=\w+(?:\ski)?\W*$)"
)
_LETTERS: Final = re.compile(r"[^\W\d_]*")
_REMEMBERED: Final = 300  # persons that are looked through, so that cost stays in line with length
_REACH: Final = 400
_NEAR: Final = 150


class Speakers:
    """Finds speakers on one page: its names by place, its folded text."""

    def __init__(self, page: Page, names: tuple[Name, ...], folded: str) -> None:
        self._text = page.text
        self._folded = folded
        self._page = page
        kinds = (NameKind.PERSON, NameKind.ORGANISATION)
        self._names = tuple(name for name in names if name.kind in kinds)
        self._persons = tuple(name for name in names if name.kind is NameKind.PERSON)
        self._starts = {id(part): [name.span.start for name in part] for part in (self._names, self._persons)}

    def of(self, outer: Span, lines: tuple[Span, ...]) -> tuple[str | None, Span | None]:
        """Speaker and basis of the quotation whose marks span `outer`; `lines` are the paragraphs before and at it."""
        line = lines[-1]
        after = self._after(outer, line)
        if after is not None:
            return after
        if _NOBODY.match(self._folded, outer.end):
            return None, None
        announcing = _announcing(outer, lines)
        before = self._before(outer, announcing) or self._unnamed_subject(outer, announcing)
        return before or self._spoken_of(outer, line) or self._earlier(outer, lines)

    def _unnamed_subject(self, outer: Span, line: Span) -> tuple[str, Span] | None:
        """The noun before the verb that announces the words: ``Memur sormuş:``, ``Captain Hale wrote:``."""
        before = sentences(self._text, Span(line.start, max(min(outer.start, line.end), line.start)))
        if not before:
            return None
        clause = Span(before[-1].start, max(before[-1].start, min(before[-1].end, outer.start)))
        english = _ENGLISH_BEFORE.search(self._text, clause.start, clause.end)
        if english is not None:
            return english.group(1), Span(*english.span(1))
        found = _SUBJECT_BEFORE.search(self._folded, clause.start, clause.end)
        if found is None or not say_pattern().search(self._folded, found.end(1), clause.end):
            return None
        span = Span(*found.span(1))
        words = span.of(self._text)
        if found.group(1) in no_subjects():
            return None
        bare = any(reading.bare and reading.part == "Noun" for reading in readings(words.split()[-1]))
        return (words, span) if bare or found.group(1) in _SOMEBODY else None

    def _spoken_of(self, outer: Span, line: Span) -> tuple[str, Span] | None:
        """Who is said right behind the words to have said them or not: “…” lafı için: Fethi Bey hiç …"""
        limit = min(line.end, outer.end + _NEAR)
        name = next(iter(self._from(self._persons, outer.end, limit)), None)
        if name is not None and _BELONGS.match(self._folded, name.span.end):
            return name.name, name.span
        if name is None or not _SAYING.match(self._folded, name.span.end):
            return None
        return (name.name, name.span) if self._case(name) in (Case.NOMINATIVE, Case.GENITIVE) else None

    def _after(self, outer: Span, line: Span) -> tuple[str, Span] | None:
        """The subject behind the verb of saying: “…” diye ekledi Refet Paşa; “…” diye sorar Cavit Bey."""
        limit = next((s.end for s in sentences(self._text, Span(outer.end, max(outer.end, line.end)))), outer.end)
        english = _ENGLISH_AFTER.match(self._text, outer.end, limit)
        if english is not None:
            words = next(index for index in (1, 2) if english.group(index))
            held = Span(*english.span(words))
            around = self._from(self._persons, held.start - _NEAR, held.end)
            named = next((name.name for name in around if name.span.overlaps(held)), None)
            return named or english.group(words), held
        verb = _VERB_AFTER.match(self._folded, outer.end, limit)
        if verb is None:
            return None
        start = verb.end()
        for name in self._from(self._persons, start, start + 4):
            near = start <= name.span.start <= start + 3 and name.span.end <= limit
            if near and self._case(name) is Case.NOMINATIVE:
                return name.name, name.span
        role = _role_pattern().match(self._folded, start, limit)
        if role and re.match(r"\W*(?:[.,;]|$)", self._text[role.end() : limit]):
            found = Span(role.start(), role.end())
            return self._resolve_role(found), found
        return None

    def _asked(self, name: Name, sentence: Span) -> bool:
        """Whether somebody was asked: ``Müze müdürü Serpil Ok'a sorduk.``"""
        asked = _ASKED.match(self._folded, name.span.end, sentence.end)
        return asked is not None and self._case(name) is Case.DATIVE

    def _from(self, part: tuple[Name, ...], start: int, end: int) -> tuple[Name, ...]:
        """The names of `part` that begin in [start, end)."""
        starts = self._starts[id(part)]
        return part[bisect_left(starts, start) : bisect_left(starts, end)]

    def _addressed(self, name: Name) -> bool:
        """Whether a name stands in the dative, and nothing is said to belong to its bearer (``Atatürk'e ait``)."""
        return self._case(name) is Case.DATIVE and not _BELONGS.match(self._folded, name.span.end)

    def _case(self, name: Name) -> Case:
        """The case that a name's ending, left out of its span, says."""
        tail = _TAIL.match(self._text, name.span.end)
        suffix = tail.group(1) if tail else ""
        if not suffix:
            return Case.NOMINATIVE
        return split_suffix(f"{name.text.split()[-1]}'{suffix}").case

    def _candidates(self, span: Span, *, roles: bool = True) -> Iterator[tuple[Span, str, Case]]:
        """Persons and roles in a stretch, each with its case."""
        taken = []
        for name in self._from(self._names, span.start, span.end + 1):
            if span.contains(name.span) and (name.kind is NameKind.PERSON or self._case(name) is Case.GENITIVE):
                taken.append(name.span)
                yield name.span, name.name, self._case(name)
        for match in _role_pattern().finditer(self._folded, span.start, span.end if roles else span.start):
            found = Span(match.start(), match.end())
            near = any(found.overlaps(other) or 0 <= other.start - found.end <= 1 for other in taken)
            if not near:
                word = _LETTERS.match(self._text, match.start())
                whole = word.group() if word else match.group()
                yield found, self._resolve_role(found), split_suffix(whole).case

    def _resolve_role(self, span: Span) -> str:
        """The person a role stands for where the page puts the two side by side, else the words themselves."""
        role = fold(span.of(self._text))
        if role in ("pasa", "cumhurbaskani", "reisicumhur", "baskumandan", "gazi"):
            held = self._from(self._persons, 0, span.start)[-_REMEMBERED:]
            titled = [name for name in held if fold(name.text).endswith(role)] or [
                name for name in self._persons if name.name == "Mustafa Kemal Atatürk"
            ]
            if titled:
                return titled[-1].name
            if role in ("pasa", "gazi") and not any(fold(name.text).endswith("pasa") for name in self._persons):
                return "Mustafa Kemal Atatürk"  # what the bare word means on pages about 1919–1938
        around = self._from(self._persons, 0, span.start)[-_REMEMBERED:]
        for name in (*around, *self._from(self._persons, span.start, len(self._text))[:_REMEMBERED]):
            between = self._folded[max(0, name.span.start - 30) : name.span.start]
            if len(role) > 4 and role in between:
                return name.name
        return span.of(self._text)

    def _before(self, outer: Span, line: Span) -> tuple[str, Span] | None:
        """The nominative (or genitive) before the words in their sentence."""
        before = sentences(self._text, Span(line.start, max(min(outer.start, line.end), line.start)))
        if not before:
            return None
        cut = self._text.rfind("; ", before[-1].start, before[-1].end)
        clause = self._subject(Span(cut + 1, before[-1].end), outer) if cut >= 0 else None
        return clause or self._subject(before[-1], outer)

    def _subject(self, span: Span, outer: Span) -> tuple[str, Span] | None:
        found = list(self._candidates(span))
        noun = re.match(r"\W*(?:diye\s\w+|dedi[gk]|sozu|diyen|cumlesi)", self._folded[outer.end : outer.end + 30])
        genitives = [item for item in found if item[2] is Case.GENITIVE]
        nominatives = [item for item in found if item[2] is Case.NOMINATIVE]
        ablatives = [
            item for item in found if item[2] is Case.ABLATIVE and "agz" in self._folded[span.start : span.end]
        ]
        order = [genitives, nominatives, ablatives] if noun else [nominatives, genitives, ablatives]
        chosen = next((items for items in order if items), None)
        if not chosen:
            return None
        where, name, _ = chosen[-1]
        return name, where

    def _earlier(self, outer: Span, lines: tuple[Span, ...]) -> tuple[str | None, Span | None]:
        """The subject of the nearest sentence that names one, else whom the page names most until then."""
        start = max(lines[0].start, outer.start - _REACH)
        own = sentences(self._text, Span(start, max(start, outer.start)))
        for sentence in own[-1:]:
            asked = next(
                (one for one in self._from(self._persons, sentence.start, sentence.end) if self._asked(one, sentence)),
                None,
            )
            if asked is not None:
                return asked.name, asked.span
        for sentence in reversed(own[-2:]):
            for where, name, case in self._candidates(sentence, roles=False):
                if case is Case.NOMINATIVE:
                    return name, where
        told = self._from(self._persons, 0, outer.start)[-_REMEMBERED:]
        named = [name for name in told if name.span.end <= outer.start and not self._addressed(name)]
        counts = Counter(name.name for name in named)
        most = max(named, key=lambda name: (counts[name.name], name.span), default=None)
        return (most.name, most.span) if most else (None, None)


@cache
def _role_pattern() -> re.Pattern[str]:
    """Words for people who speak without a name (muhtar, imam, ninem), in folded text."""
    forms = sorted({fold(row["form"]) for row in rows("roles.csv")}, key=len, reverse=True)
    ending = r"(?:['’]?(?:n?[iu]n|y[iu]|n[iu]|[iu]|d[ae]n|y?[ae]|n?[iu]n[iu]n))?"
    return re.compile(r"\b(?:" + "|".join(re.escape(form) for form in forms) + r")(?=" + ending + r"\b)")


def _announcing(outer: Span, lines: tuple[Span, ...]) -> Span:
    """The paragraph that leads to the words: their own, or the one before where they fill their own."""
    alone = len(lines) > 1 and outer.start <= lines[-1].start + 1
    return lines[-2] if alone else lines[-1]


def form_of(text: str, folded: str, outer: Span, lines: tuple[Span, ...]) -> QuotationForm:
    """The form that the words around a quotation give it: its own sentence first, then the one before."""
    line = lines[-1]
    lead = _announcing(outer, lines)
    before = sentences(text, Span(lead.start, max(lead.start, min(lead.end, outer.start))))
    own = form_in(folded[before[-1].start : min(before[-1].end, outer.start)]) if before else None
    behind = folded[outer.end : min(line.end, outer.end + 30)] if outer.end < line.end else ""
    if re.search(r"[.!?…]\W?$", folded[outer.start : outer.end]) and re.match(
        r"\s+[A-ZÇĞİÖŞÜƏ]", text[outer.end : line.end]
    ):
        behind = ""  # the words closed their sentence; what follows speaks of something else
    previous = form_in(folded[before[-2].start : before[-2].end]) if len(before) > 1 else None
    if previous is QuotationForm.SPEECH and not _FROM_A_STAND.search(folded, before[-2].start, before[-2].end):
        previous = None
    found = own or form_in(behind) or previous
    if found is None and before and _WRITES_TO.search(folded, before[-1].start, outer.start):
        return QuotationForm.LETTER
    if found is None and (written_pattern().search(behind) or _WROTE.search(folded, line.start, outer.start)):
        return QuotationForm.DOCUMENT
    return found or QuotationForm.DIRECT
