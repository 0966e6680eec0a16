"""The entry: where a passage comes from, or which stretches of a page stand in the library.

Comes in: a text and the evidence. Goes out: a `Trace`, or traces with their spans. The stages are called in the order
of README.md; nothing is decided here but which of them to call and how their results are told.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from tanik.core.span import Span
from tanik.trace.align import Step
from tanik.trace.chain import Chain, find_chains
from tanik.trace.differences import find_differences
from tanik.trace.explain import explain
from tanik.trace.finding import Finding, Found, cover
from tanik.trace.model import Difference, DifferenceKind, Evidence, Match, Status, Trace
from tanik.trace.options import Options
from tanik.trace.passage import find_passage
from tanik.trace.piece import Piece, Query, align_between, expected_by_chance, weigh
from tanik.trace.query import make_query
from tanik.trace.rendering import align_rendering, find_renderings, is_rendering
from tanik.trace.seed import Seeds
from tanik.trace.status import status_of, status_of_rendering
from tanik.trace.stretches import find_stretches, least_chain
from tanik.trace.words import Documents, Words, read_words

__all__ = ["Documents", "explain", "find_passages", "run"]

# A cut or a shift of more tokens than this within one document is told as two matches.
_ONE_PLACE = 250
# A single word that hangs on behind a gap of more tokens than this is there by chance.
_FAR = 12
_DEFAULT = Options()
# Of witnesses that read as much of the passage, the one that needs the milder word comes first.
_RANK = {status: rank for rank, status in enumerate(Status)}
_HARMLESS = frozenset({Status.VERBATIM, Status.VARIANT, Status.ABRIDGED})


def run(text: str, evidence: Evidence, options: Options = _DEFAULT) -> Trace:
    """Where `text` comes from: its status and its matches, best first; spans count from the start of `text`.

    >>> from tanik.trace.memory import Memory
    >>> from tanik.trace.model import Witness
    >>> memory = Memory([Witness("a:1", "Bugün harman yerinde büyük bir kalabalık toplanmıştı.", "a")])
    >>> run("harman yerinde küçük bir kalabalık toplanmıştı", memory).matches[0].differences[0].witness_text
    'büyük'
    """
    words = read_words(text)
    documents = Documents.of(evidence)
    query, seeds = make_query(words, documents, options)
    if len(words) > options.long_passage:
        chains = find_chains(seeds, options, least=least_chain(query))
        matches = [_piece_match(query, piece, documents) for piece in find_stretches(query, chains, documents)]
        return Trace(text, _long_status(query, matches), tuple(matches), evidence.searched)
    return _short(text, query, find_chains(seeds, options, most=options.chains_kept), documents)


def find_passages(
    text: str, evidence: Evidence, skip: tuple[Span, ...] = (), options: Options = _DEFAULT
) -> tuple[tuple[Span, Trace], ...]:
    """The stretches of `text` outside the spans `skip` that stand in the library, in order.

    The spans inside each trace count from the start of its stretch.
    """
    words = read_words(text)
    documents = Documents.of(evidence)
    query, seeds = make_query(words, documents, options)
    chains = find_chains(_outside(seeds, words, skip), options, least=least_chain(query))
    pieces = find_stretches(query, chains, documents)
    found = []
    for group in _over_same_words(pieces):
        start, end = min(piece.start for piece in group), max(piece.end for piece in group)
        span = words.span(start, end)
        matches = [_piece_match(query, piece, documents).shifted(-span.start) for piece in group]
        found.append((span, Trace(span.of(text), matches[0].status, tuple(matches), evidence.searched)))
    return tuple(found)


def _outside(seeds: Seeds, words: Words, skip: tuple[Span, ...]) -> Seeds:
    """The seeds that begin and end outside the spans."""
    if not skip or not len(seeds):
        return seeds
    inside = np.zeros(len(words) + 4, dtype=bool)
    for span in skip:
        low = np.searchsorted(words.spelling.ends, span.start, side="right")
        high = np.searchsorted(words.spelling.starts, span.end, side="left")
        inside[low:high] = True
    kept = ~(inside[seeds.token] | inside[seeds.token + seeds.reach])
    return replace(
        seeds,
        token=seeds.token[kept],
        reach=seeds.reach[kept],
        document=seeds.document[kept],
        position=seeds.position[kept],
    )


def _short(text: str, query: Query, chains: list[Chain], evidence: Documents) -> Trace:
    findings, splices = find_passage(query, chains, evidence) if chains else ([], [])
    if not findings:
        return _rendered(text, query, evidence)
    if splices:
        findings, *splices = ([_cores_only(f) for f in group] for group in (findings, *splices))
    first = _matches(query, findings, evidence)
    spliced = [_matches(query, group, evidence) for group in splices]
    matches = [first[0], *(group[0] for group in spliced), *first[1:], *(m for group in spliced for m in group[1:])]
    best = [findings[0], *(group[0] for group in splices)]
    status = Status.SPLICED if splices else _whole_status(query, best, first)
    return Trace(text, status, tuple(matches[: query.options.most_matches]), evidence.searched)


def _rendered(text: str, query: Query, evidence: Documents) -> Trace:
    """A passage that no chain explains: what it renders in other words, or nothing."""
    options = query.options
    if len(query.words) < options.rendering_words:
        return Trace(text, Status.ABSENT, (), evidence.searched)
    found = find_renderings(query, evidence)
    matches = []
    for rendering in found[: options.most_matches]:
        if rendering.strength < options.witness_share * found[0].strength:
            break
        words = evidence.words(rendering.document)
        piece = align_rendering(query, words, rendering)
        if piece is None or not is_rendering(query, piece, rendering, found):
            continue
        match = _match(query, words, evidence.witness(rendering.document).id, (piece,))
        chance = expected_by_chance(rendering.strength, 1, query.size)
        matches.append(replace(match, chance=chance, status=status_of_rendering(match.differences)))
    return Trace(text, matches[0].status if matches else Status.ABSENT, tuple(matches), evidence.searched)


def _cores_only(finding: Finding) -> Finding:
    """The finding without the unlike ends that another document explains."""
    return replace(finding, pieces=tuple(Found(piece.core, piece.core) for piece in finding.pieces))


def _whole_status(query: Query, best: Sequence[Finding], matches: Sequence[Match]) -> Status:
    """The status of a passage that one document explains."""
    own = [match for match in matches if match.document == matches[0].document]
    status = own[0].status
    if len(own) > 1 and len(best[0].pieces) > 1:
        status = max((match.status for match in own), key=lambda s: s not in _HARMLESS)
        status = Status.ABRIDGED if status in _HARMLESS else status
    if status in _HARMLESS and cover(query, best) < query.options.full_cover:
        return Status.ALTERED if _has_foreign_words(query, best[0]) else status
    return status


def _has_foreign_words(query: Query, finding: Finding) -> bool:
    """Whether words of the passage lie outside all that was aligned."""
    inside = sum(piece.full.end - piece.full.start for piece in finding.pieces)
    return len(query.weights) - inside >= query.options.least_piece


def _long_status(query: Query, matches: Sequence[Match]) -> Status:
    """The status of a long text: that of its best match, spliced where two documents are needed to cover it."""
    if not matches:
        return Status.ABSENT
    best = matches[0]
    elsewhere = [m for m in matches if m.document != best.document and not m.page.overlaps(best.page)]
    inside = query.words.span(0, len(query.words))
    if elsewhere and sum(len(m.page) for m in (best, elsewhere[0])) >= query.options.full_cover * len(inside):
        return Status.SPLICED
    return best.status


def _matches(query: Query, findings: Sequence[Finding], evidence: Documents) -> list[Match]:
    """The matches of several witnesses of the same words: best first, then the oldest."""
    rows = []
    for finding in findings:
        witness = evidence.witness(finding.document)
        matches = _finding_matches(query, finding, evidence)
        share = round(finding.weight / float(query.weights.sum()), 2)
        rank = sum(_RANK[match.status] for match in matches)
        rows.append(((-share, rank, witness.date or "9999", witness.id), matches))
    rows.sort(key=lambda row: row[0])
    return [match for _, matches in rows for match in matches]


def _finding_matches(query: Query, finding: Finding, evidence: Documents) -> list[Match]:
    """One match where the pieces stand together in the document, else one a piece."""
    witness = evidence.witness(finding.document)
    words = evidence.words(finding.document)
    groups: list[list[Found]] = []
    for piece in finding.pieces:
        if groups and _distance(groups[-1][-1].core, piece.core) <= _ONE_PLACE:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [_group_match(query, words, witness.id, group) for group in groups]


def _distance(one: Piece, other: Piece) -> int:
    """Tokens of the document between two pieces."""
    return max(one.witness_start - other.witness_end, other.witness_start - one.witness_end, 0)


def _group_match(query: Query, witness: Words, document: str, group: Sequence[Found]) -> Match:
    pieces = [_extended(found, at == 0, at == len(group) - 1, query) for at, found in enumerate(group)]
    forward = all(a.witness_end <= b.witness_start for a, b in itertools.pairwise(pieces))
    if forward:
        steps: list[Step] = []
        for piece in pieces:
            if steps and (piece.start > steps[-1].page_end or piece.witness_start > steps[-1].witness_end):
                steps += align_between(query, witness, steps[-1], piece.steps[0])
            steps += piece.steps
        return _match(query, witness, document, (weigh(pieces[0].document, steps, query),))
    return _match(query, witness, document, [found.core for found in group])


def _extended(found: Found, first: bool, last: bool, query: Query) -> Piece:
    """The piece with its unlike ends where nothing else of the passage was found."""
    full, core = found.full.steps, found.core
    before = [s for s in full if s.page_end <= core.start and s.witness_end <= core.witness_start] if first else []
    after = [s for s in full if s.page >= core.end and s.witness >= core.witness_end] if last else []
    steps = [*_within_reach(before, core), *core.steps, *_within_reach(after, core)]
    while steps and steps[0].page == steps[0].page_end:
        steps.pop(0)
    while steps and steps[-1].page == steps[-1].page_end:
        steps.pop()
    return weigh(found.full.document, steps, query)


def _within_reach(ends: list[Step], core: Piece) -> list[Step]:
    """The unlike end of a piece; words that answer to nothing nearer than `_FAR` words off are the page's own."""
    if not any(s.page == s.page_end and s.witness_end - s.witness > _FAR for s in ends):
        return ends
    if sum(s.likeness == 1.0 for s in ends) > 1:
        return ends
    start, end = ends[0].page, ends[-1].page_end
    there = core.witness_end if start >= core.end else core.witness_start
    return [Step(start, end, there, there, 0.0)] if start < end else []


def _piece_match(query: Query, piece: Piece, evidence: Documents) -> Match:
    return _match(query, evidence.words(piece.document), evidence.witness(piece.document).id, (piece,))


def _match(query: Query, witness: Words, document: str, pieces: Sequence[Piece]) -> Match:
    differences = [
        d for p in pieces for d in find_differences(query.words, witness, p.steps, query.lexicon, query.known)
    ]
    start, end = min(p.start for p in pieces), max(p.end for p in pieces)
    low, high = min(p.witness_start for p in pieces), max(p.witness_end for p in pieces)
    page, there = query.words.span(start, end), witness.span(low, high)
    if len(pieces) > 1:
        differences.insert(0, _order(query.words, witness, page, there))
    strength = sum(p.strength for p in pieces)
    whole = float(query.weights[start:end].sum())
    return Match(
        page=page,
        document=document,
        witness=there,
        score=min(1.0, sum(p.weight for p in pieces) / whole),
        chance=expected_by_chance(strength, len(query.weights), query.size),
        status=status_of(differences),
        differences=tuple(differences),
    )


def _order(page: Words, witness: Words, mine: Span, theirs: Span) -> Difference:
    """The clauses of these stretches stand in another order."""
    return Difference(
        kind=DifferenceKind.ORDER,
        changes_meaning=False,
        page=mine,
        witness=theirs,
        page_text=mine.of(page.text),
        witness_text=theirs.of(witness.text),
        rule="clauses_moved",
    )


def _over_same_words(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces that share words, in order of the text; within a group the strongest first."""
    groups: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: p.start):
        if groups and piece.start < max(p.end for p in groups[-1]):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [sorted(group, key=lambda p: (-p.strength, p.document)) for group in groups]
