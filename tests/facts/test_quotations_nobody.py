"""Who is not taken for the speaker: a person named before, where the words ask for nobody, or only a topic."""

from __future__ import annotations

import pytest

from tanik.facts.read import read as read_facts
from tanik.page.read import read

_BEFORE = "Süreyya Paşa kasabaya geldi. Süreyya Paşa üç gün kaldı."

_NOBODYS = (
    f"{_BEFORE}\n\nHalk arasında bir laf vardır: “Değirmenin suyu nereden gelirse gelsin un beyazdır.”\n",
    f"{_BEFORE}\n\nKanunun beşinci maddesinde “her köyde bir değirmen bulundurulur” denmektedir.\n",
    f"{_BEFORE}\n\nKapının üstündeki levhada “suyu boşa akıtan kendini akıtır” yazıyor.\n",
    f"{_BEFORE}\n\n***\n\n“Değirmen döndükçe köy de döner, taş durunca herkes susar.”\n\nKasaba sonra boşaldı.\n",
    f"{_BEFORE}\n\nDeğirmenler hakkında\n\n“Değirmen döndükçe köy de döner.”\n\nSonra yağmur yağdı.\n",
    f"{_BEFORE}\n\nBu bilgi, odanın bastırdığı bir kitapta aynen şöyle geçiyor: “Değirmen iki taksitte ödendi.”\n",
    f"{_BEFORE}\n\nBurada sorulması gereken soru, 'Değirmenin parası nereden geldi?'den başkası değildir.\n",
    f"{_BEFORE}\n\nAkla ister istemez şu soru geliyor: “Değirmenin parası nereden geldi?”\n",
    f"{_BEFORE}\n\nYaygın iddia şu: “Değirmenin parası hiç ödenmedi.” Para ödendi.\n\nTaşı Halil Bey yonttu.\n",
    f"{_BEFORE}\n\nA notice is carved in stone.\n\nOver the gate is carved “whoever spills the water pays for it”.\n",
)

_CARRIED = (
    (
        "Süreyya Paşa kardeşine bir mektup yolladı. Mektupta şöyle deniyordu: “Değirmeni yarın açacağız.”\n",
        "Süreyya Paşa",
    ),
    ("Süreyya Paşa kasabaya geldi. “Değirmeni yarın açacağız, suyu tutun” dedi.\n", "Süreyya Paşa"),
    ("Süreyya Paşa kardeşine bir mektup yolladı.\n\n“Değirmeni yarın açacağız, suyu tutun.”\n", "Süreyya Paşa"),
    ("Süreyya Paşa, yaveri Halil Bey hakkında şunları söyler:\n“Değirmeni o kurdu, suyu o getirdi.”\n", "Süreyya Paşa"),
    ("Süreyya Paşa'nın iddiası şu: “Değirmenin parası hiç ödenmedi.”\n", "Süreyya Paşa"),
    ("Süreyya Paşa kürsüye çıktı ve şöyle dedi:\n\n“Değirmeni yarın açacağız, suyu tutun.”\n", "Süreyya Paşa"),
)


@pytest.mark.parametrize("text", _NOBODYS)
def test_nobody_is_guessed(text: str) -> None:
    (found,) = read_facts(read(text.encode(), path="a.txt")).quotations
    assert found.speaker is None


@pytest.mark.parametrize(("text", "speaker"), _CARRIED)
def test_whoever_goes_on_is_still_found(text: str, speaker: str) -> None:
    (found,) = read_facts(read(text.encode(), path="a.txt")).quotations
    assert found.speaker == speaker


def test_a_subject_parted_by_a_comma_speaks_at_the_end_of_its_sentence() -> None:
    text = (
        "“Komşu komşuya kapı kapatmaz, yol açar”\n\nSüreyya Paşa kasabaya geldi, mektup yazdı.\n\n"
        "Halil Rıfat Bey, Süreyya Paşa'nın yazdığı mektuba yazdığı cevapta köyün sevincini anlatıyor ve sonra "
        "ekliyordu: “Paşam, komşu komşuya kapı kapatmaz. Komşu, yol açar.”\n"
    )
    assert {one.speaker for one in read_facts(read(text.encode(), path="a.txt")).quotations} == {"Halil Rıfat Bey"}


@pytest.mark.parametrize(
    "text",
    [
        "Mektuba gelince: Arşivde böyle bir kâğıt yok, kimse de görmedi.\n",
        "Telgrafa gelince: Süreyya Paşa o gün kasabada değildi.\n",
        "Teleqrama gəldikdə: Arxivdə belə bir kağız yoxdur.\n",
    ],
)
def test_what_is_spoken_of_next_is_no_announcement(text: str) -> None:
    assert read_facts(read(text.encode(), path="a.txt")).quotations == ()
