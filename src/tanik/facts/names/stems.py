"""Where a name ends and its suffix begins, settled by the whole page.

Comes in: the lines of a page. Goes out: how many letters of a word belong to the name. "Nerimanova" is a surname on
one page and a dative on the next; what settles it is how the page writes the name elsewhere: before an apostrophe
first, then bare, then the tables, and only then the law of sounds.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from tanik.core.fold import fold, lower_turkish
from tanik.core.morph import readings, split_suffix
from tanik.core.suffixes import Case, Form, endings_of, hardened
from tanik.facts.model import NameKind
from tanik.facts.names.edges import ends_in_origin, ends_in_plain, is_womans
from tanik.facts.names.known import stem_of
from tanik.facts.names.possessed import SHORT, done_by
from tanik.facts.names.tables import Entry, bare_circumflex, gazetteer, given_names, heads
from tanik.facts.names.words import Line, Word

__all__ = ["Evidence", "evidence_of"]

# A possessed noun at the end of a name keeps its possessive and loses what follows: Cemiyeti|nde, Bankası|ndan.
_POSSESSED: Final = re.compile(r"(.{2,}?(?:l[ae]r[ıi]|s[ıiuü]|[ıiuü]))(?:n[dt][ae](?:n|ki)?|n[ae]|n[ıiuü]n?|yl[ae])")
# What may follow a locative: -dadır, -daydı, -daymış.
_COPULA: Final = re.compile(r"(.+[dt][ae])(?:d[ıiuü]r|yd[ıiuü]|ym[ıiuü]ş)")
_FROM_THERE: Final = re.compile(r"(.{2,}[^lı])l[ıiuü](?:l[ae]r)?(?:n?[ıiuü]n?|y?[ae])?")
_SURE_STEM: Final = 4
_SHORTEST: Final = 3
_HABIT: Final = 6  # names before an apostrophe from which a page is known to write them so
_OTHER: Final = re.compile(r"[\u0400-\u04ffəƏxXqQ]")
_MEN: Final = ("ov", "ev", "yev", "yan", "zade", "oğlu", "ski", "skiy", "viç")


@dataclass(frozen=True, slots=True)
class Evidence:
    """How a page writes its words: `cut` are those before an apostrophe, `bare` all others with a capital; folded.

    `shared` are what is left of two or more of the others when different case endings are taken off: "Honeggerin"
    and "Honeggere" bear each other out. `women` are surnames with the -a of a woman's ("Anna Petrova"). `careful`
    says that the page writes the endings of names behind an apostrophe (TDK Yazım Kılavuzu, kesme işareti).
    """

    cut: frozenset[str]
    bare: frozenset[str]
    shared: frozenset[str] = frozenset()
    women: frozenset[str] = frozenset()
    careful: bool = False

    def stem(self, word: Word, kind: NameKind, *, alone: bool, owns: bool = True) -> int:
        """How many letters of `word`, the last of a name, belong to it.

        `alone` if it is the only one; `owns` if something possessed stands behind it, without which it is no genitive.
        """
        if word.folded in self.cut or not word.text.isalpha() or len(word.text) < 4:
            return len(word.text)
        # texts in other letters are taken apart in their folded form, which is as long
        text = word.folded if _OTHER.search(word.text) else word.text
        copula = _COPULA.fullmatch(lower_turkish(text))
        text = text[: copula.end(1)] if copula else text
        if not alone and kind is not NameKind.PERSON and (size := _headed(word, text)):
            return size
        if kind is NameKind.PERSON and not alone and (_is_from(text) or ends_in_origin(text)):
            return len(text)
        if ends_in_plain(text) or (kind is NameKind.PERSON and fold(text) in self.women):
            return len(text)
        known = self._by_page(text) or _by_tables(text, kind) or self._by_kin(text)
        if not known and self.careful and kind is NameKind.PERSON and not alone:
            return len(text)  # "Edouard Huguenin bir gün …": an ending would have its apostrophe
        return known or _by_sound(text, kind, owns=owns)

    def _by_page(self, text: str) -> int:
        woman = fold(text) in given_names()  # "Emine" is a name of its own, also beside an Emin
        for form in _forms(text):
            if woman and len(form.suffix) == 1:
                continue
            stems = {fold(form.stem), fold(hardened(lower_turkish(form.stem)))}
            if len(form.stem) > 2 and (not stems.isdisjoint(self.cut) or not stems.isdisjoint(self.bare)):
                return len(form.stem)
        return 0

    def _by_kin(self, text: str) -> int:
        return next((len(form.stem) for form in _forms(text) if fold(form.stem) in self.shared), 0)


def _forms(text: str) -> Iterator[Form]:
    """The ways to take a suffix off, without "-ye" behind i, which is how Arabic names end (Hayriye, Harbiye)."""
    for form in endings_of(text):
        if not (form.suffix in ("ye", "e") and lower_turkish(text).endswith("iye")):
            yield form


def _headed(word: Word, text: str) -> int:
    """The stem of a word that makes a name: Cemiyeti, Muharebesi|nde, Bankası|na; 0 if it makes none."""
    makers = heads("organisation") | heads("event") | heads("place")
    if word.folded in makers:
        return len(word.text)
    for form in _forms(text):
        if fold(form.stem) in makers:
            return len(form.stem)
    if (size := done_by(text)) and fold(text[:size]) in makers:
        return size
    if not any(reading.possessive for reading in readings(word.text)):
        return 0
    match = _POSSESSED.fullmatch(lower_turkish(text))
    return match.end(1) if match else len(text)


def _is_from(text: str) -> bool:
    """Whether a surname says whence its bearer comes in the Arabic way: Dersimi, Bağdadî, Kastamoni."""
    entry = gazetteer().get((fold(text[:-1]),))
    return text[-1:] in ("i", "î", "ı") and entry is not None and entry.kind is NameKind.PLACE


def _by_tables(text: str, kind: NameKind) -> int:
    folded = fold(text)
    if folded in given_names() or (folded,) in gazetteer() or folded in heads("person_after"):
        return len(text)
    known = stem_of(bare_circumflex(text))
    if known is not None and _suits(known[0], kind):
        return known[1]
    for form in endings_of(text):
        stem = fold(form.stem)
        entry = gazetteer().get((stem,))
        known_stem = stem in given_names() or (entry is not None and _suits(entry, kind))
        # "Efendiye" is a dative, "Hayriye" a name
        if stem in heads("person_after") or (form in _forms(text) and known_stem):
            return len(form.stem)
    there = _FROM_THERE.fullmatch(lower_turkish(text)) if kind is NameKind.PLACE else None
    return there.end(1) if there and (fold(there[1]),) in gazetteer() else 0


def _suits(entry: Entry, kind: NameKind) -> bool:
    """Whether what the tables know of a stem says where a name of this kind ends: Kostaki is not from Kos."""
    return kind is not NameKind.PERSON or entry.kind is not NameKind.PLACE


def _by_sound(text: str, kind: NameKind, *, owns: bool) -> int:
    form = split_suffix(text)
    if kind is NameKind.PERSON and len(form.stem) < _SHORTEST:
        return len(text)  # of "Sədi" nobody is called "Sə"
    if kind is NameKind.PERSON and form.case is Case.GENITIVE and not owns and len(form.stem) <= SHORT:
        return len(text)
    if kind is NameKind.PERSON and form.case is Case.LOCATIVE:
        return len(text)  # nobody is in a person: "Benardette"
    if form.suffix and kind is NameKind.PERSON and len(form.suffix) == 1:
        sure = lower_turkish(form.stem).endswith(_MEN)
        return len(form.stem) if sure else len(text)
    return len(text) if lower_turkish(text).endswith("iye") else len(form.stem)


def evidence_of(lines: Iterable[Line]) -> Evidence:
    """How the words of `lines` are written: before an apostrophe, and bare."""
    cut, bare, women = set[str](), set[str](), set[str]()
    for line in lines:
        for word, behind in itertools.zip_longest(line.words, line.words[1:]):
            if not word.capital:
                if behind is not None and behind.tail and not word.tail:
                    cut.add(word.folded)
                continue
            if behind is not None and is_womans(word, behind):
                women.add(behind.folded)
            if not word.tail:
                (cut if behind is not None and behind.tail else bare).add(word.folded)
    return Evidence(frozenset(cut), frozenset(bare), _shared(bare), frozenset(women), len(cut) >= _HABIT)


def _shared(words: Iterable[str]) -> frozenset[str]:
    """The stems that at least two of these folded words have, each with an ending of its own."""
    found: dict[str, set[str]] = {}
    for word in words:
        for form in _forms(word):
            if len(form.stem) >= _SURE_STEM:
                found.setdefault(form.stem, set()).add(word)
    return frozenset(stem for stem, bearers in found.items() if len(bearers) > 1)
