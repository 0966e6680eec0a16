"""Accounts of one number of people by several pages and tellers: which are set together, and which never."""

from __future__ import annotations

import pytest

from tanik.compare.model import Examined, Finding
from tanik.compare.run import run
from tanik.dossier.messages import message
from tanik.facts.read import read as read_facts
from tanik.page.read import read


def _found(*pages: tuple[str, str]) -> list[Finding]:
    examined = []
    for number, (title, text) in enumerate(pages):
        html = f"<html lang=tr><head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p></body></html>"
        page = read(html.encode(), path=f"{number}.html", id=f"p{number}")
        examined.append(Examined(page, read_facts(page, fast=True)))
    return [one for one in run(examined).findings if one.rule.startswith("counts-differ")]


_QUAKE = ("Göynük depremi", "Göynük depremi sabaha karşı oldu. Depremde 4.120 kişi öldü, 9.300 kişi yaralandı.")


@pytest.mark.parametrize(
    ("other", "rules"),
    [
        # the dead are set against the dead, the wounded against the wounded
        ("Göynük depreminde 2.800 kişi hayatını kaybetti.", ["dead"]),
        ("Göynük depreminde yaralananların sayısı 5.000'dir.", ["wounded"]),
        ("Göynük depreminde ölenlerin sayısı 2.800, yaralananların 5.000 olarak verilir.", ["dead", "wounded"]),
        ("Göynük depreminde 2.800 ölü vardı.", ["dead"]),
        # one number, or the same rounded, differs from nothing
        ("Göynük depreminde 4.120 kişi can verdi.", []),
        ("Göynük depreminde 4 bin kişi öldü.", []),
        # "oldu" is no "öldü"
        ("Göynük depreminde evsiz kalanlar 2.800 kişi oldu.", []),
        # beside the wounded "kayıp" are the missing; alone they are all losses
        ("Göynük depreminde 800 ölü, 7.000 yaralı, 2.800 kayıp vardı.", ["dead", "wounded"]),
        # a number that is denied, of those who were there, or whose kind the next number's noun tells
        ("Göynük depreminde 9.000 kişi değil, 4.120 kişi öldü.", []),
        ("Göynük depremine katılan ekiplerin mevcudu 2.800 kişi olup ölü sayısı 4.120'dir.", []),
        # another thing counted, another matter, a part, another side
        ("Göynük depreminde 2.800 ev yıkıldı.", []),
        ("Göynük depreminde 2.800 kişi kayboldu.", []),
        ("Simav depreminde 2.800 kişi öldü.", []),
        ("Göynük depreminde Taraklı'dan 2.800 kişi öldü.", []),
        ("Göynük depreminde 2.800 çocuk öldü.", []),
        ("Göynük depreminde ölen ve yaralananlar 12 kişiydi.", []),
        ("Göynük yolu uzundu. Ovada 2.800 koyun öldü.", []),
    ],
)
def test_which_numbers_of_two_pages_are_set_together(other: str, rules: list[str]) -> None:
    found = _found(_QUAKE, ("Eski bir sarsıntı", other))
    assert [one.rule.split("-")[2] for one in found] == rules


def test_a_number_of_more_is_told_beside_and_contradicts_nothing() -> None:
    other = "Göynük depreminde 2.800 kişi öldü. Hastanede ölenlerle birlikte 5.600 kişi öldü."
    (found,) = _found(_QUAKE, ("Göynük depremi", other))
    told = dict(found.details)
    assert found.rule == "counts-differ-dead-scope"
    assert "5.600" in told["apart"]
    assert "5.600" not in told["values"]


def test_tellers_of_one_page_are_told_apart_and_one_voice_is_not() -> None:
    told = (
        "Göynük depremi",
        "Göynük depremi üzerine Sinan Er “4.120 kişi öldü” der. Nuri Tan ise “2.800 kişi öldü” der.",
    )
    alone = ("Göynük depremi", "Göynük depreminde 4.120 kişi öldü. Yaralardan sonra 2.800 kişi daha öldü.")
    assert [len(_found(told)), len(_found(alone))] == [1, 0]


def test_against_whom_it_was_fought_is_not_whose_dead_they_are() -> None:
    one = ("Söğüt Muharebesi", "Söğüt Muharebesi'nde Rusları püskürtmek 900 ere mal oldu, 900 er öldü.")
    two = ("Söğüt Muharebesi", "Söğüt Muharebesi'nde 600 erimiz öldü.")
    assert [found.rule for found in _found(one, two)] == ["counts-differ-dead"]


def test_the_losses_of_two_sides_are_two_numbers() -> None:
    one = "Söğüt Muharebesi'nde düşmanın kaybı 900 kişiydi, bizim kaybımız ise 400 kişiydi."
    two = "Söğüt Muharebesi'nde kaybımız 600 kişi, düşmanın kaybı 900 kişiydi."
    (found,) = _found(("Söğüt Muharebesi", one), ("Söğüt Muharebesi", two))
    assert found.rule == "counts-differ-lost"
    assert "900" not in dict(found.details)["values"]


def test_the_finding_says_what_differs_in_both_languages() -> None:
    (found,) = _found(_QUAKE, ("Eski bir sarsıntı", "Göynük depreminde 2.800 kişi öldü."))
    assert "ölenlerin sayısında ayrılıyor" in message(found, "tr")
    assert "how many died" in message(found, "en")
