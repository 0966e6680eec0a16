"""Which forms the verbs of the English table have, and what each form is.

Comes in: ``verbs_english.csv``, whose rows list forms without saying which is which. Goes out: the row of each form,
which forms are plain or of the present, and the present participles, which the table leaves to the rules of spelling
(Huddleston & Pullum, The Cambridge Grammar of the English Language, 2002, 18.2).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from tanik.core.tables import read_rows
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.words import Word

__all__ = [
    "UNTABLED",
    "Verb",
    "is_ended",
    "participles",
    "past_participles",
    "pasts",
    "plain_forms",
    "present_forms",
    "row_of",
    "verb_at",
    "verb_width",
    "verbs",
]


@dataclass(frozen=True, slots=True)
class Verb:
    """A row: its action, what "to" and "from" bring in, and which places subject and object fill."""

    action: str | None
    to: str
    source: str
    subject: str
    object: str
    reports: bool


_ENDS: Final = frozenset(("end", "close", "halt", "standstill", "conclusion"))
UNTABLED = Verb(None, "recipient", "source", "subject", "object", reports=False)


@cache
def _table() -> tuple[tuple[tuple[str, ...], Verb], ...]:
    """Each row of the table: its forms, and what it says of them."""
    return tuple(
        (
            tuple(row["forms"].split("|")),
            Verb(
                None if row["action"] in ("", "none") else row["action"],
                row["to"],
                row["from"],
                row["subject"] or "subject",
                row["object"] or "object",
                row["reports"] == "yes",
            ),
        )
        for row in read_rows("tanik.facts", "verbs_english.csv")
    )


@cache
def verbs() -> dict[str, Verb]:
    """The rows of the table by each form of their verbs.

    >>> verbs()["handed"].action, verbs()["received"].object
    ('transfer', 'object')
    """
    found = {form: row for forms, row in _table() for form in forms}
    return found | {form: found[base] for form, base in participles().items()}


def row_of(form: str) -> Verb:
    """The row of a form; of a verb that the table lacks one without an action."""
    return verbs().get(form, UNTABLED)


def verb_width(words: Sequence[Word], index: int) -> int:
    """How many words the verb at `index` has: two of a phrasal one ("set up", "took place"), else one.

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> words = [plain_word(word) for word in "was set up in Kars".split()]
    >>> verb_width(words, 1), verb_width(words, 4)
    (2, 1)
    """
    if index + 1 >= len(words):
        return 1
    after = words[index + 1].lower
    passive = index > 0 and words[index - 1].lower in ("was", "were", "been", "being", "be", "is", "are")
    caused = after == "to" and passive  # "were led to Kars": one is led, nothing is caused
    return 2 if f"{words[index].lower} {after}" in verbs() and not caused else 1


def verb_at(words: Sequence[Word], index: int) -> Verb:
    """The row of the verb at `index`, its particle taken in."""
    return row_of(" ".join(word.lower for word in words[index : index + verb_width(words, index)]))


def is_ended(words: Sequence[Word], verb: int, end: int) -> bool:
    """Whether a verb of moving ends something: "brought the war to an end", "came to a close" (OED, end n., close n.).

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> words = [plain_word(word) for word in "the war came to an end in Kars".split()]
    >>> is_ended(words, 2, 8), is_ended(words[:4], 2, 4)
    (True, False)
    """
    if words[verb].lower not in ("bring", "brings", "brought", "come", "comes", "came", "put", "drew"):
        return False
    near = range(verb + 1, min(end, len(words)) - 2)
    at = next((at for at in near if words[at].lower == "to"), None)
    return at is not None and words[at + 1].lower in ("a", "an", "its") and words[at + 2].lower in _ENDS


@cache
def plain_forms() -> frozenset[str]:
    """The plain form of each verb: what takes -s or -ed in its own row.

    >>> {"supply", "ship", "bring"} <= plain_forms(), "shot" in plain_forms()
    (True, False)
    """
    return frozenset(form for forms, _ in _table() for form in forms if _inflected(form) & {*forms})


def _inflected(plain: str) -> set[str]:
    """How a plain form is spelled with -s and -ed."""
    found = {f"{plain}{ending}" for ending in ("s", "es", "ed", "d")} | {f"{plain}{plain[-1]}ed"}
    return found | {f"{plain[:-1]}{ending}" for ending in ("ies", "ied") if plain.endswith("y")}


@cache
def present_forms() -> frozenset[str]:
    """The plain forms and those in -s: what stands behind "did", and tells of no past by itself."""
    return plain_forms() | {form for forms, _ in _table() for form in forms if form.endswith("s")}


@cache
def pasts() -> dict[str, str]:
    """The past of each present form of the table: what its row lists behind it.

    >>> pasts()["leaves"], pasts()["occupy"], pasts()["give"]
    ('left', 'occupied', 'gave')
    """
    found: dict[str, str] = {}
    for forms, _ in _table():
        for at, form in enumerate(forms):
            later = next((one for one in forms[at + 1 : at + 3] if one not in present_forms()), None)
            if later is not None and form in present_forms() and not form.endswith("ing"):
                found.setdefault(form, later)
    return found


@cache
def past_participles() -> frozenset[str]:
    """The past participles that are not spelled with -ed, of the table and of verbs that it lacks.

    >>> {"written", "sent", "built", "torn"} <= past_participles(), "went" in past_participles()
    (True, False)
    """
    own = {form for forms, _ in _table() for form in forms} - present_forms()
    found = own | phrases("english_pasts", "english_participles") | {"run"}
    only = {past for past in pasts().values() if any(later in own for later in (f"{past}n", f"{past}en"))}
    return frozenset(found - phrases("english_preterites") - only - {"went", "began", "took", "gave", "saw", "came"})


@cache
def participles() -> dict[str, str]:
    """The present participle of each verb of the table, with its plain form: "sending", "shipping", "taking".

    >>> participles()["shipping"], participles()["taking"]
    ('ship', 'take')
    """
    own = {form for forms, _ in _table() for form in forms}
    doubled = {f"{plain}{plain[-1]}ing": plain for plain in plain_forms()}
    silent = {f"{plain[:-1]}ing": plain for plain in plain_forms() if plain.endswith("e")}
    found = doubled | silent | {f"{plain}ing": plain for plain in plain_forms()}
    return {form: plain for form, plain in found.items() if form not in own}  # "leaving" is a row's own form
