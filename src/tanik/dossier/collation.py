"""A passage and its witnesses, laid side by side.

Comes in: a trace, the text it was traced in, the witnesses at hand. Goes out: for each stretch of the passage its best
witness, both texts cut at the differences; the further witnesses of the same stretch; and what no witness has. All
forms that people read (HTML, terminal, Markdown) show these same values.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tanik.core.span import Span
from tanik.core.token import tokenize
from tanik.dossier.spans import Mark, Piece, split
from tanik.trace.model import Difference, Match, Trace, Witness

__all__ = ["Collation", "Traced", "by_id", "collate_trace", "primary_matches"]

# How much of the witness is shown around the words that were found, in code points.
_CONTEXT = 90


@dataclass(frozen=True, slots=True)
class Collation:
    """A stretch of the page beside one witness.

    Pieces are cut at the differences, whose marks are of kind ``sense`` or ``same`` and carry the difference's number
    (from 1, in order of the page) as id. `witness` is None, and its pieces are empty, where its text is not at hand.
    """

    match: Match
    witness: Witness | None
    differences: tuple[Difference, ...]
    page_pieces: tuple[Piece, ...]
    witness_pieces: tuple[Piece, ...] = ()
    before: str = ""
    after: str = ""

    @property
    def of_sense(self) -> int:
        """How many of the differences change the meaning."""
        return sum(difference.changes_meaning for difference in self.differences)


@dataclass(frozen=True, slots=True)
class Traced:
    """A traced passage: a collation for every stretch, further witnesses, and the stretches that no witness has."""

    best: tuple[Collation, ...]
    others: tuple[Collation, ...]
    uncovered: tuple[Span, ...]


def by_id(witnesses: Iterable[Witness]) -> dict[str, Witness]:
    """Witnesses by the id that matches call them by."""
    return {witness.id: witness for witness in witnesses}


def primary_matches(trace: Trace) -> tuple[Match, ...]:
    """The best match of every stretch, in order of the page: no two share half of the shorter one."""
    chosen: list[Match] = []
    for match in trace.matches:
        if all(_shared(match.page, other.page) * 2 <= min(len(match.page), len(other.page)) for other in chosen):
            chosen.append(match)
    return tuple(sorted(chosen, key=lambda match: match.page))


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def collate_trace(text: str, span: Span, trace: Trace, witnesses: Mapping[str, Witness]) -> Traced:
    """The trace of `span` of `text`, with the texts of `witnesses` beside it."""
    best = primary_matches(trace)
    others = [match for match in trace.matches if match not in best]
    uncovered = _uncovered(text, span, trace.matches) if trace.matches else ()
    return Traced(
        tuple(_collated(text, match, witnesses.get(match.document)) for match in best),
        tuple(_collated(text, match, witnesses.get(match.document)) for match in others),
        uncovered,
    )


def _uncovered(text: str, span: Span, matches: Iterable[Match]) -> tuple[Span, ...]:
    """Stretches with words in them that lie in no match."""
    gaps, reached = [], span.start
    for match in sorted(matches, key=lambda match: match.page):
        if match.page.start > reached:
            gaps.append(Span(reached, min(match.page.start, span.end)) if reached < span.end else Span(0, 0))
        reached = max(reached, match.page.end)
    if reached < span.end:
        gaps.append(Span(reached, span.end))
    return tuple(_trimmed(gap, text) for gap in gaps if len(tokenize(gap.of(text))))


def _collated(text: str, match: Match, witness: Witness | None) -> Collation:
    differences = tuple(sorted(match.differences, key=lambda d: (d.page, d.witness)))
    page = [_mark(number, d, _trimmed(d.page, text)) for number, d in enumerate(differences, 1)]
    page_pieces = split(text, match.page, page)
    if witness is None or match.witness.end > len(witness.text):
        return Collation(match, None, differences, page_pieces)
    held = [_mark(number, d, _trimmed(d.witness, witness.text)) for number, d in enumerate(differences, 1)]
    return Collation(
        match,
        witness,
        differences,
        page_pieces,
        split(witness.text, match.witness, held),
        _before(witness.text, match.witness.start),
        _after(witness.text, match.witness.end),
    )


def _mark(number: int, difference: Difference, span: Span) -> Mark:
    return Mark("sense" if difference.changes_meaning else "same", span, str(number), difference.kind.value)


def _trimmed(span: Span, text: str) -> Span:
    """The span without white space at its ends: a mark over a blank looks like a slip."""
    words = span.of(text)
    if not words.strip():
        return span
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _before(text: str, end: int) -> str:
    if end <= _CONTEXT:
        return text[:end]
    return "… " + text[end - _CONTEXT : end].partition(" ")[2]


def _after(text: str, start: int) -> str:
    if len(text) - start <= _CONTEXT:
        return text[start:]
    return text[start : start + _CONTEXT].rpartition(" ")[0] + " …"
