"""Lives as encyclopedias tell them: clause after clause of one person, dates behind verbs, names in marks.

The sentences are of our own; each has a construction that pages of the genre have in every paragraph.
"""

from __future__ import annotations

import pytest

from tanik.facts.model import Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page

_LIFE = "Sabri Kaya, Konyalı bir öğretmendi."


def _told(text: str) -> tuple[Statement, ...]:
    page = read_page(f"Sabri Kaya\n\n{_LIFE} {text}\n".encode(), path="a.txt")
    return read_facts(page).statements


def _of(one: Statement, place: str) -> str | None:
    return next((role.name or role.text for name, role in one.roles if name == place), None)


@pytest.mark.parametrize(
    ("text", "action", "when", "done"),
    [
        ("4 Nisan 1887'de Karaman'da doğdu.", "born", "1887-04-04", ("subject", "Sabri Kaya")),
        ("12 Mart 1905'te Konya Lisesine girdi.", "begin", "1905-03-12", ("subject", "Sabri Kaya")),
        ("2 Mayıs 1911'de yüzbaşılığa yükseltildi.", "appoint", "1911-05-02", ("recipient", "Sabri Kaya")),
        ("3 Haziran 1912'de gömleğini dikti.", None, "1912-06-03", ("subject", "Sabri Kaya")),
        ("Ayşe Hanım'la dünya evine girdi (9 Eylül 1913).", "meet", "1913-09-09", ("subject", "Sabri Kaya")),
        ("Konya'dan ayrıldı (7 Ocak 1914) ve Adana'ya döndü.", "move", "1914-01-07", ("subject", "Sabri Kaya")),
        ('1921\'de "Yeni Yurt Derneği"ni kurdu.', "found", "1921", ("object", "Yeni Yurt Derneği")),
        ("1922'de «Bozkır Kulübü»nü kurdu.", "found", "1922", ("object", "Bozkır Kulübü")),
        ("1923'te yolların bozukluğundan yakındı.", "say", "1923", ("subject", "Sabri Kaya")),
        ("1924'te derneğin başkanlığını yürüttü.", "appoint", "1924", ("recipient", "Sabri Kaya")),
    ],
)
def test_a_life_is_told_without_saying_again_whose_it_is(
    text: str, action: str | None, when: str, done: tuple[str, str]
) -> None:
    made = _told(text)
    assert made, text
    assert (made[0].action, made[0].when, _of(made[0], done[0])) == (action, when, done[1])


@pytest.mark.parametrize(
    "text",
    [
        "Bahçede güzel kokular vardı.",
        "Sonra yine gömleğini dikti.",
        "Kasabada yağmur yağdı.",
        "Bundan bir umut doğdu.",
    ],
)
def test_what_tells_no_deed_of_him_is_none(text: str) -> None:
    assert not [one for one in _told(text) if one.action in (None, "born")]


@pytest.mark.parametrize(
    ("text", "handed_on"),
    [
        ("Kurul, 1998'de yapılan incelemede belediyenin 1931'de kasabaya su getirdiğini bildirdi.", True),
        ("Kurul, 1998'de yapılan kazıda köylülerin 1931'de depoyu yaktığını açıkladı.", True),
        ("Savcı 1998'de köylülerin 1931'de depoyu yaktığını açıkladı.", False),
        ("Savcı, köylülerin depoyu yaktığını 4 Mayıs 1932'de açıkladı.", False),
    ],
)
def test_the_day_of_a_participle_is_not_that_of_the_saying(text: str, handed_on: bool) -> None:
    made = _told(text)
    assert any(one.attributed_to in ("Kurul", "Savcı") and one.action != "say" for one in made) is handed_on
    assert any(one.action == "say" for one in made) is not handed_on


@pytest.mark.parametrize(
    ("text", "action", "place", "filler"),
    [
        ("1911'de Kız Okulları, 1914'te Sanayi Mektebi açıldı.", "begin", "subject", "Sanayi Mektebi"),
        ("Ne var ki Rıza Bey 1924'te Adana'ya dönmüştü.", "move", "subject", "Rıza Bey"),
        ("Yanına Rıza Bey'in adamlarından Nuri Kaptan geldi.", "move", "recipient", "Sabri Kaya"),
        ("Yanına Rıza Bey'in adamlarından Nuri Kaptan geldi.", "move", "subject", "Nuri Kaptan"),
        ("Yanına Rıza Bey'in adamlarından Nuri Kaptan geldi.", "move", "object", None),
        ("Rıza Bey direndi, kendisi yakalandı ve yolda can verdi.", "die", "subject", "Rıza Bey"),
        ("Tanıkların söylediğine göre önce komutan Rıza Bey çağrılmış.", "request", "object", None),
        ("Rıza Bey çatışma neticesinde öldü.", "die", "place", None),
        ("Rıza Bey 1922'de bakanı sıkıştırdı.", None, "object", "bakan"),
        ("Nikâhı 3 Mart 1923'te Kadı Hasan Efendi kıydı.", None, "subject", "Kadı Hasan Efendi"),
    ],
)
def test_who_and_what_stands_in_a_place(text: str, action: str | None, place: str, filler: str | None) -> None:
    made = [one for one in _told(text) if one.action == action]
    assert made, text
    assert _of(made[-1], place) == filler


@pytest.mark.parametrize(
    "text", ["Nuri Kaptan ölünün nereye gömüldüğünü söylememişti.", "Doktor onun nasıl öldüğünü anlattı."]
)
def test_an_embedded_question_claims_nothing(text: str) -> None:
    assert not [one for one in _told(text) if one.action in ("die", "end")]


@pytest.mark.parametrize(
    ("text", "action", "place", "filler"),
    [
        ("Türkiye'nin ilk ressamı olan Rıza Kaya, Konya'da öldü.", "die", "subject", "Rıza Kaya"),
        ("Arkadaşlarıyla (Nuri Aksoy, Lütfi Demir vb.) yaptığı işlerden sonra 1906'da derneği kurdu.", "found",
         "subject", "Sabri Kaya"),
        ("Babası Rıza Kaya, annesi Zehra Hanım'dır. 1901'de Konya'dan ayrıldı.", "move", "subject", "Sabri Kaya"),
        ("Okulda iken 2 Şubat 1903'te yüzbaşılığa yükseltildi.", "appoint", "recipient", "Sabri Kaya"),
        ("Rıza Bey direndi, kendisi yaralı ele geçirildi.", "occupy", "object", "Rıza Bey"),
    ],
)  # fmt: skip
def test_descriptions_and_brackets_do_nothing(text: str, action: str, place: str, filler: str) -> None:
    made = [one for one in _told(text) if one.action == action]
    assert made, text
    assert _of(made[-1], place) == filler


def test_the_dates_of_a_life_in_a_bracket_are_no_day_of_the_story() -> None:
    made = _told("Sabri Kaya (1887 Konya - 10 Kasım 1938 Adana) öğretmendi. Küçük yaşta babasını kaybetti.")
    assert [one.when for one in made if one.action == "lose"] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Başarıları nedeniyle aynı yıl yüzbaşılığa yükseldi.",
        "1917'de Konya'daki 7. Ordu'nun komutanlığına atandı.",
        "Bu görevinin yanı sıra 3 Mayıs 1921'de valiliğe atandı.",
        "Derneğin genel sekreterliğine 1922'de getirildi.",
        "Gösterdiği başarılar nedeniyle korgeneralliğe yükseltildi.",
    ],
)
def test_who_was_given_a_post_is_who_the_life_is_of(text: str) -> None:
    made = [one for one in _told(text) if one.action == "appoint"]
    assert [_of(one, "recipient") for one in made] == ["Sabri Kaya"]
