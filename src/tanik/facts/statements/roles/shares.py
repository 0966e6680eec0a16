"""What looks like an accusative beside a verb that governs none, and is the possessed subject.

Comes in: the phrases of a clause whose verb has no accusative. Goes out: the same, such a phrase as the nominative
that it is. The possessive of the third person and the accusative are spelt alike ("15'i", "çalışmaları"), and an
intransitive verb has no object (Göksel & Kerslake 2005, 8.1.2, 13.1.1, 15.5).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tanik.core.span import Span
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["with_owned_subject"]

_OF_SEVERAL: Final = re.compile(r"[a-z]{2}l[ae]r[iu]$")


def with_owned_subject(found: Sequence[Phrase], words: Sequence[Word], text: str) -> list[Phrase]:
    """The phrases beside a verb that governs no accusative: "15'i battı", "mahkemelerin çalışmaları sona erdi"."""
    alone = not any(one.case == "nom" and not one.quoted for one in found)
    several = [alone and _is_of_several(one, words) for one in found]
    return [
        _as_owned(one, words, text) if owned else _as_share(one, words)
        for one, owned in zip(found, several, strict=True)
    ]


def _as_share(phrase: Phrase, words: Sequence[Word]) -> Phrase:
    """A figure alone: behind it stands the possessive, unless somebody owns it."""
    owned = phrase.first > 0 and words[phrase.first - 1].folded.endswith(("in", "un"))
    alone = phrase.case == "acc" and bool(phrase.amounts) and phrase.text.strip().isdigit() and not owned
    return replace(phrase, case="nom") if alone else phrase


def _is_of_several(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a phrase ends with a common noun in -ları."""
    last = words[phrase.last]
    return phrase.case == "acc" and last.name is None and _OF_SEVERAL.search(last.folded) is not None


def _as_owned(phrase: Phrase, words: Sequence[Word], text: str) -> Phrase:
    span = Span(phrase.span.start, words[phrase.last].end)
    return replace(phrase, case="nom", span=span, text=span.of(text), maybe_object=False)
