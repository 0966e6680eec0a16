"""The grammar of written dates.

Comes in: tokens. Goes out: what is written, unresolved: which day, month and year digits stand there and where. What
they mean is settled afterwards, with the rest of the page. One pass; each rule looks a bounded number of tokens ahead.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tanik.facts.dates.between import closes, second_at
from tanik.facts.dates.days import english_day_at, english_pair, second_day
from tanik.facts.dates.numeric import numeric_at
from tanik.facts.dates.seasons import season_at, season_first, season_over_two_years
from tanik.facts.dates.spelled import day_before, day_in_words, year_in_words
from tanik.facts.dates.words import ROLES, Month, has_role, month_at, skip_suffix
from tanik.facts.dates.written import Written, figure_at
from tanik.facts.dates.years import years_apart
from tanik.facts.numbers.nouns import noun_at
from tanik.facts.numbers.tokens import FIGURE, WORD, Token, form_at
from tanik.facts.numbers.words import number_word

__all__ = ["Written", "written_at"]

_ORDINAL: Final = re.compile(r"[iu]?nc[iu]\w*|c[iu]\w*|st|nd|rd|th")
_DASHES: Final = ("-", "/")
_JOINING: Final = (*_DASHES, "ve", "ile", "and", "to")
_LONGEST_MONTH: Final = 31  # days that one month can have named before it
_LONGEST_RANGE: Final = 400  # years between two days of one event
_LOOSE: Final = ("\\", "/", "-", ".", ",")
_LAST_YEAR: Final = 2100
_LAST_HIJRI: Final = 1500
_ON_IT: Final = re.compile(r"s?[iu]nd[ae]n?")
_OF_MONTH: Final = ("ayinin", "ayin", "ajinin", "ajin")
_GENITIVE: Final = re.compile(r"(?:[iu]n)?[iu]n")


def _day(tokens: tuple[Token, ...], at: int) -> tuple[int, int] | None:
    """A day of the month at token `at` and the token after it (suffix or ordinal ending skipped)."""
    digits = figure_at(tokens, at, 2)
    if digits is not None and 0 < int(digits) <= 99:
        after = at + 1
        if after < len(tokens) and tokens[after].glued and _ORDINAL.fullmatch(tokens[after].form):
            after += 1
        return int(digits), after
    return None


def _check(tokens: tuple[Token, ...], at: int) -> tuple[str, int, int] | None:
    """A second year beside the first, ``(1920)`` or ``/1919``: its digits, end offset and the token after."""
    opening = form_at(tokens, at)
    if opening == "(" and form_at(tokens, at + 2) == ")":
        digits = figure_at(tokens, at + 1, 4)
        return (digits, tokens[at + 2].end, at + 3) if digits and len(digits) == 4 else None
    if opening == "/" and tokens[at].glued:
        digits = figure_at(tokens, at + 1, 4)
        return (digits, tokens[at + 1].end, at + 2) if digits and len(digits) == 4 else None
    return None


def _year_place(tokens: tuple[Token, ...], date: Written, month: Month) -> int:
    """The token where the year of `date` would stand, -1 where none can follow."""
    at = month.last
    if month.ending and date.day is None:
        return -1
    while form_at(tokens, at) in _LOOSE and at < month.last + 2:
        mark = form_at(tokens, at)
        if (mark == "," and month.lang != "en") or (mark in (".", "-") and month.kind == "name"):
            return -1
        at += 1
    led = has_role("year_before", form_at(tokens, at)) or (month.lang == "en" and form_at(tokens, at) == "of")
    if led and len(figure_at(tokens, at + 1, 4) or "") > 2:
        return at + 1  # "10 Temmuz sene 324", "March of 1921"
    return at + 1 if form_at(tokens, at) == "'" and figure_at(tokens, at + 1, 2) else at


def _with_year(tokens: tuple[Token, ...], date: Written, month: Month) -> Written:
    """`date`, whose month has just been read, with the year that follows it."""
    told = _check(tokens, month.last) if date.day is not None and form_at(tokens, month.last) == "(" else None
    if told:
        return replace(date, year=told[0], end=told[1], last=told[2])
    at = _year_place(tokens, date, month)
    digits = figure_at(tokens, at, 5)
    if digits is None and not month.ending:
        spelled = year_in_words(tokens, at)
        return replace(date, end=tokens[spelled[1] - 1].end, last=spelled[1], year=str(spelled[0])) if spelled else date
    if digits is None or len(digits) == 1 or (month.ending and len(digits) < 4):
        return date
    if len(digits) == 5 or (len(digits) == 4 and int(digits) > _LAST_YEAR):
        return _with_odd_year(tokens, date, at, digits)
    day_like = len(digits) == 2 and int(digits) <= 31 and date.day is None  # "May 19", "Mart 25 lira"
    if day_like or _counts_something(tokens, at, digits):
        return date
    found = replace(date, end=tokens[at].end, last=at + 1, year=digits)
    check = _check(tokens, at + 1)
    if check:
        found = replace(found, check=check[0], end=check[1], last=check[2])
    return found


def _with_odd_year(tokens: tuple[Token, ...], date: Written, at: int, digits: str) -> Written:
    """`date` with digits behind it that are no year: a slip of the keyboard, if nothing is counted by them."""
    unit = noun_at(tokens, at + 1)
    if date.day is None or (unit is not None and not tokens[at + 1].glued and not has_role("day_noun", unit.stem)):
        return date
    return replace(date, end=tokens[at].end, last=at + 1, odd_year=digits)


def _counts_something(tokens: tuple[Token, ...], at: int, digits: str) -> bool:
    """Whether short digits after a month begin something else: a clock time, a decimal, another day."""
    if len(digits) == 4:
        return False
    following = form_at(tokens, at + 1)
    if month_at(tokens, at + 1) is not None and len(digits) < 3:
        return True
    glued = at + 1 < len(tokens) and tokens[at + 1].glued
    if len(digits) == 2 and not glued and at + 1 < len(tokens) and tokens[at + 1].kind == WORD:
        return noun_at(tokens, at + 1) is not None and not has_role("day_noun", following)
    return glued and following in (":", "%", "-") and figure_at(tokens, at + 2, 4) is not None


def _day_month(tokens: tuple[Token, ...], at: int) -> Written | None:
    """``26 Nisan 1336``, ``7-8 Ağustos``, ``18 Mayıs–2 Haziran 1924``, ``5th of June 1920``."""
    day = _day(tokens, at) or day_before(tokens, at)
    if day is None:
        return None
    number, index = day
    second: int | None = None
    slash = form_at(tokens, index) == "/"
    # "1/ 23 Nisan 1920": the first of a row of posts
    numbered = slash and tokens[index].glued and index + 1 < len(tokens) and not tokens[index + 1].glued
    for _ in range(_LONGEST_MONTH):
        another = _day(tokens, index + 1) if form_at(tokens, index) in _JOINING else None
        if another is None:
            break
        second, index = another
    if form_at(tokens, index) in _LOOSE[:4] or form_at(tokens, index) == "of":
        index += 1
    month = month_at(tokens, index)
    stuck = month is not None and month.start == tokens[index].start and tokens[index].glued and month.kind == "sign"
    if month is None or numbered or stuck:
        return None
    date = Written(
        tokens[at].start, month.end, month.last, "date.day-month", number, month.number, month.calendar,
        ending=month.ending, stem=month.stem,
    )  # fmt: skip
    date = _with_year(tokens, date, month)
    if _is_beyond_hijra(date) or (month.lang == "en" and tokens[at].kind == WORD):
        return None  # "on June 5": on is ten in Turkish only
    if month.kind != "name" and (date.year is None or (month.kind == "sign" and len(date.year) < 3)):
        return None
    if second is not None:
        return replace(date, rule="date.range", upto=replace(date, day=second), slash=slash)
    return _range_from(tokens, date)


def _is_beyond_hijra(date: Written) -> bool:
    """Whether a month of the Hijra stands with a year of ours: "bir seferinde 1923'te …" is a time, and no Safer."""
    return date.naming == "hijri" and int(date.year or 0) > _LAST_HIJRI


def _range_from(tokens: tuple[Token, ...], date: Written) -> Written:
    """`date`, or the range it begins: a dash and another day and month, "8 Ekim'i 9 Ekim'e bağlayan", "… arasında"."""
    index = date.last
    dashed = form_at(tokens, index) in _DASHES
    linked = date.year is None and date.ending in ("i", "u", "yi", "yu")
    joined = second_at(tokens, index, date.ending) if not dashed and not linked else None
    if not dashed and not linked and joined is None:
        return date
    nxt = index + dashed if joined is None else joined
    day = _day(tokens, nxt)
    month = month_at(tokens, day[1]) if day else None
    if day is None or month is None or month.kind != "name":
        return date
    upto = Written(
        tokens[nxt].start, month.end, month.last, date.rule, day[0], month.number, month.calendar,
        ending=month.ending, stem=month.stem,
    )  # fmt: skip
    upto = _with_year(tokens, upto, month)
    if joined is not None and not closes(tokens, upto.last):
        return date
    if years_apart(date.year, upto.year) > _LONGEST_RANGE:
        return date  # "5 Mayıs 1331 / 18 Mayıs 1915": one day in two calendars
    first = replace(date, year=date.year or upto.year, check=date.check or upto.check)
    slash = form_at(tokens, index) == "/"
    return replace(first, rule="date.range", end=upto.end, last=upto.last, upto=upto, slash=slash)


def _months_apart(tokens: tuple[Token, ...], date: Written) -> Written:
    """`date`, or the range that two months with their years make: ``Mayıs 1919–Eylül 1922``, "… ile … arasında"."""
    dashed = form_at(tokens, date.last) in _DASHES
    at = date.last + 1 if dashed else second_at(tokens, date.last, date.ending)
    if date.year is None or date.day is not None or at is None:
        return date
    month = month_at(tokens, at)
    if month is None or month.kind != "name" or month.start != tokens[at].start:
        return date
    upto = replace(date, start=month.start, month=month.number, end=month.end, last=month.last, year=None, check=None)
    upto = _with_year(tokens, replace(upto, naming=month.calendar, stem=month.stem, ending=month.ending), month)
    if upto.year is None or not (dashed or closes(tokens, upto.last)):
        return date
    return replace(date, rule="date.range", end=upto.end, last=upto.last, upto=upto)


def _month_first(tokens: tuple[Token, ...], at: int) -> Written | None:
    """``Ocak 1922``, ``Nisanın 9uncu günü``, ``September 15, 1918``, ``Mayıs ve Haziran``, ``ekimde``."""
    month = month_at(tokens, at)
    if month is None:
        return None
    date = Written(
        month.start, month.end, month.last, "date.month", None, month.number, month.calendar,
        ending=month.ending, stem=month.stem, lang=month.lang,
    )  # fmt: skip
    with_day = _day_after(tokens, date, month)
    if with_day is not None:
        return with_day
    found = _with_year(tokens, date, month)
    if _is_beyond_hijra(found):
        return None
    if month.kind != "name" and (found.year is None or month.kind == "sign"):
        return None
    return _second_month(tokens, at, found, month) or _months_apart(tokens, found)


def _day_after(tokens: tuple[Token, ...], date: Written, month: Month) -> Written | None:
    """`date` with the day behind its month: ``Nisanın 9uncu günü``, ``Nisan ayının üçüncüsü``, ``Sept. 4, 1919``."""
    if not month.ending and form_at(tokens, month.last) in _OF_MONTH:
        month = replace(month, last=month.last + 1, ending="in")
    day = _day(tokens, month.last)
    english = month.lang == "en" and not month.ending
    if day is None and english and month.kind == "short" and form_at(tokens, month.last) == ".":
        month = replace(month, last=month.last + 1)
        day = _day(tokens, month.last)
    owned = _GENITIVE.fullmatch(month.ending) is not None
    english = english or (day is not None and _english_order(tokens, month, day[1]))
    if day is not None and day[0] <= 31 and (english or owned):
        end = tokens[month.last].end
        found = replace(date, day=day[0], end=end, last=day[1], rule="date.month-day")
        if english:
            return english_pair(tokens, _with_year(tokens, found, replace(month, last=day[1], lang="en")))
        pair = second_day(tokens, day[1], day[0])
        if pair is not None:
            upto = replace(found, day=pair[0], end=pair[1], last=pair[2])
            return replace(found, rule="date.range", end=pair[1], last=pair[2], upto=upto)
        return replace(found, last=skip_suffix(tokens, day[1]))
    spelled = day_in_words(tokens, month.last) if owned else None
    if spelled is None:
        return None
    return replace(date, day=spelled[0], end=spelled[1], last=spelled[2], rule="date.month-day")


def _english_order(tokens: tuple[Token, ...], month: Month, after: int) -> bool:
    """``Ekim 19, 1934``: translated pages keep the order of the English date; the day ends before token `after`."""
    told = form_at(tokens, after) == "," and len(figure_at(tokens, after + 1, 4) or "") == 4
    return told and month.kind == "name" and not month.ending


def _second_month(tokens: tuple[Token, ...], at: int, found: Written, month: Month) -> Written | None:
    """The range of two months that `found` begins: ``Mayıs ve Haziran``, ``Nisan–Temmuz 1923``."""
    listed = at > 0 and tokens[at - 1].form == ","
    if found.year is not None or listed or form_at(tokens, month.last) not in ("ve", "-", "ile", "and"):
        return None
    other = month_at(tokens, month.last + 1)
    if other is None or other.kind != "name" or month.ending or _day(tokens, other.last):
        return None
    upto = replace(found, start=other.start, month=other.number, end=other.end, last=other.last)
    upto = _with_year(tokens, upto, other)
    return replace(
        found, rule="date.range", end=upto.end, last=upto.last, upto=upto, year=upto.year,
        check=upto.check, ending=other.ending,
    )  # fmt: skip


_IN_YEAR: Final = frozenset(("de", "da", "te", "ta", "yilinda", "senesinde"))
_UPHEAVAL: Final = re.compile("devrim|ihtilal|inkilap|inkilab|darbe")


def _year_phrase(tokens: tuple[Token, ...], at: int) -> tuple[str | None, int | None, int] | None:
    """A year that a month may follow: its digits or its shift, and the token after it."""
    digits = figure_at(tokens, at, 4)
    if digits is not None and len(digits) in (2, 3):
        # "38'in kasımında": short digits are a year only with the genitive and a month right behind them
        index = skip_suffix(tokens, at + 1)
        owned = index > at + 1 and _GENITIVE.fullmatch(form_at(tokens, index - 1))
        return (digits, None, index) if owned and month_at(tokens, index) else None
    spelled = year_in_words(tokens, at) if digits is None else None
    if spelled is not None and has_role("year_noun", form_at(tokens, spelled[1])):
        return str(spelled[0]), None, spelled[1] + 1
    if digits is not None and len(digits) == 4:
        index = at + 1
        if index < len(tokens) and tokens[index].form == "-" and tokens[index].glued:
            if not _ORDINAL.fullmatch(form_at(tokens, index + 1)):
                return None
            index += 2
        else:
            index = skip_suffix(tokens, index)
        if has_role("year_noun", form_at(tokens, index)):
            index += 1
        return digits, None, index
    form = form_at(tokens, at)
    for role in ("same", "previous", "next"):
        if has_role(role, form) and has_role("year_noun", form_at(tokens, at + 1)):
            return None, int(ROLES[role][form]), at + 2
    return None


def _year_first(tokens: tuple[Token, ...], at: int) -> Written | None:
    """``1927 yılının Ekim ayı``, ``1926 ekiminin 8'inde``, ``aynı yılın 6 Kasım günü``, ``1931 yazı``."""
    over = season_over_two_years(tokens, at) if tokens[at].kind == FIGURE else None
    if over is not None:
        return over
    phrase = _year_phrase(tokens, at)
    if phrase is None:
        return None
    (digits, shift, index), start = phrase, tokens[at].start
    season = season_at(tokens, index)
    if season is not None:
        return Written(start, season[1], index + 1, "date.season", year=digits, shift=shift, season=season[0])
    inner = _day_month(tokens, index) if figure_at(tokens, index, 2) else _month_first(tokens, index)
    if inner is None or inner.year is not None or _is_no_month(inner, digits):
        return None
    later = month_at(tokens, index) is not None and (month_at(tokens, index) or inner).start > tokens[index].start
    # "1917'de Ekim Devrimi'nden sonra": the month is the event's (TDK Yazım Kılavuzu, özel adlar)
    if later or (form_at(tokens, index - 1) in _IN_YEAR and _UPHEAVAL.match(form_at(tokens, inner.last))):
        return None
    upto = replace(inner.upto, year=digits, shift=shift) if inner.upto else None
    return replace(inner, start=start, year=digits, shift=shift, rule="date.year-month", upto=upto)


def _is_no_month(inner: Written, digits: str | None) -> bool:
    """Whether a month behind its year is none: "1918 seferleri" are campaigns, "1913'te ocaklarda" hearths."""
    campaigns = inner.naming == "hijri" and int(digits or 0) > _LAST_HIJRI
    return campaigns or (inner.day is None and inner.ending.startswith(("lar", "ler")))


def _on_the_day(tokens: tuple[Token, ...], at: int) -> Written | None:
    """``18 Kasım'da yandı. 20'sinde müfettiş geldi``; not ``işçilerin 20'sinde``, a share of them."""
    mark = at + 1 + (form_at(tokens, at + 1) == "'")
    begins = at == 0 or form_at(tokens, at - 1) in (".", ",", ";", "!", "?", "ve", "ayni")
    if not begins or mark >= len(tokens) or not tokens[mark].glued or not _ON_IT.fullmatch(form_at(tokens, mark)):
        return None
    rule = "date.day-of-month.before"
    return Written(tokens[at].start, tokens[at].end, mark + 1, rule, int(tokens[at].form), same_month=True)


def _of_the_month(tokens: tuple[Token, ...], at: int) -> Written | None:
    """``ayın 25'inde``, ``aynı ayın 20'si``, ``19'uncu günü``."""
    index = at + has_role("same", form_at(tokens, at))
    if has_role("month_of", form_at(tokens, index)):
        day = _day(tokens, index + 1)
        if day is not None and has_role("day_noun", form_at(tokens, day[1])) and day[1] > index + 2:
            return None  # the shortest wording, "19uncu günü", is read on its own
        if day is not None and day[0] <= 31:
            last = skip_suffix(tokens, day[1])
            return Written(tokens[at].start, tokens[index + 1].end, last, "date.day-of-month", day[0], same_month=True)
    digits = figure_at(tokens, at, 2)
    if digits is not None and 1 <= int(digits) <= 31:
        on_it = _on_the_day(tokens, at)
        if on_it is not None:
            return on_it
        after = at + 1 + (form_at(tokens, at + 1) == "'")
        if _ORDINAL.fullmatch(form_at(tokens, after)) and tokens[after].glued:
            noun = after + 1
            if has_role("day_noun", form_at(tokens, noun)):
                return Written(
                    tokens[at].start, tokens[noun].end, noun + 1, "date.day-of-month", int(digits), same_month=True
                )
    return None


def written_at(tokens: tuple[Token, ...], at: int, *, english: bool) -> Written | None:
    """The date (with a month, season or day of the month) that begins at token `at`, or None.

    >>> from tanik.facts.numbers.tokens import cut
    >>> text = "Konya 17 \\\\ Mayıs \\\\1337(1921)"
    >>> date = written_at(cut(text), 1, english=False)
    >>> date.day, date.month, date.year, date.check
    (17, 5, '1337', '1921')
    """
    token = tokens[at]
    if token.kind == FIGURE:
        return (
            numeric_at(tokens, at, english=english)
            or _day_month(tokens, at)
            or _year_first(tokens, at)
            or _of_the_month(tokens, at)
        )
    if token.kind != WORD:
        return None
    return (
        _year_first(tokens, at)
        or _of_the_month(tokens, at)
        or season_first(tokens, at)
        or (english_day_at(tokens, at) if english else None)
        or (_day_month(tokens, at) if number_word(token.form) else None)
        or _month_first(tokens, at)
    )
