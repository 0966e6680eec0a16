"""Numbers in a row share the unit of the last; a substance before a noun is no measure of what was weighed."""

from collections.abc import Callable

import pytest

from tanik.facts.amounts.find import find_amounts
from tanik.facts.dates.find import find_dates
from tanik.page.model import Page

_ROWS = [
    ("20 işçiye 340, 260 ve 150 lira ödendi.", "20 person; 340 lira; 260 lira; 150 lira"),
    ("Yılda 40 gün çalışanlara 340, 260, 150 lira verildi.", "40 day; 340 lira; 260 lira; 150 lira"),
    ("3 köye 120, 80 ve 45 ton buğday gönderildi.", "3 count; 120 t; 80 t; 45 t"),
    ("Ev 100 metrekare idi; 340 veya 260 liraya satıldı.", "100 count; 340 lira; 260 lira"),
    ("Üç ilçeye 3, 5 ve 7 milyon lira ayrıldı.", "3 count; 3000000 lira; 5000000 lira; 7000000 lira"),
    ("20 işçiye 500 ve 2 bin lira verildi.", "20 person; 500 lira; 2000 lira"),
    ("Depoda 40 top vardı; 3 ya da 5 ton barut geldi.", "40 count; 3 t; 5 t"),
    ("12 köyde on, yirmi ve otuz kilo bakır bulundu.", "12 count; 10 kg; 20 kg; 30 kg"),
    ("9 kişi 15 ve 20 gün bekledi.", "9 person; 15 day; 20 day"),
    ("50 ton kömür için 300, 200 ve 100 lira istendi.", "50 t; 300 lira; 200 lira; 100 lira"),
]
_NO_ROWS = [
    ("Nüfus 340, 12 ev vardı.", "340 person; 12 count"),
    ("730 kilo darı, 210 çavdar gönderildi.", "730 kg; 210 kg"),
    ("İşçi sayısı 340 ve 12 ev boştu.", "340 person; 12 count"),
    ("Ali 340, Veli 260, Hasan 150 lira verdi.", "340 lira; 260 lira; 150 lira"),
    ("70 delegenin 41'i ve 9 yazar geldi.", "70 person; 41 person; 9 person"),
    ("500 kilo un ve 20 lira verildi.", "500 kg; 20 lira"),
    ("500 kilo un, 20 lira ve 3 gün verildi.", "500 kg; 20 lira; 3 day"),
    ("Köprüler: 37. Ayrıca 12 kuyu vardı.", "37 count; 12 count"),
    ("12 değil 17 mavna geldi, 5 lira ödendi.", "12 count; 17 count; 5 lira"),
    ("Heyet 3, 5 ve 7 Mart 1921'de 40 lira harcadı.", "40 lira"),
]
_THINGS = [
    ("Depoda 5 kilo barut vardı. İki barut fabrikası kuruldu.", "2 count barut fabrikası"),
    ("2 ton un geldi, üç un fabrikası açıldı.", "3 count un fabrikası"),
    ("6 ton kömür ve 3 kömür ocağı satıldı.", "3 count kömür ocağı"),
    ("4 ton petrol, 5 petrol vagonu ile geldi.", "5 wagon petrol"),
    ("2 ton pamuk ve 20 pamuk işçisi geldi.", "20 person pamuk işçisi"),
]


def _told(page: Page, *, of: bool = False) -> str:
    found = find_amounts(page, find_dates(page), ())
    return "; ".join(f"{one.value:.0f} {one.unit}{f' {one.of}' if of and one.of else ''}" for one in found)


@pytest.mark.parametrize(("text", "wanted"), [*_ROWS, *_NO_ROWS], ids=str)
def test_rows_of_numbers(page_of: Callable[..., Page], text: str, wanted: str) -> None:
    assert _told(page_of(text)) == wanted


@pytest.mark.parametrize(("text", "wanted"), _THINGS, ids=str)
def test_a_substance_before_a_noun_makes_a_thing(page_of: Callable[..., Page], text: str, wanted: str) -> None:
    assert _told(page_of(text), of=True).split("; ")[-1] == wanted


def test_english_compounds(page_of: Callable[..., Page]) -> None:
    text = "The depot held 5 kg of powder. Two gunpowder factories were built."
    assert _told(page_of(text, language="en"), of=True) == "5 kg powder; 2 count gunpowder factories"
