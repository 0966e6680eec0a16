"""What the words over a table say was done: the deed, who did it, to whom, when.

Comes in: a caption, a heading or the head of a column, and the names and dates found in it. Goes out: the deed with its
parties, or None where the words name none, two of different kinds, or one that was only planned. Turkish and
Azerbaijani mark the parties by case ("Rusya'nın Türkiye'ye yaptığı yardım"; Göksel & Kerslake 2005, 14.3.3, 25.1), or
by an adjective right before the noun of the deed ("Sovyet yardımı"); English by prepositions and such an adjective.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Facts, Name, NameKind, Role
from tanik.facts.outline.heads import Deed, deeds_in, is_undecided, words_in
from tanik.facts.statements.english.nominals import state_named
from tanik.facts.statements.roles.states import of_adjective

__all__ = ["Told", "parties_in", "told_in"]

_ENDING: Final = re.compile(r"['’ʼ‘`]?(?P<ending>[^\W\d_]*)")
_GENITIVE: Final = re.compile(r"n?[iu]n")
_DATIVE: Final = re.compile(r"[yn]?[ae]")
_ABLATIVE: Final = re.compile(r"n?[dt][ae]n")
_BEFORE: Final = re.compile(r"\b(?P<word>from|by|to|for)\s+(?:the\s+)?(?:soviet\s+)?$", re.IGNORECASE)
_BODY: Final = re.compile(
    r"\s+(?:hükümet|hükûmet|devlet|cumhuriyet|hökum|dövlət|respublika|government)[^\W\d_]*", re.IGNORECASE
)
_KINDS: Final = ("military", "financial", "material", "economic", "askeri", "mali", "maddi", "harbi", "silah", "para")
_GIVING: Final = re.compile(r"verilen|verildigi|gelen|given|supplied|verdigi|verdiyi")
_FIGURES: Final = re.compile(
    r"\b(?:asagi|tablo|cizelge|cetvel|liste|bilgi|rakam|cedvel|siyahi|melumat|table|belov|follov|list|figure|detail|data)"
)
_PARTIES: Final = (NameKind.PLACE, NameKind.ORGANISATION, NameKind.PERSON)


@dataclass(frozen=True, slots=True)
class Told:
    """A deed with those who are named in it; `when` is EDTF."""

    deed: Deed
    roles: tuple[tuple[str, Role], ...] = ()
    when: str | None = None

    @property
    def firsts(self) -> dict[str, Role]:
        """Who fills each place; what two might fill is left out."""
        return dict(self.roles)

    @property
    def action(self) -> str:
        """What was done."""
        return self.deed.action


def told_in(text: str, span: Span, facts: Facts, language: str) -> Told | None:
    """What the words of `span` say was done, or None."""
    words = span.of(text)
    deeds = [one for one in deeds_in(words) if not _is_of_figures(words, one)]
    if not deeds or is_undecided(words) or len({one.action for one in deeds}) > 1:
        return None
    days = [one.edtf for one in facts.dates if span.contains(one.span)]
    roles = dict[str, Role]()
    twice = set[str]()
    for place, role in parties_in(text, span, facts, deeds[-1], english=language == "en"):
        if place in roles and roles[place].name != role.name:
            twice.add(place)
        roles.setdefault(place, role)
    kept = tuple(sorted((place, role) for place, role in roles.items() if place not in twice))
    return Told(deeds[-1], kept, days[0] if len(days) == 1 else None)


def _is_of_figures(words: str, deed: Deed) -> bool:
    """Whether words say that the figures themselves are given: "aşağıda verilen", "given in the table"."""
    folded = fold(words)
    return _GIVING.fullmatch(folded[deed.start : deed.end]) is not None and _FIGURES.search(folded) is not None


def parties_in(text: str, span: Span, facts: Facts, deed: Deed, *, english: bool) -> Iterator[tuple[str, Role]]:
    """The parties that a deed's words name, each with its place; of one place perhaps several."""
    names = [one for one in facts.names if span.contains(one.span) and one.kind in _PARTIES]
    for name in names:
        place = _of_preposition(text, span, name, deed) if english else _of_case(text, span, name, deed)
        if place is not None:
            yield place, Role(name.span, name.text, name.name)
    if not english:
        yield from _of_bodies(text, span, names, deed)
    if not english or deed.genitive == "subject":
        yield from _of_adjective(text, span, names, deed, english=english)


def _of_case(text: str, span: Span, name: Name, deed: Deed) -> str | None:
    """The place that a name's case gives it, its own or that of the body it is of ("Rusya hükümetinin")."""
    found = _ENDING.match(text, name.span.end, span.end)
    ending = fold(found["ending"]) if found is not None else ""
    body = _BODY.match(text, name.span.end, span.end)
    if body is not None:
        ending = _ending_of(body)
    if (place := _of_ending(ending, deed)) is not None:
        return place
    if not ending and name.span.end < span.start + deed.start <= name.span.end + 1:
        return deed.genitive if deed.genitive == "subject" else None
    return None


def _ending_of(body: re.Match[str]) -> str:
    """The case ending of a body called after a state: "Rusya hükümetinin", "Sovyet hükümetine"."""
    folded = fold(body.group())
    return next((one for one in ("nden", "ndan", "nin", "nun", "ne", "na") if folded.endswith(one)), "")


def _of_ending(ending: str, deed: Deed) -> str | None:
    """The place of whoever stands with a case ending before a deed."""
    if _GENITIVE.fullmatch(ending):
        return deed.genitive
    if _ABLATIVE.fullmatch(ending):
        asked = {"request": "recipient", "transfer": "subject" if deed.genitive == "recipient" else "source"}
        return asked.get(deed.action)
    dealt = deed.action in ("transfer", "promise", "offer")
    return "recipient" if dealt and _DATIVE.fullmatch(ending) else None


def _of_bodies(text: str, span: Span, names: list[Name], deed: Deed) -> Iterator[tuple[str, Role]]:
    """The states whose bodies are called by an adjective and stand in a case: "Sovyet hükümetinin yaptığı yardım"."""
    for folded, start, end in words_in(span.of(text)):
        place = Span(span.start + start, span.start + end)
        body = _BODY.match(text, place.end, span.end)
        state = of_adjective(folded) if body is not None else None
        if body is None or state is None or any(one.span.overlaps(place) for one in names):
            continue
        if (role := _of_ending(_ending_of(body), deed)) is not None:
            whole = Span(place.start, body.end() - len(_ending_of(body)))
            yield role, Role(whole, whole.of(text), state)


def _of_preposition(text: str, span: Span, name: Name, deed: Deed) -> str | None:
    """The place that an English preposition or genitive gives a name."""
    if text[name.span.end : name.span.end + 2] in ("'s", "’s"):
        return deed.genitive
    before = _BEFORE.search(text[span.start : name.span.start])
    word = before["word"].lower() if before is not None else ""
    if word == "to":
        return "recipient" if deed.action in ("transfer", "promise", "offer") else None
    if word == "by":
        return deed.genitive
    if word == "from":
        return "recipient" if deed.action == "request" else "subject"
    return None


def _of_adjective(text: str, span: Span, names: list[Name], deed: Deed, *, english: bool) -> Iterator[tuple[str, Role]]:
    """The state whose adjective stands right before the noun of the deed: "Sovyet yardımı", "Soviet military aid"."""
    words = [one for one in words_in(span.of(text)) if one[2] <= deed.start]
    while words and words[-1][0] in _KINDS:
        words.pop()
    if not words:
        return
    folded, start, end = words[-1]
    place = Span(span.start + start, span.start + end)
    state = state_named(folded) if english else of_adjective(folded)
    if state is not None and not any(one.span.overlaps(place) for one in names):
        yield "subject", Role(place, place.of(text), state)
