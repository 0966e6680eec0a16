"""Accounts of one sum that several tellers give: "Sinan Er 40 bin lira demekte. Sabri Tan, 30 bin lira."

Comes in: accounts (statements with their pages), in order. Goes out: groups of two or more. A page that asks how much
it was lists who says what, mostly without saying again what the sum is of: statements that follow one another, each
with one sum on another's word, are accounts of one sum where at least one of them leaves the verb out (its rule says
so). The same teller with the same sum on another page is the same account, whatever that page says of who gave it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tanik.compare.model import Conflict, StatementRef
from tanik.compare.slots import Account, money, same_word
from tanik.facts.model import Amount, Role, Statement

__all__ = ["LISTED", "as_accounts", "deed_of", "find_tellings", "is_told", "teller_of", "with_tellers"]

LISTED: Final = "statement-figure-account"
"""The rule of a sum that is given on one more teller's word, its verb left out."""

_SAID: Final = ("say", None)


def teller_of(account: Account) -> str | None:
    """On whose word an account stands: its authority, or, of a sum that somebody says, who says it."""
    _, statement, _ = account
    said = statement.first("subject") if statement.action == "say" else None
    return statement.attributed_to or (said.name if said is not None else None)


def find_tellings(accounts: Sequence[Account]) -> list[list[Account]]:
    """The groups of accounts of one sum, each in the order of `accounts`.

    >>> find_tellings([])
    []
    """
    groups: dict[StatementRef, list[Account]] = {}
    for run in _runs(accounts):
        _join(groups, run)
    listed = [account for found in groups.values() for account in found]
    for account in accounts:
        same = next((one for one in listed if account[0] not in groups and _is_same_account(one, account)), None)
        if same is not None:
            _join(groups, [same, account])
    seen = {id(found): found for found in groups.values()}
    order = {account[0]: place for place, account in enumerate(accounts)}
    return [sorted(found, key=lambda one: order[one[0]]) for found in seen.values()]


def is_told(found: Sequence[Account]) -> bool:
    """Whether a group is of accounts of one sum, of which one is listed without its verb."""
    return any(statement.rule == LISTED for _, statement, _ in found)


def as_accounts(found: Sequence[Account]) -> list[Account]:
    """The accounts with what is compared of them alone: whoever says a sum did nothing, and what it is of is one."""
    return [(ref, replace(statement, roles=tuple(_compared(statement))), facts) for ref, statement, facts in found]


def _compared(statement: Statement) -> Iterator[tuple[str, Role]]:
    for place, role in statement.roles:
        if place != "object" and (place != "subject" or statement.action != "say"):
            yield place, role


def with_tellers(conflicts: Sequence[Conflict], found: Sequence[Account]) -> tuple[Conflict, ...]:
    """The conflicts, with each sum followed by whoever gives it: "300 bin lira (Sabri Tan)"."""
    sums = [(_sum_of(account), teller_of(account)) for account in found]
    values = tuple(dict.fromkeys(f"{one.text} ({teller})" for one, teller in sums if one is not None))
    return tuple(replace(one, values=values) if one.on == "amount" else one for one in conflicts)


def deed_of(found: Sequence[Account]) -> str | None:
    """What was done with the sum: the first deed that one of the accounts tells, before its being said."""
    told = [statement.action for _, statement, _ in found]
    return next((action for action in told if action not in _SAID), told[0])


def _join(groups: dict[StatementRef, list[Account]], found: Sequence[Account]) -> None:
    """Put accounts into one group with all that already go with one of them."""
    whole: dict[StatementRef, Account] = {}
    for account in found:
        whole |= {one[0]: one for one in groups.get(account[0], [account])}
    made = list(whole.values())
    groups.update(dict.fromkeys(whole, made))


def _sum_of(account: Account) -> Amount | None:
    """The one sum of money that an account gives, else None."""
    _, statement, facts = account
    sums = [facts.amounts[at] for at in statement.amounts]
    return sums[0] if len(sums) == 1 and sums[0].unit in money() else None


def _runs(accounts: Sequence[Account]) -> Iterator[list[Account]]:
    """Statements of a page that follow one another, each with a sum on another's word, of which one is only listed."""
    pages: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        pages[account[0].page].append(account)
    for found in pages.values():
        run: list[Account] = []
        for account in found:
            goes_on = not run or account[0].index == run[-1][0].index + 1
            if not (goes_on and _may_be_listed(account, run)):
                yield from [run] if _is_list(run) else []
                run = []
            run += [account] if _may_be_listed(account, run) else []
        yield from [run] if _is_list(run) else []


def _may_be_listed(account: Account, run: Sequence[Account]) -> bool:
    """Whether an account gives a sum on the word of somebody whom the run does not yet have."""
    teller = teller_of(account)
    return teller is not None and _sum_of(account) is not None and teller not in map(teller_of, run)


def _is_list(run: Sequence[Account]) -> bool:
    return len(run) > 1 and any(statement.rule == LISTED for _, statement, _ in run)


def _is_same_account(one: Account, other: Account) -> bool:
    """Whether another page has the same sum on the same teller's word."""
    left, right = _sum_of(one), _sum_of(other)
    tellers = teller_of(one), teller_of(other)
    if one[0].page == other[0].page or left is None or right is None or None in tellers:
        return False
    actions = one[1].action, other[1].action
    alike = actions[0] == actions[1] or any(action in _SAID for action in actions)
    same = (left.unit, left.value) == (right.unit, right.value)
    return alike and same and same_word(tellers[0] or "", tellers[1] or "")
