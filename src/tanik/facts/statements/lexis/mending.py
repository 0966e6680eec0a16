"""Turkish letters that a page lost on its way, read back for the grammar alone.

Comes in: a page's text. Goes out: whether it is damaged and how, and a word's likely letters. Old pages were stored
in the wrong code page: "ı ş ğ" became "› fl ¤" (a Turkish Macintosh font read as Western) or "?" (a code page that
lacks them). The page's text and all offsets stay as they are; only the form that verbs and endings are looked up
under is mended, and of several candidates the one that the dictionary knows is taken.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import Final

from tanik.core.morph import readings
from tanik.facts.names.letters import Damage, as_meant, damage_of, text_as_meant

__all__ = ["Damage", "as_meant", "damage_of", "mended", "shown"]

_INNER: Final = re.compile(
    r"(?<=[^\W\d_?])\?(?=[^\W\d_?.,;:]|\s+[a-zçğıöşü])|(?<=[^\W\d_])\?(?=[.,;:])"
    r"|(?<=[^\W\d_]\?)\?(?=[^\W\d_])|(?<=\s)\?(?=[a-zçğıöşü])"
)
# a question mark ends a sentence, so that letters right behind it are a suffix whose apostrophe was lost: "Ankara?ya"
_APOSTROPHE: Final = re.compile(r"(?<=\w)\?(?=[a-zçğıöşü])")
_CANDIDATES: Final = ("ı", "ş", "ğ", "i")
_MOST: Final = 4


def shown(sentence: str, damage: Damage) -> str:
    """The sentence with letters where signs stand for them, each offset kept: words can be told apart again."""
    meant = text_as_meant(sentence, damage)
    if damage is Damage.MAC:
        return _APOSTROPHE.sub("'", meant)
    return _INNER.sub("ı", meant) if damage is Damage.LOST else meant


@lru_cache(maxsize=4096)
def mended(written: str, damage: Damage) -> str:
    """A word's likely letters; the word itself where no candidate is known.

    >>> mended("gönderildi¤i", Damage.MAC), mended("kurulmufltur", Damage.MAC), mended("ald?", Damage.LOST)
    ('gönderildiği', 'kurulmuştur', 'aldı')
    """
    if damage is Damage.LATIN:
        return as_meant(written, damage)
    if damage is Damage.MAC:
        word = _APOSTROPHE.sub("'", as_meant(written, damage))
        soft = word.replace("fl", "ş").replace("fi", "Ş")
        return soft if readings(soft) or not readings(word) else word
    if "?" not in (meant := as_meant(written, damage)):
        return meant
    places = [index for index, char in enumerate(written) if char == "?"]
    if damage is Damage.NONE or not places or len(places) > _MOST:
        return written
    for letters in product(_CANDIDATES, repeat=len(places)):
        signs = list(written)
        for index, letter in zip(places, letters, strict=True):
            signs[index] = letter
        if readings("".join(signs)):
            return "".join(signs)
    return written.replace("?", "ı")
