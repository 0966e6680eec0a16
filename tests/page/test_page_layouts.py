"""Wikis, journals, news in every kind of metadata, replayed, printed and hand-made pages: what each must be read as.

The pages of `layouts.toml` and their answers were written before the program read any of them; the share that it got
right at the first run is in docs/benchmarks.md.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tanik.page.read import read

_LAYOUTS = tomllib.loads((Path(__file__).parent / "layouts.toml").read_text("utf-8"))


def marks(name: str) -> dict[str, bool]:
    """What was asked of one page, and whether the program got it right."""
    want = _LAYOUTS[name]
    page = read(want["page"].encode(), media_type="text/html")
    found = {
        "title": page.title == want["title"],
        "authors": list(page.authors) == want["authors"],
        "published": page.published == want.get("published"),
        "language": page.language == "tr",
    }
    for kind, words in want["segments"]:
        at = page.text.find(words)
        segment = page.segment_at(at) if at >= 0 else None
        found[f"{kind}: {words}"] = segment is not None and str(segment.kind) == kind
    return found


@pytest.mark.parametrize("name", _LAYOUTS)
def test_layouts(name: str) -> None:
    assert {asked: right for asked, right in marks(name).items() if not right} == {}
