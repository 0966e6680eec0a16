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
from dataclasses import dataclass, replace
from typing import Final

from tanik.compare.dates import bounds, days_between
from tanik.compare.slots import ONCE, SLOTS, Account, money, same_deed, stems_of, thing_of, value_of
from tanik.compare.wordings import says
from tanik.core.fold import fold
from tanik.facts.model import Amount, Statement

__all__ = ["find_clusters"]

_VAGUE: Final = frozenset(("say", "write", "move", "use"))
_GIVEN: Final = frozenset(("transfer", "promise"))
_DEALS: Final = frozenset(("transfer", "promise", "offer", "request", "use"))
_LOT: Final = re.compile(r"\b(?:ilk|birinci|ikinci|ucuncu|son|first|second|third|last)\b|\b(?:parti|taksit|kafile)\w*")
_ANY_SUM: Final = frozenset(("para", "yardi", "altin", "borc", "kredi", "money", "aid", "gold", "loan", "sum"))
_FURTHER: Final = re.compile(r"\b(?:another|a further|an additional) (?:[a-z]+ )?$")
_DAHA: Final = re.compile(r"[^,.;:]{0,24}\bdaha\b(?! (?:once|sonra|evvel|fazla|az|cok))")
_OBJECT: Final = SLOTS.index("object")
_PARTIES: Final = (SLOTS.index("subject"), SLOTS.index("recipient"))
_GREAT: Final = 1000  # a smaller number is often equal by chance
_ROUND: Final = 0.03
_NO_CHANCE: Final = 20  # a smaller number is often equal by chance
_DAYS: Final = 31  # between which two pages may put one sending
_ITEMS: Final = ("statement-listed", "statement-table")
_ARTICLE: Final = "statement-article"
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
    sum: Amount | None
    alone: bool = False  # whether its page tells its figure of one gift only

    @property
    def needed(self) -> int:
        """How many slots must agree; deeds of every day need one more."""
        return 3 if self.action in _VAGUE else 2


def _profile(account: Account) -> _Profile:
    statement = account[1]
    stems = tuple(thing_of(statement, account[2], _filled(statement, slot)) for slot in SLOTS)
    place = stems_of(value_of(statement, "place") or "")
    said, deals = fold(statement.text), statement.action in _DEALS
    total = deals and says(said, "whole_deal")
    lot = deals and not total and _LOT.search(said) is not None
    amounts = [account[2].amounts[at] for at in statement.amounts]
    amount = amounts[0] if len(amounts) == 1 else None
    return _Profile(account, statement.action or "", stems, place, bounds(statement.when), total, lot, amount)


def _filled(statement: Statement, slot: str) -> str:
    """The slot whose fillers tell who gave: of "Rusya'dan geldi" the one from whom it came."""
    given = slot == "subject" and statement.action == "transfer" and not statement.fillers("subject")
    return "source" if given and statement.fillers("source") else slot


def _agreement(one: _Profile, other: _Profile) -> int | None:
    """How many slots agree, or None where one of them forbids that both are about the same."""
    if _are_two(one, other):
        return None
    agreed = 0
    for left, right in zip(one.stems, other.stems, strict=True):
        if left and right:
            if not (left <= right or right <= left):
                return None
            agreed += 1
    if _is_other_kind(one, other):
        return None
    day = _days(one, other)
    if day is None or (one.action in _DEALS and not day and _is_another_deal(one, other)):
        return None
    # Two places may be one inside the other, so other words do not forbid; the same word says a little more.
    return agreed + day + bool(agreed and one.place and one.place == other.place) + _same_number(one, other)


def _are_two(one: _Profile, other: _Profile) -> bool:
    """Whether the way in which two accounts are told makes two deeds of them."""
    if (one.total and other.lot) or (one.lot and other.total):
        return True  # what was given in all is no account of its first lot
    if _is_one_list(one, other) or _are_articles(one.account, other.account) or _is_further(one, other):
        return True
    return _is_told_beside(one, other) or _is_told_beside(other, one)


def _days(one: _Profile, other: _Profile) -> int | None:
    """1 for one and the same day, 0 where the times leave it open, None where they cannot both be."""
    if one.when is None or other.when is None:
        return 0
    if one.when[0] > other.when[1] or other.when[0] > one.when[1]:
        return None
    return int(one.when[0] == one.when[1] == other.when[0] == other.when[1])


def _is_one_list(one: _Profile, other: _Profile) -> bool:
    """Whether two accounts are members of one list: "10 milyonunu altın, 5 milyonunu silah olarak verdi"."""
    left, right = one.account, other.account
    if one.sum is None or other.sum is None or left[0].page != right[0].page or one.sum.span == other.sum.span:
        return False
    return left[1].span.overlaps(right[1].span) or _are_items(left[1], right[1])


def _is_told_beside(one: _Profile, other: _Profile) -> bool:
    """Whether a sentence's figure is another than a row's and its page tells it once more: of another row or cell."""
    (page, sentence), (source, row) = one.account[:2], other.account[:2]
    if page.page != source.page or row.rule not in _ITEMS or sentence.rule in _ITEMS or one.action not in _GIVEN:
        return False
    return one.sum is not None and other.sum is not None and not one.alone and _value(one) != _value(other)


def _is_other_kind(one: _Profile, other: _Profile) -> bool:
    """Whether one account narrows a thing that the other only names, and counts it otherwise: guns and machine guns."""
    things = [which.stems[_OBJECT] for which in (one, other)]
    if one.sum is None or other.sum is None or not all(things) or things[0] == things[1]:
        return False
    counted = one.action in _DEALS and one.sum.unit == other.sum.unit == "count"
    return counted and not _are_near(one.sum.value, other.sum.value)


def _are_near(one: float, other: float) -> bool:
    return abs(one - other) <= _ROUND * max(one, other)


def _is_further(one: _Profile, other: _Profile) -> bool:
    """Whether one of two sums of a page is told as another beside one before: "bir milyon daha verdi", "another 10"."""
    left, right = one.account, other.account
    return left[0].page == right[0].page and _says_further(one) is not _says_further(other)


def _says_further(one: _Profile) -> bool:
    """Whether "another" or "a further" stands before an account's sum, or "daha" behind it."""
    if one.sum is None or one.action not in _DEALS:
        return False
    said, at = one.account[1].text, one.sum.span.start - one.account[1].span.start
    before, behind = said[: max(at, 0)], said[max(at, 0) + len(one.sum.text) :]
    return _FURTHER.search(fold(before)) is not None or _DAHA.match(fold(behind)) is not None


def _are_items(one: Statement, other: Statement) -> bool:
    """Whether two statements are items that one teller lists: of each another thing was given, or at another time."""
    return one.rule in _ITEMS and other.rule in _ITEMS and one.attributed_to == other.attributed_to


def _are_articles(one: Account, other: Account) -> bool:
    """Whether two accounts are clauses of one paper, which lays down another thing in each."""
    articles = one[1].rule == other[1].rule == _ARTICLE and one[0].page == other[0].page
    return articles and not one[1].span.overlaps(other[1].span)


def _is_another_deal(one: _Profile, other: _Profile) -> bool:
    """Whether two deals may be two: the same parties deal more than once.

    Neither a thing nor a day is the same, and either one is of money and the other of things, or no times are told that
    overlap and the figures differ.
    """
    things = [which.stems[_OBJECT] for which in (one, other)]
    if all(things) or not all(which.stems[at] for at in _PARTIES for which in (one, other)):
        return False
    sums = [which.sum is not None and which.sum.unit in money() for which in (one, other)]
    if sums[0] is not sums[1] and things[sums[0]]:
        return not things[sums[0]] <= _ANY_SUM
    dated = one.when is not None and other.when is not None
    return all(sums) and not dated and _value(one) != _value(other)


def _is_one_sending(one: _Profile, other: _Profile) -> bool:
    """Whether two pages tell a number of one thing, handed to the same, some days apart: the day is told otherwise.

    A page that tells that number twice has two sendings, and so has one that calls it another ("yine", "daha").
    """
    left, right = one.sum, other.sum
    if not (one.alone and other.alone and one.when and other.when) or left is None or right is None:
        return False
    apart = one.account[0].page != other.account[0].page and (left.value, left.unit) == (right.value, right.unit)
    things, givers, takers = ((one.stems[at], other.stems[at]) for at in (_OBJECT, *_PARTIES))
    same = left.unit in money() or (things[0] == things[1] and bool(things[0]))
    parties = takers[0] == takers[1] and bool(takers[0]) and (givers[0] == givers[1] or not all(givers))
    limits = sorted((one.when, other.when))
    near = all(days_between(*when) <= _DAYS for when in limits) and days_between(limits[0][1], limits[1][0]) <= _DAYS
    return apart and same and parties and near and left.value >= _NO_CHANCE


def _value(one: _Profile) -> float | None:
    return one.sum.value if one.sum is not None else None


def _same_number(one: _Profile, other: _Profile) -> int:
    """1 where two pages give one great number of one thing for times that overlap: who counts alike tells alike."""
    left, right = one.sum, other.sum
    if left is None or right is None or one.when is None or other.when is None:
        return 0
    apart = one.account[0].page != other.account[0].page and left.unit == right.unit
    return int(apart and _are_near(left.value, right.value) and min(left.value, right.value) >= _GREAT)


def _together(one: _Profile, other: _Profile) -> bool:
    if same_deed(one.account[1], other.account[1]) or (one.action == other.action and _is_one_sending(one, other)):
        return True
    agreed = _agreement(one, other)
    return agreed is not None and agreed >= one.needed


def _keys(profile: _Profile) -> list[set[_Key]]:
    """For each slot the keys under which an account that agrees in it is filed."""
    slots = [{(profile.action, slot, stem) for stem in stems} for slot, stems in zip(SLOTS, profile.stems, strict=True)]
    slots.append({(profile.action, "place", stem) for stem in profile.place})
    if profile.when is not None and profile.when[0] == profile.when[1]:
        slots.append({(profile.action, "when", profile.when[0])})
    if profile.when is not None and profile.sum is not None and profile.sum.value >= _GREAT:
        slots.append({(profile.action, "sum", profile.sum.unit)})
    return slots


def _figure(profile: _Profile) -> tuple[str, str, float | None, str | None]:
    """A page, a deed and the figure that it is told with."""
    unit = profile.sum.unit if profile.sum is not None else None
    return profile.account[0].page, profile.action, _value(profile), unit


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
        least = 1 if profile.action in ONCE or profile.action == "kill" else profile.needed
        return sorted(number for number, count in shared.items() if count >= least)


def find_clusters(accounts: Sequence[Account]) -> list[list[Account]]:
    """The groups of two accounts or more, each in the order of `accounts`.

    >>> find_clusters([])
    []
    """
    groups = _Groups()
    profiles = [_profile(account) for account in accounts]
    told = Counter(_figure(profile) for profile in profiles if profile.sum is not None)
    for profile in profiles:
        groups.add(replace(profile, alone=profile.action in _GIVEN and told[_figure(profile)] == 1))
    return [[profile.account for profile in members] for members in groups.members if len(members) > 1]
