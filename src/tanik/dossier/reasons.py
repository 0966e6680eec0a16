"""Why something was refused, in the reader's language.

Comes in: a reason or an error as the program says it, in English: JSON keeps it so. Goes out: the same in Turkish. The
sentences stand in ``data/reasons.toml``, each with numbered gaps where the particulars go; a sentence is found by what
stands between the gaps, so that the rooms that refuse need not know of languages. What no row has is told as it is.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from itertools import islice
from typing import Final

__all__ = ["in_words", "rows"]

_GAP: Final = re.compile(r"\{(\d)\}")
_PARTS: Final = re.compile(r"(\{\d\})")
# How many colons may stand before a reason: in the input, the file and line, the address it is about.
_COLONS: Final = 6


@cache
def rows() -> tuple[tuple[str, str], ...]:
    """The sentences in English and in Turkish, those with the most words of their own first."""
    text = resources.files("tanik.dossier").joinpath("data", "reasons.toml").read_text(encoding="utf-8")
    found = tomllib.loads(text)
    return tuple(sorted(found.items(), key=lambda row: -len(_GAP.sub("", row[0]))))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((_pattern(english), turkish) for english, turkish in rows())


def _pattern(sentence: str) -> re.Pattern[str]:
    parts = _GAP.split(sentence)
    return re.compile(
        "".join(f"(?P<g{part}>.+?)" if odd % 2 else re.escape(part) for odd, part in enumerate(parts)), re.S
    )


def in_words(reason: str, lang: str) -> str:
    """`reason` in `lang`; parts of it that are sentences of their own are told in it too.

    >>> in_words("x.pdf: there is no such file", "tr"), in_words("there is no such file", "en")
    ('x.pdf: böyle bir dosya yok', 'there is no such file')
    """
    if lang != "tr":
        return reason
    return _told(reason) or reason


def _told(reason: str) -> str | None:
    """`reason` in Turkish, whole or from behind one of its first colons on: what stands before is what it is about."""
    cuts = [0, *(found.end() for found in islice(re.finditer(r": ", reason), _COLONS))]
    for cut in cuts:
        for pattern, turkish in _patterns():
            found = pattern.fullmatch(reason, cut)
            if found is not None:
                gaps = {f"{{{name[1:]}}}": _told(value) or value for name, value in found.groupdict().items()}
                return reason[:cut] + "".join(gaps.get(part, part) for part in _PARTS.split(turkish))
    return None
