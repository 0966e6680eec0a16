"""Sums: what something came to, whose it was, what was paid in; and that who only says so gave nothing."""

from __future__ import annotations

import pytest

from tanik.facts.model import Statement
from tanik.facts.read import read
from tanik.page.read import read as read_page


def _told(text: str) -> list[tuple[Statement, dict[str, str], tuple[str, ...]]]:
    facts = read(read_page(text.encode(), path="article.txt"), fast=True)
    return [
        (
            one,
            {place: role.name or role.text for place, role in one.firsts.items()},
            tuple(facts.amounts[i].text for i in one.amounts),
        )
        for one in facts.statements
    ]


@pytest.mark.parametrize(
    ("text", "action", "teller", "of"),
    [
        ("Lord Brown, bağışının 12 bin İngiliz lirasını bulduğunu öne sürmekte.", "transfer", "Brown", "bağışı"),
        ("Tarihçi Orhan Demir, yardımın 80 bin lirayı aştığını ileri sürer.", "transfer", "Orhan Demir", "yardım"),
        ("Vali Rıza Bey, gelen yardımın 12 bin altına ulaştığını söyledi.", "transfer", "Rıza Bey", "yardım"),
        ("Nuri Bey, şirketin borcunun 1931'de 80 bin lirayı aştığını yazdı.", None, "Nuri Bey", "şirketin borcu"),
        ("Orhan Demir, toplanan paranın 80 bin lirayı bulduğunu ileri sürer.", None, "Orhan Demir", "para"),
    ],
)
def test_who_says_what_it_came_to_gave_nothing(text: str, action: str | None, teller: str, of: str) -> None:
    ((one, roles, sums),) = _told(text)
    assert (one.action, one.attributed_to, len(sums)) == (action, teller, 1)
    assert teller not in roles.values()
    assert of in (roles.get("object"), roles.get("subject"))


@pytest.mark.parametrize(
    "text",
    ["Köylülerin bağışı 3.200 lirayı buldu.", "Köylülerin bağışı 3.200 liraya ulaştı.", "Yardım 3.200 altını geçti."],
)
def test_a_gift_that_comes_to_a_sum_is_that_sum(text: str) -> None:
    ((one, roles, sums),) = _told(text)
    assert (one.action, len(sums)) == ("transfer", 1)
    assert set(roles) == {"object"}


@pytest.mark.parametrize(
    "text",
    ["Müfettiş Rıza Bey, defterde 40 bin lira bulduğunu söyledi.", "Sabri Bey kayıp 300 lirayı bulduğunu söyledi."],
)
def test_what_somebody_found_he_did_not_give(text: str) -> None:
    assert all(one.action != "transfer" for one, _, _ in _told(text))


@pytest.mark.parametrize(
    ("text", "of", "amount"),
    [
        ("Vakfın kuruluş sermayesi, o günün parasıyla 300 bin liradır.", "kuruluş sermayesi", "300 bin lira"),
        ("Reşat Bey'in 1931'deki payı 4.300 liradır ve bu tutar Nuri Bey'e geçmiştir.", "pay", "4.300 lira"),
        ("Şirketin borcu 40.000 liradır.", "borç", "40.000 lira"),
    ],
)
def test_a_fund_is_told_with_a_copula(text: str, of: str, amount: str) -> None:
    one, roles, sums = _told(text)[0]
    assert (one.action, sums) == (None, (amount,))
    assert roles["object"] == of


@pytest.mark.parametrize("text", ["Kasabanın nüfusu 9.400'dür.", "Köprünün uzunluğu 300 metredir.", "Toplantı yedi."])
def test_what_holds_today_is_told_of_no_day(text: str) -> None:
    assert _told(text) == []


def test_what_a_copula_tells_ends_before_and() -> None:
    text = "Sermayesi 35 bin liradır ve bu meblağ Ahmet Bey'in vârislerine intikal etmiştir."
    _, (one, roles, _) = _told(text)
    assert one.action == "transfer"
    assert (roles["object"], roles["recipient"]) == ("35 bin lira", "Ahmet Bey'in vârisleri")  # "bu meblağ"


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Aynı gün Ali Bey'in bankadaki 2 No'lu hesabına 7.400 lira yatırılır.", "Ali Bey'in bankadaki 2 No'lu hesabı"),
        ("O yıl köy sandığına 1.000 lira yatırılır.", "köy sandığı"),
    ],
)
def test_history_told_in_the_present_has_its_time(text: str, recipient: str) -> None:
    ((one, roles, _),) = _told(text)
    assert (one.action, roles["recipient"]) == ("transfer", recipient)


@pytest.mark.parametrize("text", ["Memurlara ayda 30 lira ödenir.", "Köy sandığına bin lira yatırılır."])
def test_a_rule_in_the_present_is_no_history(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Toplanan para Rıza Bey'e gönderildi.", "transfer"),
        ("Beş milyon fişeğin Konya'ya gönderildiği yazılıdır.", "transfer"),
        ("Üç memur Konya'ya gönderildi.", "move"),
        ("Rıza Bey'in 1910'da Münih'e gönderildiği bilinir.", "move"),
    ],
)
def test_what_is_sent_to_somebody_is_no_traveller(text: str, action: str) -> None:
    ((one, _, _),) = _told(text)
    assert one.action == action


def test_a_time_is_counted_from_what_gave_nothing() -> None:
    ((_, roles, _),) = _told("Fişekler İnönü Savaşı'ndan iki gün önce 4 Ocak 1921'de Konya'ya ulaştırıldı.")
    assert "source" not in roles
    ((_, roles, _),) = _told("Fişekler Kars'tan iki gün içinde Konya'ya gönderildi.")
    assert roles["source"] == "Kars"


def test_how_it_came_is_no_thing_beside_it() -> None:
    ((_, roles, sums),) = _told("Ruslar, üç parti hâlinde bir milyon altın verdiler.")
    assert (roles["object"], sums) == ("bir milyon altın", ("bir milyon altın",))


def test_a_fund_with_a_curly_apostrophe_is_one_name() -> None:
    ((_, roles, _),) = _told("Konya Yol Sandığı’na köylüler yardımda bulundu.")
    assert (roles["recipient"], roles["subject"]) == ("Konya Yol Sandığı", "köylüler")


def test_whoever_stands_before_a_semicolon_behind_the_time_is_who_acts() -> None:
    ((one, roles, _),) = _told(
        "1922 yılı Mart ayı ortalarında Rıza Paşa; Elçi Nuri'yi, Ataşe Karlov'u cepheye çağırdı."
    )
    assert roles["subject"] == "Rıza Paşa"
    assert one.modality == "asserted"  # "ataşe" sets no condition


def test_an_account_of_a_book_is_no_gift() -> None:
    assert _told("Bu eserde yardımın dökümü verilmiştir.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Borç 1931'de 8 milyon liraya indirildi.",
        "1914 hesabıyla 140 milyon altın olan borç miktarı 187 milyon liraya yükseltildi.",
    ],
)
def test_a_debt_that_is_brought_down_goes_to_nobody(text: str) -> None:
    ((one, roles, _),) = _told(text)
    assert one.action != "transfer"
    assert "recipient" not in roles


def test_goods_that_are_unloaded_are_still_given() -> None:
    ((one, _, _),) = _told("İskeleye 1931'de kırk sandık fişek indirildi.")
    assert one.action == "transfer"


def test_names_with_commas_between_act_together() -> None:
    ((_, roles, _),) = _told("Sırbistan, Bulgaristan, Yunanistan hiç ödeme yapmamıştır.")
    assert (roles["subject"], roles["object"]) == ("Sırbistan", "ödeme")


def test_this_sum_is_the_one_that_was_told_last() -> None:
    text = (
        "Aynı gün kasaya 7.400 lira yatırıldı. Ölümünden sonra hissesine düşen miktar 35 bin 339 liradır ve bu meblağ "
        "Ahmet Bey'e intikal etmiştir."
    )
    assert _told(text)[-1][1]["object"] == "35 bin 339 lira"
