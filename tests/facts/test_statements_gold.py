"""Statements on the development pages, measured on hand-made dates, amounts and names: the figures only go up."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import (
    Amount,
    Basis,
    Calendar,
    DateMention,
    Facts,
    Name,
    NameKind,
    Quotation,
    QuotationForm,
    Statement,
)
from tanik.facts.statements.find import find_statements
from tanik.page.read import read


def _score(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score_statements", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _gold_facts(item: dict[str, Any], text: str, locate: Callable[[str, str], list[tuple[int, int]]]) -> Facts:
    """The hand-made dates, amounts and names of a page: statements are measured on these and nothing guessed."""

    def apart(kind: str) -> list[tuple[Span, dict[str, Any]]]:
        found = sorted(
            ((Span(*place), one) for one in item.get(kind) or [] for place in locate(text, one["text"])),
            key=lambda pair: (pair[0].start, -len(pair[0])),
        )
        kept: list[tuple[Span, dict[str, Any]]] = []
        for span, one in found:
            if not kept or kept[-1][0].end <= span.start:
                kept.append((span, one))
        return kept

    return Facts(
        tuple(
            DateMention(span, span.of(text), one["edtf"], Calendar(one["calendar"]), Basis.WRITTEN, "gold")
            for span, one in apart("dates")
        ),
        tuple(
            Amount(span, span.of(text), float(one["value"]), one["unit"], "gold", of=one.get("of"))
            for span, one in apart("amounts")
        ),
        tuple(
            Name(span, span.of(text), one["name"], NameKind(one["kind"]), fold(one["name"]), "gold")
            for span, one in apart("names")
            if not text[: span.start][-1:].isalnum()
        ),
        (),
        tuple(
            Quotation(span, span.of(text), QuotationForm(one.get("form") or "direct"), "“”", "gold", one.get("speaker"))
            for span, one in apart("quotations")
        ),
    )


def _as_found(one: Statement, facts: Facts) -> dict[str, Any]:
    return {
        "start": one.span.start,
        "end": one.span.end,
        "action": one.action,
        "roles": {place: {"text": role.text, "name": role.name} for place, role in one.firsts.items()},
        "when": one.when,
        "amounts": [{"value": facts.amounts[index].value} for index in one.amounts],
        "attributed_to": one.attributed_to,
        "polarity": one.polarity.value,
    }


FLOORS = {"statements": 0.81, "slots": 0.69, "polarity": 0.97, "attributed to": 0.87}


def test_gold_floors(shared: Path) -> None:
    """F1 of statements, share of slots and of polarities right: only upwards."""
    score = _score(shared)
    hit = missed = wrong = right = asked = 0
    tally: dict[str, list[int]] = {}
    for line in (shared / "gold" / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        folder = shared / "gold" / "pages"
        path = next(p for p in (folder / f"{item['id']}.html", folder / f"{item['id']}.txt") if p.exists())
        page = replace(read(path.read_bytes(), path=str(path)), id=item["id"])
        facts = _gold_facts(item, page.text, score.locate)
        made = {"text": page.text, "statements": [_as_found(one, facts) for one in find_statements(page, facts)]}
        counts = score.match_layer("statements", page.text, item["statements"], made["statements"])
        hit, missed, wrong = hit + counts[0], missed + len(counts[1]), wrong + len(counts[2])
        score.particulars({"statements": item["statements"]}, made, tally)
        for one in item["statements"]:
            got = score.slots(one, page.text, made)
            right, asked = right + got[0], asked + got[1]
    assert 2 * hit / (2 * hit + missed + wrong) >= FLOORS["statements"]
    assert right / asked >= FLOORS["slots"]
    for name in ("polarity", "attributed to"):
        assert tally[name][0] / tally[name][1] >= FLOORS[name]
