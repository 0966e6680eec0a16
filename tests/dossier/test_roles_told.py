"""A role on an English page: an English reader sees the page's words, a Turkish reader the Turkish name."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import tanik
from tanik.dossier.html import to_html
from tanik.dossier.markdown import to_markdown
from tanik.dossier.model import Dossier
from tanik.dossier.terminal import render_text

_PAGE = "In May 1921 the bank in Smyrna sent 400 rifles to Mustafa Kemal Pasha. Nobody in the town knew of it.\n"


def _dossier(folder: Path, lang: str) -> Dossier:
    page = folder / "page.txt"
    page.write_text(_PAGE, encoding="utf-8")
    return tanik.check([page], language=lang, fast=True)


@pytest.mark.parametrize("form", [render_text, to_markdown, to_html])
def test_common_nouns_are_told_in_the_readers_own_words(tmp_path: Path, form: Callable[[Dossier], str]) -> None:
    english, turkish = (form(_dossier(tmp_path, lang)) for lang in ("en", "tr"))
    assert "400 tüfek" not in english
    assert "400 rifles" in english
    assert "400 tüfek" in turkish
    assert "Mustafa Kemal Atatürk" in english
    assert "Mustafa Kemal Atatürk" in turkish


_LEDGER = (
    "In May 1921 Soviet Russia sent 10 million gold rubles to Turkey. "
    "According to Italy, Greece received 900 sacks of flour in 1922 and 350,000 Muslims left Kars. "
)


def _ledger(folder: Path, lang: str) -> Dossier:
    page = folder / "ledger.html"
    page.write_text(f'<html lang="en"><body><p>{_LEDGER}</p></body></html>', encoding="utf-8")
    return tanik.check([page], language=lang, fast=True)


def _section(told: str) -> str:
    """The ledger of an HTML file, whose table of names has the names themselves; of other forms the whole."""
    return told.partition('<section id="ledger"')[2].partition("</section>")[0] or told


@pytest.mark.parametrize("form", [render_text, to_markdown, to_html])
def test_parties_and_authorities_stand_as_the_page_calls_them(tmp_path: Path, form: Callable[[Dossier], str]) -> None:
    english, turkish = (_section(form(_ledger(tmp_path, lang))) for lang in ("en", "tr"))
    for canonical in ("Rusya", "Türkiye", "Yunanistan"):
        assert canonical not in english
        assert canonical in turkish
    assert "İtalya" not in english
    assert "people Muslims" not in english


def test_the_values_that_pages_are_compared_by_stay_canonical(tmp_path: Path) -> None:
    lines = _ledger(tmp_path, "en").comparison.ledger.lines
    assert {line.giver for line in lines} >= {"Rusya"}
    assert "İtalya" in {line.source for line in lines}


def test_what_is_taken_from_elsewhere_leads_to_where_it_stands(tmp_path: Path) -> None:
    page = tmp_path / "liste.txt"
    page.write_text("Rusya'nın Türkiye'ye gönderdiği mallar:\n\n- 40 top\n- 30 sandık fişek\n", encoding="utf-8")
    made = to_html(tanik.check([page], language="tr", fast=True))
    places = re.findall(r'<a href="#(p1-r\d+-\d+)">bağlamdan</a>', made)
    assert len(places) == 4
    for place in set(places):
        assert made.count(f'id="{place}"') == 1


def test_a_bare_figure_has_its_columns_unit_in_the_ledger(tmp_path: Path) -> None:
    page = tmp_path / "tablo.html"
    rows = "".join(f"<tr><td>{day}</td><td>Altın ruble</td><td>{sum_}</td></tr>" for day, sum_ in _SUMS)
    caption = "<caption>Rusya'dan Türkiye'ye gönderilen yardımlar</caption>"
    head = "<tr><th>Tarih</th><th>Cinsi</th><th>Miktar</th></tr>"
    page.write_text(f'<html lang="tr"><body><table>{caption}{head}{rows}</table></body></html>', encoding="utf-8")
    for form in (render_text, to_markdown, to_html):
        assert "2.000.000 altın ruble" in _section(form(tanik.check([page], language="tr", fast=True)))


_SUMS = (("11 Haziran 1921", "2.000.000"), ("3 Temmuz 1921", "1.500.000"))
