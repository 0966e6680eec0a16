"""`tanik copies` as a shell sees it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
TEXT = (
    "Fener bekçisi akşamları merdivenleri sayarak çıkar, lambanın camını siler, fitilini düzeltir, denize bakardı. "
    "Fırtınalı gecelerde düdüğü üç kez öttürür, sisin içinden bir karşılık gelene kadar yerinden kıpırdamazdı."
)
CHANGED = TEXT.replace("camını", "şişesini").replace("üç kez", "beş kez")


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    made = []
    for name, text, day in (("eski", TEXT, "2001-02-03"), ("yeni", CHANGED, "2009-08-07")):
        path = tmp_path / f"{name}.html"
        path.write_text(
            f'<html lang="tr"><head><meta charset="utf-8"><title>{name} sayfa</title>'
            f'<meta property="article:published_time" content="{day}"></head><body><p>{text}</p></body></html>',
            encoding="utf-8",
        )
        made.append(path)
    return made


def test_the_tree_and_its_table(tanik: Run, pages: list[Path]) -> None:
    ran = tanik("copies", *pages, "--no-library", "--lang", "tr")
    assert (ran.status, ran.err) == (0, "")
    assert "3 Şubat 2001  eski sayfa\n└─ 7 Ağustos 2009  yeni sayfa\n" in ran.out
    assert "“üç” yerine “beş” yazdı (sayı)" in ran.out
    assert "buradan alınmış (güven: %" in ran.out


def test_json_names_source_copy_and_readings(tanik: Run, pages: list[Path]) -> None:
    told = json.loads(tanik("copies", *pages, "--no-library", "--format", "json").out)
    ids = {page["title"]: page["id"] for page in told["pages"]}
    (link,) = told["copies"][0]["links"]
    assert (link["from"], link["to"]) == (ids["eski sayfa"], ids["yeni sayfa"])
    assert {("camını", "şişesini"), ("üç", "beş")} <= {(one["before"], one["after"]) for one in link["readings"]}


@pytest.mark.parametrize(("form", "start"), [("dot", "digraph"), ("svg", "<svg"), ("html", "<!DOCTYPE html>")])
def test_pictures(tanik: Run, pages: list[Path], tmp_path: Path, form: str, start: str) -> None:
    out = tmp_path / f"tree.{form}"
    assert tanik("copies", *pages, "--no-library", "--format", form, "--out", out).status == 0
    assert out.read_text(encoding="utf-8").startswith(start)


def test_the_history_of_a_sentence(tanik: Run, pages: list[Path]) -> None:
    sentence = "Fırtınalı gecelerde düdüğü üç kez öttürür"
    ran = tanik("copies", "--sentence", sentence, *pages, "--no-library", "--lang", "en")
    assert ran.out.startswith("First seen: eski sayfa (3 February 2001)\n")
    assert "wrote “beş” for “üç” (number)" in ran.out
    told = json.loads(tanik("copies", "--sentence", sentence, *pages, "--no-library", "--format", "json").out)
    assert [one["title"] for one in told["sightings"]] == ["eski sayfa", "yeni sayfa"]
    gone = tanik(
        "copies", "--sentence", "Bu cümle hiçbir yerde geçmiyor elbette", *pages, "--no-library", "--lang", "en"
    )
    assert gone.out.startswith("This sentence stands on none")


def test_what_is_refused_and_what_is_wrong(tanik: Run, pages: list[Path], tmp_path: Path) -> None:
    ran = tanik("copies", *pages, tmp_path / "yok.html", "--no-library")
    assert (ran.status, "yok.html" in ran.err) == (1, True)
    assert tanik("copies").status == 2
    alone = tanik("copies", pages[0], "--no-library", "--lang", "en")
    assert alone.out.startswith("These pages share no text")


def test_pages_of_one_title_are_told_apart_and_nothing_is_cut(tanik: Run, pages: list[Path]) -> None:
    for page in pages:
        page.write_text(page.read_text(encoding="utf-8").replace(f"{page.stem} sayfa", "Fener bekçisi"), "utf-8")
    ran = tanik("copies", *pages, "--no-library", "--lang", "tr")
    assert "3 Şubat 2001  Fener bekçisi [eski.html]\n└─ 7 Ağustos 2009  Fener bekçisi [yeni.html]\n" in ran.out
    table = " ".join(ran.out[ran.out.index("Ne kadar belli") :].split())
    for words in ("yayımı daha eski", "3 Şubat 2001", "7 Ağustos 2009)"):
        assert words in table
    told = json.loads(tanik("copies", *pages, "--no-library", "--format", "json").out)
    assert [(one["title"], one["source"]) for one in told["pages"]] == [("Fener bekçisi", str(page)) for page in pages]


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["yok.html"], "verilen tek girdi geri çevrildi."),
        (["yok.html", "bu-da-yok.html"], "2 girdinin hepsi geri çevrildi."),
    ],
)
def test_how_many_inputs_were_refused(tanik: Run, names: list[str], told: str) -> None:
    ran = tanik("check", *names, "--no-library", "--lang", "tr")
    assert ran.status == 1
    assert told in ran.err
