"""Readings that were wrong once: a table's heading as sources, a paragraph as the platform's, a month as a day."""

from __future__ import annotations

import pytest

from tanik.page.model import Page, SegmentKind
from tanik.page.read import read
from tanik.page.stamp import find_stamps, puts_month_first
from tanik.page.vocabulary import is_boilerplate

_PROSE = "Un ambarının defteri üç yıl tutulmuş, sonra yazan kâtip başka kasabaya gidince sayfalar boş kalmıştır. "


def _kind(page: Page, words: str) -> str:
    segment = page.segment_at(page.text.index(words))
    return str(segment.kind) if segment else "none"


@pytest.mark.parametrize("cell", ["th", "td"])
def test_a_column_headed_kaynak_is_no_list_of_sources(cell: str) -> None:
    head = "".join(f"<{cell}>{name}</{cell}>" for name in ("Yıl", "Kaynak", "Miktar"))
    rows = "<tr><td>1919</td><td>Ambar</td><td>40</td></tr><tr><td>1920</td><td>Bağış</td><td>65</td></tr>"
    page = read(f"<h1>Un ambarı</h1><p>{_PROSE * 2}</p><table><tr>{head}</tr>{rows}</table><p>{_PROSE}</p>".encode())
    assert _kind(page, "Kaynak") == "paragraph"
    assert _kind(page, "Bağış") == "paragraph"
    assert not any(segment.kind is SegmentKind.SOURCES for segment in page.segments)


def test_a_row_that_names_its_source_still_does() -> None:
    table = "<table><tr><th>Kaynak</th><td>A. Örnek, Ambar Defterleri, Bolu 1931, s. 12</td></tr></table>"
    page = read(f"<h1>Un ambarı</h1><p>{_PROSE * 2}</p>{table}".encode())
    assert _kind(page, "A. Örnek") == "sources"


@pytest.mark.parametrize(
    ("line", "plate"),
    [
        ("Sosyal medyada dolaşan fotoğrafın bizim köprüyle ilgisi yok.", False),
        ("Sosyal medya hesaplarına bakan biri köprüyü yıkılmış sanır.", False),
        ("Sosyal medyada takip edin", True),
        ("Sosyal medya hesaplarımız", True),
        ("Sosyal Medya", True),
    ],
)
def test_a_sentence_about_social_media_is_somebodys(line: str, plate: bool) -> None:
    assert is_boilerplate(line) is plate


def test_numbers_are_read_month_first_where_the_page_can_only_mean_that() -> None:
    assert puts_month_first("Posted 10/17/2014, updated 03/04/2015")
    assert not puts_month_first("03/04/2015")
    assert not puts_month_first("10/17/2014 17/10/2014")
    assert [stamp.edtf for stamp in find_stamps("03/04/2015 5:20 PM", month_first=True)] == ["2015-03-04T17:20"]
    assert [stamp.edtf for stamp in find_stamps("03/04/2015")] == ["2015-04-03"]


def test_an_american_thread_has_american_dates() -> None:
    said = "The mill was moved in the spring of that year, and my uncle carried the stones himself, two at a time."
    head = '<b class="author">{who}</b> <span class="date">{day}</span>'
    post = '<div class="post" id="p{n}">' + head + '<div class="content">{said}</div></div>'
    posts = [
        post.format(n=1, who="Harlow", day="03/04/2011, 9:15 AM", said=said),
        post.format(n=2, who="Pinney", day="03/19/2011, 2:40 PM", said=said),
    ]
    page = read(f"<html><body><h1>Old mill</h1>{''.join(posts)}</body></html>".encode())
    comments = [segment for segment in page.segments if segment.kind is SegmentKind.COMMENT]
    assert page.published == "2011-03-04T09:15"
    assert [comment.published for comment in comments] == ["2011-03-19T14:40"]


def test_a_source_without_html_and_body_is_read() -> None:
    page = read(
        b"<title>The old village well</title><article><p>The well was dug in 1921 and gave water.</p></article>"
    )
    assert "The well was dug in 1921" in page.text
    assert page.title == "The old village well"


def test_the_line_under_a_quotation_signs_the_quotation_not_the_page() -> None:
    source = """<html><head><title>Kutudaki mektup</title></head><body><h1>Kutudaki mektup</h1>
    <p>Mektup kutunun dibinden çıktı; zarfın arkasındaki damga sonradan göründü.</p>
    <blockquote>Yüz çuval un yola çıktı. Teslim alınınca haber verilsin.</blockquote>
    <p>Yusuf Nadir, Ankara, 3 Mart 1921</p>
    <p>Mektubu torunu bağışladı; şimdi il müzesinde herkes görebilir.</p></body></html>"""
    page = read(source.encode())
    assert page.authors == ()
    assert page.published is None


def test_a_section_heading_is_not_the_title() -> None:
    text = "DEĞİRMENİN HİKÂYESİ\n\nGİRİŞ\nDeğirmen 1917 kışında dondu.\nFırıncılar vesikaya uymadı, belediye sustu.\n"
    page = read(text.encode(), path="degirmen.txt")
    assert page.title == "DEĞİRMENİN HİKÂYESİ"
    assert all(segment.kind is not SegmentKind.BOILERPLATE for segment in page.segments)


@pytest.mark.parametrize("source", ["Ahenk, 19 Ağustos 1924, s. 2.", "^ The Times, 3 November 1914, p. 5"])
def test_a_newspaper_among_the_sources_does_not_date_the_page(source: str) -> None:
    body = "<p>Değirmenin taşı Kalecik'ten geldi; onu taşıyan kağnılar yolda üç gün bekledi.</p>"
    page = read(f"<html><body><h1>Değirmen taşı</h1>{body}<h2>Kaynaklar</h2><p>{source}</p></body></html>".encode())
    assert page.published is None
    plain = read(f"Değirmen taşı\n\n{source}\n\nDeğirmenin taşı Kalecik'ten geldi.\n".encode(), path="tas.txt")
    assert plain.published is None
