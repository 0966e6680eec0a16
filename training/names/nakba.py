"""NakbaTR, a corpus of present-day Turkish news with persons, places and organisations (Apache-2.0).

Comes in: the folder of a clone of sb-b/NakbaTR. Goes out: sentences in the form of our own labelled ones. Its tokens
are laid back onto its sentences; a case ending that stands inside a labelled token is taken off behind the
apostrophe.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from labelled import Labelled

_KINDS = {"PER": "person", "LOC": "place", "ORG": "organisation"}
FILES = ("AA_section-Nakba_narratives.txt", "TRTHaber_section-Nakba_narratives.txt")


def _spans(text: str, tokens: list[tuple[str, str]]) -> list[tuple[int, int, str]] | None:
    names: list[tuple[int, int, str]] = []
    at = 0
    for token, tag in tokens:
        start = text.find(token, at)
        if start < 0:
            return None
        at = start + len(token)
        cut = next((i for i, char in enumerate(token) if char in "'’" and i), len(token))
        kind = _KINDS.get(tag[2:])
        if kind is None:
            continue
        if tag[0] == "I" and names and names[-1][2] == kind:
            names[-1] = (names[-1][0], start + cut, kind)
        else:
            names.append((start, start + cut, kind))
    return names


def read(path: Path) -> Iterator[Labelled]:
    """The sentences of one file whose tokens stand in their text."""
    text, tokens = "", list[tuple[str, str]]()
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("#text = "):
            text = line[8:]
        elif line.startswith("#"):
            continue
        elif line.strip():
            token, _, tag = line.rpartition(" ")
            tokens.append((token, tag))
        elif tokens:
            spans = _spans(text, tokens)
            if spans is not None:
                yield Labelled(text, tuple(spans), "tr", "news")
            text, tokens = "", []
