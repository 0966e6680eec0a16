"""What the words of a name show: who is he and who is she on an English page, and the last name without titles.

Comes in: a page's text and its mentions. Goes out: by name "he" or "she", where a title, kin or a pronoun shows it.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.facts.quotations.mentions import Kind, Mention

__all__ = ["TITLES", "genders", "last_words"]

TITLES: Final = frozenset(("pasa", "bey", "efendi", "hanim", "hoca", "aga", "bek", "han"))
_SHORTEST_NAME: Final = 2
_GENDERED: Final = re.compile(
    r"\b(?:(Mr\.?|Sir|Lord|General|Admiral|Captain|Colonel|brother|father|uncle|son|husband|grandfather)|"
    r"(?:Mrs\.?|Miss|Lady|Sister|[\w-]*aunt|mother|sister|daughter|wife|grandmother|widow)),?\s(?:[A-Z][\w.-]*\s)?$"
)
_TAKEN_UP: Final = re.compile(r"[^.!?A-Z]{0,120}[.!?;]\s(He|She)\b")


def genders(text: str, mentions: tuple[Mention, ...]) -> dict[str, str]:
    """Who is he and who is she on an English page: by the title or kin before a name, or the pronoun that follows.

    >>> from tanik.core.morph import Case
    >>> from tanik.core.span import Span
    >>> genders("Captain Hale came.", (Mention(Span(8, 12), "Hale", Kind.PERSON, Case.NOMINATIVE),))
    {'Hale': 'he'}
    """
    held: dict[str, str] = {}
    for one in mentions:
        titled = _GENDERED.search(text, max(0, one.span.start - 30), one.span.start)
        taken_up = _TAKEN_UP.match(text, one.span.end)
        if one.kind is Kind.PERSON and titled is not None:
            held[one.name] = "he" if titled.group(1) else "she"
        elif one.kind is Kind.PERSON and taken_up is not None:
            held.setdefault(one.name, taken_up.group(1).lower())
    return held


def last_words(words: str) -> set[str]:
    """The last word of a name that is no title: ``enver`` of "enver pasa".

    >>> last_words("enver pasa")
    {'enver'}
    """
    kept = [word for word in words.split() if word not in TITLES and len(word) > _SHORTEST_NAME]
    return {kept[-1]} if kept else set()
