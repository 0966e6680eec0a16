"""The pieces of a leaf put into the order in which a person reads them.

Comes in: the pieces of one leaf. Goes out: its lines by *region*, a region being a column or a stretch of full width.
A leaf is parted by its gutters: an upright band that almost no line crosses, with lines of some width on both sides.
Lines that do cross it (a title over two columns) part the leaf across, and within each part the left column comes
before the right one. Nagy and Seth's recursive cuts (1984) work the other way round and cut a title together with
whichever column it touches.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from tanik.page.pdf_text import Piece

__all__ = ["Line", "Region", "read_regions", "set_lines"]

# No leaf is wider than 14,400 points (ISO 32000-1, annex C); a damaged file may set type at any place.
_WIDEST: Final = 10 * 14_400
_LEAST_LINES: Final = 4
_CROSSING: Final = 0.12
# A column is at least this part of the width it is cut from; narrower ones are a table's numbers or a list's bullets.
_COLUMN: Final = 0.22
_GUTTER: Final = 0.55
_DEEPEST: Final = 4
_TAB: Final = 1.5
_WORD: Final = 0.12


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of a region, with its box; `base` and `size` are those of most of its characters."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Region:
    """A column, or a stretch that goes over all of them: lines from top to bottom, and the edges of its text."""

    lines: tuple[Line, ...]
    left: float
    right: float


def _rows(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces that stand on one line, lines from top to bottom."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: (-one.middle, one.left)):
        row = rows[-1] if rows else None
        if row is not None and abs(row[0].middle - piece.middle) < 0.45 * max(row[0].size, piece.size):
            row.append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _joined(row: Sequence[Piece]) -> Line:
    text = row[0].text
    for before, piece in pairwise(row):
        gap = piece.left - before.right
        high = max(before.size, piece.size)
        text += ("\t" if gap > _TAB * high else " " if gap > _WORD * high else "") + piece.text
    return Line(
        text,
        min(one.left for one in row),
        min(one.bottom for one in row),
        max(one.right for one in row),
        max(one.top for one in row),
        *_setting(row),
    )


def _setting(row: Sequence[Piece]) -> tuple[float, float]:
    longest = max(row, key=lambda one: len(one.text))
    return longest.base, longest.size


def set_lines(pieces: Iterable[Piece]) -> list[Line]:
    """The lines that `pieces` make, from top to bottom, without regard to columns.

    >>> row = [Piece("Köprü", 50, 698, 90, 712, 700, 10), Piece("taştan", 95, 698, 130, 712, 700, 10)]
    >>> [line.text for line in set_lines(row)]
    ['Köprü taştan']
    """
    return [_joined(row) for row in _rows(pieces)]


def _bands(pieces: Sequence[Piece], left: float, right: float, high: float) -> list[tuple[float, float]]:
    """Upright bands that few pieces cross, widest first."""
    if right - left > _WIDEST:
        return []
    steps = int(right - left) + 2
    change = [0] * (steps + 1)
    for piece in pieces:
        change[max(0, int(piece.left - left))] += 1
        change[min(steps, int(piece.right - left) + 1)] -= 1
    most = max(1, int(_CROSSING * len(pieces)))
    bands: list[tuple[float, float]] = []
    covered, start = 0, -1
    for step in range(steps):
        covered += change[step]
        if covered <= most:
            start = step if start < 0 else start
        elif start >= 0:
            if start and step - start >= _GUTTER * high:
                bands.append((left + start, left + step))
            start = -1
    return sorted(bands, key=lambda band: band[0] - band[1])


def _parted(pieces: Sequence[Piece], band: tuple[float, float]) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """(left of the band, right of it, across it)."""
    low, high = band[0] - 1.5, band[1] + 1.5
    middle = (band[0] + band[1]) / 2
    before = [one for one in pieces if one.right <= high and one.left < middle]
    after = [one for one in pieces if one.left >= low and one.left >= middle - (band[1] - band[0])]
    taken = {id(one) for one in before}
    after = [one for one in after if id(one) not in taken]
    taken |= {id(one) for one in after}
    return before, after, [one for one in pieces if id(one) not in taken]


def _is_column(pieces: Sequence[Piece], whole: float) -> bool:
    """Whether the pieces are running text of some width, not the cells of a table."""
    rows = [(min(one.left for one in row), max(one.right for one in row)) for row in _rows(pieces)]
    return len(rows) >= _LEAST_LINES and median(right - left for left, right in rows) >= _COLUMN * whole


def _gutter(pieces: Sequence[Piece]) -> tuple[float, float] | None:
    """The band between two columns, or None if the pieces stand in one."""
    left, right = min(one.left for one in pieces), max(one.right for one in pieces)
    high = median(one.size for one in pieces)
    for band in _bands(pieces, left, right, high)[:6]:
        before, after, _ = _parted(pieces, band)
        if not (before and after and _is_column(before, right - left) and _is_column(after, right - left)):
            continue
        low = max(min(one.bottom for one in side) for side in (before, after))
        top = min(max(one.top for one in side) for side in (before, after))
        if top - low > _LEAST_LINES * high * 0.8:
            return band
    return None


def _region(pieces: Sequence[Piece], frame: tuple[float, float] | None = None) -> Region:
    left, right = frame or (min(one.left for one in pieces), max(one.right for one in pieces))
    return Region(tuple(set_lines(pieces)), left, right)


def read_regions(pieces: Sequence[Piece], depth: int = 0) -> list[Region]:
    """The regions of a leaf in reading order. `depth` counts the gutters already cut at."""
    if not pieces:
        return []
    band = _gutter(pieces) if depth < _DEEPEST and len(pieces) >= 2 * _LEAST_LINES else None
    if band is None:
        return [_region(pieces)]
    _, _, across = _parted(pieces, band)
    crossing = {id(one) for one in across}
    regions: list[Region] = []
    part: list[Piece] = []
    wide: list[Piece] = []
    for row in _rows(pieces):
        if any(id(one) in crossing for one in row):
            regions += _columns(part, band, depth)
            part = []
            wide += row
            continue
        if wide:
            regions.append(_region(wide))
            wide = []
        part += row
    regions += _columns(part, band, depth)
    return regions + ([_region(wide)] if wide else [])


def _columns(part: Sequence[Piece], band: tuple[float, float], depth: int) -> list[Region]:
    """The two sides of a gutter, the left one first."""
    middle = (band[0] + band[1]) / 2
    sides = ([one for one in part if one.left < middle], [one for one in part if one.left >= middle])
    return [region for side in sides if side for region in read_regions(side, depth + 1)]
