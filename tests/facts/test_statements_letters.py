"""What letters, orders and reports say: to whom, as what kind of deed, on whose word, and when."""

from __future__ import annotations

import pytest

from tanik.facts.model import Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def _statements(text: str) -> tuple[Statement, ...]:
    return read_facts(read_page(f"{text}\n".encode(), path="a.txt")).statements


def _holding(text: str, part: str) -> Statement:
    found = [one for one in _statements(text) if part in one.text]
    assert found, f"no statement holds {part!r}"
    return found[-1]


def _role(one: Statement, place: str) -> str | None:
    role = one.first(place)
    return None if role is None else role.name or role.text


@pytest.mark.parametrize(
    ("text", "part", "wanted"),
    [
        # whom the paper went to is asked and told in it
        ("Nizam Paşa, Rüştü Bey'e gönderdiği telgrafta ambarın boşaltılmasını istedi.", "istedi", "Rüştü Bey"),
        ("Kaymakam, valiye çektiği telgrafla göçmenlerin iskânını emretti.", "emretti", "vali"),
        ("Vali, nezarete sunduğu 3 Mayıs 1915 tarihli yazısında 400 çuval un talep etti.", "talep", "nezaret"),
        ("Rüştü Bey'e gönderilen yazıda 300 lira istendi.", "istendi", "Rüştü Bey"),
        ("Nizam Paşa, mektubunda Rüştü Bey'e alayın parasız kaldığını yazıyordu.", "yazıyordu", "Rüştü Bey"),
        ("Nizam Paşa, Rüştü Bey'e Bursa'da bir ambarın yetmeyeceğini bildirdi.", "bildirdi", "Rüştü Bey"),
        # a deed in -mA under a saying is a command to whoever stands before it
        ("Vali, Rüştü Bey'e Bursa'ya dönmesini söyledi.", "söyledi", "Rüştü Bey"),
        ("Rüştü Bey'e ambarı boşaltması bildirildi.", "bildirildi", "Rüştü Bey"),
        # and these name no one
        ("Nizam Paşa, Rüştü Bey'den aldığı mektupta para istendiğini 1921'de açıkladı.", "açıkladı", None),
        ("Nizam Paşa 1921'de, kışlaya astığı yazıda askerlerden sabır istedi.", "istedi", "askerler"),
        ("Nizam Paşa 1921'de kendisine gönderdiği mektupta para istedi.", "istedi", None),
        ("Nizam Paşa, Rüştü Bey'in valiye yazdığı mektupta 300 lira istendiğini söyledi.", "istendiğini", None),
    ],
)
def test_to_whom_a_paper_speaks(text: str, part: str, wanted: str | None) -> None:
    assert _role(_holding(text, part), "recipient") == wanted


@pytest.mark.parametrize(
    ("text", "part", "action"),
    [
        ("Vali, Rüştü Bey'e Bursa'ya dönmesini söyledi.", "söyledi", "request"),
        ("Nizam Paşa, Rüştü Bey'e köprünün yıkılmasını yazdı.", "yazdı", "request"),
        ("Rüştü Bey'e ambarı boşaltması bildirildi.", "bildirildi", "request"),
        ("Rüştü Bey köprünün yıkılmasını 1921'de eleştirdi.", "eleştirdi", "say"),
        ("Rüştü Bey 1921'de Nizam Paşa'ya parasının bittiğini söyledi.", "söyledi", "say"),
    ],
)
def test_what_is_said_to_be_done_is_asked(text: str, part: str, action: str) -> None:
    assert _holding(text, part).action == action


@pytest.mark.parametrize(
    ("text", "part", "place", "wanted"),
    [
        ("Bakanlar Kurulu, elçilere başvurmaya karar verdi.", "karar", "subject", "Bakanlar Kurulu"),
        ("Bakanlar Kurulu, elçilere başvurmaya karar verdi.", "karar", "object", "elçilere başvurma"),
        ("Bu uzun ve zorlu yolculuk 16 Mayıs 1919'da başladı.", "başladı", "subject", "Bu uzun ve zorlu yolculuk"),
        ("Rüştü Bey'in meclise girişi 1919'da başladı.", "başladı", "subject", "Rüştü Bey'in meclise girişi"),
        ("Konya'da 1921'de yeni bir yazışma dönemi başladı.", "başladı", "subject", "yeni bir yazışma dönemi"),
        (
            "Paşa, 1921'de Rüştü Bey'e yazdığı emirde alayı Hilmi Bey'e devrettiğini bildirdi.",
            "devrettiğini",
            "place",
            None,
        ),
        ("Rüştü Bey, 1919'da ayrıldığı Bursa'ya 1 Temmuz 1927'de döndü.", "döndü", "object", None),
    ],
)
def test_words_of_papers_and_deeds(text: str, part: str, place: str, wanted: str | None) -> None:
    assert _role(_holding(text, part), place) == wanted


def test_the_day_of_a_return_is_not_that_of_the_leaving() -> None:
    text = "Rüştü Bey, 1919'da ayrıldığı Bursa'ya 1 Temmuz 1927'de döndü."
    assert _holding(text, "döndü").when == "1927-07-01"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Nizam Paşa 1919'da geldi. Bunun üzerine Rüştü Bey valilere gizli bir genelge gönderir.", "gönderir"),
        ("Nizam Paşa 1919'da geldi. Rüştü Bey oğluna 300 lira bırakır.", "bırakır"),
        ("Nizam Paşa 1919'da geldi. Rüştü Bey, Nizam Paşa ile görüşür.", "görüşür"),
    ],
)
def test_a_story_in_the_present_is_told(text: str, part: str) -> None:
    assert _holding(text, part)


@pytest.mark.parametrize(
    "text",
    [
        "Nizam Paşa 1919'da geldi. Rüştü Bey genellikle Nizam Paşa ile görüşür.",
        "Nizam Paşa 1919'da geldi. Rüştü Bey bazen Bursa'ya gider.",
        "Nizam Paşa 1919'da geldi. Müze ziyaretçilere bir kitapçık verir.",
        "Nizam Paşa 2019'da geldi. Rüştü Bey Nizam Paşa ile görüşür.",
    ],
)
def test_a_habit_is_not(text: str) -> None:
    assert not [one for one in _statements(text) if one.text.endswith(("görüşür", "gider", "verir"))]


def test_several_people_without_a_name_may_tell() -> None:
    text = "Rüştü Bey 1921'de konuştu. Tarihçiler Nizam Paşa'nın 1964'te öldüğünü iddia etti."
    assert _holding(text, "öldüğünü").attributed_to == "Tarihçiler"
