"""What the dictionary says of a word as a subordinate verb: a participle, a converb, a condition, or none.

Comes in: a word as written. Goes out: its form, and whether it can be nothing else. The endings are those of Göksel and
Kerslake, Turkish: A Comprehensive Grammar (2005): infinitives (24.4.1: -mAk), participles (25.1.1: -(y)An, -DIK-,
-(y)AcAK-), converbs (26.3: -(y)Ip, -(y)ArAk, -(y)IncA, -mAdAn, -DIkçA, -(y)ken, -DIğIndA), conditions (27.2). Verbs
made of nouns ("kolaylaştıran", "özetleyen": 7.2.1) have them as any other. The second person of the optative
("özetleyen" for "özetleyesin") is no form of prose that tells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tanik.core.kindred import kindred_readings
from tanik.core.morph import Case, Reading
from tanik.facts.statements.lexis.lexicon import fold_word
from tanik.facts.statements.lexis.nouns import of_others
from tanik.facts.statements.lexis.predicate import Form

__all__ = ["Subordinate", "describing_of", "is_finite_alone", "subordinate_of"]

# what makes a verb of a noun or adjective
_MADE: Final = frozenset(("NounToVerb", "CausVerb", "BecomeVerb"))
_CONVERBS: Final = frozenset(
    ("AdvErek", "AdvIp", "AdvInce", "WithoutHavingDoneSo", "SinceDoingSo", "While", "AsLongAs", "AsIf", "AfterDoingSo")
)
_PERSONS: Final = frozenset(("P1sg", "P2sg", "P3sg", "P1pl", "P2pl", "P3pl"))
_BECOME: Final = re.compile(
    r"[a-z]{3}l[ae]s(?:t[iu]r|[iu]l)?(?:([ae]n|t[iu]g[iu])|[ae]r[ae]k|[iu]p|[iu]nc[ae]|m[ae]d[ae]n)$"
)
_WISHES: Final = frozenset(("Opt", "Imp"))
_DESCRIBING: Final = frozenset(("FutPart", "Evid", "AorPart"))
_FINITE: Final = frozenset(("Aor", "Past", "Evid", "Prog", "Fut", "Nec", "Imp", "Opt", "Desr"))
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
    found = _plausible(lower)
    if not found and (become := _BECOME.search(fold_word(lower))) is not None:
        # any adjective makes a verb in -lAş: "gerçekçileşerek" (GK 7.2.1.3)
        return Subordinate(Form.PARTICIPLE if become[1] else Form.CONVERB, sure=True)
    verbs = [one for one in found if is_verbal(one)]
    form = next((form for one in verbs if (form := _form_of(one)) is not None), None)
    if form is None:
        return None
    others = [one for one in of_others(found) if not is_verbal(one) and "CopCond" not in one.marks]
    # no ending of a noun looks like a converb's: "duyunca" is nobody's way of feeling
    return Subordinate(form, not any(one.bare or form is not Form.CONVERB for one in others))


@lru_cache(maxsize=1 << 14)
def describing_of(lower: str) -> Subordinate | None:
    """The participle that a word in -(y)AcAK, -mIş or -mAz is before a noun, where it is finite at a clause's end.

    >>> [describing_of(word).sure for word in ("destekleyecek", "yemiş")], describing_of("kasaba")
    ([True, False], None)
    """
    found = _plausible(lower)
    verbs = [one for one in found if is_verbal(one)]
    if not any(one.marks and one.marks[-1] in _DESCRIBING for one in verbs):
        return None
    return Subordinate(Form.PARTICIPLE, len(verbs) == len(of_others(found)))


@lru_cache(maxsize=1 << 14)
def is_finite_alone(lower: str) -> bool:
    """Whether a word is a finite verb, of any person or mood, and nothing else.

    >>> [is_finite_alone(word) for word in ("durur", "öneriyorsun", "gelirim", "katır")]
    [True, True, False, False]
    """
    found = [one for one in kindred_readings(lower) if not one.proper and len(one.lemma) > 1]
    return bool(found) and all(is_verbal(one) and not _FINITE.isdisjoint(one.marks) for one in found)


def _plausible(lower: str) -> list[Reading]:
    """The readings of a word without names, names of letters and, where others are left, wishes and commands."""
    found = [one for one in kindred_readings(lower) if not one.proper and len(one.lemma) > 1]
    return [one for one in found if _WISHES.isdisjoint(one.marks)] or found


def _form_of(reading: Reading) -> Form | None:
    marks, last = reading.marks, reading.marks[-1] if reading.marks else ""
    if "Cond" in marks or ("CopCond" in marks and not _TENSES.isdisjoint(marks)):
        return Form.CONDITIONAL
    without = marks[-3:-1] == ("Inf", "Without")  # "almaksızın" (GK 26.3.8)
    if last in _CONVERBS or without or marks[-2:] == ("PastPart", "Ly"):
        return Form.CONVERB
    if "Inf" in marks and last in ("Inf", "Abl", "Ins"):
        return Form.INFINITIVE
    if last == "PresPart":
        return Form.PARTICIPLE
    factive = not _FACTIVE.isdisjoint(marks) and last in _PERSONS
    if factive and reading.case is Case.NOMINATIVE:
        return Form.PARTICIPLE
    return Form.CONVERB if not _FACTIVE.isdisjoint(marks) and last in ("Loc", "Abl") else None
