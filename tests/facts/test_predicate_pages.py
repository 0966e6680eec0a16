"""Pages of our own that are dense in nouns as predicates, modal verbs, lists and wages: the figures only go up.

The answers ("clause | action role=…", `none` where the contract has no action) were written before any run; first-run
figures stand in docs/quality.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Facts, Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page

_PAGES = Path(__file__).parent / "predicate_pages"
_FLOORS = {"precision": 0.97, "recall": 0.62, "action": 0.8, "roles": 0.5}
_ROLES = ("subject", "recipient", "object", "source", "place")


def _answers(lines: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    for line in lines.strip().splitlines():
        clause, _, rest = line.rpartition(" | ")
        action, _, slots = rest.partition(" ")
        yield clause.strip(), action, dict(re.findall(r"(\w+)=(.*?)(?= \w+=|$)", slots))


def _near(free: list[Statement], here: Span) -> Statement | None:
    """The statement that shares most with a clause, at least half of the shorter."""

    def shared(one: Statement) -> float:
        both = min(one.span.end, here.end) - max(one.span.start, here.start)
        return max(both, 0) / max(1, min(len(one.span), len(here)))

    best = max(free, key=shared, default=None)
    return best if best is not None and shared(best) >= 0.5 else None


def _alike(want: str, got: str | None) -> bool:
    ours, theirs = ({word[:6] for word in re.findall(r"\w+", fold(value or ""))} for value in (want, got))
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def _right(told: dict[str, str], got: Statement, facts: Facts) -> int:
    """How many of the asked slots a statement fills as asked."""
    roles = dict(got.roles)
    good = sum(
        place in told
        and place in roles
        and any(_alike(told[place], word) for word in (roles[place].name, roles[place].text))
        for place in _ROLES
    )
    good += "when" in told and (got.when or "").rstrip("~?") == told["when"]
    return good + ("amount" in told and float(told["amount"]) in [facts.amounts[at].value for at in got.amounts])


def test_predicates_on_pages_of_our_own() -> None:
    asked = hits = made = actions = acted = slots = filled = 0
    for path in sorted(_PAGES.glob("*.txt")):
        source, answers = path.read_text(encoding="utf-8").split("### answers\n")
        page = read_page(source.encode(), path=path.name)
        facts = read_facts(page)
        free = list(facts.statements)
        made += len(free)
        for clause, action, told in _answers(answers):
            asked += 1
            found = re.search(r"\s+".join(map(re.escape, clause.split())), page.text)
            assert found is not None, clause
            got = _near(free, Span(found.start(), found.end()))
            slots += sum(place in told for place in (*_ROLES, "when", "amount"))
            if got is None:
                continue
            hits += 1
            free.remove(got)
            actions += action != "none"
            acted += action != "none" and got.action == action
            filled += _right(told, got, facts)
    figures = {"precision": hits / made, "recall": hits / asked, "action": acted / actions, "roles": filled / slots}
    assert {key: round(value, 3) for key, value in figures.items() if value < _FLOORS[key]} == {}, figures
