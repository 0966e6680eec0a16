r"""The line or bracket right behind quoted words that says whose they are or where they stand.

Comes in: a text and the place of the words. Goes out: a `Credit`: all of it, and the words that name somebody there.
Four shapes are read: a dash (``— Ali Bey, Hatıralar``), a label (``Kaynak: …``, ``(Aktaran: …)``), the owner of a text
(``(Ali Bey'in nutkundan, …)``: genitive and ablative, Göksel and Kerslake, Turkish, 2005, 14.4, 14.3.3), and a name or
a source in brackets. Shouts in minutes (``(Alkışlar)``) and a remark in brackets are none, for they name nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tanik.core.fold import fold
from tanik.core.morph import Case, split_suffix
from tanik.core.span import Span
from tanik.facts.names.tables import given_names, heads
from tanik.facts.quotations.below import known_person
from tanik.facts.quotations.words import container_pattern, form_in

__all__ = ["Credit", "CreditKind", "credit_behind", "credited"]

Cited = tuple[Span, ...]
_LONGEST: Final = 240
_FARTHEST: Final = 2  # line breaks between words and a label
_FEWEST_OF_NAME: Final = 2  # words that are left of a name when an office before it goes
_FEWEST_OF_WORDS: Final = 2  # words before a credit, which otherwise is all there is
_WORD: Final = r"[^\W\d_a-zçğıöşüə][^\W\d_]*\.?"
_NAME: Final = rf"{_WORD}(?:[ -]{_WORD}){{0,4}}"
_BREAK: Final = r"[ \t*_”\"»’']*(?:\n{1,2}(?:>[ \t]*)*)?[ \t]*"
_DASHED: Final = re.compile(
    r"(?:[ \t]*\n+(?:>[ \t]*)*[ \t]*|(?<=[.!?…”\"»’])[ \t]+)(?:[—–―]|--?)[ \t]*[^\W\d_a-zçğıöşüə][^\n.!?…]*"
    r"(?:\b[^\W\d_]{1,5}\.[^\n.!?…]*)*[ \t]*$"
)
_TALK: Final = re.compile(r"^[>\s]*[—–―-][ \t]*\w", re.MULTILINE)
# Who handed the words on, who said them, or where they were found (TDK: aktarmak, nakletmek, söylemek, kaynak).
_LABEL: Final = re.compile(
    r"(?:(?P<relay>aktaran|nakleden|anlatan|derleyen|akt\.|nak\.|quoted by|told by)|"
    r"(?P<sayer>söyleyen|konuşan|said by)|(?P<source>kaynak|alıntı|mehaz|source))"
    r"(?:[ \t]*:[ \t]*|(?<=[n.y])[ \t]+(?=[A-ZÇĞİÖŞÜƏ]))",
    re.IGNORECASE,
)
_BRACKETS: Final = r"[(\[][ \t]*(?P<inner>[^()\[\]\n]*(?:\([^()\n]*\)[^()\[\]\n]*)*)[)\]][ \t.]*"
_BEHIND: Final = re.compile(rf"{_BREAK}(?:{_BRACKETS}|(?P<label>[^\W\d_]{{3,10}}\.?[ \t]*:[^\n]*))")
_LAST: Final = re.compile(rf"{_BREAK}{_BRACKETS}$")
_LAST_LABEL: Final = re.compile(rf"(?<=[\s.!?…”\"»’'*_])(?P<inner>{_LABEL.pattern}[^\n]*)$", re.IGNORECASE)
_OWNER: Final = re.compile(
    rf"(?P<owner>{_NAME}|(?:[^\W\d_]+\s){{0,2}}?[^\W\d_]+)(?P<apart>['’‘]n?[ıiuü]n)?,?\s"
    r"(?:(?:[^\W\d_]+|\d[\d.]*)\s){0,4}?(?P<text>[^\W\d_]+)"
)
# "nutkundan", "mektubundan", "hatıralarından", "nutku": the text is possessed, and mostly in the ablative
_TEXT_ENDS: Final = re.compile(r"[^\W\d_]*(?:[iu]nd[ae]n|[iu])$")
_NAMED: Final = re.compile(rf"(?P<name>{_NAME})\s*(?:[,(;]|\.?\s*$)")
_OF_SOURCE: Final = re.compile(r"\b(?:gazetesi|dergisi|mecmuasi|ceridesi|arsivi)\b|\bs(?:s|f)?\.\s?\d|\bcilt\s\d")
_ENDED: Final = re.compile(r"[.!?…”\"»’'*_\n]")


class CreditKind(StrEnum):
    """What a credit says of the person it names."""

    OWN = "own"  # the words are his
    NAMED = "named"  # his name stands there, perhaps as the author of the book
    RELAYED = "relayed"  # he handed them on
    SOURCE = "source"  # nobody is named, only where the words stand


@dataclass(frozen=True, slots=True)
class Credit:
    """`span` is all of the credit with its dash or brackets, `named` the words that name somebody."""

    span: Span
    named: Span | None
    kind: CreditKind


def _owner(text: str, inner: Span) -> Span | None:
    """The owner of a text: ``Ali Bey`` of "Ali Bey'in nutkundan"."""
    for found in _OWNER.finditer(text, inner.start, inner.end):
        if found.start() > inner.start:
            break
        noun = fold(found.group("text"))
        if _TEXT_ENDS.match(noun) is None or not (container_pattern().match(noun) or form_in(noun)):
            continue
        owner = Span(*found.span("owner"))
        if found.group("apart"):
            return owner
        last = owner.of(text).rsplit(maxsplit=1)[-1]
        form = split_suffix(last)
        if form.case is Case.GENITIVE:
            return Span(owner.start, owner.end - len(last) + len(form.stem))
    return None


def _is_person(words: str) -> bool:
    """Whether capital words look like a person: a given name among them, a table's, or what persons are called."""
    held = [fold(word).strip(".") for word in words.split()]
    called = held[-1] in heads("person_after") or held[0] in heads("person_before")
    return called or held[0] in given_names() or known_person(words) is not None


def _without_rank(text: str, name: Span) -> Span:
    """A name without the offices before it: ``Vali Haydar Bey``; bynames (Hafız, Hacı) are part of it."""
    while (word := name.of(text).split(maxsplit=1)) and len(word) > 1:
        first = fold(word[0]).strip(".")
        if first not in heads("person_before") - heads("byname") or len(word[1].split()) < _FEWEST_OF_NAME:
            break
        name = Span(name.end - len(word[1]), name.end)
    return name


def _read(text: str, inner: Span, cited: Cited) -> tuple[Span | None, CreditKind] | None:
    """Whom the words of a credit name, and as what; None where they are no credit."""
    label = _LABEL.match(text, inner.start, inner.end)
    start = label.end() if label is not None else inner.start
    owner = _owner(text, Span(start, inner.end))
    if owner is not None:
        return _without_rank(text, owner), CreditKind.OWN
    named = _NAMED.match(text, start, inner.end)
    name = (
        Span(named.start("name"), named.start("name") + len(named["name"].rstrip(". "))) if named is not None else None
    )
    person = name is not None and _is_person(name.of(text))
    if label is not None:
        kind = CreditKind.OWN if label["sayer"] else CreditKind.RELAYED if label["relay"] else CreditKind.NAMED
        told = name is not None and (person or label["source"] is None)
        return (name, kind) if told else (None, CreditKind.SOURCE)
    if name is not None and person:
        return _without_rank(text, name), CreditKind.NAMED
    source = _OF_SOURCE.search(fold(inner.of(text))) is not None
    return (None, CreditKind.SOURCE) if source or any(inner.overlaps(one) for one in cited) else None


def _made(text: str, whole: Span, inner: Span, cited: Cited) -> Credit | None:
    """The credit in `inner`; a bare name or source in brackets is one only behind a sentence's end or on a new line."""
    read = _read(text, inner, cited)
    if read is None:
        return None
    loose = read[1] in (CreditKind.NAMED, CreditKind.SOURCE) and _LABEL.match(text, inner.start) is None
    ended = _ENDED.search(text, max(0, whole.start - 1), inner.start)
    return None if loose and ended is None else Credit(whole, *read)


def _before(text: str, start: int, end: int) -> int:
    """Where the words end before a bracket or label that stands at `end`."""
    return start + len(text[start:end].rstrip(" \t\n>*_(["))


def credit_behind(text: str, outer: Span, cited: Cited = ()) -> Credit | None:
    """The bracket or labelled line that begins right behind `outer` and says whose the words are; else None.

    `cited` are the places of citations near by.

    >>> text = "“Yol açıldı.” (Hamdi Kaptan'ın nutkundan, 1927)"
    >>> credit_behind(text, Span(0, 13)).named.of(text)
    'Hamdi Kaptan'
    >>> credit_behind("“Yol açıldı.” (Alkışlar)", Span(0, 13)) is None
    True
    """
    found = _BEHIND.match(text, outer.end, outer.end + _LONGEST)
    if found is None:
        return None
    group = "inner" if found.group("inner") is not None else "label"
    inner = Span(*found.span(group))
    if group == "label" and (
        _LABEL.match(text, inner.start) is None or text[outer.end : inner.start].count("\n") > _FARTHEST
    ):
        return None
    return _made(text, Span(*found.span()), inner, cited)


def credited(text: str, words: Span, cited: Cited = ()) -> Span:
    r"""`words` without what their last line or last words say of whose they are: ``— Ali Bey``, ``(Aktaran: …)``.

    A line of talk opens with the same dash as a credit; it ends a sentence, or answers one that opens so too.

    >>> text = "Yol açıldı.\n— Ali Bey, Hatıralar"
    >>> credited(text, Span(0, len(text))).of(text)
    'Yol açıldı.'
    >>> text = "Yol açıldı. (Aktaran: Ali Bey)"
    >>> credited(text, Span(0, len(text))).of(text)
    'Yol açıldı.'
    """
    near = max(words.start, words.end - _LONGEST)
    dashed = _DASHED.search(text, near, words.end)
    if dashed is not None and text[words.start : dashed.start()].strip():
        return words if _TALK.search(text, words.start, dashed.start()) else Span(words.start, dashed.start())
    for pattern in (_LAST_LABEL, _LAST):
        found = pattern.search(text, near, words.end)
        if found is None or len(text[words.start : found.start()].split()) < _FEWEST_OF_WORDS:
            continue
        ended = _ENDED.match(text[words.start : found.start("inner")].rstrip(" \t")[-1:])
        if pattern is _LAST_LABEL and ":" not in (found.group("inner")) and ended is None:
            continue  # "o günleri anlatan Nutuk": a participle inside a sentence
        if _made(text, Span(*found.span()), Span(*found.span("inner")), cited) is not None:
            return Span(words.start, _before(text, words.start, found.start("inner")))
    return words
