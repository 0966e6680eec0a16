"""Who a page says its labels stand for: "Reis: İhsan Bey" at the head of minutes, "Görüşülen: Nazmiye Kurt (G)".

Comes in: the page's text. Goes out: `Labels`: the person behind an office ("Reis sordu"), and who speaks in a
paragraph that begins with a label ("G: Annem derdi ki …"), whose kin are then his and not the page's author's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tanik.core.fold import fold

__all__ = ["Labels", "read_labels"]

_HEAD: Final = 1500  # letters in which a page says who is who
_LONGEST_ENTRY: Final = 90
_ENTRY: Final = re.compile(
    r"[ \t]*([^\W\d_][^\W\d_]*(?: [^\W\d_]+)?)[ \t]*:[ \t]*((?:[^\W\d_][^\W\d_'’-]*\.?[ ]?){1,6}?)[ ]*"
    r"(?:\(([^\W\d_]{1,3})\))?[ \t]*"
)
_TURN: Final = re.compile(
    r"[ \t]*((?:[^\W\d_]\.? ?){1,3}|[^\W\d_]+(?: [^\W\d_]+){1,2})[ \t]*[:.][ \t]*(?:[-–—] ?)?(?=\S)"
)
_SMALL: Final = ("oğlu", "kızı", "bey", "bəy", "hanım", "efendi")


@dataclass(frozen=True, slots=True)
class Labels:
    """`offices` by folded word, `turns` by the label as it stands before what is said."""

    offices: Mapping[str, str]
    turns: Mapping[str, str]

    def speaker_at(self, text: str, offset: int) -> str | None:
        """Whose turn the paragraph at `offset` is.

        >>> labels = read_labels("Görüşülen: Nazmiye Kurt (G)")
        >>> labels.speaker_at("G: Annem derdi ki gelin.", 3)
        'Nazmiye Kurt'
        """
        if not self.turns:
            return None
        found = _TURN.match(text, text.rfind("\n", 0, offset) + 1)
        return self.turns.get(fold(found.group(1).replace(".", "").strip())) if found is not None else None


def _is_name(words: str) -> bool:
    return all(word[0].isupper() or word in _SMALL for word in words.split()) and words[-1] != "."


def read_labels(text: str) -> Labels:
    r"""What the head of a page says of its labels.

    >>> read_labels("Reis: İhsan Bey").offices["reis"]
    'İhsan Bey'
    """
    offices: dict[str, str] = {}
    turns: dict[str, str] = {}
    lines = (line for line in text[:_HEAD].split("\n") if ":" in line and len(line) <= _LONGEST_ENTRY)
    for match in filter(None, map(_ENTRY.fullmatch, lines)):
        label, name, initials = match.group(1), match.group(2).strip(), match.group(3)
        if not name or not _is_name(name):
            continue
        offices.setdefault(fold(label), name)
        if len(name.split()) > 1:
            turns.setdefault(fold(initials or label), name)
    return Labels(offices, turns)
