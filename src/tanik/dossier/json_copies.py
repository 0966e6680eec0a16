"""Groups of copies become JSON, and JSON groups of copies.

Comes in: a group and the texts of the pages; or what such a group was written as. Goes out: the other of the two. Both
ways stand here side by side, so that a field that is added to one is not forgotten in the other. What a group lacks
(links that are unsure, documents, lost copies, certainty) is left out of the JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tanik.compare.model import (
    CopyApparatus,
    CopyDocument,
    CopyEntry,
    CopyGroup,
    CopyLink,
    CopyReading,
    CopyVariant,
    Place,
)
from tanik.core.span import Span
from tanik.trace.model import DifferenceKind

__all__ = ["copy_group_to_json", "read_copy_group"]

Json = dict[str, Any]


def copy_group_to_json(group: CopyGroup, texts: Mapping[str, str]) -> Json:
    """A group of copies as the schema has it; `texts` are the pages' texts by id.

    >>> copy_group_to_json(CopyGroup((Place("p1", Span(0, 4)),)), {"p1": "Sulh"})["passages"][0]["text"]
    'Sulh'
    """
    told: Json = {"passages": [_place(place, texts) for place in group.passages]}
    if group.earliest is not None:
        told["earliest"] = group.earliest
    told["links"] = [_link(link, texts) for link in group.links]
    more: Json = {
        "unsure": [_link(link, texts) for link in group.unsure],
        "documents": [
            {"document": one.document, "start": one.span.start, "end": one.span.end} for one in group.documents
        ],
        "lost": list(group.lost),
    }
    if group.apparatus is not None:
        more["apparatus"] = _apparatus(group.apparatus, texts)
    return told | {name: value for name, value in more.items() if value}


def read_copy_group(row: Json) -> CopyGroup:
    """The group that `row` tells; raises ``KeyError``, ``TypeError`` or ``ValueError`` where it is none.

    >>> read_copy_group({"passages": [{"page": "p1", "start": 0, "end": 4, "text": "Sulh"}], "links": []}).earliest
    """
    return CopyGroup(
        tuple(_read_place(place) for place in row["passages"]),
        row.get("earliest"),
        tuple(_read_link(link) for link in row["links"]),
        tuple(_read_link(link) for link in row.get("unsure", ())),
        tuple(CopyDocument(one["document"], Span(one["start"], one["end"])) for one in row.get("documents", ())),
        tuple(row.get("lost", ())),
        _read_apparatus(row["apparatus"]) if "apparatus" in row else None,
    )


def _place(place: Place, texts: Mapping[str, str]) -> Json:
    span = place.span
    return {"page": place.page, "start": span.start, "end": span.end, "text": span.of(texts[place.page])}


def _read_place(row: Json) -> Place:
    return Place(row["page"], Span(row["start"], row["end"]))


def _link(link: CopyLink, texts: Mapping[str, str]) -> Json:
    told: Json = {"from": link.from_, "to": link.to, "why": list(link.why)}
    if link.support is not None:
        told["support"] = link.support
    if link.direction is not None:
        told["direction"] = link.direction
    if link.second:
        told["second"] = True
    if link.readings:
        told["readings"] = [_reading(one, texts) for one in link.readings]
    return told


def _read_link(row: Json) -> CopyLink:
    return CopyLink(
        row["from"],
        row["to"],
        tuple(row["why"]),
        _share(row.get("support")),
        _share(row.get("direction")),
        row.get("second", False),
        tuple(_read_reading(one) for one in row.get("readings", ())),
    )


def _share(value: float | None) -> float | None:
    return None if value is None else float(value)


def _reading(reading: CopyReading, texts: Mapping[str, str]) -> Json:
    places = [_place(place, texts) for place in reading.places]
    return {"kind": reading.kind, "before": reading.before, "after": reading.after, "places": places}


def _read_reading(row: Json) -> CopyReading:
    return CopyReading(row["kind"], row["before"], row["after"], tuple(_read_place(one) for one in row["places"]))


def _apparatus(apparatus: CopyApparatus, texts: Mapping[str, str]) -> Json:
    return {
        "base": apparatus.base,
        "start": apparatus.span.start,
        "end": apparatus.span.end,
        "entries": [[_variant(one, texts) for one in entry.readings] for entry in apparatus.entries],
    }


def _read_apparatus(row: Json) -> CopyApparatus:
    entries = (CopyEntry(tuple(_read_variant(one) for one in entry)) for entry in row["entries"])
    return CopyApparatus(row["base"], Span(row["start"], row["end"]), tuple(entries))


def _variant(variant: CopyVariant, texts: Mapping[str, str]) -> Json:
    """A reading; a copy's own words stand with it where the copy is a page, as everything located does."""
    places: list[Json] = []
    for name, span in zip(variant.witnesses, variant.spans, strict=True):
        if name in texts:
            places.append(_place(Place(name, span), texts))
        else:
            places.append({"document": name, "start": span.start, "end": span.end})
    told: Json = {"text": variant.text, "places": places}
    if variant.kind is not None:
        told |= {"kind": variant.kind.value, "changes_meaning": variant.changes_meaning, "rule": variant.rule}
    return told


def _read_variant(row: Json) -> CopyVariant:
    places = row["places"]
    return CopyVariant(
        tuple(place["page"] if "page" in place else place["document"] for place in places),
        tuple(Span(place["start"], place["end"]) for place in places),
        row["text"],
        DifferenceKind(row["kind"]) if "kind" in row else None,
        row.get("changes_meaning", False),
        row.get("rule", ""),
    )
