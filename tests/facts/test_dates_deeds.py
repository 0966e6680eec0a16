"""Years are counted from the deed that is named; a feast's day has a year only where its paragraph tells one."""

from __future__ import annotations

import pytest

from tanik.facts.dates.find import find_dates
from tanik.page.read import read

_COUNTED = (
    ("Banka 1921'de kuruldu, 1930'da battı. Kuruluşundan 40 yıl sonra yeniden açıldı.", "1961"),
    ("1938 yılında vefat eden şairin sözü 2003'te yazıldı; vefatının 65 yıl sonrasında tanındı.", "2003"),
    ("Şair 1884'te doğdu, 1915'te kente geldi. Doğumundan 50 yıl sonra anıldı.", "1934"),
    ("Köprü 1924'te açıldı, 1931'de yandı. Açılışından 10 yıl sonra söküldü.", "1934"),
    # what is counted from nothing that was named goes on from what was told last
    ("Banka 1921'de kuruldu, 1930'da battı. İki yıl sonra yeniden açıldı.", "1932"),
    ("1938'de öldü. Ölümünden 15 yıl sonra kabri taşındı.", "1953"),
)
_FEASTS = (
    ("Vali, 29 Ekim Cumhuriyet Bayramı konuşmasında bunu andı.\n\nGazetede 1937'de çıkmıştı.\n", "XXXX-10-29"),
    ("Kasabada 1933'te 29 Ekim Cumhuriyet Bayramı kutlandı.\n", "1933-10-29"),
    ("Köprü 1937'de yandı.\n\nVali 29 Ekim'de bunu andı.\n", "1937-10-29"),
    ("Köprü 1937'de yandı. Her yıl 9 Mayıs'ta anılır.\n", "XXXX-05-09"),
    ("Köprü 1937'de yandı. Her senenin 9 Mayıs'ında anılır.\n", "XXXX-05-09"),
    ("Körpü 1937-ci ildə yandı. Hər il mayın 9-da anılır.\n", "XXXX-05-09"),
    ("The bridge burnt in 1937. Every year on 9 May people meet there.\n", "XXXX-05-09"),
    ("Köprü 1937'de yandı. O yıl 9 Mayıs'ta okul açıldı.\n", "1937-05-09"),
)


@pytest.mark.parametrize(("text", "reached"), _COUNTED)
def test_years_are_counted_from_the_deed(text: str, reached: str) -> None:
    found = find_dates(read(text.encode(), path="a.txt"))
    assert [one.edtf for one in found][-1] == reached


@pytest.mark.parametrize(("text", "day"), _FEASTS)
def test_a_feast_is_of_every_year(text: str, day: str) -> None:
    assert day in [one.edtf for one in find_dates(read(text.encode(), path="a.txt"))]
