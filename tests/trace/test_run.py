from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.core.span import Span
from tanik.core.token import tokenize
from tanik.trace.memory import Memory
from tanik.trace.model import Difference, Trace, Witness
from tanik.trace.run import find_passages, run

QUOTATIONS = [
    # quotation, status, kinds of differences, best document
    ("kuraklık yüzünden bu yıl buğdayın az olacağını söylediler", "verbatim", set(), "t:harvest"),
    ("KURAKLIK YÜZÜNDEN, bu yıl: buğdayın az olacağını söylediler!", "verbatim", set(), "t:harvest"),
    ("mesud bir sükût bütün vadiyi kapladı", "verbatim", set(), "t:harvest"),
    ("mesut bir sükût bütün vadiyi kapladı", "verbatim", set(), "t:later"),
    ("ambardaki 40 çuval tohumun kimseye satilmayacagini", "variant", {"spelling"}, "t:harvest"),
    ("ambardaki 45 çuval tohumun kimseye satılmayacağını", "altered", {"number"}, "t:harvest"),
    ("ambardaki 40 çuval tohumun kimseye satılacağını, fakirlere", "altered", {"polarity"}, "t:harvest"),
    ("defterini kapatmak mümkün dedi. Akşam olunca herkes", "altered", {"polarity"}, "t:harvest"),
    ("Sabah erkenden caminin önünde toplanan köylüler", "altered", {"wording"}, "t:harvest"),
    ("Mühendisler (yabancılar) yeni köprüyü demirden yapmak istiyorlar", "altered", {"gloss"}, "t:bridge"),
    ("Mühendisler yeni köprüyü demirden yapmak istiyor", "variant", {"inflection"}, "t:bridge"),
    ("eski taş köprü yıkıldı. Mühendisler yeni köprüyü demirden yapmak", "abridged", {"omission"}, "t:bridge"),
    (
        "Encümen ilkbaharda keşif yapılmasına ve giderin hazineden karşılanmasına",
        "modernised",
        {"modernised"},
        "t:bridge",
    ),
]


@pytest.mark.parametrize(("text", "status", "kinds", "document"), QUOTATIONS)
def test_quotations(village: Memory, text: str, status: str, kinds: set[str], document: str) -> None:
    trace = run(text, village)
    assert trace.status.value == status
    assert {d.kind.value for d in trace.matches[0].differences} == kinds
    assert trace.matches[0].document == document


DECOYS = [
    "Bugün hava çok güzel, herkes denize gitti",
    "köylüler yeni bir köprü ve değirmen hakkında konuştular",
    "Mühendisler akşam yeni değirmenin önünde bekledi",
    "ve bu ise fakat",
    "",
    "…",
]


@pytest.mark.parametrize("text", DECOYS)
def test_decoys_are_absent(village: Memory, text: str) -> None:
    trace = run(text, village)
    assert trace.status.value == "absent"
    assert trace.matches == ()
    assert trace.searched.documents == 4


def test_both_witnesses_are_told_the_older_first(village: Memory) -> None:
    trace = run("Akşam olunca herkes kandilini yakıp evine döndü", village)
    assert [match.document for match in trace.matches] == ["t:harvest", "t:later"]


def test_a_splice_names_both_documents(village: Memory) -> None:
    trace = run(
        "kuyunun çıkrığını tamir etti, çocuklar çitin ardından olgun incirleri topluyor. "
        "Encümen ilkbaharda keşif yapılmasına ve masrafın hazineden karşılanmasına karar verdi",
        village,
    )
    assert trace.status.value == "spliced"
    assert {match.document for match in trace.matches} == {"t:orchard", "t:bridge"}


def test_moved_clauses_are_an_order(village: Memory) -> None:
    trace = run(
        "kiraz ağaçlarını budadı ve kuyunun çıkrığını tamir etti, Bahçıvan armut fidanlarını sonbaharda söktü", village
    )
    assert trace.status.value == "variant"
    assert "order" in {d.kind.value for d in trace.matches[0].differences}


def test_passages_of_a_page_stand_where_they_are_said_to(village: Memory) -> None:
    quoted = "Bahçıvan armut fidanlarını sonbaharda söktü, kiraz ağaçlarını budadı ve kuyunun çıkrığını tamir etti"
    copied = "Kasabanın esnafı ise kervanların yolu değişir diye taş köprünün onarılmasını talep ediyor"
    page = f"Bizim gazetenin yazdığına göre. {quoted}. Sonra başka bir haber daha geldi: {copied}. Bu kadar."
    skip = Span(page.index(quoted), page.index(quoted) + len(quoted))
    ((span, trace),) = find_passages(page, village, (skip,))
    assert span.of(page) == trace.text == copied
    assert trace.matches[0].page == Span(0, len(copied))
    assert len(find_passages(page, village)) == 2


def _spans_read_back(trace: Trace, memory: Memory) -> None:
    for match in trace.matches:
        witness = memory.named(match.document).text
        assert 0.0 <= match.score <= 1.0
        assert match.page.end <= len(trace.text)
        for difference in match.differences:
            assert difference.page.of(trace.text) == difference.page_text
            assert difference.witness.of(witness) == difference.witness_text


def _applied(text: str, span: Span, differences: tuple[Difference, ...]) -> str:
    """The passage with every page text replaced by the witness's."""
    parts, at = [], span.start
    for difference in sorted(differences, key=lambda d: (d.page.start, d.page.end)):
        parts += [text[at : difference.page.start], " ", difference.witness_text, " "]
        at = difference.page.end
    return "".join([*parts, text[at : span.end]])


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False))
def test_differences_turn_the_passage_into_the_witness(village: Memory, rng: random.Random) -> None:
    source = village.witness(rng.randrange(4)).text.split()
    start = rng.randrange(len(source) - 14)
    words = source[start : start + 14]
    for _ in range(rng.randrange(4)):
        at = rng.randrange(1, len(words) - 1)
        change = rng.randrange(3)
        if change == 0:
            words[at] = rng.choice(["kalem", "mavi", "yoktur", "12"])
        elif change == 1:
            del words[at]
        else:
            words.insert(at, rng.choice(["hemen", "(yani)", "büyük"]))
    text = " ".join(words)
    trace = run(text, village)
    _spans_read_back(trace, village)
    for match in trace.matches:
        if any(d.rule == "clauses_moved" for d in match.differences):
            continue
        mine = tokenize(_applied(text, match.page, match.differences)).words
        theirs = tokenize(match.witness.of(village.named(match.document).text)).words
        assert "".join(mine) == "".join(theirs)


@settings(max_examples=80, deadline=None)
@given(st.text(st.characters(), max_size=120))
def test_any_text_can_be_traced(village: Memory, text: str) -> None:
    _spans_read_back(run(text, village), village)
    find_passages(text, village)


def test_the_order_of_the_documents_changes_nothing(village: Memory) -> None:
    witnesses = [village.witness(number) for number in range(4)]
    text = "kuraklık yüzünden bu yıl buğdayın çok olacağını söylediler"
    backwards = run(text, Memory(reversed(witnesses)))
    assert run(text, village).matches == backwards.matches
    assert run(text, village).searched == backwards.searched


def test_a_formula_is_no_reuse() -> None:
    formula = "Saygıdeğer köy kurulu üyeleri"
    texts = [f"{formula}, bugün {number} numaralı konuyu ele alacağız." for number in range(40)]
    memory = Memory([Witness(f"t:{number}", text, "t") for number, text in enumerate(texts)])
    assert run(formula, memory).status.value == "absent"
