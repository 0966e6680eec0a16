"""Reasons of refusal and bounds of amounts are told wholly in the reader's language."""

from __future__ import annotations

import pytest

from tanik.core.span import Span
from tanik.dossier.messages import evidence
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
