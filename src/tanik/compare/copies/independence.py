"""How many pages really testify.

Comes in: pages that tell one thing, the groups of copies, and where on each page it is told. Goes out: how many groups
of pages do not lean on one another. Three things make one witness of two pages: they have words of their own in common
(not only a quotation), so that one was written from the other; what they tell stands inside the shared words, so that
one text speaks in both; one names the other as its source. A list is a text as well: whoever has the same things and
figures in the same order, where no days give that order, took them from the other or from the same paper. When in doubt
two pages are counted as one, for a number of witnesses is believed more easily than it is checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import combinations, groupby, pairwise

from tanik.compare.copies.members import names_as_source
from tanik.compare.model import CopyGroup, Examined, Place
from tanik.core.span import Span
from tanik.facts.model import Amount, Statement

__all__ = ["independent_groups"]

_OWN_WORDS = 25  # words outside quotations: enough to say that one page leans on another
_ITEMS = frozenset(("statement-listed", "statement-table"))
_FEWEST = 3  # items that two lists must have in common
_Item = tuple[Place, str]


def independent_groups(
    identifiers: Sequence[str],
    copies: Sequence[CopyGroup],
    pages: Sequence[Examined],
    told: Iterable[Place] = (),
) -> int:
    """How many groups of the pages `identifiers` do not lean on one another.

    `told` are the places at which these pages tell what they are counted for.
    """
    by_id = {page.id: page for page in pages}
    group = {identifier: identifier for identifier in identifiers}
    told = tuple(told)
    for copy in copies:
        held = [place for place in copy.passages if place.page in group]
        own = [place.page for place in held if _own_words(place, by_id[place.page]) >= _OWN_WORDS]
        inside = [place.page for place in held if any(_within(one, place) for one in told)]
        for chain in (own, inside):
            for one, other in pairwise(dict.fromkeys(chain)):
                group[_root(group, other)] = _root(group, one)
    lists = {one: _undated_items(by_id[one]) for one in identifiers if one in by_id and len(identifiers) > 1}
    for one, other in combinations((one for one, items in lists.items() if items), 2):
        if _is_one_list(lists[one], lists[other], told):
            group[_root(group, other)] = _root(group, one)
    for one in identifiers:
        for other in identifiers:
            if one != other and one in by_id and other in by_id and names_as_source(by_id[other], by_id[one]):
                group[_root(group, other)] = _root(group, one)
    return len({_root(group, identifier) for identifier in identifiers})


def _root(group: dict[str, str], identifier: str) -> str:
    while group[identifier] != identifier:
        identifier = group[identifier]
    return identifier


def _undated_items(page: Examined) -> list[_Item]:
    """What the lists and tables of a page give, in their order, where its items have no days of their own."""
    items = [one for one in page.facts.statements if one.rule in _ITEMS and one.amounts]
    runs = [list(found) for _, found in groupby(items, key=lambda one: one.when)]
    return [
        (Place(page.id, one.span), " ".join(f"{amount.value:g} {amount.unit}" for amount in _amounts(page, one)))
        for run in runs
        if len(run) >= _FEWEST
        for one in run
    ]


def _amounts(page: Examined, statement: Statement) -> list[Amount]:
    return [page.facts.amounts[at] for at in statement.amounts]


def _is_one_list(one: Sequence[_Item], other: Sequence[_Item], told: Sequence[Place]) -> bool:
    """Whether two lists go on alike, an item or so aside, and what is counted stands in both."""
    if not all(any(place in told for place, _ in items) for items in (one, other)):
        return False
    alike = SequenceMatcher(None, [said for _, said in one], [said for _, said in other], autojunk=False)
    common = sum(block.size for block in alike.get_matching_blocks())
    return common >= _FEWEST and 2 * common > min(len(one), len(other))


def _within(told: Place, passage: Place) -> bool:
    """Whether more than half of what is told stands in the passage."""
    if told.page != passage.page or not told.span.overlaps(passage.span):
        return False
    common = min(told.span.end, passage.span.end) - max(told.span.start, passage.span.start)
    return 2 * common > len(told.span)


def _own_words(place: Place, page: Examined) -> int:
    """How many words of a passage stand outside quotations."""
    quoted = [quotation.span for quotation in page.facts.quotations if quotation.span.overlaps(place.span)]
    own, at = 0, place.span.start
    for span in sorted(quoted):
        own += len(page.text[at : max(at, min(span.start, place.span.end))].split())
        at = max(at, span.end)
    return own + (len(Span(at, place.span.end).of(page.text).split()) if at < place.span.end else 0)
