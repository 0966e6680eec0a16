"""Old measures in today's units, what is no amount, short forms of citations, notes, CSL-JSON, who speaks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tanik.core.span import Span
from tanik.facts.amounts.find import find_amounts
from tanik.facts.amounts.measures import in_si
from tanik.facts.citations.csl import citation_csl
from tanik.facts.citations.find import find_citations
from tanik.facts.dates.find import find_dates
from tanik.facts.model import Amount, Citation, CitationKind
from tanik.facts.read import read
from tanik.page.model import Page

SIZES = [
    ("20 okka un", 25.6589, 25.6589, "kg"),
    ("10 pud un", 163.805, 163.805, "kg"),
    ("5 kantar pamuk", 282.248, 282.248, "kg"),
    ("7 verst yol", 7467.6, 7467.6, "m"),
    ("2 dönüm bağ", 1836.786, 2000.0, "m2"),
    ("3 ton un", 3000.0, 3000.0, "kg"),
    ("20-30 okka un", 25.6589, 38.48835, "kg"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), SIZES)
def test_size_in_si(page_of: Callable[..., Page], text: str, low: float, high: float, unit: str) -> None:
    (amount,) = find_amounts(page_of(text), (), ())
    found = in_si(amount)
    assert found is not None
    assert (found.low, found.high) == (pytest.approx(low, rel=1e-4), pytest.approx(high, rel=1e-4))
    assert (found.unit, bool(found.source)) == (unit, True)


def test_a_measure_that_changed_from_town_to_town_has_no_size() -> None:
    assert in_si(Amount(Span(0, 6), "4 kile", 4, "count", "amount.thing", of="kile")) is None
    assert in_si(Amount(Span(0, 7), "4 tüfek", 4, "count", "amount.thing", of="tüfek")) is None
    assert in_si(Amount(Span(0, 6), "4 lira", 4, "lira", "amount.money")) is None


AMOUNTS = [
    ("84.250 İsviçre frangı ödendi", [(84250, "franc")]),
    ("100 bin Türk altını ödendi", [(100000, "gold_lira")]),
    ("50 gümüş lira verdi", [(50, "lira")]),
    ("200 Mecidiye verdi", [(200, "count")]),
    ("üç tanıklık var", [(3, "count")]),
    ("On İki Ada'nın durumu konuşuldu", []),
    ("yazıya 35 beğeni, 12 yorum geldi", []),
    ("tel: 0 372 655 10 10", []),
    ("Bedeli 40 lira, telefonu 372 655 10 10 idi", [(40, "lira")]),
    ("19 Mayıs Stadı yapıldı", []),
    ("6.500.000 milyon altın ruble", [(6500000, "gold_ruble")]),
    ("20–25 bin kişi", [(22500, "person")]),
]


@pytest.mark.parametrize(("text", "wanted"), AMOUNTS)
def test_amounts(page_of: Callable[..., Page], text: str, wanted: list[tuple[float, str]]) -> None:
    page = page_of(text)
    assert [(one.value, one.unit) for one in find_amounts(page, find_dates(page), ())] == wanted


def _cited(page_of: Callable[..., Page], text: str) -> tuple[Citation, ...]:
    page = page_of(text)
    return find_citations(page, find_dates(page))


def test_short_forms_are_bound_to_the_work_they_mean(page_of: Callable[..., Page]) -> None:
    text = (
        "Dipnotlar\n"
        "1 Ali Er, Köprünün Öyküsü, Yaka Kitabevi, İzmir 1931, s. 12.\n"
        "2 a.g.e., s. 14.\n"
        "3 Veli Kara, “Yolun Sonu”, Belleten, cilt 20, sayı 80, 1956, s. 5-9.\n"
        "4 Er, a.g.e., s. 20.\n"
        "5 Kara, a.g.m., s. 7.\n"
        "6 Dere, a.g.e., s. 3."
    )
    found = _cited(page_of, text)
    firsts = [None if one.refers is None else one.refers.of(text).split()[0] for one in found]
    assert firsts == [None, "Ali", None, "Ali", "Veli", None]


def test_a_number_in_the_text_leads_to_its_note_and_a_quotation_to_its_source(page_of: Callable[..., Page]) -> None:
    text = (
        "Vali “Yol kapandı, asker gönderin” dedi. Paşa “Bu gece varırız” diye yazdı.”[2]\n"
        "Muhtar “Köyde ekmek kalmadı”[1] dedi.\n"
        "Notlar\n"
        "[1] Ali Er, Köprünün Öyküsü, Yaka Kitabevi, İzmir 1931, s. 12.\n"
        "[2] BCA, 030.10/5.3"
    )
    facts = read(page_of(text))
    assert [one.note for one in facts.citations] == ["1", "2"]
    assert [[mark.of(text) for mark in one.marks] for one in facts.citations] == [["[1]"], ["[2]"]]
    by_words = {one.text: one.citations for one in facts.quotations}
    assert by_words["Köyde ekmek kalmadı"] == (0,)
    assert by_words["Yol kapandı, asker gönderin"] == ()


def test_words_and_the_source_in_parentheses_behind_them(page_of: Callable[..., Page]) -> None:
    facts = read(page_of("Vali “Yol kapandı, asker gönderin” dedi (Ali Er, Köprünün Öyküsü, İzmir 1931, s. 12)."))
    assert facts.quotations[0].citations == (0,)


CSL = [
    (CitationKind.BOOK, {"author": "Er, Ali", "title": "Köprü", "year": 1931},
     {"type": "book", "author": [{"family": "Er", "given": "Ali"}], "issued": {"date-parts": [[1931]]}}),
    (CitationKind.NEWSPAPER, {"container": "Vakit", "volume": "12"}, {"type": "article-newspaper", "issue": "12"}),
    (CitationKind.ARCHIVE, {"archive": "BCA", "call_number": "030.10"}, {"archive_location": "030.10"}),
    (CitationKind.BOOK, {"author": "Ali Er ve Veli Kara"},
     {"author": [{"family": "Er", "given": "Ali"}, {"family": "Kara", "given": "Veli"}]}),
    (CitationKind.BOOK, {"author": "Maliye Vekâleti"}, {"author": [{"literal": "Maliye Vekâleti"}]}),
    (CitationKind.WEB, {"url": "https://a.example"}, {"type": "webpage", "URL": "https://a.example"}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "fields", "wanted"), CSL)
def test_csl(kind: CitationKind, fields: dict[str, object], wanted: dict[str, object]) -> None:
    item = citation_csl(Citation(Span(0, 1), "x", kind, "test", **fields), "c1")  # type: ignore[arg-type]
    assert item["id"] == "c1"
    assert {name: item[name] for name in wanted} == wanted


def test_printing_year_is_no_date_but_the_day_of_a_newspaper_is(page_of: Callable[..., Page]) -> None:
    text = (
        "Olay 1921'de oldu. Bkz. Ali Er, “Yol”, Tarih ve Toplum, sayı 172, Nisan 1998, s. 12-19.\nVakit, 5 Mart 1921."
    )
    assert [date.edtf for date in read(page_of(text)).dates] == ["1921", "1921-03-05"]


SPEAKERS = [
    ("Memur kaleme uzandı. Memur sormuş: “Soyadın ne olsun?”", "Memur", "direct"),
    ("Arka sıradan biri bağırdı: “Bu iş böyle bitmez!”", "biri", "direct"),
    ("“Nobody counted the children,” Mrs. Ames recalled.", "Ames", "direct"),
    ("Captain Hale wrote in his diary: “We have bread for two days.”", "Hale", "document"),
    ("A clerk named Doris Pym wrote to her sister: “We count blankets nobody has seen.”", None, "letter"),
    ("Müze müdürü Serpil Ok'a sorduk. “Bizde böyle bir mektup yok”, diyor.", "Serpil Ok", "direct"),
]


@pytest.mark.parametrize(("text", "speaker", "form"), SPEAKERS)
def test_who_speaks_and_in_what_form(page_of: Callable[..., Page], text: str, speaker: str | None, form: str) -> None:
    (found,) = read(page_of(text)).quotations
    assert str(found.form) == form
    if speaker is not None:
        assert found.speaker is not None
        assert found.speaker.endswith(speaker)


def test_a_table_that_is_announced_is_no_quotation(page_of: Callable[..., Page]) -> None:
    assert (
        read(page_of("Elimdeki çizelge şöyle:\nEylül 1920: 500 kg külçe\nAralık 1920: 1.000.000 ruble")).quotations
        == ()
    )


def test_words_retold_without_marks(page_of: Callable[..., Page]) -> None:
    (found,) = read(page_of("O gece çekilen telgrafta Baskı artıyor, talimat bekliyoruz deniyordu.")).quotations
    assert (found.text, str(found.form)) == ("Baskı artıyor, talimat bekliyoruz", "telegram")
