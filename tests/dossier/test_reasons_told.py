"""Reasons of refusal and bounds of amounts are told wholly in the reader's language."""

from __future__ import annotations

import pytest

from tanik.compare.model import Finding, FindingKind
from tanik.core.span import Span
from tanik.dossier.messages import evidence, message
from tanik.dossier.phrases import amount_in_words
from tanik.dossier.reasons import in_words
from tanik.errors import PageError
from tanik.facts.model import Amount, Bound
from tanik.page.read import read


@pytest.mark.parametrize("data", [b"\x00\x01\x02\xff" * 40, bytes(range(256)) * 8])
def test_what_is_read_is_listed_in_turkish(data: bytes) -> None:
    with pytest.raises(PageError) as refused:
        read(data, path="x.dat")
    told = in_words(str(refused.value), "tr")
    assert "okunanlar: HTML, düz metin" in told
    assert " are read" not in told


@pytest.mark.parametrize(("bound", "told"), [(Bound.ABOUT, "yaklaşık 30 ton"), (Bound.AT_LEAST, "en az 30 ton")])
def test_bounds_stand_before_the_number_in_turkish(bound: Bound, told: str) -> None:
    assert amount_in_words(Amount(Span(0, 2), "30", 30.0, "t", "test", bound=bound), "tr") == told


def test_the_weight_of_words_is_told_in_turkish() -> None:
    told = evidence("log_likelihood", "G² = 15.3 (19 words weighed, -9.1 against)", "tr")
    assert told == ("sözlerin ağırlığı", "G² = 15,3 (19 söz tartıldı, karşı yönde -9,1)")


@pytest.mark.parametrize(
    ("what", "value", "told"),
    [
        ("why", "two-doers-for-one-deed", "bir kez olan bir işi her anlatım başka bir kişiye veriyor"),
        ("calendar", "gregorian", "miladi"),
        ("counts", "dead", "ölenler"),
        ("independent", "2", "2"),
    ],
)
def test_evidence_has_no_code_nor_english_in_turkish(what: str, value: str, told: str) -> None:
    named, words = evidence(what, value, "tr")
    assert named != what
    assert words == told


@pytest.mark.parametrize(
    ("rule", "details", "told"),
    [
        ("arrival-before-departure", (("earlier", "1921-04-09"), ("later", "1921-04-12")), "9 Nisan 1921’de varılmış"),
        (
            "answer-before-letter",
            (("earlier", "1921-04-09"), ("later", "1921-04-12")),
            "cevabı ise 9 Nisan 1921 tarihli",
        ),
        (
            "event-dated-otherwise",
            (("name", "Savaş"), ("known", "1921-03/1921-04"), ("when", "1920")),
            "Mart 1921 – Nisan",
        ),
        ("death-dated-otherwise", (("name", "Ali"), ("known", "1921-03-15"), ("when", "1923")), "Ali 1923’te ölmüş"),
    ],
)
def test_days_of_findings_are_told_in_words(rule: str, details: tuple[tuple[str, str], ...], told: str) -> None:
    said = message(Finding(FindingKind.ANACHRONISM, (), rule, details), "tr")
    assert told in said
    assert "-0" not in said
