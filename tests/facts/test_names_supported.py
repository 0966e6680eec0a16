"""A common name with an everyday style is the man of the table only where the page bears it out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tanik.facts.names.find import find_names
from tanik.facts.names.supported import is_common
from tanik.page.model import Page

OTHERS = "Mustafa Kemal Paşa ile Kâzım Karabekir Paşa yazıştı."


@pytest.mark.parametrize(
    ("text", "form", "name"),
    [
        ("Çiftçi Osman Ağa muhtara mektup yazdı.", "Osman Ağa", "Osman Ağa"),
        ("Değirmenci Osman Ağa 1921'de öldü.", "Osman Ağa", "Osman Ağa"),
        ("Giresunlu gönüllüler Osman Ağa'nın emrine girdi.", "Osman Ağa", "Topal Osman"),
        ("Topal Osman köye geldi. Ertesi gün Osman Ağa döndü.", "Osman Ağa", "Topal Osman"),
        ("Muhafız alayı kumandanı Osman Ağa geldi.", "Osman Ağa", "Topal Osman"),
        ("Bakkal Rauf Bey dükkânı kapattı.", "Rauf Bey", "Rauf Bey"),
        ("Bahriye Nazırı Rauf Bey geldi.", "Rauf Bey", "Rauf Orbay"),
        (f"{OTHERS} Rauf Bey de oradaydı.", "Rauf Bey", "Rauf Orbay"),
        (f"{OTHERS} Rifat Efendi de oradaydı.", "Rifat Efendi", "Rifat Efendi"),
        ("Müftü Rifat Efendi fetvayı yazdı.", "Rifat Efendi", "Müftü Rifat Börekçi"),
        ("Nahiye müdürü Recep Bey deftere yazdı.", "Recep Bey", "Recep Bey"),
        ("Öğretmen Latife Hanım ders verdi.", "Latife Hanım", "Latife Hanım"),
        ("Enver Bey Berlin'e gitti.", "Enver Bey", "Enver Paşa"),
        ("Enver Paşa Berlin'e gitti.", "Enver Paşa", "Enver Paşa"),
        ("İsmet Paşa Lozan'a gitti.", "İsmet Paşa", "İsmet İnönü"),
        ("Abdülmecit Efendi geldi.", "Abdülmecit Efendi", "Abdülmecid Efendi"),
    ],
)
def test_who_a_common_name_is(page_of: Callable[..., Page], text: str, form: str, name: str) -> None:
    found = {one.text: one.name for one in find_names(page_of(text), fast=True)}
    assert next((value for key, value in found.items() if key.endswith(form)), None) == name


@pytest.mark.parametrize(
    ("text", "form", "name"),
    [
        ("Mustafa Kemal Paşa köye geldi. Köylü Mustafa ona su verdi.", "Mustafa", "Mustafa"),
        ("Mustafa Yurt köye geldi. Akşam Mustafa mektup yazdı.", "Mustafa", "Mustafa Yurt"),
        ("Sabri Yurt köye geldi. Akşam Sabri mektup yazdı.", "Sabri", "Sabri Yurt"),
        ("Mustafa Kemal Paşa köye geldi. Akşam Mustafa Kemal mektup yazdı.", "Mustafa Kemal", "Mustafa Kemal Atatürk"),
    ],
)
def test_a_bare_first_name_is_not_the_pasha_of_the_page(
    page_of: Callable[..., Page], text: str, form: str, name: str
) -> None:
    found = {one.text: one.name for one in find_names(page_of(text), fast=True)}
    assert found.get(form) == name


@pytest.mark.parametrize("form", ["Ali Bey", "Mustafa Bey", "Kemal Bey", "Hasan Efendi", "Osman Ağa", "Recep Bey"])
def test_a_given_name_with_an_everyday_style_is_common(form: str) -> None:
    assert is_common(form)
    assert not is_common(f"{form.split(maxsplit=1)[0]} Paşa")
