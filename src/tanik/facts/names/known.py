"""Names that stand in the gazetteer, with any suffix, in any spelling that folding makes equal.

Comes in: one line of words. Goes out: candidates, longest first at each place. A form of one word that is also a
common word needs more: a capital inside a sentence, or a case ending behind an apostrophe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from tanik.core.fold import lower_turkish
from tanik.core.made import by_slot
from tanik.core.morph import is_common, readings
from tanik.facts.model import NameKind
from tanik.facts.names.possessed import done_by
from tanik.facts.names.tables import (
    Entry,
    acronyms,
    bare_circumflex,
    gazetteer,
    given_names,
    heads,
    key_of,
    peoples,
    single_words,
)
from tanik.facts.names.words import Line, Word

__all__ = ["Candidate", "known_names", "stem_of"]

# Case endings (with plural and "-ki") that may stick to a name without an apostrophe, in letters without circumflex.
_ENDING: Final = re.compile(
    r"(?:l[ae]r)?(?:y?[aeə]|y?[ıiuü]|n?[ıiuü]n|[dt][aeə](?:n|k[iı])?|y?l[aeə]|n[aeə]|n[ıiuü]|nd[aeə](?:n|k[iı])?|"
    r"[dt][ıiuü]r|y?[dt][ıiuü]|la|lə)"
)
_LONGEST: Final = len("larndaki")  # letters of an ending: what stands before them is the stem
_OTHER_LETTERS: Final = frozenset("əƏxXqQýÝþÞðÐ")
_SOFT: Final = {"k": "ğ", "t": "d", "p": "b", "ç": "c"}
_PLACE_ENDING: Final = re.compile(r"(?:y?[aeə]|[dt][aeə](?:n|k[iı])?|nd[aeə]n?)")


@by_slot
@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of words (`begin` to `end`, end excluded) that may be a name.

    `stem` is how many letters of the last word belong to it.
    """

    begin: int
    end: int
    stem: int
    kind: NameKind
    name: str | None
    rule: str


@cache
def _first_words() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The keys of several words by their first word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for key in gazetteer():
        if len(key) > 1:
            found.setdefault(key[0], []).append(key)
    return {word: tuple(sorted(keys, key=len, reverse=True)) for word, keys in found.items()}


@cache
def stem_of(word: str) -> tuple[Entry, int] | None:
    """The one-word entry whose last word, with a suffix, reads `word` (small letters), and the stem's length."""
    for size in range(len(word) - 1, max(2, len(word) - 1 - _LONGEST), -1):
        stem, rest = word[:size], word[size:]
        if not _ENDING.fullmatch(rest):
            continue
        for form in (stem, stem[:-1] + next((hard for hard, soft in _SOFT.items() if soft == stem[-1]), stem[-1])):
            entry = single_words().get(form)
            if entry is not None:
                return entry, size
    return None


@cache
def _folded_stem_of(word: str) -> tuple[Entry, int] | None:
    """The same for folded words: texts in letters that no table here is written in."""
    for size in range(len(word) - 1, max(2, len(word) - 1 - _LONGEST), -1):
        entry = gazetteer().get((word[:size],))
        if entry is not None and _ENDING.fullmatch(word[size:]):
            return entry, size
    return None


def _in_other_letters(word: str) -> bool:
    """Whether a word has letters no table is written in: Cyrillic, Azerbaijani ə, x, q, Latin-5 shown as Latin-1."""
    return "\u0400" <= word[0] <= "\u04ff" or not _OTHER_LETTERS.isdisjoint(word)


def _last_stem(word: Word, last: str, folded_last: str) -> int | None:
    """How many letters of `word` are the stem `last`; None if it is another word."""
    if word.folded == folded_last:
        return len(word.text)
    if _in_other_letters(word.text):
        behind = word.folded.removeprefix(folded_last)
        return len(folded_last) if behind != word.folded and _ENDING.fullmatch(behind) else None
    small = bare_circumflex(word.text)
    softened = last[:-1] + _SOFT.get(last[-1], last[-1])
    for stem in (last, softened):
        if small.startswith(stem) and (_ENDING.fullmatch(small[len(stem) :]) or done_by(small) == len(stem)):
            return len(stem)
    return None


def _several(words: tuple[Word, ...], at: int, *, small: bool) -> Candidate | None:
    for key in _first_words().get(words[at].folded, ()):
        end = at + len(key)
        if end > len(words) or (len(key) > 2 and any(words[at + i].folded != key[i] for i in range(1, len(key) - 1))):
            continue
        entry = gazetteer()[key]
        stem = _last_stem(words[end - 1], entry.last, key[-1])
        loose = any(len(words[i].gap.strip(" -–.'’")) > 0 for i in range(at + 1, end))
        if stem is None or loose:
            continue
        body = entry.kind in (NameKind.EVENT, NameKind.ORGANISATION) or _capital_inside(words[at + 1 : end], key[1:])
        if small or words[at].text[0].isdigit() or (words[at].capital and body):
            begin = _past_rank(words, at, end) if entry.kind is NameKind.PERSON else at
            return Candidate(begin, end, stem, entry.kind, entry.name, "gazetteer")
    return None


def _past_rank(words: tuple[Word, ...], at: int, end: int) -> int:
    """Where the name begins behind a rank ("Albay Guse"): bynames (Hafız, Deli, Şeyh) are part of it."""
    while end - at > 1 and words[at].folded in heads("person_before") and words[at].folded not in heads("byname"):
        if words[at + 1].folded in ("pasa", "bey", "hanim"):
            break
        at += 1
    return at


def _capital_inside(words: tuple[Word, ...], key: tuple[str, ...]) -> bool:
    """Whether a word behind the first has a capital, or is an honorific, which many write small."""
    low = {"pasa", "bey", "hanim", "efendi", "xan", "han", "hoca"}
    return any(word.capital or word.text.isdigit() for word in words) or not low.isdisjoint(key)


def _one(words: tuple[Word, ...], at: int, *, small: bool, foreign: bool) -> Candidate | None:
    word = words[at]
    if word.tail or len(word.text) < 2 or not (word.capital or small):
        return None
    entry, stem = gazetteer().get((word.folded,)), len(word.text)
    if entry is not None and word.folded in acronyms() and not (small or word.text.isupper()):
        return None  # "Abd" is no "ABD"
    if entry is None:
        found = _folded_stem_of(word.folded) if _in_other_letters(word.text) else stem_of(bare_circumflex(word.text))
        if found is None:
            return None
        entry, stem = found
    if _is_of_another(words, at, entry):
        return None
    tail = words[at + 1] if at + 1 < len(words) and words[at + 1].tail else None
    if not (foreign and not entry.care) and not _is_sure(word, entry, stem, tail, small=small):
        return None
    return Candidate(at, at + 1, stem, entry.kind, entry.name, "gazetteer")


def _has_adjective_before(words: tuple[Word, ...], at: int) -> bool:
    """Whether an adjective with a capital stands right before a word, as in a name of their own: ``Ulusal Kanal``."""
    before = words[at - 1] if at else None
    if before is None or not before.capital or words[at].gap != " ":
        return False
    # "Cemal Paşa Kanal'a yürüdü": a rank is an adjective to the dictionary
    called = (heads("person_after"), heads("person_before"), given_names(), peoples())
    adjective = any(one.part == "Adj" for one in readings(before.text))
    return adjective and not any(before.folded in words for words in called)


def _is_of_another(words: tuple[Word, ...], at: int, entry: Entry) -> bool:
    """Whether a common noun that is short for a name of several words is part of another: ``Kanal`` in ``Kanal D``."""
    behind = words[at + 1] if at + 1 < len(words) else None
    if entry.kind is NameKind.PLACE and behind is not None and behind.folded == "zade":
        return True  # "Mecidiye Zade Arif Bey" is of that family
    word = words[at]
    if "w" in entry.last and "w" not in lower_turkish(word.text) and is_common(word.text):
        return True  # "Grev kırıldı": the strike, and not Grew
    if entry.kind is not NameKind.PLACE or len(key_of(entry.name)) == 1 or not is_common(words[at].text):
        return False
    lettered = behind is not None and behind.capital and behind.gap == " " and len(behind.text) == 1
    return lettered or _has_adjective_before(words, at)


def _is_sure(word: Word, entry: Entry, stem: int, tail: Word | None, *, small: bool) -> bool:
    """Whether a single word is this name here and not the common word that looks like it."""
    suffix = tail.folded if tail else word.folded[stem:]
    found = readings(word.text)
    proper = any(reading.proper for reading in found)
    common = any(not reading.proper for reading in found)
    adjective = any(reading.proper and reading.bare and reading.part == "Adj" for reading in readings(word.text[:stem]))
    if adjective and not suffix:
        return False
    if entry.care:
        return bool(_PLACE_ENDING.fullmatch(suffix)) and not small and not (word.first and tail is None)
    if small and tail is not None and entry.kind is NameKind.PLACE:
        return bool(_PLACE_ENDING.fullmatch(suffix))
    if small:
        return entry.kind is not NameKind.ORGANISATION and (not common or proper) and stem > 2
    if stem < len(word.text) and common and (not proper or (word.first and any(one.bare for one in found))):
        return False  # "Kilise yandı": a capital that its place explains, and no apostrophe
    return not (word.first and common and not proper and tail is None) or entry.kind is not NameKind.PLACE


def known_names(line: Line, *, small: bool, foreign: bool = False) -> Iterator[Candidate]:
    """Every name of the gazetteer in a line; `small` for pages without capitals, `foreign` if not in Turkish."""
    begun = _first_words()
    for at, word in enumerate(line.words):
        if word.tail:
            continue
        several = _several(line.words, at, small=small) if word.folded in begun else None
        if several is not None:
            yield several
        one = _one(line.words, at, small=small, foreign=foreign) if small or word.capital else None
        if one is not None:
            yield one
