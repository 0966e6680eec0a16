"""Turkish, Azerbaijani and Russian names as English spells them: Narimanov, Jemal Pasha, Rasulzadeh, Kiazim.

Comes in: a name of an English page. Goes out: the bearer whose Turkish spelling it writes with English letters.
English had no one spelling for these names: *sh*, *ch*, *kh*, *j* or *dj* stand for ş, ç, h, c, doubled letters tell
nothing, *a* and *e* render one Arabic vowel, and a final *d* or *b* is Ottoman where Turkish has *t* or *p* (ALA-LC
Romanization Tables: Ottoman Turkish, Azerbaijani). Spellings are compared by a key in which these are equal, and only
where one bearer of the tables has that key.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import Final

from tanik.core.fold import fold
from tanik.facts.model import NameKind
from tanik.facts.names.tables import gazetteer, key_of

__all__ = ["bearer_of", "called_alone", "spelling"]

# in this order: three letters before two
_LETTERS: Final = (
    ("dzh", "c"), ("dj", "c"), ("sch", "s"), ("sh", "s"), ("ch", "c"), ("kh", "h"), ("gh", "g"), ("zh", "j"),
    ("ph", "f"), ("th", "t"), ("ck", "k"), ("j", "c"), ("q", "k"), ("w", "v"), ("x", "ks"),
)  # fmt: skip
_PALATAL: Final = re.compile(r"(?<=[kg])[iy](?=[aou])")  # Kiazim, Kiamil: the letter marks how the k is spoken
_VOWELS: Final = re.compile(r"[aeiouy]+")
_CLASSES: Final = {"a": "a", "e": "a", "i": "i", "y": "i", "o": "u", "u": "u"}
_DOUBLED: Final = re.compile(r"(.)\1+")
_SILENT: Final = re.compile(r"(?<=[aeiou])h$")
_FINAL: Final = {"d": "t", "b": "p"}
_KEMAL: Final = "Mustafa Kemal Atatürk"
_KEMALISTS: Final = re.compile(r"\bKemalis[tm]")
_LEAST: Final = 7  # letters of a name of one word that may be told by its spelling alone


def spelling(word: str) -> str:
    """The key of a word in which English spellings of one name are equal.

    >>> [spelling(one) for one in ("Nariman", "Neriman", "Sharif", "Şerif", "Kiazim", "Kâzım", "Rasulzadeh")]
    ['nariman', 'nariman', 'sarif', 'sarif', 'kazim', 'kazim', 'rasulzada']
    """
    form = _SILENT.sub("", fold(word))
    for written, meant in _LETTERS:
        form = form.replace(written, meant)
    form = _PALATAL.sub("", form)
    form = _VOWELS.sub(lambda run: _CLASSES[run[0][0]], form)
    form = _DOUBLED.sub(r"\1", form)
    return form[:-1] + _FINAL.get(form[-1:], form[-1:])


@cache
def _bearers() -> dict[tuple[str, ...], str | None]:
    """Persons of the tables by the key of each form; None where two persons share it."""
    found: dict[tuple[str, ...], str | None] = {}
    for words, entry in gazetteer().items():
        if entry.kind is NameKind.PERSON:
            key = tuple(spelling(word) for word in words)
            found[key] = entry.name if found.get(key, entry.name) == entry.name else None
    return found


def bearer_of(text: str) -> str | None:
    """The person of the tables whose name `text` spells in English; None where none or several fit.

    >>> bearer_of("Jemal Pasha"), bearer_of("Nariman Narimanov"), bearer_of("John Brown")
    ('Cemal Paşa', 'Neriman Nerimanov', None)
    """
    words = key_of(text)
    if len(words) == 1 and len(words[0]) < _LEAST:
        return None
    return _bearers().get(tuple(spelling(word) for word in words))


def called_alone(text: str, title: str, known: Collection[str]) -> dict[str, str]:
    """Whom English calls by one word though others bear it: "Kemal" is Mustafa Kemal.

    So the English of the time had it (Toynbee, The Western Question in Greece and Turkey, 1922); where `text` names him
    or the Kemalists, and its `title` no other Kemal. `known` are the persons of the tables that the page names.

    >>> called_alone("The Kemalists met. Yusuf Kemal and Kemal left.", "The Kemalists", ())
    {'kemal': 'Mustafa Kemal Atatürk'}
    >>> called_alone("Yusuf Kemal and the Kemalists met.", "Yusuf Kemal", ()), called_alone("Kemal left.", "", ())
    ({}, {})
    """
    told = _KEMAL in known or _KEMALISTS.search(text) is not None
    other = re.search(r"\b(?!Mustafa|Gazi|The|Of)[A-ZÇĞİÖŞÜ]\w+ Kem[aâ]l\b", title)
    return {"kemal": _KEMAL} if told and other is None else {}
