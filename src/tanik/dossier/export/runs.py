"""Letters upright and italic, and the pieces that all citation styles are put together from.

Comes in: fields of a work. Goes out: runs of text; names, dates, volumes and pages in the ways the styles share.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tanik.dossier.edtf import date_parts, in_words
from tanik.dossier.export.bibliography import Work
from tanik.dossier.words import say, table

__all__ = [
    "Run",
    "american_date",
    "arabic",
    "dashed",
    "joined",
    "plain",
    "quoted",
    "runs",
    "term",
    "titled",
    "year_of",
]

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN_NUMBER = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_RANGE = re.compile(r"(?<=\d)\s*[-–—]\s*(?=\d)")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of letters of one slant."""

    text: str
    italic: bool = False


def plain(parts: Iterable[Run]) -> str:
    """The letters alone."""
    return "".join(part.text for part in parts)


def runs(*parts: str | Run) -> tuple[Run, ...]:
    """Texts and runs as runs; empty ones are left out."""
    made = (part if isinstance(part, Run) else Run(part) for part in parts)
    return tuple(part for part in made if part.text)


def joined(parts: Iterable[Sequence[Run]], between: str, end: str = "") -> tuple[Run, ...]:
    """The parts that have letters, with `between` between them.

    A sign that the part before already ends with is not written twice, nor a full stop after a question mark.

    >>> plain(joined([runs("Er, A."), runs(Run("Neden?", italic=True)), runs("Ankara")], ". ", "."))
    'Er, A. Neden? Ankara.'
    """
    made: list[Run] = []
    for part in parts:
        if not plain(part):
            continue
        if made:
            made.append(Run(_after(plain(made), between)))
        made.extend(part)
    if made and end:
        made.append(Run(_after(plain(made), end)))
    return tuple(run for run in made if run.text)


def _after(text: str, sign: str) -> str:
    if sign.startswith(".") and text.rstrip("”")[-1:] in (".", "?", "!"):
        return sign[1:]
    return sign


def quoted(text: str, comma: str = "") -> str:
    """`text` in quotation marks, a `comma` inside them before the closing mark (Chicago in English)."""
    inner = text.replace("“", "‘").replace("”", "’").replace('"', "’")
    return f"“{inner}{'' if inner.endswith(('?', '!', '.')) else comma}”"


def term(key: str, lang: str, /, **details: object) -> str:
    """A word of ``data/exports.toml``, with `details` filled in.

    >>> term("apa.volume", "en", value=2)
    'Vol. 2'
    """
    words = table("exports.toml")[key][lang]
    return words.format(**details) if details else words


def titled(work: Work, lang: str) -> str:
    """The title, or words that say that there is none."""
    return work.title or say("cite.untitled", lang)


def arabic(volume: str) -> str:
    """A volume in Arabic figures where it was written in Roman ones.

    >>> arabic("III"), arabic("4/2"), arabic("Ek")
    ('3', '4/2', 'Ek')
    """
    if not volume or not _ROMAN_NUMBER.fullmatch(volume):
        return volume
    figures = [_ROMAN[letter] for letter in volume]
    following = [*figures[1:], 0]
    return str(sum(-one if one < after else one for one, after in zip(figures, following, strict=True)))


def dashed(pages: str, dash: str) -> str:
    """A range of pages with the dash of the style.

    >>> dashed("13 - 14", "–")
    '13–14'
    """
    return _RANGE.sub(dash, pages)


def year_of(work: Work) -> str:
    """The year of the date, both years of an interval, or nothing."""
    parts = date_parts(work.date)
    if parts is None:
        return work.date
    return "–".join(dict.fromkeys(str(part[0]) for part in parts))


def american_date(edtf: str, lang: str) -> str:
    """A date as American styles write it in English (April 26, 1920); in Turkish as everywhere.

    >>> american_date("1920-04-26", "en"), american_date("1920-04-26", "tr"), american_date("1920-04", "en")
    ('April 26, 1920', '26 Nisan 1920', 'April 1920')
    """
    words = in_words(edtf, lang)
    found = re.fullmatch(r"((?:\w+ )*?)(\d{1,2}) (\w+) (\d{4})", words) if lang == "en" else None
    return f"{found[1]}{found[3]} {found[2]}, {found[4]}" if found else words
