"""What the page of the dossier shows, worked out before any markup is written.

Comes in: a dossier. Goes out: for every page its text as blocks of marked pieces, its quotations as cards, and names
for all places that a link can lead to. Names are made of kinds and numbers alone, never of a page's own words, so that
no page can choose where a link leads. The template beside this only arranges.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from tanik.compare.model import Finding
from tanik.core.span import Span
from tanik.dossier.collation import Traced, collate_trace
from tanik.dossier.messages import title_of
from tanik.dossier.model import Dossier, PageReport
from tanik.dossier.phrases import amount_in_words, date_in_words, status_key
from tanik.dossier.spans import Mark, Piece, split
from tanik.dossier.timeline import Timeline, draw_timeline
from tanik.dossier.whereabouts import stands_at
from tanik.dossier.words import say
from tanik.facts.model import Name
from tanik.page.model import Page, Segment, SegmentKind
from tanik.trace.model import Trace, Witness

__all__ = [
    "Block",
    "Card",
    "NameGroup",
    "Note",
    "NumberedFinding",
    "PageView",
    "Run",
    "Shown",
    "number_findings",
    "view_page",
]

# Kinds of marks that a reader sees and can follow; others only give a place to come back to.
_SHOWN = ("quotation", "date", "amount", "name", "citation", "passage")
_PLACES = ("statement", "role")
# Those that go over many pieces are told once, around all of them.
_LONG = ("quotation", "passage", "finding", "block")
_PAIRS = 2  # changed words that a card in the margin has room for
_LETTERS = {"quotation": "q", "date": "d", "amount": "a", "name": "n", "citation": "c", "passage": "u"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece of text as it is shown: how, where it leads, which places begin in it, which findings end in it.

    `kinds` are those of the facts in it, `around` those of the stretches that it is a part of.
    """

    text: str
    kinds: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    target: str = ""
    note: str = ""
    anchors: tuple[str, ...] = ()
    findings: tuple[int, ...] = ()
    opens: bool = False

    @property
    def classes(self) -> str:
        """The kinds as names of classes."""
        return " ".join(f"m-{kind}" for kind in self.kinds)


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces that follow one another and are part of the same stretches: their mark-up is written once."""

    classes: str
    pieces: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A card in the margin: what begins in the block beside it, in a few words, and where all of it stands.

    `kind` is quotation, passage or finding; `place` the words in the text, `target` the entry; `status` that of a
    trace; `pairs` are the first differences that change the sense, as (page, witness).
    """

    kind: str
    number: int
    place: str
    target: str
    words: str = ""
    status: str = ""
    pairs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A segment of the text, or a stretch between segments; `leaf` is where in the source it begins, if told anew."""

    kind: str
    runs: tuple[Run, ...]
    author: str | None = None
    published: str | None = None
    language: str | None = None
    notes: tuple[Note, ...] = ()
    leaf: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A quotation, or an unquoted passage, with where its words come from."""

    id: str
    number: int
    text: str
    status: str
    traced: Traced | None
    trace: Trace | None
    index: int


@dataclass(frozen=True, slots=True)
class NameGroup:
    """One bearer of a name: its first mention, its written forms, the anchors of all mentions."""

    id: str
    name: Name
    forms: tuple[str, ...]
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NumberedFinding:
    """A finding with its number in the order of weight, and its places as (anchor, page's number, words)."""

    number: int
    finding: Finding
    places: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """One page, ready to be arranged."""

    id: str
    number: int
    report: PageReport
    blocks: tuple[Block, ...]
    quotations: tuple[Card, ...]
    passages: tuple[Card, ...]
    names: tuple[NameGroup, ...]
    loose: tuple[str, ...]
    timeline: Timeline | None = None


def number_findings(dossier: Dossier) -> tuple[NumberedFinding, ...]:
    """All findings, weightiest kind first, otherwise in their own order."""
    pages = {report.page.id: (number, report.page) for number, report in enumerate(dossier.pages, 1)}
    ordered = sorted(dossier.comparison.findings, key=lambda f: say(f"finding.{f.kind}:weight", dossier.language))
    return tuple(
        NumberedFinding(
            number,
            finding,
            tuple(
                (_place_anchor(number, order), pages[place.page][0], place.span.of(pages[place.page][1].text))
                for order, place in enumerate(finding.places)
            ),
        )
        for number, finding in enumerate(ordered, 1)
    )


def _place_anchor(finding: int, order: int) -> str:
    return f"f{finding}-t{order}"


def view_page(
    number: int, report: PageReport, findings: tuple[NumberedFinding, ...], witnesses: Mapping[str, Witness], lang: str
) -> PageView:
    """One page of the dossier as it is shown."""
    page_id = f"p{number}"
    marks = tuple(_marks(page_id, report, findings, lang))
    placed: set[str] = set()
    quotations = tuple(_quotation_cards(page_id, report, witnesses))
    passages = tuple(_passage_cards(page_id, report, witnesses))
    notes = {note.place: note for note in _notes(quotations, passages, findings, number, lang)}
    blocks = tuple(_with_notes(block, notes) for block in _blocks(report.page, marks, placed, lang))
    return PageView(
        id=page_id,
        number=number,
        report=report,
        blocks=blocks,
        quotations=quotations,
        passages=passages,
        names=_name_groups(page_id, report),
        loose=tuple(mark.id for mark in marks if mark.id and mark.id not in placed),
        timeline=draw_timeline(
            page_id,
            report,
            [(one.number, one.finding) for one in findings if any(there == number for _, there, _ in one.places)],
            witnesses,
            lang,
        ),
    )


def _notes(
    quotations: Sequence[Card],
    passages: Sequence[Card],
    findings: Sequence[NumberedFinding],
    page: int,
    lang: str,
) -> Iterator[Note]:
    for kind, cards in (("quotation", quotations), ("passage", passages)):
        for card in cards:
            first, pairs = _gist(card)
            yield Note(kind, card.number, f"{card.id}-t", card.id, first, card.status, pairs)
    for numbered in findings:
        place = next((anchor for anchor, there, _ in numbered.places if there == page), None)
        if place is not None:
            yield Note("finding", numbered.number, place, f"f{numbered.number}", title_of(numbered.finding, lang))


def _gist(card: Card) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The best witness of a card by name, and the first changes of sense in it."""
    if card.traced is None or not card.traced.best:
        return "", ()
    best = card.traced.best
    changed = [one for collation in best for one in collation.differences if one.changes_meaning]
    held = best[0].witness
    named = (held.title or held.id) if held is not None else best[0].match.document
    dated = f"{named}, {held.date[:4]}" if held is not None and held.date else named
    return dated, tuple((one.page_text, one.witness_text) for one in changed[:_PAIRS])


def _with_notes(block: Block, notes: Mapping[str, Note]) -> Block:
    """The block with the cards of everything that begins in it, findings last."""
    found = [notes[anchor] for run in block.runs for piece in run.pieces for anchor in piece.anchors if anchor in notes]
    return replace(block, notes=tuple(sorted(found, key=lambda note: note.kind == "finding")))


def _marks(page_id: str, report: PageReport, findings: tuple[NumberedFinding, ...], lang: str) -> Iterator[Mark]:
    facts = report.facts

    def made(kind: str, index: int, span: Span, value: str) -> Mark:
        """A fact's mark. Its note says the value, where that is not what the page says in the same words."""
        target = f"{page_id}-{_LETTERS[kind]}{index}"
        note = f"{say(f'ui.kind_{kind}', lang)}: {value}" if value != span.of(report.page.text) else ""
        return Mark(kind, span, f"{target}-t", note, target)

    for index, date in enumerate(facts.dates):
        yield made("date", index, date.span, date_in_words(date, lang))
    for index, amount in enumerate(facts.amounts):
        yield made("amount", index, amount.span, amount_in_words(amount, lang))
    bearers = {name.id: index for index, name in reversed(list(enumerate(facts.names)))}
    for index, name in enumerate(facts.names):
        yield replace(made("name", index, name.span, name.name), target=f"{page_id}-n{bearers[name.id]}")
    for index, citation in enumerate(facts.citations):
        yield made("citation", index, citation.span, say(f"citation.{citation.kind}", lang))
    for index, (quotation, trace) in enumerate(zip(facts.quotations, report.traces, strict=True)):
        yield made("quotation", index, quotation.span, say(f"status.{status_key(trace)}", lang))
    for index, passage in enumerate(report.passages):
        yield made("passage", index, passage.span, say(f"status.{status_key(passage.trace)}", lang))
    for index, statement in enumerate(facts.statements):
        yield Mark("statement", statement.span, f"{page_id}-s{index}-t")
    carried = {role.span for told in facts.statements for _, role in told.roles if not told.says(role)}
    for span in sorted(carried):
        yield Mark("role", span, f"{page_id}-r{span.start}-{span.end}")
    for numbered in findings:
        for order, place in enumerate(numbered.finding.places):
            if place.page == report.page.id:
                yield Mark("finding", place.span, _place_anchor(numbered.number, order), str(numbered.number))
    for segment in _nested(report.page):
        yield Mark("block", segment.span, "")


def _top_level(page: Page) -> list[Segment]:
    """Segments that stand in no other, in order of the text."""
    chosen: list[Segment] = []
    for segment in sorted(page.segments, key=lambda s: (s.span.start, -s.span.end)):
        if not chosen or segment.span.start >= chosen[-1].span.end:
            chosen.append(segment)
    return chosen


def _nested(page: Page) -> list[Segment]:
    top = _top_level(page)
    return [s for s in page.segments if s.kind is SegmentKind.QUOTATION and s not in top]


def _blocks(page: Page, marks: tuple[Mark, ...], placed: set[str], lang: str) -> Iterator[Block]:
    """The whole text: segments, and what stands between them where that has words."""
    reached, leaf = 0, ""
    for segment in _top_level(page):
        yield from _between(page, Span(reached, segment.span.start), marks, placed)
        before, leaf = leaf, stands_at(page, segment.span, lang)
        yield Block(
            segment.kind.value,
            _runs(page, segment.span, marks, placed),
            segment.author,
            segment.published,
            segment.language,
            leaf=leaf if leaf != before else "",
        )
        reached = segment.span.end
    yield from _between(page, Span(reached, len(page.text)), marks, placed)


def _between(page: Page, span: Span, marks: tuple[Mark, ...], placed: set[str]) -> Iterator[Block]:
    if span.of(page.text).strip():
        yield Block("paragraph", _runs(page, span, marks, placed))


def _runs(page: Page, span: Span, marks: tuple[Mark, ...], placed: set[str]) -> tuple[Run, ...]:
    pieces = (_shown(piece, placed) for piece in split(page.text, span, marks))
    return tuple(
        Run(" ".join(f"m-{kind}" for kind in around), tuple(run))
        for around, run in groupby(pieces, key=attrgetter("around"))
    )


def _shown(piece: Piece, placed: set[str]) -> Shown:
    """A piece with the shortest mark over it as the one that it leads to."""
    shown = [mark for mark in piece.marks if mark.kind in _SHOWN]
    anchors = tuple(dict.fromkeys(mark.id for mark in piece.begins if mark.id and mark.id not in placed))
    placed.update(anchors)
    leading = shown[0] if shown else None
    opens = leading in piece.begins
    if not opens and not piece.text.strip():  # a link over a blank has no name
        leading = None
    kinds = dict.fromkeys(mark.kind for mark in piece.marks if mark.kind not in _PLACES)
    return Shown(
        text=piece.text,
        kinds=tuple(kind for kind in kinds if kind not in _LONG),
        around=tuple(sorted(kind for kind in kinds if kind in _LONG)),
        target=leading.target if leading else "",
        note=" · ".join(mark.note for mark in shown if mark in piece.begins and mark.note),
        anchors=anchors,
        findings=tuple(sorted({int(mark.note) for mark in piece.ends if mark.kind == "finding"})),
        opens=opens,
    )


def _quotation_cards(page_id: str, report: PageReport, witnesses: Mapping[str, Witness]) -> Iterator[Card]:
    text = report.page.text
    for index, (quotation, trace) in enumerate(zip(report.facts.quotations, report.traces, strict=True)):
        traced = None if trace is None else collate_trace(text, quotation.span, trace, witnesses)
        identity = f"{page_id}-q{index}"
        yield Card(identity, index + 1, quotation.text, status_key(trace), traced, trace, index)


def _passage_cards(page_id: str, report: PageReport, witnesses: Mapping[str, Witness]) -> Iterator[Card]:
    text = report.page.text
    for index, passage in enumerate(report.passages):
        traced = collate_trace(text, passage.span, passage.trace, witnesses)
        words, identity = passage.span.of(text), f"{page_id}-u{index}"
        yield Card(identity, index + 1, words, status_key(passage.trace), traced, passage.trace, index)


def _name_groups(page_id: str, report: PageReport) -> tuple[NameGroup, ...]:
    groups: dict[str, list[int]] = {}
    for index, name in enumerate(report.facts.names):
        groups.setdefault(name.id, []).append(index)
    names = report.facts.names
    return tuple(
        NameGroup(
            f"{page_id}-n{indices[0]}",
            names[indices[0]],
            tuple(dict.fromkeys(names[index].text for index in indices)),
            tuple(f"{page_id}-n{index}" for index in indices),
        )
        for indices in groups.values()
    )
