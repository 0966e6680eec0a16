"""Passages that several pages share, and who may have taken them from whom.

Comes in: pages. Goes out: groups of passages that read (almost) alike. Every run of five folded words of a page is
a fingerprint; runs that stand on two pages in the same order, with few words between them, make a passage; passages
that overlap on one page belong to one group. Fingerprints that stand on one page many times are formulas and are
left out. This is linear in the words but for the pairs of pages that do share text. A link from one page to another
is only drawn where dates of publication tell the direction; otherwise who copied whom is not decidable from two
copies alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from tanik.compare.dates import bounds
from tanik.compare.model import CopyGroup, CopyLink, Examined, Place
from tanik.core.span import Span
from tanik.core.token import Tokens, tokenize

__all__ = ["find_copies", "independent_groups"]

_GRAM = 5
_COMMONEST = 4  # a fingerprint that stands more often on one page is a formula of that page
_WIDEST_GAP = 12
_DRIFT = 6
_SHORTEST = 12  # words: shorter passages are commonplaces as often as copies
_OWN_WORDS = 25  # words outside quotations: enough to say that one page leans on another


@dataclass(frozen=True, slots=True)
class _Shared:
    """A passage of two pages: word numbers, ends left out."""

    left: int
    right: int
    left_words: tuple[int, int]
    right_words: tuple[int, int]
    words: int


def _fingerprints(tokens: Tokens) -> dict[tuple[str, ...], list[int]]:
    """Where each run of words begins on one page, formulas left out."""
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for start in range(len(tokens.words) - _GRAM + 1):
        found[tokens.words[start : start + _GRAM]].append(start)
    return {gram: starts for gram, starts in found.items() if len(starts) <= _COMMONEST}


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


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _pairs(pages: Sequence[Examined], tokens: Sequence[Tokens]) -> list[_Shared]:
    """All passages that two pages share."""
    places: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for page, words in enumerate(tokens):
        for gram, starts in _fingerprints(words).items():
            places[gram].extend((page, start) for start in starts)
    hits: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for found in places.values():
        for (left, at), (right, there) in combinations(found, 2):
            if left != right:
                hits[left, right].append((at, there))
    return [one for (left, right), pairs in sorted(hits.items()) for one in _shared(left, right, pairs)]


def _span(tokens: Tokens, words: tuple[int, int]) -> Span:
    return Span(int(tokens.starts[words[0]]), int(tokens.ends[words[1] - 1]))


def _body_tokens(page: Examined) -> Tokens:
    """The words of a page's body; words of boilerplate are made empty and so match nothing of another page."""
    tokens = tokenize(page.text)
    if not page.body:
        return tokens
    words = tuple(
        word if any(span.start <= start < span.end for span in page.body) else f"\0{page.id}"
        for word, start in zip(tokens.words, tokens.starts.tolist(), strict=True)
    )
    return Tokens(tokens.starts, tokens.ends, words)


def find_copies(pages: Sequence[Examined]) -> tuple[CopyGroup, ...]:
    """Groups of passages that go back to one text, in order of their first place."""
    ordered = sorted(pages, key=lambda page: page.id)
    tokens = [_body_tokens(page) for page in ordered]
    groups: list[set[Place]] = []
    for one in _pairs(ordered, tokens):
        two = {
            Place(ordered[one.left].id, _span(tokens[one.left], one.left_words)),
            Place(ordered[one.right].id, _span(tokens[one.right], one.right_words)),
        }
        touching = [group for group in groups if any(_same(mine, other) for mine in two for other in group)]
        groups = [group for group in groups if group not in touching]
        groups.append(two.union(*touching))
    by_id = {page.id: page for page in ordered}
    made = (_group(sorted(_merged(group)), by_id) for group in groups)
    return tuple(sorted(made, key=lambda group: group.passages[0]))


def _same(one: Place, other: Place) -> bool:
    """Whether two passages of a page overlap by half of the shorter."""
    if one.page != other.page or not one.span.overlaps(other.span):
        return False
    common = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
    return 2 * common >= min(len(one.span), len(other.span))


def _merged(group: set[Place]) -> list[Place]:
    """The group's passages with those of one page that overlap made one."""
    merged: list[Place] = []
    for place in sorted(group):
        if merged and merged[-1].page == place.page and merged[-1].span.overlaps(place.span):
            last = merged.pop()
            merged.append(Place(place.page, Span(last.span.start, max(last.span.end, place.span.end))))
        else:
            merged.append(place)
    return merged


def _group(passages: Sequence[Place], pages: dict[str, Examined]) -> CopyGroup:
    """A group with its earliest dated page and the links that dates allow."""
    dated = sorted(
        (limits[0], identifier)
        for identifier in {place.page for place in passages}
        if (limits := bounds(pages[identifier].published)) is not None
    )
    if not dated or (len(dated) > 1 and dated[0][0] == dated[1][0]):
        return CopyGroup(tuple(passages))
    earliest = dated[0][1]
    first = bounds(pages[earliest].published)
    links = []
    for _, identifier in dated[1:]:
        later = bounds(pages[identifier].published)
        if first is not None and later is not None and first[1] < later[0]:
            why = (f"published {pages[earliest].published} before {pages[identifier].published}",)
            links.append(CopyLink(earliest, identifier, why))
    # with three copies or more, the earliest page need not be the one that each of the others took the text from
    return CopyGroup(tuple(passages), earliest, tuple(links) if len({p.page for p in passages}) == 2 else ())


def independent_groups(identifiers: Sequence[str], copies: Sequence[CopyGroup], pages: Sequence[Examined]) -> int:
    """How many groups of pages do not lean on one another: copying the same quotation does not count, own words do."""
    quoted = {page.id: [quotation.span for quotation in page.facts.quotations] for page in pages}
    texts = {page.id: page.text for page in pages}
    group = {identifier: identifier for identifier in identifiers}

    def root(identifier: str) -> str:
        while group[identifier] != identifier:
            identifier = group[identifier]
        return identifier

    for copy in copies:
        own = [
            place.page
            for place in copy.passages
            if place.page in group and _own_words(place, quoted, texts) >= _OWN_WORDS
        ]
        for one, other in pairwise(own):
            group[root(other)] = root(one)
    return len({root(identifier) for identifier in identifiers})


def _own_words(place: Place, quoted: dict[str, list[Span]], texts: dict[str, str]) -> int:
    """How many words of a passage stand outside quotations."""
    inside = sum(
        len(texts[place.page][max(span.start, place.span.start) : min(span.end, place.span.end)].split())
        for span in quoted.get(place.page, [])
        if span.overlaps(place.span)
    )
    return len(place.span.of(texts[place.page]).split()) - inside
