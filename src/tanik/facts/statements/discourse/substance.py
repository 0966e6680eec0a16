"""What a figure with a measure alone is a figure of: "Vali köye 12 kile verdi" after 200 "kile" of wheat.

Comes in: the amounts of a clause, and a role that is only an amount. Goes out: the noun that an amount measures, and
for a role without one the noun that was measured before. A measure has what it measures behind it in the nominative
and leaves it out once it was said (Göksel & Kerslake 2005, 14.3.1 and 15.5); weights and vessels go back to what was
weighed or packed, never to people or to things counted one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import Amount, Role, Statement, refilled
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.roles.counted import counted_thing
from tanik.facts.statements.roles.reading import Reading, Sentence

__all__ = ["measured_before", "things_counted", "with_sum_before"]

_WEIGHTS: Final = frozenset(("kg", "t", "litre"))
_DEALS: Final = frozenset(("transfer", "promise", "request", "offer", "use", "say", "lose"))
_STUFF: Final = re.compile(r"(?!değil)[^\W\d_]{2,}(?: [^\W\d_]{2,})?")
_POINTED: Final = 2  # words of "bu para"
_MONEY: Final = frozenset(("para", "meblag", "tutar"))
_DEFINITE: Final = re.compile(r"y?[ıiuü](?![^\W\d_])")
_FOR_EACH: Final = frozenset(("her", "basina", "basi"))
_PASSED_ON: Final = frozenset(("transfer", "promise", "request", "offer", "use", "accept", "refuse"))
_ROOM: Final = 40  # characters behind a number for the word of what it counts


def _is_vessel(word: str | None) -> bool:
    """Whether a noun counts what is in or on it: "çuval", "kile", "çift"."""
    return word is not None and fold_word(word.split()[0]) in phrases("vessels")


def _measures(amount: Amount) -> bool:
    """Whether an amount weighs or packs, and so is of some stuff."""
    packed = any(_is_vessel(word) for word in amount.text.split()) or _is_vessel(amount.of)
    return amount.unit in _WEIGHTS or (amount.unit == "count" and packed)


def _is_elided(amount: Amount) -> bool:
    """Whether the currency was told before: "(100 milyon ruble gönderdi,) 10 milyonunu verdi"."""
    return amount.rule == "amount.elided"


def things_counted(amounts: Iterable[int], sentence: Sentence) -> Iterator[tuple[Role, bool]]:
    """Each noun that a clause counts or measures, and whether it was measured and not counted one by one."""
    facts, text = sentence.facts, sentence.text
    amounts = tuple(amounts)
    if not amounts:
        return  # most clauses count nothing
    alone = all(facts.amounts[index].of is None for index in amounts)
    for index in amounts:
        amount = facts.amounts[index]
        if amount.unit in units_by_kind("time", "percent"):
            continue
        whole = counted_thing(index, sentence)
        behind = text[amount.span.end : whole.span.end].lstrip()
        if _measures(amount) and _STUFF.fullmatch(behind):
            yield Role(Span(whole.span.end - len(behind), whole.span.end), behind), True
        elif amount.of and not _is_vessel(amount.of):
            at = text.find(amount.of, amount.span.start, amount.span.end + _ROOM)
            if at >= 0:
                yield Role(Span(at, at + len(amount.of)), amount.of), _measures(amount)
        elif alone and amount.unit in units_by_kind("money") and amount.text[-1:].isalpha() and not _is_elided(amount):
            currency = amount.text.split()[-1]  # of "5.000 lira verdi" the rest is of liras
            yield Role(Span(amount.span.end - len(currency), amount.span.end), currency), False


def measured_before(
    role: Role | None, action: str | None, amounts: tuple[int, ...], context: Context
) -> dict[str, Role]:
    """The object where `role` is a weight or a number of vessels alone: what was said before to be in them."""
    facts = context.facts
    amount = next((facts.amounts[i] for i in amounts if role and facts.amounts[i].span.overlaps(role.span)), None)
    if role is None or amount is None or action not in _DEALS or not _measures(amount):
        return {}
    if role.span.end > amount.span.end or (amount.of and not _is_vessel(amount.of)):
        return {}  # the words themselves say of what: "40 çift çarık"
    counted, thing = context.parties.measured, context.thing
    if counted is not None:
        return {"object": counted}
    stuff = thing is not None and thing.name is None and " " not in thing.text and thing.text[:1].isalpha()
    return {"object": thing} if thing is not None and stuff else {}


def with_sum_before(statement: Statement, reading: Reading, sentence: Sentence, context: Context) -> Statement:
    """The statement of a sum that only says so with the one sum told before it: "90 lira topladı. Parayı yolladı".

    A definite noun goes back to what was told of (Göksel & Kerslake 2005, 22.1, 22.3.1), and so does "böyle bir para".
    Behind two sums it is left open which is meant.
    """
    told = reading.roles.get("object")
    times = units_by_kind("time", "percent")
    counted = any(sentence.facts.amounts[at].unit not in times for at in statement.amounts)
    if told is None or counted or statement.action not in _PASSED_ON or not _is_sum_told(told, sentence):
        return statement
    low = sentence.words[reading.first].start
    here = _sums_of(sentence, low)
    found = here or (_sums_of(context.before, low) if context.before is not None else [])
    if len(found) != 1:
        return statement
    amount, roles = sentence.facts.amounts[found[0]], statement.roles
    if " " in told.text:  # what only points back is that sum; "parayı" alone stays the money that it names
        roles = refilled(roles, {"object": Role(amount.span, amount.text)})
    return replace(statement, amounts=(*statement.amounts, found[0]), roles=roles)


def _sums_of(sentence: Sentence, end: int) -> list[int]:
    """The sums of money that a sentence tells before offset `end`: none that nobody had, and none told for each."""
    before = [word for word in sentence.words if word.end <= end]
    denied = any(one.predicate.negated and sentence.words[one.predicate.last] in before for one in sentence.clauses)
    if denied or any(word.folded in _FOR_EACH or word.folded in phrases("each_share") for word in before):
        return []
    told = dict.fromkeys(word.amount for word in before if word.amount is not None)
    money = units_by_kind("money")
    return [at for at in told if at is not None and sentence.facts.amounts[at].unit in money]


def _is_sum_told(role: Role, sentence: Sentence) -> bool:
    """Whether words only say that a sum is meant that was told: "parayı", "bu para", "böyle bir para"."""
    words = fold_word(role.text).split()
    if role.name is not None or not words or words[-1] not in _MONEY:
        return False
    if len(words) == 1:
        return _DEFINITE.match(sentence.text, role.span.end) is not None
    before = next((word.folded for word in reversed(sentence.words) if word.end <= role.span.start), "")
    such = words[-2:-1] == ["bir"] and "boyle" in (before, words[0])
    return such or (len(words) == _POINTED and words[0] in phrases("demonstratives"))
