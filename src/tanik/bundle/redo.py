"""What a bundle holds is made again from what it was made of, and compared.

Comes in: a bundle and its dossier. Goes out: for each part what is wrong with it. The same program must give the same
bytes; another one may read and write otherwise, and then only what every version must give alike is compared.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from tanik.bundle.manifest import digest_of
from tanik.bundle.model import DOSSIER, EXCHANGES, OPTIONS, PASSAGES, SHOWN, Handed
from tanik.bundle.passages import passages_of
from tanik.bundle.program import program_digest, tables_digest, versions
from tanik.bundle.read import Bundle
from tanik.bundle.write import as_bytes, parts_of
from tanik.dossier.model import Dossier
from tanik.errors import PageError
from tanik.page.read import read
from tanik.page.unpack import HEAD, Member, is_container, unpack

__all__ = ["read_again", "same_program", "written_again"]

Looked = Iterator[tuple[str, str]]
_OTHER = "it is not what this program makes of the dossier's data"


def written_again(bundle: Bundle, dossier: Dossier) -> Looked:
    """Whether the parts that follow from the dossier are what it gives; JSON and HTML by the same program only."""
    alike = same_program(bundle)
    for name, data in parts_of(dossier):
        if alike or name not in (DOSSIER, SHOWN):
            yield name, "" if name in bundle.entries and bundle.read(name) == data else _OTHER
    if alike:
        told = bundle.json(PASSAGES)
        rows = told.get("witnesses") if isinstance(told, dict) else None
        digests = {str(row.get("document")): row.get("document_sha256") for row in rows or () if isinstance(row, dict)}
        known = {key: value for key, value in digests.items() if isinstance(value, str)}
        yield PASSAGES, "" if as_bytes(passages_of(dossier, known)) == bundle.read(PASSAGES) else _OTHER
    asked = bundle.asked()
    fits = asked.language == dossier.language and asked.as_of in (None, dossier.as_of)
    yield OPTIONS, "" if fits else "its options are not the dossier's"


def read_again(bundle: Bundle, dossier: Dossier, handed: Iterable[Handed]) -> Looked:
    """Whether the captures, read by the same program, give the texts of the pages; and what was fetched is theirs."""
    inputs = {(one.sha256, one.path): one for one in handed if one.sha256 is not None}
    if same_program(bundle):
        for report in dossier.pages:
            one = inputs.get((report.page.source.sha256, report.page.source.path))
            if one is not None and one.capture is not None:
                text = _text(bundle.read(one.capture), one)
                yield one.capture, "" if text == report.page.text else "read again it does not give the page's text"
    if EXCHANGES in bundle.entries:
        yield from _fetched(bundle, inputs.values())


def same_program(bundle: Bundle) -> bool:
    """Whether this very program, with the same tables and packages of the same versions, made the bundle."""
    options = bundle.options()
    made = (options.get("program"), options.get("tables"), options.get("versions"))
    return made == (program_digest(), tables_digest(), versions())


def _text(data: bytes, one: Handed) -> str | None:
    try:
        return read(data, path=one.path, url=one.url, media_type=one.media_type).text
    except PageError:
        return None


def _fetched(bundle: Bundle, inputs: Iterable[Handed]) -> Looked:
    """Whether the pages that were fetched are those of the raw exchanges."""
    pieces = [one for one in unpack(io.BytesIO(bundle.read(EXCHANGES)), EXCHANGES) if isinstance(one, Member)]
    held = {digest_of(piece.data) for piece in pieces}
    packed = {piece.url for piece in pieces if is_container(piece.data[:HEAD])}
    for one in inputs:
        if one.capture is not None and one.name.startswith(("http://", "https://")) and one.url not in packed:
            yield one.capture, "" if one.sha256 in held else f"{EXCHANGES} holds no such answer"
