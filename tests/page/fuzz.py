"""Mutated inputs of every format: whatever comes in, pages or refusals come out, within memory.

    python -m tests.page.fuzz [--count N] [--seed S]        (make fuzz: 20,000)

Each case follows from the seed and its number, so that it can be run again alone (``--first N --count 1 --keep FILE``).
Cases run in child processes whose memory is limited; a child that dies is a failure of the case it was at. Time is
counted in seconds of the processor, so that a busy machine does not fail a case.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import io
import json
import random
import re
import resource
import signal
import subprocess
import sys
import time
import traceback
import zipfile
import zlib
from pathlib import Path

from tanik.errors import PageError
from tanik.page.read import read
from tanik.page.unpack import Member, unpack

from .specimens import specimens, zipped

SECONDS = 60.0  # of the processor: a guard against hanging; what is slow and ends is told as the slowest case
MEMORY = 1 << 30
_CHUNK = 500
_CODECS = ("utf-16", "utf-16-be", "cp1254", "utf-8-sig", "latin-1", "utf-32", "cp857")


def mutated(data: bytes, dice: random.Random, others: list[bytes], depth: int = 0) -> bytes:
    """The input changed in one to six ways; inside a container, or the container itself."""
    if depth < 3 and dice.random() < 0.6:
        inner = _inside(data, dice, others, depth)
        if inner is not None:
            return inner
    out = data
    for _ in range(dice.randint(1, 6)):
        out = dice.choice(_CHANGES)(out or b"x", dice, others)[:2_000_000]
    return out


def _inside(data: bytes, dice: random.Random, others: list[bytes], depth: int) -> bytes | None:
    """A member of a ZIP archive or of a gzip file mutated, and the container made whole again."""
    try:
        if data.startswith(b"PK\x03\x04"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                parts = {name: archive.read(name) for name in archive.namelist()}
            name = dice.choice(sorted(parts))
            parts[name] = mutated(parts[name], dice, others, depth + 1)
            return zipped(parts, stored=dice.random() < 0.3)
        if data.startswith(b"\x1f\x8b"):
            return gzip.compress(mutated(gzip.decompress(data), dice, others, depth + 1), 1, mtime=0)
    except (zipfile.BadZipFile, OSError, EOFError, zlib.error, ValueError, NotImplementedError, RuntimeError):
        return None
    return None


def _stretch(data: bytes, dice: random.Random, longest: int = 200) -> tuple[int, int]:
    start = dice.randrange(len(data))
    return start, min(len(data), start + dice.randint(1, longest))


def _flip(data: bytes, dice: random.Random, _: list[bytes]) -> bytes:
    out = bytearray(data)
    for _turn in range(dice.randint(1, 12)):
        out[dice.randrange(len(out))] ^= 1 << dice.randrange(8)
    return bytes(out)


def _cut(data: bytes, dice: random.Random, _: list[bytes]) -> bytes:
    return data[: dice.randrange(len(data))] if dice.random() < 0.5 else data[dice.randrange(len(data)) :]


def _drop(data: bytes, dice: random.Random, _: list[bytes]) -> bytes:
    start, end = _stretch(data, dice)
    return data[:start] + data[end:]


def _repeat(data: bytes, dice: random.Random, _: list[bytes]) -> bytes:
    start, end = _stretch(data, dice)
    return data[:start] + data[start:end] * dice.choice((2, 3, 10, 300)) + data[end:]


def _splice(data: bytes, dice: random.Random, others: list[bytes]) -> bytes:
    other = dice.choice(others)
    start, end = _stretch(other, dice, 4000)
    at = dice.randrange(len(data))
    return data[:at] + other[start:end] + data[at:]


def _recode(data: bytes, dice: random.Random, _: list[bytes]) -> bytes:
    return data.decode(dice.choice(("utf-8", "latin-1", "cp1254")), "replace").encode(dice.choice(_CODECS), "replace")


def _number(data: bytes, dice: random.Random, _: list[bytes]) -> bytes:
    """A number of the input becomes another one: lengths lie, references point elsewhere."""
    found = list(re.finditer(rb"\d+", data))
    if not found:
        return data
    match = dice.choice(found)
    other = dice.choice(
        (b"0", b"-1", b"99999999999999999999", b"4294967295", b"1e9", str(dice.randint(0, 9999)).encode())
    )
    return data[: match.start()] + other + data[match.end() :]


def _noise(data: bytes, dice: random.Random, _: list[bytes]) -> bytes:
    start, end = _stretch(data, dice, 60)
    kind = dice.choice((dice.randbytes(end - start), b"\x00" * (end - start), b"<" * (end - start), b"\xff" * 8))
    return data[:start] + kind + data[end:]


_CHANGES = (_flip, _cut, _drop, _repeat, _splice, _recode, _number, _noise)


def case(number: int, seed: int, samples: dict[str, bytes]) -> tuple[str, bytes]:
    """Name and bytes of the case."""
    dice = random.Random(f"{seed}:{number}")
    name = sorted(samples)[number % len(samples)]
    others = list(samples.values())
    named = dice.choice(sorted(samples)) if dice.random() < 0.1 else name  # a wrong ending now and then
    return named, mutated(samples[name], dice, others)


def examine(name: str, data: bytes) -> str:
    """Read everything in the input; ``read`` or ``refused``. Raises whatever is not to be raised."""
    outcome = "refused"
    for piece in unpack(io.BytesIO(data), name):
        if not isinstance(piece, Member):
            continue
        with contextlib.suppress(PageError):
            page = read(piece.data, path=piece.path, url=piece.url, media_type=piece.media_type)
            outcome = "read"
            for segment in page.segments:
                assert 0 <= segment.span.start <= segment.span.end <= len(page.text), segment
            for landmark in page.landmarks:
                assert 0 <= landmark.span.start <= landmark.span.end <= len(page.text), landmark
    return outcome


class TooSlow(Exception):
    """A case took more than its seconds."""


def _late(*_: object) -> None:
    raise TooSlow(f"more than {SECONDS} seconds")


def limit_memory() -> None:
    """What is taken from here on is limited; what the interpreter and its libraries hold already is not counted."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    limit = pages * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (limit, resource.RLIM_INFINITY))


def examine_guarded(name: str, data: bytes) -> str:
    """What becomes of an input, as `examine` tells it; one that hangs is ended after `SECONDS` of work."""
    signal.signal(signal.SIGPROF, _late)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        return examine(name, data)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def run_chunk(first: int, count: int, seed: int) -> dict[str, object]:
    """Run some cases in this process, its memory limited; what failed, and what it cost."""
    samples = specimens()
    for name, data in samples.items():
        if examine(name, data) != "read":
            raise AssertionError(f"the sound {name} was not read")
    limit_memory()
    told: dict[str, object] = {"read": 0, "refused": 0, "failed": [], "slowest": 0.0, "slowest_case": None}
    for number in range(first, first + count):
        print(number, file=sys.stderr, flush=True)
        name, data = case(number, seed, samples)
        began = time.process_time()
        try:
            outcome = examine_guarded(name, data)
            told[outcome] += 1  # type: ignore[operator]
        except Exception:  # noqa: BLE001 - whatever it is, it is told as the failure of this case
            told["failed"].append(f"case {number} ({name}): {traceback.format_exc(limit=-4)}")  # type: ignore[attr-defined]
        took = time.process_time() - began
        if took > told["slowest"]:  # type: ignore[operator]
            told["slowest"], told["slowest_case"] = took, f"{number} ({name})"
    told["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return told


def run(count: int, seed: int, first: int = 0, chunk: int = _CHUNK) -> dict[str, object]:
    """Run `count` cases in child processes; the sums of what they tell."""
    total: dict[str, object] = {"read": 0, "refused": 0, "failed": [], "slowest": 0.0, "slowest_case": None, "peak": 0}
    for start in range(first, first + count, chunk):
        size = min(chunk, first + count - start)
        words = ["--first", str(start), "--count", str(size), "--seed", str(seed), "--here"]
        child = subprocess.run(
            [sys.executable, "-m", "tests.page.fuzz", *words],
            capture_output=True,
            text=True,
            check=False,
            cwd=Path(__file__).parents[2],
        )
        if child.returncode:
            last = child.stderr.strip().splitlines()[-12:]
            total["failed"].append(f"the process ended with status {child.returncode}: {last}")  # type: ignore[attr-defined]
            continue
        told = json.loads(child.stdout)
        for key in ("read", "refused", "failed"):
            total[key] += told[key]  # type: ignore[operator]
        if told["slowest"] > total["slowest"]:  # type: ignore[operator]
            total["slowest"], total["slowest_case"] = told["slowest"], told["slowest_case"]
        total["peak"] = max(total["peak"], told["peak"])  # type: ignore[type-var]
        if sys.stderr.isatty() or count > chunk:
            print(f"{start + size - first:,} of {count:,}", file=sys.stderr, flush=True)
    return total


def main() -> int:
    """Run what the command line asks for; 1 if a case failed."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--count", type=int, default=20_000)
    ask.add_argument("--first", type=int, default=0)
    ask.add_argument("--seed", type=int, default=1336)
    ask.add_argument("--here", action="store_true", help="in this process, its memory limited; print JSON")
    ask.add_argument("--keep", type=Path, help="write the first case's bytes to this file, and end")
    given = ask.parse_args()
    if given.keep:
        name, data = case(given.first, given.seed, specimens())
        given.keep.write_bytes(data)
        print(name)
        return 0
    if given.here:
        print(json.dumps(run_chunk(given.first, given.count, given.seed)))
        return 0
    total = run(given.count, given.seed, given.first)
    failed = total.pop("failed")
    print(*failed, sep="\n")  # type: ignore[misc]
    print(f"{given.count:,} cases, seed {given.seed}: {total}, {len(failed)} failed")  # type: ignore[arg-type]
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
