"""Dates counted from another: ``ertesi gün``, ``üç gün sonra``, ``99 yıl önce``, ``the next day``.

Comes in: tokens. Goes out: how many days, weeks, months or years to count, and in which direction. From which date
is settled by `dates`.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tanik.core.fold import fold
from tanik.facts.dates.words import ROLES, has_role
from tanik.facts.numbers.figures import Style
from tanik.facts.numbers.read import read_number
from tanik.facts.numbers.tokens import MARK, WORD, Token, form_at

__all__ = ["Relative", "counted", "may_lead", "relative_at"]

_STYLE: Final = Style(",", shown=False)
_NEXT_NOUNS: Final = {
    "gun": "d", "sabah": "d", "aksam": "d", "gece": "d", "hafta": "w", "ay": "m", "yil": "y", "sene": "y", "il": "y",
    "day": "d", "morning": "d", "evening": "d", "night": "d", "week": "w", "month": "m", "year": "y", "hefte": "w",
}  # fmt: skip
_SAME: Final = {"gun": "day", "ay": "month", "yil": "year", "sene": "year", "il": "year"}
_OWNING: Final = {"ayin": "ay", "yilin": "yil", "senenin": "sene", "ilin": "il"}
_NEXT: Final = {fold(noun): unit for noun, unit in _NEXT_NOUNS.items()}
_FOLLOWING: Final = (fold("next"), fold("following"))
# What a neighbour's words begin with: this is asked of every word of a page.
_LEADS: Final = frozenset(
    ("the", "bir", "ertesi", "novbeti", "sonraki", "gecen", "gectigimiz", "kecen", "last", "ayni", "hemin", *_FOLLOWING)
)
_LAST: Final = ("gecen", "gectigimiz", "kecen")
_SINCE: Final = ("bundan", "ondan")
_OF_DEED: Final = re.compile(r"(?!gunun)[a-z]{3,}n[iu]n|[a-z]{3,}[^aeiou\W][iu]n")
_POSSESSED: Final = re.compile(r"(?<=\w)s?[iu]$")  # "ertesi günü"
_EVE_OF_WEEKDAY: Final = ("bazar", "pazar", "cuma", "cume")  # "bazar ertəsi" is Monday, old "cuma ertesi" Saturday
_STEPS: Final = {"w": 7, "d": 1}


@dataclass(frozen=True, slots=True)
class Relative:
    """A date counted from another: `count` of `unit` (d, w, m, y), negative for before.

    `from_now` is true where the page's own day is meant (``geçen sene``, ``99 yıl önce bugün``); `plain` where
    nothing is counted (``aynı gün``).
    """

    start: int
    end: int
    last: int
    rule: str
    count: int
    unit: str
    from_now: bool = False
    to_the_day: bool = False


def _neighbour(tokens: tuple[Token, ...], at: int) -> Relative | None:
    """``ertesi gün``, ``geçen sene``, ``aynı gün``, ``the following year``."""
    index = at + (form_at(tokens, at) == "the" or (form_at(tokens, at), form_at(tokens, at + 1)) == ("bir", "sonraki"))
    word, written = form_at(tokens, index), form_at(tokens, index + 1)
    noun = _POSSESSED.sub("", written) if word == "ertesi" else written
    if word in _LAST and written.endswith("ki"):
        noun = written.removesuffix("ki")  # "geçen ayki yazım"
    if word in ("ayni", "hemin") and written in _OWNING and has_role("part", form_at(tokens, index + 2)):
        noun = _OWNING[written]  # "aynı ayın sonunda"
    unit = _NEXT.get(noun)
    weekday = word == "ertesi" and index > 0 and form_at(tokens, index - 1) in _EVE_OF_WEEKDAY
    # "görüşmenin ertesi günü" is reckoned from a day that nobody tells
    of_another = noun != written and index > 0 and _OF_DEED.fullmatch(form_at(tokens, index - 1)) is not None
    if unit is None or weekday or of_another or tokens[index].kind != WORD:
        return None
    span = (tokens[at].start, tokens[index + 1].start + len(noun), index + 2)
    if word in ("ertesi", "novbeti") or (word == "sonraki" and index > at) or (word in _FOLLOWING and index > at):
        return Relative(*span, "date.next", 1, unit)
    if word in _LAST and unit in ("y", "m"):  # "geçen hafta" is seven days, and none of them
        return Relative(*span, "date.last", -1, unit, from_now=True)
    if word == "last" and unit in ("y", "m") and index == at:
        return Relative(*span, "date.last", -1, unit, from_now=True)
    if word in ("ayni", "hemin") and noun in _SAME:
        return Relative(*span, f"date.same-{_SAME[noun]}", 0, unit)
    return None


def may_lead(form: str, *, english: bool) -> bool:
    """Whether a relative date may begin with the word `form` (folded) and no number.

    >>> may_lead("ertesi", english=False), may_lead("bundan", english=False), may_lead("a", english=False)
    (True, True, False)
    """
    return form in _LEADS or form in _SINCE or (english and form == "a")


def relative_at(tokens: tuple[Token, ...], at: int, text: str, *, english: bool) -> Relative | None:
    """The relative date that begins at token `at` of `text`, or None.

    >>> from tanik.facts.numbers.tokens import cut
    >>> found = relative_at(cut("üç gün sonra"), 0, "üç gün sonra", english=False)
    >>> found.count, found.unit
    (3, 'd')
    """
    since = has_since(tokens, at)
    begin = at + since
    if tokens[at].kind == MARK or begin == len(tokens):
        return None  # "bundan" may end the text
    near = _neighbour(tokens, at) if tokens[at].form in _LEADS else None
    if near is not None:
        return near
    number = read_number(tokens, begin, text, _STYLE, english=english)
    value, index = (number.value, number.last) if number else (0.0, begin)
    if number is None and english and form_at(tokens, begin) == "a":
        value, index = 1.0, begin + 1
    if (number is not None and (number.ending != "plain" or value != int(value))) or not 1 <= value <= 2000:
        return None
    unit = ROLES["unit_time"].get(form_at(tokens, index))
    if unit is None or index + 1 >= len(tokens):
        return None
    back = has_since(tokens, index + 1)  # Azerbaijani "beş il bundan əvvəl"
    since, index = since or back, index + back
    word = form_at(tokens, index + 1)
    sign = 1 if has_role("after", word) else -1 if has_role("before", word) else 0
    if sign == 0:
        return None
    last, end = index + 2, tokens[index + 1].end
    today = _today(tokens, last) if sign < 0 else 0
    if today:
        last, end = last + today, tokens[last + today - 1].end
    now = sign < 0 and (bool(today) or word == "ago" or bool(since) or (unit == "y" and value >= 20))
    return Relative(tokens[at].start, end, last, "date.counted", sign * int(value), unit, now, bool(today))


def _today(tokens: tuple[Token, ...], at: int) -> int:
    """How many tokens from `at` say "today": ``bugün`` is one, ``bu gün`` two, ``bu değirmen`` says no such thing."""
    if form_at(tokens, at) == "bugun":
        return 1
    return 2 if (form_at(tokens, at), form_at(tokens, at + 1)) == ("bu", "gun") else 0


def has_since(tokens: tuple[Token, ...], at: int) -> int:
    """1 where the token means "from this" (``bundan``), else 0."""
    return int(form_at(tokens, at) in _SINCE)


def _shifted_month(year: int, month: int, by: int) -> tuple[int, int]:
    whole = year * 12 + month - 1 + by
    return whole // 12, whole % 12 + 1


def _years_on(
    relative: Relative, reached: int, month: int | None, day: int | None
) -> tuple[int, int | None, int | None] | None:
    if not 1 <= reached <= 9999:
        return None
    if relative.to_the_day and month and day:
        return reached, month, min(day, calendar.monthrange(reached, month)[1])
    return reached, None, None


def _days_on(relative: Relative, year: int, month: int, day: int) -> tuple[int, int, int] | None:
    try:
        reached = date(year, month, day) + timedelta(days=relative.count * _STEPS[relative.unit])
    except (ValueError, OverflowError):
        return None
    return reached.year, reached.month, reached.day


def counted(
    relative: Relative, year: int, month: int | None, day: int | None
) -> tuple[int, int | None, int | None] | None:
    """Year, month and day reached by counting from a date; None where the start is too coarse for the unit.

    >>> counted(Relative(0, 1, 1, "", 2, "m"), 1922, 12, 5)
    (1923, 2, None)
    """
    if relative.unit == "y":
        return _years_on(relative, year + relative.count, month, day)
    if month is None:
        return None
    if relative.unit == "m":
        reached, reached_month = _shifted_month(year, month, relative.count)
        return (reached, reached_month, None) if 1 <= reached <= 9999 else None
    return None if day is None else _days_on(relative, year, month, day)
