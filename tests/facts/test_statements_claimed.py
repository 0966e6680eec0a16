"""What a page quotes in marks as a claim of nobody who is named is told as handed on, and as rejected where it is."""

import pytest

from tanik.facts.model import Modality, Polarity, Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def told(text: str) -> tuple[Statement, ...]:
    return read_facts(read_page(text.encode(), path="sayfa.txt"), fast=True).statements


@pytest.mark.parametrize(
    ("text", "action", "doer", "source"),
    [
        ("Görsele göre “Hintliler 1,5 milyon sterlin gönderdi.”", "transfer", "Hintliler", "Görsel"),
        ("Elden ele dolaşan bir nota göre “Fransa 1921'de köyü işgal etti.”", "occupy", "Fransa", "bir not"),
        ("Paylaşımda “İngiltere Yunanistan'a 40 gemi verdi” deniyor.", "transfer", "İngiltere", None),
        ("Afişte “Sovyetler Ankara'ya 10 bin tüfek yolladı” yazıyordu.", "transfer", "Sovyetler Birliği", None),
        ("Videoda “İtalya 1919'da Antalya'yı işgal etti” ifadeleri yer aldı.", "occupy", "İtalya", None),
        ("“Almanya 1915'te 5 milyon lira verdi” iddiası ilk kez 2015'te yazıldı.", "transfer", "Almanya", None),
        ("“Meclis 1922'de saltanatı kaldırdı” sözleriyle paylaşılan resim başka bir günündür.", "abolish", None, None),
    ],
)
def test_a_claim_in_marks_is_handed_on(text: str, action: str, doer: str | None, source: str | None) -> None:
    one = next(one for one in told(text) if one.action == action)
    assert one.modality is Modality.REPORTED
    assert one.polarity is Polarity.AFFIRMED
    assert one.attributed_to == source
    subject = one.first("subject")
    assert doer is None or (subject is not None and (subject.name or subject.text) == doer)


@pytest.mark.parametrize(
    "text",
    [
        "“Sovyetler Ankara'ya 10 milyon ruble gönderdi” iddiası doğru değil.",
        "“Fransa 1921'de 10.000 tüfek verdi” söylentisi asılsızdır.",
        "Sosyal medyada “Fransa 1921'de 10.000 tüfek verdi” iddiası yanlıştır.",
    ],
)
def test_a_claim_that_its_sentence_rejects_is_denied(text: str) -> None:
    (one,) = (one for one in told(text) if one.action == "transfer")
    assert (one.polarity, one.modality) == (Polarity.DENIED, Modality.REPORTED)


@pytest.mark.parametrize(
    "text",
    [
        "Kitapta “Sovyetler Ankara'ya 10 milyon ruble gönderdi” diye bir cümle yoktur.",
        "“Sovyetler para gönderdi” başlıklı kitabı okudum.",
        "Duvarda eski harflerle “Burayı Fransızlar yaptı” kazınmıştı.",
    ],
)
def test_other_words_in_marks_are_not_told(text: str) -> None:
    assert not [one for one in told(text) if one.action in ("transfer", "found")]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Vali 1921'de Niğde'ye 300 lira gönderdi iddiası yaygındır.", Modality.REPORTED),
        ("“Vali 1921'de Niğde'ye 300 lira gönderdi” haberi yayıldı.", Modality.REPORTED),
        ("Vali 1921'de Niğde'ye 300 lira gönderdi haber verdi.", Modality.ASSERTED),
        ("Vali 1921'de Niğde'ye 300 lira gönderdi tez döndü.", Modality.ASSERTED),
        ("“Vali 1921'de Niğde'ye 300 lira gönderdi” görüştüler.", None),
    ],
)
def test_a_noun_of_claiming_has_its_possessive(text: str, modality: Modality | None) -> None:
    """Göksel & Kerslake 2005, 15.9: what goes before the noun belongs to it."""
    assert [one.modality for one in told(text) if one.amounts] == ([modality] if modality else [])
