"""Disputed sayings as pages that argue about them print them: marks, labels, sources, what becomes of the claim."""

from __future__ import annotations

import pytest

from tanik.facts.model import Quotation, Standing
from tanik.facts.read import read as read_facts
from tanik.page.read import read


def quotations(text: str, path: str = "a.txt") -> tuple[Quotation, ...]:
    return read_facts(read(text.encode(), path=path), fast=True).quotations


def paragraphs(title: str, *texts: str) -> str:
    body = "".join(f"<p>{one}</p>" for one in texts)
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"


WORDS = "Irmak kendi yatağını bulur, köprü ise ustasını bekler durur"


@pytest.mark.parametrize(
    "marked",
    [f"‘‘{WORDS}”", f"‘‘{WORDS}’’", f"’’{WORDS}’’", f"‘‘{WORDS}''", f"“{WORDS}”"],
)
def test_two_single_marks_are_a_double_one(marked: str) -> None:
    (found,) = quotations(f"Refet Paşa o gün {marked} dedi.")
    assert (found.text, found.speaker) == (WORDS, "Refet Bele")


@pytest.mark.parametrize("text", ["Ali‘‘nin atı kaçtı, kimse bakmadı.", "Kapının eni 3’’ idi, boyu 5’’ kadardı."])
def test_marks_behind_letters_and_figures_open_nothing(text: str) -> None:
    assert quotations(text) == ()


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("Refet Paşa, Trakya Komutanı :", "Refet Bele"),
        ("• Winston Churchill – İngiltere Başbakanı :", "Winston Churchill"),
        ("- Aristide Briand,Fransız Başbakanı :", "Aristide Briand"),
        ("Kâzım Karabekir (Meclis Başkanı):", "Kâzım Karabekir"),
        ("Kâzım Karabekir:", "Kâzım Karabekir"),
    ],
)
def test_a_label_says_what_its_bearer_was(label: str, speaker: str) -> None:
    (found,) = quotations(f"Köprü açılırken herkes bir şey söyledi.\n\n{label} “{WORDS}”")
    assert found.speaker == speaker


def test_a_label_in_a_paragraph_of_its_own() -> None:
    page = paragraphs(
        "Köprü üstüne", "Eski bir söz yeniden paylaşıldı:", "- Refet Paşa (Trakya Komutanı)", f'"{WORDS}"'
    )
    (found,) = quotations(page, "a.html")
    assert found.speaker == "Refet Bele"


@pytest.mark.parametrize("lead", ["İngilizcesi şöyle geçiyor:", "Fransızcası ise şöyle yazıyor:"])
def test_a_tongue_is_nobody(lead: str) -> None:
    (found,) = quotations(f"Köprünün ustası soruldu.\n\n{lead} “{WORDS}”")
    assert found.speaker != lead.split(maxsplit=1)[0]


@pytest.mark.parametrize("lead", ["Türkçe kaynaklarda:", "Eski gazetelerde:", "Bazı sitelerde:"])
def test_nameless_sources_are_nobody(lead: str) -> None:
    (found,) = quotations(f"Kâzım Karabekir köprüyü sordu. Herkes ona baktı.\n\n{lead} “{WORDS}”")
    assert found.speaker is None


def test_whom_the_title_only_speaks_of_is_no_speaker() -> None:
    page = paragraphs(
        "Refet Paşa'nın Kâzım Karabekir için söylediği söz gerçek mi?",
        "Defterlerde şöyle yazıyor:",
        f"“{WORDS}, Kâzım Karabekir de bilir.”",
    )
    assert [one.speaker for one in quotations(page, "a.html")] != ["Kâzım Karabekir"]


CLAIM = f"Refet Paşa'nın o gün “{WORDS}” sözünü söylediği bazı sitelerde dile getirilmektedir."


@pytest.mark.parametrize(
    ("later", "standing"),
    [
        ("", Standing.ALLEGED),
        (
            " Bu sözün Refet Paşa tarafından söylendiğini gösteren bir kanıt ya da kaynak bulunmamaktadır.",
            Standing.DENIED,
        ),
        ("\n\nBiz de baktık. Anılan vecizenin kaynağı yok, kanıtı yok.", Standing.DENIED),
        (" Bu sözü söylediği hiçbir tutanakta belgelenemedi.", Standing.DENIED),
        (" Bu sözün kaynağı 1931 tarihli bir gazetedir.", Standing.ALLEGED),
        (" Bu sözleşmenin kaynağı yok.", Standing.ALLEGED),
        (" Köprünün ustasına dair kayıt yok.", Standing.ALLEGED),
    ],
)
def test_what_becomes_of_a_claim_further_down(later: str, standing: Standing) -> None:
    assert quotations(CLAIM + later)[0].standing is standing


def test_words_that_the_page_gives_itself_stay_given() -> None:
    (found,) = quotations(f"Refet Paşa “{WORDS}” dedi. Bu sözün kanıtı yok sanılırdı, söylediğine dair belge bulundu.")
    assert found.standing is Standing.GIVEN


def test_a_claim_is_announced_over_the_label() -> None:
    page = paragraphs(
        "Köprü üstüne",
        "Yazar dünkü köşesinde Refet Paşa'nın söylediği iddia edilen bir vecizeyi paylaşmış:",
        "- Refet Paşa (Trakya Komutanı)",
        f'"{WORDS}"',
    )
    (found,) = quotations(page, "a.html")
    assert (found.speaker, found.standing) == ("Refet Bele", Standing.ALLEGED)


def test_who_is_credited_under_quoted_words_did_not_write_the_page() -> None:
    page = paragraphs("Köprüler", f'"{WORDS}."', "Akşam, İzmir, 12 Kasım 1938", f'"{WORDS} hep."', "Refet Paşa, 1931")
    read_page = read(page.encode(), path="a.html")
    assert (read_page.authors, read_page.published) == ((), None)
