"""How far a name goes where grammar says it, and offices and peoples that are no name."""

from __future__ import annotations

import pytest

from tanik.core.span import Span
from tanik.facts.names.find import find_names
from tanik.page.model import Page, Segment, SegmentKind, Source


def _names(text: str, language: str = "tr", *, fast: bool = False) -> list[tuple[str, str, str]]:
    segment = Segment(SegmentKind.PARAGRAPH, Span(0, len(text)), "test")
    page = Page("p", Source("0", "text/plain"), text, (segment,), language=language)
    return [(one.text, one.name, str(one.kind)) for one in find_names(page, fast=fast)]


def _texts(text: str, language: str = "tr", *, fast: bool = False) -> list[str]:
    return [one[0] for one in _names(text, language, fast=fast)]


@pytest.mark.parametrize("fast", [False, True])
@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Meclis o gün Dostluk, İkamet ve Ticaret Sözleşmesi'ni görüştü.", "Dostluk, İkamet ve Ticaret Sözleşmesi"),
        ("1926 tarihli Ticaret ve İkamet Anlaşması üç yıl uzatıldı.", "Ticaret ve İkamet Anlaşması"),
        (
            "Elçiler Türk-Afgan Dostluk ve İşbirliği Antlaşması'nı imzaladı.",
            "Türk-Afgan Dostluk ve İşbirliği Antlaşması",
        ),
        (
            "Ankara'da Türk-Yunan Dostluk ve Uzlaştırma Anlaşması imzalandı.",
            "Türk-Yunan Dostluk ve Uzlaştırma Anlaşması",
        ),
        ("Taraflar Saldırmazlık ve Hakemlik Paktı için masaya oturdu.", "Saldırmazlık ve Hakemlik Paktı"),
        ("O yıl Ulaşım ve Sınır Protokolü'nü inceledi.", "Ulaşım ve Sınır Protokolü"),
    ],
)
def test_a_treaty_is_of_all_that_its_head_has(text: str, named: str, fast: bool) -> None:
    assert named in _texts(text, fast=fast)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Hükûmetin Dostluk Antlaşması reddedildi.", "Dostluk Antlaşması"),
        ("Protokol imzalandı ve Ticaret Antlaşması yürürlüğe girdi.", "Ticaret Antlaşması"),
        ("Yunanistan ve Dostluk Antlaşması konuşuldu.", "Dostluk Antlaşması"),
        ("Vali, Ticaret Anlaşması'nı okudu.", "Ticaret Anlaşması"),
    ],
)
def test_what_is_no_matter_of_a_treaty_stays_outside(text: str, named: str) -> None:
    assert named in _texts(text)


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("Karar AK(b)P MK Siyasi Bürosu tarafından verildi.", "az", "AK(b)P MK Siyasi Bürosu"),
        ("O gün RK(b)P üyeleri Bakü'ye geldi.", "tr", "RK(b)P"),
        ("Sonra ÜİK(b)P MK bu işə qarışdı.", "az", "ÜİK(b)P MK"),
    ],
)
def test_a_partys_letter_in_brackets_is_in_its_name(text: str, language: str, named: str) -> None:
    assert (named, "organisation") in [(name, kind) for name, _, kind in _names(text, language)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Nota Mustafa Kemal Ankara Heyeti'ne verildi.", ["Mustafa Kemal", "Ankara Heyeti"]),
        ("Ertesi gün Kâzım Karabekir Erzurum Kongresi'ni açtı.", ["Kâzım Karabekir", "Erzurum Kongresi"]),
        ("Dün İsmet Paşa Sivas Kongresi'ni anlattı.", ["İsmet Paşa", "Sivas Kongresi"]),
    ],
)
def test_who_stands_before_a_body_with_its_town_is_another_name(text: str, parts: list[str]) -> None:
    assert _texts(text) == parts


def test_a_body_that_bears_a_persons_name_keeps_it() -> None:
    assert "Mustafa Kemal Atatürk Lisesi" in _texts("Çocuklar Mustafa Kemal Atatürk Lisesi'nde okudu.")
    assert "Konya Rıza Bey Lisesi" in _texts("O yıl Konya Rıza Bey Lisesi açıldı.")


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("O zaman Cənubi Azərbaycan məsələsi müzakirə edildi.", "az", "Cənubi Azərbaycan"),
        ("Qoşun Şərqi Anadolu tərəfə getdi.", "az", "Şərqi Anadolu"),
        ("Cəfər xan Cənubi Azərbaycanda hakim idi.", "az", "Cənubi Azərbaycan"),
        ("The army left Western Thrace in October.", "en", "Western Thrace"),
    ],
)
def test_a_land_has_its_quarter_of_the_sky(text: str, language: str, named: str) -> None:
    assert (named, "place") in [(name, kind) for name, _, kind in _names(text, language)]


def test_an_armistice_has_its_place() -> None:
    names = _names("They were forced to sign the Armistice of Mondros (Mudros) in that year.", "en")
    assert ("Armistice of Mondros", "Mondros Mütarekesi", "event") in names


@pytest.mark.parametrize(
    ("text", "language", "never"),
    [
        ("Komitənin Sədri Əli Kərimov gəldi.", "az", "Sədri"),
        ("Bakı Şəhər Sovetinin Sədri çıxış etdi.", "az", "Sədri"),
        ("Qafqaz Canişini Tiflisdə oturdu.", "az", "Canişini"),
        ("Müvəqqəti Milli Şura yaradıldı.", "az", "Müvəqqət"),
        ("Keçmiş Seymin Müsəlman fraksiyası iclasdan çıxdı.", "az", "Müsəlman"),
        ("Halep Valisi o gün döndü.", "tr", "Valisi"),
    ],
)
def test_an_office_or_a_people_is_no_name(text: str, language: str, never: str) -> None:
    assert all(never not in name for name in _texts(text, language))


@pytest.mark.parametrize(
    ("text", "language", "bearer"),
    [
        ("Fətəli xan İsgəndər oğlu Xoyski 1920-ci ildə öldürüldü.", "az", "Feteli Han Hoyski"),
        ("Sonra F.X.Xoyski hökumətin sədri oldu.", "az", "Feteli Han Hoyski"),
        ("Əlimərdan bəy Ələkbər oğlu Topçubaşov Parisdə idi.", "az", "Alimerdan Topçubaşov"),
        ("Bu konuda H. E. Adıvar da yazdı.", "tr", "Halide Edip Adıvar"),
        ("Raporu M. C. Bayar imzaladı.", "tr", "Celal Bayar"),
    ],
)
def test_a_fathers_name_and_initials_leave_the_bearer_known(text: str, language: str, bearer: str) -> None:
    assert bearer in [name for _, name, _ in _names(text, language)]


def test_initials_of_another_are_nobodys_of_the_tables() -> None:
    assert ("K. E. Adıvar", "K. E. Adıvar", "person") in _names("Bu konuda K. E. Adıvar konuştu.")
