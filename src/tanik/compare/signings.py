"""One paper that two pages have signed in two towns, or by two people for one side.

Comes in: pages. Goes out: findings. Two statements of different pages are of one paper if both have it signed on one
day that stands in their own words and the one's name for it is in the other's ("Mudanya Mütarekesi", "mütareke"): no
other of that name was signed on that day. A paper is signed in one town, so two towns contradict each other, also
where the provinces of the time that had their names held one another (``apart``). Several may sign for one side
("Türkiye adına …"), so two who are each named alone are only laid side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from tanik.compare.apart import are_apart
from tanik.compare.dates import is_day
from tanik.compare.model import Examined, Finding, FindingKind, Place
from tanik.compare.slots import same_word, thing_of, value_of
from tanik.core.fold import fold
from tanik.facts.model import Modality, NameKind, Polarity, Statement

__all__ = ["check_signings"]

_Told = tuple[Examined, Statement]
_TODAY: Final = "1960"  # when no province's name is another's part: of a town itself
_FOR: Final = re.compile(r"\b([^\W\d]{2,}) (?:adina|namina|adindan)\b|\bon behalf of (?:the )?([a-z]+)")
_TOGETHER: Final = re.compile(r"\b(?:ve|ile|birlikte|beraber|heyet\w*|and|vith|together)\b")


def check_signings(pages: Sequence[Examined]) -> Iterator[Finding]:
    """The findings about papers that different pages have signed elsewhere or by others.

    >>> list(check_signings(()))
    []
    """
    told = [(page, one) for page in pages for one in page.facts.statements if _is_signed(page, one)]
    for one, other in combinations(told, 2) if len(pages) > 1 else ():
        if one[0].id == other[0].id or one[1].when != other[1].when or not _is_one_paper(one, other):
            continue
        places = tuple(sorted({Place(page.id, statement.span) for page, statement in (one, other)}))
        where = [value_of(statement, "place") or "" for _, statement in (one, other)]
        if are_apart(where[0], where[1], _TODAY):
            details = (("on", "place"), ("values", " ≠ ".join(where)), ("action", "sign"))
            yield Finding(FindingKind.CONFLICT, places, "event-contradiction", details)
        who = [_signer(*told) for told in (one, other)]
        if who[0] and who[1] and who[0][0] != who[1][0] and same_word(who[0][1], who[1][1]):
            names = (("first", who[0][0]), ("second", who[1][0]))
            yield Finding(FindingKind.CONFLICT, places, "account-signers", names)


def _is_signed(page: Examined, one: Statement) -> bool:
    """Whether a statement affirms a signing on a day that stands in its own words."""
    if one.action != "sign" or one.polarity is not Polarity.AFFIRMED or one.modality is not Modality.ASSERTED:
        return False
    own = any(date.edtf == one.when and one.span.contains(date.span) for date in page.facts.dates)
    return own and is_day(one.when)


def _is_one_paper(one: _Told, other: _Told) -> bool:
    left, right = (thing_of(statement, page.facts, "object") for page, statement in (one, other))
    return bool(left and right) and (left <= right or right <= left)


def _signer(page: Examined, one: Statement) -> tuple[str, str] | None:
    """The one person who signs, and for whom; nobody where others are named beside them."""
    said = fold(one.text)
    side = _FOR.search(said)
    doer = one.first("subject")
    people = {name.name for name in page.facts.names if name.kind is NameKind.PERSON and one.span.contains(name.span)}
    if side is None or doer is None or doer.name not in people or len(people) > 1 or _TOGETHER.search(said):
        return None
    return doer.name or "", next(group for group in side.groups() if group)
