from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.trace.memory import Memory
from tanik.trace.model import Witness
from tanik.trace.sketch import kinds, sketch

GOLDEN = ["0x2f7b90e6fb15fad0", "0x498e76c91f792b41", "0x2ecb3732b5a0d31c"]


def test_fingerprints_are_the_same_in_every_process() -> None:
    # What a library has stored must be found again: these numbers change only with SKETCH_VERSION.
    assert [hex(f) for f in sketch("Ordular ileri").fingerprints.tolist()] == GOLDEN


def test_spellings_of_one_word_share_a_fingerprint() -> None:
    for one, other in [("mesud", "mesut"), ("müşkül", "müşkil"), ("kitle-i asliye", "kitle asliye"), ("hâl", "hal")]:
        assert sketch(one).fingerprints.tolist() == sketch(other).fingerprints.tolist()


@settings(max_examples=100)
@given(st.text(st.characters(), max_size=80))
def test_rows_belong_to_tokens(text: str) -> None:
    found = sketch(text)
    assert len(found.fingerprints) == len(found.positions)
    assert np.all(np.diff(found.positions) >= 0)
    assert found.tokens == 0 or found.positions.max(initial=0) < found.tokens
    assert set(kinds(found.fingerprints).tolist()) <= {0, 1, 2}


@settings(max_examples=50)
@given(st.lists(st.text("ab ", max_size=20), max_size=5))
def test_memory_counts_what_it_looks_up(texts: list[str]) -> None:
    memory = Memory([Witness(f"t:{at}", text, "t") for at, text in enumerate(texts)])
    asked = sketch("ab ba ab aa b").fingerprints
    hits = memory.look_up(asked)
    assert np.bincount(hits.asked, minlength=len(asked)).tolist() == memory.count(asked).tolist()
    rows = list(zip(hits.document.tolist(), hits.asked.tolist(), hits.position.tolist(), strict=True))
    assert rows == sorted(rows)
    for document, row, position in rows:
        own = sketch(texts[document])
        assert (asked[row], position) in set(zip(own.fingerprints.tolist(), own.positions.tolist(), strict=True))
