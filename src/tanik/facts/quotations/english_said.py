"""Who speaks in an English sentence, as the page calls him: the subject of its verb, or whom "according to" names.

Comes in: the text, what stands around the words, the page's mentions. Goes out: the name and the words that give it.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.span import Span
from tanik.facts.quotations.around import Around
from tanik.facts.quotations.attributed import full_name, given_to, spoken_by
from tanik.facts.quotations.below import known_person
from tanik.facts.quotations.english_lead import english_judge, english_lead, english_opening
from tanik.facts.quotations.mentions import Kind, Mentions

__all__ = ["english_before", "in_english", "name_in"]

_OF: Final = re.compile(r"\b(?:of|in|at|from)\s|['’]s\s")
_PRONOUN: Final = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey)\b")
_FAR: Final = 60  # letters before a subject in which a name that ends with it may begin
_NEAR: Final = 40


def in_english(text: str, around: Around, mentions: Mentions) -> tuple[str, Span] | None:
    """The subject of an English lead: a name, or a phrase as it stands ("Lloyd George's secretary")."""
    speaks = spoken_by(text, around)
    if speaks is not None:
        return _named_at(text, speaks, mentions)
    subject = english_judge(text, around.lead) or english_lead(text, around.lead)
    if subject is None:
        near = given_to(text, around)
        return _named_at(text, near, mentions) if near is not None else None
    held = mentions.within(max(0, subject.start - _FAR), subject.end)
    ends = (one for one in held if one.span.end == subject.end)
    named = next((one for one in ends if not _OF.search(text, subject.start, one.span.start)), None)
    return (named.name, named.span) if named is not None else (subject.of(text), subject)


def _named_at(text: str, near: Span, mentions: Mentions) -> tuple[str, Span] | None:
    """The first person named in a stretch behind "attributed to" or "according to"."""
    named = next((one for one in mentions.within(near.start, near.end) if one.kind is Kind.PERSON), None)
    bare = full_name(text, near) or (near if near.of(text).istitle() else None)
    if bare is not None and (named is None or (named.span.start == bare.start and named.span.end < bare.end)):
        return bare.of(text), bare
    return (named.name, named.span) if named is not None else None


def english_before(text: str, around: Around) -> Span | None:
    """Whom "he replied" takes up: the subject that opens the sentence before, where it has no name."""
    if _PRONOUN.search(text, around.lead.start, around.lead.end) is None:
        return None
    return next((found for one in around.earlier[:2] if (found := english_opening(text, one)) is not None), None)


def name_in(text: str, span: Span, mentions: Mentions) -> str:
    """What the page calls whoever is named at `span`, else the words: "Amos Hale", of which its names have "Amos"."""
    words = span.of(text)
    words = words.rstrip(".") if words.count(".") == 1 else words
    one = next((one for one in mentions.within(max(0, span.start - _NEAR), span.end) if one.span.overlaps(span)), None)
    cut = one is not None and words.istitle() and one.span.start == span.start and one.span.end < span.end
    return one.name if one is not None and not cut else known_person(words) or words
