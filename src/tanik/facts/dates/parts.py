"""Which part of a year, month, decade or century is meant: ``1921 başlarında``, ``late 1930s``.

Comes in: the words around a date. Goes out: ``early``, ``middle``, ``late`` or None. EDTF has no word for them, so the
date keeps the value of the whole and the part stands beside it (`DateMention.part`).
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.fold import fold
from tanik.facts.dates.words import has_role

__all__ = ["part_of"]

_WORD: Final = re.compile(r"[^\W_]+")
_BREAK: Final = re.compile(r"[.,;:!?()\n]")
_PARTS: Final = ("early", "middle", "late")
_BETWEEN: Final = ("year_noun", "years_noun", "month_noun", "century")


def _part(word: str) -> str | None:
    return next((part for part in _PARTS if has_role(f"part_{part}", word)), None)


def part_of(before: str, after: str) -> str | None:
    """The part of a date that the words before and after it name.

    >>> part_of("", " yılının başlarında"), part_of("in early ", ", he"), part_of("", "’de, sonunda")
    ('early', 'early', None)
    """
    led = _WORD.findall(fold(before))
    if led and re.fullmatch(r".*[^\W_][\s-]*", before, re.DOTALL):
        part = _part(led[-1])
        if part is not None and led[-1] in ("early", "mid", "late"):
            return part
    stop = _BREAK.search(after)
    clause = after[: stop.start()] if stop else after
    glued = re.match(r"(?:[’'`´-]|(?=[^\W\d_]))[^\W\d_]{1,6}", clause)
    for word in _WORD.findall(fold(clause[glued.end() if glued else 0 :]))[:3]:
        part = _part(word)
        if part is not None:
            return part
        if not any(has_role(role, word) for role in _BETWEEN):
            return None
    return None
