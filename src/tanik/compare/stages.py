"""Which stage of a deal a statement tells of: asked, offered, promised, sent, arrived or used.

Comes in: a page and one of its statements. Goes out: the stage, with the roles that give and receive in it, or None.
The stage is what the statement's own verb says; of an item of a list or a table's row it is the verb of the line above.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from tanik.compare.model import Examined
from tanik.core.fold import fold
from tanik.core.tables import read_toml
from tanik.facts.model import Statement

__all__ = ["Stage", "stage_of", "table"]

_HEADED: Final = frozenset(("statement-listed", "statement-table"))
_ENTRY: Final = "statement-entry"
_TO_COME: Final = re.compile(r"[ae]c[ae](?:k(?:t[iu]r?|m[iu]s)?|klard[iu]|kler?d[iu])(?:l[ae]r)?\W*$")
_WOULD: Final = re.compile(  # folded: "declared that it would give"
    r"\b(?:vould|vill|shall|(?:vas|vere|is|are) to) (?:\w+ly |soon |also |not )*(?:be )?"
    r"(?:give|send|sent|pay|paid|deliver|grant|hand|transfer|provide|suppl|lend|lent|ship|furnish)"
)
_BEING: Final = frozenset(("vas", "vere", "been", "be", "is", "are", "being"))  # folded
_PREDICATE: Final = 3  # words of a Turkish clause at its end: "ele geçirilmiş oldu"
_TO_HEADS_END: Final = re.compile(r"[^:\n]*")


@dataclass(frozen=True, slots=True)
class Stage:
    """Which roles of a statement of one stage give and receive."""

    name: str
    giver: str
    receiver: str


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of ``ledger.toml``."""

    by_action: dict[str, Stage]
    arrived: Stage
    arrival: frozenset[str]
    arriving: re.Pattern[str]
    coming_here: re.Pattern[str]
    coming: frozenset[str]
    papers: tuple[str, ...]
    calls: tuple[str, ...]
    seized: re.Pattern[str]
    instruments: tuple[str, ...]


@cache
def table() -> Table:
    """The rows of ``ledger.toml``, read once.

    >>> table().by_action["request"].giver, "geldi" in table().arrival
    ('recipient', True)
    """
    told = read_toml("tanik.compare", "ledger.toml")
    stages = {name: Stage(name, row["giver"], row["receiver"]) for name, row in told["stages"].items()}
    actions = {action: stages[name] for name, row in told["stages"].items() for action in row["actions"]}
    came = told["arrival"]
    arrival = frozenset(stem + ending for stem in came["stems"] for ending in ("", *came["endings"]))
    # of a list's head the participle, or the verb at its end: "gelen mallar", "teslim etti"
    stems, endings = "|".join(sorted(came["stems"])), "|".join(sorted(came["endings"]))
    deed = re.compile(rf"(?:{stems})(?:y?[iu]s|m[ae]s)[iu]|var[iu]s[iu]")  # "tüfeklerin gelmesi", "varışı"
    coming_here = re.compile(rf"\b(?:{stems})(?:(?:y?[ae]n|[dt][iu]g[iu]|[dt][iu]kl[ae]r)\w*|(?:{endings})$)")
    papers, calls, laws = (tuple(told[group]["stems"]) for group in ("papers", "calls", "instruments"))
    coming, seized = frozenset(came["actions"]), re.compile(rf"\b(?:{'|'.join(told['seized']['stems'])})")
    return Table(actions, stages["arrived"], arrival, deed, coming_here, coming, papers, calls, seized, laws)


def stage_of(page: Examined, statement: Statement) -> Stage | None:
    """The stage of a deal that a statement tells of, or None where it tells of none or only of what was to come."""
    stage = table().by_action.get(statement.action or "")
    told = fold(statement.text)
    words = told.split()
    if statement.action == "transfer" and (_TO_COME.search(told) or _WOULD.search(told)):
        return None  # "silahlar verilecekti": whether they were sent is not told
    predicate = told if page.page.language == "en" else " ".join(words[-_PREDICATE:])
    called = any(word.startswith(table().calls) for word in words[-2:])  # "elçiyi cepheye çağırdı"
    if called or (statement.action == "transfer" and table().seized.search(predicate)):
        return None  # "337 top ele geçirildi"
    if statement.action not in table().coming:
        return stage
    if statement.rule in _HEADED:
        return table().arrived if table().coming_here.search(fold(_head_of(page, statement))) else stage
    # The predicate stands at the end of a Turkish clause; in an English one it may stand anywhere, but "the guns
    # delivered by Kars" says of them who brought them and not that.
    said = [
        word
        for before, word, behind in zip(["", *words], words, [*words[1:], ""], strict=False)
        if behind != "by" or before in _BEING
    ]
    last = said if page.page.language == "en" else words[-1:]
    if statement.rule == _ENTRY and words and table().arriving.fullmatch(words[-1].rstrip(".")):
        return table().arrived
    came = any(word in table().arrival for word in last) or " ".join(words[-2:]) in table().arrival
    return table().arrived if came else stage


def _head_of(page: Examined, statement: Statement) -> str:
    """The words of a list's or a table's head from the first place that an item has there: "Kars'a gelen mallar"."""
    given = [role.span for _, role in statement.roles if not statement.says(role)]
    if not given:
        return ""
    start, end = min(span.start for span in given), max(span.end for span in given)
    told = _TO_HEADS_END.match(page.page.text, end)
    return page.page.text[start : told.end() if told is not None else end]
