"""DOCX, ODT, EPUB, TEI, wiki exports and Markdown: the anatomy of a page of HTML, and the way back to the source."""

from __future__ import annotations

import io

import pytest
from docx import Document

from tanik.errors import EmptyPage, NotText, PageError
from tanik.page.mediawiki import members
from tanik.page.model import Page
from tanik.page.read import read
from tanik.page.unpack import Member, Skipped, Why, unpack

from .bound import docx, epub, odt, tei, wiki

LONG = (
    "Kasabanın un ambarı 12 Haziran 1337 gecesi yanmış, sabaha kadar süren yangında iki bin çuval buğday kül olmuştur; "
    "belediye ertesi gün komşu kazalardan yardım istemiştir."
)
SECOND = "Yangının sebebi bulunamadı; ambar bekçisi üç gün sorguda kaldı ve sonra bırakıldı."
QUOTED = "O gece gökyüzü öyle kızıldı ki horozlar sabah oldu sandı."


def _parts(page: Page) -> list[tuple[str, str]]:
    return [(str(part.kind), part.span.of(page.text)) for part in page.segments]


def _path(page: Page, words: str) -> str:
    landmark = page.landmark_at(page.text.index(words))
    assert landmark is not None
    return landmark.path


def _word() -> bytes:
    document = Document()
    document.core_properties.title, document.core_properties.author = "Ambar Yangını", "Nevin Örnek"
    document.sections[0].header.paragraphs[0].text = "Kasaba Tarihi Notları"
    document.add_paragraph("Ambar Yangını", style="Title")
    document.add_paragraph("Yazan: Nevin Örnek, 4 Mart 2018")
    document.add_heading("Gece", level=1)
    document.add_paragraph(LONG)
    document.add_paragraph(QUOTED, style="Intense Quote")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Buğday", "2.000 çuval"
    document.add_heading("Kaynaklar", level=1)
    document.add_paragraph("Örnek, Nevin. Ambarın Defteri. Sivas, 1990.")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_word_document() -> None:
    page = read(_word(), path="ambar.docx")
    assert (page.title, page.authors, page.published, page.language) == (
        "Ambar Yangını",
        ("Nevin Örnek",),
        "2018-03-04",
        "tr",
    )
    assert _parts(page) == [
        ("boilerplate", "Kasaba Tarihi Notları"),
        ("title", "Ambar Yangını"),
        ("byline", "Yazan: Nevin Örnek, 4 Mart 2018"),
        ("paragraph", "Gece"),
        ("paragraph", LONG),
        ("quotation", QUOTED),
        ("paragraph", "Buğday\t2.000 çuval"),
        ("sources", "Kaynaklar"),
        ("sources", "Örnek, Nevin. Ambarın Defteri. Sivas, 1990."),
    ]
    assert _path(page, LONG) == "/w:document/w:body[1]/w:p[4]"


def test_notes_comments_deletions_and_leaves_of_a_word_document() -> None:
    body = (
        "<w:p><w:r><w:t>Ambar 1337'de yandı</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:t>; "
        "</w:t></w:r><w:del><w:r><w:delText>yüz </w:delText></w:r></w:del><w:ins><w:r><w:t>iki bin</w:t></w:r></w:ins>"
        "<w:r><w:t xml:space='preserve'> çuval</w:t><w:lastRenderedPageBreak/><w:t xml:space='preserve"
        "'> buğday kül oldu.</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>Bekçi bırakıldı</w:t><w:endnoteReference w:id='1'/></w:r></w:p>"
        "<w:sectPr><w:pgNumType w:start='41'/></w:sectPr>"
    )
    notes = (
        "<w:root><w:footnote w:type='separator' w:id='0'/><w:footnote w:id='2'><w:p><w:r><w:t>"
        "Ambar Defteri, s. 3.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    ends = "<w:root><w:endnote w:id='1'><w:p><w:r><w:t>Zabıt, s. 9.</w:t></w:r></w:p></w:endnote></w:endnotes>"
    remarks = (
        "<w:root><w:comment w:id='0' w:author='Ali Sınar' w:date='2019-02-03T14:05:00Z'><w:p><w:r><w:t>"
        "Sayı doğru mu?</w:t></w:r></w:p></w:comment></w:comments>"
    )
    page = read(docx(body, footnotes=notes, endnotes=ends, comments=remarks))
    assert _parts(page) == [
        ("paragraph", "Ambar 1337'de yandı[1]; iki bin çuval buğday kül oldu."),
        ("sources", "[1] Ambar Defteri, s. 3."),
        ("paragraph", "Bekçi bırakıldı[1]"),
        ("sources", "[1] Zabıt, s. 9."),
        ("comment", "Sayı doğru mu?"),
    ]
    assert (page.segments[-1].author, page.segments[-1].published) == ("Ali Sınar", "2019-02-03T14:05")
    leaves = [(mark.span.of(page.text).strip(), mark.page) for mark in page.landmarks][:2]
    assert leaves == [("Ambar 1337'de yandı[1]; iki bin çuval", "41"), ("buğday kül oldu.", "42")]
    assert _path(page, "[1] Ambar").startswith("word/footnotes.xml#")


def test_an_opendocument_text() -> None:
    note = (
        "<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Ambar Defteri, s. 3.</text:p></text:note-body></text:note>"
    )
    remark = (
        "<office:annotation><dc:creator>Ali Sınar</dc:creator><dc:date>2019-02-03T14:05:09</dc:date>"
        "<text:p>Emin miyiz?</text:p></office:annotation>"
    )
    body = (
        "<text:tracked-changes><text:p>silinmiş söz</text:p></text:tracked-changes>"
        "<text:p text:style-name='Title'>Ambar Yangını</text:p><text:p>Yazan: Nevin Örnek</text:p>"
        "<text:h text:outline-level='1'>Gece</text:h>"
        f"<text:p>{LONG[:60]}{note}<text:s text:c='3'/>{LONG[60:]}{remark}</text:p>"
        f"<text:p text:style-name='P1'>{QUOTED}</text:p><text:p>Son<text:soft-page-break/> söz</text:p>"
        "<text:list><text:list-item><text:p>Birinci madde</text:p></text:list-item></text:list>"
    )
    automatic = "<style:style style:name='P1' style:family='paragraph' style:parent-style-name='Quotations'/>"
    styles = (
        "<office:master-styles><style:master-page style:name='S'><style:header><text:p>"
        "Kasaba Notları</text:p></style:header></style:master-page></office:master-styles>"
    )
    meta = (
        "<dc:title>Ambar Yangını</dc:title><meta:initial-creator>Nevin Örnek</meta:initial-creator>"
        "<dc:language>tr-TR</dc:language>"
    )
    page = read(odt(body, styles=styles, meta=meta, automatic=automatic))
    assert (page.title, page.authors, page.language) == ("Ambar Yangını", ("Nevin Örnek",), "tr")
    kinds = _parts(page)
    assert kinds[:4] == [
        ("boilerplate", "Kasaba Notları"),
        ("title", "Ambar Yangını"),
        ("byline", "Yazan: Nevin Örnek"),
        ("paragraph", "Gece"),
    ]
    assert ("sources", "[1] Ambar Defteri, s. 3.") in kinds
    assert ("quotation", QUOTED) in kinds
    assert ("paragraph", "Son söz") in kinds
    assert kinds[-1] == ("comment", "Emin miyiz?")
    assert "silinmiş" not in page.text
    assert [
        mark.page for mark in page.landmarks if mark.span.of(page.text).strip() in {"Son", "söz", "Birinci madde"}
    ] == [
        "1",
        "2",
        "2",
    ]
    assert _path(page, QUOTED) == "content.xml#/office:document-content/office:body[1]/office:text[1]/text:p[4]"


def test_a_book_with_the_pages_of_its_printed_edition() -> None:
    chapters = {
        "bir": f"<h1>Birinci Bölüm</h1><span epub:type='pagebreak' title='7'/><p>{LONG}</p>"
        f"<p>Başı<span epub:type='pagebreak' title='8'/> sonu &nbsp;<a epub:type='noteref' href='#n'>1</a></p>"
        f"<blockquote><p>{QUOTED}</p><p>Sonra yağmur yağdı.</p></blockquote><aside epub:type='footnote'>"
        f"<p>1 Zabıt, s. 9.</p></aside>",
        "iki": f"<h1>İkinci Bölüm</h1><p>{SECOND}</p>",
    }
    meta = (
        "<dc:title>Ambar</dc:title><dc:creator>Nevin Örnek</dc:creator><dc:date>1994-05-02</dc:date>"
        "<dc:language>tr</dc:language>"
    )
    page = read(epub(chapters, meta=meta, nav="<nav epub:type='toc'><ol><li>Birinci Bölüm</li></ol></nav>"))
    assert (page.title, page.authors, page.published, page.language) == ("Ambar", ("Nevin Örnek",), "1994-05-02", "tr")
    kinds = _parts(page)
    assert kinds[0] == ("boilerplate", "Birinci Bölüm")
    assert ("quotation", f"{QUOTED}\n\nSonra yağmur yağdı.") in kinds
    assert ("sources", "1 Zabıt, s. 9.") in kinds
    assert kinds[-1] == ("paragraph", SECOND)
    pages = {mark.span.of(page.text).strip(): mark.page for mark in page.landmarks}
    assert (pages[LONG], pages["Başı"], pages["sonu 1"], pages[SECOND]) == ("7", "7", "8", "8")
    assert _path(page, SECOND) == "OEBPS/iki.xhtml#/html/body[1]/p[1]"


HEADER = (
    "<titleStmt><title>Ambar Zabıtları</title><author><persName><forename>Nevin</forename> <surname>Örnek</surname>"
    "</persName></author></titleStmt><publicationStmt><date when='2011-06-01'>2011</date></publicationStmt>"
)


def test_a_tei_document() -> None:
    body = (
        f"<div><head>Birinci zabıt</head><pb n='s. 12'/><p>{LONG[:40]}<note n='a' place='foot'>"
        f"Defterde böyle.</note>{LONG[40:]}</p>"
        f"<p xml:lang='ota'>Yan<lb break='no'/>gın<lb/>gecesi <choice><sic>horos</sic><corr>horoz</corr>"
        f"</choice> öt<pb n='13'/>tü.</p>"
        f"<quote who='Bekçi'><p>{QUOTED}</p></quote><lg><l>Ambar yandı</l><l>gece bitti</l></lg>"
        "<closer><signed>Katip Hasan</signed></closer></div>"
    )
    back = "<listBibl><bibl>Örnek, Nevin. Ambarın Defteri. 1990.</bibl></listBibl>"
    page = read(tei(body, header=HEADER, back=back).encode())
    assert (page.title, page.authors, page.published) == ("Ambar Zabıtları", ("Nevin Örnek",), "2011-06-01")
    assert _parts(page) == [
        ("paragraph", "Birinci zabıt"),
        (
            "paragraph",
            f"{LONG[:40].strip()}[a] {LONG[40:].strip()}" if LONG[39] == " " else f"{LONG[:40]}[a]{LONG[40:]}",
        ),
        ("sources", "[a] Defterde böyle."),
        ("paragraph", "Yangın gecesi horos öt tü."),
        ("quotation", QUOTED),
        ("paragraph", "Ambar yandı\ngece bitti"),
        ("signature", "Katip Hasan"),
        ("sources", "Örnek, Nevin. Ambarın Defteri. 1990."),
    ]
    assert page.segments[3].language == "ota"
    assert page.segments[4].author == "Bekçi"
    leaf = page.landmark_at(page.text.index("tü."))
    assert leaf is not None
    assert leaf.page == "13"
    assert _path(page, QUOTED) == "/TEI/text[1]/body[1]/div[1]/quote[1]/p[1]"


WIKITEXT = """{{Bilgi kutusu|ad=Ambar}}
'''Ambar yangını''', [[1921]] yazında çıkan yangındır.<ref name="a">
{{Kitap kaynağı|yazar=Nevin Örnek|başlık=Ambar|yıl=1990}}</ref>
Yangında ''iki bin'' çuval yandı.<ref name="a"/>

== Gece ==
<blockquote>O gece gökyüzü kızıldı.</blockquote>
{{Alıntı|Horozlar sabah oldu sandı.|Bekçi Ali}}
* Birinci [[Dosya:a.jpg|küçükresim|resim]] madde
* [https://ornek.invalid İkinci] madde
{| class="wikitable"
! Yıl !! Çuval
|-
| 1921 || 2000
|}

== Kaynakça ==
{{kaynakça}}
[[Kategori:Yangınlar]]
"""


def test_a_page_of_a_wiki() -> None:
    page = read(wiki(("Ambar yangını", WIKITEXT)).encode())
    assert (page.title, page.language, page.source.media_type) == ("Ambar yangını", "tr", "application/mediawiki+xml")
    assert _parts(page) == [
        ("title", "Ambar yangını"),
        ("paragraph", "Ambar yangını, 1921 yazında çıkan yangındır.[1] Yangında iki bin çuval yandı.[1]"),
        ("sources", "[1] Nevin Örnek, Ambar, 1990"),
        ("paragraph", "Gece"),
        ("quotation", "O gece gökyüzü kızıldı."),
        ("quotation", "Horozlar sabah oldu sandı."),
        ("paragraph", "Birinci madde"),
        ("paragraph", "İkinci madde"),
        ("paragraph", "Yıl\tÇuval"),
        ("paragraph", "1921\t2000"),
        ("sources", "Kaynakça"),
        ("boilerplate", "Yangınlar"),
    ]
    assert page.segments[5].author == "Bekçi Ali"
    assert _path(page, "Gece").endswith("#line=6")
    assert ("template", 2) in [(repair.kind, repair.count) for repair in page.repairs]


def test_a_dump_is_parted_into_its_pages() -> None:
    dump = wiki(("Ambar", "Un [[ambar]]ı."), ("Köprü", "Taş köprü."), language="tr")
    with pytest.raises(PageError, match="2 pages"):
        read(dump.encode())
    parts = list(members(io.BytesIO(dump.encode())))
    assert [(part.title, part.timestamp, part.namespace) for part in parts] == [
        ("Ambar", "2020-05-01T10:00:00Z", "0"),
        ("Köprü", "2020-05-01T10:00:00Z", "0"),
    ]
    assert [read(part.data).text for part in parts] == ["Ambar\n\nUn ambarı.", "Köprü\n\nTaş köprü."]
    with pytest.raises(NotText, match="cut off"):
        list(members(io.BytesIO(dump.encode()[:-40])))


def test_every_page_of_a_dump_is_accounted_for() -> None:
    dump = wiki(("Anbar", "#YÖNLENDİRME [[Ambar]]"), ("Ambar", "Un ambarı."), ("Şablon:Kutu", "{{{1}}}"), ("Boş", ""))
    dump = dump.replace("<title>Anbar</title><ns>0</ns>", '<title>Anbar</title><ns>0</ns><redirect title="Ambar" />')
    dump = dump.replace("<title>Şablon:Kutu</title><ns>0</ns>", "<title>Şablon:Kutu</title><ns>10</ns>")
    pieces = list(unpack(io.BytesIO(dump.encode()), "viki.xml"))
    assert [(piece.name.rpartition("!")[2], type(piece).__name__) for piece in pieces] == [
        ("Anbar", "Skipped"),
        ("Ambar", "Member"),
        ("Şablon:Kutu", "Skipped"),
        ("Boş", "Member"),
    ]
    assert [(piece.why, piece.detail) for piece in pieces if isinstance(piece, Skipped)] == [
        (Why.REDIRECT, "leads to Ambar"),
        (Why.NOT_PAGE, "namespace 10"),
    ]
    with pytest.raises(EmptyPage):
        read(next(piece.data for piece in pieces if isinstance(piece, Member) and "Boş" in piece.name))


def test_a_redirect_is_no_page() -> None:
    with pytest.raises(EmptyPage, match="leads to another"):
        read(wiki(("Anbar", "#YÖNLENDİRME [[Ambar]]")).encode())


MARKDOWN = """---
title: Ambar Yangını
author: Nevin Örnek
date: 2018-03-04
---
# Ambar Yangını

Ambar *1921* yazında [yandı](https://ornek.invalid)[^n]; iki
satırda yazıldı.

> O gece gökyüzü kızıldı.
>
> Sonra yağmur yağdı.

1. Birinci madde
2. İkinci madde

| Yıl | Çuval |
|-----|-------|
| 1921 | 2000 |

<div>Ara <b>söz</b></div>

## Kaynaklar

- Ambarın Defteri, Sivas 1990

[^n]: Zabıt, s. 9.
"""


def test_markdown_as_it_is_shown() -> None:
    page = read(MARKDOWN.encode(), path="ambar.md")
    assert (page.title, page.authors, page.published) == ("Ambar Yangını", ("Nevin Örnek",), "2018-03-04")
    assert _parts(page) == [
        ("title", "Ambar Yangını"),
        ("paragraph", "Ambar 1921 yazında yandı[1]; iki satırda yazıldı."),
        ("quotation", "O gece gökyüzü kızıldı.\n\nSonra yağmur yağdı."),
        ("paragraph", "Birinci madde"),
        ("paragraph", "İkinci madde"),
        ("paragraph", "Yıl\tÇuval"),
        ("paragraph", "1921\t2000"),
        ("paragraph", "Ara söz"),
        ("sources", "Kaynaklar"),
        ("sources", "Ambarın Defteri, Sivas 1990"),
        ("sources", "[1] Zabıt, s. 9."),
    ]
    assert _path(page, "yandı") == "line=8,9"


@pytest.mark.parametrize(
    "make",
    [
        _word,
        lambda: odt(f"<text:p>{LONG}</text:p>"),
        lambda: epub({"a": f"<p>{LONG}</p>"}),
        lambda: bytes(tei(f"<p>{LONG}</p>"), "utf-8"),
        lambda: wiki(("A", LONG)).encode(),
        lambda: bytes(f"# A\n\n{LONG}", "utf-8"),
    ],
)
def test_landmarks_are_in_order_and_read_back(make) -> None:  # type: ignore[no-untyped-def]
    page = read(make(), path="a.md" if make().startswith(b"# A") else None)
    assert LONG in page.text
    assert page.landmarks
    ends = [0, *(mark.span.end for mark in page.landmarks)]
    assert all(
        before <= mark.span.start < mark.span.end <= len(page.text)
        for before, mark in zip(ends, page.landmarks, strict=False)
    )
