"""Whether "over" before a number belongs to the verb or noun before it: "handed over 62 wagons".

Comes in: a number and the tokens of its line. Goes out: whether "over" says where or goes with the verb, and so sets
no bound. Verbs that take no counted thing of their own leave no other reading ("hand", "preside"); of those that do
("paid over 500 pounds", "took over 3 schools") the number tells: nobody says "more than" of a number that is not
round (Krifka 2007, Approximate interpretation of number words). Source of the verbs: Quirk et al. 1985, 16.4-16.16.
"""

from __future__ import annotations

from typing import Final

from tanik.facts.numbers.nouns import role_of
from tanik.facts.numbers.read import Number
from tanik.facts.numbers.tokens import Token, form_at

__all__ = ["over_is_particle"]

_ROUND: Final = 10


def over_is_particle(number: Number, tokens: tuple[Token, ...]) -> bool:
    """Whether the "over" right before `number` is a particle or a preposition of what stands before it.

    >>> from tanik.facts.numbers.figures import Style
    >>> from tanik.facts.numbers.read import read_number
    >>> from tanik.facts.numbers.tokens import cut
    >>> def first(text):
    ...     number = read_number(cut(text), 2, text, Style(".", shown=True))
    ...     return over_is_particle(number, cut(text))
    >>> first("handed over 500 rifles"), first("paid over 500 pounds"), first("took over 3 schools")
    (True, False, True)
    """
    before = form_at(tokens, number.first - 2)
    if role_of("over", before):
        return True
    return role_of("over_or_more", before) and number.value % _ROUND != 0
