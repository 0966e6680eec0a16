"""What statements take from beyond their clause: parties of a deal, shared verbs, notes and sources, tellers."""

from __future__ import annotations

import pytest

from tanik.facts.model import Facts, Statement
from tanik.facts.read import read as read_facts
from tanik.page.model import Page
from tanik.page.read import read as read_page


def _read(text: str) -> tuple[Page, Facts]:
    page = read_page(f"Değirmenin hikâyesi\n\n{text}\n".encode(), path="a.txt")
    return page, read_facts(page)


def _told(statement: Statement) -> dict[str, str]:
    return {place: role.name or role.text for place, role in statement.firsts.items()}


@pytest.mark.parametrize(
    ("text", "part", "wanted"),
    [
        (
            "Yunanistan 1930'da Türkiye'ye on bin lira tazminat vaat etti. Para 2 Mayıs 1931'de ödendi.",
            "Para 2 Mayıs",
            {"subject": "Yunanistan", "recipient": "Türkiye"},
        ),
        (
            "Bulgaristan 1925'te Türkiye'den otuz vagon istedi. İlk on vagon 1926'da verildi.",
            "İlk on vagon",
            {"subject": "Türkiye", "recipient": "Bulgaristan"},
        ),
        (
            "Çankırı Kongresi 3 Kasım 1920'de toplandı. Vergi önerisi 5 Kasım 1920'de reddedildi.",
            "Vergi önerisi",
            {"subject": "Çankırı Kongresi"},
        ),
        ("Fransa 1921'de bize kırk sandık ilaç verdi.", "Fransa", {"recipient": "Türkiye"}),
        (
            "Belediye 1926'da değirmeni Agop Efendi'ye 900 liraya sattı.",
            "Belediye",
            {"means": "900 lira", "object": "değirmen"},
        ),
        (
            "1928 yılında belediye kiranın ancak yarısını gönderdi.",
            "1928 yılında",
            {"subject": "belediye"},
        ),
    ],
)
def test_what_a_clause_leaves_unsaid(text: str, part: str, wanted: dict[str, str]) -> None:
    _, facts = _read(text)
    found = next(one for one in facts.statements if one.text.startswith(part))
    assert wanted.items() <= _told(found).items()


def test_what_was_carried_lies_outside_the_statement() -> None:
    _, facts = _read("Yunanistan 1930'da Türkiye'ye on bin lira vaat etti. Para 2 Mayıs 1931'de ödendi.")
    paid = facts.statements[-1]
    assert not paid.says(paid.firsts["subject"])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Vali çırağa 50 lira, ustaya 80 lira verdi.",
            [{"recipient": "çırağ", "object": "50 lira"}, {"recipient": "usta", "object": "80 lira"}],
        ),
        (
            "Ali Rıza Bey Konya'ya, Hasan Fehmi Bey Sivas'a gitti.",
            [{"recipient": "Konya"}, {"recipient": "Sivas"}],
        ),
        (
            "Kredinin beş milyon lirası Nazilli'ye, üç milyon lirası Kayseri'ye harcandı.",
            [{"recipient": "Nazilli", "object": "Kredi"}, {"recipient": "Kayseri", "object": "Kredi"}],
        ),
    ],
)
def test_two_deeds_with_one_verb_are_two_statements(text: str, wanted: list[dict[str, str]]) -> None:
    _, facts = _read(text)
    found = [_told(one) for one in facts.statements]
    assert len(found) == len(wanted)
    assert all(any(want.items() <= one.items() for one in found) for want in wanted)


def test_one_deed_with_two_things_is_not_taken_for_two_verbs() -> None:
    _, facts = _read("Vali 1920'de Konya'ya un, tuz ve kırk sandık ilaç gönderdi.")
    assert len(facts.statements) == 1


_NOTED = """Belediye 1926'da değirmeni Agop Efendi'ye 900 liraya sattı.1 Agop Efendi parayı 1927'de ödedi.[2] \
Agop Efendi 1930'da Kadıköy'e elli çuval un gönderdi (Ali Er, Değirmen, İzmir 1931, s. 14). Vali 1932'de \
değirmeni kapattı.

1 Ali Er, Değirmen, İzmir 1931, s. 5.
[2] BOA, DH.İD, 44/7."""


def test_notes_and_sources_go_with_the_statements_beside_them() -> None:
    page, facts = _read(_NOTED)
    found = {one.text.split()[-1]: one for one in facts.statements}
    told = {verb: [facts.citations[index].pages or "archive" for index in one.citations] for verb, one in found.items()}
    assert told == {"sattı": ["5"], "ödedi": ["archive"], "gönderdi": ["14"], "kapattı": []}
    assert [span.of(page.text) for span in found["ödedi"].support] == ["[2]"]
    assert all(0 <= index < len(facts.citations) for one in facts.statements for index in one.citations)


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("Rapora göre kumandan 1920'de Midilli'ye elli çuval tuz gönderdi.", "Rapor"),
        ("Kayda göre İngiliz alayları kırk gün sonra Konya'dan çekildi.", "kayıt"),
        ("Gazetelerin yazdığına göre Ali Rıza Bey 1931'de Konya'ya gitti.", "gazeteler"),
    ],
)
def test_the_teller_is_named_without_his_case(text: str, authority: str) -> None:
    _, facts = _read(text)
    assert [one.attributed_to for one in facts.statements] == [authority]


def test_a_date_that_belongs_to_a_description_makes_no_statement_of_the_main_verb() -> None:
    _, facts = _read("Konya'da 9 Nisan 1931'de imzalanan senedi Selim Sırrı Bey hazırlamıştı.")
    assert [one.action for one in facts.statements] == ["sign"]


def test_a_page_without_the_letters_of_azerbaijani_is_read_as_turkish() -> None:
    page, facts = _read("Vali 1932'de değirmeni kapattı.")
    assert len(facts.statements) == 1, page.language
