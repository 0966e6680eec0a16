"""Who speaks in a paper, who is asked through -ce, and what a condition or a relative clause hides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tanik.facts.model import Statement
from tanik.facts.read import read
from tanik.page.model import Page


def _only(page: Page) -> Statement:
    (statement,) = read(page).statements
    return statement


def _told(statement: Statement) -> dict[str, str]:
    return {place: role.name or role.text for place, role in statement.firsts.items()}


WRITERS = [
    ("Rıfat Paşa'nın Viyana'ya gönderdiği mektupta Avusturyalılardan on bin altın istiyor.", "Rıfat Paşa"),
    ("Rıfat Paşa'nın Viyana'ya yazdığı 3 Mart 1918 tarihli mektubunda elli vagon kömür istemiştir.", "Rıfat Paşa"),
    ("Rıfat Paşa'nın 5 Mayıs 1920 tarihli telgrafında Ankara'dan on top talep etti.", "Rıfat Paşa"),
    ("Valinin Ankara'ya gönderdiği telgrafta 40 çuval un istedi.", "Vali"),
    ("Rıfat Bey'in bir gazeteye verdiği demeçte İtalyanlara adayı bırakmayı teklif etti.", "Rıfat Bey"),
    ("Nesrin Hanım'ın para yardımı istemek için Bursa'ya yolladığı dilekçede iki yüz lira rica etti.", "Nesrin Hanım"),
    ("Belediyenin 12 Mayıs 1921 tarihli yazısında Ziraat Bankası'ndan bin lira istendi.", None),  # passive
    ("Rıfat Paşa'nın aldığı mektupta on bin lira istedi.", None),  # he received it
    ("Rıfat Paşa'nın getirdiği mektupta on bin lira istedi.", None),  # he brought it
    ("Selim Bey, Rıfat Paşa'nın gönderdiği mektupta adı geçen 40 tüfeği istedi.", "Selim Bey"),
    ("Rıfat Paşa'nın kardeşinin yazdığı mektupta on bin lira istedi.", None),  # his brother did
    ("Rıfat Paşa'nın defterinde Ankara'ya 40 çuval un gönderdi.", None),  # a deed that is not done in words
]


@pytest.mark.parametrize(("sentence", "writer"), WRITERS)
def test_whoever_wrote_a_paper_is_the_doer(page_of: Callable[..., Page], sentence: str, writer: str | None) -> None:
    told = [_told(one) for one in read(page_of(sentence)).statements]
    assert (
        {roles.get("subject") for roles in told} <= {writer}
        if writer
        else all(roles.get("subject") not in ("Rıfat Paşa", "Belediye") for roles in told)
    )
    assert told or writer is None


LEADS = [
    # behind a condition the main clause has a subject of its own
    ("Sel köprüyü yıkarsa Belediye köylüye 40 çuval un vermeyi taahhüt etti.", "Belediye"),
    ("İtalyanlar adayı boşaltırsa Rıfat Paşa Ankara'ya on top vermeyi vaat etti.", "Rıfat Paşa"),
    ("Rıfat Paşa, İtalyanlar adayı boşaltırsa Ankara'ya on top vermeyi vaat etti.", "Rıfat Paşa"),
    # words between a genitive and its verb belong to the subordinate clause
    ("Selim Bey'in askeri malzeme almak için geldiği 3 Mart 1921'de Rıfat Paşa on bin lira verdi.", "Rıfat Paşa"),
]


@pytest.mark.parametrize(("sentence", "doer"), LEADS)
def test_the_main_clause_has_its_own_subject(page_of: Callable[..., Page], sentence: str, doer: str) -> None:
    told = [_told(one) for one in read(page_of(sentence)).statements]
    assert doer in {roles.get("subject") for roles in told}


GIVERS = [
    ("On bin altının Rıfat Paşa tarafından gönderilmesi rica olundu.", "Rıfat Paşa", "On bin altın"),
    ("Beş yüz tüfeğin hükûmetçe temini rica edildi.", "hükûmet", "Beş yüz tüfek"),
    ("Rıfat Paşa 40 ton kömürün belediyece verilmesini istedi.", "belediye", "40 ton kömür"),
    ("Rıfat Paşa 40 ton kömürün Ulaştırma Bakanlığınca verilmesini istedi.", "Ulaştırma Bakanlığı", "40 ton kömür"),
]


@pytest.mark.parametrize(("sentence", "giver", "thing"), GIVERS)
def test_whoever_is_to_give_is_asked(page_of: Callable[..., Page], sentence: str, giver: str, thing: str) -> None:
    told = [_told(one) for one in read(page_of(sentence)).statements if one.action == "request"]
    assert [(roles["recipient"], roles["object"]) for roles in told] == [(giver, thing)]


AGENTS = [
    ("Ulaştırma Bakanlığınca 12 Mayıs 1921'de kasabaya 400 çadır gönderildi.", "Ulaştırma Bakanlığı"),
    ("Belediyece 12 Mayıs 1921'de kasabaya 400 çadır gönderildi.", "Belediye"),
    ("Komisyonunca 12 Mayıs 1921'de kasabaya 400 çadır gönderildi.", "Komisyonu"),
]


@pytest.mark.parametrize(("sentence", "agent"), AGENTS)
def test_a_body_with_ce_is_the_doer(page_of: Callable[..., Page], sentence: str, agent: str) -> None:
    assert _told(_only(page_of(sentence)))["subject"] == agent


@pytest.mark.parametrize(
    "sentence", ["Sabah olunca 12 Mayıs 1921'de kasabaya 400 çadır gönderildi.", "Güzelce 400 çadır gönderildi."]
)
def test_other_words_in_ce_do_nothing(page_of: Callable[..., Page], sentence: str) -> None:
    assert "subject" not in _told(_only(page_of(sentence)))


def test_a_way_is_no_companion(page_of: Callable[..., Page]) -> None:
    told = _told(_only(page_of("Rıfat Paşa 1922'de Kırım yolu ile Ankara'ya 40 ton kömür gönderdi.")))
    assert told["way"] == "Kırım yolu"
    assert "companion" not in told


def test_what_is_asked_for_stands_inside_what_is_to_be_brought_about(page_of: Callable[..., Page]) -> None:
    sentence = "Bankadan borç para alınmasını temin etmenizi 3 Mart 1921'de rica ettim."
    (told,) = [_told(one) for one in read(page_of(sentence)).statements if one.action == "request"]
    assert told["object"] == "borç para alınması"


TITLED = [
    ("İngiliz delegesi Lord Curzon 4 Şubat 1923'te konferansı terk etti.", "George Curzon"),
    ("Sovyet elçisi Dr. Rıfat Oğuz 3 Mart 1921'de Ankara'ya geldi.", "Rıfat Oğuz"),
    ("Kurmay Alb. Rıfat Oğuz 3 Mart 1921'de Ankara'ya geldi.", "Rıfat Oğuz"),
]


@pytest.mark.parametrize(("sentence", "doer"), TITLED)
def test_a_title_stands_between_post_and_name(page_of: Callable[..., Page], sentence: str, doer: str) -> None:
    assert _told(_only(page_of(sentence)))["subject"] == doer
