"""Posts and comments copied out of a browser window: header lines with labels, comments over a row of buttons.

Comes in: the lines of a plain text. Goes out: remarks, as `threads` has them. Two shapes that people's clipboards give
and crawls do not: a forum's posts under "Yazan: …" and "Tarih: …", and a social network's comments, each a name, the
words, and a row of buttons ("3y · Beğen · Yanıtla"). Both are told by their header or foot lines alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tanik.core.fold import fold
from tanik.page.lines import Line, is_plate
from tanik.page.threads import Remark
from tanik.page.vocabulary import is_control, looks_like_name

__all__ = ["find_buttoned", "find_labelled", "poster_above"]

_WHO: Final = re.compile(r"^(?:yazan|yazar|gonderen|muellif|kullanici|uye|author|posted by|from) ?: ?(?=\S)")
_WHEN: Final = re.compile(r"^(?:tarihi?|zaman|gonderilme(?: tarihi)?|date|posted) ?:")
_AUDIENCE: Final = re.compile(r"^(?:herkese acik|yalnizca ben|public|only me)$")
_AGE: Final = re.compile(
    r"^(?:\d{1,3} ?(?:sn|dk|sa|s|g|gun|h|hf|hafta|ay|a|y|yil|m|min|d|v)\.?|duzenlendi|edited|[\d.,]+|like|reply)$"
)
_NAME: Final = 60


def find_labelled(lines: Sequence[Line]) -> tuple[Remark, ...]:
    """Posts under a line with a writer's name and one with a time; two at least, else the first is a by-line.

    >>> from tanik.page.lines import split_lines
    >>> text = "Yazan: Usta_56\\nTarih: 3.05.2007\\n\\nHan yandı.\\n\\nYazan: Ayşe\\nTarih: 4.05.2007\\n\\nNe zaman?"
    >>> [(post.author, post.published) for post in find_labelled(split_lines(text))]
    [('Usta_56', '2007-05-03'), ('Ayşe', '2007-05-04')]
    """
    heads = [at for at in range(len(lines) - 1) if _heads(lines[at], lines[at + 1])]
    if len(heads) < 2:
        return ()
    return tuple(_post(lines, at, end) for at, end in pairwise([*heads, len(lines)]))


def _heads(line: Line, below: Line) -> bool:
    """Whether a line names who wrote, and the one right below it says when."""
    named = _WHO.match(fold(line.text)) is not None and len(line.text) <= _NAME
    return named and below.gap == 0 and bool(below.stamps) and _WHEN.match(fold(below.text)) is not None


def _post(lines: Sequence[Line], at: int, end: int) -> Remark:
    label = _WHO.match(fold(lines[at].text))
    name = lines[at].text[label.end() if label else 0 :].strip()
    body = tuple(number for number in range(at + 2, end) if not is_plate(lines[number].text))
    return Remark((at, at + 1), body, "post", name, lines[at + 1].stamps[0].edtf)


def find_buttoned(lines: Sequence[Line]) -> tuple[Remark, ...]:
    """Comments that end in a row of buttons: a name, the words, "3y · Beğen · Yanıtla".

    >>> from tanik.page.lines import split_lines
    >>> text = "Bir yazı.\\n\\nAyşe Örnek\\nÇok doğru\\n3y · Beğen · Yanıtla\\n\\nVeli\\nDeğil\\nBeğen · Yanıtla · 2 g"
    >>> [remark.author for remark in find_buttoned(split_lines(text))]
    ['Ayşe Örnek', 'Veli']
    """
    remarks: list[Remark] = []
    start = 0
    for at, line in enumerate(lines):
        if not _is_buttons(line.text):
            continue
        head = max((number for number in range(start, at) if lines[number].gap or number == start), default=at)
        if at - head >= 2 and looks_like_name(lines[head].text):
            remarks.append(Remark((head,), tuple(range(head + 1, at)), "comment", lines[head].text.strip()))
        start = at + 1
    return tuple(remarks)


def _is_buttons(text: str) -> bool:
    """Whether a line is a row of a social network's buttons, two at least, with or without the comment's age."""
    parts = [part.strip() for part in text.split("·")]
    if len(parts) < 2 or len(text) > _NAME:
        return False
    buttons = [part for part in parts if is_control(part)]
    return len(buttons) >= 2 and all(is_control(part) or _AGE.match(fold(part)) for part in parts)


def poster_above(lines: Sequence[Line], at: int) -> str | None:
    """Who posted, where the time's line says to whom it is shown ("12 Mart 2021 · Herkese Açık"): the line above it.

    >>> from tanik.page.lines import split_lines
    >>> poster_above(split_lines("Değirmen Dostları\\n12 Mart 2021 · Herkese Açık\\n\\nBir yazı."), 1)
    'Değirmen Dostları'
    """
    shown = any(_AUDIENCE.match(fold(part.strip())) for part in lines[at].rest.split("·"))
    above = lines[at - 1].text.strip() if at and shown and lines[at].gap == 0 else ""
    return above if above and looks_like_name(above) else None
