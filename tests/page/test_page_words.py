"""The tables hold what they say, and the small finders find what they should."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest

from tanik.core.fold import fold
from tanik.page.language import language_of
from tanik.page.quoted import find_quoted
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
        ("24 Aralık 2021 tarihinde, saat 16:37", "2021-12-24T16:37"),
        ("11 Haz 2009, 22:48", "2009-06-11T22:48"),
        ("25.05.2019 - 09:30", "2019-05-25T09:30"),
        ("8 Ağustos 2021 At 10:53", "2021-08-08T10:53"),
        ("06 Şubat 2015 Cuma 12:05", "2015-02-06T12:05"),
        ("March 3, 2011 at 5:07 pm", "2011-03-03T17:07"),
        ("14 sentyabr 2018, 18:20", "2018-09-14T18:20"),
        ("31 јанвар 1994-ҹү ил", "1994-01-31"),
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
        ("8 Şubat 2016 tarafından Ayşe Örnek", "Ayşe Örnek"),
        ("[Ayşe Örnek] 17/09/2017 08:00", "Ayşe Örnek"),
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
        ("Tamir be? ay sürdü ve gemi y?l sonunda Gölcük'ten ç?kt?, bir daha da dönmedi.", None, "tr"),
    ],
)
def test_languages(text: str, declared: str | None, code: str) -> None:
    assert language_of(text, declared) == code
