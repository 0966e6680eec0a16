"""Where a person's name ends, and what is none though capitals or a title make it look so.

Comes in: the words of a line. Goes out: where a name ends before the title of somebody else, whether a surname is whole
that looks like one with a case ending, whether a word is kin of the writer. Each is a rule of the language: a person
bears one title of respect (Redhouse, efendi, bey, ağa, paşa, one rank each), and "ova" (plain) makes surnames.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from tanik.core.fold import fold, lower_turkish
from tanik.core.morph import is_common, readings
from tanik.facts.model import NameKind
from tanik.facts.names.known import Candidate
from tanik.facts.names.tables import given_names, heads
from tanik.facts.names.words import Line, Word
from tanik.facts.tables import rows

__all__ = [
    "before_site",
    "ends_in_origin",
    "ends_in_plain",
    "is_adverb",
    "is_kin",
    "is_kind_of_body",
    "is_womans",
    "of_two",
    "one_title",
    "past_person",
    "with_first_names",
    "without_people",
]

_WARS: Final = ("savas", "harb", "muharebe")
_THEIRS: Final = ("lari", "leri")
_PLAIN: Final = "ova"
_FEWEST: Final = 3  # a name and two titles
# Titles of which nobody has two; "Hoca Efendi", "Ağa Bey", "Paşa Bey" (a pasha's son) are one address each.
_RANKS: Final = frozenset({"bey", "efendi", "pasa", "aga", "hanim", "hoca", "bej"})
_TOGETHER: Final = frozenset(
    {("hoca", "efendi"), ("bey", "efendi"), ("hanim", "efendi"), ("aga", "bey"), ("aga", "efendi")}
)
# A Russian surname agrees with the given name: women's end in -a, as most of their given names do (Unbegaun 1972, 1.9).
_WOMENS: Final = re.compile(r".{2,}(?:ov|[ey]ev|[^aeiu]ev|sk[ai]y)a")
_MENS_IN_A: Final = frozenset(
    (
        "mustafa",
        "musa",
        "isa",
        "rza",
        "riza",
        "mirze",
        "mirza",
        "aga",
        "hemze",
        "hamza",
        "nikita",
        "ilya",
        "foma",
        "luka",
    )
)
_SHORTEST: Final = 3
_DOMAINS: Final = frozenset(("az", "com", "net", "org", "tr", "info", "ru", "gov", "edu", "tv"))
# "Şeyhzamanlı", "Hacıbeyli": no stem ends in a consonant and l (GK 1.3), so the vowel behind them is no case ending.
_FROM: Final = re.compile(r".{2,}[^aeiou]l[iu]")
# Short forms of degrees, which stand before nothing but names.
_DEGREES: Final = frozenset({"dr", "prof", "doc", "av"})


def one_title(words: Sequence[Word], begin: int, end: int) -> int:
    """Where a name of `words` from `begin` to `end` ends if its last word is the title of somebody else, with a case:
    in "İsmail Hakkı Bey Ağa'ya bildirdi" a bey told the ağa.

    >>> from tanik.core.span import Span
    >>> said = [("Rıza", False), ("Bey", False), ("Ağa", False), ("ya", True)]
    >>> words = [Word(Span(0, 1), one, fold(one), " ", tail, False) for one, tail in said]
    >>> one_title(words, 0, 3), one_title(words[:3], 0, 3)
    (2, 3)
    """
    if end - begin < _FEWEST:
        return end
    pair = (words[end - 2].folded, words[end - 1].folded)
    cased = end < len(words) and words[end].tail
    another = _RANKS.issuperset(pair) and pair[0] != pair[1] and pair not in _TOGETHER
    return end - 1 if cased and another else end


def of_two(line: Line, candidates: Iterable[Candidate], begin: int, end: int) -> int:
    """Where the first of two men ends if a title parts them and a table knows the second by what stands behind it: in
    "Rıza Bey Vahdettin'in geldiğini yazar" a bey writes. Of "Nuri Paşa Killigil" the surname is the pasha's own.
    """
    words = line.words
    for one in candidates:
        known = one.rule == "gazetteer" and one.kind is NameKind.PERSON and begin < one.begin and one.end == end
        if not known or words[one.begin - 1].folded not in _RANKS:
            continue
        if words[begin].folded not in fold(one.name or "").split():
            return one.begin
    return _titled_twice(words, begin, end)


def _titled_twice(words: Sequence[Word], begin: int, end: int) -> int:
    """Where a second man begins who bears a title of his own: ``Cemil Bey | Arif Bey'e``, not ``Ali Bey Hoca``."""
    ranks = [at for at in range(begin + 1, end) if words[at].folded in _RANKS]
    first, last = (ranks[0], ranks[-1]) if ranks else (end, end)
    named = first + 1 < last and last == end - 1 and words[first + 1].folded in given_names()
    return first + 1 if named and words[begin].folded in given_names() else end


def past_person(words: Sequence[Word], begin: int, head: int) -> int:
    """Where a name with this head begins if a man with his title stands in the run: "Rıza Bey | Hamidiye Camii".

    A site named after him has its head right behind, or a common noun before it: "Rıza Bey Kız Lisesi".
    """
    initials = begin
    while initials < head - 1 and len(words[initials].text) == 1 and words[initials + 1].gap[:1] == ".":
        initials += 1
    if begin < initials < head - 1:
        return initials + 1  # "F. Kaya | Tiflis Mahkemesi"
    titles = [at for at in range(begin + 1, head - 1) if words[at].folded in _RANKS]
    return titles[-1] + 1 if titles and not is_common(words[titles[-1] + 1].text) else begin


def before_site(words: Sequence[Word], begin: int, end: int) -> int:
    """Where a name ends if its last word is that of a site: ``Aydın Sarızade | Kentposta.az-a``."""
    behind = words[end] if begin < end - 1 and end < len(words) else None
    site = behind is not None and behind.gap == "." and behind.folded in _DOMAINS
    return end - 1 if site else end


def ends_in_plain(text: str) -> bool:
    """Whether a word is a common word with "ova" behind it: ``Sarıova``, and no dative of a surname in -ov.

    >>> ends_in_plain("Sarıova"), ends_in_plain("Nerimanova")
    (True, False)
    """
    stem = text[: -len(_PLAIN)]
    return lower_turkish(text).endswith(_PLAIN) and len(stem) > 1 and is_common(stem)


def is_womans(given: Word, surname: Word) -> bool:
    """Whether two words are a woman's given name and her surname: ``Rena Mahmudova``, not ``Musa Mahmudova`` (to him).

    >>> from tanik.core.span import Span
    >>> words = [Word(Span(0, 1), one, fold(one), " ", False, False) for one in ("Rena", "Musa", "Mahmudova")]
    >>> is_womans(words[0], words[2]), is_womans(words[1], words[2])
    (True, False)
    """
    if not (surname.capital and given.capital) or surname.gap != " " or given.tail or surname.tail:
        return False
    woman = given.folded[-1:] in ("a", "e") and given.folded not in _MENS_IN_A and len(given.folded) >= _SHORTEST
    return woman and _WOMENS.fullmatch(surname.folded) is not None


def ends_in_origin(text: str) -> bool:
    """Whether a surname ends in the -lI of where or from whom its bearer is, and in no accusative of a stem in l.

    >>> ends_in_origin("Şeyhzamanlı"), ends_in_origin("Kemali")
    (True, False)
    """
    return _FROM.fullmatch(fold(text)) is not None


@cache
def _kin() -> tuple[str, ...]:
    return tuple(sorted({fold(row["form"]) for row in rows("kin.csv") if row["language"] == "tr"}))


def is_kin(word: str) -> bool:
    """Whether a word is kin of whoever writes: ``dedem``, ``büyükdedem``.

    >>> is_kin("Büyükdedem"), is_kin("Dede")
    (True, False)
    """
    folded = fold(word)
    return folded in _kin() or (folded.startswith("buyuk") and folded.removeprefix("buyuk") in _kin())


def is_kind_of_body(word: Word) -> bool:
    """Whether a word says what kind of body a body is, with its possessive or without: ``cemiyet``, ``Komitesi``."""
    return any(word.folded + ending in heads("organisation") for ending in ("", "i", "u", "si", "su"))


def is_adverb(word: str) -> bool:
    """Whether a word as it stands is an adverb, which no name begins with: ``zaten``, ``üstelik``.

    >>> is_adverb("Zaten"), is_adverb("Halk")
    (True, False)
    """
    return any(one.part == "Adv" and one.bare for one in readings(word))


def with_first_names(line: Line, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The names of a line in which capitals tell nothing, a person of whom no table tells taken with the given name
    right before: ``dr. server kamil tokgöz`` is one man.

    Behind a degree any word begins the name, else only a given name that is no common word.
    """
    held = sorted(candidates, key=lambda one: one.begin)
    firsts = {one.end: one for one in held if one.end - one.begin == 1 and one.kind is NameKind.PERSON}
    widened = {one.begin: one for one in held if _has_first_name(line, one)}
    gone = {id(firsts[begin]) for begin in widened if begin in firsts}
    for one in held:
        if one.begin in widened:
            yield replace(one, begin=one.begin - 1)
        elif id(one) not in gone:
            yield one


def _has_first_name(line: Line, one: Candidate) -> bool:
    words = line.words
    if one.kind is not NameKind.PERSON or one.name is not None or one.end - one.begin < _FEWEST - 1 or not one.begin:
        return False
    before, first = words[one.begin - 1], words[one.begin]
    if first.folded not in given_names() or first.gap != " " or before.tail:
        return False
    titled = one.begin > 1 and words[one.begin - 2].folded in _DEGREES
    return titled or (before.folded in given_names() and not is_common(before.text))


def without_people(words: Sequence[Word], one: Candidate) -> Candidate:
    """A war without the people told of right before it: ``Hindistan Müslümanları | Kurtuluş Savaşı için``.

    What owns nothing behind its possessive ends its phrase (GK 14.4); a congress may be of peoples ("Doğu Halkları
    Kurultayı"), and no war is.

    >>> from tanik.core.span import Span
    >>> said = ("Rusya", "Türkleri", "Balkan", "Savaşı")
    >>> words = [Word(Span(0, 1), one, fold(one), " ", False, False) for one in said]
    >>> without_people(words, Candidate(0, 4, 6, NameKind.EVENT, None, "model")).begin
    2
    """
    if not words[one.end - 1].folded.startswith(_WARS):
        return one
    last = max((at for at in range(one.begin, one.end - 1) if words[at].folded.endswith(_THEIRS)), default=-1)
    return replace(one, begin=last + 1, name=None) if one.begin < last + 1 < one.end - 1 else one
