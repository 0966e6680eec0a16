"""What comes to a sum, where its verb is nominalised: "yardımın 80 bin lirayı bulduğunu ileri sürdü".

Comes in: the phrases of a clause, joined to their possessors, and its verb. Goes out: the phrases with the fund and
the sum apart. Beside a finite verb "yardımın 80 bin lirası" is so much of it; beside a verb of reaching in -dık the
genitive is its subject (Göksel & Kerslake 2005, 24.4.2), and whoever stands before it only says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tanik.facts.statements.lexis.predicate import Form
from tanik.facts.statements.lexis.verbs import Predicate
from tanik.facts.statements.roles.needs import is_quantity
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["comes_to_sum", "with_fund_apart"]

_REACHED = ("reached-acc", "reached-dat")


def comes_to_sum(verb: Predicate) -> bool:
    """Whether a nominalised verb may say how much something came to: "bulduğu", "aştığı"."""
    return verb.form is Form.NOMINAL and any(need in row.needs for row in verb.rows for need in _REACHED)


def with_fund_apart(found: Sequence[Phrase], verb: Predicate) -> Iterator[Phrase]:
    """The phrases, with a quantity in the genitive parted from the sum that it came to; nominatives before it left out.

    Who stands in the nominative before it is the subject of the verb of saying behind.
    """
    parted = [_is_parted(phrase) for phrase in found] if comes_to_sum(verb) else []
    if not any(parted):
        yield from found
        return
    first = parted.index(True)
    for place, phrase in enumerate(found):
        if parted[place] and phrase.whole is not None:
            yield phrase.whole
            yield replace(phrase, first=phrase.whole.last + 1, whole=None)
        elif place > first or phrase.case != "nom":
            yield phrase


def _is_parted(phrase: Phrase) -> bool:
    whole = phrase.whole
    return bool(phrase.amounts) and whole is not None and whole.case == "gen" and is_quantity(whole)
