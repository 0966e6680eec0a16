"""Tracing against the real collection. No sentence of it stands here: passages are read by their place at run time."""

from __future__ import annotations

import re

from tanik.trace.memory import Memory
from tanik.trace.run import run

ATAM = "speeches:atam-c3-1925-013"
OTHER = "speeches:wikisource-ataturkun-kastamonu-nutku"


def _sentence_with(text: str, word: str, around: int) -> str:
    """The words within `around` characters of the first place of `word`."""
    place = re.search(rf"\b{word}\b", text)
    assert place is not None
    start = text.rfind(" ", 0, max(place.start() - around, 1)) + 1
    return text[start : text.find(" ", place.end() + around)]


def test_both_witnesses_of_the_kastamonu_speech(speeches: Memory) -> None:
    atam, other = speeches.named(ATAM).text, speeches.named(OTHER).text
    assert atam
    found = set()
    for passage in (_sentence_with(other, "başka", 120), _sentence_with(other, "mesud", 120)):
        trace = run(passage, speeches)
        assert {match.document for match in trace.matches} >= {ATAM, OTHER}
        assert trace.matches[0].document == OTHER
        assert trace.matches[0].status.value == "verbatim"
        match = next(match for match in trace.matches if match.document == ATAM)
        found |= {(d.page_text, d.witness_text, d.kind.value, d.changes_meaning) for d in match.differences}
    assert ("başka", "kısa", "wording", True) in found
    assert ("mesud", "mesut", "spelling", False) in found
