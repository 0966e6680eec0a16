"""Findings about sums that a page tells far apart: the parts in one paragraph, their whole or rest in another.

Comes in: one page. Goes out: findings. ``sums``, ``rests`` and ``claims`` read numbers that stand side by side; here
all amounts of one thing on the page are laid in a row, and the one that its clause calls the whole, the rest or so much
for each is set against those of the row that were told before it. Between them a page may say anything of other
things. Many numbers of one thing have nothing to do with one another, so the row must be without rounded numbers and
rates, the number must lie near what was reckoned, as a slip of the pen does, and no choice among the row may give it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from typing import Final

from tanik.compare.claims import clause_of
from tanik.compare.dating import Dated
from tanik.compare.gathered import whole_noun
from tanik.compare.model import Finding
from tanik.compare.reckoning import (
    COUNTED,
    TIMES,
    comes_to,
    is_bare,
    is_plain,
    is_sum_like,
    lies_near,
    misfit,
    unless_it_comes_to,
)
from tanik.compare.sums import alike
from tanik.compare.wordings import is_later, number_told, numbers, pattern_of, says
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Amount, Bound

__all__ = ["check_scattered", "tells_more", "with_unread"]

_REACH: Final = 2500  # characters: some ten sentences, across which one thing is still told of
_MOST: Final = 7
_FEWEST: Final = 2
_STEM: Final = 5
_SMALLEST: Final = 5  # a smaller number counts incidents, not a stock that is added up
_WHOLE: Final = re.compile(
    r"\bvhole (?:cargo|lot|sum|load|number|amount|shipment|consignment|stock|debt)\b|\bmecmu[ui]\b|\bcem i\b"
)
_RUN_UP: Final = re.compile(r"\b(?:toplanan|biriken|derlenen)\b[^.;:]*#[^.;:]*\b(?:bul(?:du|mus)|ulas|gec(?:ti|mis))")
_LEFT: Final = re.compile(
    r"\b(?:kalan|bakiye|geriye|geride)\b[^.;:#]{0,30}#|#[^.;:#]{0,40}\b(?:kal(?:di|mis|mist[iu]|misti)|artti)\b"
    r"|\b(?:remaining|left vith|rest of)\b[^.;:#]{0,30}#|#[^.;:#]{0,30}\b(?:vere left|remained|vas left)\b"
)
_NOTHING: Final = frozenset(("tane", "adet", "kere", "kez", "defa"))
_COPULA: Final = re.compile(r"(?<![\d.,])\d{1,5}(?=['’]?y?(?:d[iu]r?|t[iu]r?|m[iu]s)\b)")
_EVERY: Final = re.compile(r"\b(?:her (?!iki\b|uc\b|dort\b|sey)|beher|each|every|per)\b")
_WHOLE_OF: Final = re.compile(
    r"\b(\w{3,}?)(?:l[ae]r)?(?:n?[iu]n) (?:yekun|mecmu|topla[mn]|sayisi|tamam|hepsi|cemi)\w* ?#"
)
# "28'i aşağı köye": a share, whatever stands behind it.
_SHARE: Final = re.compile(r"['’]s?[iu](?:n[iu])? ")
_UNREAD: Final = re.compile(r"(?<![\d.,'’])(\d{1,3}(?:\.\d{3})+|\d{2,5}) [a-z]{3,}c[ae] ([a-z]{3,})")
_YEAR: Final = re.compile(r"\b1[5-9]\d\d\b")


@dataclass(frozen=True, slots=True)
class _Told:
    """An amount where it was told: its clause with "#" for it, and the folded sentence."""

    amount: Amount
    clause: str
    around: str


def check_scattered(dated: Dated) -> Iterator[Finding]:
    """The findings about wholes, rests and instalments whose numbers stand in several sentences of one page."""
    row: list[_Told] = []
    for sentence in dated.sentences:
        around = dated.folded[sentence.start : sentence.end]
        before: Amount | None = None
        for read in with_unread(dated, sentence):
            amount = _shared(dated, whole_noun(dated, read), before)
            told = _Told(amount, _own(clause_of(dated, amount, before)), around)
            if is_plain(amount):
                yield from _set_against(dated, told, row)
            row.append(told)
            before = amount
    yield from _in_equal_parts(dated, row)


def with_unread(dated: Dated, sentence: Span) -> list[Amount]:
    """The amounts of a sentence, with figures before an adjective in -ca that nobody read: "265 Türkçe kitap"."""
    here = dated.amounts_in(sentence)
    for found in _UNREAD.finditer(dated.folded, sentence.start, sentence.end):
        span = Span(found.start(1), found.end(1))
        known = [*(one.span for one in here), *(one.span for one in dated.dates_in(sentence))]
        if not any(one.overlaps(span) for one in known):
            value = float(found[1].replace(".", ""))
            here.append(Amount(span, found[1], value, "count", "amount.thing", found[2]))
    return sorted(here, key=lambda one: one.span.start)


def _shared(dated: Dated, amount: Amount, before: Amount | None) -> Amount:
    """A bare figure right behind another one is a share of the same thing: "öküzün 41'i yukarı köye, 28'i …"."""
    share = _SHARE.match(dated.folded, amount.span.end) is not None and amount.text[:1].isdigit()
    if share and before is not None and before.unit in COUNTED and amount.unit in COUNTED:
        return replace(amount, of=before.of, unit=before.unit, rule="amount.elided", bound=Bound.EXACT)
    if before is None or not (is_bare(amount) and is_bare(before)) or {amount.unit, before.unit} - COUNTED:
        return amount
    return replace(amount, of=before.of, unit=before.unit)


def _own(clause: str) -> str:
    """The clause of a number up to the next one, whose words are that one's."""
    return re.sub(r"#((?:\s*\S+){0,2})[^\d]*\d.*", r"#\1", clause)


def _is_rate(told: _Told) -> bool:
    """Whether the words before a number make it so much for each: "her depoya toplam 40", "günde 40"."""
    lead = told.clause.partition("#")[0]
    words = lead.split()
    return bool(words) and (says(f"{words[-1]} ", "each") or _EVERY.search(lead) is not None)


def _set_against(dated: Dated, told: _Told, row: Sequence[_Told]) -> Iterator[Finding]:
    """A number that its words call a whole or a rest against those of its thing told before."""
    if _is_rate(told):
        return
    known = _row_of(told, row)
    if known is None:
        return
    if _is_left(told):
        yield from _rest(dated, told, known)
    elif (listed := _as_many(told, known)) is not None:
        yield from _too_great(dated, told, listed)
    elif _is_total(told, known):
        yield from _total(dated, told, known)


def _row_of(told: _Told, row: Sequence[_Told]) -> list[_Told] | None:
    """The amounts of a number's thing before it and within reach; None where one of them cannot be reckoned with."""
    start = told.amount.span.start - _REACH
    first = bisect_left(row, start, key=lambda one: one.amount.span.start)
    near = [one for one in row[first:] if _is_of_it(one, told)]
    if any(not is_plain(one.amount) or _is_rate(one) for one in near):
        return None
    return near


def _is_of_it(one: _Told, told: _Told) -> bool:
    """Whether an amount is of the same thing, by its own noun, or, a bare figure, by the noun told before it."""
    amount, whole = one.amount, told.amount
    if amount.unit in TIMES or fold(amount.of or "") in _NOTHING or amount.value < _SMALLEST:
        return False
    if whole.unit not in COUNTED:
        worded = amount.rule == "amount.elided" and not amount.text[0].isdigit()
        return alike(amount, whole) and not worded
    thing = _thing(told)
    if not thing or amount.unit not in COUNTED:
        return False
    said, stem = fold(amount.of or ""), thing[:_STEM]
    lead, _, behind = one.clause.partition("#")
    if is_bare(amount) and (said[:_STEM] == stem or (len(stem) == _STEM and stem in lead)):
        return True
    if said[:_STEM] == stem or (said and " ".join(behind.split()[:1]).startswith(stem) and behind[:1] == " "):
        return True
    # women and men, girls and boys are summed up by a word for people, children or pupils
    return says(thing, "of_both") and (says(said, "women") or says(said, "men"))


def _as_many(told: _Told, known: Sequence[_Told]) -> list[_Told] | None:
    """The nearest list of as many numbers as a number's own sentence counts before it: "üç limandan … 1.200"."""
    lead = told.around.partition(told.clause.partition("#")[0].strip() or "#")[0] + told.clause.partition("#")[0]
    counts = {numbers()[word] for word in re.findall(r"[a-z]+", lead) if word in numbers()} - {1, 2}
    groups: dict[str, list[_Told]] = {}
    for one in known:
        if one.around != told.around:
            groups.setdefault(one.around, []).append(one)
    return next((group for group in reversed(groups.values()) if len(group) in counts), None)


def _too_great(dated: Dated, told: _Told, listed: Sequence[_Told]) -> Iterator[Finding]:
    """A number of all that were listed, where it is more than they are together: no share of them could be that.

    A smaller one may tell of something that befell a part of them ("bu üç köyde 100 ev yandı"), a greater one cannot.
    """
    parts = [one.amount for one in listed]
    reckoned = sum(one.value for one in parts)
    total = _is_total(told, listed)
    near = is_sum_like(told.amount, parts)
    if (
        near
        and (total or told.amount.value > reckoned)
        and not is_later(told.clause)
        and not _chosen(parts, told.amount)
    ):
        yield from unless_it_comes_to(dated, "sum-total", told.amount, parts, reckoned)


def _thing(told: _Told) -> str:
    """What a number counts: what its words call the whole of ("hastanın yekûnu 2.035"), else its own noun."""
    found = _WHOLE_OF.search(told.clause)
    return found[1] if found is not None and is_bare(told.amount) else fold(told.amount.of or "")


def _is_total(told: _Told, known: Sequence[_Told]) -> bool:
    """Whether a number is told as a whole: by a word for it in its clause, or alone in its sentence by one there."""
    alone = not any(one.around == told.around for one in known) and "#" not in told.around
    said = told.clause if not alone else f"{told.clause} {told.around}"
    if _WHOLE.search(said) or _RUN_UP.search(told.clause) or says(told.clause, "total"):
        return True
    return alone and says(told.around, "total")


def _is_left(told: _Told) -> bool:
    return _LEFT.search(told.clause) is not None


def _total(dated: Dated, told: _Told, known: Sequence[_Told]) -> Iterator[Finding]:
    """A whole against the numbers of its thing since the last whole."""
    wholes = [at for at, one in enumerate(known) if _calls_whole(one.clause)]
    rows = known[wholes[-1] + 1 if wholes else 0 :]
    parts = [one.amount for one in rows]
    years = [set(_YEAR.findall(one.clause)) for one in (*rows, told)]
    if rows and all(years) and not set.union(*years[:-1]) & years[-1]:  # each of its own year, and the last of another
        return
    if any(tells_more(one.around, len(parts)) for one in (*rows[:1], told)):
        return
    if not _FEWEST <= len(parts) <= _MOST or is_later(told.clause) or _is_of_columns(dated, told.amount):
        return
    parts = [*parts, *_unread(dated, parts[0], told.amount)]
    reckoned = sum(one.value for one in parts)
    near = is_sum_like(told.amount, parts)
    if near and not _chosen(parts, told.amount):
        yield from unless_it_comes_to(dated, "sum-total", told.amount, parts, reckoned)


def _is_of_columns(dated: Dated, total: Amount) -> bool:
    """Whether a total has others beside it in its row of cells: each column is added up by itself, in ``columns``."""
    text = dated.page.text
    start, end = text.rfind("\n", 0, total.span.start) + 1, text.find("\n", total.span.end)
    row = Span(start, end if end >= 0 else len(text))
    return ("|" in row.of(text) or "\t" in row.of(text)) and len(dated.amounts_in(row)) > 1


def _calls_whole(clause: str) -> bool:
    """Whether a clause calls its number a whole."""
    return says(clause, "total") or _WHOLE.search(clause) is not None


def tells_more(around: str, parts: int) -> bool:
    """Whether a sentence tells of more givers than there are parts: "beş köyde 120, 85 ve 60 çuval"."""
    found = _givers().search(around)
    return found is not None and numbers()[found[0]] > parts


@cache
def _givers() -> re.Pattern[str]:
    """A number in words before a noun in the locative or ablative: "beş köyde"."""
    return re.compile(rf"\b(?:{'|'.join(numbers())})(?= \w+[dt][ae]n?\b)")


def _unread(dated: Dated, first: Amount, whole: Amount) -> list[Amount]:
    """Numbers with a copula among the parts that nobody read as such: "sayıları da 11'miş"."""
    known = [*(one.span for one in dated.page.facts.amounts), *(one.span for one in dated.page.facts.dates)]
    found = [Span(one.start(), one.end()) for one in _COPULA.finditer(dated.folded, first.span.end, whole.span.start)]
    return [
        replace(first, span=span, text=span.of(dated.page.text), value=float(span.of(dated.page.text)))
        for span in found
        if not any(one.overlaps(span) for one in known)
    ]


def _chosen(parts: Sequence[Amount], whole: Amount) -> bool:
    """Whether some of the numbers, or a difference of two, give the whole: the others were told of something else."""
    for size in range(2, len(parts)):
        if any(comes_to(sum(one.value for one in some), whole, whole.value) for some in combinations(parts, size)):
            return True
    return any(comes_to(abs(a.value - b.value), whole, whole.value) for a, b in combinations(parts, 2))


def _rest(dated: Dated, told: _Told, known: Sequence[_Told]) -> Iterator[Finding]:
    """A rest against the nearest whole before it, which is greater than all that was told since, and those parts."""
    amounts = [one.amount for one in known]
    at = next((at for at in range(len(amounts) - 1, -1, -1) if _opens(amounts[at:], told.amount)), None)
    if at is None:
        return
    whole, parts = amounts[at], amounts[at + 1 :]
    reckoned = whole.value - sum(one.value for one in parts)
    near = lies_near(told.amount.value, reckoned)
    if not near or any(
        comes_to(whole.value - sum(one.value for one in some), told.amount, whole.value)
        for size in range(1, len(parts))
        for some in combinations(parts, size)
    ):
        return
    if not comes_to(reckoned, told.amount, whole.value):
        yield misfit(dated, "sum-rest", told.amount, (whole, *parts), reckoned)


def _opens(amounts: Sequence[Amount], rest: Amount) -> bool:
    """Whether the first of some amounts can be the whole of the others and of the rest."""
    whole, parts = amounts[0], amounts[1:]
    if not _FEWEST <= len(parts) <= _MOST or rest.value >= whole.value:
        return False
    return whole.value > sum(one.value for one in parts)


def _in_equal_parts(dated: Dated, row: Sequence[_Told]) -> Iterator[Finding]:
    """ "dört eşit taksitte toplam 2.000 lira", and far behind "her taksit 600 lira"; or each first, then the whole."""
    for at, one in enumerate(row):
        count = number_told(one.around, "parcel") or _before_equal(one.around)
        if not is_plain(one.amount) or count is None or not says(one.around, "equal") or one.amount.unit == "count":
            continue
        each = re.search(r"\bof \W*#|l[iu]k\b[^#]*$", one.clause) is not None and not says(one.clause, "total")
        for other in row[at + 1 :]:
            far = other.amount.span.start - one.amount.span.end > _REACH
            if far or other.around == one.around or not (is_plain(other.amount) and alike(one.amount, other.amount)):
                continue
            if each and (says(other.clause, "total") or _WHOLE.search(other.clause)):
                reckoned = one.amount.value * count
                yield from unless_it_comes_to(dated, "sum-shares", other.amount, (one.amount,), reckoned)
            elif not each and says(other.clause, "each") and pattern_of("parcel").search(other.around):
                reckoned = other.amount.value * count
                if not comes_to(reckoned, one.amount, one.amount.value):
                    yield misfit(dated, "sum-shares", one.amount, (other.amount,), reckoned)
            break


def _before_equal(around: str) -> int | None:
    """How many equal parts a sentence tells, the number right before the word for equal."""
    found = re.search(
        rf"\b(\d{{1,2}}|{'|'.join(numbers())}) {pattern_of('equal').pattern} {pattern_of('parcel').pattern}", around
    )
    if found is None:
        return None
    return int(found[1]) if found[1].isdigit() else numbers()[found[1]]
