"""Which line of a laid-out page is its title.

Comes in: an anatomy and what the head declares. Goes out: the box of the title. A heading is weighed by its
element, by its class, and by agreement with what the head calls the page; the site's own name, which is often
the largest heading, is told by its class and by standing in the head's title beside the page's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tanik.core.fold import fold
from tanik.page.vocabulary import owner_of

if TYPE_CHECKING:  # what reads HTML is not loaded to cut the title of a plain text
    from tanik.page.anatomy import Anatomy
    from tanik.page.head import Head

__all__ = ["alike", "find_title", "title_parts"]

_PARTS: Final = re.compile(r"(?<!\s)\s+[|•·»«–—:-]+\s+|(?<!\s)\s*[|•»]\s*|:\s+")
_TAG_WEIGHT: Final = {"h1": 3.0, "h2": 2.0, "h3": 1.5, "h4": 0.5, "strong": 0.3, "b": 0.3, "center": 0.4, "font": 0.2}
_LONGEST: Final = 260
_WORDS: Final = re.compile(r"\w+")
_LEAST: Final = 1.6
_PLAIN: Final = frozenset(("a", "span", "td", "div", "p", "li"))


def title_parts(title: str) -> tuple[str, ...]:
    """What a head's title may consist of: the whole and the parts between its separators, longest first.

    >>> title_parts("Bir yazı | Site")
    ('Bir yazı | Site', 'Bir yazı', 'Site')
    """
    parts = [part.strip() for part in _PARTS.split(title)]
    return tuple(dict.fromkeys(part for part in (title.strip(), *sorted(parts, key=len, reverse=True)) if part))


def _words_of(text: str) -> str:
    return " ".join(_WORDS.findall(fold(text)))


def alike(one: str, other: str) -> float:
    """How far two titles agree, 0 to 1: equal, one the beginning of the other, or the share of common words."""
    return _agree(_words_of(one), _words_of(other))


def _agree(a: str, b: str) -> float:
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    short, long = sorted((a, b), key=len)
    if long.startswith(short) and len(short) >= 10:
        return 0.9
    words, others = set(a.split()), set(b.split())
    return len(words & others) / max(len(words), len(others))


@dataclass(frozen=True, slots=True)
class _Names:
    """What the head calls the page, in words: headlines, weighed parts of its title, the likeliest, the site."""

    headlines: tuple[str, ...]
    parts: tuple[tuple[str, float], ...]
    main: tuple[str, ...]
    site: str


def _names_of(head: Head) -> _Names:
    parts = title_parts(head.title)
    headlines = tuple(map(_words_of, head.headlines))
    main = tuple(_words_of(part) for part in parts[1:2] or parts)
    weighed = tuple((_words_of(part), _trust(part, at, parts)) for at, part in enumerate(parts))
    return _Names(headlines, weighed, (*headlines, *main), _words_of(head.site))


def _trust(part: str, at: int, parts: tuple[str, ...]) -> float:
    """How likely a part of the head's title is the page's own: the longest, or the first before `|` or a dash."""
    if len(parts) < 3:
        return 1.0
    if owner_of(part):
        return 0.2
    if at <= 1:
        return 1.0
    if len(part) * 5 >= 3 * len(parts[1]):
        return 0.8
    first = parts[0].startswith(part) and not parts[0].startswith(f"{part}:")
    return 0.9 if first and len(part) * 3 > len(parts[1]) else 0.2


def _agreement(words: str, names: _Names) -> float:
    declared = max((_agree(words, headline) for headline in names.headlines), default=0.0)
    titled = max((_agree(words, part) * trust for part, trust in names.parts), default=0.0)
    return max(2.0 * declared, 1.8 * titled)


def _weight(anatomy: Anatomy, box: int, names: _Names) -> float:
    words = _words_of(anatomy.layout.text_of(box))
    roles = anatomy.inherited[box]
    weight = _TAG_WEIGHT.get(anatomy.tag(box), 0.0) + _agreement(words, names)
    if "title" in anatomy.own[box]:
        weight += 1.2
    if roles & {"breadcrumb", "comment", "comments"}:
        weight -= 3.0
    if "boilerplate" in roles:
        # vBulletin 3 prints the title of a thread in its bar of navigation only.
        sure = anatomy.tag(box) == "strong" and words in names.main
        weight -= 0.4 if sure else 1.5
    if "head" in roles and max((_agree(words, name) for name in names.main), default=0.0) < 0.8:
        # The site's name is often the largest heading; the page's own may stand in the header too.
        weight -= 2.5
    # Among lines that no heading element marks, the title is the one before the text.
    after = anatomy.runs_of(box).stop
    unmarked = anatomy.tag(box) in {"b", "strong", "center", "font"}
    if unmarked and anatomy.prose[min(after + 4, len(anatomy.prose) - 1)] > anatomy.prose[after]:
        weight += 0.6
    if names.site and _agree(words, names.site) > 0.9:
        weight -= 3.0
    return weight


def find_title(anatomy: Anatomy, head: Head) -> int:
    """The box of the page's title, or -1."""
    layout = anatomy.layout
    best, top = -1, _LEAST
    names = _names_of(head)
    for box in range(1, len(layout.elements)):
        length = layout.ends[box] - layout.starts[box]
        if not 1 < length <= _LONGEST or (anatomy.tag(box) not in _TAG_WEIGHT and "title" not in anatomy.own[box]):
            continue
        if "\n\n" in layout.text_of(box):
            continue
        weight = _weight(anatomy, box, names)
        if weight > top:
            best, top = box, weight
    if best < 0:
        return _unmarked(anatomy, names)
    named = (box for box in range(best + 1, layout.lasts[best] + 1) if "title" in anatomy.own[box])
    return next((box for box in named if layout.starts[box] < layout.ends[box]), best)


def _unmarked(anatomy: Anatomy, names: _Names) -> int:
    """The first element that is word for word what the head calls the page, or -1.

    SMF 2 prints a thread's title in its path only, phpBB 2 in a link.
    """
    layout = anatomy.layout
    wanted = frozenset(filter(None, names.main)) - {names.site}
    same = (
        box
        for box in range(1, len(layout.elements))
        if anatomy.tag(box) in _PLAIN
        and 10 <= layout.ends[box] - layout.starts[box] <= _LONGEST
        and _words_of(layout.text_of(box)) in wanted
    )
    return next(same, -1)
