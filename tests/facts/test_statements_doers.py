"""Who did it: passives, joined doers, who is left unsaid and who cannot be; each rule where it holds and where not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page

from .answers import alike

PAGES = Path(__file__).parent / "doer_pages"
FLOOR = 0.66


def _statements(text: str) -> tuple[Statement, ...]:
    return read_facts(read_page(f"{text}\n".encode(), path="a.txt"), fast=True).statements


def _roles(text: str, part: str) -> dict[str, str]:
    """The roles of the statement that holds `part`, each by its name or words."""
    for one in _statements(text):
        if part in one.text:
            return {place: role.name or role.text for place, role in one.firsts.items()}
    raise AssertionError(f"no statement holds {part!r}")


@pytest.mark.parametrize(
    ("text", "part", "doer"),
    [
        # -ce of a possessed body, seizures
        ("Karar 3 Mart 1925'te kaza meclisince onaylandı.", "onaylandı", "kaza meclisi"),
        ("Yol 1925'te amele taburunca tamamlandı.", "tamamlandı", "amele taburu"),
        ("Depoya 1915'te Harbiye Nezaretince el konuldu.", "el konuldu", "Harbiye Nezareti"),
        ("Heyet 1921'de jandarma tarafından Sivas'a götürüldü.", "götürüldü", "jandarma"),
        # several who do things stand before a participle as its doers, and are no object
        ("Köylüler topladıkları buğdayı kasabaya götürdü.", "götürdü", "Köylüler"),
        ("Milisler yakaladıkları iki casusu Sivas'a yolladı.", "yolladı", "Milisler"),
        ("Askerler bıraktıkları 30 topu Kars'a taşıdı.", "taşıdı", "Askerler"),
        # an adjective is the noun of the people counted, where none follows it
        ("30 yaralı 1921'de Ankara'ya getirildi.", "getirildi", "30 yaralı"),
        ("12 mahkûm Sinop'a kaçtı.", "kaçtı", "12 mahkûm"),
        ("Hastaneye 12 yaralı Yunan askeri getirildi.", "getirildi", "12 yaralı Yunan askeri"),
        # before a clause of purpose, whatever they are called
        ("Siyonistler hattı almak için 3 milyon altın teklif etti.", "teklif etti", "Siyonistler"),
        ("Kömürcüler yolu onarmak için validen 80 lira istedi.", "istedi", "Kömürcüler"),
        # on whose order
        ("Okul 1921'de valinin emriyle kapatıldı.", "kapatıldı", "vali"),
        # how long, how often and to each how much are nobody
        ("Ali Rıza Bey, üç gün yük taşıtmadı.", "taşıtmadı", "Ali Rıza Bey"),
        ("Mebus Ali Rıza Bey Sivas'a 1921'de iki kez gitti.", "gitti", "Ali Rıza Bey"),
        ("Her hane birer kat elbise, ikişer çift çorap verecekti.", "verecekti", "hane"),
        # roughly so many
        ("Fabrikada 140 kadar işçi 1921'de yeni ücreti reddetti.", "reddetti", "140 kadar işçi"),
        # a compound with its own noun
        ("Vilayet 1921'de ruhsat vermedi.", "vermedi", "vilayet"),
        # of two the first named
        ("Krupp ile Devlet Demiryolları 1941'de bir sözleşme imzaladı.", "imzaladı", "Krupp"),
        # of whom it is said, whom the reader is asked to think of
        ("Gazetede Rıza Bey'in 1921'de geldiği yazılıyor, doğru değil, o gün orada yoktu.", "yoktu", "Rıza Bey"),
        ("Emine Bacı'yı unutmayın. Bir kış günü kapıda donarak öldü.", "öldü", "Emine Bacı"),
        # a post that acted a sentence ago
        (
            "Rıza Bey 1919'da geldi. Müdür 1920'de Sivas'a kaçtı. Karısına 3 Mayıs'ta bir mektup bırakmıştı.",
            "mektup",
            "Müdür",
        ),
        # what is said not to exist
        ("Vali Rıza Bey 1921'de bin lira verdi. Alman parası falan yoktur.", "yoktur", "Almanya"),
        (
            "Fransızların 1921'de para verdiği iddiası gazetelere aittir, arşivde böyle bir ödeme kaydı yok.",
            "kaydı yok",
            "Fransa",
        ),
        ("Yol için 1921'de halktan bin lira toplandı.", "toplandı", "halk"),
    ],
)
def test_who_did_it(text: str, part: str, doer: str) -> None:
    assert fold(doer) in fold(_roles(text, part)["subject"])


@pytest.mark.parametrize(
    ("text", "part", "doer"),
    [
        # "ben" goes unsaid beside no verb of the third person
        ("Ben 1958'de doğdum, 1965'te öldü zaten.", "1965'te öldü", "Ben"),
        ("Biz Kars'a vardık, sonra Tiflis'e gitti.", "Tiflis'e gitti", "Biz"),
        # whoever stands in another case is not who acts
        ("Rıza Bey 1919'da geldi. 1946'da Rıza Bey'i görüp elini öptü.", "öptü", "Rıza Bey"),
        ("Ali Rıza Bey 1930'da seçildi. Ali Rıza Bey'e 1931'de bin lira verdi.", "1931", "Ali Rıza Bey"),
        # a seizure has its thing in the dative
        ("Ambardaki 40 çuval una 1921'de el konuldu.", "el konuldu", "un"),
        ("Gemiye 1921'de haciz kondu.", "haciz", "gemi"),
        # nobody does a deficit
        ("Süleyman Bey 1921'de istifa etti. Kasada iki bin lira açık doğdu.", "açık doğdu", "Süleyman Bey"),
        # below a heading something else is told of
        ("Rıza Bey 1921'de Sivas'a gitti.\n\nKöprüler\n\n1930'da Tokat'a bir köprü yaptı.", "yaptı", "Rıza Bey"),
        # what the own hand does, the passive's thing
        ("Anahtarı 1921'de kendi eliyle verdi.", "verdi", "kendi"),
        ("Bina 1921'de amele taburunca tamamlandı.", "tamamlandı", "bina"),
        # a word for a place, and a name that is only called so
        ("Metnin hiçbir yerinde 1921 tarihi yazmaz.", "yazmaz", "yerinde"),
        ("Alay 1921'de döndü. Şerif takma adını 1925'te kullandı.", "kullandı", "Şerif"),
        # a part of no house is not replaced by the last house named
        ("Ereğli Şirketi 1896'da kuruldu. Mektep 1909'da yapıldı.", "yapıldı", "Ereğli Şirketi"),
        # "until" is no rough number
        ("Kurul 1921'de Sivas'a kadar yürüdü. Gece 5'e kadar asker geldi.", "yürüdü", "Sivas"),
    ],
)
def test_who_did_not(text: str, part: str, doer: str) -> None:
    found = [one for one in _statements(text) if part in one.text]
    assert not any(fold(doer) in fold(one.firsts["subject"].text) for one in found if "subject" in one.firsts)


def _pages() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Each page's text with clause and doer of its answers that name one."""
    for path in sorted(PAGES.glob("*.txt")):
        for block in re.split(r"^### .*\n", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
            lines = block.splitlines()
            told = [line[2:].rpartition(" | ") for line in lines if line.startswith("# ")]
            doers = [(clause.strip(), re.search(r"subject=(.*?)(?= \w+=|$)", slots)) for clause, _, slots in told]
            text = "\n".join(line for line in lines if not line.startswith("# ")).strip()
            yield text, [(clause, doer[1]) for clause, doer in doers if doer is not None]


def test_doers_on_pages_of_our_own() -> None:
    right = asked = 0
    for text, answers in _pages():
        page = read_page(f"{text}\n".encode(), path="a.txt")
        statements = read_facts(page, fast=True).statements
        for clause, doer in answers:
            at = page.text.find(clause)
            assert at >= 0, clause
            here = Span(at, at + len(clause))
            roles = [one.first("subject") for one in statements if one.span.overlaps(here)]
            right += any(alike(doer, role.name or role.text) for role in roles if role is not None)
            asked += 1
    assert right / asked >= FLOOR
