"""Reasons of refusal are told wholly in the reader's language."""

from __future__ import annotations

import pytest

from tanik.dossier.reasons import in_words
from tanik.errors import PageError
from tanik.page.read import read


@pytest.mark.parametrize("data", [b"\x00\x01\x02\xff" * 40, bytes(range(256)) * 8])
def test_what_is_read_is_listed_in_turkish(data: bytes) -> None:
    with pytest.raises(PageError) as refused:
        read(data, path="x.dat")
    told = in_words(str(refused.value), "tr")
    assert "okunanlar: HTML, düz metin" in told
    assert " are read" not in told
