"""Pages in the manner of each platform, written for these tests, and what they must be read as."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tanik.page.model import Page, SegmentKind
from tanik.page.read import read

_SAMPLES = Path(__file__).parent / "samples"
_EXPECTED: dict[str, dict[str, Any]] = tomllib.loads((_SAMPLES / "expected.toml").read_text("utf-8"))


def _page(name: str) -> Page:
    return read((_SAMPLES / name).read_bytes(), path=name)


def _kind_at(page: Page, words: str) -> set[str]:
    kinds, at = set(), page.text.find(words)
    while at >= 0:
        segment = page.segment_at(at)
        kinds.add(str(segment.kind) if segment else "none")
        at = page.text.find(words, at + 1)
    return kinds


@pytest.mark.parametrize("name", _EXPECTED)
def test_title_authors_and_time(name: str) -> None:
    page, want = _page(name), _EXPECTED[name]
    assert (page.title, list(page.authors), page.published) == (want["title"], want["authors"], want.get("published"))
    assert page.language == "tr"


@pytest.mark.parametrize("name", _EXPECTED)
def test_comments(name: str) -> None:
    page, want = _page(name), _EXPECTED[name]["comments"]
    places = [at for at, segment in enumerate(page.segments) if segment.kind is SegmentKind.COMMENT]
    found = [
        [
            page.segments[at].author,
            page.segments[at].published,
            -1 if (parent := page.segments[at].parent) is None else places.index(parent),
            page.segments[at].span.of(page.text)[: len(row[3])],
        ]
        for at, row in zip(places, want, strict=True)
    ]
    assert found == want


@pytest.mark.parametrize(("name", "kind", "words"), [(n, *row) for n, w in _EXPECTED.items() for row in w["segments"]])
def test_segments(name: str, kind: str, words: str) -> None:
    assert kind in _kind_at(_page(name), words)


def test_every_sample_is_expected() -> None:
    assert {path.name for path in _SAMPLES.iterdir()} - {"expected.toml"} == set(_EXPECTED)


def test_a_reply_points_at_the_comment_it_quotes() -> None:
    post = (
        '<div class="post" id="p{n}"><p class="author">gönderen <strong>{who}</strong> » {n} Haz 2009, 10:0{n}</p>'
        '<div class="content">{words}</div></div>'
    )
    quote = "<blockquote><div><cite>Bakırcı yazdı:</cite>kalaysız kap kullanılmaz</div></blockquote>"
    posts = [
        post.format(n=1, who="Derici", words="Çarşıdaki eski dükkânları sayalım, ben üç bakırcı hatırlıyorum."),
        post.format(n=2, who="Bakırcı", words="Dört bakırcı vardı, kalaysız kap kullanılmaz derlerdi."),
        post.format(n=3, who="Kalaycı", words=quote + "Doğru, kalayı biz yapardık."),
    ]
    page = read(f"<html><body><h2>Çarşı</h2>{''.join(posts)}</body></html>".encode())
    comments = [segment for segment in page.segments if segment.kind is SegmentKind.COMMENT]
    quoted = next(segment for segment in page.segments if segment.kind is SegmentKind.QUOTATION)
    assert [segment.author for segment in comments] == ["Bakırcı", "Kalaycı"]
    assert comments[1].parent is not None
    assert page.segments[comments[1].parent] is comments[0]
    assert quoted.author == "Bakırcı"
    assert quoted.parent is not None
    assert page.segments[quoted.parent] is comments[1]
    assert page.authors == ("Derici",)
