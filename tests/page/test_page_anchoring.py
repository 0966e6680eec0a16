"""From any words of a page back to the element of the source that they stood in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from tanik.core.span import Span
from tanik.page.anchoring import selectors_of
from tanik.page.boxes import parse_html
from tanik.page.model import Page
from tanik.page.read import read

_SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.html"))
_SPACE = re.compile(r"\s+")
_INLINE = st.sampled_from(["b", "i", "span", "a", "o:p", "em"])
_BLOCK = st.sampled_from(["p", "div", "li", "td", "h2", "section", "blockquote", "o:para"])
_WORDS = st.lists(
    st.sampled_from(["köprü", "taş", "su", "yol", "defter", "ışık", "İzmir", "şehir"]), min_size=1, max_size=6
).map(" ".join)


def _tree(words: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    inline = st.builds(lambda tag, text: f"<{tag}>{text}</{tag}>", _INLINE, words)
    leaf = st.one_of(words, inline, st.just("<br>"), st.just("<!-- not shown -->"))
    return st.recursive(
        st.lists(leaf, min_size=1, max_size=4).map(" ".join),
        lambda inner: st.builds(
            lambda tag, parts: f"<{tag}>{' '.join(parts)}</{tag}>", _BLOCK, st.lists(inner, min_size=1, max_size=4)
        ),
        max_leaves=20,
    )


def _words(text: str) -> str:
    return _SPACE.sub("", text)


def _leads_back(page: Page, root: etree._Element, span: Span) -> bool:
    (place,) = [one for one in selectors_of(page, span) if one["type"] == "XPathSelector"]
    (element,) = root.xpath(place["value"])
    return _words(span.of(page.text)) in _words("".join(element.itertext()))


@settings(max_examples=120, deadline=None)
@given(_tree(_WORDS), st.data())
def test_the_xpath_leads_to_an_element_that_holds_the_words(body: str, data: st.DataObject) -> None:
    source = f"<html><head><title>x</title></head><body><p>baş</p>{body}</body></html>"
    page = read(source.encode(), media_type="text/html")
    root = parse_html(source)
    assert root is not None
    start = data.draw(st.integers(0, len(page.text) - 1))
    end = data.draw(st.integers(start + 1, len(page.text)))
    span = Span(start, end)
    assume(span.of(page.text).strip())  # the gap between two blocks stands nowhere in the source
    assert _leads_back(page, root, span)


@pytest.mark.parametrize("path", _SAMPLES, ids=lambda path: path.name)
def test_every_segment_of_a_real_layout_leads_back(path: Path) -> None:
    data = path.read_bytes()
    page = read(data, path=path.name)
    root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8"))
    for segment in page.segments:
        assert _leads_back(page, root, segment.span), segment
    starts = [mark.span.start for mark in page.landmarks]
    assert starts == sorted(starts)
    assert all(a.span.end <= b.span.start for a, b in zip(page.landmarks, page.landmarks[1:], strict=False))


def test_a_span_over_two_blocks_gets_the_element_that_holds_both() -> None:
    page = read(b"<html><body><div><p>Un geldi.</p><p>Su bitti.</p></div><p>Son.</p></body></html>")
    place = selectors_of(page, Span(3, 16))[-1]
    assert place == {"type": "XPathSelector", "value": "/html/body/div[1]"}


def test_the_quote_selector_has_the_words_around() -> None:
    page = read("<html><body><p>Un geldi, su bitti, yol açıldı.</p></body></html>".encode())
    quote, position = selectors_of(page, Span(10, 18))[:2]
    assert quote == {
        "type": "TextQuoteSelector",
        "exact": "su bitti",
        "prefix": "Un geldi, ",
        "suffix": ", yol açıldı.",
    }
    assert position == {"type": "TextPositionSelector", "start": 10, "end": 18}


@pytest.mark.parametrize("span", [Span(0, 0), Span(2, 99)])
def test_a_span_outside_the_text_is_refused(span: Span) -> None:
    with pytest.raises(ValueError, match="no stretch"):
        selectors_of(read("düz bir yazı satırı".encode()), span)


@pytest.mark.parametrize("depth", [1000, 2040, 5000, 20_000])
@pytest.mark.parametrize("tag", ["div", "font", "b"])
def test_words_nested_any_depth_are_read_and_found_again(depth: int, tag: str) -> None:
    source = (
        f"<html><body>{f'<{tag}>' * depth}<p>Dipteki söz.</p>{f'</{tag}>' * depth}<p>Sondaki söz.</p></body></html>"
    )
    page = read(source.encode(), media_type="text/html")
    assert "Dipteki söz." in page.text
    assert "Sondaki söz." in page.text
    assert all(len(mark.path) < 5000 for mark in page.landmarks)
