"""Bodies that a name and a noun describe together: "Türkiye sağlık heyeti".

Comes in: the words of a clause and the place of a noun behind a name. Goes out: whether the phrase goes on to a body.
In the nominative only what the head is tells this from a doer and what is done to it: a state has a delegation.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.nouns import noun_of
from tanik.facts.statements.lexis.words import written_of
from tanik.facts.statements.syntax.clauselet import Clauselet

__all__ = ["is_before_body"]

_POSSESSOR: Final = re.compile(r"s?[iu]$")


def is_before_body(clause: Clauselet, index: int) -> bool:
    """Whether a bare noun stands between a name and the body that they describe: "Türkiye sağlık heyeti" (GK 14.4)."""
    after = index + 1 if index + 1 < len(clause.words) else index
    word = clause.words[index]
    bare = after > index and word.name is None and word.amount is None and not word.is_mark
    body = _POSSESSOR.sub("", clause.words[after].folded) if bare and clause.is_possessed(after) else ""
    return body in phrases("bodies") and noun_of(written_of(clause.text, word)).bare_noun
