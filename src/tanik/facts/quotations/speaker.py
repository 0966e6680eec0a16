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
from tanik.facts.model import Citation, Name, NameKind
from tanik.facts.quotations.below import named_below
from tanik.facts.quotations.words import container_pattern, kin, no_subjects, say_pattern
from tanik.facts.tables import rows
from tanik.page.model import Page

__all__ = ["Speakers", "announcing_line"]

_TAIL: Final = re.compile(r"['’‘]?([^\W\d_]*)")
_NOBODY: Final = re.compile(r"\W*(?:diyorlar|diyenler|denir|deniyor|denilir|derler|sozu kullan|kaydiyla)")
_SAYING: Final = re.compile(r"[^.!?]{0,60}(?:soyle|soyled|soz[iu]|demis|demem)")
_ASKED: Final = re.compile(r"['’‘]?\w{1,3}\s(?:\w+\s){0,3}sor(?:du|mus)\w*\W*$")
_BELONGS: Final = re.compile(r"['’‘]?\w{1,3}\s(?:m[iu]\s)?(?:ait|atfed|mal\sed)")
_SOMEBODY: Final = ("biri", "birisi", "kimi", "kimisi")
_SAID: Final = (
    r"(?:said|says|wrote|writes|told|replied|recalled|declared|asked|answered|added|noted|remembered|cried|shouted)"
)
_WHO: Final = (
    r"((?:(?:[Tt]he|[Aa]n?|[Mm]y|[Hh]is|[Hh]er)\s(?:[a-z]+\s){0,2}[a-z]+|"
    r"(?:[A-Z][a-z]*\.?\s)*[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)*))"
)
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
# "Arabacı, “…”", "bir asker “…”": up to three words and nothing else.
_LONE: Final = re.compile(r"\W*((?:bir\s|o\s|bu\s|yasli\s|genc\s|ihtiyar\s)?[^\W\d_]+)\s*[,:]?\s*$")
_WRITER: Final = re.compile(
    r"\b((?:bir\s(?:[^\W\d_]+\s)?)?([^\W\d_]{2,}n?[iu]n))\s(?:[^\W\d_]+\s){0,3}"
    r"(?:yazdigi|cektigi|gonderdigi|yolladigi)\b"
)
_LETTERS: Final = re.compile(r"[^\W\d_]*")
_SENTENCES: Final = 4  # as many sentences as a subject is carried through
_SHORTEST_OFFICE: Final = 4
_NEAR_PERSONS: Final = 4
_ANAPHORS: Final = ("yazar", "ustat", "muellif")
_REMEMBERED: Final = 300  # persons that are looked through, so that cost stays in line with length
_REACH: Final = 700
_NEAR: Final = 150


class Speakers:
    """Finds speakers on one page: its names by place, its folded text."""

    def __init__(self, page: Page, names: tuple[Name, ...], folded: str, citations: tuple[Citation, ...] = ()) -> None:
        self._citations = citations
        self._parted: dict[tuple[int, int], tuple[Span, ...]] = {}
        self._quoted: list[Span] = []  # words of others told so far: nobody in them is spoken of by the page
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
        self._quoted.append(outer)
        behind = self._from(self._persons, outer.end, outer.end + _NEAR)
        told = named_below(self._text, outer, behind, (), sure=True) or self._after(outer, line)
        if told is not None:
            return told
        if _NOBODY.match(self._folded, outer.end):
            return None, None
        announcing = announcing_line(outer, lines)
        before = self._before(outer, announcing) or self._unnamed_subject(outer, announcing)
        before = before or self._spoken_of(outer, line)
        cited = None if before else named_below(self._text, outer, behind, self._near_citations(outer), sure=False)
        return before or cited or self._earlier(outer, lines)

    def _near_citations(self, outer: Span) -> tuple[Citation, ...]:
        return tuple(one for one in self._citations if 0 <= one.span.start - outer.end < _NEAR)

    def _sentences(self, start: int, end: int) -> tuple[Span, ...]:
        """The sentences of a stretch, parted once: several rules ask for those before the same words."""
        held = self._parted.get((start, end))
        if held is None:
            held = self._parted[(start, end)] = sentences(self._text, Span(start, end))
        return held

    def _unnamed_subject(self, outer: Span, line: Span) -> tuple[str, Span] | None:
        """The noun before the verb that announces the words: ``Memur sormuş:``, ``Captain Hale wrote:``."""
        before = self._sentences(line.start, max(min(outer.start, line.end), line.start))
        if not before:
            return None
        clause = Span(before[-1].start, max(before[-1].start, min(before[-1].end, outer.start)))
        english = _ENGLISH_BEFORE.search(self._text, clause.start, clause.end)
        if english is not None:
            return english.group(1), Span(*english.span(1))
        found = _SUBJECT_BEFORE.search(self._folded, clause.start, clause.end)
        if found is None:
            return self._lone_subject(clause, outer) or self._writer(clause)
        if not say_pattern().search(self._folded, found.end(1), clause.end):
            return None
        span = Span(*found.span(1))
        words = span.of(self._text)
        if found.group(1) in no_subjects():
            return None
        bare = any(reading.bare and reading.part == "Noun" for reading in readings(words.split()[-1]))
        return (words, span) if bare or found.group(1) in _SOMEBODY else None

    def _lone_subject(self, clause: Span, outer: Span) -> tuple[str, Span] | None:
        """A noun that is all that stands before the words in their sentence: ``Arabacı, “…” demiş``."""
        lone = _LONE.match(self._folded, clause.start, outer.start)
        said = re.match(r"\W*(?:diye\b|" + say_pattern().pattern + ")", self._folded[outer.end : outer.end + _NEAR])
        if lone is None or said is None or lone.group(1).split()[-1] in no_subjects():
            return None
        span = Span(*lone.span(1))
        bare = any(one.bare and one.part == "Noun" for one in readings(span.of(self._text).split()[-1]))
        return (span.of(self._text), span) if bare else None

    def _writer(self, clause: Span) -> tuple[str, Span] | None:
        """The noun whose letter or telegram it is: ``bir subayın annesine yazdığı mektup``."""
        found = _WRITER.search(self._folded, clause.start, clause.end)
        if found is None or not self._sends(Span(*found.span(2)), clause):
            return None
        stem = split_suffix(self._text[found.start(2) : found.end(2)]).stem
        span = Span(found.start(1), found.start(2) + len(stem))
        return span.of(self._text), span

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
            if span.contains(name.span) and self._may_speak(name, span):
                taken.append(name.span)
                yield name.span, name.name, self._case(name)
        for match in _role_pattern().finditer(self._folded, span.start, span.end if roles else span.start):
            found = Span(match.start(), match.end())
            near = any(found.overlaps(other) or 0 <= other.start - found.end <= 1 for other in taken)
            if not near:
                word = _LETTERS.match(self._text, match.start())
                whole = word.group() if word else match.group()
                yield found, self._resolve_role(found), split_suffix(whole).case

    def _may_speak(self, name: Name, span: Span) -> bool:
        """A person; a body where something is its own, or where a text comes from it (``Ordu'dan kıtalara emir``)."""
        if name.kind is NameKind.PERSON or self._case(name) is Case.GENITIVE:
            return True
        return self._case(name) is Case.ABLATIVE and self._sends(name.span, span)

    def _sends(self, sender: Span, span: Span) -> bool:
        """Whether a letter, telegram, order behind an ablative says that it comes from there (``Ali'den telgraf``)."""
        return container_pattern().search(self._folded, sender.end, span.end) is not None

    def _resolve_role(self, span: Span) -> str:
        """The person a role stands for where the page puts the two side by side, else the words themselves."""
        role = fold(span.of(self._text))
        held = self._from(self._persons, 0, span.start)[-_REMEMBERED:]
        if role in _ANAPHORS and held:
            return self._most_named(held).name
        if role in ("pasa", "cumhurbaskani", "reisicumhur", "baskumandan", "gazi"):
            titled = [name for name in held if fold(name.text).endswith(role) or self._is_pasha(name, role)] or [
                name for name in self._persons if name.name == "Mustafa Kemal Atatürk"
            ]
            if titled:
                return titled[-1].name
            if role in ("pasa", "gazi") and not any(fold(name.text).endswith("pasa") for name in self._persons):
                return "Mustafa Kemal Atatürk"  # what the bare word means on pages about 1919–1938
        office = _in_office(role, held)
        if office is not None:
            return office.name
        for name in (*held, *self._from(self._persons, span.start, len(self._text))[:_REMEMBERED]):
            between = self._folded[max(0, name.span.start - 30) : name.span.start]
            if len(role) > 4 and role in between:
                return name.name
        return span.of(self._text)

    def _is_pasha(self, name: Name, role: str) -> bool:
        """Whether a bearer who is named without a title is one that the table knows as a pasha."""
        return (
            role == "pasa" and not fold(name.text).endswith("bey") and f"{role} " in f"{_titles().get(name.name, '')} "
        )

    def _most_named(self, held: tuple[Name, ...]) -> Name:
        counts = Counter(name.name for name in held)
        return max(held, key=lambda name: (counts[name.name], name.span))

    def _before(self, outer: Span, line: Span) -> tuple[str, Span] | None:
        """The nominative (or genitive) before the words in their sentence."""
        before = self._sentences(line.start, max(min(outer.start, line.end), line.start))
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
            item
            for item in found
            if item[2] is Case.ABLATIVE and ("agz" in self._folded[span.start : span.end] or self._sends(item[0], span))
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
        own = self._sentences(start, max(start, outer.start))
        for sentence in own[-1:]:
            asked = next(
                (one for one in self._from(self._persons, sentence.start, sentence.end) if self._asked(one, sentence)),
                None,
            )
            if asked is not None:
                return asked.name, asked.span
        for sentence in reversed(own[-_SENTENCES:]):
            for where, name, case in self._candidates(sentence):
                a_role = not any(one.span == where for one in self._from(self._persons, where.start, where.end))
                if any(quoted.contains(where) for quoted in self._quoted[-_NEAR_PERSONS:]):
                    continue
                if case is Case.NOMINATIVE and (not a_role or fold(where.of(self._text)) in kin()):
                    return name, where
        told = self._from(self._persons, 0, outer.start)[-_REMEMBERED:]
        named = tuple(name for name in told if name.span.end <= outer.start and not self._addressed(name))
        most = self._most_named(named) if named else None
        return (most.name, most.span) if most else (None, None)


@cache
def _titles() -> dict[str, str]:
    """The forms of each person in the table, folded, in one string."""
    return {row["name"]: fold(row["aliases"].replace(";", " ; ")) for row in rows("people.csv")}


@cache
def _offices() -> dict[str, str]:
    return {row["name"]: fold(row["offices"]) for row in rows("people.csv") if row["offices"]}


def _in_office(role: str, held: tuple[Name, ...]) -> Name | None:
    """The last person named before who held the office that `role` names: ``Vekil`` on a page about a vekil."""
    if len(role) < _SHORTEST_OFFICE:
        return None
    pattern = re.compile(rf"\b{re.escape(role)}\w{{0,3}}\b")
    near = held[-_NEAR_PERSONS:]
    return next((name for name in reversed(near) if pattern.search(_offices().get(name.name, ""))), None)


@cache
def _role_pattern() -> re.Pattern[str]:
    """Words for people who speak without a name (muhtar, imam, ninem), in folded text."""
    forms = sorted({fold(row["form"]) for row in rows("roles.csv")}, key=len, reverse=True)
    own = r"(?:(?:l[ae]r)?(?:[iu]m[iu]z|[iu]m)|m[iu]z)?"  # "öğretmenimiz", "hocamız"
    ending = own + r"(?:['’]?(?:n?[iu]n|y[iu]|n[iu]|[iu]|d[ae]n|y?[ae]|n?[iu]n[iu]n))?"
    return re.compile(r"\b(?:" + "|".join(re.escape(form) for form in forms) + r")(?=" + ending + r"\b)")


def announcing_line(outer: Span, lines: tuple[Span, ...]) -> Span:
    """The paragraph that leads to the words: their own, or the one before where they fill their own."""
    alone = len(lines) > 1 and outer.start <= lines[-1].start + 1
    return lines[-2] if alone else lines[-1]
