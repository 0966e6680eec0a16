"""About a hundred ways to change a quotation, each at several lengths: is it found, and is what was done to it said?

    python bench/adversarial.py [--seed 1] [--each 10] [--words 6,8,14] [--kinds REGEX] [--misses]

Where ``quotations.py`` draws a dozen kinds of change, this draws every one that copying is known to make: denials in
all tenses, numbers in all writings, names, opposites, words at the ends, cuts, glosses, splices, and what changes
nothing (spelling, scans, marks, scripts). For each kind and length are printed how many were drawn and the shares
*found* (the right documents are among the matches), with the right *status*, with the change *named* (its words stand
in a difference of the right kind) and named *exactly* by its words on both sides. A quotation that was not found counts
as a miss everywhere. Under the table stands how many of the denials and numbers that were found were not named.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import defaultdict
from dataclasses import replace

import adversarial_denials
import adversarial_numbers
import adversarial_words
import adversarial_writing
from adversarial_draw import Case, Draw, Maker, Texts, plain, read_texts
from corpus import require_speeches
from tanik.trace.memory import Memory
from tanik.trace.model import Trace
from tanik.trace.run import Documents, run

_IN_VAIN = 60
Hit = tuple[bool, bool, bool, bool]
_TURNING = {("polarity",), ("number",)}


def makers(texts: Texts) -> dict[str, Maker]:
    """Every kind of change."""
    return {
        name: maker
        for module in (adversarial_denials, adversarial_numbers, adversarial_words, adversarial_writing)
        for name, maker in module.makers(texts).items()
    }


def cases(texts: Texts, name: str, maker: Maker, seed: int, size: int, each: int) -> list[Case]:
    """So many cases of one kind and length, fewer where the texts have too few places."""
    draw = Draw(texts, random.Random(f"{seed}:{name}:{size}"), size)
    made: dict[str, Case] = {}
    vain = 0
    while len(made) < each and vain < _IN_VAIN:
        drawn = maker(draw)
        if drawn is None or drawn.text in made:
            vain += 1
        else:
            made[drawn.text] = replace(drawn, kind=name)
    return list(made.values())


def hit(case: Case, trace: Trace) -> Hit:
    """Whether the sources are found, the status is right, the change named, and named by its very words."""
    found = all(source in {match.document for match in trace.matches} for source in case.sources)
    status = found and trace.status.value in case.statuses
    if not case.named:
        return found, status, status, status
    told = [
        (plain(d.page_text), plain(d.witness_text))
        for match in trace.matches
        if match.document in case.sources
        for d in match.differences
        if d.kind.value in case.named
    ]
    mine, theirs = (None if side is None else plain(side) for side in (case.changed, case.original))
    joined = (" ".join(page for page, _ in told), " ".join(witness for _, witness in told))
    named = bool(told) and all(side is None or side in both for side, both in zip((mine, theirs), joined, strict=True))
    exact = any(mine in (None, page) and theirs in (None, witness) for page, witness in told)
    return found, status, named, exact


def _tell(case: Case, trace: Trace, hits: Hit) -> None:
    marks = "".join("01"[flag] for flag in hits)
    print(
        f"{case.kind} {case.words} {marks} {trace.status.value} | {case.text[:260]} | {case.changed} <- {case.original}"
    )
    own = [match for match in trace.matches if match.document in case.sources]
    print("   ", case.sources, [match.document for match in trace.matches][:3])
    for difference in own[0].differences[:6] if own else ():
        page, witness = difference.page_text[:60], difference.witness_text[:60]
        print(f"        {difference.kind.value} {difference.rule} {page!r} {witness!r}")


def _shares(rows: list[Hit]) -> str:
    return f"{len(rows)} " + "/".join(f"{sum(column) / len(rows):.3f}" for column in zip(*rows, strict=True))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=10)
    parser.add_argument("--words", default="6,8,14")
    parser.add_argument("--kinds", default="", help="only kinds whose name has this")
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    sizes = [int(size) for size in arguments.words.split(",")]
    witnesses = require_speeches()
    texts, memory = read_texts(witnesses), Documents(Memory(witnesses))
    chosen = {name: maker for name, maker in makers(texts).items() if re.search(arguments.kinds, name)}
    tally: dict[tuple[str, int], list[Hit]] = defaultdict(list)
    turned: dict[int, list[bool]] = defaultdict(list)
    spent = 0.0
    for name, maker in chosen.items():
        for size in sizes:
            for case in cases(texts, name, maker, arguments.seed, size, arguments.each):
                started = time.process_time()
                trace = run(case.text, memory)
                spent += time.process_time() - started
                hits = hit(case, trace)
                tally[name, size].append(hits)
                if hits[0] and case.named[:1] in _TURNING:
                    turned[size].append(hits[2])
                if arguments.misses and not all(hits):
                    _tell(case, trace, hits)
    _print(tally, sizes)
    for size in sizes:
        print(
            f"denials and numbers found and not named, {size} words: {turned[size].count(False)} of {len(turned[size])}"
        )
    asked = sum(map(len, tally.values()))
    print(f"{asked} quotations, {1000 * spent / max(asked, 1):.2f} ms of processor time each")


def _print(tally: dict[tuple[str, int], list[Hit]], sizes: list[int]) -> None:
    print(f"{'kind':26}" + "".join(f"{size:>30}" for size in sizes) + "   (drawn found/status/named/exactly)")
    totals: dict[int, list[Hit]] = defaultdict(list)
    for name in dict.fromkeys(name for name, _ in tally):
        for size in sizes:
            totals[size] += tally.get((name, size), [])
        cells = [_shares(tally[name, size]) if tally.get((name, size)) else "-" for size in sizes]
        print(f"{name:26}" + "".join(f"{cell:>30}" for cell in cells))
    print(f"{'all':26}" + "".join(f"{_shares(totals[size]):>30}" for size in sizes))


if __name__ == "__main__":
    main()
