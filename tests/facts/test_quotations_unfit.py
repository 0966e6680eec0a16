"""Who stands beside quoted words and cannot have spoken them: objects, goals, what somebody is "as"."""

from __future__ import annotations

import pytest

from tanik.facts.read import read as read_facts
from tanik.page.read import read

# (text, speaker of the first quotation)
_HELD = (
    (
        "Müfettiş olarak kasabada bulunan Tevfik Sarıgül’ün defterinde şu satırlar vardır: “Ambar boş, kapı açık.”",
        "Tevfik Sarıgül",
    ),
    ("Dernek başkanı olan Tevfik Sarıgül, “Ambar boş kaldı, kapıyı açtık” dedi.", "Tevfik Sarıgül"),
    ("Haber Tevfik Sarıgül’e verildiğinde “Ben o kapıyı hiç görmedim” diyerek güldü.", "Tevfik Sarıgül"),
    ("Rıfat Çelik kapıyı tutarken Tevfik Sarıgül koştu. Nefes nefese “Ambar boş kaldı, koşun” dedi.", "Tevfik Sarıgül"),
    ("Ambar görevi Tevfik Sarıgül’e verildi; masaya çıkıp seslendi: “Kapıyı açın, arpa çürüyor.”", "Tevfik Sarıgül"),
    ("“Ambar boş kaldı, kapıyı açtık.”\nBu sözleri muhtar Tevfik Sarıgül söyledi.", "Tevfik Sarıgül"),
)
_EMPTY = (
    "Köylüler Tevfik Sarıgül’ü çarşıda gördü. Ertesi gün kapıya “Ambar boş kaldı, arpa çürüdü” diye yazılmıştı.",
    "Tevfik Sarıgül’ün evi yandı. Kasabada asılan kâğıtta bir “Ambar boş kaldı, arpa çürüdü” yazısı duruyordu.",
    "Sandığın üzerindeki “Kapıyı açanı unutmadık” yazısı göze çarpıyordu.\nKaymakam Tevfik Sarıgül onu aldı.",
    "Çarşıda toplananlar “Ambar boş kaldı, arpa çürüdü” demiş köylülerdi. Tevfik Sarıgül o gün evdeydi.",
)


def _speaker(text: str) -> str | None:
    page = read((text + "\n").encode(), path="page.txt")
    return read_facts(page).quotations[0].speaker


@pytest.mark.parametrize(("text", "speaker"), _HELD)
def test_who_speaks_stands_in_a_place_of_speaking(text: str, speaker: str) -> None:
    assert _speaker(text) == speaker


@pytest.mark.parametrize("text", _EMPTY)
def test_an_object_or_a_neighbour_does_not_speak(text: str) -> None:
    assert _speaker(text) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Memurlar köye gelip malları yazmış: iki katlı ev, 46 dönüm tarla, bir depo. Muhtar sustu.", []),
        ("Vali o gün şöyle yazmış: bir yurt, bir ordu, bir dil.", ["bir yurt, bir ordu, bir dil."]),
        ("Vali o gün şöyle yazmış: iki gün, üç gün bekledik.", ["iki gün, üç gün bekledik."]),
        (
            "Vali o gün şöyle yazmış: iki güne kadar yola çıkacağız, hazır olun.",
            ["iki güne kadar yola çıkacağız, hazır olun."],
        ),
        ("Vali ona “bu büyük iştir” dedi; bunu muhtar yazar, başka tanık yoktur.", ["bu büyük iştir"]),
        (
            "Dedem askerdi. Yağmur yağınca aynı lafı ederdi: sel köprüyü yıkar, borç adamı.",
            ["sel köprüyü yıkar, borç adamı."],
        ),
    ],
)
def test_what_a_list_or_the_writer_says_behind_a_verb(text: str, told: list[str]) -> None:
    found = read_facts(read(f"{text}\n".encode(), path="a.txt"), fast=True).quotations
    assert [one.text.rstrip(".") for one in found] == [one.rstrip(".") for one in told]
