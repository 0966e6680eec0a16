"""Findings about sums: parts that do not make their total, instalments, and parts greater than their whole.

Comes in: one page. Goes out: findings. Sums are reckoned only where the page itself says that a number is a total
("toplam", "yekûn"), a share of each ("her biri") or part of another ("bunun 35 sandığı"; rests: ``rests``),
all of them in one unit and none rounded: a sum that a reader has to guess is no contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from tanik.compare.dating import Dated
from tanik.compare.model import Finding
from tanik.compare.reckoning import (
    ALL,
    COUNTED,
    is_bare,
    is_figure,
    is_plain,
    is_sum_like,
    misfit,
    percents,
    too_many,
    unless_it_comes_to,
    unless_total,
)
from tanik.compare.rests import is_share
from tanik.compare.retold import is_another
from tanik.compare.slots import money
from tanik.compare.wordings import pattern_of, says
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Amount

__all__ = ["alike", "check_sums", "is_parcel"]

_TOTAL: Final = re.compile(
    r"\b(?:toplam(?:i|da|lari)?|yekun(?:u)?|ceman|toptan|hepsi|tamami|tumu|cemi(?:si)?|ust ust[ea]"
    r"|(?:toplam|umum) (?:kayb|kayip|zayiat|sayi|tutar|miktar|mebla|bagis|yardim|hasilat|mevcut)\w*"
    r"|(?:toplanan|derlenen|biriken)(?: para| paralar)?|total(?: of)?|in all)\b[\s:]*$"
)
# The whole of something named, which only a list behind it can be the parts of: "toplam gider: 640 lira (boya 90, …)".
_WHOLE_OF: Final = re.compile(r"\b(?:toplam|umumi?) [^\W\d]{3,}(?<![iu]n)[\s:]*$")
# A sum that is run up to: "…, böylece sandıkta biriken para 370 lirayı buldu".
_RUN_UP: Final = re.compile(r"\b(?:boylece|boylelikle|yani|demek|bir araya|biriken|toplanan|derlenen)\b[^.;:\d]{0,40}$")
_COMES_TO: Final = re.compile(
    r"^\s*\w*\s*(?:\w{3,12} )?(?:bul(?:du|mus|ur|uyor)|et(?:ti|mis)|eder|ediyor|tut(?:tu|mus|ar|uyor)|ulas\w+)\b"
)
_TOTAL_BEHIND: Final = re.compile(r"^(?:\s+\w+)?\s*,?\s+(?:in all|in total|altogether|all told)\b")
_PART: Final = re.compile(
    r"\b(?:bunun|bunlarin|of this|of these|bunlardan|onun)\b(?! (?:icin|ucun|uzerine|yerine|kimi|gibi)\b)[^.;]{0,12}$"
)
_LISTED: Final = re.compile(r"^[^.;:]{0,40}?(?:,| ve | ile | and )[^.;:]{0,30}$")
# A total told first: what follows it up to the colon or bracket is what was counted, and then its parts.
_OPENS: Final = re.compile(r"^[^.;:(\d]{0,60}[:(][^.;:\d]{0,30}$")
_COLON: Final = re.compile(r"^[^.;:\d]{0,40}:[^.;:]{0,30}$")
_EACH: Final = re.compile(r"\b(?:her biri(?:n[dt]?[ae]n?)?|beheri(?:ne)?|tanesi(?:ne)?|basina|each of|each)\s*$")
# People are counted by their fate and summed up as people: "45 dead and 80 wounded, 125 men in all".
_FATES: Final = frozenset(
    fold(one) for one in ("dead", "killed", "wounded", "missing", "captured", "ölü", "yaralı", "şehit", "esir", "kayıp")
)
_PEOPLE: Final = frozenset(map(fold, ("men", "people", "soldiers", "casualties", "kişi", "asker", "insan", "zayiat")))
# Words for people of any kind, by which those of several kinds are summed up.
_ANYBODY: Final = frozenset(
    map(
        fold,
        ("kişi", "insan", "konuk", "misafir", "yolcu", "nüfus", "people", "persons", "guests", "passengers", "souls"),
    )
)
_FEW: Final = 3  # words: "bu para ona üç taksitte ödendi:"
_THE_SUM: Final = re.compile(r"^(?:bu |o )?(?:para|borc|kredi|bedel|tutar|mebla|yardim|hepsi|tamami|odeme|avans|bagis)")
_COMES: Final = "et"  # "45 ton etti" comes to so much, and is not of meat
_EQUAL: Final = re.compile(
    r"^\w+(?: \w+)? ?(?:esit |musavi |ekual )?(?:taksit|pay|hisse|parca|bolum|instal\w+|parts|shares)"
)
_EACH_OF: Final = re.compile(
    r"\b(?:her (?:taksit|pay|hisse|parca|bolum|bir)|beheri|tanesi|each)(?:in|i|e|ine)?(?: of \w+)?\W*$"
)
# What a whole is made up of leaves nothing out and counts nothing twice.
_CONSISTS: Final = re.compile(
    r"\b(?:olus(?:ur|uyor|mak|tu|an)\w*|ibaret\w*|meydana gel\w*|tesekkul e\w+|dagil(?:ir|iyor|di|mis)\w*"
    r"|consist\w*|made up|composed)\b"
)
_REST: Final = re.compile(r"\b(?:kalan|(?:the )?(?:remaining|other|rest,?))\W*(?:ise |da |de )?$")


def check_sums(dated: Dated) -> Iterator[Finding]:
    """The findings about the sums of one page."""
    before: list[Amount] = []
    for sentence in dated.sentences:
        here = list(filter(is_plain, dated.amounts_in(sentence)))
        for place, total in enumerate(here):
            if _is_total(dated, total):
                yield from _total(dated, here[:place], total)
                yield from _opened(dated, total, here[place + 1 :])
                yield from _shares(dated, here[:place], total)
                yield from _paid(dated, here[:place], total, here[place + 1 :])
            else:
                if _WHOLE_OF.search(dated.folded[max(0, total.span.start - 30) : total.span.start]):
                    yield from _opened(dated, total, here[place + 1 :])
                yield from _paid(dated, here[:place], total, here[place + 1 :])
                yield from _in_equal_parts(dated, total, here[place + 1 :])
                yield from _parted(dated, here[:place], total, here[place + 1 :])
        yield from _paid_next(dated, before, here)
        yield from _parts(dated, before, here)
        yield from _hundred(dated, sentence)
        before = here


def _is_total(dated: Dated, amount: Amount) -> bool:
    """Whether a number is called the total, before it ("toplam 40 lira") or behind it ("40 crates in all")."""
    before = dated.folded[max(0, amount.span.start - 20) : amount.span.start]
    behind = dated.folded[amount.span.end : amount.span.end + 40]
    led = dated.folded[max(0, amount.span.start - 60) : amount.span.start]
    run_up = _RUN_UP.search(led) is not None and _COMES_TO.match(behind) is not None
    return run_up or _TOTAL.search(before) is not None or _TOTAL_BEHIND.match(behind) is not None


def alike(part: Amount, total: Amount) -> bool:
    """Whether two amounts are of one unit and, as far as said, of one thing; the dead and the wounded are men.

    A figure alone ("120, 85 and 60 sacks", "toplam 39.289'dur") says of what only by those beside it.
    """
    said = None if is_figure(part) else part.of
    whole = None if (total.of is not None and fold(total.of) == _COMES) or is_figure(total) else total.of
    if part.unit == "person" and total.of is not None and fold(total.of) in _ANYBODY:
        return True
    if is_bare(part) and {part.unit, total.unit} <= COUNTED:
        return True
    return part.unit == total.unit and (said is None or whole is None or _is_one(fold(said), fold(whole)))


def _is_one(part: str, total: str) -> bool:
    """Whether what is counted is one thing, or a kind of it ("silver coins"), or people by their fate."""
    return part == total or part.endswith(f" {total}") or (part in _FATES and total in _PEOPLE)


def _is_list(dated: Dated, parts: Sequence[Amount]) -> bool:
    """Whether amounts stand in one list: nothing but commas, "ve", "ile" or "and" and a few words between any two."""
    return all(_LISTED.match(dated.between(one, two)) for one, two in pairwise(parts))


def is_parcel(amount: Amount) -> bool:
    """Whether an amount only says in how many goes something came: "üç taksit", "two batches"."""
    return amount.of is not None and pattern_of("parcel").match(f"{fold(amount.of)} ") is not None


def _instalments(amounts: Sequence[Amount]) -> int | None:
    """How many instalments the amounts speak of, if they do."""
    counts = [int(one.value) for one in amounts if is_parcel(one)]
    return counts[0] if len(counts) == 1 else None


def _givers(dated: Dated, others: Sequence[Amount]) -> int | None:
    """How many gave or got the parts: "the three villages gave 120, 85 and 60 sacks", "üç köyden"."""
    if len(others) != 1 or others[0].unit not in ("count", "person") or others[0].of is None:
        return None
    return int(others[0].value)


def _total(dated: Dated, before: Sequence[Amount], total: Amount) -> Iterator[Finding]:
    """A number called the total, right after a list of at least two of its unit in the same sentence."""
    parts: list[Amount] = []
    for amount in reversed(before):
        if not alike(amount, total) or (parts and _is_troop(amount, parts)):
            break
        parts.insert(0, amount)
    others = before[: len(before) - len(parts)]
    counted = _instalments(others) or _givers(dated, others)
    others = others[:-1] if others and _is_troop(others[-1], parts) else others
    if len(parts) < 2 or any(one.unit == total.unit and alike(one, total) for one in others):
        return
    if others and counted != len(parts) and not _are_kinds(parts):
        return
    if _is_list(dated, parts):
        yield from unless_total(dated, total, parts)


def _is_troop(amount: Amount, parts: Sequence[Amount]) -> bool:
    """Whether an amount is of those whose fates are listed behind it: "640 kişiyle gitti, 210 şehit verdi, …"."""
    ended = parts and all(one.of is not None and fold(one.of) in _FATES for one in parts)
    return bool(ended) and amount.unit == "person" and fold(amount.of or "") not in _FATES


def _are_kinds(parts: Sequence[Amount]) -> bool:
    """Whether each part is of another kind ("86 hanede 214 kadın, 198 erkek"): so no one gave each of them."""
    kinds = {fold(part.of) for part in parts if part.of is not None and not is_figure(part)}
    return len(kinds) == len(parts)


def _opened(dated: Dated, total: Amount, behind: Sequence[Amount]) -> Iterator[Finding]:
    """A number called the total, and behind a colon or in a bracket all that it is made of, to the sentence's end."""
    if len(behind) < 2 or not all(alike(part, total) for part in behind):
        return
    if _is_list(dated, behind) and _OPENS.match(dated.between(total, behind[0])):
        yield from unless_total(dated, total, behind)


def _paid(dated: Dated, before: Sequence[Amount], whole: Amount, behind: Sequence[Amount]) -> Iterator[Finding]:
    """A sum paid in so many instalments, and behind a colon as many amounts: "900 lira üç taksitte ödendi: …".

    The number of instalments may stand before the sum as well: "üç parti hâlinde 900 lira verdi: …".
    """
    counted = _instalments(behind[:1])
    opens, parts = (behind[0], behind[1:]) if counted is not None else (whole, behind)
    counted = counted or _instalments(before[-1:])
    if counted is None or len(parts) != counted or not all(_is_of_money(part, whole) for part in parts):
        return
    if counted > 1 and _is_list(dated, parts) and ":" in dated.between(opens, parts[0]):
        yield from unless_total(dated, whole, parts)


def _paid_next(dated: Dated, before: Sequence[Amount], here: Sequence[Amount]) -> Iterator[Finding]:
    """The only sum of a sentence, and in the next in how many goes it came: "Para üç taksitte geldi: …"."""
    counted, parts = _instalments(here[:1]), here[1:]
    if len(before) != 1 or counted is None or counted < 2 or len(parts) != counted or before[0].unit not in money():
        return
    around, all_of_it = dated.sentence(here[0].span), all(_is_of_money(part, before[0]) for part in parts)
    led = dated.folded[around.start : here[0].span.start] if around is not None else ""
    taken_up = _THE_SUM.search(led) is not None and not is_another(led) and len(led.split()) <= _FEW
    if not all_of_it or not taken_up or ":" not in dated.between(here[0], parts[0]):
        return
    if _is_list(dated, parts) and is_sum_like(before[0], parts):
        yield from unless_total(dated, before[0], parts)


def _is_of_money(part: Amount, whole: Amount) -> bool:
    """Whether an amount is of one thing with a whole, or its money goes by the head of its name ("altın ruble")."""
    return alike(part, whole) or (part.unit in money() and whole.unit.endswith(f"_{part.unit}"))


def _parted(dated: Dated, before: Sequence[Amount], whole: Amount, behind: Sequence[Amount]) -> Iterator[Finding]:
    """An amount, a colon and bare numbers to the end of the sentence: "11 million roubles: 4 in 1920, 6 in 1921".

    The numbers have no unit of their own, so they share out the amount before the colon, unless another amount of that
    unit stands in front of it.
    """
    if len(behind) < 2 or any(one.unit == whole.unit for one in before):
        return
    people = all(part.unit == whole.unit == "person" for part in behind)  # "420'ydi: 210 kadın, 230 erkek"
    if not people and not all(part.rule == "amount.elided" and part.unit == whole.unit for part in behind):
        return
    if _is_list(dated, behind) and _COLON.match(dated.between(whole, behind[0])) is not None:
        yield from too_many(dated, whole, behind)  # a list may leave something out, but not hold more than there is


def _shares(dated: Dated, before: Sequence[Amount], total: Amount) -> Iterator[Finding]:
    """So many shares of so much each against their total ("her biri 400 liralık beş taksit")."""
    shares = [one for one in before if _EACH.search(dated.folded[max(0, one.span.start - 16) : one.span.start])]
    counts = [one for one in before if one not in shares]
    if len(shares) != 1 or len(counts) != 1 or counts[0].unit not in ("count", "person"):
        return
    if not alike(shares[0], total):
        return
    reckoned = shares[0].value * counts[0].value
    yield from unless_it_comes_to(dated, "sum-shares", total, (counts[0], shares[0]), reckoned)


def _in_equal_parts(dated: Dated, whole: Amount, behind: Sequence[Amount]) -> Iterator[Finding]:
    """A sum in so many equal parts, and what each comes to: "dört eşit taksitte, her taksit 650 lira"."""
    if len(behind) < 2 or behind[0].unit != "count" or behind[1].unit != whole.unit:
        return
    count, each = behind[:2]
    divided = _EQUAL.match(dated.folded[count.span.start : count.span.end + 24])
    if divided is None or not _EACH_OF.search(dated.between(count, each)):
        return
    yield from unless_it_comes_to(dated, "sum-shares", whole, (count, each), count.value * each.value)


def _hundred(dated: Dated, sentence: Span) -> Iterator[Finding]:
    """Shares in percent of which a whole is said to consist, together more than a hundred; the rest makes it full."""
    shares = percents(dated.amounts_in(sentence))
    text = dated.folded[sentence.start : sentence.end]
    if len(shares) < 2 or says(text, "of_some_of_them"):
        return
    rest = _REST.search(dated.folded[max(0, shares[-1].span.start - 24) : shares[-1].span.start]) is not None
    if not rest and not _CONSISTS.search(text):
        return
    if not _is_list(dated, shares):
        return
    reckoned = sum(one.value for one in shares)
    slack = len(shares) / 2
    if reckoned > ALL + slack or (rest and reckoned < ALL - slack):  # each may be rounded up by half a percent
        yield misfit(dated, "sum-hundred", shares[-1], shares, reckoned)


def _parts(dated: Dated, before: Sequence[Amount], here: Sequence[Amount]) -> Iterator[Finding]:
    """Parts ("bunun …") that are together greater than the one amount of the sentence before."""
    for place, part in enumerate(here):
        if not _PART.search(dated.folded[max(0, part.span.start - 30) : part.span.start]):
            continue
        wholes = [amount for amount in before if alike(amount, part)]
        if len(wholes) != 1 or len(before) != 1:
            continue
        # Behind a semicolon the same whole is shared out once more, by something else.
        behind = (one for one in here[place + 1 :] if ";" not in dated.between(part, one))
        parts = [part, *(one for one in behind if alike(one, part) and is_share(dated, one))]
        yield from too_many(dated, wholes[0], parts)
