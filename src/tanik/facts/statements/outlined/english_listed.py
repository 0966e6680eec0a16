"""Statements of the items of an English list: each is told of the deed that the line above it announces.

Comes in: a page's lists (facts/outline) and its sentences as they are read. Goes out: one statement for each thing that
an item counts, with the parties, day and authority of its head. A label before an item is its day ("April 1921:"), who
gave or got it ("India:", "To Greece:") or what it is ("Rifles:"); behind the thing its own day, place and parties may
stand ("200 kg of gold, handed over at Erzurum"). A total is no further gift, and an item that is a clause is read as
one. What an item has no word for stays empty.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import Facts, NameKind, Role, Statement
from tanik.facts.outline.listings import Head, Item, Listing, listings_of
from tanik.facts.statements.english.announcing import Announced, announced, announced_by, party_of
from tanik.facts.statements.english.bilingual import is_somewhere
from tanik.facts.statements.english.bodies import DETERMINERS, lower_english
from tanik.facts.statements.english.find import Memory, find_english
from tanik.facts.statements.english.forms import verb_at
from tanik.facts.statements.english.nominals import state_named
from tanik.facts.statements.english.phrases import LOOSE, Part, parts_of
from tanik.facts.statements.english.renamed import counted_name
from tanik.facts.statements.english.sharing import SHARED, Thing, things_in
from tanik.facts.statements.english.subjects import Sentence
from tanik.facts.statements.english.units import with_units
from tanik.facts.statements.english.verbs import AUXILIARIES, is_head
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.words import Word
from tanik.page.model import Page

__all__ = ["RULE", "EnglishLists"]

RULE: Final = "statement-listed"
_NOT_GIVEN: Final = frozenset(("not", "never", "no", "without", "instead", "if", "only", "cancelled", "canceled"))
_TO_COME: Final = frozenset(("would", "could", "should", "might", "may", "must", "shall", "will", "be"))
_NOT_YET: Final = _TO_COME | {"owed", "asked", "requested", "promised"}
_BETWEEN: Final = re.compile(
    r"([^\d\n→⇒➔>]+?)[ \t]*(?:→|⇒|➔|->|=>)[ \t]*([^\d\n→⇒➔>]+)|from[ \t]+([^\d\n]+?)[ \t]+to[ \t]+([^\d\n]+)",
    re.IGNORECASE,
)
# how goods come to a place (Oxford English Dictionary, reach, land, ashore)
_THESE: Final = (("what",), ("these",), ("the", "following"))
_LANDED: Final = (("unloaded",), ("landed",), ("brought", "ashore"))
_LANDING: Final = (
    *(("reached",), ("arrived",), ("came", "ashore"), ("came", "in"), ("was", "landed"), ("were", "landed")),
    *(("was", "unloaded"), ("were", "unloaded"), ("was", "brought", "ashore"), ("were", "brought", "ashore")),
)
_LABELS_TO: Final = frozenset(("to", "for"))
_NEAR: Final = 4  # items under one term begin where it does
_FEWEST: Final = 2  # items that count something below a heading, which says by no colon that they are its own


@dataclass(slots=True)
class EnglishLists:
    """The lists of a page while its sentences are read; `take` has the words of a stretch of the page."""

    page: Page
    facts: Facts
    take: Callable[[Span], tuple[Word, ...]]
    _lists: tuple[Listing, ...] = ()
    _ends: list[int] = field(default_factory=list)
    _told: list[Span] = field(default_factory=list)
    _title: Announced | None = None

    def __post_init__(self) -> None:
        self._lists = listings_of(self.page) if self.facts.amounts else ()
        self._ends = [one.head.end for one in self._lists]

    def is_item(self, span: Span) -> bool:
        """Whether a sentence is an item that has been told with its head."""
        at = bisect_left(self._told, span.start, key=lambda one: one.start)
        near = self._told[max(0, at - _NEAR) : at + 1]
        return any(one.contains(span) or span.contains(one) for one in near)

    def told(
        self, span: Span, authority: str | None, made: Sequence[Statement], *, title: bool = False
    ) -> list[Statement]:
        """The statements of a sentence: of a head those of its items in its place."""
        kept = list(made)
        if not self._lists:
            return kept
        for listing in self._headed(span):
            if found := self._of_list(listing, authority, kept):
                kept = [one for one in kept if not self._is_again(one, listing)] + found
        if title:
            one = announced(self.page.text, self.facts, self._words(span))
            self._title = one if one is not None and one.has_party else self._title
        return kept

    def _headed(self, span: Span) -> Iterator[Listing]:
        """The lists whose heads end in a sentence."""
        at = bisect_left(self._ends, span.start)
        while at < len(self._lists) and self._ends[at] <= span.end:
            yield self._lists[at]
            at += 1

    def _is_again(self, one: Statement, listing: Listing) -> bool:
        """Whether a statement says of the head or of an item what the list now says."""
        inside = (*(item.span for item in listing.items), listing.head)
        return one.span.end == listing.head.end or any(span.contains(one.span) for span in inside)

    def _words(self, span: Span) -> list[Word]:
        return with_units(self.page.text, self.facts, [word for word in self.take(span) if word.folded != "."])

    def _of_list(self, listing: Listing, authority: str | None, made: Sequence[Statement]) -> list[Statement]:
        deed, source = self._deed(listing, made)
        if deed is None:
            return []
        found: list[Statement] = []
        items = [item for item in listing.items if not item.total and item.depth == 0]
        for item in items:
            told = self._of_item(item, deed)
            found += told
            self._told += [item.span] if told else []
        counted = len({one.span for one in found})
        if not found or (listing.kind is Head.HEADING and counted < min(_FEWEST, len(items))):
            return []
        for item in listing.items:
            if item.total:
                insort(self._told, item.span)
        if source is None:
            return [replace(one, attributed_to=authority) for one in found]
        said = {"attributed_to": source.attributed_to, "polarity": source.polarity, "modality": source.modality}
        return [replace(one, **said) for one in found]  # type: ignore[arg-type]

    def _deed(self, listing: Listing, made: Sequence[Statement]) -> tuple[Announced | None, Statement | None]:
        """What the head announces, and the statement of its clause where it has one."""
        words = self._words(listing.head)
        clause = next((one for one in reversed(made) if one.span.end == listing.head.end), None)
        clause = clause or next((one for one in reversed(made) if listing.head.contains(one.span)), None)
        deed = announced_by(clause) if clause is not None else None
        if deed is not None and deed.has_party:
            return deed, clause
        if {lower_english(word) for word in words if word.date is None} & _TO_COME:
            return None, None  # "Sums to be paid"
        deed = announced(self.page.text, self.facts, words)
        if deed is not None and deed.has_party:
            return deed, None
        what = bool(words) and lower_english(words[0]) == "what"
        for one in find_english(self.page.text, self.facts, words[1:] if what else words, None, Memory()):
            told = announced_by(one)
            if told is not None and told.has_party:
                return told, one
        return self._unsaid(listing, words, deed), None

    def _unsaid(self, listing: Listing, words: Sequence[Word], deed: Announced | None) -> Announced | None:
        """What a head without a party announces: what reached a place, what its items' labels or the title say."""
        if (landed := self._landed(words)) is not None:
            return landed
        goods = phrases("english_goods", "english_giving_nouns")
        plain = 0 < len(words) < 4 and lower_english(words[-1]) in goods
        labelled = all(item.label is not None for item in listing.items if not item.total)
        if deed is not None and labelled and listing.kind is Head.COLON:
            return deed
        arrowed = labelled and any(self._arrow(item) is not None for item in listing.items)
        if listing.kind is Head.COLON and arrowed and _is_of_giving(words):
            return Announced("transfer", {}, None)  # who gave to whom is said by each item
        return self._title if plain or deed is not None else None

    def _landed(self, words: Sequence[Word]) -> Announced | None:
        """What reached a place, as its head says: "Among what reached Varna in May 1921", "The following was unloaded".

        A fused relative or a pointing word stands for the goods (Huddleston & Pullum 2002, 12.6, 17.7.3).
        """
        said = [lower_english(word) if word.date is None else "" for word in words]
        low = 1 if said[:1] in (["among"], ["of"]) else 0
        opens = next((len(way) for way in _THESE if tuple(said[low : low + len(way)]) == way), 0)
        low += opens
        ways = _LANDING if opens else _LANDED
        length = next((len(way) for way in ways if tuple(said[low : low + len(way)]) == way), 0)
        if not length or set(said) & (_NOT_GIVEN | _NOT_YET):
            return None
        low += length
        roles: dict[str, Role] = {}
        places = {"from": "source", "at": "place", "in": "place", "to": "recipient", "": "recipient"}
        for part in parts_of(words, low, len(words)):
            role = party_of(self.page.text, self.facts, words, range(part.first, part.stop)) or (
                self._somewhere(Sentence(self.page.text, self.facts, words, None), part)
                if part.first < part.stop
                else None
            )
            place = places.get(part.preposition or "", "")
            if role is not None and place:
                roles.setdefault(place, role)
        days = dict.fromkeys(word.date for word in words if word.date is not None)
        when = self.facts.dates[next(iter(days))].edtf if len(days) == 1 else None
        return Announced("transfer", roles, when) if roles or when else None

    def _arrow(self, item: Item) -> tuple[Span, Span] | None:
        """Who stands before and behind the arrow of a label: "India → Ankara", "From India to Ankara"."""
        if item.label is None:
            return None
        match = _BETWEEN.fullmatch(self.page.text, item.label.start, item.label.end)
        if match is None or match.lastindex is None:
            return None
        return Span(*match.span(match.lastindex - 1)), Span(*match.span(match.lastindex))

    def _between(self, sides: tuple[Span, Span], deed: Announced) -> Announced | None:
        """What is announced for an item that goes from one side of an arrow to the other."""
        roles = dict(deed.roles)
        for place, side in zip(("subject", "recipient"), sides, strict=True):
            words = self._words(side)
            role = party_of(self.page.text, self.facts, words, range(len(words))) if words else None
            if role is None:
                return None
            roles[place] = role
        return replace(deed, roles=roles)

    def _of_item(self, item: Item, deed: Announced) -> list[Statement]:
        words = self._words(item.body)
        sentence = Sentence(self.page.text, self.facts, words, None)
        if any(lower_english(word) in _NOT_GIVEN for word in words):
            return []
        things = things_in(sentence, 0, len(words))
        label = self._labelled(item, deed, things)
        if label is None or not things or not _opens(words, things[0].first):
            return []
        rest = [part for one in things for part in _behind(words, one)]
        if _is_clause(words, losses=deed.action == "lose"):
            return []
        action = _deed_behind(words, things, deed.action)
        roles = self._beside(sentence, rest, label.roles)
        if not {"subject", "recipient"} & {*roles} and label.when is None:
            return []  # nobody gives, nobody gets, on no day
        days = dict.fromkeys(word.date for word in words if word.date is not None)
        when = self.facts.dates[next(iter(days))].edtf if len(days) == 1 else None if days else label.when
        return [
            Statement(
                item.span,
                item.span.of(self.page.text),
                action,
                RULE,
                tuple(sorted((roles | {"object": self._kind_of(item, things) or one.role}).items())),
                when,
                one.amounts,
            )
            for one in things
        ]

    def _labelled(self, item: Item, deed: Announced, things: Sequence[Thing]) -> Announced | None:
        """What is announced for one item with its label; None where nobody knows what the label says of it."""
        sides = self._arrow(item)
        if item.label is None or sides is not None:
            return self._between(sides, deed) if sides is not None else deed
        words = self._words(item.label)
        dates = dict.fromkeys(word.date for word in words if word.date is not None)
        if dates:
            return replace(deed, when=self.facts.dates[next(iter(dates))].edtf if len(dates) == 1 else None)
        if not words:
            return deed
        opens = lower_english(words[0])
        low = 1 if opens in _LABELS_TO | {"from", "by"} else 0
        party = party_of(self.page.text, self.facts, words, range(low, len(words))) if low < len(words) else None
        if party is not None:
            return replace(deed, roles=_with_party(deed, party, opens if low else ""))
        if state_named(opens) is not None and len(words) == 1:
            span = Span(words[0].start, words[0].end)
            return replace(deed, roles=_with_party(deed, Role(span, span.of(self.page.text), state_named(opens)), ""))
        parts = phrases("english_rates", "english_giving_nouns", "english_goods")
        known = lower_english(words[-1]) in parts or self._kind_of(item, things) is not None
        return deed if known and len(things) == 1 else None

    def _kind_of(self, item: Item, things: Sequence[Thing]) -> Role | None:
        """What a label counts where the item has only the number: "Rifles: 39,000"."""
        if item.label is None or len(things) != 1:
            return None
        text, amount = self.page.text, self.facts.amounts[things[0].amounts[0]]
        name = counted_name(amount.value, " ".join(item.label.of(text).lower().split()))
        if name is None or any(char.isalpha() for char in amount.text):
            return None
        span = Span(item.label.start, things[0].role.span.end)
        return Role(span, span.of(text), name)

    def _beside(self, sentence: Sentence, parts: Sequence[Part], roles: dict[str, Role]) -> dict[str, Role]:
        """The roles with those that stand behind the thing: "to Kars", "from Bukhara", "handed over at Erzurum"."""
        found = dict(roles)
        places = {"to": "recipient", "by": "subject", "from": "source" if "subject" in roles else "subject"}
        for part in parts:
            inside = range(part.first, part.stop)
            role = party_of(sentence.text, self.facts, sentence.words, inside)
            place = places.get(part.preposition, "place" if part.preposition in ("at", "in") else "")
            kind = next((one.kind for one in self.facts.names if role is not None and one.span == role.span), None)
            if place == "place" and role is None:
                role = self._somewhere(sentence, part)
            if role is None or not place or (place == "place" and not is_somewhere(role, kind or NameKind.PLACE)):
                continue
            found[place] = role
        return found

    def _somewhere(self, sentence: Sentence, part: Part) -> Role | None:
        """A place that no table has: one word with a capital behind "at" or "in"."""
        word = sentence.words[part.first]
        alone = part.stop == part.first + 1 and word.date is None and word.amount is None
        if not alone or not sentence.text[word.start].isupper():
            return None
        span = Span(word.start, word.end)
        return Role(span, span.of(sentence.text))


def _is_of_giving(words: Sequence[Word]) -> bool:
    """Whether a head names a giving at all, and no asking, doubt or denial: "what he had paid into the chest"."""
    said = {lower_english(word) for word in words if word.date is None}
    gives = "transferred" in said or any(verb_at(words, at).action == "transfer" for at in range(len(words)))
    return gives and not said & (_NOT_GIVEN | _NOT_YET)


def _with_party(deed: Announced, party: Role, opens: str) -> dict[str, Role]:
    """The roles with whom a label names: the side that its preposition or the head leaves open."""
    if opens in _LABELS_TO:
        return deed.roles | {"recipient": party}
    if opens:
        return deed.roles | {"subject": party}
    open_side = next((side for side in ("subject", "recipient") if side not in deed.roles), None)
    return deed.roles | {open_side: party} if open_side is not None else deed.roles


def _opens(words: Sequence[Word], first: int) -> bool:
    """Whether what is counted opens an item, with nothing before it but "about" and "another"."""
    small = LOOSE | DETERMINERS | {"at", "total", "of", "approximately", "roughly", "up", "to"}
    return all(lower_english(word) in small for word in words[:first])


def _behind(words: Sequence[Word], thing: Thing) -> Sequence[Part]:
    """The parts behind the noun phrase of a thing, up to the next one."""
    low = next((at for at in range(thing.first, thing.stop) if words[at].start >= thing.role.span.end), thing.stop)
    return [part for part in parts_of(words, low, thing.stop) if part.preposition]


def _is_clause(words: Sequence[Word], *, losses: bool) -> bool:
    """Whether an item has a finite verb: an auxiliary, or a past whose subject is what stands before it.

    "300 rifles sent in May" and "300 rifles, handed over at Kars" have none (H&P 2002, 14.7.1), nor have the kinds of
    `losses`: "2,000 captured".
    """
    if any(lower_english(word) in AUXILIARIES and word.date is None for word in words):
        return True
    for at in range(1, len(words)):
        if not is_head(words, at) or (losses and at + 1 == len(words) and words[at - 1].amount is not None):
            continue
        if verb_at(words, at).action not in SHARED:
            return True
    return False


def _deed_behind(words: Sequence[Word], things: Sequence[Thing], action: str) -> str:
    """The deed of a participle behind the things, else that of the head: "300 rifles, promised in May"."""
    last = things[-1].role.span.end
    own = (verb_at(words, at).action for at in range(1, len(words)) if words[at].start >= last and is_head(words, at))
    return next((one for one in own if one is not None), action)
