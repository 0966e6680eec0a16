"""The names on a page: persons, places, organisations, events, each mention with its bearer's one name and id.

Comes in: a page and its citations. Goes out: a `Name` for each mention, without the case suffix. Tables know the
names of the period in all their spellings; rules find the others; then the page itself decides who a short form
stands for: "Sevinç" is Nalan Sevinç where the page names her, "Cahit Bey" the commenter Cahit Oral. What names a
ship, a newspaper or a people is left out, and so is everything inside a citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tanik.core.fold import fold
from tanik.core.morph import is_common, readings
from tanik.core.span import Span
from tanik.facts.cover import Cover
from tanik.facts.model import Citation, Name, NameKind
from tanik.facts.names.around import by_words_around
from tanik.facts.names.bearers import HONORIFICS, Mention, core_of, full_names, identified
from tanik.facts.names.choose import chosen, with_neighbours
from tanik.facts.names.dated import by_years_beside
from tanik.facts.names.edges import with_first_names
from tanik.facts.names.english import called_alone
from tanik.facts.names.homonyms import without_namesakes
from tanik.facts.names.judged import Reading, judged
from tanik.facts.names.known import Candidate
from tanik.facts.names.letters import Damage, as_meant, damage_of
from tanik.facts.names.patronymics import with_fathers
from tanik.facts.names.stems import evidence_of
from tanik.facts.names.supported import supported
from tanik.facts.names.surnames import with_given_names, without_small_words
from tanik.facts.names.tables import given_names, heads, key_of
from tanik.facts.names.whole import whole_names
from tanik.facts.names.words import Line, lines_of
from tanik.page.model import Page

__all__ = ["find_names", "is_low"]

# what the word behind or a case says of a word alone gives way to a surname of the page: "Yusifbəyli hökuməti"
_GUESSES: Final = ("local-case", "according-to", "said-what")
_TOO: Final = ("de", "da")
_CAPITAL_SHARE: Final = 0.25
_SHORT: Final = 3


def _is_small(page: Page) -> bool:
    """Whether sentences of this page open with small letters."""
    opening = re.findall(r"(?:^|[.!?]\s+)([^\W\d_])", page.text, re.MULTILINE)
    return len(opening) > 3 and sum(char.isupper() for char in opening) < _CAPITAL_SHARE * len(opening)


def _line_is_small(line: Line) -> bool:
    letters = [word for word in line.words if word.text.isalpha() and len(word.text) > 1]
    return len(letters) > 3 and not any(word.capital for word in letters)


def is_low(page: Page, line: Line) -> bool:
    """Whether capitals tell nothing in this line: the page's sentences, or its own names, open with small letters."""
    return _is_small(page) or _line_is_small(line)


def _lines(page: Page) -> list[tuple[Line, bool]]:
    """The lines in which names are looked for, and whether capitals tell nothing there."""
    small = _is_small(page)
    return [(line, small or _line_is_small(line)) for line in lines_of(page)]


def _standing(page: Page, lines: list[tuple[Line, bool]], *, fast: bool) -> Iterator[tuple[Line, Candidate]]:
    """The names that stand in each line: by tables and rules alone, or as the model judges them."""
    foreign = page.language not in ("tr", "ota", "und")
    found = [Reading(line, chosen(line, small=low, foreign=foreign), low) for line, low in lines]
    if page.language == "en":
        found = [replace(one, candidates=_uncut(one.line, one.candidates)) for one in found]
    if fast or not found:
        yield from ((one.line, candidate) for one in found for candidate in whole_names(one.line, one.candidates))
        return
    from tanik.facts.names.weights import judge

    evidence = evidence_of(one.line for one in found)
    names = judged(found, judge(), evidence, suffixes=page.language != "en")
    for one, candidates in zip(found, names, strict=True):
        named = with_neighbours(candidates, one.candidates)
        whole = with_first_names(one.line, named) if one.low else named
        yield from ((one.line, candidate) for candidate in whole_names(one.line, whole))


def _uncut(line: Line, candidates: list[Candidate]) -> list[Candidate]:
    """The names of an English line: what rules took for a Turkish case is letters of the name, "Loraine"."""
    return [
        one if one.rule == "gazetteer" else replace(one, stem=len(line.words[one.end - 1].text)) for one in candidates
    ]


def _mentions(page: Page, lines: list[tuple[Line, bool]], barred: Cover, *, fast: bool) -> Iterator[Mention]:
    for line, one in _standing(page, lines, fast=fast):
        first, last, stem = line.words[one.begin], line.words[one.end - 1], one.stem
        if one.end - one.begin > 1 and last.text in _TOO:  # "Nurettin Peker de": he, too
            last = line.words[one.end - 2]
            stem = len(last.text)
        span = Span(first.span.start, last.span.start + stem)
        if not barred.touches(span):
            yield Mention(span, span.of(page.text), one.kind, one.name, one.rule)


def _shorts(page: Page, full: list[str], mentions: list[Mention]) -> frozenset[str]:
    """What people of the page may be called alone: their surnames, and the first names of those who write on it.

    Where capitals tell nothing it is also the one word that a man was once called by, if no dictionary knows it.
    """
    authors = [*page.authors, *(segment.author for segment in page.segments if segment.author)]
    firsts = {
        core_of(author)[0] for author in authors if len(core_of(author)) > 1 and core_of(author)[0] in given_names()
    }
    small = {fold(one.text) for one in mentions if one.kind is NameKind.PERSON and one.text.islower()}
    bare = {word for word in small if word.isalpha() and len(word) > _SHORT and not readings(word)}
    lasts = {core_of(name)[-1] for name in full}
    lasts |= {
        core[-1] for one in mentions if one.name and len(core := core_of(one.text)) > 1 and _is_respelt(one, core)
    }
    return frozenset(lasts | firsts | bare) - HONORIFICS


def _by_rank(mentions: list[Mention]) -> dict[str, str]:
    """Whom an English page calls by his name alone once it has given his rank: "Refet" behind "Refet Pasha"."""
    found: dict[str, set[str]] = {}
    for one in mentions:
        words, core = key_of(one.text), core_of(one.text)
        if one.kind is NameKind.PERSON and len(core) == 1 and len(words) > 1 and words[-1] in HONORIFICS:
            found.setdefault(core[0], set()).add(one.name or one.text)
    return {word: next(iter(names)) for word, names in found.items() if len(names) == 1}


def _is_respelt(one: Mention, core: tuple[str, ...]) -> bool:
    """Whether the tables write a person's surname otherwise than the page: "Yusifbəyli", Yusufbeyli, but no surname of
    whom they have by another name ("Halil Kut", Halil Paşa): that may be a town."""
    own, told = core_of(one.name or "")[-1], core[-1]
    alike = own[0] == told[0] and own[-1] == told[-1] and abs(len(own) - len(told)) <= 1
    return one.kind is NameKind.PERSON and alike and own != told


def _echoes(
    lines: list[tuple[Line, bool]], mentions: list[Mention], shorts: frozenset[str], barred: Cover
) -> Iterator[Mention]:
    """Surnames (and first names of the page's writers) standing alone: "Ünver'e göre", "Feride hocam"."""
    taken = Cover(mention.span for mention in mentions)
    starts = {mention.span.start for mention in mentions}
    for line, low in lines:
        for at, word in enumerate(line.words):
            if word.folded not in shorts or word.tail or word.text.isupper() or len(word.text) < 3:
                continue
            written = word.capital or (low and not is_common(word.text))  # "erden" in a post about Ali Fuat Erden
            tail = at + 1 < len(line.words) and line.words[at + 1].tail
            if not written or word.span.start in starts or (word.first and not tail and not _names_itself(line, at)):
                continue
            if not tail and _is_of_a_compound(line, at):
                continue
            if not taken.touches(word.span) and not barred.touches(word.span):
                yield Mention(word.span, word.text, NameKind.PERSON, None, "short-form")


def _is_of_a_compound(line: Line, at: int) -> bool:
    """Whether a surname that is a common noun too stands before the possessed noun of a compound: of a page on Nuri
    Şeker the "Şeker Fabrikası" makes sugar, and is no one (GK 14.4)."""
    behind = line.words[at + 1] if at + 1 < len(line.words) else None
    written_so = behind is not None and (behind.capital or line.words[at].first) and behind.gap == " "
    if behind is None or not written_so or not is_common(line.words[at].text):
        return False
    return any(one.possessive and one.part == "Noun" for one in readings(behind.text)) or behind.folded in heads(
        "organisation"
    )


def _names_itself(line: Line, at: int) -> bool:
    """Whether the word that opens a sentence is followed by what follows a subject: a comma or a small word."""
    behind = line.words[at + 1] if at + 1 < len(line.words) else None
    return behind is not None and (behind.gap.startswith(",") or not behind.capital)


def find_names(page: Page, citations: tuple[Citation, ...] = (), *, fast: bool = False) -> tuple[Name, ...]:
    """The names on `page` in order of start, none overlapping another, none inside a citation.

    With `fast` tables and rules stand alone, without the trained model.
    Raises `DamagedWeights` where the model's files are not those that were trained.

    >>> from tanik.page.model import Page, Segment, SegmentKind, Source
    >>> text = "Vali Nazif Bey, Ankara'ya yazdı. Mustafa Kemal Paşadan cevap geldi."
    >>> segment = Segment(SegmentKind.PARAGRAPH, Span(0, len(text)), "example")
    >>> page = Page("p1", Source("0", "text/plain"), text, (segment,), language="tr")
    >>> [(name.text, name.name, str(name.kind)) for name in find_names(page)]  # doctest: +NORMALIZE_WHITESPACE
    [('Nazif Bey', 'Nazif Bey', 'person'), ('Ankara', 'Ankara', 'place'),
     ('Mustafa Kemal Paşa', 'Mustafa Kemal Atatürk', 'person')]
    """
    barred = Cover(citation.span for citation in citations)
    lines = _lines(page)
    mentions = supported(page, list(_mentions(page, lines, barred, fast=fast)))
    if page.language.startswith("en"):
        mentions = without_small_words(with_given_names(page.text, sorted(mentions, key=lambda one: one.span)))
    if (damage := damage_of(page.text)) is not Damage.NONE:
        mentions = [replace(one, text=_as_meant(one.text, damage)) for one in mentions]
    if page.language == "az":
        # the bare word is the assembly that such a page is about, and no Turkish one
        mentions = [one for one in with_fathers(mentions, page.text) if fold(one.text) != "meclis"]
    mentions = without_namesakes(page.text, mentions)
    full = full_names(page, mentions)
    english = page.language.startswith("en") and "Kemal" in page.text
    known = {one.name for one in mentions if one.name is not None}
    called = called_alone(page.text, page.title or "", known) if english else {}
    called = called | _by_rank(mentions) if page.language.startswith("en") else called
    shorts = _shorts(page, full, mentions) | called.keys()
    mentions = [one for one in mentions if one.rule not in _GUESSES or fold(one.text) not in shorts]
    mentions += _echoes(lines, mentions, shorts, barred)
    names = identified(sorted(mentions, key=lambda one: one.span), full, page.language, called)
    names = by_years_beside(by_words_around(names, page.text), page.text) if page.language == "tr" else names
    return tuple(replace(name, text=name.span.of(page.text)) for name in names) if damage is not Damage.NONE else names


def _as_meant(text: str, damage: Damage) -> str:
    """A name of a page that lost letters, as it was likely meant, word by word."""
    return " ".join(as_meant(word, damage) for word in text.split(" "))
