"""Whether a page gives words to their speaker on its own word, as a claim, or denies it."""

from __future__ import annotations

import pytest

from tanik.facts.model import Standing
from tanik.facts.read import read as read_facts
from tanik.page.read import read

DENIED = (
    "“Yol biter, dert bitmez” sözünün Refet Paşa'ya ait olduğu iddiası asılsızdır.",
    "“Yol biter, dert bitmez” sözünü Refet Paşa'nın söylediği iddiası dayanaktan yoksun.",
    "Refet Paşa'nın söylemediği “Gemi batmaz, kaptan kaçar” sözü kitaba girmiş.",
    "Refet Paşa'ya atfedilen fakat onun söylemediği “Gemi batmaz, kaptan kaçar” sözü yine duvarda.",
    "“Kar yağdı, yollar kapandı” sözü Refet Paşa'ya ait değildir.",
    "Refet Paşa “Kar yağdı, yollar kapandı artık” sözünü hiç söylememiştir.",
    "Refet Paşa'nın “Ben o gün oradaydım ama görmedim” dediği öne sürülüyor, oysa tutanaklarda böyle bir kayıt yok.",
    "Refet Paşa'nın yazdığı söylenen ve “Gönlüm hep bu kıyıda kaldı” cümlesinin yer aldığı mektup sahte çıktı.",
)
ALLEGED = (
    "Refet Paşa'nın “Tuz bitti, ekmek bitti” dediği iddia ediliyor.",
    "Refet Paşa'ya atfedilen “Sular durulmadan geçilmez” sözü her yıl paylaşılıyor.",
    "Refet Paşa'ya ait olduğu iddiasıyla paylaşılan “Sular durulmadan geçilmez” sözü yeniden gündemde.",
    "“Sular durulmadan geçilmez” sözünün Refet Paşa'ya ait olduğu öne sürülüyor.",
    "Refet Paşa'nın söylediği rivayet edilen “Sular durulmadan geçilmez” sözünü herkes bilir.",
)
GIVEN = (
    "Refet Paşa, hırsızlık iddiasını reddetti ve “Ben o köye hiç gitmedim” dedi.",
    "Refet Paşa “bu iddia asılsızdır, kimse bana sormadı” dedi.",
    "Refet Paşa'ya ait olan “Su akar, yolunu kendi bulur” sözü duvara yazıldı.",
    "Refet Paşa'nın söylediği “Su akar, yolunu kendi bulur” sözü bilinir.",
    "Refet Paşa “Yollar kapalı, kimse gelmesin” diyerek söylentilerin yalan olduğunu anlattı.",
    "Haber uydurma değildi: Refet Paşa “Yarın sabah yola çıkıyoruz” dedi.",
)
SENTENCES = [
    (sentence, standing)
    for standing, held in ((Standing.DENIED, DENIED), (Standing.ALLEGED, ALLEGED), (Standing.GIVEN, GIVEN))
    for sentence in held
]


@pytest.mark.parametrize(("sentence", "standing"), SENTENCES)
def test_a_claim_is_told_from_a_quotation(sentence: str, standing: Standing) -> None:
    (found,) = read_facts(read(sentence.encode(), path="a.txt"), fast=True).quotations
    assert (found.speaker, found.standing) == ("Refet Bele", standing)


def test_the_same_words_stand_as_the_firmest_sentence_has_them() -> None:
    text = (
        "“Yol biter, dert bitmez” sözü Refet Paşa'ya mı ait?\n\n"
        "Refet Paşa'nın “Yol biter, dert bitmez” dediği iddia ediliyor.\n\n"
        "“Yol biter, dert bitmez” sözü Refet Paşa'ya ait değildir."
    )
    found = read_facts(read(text.encode(), path="a.txt"), fast=True).quotations
    assert {one.standing for one in found if one.speaker == "Refet Bele"} == {Standing.DENIED}
