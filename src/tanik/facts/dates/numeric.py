"""Dates in figures: ``1.3.1922``, ``11/5/337``, ``4.IX.36``, ``19/VI``, ``1922-03-01``.

Comes in: tokens. Goes out: what is written, with months counted from January; whether a Rumi month was counted from
March is a question to the whole page (`evidence`).
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.fold import fold
from tanik.facts.dates.written import Written, figure_at
from tanik.facts.numbers.nouns import noun_at, role_of
from tanik.facts.numbers.tokens import Token, form_at

__all__ = ["numeric_at"]

_ROMAN: Final = {
    fold(form): number
    for number, form in enumerate(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"], start=1)
}
_LETTERS: Final = ("i", "v", "h")  # one letter between two numbers is more often an initial or a size
_MONTHS: Final = 12
_LONGEST: Final = 31  # days of a month
_RECENT: Final = range(1800, 2100)
_MEASURED: Final = ("measure", "money", "container", "percent", "person")
_NUMERIC: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2,3})")


def numeric_at(tokens: tuple[Token, ...], at: int, *, english: bool) -> Written | None:
    """``1.3.1922``, ``11/5/337``, ``4.IX.36``, ``19/VI``, ``1922-03-01``, ``5 XII 1933``."""
    spaced = _spaced(tokens, at)
    if spaced is not None:
        return _numeric_of(tokens, at, spaced[1], spaced[0], english=False)
    return _close(tokens, at, english=english)


def _close(tokens: tuple[Token, ...], at: int, *, english: bool) -> Written | None:
    """A date in figures that no blank parts."""
    token = tokens[at]
    match = _NUMERIC.fullmatch(token.form)
    if match:
        day, month, year = match.groups()
        return _numeric_of(tokens, at, at + 1, (int(day), int(month), year), english=False)
    parts, index = [token.form], at + 1
    while len(parts) < 3 and index + 1 < len(tokens) and tokens[index].form in ("/", "-", "."):
        nearer = tokens[index + 1]
        if not (tokens[index].glued and nearer.glued) or tokens[index].form != tokens[at + 1].form:
            break
        parts.append(nearer.form)
        index += 2
    if len(parts) == 3 and len(parts[0]) == 4 and all(part.isdecimal() for part in parts):
        parts.reverse()
        if tokens[at + 1].form != "-" or len(parts[0]) != 2 or len(parts[1]) != 2:
            return None
    if len(parts) < 2 or not parts[0].isdecimal() or len(parts[0]) > 2:
        return None
    suffix = len(parts) == 2 and parts[1] in _LETTERS and tokens[at + 1].form == "-"
    roman = parts[1] in _ROMAN and not suffix  # "45-i", Azerbaijani: the forty-five of them, and no month
    if not roman and (len(parts) < 3 or not parts[1].isdecimal() or len(parts[1]) > 2):
        return None
    month_number = _ROMAN[parts[1]] if roman else int(parts[1])
    year_digits = parts[2] if len(parts) == 3 else None
    if year_digits is not None and (not year_digits.isdecimal() or not 2 <= len(year_digits) <= 4):
        return None
    return _numeric_of(tokens, at, index, (int(parts[0]), month_number, year_digits), english=english)


def _spaced(tokens: tuple[Token, ...], at: int) -> tuple[tuple[int, int, str | None], int] | None:
    """Day, month and year parted by blanks, and the token after: ``5 XII 1933``, ``14. X. 1919``, ``12. 5. 1934``."""
    day, index = figure_at(tokens, at, 2), at + 1
    dotted = form_at(tokens, index) == "." and tokens[index].glued
    index += dotted
    if day is None or index >= len(tokens) or tokens[index].glued:
        return None
    form = form_at(tokens, index)
    month = _ROMAN.get(form) if dotted or form not in _LETTERS else None
    if month is None and dotted and figure_at(tokens, index, 2) is not None:
        month = int(form)
    index += 1
    if dotted != (form_at(tokens, index) == "."):
        return None
    index += dotted
    year = figure_at(tokens, index, 4)
    return ((int(day), month, year), index + 1) if month is not None and len(year or "") == 4 else None


def _numeric_of(
    tokens: tuple[Token, ...], at: int, last: int, parts: tuple[int, int, str | None], *, english: bool
) -> Written | None:
    day, month, year = parts
    if english and month > _MONTHS >= day:
        day, month = month, day
    if day < 1 or month < 1 or (month > _MONTHS and not _is_meant_as_a_date(tokens, at, last, parts)):
        return None  # registers write 00 for what is not known
    before = tokens[at - 1] if at else None
    after = tokens[last] if last < len(tokens) else None
    if before is not None and tokens[at].glued and before.form in ("/", "-", ".", ","):
        return None
    if after is not None and after.glued and after.form in ("/", "-") and figure_at(tokens, last + 1, 9):
        return None
    return Written(
        tokens[at].start, tokens[last - 1].end, last, "date.numeric", day, month, "solar" if year else None, year
    )


def _is_meant_as_a_date(tokens: tuple[Token, ...], at: int, last: int, parts: tuple[int, int, str | None]) -> bool:
    """Whether figures with a month that no calendar has are a date all the same: ``24.13.1926``, ``15/14/1922``.

    So a slip of the hand looks. A number with its unit or the section of a book may look alike, and ``3/15/1922`` is a
    day with its month first.
    """
    day, month, year = parts
    if len(year or "") != 4 or int(year or 0) not in _RECENT:
        return False
    dotted = "." in (tokens[at].form[-5:-4], form_at(tokens, at + 1))
    month_first = not dotted and day <= _MONTHS and month <= _LONGEST
    labelled = role_of("label_before", form_at(tokens, at - 1))
    noun = noun_at(tokens, last) if last < len(tokens) and not tokens[last].glued else None
    return not (month_first or labelled or (noun is not None and noun.kind in _MEASURED))
