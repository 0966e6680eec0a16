"""The Vikikaynak texts among the ATAM volumes, by Tanık and by programs that others rest on, in one run.

    python bench/peers.py [--textpair BINARY] [--passim FOLDER]

`--textpair` is TextPAIR's `compareNgrams`; it is given three six-letter folded stems in a row, and a duplicate
threshold of 101 per cent, without which it passes over near-whole copies. `--passim` is a checkout of passim whose
requirements (pyspark, graphframes) this Python or the one named by ``PASSIM_PYTHON`` has; it is run pairwise, without
clustering.
All are counted alike: in each alignment the longest common subsequence of folded words is *matched*, the words between
its ends are *covered*; the *pool* are the words that two systems or more match, *recall* the share of it that one has.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from corpus import require_speeches
from tanik.core.token import Tokens, tokenize
from tanik.trace.memory import Memory
from tanik.trace.model import Witness
from tanik.trace.stretches import trace_all
from tanik.trace.words import Documents

# (query, document, first and last offset in the query, first and last in the document), in code points.
Alignment = tuple[str, str, int, int, int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """What one system found: for each query, which words it matched and which it covered."""

    name: str
    alignments: int
    seconds: float
    matched: dict[str, NDArray[np.bool_]]
    covered: dict[str, NDArray[np.bool_]]


def _words(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    return bisect_left(tokens.starts, start), bisect_right(tokens.ends, end)


def count(name: str, found: Iterable[Alignment], seconds: float, texts: dict[str, Tokens]) -> Result:
    """What the alignments of one system come to."""
    matched = {key: np.zeros(len(tokens.words), dtype=bool) for key, tokens in texts.items()}
    covered = {key: np.zeros(len(tokens.words), dtype=bool) for key, tokens in texts.items()}
    alignments = 0
    for query, document, start, end, there, there_end in found:
        low, high = _words(texts[query], start, end)
        first, last = _words(texts[document], there, there_end)
        alignments += 1
        codes = [
            c
            for c in LCSseq.opcodes(texts[query].words[low:high], texts[document].words[first:last])
            if c.tag == "equal"
        ]
        if codes:
            covered[query][low + codes[0].src_start : low + codes[-1].src_end] = True
        for code in codes:
            matched[query][low + code.src_start : low + code.src_end] = True
    return Result(name, alignments, seconds, matched, covered)


def by_tanik(queries: list[Witness], witnesses: list[Witness]) -> tuple[list[Alignment], float]:
    """Tanık's alignments and the seconds from text to steps."""
    started = time.perf_counter()
    memory = Documents(Memory(witnesses))
    traced = [(query, trace_all(query.text, memory)) for query in queries]
    seconds = time.perf_counter() - started
    found = []
    for query, pieces in traced:
        starts, ends = tokenize(query.text).starts, tokenize(query.text).ends
        for piece in pieces:
            witness, words = memory.witness(piece.document), memory.words(piece.document)
            span = words.span(piece.witness_start, piece.witness_end)
            found.append(
                (query.id, witness.id, int(starts[piece.start]), int(ends[piece.end - 1]), span.start, span.end)
            )
    return found, seconds


def _ngrams(tokens: Tokens, offsets: NDArray[np.int64]) -> dict[str, list[tuple[int, int, int]]]:
    stems = [word[:6] for word in tokens.words]
    found: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for at in range(len(stems) - 2):
        key = crc32(" ".join(stems[at : at + 3]).encode())
        signed = key - (1 << 32) if key >= 1 << 31 else key
        found[str(signed)].append((at, int(offsets[tokens.starts[at]]), int(offsets[tokens.ends[at + 2]])))
    return found


def _byte_offsets(text: str) -> NDArray[np.int64]:
    """The offset in UTF-8 of every code point, and of the end."""
    sizes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    widths = 1 + (sizes > 0x7F) + (sizes > 0x7FF) + (sizes > 0xFFFF)
    return np.concatenate([[0], np.cumsum(widths)])


def _prepare_textpair(folder: Path, texts: list[Witness], names: dict[str, str]) -> None:
    (folder / "ngrams").mkdir(parents=True)
    (folder / "texts").mkdir()
    metadata = {}
    for witness in texts:
        name, offsets = names[witness.id], _byte_offsets(witness.text)
        path = folder / "texts" / name
        path.write_text(witness.text, encoding="utf-8")
        (folder / "ngrams" / f"{name}.json").write_text(json.dumps(_ngrams(tokenize(witness.text), offsets)))
        size = str(int(offsets[-1]))
        metadata[name] = {"filename": str(path), "start_byte": "0", "end_byte": size, "title": witness.id}
    (folder / "metadata.json").write_text(json.dumps(metadata))


def by_textpair(binary: Path, queries: list[Witness], witnesses: list[Witness]) -> tuple[list[Alignment], float, float]:
    """TextPAIR's alignments, the seconds of its comparison, and those of making its n-grams."""
    # Documents are known by their numbers; those that stand on both sides under one number are not compared.
    names = {witness.id: str(number + 1) for number, witness in enumerate([*queries, *witnesses])}
    by_name = {names[witness.id]: witness for witness in [*queries, *witnesses]}
    with tempfile.TemporaryDirectory() as place:
        started = time.perf_counter()
        _prepare_textpair(Path(place, "source"), queries, names)
        _prepare_textpair(Path(place, "target"), witnesses, names)
        prepared = time.perf_counter() - started
        words = [
            str(binary),
            f"--output_path={place}/out",
            f"--source_files={place}/source/ngrams",
            f"--target_files={place}/target/ngrams",
            f"--source_metadata={place}/source/metadata.json",
            f"--target_metadata={place}/target/metadata.json",
            "--duplicate_threshold=101",
            "--threads=2",
        ]
        Path(place, "out").mkdir()
        started = time.perf_counter()
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL, cwd=place)
        seconds = time.perf_counter() - started
        return list(_textpair_rows(Path(place, "out"), by_name)), seconds, prepared


def _textpair_rows(folder: Path, by_name: dict[str, Witness]) -> Iterator[Alignment]:
    offsets = {name: _byte_offsets(witness.text) for name, witness in by_name.items()}
    for path in folder.rglob("*.lz4"):
        lines = subprocess.run(["lz4", "-dc", str(path)], check=True, capture_output=True).stdout.splitlines()
        for row in map(json.loads, lines):
            source, target = row["source_doc_id"], row["target_doc_id"]
            ends = [
                int(np.searchsorted(offsets[name], row[key]))
                for name, key in (
                    (source, "source_start_byte"),
                    (source, "source_end_byte"),
                    (target, "target_start_byte"),
                    (target, "target_end_byte"),
                )
            ]
            yield (by_name[source].id, by_name[target].id, *ends)  # type: ignore[misc]


def by_passim(folder: Path, queries: list[Witness], witnesses: list[Witness]) -> tuple[list[Alignment], float]:
    """Passim's pairwise alignments and the seconds of its run, Spark's start among them."""
    python = os.environ.get("PASSIM_PYTHON", sys.executable)
    asked = {witness.id for witness in queries}
    with tempfile.TemporaryDirectory() as place:
        given = Path(place, "in.json")
        with given.open("w", encoding="utf-8") as file:
            for witness in [*queries, *witnesses]:
                series = "query" if witness.id in asked else "library"
                file.write(json.dumps({"id": witness.id, "series": series, "text": witness.text}) + "\n")
        words = [
            str(Path(python).parent / "spark-submit"),
            "--driver-memory",
            "4g",
            str(folder / "passim" / "seriatim.py"),
            "--fields",
            "xxhash64(series) as gid",
            "--filterpairs",
            "gid < gid2",
            "--pairwise",
            str(given),
            str(Path(place, "out")),
        ]
        environment = os.environ | {"PYSPARK_PYTHON": python, "PYSPARK_DRIVER_PYTHON": python}
        started = time.perf_counter()
        subprocess.run(words, check=False, capture_output=True, env=environment)  # it ends in an error: no clustering
        seconds = time.perf_counter() - started
        rows = [
            json.loads(line)
            for path in Path(place, "out", "align.json").glob("part-*.json")
            for line in path.read_text(encoding="utf-8").splitlines()
        ]
    return [
        (r["id"], r["id2"], r["begin"], r["end"], r["begin2"], r["end2"])
        if r["id"] in asked
        else (r["id2"], r["id"], r["begin2"], r["end2"], r["begin"], r["end"])
        for r in rows
    ], seconds


def tell(results: list[Result]) -> None:
    """The table."""
    pool = {
        key: sum(result.matched[key].astype(int) for result in results) >= 2 if len(results) > 1 else None
        for key in results[0].matched
    }
    print(f"{'':10}{'alignments':>12}{'matched':>10}{'covered':>10}{'density':>9}{'recall of pool':>16}{'seconds':>9}")
    for result in results:
        matched = sum(int(row.sum()) for row in result.matched.values())
        covered = sum(int(row.sum()) for row in result.covered.values())
        wanted = sum(int(row.sum()) for row in pool.values() if row is not None)
        had = sum(int((result.matched[key] & row).sum()) for key, row in pool.items() if row is not None)
        recall = f"{had / wanted:.3f}" if wanted else "-"
        print(
            f"{result.name:10}{result.alignments:>12}{matched:>10}{covered:>10}"
            f"{matched / max(covered, 1):>9.3f}{recall:>16}{result.seconds:>9.2f}"
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--textpair", type=Path, help="TextPAIR's compareNgrams")
    parser.add_argument("--passim", type=Path, help="a checkout of passim")
    arguments = parser.parse_args()
    everything = require_speeches()
    queries = [w for w in everything if ":wikisource-" in w.id]
    witnesses = [w for w in everything if ":atam-" in w.id]
    texts = {witness.id: tokenize(witness.text) for witness in everything}
    asked = {witness.id: texts[witness.id] for witness in queries}

    def counted(name: str, found: list[Alignment], seconds: float) -> Result:
        result = count(name, found, seconds, texts)
        keep = {key: result.matched[key] for key in asked}
        return Result(name, result.alignments, seconds, keep, {key: result.covered[key] for key in asked})

    by_tanik(queries[:2], witnesses[:2])  # tables are read once
    results = [counted("tanik", *by_tanik(queries, witnesses))]
    if arguments.textpair:
        found, seconds, prepared = by_textpair(arguments.textpair.resolve(), queries, witnesses)
        print(f"TextPAIR: n-grams made in {prepared:.2f} s before its own time")
        results.append(counted("TextPAIR", found, seconds))
    if arguments.passim:
        with contextlib.suppress(FileNotFoundError):
            results.append(counted("passim", *by_passim(arguments.passim.resolve(), queries, witnesses)))
    tell(results)


if __name__ == "__main__":
    main()
