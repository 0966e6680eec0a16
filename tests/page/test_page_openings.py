"""What stands over and beside a text's words: fields of a form, days of a diary, quotations of a Markdown file."""

from __future__ import annotations

import pytest

from tanik.page.days import day_headings
from tanik.page.model import SegmentKind
from tanik.page.read import read

_TOLD = (
    "Düğün üç gün sürdü, davullar susmadı, köyün bütün çocukları şeker yedi; bunu anlatan Hatice Nine o gün yedi "
    "yaşındaydı ve hiçbir şeyi unutmamıştı."
)
# (what stands over the text, title, authors, published)
_HEADS = (
    ("Bir Köy Düğünü\n\nYer: Bilecik\nTarih: 3 Mayıs 1931", "Bir Köy Düğünü", (), None),
    ("Bir Köy Düğünü\nYer: Bilecik", "Bir Köy Düğünü", (), None),
    ("Yer: Bilecik\n\nBir Köy Düğünü", "Bir Köy Düğünü", (), None),
    ("Tutanak\n\nReis sordu:\n\n— Kim konuşacak?", "Tutanak", (), None),
    ("Reis sordu: kim konuşacak?", None, (), None),
    ("Anlatan: Hatice Nine\nDerleyen: Selim Ok\n\nBir Köy Düğünü", "Bir Köy Düğünü", ("Selim Ok",), None),
    ("Konu: Bir Köy Düğünü\nGönderen: Selim Ok", "Bir Köy Düğünü", ("Selim Ok",), None),
    ("Tarih: 3 Mayıs 1931\nYer: Bilecik\nKonu: Köy düğünü", "Köy düğünü", (), None),
    ("Bir Köy Düğünü\nMekân: Söğüt\nZaman: 3 Mayıs 1931", "Bir Köy Düğünü", (), None),
    ("Bir Köy Düğünü\n\n3 Mayıs 2011, Salı", "Bir Köy Düğünü", (), "2011-05-03"),
    # what only looks like these
    ("Bilecik: Bir Köy Düğünü\nYazan: Selim Ok, 3 Mayıs 2011", "Bilecik: Bir Köy Düğünü", ("Selim Ok",), "2011-05-03"),
    ("Bir Köy Düğünü\nYazan: Selim Ok\nTarih: 3 Mayıs 2011", "Bir Köy Düğünü", ("Selim Ok",), "2011-05-03"),
    ("Bir Köy Düğünü\n\nTarih: 3 Mayıs 2011", "Bir Köy Düğünü", (), "2011-05-03"),
    ("Düğün: üç gün üç gece", "Düğün: üç gün üç gece", (), None),
    ("Tarih: kim yazar, kim okur", "Tarih: kim yazar, kim okur", (), None),
    ("Yerini Bulan Düğün\nSelim Ok - 3 Mayıs 2011", "Yerini Bulan Düğün", ("Selim Ok",), "2011-05-03"),
    ("Kim konuşacak?", "Kim konuşacak?", (), None),
    ("Başkanın Düğünü", "Başkanın Düğünü", (), None),
    ("Konuşan Taşlar\nYazan: Selim Ok", "Konuşan Taşlar", ("Selim Ok",), None),
    ("Oturma Odası\nSelim Ok, 3 Mayıs 2011", "Oturma Odası", ("Selim Ok",), "2011-05-03"),
)
_DAYS = (
    ("5 mart 1922", "6 mart 1922"),
    ("5 mart 1922, pazar", "6 mart 1922, pazartesi"),
    ("pazar, 5 mart 1922", "pazartesi, 6 mart 1922"),
    ("27 safer 1341", "28 safer 1341"),
    ("5 tesrinisani 1337", "6 tesrinisani 1337"),
    ("5 mart", "6 mart"),
    ("5.3.1922", "6.3.1922"),
    ("[5 mart 1922]", "[6 mart 1922]"),
    ("march 5, 1922", "march 6, 1922"),
    ("5 iyun 1922", "6 iyun 1922:"),
)
_NO_DAYS = (
    ("5 mart 2022", "selim ok"),
    ("selim 5 mart 2022", "ayse 6 mart 2022"),
    ("5 mart 2022 10:15", "6 mart 2022 11:20"),
    ("1922", "1923"),
    ("mart 1922", "nisan 1922"),
    ("5 kisi", "6 kisi"),
    ("5 mart 2022'de", "6 mart 2022'de"),
    ("yayin tarihi: 5 mart 2022", "yayin tarihi: 6 mart 2022"),
    ("5. bolum", "6. bolum"),
    ("5 mart 2022 | gundem", "6 mart 2022 | spor"),
)


@pytest.mark.parametrize(("head", "title", "authors", "published"), _HEADS)
def test_heads(head: str, title: str | None, authors: tuple[str, ...], published: str | None) -> None:
    page = read(f"{head}\n\n{_TOLD}\n".encode(), path="dugun.txt")
    assert (page.title, page.authors, page.published) == (title, authors, published)


@pytest.mark.parametrize("days", _DAYS)
def test_days_over_entries(days: tuple[str, str]) -> None:
    assert day_headings([days[0], _TOLD, days[1], _TOLD]) == {0, 2}


@pytest.mark.parametrize("lines", _NO_DAYS)
def test_what_is_no_day_over_an_entry(lines: tuple[str, str]) -> None:
    assert day_headings([lines[0], _TOLD, lines[1], _TOLD]) == frozenset()


@pytest.mark.parametrize("path", ["gunluk.txt", "gunluk.html"])
def test_a_diary_is_published_on_none_of_its_days(path: str) -> None:
    lines = ["Muallim Nuri'nin Günlüğü", "5 Mart 1922, Pazar", _TOLD, "6 Mart 1922, Pazartesi", _TOLD]
    html = f"<html><body><article><h1>{lines[0]}</h1>{''.join(f'<p>{line}</p>' for line in lines[1:])}</article>"
    page = read((html if path.endswith("html") else "\n\n".join(lines)).encode(), path=path)
    assert (page.title, page.published) == (lines[0], None)
    assert not any(segment.kind is SegmentKind.BYLINE for segment in page.segments)


@pytest.mark.parametrize(
    ("source", "quoted"),
    [
        ("> Gemiler yanaştı.\n> Kimse uyumadı.\nErtesi gün yaz geldi.", "Gemiler yanaştı. Kimse uyumadı."),
        ("> Gemiler yanaştı.\n— Postacı Veli", "Gemiler yanaştı."),
        ("> Gemiler yanaştı,\nkimse uyumadı.", "Gemiler yanaştı, kimse uyumadı."),
        ("> Gemiler yanaştı\nVe kimse uyumadı.", "Gemiler yanaştı Ve kimse uyumadı."),
        ("> *Gemiler yanaştı.*\n**Ertesi gün** yaz geldi.", "Gemiler yanaştı."),
        ("> Gemiler `yanaştı\n> sabah`.\nErtesi gün yaz geldi.", None),
    ],
)
def test_what_stands_right_below_a_markdown_quotation(source: str, quoted: str | None) -> None:
    page = read(f"# Defter\n\nBöyle yazıyor:\n\n{source}\n".encode(), path="defter.md")
    held = [one.span.of(page.text) for one in page.segments if one.kind is SegmentKind.QUOTATION]
    assert held == [quoted] if quoted is not None else len(held) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Aid to Persia, by date:\n\n* May 1921: 40 guns, paid at Resht\n* June 1921: 4 million rubles\n",
        "Gelen yardımlar:\n- Nisan 1921: 40 top\n- Mayıs 1921: 300 tüfek\n",
        "Kaleye gelenler:\n1) 30 çadır\n2) 12 ton un\n",
    ],
)
def test_a_list_that_the_first_line_announces_is_the_page_s_own(text: str) -> None:
    page = read(text.encode(), path="a.txt")
    assert {str(one.kind) for one in page.segments} == {"paragraph"}


@pytest.mark.parametrize(
    "text",
    [
        "Menu:\n- Home\n- News 2013\n\nThe harbour was built of stone, and it stood for years before the war.\n",
        "Archive:\n* May (4)\n* June (12)\n\nThe harbour was built of stone, and it stood for years before the war.\n",
    ],
)
def test_a_menu_is_no_such_list(text: str) -> None:
    page = read(text.encode(), path="a.txt")
    assert page.segments[0].kind is not SegmentKind.PARAGRAPH


def test_neither_a_columnists_address_nor_a_slogan_is_the_title() -> None:
    words = (
        "Kriz zamanı herkes banka tarihçisi kesiliyor. Geçen akşam televizyonda bir profesör bankayı anlattı durdu.\n"
    )
    column = (
        "Yurt Postası\nYazarlar | Spor | Ekonomi\n\n\nBanka da battı\n\nALİ ER   aer@yurt.example\n17 Ocak 2011\n\n"
    )
    assert read((column + words).encode(), path="a.txt").title == "Banka da battı"
    entry = "Yurt Sözlüğü\nMadde | Tartışma | Geçmiş\n\n\nKöy Kursu\n\nYurt Sözlüğü, gönüllülerin yazdığı sözlüktür\n\n"
    assert read((entry + words).encode(), path="a.txt").title == "Köy Kursu"
