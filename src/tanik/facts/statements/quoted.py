"""What somebody is quoted to say in marks, as far as it can be looked up.

Comes in: a statement read in short direct speech. Goes out: the statement as the page hands it on, or None. What is
said in marks is the speaker's and not the page's; what a fact-checker looks up of it is that a thing is denied, and a
deed done to or by someone told apart whose sum or day the words themselves give. The rest of a speech is told by
nothing but the saying (measured on the development pages: every clause of direct speech raised wrong statements).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tanik.core.fold import fold
from tanik.facts.model import Facts, Modality, Polarity, Statement
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.predicate import SAYING
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.roles.reference import is_told_apart

__all__ = ["handed_on"]

_TO_COME: Final = re.compile(r"m[ae]y[ae]c[ae][kğ]\S*$")
_DONE: Final = re.compile(r"(?:[dt][iu]|m[iu]s(?:t[iu]r?)?)(?:l[ae]r)?$")
_NO_DEED: Final = SAYING | {"use", "meet", "begin", "end", None}
# deeds whose sum is looked up; of others the day is
_COUNTED: Final = frozenset(("transfer", "promise", "offer", "request", "lose", "kill", "die", "defeat"))
_PARTIES: Final = ("subject", "recipient", "object")
_DAY: Final = re.compile(r"\d{4}")


def handed_on(
    one: Statement, facts: Facts, *, claims: bool = True, claim: bool = False, turkish: bool = True
) -> Statement | None:
    """A statement of quoted speech as the page tells it, or None where it tells nothing that can be looked up.

    What is denied stays as it is; a deed is reported, where `claims` are told: of a `claim` that goes round every one
    that says its doer or the like, of a speech those done by or to somebody told apart. English verbs have no ending
    that says whether a deed was done, and are asked for none.

    >>> from tanik.core.span import Span
    >>> from tanik.facts.model import Role
    >>> who = (("subject", Role(Span(0, 7), "Fransa", "Fransa")),)
    >>> said = Statement(Span(0, 17), "Fransa göndermedi", "transfer", "test", who, polarity=Polarity.DENIED)
    >>> handed_on(said, Facts()) is said, handed_on(replace(said, polarity=Polarity.AFFIRMED), Facts())
    (True, None)
    """
    if one.polarity is Polarity.DENIED:
        return one if turkish and _TO_COME.search(one.text) is None else None
    if not claims or one.action in _NO_DEED or one.modality is not Modality.ASSERTED:
        return None
    finite = turkish and one.rule.startswith("statement-finite")
    if finite and _DONE.search(fold(one.text).rstrip(".!")) is None:
        return None
    own = [role for place, role in one.roles if place in _PARTIES and one.says(role)]
    told = bool(own) if claim else any(is_told_apart(role) for role in own) and _is_measured(one, facts)
    return replace(one, modality=Modality.REPORTED) if told else None


def _is_measured(one: Statement, facts: Facts) -> bool:
    """Whether the words of a statement give a sum that is looked up, or a year or day."""
    counted = (facts.amounts[index] for index in one.amounts if one.action in _COUNTED)
    often = phrases("how_often")  # "yüz kere söz verdi"
    if {told.unit for told in counted if fold_word(told.of or "") not in often} - units_by_kind("time", "percent"):
        return True
    days = (day for day in facts.dates if one.span.contains(day.span) and day.edtf is not None)
    return one.when is not None and any(_DAY.match(day.edtf or "") for day in days)
