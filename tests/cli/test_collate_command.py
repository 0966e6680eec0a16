"""`tanik collate` as a person runs it: files, sigla, formats, languages, and what it says when it cannot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import tanik
from tanik.cli.main import command
from tanik.compare.collation import WitnessText
from tanik.errors import UsageError
from tanik.library.library import Library
from tanik.library.model import Document


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    texts = ("Köprü dün gece yıkıldı. Sulh isteriz.", "Köprü gece yıkılmadı. Barış isteriz.")
    paths = [tmp_path / f"{at}.txt" for at in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]


def _run(*words: str, text: str | None = None) -> Result:
    return CliRunner().invoke(command, ["collate", *words], input=text)


@pytest.mark.parametrize(
    ("form", "told"),
    [("text", "yıkılmadı"), ("html", "<!DOCTYPE html>"), ("tei", "<app "), ("csv", "polarity"), ("json", '"table"')],
)
def test_every_format_is_written(files: list[str], form: str, told: str, tmp_path: Path) -> None:
    found = _run(*files, "--format", form, "--lang", "en")
    assert found.exit_code == 0, found.output
    assert told in found.output
    out = tmp_path / "out"
    assert _run(*files, "--format", form, "--lang", "en", "--out", str(out)).output == ""
    assert out.read_text(encoding="utf-8") == found.output


def test_the_order_of_the_files_changes_only_the_columns(files: list[str]) -> None:
    one = json.loads(_run(*files, "--format", "json").output)
    other = json.loads(_run(*reversed(files), "--format", "json").output)
    assert one["table"] == other["table"][::-1]


def test_a_witness_is_called_as_asked(files: list[str]) -> None:
    found = _run(f"M={files[0]}", files[1], "--base", "A", "--format", "csv")
    assert found.output.splitlines()[0].endswith(",M,A")
    wrong = _run(f"M={files[0]}", files[1], "--base", "Z")
    assert isinstance(wrong.exception, UsageError)
    assert "'Z'" in str(wrong.exception)


def test_standard_input_and_collatex_json_are_read(files: list[str], tmp_path: Path) -> None:
    assert "kemer" in _run(files[0], "-", text="Kemer dün gece yıkıldı. Sulh isteriz.").output.lower()
    given = {"witnesses": [{"id": "X", "content": "Kara tren"}, {"id": "Y", "content": "Ak tren"}]}
    path = tmp_path / "in.json"
    path.write_text(json.dumps(given), encoding="utf-8")
    assert json.loads(_run(str(path), "--format", "json").output)["witnesses"] == ["X", "Y"]
    table = tmp_path / "table.json"
    table.write_text(_run(str(path), "--format", "json").output, encoding="utf-8")
    assert _run(str(table), "--format", "csv").output == _run(str(path), "--format", "csv").output


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("no-such-file.txt", "neither.txt"), "there is no such file"),
        (("only-one.txt",), "two witnesses"),
        (("broken.json",), "broken.json"),
    ],
)
def test_what_cannot_be_read_is_named(words: tuple[str, ...], reason: str) -> None:
    found = _run(*words, "--lang", "en")
    assert isinstance(found.exception, UsageError)
    assert reason in str(found.exception)


def test_documents_of_a_library_are_collated(files: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "library"
    with Library.open(folder, create=True) as library:
        library.add([Document("letters", "1", "Köprü dün gece yıkıldı. Sulh isteriz.", title="Köprü mektubu")])
    found = _run("letters:1", files[1], "--library", str(folder), "--lang", "tr")
    assert found.exit_code == 0, found.output
    assert "Köprü mektubu" in found.output
    missing = _run("letters:2", files[1], "--library", str(folder))
    assert "letters:2" in str(missing.exception)


def test_a_rendering_is_shown_article_by_article(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "1 – Bu sene harbe nihayet verilecek, kuvvetler geri alınacaktır.\n\n2 – Esirler iade edilir.\n\n"
        "Bugünkü dille:\n\n1 – Bu yıl savaşa (muharebeye) son verilecek, kuvvetler geri alınacaktır.",
        encoding="utf-8",
    )
    found = _run(str(page), "--rendering", "--lang", "en").output
    assert "Article 1" in found
    assert "(muharebeye)" in found
    assert "Article 2  missing from the rendering" in found
    assert isinstance(_run(str(page), "--rendering", "--format", "json").exception, UsageError)


def test_the_package_collates_too() -> None:
    apparatus = tanik.collate([WitnessText("A", "Köprü yıkıldı"), WitnessText("B", "Köprü yandı")], base="B")
    assert [reading.text for reading in apparatus.variants[0].readings] == ["yandı", "yıkıldı"]


def test_of_web_pages_only_what_was_written_is_taken(tmp_path: Path) -> None:
    made = []
    for name, word in (("bir", "sandalı"), ("iki", "kayığı")):
        path = tmp_path / f"{name}.html"
        path.write_text(
            f'<html lang="tr"><head><meta charset="utf-8"><title>{name}</title></head><body>'
            f"<nav><a href='/{name}'>{name} menü</a> <a href='/x'>{name} arşiv</a></nav>"
            f"<article><h1>{name} başlık</h1><p>Balıkçı sabahın köründe {word} suya indirir, ağlarını tek tek toplar, "
            "rüzgârın yönüne bakıp yelkeni ona göre açardı.</p></article></body></html>",
            encoding="utf-8",
        )
        made.append(str(path))
    taken = _run(*made, "--lang", "en", "--format", "csv").output
    assert [line.split(",")[3] for line in taken.splitlines()[1:]] == ["wording"]
    assert "menü" in _run(*made, "--lang", "en", "--whole-page").output
