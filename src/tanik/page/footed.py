"""Entries that are signed below: the words first, then one line with who and when ("14.02.2011 23:10 kumsaati").

Comes in: the lines of a plain text. Goes out: remarks, as `threads` has them. Collaborative dictionaries print their
entries so, and a crawl or a clipboard keeps only the lines. A line of time and nick belongs to what stands above it
where words stand above the first such line and none below the last; where posts are headed, the last header has its
words below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tanik.page.lines import Line, is_plate
from tanik.page.threads import Remark
from tanik.page.vocabulary import clean_name, is_comment_heading

__all__ = ["find_footed"]

_FEWEST: Final = 2
_LONGEST_NICK: Final = 30
_MOST_WORDS: Final = 3
_HEADLINE: Final = 90
_NICK: Final = re.compile(r"[^\s.,;:!?()…][^.,;:!?()…]*")
_BRACKETED: Final = re.compile(r"\([^():]{2,30},\s")  # "(kumsaati, 14.02.2011)"
_CLOSED: Final = re.compile(r"[.!?…:;,)”\"»]$")


def _nick(words: str) -> str | None:
    """A dictionary author's nick, if that is all that `words` hold."""
    name = clean_name(words)
    short = 1 < len(name) <= _LONGEST_NICK and len(name.split()) <= _MOST_WORDS
    return name if short and _NICK.fullmatch(name) and any(map(str.isalpha, name)) else None


def _foot(lines: Sequence[Line], at: int) -> tuple[str, int] | None:
    """The nick in a line of nick and time, or right below a line of time alone, and the foot's last line."""
    line = lines[at]
    if not line.stamps or not (line.stamps[0].timed or _BRACKETED.match(line.text)):
        return None
    nick = _nick(line.rest)
    if nick is not None:
        return nick, at
    below = lines[at + 1] if at + 1 < len(lines) else None
    alone = below is not None and below.gap == 0 and (at + 2 >= len(lines) or lines[at + 2].gap > 0)
    bare = not clean_name(line.rest)
    under = _nick(below.text) if below is not None and alone and bare and not is_plate(below.text) else None
    return (under, at + 1) if under is not None else None


def _first_word(lines: Sequence[Line], end: int) -> int:
    """Where the first entry begins: behind the page's own head lines, which are short and close no sentence."""
    heading = next((at for at in range(end) if is_comment_heading(lines[at].text)), None)
    start = 0 if heading is None else heading + 1
    while start < end - 1 and len(lines[start].text) < _HEADLINE and not _CLOSED.search(lines[start].text):
        start += 1
    return start


def find_footed(lines: Sequence[Line]) -> tuple[Remark, ...]:
    """Entries with nick and time in a line below each; two at least.

    >>> from tanik.page.lines import split_lines
    >>> text = "han\\n\\nbin sene önce yandı.\\n14.02.2011 23:10 kumsaati\\n\\nyanmadı.\\n15.02.2011 09:41 usta"
    >>> [(one.author, one.published, one.body) for one in find_footed(split_lines(text))]
    [('kumsaati', '2011-02-14T23:10', (1,)), ('usta', '2011-02-15T09:41', (3,))]
    """
    feet = [(at, *foot) for at in range(len(lines)) if (foot := _foot(lines, at)) is not None]
    if len(feet) < _FEWEST or not _stand_below(lines, feet):
        return ()
    starts = [_first_word(lines, feet[0][0]), *(last + 1 for _, _, last in feet[:-1])]
    remarks = []
    for start, (at, nick, last) in zip(starts, feet, strict=True):
        body = tuple(line for line in range(start, at) if not is_plate(lines[line].text))
        if not body:
            return ()
        header = tuple(range(at, last + 1))
        remarks.append(Remark(header, body, "entry", nick, lines[at].stamps[0].edtf))
    return tuple(remarks)


def _stand_below(lines: Sequence[Line], feet: Sequence[tuple[int, str, int]]) -> bool:
    """Whether the lines of nick and time stand under their words: nothing is said below the last."""
    at, _, last = feet[-1]
    below = lines[last + 1 :]
    button = bool(below) and below[0].gap > lines[at].gap
    said = any(not is_plate(line.text) and not (button and _is_button(line.text)) for line in below)
    apart = all(
        lines[at].gap <= lines[end + 1].gap and start - end > 1 for (at, _, end), (start, _, _) in pairwise(feet)
    )
    return not said and apart


def _is_button(text: str) -> bool:
    """Whether a line below the last entry is the platform's: a few words that close no sentence."""
    return len(text) <= _LONGEST_NICK and not _CLOSED.search(text)
