"""Passages that pages share.

Comes in: pages. Goes out: groups of passages that read (almost) alike. Every run of five folded words of a page is a
fingerprint; runs that stand on two pages in the same order, with few words between them, make a passage; passages that
overlap on one page belong to one group. Fingerprints that stand on one page many times are formulas and are left out.

A fingerprint that many pages have is compared between neighbours in the order of ids only: if a and b share a text, and
b and c, all three are one group. So the work grows with the words of the pages and not with the pairs of copies.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

import numpy as np

from tanik.compare.model import Examined, Place
from tanik.core.span import Span
from tanik.core.token import Tokens, tokenize

__all__ = ["shared_passages"]

_GRAM = 5
_COMMONEST = 4  # a fingerprint that stands more often on one page is a formula of that page
_NEIGHBOURS = 3  # a copy that lacks a stretch must not part those before it from those after it
_WIDEST_GAP = 12
_DRIFT = 6
_ALIKE = 0.3  # share of the words between two passages that shows them to be parts of one text
_SHORTEST = 12  # words: shorter passages are commonplaces as often as copies
_FEWEST_OWN = 6  # words beside names and figures: two who list the same gifts of the same days share the rest

Words = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Shared:
    """A passage of two pages: word numbers, ends left out."""

    left: int
    right: int
    left_words: Words
    right_words: Words
    words: int


def shared_passages(pages: Sequence[Examined]) -> tuple[tuple[Place, ...], ...]:
    """Groups of passages that go back to one text, in order of their first place."""
    ordered = sorted(pages, key=lambda page: page.id)
    tokens = [_body_tokens(page) for page in ordered]
    root: dict[Place, Place] = {}
    by_page: dict[str, list[Place]] = defaultdict(list)
    for one in _pairs(ordered, tokens):
        if not _is_worded(ordered[one.left].text, tokens[one.left], one.left_words):
            continue
        places = (
            Place(ordered[one.left].id, _span(tokens[one.left], one.left_words)),
            Place(ordered[one.right].id, _span(tokens[one.right], one.right_words)),
        )
        for place in places:
            if place not in root:
                root[place] = place
                for other in by_page[place.page]:
                    if _same(place, other):
                        root[_root(root, other)] = _root(root, place)
                by_page[place.page].append(place)
        root[_root(root, places[0])] = _root(root, places[1])
    groups: dict[Place, list[Place]] = defaultdict(list)
    for place in root:
        groups[_root(root, place)].append(place)
    words = {page.id: held for page, held in zip(ordered, tokens, strict=True)}
    return tuple(sorted(tuple(group) for group in _rejoined([_merged(one) for one in groups.values()], words)))


def _is_worded(text: str, tokens: Tokens, words: Words) -> bool:
    """Whether a passage has words of its own, and not only the days, names and figures of what it tells."""
    firsts = [text[at] for at in tokens.starts[words[0] : words[1]].tolist()]
    letters = [first for first in firsts if first.isalpha()]
    own = [first for first in letters if first.islower()]
    return len(own) >= _FEWEST_OWN or (not own and len(letters) >= _SHORTEST)


def _rejoined(groups: Sequence[list[Place]], words: Mapping[str, Tokens]) -> list[list[Place]]:
    """The groups with parts of one text made one group: the same pages have them, in the same order, close together.

    Close is what `members_of` takes for one copy: no further apart, on any of the pages, than the longer part is long.
    What stands between them must be the same text too, only changed so much that no five words in a row are left.
    """
    alike: dict[tuple[str, ...], list[list[Place]]] = defaultdict(list)
    for group in groups:
        alike[tuple(sorted({place.page for place in group}))].append(group)
    made: list[list[Place]] = []
    for parts in alike.values():
        parts.sort()
        joined = [parts[0]]
        for part in parts[1:]:
            if _goes_on(joined[-1], part, words):
                joined[-1] = sorted([*joined[-1], *part])
            else:
                joined.append(part)
        made += joined
    return made


def _goes_on(one: Sequence[Place], other: Sequence[Place], words: Mapping[str, Tokens]) -> bool:
    """Whether `other` follows `one` closely on every page, with much the same words between them."""
    before, after = _hulls(one), _hulls(other)
    longest = max(len(span) for span in (*before.values(), *after.values()))
    if not all(0 <= after[page].start - span.end <= longest for page, span in before.items()):
        return False
    between = [_words_between(words[page], span.end, after[page].start) for page, span in before.items()]
    for mine, theirs in pairwise(between):
        fewer = min(mine.total(), theirs.total())
        if fewer > _WIDEST_GAP and (mine & theirs).total() < _ALIKE * fewer:
            return False
    return True


def _words_between(tokens: Tokens, start: int, end: int) -> Counter[str]:
    first, last = np.searchsorted(tokens.starts, (start, end)).tolist()
    return Counter(tokens.words[first:last])


def _hulls(group: Sequence[Place]) -> dict[str, Span]:
    """From where to where a group reaches on each of its pages."""
    found: dict[str, Span] = {}
    for place in group:
        had = found.get(place.page, place.span)
        found[place.page] = Span(min(had.start, place.span.start), max(had.end, place.span.end))
    return found


def _root(root: dict[Place, Place], place: Place) -> Place:
    while root[place] != place:
        root[place] = root[root[place]]
        place = root[place]
    return place


def _fingerprints(tokens: Tokens) -> dict[tuple[str, ...], list[int]]:
    """Where each run of words begins on one page, formulas left out."""
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for start in range(len(tokens.words) - _GRAM + 1):
        found[tokens.words[start : start + _GRAM]].append(start)
    return {gram: starts for gram, starts in found.items() if len(starts) <= _COMMONEST}


def _pairs(pages: Sequence[Examined], tokens: Sequence[Tokens]) -> list[_Shared]:
    """The passages that pages share with their neighbours."""
    places: dict[tuple[str, ...], list[tuple[int, list[int]]]] = defaultdict(list)
    for page, words in enumerate(tokens):
        for gram, starts in _fingerprints(words).items():
            places[gram].append((page, starts))
    hits: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for held in places.values():
        for at, (left, starts) in enumerate(held):
            for right, others in held[at + 1 : at + 1 + _NEIGHBOURS]:
                hits[left, right].extend(product(starts, others))
    return [one for (left, right), pairs in sorted(hits.items()) for one in _shared(left, right, pairs)]


def _chains(hits: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Runs of hits that go forward on both pages with small gaps."""
    open_chains: list[list[tuple[int, int]]] = []
    for hit in hits:
        going = [chain for chain in open_chains if hit[0] - chain[-1][0] <= _WIDEST_GAP + _GRAM]
        yield from (chain for chain in open_chains if chain not in going)
        open_chains = going
        for chain in reversed(open_chains):
            ahead, across = hit[0] - chain[-1][0], hit[1] - chain[-1][1]
            if ahead >= 0 and 0 < across <= _WIDEST_GAP + _GRAM and abs(ahead - across) <= _DRIFT:
                chain.append(hit)
                break
        else:
            open_chains.append([hit])
    yield from open_chains


def _shared(left: int, right: int, hits: Sequence[tuple[int, int]]) -> Iterator[_Shared]:
    """The passages of two pages, longest first, none inside another."""
    found = []
    for chain in _chains(sorted(hits)):
        words = len({position + offset for position, _ in chain for offset in range(_GRAM)})
        if words >= _SHORTEST:
            found.append(
                _Shared(left, right, (chain[0][0], chain[-1][0] + _GRAM), (chain[0][1], chain[-1][1] + _GRAM), words)
            )
    taken: list[_Shared] = []
    for one in sorted(found, key=lambda item: (-item.words, item.left_words)):
        if not any(
            _meet(one.left_words, other.left_words) and _meet(one.right_words, other.right_words) for other in taken
        ):
            taken.append(one)
            yield one


def _meet(one: Words, other: Words) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _span(tokens: Tokens, words: Words) -> Span:
    return Span(int(tokens.starts[words[0]]), int(tokens.ends[words[1] - 1]))


def _body_tokens(page: Examined) -> Tokens:
    """The words of a page's body; words of boilerplate are made empty and so match nothing of another page."""
    tokens = tokenize(page.text)
    body = page.body
    if not body:
        return tokens
    within = np.zeros(len(tokens.starts), dtype=bool)
    for span in body:
        first, last = np.searchsorted(tokens.starts, (span.start, span.end))
        within[first:last] = True
    words = tuple(
        word if inside else f"\0{page.id}" for word, inside in zip(tokens.words, within.tolist(), strict=True)
    )
    return Tokens(tokens.starts, tokens.ends, words)


def _same(one: Place, other: Place) -> bool:
    """Whether two passages of a page overlap by half of the shorter."""
    if one.page != other.page or not one.span.overlaps(other.span):
        return False
    common = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
    return 2 * common >= min(len(one.span), len(other.span))


def _merged(group: Sequence[Place]) -> list[Place]:
    """The group's passages with those of one page that overlap made one."""
    merged: list[Place] = []
    for place in sorted(group):
        if merged and merged[-1].page == place.page and merged[-1].span.overlaps(place.span):
            last = merged.pop()
            merged.append(Place(place.page, Span(last.span.start, max(last.span.end, place.span.end))))
        else:
            merged.append(place)
    return merged
