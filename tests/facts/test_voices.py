"""On whose word, when, affirmed or denied, and who speaks: pages of many voices, and sentences of our own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tanik.facts.model import Facts, Quotation, Statement
from tanik.facts.read import read as read_facts
from tanik.page.model import Page
from tanik.page.read import read as read_page

from .answers import alike, place_of, shared

_PAGES = Path(__file__).parent / "voice_pages"
_FLOORS = {"attributed": 0.85, "own": 0.9, "when": 0.92, "polarity": 0.97, "speaker": 0.85, "form": 0.83}


def _slots(one: Statement, facts: Facts, want: dict[str, str]) -> int:
    roles = {place: role.name or role.text for place, role in one.firsts.items()}
    values = [facts.amounts[index].value for index in one.amounts]
    right = int((one.action or "none") == want["action"]) + int(want.get("when") == one.when)
    right += "amount" in want and float(want["amount"]) in values
    return right + sum(alike(want[key], roles.get(key)) for key in ("subject", "recipient", "object") if key in want)


def _of_statement(line: str, page: Page, facts: Facts) -> Iterator[tuple[str, bool]]:
    clause, _, rest = line.rpartition(" | ")
    action, _, slots = rest.partition(" ")
    want = {"action": action, **dict(re.findall(r"(\w+)=(.*?)(?= \w+=|$)", slots))}
    here = place_of(clause, page.text)
    near = [one for one in facts.statements if shared(one.span, here) >= 0.5]
    if not near:
        return
    got = max(near, key=lambda one: (_slots(one, facts, want), shared(one.span, here)))
    if "when" in want:
        yield "when", want["when"] == (got.when or "").rstrip("~?")
    yield "polarity", got.polarity == want.get("polarity", "affirmed")
    authority = want.get("attributed_to")
    yield ("attributed", alike(authority, got.attributed_to)) if authority else ("own", got.attributed_to is None)


def _of_quotation(line: str, page: Page, left: list[Quotation]) -> Iterator[tuple[str, bool]]:
    words, speaker, form = (part.strip() for part in line.lstrip("> ").split("|"))
    here = place_of(words, page.text)
    got = next((one for one in left if one.span.overlaps(here)), None)
    if got is None:
        return
    left.remove(got)
    if speaker:
        yield "speaker", alike(speaker, got.speaker)
    yield "form", got.form == form


def _judged() -> Iterator[tuple[str, bool]]:
    for path in sorted(_PAGES.glob("[fg]*.*")):
        source, answers = path.read_text(encoding="utf-8").split("### answers\n")
        page = read_page(source.encode(), path=path.name)
        facts = read_facts(page)
        left = list(facts.quotations)
        for line in answers.strip().splitlines():
            if line.startswith(">"):
                yield from _of_quotation(line, page, left)
            else:
                yield from _of_statement(line, page, facts)


def test_pages_of_many_voices() -> None:
    right, asked = Counter[str](), Counter[str]()
    for layer, is_right in _judged():
        asked[layer] += 1
        right[layer] += is_right
    reached = {layer: round(right[layer] / asked[layer], 3) for layer in _FLOORS}
    assert {layer: share for layer, share in reached.items() if share < _FLOORS[layer]} == {}, reached


def _told(text: str, part: str) -> Statement:
    page = read_page(f"{text}\n".encode(), path="a.txt")
    found = [one for one in read_facts(page).statements if part in one.text]
    assert found, f"no statement holds {part!r}"
    return found[-1]


@pytest.mark.parametrize(
    ("text", "part", "teller"),
    [
        ("Vali Hakkı Bey'e bakılırsa eşkıya 3 Mayıs 1921'de Tosya'ya girdi.", "Tosya", "Hakkı Bey"),
        ("Hakkı Bey'in anlattığına bakılırsa belediye 1921'de köye 40 çuval un verdi.", "40 çuval", "Hakkı Bey"),
        ("Hakkı Bey'in verdiği bilgiye göre belediye 1921'de köye 40 çuval un verdi.", "40 çuval", "Hakkı Bey"),
        ("Hakkı Bey'in anlattığı kadarıyla belediye 1921'de köye 40 çuval un verdi.", "40 çuval", "Hakkı Bey"),
        ("Hakkı Bey'in tanıklığına göre köye 1921'de 40 çuval un geldi; 12 çuvalı geri gönderildi.", "12", "Hakkı Bey"),
        ("Hakkı Bey'in anlattığına göre vali 1921'de kaçmış. Köye 40 çuval un göndermiş.", "40 çuval", "Hakkı Bey"),
        ("Torununa göre Hakkı Bey 1921'de köye 40 çuval un verdi.", "40 çuval", "torun"),
        ("Ali Bey'e göre ambar defterinde köye 40 çuval un verildiği yazılıdır.", "40 çuval", "ambar defter"),
        ("Hakkı Bey 3 Mayıs 1921'de köye un verildiği kanısındadır.", "un verildiği", "Hakkı Bey"),
        ("Kâtip Dursunzade köye 1921'de 40 çuval un verildiğini bildirir.", "40 çuval", "Dursunzade"),
    ],
)
def test_on_whose_word(text: str, part: str, teller: str) -> None:
    assert alike(teller, _told(text, part).attributed_to)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Vali 1921'de köye 40 çuval un verdi. Kışın yolu da açtı, 12 çuval tuz gönderdi.", "12 çuval"),
        ("Hakkı Bey köprünün yıkıldığını söyledi. Belediye 3 Mayıs 1921'de köye 40 çuval un verdi.", "40 çuval"),
        ("Hakkı Bey'e göre yol kapalıydı. Belediye 3 Mayıs 1921'de köye 40 çuval un verdi.", "40 çuval"),
        ("Hakkı Bey'e göre yol kapalıydı, oysa belediye 3 Mayıs 1921'de köye 40 çuval un verdi.", "40 çuval"),
        ("Plana göre belediye 3 Mayıs 1921'de köye 40 çuval un verdi.", "40 çuval"),
        ("Buna bakılırsa belediye 3 Mayıs 1921'de köye 40 çuval un verdi.", "40 çuval"),
        ("Bildiğim kadarıyla belediye 3 Mayıs 1921'de köye 40 çuval un verdi.", "40 çuval"),
        ("Belediye 3 Mayıs 1921'de valinin emriyle köye 40 çuval un verdi.", "40 çuval"),
        ("Yol açılınca belediye 3 Mayıs 1921'de köye 40 çuval un verdi.", "40 çuval"),
        ("Kadınlar anlattı, çocuklar dinledi. Belediye 3 Mayıs 1921'de köye 40 çuval un verdi.", "40 çuval"),
    ],
)
def test_the_page_speaks_for_itself(text: str, part: str) -> None:
    assert _told(text, part).attributed_to is None


@pytest.mark.parametrize(
    ("text", "part", "polarity"),
    [
        ("Valinin 1921'de köye un gönderdiğine dair hiçbir belge bulunmuyor.", "gönderdiğine", "denied"),
        ("Valinin 1921'de köye un gönderdiğine dair bir kayıt bulunamadı.", "gönderdiğine", "denied"),
        ("Valinin 1921'de köye un gönderdiği yolundaki haber 1950'lerde uyduruldu.", "gönderdiği", "denied"),
        ("Valinin 1921'de köye un gönderdiği söylenir, oysa vali o yıl hapisteydi.", "gönderdiği", "denied"),
        ("Hiçbir defter valinin 1921'de köye un gönderdiğini yazmaz.", "gönderdiğini", "denied"),
        ("Valinin 1921'de köye un gönderdiğine dair üç belge bulunuyor.", "gönderdiğine", "affirmed"),
        ("Defter valinin 1921'de köye un gönderdiğini yazar.", "gönderdiğini", "affirmed"),
        ("Vali 1921'de köye un gönderdiğini açıkladı, oysa o yıl hapisteydi.", "gönderdiğini", "affirmed"),
    ],
)
def test_affirmed_or_denied(text: str, part: str, polarity: str) -> None:
    assert _told(text, part).polarity == polarity


@pytest.mark.parametrize(
    ("text", "part", "when"),
    [
        # a clause of which nothing is stated dates the rest of its sentence
        ("Depo 5 Eylül 1922'de havaya uçtu, 63 asker öldü.", "öldü", "1922-09-05"),
        # the pluperfect lies before the story
        (
            "Vali 3 Mayıs 1921'de geldi. Ordu 1918'de dağılmıştı. O gün köye 40 çuval un verdi.",
            "40 çuval",
            "1921-05-03",
        ),
        # "o gün" goes back to a day
        ("Vali 3 Mayıs 1921'de geldi. Borç 1919'da verilmişti. O gün 40 çuval un verdi.", "40 çuval", "1921-05-03"),
        ("Vali köye 3 Mayıs 1921'de un verdi. Belediye 40 çuval tuz gönderdi.", "40 çuval", "1921-05-03"),
        # the year of a paper is not that of the story
        (
            "Vali 1921'de geldi. 1952 tarihli cetvel eksiktir. Belediye 2 Kasım'da 40 çuval un verdi.",
            "40",
            "1921-11-02",
        ),
    ],
)
def test_when(text: str, part: str, when: str) -> None:
    assert _told(text, part).when == when


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Profesör Cevat Alkım kitabı “harbin hasta odası” diye tanıttı.", "Cevat Alkım"),
        ("Times muhabiri Price gazetesine “Depo hâlâ tütüyor” diye yazdı.", "Price"),
        ("“Babam o tabancayı kimseye vermedi” diye konuştu Tekinalp.", "Tekinalp"),
        ("Doktor Rasim Bey geldi. Adnan Bey sustu. Doktor “Taş şefkatlidir, tabip değil” dedi.", "Rasim Bey"),
        ("Safiye Hanım sustu. Atalarımızın dediği gibi “suyun üstüne yazı yazılmaz.”", None),
        ("Safiye Hanım sustu. Bir atasözü bunu kısa söyler: “Suyun üstüne yazı yazılmaz.”", None),
    ],
)
def test_who_speaks(text: str, speaker: str | None) -> None:
    (found,) = read_facts(read_page(f"{text}\n".encode(), path="a.txt")).quotations
    assert found.speaker == speaker


@pytest.mark.parametrize(
    ("text", "clause", "authority"),
    [
        # whoever says it stands behind "diye", and what stands before is said
        ("Tekne 1926'da battı diye gazeteler yazdı.", "battı", "gazeteler"),
        ("Gemi saatte 30 kilometre hız yaptı diye gazeteler yazdı.", "yazdı", "gazeteler"),
        # several people without a name tell, and go on telling
        ("Köyde yaşlılar hâlâ o günü anlatır. Alay gelmiş, fırıncı 1921'de 40 ekmek dağıtmış.", "dağıtmış", "yaşlılar"),
        # a book of one's own is its writer's word, and a paper is called as the dictionary has it
        (
            "Falih Rıfkı, kitabında valinin 1925'te köye 40 lira gönderdiğini yazıyor.",
            "gönderdiğini",
            "Falih Rıfkı Atay",
        ),
        ("Mektubunda valinin 1925'te köye 40 lira gönderdiğini yazıyor.", "gönderdiğini", "mektup"),
        # a numeral that opens a sentence is nobody
        ("Tren geldi. Üç tümen köprüde bekliyor demiş.", "demiş", None),
    ],
)
def test_whoever_says_it_is_told_from_what_is_said(text: str, clause: str, authority: str | None) -> None:
    told = read_facts(read_page(text.encode(), path="x.txt")).statements
    assert [one.attributed_to for one in told if clause in one.text] == [authority]
