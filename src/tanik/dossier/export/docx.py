"""DOCX: the dossier on an editor's desk.

Comes in: a dossier, and a citation style. Goes out: the bytes of a Word document: the findings, the quotations beside
their witnesses with the words that differ marked (bold and underlined where the sense changes, italic with a dotted
line where it does not: never by colour alone), statements, and the sources, with real footnotes in the style asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO

from tanik.dossier import phrases
from tanik.dossier.collation import Collation, Traced, by_id, collate_trace
from tanik.dossier.display import clean, in_line
from tanik.dossier.edtf import in_words
from tanik.dossier.export.bibliography import Part, cited_works, work_of_witness
from tanik.dossier.export.docx_parts import Cell, Paper
from tanik.dossier.export.runs import Run, runs, term
from tanik.dossier.export.styles import Style, entry, note
from tanik.dossier.messages import evidence, message, title_of
from tanik.dossier.model import Dossier, PageReport
from tanik.dossier.spans import Piece
from tanik.dossier.summary import summary_line
from tanik.dossier.view import number_findings
from tanik.dossier.words import say
from tanik.trace.model import Trace, Witness

__all__ = ["to_docx"]

_HEADINGS = {Part.WITNESS: "docx.witnesses", Part.SOURCE: "docx.named", Part.PAGE: "docx.pages"}


def to_docx(dossier: Dossier, style: Style | None = None) -> bytes:
    """`dossier` as a Word document; citations in `style`, by default İSNAD in Turkish and Chicago in English.

    >>> from tanik.dossier.build import build
    >>> made = build(version="1", created="", as_of="2026-01-01", language="tr", library=None, pages=())
    >>> to_docx(made)[:2]
    b'PK'
    """
    lang = dossier.language
    paper = Paper(lang, clean(_title(dossier)))
    writer = _Writer(dossier, paper, style or (Style.ISNAD if lang == "tr" else Style.CHICAGO))
    writer.write()
    sink = BytesIO()
    paper.save(sink, dossier.created)
    return sink.getvalue()


def _title(dossier: Dossier) -> str:
    titles = [report.page.title for report in dossier.pages if report.page.title]
    named = titles[0] if len(dossier.pages) == 1 and titles else ""
    return f"{say('ui.dossier', dossier.language)}: {named}" if named else say("ui.dossier", dossier.language)


class _Writer:
    """Writes one dossier on one paper, from top to bottom."""

    def __init__(self, dossier: Dossier, paper: Paper, style: Style) -> None:
        self._dossier, self._paper, self._style = dossier, paper, style
        self._lang = dossier.language
        self._witnesses: Mapping[str, Witness] = by_id(dossier.witnesses)

    def write(self) -> None:
        """The whole document."""
        paper, lang = self._paper, self._lang
        paper.heading(clean(_title(self._dossier)), 0)
        paper.paragraph(runs(clean(summary_line(self._dossier))))
        paper.paragraph((Run(say("ui.no_verdict", lang), italic=True),))
        self._findings()
        for number, report in enumerate(self._dossier.pages, 1):
            self._page(number, report)
        self._bibliography()
        self._closing()

    def _findings(self) -> None:
        lang = self._lang
        found = number_findings(self._dossier)
        self._paper.heading(f"{say('ui.findings', lang)} ({len(found)})", 1)
        if not found:
            self._paper.paragraph(runs(say("ui.no_findings", lang)))
        for numbered in found:
            finding = numbered.finding
            lead = f"{numbered.number}. {title_of(finding, lang)}. "
            self._paper.lead(lead, clean(message(finding, lang)))
            told = [f"{what} {value}" for what, value in (evidence(w, v, lang) for w, v in finding.because)]
            because = "; ".join([f"{say('ui.rule', lang)} {finding.rule}", *told])
            self._paper.small(f"{say('ui.because', lang)}: {clean(because)}")

    def _page(self, number: int, report: PageReport) -> None:
        lang, page = self._lang, report.page
        self._paper.heading(clean(page.title or say("ui.untitled", lang)), 1)
        source = page.source.url or page.source.path or ""
        rows = (
            ("author", ", ".join(page.authors) or say("ui.no_author", lang)),
            ("published", in_words(page.published, lang) if page.published else ""),
            ("source", source),
            ("retrieved", in_words(page.source.retrieved, lang) if page.source.retrieved else ""),
            ("fixity", f"sha256:{page.source.sha256}"),
        )
        for key, value in rows:
            if value:
                self._paper.lead(f"{say(f'ui.{key}', lang)}: ", clean(value))
        self._paper.paragraph(runs(clean(summary_line(self._dossier, report))))
        self._quotations(number, report)
        self._statements(report)

    def _quotations(self, number: int, report: PageReport) -> None:
        lang, text = self._lang, report.page.text
        if report.facts.quotations or report.passages:
            self._paper.heading(term("docx.quotations", lang), 2)
            self._paper.small(term("docx.legend", lang))
        for n, (quotation, trace) in enumerate(zip(report.facts.quotations, report.traces, strict=True), 1):
            named = term("docx.number", lang, page=number, n=n)
            speaker = f" ({clean(phrases.speaker_in_words(quotation, lang))})" if quotation.speaker else ""
            told = None if trace is None else collate_trace(text, quotation.span, trace, self._witnesses)
            self._traced(f"{named}{speaker}", quotation.text, trace, told)
        for n, passage in enumerate(report.passages, 1):
            traced = collate_trace(text, passage.span, passage.trace, self._witnesses)
            self._traced(term("docx.passage", lang, page=number, n=n), passage.span.of(text), passage.trace, traced)

    def _traced(self, named: str, words: str, trace: Trace | None, traced: Traced | None) -> None:
        lang = self._lang
        status = say(f"status.{phrases.status_key(trace)}", lang)
        self._paper.heading(f"{named}: {status}", 3)
        if trace is None or traced is None or not traced.best:
            self._paper.quote(clean(words))
            told = term("docx.unsearched", lang)
            if trace is not None:
                told = term("docx.not_found", lang, searched=phrases.searched_in_words(trace.searched, lang))
            self._paper.paragraph(runs(told))
            return
        for collation in traced.best:
            self._side_by_side(collation)

    def _side_by_side(self, collation: Collation) -> None:
        """The two texts in a table, a footnote at the witness, and below it what differs."""
        lang = self._lang
        heads = (term("docx.on_page", lang), term("docx.in_witness", lang))
        table = self._paper.table(heads, term("docx.alt", lang))
        left, right = self._paper.row(table)
        self._pieces(left, collation.page_pieces)
        if collation.witness is None:
            self._paper.fill(right, runs(say("ui.witness_missing", lang)))
        else:
            self._paper.fill(right, runs(clean(collation.before)))
            self._pieces(right, collation.witness_pieces)
            self._paper.fill(right, runs(clean(collation.after)))
            self._paper.footnote(right, self._cited(collation, collation.witness))
        self._differences(collation)

    def _cited(self, collation: Collation, witness: Witness) -> tuple[Run, ...]:
        place = collation.match.witness
        where = f" [{witness.id}, {place.start}–{place.end}]"
        return (*note(work_of_witness(witness), self._style, self._lang), Run(clean(where)))

    def _pieces(self, cell: Cell, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            kinds = {mark.kind for mark in piece.marks}
            marked = "sense" if "sense" in kinds else "same" if kinds else ""
            self._paper.marked(cell, clean(piece.text), marked)

    def _differences(self, collation: Collation) -> None:
        if not collation.differences:
            return
        lang, nothing = self._lang, say("ui.nothing", self._lang)
        heads = ("#", *(say(f"ui.{key}", lang) for key in ("on_page", "in_witness", "kind", "changes_sense")))
        table = self._paper.table(heads, say("ui.differences", lang), (1, 6, 6, 3, 3))
        for number, one in enumerate(collation.differences, 1):
            sense = say("ui.sense_yes" if one.changes_meaning else "ui.sense_no", lang)
            cells = (str(number), one.page_text or nothing, one.witness_text or nothing,
                     say(f"difference.{one.kind}", lang), sense)  # fmt: skip
            for cell, words in zip(self._paper.row(table), cells, strict=True):
                self._paper.fill(cell, runs(clean(words)))

    def _statements(self, report: PageReport) -> None:
        lang = self._lang
        if not report.facts.statements:
            return
        self._paper.heading(f"{say('ui.statements', lang)} ({len(report.facts.statements)})", 2)
        heads = tuple(say(f"ui.{key}", lang) for key in ("statement", "what", "when_how_much", "voice"))
        table = self._paper.table(heads, say("ui.statements", lang), (6, 2, 3, 3))
        for one in report.facts.statements:
            amounts = [phrases.amount_in_words(report.facts.amounts[index], lang) for index in one.amounts]
            carried = f" ({say('ui.carried', lang)})" if report.facts.day_carried(one) is not None else ""
            when = ([in_words(one.when, lang) + carried] if one.when else []) + amounts
            cells = (in_line(one.text), phrases.word("action", one.action, lang), "; ".join(when),
                     phrases.voice_in_words(one, lang, report))  # fmt: skip
            for cell, words in zip(self._paper.row(table), cells, strict=True):
                self._paper.fill(cell, runs(clean(words)))

    def _bibliography(self) -> None:
        works = cited_works(self._dossier)
        if works:
            self._paper.heading(term("docx.bibliography", self._lang), 1)
        for part, key in _HEADINGS.items():
            chosen = [work for work in works if work.part is part]
            if chosen:
                self._paper.heading(term(key, self._lang), 2)
            for work in chosen:
                told = entry(work, self._style, self._lang)
                self._paper.hanging(tuple(Run(clean(run.text), italic=run.italic) for run in told))

    def _closing(self) -> None:
        dossier, lang = self._dossier, self._lang
        self._paper.heading(say("ui.searched", lang), 1)
        if dossier.library is None:
            self._paper.paragraph(runs(say("ui.no_library", lang)))
        else:
            told = phrases.searched_in_words(dossier.library, lang)
            self._paper.paragraph(runs(f"{told} · sha256:{dossier.library.digest}"))
        self._paper.small(f"{say('ui.again', lang)}: {clean(phrases.again(dossier))}")
        for refusal in dossier.refused:
            self._paper.lead(f"{say('ui.refused', lang)}: ", clean(f"{refusal.source}: {refusal.reason}"))
        made = {"created": in_words(dossier.created, lang), "as_of": in_words(dossier.as_of, lang)}
        self._paper.small(clean(say("ui.made", lang, version=dossier.version, **made)))
