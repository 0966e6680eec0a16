"""Users' own tables beside ours: they add, replace and take away, and a wrong row is named with file and line."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from tanik.core.tables import FOLDERS, check_folders, folders, read_rows, table_rules
from tanik.errors import UsageError

ROOMS = ("tanik.core", "tanik.facts")


def _names(room: str, name: str) -> list[str]:
    return [row["name"] for row in read_rows(room, name)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(FOLDERS, str(tmp_path))
    return tmp_path


def test_rows_are_added_replaced_and_taken_away(folder: Path) -> None:
    ours = _names("tanik.facts", "places.csv")
    (folder / "places.csv").write_text(
        "name,aliases,drop\nKuzukent,Eski Kuzu;Kuzu,\nankara,Engürü,\nİzmir,,yes\n", encoding="utf-8"
    )
    rows = {row["name"]: row for row in read_rows("tanik.facts", "places.csv")}
    assert rows["Kuzukent"] == {
        "name": "Kuzukent",
        "aliases": "Eski Kuzu;Kuzu",
        "care": "",
        "example": "",
        "source": "",
    }
    assert "Ankara" not in rows
    assert rows["ankara"]["aliases"] == "Engürü"
    assert "İzmir" not in rows
    assert len(rows) == len(ours)


def test_order_stays_and_new_rows_follow(folder: Path) -> None:
    ours = _names("tanik.facts", "places.csv")
    (folder / "places.csv").write_text("name\nKuzukent\n" + ours[3] + "\n", encoding="utf-8")
    assert _names("tanik.facts", "places.csv") == [*ours, "Kuzukent"]


def test_a_table_saved_by_a_spreadsheet(folder: Path) -> None:
    (folder / "units.csv").write_text("\ufeffform;unit;factor;kind\nküfe;count;1;container\n", encoding="utf-8")
    assert read_rows("tanik.facts", "units.csv")[-1]["form"] == "küfe"


def test_a_later_folder_goes_before_an_earlier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, alias in (("a", "Bir"), ("b", "İki")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "places.csv").write_text(f"name,aliases\nKuzukent,{alias}\n", encoding="utf-8")
    monkeypatch.setenv(FOLDERS, f"{tmp_path / 'a'}{os.pathsep}{tmp_path / 'b'}")
    assert [row["aliases"] for row in read_rows("tanik.facts", "places.csv") if row["name"] == "Kuzukent"] == ["İki"]


WRONG = [
    ("places.csv", "nam,aliases\nX,Y\n", r"places\.csv:1: unknown column “nam”"),
    ("places.csv", "aliases\nX\n", r"places\.csv:1: no column “name”"),
    ("places.csv", "name,aliases\nKars,\n,Y\n", r"places\.csv:3: “name” is empty"),
    ("places.csv", "name,aliases\nKars,a,b,c\n", r"places\.csv:2: more cells"),
    ("units.csv", "form,unit,factor,kind\nküfe,count,iki,container\n", r"units\.csv:2: “iki” in “factor” is no number"),
    ("units.csv", "form,unit,factor,kind\nküfe,count,1,sepet\n", r"units\.csv:2: “sepet” in “kind” is none of"),
    ("months.csv", "calendar,month,form,kind,lang\nsolar,13,Onüç,name,tr\n", r"months\.csv:2: “13” in “month”"),
    ("place.csv", "name\nKars\n", r"place\.csv: no table of that name"),
]


@pytest.mark.parametrize(("name", "text", "message"), WRONG)
def test_a_wrong_row_is_named_with_file_and_line(folder: Path, name: str, text: str, message: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        check_folders(ROOMS)


def test_bytes_that_are_no_utf8_and_a_folder_that_is_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "places.csv").write_bytes("name\nMuğla\n".encode("windows-1254"))
    with pytest.raises(UsageError, match="UTF-8"):
        check_folders(ROOMS)
    monkeypatch.setenv(FOLDERS, str(folder / "none"))
    with pytest.raises(UsageError, match="no such folder"):
        check_folders(ROOMS)


def test_no_folder_no_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDERS, raising=False)
    assert folders() == ()
    assert check_folders(ROOMS) == ()


@pytest.mark.parametrize("room", ROOMS)
def test_our_own_tables_keep_their_rules(room: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDERS, raising=False)
    for name, rules in table_rules(room).items():
        for number, row in enumerate(read_rows(room, name), start=2):
            where = f"{name}:{number}"
            assert None not in row, f"{where}: more cells than columns"
            assert all(row[column] for column in rules.needed), f"{where}: empty"
            assert all(float(row[column]) is not None for column in rules.numbers if row[column]), where


def test_every_table_that_may_be_extended_is_in_the_guide() -> None:
    guide = Path(__file__).parents[2] / "docs" / "tables.md"
    text = guide.read_text(encoding="utf-8")
    silent = [name for room in ROOMS for name in table_rules(room) if f"`{name}`" not in text]
    assert silent == []


def test_the_guide_of_the_tables_names_only_tables_that_exist() -> None:
    for room in ROOMS:
        for name in table_rules(room):
            assert files(room).joinpath("data", name).is_file()


def test_a_place_of_the_user_is_found_on_a_page(tmp_path: Path) -> None:
    (tmp_path / "places.csv").write_text("name,aliases\nKuzukent,Sarıyazı\n", encoding="utf-8")
    (tmp_path / "units.csv").write_text("form,unit,factor,kind\nküfe,count,1,container\n", encoding="utf-8")
    program = (
        "from tanik.core.span import Span\n"
        "from tanik.page.model import Page, Segment, SegmentKind, Source\n"
        "from tanik.facts.read import read\n"
        "text = 'Heyet yola çıktı ve Sarıyazı’ya vardı. Köylüler 40 küfe üzüm verdi.'\n"
        "parts = (Segment(SegmentKind.PARAGRAPH, Span(0, len(text)), 'p'),)\n"
        "facts = read(Page('p', Source('0' * 64, 'text/plain'), text, parts))\n"
        "print([name.name for name in facts.names], [(a.value, a.of) for a in facts.amounts])\n"
    )
    environment = {**os.environ, FOLDERS: str(tmp_path), "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run(
        [sys.executable, "-c", program], check=False, capture_output=True, encoding="utf-8", env=environment
    )
    assert run.returncode == 0, run.stderr
    assert "Kuzukent" in run.stdout
    assert "40.0" in run.stdout
