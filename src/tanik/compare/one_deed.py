"""Verbs by which a title and its text tell one deed: "bulundu" and "rastlanmadı", "ulaşmadı" and "giren para".

Comes in: two stems, or a title and a sentence under it. Goes out: whether they tell one deed. The verbs are listed in
``data/one_deed.csv``. A participle in -An tells its deed as a known one (Göksel & Kerslake 2005, 25.1.1.1, relative
clauses), unless the sentence denies that there is such a thing.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from tanik.compare.dating import Dated
from tanik.compare.retold import is_another
from tanik.compare.strung import is_one_noun
from tanik.compare.wordings import plain
from tanik.core.span import Span
from tanik.core.tables import read_rows

__all__ = ["is_in_passing", "is_one_deed"]

# "… Para Ankara'ya Hiç Ulaşmadı": what it is, where to, and the verb.
_WHERE_TO: Final = re.compile(
    r"(?P<thing>[^\W\d]{3,}) (?P<place>[^\W\d]{3,})['’]y?[ae] (?:(?:hic(?:bir zaman)?|asla) )?[^\W\d]+$"
)
_LED_IN: Final = r"(?:^|[,;:] |^(?:yani|demek ki|oysa|iste|kisacasi|ozetle|halbuki) )"
_PASSING: Final = re.compile(
    rf"{_LED_IN}(?P<place>[^\W\d]{{3,}})['’]y?[ae] (?P<verb>[^\W\d]{{2,}}?)y?[ae]n (?P<thing>[^\W\d]{{3,}})"
)
# A sentence that denies, supposes or asks, or says whose or which of them it was.
_NOT_IT: Final = re.compile(
    r"\b(?:yok|degil|deyil|hangi|varsa|kim|ne kadar|hicbir|tek|yalniz|sadece|ancak|diger|oteki|obur)"
    r"|m[ae](?:d[iu]|m[iu]s|z\b|yan|yor)|s[ae]yd[iu]|[dt][ae]n(?:d[iu]r?)?\b(?<!giren)(?<!gelen)(?<!varan)"
)


@cache
def _deeds() -> dict[str, frozenset[str]]:
    """The deeds that each listed stem may tell."""
    found: dict[str, set[str]] = {}
    for row in read_rows("tanik.compare", "one_deed.csv"):
        for stem in row["stems"].split("|"):
            found.setdefault(stem, set()).add(row["deed"])
    return {stem: frozenset(deeds) for stem, deeds in found.items()}


def is_one_deed(one: str, other: str) -> bool:
    """Whether two folded stems are listed for one deed.

    >>> is_one_deed("rastlan", "bulun"), is_one_deed("gel", "gonder")
    (True, False)
    """
    return bool(_deeds().get(one, frozenset()) & _deeds().get(other, frozenset()))


def is_in_passing(dated: Dated, title: Span, sentence: Span, predicate: str) -> bool:
    """Whether a sentence takes for done what a title denies: "Kars'a giren tuz" under "Tuz Kars'a ulaşmadı".

    Only the bare noun behind the participle counts, where nothing says which of them it is and no other name stands.
    """
    said = plain(sentence.of(dated.page.text))
    found = _PASSING.search(said)
    if found is None or not is_one_deed(found["verb"], predicate):
        return False
    denied = _WHERE_TO.search(plain(title.of(dated.page.text)).strip(' ."!'))
    if denied is None or _NOT_IT.search(said) or is_another(said):
        return False
    known = plain(title.of(dated.page.text))
    named = (one for one in dated.page.facts.names if sentence.contains(one.span))
    return (
        is_one_noun(denied["thing"], found["thing"])
        and denied["place"] == found["place"]
        and all(plain(one.span.of(dated.page.text)).split()[-1] in known for one in named)
    )
