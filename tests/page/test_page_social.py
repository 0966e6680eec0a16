"""Posts, comments and chain messages as people copy them: whose words are whose, and what is nobody's."""

from __future__ import annotations

import pytest

from tanik.page.model import Page, SegmentKind
from tanik.page.read import read
from tanik.page.styled import plain_letters
from tanik.page.vocabulary import is_boilerplate

_THREAD = """Değirmen Defteri
@degirmendefteri
·
12 May 2021
Karasu köprüsü 1905'te yapıldı, 300 lira tuttu.
14
1,2 B
9,3 B

Ali Usta
@aliusta56
·
13 May 2021
Değirmen Defteri adlı kişiye yanıt olarak
Yalan. Köprü 1911'de bitti.
3
41

sessiz
@sessiz_okur
·
2g
kaynak?
1
"""


def _said(page: Page) -> list[tuple[str, str | None, str]]:
    quiet = {SegmentKind.BOILERPLATE, SegmentKind.BYLINE}
    return [
        (str(one.kind), one.author, page.text[one.span.start : one.span.end])
        for one in page.segments
        if one.kind not in quiet
    ]


def test_a_thread_of_short_posts_is_a_post_and_its_answers() -> None:
    page = read(_THREAD.encode(), path="x.txt")
    assert (page.title, page.authors, page.published) == (None, ("Değirmen Defteri",), "2021-05-12")
    assert _said(page) == [
        ("paragraph", None, "Karasu köprüsü 1905'te yapıldı, 300 lira tuttu."),
        ("comment", "Ali Usta", "Yalan. Köprü 1911'de bitti."),
        ("comment", "sessiz", "kaynak?"),
    ]


def test_a_number_above_the_words_is_no_counter() -> None:
    text = _THREAD.replace("Karasu", "1905\nKarasu")
    assert _said(read(text.encode(), path="x.txt"))[0][2].startswith("1905")


def test_comments_with_an_age_stand_under_an_account() -> None:
    text = (
        "koprulerin.izinde\nOrijinal ses\nKöprü 1905'te yapıldı 🌉 #köprü #tarih\n❤️ 12,4 B  💬 1.203  🔗 Paylaş\n\n"
        "ayse.okur · 2g\nHayır, 1911'de yapıldı\nYanıtla  👍 312\n\nmert.56 · 1g\nhelal\nYanıtla  👍 4\n"
    )
    page = read(text.encode(), path="x.txt")
    assert (page.title, page.authors) == (None, ("koprulerin.izinde",))
    assert _said(page) == [
        ("paragraph", None, "Köprü 1905'te yapıldı 🌉"),
        ("comment", "ayse.okur", "Hayır, 1911'de yapıldı"),
        ("comment", "mert.56", "helal"),
    ]


def test_whose_post_it_is_no_title() -> None:
    text = "Karasu Sevdalıları\n12 Eylül 2020 · Herkese Açık\n\nDedem köprüyü 1905'te yapmış, 300 lira almış.\n"
    page = read(text.encode(), path="x.txt")
    assert (page.title, page.authors, page.published) == (None, ("Karasu Sevdalıları",), "2020-09-12")


def test_a_title_stands_above_the_words_and_not_below() -> None:
    text = (
        "Köprünün ustası 1905'te bitti ama parasını alamadı diyorlar, bu doğru değil.\n\n"
        "Birincisi, köprü taştandı!\nİkincisi, " + "usta parasını 1906'da aldı ve köyüne döndü, " * 3 + "öldü.\n"
    )
    page = read(text.encode(), path="x.txt")
    assert page.title is None
    assert page.segments[0].kind is SegmentKind.PARAGRAPH


def test_a_question_that_a_field_gives_is_the_title() -> None:
    text = "Soru: Karasu köprüsü ne zaman yapıldı?\n\nHayır. " + "Köprü 1905'te yapıldı, ustası Niğdeli idi. " * 3
    assert read(text.encode(), path="x.txt").title == "Karasu köprüsü ne zaman yapıldı?"


@pytest.mark.parametrize(
    "line",
    [
        "‼️‼️ OKUYUN VE PAYLAŞIN ‼️‼️",
        "EN AZ 20 KİŞİYE YOLLAYIN 🙏",
        "Bu mesajı silme, ilet ➡️",
        "ALINTIDIR",
        "Kaynak: internetten",
        "#köprü #tarih",
        "5.120 beğenme",
        "Yorum ekle...",
        "3 gün önce",
        "Replying to @oldbridges",
        "Share before they delete it",
        "iPhone'umdan gönderildi",
    ],
)
def test_what_hands_a_post_on_is_nobodys(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "Köprü #5 numaradır",
        "12.000 lira verdi",
        "Paylaşım 1920'de yapıldı",
        "❤️ 1920'de yıkıldı",
        "3 gün önce vali geldi",
        "Herkese un dağıttı",
        "Mektup valiye iletildi",
        "Mirası kardeşlerle paylaşın dedi",
        "Kaynak: Defter, s. 4",
        "Telgraf Sivas'tan gönderildi",
    ],
)
def test_what_tells_of_sharing_is_text(line: str) -> None:
    assert not is_boilerplate(line)


def test_a_messengers_marks_are_no_part_of_a_title() -> None:
    text = "*KÖPRÜNÜN GİZLENEN DEFTERİ*\n\n" + "Köprü 1905'te yapıldı, ustası Niğdeli idi. " * 4
    page = read(text.encode(), path="x.txt")
    assert page.title == "KÖPRÜNÜN GİZLENEN DEFTERİ"
    assert page.text == text


def test_lines_read_off_a_narrow_column_are_one_paragraph() -> None:
    text = (
        "Köprünün ustası taşları Karasu ya-\nmaçlarından getirtti. İlk\nkemer 1905 nisanında\nbitti, ikincisi er-\n"
        "tesi yıl.\n\nUsta parasını alamadı\nve köyüne döndü.\n"
    )
    paragraphs = [one for one in read(text.encode(), path="x.txt").segments if one.kind is SegmentKind.PARAGRAPH]
    assert len(paragraphs) == 2


def test_lines_of_a_poem_stay_lines() -> None:
    text = "Köprüden geçti gelin\nSaçları ince telin\nVardım ki yurdundan ayağ göçürmüş\n" * 3
    paragraphs = [one for one in read(text.encode(), path="x.txt").segments if one.kind is SegmentKind.PARAGRAPH]
    assert len(paragraphs) == 9


def test_what_a_messenger_says_of_a_message_is_no_part_of_it() -> None:
    chat = (
        "[14.05.2022 21:07:33] Nur: İletildi\nKöprü 1905'te yapıldı\n"
        "[14.05.2022 21:15:02] Can: Değil, 1911'de <Bu mesaj düzenlendi>\n"
    )
    assert [words for _, _, words in _said(read(chat.encode(), path="x.txt"))] == [
        "Köprü 1905'te yapıldı",
        "Değil, 1911'de",
    ]


def test_who_answers_in_a_forum_stands_below_the_time() -> None:
    text = (
        "Cvp: Karasu köprüsü\n« Yanıtla #1 : 11 Mart 2012, 22:41:07 »\nbozkurt_72\n"
        + "Köprü 1905'te yapıldı, ustası Niğdeli idi. " * 4
        + "\n\nCvp: Karasu köprüsü\n« Yanıtla #2 : 12 Mart 2012, 09:15:40 »\nkalpakli61\nhangi defter?\n"
    )
    assert ("comment", "kalpakli61", "hangi defter?") in _said(read(text.encode(), path="x.txt"))


def test_letters_of_other_styles_are_read_and_stay_as_many() -> None:
    text = "𝗞𝗼̈𝗽𝗿𝘂̈ 𝟭𝟵𝟬𝟱'𝘁𝗲 𝓪ç𝓲𝓵𝓭𝓲. Ｕsta Ⓐⓛⓘ, ᴋᴀʀᴀsᴜ. ① Taş"
    plain, repairs = plain_letters(text)
    assert len(plain) == len(text)
    assert [one.kind for one in repairs] == ["styled_letters"]
    page = read(text.encode(), path="x.txt")
    assert page.text == "Köprü 1905'te açildi. Usta Ali, karasu. ① Taş"


def test_ordinary_text_has_no_styled_letters() -> None:
    assert plain_letters("Köprü 1905'te açıldı – “taştan”. ½ ölçü, 5 m²") == (
        "Köprü 1905'te açıldı – “taştan”. ½ ölçü, 5 m²",
        [],
    )
