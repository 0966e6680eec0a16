"""Azerbaijani clauses: parties of a treaty, bodies of states without apostrophes, sources in the genitive, papers."""

from __future__ import annotations

import pytest

from tanik.facts.model import Statement
from tanik.facts.read import read as find_facts
from tanik.page.read import read


def _statements(text: str) -> tuple[Statement, ...]:
    page = read(f"Köhnə günlər\n\n{text}\n".encode(), path="a.txt")
    return find_facts(page).statements


def _told(text: str, words: str) -> dict[str, str]:
    one = next(one for one in _statements(text) if words in one.text)
    return {place: role.name or role.text for place, role in one.firsts.items()} | {"action": str(one.action)}


@pytest.mark.parametrize(
    ("text", "words", "roles"),
    [
        (
            "1920-ci ildə Osmanlı dövləti ilə Azərbaycan arasında ticarət müqaviləsi imzalandı.",
            "imzalandı",
            {"subject": "Osmanlı Devleti", "recipient": "Azerbaycan"},
        ),
        (
            "İki il sonra Xoyskinin hökuməti Gəncədən Bakıya köçdü.",
            "köçdü",
            {"subject": "Feteli Han Hoyski'nin hükûmeti", "recipient": "Bakü"},
        ),
        (
            "1921-ci ildə Bakıdan Qarsa 18 sistern yağ göndərildi.",
            "göndərildi",
            {"action": "transfer", "recipient": "Kars", "object": "18 sarnıç vagonu yağ"},
        ),
        ("Qəzet 1926-cı ildə tətil edildi.", "tətil", {"action": "end", "object": "gazete"}),
        ("Fəhlələr Bakıda 1908-ci ildə tətil etdi.", "tətil", {"action": "refuse"}),
        ("Kitab 1926-cı ildə Bakıda çapdan çıxdı.", "çapdan", {"action": "publish", "object": "kitap"}),
        ("Fətəli xan Xoyski 1919-cu ildə şuranın sədri oldu.", "oldu", {"action": "appoint"}),
        ("Osmanlı ordusu 1918-ci ildə Bakını tərk etmək məcburiyyətində qaldı.", "qaldı", {"action": "move"}),
        ("Parlament 1919-cu ildə körpünü açmaq qərarına gəldi.", "gəldi", {"action": "accept"}),
        # the perfect in -ib with its person, and what a participle before it has
        ("Üsyançılar 1920-ci ildə Gəncəni ələ keçiriblər.", "keçiriblər", {"action": "occupy", "object": "Gence"}),
        ("1920-ci ildə yaranan cəmiyyət 1936-cı ildə Bakıya köçüb.", "köçüb", {"recipient": "Bakü"}),
        ("Əli bəy 1921-ci ildə Sovet Rusiyasına müraciət etdi.", "müraciət", {"recipient": "Rusya"}),
        ("Xarici İşlər Nazirliyi 1919-cu ildə binanı satdı.", "satdı", {"action": "transfer"}),
        ("Kamran Hüseynov 1919-cu ildə bu təklifə qarşı çıxdı.", "çıxdı", {"action": "refuse"}),
        ("Çünki Gürcüstan 1919-cu ildə qatarı Bakıya göndərdi.", "göndərdi", {"subject": "Gürcistan"}),
    ],
)
def test_roles(text: str, words: str, roles: dict[str, str]) -> None:
    assert roles.items() <= _told(text, words).items()


@pytest.mark.parametrize(
    ("text", "words", "roles", "without"),
    [
        # -an and -dığı of et- with its noun are clauses of their own (Qurbanov, Müasir Azərbaycan dili, feli sifət)
        (
            "Milli hərəkatı təmsil edən mərkəz 1921-ci ildə İstanbula köçdü.",
            "köçdü",
            {"subject": "merkez", "recipient": "İstanbul"},
            ("object",),
        ),
        # what "olan" describes is the verb's, and what stands before it is not
        (
            "1870-ci ildə Kamran bəy iki çəni olan zavod tikdi.",
            "tikdi",
            {"object": "fabrika", "subject": "Kamran Bey"},
            ("place",),
        ),
        ("1921-ci ildə tacir ticarətlə məşğul olan şirkət qurdu.", "qurdu", {"object": "şirket"}, ("companion",)),
        # a state, a noun and a body are one phrase (GK 14.4)
        (
            "Azərbaycan nümayəndə heyəti 1919-cu ildə Parisə gəldi.",
            "gəldi",
            {"subject": "Azerbaycan temsilci heyeti", "recipient": "Paris"},
            ("object",),
        ),
        # how, when and at whose wish is no place and no company
        ("Heyət 1919-cu ildə çətin bir vəziyyətdə Bakıya gəldi.", "gəldi", {"recipient": "Bakü"}, ("place",)),
        ("Hökumətin xahişi ilə ordu 1918-ci ildə Bakıya gəldi.", "gəldi", {"subject": "ordu"}, ("companion",)),
        ("Heyət 1919-cu ildə nazir ilə Bakıya gəldi.", "gəldi", {"companion": "nazır"}, ()),
        ("Parlament bu qanunu 1919-cu ildə həmin məktəbdə qəbul etdi.", "etdi", {"place": "okul"}, ()),
        # a compound whose verb alone would be of movement
        ("Parlament 1919-cu ildə bu qanunu həyata keçirdi.", "keçirdi", {"object": "bu kanun"}, ("recipient",)),
        # the right verb of a passive is of the bare noun before it
        ("Nazirlik nəzdində muzey haqqında əsasnamə qəbul edildi.", "edildi", {"object": "yönetmelik"}, ()),
        ("18 yaşlı Kamran Hüseynov 1919-cu ildə cəmiyyət yaratdı.", "yaratdı", {"subject": "Kamran Hüseynov"}, ()),
        ("Düz 50 il bundan əvvəl ordu Bakıya gəldi.", "gəldi", {"subject": "ordu"}, ("object",)),
        (
            "Nazirin 1901-ci ildə məktəbə 80 min manat xərclədiyini katib yazdı.",
            "xərclədiyini",
            {"object": "80 min manat", "recipient": "okul"},
            (),
        ),
    ],
)
def test_what_fills_a_place_and_what_fills_none(
    text: str, words: str, roles: dict[str, str], without: tuple[str, ...]
) -> None:
    told = _told(text, words)
    assert roles.items() <= told.items()
    assert not told.keys() & set(without)


def test_what_only_describes_the_next_phrase_does_nothing() -> None:
    told = _told("Türkiyə nümayəndə heyəti Cənubi Qafqaz məsələsində 1921-ci ildə təklifi rədd etdi.", "rədd")
    assert told["subject"] == "Türkiye temsilci heyeti"


def test_expenses_are_no_verb() -> None:
    told = _statements("İyunun 25-də məktəbin ilkin xərcləri və başqa xərclər üçün 5 min manat ayrıldı.")
    assert [one.action for one in told] == ["transfer"]


def test_a_century_is_no_day_of_the_next_deed() -> None:
    told = _statements("XX əsrdə Bakıda neft çox idi. Kamran bəy bir məktəb açdı.")
    assert [one.when for one in told if "açdı" in one.text] == [None]


def test_years_of_a_list_and_a_count_that_is_no_year() -> None:
    page = read(
        "Köhnə günlər\n\nOnlar 1917 və 1919-cu illərdə gəldi, 2000-ə yaxın əsgər öldü.\n".encode(), path="a.txt"
    )
    facts = find_facts(page)
    assert [date.edtf for date in facts.dates] == ["1917", "1919"]
    assert [amount.value for amount in facts.amounts] == [2000]


def test_a_source_in_the_genitive_is_named_without_its_ending() -> None:
    told = _statements("Tarixçi Kamran Hüseynovun sözlərinə görə, 1921-ci ildə Qarsa 18 sistern yağ gətirildi.")
    assert [one.attributed_to for one in told if "sistern" in one.text] == ["Kamran Hüseynov"]


def test_people_called_after_their_country_are_counted() -> None:
    told = _statements("Orada 14 mindən artıq azərbaycanlı öldürüldü.")
    assert [(one.action, len(one.amounts)) for one in told] == [("kill", 1)]
