"""In how many dated documents of a library a word stands, up to a day.

Comes in: the evidence. Goes out: counts of documents. Documents are counted and not occurrences, because a word comes
in bursts: one speech on schools says *mektep* forty times and shows once that the word was in use (Church & Gale,
Poisson mixtures, 1995). The library's fingerprints lead to the places that may have a word, by five letters; it is
then read on there, so that *öğretmen* is not taken for *öğretti*.
"""

from __future__ import annotations

import re
from typing import Final

import numpy as np

from tanik.compare.dates import bounds
from tanik.core.token import tokenize
from tanik.trace.beside import is_suffixes, merged, stem_fingerprints, stem_of
from tanik.trace.model import Evidence, Trace

_STEM: Final = 5  # letters of a stem as the library's fingerprints have it
_LETTERS: Final = sorted({merged(letter) for letter in "abcdefghijklmnoprstuvyz"})

__all__ = ["Usage", "begins_with"]

_MOST: Final = 400  # documents that are read for one word; of more, as many evenly spread ones
# Final consonants that soften before a vowel: mektep, mektebi.
_SOFT: Final = {"p": "[pb]", "t": "[td]", "k": "[kg]"}


def begins_with(head: str) -> re.Pattern[str]:
    """A folded word that begins with a folded headword; the first group is what stands behind it.

    >>> begins_with("mektep").match("mektebinde")[1]
    'inde'
    """
    return re.compile(rf"{re.escape(head[:-1])}{_SOFT.get(head[-1], re.escape(head[-1]))}(\w*)")


def _stems(head: str) -> list[str]:
    """The stems that words with a head can have: of a short one the first letters of suffixes are part.

    >>> len(_stems("mektep")), len(_stems("okul"))
    (1, 20)
    """
    stems = [stem_of(head)]
    for _ in range(_STEM - len(head)):
        stems += [stem + letter for stem in stems for letter in _LETTERS]
    return sorted(set(stems))


class Usage:
    """The dated documents of a library, asked for words."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._left_out: int | None = None
        self._texts: dict[int, tuple[tuple[str, ...], str | None]] = {}
        self._documents: dict[str, tuple[tuple[str, int], ...]] = {}

    def day(self, trace: Trace | None) -> str | None:
        """The date of the best witness that was found for a passage, or None where none was."""
        if trace is None or not trace.matches:
            return None
        return self._evidence.named(trace.matches[0].document).date

    def documents(self, head: str, until: str, since: str = "") -> int:
        """How many documents certainly of the ISO days `since` to `until` have a word that begins with a folded head.

        >>> from tanik.trace.memory import Memory
        >>> from tanik.trace.model import Witness
        >>> usage = Usage(Memory([Witness("a:1", "Mektebe gitti, mektepten geldi.", "a", date="1920-05")]))
        >>> usage.documents("mektep", "1920-05-31"), usage.documents("mektep", "1920-05-20")
        (1, 0)
        """
        if head not in self._documents:
            self._documents[head] = tuple(self._holders(head))
        return sum(since <= day <= until and number != self._left_out for day, number in self._documents[head])

    def without(self, number: int) -> Usage:
        """The same library without its document of that number, as for a text that is drawn from it.

        >>> from tanik.trace.memory import Memory
        >>> from tanik.trace.model import Witness
        >>> Usage(Memory([Witness("a:1", "mektep", "a", date="1920")])).without(0).documents("mektep", "1921-01-01")
        0
        """
        fewer = Usage(self._evidence)
        fewer._texts, fewer._documents, fewer._left_out = self._texts, self._documents, number
        return fewer

    def _holders(self, head: str) -> list[tuple[str, int]]:
        """The last possible day and the number of each dated document that has the word."""
        hits = self._evidence.look_up(stem_fingerprints(_stems(head)))
        numbers, firsts = np.unique(hits.document, return_index=True)
        ends = np.append(firsts[1:], len(hits.document))[: len(firsts)].tolist()
        rows = list(zip(numbers.tolist(), firsts.tolist(), ends, strict=True))
        if len(rows) > _MOST:
            rows = [rows[at * len(rows) // _MOST] for at in range(_MOST)]
        word, found = begins_with(head), []
        for number, first, end in rows:
            words, day = self._read(number)
            if day is not None and any(
                _is_form(words[at], word) for at in hits.position[first:end].tolist() if at < len(words)
            ):
                found.append((day, number))
        return found

    def _read(self, number: int) -> tuple[tuple[str, ...], str | None]:
        if number not in self._texts:
            witness = self._evidence.witness(number)
            limits = bounds(witness.date)
            self._texts[number] = tokenize(witness.text).words if limits else (), limits[1] if limits else None
        return self._texts[number]


def _is_form(word: str, head: re.Pattern[str]) -> bool:
    found = head.fullmatch(word)
    return found is not None and (not found[1] or is_suffixes(found[1]))
