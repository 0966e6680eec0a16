"""The tables that statements are read with: each row is found in its example and names a contract action."""

from __future__ import annotations

import csv
from importlib.resources import files

from tanik.core.span import Span
from tanik.facts.model import Facts
from tanik.facts.statements.lexis.lexicon import frame
from tanik.facts.statements.lexis.verbs import find_predicates
from tanik.facts.statements.lexis.words import words_of


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(files("tanik.facts").joinpath("data", name).read_text(encoding="utf-8").splitlines()))


def test_every_verb_is_found_in_its_example() -> None:
    for row in _rows("verbs.csv"):
        words = words_of(row["example"], Span(0, len(row["example"])), Facts(), ())
        verbs = {found.verb for one in find_predicates(words, row["language"]) for found in one.rows}
        assert row["verb"] in verbs, row
        assert row["source"]
        assert frame(row["frame"])


def test_every_action_is_one_of_the_contracts() -> None:
    known = {
        "transfer",
        "promise",
        "request",
        "offer",
        "accept",
        "refuse",
        "say",
        "write",
        "sign",
        "publish",
        "order",
        "appoint",
        "dismiss",
        "found",
        "abolish",
        "attack",
        "occupy",
        "liberate",
        "defeat",
        "lose",
        "kill",
        "die",
        "born",
        "move",
        "meet",
        "begin",
        "end",
        "use",
    }
    for name in ("verbs.csv", "verbs_english.csv", "deeds.csv"):
        for row in _rows(name):
            # a verb that only reports ("counted") has no action; "none" is a deed that the contract does not name
            own = {"", "none"} if row.get("reports") else {"none"}
            assert {row["action"], row.get("negated") or row["action"]} <= known | own
            assert row["source"]
            assert row["example"]
