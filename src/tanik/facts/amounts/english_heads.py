"""What a number counts on an English page: the noun that ends the words behind it, not the first of them.

Comes in: a number, what the word right behind it was taken for, the tokens. Goes out: the same, or the whole noun
phrase: adjectives and nouns stand before the noun that is counted and do not count ("4,000 young Armenian refugees",
"20 gas masks"), and what is counted in numbers above one stands in the plural (Huddleston & Pullum, The Cambridge
Grammar of the English Language, 2002, 5.3.2, 5.14). Apart from ``forms``, since Turkish counts singulars and has no
such sign.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tanik.core.fold import fold
from tanik.facts.amounts.forms import Counted
from tanik.facts.numbers.nouns import agent, noun_at, phrase_at, role_of
from tanik.facts.numbers.read import Number
from tanik.facts.numbers.tokens import WORD, Token, form_at
from tanik.facts.numbers.words import number_word

__all__ = ["english_head"]

_REACH: Final = 4  # words from the number to the noun it counts
_OF_MONEY: Final = frozenset(
    (
        *("gold", "silver", "debt", "debts", "aid", "capital", "credit", "damage", "money", "property", "goods", "his"),
        *("supplies", "value", "revenue", "income", "savings", "stock", "shares", "bonds", "loans", "tax", "taxes"),
        *("their", "its", "public", "private", "foreign", "british", "american", "equipment", "material", "materials"),
    )
)
_DEFINITE: Final = frozenset(("the", "their", "his", "her", "our", "these", "those"))
_NOT_PLURAL: Final = ("ss", "us", "is")


def english_head(found: Counted | None, number: Number, tokens: tuple[Token, ...], text: str) -> Counted | None:
    """`found`, or the noun phrase that `number` counts, where a plural ends the words behind it.

    >>> from tanik.facts.numbers.figures import Style
    >>> from tanik.facts.numbers.read import read_number
    >>> from tanik.facts.numbers.tokens import cut
    >>> text = "4,000 young Armenian refugees"
    >>> number = read_number(cut(text), 0, text, Style(".", shown=False), english=True)
    >>> english_head(None, number, cut(text), text).of
    'young Armenian refugees'
    """
    if found is not None and found.of is not None and text[found.end : found.end + 1] == "-":
        found = _with_hyphens(found, tokens, text)  # "10 machine-guns"
    if found is not None and found.unit == "pound_sterling" and _is_weight(tokens, found, text):
        weight = Counted("count", 1.0, "thing", found.end, found.last, text[tokens[number.last].start : found.end])
        return weight if weight.of in ("pound", "pounds") else found
    if number.value == 1 or (found is not None and _is_whole(found, tokens)):
        return found
    part = _lasting(tokens, number) or (_part_of(tokens, number.last, text) if found is None else None)
    if part is not None:
        return part
    if found is not None and found.of == "times":
        return None  # "five times the Turks attacked" counts no thing
    if found is not None and found.kind == "thing" and found.of is not None and _is_past(found.of):
        found = None  # "nine died", "in 1921 sent": what is a past describes a noun or is a verb
    head = _head_behind(tokens, number.last)
    if head is None:
        return found
    known = noun_at(tokens, head)
    person = known.kind == "person" if known is not None else agent(form_at(tokens, head))
    of = text[tokens[number.last].start : tokens[head].end]
    kind = "person" if person else "thing"
    return Counted("person" if person else "count", 1.0, kind, tokens[head].end, head + 1, of)


def _lasting(tokens: tuple[Token, ...], number: Number) -> Counted | None:
    """A length of time behind a word that only describes it: "three solid weeks" are three weeks (H&P 2002, 5.14)."""
    at = number.last + 1
    unit = noun_at(tokens, at) if at < len(tokens) and _goes_on(tokens, at - 1) else None
    if unit is None or unit.kind != "time" or not _is_plural(form_at(tokens, at)):
        return None
    return Counted(unit.unit, unit.factor, unit.kind, tokens[at].end, at + 1, None)


def _part_of(tokens: tuple[Token, ...], at: int, text: str) -> Counted | None:
    """``86 of their men``, ``40 of the houses``: so many of what a definite plural names (H&P 2002, 5.9.3)."""
    if form_at(tokens, at) != "of" or form_at(tokens, at + 1) not in _DEFINITE:
        return None
    counts = at + 2 < len(tokens) and (tokens[at + 2].kind != WORD or number_word(tokens[at + 2].form, english=True))
    if counts:
        return None  # "three of his four horses"
    head = at + 2 if _is_plural(form_at(tokens, at + 2)) else _head_behind(tokens, at + 2)
    known = noun_at(tokens, head) if head is not None else None
    if head is None or known is None or known.kind not in ("person", "thing"):
        return None
    of = text[tokens[at + 2].start : tokens[head].end]
    return Counted(known.unit, 1.0, known.kind, tokens[head].end, head + 1, of)


def _is_past(of: str) -> bool:
    return of.endswith("ed") or role_of("past", fold(of))


def _with_hyphens(found: Counted, tokens: tuple[Token, ...], text: str) -> Counted:
    """What is counted with the words that hyphens join to it, which are one word (H&P 2002, 19.4)."""
    last = found.last
    while (
        last + 1 < len(tokens) and text[tokens[last].start : tokens[last].end] == "-" and tokens[last + 1].kind == WORD
    ):
        last += 2
    end = tokens[last - 1].end
    start = found.end - len(found.of or "")
    return replace(found, end=end, last=last, of=text[start:end])


def _is_weight(tokens: tuple[Token, ...], found: Counted, text: str) -> bool:
    """Whether "of" and a plain noun of stuff stand behind pounds, which are then weighed: "300 pounds of flour".

    Oxford English Dictionary, pound n.1; of gold, debt or aid it may be money.
    """
    at = found.last
    if at + 1 >= len(tokens) or tokens[at].form != "of" or tokens[at + 1].kind != WORD:
        return False
    form = form_at(tokens, at + 1)
    return text[tokens[at + 1].start].islower() and form not in _OF_MONEY and not role_of("english_stop", form)


def _is_whole(found: Counted, tokens: tuple[Token, ...]) -> bool:
    """Whether what was found is no noun that another could follow: a measure, a bound, a plural, a word with a case."""
    if found.kind not in ("thing", "person") or found.bound is not None:
        return True
    return _is_plural(form_at(tokens, found.last - 1)) or bool(found.ending)


def _head_behind(tokens: tuple[Token, ...], at: int) -> int | None:
    """The plural noun of things or people that ends the words from token `at` on, if more than itself stands there."""
    at += 2 * _joined_peoples(tokens, at)
    head = next((index for index in range(at, at + _REACH) if not _goes_on(tokens, index)), at + _REACH)
    if head >= min(at + _REACH, len(tokens)) or head == at or tokens[head].kind != WORD or tokens[head].glued:
        return None
    form = form_at(tokens, head)
    known = noun_at(tokens, head)
    other = known is not None and known.kind not in ("person", "thing")
    return None if other or not _is_plural(form) or role_of("english_stop", form) else head


def _joined_peoples(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether two peoples describe one noun: ``forty French and Italian schools`` (H&P 2002, 15.1).

    The second must be no plural, which would be counted by itself.
    """
    first, second = form_at(tokens, at), form_at(tokens, at + 2)
    joined = form_at(tokens, at + 1) in ("and", "or") and role_of("adjective", first) and role_of("adjective", second)
    return joined and at + 3 < len(tokens) and _is_plural(form_at(tokens, at + 3))


def _goes_on(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a word only stands before the noun: no plural, no small word."""
    if index >= len(tokens) or tokens[index].kind != WORD or tokens[index].glued:
        return False
    form = tokens[index].form
    return not (_is_plural(form) or role_of("english_stop", form) or phrase_at("function", tokens, index))


def _is_plural(form: str) -> bool:
    return role_of("english_plural", form) or (len(form) > 3 and form.endswith("s") and not form.endswith(_NOT_PLURAL))
