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
    return {place: role.name or role.text for place, role in one.roles} | {"action": str(one.action)}


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
            {"subject": "Feteli Han Hoyski'nin hükûmet", "recipient": "Bakü"},
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


def test_a_source_in_the_genitive_is_named_without_its_ending() -> None:
    told = _statements("Tarixçi Kamran Hüseynovun sözlərinə görə, 1921-ci ildə Qarsa 18 sistern yağ gətirildi.")
    assert [one.attributed_to for one in told if "sistern" in one.text] == ["Kamran Hüseynov"]


def test_people_called_after_their_country_are_counted() -> None:
    told = _statements("Orada 14 mindən artıq azərbaycanlı öldürüldü.")
    assert [(one.action, len(one.amounts)) for one in told] == [("kill", 1)]
