"""Clauses read with the real finders: objects, possessors, participles, unknown verbs, damage, other languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tanik.core.span import Span
from tanik.facts.model import Facts, Modality, Polarity, Statement
from tanik.facts.read import read as read_facts
from tanik.facts.statements.lexis.mending import Damage, damage_of, mended, shown
from tanik.page.model import Segment, SegmentKind
from tanik.page.read import read


def _facts(text: str, language: str = "tr") -> Facts:
    page = read(text.encode(), path="page.txt")
    whole = Segment(SegmentKind.PARAGRAPH, Span(0, len(page.text)), "test")
    return read_facts(replace(page, segments=(whole,), language=language))


def _last(text: str, language: str = "tr") -> tuple[Statement, dict[str, str]]:
    one = _facts(text, language).statements[-1]
    return one, {place: role.name or role.text for place, role in one.firsts.items()}


@pytest.mark.parametrize(
    ("text", "action", "roles"),
    [
        # one ending, two meanings: the clause tells whether a thing is possessed or acted upon
        ("Almanya 1921'de altını Viyana'ya gönderdi.", "transfer", {"subject": "Almanya", "object": "altın"}),
        ("Kararı 1921'de Rıfat Paşa imzaladı.", "sign", {"subject": "Rıfat Paşa", "object": "Karar"}),
        ("Depoyu 1921'de belediye yıktı.", "abolish", {"subject": "belediye", "object": "Depo"}),
        ("Askerler 4 Mart 1921'de köprüyü yaktı.", "attack", {"subject": "Askerler", "object": "köprü"}),
        # what is counted is the head of its izafet, and things in one list share the verb
        ("Rıfat Paşa 1921'de köye üç sıhhiye treni gönderdi.", "transfer", {"object": "üç sıhhiye treni"}),
        # a part is told of its whole
        (
            "Altının 80 kilosu 4 Mart 1921'de Konya'ya gönderildi.",
            "transfer",
            {"recipient": "Konya", "object": "Altın"},
        ),
        ("Köyün yarısı 4 Mart 1921'de Konya'ya taşındı.", "move", {"recipient": "Konya"}),
        # possessor and possessed are one phrase
        ("Vali 1921'de köprünün inşasını emretti.", "order", {"object": "köprünün inşası"}),
        ("Alay 13 Mart 1921'de Konya'nın batısına çekildi.", "move", {"recipient": "Konya"}),
        # the last of joined names has the case of all; the last place is the goal
        ("Rıfat Paşa 1921'de Konya ve Adana'ya çadır gönderdi.", "transfer", {"recipient": "Konya"}),
        ("Heyet 1921'de Konya'ya, oradan Adana'ya gitti.", "move", {"recipient": "Adana"}),
        # a participle's phrases are not the main verb's
        ("İzmir'den kalkan özel bir tren 4 Mart 1921'de Konya'ya geldi.", "move", {"subject": "özel bir tren"}),
        # agents: "-ce", "tarafından", and a people for its state
        ("Değirmen 1934'te devletçe satın alındı.", "transfer", {"recipient": "devlet"}),
        ("İngilizler 1921'de köye para verdi.", "transfer", {"subject": "İngiltere"}),
        ("Rıfat Bey 1921'de baş mühendisliğe getirildi.", "appoint", {"recipient": "Rıfat Bey"}),
        # a verbal noun as object, without its own case
        ("Bakan 12 Mart 1921'de tahsilatın durdurulmasını istedi.", "request", {"object": "tahsilatın durdurulması"}),
        # to accept a person is to receive him
        ("Rıfat Paşa 4 Mart 1921'de Selim Bey'i kabul etti.", "meet", {"recipient": "Selim Bey"}),
    ],
)
def test_roles(text: str, action: str, roles: dict[str, str]) -> None:
    one, found = _last(text)
    assert one.action == action
    assert roles.items() <= found.items()


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("8 Temmuz 1920: Konya'ya iki yüz kilo altın geldi.", "1920-07-08"),
        ("Rıfat Paşa 3 Mayıs 1921'de Konya'ya geldi. Herkes sevindi. O gün köye on top gönderdi.", "1921-05-03"),
        ("Rıfat Paşa 3 Mayıs 1921'de Konya'ya geldi. Köye on top gönderdi.", "1921-05-03"),
    ],
)
def test_a_date_holds_for_what_follows(text: str, when: str) -> None:
    assert _last(text)[0].when == when


def test_a_verb_of_no_table_leaves_a_statement_without_action() -> None:
    one, roles = _last("Rıfat Paşa 4 Mart 1921'de iki köprüyü boyadı.")
    assert (one.action, one.when, roles["subject"]) == (None, "1921-03-04", "Rıfat Paşa")


@pytest.mark.parametrize(
    "text",
    [
        "O akşam masada dokuz kişi vardı.",
        "Kasabada eski bir han vardı.",
        "Rıfat Paşa 1933 yıldönümünde ne dedi?",
        "Aslında Rıfat Paşa 4 Mart 1921'de Konya'ya gelecekti.",
        "Bunu bana Rıfat Paşa söyledi.",
    ],
)
def test_what_states_no_deed_gives_none(text: str) -> None:
    assert _facts(text).statements == ()


def test_neither_nor_denies_both() -> None:
    found = _facts("Rıfat Paşa 4 Mart 1921'de bu sözü ne söyledi ne yazdı.").statements
    assert found
    assert {one.polarity for one in found} == {Polarity.DENIED}


def test_a_sum_told_again_is_one_transfer() -> None:
    found = _facts("Vali 1921'de köye 8.000 kuruş, yani seksen lira verdi.").statements
    assert len(found) == 1


def test_a_semicolon_parts_what_is_said() -> None:
    one, roles = _last("Bina 1921'de yandı; Rıfat Paşa ertesi yıl yeni bir okul kurdu.")
    assert (one.action, roles["subject"]) == ("found", "Rıfat Paşa")


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("Annemin anlattığına göre Rıfat Paşa 1921'de köye on top göndermiş.", "anne"),
        ("Dedeme göre Rıfat Paşa 1921'de köye on top göndermiş.", "dede"),
        ("Konya'ya ait defteri gördüm. Rıfat Paşa 1921'de köye on top göndermiş.", "Konya'ya ait defter"),
    ],
)
def test_kin_and_papers_are_authorities(text: str, authority: str) -> None:
    assert _last(text)[0].attributed_to == authority


def test_a_condition_makes_a_promise_conditional() -> None:
    one, roles = _last("Rıfat Paşa, yol açılırsa 1921'de köye on top vermeyi taahhüt eyler.")
    assert (one.action, one.modality, roles["subject"]) == ("promise", Modality.CONDITIONAL, "Rıfat Paşa")


@pytest.mark.parametrize(
    ("written", "damage", "meant"),
    [
        ("b›rakt›", Damage.MAC, "bıraktı"),
        ("kurulmufltur", Damage.MAC, "kurulmuştur"),
        ("aç?klad?", Damage.LOST, "açıkladı"),
        ("gitti", Damage.LOST, "gitti"),
    ],
)
def test_lost_letters_are_read_back(written: str, damage: Damage, meant: str) -> None:
    assert mended(written, damage) == meant


def test_a_question_is_no_damage() -> None:
    assert damage_of("Vali geldi mi? Gelmedi mi? Kim gördü? Niçin? Ne zaman? Nerede?") is Damage.NONE
    assert shown("ald?. Geldi mi?", Damage.LOST) == "aldı. Geldi mi?"


def test_a_damaged_page_is_read_with_its_own_offsets() -> None:
    text = "Konya valisi 4 Mart 1921'de taht› b›rakt›, k›l›c› ald›, mühür yap›ld›."
    facts = _facts(text)
    assert any(one.action == "end" for one in facts.statements)
    assert all(one.text == text[one.span.start : one.span.end] for one in facts.statements)


@pytest.mark.parametrize(
    ("text", "action", "roles"),
    [
        ("Wilkins asked the Greek government for twenty ships in 1922.", "request", {"recipient": "Yunanistan"}),
        ("The committee received 300 dollars from Paris in 1922.", "transfer", {"subject": "Paris"}),
        ("Wilkins reached Smyrna on 7 May 1922.", "move", {"recipient": "İzmir"}),
        ("The mill was opened by Wilkins on 6 May 1936.", "begin", {"object": "değirmen"}),
        ("Wilkins refused to send more ships in 1922.", "refuse", {"object": "gemi"}),
        ("Wilkins left Paris in 1922 and moved to Smyrna.", "move", {"recipient": "İzmir"}),
        ("A Paris firm paid 300 dollars to the school in 1922.", "transfer", {"subject": "Paris şirketi"}),
    ],
)
def test_english(text: str, action: str, roles: dict[str, str]) -> None:
    one, found = _last(text, "en")
    assert one.action == action
    assert roles.items() <= found.items()


def test_english_authorities_and_denials() -> None:
    one, _ = _last("According to the consul, the commander promised 300 dollars in 1922.", "en")
    assert (one.attributed_to, one.modality) == ("consul", Modality.REPORTED)
    two, roles = _last("Mustafa Kemal came to Smyrna in 1922. He did not order the fire.", "en")
    assert (two.action, two.polarity, roles["object"]) == ("order", Polarity.DENIED, "yangın")


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Ordu 27 aprel 1920-də sərhədi keçdi.", "move"),
        ("Cümhuriyyət 28 may 1918-də Tiflisdə elan edildi.", "found"),
        ("Hökumət 1919-cu ildə Gəncəyə min tüfəng göndərdi.", "transfer"),
        ("Məktəb 1920-ci ildə bağlandı.", "abolish"),
        ("Ordu 1918-ci ildə düşməni məğlub etdi.", "defeat"),
    ],
)
def test_azerbaijani(text: str, action: str) -> None:
    assert _last(text, "az")[0].action == action
