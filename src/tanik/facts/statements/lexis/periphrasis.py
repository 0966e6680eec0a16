"""Predicates that two verbs make: a deed and the verb that says whether it was done, or who said it.

Comes in: the words of a sentence and its predicates. Goes out: the predicates, with pairs read as what they assert.
"Ödemek zorunda kaldı" and "ödemeyi başardı" say that it was paid, "ödemekten kurtuldu" that it was not: implicative
verbs (Karttunen 1971, Implicative Verbs, Language 47; Göksel & Kerslake 24.4.1). The pairs stand in implicatives.csv.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from tanik.core.tables import read_rows
from tanik.facts.statements.lexis.lexicon import fold_word
from tanik.facts.statements.lexis.predicate import Form, Predicate
from tanik.facts.statements.lexis.words import Word

__all__ = ["FINITE", "RISINGS", "carried_out", "is_as_soon_as", "is_when", "kindred_form", "spoken"]

# "ayaklanmaları" are risings before they are anybody's rising (TDK Türkçe Sözlük)
RISINGS: Final = frozenset(f"ayaklanma{end}{case}" for end in ("sı", "ları") for case in ("", "nı", "na", "nın", "nda"))
FINITE: Final = frozenset(("past", "hearsay", "present", "future", "aorist", "never", "ongoing", "must"))
_JOINING: Final = frozenset(("ama", "ve", "fakat", "ancak", "amma", "lakin"))
_CLOSING: Final = _JOINING | {"de", "da", "mi", "mu", "ki", "ya", "ne", "diye", "deye", "ise"}
_PERFECT: Final = re.compile(r"[iu]b(?:l[ae]r|d[iu]r(?:l[ae]r)?)?$")
_THEY: Final = re.compile(r"(?:yor|[aei]r)l[ae]r$")
_BETWEEN: Final = frozenset(("de", "da", "bile", "dahi", "hic", "asla", "bir"))
_THINGS: Final = ("sey", "olay", "kayit", "kayd", "belge", "haber")
_FARTHEST: Final = 2  # words between a deed and the verb that carries it


@dataclass(frozen=True, slots=True)
class _Implicative:
    """A verb over another: the other's folded `endings`, the words `lead` before its own `stems`, whether it denies."""

    endings: tuple[str, ...]
    lead: tuple[str, ...]
    stems: tuple[str, ...]
    denies: bool


@cache
def _implicatives() -> tuple[_Implicative, ...]:
    return tuple(
        _Implicative(
            tuple(fold_word(one) for one in row["ending"].split("|")),
            tuple(fold_word(one) for one in row["lead"].split("|")) if row["lead"] else (),
            tuple(fold_word(one) for one in row["verb"].split("|")),
            row["asserts"] == "not",
        )
        for row in read_rows("tanik.facts", "implicatives.csv")
    )


def carried_out(words: Sequence[Word], found: Sequence[Predicate]) -> Iterator[Predicate]:
    """The predicates, with a deed and the verb that says whether it was done as one.

    The pair has the deed's sense and voice, and the other verb's tense and place in its sentence.
    """
    skip = False
    for position, one in enumerate(found):
        if skip:
            skip = False
            continue
        outer = found[position + 1] if position + 1 < len(found) else None
        pair = _pair(words, one, outer) if outer is not None else None
        if outer is None or pair is None:
            yield one
            continue
        skip = True
        yield replace(
            outer,
            first=one.first,
            rows=one.rows,
            passive=one.passive,
            negated=one.negated ^ outer.negated ^ pair.denies,
            hearsay=outer.hearsay,
        )


def _pair(words: Sequence[Word], one: Predicate, outer: Predicate) -> _Implicative | None:
    """The implicative that `outer` is of `one`, with nothing but its own words between the two."""
    if not one.rows or all(row.action is None for row in one.rows) or one.form is Form.FINITE:
        return None
    between = [word.folded for word in words[one.last + 1 : outer.last] if word.folded not in _BETWEEN]
    if len(between) > _FARTHEST - 1:
        return None
    deed, verb = words[one.last].folded, words[outer.last].folded
    for row in _implicatives():
        near = between[0] in row.lead if between and row.lead else not between and not row.lead
        if near and verb.startswith(row.stems) and deed.endswith(row.endings):
            return row
    return None


def _is_thing_said(words: Sequence[Word], index: int) -> bool:
    """Whether a clause before "diye" is what a noun names: "… sattı diye bir şey yok" (GK 24.3.2)."""
    return index + 1 < len(words) and words[index].folded == "bir" and words[index + 1].folded.startswith(_THINGS)


def _goes_on_as_said(words: Sequence[Word], found: Sequence[Predicate], position: int) -> bool:
    """Whether what a conjunction goes on with is what people at large say: "köprü yandı ama yenisi yok diyorlar"."""
    if position + 1 >= len(found):
        return False
    told, outer = found[position], found[position + 1]
    saying = any(row.verb.split("|")[0] == "de" for row in outer.rows) and outer.first == told.last + 1
    return saying and told.form is Form.FINITE and _THEY.search(words[outer.last].folded) is not None


def spoken(words: Sequence[Word], found: Sequence[Predicate]) -> Iterator[Predicate]:
    """The predicates, with clauses that are somebody's words made parts of the clause that says so.

    "Gelmeyeceğiz dediler", "geldi diye yazdılar": what stands before "de-" or "diye" is the complement of the next
    verb (Göksel & Kerslake 24.3); before "diye" and no verb of saying it is a reason and no clause of the sentence.
    """
    for position, one in enumerate(found):
        after = words[one.last + 1].folded if one.last + 1 < len(words) else ""
        outer = found[position + 1] if position + 1 < len(found) else None
        if one.form is Form.FINITE and after in _JOINING and _goes_on_as_said(words, found, position + 1):
            yield replace(one, form=Form.NOMINAL, ending="nominal")
            continue
        if outer is None or (after != "diye" and outer.first != one.last + 1):
            yield one
            continue
        if after == "diye" and one.form is Form.FINITE and _is_thing_said(words, one.last + 2):
            yield replace(one, form=Form.NOMINAL, ending="nominal")
            continue
        says = outer.may_say
        quotes = after == "diye" or any(row.verb.split("|")[0] == "de" for row in outer.rows)
        finite = one.form is Form.FINITE or one.ending in FINITE
        if quotes and finite and outer.form is Form.FINITE and (says or after == "diye"):
            yield replace(one, form=Form.NOMINAL if says else Form.CONVERB, ending="nominal" if says else "converb")
        else:
            yield one


def is_when(word: str) -> bool:
    """Whether a folded Azerbaijani participle in the locative says when: "qatar çatanda" (Qurbanov 2003: feli bağlama).

    >>> is_when("catanda"), is_when("gelende"), is_when("gelenden")
    (True, True, False)
    """
    return word.endswith(("anda", "ende"))


def kindred_form(name: str, words: Sequence[Word], index: int) -> tuple[Form, str] | None:
    """The form of an Azerbaijani verb where Turkish has another; None where both agree (Qurbanov 2003: feli bağlama).

    "-ıb" is the converb inside a clause and the perfect at its end; a participle in the locative says when, and one in
    the ablative after when: "elan olunandan sonra".

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> said = [plain_word(word) for word in ("gəlib", "getdi", "gəlib", ".")]
    >>> [form[0].value for at in (0, 2) if (form := kindred_form("converb", said, at))]
    ['converb', 'finite']
    """
    word, after = words[index].folded, words[index + 1] if index + 1 < len(words) else None
    if name == "converb" and _PERFECT.search(word):
        inside = word.endswith("b") and after is not None and not after.is_mark and after.folded not in _CLOSING
        return (Form.CONVERB, "converb") if inside else (Form.FINITE, "hearsay")
    if name != "participle" or after is None:
        return None
    since = word.endswith(("andan", "enden")) and after.folded in ("sonra", "evvel", "kabak", "beri")
    return (Form.TEMPORAL, "temporal") if since or is_when(word) else None


def is_as_soon_as(before: str, word: str) -> bool:
    """Whether a verb stands twice, then denied: "biter bitmez" says as soon as (GK 26.3.16), and denies nothing.

    >>> is_as_soon_as("biter", "bitmez"), is_as_soon_as("eder", "etmez"), is_as_soon_as("gelir", "gitmez")
    (True, True, False)
    """
    stem, said = word[: -len("mez")], before.removesuffix("r")
    stems = {said, said[:-1]} if said[-1:] in tuple("aeiu") else {said}
    twice = said != before and not stems.isdisjoint((stem, f"{stem.removesuffix('t')}d"))
    return word.endswith(("mez", "maz")) and twice
