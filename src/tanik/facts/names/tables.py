"""What is known beforehand about names: who and what bore them, titles, given names, words that make a name.

Comes in: nothing. Goes out: the gazetteer (every form of every entry as a tuple of folded words) and the sets of
words that the rules ask for. The tables stand under ``data/``; a row has an example or an office, and a source.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from tanik.core.fold import fold, lower_turkish
from tanik.facts.model import NameKind
from tanik.facts.tables import rows

__all__ = [
    "Entry",
    "acronyms",
    "bare_circumflex",
    "gazetteer",
    "given_names",
    "heads",
    "key_of",
    "peoples",
    "single_words",
]

_WORD: Final = re.compile(r"[^\W_]+")
_LINKED: Final = re.compile(r"-(y?[ıiuü])(?= )")
_CIRCUMFLEX: Final = str.maketrans("âîûêô", "aiueo")
_OTHER: Final = {"t": "d", "d": "t", "p": "b", "b": "p"}
_TABLES: Final = (
    ("people.csv", NameKind.PERSON),
    ("places.csv", NameKind.PLACE),
    ("organisations.csv", NameKind.ORGANISATION),
    ("events.csv", NameKind.EVENT),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One form of a known name: `last` is its last word in small letters, for suffixes are compared unfolded."""

    name: str
    kind: NameKind
    last: str
    care: bool


@lru_cache(maxsize=1 << 14)
def bare_circumflex(word: str) -> str:
    """The word in small letters without circumflexes, other marks kept (Kars is not karşı)."""
    return lower_turkish(word).translate(_CIRCUMFLEX)


@lru_cache(maxsize=1 << 12)
def key_of(form: str) -> tuple[str, ...]:
    """A form's folded words.

    >>> key_of("Düyun-u Umumiye")
    ('duyun', 'u', 'umumiye')
    """
    return tuple(_WORD.findall(fold(form)))


@cache
def _keyed() -> tuple[tuple[tuple[str, ...], Entry], ...]:
    """Every form of every entry of the four tables, by its folded words."""
    return tuple((key_of(form), entry) for form, entry in _forms())


def _forms() -> Iterator[tuple[str, Entry]]:
    for table, kind in _TABLES:
        for row in rows(table):
            forms = _spellings((row["name"], *row["aliases"].split(";")))
            for form in _voiced(forms) if kind is NameKind.PERSON else forms:
                words = _WORD.findall(form)
                if words:
                    yield form, Entry(row["name"], kind, bare_circumflex(words[-1]), bool(row.get("care")))
    for form, name in _initialled():
        yield form, Entry(name, NameKind.PERSON, bare_circumflex(_WORD.findall(form)[-1]), care=False)


def _initialled() -> Iterator[tuple[str, str]]:
    """Surnames of the table's people with the first letters of the given names, "İ. İnönü", "F. X. Xoyski", where they
    are one man's. An Azerbaijani style between the two has a letter or none: "N. Yusifbəyli" is Nəsib bəy."""
    found: dict[str, set[str]] = {}
    for row in rows("people.csv"):
        forms = (row["name"], *row["aliases"].split(";"))
        alone = {form for form in forms if " " not in form} | {row["surname"]}
        for form in forms:
            *given, last = form.split() or [""]
            if not given or last not in alone or last in given:
                continue
            names = [word for word in given if word[:1].isupper()] or given
            for letters in {tuple(one[:1].upper() for one in part) for part in (given, names, given[:1])}:
                found.setdefault(f"{'. '.join(letters)}. {last}", set()).add(row["name"])
    yield from ((form, next(iter(names))) for form, names in found.items() if len(names) == 1)


def _spellings(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The forms, and those with a linking vowel also with it joined to its word: Hilâl-i Ahmer, Hilâli Ahmer."""
    joined = (_LINKED.sub(r"\1", form) for form in forms if _LINKED.search(form))
    return (*forms, *joined)


def _voiced(forms: tuple[str, ...]) -> Iterator[str]:
    """The forms of persons, and those in which a given name ends in the other of two consonants that Arabic names are
    written with: Mehmed and Mehmet, Galib and Galip, Necmeddin and Necmettin (TDK Yazım Kılavuzu, b c d g in last
    place)."""
    for form in forms:
        ways = [(word, other) if (other := _other_spelling(word)) else (word,) for word in form.split(" ")]
        yield from (" ".join(way) for way in itertools.product(*ways))


@lru_cache(maxsize=1 << 11)
def _other_spelling(word: str) -> str:
    """The other spelling of a given name, where there are two; else "".

    >>> _other_spelling("Necmeddin"), _other_spelling("Mehmet"), _other_spelling("Hikmet")
    ('Necmettin', 'Mehmed', '')
    """
    if word.endswith(("eddin", "ettin", "addin", "attin")):
        return f"{word[:-4]}{'tt' if word[-4] == 'd' else 'dd'}in"
    other = word[:-1] + _OTHER.get(word[-1:], "")
    return other if len(other) == len(word) and fold(other) in given_names() else ""


@cache
def gazetteer() -> dict[tuple[str, ...], Entry]:
    """Every known form by its folded words; the first entry that has a form keeps it."""
    found: dict[tuple[str, ...], Entry] = {}
    for key, entry in _keyed():
        found.setdefault(key, entry)
    return found


@cache
def acronyms() -> frozenset[str]:
    """The folded forms of one word that all tables have in capitals alone: TBMM."""
    single = [(key[0], form) for (form, _), (key, _) in zip(_forms(), _keyed(), strict=True) if len(key) == 1]
    return frozenset(key for key, form in single if form.isupper()) - {
        key for key, form in single if not form.isupper()
    }


@cache
def single_words() -> dict[str, Entry]:
    """Every known form of one word, in small letters without circumflex: what suffixes are attached to."""
    found: dict[str, Entry] = {}
    for key, entry in _keyed():
        if len(key) == 1:
            found.setdefault(entry.last, entry)
    return found


@cache
def heads(kind: str) -> frozenset[str]:
    """Folded words of one kind: person_before, person_after, organisation, event, place, not_name."""
    return frozenset(fold(row["form"]).rstrip(".") for row in rows("name_heads.csv") if row["kind"] == kind)


@cache
def given_names() -> frozenset[str]:
    """Folded given names."""
    return frozenset(fold(row["form"]) for row in rows("given_names.csv"))


@cache
def peoples() -> frozenset[str]:
    """Folded names of peoples, faiths and languages: written with a capital, but no names."""
    return frozenset(fold(row["form"]) for row in rows("peoples.csv"))
