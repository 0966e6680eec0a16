"""Which line of a laid-out page is its title.

Comes in: an anatomy and what the head declares. Goes out: the box of the title. A heading is weighed by its
element, by its class, and by agreement with what the head calls the page; the site's own name, which is often
the largest heading, is told by its class and by standing in the head's title beside the page's.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final

from tanik.core.fold import fold
from tanik.page.anatomy import Anatomy
from tanik.page.head import Head

__all__ = ["alike", "find_title", "title_parts"]

_PARTS: Final = re.compile(r"\s+[|•·»«–—:-]+\s+|\s*[|•»]\s*|:\s+")
_TAG_WEIGHT: Final = {"h1": 3.0, "h2": 2.0, "h3": 1.5, "h4": 0.5, "strong": 0.3, "b": 0.3, "center": 0.4, "font": 0.2}
_LONGEST: Final = 260
_WORDS: Final = re.compile(r"\w+")
_LEAST: Final = 1.6


def title_parts(title: str) -> tuple[str, ...]:
    """What a head's title may consist of: the whole and the parts between its separators, longest first.

    >>> title_parts("Bir yazı | Site")
    ('Bir yazı | Site', 'Bir yazı', 'Site')
    """
    parts = [part.strip() for part in _PARTS.split(title)]
    return tuple(dict.fromkeys(part for part in (title.strip(), *sorted(parts, key=len, reverse=True)) if part))


def alike(one: str, other: str) -> float:
    """How far two titles agree, 0 to 1: equal words, or one the beginning of the other."""
    a, b = (" ".join(_WORDS.findall(fold(text))) for text in (one, other))
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    short, long = sorted((a, b), key=len)
    if long.startswith(short) and len(short) >= 10:
        return 0.9
    return SequenceMatcher(None, a, b, autojunk=False).ratio() if len(short) * 2 > len(long) else 0.0


def _trust(part: str, at: int, parts: tuple[str, ...]) -> float:
    """How likely a part of the head's title is the page's own: the longest, or the first before `|` or a dash."""
    if at <= 1 or len(parts) < 3:
        return 1.0
    if len(part) * 5 >= 3 * len(parts[1]):
        return 0.8
    first = parts[0].startswith(part) and not parts[0].startswith(f"{part}:")
    return 0.9 if first and len(part) * 3 > len(parts[1]) else 0.2


def _agreement(text: str, head: Head) -> float:
    declared = max((alike(text, headline) for headline in head.headlines), default=0.0)
    parts = title_parts(head.title)
    titled = max((alike(text, part) * _trust(part, at, parts) for at, part in enumerate(parts)), default=0.0)
    return max(2.0 * declared, 1.8 * titled)


def _is_main_part(text: str, head: Head) -> bool:
    """Whether the text is what the head calls the page, rather than the site's name beside it."""
    longest = title_parts(head.title)[1:2] or (head.title,)
    return max((alike(text, name) for name in (*head.headlines, *longest)), default=0.0) >= 0.8


def _weight(anatomy: Anatomy, box: int, head: Head) -> float:
    text = anatomy.layout.text_of(box)
    roles = anatomy.inherited[box]
    weight = _TAG_WEIGHT.get(anatomy.tag(box), 0.0)
    agreement = _agreement(text, head) if weight or "title" in anatomy.own[box] else 0.0
    weight += agreement
    if "title" in anatomy.own[box]:
        weight += 1.2
    if "breadcrumb" in roles or "comment" in roles or "comments" in roles:
        weight -= 3.0
    if "boilerplate" in roles:
        weight -= 1.5
    if "head" in roles and not _is_main_part(text, head):
        weight -= 2.5
    # Among lines that no heading element marks, the title is the one before the text.
    after = anatomy.runs_of(box).stop
    unmarked = anatomy.tag(box) in {"b", "strong", "center", "font"}
    if unmarked and anatomy.prose[min(after + 4, len(anatomy.prose) - 1)] > anatomy.prose[after]:
        weight += 0.6
    if head.site and alike(text, head.site) > 0.9:
        weight -= 3.0
    return weight


def find_title(anatomy: Anatomy, head: Head) -> int:
    """The box of the page's title, or -1."""
    layout = anatomy.layout
    best, top = -1, _LEAST
    for box in range(1, len(layout.elements)):
        length = layout.ends[box] - layout.starts[box]
        if not 1 < length <= _LONGEST or (anatomy.tag(box) not in _TAG_WEIGHT and "title" not in anatomy.own[box]):
            continue
        if "\n\n" in layout.text_of(box):
            continue
        weight = _weight(anatomy, box, head)
        if weight > top:
            best, top = box, weight
    named = (box for box in range(best + 1, layout.lasts[best] + 1) if "title" in anatomy.own[box]) if best >= 0 else ()
    return next((box for box in named if layout.starts[box] < layout.ends[box]), best)
