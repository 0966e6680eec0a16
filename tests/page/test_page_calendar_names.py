"""One table of months and weekdays serves stamps, ages and the days over a diary's entries, in every language."""

import pytest

from tanik.core.fold import fold
from tanik.page.days import day_headings, is_weekday
from tanik.page.stamp import find_stamps

_TOLD = fold("Bütün gün yağmur yağdı, kimse dışarı çıkmadı, akşam erkenden yattık.")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("5 марта 1922, воскресенье", "6 марта 1922, понедельник"),
        ("5 mart 1922, bazar", "6 mart 1922, bazar ertəsi"),
        ("Sunday, 5 March 1922", "Monday, 6 March 1922"),
        ("12 Oct 1917", "13 Oct 1917"),
        ("3 Şaban 1339, Salı", "4 Şaban 1339, Çarşamba"),
    ],
)
def test_days_over_entries_in_several_languages(first: str, second: str) -> None:
    assert day_headings([fold(first), _TOLD, fold(second), _TOLD]) == {0, 2}


@pytest.mark.parametrize(
    "text", ["12 Oct 2019 Tue 11:52", "12 октября 2019, суббота, 11:52", "12 oktyabr 2019, şənbə, 11:52"]
)
def test_a_weekday_stands_between_day_and_clock(text: str) -> None:
    assert [stamp.edtf for stamp in find_stamps(text)] == ["2019-10-12T11:52"]


@pytest.mark.parametrize("word", ["Perşembe günü", "cümə axşamı", "четверг", "Thursday"])
def test_days_of_the_week(word: str) -> None:
    assert is_weekday(fold(word))


@pytest.mark.parametrize("word", ["Cumali", "Pazarcı", "Sunay", "Mart"])
def test_words_that_are_no_day_of_the_week(word: str) -> None:
    assert not is_weekday(fold(word))
