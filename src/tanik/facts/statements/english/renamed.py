"""The Turkish name of an English noun phrase: amounts whole, a phrase only where all its words are known.

Comes in: a role of an English statement and the page's amounts. Goes out: the role with a Turkish `name`, or as it
was. Half a phrase in Turkish can be read in neither language, so one unknown word leaves the page's own words.
A noun before a noun makes a Turkish compound ("barış antlaşması"), a material or an adjective does not ("altın
ruble"); what is weighed stands bare behind its measure ("62 sarnıç vagonu petrol"); an amount before a noun takes
-lik ("500 sterlinlik kredi") (Göksel & Kerslake 2005, 10.2, 8.5.2.5, 14.4).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from tanik.core.tables import read_rows
from tanik.facts.model import Amount, Facts, Role
from tanik.facts.numbers.words import number_word
from tanik.facts.statements.english.forms import plain_forms
from tanik.facts.statements.english.phrases import is_measure
from tanik.facts.statements.lexis.endings import owned, with_lik
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.turkish_nouns import known_nouns, turkish_noun

__all__ = ["counted_name", "renamed"]

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*|\d+(?:[.,]\d+)*|[^\w\s]")
_SMALL: Final = phrases("english_small_words")
_FURTHER: Final = phrases("english_additions")
# these mean so behind a number alone (Oxford English Dictionary, round n., dead adj., pound n., case n.2)
_COUNTED: Final = {
    "rounds": "fişek",
    "dead": "ölü",
    "killed": "ölü",
    "pound": "libre",
    "pounds": "libre",
    "case": "sandık",
    "cases": "sandık",
}
_WHICH: Final = phrases("english_instalments")
_AND: Final = "and"
_WAR: Final = frozenset(("attack", "occupy", "liberate", "defeat", "lose"))
_MILLION, _BILLION = 1_000_000, 1_000_000_000


@dataclass(frozen=True, slots=True)
class _Context:
    """The deed that a phrase has a part in, and the Turkish names of those whom it names, by their words."""

    action: str | None
    names: Mapping[str, str]


def renamed(role: Role, action: str | None, facts: Facts, place: str = "") -> Role:
    """`role` in `place` of a statement of `action` with its Turkish name; unchanged where a word of it is not known."""
    context = _Context(action, _names_in(role, facts))
    if role.name is not None:
        name = _described(role.name, context)
    elif place == "purpose" and _is_verb(role.text.split()[0]):
        return role  # "help farmers"
    else:
        first = bisect_left(facts.amounts, role.span.start, key=lambda one: one.span.start)
        last = bisect_left(facts.amounts, role.span.end, key=lambda one: one.span.start)
        inside = [one for one in facts.amounts[first:last] if role.span.contains(one.span)]
        if len(inside) > 1:
            return role
        name = _counted(role, inside[0], context) if inside else _phrase(role.text, context)
    return replace(role, name=name) if name is not None else role


def _is_verb(word: str) -> bool:
    return word in plain_forms() or word in phrases("english_plain_verbs")


def counted_name(value: float, noun: str) -> str | None:
    """So many of an English noun in Turkish; None where the noun is not known.

    >>> counted_name(327, "machine guns"), counted_name(5, "zzz")
    ('327 makineli tüfek', None)
    """
    told = _COUNTED.get(noun) or _phrase(noun, _Context(None, {}), single=True)
    return f"{_number(value)} {told}" if told else None


def _names_in(role: Role, facts: Facts) -> dict[str, str]:
    """The names of one word in a role's text ("a Paris firm"), as Turkish has them."""
    first = bisect_left(facts.names, role.span.start, key=lambda name: name.span.start)
    last = bisect_left(facts.names, role.span.end, key=lambda name: name.span.start)
    named = {name.text.lower(): name.name for name in facts.names[first:last] if name.text.isalpha()}
    return {word: name for word, name in named.items() if word not in phrases("english_shores")}


def _described(name: str, context: _Context) -> str | None:
    """A name with a description in the page's language: the small words in Turkish, if all are known."""
    told = [(_single(word, context) if word.islower() else word) for word in name.split()]
    return " ".join(word for word in told if word) if all(told) else None


def _counted(role: Role, amount: Amount, context: _Context) -> str | None:
    """A phrase with an amount in it."""
    at = amount.span.start - role.span.start
    before, after = role.text[:at].split(), role.text[at + len(amount.text) :].split()
    measured = _measured(amount, context)
    if measured is None:
        return None
    if after[:1] == ["of"] and (amount.unit not in ("count", "person") or is_measure(Role(amount.span, amount.text))):
        after = after[1:]
    substance = _phrase(" ".join(after), context) if after else ""
    if substance is None or after[:1] == ["of"]:
        return None
    whole = " ".join(filter(None, (measured, substance)))
    before = [word for word in before if word.lower() not in _SMALL | _FURTHER | _WHICH]
    if not before or before in (["total", "of"], ["combined"]):
        return whole
    head = _phrase(" ".join(before[:-1]), context) if before[-1] == "of" else None
    return f"{with_lik(whole)} {head}" if head else None


def _measured(amount: Amount, context: _Context) -> str | None:
    """Number and unit, or number and what is counted."""
    unit = _units().get(amount.unit)
    if amount.unit in ("count", "person"):
        words = [word for word in amount.text.split() if word[0].isalpha() and not _is_number(word)]
        told = " ".join(word for word in words if word.lower() not in _FURTHER)
        unit = _COUNTED.get(told.lower()) or _phrase(told, context, single=True)
    if not unit or (amount.unit == "percent" and not any(char.isdigit() for char in amount.text)):
        return None  # "a third" is no "%33,333333"
    if amount.value_max is None:
        number = _number(amount.value)
    else:
        number = (
            f"{_number(amount.value if amount.value_min is None else amount.value_min)}-{_number(amount.value_max)}"
        )
    return f"%{number}" if amount.unit == "percent" else f"{number} {unit}"


def _is_number(word: str) -> bool:
    folded = fold_word(word)
    return number_word(folded, english=True) is not None or number_word(folded) is not None


def _number(value: float) -> str:
    """A number as Turkish writes it.

    >>> _number(1_100_000), _number(33_275), _number(2.5)
    ('1,1 milyon', '33.275', '2,5')
    """
    for size, word in ((_BILLION, "milyar"), (_MILLION, "milyon")):
        if value >= size and value * 100 % size == 0:
            return f"{value / size:g} {word}".replace(".", ",")
    return f"{value:,.10g}".replace(",", " ").replace(".", ",").replace(" ", ".")


def _phrase(text: str, context: _Context, *, single: bool = False) -> str | None:
    """A noun phrase without numbers, word by word; None where a word is unknown. `single` behind a number.

    What one is to do ("aid the Armenians") is no noun phrase, though its verb may be a noun too.
    """
    opens = text.split()[:2]
    governs = len(opens) > 1 and (opens[1] in _SMALL or opens[1][:1].isupper())
    if governs and (opens[0] in phrases("english_plain_verbs") or opens[1] in ("the", "a", "an")):
        return None  # behind a noun stands no article: "man the ships"
    words = [word.lower() for word in _WORD.findall(text)]
    words = [word for word in words if word not in _SMALL]
    if not words or not all(word[0].isalpha() for word in words):
        return None
    if words.count("of") == 1:
        # "the treaty of peace": in Turkish what describes stands first
        at = words.index("of")
        words = [*words[at + 1 :], *words[:at]]
        if _AND in words or not words[:-1] or at == 0:
            return None
    parts: list[list[str]] = [[]]
    for word in words:
        if word == _AND:
            parts.append([])
        else:
            parts[-1].append(word)
    told = [_compound(part, context, single=single) for part in parts]
    return " ve ".join(part for part in told if part) if all(told) else None


def _compound(words: list[str], context: _Context, *, single: bool) -> str | None:
    """Nouns in a row: a noun before a noun makes a compound, an adjective or a material does not."""
    if not words:
        return None
    pair = turkish_noun(fold_word(" ".join(words[-2:])), "en") if len(words) > 1 else None
    head = words[-1]
    people = "halk" if head == "people" and len(words) > 1 and not single else None  # "the Syrian people"
    last = people or pair or (_greek(words) if head.startswith("greek") and len(words) > 1 else _single(head, context))
    front = words[: -2 if pair else -1]
    told = [_modifier(words[at:], context) for at in range(len(front))]
    if last is None or not all(told):
        return None
    joined = bool(front) and front[-1] not in _adjectives()
    several = head not in known_nouns("en") and head.endswith("s") and not single
    return " ".join([*(word for word in told if word), owned(last, several=several) if joined else last])


def _modifier(words: list[str], context: _Context) -> str | None:
    """The first of `words`, which says something of the last."""
    return _greek(words) if words[0] == "greek" else _single(words[0], context)


def _single(word: str, context: _Context) -> str | None:
    """One word; of "the Greeks" the state's where a war is told of, else the Sultan's subjects."""
    folded = fold_word(word)
    if folded == "greeks" and context.action in _WAR:
        return "Yunanlar"
    return context.names.get(word) or _adjectives().get(word) or turkish_noun(folded, "en")


def _greek(words: list[str]) -> str:
    """Yunan for what is the kingdom's, Rum for what is the Sultan's subjects': "Greek army", "Pontic Greeks"."""
    if words[-1] == "greeks":
        return "Rumlar"
    head = turkish_noun(fold_word(words[-1]), "en") or ""
    return "Rum" if fold_word(head) in phrases("rum_heads") else "Yunan"


@cache
def _units() -> dict[str, str]:
    return {row["unit"]: row["turkish"] for row in read_rows("tanik.facts", "units_turkish.csv")}


@cache
def _adjectives() -> dict[str, str]:
    return {row["adjective"]: row["turkish"] for row in read_rows("tanik.facts", "adjectives_english.csv")}
