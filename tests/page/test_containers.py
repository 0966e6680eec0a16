"""Containers: every record and every file is accounted for, whatever state the container is in."""

from __future__ import annotations

import gzip
import io
import random
import struct
import zipfile
import zlib
from collections import Counter
from pathlib import Path

import pytest
import zstandard
from warcio.archiveiterator import ArchiveIterator

from tanik.errors import EmptyPage
from tanik.page.read import read
from tanik.page.unpack import Bounds, Member, Piece, Rejected, Skipped, Why, assets_of, is_container, unpack

from .crawl import make_crawl, page
from .specimens import crawl, mhtml, specimens, wacz, zipped

HTML = page(1, random.Random(1), 2)


def pieces(data: bytes, name: str = "x", **bounds: int) -> list[Piece]:
    return list(unpack(io.BytesIO(data), name, bounds=Bounds(**bounds)))


def told(found: list[Piece]) -> Counter[str]:
    """How many of each: ``read``, ``rejected``, or the reason why skipped. Empty pages count as rejected."""
    counts: Counter[str] = Counter()
    for piece in found:
        if isinstance(piece, Skipped):
            counts[piece.why.value] += 1
        elif isinstance(piece, Rejected):
            counts["rejected"] += 1
        else:
            try:
                read(piece.data, path=piece.path, url=piece.url, media_type=piece.media_type)
                counts["read"] += 1
            except EmptyPage:
                counts["rejected"] += 1
    return counts


# WARC


@pytest.fixture(scope="module")
def thousand() -> tuple[bytes, Counter[str]]:
    held = io.BytesIO()
    expected = make_crawl(held, 1000, paragraphs=1)
    return held.getvalue(), expected


def test_of_a_crawl_of_a_thousand_pages_every_record_is_accounted_for(thousand: tuple[bytes, Counter[str]]) -> None:
    data, expected = thousand
    expected = Counter(expected)
    expected["read"] += expected.pop("read_twice")
    found = pieces(data, "crawl.warc.gz")
    assert told(found) == expected
    assert len(found) == expected.total()


def test_every_page_of_the_crawl_is_read_in_its_own_letters(thousand: tuple[bytes, Counter[str]]) -> None:
    titles = []
    for piece in pieces(thousand[0]):
        if isinstance(piece, Member) and piece.data and "cift" not in piece.name:
            made = read(piece.data, path=piece.path, url=piece.url, media_type=piece.media_type)
            titles.append(made.title)
            assert "Bütün hakları saklıdır" in made.text
    assert titles == [f"Defter sayfa-{number}" for number in range(1000)]


def test_a_member_keeps_address_time_and_declared_type(thousand: tuple[bytes, Counter[str]]) -> None:
    first = next(piece for piece in pieces(thousand[0], "crawl.warc.gz") if isinstance(piece, Member))
    assert first.name == first.path == "crawl.warc.gz!https://defter.example/1"
    assert first.url == "https://defter.example/1"
    assert first.retrieved == "2021-03-02T01:15:30Z"
    assert first.media_type == "text/html; charset=utf-8"


def test_what_the_crawler_cut_is_read_and_marked(thousand: tuple[bytes, Counter[str]]) -> None:
    cut = [piece for piece in pieces(thousand[0]) if isinstance(piece, Member) and piece.truncated]
    assert [piece.truncated for piece in cut] == ["the crawler cut it (length)"] * 5


def test_a_plain_archive_gives_what_a_compressed_one_gives() -> None:
    def shape(*, compressed: bool) -> list[tuple[str, object]]:
        held = io.BytesIO()
        make_crawl(held, 60, compressed=compressed, paragraphs=1)
        found = [piece for piece in pieces(held.getvalue()) if not isinstance(piece, Rejected)]
        return [(piece.name, piece.data if isinstance(piece, Member) else piece.why) for piece in found]

    assert shape(compressed=True) == shape(compressed=False)


@pytest.mark.parametrize("compressed", [True, False])
def test_sound_archives_give_the_records_that_warcio_finds(compressed: bool) -> None:
    held = io.BytesIO()
    make_crawl(held, 60, compressed=compressed, paragraphs=1, damaged=False)
    found = pieces(held.getvalue(), "a")
    compared = 0
    for piece, record in zip(found, ArchiveIterator(io.BytesIO(held.getvalue())), strict=True):
        address = record.rec_headers.get_header("WARC-Target-URI")
        assert address is None or piece.name == f"a!{address}"
        coding = record.http_headers.get_header("Content-Encoding") if record.http_headers else None
        if isinstance(piece, Member) and coding in {None, "gzip"}:
            assert piece.data == record.content_stream().read()
            compared += 1
    assert compared > 10  # warcio 1.8.1 stumbles over the present brotli package, and reads no zstd


@pytest.mark.parametrize("dictionary", ["none", "plain", "compressed"])
def test_a_crawl_in_zstd_may_bring_its_dictionary(dictionary: str) -> None:
    records = [_record(f"https://a.example/{n}", HTML.encode()) for n in range(20)]
    made = zstandard.train_dictionary(4096, [record[at : at + 300] for record in records for at in range(0, 2400, 100)])
    head, packer = b"", zstandard.ZstdCompressor()
    if dictionary != "none":
        data = made.as_bytes() if dictionary == "plain" else zstandard.compress(made.as_bytes())
        head, packer = (
            b"\x5d\x2a\x4d\x18" + struct.pack("<L", len(data)) + data,
            zstandard.ZstdCompressor(dict_data=made),
        )
    whole = head + b"".join(packer.compress(record) for record in records)
    assert told(pieces(whole, "a.warc.zst")) == {"read": 20}
    cut = told(pieces(whole[:-40], "a.warc.zst"))
    assert (cut["read"], cut["rejected"]) in {(19, 1), (19, 2)}


def test_one_gzip_member_may_hold_many_records() -> None:
    plain = b"".join(_record(f"https://a.example/{n}", HTML.encode()) for n in range(5))
    assert told(pieces(gzip.compress(plain))) == {"read": 5}


def _record(uri: str, body: bytes, header: bytes = b"Content-Type: text/html\r\n", length: int | None = None) -> bytes:
    block = b"HTTP/1.1 200 OK\r\n" + header + b"\r\n" + body
    head = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2020-01-02T03:04:05Z\r\n"
    size = f"Content-Type: application/http\r\nContent-Length: {len(block) if length is None else length}\r\n\r\n"
    return (head + size).encode() + block + b"\r\n\r\n"


@pytest.mark.parametrize("packed", [True, False], ids=["gzip", "plain"])
@pytest.mark.parametrize("length", [0, 10, 10**6, 10**14, 10**30])
def test_a_lying_length_costs_one_record(packed: bool, length: int) -> None:
    records = [_record(f"https://a.example/{n}", HTML.encode()) for n in range(4)]
    records[1] = _record("https://a.example/1", HTML.encode(), length=length)
    data = b"".join(gzip.compress(record) if packed else record for record in records)
    found = pieces(data)
    assert told(found)["read"] == 3
    assert told(found)["rejected"] == 1
    assert [piece.name for piece in found if isinstance(piece, Member)] == [
        f"x!https://a.example/{n}" for n in (0, 2, 3)
    ]


def test_wherever_a_crawl_is_cut_off_what_came_before_is_read() -> None:
    for compressed in (True, False):
        data = crawl(compressed, 3)
        whole = [piece.name for piece in pieces(data) if isinstance(piece, Member)]
        dice = random.Random(4)
        for _ in range(60):
            end = dice.randrange(20, len(data))
            found = pieces(data[:end])
            names = [piece.name for piece in found if isinstance(piece, Member)]
            assert names == whole[: len(names)]
            assert isinstance(found[-1], Rejected) or data[:end].endswith((b"\r\n", b"\n")) or compressed


def test_a_stretch_of_garbage_between_records_is_told() -> None:
    record = gzip.compress(_record("https://a.example/1", HTML.encode()))
    found = pieces(record + b"garbage" * 9 + record.replace(b"", b""))
    assert told(found) == {"read": 1, "duplicate": 1, "rejected": 1}


@pytest.mark.parametrize(
    ("header", "body"),
    [
        (b"Content-Encoding: gzip\r\n", HTML.encode()),  # the crawler took the compression off
        (b"Content-Encoding: br\r\n", HTML.encode()),
        (b"Transfer-Encoding: chunked\r\n", HTML.encode()),
        (b"Content-Encoding: deflate\r\n", HTML.encode()),
        (b"Content-Encoding: gzip, gzip\r\n", gzip.compress(gzip.compress(HTML.encode()))),
    ],
)
def test_an_encoding_is_undone_where_the_bytes_bear_it_out(header: bytes, body: bytes) -> None:
    (found,) = pieces(_record("https://a.example/", body, b"Content-Type: text/html\r\n" + header))
    assert isinstance(found, Member)
    assert found.data == HTML.encode()


@pytest.mark.parametrize(
    ("header", "body", "reason"),
    [
        (b"Content-Encoding: gzip\r\n", gzip.compress(bytes(30_000_000)), "unfolds to more than"),
        (b"Content-Encoding: x-secret\r\n", b"x", "not known"),
        (b"Content-Encoding: gzip\r\n", b"\x1f\x8b\x08\x00garbage....", "not what its content-encoding says"),
        (b"", bytes(26 * 1024 * 1024), "larger than"),
    ],
)
def test_a_page_that_cannot_be_had_says_why(header: bytes, body: bytes, reason: str) -> None:
    (found,) = pieces(_record("https://a.example/", body, b"Content-Type: text/html\r\n" + header))
    assert isinstance(found, Rejected)
    assert reason in found.reason


def test_a_giant_header_is_refused() -> None:
    data = b"WARC/1.1\r\nX: " + b"y" * 5_000_000 + b"\r\n\r\n" + _record("https://a.example/", HTML.encode())
    assert told(pieces(data)) == {"rejected": 1, "read": 1}


# MHTML, saved pages, WACZ, ZIP


def test_an_mhtml_file_is_its_page_with_address_and_time() -> None:
    found = pieces(mhtml(), "defter.mhtml")
    assert [(type(piece).__name__, getattr(piece, "why", None)) for piece in found] == [
        ("Member", None),
        ("Skipped", Why.FRAME),
        ("Skipped", Why.IMAGE),
    ]
    saved = found[0]
    assert isinstance(saved, Member)
    assert (saved.url, saved.retrieved) == ("https://defter.example/sayfa", "2026-11-22T07:00:00Z")
    made = read(saved.data, path=saved.path, url=saved.url, media_type=saved.media_type)
    assert made.title == "Defter sayfa-1"
    assert "ğ" in made.text


def test_a_wacz_is_its_crawl_and_the_rest_is_named() -> None:
    found = pieces(wacz(), "a.wacz")
    assert found[0].name == "a.wacz!archive/data.warc.gz!warcinfo 1"
    assert told(found)["archive_record"] == 4  # the crawl's own, index, list of pages, description
    assert told(found)["read"] == told(pieces(crawl()))["read"]


@pytest.mark.parametrize(
    ("names", "assets"),
    [
        (["p.html", "p_files/a.js", "p_files/b/c.html"], ["p_files/a.js", "p_files/b/c.html"]),
        (["Köprü.htm", "Köprü_dosyalar/a.png"], ["Köprü_dosyalar/a.png"]),
        (["d/p.html", "p_files/a.js"], []),
        (["p_files/a.html"], []),
        (["p.txt", "p_files/a.html"], []),
    ],
)
def test_what_belongs_to_a_saved_page(names: list[str], assets: list[str]) -> None:
    assert sorted(assets_of(names)) == assets


def test_a_zip_gives_pages_of_every_kind_and_names_the_rest() -> None:
    found = pieces(specimens()["defter.zip"], "d.zip")
    assert [piece.name for piece in found if isinstance(piece, Member)][:3] == [
        "d.zip!a/defter.html",
        "d.zip!not.txt",
        "d.zip!icice.zip!ic.html",
    ]
    assert sum(isinstance(piece, Skipped) and piece.why is Why.ASSET for piece in found) == 2
    assert any(piece.name == "d.zip!icice.zip!arsiv.warc.gz!https://defter.example/1" for piece in found)


def test_a_document_that_is_a_zip_archive_is_one_page() -> None:
    assert [piece.name for piece in pieces(specimens()["defter.docx"], "a.docx")] == ["a.docx"]


def test_every_sound_specimen_is_read() -> None:
    for name, data in specimens().items():
        assert told(pieces(data, name))["read"] >= 1, name


# Bombs


def nested(depth: int) -> bytes:
    data = zipped({"a.html": HTML})
    for _ in range(depth):
        data = zipped({"a.zip": data})
    return data


def test_archives_in_one_another_end_at_a_depth() -> None:
    assert told(pieces(nested(2))) == {"read": 1}
    (found,) = pieces(nested(3))
    assert isinstance(found, Rejected)
    assert "in one another" in found.reason
    assert len(pieces(nested(60))) == 1


def test_a_bomb_of_nested_archives_stops_at_its_budget() -> None:
    page_of_zeros = zipped({f"{n}.html": bytes(20_000_000) for n in range(4)})
    bomb = zipped({f"{n}.zip": page_of_zeros for n in range(20)})
    found = pieces(bomb, floor=100_000_000, ratio=2)
    assert sum(isinstance(piece, Member) for piece in found) <= 5
    assert any("bomb" in piece.reason for piece in found if isinstance(piece, Rejected))


def test_files_laid_over_one_another_are_refused() -> None:
    data = bytearray(zipped({f"{n}.txt": f"Sivas {n} " * 50 for n in range(3)}))
    at = [match for match in range(len(data)) if data[match : match + 4] == b"PK\x01\x02"]
    for place in at[1:]:
        struct.pack_into("<L", data, place + 42, 0)  # all entries point to the first one's bytes
    found = pieces(bytes(data))
    assert sum("lies over another" in piece.reason for piece in found if isinstance(piece, Rejected)) == 2


def test_a_compressed_stream_of_nothing_but_zeros_is_left() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    head = b"WARC/1.1\r\nWARC-Type: resource\r\nContent-Length: 99999999999\r\n\r\n"
    bomb = packer.compress(head) + b"".join(packer.compress(bytes(1 << 20)) for _ in range(120)) + packer.flush()
    (found,) = pieces(bomb)
    assert isinstance(found, Rejected)
    assert "times its size" in found.reason


def test_a_directory_that_would_fill_the_memory_is_not_read() -> None:
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65535, 65535, 1 << 31, 0, 0)
    (found,) = pieces(b"PK\x03\x04" + bytes(100) + end)
    assert isinstance(found, Rejected)


def test_an_encrypted_file_in_an_archive_is_refused_by_name() -> None:
    data = bytearray(zipped({"a.txt": "Sivas"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (found,) = pieces(bytes(data), "z.zip")
    assert isinstance(found, Rejected)
    assert found.name == "z.zip!a.txt"
    assert "encrypted" in found.reason


def test_names_in_an_archive_cannot_act() -> None:
    (found,) = pieces(zipped({"../../etc/\x1b[31mkötü.html": HTML}), "z.zip")
    assert isinstance(found, Member)
    assert "\x1b" not in found.name
    assert read(found.data, path=found.path).title == "Defter sayfa-1"


@pytest.mark.parametrize(
    ("head", "container"),
    [
        (b"WARC/1.0\r\n", True),
        (gzip.compress(b"WARC/1.0\r\n"), True),
        (b"PK\x03\x04....", True),
        (b"<html>WARC/1.0", False),
        (b"", False),
        (b"From: a@b\r\n\r\nMIME-Version: multipart/relatives", False),
    ],
)
def test_what_is_a_container(head: bytes, container: bool) -> None:
    assert is_container(head) is container


def test_a_bundle_may_be_read_from_a_file_without_holding_it(tmp_path: Path) -> None:
    import tracemalloc

    path = tmp_path / "big.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for number in range(30):
            archive.writestr(f"{number}.txt", random.Random(number).randbytes(1_000_000))
    tracemalloc.start()
    with path.open("rb") as stream:
        assert sum(1 for _ in unpack(stream, "big.zip")) == 30
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8_000_000
