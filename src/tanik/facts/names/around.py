"""Who a short form is by the words around it: an office right before it, a body that the page names in full.

Comes in: the names of a page, each with what the tables and the page's full names made of it. Goes out: the same, where
"Bahriye Vekili İhsan Bey" is the one İhsan whom the table of terms knows in that office, on the whole page, and where
"Meclis" on a page about Hatay is the assembly that the page names, not the one that the table has for the bare word.
Two who fit are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from tanik.core.fold import fold
from tanik.facts.model import Name, NameKind
from tanik.facts.names.bearers import core_of
from tanik.facts.names.tables import key_of
from tanik.facts.tables import rows

__all__ = ["by_words_around"]

_FAR: Final = 48  # characters of an office before a name
_TWO: Final = 2


def by_words_around(names: Sequence[Name], text: str) -> tuple[Name, ...]:
    """`names` of a page in order, some of them known by what stands around them; nothing is added or left out."""
    told = dict(_by_office(names, text)) | dict(_by_full_name(names))
    return tuple(_called(name, told[name.id]) if name.id in told else name for name in names) if told else tuple(names)


def _called(name: Name, bearer: str) -> Name:
    return replace(name, name=bearer, id=f"{name.kind}:{'-'.join(key_of(bearer))}")


@cache
def _surnames() -> dict[str, str]:
    return {row["name"]: fold(row["surname"]) for row in rows("people.csv")}


@cache
def _holders() -> dict[str, frozenset[str]]:
    """Who held the offices that a folded phrase names, whoever's they were."""
    terms: dict[str, set[str]] = {}
    for row in rows("terms.csv"):
        terms.setdefault(row["post"], set()).add(row["person"])
    found: dict[str, set[str]] = {}
    for row in rows("posts.csv"):
        for form in row["forms"].split(";"):
            found.setdefault(fold(form), set()).update(terms.get(row["post"], ()))
    return {form: frozenset(people) for form, people in found.items()}


@cache
def _lengths() -> tuple[int, ...]:
    """How long the folded phrases of offices are."""
    return tuple(sorted({len(form) for form in _holders()}))


def _held_by(before: str) -> Iterator[str]:
    """Who held an office that folded words end with."""
    for length in _lengths():
        if length <= len(before):
            yield from _holders().get(before[len(before) - length :], ())


def _may_be(core: tuple[str, ...], person: str) -> bool:
    """Whether a short form is this person's: the surname, or all given names where the table knows what they are.

    Of "Ali Kemal" no one can say that "Ali Bey" is he: the second name is no surname.
    """
    full, surname = core_of(person), _surnames().get(person, "")
    given = full[:-1] if surname and full[-1] == surname else ()
    return core == given or (len(core) == 1 and core[0] == full[-1]) or (len(core) > 1 and core == full[-len(core) :])


def _by_office(names: Sequence[Name], text: str) -> Iterator[tuple[str, str]]:
    """The persons whom no table knows by their form, and who in the office before their name it must be."""
    for name in names:
        if name.kind is not NameKind.PERSON or name.name in _surnames():
            continue
        before = fold(text[max(0, name.span.start - _FAR) : name.span.start]).rstrip()
        bare = before[:-1] if before.endswith(("i", "u")) else before  # "Yunan Başbakanı"
        held = {person for one in {before, bare} for person in _held_by(one)}
        core = core_of(name.name)
        fits = {person for person in held if _may_be(core, person)}
        if len(fits) == 1:
            yield name.id, fits.pop()


def _by_full_name(names: Sequence[Name]) -> Iterator[tuple[str, str]]:
    """A body called by its last word alone, which the table has for another: the one body of the page so named."""
    bodies = [name for name in names if name.kind is NameKind.ORGANISATION]
    first: dict[str, Name] = {}  # the first body so headed
    full: dict[str, set[str]] = {}
    for one in bodies:
        for head in _heads(key_of(one.text)):
            first.setdefault(head, one)
            full.setdefault(head, set()).add(one.name)
    for name in bodies:
        word = key_of(name.text)
        if len(word) != 1 or key_of(name.name)[-1:] == word or len(full.get(word[0], ())) != 1:
            continue
        (bearer,) = full[word[0]]
        if name.name != bearer and first[word[0]].span.start < name.span.start:
            yield name.id, bearer


def _heads(words: tuple[str, ...]) -> Iterator[str]:
    """What the last of several words is without a possessive: "meclis" of "Hatay Devleti Millet Meclisi"."""
    for ending in ("i", "u", "si", "su"):
        if len(words) >= _TWO and words[-1].endswith(ending):
            yield words[-1].removesuffix(ending)
