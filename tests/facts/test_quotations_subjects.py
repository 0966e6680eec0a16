"""Who speaks where a participle's head, "o", a people, a described noun or an English apposition is the subject."""

from __future__ import annotations

import pytest

from tanik.facts.model import Quotation
from tanik.facts.read import read as read_facts
from tanik.page.read import read

_BEFORE = "Seyit Karakuş o gün oradaydı. "
# (text, speaker of the last quotation)
_NAMED = (
    (_BEFORE + "Kürsüye çıkan İtalyan diplomat “Biz bu hesabı size soracağız” dedi.", "İtalyan diplomat"),
    (_BEFORE + "Kapıda duran yaşlı marangoz “Bu kapı bir daha açılmaz” dedi.", "yaşlı marangoz"),
    (_BEFORE + "Polonyalılar da, “Şair bizimdir, onu vermeyiz,” diyorlardı.", "Polonyalılar"),
    ("Nuri Tekeli anlattı: “Kapı açıldı, yol bizim.” O, belgeden de söz açtı: “Kâğıdı ben yazmadım.”", "Nuri Tekeli"),
    ("Rauf Səmədov deyib: “Sənəd saxtadır”. O, Kərimin dediyindən bəhs edib: “Möhür də yoxdur orada”.", "Rauf Semedov"),
    ("Kâzım Karabekir, Nazıra şu açık yanıtı verdi: Böyle bir emrin kanuni bir sebebi yoktur.", "Kâzım Karabekir"),
    ("Enver Tekeli'nin kâtibi, “Bey bu gece gelmeyecek” dedi.", "Enver Tekeli'nin kâtibi"),
    ("“Kapı açıldı, yol bizim.” Böyle dedi Nuri Tekeli o akşam.", "Nuri Tekeli"),
    ("“Kapı açıldı, yol bizim.” Nuri Tekeli bu sözü kardeşine söylemiştir.", "Nuri Tekeli"),
    ("Salih Saraç sustu; Nuri Tekeli ise “Ben yokum” diye karşılık verdi.", "Nuri Tekeli"),
    ("- Kapı kapalı, yol uzun, dedi Nuri Tekeli.", "Nuri Tekeli"),
    ("“The lamp is out,” remarked his old colleague, Amos Hale. Nobody answered him that night.", "Amos Hale"),
    ("The road was long. “The lamp is out,” came Norton's short reply.", "Norton"),
    ("According to Norton, “the lamp is out and the door is locked.” Nobody answered.", "Norton"),
    ("“The lamp is out and the door is locked,” according to Amos Hale, who had seen it.", "Amos Hale"),
    ("Amos Hale described Norton as “a man without a map or a friend.” He was right.", "Amos Hale"),
    ("Norton is described by Amos Hale as “a man without a map or a friend.” He was right.", "Amos Hale"),
    ("In Amos Hale's words, “the lamp is out and the door is locked.” Nobody answered.", "Amos Hale"),
)
_NOBODY = (
    _BEFORE + "“Bizi bu yoldan döndüremezsiniz” diyen kahraman erlerdi.",
    _BEFORE + "“Bizi bu yoldan döndüremezsiniz” diye yükselen itirazlara aldırmadı.",
    "“Kapı açıldı, yol bizim” der gibi baktı Nuri Tekeli.",
    "Vali Bey'e gönderilen mektupta “Yollar kapandı, gelemeyiz” deniyordu.",
    _BEFORE + "Haber gelir, “Vali kırk askerle geliyor” diye.",
    "Ona seslendim;\n-Bak arkadaş, benim tüfek bozuldu, ateş almıyor! Dedim.. O da baktı.",
)
_NOT_DESCRIBED = (
    _BEFORE + "Geçen gün “Kapı açıldı, yol bizim” dedi.",
    _BEFORE + "Orada geçen ifade “kapı açıldı, yol bizim” diye başlar.",
    _BEFORE + "Gelen telgraf “kapı açıldı, yol bizim” diyordu.",
    _BEFORE + "Ertesi gün gelen haber “kapı açıldı, yol bizim” diyordu.",
)


def _quotations(text: str) -> tuple[Quotation, ...]:
    return read_facts(read((text + "\n").encode(), path="page.txt")).quotations


@pytest.mark.parametrize(("text", "speaker"), _NAMED)
def test_the_subject_of_the_saying_is_named(text: str, speaker: str) -> None:
    assert _quotations(text)[-1].speaker == speaker


@pytest.mark.parametrize("text", _NOBODY)
def test_nobody_is_named_who_did_not_speak(text: str) -> None:
    assert _quotations(text)[-1].speaker is None


@pytest.mark.parametrize("text", _NOT_DESCRIBED)
def test_a_moment_or_a_saying_is_no_speaker(text: str) -> None:
    found = _quotations(text)
    assert all(one.speaker in (None, "Seyit Karakuş") for one in found)


def test_a_speech_in_paragraphs_is_closed_in_the_last() -> None:
    text = "A neighbour writes: “The keeper is misquoted.\n\n“He never said that at all.”\n\nNobody answered him."
    (found,) = _quotations(text)
    assert found.text.startswith("The keeper")
    assert found.text.endswith("at all.")
    assert not any("answered" in one.text for one in _quotations(text.replace("“He", "He")))


def test_whoever_is_judged_does_not_speak() -> None:
    (found,) = _quotations("Amos Hale stood there. He called Norton “the worst captain of the river fleet.”")
    assert found.speaker != "Norton"


@pytest.mark.parametrize("line", ["- elma aldım, armut aldım, eve döndüm.", "- üç çuval un, iki çuval şeker."])
def test_a_list_is_no_talk(line: str) -> None:
    assert _quotations("Çarşıdan dönünce yazdı;\n" + line) == ()
