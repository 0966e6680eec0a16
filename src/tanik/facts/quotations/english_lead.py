"""Who an English sentence says is speaking: "Lloyd George told the House:", "A friend of the captain wrote home:".

Comes in: a text and the part of a sentence before, or behind, quoted words. Goes out: the noun phrase that is the
subject of the verb of saying there. English marks the subject by its place alone: right before its verb, at the
head of a clause (Quirk et al., A Comprehensive Grammar of the English Language, 10.18). Where both are plain
nobody else needs to be weighed, however often the page names him. A pronoun, a passive and a phrase behind a
preposition leave the question open.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from tanik.core.span import Span
from tanik.facts.quotations.words import english_verbs
from tanik.facts.tables import rows

__all__ = ["english_after", "english_judge", "english_lead", "english_opening", "english_subject", "is_judged"]

_CAPITAL: Final = r"[^\W\d_a-zçğıöşüə][\w-]*\.?"
_NAME: Final = rf"{_CAPITAL}(?:\s(?:de\s|von\s|van\s|al-)?{_CAPITAL}){{0,4}}"
_NOUN: Final = r"(?!(?:of|in|at|from|to|by|for|with|on|that|who|which|when|while|and|but|as|where|what)\b)[a-z][a-z-]+"
_THE: Final = r"(?:[Tt]he|[Aa]n?|[Mm]y|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir|[Oo]ne|[Aa]nother|[Tt]wo|[Ss]everal|[Ss]ome)"
_HEAD: Final = (
    rf"(?:(?:{_NAME}|{_THE}\s{_NOUN})['’]s\s(?:{_NOUN}\s){{0,2}}{_NOUN}"
    rf"|{_THE}\s(?:(?:{_NOUN}|{_CAPITAL})\s){{0,3}}(?:{_NOUN}|{_CAPITAL})|{_NAME})"
)
_OF: Final = rf"(?P<of>\s(?:of|in|at|from)\s(?:the\s|my\s|his\s|her\s)?(?:{_NAME}|{_NOUN}))?"
_APPOSITION: Final = r"(?:,\s(?P<apposed>[^,.;:]{2,60}),)?"
_LONGEST: Final = 240
_ADVERB: Final = r"(?:(?:later|once|also|then|simply|only|had|has|have|always|never|often|[a-z]+ly)\s){0,3}"
_BEFORE: Final = re.compile(r"([^\s]+)\s*$")
_DESCRIBED: Final = re.compile(rf"{_THE}\s[a-z]")  # "a friend (of …)", not a name that is told where it stood
_WORD: Final = re.compile(r"[\w'’-]+")
# "I was told by Captain Hale:" turns subject and sayer round (Quirk et al., 3.63-3.70).
_TOLD_BY: Final = re.compile(
    rf"\b(?:told|informed|assured|warned|reminded|answered|written|said|put|recalled)\s(?:[a-z]+\s){{0,4}}?by\s"
    rf"(?P<head>{_HEAD})(?:,\s[^.;:]{{2,60}})?\s*[:,]\s*$"
)
# Behind the verb: who was told, where and when, but no clause of its own.
_REST: Final = re.compile(r"(?:(?!\b(?:and|but|while|who|which|that\s[A-Z]\w*)\b)[^.;!?]){0,90}$")
_WHO: Final = (
    r"((?:(?:[Tt]he|[Aa]n?|[Mm]y|[Hh]is|[Hh]er|[Oo]ne)\s(?:(?!the\b|of\b|that\b|he\b|she\b|they\b|it\b)[A-Z]?[a-z]+\s){0,2}"
    r"(?!he\b|she\b|they\b|it\b|has\b|had\b|have\b)[a-z]+|"
    r"(?:[A-Z][a-z]*\.?\s)*[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)*))"
)
_SIMPLE_ADVERB: Final = r"(?:(?:later|once|also|then|simply|only|had|has|is|rose|to|have|[a-z]+ly)\s){0,3}"
_FROM: Final = r"(?:\s(?:in|of|from|at)\s(?:the\s)?[A-Z][\w’-]+)?"
_ENGLISH_OPENING: Final = re.compile(
    r"\W*((?:The|An?|My|His|Her|One|Our)\s(?:[A-Z]?[a-z]+\s){0,2}?[a-z]+)\s(?:[a-z]+ed|was|had|is|rose|came|went|took|gave|sent)\b"
)
# "the keeper, Amos Hale": of two noun phrases in apposition the name says who (Quirk et al., 17.65)
_APPOSED: Final = re.compile(rf",\s(?P<name>{_CAPITAL}(?:\s{_CAPITAL}){{1,3}})(?=[,.;]|\s*$)")
# "Hale called Norton “a man without a map”": of an object and its complement neither speaks (Quirk et al., 16.43-16.46)
_JUDGES: Final = (
    r"(?:called|considered|thought|deemed|termed|dubbed|labell?ed|described|regarded|hailed|dismissed|denounced|praised|"
    r"characteri[sz]ed|portrayed|ridiculed|branded|judged|found)"
)
_JUDGED: Final = re.compile(
    rf"(?<![\w'’-])(?P<head>{_HEAD})\s(?:later\s|once\s|also\s|had\s|has\s|[a-z]+ly\s){{0,2}}{_JUDGES}\s"
    rf"(?:him|her|it|them|{_THE}\s(?:{_NOUN}\s?){{1,4}}|{_NAME})(?:\sas)?\s*$"
)
# "another from a veteran of the war, “…”": whoever sent the letter in which the words stand
_SENT_BY: Final = re.compile(
    rf"\b(?:letter|another|one|message|note|telegram|cable|wire|report|reply|word|words)\sfrom\s"
    rf"(?P<head>{_THE}\s(?:(?:{_NOUN}|{_CAPITAL})\s?){{1,5}}|{_NAME}),?:?\s*$"
)
_OBJECT: Final = re.compile(rf"\b{_JUDGES}\s(?:the\s)?$")
_PRONOUNS: Final = frozenset({"He", "She", "It", "They", "We", "I", "You", "This", "That", "There", "Who", "What"})


@cache
def _subject_and_verb() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w'’-])(?P<head>{_HEAD}){_OF}{_APPOSITION}\s{_ADVERB}(?:{english_verbs()}|called|written)\b"
    )


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{english_verbs()}|called|written)\b")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["form"] for row in rows("quotation_words.csv") if row["kind"] == kind)


@cache
def _no_names() -> frozenset[str]:
    """Words that are written large at the head of a sentence and begin no name: ``When``, ``In``, ``March``."""
    small = {*_words("clause_opener"), *_words("preposition"), *_words("pronoun")}
    return frozenset({word[0].upper() + word[1:] for word in small} | _words("english_month"))


def _opens_clause(text: str, start: int, at: int) -> bool:
    """Whether a clause may begin at `at`: what stands before is nothing, a mark, or a word that opens one."""
    before = _BEFORE.search(text, start, at)
    word = before.group(1).strip('“”"‘’()[]') if before is not None else ""
    if not word or word[-1] in ",;:.!?—–" or word.isdigit():
        return True
    return word.lower() in _words("clause_opener") or word in _words("moment") | _words("english_month")


def _trimmed(text: str, span: Span) -> Span | None:
    """The phrase without words at its head that open the clause; None for a pronoun, or if nothing is left."""
    start = span.start
    while (word := _WORD.match(text, start, span.end)) and word.group() in _no_names():
        if word.group()[0].lower() + word.group()[1:] in _words("pronoun"):
            return None
        start = min(word.end() + 1, span.end)
    return Span(start, span.end) if start < span.end else None


def _is_text(words: str) -> bool:
    """Whether the subject is a letter or report, which speaks for its writer."""
    return any(word.strip("'’s") in _words("english_text") for word in words.lower().split())


def english_lead(text: str, lead: Span) -> Span | None:
    """The subject of the last verb of saying in an English `lead`, where it stands right before it; else None.

    >>> text = "When the ship came in, Lloyd George told the House: …"
    >>> english_lead(text, Span(0, 47)).of(text)
    'Lloyd George'
    >>> text = "I was told by Captain Hale: …"
    >>> english_lead(text, Span(0, 27)).of(text)
    'Captain Hale'
    >>> text = "He told the House: …"
    >>> english_lead(text, Span(0, 18)) is None
    True
    """
    sent = _SENT_BY.search(text, max(lead.start, lead.end - _LONGEST), lead.end)
    if sent is not None:
        head = sent.group("head").rstrip()
        return Span(sent.start("head"), sent.start("head") + len(head))
    told = _TOLD_BY.search(text, max(lead.start, lead.end - _LONGEST), lead.end)
    if told is not None:
        return Span(*told.span("head"))
    verb = next(reversed(tuple(_verb().finditer(text, lead.start, lead.end))), None)
    if verb is None or _REST.match(text, verb.end(), lead.end) is None:
        return None
    near = max(lead.start, verb.start() - _LONGEST)
    found = next((one for one in _subject_and_verb().finditer(text, near, verb.end()) if one.end() == verb.end()), None)
    head = _trimmed(text, Span(*found.span("head"))) if found is not None else None
    if found is None or head is None or not _opens_clause(text, lead.start, head.start) or _is_text(head.of(text)):
        return None
    if found.group("apposed") and _DESCRIBED.match(text, head.start, head.end):
        named = re.fullmatch(_NAME, found.group("apposed"))  # "the keeper, Amos Hale, wrote": the name says who
        if named is not None:
            return Span(*found.span("apposed"))
    described = found.group("of") and _DESCRIBED.match(text, head.start, head.end)
    return Span(head.start, found.end("of")) if described else head


@cache
def _english_before() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w'’])(?<!of\s)(?<!to\s)(?<!in\s){_WHO}{_FROM}\s{_SIMPLE_ADVERB}(?:{english_verbs()}|called)\b(?=[^.!?]*$)"
    )


@cache
def _english_behind() -> re.Pattern[str]:
    verbs = english_verbs()
    return re.compile(rf"\W{{1,4}}(?:{_WHO}\s{_SIMPLE_ADVERB}(?:{verbs})\b|(?:{verbs})\s{_WHO})")


def english_after(text: str, start: int, end: int) -> Span | None:
    """Who said it, behind English words: ``she wrote`` gives nobody, ``said the harbour master`` does.

    >>> text = "“Come in” said the harbour master."
    >>> english_after(text, 9, len(text)).of(text)
    'the harbour master'
    """
    found = _english_behind().match(text, start, end)
    if found is None:
        return None
    words = next(index for index in (1, 2) if found.group(index))
    apposed = _APPOSED.match(text, found.end(words), end) if _DESCRIBED.match(found.group(words)) else None
    if apposed is not None:
        return Span(*apposed.span("name"))
    return None if found.group(words) in _PRONOUNS else Span(*found.span(words))


def english_judge(text: str, lead: Span) -> Span | None:
    """Who calls somebody what the quoted words say, at the end of an English `lead`.

    >>> text = "Amos Hale described Norton as “a man without a map”"
    >>> english_judge(text, Span(0, 30)).of(text)
    'Amos Hale'
    """
    found = _JUDGED.search(text, max(lead.start, lead.end - _LONGEST), lead.end)
    head = _trimmed(text, Span(*found.span("head"))) if found is not None else None
    return head if head is not None and _opens_clause(text, lead.start, head.start) else None


def is_judged(text: str, name: Span, outer: Span) -> bool:
    """Whether whoever is named right before quoted words is the object of a verb of judging.

    >>> text = "Hale called Norton “a man without a map”"
    >>> is_judged(text, Span(12, 18), Span(19, 40)), is_judged("Hale told Norton “go”", Span(10, 16), Span(17, 21))
    (True, False)
    """
    start = name.start
    if name.end > outer.start or text[name.end : outer.start].strip() not in ("", "as"):
        return False
    return _OBJECT.search(text, max(0, start - _LONGEST), start) is not None


def english_opening(text: str, sentence: Span) -> Span | None:
    """The subject without a name that opens an English sentence: ``The governor received her.``

    >>> text = "The governor received her."
    >>> english_opening(text, Span(0, len(text))).of(text)
    'The governor'
    """
    found = _ENGLISH_OPENING.match(text, sentence.start, sentence.end)
    return Span(*found.span(1)) if found is not None else None


def english_subject(text: str, clause: Span) -> Span | None:
    """The subject of the English verb that announces the words, the last of several: ``Captain Hale wrote:``."""
    found = next(reversed(tuple(_english_before().finditer(text, clause.start, clause.end))), None)
    return Span(*found.span(1)) if found is not None and found.group(1) not in _PRONOUNS else None
