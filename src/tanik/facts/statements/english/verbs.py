"""The English verbs of the table, and where in a sentence a word is one.

Comes in: the words of a sentence. Goes out: whether a word stands as a verb there, and its row: the action, what its
prepositions bring in, which places subject and object fill.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from tanik.core.tables import read_rows
from tanik.facts.statements.english.phrases import DETERMINERS, PREPOSITIONS
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.words import Word

__all__ = ["AUXILIARIES", "BE", "NEGATIONS", "Verb", "is_verb", "participles", "verbs"]

BE: Final = frozenset(("was", "were", "is", "are", "been", "be", "being"))
AUXILIARIES: Final = BE | frozenset(
    ("has", "have", "had", "did", "does", "do", "would", "will", "could", "should", "may", "might", "must", "shall")
)
NEGATIONS: Final = frozenset(("not", "never", "no", "didn't", "wasn't", "weren't", "nobody", "none", "neither"))


@dataclass(frozen=True, slots=True)
class Verb:
    """A row: its action, what "to" and "from" bring in, and which places subject and object fill."""

    action: str | None
    to: str
    source: str
    subject: str
    object: str
    reports: bool


@cache
def verbs() -> dict[str, Verb]:
    """The rows of the table by each form of their verbs.

    >>> verbs()["handed"].action, verbs()["received"].object
    ('transfer', 'object')
    """
    found = {
        form: Verb(
            None if row["action"] in ("", "none") else row["action"],
            row["to"],
            row["from"],
            row["subject"] or "subject",
            row["object"] or "object",
            row["reports"] == "yes",
        )
        for row in read_rows("tanik.facts", "verbs_english.csv")
        for form in row["forms"].split("|")
    }
    return found | {form: found[base] for form, base in participles().items()}


@cache
def participles() -> dict[str, str]:
    """The present participle of each verb of the table, with its base: "sending", "shipping", "taking".

    >>> participles()["shipping"], participles()["taking"]
    ('ship', 'take')
    """
    own = {form for row in read_rows("tanik.facts", "verbs_english.csv") for form in row["forms"].split("|")}
    bases = [form for form in _present_forms() if not form.endswith("s") or form.endswith("ss")]
    doubled = {f"{base}{base[-1]}ing": base for base in bases}
    silent = {f"{base[:-1]}ing": base for base in bases if base.endswith("e")}
    found = doubled | silent | {f"{base}ing": base for base in bases}
    return {form: base for form, base in found.items() if form not in own}  # "leaving" is a row's own form


@cache
def _present_forms() -> frozenset[str]:
    return frozenset(
        form
        for row in read_rows("tanik.facts", "verbs_english.csv")
        for form in row["forms"].split("|")
        if form.endswith("s") or {f"{form}{ending}" for ending in ("s", "es", "ed", "d")} & {*row["forms"].split("|")}
    )


def is_verb(words: Sequence[Word], index: int) -> bool:
    """Whether a word is one of the table's verb forms, standing where a verb stands."""
    word = words[index]
    if word.lower not in verbs() or any(fact is not None for fact in (word.name, word.amount, word.date)):
        return False
    if _follows_as_noun(words, index):
        return False
    if word.lower in participles():
        return _is_progressive(words, index)
    before = words[index - 1].lower if index else ""
    after = words[index + 1].lower if index + 1 < len(words) else ""
    if word.lower in _present_forms() and not verbs()[word.lower].reports:
        # what is told of the past stands in the past, or behind "did" and "would"
        near = {one.lower for one in words[max(0, index - 3) : index]}
        if not near & AUXILIARIES:
            return False
    return not (before in PREPOSITIONS and after in PREPOSITIONS)


def _follows_as_noun(words: Sequence[Word], index: int) -> bool:
    """Whether the words around make a noun of a verb's form: "another cable", "at present", "resolving disputes, and".

    Behind a determiner or a preposition stands a noun (H&P 2002, 5.2, 7.1), but for "one had", "those sent".
    """
    form = words[index].lower
    before = words[index - 1].lower if index else ""
    after = words[index + 1].lower if index + 1 < len(words) else ""
    if before in DETERMINERS - {"that", "one", "some", "these", "those", "both", "each"} or before in ("of", "to"):
        return True
    if before == "having":
        return True  # "having sold the mill, he left": the clause is the main verb's adjunct (H&P 2002, 14.9)
    if (form in _present_forms() and before in PREPOSITIONS) or (form.startswith("maintain") and after != "that"):
        return True  # "it maintained an army": a statement is maintained with "that"
    return form in phrases("english_noun_verbs") and (before.endswith("ing") or _stands_bare(after))


def _stands_bare(after: str) -> bool:
    """Whether a noun ends before this word, where a verb of saying would have what is said behind it."""
    return after in (",", ".", ";", "and", "or", "of", "in", "from", "about")


def _is_progressive(words: Sequence[Word], index: int) -> bool:
    """Whether a participle stands behind a form of "be": "were buying arms", "was not sending" (H&P 2002, 3.1.3)."""
    at = index - 1
    while at > 0 and words[at].lower in NEGATIONS | {"then", "still", "already", "also", "now", "at", "present"}:
        at -= 1
    return at >= 0 and words[at].lower in BE - {"be"}
