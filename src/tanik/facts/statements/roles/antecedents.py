"""Which nouns each named thing of a page can be called by later on: "Yavuz zırhlısı" is "zırhlı" and "gemi".

Comes in: a page's text and names. Goes out: for each noun whoever and whatever bears it, in the order of the page. A
definite noun stands for the last told thing that it describes (Grosz, Joshi & Weinstein 1995; Göksel & Kerslake
2005, 22.3.1). A Turkish name says itself what its bearer is: the last noun of a compound with a possessive ("Uşak
Şeker Fabrikası", «Yol» dergisi), a rank, a title before a person. What was told without a name is kept, too: behind
"bir Rus gemisi" no "gemi" is the Yavuz. It is read once for each page, since a long one asks for each of its nouns.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from tanik.core.fold import fold
from tanik.core.morph import readings
from tanik.core.tables import read_rows
from tanik.facts.model import Facts, Name, NameKind
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.nouns import is_people

__all__ = ["Told", "is_common", "last_called", "noun_key"]

# common nouns that name what a place, a paper, a body or a ship is
_KINDS: Final = ("towns", "prints", "bodies", "ships")
_TITLED: Final = ("actors", "kin")
_SHORTEST: Final = 3
_LONGEST: Final = 5  # capital words of a name before the noun that says what bears it
_NEAR: Final = 24  # characters before or behind a name
_FARTHEST: Final = 20_000  # characters back: a long page may name a body once at its head
_SAME_SENTENCE: Final = 60  # characters
_BEHIND: Final = re.compile(r" ([^\W\d_]+)")
_SOFT: Final = str.maketrans("gbd", "kpt")  # "ocağı" is of "ocak" (Lewis 2000, I 13)
_TOKEN: Final = re.compile(r"[^\W\d_]+")
_LINK: Final = re.compile(r"[ \u00a0]|[-–]|\n")
_CASE: Final = re.compile(r"(?:n[iu]n|n[aeiu]|nd[ae]n?|yl[ae])$")
_TITLE_IN_MARKS: Final = re.compile(r"[«\"“‘']([^«»\"“”\n]{2,50})[»\"”’'][ ]$")
_NEW: Final = re.compile(r"(?:^|\s)(?:[Bb]ir|iki|üç|dört|beş|başka|diğer|öteki|yeni|[Hh]er|hiçbir)(?:\s\w+)?\s$")
_IZAFET: Final = re.compile(r"([^\W\d_]{4,})-y?[iu] ")  # of "Heyet-i Temsiliye" the head stands first
_POSSESSIVE: Final = re.compile(r"s?[iu]$")
_VOWEL: Final = re.compile(r"[iu]$")
_PARTED: Final = re.compile(r"['’\n.,;]")
_OWNED_NOUN: Final = re.compile(r"([^\W\d_]+?)(s?[iu])(n[a-z]{1,3})?")
_OPENS: Final = re.compile(r"(?:^|[.!?:;…\n»”\")])\s*$")


@dataclass(frozen=True, slots=True)
class Told:
    """Something told of at offsets `start` to `end`; `name` is None where nobody says how it is called.

    `inside` is what only owns what is told of: of "Bafra Lisesi binasına" the school.
    """

    start: int
    end: int
    name: str | None
    inside: bool = False


class _Page:
    """A page as a key: the same names of the same text, which are compared as objects and not word by word."""

    __slots__ = ("names", "text")

    def __init__(self, names: tuple[Name, ...], text: str) -> None:
        self.names, self.text = names, text

    def __hash__(self) -> int:
        return hash((id(self.names), self.text))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Page) and other.names is self.names and other.text == self.text


def noun_key(folded: str) -> str:
    """A folded noun or its stem before a vowel as the dictionary's last letter has it: "ocag" is "ocak", "hatt" "hat".

    >>> noun_key("mekteb"), noun_key("hatt"), noun_key("gemi")
    ('mektep', 'hat', 'gemi')
    """
    if len(folded) > _SHORTEST and folded[-1] == folded[-2]:
        return folded[:-1]
    return folded[:-1] + folded[-1:].translate(_SOFT)


@cache
def _described() -> tuple[dict[str, frozenset[str]], dict[str, str]]:
    """Of each noun that a name's last noun may be: the nouns that cover it; and what each one names."""
    covering: dict[str, set[str]] = {}
    names: dict[str, str] = {}
    for row in read_rows("tanik.facts", "described_as.csv"):
        noun = noun_key(fold(row["noun"]))
        for kind in (row["noun"], *filter(None, row["covers"].split(";"))):
            covering.setdefault(noun_key(fold(kind)), set()).add(noun)
            names.setdefault(noun_key(fold(kind)), row["names"])
    return {kind: frozenset(nouns) for kind, nouns in covering.items()}, names


@lru_cache(maxsize=1 << 13)
def _owned_head(folded: str) -> str | None:
    """The noun whose possessive a folded word is: "fabrikasinda" is of "fabrika", "ocagi" of "ocak"."""
    known = _described()[0]
    for form in (folded, _CASE.sub("", folded)):
        if form[-1:] in ("i", "u"):
            if form[-2:-1] == "s" and form[:-2] in known:
                return form[:-2]
            if (key := noun_key(form[:-1])) in known and form not in known:
                return key
            if form in known and form.endswith("yolu"):
                return form  # "demiryolu" is a compound with a possessive itself
    return None


@lru_cache(maxsize=1 << 15)
def _head_of(written: str) -> tuple[str | None, bool]:
    """The noun that a word of a page is, and whether it is one with a possessive; None for most words."""
    folded = fold_word(written)
    if (head := _owned_head(folded)) is not None:
        return head, True
    return (key, False) if (key := noun_key(folded)) in _described()[0] else (None, False)


def is_common(folded: str) -> bool:
    """Whether a folded word is a noun that says what something is called by a name.

    >>> is_common("meclis"), is_common("ankara")
    (True, False)
    """
    return noun_key(folded) in _described()[0]


def last_called(noun: str, before: int, facts: Facts, text: str) -> Told | None:
    """The last thing told before offset `before` that a folded noun describes, or None.

    >>> found = last_called("gemi", 20, Facts(), "Yavuz zırhlısı durdu. Gemi kaldı.")
    >>> found and found.name
    'Yavuz zırhlısı'
    """
    told = _told_by(_Page(facts.names, text)).get(noun_key(noun), ())
    index = bisect_left(told, before, key=lambda one: one.end + 1) - 1
    return told[index] if index >= 0 and before - told[index].end < _FARTHEST else None


@lru_cache(maxsize=4)
def _told_by(page: _Page) -> dict[str, tuple[Told, ...]]:
    """Whatever bears each noun on a page, in order; of two that end alike the one that the names have comes last."""
    found: dict[str, list[tuple[int, bool, int, Told]]] = {}
    for index, (noun, told) in enumerate(_in_text(page)):
        found.setdefault(noun, []).append((told.end, False, index, told))
    for index, (noun, told) in enumerate(_in_names(page)):
        found.setdefault(noun, []).append((told.end, True, index, told))
    ordered = {noun: [one[-1] for one in sorted(every, key=lambda one: one[:3])] for noun, every in found.items()}
    return {noun: tuple(_in_foreground(every)) for noun, every in ordered.items()}


def _in_foreground(told: list[Told]) -> Iterator[Told]:
    """What is told of without what stands inside another noun's phrase right behind it, which is less in the mind.

    A place of the clause comes before what only describes it: "Sanat Okulu, Bafra Lisesi binasına taşındı. Okul …".
    """
    last: Told | None = None
    for one in told:
        if not (one.inside and last is not None and one.start - last.end < _SAME_SENTENCE):
            yield one
            last = one


def _in_names(page: _Page) -> Iterator[tuple[str, Told]]:
    """The nouns that the page's names have in them, before them or behind them."""
    covering = _described()[0]
    for name in page.names:
        if noun_key(fold_word(name.text)) in covering:
            continue  # "Meclis" alone says of no one else who it is
        body = name.kind is not NameKind.PERSON and " " in name.text
        told = Told(name.span.start, name.span.end, name.name, body and _is_owner(page.text, name.span.end))
        own = _own_nouns(name.kind, name.text, name.name)
        for noun in frozenset(own).union(*(covering.get(noun, ()) for noun in own)):
            yield noun, told
        if name.kind is NameKind.PERSON:
            for noun in _titles_before(page.text, name):
                yield noun, told
        elif (behind := _noun_behind(page.text, name)) is not None:
            noun, written = behind
            kind = any(noun in phrases(group) for group in _KINDS)
            yield noun_key(noun), told if kind else Told(told.start, told.end, f"{name.name} {written}")


@lru_cache(maxsize=1 << 12)
def _own_nouns(kind: NameKind, text: str, full: str) -> tuple[str, ...]:
    """What a name itself says that its bearer is: a rank, or the last noun of a body, an event or a building."""
    words = [*fold_word(text).split(), *fold_word(full).split()]
    if kind is NameKind.PERSON:
        return tuple(noun_key(word) for word in words if word in phrases("ranks"))
    if kind is NameKind.PLACE and len(text.split()) == 1:
        # a palace has a name of several words, a town's is no description
        return ("ada",) if {fold_word(text), fold_word(full)} & phrases("islands") else ()
    lasts = {part.split()[-1] for part in (fold_word(text), fold_word(full)) if part}
    if kind is NameKind.ORGANISATION and any(word.endswith("bank") for word in lasts):
        return ("banka",)  # Etibank, Sümerbank
    lasts |= {izafet[1] for part in (fold_word(text), fold_word(full)) if (izafet := _IZAFET.match(part))}
    stems = (form for word in lasts for form in _without_possessive(word))
    return tuple(dict.fromkeys(noun_key(form) for form in stems if len(form) >= _SHORTEST))


def _without_possessive(word: str) -> tuple[str, str, str]:
    """A folded noun as it stands, and without what may be its possessive ("valisi": "vali", "valis")."""
    return word, _POSSESSIVE.sub("", word), _VOWEL.sub("", word)


def _titles_before(text: str, name: Name) -> Iterator[str]:
    """The post or rank right before a person's name: "Adana valisi Hilmi Bey" is "vali" later, "dedem Ali" "dedem"."""
    before = fold_word(text[max(0, name.span.start - _NEAR) : name.span.start]).split()[-1:]
    for word in before:
        for form in set(_without_possessive(word)):
            if any(form in phrases(group) for group in _TITLED):
                yield noun_key(form)


def _noun_behind(text: str, name: Name) -> tuple[str, str] | None:
    """The noun right behind a name and how it stands there: "Mucur kazası" is "kaza" later, «Yol» dergisi "dergi".

    Given without its case: "Niğde mutasarrıfına" has the head "mutasarrıfı".
    """
    behind = next(_TOKEN.finditer(text, name.span.end, name.span.end + _NEAR), None)
    if behind is None or _PARTED.search(text[name.span.end : behind.start()]):
        return None
    match = _OWNED_NOUN.fullmatch(fold_word(behind.group()))
    if match is None:
        return None
    for noun in (match[1], match[1] + match[2].removesuffix("i").removesuffix("u")):
        if any(noun in phrases(group) for group in (*_KINDS, *_TITLED)):
            return noun, behind.group()[: match.end(2)]
    return None


def _in_text(page: _Page) -> Iterator[tuple[str, Told]]:
    """What the text itself calls by a name and a noun, or by the noun as something new ("bir gemi", "Rus gemisi")."""
    covering, names = _described()
    text, heads = page.text, [_head_of(word) for word in _TOKEN.findall(page.text)]
    tokens = list(_TOKEN.finditer(text)) if any(head is not None for head, _ in heads) else []
    for at, token in enumerate(tokens):
        head, owned = heads[at]
        if head is None:
            continue
        if owned:
            told: Told | None = _designation(text, tokens, at, head, bare=names[head] == "place")
        elif _NEW.search(text, max(0, token.start() - _NEAR), token.start()):
            told = Told(token.start(), token.end(), None)
        else:
            continue
        if told is not None:
            yield from ((noun, told) for noun in covering[head])


def _designation(text: str, tokens: list[re.Match[str]], at: int, head: str, *, bare: bool) -> Told | None:
    """A name with the noun at token `at`, which says what bears it; `bare` gives it without that noun.

    None where the noun has no name before it; nameless where a people alone describes it.
    """
    noun = tokens[at]
    end = noun.start() + len(_without_case(noun.group(), head))
    marked = _TITLE_IN_MARKS.search(text, max(0, noun.start() - 60), noun.start())
    if marked is not None:
        return Told(marked.start(), end, marked[1] if bare else f"{marked[1]} {text[noun.start() : end]}")
    first = at
    while first and at - first < _LONGEST and _is_joined(text, tokens, first) and _may_stand(tokens, first - 1, at):
        first -= 1
    while first < at and not tokens[first].group()[:1].isupper():
        first += 1
    if first == at:
        return None
    words = [token.group() for token in tokens[first:at]]
    if all(is_people(fold_word(word)) for word in words):
        return Told(noun.start(), end, None)
    if _opens_as_noun(text, tokens[first].start(), words, noun.group()):
        return None
    name = text[tokens[first].start() : tokens[at - 1].end() if bare else end]
    return Told(tokens[first].start(), end, name, inside=_is_owner(text, noun.end()))


def _is_owner(text: str, end: int) -> bool:
    """Whether a noun with a possessive stands right behind a name that ends at `end`, which is then its owner."""
    behind = _BEHIND.match(text, end)
    found = readings(behind[1]) if behind is not None and behind[1][:1].islower() else []
    return any("P3sg" in one.marks for one in found) and not any(one.bare for one in found)


def _is_joined(text: str, tokens: list[re.Match[str]], at: int) -> bool:
    """Whether only a blank or a hyphen stands before token `at`."""
    return _LINK.fullmatch(text, tokens[at - 1].end(), tokens[at].start()) is not None


def _may_stand(tokens: list[re.Match[str]], at: int, head: int) -> bool:
    """Whether a token can be of a name: written large, or "ve" between two that are ("Sanayi ve Maadin Bankası")."""
    word = tokens[at].group()
    return word[:1].isupper() or (word == "ve" and at + 1 < head)


def _opens_as_noun(text: str, start: int, words: list[str], head: str) -> bool:
    """Whether one word stands large only because a sentence begins with it: "Köy okulu yandı"."""
    if len(words) > 1 or head[:1].isupper() or not _OPENS.search(text, max(0, start - 3), start):
        return False
    return any(one.bare and not one.proper and one.part == "Noun" for one in readings(words[0].lower()))


def _without_case(word: str, head: str) -> str:
    """A noun with its possessive and without what follows it: "fabrikasında" is "fabrikası"."""
    folded = fold_word(word)
    form = folded if folded in _described()[0] else _CASE.sub("", folded)
    return word[: len(form)] if _owned_head(form) == head else word
