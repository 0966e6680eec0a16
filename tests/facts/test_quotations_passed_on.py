"""Words that a page passes on: long quotations that hold others, signed texts, headlines, what befell a text."""

from __future__ import annotations

from tanik.facts.model import Quotation
from tanik.facts.read import read as read_facts
from tanik.page.read import read


def found(*paragraphs: str, title: str = "") -> list[Quotation]:
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    page = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"
    return list(read_facts(read(page.encode(), path="a.html"), fast=True).quotations)


def told(*paragraphs: str, title: str = "") -> list[tuple[str | None, str]]:
    return [(one.speaker, one.text.split()[0]) for one in found(*paragraphs, title=title)]


def test_words_go_on_to_the_paragraph_that_closes_them() -> None:
    (one,) = found(
        "Selma Arıcan köşesinde şunları yazdı:",
        "“Liman o kış kapandı, tekneler çekildi.",
        "Reis ‘kimse denize çıkmasın’ demiş.",
        "Kâtip bunu ‘boş laf’ diye not etmiş.",
        "Buzlar ancak martta çözüldü.”",
        "Köyde o yıl balık yenmedi.",
    )
    assert (one.speaker, one.text.split()[-1]) == ("Selma Arıcan", "çözüldü.")


def test_a_mark_that_nothing_closes_takes_no_later_quotation() -> None:
    words = told(
        "Selma Arıcan şunları yazdı:",
        "“Liman o kış kapandı, tekneler çekildi.",
        "Köyde o yıl balık yenmedi.",
        "Refet Paşa “Yollar açılsın, kervan yürüsün” dedi.",
    )
    assert ("Refet Bele", "Yollar") in words


def test_who_signed_a_text_speaks_in_it() -> None:
    assert told("Selma Arıcan imzalı haberin sonunda şöyle deniyordu: “Liman kapanmadı, kimse de kapatmadı.”") == [
        ("Selma Arıcan", "Liman")
    ]
    # the text's own sentence names another
    assert told("Selma Arıcan imzalı haberde Refet Paşa şöyle dedi: “Liman kapanmadı, kimse de kapatmadı.”") == [
        ("Refet Bele", "Liman")
    ]


def test_headlines_and_funds_are_nobodys_words() -> None:
    assert found("Refet Paşa'nın yazısı “Liman yine kapandı, kimse duymadı!” başlığıyla Sözcü'de yayımlandı.") == []
    assert found("Köylüler parayı “Limana ve balıkçıya yardım fonu”nda topladı.") == []
    assert found("Toplanan para “limana ve balıkçıya yardım” fonuna aktarıldı.") == []


def test_what_befell_a_text_is_not_its_words() -> None:
    entries = (
        "Refet Paşa tarafından 1925 yılında bir dergide yayımlanmış",
        "Vali Hilmi Bey tarafından 1930'da yeniden basılmış;",
        "Bir gazeteci tarafından 2015'te paylaşılmış;",
        "Bugün de dolaşıyor.",
    )
    assert found("Son yıllarda uydurma bir metin dolaşıyor. Söz konusu metin:", *entries) == []
    # a letter is words
    assert (
        len(
            found(
                "Elimizdeki mektubun metni:",
                "Yollar kapandı, erzak bitti; yardım bekliyoruz;",
                "Köyde o kış üç ev yandı.",
            )
        )
        == 1
    )


def test_a_heading_takes_its_speaker_from_the_text() -> None:
    words = told(
        "Gazeteci Selma Arıcan mektup için “Bu çok büyük bir cehalet örneği, başka bir şey değil” dedi.",
        title="Atatürk'ün mektubuna yalanlama! “Çok büyük bir cehalet örneği...”",
    )
    assert {speaker for speaker, _ in words} == {"Selma Arıcan"}


def test_a_group_speaks_where_a_participle_or_a_question_says_so() -> None:
    assert told("Refet Paşa, “yollar bizim artık” diyen bir gruba ateş açtırdı.") == [("grup", "yollar")]
    assert told("“Yollar bizim artık” diye bağıran kalabalık Refet Paşa'nın evini sardı.") == [("kalabalık", "Yollar")]
    assert told("Refet Paşa gruba ne istediklerini sorunca “Komutanına haber ver!” cevabını aldı.") == [
        ("grup", "Komutanına")
    ]
    assert told("Grup “biz yolun ordusuyuz” diyerek camiye girdi.") == [("Grup", "biz")]
    # the participle's own head has a name, and whom one speaks to does not answer
    assert told("“Yollar bizim artık” diyen Refet Paşa gruba seslendi.") == [("Refet Bele", "Yollar")]
    assert told("Gruba seslenen Refet Paşa “Yolu açın, geçelim” dedi.") == [("Refet Bele", "Yolu")]


def test_an_answer_spoken_is_no_letter_and_what_goes_by_a_name_is_no_saying() -> None:
    (spoken,) = found("Refet Paşa muhtara ne istediğini sorunca “Komutanına haber ver!” cevabını aldı.")
    assert (spoken.speaker, str(spoken.form)) == ("muhtar", "direct")
    assert found("Tarihe “Liman Olayı” diye geçen hadise böyle başladı.") == []
