"""Who takes and which field: "alan" as a participle and as a noun."""

from __future__ import annotations

import pytest

from .answers import roles_where


def _roles(text: str, part: str) -> dict[str, str]:
    return roles_where(text, lambda told: told.endswith(part))


@pytest.mark.parametrize(
    ("text", "part", "place", "value"),
    [
        ("Mektubu alan vali 3 Mayıs 1921'de Sivas'a gitti.", "gitti", "subject", "vali"),
        ("Halkı arkasına alan Rıza Paşa 1919'da Ankara'ya geldi.", "geldi", "subject", "Rıza Paşa"),
        ("Silahları teslim alan komutan 1918'de Halep'e döndü.", "döndü", "subject", "komutan"),
        ("Ankara'dan emir alan alay 3 Mayıs 1921'de Bolu'ya girdi.", "girdi", "subject", "alay"),
        ("Fransa'dan 500 tüfek alan köylüler 1920'de Antep'e geldi.", "geldi", "subject", "köylüler"),
        ("Fransa'dan 500 tüfek alan köylüler 1920'de Antep'e geldi.", "alan köylüler", "object", "500 tüfek"),
        ("Parayı 1921'de bankadan alan Hasan Bey 1922'de kaçtı.", "alan Hasan Bey", "object", "Para"),
        # a field
        ("Belediyeye alan 1931'de tahsis edildi.", "edildi", "object", "alan"),
        ("Şehrin en geniş alanı 1931'de belediyeye verildi.", "verildi", "recipient", "belediye"),
        ("Bakanlık 1931'de bu alan için belediyeye bin lira verdi.", "verdi", "subject", "Bakanlık"),
        ("Bu geniş alan 1931'de okula verildi.", "verildi", "object", "Bu geniş alan"),
        ("Belediye boş alan köylülere 1931'de verilsin diye dilekçe verdi.", "verdi", "subject", "Belediye"),
    ],
)
def test_who_takes_and_which_field(text: str, part: str, place: str, value: str) -> None:
    assert _roles(text, part)[place] == value
