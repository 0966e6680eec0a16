"""Who became what an office or a deed before the verb says: "ilk müdürü Celal Bayar oldu"."""

import pytest

from tanik.facts.model import Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def told(text: str) -> list[tuple[str | None, str | None, dict[str, str]]]:
    return [_said(one) for one in read_facts(read_page(text.encode(), path="sayfa.txt"), fast=True).statements]


def _said(one: Statement) -> tuple[str | None, str | None, dict[str, str]]:
    return one.action, one.when, {place: role.name or role.text for place, role in one.roles}


@pytest.mark.parametrize(
    ("text", "office", "holder", "when"),
    [
        ("Şirketin ilk genel müdürü Şükrü Bey oldu.", "Şirketin ilk genel müdürü", "Şükrü Bey", None),
        ("İlk başkan 1925'te Nuri Demirağ oldu.", "başkan", "Nuri Demirağ", "1925"),
        ("Aynı yıl Ankara valisi Nevzat Tandoğan oldu, şehir büyüdü.", "Ankara valisi", "Nevzat Tandoğan", None),
        ("İlk büyükelçi Ali Fuat Paşa olmuştu, ikincisi çıkmadı.", "büyükelçi", "Ali Fuat Cebesoy", None),
        ("1923'te kurulan şirketin başkanı Şükrü Bey oldu.", "şirketin başkanı", "Şükrü Bey", None),
    ],
)
def test_who_came_into_an_office(text: str, office: str, holder: str, when: str | None) -> None:
    assert ("appoint", when, {"object": office, "recipient": holder}) in told(text)


def test_who_leads_a_company_did_not_found_it() -> None:
    found = [
        roles for action, _, roles in told("1923'te kurulan şirketin başkanı Şükrü Bey oldu.") if action == "found"
    ]
    assert found == [{"object": "şirket"}]


def test_who_is_named_behind_a_deed_did_it() -> None:
    assert ("transfer", None, {"object": "Ödülü", "recipient": "Şükrü Bey"}) in told("Ödülü alan Şükrü Bey oldu.")


@pytest.mark.parametrize("text", ["Bunun sebebi Şükrü Bey oldu.", "Şükrü Bey'in yerine geçen vali Kâzım Bey oldu."])
def test_nobody_came_into_an_office(text: str) -> None:
    assert not [action for action, _, _ in told(text) if action == "appoint"]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Heyetin başında 1921'de Ali Bey vardı.", "heyet başkanı"),
        ("Derneğin başına 1921'de Ali Bey geçti.", "dernek başkanı"),
        ("Ali Bey 1921'de alayın başına geçti.", "alayın başı"),
        ("Kuyunun başında 1921'de Ali Bey bulundu.", None),
        ("Sofranın başında 1921'de Ali Bey vardı.", None),
        ("Ali Bey 1921'de işin başına geçti.", None),
    ],
)
def test_who_leads_leads_a_body(text: str, office: str | None) -> None:
    assert [roles["object"] for action, _, roles in told(text) if action == "appoint"] == ([office] if office else [])


@pytest.mark.parametrize(
    ("text", "who", "post"),
    [
        ("Rıza Bey Ankara'ya döndü. 1923'te Sivas mebusu seçildi.", "Rıza Bey", "Sivas mebusu"),
        ("Rıza Bey Ankara'ya döndü. 1923'te banka müdürü atandı.", "Rıza Bey", "banka müdürü"),
        ("1923'te Sivas valisi Konya'ya atandı.", "Sivas valisi", None),
        ("Sivas valisi 1923'te Rıza Bey seçildi.", "Rıza Bey", None),
    ],
)
def test_the_post_alone_is_no_holder(text: str, who: str, post: str | None) -> None:
    last = read_facts(read_page(f"{text}\n".encode(), path="a.txt"), fast=True).statements[-1]
    assert last.action == "appoint"
    assert (last.firsts["recipient"].name or last.firsts["recipient"].text) == who
    assert post is None or last.firsts["object"].text == post


def test_terms_are_no_things_and_with_a_side_one_agrees() -> None:
    facts = read_facts(read_page("Ali Bey iki dönem Meclis'te bulundu.\n".encode(), path="a.txt"), fast=True)
    assert not any(one.action == "transfer" for one in facts.statements)
    text = "1932'de Amerikan Curtiss firmasıyla uçak yapımı için anlaşıldı.\n"
    (one,) = read_facts(read_page(text.encode(), path="a.txt"), fast=True).statements
    assert (one.action, one.firsts["recipient"].text) == ("accept", "Amerikan Curtiss firması")
