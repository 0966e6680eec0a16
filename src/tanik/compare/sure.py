"""Whether a mention can mean nobody but one person of the table.

Comes in: the words of a mention and a person's name. Goes out: yes or no. A given name with an everyday style was many
a man's ("Ali Bey"); a surname alone is one man's where the table has it once.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Final

from tanik.compare.known import lives
from tanik.compare.wordings import plain
from tanik.core.fold import fold

__all__ = ["is_sure_person"]

_STYLES: Final = frozenset(("pasa", "bey", "efendi", "hanim", "aga", "hoca", "pasha", "sultan", "han"))
_TWICE: Final = re.compile(r"(\w)\1")
_EVERYDAY: Final = frozenset(("bey", "efendi", "hanim", "aga", "hoca"))  # Şahin Bey was many a man's name
_VOICED: Final = re.compile(r"[db](?=h|\b)")
_SPOKEN: Final = {"d": "t", "b": "p"}
_SHORTEST_NAME: Final = 5  # letters of a surname that stands for one man


@cache
def _last_names() -> Counter[str]:
    """How many people of the table end in each folded word."""
    return Counter(fold(name).split()[-1] for name in lives())


def is_sure_person(mention: str, name: str) -> bool:
    """Whether a mention can mean nobody but the person called `name`: "Ali Bey" and "Gazi" can.

    >>> is_sure_person("Enver Paşa", "Enver Paşa"), is_sure_person("Refik Bey", "Refik Saydam")
    (True, False)
    >>> is_sure_person("Nerimanov", "Neriman Nerimanov")
    True
    """
    life, said = lives().get(name), plain(mention)
    if life is None or said not in life.forms:
        return False
    words = said.split()
    if _spelt(said) == _spelt(plain(name)):
        return len(words) > 1 and words[-1] not in _EVERYDAY
    if len(words) == 1:
        own = words[0] == plain(name).split()[-1] and _last_names()[words[0]] == 1
        return own or (len(said) > _SHORTEST_NAME and _ends_of_forms().get(said) == {name})
    return len(words) > 2 or words[-1] not in _STYLES


@cache
def _ends_of_forms() -> dict[str, set[str]]:
    """Who bears a form of several words that ends in a word, by that word: "Trotsky" of "Leon Trotsky"."""
    found: dict[str, set[str]] = {}
    for life in lives().values():
        for form in life.forms:
            if " " in form and form.split()[-1] not in _STYLES:
                found.setdefault(form.split()[-1], set()).add(life.name)
    return found


def _spelt(folded: str) -> str:
    """A folded name without what spellings differ in: "Talaat Pasha" is Talat Paşa, "Djemal" Cemal, "Midhat" Mithat.

    A voiced stop at the end of a syllable is written as it is spoken or as it was in Arabic (TDK, Yazım Kılavuzu:
    sert ünsüzler).
    """
    spoken = _VOICED.sub(lambda found: _SPOKEN[found[0]], folded.replace("pasha", "pasa").replace("dj", "c"))
    return _TWICE.sub(r"\1", spoken)
