"""Which accounts go together as one event.

Comes in: accounts (statements with their pages). Goes out: groups of two or more. Two accounts go together if they
have the same action, two slots that agree (doer, receiver, thing, day, place) and none that forbids it; an account
joins the first group all of whose members it goes with. Agreement needs a shared word or day, so each group is found
by the words and days of its first account, and work grows with the accounts that have something in common.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tanik.compare.dates import bounds
from tanik.compare.slots import ONCE, SLOTS, Account, same_deed, stems_of, thing_of, value_of
from tanik.core.fold import fold

__all__ = ["find_clusters"]

_VAGUE: Final = frozenset(("say", "write", "move", "use"))
_DEALS: Final = frozenset(("transfer", "promise", "offer", "request", "use"))
_TOTAL: Final = re.compile(
    r"\b(?:toplam(?:da)?|topyekun|tamami|umumi yekun|umumilikde|cemi|in total|in all|altogether)\b"
)
_LOT: Final = re.compile(r"\b(?:ilk|birinci|ikinci|ucuncu|son|first|second|third|last)\b|\b(?:parti|taksit|kafile)\w*")
_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class _Profile:
    """What of an account is compared: the stems of its slots, and the first and last day it can mean."""

    account: Account
    action: str
    stems: tuple[frozenset[str], ...]
    place: frozenset[str]
    when: tuple[str, str] | None
    total: bool
    lot: bool

    @property
    def needed(self) -> int:
        """How many slots must agree; deeds of every day need one more."""
        return 3 if self.action in _VAGUE else 2


def _profile(account: Account) -> _Profile:
    statement = account[1]
    stems = tuple(thing_of(statement, account[2], slot) for slot in SLOTS)
    place = stems_of(value_of(statement, "place") or "")
    said, deals = fold(statement.text), statement.action in _DEALS
    total = deals and _TOTAL.search(said) is not None
    lot = deals and not total and _LOT.search(said) is not None
    return _Profile(account, statement.action or "", stems, place, bounds(statement.when), total, lot)


def _agreement(one: _Profile, other: _Profile) -> int | None:
    """How many slots agree, or None where one of them forbids that both are about the same."""
    if (one.total and other.lot) or (one.lot and other.total):
        return None  # what was given in all is no account of its first lot
    agreed = 0
    for left, right in zip(one.stems, other.stems, strict=True):
        if left and right:
            if not (left <= right or right <= left):
                return None
            agreed += 1
    if one.when is not None and other.when is not None:
        if one.when[0] > other.when[1] or other.when[0] > one.when[1]:
            return None
        agreed += one.when[0] == one.when[1] == other.when[0] == other.when[1]
    # Two places may be one inside the other, so other words do not forbid; the same word says a little more.
    return agreed + bool(agreed and one.place and one.place == other.place)


def _together(one: _Profile, other: _Profile) -> bool:
    if same_deed(one.account[1], other.account[1]):
        return True
    agreed = _agreement(one, other)
    return agreed is not None and agreed >= one.needed


def _keys(profile: _Profile) -> list[set[_Key]]:
    """For each slot the keys under which an account that agrees in it is filed."""
    slots = [{(profile.action, slot, stem) for stem in stems} for slot, stems in zip(SLOTS, profile.stems, strict=True)]
    slots.append({(profile.action, "place", stem) for stem in profile.place})
    if profile.when is not None and profile.when[0] == profile.when[1]:
        slots.append({(profile.action, "when", profile.when[0])})
    return slots


class _Groups:
    """Groups so far, filed by what their first account has."""

    def __init__(self) -> None:
        self.members: list[list[_Profile]] = []
        self._filed: dict[_Key, set[int]] = defaultdict(set)

    def add(self, profile: _Profile) -> None:
        """Put an account into the first group all of whose members it goes with, or into one of its own."""
        slots = _keys(profile)
        for number in self._candidates(profile, slots):
            if all(_together(profile, other) for other in self.members[number]):
                self.members[number].append(profile)
                return
        for key in {key for keys in slots for key in keys}:
            self._filed[key].add(len(self.members))
        self.members.append([profile])

    def _candidates(self, profile: _Profile, slots: Sequence[set[_Key]]) -> list[int]:
        shared: Counter[int] = Counter()
        for keys in slots:
            shared.update(set().union(*(self._filed.get(key, set()) for key in keys)))
        least = 1 if profile.action in ONCE else profile.needed
        return sorted(number for number, count in shared.items() if count >= least)


def find_clusters(accounts: Sequence[Account]) -> list[list[Account]]:
    """The groups of two accounts or more, each in the order of `accounts`.

    >>> find_clusters([])
    []
    """
    groups = _Groups()
    for account in accounts:
        groups.add(_profile(account))
    return [[profile.account for profile in members] for members in groups.members if len(members) > 1]
