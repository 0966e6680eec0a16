"""Where results go when the place is odd: a closed pipe, a full disk, names that are no UTF-8, strangers' files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Tanik = Callable[..., Any]
_MAIN = "from tanik.cli.main import main; main()"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text("Rıza Bey 3 Mayıs 1921'de Bolu'ya 12 çuval un gönderdi.\n", encoding="utf-8")
    return path


def _run(*words: str | bytes | Path, stdout: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _MAIN, *words]
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, text=True, check=False, timeout=120)


def test_a_reader_that_went_away_is_no_failure() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = _run("schema", stdout=writing)
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_a_full_disk_under_standard_output_is_told(page: Path) -> None:
    if not Path("/dev/full").is_char_device():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("wb") as full:
        ran = _run("check", "--fast", "--no-library", "--lang", "en", page, stdout=full.fileno())
    assert ran.returncode == 2
    assert "standard output" in ran.stderr
    assert "the disk has room" in ran.stderr


def test_a_name_that_is_no_utf8_is_written_as_json_writes_it(page: Path, tmp_path: Path) -> None:
    odd = os.fsencode(page.rename(tmp_path / os.fsdecode(b"\xff.txt")))
    reading, writing = os.pipe()
    ran = _run("check", "--fast", "--no-library", "--format", "json", odd, stdout=writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = json.loads(pipe.read().decode("utf-8"))
    assert ran.returncode == 0
    assert os.fsencode(told["pages"][0]["source"]["path"]) == odd
    out = tmp_path / "o.json"
    ran = _run("check", "--fast", "--no-library", "--format", "json", "--out", out, odd, stdout=subprocess.DEVNULL)
    assert ran.returncode == 0, ran.stderr
    assert json.loads(out.read_text(encoding="utf-8"))["pages"] == told["pages"]


def test_a_stream_makes_the_folder_of_its_results_and_says_what_it_cannot_write(
    page: Path, tmp_path: Path, tanik: Tanik
) -> None:
    library, lines, out = tmp_path / "library", tmp_path / "in.jsonl", tmp_path / "new" / "out.jsonl"
    assert tanik("library", "add", page, "--library", library).status == 0
    lines.write_text('{"id": "\\ud800", "text": "Rıza Bey Bolu\'ya un gönderdi"}\n', encoding="utf-8")
    assert tanik("trace", "--jsonl", lines, "--library", library, "--out", out).status == 0
    assert json.loads(out.read_text(encoding="utf-8"))["id"] == "\ud800"
    ran = tanik("trace", "--jsonl", lines, "--library", library, "--out", page / "out.jsonl")
    assert ran.status == 2
    assert "--out" in ran.err


@pytest.mark.parametrize(
    ("name", "begins"),
    [("d.html", "<!DOCTYPE html>"), ("d.JSON", "{"), ("d.md", "# "), ("d.txt", "page.txt"), ("d", "page.txt")],
)
def test_the_name_of_the_file_says_the_form(page: Path, tmp_path: Path, tanik: Tanik, name: str, begins: str) -> None:
    out = tmp_path / name
    assert tanik("check", "--fast", "--no-library", "--lang", "en", page, "--out", out).status == 0
    told = out.read_text(encoding="utf-8").lstrip()
    assert told.startswith(begins) or begins in told[:200]


def test_an_option_goes_before_the_name_of_the_file(page: Path, tmp_path: Path, tanik: Tanik) -> None:
    out = tmp_path / "d.html"
    assert tanik("check", "--fast", "--no-library", "--format", "json", page, "--out", out).status == 0
    assert json.loads(out.read_text(encoding="utf-8"))["schema"] == "tanik-dossier/1"


def test_what_a_desktop_leaves_in_a_library_is_left_alone(page: Path, tmp_path: Path, tanik: Tanik) -> None:
    library = tmp_path / "library"
    assert tanik("library", "add", page, "--library", library).status == 0
    strange = [library / "postings" / ".DS_Store", library / "texts" / "Thumbs.db"]
    for path in strange:
        path.touch()
    (library / "texts" / "notes").mkdir()
    other = tmp_path / "other.txt"
    other.write_text("Veli Bey köprüyü onardı.\n", encoding="utf-8")
    ran = tanik("library", "add", other, "--library", library)
    assert (ran.status, all(path.exists() for path in strange)) == (0, True), ran.err
