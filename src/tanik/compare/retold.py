"""One sum told twice in the same words: "6 Mart 1929'da kulübe 480 lira verdi", "12 Eylül 1933'te … verdiği".

Comes in: one page. Goes out: findings. ``events`` lays statements together by their slots; where a slot was read
otherwise the second time (another cargo, no receiver, the writer as the doer), the wording still is that of one deed:
the same number of the same unit, the same receiver in the dative, the same verb, once told and once handed on in a
participle. A deed that the page calls another one ("bir daha", "yine", "her yıl") is no second telling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from tanik.compare.dates import bounds, is_day
from tanik.compare.dating import Dated
from tanik.compare.model import Finding, FindingKind
from tanik.compare.reckoning import is_plain
from tanik.core.span import Span
from tanik.facts.model import Amount, DateMention, NameKind

__all__ = ["check_retold", "is_another"]

_LEAST: Final = 10  # a smaller number is told of many things
_STEM: Final = 5
_SHARED: Final = 4  # words and names that two tellings of one deed have in common, its day and thing aside
_NOUN: Final = re.compile(r"[\d.,]+ (?:bin |milyon )?([^\W\d]{2,})")
_WORD: Final = re.compile(r"[^\W\d]{4,}")
_VERB: Final = re.compile(r"\b([^\W\d]{2,}?)(?:[dt][iu]|m[iu]s(?:t[iu]r?)?)\b")
_PARTICIPLE: Final = re.compile(r"\b([^\W\d]{2,}?)[dt][iu][gky](?:[iu]|l[ae]r)\w*")
_DATIVE: Final = re.compile(r"\b[^\W\d]{4,}[ae]\b")
_ANOTHER: Final = re.compile(
    r"\b(?:bir daha|yine|yeniden|tekrar|ikinci|bu kez|bu sefer|her yil|her ay|de ayni|ayrica|gene|yene|tezeden)\b"
)


@dataclass(frozen=True, slots=True)
class _Deed:
    """A sum with its day, its verb, and whom or what it went to, as far as the words of its sentence tell."""

    amount: Amount
    date: DateMention
    around: Span
    verb: str
    handed_on: bool
    receivers: frozenset[str]
    givers: frozenset[str]


def is_another(folded: str) -> bool:
    """Whether words call what they tell another deed than the one before: "ayrıca", "yine", "bu kez".

    >>> is_another("koylulere ayrica 300 tufek dagitildi"), is_another("300 tufek dagitildi")
    (True, False)
    """
    return _ANOTHER.search(folded) is not None


def check_retold(dated: Dated) -> Iterator[Finding]:
    """The findings about sums that one page tells of two days in the same words."""
    told = [deed for sentence in dated.sentences for deed in _deeds(dated, sentence)]
    for one, other in combinations(told, 2):
        if _is_one(one, other):
            dates = sorted({one.date.edtf or "", other.date.edtf or ""})
            details = (("things", "="), ("dates", ", ".join(dates)), ("action", "transfer"))
            places = dated.places((one.around, other.around))
            yield Finding(FindingKind.CONFLICT, places, "shipment-told-twice", details)
    yield from _told_apart(dated)


def _told_apart(dated: Dated) -> Iterator[Finding]:
    """One deed of one day in the same words with two numbers: "… gelen 4.500 tüfek … indirildi", "3.200 tüfek".

    Computed from the day, the thing, the verb and the names of two sentences, whatever their statements were read as.
    """
    told = [one for sentence in dated.sentences for one in _dated_sums(dated, sentence)]
    for one, other in combinations(told, 2):
        (amount, day, around, noun, words), (second, when, place, thing, said) = one, other
        if noun != thing or day != when or amount.value == second.value or not _are_one_deed(words & said):
            continue
        details = (("on", "amount"), ("values", f"{amount.text} ≠ {second.text}"), ("action", "transfer"))
        yield Finding(FindingKind.CONFLICT, dated.places((around, place)), "event-contradiction", details)


def _are_one_deed(shared: frozenset[str]) -> bool:
    """Whether two sentences of one day share so much that they tell one deed: its verb, or who and where and what."""
    verbs = [one for one in shared if one.startswith("!")]
    names = [one for one in shared if one.startswith("=")]
    words = len(shared) - len(verbs)
    return words >= _SHARED and (bool(verbs) or (len(names) > 1 and words - len(names) >= _SHARED - 1))


def _dated_sums(dated: Dated, sentence: Span) -> Iterator[tuple[Amount, str, Span, str, frozenset[str]]]:
    """The one number of a sentence that has one day, with the noun behind it and the beginnings of all its words."""
    amounts = [one for one in dated.amounts_in(sentence) if is_plain(one) and one.value >= _LEAST]
    dates = dated.dates_in(sentence)
    said = dated.folded[sentence.start : sentence.end]
    if len(amounts) != 1 or len(dates) != 1 or not is_day(dates[0].edtf) or _ANOTHER.search(said):
        return
    noun = _NOUN.match(dated.folded, amounts[0].span.start)
    if noun is None or not _VERB.search(said):
        return
    taken = {noun[1][:_STEM], *(one[:_STEM] for one in _WORD.findall(dates[0].span.of(dated.folded)))}
    names = {f"={one.name}" for one in dated.names_in(sentence)}
    words = frozenset(one[:_STEM] for one in _WORD.findall(said)) - taken
    verbs = {f"!{one[1][:_STEM]}" for one in _VERB.finditer(said)}
    yield amounts[0], dates[0].edtf or "", sentence, noun[1][:_STEM], frozenset((*words, *names, *verbs))


def _deeds(dated: Dated, sentence: Span) -> Iterator[_Deed]:
    """The one sum of a sentence that has one day; several may belong to several deeds."""
    amounts = [one for one in dated.amounts_in(sentence) if is_plain(one) and one.value >= _LEAST]
    dates = [one for one in dated.dates_in(sentence) if is_day(one.edtf)]
    if len(amounts) != 1 or len(dates) != 1 or dates[0].span.end > amounts[0].span.start:
        return
    if _ANOTHER.search(dated.folded, sentence.start, sentence.end):
        return
    behind = dated.folded[amounts[0].span.end : sentence.end].partition(",")[0]
    found = [one for one in (_VERB.search(behind), _PARTICIPLE.search(behind)) if one is not None]
    first = min(found, key=lambda one: one.start(), default=None)
    if first is not None:
        lead = dated.folded[dates[0].span.end : amounts[0].span.start]
        receivers = frozenset(one[0][:_STEM] for one in _DATIVE.finditer(lead))
        people = (NameKind.PERSON, NameKind.ORGANISATION)
        givers = frozenset(one.name for one in dated.names_in(sentence) if one.kind in people)
        handed_on = first.re is _PARTICIPLE
        yield _Deed(amounts[0], dates[0], sentence, first[1], handed_on, receivers, givers)


def _is_one(one: _Deed, other: _Deed) -> bool:
    """Whether two tellings are of one deed by another day, and one of them is somebody's word."""
    same = (one.amount.value, one.amount.unit) == (other.amount.value, other.amount.unit) and one.verb == other.verb
    days = bounds(one.date.edtf), bounds(other.date.edtf)
    others = one.givers and other.givers and not one.givers & other.givers
    return bool(
        same
        and one.handed_on != other.handed_on
        and one.receivers & other.receivers
        and days[0] != days[1]
        and not others
    )
