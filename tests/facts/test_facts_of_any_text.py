"""Whatever the text: no exception, every span reads back its own text, spans of one kind in order.

Texts are random code points, random words of the trade thrown together, and the development pages with one character in
a hundred damaged. The seeds are fixed, so a failure comes back.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.core.span import Span
from tanik.facts.amounts.find import find_amounts
from tanik.facts.amounts.measures import in_si
from tanik.facts.citations.csl import citation_csl
from tanik.facts.citations.find import find_citations
from tanik.facts.dates.find import find_dates
from tanik.facts.model import Facts
from tanik.facts.quotations.find import find_quotations
from tanik.facts.read import read
from tanik.page.model import Page, Segment, SegmentKind, Source
from tanik.page.read import read as read_page

TEXTS = 10_000
KINDS = tuple(SegmentKind)
FIGURES = "7" * 5_000  # more than Python makes one number of
WORDS = """
1921 1337 '38 937 31 7.XI.38 27/VII 1.1000.000 6.500.000 milyon 5/18 29120 XIX. yüzyıl 1930'lu yıllar ertesi gün iki ay
sonra 99 yıl önce Mart Kânunuevvel Safer mayın 28-də əsr илин January 4, the twenties aynı yılın başlarında bin dokuz
yüz üç buçuk milyon yüzer on iki ada okka pud lira altın ruble kg % yüzde £ $ sandık fazla kadar en az “ ” „ « » ' ''
" ( ) [1] ¹ : ; . , … – - / \\ a.g.e., s. 12 ibid. bkz. Kaynak: Ali Er, Köprü, İzmir 1931 BOA, DH.ŞFR Vakit, dedi
diyordu yazdı şöyle wrote said diye telgrafta mektupta; https://a.example Paşa Atatürk'e ait mi
"""
PIECES = (*WORDS.split(), "\n", "\n\n", "\t", "\u00a0", "\u00ad", "\u0307")


def _page(text: str, random_: random.Random, language: str) -> Page:
    """A page whose lines are segments of any kind, or one without segments."""
    segments, at = [], 0
    for line in text.split("\n"):
        if line and random_.random() < 0.9:
            segments.append(Segment(random_.choice(KINDS), Span(at, at + len(line)), "random"))
        at += len(line) + 1
    source = Source(sha256="0" * 64, media_type="text/plain")
    published = random_.choice((None, "1921", "2019-02-29", "2020-05"))
    kept = tuple(segments) if random_.random() < 0.9 else ()
    return Page("p", source, text, kept, published=published, language=language)


def _text(random_: random.Random) -> str:
    if random_.random() < 0.3:
        points = (random_.choice((0x7F, 0x17F, 0x4FF, 0x2030, 0xFFFD, 0x10FFFF)) for _ in range(random_.randint(0, 40)))
        chars = (chr(random_.randint(1, top)) for top in points)
        return "".join(char for char in chars if not 0xD800 <= ord(char) <= 0xDFFF and char != "\r")
    words = random_.choices(PIECES, k=random_.randint(0, 14))
    return "".join(word + random_.choice((" ", " ", " ", "")) for word in words)


def _own_facts(page: Page) -> Facts:
    dates = find_dates(page)
    citations = find_citations(page, dates)
    amounts = find_amounts(page, dates, citations)
    return Facts(dates, amounts, (), citations, find_quotations(page, (), citations))


def _hold(page: Page, facts: Facts) -> None:
    for found in (facts.dates, facts.amounts, facts.names, facts.citations, facts.quotations, facts.statements):
        assert [one.span.start for one in found] == sorted(one.span.start for one in found)
        for one in found:
            assert 0 <= one.span.start < one.span.end <= len(page.text), one
            assert one.text == page.text[one.span.start : one.span.end], one
            assert one.rule, one
    for date in facts.dates:
        assert date.edtf or date.problem, date
    for quotation in facts.quotations:
        assert all(0 <= index < len(facts.citations) for index in quotation.citations)
    for citation in facts.citations:
        assert citation_csl(citation)["type"]
    assert all(in_si(amount) is None or amount.value >= 0 for amount in facts.amounts)


def test_ten_thousand_random_texts() -> None:
    random_ = random.Random(1338)
    for _ in range(TEXTS):
        page = _page(_text(random_), random_, random_.choice(("tr", "az", "en", "und")))
        _hold(page, _own_facts(page))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120), st.integers(0, 1 << 30), st.sampled_from(("tr", "az", "en")))
def test_any_text_through_all_layers(text: str, seed: int, language: str) -> None:
    page = _page(text.replace("\r", ""), random.Random(seed), language)
    _hold(page, read(page))


def _damaged(text: str, random_: random.Random) -> str:
    """`text` with one character in a hundred changed, lost, doubled or swapped with the next."""
    out = list(text)
    for at in random_.sample(range(len(out)), max(1, len(out) // 100)):
        kind = random_.randrange(4)
        if kind == 0:
            out[at] = random_.choice("?\ufffdıİ7.'\"“x ")
        elif kind == 1:
            out[at] = ""
        elif kind == 2:
            out[at] *= 2
        elif at + 1 < len(out):
            out[at], out[at + 1] = out[at + 1], out[at]
    return "".join(out)


def test_development_pages_damaged(shared: Path) -> None:
    paths = sorted((shared / "gold" / "pages").iterdir())
    assert paths
    for number, path in enumerate(paths):
        text = read_page(path.read_bytes(), path=path.name).text
        page = read_page(_damaged(text, random.Random(number)).encode("utf-8", "replace"), path="damaged.txt")
        _hold(page, _own_facts(page))


@pytest.mark.parametrize(
    "text",
    ["", "\n", " \n ", "“", "(", "1", "[1]", "a.g.e.", "31/XII/", "'", "–", "bin", "%", "BUNDAN", "Geldi bundan"],
)
def test_smallest_texts(text: str) -> None:
    page = _page(text, random.Random(1), "tr")
    _hold(page, read(page))


ODD = """
Gönderdi vali altınları Ankara'ya 1921'de. | Geldi. | Öldü! | 1921. | 12 34 56 78 90 12 14.
Verdi, aldı, gitti. | Kendisine. | VALİ RIZA BEY ANKARA'YA 40 SANDIK ALTIN GÖNDERDİ
ATATÜRK: "PARAYI GERİ VERDİM" DEDİ | “Ben verdim | " dedi Ali. | 'nin | "Ben verdim' dedi Ali Bey.
«Altınları aldım” diye yazdı | Göre. | Tarafından gönderildi. | Olarak seçildi. | Mebus, seçildi.
Alan vali, alan memleket, alan. | Olan 40 altın olan | Altında iki imza | Kadar 40 kasa | 100.000 adet | 2 ila
Yüzde. | dedi ki | Bundan sonra bundan | -mış, -miş. | Bey Paşa Efendi | (Ali) (1881-1938) (gönderdi)
; gönderdi ; aldı | — Atatürk | ve ve ve | Sent the gold to Ankara the governor did. | Said the governor.
According to. | Of whom. | Who sent? | He said that that that. | The pact signed to he the Greeks. | It was.
GOVERNOR SENDS 40 CASES OF GOLD | £40,000! | By. | to of by in on | Italy came to like.
Göndərdi vali Gəncəyə 40 sandıq qızıl. | Elə həmin gün. | Görə əsasən görə. | Vəli oğlu Əli.
Ҝөндәрди вали гызыл. | tərəfindən
"""


@pytest.mark.parametrize("language", ["tr", "az", "en"])
@pytest.mark.parametrize("join", [" ", "\n"])
def test_odd_sentences_alone_and_together(language: str, join: str) -> None:
    odd = ODD.strip().replace("\n", " | ").split(" | ")
    for text in (*odd, join.join(odd), join.join(reversed(odd))):
        page = _page(text, random.Random(1), language)
        _hold(page, read(page, fast=True))
        _hold(page, read(page, fast=True, every_clause=True))


@pytest.mark.parametrize(
    "told", ["{}, sonra", "{}'te 1'i", "3'te {}'i", "1/{}'ü", "{}/3/1921", "{}. yüzyılda", "{} lira"]
)
def test_thousands_of_figures_are_read_past(told: str) -> None:
    text = f"Han yandı. Vali Rıza Bey {told.format(FIGURES)} yazdı. Rıza Bey 3 Mayıs 1921'de 40 çuval un gönderdi."
    facts = read(read_page(text.encode(), path="a.txt"), fast=True)
    assert [date.edtf for date in facts.dates][-1] == "1921-05-03"
    assert facts.statements[-1].action == "transfer"
