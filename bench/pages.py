"""Reading pages: how long it takes and what it keeps, beside a peer. What finding facts takes, `facts.py` tells.

    python bench/pages.py [FOLDER]
    python bench/pages.py --pages DIR

FOLDER holds pages and, beside it, ``gold.jsonl`` with hand-made segments (default: ``../shared/gold/pages`` beside the
checkout, else the example pages). The peer is trafilatura in its recall mode with comments, in the same run. *Kept* is
the share of the hand-marked article, comment and source segments whose opening words are in the main text; *dropped*
the share of the hand-marked boilerplate whose opening words are not.

With ``--pages`` nothing but the speed of reading is measured, on every HTML page in and below DIR (plain or gzipped):
the median over pages of the milliseconds of the processor for 100 kB, each page read three times and its best taken.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import re
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import trafilatura

from tanik.errors import PageError
from tanik.page.read import read

_ROOT = Path(__file__).resolve().parents[1]
_MAIN = {"paragraph", "comment", "quotation", "sources"}
_ROUNDS = 3


def main() -> None:
    """Measure and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", nargs="?", type=Path, default=_default_folder())
    ask.add_argument(
        "--pages", type=Path, help="measure the speed of reading alone, on the HTML pages below this folder"
    )
    given = ask.parse_args()
    if given.pages:
        _speed(given.pages)
        return
    folder = given.folder
    files = sorted(p for p in folder.iterdir() if p.suffix in (".html", ".txt"))
    pages = [(path, path.read_bytes()) for path in files]
    read(pages[0][1])  # the language model is loaded once
    print(f"{len(pages)} pages, {sum(len(data) for _, data in pages) / 1000:.0f} kB\n")
    _reading([(p, d) for p, d in pages if p.suffix == ".html"], folder.parent / "gold.jsonl")


def _default_folder() -> Path:
    shared = _ROOT.parent / "shared" / "gold" / "pages"
    return shared if shared.is_dir() else _ROOT / "examples" / "pages"


def _speed(folder: Path) -> None:
    """The median of milliseconds for 100 kB over pages of any size, and over those of 60 to 160 kB."""
    read(b"<p>bir iki</p>")  # tables are loaded once
    rates: list[tuple[int, float]] = []
    for path in sorted(p for p in folder.rglob("*") if p.name.removesuffix(".gz").endswith((".html", ".htm"))):
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        try:
            best = min(_spent(data) for _ in range(_ROUNDS))
        except PageError:
            continue
        rates.append((len(data), 1000 * best * 100_000 / len(data)))
    for name, low, high in (("all", 0, math.inf), ("60 to 160 kB", 60_000, 160_000)):
        chosen = [rate for size, rate in rates if low <= size <= high]
        if chosen:
            tenth = statistics.quantiles(chosen, n=10)[-1] if len(chosen) > 1 else chosen[0]
            print(f"{name:14}{len(chosen):>6} pages, ms for 100 kB: median {statistics.median(chosen):.1f}", end="")
            print(f", nine tenths under {tenth:.1f}")


def _spent(data: bytes) -> float:
    started = time.process_time()
    read(data, media_type="text/html")
    return time.process_time() - started


def _reading(pages: list[tuple[Path, bytes]], gold: Path) -> None:
    readers: dict[str, Callable[[bytes], str]] = {"tanik": _main_text, "trafilatura": _peer_text}
    wanted = _segments(gold)
    print(f"{'reader':14}{'ms a page':>10}{'kept':>8}{'dropped':>9}")
    for name, reader in readers.items():
        times = [statistics.median(_timed(reader, data) for _ in range(_ROUNDS)) for _, data in pages]
        kept, dropped = _shares(pages, reader, wanted)
        print(f"{name:14}{1000 * statistics.median(times):>10.1f}{kept:>8}{dropped:>9}")


def _main_text(data: bytes) -> str:
    page = read(data)
    return "\n".join(s.span.of(page.text) for s in page.segments if s.kind.value in _MAIN)


def _peer_text(data: bytes) -> str:
    return trafilatura.extract(data, include_comments=True, favor_recall=True, include_tables=True) or ""


def _segments(gold: Path) -> dict[str, list[tuple[str, str]]]:
    """Kind and opening words of the hand-marked segments of each page."""
    if not gold.exists():
        return {}
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    return {row["id"]: [(s["kind"], s["text"]) for s in row.get("segments") or []] for row in rows}


def _shares(
    pages: list[tuple[Path, bytes]], reader: Callable[[bytes], str], wanted: dict[str, list[tuple[str, str]]]
) -> tuple[str, str]:
    kept, dropped = [], []
    for path, data in pages:
        text = _squeezed(reader(data))
        for kind, words in wanted.get(path.stem, []):
            inside = _squeezed(words) in text
            if kind in _MAIN:
                kept.append(inside)
            elif kind == "boilerplate":
                dropped.append(not inside)
    return tuple(f"{sum(rows) / len(rows):.3f}" if rows else "-" for rows in (kept, dropped))  # type: ignore[return-value]


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _timed(reader: Callable[[bytes], str], data: bytes) -> float:
    started = time.perf_counter()
    reader(data)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
