"""Things of several kinds and their whole, far apart: "48 inek, 112 koyun ve 23 keçi", and "cem'an 183 hayvan".

Comes in: one page. Goes out: findings. ``scattered`` lays the numbers of *one* thing in a row; here the parts are of
several kinds and their whole has a word for all of them (class `whole` of ``data/reckonings.toml``) or the noun that
closes the list; or women and men, whose whole is people; or what was bound to be delivered, which is "eksiksiz yerine
getirildi" with the last parcel; or so many of a thing at so much each, and what all of them came to. A number that
the facts read as of the noun before it, though one stands right behind ("146 silah"), is taken as of that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from typing import Final

from tanik.compare.claims import clause_of
from tanik.compare.dating import Dated
from tanik.compare.model import Finding
from tanik.compare.reckoning import TIMES, comes_to, is_plain, is_sum_like, lies_near, unless_it_comes_to
from tanik.compare.slots import money
from tanik.compare.wordings import is_later, says
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Amount

__all__ = ["check_gathered", "whole_noun"]

_REACH: Final = 2500  # characters
_STEM: Final = 4
_SMALLEST: Final = 5
_GOLD: Final = "gold_lira"  # "9 altın sikke" are coins, and no sum of money
_FIGURES: Final = re.compile(r"[\d.]+")
_KIND: Final = re.compile(r"^[\d.,]+ ")
_NOUN: Final = re.compile(r" ((?!ve\b|ile\b|da\b|de\b|ila\b|and\b|to\b|of\b|bin\b|milyon\b)[a-z]{3,})\b")
_CUT: Final = re.compile(r"(?:ca|ce) ([a-z]{3,})\b")  # "410 Fransızca kitap", of which "410 Fransız" was read
_VERBAL: Final = re.compile(r"(?:[dt][iu]|m[iu]s|[iu]yor|arak|erek|ken|makta|mekte|olan|eden)$")
_LISTED: Final = re.compile(r"^[^.;:]{0,40}(?:,| ve | ile | and )[^.;:]{0,30}$")
_ALL_OF: Final = re.compile(
    r"#['’]?n?[iu]n (?:tamami|hepsi|tumu)\b|\btamam[iu]n[iu]n #|\bhepsin[iu]n #|\b(?:mecmu|yekun)\w* #"
)
_MALE: Final = re.compile(r"(?:erkek|oglan|boy|men\b)")
_FEMALE: Final = re.compile(r"(?:kadin|kiz|girl|vomen)")
_ANYBODY: Final = re.compile(
    r"(?:kisi|insan|cocuk|ogrenci|talebe|sakird|sagird|usak|adam|people|pupil|children|student)"
)
_OWED: Final = re.compile(
    r"\b\w*(?:ecek|acak)(?:t[iu]|m[iu]s)?\b|\b(?:taahhut|soz ver|sozlesme|mukavele|siparis|contract|order)"
)
_TIME: Final = re.compile(r"\b\d{4}\b|\b(?:ertesi|sonraki|gelecek|onceki|gecen|neht|folloving)\b")
_PRICE: Final = re.compile(r"^['’]?[dt][ae]n\b")


@dataclass(frozen=True, slots=True)
class _Row:
    """The numbers of one sentence, with nouns, and its folded words."""

    around: Span
    amounts: tuple[Amount, ...]
    said: str


def whole_noun(dated: Dated, amount: Amount) -> Amount:
    """An amount with its own noun, where what was read is cut within a word: "410 Fransızca kitap" are no Frenchmen."""
    found = _CUT.match(dated.folded, amount.span.end) if amount.rule != "amount.elided" else None
    return amount if found is None else replace(amount, of=found[1], unit="count", rule="amount.thing")


def _noun_behind(dated: Dated, amount: Amount) -> Amount:
    """An amount with the noun right behind it, where it was read as of one told before, or cut within a word."""
    found = _NOUN.match(dated.folded, amount.span.end) if _FIGURES.fullmatch(amount.text) else None
    if found is None or _VERBAL.search(found[1]):
        return whole_noun(dated, amount)
    return replace(amount, of=found[1], unit="count", rule="amount.thing")


def check_gathered(dated: Dated) -> Iterator[Finding]:
    """The findings about wholes of several kinds, of women and men, of contracts and of prices on one page."""
    rows: list[_Row] = []
    for sentence in dated.sentences:
        told = (_noun_behind(dated, one) for one in dated.amounts_in(sentence))
        here = tuple(one for one in told if one.unit not in TIMES)
        row = _Row(sentence, here, dated.folded[sentence.start : sentence.end])
        near = [one for one in rows if one.around.end > sentence.start - _REACH]
        if here and all(map(is_plain, here)):
            yield from _of_kinds(dated, row, near)
            yield from _of_sexes(dated, row, near)
            yield from _fulfilled(dated, row, near)
            yield from _priced(dated, row, near)
        if here:
            rows.append(row)


def _clause(dated: Dated, row: _Row, at: int) -> str:
    return clause_of(dated, row.amounts[at], row.amounts[at - 1] if at else None)


def _is_whole(dated: Dated, row: _Row, at: int) -> bool:
    clause = _clause(dated, row, at)
    told = says(clause, "total") or _ALL_OF.search(clause) is not None
    return told and not is_later(clause) and not says(clause.partition("#")[0], "each")


def _is_near(whole: Amount, parts: Sequence[Amount]) -> bool:
    """Whether a whole lies where a slip of the pen leaves it, and is not what some of the parts come to."""
    if not is_sum_like(whole, parts):
        return False
    some = (few for size in range(2, len(parts)) for few in combinations(parts, size))
    return not any(comes_to(sum(one.value for one in few), whole, whole.value) for few in some)


def _of_kinds(dated: Dated, row: _Row, before: Sequence[_Row]) -> Iterator[Finding]:
    """A whole by a word for all kinds, or by the last noun of a list, against the nearest list before it."""
    for at, whole in enumerate(row.amounts):
        noun = fold(whole.of or "")
        if whole.unit != "count" or not noun or not _is_whole(dated, row, at):
            continue
        listed = _list_before(dated, before)
        if listed is None:
            continue
        kinds = {_KIND.sub("", fold(one.text)) for one in listed}  # "tüfek" and "makineli tüfek" are two
        closes = dated.folded[listed[-1].span.start : listed[-1].span.end + len(noun) + 1].find(noun[:_STEM]) > 0
        if len(kinds) < len(listed) or not (says(noun, "whole") or (closes and noun not in kinds - {noun})):
            continue
        if _is_near(whole, listed):
            yield from unless_it_comes_to(dated, "sum-total", whole, listed, sum(one.value for one in listed))


def _list_before(dated: Dated, rows: Sequence[_Row]) -> tuple[Amount, ...] | None:
    """The nearest sentence with a list of counts, if no other count of its size stands behind it."""
    for row in reversed(rows):
        counts = tuple(one for one in row.amounts if one.unit in ("count", _GOLD))
        joined = all(_LISTED.match(f"{dated.between(a, b)} ") for a, b in pairwise(counts))
        if len(counts) > 1 and len(counts) == len(row.amounts) and joined and all(map(is_plain, counts)):
            return counts
        if any(one.unit == "count" and one.value >= _SMALLEST for one in row.amounts):
            return None
    return None


def _of_sexes(dated: Dated, row: _Row, before: Sequence[_Row]) -> Iterator[Finding]:
    """Men and women of one sentence against the people of whom another tells the same by the same word."""
    for whole in row.amounts:
        if (
            whole.unit != "person"
            or whole.rule == "amount.elided"
            or not _ANYBODY.match(fold(whole.of or fold(whole.text).split()[-1]))
        ):
            continue
        told = [one for one in before if _are_sexes(one.amounts)]
        if len(told) != 1 or _TIME.search(row.said):
            continue
        words = [{word[:6] for word in re.findall(r"[a-z]{4,}", one.said)} for one in (told[0], row)]
        parts = told[0].amounts
        if len(words[0] & words[1]) > 1 and _is_near(whole, parts):
            yield from unless_it_comes_to(dated, "sum-total", whole, parts, sum(one.value for one in parts))


def _are_sexes(amounts: Sequence[Amount]) -> bool:
    nouns = [fold(one.of or "") for one in amounts]
    return len(nouns) == 2 and any(map(_MALE.match, nouns)) and any(map(_FEMALE.match, nouns))


def _fulfilled(dated: Dated, row: _Row, before: Sequence[_Row]) -> Iterator[Finding]:
    """What was bound to come, and the parcels up to the one with which all is said to have come."""
    if not says(row.said, "fulfilled") or len(row.amounts) != 1 or row.amounts[0].of is None:
        return
    last, noun = row.amounts[0], fold(row.amounts[0].of)
    same = [(one, told) for told in before for one in told.amounts if one.of is not None and fold(one.of) == noun]
    owed = [at for at, (_, told) in enumerate(same) if _OWED.search(told.said)]
    if not owed or not all(is_plain(one) for one, _ in same):
        return
    whole = same[owed[0]][0]
    parts = [*(one for one, _ in same[owed[0] + 1 :]), last]
    if len(parts) > 1 and _is_near(whole, parts):
        yield from unless_it_comes_to(dated, "sum-total", whole, parts, sum(one.value for one in parts))


def _priced(dated: Dated, row: _Row, before: Sequence[_Row]) -> Iterator[Finding]:
    """ "25 pencerenin her biri 12 kuruştan", and sentences later "pencereler için toplam 300 kuruş"."""
    for at, whole in enumerate(row.amounts):
        if whole.unit not in money() or not _is_whole(dated, row, at):
            continue
        for told in reversed(before):
            pair = _count_and_price(dated, told, whole)
            if pair is None:
                continue
            lead = _clause(dated, row, at)
            if fold(pair[0].of or "")[:_STEM] in lead and whole.value > pair[1].value:
                reckoned = pair[0].value * pair[1].value
                if lies_near(whole.value, reckoned):
                    yield from unless_it_comes_to(dated, "sum-shares", whole, pair, reckoned)
            break


def _count_and_price(dated: Dated, row: _Row, whole: Amount) -> tuple[Amount, Amount] | None:
    """So many of a thing, and in the same sentence so much for each of them."""
    if len(row.amounts) != 2 or not all(map(is_plain, row.amounts)):
        return None
    count, price = row.amounts
    each = says(_clause(dated, row, 1).partition("#")[0], "each")
    behind = dated.folded[price.span.end : price.span.end + 8]
    fits = count.unit == "count" and count.of is not None and price.unit == whole.unit
    return (count, price) if fits and (each or _PRICE.match(behind)) else None
