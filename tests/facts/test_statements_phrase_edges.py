"""Where phrases end that carry no case, or one that only looks like it: what fills a place, and what must not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tanik.dossier.phrases import roles_in_order
from tanik.front import check

_FIRES = [
    ("Mustafa Kemal Paşa 1921'de Tekâlif-i Milliye emirlerini yayınladı.", "object", "Tekâlif-i Milliye emirleri"),
    ("Hükûmet 1899'da şirkete Samsun–Amasya hattının imtiyazını verdi.", "object", "Samsun–Amasya hattının imtiyazı"),
    ("1921'de Bakü Ankara'ya üç vagon dolusu kerosin yolladı.", "object", "üç vagon dolusu kerosin"),
    ("1921'de Kars'a üç tanker dolusu petrol gönderdiler.", "object", "üç tanker dolusu petrol"),
    ("1921'de Moskova 10 top ve 40 sandık mermi vaat etti.", "object", "40 sandık mermi"),
    ("Vali 1911'de 3 vagon kömür ve 40 çuval un talep etti.", "object", "40 çuval un"),
    ("Kızılay köye 500 çadır ve 12 sandık ilaç hibe etti.", "object", "12 sandık ilaç"),
    ("Maden Tetkik Arama 1962'de Eskişehir'de 3 yatak buldu.", "subject", "Maden Tetkik Arama"),
]
_FIRES += [
    # no adjective stands inside an izafet (GK 10.2), and a bare unit belongs to nobody
    ("Vali gizli ödenekten 1919'da 40 bin lira verdi.", "subject", "Vali"),
    ("Bakan örtülü ödenekten 1921'de 40 bin lira verdi.", "subject", "Bakan"),
    ("Muhtar boş depodan 1921'de 40 çuval un verdi.", "subject", "Muhtar"),
    ("Ali Bey, valinin 1919'da 40 bin altın verdiğini yazar.", "subject", "vali"),
    ("Ali Bey, valinin 1919'da 40 bin altın verdiğini yazar.", "object", "40 bin altın"),
]
_STAYS = [
    ("Vali 1921'de köye 40 sandık mermi gönderdi.", "object", "40 sandık mermi"),
    ("Hükûmet Ankara-Sivas hattını 1930'da açtı.", "object", "Ankara-Sivas hattı"),
    ("Kızılay 1944'te köye 500 çadır ve 12 ton un gönderdi.", "object", "12 ton un"),
    ("Elçi 1921'de şehre 20 tüfek ve 30 sandık fişek gönderdi.", "object", "30 sandık fişek"),
    ("Heyet 1921'de Kars'a beş vagon kömür yolladı.", "object", "beş vagon kömür"),
    ("Aram 1921'de Kars'a 20 tüfek gönderdi.", "subject", "Aram"),
]


def _roles(text: str, folder: Path) -> list[tuple[str, str]]:
    place = folder / "page.txt"
    place.write_text(text, encoding="utf-8")
    (report,) = check([str(place)], library=None).pages
    return [
        (name, role.name or role.text) for one in report.facts.statements for name, role in roles_in_order(one.roles)
    ]


@pytest.mark.parametrize(("text", "place", "filler"), _FIRES + _STAYS)
def test_a_phrase_is_cut_where_it_ends(text: str, place: str, filler: str, tmp_path: Path) -> None:
    assert (place, filler) in _roles(text, tmp_path)


_DEALT = "Kâzım Karabekir Paşa 1921'de Azerbaycan'dan para istedi"


@pytest.mark.parametrize(
    ("joined", "wanted"),
    [
        (", Azerbaycan ertesi yıl 30 vagon petrol gönderdi.", True),
        (". Azerbaycan ertesi yıl 30 vagon petrol gönderdi.", False),
        (".\n\nAzerbaycan ertesi yıl Nahcivan'dan 30 vagon petrol gönderdi.", False),
    ],
)
def test_the_other_side_is_carried_within_a_sentence_alone(joined: str, wanted: bool, tmp_path: Path) -> None:
    roles = _roles(_DEALT + joined, tmp_path)
    at = roles.index(("object", "30 vagon petrol"))
    assert (("recipient", "Kâzım Karabekir") in roles[max(0, at - 2) : at + 2]) is wanted


def test_where_someone_arrives_is_not_guessed_from_the_title(tmp_path: Path) -> None:
    roles = _roles("Tirebolu'nun işgali\n\nBinbaşı Rasim Bey 3 Mart 1921'de geri döndü.", tmp_path)
    assert ("subject", "Rasim Bey") in roles
    assert "recipient" not in dict(roles)


def test_until_before_a_number_says_nothing_of_it(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Memurlar 1921'de sabaha kadar 600 kasa saydı, köye 600 kadar kasa geldi.", encoding="utf-8")
    (report,) = check([str(page)], library=None).pages
    assert [amount.bound.value for amount in report.facts.amounts if amount.value == 600] == ["exact", "about"]
