"""The words that amounts are made of: units, money, people, things, and what bounds a number.

Comes in: tokens. Goes out: the unit or the counted noun that begins at a token, and the roles of other words. The
tables hold stems; what may follow a stem is a closed list of endings, so that ``tonluk`` is a ton and ``tonos`` is
not.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from tanik.core.fold import fold, lower_turkish
from tanik.core.made import value
from tanik.facts.numbers.tokens import FIGURE, MARK, Token, form_at
from tanik.facts.tables import roles, rows

__all__ = [
    "Noun",
    "agent",
    "called_by_number",
    "noughts_apart",
    "noun_at",
    "phrase_at",
    "phrase_before",
    "role_of",
    "spelt_like",
    "stem_in",
]


@value
class Noun:
    """A unit or a counted noun: its unit in the contract, factor, kind, stem, its end offset and last token.

    `kind` is measure, time, money, container, percent, person or thing. `ending` is what follows the stem;
    `letters` which of ş, ç and ğ the noun is spelt with.
    """

    unit: str
    factor: float
    kind: str
    stem: str
    end: int
    last: int
    ending: str
    letters: frozenset[str] = frozenset()


_ENDING: Final = re.compile(
    r"(?:l[iu]k|l[iu]g(?=[iu])|l[iu]|s[iu]z)?(?:l[ae]r)?(?:[iu]?[mn][iu]z)?"
    r"(?:s?[iu](?:n(?:[iuae]|d[ae]n?|[iu]n|ca)?|yl[ae])?|[yn]?[ae]|[dt][ae](?:n|ki)?|n?[iu]n|n(?:[iuae]|d[ae]n?)|y?l[ae]|[dt][iu][rmk]?|y[dt][iu][mk]?|yi|yu"
    r"|s|dur|y?m[iu]s|yken|ken|ca)?(?:d[iu]r?|yd[iu][mk]?|ki|yd[iu]r|d[ae]n?|n[iu]n)?"
)
_SHORTEST_SOFT: Final = 4
_SOFTENED: Final = {"k": "g", "c": "c", "t": "d", "p": "b"}


def _ending(form: str, stem: str) -> str | None:
    """What follows `stem` in `form` if it is an ending, else None; a last k or t may have softened."""
    for shape in (stem, stem[:-1] + _SOFTENED.get(stem[-1], "\0"), _kindred_shape(stem)):
        if form.startswith(shape):
            rest = form[len(shape) :]
            if rest[:1] == "n" and rest[1:2] in ("a", "e") and shape[-1] not in "iu":
                continue  # -ne stands behind a possessive alone: "hasta|ne" is no dative, but "hastane"
            if rest == "s" and shape != stem:
                continue  # the English plural softens nothing: "funds" are no "funt"
            if (rest or shape == stem) and _ENDING.fullmatch(rest):
                return rest
    return None


def _kindred_shape(stem: str) -> str:
    """A stem as Azerbaijani softens it: "qəpik", "qəpiyə" (Qurbanov, Müasir Azərbaycan dili, 2003)."""
    return f"{stem[:-1]}y" if len(stem) > _SHORTEST_SOFT and stem.endswith("ik") else "\0"


_Entry = tuple[tuple[str, ...], str, float, str, frozenset[str]]
_SHORTEST: Final = 2  # letters that no softening reaches in a longer word
_DOTTED: Final = frozenset("şçğ")


def _by_beginning(entries: list[_Entry]) -> dict[str, list[_Entry]]:
    """The entries by the first two letters of what they may match; under one letter those that may soften there."""
    long = [entry for entry in entries if len(entry[0][0]) > _SHORTEST]
    short = [entry for entry in entries if len(entry[0][0]) <= _SHORTEST]
    table: dict[str, list[_Entry]] = {}
    for entry in long:
        table.setdefault(entry[0][0][:_SHORTEST], []).append(entry)
    under: dict[str, list[_Entry]] = {}
    for entry in short:
        under.setdefault(entry[0][0][0], []).append(entry)
    for key in table:
        table[key] += under.get(key[0], [])
    table |= under
    for found in table.values():
        found.sort(key=lambda entry: (-len(entry[0]), -len(entry[0][-1])))
    return table


def _unit_table() -> dict[str, list[_Entry]]:
    entries: list[_Entry] = []
    for row in rows("units.csv"):
        words = tuple(fold(row["form"]).split())
        letters = frozenset(lower_turkish(row["form"])) & _DOTTED
        entries.append((words, row["unit"], float(row["factor"]), row["kind"], letters))
    for row in rows("amount_words.csv"):
        if row["role"] in ("person", "thing"):
            words = tuple(fold(row["form"]).split())
            unit = "person" if row["role"] == "person" else "count"
            letters = frozenset(lower_turkish(row["form"])) & _DOTTED
            entries.append((words, unit, 1.0, row["role"], letters))
    return _by_beginning(entries)


_UNITS: Final = _unit_table()
_STEMS: Final = frozenset(entry[0][-1] for entries in _UNITS.values() for entry in entries)
# English plurals, behind which Turkish endings never stand: "rublesi" is of "ruble"
_ENGLISH_PLURALS: Final = frozenset(stem for stem in _STEMS if stem.endswith("s") and stem[:-1] in _STEMS)


_ROLES: Final = roles("amount_words.csv")
_LONGEST_PHRASE: Final = 3


def role_of(role: str, form: str) -> bool:
    """Whether the folded word `form` stands in the table under `role`.

    >>> role_of("function", "ve")
    True
    """
    return form in _ROLES[role]


_CALLED: Final = re.compile(r"(?:numaral|sayil)[iu](?:y[dm][iu]\w*|d[iu]r)")


def called_by_number(form: str) -> bool:
    """Whether a folded word says that the number before it is a name: ``431 sayılı``, ``oda 1915 numaralıydı``.

    >>> called_by_number("sayili"), called_by_number("numaraliydi"), called_by_number("lira")
    (True, True, False)
    """
    return role_of("numbered_after", form) or _CALLED.fullmatch(form) is not None


def stem_in(role: str, form: str) -> str | None:
    """The word of that role of which `form` is an inflected form, or None."""
    return _stem_in(role, form)


@lru_cache(maxsize=8192)
def _stem_in(role: str, form: str) -> str | None:
    return next((stem for stem in _ROLES[role] if _ending(form, stem) is not None), None)


# -ci, -ist, -daş (G. Lewis, Turkish Grammar, word-formation); in English -men, -keeper, -ist
_AGENT: Final = re.compile(r"\w{2,}c[iu]|\w{3,}ist|\w{3,}[dt]as|\w{3,}(?:men|ists)|\w*keepers?")


def agent(word: str) -> bool:
    """Whether `word` names a person by what they do: ``sanayici``, ``makinist``; not ``ilacı`` or ``amacı``.

    >>> agent("sanayici"), agent("makinist"), agent("meslektaş"), agent("amacı"), agent("kılıç")
    (True, True, True, False, False)
    """
    form = fold(word)
    return _AGENT.fullmatch(form) is not None and form not in _ROLES["not_agent"]


@cache
def _firsts(role: str) -> frozenset[str]:
    """The words with which the phrases of a role begin."""
    return frozenset(form.partition(" ")[0] for form in _ROLES[role])


def phrase_at(role: str, tokens: tuple[Token, ...], at: int) -> int:
    """How many tokens from `at` spell a phrase of `role`, 0 for none."""
    if at >= len(tokens) or tokens[at].form not in _firsts(role):
        return 0
    for count in range(_LONGEST_PHRASE, 0, -1):
        words = " ".join(token.form for token in tokens[at : at + count])
        if len(tokens[at : at + count]) == count and words in _ROLES[role]:
            return count
    return 0


def phrase_before(role: str, tokens: tuple[Token, ...], at: int) -> int:
    """How many tokens that end before `at` spell a phrase of `role`, 0 for none."""
    for count in range(_LONGEST_PHRASE, 0, -1):
        if at - count >= 0 and phrase_at(role, tokens, at - count) == count:
            return count
    return 0


@lru_cache(maxsize=8192)
def _like(form: str) -> tuple[_Entry, ...]:
    """The units and nouns that begin with a word, or, of one word, of which it is a form: most words are none."""
    near = _UNITS.get(form[:_SHORTEST]) or _UNITS.get(form[0], [])
    return tuple(one for one in near if (one[0][0] == form if len(one[0]) > 1 else _ending(form, *one[0]) is not None))


def _matched(tokens: tuple[Token, ...], at: int, words: tuple[str, ...]) -> tuple[int, str] | None:
    last = at + len(words) - 1
    if last > at and (last >= len(tokens) or any(tokens[at + i].form != words[i] for i in range(last - at))):
        return None
    ending = _ending(tokens[last].form, words[-1])
    return None if ending is None else (last, ending)


def noun_at(tokens: tuple[Token, ...], at: int) -> Noun | None:
    """The unit or tabled noun that begins at token `at`, or None.

    >>> from tanik.facts.numbers.tokens import cut
    >>> noun = noun_at(cut("altın liralık"), 0)
    >>> noun.unit, noun.kind
    ('gold_lira', 'money')
    """
    if at >= len(tokens) or (tokens[at].kind == MARK and tokens[at].form not in "%$£"):
        return None
    form = tokens[at].form
    if form == "france":
        return None  # English "In 1921 France": the state, no coin in the dative
    for words, unit, factor, kind, letters in _like(form):
        found = _matched(tokens, at, words)
        if found is None:
            continue
        last, ending = found
        if words == ("%",) and last + 1 < len(tokens) and tokens[last + 1].glued and tokens[last + 1].kind == FIGURE:
            continue  # "310 %26,8": the sign belongs to the number after it
        short = len(words[-1]) <= _SHORTEST and kind not in ("time", "person")
        if ending and (short or words[-1] in _ENGLISH_PLURALS):
            continue
        return Noun(unit, factor, kind, " ".join(words), tokens[last].end - len(ending), last + 1, ending, letters)
    return None


def noughts_apart(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether three noughts behind a blank belong to the figure at `at`: ``1300 000 sterlin``, no year 1300.

    Noughts count nothing by themselves, so that before what is counted they are the last group of one figure.

    >>> from tanik.facts.numbers.tokens import cut
    >>> noughts_apart(cut("1300 000 sterlin"), 0), noughts_apart(cut("1300 lira"), 0), noughts_apart(cut("1919 000"), 0)
    (True, False, False)
    """
    if form_at(tokens, at + 1) != "000" or tokens[at].kind != FIGURE or not tokens[at].form.isdecimal():
        return False
    noun = noun_at(tokens, at + 2)
    return noun is not None and noun.kind != "time" and not tokens[at + 1].glued and not tokens[at + 2].glued


def spelt_like(noun: Noun, written: str) -> bool:
    """Whether `written` has no ş, ç or ğ that the noun has not: ``geçe`` is no ``gece``; ``tüfeği`` is ``tüfek``."""
    softened = "ğ" if noun.ending and noun.stem.endswith("k") else ""
    return frozenset(lower_turkish(written)) & _DOTTED <= noun.letters | frozenset(softened)
