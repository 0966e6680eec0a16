"""Namesakes: a short form that the tables have for somebody is not he where the page means another."""

from __future__ import annotations

import pytest

from tanik.core.span import Span
from tanik.facts.names.find import find_names
from tanik.page.model import Page, Segment, SegmentKind, Source


def _names(text: str, language: str = "tr") -> list[tuple[str, str]]:
    segment = Segment(SegmentKind.PARAGRAPH, Span(0, len(text)), "test")
    page = Page("p", Source("0", "text/plain"), text, (segment,), language=language)
    return [(one.text, one.name) for one in find_names(page)]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Erdal İnönü partiyi kurdu. Sonra İnönü 1987'de seçildi.", ("İnönü", "Erdal İnönü")),
        ("Ali Fuat Başgil kitap yazdı. Derste Ali Fuat hukuk okuturdu.", ("Ali Fuat", "Ali Fuat Başgil")),
        ("Robert Thomson fabrikayı kurdu; Thomson 1890'da öldü.", ("Thomson", "Robert Thomson")),
        ("Dayım Enver bizi bekledi.", ("Enver", "Enver")),
        ("Ziya Bey'in oğlu Enver okula başladı.", ("Enver", "Enver")),
        ("Rıza Bey köyde kaldı. Oğlu Enver okula başladı.", ("Enver", "Enver")),
        ("Kardeşi Enver okula başladı.", ("Enver", "Enver")),
        ("Çarşıda Enver adlı bir terzi vardı.", ("Enver", "Enver")),
        ("Babası ölünce Abdülmecid 1839'da tahta çıktı.", ("Abdülmecid", "Abdülmecid")),
        ("Hüsamettin (Ertürk) Bey geldi. Akşam Hüsamettin Bey döndü.", ("Hüsamettin Bey", "Hüsamettin Ertürk")),
    ],
)
def test_a_namesake_of_the_page_is_meant(text: str, named: tuple[str, str]) -> None:
    assert named in _names(text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Enver Paşa kaçtı. Enver, oradan Moskova'ya geçti.", ("Enver", "Enver Paşa")),
        ("Enver Paşa'nın dedesi 1830'da öldü.", ("Enver Paşa", "Enver Paşa")),
        ("İsmet İnönü ve İsmet Paşa kabinesi. Erdal İnönü doğdu. Yine İnönü konuştu.", ("İnönü", "İsmet İnönü")),
        ("Enver Gökçe şiir yazdı. Eskiden Enver Paşa anılırdı.", ("Enver Paşa", "Enver Paşa")),
        ("Halife Abdülmecid 1924'te sürüldü.", ("Abdülmecid", "Abdülmecid Efendi")),
        ("Meclis'te İnönü konuştu.", ("İnönü", "İsmet İnönü")),
        ("Hacı Rıza Efendi imamdı. Reis Rıza Bey geldi.", ("Rıza Bey", "Rıza Bey")),
        ("Ömer Rıza Efendi imamdı. Akşam Rıza Efendi geldi.", ("Rıza Efendi", "Ömer Rıza Efendi")),
    ],
)
def test_who_is_known_by_a_form_stays_so_where_nobody_else_is_meant(text: str, named: tuple[str, str]) -> None:
    assert named in _names(text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Hasan Rıza Kaya 1921'de geldi. H. R. Kaya 1922'de gitti.", ("H. R. Kaya", "Hasan Rıza Kaya")),
        ("Hasan Rıza Kaya 1921'de geldi. H.R.Kaya 1922'de gitti.", ("H.R.Kaya", "Hasan Rıza Kaya")),
        ("Hasan Rıza Kaya 1921'de geldi. H. Kaya 1922'de gitti.", ("H. Kaya", "Hasan Rıza Kaya")),
        ("Mehmet Akif Ersoy 1921'de yazdı. M. Akif 1922'de gitti.", ("M. Akif", "Mehmet Akif Ersoy")),
        ("Əhməd Cavad 1921-ci ildə gəldi. Ə.Cavad 1922-ci ildə getdi.", ("Ə.Cavad", "Ahmet Cavad")),
        # another letter, another surname, two whom it fits
        ("Hasan Rıza Kaya 1921'de geldi. M. Kaya 1922'de gitti.", ("M. Kaya", "M. Kaya")),
        ("Hasan Rıza Kaya 1921'de geldi. H. Tunç 1922'de gitti.", ("H. Tunç", "H. Tunç")),
        ("Ali Rıza Kaya ile Ahmet Kaya geldi. A. Kaya 1922'de gitti.", ("A. Kaya", "A. Kaya")),
    ],
)
def test_initials_are_those_of_the_one_named_in_full(text: str, named: tuple[str, str]) -> None:
    language = "az" if "ə" in text else "tr"
    assert named in _names(text, language)
