"""English pages of our own with their answers in every layer: a talk page, a blog, a forum, a museum's text.

The answers stand below each page and were written before any run, after the conventions of the development pages;
facts are invented. First-run figures stand in docs/quality.md, the floors are of the rules as mended since.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tanik.core.span import Span
from tanik.facts.model import Facts, Statement
from tanik.facts.read import read as read_facts
from tanik.page.model import Page
from tanik.page.read import read as read_page

from .answers import alike, shared

_FOLDER = Path(__file__).parent / "english_pages"
_FLOORS = {
    "dates": 0.87,
    "amounts": 1.0,
    "names": 1.0,
    "quotations": 1.0,
    "precision": 0.9,
    "recall": 0.84,
    "action": 0.95,
    "slots": 0.83,
    "when": 1.0,
    "polarity": 0.97,
    "teller": 0.8,
}
_SLOTS = ("subject", "recipient", "object")


@cache
def _pages() -> tuple[tuple[Page, Facts, tuple[tuple[str, tuple[str, ...]], ...]], ...]:
    found = []
    for path in sorted(_FOLDER.glob("*.txt")):
        source, below = path.read_text(encoding="utf-8").split("### answers\n")
        page = read_page(source.encode(), path=path.name)
        lines = (line.partition(": ")[::2] for line in below.strip().splitlines())
        found.append((page, read_facts(page), tuple((kind, tuple(rest.split(" | "))) for kind, rest in lines)))
    return tuple(found)


def _span(text: str, words: str) -> Span:
    match = re.search(r"(?<!\w)" + re.escape(words), text)
    assert match is not None, words
    return Span(match.start(), match.end())


def _values(page: Page, facts: Facts, layer: str) -> Counter[tuple[str, ...]]:
    """What was found in a layer, in the words of the answers."""
    if layer == "date":
        return Counter((one.text, one.edtf or "") for one in facts.dates)
    if layer == "amount":
        return Counter((one.text, f"{one.value:g} {one.unit}") for one in facts.amounts)
    return Counter({(one.text, one.name, str(one.kind)): 1 for one in facts.names})


def _layer(layer: str) -> float:
    """F1 of dates, amounts or names: text and value must be right."""
    right = asked = made = 0
    for page, facts, answers in _pages():
        want = Counter(values for kind, values in answers if kind == layer)
        got = _values(page, facts, layer)
        right, asked, made = right + sum((want & got).values()), asked + sum(want.values()), made + sum(got.values())
    return 2 * right / (asked + made)


def _quotations() -> float:
    """The share of quotations found with their speaker."""
    held = []
    for page, facts, answers in _pages():
        for words, speaker in (values for kind, values in answers if kind == "quote"):
            here = _span(page.text, words)
            held.append(any(one.span.overlaps(here) and alike(speaker, one.speaker) for one in facts.quotations))
    return sum(held) / len(held)


def _matched() -> Iterator[tuple[dict[str, str], str | None, Statement | None]]:
    for page, facts, answers in _pages():
        free = list(facts.statements)
        for clause, rest in (values for kind, values in answers if kind == "statement"):
            action, _, slots = rest.partition(" ")
            told = dict(re.findall(r"(\w+)=(.*?)(?= \w+=|$)", slots))
            here = _span(page.text, clause)
            near = max(free, key=lambda one: (shared(one.span, here), one.action == action), default=None)
            if near is not None and shared(near.span, here) < 0.5:
                near = None
            if near is not None:
                free.remove(near)
            yield told, None if action == "none" else action, near


def _statements() -> dict[str, float]:
    """Recall of statements, and of those found the shares of actions, slots, polarities and tellers right."""
    rows = list(_matched())
    found = [(told, action, one) for told, action, one in rows if one is not None]
    made = sum(len(facts.statements) for _, facts, _ in _pages())
    slots = [
        alike(told[slot], role.name or role.text) if (role := one.first(slot)) is not None else False
        for told, _, one in found
        for slot in _SLOTS
        if slot in told
    ]
    return {
        "precision": len(found) / made,
        "recall": len(found) / len(rows),
        "action": sum(one.action == action for _, action, one in found) / len(found),
        "slots": sum(slots) / len(slots),
        "when": sum(one.when == told["when"] for told, _, one in found if "when" in told)
        / sum("when" in told for told, _, _ in found),
        "polarity": sum(str(one.polarity) == told.get("polarity", "affirmed") for told, _, one in found) / len(found),
        "teller": sum(
            alike(told["attributed_to"], one.attributed_to) for told, _, one in found if "attributed_to" in told
        )
        / sum("attributed_to" in told for told, _, _ in found),
    }


def figures() -> dict[str, float]:
    """Every layer's figure over the four pages."""
    layers = {f"{layer}s": _layer(layer) for layer in ("date", "amount", "name")}
    return layers | {"quotations": _quotations()} | _statements()


def test_english_pages_stay_above_their_floors() -> None:
    reached = figures()
    assert {name: share for name, share in reached.items() if share < _FLOORS[name]} == {}
