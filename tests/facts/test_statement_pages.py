"""Statements of pages of our own, whose answers were written before the program read them: the figures only go up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tanik.core.span import Span
from tanik.facts.model import Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page

from .answers import alike, place_of, shared

_PAGES = Path(__file__).parent / "statement_pages"
_FLOORS = {"precision": 0.94, "recall": 0.86, "polarity": 0.98, "attributed": 0.77, "action": 0.88}


@dataclass(frozen=True, slots=True)
class Answer:
    """One clause with its values; `action` is None where the contract names none."""

    text: str
    action: str | None
    polarity: str
    authority: str | None


def _answers(lines: str) -> Iterator[Answer]:
    for line in lines.strip().splitlines():
        text, _, rest = line.rpartition(" | ")
        action, _, slots = rest.partition(" ")
        told = dict(re.findall(r"(\w+)=(.*?)(?= \w+=|$)", slots))
        yield Answer(
            text.strip(),
            None if action == "none" else action,
            told.get("polarity", "affirmed"),
            told.get("attributed_to"),
        )


def _best(free: list[Statement], here: Span) -> Statement | None:
    near = max(free, key=lambda one: shared(one.span, here), default=None)
    return near if near is not None and shared(near.span, here) >= 0.5 else None


def test_statements_on_pages_of_our_own() -> None:
    asked = hits = made = 0
    right = dict.fromkeys(("polarity", "attributed", "action"), 0)
    of = dict.fromkeys(right, 0)
    for path in sorted(_PAGES.glob("s*")):
        source, answers = path.read_text(encoding="utf-8").split("### answers\n")
        page = read_page(source.encode(), path=path.name)
        free = list(read_facts(page).statements)
        made += len(free)
        for answer in _answers(answers):
            asked += 1
            got = _best(free, place_of(answer.text, page.text))
            if got is None:
                continue
            hits += 1
            free.remove(got)
            right["polarity"] += got.polarity == answer.polarity
            of["polarity"] += 1
            if answer.authority is not None:
                right["attributed"] += alike(answer.authority, got.attributed_to)
                of["attributed"] += 1
            if answer.action is not None:
                right["action"] += got.action == answer.action
                of["action"] += 1
    figures = {"precision": hits / made, "recall": hits / asked, **{key: right[key] / of[key] for key in right}}
    assert {key: round(value, 3) for key, value in figures.items() if value < _FLOORS[key]} == {}, figures
