"""Findings about time: a deed after the doer's death, a surname before the law, a victory named before it was won.

Comes in: pages and the events made of their statements. Goes out: findings. The dated facts stand in a table with
their sources. A finding needs the later date to be certain to the year at least, and the doer to be named in the
clause itself: a carried-over subject or a coarse date may be this program's mistake and not the page's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from tanik.compare.dates import bounds, is_day
from tanik.compare.model import Event, Examined, Finding, FindingKind, Place
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.core.tables import read_rows
from tanik.facts.model import Modality, Polarity, Quotation, QuotationForm, Statement

__all__ = ["check_chronology", "check_victories"]

_LIVING: Final = frozenset(
    ("say", "write", "sign", "order", "promise", "request", "offer", "accept", "refuse", "meet", "appoint", "dismiss")
)
_DATED_FORMS: Final = (QuotationForm.LETTER, QuotationForm.TELEGRAM, QuotationForm.DOCUMENT)


@dataclass(frozen=True, slots=True)
class DatedFact:
    """One row of the table: `forms` are folded wordings, `date` an ISO day."""

    kind: str
    name: str
    forms: tuple[str, ...]
    date: str
    source: str


@cache
def dated_facts(kind: str) -> tuple[DatedFact, ...]:
    """The rows of one kind: death, surname, founding or end.

    >>> dated_facts("surname")[0].date
    '1934-11-24'
    """
    return tuple(
        DatedFact(row["kind"], row["name"], tuple(filter(None, row["forms"].split("|"))), row["date"], row["source"])
        for row in read_rows("tanik.compare", "dated_facts.csv")
        if row["kind"] == kind
    )


def _after(when: str | None, day: str) -> bool:
    """Whether a date is certainly in a later year than `day`."""
    found = bounds(when)
    return found is not None and found[0][:4] > day[:4]


def check_chronology(page: Examined) -> Iterator[Finding]:
    """Deeds after death and words before their time on one page."""
    deaths = {fact.name: fact for fact in dated_facts("death")}
    for statement in page.facts.statements:
        doer = dict(statement.roles).get("subject")
        fact = deaths.get(doer.name) if doer is not None and doer.name else None
        if (
            fact is not None
            and doer is not None
            and _is_alive_in(statement, doer.span)
            and _after(statement.when, fact.date)
        ):
            yield Finding(
                FindingKind.ANACHRONISM,
                (Place(page.id, statement.span),),
                "deed-after-death",
                (("name", fact.name), ("death", fact.date), ("when", statement.when or "?")),
                (("source", fact.source),),
            )
    for quotation in page.facts.quotations:
        yield from _early_words(page, quotation)


def _is_alive_in(statement: Statement, doer: Span) -> bool:
    """Whether a statement, made in the page's own voice, has a living doer named in its own words."""
    plain = statement.polarity is Polarity.AFFIRMED and statement.modality is Modality.ASSERTED
    return plain and statement.action in _LIVING and statement.span.contains(doer)


def _early_words(page: Examined, quotation: Quotation) -> Iterator[Finding]:
    """Surnames and names of states in a letter or document that dates itself before they existed."""
    if quotation.form not in _DATED_FORMS:
        return
    own = [date for date in page.facts.dates if quotation.span.contains(date.span) and is_day(date.edtf)]
    latest = max((limits[1] for date in own if (limits := bounds(date.edtf))), default=None)
    if latest is None:
        return
    folded = fold(quotation.text)
    for kind in ("surname", "founding"):
        for fact in dated_facts(kind):
            at = next((folded.find(form) for form in fact.forms if form in folded), -1)
            if at >= 0 and latest < fact.date:
                start = quotation.span.start + at
                length = next(len(form) for form in fact.forms if form in folded)
                yield Finding(
                    FindingKind.ANACHRONISM,
                    (Place(page.id, Span(start, start + length)), Place(page.id, quotation.span)),
                    f"{kind}-too-early",
                    (("name", fact.name), ("since", fact.date), ("when", latest)),
                    (("source", fact.source),),
                )


def check_victories(events: Sequence[Event], pages: Sequence[Examined]) -> Iterator[Finding]:
    """Events one of whose accounts is dated before a battle ended that another account celebrates as won."""
    by_id = {page.id: page for page in pages}
    for event in events:
        told = [(by_id[ref.page], by_id[ref.page].facts.statements[ref.index]) for ref in event.statements]
        for page, statement in told:
            around = fold(page.text[max(0, statement.span.start - 400) : statement.span.end])
            for fact in dated_facts("end"):
                if not _celebrates(around, fact.forms):
                    continue
                early = [(p, s) for p, s in told if is_day(s.when) and s.when and s.when < fact.date]
                if early:
                    other, before = early[0]
                    yield Finding(
                        FindingKind.ANACHRONISM,
                        tuple(sorted({Place(page.id, statement.span), Place(other.id, before.span)})),
                        "victory-too-early",
                        (("name", fact.name), ("end", fact.date), ("when", before.when or "?")),
                        (("event", event.id), ("source", fact.source)),
                    )
                    return


def _celebrates(folded: str, forms: Sequence[str]) -> bool:
    """Whether a text speaks of a battle as won; "Birinci-İkinci İnönü" names both."""
    named = any(form in folded for form in forms)
    return named and any(word in folded for word in ("zafer", "kazanilan", "kutla", "tebrik", "victor"))
