"""Which words a writer can only have had from an older or a newer Turkish: pairs of words for one thing.

Comes in: nothing but tables. Goes out: the older and newer rivals of a word. Pairs stand in the glossary that tracing
uses (``glossary.csv``) and among the coined words (``known``), each of which has the year before which nobody used it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Final

from tanik.compare.known import Coined, coined
from tanik.core.fold import fold
from tanik.core.morph import readings
from tanik.core.tables import read_rows
from tanik.trace.beside import is_suffixes, stem_of

__all__ = ["Rivals", "coined_words", "is_another_word", "rivals_of", "written"]

_SHORTEST: Final = 3
_VERB_ENDINGS: Final = ("mak", "mek")
_HARD: Final = {"b": "p", "d": "t", "g": "k"}


@dataclass(frozen=True, slots=True)
class Rivals:
    """A folded head, whether it is the newer word of a pair, and the folded heads that it stands against."""

    head: str
    is_newer: bool
    others: tuple[str, ...]
    coined: Coined | None = None


def _head(word: str) -> str:
    return _stripped(fold(word).replace("'", ""))


def _stripped(word: str) -> str:
    """A folded word without the ending of an infinitive."""
    return word[:-3] if word.endswith(_VERB_ENDINGS) and len(word) > len("xmak") else word


@cache
def coined_words() -> dict[str, Coined]:
    """The coined words by each folded form that they begin with.

    >>> coined_words()["ogretmen"].older, coined_words()["okul"].year
    ('muallim', 1934)
    """
    return {_head(form): word for word in coined() for form in word.forms}


@cache
def _pairs() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Folded heads of one word: the older rivals of the newer, and the newer rivals of the older."""
    newer: dict[str, set[str]] = defaultdict(set)
    older: dict[str, set[str]] = defaultdict(set)
    rows = [(row["ottoman"], row["modern"]) for row in read_rows("tanik.trace", "glossary.csv")]
    # Folded in one piece, which is three times as fast as word by word.
    words = iter(fold("\n".join(chain.from_iterable(rows))).replace("'", "").split("\n"))
    for ottoman, moderns in zip(words, words, strict=True):
        old = _stripped(ottoman)
        for modern in moderns.split("|"):
            new = _stripped(modern)
            single = not {" ", "-"} & {*old, *new}
            if single and len(old) > _SHORTEST and len(new) >= _SHORTEST and stem_of(old) != stem_of(new):
                newer[new].add(old)
                older[old].add(new)
    return _sorted(newer), _sorted(older)


@cache
def _spellings() -> dict[str, str]:
    """How the tables write each folded head."""
    found: dict[str, str] = {}
    for row in read_rows("tanik.trace", "glossary.csv"):
        for word in (row["ottoman"], *row["modern"].split("|")):
            found.setdefault(_head(word), word)
    for made in coined():
        for word in (made.word, made.older.split()[0]):
            found.setdefault(_head(word), word)
    return found


def written(head: str) -> str:
    """A folded head as the tables write its word.

    >>> written("mektep"), written("tesekkul")
    ('mektep', 'teşekkül')
    """
    return _spellings().get(head, head)


def _sorted(found: Mapping[str, set[str]]) -> dict[str, tuple[str, ...]]:
    return {head: tuple(sorted(others)) for head, others in found.items()}


def _longest(word: str, heads: Mapping[str, object]) -> str | None:
    """The longest head that a folded word begins with, suffixes behind it."""
    for size in range(len(word), _SHORTEST - 1, -1):
        begun = word[:size]
        for head in (begun, begun[:-1] + _HARD.get(begun[-1], begun[-1])):
            if head in heads and (size == len(word) or is_suffixes(word[size:])):
                return head
    return None


def rivals_of(word: str) -> Rivals | None:
    """What a folded word stands against, if any table has it; the longer of two heads counts, then the newer word.

    >>> found = rivals_of("ogretmenler")
    >>> found.head, found.is_newer, found.others[0], found.coined.year
    ('ogretmen', True, 'muallim', 1934)
    >>> rivals_of("muallimler").is_newer
    False
    """
    newer, older = _pairs()
    new, old, made = _longest(word, newer), _longest(word, older), _longest(word, coined_words())
    if made is not None and len(made) >= max(len(new or ""), len(old or "")):
        known = coined_words()[made]
        others = dict.fromkeys((_head(known.older.split()[0]), *newer.get(made, ())))
        return Rivals(made, is_newer=True, others=tuple(others), coined=known)
    if new is not None and len(new) >= len(old or ""):
        return Rivals(new, is_newer=True, others=newer[new])
    return Rivals(old, is_newer=False, others=older[old]) if old is not None else None


def is_another_word(written: str, coined: Coined) -> bool:
    """Whether a word as it is written can only be some other, older word: "eylemesi" is of *eylemek*, not of *eylem*.

    The dictionary decides; a word that it does not know stands as the coined one.

    >>> [is_another_word(word, coined_words()["eylem"]) for word in ("eylemesi", "eylemleri")]
    [True, False]
    """
    made = coined.word.removesuffix("mak").removesuffix("mek")
    lemmas = {reading.lemma for reading in readings(written)}
    return bool(lemmas) and not any(
        lemma.startswith(made) and (lemma[len(made) :] not in ("ak", "ek")) for lemma in lemmas
    )
