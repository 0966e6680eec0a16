"""Citations: lists, notes and sources inside sentences, of every kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.core.span import Span
from tanik.facts.citations.fields import read_entry
from tanik.facts.citations.find import find_citations
from tanik.page.model import Page, Segment, SegmentKind, Source

_ENTRIES: list[tuple[str, str, dict[str, object]]] = [
    (
        "Ali Er, Köprünün Öyküsü, Yaka Kitabevi, İzmir 1931, s. 12-14.",
        "book",
        {"author": "Ali Er", "title": "Köprünün Öyküsü", "year": 1931, "pages": "12-14", "place": "İzmir"},
    ),
    ("Veli, R. (1958). Dağ Yolu. Ankara: Çınar Yayınları. ss. 3-9.", "book", {"year": 1958, "place": "Ankara"}),
    ("Suat Nur. Kıyıda. 3 cilt. İstanbul: Maarif, 1331.", "book", {"year": 1915, "publisher": "Maarif"}),
    ("H. Brown, The Long Quay (London, 1929), pp. 4-8", "book", {"year": 1929, "pages": "4-8"}),
    ("Nutuk, c. II, s. 340", "book", {"volume": "II", "pages": "340"}),
    ("BOA, DH.ŞFR. 57/140, lef 2.", "archive", {"archive": "Başbakanlık Osmanlı Arşivi"}),
    ("FO 371/5178, E 9934", "archive", {"call_number": "FO 371/5178, E 9934"}),
    ("Türk İnkılâp Tarihi Enstitüsü Arşivi: 24/1203, sayfa 7.", "archive", {"call_number": "24/1203", "pages": "7"}),
    ("Gemlik Nüfus Defteri, no. 12", "archive", {"archive": "Gemlik Nüfus Defteri"}),
    ("RGASPI, f. 5, op. 1, d. 212", "archive", {"call_number": "f. 5, op. 1, d. 212"}),
    (
        "Ece Tok, “Limanda Grev”, Kıyı Dergisi, sayı 4, 1952, s. 9",
        "article",
        {"author": "Ece Tok", "title": "Limanda Grev", "container": "Kıyı Dergisi", "year": 1952},
    ),
    ("Tok, E. (1988). The Quays. Levant Review, 3(1), 11-29.", "article", {"year": 1988, "pages": "11-29"}),
    ("Tarih ve Toplum, sayı 44, Ağustos 1987", "article", {"volume": "44", "year": 1987}),
    ("Vakit, 3 Mart 1921, s. 2", "newspaper", {"container": "Vakit", "year": 1921, "pages": "2"}),
    ("Tok, a.g.m., s. 17", "article", {"author": "Tok", "pages": "17"}),
    ("İskân Dairesi, 8 Mart 1931 Sayımı, Ankara 1933, s. 4", "book", {"year": 1933, "pages": "4"}),
    ("“Hattın açılışı”. raylar.example. Erişim tarihi: 5 Nisan 2019", "web", {"url": "raylar.example"}),
    ("Sahil gazetesi, 9 Nisan 1925", "newspaper", {"container": "Sahil", "year": 1925}),
    ("Le Temps, 12.III.1921", "newspaper", {"year": 1921}),
    ("https://www.ornek.com/yazi (Erişim: 3.4.2020)", "web", {"url": "https://www.ornek.com/yazi"}),
]


@pytest.mark.parametrize(("text", "kind", "fields"), _ENTRIES)
def test_an_entry_is_read_into_its_fields(text: str, kind: str, fields: dict[str, object]) -> None:
    found = read_entry(text)
    assert found is not None
    assert str(found.kind) == kind
    assert {name: getattr(found, name) for name in fields} == fields


@pytest.mark.parametrize(
    "text",
    [
        "Özel röportaj",
        "1921 yılında köprü yıkıldı ve yol kapandı",
        "12:30, 3 Mart 2011",
        "© 2020 Kıyı Haber",
        "bkz. yukarı",
    ],
)
def test_what_names_no_source_is_none(text: str) -> None:
    assert read_entry(text) is None


_PAGES = [
    (
        "Kaynak: Ali Er, Köprü, İzmir 1931, s. 12; Vakit, 3 Mart 1921; BCA, 030.10/5.3",
        ["Ali Er, Köprü, İzmir 1931, s. 12", "Vakit, 3 Mart 1921", "BCA, 030.10/5.3"],
    ),
    (
        "Kaynaklar\n1. Ali Er, Köprü, İzmir 1931.\n2. IOR, L/P&S/10/3.\nDün 1921 tarihli bir kitap aldım ve okudum.",
        ["Ali Er, Köprü, İzmir 1931.", "IOR, L/P&S/10/3."],
    ),
    ("Heyet yola çıktı (Ulus, 3 Mart 1936) ve döndü (1936).", ["Ulus, 3 Mart 1936"]),
    ("Bu kayıt BOA, HR.SYS. 2301/4 içinde durur.", ["BOA, HR.SYS. 2301/4"]),
    ("Sayı başka, bkz. Nutuk, c. I, s. 45. Kimse bakmamış.", ["Nutuk, c. I, s. 45."]),
    ("Meclis 1921'de toplandı, 12 kişi geldi.", []),
]


@pytest.mark.parametrize(("text", "wanted"), _PAGES)
def test_sources_on_a_page(page_of: Callable[..., Page], text: str, wanted: list[str]) -> None:
    assert [citation.text for citation in find_citations(page_of(text))] == wanted


@settings(max_examples=120, deadline=None)
@given(st.text(max_size=120) | st.text(alphabet="AaıİBOFO 371/,.;:()“”\n12s", max_size=80))
def test_every_citation_reads_its_own_words(text: str) -> None:
    segment = Segment(SegmentKind.SOURCES, Span(0, len(text)), "test")
    page = Page("p1", Source("0", "text/plain"), text, (segment,))
    found = find_citations(page)
    assert all(citation.text == citation.span.of(text) for citation in found)
    assert not any(a.span.overlaps(b.span) for a in found for b in found if a is not b)


def test_cost_grows_with_the_text(page_of: Callable[..., Page], work: Callable[[Callable[[], object]], int]) -> None:
    piece = "Kaynak: Ali Er, Köprü, İzmir 1931, s. 12; Vakit, 3 Mart 1921 (Ulus, 3 Mart 1936).\n\n"
    few, many = page_of(piece * 40), page_of(piece * 200)
    find_citations(few)
    assert work(lambda: find_citations(many)) < 6 * work(lambda: find_citations(few))
