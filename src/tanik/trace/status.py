"""The status that differences amount to.

Comes in: differences. Goes out: one of the contract's statuses. A change of number, name or polarity makes a passage
altered whatever else was done to it; a text put into modern words is modernised even where a gloss or a free rendering
stands beside, unless it is the witness that has the modern words; words dropped make it abridged unless others were put
in their place.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tanik.trace.model import Difference, DifferenceKind, Status

__all__ = ["status_of", "status_of_rendering"]

_TURNED: Final = frozenset({DifferenceKind.NUMBER, DifferenceKind.NAME, DifferenceKind.POLARITY})
_CHANGED: Final = frozenset({DifferenceKind.WORDING, DifferenceKind.GLOSS, DifferenceKind.ADDITION})
_PUNCTUATION: Final = frozenset({"footnote_mark", "joined", "page_number"})
# The page has the old word and the witness the modern one: the witness is the rendering, the page a variant of it.
_OLDER: Final = "glossary_older"
# A modern word for an old one, this often against other wording, makes the whole a modernisation; so do several of them
# against twice as much, for a rendering has words that no glossary knows.
_MODERN_SHARE: Final = 1.0
_SEVERAL: Final = 3


def status_of(differences: Iterable[Difference]) -> Status:
    """The status of a stretch that differs so from its witness; `verbatim` where nothing differs.

    >>> status_of(())
    <Status.VERBATIM: 'verbatim'>
    """
    real = [d for d in differences if d.rule not in _PUNCTUATION]
    if not real:
        return Status.VERBATIM
    kinds = [d.kind for d in real]
    if any(kind in _TURNED for kind in kinds):
        return Status.ALTERED
    modern = sum(d.kind is DifferenceKind.MODERNISED and d.rule != _OLDER for d in real)
    wordings = sum(d.kind is DifferenceKind.WORDING and d.changes_meaning for d in real)
    if modern and (modern >= wordings * _MODERN_SHARE or (modern >= _SEVERAL and 2 * modern >= wordings)):
        return Status.MODERNISED
    if any(d.kind in _CHANGED and d.changes_meaning for d in real):
        return Status.ALTERED
    if DifferenceKind.OMISSION in kinds:
        return Status.ABRIDGED
    return Status.VARIANT


def status_of_rendering(differences: Iterable[Difference]) -> Status:
    """The status of a passage that was led back to a witness in other words: wording is expected to differ.

    Capitals alone do not tell there that a name was changed, so they are listed but do not make it altered.

    >>> status_of_rendering(())
    <Status.MODERNISED: 'modernised'>
    """
    told = list(differences)
    if any(d.kind in _TURNED and d.rule != "capitals" for d in told):
        return Status.ALTERED
    modern = [d.rule == _OLDER for d in told if d.kind is DifferenceKind.MODERNISED]
    return Status.VARIANT if 2 * sum(modern) > len(modern) else Status.MODERNISED
