"""Offices and who holds them: "başkanlık" is the office, "başkan" whoever has it.

Comes in: the words of an office. Goes out: what its holder is called. The ending -lik makes the one of the other
(Göksel & Kerslake 2005, 7.2.2), so that "başkomutanlığa getirildi" is told of whom the page then calls "başkomutan".
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["holder_of"]

_OFFICE: Final = re.compile(r"^(.*[^\W\d_]{2,}?)l[ıiuü][kgğ](?:s?[ıiuü]n?[ae]?|[ae])?$")


def holder_of(office: str) -> str:
    """What the holder of an office is called; other words as they are.

    >>> holder_of("başkanlığına"), holder_of("genel müdürlüğ"), holder_of("bakan")
    ('başkan', 'genel müdür', 'bakan')
    """
    match = _OFFICE.match(office)
    return match.group(1) if match else office
