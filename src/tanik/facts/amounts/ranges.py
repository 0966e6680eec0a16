"""Two numbers that are the ends of one: ``20-25 bin``, ``beş altı yüz``, ``between 600,000 and 1.5 million``.

Comes in: the numbers of a line. Goes out: the same, those that make a range put together.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from tanik.core.fold import fold
from tanik.facts.numbers.nouns import noun_at
from tanik.facts.numbers.read import Number
from tanik.facts.numbers.tokens import FIGURE, Token

__all__ = ["Measure", "between", "ranges"]

_ROUND_PAIRS: Final = ((5, 10), (10, 15), (15, 20))
_TEN: Final = 10
_HUNDREDS: Final = frozenset(range(200, 1000, 100))
_BETWEEN: Final = (fold("between"), "from")
_RANGE_WORDS: Final = ("-", "ila", "ile", "and", "to")


@dataclass(frozen=True, slots=True)
class Measure:
    """A number or a range of numbers, before its unit is known."""

    number: Number
    first: Number
    ends: tuple[float, float] | None = None


def ranges(numbers: tuple[Number, ...], tokens: tuple[Token, ...], text: str) -> list[Measure]:
    """Numbers, with those that are two ends of one range put together; the edge of a cell parts them.

    >>> from tanik.facts.numbers.figures import Style
    >>> from tanik.facts.numbers.read import read_numbers
    >>> from tanik.facts.numbers.tokens import cut
    >>> text = "kırk elli ev, beş altı yüz kişi"
    >>> tokens = cut(text)
    >>> [one.ends for one in ranges(read_numbers(tokens, text, Style(",", shown=False)), tokens, text)]
    [(40.0, 50.0), (500.0, 600.0)]
    """
    found: list[Measure] = []
    index = 0
    while index < len(numbers):
        one = numbers[index]
        two = numbers[index + 1] if index + 1 < len(numbers) else None
        apart = two is None or "\t" in text[one.end : two.start] or "|" in text[one.end : two.start]
        ends = _ends(one, two, tokens) if two is not None and not apart else None
        if two is not None and ends is not None:
            found.append(Measure(two, one, ends))
            index += 2
        else:
            found.append(Measure(one, one))
            index += 1
    return found


def _ends(one: Number, two: Number, tokens: tuple[Token, ...]) -> tuple[float, float] | None:
    """The ends of the range that two numbers in a row make, or None."""
    gap = tokens[one.last : two.first]
    joined = not gap or (len(gap) == 1 and gap[0].form in (*_RANGE_WORDS, ","))
    joined = joined and not _goes_further(two, tokens)
    if one.ending != "plain" or two.ending == "ordinal" or not joined:
        return None
    if not gap and (crossed := _crossed(one, two)) is not None:
        return crossed
    if not gap and one.value < 10 and two.written == "words" and two.value in _HUNDREDS:
        one = replace(one, value=one.value * 100)  # "beş altı yüz kişi"
    low = one.value * two.unit_step if one.unit_step == 1 < two.unit_step and one.value < 1000 else one.value
    if gap and gap[0].form == "," and not _said_in_one(two, tokens):
        return None
    if not gap or gap[0].form == ",":
        close = one.written == two.written == "words" and two.unit_step in (one.unit_step, 1, 1000)
        return (low, two.value) if close and low < two.value <= low * 2 and _small(one, two) else None
    parted = gap[0].form == "ile" and not _arasi(two, tokens)
    parted = parted or (gap[0].form == "and" and not between(one, tokens))
    return (low, two.value) if low < two.value and not parted else None


def _crossed(one: Number, two: Number) -> tuple[float, float] | None:
    """``yüz iki yüz kişi``, ``bin iki bin lira``: one to two hundred, read as a hundred and two before a hundred."""
    times = one.value - two.value
    powers = one.written == two.written == "words" and two.value in (100, 1000)
    return (two.value, times * two.value) if powers and times in (2, 3) else None


def _goes_further(two: Number, tokens: tuple[Token, ...]) -> bool:
    """``40-44-48 akçe``: a third number behind another dash, so that no two of them are the ends of a range."""
    behind = tokens[two.last : two.last + 2]
    return len(behind) == 2 and behind[0].form == "-" and behind[1].kind == FIGURE


def _said_in_one(two: Number, tokens: tuple[Token, ...]) -> bool:
    """``beş, altı seneden beri``: the comma stands in a range when a unit follows, and no list goes on."""
    return noun_at(tokens, two.last) is not None


def _small(one: Number, two: Number) -> bool:
    """``beş altı``, ``üç dört bin``, ``üç beş yüz``, ``beş on``: near numbers, said for "a few"."""
    step = max(two.unit_step, 1)
    low = one.value / one.unit_step if one.unit_step == two.unit_step else one.value
    high = two.value / step
    if low >= _TEN and low % _TEN == high % _TEN == 0 and high < 100 * _TEN:
        hundreds = low % 100 == high % 100 == 0
        return high - low == _TEN or (hundreds and high - low <= 200)  # "kırk elli", "beş altı yüz"
    return high <= 20 and (0 < high - low <= 2 or (low, high) in _ROUND_PAIRS)


def _arasi(two: Number, tokens: tuple[Token, ...]) -> bool:
    return any(token.form.startswith("aras") for token in tokens[two.last : two.last + 3])


def between(one: Number, tokens: tuple[Token, ...]) -> bool:
    """Whether "between" or "from" leads in a range that begins with `one`."""
    return one.first > 0 and tokens[one.first - 1].form in _BETWEEN
