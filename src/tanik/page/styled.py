"""Letters that posts borrow from elsewhere for their looks, written as the letters they stand for.

Comes in: a page's text. Goes out: the text with 𝗯𝗼𝗹𝗱, 𝓬𝓾𝓻𝓼𝓲𝓿𝓮, ｗｉｄｅ, Ⓒⓘⓡⓒⓛⓔⓓ and small capital letters as
plain ones, each one for one, and a repair that says how many. Networks have no bold, so people take the letters of
mathematics (Unicode 16.0, 22.2), in which no name and no year would be found.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from tanik.page.model import Repair

__all__ = ["plain_letters"]

# Circled figures (①) number lists and stay; flags are made of regional indicators, which are no letters of words.
_STYLED: Final = re.compile(r"[\U0001d400-\U0001d7ff\uff01-\uff5e\u24b6-\u24e9\U0001f130-\U0001f149]")
_SMALL: Final = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True))
_SMALL_RUN: Final = re.compile(rf"\b\w*[{''.join(_SMALL)}]{{2}}\w*")  # s and x have no small capital
_NEGATIVE: Final = re.compile(r"[\U0001f150-\U0001f169\U0001f170-\U0001f189]{2,}")


def plain_letters(text: str) -> tuple[str, list[Repair]]:
    """The text with letters of mathematics and of East Asian width as plain ones, as many as before.

    >>> plain_letters("𝗞ö𝗽𝗿ü 𝟭𝟵𝟬𝟱'𝘁𝗲")[0], plain_letters("Köprü")
    ("Köprü 1905'te", ('Köprü', []))
    """
    if text.isascii():
        return text, []
    count = 0

    def plain(match: re.Match[str]) -> str:
        nonlocal count
        written = "".join(map(_letter, match[0]))
        count += sum(one != other for one, other in zip(match[0], written, strict=True))
        return written

    for form in (_STYLED, _SMALL_RUN, _NEGATIVE):
        text = form.sub(plain, text)
    note = "letters of mathematics and of other styles written as plain ones"
    return text, [Repair("styled_letters", count, note)] if count else []


def _letter(sign: str) -> str:
    """The plain letter of a styled one; itself where there is no such one letter."""
    if sign in _SMALL:
        return _SMALL[sign]
    point = ord(sign)
    for first in (0x1F150, 0x1F170):
        if first <= point < first + 26:
            return chr(point - first + ord("A"))
    made = unicodedata.normalize("NFKC", sign)
    return made if len(made) == 1 else sign
