"""The passages of the library that a dossier rests on: each stretch with its surroundings, its source and its digest.

Comes in: a dossier. Goes out: a table for JSON, so that who has no such library sees what stood there, and who has one
can compare.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from tanik.bundle.model import CONTEXT
from tanik.core.span import Span
from tanik.dossier.citation import cite, csl
from tanik.dossier.model import Dossier
from tanik.trace.model import Match, Trace, Witness

__all__ = ["passages_of"]

Json = dict[str, object]


def passages_of(dossier: Dossier, digests: Mapping[str, str]) -> Json:
    """The stretches of every witness of `dossier`; `digests` are those of the library's documents, by id.

    >>> from tanik.dossier.build import build
    >>> made = build(version="1", created="", as_of="2026-01-01", language="tr", library=None, pages=())
    >>> passages_of(made, {})["witnesses"]
    []
    """
    used: dict[str, dict[Span, list[Json]]] = {}
    for page, match in _matches(dossier):
        place: Json = {"page": page, "start": match.page.start, "end": match.page.end, "status": match.status.value}
        places = used.setdefault(match.document, {}).setdefault(match.witness, [])
        if place not in places:
            places.append(place)
    return {
        "context": CONTEXT,
        "witnesses": [
            _witness(witness, used.get(witness.id, {}), digests.get(witness.id), dossier.language)
            for witness in dossier.witnesses
        ],
    }


def _matches(dossier: Dossier) -> Iterator[tuple[str, Match]]:
    for report in dossier.pages:
        traces: list[Trace] = [trace for trace in report.traces if trace is not None]
        traces += [passage.trace for passage in report.passages]
        for trace in traces:
            yield from ((report.page.id, match) for match in trace.matches)


def _witness(witness: Witness, used: Mapping[Span, list[Json]], digest: str | None, lang: str) -> Json:
    return {
        "document": witness.id,
        "citation": cite(witness, lang),
        "csl": csl(witness),
        "characters": len(witness.text),
        "text_sha256": hashlib.sha256(witness.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "document_sha256": digest,
        "stretches": [_stretch(witness.text, span, used[span]) for span in sorted(used)],
    }


def _stretch(text: str, span: Span, used: list[Json]) -> Json:
    return {
        "start": span.start,
        "end": span.end,
        "before": text[max(span.start - CONTEXT, 0) : span.start],
        "text": span.of(text),
        "after": text[span.end : span.end + CONTEXT],
        "used_by": used,
    }
