"""The dossier and a trace on a terminal.

Comes in: a dossier, or a trace with its witnesses. Goes out: text of a given width, with colour codes or without. The
same in short as the HTML file: the page, one honest line, findings, quotations with the words that differ, tables. A
stranger's text is made fit to be shown first and is never read as markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from tanik.core.span import Span
from tanik.dossier import phrases
from tanik.dossier.citation import cite
from tanik.dossier.collation import Collation, Traced, by_id, collate_trace
from tanik.dossier.console import HEAD, SAME, SENSE, SOFT, printed, styled
from tanik.dossier.display import shorten
from tanik.dossier.edtf import in_words
from tanik.dossier.messages import message, title_of
from tanik.dossier.model import Dossier, PageReport
from tanik.dossier.reasons import in_words as reason_in_words
from tanik.dossier.spans import Piece
from tanik.dossier.summary import summary_line
from tanik.dossier.together import LEDGER_HEADS, ledger_lines, told_events
from tanik.dossier.view import NumberedFinding, number_findings
from tanik.dossier.whereabouts import stands_at
from tanik.dossier.words import number, say
from tanik.facts.model import DateMention
from tanik.trace.model import Difference, Trace, Witness

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["render_text", "render_trace"]

# Rows of a table and quotations of a page that a summary shows; the whole stands in the other forms.
_ROWS = 12
# How much of a stretch that reads alike is shown between two differences, in code points.
_ALIKE = 160
_STATUS = {
    "verbatim": "green",
    "variant": "green",
    "altered": "bold red",
    "spliced": "bold red",
    "abridged": "yellow",
    "modernised": "yellow",
    "absent": "yellow",
}
_Line = tuple[tuple[str, str], ...]


def render_text(dossier: Dossier, width: int = 100, *, colour: bool = False) -> str:
    """The dossier as text `width` columns wide, in its own language; with ANSI colours if `colour`.

    >>> from tanik.dossier.build import build
    >>> render_text(build(version="1", created="", as_of="", language="en", library=None, pages=()))
    'no page could be read\\n'
    """
    lang = dossier.language
    parts: list[RenderableType] = []
    witnesses, findings = by_id(dossier.witnesses), number_findings(dossier)
    if len(dossier.pages) != 1:
        parts.append(styled((summary_line(dossier), HEAD)))
    parts += _findings([numbered for numbered in findings if not numbered.places], lang)
    for place in range(1, len(dossier.pages) + 1):
        parts += _page(dossier, place, findings, witnesses)
    parts += _events(dossier)
    parts += _table("ui.ledger", lang, [row[:-1] for row in ledger_lines(dossier)], LEDGER_HEADS[:-1])
    if dossier.pages:
        told = phrases.searched_in_words(dossier.library, lang) if dossier.library else say("ui.no_library", lang)
        digest = f" · sha256:{dossier.library.digest}" if dossier.library else ""
        parts += ["", styled((f"{say('ui.searched', lang)}: ", HEAD), (told + digest, SOFT))]
    for refusal in dossier.refused:
        told = f"{refusal.source} — {reason_in_words(refusal.reason, lang)}"
        parts.append(styled((f"{say('ui.refused', lang)}: ", HEAD), (told, "")))
    return printed(parts, width, colour=colour)


def render_trace(
    trace: Trace, witnesses: Iterable[Witness] = (), *, language: str = "en", width: int = 100, colour: bool = False
) -> str:
    """A trace as text: its status, each stretch beside its best witness, the other witnesses, what was searched.

    >>> from tanik.trace.model import Searched, Status
    >>> print(render_trace(Trace("Söz", Status.ABSENT, (), Searched(2, "ab")), language="tr").splitlines()[0])
    ∅ bulunamadı
    """
    lang = language
    traced = collate_trace(trace.text, Span(0, len(trace.text)), trace, by_id(witnesses))
    parts: list[RenderableType] = [styled(_badge(trace, lang))]
    if not traced.best:
        parts.append(styled((say(f"status.{trace.status}:long_{{lang}}", lang), "")))
    parts += _traced(trace.text, traced, lang)
    told = f"{phrases.searched_in_words(trace.searched, lang)} · sha256:{trace.searched.digest}"
    parts += ["", styled((f"{say('ui.searched', lang)}: ", HEAD), (told, SOFT))]
    return printed(parts, width, colour=colour)


def _badge(trace: Trace | None, lang: str) -> tuple[str, str]:
    status = phrases.status_key(trace)
    return f"{say(f'status.{status}:mark', lang)} {say(f'status.{status}', lang)}", _STATUS.get(status, SOFT)


def _page(
    dossier: Dossier,
    place: int,
    findings: tuple[NumberedFinding, ...],
    witnesses: Mapping[str, Witness],
) -> Iterator[RenderableType]:
    lang, report = dossier.language, dossier.pages[place - 1]
    page = report.page
    if len(dossier.pages) > 1:
        yield ""
    yield styled((shorten(page.title or say("ui.untitled", lang), 200), HEAD))
    about = [page.source.label, ", ".join(page.authors) or say("ui.no_author", lang)]
    if page.published:
        about.append(in_words(page.published, lang))
    yield styled((" · ".join(about), SOFT))
    yield styled((summary_line(dossier, report), ""))
    here = [f for f in findings if any(place.page == page.id for place in f.finding.places)]
    yield from _findings(here, lang)
    yield from _quotations(report, witnesses, lang)
    yield from _facts(place, report, lang)


def _heading(key: str, lang: str, count: int) -> Iterator[RenderableType]:
    yield ""
    yield styled((say(key, lang), HEAD), (f" ({count})", SOFT))


def _more(count: int, lang: str) -> Iterator[RenderableType]:
    if count > _ROWS:
        yield styled((say("ui.more", lang, n=count - _ROWS), SOFT), indent=2)


def _findings(findings: list[NumberedFinding], lang: str) -> Iterator[RenderableType]:
    if not findings:
        return
    yield from _heading("ui.findings", lang, len(findings))
    for numbered in findings:
        head = (f"{numbered.number}. {title_of(numbered.finding, lang)}: ", "yellow")
        yield styled(head, (message(numbered.finding, lang), ""), (f" [{numbered.finding.rule}]", SOFT), indent=2)


def _quotations(report: PageReport, witnesses: Mapping[str, Witness], lang: str) -> Iterator[RenderableType]:
    quotations, text = report.facts.quotations, report.page.text
    if quotations:
        yield from _heading("ui.quotations", lang, len(quotations))
    for quotation, trace in zip(quotations, report.traces, strict=True):
        speaker = f" · {phrases.speaker_in_words(quotation, lang)}" if quotation.speaker else ""
        head = (_badge(trace, lang), (f" · {say(f'form.{quotation.form}', lang)}{speaker}", SOFT))
        yield styled(*head, indent=2)
        yield styled((f"“{shorten(quotation.text, 240)}”", ""), *_leaf(report, quotation.span, lang), indent=4)
        if trace is not None:
            yield from _traced(text, collate_trace(text, quotation.span, trace, witnesses), lang, indent=4)
    if report.passages:
        yield from _heading("ui.passages", lang, len(report.passages))
    for passage in report.passages:
        yield styled(_badge(passage.trace, lang), (f" “{shorten(passage.span.of(text), 160)}”", ""), indent=2)
        yield from _traced(text, collate_trace(text, passage.span, passage.trace, witnesses), lang, indent=4)


def _traced(text: str, traced: Traced, lang: str, indent: int = 0) -> Iterator[RenderableType]:
    for collation in traced.best:
        yield from _collated(collation, lang, indent)
    for span in traced.uncovered:
        head = f"{say('ui.uncovered', lang)}: "
        yield styled((head, "yellow"), (f"“{shorten(span.of(text), 160)}”", ""), indent=indent)
    if traced.others:
        yield styled((f"{say('ui.other_witnesses', lang)}:", SOFT), indent=indent)
    for collation in traced.others[:_ROWS]:
        status = say(f"status.{collation.match.status}:mark", lang)
        counted = say("summary.sense", lang, n=collation.of_sense) if collation.of_sense else ""
        line = f"{status} {_named(collation, lang)} · {number(collation.match.score, lang, 2)} {counted}"
        yield styled((line, SOFT), indent=indent + 2)
    yield from _more(len(traced.others), lang)


def _named(collation: Collation, lang: str) -> str:
    match = collation.match
    if collation.witness is not None:
        return cite(collation.witness, lang, match.witness)
    return f"{match.document}, {match.witness.start}–{match.witness.end}"


def _collated(collation: Collation, lang: str, indent: int) -> Iterator[RenderableType]:
    yield styled((f"{say('ui.witness', lang)}: ", SOFT), (_named(collation, lang), ""), indent=indent)
    if not collation.differences:
        yield styled((say("ui.no_differences", lang), SOFT), indent=indent)
        return
    if collation.witness is not None:
        yield styled((f"{say('ui.on_page', lang)}: ", SOFT), *_side(collation.page_pieces), indent=indent)
        yield styled((f"{say('ui.in_witness', lang)}: ", SOFT), *_side(collation.witness_pieces), indent=indent)
    for place, difference in enumerate(collation.differences, 1):
        yield styled(*_difference(place, difference, lang), indent=indent + 2)


def _side(pieces: Iterable[Piece]) -> _Line:
    """One side of a collation: differing words in brackets, so that they are seen without colour too."""
    line: list[tuple[str, str]] = []
    for piece in pieces:
        words = " ".join(piece.text.split("\n"))
        if not piece.marks:
            line.append((_elided(words), ""))
            continue
        mark = piece.marks[0]
        style = SENSE if mark.kind == "sense" else SAME
        closing = f"]{mark.id}" if mark in piece.ends else "]"
        line.append((f"[{words or '‸'}{closing}", style))
    return tuple(line)


def _elided(words: str) -> str:
    """Words alike on both sides: only their ends where there are many."""
    if len(words) <= _ALIKE:
        return words
    half = _ALIKE // 2
    return f"{words[:half].rpartition(' ')[0]} … {words[-half:].partition(' ')[2]}"


def _difference(place: int, difference: Difference, lang: str) -> _Line:
    nothing = say("ui.nothing", lang)
    page, witness = (shorten(words, 60) or nothing for words in (difference.page_text, difference.witness_text))
    sign, style = ("≠", SENSE) if difference.changes_meaning else ("=", SAME)
    kind = say(f"difference.{difference.kind}", lang)
    sense = say("ui.sense_yes" if difference.changes_meaning else "ui.sense_no", lang)
    told = f" ({kind}; {say('ui.changes_sense', lang)}: {sense})"
    return ((f"{place}. {page} {sign} {witness}", style), (told, SOFT))


def _date_value(date: DateMention, lang: str) -> str:
    value = phrases.date_in_words(date, lang)
    return f"{value} ({phrases.problem_in_words(date.problem, lang)})" if date.problem else value


def _facts(place: int, report: PageReport, lang: str) -> Iterator[RenderableType]:
    facts = report.facts
    yield from _table(
        "ui.dates",
        lang,
        [
            (
                date.text,
                _date_value(date, lang),
                say(f"calendar.{date.calendar}", lang),
                date.rule,
            )
            for date in facts.dates
        ],
    )
    yield from _table(
        "ui.amounts",
        lang,
        [
            (amount.text, phrases.amount_in_words(amount, lang), amount.of or "", amount.rule)
            for amount in facts.amounts
        ],
    )
    yield from _statements(place, report, lang)
    yield from _table(
        "ui.sources",
        lang,
        [(citation.text, say(f"citation.{citation.kind}", lang), citation.rule) for citation in facts.citations],
    )


def _leaf(report: PageReport, span: Span, lang: str) -> _Line:
    """Where in the source words stand, behind them; nothing where it has neither leaves nor a clock."""
    at = stands_at(report.page, span, lang)
    return ((f" ({at})", SOFT),) if at else ()


def _statements(place: int, report: PageReport, lang: str) -> Iterator[RenderableType]:
    """The words of each clause once, and below them every deed that is read from them."""
    facts = report.facts
    if not facts.statements:
        return
    yield from _heading("ui.statements", lang, len(facts.statements))
    last: Span | None = None
    for order, statement in enumerate(facts.statements[:_ROWS], 1):
        if statement.span != last:
            yield styled((f"“{shorten(statement.text, 160)}”", ""), *_leaf(report, statement.span, lang), indent=2)
            last = statement.span
        extent = phrases.extent_in_words(statement, facts, lang, beside_deed=True)
        voice = f" [{phrases.voice_in_words(statement, lang, report)}]"
        deed = phrases.deed_in_words(statement, lang, report) + (f" · {extent}" if extent else "")
        yield styled((f"{place}.{order} ", SOFT), (deed, SAME), (voice, SOFT), indent=4)
    yield from _more(len(facts.statements), lang)


def _events(dossier: Dossier) -> Iterator[RenderableType]:
    """What several statements tell: the event, what they agree on, and each value that they give otherwise."""
    lang, events = dossier.language, tuple(told_events(dossier))
    if events:
        yield from _heading("ui.events", lang, len(events))
    for event in events[:_ROWS]:
        yield styled((event.what, ""), (f"  {event.statements}", SOFT), indent=2)
        if event.agree:
            yield styled((f"{say('ui.agree', lang)}: {event.agree}", SOFT), indent=4)
        for told in event.differing:
            yield styled((told, SENSE if "≠" in told else ""), indent=4)
    yield from _more(len(events), lang)


def _table(key: str, lang: str, rows: list[tuple[str, ...]], heads: tuple[str, ...] = ()) -> Iterator[RenderableType]:
    """Rows under a heading; `heads` name the columns where the cells do not tell by themselves what they are."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    if not rows:
        return
    yield from _heading(key, lang, len(rows))
    table = Table(box=None, show_header=bool(heads), header_style=SOFT, pad_edge=False, padding=(0, 2, 0, 0))
    names = [say(f"ui.{head}", lang) for head in heads] or [""] * len(rows[0])
    for place, name in enumerate(names):
        table.add_column(name, style="" if place < 2 else SOFT, overflow="fold")
    for row in rows[:_ROWS]:
        table.add_row(*(Text(shorten(cell, 90)) for cell in row))
    yield Padding(table, (0, 0, 0, 2))
    yield from _more(len(rows), lang)
