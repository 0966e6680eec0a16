"""A person's name with his father's in it, as Azerbaijani has it: "Səməd Kərim oğlu Vəliyev" is one man.

Comes in: the mentions of names on a page, in order. Goes out: the same, where a person's given name and his father's
stand before "oğlu" or "qızı" made one with it and with the surname behind it (Azərbaycan Respublikası, Ad, ata adı və
soyad haqqında, 1993; the formula of Soviet papers). Of "Kamran bəy oğlu Rzanı göndərdi" nothing is joined: one name
alone before the word is the father himself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import NameKind
from tanik.facts.names.bearers import Mention
from tanik.facts.names.tables import gazetteer, key_of

__all__ = ["with_fathers"]

_CHILD: Final = re.compile(r"\s(?:oğlu|qızı|оғлу|гызы)\b")
_SURNAME: Final = re.compile(r"\s([A-ZÇĞİÖŞÜƏ][^\W\d_]+|[А-ЯЈӘҒҜӨҮҺҸ][^\W\d_]+)")
_FAMILY: Final = re.compile(r"(?:ova?|eva?|skiy?|skaya|zade|l[iu]|yan)$")
_TITLES: Final = frozenset(("bey", "xan", "han", "aga", "pasa", "efendi", "xanim", "mirze", "haci", "seyid", "bej"))
_FEWEST: Final = 2  # his own name and his father's


def with_fathers(mentions: Iterable[Mention], text: str) -> Iterator[Mention]:
    """The mentions in order of start, each full name with a father's name in it as one."""
    held = sorted(mentions, key=lambda one: one.span)
    end = -1
    for at, one in enumerate(held):
        if one.span.start < end:
            continue
        whole = _whole(one, islice(held, at + 1, None), text) if one.kind is NameKind.PERSON else one
        end = whole.span.end
        yield whole


def _whole(one: Mention, later: Iterable[Mention], text: str) -> Mention:
    child = _CHILD.match(text, one.span.end)
    own = [word for word in one.span.of(text).split() if fold(word) not in _TITLES]
    if child is None or len(own) < _FEWEST:
        return one
    end = child.end()
    surname = _SURNAME.match(text, end)
    if surname is not None:
        behind = next((two for two in later if two.span.start == surname.start(1)), None)
        if behind is not None and behind.kind is NameKind.PERSON:
            end = behind.span.end
        elif _FAMILY.search(fold(surname[1])):
            end = surname.end()
    span = Span(one.span.start, end)
    return replace(one, span=span, text=span.of(text), name=_bearer(one.span.of(text), text[child.end() : end]))


def _bearer(own: str, surname: str) -> str | None:
    """Whom the tables know by the name without the father's: ``Fətəli xan (İsgəndər oğlu) Xoyski``."""
    words = own.split()
    father = max((at for at, word in enumerate(words) if fold(word) not in _TITLES), default=0)
    entry = gazetteer().get(key_of(" ".join([*words[:father], surname])))
    return entry.name if entry is not None and entry.kind is NameKind.PERSON else None
