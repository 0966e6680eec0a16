"""Thousands of quotations cost a page no more than its length, and what lies inside what is told exactly."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.core.span import Span
from tanik.facts.cover import Cover
from tanik.facts.names.find import find_names
from tanik.facts.quotations.find import find_quotations
from tanik.page.model import Page, Segment, SegmentKind, Source
from tanik.page.read import read

_SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda two: Span(two[0], two[0] + two[1])))


def _blocks(count: int) -> Page:
    text, segments = "", []
    for index in range(count):
        for words, kind in (
            (f"Ali Bey o gün {index} kere söyledi. Vali gelmişti.", SegmentKind.PARAGRAPH),
            (f"Yol bugün açıldı, kafile {index} yürüdü.", SegmentKind.QUOTATION),
        ):
            segments.append(Segment(kind, Span(len(text), len(text) + len(words)), "example"))
            text += f"{words}\n"
    return Page("p1", Source("0", "text/html"), text, tuple(segments))


def test_four_times_the_blocks_cost_about_four_times(work: Callable[[Callable[[], object]], int]) -> None:
    def cost(count: int) -> int:
        page = _blocks(count)
        names = find_names(page, fast=True)
        return work(lambda: find_quotations(page, names))

    cost(10)
    assert cost(1000) < 5 * cost(250)


@settings(max_examples=150)
@given(_SPANS, st.integers(0, 30), st.integers(0, 12))
def test_a_cover_holds_what_one_of_its_spans_contains(spans: list[Span], start: int, length: int) -> None:
    asked = Span(start, start + length)
    holding = sum(span.contains(asked) for span in spans)
    cover = Cover(spans)
    assert (cover.holds(asked), cover.holds(asked, least=2)) == (holding > 0, holding > 1)


def test_what_a_quoted_post_repeats_is_counted_once() -> None:
    source = """<html><body><h1>Fener</h1>
    <div class="post"><div class="post-author">a1</div><div class="post-body">
    <p>Fenerci “yağ bitti, sabır bitmedi” demiş.
    Kitapta böyle yazıyor.</p></div></div>
    <div class="post"><div class="post-author">b2</div><div class="post-body">
    <blockquote class="quote"><cite>a1 yazdı:</cite>
    Fenerci “yağ bitti, sabır bitmedi” demiş.</blockquote>
    <p>Bence “yağ vardı, fitil yoktu” demiş olmalı.</p></div></div>
    </body></html>"""
    page = read(source.encode(), path="a.html")
    found = [one.text for one in find_quotations(page, find_names(page, fast=True))]
    assert found.count("yağ bitti, sabır bitmedi") == 1
