"""What an annotation says.

Comes in: a page with its facts and traces. Goes out: for every one of them its body: a sentence in the dossier's
language, tags in the schema's words, and for a match the place in the witness.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tanik.core.span import Span
from tanik.dossier.citation import cite
from tanik.dossier.collation import by_id
from tanik.dossier.display import clean
from tanik.dossier.export.annotation_targets import witness_target
from tanik.dossier.export.runs import term
from tanik.dossier.model import Dossier, PageReport
from tanik.dossier.phrases import amount_in_words, date_in_words, problem_in_words, status_key, voice_in_words, word
from tanik.dossier.words import say
from tanik.trace.model import Trace, Witness

__all__ = ["Body", "bodies_of"]

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Body:
    """One thing that is said of a span.

    `place` is where its record stands among the page's (list and index), None for what is part of another record.
    """

    id: str
    kind: str
    motivation: str
    at: Span | None
    sentence: str
    tags: tuple[str, ...] = ()
    place: tuple[str, int] | None = None
    link: Json | None = None

    @property
    def span(self) -> Span:
        """The span it is said of. Raises ``ValueError`` if it has none."""
        if self.at is None:
            raise ValueError(f"{self.id} stands in several places")
        return self.at

    def told(self, lang: str) -> list[Json]:
        """The bodies as Web Annotation has them: the sentence, the tags, the link."""
        text = {"type": "TextualBody", "value": clean(self.sentence), "format": "text/plain", "language": lang}
        tags = [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in self.tags]
        return [{**text, "purpose": "describing"}, *tags, *([self.link] if self.link is not None else [])]


def bodies_of(dossier: Dossier, report: PageReport) -> Iterator[Body]:
    """Everything that is said of the words of a page, list by list, each in order."""
    yield from _facts(report, dossier.language)
    yield from _traces(report, by_id(dossier.witnesses), dossier.language)


def _facts(report: PageReport, lang: str) -> Iterator[Body]:
    facts = report.facts
    for n, date in enumerate(facts.dates):
        value = date_in_words(date, lang)
        if date.problem:
            value = f"{value}; {problem_in_words(date.problem, lang)}"
        tags = tuple(tag for tag in ("date", date.edtf) if tag)
        yield Body(f"d{n + 1}", "date", "identifying", date.span, term("annotation.date", lang, value=value), tags,
                   ("dates", n))  # fmt: skip
    for n, amount in enumerate(facts.amounts):
        sentence = term("annotation.amount", lang, value=amount_in_words(amount, lang))
        yield Body(f"a{n + 1}", "amount", "identifying", amount.span, sentence, ("amount", amount.unit),
                   ("amounts", n))  # fmt: skip
    for n, name in enumerate(facts.names):
        sentence = term("annotation.name", lang, kind=say(f"name.{name.kind}", lang), value=name.name)
        yield Body(f"n{n + 1}", "name", "identifying", name.span, sentence, ("name", name.kind.value), ("names", n))
    for n, citation in enumerate(facts.citations):
        sentence = term("annotation.citation", lang, kind=say(f"citation.{citation.kind}", lang))
        yield Body(f"c{n + 1}", "citation", "identifying", citation.span, sentence, ("source", citation.kind.value),
                   ("citations", n))  # fmt: skip
    for n, statement in enumerate(facts.statements):
        value = " · ".join(part for part in (word("action", statement.action, lang), voice_in_words(statement, lang))
                           if part)  # fmt: skip
        tags = tuple(tag for tag in ("statement", statement.action) if tag)
        yield Body(f"s{n + 1}", "statement", "describing", statement.span,
                   term("annotation.statement", lang, value=value), tags, ("statements", n))  # fmt: skip


def _traces(report: PageReport, witnesses: Mapping[str, Witness], lang: str) -> Iterator[Body]:
    for n, (quotation, trace) in enumerate(zip(report.facts.quotations, report.traces, strict=True)):
        status = status_key(trace)
        sentence = term("annotation.quotation", lang, value=say(f"status.{status}", lang))
        yield Body(f"q{n + 1}", "quotation", "assessing", quotation.span, sentence, ("quotation", status),
                   ("quotations", n))  # fmt: skip
        if trace is not None:
            yield from _matches(f"q{n + 1}", trace, witnesses, lang)
    for n, passage in enumerate(report.passages):
        status = status_key(passage.trace)
        sentence = term("annotation.passage", lang, value=say(f"status.{status}", lang))
        yield Body(f"u{n + 1}", "passage", "assessing", passage.span, sentence, ("passage", status), ("passages", n))
        yield from _matches(f"u{n + 1}", passage.trace, witnesses, lang)


def _matches(traced: str, trace: Trace, witnesses: Mapping[str, Witness], lang: str) -> Iterator[Body]:
    """Every match with the place in its witness, and each of its differences."""
    for n, match in enumerate(trace.matches, 1):
        witness = witnesses.get(match.document)
        named = cite(witness, lang, match.witness) if witness is not None else match.document
        sentence = term("annotation.match", lang, status=say(f"status.{match.status}", lang), witness=named)
        link = witness_target(match.document, witness.text if witness is not None else None, match.witness)
        yield Body(
            f"{traced}.m{n}", "match", "linking", match.page, sentence, ("match", match.status.value), None, link
        )
        for k, one in enumerate(match.differences, 1):
            nothing = say("ui.nothing", lang)
            told = {"page": one.page_text or nothing, "witness": one.witness_text or nothing,
                    "kind": say(f"difference.{one.kind}", lang)}  # fmt: skip
            tags = ("difference", one.kind.value, *(("changes_meaning",) if one.changes_meaning else ()))
            yield Body(f"{traced}.m{n}.d{k}", "difference", "editing", one.page,
                       term("annotation.difference", lang, **told), tags)  # fmt: skip
