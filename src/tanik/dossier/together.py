"""What statements come to together, in rows of words: the events that several tell, and the ledger.

Comes in: a dossier. Goes out: heads and rows for forms that are read as text (Markdown, a terminal). A statement is
called by the number of its page and its own number there, as the HTML file calls it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from tanik.compare.model import Event, LedgerLine, StatementRef, Verdict
from tanik.dossier import phrases
from tanik.dossier.edtf import in_words
from tanik.dossier.model import Dossier
from tanik.dossier.words import number, say

__all__ = [
    "EVENT_HEADS",
    "LEDGER_HEADS",
    "ToldEvent",
    "amount_told",
    "event_rows",
    "ledger_lines",
    "naming",
    "thing_told",
    "told_events",
]

EVENT_HEADS = ("event", "statements", "independent", "agree", "values")
LEDGER_HEADS = ("stage", "of", "value", "giver", "receiver", "date", "voice", "statement")
_COUNTED = ("count", "person")
_Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event in words: what and when, the numbers of its statements, what agrees, and what does not."""

    what: str
    statements: str
    independent: str
    agree: str
    differing: tuple[str, ...]


def told_events(dossier: Dossier) -> Iterator[ToldEvent]:
    """The events that more than one statement tells, in the dossier's language.

    >>> from tanik.dossier.build import build
    >>> list(told_events(build(version="1", created="", as_of="", language="en", library=None, pages=())))
    []
    """
    lang, pages = dossier.language, _page_numbers(dossier)
    for event in dossier.comparison.events:
        if len(event.statements) > 1:
            told = phrases.word("action", event.action, lang) or say("ui.other_action", lang)
            thing = thing_told(event, dossier)
            told += f" · {thing}" if thing else ""
            when = f" · {in_words(event.when, lang)}" if event.when else ""
            agree = ", ".join(phrases.word("role", slot, lang) for slot in event.agree)
            refs = _refs(event.statements, pages)
            yield ToldEvent(told + when, refs, str(event.independent), agree, tuple(_differing(event, lang)))


def thing_told(event: Event, dossier: Dossier) -> str:
    """What was given, found or signed, where all statements of the event give it alike: as the first has it."""
    if "object" not in event.agree or any(one.on == "amount" for one in event.conflicts):
        return ""
    for ref in event.statements:
        report = next((report for report in dossier.pages if report.page.id == ref.page), None)
        if report is None:
            continue
        statement = report.facts.statements[ref.index]
        role, told = statement.first("object"), [report.facts.amounts[at] for at in statement.amounts]
        if role is not None and (not told or any(amount.span.overlaps(role.span) for amount in told)):
            return naming(ref, dossier)(role.name or " ".join(role.text.split()))
    return ""


def event_rows(dossier: Dossier) -> Iterator[_Row]:
    """The same as rows under `EVENT_HEADS`."""
    for event in told_events(dossier):
        yield event.what, event.statements, event.independent, event.agree, "; ".join(event.differing)


def naming(ref: StatementRef, dossier: Dossier) -> Callable[[str | None], str]:
    """How parties, authorities and things of a statement are called for the reader: see `phrases.as_page_has_it`."""
    report = next((report for report in dossier.pages if report.page.id == ref.page), None)
    told = report.facts.statements if report is not None else ()
    statement = told[ref.index] if ref.index < len(told) else None
    return partial(phrases.as_page_has_it, lang=dossier.language, report=report, statement=statement)


def _differing(event: Event, lang: str) -> Iterator[str]:
    """What the statements of an event give otherwise, with what that is: "ne zaman: 1921 ↔ 23 Mart 1921 (≈ uyumlu)"."""
    for conflict in event.conflicts:
        sign = "≠" if conflict.verdict is Verdict.CONTRADICTS else "≈"
        values = " ↔ ".join(phrases.values_in_words(conflict, lang))
        verdict = phrases.word("verdict", conflict.verdict, lang)
        yield f"{phrases.word('role', conflict.on, lang)}: {values} ({sign} {verdict})"


def ledger_lines(dossier: Dossier) -> Iterator[_Row]:
    """The ledger, a row a line under `LEDGER_HEADS`, in order of page and place.

    >>> from tanik.dossier.build import build
    >>> list(ledger_lines(build(version="1", created="", as_of="", language="en", library=None, pages=())))
    []
    """
    lang, pages = dossier.language, _page_numbers(dossier)
    for line in dossier.comparison.ledger.lines:
        named = naming(line.statement, dossier)
        denied = f" ({phrases.word('polarity', line.polarity, lang)})" if line.polarity == "denied" else ""
        modality = f" · {phrases.word('modality', line.modality, lang)}" if line.modality != "asserted" else ""
        yield (
            phrases.word("stage", line.stage, lang) + denied,
            named(line.thing),
            amount_told(line, lang),
            named(line.giver),
            named(line.receiver),
            in_words(line.when, lang) if line.when else "",
            (named(line.source) or say("ui.own_voice", lang)) + modality,
            _refs((line.statement,), pages),
        )


def amount_told(line: LedgerLine, lang: str) -> str:
    """The page's own words for how much, with the unit that the head of a column gives beside a bare figure.

    Where a number was reckoned it stands behind the words.

    >>> from tanik.compare.model import StatementRef
    >>> amount_told(LedgerLine("sent", StatementRef("p1", 0), amount="2.000", value=2e3, unit="gold_ruble"), "tr")
    '2.000 altın ruble'
    """
    if line.value is None:
        return line.amount or ""
    unit = phrases.word("unit", line.unit, lang)
    if line.bound == "reckoned":
        return f"{line.amount or ''} ({say('ui.reckoned', lang)}: {number(line.value, lang)} {unit})".strip()
    bare = line.unit not in (None, *_COUNTED) and not any(map(str.isalpha, line.amount or ""))
    return f"{line.amount} {unit}" if bare and line.amount and "%" not in line.amount else line.amount or ""


def _page_numbers(dossier: Dossier) -> Mapping[str, int]:
    return {report.page.id: place for place, report in enumerate(dossier.pages, 1)}


def _refs(statements: Iterable[StatementRef], pages: Mapping[str, int]) -> str:
    return ", ".join(f"{pages.get(ref.page, ref.page)}.{ref.index + 1}" for ref in statements)
