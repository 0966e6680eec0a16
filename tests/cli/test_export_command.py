"""`tanik check` with exports: several results of one run, and every wrong use told before a page is read."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

Tanik = Callable[..., Any]
_PAGE = "Depo defteri\n\n3 Mayıs 1921 günü Samsun'dan 40 sandık fişek yola çıktı.\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page of one sentence."""
    path = tmp_path / "defter.txt"
    path.write_text(_PAGE, encoding="utf-8")
    return path


def test_one_run_writes_several_results(tanik: Tanik, page: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    names = ("d.json", "d.csl.json", "d.jsonld", "d.tei", "d.bib", "d.ris", "d.docx", "d.md", "d.refs.txt")
    wanted = [word for name in names for word in ("--export", str(out / name))]
    wanted += ["--export", f"csv={out / 'tables'}", "--export", f"parquet={out / 'parquet'}"]
    wanted += ["--export", str(out / "d.claimreview.json"), "--reviewed-by", "Deniz"]
    done = tanik("check", str(page), "--no-library", "--fast", *wanted)
    assert done.status == 0, done.err
    assert "1921" in done.out
    assert {path.name for path in out.iterdir()} == {*names, "tables", "parquet", "d.claimreview.json"}
    assert (out / "tables" / "amounts.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert (out / "parquet" / "amounts.parquet").read_bytes().startswith(b"PAR1")
    assert zipfile.is_zipfile(out / "d.docx")
    assert json.loads((out / "d.jsonld").read_text(encoding="utf-8"))["type"] == "AnnotationCollection"
    assert not list(out.rglob("*.part"))
    for path in out.iterdir():
        assert str(path) in done.err


def test_the_ledger_is_one_table(tanik: Tanik, tmp_path: Path) -> None:
    page = tmp_path / "yardım.txt"
    page.write_text(
        "Yardım defteri\n\nKurul 3 Mayıs 1921 günü Samsun'dan 40 sandık fişek gönderdi. "
        "Başkan 5 milyon lira söz verdi.\n",
        encoding="utf-8",
    )
    out = tmp_path / "defter.ledger.csv"
    done = tanik("check", str(page), "--no-library", "--fast", "--export", out)
    assert done.status == 0, done.err
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    told = list(csv.DictReader(out.read_text(encoding="utf-8-sig").splitlines()))
    assert [(row["stage"], float(row["value"])) for row in told] == [("sent", 40.0), ("promised", 5_000_000.0)]
    assert {row["page_title"] for row in told} == {"Yardım defteri"}
    assert told[0]["when"] == "1921-05-03"
    shown = tanik("check", str(page), "--no-library", "--fast", "--format", "ledger")
    assert list(csv.DictReader(shown.out.removeprefix("\ufeff").splitlines())) == told


@pytest.mark.parametrize("form", ["annotations", "tei", "csl", "bibtex", "ris", "references"])
def test_a_form_of_text_goes_to_standard_output(tanik: Tanik, page: Path, form: str) -> None:
    done = tanik("check", str(page), "--no-library", "--fast", "--format", form)
    assert done.status == 0, done.err
    assert "Depo defteri" in done.out


def test_a_binary_form_can_be_redirected(tanik: Tanik, page: Path, tmp_path: Path) -> None:
    out = tmp_path / "d.docx"
    done = tanik("check", str(page), "--no-library", "--fast", "--format", "docx", "--out", str(out))
    assert done.status == 0, done.err
    assert zipfile.is_zipfile(BytesIO(out.read_bytes()))


@pytest.mark.parametrize(("words", "told"), [
    (("--format", "csv"), "--out"),
    (("--format", "parquet"), "--out"),
    (("--format", "claimreview"), "--reviewed-by"),
    (("--export", "x.claimreview.json"), "--reviewed-by"),
    (("--export", "x.unknown"), "FORM=PATH"),
    (("--export", "tables.csv"), "csv="),
    (("--export", "a.bib", "--export", "bibtex=a.bib"), "one place"),
    (("--format", "tei", "--reviewed-by", "Deniz,javascript://x"), "--reviewed-by"),
    (("--format", "docx", "--style", "mla"), "mla"),
])  # fmt: skip
def test_wrong_use_is_told_before_a_page_is_read(tanik: Tanik, page: Path, words: tuple[str, ...], told: str) -> None:
    done = tanik("check", str(page), "--no-library", "--lang", "en", *words)
    assert done.status == 2
    assert told in done.err
    assert done.out == ""


def test_a_folder_is_no_file(tanik: Tanik, page: Path, tmp_path: Path) -> None:
    done = tanik("check", str(page), "--no-library", "--export", f"tei={tmp_path}")
    assert done.status == 2
    assert str(tmp_path) in done.err


def test_binary_is_refused_on_a_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from tanik.cli.exports import plan_outputs
    from tanik.errors import UsageError

    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    with pytest.raises(UsageError, match="docx"):
        plan_outputs("docx", None, (), reviewed_by=None, style=None, lang="en")
    plan_outputs("docx", tmp_path / "x.docx", (), reviewed_by=None, style=None, lang="en")


def test_a_missing_package_is_told_by_its_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from tanik.cli.exports import plan_outputs
    from tanik.errors import UsageError

    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"tanik\[parquet\]"):
        plan_outputs("parquet", tmp_path / "x", (), reviewed_by=None, style=None, lang="tr")
