"""The two witnesses of a real speech: what the table must match, and how long it may take beside a plain programme."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tanik.compare.collate.run import collate
from tanik.compare.collation import Collation, WitnessText
from tanik.library.library import Library

_SPEECH = ("speeches:wikisource-ataturkun-izmir-iktisad-kongresi-konusmasi", "speeches:atam-c2-1923-024")


@pytest.fixture(scope="module")
def texts(speeches: Path) -> list[WitnessText]:
    with Library.open(speeches) as library:
        return [WitnessText(sigil, library.named(one).text) for sigil, one in zip("AB", _SPEECH, strict=True)]


def _matched(collation: Collation) -> int:
    """Words that stand in one row with the same letters, written joined or apart; of such a row the fewer count."""
    rows = ([[token.normal for token in cell] for cell in row] for row in collation.rows())
    return sum(min(map(len, row)) for row in rows if "".join(row[0]) == "".join(row[1]))


def _needleman_wunsch(one: np.ndarray, other: np.ndarray) -> int:
    """How many equal words the plain programme matches: +1 equal, -1 unlike, -1 a gap."""
    unit, steps = 1 << 32, np.arange(len(other) + 1)
    row = -steps.astype(np.int64) * unit
    for at, word in enumerate(one.tolist()):
        best = np.maximum(row[:-1] + np.where(other == word, unit + 1, -unit), row[1:] - unit)
        row = np.maximum.accumulate(np.concatenate(([-(at + 1) * unit], best)) + steps * unit) - steps * unit
    return int(row[-1] % unit)


def test_no_fewer_words_are_matched_than_by_the_plain_programme(texts: list[WitnessText]) -> None:
    collation = collate(texts)
    one, other = (witness.words for witness in collation.witnesses)
    assert _matched(collation) >= _needleman_wunsch(one, other)
