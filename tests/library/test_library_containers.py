"""A library takes pages out of containers, under names that stay the same."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from tanik.library.library import Library
from tanik.library.model import Document, Refused
from tanik.library.sources import read_source

from ..page.crawl import make_crawl, page  # noqa: TID252 - the tests are no installed package
from ..page.specimens import mhtml, specimens, zipped  # noqa: TID252 - the tests are no installed package

HTML = page(4, random.Random(2), 1)


def taken(source: Path) -> tuple[list[Document], list[Refused], Counter[str]]:
    passed: Counter[str] = Counter()
    found = list(read_source(source, passed_over=lambda _, reason: passed.update([reason])))
    documents = [one for one in found if isinstance(one, Document)]
    return documents, [one for one in found if isinstance(one, Refused)], passed


def test_a_crawl_becomes_documents_named_by_their_addresses(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    with path.open("wb") as out:
        expected = make_crawl(out, 12, paragraphs=1)
    documents, refused, passed = taken(path)
    assert documents[0].id == "texts:defter.example/1"
    assert documents[0].url == "https://defter.example/1"
    assert documents[0].title == "Defter sayfa-0"
    assert len(documents) == expected.pop("read") + expected.pop("read_twice")
    assert len(refused) == expected.pop("rejected")
    assert passed == expected


def test_names_in_a_zip_are_paths_and_stay_apart(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"b/c.html": HTML, "d.txt": "Otuz vagon petrol geldi."}))
    (tmp_path / "e").mkdir()
    (tmp_path / "e" / "f.zip").write_bytes(zipped({"b/c.html": HTML}))
    assert [document.name for document in taken(tmp_path / "a.zip")[0]] == ["b/c.html", "d.txt"]
    assert [document.name for document in taken(tmp_path)[0]] == ["a.zip!b/c.html", "a.zip!d.txt", "e/f.zip!b/c.html"]


def test_two_captures_of_one_address_are_two_documents(tmp_path: Path) -> None:
    def record(day: int, words: str) -> bytes:
        block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>{words}</p>".encode()
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/x\r\nWARC-Date: 2020-01-0{day}"
        return f"{head}T00:00:00Z\r\nContent-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"

    path = tmp_path / "a.warc"
    path.write_bytes(record(1, "Otuz vagon petrol geldi.") + record(2, "Kırk vagon petrol geldi."))
    assert [document.name for document in taken(path)[0]] == ["a.example/x", "a.example/x@2020-01-02T00:00:00Z"]


def test_a_saved_page_is_one_document(tmp_path: Path) -> None:
    (tmp_path / "defter.html").write_text(HTML)
    (tmp_path / "defter_dosyalar").mkdir()
    (tmp_path / "defter_dosyalar" / "reklam.html").write_text("<p>reklam reklam</p>")
    (tmp_path / "kayıt.mhtml").write_bytes(mhtml(HTML))
    documents, refused, passed = taken(tmp_path)
    assert [document.name for document in documents] == ["defter.html", "kayıt.mhtml"]
    assert refused == []
    assert passed == {"asset": 1, "frame": 1, "image": 1}


@pytest.mark.parametrize("name", ["crawl.warc.gz", "crawl.wacz", "defter.mhtml", "defter.zip", "vikidefter.xml.bz2"])
def test_a_container_goes_into_a_library_and_can_be_taken_again(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(specimens()[name])
    with Library.open(tmp_path / "kitaplik", create=True) as library:
        first = library.add(read_source(path, "arsiv"))
        again = library.add(read_source(path, "arsiv"))
    assert first.added >= 1
    assert (again.added, again.unchanged) == (0, first.added)
