"""The sentence bank: passages with their statements, and how many of them are found and filled as answered.

Comes in: a file of blocks (`sentence_bank/README.md`). Goes out: figures, and a line for whatever differs. Short
passages in fields of verbs show what a page of the same words would hide behind its context.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

if __package__:
    from .answers import alike, place_of, shared
else:  # run as a command
    from answers import alike, place_of, shared

from tanik.facts.model import Facts, Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page

__all__ = ["Figures", "Passage", "passages_of", "score"]

_ROLES = ("subject", "recipient", "object")
_COMMENT = '<li class="comment"><b class="fn">{}</b><div class="comment-content"><p>{}</p></div></li>'
_POST = re.compile(r"@([^:\n]+): (.*)")


@dataclass(frozen=True, slots=True)
class Passage:
    """A few sentences: each asserted clause with its slots, and the clauses that assert nothing."""

    text: str
    answers: tuple[tuple[str, dict[str, str]], ...]
    idle: tuple[str, ...]


@dataclass(slots=True)
class Figures:
    """Counts over passages: clauses asked and found, slots asked, right and filled, idle clauses and those found.

    `voices` are the found clauses of which it is asked on whose word they stand, `heard` those put on the right one.
    """

    asked: int = 0
    found: int = 0
    slots: int = 0
    right: int = 0
    filled: int = 0
    voices: int = 0
    heard: int = 0
    idle: int = 0
    idle_found: int = 0
    lines: list[str] = field(default_factory=list)

    @property
    def shares(self) -> dict[str, float]:
        """`found` of the clauses; `slots` right of those asked; `precision`: right of those filled; `idle` kept out.

        `by`: of the found ones with that answer, those on the right word.
        """
        return {
            "found": self.found / max(1, self.asked),
            "slots": self.right / max(1, self.slots),
            "precision": self.right / max(1, self.filled),
            "by": self.heard / max(1, self.voices),
            "idle": 1 - self.idle_found / max(1, self.idle),
        }


def passages_of(path: Path) -> Iterator[Passage]:
    """The passages of one file, in order."""
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip()):
        lines = block.splitlines()
        answers = []
        for line in lines:
            if line.startswith("# "):
                clause, _, rest = line[2:].rpartition(" | ")
                action, _, slots = rest.partition(" ")
                answers.append(
                    (clause.strip(), {"action": action, **dict(re.findall(r"(\w+)=(.*?)(?= \w+=|$)", slots))})
                )
        text = "\n".join(line for line in lines if not line.startswith(("# ", "! ")))
        yield Passage(text, tuple(answers), tuple(line[2:].strip() for line in lines if line.startswith("! ")))


def page_source(text: str) -> tuple[bytes, str]:
    """A passage as a file and its name: plain text, or with `@name: words` lines an article and what readers wrote."""
    posts = [found for line in text.splitlines() if (found := _POST.fullmatch(line))]
    if not posts:
        return f"{text}\n".encode(), "a.txt"
    own = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if not _POST.fullmatch(line))
    written = "".join(_COMMENT.format(*map(escape, found.groups())) for found in posts)
    body = f'<article><div class="entry-content">{own}</div></article><ol class="comment-list">{written}</ol>'
    return f'<!DOCTYPE html><html lang="tr"><body>{body}</body></html>'.encode(), "a.html"


def _told(one: Statement, facts: Facts) -> dict[str, list[str]]:
    """What a statement gives for each slot, in every form that an answer may have."""
    told = {place: [role.name or role.text, role.text] for place, role in one.firsts.items() if place in _ROLES}
    told["thing"] = [*told.get("object", ()), *told.get("subject", ())]
    told |= {"action": [one.action or "none"], "polarity": [one.polarity.value]}
    told |= {"when": [one.when.rstrip("~?")]} if one.when else {}
    told |= {"by": [one.attributed_to]} if one.attributed_to else {}
    values = [facts.amounts[index].value for index in one.amounts]
    return told | ({"amount": [f"{value:g}" for value in values if value is not None]} if values else {})


def _is_right(slot: str, want: str, got: list[str]) -> bool:
    if want == "-":
        return not got
    if slot in (*_ROLES, "thing", "by"):
        return any(alike(want, value) for value in got)
    if slot == "amount":
        return f"{float(want):g}" in got
    return not {*want.split("/")}.isdisjoint(got) if slot == "action" else want in got


def score(passage: Passage, figures: Figures, *, fast: bool = True) -> None:
    """Add one passage to the figures."""
    source, name = page_source(passage.text)
    page = read_page(source, path=name)
    facts = read_facts(page, fast=fast)
    told = [(one.span, _told(one, facts)) for one in facts.statements]
    for clause, want in passage.answers:
        here = place_of(clause, page.text)
        near = [one for span, one in told if shared(span, here) >= 0.5]
        right = {id(one): [s for s, value in want.items() if _is_right(s, value, one.get(s, []))] for one in near}
        best = max(near, key=lambda one: len(right[id(one)]), default=None)
        figures.asked, figures.slots = figures.asked + 1, figures.slots + len(want)
        if best is None:
            figures.lines.append(f"MISSED {clause} | {want}")
            continue
        good = right[id(best)]
        figures.found, figures.right = figures.found + 1, figures.right + len(good)
        figures.filled += sum(bool(best.get(slot)) or value == "-" for slot, value in want.items())
        figures.voices, figures.heard = figures.voices + ("by" in want), figures.heard + ("by" in good)
        if bad := {slot: (value, best.get(slot)) for slot, value in want.items() if slot not in good}:
            figures.lines.append(f"WRONG  {clause} | {bad}")
    for clause in passage.idle:
        here = place_of(clause, page.text)
        figures.idle += 1
        if any(shared(span, here) >= 0.5 for span, _ in told):
            figures.idle_found += 1
            figures.lines.append(f"IDLE   {clause}")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        figures = Figures()
        for passage in passages_of(Path(name)):
            score(passage, figures)
        print(*figures.lines, sep="\n")
        print(
            name, f"{figures.asked} clauses, {figures.slots} slots", {k: round(v, 3) for k, v in figures.shares.items()}
        )
