"""Letters, telegrams, orders and proclamations given whole on a page: what frames them, and what they say.

Comes in: a page. Goes out: each letter with its lines of place and day, of whom it goes to and of who signed, and the
stretch between them. The frame stands in lines of its own (`core/letterhead`); because each of its lines may stand
elsewhere too, a letter needs a head and, below, a signature, or words that "I", "we" or "you" say. What a news item,
minutes or an advertisement have of it is no frame: a place with a day and a name below, and nobody who is addressed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tanik.core.fold import fold, fold_whole
from tanik.core.letterhead import frame_of, head_lines, may_have_letters, strip_marks
from tanik.core.span import Span
from tanik.facts.once import once
from tanik.page.model import Page, SegmentKind

__all__ = ["Letter", "letters_of"]

_LINE: Final = re.compile(r"[^\n]+")
_LONGEST_BODY: Final = 120  # lines
_UNSIGNED_BODY: Final = 20  # lines of a letter whose end no signature shows
_MOST_SIGNED: Final = 4  # lines
_LONGEST_SIGNED: Final = 110
_MOST_WORDS: Final = 14
_BARRED: Final = (SegmentKind.BREADCRUMB, SegmentKind.SOURCES)
_OPENS: Final = tuple('“„«"')
_CLOSES: Final = tuple('”»"')
_ENDED: Final = re.compile(r"[.!?…:;][\"”»’')\]]*$")
_UNSIGNED: Final = ".!?:;,…"
_IN_LINE: Final = re.compile(r"(?<=[.!?…])[\"”»]?\s+(?P<name>[^\W\d_a-zçğıöşü][^.!?:;…]{2,70})$")
_INITIAL: Final = re.compile(r"\b[^\W\d_a-zçğıöşüə]\.")
_SMALL: Final = re.compile(
    r"ve|of|the|for|and|in|to|namina|adina|nam|reisi|sedri|baskani|k[ou]mandani|komutani|vekili|naziri?|valisi|imzali?|"
    r"uyesi|uzvu|katibi|muavini"
)
_SPOKEN: Final = re.compile(
    r"\b(?:siz|size|sizi|sizden|sizin|sizinle|biz|bize|bizi|bizden|bizim|bana|ben|sana|sen|we|you|your|our|us|i|my|me|"
    r"zatialiniz\w*|rica\s\w+|arz\s\w+|xahis\s\w+|"
    r"\w{2,}(?:iniz|unuz|inize|unuza|inizi|unuzu|inizin|yoruz|yorum|eriz|ariz|uruz|iriz|erim|arim|iyik|irik|irem|"
    r"imiz|umuz|imizin|umuzun|tik|duk|dik|tuk|dim|dum|tim|tum))\b"
)
_ANSWERING: Final = frozenset(("cevap", "cevabi", "cavab", "yanit", "reply", "answer"))


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter given whole: `body` is what it says, the other spans are lines of its frame, without marks around them.

    `word` is what its head calls it in comparison form ("telgraf"), empty where it calls it nothing. `greeted` says
    that whom it goes to stands in a greeting. `answers` says that it replies to the letter right above it.
    """

    span: Span
    body: Span
    dateline: Span | None = None
    addressee: Span | None = None
    signature: Span | None = None
    word: str = ""
    greeted: bool = False
    answers: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    text: str
    frame: str | None
    word: str
    opens: bool  # a segment, which in wrapped prose most lines do not
    quotes: bool  # with a mark of quotation that opens
    unquotes: bool  # with one that closes


@once
def letters_of(page: Page) -> tuple[Letter, ...]:
    """The letters given whole on `page`, in order.

    >>> from tanik.page.model import Segment, Source
    >>> text = "Ankara, 26 Nisan 1336\\nValiliğe\\nOn çadır rica ederiz.\\nAli Rıza"
    >>> one = Segment(SegmentKind.PARAGRAPH, Span(0, len(text)), "t")
    >>> (letter,) = letters_of(Page("p", Source("0" * 64, "text/plain"), text, (one,)))
    >>> letter.body.of(text), letter.signature.of(text), letter.dateline.of(text)
    ('On çadır rica ederiz.', 'Ali Rıza', 'Ankara, 26 Nisan 1336')
    """
    lines = _lines(page) if may_have_letters(fold_whole(page.text)) else []
    frames = [line.frame for line in lines]
    found: list[Letter] = []
    at = 0
    while at < len(lines):
        body = head_lines(frames, at) if lines[at].opens else at
        if body == at and lines[at].quotes and frames[at] == "dateline":
            body = at + 1
        below = bool(found) and at > 0 and found[-1].span.end == lines[at - 1].span.end
        letter, end = _letter(page.text, lines, at, body, goes_on=below) if body > at else (None, at + 1)
        if letter is not None:
            found.append(letter)
        at = max(end, at + 1)
    return tuple(found)


def _lines(page: Page) -> list[_Line]:
    """The lines of a page that hold something, each with the part of a letter's frame that it may be."""
    barred = [segment.span for segment in page.segments if segment.kind in _BARRED]
    starts = {segment.span.start for segment in page.segments}
    found, before = [], True
    for match in _LINE.finditer(page.text):
        if not match.group().strip():
            continue
        span = Span(*strip_marks(page.text, match.start(), match.end()))
        if not len(span) or any(one.contains(span) for one in barred):
            before = True
            continue
        told = frame_of(span.of(page.text))
        blank = page.text[: match.start()].rstrip(" \t").endswith("\n\n")
        opens = before or blank or any(start in starts for start in range(match.start(), span.start + 1))
        bare = "bare" if told is None and _is_signature(span.of(page.text)) else None
        frame, word = told if told is not None else (bare, "")
        raw = page.text[match.start() : match.end()].strip()
        marks = (raw[:1] in _OPENS, raw[-1:] in _CLOSES)
        found.append(_Line(span, span.of(page.text), frame, word, opens, *marks))
        before = told is not None
    return found


def _letter(
    text: str, lines: Sequence[_Line], at: int, body: int, *, goes_on: bool = False
) -> tuple[Letter | None, int]:
    """The letter whose head are the lines from `at` to `body`, and the line behind it; `goes_on` below another."""
    head = lines[at:body]
    end, signed, last, day = _ending(lines, body)
    if end == body:
        return None, body
    told = [one for one in head if one.frame in ("addressee", "dative")]
    to = told[0] if len(told) == 1 else None  # what goes to several is asked of none of them alone
    greeting = next((one for one in head if one.frame == "greeting"), None)
    above = next((one for one in head if one.frame in ("dateline", "dated-head")), None)
    called = next((one.word for one in head if one.word), "")
    words = Span(lines[body].span.start, lines[end - 1].span.end)
    signature = Span(lines[signed[0]].span.start, lines[signed[1] - 1].span.end) if signed is not None else None
    if signature is None and (inside := _IN_LINE.search(lines[end - 1].text)) and _is_signature(inside["name"]):
        begin = lines[end - 1].span.start + inside.start("name")
        signature, words = Span(begin, words.end), Span(words.start, begin)
    dateline = above or day
    addressed = to or (greeting if not told else None)
    spoken = _SPOKEN.search(fold(words.of(text))) is not None
    # whole in its marks, a place with a day and a name below are a letter's
    quoted = lines[at].quotes and signed is not None and lines[signed[1] - 1].unquotes
    known = bool(called) or quoted or goes_on
    short = end - body <= _UNSIGNED_BODY
    if not _is_letter(
        bool(told or greeting), above is not None or day is not None, known, signature, spoken=spoken, short=short
    ):
        return None, body
    whole = Span(lines[at].span.start, lines[last - 1].span.end)
    return (
        Letter(
            whole,
            words,
            dateline.span if dateline is not None else None,
            addressed.span if addressed is not None else None,
            signature,
            called,
            greeted=addressed is not None and addressed is greeting,
            answers=called in _ANSWERING,
        ),
        last,
    )


def _is_letter(addressed: bool, dated: bool, known: bool, signature: Span | None, *, spoken: bool, short: bool) -> bool:
    """Whether what was found of a frame is enough: each of its lines alone may stand in other texts.

    What is `known` to be a letter by its head, its marks or the letter above it needs less.
    """
    if addressed and (known or dated):
        return signature is not None or (spoken and short)
    if addressed:
        return signature is not None and spoken
    return known and dated and signature is not None


def _ending(lines: Sequence[_Line], body: int) -> tuple[int, tuple[int, int] | None, int, _Line | None]:
    """Where what a letter says ends, its lines of signature, where the letter ends, and a day that stands below."""
    frames = [line.frame for line in lines[body : body + _LONGEST_BODY]]
    for step in range(len(frames)):
        at = body + step
        closes = at > body and (_ENDED.search(lines[at - 1].text) is not None or lines[at - 1].frame == "closing")
        if frames[step] == "closing" and at > body:
            signed, last, day = _signed(lines, at + 1)
            return at, signed, last, day
        if closes and (signed_here := _signed(lines, at))[0] is not None:
            return at, *signed_here
        if step and lines[at].opens and head_lines(frames, step) > step:
            return at, None, at, None
    return min(body + _LONGEST_BODY, len(lines)), None, min(body + _LONGEST_BODY, len(lines)), None


def _signed(lines: Sequence[_Line], at: int) -> tuple[tuple[int, int] | None, int, _Line | None]:
    """The lines of a signature from line `at` on, where they end, and the day that stands over or under them."""
    day = None
    if at < len(lines) and lines[at].frame == "dateline" and not _goes_on(lines, at):
        day, at = lines[at], at + 1
    end = at
    while end < len(lines) and end - at < _MOST_SIGNED and _is_signature_line(lines[end]):
        end += 1
    # behind a signature a new paragraph begins: prose that is broken for width goes on
    if end == at or (end < len(lines) and not lines[end].opens and lines[end].frame is None):
        return None, at, day
    if day is None and end < len(lines) and lines[end].frame == "dateline" and not _goes_on(lines, end):
        day = lines[end]
        return (at, end), end + 1, day
    return (at, end), end, day


def _goes_on(lines: Sequence[_Line], at: int) -> bool:
    """Whether a line begins the head of another letter."""
    return head_lines([line.frame for line in lines[at : at + 6]], 0) > 0


def _is_signature_line(line: _Line) -> bool:
    return line.frame == "bare" or (line.frame == "dative" and _is_signature(line.text))


def _is_signature(words: str) -> bool:
    """Whether words may be who signed and his office: a few capital words that close no sentence."""
    bare = _INITIAL.sub("A", words).strip(" ,.")
    told = bare.split()
    if not told or len(words) > _LONGEST_SIGNED or len(told) > _MOST_WORDS or words[-1:] in _UNSIGNED:
        return False
    low = [one for one in told if not one[:1].isupper() and not one[:1].isdigit() and not _SMALL.fullmatch(fold(one))]
    return bare[:1].isupper() and len(low) * 4 <= len(told) and not any(mark in bare for mark in "!?;:")
