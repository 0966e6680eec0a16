"""Ages set against a birth that the page tells elsewhere, of the same person or of the only one it is about.

Comes in: one page, and the findings about ages that were made before (``ages``, ``lifetimes``). Goes out: those that
they did not make. Nothing is asked of statements: a year of birth belongs to the person of its sentence, else to the
one named last before it; an age and one other year belong to the person of their sentence, else to whoever was named
last, where the page tells of no other birth. Kin are other people. An age is told as what somebody is ("otuz iki
yaşındaydı", "elli yedisindeymiş", "on üçündeyken", "at the age of seventy-two"), not as what a thing or another has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from tanik.compare.ages import is_of_participle, kin, most_if_misfit
from tanik.compare.dating import Dated
from tanik.compare.lifetimes import is_birth, misfit_beside
from tanik.compare.model import Finding
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.core.tables import read_rows
from tanik.facts.model import DateMention, Name, NameKind

__all__ = ["ages_in", "check_aged"]

_IS: Final = r"(?:y?[dt][iu]\w{0,3}|y?m[iu]s\w{0,4}|yken| iken\b| idi\w*| imis)"
# What is so old by its predicate: "elli beşinde bir adamdı", "sekseninde öldü".
_OF_AGE: Final = (
    r"(?= (?:(?:bir )?(?:adam|genc|kadin|delikanli|ihtiyar|cocuk|kiz|zabit|subay|usta|hekim)(?:d[iu]|m[iu]s|ken)"
    r"|(?:iken )?(?:ol(?:du|mus|en)|vefat|hayata|hayatini|can ver|goctu|gocmus|dunyaya veda|aramizdan)))"
)
_GOING_ON: Final = r"[iu](?= (?:sur(?:uyor|mekte)|doldur(?:mus|du|uyor)|bitir(?:mis|di)))"  # "yirmi beşini sürüyordu"
_FIGURE: Final = re.compile(
    rf"\b(\d{{1,3}}) yasinda{_IS}|(?<!\d )\b(\d{{2}})['’ ]?(?:s?[iu]n[dt][ae])(?:{_IS}\b|{_OF_AGE})"
)
_WORDED: Final = re.compile(rf"\byasinda{_IS}?$")
_ENGLISH: Final = re.compile(r"\bat the age of $")
_ENGLISH_FIGURE: Final = re.compile(r"\bat the age of (\d{1,3})\b|\bi vas (\d{1,3}) years old\b")
_MY_AGE: Final = re.compile(r"\bi vas (?:only |just |then |barely )?$")  # folded: w is v
_I: Final = re.compile(r"\bi vas\b")
_ME: Final = "I"
_HIS: Final = re.compile(r"\b(?:his|her|their|vhose)\b")
_HIS_BEHIND: Final = re.compile(
    r"^(?:at the age of )?[\w-]+ (?:his|her|their)\b"
)  # "at the age of seventeen his brother left"
_ROOM: Final = 8
# What may stand between a date or a name and an age, and before the date, where no other subject does.
_SMALL: Final = r"(?:(?:tam|henuz|daha|artik|yani|ise|da|de|sadece|yalnizca|ancak|o) ?){0,3}"
# A clause of time between them has a subject of its own, and leaves that of the age as it was
# (Göksel & Kerslake 2005, 20.3).
_WHILE: Final = (
    r"(?:(?:\w+ ){0,3}\w+(?:[dt][iu]g[iu]nd[ae]|ken|[iu]nc[ae]|[dt][iu]g[iu] (?:zaman|sirada|gun|yil|vakit))\b[\s,]*)?"
)
_TO_AGE: Final = re.compile(rf"['’]?\w{{0,6}}(?: (?:yilinda|senesinde|tarihinde|ilde))?[\s,]*{_WHILE}{_SMALL}")
_OPEN: Final = re.compile(r"(?:^|[,;:(]\s*(?:yani |ki )?| ve |\bkendisi |\bo )\s*$")
_CALLED: Final = re.compile(rf"(?: [^\W\d]+)?[\s,]+{_SMALL}")
_OF_MONTH: Final = re.compile(r"[^\W\d]+['’]?n?[iu]n (?:tam )?$")  # "mayısın on yedisindeydi" is a day
_OLDEST: Final = 110
_NEAR: Final = 25  # years: a slip lies no farther from what is reckoned
_LEAST: Final = 5
_BEFORE: Final = 400  # characters back to the one who was named last before a birth
_OTHERS: Final = re.compile(r"\b(?:vhen his|vhen her|iken oglu|arkadas[iu]|komsu\w*)\b")


@cache
def _numbers() -> dict[str, int]:
    told = {fold(row["form"]): float(row["value"]) for row in read_rows("tanik.facts", "numerals.csv")}
    return {form: int(value) for form, value in told.items() if 0 < value <= 90 and value.is_integer()}


@cache
def _in_words() -> re.Pattern[str]:
    """A number in words with the possessive and the locative, and the copula: "elli yedisindeymiş" (Ergin: ek-fiil)."""
    ones = "|".join(form for form, value in _numbers().items() if value < 10)
    tens = "|".join(form for form, value in _numbers().items() if value >= 10 and value % 10 == 0)
    return re.compile(
        rf"\b(?:(?P<tens>{tens}) ?)?(?P<ones>{ones}|(?<! ){tens})?s?[iu]n(?:[dt][ae](?:{_IS}\b|{_OF_AGE})|{_GOING_ON})"
    )


@cache
def _english_numbers() -> dict[str, int]:
    rows = (row for row in read_rows("tanik.facts", "numerals.csv") if row["lang"] == "en")
    told = {fold(row["form"]): float(row["value"]) for row in rows}
    return {form: int(value) for form, value in told.items() if 0 < value <= 90 and value.is_integer()}


@cache
def _in_english() -> re.Pattern[str]:
    """An age in English words: "at the age of nineteen", "when I was twenty five years old"."""
    forms = "|".join(sorted(_english_numbers(), key=len, reverse=True))
    told = rf"(?P<first>{forms})(?: (?P<second>{forms}))?"
    led = r"(?:(?<=at the age of )|(?<=\bi vas )|(?<=\bhe vas )|(?<=\bshe vas )|(?<=e vas only )|(?<=e vas just ))"
    return re.compile(rf"\b{led}{told}\b(?! (?:days|months|veeks))")


def check_aged(dated: Dated, told: Sequence[Finding]) -> Iterator[Finding]:
    """The findings about ages on one page that stand apart from the birth.

    >>> from tanik.compare.model import Examined
    >>> from tanik.facts.model import Facts
    >>> from tanik.page.model import Page, Source
    >>> list(check_aged(Dated(Examined(Page("p", Source("0", "text/plain"), "", ()), Facts())), ()))
    []
    """
    known = {place.span for one in told for place in one.places}
    births = _births(dated)
    for sentence in dated.sentences if births else ():
        ages = ages_in(dated, sentence)
        dates = [one for one in dated.dates_in(sentence) if not is_birth(dated, one)]
        if len(ages) != 1 or len({one.edtf for one in dates}) != 1 or any(ages[0][1].overlaps(one) for one in known):
            continue
        years, span = ages[0]
        who = _bearer(dated, sentence, span, births) if _is_subjects(dated, sentence, span, dates[0]) else None
        found = births.get(who, []) if who is not None else []
        if len({one.edtf for one in found}) != 1:
            continue
        most = most_if_misfit(found[0].edtf or "", dates[0].edtf or "", years)
        if most is not None and abs(most - years) <= _NEAR:
            at = (found[0].span, dates[0].span)
            yield from misfit_beside(dated, (found[0].edtf or "", dates[0].edtf or ""), (years, span), at)


def _people(dated: Dated, stretch: Span) -> list[Name]:
    return [one for one in dated.names_in(stretch) if one.kind is NameKind.PERSON]


def _has_kin(dated: Dated, stretch: Span) -> bool:
    words = set(re.findall(r"\w+", dated.folded[stretch.start : stretch.end]))
    return bool(words & kin()) or _OTHERS.search(dated.folded, stretch.start, stretch.end) is not None


def _births(dated: Dated) -> dict[str, list[DateMention]]:
    """The years of birth of each person, as far as the page leaves no doubt whose they are."""
    found: dict[str, list[DateMention]] = {}
    for sentence in dated.sentences:
        for date in dated.dates_in(sentence):
            if not is_birth(dated, date):
                continue
            here = {one.name for one in _people(dated, sentence)}
            before = _people(dated, Span(max(0, sentence.start - _BEFORE), sentence.start))
            who = next(iter(here)) if len(here) == 1 else before[-1].name if before and not here else ""
            if _I.search(dated.folded, sentence.start, sentence.end):
                who = _ME  # who answers tells of himself, whoever asked
            if who and not _has_kin(dated, Span(sentence.start, date.span.start)):
                found.setdefault(who, []).append(date)
            else:
                found.setdefault("", []).append(date)
    return found


def _is_subjects(dated: Dated, sentence: Span, age: Span, date: DateMention) -> bool:
    """Whether no other subject can have an age: the date or the name stands right before it, and nothing else does."""
    before, folded = dated.folded[sentence.start : age.start], dated.folded
    if is_of_participle(folded, age, sentence.end):
        return False
    if _MY_AGE.search(before):
        return True
    if before.endswith("at the age of ") or folded[age.start : age.end].startswith("at the"):
        return _HIS.search(before) is None and _HIS_BEHIND.search(folded[age.start : age.end + _ROOM]) is None
    people = [one for one in _people(dated, sentence) if one.span.end <= age.start]
    for one in people[-1:]:
        if _CALLED.fullmatch(folded, one.span.end, age.start):
            return True
    if date.span.end > age.start or not _TO_AGE.fullmatch(folded, date.span.end, age.start):
        return False
    named = any(_CALLED.fullmatch(f"{folded[one.span.end : date.span.start]} ") for one in people[-1:])
    return named or _OPEN.search(folded[sentence.start : date.span.start]) is not None


def _bearer(dated: Dated, sentence: Span, age: Span, births: dict[str, list[DateMention]]) -> str | None:
    """Whose age it is: the person of the sentence, else whoever was named last, if nobody else's birth is told."""
    if _has_kin(dated, Span(sentence.start, age.end)):
        return None
    if _MY_AGE.search(dated.folded[sentence.start : age.start]):
        return _ME
    here = {one.name for one in _people(dated, sentence)}
    if here:
        return next(iter(here)) if len(here) == 1 else None
    before = _people(dated, Span(0, sentence.start))
    return before[-1].name if before and len(births) == 1 else None


def ages_in(dated: Dated, sentence: Span) -> list[tuple[int, Span]]:
    """The ages that a sentence says somebody has, in figures or in words."""
    found: dict[Span, int] = {}
    for one in (*_FIGURE.finditer(dated.folded, sentence.start, sentence.end),):
        found[Span(one.start(), one.end())] = int(one[1] or one[2])
    for one in _ENGLISH_FIGURE.finditer(dated.folded, sentence.start, sentence.end):
        group = 1 if one[1] else 2
        found[Span(one.start(group), one.end(group))] = int(one[group])
    for one in _in_english().finditer(dated.folded, sentence.start, sentence.end):
        value = _english_numbers()[one["first"]] + (_english_numbers()[one["second"]] if one["second"] else 0)
        found[Span(one.start("first"), one.end("second" if one["second"] else "first"))] = value
    for one in _in_words().finditer(dated.folded, sentence.start, sentence.end):
        value = sum(_numbers()[one[group]] for group in ("tens", "ones") if one[group])
        if value and not _OF_MONTH.search(dated.folded, max(sentence.start, one.start() - 20), one.start()):
            found[Span(one.start(), one.end())] = value
    for amount in dated.amounts_in(sentence):
        said = dated.folded[amount.span.start : amount.span.end]
        led = dated.folded[max(0, amount.span.start - 16) : amount.span.start]
        worded = amount.unit == "year" and _WORDED.search(said)
        if (worded or (_ENGLISH.search(led) and not said[:1].isdigit())) and not any(
            amount.span.overlaps(one) for one in found
        ):
            found[amount.span] = int(amount.value)
    return [(years, span) for span, years in found.items() if _LEAST <= years <= _OLDEST]
