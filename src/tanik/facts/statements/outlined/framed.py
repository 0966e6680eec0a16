"""Whom the frame of a letter names: who signed, whom it goes to, of which day it is.

Comes in: a letter given whole (`outline/letters`) and the page's facts. Goes out: its correspondents as roles whose
words stand in the frame. A name of the page goes first; else the grammar reads the line as it reads any phrase: the
dative of "Valiliğe", the noun phrase behind "To". A reply that names nobody goes to who wrote the letter above it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from tanik.core.fold import fold
from tanik.core.letterhead import frame_of, strip_marks
from tanik.core.sentence import sentences
from tanik.core.span import Span
from tanik.facts.model import Facts, Name, NameKind, QuotationForm, Role
from tanik.facts.outline.letters import Letter
from tanik.facts.quotations.below import signed_within
from tanik.facts.statements.discourse.correspondents import Correspondents
from tanik.facts.statements.english.nominals import noun_phrase
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.roles.holders import with_holder
from tanik.facts.statements.roles.reading import Sentence
from tanik.facts.statements.stretches import Stretch
from tanik.facts.statements.syntax.fillers import role_of

__all__ = ["LETTERS", "with_correspondents"]

Cut = Callable[[Span], tuple[Word, ...]]

LETTERS: Final = (QuotationForm.LETTER, QuotationForm.TELEGRAM)
"""The forms of quoted words in which somebody writes to somebody."""

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_LEAD: Final = 400  # characters before quoted words in which they are announced
_BEHIND: Final = 2  # lines
_MARKS: Final = " \t“”„\"«»‘’'>"
_DATIVE: Final = re.compile(r"['’]?(?:y[ae]|n[ae]|[aeə]|yə|nə)\b")
_GREETING: Final = re.compile(r"\W*(?:my\s)?\w+\s+")
_NOT_NAMED: Final = re.compile(r"[^\n]+")
_BARE_NAME: Final = re.compile(r"(?:[^\W\d_a-zçğıöşüə][\w'’.-]*\s?){1,4}")
_NOBODY: Final = re.compile(r"(?:sirs?|madam|gentlemen|friends?|comrades?|efendim|arkadas\w*|kardes\w*|dost\w*)")
_MOST_NAMED: Final = 3
_MOST_LINES: Final = 3


def with_correspondents(
    stretches: Iterable[Stretch], facts: Facts, text: str, cut: Cut, *, english: bool
) -> Iterator[Stretch]:
    """The stretches, those of letters with who wrote them to whom and when, each on its writer's word.

    `cut` gives the words of a stretch of `text`.
    """
    before: Correspondents | None = None
    for stretch in stretches:
        if stretch.letter is None:
            announced = _announced(stretch, facts, text, english=english) if stretch.correspondents is None else None
            yield replace(stretch, correspondents=announced) if announced is not None else stretch
            continue
        before = _correspondents_of(stretch.letter, facts, text, cut, before, english=english)
        quoted = next((one for one in facts.quotations if one.span.overlaps(stretch.span) and one.speaker_basis), None)
        if before.writer is None and quoted is not None and quoted.speaker_basis is not None:
            basis = quoted.speaker_basis
            before = replace(before, writer=Role(basis, basis.of(text), quoted.speaker))
        teller = before.writer
        authority = (teller.name or teller.text) if teller is not None else stretch.authority
        yield replace(stretch, authority=authority, correspondents=before)


def _correspondents_of(
    letter: Letter, facts: Facts, text: str, cut: Cut, before: Correspondents | None, *, english: bool
) -> Correspondents:
    """Writer, addressee and day of `letter`; `before` is the letter above it."""
    when = _day(letter, facts)
    writer = _writer(letter, facts, text)
    addressee = None
    if letter.addressee is not None:
        addressee = _person_in(letter.addressee, facts)
        if addressee is None and not letter.greeted:
            found = _english_body if english else _turkish_body
            addressee = found(letter.addressee, facts, text, cut(letter.addressee))
            addressee = with_holder(addressee, when, facts, text) if addressee is not None else None
        elif addressee is None:
            addressee = _greeted(letter.addressee, text)
    elif letter.answers and before is not None:
        addressee = before.writer
    return Correspondents(writer, addressee, when)


def _announced(stretch: Stretch, facts: Facts, text: str, *, english: bool) -> Correspondents | None:
    """Who writes to whom in a letter quoted in running text: "26 Nisan 1336 tarihli mektubunda Vali'ye yazdı: “…”".

    The sentence that leads to the words names one other party in the dative, and one day; else a line of place and day
    in the words or right below them tells the day.
    """
    found = next((one for one in facts.quotations if one.span == stretch.span), None)
    if stretch.running or found is None or found.form not in LETTERS or found.speaker_basis is None:
        return None
    begin = max(text.rfind("\n", 0, found.span.start) + 1, found.span.start - _LEAD)
    if not text[begin : found.span.start].strip(_MARKS):
        begin = max(text.rfind("\n", 0, len(text[:begin].rstrip())) + 1, begin - _LEAD)
    lead = [*sentences(text, Span(begin, found.span.start))][-1:]
    whole = [one for one in facts.dates if _DAY.fullmatch(one.edtf or "")]
    days = {one.edtf for one in whole if lead and lead[0].contains(one.span)}
    told = {one.name: one for one in facts.names if lead and lead[0].contains(one.span) and one.name != found.speaker}
    to = [one for one in told.values() if one.kind is not NameKind.EVENT and _is_addressed(one, text, english=english)]
    behind = (Span(*strip_marks(text, one.start(), one.end())) for one in _lines_of(text, found.span))
    lines = [one for one in behind if (frame_of(one.of(text)) or ("",))[0] == "dateline"]
    below = {one.edtf for one in whole if any(line.overlaps(one.span) for line in lines)}
    when = days if len(days) == 1 else below
    return Correspondents(
        Role(found.speaker_basis, found.speaker_basis.of(text), found.speaker),
        Role(to[0].span, to[0].text, to[0].name) if len(to) == 1 else None,
        when.pop() if len(when) == 1 else None,
        quoted=True,
    )


def _lines_of(text: str, words: Span) -> Iterator[re.Match[str]]:
    """The lines of quoted words and the few behind them."""
    return islice(_NOT_NAMED.finditer(text, words.start), text.count("\n", words.start, words.end) + _BEHIND)


def _is_addressed(name: Name, text: str, *, english: bool) -> bool:
    """Whether a name stands in the dative, in English behind "to"."""
    if english:
        return text[: name.span.start].endswith(" to ")
    return _DATIVE.match(text, name.span.end) is not None


def _day(letter: Letter, facts: Facts) -> str | None:
    """The one day in the line of place and day."""
    line = letter.dateline
    return next((one.edtf for one in facts.dates if line is not None and line.overlaps(one.span) and one.edtf), None)


def _names_in(facts: Facts, span: Span, kind: NameKind) -> list[Name]:
    return [one for one in facts.names if one.kind is kind and span.contains(one.span)]


def _person_in(span: Span, facts: Facts) -> Role | None:
    """The last person named in a line: offices stand before the name, and places before them."""
    people = _names_in(facts, span, NameKind.PERSON)
    return Role(people[-1].span, people[-1].text, people[-1].name) if people else None


def _writer(letter: Letter, facts: Facts, text: str) -> Role | None:
    """Who signed: the person named, else a body that stands alone, else the one line of a few capital words."""
    if letter.signature is None:
        return None
    if (person := _person_in(letter.signature, facts)) is not None:
        return person
    lines = [
        Span(letter.signature.start + one.start(), letter.signature.start + one.end())
        for one in _NOT_NAMED.finditer(letter.signature.of(text))
        if one.group().strip()
    ]
    bodies = _names_in(facts, letter.signature, NameKind.ORGANISATION)
    alone = next((one for one in bodies if any(one.span == line for line in lines)), None)
    if alone is not None:
        return Role(alone.span, alone.text, alone.name)
    signed = signed_within(text, Span(letter.body.start, letter.signature.end), ())
    if signed is None or not letter.signature.contains(signed[1]) or len(lines) > _MOST_LINES:
        return None
    return Role(signed[1], signed[1].of(text), _called_on_page(signed[0], facts))


def _called_on_page(name: str, facts: Facts) -> str | None:
    """Whom a given name alone stands for: the one person of the page who bears it."""
    if name.count(" "):
        return name if name in {one.name for one in facts.names} else None
    bearers = {one.name for one in facts.names if one.kind is NameKind.PERSON and name in one.name.split()}
    return bearers.pop() if len(bearers) == 1 else None


def _turkish_body(span: Span, facts: Facts, text: str, words: tuple[Word, ...]) -> Role | None:
    """What the dative of an address means: "Ankara'da Büyük Millet Meclisi Riyasetine"."""
    sentence = Sentence(text, facts, span, words, fold(span.of(text)), ())
    found = [one for one in sentence.phrases(0, len(words)) if one.case == "dat"]
    return role_of(found[-1], text, facts) if found else None


def _english_body(span: Span, facts: Facts, text: str, words: tuple[Word, ...]) -> Role | None:
    """The noun phrase behind "To" of an English address."""
    low = next((at + 1 for at, word in enumerate(words) if word.lower in ("to", ":")), 0)
    low += low < len(words) and words[low].is_mark
    high = next((at for at in range(low, len(words)) if words[at].is_mark), len(words))
    return noun_phrase(text, facts, words, range(low, high), head=True) if high > low else None


def _greeted(span: Span, text: str) -> Role | None:
    """Who is greeted by a name that no table has: "Dear Frank," """
    opens = _GREETING.match(span.of(text))
    start = span.start + (opens.end() if opens is not None else 0)
    words = text[start : span.end].rstrip(" ,:!")
    named = words[:1].isupper() and len(words.split()) <= _MOST_NAMED and not _NOBODY.fullmatch(fold(words))
    named = named and _BARE_NAME.fullmatch(words) is not None
    return Role(Span(start, start + len(words)), words) if named and opens is not None else None
