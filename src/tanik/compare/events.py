"""Statements about one event laid together, within a page and across pages.

Comes in: pages and the groups of copied passages. Goes out: events of two statements or more. Two statements go
together if they have the same action, two slots that agree (doer, receiver, thing, time) and none that forbids it.
So do accounts of one sum by several tellers (`tellings`).
Beside that stands the suspect event: the same list of quantities told in two places, which is one shipment told
twice more often than two equal ones. Order of the pages changes nothing: statements are taken by page id and place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

from tanik.compare.copies import independent_groups
from tanik.compare.dates import is_day
from tanik.compare.grouping import find_clusters
from tanik.compare.model import Conflict, CopyGroup, Event, Examined, Place, StatementRef
from tanik.compare.reckoning import TIMES
from tanik.compare.slots import HARDEST, Account, compare_slots, same_word, span_of_dates, value_of
from tanik.compare.tellings import as_accounts, deed_of, find_tellings, is_told, with_tellers
from tanik.compare.wordings import says
from tanik.core.fold import fold
from tanik.facts.model import Facts, Modality, Role, Statement

__all__ = ["find_events", "is_suspect"]

_MANY: Final = 2  # equal quantities that two places must share to be suspected of telling one shipment
_GIVEN: Final = frozenset(("transfer", "promise"))
_NO_CHANCE: Final = 20  # a smaller number is often equal by chance
_APART: Final = 80  # characters: accounts side by side go on with one another
_SHIPPED: Final = frozenset(("transfer", "say", "promise", "use"))


def _accounts(pages: Sequence[Examined]) -> list[Account]:
    return [
        (StatementRef(page.id, index), statement, page.facts)
        for page in sorted(pages, key=lambda page: page.id)
        for index, statement in enumerate(page.facts.statements)
        if statement.action is not None and statement.modality not in (Modality.ASKED, Modality.CONDITIONAL)
    ]


def _cargo(statement: Statement, facts: Facts) -> tuple[tuple[float, str], ...]:
    amounts = [facts.amounts[index] for index in statement.amounts]
    return tuple((amount.value, amount.unit) for amount in amounts if amount.unit not in TIMES and amount.value > 1)


def _shipments(accounts: Sequence[Account]) -> Iterator[list[Account]]:
    """Statements of two places that share a list of quantities."""
    places: dict[tuple[str, int], list[Account]] = defaultdict(list)
    for account in accounts:
        ref, statement, facts = account
        if statement.action in _SHIPPED and _cargo(statement, facts):
            places[ref.page, statement.span.start].append(account)
    lists = {
        place: {pair for _, statement, facts in found for pair in _cargo(statement, facts)}
        for place, found in places.items()
    }
    taken: set[tuple[str, int]] = set()
    for place in sorted(places):
        if place in taken:
            continue
        others = [p for p in sorted(places) if p > place and p not in taken and len(lists[p] & lists[place]) >= _MANY]
        if others:
            taken.update(others)
            yield [account for p in (place, *others) for account in places[p]]


def _told_again(accounts: Sequence[Account]) -> Iterator[list[Account]]:
    """Two statements far apart on one page that have one giver, one receiver and one amount, and two days or cargoes.

    One amount alone may be equal by chance, so giver and receiver must be the same too, and the second must not call
    itself another one ("yine", "daha").
    """
    by_deed: dict[tuple[str, str | None, float, str], list[Account]] = defaultdict(list)
    for account in accounts:
        ref, statement, facts = account
        cargo = [pair for pair in _cargo(statement, facts) if pair[0] >= _NO_CHANCE]
        if statement.action in _GIVEN and len(cargo) == 1 and not says(fold(statement.text), "one_more"):
            by_deed[ref.page, statement.action, *cargo[0]].append(account)
    for found in by_deed.values():
        for one, two in combinations(found, 2):
            if _is_one_deed(one[1], two[1]):
                yield [one, two]
                break


def _is_one_deed(one: Statement, two: Statement) -> bool:
    """Whether two statements of one amount name one giver and one receiver, and differ in their day or their thing."""
    apart = two.span.start - one.span.end > _APART
    alike = all(_same_role(one, two, slot) for slot in ("subject", "recipient"))
    told = (one.when, two.when)
    other_day = all(map(is_day, told)) and one.when != two.when
    things = (value_of(one, "object"), value_of(two, "object"))
    other_thing = None not in things and None in told and not same_word(things[0] or "", things[1] or "")
    return apart and alike and (other_day or other_thing)


def _same_role(one: Statement, two: Statement, slot: str) -> bool:
    values = (value_of(one, slot), value_of(two, slot))
    if None in values:
        return False
    named = same_word(values[0] or "", values[1] or "")
    return named or same_word(*(" ".join(role.text for role in told.fillers(slot)) for told in (one, two)))


def is_suspect(event: Event) -> bool:
    """Whether an event is one shipment told twice, with another cargo or at another time."""
    return event.id.startswith("s") and any(conflict.on in ("object", "when") for conflict in event.conflicts)


def _matched(accounts: Sequence[Account]) -> list[list[Account]]:
    """Of a suspect event, the accounts that have the same quantity, laid side by side."""
    by_quantity: dict[tuple[float, str], list[Account]] = defaultdict(list)
    for account in accounts:
        for pair in _cargo(account[1], account[2]):
            by_quantity[pair].append(_with_its_object(account, pair))
    return [found for found in by_quantity.values() if len(found) > 1]


def _with_its_object(account: Account, pair: tuple[float, str]) -> Account:
    """An account of one quantity without an object that is of another one, or is what is said ("… bilinmiyor deniyor").

    Objects of two quantities are two things of one shipment and no two tellings of it.
    """
    ref, statement, facts = account
    told = {at: (facts.amounts[at].value, facts.amounts[at].unit) == pair for at in statement.amounts}

    def is_kept(role: Role) -> bool:
        held = [own for at, own in told.items() if facts.amounts[at].span.overlaps(role.span)]
        return any(held) or (not held and statement.action != "say")

    roles = tuple((slot, role) for slot, role in statement.roles if slot != "object" or is_kept(role))
    return ref, replace(statement, roles=roles), facts


def _joined(conflicts: Sequence[Conflict]) -> tuple[Conflict, ...]:
    """Conflicts on one slot made one, with the hardest of their verdicts."""
    by_slot: dict[str, list[Conflict]] = defaultdict(list)
    for conflict in conflicts:
        by_slot[conflict.on].append(conflict)
    return tuple(
        Conflict(
            slot,
            tuple(dict.fromkeys(value for one in found for value in one.values)),
            tuple(sorted({ref for one in found for ref in one.statements})),
            *min(((one.verdict, one.why) for one in found), key=lambda item: HARDEST.index(item[0])),
        )
        for slot, found in by_slot.items()
    )


def find_events(pages: Sequence[Examined], copies: Sequence[CopyGroup]) -> tuple[Event, ...]:
    """Events of two statements or more, in order of their first statement; ids ``s1…`` are suspect ones."""
    accounts = _accounts(pages)
    shipments = list(_shipments(accounts))
    taken = {account[0] for found in shipments for account in found}
    shipments += [found for found in _told_again(accounts) if not taken & {account[0] for account in found}]
    used = {account[0] for found in shipments for account in found}
    rest = [account for account in accounts if account[0] not in used]
    told = find_tellings(rest)
    used = {account[0] for found in told for account in found}
    clusters = [*told, *find_clusters([account for account in rest if account[0] not in used])]
    events = [_event(f"s{number}", found, pages, copies, suspect=True) for number, found in enumerate(shipments, 1)]
    ordered = sorted(clusters, key=lambda cluster: cluster[0][0])
    events += [_event(f"e{number}", found, pages, copies, suspect=False) for number, found in enumerate(ordered, 1)]
    return tuple(sorted(events, key=lambda event: event.statements[0]))


def _event(
    identifier: str, found: Sequence[Account], pages: Sequence[Examined], copies: Sequence[CopyGroup], *, suspect: bool
) -> Event:
    if suspect:
        sides = [compare_slots(side, suspect=True) for side in _matched(found)]
        agree = tuple(dict.fromkeys(slot for one, _ in sides for slot in one))
        conflicts = _joined([conflict for _, many in sides for conflict in many])
        agree = tuple(slot for slot in agree if slot not in {conflict.on for conflict in conflicts})
    else:
        agree, conflicts = compare_slots(as_accounts(found) if is_told(found) else found)
        conflicts = with_tellers(conflicts, found) if is_told(found) else conflicts
    identifiers = sorted({account[0].page for account in found})
    return Event(
        id=identifier,
        action=(deed_of(found) if is_told(found) else found[0][1].action) or "",
        when=span_of_dates(found),
        statements=tuple(sorted(account[0] for account in found)),
        agree=agree,
        conflicts=conflicts,
        independent=independent_groups(
            identifiers, copies, pages, [Place(account[0].page, account[1].span) for account in found]
        ),
    )
