"""Posts that people answer: whose words they are, whom they are addressed to, and on which day they were written."""

from __future__ import annotations

import pytest

from tanik.facts.model import Facts
from tanik.facts.read import read as read_facts
from tanik.page.model import Page, SegmentKind
from tanik.page.read import read as read_page

_CHAT = "[12.03.2021 14:05] Hasan Amca: Dedem 1915'te Van'dan göçmüş.\n[12.03.2021 14:07] Ayşe: {}\n"
_COMMENTS = """Vali köprüyü açtı

Vali Nuri Bey 3 Mayıs 1931'de köprüyü açtı.

YORUMLAR (2)

Mehmet K. - 5 gün önce
Köprüyü 1931'de değil 1933'te açtılar.

misafir - 3 gün önce
@Mehmet K. belediye köprüye 1931'de 300 lira verdi.
"""
_THREAD = """Köprü Notları @koprunot · 29 Eki 2020
Vali 29 Ekim 1923'te köprüyü açtı.

Sinop Gezgini @sinop57 · 30 Eki 2020
@koprunot Belediye köprüye 300 lira verdi.
"""


def _read(text: str, path: str = "x.txt") -> tuple[Page, Facts]:
    page = read_page(text.encode(), path=path)
    return page, read_facts(page, fast=True)


@pytest.mark.parametrize(
    "text",
    [
        "@serhatli36 Belediye köprüye 300 lira verdi.",
        "@serhatli36, belediye köprüye 300 lira verdi.",
        "@serhatli36 @aras.boylu Belediye köprüye 300 lira verdi.",
        "Yanlış yazmışsın. @serhatli36 Belediye köprüye 300 lira verdi.",
        "@serhatli36\nBelediye köprüye 300 lira verdi.",
    ],
)
def test_whom_a_post_answers_does_nothing_in_it(text: str) -> None:
    _, facts = _read(text)
    (told,) = [one for one in facts.statements if one.amounts]
    assert told.text.lower().startswith("belediye")
    assert {place: role.text.lower() for place, role in told.firsts.items()}["subject"] == "belediye"
    assert not any("serhatli" in name.text for name in facts.names)


def test_an_account_of_several_words_is_one_of_the_page() -> None:
    _, facts = _read(_CHAT.format("@Hasan Amca dedem de Erciş'ten 1916'da gelmiş."))
    assert [one.firsts["subject"].text.lower() for one in facts.statements] == ["dedem", "dedem"]


def test_an_account_with_a_case_is_spoken_of() -> None:
    _, facts = _read("@serhatli36'nın dediği gibi belediye köprüye 300 lira verdi.")
    assert facts.statements[-1].text.startswith("@serhatli36") or "serhatli36" in facts.statements[-1].text


def test_comments_with_their_age_are_their_writers() -> None:
    page, facts = _read(_COMMENTS)
    assert [one.author for one in page.segments if one.kind is SegmentKind.COMMENT] == ["Mehmet K.", "misafir"]
    assert [one.attributed_to for one in facts.statements] == [None, "Mehmet K.", "misafir"]
    # "5 gün önce" is counted from today, and "açtılar" is not told of the governor alone
    assert not any("önce" in one.text for one in facts.dates)
    assert facts.statements[1].first("subject") is None


def test_a_thread_with_one_line_headers_is_parted() -> None:
    page, facts = _read(_THREAD)
    assert page.authors == ("Köprü Notları",)
    assert [(one.author, one.published) for one in page.segments if one.kind is SegmentKind.COMMENT] == [
        ("Sinop Gezgini", "2020-10-30")
    ]
    assert [(one.attributed_to, one.when) for one in facts.statements] == [
        (None, "1923-10-29"),
        ("Sinop Gezgini", None),
    ]


@pytest.mark.parametrize("first", ["@demirkapi", "12 Mart, 14:05", "14:05"])
def test_an_account_or_a_time_is_no_title(first: str) -> None:
    page, _ = _read(f"{first}\n\nVali Nuri Bey 3 Mayıs 1931'de köprüyü açtı ve belediyeye 300 lira verdi.\n")
    assert page.title != first


def test_a_headline_is_nobodys_name() -> None:
    assert _read("Haber: Vali köprüyü açtı\n\nVali 3 Mayıs 1931'de köprüyü açtı.\n")[0].authors == ()


def test_the_credit_below_words_says_who_and_when() -> None:
    html = (
        "<html lang=tr><title>Sözler</title><article><h1>Sözler</h1><p>Aşağıdaki sözler bir gazetede yayımlandı.</p>"
        "<blockquote><p>Köprüler onarıldı, yollar da açıldı.</p><footer>— Nuri Bey, 15 Ocak 1922</footer></blockquote>"
        "</article></html>"
    )
    page, _ = _read(html, "x.html")
    assert [(one.author, one.published) for one in page.segments if one.kind is SegmentKind.QUOTATION] == [
        ("Nuri Bey", "1922-01-15")
    ]


def test_a_credit_dates_nothing_below_it() -> None:
    _, facts = _read("“Ordumuz vazifesini yaptı.”\n\n— Nuri Bey, 15 Ocak 1922\n\nBelediye köprüye 300 lira verdi.\n")
    assert [one.when for one in facts.statements if one.amounts] == [None]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Nuri Bey 1921'de öldü. 8 Ekim'de bu videoyu paylaşan hesap yanıldı.", "XXXX-10-08"),
        ("Nuri Bey 1921'de öldü. 8 Ekim'de Twitter'da paylaşıldı.", "XXXX-10-08"),
        ("Nuri Bey 1921'de öldü. 8 Ekim'de paylaşım yapan hesap, sosyal medyada yayıldı.", "XXXX-10-08"),
        ("Nuri Bey 1921'de geldi. 8 Ekim'de ganimeti paylaştılar.", "1921-10-08"),
        ("Nuri Bey 1921'de geldi. 8 Ekim'de hesabı ödedi.", "1921-10-08"),
    ],
)
def test_a_day_on_which_something_was_posted_is_not_of_the_story(text: str, edtf: str) -> None:
    _, facts = _read(text)
    assert facts.dates[-1].edtf == edtf
