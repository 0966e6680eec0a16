"""Case endings that stand apart from their name: "tunus u işgal ettiler", "paşa ya verdi", "Anadolu' da".

Comes in: the words of a sentence. Goes out: the same words, an ending joined to the name that it belongs to, as if an
apostrophe stood between them. Dictionaries of users, forums and comments leave the apostrophe of a name out and a
blank in its place. A word counts as an ending where the sounds of the name ask for just these letters (TDK Yazım
Kılavuzu, büyük ünlü uyumu and kesme işareti), and where it is no word of its own: "da" and "de" are as often "too",
which never hardens ("ta" after "Trablusgarp" is the locative), "ne" asks, "ya … ya" joins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tanik.core.suffixes import is_case_of
from tanik.facts.model import Facts
from tanik.facts.statements.lexis.words import Word

__all__ = ["with_endings"]

_LONGEST: Final = 5  # letters: "ndaki"
# words of their own that are written like endings: "too", "what", "flour", "skin", "as far as"
_OWN: Final = frozenset(("da", "de", "ne", "un", "ten", "ki"))
_MARKS: Final = "'’‘ʼ`´"
# behind which "ya" joins and "ta" is "as far as"
_JOINED: Final = frozenset(("da", "ya", "ki"))


def with_endings(words: Sequence[Word], text: str, facts: Facts) -> tuple[Word, ...]:
    """The words of a sentence with each ending that stands apart joined to its name.

    >>> from tanik.core.span import Span
    >>> from tanik.facts.model import Name, NameKind
    >>> from tanik.facts.statements.lexis.words import words_of
    >>> text = "fransızlar tunus u aldı"
    >>> name = Name(Span(11, 16), "tunus", NameKind.PLACE, "Tunus", "tunus", "example")
    >>> facts = Facts(names=(name,))
    >>> [word.lower for word in with_endings(words_of(text, Span(0, len(text)), facts, ()), text, facts)]
    ['fransızlar', "tunus'u", 'aldı']
    """
    if all(word.name is None for word in words):
        return tuple(words)
    joined: list[Word] = []
    for index, word in enumerate(words):
        before = joined[-1] if joined else None
        if before is not None and _is_ending(before, word, text, facts):
            after = words[index + 1].folded if index + 1 < len(words) else ""
            if after not in _JOINED or before.end + 1 != word.start:
                joined[-1] = replace(
                    before, end=word.end, lower=f"{before.lower}'{word.lower}", folded=f"{before.folded}'{word.folded}"
                )
                continue
        joined.append(word)
    return tuple(joined)


def _is_ending(name: Word, word: Word, text: str, facts: Facts) -> bool:
    """Whether a word is an ending of the name before it."""
    if name.name is None or word.name is not None or len(word.lower) > _LONGEST or not word.lower.isalpha():
        return False
    between = text[name.end : word.start]
    marked = between[:1] in _MARKS and between[1:] == " "
    if (between != " " and not marked) or facts.names[name.name].span.end != name.end:
        return False
    return (marked or word.folded not in _OWN) and text[word.start].islower() and is_case_of(name.lower, word.lower)
