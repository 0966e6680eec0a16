"""The room's entry: bytes of any kind to a `Page`.

Comes in: the bytes of one input and what is known of where they came from. Goes out: a `Page`, or a `PageError`
that says what is wrong. Format is told by the bytes, helped by the declared media type and the file's name; the
language is told from the page's own words, not from what the platform prints around them.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

from tanik.errors import EmptyPage, TooLarge
from tanik.page.chats import read_chat
from tanik.page.decode import MAX_BYTES, Decoded, damage_of, decode
from tanik.page.formats import Format, format_of, opened_format
from tanik.page.language import language_of, with_languages
from tanik.page.model import Page, Segment, SegmentKind, Source
from tanik.page.plain import read_plain
from tanik.page.reading import Reading

__all__ = ["read"]

_HTML: Final = re.compile(
    r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|title|body|main|article)\b",
    re.I | re.S,
)
_TAG: Final = re.compile(
    r"</(?:p|div|a|b|i|td|tr|li|ul|h[1-6]|span|body|html|table|article)\s*>|<(?:br|hr)\s*/?>", re.I
)
_HTML_TYPES: Final = frozenset(("text/html", "application/xhtml+xml"))
_HTML_NAMES: Final = (".html", ".htm", ".xhtml", ".shtml")
_MARKDOWN_NAMES: Final = (".md", ".markdown")
_FIRST_MINUTE: Final = re.compile(r"(?m)^\s*[\[(]?(?:00?:)?0?0:[0-5]\d\b")
# What stands for an encoding where the format, not the file, says how letters are written.
_BINARY: Final = "binary"
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w.:\-]+)", re.I)
_SPOKEN: Final = frozenset((SegmentKind.TITLE, SegmentKind.PARAGRAPH, SegmentKind.COMMENT))


def _text_format(text: str, path: str | None, declared: str | None) -> Format:
    """The format of a decoded text: by how it opens, by its tags, then by the declared type and the name."""
    stated = (declared or "").split(";")[0].strip().lower()
    found = opened_format(text[:20_000])
    if found is not None and stated not in _HTML_TYPES:
        return found
    if stated in _HTML_TYPES or _HTML.match(text[:4096]):
        return Format.HTML
    name = (path or "").lower()
    if stated in {"", "application/octet-stream"} and name.endswith(_HTML_NAMES):
        return Format.HTML
    if name.endswith(_MARKDOWN_NAMES) or stated == "text/markdown":
        return Format.MARKDOWN
    if stated != "text/plain" and not name.endswith(".txt") and len(_TAG.findall(text[:20_000])) >= 3:
        return Format.HTML
    return Format.PLAIN


def _read_text(text: str, form: Format, retrieved: str | None) -> Reading:
    """The reading of a decoded text; each reader is loaded for its own format alone."""
    match form:
        case Format.HTML:
            from tanik.page.html import read_html

            reading = read_html(text, retrieved=retrieved)
        case Format.TEI:
            from tanik.page.tei import read_tei

            reading = read_tei(text)
        case Format.MEDIAWIKI:
            from tanik.page.mediawiki import read_mediawiki

            reading = read_mediawiki(text)
        case Format.MARKDOWN:
            from tanik.page.markdown import read_markdown

            reading = read_markdown(text)
        case Format.ODT:
            from tanik.page.odt import read_flat_odt

            reading = read_flat_odt(text)
        case Format.WEBVTT | Format.SUBRIP:
            from tanik.page.subtitles import read_subtitles

            reading = read_subtitles(text)
        case _:
            reading = read_chat(text) or _read_timed(text) or read_plain(text)
    return reading


def _read_timed(text: str) -> Reading | None:
    """The reading of a pasted transcript of a film, None where nothing stands at a film's first minute."""
    if not _FIRST_MINUTE.search(text):
        return None
    from tanik.page.subtitles import read_transcript

    return read_transcript(text)


def _read_bytes(data: bytes, form: Format) -> Reading:
    """The reading of a format that is no text."""
    if form is Format.PDF:
        from tanik.page.pdf import read_pdf

        return read_pdf(data)
    if form is Format.DOCX:
        from tanik.page.docx import read_docx

        return read_docx(data)
    if form is Format.ODT:
        from tanik.page.odt import read_odt

        return read_odt(data)
    from tanik.page.epub import read_epub

    return read_epub(data)


def _languages(reading: Reading) -> tuple[str, tuple[Segment, ...]]:
    """The page's language, and its segments with their own.

    A page of today that cites a letter of the time in its running text is not itself in Ottoman Turkish.
    """
    language = language_of(_spoken(reading), reading.language)
    segments = with_languages(reading.text, reading.segments, language)
    if language != "ota":
        return language, segments
    spoken = [segment for segment in segments if segment.kind in _SPOKEN]
    modern = sum(len(segment.span) for segment in spoken if segment.language == "tr")
    if 2 * modern <= sum(len(segment.span) for segment in spoken):
        return language, segments
    return "tr", with_languages(reading.text, reading.segments, "tr")


def _spoken(reading: Reading) -> str:
    """The words of people on the page, the platform's left out."""
    parts = [s.span.of(reading.text) for s in reading.segments if s.kind in _SPOKEN]
    if not any(map(str.strip, parts)):
        # Words that a page quotes say how it speaks only where it says nothing itself.
        parts = [s.span.of(reading.text) for s in reading.segments if s.kind is SegmentKind.QUOTATION]
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
    if len(data) > limit:
        raise TooLarge(f"{len(data):,} bytes, and at most {limit:,} are read; hand in the part that matters")
    form = format_of(data)
    if form is not None:
        reading, decoded = _read_bytes(data, form), Decoded("", _BINARY, ())
    else:
        charset = _CHARSET.search(media_type or "")
        decoded = decode(data, declared=charset[1] if charset else None, limit=limit)
        form = _text_format(decoded.text, path, media_type)
        reading = _read_text(decoded.text, form, retrieved)
    if not reading.text.strip():
        raise EmptyPage("the page has no visible text")
    source = Source(
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=form.value,
        path=path,
        url=url or reading.url,
        retrieved=retrieved,
        encoding=decoded.encoding,
    )
    language, segments = _languages(reading)
    return Page(
        id=id,
        source=source,
        text=reading.text,
        segments=segments,
        title=reading.title,
        authors=reading.authors,
        published=reading.published,
        language=language,
        repairs=decoded.repairs + reading.repairs + damage_of(reading.text),
        landmarks=reading.landmarks,
        grids=reading.grids,
    )
