"""In how many dated documents of a library a word stands, up to a day.

Comes in: the evidence. Goes out: counts of documents. Documents are counted and not occurrences, because a word comes
in bursts: one speech on schools says *mektep* forty times and shows once that the word was in use (Church & Gale,
Poisson mixtures, 1995). The library's fingerprints lead to the places that may have a word, by five letters; it is
then read on there, so that *öğretmen* is not taken for *öğretti*.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tanik.compare.dates import bounds
from tanik.core.token import spell
from tanik.trace.beside import is_suffixes, merged, stem_fingerprints, stem_of
from tanik.trace.model import Evidence, Hits, Trace

_STEM: Final = 5  # letters of a stem as the library's fingerprints have it
_LETTERS: Final = sorted({merged(letter) for letter in "abcdefghijklmnoprstuvyz"})

__all__ = ["Usage", "is_form_of"]

_MOST: Final = 400  # documents that are read for one word; of more, as many evenly spread ones
# Final consonants that soften before a vowel: mektep, mektebi.
_SOFT: Final = {"p": "pb", "t": "td", "k": "kg"}


def is_form_of(head: str) -> Callable[[str], bool]:
    """Whether a folded word is a folded headword with suffixes.

    >>> is_form = is_form_of("mektep")
    >>> is_form("mektebinde"), is_form("mektup")
    (True, False)
    """
    begun = tuple(head[:-1] + letter for letter in _SOFT.get(head[-1], head[-1]))
    at = len(head)

    def is_form(word: str) -> bool:
        return word.startswith(begun) and (len(word) == at or is_suffixes(word[at:]))

    return is_form


def _stems(head: str) -> list[str]:
    """The stems that words with a head can have: of a short one the first letters of suffixes are part.

    >>> len(_stems("mektep")), len(_stems("okul"))
    (1, 20)
    """
    stems = [stem_of(head)]
    for _ in range(_STEM - len(head)):
        stems += [stem + letter for stem in stems for letter in _LETTERS]
    return sorted(set(stems))


@dataclass(frozen=True, slots=True, eq=False)
class _Text:
    """A document's folded letters and where its words begin in them, and the last day that it can be of.

    Of a document a few words are looked at, so the others are never made.
    """

    letters: str
    firsts: NDArray[np.int32]
    day: str | None = None

    @staticmethod
    def of(text: str, day: str) -> _Text:
        """A text of that day."""
        spelling = spell(text)
        letters = spelling.letters.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")
        return _Text(letters, np.append(spelling.firsts, np.int32(len(letters))), day)

    def words(self, at: NDArray[np.int32]) -> list[str]:
        """The words of those numbers, empty ones beyond the last."""
        letters = self.letters
        firsts, ends = self.firsts.take(at, mode="clip").tolist(), self.firsts.take(at + 1, mode="clip").tolist()
        return [letters[first:end] for first, end in zip(firsts, ends, strict=True)]


_UNDATED: Final = _Text("", np.zeros(1, dtype=np.int32))


class Usage:
    """The dated documents of a library, asked for words."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._left_out: int | None = None
        self._texts: dict[int, _Text] = {}
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
        self.look_ahead([head])
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

    def look_ahead(self, heads: Iterable[str]) -> None:
        """Finds the documents of words that will be asked for, all in one search of the library."""
        new = [head for head in dict.fromkeys(heads) if head not in self._documents]
        stems = {head: _stems(head) for head in new}
        asked = sorted(set().union(*stems.values()))
        if not asked:
            return
        hits = self._evidence.look_up(stem_fingerprints(asked))
        order = np.argsort(hits.asked, kind="stable")
        documents = hits.document[order]
        number = {stem: at for at, stem in enumerate(asked)}
        ends = np.searchsorted(hits.asked[order], np.arange(len(asked) + 1)).tolist()
        rows = {}
        for head in new:
            spans = [(ends[number[stem]], ends[number[stem] + 1]) for stem in stems[head]]
            rows[head] = _sampled(np.concatenate([np.arange(*span) for span in spans]), documents)
        words = self._words(order, hits, rows.values())
        numbers = documents.tolist()
        for head in new:
            own = rows[head].tolist()
            here = [words[at] for at in own]
            forms = set(filter(is_form_of(head), set(here)))
            holders = {numbers[at] for at, word in zip(own, here, strict=True) if word in forms}
            self._documents[head] = tuple((self._texts[holder].day or "", holder) for holder in sorted(holders))

    def _words(self, order: NDArray[np.intp], hits: Hits, rows: Iterable[NDArray[np.intp]]) -> list[str]:
        """The word at each hit, by the hits' `order`; empty at those of undated documents and those not in `rows`.

        Each document is opened once for all the words that it may have.
        """
        is_wanted = np.zeros(len(order), dtype=np.bool_)
        for one in rows:
            is_wanted[order[one]] = True
        wanted = np.flatnonzero(is_wanted)  # by document, as hits are
        documents, positions = hits.document[wanted], hits.position[wanted]
        firsts = np.flatnonzero(np.diff(documents, prepend=-1)).tolist()
        found: list[str] = []
        for first, end in itertools.pairwise((*firsts, len(wanted))):
            found += self._text(int(documents[first])).words(positions[first:end])
        words = np.full(len(order), "", dtype=np.object_)
        words[wanted] = found
        by_order: list[str] = words[order].tolist()
        return by_order

    def _text(self, number: int) -> _Text:
        if number not in self._texts:
            witness = self._evidence.witness(number)
            limits = bounds(witness.date)
            self._texts[number] = _Text.of(witness.text, limits[1]) if limits else _UNDATED
        return self._texts[number]


def _sampled(rows: NDArray[np.intp], documents: NDArray[np.int32]) -> NDArray[np.intp]:
    """Those of `rows` whose documents are read: all, or those of `_MOST` evenly spread ones."""
    if len(rows) <= _MOST:
        return rows
    own = documents[rows]
    once = np.sort(own)
    once = once[np.flatnonzero(np.diff(once, prepend=-1))]
    if len(once) <= _MOST:
        return rows
    kept = once[np.arange(_MOST) * len(once) // _MOST]
    is_kept: NDArray[np.bool_] = kept[np.searchsorted(kept[:-1], own)] == own
    return rows[is_kept]
