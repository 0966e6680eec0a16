"""Pages written with their answers before any run: quotations, speakers and forms stay above their floors.

The answers stand in quotation_pages/answers.toml. The floors are of rules that were mended after the first run, whose
own figures stand in docs/quality.md.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.citations.find import find_citations
from tanik.facts.dates.find import find_dates
from tanik.facts.model import Quotation
from tanik.facts.names.find import find_names
from tanik.facts.quotations.find import find_quotations
from tanik.page.read import read

_FOLDER = Path(__file__).parent / "quotation_pages"
_ANSWERS = tomllib.loads((_FOLDER / "answers.toml").read_text(encoding="utf-8"))
_FLOORS = tomllib.loads((_FOLDER / "floors.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class _Judged:
    """One answer, or one quotation that no answer asks for (`wanted` is None)."""

    wanted: tuple[str, str, str] | None
    found: Quotation | None


def _words(value: str | None) -> frozenset[str]:
    letters = "".join(char if char.isalnum() else " " for char in fold(value or ""))
    return frozenset(word[:6] for word in letters.split())


def _place(text: str, wanted: str) -> Span:
    first, *rest = (part.strip() for part in wanted.split("…"))
    start = text.index(first)
    last = rest[0] if rest else first
    return Span(start, text.index(last, start) + len(last))


def _judged(name: str) -> Iterator[_Judged]:
    path = next(one for one in _FOLDER.glob(f"{name}.*"))
    page = read(path.read_bytes(), path=path.name)
    citations = find_citations(page, find_dates(page))
    left = list(find_quotations(page, find_names(page, citations), citations))
    assert all(one.text == one.span.of(page.text) for one in left)
    for words, speaker, form in _ANSWERS[name]["quotations"]:
        place = _place(page.text, words)
        hit = next((one for one in left if one.span.start < place.end and place.start < one.span.end), None)
        if hit is not None:
            left.remove(hit)
        yield _Judged((words, speaker, form), hit)
    yield from (_Judged(None, one) for one in left)


@pytest.fixture(scope="module")
def judged() -> tuple[_Judged, ...]:
    return tuple(one for name in _ANSWERS for one in _judged(name))


def _share(right: list[bool]) -> float:
    return sum(right) / len(right)


def test_quotations_are_found_and_nothing_else(judged: tuple[_Judged, ...]) -> None:
    both = sum(one.wanted is not None and one.found is not None for one in judged)
    assert 2 * both / (both + len(judged)) >= _FLOORS["quotations"]
    assert [one.found.text for one in judged if one.wanted is None and one.found is not None] == []


def test_speakers_stay_right(judged: tuple[_Judged, ...]) -> None:
    right = []
    for one in judged:
        if one.found is not None and one.wanted is not None and one.wanted[1]:
            want, got = _words(one.wanted[1]), _words(one.found.speaker)
            right.append(bool(got) and (want <= got or got <= want))
    assert _share(right) >= _FLOORS["speaker"]


def test_forms_stay_right(judged: tuple[_Judged, ...]) -> None:
    asked = [one for one in judged if one.found is not None and one.wanted is not None and one.wanted[2]]
    right = [one.found is not None and one.wanted is not None and str(one.found.form) == one.wanted[2] for one in asked]
    assert _share(right) >= _FLOORS["form"]


def test_proverbs_are_told_from_what_somebody_said(judged: tuple[_Judged, ...]) -> None:
    wanted = [one for one in judged if one.wanted is not None and one.wanted[2] == "proverb" and one.found is not None]
    assert len(wanted) > 3
    assert [str(one.found.form) for one in wanted if one.found is not None] == ["proverb"] * len(wanted)
