"""What runs across clauses, read with the real finders: who is meant, on whose word, and what is no statement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tanik.core.span import Span
from tanik.facts.model import Facts, Statement
from tanik.facts.read import read as read_facts
from tanik.page.model import Segment, SegmentKind
from tanik.page.read import read


def _facts(text: str) -> Facts:
    page = read(text.encode(), path="page.txt")
    return read_facts(replace(page, segments=(Segment(SegmentKind.PARAGRAPH, Span(0, len(page.text)), "test"),)))


def _last(text: str) -> tuple[Statement, dict[str, str]]:
    one = _facts(text).statements[-1]
    return one, {place: role.name or role.text for place, role in one.firsts.items()}


@pytest.mark.parametrize(
    ("text", "action", "roles"),
    [
        (
            "Rıfat Paşa 4 Mart 1921'de Konya'ya geldi. Ertesi gün kasketiyle halkın karşısına çıktı.",
            "meet",
            {"subject": "Rıfat Paşa", "recipient": "halk"},
        ),
        ("Rıfat Paşa 4 Mart 1921'de bu karara karşı çıktı.", "refuse", {"subject": "Rıfat Paşa"}),
        ("İran 4 Mart 1921'de Moskova'dan altın istedi. Moskova bunu reddetti.", "refuse", {"object": "altın"}),
        ("Rıfat Paşa ile Selim Bey 4 Mart 1921'de bir sözleşme imzaladı.", "sign", {"subject": "Rıfat Paşa"}),
        ("Selim Bey 4 Mart 1921'de Konya'da öldü.", "die", {"object": "Konya"}),
        ("Okulun müdürü Selim Bey 4 Mart 1921'de öldü.", "die", {"subject": "Selim Bey"}),
        ("Mektep 4 Mart 1921 tarihli kanunla kapatıldı.", "abolish", {"object": "Mektep"}),
        ("İtalya 4 Mart 1921'de sert bir nota verdi.", "request", {"subject": "İtalya"}),
        ("Kurulun başında 1921'de Selim Bey vardı.", "appoint", {"recipient": "Selim Bey"}),
    ],
)
def test_who_and_what_is_meant(text: str, action: str, roles: dict[str, str]) -> None:
    one, found = _last(text)
    assert one.action == action
    assert roles.items() <= found.items()


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("Bir efsane: Rıfat Paşa 4 Mart 1921'de köye on top gönderdi.", "efsane"),
        ("Dedem söylerdi, Rıfat Paşa köye on top göndermiş.", "dede"),
        ("İngilizlerin köye on top verdiği iddiası ise Moskova gazetelerine aittir.", "Moskova gazeteleri"),
        ("Sosyal medyada Rıfat Paşa'nın köye on top gönderdiği yazılıp duruyor.", "sosyal medya"),
    ],
)
def test_on_whose_word(text: str, authority: str) -> None:
    assert authority in {one.attributed_to for one in _facts(text).statements}


def test_a_passive_of_saying_has_no_authority() -> None:
    text = "Selim Bey 4 Mart 1921'de Konya'ya geldi. Köprünün 4 Mayıs 1921'de yıkıldığı ileri sürülüyor."
    assert {one.attributed_to for one in _facts(text).statements} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "Bunu bana Selim Bey anlattı.",
        "Fotoğrafı gönderirseniz Selim Bey'in yazısına eklerim.",
        "İmam iki hafta camiye gelmemiş.",
        "Duvardaki yaprakta 26 Recep 1342 yazıyordu.",
        "Yüz sandık fişek nereye gitti, bilen yok.",
        "Selim Bey'in bir sözü bile gazetede eksik verilir.",
        "Bildiri 4 Mart 1921'de duvarlara asıldı.",
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert _facts(text).statements == ()


def test_the_date_of_the_sentence_before_counts_whoever_it_is_about() -> None:
    one, _ = _last("4 Mart 1921 soğuk bir gündü. Rıfat Paşa Konya'ya geldi.")
    assert one.when == "1921-03-04"


def test_each_letter_of_a_page_costs_little(work: Callable[..., int]) -> None:
    text = "Rıfat Paşa 4 Mart 1921'de Konya'ya on top gönderdi; vali bunu kabul etmedi. " * 50
    page = read(text.encode(), path="page.txt")
    read_facts(page, fast=True)  # what words are by themselves is known from here on
    work(lambda: read_facts(page, fast=True), most=120 * len(text))  # 79 calls a letter were counted


def test_an_impossible_date_is_not_replaced_by_another() -> None:
    one, _ = _last("Heyet 17 Şubat 1923'te toplandı. Görüşmeler 31 Nisan 1923'te yeniden başladı.")
    assert (one.action, one.when) == ("begin", None)
