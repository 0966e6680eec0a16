"""States that deal with one another, under all that they are called by: "Moskova hükümeti" and "Ruslar" are one party.

Comes in: the words, or the name, of who gives or takes. Goes out: the same with the state's own name in place of its
people, its capital, or the adjective made of it (Göksel & Kerslake 2005, 7.2.2, 14.4). A capital is its state only in
deeds that states do: who sets out for a capital goes to a town. So is Ankara the Assembly's government.
Soviet Russia and what it became are one giver here: pages call it by either name for the same years.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from tanik.core.fold import fold
from tanik.core.tables import read_rows

__all__ = ["as_party", "is_state"]

_DEALS: Final = frozenset(("transfer", "promise", "offer", "request", "accept", "use"))
_PLURAL: Final = re.compile(r"(?:l[iu])?l[ae]r$")
_GOVERNED: Final = re.compile(r"h[uü]k[uü]met\w*|devlet\w*|yonetim\w*|government")
_ASSEMBLY: Final = re.compile(r"(?:t\.?b\.?m\.?m\.?|(?:turkiye )?buyuk millet meclisi|ankara)(?: h[uü]k[uü]met\w*)?")
_ANKARA: Final = "Ankara Hükûmeti"
_ONE_STATE: Final = {"Sovyetler Birliği": "Rusya", "Sovyet Rusya": "Rusya"}


@cache
def _states() -> dict[str, str]:
    """The state of each people, of the adjective made of it, and of each state's own name."""
    rows = read_rows("tanik.facts", "states.csv")
    found = {fold(row["people"]): row["state"] for row in rows}
    found |= {_PLURAL.sub("", fold(row["people"])): row["state"] for row in rows}
    found |= {fold(row["state"]): row["state"] for row in rows}
    found |= {"rus": "Rusya", "hint": "Hindistan", "hintli": "Hindistan", "sscb": "Rusya", "sovyet rusya": "Rusya"}
    return {called: _ONE_STATE.get(state, state) for called, state in found.items()}


@cache
def _capitals() -> dict[str, str]:
    return {fold(row["capital"]): row["state"] for row in read_rows("tanik.facts", "capitals.csv")}


def is_state(called: str) -> bool:
    """Whether a name is that of a state.

    >>> is_state("Rusya"), is_state("Batum")
    (True, False)
    """
    return fold(called) in {fold(row["state"]) for row in read_rows("tanik.facts", "states.csv")}


def as_party(called: str, action: str | None) -> str:
    """`called`, with the name of the state that it is or stands for.

    >>> as_party("Moskova hükümeti", "transfer"), as_party("Ruslar", "transfer"), as_party("Moskova", "move")
    ('Rusya', 'Rusya', 'Moskova')
    >>> as_party("TBMM Hükümeti", "transfer"), as_party("Ankara", "move")
    ('Ankara Hükûmeti', 'Ankara')
    >>> as_party("Hint Müslümanları", "transfer"), as_party("Salih Karaca", "transfer")
    ('Hindistan Müslümanları', 'Salih Karaca')
    """
    if action in _DEALS and _ASSEMBLY.fullmatch(fold(called)):
        return _ANKARA
    words = called.split()
    governed = len(words) > 1 and _GOVERNED.fullmatch(fold(words[-1])) is not None
    core = " ".join(words[:-1] if governed else words)
    state = _states().get(fold(core)) or (_capitals().get(fold(core)) if action in _DEALS else None)
    if state is not None:
        return state
    first = _states().get(fold(words[0])) if len(words) > 1 else None
    return " ".join((first, *words[1:])) if first is not None else called
