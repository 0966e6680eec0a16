"""Who held an office on the statement's own day: named by the table, marked so; nobody where several may be meant."""

from __future__ import annotations

import re

import pytest

from tanik.facts.model import Role
from tanik.facts.read import read as read_facts
from tanik.facts.statements.roles.holders import HELD, ON_PAGE
from tanik.facts.tables import rows
from tanik.page.read import read as read_page

_DATE = re.compile(r"\d{4}(-\d\d){0,2}")


def _roles(text: str) -> list[Role]:
    page = read_page(f"{text}\n".encode(), path="a.txt")
    return [role for one in read_facts(page, fast=True).statements for _, role in one.roles]


@pytest.mark.parametrize(
    ("text", "words", "holder"),
    [
        ("Profesör, 17 Eylül 1933'te Türkiye Başvekili'ne bir dilekçe yazdı.", "Türkiye Başvekili", "İsmet İnönü"),
        ("Başkomutan 30 Ağustos 1922'de taarruz emrini verdi.", "Başkomutan", "Mustafa Kemal Atatürk"),
        ("Rus Dışişleri Komiseri 2 Haziran 1920'de Ankara'ya bir mektup gönderdi.", "Rus Dış", "Georgiy Çiçerin"),
        ("Fransa'nın cumhurbaşkanı 3 Mayıs 1921'de İstanbul'a geldi.", "Fransa", "Alexandre Millerand"),
        ("Meclis Başkanı 3 Mayıs 1930'da Bursa'ya gitti.", "Meclis Başkanı", "Kâzım Özalp"),
        ("ABD Başkanı 8 Ocak 1918'de ilkelerini açıkladı.", "ABD Başkanı", "Woodrow Wilson"),
        ("Padişah 11 Nisan 1920'de Meclis'i kapattı.", "Padişah", "Sultan Vahdettin"),
        ("Nazmi Bey 3 Mayıs 1921'de BMM Reisi'ne bir telgraf çekti.", "BMM Reisi", "Mustafa Kemal Atatürk"),
        ("Doğu Cephesi Komutanı 5 Kasım 1920'de Gümrü'ye girdi.", "Doğu Cephesi Komutanı", "Kâzım Karabekir"),
        ("Dahiliye Vekili 1933'te valilere bir genelge yolladı.", "Dahiliye Vekili", "Şükrü Kaya"),
        ("İngiliz Başbakanı 30 Eylül 1938'de anlaşmayı imzaladı.", "İngiliz Başbakanı", "Neville Chamberlain"),
        ("Sadrazam 7 Haziran 1919'da Paris'e gitti.", "Sadrazam", "Damat Ferit Paşa"),
        ("Başbakan 8 Kasım 1937'de Sümerbank'a 300 lira gönderdi.", "Başbakan", "Celal Bayar"),
    ],
)
def test_the_holder_on_the_day(text: str, words: str, holder: str) -> None:
    found = [role for role in _roles(text) if role.text.startswith(words)]
    assert [(role.name, role.rule) for role in found] == [(holder, HELD)]


@pytest.mark.parametrize(
    "text",
    [
        "Kral 14 Ocak 1929'da Roma'ya gitti.",  # whose king
        "Yunan Başbakanı bir nota verdi. Başbakan 5 Mayıs 1924'te Londra'ya gitti.",  # the Greek one
        "O yıllarda başbakan köye 300 lira gönderdi.",  # no day
        "Başbakan 1937'de köye 300 lira gönderdi.",  # two held it that year
        "Başbakan 25 Ekim 1937'de köye 300 lira gönderdi.",  # the day of the change
        "Başbakan 2019'da köye 300 lira gönderdi.",  # past the table
        "Eski başbakan 12 Mayıs 1934'te köye 300 lira gönderdi.",
        "Başbakan Yardımcısı 12 Mayıs 1934'te köye 300 lira gönderdi.",
        "Belediye başkanı 12 Mayıs 1934'te köye 300 lira gönderdi.",
        "Cemiyet reisi 12 Mayıs 1934'te köye 300 lira gönderdi.",
        "Maliye Bakanı 12 Mayıs 1921'de köye 300 lira gönderdi.",  # Ankara's or İstanbul's
        "Vali 10 Temmuz 1937'de köye 300 lira gönderdi.",
    ],
)
def test_nobody_is_named_where_several_may_be_meant(text: str) -> None:
    assert not [role for role in _roles(text) if role.rule is not None]


def test_the_page_knows_its_holder_better_than_the_table() -> None:
    text = "Hariciye Vekili Nuri Tok 12 Mayıs 1934'te köye geldi. Hariciye Vekili 14 Mayıs'ta köye 300 lira gönderdi."
    assert [(role.name, role.rule) for role in _roles(text) if role.rule] == [("Nuri Tok", ON_PAGE)]


def test_terms_are_dated_and_of_posts_that_exist() -> None:
    posts = {row["post"] for row in rows("posts.csv")}
    terms = rows("terms.csv")
    assert {row["post"] for row in terms} == posts
    for row in terms:
        assert all(_DATE.fullmatch(row[column]) for column in ("begin", "end")), row
        assert row["begin"] <= row["end"], row


def test_a_term_stands_once_and_follows_the_others_of_its_post() -> None:
    """Readers take the terms of a post in their order, and a day of change is nobody's only where both rows meet."""
    begun: dict[str, list[str]] = {}
    for row in rows("terms.csv"):
        begun.setdefault(row["post"], []).append(f"{row['begin']} {row['person']}")
    for post, order in begun.items():
        assert len(order) == len(set(order)), post
        assert [one.split()[0] for one in order] == sorted(one.split()[0] for one in order), post


def test_nobody_held_an_office_before_birth_or_behind_death() -> None:
    lives = {row["name"]: row for row in rows("people.csv")}
    known = [(row, lives[row["person"]]) for row in rows("terms.csv") if row["person"] in lives]
    assert len(known) > 150
    for row, life in known:
        assert not life["born"] or int(life["born"][:4]) + 18 <= int(row["begin"][:4]), row
        assert not life["died"] or row["end"][:4] <= life["died"][:4], row
