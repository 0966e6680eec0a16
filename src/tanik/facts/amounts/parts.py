"""Parts of a whole: per cent and fractions.

Comes in: a number and its tokens. Goes out: the per cent it means and where its wording begins and ends, or None.
``yüzde dokuz buçuk``, ``%26,8``, ``40 faizi``, ``7 per cent``, ``üçte ikisi``, ``onda bir``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from tanik.core.fold import fold
from tanik.core.morph import readings
from tanik.core.suffixes import Case
from tanik.facts.amounts.forms import Counted
from tanik.facts.model import Bound
from tanik.facts.numbers.nouns import noun_at
from tanik.facts.numbers.read import Number
from tanik.facts.numbers.tokens import FIGURE, WORD, Token, form_at
from tanik.facts.numbers.words import number_word, surely_spelt

__all__ = ["Part", "fractions_in", "part_at"]

_FIGURES: Final = 4  # of a small number, zeros before it among them
_PER_CENT: Final = ("yuzde", "yuzdesi", "%")
_PER_MILLE: Final = "binde"
_DENOMINATOR: Final = re.compile(r"(?P<stem>\w+?)[dt][ae]")
_GENITIVE: Final = re.compile(r"(?P<stem>\w{2,}?)'?n?[iu]n")
_NUMERATOR_ONE: Final = re.compile(r"bir(?:i(?:n[iuae]|nd[ae]n?|nin|dir|ydi)?|e|den)?")
_ENGLISH_PARTS: Final = {
    fold(name): bottom
    for name, bottom in (("third", 3), ("thirds", 3), ("quarter", 4), ("quarters", 4), ("fifth", 5), ("fifths", 5))
}
# what may stand behind a part and never behind an ordinal: prepositions, comparisons, joining words and verbs
_BEHIND_A_PART: Final = frozenset(
    fold(word)
    for word in (
        *("of", "to", "in", "at", "on", "by", "from", "for", "with", "within", "without", "into", "over"),
        *("under", "after", "before", "during", "since", "until", "than", "as", "more", "less", "fewer"),
        *("larger", "smaller", "higher", "lower", "longer", "shorter", "greater", "wider", "bigger", "cheaper"),
        *("lighter", "heavier", "faster", "slower", "stronger", "weaker", "short", "again", "better", "worse"),
        *("the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "and", "or"),
        *("but", "while", "which", "who", "where", "when", "if", "is", "are", "was", "were", "will", "would"),
        *("can", "could", "may", "might", "must", "shall", "should", "has", "have", "had", "does", "did", "do"),
        *("not", "never", "also", "only", "even", "went", "came", "fell", "left", "took", "gave", "made"),
        *("died", "rose", "grew", "fled", "lost", "ran", "stood", "sold", "paid", "kept", "held", "sank"),
        *("burnt", "broke", "bought"),
    )
)


@dataclass(frozen=True, slots=True)
class Part:
    """A share of a whole in per cent, what wording it has, and whether it was written as a fraction."""

    value: float
    start: int
    counted: Counted
    fraction: bool = field(kw_only=True)


def _of(tokens: tuple[Token, ...], before: int, text: str) -> str | None:
    """The whole: a genitive right before the share (``nüfusun yüzde 8'i``)."""
    match = _GENITIVE.fullmatch(form_at(tokens, before))
    if match is None:
        return None
    written = text[tokens[before].start : tokens[before].end]
    # "kadının" is of the woman before it is of the judge's
    lemmas = {one.lemma for one in readings(written) if one.case is Case.GENITIVE and not one.possessive}
    told = max(lemmas, key=len, default="") if written.islower() else ""
    return told or written[: len(match.group("stem"))]


def _percent(end: int, last: int, of: str | None) -> Counted:
    return Counted("percent", 1.0, "percent", end, last, of)


@lru_cache(maxsize=1 << 13)
def _denominator(form: str) -> float | None:
    if form in _PER_CENT:
        return None
    if form == "onda":
        return 10.0
    match = _DENOMINATOR.fullmatch(form)
    word = number_word(match.group("stem")) if match else None
    if word is None or word.ending != "plain" or len(word.pieces) != 1 or word.pieces[0].value < 2:
        return None
    return word.pieces[0].value


def _top(form: str, written: str) -> float | None:
    """A numerator: ``bir``, ``biri``, ``ikisi``, ``üçü``."""
    if _NUMERATOR_ONE.fullmatch(form):
        return 1.0
    word = number_word(form, sure=surely_spelt(written))
    one = word is not None and len(word.pieces) == 1 and word.ending in ("plain", "partitive")
    return word.pieces[0].value if word is not None and one else None


def fractions_in(tokens: tuple[Token, ...], text: str) -> tuple[Part, ...]:
    """The fractions in words: ``üçte ikisi``, ``onda bir``.

    >>> from tanik.facts.numbers.tokens import cut
    >>> [part.value for part in fractions_in(cut("hasadın onda biri"), "hasadın onda biri")]
    [10.0]
    """
    found = []
    for at in range(len(tokens) - 1):
        told = _in_figures(tokens, at) if tokens[at].kind == FIGURE else None
        if told is not None:
            whole = _percent(tokens[told[1] - 1].end, told[1], _of(tokens, at - 1, text))
            found.append(Part(round(told[0], 6), tokens[at].start, whole, fraction=True))
        rate = _rate(tokens, at) if tokens[at + 1].form in ("out", "in") else None
        if rate is not None:
            whole = _percent(tokens[rate[1] - 1].end, rate[1], None)
            found.append(Part(rate[0], tokens[at].start, whole, fraction=True))
        bottom = _denominator(tokens[at].form)
        if tokens[at].form == "a" and tokens[at + 1].form in _ENGLISH_PARTS and not _orders(tokens, at + 1):
            value = round(100 / _ENGLISH_PARTS[tokens[at + 1].form], 6)
            found.append(Part(value, tokens[at].start, _percent(tokens[at + 1].end, at + 2, None), fraction=True))
        below = tokens[at + 1]
        top = _top(below.form, text[below.start : below.end]) if bottom is not None and not below.glued else None
        if bottom is not None and top is not None and top < bottom:
            whole = _percent(tokens[at + 1].end, at + 2, _of(tokens, at - 1, text))
            whole = replace(whole, bound=_bound(tokens, at + 1))
            found.append(Part(round(100 * top / bottom, 6), tokens[at].start, whole, fraction=True))
    return tuple(found)


def _rate(tokens: tuple[Token, ...], at: int) -> tuple[float, int] | None:
    """``nine out of ten houses``, ``one in five children``: the share in per cent and the token after its last word."""
    one = tokens[at].form
    between = tuple(token.form for token in tokens[at + 1 : at + 3])
    behind = at + 3 if between == ("out", "of") else at + 2 if between[:1] == ("in",) and one in ("one", "1") else 0
    behind += bool(behind) and form_at(tokens, behind) == "every"
    ahead = tokens[behind + 1] if behind and behind + 1 < len(tokens) else None
    if ahead is None or ahead.kind != WORD or not ahead.form.endswith(("s", "n")):
        return None
    top, bottom = (_count(form) for form in (one, form_at(tokens, behind)))
    shares = top is not None and bottom is not None and top < bottom and not _is_measured(tokens, behind + 1)
    return (round(100 * top / bottom, 6), behind + 1) if shares and top and bottom else None


def _count(form: str) -> float | None:
    """A small whole number in English words or figures."""
    word = number_word(form, english=True)
    if word is not None and len(word.pieces) == 1 and word.pieces[0].kind in ("unit", "teen", "ten"):
        return word.pieces[0].value
    return float(_small(form) or 0) or None


def _is_measured(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a time stands at token `at`: "one in ten years" is no share."""
    noun = noun_at(tokens, at)
    return noun is not None and noun.kind in ("time", "measure", "money")


def _bound(tokens: tuple[Token, ...], at: int) -> Bound | None:
    """How the part that ends at token `at` is bounded: ``üçte birinden fazlası``, ``onda dokuzuna yakını``."""
    after = form_at(tokens, at + 1)
    if tokens[at].form.endswith(("ndan", "nden")):
        if after.startswith(("fazla", "cog", "cok", "artig", "artik", "coh", "ziyade")):
            return Bound.MORE_THAN
        return Bound.LESS_THAN if re.match(r"az(?:\b|[iı])", after) else None
    near = tokens[at].form.endswith(("na", "ne")) and after.startswith(("yakin", "yahin"))
    return Bound.ABOUT if near else None


def _orders(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether an English word is the ordinal before its noun: "a third state"; a part has "of" before what it is of.

    Or it stands alone, before a comparison or before a verb (Huddleston & Pullum 2002, 5.11.2, 19.5.10).
    """
    if at + 1 >= len(tokens) or tokens[at].form == fold("quarter") or tokens[at + 1].kind != WORD:
        return False
    form = tokens[at + 1].form
    return form not in _BEHIND_A_PART and not (form.endswith("ed") and len(form) > len("shed"))


def _in_figures(tokens: tuple[Token, ...], at: int) -> tuple[float, int] | None:
    """``3'te 1'i``, ``1/3'ü``: the share in per cent and the token after its last figure."""
    first = _small(tokens[at].form)
    forms = [token.form for token in tokens[at : at + 5]]
    if len(forms) < 4 or first is None:
        return None
    parts = _small(forms[3]) if forms[1] == "'" and forms[2] in ("te", "de", "ta", "da") else None
    if parts is not None and parts < first:
        return 100 * parts / first, at + 4
    whole = _small(forms[2]) if forms[1] == "/" and forms[3] == "'" and tokens[at + 1].glued else None
    if whole is not None and first < whole and not tokens[at].glued:
        return 100 * first / whole, at + 3
    return None


def _small(form: str) -> int | None:
    """The number from 1 to 10 that figures write; of thousands of figures Python would refuse to make one number."""
    value = int(form) if form.isdecimal() and len(form) <= _FIGURES else 0
    return value if 1 <= value <= 10 else None


def part_at(tokens: tuple[Token, ...], first: Number, number: Number, text: str) -> Part | None:
    """The share that `number` states (`first` is the lower end where it is a range), or None.

    >>> from tanik.facts.numbers.tokens import cut
    >>> from tanik.facts.numbers.figures import Style
    >>> from tanik.facts.numbers.read import read_number
    >>> text = "tarlaların yüzde 6,4'ü"
    >>> n = read_number(cut(text), 2, text, Style(",", shown=False))
    >>> part_at(cut(text), n, n, text).value
    6.4
    """
    before = form_at(tokens, first.first - 1)
    if before in _PER_CENT or before == _PER_MILLE:
        value = number.value / 10 if before == _PER_MILLE else number.value
        start = tokens[first.first - 1].start
        of = _of(tokens, first.first - 2, text)
        return Part(value, start, _percent(number.end, number.last, of), fraction=before == _PER_MILLE)
    noun = noun_at(tokens, number.last)
    if noun is not None and noun.kind == "percent" and number.ending == "plain":
        of = _of(tokens, first.first - 1, text)
        return Part(number.value, first.start, _percent(noun.end, noun.last, of), fraction=False)
    at = number.last + (form_at(tokens, number.last) == "-")  # "two-fifths"
    bottom = _ENGLISH_PARTS.get(form_at(tokens, at))
    if bottom and number.written == "words" and number.value < bottom:
        return Part(
            round(100 * number.value / bottom, 6), first.start, _percent(tokens[at].end, at + 1, None), fraction=True
        )
    return None
