"""A passage taken whole: which documents have it, in how many pieces.

Comes in: a passage with its weights and chains, and the evidence. Goes out: for every document that counts, its pieces.
The document that reads most of the passage alike comes first; what it leaves uncovered is looked for in its other
places (a moved clause, a long cut) and then in other documents (a splice).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tanik.trace.align import Step
from tanik.trace.belief import is_believed, least_strength_of
from tanik.trace.chain import Chain
from tanik.trace.finding import Finding, Found
from tanik.trace.options import Options
from tanik.trace.piece import Piece, Query, align_chains, cut_to_core, weigh
from tanik.trace.seam import mend_seam
from tanik.trace.words import Documents, Words

__all__ = ["find_passage"]

Stretch = tuple[int, int]
_CHAINS_TRIED = 6


def _open_after(stretches: Sequence[Stretch], core: Piece) -> list[Stretch]:
    left = []
    for start, end in stretches:
        if core.end <= start or core.start >= end:
            left.append((start, end))
            continue
        left += [(start, core.start)] if core.start > start else []
        left += [(core.end, end)] if core.end < end else []
    return left


def _widest_shared(chain: Chain, stretches: Sequence[Stretch]) -> Stretch | None:
    shares = [(min(chain.end, end) - max(chain.start, start), (start, end)) for start, end in stretches]
    best = max(shares, default=(0, (0, 0)))
    return best[1] if best[0] > 0 else None


def _own_stretch(chain: Chain, chains: Sequence[Chain], stretch: Stretch, options: Options) -> Stretch:
    """`stretch` without what other chains of the document explain far better than this one does."""
    start, end = stretch
    anchor = max(chain.runs, key=lambda run: run.weight)
    for run in (run for other in chains if other is not chain for run in other.runs):
        rivals = sum(own.weight for own in chain.runs if own.start < run.end and own.end > run.start)
        if run.weight < options.piece_strength or run.weight <= 2 * rivals:
            continue
        if run.start >= anchor.end:
            end = min(end, run.start)
        elif run.end <= anchor.start:
            start = max(start, run.end)
    return start, end


def find_in_document(
    query: Query, witness: Words, chains: Sequence[Chain], stretch: Stretch, first: Piece | None
) -> Finding | None:
    """The pieces of `stretch` that one document has, or None; `first` is what it has around its first chain.

    Words that stand there all in a row are one piece, whatever else a text that says things twice has of them. Where
    the pieces found leave much open, they are sought again with each chain kept to its own words: in a text whose
    clauses were moved, words that both clauses use would else let the one run on into the other.
    """
    tried = chains[:_CHAINS_TRIED]
    row = _whole_row(query, witness, tried, stretch)
    if row is not None:
        return Finding(row.document, (Found(row, row),), row.strength)
    finding = _find_pieces(query, witness, [(chain, stretch) for chain in tried], stretch, first)
    whole = float(query.weights[stretch[0] : stretch[1]].sum())
    if finding is None or len(tried) == 1 or finding.weight >= query.options.full_cover * whole:
        return finding
    kept = [(chain, _own_stretch(chain, tried, stretch, query.options)) for chain in tried]
    if all(own == stretch for _, own in kept):
        return finding
    other = _find_pieces(query, witness, kept, stretch, None)
    # What is stronger only because it leaves words out hides what was changed in them.
    better = other is not None and other.strength > finding.strength and _reach(other) >= _reach(finding)
    return other if better else finding


def _reach(finding: Finding) -> int:
    """How many words of the passage its pieces lie over."""
    return sum(piece.core.end - piece.core.start for piece in finding.pieces)


def _whole_row(query: Query, witness: Words, chains: Sequence[Chain], stretch: Stretch) -> Piece | None:
    """All words of `stretch` in a row of the document, where a chain lies on such a row."""
    start, end = stretch
    mine = query.words.hashes[start:end]
    for place in {run.position - run.start + start: None for chain in chains for run in chain.runs}:
        there = witness.hashes[place : place + end - start] if place >= 0 else mine[:0]
        if len(there) == end - start and bool((there == mine).all()):
            steps = [Step(start + at, start + at + 1, place + at, place + at + 1, 1.0) for at in range(end - start)]
            return weigh(chains[0].document, steps, query)
    return None


def _find_pieces(
    query: Query, witness: Words, chains: Sequence[tuple[Chain, Stretch]], stretch: Stretch, first: Piece | None
) -> Finding | None:
    """The pieces around chains, each looked for in its own stretch; `first` is that of the first, where it is known."""
    options = query.options
    pieces: list[Found] = []
    stretches = [stretch]
    # Twice, because the best alignment around one chain may be the stretch of another.
    for chain, own in (*chains, *chains):
        if pieces and chain.weight < options.piece_strength:
            continue
        shared = _widest_shared(chain, stretches)
        place = (max(shared[0], own[0]), min(shared[1], own[1])) if shared else (0, 0)
        full = first if place == stretch else None
        if full is None and place[0] < place[1]:
            (full,) = align_chains(query, [(witness, chain)], place)
        first = None
        if full is None:
            continue
        core = cut_to_core(full, query)
        if pieces and (core.equal < options.least_piece or core.strength < options.piece_strength):
            continue
        pieces.append(Found(full, core))
        stretches = [s for s in _open_after(stretches, core) if s[1] - s[0] >= options.least_piece]
        if not stretches:
            break
    if not pieces:
        return None
    pieces.sort(key=lambda piece: piece.core.start)
    for at in range(len(pieces) - 1):
        left, right = mend_seam(pieces[at].core, pieces[at + 1].core, witness, query)
        pieces[at], pieces[at + 1] = replace(pieces[at], core=left), replace(pieces[at + 1], core=right)
    return Finding(chains[0][0].document, tuple(pieces), sum(piece.core.strength for piece in pieces))


def _by_document(chains: Sequence[Chain], stretch: Stretch) -> list[list[Chain]]:
    """The chains that touch `stretch`, grouped by document, the document with the weightiest chain first."""
    groups: dict[int, list[Chain]] = {}
    for chain in chains:
        if chain.start < stretch[1] and chain.end > stretch[0]:
            groups.setdefault(chain.document, []).append(chain)
    return list(groups.values())


def _worth_aligning(groups: Sequence[list[Chain]], options: Options) -> list[list[Chain]]:
    """The documents whose best chain is not far lighter than another's over the same words."""
    kept: list[list[Chain]] = []
    rivals: list[tuple[int, int, float]] = []
    for group in groups:
        best = group[0]
        start, end, least = best.start, best.end, best.end - best.start
        weights = [
            weight for a, b, weight in rivals if 2 * ((b if b < end else end) - (a if a > start else start)) >= least
        ]
        heaviest = max(weights, default=0.0)
        if len(weights) < options.candidates and best.weight >= options.candidate_share * heaviest:
            kept.append(group)
            rivals.append((start, end, best.weight))
        if len(kept) >= 3 * options.candidates:
            break
    return kept


def _findings(query: Query, chains: Sequence[Chain], evidence: Documents, stretch: Stretch) -> list[Finding]:
    """What the documents have of a stretch, each beyond chance, the strongest first."""
    findings = []
    groups = _worth_aligning(_by_document(chains, stretch), query.options)
    places = [(evidence.words(group[0].document), group[0]) for group in groups]
    firsts = align_chains(query, places, stretch)
    for group, (witness, _), first in zip(groups, places, firsts, strict=True):
        finding = find_in_document(query, witness, group, stretch, first)
        if finding is not None and finding.strength >= least_strength_of(finding, query, stretch[1] - stretch[0]):
            findings.append(finding)
    return sorted(findings, key=lambda f: (-f.strength, f.document))


def find_passage(
    query: Query, chains: Sequence[Chain], evidence: Documents
) -> tuple[list[Finding], list[list[Finding]]]:
    """The documents that have the passage, strongest first, and those that have what the first one lacks.

    The second list has one entry for each stretch that only other documents have: a splice.
    """
    options = query.options
    whole = (0, len(query.weights))
    findings = _findings(query, chains, evidence, whole)
    if not findings:
        return [], []
    first = findings[0]
    witnesses = [f for f in findings if f.strength >= options.witness_share * first.strength]
    stretches = [whole]
    for piece in first.pieces:
        stretches = _open_after(stretches, piece.core)
    splices = []
    for start, end in stretches:
        if end - start < options.splice_words:
            continue
        others = [c for c in chains if c.document != first.document]
        found = [
            f
            for f in _findings(query, others, evidence, (start, end))
            if max(piece.core.equal for piece in f.pieces) >= options.splice_words
        ]
        if found:
            splices.append([f for f in found if f.strength >= options.witness_share * found[0].strength])
    told = [first, *(found[0] for found in splices)]
    if is_believed(query, told, findings, evidence):
        return [w for w in witnesses if _same_words(w, first)] if splices else witnesses, splices
    return [], []


def _same_words(one: Finding, other: Finding) -> bool:
    """Whether two findings lie over the same words of the passage, by half at least."""
    low, high = (
        max(one.pieces[0].core.start, other.pieces[0].core.start),
        min(one.pieces[-1].core.end, other.pieces[-1].core.end),
    )
    return 2 * (high - low) >= one.pieces[-1].core.end - one.pieces[0].core.start
