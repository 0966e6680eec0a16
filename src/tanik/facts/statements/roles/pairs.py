"""The two parties of a deal where words other than cases tell them.

Comes in: a sentence, or who is on one side. Goes out: who is on the other. "Ankara ile Moskova arasındaki antlaşma"
names both (Göksel & Kerslake 2005, 17.3); where a foreign state gives, asks or promises and no one else is spoken of,
a page in Turkish is about what it had to do with its own country, under the name that it has on that page.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import Final

from tanik.facts.model import Facts, Name, NameKind, Role
from tanik.facts.statements.lexis.lexicon import fold_word, has_word
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.roles.mentioned import times_named
from tanik.facts.statements.roles.states import is_foreign, is_home

__all__ = ["across", "between"]

_VENUE: Final = re.compile(r"['’‘ʼ`´?]?n?[dt][ae](?:ki)?\b")
_CASE: Final = 6  # characters of an ending
_AND: Final = frozenset(("ile", "ve", "ila", "və"))
_BETWEEN: Final = ("arasinda", "arasin")
_BOTH: Final = re.compile(r"(?:hukumet|devlet|temsilci|heyet|delege|delegasyon|kral|cumhuriyet|ordu)l[ae]r[iu]")
_STATE: Final = "Türkiye"  # where a page names the state itself, its capital and its bodies only act for it
_NEAR: Final = 150  # characters: who was just spoken of
_TITLED: Final = 6  # words of a name and its title
_FARTHEST: Final = 1200  # characters back to the country that a page is told of


def between(words: Sequence[Word], facts: Facts) -> tuple[Role, Role] | None:
    """The two that "A ile B arasında" names, if a sentence has such words.

    >>> between((), Facts()) is None
    True
    """
    for behind, word in enumerate(words):
        if not word.folded.startswith(_BETWEEN) or behind < 3:
            continue
        # "Bulgaristan ve Macaristan hükümetleri arasında": a noun for both may stand behind the names
        # and behind the second what it is: "Osmanlı devleti arasında"
        last = words[behind - 1]
        index = behind - (last.name is None and bool(_BOTH.fullmatch(last.folded) or has_word("groups", last.folded)))
        second = words[index - 1].name
        if second is None:
            continue
        # a title may stand before the second name: "elçi ile Hariciye Nazırı Ali Bey arasında"
        low = max(0, index - 1 - _TITLED)
        joint = next((i for i in range(index - 2, low, -1) if words[i].folded in _AND or words[i].is_mark), 0)
        # "Osmanlı dövləti ilə": what a state is may stand behind its name
        titled = joint > 1 and words[joint - 1].name is None and has_word("groups", words[joint - 1].folded)
        first = words[joint - 1 - titled].name if joint and words[joint].folded in _AND else None
        if first is not None and first != second:
            return _role(facts.names[first]), _role(facts.names[second])
    return None


def across(subject: Role, at: int, facts: Facts, text: str) -> Role | None:
    """The other country of a deal with the one that `subject` is or stands for, as named before offset `at`.

    Of several those just spoken of; of these the state itself, else the one that the page names most often. A name
    that stands in the locative in the page's `text` is passed over: where a treaty was signed is no party to it.
    """
    wanted = is_foreign if is_home(subject) else is_home if is_foreign(subject) else None
    if wanted is None:
        return None
    index = bisect_left(facts.names, at, key=lambda name: name.span.start)
    # what is named before is known already; what is named behind only where nothing else is
    before, behind = reversed(facts.names[:index]), iter(facts.names[index:])
    found = _parties(before, at, subject, wanted) or _parties(behind, at, subject, wanted)
    found = [name for name in found if not _VENUE.match(fold_word(text[name.span.end : name.span.end + _CASE]))]
    spoken_of = [name for name in found if abs(at - name.span.end) <= _NEAR] or found
    if not spoken_of:
        return None
    often = times_named(facts.names)
    return _role(max(spoken_of, key=lambda name: (name.name == _STATE, often[name.name])))


def _parties(names: Iterator[Name], at: int, subject: Role, wanted: Callable[[Role], bool]) -> list[Name]:
    """The states and bodies of the wanted side among names, the nearest to offset `at` first."""
    near = takewhile(lambda name: abs(at - name.span.end) <= _FARTHEST, names)
    kinds = (NameKind.PLACE, NameKind.ORGANISATION)
    return [name for name in near if name.kind in kinds and name.name != subject.name and wanted(_role(name))]


def _role(name: Name) -> Role:
    return Role(name.span, name.text, name.name)
