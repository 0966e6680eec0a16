"""One sum or shipment told a second time, with another date or another cargo, by statements of whatever verbs.

Comes in: one page. Goes out: findings. Two statements of the same number of the same unit are of one deed where one of
their parties agrees and none differs, the later one does not call itself another deed ("bir daha", "yine") and either
stands on somebody's word ("… göre", "diye geçer") or takes the sum up as told: a number is definite in the accusative
or genitive and behind a demonstrative (Göksel & Kerslake 2005, 22.2). One receiver gets many sums: where nobody else
agrees the number must be definite, or most words the same. Dates are compared as far as they are told: a day within
the other's month is no other date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from tanik.compare.dates import bounds
from tanik.compare.dating import Dated
from tanik.compare.model import Finding, FindingKind
from tanik.compare.reckoning import COUNTED, is_plain
from tanik.compare.retold import is_another
from tanik.compare.slots import same_word
from tanik.compare.strung import is_one_noun
from tanik.compare.wordings import says
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Amount, Modality, Polarity, Role, Statement

__all__ = ["check_told_again"]

_LEAST: Final = 10  # a smaller number is told of many things
_PARTIES: Final[tuple[str, ...]] = ("subject", "recipient", "source", "counterparty")
_DEEDS: Final = frozenset(("transfer", "promise", "move", "use"))
# That somebody else tells it: a verb of telling, or the book or paper that has it.
_TELLS: Final = re.compile(
    r"\b(?:gore|soyl(?:er|uyor|enir|eni|edi|emis)\w*|yaz(?:ar|il\w+|iyor|mis)|gecer|geciyor|gecmis|anlat\w*|bildir\w*"
    r"|kayit\w*|kaydi\w*|kayded\w*|denir|deniyor|denil\w*|rivayet|iddia|belirt\w*|aktar\w*|bakilirsa|goster\w*"
    r"|ileri sur\w*|qeyd|says?|according|records?|claims?|vrites?|states?)\b"
)
_POINTED: Final = re.compile(r"\b(?:ayni|bu|soz konusu|sozu (?:gecen|edilen)|mezkur|eyni|hemin|the same|this|these) $")
_CASED: Final = re.compile(r"^(?: [^\W\d]{3,})?['’]?(?:(?<=[aeiu])y[iu]|n[iu]|(?<=[^aeiu'’])[iu]|n?[iu]n)\b")
_STEM: Final = 5
_SHARED: Final = 4  # words beside the date and the cargo that two tellings of one deed have in common
_WORD: Final = re.compile(r"[^\W\d]{4,}")
# Another book is no other deed: "aynı olayı anlatan ikinci kitapta".
_SOURCE: Final = re.compile(
    r"\b(?:ikinci|bu kez|bu sefer) (?=(?:bir )?(?:kitap|kitab|kaynak|kaynag|yazi|rapor|gazete|cilt|sayfa))"
)
_CLAUSE: Final = re.compile(r".*[:;] ", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Telling:
    """A sum with its deed, its date, its sentence, who tells it (nothing: the page), and whether it is definite."""

    statement: Statement
    amount: Amount
    when: str
    around: Span
    teller: str
    definite: bool
    another: bool


def check_told_again(dated: Dated) -> Iterator[Finding]:
    """The findings about sums and shipments that one page tells twice in two ways.

    >>> from tanik.compare.model import Examined
    >>> from tanik.facts.model import Facts
    >>> from tanik.page.model import Page, Source
    >>> list(check_told_again(Dated(Examined(Page("p", Source("0", "text/plain"), "", ()), Facts()))))
    []
    """
    told: dict[tuple[float, str], list[_Telling]] = {}
    for statement in dated.page.facts.statements:
        given = statement.action in _DEEDS or {"subject", "recipient"} <= {slot for slot, _ in statement.roles}
        one = _telling(dated, statement) if statement.amounts and given else None
        if one is not None:
            told.setdefault((one.amount.value, one.amount.unit), []).append(one)
    for alike in told.values():
        for one, other in combinations(alike, 2):
            finding = _told_twice(dated, one, other) if one.around != other.around else None
            if finding is not None:
                yield finding


def _telling(dated: Dated, statement: Statement) -> _Telling | None:
    """A statement of one exact number and one date, as far as it is affirmed."""
    around = dated.sentence(statement.span)
    if around is None or statement.polarity is not Polarity.AFFIRMED or statement.modality is Modality.ASKED:
        return None
    own = [dated.page.facts.amounts[at] for at in statement.amounts]
    amounts = [one for one in own if is_plain(one) and one.value >= _LEAST]
    dates = {one.edtf for one in dated.dates_in(around)}
    if len(amounts) != 1 or len(dates) != 1 or not around.contains(amounts[0].span):
        return None
    amount = amounts[0]
    lead, behind = dated.folded[around.start : amount.span.start], dated.folded[amount.span.end : around.end]
    found = _TELLS.search(dated.folded, around.start, around.end)
    teller = fold(statement.attributed_to or "") or (found[0] if found is not None else "")
    definite = _POINTED.search(lead) is not None or _CASED.match(behind) is not None
    another = is_another(_SOURCE.sub("", _CLAUSE.sub("", lead))) or is_another(behind)
    return _Telling(statement, amount, next(iter(dates)) or "", around, teller, definite, another)


def _told_twice(dated: Dated, one: _Telling, other: _Telling) -> Finding | None:
    """The finding that two tellings are of one deed and differ in its date or, of one date, in its cargo."""
    handed_on = other.teller != one.teller
    agreeing = _agreeing(one, other)
    if one.another or other.another or not (handed_on or other.definite) or not agreeing:
        return None
    if agreeing == ["recipient"] and not (other.definite or _share_words(dated, one, other)):
        return None
    cargo = _cargo(one), _cargo(other)
    alike = not all(cargo) or same_word(*cargo)
    if alike and _are_apart(one.when, other.when):
        things = "="
    elif one.when == other.when and handed_on and not alike and not any(says(each, "whole") for each in cargo):
        things = " ≠ ".join(cargo)
    else:
        return None
    details = (("things", things), ("dates", ", ".join(sorted({one.when, other.when}))), ("action", "transfer"))
    return Finding(FindingKind.CONFLICT, dated.places((one.around, other.around)), "shipment-told-twice", details)


def _agreeing(one: _Telling, other: _Telling) -> list[str]:
    """In which places both have the same party; none where one of them differs."""
    first, second = one.statement.firsts, other.statement.firsts
    both = [slot for slot in _PARTIES if slot in first and slot in second]
    return both if all(_is_one(first[slot], second[slot]) for slot in both) else []


def _share_words(dated: Dated, one: _Telling, other: _Telling) -> bool:
    """Whether two sentences have most of their words in common, their dates and cargo aside."""
    return len(_words(dated, one) & _words(dated, other)) >= _SHARED


def _words(dated: Dated, told: _Telling) -> set[str]:
    start, end = told.around.start, told.around.end
    dates = [one.span for one in dated.dates_in(told.around)]
    found = {one[0][:_STEM] for one in _WORD.finditer(dated.folded, start, end) if not _lies_in(one, dates)}
    return found - {one[:_STEM] for one in (*_cargo(told).split(), *fold(told.amount.text).split())}


def _lies_in(found: re.Match[str], spans: list[Span]) -> bool:
    return any(one.start <= found.start() < one.end for one in spans)


def _is_one(one: Role, other: Role) -> bool:
    return same_word(one.name or one.text, other.name or other.text) or same_word(one.text, other.text)


def _cargo(told: _Telling) -> str:
    """What was sent, folded: the noun that is counted, or the one behind its measure; nothing for money."""
    thing = told.statement.first("object")
    measured = fold(told.amount.of or "") if told.amount.unit in COUNTED or told.amount.of else ""
    if thing is None or not thing.span.overlaps(told.amount.span):
        return measured
    behind = thing.span.end - told.amount.span.end
    rest = fold(thing.text)[-behind:].strip() if behind > 0 else ""
    return rest if len(rest) > 1 and not is_one_noun(rest.split()[-1], measured) else measured


def _are_apart(one: str, other: str) -> bool:
    """Whether two dates have no day in common.

    >>> _are_apart("1920-09", "1920-11"), _are_apart("1920-09-08", "1920-09")
    (True, False)
    """
    first, second = bounds(one), bounds(other)
    if first is None or second is None:
        return False
    return first[1] < second[0] or second[1] < first[0]
