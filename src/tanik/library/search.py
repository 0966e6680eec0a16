"""Finding documents by their words.

Comes in: what a person typed. Goes out: an FTS5 query over folded words, and the stretch of a text that shows why it
was found. Turkish adds its suffixes at the end, so a word of four letters or more also finds the words that begin with
it; words in quotation marks are found only as they stand, one after the other.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.fold import fold
from tanik.errors import UsageError
from tanik.library.model import Entry, Found

__all__ = ["show_found", "to_query"]

_PART: Final = re.compile(r'"([^"]*)"|([^\s"]+)')
_WORD: Final = re.compile(r"[^\W_]+")
_STEM: Final = 4
_AROUND: Final = 60


def to_query(words: str) -> str:
    """The FTS5 query for `words`; raises `UsageError` where there is no word in them.

    >>> to_query('Kâzım "Büyük Millet" su')
    '"kazim"* "buyuk millet" "su"'
    """
    parts = []
    for phrase, word in _PART.findall(fold(words)):
        if phrase:
            parts.append(f'"{" ".join(_WORD.findall(phrase))}"')
        parts += [f'"{piece}"' + "*" * (len(piece) >= _STEM) for piece in _WORD.findall(word)]
    parts = [part for part in parts if part != '""']
    if not parts:
        raise UsageError(f"there is no word in {words!r} to search for")
    return " ".join(parts)


def _place(folded: str, words: str) -> tuple[int, int]:
    """Where the word stands that says most about why a text was found: the longest, and whole before longer ones."""
    wanted = sorted(_WORD.findall(fold(words)), key=len, reverse=True)
    for tail in (r"(?![^\W_])", r"[^\W_]*"):
        for word in wanted:
            found = re.search(rf"(?<![^\W_]){re.escape(word)}{tail}", folded)
            if found:
                return found.span()
    return 0, 0


def show_found(entry: Entry, text: str, words: str) -> Found:
    """The stretch of `text` around the longest of `words` that is in it, cut between words.

    A word as it was typed goes before one that only begins with it.
    """
    start, end = _place(fold(text), words)
    left = max(0, start - _AROUND)
    right = min(len(text), end + _AROUND)
    while left and not text[left - 1].isspace() and left < start:
        left += 1
    while right < len(text) and not text[right].isspace() and right > end:
        right -= 1
    around = " ".join(text[left:right].split())
    return Found(entry, start, end, f"{'… ' if left else ''}{around}{' …' if right < len(text) else ''}")
