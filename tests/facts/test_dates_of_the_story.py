"""Which year a day or month without one is of: that of the story, not of a birth, a state or the writer's own days."""

from __future__ import annotations

import pytest

from tanik.facts.read import read as find_facts
from tanik.page.read import read

_POST = (
    "<html lang='{}'><head><title>Yazı</title></head><body><article><h1>Eski bir hikâye</h1>{}</article></body></html>"
)
_TIME = "<p><time datetime='2012-05-11T10:00:00+03:00'>11 {} 2012</time></p>"


def _dates(text: str) -> list[tuple[str, str | None]]:
    return [(one.text, one.edtf) for one in find_facts(read(f"{text}\n".encode(), path="a.txt"), fast=True).dates]


def _posted(*paragraphs: str) -> list[tuple[str, str | None]]:
    body = _TIME.format("Mayıs") + "".join(f"<p>{one}</p>" for one in paragraphs)
    page = read(_POST.format("tr", body).encode(), path="a.html")
    return [(one.text, one.edtf) for one in find_facts(page, fast=True).dates]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # a state that lasts since a year is no step of the story
        (
            "Heyət 1921-ci ildə gəldi. O, 1911-ci ildən Tiflisdə yaşayırdı. İyunun 4-də müqavilə bağlandı.",
            ("İyunun 4", "1921-06-04"),
        ),
        ("Köprü 1924'te bitti. Babası 1908'den beri muhtardı. 8 Mayıs'ta tören yapıldı.", ("8 Mayıs", "1924-05-08")),
        ("Vali 1924'ten sonra döndü. 8 Mayıs'ta tören yapıldı.", ("8 Mayıs", "1924-05-08")),
        # counted from what the story tells, not from what only says which thing is meant or counts back
        (
            "Grev 14 Mayıs 1909'da başladı. Derneğin 8 Mayıs'ta kurulan sandığı para verdi. Grev üç gün sonra bitti.",
            ("üç gün sonra", "1909-05-17"),
        ),
        (
            "Dernek 1909'da kuruldu. Derneğin 8 Mayıs'ta kurulan sandığı para verdi. Kasa üç gün sonra kapandı.",
            ("üç gün sonra", "1909-05-11"),
        ),
        # the year is the object
        ("Banka 1909 yılını kârla kapattı.", ("1909", "1909")),
        # a month and its part as the predicate
        ("Salgın 1912'de başladı. En kötü günler kasım ortasıydı.", ("kasım", "1912-11")),
        ("Müqavilə 1920-ci ilin martında bağlandı. Heyət may ayında qayıtdı.", ("may", "1920-05")),
        # papers are dated by the calendar of their days
        ("Hat 1900'de başladı, 1908'de bitti. Makbuz 1319 tarihli.", ("1319", "1903")),
        ("Hat 1900'de başladı, 1908'de bitti. Vakfiye 1250 tarihli.", ("1250", "1250")),
        # seasons of the story's year
        ("The school opened in 1924. He met the minister twice in the spring and left.", ("spring", "1924-21")),
    ],
)
def test_the_year_of_the_story(text: str, told: tuple[str, str]) -> None:
    assert told in _dates(text)


@pytest.mark.parametrize(
    "text",
    [
        "The school opened in 1924. He died in the spring of his life.",
        "The army moved in 1921. It lost many men in the winter offensive.",
        "The school opened in 1924. Spring came late.",
    ],
)
def test_no_season_of_a_year(text: str) -> None:
    assert len(_dates(text)) == 1


def test_the_writers_own_days_are_not_of_the_story() -> None:
    story = "Dernek 3 Mart 1912'de kuruldu, 1912 sonunda dağıldı."
    assert ("eylül", "2012-09") in _posted(story, "Mektubu eylül ayında arşive vereceğim.")
    assert ("mart", "2013-03") in _posted(story, "Mektubu mart ayında arşive vereceğim.")
    for said in ("dedi", "demişti", "diye yazdı", "diyordu"):
        assert ("mart", "1912-03") in _posted(story, f"Nuri Bey mart ayında döneceğim {said}.")
    assert ("8 Nisan", "1912-04-08") in _posted("Geçen yıl bir mektup buldum.", story, "Heyet 8 Nisan'da geldi.")


def test_last_week_is_no_day() -> None:
    assert [one[0] for one in _posted("Geçen hafta bir mektup buldum.", "Geçen ayki yazıma cevap geldi.")] == [
        "Geçen ay"
    ]


def test_the_turn_of_the_year() -> None:
    told = "Deprem 27 Aralık 1939 gecesi oldu. 27 Aralık 1939 soğuktu. Heyet 5 Ocak 1940'ta geldi."
    assert ("10 Ocak", "1940-01-10") in _posted(told, "</p><h2>Sonrası</h2><p>Meclis 10 Ocak'ta af çıkardı.")


def test_many_years_told_once_have_no_main_year() -> None:
    first = "Dedem 1873'te doğdu. 1912'de göçtü. Evi 1923'te yazıldı. 1924'te yola çıktı. 1926'da öldü."
    assert ("mart", "XXXX-03") in _dates(f"{first}\n\nSonrası\n\nBizimkiler mart başında gelmiş.")
    again = first.replace("1924'te", "1912'de")
    assert ("mart", "1912-03") in _dates(f"{again}\n\nSonrası\n\nBizimkiler mart başında gelmiş.")
