"""Lists under an announcing line: what their items tell, and that other lists tell nothing (pages of our own)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tanik.facts.model import Facts, Statement
from tanik.facts.read import read
from tanik.page.read import read as read_page

_PAGES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("listed_pages.toml").read_text(encoding="utf-8"))[
    "page"
]


def _facts(page: dict[str, Any]) -> tuple[str, Facts]:
    found = read_page(page["text"].strip().encode(), path=page["name"])
    return found.text, read(found, fast=True)


def _row(one: Statement) -> list[str]:
    roles = dict(reversed(one.roles))
    named = [roles[place].name or roles[place].text if place in roles else "" for place in ("subject", "recipient")]
    thing = roles["object"].text if "object" in roles else ""
    return [one.action or "", *named, thing, one.when or "", one.attributed_to or ""]


@pytest.mark.parametrize("page", _PAGES, ids=[page["name"] for page in _PAGES])
def test_items_tell_what_their_head_announces(page: dict[str, Any]) -> None:
    text, facts = _facts(page)
    told = [_row(one) for one in facts.statements if one.rule == "statement-listed"]
    assert told == page["tells"]
    assert all(one.span.of(text) == one.text for one in facts.statements)


def _told(*lines: str) -> list[str]:
    _, facts = _facts({"text": "Depo defteri\n\n" + "\n".join(lines) + "\n", "name": "a.txt"})
    found = [one for one in facts.statements if one.rule == "statement-listed"]
    return [" | ".join(_row(one)[:4]) for one in found]


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("İran'ın gönderdiği 20 çadır", ["transfer | İran | Kars | 20 çadır"]),
        ("Kızılay'dan gelen 20 çadır", ["transfer | Hilâl-i Ahmer | Kars | 20 çadır"]),
        ("İtalya'nın vaat ettiği 9 top", ["promise | İtalya |  | 9 top"]),
        ("Almanya'dan istenen 5 uçak", ["request |  | Almanya | 5 uçak"]),
        ("onarılmış 30 tüfek", ["transfer | Fransa | Kars | 30 tüfek"]),
        ("gönderilecek 40 top", []),
        ("gönderilmesi beklenen 40 top", []),
        ("3 vaat edilen uçak", []),
        ("4 topun satışı", []),
        ("300 çadırın gönderilmesi", ["transfer | Fransa | Kars | 300 çadır"]),
        ("3 topun teslimi", ["transfer | Fransa | Kars | 3 top"]),
        ("iki okulun açılmasına destek", ["transfer | Fransa | Kars | iki okulun açılmasına destek"]),
    ],
)
def test_an_item_says_itself_who_gave_or_what_was_done(item: str, told: list[str]) -> None:
    found = _told("Fransa'nın Kars'a verdiği malzeme:", "", "- 2 kamyon", f"- {item}")
    assert found[0] == "transfer | Fransa | Kars | 2 kamyon"
    assert found[1:] == told


def test_items_say_who_gave_where_their_head_says_nothing() -> None:
    items = (
        "- İran'ın gönderdiği 20 çadır",
        "- Rusya'dan gelen 40 çuval un",
        "- Kars'a gönderilecek 30 çadır",
        "- köylülerin ektiği 40 dönüm tarla",
        "- 5 eski masa",
    )
    assert _told("Ambarda kalanlar:", "", *items)[1:] == ["transfer | Rusya |  | 40 çuval un"]


def test_numbered_headings_stand_over_their_own_lists() -> None:
    parts = (
        ("1. İran'ın Kars'a yardımları", "", "- 20 çadır", "- 40 çuval un", ""),
        ("2. İran'dan istenenler", "", "- 5 ton tuz", "- 6 top bez", ""),
        ("3. Giderler", "", "- 40 bin lira", "- 30 bin lira"),
    )
    assert _told(*(line for part in parts for line in part)) == [
        "transfer | İran | Kars | 20 çadır",
        "transfer | İran | Kars | 40 çuval un",
        "request |  | İran | 5 ton tuz",
        "request |  | İran | 6 top bez",
    ]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("9 Mayıs 1921'de rıhtıma indirildi:", ["transfer |  |  | 30 top", "transfer |  |  | 200 sandık fişek"]),
        ("Tuapse'den limana boşaltıldı:", ["transfer |  |  | 30 top", "transfer |  |  | 200 sandık fişek"]),
        ("İran'ın yardımlarının dökümü:", ["transfer | İran |  | 30 top", "transfer | İran |  | 200 sandık fişek"]),
        ("Vagonlar boşaltıldı:", []),
        ("Depodan çıkarıldı:", []),
        ("İran'ın Kars'a göndermeyi düşündüğü yardımlar:", []),
    ],
)
def test_what_was_put_ashore_or_is_listed_of_gifts(head: str, told: list[str]) -> None:
    assert _told(head, "", "- 30 top", "- 200 sandık fişek") == told


def test_who_took_goods_unsaid_is_not_who_the_page_spoke_of_last() -> None:
    lines = ("Karabekir Kars'a girdi.", "", "İran'dan şu malzeme ulaştı:", "", "- 30 top", "- 20 çadır")
    assert _told(*lines) == ["transfer | İran |  | 30 top", "transfer | İran |  | 20 çadır"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Lenin'den Kars'a 5 milyon altın", "Vladimir Lenin | Kars | 5 milyon altın"),
        ("Rusya'dan Türkiye'ye 40 vagon buğday", "Rusya | Türkiye | 40 vagon buğday"),
        ("Bakü'den Ankara'ya 500 bin ruble", " | Ankara | 500 bin ruble"),
        ("İstanbul'dan Ankara'ya 40 lira", None),
        ("Rusya'dan Türkiye'ye 40 vagon buğday vaadi", None),
        ("Rusya'dan Türkiye'ye 40 bin ruble borç", None),
        ("Rusya'dan Türkiye'ye 40 öğrenci", None),
        ("Kars'tan Ankara'ya 900 kilometre", None),
        ("Rusya'dan Türkiye'ye 3 mektup", None),
        ("Rusya'dan 40 vagon buğday", None),
        ("Rusya'dan Türkiye'ye 40 tüfek mi?", None),
    ],
)
def test_a_headline_says_with_its_cases_who_gave_to_whom(line: str, told: str | None) -> None:
    body = "Limanın yaşlıları o yazı hâlâ anlatır; motorlar geceleri demirlerdi, yük sabaha kadar taşınırdı."
    for text in (f"{line}\n\n{body}\n", f"Liman\n\n{body}\n\n{line}\n\n{body}\n"):
        _, facts = _facts({"text": text, "name": "a.txt"})
        found = [" | ".join(_row(one)[1:4]) for one in facts.statements if one.rule == "statement-headline"]
        assert found == ([told] if told is not None else [])


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("İran → Kars", ["transfer | İran | Kars | 26 bin lira"]),
        ("İran -> Kars", ["transfer | İran | Kars | 26 bin lira"]),
        ("İran'dan Kars'a", ["transfer | İran | Kars | 26 bin lira"]),
        ("İran", []),
    ],
)
def test_a_label_says_from_whom_to_whom(label: str, told: list[str]) -> None:
    assert _told("Yapılan ödemeler:", "", f"- {label}: 26 bin lira") == told
    assert not _told("Biletler:", "", f"- {label}: 40 lira")
