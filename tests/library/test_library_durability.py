"""Nothing is lost and no damage goes unseen: kills, flipped bytes, two readers and a writer, other versions."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tanik.errors import LibraryBusy, LibraryDamaged, LibraryError
from tanik.library import schema
from tanik.library.library import Library
from tanik.library.lock import LOCK_FILE, writing
from tanik.library.model import Document
from tanik.library.schema import CATALOGUE_FILE
from tanik.library.verify import repair_index, verify_folder
from tanik.trace.sketch import sketch

KILLS = 100


def some(count: int, start: int = 0) -> list[Document]:
    return [
        Document(
            "c", str(index), f"{index} numaralı telgraf: vagon petrol limana geldi, senet iade edildi.", f"no {index}"
        )
        for index in range(start, start + count)
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    with Library.open(folder, create=True) as library:
        library.add(some(20))
        library.add(some(5, 20))
        library.remove("c:3")
    return folder


def files_of(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.name != LOCK_FILE)


# Killed writers


def test_a_hundred_kills_leave_a_sound_library(tmp_path):
    script = Path(__file__).with_name("kill_writer.py")
    command = [sys.executable, str(script), str(tmp_path / "library"), str(KILLS), "1919"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["problems"] == []
    assert result["told"] > KILLS / 4, "the writers were killed before they had done anything"


def test_what_a_killed_writer_left_is_cleared_away(folder):
    stray = folder / "postings" / "000999"
    stray.mkdir()
    (stray / "fingerprints").write_bytes(b"half")
    (folder / "texts" / "000777.texts").write_bytes(b"half")
    with (folder / "texts" / "000001.texts").open("ab") as file:
        file.write(b"half a text")
    assert verify_folder(folder).clean
    with Library.open(folder) as library:
        library.add(some(1, 100))
        assert library.get("c:100") == some(1, 100)[0]
        assert library.verify().clean
    assert not stray.exists()
    assert not (folder / "texts" / "000777.texts").exists()


def test_a_library_that_was_never_finished_is_made(tmp_path):
    (tmp_path / CATALOGUE_FILE).touch()
    with Library.open(tmp_path, create=True) as library:
        library.add(some(1))
        assert library.verify().clean


# Damage


def test_a_flipped_byte_is_found_in_every_file(folder, tmp_path):
    copy = tmp_path / "copy"
    names = [path.relative_to(folder) for path in files_of(folder)]
    assert {name.parts[0] for name in names} == {"catalogue.sqlite", "catalogue.seal", "postings", "texts"}
    for name in names:
        size = (folder / name).stat().st_size
        for at in sorted({0, size // 3, size // 2, size - 2, *([18, 27, 63] if size > 64 else [])}):
            shutil.copytree(folder, copy)
            data = bytearray((copy / name).read_bytes())
            data[at] ^= 0x10
            (copy / name).write_bytes(data)
            damages = verify_folder(copy).damages
            named = {damage.what for damage in damages}
            wanted = CATALOGUE_FILE if name.parts[0].startswith("catalogue") else str(name)
            assert wanted in named, (name, at, damages)
            shutil.rmtree(copy)


def test_a_damaged_text_is_told_by_document(folder):
    path = folder / "texts" / "000001.texts"
    with Library.open(folder) as library:
        entry = library.entry("c:7")
    with sqlite3.connect(folder / CATALOGUE_FILE) as connection:
        start, length = connection.execute("SELECT start, length FROM document WHERE id = 'c:7'").fetchone()
    connection.close()
    data = bytearray(path.read_bytes())
    data[start + length // 2] ^= 0x01
    path.write_bytes(data)
    report = verify_folder(folder)
    assert {damage.what for damage in report.damages} == {"texts/000001.texts", "c:7"}
    with Library.open(folder) as library:
        assert library.get("c:6").text
        with pytest.raises(LibraryDamaged):
            library.get("c:7")
        with pytest.raises(LibraryDamaged):
            library.witness(entry.number)
        # Adding it again from its source mends it, though the catalogue knows the same content.
        assert library.add(some(1, 7)).replaced == ("c:7",)
        assert library.get("c:7") == some(1, 7)[0]


@pytest.mark.parametrize("damage", ["gone", "short", "other"])
def test_a_damaged_index_is_made_anew(folder, damage):
    path = next(folder.glob("postings/*/documents"))
    if damage == "gone":
        path.unlink()
    elif damage == "short":
        path.write_bytes(path.read_bytes()[:-4])
    else:
        path.write_bytes(bytes(path.stat().st_size))
    assert str(path.relative_to(folder)) in {one.what for one in verify_folder(folder).damages}
    if damage != "other":
        with pytest.raises(LibraryDamaged, match=r"verify"):
            Library.open(folder)
    repair_index(folder)
    assert verify_folder(folder).clean
    with Library.open(folder) as library:
        assert library.count(sketch("vagon petrol").fingerprints).max() == 24
        assert len(library.search("telgraf", most=100)) == 24


def test_nothing_is_written_on_top_of_damage(folder):
    path = folder / CATALOGUE_FILE
    data = bytearray(path.read_bytes())
    at = data.index(b"no 12")
    data[at + 3] ^= 0x01
    path.write_bytes(data)
    with Library.open(folder) as library, pytest.raises(LibraryDamaged, match="restore"):
        library.add(some(1, 50))
    assert not verify_folder(folder).clean


@pytest.mark.parametrize("content", [b"not a database at all, only words" * 40, b"\xff" * 5000])
def test_a_broken_catalogue_gets_one_clear_line(folder, content):
    (folder / CATALOGUE_FILE).write_bytes(content)
    with pytest.raises(LibraryError, match="catalogue") as caught:
        Library.open(folder)
    assert "\n" not in str(caught.value)
    assert not verify_folder(folder).clean


def test_a_missing_text_file_is_told(folder):
    (folder / "texts" / "000001.texts").unlink()
    with pytest.raises(LibraryDamaged, match=r"000001\.texts"):
        Library.open(folder)
    assert "texts/000001.texts" in {one.what for one in verify_folder(folder).damages}


# Others at work


def test_one_writes_at_a_time(folder):
    with writing(folder), Library.open(folder) as library:
        with pytest.raises(LibraryBusy, match=str(os.getpid())):
            library.add(some(1, 50))
        assert len(library) == 24
        assert any("writing" in said for said in library.verify().notes)
    with Library.open(folder) as library:
        library.add(some(1, 50))


def test_two_read_while_one_adds(folder):
    script = Path(__file__).with_name("read_library.py")
    command = [sys.executable, str(script), str(folder), "2.5"]
    readers = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    step = 0
    with Library.open(folder) as library:
        while any(reader.poll() is None for reader in readers) and step < 1000:
            library.add(some(3, 1000 + 3 * step))
            library.remove(f"c:{1000 + 3 * step}")
            step += 1
    told = [reader.communicate(timeout=60)[0].strip() for reader in readers]
    assert [reader.returncode for reader in readers] == [0, 0], told
    assert all(int(rounds) > 3 for rounds in told), told
    assert step > 3
    assert verify_folder(folder).clean


def test_an_open_library_shows_one_moment_until_it_is_refreshed(folder):
    with Library.open(folder) as reader, Library.open(folder) as other:
        before = reader.searched
        other.add(some(30, 100))
        for document in some(20):
            if document.id != "c:3":
                other.remove(document.id)
        assert reader.searched == before
        assert reader.get("c:5") == some(1, 5)[0]
        assert len(list(reader.documents())) == 24
        reader.refresh()
        assert len(reader) == 35


def test_a_folder_that_may_not_be_written_to_is_read(folder):
    if os.geteuid() == 0:
        # Root may write anywhere; what is left is to read the catalogue as it lies.
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(os, "access", lambda *_: False)
            with Library.open(folder) as library:
                assert len(library) == 24
            assert not (folder / f"{CATALOGUE_FILE}-wal").exists()
        return
    folder.chmod(0o555)
    try:
        with Library.open(folder) as library:
            assert len(library) == 24
            with pytest.raises(LibraryError):
                library.add(some(1, 50))
    finally:
        folder.chmod(0o755)


# Versions


def test_tables_are_brought_to_the_newest_version(folder, monkeypatch):
    step = ("ALTER TABLE document ADD COLUMN note TEXT",)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, step))
    monkeypatch.setattr("tanik.library.library.MIGRATIONS", schema.MIGRATIONS)
    with Library.open(folder) as library:
        assert len(library) == 24
        assert library.verify().clean
        library.add(some(1, 50))
    with sqlite3.connect(folder / CATALOGUE_FILE) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)
        assert connection.execute("SELECT count(*) FROM document WHERE note IS NULL").fetchone() == (25,)
    connection.close()


def test_a_newer_version_is_refused(folder):
    with sqlite3.connect(folder / CATALOGUE_FILE) as connection:
        connection.execute("PRAGMA user_version = 7")
    connection.close()
    with pytest.raises(LibraryError, match="version 7"):
        Library.open(folder)


def test_another_programme_s_database_is_refused(tmp_path):
    with sqlite3.connect(tmp_path / CATALOGUE_FILE) as connection:
        connection.execute("CREATE TABLE stamps (id)")
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    with pytest.raises(LibraryError, match="not of a Tanık library"):
        Library.open(tmp_path)


def test_a_file_is_no_library(tmp_path):
    path = tmp_path / "file"
    path.write_text("x")
    with pytest.raises(LibraryError, match="folder"):
        Library.open(path, create=True)


def test_a_folder_that_may_not_be_written_to_is_read_with_its_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, copy = tmp_path / "library", tmp_path / "copy"
    with Library.open(whole, create=True) as library:
        library.add([Document("a", "1", "Köprü yapıldı.")])
        with Library.open(whole) as reader, Library.open(whole) as writer:
            assert len(reader) == 1  # who reads keeps the journal in use, so that what is added stays in it
            writer.add([Document("a", "2", "Yol açıldı.")])
            shutil.copytree(whole, copy)
    assert (copy / "catalogue.sqlite-wal").stat().st_size
    monkeypatch.setattr("tanik.library.schema.os.access", lambda _path, mode: mode != os.W_OK)
    with Library.open(copy) as library:
        assert [found.entry.id for found in library.search("yol")] == ["a:2"]
        assert library.verify().clean
