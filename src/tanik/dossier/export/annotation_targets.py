"""Where an annotation points.

Comes in: a page and a span of its text. Goes out: the target of a Web Annotation: the page, its selectors, and the
state that names the bytes that were read.
"""

from __future__ import annotations

import base64
from typing import Any
from urllib.parse import quote

from tanik.core.span import Span
from tanik.page.anchoring import selectors_of
from tanik.page.model import Page

__all__ = ["capture_name", "target_of", "whole_page", "witness_target"]

Json = dict[str, Any]


def capture_name(sha256: str) -> str:
    """The name of some bytes by their digest (RFC 6920).

    >>> capture_name("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    'ni:///sha-256;47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'
    """
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def whole_page(page: Page) -> Json:
    """The page as a whole."""
    name = capture_name(page.source.sha256)
    state: Json = {"type": "TimeState", "cached": name}
    if page.source.retrieved:
        state["sourceDate"] = page.source.retrieved
    return {"type": "SpecificResource", "source": page.source.url or name, "state": state}


def target_of(page: Page, span: Span) -> Json:
    """A stretch of the page; a place without words (something was left out there) by its offset alone."""
    if len(span):
        return {**whole_page(page), "selector": list(selectors_of(page, span))}
    point = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {**whole_page(page), "selector": [point]}


def witness_target(document: str, text: str | None, span: Span) -> Json:
    """A stretch of a library document, by offsets into its text and, where that is at hand, by its words."""
    position: Json = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    selectors = [position]
    if text is not None and len(span) and span.end <= len(text):
        selectors.insert(0, {"type": "TextQuoteSelector", "exact": span.of(text)})
    source = f"urn:tanik:document:{quote(document, safe=':')}"
    return {"type": "SpecificResource", "source": source, "selector": selectors, "purpose": "linking"}
