"""Treaties and battles called by a name that several bear: the year beside it tells which one is meant.

Comes in: the names of a page and its text. Goes out: the same, where "1926 Ankara Antlaşması" is not the one of 1921
that a table has under that alias, but keeps the page's words. A year that is off by one or two is a slip, which the
findings tell of; one that is further off belongs to another thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from tanik.core.fold import fold_whole
from tanik.facts.model import Name, NameKind
from tanik.facts.names.bearers import capitalised
from tanik.facts.names.tables import key_of
from tanik.facts.tables import rows

__all__ = ["by_years_beside"]

_FAR: Final = 60
_SLIP: Final = 2
_YEAR: Final = r"(?<![\d.,])(1[0-9]{3}|20[0-2][0-9])"
_MADE: Final = r"(?:imzala|akdedil|bagitla|bagla|yapil|aktedil)"
# "1926 Ankara Antlaşması", "5 Haziran 1926 tarihli …", "1926'da İngiltere ile imzalanan …"
_BEFORE: Final = re.compile(
    rf"{_YEAR}(?:\s*(?:tarihli|gunlu|yilindaki|senesindeki)|['’]?[dt][ae]ki"
    rf"|(?:['’]?[dt][ae]|\s+(?:yilinda|senesinde|tarihinde))(?:\s+[^\W\d]+(?:['’]\w+)?){{0,4}}?\s+{_MADE}\w*[ae]n)?\s+$"
)
# "1926'da Ankara Antlaşması imzalandı"
_AT: Final = re.compile(rf"{_YEAR}(?:['’]?[dt][ae]|\s+(?:yilinda|senesinde|tarihinde))\s+$")
_SIGNED: Final = re.compile(rf"^['’]?[a-z]{{0,4}}(?:\s+[^\W\d]+){{0,2}}?\s+{_MADE}")
# with the year behind: "Ankara Antlaşması (5 Haziran 1926)"
_BEHIND: Final = re.compile(rf"^['’]?[a-z]{{0,4}}\s*\((?:[^()]*\s)?{_YEAR}\)")


@cache
def _years() -> dict[str, tuple[int, int]]:
    """From which to which year each event of the table was."""
    found: dict[str, tuple[int, int]] = {}
    for row in rows("events.csv"):
        told = [int(year) for cell in ("date", "begin", "end") for year in re.findall(r"\d{4}", row[cell])]
        if told:
            found[row["name"]] = (min(told), max(told))
    return found


def _year_beside(name: Name, folded: str) -> int | None:
    """The year that stands right before or behind a name as its own, else None."""
    before, behind = (
        folded[max(0, name.span.start - _FAR) : name.span.start],
        folded[name.span.end : name.span.end + _FAR],
    )
    match = _BEFORE.search(before) or _BEHIND.search(behind)
    if match is None and _SIGNED.search(behind):
        match = _AT.search(before)
    return int(match.group(1)) if match else None


def _is_alias(name: Name) -> bool:
    """Whether the page calls an event of the table otherwise than the table's first name."""
    return name.kind is NameKind.EVENT and name.name in _years() and key_of(name.text) != key_of(name.name)


def by_years_beside(names: Sequence[Name], text: str) -> tuple[Name, ...]:
    """`names` of a page in order; an alias whose year contradicts the table's own keeps the page's words.

    A mention without a year follows the one before it that has one, else the first on the page.
    """
    aliases = [name for name in names if _is_alias(name)]
    folded = fold_whole(text) if aliases else ""
    years = {name.span: year for name in aliases if (year := _year_beside(name, folded)) is not None}
    told: dict[tuple[str, ...], bool] = {}
    for name in reversed(aliases):
        if name.span in years:
            told[key_of(name.text)] = _is_another(name, years[name.span])
    kept: list[Name] = []
    for name in names:
        form = key_of(name.text) if _is_alias(name) else ()
        if name.span in years:
            told[form] = _is_another(name, years[name.span])
        kept.append(_as_written(name) if told.get(form) else name)
    return tuple(kept)


def _is_another(name: Name, year: int) -> bool:
    first, last = _years()[name.name]
    return not first - _SLIP <= year <= last + _SLIP


def _as_written(name: Name) -> Name:
    form = capitalised(name.text)
    return replace(name, name=form, id=f"{name.kind}:{'-'.join(key_of(form))}")
