"""Findings about sums whose parts have a frame of their own: parcels, rates, what a number is made up of, shares.

Comes in: one page. Goes out: findings. Pages tell a total with the number of parcels that it came in, and the parcels
in the next sentence; give a rate and what it comes to in so long; or list what a number is made up of before it. Each
is reckoned only where its words leave no choice: there are as many parcels as were told and the first is called so, the
rate stands in the ablative ("ayda 40 liradan"). Lines of a list and the total below them are read in ``claims``.
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
    is_plain,
    is_sum_like,
    lies_near,
    misfit,
    percents,
    too_many,
    unless_it_comes_to,
    unless_total,
)
from tanik.compare.rests import is_share
from tanik.compare.sums import alike, is_parcel
from tanik.compare.wordings import says
from tanik.core.span import Span
from tanik.facts.model import Amount, DateMention

__all__ = ["check_listed"]

_FIRST: Final = re.compile(r"\b(?:ilk|birinci\w*|the first|first)\b")
_SECOND: Final = re.compile(r"\b(?:ikinci\w*|second)\b")
_WHOLE: Final = re.compile(r"\b(?:toplam|toplami|yekun|cem an|ceman|in all|a total of|total of)\W*$")
_BEING: Final = re.compile(r"\bolmak uzere\W*$")
# "120 çizme, 75 kaput ve 45 battaniyeden oluşan 240 parça": the ablative of what it is made of (Ergin: sıfat-fiil).
_OWNER: Final = re.compile(r"\b[^\W\d]{3,}n?[iu]n $")  # "gelirin yüzde 50'si"
_MADE_OF: Final = re.compile(r"['’]?[dt][ae]n (?:olusan|ibaret(?: olan)?|mutesekkil|meydana gelen)(?: toplam)? $")
_JOINED: Final = re.compile(r"[^.;:\d]{0,40}?(?:,| ve | ile )[^.;:\d]{0,30}")
_OF_IT: Final = re.compile(r"^['’]?(?:n?[iu]n|[dt][ae]n)\b")
_ENDING: Final = re.compile(r"[^\s,.;]{2}(?:(['’]?[dt][ae]n)|(['’]?[dt][ae])|(['’]?y?[ae]))$")
_CLAUSE: Final = re.compile(r"[,.;](?: |$)")
_WORD: Final = re.compile(r"(?<!['’])\b[^\W\d]{2,}")
_SMALL: Final = frozenset(("ise", "da", "de", "ve", "ile", "daha", "sadece"))
_WORDS: Final = 4
# Folded: w is v.
_TO_ENGLISH: Final = re.compile(r"(?: (?:vent|vere sent|came|vere given))? (to|from|in) (?!all\b|total\b)[a-z]")
_CASES: Final = ("from", "in", "to")
_OF: Final = re.compile(r"(?:^|\W)of (?:the )?$")
_TO_COMMA: Final = re.compile(r"[^.;:,\d]{0,60}, ")
_OF_WHOM: Final = re.compile(r"\bof vhom\W*$")  # folded: w is v
_ENDED: Final = re.compile(
    r"(?:['’]?[a-z]{0,3} )?(?:(?:vere |vas |had been )?(?:killed|vounded|captured|missing|dead|died)\b"
    r"|sehit\b|oldu\b|oldurul\w+|yaral\w+|esir\b|kayip\b|kaybol\w+)"
)
_A_MONTH: Final = re.compile(r"\b(?:ayda|her ay|ayligi|aylik)\W*$")
_ABLATIVE: Final = re.compile(r"^['’]?[dt][ae]n\b")
_MONTHS: Final = {"year": 12.0, "month": 1.0}
# What may stand before the first dated part beside its date: what takes up the whole, or the first of the parts.
_TAKEN_UP: Final = re.compile(
    r"bunun|bunlar\w*|onun|onlar\w*|bu|para\w*|ilk\w*|birinci\w*|(?:parti|taksit|yil|odeme)\w*|of|this|these|it|in|the|first"
)
_KEPT: Final = re.compile(r"\b(?:tamam[iu]|hepsi|butunu|toplam\w*|yekun\w*|in full|all of|in all|total)\b")
_NOT_YET: Final = re.compile(
    r"\b\w{2,}[ae]c[ae][kg]\w*|\b(?:soz|taahhut|vaat|vad|karar|anlas|ongor|plan|borc|faiz|promis|pledg|agreed"
    r"|due|interest)\w*"
)
_CAME_TO: Final = re.compile(r"^\s*(?:ed|et(?:ti|mis|er)|tut(?:tu|ar|uyor|mus)|yapiyor|yapar|yapti|odedi|oden)")


def check_listed(dated: Dated) -> Iterator[Finding]:
    """The findings about sums told over several sentences of one page."""
    before: list[Amount] = []
    told: Sequence[Amount] = ()
    for sentence in dated.sentences:
        everything = dated.amounts_in(sentence)
        here = list(filter(is_plain, everything))
        yield from _of_parcels(dated, before, here)
        yield from _of_dates(dated, told, everything, sentence)
        yield from _at_rate(dated, everything)
        yield from _made_up(dated, here)
        yield from _made_of(dated, here)
        yield from _shared_out(dated, here)
        yield from _hundred_shared(dated, everything)
        before, told = here, everything


def _of_dates(dated: Dated, told: Sequence[Amount], here: Sequence[Amount], around: Span) -> Iterator[Finding]:
    """ "Üç yılda toplam 900 lira. Bunun 300'ü 1934'te, …": as many dated parts as there were parcels, or years.

    Nothing but its date and what takes up the whole stands before the first part: a sentence that names another matter
    first may tell of that alone. Years follow on one another; what was only promised, or bears interest, comes to more.
    """
    counts = [one for one in told if one.value == len(here) and (is_parcel(one) or one.unit == "year")]
    wholes = [one for one in told if one not in counts]
    if len(counts) != 1 or len(wholes) != 1 or len(here) < 2 or not all(map(is_plain, (*wholes, *here))):
        return
    count, whole = counts[0], wholes[0]
    dates = [one for one in dated.dates_in(around) if one.edtf]
    days = [sum(one.span.end <= day.span.start < two.span.start for day in dates) for one, two in pairwise(here)]
    lead = _without(dated, dates, Span(around.start, here[0].span.start))
    if len(dates) < len(here) or not all(days) or not all(map(_TAKEN_UP.fullmatch, lead)):
        return
    called = _WHOLE.search(dated.folded[max(0, whole.span.start - 16) : whole.span.start])
    years = {int(one.edtf[:4]) for one in dates if one.edtf and one.edtf[:4].isdigit()}
    if count.unit == "year" and not (called and len(years) == len(here) == max(years) - min(years) + 1):
        return
    said = dated.folded[max(0, (dated.sentence(whole.span) or whole.span).start) : around.start]
    if "\n" in dated.page.text[whole.span.end : here[0].span.start] or (
        _NOT_YET.search(said) and not _KEPT.search(said)
    ):
        return
    if all(_is_of(one, whole) for one in here) and lies_near(whole.value, sum(one.value for one in here)):
        yield from unless_total(dated, whole, here)


def _is_of(part: Amount, whole: Amount) -> bool:
    """Whether a part is of one thing with a whole, or its money goes by the head of its name ("altın ruble")."""
    return alike(part, whole) or whole.unit.endswith(f"_{part.unit}")


def _without(dated: Dated, dates: Sequence[DateMention], stretch: Span) -> list[str]:
    """The words of a stretch that belong to no date of some, endings behind apostrophes aside."""
    found = _WORD.finditer(dated.folded, stretch.start, stretch.end)
    return [one[0] for one in found if not any(day.span.start <= one.start() < day.span.end for day in dates)]


def _of_parcels(dated: Dated, before: Sequence[Amount], here: Sequence[Amount]) -> Iterator[Finding]:
    """ "Üç parti hâlinde toplam 48 bin lira. İlk partide 15 bin, ikincisinde …": as many parts as were told."""
    counts = [one for one in before if is_parcel(one)]
    wholes = [one for one in before if _WHOLE.search(dated.folded[max(0, one.span.start - 16) : one.span.start])]
    if not wholes and len(before) == len(counts) + 1:  # "dört taksitte 240 bin lira gönderdi": the only sum there is
        wholes = [one for one in before if one not in counts]
    if len(counts) != 1 or len(wholes) != 1:
        return
    whole, parts = wholes[0], [one for one in here if alike(one, wholes[0])]
    if len(parts) != counts[0].value or len(parts) != len(here) or len(parts) < 2:
        return
    around = dated.sentence(parts[0].span)
    lead = dated.folded[around.start : parts[0].span.start] if around is not None else ""
    next_one = dated.between(parts[0], parts[1])
    ordered = _FIRST.search(lead) is not None and _SECOND.search(next_one) is not None
    if ordered:
        yield from unless_total(dated, whole, parts)


def _at_rate(dated: Dated, here: Sequence[Amount]) -> Iterator[Finding]:
    """ "Ayda 40 liradan bir yıllık kira 580 lira tutuyordu": so much a month, and what it comes to in so long."""
    for rate, (length, total) in zip(here, pairwise(here[1:]), strict=False):
        led = dated.folded[max(0, rate.span.start - 12) : rate.span.start]
        if _A_MONTH.search(led) is None or length.unit not in _MONTHS or rate.unit != total.unit:
            continue
        by = _ABLATIVE.match(dated.folded[rate.span.end : rate.span.end + 5])
        came = _CAME_TO.match(dated.folded[total.span.end : total.span.end + 12])
        if by is None or came is None or not (is_plain(rate) and is_plain(total)):
            continue
        reckoned = rate.value * length.value * _MONTHS[length.unit]
        yield from unless_it_comes_to(dated, "sum-shares", total, (rate, length), reckoned)


def _made_up(dated: Dated, here: Sequence[Amount]) -> Iterator[Finding]:
    """ "45 kız, 60 erkek olmak üzere 105 talebe": the list says what the number behind is made up of.

    "12'si kadın olmak üzere 40 kişi" tells only some of them: a part with the possessive is no such list.
    """
    for at, total in enumerate(here):
        if at < 2 or _BEING.search(dated.folded[max(0, total.span.start - 14) : total.span.start]) is None:
            continue
        parts = _listed_before(dated, here[:at], total)
        some = any(is_share(dated, one) for one in parts)
        around = dated.sentence(total.span)
        lead = dated.folded[around.start : total.span.start] if around is not None else ""
        if len(parts) > 1 and not some and not says(lead, "only_among"):
            yield from unless_total(dated, total, parts)


def _made_of(dated: Dated, here: Sequence[Amount]) -> Iterator[Finding]:
    """ "120 çizme, 75 kaput ve 45 battaniyeden oluşan 240 parça": counts of several things, and all of them as one."""
    for at, total in enumerate(here):
        if at < 2 or total.unit not in COUNTED or not _MADE_OF.search(dated.between(here[at - 1], total)):
            continue
        parts = list(here[:at])
        joined = all(_JOINED.fullmatch(dated.between(one, two)) for one, two in pairwise(parts))
        if joined and all(one.unit in COUNTED for one in parts) and is_sum_like(total, parts):
            yield from unless_total(dated, total, parts)


def _listed_before(dated: Dated, before: Sequence[Amount], total: Amount) -> list[Amount]:
    """The run of amounts of one unit right before a number, in one list."""
    parts: list[Amount] = []
    for one in reversed(before):
        joined = not parts or _JOINED.fullmatch(dated.between(one, parts[0]))
        # "140 öğrenci ve 60 veli olmak üzere 200 kişi": whom no list of callings has is somebody by the list itself
        somebody = total.unit == "person" and one.unit == "count"
        if not joined or not (one.unit == total.unit or alike(one, total) or somebody):
            break
        parts.insert(0, one)
    return parts if any(one.unit == total.unit or alike(one, total) for one in parts) else []


def _shared_out(dated: Dated, here: Sequence[Amount]) -> Iterator[Finding]:
    """ "300 çuvalın 120'si Bolu'ya, 200'ü Düzce'ye gitti": more shares of a whole than there was.

    Shares may overlap ("40'ı kız, 35'i yatılı"), so each must go to, come from or lie in something, one case for all,
    or tell how people ended: who is killed is not among the wounded.
    """
    for at, whole in enumerate(here):
        clause = dated.folded.find(";", whole.span.end)
        behind = [one for one in here[at + 1 :] if clause < 0 or one.span.start < clause]
        if not behind or not _is_whole(dated, whole, behind[0]):
            continue
        parts = [one for one in behind if alike(one, whole) and (_one_case(dated, [one]) or _ends(dated, one))]
        if len(parts) > 1 and parts == behind and (_one_case(dated, parts) or all(_ends(dated, one) for one in parts)):
            yield from too_many(dated, whole, parts)


def _is_whole(dated: Dated, whole: Amount, part: Amount) -> bool:
    """Whether an amount is what the next one is a share of: by its genitive, "of whom" behind or "of" before it."""
    if _OF.search(dated.folded[max(0, whole.span.start - 8) : whole.span.start]) is not None:
        return _TO_COMMA.fullmatch(dated.between(whole, part)) is not None
    owns = _OF_IT.match(dated.folded[whole.span.end : whole.span.end + 6]) is not None
    return owns or _OF_WHOM.search(dated.between(whole, part)) is not None


def _ends(dated: Dated, part: Amount) -> bool:
    """Whether a share tells how people ended: killed, wounded, captured, missing."""
    return _ENDED.match(dated.folded[part.span.end - len(_last_word(part)) : part.span.end + 40]) is not None


def _last_word(part: Amount) -> str:
    words = part.text.split()
    return words[-1] if len(words) > 1 else ""


def _one_case(dated: Dated, parts: Sequence[Amount]) -> bool:
    """Whether the words behind all shares can be in one case."""
    return bool(frozenset.intersection(*(_cases_behind(dated, one) for one in parts)))


def _hundred_shared(dated: Dated, here: Sequence[Amount]) -> Iterator[Finding]:
    """ "Silahların yüzde 60'ı Rusya'dan, 25'i …'dan, 20'si …'dan geldi": more of one thing than all of it."""
    shares = percents(here)
    led = dated.folded[max(0, shares[0].span.start - 24) : shares[0].span.start] if shares else ""
    named = bool(shares) and (shares[0].of is not None or _OWNER.search(led) is not None)
    of_one = len(shares) > 1 and named and all(one.of is None for one in shares[1:])
    if not of_one or not all(is_share(dated, one) for one in shares) or not _one_case(dated, shares):
        return
    reckoned = sum(one.value for one in shares)
    if reckoned > ALL + len(shares) / 2:  # each may be rounded up by half a percent
        yield misfit(dated, "sum-hundred", shares[-1], shares, reckoned)


def _cases_behind(dated: Dated, part: Amount) -> frozenset[str]:
    """The cases of the words behind a share, up to the next comma: to, from or in something.

    A bare noun may end as a dative does ("üye aidatlarından"), so all of them are given, and shares agree in one.
    """
    behind = dated.folded[part.span.end : part.span.end + 60]
    english = _TO_ENGLISH.match(behind)
    if english is not None:
        return frozenset(english.groups()[:1])
    words = _CLAUSE.split(behind)[0].split()[1:] if is_share(dated, part) else []
    found = (_ENDING.search(one) for one in words[:_WORDS] if one not in _SMALL)
    groups = (zip(_CASES, one.groups(), strict=True) for one in found if one is not None)
    return frozenset(case for pairs in groups for case, ending in pairs if ending)
