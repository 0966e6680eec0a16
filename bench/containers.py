"""Containers: how fast a web archive is read, in how much memory, and what several processes save.

    python bench/containers.py [--pages 1000] [--folder 160]

The archive is written by the generator of the tests: pages of about 5 kB in five charsets and six codings, between
requests, redirects, errors, pictures, repeats and two damaged records. warcio, which wrote the sound records, goes over
the same archive without its damage, bodies drawn as they lie (1.8.1 cannot undo today's brotli). Peak memory is
that of a process of its own. Several processes are compared with one by the clock, and by the seconds of the processor
that all of them take together: these, shared out evenly, are the time on cores that nobody else uses.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator

from tanik.errors import PageError
from tanik.examine import Input
from tanik.front import examination, gather
from tanik.page.read import read
from tanik.page.unpack import Member, Rejected, Skipped, unpack
from tanik.workers import cores

_ROUNDS = 2
_ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(_ROOT))

from tests.page.crawl import make_crawl, page  # noqa: E402 - the tests stand beside the package


def main() -> None:
    """Measure and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--pages", type=int, default=1000)
    ask.add_argument("--folder", type=int, default=160)
    ask.add_argument(
        "--read", type=Path, help="read this archive and print the peak memory (used by the program itself)"
    )
    given = ask.parse_args()
    if given.read:
        _account(given.read)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        return
    with tempfile.TemporaryDirectory() as folder:
        _archive(Path(folder), given.pages)
        _processes(Path(folder) / "pages", given.folder)


def _archive(folder: Path, pages: int) -> None:
    path, sound, small = folder / "crawl.warc.gz", folder / "sound.warc.gz", folder / "small.warc.gz"
    with path.open("wb") as out:
        expected = make_crawl(out, pages)
    with sound.open("wb") as out:
        make_crawl(out, pages, damaged=False)
    with small.open("wb") as out:
        make_crawl(out, pages // 10)
    counts = _account(path)
    expected["read"] += expected.pop("read_twice", 0)
    right = "as written" if counts == expected else f"NOT as written: {expected}"
    print(f"{path.stat().st_size / 1e6:.1f} MB, {counts.total():,} records, {right}")
    print(", ".join(f"{name} {count:,}" for name, count in counts.most_common()), "\n")
    records = counts.total()
    for name, seconds in (
        ("unpack", _cpu(lambda: _unpacked(path))),
        ("unpack and read", _cpu(lambda: _account(path))),
        ("warcio, sound archive", _cpu(lambda: _warcio(sound))),
        ("unpack, sound archive", _cpu(lambda: _unpacked(sound))),
    ):
        print(f"{name:26}{records / seconds:>10,.0f} records a second{counts['read'] / seconds:>10,.0f} pages a second")
    print(f"{'peak memory':26}{_peak(path):>10.0f} MB for {pages:,} pages, {_peak(small):.0f} MB for {pages // 10:,}\n")


def _unpacked(path: Path) -> None:
    with path.open("rb") as stream:
        for _ in unpack(stream, path.name):
            pass


def _account(path: Path) -> Counter[str]:
    counts: Counter[str] = Counter()
    with path.open("rb") as stream:
        for piece in unpack(stream, path.name):
            if isinstance(piece, Member):
                try:
                    read(piece.data, path=piece.path, url=piece.url, media_type=piece.media_type)
                    counts["read"] += 1
                except PageError:
                    counts["rejected"] += 1
            elif isinstance(piece, Skipped):
                counts[piece.why.value] += 1
            elif isinstance(piece, Rejected):
                counts["rejected"] += 1
    return counts


def _warcio(path: Path) -> None:
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream):
            record.raw_stream.read()


def _cpu(work) -> float:  # type: ignore[no-untyped-def]
    """Seconds of the processor, best of three."""
    best = float("inf")
    for _ in range(3):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best


def _peak(path: Path) -> float:
    """MB at most held by a process that reads the archive."""
    ended = subprocess.run([sys.executable, __file__, "--read", path], capture_output=True, text=True, check=True)
    return int(ended.stdout) / 1024


def _processes(folder: Path, count: int) -> None:
    folder.mkdir()
    dice = random.Random(1)
    for number in range(count):
        (folder / f"{number:04}.html").write_text(page(number, dice, 12), encoding="utf-8")
    clock: dict[int, float] = {}
    processor: dict[int, float] = {}
    for _ in range(_ROUNDS):
        for jobs in (1, cores()):
            began, before = time.perf_counter(), os.times()
            inputs = (given for given in gather([str(folder)]) if isinstance(given, Input))
            assert sum(1 for _ in examination(None, jobs=jobs)(inputs)) == count
            after = os.times()
            spent = sum(after[:4]) - sum(before[:4])  # this process and its children
            clock[jobs] = min(clock.get(jobs, math.inf), time.perf_counter() - began)
            processor[jobs] = min(processor.get(jobs, math.inf), spent)
    print(f"{count} pages of a folder read and their facts found; load of the machine {os.getloadavg()[0]:.1f}")
    for jobs, seconds in clock.items():
        name = "1 process" if jobs == 1 else f"{jobs} processes"
        print(f"{name:14}{seconds:>8.1f} s by the clock{processor[jobs]:>8.1f} s of the processor")
    print(f"ratio by the clock {clock[1] / clock[cores()]:.2f}", end="; ")
    print(f"on free cores {processor[1] / (processor[cores()] / cores()):.2f}")


if __name__ == "__main__":
    main()
