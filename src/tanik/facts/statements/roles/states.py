"""States under all that they are called by: their peoples, their capitals, what is theirs.

Comes in: a role or a word. Goes out: the state that it is or stands for, and whether that is the country that a Turkish
page is told of. "İngilizler para verdi" and "Londra istedi" are told of one state; of "Osmanlı hükümeti" the adjective
names it (Göksel & Kerslake 2005, 7.2.2, 14.4). Taken from ``states.csv`` and ``capitals.csv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from tanik.core.tables import read_rows
from tanik.facts.model import Role
from tanik.facts.statements.lexis.lexicon import fold_word, phrases

__all__ = ["as_nation", "as_state", "is_foreign", "is_home", "is_state", "nation_of", "of_adjective", "of_people"]

_HERE: Final = "Türkiye"
_PLURAL: Final = re.compile(r"(?:l[iu])?l[ae]r$")
_HOME: Final = frozenset(
    fold_word(name)
    for name in (
        "Türkiye",
        "Osmanlı Devleti",
        "Ankara",
        "Ankara Hükûmeti",
        "İstanbul Hükûmeti",
        "Bâbıâli",
        "Türkiye Büyük Millet Meclisi",
        "Türkiye Cumhuriyeti",
        "Hariciye Vekâleti",
    )
)


@cache
def _peoples() -> dict[str, str]:
    """The state of each people, called in the plural: of "ingilizler" it is İngiltere."""
    return {row["people"]: row["state"] for row in read_rows("tanik.facts", "states.csv")}


def of_people(folded: str) -> str | None:
    """The state of a people that stands as an adjective: of "ingiliz" in "İngiliz parası".

    >>> of_people("ingiliz"), of_people("vali")
    ('İngiltere', None)
    """
    found = (_peoples().get(f"{folded}{plural}") for plural in ("lar", "ler"))
    return next((state for state in found if state is not None), None)


def of_adjective(folded: str) -> str | None:
    """The state whose a thing is that is called after it: "türk", "afgan", "sovyet", "bulgar", "osmanlı".

    >>> of_adjective("afgan"), of_adjective("sovyet"), of_adjective("uzun")
    ('Afganistan', 'Sovyetler Birliği', None)
    """
    return _adjectives().get(folded)


@cache
def _adjectives() -> dict[str, str]:
    found = {_PLURAL.sub("", people): state for people, state in _peoples().items()}
    found |= {fold_word(state): state for state in _peoples().values()}
    return found | {
        "turk": _HERE,
        "turkiye": _HERE,
        "osmanli": "Osmanlı Devleti",
        "sovyet": "Sovyetler Birliği",
    }


def is_state(name: str) -> bool:
    """Whether a name is that of a state.

    >>> is_state("Sovyetler Birliği"), is_state("Ulucanlar Kışlası")
    (True, False)
    """
    return name in _peoples().values()


def as_state(role: Role) -> Role:
    """A people that deals or fights, with its state's name: "İngilizler para verdi" is told of İngiltere.

    >>> from tanik.core.span import Span
    >>> as_state(Role(Span(0, 8), "Fransızlar")).name
    'Fransa'
    """
    state = _peoples().get(fold_word(role.text)) if role.name is None else None
    return Role(role.span, role.text, state) if state else role


def as_nation(role: Role, others: Iterable[Role]) -> Role:
    """ "We" of a Turkish text that deals with another state, as Türkiye: "Fransa bize on top verdi".

    >>> from tanik.core.span import Span
    >>> as_nation(Role(Span(7, 11), "bize"), [Role(Span(0, 6), "Fransa", "Fransa")]).name
    'Türkiye'
    """
    if role.name is not None or fold_word(role.text) not in phrases("we"):
        return role
    foreign = any(other.name is not None and is_state(other.name) and other.name != _HERE for other in others)
    return Role(role.span, role.text, _HERE) if foreign else role


def is_home(role: Role) -> bool:
    """Whether a role is the country that a Turkish page is told of, or what stands for it."""
    return role.name is not None and fold_word(role.name) in _HOME


def is_foreign(role: Role) -> bool:
    """Whether a role is another state: itself, its capital, or a body called after its people ("Fransız heyeti")."""
    if role.name is not None:
        return fold_word(role.name) in _foreign()
    words = fold_word(role.text).split()
    return len(words) > 1 and (of_people(words[0]) or _HERE) != _HERE


def nation_of(role: Role) -> str:
    """What a role is called as a party: of a people, a state, a capital or a home government the state it stands for.

    >>> from tanik.core.span import Span
    >>> nation_of(Role(Span(0, 8), "Fransızlar")), nation_of(Role(Span(0, 5), "Paris", "Paris"))
    ('fransa', 'fransa')
    """
    if is_home(role):
        return "turkiye"
    called = fold_word(role.name or role.text)
    return _nations().get(called, called)


@cache
def _nations() -> dict[str, str]:
    peoples = {people: fold_word(state) for people, state in _peoples().items()}
    capitals = {fold_word(row["capital"]): fold_word(row["state"]) for row in read_rows("tanik.facts", "capitals.csv")}
    return {**peoples, **capitals}


@cache
def _foreign() -> frozenset[str]:
    states = {*_peoples().values()} - {_HERE, "Osmanlı Devleti"}
    capitals = {row["capital"] for row in read_rows("tanik.facts", "capitals.csv")}
    return frozenset(map(fold_word, states | capitals))
