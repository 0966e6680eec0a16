"""Pages copied out of a browser window: social networks, forums with labelled headers, letters in quotation marks."""

from __future__ import annotations

import pytest

from tanik.page.model import Page, SegmentKind
from tanik.page.read import read


def page(text: str) -> Page:
    return read(text.encode(), path="kopya.txt")


def kinds(found: Page, kind: SegmentKind) -> list[tuple[str | None, str]]:
    return [(one.author, one.span.of(found.text)) for one in found.segments if one.kind is kind]


POST = """Değirmen Dostları
4 Mayıs 2020 · {audience}

OKUMADAN GEÇMEYİN!
Muhtar 9 Mayıs 1921'de köy odasında ne demiş, görün:

"Dere taşmadan köprünün ayaklarını sağlamlaştırmazsak bu köyün çocukları yıllarca karşıya geçemez, okulsuz kalır."

1.204 Beğeni · 37 Yorum · 12 Paylaşım

Nermin Örnek
Dedem de oradaydı
3y · Beğen · Yanıtla

Cemal Kayalı
Bunu hangi kitapta okudunuz?
Adı bile yazmıyor.
Beğen · Yanıtla · 2 g
"""


@pytest.mark.parametrize("audience", ["Herkese Açık", "herkese açık", "Public"])
def test_a_post_of_a_social_network(audience: str) -> None:
    found = page(POST.format(audience=audience))
    assert (found.authors, found.published) == (("Değirmen Dostları",), "2020-05-04")
    assert kinds(found, SegmentKind.COMMENT) == [
        ("Nermin Örnek", "Dedem de oradaydı"),
        ("Cemal Kayalı", "Bunu hangi kitapta okudunuz?\nAdı bile yazmıyor."),
    ]
    segment = found.segment_at(found.text.index("9 Mayıs 1921"))
    assert segment is not None
    assert segment.kind is SegmentKind.PARAGRAPH  # a time with a case ending stands in a sentence, not in a by-line


@pytest.mark.parametrize(
    ("who", "when", "names"),
    [
        ("Yazan", "Tarih", ("Taşçı_61", "Nermin")),
        ("Müəllif", "Tarix", ("Daşçı 61", "Sevda")),
        ("Мүәллиф", "Тарих", ("Дашчы_61", "Севда")),
        ("Gönderen", "Tarih", ("taşçı", "x7")),
    ],
)
def test_posts_under_labels(who: str, when: str, names: tuple[str, str]) -> None:
    first, second = names
    found = page(
        f"Köprüler › Taş köprüler\n\n{who}: {first}\n{when}: 12.05.2007\n\nKöprü 1908 yılında yapıldı, taşları da "
        f"ocaktan kırk kağnı ile iki ayda indirildi; bunu köyde bilmeyen yoktur sanırım.\n\n"
        f"{who}: {second}\n{when}: 13.05.2007\n\nOcaktan değil, dereden.\n"
    )
    assert (found.authors, found.published) == ((first,), "2007-05-12")
    (comment,) = [one for one in found.segments if one.kind is SegmentKind.COMMENT]
    assert (comment.author, comment.published) == (second, "2007-05-13")
    assert comment.span.of(found.text) == "Ocaktan değil, dereden."


def test_one_labelled_header_is_a_byline_and_no_thread() -> None:
    found = page("Taş köprüler\n\nYazan: Nermin Örnek\nTarih: 12.05.2007\n\n" + "Köprü taştan yapıldı. " * 8)
    assert (found.authors, found.published) == (("Nermin Örnek",), "2007-05-12")
    assert kinds(found, SegmentKind.COMMENT) == []


def test_the_day_of_a_letter_is_not_the_pages() -> None:
    found = page(
        'Sandıktan çıkan mektup\n\nAşağıdaki mektubu bize bir okurumuz gönderdi:\n\n"Köprübaşı, 12 Şubat 1921\n\n'
        "Muhtar Efendi'ye,\n\nKöprünün ayakları için istenen kırk araba taş ocağın ağzında beklemektedir; kağnıları "
        'bir an önce yollamanızı rica ederim.\n\nUstabaşı Rıza"\n\nOkurumuza teşekkür ederiz.\n'
    )
    assert (found.title, found.published) == ("Sandıktan çıkan mektup", None)


@pytest.mark.parametrize("title", ["“Söz” üzerine", '"Köprü" nasıl yapıldı', "«Han» ve hancı"])
def test_a_title_may_open_with_a_quoted_word(title: str) -> None:
    assert page(f"{title}\n\n" + "Köprü taştan yapıldı ve uzun yıllar ayakta kaldı. " * 4).title == title


@pytest.mark.parametrize(
    "lines",
    ["Elma · Armut · Ayva", "3 · 5 · 7", "Beğen · beğenmediysen söyle · Yanıtla sana kalmış", "Yanıtla"],
)
def test_other_rows_of_dots_end_no_comment(lines: str) -> None:
    found = page(f"Bahçe\n\n{'Bahçede her ağacın yeri ayrıdır ve suyu başkadır. ' * 4}\n\nVeli Örnek\nGüzel\n{lines}\n")
    assert kinds(found, SegmentKind.COMMENT) == []
