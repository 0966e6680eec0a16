"""From which deed years are counted: ``ölümünden 15 yıl sonra``, ``vefatının 81 yıl sonrasında``.

Comes in: what stands before a counted date, and the text behind a date told before. Goes out: the verb that the noun
of the deed has, and whether that date is the deed's own ("1938'de vefat eden"). A noun with its possessive in the
ablative or genitive says from what is counted (Göksel & Kerslake 2005, 17.3.2 on *-dan sonra*, 10.2 on possessives),
which need not be what was told last.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from tanik.core.fold import fold

__all__ = ["deed_before", "tells_deed"]

# by the noun's folded stem, what its verb looks like behind a date
_DIED: Final = r"ol(?:du|en|mus|um)|vefat|hayatini kaybe[td]|sehit|died|death"
_DEEDS: Final = {
    "olum": _DIED,
    "vefat": _DIED,
    "dogum": r"dog(?:du|an|mus|um)|dunyaya gel",
    "kurulus": r"kur(?:ul|du|an|mus|dug)",
    "acilis": r"ac(?:il|ti|an|mis|tig)",
    "ilan": r"ilan",
    "imzalanma": r"imza",
    "imzalanis": r"imza",
    "yazilis": r"yaz(?:il|di|an|mis|dig)",
    "yayimlanis": r"yayi[mn]la",
    "basilis": r"bas(?:il|ti|an|mis|tig)",
    "yikilis": r"yik(?:il|ti|an|mis|tig)",
}
_BEFORE: Final = re.compile(rf"\b({'|'.join(_DEEDS)})s?[iu]n(?:[dt]en|[dt]an|in|un)\s+(?:tam\s+|yaklasik\s+)?$")
_REACH: Final = 6  # words between a date and the verb of its clause


@cache
def _told(verb: str) -> re.Pattern[str]:
    return re.compile(rf"['’]?\w{{0,5}}(?:\s+[^\s.;!?]+){{0,{_REACH}}}?\s+(?:{verb})")


def deed_before(before: str) -> str | None:
    """The verb (a pattern in folded text) of the deed from which the date behind `before` is counted, or None.

    >>> deed_before("Atatürk'ün doğumundan "), deed_before("Bundan ")
    ('dog(?:du|an|mus|um)|dunyaya gel', None)
    """
    found = _BEFORE.search(fold(before))
    return _DEEDS[found[1]] if found else None


def tells_deed(verb: str, behind: str) -> bool:
    """Whether the clause that goes on with `behind` a date has that verb: ``1938 | yılında vefat eden``.

    >>> died = deed_before("vefatının ") or ""
    >>> tells_deed(died, " yılında vefat eden şair"), tells_deed(died, " yılından bir sözlük")
    (True, False)
    """
    return _told(verb).match(fold(behind)) is not None
