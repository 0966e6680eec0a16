"""By whom a passive deed was done, and about how many did it, where neither stands in a case of its own.

Comes in: the words of a clause. Goes out: yes or no. A body or a post with -ce is who did it ("devletçe alındı",
"amele taburunca yapıldı"; Göksel & Kerslake 2005, 8.2.3); "kadar" behind a number without dative only rounds it (15.4).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tanik.facts.model import Facts, NameKind
from tanik.facts.statements.lexis.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.lexis.nouns import is_people
from tanik.facts.statements.lexis.units import DISTANCES, measures, units_by_kind
from tanik.facts.statements.lexis.words import Word

__all__ = ["counts_roughly", "does_with_ce"]

_SHORTEST_ROOT: Final = 2  # "hoca" is nobody's
_SHORTEST_BODY: Final = 4  # "erince" is a verb
_AGENTIVE: Final = re.compile(r"(?:s?[iu]n)?c[ae]$")
_OWNED: Final = re.compile(r"[iu]nc[ae]$")
_SEVERAL: Final = re.compile(r"([a-z]{3,})l[ae]r(?:[iu]n)?c[ae]$")
# "binlerce", "kuşaklarca", "kendilerince": how many, how long and as they see it (GK 8.2.3)
_NOBODY: Final = frozenset(
    ("yuz", "bin", "milyon", "milyar", "kendi", "defa", "kere", "kez", "nesil", "kusak", "sayfa", "duzine", "metre")
)
_BODIES: Final = ("actors", "bodies", "assemblies", "troops", "armies")


def does_with_ce(words: Sequence[Word], index: int, facts: Facts) -> bool:
    """Whether word `index`, which ends in -ce, is a body or a post by which a thing was done.

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> [does_with_ce([plain_word(word)], 0, Facts()) for word in ("devletçe", "meclisince", "taburunca", "gizlice")]
    [True, True, True, False]
    >>> [does_with_ce([plain_word(word)], 0, Facts()) for word in ("bankalarca", "makamlarınca", "yıllarca")]
    [True, True, False]
    """
    word = words[index]
    if word.name is not None:
        name = facts.names[word.name]
        body = name.kind is not NameKind.PERSON or has_word("groups", fold_word(name.text.split()[-1]))
        last = index + 1 == len(words) or words[index + 1].name != word.name
        return body and name.span.end < word.end and last
    if "'" in word.folded:
        return True  # "Emanet'çe": of a name; languages are written without the apostrophe
    if is_people(word.folded[:-2]):
        return False  # "Rumca" is a language, and by a people would be "Rumlarca"
    if (several := _SEVERAL.match(word.folded)) is not None:
        return several[1] not in _NOBODY | measures() | phrases("times")
    stem = _AGENTIVE.sub("", word.folded)
    office = stem.endswith(("lig", "lug")) and len(stem) > _SHORTEST_BODY + 2  # "müdürlüğünce"
    stems = [one for one in (stem, _OWNED.sub("", word.folded)) if len(one) >= _SHORTEST_BODY]  # "mecli-s-ince" is none
    return office or any(
        one in phrases(group) for one in (word.folded[:-2], *stems) if len(one) > _SHORTEST_ROOT for group in _BODIES
    )


def counts_roughly(words: Sequence[Word], index: int, facts: Facts) -> bool:
    """Whether word `index` is a "kadar" that makes the number before it a round one: "yüz kadar asker"."""
    if words[index].folded != "kadar" or index == 0 or index + 1 == len(words):
        return False
    before = words[index - 1]
    if before.amount is None or facts.amounts[before.amount].unit in units_by_kind("time") | DISTANCES:
        return False  # "iki hafta kadar kaldı"
    return not (before.end > facts.amounts[before.amount].span.end or before.folded.endswith(("'e", "'a", "ye", "ya")))
