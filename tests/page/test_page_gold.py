"""How well the shared development pages are read: floors that only go up."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tanik.page.model import Page, SegmentKind
from tanik.page.read import read

FLOORS = {
    "comments": 0.98,
    "comment author": 0.98,
    "comment time": 0.98,
    "segments": 0.98,
    "title": 0.98,
    "authors": 0.98,
    "published": 0.98,
    "language": 1.0,
}


def _score(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["gold_score"] = module
    spec.loader.exec_module(module)
    return module


def _as_json(page: Page) -> list[dict[str, Any]]:
    return [
        {"kind": str(s.kind), "start": s.span.start, "end": s.span.end, "author": s.author, "published": s.published}
        for s in page.segments
    ]


def _tally(score: ModuleType, gold: dict[str, Any], page: Page, right: Counter[str], asked: Counter[str]) -> None:
    def count(name: str, good: object) -> None:
        asked[name] += 1
        right[name] += bool(good)

    segments = _as_json(page)
    comments = [segment for segment in segments if segment["kind"] == "comment"]
    hits, missed, wrong = score.match_layer("comments", page.text, gold["comments"], comments)
    right["comments"] += 2 * hits
    asked["comments"] += 2 * hits + len(missed) + len(wrong)
    for key, got in (("title", page.title), ("published", page.published), ("language", page.language)):
        if gold.get(key):
            count(key, score.alike(gold[key], got))
    for author in gold["authors"]:
        count("authors", any(score.alike(author, got) for got in page.authors))
    for item in gold["segments"]:
        places = score.locate(page.text, item["text"])
        inside = [s for s in segments if any(s["start"] <= place[0] < s["end"] for place in places)]
        smallest = min(inside, key=lambda s: s["end"] - s["start"], default=None)
        count("segments", smallest is not None and smallest["kind"] == item["kind"])
    for item in gold["comments"]:
        got = score.nearest(page.text, item, comments)
        if got is not None:
            count("comment author", score.alike(item["author"], got["author"]))
            if item["published"]:
                count("comment time", got["published"] == item["published"])


def test_development_pages_are_read(shared: Path) -> None:
    score = _score(shared)
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for line in (shared / "gold" / "gold.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        path = next((shared / "gold" / "pages").glob(f"{gold['id']}.*"))
        _tally(score, gold, read(path.read_bytes(), path=str(path)), right, asked)
    figures = {name: right[name] / asked[name] for name in FLOORS}
    assert {name: value for name, value in figures.items() if value < FLOORS[name]} == {}


@pytest.fixture(scope="module")
def pages(shared: Path) -> dict[str, Page]:
    return {path.name[:3]: read(path.read_bytes(), path=str(path)) for path in (shared / "pages").glob("*.txt")}


def test_the_aid_page_has_breadcrumb_title_and_poster(pages: dict[str, Page]) -> None:
    page = pages["000"]
    kinds = [segment.kind for segment in page.segments[:3]]
    assert kinds == [SegmentKind.BREADCRUMB, SegmentKind.TITLE, SegmentKind.BYLINE]
    assert page.authors == ("ceydaaa",)
    assert page.title == page.segments[1].span.of(page.text)


def test_the_letter_page_has_one_letter_sources_and_two_comments(pages: dict[str, Page]) -> None:
    page = pages["002"]
    quoted = [segment.span.of(page.text) for segment in page.segments if segment.kind is SegmentKind.QUOTATION]
    assert "1336(1920)" in quoted[0]
    assert quoted[0].count("\n\n") == 4
    assert quoted[0].endswith("Mustafa Kemal")
    comments = [segment for segment in page.segments if segment.kind is SegmentKind.COMMENT]
    assert [(c.author, c.published) for c in comments] == [(None, "2021-12-24T16:37"), (None, "2021-12-30T07:31")]
    assert comments[0].parent is None
    assert comments[1].parent == page.segments.index(comments[0])
    sources = [segment.span.of(page.text) for segment in page.segments if segment.kind is SegmentKind.SOURCES]
    assert len(sources) == 1
    assert "132/19543" in sources[0]
    assert "318" in sources[0]
    for debris in ("Bir Cevap Yazın", "%d blogcu", "Permalink", "Yanıtla"):
        segment = page.segment_at(page.text.index(debris))
        assert segment is not None
        assert segment.kind is SegmentKind.BOILERPLATE
