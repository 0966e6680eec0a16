"""The dossier as Markdown, for an editor's desk.

Comes in: a dossier. Goes out: CommonMark with pipe tables, for pasting into a draft or a tracker. Everything that a
page wrote is escaped: it can neither format nor link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from tanik.dossier import phrases
from tanik.dossier.citation import cite
from tanik.dossier.collation import Collation, Traced, by_id, collate_trace
from tanik.dossier.display import clean
from tanik.dossier.display import escape_markdown as escape
from tanik.dossier.edtf import in_words
from tanik.dossier.messages import evidence, message, title_of
from tanik.dossier.model import Dossier, PageReport
from tanik.dossier.reasons import in_words as reason_in_words
from tanik.dossier.spans import Piece
from tanik.dossier.summary import summary_line
from tanik.dossier.together import EVENT_HEADS, LEDGER_HEADS, event_rows, ledger_lines
from tanik.dossier.view import number_findings
from tanik.dossier.words import say
from tanik.trace.model import Trace, Witness

__all__ = ["to_markdown"]

_NUMBERED = re.compile(r"^(\d+)\\([.)])")


def to_markdown(dossier: Dossier) -> str:
    """The dossier as Markdown, in its own language.

    >>> from tanik.dossier.build import build
    >>> made = build(version="1", created="", as_of="", language="en", library=None, pages=())
    >>> to_markdown(made).splitlines()[0]
    '# Tanık dossier'
    """
    return "\n".join(_lines(dossier)).rstrip() + "\n"


def _lines(dossier: Dossier) -> Iterator[str]:
    lang, witnesses = dossier.language, by_id(dossier.witnesses)
    yield from (f"# {say('ui.dossier', lang)}", "", escape(summary_line(dossier)), "")
    yield from (f"*{say('ui.no_verdict', lang)}*", "")
    yield from _findings(dossier)
    for place, report in enumerate(dossier.pages, 1):
        yield from _page(dossier, place, report, witnesses)
    yield from _section("events", EVENT_HEADS, event_rows(dossier), lang, level=2)
    yield from _section("ledger", LEDGER_HEADS, ledger_lines(dossier), lang, level=2)
    yield from _witnesses(dossier)
    yield from _searched(dossier)
    if dossier.refused:
        yield from (f"## {say('ui.refused', lang)}", "")
        told = ((refusal.source, reason_in_words(refusal.reason, lang)) for refusal in dossier.refused)
        yield from (f"- {escape(source)}: {escape(reason)}" for source, reason in told)
        yield ""
    made = {"created": in_words(dossier.created, lang), "as_of": in_words(dossier.as_of, lang)}
    yield escape(say("ui.made", lang, version=dossier.version, **made))


def _findings(dossier: Dossier) -> Iterator[str]:
    lang = dossier.language
    findings = number_findings(dossier)
    yield from (f"## {say('ui.findings', lang)} ({len(findings)})", "")
    if not findings:
        yield from (say("ui.no_findings", lang), "")
    for numbered in findings:
        finding = numbered.finding
        yield f"{numbered.number}. **{title_of(finding, lang)}.** {escape(message(finding, lang))}"
        because = [f"{say('ui.rule', lang)} {_code(finding.rule)}"]
        told = (evidence(what, value, lang) for what, value in finding.because)
        because += [f"{escape(what)} {escape(value)}" for what, value in told]
        yield f"    {say('ui.because', lang)}: {'; '.join(because)}"
    yield ""


def _page(dossier: Dossier, place: int, report: PageReport, witnesses: Mapping[str, Witness]) -> Iterator[str]:
    lang, page = dossier.language, report.page
    yield from (f"## {escape(page.title or say('ui.untitled', lang))}", "")
    rows = {
        "author": ", ".join(page.authors) or say("ui.no_author", lang),
        "published": in_words(page.published, lang) if page.published else "",
        "source": page.source.url or page.source.path or "–",
        "retrieved": in_words(page.source.retrieved, lang) if page.source.retrieved else "",
    }
    yield from (f"- {say(f'ui.{key}', lang)}: {escape(value)}" for key, value in rows.items() if value)
    yield f"- {say('ui.fixity', lang)}: {_code(f'sha256:{page.source.sha256}')}"
    yield from ("", escape(summary_line(dossier, report)), "")
    yield from _quotations(report, witnesses, lang)
    yield from _facts(place, report, lang)


def _quotations(report: PageReport, witnesses: Mapping[str, Witness], lang: str) -> Iterator[str]:
    text, facts = report.page.text, report.facts
    for order, (quotation, trace) in enumerate(zip(facts.quotations, report.traces, strict=True), 1):
        who = escape(phrases.speaker_in_words(quotation, lang) or say("ui.no_speaker", lang))
        yield f"### {say('ui.quotation_n', lang, n=order)}: {_status(trace, lang)}"
        yield from ("", f"> {escape(quotation.text)}", "", f"{say('ui.speaker', lang)}: {who}", "")
        if trace is not None:
            yield from _traced(text, collate_trace(text, quotation.span, trace, witnesses), trace, lang)
    for order, passage in enumerate(report.passages, 1):
        yield f"### {say('ui.passage_n', lang, n=order)}: {_status(passage.trace, lang)}"
        yield from ("", f"> {escape(passage.span.of(text))}", "")
        yield from _traced(text, collate_trace(text, passage.span, passage.trace, witnesses), passage.trace, lang)


def _status(trace: Trace | None, lang: str) -> str:
    status = phrases.status_key(trace)
    return f"{say(f'status.{status}:mark', lang)} {say(f'status.{status}', lang)}"


def _traced(text: str, traced: Traced, trace: Trace, lang: str) -> Iterator[str]:
    if not traced.best:
        yield f"{say('ui.searched', lang)}: {escape(phrases.searched_in_words(trace.searched, lang))}"
        yield ""
    for collation in traced.best:
        yield from _collated(collation, lang)
    for span in traced.uncovered:
        yield from (f"{say('ui.uncovered', lang)}: “{escape(span.of(text))}”", "")
    if traced.others:
        yield from (f"{say('ui.other_witnesses', lang)}:", "")
        for collation in traced.others:
            yield f"- {_named(collation, lang)} ({say(f'status.{collation.match.status}', lang)})"
        yield ""


def _named(collation: Collation, lang: str) -> str:
    match = collation.match
    if collation.witness is not None:
        return escape(cite(collation.witness, lang, match.witness))
    return f"{escape(match.document)}, {match.witness.start}–{match.witness.end}"


def _collated(collation: Collation, lang: str) -> Iterator[str]:
    yield from (f"{say('ui.witness', lang)}: {_named(collation, lang)}", "")
    if collation.witness is not None:
        yield from (f"> {_side(collation.witness_pieces)}", "")
    nothing = say("ui.nothing", lang)
    yield from _table(
        ("#", *(say(f"ui.{key}", lang) for key in ("on_page", "in_witness", "kind", "changes_sense"))),
        (
            (
                str(order),
                escape(difference.page_text) or nothing,
                escape(difference.witness_text) or nothing,
                say(f"difference.{difference.kind}", lang),
                f"**{say('ui.sense_yes', lang)}**" if difference.changes_meaning else say("ui.sense_no", lang),
            )
            for order, difference in enumerate(collation.differences, 1)
        ),
    )


def _side(pieces: Iterable[Piece]) -> str:
    """One side of a collation, words that differ in bold."""
    shown = []
    for piece in pieces:
        words = escape(piece.text)
        lead = " " if piece.text[:1].isspace() else ""
        tail = " " if piece.text[-1:].isspace() and piece.text.strip() else ""
        shown.append(f"{lead}**{words}**{tail}" if piece.marks and words else f"{lead}{words}{tail}")
    return "".join(shown).strip()


def _facts(place: int, report: PageReport, lang: str) -> Iterator[str]:
    facts = report.facts
    yield from _section(
        "statements",
        ("number", "statement", "what", "when_how_much", "voice"),
        (
            (
                f"{place}.{order}",
                statement.text,
                phrases.deed_in_words(statement, lang, report),
                phrases.extent_in_words(statement, facts, lang),
                phrases.voice_in_words(statement, lang, report),
            )
            for order, statement in enumerate(facts.statements, 1)
        ),
        lang,
    )
    yield from _section(
        "dates",
        ("as_written", "value", "calendar", "rule_name"),
        (
            (
                d.text,
                f"{phrases.date_in_words(d, lang)} ({d.edtf or phrases.problem_in_words(d.problem or '', lang)})",
                say(f"calendar.{d.calendar}", lang),
                d.rule,
            )
            for d in facts.dates
        ),
        lang,
    )
    yield from _section(
        "amounts",
        ("as_written", "value", "of", "rule_name"),
        ((a.text, phrases.amount_in_words(a, lang), a.of or "", a.rule) for a in facts.amounts),
        lang,
    )
    yield from _section(
        "sources",
        ("as_written", "kind", "rule_name"),
        ((c.text, say(f"citation.{c.kind}", lang), c.rule) for c in facts.citations),
        lang,
    )


def _section(
    name: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], lang: str, *, level: int = 3
) -> Iterator[str]:
    escaped = [tuple(_in_cell(cell) for cell in row) for row in rows]
    if escaped:
        yield from (f"{'#' * level} {say(f'ui.{name}', lang)} ({len(escaped)})", "")
        yield from _table(tuple(say(f"ui.{column}", lang) for column in columns), escaped)


def _in_cell(text: str) -> str:
    """Text escaped for a cell of a table, where a number with a stop makes no list."""
    escaped = escape(text)
    return _NUMBERED.sub(r"\1\2", escaped)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """A pipe table of cells that are already escaped; nothing where there are no rows."""
    held = tuple(rows)
    if held:
        yield f"| {' | '.join(head)} |"
        yield f"|{' --- |' * len(head)}"
        yield from (f"| {' | '.join(row)} |" for row in held)
        yield ""


def _witnesses(dossier: Dossier) -> Iterator[str]:
    lang = dossier.language
    if dossier.witnesses:
        yield from (f"## {say('ui.witnesses', lang)}", "")
        for witness in dossier.witnesses:
            address = f" {escape(witness.url)}" if witness.url else ""
            yield f"- {escape(cite(witness, lang))}{address}"
        yield ""


def _searched(dossier: Dossier) -> Iterator[str]:
    lang = dossier.language
    yield from (f"## {say('ui.searched', lang)}", "")
    if dossier.library is None:
        yield from (say("ui.no_library", lang), "")
    else:
        told = escape(phrases.searched_in_words(dossier.library, lang))
        yield from (f"{told} · {_code(f'sha256:{dossier.library.digest}')}", "")
    yield from (f"{say('ui.again', lang)}: {_code(phrases.again(dossier))}", "")


def _code(text: str) -> str:
    """`text` as a code span, its fence longer than any run of backticks inside."""
    words = " ".join(clean(text).split()) or " "
    fence = "`" * (max(map(len, re.findall("`+", words)), default=0) + 1)
    return f"{fence} {words} {fence}" if "`" in words else f"{fence}{words}{fence}"
