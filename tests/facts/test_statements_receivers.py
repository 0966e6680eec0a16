"""To whom and where to: goals of a purpose, for whom a thing is given, the other side that a neighbour names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tanik.core.fold import fold
from tanik.facts.model import Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page

from .answers import alike


def _statements(text: str) -> tuple[Statement, ...]:
    return read_facts(read_page(f"{text}\n".encode(), path="a.txt")).statements


def _received(text: str, part: str) -> str | None:
    """Whom the statement that holds `part` has as its recipient."""
    for one in _statements(text):
        if part in one.text:
            role = one.first("recipient")
            return (role.name or role.text) if role is not None else None
    raise AssertionError(f"no statement holds {part!r}")


@pytest.mark.parametrize(
    ("text", "part", "wanted"),
    [
        # the goal of a purpose is where to
        ("Nizam Bey 4 Mayıs 1921'de Artvin'e gitmek üzere Ordu'dan ayrıldı.", "ayrıldı", "Artvin"),
        ("Nizam Bey 4 Mayıs 1921'de Artvin'e geçmek için Ordu'dan yola çıktı.", "yola", "Artvin"),
        ("Esirler Mayıs 1921'de Artvin'e gitmek üzere vapura bindirildi.", "bindirildi", "Artvin"),
        # where one gets on board
        ("Nizam Bey 4 Mayıs 1921'de Giresun'dan vapura bindi.", "bindi", "Giresun"),
        # the town of a house
        ("Nizam Bey 1931'de Bursa'da bir konağa taşındı.", "taşındı", "Bursa"),
        # for whom
        ("Nizam Bey 1931'de Çocuk Esirgeme Kurumu için 80 lira verdi.", "verdi", "Çocuk Esirgeme Kurumu"),
        ("Nizam Bey 1931'de yetimler yararına 80 lira bağışladı.", "bağışladı", "yetimler"),
        # who may do a thing
        ("Hükûmet 1931'de şirketin liman kurmasına izin verdi.", "izin", "şirket"),
        ("Belediye 1931'de bankanın şube açmasına razı oldu.", "razı", "banka"),
        # the answer names who was asked
        ("Şirket 1931'de 4 bin lira istedi, belediye bunu reddetti.", "istedi", "belediye"),
        ("Banka 1931'de 4 bin lira önerdi. Belediye öneriyi kabul etti.", "önerdi", "Belediye"),
        ("Banker Nils 1931'de 4 bin lira söz verdi; Nizam Bey de ona teşekkür mektubu yazdı.", "söz", "Nizam Bey"),
        # in return
        (
            "Belçika 1931'de 20 vagon vermeyi kabul etti, karşılığında Türkiye gümrüğü kaldırdı.",
            "kabul",
            "Türkiye",
        ),
        ("Nafıa Vekâleti 1931'de şirkete 8 bin lira ödedi. Şirket parayı iade etti.", "iade", "Nafıa Vekâleti"),
        # a treaty has the parties it is called after
        ("Türk-Macar Ticaret Antlaşması 3 Mayıs 1931'de imzalandı.", "imzalandı", "Macaristan"),
        (
            "Sözleşme 3 Mayıs 1931'de kaptan Ali Rıza Bey ile Nafıa Nazırı Kâmil Bey arasında imzalandı.",
            "imzalandı",
            "Kâmil Bey",
        ),
        # who is to give what is asked for
        ("Vali 1920'de kömürün belediyece teminini rica etti.", "rica", "belediye"),
        # what is put aside is not the end of the clause
        ("Nizam Bey 1921'de Oslo'dan çadır değil, 60 battaniye istedi.", "istedi", "Oslo"),
        # "onlara" are those who acted
        ("İsveçliler 1931'de 4 bin lira istedi. Belediye 1932'de onlara 3 bin lira önerdi.", "önerdi", "İsveç"),
        # nobody accepts his own offer
        ("Belediye 1931'de İsveçlilere 3 bin lira önerdi. Öneriyi 1932'de kabul ettiler.", "kabul", "Belediye"),
    ],
)
def test_who_receives(text: str, part: str, wanted: str) -> None:
    assert _received(text, part) == wanted


@pytest.mark.parametrize(
    ("text", "part", "wrong"),
    [
        # a purpose without a way is no goal
        ("Nizam Bey 4 Mayıs 1921'de kaymakama yardım etmek için Ordu'dan ayrıldı.", "ayrıldı", "kaymakam"),
        (
            "Nizam Bey 4 Mayıs 1921'de Artvin'e varınca Ordu'dan ayrılan kafileyi bekledi, Tokat'a döndü.",
            "döndü",
            "Artvin",
        ),
        # a vessel is no goal where one knows whence it left
        ("Nizam Bey 4 Mayıs 1921'de Giresun'dan vapura bindi.", "bindi", "vapur"),
        # what a thing is for is nobody
        ("Nizam Bey 1931'de köprü için 80 lira verdi.", "verdi", "köprü"),
        ("Nizam Bey 1931'de barış için 80 lira verdi.", "verdi", "barış"),
        # a ratified treaty and a resolution answer nobody
        ("Fransa 1921'de Türkiye'den 40 vagon istedi. Meclis 3 Mayıs'ta antlaşmayı onayladı.", "onayladı", "Fransa"),
        # where a treaty was signed is no party to it
        (
            "Antlaşma 1921'de Moskova'da imzalandı. Türkiye 1922'de 40 vagon göndermeyi taahhüt etti.",
            "taahhüt",
            "Moskova",
        ),
        # a price goes to who sold, not to whom the text is about
        (
            "Pilot Vecdi Bey 1931'de bir uçak aldı. Vecdi Bey o yıl uçtu. Uçağın bedelini 1932'de kasaba halkı ödedi.",
            "ödedi",
            "Vecdi Bey",
        ),
        # who hands out gives to many
        ("Vecdi Bey 1931'de Bolu'ya geldi. Vecdi Bey hastaydı. Vali 40 çuval un dağıttı.", "dağıttı", "Vecdi Bey"),
        # a counted coin is no town
        ("Hacılar 1931'de kaptana 50 dinar ödedi.", "ödedi", "Dinar"),
        # the same side gives nothing to itself in return
        ("Rusya 1921'de silah verdi, karşılığında Türkiye'den buğday aldı.", "silah", "buğday"),
        # an answer to something else
        ("Şirket 1931'de 4 bin lira istedi. Vali 1932'de istifayı kabul etti.", "istedi", "Vali"),
    ],
)
def test_who_does_not_receive(text: str, part: str, wrong: str) -> None:
    assert _received(text, part) != wrong


def test_what_was_not_there_has_the_place_it_was_not_at() -> None:
    assert _received("Köprü 1931'de Kemah'ta açıldı. Nizam Bey o gün orada yoktu.", "yoktu") == "Kemah"


def test_a_copula_with_its_own_subject_stays_a_clause() -> None:
    found = _statements("Bu doğru değil, para 1921'de Konya'ya gönderilmedi.")
    assert [one.polarity.value for one in found] == ["denied"]


REAL = Path(__file__).parents[3] / "shared" / "pages"


def test_the_letter_page_asks_a_state_and_no_goods() -> None:
    """On the real page the goods are no part of the state's name, and the group that one joins is told nothing."""
    found = sorted(REAL.glob("002*.txt"))
    if not found:
        pytest.skip("../shared is not here: the real page")
    told = read_facts(read_page(found[0].read_bytes(), path=found[0].name)).statements
    received = {fold(role.text) for one in told for place, role in one.roles if place == "recipient"}
    assert any(text.endswith("sovyet cumhuriyeti") for text in received)
    assert not any("erzak" in text or "zumre" in text for text in received)


PAGES = Path(__file__).parent / "role_pages" / "receivers.txt"
RIGHT, FILLED_RIGHT = 0.72, 0.88


def test_receivers_on_pages_of_our_own() -> None:
    """Of the recipients that the answers name, and of those that are filled, how many are right."""
    asked = right = filled = 0
    for block in re.split(r"^### .*\n", PAGES.read_text(encoding="utf-8"), flags=re.M)[1:]:
        lines = block.splitlines()
        told = _statements("\n".join(line for line in lines if not line.startswith("# ")).strip())
        for line in (line for line in lines if line.startswith("# ") and " recipient=" in line):
            clause, _, slots = line[2:].rpartition(" | ")
            want = re.search(r"recipient=(.*?)(?= \w+=|$)", slots)
            near = [one for one in told if clause.strip() in one.text or one.text in clause]
            got = [role.name or role.text for one in near for place, role in one.roles if place == "recipient"]
            asked += 1
            filled += bool(got)
            right += want is not None and any(alike(want.group(1), each) for each in got)
    assert right >= RIGHT * asked, f"{right} of {asked}"
    assert right >= FILLED_RIGHT * filled, f"{right} of {filled} filled"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Komutan Kars ve Ardahan'dan askerin çekilmesini istedi.", None),
        ("Vali Bursa'dan 500 at gönderilmesini istedi.", None),
        ("Heyet Aydın'dan köylülerin çıkarılmasını talep etti.", None),
        # a state, its capital and a person can be asked, and a town where nothing but the thing is told
        ("Ankara, Moskova'dan silah gönderilmesini istedi.", "Moskova"),
        ("Meclis, Rusya'dan para gönderilmesini istedi.", "Rusya"),
        ("Vali, Kaymakam Nuri Bey'den 500 at gönderilmesini istedi.", "Nuri Bey"),
        ("Vali Bursa'dan 500 at istedi.", "Bursa"),
    ],
)
def test_a_town_from_which_something_is_to_come_is_not_asked(text: str, asked: str | None) -> None:
    assert _received(text, "istedi" if "istedi" in text else "talep") == asked
