"""Who a label right beside quoted words names: ``Vali: “gelin”``, ``“gelin.” Ali Bey, “gitme.” Veli Bey``.

Comes in: the text, its mentions, and what stands around the words. Goes out: a `Label`: whom it names, None where it
names somebody of whom nothing is known, and its place. A label stands at the head of a line, behind the words before
it in a line that gives several sayings, or on the line above. It has no case, so a name is read there as it is written.
Forums write it small; then it counts only where its words are known for a person's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tanik.core.fold import fold
from tanik.core.morph import is_common, readings
from tanik.core.span import Span
from tanik.facts.names.bearers import capitalised
from tanik.facts.names.tables import given_names, heads
from tanik.facts.quotations.around import Around
from tanik.facts.quotations.below import known_person
from tanik.facts.quotations.listed import label_name, office_pattern
from tanik.facts.quotations.mentions import Kind, Mentions

__all__ = ["Label", "label_beside", "read_as_written"]

_CAPITAL: Final = r"[A-ZÇĞİÖŞÜƏ][^\W\d_]*\.?"
_NAME: Final = rf"{_CAPITAL}(?:\s{_CAPITAL}){{0,3}}"
# "Nuri Reis:", and with what he was: "Nuri Reis, Liman Başkanı:", "Nuri Reis – Rize Valisi:", "Nuri Reis (Vali):"
_WHAT: Final = rf"(?:\s?[,–—-]\s?|\s?\()(?:{_NAME}|[^\W\d_]+(?:\s[^\W\d_]+){{0,3}})\)?"
_BEFORE: Final = re.compile(
    rf"(?:^|[.!?…”\"»)][,;]?\s)\s*(?:[-–—•*/|]\s*)?(?P<name>{_NAME})(?P<what>{_WHAT})?\s?:\s*\Z", re.MULTILINE
)
_SMALL: Final = re.compile(r"\s*(?:[-–—•*]\s*)?(?P<name>[^\W\d_]+(?:\s[^\W\d_]+\.?){0,3})\s?:\s*")
_BEHIND: Final = re.compile(rf"\s*(?:[-–—]\s*)?(?P<name>{_NAME})\s*[,;.|/]?\s*(?:[“\"«„]|$)")
_NAME_LEADS: Final = re.compile(rf"(?<!\w){_NAME}\s?:?\s*$")
_SHOWN: Final = re.compile(r"^\s*[-–—•*]|\(")
_APART: Final = 2  # line breaks between paragraphs
_OPENS: Final = re.compile(r"[“\"«„]")
_LONGEST: Final = 80


@dataclass(frozen=True, slots=True)
class Label:
    """`name` is None where the label names somebody nobody knows, or a thing."""

    name: str | None
    span: Span


def read_as_written(text: str, label: Span, mentions: Mentions) -> str:
    """Who a label names: no case stands in one, so a name that seems to have an ending is read as it is written."""
    words = label.of(text).strip(" .")
    held = (one for one in mentions.within(label.start, label.end) if one.kind is Kind.PERSON)
    # a given name alone at the end of a label ("D.L'loyd George") is less than the label
    full = (one for one in held if one.span.start <= label.start + 1 or " " in one.span.of(text))
    whole = (one.name for one in full if one.span.end >= label.start + len(words))
    return next(whole, known_person(words) or words)


def _bearer(text: str, label: Span, mentions: Mentions) -> str | None:
    """The person or office that a label names: in full, or by one of the names of somebody named before."""
    words = label.of(text)
    within = mentions.within(label.start, label.end)
    held = next((one.name for one in within if one.kind is Kind.PERSON or not _is_person(words)), None)
    before = reversed(mentions.persons_from(0, label.start))
    fuller = (one.name for one in before if words in one.text.split() and words != one.text)
    own = words if _is_person(words) else None
    return held or next(fuller, None) or known_person(words) or own


def _is_person(words: str) -> bool:
    """Whether words are called as persons are: a given name first, or "bey", "reis" behind a name."""
    held = [fold(word).strip(".") for word in words.split()]
    titled = len(held) > 1 and held[-1] in heads("person_after")
    return titled or held[0] in given_names()


def _small(text: str, line: Span, outer: Span, mentions: Mentions) -> Label | None:
    """A label in small letters: ``nuri reis: “gelin”``; a noun for a thing names nobody (``not: “gelin”``)."""
    found = _SMALL.fullmatch(text, line.start, outer.start)
    words = found["name"] if found is not None else ""
    if found is None or not words.islower():
        return None
    span = Span(*found.span("name"))
    alone = " " not in words and is_common(words) and known_person(words) is None
    if not alone and (_is_person(words) or known_person(words)):
        return Label(known_person(words) or capitalised(words), span)
    held = mentions.within(span.start, span.end)
    thing = alone and not held and any(one.bare and one.part == "Noun" for one in readings(words))
    return Label(None, span) if thing else None


def _behind(text: str, line: Span, outer: Span) -> Span | None:
    """The name behind each of several sayings in one line, where none stands before the first."""
    first = _OPENS.search(text, line.start, line.end)
    found = _BEHIND.match(text, outer.end, line.end)
    if first is None or found is None or _OPENS.search(text, first.end(), line.end) is None:
        return None
    before = _NAME_LEADS.search(text, max(line.start, first.start() - _LONGEST), first.start())
    several = len(_OPENS.findall(text, line.start, line.end)) > 1
    return Span(*found.span("name")) if before is None and several else None


def _above(text: str, around: Around, line: Span, mentions: Mentions) -> Span | None:
    """The name in a label that is the whole line above the words."""
    above = around.earlier[0] if around.earlier and not text[line.start : around.outer.start].strip() else None
    if above is None or text[max(0, above.start - 1) : above.start] != "\n":
        return None
    name = label_name(text, above) or _owner_of_words(text, above, mentions)
    if name is None:
        return None
    breaks = text.count("\n", name.end, around.outer.start)
    # over a blank line a bare name may be a subheading; a dash, a colon or an office in brackets shows a label
    shown = _SHOWN.search(above.of(text)) or text[name.end : above.end].strip() == ":"
    return name if breaks == 1 or (breaks == _APART and shown) else None


def _owner_of_words(text: str, above: Span, mentions: Mentions) -> Span | None:
    """Whose name ends a line before its colon, be his kin or his office told first: ``Sultanın yeğeni Nuri Bey:``."""
    last = next(reversed(mentions.within(above.start, above.end)), None)
    if last is None or last.kind is not Kind.PERSON or text[last.span.end : above.end].strip() != ":":
        return None
    joined = text[above.start : last.span.start].rstrip().endswith(("ve", ",", "ile"))
    return None if joined or len(above) > _LONGEST else last.span


def label_beside(text: str, around: Around, line: Span, mentions: Mentions) -> Label | None:
    """Whom a label beside the words in `around` names; None where there is none.

    >>> from tanik.facts.quotations.around import Parted
    >>> from tanik.page.model import Page, Source
    >>> text = "Nuri Reis: “Gel.” Halil Ağa: “Gelmem.”"
    >>> line = Span(0, len(text))
    >>> held = Mentions(Page("p1", Source("0", "text/plain"), text, ()), (), fold(text))
    >>> label_beside(text, Parted(text).around(Span(29, 38), (line,)), line, held).name
    'Halil Ağa'
    """
    outer = around.outer
    # a line that ends in a colon leads the paragraph below it
    begins = max(min(line.start, around.lead.start), outer.start - _LONGEST)
    found = _BEFORE.search(text, begins, outer.start)
    if found is not None and (found["what"] is None or office_pattern().search(fold(found["what"]))):
        label = Span(*found.span("name"))
        named = _bearer(text, label, mentions)
        unknown = not any(is_common(word) for word in label.of(text).split())
        return Label(named, label) if named is not None or unknown else None
    small = _small(text, line, outer, mentions)
    if small is not None:
        return small
    led = _owner_of_words(text, around.lead, mentions) if around.lead.start < line.start else None
    name = _behind(text, line, outer) or led or _above(text, around, line, mentions)
    return Label(read_as_written(text, name, mentions), name) if name is not None else None
