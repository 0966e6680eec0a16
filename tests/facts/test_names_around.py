"""Short forms known by the words around them: an office before the name, a body that the page names in full."""

from __future__ import annotations

import pytest

from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def _names(text: str) -> dict[str, str]:
    page = read_page(f"{text}\n".encode(), path="a.txt")
    return {name.text: name.name for name in read_facts(page).names}


@pytest.mark.parametrize(
    ("text", "short", "bearer"),
    [
        ("Bahriye Vekili İhsan Bey 1926'da geldi. Ertesi gün İhsan Bey döndü.", "İhsan Bey", "İhsan Eryavuz"),
        ("Dahiliye Vekili Şükrü Bey 1930'da geldi.", "Şükrü Bey", "Şükrü Kaya"),
        ("Yunan Başbakanı Gunaris Londra'ya gitti.", "Gunaris", "Dimitrios Gunaris"),
        ("Sovyet Dışişleri Komiseri Litvinov 1936'da geldi.", "Litvinov", "Maksim Litvinov"),
        (
            "Hatay Devleti Millet Meclisi 1938'de toplandı. O yıl Meclis imtiyazı kaldırdı.",
            "Meclis",
            "Hatay Devleti Millet Meclisi",
        ),
        # nobody is guessed
        ("Dahiliye Nazırı Ali Bey 1919'da geldi.", "Ali Bey", "Ali Bey"),  # Kemal is no surname of Ali Kemal
        ("Maliye Vekili Hasan Bey geldi.", "Hasan Bey", "Hasan Bey"),  # Saka or Ataç
        ("Başbakan İsmet Çolak geldi.", "İsmet Çolak", "İsmet Çolak"),
        ("Kâtip Şükrü Bey 1930'da geldi.", "Şükrü Bey", "Şükrü Bey"),
        (
            "Türkiye Büyük Millet Meclisi toplandı. Hatay Devleti Millet Meclisi de toplandı. O yıl Meclis dağıldı.",
            "Meclis",
            "Türkiye Büyük Millet Meclisi",
        ),
    ],
)
def test_whom_a_short_form_means(text: str, short: str, bearer: str) -> None:
    assert _names(text)[short] == bearer
