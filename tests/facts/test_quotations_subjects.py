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
    ("O gün Sevim Tekeli'yle yapılan röportajda şunları anlatıyor: “Kapı açıktı, yol boştu.”", "Sevim Tekeli"),
    ("Muhtar Nuri Tekeli“Kapıyı açan bizleriz, yolu da açarız” dedi.", "Nuri Tekeli"),
    (_BEFORE + "Bir gün “Kapı açıldı, yol bizim” dedi.", "Seyit Karakuş"),
    ("İmam Rıfat Kaya, “Reis Defteri” isimli kitabında “Yol bizim, kapı bizim” diyor.", "Rıfat Kaya"),
    ("Rıza Tekeli, yüz mebusun bulunduğu bir odada şöyle bağırdı: “Yol bizim, kapı bizim.”", "Rıza Tekeli"),
    (_BEFORE + "Nuri Tekeli'ye dönerek “Yol bizim, kapı bizim” dedi.", "Seyit Karakuş"),
    ("Salih Saraç'ın naklettiği hatıra şudur: “Yol bizim, kapı bizim.” (Nuri Tekeli, Yol, s. 12)", "Salih Saraç"),
    ("Rauf Səmədov nitqində demişdir: Güman edirəm ki, yol bizimdir və açıq olacaq.", "Rauf Semedov"),
    ("The guide states to belong to Amos Hale: “The lamp is out and the door is locked.”", "Amos Hale"),
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
    _BEFORE + "Hepsi birden “Yaşasın yol” diye bağırdı.",
    _BEFORE + "Köyde “Kapı açıldı, yol bizim” dediler.",
    _BEFORE + "Birkaç hatıra cümlesi: “Yol bizim, kapı bizim, ambar bizim.”",
    "“Kapı açıldı, yol bizim” yazılması gerekirken silinmiş. " + _BEFORE,
    "Seyit Karakuş'a dönerek şöyle dedi: “Yol bizim, kapı bizim.”",
    _BEFORE + "“Kapı kimin, yol kimin?” soruma gülerek baktı.",
    "“Kapıyı açan onlardır, unutulmaz” övgüsüne nail olan Seyit Karakuş sustu.",
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


_TALK = """Nuri Tekeli sordu:
- Kim geldi?
Kimse ses etmedi.
Salih Saraç:
– Ben geldim, kapı açık.
Reise eğilerek:
- Her şeyi öğrettim, sabrı öğretemedim, dedi.
- Bu gece, dedi, sizi dinleyeceğim.
Yanımda ne vardı soruyor:
- üç çuval un
- iki çuval şeker
"""


def test_a_dash_under_a_colon_opens_talk() -> None:
    assert [(one.text, one.speaker) for one in _quotations(_TALK)] == [
        ("Kim geldi?", "Nuri Tekeli"),
        ("Ben geldim, kapı açık.", "Salih Saraç"),
        ("Her şeyi öğrettim, sabrı öğretemedim", None),
        ("Bu gece, dedi, sizi dinleyeceğim.", None),
    ]


@pytest.mark.parametrize("text", ["“Yol bizim mi?” tartışması sürüyor.", "“Yol bizimdir bil” mövzusunda tədbir oldu."])
def test_the_matter_of_a_meeting_is_no_quotation(text: str) -> None:
    assert _quotations(text) == ()


@pytest.mark.parametrize("line", ["- elma aldım, armut aldım, eve döndüm.", "- üç çuval un, iki çuval şeker."])
def test_a_list_is_no_talk(line: str) -> None:
    assert _quotations("Çarşıdan dönünce yazdı;\n" + line) == ()
