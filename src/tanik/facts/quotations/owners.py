"""Whose grandmother: kin that a writer calls his own ("ninem"), named for a reader who does not know the writer.

Comes in: a page and the place of such a word. Goes out: ``temelreis61'in ninesi`` where the page says who writes
there, the word as it stands where it does not. A dossier shows a speaker without the page around it, and "Ninem" on two
pages are two women.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from tanik.core.fold import fold
from tanik.core.harmony import fitting, last_word_of
from tanik.facts.quotations.turns import Labels
from tanik.facts.tables import rows
from tanik.page.model import Page

__all__ = ["genitive", "kin_forms", "owned"]

_FIGURES: Final = re.compile(r"[0-9]{1,15}$")  # a nick may end in any number of them


@cache
def kin_forms() -> dict[str, dict[str, str]]:
    """Folded words for kin of the writer's own: the third person's form by language ("dedem", "dədəm" fold alike)."""
    forms: dict[str, dict[str, str]] = {}
    for row in rows("kin.csv"):
        forms.setdefault(fold(row["form"]), {})[row["language"]] = row["third"]
    return forms


def genitive(name: str) -> str:
    """`name` with the ending of the genitive behind an apostrophe.

    >>> genitive("temelreis61"), genitive("Selma Arıcan"), genitive("Ayşe"), genitive("foto2000")
    ("temelreis61'in", "Selma Arıcan'ın", "Ayşe'nin", "foto2000'in")
    """
    digits = _FIGURES.search(name)
    return f"{name}'{fitting(last_word_of(int(digits.group())) if digits is not None else name, '(n)In')}"


def _writer(page: Page, offset: int) -> str | None:
    """Who writes at `offset`: the author of the comment, post or article that holds it."""
    inside = sorted((s for s in page.segments if s.span.start <= offset < s.span.end), key=lambda s: len(s.span))
    named = next((segment.author for segment in inside if segment.author), None)
    return named or (page.authors[0] if page.authors else None)


def owned(page: Page, words: str, offset: int, labels: Labels | None = None) -> str:
    """The kin that `words` name, with their owner where the page gives him; else `words` themselves. In an interview
    the owner is whose turn it is.

    >>> from tanik.page.model import Source
    >>> page = Page("p1", Source("0", "text/plain"), "Ninem derdi", (), authors=("temelreis61",))
    >>> owned(page, "Ninem", 0)
    "temelreis61'in ninesi"
    """
    thirds = kin_forms().get(fold(words))
    turn = labels.speaker_at(page.text, offset) if labels is not None else None
    writer = (turn or _writer(page, offset)) if thirds is not None else None
    if thirds is None or writer is None:
        return words
    language = page.language if page.language in thirds else next(iter(thirds))
    form = thirds[language]
    return f"{writer}'s {form}" if language == "en" else f"{genitive(writer)} {form}"
