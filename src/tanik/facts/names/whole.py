"""What belongs to a name beside the words that were taken for it, and what of these is another thing's.

Comes in: one line and its names. Goes out: the same, a ruler with his number ("II. Mahmut"), a man with the byname
before his name ("Topal Rıza"), a regiment with the number before it ("13. Topçu Alayı"), a street or school with the
person whose name it bears ("Rıza Bey Caddesi"), an unknown given name with the known surname behind it ("Mebrure
İnönü"), and the number of a list's item outside what stands in the item.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Final

from tanik.core.fold import fold
from tanik.core.morph import is_common, readings, split_suffix
from tanik.facts.model import NameKind
from tanik.facts.names.extent import as_far, person_before_body
from tanik.facts.names.known import Candidate
from tanik.facts.names.numbered import is_ruler
from tanik.facts.names.posts import is_office
from tanik.facts.names.tables import gazetteer, given_names, heads, key_of, peoples
from tanik.facts.names.words import Line, Word

__all__ = ["whole_names"]

_ROMAN: Final = re.compile(r"(?=..)X{0,3}(?:IX|IV|V?I{0,3})")
_UNIT: Final = re.compile(r"(?:alay|tumen|tabur|tugay|kolordu|ordu|firka|bolu[kg]|batarya)\w*")
_PRONOMINAL: Final = re.compile(r"n(?:[ae]|[dt][ae]n?|[ıiuü]n?)(?:ki\w*)?")  # case behind a possessive (GK 8.1.4)
_MINISTERS: Final = ("nazir", "vekili", "bakani", "mufettisi")
_MOST_DIGITS: Final = 3
_PAPER: Final = re.compile("antlasma|anlasma|kanun|sozlesme|itilafname|muahede|mukavele|protokol|mutareke")
_PAPER_WORDS: Final = 2  # of which its name has at least two
_LAST_WORDS: Final = 2  # of a site's name, behind its person's
_MARRIED: Final = 2
_PRINCES: Final = frozenset(("sehzade", "sultan", "kral", "car", "imparator", "prens"))
_THERE: Final = re.compile(r"[dt][ae](?:n|ki|dir|ydi)?")


def whole_names(line: Line, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The names of `line` in order, each with what is its own.

    >>> from tanik.core.span import Span
    >>> said = (("Sultan", ""), ("II", " "), ("Mahmut", ". "), ("öldü", " "))
    >>> words = tuple(Word(Span(0, 1), one, fold(one), gap, False, False) for one, gap in said)
    >>> one = Candidate(2, 3, 6, NameKind.PERSON, None, "given-name")
    >>> [(one.begin, one.end) for one in whole_names(Line(words, False, False, False), [one])]
    [(1, 3)]
    """
    held = sorted(candidates, key=lambda one: one.begin)
    held = _parted(line.words, as_far(line.words, held)) if held else held
    ended = 0
    for at, one in enumerate(held):
        if one.begin < ended:
            continue  # the word was taken into the name before
        limit = held[at + 1].begin if at + 1 < len(held) else len(line.words)
        whole = _with_more(line, one, ended, limit)
        if whole is not None:
            ended = whole.end
            yield whole


def _parted(words: Sequence[Word], held: Sequence[Candidate]) -> list[Candidate]:
    """The names in order, those that are two parted, those that are one together."""
    found: list[Candidate] = []
    for one in (part for whole in held for part in _parts(words, whole)):
        before = found[-1] if found else None
        if before is None or before.end != one.begin or not _are_one(words, before, one):
            found.append(one)
        else:
            found[-1] = replace(_called(words, one, before.begin, one.end), kind=one.kind)
    return found


def _are_one(words: Sequence[Word], before: Candidate, one: Candidate) -> bool:
    """Whether two names side by side are one: a quarter of the sky and its land ("Eastern Thrace"), a byname and a man
    ("HACI RIZA"), two given names that tables know and the surname that makes them another's ("Mustafa Necati Kuzgun"),
    initials and a surname, a person's first names and the site that bears the whole."""
    first, gap = words[before.begin].folded, words[one.begin].gap
    if gap in (".", ". "):
        return one.kind is NameKind.PERSON and all(len(word.text) == 1 for word in words[before.begin : before.end])
    if gap != " ":
        return False
    if one.kind is not NameKind.PERSON:
        sky = before.end - before.begin == 1 and one.kind is NameKind.PLACE and first in heads("compass")
        body = one.kind is not NameKind.EVENT and one.end - one.begin > 1
        return sky or (body and _is_begun(words, before, one))
    if before.end - before.begin == 1 and first in heads("nickname"):
        return before.kind is NameKind.PERSON and one.name is None
    last = words[before.end - 1]
    given = before.end - before.begin > 1 and before.stem == len(last.text) and last.folded in given_names()
    surname = one.end - one.begin == 1 and one.name is None and words[one.begin].folded not in given_names()
    return before.kind is NameKind.PERSON and given and surname


def _parts(words: Sequence[Word], one: Candidate) -> Iterator[Candidate]:
    """A person's name, or what the words of one are two of: a ruler and another ("III. Selim Alemdar Rıza"), a man and
    the prince behind his title, a man and the town where something befell him ("Rıza Adana'da")."""
    paper = _body_and_paper(words, one) if one.kind is NameKind.EVENT and one.name is None else ()
    if paper:
        yield from paper
        return
    at = _parting(words, one) if one.kind is NameKind.PERSON and one.end - one.begin > 1 and one.name is None else 0
    if not at:
        yield from person_before_body(words, one)
        return
    yield replace(one, end=at, stem=len(words[at - 1].text))
    entry = gazetteer().get((words[at].folded,)) if one.end - at == 1 else None
    if entry is None or entry.kind is NameKind.PERSON:
        yield _called(words, one, at, one.end)
    else:
        yield replace(one, begin=at, kind=entry.kind, name=entry.name, rule="gazetteer")


def _body_and_paper(words: Sequence[Word], one: Candidate) -> tuple[Candidate, ...]:
    """The body and the paper with which it does something: "Meclis Lozan Antlaşması'nı onayladı"; () if it is one."""
    first = words[one.begin]
    entry = gazetteer().get((first.folded,)) if one.end - one.begin > _PAPER_WORDS else None
    body = entry is not None and entry.kind is NameKind.ORGANISATION and words[one.begin + 1].gap == " "
    if entry is None or not body or not _PAPER.match(words[one.end - 1].folded):
        return ()
    body_itself = Candidate(one.begin, one.begin + 1, len(first.text), entry.kind, entry.name, "gazetteer")
    return body_itself, _called(words, one, one.begin + 1, one.end)


def _parting(words: Sequence[Word], one: Candidate) -> int:
    """Where the second of two names begins, or 0."""
    begin, end = one.begin, one.end
    ruler = begin + is_ruler(words[begin], words[begin + 1])
    numbered = ruler > begin or (begin > 0 and is_ruler(words[begin - 1], words[begin]))
    if numbered and ruler + 2 < end and words[ruler + 1].folded not in given_names():
        return ruler + 1
    ranked = (at for at in range(begin + 2, end - 1) if words[at - 1].folded in heads("person_after"))
    second = next((at for at in ranked if words[at].folded in _PRINCES), 0)
    if second or end - begin > _MARRIED or end >= len(words) or not words[end].tail:
        return second
    entry = gazetteer().get((words[end - 1].folded,))
    town = entry is not None and entry.kind is NameKind.PLACE and not entry.care
    there = town and words[end - 1].folded not in given_names() and _THERE.fullmatch(words[end].folded)
    return end - 1 if there and words[begin].folded in given_names() else 0


def _is_begun(words: Sequence[Word], before: Candidate, one: Candidate) -> bool:
    """Whether the tables have a person whose form goes from a name into the first words of the next: of "Gazi Mustafa
    Kemal Bulvarı" the first word is nobody who stands there."""
    forms = (tuple(word.folded for word in words[before.begin : end]) for end in range(one.begin + 1, one.end))
    return any((entry := gazetteer().get(form)) is not None and entry.kind is NameKind.PERSON for form in forms)


def _with_more(line: Line, one: Candidate, ended: int, limit: int) -> Candidate | None:
    words = line.words
    if (words[one.begin].folded in ("of", "and") and one.name is None) or is_office(words, one):
        return None
    if one.kind is NameKind.PERSON:
        if _is_family(words, one):
            return None
        one = _ruler(words, _nicknamed(words, one, ended), ended)
        return _site(words, _after_number(_surnamed(words, one, ended), words, limit), limit)
    if one.kind is NameKind.ORGANISATION:
        body = _body(words, one, ended)
        return body and _site(words, body, min(limit, body.end + 1)) if one.rule == "model" else body
    return one


def _is_family(words: Sequence[Word], one: Candidate) -> bool:
    """Whether "ailesi" stands behind a name of one word: the Balyan family is no Balyan. With a case it may be the
    family to which he himself does something ("Rıza ailesine yazdı")."""
    behind = words[one.end] if one.end < len(words) else None
    alone = behind is not None and behind.gap == " " and not behind.tail and one.end - one.begin == 1
    return alone and behind is not None and behind.folded in heads("family")


def _called(words: Sequence[Word], one: Candidate, begin: int, end: int) -> Candidate:
    """The name with other bounds: whose it is the tables are asked anew."""
    stem = one.stem if end == one.end else len(words[end - 1].text)
    last = words[end - 1].text[:stem]
    entry = gazetteer().get(key_of(" ".join([*(word.text for word in words[begin : end - 1]), last])))
    name = entry.name if entry is not None and entry.kind is one.kind else None
    return replace(one, begin=begin, end=end, stem=stem, name=name, rule="gazetteer" if name else "whole-name")


def _ruler(words: Sequence[Word], one: Candidate, ended: int) -> Candidate:
    """A ruler's number is part of his name (TDK Yazım Kılavuzu, Sayıların Yazılışı: "II. Mehmet"); it stands before his
    given name alone, where a heading's number stands before anything."""
    at = one.begin - 1
    if at < ended or one.end - one.begin > 1 or not is_ruler(words[at], words[one.begin]):
        return one
    return _called(words, one, at, one.end)


def _after_number(one: Candidate, words: Sequence[Word], limit: int) -> Candidate:
    """The same where the number stands behind, as in English: "Wilhelm II"."""
    behind = words[one.end] if one.end < limit else None
    own = behind is not None and behind.gap == " " and _ROMAN.fullmatch(behind.text)
    if not own or one.stem < len(words[one.end - 1].text):
        return one
    whole = _called(words, one, one.begin, one.end + 1)
    number = fold(words[one.end].text)
    # whom the tables know by the bare name is meant if his own number is this
    return replace(whole, name=one.name) if one.name and number in fold(one.name).split(". ") else whole


def _nicknamed(words: Sequence[Word], one: Candidate, ended: int) -> Candidate:
    """A byname before a given name is part of it: "Topal Rıza", "Deli İmam Rıza Efendi"."""
    if one.name is not None or words[one.begin].folded not in given_names():
        return one
    at = one.begin
    while at > ended and one.begin - at < _MARRIED and words[at].gap == " " and _may_part(words[at - 1]):
        at -= 1
    while at < one.begin and words[at].folded not in heads("nickname"):
        at += 1
    return _called(words, one, at, one.end) if at < one.begin else one


def _may_part(word: Word) -> bool:
    return word.capital and not word.tail and word.folded in _bynames()


@cache
def _bynames() -> frozenset[str]:
    return heads("nickname") | heads("byname") | {"imam"}


def _surnamed(words: Sequence[Word], one: Candidate, ended: int) -> Candidate:
    """A capital word that no dictionary knows as a common one, right before a known surname alone, is another bearer's
    given name: surnames are families' (Soyadı Kanunu, 1934)."""
    at = one.begin - 1
    if at < ended or one.end - one.begin > 1 or one.name is None or words[one.begin].gap != " ":
        return one
    before, last = words[at], words[one.begin]
    if not before.capital or before.tail or before.text.isupper() or not before.text.isalpha():
        return one
    own = key_of(one.name)
    if len(own) < _MARRIED or last.folded[: one.stem] != own[-1] or not _may_be_given(before):
        return one
    return _called(words, one, at, one.end)


@lru_cache(maxsize=1 << 12)
def _is_unexplained(text: str) -> bool:
    """Whether the dictionary has no reading of a word but a proper name's bare one."""
    return all(one.proper and one.bare for one in readings(text)) and not split_suffix(text).suffix


def _may_be_given(word: Word) -> bool:
    if word.folded in _titles() or word.folded in peoples() or (word.folded,) in gazetteer():
        return False
    return word.folded in given_names() or _is_unexplained(word.text)


@cache
def _titles() -> frozenset[str]:
    return heads("person_before") | heads("person_after") | heads("nickname") | heads("english_small")


def _body(words: Sequence[Word], one: Candidate, ended: int) -> Candidate | None:
    """A body without the number of the list's item in which it stands, a unit of an army with its own number; none
    where what was taken for a body says whose office stands behind it."""
    if one.rule == "unit" or one.name is not None:
        return one
    first, last = words[one.begin], words[one.end - 1]
    item = one.begin == 0 and first.text.isdigit() and one.end - one.begin > 1 and words[1].gap[:1] in (".", ")")
    if item and not _UNIT.fullmatch(last.folded):
        one = _called(words, one, one.begin + 1, one.end)
    if _is_of_an_office(words, one):
        return None
    before = words[one.begin - 1] if one.begin > max(ended, 1) else None
    numbered = before is not None and before.text.isdigit() and len(before.text) <= _MOST_DIGITS and first.gap == ". "
    if numbered and any(_UNIT.fullmatch(word.folded) for word in words[one.begin : one.end]):
        return _called(words, one, one.begin - 1, one.end)
    return one


def _is_of_an_office(words: Sequence[Word], one: Candidate) -> bool:
    """Whether a minister's office stands behind: of "Ticaret ve Sanayi Nazırı" the first words are no body."""
    behind = words[one.end] if one.end < len(words) else None
    office = behind is not None and behind.gap == " " and behind.folded.startswith(_MINISTERS)
    last = fold(words[one.end - 1].text[: one.stem])
    return office and last not in heads("organisation") and one.rule in ("model", "whole-name")


def _site(words: Sequence[Word], one: Candidate, limit: int) -> Candidate:
    """The street, bridge, school that bears a person's name, where such a head stands behind it in the bare.

    With a capital any site's head will do: the whole is a name (TDK Yazım Kılavuzu, Büyük Harflerin Kullanıldığı
    Yerler). In small letters it must be a public thing's, and its ending a possessive and no accusative: "Rıza Bey
    köyüne döndü" goes to his own village, "Rıza Bey parkı gezdi" has an object.
    """
    if one.stem < len(words[one.end - 1].text):
        return one
    for end in range(one.end + 1, min(one.end + _LAST_WORDS, limit) + 1):
        head = words[end - 1]
        if head.gap != " " or head.tail:
            return one
        found = _site_head(head.text, head.capital)
        if found is not None:
            kind, stem = found
            return replace(one, end=end, stem=stem, kind=kind, name=None, rule="named-after")
        if not head.capital or not is_common(head.text):
            return one  # "Rıza Bey Kız Lisesi", but he himself goes to the "Hamidiye Camii"
    return one


@lru_cache(maxsize=1 << 12)
def _site_head(text: str, capital: bool) -> tuple[NameKind, int] | None:
    """The kind of site that a word makes of the person's name before it, and how many of its letters are its own."""
    public, places = heads("public"), heads("place")
    split = split_suffix(text, known=lambda stem: fold(stem) in public or fold(stem) in places)
    stem = text if fold(text) in public or fold(text) in places else split.stem
    folded, case = fold(stem), text[len(stem) :]
    if folded not in public and not (capital and folded in heads("place")):
        return None
    sure = folded.endswith(("si", "su")) if not case else _PRONOMINAL.match(case) is not None
    if not capital and not sure:
        return None
    kind = NameKind.ORGANISATION if folded in heads("organisation") else NameKind.PLACE
    return kind, len(stem)
