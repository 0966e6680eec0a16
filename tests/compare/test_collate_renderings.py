"""Renderings: invented articles in older words beside their versions in newer ones, and what must be said of each."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.compare.collate.articles import find_articles
from tanik.compare.collate.renderings import Laid, find_renderings
from tanik.compare.collation import Rendering
from tanik.compare.model import Examined
from tanik.compare.renderings import check_renderings
from tanik.core.span import Span
from tanik.facts.read import read as read_facts
from tanik.page.read import read
from tanik.trace.model import DifferenceKind

_TREATY = """Madde 1 – Tarafeyn arasında sulh akdedilecek ve muharebe derhal tatil olunacaktır.

Madde 2 – Hududu müştereke üzerinde bulunan kıtaatı askeriye üç gün zarfında geri çekilecektir.

Madde 3 – Esirlerin iadesi için muhtelit bir komisyon teşkil olunacak ve iki ay zarfında mesaisini ikmal edecektir.

Madde 4 – İşbu itilafname iki nüsha olarak tanzim edilmiştir."""

_NEW_TREATY = """Madde 1 – Taraflar arasında barış yapılacak ve savaş derhal durdurulacaktır.

Madde 2 – Ortak sınır üzerinde bulunan askeri kıtalar (birlikler) beş gün içinde geri çekilecektir.

Madde 4 – İşbu anlaşma iki nüsha olarak düzenlenmiştir."""


def _laid(*texts: str) -> tuple[Rendering, ...]:
    return find_renderings([Laid(text, (Span(0, len(text)),)) for text in texts])


def examined_page(text: str, name: str) -> Examined:
    page = read(text.encode(), id=name, path=f"{name}.txt")
    return Examined(page, read_facts(page))


def _told(*texts: str) -> set[tuple[str, tuple[str, ...]]]:
    pages = [examined_page(text, f"p{at}") for at, text in enumerate(texts, 1)]
    return {(finding.rule, tuple(value for _, value in finding.details)) for finding in check_renderings(pages)}


@pytest.mark.parametrize("texts", [(_TREATY, _NEW_TREATY), (_TREATY + "\n\nBugünkü dille:\n\n" + _NEW_TREATY,)])
def test_articles_are_laid_beside_their_renderings(texts: tuple[str, ...]) -> None:
    (found,) = _laid(*texts)
    assert [(passage.number, passage.is_left_out) for passage in found.passages] == [
        ("1", False),
        ("2", False),
        ("3", True),
        ("4", False),
    ]


@pytest.mark.parametrize("texts", [(_TREATY, _NEW_TREATY), (_TREATY + "\n\nBugünkü dille:\n\n" + _NEW_TREATY,)])
def test_what_a_rendering_changes_is_told(texts: tuple[str, ...]) -> None:
    rules = _told(*texts)
    assert ("rendering-changed", ("üç", "beş")) in rules
    assert ("rendering-glossed", ("(birlikler)",)) in rules
    assert any(rule == "rendering-left-out" and details[0] == "3" for rule, details in rules)
    assert not any(rule == "rendering-left-out" and details[0] != "3" for rule, details in rules)


_SENTENCES = [
    # older, newer, kinds of change that must be told, words that must stand in one of them
    (
        "Mebuslar vazifelerini ifa ederken hiçbir nüfuzun tesiri altında kalmayacaklardır; aksi muamele memnudur.",
        "Milletvekilleri görevlerini yaparken hiçbir nüfusun etkisi altında kalmayacaklardır; aksi işlem yasaktır.",
        {DifferenceKind.WORDING},
        "nüfusun",
    ),
    (
        "Memurin tayin edildikleri mahalde ikamet etmekle mükelleftir ve bilâ mezuniyet terk edemezler.",
        "Memurlar atandıkları yerde oturmakla yükümlüdür ve izinsiz terk edebilirler.",
        {DifferenceKind.POLARITY},
        "edebilirler",
    ),
    (
        "İstasyonlarda mevcut erzakın nısfı cephe kumandanlığına, mütebaki kısmı on gün sonra şehre sevk olunacaktır.",
        "İstasyonlarda bulunan erzakın yarısı cephe komutanlığına, kalan kısmı yirmi gün sonra şehre gönderilecektir.",
        {DifferenceKind.NUMBER},
        "yirmi",
    ),
]


@pytest.mark.parametrize(("older", "newer", "kinds", "word"), _SENTENCES)
def test_a_change_among_modern_words_is_seen(older: str, newer: str, kinds: set[DifferenceKind], word: str) -> None:
    (found,) = _laid(older, newer)
    (passage,) = found.passages
    changes = [d for d in passage.changes if word in d.page_text]
    assert {change.kind for change in changes} == kinds


def test_a_faithful_rendering_gives_no_finding() -> None:
    older = (
        "1 – Hududu müştereke üzerinde bulunan kıtaatı askeriye üç gün zarfında geri çekilecek ve sulh akdedilecektir."
    )
    newer = "1 – Ortak sınır üzerinde bulunan askeri kıtalar üç gün içinde geri çekilecek ve barış yapılacaktır."
    assert _laid(older, newer)
    assert _told(older, newer) == set()


@pytest.mark.parametrize(
    "texts",
    [
        # a copy is no rendering; two texts on one matter are none; nor are two lists that share their numbers
        (_TREATY, _TREATY),
        (
            "1 – Köprü taştan yapılacak ve üzerinden araba geçecektir.",
            "1 – Köprü ağaçtan kurulacak, yalnız yaya geçecektir.",
        ),
        (
            _NEW_TREATY,
            "1 – Meclis her yıl kasım başında toplanır.\n\n2 – Üyeler dört yıl için seçilir ve yemin ederler.",
        ),
    ],
)
def test_what_is_no_rendering(texts: tuple[str, ...]) -> None:
    assert _laid(*texts) == ()


def test_who_renders_whom_does_not_hang_on_the_order() -> None:
    (one,) = _laid(_TREATY, _NEW_TREATY)
    (other,) = _laid(_NEW_TREATY, _TREATY)
    assert (one.original, one.modern) == (0, 1)
    assert (other.original, other.modern) == (1, 0)
    assert [p.number for p in one.passages] == [p.number for p in other.passages]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1. Sulh olacak.\n\n2. Asker çekilecek.", [1, 2]),
        ("Madde 7: Vergi alınmaz.\n\n8’inci madde: Herkes eşittir.", [7, 8]),
        ("IV – Dört.\n\nV – Beş.", [4, 5]),
        ("1922 yılında sulh oldu.\n\n3 bin kişi geldi.", [None, None]),
        ("(1) Birinci bent.\n\n2) İkinci bent.", [1, 2]),
        ("5 Mart 1921 günü geldi.", [None]),
    ],
)
def test_articles_are_known_by_their_numbers(text: str, numbers: list[int | None]) -> None:
    assert [article.number for article in find_articles(text, [Span(0, len(text))])] == numbers


def test_the_letter_page() -> None:
    from pathlib import Path

    folder = Path(__file__).parents[3] / "shared" / "pages"
    files = sorted(folder.glob("002_*.txt"))
    if not files:
        pytest.skip(f"../shared is not here: {folder}")
    page = read(files[0].read_bytes(), path=str(files[0]), id="p1")
    (found,) = find_renderings([Laid(page.text, examined_page(page.text, "p1").body)])
    second, third = found.passages
    assert [second.number, third.number, third.is_left_out] == ["2", "3", True]
    assert [change.page_text for change in second.changes] == ["nüfusla"]
    assert [(gloss.text, gloss.original is None) for gloss in second.glosses] == [
        ("Komünist", False),
        ("garanti eder", True),
    ]


_OLDER = (
    *("harbe", "sulh", "nihayet", "sene", "kuvvetler", "muahede", "hudut", "asker", "çekilecek"),
    *("ve", "ile", "nüfuz", "üç", "esirler", "akdedilecek", "vazife"),
)
_NEWER = (
    *("savaşa", "barış", "son", "yıl", "kuvvetler", "antlaşma", "sınır", "asker", "çekilecek"),
    *("ve", "ile", "nüfus", "beş", "tutsaklar", "yapılacak", "görev"),
)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_whatever_is_found_stands_where_it_is_said_to(seed: int) -> None:
    chance = random.Random(seed)
    older, newer = [], []
    for number in range(1, chance.randint(1, 5)):
        words = [chance.randrange(len(_OLDER)) for _ in range(chance.randint(1, 25))]
        older.append(
            f"{number} – " + " ".join(_OLDER[at] for at in words) + chance.choice([".", " (not).", "\n\nSon."])
        )
        if chance.random() < 0.7:
            kept = [at for at in words if chance.random() < 0.9]
            newer.append(f"{number} – " + " ".join(_NEWER[at] for at in kept) + chance.choice([".", " (açıklama)."]))
    texts = ["\n\n".join(older), "\n\n".join(newer)]
    for found in _laid(*texts):
        original, modern = texts[found.original], texts[found.modern]
        for passage in found.passages:
            for difference in passage.differences:
                assert difference.page.of(modern) == difference.page_text
                assert difference.witness.of(original) == difference.witness_text
            for gloss in passage.glosses:
                assert all(
                    gloss.text in span.of(text)
                    for span, text in ((gloss.original, original), (gloss.modern, modern))
                    if span
                )
            for there, here in passage.sentences:
                assert there is None or (passage.original and passage.original.contains(there))
                assert here is None or (passage.modern and passage.modern.contains(here))
        numbers = [int(passage.number) for passage in found.passages if passage.number]
        assert numbers == sorted(set(numbers))
