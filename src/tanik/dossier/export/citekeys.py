"""A short name for every work, for programs that cite by a key.

Comes in: works. Goes out: keys of ASCII letters and figures (author, year, a word of the title), each once, the same on
every run: a key that changes with the order of the pages would break a manuscript.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from tanik.core.fold import fold
from tanik.dossier.export.bibliography import Work
from tanik.dossier.export.runs import year_of

__all__ = ["citekeys"]

# Turkish letters that Unicode does not take apart into a letter and a mark.
_PLAIN = str.maketrans({"ı": "i", "ə": "e", "ß": "ss", "æ": "ae", "ø": "o"})
_SHORTEST = 4


def citekeys(works: Iterable[Work]) -> tuple[str, ...]:
    """One key a work, in order.

    >>> from tanik.dossier.export.bibliography import Agent, Part
    >>> er = Work("a", Part.SOURCE, "book", (Agent("Işık", "Ali"),), "Bir Köprünün Hikâyesi", date="1931")
    >>> citekeys((er, er))
    ('isik1931koprunun', 'isik1931koprunun-2')
    """
    taken: dict[str, int] = {}
    keys = []
    for work in works:
        name = _ascii(work.authors[0].family if work.authors else work.archive or work.container)
        year = re.sub(r"\D", "", year_of(work)[:4])
        words = [word for word in map(_ascii, work.title.split()) if len(word) >= _SHORTEST]
        base = f"{name}{year}{words[0] if words else ''}" or work.kind
        taken[base] = taken.get(base, 0) + 1
        keys.append(base if taken[base] == 1 else f"{base}-{taken[base]}")
    return tuple(keys)


def _ascii(words: str) -> str:
    plain = unicodedata.normalize("NFKD", fold(words).translate(_PLAIN)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", plain)
