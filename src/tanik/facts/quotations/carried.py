"""Who goes on speaking in another paragraph, and where nobody may be carried there.

Comes in: what speaks for the one who weighs most, or the place of words behind other words. Goes out: yes or no. A
speaker named in another paragraph is right seldom unless the page is his: on pages answered by hand 5 of 14 were right,
and 4 of 5 of those whom this leaves. Quoted paragraphs that follow one another are one person's, if a line before the
first announced him and nothing below them names somebody else (TDK Yazım Kılavuzu, tırnak işareti).
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.span import Span

__all__ = ["goes_on_below", "is_announced_above", "is_away", "may_be_taken_over", "takes_up"]

_ANNOUNCED: Final = re.compile(r":[\"“«\s*•–—-]*$")
_BETWEEN: Final = re.compile(r"[\s.…,;*•–—\-\d()\[\]]*\n[\s*•–—-]*")
_FILLS: Final = re.compile(r"[\s.…,;\d()\[\]]*")
# "O, Vali'nin mektubundan söz açtı: “…”" (GK 18.1.4): whoever spoke or was the subject before is its subject, too
_HE: Final = re.compile(r"\W*O(?:,|\s(?:da|de|ise|isə),?)\s[^“”\"«»]*:\s*$")
_EDGE: Final = 20  # letters before a paragraph that hold the colon which announces it


def is_away(marks: tuple[str, ...]) -> bool:
    """Whether what speaks for somebody is only that another paragraph names him.

    >>> is_away(("far", "known:far")), is_away(("lead:nominative",))
    (True, False)
    """
    return "far" in marks or "other-paragraph" in marks


def may_be_taken_over(marks: tuple[str, ...]) -> bool:
    """Whether somebody named in another paragraph is the page's own: known or in its title, and a speaker before, often
    named, or the subject of the sentence right before.

    >>> may_be_taken_over(("far", "most:far", "often:far")), may_be_taken_over(("far", "again:far", "known:far"))
    (False, True)
    """
    if not is_away(marks):
        return True
    held = {mark.split(":")[0] for mark in marks}
    near = marks.count("step-back") == 1
    return bool(held & {"known", "in-title"}) and (near or bool(held & {"again", "again-here", "often", "in-title"}))


def goes_on_below(text: str, last: Span, outer: Span, line: Span) -> bool:
    """Whether words fill a paragraph right below words that a line with a colon announced, or that go on themselves.

    `last` begins where the words before were announced; `line` is the paragraph of the words at `outer`.

    >>> text = "Reis dedi ki:\\n“Yol uzun.”\\n“Hava soğuk.”"
    >>> goes_on_below(text, Span(14, 25), Span(26, 39), Span(26, 39))
    True
    """
    between = _BETWEEN.fullmatch(text, last.end, outer.start) if last.end < outer.start else None
    fills = not text[line.start : outer.start].strip(" \t*•–—-") and _FILLS.fullmatch(text, outer.end, line.end)
    return between is not None and bool(fills)


def is_announced_above(text: str, outer: Span, line: Span) -> bool:
    """Whether words fill their paragraph and the one above ends in a colon.

    >>> is_announced_above("Reis dedi ki:\\n“Yol uzun.”", Span(14, 25), Span(14, 25))
    True
    """
    return (
        not text[line.start : outer.start].strip()
        and _ANNOUNCED.search(text[max(0, line.start - _EDGE) : line.start]) is not None
    )


def takes_up(text: str, lead: Span) -> bool:
    """Whether the sentence that announces words has nobody but "o" for its subject.

    >>> takes_up("O, valinin mektubundan söz açtı: ", Span(0, 33)), takes_up("O gün vali dedi: ", Span(0, 17))
    (True, False)
    """
    return _HE.fullmatch(text, lead.start, lead.end) is not None
