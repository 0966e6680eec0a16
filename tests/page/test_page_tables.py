"""Tables and lists of terms: their days are no by-lines, and an empty cell keeps its place."""

from __future__ import annotations

import io
import zipfile

import pytest

from tanik.page.model import Page, SegmentKind
from tanik.page.read import read

_ROWS = "<tr><td>8 Eylül 1920</td><td>Ormancılar</td></tr><tr><td>12 Ekim 1920</td><td>Bağcılar</td></tr>"
_WIKI = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/" xml:lang="tr"><page><title>Un</title><revision>
<text>{text}</text></revision></page></mediawiki>"""


def _html(body: str) -> Page:
    return read(f"<html lang='tr'><body><h1>Un defteri</h1>{body}</body></html>".encode(), path="p.html")


def _wiki(text: str) -> Page:
    return read(_WIKI.format(text=text).encode(), path="p.xml")


def _bylines(page: Page) -> list[str]:
    return [segment.span.of(page.text) for segment in page.segments if segment.kind is SegmentKind.BYLINE]


@pytest.mark.parametrize(
    "body",
    [
        f"<table>{_ROWS}</table>",
        f"<table><tr><th>Gün</th><th>Köy</th></tr>{_ROWS}</table>",
        "<table><tr><td>Un</td><td>3 Mart 1921</td></tr><tr><td>Tuz</td><td>9 Mart 1921</td></tr></table>",
        "<dl><dt>17 Mart 1921</dt><dd>40 çuval un</dd><dt>2 Nisan 1921</dt><dd>3 ton tuz</dd></dl>",
        "<p>Gelenler:</p><ul><li>Nisan 1921: 40 çuval un</li><li>9 Haziran 1921: 3 ton tuz</li></ul>",
        "<p>Received:</p><ul><li>40 sacks of flour</li><li>3 tons of salt (9 June 1921)</li></ul>",
        "<p>Mektup:</p><blockquote><p>Kastamonu, 2 Mart 1921</p><p>Un geldi.</p></blockquote>",
        "<ol><li>Mart 1921: un</li><li>9 Haziran 1921: tuz</li><li>Temmuz 1921: bez</li></ol>",
        "<table><tr><td rowspan='2'>Kars</td><td>3 Mart 1921</td><td>un</td></tr><tr><td>9 Mart 1921</td><td>tuz</td>"
        "</tr><tr><td>Van</td><td>2 Nisan 1921</td><td>bez</td></tr></table>",
        "<table><tr><td>31 Mart 1921</td><td>un</td><td>tuz</td></tr><tr><td>1 Nisan 1921</td><td colspan='2'>bez</td>"
        "</tr></table>",
    ],
)
def test_a_day_in_a_row_or_a_term_is_no_byline(body: str) -> None:
    page = _html(body)
    assert page.published is None
    assert _bylines(page) == []


@pytest.mark.parametrize(
    "body",
    [
        "<p>Yazan: Ayşe Örnek, 3 Mart 2019</p><p>Köye un geldi.</p>",
        "<table><tr><td>3 Mart 2019</td></tr><tr><td>Köye un geldi, herkes sevindi.</td></tr></table>",
        "<dl><dt>Yazan</dt><dd>Ayşe Örnek</dd><dt>Tarih</dt><dd>3 Mart 2019</dd></dl><p>Köye un geldi.</p>",
    ],
)
def test_a_byline_beside_a_table_stays_one(body: str) -> None:
    assert _html(body).published == "2019-03-03"


@pytest.mark.parametrize("mark", ["\t", " | "])
def test_a_row_at_the_head_of_a_plain_text_is_no_byline(mark: str) -> None:
    rows = [("Gün", "Köy"), ("8 Eylül 1920", "Oluklu"), ("12 Ekim 1920", "Bağlı")]
    told = "Defterde yazan budur; köylüler unu teslim aldıklarını ayrıca imza ile bildirmişlerdir, hesap kapanmıştır."
    page = read("\n".join([*(mark.join(row) for row in rows), "", told]).encode(), path="p.txt")
    assert page.published is None


def test_an_empty_cell_of_markdown_keeps_its_column() -> None:
    source = "# Un\n\n| Gün | Veren | Un |\n|---|---|---|\n| 8 Eylül 1920 | | 40 |\n| | Bağlı | 20 |\n"
    page = read(source.encode(), path="p.md")
    assert page.text.split("\n\n")[1:] == ["Gün\tVeren\tUn", "8 Eylül 1920\t\t40", "\tBağlı\t20"]
    assert page.published is None


def test_a_wiki_table_has_its_caption_its_rows_and_its_empty_cells() -> None:
    text = (
        '{|\n|+ Gelen un\n! Gün !! Veren !! Çuval\n|-\n| rowspan="2" | 8 Eylül 1920 || Oluklu || 40\n'
        '|-\n| Bağlı || 20\n|-\n| colspan="2" | Toplam || 60\n|}'
    )
    page = _wiki(text)
    assert page.text.split("\n\n")[1:] == [
        "Gelen un",
        "Gün\tVeren\tÇuval",
        "8 Eylül 1920\tOluklu\t40",
        "\tBağlı\t20",
        "Toplam\t\t60",
    ]
    assert [landmark.path.rpartition("=")[2] for landmark in page.landmarks[1:]] == ["2", "3", "5", "7", "9"]


def test_terms_of_a_wiki_are_terms() -> None:
    page = _wiki("; 17 Mart 1921\n: 40 çuval un\n; 2 Nisan 1921\n: 3 ton tuz\n\nKöye un geldi.")
    rules = [segment.rule for segment in page.segments[1:]]
    assert rules == ["mediawiki.term", "mediawiki.definition"] * 2 + ["mediawiki.paragraph"]
    assert page.published is None


def test_a_cell_over_several_columns_of_a_docx_keeps_the_others_in_place() -> None:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    cells = [("Toplam", 2), ("60", 1)], [("8 Eylül 1920", 1), ("", 1), ("40", 1)]
    rows = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:gridSpan w:val="{wide}"/></w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>'
            for words, wide in row
        )
        + "</w:tr>"
        for row in cells
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(
            "[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
        )
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{word}"><w:body><w:tbl>{rows}</w:tbl></w:body></w:document>'
        )
    page = read(held.getvalue(), path="p.docx")
    assert page.text.split("\n\n") == ["Toplam\t\t60", "8 Eylül 1920\t\t40"]


def _grid(rows: str) -> list[list[tuple[str, int, int, int]]]:
    page = _html(f"<p>Köye gelen un bu deftere yazılmıştır.</p><table>{rows}</table>")
    (grid,) = page.grids
    return [
        [(cell.span.of(page.text) if cell.span else "", cell.column, cell.wide, cell.high) for cell in row]
        for row in grid.rows
    ]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            "<tr><td rowspan=2>a<td>b</tr><tr><td>c</tr>",
            [[("a", 0, 1, 2), ("b", 1, 1, 1)], [("c", 1, 1, 1)]],
        ),
        (
            "<tr><td>a<td rowspan=2>b<td>c</tr><tr><td colspan=2>d<td>e</tr>",  # d meets b, which keeps its slot
            [[("a", 0, 1, 1), ("b", 1, 1, 2), ("c", 2, 1, 1)], [("d", 0, 1, 1), ("e", 2, 1, 1)]],
        ),
        (
            "<tbody><tr><td rowspan=9>a<td>b</tr></tbody><tbody><tr><td>c<td>d</tr></tbody>",  # not past its group
            [[("a", 0, 1, 1), ("b", 1, 1, 1)], [("c", 0, 1, 1), ("d", 1, 1, 1)]],
        ),
        (
            "<tr><td rowspan=0>a<td>b</tr><tr><td>c</tr><tr><td>d</tr>",  # nought: to the end of the group
            [[("a", 0, 1, 3), ("b", 1, 1, 1)], [("c", 1, 1, 1)], [("d", 1, 1, 1)]],
        ),
        (
            "<tr><td colspan='x'>a<td colspan=' +2px'>b<td colspan=0>c<td rowspan=-1>d</tr>",
            [[("a", 0, 1, 1), ("b", 1, 2, 1), ("c", 3, 1, 1), ("d", 4, 1, 1)]],
        ),
        ("<tr><th rowspan=2></th><th>b</tr><tr><th>c</tr>", [[("", 0, 1, 2), ("b", 1, 1, 1)], [("c", 1, 1, 1)]]),
    ],
)
def test_cells_stand_where_a_browser_puts_them(rows: str, told: list[list[tuple[str, int, int, int]]]) -> None:
    assert _grid(rows) == told


def test_a_table_inside_a_cell_is_another_table() -> None:
    page = _html("<table><tr><td>dış<table><tr><td>iç</td></tr></table></td><td>yan</td></tr></table>")
    found = [[cell.span.of(page.text) for row in grid.rows for cell in row if cell.span] for grid in page.grids]
    assert found == [["dış", "yan"], ["iç"]]


def test_a_table_that_is_too_wide_is_cut_and_one_too_long_left() -> None:
    (grid,) = _html("<p>Un defteri.</p><table><tr><td colspan=99999>a</td><td>b</td></tr></table>").grids
    assert [cell.wide for cell in grid.rows[0]] == [100]
    assert not _html("<p>Un defteri.</p><table>" + "<tr><td>a<td>b</tr>" * 501 + "</table>").grids
