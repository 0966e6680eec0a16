"""W3C Web Annotations: what the dossier says, pinned to the words it is said of.

Comes in: a dossier. Goes out: an ``AnnotationCollection`` in JSON-LD (W3C Recommendation "Web Annotation Data Model",
23 February 2017), an annotation a fact, statement, quotation, match, difference and finding; and from such a collection
the dossier again.

Each target names the words by a quote with what stands around it, by offsets, and by the place in the source where that
is known; its ``state`` binds it to the bytes that were read, by their SHA-256 as a name of RFC 6920 (``ni:``), because
the page at the address may change. Each body is a sentence that any client can show. What only Tanık understands stands
beside it as ``tanik:record``: the very record of the dossier's JSON, so that nothing is lost on the way out and back.
Annotations of others that come to stand in the collection are passed by when it is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tanik.dossier.export.annotation_bodies import Body, bodies_of
from tanik.dossier.export.annotation_targets import capture_name, target_of, whole_page
from tanik.dossier.json_read import from_json
from tanik.dossier.json_write import to_json
from tanik.dossier.model import Dossier, PageReport
from tanik.errors import UsageError

__all__ = ["CONTEXT", "from_annotations", "to_annotations"]

Json = dict[str, Any]
# JSON-LD 1.1: our own records travel as JSON literals, which every processor passes on untouched.
CONTEXT: list[object] = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "@version": 1.1,
        # The vocabulary has this motivation, the published context forgot it: without this line it would be no term.
        "assessing": "http://www.w3.org/ns/oa#assessing",
        "tanik": "urn:tanik:ns:",
        "tanik:record": {"@type": "@json"},
        "tanik:dossier": {"@type": "@json"},
        "tanik:kind": {"@type": "http://www.w3.org/2001/XMLSchema#string"},
        "tanik:page": {"@type": "http://www.w3.org/2001/XMLSchema#string"},
    },
]
_LISTS = ("dates", "amounts", "names", "citations", "quotations", "statements", "passages")


def to_annotations(dossier: Dossier) -> Json:
    """The annotations of `dossier`, all on one page of the collection.

    >>> from tanik.dossier.build import build
    >>> made = build(version="1", created="", as_of="2026-01-01", language="tr", library=None, pages=())
    >>> from_annotations(to_annotations(made)) == made
    True
    """
    told: Json = to_json(dossier)
    items = [item for index, report in enumerate(dossier.pages) for item in _of_page(dossier, report, told, index)]
    items += _of_findings(dossier, told)
    rest = {name: value for name, value in told.items() if name not in ("pages", "findings")}
    identity = f"urn:tanik:dossier:{dossier.created or dossier.as_of}"
    return {
        "@context": CONTEXT,
        "id": identity,
        "type": "AnnotationCollection",
        "label": "Tanık",
        "total": len(items),
        "tanik:dossier": rest,
        "first": {"id": f"{identity}#1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def _of_page(dossier: Dossier, report: PageReport, told: Json, index: int) -> Iterator[Json]:
    """The page as a whole, then everything found on it, in the order of the dossier's JSON."""
    record = dict(told["pages"][index])
    page, lang = report.page, dossier.language
    found = {name: record.pop(name) for name in _LISTS}
    title = page.title or page.source.label
    yield {
        **_head(dossier, f"{page.id}", "page", "describing"),
        "body": {"type": "TextualBody", "value": title, "format": "text/plain", "purpose": "describing"},
        "target": whole_page(page),
        "tanik:record": record,
    }
    for body in bodies_of(dossier, report):
        kept = found[body.place[0]][body.place[1]] if body.place is not None else None
        made = {
            **_head(dossier, f"{page.id}-{body.id}", body.kind, body.motivation),
            "tanik:page": page.id,
            "body": body.told(lang),
            "target": target_of(page, body.span),
        }
        yield made if kept is None else {**made, "tanik:record": kept}


def _of_findings(dossier: Dossier, told: Json) -> Iterator[Json]:
    """The findings: one that stands in several places has several targets."""
    pages = {report.page.id: report.page for report in dossier.pages}
    for number, (finding, record) in enumerate(zip(dossier.comparison.findings, told["findings"], strict=True), 1):
        targets = [target_of(pages[place.page], place.span) for place in finding.places]
        body = Body(f"f{number}", "finding", "assessing", None, record["message"], (finding.kind.value,))
        yield {
            **_head(dossier, f"f{number}", "finding", "assessing"),
            "body": body.told(dossier.language),
            "target": targets or [f"urn:tanik:dossier:{dossier.created or dossier.as_of}"],
            "tanik:record": record,
        }


def _head(dossier: Dossier, identity: str, kind: str, motivation: str) -> Json:
    creator = {"id": "urn:tanik:software", "type": "Software", "name": f"Tanık {dossier.version}"}
    made = {
        "id": f"urn:tanik:annotation:{dossier.created or dossier.as_of}:{identity}",
        "type": "Annotation",
        "motivation": motivation,
        "generator": creator,
        "tanik:kind": kind,
    }
    return {**made, "created": dossier.created} if "T" in dossier.created else made


def from_annotations(data: Json) -> Dossier:
    """The dossier that `data` was written from, equal by value.

    Raises ``UsageError`` where it is no such collection, where an annotation points at other words than the page has,
    or where something of the dossier is missing.
    """
    try:
        items = data["first"]["items"]
        ours = [item for item in items if "tanik:record" in item]
        rest = dict(data["tanik:dossier"])
        pages = {item["tanik:record"]["id"]: _blank(item) for item in ours if item["tanik:kind"] == "page"}
        for item in ours:
            _put_back(item, pages)
        findings = [item["tanik:record"] for item in ours if item["tanik:kind"] == "finding"]
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise UsageError(f"these are no annotations of a dossier ({type(error).__name__}: {error})") from error
    return from_json({**rest, "pages": list(pages.values()), "findings": findings})


def _blank(item: Json) -> Json:
    """A page's record with empty lists, if its target names the same capture."""
    record = item["tanik:record"]
    if item["target"]["state"]["cached"] != capture_name(record["source"]["sha256"]):
        raise ValueError(f"page {record['id']} is of another capture than its annotation")
    return {**record, **{name: [] for name in _LISTS}}


def _put_back(item: Json, pages: dict[str, Json]) -> None:
    kind = item["tanik:kind"]
    if kind in ("page", "finding"):
        return
    name = {"date": "dates", "amount": "amounts", "name": "names", "citation": "citations"}.get(kind, f"{kind}s")
    page = pages[item["tanik:page"]]
    for selector in item["target"]["selector"]:
        if selector["type"] == "TextQuoteSelector":
            record = item["tanik:record"]
            words = page["text"][record["start"] : record["end"]]
            if not selector["exact"] == record["text"] == words:
                raise ValueError(f"{item['id']} points at other words than the page has")
    page[name].append(item["tanik:record"])
