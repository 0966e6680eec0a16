"""The words of the dossier in the reader's language.

Comes in: a key of ``data/words.toml``. Goes out: a phrase in Turkish or English. All phrases stand in tables so that a
translator needs no code.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from tanik.core.fold import lower_turkish
from tanik.core.harmony import VOWELS, fitting, last_word_of
from tanik.core.rows import Rows
from tanik.errors import UsageError

__all__ = ["LANGUAGES", "filled", "from_words", "has", "in_the_years", "number", "of_number", "say", "table"]

LANGUAGES = ("tr", "en")
# The large tables, where every row stands under a header of its own.
_BY_ROW = frozenset(("words.toml", "findings.toml"))
# Borrowed words whose endings are front though their last vowel is back (TDK Yazım Kılavuzu, düzeltme işareti).
_FRONT = frozenset(("saat", "harf", "petrol", "alkol", "rol", "hal", "kontrol", "ampul"))


@cache
def table(name: str) -> Mapping[str, Mapping[str, str]]:
    """The rows of ``data/<name>``, dotted keys flat; no rows where there is no such file.

    >>> table("words.toml")["status.absent"]["en"]
    'not found'
    """
    place = resources.files("tanik.dossier").joinpath("data", name)
    if not place.is_file():
        return {}
    written = place.read_text(encoding="utf-8")
    return Rows(written) if name in _BY_ROW else dict(_flat(tomllib.loads(written), ""))


def _flat(table: Mapping[str, object], prefix: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    texts = {key: value for key, value in table.items() if isinstance(value, str)}
    if texts:
        yield prefix, texts
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}.{key}" if prefix else key)


def has(key: str) -> bool:
    """Whether the tables have words for `key`.

    >>> has("status.absent"), has("status.lost")
    (True, False)
    """
    return key in table("words.toml")


def say(key: str, lang: str, /, **details: object) -> str:
    """The words for `key`, with `details` filled in; a number `n` also chooses singular or plural.

    A key may end in ``:column`` to ask for another column of the row than the language's own. Raises ``UsageError``
    for a language without words; ``KeyError`` for a key that no table has, which is a fault of the caller.

    >>> say("summary.findings", "en", n=1), say("summary.findings", "tr", n=4)
    ('1 finding', '4 bulgu')
    """
    if lang not in LANGUAGES:
        raise UsageError(f"there are no words for the language {lang!r}; ask for one of {', '.join(LANGUAGES)}")
    name, _, column = key.partition(":")
    row = table("words.toml")[name]
    if column:
        return row[column.format(lang=lang)].format(**details)
    return filled(row, lang, details)


def filled(row: Mapping[str, str], lang: str, details: Mapping[str, object]) -> str:
    """The words of a row of any table with `details` filled in; a number `n` also chooses singular or plural.

    >>> filled({"en": "{n} copies", "en_one": "{n} copy"}, "en", {"n": 1})
    '1 copy'
    """
    n = details.get("n")
    if isinstance(n, int):
        single = row.get(f"{lang}_one") if n == 1 else None
        return (single or row[lang]).format(**{**details, "n": number(n, lang)})
    return row[lang].format(**details) if details else row[lang]


def number(value: float, lang: str, digits: int | None = None) -> str:
    """`value` in the notation of the language; `digits` after the point, or as many as it has (at most six).

    >>> number(9000, "tr"), number(0.972, "tr", 2), number(9000.5, "en")
    ('9.000', '0,97', '9,000.5')
    """
    text = f"{value:,.{6 if digits is None else digits}f}"
    if digits is None:
        text = text.rstrip("0").rstrip(".")
    return text if lang == "en" else text.translate(str.maketrans(",.", ".,"))


def of_number(value: int) -> str:
    """`value` with the Turkish suffix "of them": by the last word of the number as it is read.

    >>> [of_number(n) for n in (1, 2, 3, 6, 9, 10, 40, 100, 2000, 10**9)]
    ['1’i', '2’si', '3’ü', '6’sı', '9’u', '10’u', '40’ı', '100’ü', '2.000’i', '1.000.000.000’ı']
    """
    return f"{number(value, 'tr')}’{fitting(last_word_of(value), '(s)I')}"


def from_words(words: str) -> str:
    """Turkish words with the ending "from" (-dan, -den, -tan, -ten) on the last, after its last vowel and letter.

    Source: TDK Yazım Kılavuzu (büyük ünlü uyumu; ünsüz benzeşmesi). What has no vowel to go by stays as it is.

    >>> [from_words(unit) for unit in ("ton", "kişi", "sandık", "top", "saat", "çift")]
    ['tondan', 'kişiden', 'sandıktan', 'toptan', 'saatten', 'çiftten']
    """
    letters = lower_turkish(words.rpartition(" ")[2])
    if VOWELS.isdisjoint(letters) or not letters[-1].isalpha():
        return words
    hard = letters[-1] in "fstkçşhp"
    return f"{words}{'t' if hard else 'd'}{fitting('e' if letters in _FRONT else letters, 'An')}"


def in_the_years(year: int) -> str:
    """A decade as Turkish says it, by its last word as it is read: "1920'li yıllar".

    >>> in_the_years(1920), in_the_years(1910), in_the_years(1860), in_the_years(1900)
    ('1920’li yıllar', '1910’lu yıllar', '1860’lı yıllar', '1900’lü yıllar')
    """
    return f"{year}’{fitting(last_word_of(year), 'lI')} yıllar"
