"""The library: how long `speeches` takes to add, open, verify and ask, and how large it is.

    python bench/library.py

Beside it, in the same run, SQLite's own full-text index over the same texts: building it, and asking it for the words
of one sentence.
"""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from corpus import require_speeches
from tanik.library.library import Library
from tanik.library.model import Document
from tanik.trace.model import Witness
from tanik.trace.run import run
from tanik.trace.sketch import sketch

_ROUNDS = 9


def main() -> None:
    """Measure and print."""
    witnesses = require_speeches()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library"
        _tell("add 411 documents", _once(lambda: _add(path, witnesses)))
        size = sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
        print(f"{'size on disk':34}{size / 1e6:>10.1f} MB")
        _tell("open", _median(lambda: Library.open(path).close()))
        with Library.open(path) as library:
            _tell("verify", _median(library.verify))
            page = " ".join(w.text for w in witnesses[:3]).split()[:2000]
            asked = np.unique(sketch(" ".join(page)).fingerprints)
            _tell(f"count {len(asked)} fingerprints", _median(lambda: library.count(asked)))
            quotation = " ".join(max(witnesses, key=lambda w: len(w.text)).text.split()[400:430])
            _tell("trace a quotation of 30 words", _median(lambda: run(quotation, library)))
        index = _full_text(witnesses)
        _tell("peer: SQLite FTS5, build", _once(lambda: _full_text(witnesses).close()))
        words = " ".join(f'"{word.strip(",.;:!?")}"' for word in quotation.split() if word.isalpha())
        query = "SELECT id FROM texts WHERE texts MATCH ? LIMIT 5"
        _tell("peer: SQLite FTS5, the same words", _median(lambda: index.execute(query, (words,)).fetchall()))
        index.close()


def _add(path: Path, witnesses: list[Witness]) -> None:
    with Library.open(path, create=True) as library:
        library.add(Document("speeches", w.id.partition(":")[2], w.text, w.title, date=w.date) for w in witnesses)


def _full_text(witnesses: list[Witness]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, body, tokenize = 'unicode61')")
    connection.executemany("INSERT INTO texts VALUES (?, ?)", ((w.id, w.text) for w in witnesses))
    return connection


def _once(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _median(work: Callable[[], object]) -> float:
    return statistics.median(_once(work) for _ in range(_ROUNDS))


def _tell(what: str, seconds: float) -> None:
    print(f"{what:34}{1000 * seconds:>10.1f} ms")


if __name__ == "__main__":
    main()
