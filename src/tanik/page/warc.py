"""A web archive's pages, and what became of every other record.

Comes in: a WARC's seekable stream. Goes out: one piece a record: the response that is a page as a `Member` with its
address, capture time and media type; everything else as `Skipped` or `Rejected` with the reason. What is no page by its
status or media type is told by its header alone, and its body is passed over unread.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from typing import BinaryIO, Final

from tanik.core.tables import read_toml
from tanik.errors import PageError
from tanik.page.http import MOST_HEADER, Response, body_of, read_head
from tanik.page.members import Bounds, Member, Piece, Rejected, Skipped, Why, inside
from tanik.page.warc_records import Damage, Record, read_records

__all__ = ["read_warc", "why_no_page"]

_NAMES: Final = 40
_HTTP: Final = re.compile(r"https?://", re.I)
_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z?")


@cache
def _tables() -> tuple[tuple[tuple[str, Why], ...], dict[str, Why]]:
    rows = read_toml("tanik.page", "containers.toml")
    media = tuple((row["type"], Why(row["why"])) for row in rows["media"])
    return media, {row["type"]: Why(row["why"]) for row in rows["record"]}


def why_no_page(media_type: str) -> Why | None:
    """Why nothing of this media type is a page; None where it may be one.

    >>> why_no_page("image/png"), why_no_page("text/html; charset=utf-8")
    (<Why.IMAGE: 'image'>, None)
    """
    kind = media_type.partition(";")[0].strip().lower()
    for start, why in _tables()[0]:
        if kind == start or (start[-1] in "/-" and kind.startswith(start)):
            return why
    return None


def read_warc(stream: BinaryIO, name: str, bounds: Bounds | None = None) -> Iterator[Piece]:
    """One piece for each record of the WARC called `name`, in order, never more than one page held.

    >>> import io
    >>> [piece.why.value for piece in read_warc(io.BytesIO(
    ...     b"WARC/1.1\\r\\nWARC-Type: warcinfo\\r\\nContent-Length: 0\\r\\n\\r\\n\\r\\n\\r\\n"), "a.warc")]
    ['archive_record']
    """
    seen: set[bytes] = set()
    for number, record in enumerate(read_records(stream), 1):
        if isinstance(record, Damage):
            yield Rejected(name, _name(name, record.headers, number), f"{record.reason} (at byte {record.offset:,})")
            continue
        piece = _piece(name, record, number, bounds or Bounds())
        damage = record.finish()
        if damage:
            piece = Rejected(name, _name(name, record.headers, number), f"{damage} (at byte {record.offset:,})")
        elif isinstance(piece, Member):
            digest = hashlib.blake2b(f"{piece.url}\n".encode() + piece.data, digest_size=12).digest()
            if digest in seen:
                piece = Skipped(name, piece.name, Why.DUPLICATE)
            seen.add(digest)
        yield piece


def _name(archive: str, headers: dict[str, str], number: int) -> str:
    address = headers.get("warc-target-uri", "").strip("<>")
    return inside(archive, address or f"{headers.get('warc-type', 'record')[:_NAMES]} {number}")


def _piece(archive: str, record: Record, number: int, bounds: Bounds) -> Piece:
    """What a record is, as far as it is whole."""
    headers = record.headers
    kind, name = headers.get("warc-type", "").lower(), _name(archive, headers, number)
    if kind in _tables()[1]:
        return Skipped(archive, name, _tables()[1][kind])
    if kind not in {"response", "resource", "conversion"}:
        return Rejected(archive, name, f"a record of an unknown kind ({kind[:_NAMES]!r})")
    if kind == "response":
        return _response(archive, name, record, bounds)
    address, declared = headers.get("warc-target-uri", "").strip("<>"), headers.get("content-type", "")
    if address.lower().startswith("urn:"):
        return Skipped(archive, name, Why.DERIVED, address.split(":")[1][:_NAMES])
    why = why_no_page(declared)
    if why is not None:
        return Skipped(archive, name, why, _short(declared))
    return _member(archive, name, record, Response(200, {"content-type": declared}, 0), bounds)


def _short(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()[:_NAMES]


def _response(archive: str, name: str, record: Record, bounds: Bounds) -> Piece:
    """A response: a page where status and media type allow it."""
    declared = record.headers.get("content-type", "application/http").lower()
    if "http" not in declared:
        return Skipped(archive, name, Why.NOT_HTTP, _short(declared))
    head = _drawn(record, MOST_HEADER)
    response = read_head(head)
    if response is None:
        return Rejected(archive, name, "the response has no readable HTTP header")
    if 300 <= response.status < 400:
        return Skipped(archive, name, Why.REDIRECT, str(response.status))
    if response.status not in {200, 203, 206}:
        return Skipped(archive, name, Why.HTTP_ERROR, str(response.status))
    kind = response.headers.get("content-type", "")
    why = why_no_page(kind)
    if why is not None:
        return Skipped(archive, name, why, _short(kind))
    return _member(archive, name, record, response, bounds, head=head[response.size :])


def _drawn(record: Record, most: int) -> bytes:
    """Up to `most` bytes of the record's block."""
    parts: list[bytes] = []
    while most > 0 and (part := record.read(most)):
        parts.append(part)
        most -= len(part)
    return b"".join(parts)


def _member(archive: str, name: str, record: Record, response: Response, bounds: Bounds, *, head: bytes = b"") -> Piece:
    """The page in a response or resource, its body decoded."""
    body = head + _drawn(record, max(bounds.page + MOST_HEADER - len(head), 0))
    try:
        data = body_of(response.headers, body, bounds.page)
    except PageError as error:
        return Rejected(archive, name, str(error))
    if len(data) > bounds.page:
        return Rejected(archive, name, f"larger than {bounds.page:,} bytes; hand in the part that matters")
    time = _TIME.fullmatch(record.headers.get("warc-date", ""))
    address = record.headers.get("warc-target-uri", "").strip("<>")
    return Member(
        name,
        data,
        path=name,
        url=address if _HTTP.match(address) else None,
        media_type=response.headers.get("content-type") or None,
        retrieved=time[0] if time else None,
        truncated=_cut(record, response, len(body)),
    )


def _cut(record: Record, response: Response, size: int) -> str | None:
    """Why the capture is incomplete, or None."""
    if record.headers.get("warc-truncated"):
        return f"the crawler cut it ({record.headers['warc-truncated'][:_NAMES]})"
    if "warc-segment-number" in record.headers:
        return "the first part of several"
    if response.status == 206:
        return "the server sent a part (206)"
    said = response.headers.get("content-length", "")
    encoded = "transfer-encoding" in response.headers
    if said.isascii() and said.isdigit() and len(said) < 12 and not encoded and size < int(said):
        # A crawler that takes the compression off leaves the length of the compressed body, which is smaller.
        return f"{size:,} of {int(said):,} bytes came"
    return None
