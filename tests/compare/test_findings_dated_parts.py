"""As many dated parts as a sum had parcels or years, and figures that English and India group: where they fire."""

from __future__ import annotations

import pytest

from tanik.compare.run import run

from .planted_pages import examined

FIRES = [
    ("Belediye iki yılda toplam 5.200 lira topladı. 1931'de 2.300 lira, 1932'de 3.100 lira toplandı.", "sum-total"),
    ("Vakıf üç yılda toplam 2.400 lira dağıttı. Bunun 750 lirası 1927'de, 850 lirası 1928'de çıkmış;"
     " 1929'da 900 lira ödenmiş.", "sum-total"),
    ("Antlaşmadaki altı milyon altın ruble üç parti hâlinde ödendi. Haziran 1921'de 2 milyon, eylülde 1,5 milyon,"
     " 1922 yılının şubatında da 1,5 milyon ruble geldi.", "sum-total"),
    ("Silah bedeli olan 900 lira üç taksitte ödendi. Mart 1922'de 300, mayısta 300, ağustosta 400 lira verildi.",
     "sum-total"),
    ("The loan of 900 pounds was paid in three instalments. In March 1921 300, in May 1921 250 and in June 1921"
     " 250 pounds were paid.", "sum-total"),
    ("The depot held 41,6200 rifles and 312 machine guns when the war ended in the east.", "number-malformed"),
    ("The fund gave 3,75,000 pounds to the relief of the wounded soldiers of the army.", "number-malformed"),
]  # fmt: skip

SILENT = [
    "Belediye iki yıl içinde toplam 5.400 lira topladı. 1931'de 2.300 lira, 1932'de 3.100 lira toplandı.",
    "Vakıf üç yılda toplam 2.500 lira dağıttı. Bunun 750 lirası 1927'de, 850 lirası 1928'de çıkmış;"
    " 1929'da 900 lira ödenmiş.",
    # of one matter only, or of fewer years than were told of
    "Vakıf üç yılda toplam 2.400 lira dağıttı. Kitap için 1927'de 550, 1928'de 650, 1929'da 700 lira ayrıldı.",
    "Vakıf üç yılda toplam 2.400 lira dağıttı. Bunun 750 lirası 1927'de, 850 lirası 1928'de verildi.",
    # what was only promised, and what had a rest without a number
    "Altı milyon altın ruble üç parti hâlinde verilecekti. Haziran 1921'de 2 milyon, eylülde 1,5 milyon, 1922 yılının"
    " şubatında 1 milyon ruble geldi.",
    "Silah bedeli olan 900 lira üç taksitte ödendi. Mart 1922'de 300, mayısta 300, ağustosta 200 lira verildi,"
    " gerisi bağışlandı.",
    "The depot held 41,620 rifles and 312 machine guns when the war ended in the east.",
    "On March 12,1921 the ships brought 400 rifles to the harbour of the town.",
    "The fund gave 3,75,000 rupees to the relief of the wounded, nearly four lakhs as the papers said.",
    "Direğin boyu 3,1416 metre olarak yazılmış ve altına mühür basılmıştı.",
]


def _rules(text: str) -> set[str]:
    found = run([examined(f"Not\n\n{text}", fast=True)]).findings
    return {one.rule for one in found} - {"page-unsourced", "page-hardly-sourced"}


@pytest.mark.parametrize(("text", "rule"), FIRES)
def test_it_fires(text: str, rule: str) -> None:
    assert rule in _rules(text)


@pytest.mark.parametrize("text", SILENT)
def test_it_is_silent(text: str) -> None:
    assert _rules(text) == set()
