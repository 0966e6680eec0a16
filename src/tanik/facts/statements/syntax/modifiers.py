"""Words before a noun that tell by themselves whether a phrase goes on with them.

Comes in: one word or two. Goes out: whether an adjective among the determiners has another before it, whether a plural
is what the plural before it acts on, whether a word is an ordinal (Göksel & Kerslake 2005, 10.2, 15.7, 15.10).
"""

from __future__ import annotations

import re
from typing import Final

from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.words import Word

__all__ = ["OF_SEVERAL", "goes_with", "is_ordinal", "is_several"]

OF_SEVERAL: Final = re.compile(r"l[ae]r[iu]$")
_SHORTEST_ORDINAL: Final = 5
_ADJECTIVAL: Final = frozenset(("yeni", "son", "ilk", "ayni"))
_POINTING: Final = frozenset(("bu", "su", "o", "bir", "her"))


def goes_with(before: Word, word: Word) -> bool:
    """Whether an adjective among the determiners has another of them before it: "bu yeni anlaşma" (GK 15.10).

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> goes_with(plain_word("bu"), plain_word("yeni")), goes_with(plain_word("komite"), plain_word("ilk"))
    (True, False)
    """
    return word.folded in _ADJECTIVAL and before.name is None and before.folded in _POINTING


def is_several(word: Word) -> bool:
    """Whether a word is several things that a plural before it acts on: "kaçakçılar tüfekleri getirdi".

    An izafet has its first noun in the singular, but for bodies ("kadınlar dernekleri"); Göksel & Kerslake 10.2.

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> is_several(plain_word("tüfekleri")), is_several(plain_word("dernekleri"))
    (True, False)
    """
    stem = OF_SEVERAL.sub("", word.folded)
    return stem != word.folded and not {stem, f"{stem}i"} & (phrases("bodies") | phrases("actors"))


def is_ordinal(folded: str) -> bool:
    """Whether a folded word is an ordinal numeral.

    >>> is_ordinal("ikinci"), is_ordinal("inci")
    (True, False)
    """
    return len(folded) > _SHORTEST_ORDINAL and folded.endswith(("inci", "uncu"))
