"""Whatever comes in, a page or a PageError comes out, and every segment lies inside the text."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tanik.errors import PageError
from tanik.page.model import Page, SegmentKind
from tanik.page.read import read

_SAMPLES = Path(__file__).parent / "samples"
_INNER = {SegmentKind.PARAGRAPH, SegmentKind.COMMENT}
# Calls of functions: 30 a byte is the dearest of these texts, and their pieces squared are far more.
_CALLS = 40
_FIRST = 500_000  # what the first page takes besides: modules are imported, tables read
_TAGS = st.sampled_from(
    ["div", "p", "li", "ul", "blockquote", "td", "tr", "table", "article", "h1", "h2", "b", "cite", "time", "br", "pre"]
)
_CLASSES = st.sampled_from(
    ["", "comment", "post", "author", "date", "content", "comments", "quote", "signature", "entry-content", "sidebar"]
)
_WORDS = st.sampled_from(
    [
        "Köprü taştan yapıldı.",
        "12.05.2013, 14:22",
        "Ayşe",
        "Yanıtla",
        "Kaynaklar:",
        "şöyle demiş:",
        " ",
        "1. bir",
        "&amp;",
    ]
)


def check(page: Page) -> None:
    """Segments are in order, inside the text, apart from each other but for a quotation in somebody's words."""
    before = 0
    for at, segment in enumerate(page.segments):
        assert 0 <= segment.span.start < segment.span.end <= len(page.text)
        assert segment.span.start >= before
        before = segment.span.start
        assert segment.parent is None or (0 <= segment.parent < len(page.segments) and segment.parent != at)
        if at and segment.span.start < page.segments[at - 1].span.end:
            assert segment.kind is SegmentKind.QUOTATION
    bare, end = [], 0
    for segment in page.segments:
        bare.append(page.text[end : max(end, segment.span.start)])
        end = max(end, segment.span.end)
    assert len("".join([*bare, page.text[end:]]).split()) <= 0.1 * len(page.text) + 10


def read_or_refuse(data: bytes, path: str | None = None) -> Page | None:
    try:
        page = read(data, path=path)
    except PageError:
        return None
    check(page)
    return page


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_random_bytes(data: bytes) -> None:
    read_or_refuse(data)
    read_or_refuse(data, "x.html")


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_random_text_is_kept(text: str) -> None:
    page = read_or_refuse(text.encode("utf-8", "replace"), "x.txt")
    if page is not None and not page.repairs and "\r" not in text and "\ufffd" not in page.text:
        assert page.text == text


@given(
    st.recursive(
        _WORDS,
        lambda inner: st.builds(
            lambda tag, name, parts: f'<{tag} class="{name}">{"".join(parts)}</{tag}>',
            _TAGS,
            _CLASSES,
            st.lists(inner, max_size=4),
        ),
        max_leaves=25,
    )
)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_random_html(source: str) -> None:
    read_or_refuse(f"<html><body>{source}</body></html>".encode(), "x.html")


def _damaged(data: bytes, dice: random.Random) -> bytes:
    """The bytes with a few stretches cut, doubled, swapped or overwritten."""
    out = bytearray(data)
    for _ in range(dice.randint(1, 8)):
        start = dice.randrange(len(out))
        end = min(len(out), start + dice.randint(1, 60))
        change = dice.randrange(4)
        if change == 0:
            del out[start:end]
        elif change == 1:
            out[start:start] = out[start:end]
        elif change == 2:
            out[start:end] = dice.randbytes(end - start)
        else:
            out[start:end] = b"<" * (end - start)
        out = out or bytearray(b"x")
    return bytes(out)


@pytest.mark.parametrize("path", sorted(p for p in _SAMPLES.iterdir() if p.suffix != ".toml"), ids=lambda p: p.name)
def test_damaged_samples(path: Path) -> None:
    dice = random.Random(path.name)
    for _ in range(25):
        read_or_refuse(_damaged(path.read_bytes(), dice), path.name)


def test_damaged_development_pages(shared: Path) -> None:
    dice = random.Random(1336)
    for path in sorted((shared / "gold" / "pages").iterdir()):
        for _ in range(8):
            read_or_refuse(_damaged(path.read_bytes(), dice), path.name)


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 100_000 + "son" + "</div>" * 100_000,
        "<p>" + "a<b>" * 60_000,
        "<html><p>" + "x" * 3_000_000,
        "<table>" * 3_000 + "<tr><td>a",
        "<ol>" + "<li class=comment>a <b>b</b> 12.05.2013, 14:22" * 3_000,
        '<div class="comment">' * 1_500 + "a",
        "<html><p>" + "&amp;" * 200_000,
        "<blockquote>" * 1_900 + "söz" + "</blockquote>" * 1_900,
    ],
    ids=["deep", "unclosed", "long", "tables", "many comments", "nested comments", "references", "quotes"],
)
def test_hostile_html_takes_work_in_proportion(source: str, work: Callable[..., int]) -> None:
    data = source.encode()
    work(lambda: read_or_refuse(data, "x.html"), most=_FIRST + _CALLS * len(data))


@pytest.mark.parametrize(
    "text",
    [
        "a" * 5_000_000,
        "> " * 200_000,
        "1. a\n" * 20_000,
        "12.05.2013 14:22\n" * 5_000,
        "# a > b\n" + "## nick\n" * 5_000,
    ],
    ids=["one line", "quotes", "numbers", "stamps", "posts"],
)
def test_hostile_text_takes_work_in_proportion(text: str, work: Callable[..., int]) -> None:
    data = text.encode()
    work(lambda: read_or_refuse(data, "x.txt"), most=_FIRST + _CALLS * len(data))
