"""Who stands behind a deed of which no doer is told: on whose order, by which law.

Comes in: the phrases and roles of a passive clause. Goes out: the doer that "emriyle", "kanunla" gives it (Göksel &
Kerslake 2005, 17.2).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tanik.facts.model import Role
from tanik.facts.statements.lexis.lexicon import fold_word, has_word
from tanik.facts.statements.roles.sentence import Sentence
from tanik.facts.statements.syntax.fillers import role_of
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["by_instrument", "by_order"]

# by which someone has a thing done (GK 17.2; TDK Türkçe Sözlük, emir)
_ORDERS: Final = frozenset(("emri", "emirleri", "buyrugu", "talimati", "iradesi", "fermani", "karari", "direktifi"))


def by_order(found: Sequence[Phrase], sentence: Sentence) -> dict[str, Role]:
    """On whose order a thing was done, where no one else does it: "valinin emriyle yıkıldı"."""
    for phrase in found:
        if phrase.case != "ins" or fold_word(phrase.text).split()[-1] not in _ORDERS:
            continue
        own = next((one for one in sentence.phrases(phrase.first, phrase.last + 1) if one.case == "gen"), None)
        return {"subject": role_of(own, sentence.text, sentence.facts)} if own is not None else {}
    return {}


def by_instrument(roles: dict[str, Role]) -> dict[str, Role]:
    """The roles with the law or treaty by which a thing was done to something as its doer, and no more as its means:
    "kanunla kapatıldı". An order is given by somebody, and does nothing itself: "bir emirle tutuklandı"."""
    for place in ("means", "companion"):
        role = roles.get(place)
        last = fold_word(role.text).split()[-1:] if role is not None else []
        if role is not None and any(has_word("instruments", word) for word in last):
            return {other: one for other, one in roles.items() if other != place} | {"subject": role}
    return roles
