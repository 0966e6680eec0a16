"""A page that a browser saved as one MHTML file (RFC 2557): its HTML, and what was saved with it.

Comes in: the bytes of the file. Goes out: the page as a `Member` with its address and the time it was saved; its
pictures, styles and frames as `Skipped`. The mail parser of the standard library does the reading, in its most lenient
way: the stricter one stumbles over headers as browsers write them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from typing import TYPE_CHECKING, Final

from tanik.page.members import MAX_PAGE, Member, Piece, Rejected, Skipped, Why, inside
from tanik.page.warc import why_no_page

if TYPE_CHECKING:
    from email.message import Message

__all__ = ["is_mhtml", "read_mhtml"]

_HTML: Final = frozenset({"text/html", "application/xhtml+xml"})
_MOST_PARTS: Final = 20_000


def is_mhtml(head: bytes) -> bool:
    """Whether a file that begins with `head` is a page saved as MHTML.

    >>> is_mhtml(b"From: <Saved by Blink>\\r\\nMIME-Version: 1.0\\r\\nContent-Type: multipart/related;\\r\\n")
    True
    """
    top = head[:8192].lstrip().lower()
    first = top.partition(b"\n")[0]
    return b":" in first and b"<html" not in first and b"mime-version:" in top and b"multipart/related" in top


def read_mhtml(data: bytes, name: str, limit: int = MAX_PAGE) -> Iterator[Piece]:
    """One piece for each part of the MHTML file called `name`; the page itself stands first among the HTML parts.

    >>> saved = (b"MIME-Version: 1.0\\r\\nContent-Location: https://a.example/\\r\\n"
    ...     b"Content-Type: multipart/related; boundary=x\\r\\n\\r\\n"
    ...     b"--x\\r\\nContent-Type: text/html; charset=utf-8\\r\\n\\r\\n<p>Sivas</p>\\r\\n--x--\\r\\n")
    >>> [(piece.url, piece.data) for piece in read_mhtml(saved, "a.mhtml")]
    [('https://a.example/', b'<p>Sivas</p>')]
    """
    # The mail parser is loaded for mail alone.
    from email import message_from_bytes
    from email.errors import MessageError

    if len(data) > limit:
        yield Rejected(name, name, f"larger than {limit:,} bytes; hand in the part that matters")
        return
    try:
        message = message_from_bytes(data)
        parts = _leaves(message)
        root = _root(message, parts)
        pieces = tuple(_piece(name, message, part, part is root) for part in parts)
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        # What the mail parser raises on damaged headers; it promises no narrower list.
        yield Rejected(name, name, f"the MHTML file is damaged ({type(error).__name__}); save the page again")
        return
    if root is None:
        yield Rejected(name, name, "the MHTML file holds no HTML; save the page again")
    yield from pieces


def _leaves(message: Message) -> list[Message]:
    """The parts that hold something, in order. Its own walk: the library's is recursive."""
    from email.message import Message

    found: list[Message] = []
    waiting = [message]
    while waiting and len(found) < _MOST_PARTS:
        part = waiting.pop()
        inner = part.get_payload()
        if isinstance(inner, list):
            waiting.extend(piece for piece in reversed(inner) if isinstance(piece, Message))
        else:
            found.append(part)
    return found


def _root(message: Message, parts: list[Message]) -> Message | None:
    """The part that is the page: the one that ``start`` names, else the first in HTML (RFC 2387, 3.2)."""
    start = _word(message.get_param("start"))
    html = [part for part in parts if part.get_content_type() in _HTML]
    named = [part for part in html if start and _word(part.get("content-id")) == start]
    return next(iter(named or html), None)


def _word(value: object) -> str:
    return str(value).strip() if value is not None else ""


def _piece(name: str, message: Message, part: Message, root: bool) -> Piece:
    kind = part.get_content_type()
    location = _word(part.get("content-location"))
    if not root:
        why = why_no_page(kind) or (Why.FRAME if kind in _HTML else Why.ASSET)
        return Skipped(name, inside(name, location or kind), why, kind[:40])
    payload = part.get_payload(decode=True)
    charset = _word(part.get_param("charset"))
    address = _word(message.get("snapshot-content-location")) or location or _word(message.get("content-location"))
    return Member(
        name,
        payload if isinstance(payload, bytes) else b"",
        path=name,
        url=address if address.lower().startswith(("http://", "https://")) else None,
        media_type=f"{kind}; charset={charset}" if charset else kind,
        retrieved=_time(_word(message.get("date"))),
    )


def _time(written: str) -> str | None:
    """A mail's date as ISO 8601 in universal time; None where it is none.

    >>> _time("Sun, 22 Nov 2026 10:00:00 +0300")
    '2026-11-22T07:00:00Z'
    """
    from email.utils import parsedate_to_datetime

    try:
        found = parsedate_to_datetime(written)
        return found.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z") if found.tzinfo else None
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
