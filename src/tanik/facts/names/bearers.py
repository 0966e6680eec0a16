"""Who or what a mention stands for: one name and one id for all mentions of one bearer.

Comes in: the mentions of a page. Goes out: names. The tables know many bearers by all their forms. For the others the
page itself is asked: a short form stands for the one full name on the page that it fits, forms that differ in an
honorific only are one person's, and forms that fold to the same words are one name's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Name, NameKind
from tanik.facts.names.tables import given_names, key_of
from tanik.facts.names.turkish import turkish_form
from tanik.facts.tables import rows
from tanik.page.model import Page

__all__ = ["HONORIFICS", "Mention", "capitalised", "core_of", "full_names", "identified"]

HONORIFICS: Final = frozenset({"pasa", "bey", "hanim", "efendi", "hoca", "aga", "han", "pasha", "bej", "hocam"})

_STYLES_BEFORE: Final = frozenset({"mirze", "mirza", "haci", "molla", "seyh", "seyid", "hafiz"})  # nobody's name alone
_INITIAL: Final = re.compile(r"[^\W\d_]\. ?[^\W\d_]")
_CLOSED: Final = re.compile(r"\)(?: (Bey|Paşa|Efendi|Hanım|Hoca|Ağa))?")


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names something; `name` where the tables know what."""

    span: Span
    text: str
    kind: NameKind
    name: str | None
    rule: str


@lru_cache(maxsize=1 << 12)
def core_of(text: str) -> tuple[str, ...]:
    """The folded words of a person's name without honorifics.

    >>> core_of("Nazif Bey"), core_of("Paşa")
    (('nazif',), ('pasa',))
    """
    words = key_of(text)
    return tuple(word for word in words if word not in HONORIFICS) or words


def capitalised(text: str) -> str:
    """A name found in small letters or in capitals, written as names are."""
    if not (text.islower() or (text.isupper() and len(text) > 4)):
        return text
    small = {"I": "ı", "İ": "i"}
    big = {"i": "İ", "ı": "I"}
    lowered = ["".join(small.get(char, char.lower()) for char in word) for word in re.split(r"(\s+|-)", text)]
    return "".join(big.get(word[:1], word[:1].upper()) + word[1:] for word in lowered)


def full_names(page: Page, mentions: Sequence[Mention]) -> list[str]:
    """Full names of persons on the page, in text and as authors, longest first."""
    authors = [*page.authors, *(segment.author for segment in page.segments if segment.author)]
    written = [mention.name or mention.text for mention in mentions if mention.kind is NameKind.PERSON]
    written += _with_bracketed(page.text, mentions)
    names = [name for name in [*written, *authors] if len(core_of(name)) > 1 and name[:1].isupper()]
    return sorted(dict.fromkeys(names), key=lambda name: (-len(core_of(name)), name))


def _with_bracketed(text: str, mentions: Sequence[Mention]) -> Iterator[str]:
    """Given names with the surname of 1934 that stands in brackets behind: "Rasim (Kaya) Bey" (TDK, yay ayraç)."""
    people = sorted((one for one in mentions if one.kind is NameKind.PERSON), key=lambda one: one.span)
    for one, two in pairwise(people):
        closed = _CLOSED.match(text, two.span.end) if text[one.span.end : two.span.start] == " (" else None
        unknown = one.name is None and two.name is None and two.text.isalpha() and not _style(one.text)
        if closed and unknown and (closed[1] or fold(two.text) not in given_names()):
            yield f"{one.text} {two.text}"


def _style(text: str) -> str:
    """The honorific a person's name ends in, or ""."""
    last = key_of(text)[-1:]
    return last[0] if last and last[0] in HONORIFICS else ""


def _styles_fit(short: str, full: str) -> bool:
    """Whether two styles may be one person's: a bey becomes a paşa, but an ağa is no bey, and a hanım no man.

    A han rules and has no family name.

    >>> _styles_fit("Rıza Bey", "Hacı Rıza Efendi")
    False
    >>> _styles_fit("Ömer Ağa", "Ömer Celal"), _styles_fit("İsmet Bey", "İsmet Paşa"), _styles_fit("Batu Han", "Batu")
    (False, True, False)
    """
    one, other = _style(short), _style(full)
    if "aga" in (one, other) or "han" in (one, other):
        return one == other or not one
    # who is a bey is called no efendi beside it: the one is of the state, the other of the mosque and the market
    mixed = {one, other} == {"bey", "efendi"}
    return not mixed and ("hanim" not in (one, other) or one == other or not (one and other))


@cache
def _first_names() -> dict[str, frozenset[str]]:
    """The people of the table by each word that one of their forms begins with."""
    found: dict[str, set[str]] = {}
    for row in rows("people.csv"):
        for form in (row["name"], *row["aliases"].split(";")):
            found.setdefault(next(iter(key_of(form)), ""), set()).add(row["name"])
    return {word: frozenset(people) for word, people in found.items()}


def _is_anybody(text: str, full: str) -> bool:
    """Whether a mention is a bare first name that several people of the table bear, `full` among them.

    The villager "Mustafa" of a page on Mustafa Kemal Paşa is not he: a man of rank is not called so.

    >>> _is_anybody("Mustafa", "Mustafa Kemal Atatürk"), _is_anybody("Halide", "Halide Edip Adıvar")
    (True, False)
    """
    words = key_of(text)
    bearers = _first_names().get(words[0], frozenset()) if len(words) == 1 else frozenset()
    return full in bearers and len(bearers) > 1 and words[0] != core_of(full)[-1]


def _by_ends(full: Sequence[str]) -> dict[tuple[str, bool], list[str]]:
    """Full names by their first word (False) and by their last (True)."""
    found: dict[tuple[str, bool], list[str]] = {}
    for name in full:
        core = core_of(name)
        found.setdefault((core[0], False), []).append(name)
        found.setdefault((core[-1], True), []).append(name)
    return found


def _rivals(mentions: Sequence[Mention]) -> dict[str, set[str]]:
    """Whom the page itself writes so that a word ends his name: "Kemal" may be Mustafa Kemal beside a Yusuf Kemal."""
    found: dict[str, set[str]] = {}
    for one in mentions:
        core = core_of(one.text)
        if one.kind is NameKind.PERSON and one.name is not None and len(core) > 1:
            found.setdefault(core[-1], set()).add(one.name)
    return found


def _bearer(text: str, full: dict[tuple[str, bool], list[str]], rivals: Mapping[str, set[str]]) -> str | None:
    """The full name (of those `_by_ends`) that a short form stands for on this page, if just one fits."""
    core = core_of(text)
    if len(core) == 1 and core[0] in _STYLES_BEFORE:
        return None
    fits = {
        name
        for name in (*full.get((core[0], False), ()), *full.get((core[-1], True), ()))
        if len(core_of(name)) > len(core)
        and set(core) <= set(core_of(name))
        and _styles_fit(text, name)
        and not _is_anybody(text, name)
    }
    alone = len(fits) == 1 and not (len(core) == 1 and rivals.get(core[0], fits) - fits)
    return fits.pop() if alone else None


def _surnamed(text: str, full: dict[tuple[str, bool], list[str]], rivals: Mapping[str, set[str]]) -> str | None:
    """Whom the page called by a fuller form that ends so, where the tables write his name otherwise: "Yusifbəyli"
    behind "Nəsib bəy Yusifbəyli", who is Nesib Yusufbeyli; nobody where the page has another of that surname."""
    core = core_of(text)
    bearers = rivals.get(core[0], set()) if len(core) == 1 and core[0] not in given_names() else set()
    others = set(full.get((core[-1], True), ())) - bearers
    return next(iter(bearers)) if len(bearers) == 1 and not others else None


def _by_words(full: Sequence[str]) -> dict[str, list[str]]:
    """Full names by each of their words, honorifics aside; none that begins with an initial itself."""
    found: dict[str, list[str]] = {}
    for name in full:
        for word in dict.fromkeys(core_of(name)) if not _INITIAL.match(name) else ():
            found.setdefault(word, []).append(name)
    return found


def _initialled(text: str) -> tuple[str, ...]:
    """The words of a name that begins with initials, these first; nothing where it does not.

    >>> _initialled("H. R. Kaya"), _initialled("M.Akif"), _initialled("Rıza Kaya")
    (('h', 'r', 'kaya'), ('m', 'akif'), ())
    """
    if not _INITIAL.match(text):
        return ()
    return core_of(text.replace(".", ". "))


def _written_short(text: str, full: Mapping[str, Sequence[str]]) -> str | None:
    """The full name (of those `_by_words`) whose given names a mention writes with initials, if just one fits.

    "H. R. Kaya" and "H. Kaya" are Hasan Rıza Kaya, "M. Akif" is Mehmet Akif Ersoy: each letter is that of the given
    name in its place, and the words behind go on with it or end it (TDK Yazım Kılavuzu, kısaltmalar).
    """
    words = _initialled(text)
    letters = [word for word in words if len(word) == 1]
    rest = words[len(letters) :]
    if not letters or not rest or any(len(word) == 1 for word in rest):
        return None
    fits = set()
    for name in full.get(rest[-1], ()):
        core = core_of(name)
        given = core[: len(letters)]
        behind = (core[len(letters) : len(words)], core[-len(rest) :] if len(core) > len(words) else ())
        if all(word[:1] == letter for word, letter in zip(given, letters, strict=False)) and rest in behind:
            fits.add(name)
    return fits.pop() if len(fits) == 1 else None


def _titled(mentions: Sequence[Mention]) -> dict[tuple[str, ...], str]:
    """The form with an honorific for each person who is named on the page with just one: Nazif is Nazif Bey."""
    forms: dict[tuple[str, ...], dict[tuple[str, ...], str]] = {}
    for one in mentions:
        if one.kind is NameKind.PERSON and one.name is None:
            core = core_of(one.text)
            if len(key_of(one.text)) > len(core):
                forms.setdefault(core, {}).setdefault(key_of(one.text), capitalised(one.text))
    return {core: next(iter(written.values())) for core, written in forms.items() if len(written) == 1}


def identified(
    mentions: Sequence[Mention], full: Sequence[str], language: str = "tr", called: Mapping[str, str] | None = None
) -> tuple[Name, ...]:
    """The names behind `mentions`; `full` are the full names of persons on the page in `language`.

    `called` says who is meant by a word alone, folded, whatever fuller names the page has.
    """
    titled, ends, rivals = _titled(mentions), _by_ends(full), _rivals(mentions)
    words = _by_words(full) if any(_INITIAL.match(one.text) for one in mentions) else {}
    names = []
    for one in mentions:
        name = one.name
        if name is None and one.kind is NameKind.PERSON:
            alone = (called or {}).get(fold(one.text))
            style = titled.get(core_of(one.text))
            ruler = style if style is not None and _style(style) == "han" else None  # "Batu" beside "Batu Han"
            name = alone or ruler or _bearer(one.text, ends, rivals) or _written_short(one.text, words) or style
            name = name or _surnamed(one.text, ends, rivals)
        if one.name is None:
            name = turkish_form(name or one.text, one.kind, language) or name
        names.append(name or capitalised(one.text))
    slugs = ["-".join(key_of(name)) or "-".join(fold(name).split()) for name in names]
    forms: dict[tuple[NameKind, str], Counter[str]] = {}
    for one, slug, name in zip(mentions, slugs, names, strict=True):
        forms.setdefault((one.kind, slug), Counter())[name] += 1
    return tuple(
        Name(one.span, one.text, forms[one.kind, slug].most_common(1)[0][0], one.kind, f"{one.kind}:{slug}", one.rule)
        for one, slug in zip(mentions, slugs, strict=True)
    )
