"""A given name before a known surname: on an English page the two are one name.

Comes in: the mentions of an English page. Goes out: the same with "Nariman" and "Narimanov" side by side as one man.
In English two names stand side by side only as one (Huddleston & Pullum 2002, 5.20.2 on proper names); a Turkish
subject may touch its object, so there this says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import NameKind
from tanik.facts.names.bearers import Mention
from tanik.facts.names.english import spelling
from tanik.facts.names.tables import heads, key_of

__all__ = ["with_given_names", "without_small_words"]

_WORD_BEFORE: Final = re.compile(r"(?<![^\W_])([^\W\d_]+) $")
_FAR: Final = 24  # characters of the longest given name, with its blank


def without_small_words(mentions: Sequence[Mention]) -> list[Mention]:
    """`mentions` of an English page without those that open with a word of a closed class: "Everybody", "Did Soviet".

    Pronouns, auxiliaries and conjunctions have a capital only where a sentence begins, and no bearer.

    >>> one = Mention(Span(0, 9), "Everybody", NameKind.PERSON, None, "r")
    >>> without_small_words([one])
    []
    """
    return [one for one in mentions if one.name is not None or key_of(one.text)[0] not in heads("english_small")]


def with_given_names(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """`mentions` of an English page in order, a given name before a known surname taken into one with it.

    Where the given name is not the known bearer's, it is somebody else of that surname.

    >>> text = "Nariman Narimanov"
    >>> parts = [(Span(0, 7), None), (Span(8, 17), "Neriman Nerimanov")]
    >>> alone = [Mention(span, span.of(text), NameKind.PERSON, name, "r") for span, name in parts]
    >>> [(one.text, one.name) for one in with_given_names(text, alone)]
    [('Nariman Narimanov', 'Neriman Nerimanov')]
    """
    found: list[Mention] = []
    for one in mentions:
        before = found[-1] if found else None
        if one.kind is not NameKind.PERSON or one.name is None or not one.text.isalpha():
            found.append(one)
        elif before is not None and _touch(before, one, text) and before.name is None:
            found[-1] = _whole(before.span.start, one, text)
        elif (start := _own_given_name(one, text, before)) is not None:
            found.append(_whole(start, one, text))
        else:
            found.append(one)
    return found


def _touch(before: Mention, one: Mention, text: str) -> bool:
    person = before.kind is NameKind.PERSON and before.text.isalpha()
    return person and text[before.span.end : one.span.start] == " "


def _own_given_name(one: Mention, text: str, before: Mention | None) -> int | None:
    """Where the bearer's given name begins, if it is the word right before a known surname."""
    match = _WORD_BEFORE.search(text, max(0, one.span.start - _FAR), one.span.start)
    if match is None or one.name is None or (before is not None and before.span.end > match.start(1)):
        return None
    given = key_of(one.name)[0]
    surname = spelling(one.text) != spelling(given)
    return match.start(1) if match[1][:1].isupper() and surname and spelling(match[1]) == spelling(given) else None


def _whole(start: int, surname: Mention, text: str) -> Mention:
    """Given name and surname as one mention: the bearer whom both fit, else a person of whom no table tells."""
    span = Span(start, surname.span.end)
    written = span.of(text)
    given = spelling(key_of(written)[0])
    own = surname.name is not None and any(spelling(word) == given for word in key_of(surname.name)[:-1])
    return Mention(span, written, NameKind.PERSON, surname.name if own else None, "given-and-surname")
