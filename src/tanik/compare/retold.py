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
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Amount, DateMention, NameKind

__all__ = ["check_retold", "is_another"]

_LEAST: Final = 10  # a smaller number is told of many things
_STEM: Final = 5
_LONGEST: Final = 120  # letters of a line of a list or table
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
    yield from _told_in_a_line(dated)


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


def _told_in_a_line(dated: Dated) -> Iterator[Finding]:
    """What a line of a list or row of a table gives of a day, against a sentence of that day with another number.

    A line says little, so the sentence must have all of it: its thing, and every name or other word that it has; of
    a line with nothing but its day and number, both parties of the list must be those of the sentence. No other line
    may be of that day, for then each tells a part.
    """
    lines = [one for sentence in dated.sentences if (one := _line(dated, sentence)) is not None]
    once = {day: one for one in lines for day in [one[1].edtf] if sum(day == two[1].edtf for two in lines) == 1}
    if not once:
        return
    for sentence in dated.sentences:
        days = dated.dates_in(sentence)
        line = once.get(days[0].edtf) if len(days) == 1 else None
        amounts = [one for one in dated.amounts_in(sentence) if is_plain(one)]
        if line is None or line[2].overlaps(sentence) or len(amounts) != 1:
            continue
        amount, _, place = line
        said = dated.folded[sentence.start : sentence.end]
        if (
            amount.value == amounts[0].value
            or _ANOTHER.search(said)
            or not _has_all(dated, line, (amounts[0], sentence))
        ):
            continue
        values = f"{amounts[0].text} ≠ {amount.text}"
        details = (("on", "amount"), ("values", values), ("action", "transfer"))
        yield Finding(FindingKind.CONFLICT, dated.places((sentence, place)), "event-contradiction", details)


def _line(dated: Dated, sentence: Span) -> tuple[Amount, DateMention, Span] | None:
    """The number, the day and the place of a line that opens with a day and has one number of something."""
    text = dated.page.text
    start, end = text.rfind("\n", 0, sentence.start) + 1, text.find("\n", sentence.end)
    end = len(text) if end < 0 else end
    days = [one for one in dated.dates_in(Span(start, end)) if is_day(one.edtf)]
    amounts = [one for one in dated.amounts_in(Span(start, end)) if is_plain(one)]
    if end - start > _LONGEST or len(days) != 1 or len(amounts) != 1 or amounts[0].value < _LEAST:
        return None
    row = "|" in text[start:end] or "\t" in text[start:end] or dated.mark_behind(days[0]) > 0
    return (amounts[0], days[0], Span(start, end)) if row and dated.opens_line(days[0]) else None


def _has_all(dated: Dated, line: tuple[Amount, DateMention, Span], told: tuple[Amount, Span]) -> bool:
    """Whether a sentence has the thing of a line and all its words, or its number is of the same two parties."""
    (amount, day, place), (other, sentence) = line, told
    noun, thing = (_NOUN.match(dated.folded, one.span.start) for one in (amount, other))
    if amount.unit != other.unit or noun is None or thing is None or noun[1][:_STEM] != thing[1][:_STEM]:
        return False
    taken = {one[:_STEM] for part in (amount.span, day.span) for one in _WORD.findall(part.of(dated.folded))}
    words = {one[:_STEM] for one in _WORD.findall(place.of(dated.folded))} - taken - {noun[1][:_STEM]}
    if words:
        return words <= {one[:_STEM] for one in _WORD.findall(sentence.of(dated.folded))}
    return _parties(dated, amount) & _parties(dated, other) != frozenset()


def _parties(dated: Dated, amount: Amount) -> frozenset[tuple[str, str]]:
    """Who gives an amount and who gets it, by the statements that have it."""
    at = dated.page.facts.amounts.index(amount)
    told = [one.firsts for one in dated.page.facts.statements if at in one.amounts]
    both = [(one["subject"], one["recipient"]) for one in told if "subject" in one and "recipient" in one]
    return frozenset((fold(giver.name or giver.text), fold(getter.name or getter.text)) for giver, getter in both)


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
    if noun is None or not (_VERB.search(said) or _PARTICIPLE.search(said)):
        return
    taken = {noun[1][:_STEM], *(one[:_STEM] for one in _WORD.findall(dates[0].span.of(dated.folded)))}
    names = {f"={one.name}" for one in dated.names_in(sentence)}
    words = frozenset(one[:_STEM] for one in _WORD.findall(said)) - taken
    verbs = {f"!{one[1][:_STEM]}" for pattern in (_VERB, _PARTICIPLE) for one in pattern.finditer(said)}
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
