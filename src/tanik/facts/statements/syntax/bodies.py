"""Bodies that a name and a noun describe together: "Türkiye sağlık heyeti".

Comes in: the words of a clause and the place of a noun behind a name. Goes out: whether the phrase goes on to a body.
In the nominative only what the head is tells this from a doer and what is done to it: a state has a delegation.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.facts.model import NameKind
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.nouns import noun_of
from tanik.facts.statements.lexis.words import written_of
from tanik.facts.statements.syntax.clauselet import Clauselet
from tanik.facts.statements.syntax.modifiers import is_ordinal

__all__ = ["is_before_body", "is_before_organ"]

_POSSESSOR: Final = re.compile(r"s?[iu]$")
_BODY: Final = re.compile(r"(?:ordu|kolordu|firka|tumen|tugay|alay|tabur|parti|cemiyet|dernek|meclis|belediye)s?[iu]$")
# what describes an organ of a body, and the organ
_OF_ORGANS: Final = frozenset(("kurmay", "karargah", "komuta", "kumanda", "idare", "yonetim", "genel", "denetleme"))
_ORGANS: Final = ("heyet", "kurul", "merkez", "baskanlig", "sube", "daire", "komite", "subay")
# the office of one who stands above or below others of his kind
_RANKS: Final = frozenset(("umum", "umumi", "genel", "bas", "yardimci", "merkez", "bolge"))
_POST: Final = re.compile(r"[a-z]{3}l[iu]g[iu](?:n[iuae]|nd[ae]n?)?$")


def is_before_body(clause: Clauselet, index: int) -> bool:
    """Whether a bare noun stands between a name and the body that they describe: "Türkiye sağlık heyeti" (GK 14.4)."""
    after = index + 1 if index + 1 < len(clause.words) else index
    word = clause.words[index]
    bare = after > index and word.name is None and word.amount is None and not word.is_mark
    body = _POSSESSOR.sub("", clause.words[after].folded) if bare and clause.is_possessed(after) else ""
    return body in phrases("bodies") and noun_of(written_of(clause.text, word)).bare_noun


def is_before_organ(clause: Clauselet, index: int) -> bool:
    """Whether a body's organ or post begins with word `index`, so that the body is its owner: "Hicaz fırkası kurmay
    heyetinde", "Maden Mektebi ikinci müdürlüğüne".

    Of a chain of izafets each is the first noun of the next (GK 14.4).
    """
    words = clause.words
    if index + 1 < len(words) and _POST.search(words[index + 1].folded) is not None:
        name = words[index - 1].name
        someone = name is not None and clause.facts.names[name].kind is NameKind.PERSON
        ranks = words[index].folded in _RANKS or is_ordinal(words[index].folded)
        return ranks and not someone and words[index - 1].folded not in phrases("actors")
    described = words[index].folded in _OF_ORGANS and index + 1 < len(words)
    return (
        described and words[index + 1].folded.startswith(_ORGANS) and _BODY.match(words[index - 1].folded) is not None
    )
