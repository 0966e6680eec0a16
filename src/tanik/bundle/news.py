"""What is new between two dossiers over the same inputs.

Comes in: the dossier that was kept and the one of today. Goes out: what changed, thing by thing: pages that can be read
now or no longer, quotations with another status or other witnesses, passages and findings that came or went, documents
that are new among the witnesses, changed, or gone from the library. What stayed is counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import asdict, dataclass

from tanik.compare.model import Finding
from tanik.core.span import Span
from tanik.dossier.messages import message
from tanik.dossier.model import Dossier, PageReport
from tanik.trace.model import Searched, Trace

__all__ = ["Changed", "News", "find_news", "news_to_json"]


@dataclass(frozen=True, slots=True)
class Changed:
    """A quotation or unquoted passage of a page whose trace is not what it was.

    `page` is its number among today's pages, `text` its words; `before` and `after` are statuses, None where it was not
    traced or not found; `came` and `went` are ids of documents that match it now and did not, or the other way round.
    """

    kind: str
    page: int
    start: int
    end: int
    text: str
    before: str | None
    after: str | None
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """All that is new.

    `came` and `went` are findings as sentences, `same` counts quotations and passages that stayed as they were, `facts`
    gives for each kind of fact how many there were and are, where that differs.
    """

    before: Searched | None
    after: Searched | None
    versions: tuple[str, str]
    readable: tuple[str, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    reread: tuple[str, ...] = ()
    quotations: tuple[Changed, ...] = ()
    same: int = 0
    new_witnesses: tuple[str, ...] = ()
    gone_witnesses: tuple[str, ...] = ()
    lost_documents: tuple[str, ...] = ()
    changed_documents: tuple[str, ...] = ()
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()
    facts: tuple[tuple[str, int, int], ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether all is as it was; that the library grew is no news as long as nothing follows from it."""
        told = (self.readable, self.refused, self.reread, self.quotations, self.new_witnesses, self.gone_witnesses)
        return not any((*told, self.lost_documents, self.changed_documents, self.came, self.went, self.facts))


def find_news(old: Dossier, new: Dossier, held: Container[str] | None = None) -> News:
    """What `new` says that `old` did not, and the other way round; `held` are the ids in today's library, if any."""
    pairs = list(_pairs(old, new))
    changed = tuple(change for before, after, number in pairs for change in _changes(before, after, number))
    stayed = sum(len(after.traces) + len(after.passages) for _, after, _ in pairs) - sum(
        change.after is not None for change in changed
    )
    earlier = {witness.id: witness.text for witness in old.witnesses}
    later = {witness.id: witness.text for witness in new.witnesses}
    told_before, told_after = _findings(old, new.language), _findings(new, new.language)
    refused_before = {refusal.source for refusal in old.refused}
    return News(
        before=old.library,
        after=new.library,
        versions=(old.version, new.version),
        readable=tuple(sorted(refused_before - {refusal.source for refusal in new.refused})),
        refused=tuple((one.source, one.reason) for one in new.refused if one.source not in refused_before),
        reread=tuple(a.page.source.label for b, a, _ in pairs if b.page.text != a.page.text),
        quotations=changed,
        same=stayed,
        new_witnesses=tuple(name for name in later if name not in earlier),
        gone_witnesses=tuple(name for name in earlier if name not in later and (held is None or name in held)),
        lost_documents=tuple(name for name in earlier if held is not None and name not in held),
        changed_documents=tuple(name for name in later if name in earlier and earlier[name] != later[name]),
        came=tuple((told_after - told_before).elements()),
        went=tuple((told_before - told_after).elements()),
        facts=tuple(_facts(old, new)),
    )


def news_to_json(news: News) -> dict[str, object]:
    """What is new, as a table for JSON."""
    return {"schema": "tanik-news/1", "nothing": news.nothing, **asdict(news)}


def _pairs(old: Dossier, new: Dossier) -> Iterator[tuple[PageReport, PageReport, int]]:
    """Pages over the same bytes of the same name, in order."""
    waiting: dict[tuple[str, str], list[PageReport]] = {}
    for report in old.pages:
        waiting.setdefault((report.page.source.sha256, report.page.source.label), []).append(report)
    for number, report in enumerate(new.pages, start=1):
        same = waiting.get((report.page.source.sha256, report.page.source.label))
        if same:
            yield same.pop(0), report, number


def _changes(before: PageReport, after: PageReport, number: int) -> Iterator[Changed]:
    for kind, earlier, later in (
        ("quotation", _quoted(before), _quoted(after)),
        ("passage", _unquoted(before), _unquoted(after)),
    ):
        for key in dict.fromkeys((*earlier, *later)):
            was, now = earlier.get(key), later.get(key)
            change = _change(kind, number, was, now)
            if change is not None:
                yield change


_Told = tuple[Span, str, Trace | None]


def _quoted(report: PageReport) -> dict[tuple[str, int], _Told]:
    return _keyed(
        (quotation.span, quotation.text, trace)
        for quotation, trace in zip(report.facts.quotations, report.traces, strict=True)
    )


def _unquoted(report: PageReport) -> dict[tuple[str, int], _Told]:
    return _keyed((one.span, one.span.of(report.page.text), one.trace) for one in report.passages)


def _keyed(told: Iterator[_Told]) -> dict[tuple[str, int], _Told]:
    """Each by its words and how often they stood before: offsets move when a page is read otherwise."""
    seen: Counter[str] = Counter()
    found = {}
    for span, text, trace in told:
        found[text, seen[text]] = (span, text, trace)
        seen[text] += 1
    return found


def _change(kind: str, number: int, was: _Told | None, now: _Told | None) -> Changed | None:
    place = now or was
    if place is None:
        return None
    before, after = _status(was), _status(now)
    matched, matches = _documents(was), _documents(now)
    came = tuple(name for name in matches if name not in matched)
    went = tuple(name for name in matched if name not in matches)
    if before == after and not came and not went and (was is None) == (now is None):
        return None
    span, text, _ = place
    return Changed(kind, number, span.start, span.end, text, before, after, came, went)


def _status(told: _Told | None) -> str | None:
    return told[2].status.value if told is not None and told[2] is not None else None


def _documents(told: _Told | None) -> tuple[str, ...]:
    trace = told[2] if told is not None else None
    return tuple(dict.fromkeys(match.document for match in trace.matches)) if trace is not None else ()


def _findings(dossier: Dossier, lang: str) -> Counter[str]:
    """Each finding as a sentence with the page it stands on, so that page numbers may move."""
    labels = {report.page.id: report.page.source.label for report in dossier.pages}
    return Counter(_told(finding, labels, lang) for finding in dossier.comparison.findings)


def _told(finding: Finding, labels: dict[str, str], lang: str) -> str:
    where = dict.fromkeys(labels[place.page] for place in finding.places)
    return f"{', '.join(where)}: {message(finding, lang)}"


def _facts(old: Dossier, new: Dossier) -> Iterator[tuple[str, int, int]]:
    """How many facts of a kind there were and are, where that differs: another program reads otherwise."""
    for kind in ("dates", "amounts", "names", "citations", "quotations", "statements"):
        before = sum(len(getattr(report.facts, kind)) for report in old.pages)
        after = sum(len(getattr(report.facts, kind)) for report in new.pages)
        if before != after:
            yield kind, before, after
