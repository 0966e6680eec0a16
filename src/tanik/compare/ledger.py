"""The ledger: what was asked, offered, promised, sent, arrived and used, by whom, to whom, when, on whose word.

Comes in: pages with their statements, and the events these belong to. Goes out: a `Ledger`: one line a statement and
amount, and totals. A stage is what the statement's own verb says and is never concluded from another: what was promised
is not sent, what was sent has not arrived. Totals add only affirmed lines of one stage, one unit and one thing, and a
sum that several statements of one event tell counts once.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from tanik.compare.model import Event, Examined, Ledger, LedgerLine, LedgerTotal, StatementRef
from tanik.compare.slots import stems_of
from tanik.core.fold import fold
from tanik.facts.model import Amount, Bound, Modality, Polarity, Statement

__all__ = ["find_ledger"]

_TIMES: Final = frozenset(("year", "month", "day", "hour", "percent", "km", "m"))
_STEM: Final = 5
_SHORT: Final = 3  # letters: what is left of a unit's suffix behind the figure


@dataclass(frozen=True, slots=True)
class _Stage:
    """Which roles of a statement of one stage give and receive."""

    name: str
    giver: str
    receiver: str


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows of ``ledger.toml``."""

    by_action: dict[str, _Stage]
    arrived: _Stage
    arrival: tuple[str, ...]
    papers: tuple[str, ...]


@cache
def _table() -> _Table:
    told = tomllib.loads(files("tanik.compare").joinpath("data", "ledger.toml").read_text(encoding="utf-8"))
    stages = {name: _Stage(name, row["giver"], row["receiver"]) for name, row in told["stages"].items()}
    actions = {action: stages[name] for name, row in told["stages"].items() for action in row["actions"]}
    coming = tuple(stem + ending for stem in told["arrival"]["stems"] for ending in ("", *told["arrival"]["endings"]))
    return _Table(actions, stages["arrived"], coming, tuple(told["papers"]["stems"]))


def find_ledger(pages: Sequence[Examined], events: Sequence[Event]) -> Ledger:
    """The lines in order of page and place, and what they add up to.

    >>> find_ledger((), ())
    Ledger(lines=(), totals=())
    """
    of_event = {ref: event.id for event in events for ref in event.statements}
    lines = tuple(
        line
        for page in sorted(pages, key=lambda page: page.id)
        for index, statement in enumerate(page.facts.statements)
        if statement.modality is not Modality.ASKED
        for line in _lines(page, statement, StatementRef(page.id, index), of_event)
    )
    return Ledger(lines, tuple(_totals(lines)))


def _lines(
    page: Examined, statement: Statement, ref: StatementRef, of_event: dict[StatementRef, str]
) -> Iterator[LedgerLine]:
    stage = _stage_of(statement)
    if stage is None:
        return
    roles = dict(statement.roles)
    giver, receiver = (roles.get(slot) for slot in (stage.giver, stage.receiver))
    told = roles.get("object")
    amounts = [page.facts.amounts[at] for at in statement.amounts]
    weighed: list[Amount | None] = [one for one in amounts if one.unit not in _TIMES]
    for amount in weighed or [None]:
        thing = _thing(amount, told.text if told is not None else "")
        if amount is None and (not thing or _is_paper(thing)):
            continue
        yield LedgerLine(
            stage=stage.name,
            statement=ref,
            thing=thing or None,
            amount=amount.text if amount is not None else None,
            value=amount.value if amount is not None and amount.problem is None else None,
            unit=amount.unit if amount is not None else None,
            bound=amount.bound.value if amount is not None else None,
            giver=(giver.name or giver.text) if giver is not None else None,
            receiver=(receiver.name or receiver.text) if receiver is not None else None,
            when=statement.when,
            source=statement.attributed_to,
            polarity=statement.polarity.value,
            modality=statement.modality.value,
            event=of_event.get(ref),
        )


def _stage_of(statement: Statement) -> _Stage | None:
    stage = _table().by_action.get(statement.action or "")
    if stage is None or stage.name != "sent":
        return stage
    last = fold(statement.text).split()[-2:]
    came = bool(last) and (last[-1] in _table().arrival or " ".join(last) in _table().arrival)
    return _table().arrived if came else stage


def _thing(amount: Amount | None, told: str) -> str:
    """What the amount is of: the page's word for it, else what is left of the object without figure and unit."""
    if amount is None:
        return " ".join(told.split())
    if amount.of is not None and fold(amount.of) not in fold(amount.text):
        return amount.of
    flat, figure = " ".join(told.split()), " ".join(amount.text.split())
    rest = flat.partition(figure)[2].strip(" ,'’") if figure in flat else ""
    words = rest.split()
    left_over = bool(words) and len(words[0]) < _SHORT
    return " ".join(words[1:] if left_over else words) or (amount.of or "")


def _is_paper(thing: str) -> bool:
    return any(word.startswith(_table().papers) for word in fold(thing).split())


def _totals(lines: Sequence[LedgerLine]) -> Iterator[LedgerTotal]:
    """Sums of exact, affirmed lines of one stage, unit, thing and pair of parties; two lines at least."""
    groups: dict[tuple[str, str, frozenset[str], str, str], list[LedgerLine]] = defaultdict(list)
    for line in lines:
        plain = line.polarity == Polarity.AFFIRMED and line.modality != Modality.CONDITIONAL
        if plain and line.value is not None and line.unit and line.bound == Bound.EXACT:
            things = frozenset(stems_of(line.thing or ""))
            parties = (fold(line.giver or "")[:_STEM], fold(line.receiver or "")[:_STEM])
            groups[line.stage, line.unit, things, *parties].append(line)
    for (stage, unit, things, *_), found in groups.items():
        counted = _once(found)
        if len(counted) > 1 and (things or unit not in ("count", "wagon", "tank_wagon")):
            value = sum(line.value or 0.0 for line in counted)
            first = counted[0]
            yield LedgerTotal(
                stage,
                first.thing,
                unit,
                value,
                tuple(line.statement for line in counted),
                first.giver,
                first.receiver,
            )


def _once(lines: Sequence[LedgerLine]) -> list[LedgerLine]:
    """Lines of which those of one event that tell the same sum count once."""
    seen: set[tuple[str, float]] = set()
    kept = []
    for line in lines:
        key = (line.event or f"{line.statement.page}:{line.statement.index}", line.value or 0.0)
        if key not in seen:
            seen.add(key)
            kept.append(line)
    return kept
