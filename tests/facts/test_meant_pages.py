"""Who is meant on pages of our own: short names of a thread, offices of a fact-check, damaged letters, descriptions.

Each page in meant_pages/ has its answers behind it, written before any run: "# clause | action slot=…" and
"@ words => name" for the name that begins there. A page headed "damaged" is read in three forms, each with the letters
that one accident takes. The floors are of the rules as they are; first-run figures stand in docs/quality.md.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tanik.core.span import Span
from tanik.facts.model import Facts, Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page

from .answers import alike
from .test_lost_letters import damaged_as_latin, damaged_as_lost, damaged_as_mac

_PAGES = Path(__file__).parent / "meant_pages"
_FLOORS = {
    ("first", "whole"): {"slots": 0.8, "names": 0.53},
    ("first", "damaged"): {"slots": 0.6},
    ("second", "whole"): {"slots": 0.87, "names": 0.99},
    ("second", "damaged"): {"slots": 0.63, "names": 0.6},
}
_ROLES = ("subject", "recipient", "object")


def _blocks(name: str) -> list[tuple[bool, str, list[tuple[str, dict[str, str]]], list[tuple[str, str]]]]:
    found = []
    for block in re.split(r"^### ", (_PAGES / f"{name}.txt").read_text(encoding="utf-8"), flags=re.M)[1:]:
        head, *lines = block.splitlines()
        text = "\n".join(line for line in lines if not line.startswith(("# ", "@ "))).strip()
        answers = []
        for line in lines:
            if line.startswith("# "):
                clause, _, rest = line[2:].rpartition(" | ")
                action, _, slots = rest.partition(" ")
                answers.append((clause, {"action": action, **dict(re.findall(r"(\w+)=(.*?)(?= \w+=|$)", slots))}))
        names = [(line[2:].partition(" => ")[0], line.partition(" => ")[2]) for line in lines if line.startswith("@ ")]
        found.append(("damaged" in head, text, answers, names))
    return found


def _right(one: Statement, facts: Facts, want: dict[str, str]) -> int:
    roles = {place: role.name or role.text for place, role in one.firsts.items()}
    right = (one.action or "none") == want["action"]
    right += "when" in want and want["when"] == (one.when or "").rstrip("~?")
    right += "amount" in want and float(want["amount"]) in [facts.amounts[index].value for index in one.amounts]
    return right + sum(alike(want[place], roles.get(place, "")) for place in _ROLES if place in want)


def _figures(name: str, *, damaged: bool) -> dict[str, float]:
    forms: tuple[Callable[[str], str], ...] = (str,)
    if damaged:
        forms = (damaged_as_lost, damaged_as_latin, damaged_as_mac)
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for broken, text, answers, names in _blocks(name):
        for form in forms if broken or not damaged else ():
            page = read_page(f"{form(text)}\n".encode(), path="a.txt")
            facts = read_facts(page)
            for clause, want in answers:
                at = page.text.index(form(clause))
                here = Span(at, at + len(form(clause)))
                near = (one for one in facts.statements if one.span.overlaps(here))
                right["slots"] += max((_right(one, facts, want) for one in near), default=0)
                asked["slots"] += len(want)
            for words, wanted in names:
                at = page.text.index(form(words))
                right["names"] += any(one.span.start == at and one.name == wanted for one in facts.names)
                asked["names"] += 1
    return {kind: right[kind] / asked[kind] for kind in asked}


@pytest.mark.parametrize(("name", "form"), _FLOORS)
def test_who_is_meant(name: str, form: str) -> None:
    reached = _figures(name, damaged=form == "damaged")
    print(name, form, reached)
    assert {kind: share for kind, share in reached.items() if share < _FLOORS[name, form].get(kind, 0)} == {}
