"""The table of verbs: each row with its compound's words, its stems and what it means.

Comes in: ``data/verbs.csv``. Goes out: the rows of one language by the letters that their verb begins with. A compound
with et- lends its sense to what Turkish puts in et-'s place: olun- in the passive, ettir- where a deed is had done,
buyur- of one who stands above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from tanik.core.fold import lower_turkish
from tanik.core.tables import read_rows
from tanik.facts.statements.lexis.lexicon import fold_word

__all__ = ["APART", "VerbRow", "is_passive_of", "lead_keys", "rows_of"]

# "temeli … atıldı": the lead may stand apart from its verb
APART: Final = "~"
# an action that the contract has no name for: the verb is known, what it says is not told apart
_NONE: Final = "none"
# stems whose last vowel drops before the passive's: "çevrildi", "çağrıldı" (Göksel & Kerslake 2.3)
_DROPPING: Final = {
    "ayır": "ayr",
    "buyur": "buyr",
    "çağır": "çağr",
    "çevir": "çevr",
    "devir": "devr",
    "kavur": "kavr",
    "savur": "savr",
    "sıyır": "sıyr",
}

# the t of a stem of several syllables is d before a vowel: "yaratdı", but "yaradır" (Qurbanov, Müasir Azərbaycan dili)
_SOFT: Final = re.compile(r"[aeıioöuüə].*[^\W\d_]t$")


@dataclass(frozen=True, slots=True)
class VerbRow:
    """One row of the table: `lead` are the words before the light verb, each with its spellings;

    `stems` the verb's stems in small letters, each with its folded form; `lends` the light verbs that stand for its
    own in one form only: "olun-" is the passive of "et-", "ettir-" its causative.
    """

    language: str
    lead: tuple[tuple[str, ...], ...]
    stems: tuple[tuple[str, str], ...]
    action: str | None
    negated: str | None
    needs: tuple[str, ...]
    frame: str
    verb: str
    lends: tuple[tuple[str, str], ...] = ()


@cache
def rows_of(language: str) -> dict[str, tuple[VerbRow, ...]]:
    """The table's rows of one language by the first two folded letters of the verb that is inflected."""
    found: dict[str, list[VerbRow]] = {}
    for row in read_rows("tanik.facts", "verbs.csv"):
        if row["language"] != language:
            continue
        *lead, verb = row["verb"].split()
        stems = tuple(verb.split("|"))
        if language == "az":
            stems = (*stems, *(f"{stem[:-1]}d" for stem in stems if _SOFT.search(stem)))
        stems = (*stems, *(_DROPPING[stem] for stem in stems if stem in _DROPPING and _DROPPING[stem] not in stems))
        entry = VerbRow(
            language,
            tuple(tuple(word.split("|")) for word in lead),
            tuple((lower_turkish(stem), fold_word(stem)) for stem in stems),
            None if row["action"] == _NONE else row["action"],
            row["negated"] or None,
            tuple(row["needs"].split("+")) if row["needs"] else (),
            row["frame"],
            row["verb"],
            _lent(stems, row["action"], language) if lead else (),
        )
        for key in {folded[:2] for _, folded in (*entry.stems, *entry.lends)}:
            found.setdefault(key, []).append(entry)
    return {key: tuple(rows) for key, rows in found.items()}


# a deed that one has done is one's own ("bir okul inşa ettirdi"); what one makes others say or sign is theirs
_HAD_DONE: Final = frozenset(
    ("transfer", "found", "kill", "publish", "move", "abolish", "appoint", "dismiss", "attack", "use", "order")
)


def _lent(stems: Sequence[str], action: str, language: str) -> tuple[tuple[str, str], ...]:
    """The light verbs that a compound with "et-" takes besides its own: eyle-, olun-, and ettir- of what is had done.

    "İrsal edildi", "irsal olundu" and "irsal eylendi" are one passive (Lewis, Turkish Grammar, VIII 41); of one who
    stands above, "tahsis buyurdular" is "tahsis etti" (Redhouse, buyurmak: to deign to do).
    """
    if "et" not in stems:
        return ()
    if language == "az":
        return tuple((stem, stem) for stem in ("ol", *(("etdir",) if action in _HAD_DONE else ())))
    lent = [
        "ol",
        "buyur",
        "buyr",
        *(() if "eyle" in stems else ("eyle",)),
        *(("ettir",) if action in _HAD_DONE else ()),
    ]
    return tuple((stem, stem) for stem in lent)


@lru_cache(maxsize=1 << 12)
def lead_keys(row: VerbRow) -> frozenset[str]:
    """The first two folded letters of the word right before a row's verb, or "" where any may stand there."""
    if not row.lead or row.lead[-1][0].startswith(APART):
        return frozenset(("",))
    return frozenset(fold_word(choice)[:2] for choice in row.lead[-1])


def is_passive_of(row: VerbRow, others: Sequence[VerbRow]) -> bool:
    """Whether a verb that has a row of its own is the passive of one that the word may be, too: "göndəril-".

    Of "seçil-" not: its row tells already that the nominative is who was chosen.

    >>> sent, send = (VerbRow("az", (), ((one, one),), None, None, (), "any", "") for one in ("gonderil", "gonder"))
    >>> is_passive_of(sent, [send]), is_passive_of(send, [sent])
    (True, False)
    """
    stem = row.stems[0][1]
    shorter = {stem.removesuffix(ending) for ending in ("il", "ul", "in", "un") if stem.endswith(ending)}
    return row.action != "appoint" and any(one.stems[0][1] in shorter for one in others)
