"""Dates in EDTF, read for people and for CSL.

Comes in: a date in the Extended Date/Time Format (ISO 8601-2, levels 0 and 1 as far as Tanık writes them). Goes out:
its words in the reader's language, or its numbers. What is not understood is shown as it stands: a date that a
person can read in EDTF is better than none.
"""

from __future__ import annotations

import re

from tanik.core.harmony import fitting, last_word_of
from tanik.dossier.words import in_the_years, say

__all__ = ["date_parts", "in_words", "on_that_date"]

_DAY = re.compile(r"(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T[\d:.Z+-]*)?")
_TIME = re.compile(r"T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(.*)")
_MONTHS_AND_SEASONS = frozenset((*range(1, 13), *range(21, 25)))


def _numbers(edtf: str) -> tuple[int, ...] | None:
    found = _DAY.fullmatch(edtf.rstrip("~?%"))
    return tuple(int(part) for part in found.groups() if part) if found else None


def date_parts(edtf: str) -> tuple[tuple[int, ...], ...] | None:
    """Year, month and day (as far as given) of a date, or of both ends of an interval; None for anything else.

    >>> date_parts("1920-04-26"), date_parts("1919/1922-09"), date_parts("192X")
    (((1920, 4, 26),), ((1919,), (1922, 9)), None)
    """
    ends = [_numbers(end) for end in edtf.split("/")]
    parts = tuple(end for end in ends if end is not None)
    return parts if len(parts) == len(ends) <= 2 else None


def in_words(edtf: str, lang: str) -> str:
    """A date as people write it; EDTF as it stands where it cannot be put into words.

    >>> in_words("1920-04-26", "tr"), in_words("1921-05~", "en"), in_words("1921-21", "tr")
    ('26 Nisan 1920', 'about May 1921', '1921 ilkbaharı')
    >>> in_words("2017-03-13T11:52", "tr"), in_words("2017-03-13T11:52:05+00:00", "en")
    ('13 Mart 2017, 11:52', '13 March 2017, 11:52 UTC')
    >>> in_words("../1921", "en"), in_words("192X", "tr"), in_words("XXXX-09", "en")
    ('until 1921', '1920’li yıllar', 'XXXX-09')
    """
    start, slash, end = edtf.partition("/")
    if not slash:
        return _one(edtf, lang)
    if start in ("", ".."):
        return say("date.until", lang, end=_one(end, lang))
    if end in ("", ".."):
        return say("date.since", lang, start=_one(start, lang))
    return say("date.interval", lang, start=_one(start, lang), end=_one(end, lang))


def on_that_date(edtf: str) -> str:
    """A date with the Turkish locative, by its year as it is read (TDK Yazım Kılavuzu: ünsüz benzeşmesi).

    >>> [on_that_date(date) for date in ("1923", "1920-06", "1922-08-04", "1919-05-09", "1930", "192X")]
    ['1923’te', 'Haziran 1920’de', '4 Ağustos 1922’de', '9 Mayıs 1919’da', '1930’da', '1920’li yıllarda']
    >>> on_that_date("1921~"), on_that_date("1921-21"), on_that_date("1919/1922")
    ('1921 dolaylarında', '1921 ilkbaharında', '1919 – 1922 arasında')
    """
    words = in_words(edtf, "tr")
    if re.fullmatch(r"\d{3}X", edtf):
        return f"{words}da"
    if re.fullmatch(r"\d{4}(?:~|-2[1-4])", edtf):  # "dolayları" and the seasons are possessed
        return f"{words}nda"
    if date_parts(edtf) is not None and "/" in edtf:
        return f"{words} arasında"
    if re.fullmatch(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?", edtf) is None:
        return f"{words} tarihinde"
    read = last_word_of(int(edtf[:4]))
    return f"{words}’{'t' if read[-1] in 'fstkçşhp' else 'd'}{fitting(read, 'A')}"


def _one(edtf: str, lang: str) -> str:
    sure, doubt = edtf.rstrip("~?%"), edtf[len(edtf.rstrip("~?%")) :]
    words = _certain(sure, lang)
    if "~" in doubt or "%" in doubt:
        words = say("date.about", lang, date=words)
    if "?" in doubt or "%" in doubt:
        words = say("date.perhaps", lang, date=words)
    return words


def _certain(edtf: str, lang: str) -> str:
    if re.fullmatch(r"\d{3}X", edtf):
        year = int(f"{edtf[:3]}0")
        return say("date.decade", lang, decade=in_the_years(year) if lang == "tr" else f"{year}s")
    numbers = _numbers(edtf)
    month = numbers[1] if numbers is not None and len(numbers) > 1 else 0
    if numbers is None or month not in _MONTHS_AND_SEASONS:
        return edtf
    if month > 12:
        return say("date.season", lang, season=say(f"season.{month}", lang), year=numbers[0])
    name = say("months", lang).split()[month - 1]
    if len(numbers) == 2:
        return say("date.month", lang, month=name, year=numbers[0])
    words = say("date.day", lang, day=numbers[2], month=name, year=numbers[0])
    return words + _clock(edtf)


def _clock(edtf: str) -> str:
    """The time of day with its zone, as far as it is given."""
    time = _TIME.search(edtf)
    if not time:
        return ""
    zone = "UTC" if time[2] in ("Z", "+00:00") else time[2]
    return f", {time[1]} {zone}".rstrip()
