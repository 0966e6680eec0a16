"""Passages for the bench of adversarial changes: stretches that hold a word of a wanted kind at a wanted place.

Comes in: the witnesses. Goes out: cases. Every place of every word is known beforehand, so that a rare kind of word
(a fraction, *ne … ne*) is drawn from all its places and not from those that chance meets first.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tanik.core.fold import fold
from tanik.trace.model import Witness

_INDEX = "speeches:atam-c3-1938-005"  # a speech with the volumes' index of names behind it
_WORD = re.compile(r"\S+")
_MARKS = '.,;:!?()"”“’‘…«»'
_TRIED = 60


@dataclass(frozen=True, slots=True)
class Case:
    """A quotation: its text, where it comes from, which statuses are right, and what was changed into what.

    `named` are the kinds under which the change may be told; where it is empty nothing is to be named. `changed` are
    the page's words at the place, `original` the witness's; None where that side is not asked for.
    """

    kind: str
    words: int
    text: str
    sources: tuple[str, ...]
    statuses: tuple[str, ...]
    named: tuple[str, ...] = ()
    changed: str | None = None
    original: str | None = None


def bare(word: str) -> str:
    """A word without the marks around it."""
    return word.strip(_MARKS)


def put(word: str, new: str) -> str:
    """`new` with the marks that stand around `word`."""
    return word.replace(bare(word), new, 1)


def plain(text: str) -> str:
    """The folded words of a text, without the marks around them."""
    return " ".join(bare(fold(word)).strip("'-–") for word in text.split()).strip()


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """The witnesses as words, in which line each stands, and all the places of each bare word."""

    ids: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]
    lines: tuple[tuple[int, ...], ...]
    places: dict[str, list[tuple[int, int]]]
    vocabulary: tuple[str, ...]


def read_texts(witnesses: Sequence[Witness]) -> Texts:
    """The witnesses, ready for drawing."""
    kept = [w for w in witnesses if w.id != _INDEX]
    words, lines = [], []
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, witness in enumerate(kept):
        found = list(_WORD.finditer(witness.text))
        words.append(tuple(match.group() for match in found))
        line, last, own = 0, 0, []
        for match in found:
            line += "\n" in witness.text[last : match.start()]
            last = match.end()
            own.append(line)
        lines.append(tuple(own))
        for at, word in enumerate(words[-1]):
            places[bare(word)].append((number, at))
    common = sorted(word for word in places if word.isalpha() and word.islower() and len(word) > 4)
    return Texts(tuple(w.id for w in kept), tuple(words), tuple(lines), dict(places), tuple(common))


@dataclass(frozen=True, slots=True, eq=False)
class Draw:
    """Passages by chance: the texts, the chance, and how many words a passage has."""

    texts: Texts
    rng: random.Random
    size: int

    def stretch(self, size: int | None = None) -> tuple[str, list[str]]:
        """The id of a witness and so many words of it in a row, from one line, most of their characters letters."""
        wanted = size or self.size
        while True:
            number = self.rng.randrange(len(self.texts.words))
            if len(self.texts.words[number]) >= wanted + 30:
                words = self._taken(number, self.rng.randrange(len(self.texts.words[number]) - wanted), wanted)
                if words is not None:
                    return self.texts.ids[number], words

    def _taken(self, number: int, start: int, size: int) -> list[str] | None:
        words, lines = self.texts.words[number], self.texts.lines[number]
        if start < 0 or start + size > len(words) or lines[start] != lines[start + size - 1]:
            return None
        taken = list(words[start : start + size])
        return taken if sum(char.isalpha() for char in "".join(taken)) > 4 * size else None

    def around(self, wanted: Sequence[str], where: str = "in") -> tuple[str, list[str], int] | None:
        """A stretch with one of the bare words `wanted` inside it, or as its first or last; and where it stands."""
        places = [place for word in wanted for place in self.texts.places.get(word, ())]
        for _ in range(_TRIED if places else 0):
            number, at = self.rng.choice(places)
            place = {"first": 0, "last": self.size - 1}.get(where)
            if place is None:
                place = self.rng.randrange(1, self.size - 1)
            words = self._taken(number, at - place, self.size)
            if words is not None:
                return self.texts.ids[number], words, place
        return None

    def matching(self, test: Callable[[str], bool]) -> list[str]:
        """The bare words that pass a test."""
        return [word for word in self.texts.places if test(word)]

    def word(self) -> str:
        """A word of the texts by chance, in small letters."""
        return self.rng.choice(self.texts.vocabulary)


Maker = Callable[[Draw], Case | None]


def case(draw: Draw, text: str | Sequence[str], source: str | tuple[str, ...], statuses: str, **change: object) -> Case:
    """A case; its kind is written in by whoever called for it."""
    sources = (source,) if isinstance(source, str) else source
    written = text if isinstance(text, str) else " ".join(text)
    named = tuple(str(change.get("named", "")).split())
    changed, original = change.get("changed"), change.get("original")
    return Case(
        "",
        draw.size,
        written,
        sources,
        tuple(statuses.split()),
        named,
        None if changed is None else str(changed),
        None if original is None else str(original),
    )


def exchange(changes: dict[str, Sequence[str]], named: str, where: str = "in", statuses: str = "altered") -> Maker:
    """A maker of cases in which one word of `changes` is replaced by one of what stands there for it."""
    wanted = sorted(changes)

    def make(draw: Draw) -> Case | None:
        found = draw.around(wanted, where)
        if found is None:
            return None
        source, words, at = found
        old = bare(words[at])
        new = draw.rng.choice(changes[old])
        text = [*words[:at], put(words[at], new), *words[at + 1 :]]
        return case(draw, text, source, statuses, named=named, changed=new, original=old)

    return make
