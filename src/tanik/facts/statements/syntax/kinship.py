"""How the kin of whoever writes are called by everyone else: "dedem" is a grandfather, "babaannemin abisi" her brother.

Comes in: the words with which a writer speaks of someone. Goes out: the same without the first person (Göksel &
Kerslake 2005, 8.1.2): what the writer owns stands bare, what that one owns keeps its owner in the third person.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.morph import readings
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.nouns import genitive_of

__all__ = ["is_kin", "kin_of", "of_third_person", "possessed"]

_VOWELS: Final = "aıoueiöü"
_HARMONY: Final = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "e": "i", "i": "i", "ö": "ü", "ü": "ü"}
_MY: Final = ("m", "im", "um")  # folded
_MINE: Final = re.compile(r"[ıiuü]?m$")
_OF_MINE: Final = re.compile(r"[ıiuü]?m[ıiuü]n$")
_OF_HIS: Final = re.compile(r"s?[iu]n[iu]n$")
_OF_OUR: Final = re.compile(r"[ıiuü]?m[ıiuü]z$")
_TWO: Final = 2


def possessed(noun: str) -> str:
    """A noun with the possessive of the third person, by vowel harmony (Göksel & Kerslake 8.1.2).

    >>> possessed("amca"), possessed("dayı"), possessed("ağabey"), possessed("komşu")
    ('amcası', 'dayısı', 'ağabeyi', 'komşusu')
    """
    last = next((letter for letter in reversed(noun.lower()) if letter in _VOWELS), "e")
    return f"{noun}{'s' if noun[-1:].lower() in _VOWELS else ''}{_HARMONY[last]}"


def is_kin(noun: str) -> bool:
    """Whether a noun without endings is what a writer calls kin of his.

    >>> is_kin("dede"), is_kin("ağabey"), is_kin("vali")
    (True, True, False)
    """
    return any(f"{fold_word(noun)}{ending}" in phrases("kin") for ending in _MY)


def _bare(mine: str) -> str:
    """Kin of the first person as the dictionary has it: "ağabeyim" is "ağabey", "ailemiz" "aile"."""
    small = mine[:1].lower() + mine[1:]
    lemmas = [one.lemma for one in readings(small) if one.marks in (("P1sg",), ("P1pl",)) and one.part == "Noun"]
    known = next((lemma for lemma in lemmas if is_kin(lemma)), None)
    return known or (_OF_OUR if small.endswith("z") else _MINE).sub("", small)


def of_third_person(text: str) -> str:
    """What a writer calls someone, as others would: his own kin bare, and kin of theirs with their owner.

    >>> of_third_person("rahmetli dedem"), of_third_person("Babaannemin abisi"), of_third_person("vali")
    ('dede', 'babaannesinin abisi', 'vali')
    """
    words = text.split()
    if words and fold_word(words[-1]) in phrases("kin"):
        return _bare(words[-1])
    owner = words[-_TWO] if len(words) >= _TWO else ""
    if (of := _OF_MINE.search(owner)) is not None and fold_word(_mine_of(owner, of)) in phrases("kin"):
        return f"{genitive_of(possessed(_bare(_mine_of(owner, of)))).replace(chr(39), '')} {words[-1]}"
    return text


def _mine_of(owner: str, of: re.Match[str]) -> str:
    """The owner without his genitive: "babaannemin" is "babaannem"."""
    return owner[: of.end() - _TWO]


def kin_of(author: str, kin: str) -> str:
    """Kin of the first person by whose they are: "amca" of Nuri is "Nuri'nin amcası"; anyone else stays as he is.

    >>> kin_of("Nuri", "amca"), kin_of("Ege", "babaannesinin abisi"), kin_of("Ege", "vali")
    ("Nuri'nin amcası", "Ege'nin babaannesinin abisi", 'vali')
    """
    if is_kin(kin):
        return f"{genitive_of(author)} {possessed(kin)}"
    owner, *rest = kin.split()
    of = _OF_HIS.search(fold_word(owner)) if len(rest) == 1 else None
    owned = of is not None and is_kin(owner[: of.start()])
    return f"{genitive_of(author)} {kin}" if owned else kin
