"""Numbers changed, and numbers written another way, for the bench of adversarial changes.

Comes in: the texts. Goes out: makers of cases by the name of the change. A number is known by its writing alone
(figures, words, thousands with points, ordinals, per cent, months, Roman figures); what it is in words is put together
here and not asked of the program's tables.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from adversarial_draw import Case, Draw, Maker, Texts, bare, case, exchange, put

_ONES = ["sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz"]
_TENS = ["", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan"]
_NUMBER_WORDS = frozenset([*_ONES, *_TENS[1:], "yüz", "bin", "milyon", "milyar", "buçuk", "yarım"])
_LONG_NUMBERS = tuple(word for word in _NUMBER_WORDS if len(word) > 2)
# Words that are also something else: under, seven and ate, a ten and he, a thousand and mount.
_DOUBTFUL = frozenset({"bir", "yedi", "altı", "on", "bin", "yüz", "kırk"})
_ORDINALS = [
    "",
    "birinci",
    "ikinci",
    "üçüncü",
    "dördüncü",
    "beşinci",
    "altıncı",
    "yedinci",
    "sekizinci",
    "dokuzuncu",
    "onuncu",
]
_SUFFIXES = ["", "inci", "nci", "üncü", "üncü", "inci", "ncı", "nci", "inci", "uncu", "uncu"]
_MONTHS = [
    "Ocak",
    "Şubat",
    "Mart",
    "Nisan",
    "Mayıs",
    "Haziran",
    "Temmuz",
    "Ağustos",
    "Eylül",
    "Ekim",
    "Kasım",
    "Aralık",
]
_ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
_FRACTIONS = {
    "yarısı": ["üçte biri", "dörtte üçü"],
    "yarısını": ["üçte birini", "çeyreğini"],
    "yarım": ["çeyrek", "bir buçuk"],
    "sülüsü": ["rubu", "nısfı"],
    "nısfı": ["rubu", "sülüsü"],
    "rub": ["nısıf"],
    "çeyrek": ["yarım"],
}
_SCALE = {"bin": ["milyon", "yüz"], "milyon": ["bin", "milyar"], "milyar": ["milyon"], "yüzlerce": ["binlerce"]}
_SCALE |= {"binlerce": ["yüzlerce", "milyonlarca"], "milyonlarca": ["binlerce"], "onlarca": ["yüzlerce"]}
Changed = tuple[str, bool]


def in_words(number: int) -> str:
    """A whole number under a thousand million in words.

    >>> in_words(1919)
    'bin dokuz yüz on dokuz'
    """
    for size, name in ((1_000_000, "milyon"), (1000, "bin"), (100, "yüz")):
        if number >= size:
            many, rest = divmod(number, size)
            head = name if many == 1 and size <= 1000 else f"{in_words(many)} {name}"
            return f"{head} {in_words(rest)}" if rest else head
    if number >= 10:
        return f"{_TENS[number // 10]} {_ONES[number % 10]}" if number % 10 else _TENS[number // 10]
    return _ONES[number]


def _other(rng: random.Random, number: int) -> int:
    near = (number + 1, number + 2, number - 1, number + 10, number * 10, number + 100, number + rng.randrange(3, 60))
    return rng.choice([n for n in near if n > 0 and n != number])


def _stands_alone(words: list[str], at: int) -> bool:
    """Whether no neighbour belongs to the number."""
    beside = [bare(word).lower() for word in words[max(0, at - 1) : at] + words[at + 1 : at + 2]]
    return not any(word in _NUMBER_WORDS or word.startswith(_LONG_NUMBERS) or word[:1].isdigit() for word in beside)


def _figures(pattern: str, change: Callable[[random.Random, str], Changed | None], where: str = "in") -> Maker:
    """A maker of cases in which figures that match a pattern are written otherwise; whether it is the same number."""

    def make(draw: Draw) -> Case | None:
        found = draw.around(draw.matching(lambda word: re.fullmatch(pattern, word) is not None), where)
        if found is None or not _stands_alone(found[1], found[2]):
            return None
        source, words, at = found
        old = bare(words[at])
        changed = change(draw.rng, old)
        if changed is None:
            return None
        new, same = changed
        text = [*words[:at], put(words[at], new), *words[at + 1 :]]
        if same:
            return case(draw, text, source, "verbatim variant")
        return case(draw, text, source, "altered", named="number", changed=new, original=old)

    return make


def _rumi_year(draw: Draw) -> Case | None:
    """A Rumi year as the Gregorian one."""
    found = draw.around(draw.matching(lambda word: re.fullmatch(r"1?3[0-3]\d", word) is not None))
    if found is None or not _stands_alone(found[1], found[2]):
        return None
    source, words, at = found
    old = bare(words[at])
    new = str(int(old) % 1000 + 1584)
    text = [*words[:at], put(words[at], new), *words[at + 1 :]]
    return case(draw, text, source, "modernised variant", named="modernised", changed=new, original=old)


def _words(wanted: list[str], change: Callable[[random.Random, str], Changed], named: str = "number") -> Maker:
    """The same for numbers in words that stand alone."""

    def make(draw: Draw) -> Case | None:
        found = draw.around(wanted)
        if found is None or not _stands_alone(found[1], found[2]):
            return None
        source, words, at = found
        old = bare(words[at])
        new, same = change(draw.rng, old)
        text = [*words[:at], put(words[at], new), *words[at + 1 :]]
        if same:
            return case(draw, text, source, "verbatim variant")
        return case(draw, text, source, "altered", named=named, changed=new, original=old)

    return make


def _ordinal_figures(rng: random.Random, number: int) -> str:
    suffix = _SUFFIXES[number]
    return rng.choice([f"{number}'{suffix}", f"{number}’{suffix}", f"{number}{suffix}", f"{number}."])


def _same_ordinal(rng: random.Random, old: str) -> Changed:
    return _ordinal_figures(rng, _ORDINALS.index(old)), True


def _other_ordinal(rng: random.Random, old: str) -> Changed:
    number = rng.choice([n for n in range(1, 11) if n != _ORDINALS.index(old)])
    return rng.choice([_ORDINALS[number], _ordinal_figures(rng, number)]), False


def _thousands(rng: random.Random, old: str) -> Changed:
    return old.replace(".", rng.choice([" ", "", "\u00a0", ","])), True


def _other_thousands(rng: random.Random, old: str) -> Changed:
    head, tail = old.split(".", 1)
    return rng.choice([f"{int(head) + 3}.{tail}", old.replace(".", "")[:-1], f"{old}.000"]), False


def _one_by_one(wanted: list[str]) -> dict[str, list[str]]:
    return {word: [other for other in wanted if other != word] for word in wanted}


def _percent(draw: Draw) -> Case | None:
    """Another number behind ``yüzde``."""
    found = draw.around(["yüzde", "Yüzde"])
    if found is None:
        return None
    source, words, at = found
    old, new = bare(words[at + 1]), draw.rng.choice(["13", "47", "61", "otuz", "yetmiş"])
    if new == old or not _stands_alone(["", *words[at + 1 :]], 1) or not (old.isdigit() or old in _NUMBER_WORDS):
        return None
    text = [*words[: at + 1], put(words[at + 1], new), *words[at + 2 :]]
    return case(draw, text, source, "altered", named="number", changed=new)


def _percent_sign(draw: Draw) -> Case | None:
    """``yüzde 40`` and ``yüzde kırk`` as ``%40``: the same."""
    found = draw.around(["yüzde", "Yüzde"])
    if found is None:
        return None
    source, words, at = found
    number = next((n for n in range(1, 100) if bare(words[at + 1]) in (str(n), in_words(n))), None)
    if number is None or not _stands_alone(words, at + 1):
        return None
    return case(
        draw, [*words[:at], f"%{put(words[at + 1], str(number))}", *words[at + 2 :]], source, "verbatim variant"
    )


def _put_in(draw: Draw) -> Case | None:
    """A number where none stood."""
    source, words = draw.stretch()
    at, new = draw.rng.randrange(1, draw.size), str(draw.rng.choice([3, 12, 40, 250]))
    if any(char.isdigit() for char in words[at - 1] + words[at]) or bare(words[at]) in _NUMBER_WORDS:
        return None
    return case(draw, [*words[:at], new, *words[at:]], source, "altered", named="number addition", changed=new)


def makers(texts: Texts) -> dict[str, Maker]:
    """The makers by the name of the change."""
    small, year, points = r"\d{1,4}", r"1[89]\d\d", r"\d{1,3}(?:\.\d{3})+"
    plain = [
        word for word in texts.places if word in _NUMBER_WORDS - _DOUBTFUL - {"buçuk", "yarım", "milyon", "milyar"}
    ]
    values = {in_words(n): n for n in (*range(2, 10), *range(20, 91, 10))}
    others = ["iki", "üç", "dört", "beş", "sekiz", "dokuz", "yirmi", "elli", "yüz"]
    ordinals = _ORDINALS[1:]

    def other_figures(rng: random.Random, old: str) -> Changed:
        return str(_other(rng, int(old))), False

    def other_word(rng: random.Random, old: str) -> Changed:
        return rng.choice([word for word in others if word != old]), False

    def word_to_other_figures(rng: random.Random, old: str) -> Changed:
        return str(rng.choice([n for n in (2, 3, 4, 5, 8, 9, 20, 40, 50, 100) if in_words(n) != old])), False

    made: dict[str, Maker] = {
        f"figures, {where}": _figures(small, other_figures, where) for where in ("in", "first", "last")
    }
    return made | {
        "figures to words, same": _figures(small, lambda _, old: (in_words(int(old)), True)),
        "figures to words, other": _figures(small, lambda rng, old: (in_words(_other(rng, int(old))), False)),
        "year": _figures(year, lambda rng, old: (str(int(old) + rng.choice([1, -1, 2, 3, 10, -10, 7])), False)),
        "year to words, same": _figures(year, lambda _, old: (in_words(int(old)), True)),
        "Rumi year": _rumi_year,
        "thousands, same": _figures(points, _thousands),
        "thousands to bin, same": _figures(r"\d{1,3}\.000", lambda _, old: (f"{old[:-4]} bin", True)),
        "thousands to words, same": _figures(points, lambda _, old: (in_words(int(old.replace(".", ""))), True)),
        "thousands, other": _figures(points, _other_thousands),
        "ordinal, same": _words(ordinals, _same_ordinal),
        "ordinal, other": _words(ordinals, _other_ordinal),
        "word, other": _words(plain, other_word),
        "word to figures, other": _words(plain, word_to_other_figures),
        "word to figures, same": _words([w for w in plain if w in values], lambda _, old: (str(values[old]), True)),
        "scale": exchange({k: v for k, v in _SCALE.items() if k in texts.places}, "number"),
        "fraction": exchange({k: v for k, v in _FRACTIONS.items() if k in texts.places}, "number"),
        "Roman": exchange(_one_by_one([r for r in _ROMAN if r in texts.places]), "number"),
        "month": exchange(_one_by_one(_MONTHS), "number name wording"),
        "percent, other": _percent,
        "percent sign, same": _percent_sign,
        "number put in": _put_in,
    }
