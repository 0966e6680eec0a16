"""The apparatus of a group of copies, as a piece of HTML that any page may hold.

Comes in: a group of copies with its apparatus, the texts of pages and documents, and what to call them. Goes out: the
base text with a numbered mark wherever copies differ, and the readings by copy beneath it. No script is needed; every
character of a copy is escaped by the template after signs that act on their surroundings were made visible.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from tanik.compare.model import CopyApparatus, CopyGroup, CopyVariant
from tanik.core.span import Span
from tanik.dossier.apparatus.words import say_kind
from tanik.dossier.markup import environment
from tanik.dossier.tree import Named, phrase

if TYPE_CHECKING:
    from jinja2 import Environment, Template
    from markupsafe import Markup

__all__ = ["ToldEntry", "ToldGroup", "ToldReading", "apparatus_html", "copies_environment", "tell_group"]


@dataclass(frozen=True, slots=True)
class ToldReading:
    """What some copies read: their sigla, and how it stands to the base text."""

    text: str
    sigla: tuple[str, ...]
    kind: str | None
    changes_meaning: bool


@dataclass(frozen=True, slots=True)
class ToldEntry:
    """A place at which copies differ, numbered from 1; the base text's reading comes first."""

    number: int
    readings: tuple[ToldReading, ...]
    is_spelling: bool


@dataclass(frozen=True, slots=True)
class ToldGroup:
    """A group as a reader is shown it: the base's name, (siglum, name) of all copies, the base text in pieces.

    A piece is (text, number of the entry that it belongs to, 0 for none); there are none where the base's text is not
    at hand, as in a dossier that was read back.
    """

    base: str
    sigla: tuple[tuple[str, str], ...]
    pieces: tuple[tuple[str, int], ...]
    entries: tuple[ToldEntry, ...]

    @property
    def has_spelling(self) -> bool:
        """Whether some entries differ in spelling alone, and others do not."""
        folded = [entry.is_spelling for entry in self.entries]
        return any(folded) and not all(folded)


def tell_group(group: CopyGroup, texts: Mapping[str, str], names: Mapping[str, Named]) -> ToldGroup | None:
    """What a reader is shown of `group`; None where its copies were not laid side by side, or all read alike."""
    apparatus = group.apparatus
    if apparatus is None or not apparatus.entries:
        return None
    members = dict.fromkeys(
        [apparatus.base, *(n for entry in apparatus.entries for r in entry.readings for n in r.witnesses)]
    )
    ordered = sorted(members, key=lambda name: (_date(name, names), name))
    sigla = {name: _siglum(at) for at, name in enumerate(ordered)}
    called = {name: names.get(name, Named(name)).label for name in ordered}
    entries = tuple(
        ToldEntry(number, tuple(_reading(one, sigla) for one in entry.readings), entry.is_spelling)
        for number, entry in enumerate(apparatus.entries, 1)
    )
    pieces = tuple(_pieces(apparatus, texts.get(apparatus.base, "")))
    return ToldGroup(called[apparatus.base], tuple((sigla[n], called[n]) for n in ordered), pieces, entries)


def _date(name: str, names: Mapping[str, Named]) -> tuple[bool, str]:
    date = names[name].date if name in names else None
    return date is None, date or ""


def _siglum(at: int) -> str:
    """A, B, …, Z, A2, B2, …"""
    round_, letter = divmod(at, 26)
    return chr(ord("A") + letter) + (str(round_ + 1) if round_ else "")


def _reading(variant: CopyVariant, sigla: Mapping[str, str]) -> ToldReading:
    kind = variant.kind.value if variant.kind is not None else None
    held = tuple(sorted((sigla[name] for name in variant.witnesses), key=lambda s: (len(s), s)))
    return ToldReading(variant.text, held, kind, variant.changes_meaning)


def _pieces(apparatus: CopyApparatus, text: str) -> Iterator[tuple[str, int]]:
    """The base text, cut where copies differ; an entry in which the base has no reading gets no mark in it."""
    at, end = apparatus.span.start, apparatus.span.end
    if end > len(text):
        return
    for number, entry in enumerate(apparatus.entries, 1):
        first = entry.readings[0]
        if apparatus.base not in first.witnesses:
            continue
        span = first.spans[first.witnesses.index(apparatus.base)]
        own = Span(max(at, span.start), max(at, span.end))
        yield text[at : own.start], 0
        yield own.of(text), number
        at = own.end
    yield text[at:end], 0


def apparatus_html(
    group: CopyGroup,
    texts: Mapping[str, str],
    names: Mapping[str, Named],
    *,
    lang: str = "en",
    prefix: str = "k1",
    alone: bool = False,
) -> Markup:
    """The apparatus of `group` as a piece of HTML, empty where there is none; ids in it begin with `prefix`.

    `texts` are those of pages and documents by id, `names` what to call them; `alone` says that no script stands beside
    it in the file.

    >>> from tanik.compare.model import CopyEntry, Place
    >>> entry = CopyEntry((CopyVariant(("a",), (Span(4, 6),), "<b"), CopyVariant(("b",), (Span(0, 1),), "o")))
    >>> group = CopyGroup((Place("a", Span(0, 6)),), apparatus=CopyApparatus("a", Span(0, 6), (entry,)))
    >>> "&lt;b<sup>1</sup>" in apparatus_html(group, {"a": "ile <b su"}, {}), apparatus_html(CopyGroup(()), {}, {})
    (True, Markup(''))
    """
    from markupsafe import Markup

    told = tell_group(group, texts, names)
    if told is None:
        return Markup("")
    module = _template(lang).module
    return Markup(module.apparatus(told, prefix, alone))  # type: ignore[attr-defined]


@cache
def _template(lang: str) -> Template:
    return copies_environment(lang).get_template("apparatus.html.j2")


def copies_environment(lang: str) -> Environment:
    """The templates with what copies need to be told in the language `lang`."""
    told = {"phrase": lambda key, **details: phrase(key, lang, **details), "kind": partial(say_kind, lang=lang)}
    return environment(told)
