"""Who does what a clause leaves unsaid: whoever a name keeps in mind, and nobody that the grammar shuts out."""

from __future__ import annotations

import pytest

from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page

UNSAID = [
    # whom a name keeps in mind goes unsaid later, too
    ("Nuri Bey köprüyü onarttı. Hava soğudu. Belediyeye 300 lira verdi.", "Nuri Bey"),
    ("Eşkıya köyü bastı. Kasabadan 300 lira istedi.", "Eşkıya"),
    # whom no name does only in the next sentence
    ("Kervan Van'a geldi. Yol açıldı. Hava soğudu. Belediyeye 300 lira verdi.", None),
    # nobody, everybody and most are somebody else
    ("Nuri Bey yolu kapattı. Kimse belediyeye 300 lira vermedi.", "Kimse"),
    ("Nuri Bey yolu kapattı. Köylülerin çoğu belediyeye 300 lira verdi.", "çoğu"),
    ("Nuri Bey yolu kapattı. Hiçbiri belediyeye 300 lira vermedi.", "Hiçbiri"),
    # a land takes no plural verb, its people do (GK 8.4)
    ("Almanya hammadde istedi. Belediyeye 300 lira verdiler.", None),
    ("Almanya hammadde istedi. Belediyeye 300 lira verdi.", "Almanya"),
    ("Almanlar hammadde istedi. Belediyeye 300 lira verdiler.", "Almanya"),
    # a war goes nowhere
    ("Van Savaşı bitti. Ardından Kars'a 300 atlıyla geçti.", None),
]


@pytest.mark.parametrize(("text", "who"), UNSAID)
def test_who_is_left_unsaid(text: str, who: str | None) -> None:
    page = read_page(text.encode(), path="x.txt")
    told = [one for one in read_facts(page, fast=True).statements if one.amounts][-1]
    doer = told.first("subject")
    assert (doer and (doer.name or doer.text)) == who
