"""Most of them: "askerlerin çoğu | cepheye ulaştı" is no "most fronts".

Comes in: a clause and two of its words. Goes out: yes or no. "Çoğu" goes before a noun ("çoğu köy yandı") unless a
genitive or an ablative says of whom it is the most: then it is a pronoun and ends its phrase (Göksel and Kerslake 2005,
15.5, 18.4), as "yarısından azı" and "yarısından fazlası" do.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.suffixes import Case
from tanik.facts.statements.syntax.clauselet import Clauselet

__all__ = ["is_most_of"]

_MOST: Final = frozenset(("cogu", "azi", "fazlasi", "cogunlugu"))
_REST: Final = re.compile(r"(?:gerisi|kalani|tamami|hepsi|yarisi)n[iu]")
_OF: Final = (Case.GENITIVE, Case.ABLATIVE)


def is_most_of(clause: Clauselet, first: int, index: int) -> bool:
    """Whether the phrase that begins with word `first` ends before word `index` with a share of those before it, or
    a rest begins there, of which the whole was told before: "vali | gerisini yolladı".

    >>> from tanik.facts.read import read as read_facts
    >>> from tanik.page.read import read
    >>> page = read("Askerlerin çoğu 1921'de cepheye ulaştı.".encode())
    >>> [sorted(role.text for _, role in told.roles) for told in read_facts(page, fast=True).statements]
    [['Askerlerin çoğu', 'cephe']]
    """
    rest = _REST.fullmatch(clause.words[index].folded) is not None and clause.words[index - 1].folded != "geri"
    some = first == index - 1 and first > 0 and clause.words[first].folded in _MOST
    return rest or (some and clause.case(first - 1) in _OF)
