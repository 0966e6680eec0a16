"""Years by themselves and spans of years; decades and centuries are asked first.

Comes in: tokens. Goes out: a value in EDTF form, still in the calendar it was written in. A four-digit number is a
year unless something says that it counts or labels: a unit or a counted noun after it, "no" or "sayı" before it,
a slash or a dash that ties it to another number.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.fold import fold
from tanik.facts.calendars import RUMI_LAST
from tanik.facts.dates.centuries import century_at
from tanik.facts.dates.decades import decade_at, year_at
from tanik.facts.dates.doubled import doubled_year
from tanik.facts.dates.spelled import year_spelled_at
from tanik.facts.dates.words import has_role, skip_suffix
from tanik.facts.dates.written import Bare
from tanik.facts.numbers.nouns import called_by_number, noun_at, role_of
from tanik.facts.numbers.tokens import FIGURE, MARK, WORD, Token, form_at
from tanik.facts.numbers.words import number_word

__all__ = ["bare_at"]

# "1340 tüfek", "1900 kişilik salon", and a genitive that no possessive stands before: "1340 tüfeğin alındığı"
_COUNTED: Final = re.compile(r"$|l[iu][kg]|n?[iu]n$")
# Case endings that no possessive stands before. A round number counts then ("2000 askerle", "1500 köylüye"), any other
# may be a year of a life told in headwords ("1924 askere gitti").
_IN_A_CASE: Final = re.compile(r"(?:y?[ae]|[dt][ae]n?|y?l[ae]|n?[iu]n)")
_FIRST_BARE: Final = 1700
_LONGEST_SPAN: Final = 200
_LONGEST_SLASHED: Final = 12
_ORDINAL: Final = re.compile(r"c[iu]|[iu]?nc[iu]\w*|th|st|nd|rd")
_PLACED: Final = re.compile(r"[dt][ae]n?")
_SHARED: Final = re.compile(r"s[iu]n(?:[iuae]|d[ae]n?)|[iu]n[iu]")
_COPULA: Final = re.compile(r"y?[dt][iu]r?|y?m[iu]s")
_OF_A_YEAR: Final = ("senesi", "yili", "sene", "yil")
_DATED: Final = ("tarihli", "tarixli")
_SENTENCE: Final = 12
_LAST_DAY: Final = 31
_ENGLISH_AT: Final = ("the", "a", "an", "his", "her", "their", "its", "age", "home")
_BETWEEN: Final = fold("between")


def _tied(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """Whether the figure at `at` belongs to a longer number, a call number or an address."""
    before = tokens[at - 1] if at else None
    if form_at(tokens, at - 2) == "mid":
        return False  # "mid-1920"
    if before is not None and tokens[at].glued and (before.form in "/-_=&.,:+#?@" or before.kind == WORD):
        return True
    after = tokens[last] if last < len(tokens) else None
    if after is None or not after.glued:
        return False
    return after.form in ("/", "-", "_", ":", "%", "=") and last + 1 < len(tokens) and tokens[last + 1].glued


def _labelled(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    before = at - 1
    while before >= 0 and tokens[before].form in (".", ":", "'"):
        before -= 1
    placed = last > at + 1 and _PLACED.fullmatch(form_at(tokens, last - 1))  # "1935-də" is when, whatever led to it
    # "quyuların sayı 1921-ci ildə"; not "sayı 1840"
    of_many = form_at(tokens, before) == "sayi" and _OF_MANY.fullmatch(form_at(tokens, before - 1)) is not None
    counted = of_many and has_role("year_noun", form_at(tokens, last))
    if before >= 0 and not placed and not counted and role_of("label_before", form_at(tokens, before)):
        return True
    return form_at(tokens, before) in ("$", "£", "€", "%") or called_by_number(form_at(tokens, last))


_OF_MANY: Final = re.compile(r"\w{3,}l[ae]r[iu]n")
_ENGLISH_IN: Final = ("in", "since", "until")
_NEARLY: Final = ("yakin", "yahin", "askin", "varan")
_ROUNDING: Final = (*_NEARLY, "asan", "bulan", "gecen", "fazla", "cok", "ziyade", "artik")


def _counts(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """Whether the number at `at` counts what follows: ``1500 nüsha``, ``1918 askeri`` being a year."""
    if last > at + 1 or last >= len(tokens) or tokens[last].glued:
        return False
    if has_role("year_noun", form_at(tokens, last)) or form_at(tokens, last) == "ile":
        return False
    # "in 1921 sent them 40 rifles": no cents of Azerbaijan
    sent = form_at(tokens, at - 1) in _ENGLISH_IN and role_of("past", form_at(tokens, last))
    if sent or has_role("part", form_at(tokens, last)):
        return False
    if form_at(tokens, last) == "at" and form_at(tokens, last + 1) in _ENGLISH_AT:
        return False  # "in 1925 at the age of 47": no horses
    noun = noun_at(tokens, last)
    if noun is None or has_role("dated_head", form_at(tokens, noun.last)):
        return False  # "1927 nüfus sayımı": the census of that year
    counted = _COUNTED.match(noun.ending) is not None
    counted = counted or (form_at(tokens, at).endswith("00") and _IN_A_CASE.fullmatch(noun.ending) is not None)
    return noun.kind in ("measure", "money", "time", "container", "percent") or counted


def _is_rounded(tokens: tuple[Token, ...], last: int) -> bool:
    """``1500'e yakın işçi``, ``1800'ü bulan aile``: a number that a word for "nearly" or "over" rounds (GK 15.4)."""
    about = form_at(tokens, last) in _ROUNDING and form_at(tokens, last - 2) in ("'", "-")
    noun = noun_at(tokens, last + 1) if about and last + 1 < len(tokens) else None
    return noun is not None and (noun.kind != "time" or form_at(tokens, last) in _NEARLY)


def _published(tokens: tuple[Token, ...], last: int) -> bool:
    """Whether a page number follows: the year of a book in running text."""
    index = last
    while index < last + 2 and form_at(tokens, index) in (",", ")", ";", ":"):
        index += 1
    return index > last and form_at(tokens, index) in (
        "s",
        "sayfa",
        "ss",
        "sf",
        "sh",
        "cilt",
        "c",
        "p",
        "pp",
        "vol",
        "seh",
    )


def _span_of_years(tokens: tuple[Token, ...], at: int) -> Bare | None:
    """``1922-1931``, ``1929-54``, ``1908 ile 1911 arasında``."""
    first = year_at(tokens, at)
    if first is not None and form_at(tokens, at + 1) in ("ile", "ve", "and"):
        return _between_years(tokens, at, first)
    slash = form_at(tokens, at + 1) == "/" and _two_years_by_slash(tokens, at)
    if first is None or not (form_at(tokens, at + 1) == "-" or slash):
        return None
    second = form_at(tokens, at + 2)
    if not second.isdecimal() or len(second) not in (2, 4):
        return None
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    ordinal = form_at(tokens, at + 3) == "-" and re.fullmatch(r"c[iu]", form_at(tokens, at + 4)) is not None
    follows = not ordinal and at + 3 < len(tokens) and tokens[at + 3].glued and tokens[at + 3].form in ("-", "/")
    if not first < last <= first + _LONGEST_SPAN or follows or (len(second) == 2 and not tokens[at + 2].glued):
        return None
    if _tied(tokens, at, at + 1) and tokens[at].glued and form_at(tokens, at - 1) not in ("(", '"'):
        return None
    return Bare(tokens[at].start, tokens[at + 2].end, at + 3, "date.years", edtf=f"{first}/{last}", near=first)


def _two_years_by_slash(tokens: tuple[Token, ...], at: int) -> bool:
    """``1938/45``, ``1935/36 ders yılı``: two years near each other, not a file with its number."""
    first, second = form_at(tokens, at), form_at(tokens, at + 2)
    near = year_at(tokens, at) is not None and len(second) == 2 and second.isdecimal()
    near = near and 0 < int(second) - int(first[-2:]) <= _LONGEST_SLASHED
    glued = near and tokens[at + 1].glued and tokens[at + 2].glued
    filed = has_role("case_number", form_at(tokens, at + 3)) or role_of("numbered_after", form_at(tokens, at + 3))
    return glued and not filed and not _labelled(tokens, at, at + 1)


def _between_years(tokens: tuple[Token, ...], at: int, first: int) -> Bare | None:
    """``1908 ile 1911 (yılları) arasında``, ``between 1908 and 1911``: two years that bound a time."""
    last, after = year_at(tokens, at + 2), at + 3
    if last is None or not first < last <= first + _LONGEST_SPAN:
        return None
    named = form_at(tokens, after).startswith(("yillar", "iller", "seneler"))
    bounded = form_at(tokens, after + named).startswith(("arasi", "arasin")) or form_at(tokens, at - 1) == _BETWEEN
    if not bounded:
        return None
    return Bare(tokens[at].start, tokens[at + 2].end, after, "date.years", edtf=f"{first}/{last}", near=first)


def _short_year(tokens: tuple[Token, ...], at: int) -> Bare | None:
    """``937'de``, ``937 senesinde``, ``'38 yılında``."""
    form = form_at(tokens, at)
    last = skip_suffix(tokens, at + 1)
    named = has_role("year_noun", form_at(tokens, last)) or has_role("born", form_at(tokens, last))
    if (
        len(form) == 3
        and form[0] == "9"
        and (named or form_at(tokens, last - 1) in ("de", "da", "te", "ta", "den", "dan"))
    ):
        return Bare(tokens[at].start, tokens[at].end, last, "date.year", year=1000 + int(form))
    if len(form) == 3 and named and 1256 <= 1000 + int(form) <= 1341:
        return Bare(tokens[at].start, tokens[at].end, last, "date.year", year=1000 + int(form))
    if len(form) == 2 and (_said_of_a_year(tokens, at) or _after_a_year(tokens, at, last)):
        return Bare(tokens[at].start, tokens[at].end, last, "date.year", year=1900 + int(form))
    if len(form) == 2 and _in_the_year(tokens, at, last):
        return Bare(tokens[at].start, tokens[at].end, last, "date.year.short", year=1900 + int(form))
    quoted = at > 0 and tokens[at - 1].form == "'" and tokens[at].glued and not tokens[at - 1].glued
    if len(form) == 2 and quoted and (named or last > at + 1):
        return Bare(tokens[at - 1].start, tokens[at].end, last, "date.year", year=1900 + int(form))
    return None


def _said_of_a_year(tokens: tuple[Token, ...], at: int) -> bool:
    """``en parlak senesi 38'di``, ``yılı 38miş``: short digits said of a year."""
    mark = at + 1 + (form_at(tokens, at + 1) == "'")
    told = mark < len(tokens) and tokens[mark].glued and _COPULA.fullmatch(form_at(tokens, mark)) is not None
    return told and form_at(tokens, at - 1) in _OF_A_YEAR


def _in_the_year(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """``dedem 43'te sakat kaldı``: too large for a day or an hour, and nothing is counted; the page's years decide."""
    if form_at(tokens, at + 1) != "'" or last != at + 3 or int(form_at(tokens, at)) <= _LAST_DAY:
        return False
    placed = _PLACED.fullmatch(form_at(tokens, at + 2)) is not None
    share = form_at(tokens, last).startswith("bir") or number_word(form_at(tokens, last)) is not None  # "43'te biri"
    counts = share or noun_at(tokens, last) is not None
    led = form_at(tokens, at - 1) in ("%", "yuzde", "no", "saat") or role_of("label_before", form_at(tokens, at - 1))
    return placed and not counts and not led and last < len(tokens) and tokens[last].kind == WORD


def _after_a_year(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """``1938'de kuruldu, 39'da kapandı``: short digits in the locative, a year shortly before them."""
    if form_at(tokens, at + 1) != "'" or last <= at + 2 or not _PLACED.fullmatch(form_at(tokens, last - 1)):
        return False
    if noun_at(tokens, last) is not None or number_word(form_at(tokens, last)) is not None:
        return False
    for before in range(at - 1, max(-1, at - _SENTENCE), -1):
        if form_at(tokens, before) in (".", ";", "!", "?"):
            return False
        year = year_at(tokens, before)
        if year is not None:
            later = 0 < 1900 + int(form_at(tokens, at)) - year <= _SENTENCE
            return later and form_at(tokens, before + 1) == "'" and bool(_PLACED.fullmatch(form_at(tokens, before + 2)))
    return False


def _one_year(tokens: tuple[Token, ...], at: int) -> Bare | None:
    """``1921'de``, ``1918-ci ildə``, ``937'de``."""
    year = year_at(tokens, at)
    if year is None:
        # "the 1.0 year" and "9,5" are parts of a number, and no years
        whole = form_at(tokens, at).isdecimal() and not _tied(tokens, at, at + 1)
        return _short_year(tokens, at) if whole else None
    last = skip_suffix(tokens, at + 1)
    ordinal = last > at + 1 and _ORDINAL.fullmatch(form_at(tokens, last - 1)) is not None
    unnamed = ordinal and not has_role("year_noun", form_at(tokens, last))
    if unnamed or _tied(tokens, at, last) or _labelled(tokens, at, last):
        return None
    named = has_role("year_noun", form_at(tokens, last)) or form_at(tokens, last) in _DATED
    bare = last == at + 1 and form_at(tokens, at - 1) != "(" and not named
    if bare and RUMI_LAST < year < _FIRST_BARE:
        return None  # "mesaj sayım 1500 oldu": what is told of here lies in later centuries
    shared = last > at + 1 and _SHARED.fullmatch(form_at(tokens, last - 1))  # "paranın 1750'sini": so much of it
    if (
        shared
        or _is_rounded(tokens, last)
        or _counts(tokens, at, last)
        or _published(tokens, last)
        or _names_a_war(tokens, last, year)
    ):
        return None
    return Bare(tokens[at].start, tokens[at].end, last, "date.year", year=year)


def _names_a_war(tokens: tuple[Token, ...], last: int, year: int) -> bool:
    """``1293 Harbi``: a war that is called by its Rumi or Hijri year, and no date."""
    return year <= RUMI_LAST and form_at(tokens, last).startswith(("harb", "muharebe", "ihtilal"))


def bare_at(tokens: tuple[Token, ...], at: int) -> Bare | None:
    """The year, span, decade or century that begins at token `at`, or None.

    >>> from tanik.facts.numbers.tokens import cut
    >>> bare_at(cut("1929-54 arasında"), 0).edtf, bare_at(cut("Kırklı yıllarda"), 0).edtf
    ('1929/1954', '194X')
    >>> bare_at(cut("1500 nüsha"), 0) is None
    True
    """
    token = tokens[at]
    if token.kind == MARK:
        return None
    found = decade_at(tokens, at) or century_at(tokens, at) or year_spelled_at(tokens, at)
    if found is not None or token.kind != FIGURE:
        return found
    found = _span_of_years(tokens, at)
    if found is not None:
        return found if not _published(tokens, found.last) else None
    return doubled_year(tokens, at) or _one_year(tokens, at)
