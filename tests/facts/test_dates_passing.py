"""A day without a year takes the story's year, not one that only says which man, book or bank is meant."""

from collections.abc import Callable

import pytest

from tanik.facts.dates.find import find_dates
from tanik.page.model import Page

# The fire of the bridge was in 1921; each sentence names another year on its way.
_FIRE = "Köprü 1921'de yandı."
_PASSING = [
    "1881 doğumlu Ali Bey 10 Nisan'da okulu açtı.",
    "1881'de Kars'ta doğan Ali Bey 10 Nisan'da okulu açtı.",
    "Ali Bey (1881-1938) 10 Nisan'da okulu açtı.",
    "Ali Bey (d. 1881) 10 Nisan'da okulu açtı.",
    "Ali Bey (1881, Kars) 10 Nisan'da okulu açtı.",
    "Ali Bey 1881'de Kars'ta doğdu. 10 Nisan'da okulu açtı.",
    "Hatırat (İzmir, 1985) 10 Nisan'da okulun açıldığını yazar.",
    "1985'te yayımlanan kitabına göre 10 Nisan'da okul açıldı.",
    "1985 yılında bastırdığı kitapta 10 Nisan'ı anlatır.",
    "Kitabın 1985 baskısı 10 Nisan'ı anar.",
    "1863'te kurulan banka 10 Nisan'da kapandı.",
    "1930'lu yıllarda anlatılanlara göre 10 Nisan'da okul açıldı.",
    "1914-1918 yıllarını da görmüştü; 10 Nisan'da okulu açtı.",
]
# Each sentence goes on with a year of its own.
_STORY = [
    ("1924'te yenisi yapıldı. 10 Nisan'da açıldı.", 1924),
    ("1924'te yenisi yapıldı ve 10 Nisan'da açıldı.", 1924),
    ("Yenisi (3 Mart 1924) güzeldi. 10 Nisan'da açıldı.", 1924),
    ("Heyet (1924'te geldi, 10 Nisan'da gitti) dağıldı.", 1924),
    ("1924'te köye dönen heyet 10 Nisan'da işe başladı.", 1924),
    ("1924 yılında okul kuruldu. 10 Nisan'da dersler başladı.", 1924),
    ("Kitap 1924'te yayımlandı. 10 Nisan'da toplatıldı.", 1924),
    ("Ali Bey 1924'te öldü. 10 Nisan'da gömüldü.", 1924),
    ("12 Mart 1924'te açılan okul 10 Nisan'da kapandı.", 1924),
    ("Banka 1924'te kuruldu. 10 Nisan'da ilk şubesini açtı.", 1924),
]


def _year(page: Page) -> str:
    return next((one.edtf or "")[:4] for one in find_dates(page) if one.text == "10 Nisan")


@pytest.mark.parametrize("sentence", _PASSING, ids=str)
def test_a_year_told_in_passing_is_not_the_story_s(page_of: Callable[..., Page], sentence: str) -> None:
    assert _year(page_of(f"{_FIRE} {sentence}")) == "1921"


@pytest.mark.parametrize(("sentence", "year"), _STORY, ids=str)
def test_a_year_that_the_story_goes_on_with(page_of: Callable[..., Page], sentence: str, year: int) -> None:
    assert _year(page_of(f"{_FIRE} {sentence}")) == str(year)


def test_where_only_a_book_s_year_is_told_the_day_has_none(page_of: Callable[..., Page]) -> None:
    assert _year(page_of("1985'te yayımlanan kitabına göre 10 Nisan'da okul açıldı.")) == "XXXX"


def test_english_books_and_births(page_of: Callable[..., Page]) -> None:
    text = (
        "The bridge burnt in 1921. Ali, born in 1881, wrote in a book published in 1985 that on 10 April he was there."
    )
    assert [one.edtf for one in find_dates(page_of(text, language="en"))][-1] == "1921-04-10"
    text = "The bridge burnt in 1921. The book was published in 1925. On 10 April it was banned."
    assert [one.edtf for one in find_dates(page_of(text, language="en"))][-1] == "1925-04-10"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Heyet 5 Ocak 1922'de ayrıldı. Getirdiği para 29 Kasım'da teslim edilmişti.", "1921-11-29"),
        ("Anlaşma 3 Mart 1921'de imzalandı. Elçi 10 Aralık'ta yola çıkmıştı.", "1920-12-10"),
        ("Vali 2 Şubat 1919'da geldi. Kaymakam kasabadan 31 Aralık'ta kaçmıştı.", "1918-12-31"),
        # no pluperfect, the same year, or so much later that the story has come to it
        ("Heyet 5 Ocak 1922'de ayrıldı. Para 29 Kasım'da teslim edildi.", "1922-11-29"),
        ("Kars 30 Ekim 1920'de alındı. Sarıkamış 29 Eylül'de düşmüştü.", "1920-09-29"),
        ("İzmir'e 9 Eylül 1922'de girildi. Bandırma 18 Eylül'de boşalmıştı.", "1922-09-18"),
        ("Meclis 23 Nisan 1920'de açıldı. Kanun 29 Ekim'de çıkmıştı.", "1920-10-29"),
        ("Dernek 31 Nisan 1921'de açıldı. Evler 1 Aralık'ta satılmıştı.", "1921-12-01"),
    ],
)
def test_a_pluperfect_at_the_beginning_of_a_year_tells_of_the_end_of_the_last(
    page_of: Callable[..., Page], text: str, last: str
) -> None:
    assert find_dates(page_of(text))[-1].edtf == last
