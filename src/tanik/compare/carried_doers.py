"""Whether a clause that names nobody goes on telling of the one person that its paragraph has named.

Comes in: one page, a statement and the doer that was carried to it. Goes out: yes or no. A subject is dropped as long
as it stays the same (Göksel & Kerslake 2005, 18.1.5): "Ali Bey köyüne döndü. 1926'da gazetede yazdı" tells of Ali Bey.
A carried subject may be this program's mistake, so that it counts only where the sentence before has him as its doer
and nobody else was named, no kin of his came between, and nothing of a death was told. What he did something to may
be the next subject ("hanı tamamladı. 1930'da belediyeye geçti"), so that a clause without an object is then not his.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.compare.ages import kin
from tanik.compare.dating import Dated
from tanik.compare.wordings import says
from tanik.core.span import Span
from tanik.facts.model import NameKind, Role, Statement

__all__ = ["is_carried"]

_SOMEBODY: Final = (NameKind.PERSON, NameKind.ORGANISATION)
_FAR: Final = 300  # letters


def is_carried(dated: Dated, statement: Statement, doer: Role) -> bool:
    """Whether `doer`, who stands in an earlier sentence of the paragraph, is past doubt who does what is told.

    >>> from tanik.compare.model import Examined
    >>> from tanik.facts.read import read as read_facts
    >>> from tanik.page.read import read as read_page
    >>> text = "Ziya Gökalp Diyarbakır'a yerleşti. 1926'da gazetede bir yazı yayımladı."
    >>> page = read_page(text.encode(), path="sayfa.txt")
    >>> facts = read_facts(page, fast=True)
    >>> last = facts.statements[-1]
    >>> is_carried(Dated(Examined(page, facts)), last, last.firsts["subject"])
    True
    """
    if doer.name is None or not doer.span.end <= statement.span.start <= doer.span.end + _FAR:
        return False
    begin = dated.page.text.rfind("\n", 0, statement.span.start) + 1
    around = dated.sentence(statement.span)
    if around is None or around.contains(doer.span) or doer.span.start < begin:
        return False
    if not _did_before(dated, statement, doer, Span(begin, statement.span.start)):
        return False
    whole = Span(begin, statement.span.end)
    others = (one for one in dated.names_in(whole) if one.kind in _SOMEBODY and one.name != doer.name)
    between = dated.folded[doer.span.end : statement.span.end]
    return not (any(others) or says(between, "dead") or kin() & set(re.findall(r"\w+", between)))


def _did_before(dated: Dated, statement: Statement, doer: Role, before: Span) -> bool:
    """Whether the last thing told before has him, by his name, as its doer, and no thing that could be who goes on."""
    told = [one for one in dated.page.facts.statements if before.contains(one.span)]
    if told and told[-1].first("object") is not None and statement.first("object") is None:
        return False
    return bool(told) and any(role.name == doer.name for role in told[-1].fillers("subject"))
