"""Days of the page's own time among those that it tells of: on which something was posted, or the writer will act.

Comes in: a date without a year, the folded text and the page's day. Goes out: the year of the page's own days, where
the date is one of them. A future in the first person is the writer's (Göksel & Kerslake 2005, 21.2.3), unless it stands
in the words of another.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.facts.dates.scan import Candidate
from tanik.facts.dates.written import Written

__all__ = ["year_of_writer"]

_REST: Final = 120  # characters of a clause
# "8 Ekim'de bu videoyu paylaşan hesap" is of the days of the page and not of those that it tells of
_ON_THE_WEB: Final = re.compile(
    r"['’]?\w{0,4}\s+(?:[^\W\d_][^\s,;:.!?]*\s+){0,4}?"
    r"(?:(?:video|tweet|tvit|facebook|twitter|instagram|youtube|whatsapp|sosyal medya)\w*"
    # "gönderilen silahlar" were sent, and "paylaşılan ganimet hesabı" is no account of the web
    r"|paylas(?:an|im\w*) (?:\w+ )?hesa[pb]\w*|paylas\w+ (?:\w+ )?gonderi(?!l(?!er))\w*"
    r"|(?:hesa[pb]|gonderi(?!l(?!er)))\w* (?:\w+ )?paylas(?!il)\w+)"
)
# "mart ayında arşive vereceğim" is of the writer's own days to come (GK 21.2.3); "… vereceğim, dedi" is another's
_I_SHALL: Final = re.compile(
    r"(?:['’]?[dt][ae]|\s+(?:ay|gun)[iu](?:nd[ae])?)\s[^.!?;:,\n]*?[^\W\d_]{2,}[ae]c[ae]g(?:im|iz)\b"
    r"(?!,?\s+(?:de(?:di|mis|mek|r\b|rdi|y[ei])|diy))"
)


def year_of_writer(
    folded: str, candidate: Candidate, found: Written, published: tuple[int | None, int | None, int | None]
) -> tuple[int | None, None] | None:
    """The year of a day of the web (that of the page), or of one on which the writer will act; else None."""
    year, month, _ = published
    end = candidate.found.end
    if _ON_THE_WEB.match(folded, end, end + _REST):
        return year, None
    if year is None or candidate.quoted or not _I_SHALL.match(folded, end, end + _REST):
        return None
    return year + (month is not None and (found.month or month) < month), None
