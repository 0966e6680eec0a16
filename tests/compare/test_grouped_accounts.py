"""Which accounts of a deal are one: lists of a sentence, parties that deal more than once, totals and first lots."""

from __future__ import annotations

import pytest

from tanik.compare.run import run

from .planted_pages import examined


def together(*told: str) -> bool:
    """Whether a single event has the accounts of every page."""
    pages = [examined(f"Sayfa\n\n{text}", f"p{number}", fast=True) for number, text in enumerate(told)]
    return any(
        {ref.page for ref in event.statements} == {page.page.id for page in pages} for event in run(pages).events
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Moskova hükümeti 1921'de Ankara'ya 40 bin ruble verdi.", "Ruslar 1921'de Ankara'ya 60 bin ruble verdi."),
        ("Sovyetler 1921'de Ankara'ya 40 bin ruble verdi.", "Rusya 1921'de Ankara'ya 40 bin ruble verdi."),
        ("Londra 1921'de Atina'ya 40 bin sterlin verdi.", "İngilizler 1921'de Yunanistan'a 60 bin sterlin verdi."),
        ("Ruslar Ankara'ya 40 bin altın ruble verdi.", "Moskova Ankara'ya 40 bin altın verdi."),
        ("Selde 1.250 kişi öldü. Vali 1921'de geldi.", "Selde 1.250 kişi öldü. Vali 1921'de geldi."),
        ("4 Mayıs 1921'de selde 1.250 kişi öldü.", "4 Mayıs 1921'de selde bini aşkın insan hayatını kaybetti."),
        ("1921'de 12.500 kişi yaralandı.", "Mayıs 1921'de 12.600 kişi yaralandı."),
    ],
)
def test_one_deal_told_twice(one: str, other: str) -> None:
    assert together(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ruslar Ankara'ya 40 bin ruble verdi.", "Moskova Ankara'ya 60 bin ruble verdi."),
        ("Rusya 1921'de Ankara'ya 40 bin ruble verdi.", "Rusya 1921'de Ankara'ya mermi ve tüfek verdi."),
        ("Rusya 1921'de Ankara'ya toplam 40 bin ruble verdi.", "Rusya 1921'de Ankara'ya ilk 5 bin rubleyi verdi."),
        ("Heyet Moskova'ya 4 Mayıs 1921'de vardı.", "Heyet Rusya'dan 4 Mayıs 1921'de döndü."),
        ("1921'de 125 kişi yaralandı.", "Mayıs 1921'de 125 kişi yaralandı."),
        ("1921'de 12.500 kişi yaralandı.", "1921'de 17.500 kişi yaralandı."),
        ("Rusya 1921'de Ankara'ya 40 bin ruble verdi.", "Rusya 1921'de Atina'ya 40 bin ruble verdi."),
    ],
)
def test_two_deals(one: str, other: str) -> None:
    assert not together(one, other)


@pytest.mark.parametrize(
    "text",
    [
        "Moskova 100 milyonun 10 milyonunu altın olarak, 10 milyonunu da silah olarak Ankara'ya gönderdi.",
        "Sovyetler Ankara'ya 300 bin altın ruble ve 100 bin Osmanlı altını verdi.",
        "Belediye okula 400 lira, hastaneye 400 lira verdi.",
    ],
)
def test_a_list_is_not_one_deed_told_twice(text: str) -> None:
    assert run([examined(f"Sayfa\n\n{text}", fast=True)]).events == ()


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("100 ton", "yaklaşık 900 ton", "differs_in_scope"),
        ("100 ton", "900 tondan fazla", "differs_in_scope"),
        ("950 ton", "900 tondan fazla", "compatible"),
        ("1.900 ton", "en çok 2.000 ton", "compatible"),
        ("3.000 ton", "en çok 2.000 ton", "differs_in_scope"),
        ("950 ton", "yaklaşık 900 ton", "compatible"),
    ],
)
def test_a_bound_is_no_counter_value(one: str, other: str, verdict: str) -> None:
    pages = [
        examined(f"Sayfa\n\nMısır Kızılayı 5 Mayıs 1922'de Ankara'ya {told} un gönderdi.", key, fast=True)
        for key, told in (("one", one), ("other", other))
    ]
    (event,) = run(pages).events
    (conflict,) = event.conflicts
    assert (conflict.on, conflict.verdict.value) == ("amount", verdict)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vali 26 Nisan 1920'de, meclisin açılışından üç gün sonra yazdığı mektubu 11 Mayıs 1920'de yolladı.", False),
        ("Müdür 4 Mart 1925'te, kuruluştan hemen iki gün sonra yazdığı raporu 20 Mart 1925'te bastırdı.", False),
        ("Kaymakam 4 Mart 1925'te, kongreden tam iki ay sonra aldığı teli 20 Mart 1925'te gösterdi.", False),
        ("Köprü 1914'te yıkıldı; bundan üç yıl sonra, 1925'te yeniden yapıldı.", True),
        ("Köprü 1914'te yıkıldı, üç yıl sonra 1925'te yeniden yapıldı.", True),
        ("Okul 4 Mart 1925'te açıldı; bu tarihten iki gün sonra, 20 Mart 1925'te kapandı.", True),
    ],
)
def test_so_long_after_something_else(text: str, found: bool) -> None:
    rules = [finding.rule for finding in run([examined(f"Sayfa\n\n{text}", fast=True)]).findings]
    assert ("duration-misfit" in rules) is found


@pytest.mark.parametrize(
    ("title", "asks"),
    [
        ("Konya Köylülerinin Yardımı", False),
        ("Köylülerin Hastaneye Yardımı", False),
        ("Belediyenin Ödemeye Kaldı mı", False),
        ("Köylüler hastaneye yardım etti mi?", True),
        ("Köylüler hastaneye yardım ettimi?", True),
        ("Köylüler hastaneye yardım etti mi", True),
    ],
)
def test_a_noun_that_ends_like_the_particle_asks_nothing(title: str, asks: bool) -> None:
    text = f"{title}\n\nKöylüler 1925'te hastaneye yardım etti. Köylülerin başı Hamdi Bey bir yardım komitesi kurdu."
    rules = [finding.rule for finding in run([examined(text, fast=True)]).findings]
    assert ("title-question" in rules) is asks


def _events_of(text: str) -> int:
    return len(run([examined(f"Sayfa\n\n{text}", "p1", fast=True)]).events)


@pytest.mark.parametrize(
    ("once", "again"),
    [
        (
            "Rusya 1921'de Kars'a 4 milyon ruble verdi. Rusya 1921'de Kars'a 4 milyon ruble gönderdi.",
            "Rusya 1921'de Kars'a 4 milyon ruble verdi. Rusya 1921'de Kars'a 4 milyon ruble daha verdi.",
        ),
        (
            "In 1921 Russia gave Persia 4 million rubles. In 1921 Russia sent Persia 4 million rubles.",
            "In 1921 Russia gave Persia 4 million rubles. In 1921 Russia sent Persia another 4 million rubles.",
        ),
    ],
)
def test_another_sum_is_no_account_of_the_first(once: str, again: str) -> None:
    assert (_events_of(once), _events_of(again)) == (1, 0)
