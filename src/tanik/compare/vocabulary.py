"""Findings about vocabulary: quoted words that are newer than the day on which they are said to have been spoken.

Comes in: a page with its traces, and what the library's dated documents use. Goes out: a finding where a quotation that
was not found is written in the language of a later time. Every word of it that has an older or a newer rival (the
glossary, the table of coined words) is weighed: the log-likelihood of that choice in today's Turkish against that of
the library's documents up to the day (Dunning 1993, with documents for counts), where a coined word stands against the
year before which nobody used it. The weights of all words are added, those of older words with their minus sign; the
sum must pass G² = 6.63, which one text in a hundred exceeds by chance, and two words at least must carry it.

Words of somebody who did not speak Turkish (``data/tongues.csv``) are a translation, of any day: they are not weighed.
An editor who put an old text into newer words leaves the same trace; that stands in the finding.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tanik.compare.choices import Rivals, is_another_word, rivals_of, written
from tanik.compare.dates import bounds
from tanik.compare.dating import Dated
from tanik.compare.known import Coined, lives, tongues
from tanik.compare.model import Finding, FindingKind, Place
from tanik.compare.usage import Usage
from tanik.core.span import Span
from tanik.core.token import tokenize
from tanik.facts.model import Quotation
from tanik.trace.model import Status, Trace

__all__ = ["Choice", "check_vocabulary", "is_late", "weigh_words"]

_FEWEST_WORDS: Final = 12
_LEAST: Final = 6.63  # chi-square with one degree of freedom, p = 0.01
_TELLING: Final = 3.0  # G² of one word that is worth naming
_FEWEST_TELLING: Final = 2
_TODAY: Final = 0.85  # how often a writer of today takes the newer of two words
_NOT_YET: Final = 0.02  # how often a writer took one that, as far as is known, had not been made
_SHOWN: Final = 5
# With the first congress on the language it began to change by the year: what was written before tells nothing of a
# text that was written after.
_REFORM: Final = "1932-09-26"


@dataclass(frozen=True, slots=True)
class Choice:
    """A word that has a rival, and what taking it says: `weight` is G², positive where it speaks for a later day.

    `newer_in` and `older_in` are the documents up to the day that have the newer and the older word of the pair.
    """

    span: Span
    word: str
    rival: str
    newer_in: int
    older_in: int
    weight: float
    coined: Coined | None = None


def weigh_words(text: str, until: str, usage: Usage) -> tuple[Choice, ...]:
    """The words of `text` that have a rival, each head once, with what they say about its being written by `until`.

    >>> from tanik.trace.memory import Memory
    >>> from tanik.trace.model import Witness
    >>> usage = Usage(Memory([Witness(f"a:{n}", "mektep", "a", date="1920-05-01") for n in range(9)]))
    >>> [(one.word, one.rival, one.newer_in, one.older_in) for one in weigh_words("Bu okul", "1921-01-01", usage)]
    [('okul', 'mektep', 0, 9)]
    """
    found = _with_rivals(text)
    usage.look_ahead(_heads(found))
    return tuple(_weighed(span, rivals, until, usage) for span, rivals in found)


def _with_rivals(text: str) -> list[tuple[Span, Rivals]]:
    """The words of `text` that have a rival, each head once, where it stands first."""
    found: dict[str, tuple[Span, Rivals]] = {}
    tokens = tokenize(text)
    for word, start, end in zip(tokens.words, tokens.starts.tolist(), tokens.ends.tolist(), strict=True):
        rivals = rivals_of(word) if word.isalpha() else None
        if rivals is None or rivals.head in found:
            continue
        if rivals.coined is None or not is_another_word(text[start:end], rivals.coined):
            found[rivals.head] = Span(start, end), rivals
    return list(found.values())


def _heads(found: Sequence[tuple[Span, Rivals]]) -> Iterator[str]:
    for _, rivals in found:
        yield rivals.head
        yield from rivals.others


def _weighed(span: Span, rivals: Rivals, until: str, usage: Usage) -> Choice:
    since = _REFORM if until >= _REFORM else ""
    own = usage.documents(rivals.head, until, since)
    other, rival = max((usage.documents(one, until, since), one) for one in rivals.others)
    newer, older = (own, other) if rivals.is_newer else (other, own)
    then = (newer + 0.5) / (newer + older + 1)
    made = rivals.coined
    early = made is not None and int(until[:4]) < made.year
    if early and newer == 0:
        then = min(then, _NOT_YET)
    likely = math.log(_TODAY / then) if rivals.is_newer else math.log((1 - _TODAY) / (1 - then))
    return Choice(span, rivals.head, rival, newer, older, 2 * likely, made if early and newer == 0 else None)


def is_late(choices: Sequence[Choice]) -> bool:
    """Whether the choices together speak of a later language than that of the day they were weighed for."""
    return sum(one.weight for one in choices) >= _LEAST and len(_telling(choices)) >= _FEWEST_TELLING


def _telling(choices: Sequence[Choice]) -> list[Choice]:
    return sorted((one for one in choices if one.weight >= _TELLING), key=lambda one: (-one.weight, one.span))


def check_vocabulary(dated: Dated, usage: Usage) -> Iterator[Finding]:
    """The findings about the words of one page's quotations that were not found in the library."""
    page = dated.page
    asked = []
    for quotation, trace in zip(page.facts.quotations, page.traces, strict=False):
        translated = (quotation.speaker or "") in tongues()
        asks = _is_open(trace, quotation) and not translated
        last = _spoken_by(dated, quotation, usage.day(trace)) if asks else None
        if last is not None:
            asked.append((quotation, *last, _with_rivals(quotation.text)))
    # One search for the words of all of them: most lead to the same documents.
    usage.look_ahead(head for *_, found in asked for head in _heads(found))
    for quotation, until, whose, found in asked:
        choices = [_weighed(span, rivals, until, usage) for span, rivals in found]
        if is_late(choices):
            yield _finding(dated, quotation, (until, whose), choices)


def _is_open(trace: Trace | None, quotation: Quotation) -> bool:
    """Whether a quotation was searched and not found as it stands, and is long enough to judge its words."""
    absent = trace is not None and trace.status in (Status.ABSENT, Status.ALTERED)
    return absent and len(quotation.text.split()) >= _FEWEST_WORDS


def _spoken_by(dated: Dated, quotation: Quotation, witnessed: str | None) -> tuple[str, str] | None:
    """The last day on which the words can have been said, and whose day it is: `page` (the day they bear there),
    `witness` (its witness's) or `death` (the speaker's last).
    """
    day = dated.day_of(quotation)
    limits, whose = (bounds(day.edtf), "page") if day is not None else (bounds(witnessed), "witness")
    life = lives().get(quotation.speaker or "")
    if limits is None and life is not None:
        limits, whose = bounds(life.died), "death"
    return (limits[1], whose) if limits is not None else None


def _finding(dated: Dated, quotation: Quotation, until: tuple[str, str], choices: Sequence[Choice]) -> Finding:
    telling = _telling(choices)
    shown = telling[:_SHOWN]
    coined = [one for one in shown if one.coined is not None]
    attested = [one for one in shown if one.older_in]
    rule = "words-before-their-time"
    if coined:
        rule = "words-not-yet-coined" if attested else "words-not-yet-coined-alone"
    spans = sorted(one.span.shifted(quotation.span.start) for one in telling)
    details = [
        ("words", ", ".join(one.span.of(quotation.text) for one in shown)),
        ("older", ", ".join(f"{written(one.rival)} ({one.older_in})" for one in attested)),
        ("when", until[0]),
        ("whose", until[1]),
        ("count", str(len(telling))),
    ]
    if coined:
        details.append(("coined", ", ".join(f"{one.coined.word} ({one.coined.year})" for one in coined if one.coined)))
    return Finding(
        FindingKind.VOCABULARY,
        (Place(dated.page.id, quotation.span), *(Place(dated.page.id, span) for span in spans)),
        rule,
        tuple(details),
        tuple(_evidence(quotation, choices, telling)),
    )


def _evidence(quotation: Quotation, choices: Sequence[Choice], telling: Sequence[Choice]) -> Iterator[tuple[str, str]]:
    """The counts and weights that a finding rests on, those that speak against it too."""
    against = sum(one.weight for one in choices if one.weight < 0)
    total = sum(one.weight for one in choices)
    yield "log_likelihood", f"G² = {total:.1f} ({len(choices)} words weighed, {against:.1f} against)"
    for one in telling[:_SHOWN]:
        counts = f"{written(one.word)}: {one.newer_in}, {written(one.rival)}: {one.older_in}"
        yield "documents", f"{one.span.of(quotation.text)}: {counts}, G² = {one.weight:.1f}"
        if one.coined is not None:
            yield "source", f"{one.coined.word} ({one.coined.year}): {one.coined.source}"
