"""All Vikikaynak texts among the ATAM volumes of `speeches`: how fast, and how much of them is found.

    python bench/vikikaynak.py [--peer]

Tanık reads, sketches, searches and aligns everything within the processor time told (the interpreter's start and the
reading of the collection's file aside). *Matched* are the words of the Vikikaynak texts that stand equal (folded) in an
alignment, *covered* those between the first and last word of one, *density* is their ratio. The peer, in the same call,
is a table of four folded six-letter stems in a row, chains on one diagonal, and rapidfuzz's longest common subsequence.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict

import numpy as np
from rapidfuzz.distance import LCSseq

from corpus import require_speeches
from tanik.core.token import tokenize
from tanik.trace.memory import Memory
from tanik.trace.model import Witness
from tanik.trace.stretches import trace_all
from tanik.trace.words import Documents


def measure_tanik(queries: list[Witness], witnesses: list[Witness]) -> tuple[int, int, int, float]:
    """(alignments, matched, covered, seconds of processor time)."""
    started = time.process_time()
    memory = Documents(Memory(witnesses))
    alignments, matched, covered = 0, 0, 0
    for query in queries:
        pieces = trace_all(query.text, memory)
        size = max((piece.end for piece in pieces), default=0)
        equal, inside = np.zeros(size, dtype=bool), np.zeros(size, dtype=bool)
        for piece in pieces:
            inside[piece.start : piece.end] = True
            for step in piece.steps:
                if step.likeness == 1.0:
                    equal[step.page : step.page_end] = True
        alignments += len(pieces)
        matched += int(equal.sum())
        covered += int(inside.sum())
    return alignments, matched, covered, time.process_time() - started


def measure_peer(queries: list[Witness], witnesses: list[Witness]) -> tuple[int, int, int, float]:
    """The same for four-stem seeds, diagonals and longest common subsequences."""
    started = time.process_time()
    places: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    texts = [tokenize(witness.text).words for witness in witnesses]
    for number, words in enumerate(texts):
        stems = [word[:6] for word in words]
        for at in range(len(stems) - 3):
            places[tuple(stems[at : at + 4])].append((number, at))
    alignments, matched, covered = 0, 0, 0
    for query in queries:
        words = tokenize(query.text).words
        equal, inside = np.zeros(len(words), dtype=bool), np.zeros(len(words), dtype=bool)
        for document, page, page_end, there, there_end in _diagonals(words, places):
            alignments += 1
            inside[page:page_end] = True
            part, other = words[page:page_end], texts[document][there:there_end]
            for code in LCSseq.opcodes(part, other):
                if code.tag == "equal":
                    equal[page + code.src_start : page + code.src_end] = True
        matched += int(equal.sum())
        covered += int(inside.sum())
    return alignments, matched, covered, time.process_time() - started


def _diagonals(
    words: tuple[str, ...], places: dict[tuple[str, ...], list[tuple[int, int]]]
) -> list[tuple[int, int, int, int, int]]:
    stems = [word[:6] for word in words]
    hits = sorted(
        (document, (there - at) // 20, at, there)
        for at in range(len(stems) - 3)
        for document, there in places.get(tuple(stems[at : at + 4]), ())
    )
    chains: list[list[tuple[int, int, int, int]]] = []
    for hit in hits:
        last = chains[-1][-1] if chains else None
        if last is not None and last[:2] == hit[:2] and hit[2] - last[2] <= 40:
            chains[-1].append(hit)
        else:
            chains.append([hit])
    return [
        (c[0][0], c[0][2], c[-1][2] + 4, min(h[3] for h in c), max(h[3] for h in c) + 4) for c in chains if len(c) >= 3
    ]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peer", action="store_true", help="measure the peer too")
    arguments = parser.parse_args()
    everything = require_speeches()
    queries = [w for w in everything if ":wikisource-" in w.id]
    witnesses = [w for w in everything if ":atam-" in w.id]
    print(f"{len(queries)} texts against {len(witnesses)}")
    print(f"{'':8}{'alignments':>12}{'matched':>10}{'covered':>10}{'density':>9}{'seconds':>9}")
    for name, measure in (("tanik", measure_tanik), ("peer", measure_peer)):
        if name == "peer" and not arguments.peer:
            continue
        alignments, matched, covered, seconds = measure(queries, witnesses)
        density = matched / max(covered, 1)
        print(f"{name:8}{alignments:>12}{matched:>10}{covered:>10}{density:>9.3f}{seconds:>9.2f}")


if __name__ == "__main__":
    main()
