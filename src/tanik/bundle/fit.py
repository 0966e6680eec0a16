"""Whether the parts of a bundle fit each other.

Comes in: a bundle and what was read from it. Goes out: for each thing looked at the part it stands in and what is wrong
with it, an empty string where nothing is. What is read here may be anybody's, so every step of the way down is looked
at before it is taken.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from tanik.bundle.model import CAPTURES, CRATE, DOSSIER, EXCHANGES, INPUTS, MANIFEST, PASSAGES, Handed
from tanik.bundle.read import Bundle
from tanik.dossier.model import Dossier

__all__ = ["captures_fit", "crate_fits", "passages_fit", "spans_fit"]

Looked = Iterator[tuple[str, str]]


def crate_fits(bundle: Bundle) -> Looked:
    """Whether the crate's metadata names every file, with its size and digest."""
    told = bundle.json(CRATE)
    graph = told.get("@graph") if isinstance(told, dict) else None
    rows = [row for row in graph if isinstance(row, dict)] if isinstance(graph, list) else []
    files = {str(row.get("@id")): row for row in rows if row.get("@type") == "File"}
    for name in sorted(files.keys() | bundle.entries.keys() - {CRATE}):
        row = files.get(name, {})
        if name not in bundle.entries:
            yield CRATE, f"it names {name}, which is not there"
        elif not row:
            yield CRATE, f"it does not name {name}"
        elif name != MANIFEST:
            data = bundle.read(name)
            same = (row.get("sha256"), row.get("contentSize")) == (hashlib.sha256(data).hexdigest(), str(len(data)))
            yield CRATE, "" if same else f"it tells another digest or size of {name}"


def spans_fit(told: object, dossier: Dossier) -> Looked:
    """Whether every located thing in the JSON reads back its own words, in its page and in its witness."""
    texts = {report.page.id: report.page.text for report in dossier.pages}
    witnesses = {witness.id: witness.text for witness in dossier.witnesses}
    for page in _rows(told, "pages"):
        text = texts.get(str(page.get("id")), "")
        yield from _located(page, text, witnesses)
    for row in (*_rows(told, "findings"), *_rows(told, "copies")):
        for name in ("spans", "passages"):
            for place in _rows(row, name):
                yield from _located(place, texts.get(str(place.get("page")), ""), witnesses)


def _located(thing: object, text: str, witnesses: Mapping[str, str]) -> Looked:
    """Every located thing in and below `thing`."""
    waiting: list[tuple[object, str | None]] = [(thing, None)]
    while waiting:
        one, document = waiting.pop()
        if isinstance(one, list):
            waiting += [(part, document) for part in one]
        elif isinstance(one, dict):
            document = one["document"] if isinstance(one.get("document"), str) else document
            yield from _reads_back(one, text, witnesses.get(document or ""))
            waiting += [(part, document) for part in one.values()]


def _reads_back(one: Mapping[str, object], text: str, witness: str | None) -> Looked:
    if isinstance(one.get("start"), int) and isinstance(one.get("text"), str):
        yield DOSSIER, _same(one.get("start"), one.get("end"), text, one.get("text"))
    if "page_text" in one:
        yield DOSSIER, _same(*_pair(one.get("page")), text, one.get("page_text"))
        yield DOSSIER, _same(*_pair(one.get("witness")), witness or "", one.get("witness_text"))


def _pair(value: object) -> tuple[object, object]:
    return (value[0], value[1]) if isinstance(value, list) and len(value) == 2 else (None, None)


def _same(start: object, end: object, text: str, words: object) -> str:
    if isinstance(start, int) and isinstance(end, int) and 0 <= start <= end and text[start:end] == words:
        return ""
    return f"the words at {start}–{end} are not those that are told"


def captures_fit(bundle: Bundle, dossier: Dossier, handed: Iterable[Handed]) -> Looked:
    """Whether each page's bytes are there with the digest that the page names, and no others."""
    held: dict[str, str] = {}
    for one in handed:
        if one.capture is not None and one.sha256 is not None:
            data = bundle.read(one.capture)
            same = hashlib.sha256(data).hexdigest() == one.sha256
            held[one.sha256] = one.capture
            yield one.capture, "" if same else "its bytes are not those that were handed in"
    for report in dossier.pages:
        there = report.page.source.sha256 in held
        yield DOSSIER, "" if there else f"the bytes of page {report.page.id} are not in the bundle"
    for name in bundle.entries:
        if name.startswith(CAPTURES) and name != EXCHANGES and name not in held.values():
            yield name, f"{INPUTS} does not name it"


def passages_fit(told: object, dossier: Dossier) -> Looked:
    """Whether the passages are stretches of the documents that the dossier has, with their digests."""
    witnesses = {witness.id: witness.text for witness in dossier.witnesses}
    listed = _rows(told, "witnesses")
    if sorted(str(row.get("document")) for row in listed) != sorted(witnesses):
        yield PASSAGES, "it tells of other documents than the dossier does"
    for row in listed:
        text = witnesses.get(str(row.get("document")), "")
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        yield PASSAGES, "" if row.get("text_sha256") == digest else f"another digest of {row.get('document')}"
        for place in _rows(row, "stretches"):
            start, before, after = place.get("start"), place.get("before"), place.get("after")
            whole = f"{before}{place.get('text')}{after}"
            at = start - len(before) if isinstance(start, int) and isinstance(before, str) else -1
            fault = _same(start, place.get("end"), text, place.get("text")) or _same(at, at + len(whole), text, whole)
            yield PASSAGES, fault


def _rows(thing: object, name: str) -> list[dict[str, object]]:
    value = thing.get(name) if isinstance(thing, dict) else None
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
