"""What a container gives: pages, and everything else it held, each told once.

A container (a WARC, a ZIP, a folder) holds many things, few of them pages. So that nobody has to trust a silence,
each of them comes out as one of three values: a `Member` to be read, a `Skipped` that by its nature is no page of its
own, or a `Rejected` that should have been a page and cannot be had. Their number is the number of things in the
container.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

__all__ = ["MAX_PAGE", "Bounds", "Member", "Piece", "Rejected", "Skipped", "Why", "inside"]

MAX_PAGE: Final = 25 * 1024 * 1024
_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LONGEST_NAME: Final = 500


class Why(StrEnum):
    """Why something in a container is no page of its own."""

    ARCHIVE_RECORD = "archive_record"  # what the archive says about itself
    ASSET = "asset"  # belongs to a page that was saved with it
    CONTINUATION = "continuation"  # a later part of a record
    DERIVED = "derived"  # made by the crawler from a page that is here too
    DUPLICATE = "duplicate"  # the same bytes from the same address once more
    FONT = "font"
    FRAME = "frame"  # a frame inside a saved page
    HTTP_ERROR = "http_error"
    IMAGE = "image"
    MEDIA = "media"  # sound and film
    METADATA = "metadata"
    NOT_HTTP = "not_http"  # a name look-up or the like
    NOT_PAGE = "not_page"  # data, feeds, programs
    REDIRECT = "redirect"
    REQUEST = "request"
    REVISIT = "revisit"  # the archive says: as before
    STYLE_OR_SCRIPT = "style_or_script"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What unpacking may cost.

    `page` is the largest page in bytes, decoded; `depth` how many containers may stand in one another; `ratio` and
    `floor` bound all that is inflated to `ratio` times the input's own size, or `floor` bytes where that is more.
    """

    page: int = MAX_PAGE
    depth: int = 3
    ratio: int = 200
    floor: int = 1 << 30


@dataclass(frozen=True, slots=True)
class Member:
    """One page as it was kept: its bytes, and what the container knows of them.

    `name` is what to call it (``crawl.warc.gz!https://…``, ``pages.zip!a/b.html``), `media_type` may carry a charset,
    `retrieved` is an ISO 8601 time, `truncated` says why the capture is incomplete.
    """

    name: str
    data: bytes
    path: str | None = None
    url: str | None = None
    media_type: str | None = None
    retrieved: str | None = None
    truncated: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something in `container` that is no page of its own."""

    container: str
    name: str
    why: Why
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something in `container` that should have been a page, and why it cannot be had."""

    container: str
    name: str
    reason: str


Piece = Member | Skipped | Rejected


def inside(container: str, name: str) -> str:
    """What to call `name` inside `container`: one line, of a length that can be shown.

    >>> inside("crawl.warc.gz", "https://a.example/")
    'crawl.warc.gz!https://a.example/'
    """
    clean = _CONTROLS.sub("\ufffd", name)
    if len(clean) > _LONGEST_NAME:
        clean = f"{clean[:_LONGEST_NAME]}…"
    return f"{container}!{clean}"
