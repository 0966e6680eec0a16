"""How exactly a number is meant: about, more than, at most.

Comes in: a number, what it counts, and the tokens of its line. Goes out: the bound that the words before or behind it
set. Apart from `forms`, which says what is counted.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.facts.amounts.counted import Counted
from tanik.facts.amounts.labels import CIRCA
from tanik.facts.amounts.over import over_is_particle
from tanik.facts.model import Bound
from tanik.facts.numbers.nouns import phrase_at, phrase_before, role_of
from tanik.facts.numbers.read import Number
from tanik.facts.numbers.tokens import Token, form_at

__all__ = ["BOUNDS", "bound_of"]

BOUNDS: Final = (
    ("more", Bound.MORE_THAN),
    ("less", Bound.LESS_THAN),
    ("least", Bound.AT_LEAST),
    ("most", Bound.AT_MOST),
    ("about", Bound.ABOUT),
)
_DATIVE: Final = re.compile(r"y?[ae]|l[iu]k[ae]|n[ae]|[iu]n[ae]")
_OF_THE_BEFORE: Final = (
    "kadar",
    "altinda",
    "ustunde",
    "uzerinde",
)  # postpositions, which stand behind what they measure
_UP_TO: Final = ("kadar", "kadardi", "kadardir")
_ABLATIVE: Final = re.compile(r"(?:l[iu]k)?[dt][ae]n")
_COPULA: Final = re.compile(r"(\w{2,}?)(?:[dt][iu]r|y?[dt][iu])")


def bound_of(number: Number, found: Counted | None, tokens: tuple[Token, ...]) -> Bound:
    """How exactly the number is meant, by the words before it and after what it counts."""
    if found is not None and found.bound is not None:
        return found.bound
    return _said_before(number, found, tokens) or _said_behind(number, found, tokens)


def _said_before(number: Number, found: Counted | None, tokens: tuple[Token, ...]) -> Bound | None:
    """``yaklaşık 40``, ``more than a thousand``, ``c. 50,000``."""
    first = number.first - (form_at(tokens, number.first - 1) == "a")  # "more than a thousand": the article is its own
    before = form_at(tokens, first - 1)
    if before == "." and form_at(tokens, first - 2) in CIRCA:
        return Bound.ABOUT
    if before in _OF_THE_BEFORE:
        return None  # "sabaha kadar 600 kasa", "altında iki imza": it belongs to what stands before it (GK 17.2)
    over = before == "over" and found is not None and (found.kind == "time" or over_is_particle(number, tokens))
    longest, said = 0, None
    for role, bound in BOUNDS:
        count = 0 if over else phrase_before(role, tokens, first)
        of_what_stands_before = role in ("more", "less") and before in ("fazla", "cok", "az", "eksik", "gecen")
        if count > longest and not of_what_stands_before:
            longest, said = count, bound  # "no more than" is longer than "more than"
    return said


def _said_behind(number: Number, found: Counted | None, tokens: tuple[Token, ...]) -> Bound:
    """``40 kişi kadar``, ``bir yıla kadar``, ``40 kişiden fazla``, ``40 kişi civarındadır``."""
    after = found.last if found is not None else number.last
    ending = found.ending if found is not None else number.ending
    if form_at(tokens, after) in _UP_TO and found is not None and _DATIVE.fullmatch(ending):
        return Bound.AT_MOST
    ablative = ending == "case" or _ABLATIVE.fullmatch(ending) is not None
    said = _said_by_copula(form_at(tokens, after))
    for role, bound in BOUNDS:
        if phrase_at(role, tokens, after) and (role == "about" or ablative):
            return bound
        if said is not None and (role == "about" or ablative) and role_of(role, said):
            return bound
    return Bound.EXACT


def _said_by_copula(form: str) -> str | None:
    """``150 kişi civarındadır``, ``20 mindən artıqdır``: the predicate without the copula (GK 12.1.1)."""
    match = _COPULA.fullmatch(form)
    return match[1] if match is not None else None
