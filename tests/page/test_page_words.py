"""The tables hold what they say, and the small finders find what they should."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest

from tanik.core.fold import fold
from tanik.page.language import language_of
from tanik.page.model import SegmentKind
from tanik.page.quoted import find_quoted
from tanik.page.read import read
from tanik.page.stamp import find_stamps
from tanik.page.vocabulary import is_boilerplate, named_author

_PHRASES = tomllib.loads((files("tanik.page") / "data" / "phrases.toml").read_text("utf-8"))
_ROWS = [(kind, row) for kind, rows in _PHRASES.items() for row in rows]


@pytest.mark.parametrize(
    ("kind", "row"), _ROWS, ids=lambda value: value if isinstance(value, str) else value["example"]
)
def test_every_row_matches_its_example_and_has_a_source(kind: str, row: dict[str, str]) -> None:
    example = fold(row["example"]).rstrip(":") if kind == "announces" else fold(row["example"])
    assert re.search(re.sub(r"(?<!\\)[wxq]", lambda x: {"w": "v", "x": "h", "q": "k"}[x[0]], row["match"]), example)
    assert row["source"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("13 Mart 2017 tarihinde, saat 11:52", "2017-03-13T11:52"),
        ("28 Eki 2006, 21:15", "2006-10-28T21:15"),
        ("19.08.2016 - 14:05", "2016-08-19T14:05"),
        ("2 Ekim 2020 At 13:26", "2020-10-02T13:26"),
        ("09 Mayıs 2012 Çarşamba 17:40", "2012-05-09T17:40"),
        ("March 3, 2011 at 5:07 pm", "2011-03-03T17:07"),
        ("21 iyun 2012, 15:10", "2012-06-21T15:10"),
        ("12 феврал 1996-ҹы ил", "1996-02-12"),
        ("2013-11-15T09:12:40+00:00", "2013-11-15T09:12"),
    ],
)
def test_stamps(text: str, edtf: str) -> None:
    assert [stamp.edtf for stamp in find_stamps(text)] == [edtf]


@pytest.mark.parametrize("text", ["31.02.2014", "1 Mart 1256", "12 kişi 14:20", "3.4.2010.11"])
def test_no_stamp(text: str) -> None:
    assert find_stamps(text) == ()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Yazan: Ayşe Örnek", "Ayşe Örnek"),
        ("3 Mayıs 2014 tarafından Ayşe Örnek", "Ayşe Örnek"),
        ("[Ayşe Örnek] 05/03/2011 19:20", "Ayşe Örnek"),
        ("Posted by Oliver Penhallow on March 4, 2021", "Oliver Penhallow"),
        ("Köprü, belediyece gönderilen usta tarafından bir yılda taştan ve kireçten yapıldı.", None),
    ],
)
def test_named_authors(line: str, name: str | None) -> None:
    assert named_author(line) == name


@pytest.mark.parametrize(
    "line", ["Heyet Ankara'ya vardı.", "Yorum yapmaktan kaçındı ve sustu.", "Reis kaynağını sordu."]
)
def test_prose_is_no_boilerplate(line: str) -> None:
    assert not is_boilerplate(line)


@pytest.mark.parametrize(
    ("paragraphs", "ranges"),
    [
        (
            ["Telgraf şöyle:", "Yol kapandı, yardım bekliyoruz.", "Vilayet Valisi Kemal Bey", "Yardım gitmedi."],
            ((1, 3),),
        ),
        (["Şöyle dedi:", "“Bu iş burada bitmez efendiler,", "daha çok yol var.”", "Sustu."], ((1, 3),)),
        (["Maddeler:", "Birinci madde budur ve uzundur.", "İkinci madde."], ()),
        (["Şunları dedi:", "* Bir maddedir bu, söz değil.", "Sonra gitti."], ()),
        (["Sandıktan çıktı.", '"Kardeşim Ayşe,', "Parayı aldım, sağ ol.", 'Ağabeyin Nuri"', "Sonu bu."], ((1, 4),)),
        (["“Yol” dediler, “köprü” dediler.", "Sonra sustular."], ()),
    ],
)
def test_announced_words(paragraphs: list[str], ranges: tuple[tuple[int, int], ...]) -> None:
    assert find_quoted(paragraphs) == ranges


@pytest.mark.parametrize(
    ("text", "declared", "code"),
    [
        ("Köprü yapıldı ve herkes geçti, sonra sel geldi.", None, "tr"),
        ("The bridge was built in two years and fell in one night.", "tr", "en"),
        ("Körpünün tikintisi iki il çəkdi və heç kəs pul almadı.", None, "az"),
        ("Көрпү ики илә тикилди вә һеч кәс пул алмады.", None, "az"),
        ("Мост строили два года, а снесло его за одну ночь.", None, "ru"),
        ("Evet.", "tr", "tr"),
        ("1921", None, "und"),
        ("Okul be? y?lda bitti ve kap?s? aç?ld?, bir daha da kapanmad?.", None, "tr"),
    ],
)
def test_languages(text: str, declared: str | None, code: str) -> None:
    assert language_of(text, declared) == code


def test_a_blog_that_calls_its_post_an_entry_has_no_comment_for_it() -> None:
    words = "Köprü o yıl onarıldı ve iki kıyı yeniden birleşti; kayıkçılar işsiz kaldı. " * 4
    page = read(
        f"<html><body><h1>Köprü</h1><div class='entry'><p>{words}</p></div></body></html>".encode(), path="a.html"
    )
    assert not [segment for segment in page.segments if segment.kind is SegmentKind.COMMENT]
