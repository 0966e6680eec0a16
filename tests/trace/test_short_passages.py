"""Short passages: what is a changed quotation, what only looks like one, and what of the change is told."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.trace.align import Step
from tanik.trace.ends import mend_ends
from tanik.trace.figures import equal_figures, number_units
from tanik.trace.lexicon import load_lexicon
from tanik.trace.memory import Memory
from tanik.trace.model import Witness
from tanik.trace.polarity import is_denial, is_negated
from tanik.trace.run import run
from tanik.trace.words import read_words

_MILL = (
    "Değirmenci Salih Ağa ırmağın taştığı gece köprünün üstünde tek başına beklemişti. Ertesi sabah muhtar 1919 çuval "
    "arpanın ıslandığını kâtibe yazdırdı; kimse ona inanmadı. Kurul bu dileği oybirliğiyle reddetti ve ambarın "
    "anahtarını bekçiye bıraktı. Ambarda 45 teneke zeytinyağı kaldı. Karşılıklı anlayış olmadan çarşı düzelmezdi."
)
_SCHOOL = (
    "Öğretmen Nafia Hanım bahçedeki dut ağacının gölgesinde küçüklere harfleri öğretiyordu. Kışın soba tütünce "
    "dersler cami odasında görülürdü, karatahta ise pencerenin yanına dayanırdı."
)


@pytest.fixture(scope="module")
def town() -> Memory:
    return Memory([Witness("k:degirmen", _MILL, "k"), Witness("k:okul", _SCHOOL, "k")])


@pytest.mark.parametrize(
    ("text", "status", "kind", "page", "witness"),
    [
        (
            "Ertesi sabah muhtar bin dokuz yüz on dokuz çuval arpanın ıslandığını",
            "variant",
            "spelling",
            "bin dokuz yüz on dokuz",
            "1919",
        ),
        (
            "Ertesi sabah muhtar bin dokuz yüz yirmi çuval arpanın ıslandığını",
            "altered",
            "number",
            "bin dokuz yüz yirmi",
            "1919",
        ),
        ("anahtarını bekçiye bıraktı. Ambarda 54", "altered", "number", "54", "45"),
        ("bu dileği oybirliğiyle reddetti ve ambarın (köylünün deposu)", "altered", "gloss", "köylünün deposu", ""),
        ("Karşılıksız anlayış olmadan çarşı düzelmezdi", "altered", "polarity", "Karşılıksız", "Karşılıklı"),
        ("ıslandığını kâtibe yazdırmadı; kimse ona inanmadı", "altered", "polarity", "yazdırmadı", "yazdırdı"),
        ("gece köprünün üstünde çok başına beklemişti", "altered", "wording", "çok", "tek"),
    ],
)
def test_one_change_is_found_and_told(town: Memory, text: str, status: str, kind: str, page: str, witness: str) -> None:
    trace = run(text, town)
    assert trace.status.value == status
    told = [(d.kind.value, d.page_text, d.witness_text) for d in trace.matches[0].differences]
    assert (kind, page, witness) in told


@pytest.mark.parametrize(
    "text",
    [
        "köprünün üstünde dut ağacının çarşı yanına",
        "muhtar bahçedeki ırmağın karatahta oybirliğiyle soba",
        "gölgesinde küçüklere ambarın kuyusu bekçiye bağırdı",
    ],
)
def test_words_strung_from_several_places_are_absent(town: Memory, text: str) -> None:
    assert run(text, town).status.value == "absent"


def test_a_row_of_words_is_found_in_other_prose(town: Memory) -> None:
    text = (
        "Komşum anlatırken şöyle dedi: ırmağın taştığı gece köprünün üstünde tek başına beklemişti, sonra sustu gitti."
    )
    assert run(text, town).matches[0].document == "k:degirmen"


def test_a_formula_with_its_own_word_is_no_quotation_of_any_letter() -> None:
    letters = [
        f"Sayın {name} Bey, itimatnamenizi büyük bir {word} memnuniyetle aldığımı saygıyla bildiririm. "
        f"{name} köyünde işler iyi."
        for name, word in (
            ("Kadri", "içten"),
            ("Nuri", "derin"),
            ("Hilmi", "gerçek"),
            ("Rıza", "özel"),
            ("Tevfik", "candan"),
            ("Avni", "yüksek"),
            ("Sabri", "engin"),
        )
    ]
    memory = Memory([Witness(f"m:{number}", text, "m") for number, text in enumerate(letters)])
    assert run("büyük bir sonsuz memnuniyetle aldığımı saygıyla", memory).status.value == "absent"
    assert run("itimatnamenizi büyük bir engin memnuniyetle aldığımı", memory).matches[0].document == "m:6"


@pytest.mark.parametrize(("word", "expected"), [("bildirmedi", True), ("yapmayacak", True), ("imzaladi", False)])
def test_the_ending_of_a_denied_verb(word: str, expected: bool) -> None:
    assert is_negated(word) is expected


def test_a_suffix_that_stands_twice() -> None:
    assert is_denial("karsiliksiz", "karsilikli")


def test_a_denial_beside_a_modern_word_is_told() -> None:
    memory = Memory(
        [Witness("m:1", "Vali bu kararı bütün kazalara derhal tebliğ etti ve kâtip bunu deftere geçirdi.", "m")]
    )
    denied = run("Vali bu kararı bütün kazalara derhal bildirmedi ve kâtip bunu deftere geçirdi", memory)
    affirmed = run("Vali bu kararı bütün kazalara derhal bildirdi ve kâtip bunu deftere geçirdi", memory)
    assert "polarity" in {d.kind.value for d in denied.matches[0].differences}
    assert "polarity" not in {d.kind.value for d in affirmed.matches[0].differences}


WORD = st.sampled_from(["bin", "dokuz", "yuz", "on", "ev", "yol", "19", "1919", "kisi"])


@settings(max_examples=150, deadline=None)
@given(words=st.lists(WORD, max_size=8), other=st.lists(WORD, max_size=8))
def test_number_units_hold_every_word_once(words: list[str], other: list[str]) -> None:
    lexicon = load_lexicon()
    units = number_units([(at, at + 1) for at in range(len(words))], words, other, lexicon)
    assert [at for start, end in units for at in range(start, end)] == list(range(len(words)))
    mine, theirs = [words[a:b] for a, b in units], [[word] for word in other]
    for row, column in equal_figures(mine, theirs, lexicon):
        assert lexicon.value(mine[row]) == lexicon.value(theirs[column])


@settings(max_examples=150, deadline=None)
@given(gap=st.integers(0, 6), size=st.integers(1, 5), last=st.sampled_from(["5", "ve", "değirmen"]))
def test_mended_ends_go_through_the_passage_without_a_hole(gap: int, size: int, last: str) -> None:
    words = read_words(" ".join([*(["harman"] * size), last]))
    steps = [Step(at, at + 1, at, at + 1, 1.0) for at in range(size)]
    if gap:
        steps.append(Step(size, size, size, size + gap, 0.0))
    steps.append(Step(size, size + 1, size + gap, size + gap + 1, 1.0))
    witness = read_words(" ".join([*(["harman"] * size), *(["kapı"] * gap), last]))
    mended = mend_ends(steps, words, witness, load_lexicon())
    assert mended[0].page == 0
    assert mended[-1].page_end == size + 1
    assert all(a.page_end == b.page and a.witness_end == b.witness for a, b in itertools.pairwise(mended))
