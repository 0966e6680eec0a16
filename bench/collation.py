"""Collation: how fast witnesses are laid side by side, and how many of their words find their like.

Two witnesses of one speech (collection ``speeches``), and, with ``--texts``, any plain texts (in the published figures
Darwin's *Origin*, editions 1859 to 1872, as djbpitt/collatex-reptilian has them). Beside the aligner:

- Needleman–Wunsch, plain (match +1, unlike -1, gap -1), on the same folded words: an oracle written here;
- the longest common subsequence of RapidFuzz: the most words that any alignment can match, whatever it is worth;
- with ``--peer PYTHON``, CollateX in a process of its own (that interpreter has it installed), stopped after
  ``--limit`` seconds or at ``--memory`` GB.

    python bench/collation.py --peer /path/to/venv/bin/python --texts darwin1859.txt darwin1872.txt
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rapidfuzz.distance import LCSseq

from tanik.compare.collate.apparatus import build_apparatus
from tanik.compare.collate.run import collate
from tanik.compare.collation import Collation, WitnessText
from tanik.library.library import Library

_SPEECH = ("speeches:wikisource-ataturkun-izmir-iktisad-kongresi-konusmasi", "speeches:atam-c2-1923-024")
_PEER = """
import json, resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, (int(float(sys.argv[2]) * 2**30),) * 2)
from collatex import Collation, collate
texts = json.load(open(sys.argv[1], encoding="utf-8"))
collation = Collation()
for sigil, text in texts.items():
    collation.add_plain_witness(sigil, text)
start = time.process_time()
table = collate(collation, output="table", segmentation=False)
seconds = time.process_time() - start
columns = [[row_cell for row_cell in row.cells] for row in table.rows]
def normal(cell):
    return None if not cell else "".join(token.token_data["n"] for token in cell)
matched = words = 0
for cells in zip(*columns):
    found = [normal(cell) for cell in cells]
    if None not in found and len(set(found)) == 1:
        matched += 1
        words += any(char.isalnum() for char in found[0])
print(json.dumps({"seconds": seconds, "matched": matched, "words": words}))
"""


def _best(work: Callable[[], object], times: int = 5) -> tuple[float, float]:
    """CPU seconds of the first call, and of the best of several after it."""
    taken = []
    for _ in range(times + 1):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return taken[0], min(taken[1:])


def needleman_wunsch(one: Sequence[int], other: Sequence[int]) -> int:
    """How many equal words the plain programme (Needleman and Wunsch 1970; +1, -1, -1) matches, the most on ties."""
    theirs = np.asarray(other)
    steps = np.arange(len(theirs) + 1)
    # Score and matched words in one number: score * unit + matched, so that ties go to more matched words.
    unit = 1 << 32
    row = -steps.astype(np.int64) * unit
    for at, word in enumerate(one):
        diagonal = row[:-1] + np.where(theirs == word, unit + 1, -unit)
        best = np.maximum(diagonal, row[1:] - unit)
        first = -(at + 1) * unit
        # A gap across costs one a step: the running best of (value + steps passed), taken back again.
        raised = np.maximum.accumulate(np.concatenate(([first], best)) + steps * unit)
        row = raised - steps * unit
    return int(row[-1] % unit)


def _words(collation: Collation) -> tuple[int, int]:
    """How many words stand beside their like in the table, and how many more in passages that moved."""
    one, other = (witness.words.tolist() for witness in collation.witnesses)
    cells = ((collation.cell(place, 0), collation.cell(place, 1)) for place in range(collation.places))
    matched = 0
    for (start, end), (there, there_end) in cells:
        mine, theirs = one[start:end], other[there:there_end]
        if mine and mine == theirs:
            matched += len(mine)
        elif mine and theirs and _joined(collation, 0, start, end) == _joined(collation, 1, there, there_end):
            matched += min(len(mine), len(theirs))
    return matched, sum(move.words for move in collation.moves)


def _joined(collation: Collation, witness: int, start: int, end: int) -> str:
    return "".join(token.normal for token in collation.witnesses[witness].tokens(start, end))


def measure(name: str, texts: Sequence[WitnessText], peer: Peer | None) -> None:
    """Print the figures of one pair of texts."""
    first, best = _best(lambda: collate(texts))
    collation = collate(texts)
    _, told = _best(lambda: build_apparatus(collation), 2)
    one, other = (witness.words.tolist() for witness in collation.witnesses)
    matched, moved = _words(collation)
    start = time.process_time()
    oracle = needleman_wunsch(one, other)
    taken = time.process_time() - start
    print(f"\n{name}: {len(one):,} × {len(other):,} words")
    print(f"  tanik             {best:7.3f} s (first {first:.3f}), matched {matched:,}, and {moved} in moved passages;")
    print(f"                    apparatus {told:.3f} s, {len(build_apparatus(collation).variants):,} entries")
    print(f"  needleman-wunsch  {taken:7.3f} s, matched {oracle:,}")
    start = time.process_time()
    most = LCSseq.similarity(one, other)
    print(f"  rapidfuzz LCS     {time.process_time() - start:7.3f} s, matched {most:,} (no alignment matches more)")
    if peer:
        print(f"  {_run_peer(peer, texts)}")


@dataclass(frozen=True)
class Peer:
    """The interpreter that has the peer, the seconds and the GB it may take."""

    python: str
    limit: float
    memory: float


def _run_peer(peer: Peer, texts: Sequence[WitnessText]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "texts.json"
        given.write_text(json.dumps({text.sigil: text.text for text in texts}), encoding="utf-8")
        script = Path(folder) / "peer.py"
        script.write_text(_PEER, encoding="utf-8")
        try:
            words = [peer.python, script, given, str(peer.memory)]
            done = subprocess.run(words, capture_output=True, timeout=peer.limit, check=False, text=True)
        except subprocess.TimeoutExpired:
            return f"CollateX          did not finish in {peer.limit:.0f} s"
    if done.returncode:
        return f"CollateX          failed: {done.stderr.strip().splitlines()[-1:]}"
    found = json.loads(done.stdout)
    return f"CollateX          {found['seconds']:7.3f} s, matched {found['words']:,} words, {found['matched']:,} tokens"


def measure_many(texts: Sequence[WitnessText]) -> None:
    """Print what refinement changes and costs for all of the texts together."""
    for rounds in (0, 1):
        _, best = _best(lambda rounds=rounds: collate(texts, rounds=rounds), 2)  # type: ignore[misc]
        collation = collate(texts, rounds=rounds)
        sizes = [len(witness) for witness in collation.witnesses]
        full = int(((np.diff(collation.bounds, axis=0) > 0).all(axis=1)).sum())
        told = f"{len(texts)} witnesses, {rounds} rounds: {best:.3f} s, {collation.places:,} places, "
        print(f"  {told}longest {max(sizes):,} words, {full:,} with every witness, {len(collation.moves)} moves")


def main() -> int:
    """Measure the speech, and the texts that were named."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--library", type=Path, default=os.environ.get("TANIK_LIBRARY"))
    parser.add_argument("--texts", nargs="+", type=Path, default=[], help="two or more plain texts in UTF-8")
    parser.add_argument("--peer", help="a Python in which CollateX is installed")
    parser.add_argument("--limit", type=float, default=120.0, help="seconds after which the peer is stopped")
    parser.add_argument("--memory", type=float, default=6.0, help="GB at which the peer is stopped")
    given = parser.parse_args()
    peer = Peer(given.peer, given.limit, given.memory) if given.peer else None
    place = given.library or Path(__file__).parent.parent / "build" / "library"
    if Path(place).is_dir():
        with Library.open(place) as library:
            witnesses = [library.named(identity) for identity in _SPEECH]
        texts = [WitnessText(sigil, one.text) for sigil, one in zip("AB", witnesses, strict=True)]
        measure("speech, two witnesses", texts, peer)
    else:
        print(f"no library at {place}: the speech was not measured", file=sys.stderr)
    texts = [WitnessText(f"T{at}", path.read_text(encoding="utf-8")) for at, path in enumerate(given.texts, 1)]
    if len(texts) > 1:
        measure("texts, first and last", [texts[0], texts[-1]], peer)
    if len(texts) > 2:
        print("\nall texts together")
        measure_many(texts)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
