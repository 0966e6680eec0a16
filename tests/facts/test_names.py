"""Names: persons with titles, places, bodies and events, short forms and their bearers, what is no name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.core.span import Span
from tanik.facts.names.find import find_names
from tanik.facts.names.tables import gazetteer, key_of
from tanik.page.model import Page, Segment, SegmentKind, Source

# Each sentence with its names: text and canonical form where it differs, and the kind's first letter.
_SENTENCES = [
    ("Vali Nazif Bey, Ankara'ya telgraf çekti.", ["Nazif Bey/p", "Ankara/l"]),
    (
        "Mustafa Kemal Paşadan Erzurumdaki kolorduya emir geldi.",
        ["Mustafa Kemal Paşa=Mustafa Kemal Atatürk/p", "Erzurum/l"],
    ),
    ("Kâzım Karabekir Paşaya yazılan mektup kayıptır.", ["Kâzım Karabekir Paşa=Kâzım Karabekir/p"]),
    ("Nerimanovun cevabı Bakü'den geldi.", ["Nerimanov=Neriman Nerimanov/p", "Bakü/l"]),
    ("Heyet Lozan Konferansı'na İsmet Paşa ile gitti.", ["Lozan Konferansı/e", "İsmet Paşa=İsmet İnönü/p"]),
    ("15. Kolordu Sarıkamış'ta, 3. Ordu Erzincan'daydı.", ["15. Kolordu/o", "Sarıkamış/l", "3. Ordu/o", "Erzincan/l"]),
    ("Mondros Mütarekesi'nden sonra Karadeniz limanları doldu.", ["Mondros Mütarekesi/e", "Karadeniz/l"]),
    ("Tüccar Veysel Kıraç borcunu ödemedi.", ["Veysel Kıraç/p"]),
    ("Yolcular Kuytupınar köyünde kaldı, Silifke halkı ekmek verdi.", ["Kuytupınar/l", "Silifke/l"]),
    ("İhaleyi Simeryol şirketi aldı.", ["Simeryol/o"]),
    ("General Trikupis Kayseri'de kaldı.", ["Trikupis=Nikolaos Trikupis/p", "Kayseri/l"]),
    ("Portomare limanından üç gemi kalktı.", ["Portomare/l"]),
    ("Sular ve Yollar Vekâleti dün kuruldu.", ["Sular ve Yollar Vekâleti/o"]),
    ("Fətəli xan Xoyskiyə Ərzurumdan məktub gəldi.", ["Fətəli xan Xoyski=Feteli Han Hoyski/p", "Ərzurum=Erzurum/l"]),
    ("Mustafa Kemal Paþa'ya Uþak'tan telgraf geldi.", ["Mustafa Kemal Paþa=Mustafa Kemal Atatürk/p", "Uþak=Uşak/l"]),
    ("Defterdar Nuri Demircan ve kâtip Ziya Efendi geldi.", ["Nuri Demircan/p", "Ziya Efendi/p"]),
    ("Kıyı Muhafaza Cemiyeti dün kapandı.", ["Kıyı Muhafaza Cemiyeti/o"]),
    ("Yenice Muharebesi'nde kırk kişi öldü.", ["Yenice Muharebesi/e"]),
    ("Albay Guse raporunda bunu yazar.", ["Guse=Felix Guse/p"]),
    ("Fransızlar Antep'i, İngilizler Musul'u istedi.", ["Antep/l", "Musul/l"]),
    ("Vakit gazetesi ile Hamidiye kruvazörü aynı gün anıldı.", []),
    ("Bugün Türkler ve Ermeniler aynı köydeydi.", []),
    ("Karşı tarafta kimse yoktu. Yolun sonu görünmedi.", []),
    ("Meclis kararı onayladı; Meclis'te kavga çıktı.", ["Meclis=Türkiye Büyük Millet Meclisi/o"] * 2),
    (
        "gazeteciler izmir'de atatürk ile konuştu. sonra ankara'ya döndüler.",
        ["izmir=İzmir/l", "atatürk=Mustafa Kemal Atatürk/p", "ankara=Ankara/l"],
    ),
    (
        "Nəriman Nərimanov Bakıdan Gəncəyə getdi.",
        ["Nəriman Nərimanov=Neriman Nerimanov/p", "Bakı=Bakü/l", "Gəncə=Gence/l"],
    ),
    (
        "Рәсулзадә Истанбулдан Анкараја кечди.",
        ["Рәсулзадә=Mehmet Emin Resulzade/p", "Истанбул=İstanbul/l", "Анкара=Ankara/l"],
    ),
    (
        "Kemal Pasha left Smyrna for Angora.",
        ["Kemal Pasha=Mustafa Kemal Atatürk/p", "Smyrna=İzmir/l", "Angora=Ankara/l"],
    ),
]
_KINDS = {"person": "p", "place": "l", "organisation": "o", "event": "e"}


@pytest.mark.parametrize(("text", "wanted"), _SENTENCES)
def test_names_of_a_sentence(page_of: Callable[..., Page], text: str, wanted: list[str]) -> None:
    language = "az" if "Nərimanov" in text or "Рәсул" in text else "en" if "Pasha" in text else "tr"
    found = []
    for name in find_names(page_of(text, language=language)):
        shown = name.text if name.text == name.name else f"{name.text}={name.name}"
        found.append(f"{shown}/{_KINDS[name.kind]}")
    assert found == wanted


def test_one_bearer_has_one_id(page_of: Callable[..., Page]) -> None:
    text = (
        "Tarihçi Lale Demirbaş konuştu. Demirbaş'a göre M. Kemal Paşa gelmedi. Gazi o gün Ankara'daydı; Demirbaş emin."
    )
    names = find_names(page_of(text))
    assert {name.id for name in names if "Demirbaş" in name.text} == {"person:lale-demirbas"}
    assert {name.id for name in names if name.name == "Mustafa Kemal Atatürk"} == {"person:mustafa-kemal-ataturk"}
    assert sum("Demirbaş" in name.text for name in names) == 3


def test_a_known_form_stands_for_one_entry() -> None:
    table = gazetteer()
    assert table[key_of("Gazi Paşa")].name == "Mustafa Kemal Atatürk"
    assert table[key_of("Tiflis")].name == "Tiflis"
    assert len({entry.name for entry in table.values() if entry.kind == "person"}) >= 250


@settings(max_examples=120, deadline=None)
@given(st.text(max_size=150) | st.text(alphabet="AalKemPşİı 'MustfBdn.ey“”?", max_size=80))
def test_every_name_reads_its_own_words(text: str) -> None:
    page = Page("p1", Source("0", "text/plain"), text, (Segment(SegmentKind.PARAGRAPH, Span(0, len(text)), "test"),))
    names = find_names(page)
    assert all(name.text == name.span.of(text) and name.text for name in names)
    assert not any(a.span.overlaps(b.span) for a in names for b in names if a is not b)


def test_cost_grows_with_the_text(page_of: Callable[..., Page], work: Callable[[Callable[[], object]], int]) -> None:
    piece = "Vali Nazif Bey, Ankara'ya telgraf çekti. Mustafa Kemal Paşadan cevap geldi.\n\n"
    few, many = page_of(piece * 50), page_of(piece * 250)
    find_names(few)
    assert work(lambda: find_names(many)) < 6 * work(lambda: find_names(few))


def test_a_style_behind_an_office_and_a_town_takes_no_words_backwards(page_of: Callable[..., Page]) -> None:
    text = "Halk Komiserleri Konseyi Reisi Moskova Reis Yoldaş, Büyük Millet Meclisi Hükümeti"
    found = find_names(page_of(text), fast=True)
    assert all(name.text == text[name.span.start : name.span.end] for name in found)
    assert "Halk Komiserleri Konseyi" in {name.text for name in found}
