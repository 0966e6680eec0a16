"""What many tests need: a page made of plain paragraphs, and the folder of shared inputs where it is at hand."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tanik.core.span import Span
from tanik.page.model import Page, Segment, SegmentKind, Source

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
    return Page(
        id="p1", source=source, text=text, segments=tuple(segments), published=published, language=language
    )


@pytest.fixture(scope="session")
def page_of() -> Callable[..., Page]:
    """Makes a page of paragraphs from a text."""
    return _page_of


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared inputs beside the checkout; the test is skipped where there is none."""
    if not (_SHARED / "gold" / "gold.jsonl").exists():
        pytest.skip("the folder of shared inputs (../shared) is not beside this checkout")
    return _SHARED
