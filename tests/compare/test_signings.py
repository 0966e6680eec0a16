"""One paper that two pages have signed in two towns or by two people, and one sum with its figures in another order."""

from __future__ import annotations

import pytest

from tanik.compare.run import run

from .planted_pages import examined

OTHERWISE = [
    (
        "Mudanya Mütarekesi 11 Ekim 1922'de Bursa'da imzalandı.",
        "Mütareke 11 Ekim 1922'de İzmir'de imzalandı.",
        "event",
    ),
    (
        "Protokol 4 Mayıs 1931'de Bursa'da imzalandı.",
        "Tapu protokolü 4 Mayıs 1931'de Konya'da imzalandı.",
        "event",
    ),
    (
        "Lozan Antlaşması'nı 24 Temmuz 1923'te Türkiye adına İsmet Paşa imzaladı.",
        "Antlaşmayı 24 Temmuz 1923'te Türkiye adına Rauf Bey imzaladı.",
        "account",
    ),
    (
        "1921 Mayısında Azerbaycan Ankara'ya 62 ton petrol gönderdi.",
        "1921 Mayısında Azerbaycan Ankara'ya 26 ton petrol gönderdi.",
        "event",
    ),
]
SOUND = [
    ("Mütareke 11 Ekim 1922'de Mudanya'da imzalandı.", "Mudanya Mütarekesi 11 Ekim 1922'de imzalandı."),
    ("Antlaşma 4 Mayıs 1931'de Bursa'da imzalandı.", "Antlaşma 9 Haziran 1932'de Konya'da imzalandı."),
    (
        "Lozan Antlaşması'nı 24 Temmuz 1923'te Türkiye adına İsmet Paşa imzaladı.",
        "Lozan Antlaşması'nı 24 Temmuz 1923'te Türkiye adına İsmet Paşa, Rıza Nur ve Hasan Bey imzaladı.",
    ),
    (
        "Lozan Antlaşması'nı 24 Temmuz 1923'te Türkiye adına İsmet Paşa imzaladı.",
        "Lozan Antlaşması'nı 24 Temmuz 1923'te Yunanistan adına Venizelos imzaladı.",
    ),
    (
        "1921 Mayısında Azerbaycan Ankara'ya 62 ton petrol gönderdi.",
        "1921 Mayısında Azerbaycan Ankara'ya 30 ton petrol gönderdi.",
    ),
    (
        "1921 Mayısında Azerbaycan Ankara'ya 62 ton petrol gönderdi.",
        "1921 Mayısında Azerbaycan Ankara'ya 26 ton petrol daha gönderdi.",
    ),
]


def told(one: str, other: str) -> list[str]:
    pages = [examined(f"Sayfa {key}\n\n{text}", key, fast=True) for key, text in (("one", one), ("other", other))]
    return [found.rule for found in run(pages).findings if found.rule in ("event-contradiction", "account-signers")]


@pytest.mark.parametrize(("one", "other", "kind"), OTHERWISE)
def test_accounts_that_cannot_both_be_are_told(one: str, other: str, kind: str) -> None:
    assert [rule.split("-")[0] for rule in told(one, other)] == [kind]


@pytest.mark.parametrize(("one", "other"), SOUND)
def test_accounts_that_can_both_be_are_not_told(one: str, other: str) -> None:
    assert not told(one, other)
