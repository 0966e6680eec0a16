"""Nouns that look like forms of verbs: whether "alan" is who takes or a field, "anlaşması" a deed or a paper.

Comes in: the words of a sentence. Goes out: whether the word describes what follows as a participle of *al-*, or is the
head of an izafet. "Alan" the noun has an adjective or a genitive before it ("geniş alan"); the verb has what is taken,
where to or from whom, in its case. What nobody can do alone has no object: a bare noun before its verbal noun can only
make an izafet with it ("işbirliği anlaşmasını"; Göksel & Kerslake 2005, 10.2, 14.4, 24.4.3, 25.1.1; TDK Türkçe Sözlük,
alan, almak, anlaşma, görüşme).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tanik.core.morph import readings
from tanik.core.suffixes import Case
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.words import Word

__all__ = ["is_compact", "is_taking"]

_PLURAL: Final = re.compile(r"l[ae]r$")
# nouns of verbs that two do to each other
_COMPACT: Final = re.compile(r"(?:anlasma|sozlesme|gorusme|uzlasma|haberlesme|dayanisma|yazisma|carpisma)s[iu]")
_GOVERNED: Final = (Case.ACCUSATIVE, Case.DATIVE, Case.ABLATIVE)
_GOVERNED_NAME: Final = re.compile(r"['’‘ʼ`´](?:[yn]?[iuae]|[dt][ae]n)$")


def is_taking(words: Sequence[Word], index: int) -> bool:
    """Whether word `index`, "alan", is a participle with its noun behind it: "mektubu alan vali".

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> [is_taking([plain_word(w) for w in text.split()], 1) for text in ("mektubu alan vali", "geniş alan boştu")]
    [True, False]
    """
    if words[index].lower != "alan" or not index or index + 1 >= len(words) or words[index + 1].is_mark:
        return False
    before, after = words[index - 1], words[index + 1]
    if before.is_mark or before.quoted or after.date is not None:
        return False
    if before.name is not None:
        return _GOVERNED_NAME.search(before.folded) is not None
    found = readings(before.lower)
    if any(one.bare for one in found):
        # "emir alan alay", but "boş alan askere kaldı"
        described = before.amount is None and any(one.part == "Adj" for one in found)
        return not described and _PLURAL.sub("", after.folded) in phrases("actors", "travellers", "troops", "bodies")
    return any(one.case in _GOVERNED for one in found) and not any(one.case is Case.GENITIVE for one in found)


def is_compact(words: Sequence[Word], index: int) -> bool:
    """Whether word `index` is the paper or the talk that it names, and no deed: "işbirliği anlaşmasını".

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> told = ("işbirliği anlaşmasını", "tarafların anlaşmasını", "heyetle görüşmesini", "barış görüşmesini")
    >>> [is_compact([plain_word(w) for w in text.split()], 1) for text in told]
    [True, False, False, True]
    """
    if not index or _COMPACT.match(words[index].folded) is None:
        return False
    before = words[index - 1]
    if before.is_mark or before.quoted or before.name is not None or before.date is not None:
        return False
    found = readings(before.lower)
    return any(one.bare and one.part == "Noun" for one in found) and not any(one.part == "Adv" for one in found)
