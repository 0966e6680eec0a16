"""The room's entry: bytes of any kind to a `Page`.

Comes in: the bytes of one input and what is known of where they came from. Goes out: a `Page`, or a `PageError`
that says what is wrong. Format is told by the bytes, helped by the declared media type and the file's name; the
language is told from the page's own words, not from what the platform prints around them.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

from tanik.errors import EmptyPage
from tanik.page.decode import MAX_BYTES, damage_of, decode
from tanik.page.language import language_of
from tanik.page.model import Page, SegmentKind, Source
from tanik.page.plain import read_plain
from tanik.page.reading import Reading

__all__ = ["read"]

_HTML: Final = re.compile(
    r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TAG: Final = re.compile(
    r"</(?:p|div|a|b|i|td|tr|li|ul|h[1-6]|span|body|html|table|article)\s*>|<(?:br|hr)\s*/?>", re.I
)
_HTML_TYPES: Final = frozenset(("text/html", "application/xhtml+xml"))
_HTML_NAMES: Final = (".html", ".htm", ".xhtml", ".shtml")
_MARKDOWN_NAMES: Final = (".md", ".markdown")
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w.:\-]+)", re.I)
_SPOKEN: Final = frozenset((SegmentKind.TITLE, SegmentKind.PARAGRAPH, SegmentKind.QUOTATION, SegmentKind.COMMENT))


def _media_type(text: str, path: str | None, declared: str | None) -> str:
    """``text/html``, ``text/markdown`` or ``text/plain``, by the text first."""
    stated = (declared or "").split(";")[0].strip().lower()
    if stated in _HTML_TYPES or _HTML.match(text[:4096]):
        return "text/html"
    name = (path or "").lower()
    if stated in {"", "application/octet-stream"} and name.endswith(_HTML_NAMES):
        return "text/html"
    if name.endswith(_MARKDOWN_NAMES) or stated == "text/markdown":
        return "text/markdown"
    if stated != "text/plain" and not name.endswith(".txt") and len(_TAG.findall(text[:20_000])) >= 3:
        return "text/html"
    return "text/plain"


def _reading(text: str, media_type: str) -> Reading:
    if media_type == "text/html":
        from tanik.page.html import read_html  # lxml is loaded for HTML alone

        return read_html(text)
    return read_plain(text)


def _spoken(reading: Reading) -> str:
    """The words of people on the page, the platform's left out."""
    parts = [s.span.of(reading.text) for s in reading.segments if s.kind in _SPOKEN]
    return "\n".join(parts) or reading.text


def read(
    data: bytes,
    *,
    path: str | None = None,
    url: str | None = None,
    media_type: str | None = None,
    retrieved: str | None = None,
    id: str = "p1",  # noqa: A002  (the dossier's word)
    limit: int = MAX_BYTES,
) -> Page:
    """One page from its bytes.

    `media_type` may carry a charset, as an HTTP header does; `retrieved` is an ISO 8601 time. Raises `EmptyPage`,
    `NotText` or `TooLarge` (over `limit` bytes), all of them `PageError`.

    >>> page = read("<h1>Köprü</h1><p>Köprü 1921 yılında taştan yapıldı.</p>".encode(), path="kopru.html")
    >>> page.title, page.language, page.source.media_type
    ('Köprü', 'tr', 'text/html')
    """
    charset = _CHARSET.search(media_type or "")
    decoded = decode(data, declared=charset[1] if charset else None, limit=limit)
    kind = _media_type(decoded.text, path, media_type)
    reading = _reading(decoded.text, kind)
    if not reading.text.strip():
        raise EmptyPage("the page has no visible text")
    source = Source(
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=kind,
        path=path,
        url=url or reading.url,
        retrieved=retrieved,
        encoding=decoded.encoding,
    )
    return Page(
        id=id,
        source=source,
        text=reading.text,
        segments=reading.segments,
        title=reading.title,
        authors=reading.authors,
        published=reading.published,
        language=language_of(_spoken(reading), reading.language),
        repairs=decoded.repairs + reading.repairs + damage_of(reading.text),
        landmarks=reading.landmarks,
    )
