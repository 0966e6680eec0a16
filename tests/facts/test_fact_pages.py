"""Pages of our own with the answers in them: dates, amounts and citations stay above their floors.

A page in fact_pages/ carries its answers as marks: ``{g 1922-09-09|9 Eylül 1922}`` is a date (g Gregorian, r Rumi, h
Hijri, j Julian; the value is EDTF in the Gregorian calendar), ``{a 12 wagon|12 vagon}`` an amount, and
``{c book 1944 118|…}`` a citation (`-` for what it does not tell). Marks may stand inside one another. They are taken
out before the page is read, so an answer is bound to its place and not to its wording. The answers were written
before any run; first-run figures stand in docs/quality.md, the floors are of the rules as mended since.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tanik.core.span import Span
from tanik.facts.read import read as read_facts
from tanik.page.read import read

_FOLDER = Path(__file__).parent / "fact_pages"
_FLOORS = tomllib.loads((_FOLDER / "floors.toml").read_text(encoding="utf-8"))
_MARK = re.compile(r"\{(?P<head>[^{}|]+)\||\}")
_LAYERS = {"g": "dates", "r": "dates", "h": "dates", "j": "dates", "a": "amounts", "c": "citations"}


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that a page holds: its layer, the values in its mark, and its place in the page without marks."""

    layer: str
    values: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was found, in the words of a mark."""

    values: tuple[str, ...]
    span: Span
    text: str


def unmarked(source: str) -> tuple[str, list[Answer]]:
    """The page as it is read, and the answers with their places in it."""
    kept: list[str] = []
    opened: list[tuple[str, int]] = []
    answers, at, length = [], 0, 0
    for mark in _MARK.finditer(source):
        kept.append(source[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        if mark["head"]:
            opened.append((mark["head"], length))
            continue
        head, start = opened.pop()
        kind, *values = head.split(" ")
        answers.append(Answer(_LAYERS[kind], tuple(values), Span(start, length)))
    assert not opened, opened
    return "".join([*kept, source[at:]]), sorted(answers, key=lambda one: (one.span.start, -one.span.end))


def _placed(raw: str, text: str, answers: Iterable[Answer]) -> list[Answer]:
    """The answers at their places in the page's text, which has no tags and folds white space."""
    placed: list[Answer] = []
    at, ends = 0, dict.fromkeys(_LAYERS.values(), 0)
    for answer in answers:
        words = re.escape(raw[answer.span.start : answer.span.end]).replace(r"\ ", r"\s+")
        here = re.compile(r"(?<!\w)" + words).search(text, max(at, ends[answer.layer])) or re.search(words, text)
        assert here is not None, (answer, words)
        at, ends[answer.layer] = here.start(), here.end()
        placed.append(Answer(answer.layer, answer.values, Span(here.start(), here.end())))
    return placed


def answers_and_found(path: Path) -> tuple[str, list[Answer], dict[str, list[Found]]]:
    """The page's text, its answers, and what the program finds in each of the three layers."""
    raw, answers = unmarked(path.read_text(encoding="utf-8"))
    page = read(raw.encode("utf-8"), path=path.name)
    facts = read_facts(page, fast=True)
    found = {
        "dates": [Found((str(one.edtf),), one.span, one.text) for one in facts.dates],
        "amounts": [Found((str(one.value), one.unit), one.span, one.text) for one in facts.amounts],
        "citations": [Found((str(one.kind), str(one.year)), one.span, one.text) for one in facts.citations],
    }
    return page.text, _placed(raw, page.text, answers), found


def _overlap(one: Span, other: Span, layer: str) -> float:
    inner = min(one.end, other.end) - max(one.start, other.start)
    lengths = one.end - one.start, other.end - other.start
    outer = min(lengths) if layer == "citations" else max(one.end, other.end) - min(one.start, other.start)
    return max(inner, 0) / max(outer, 1)


def _equal(answer: Answer, found: Found) -> bool:
    if answer.layer == "dates":
        return answer.values[0] == found.values[0].rstrip("~?%")
    if answer.layer == "amounts":
        want, got = float(answer.values[0]), float(found.values[0])
        return abs(want - got) <= 1e-6 * max(1.0, abs(want)) and answer.values[1] == found.values[1]
    return answer.values[0] == found.values[0] and answer.values[1] in ("-", found.values[1])


def judged(path: Path, layer: str) -> tuple[list[Found], list[Answer], list[Found]]:
    """What was found rightly, the answers missed, and what was found that no answer asks for."""
    _, answers, found = answers_and_found(path)
    free = list(found[layer])
    right, missed = [], []
    for answer in (one for one in answers if one.layer == layer):
        fits = [one for one in free if _overlap(answer.span, one.span, layer) >= 0.5 and _equal(answer, one)]
        if fits:
            best = max(fits, key=lambda one: _overlap(answer.span, one.span, layer))
            free.remove(best)
            right.append(best)
        else:
            missed.append(answer)
    return right, missed, free


def f1(paths: Iterable[Path], layer: str) -> float:
    """F1 over all of `paths` together."""
    right = missed = wrong = 0
    for path in paths:
        hits, lost, extra = judged(path, layer)
        right, missed, wrong = right + len(hits), missed + len(lost), wrong + len(extra)
    return 2 * right / (2 * right + missed + wrong)


@pytest.mark.parametrize(("pages", "layer"), [(pages, layer) for pages in _FLOORS for layer in _FLOORS[pages]])
def test_floors(pages: str, layer: str) -> None:
    assert f1(sorted(_FOLDER.glob(f"{pages}*.*")), layer) >= _FLOORS[pages][layer]
