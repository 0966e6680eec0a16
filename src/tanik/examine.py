"""The one wiring: inputs become pages, pages facts, facts traces, all of them a dossier.

Comes in: inputs as bytes with their names, and the evidence to search (or none). Goes out: a `Dossier`, in which an
input that could not be read stands as a refusal with its reason: one bad page never stops the others. No other
module knows more than two rooms. What is done to one input is a function of its own (`examine_input`), so that it can
be done in several processes; what compares pages begins when all of them are there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from tanik.compare.model import Comparison, Examined
from tanik.compare.run import run as compare
from tanik.core.release import __version__
from tanik.core.tables import in_force
from tanik.dossier.build import build
from tanik.dossier.model import Contents, Dossier, PageReport, PassageTrace, Refusal, UserTable
from tanik.errors import DamagedWeights, PageError
from tanik.facts.read import read as read_facts
from tanik.page.model import Page, Repair
from tanik.page.read import read as read_page
from tanik.trace.model import Evidence, Trace, Witness
from tanik.trace.options import Options
from tanik.trace.run import Documents, find_passages
from tanik.trace.run import run as trace_passage

__all__ = ["Examination", "How", "Input", "Omitted", "Outcome", "Step", "examine", "examine_input", "examine_page"]


@dataclass(frozen=True, slots=True)
class Input:
    """One thing handed in: its bytes, or why there are none, and what to call it.

    `file` is where the bytes stand that are not in `data` yet; `container` what the input was part of; `truncated` why
    its bytes are known to be incomplete.
    """

    name: str
    data: bytes = b""
    path: str | None = None
    url: str | None = None
    media_type: str | None = None
    retrieved: str | None = None
    reason: str | None = None
    file: str | None = None
    container: str | None = None
    truncated: str | None = None


@dataclass(frozen=True, slots=True)
class How:
    """How each page is read, the same in every process.

    `as_of` is the day from which relative dates of pages without a date of their own are counted (None: they are not).
    With `fast` names are found by tables and rules alone, without the trained model; with `every_clause` no clause that
    could be looked up is passed over (`Statement.further` says which were added).
    """

    as_of: date | None = None
    fast: bool = False
    every_clause: bool = False


@dataclass(frozen=True, slots=True)
class Omitted:
    """Something in `container` that is no page of its own, for the `reason` that its name tells."""

    container: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the input called `name`: a report, whose page has no number yet, or why there is none."""

    name: str
    report: PageReport | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """The input called `name` is done; whether it was refused."""

    name: str
    refused: bool


Progress = Callable[[Step], None]
# Inputs to outcomes, one each, in order.
Examination = Callable[[Iterable[Input]], Iterator[Outcome]]


def examine(
    inputs: Iterable[Input | Omitted],
    evidence: Evidence | None,
    *,
    how: How | None = None,
    language: str = "en",
    options: Options | None = None,
    progress: Progress | None = None,
    examination: Examination | None = None,
) -> Dossier:
    """One dossier over all `inputs`, searched in `evidence` where there is any.

    `language` is that of the sentences in the dossier; `progress` is told of each input when it is done. `examination`
    does what `examine_input` does, `how` it says, perhaps in several processes.
    """
    how = how or How()
    if evidence is not None:
        evidence = Documents(evidence)  # a document that many quotations lead to is read once
    count = _Count(progress)
    reports: list[PageReport] = []
    for outcome in (examination or _one_by_one(evidence, options, how))(count.inputs(inputs)):
        if outcome.report is not None:
            reports.append(_numbered(outcome.report, f"p{len(reports) + 1}"))
        count.done(outcome)
    pages = tuple(reports)
    examined = tuple(Examined(r.page, r.facts, r.traces, tuple(one.trace for one in r.passages)) for r in pages)
    witnesses = _witnesses(pages, evidence)
    dossier = build(
        version=__version__,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        as_of=(how.as_of or datetime.now(UTC).date()).isoformat(),
        language=language,
        library=evidence.searched if evidence is not None else None,
        pages=pages,
        witnesses=witnesses,
        comparison=compare(examined, witnesses, evidence) if pages else Comparison(),
        refused=tuple(count.refused),
        contents=tuple(count.contents()),
        tables=tuple(UserTable(*table) for table in in_force(("tanik.core", "tanik.facts"))),
    )
    return replace(dossier, every_clause=how.every_clause)


def _one_by_one(evidence: Evidence | None, options: Options | None, how: How) -> Examination:
    return lambda inputs: (examine_input(given, evidence, options, how) for given in inputs)


def examine_input(
    given: Input, evidence: Evidence | None, options: Options | None = None, how: How | None = None
) -> Outcome:
    """One input read and examined; raises only `DamagedWeights`.

    >>> examine_input(Input("a.txt", b""), None).reason
    'the input is empty'
    """
    try:
        report = examine_page(_page(given), evidence, options or Options(), how or How())
        return Outcome(given.name, report)
    except DamagedWeights:
        raise  # not this input's fault, and no other would fare better
    except PageError as error:
        return Outcome(given.name, None, str(error))
    except Exception as error:  # noqa: BLE001 - one input of a batch: it is told of, and the others go on
        return Outcome(given.name, None, f"it cannot be examined ({type(error).__name__}: {error})")


class _Count:
    """Keeps account of what was handed in while it goes by."""

    def __init__(self, progress: Progress | None) -> None:
        self.refused: list[Refusal] = []
        self._progress = progress
        self._given: list[str | None] = []
        self._taken = 0
        self._read: Counter[str] = Counter()
        self._not: Counter[str] = Counter()
        self._omitted: dict[str, Counter[str]] = {}

    def inputs(self, inputs: Iterable[Input | Omitted]) -> Iterator[Input]:
        """The inputs that are to be read; the others are counted."""
        for given in inputs:
            if isinstance(given, Omitted):
                self._omitted.setdefault(given.container, Counter())[given.reason] += 1
                continue
            if given.container is not None:
                self._omitted.setdefault(given.container, Counter())
            self._given.append(given.container)
            yield given

    def done(self, outcome: Outcome) -> None:
        """Note what became of the next input in order."""
        container = self._given[self._taken]
        self._taken += 1
        if outcome.report is None:
            self.refused.append(Refusal(outcome.name, outcome.reason or ""))
        if container is not None:
            (self._read if outcome.report is not None else self._not)[container] += 1
        if self._progress is not None:
            self._progress(Step(outcome.name, outcome.report is None))

    def contents(self) -> Iterator[Contents]:
        """What became of everything in each container, in the order in which they were handed in."""
        for source, reasons in self._omitted.items():
            skipped = tuple(sorted(reasons.items(), key=lambda item: (-item[1], item[0])))
            yield Contents(source, self._read[source], self._not[source], skipped)


def examine_page(page: Page, evidence: Evidence | None, options: Options, how: How) -> PageReport:
    """One page with its facts, each quotation traced, and its long unquoted passages looked up."""
    facts = read_facts(page, how.as_of, fast=how.fast, every_clause=how.every_clause)
    if evidence is None:
        return PageReport(page, facts, tuple(None for _ in facts.quotations))
    traces = tuple(
        _moved(trace_passage(quotation.text, evidence, options), quotation.span.start) for quotation in facts.quotations
    )
    quoted = tuple(quotation.span for quotation in facts.quotations)
    passages = tuple(
        PassageTrace(span, _moved(trace, span.start))
        for span, trace in find_passages(page.text, evidence, quoted, options)
    )
    return PageReport(page, facts, traces, passages)


def _page(given: Input) -> Page:
    """The page that an input holds. Raises `PageError`."""
    if given.reason is not None:
        raise PageError(given.reason)
    page = read_page(given.data, path=given.path, url=given.url, media_type=given.media_type, retrieved=given.retrieved)
    if given.truncated is None:
        return page
    cut = Repair("truncated_capture", 1, f"the capture is incomplete: {given.truncated}")
    return replace(page, repairs=(*page.repairs, cut))


def _numbered(report: PageReport, page_id: str) -> PageReport:
    return replace(report, page=replace(report.page, id=page_id))


def _moved(trace: Trace, by: int) -> Trace:
    """A trace whose page spans count from the page's start instead of the passage's."""
    return replace(trace, matches=tuple(match.shifted(by) for match in trace.matches))


def _witnesses(pages: tuple[PageReport, ...], evidence: Evidence | None) -> tuple[Witness, ...]:
    """Every document that some trace points to, oldest first, undated ones last."""
    if evidence is None:
        return ()
    wanted = sorted({match.document for trace in _traces(pages) for match in trace.matches})
    found = [evidence.named(document) for document in wanted]
    return tuple(sorted(found, key=lambda w: (w.date is None, w.date or "", w.id)))


def _traces(pages: tuple[PageReport, ...]) -> Iterator[Trace]:
    for report in pages:
        yield from (trace for trace in report.traces if trace is not None)
        yield from (passage.trace for passage in report.passages)
