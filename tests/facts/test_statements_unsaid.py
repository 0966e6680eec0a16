"""What a clause leaves unsaid: whom the verb's person, its frame and the deal before allow, and whom they do not."""

from __future__ import annotations

import pytest

from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def _roles(text: str, clause: str) -> dict[str, str]:
    page = read_page(f"{text}\n".encode(), path="a.txt")
    found = [one for one in read_facts(page, fast=True).statements if clause in one.text]
    assert found, clause
    return {place: role.name or role.text for place, role in found[-1].firsts.items()}


@pytest.mark.parametrize(
    ("text", "clause", "place", "want"),
    [
        # one man takes no plural verb, and "ettim" is the writer's
        ("Kemal Bey 1921'de Bolu'ya geldi. Ertesi yıl Düzce'ye gittiler.", "gittiler", "subject", None),
        ("Kemal Bey 1921'de Bolu'ya geldi. Mektupları 1974'te müzeye teslim ettim.", "teslim ettim", "subject", None),
        ("Kemal Bey 1921'de Bolu'ya geldi. Ertesi yıl Düzce'ye gitti.", "gitti", "subject", "Kemal Bey"),
        # who buys is no giver
        ("Kemal Bey 1921'de Bolu'ya geldi. Değirmeni bir tüccar 900 liraya satın aldı.", "satın aldı", "subject", None),
        # the letter's writer is answered; whoever dealt before is no one's recipient
        (
            "Nuri Bey 1921'de Ali Bey'e bir mektup yazdı. Ali Bey bu mektuba 1922'de cevap verdi.",
            "cevap verdi",
            "recipient",
            "Nuri Bey",
        ),
        # all that is promised is read
        (
            "Nuri Bey, hazineye her yıl 400 altın ödemeyi ve yola bir köprü yaptırmayı üstlendi.",
            "üstlendi",
            "object",
            "400 altın",
        ),
        ("Arkadaşlar, 7 Mayıs 1922'de Bolu'ya bir uçak indi.", "indi", "subject", "bir uçak"),
        ("Nuri Bey 1921'de kitapların ikisini Kemal Bey'e verdi.", "verdi", "recipient", "Kemal Bey"),
    ],
)
def test_places_left_unsaid(text: str, clause: str, place: str, want: str | None) -> None:
    assert _roles(text, clause).get(place) == want


@pytest.mark.parametrize(
    ("behind", "doer"),
    [
        # somebody else stands in the clause, whichever verb he was read with
        ("Gençler de Artvin'e 40 çuval un götürmeye başladılar.", None),
        ("Kimse 40 çuval unu kabul etmedi.", None),
        ("Ertesi gün 30 köylü elli lira ödeyerek 40 çuval un aldı.", None),
        ("Kasabadan 40 çuval unla ayrıldı.", "Sabri Kaya"),
        ("Köye bir telsiz ve 40 çuval un bıraktı.", "Sabri Kaya"),
        ("Oğlu gelince köye 40 çuval un bıraktı.", "Sabri Kaya"),
    ],
)
def test_nobody_is_carried_on_where_somebody_is_named(behind: str, doer: str | None) -> None:
    told = read_facts(read_page(f"Sabri Kaya 1921'de köye geldi. {behind}\n".encode(), path="a.txt")).statements[-1:]
    subjects = [role.name for one in told if (role := one.first("subject")) is not None]
    assert ("Sabri Kaya" in subjects) is (doer is not None)


UNSAID = [
    # whom a name keeps in mind goes unsaid later, too
    ("Nuri Bey köprüyü onarttı. Hava soğudu. Belediyeye 300 lira verdi.", "Nuri Bey"),
    ("Komisyon Van'a geldi. Belediyeye 300 lira verdi.", "Komisyon"),
    # whom no name does only in the next sentence
    ("Gemi Van'a geldi. Yol açıldı. Hava soğudu. Belediyeye 300 lira verdi.", None),
    # nobody, everybody and most are somebody else
    ("Nuri Bey yolu kapattı. Kimse belediyeye 300 lira vermedi.", "Kimse"),
    ("Nuri Bey yolu kapattı. Herkes belediyeye 300 lira verdi.", "Herkes"),
    ("Nuri Bey yolu kapattı. Hiçbiri belediyeye 300 lira vermedi.", "Hiçbiri"),
    # a land takes no plural verb, its people do (GK 8.4)
    ("Almanya hammadde istedi. Belediyeye 300 lira verdiler.", None),
    ("Almanya hammadde istedi. Belediyeye 300 lira verdi.", "Almanya"),
    ("Almanlar hammadde istedi. Belediyeye 300 lira verdiler.", "Almanya"),
    ("İngilizler Van'a geldi. Köye 300 araba gönderdiler.", "İngiltere"),
    # no body dies
    ("Meclis 1920'de toplandı. 300 yaşında öldü.", None),
    # a war goes nowhere
    ("Van Savaşı bitti. Ardından Kars'a 300 atlıyla geçti.", None),
]


@pytest.mark.parametrize(("text", "who"), UNSAID)
def test_who_is_left_unsaid(text: str, who: str | None) -> None:
    page = read_page(text.encode(), path="x.txt")
    told = [one for one in read_facts(page, fast=True).statements if one.amounts][-1]
    doer = told.first("subject")
    assert (doer and (doer.name or doer.text)) == who
