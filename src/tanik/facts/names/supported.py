"""Whether a page bears out that a common name means the bearer whom the tables know by it.

Comes in: the mentions of a page. Goes out: the same, those without support standing for nobody in particular. Of a
given name with an everyday style (*Osman Ağa*, *Rauf Bey*, *Rifat Efendi*) there were thousands; a table that lists it
as one man's byname is right only where the page speaks of that man: it gives a fuller form of his name, or has his
office or what tells him from others (*Giresunlu*, *Müftü*) near by. Beside a *Bey* two other people of the tables,
surely named, are support too: men of politics and the army were called so among themselves. *Paşa* was a rank
that few held, so it needs none. An orphan is better than a confident wrong bearer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from tanik.core.fold import fold, fold_whole
from tanik.core.span import Span
from tanik.facts.model import NameKind
from tanik.facts.names.bearers import HONORIFICS, Mention
from tanik.facts.names.tables import given_names, key_of
from tanik.facts.tables import rows
from tanik.page.model import Page

__all__ = ["is_common", "supported"]

_EVERYDAY: Final = frozenset(("bey", "efendi", "aga", "hanim", "hoca", "bej", "cavus", "usta"))
_COMPANY: Final = frozenset(("bey", "bej"))
_NEAR: Final = 160  # characters
_ENOUGH: Final = 2
_SHORTEST: Final = 4
_WORD: Final = re.compile(r"[^\W\d_]+")


def is_common(form: str) -> bool:
    """Whether a form is one given name with an everyday style, which many people bear.

    >>> is_common("Osman Ağa"), is_common("Enver Paşa"), is_common("Topal Osman Ağa")
    (True, False, False)
    """
    words = key_of(form)
    own = [word for word in words if word not in _EVERYDAY]
    return len(own) == 1 and len(words) > 1 and own[0] in given_names()


@cache
def _bearers() -> dict[str, tuple[tuple[str, ...], str]]:
    """The forms and the offices of each person of the table."""
    return {row["name"]: ((row["name"], *row["aliases"].split(";")), row["offices"]) for row in rows("people.csv")}


@cache
def _signs(name: str) -> frozenset[str]:
    """The folded words that tell a person from others of the same given name: bynames, surnames, offices."""
    forms, offices = _bearers().get(name, ((), ""))
    told = [*(word for form in forms for word in key_of(form)), *_WORD.findall(fold(offices))]
    return frozenset(
        word for word in told if len(word) >= _SHORTEST and word not in HONORIFICS and word not in given_names()
    )


def supported(page: Page, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those of a common name that the page does not bear out without the bearer's name."""
    folded = fold_whole(page.text)
    sure = {one.name for one in mentions if one.kind is NameKind.PERSON and one.name and not is_common(one.text)}
    return [
        replace(one, name=None) if _is_open(one) and not _is_borne_out(one, folded, sure) else one for one in mentions
    ]


def _is_open(one: Mention) -> bool:
    """Whether a mention needs support: not where no fuller name is known, or the given name says enough."""
    if one.kind is not NameKind.PERSON or one.name is None or not is_common(one.text) or is_common(one.name):
        return False
    alone = next(word for word in key_of(one.text) if word not in _EVERYDAY)
    return all(key_of(form) != (alone,) for form in _bearers().get(one.name, ((), ""))[0])


def _is_borne_out(one: Mention, folded: str, sure: set[str]) -> bool:
    if one.name in sure:
        return True
    style = key_of(one.text)[-1]
    if style in _COMPANY and len(sure) >= _ENOUGH:
        return True
    signs = _signs(one.name or "")
    return any(word.startswith(sign) for word in _around(one.span, folded) for sign in signs)


def _around(span: Span, folded: str) -> Iterator[str]:
    """The folded words before and behind a mention."""
    yield from _WORD.findall(folded[max(0, span.start - _NEAR) : span.start])
    yield from _WORD.findall(folded[span.end : span.end + _NEAR])
