"""The ledger on pages of our own: stages kept apart, arrivals, rests by reckoning, totals of like things only."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tanik.compare.model import Examined, Ledger
from tanik.compare.run import run
from tanik.core.span import Span
from tanik.facts.model import Basis, Calendar, DateMention, Facts, Quotation, QuotationForm, Role, Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read


def ledger(text: str) -> Ledger:
    page = replace(read(f"Defter\n\n{text}".encode(), path="p1.txt"), id="p1")
    facts = read_facts(page, fast=True)
    return run((Examined(page, facts, tuple(None for _ in facts.quotations)),)).ledger


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nisan 1921'de limana 30 sandık fişek ulaştı.", ("arrived", 30.0, "count", "affirmed")),
        ("9 Mayıs 1921'de Samsun'a 40 sandık fişek geldi.", ("arrived", 40.0, "count", "affirmed")),
        ("Komisyon 12 Haziran 1921'de 15 ton un teslim aldı.", ("arrived", 15.0, "t", "affirmed")),
        ("12 Haziran 1921'de Kars 50 ton un almadı.", ("arrived", 50.0, "t", "denied")),
        ("12 Haziran 1921'de Ankara Kars'a 50 ton un gönderdi.", ("sent", 50.0, "t", "affirmed")),
        ("12 Haziran 1921'de Ankara Kars'a 50 ton un göndermedi.", ("sent", 50.0, "t", "denied")),
        ("9 Mayıs 1921'de Samsun'a 40 sandık fişek ulaştırılmıştı.", ("arrived", 40.0, "count", "affirmed")),
        ("Hamdi Bey 9 Mayıs 1921'de Samsun'a 40 bin lira getirmiştir.", ("arrived", 40000.0, "lira", "affirmed")),
        ("9 Mayıs 1921'de komisyona 40 bin lira teslim edildi.", ("arrived", 40000.0, "lira", "affirmed")),
        ("9 Mayıs 1921'de Samsun'a 40 sandık fişek getirilmedi.", ("arrived", 40.0, "count", "denied")),
        ("Ankara 9 Mayıs 1921'de 40 ton unu teslim etmek üzere Kars'a gönderdi.", ("sent", 40.0, "t", "affirmed")),
        ("Hamdi Bey delivered 300 tons of flour to Kars on 6 May 1921.", ("arrived", 300.0, "t", "affirmed")),
        ("On 6 May 1921 the guild gave Kars 300 rubles in gold.", ("sent", 300.0, "gold_ruble", "affirmed")),
        ("The guild sent more than a thousand tents to Kars.", ("sent", 1000.0, "count", "affirmed")),
        ("9 Mayıs 1921'de Ankara Kars'a 400 adet Osmanlı altını gönderdi.", ("sent", 400.0, "gold_lira", "affirmed")),
        ("9 Mayıs 1921'de Ankara Kars'a 400 adet tüfek gönderdi.", ("sent", 400.0, "count", "affirmed")),
        ("The mayor received 300 tons of flour on 6 May 1921.", ("arrived", 300.0, "t", "affirmed")),
        ("On 4 May 1921 forty crates of tea arrived in Samsun.", ("arrived", 40.0, "count", "affirmed")),
        ("Ankara sent 200 tons of flour to Kars on 4 May 1921.", ("sent", 200.0, "t", "affirmed")),
    ],
)
def test_sent_is_not_arrived(text: str, expected: tuple[str, float, str, str]) -> None:
    assert expected in [(line.stage, line.value, line.unit, line.polarity) for line in ledger(text).lines]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Belediye 1921'de 900 lira topladı. Bunun 250 lirası hastaneye, kalanı okula verildi.", 650.0),
        ("Heyet 500 kg altın getirdi. Bunun 200 kg'si silaha, geri kalanı bütçeye harcandı.", 300.0),
        ("Ankara 40 ton un gönderdi. Bunun 15 tonu Kars'a, bakiyesi Van'a gönderildi.", 25.0),
    ],
)
def test_a_rest_is_reckoned_and_marked(text: str, left: float) -> None:
    found = ledger(text)
    (line,) = [line for line in found.lines if line.bound == "reckoned"]
    assert line.value == left
    assert (line.amount or "?") in text
    assert all(line.value not in (left, 2 * left) for line in found.lines if line.bound != "reckoned")
    assert all(total.value != left for total in found.totals)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kars'a 200 kilo altın (yaklaşık 4 bin lira) gönderildi.", [(200.0, "kg")]),
        ("Kars'a 5 bin ruble (yani 600 lira) gönderildi.", [(5000.0, "ruble")]),
        ("Kars'a 200 kilo un ve 400 lira gönderildi.", [(200.0, "kg"), (400.0, "lira")]),
        (
            "The envoys gave the mayor 300 kg of flour, 200 guns and more than 40 tents on 4 May 1921.",
            [(300.0, "kg"), (200.0, "count"), (40.0, "count")],
        ),
        ("The envoys gave the mayor 300 kg of flour for 200 families.", [(300.0, "kg")]),
        ("Borçlar 1925'te 15 ülke arasında bölüşülüp ödendi.", []),
    ],
)
def test_a_list_is_given_whole_and_a_worth_is_not_given(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(line.value, line.unit) for line in ledger(text).lines if line.value is not None] == expected


def test_how_a_sum_is_paid_is_not_what_it_is_of() -> None:
    (line,) = ledger("Hamdi Bey 9 Ağustos 1921'de bedelin 700 lira olarak ödeneceğini taahhüt etti.").lines
    assert (line.stage, line.value, line.thing or None) == ("promised", 700.0, None)


def test_what_touches_a_figure_is_no_thing() -> None:
    (line,) = ledger("Moskova 100 milyon altının 10 milyonunu 1921'de Ankara'ya gönderdi.").lines
    assert (line.value, line.thing) == (10_000_000.0, None)


@pytest.mark.parametrize(
    "text",
    [
        "Russia declared that it would give 300 roubles to Turkey in 1921.",
        "Russia said in 1921 that 300 roubles would be sent to Turkey.",
    ],
)
def test_what_would_be_given_was_not_sent(text: str) -> None:
    assert not [line for line in ledger(text).lines if line.stage in ("sent", "arrived")]


def test_a_figure_told_once_is_added_once() -> None:
    told = "Ankara Kars'a 30 bin mermi gönderdi. Bu mermiler 4 Mayıs 1921'de Kars'a gönderilmiştir."
    assert ledger(told).totals == ()


@pytest.mark.parametrize(
    ("text", "receiver"),
    [
        ("Rusya Kurtuluş Savaşı'na destek için 30 bin mermi gönderdi.", None),
        ("Rusya Sivas Kongresi'ne yardım için 30 bin lira verdi.", None),
        ("Rusya Ankara'ya 30 bin mermi gönderdi.", "Ankara"),
        ("Rusya Kızılay'a 30 bin lira verdi.", "Hilâl-i"),
    ],
)
def test_a_war_gets_nothing(text: str, receiver: str | None) -> None:
    (line,) = ledger(text).lines
    assert (line.receiver or "").split()[:1] == ([receiver] if receiver else [])


@pytest.mark.parametrize(
    "text",
    [
        "Belediye 1921'de yaklaşık 900 lira topladı. Bunun 250 lirası hastaneye, kalanı okula verildi.",
        "Belediye 900 lira, vakıf 300 lira topladı. Bunun 250 lirası hastaneye, kalanı okula verildi.",
        "Belediye 900 lira topladı. Bunun 250 lirası hastaneye, kalan 650 lira okula verildi.",
        "Belediye 900 lira topladı. 250 altın verildi, hayatta kalanı görmedik.",
    ],
)
def test_no_rest_is_reckoned_where_a_reader_would_have_to_guess(text: str) -> None:
    assert [line for line in ledger(text).lines if line.bound == "reckoned"] == []


ALIKE = "5 Mart 1921'de Ankara Kars'a {} gönderdi. 9 Mayıs 1921'de Ankara Kars'a {} gönderdi."


@pytest.mark.parametrize(
    ("first", "second", "totals"),
    [
        ("2.500 ton buğday", "800 ton buğday", [("t", 3300.0)]),
        ("2.500 ton buğday", "800 ton şeker", []),
        ("2.500 ton buğday", "800 ton", []),
        ("2.500 ton", "800 ton", []),
        ("30 sandık fişek", "20 sandık fişek", [("count", 50.0)]),
        ("30 sandık fişek", "20 sandık çay", []),
        ("30 sandık", "20 sandık", []),
        ("40 lira", "30 lira", [("lira", 70.0)]),
        ("40 lira", "30 ruble", []),
        ("yaklaşık 40 ton un", "30 ton un", []),
    ],
)
def test_totals_add_only_like_things(first: str, second: str, totals: list[tuple[str, float]]) -> None:
    assert [(one.unit, one.value) for one in ledger(ALIKE.format(first, second)).totals] == totals


LETTER = "6 Mayıs 1921 tarihli mektup: “40 ton un rica ederim. Kars geçen ay un istedi.” Sonra yağmur yağdı."


def _letter(asked: str) -> Examined:
    """A page whose letter of 6 May holds the statement `asked`, without a day and without a doer of its own."""
    page = replace(read(LETTER.encode(), path="p1.txt"), id="p1")
    at, quoted = LETTER.index(asked), Span(LETTER.index("“") + 1, LETTER.index("”"))
    day = DateMention(Span(0, 12), LETTER[:12], "1921-05-06", Calendar.GREGORIAN, Basis.WRITTEN, "r")
    words = Quotation(quoted, quoted.of(LETTER), QuotationForm.LETTER, "“”", "r", speaker="Hamdi Efendi")
    role = ("object", Role(Span(at, at + len(asked)), "un"))
    deed = Statement(Span(at, at + len(asked)), asked, "request", "r", (role,))
    return Examined(page, Facts(dates=(day,), quotations=(words,), statements=(deed,)), (None,))


def test_a_letter_asks_on_its_day_and_by_its_writer() -> None:
    (line,) = run((_letter("40 ton un rica ederim"),)).ledger.lines
    assert (line.stage, line.when, line.receiver) == ("asked", "1921-05-06", "Hamdi Efendi")


def test_what_a_letter_tells_of_the_past_has_neither_its_day_nor_its_writer() -> None:
    (line,) = run((_letter("Kars geçen ay un istedi"),)).ledger.lines
    assert (line.stage, line.when, line.receiver) == ("asked", None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Silahların bir kısmı 1921'de Kars'tan verilecekti.",
        "Vali Rıza Bey 1921'de Nuri Bey'e bin liralık makbuz verdi.",
        "Vali Rıza Bey 1921'de elçi Nuri Bey'i cepheye çağırdı.",
    ],
)
def test_what_was_to_come_a_receipt_and_a_call_are_no_cargo(text: str) -> None:
    assert ledger(text).lines == ()


def test_a_treaty_gives_nothing_and_who_is_counted_is_no_cargo() -> None:
    (line,) = ledger("Haziran 1929'da bir anlaşma ile hat Türkiye'ye teslim edildi.").lines
    assert (line.thing, line.giver, line.receiver) == ("hat", None, "Türkiye")
    found = ledger("İki banka 24 Ağustos 1854'te Osmanlı Devleti'ne 3 milyon sterlin verdi.").lines
    assert [(line.value, line.unit) for line in found] == [(3_000_000.0, "pound_sterling")]
    (line,) = ledger("Borçlar 1925'te 15 ülke arasında bölüştürüldü.").lines
    assert (line.thing, line.value) == ("Borç", None)


def test_what_is_counted_beside_its_container_is_cargo() -> None:
    (line,) = ledger("Fişek 1921'de Kars'a 30 sandık gönderildi.").lines
    assert (line.value, line.unit) == (30.0, "count")


@pytest.mark.parametrize(
    ("one", "other", "total"),
    [
        ("Ankara 4 Mart 1921'de Kars'a 500 ton un gönderdi.", "Ankara Kars'a 500 ton un gönderdi.", []),
        ("Ankara 4 Mart 1921'de Kars'a 500 ton un gönderdi.", "Mart 1921'de Ankara Kars'a 500 ton un gönderdi.", []),
        ("Ankara 1921'de Kars'a 500 ton un gönderdi.", "Ankara 1922'de Kars'a 500 ton un gönderdi.", [1000.0]),
        ("Ankara 1921'de Kars'a 500 ton un gönderdi.", "Ankara 1922'de Kars'a 300 ton un gönderdi.", [800.0]),
    ],
)
def test_what_two_pages_tell_alike_is_added_once(one: str, other: str, total: list[float]) -> None:
    pages = []
    for name, text in (("p1", one), ("p2", other)):
        page = replace(read(f"Defter\n\n{text}".encode(), path=f"{name}.txt"), id=name)
        facts = read_facts(page, fast=True)
        pages.append(Examined(page, facts, tuple(None for _ in facts.quotations)))
    assert [found.value for found in run(pages).ledger.totals] == total


@pytest.mark.parametrize(
    "text",
    [
        "Kalede 337 sağlam top ele geçirildi.",
        "Alay 1921'de dört top ganimet aldı.",
        "Jandarma 1921'de depodaki otuz çuval una el koydu.",
        "The regiment captured 40 guns at Kars on 4 May 1921.",
    ],
)
def test_what_is_taken_by_force_was_sent_by_nobody(text: str) -> None:
    assert not ledger(text).lines


@pytest.mark.parametrize(
    "text", ["Batum 16 Mart 1921'de Gürcistan'a bırakıldı.", "Fransa 1939'da Türkiye'ye Hatay'ı bıraktı."]
)
def test_a_place_is_no_cargo(text: str) -> None:
    assert not ledger(text).lines


@pytest.mark.parametrize(
    ("text", "stage", "receiver", "thing"),
    [
        ("Ali Fuat Paşa 1921'de Moskova'dan 10 milyon ruble sözü aldı.", "promised", "Ali Fuat Cebesoy", ""),
        ("Vali 1921'de Bakü'den 40 vagon petrol sözü almıştı.", "promised", "Vali", "petrol"),
        ("Belediye 1921'de itfaiyeciyi 40 lirayla ödüllendirdi.", "sent", "itfaiyeci", ""),
        ("Kasaba 1924'te İstiklal Madalyası ile ödüllendirildi.", "sent", "Kasaba", "İstiklal Madalyası"),
        (
            "Kasaba 1924'te Meclis kararıyla İstiklal Madalyası ile ödüllendirildi.",
            "sent",
            "Kasaba",
            "İstiklal Madalyası",
        ),
    ],
)
def test_a_word_given_is_no_delivery_and_an_award_has_its_receiver(
    text: str, stage: str, receiver: str, thing: str
) -> None:
    (line,) = ledger(text).lines
    assert (line.stage, line.receiver, line.thing or "") == (stage, receiver, thing)


def test_whoever_takes_the_floor_is_promised_nothing() -> None:
    assert not ledger("Ali Bey 4 Mart 1921'de Meclis'te söz aldı ve bütçeyi eleştirdi.").lines
