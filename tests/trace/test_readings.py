from __future__ import annotations

import pytest

from tanik.core.token import tokenize
from tanik.trace.lexicon import load_lexicon
from tanik.trace.polarity import is_denial
from tanik.trace.readings import Reading, read_gap, read_pair
from tanik.trace.status import status_of

LEXICON = load_lexicon()

PAIRS = [
    # page, witness, kind, changes the meaning
    ("mesut", "mesud", "spelling", False),
    ("gitmeye", "gitmeğe", "spelling", False),
    ("lazım", "lâzım", "spelling", False),
    ("sozleri", "sözleri", "spelling", False),
    ("Sakaryada", "Sakarya’da", "spelling", False),
    ("müşkil", "müşkül", "spelling", False),
    ("birşey", "bir şey", "spelling", False),
    ("kitlei", "kitle-i", "spelling", False),
    ("dedim", "dedim3", "spelling", False),
    ("150", "yüz elli", "spelling", False),
    ("penbe", "pembe", "spelling", False),
    ("hizmet", "hismet", "spelling", False),
    ("nüfusla", "nüfuzla", "wording", True),
    ("bilmek", "bulmak", "wording", True),
    ("edeceğiniz", "edeceğimiz", "inflection", False),
    ("kısa", "başka", "wording", True),
    ("menfi", "menfur", "wording", True),
    ("köprüyü", "köprünün", "inflection", False),
    ("evlerine", "evlerinden", "inflection", False),
    ("gelecek", "geldi", "inflection", False),
    ("barış", "sulh", "modernised", False),
    ("koşullar", "şerait", "modernised", False),
    ("özgürlüğü", "hürriyeti", "modernised", False),
    ("41", "40", "number", True),
    ("üç", "beş", "number", True),
    ("19", "91", "number", True),
    ("edecek", "etmeyecek", "polarity", True),
    ("gelmez", "gelir", "polarity", True),
    ("yapamaz", "yapabilir", "polarity", True),
    ("imkânsız", "imkânlı", "polarity", True),
    ("yoktur", "vardır", "polarity", True),
    ("ancak", "fakat", "wording", False),
    ("veya", "ve", "wording", True),
]


@pytest.mark.parametrize(("page", "witness", "kind", "changes"), PAIRS)
def test_what_lies_between_two_readings(page: str, witness: str, kind: str, changes: bool) -> None:
    verdict = read_pair(Reading(tokenize(page).words, page), Reading(tokenize(witness).words, witness), LEXICON)
    assert verdict is not None
    assert (verdict[0].value, verdict[1]) == (kind, changes), verdict


@pytest.mark.parametrize(("page", "witness"), [("Vatan", "VATAN"), ("İzmir’de", "İzmir'de"), ("ısı", "ISI")])
def test_case_and_marks_are_no_difference(page: str, witness: str) -> None:
    assert read_pair(Reading(tokenize(page).words, page), Reading(tokenize(witness).words, witness), LEXICON) is None


def test_names_are_told_by_their_capitals() -> None:
    verdict = read_pair(Reading(("konya",), "Konya"), Reading(("bursa",), "Bursa"), LEXICON)
    assert verdict is not None
    assert verdict[0].value == "name"


GAPS = [
    (["degil"], True, False, "polarity", True),
    (["ne"], True, False, "polarity", True),
    (["kirk"], True, False, "number", True),
    (["hemen", "donup"], True, False, "omission", False),
    (["kimse", "gelmeden", "degil", "gece"], True, False, "omission", True),
    (["eger", "yagmur", "yagarsa"], True, False, "omission", True),
    (["koy", "muhtari"], False, True, "gloss", True),
    (["dahi"], False, False, "addition", False),
    (["i"], True, False, "spelling", False),
]


@pytest.mark.parametrize(("words", "dropped", "bracketed", "kind", "changes"), GAPS)
def test_what_was_left_out_or_put_in(
    words: list[str],
    dropped: bool,
    bracketed: bool,
    kind: str,
    changes: bool,
) -> None:
    verdict = read_gap(words, dropped=dropped, bracketed=bracketed, lexicon=LEXICON)
    assert (verdict[0].value, verdict[1]) == (kind, changes)


@pytest.mark.parametrize(
    ("one", "other"),
    [("zaman", "zan"), ("gelme", "gelmesi"), ("memur", "mur"), ("vatan", "vatan"), ("er", "eri")],
)
def test_no_denial(one: str, other: str) -> None:
    assert not is_denial(one, other)


def test_nothing_is_verbatim() -> None:
    assert status_of([]).value == "verbatim"
