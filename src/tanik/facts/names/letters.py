"""Letters that a page lost on its way, read back by the words of the tables.

Comes in: a page's text. Goes out: how it was damaged, and what a damaged word was: the same text, letter for letter,
for those who look for names, and single words for the values of names and roles. Three accidents are known: Turkish
read as Western Latin-1 (``ý þ ð`` for ``ı ş ğ``, ISO 8859-9 read as 8859-1), a Turkish Macintosh font read as Western
(``› fl ¤``), and a code page that has no such letters (``?``). The first can be undone letter by letter. Of the others
a word is read as the dictionary or the tables of names have it, where just one of their words fits; else it stays as
written, for a wrong letter is worse than a lost one. The page's own text and all offsets stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache
from itertools import product
from typing import Final

from tanik.core.fold import fold, lower_turkish
from tanik.core.morph import readings, split_suffix
from tanik.core.suffixes import read_ending
from tanik.facts.names.tables import given_names
from tanik.facts.tables import rows

__all__ = ["Damage", "as_meant", "damage_of", "text_as_meant"]

_LEAST: Final = 5
_MAC: Final = re.compile(r"[^\W\d_][›¤]|[›¤‹][^\W\d_]")
_LOST: Final = re.compile(r"[^\W\d_]\?[^\W\d_]")
_LATIN: Final = "ýþðÝÞÐ"
_WHOLE: Final = re.compile(r"[ışğŞĞ]")
_FROM_LATIN: Final = str.maketrans("ýþðÝÞÐ", "ışğİŞĞ")
_FROM_MAC: Final = str.maketrans("›‹¤", "ıİğ")
# a "?" is a letter inside a word, before one, and behind one that a small letter or a mark of the sentence follows
_DAMAGED: Final = re.compile(r"(?<![\w?])(?=[^\W\d_]*\?)\?*[^\W\d_]+(?:\?+[^\W\d_]+)*(?:\?(?=[.,;:'’)]|\s+[a-zçöü?]))?")
_LINK: Final = re.compile(r"(?<=[^\W\d_]-)\?(?=\s)")  # the linking vowel of "Divan-? Âli"
_WORD: Final = re.compile(r"[^\W\d_]+")
_APART: Final = re.compile(r"(?<=[^\W_])\?([a-zçğıöşü]{1,7})\b")  # "Kâbil?e": the curly apostrophe of the same font
_FIRST: Final = ("İ", "Ş", "ş", "ı", "Â")
_INNER: Final = ("ı", "ş", "ğ", "â")
_SHORTEST: Final = 3  # letters of a name
_MOST: Final = 5  # letters of one word


class Damage(StrEnum):
    """What befell the letters."""

    NONE = "none"
    MAC = "mac"
    LOST = "lost"
    LATIN = "latin"


def damage_of(text: str) -> Damage:
    """How a page's Turkish letters were damaged.

    >>> str(damage_of("k›l›ç ald›, yaz›ld›, bas›ld›")), str(damage_of("kýlýç aldý, yazýldý"))
    ('mac', 'latin')
    """
    # most pages do not even have so many of the signs
    if sum(map(text.count, "›¤‹")) >= _LEAST and len(_MAC.findall(text)) >= _LEAST:
        return Damage.MAC
    if text.count("?") >= _LEAST and len(_LOST.findall(text)) >= _LEAST:
        return Damage.LOST
    return Damage.LATIN if sum(map(text.count, _LATIN)) >= _LEAST and not _WHOLE.search(text) else Damage.NONE


@cache
def _words() -> frozenset[str]:
    """The words of all names that the tables know, in small letters."""
    forms = [row["form"] for row in rows("given_names.csv")]
    for table in ("people.csv", "places.csv", "organisations.csv", "events.csv"):
        forms += [f"{row['name']} {row['aliases']}" for row in rows(table)]
    return frozenset(lower_turkish(word) for form in forms for word in _WORD.findall(form))


def _is_name_word(word: str) -> bool:
    small = lower_turkish(word)
    if small in _words():
        return True
    form = split_suffix(word, known=lambda stem: lower_turkish(stem) in _words())
    return bool(form.suffix) and lower_turkish(form.stem) in _words()


def _tried(word: str) -> Iterator[str]:
    """The word with each lost letter put back in every way."""
    places = [index for index, char in enumerate(word) if char == "?"]
    if 0 < len(places) <= _MOST:
        for letters in product(*(_INNER if place else _FIRST for place in places)):
            signs = list(word)
            for place, letter in zip(places, letters, strict=True):
                signs[place] = letter
            yield "".join(signs)


@lru_cache(maxsize=4096)
def _known(word: str) -> tuple[str, ...]:
    """What a word with lost letters may have been, small letters and capitals aside: the tables' names first."""
    found: dict[str, str] = {}
    tried = tuple(_tried(word))
    capital = word[:1].isupper() or word.startswith("?")
    for one in tried:
        if capital and one[:1].isupper() and _is_name_word(one):
            found.setdefault(lower_turkish(one), one)
    if not found:
        for one in sorted(tried, key=lambda form: form[:1].isupper()):
            if readings(one):
                found.setdefault(lower_turkish(one), one)
    return tuple(found.values())


@lru_cache(maxsize=4096)
def as_meant(word: str, damage: Damage) -> str:
    """A damaged word as it was meant, where one reading is possible; else as it is written.

    >>> as_meant("?hsan", Damage.LOST), as_meant("Pa?a", Damage.LOST), as_meant("Qr?t", Damage.LOST)
    ('İhsan', 'Paşa', 'Qr?t')
    >>> as_meant("Pafla", Damage.MAC), as_meant("fiükrü", Damage.MAC), as_meant("Flender", Damage.MAC)
    ('Paşa', 'Şükrü', 'Flender')
    >>> as_meant("Boðazlar", Damage.LATIN)
    'Boğazlar'
    """
    if damage is Damage.LATIN:
        return word.translate(_FROM_LATIN)
    if damage is Damage.MAC:
        shown = word.translate(_FROM_MAC)
        soft = shown.replace("fl", "ş").replace("fi", "Ş" if shown.startswith("fi") else "fi")
        named = (
            soft[:1].isupper() and _is_name_word(soft) and not _is_name_word(shown)
        )  # "Pafla" is a word, "Paşa" a name
        return soft if named or (_is_word(soft) and not _is_word(shown)) else shown
    found = _known(word) if damage is Damage.LOST and "?" in word else ()
    return found[0] if len(found) == 1 else word


def _is_word(word: str) -> bool:
    return bool(readings(word)) or _is_name_word(word)


def _without_apostrophe(word: str) -> str | None:
    """A word whose "?" is a lost apostrophe: a known word or name before it, a case ending behind it."""
    at = word.rfind("?")
    head, tail = word[:at], word[at + 1 :]
    if at < _SHORTEST or not tail.islower() or read_ending(tail) is None:
        return None
    meant = as_meant(head, Damage.LOST)
    return f"{meant}'{tail}" if meant[:1].isupper() and "?" not in meant and _is_word(meant) else None


def text_as_meant(text: str, damage: Damage) -> str:
    """The text with its letters read back, each in its own place: as long as it was.

    >>> text_as_meant("?hsan Bey Ankara?dan geldi mi?", Damage.LOST)
    "İhsan Bey Ankara'dan geldi mi?"
    """
    if damage is Damage.LATIN:
        return text.translate(_FROM_LATIN)
    if damage is Damage.MAC:
        return _APART.sub(_apart, text.translate(_FROM_MAC))
    return _DAMAGED.sub(_read_back, _LINK.sub("ı", text)) if damage is Damage.LOST else text


def _apart(match: re.Match[str]) -> str:
    """The apostrophe before a case ending."""
    return f"'{match[1]}" if read_ending(match[1]) is not None else match.group()


def _read_back(match: re.Match[str]) -> str:
    word = match.group()
    if (apart := _without_apostrophe(word)) is not None and _is_name_word(apart.partition("'")[0]):
        return apart
    meant = as_meant(word, Damage.LOST)
    if "?" in meant:
        return apart or word
    behind = match.string[match.end() : match.end() + 2].lstrip()
    named = fold(meant) in given_names() and behind[:1].isupper()
    return meant[:1].replace("ş", "Ş") + meant[1:] if named else meant
