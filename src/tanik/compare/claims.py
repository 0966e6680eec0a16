"""Findings about what a page says of its numbers in whatever words: the whole of them, what is left, so much for each.

Comes in: one page. Goes out: findings. ``sums``, ``rests`` and ``listed`` read fixed turns; here the last number of a
sentence is set against those before it by the class of words in its own clause (``data/reckonings.toml``) and by what
the numbers are. It is told only where all numbers of the stretch take part, none is rounded, and no other reckoning of
the same numbers (a part of the list, their difference) gives the number: a sum that a reader has to guess is no fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from typing import Final

from tanik.compare.dating import Dated
from tanik.compare.model import Finding
from tanik.compare.reckoning import COUNTED, TIMES, comes_to, is_bare, is_plain, is_slip, unless_total
from tanik.compare.sums import alike
from tanik.compare.wordings import is_later, number_told, numbers, says
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Amount

__all__ = ["check_claims", "clause_of", "is_anothers"]

_BOUND: Final = re.compile(r"[;:.]|, ")
_SIDES: Final = frozenset(("taraf", "tarafin", "teref", "terefin", "ordu", "sides"))
_FAR: Final = 2
_HOW_MANY: Final = re.compile(r"(?:bu |her |butun |these |the )?([a-z]+) [a-z]+(?:[dt][ae]n?|n?[iu]n|s|days)\b")
_BY_NAME: Final = re.compile(r"\b(?:sayisi|tutari|mevcudu|kaybi|yekunu|mebla\w*|bedeli) ?#")
_MARKS: Final = re.compile(r"[;:.]")
_BY_LIKE: Final = re.compile(r"['’]?l[iu]k ")  # "on iki bin liralık üç taksit"
_UNKNOWN: Final = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?= [a-z]{3})|(?<![\d.,])\d{2,5}(?= [a-z]{3})")
_MOST: Final = 12  # numbers of one list
_LINE: Final = re.compile(r"^\W*(?:[•●▪◦·*–—-]|\d{1,2}[.)]|[^:.;\d]{2,40}:)\s*")
_LONGEST: Final = 80
_LAST: Final = re.compile(r"\b(?:son|sonuncu\w*|nihayet|last|final)\b")
_FIRST: Final = re.compile(r"\b(?:ilk|birinci\w*|first)\b")
_COPULA: Final = re.compile(r"^['’]?\w{0,4}?(?:yd[iu]k?|d[iu]k?|t[iu]k?|[iu]z|d[iu]r)\b\s*[:(]")
# "Turan'ın eserinde toplam 900": a number out of one book is not the sum of those out of another
_FROM: Final = re.compile(
    r"\b(?:gore|kaynak(?:ta|lar\w*)|(?:kitab|eser|rapor|makale|yazi|hatirat|ani|gazete)\w{0,7}[dt][ae]|according to)\b"
)
_SET_OUT: Final = re.compile(
    r"['’]?\w{0,4} (?:\w+ )?(?:ol(?:du|mus)|tut(?:tu|uyor|mus)|bul(?:du|mus|uyor)|et(?:ti|mis)|vard[iu])\w*:"
)
_MAKES: Final = re.compile(
    r"\b(?:etti|eder|ediyor|etmis|makes|making) ?#|#\W?\w{0,4} ?(?:etti|eder|ediyor|etmis|tuttu|tutuyor|tutar|makes)\b"
)


def check_claims(dated: Dated) -> Iterator[Finding]:
    """The findings about what one page says of its numbers."""
    older: list[Amount] = []
    before: list[Amount] = []
    lines: list[Amount] = []
    block = 0
    for sentence in dated.sentences:
        here = _read_again(dated, list(filter(is_plain, dated.amounts_in(sentence))))
        everything = [one for one in dated.amounts_in(sentence) if one.unit not in TIMES]
        if len(here) != len(everything):  # a rounded number, a bound: nothing to reckon with
            older, before, lines, block = [], [], [], 0
            continue
        here = _multiplied(dated, here)
        yield from _whole_of_lines(dated, (lines[:block], lines[block:]), here)
        if not _is_line(dated, sentence) or len(here) != 1:
            lines, block = [], 0
        elif lines and _is_total_line(dated, sentence):
            block = len(lines)  # what was counted so far; the lines below go on, or are another list
        else:
            lines = [*lines, here[0]]
        if len(here) <= _MOST:
            # numbers of one thing told over several sentences are read in ``results``
            goes_back = not before or not any(_fits(one, before[0]) and not _counts(one) for one in older)
            yield from _whole(dated, before if goes_back else [], here)
            yield from _opened(dated, here)
        older, before = before, here


def _read_again(dated: Dated, amounts: list[Amount]) -> list[Amount]:
    """Bare numbers of a list with the unit that closes it: "üç defada: önce 50, sonra 70, en son 30 lira" are lira."""
    for at in range(len(amounts) - 2, -1, -1):
        one, behind = amounts[at], amounts[at + 1]
        between = dated.between(one, behind)
        bare = is_bare(one)
        if bare and one.unit == "count" and behind.unit != "count" and ":" not in between and ";" not in between:
            amounts[at] = replace(one, unit=behind.unit, of=behind.of)
    return amounts


def _multiplied(dated: Dated, amounts: Sequence[Amount]) -> list[Amount]:
    """Numbers with so many of so much each as one: "on iki bin liralık üç taksit" is thirty-six thousand liras."""
    made: list[Amount] = []
    for one in amounts:
        each = made[-1] if made else None
        if each is not None and one.unit == "count" and _BY_LIKE.fullmatch(dated.between(each, one)):
            span = Span(each.span.start, one.span.end)
            made[-1] = replace(each, span=span, text=span.of(dated.page.text), value=each.value * one.value)
        else:
            made.append(one)
    return made


def clause_of(dated: Dated, amount: Amount, before: Amount | None) -> str:
    """The words of a number's own clause, from the number or mark before it to the mark behind it."""
    sentence = dated.sentence(amount.span)
    if sentence is None:
        return ""
    start = before.span.end if before is not None and before.span.start >= sentence.start else sentence.start
    lead = dated.folded[start : amount.span.start]
    marks = [found.end() for found in re.finditer(r"[;:.]|(?<!\d), ", lead)]
    behind = dated.folded[amount.span.end : sentence.end]
    mark = _BOUND.search(behind)
    return f"{lead[marks[-1] if marks else 0 :]}#{behind[: mark.start() if mark else len(behind)]}"


def _whole(dated: Dated, before: Sequence[Amount], here: Sequence[Amount]) -> Iterator[Finding]:
    """The last number of a sentence as the whole of those before it, in the sentence or else in the one before."""
    if not here:
        return
    total, rest = here[-1], list(here[:-1])
    clause = clause_of(dated, total, rest[-1] if rest else None)
    numbers = [one for one in rest if _counts(one)]
    parts = [one for one in rest if one not in numbers]
    if not parts:
        parts = [one for one in before if not _counts(one)]
        numbers = [*numbers, *(one for one in before if _counts(one))]
        if (not numbers and not says(clause, "total")) or is_anothers(dated, total):
            return
    lead = dated.between(parts[-1], total) if parts else ""
    said = f"{clause} {_MARKS.split(lead)[-1]}" if len(lead) < _LONGEST else clause
    if any(one.value > len(parts) for one in numbers if not _is_side(one)):  # "beş köyde 120, 85 ve 60": not all told
        return
    parts = _named(parts, clause)
    goes = [one for one in numbers if _is_side(one) or _is_apart(dated, one, parts)]
    counted = any(one.value == len(parts) or _is_side(one) for one in goes) or _told_number(clause) == len(parts)
    ended = _ends_list(dated, parts, total) and says(said, "comes")
    sexes = _are_sexes(dated, parts, total)
    if len(parts) < 2 or is_later(said) or not (ended or sexes or _is_whole(said, counted=counted)):
        return
    fits = all(_fits(one, total) for one in parts) or _are_kinds(parts, total, clause) or _are_people(parts, total)
    if _UNKNOWN.search(dated.folded, parts[0].span.end, total.span.start) and _has_unknown(dated, parts[0], total):
        return  # "8.400 Türk, 2.150 Ermeni, 950 Asuri": a part that was not read
    if fits and total.value > max(one.value for one in parts) and not _else(dated, total, parts):
        yield from unless_total(dated, total, parts)


def _has_unknown(dated: Dated, first: Amount, total: Amount) -> bool:
    """Whether a figure before a word stands between a part and the whole, and was read as no amount and no date."""
    stretch = Span(first.span.end, total.span.start)
    read = [*(one.span for one in dated.amounts_in(stretch)), *(one.span for one in dated.page.facts.dates)]
    found = (Span(*one.span()) for one in _UNKNOWN.finditer(dated.folded, stretch.start, stretch.end))
    return any(not any(one.overlaps(span) for one in read) for span in found)


def _is_apart(dated: Dated, number: Amount, parts: Sequence[Amount]) -> bool:
    """Whether a number stands before a list or behind its end, and does not measure one of it: "9 kuruşa iki okka"."""
    if not parts or number.span.end <= parts[0].span.start:
        return True
    last = max((one for one in parts if one.span.end <= number.span.start), key=lambda one: one.span.end)
    return _BOUND.search(dated.folded[last.span.end : number.span.start]) is not None


def is_anothers(dated: Dated, total: Amount) -> bool:
    """Whether a sentence gives its number out of a book or on a source's word: the sentence before had another."""
    sentence = dated.sentence(total.span)
    return sentence is not None and _FROM.search(dated.folded, sentence.start, total.span.start) is not None


def _counts(amount: Amount) -> bool:
    """Whether an amount only says how many gave, got or came: "üç taksitin", "iki taraf", "iki okulun"."""
    words = amount.text.split()
    return amount.unit == "count" and len(words) > 1 and not words[0][0].isdigit() and amount.value <= _MOST


def _told_number(clause: str) -> int | None:
    """How many a clause begins with: "iki günde hastaneye 200 yaralı yatırıldı"."""
    found = _HOW_MANY.match(clause.strip())
    return numbers().get(found[1]) if found is not None else None


def _is_side(amount: Amount) -> bool:
    return amount.value == 2 and fold(amount.of or "") in _SIDES


def _is_whole(said: str, *, counted: bool) -> bool:
    """Whether the words about a number make it the whole: by themselves, or with how many there are."""
    if says(said, "total") or _MAKES.search(said) is not None:
        return True
    comes = says(said, "comes")
    return counted or (comes and says(said, "sum")) or _BY_NAME.search(said) is not None


def _ends_list(dated: Dated, parts: Sequence[Amount], total: Amount) -> bool:
    """Whether the list says which of its numbers is the last: "25, 30, 20 ve son olarak 25 lira"."""
    if len(parts) < 2:
        return False
    return total.unit == parts[-1].unit and _LAST.search(dated.between(parts[-2], parts[-1])) is not None


def _are_sexes(dated: Dated, parts: Sequence[Amount], total: Amount) -> bool:
    """Whether shares stand right before a number of people, women and men among them."""
    if len(parts) < 2 or total.unit != "person" or not _all_shares(parts):
        return False
    told = [dated.between(one, two) for one, two in pairwise([*parts, total])]
    short = all(re.fullmatch(r"['’]?\w{1,4} \w+,? (?:ve )?", one) for one in told)
    return short and any(says(one, "women") for one in told) and any(says(one, "men") for one in told)


def _named(parts: list[Amount], clause: str) -> list[Amount]:
    """The parts that a total names by their kind ("yaralısı"), or all of them."""
    kind = [one for one in parts if one.of and len(one.of) > 2 and fold(one.of)[:5] in clause]
    others = [one for one in parts if one not in kind]
    return kind if len(kind) > 1 and others and all(one.of for one in others) else parts


def _fits(part: Amount, total: Amount) -> bool:
    bare = is_bare(total)
    people = part.unit == total.unit == "person"
    return bare or people or alike(part, total)


def _are_kinds(parts: Sequence[Amount], total: Amount, clause: str) -> bool:
    """Whether things of several kinds are summed up by a word for all of them: "weapons in all"."""
    same = {one.unit for one in (*parts, total)} == {"count"}
    return same and says(clause, "total") and says(fold(total.of or ""), "whole")


def _are_people(parts: Sequence[Amount], total: Amount) -> bool:
    """Whether people of several callings, some of which no table has ("250 yaya"), are summed up as so many people."""
    known = [one for one in parts if one.unit == "person"]
    return total.unit == "person" and not total.of and bool(known) and all(one.unit in COUNTED for one in parts)


def _else(dated: Dated, total: Amount, parts: Sequence[Amount]) -> bool:
    """Whether the numbers may hang together in another way: far apart, with rates or wholes among them, or a choice.

    A slip of the pen lies near the sum; a number twice or half as great is another thing.
    """
    reckoned = sum(one.value for one in parts)
    if not reckoned / _FAR < total.value < reckoned * _FAR:
        return True
    for at, one in enumerate(parts):
        led = clause_of(dated, one, parts[at - 1] if at else None)
        if says(led, "each") or (at and says(led, "total")):
            return True
    if len(parts) > 2:
        for size in range(2, len(parts)):
            if any(comes_to(sum(one.value for one in some), total, total.value) for some in combinations(parts, size)):
                return True
    return False


def _is_line(dated: Dated, sentence: Span) -> bool:
    begin = dated.page.text.rfind("\n", 0, sentence.start) + 1
    line = dated.page.text[begin : sentence.end]
    return len(line) <= _LONGEST and _LINE.match(line) is not None


def _is_total_line(dated: Dated, sentence: Span) -> bool:
    """Whether a line of a list gives the whole of those above it, and is none of them: "ara toplam: 75 sandık"."""
    folded = dated.folded[sentence.start : sentence.end]
    return len(folded) <= _LONGEST and says(folded, "total") and not is_later(folded)


def _whole_of_lines(
    dated: Dated, told: tuple[Sequence[Amount], Sequence[Amount]], here: Sequence[Amount]
) -> Iterator[Finding]:
    """The lines of a list or table, one number each, against the line below them that tells their whole.

    `told` are the lines up to the last subtotal and those below it: the whole may be of both or of the latter.
    """
    here = [one for one in here if not _counts(one)]
    lines = [*told[0], *told[1]]
    if len(lines) < 2 or len(here) != 1:
        return
    total, around = here[0], dated.sentence(here[0].span)
    if around is None or not _is_total_line(dated, around) or not all(_fits(one, total) for one in lines):
        return
    sums = [sum(one.value for one in part) for part in (lines, told[1]) if part]
    if not any(comes_to(one, total, total.value) for one in sums):
        yield from unless_total(dated, total, lines)


def _opened(dated: Dated, here: Sequence[Amount]) -> Iterator[Finding]:
    """A whole told first, and then its parts: as many as it came in, or up to "the last", or to a copula's colon."""
    if len(here) < 3:
        return
    whole, rest = here[0], [one for one in here[1:] if not _counts(one)]
    if not all(_fits(one, whole) for one in rest) or len(rest) < 2:
        return
    between = dated.between(whole, rest[0])
    told = number_told(between, "parcel") or number_told(
        dated.folded[max(0, whole.span.start - 40) : whole.span.start], "parcel"
    )
    last = dated.between(rest[-2], rest[-1])
    closed = _FIRST.search(between) is not None and _LAST.search(last) is not None and says(between, "parcel")
    listed = ":" in between or says(between, "parcel")
    if (
        (told == len(rest) and listed)
        or closed
        or (_COPULA.match(dated.folded[whole.span.end : whole.span.end + 12]) and _all_shares(rest))
        or (
            _SET_OUT.fullmatch(_label_off(between))
            and len(rest) > 2
            and _all_shares(rest[:-1])
            and _is_near(whole, rest)
        )
    ):
        yield from unless_total(dated, whole, rest)


def _label_off(between: str) -> str:
    """What stands between a whole and its first part up to the colon."""
    return between.partition(":")[0] + between.partition(":")[1]


def _is_near(whole: Amount, parts: Sequence[Amount]) -> bool:
    """Whether parts are somewhat more than their whole, or miss it by one slip of the pen."""
    total = sum(one.value for one in parts)
    return whole.value < total < whole.value * _FAR or is_slip(whole.value, total)


def _all_shares(parts: Sequence[Amount]) -> bool:
    return all(one.rule == "amount.elided" for one in parts)
