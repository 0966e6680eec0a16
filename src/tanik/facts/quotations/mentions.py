"""Everybody and everything on a page that may have spoken, each with the case that its ending shows.

Comes in: a page, its names, its folded text. Goes out: mentions in order of place: persons, bodies, newspapers, offices
("Bolu mutasarrıfı"), kin of the writer ("dedem"). They are read once a page, so that every quotation only asks for
those of a stretch.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Final

from tanik.core.fold import fold
from tanik.core.morph import Case, readings, split_suffix
from tanik.core.span import Span
from tanik.facts.cover import Cover
from tanik.facts.model import Name, NameKind
from tanik.facts.quotations.below import known_person
from tanik.facts.quotations.offices import Offices
from tanik.facts.quotations.owners import kin_forms, owned
from tanik.facts.quotations.turns import read_labels
from tanik.facts.quotations.words import alternation
from tanik.facts.tables import rows
from tanik.page.model import Page

__all__ = ["Kind", "Mention", "Mentions"]

# an ending may stand apart with its apostrophe: "Aralov ‘a", "Ata' nın"
_TAIL: Final = re.compile(r"(?:\s?['’‘]\s?(?=(?:[yns]?[aeıiuü]|n?[ıiuü]n|[dt][ae]n?)\b(?!['’”]))|['’‘]?)([^\W\d_]*)")
# Endings of Azerbaijani in both scripts (folded), and of Turkish on foreign names: Leninə, Нәримановун, Curzon's.
_ENDINGS: Final = (
    (re.compile(r"n?[iu]n$"), Case.GENITIVE),
    (re.compile(r"n?[dt][ae]n$"), Case.ABLATIVE),
    (re.compile(r"n?[dt][ae]$"), Case.LOCATIVE),
    (re.compile(r"[yn]?[ae]$"), Case.DATIVE),
    (re.compile(r"y?l[ae]$"), Case.INSTRUMENTAL),
    (re.compile(r"[yn]?[iu]$"), Case.ACCUSATIVE),
    (re.compile(r"s$"), Case.GENITIVE),
)
# English says by a word before the name what Turkish says by an ending.
_BEFORE: Final = re.compile(
    r"\b(to|for|told|of|by|from|with|about|against|asked|at|in|on|near|into|after|before|been)\s"
    r"(?:the\s|an?\s)?(?:(?:[A-Z][a-z]*\.?|[a-z]+)\s){0,2}$"
)
_BY_WORD: Final = {
    "to": Case.DATIVE,
    "for": Case.DATIVE,
    "told": Case.DATIVE,
    "asked": Case.DATIVE,
    "of": Case.GENITIVE,
    "from": Case.ABLATIVE,
    "by": Case.NOMINATIVE,
    "with": Case.INSTRUMENTAL,
    "about": Case.ACCUSATIVE,
    "against": Case.ACCUSATIVE,
    "been": Case.ACCUSATIVE,
    "at": Case.LOCATIVE,
    "in": Case.LOCATIVE,
    "on": Case.LOCATIVE,
    "near": Case.LOCATIVE,
    "into": Case.LOCATIVE,
    "after": Case.LOCATIVE,
    "before": Case.LOCATIVE,
}
# "Gazeteci Şerif takma adını kullandı", "Yavuz zırhlısı": a name that nobody bears there; “Sultan Selim” isimli kitabı
_ONLY_A_NAME: Final = re.compile(
    r"[^\W\d_]*[”\"»]?\s(?:adli|isimli|baslikli)\s(?:[^\W\d_]+\s){0,2}?"
    r"(?:kitab|kitap|eser|yazi|makale|roman|dizi|program|film|siir|ani|hatira|tefrika)"
    r"|\W{0,2}\s?(?:takma ad|lakab|imzas|soyad|(?:ad|ism)[iu](?:n[iae]|yla)?\b|kitab|roman|sokag|caddes|muze)"
)
# "CHP'li": who belongs to a body, and no body itself (-lI, Göksel & Kerslake 7.2.1)
_MEMBER: Final = re.compile(r"['’]l[iu](?:l[ae]r)?(?![^\W\d_])")
_PAPER_NOUNS: Final = ("gazetesi", "dergisi", "qəzeti", "jurnalı", "гәзети", "журналы")
_MARKED_PAPER: Final = re.compile(r"[“\"«]([^”\"»\n]{2,40})[”\"»]\s(?:" + "|".join(_PAPER_NOUNS) + r")\s(?!\d)")
# "diye yazar.", "şunu yazar:" is the verb, "yazar" elsewhere an author.
_WRITES: Final = re.compile(r"(?:diye|soyle|boyle|sunu|sunlari|bunu|acikca|[”\"»'])\s*yazar\b|yazar\s?[.:;,]")
# Words before an office that say which one: "Tümen komutanı", "köyün imamı", "Berlin polis komiseri".
_WHICH: Final = re.compile(
    r"((?:(?:[A-ZÇĞİÖŞÜƏ][\w-]*(?:['’]n?[ıiuü]n)?|[^\W\d_]+n[ıiuü]n|[^\W\d_]+[ıiuü]n)\s){1,3}(?:polis\s|ordu\s)?)$"
)
_ADDRESS: Final = re.compile(r"\s(?:Bey|Hanım|Efendi|Bəy|Xanım)(?![^\W\d_])")
_BEFORE_NAME: Final = re.compile(r"(?:[ıiuü]?m[ıiuü]z)?\s?")  # "Cumhurbaşkanımız Celal Bayar" is one man
_OWNED: Final = re.compile(r"(?:[iu]|s[iu])$")
# A craft (TDK, -CI; baş) before a given name that no list of names has: "Kolcu Salim"; ordinals are none.
_CALLED: Final = re.compile(
    r"(?<![\w'’-])[A-ZÇĞİÖŞÜ][^\W\d_]{2,}(?:başı|(?<!n)[cç][ıiuü])\s([A-ZÇĞİÖŞÜ][a-zçğıöşü]{2,})(?=['’]|(?!\w|\s[A-ZÇĞİÖŞÜ]))"
)
_BORNE: Final = re.compile(
    r"\s([A-ZÇĞİÖŞÜƏ][a-zçğıöşüə]{2,})\s([A-ZÇĞİÖŞÜƏ][a-zçğıöşüə]{2,})(?=['’\s.,])(?!\s[A-ZÇĞİÖŞÜƏ])"
)
# one name alone behind a craft: "muhabiri Price", "kamarot Dursun"
_BORNE_ALONE: Final = re.compile(r"\s([A-ZÇĞİÖŞÜƏ][a-zçğıöşüə]{2,})(?=['’\s.,])(?!\s[A-ZÇĞİÖŞÜƏ])")


class Kind(StrEnum):
    """What sort of speaker a mention is."""

    PERSON = "person"
    BODY = "body"
    PAPER = "paper"
    ROLE = "role"
    KIN = "kin"
    NOUN = "noun"
    CITED = "cited"


@dataclass(frozen=True, slots=True)
class Mention:
    """A possible speaker: where it stands, what the dossier would call it, what its ending says."""

    span: Span
    name: str
    kind: Kind
    case: Case


@cache
def _role_pattern() -> re.Pattern[str]:
    """Words for people who speak without a name (muhtar, imam, ninem), in folded text."""
    forms = {*(fold(row["form"]) for row in rows("roles.csv")), *kin_forms()}
    own = r"(?:(?:l[ae]r)?(?:[iu]m[iu]z|[iu]m)|m[iu]z)?"  # "öğretmenimiz", "hocamız"
    ending = (
        own + r"(?:['’]?(?:n?[iu]n|y[iu]|n[iu]|[iu]|s[iu]|d[ae]n|y?[ae]|n?[iu]n[iu]n|s[iu]n[iu]n|s[iu]n[ae]|"
        r"s[iu]nd[ae]n|nd[ae]n?))?"
    )
    return re.compile(r"\b" + alternation(forms) + r"(?=" + ending + r"\b)")


@cache
def _paper_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + alternation(row["name"] for row in rows("newspapers.csv")) + r"(?=\W)")


@cache
def _kin_pattern() -> re.Pattern[str]:
    """Kin in the third person behind the genitive of a name, as it is written."""
    kin = alternation({form for forms in kin_forms().values() for lang, form in forms.items() if lang != "en"})
    whose = r"(?<![\w'’])(?P<whose>[^\W\d_a-zçğıöşüə][^\W\d_]+['’]?n?[ıiuü]n)"
    return re.compile(rf"{whose}\s(?P<kin>{kin})(?P<ending>n[^\W\d_]{{1,4}})?\b")


def _merged(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The stretches in order of place, those that touch made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def ending_case(word: str, ending: str) -> Case:
    """The case that `ending`, written behind `word`, shows.

    >>> str(ending_case("Bozok", "a")), str(ending_case("Lenin", "ə")), str(ending_case("Ali", ""))
    ('dative', 'dative', 'nominative')
    """
    if not ending:
        return Case.NOMINATIVE
    case = split_suffix(f"{word}'{ending}").case
    if case is not Case.NOMINATIVE:
        return case
    folded = fold(ending)
    return next((found for pattern, found in _ENDINGS if pattern.match(folded)), Case.NOMINATIVE)


class Mentions:
    """The possible speakers of one page, asked for by place."""

    def __init__(self, page: Page, names: tuple[Name, ...], folded: str, near: tuple[Span, ...] | None = None) -> None:
        """`near` are the stretches in which speakers without a name are looked for; None is the whole page."""
        self._near = (Span(0, len(page.text)),) if near is None else _merged(near)
        self._page = page
        self._text = page.text
        self._folded = folded
        kinds = (NameKind.PERSON, NameKind.ORGANISATION)
        names = tuple(_surnames_read(names))
        self._listed = tuple(sorted(name.span for name in names))
        self._taken = Cover(self._listed)
        self.names = tuple(name for name in names if name.kind in kinds and any(map(str.isalpha, name.text)))
        self.persons = tuple(name for name in names if name.kind is NameKind.PERSON)
        self._person_starts = [name.span.start for name in self.persons]
        self._english = page.language == "en"
        self._bearers = self._last_bearers()
        self._labels = read_labels(page.text)
        self._offices = Offices(page.text, folded, self.persons, self._labels)
        self.all = self._read()
        self._starts = [mention.span.start for mention in self.all]

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that begin in [start, end)."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def listed_within(self, start: int, end: int) -> tuple[Span, ...]:
        """The places of the page's names of any kind that begin in [start, end)."""
        return self._listed[bisect_left(self._listed, Span(start, start)) : bisect_left(self._listed, Span(end, end))]

    def before(self, end: int, most: int) -> tuple[Mention, ...]:
        """The last `most` mentions that begin before `end`."""
        at = bisect_left(self._starts, end)
        return self.all[max(0, at - most) : at]

    def persons_from(self, start: int, end: int) -> tuple[Name, ...]:
        """The persons' names that begin in [start, end)."""
        return self.persons[bisect_left(self._person_starts, start) : bisect_left(self._person_starts, end)]

    def _read(self) -> tuple[Mention, ...]:
        held = [*self._named()]
        taken = sorted(mention.span for mention in held)
        starts = [span.start for span in taken]

        def free(span: Span) -> bool:
            """Whether no name stands at or right behind these words, which then say what it is."""
            near = taken[max(0, bisect_left(starts, span.start) - 1) : bisect_left(starts, span.end + 8)]
            return not any(
                span.overlaps(one) or _BEFORE_NAME.fullmatch(self._text, span.end, one.start) for one in near
            )

        held += _filled(one for one in self._roles() if free(one.span))
        held += [one for one in self._kin_of_others() if free(one.span)]
        held += [one for one in self._papers() if free(one.span)]
        told = Cover(mention.span for mention in held)
        held += [one for one in self._called() if not told.touches(one.span)]
        return tuple(sorted(held, key=lambda one: one.span))

    def _named(self) -> Iterator[Mention]:
        follower = {name.span.start - 1: name.name for name in self.names}
        for name in self.names:
            if follower.get(name.span.end) == name.name:
                continue  # "Gazi" before "Mustafa Kemal Atatürk"
            if _ONLY_A_NAME.match(self._folded, name.span.end):
                continue
            kind = Kind.PERSON if name.kind is NameKind.PERSON else Kind.BODY
            if kind is Kind.BODY and _MEMBER.match(self._folded, name.span.end):
                continue
            yield Mention(name.span, self._bearer(name), kind, self._case_behind(name.span))

    def _bearer(self, name: Name) -> str:
        """A surname alone means the last of its bearers named before: Engin Bozok, not Tahsin."""
        if " " in name.text or not name.name.endswith(f" {name.text}") or known_person(name.text) is not None:
            return name.name
        return self._bearers.get(name.span.start, name.name)

    def _last_bearers(self) -> dict[int, str]:
        """For each surname that stands alone, who bore it last in full."""
        last: dict[str, str] = {}
        held: dict[int, str] = {}
        for name in self.persons:
            words = name.text.split()
            if len(words) > 1:
                last[words[-1]] = name.name
            elif words and words[0] in last:
                held[name.span.start] = last[words[0]]
        return held

    def _case_behind(self, span: Span) -> Case:
        tail = _TAIL.match(self._text, span.end)
        if self._english:
            if tail is not None and tail.group() in ("'s", "’s"):
                return Case.GENITIVE
            before = _BEFORE.search(self._text, max(0, span.start - 30), span.start)
            return _BY_WORD[before.group(1)] if before is not None else Case.NOMINATIVE
        return ending_case(span.of(self._text).split()[-1], tail.group(1) if tail else "")

    def _called(self) -> Iterator[Mention]:
        """Who is known by a craft and a given name: ``Kolcu Salim``; a common noun there is no name ("Topçu Alayı")."""
        for one in (found for near in self._near for found in _CALLED.finditer(self._text, near.start, near.end)):
            if not _is_common(one.group(1)):
                span = Span(*one.span())
                yield Mention(span, one.group(), Kind.PERSON, self._case_behind(span))

    def _roles(self) -> Iterator[Mention]:
        pattern = _role_pattern()
        for match in (found for one in self._near for found in pattern.finditer(self._folded, one.start, one.end)):
            if match.group() == "yazar" and _WRITES.search(self._folded[max(0, match.start() - 12) : match.end() + 2]):
                continue
            if _ONLY_A_NAME.match(self._folded, match.end()):
                continue
            word = _TAIL.match(self._text, match.end())
            ending = word.group(1) if word else ""
            if self._english and ending not in ("", "s"):
                continue  # "again" is no aga
            bare = Span(match.start(), match.end())
            called = _ADDRESS.match(self._text, bare.end) if not self._english else None
            if called is not None:  # "Vali Bey'e": the title bears the case
                whole = Span(bare.start, called.end())
                holder = self._offices.holder(bare, bare)
                name = whole.of(self._text) if holder == bare.of(self._text) else holder
                yield Mention(whole, name, Kind.ROLE, self._case_behind(whole))
                continue
            if fold(bare.of(self._text)) in kin_forms():
                case = ending_case(bare.of(self._text), ending)
                whose = owned(self._page, bare.of(self._text), bare.start, self._labels)
                yield Mention(bare, whose, Kind.KIN, case)
            else:
                yield self._borne(bare) or self._office(bare, ending)

    def _borne(self, bare: Span) -> Mention | None:
        """The name behind an office or craft where no list has it: ``Tarixçi Rəna Mahmudova``."""
        found = _BORNE.match(self._text, bare.end) or _BORNE_ALONE.match(self._text, bare.end)
        # of two names the second may be a common noun as well ("Cevat Alkım"), for surnames are
        if found is None or self._english or _is_common(found.group(1)):
            return None
        span = Span(found.start(1), found.end())
        if self._taken.touches(span):
            return None
        return Mention(span, span.of(self._text), Kind.PERSON, self._case_behind(span))

    def _kin_of_others(self) -> Iterator[Mention]:
        """Kin of somebody named: ``Zekeriya'nın babası``."""
        pattern = _kin_pattern()
        for match in (found for one in self._near for found in pattern.finditer(self._text, one.start, one.end)):
            kin, ending = match["kin"], match["ending"] or ""
            words = Span(match.start("kin"), match.start("kin") + len(kin))
            yield Mention(words, f"{match['whose']} {kin}", Kind.KIN, ending_case(kin, ending))

    def _office(self, bare: Span, ending: str) -> Mention:
        """An office with the words that say which, without the ending of its case."""
        folded_end = fold(ending)
        own = re.match(r"(?:s?[iu])(?=n|$)", folded_end)
        kept = bare.end + (own.end() if own and folded_end not in ("in", "un") else 0)
        possessed = kept > bare.end or bool(_OWNED.search(bare.of(self._folded)))
        which = _WHICH.search(self._text, max(0, bare.start - 60), bare.start) if possessed else None
        start = which.start() if which and "\n" not in which.group() else bare.start
        whole = Span(start, kept)
        rest = ending[kept - bare.end :]
        if start == bare.start and not ending.startswith(("ın", "in", "un", "ün", "nın", "nin", "nun", "nün")):
            whole, rest = bare, ending
        case = (
            self._case_behind(Span(bare.start, whole.end))
            if self._english
            else _case_of_office(whole.of(self._text), rest)
        )
        if start < bare.start and self.persons_from(start, bare.start):
            # "Enver Paşa'nın yaveri" is the aide, who stands beside the pasha
            return Mention(Span(bare.start, whole.end), whole.of(self._text), Kind.ROLE, case)
        return Mention(whole, self._offices.holder(whole, bare), Kind.ROLE, case)

    def _begins_title(self, span: Span) -> bool:
        """Whether a mark opens before a paper's name and goes on behind it: ``«İnkılâp ve Millî Mücadele Tarihi»``."""
        opened = self._text[max(0, span.start - 1) : span.start] in tuple('“"«„')
        return opened and self._text[span.end : span.end + 1] not in tuple("”\"»'’")

    def _papers(self) -> Iterator[Mention]:
        pattern = _paper_pattern()
        for match in (found for one in self._near for found in pattern.finditer(self._text, one.start, one.end)):
            span = Span(match.start(), match.end())
            case = self._case_behind(span)
            if case is Case.NOMINATIVE and not self._begins_title(span):
                yield Mention(span, match.group(), Kind.PAPER, case)
        if not any(noun in self._text for noun in _PAPER_NOUNS):
            return
        for match in (found for one in self._near for found in _MARKED_PAPER.finditer(self._text, one.start, one.end)):
            span = Span(*match.span(1))
            yield Mention(span, span.of(self._text), Kind.PAPER, Case.NOMINATIVE)


def _is_common(word: str) -> bool:
    """Whether a word with a capital is also a common noun: ``Alayı``."""
    # the dictionary takes "price" for the "pr" of something
    return any(one.part == "Noun" and not one.proper and len(one.lemma) > 2 for one in readings(word.lower()))


def _surnames_read(names: tuple[Name, ...]) -> Iterator[Name]:
    """A town that is the surname of somebody named before ("Bilge Karaman … Karaman der ki") is that person."""
    bearers: dict[str, Name] = {}
    for name in names:
        words = name.text.split()
        if name.kind is NameKind.PERSON and len(words) > 1:
            bearers[words[-1]] = name
        bearer = bearers.get(name.text) if name.kind is NameKind.PLACE else None
        yield replace(name, name=bearer.name, kind=bearer.kind, id=bearer.id) if bearer is not None else name


def _filled(roles: Iterable[Mention]) -> Iterator[Mention]:
    """An office that stands bare ("imam") means the one of that noun that was named in full before ("köyün imamı")."""
    fuller: dict[str, str] = {}
    for one in roles:
        noun = _OWNED.sub("", fold(one.name.rsplit(maxsplit=1)[-1]))
        if one.kind is Kind.ROLE and " " in one.name:
            fuller[noun] = one.name
        known = one.kind is Kind.ROLE and " " not in one.name and noun in fuller
        yield replace(one, name=fuller[noun]) if known else one


def _case_of_office(words: str, rest: str) -> Case:
    """The case of an office: behind a possessive (``valisinin``) it hangs on an -n-, a lone -i may be one itself."""
    if not rest or fold(rest) in ("i", "u", "si", "su"):
        return Case.NOMINATIVE
    if rest.startswith("n") and _OWNED.search(fold(words)) and fold(rest) in ("ni", "nu"):
        return Case.ACCUSATIVE
    return ending_case(words.rsplit(maxsplit=1)[-1], rest)
