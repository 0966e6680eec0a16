"""Sentences: stops that end one and stops that do not."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.core.sentence import sentences
from tanik.core.span import Span

# A bar stands where a sentence must end; nothing else may part the text.
_PARTED = [
    "Nadir Bey 14. 3. 1921 günü geldi.|Ertesi gün 15. Kolordu yola çıktı.",
    "Kafile 1922'de döndü.|Sonra ne oldu?",
    "K. Karabekir Paşa yazdı: “Gelin.”|Geldiler.",
    "“Olmaz.” dedi ve çıktı.|Kimse sesini çıkarmadı.",
    "Bkz. TBMM ZC, c. 7, s. 19.|Ardından II. Abdülhamid anılır.",
    "Dr. Adnan Bey, Prof. Dr. Suna Er vb. kişiler geldi.|Toplantı başladı.",
    "Depoda 3.500 lira vardı...|Yetmedi!|Neden? dedi.",
    "Vali 23 Nisan 1920'de yola çıktı.Sonra haber gelmedi.",
    "Kayıt www.ornek.com.tr adresinde.|Oraya bakın.",
    "Tutar 12.345.|Fazlası yok.",
    "a.g.e., s. 12.|Öteki kitapta yoktur.",
    "Çarşıda un, şeker vs. vardı.|5. maddede ve 6. Madde'de bu yazar.",
    "A. B. Miller wrote it.|See pp. 14-17.|Then he left.",
    "Hafız M. Kemal ile Alb. Rüştü geldi (bkz. s. 3.).|Gece oldu.",
    "İki kişi kaldı…|Kalanlar gitti.",
    "Bunu böyle der.|Gen. Harington inanmaz.",
    "Rapor 1.3.1922.|Yazan belli değil.",
    "ali köye geldi. |sonra gitti. |kimse görmedi.",
    "2. Ordu, 57. Tümen ve 37. Alay oradaydı.|Yol kapandı.",
    "Sayfa 13.|Öbür kitap kayıp.",
    "Mehmed VI. Vahdeddin tahttaydı.|Saray sustu.",
    "Мәктуб 1922-ҹи илдә јазылыб.|Сонра итиб.",
    "— Kim o?|— Benim.",
]


@pytest.mark.parametrize("text", _PARTED)
def test_sentences_end_where_a_reader_ends_them(text: str) -> None:
    wanted = [piece.strip() for piece in text.split("|")]
    text = text.replace("|", " ")
    if "çıktı.Sonra" in text:
        wanted = ["Vali 23 Nisan 1920'de yola çıktı.", "Sonra haber gelmedi."]
    assert [span.of(text) for span in sentences(text)] == wanted


def test_a_blank_line_ends_a_sentence_and_a_folded_line_does_not() -> None:
    text = "Heyet uzun bir yoldan\ngeldi ve dinlendi.\n\nBaşlık\n\nSon söz"
    assert [span.of(text).split()[-1] for span in sentences(text)] == ["dinlendi.", "Başlık", "söz"]


def test_a_stretch_gives_offsets_of_the_whole_text() -> None:
    text = "Dışarıda kaldı. İçeride iki cümle var. Budur. Sonrası yok."
    inside = Span(16, 45)
    assert [span.of(text) for span in sentences(text, inside)] == ["İçeride iki cümle var.", "Budur."]


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet=st.characters(codec="utf-8"), max_size=200) | st.text(alphabet="Aaıİ.!?…”“ \n(1)s", max_size=80)
)
def test_every_letter_lies_in_one_sentence(text: str) -> None:
    found = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = "".join(span.of(text) for span in found)
    assert "".join(covered.split()) == "".join(text.split())


def test_cost_grows_with_the_text(work: Callable[[Callable[[], object]], int]) -> None:
    piece = "M. Kemal Paşa (bkz. s. 12) 3. Orduya yazdı. Cevap gelmedi. "

    def cost(times: int) -> int:
        return work(lambda: sentences(piece * times))

    cost(10)
    assert cost(800) < 4.4 * cost(200)


def test_an_empty_stretch_has_no_sentences() -> None:
    text = "Yol açıldı. Kafile yürüdü."
    assert sentences(text, Span(5, 5)) == ()
