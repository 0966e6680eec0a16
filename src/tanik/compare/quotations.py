"""Findings about quotations: what the oldest copy at hand reads otherwise, and what is not there at all.

Comes in: pages with the traces of their quotations. Goes out: findings. A short or anonymous quotation that is
absent is no finding: anything of five words may be missing from any library. What is found of words that a page
quotes more than once is one finding with several places.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tanik.compare.model import Examined, Finding, FindingKind, Place
from tanik.core.fold import fold
from tanik.facts.model import Quotation, QuotationForm, Standing
from tanik.trace.model import Difference, DifferenceKind, Match, Status, Trace

__all__ = ["check_quotations", "shown"]

_LONG_ENOUGH: Final = 6  # words
_CUTS: Final = frozenset((DifferenceKind.OMISSION, DifferenceKind.POLARITY))
_GRAVITY: Final = {DifferenceKind.POLARITY: 0, DifferenceKind.NUMBER: 1, DifferenceKind.NAME: 2}
_SHOWN: Final = 160
# whether the page and the witness have words at the place, to the rule for one such difference and for several
_RULES: Final = {
    (True, True): ("quotation-words-replaced", "quotation-words-replaced-several"),
    (True, False): ("quotation-words-put-in", "quotation-words-put-in-several"),
    (False, True): ("quotation-words-left-out", "quotation-words-left-out-several"),
    (False, False): ("quotation-words-replaced", "quotation-words-replaced-several"),
}
# a claim that the page only reports or refutes is told as one
_ABSENT: Final = {
    Standing.GIVEN: "quotation-absent",
    Standing.ALLEGED: "quotation-absent-alleged",
    Standing.DENIED: "quotation-absent-denied",
}


def shown(text: str) -> str:
    """A text on one line, short enough for a sentence.

    >>> shown("Yol\\nuzundur"), len(shown("a" * 200))
    ('Yol uzundur', 160)
    """
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else f"{flat[: _SHOWN - 1]}…"


def check_quotations(page: Examined, authors: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """The findings about one page's quotations, in order of the page; of the same words one.

    `authors` are all those whose words were searched, where that is known: what somebody else said cannot be missing.
    """
    told: dict[tuple[str, ...], Finding] = {}
    for finding in _of_each(page, authors):
        key = (finding.rule, *(fold(value) for _, value in (*finding.details, *finding.because)))
        first = told.setdefault(key, finding)
        if first is not finding:
            told[key] = replace(first, places=(*first.places, *finding.places))
    yield from told.values()


def _of_each(page: Examined, authors: frozenset[str]) -> Iterator[Finding]:
    for quotation, trace in zip(page.facts.quotations, page.traces, strict=False):
        if trace is None:
            continue
        place = Place(page.id, quotation.span)
        if trace.status is Status.SPLICED:
            yield _spliced(place, quotation, trace)
        elif trace.status in (Status.ALTERED, Status.ABRIDGED):
            yield from _altered(place, trace)
        elif trace.status is Status.ABSENT and _is_looked_for(quotation, authors) and trace.searched.documents:
            yield _absent(place, quotation, trace)


def _is_looked_for(quotation: Quotation, authors: frozenset[str]) -> bool:
    """Whether a quotation is long and given to someone whose words were searched; else its absence says nothing."""
    named = quotation.speaker is not None and quotation.form is not QuotationForm.PROVERB
    searched = not authors or any(_is_same(quotation.speaker or "", author) for author in authors)
    return named and searched and len(quotation.text.split()) >= _LONG_ENOUGH


def _is_same(one: str, other: str) -> bool:
    """Whether two names may be one person's: all words of one stand in the other."""
    first, second = set(fold(one).split()), set(fold(other).split())
    return bool(first and second) and (first <= second or second <= first)


def _altered(place: Place, trace: Trace) -> Iterator[Finding]:
    """One finding on the best match's gravest change of meaning; a cut counts only if it turns the sense."""
    for match in trace.matches:
        telling = [difference for difference in match.differences if difference.changes_meaning]
        if trace.status is Status.ABRIDGED:
            telling = [difference for difference in telling if difference.kind in _CUTS]
        if telling:
            yield _changed(place, trace.status, match, telling)
            return


def _changed(place: Place, status: Status, match: Match, telling: list[Difference]) -> Finding:
    # What turns a sentence round is told before what merely colours it; among equals the first on the page.
    first = min(telling, key=lambda one: _GRAVITY.get(one.kind, len(_GRAVITY)))
    return Finding(
        FindingKind.ALTERED_QUOTATION,
        (place,),
        _rule(status, first, len(telling)),
        (
            ("page_text", shown(first.page_text)),
            ("witness_text", shown(first.witness_text)),
            ("count", str(len(telling))),
        ),
        (
            ("witness", match.document),
            *(("difference", f"{d.kind}: {d.page_text} | {d.witness_text}") for d in telling),
        ),
    )


def _rule(status: Status, first: Difference, count: int) -> str:
    """The rule, and with it the sentence: words left out, put in or replaced are three things to say."""
    here, there = bool(first.page_text.strip()), bool(first.witness_text.strip())
    if status is Status.ABRIDGED and there:
        return "quotation-cut-short" if here else "quotation-cut"
    once, several = _RULES[here, there]
    return several if count > 1 else once


def _spliced(place: Place, quotation: Quotation, trace: Trace) -> Finding:
    documents = tuple(dict.fromkeys(match.document for match in trace.matches))
    return Finding(
        FindingKind.SPLICED_QUOTATION,
        (place,),
        "quotation-spliced",
        (("text", shown(quotation.text)), ("count", str(len(documents)))),
        tuple(("witness", document) for document in documents),
    )


def _absent(place: Place, quotation: Quotation, trace: Trace) -> Finding:
    searched = trace.searched
    return Finding(
        FindingKind.ABSENT_QUOTATION,
        (place,),
        _ABSENT[quotation.standing],
        (
            ("text", shown(quotation.text)),
            ("speaker", quotation.speaker or "?"),
            ("documents", str(searched.documents)),
            ("collections", ", ".join(searched.collections) or "?"),
        ),
        (("searched", searched.digest), ("earliest", searched.earliest or ""), ("latest", searched.latest or "")),
    )
