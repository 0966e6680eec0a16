"""`tanik check --every-clause`: told in the dossier, in its command, and again from a bundle."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.conftest import Ran

import tanik
from tanik.bundle.again import check_again
from tanik.bundle.read import Bundle
from tanik.dossier.json import from_json, to_json
from tanik.dossier.markdown import to_markdown
from tanik.dossier.phrases import again

Run = Callable[..., Ran]
STORY = "Çarşı\n\nKaymakam Rıza Bey 4 Mayıs 1911'de köye un gönderdi. O kış köylüler Sivas'ta üşüdü. Okul kapandı.\n"


def _page(folder: Path) -> Path:
    page = folder / "carsi.txt"
    page.write_text(STORY, encoding="utf-8")
    return page


def test_a_dossier_says_that_every_clause_was_asked_for(tmp_path: Path) -> None:
    alone = tanik.check([_page(tmp_path)], fast=True)
    every = tanik.check([_page(tmp_path)], fast=True, every_clause=True)
    told, further = (
        [one.further for one in made.pages[0].facts.statements if one.further or made is every]
        for made in (alone, every)
    )
    assert told == []
    assert further.count(True) == 2
    assert further.count(False) == len(alone.pages[0].facts.statements)
    assert every.every_clause
    assert not alone.every_clause
    assert "--every-clause" in again(every)
    assert "--every-clause" not in again(alone)
    assert "every_clause" not in to_json(alone)
    assert from_json(to_json(every)).every_clause
    assert to_markdown(every).count("as every clause was asked for") == 2
    assert "as every clause" not in to_markdown(alone)


def test_what_is_compared_and_found_stays_the_same(tmp_path: Path) -> None:
    alone = tanik.check([_page(tmp_path)], fast=True)
    every = tanik.check([_page(tmp_path)], fast=True, every_clause=True)
    assert every.comparison.findings == alone.comparison.findings


def test_a_bundle_keeps_the_option(tanik: Run, tmp_path: Path) -> None:
    bundle = tmp_path / "b.zip"
    words = ("check", str(_page(tmp_path)), "--no-library", "--fast", "--every-clause", "--format", "json")
    done = tanik(*words, "--bundle", str(bundle))
    told = json.loads(done.out)
    assert told["every_clause"] is True
    assert sum(one["rule"].endswith("-further") for one in told["pages"][0]["statements"]) == 2
    with Bundle.open(bundle) as opened:
        assert opened.asked().every_clause
        anew = check_again(opened, None)
    assert anew.every_clause
    assert to_json(anew)["pages"][0]["statements"] == told["pages"][0]["statements"]
    assert tanik("verify", str(bundle)).status == 0
