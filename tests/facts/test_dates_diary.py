"""Days without a year in a diary lie near the day over their entry."""

from __future__ import annotations

import pytest

from tanik.facts.dates.find import find_dates
from tanik.page.read import read

_PAD = "Mektebe kimse gelmedi, akşam erken yattık, rüzgâr sabaha kadar dinmedi."
# (the first entry's day, the second's, what the second says, what it comes to)
_ENTRIES = (
    ("5 Mart 1922", "6 Mart 1922", "Dün 5 Mart'ta haber geldi.", "1922-03-05"),
    ("29 Aralık 1921", "30 Aralık 1921", "Vapur 2 Ocak'ta gelecek.", "1922-01-02"),
    ("2 Ocak 1922", "3 Ocak 1922", "Haber 28 Aralık'ta yazılmış.", "1921-12-28"),
    ("22 Ekim 1922", "23 Ekim 1922", "Vapur 5 Mart'ta gelecek.", "1923-03-05"),
    ("27 Safer 1341", "28 Safer 1341", "Bugün 20 Ekim imiş.", "1922-10-20"),
    ("5 Mart 1338", "6 Mart 1338", "Yarın 7 Mart.", "1922-03-07"),
    ("22 Nisan 1920", "23 Nisan 1920", "O iş 29 Ekim'de bitti.", "1920-10-29"),
    ("5 Mart 1922", "6 Mart 1922", "Dün 5 Mart 1921'i andık.", "1921-03-05"),
)


@pytest.mark.parametrize(("first", "second", "told", "edtf"), _ENTRIES)
@pytest.mark.parametrize("joint", ["\n\n", ": "])
def test_days_of_a_diary(first: str, second: str, told: str, edtf: str, joint: str) -> None:
    head = "Muallimin Günlüğü\n\nYayına hazırlayan: Selma Ok, 3 Nisan 2015"
    text = f"{head}\n\n{first}{joint}{_PAD}\n\n{second}{joint}{told} {_PAD}\n"
    found = find_dates(read(text.encode(), path="gunluk.txt"))
    assert found[-1].edtf == edtf, [(one.text, one.edtf) for one in found]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Kasaba\n\n5 Ekim 1921'de su geldi. Boru 3 Ocak'ta patladı, kimse de onarmadı o yıl boyunca.", "1921-01-03"),
        ("Kasaba\n\n22 Ekim 1922: su geldi. Boru 5 Mart'ta patladı, kimse de onarmadı o yıl boyunca.", "1922-03-05"),
    ],
)
def test_a_story_goes_on_in_its_year(text: str, edtf: str) -> None:
    assert find_dates(read(text.encode(), path="kasaba.txt"))[-1].edtf == edtf
