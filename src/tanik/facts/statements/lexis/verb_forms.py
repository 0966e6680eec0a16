"""What the dictionary says of a word as a subordinate verb: a participle, a converb, a condition, or none.

Comes in: a word as written. Goes out: its form, and whether it can be nothing else. The endings are those of Göksel and
Kerslake, Turkish: A Comprehensive Grammar (2005): participles (25.1.1: -(y)An, -DIK-, -(y)AcAK-), converbs (26.3:
-(y)Ip, -(y)ArAk, -(y)IncA, -mAdAn, -DIkçA, -(y)ken, -DIğIndA), conditions (27.2). Verbs made of nouns ("kolaylaştıran",
"özetleyen": 7.2.1) have them as any other. The second person of the optative ("özetleyen" for "özetleyesin") is no form
of prose that tells.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tanik.core.kindred import kindred_readings
from tanik.core.morph import Case, Reading
from tanik.facts.statements.lexis.nouns import of_others
from tanik.facts.statements.lexis.predicate import Form

__all__ = ["Subordinate", "subordinate_of"]

# what makes a verb of a noun or adjective
_MADE: Final = frozenset(("NounToVerb", "CausVerb", "BecomeVerb"))
_CONVERBS: Final = frozenset(
    ("AdvErek", "AdvIp", "AdvInce", "WithoutHavingDoneSo", "SinceDoingSo", "While", "AsLongAs", "AsIf", "AfterDoingSo")
)
_PERSONS: Final = frozenset(("P1sg", "P2sg", "P3sg", "P1pl", "P2pl", "P3pl"))
_TENSES: Final = frozenset(("Aor", "Past", "Evid", "Prog", "Fut", "Nec"))
_FACTIVE: Final = frozenset(("PastPart", "FutPart"))


@dataclass(frozen=True, slots=True)
class Subordinate:
    """A subordinate verb: its form, and whether no noun, adjective or adverb is written so."""

    form: Form
    sure: bool


def is_verbal(reading: Reading) -> bool:
    """Whether a reading is of a verb, or of one made of a noun."""
    return reading.part == "Verb" or not _MADE.isdisjoint(reading.marks)


@lru_cache(maxsize=1 << 15)
def subordinate_of(lower: str) -> Subordinate | None:
    """The subordinate verb that a word is, as the dictionary reads it; None where it reads none in it.

    >>> [(found.form.value, found.sure) for word in ("özetleyen", "kalkan", "koşup") if (found := subordinate_of(word))]
    [('participle', True), ('participle', False), ('converb', True)]
    >>> subordinate_of("kasaba") is None, subordinate_of("önceden") is None
    (True, True)
    """
    found = [one for one in kindred_readings(lower) if not one.proper and len(one.lemma) > 1]
    found = [one for one in found if not {"Opt", "Imp"}.intersection(one.marks)] or found
    verbs = [one for one in found if is_verbal(one)]
    form = next((form for one in verbs if (form := _form_of(one)) is not None), None)
    if form is None:
        return None
    others = [one for one in of_others(found) if not is_verbal(one) and "CopCond" not in one.marks]
    # no ending of a noun looks like a converb's: "duyunca" is nobody's way of feeling
    return Subordinate(form, not any(one.bare or form is not Form.CONVERB for one in others))


def _form_of(reading: Reading) -> Form | None:
    marks, last = reading.marks, reading.marks[-1] if reading.marks else ""
    if "Cond" in marks or ("CopCond" in marks and not _TENSES.isdisjoint(marks)):
        return Form.CONDITIONAL
    if last in _CONVERBS or marks[-2:] == ("PastPart", "Ly"):
        return Form.CONVERB
    if last == "PresPart":
        return Form.PARTICIPLE
    factive = not _FACTIVE.isdisjoint(marks) and last in _PERSONS
    if factive and reading.case is Case.NOMINATIVE:
        return Form.PARTICIPLE
    return Form.CONVERB if not _FACTIVE.isdisjoint(marks) and last in ("Loc", "Abl") else None
