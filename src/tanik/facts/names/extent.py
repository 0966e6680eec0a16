"""How far a name goes where grammar says it, and what was taken for one and says somebody's office.

Comes in: the words of a line and its names in order. Goes out: the names, a treaty with all that it is of ("Dostluk ve
Tarafsızlık Antlaşması": joined modifiers have one head, Göksel & Kerslake 2005, 14.4), a party with the letter in
brackets that its kind is written with ("RK(b)P"), a land with the quarter of the sky before it ("Cənubi Azərbaycan"),
an armistice with its place ("Armistice of Mondros"); a body of which a person's name and a town's were taken to be the
beginning without the person; and nobody who is called by a people alone or by an office.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Final

from tanik.core.fold import fold
from tanik.core.morph import readings
from tanik.facts.model import NameKind
from tanik.facts.names.edges import without_people
from tanik.facts.names.known import Candidate
from tanik.facts.names.numbered import is_party
from tanik.facts.names.posts import head_letters, is_post, offices
from tanik.facts.names.tables import gazetteer, given_names, heads, key_of, peoples
from tanik.facts.names.words import Word

__all__ = ["as_far", "person_before_body"]

_TREATIES: Final = (
    *("antlasmasi", "anlasmasi", "sozlesmesi", "muahedesi", "muahedenamesi", "mukavelesi", "mukavelenamesi", "pakti"),
    *("itilafnamesi", "protokolu", "misaki", "muqavilesi", "sazisi"),
)
_AND: Final = ("ve", "ile")
_OF: Final = ("of", "for")
_DASHES: Final = ("-", "–", "- ", " - ", " – ")
_FEWEST: Final = 2
_LONG: Final = 6
_FAMILIES: Final = ("oglu", "zade")
_ORDINAL: Final = re.compile(r"[1-9]\d?|(?=.)X{0,3}(?:IX|IV|V?I{0,3})")
_TITLE: Final = 3  # a title, a given name and a surname
_MADE: Final = ("lik", "luk", "ma", "me")
_SKY: Final = ("i", "ern")  # "Şərqi", "Şarki", "Eastern": what no person or place is called by itself


def as_far(words: Sequence[Word], held: Sequence[Candidate]) -> list[Candidate]:
    """The names in order, each as far as it goes; what goes into another is gone.

    >>> from tanik.core.span import Span
    >>> said = ("Dostluk", "ve", "Tarafsızlık", "Antlaşması")
    >>> words = [Word(Span(0, 1), one, fold(one), " ", False, False) for one in said]
    >>> [(one.begin, one.end) for one in as_far(words, [Candidate(2, 4, 10, NameKind.EVENT, None, "model")])]
    [(0, 4)]
    """
    found: list[Candidate] = []
    for one in held:
        if found and one.begin < found[-1].end:
            continue
        whole = _whole(words, one, found)
        while found and whole.begin < found[-1].end:
            found.pop()
        found.append(whole)
    return found


def _whole(words: Sequence[Word], one: Candidate, before: Sequence[Candidate]) -> Candidate:
    if (party := _party(words, one)) is not None:
        return party
    if one.name is None and one.rule == "model" and one.end - one.begin >= _FEWEST and one.kind is not NameKind.PERSON:
        one = _before_office(words, one)
    if one.kind is NameKind.EVENT and one.name is None and (begin := _treaty(words, one)) < one.begin:
        return replace(one, begin=begin)
    if one.kind is NameKind.EVENT:
        return _numbered(words, without_people(words, one), before[-1].end if before else 0)
    if one.kind is NameKind.PLACE:
        ended = before[-1].end if before else 0
        return _of_event(words, one, before) or _under_the_sky(words, one, ended)
    if one.kind is NameKind.PERSON:
        ended = before[-1].end if before else 0
        if before and ended == one.begin and before[-1].kind is NameKind.PERSON and ended - before[-1].begin == 1:
            ended -= 1  # a family's name may have been taken for a man
        return _person(words, one, ended) if one.name is None else _surname_apart(words, one)
    return _body(words, _with_town(words, one, before)) if _is_unknown_body(one) else one


def _numbered(words: Sequence[Word], one: Candidate, ended: int) -> Candidate:
    """An event with the ordinal before it: ``2. | Balkan Savaşı`` (TDK Yazım Kılavuzu, Sayıların Yazılışı)."""
    at = one.begin - 1
    first = words[one.begin]
    if at < max(ended, 1) or first.gap != ". " or first.first or not first.capital:
        return one
    return replace(one, begin=at) if _ORDINAL.fullmatch(words[at].text) else one


def _treaty(words: Sequence[Word], one: Candidate) -> int:
    """Where a treaty begins that is of several things, between two peoples: ``Türk-Yunan Dostluk ve Ticaret``."""
    if fold(words[one.end - 1].text[: one.stem]) not in _TREATIES or not _is_matter(words[one.begin].text):
        return one.begin
    at, listed = one.begin, any(word.folded in _AND for word in words[one.begin : one.end])
    while at > 0:
        near = _FEWEST if at >= _FEWEST and words[at - 1].folded in _AND and words[at - 1].gap == " " else 1
        word, gap = words[at - near], words[at - near + 1].gap
        joined = gap == " " or (listed and near == 1 and gap == ", ")  # a list has its "and" before the last
        listed = listed or near == _FEWEST
        if not (joined and word.capital and not word.tail and _is_matter(word.text)):
            break
        at -= near
    pair = at >= _FEWEST and words[at].gap == " " and words[at - 1].gap in _DASHES
    between = pair and not peoples().isdisjoint((words[at - 1].folded, words[at - 2].folded))
    return at - _FEWEST if between and words[at - 1].capital and words[at - 2].capital else at


@lru_cache(maxsize=1 << 10)
def _is_matter(word: str) -> bool:
    """Whether a word says of what a treaty is: a bare common noun, or one made of another word by -lIk or -mA (Göksel &
    Kerslake 2005, 7.2 and 8.5.1): ``Tarafsızlık``, ``Uzlaştırma``."""
    known, folded = readings(word), fold(word)
    if (folded,) in gazetteer() or folded in offices() or any(one.proper and one.bare for one in known):
        return False
    made = bool(known) and folded.endswith(_MADE)
    return made or any(one.part == "Noun" and one.bare and not one.proper for one in known)


def _party(words: Sequence[Word], one: Candidate) -> Candidate | None:
    """``RK(b)P``, ``AK(b)P MK Siyasi Bürosu``: a party whose name was cut at the letter in brackets."""
    for at in (one.end - 1, one.begin - _FEWEST, one.begin):
        if not 0 <= at < len(words) - _FEWEST or words[at + 1].gap != "(" or not is_party(words, at):
            continue
        end = at + _TITLE
        while end < len(words) and words[end].gap == " " and words[end].capital and not words[end].tail:
            end += 1
        while end > at + _TITLE and not _ends_party(words[end - 1]):
            end -= 1
        stem = one.stem if end == one.end else len(words[end - 1].text)
        return Candidate(at, end, stem, NameKind.ORGANISATION, None, "party")
    return None


def _ends_party(word: Word) -> bool:
    return word.text.isupper() or word.folded in heads("organisation")


def _before_office(words: Sequence[Word], one: Candidate) -> Candidate:
    """A place's or a body's name without the office behind it: ``Kafkas | Valisi``."""
    if not is_post(fold(words[one.end - 1].text[: one.stem])):
        return one
    before = words[one.end - 2]
    less = replace(one, stem=len(before.text))
    for kind in (NameKind.PLACE, NameKind.ORGANISATION):
        called = _called(words, replace(less, kind=kind), one.begin, one.end - 1)
        if called.name is not None or before.folded in heads(str(kind)):
            return called
    return one


def _of_event(words: Sequence[Word], one: Candidate, before: Sequence[Candidate]) -> Candidate | None:
    """``Armistice of Mondros``: the word that makes an event, its place behind "of"."""
    event = before[-1] if before else None
    if event is None or event.end != one.begin - 1 or words[event.end].folded != "of":
        return None
    alone = event.kind is NameKind.EVENT and event.end - event.begin == 1
    if not alone or words[event.begin].folded not in heads("event"):
        return None
    return _called(words, replace(one, kind=NameKind.EVENT), event.begin, one.end)


def _under_the_sky(words: Sequence[Word], one: Candidate, ended: int) -> Candidate:
    """A land with the quarter of the sky before it, where that is an adjective and nothing else: ``Şərqi Anadolu``."""
    before = words[one.begin - 1] if one.begin > 0 else None
    if before is None or words[one.begin].gap != " " or before.tail or not before.capital:
        return one
    own = before.folded in _quarters() and one.name is not None
    # a person's name before it may have swallowed the quarter
    free = one.begin - 1 >= ended
    return _called(words, one, one.begin - 1, one.end) if own and free else one


@cache
def _quarters() -> frozenset[str]:
    return frozenset(word for word in heads("compass") if word.endswith(_SKY))


def _person(words: Sequence[Word], one: Candidate, ended: int) -> Candidate:
    """A person without the quarter of the sky of a land behind, without the people whose somebody else is ("Frew |
    İngiliz casusu") and the office before him, with the initials before his surname."""
    begin, end = one.begin, one.end
    last = words[end - 1]
    small = end < len(words) and words[end].gap == " " and not words[end].tail
    of_land = small and last.folded in _quarters()
    of_people = small and one.rule == "titled" and not words[end].capital and last.folded in peoples()
    if end - begin >= _FEWEST and (of_land or of_people):
        return _called(words, replace(one, stem=len(words[end - 2].text)), begin, end - 1)
    if end - begin >= _FEWEST and _is_before(words[begin], words[begin + 1]):
        return _called(words, one, begin + 1, end)
    at = begin
    if at > ended and words[at].gap == " " and words[at - 1].folded.endswith(_FAMILIES) and _may_be_family(words, at):
        at -= 1  # "Kıllıoğlu | Hüseyin Efe": before 1934 a family's name stood first
    while at > ended and words[at].gap in (".", ". ") and len(words[at - 1].text) == 1 and words[at - 1].capital:
        at -= 1
    # a list's own letter stands alone at the head of its line
    return _called(words, one, at, end) if at < begin and (at > 0 or begin - at > 1) else one


def _may_be_family(words: Sequence[Word], at: int) -> bool:
    before = words[at - 1]
    free = before.capital and not before.tail and len(before.text) > _LONG and (before.folded,) not in gazetteer()
    return free and words[at].folded in given_names()


def _is_before(first: Word, name: Word) -> bool:
    """Whether the first word of what was taken for a person is an office: ``Başkomutan``, ``Dersvekili``, ``Count``."""
    if first.folded in given_names() or name.folded in heads("person_after") or name.gap != " ":
        return False
    if first.folded in heads("byname") or first.folded in heads("nickname"):
        return False
    known = name.folded in given_names() or (name.folded,) in gazetteer()
    return first.folded in heads("person_before") or (known and (is_post(first.folded) or _is_compound(first.folded)))


@lru_cache(maxsize=1 << 10)
def _is_compound(folded: str) -> bool:
    """Whether a word ends in an office, as compounds do: ``başkomutan``, ``dersvekili`` (GK 10.2)."""
    return folded.endswith(_long_offices()) and not folded.startswith("abd")


@cache
def _long_offices() -> tuple[str, ...]:
    return tuple(word for word in offices() if len(word) >= _LONG)


def _surname_apart(words: Sequence[Word], one: Candidate) -> Candidate:
    """A known person with his surname written as the two words it is made of: ``Necip Fazıl | Kısa Kürek``."""
    end = one.end + _FEWEST
    if one.name is None or end > len(words) or not (words[one.end].capital and words[one.end + 1].capital):
        return one
    joined = words[one.end].folded + words[one.end + 1].folded
    surname = key_of(one.name)[-1]
    if len(joined) < len(surname) or not joined.startswith(surname) or words[one.end].gap != " ":
        return one
    rest = len(joined) - len(surname)
    return replace(one, end=end, stem=len(words[end - 1].text) - rest) if rest < _LONG else one


def _is_unknown_body(one: Candidate) -> bool:
    return one.kind is NameKind.ORGANISATION and one.name is None


def _with_town(words: Sequence[Word], one: Candidate, before: Sequence[Candidate]) -> Candidate:
    """A body with the bare place right before it, its first part (GK 14.4): ``Karabük | Çelik Fabrikaları``."""
    town = before[-1] if before else None
    if town is None or town.kind is not NameKind.PLACE or town.end != one.begin or town.end - town.begin > 1:
        return one
    whole = town.stem == len(words[town.begin].text) and words[one.begin].gap == " " and words[one.begin].capital
    headed = head_letters(words[one.end - 1]) is not None and one.end - one.begin >= _FEWEST
    return replace(one, begin=town.begin) if whole and headed else one


def _body(words: Sequence[Word], one: Candidate) -> Candidate:
    """A body up to the word that makes it one ("Demir Çelik | İşletmeleri"), and without what an office behind it has
    ("Kızılay Derneği | Genel Başkanı")."""
    last, end = words[one.end - 1], one.end
    if one.stem < len(last.text) or head_letters(last) is not None or end >= len(words):
        return one
    whole = one
    for at in range(end, min(len(words), end + _TITLE)):
        word = words[at]
        letters = head_letters(word)
        goes_on = word.capital and word.gap in (" ", "-") and not word.tail
        if not goes_on or (letters is None and whole.end > end):
            break
        if letters is not None:
            whole = _called(words, replace(one, stem=letters), one.begin, at + 1)
    if whole.end > end:
        return whole
    office = (
        words[end].capital and words[end].gap == " " and (words[end].folded in offices() or is_post(words[end].folded))
    )
    return _before_bare(words, one) if office else one


def _before_bare(words: Sequence[Word], one: Candidate) -> Candidate:
    """What is a name at the head of a body's that an office goes on with: ``İstanbul | Emniyet Müdürü``."""
    for end in range(one.end - 1, one.begin, -1):
        less = replace(one, stem=len(words[end - 1].text))
        for kind in (NameKind.ORGANISATION, NameKind.PLACE):
            called = _called(words, replace(less, kind=kind), one.begin, end)
            if called.name is not None or (kind is one.kind and head_letters(words[end - 1]) is not None):
                return called
    return one


def _called(words: Sequence[Word], one: Candidate, begin: int, end: int) -> Candidate:
    """The name with other bounds, the tables asked anew."""
    last = words[end - 1].text[: one.stem]
    entry = gazetteer().get(key_of(" ".join([*(word.text for word in words[begin : end - 1]), last])))
    name = entry.name if entry is not None and entry.kind is one.kind else None
    return replace(one, begin=begin, end=end, name=name, rule="gazetteer" if name else "whole-name")


def person_before_body(words: Sequence[Word], one: Candidate) -> Iterator[Candidate]:
    """A body's or an event's name, or a person's and the name behind it: in "Mustafa Kemal Ankara Heyeti'ne yazdı" one
    man wrote.

    Nobody calls a body after a man and puts its town behind him: "Konya Rıza Bey Lisesi".
    """
    told = one.kind is NameKind.ORGANISATION or one.kind is NameKind.EVENT
    if not told or one.name is not None or one.end - one.begin <= _TITLE:
        yield one
        return
    for end in range(min(one.begin + _TITLE + 1, one.end - 1), one.begin + 1, -1):
        person = gazetteer().get(tuple(word.folded for word in words[one.begin : end]))
        town = gazetteer().get((words[end].folded,))
        known = person is not None and person.kind is NameKind.PERSON
        if person is not None and known and town is not None and town.kind is NameKind.PLACE and not town.care:
            stem = len(words[end - 1].text)
            yield Candidate(one.begin, end, stem, NameKind.PERSON, person.name, "gazetteer")
            yield _called(words, one, end, one.end)
            return
    yield one
