"""Pages of our own in which nearly every clause can be looked up: the figures only go up.

`predicate_pages` are dense in nouns as predicates, modal verbs, lists and wages; `dense_pages` were written without
looking at any rule, m1–m4 read before rules were mended on public pages, n1–n3 never looked at.

The answers ("clause | action role=…", `none` where the contract has no action) were written before any run; first-run
figures stand in docs/quality.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tanik.core.span import Span
from tanik.facts.model import Facts, Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page

from .answers import alike, place_of, shared

_FOLDER = Path(__file__).parent
_FLOORS = {
    "predicate_pages": {"precision": 0.98, "recall": 0.7, "action": 0.85, "roles": 0.58},
    "dense_pages": {"precision": 0.97, "recall": 0.73, "action": 0.84, "roles": 0.59},
}
_ROLES = ("subject", "recipient", "object", "source", "place")


def _answers(lines: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    for line in lines.strip().splitlines():
        clause, _, rest = line.rpartition(" | ")
        action, _, slots = rest.partition(" ")
        yield clause.strip(), action, dict(re.findall(r"(\w+)=(.*?)(?= \w+=|$)", slots))


def _near(free: list[Statement], here: Span) -> Statement | None:
    """The statement that shares most with a clause, at least half of the shorter."""
    best = max(free, key=lambda one: shared(one.span, here), default=None)
    return best if best is not None and shared(best.span, here) >= 0.5 else None


def _right(told: dict[str, str], got: Statement, facts: Facts) -> int:
    """How many of the asked slots a statement fills as asked."""
    roles = got.firsts
    good = sum(
        place in told
        and place in roles
        and any(alike(told[place], word) for word in (roles[place].name, roles[place].text))
        for place in _ROLES
    )
    good += "when" in told and (got.when or "").rstrip("~?") == told["when"]
    return good + ("amount" in told and float(told["amount"]) in [facts.amounts[at].value for at in got.amounts])


@pytest.mark.parametrize("folder", _FLOORS)
def test_statements_of_dense_pages(folder: str) -> None:
    asked = hits = made = actions = acted = slots = filled = 0
    for path in sorted((_FOLDER / folder).glob("*.*")):
        source, answers = path.read_text(encoding="utf-8").split("### answers\n")
        page = read_page(source.encode(), path=path.name)
        facts = read_facts(page)
        free = list(facts.statements)
        made += len(free)
        for clause, action, told in _answers(answers):
            asked += 1
            got = _near(free, place_of(clause, page.text))
            slots += sum(place in told for place in (*_ROLES, "when", "amount"))
            if got is None:
                continue
            hits += 1
            free.remove(got)
            actions += action != "none"
            acted += action != "none" and got.action == action
            filled += _right(told, got, facts)
    figures = {"precision": hits / made, "recall": hits / asked, "action": acted / actions, "roles": filled / slots}
    assert {key: round(value, 3) for key, value in figures.items() if value < _FLOORS[folder][key]} == {}, figures
