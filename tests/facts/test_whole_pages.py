"""Whole pages written with their answers before any run: what they are, who says what in them, when and how much.

Pages in whole_pages/ carry dates and amounts as marks (as in fact_pages/); title, authors, time, segments and
quotations stand in answers.toml. The floors are of rules that were mended after the first run, whose figures stand in
docs/quality.md.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Facts
from tanik.facts.read import read as read_facts
from tanik.page.model import Page
from tanik.page.read import read

from .test_fact_pages import f1, unmarked

_FOLDER = Path(__file__).parent / "whole_pages"
_ANSWERS = tomllib.loads((_FOLDER / "answers.toml").read_text(encoding="utf-8"))
_FLOORS = tomllib.loads((_FOLDER / "floors.toml").read_text(encoding="utf-8"))


def _path(name: str) -> Path:
    return next(one for one in _FOLDER.glob(f"{name}.*"))


@cache
def _page(name: str) -> tuple[Page, Facts]:
    source, _ = unmarked(_path(name).read_text(encoding="utf-8"))
    page = read(source.encode(), path=_path(name).name)
    return page, read_facts(page)


def _same(want: str, got: str | None) -> bool:
    """Whether two names share their words: one may be longer."""
    one, other = (
        frozenset(word[:6] for word in "".join(c if c.isalnum() else " " for c in fold(name)).split())
        for name in (want, got or "")
    )
    return bool(one and other) and (one <= other or other <= one)


def about_page(name: str) -> Iterator[tuple[str, bool]]:
    """What was asked of the page and its segments, and whether the program got it right."""
    page, _ = _page(name)
    wanted = _ANSWERS[name]
    yield f"{name} title", page.title == wanted["title"]
    yield f"{name} authors", list(page.authors) == wanted["authors"]
    yield f"{name} published", (page.published or "") == wanted["published"]
    for words, kind, author, published in wanted["segments"]:
        at = page.text.find(words)
        segment = page.segment_at(at) if at >= 0 else None
        found = (str(segment.kind), segment.author, segment.published) if segment is not None else ("", None, None)
        given = (found[1] if author else "", found[2] if published else "")
        yield f"{name} {words}", (found[0], *given) == (kind, author, published)


def said(name: str) -> Iterator[tuple[str, str, str | None, str, str | None]]:
    """Quotations: words, the speaker wanted and found, the form wanted and found; one side may be missing."""
    page, facts = _page(name)
    left = list(facts.quotations)
    for words, speaker, form in _ANSWERS[name]["quotations"]:
        start = page.text.index(words)
        span = Span(start, start + len(words))
        hit = next((one for one in left if one.span.overlaps(span)), None)
        if hit is not None:
            left.remove(hit)
        yield words, speaker, hit.speaker or "" if hit else None, form, str(hit.form) if hit else None
    yield from (("", "", one.speaker or one.text, "", str(one.form)) for one in left)


def figures(names: tuple[str, ...]) -> dict[str, float]:
    """Shares right and F1 over some pages."""
    asked = [right for name in names for _, right in about_page(name)]
    rows = [row for name in names for row in said(name)]
    both = [row for row in rows if row[0] and row[2] is not None]
    named = [row for row in both if row[1]]
    found = {
        "page": sum(asked) / len(asked),
        "quotations": 2 * len(both) / (len(both) + len(rows)),
        "speaker": sum(_same(row[1], row[2]) for row in named) / len(named),
        "form": sum(row[3] == row[4] for row in both) / len(both),
    }
    paths = [_path(name) for name in names]
    return found | {layer: f1(paths, layer) for layer in ("dates", "amounts")}


@pytest.mark.parametrize("pages", _FLOORS)
def test_floors_of_whole_pages(pages: str) -> None:
    reached = figures(tuple(name for name in _ANSWERS if name.startswith(pages)))
    assert {layer: share for layer, share in reached.items() if share < _FLOORS[pages][layer]} == {}
