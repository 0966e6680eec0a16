"""Sayings listed with the names of those who said them; whose question is answered; endings that stand apart."""

from __future__ import annotations

import pytest

from tanik.facts.model import Quotation
from tanik.facts.read import read as read_facts
from tanik.page.read import read


def _found(text: str) -> dict[str, Quotation]:
    page = read(text.encode(), path="a.txt")
    return {one.text.split()[0]: one for one in read_facts(page).quotations}


_BELOW = """Denizcilerin deniz hakkında söyledikleri

Kaptanlar ne demişler, derledim.
***
Halat kısaldıkça liman uzaklaşır, sabır ister.
Salih KORKMAZ (Liman Başkanı, 1931)
***
Rüzgârı olmayanın yelkeni bezdir.
Ova Gazetesi
***
Martı konan direk
daha devrilmemiştir, korkmayın.
Edip SARIOVA
***
Gemi batarken kaptan son çaydır. (1934)
Fenerler Müdürü Kâzım Taner
"""

_BEHIND = """Deniz sözleri

*Denizin hafızası dalgadan uzundur. (Salih Korkmaz)
*Limanı olmayanın fırtınası bitmez. (Edip Sarıova)
*Kıyıyı gören pusulayı unutur, sonra döner arar. (Van Halder)
*Su susar, taş konuşur. (Karadeniz atasözü)
"""

_MARKED = """"Denizin hafızası dalgadan uzundur, unutmaz." = emekli kaptan Salih Korkmaz
"Limanı olmayanın fırtınası bitmez." – Edip Sarıova
"Kıyıyı gören pusulayı unutur, sonra arar." (Van Halder)
"""


def test_a_label_below_names_the_speaker_of_bare_words() -> None:
    found = _found(_BELOW)
    assert {word: one.speaker for word, one in found.items()} == {
        "Halat": "Salih KORKMAZ",
        "Rüzgârı": "Ova Gazetesi",
        "Martı": "Edip SARIOVA",
        "Gemi": "Kâzım Taner",
    }
    assert found["Gemi"].text == "Gemi batarken kaptan son çaydır."


def test_a_label_behind_names_the_speaker_and_a_proverb_has_none() -> None:
    found = {word: one.speaker for word, one in _found(_BEHIND).items()}
    assert found == {"Denizin": "Salih Korkmaz", "Limanı": "Edip Sarıova", "Kıyıyı": "Van Halder", "Su": None}


def test_marked_words_need_no_heading_to_be_a_list() -> None:
    found = {word: (one.speaker or "").split()[-1] for word, one in _found(_MARKED).items()}
    assert found == {"Denizin": "Korkmaz", "Limanı": "Sarıova", "Kıyıyı": "Halder"}


_NO_LISTS = (
    # subheadings below paragraphs, on a page that speaks of sayings
    "Kaptanın sözleri\n\nLiman o yıl dondu.\n\nKaradeniz Seferi\n\nGemi üç ay bekledi.\n\nSon Yıllar\n\nEvine döndü.\n",
    # works cited behind sentences
    "Liman tarihi\n\nLiman o yıl dondu. (Korkmaz, 1931)\n\nGemi bekledi. (Taner, 1940)\n\nFener söndü. (Sarı, 1950)\n",
    # two are no list
    "Kaptanın sözleri\n\nLiman o yıl dondu. (Salih Korkmaz)\n\nGemi üç ay bekledi. (Edip Sarıova)\n",
)


@pytest.mark.parametrize("text", _NO_LISTS)
def test_what_only_looks_like_a_list_is_none(text: str) -> None:
    assert _found(text) == {}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Bakanlığın, bir gazetecinin sorusuna “böyle bir emir hiç verilmedi” cevabını verdiği yazıldı.", None),
        ("Salih Bey'in kaymakamın teklifine “liman satılık değildir” yanıtını verdiği söylenir.", "Salih Bey"),
        ("Salih Bey, yanına gelen Edip Bey ‘e şunları söyler: “Limanı sana bırakıyorum, iyi bak.”", "Salih Bey"),
    ],
)
def test_whoever_is_answered_or_spoken_to_is_not_the_speaker(text: str, speaker: str | None) -> None:
    (found,) = read_facts(read(text.encode(), path="a.txt")).quotations
    assert found.speaker == speaker


def test_what_is_only_stated_has_no_speaker() -> None:
    text = "Salih Bey limanı kurdu. Bir sitede ise sözün “kaynağı belli değil” şeklinde belirtilmektedir.\n"
    (found,) = read_facts(read(text.encode(), path="a.txt")).quotations
    assert found.speaker is None
