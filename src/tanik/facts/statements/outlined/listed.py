"""Statements of the items of a list: each is told of the deed that the line above it announces.

Comes in: a page's lists (facts/outline) and the sentences as they are read. Goes out: one statement for each thing that
is listed, with the parties, day and authority of its head. A label in front of an item is its day ("Nisan 1921:"), who
gave or was given it ("Hindistan:", "Kars'a:") or its kind ("Tüfek:"). A total is told of no new gift, and what lies
inside an item that is counted itself is a part of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from tanik.core.span import Span
from tanik.facts.cover import Cover
from tanik.facts.model import Facts, Role, Statement
from tanik.facts.outline.heads import is_undecided
from tanik.facts.outline.listings import Head, Item, Listing, listings_of
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.lexis.lexicon import fold_word
from tanik.facts.statements.lexis.units import is_unit, units_by_kind
from tanik.facts.statements.lexis.verbs import Form, find_predicates
from tanik.facts.statements.outlined.announced import DEALS, announced, ends_in_noun, may_announce, points
from tanik.facts.statements.outlined.deeds import deeds_in
from tanik.facts.statements.outlined.item_labels import labelled, says_sides
from tanik.facts.statements.roles.counted import counted_thing
from tanik.facts.statements.roles.reading import Sentence
from tanik.facts.statements.roles.reference import with_full_names
from tanik.facts.statements.sharing import shared_out
from tanik.facts.statements.syntax.fillers import role_of
from tanik.facts.statements.syntax.phrases import Phrase
from tanik.page.model import Page

__all__ = ["RULE", "Lists"]

RULE: Final = "statement-listed"
_FIRST_WORDS: Final = 6  # before what an item counts
_LONGEST_THING: Final = 5  # words of a thing that is not counted
_PIECES: Final = frozenset(("adet", "tane", "parca", "eded", "dene"))
_NOT_GIVEN: Final = frozenset(("puan", "gol", "oy", "xal", "qol", "ses", "sayfa", "madde", "bolum", "konu", "mac"))
_WIKI: Final = re.compile(r"''|\*|_")  # marks of bold letters between a label and its number
_SEVERAL: Final = 2  # items
_THESE: Final = re.compile(r"(?:bunlar|sunlar)(?: (?:sirasiyla|baslica|sunlar(?:di|dir)|soyle(?:ydi|dir)))?")
_NEAR: Final = 4  # items under one term begin where it does
_ASKED: Final = frozenset(("request",))
_SOLD: Final = re.compile(r"sat(?:[iu]l)?[dt][iu]")
_OPEN: Final = frozenset(("request", "promise", "offer"))
_HELP: Final = frozenset(("yardim", "yardimi", "destek", "destegi", "katki", "komek", "komegi"))
_DOING: Final = re.compile(r"[^\W\d_]{2,}m[ae](?:s[iu]n|l[ae]r[iu]n)[ae]")


@dataclass(slots=True)
class Lists:
    """The lists of a page while its sentences are read: `take` takes a stretch of the page apart as a sentence."""

    page: Page
    facts: Facts
    take: Callable[[Span], Sentence]
    _lists: tuple[Listing, ...] = ()
    _ends: list[int] = field(default_factory=list)
    _items: Cover = field(default_factory=lambda: Cover(()))
    _told: list[Span] = field(default_factory=list)
    _last: tuple[Span, Statement | None] = (Span(0, 0), None)

    def __post_init__(self) -> None:
        self._lists = listings_of(self.page) if self.facts.amounts else ()
        self._ends = [one.head.end for one in self._lists]
        below = (one for one in self._lists if one.kind is not Head.INLINE)
        self._items = Cover(item.span for one in below for item in one.items)

    def is_item(self, span: Span) -> bool:
        """Whether a sentence is an item of a list, and so no heading."""
        return bool(self._lists) and self._items.touches(span)

    def _is_told(self, span: Span) -> bool:
        at = bisect_left(self._told, span.end, key=lambda one: one.start)
        return any(one.overlaps(span) for one in self._told[max(0, at - _NEAR) : at])

    def told(self, sentence: Sentence, context: Context, made: Sequence[Statement]) -> list[Statement]:
        """The statements of a sentence: of a head those of its items in its place, of items told already none."""
        kept = [one for one in made if not self._is_told(one.span)]
        for listing in self._headed(sentence):
            kept = [] if ends_in_noun(sentence, listing.head) else kept
            found = self._of_list(sentence, listing, context, made)
            if found:
                kept = [one for one in kept if not _is_again(one, listing, found[0])] + found
        self._last = (sentence.span, next((one for one in reversed(kept) if one.rule != RULE), None))
        return kept

    def _headed(self, sentence: Sentence) -> Iterator[Listing]:
        """The lists whose heads end in a sentence."""
        at = bisect_left(self._ends, sentence.span.start)
        while at < len(self._lists) and self._ends[at] <= sentence.span.end:
            yield self._lists[at]
            at += 1

    def _of_list(
        self, sentence: Sentence, listing: Listing, context: Context, made: Sequence[Statement]
    ) -> list[Statement]:
        back = self._told_before(sentence, listing)
        if back is None and not may_announce(sentence):
            return self._of_own_deeds(listing, context)
        inline = listing.kind is Head.INLINE
        if inline and len(listing.items) < _SEVERAL and back is None and not self._points(listing):
            return []
        read = [(item, self.take(item.body)) for item in listing.items]
        if inline and any(_is_clause(one) for _, one in read):
            return []
        goods = {at: one for at, (_, told) in enumerate(read) if (one := _counted(told)) is not None}
        thing = next(iter(goods.values()), None)
        deed = back
        if deed is None and (goods or _tell_deeds(read)):
            deed = announced(sentence, listing.head, thing, context, made)
            if deed is None and any(item.label is not None and says_sides(self.take(item.label)) for item, _ in read):
                deed = announced(sentence, listing.head, thing, context, made, sided=True)
        if deed is None:
            return self._of_own_deeds(listing, context)
        found, parts = list[Statement](), self._parts_of_before([told for _, told in read])
        for at, (item, told) in enumerate(read):
            if item.total or item.parent in goods or at in parts or _is_clause(told) or _is_to_come(told):
                continue
            label = item.label or (listing.items[item.parent].span if item.parent is not None else None)
            named = self._named_in(item, told, deed, context)
            if named is None and _is_open(told, deed):
                continue
            own = [one.with_lists_of(named or deed) for one in self._of_item(item, told, named or deed, label)]
            found += own
            if own:
                self._told.append(item.span)
        if found:
            self._told += [item.span for item, _ in read if item.total or item.parent in goods]
            self._told += [read[at][0].span for at in parts]
            self._told.sort()
        return found

    def _of_own_deeds(self, listing: Listing, context: Context) -> list[Statement]:
        """The statements of items that say themselves what was done, where their head does not: "İran'ın verdiği un".

        People and letters are no goods, and what nobody gave or got is left out.
        """
        found = list[Statement]()
        if listing.kind is Head.INLINE:
            return found
        for item in listing.items:
            told = self.take(item.body)
            phrase = _counted(told) if item.label is None and item.marked and not item.total else None
            if phrase is None or _is_clause(told) or _is_to_come(told) or not _describes(told, phrase):
                continue
            deed = announced(told, item.body, phrase, context, ())
            own = list(self._of_item(item, told, deed, None)) if deed is not None else []
            found += own
            self._told += [item.span] if own else []
        self._told.sort()
        return found

    def _named_in(self, item: Item, told: Sentence, deed: Statement, context: Context) -> Statement | None:
        """The deed of an item in which a participle names one, with what the head says of the same deed beside it."""
        phrase = _counted(told)
        if phrase is None or not _describes(told, phrase):
            return None
        own = announced(told, item.body, phrase, context, ())
        if own is None:
            return None
        held = deed.roles if own.action == deed.action else ()
        roles = dict(held) | {place: role for place, role in own.roles if own.says(role)}
        if "source" in own.firsts and "source" not in deed.firsts and own.firsts.get("subject") == own.firsts["source"]:
            roles.pop("source", None)
        when = own.when if any(word.date is not None for word in told.words) else deed.when
        return replace(deed, action=own.action, roles=tuple(sorted(roles.items())), when=when)

    def _points(self, listing: Listing) -> bool:
        return points(fold_word(listing.head.of(self.page.text)))

    def _told_before(self, sentence: Sentence, listing: Listing) -> Statement | None:
        """Of "Bunlar: 30 top, 20 uçak" the deed of the sentence before, which named its things without a number."""
        span, told = self._last
        if told is None or not _THESE.fullmatch(fold_word(listing.head.of(sentence.text))):
            return None
        near = self.page.text[span.end : listing.head.start].strip(" .") == ""
        if not near or told.action not in DEALS or told.amounts or told.span.end + _SEVERAL < span.end:
            return None
        return replace(told, roles=tuple((place, role) for place, role in told.roles if place != "object"))

    def _parts_of_before(self, items: Sequence[Sentence]) -> set[int]:
        """The items that make up the one before them, where a page's text keeps no list inside a list: 54, 20, 34."""
        counts = [(_things(told) or [-1])[0] for told in items]
        amounts = [self.facts.amounts[index] if index >= 0 else None for index in counts]
        parts: set[int] = set()
        for at, whole in enumerate(amounts):
            left = whole.value if whole is not None and at not in parts else 0.0
            for behind in range(at + 1, len(amounts)):
                part = amounts[behind]
                if part is None or whole is None or part.unit != whole.unit or left < part.value:
                    break
                left -= part.value
                if not left and behind - at >= _SEVERAL:
                    parts |= set(range(at + 1, behind + 1))
                    break
        return parts

    def _of_item(self, item: Item, told: Sentence, deed: Statement, label: Span | None) -> Iterator[Statement]:
        """The statements of one item: one for each thing in it."""
        roles, when, kind = deed.firsts, deed.when, None
        if label is not None:
            found = labelled(self.take(label), deed, roles)
            roles, kind = found.roles, found.kind
            when = found.when if found.dated else when
        dates = dict.fromkeys(word.date for word in told.words if word.date is not None)
        when = self.facts.dates[next(iter(dates))].edtf if len(dates) == 1 else when
        whole = Statement(
            item.span,
            item.span.of(told.text),
            deed.action,
            RULE,
            when=when,
            attributed_to=deed.attributed_to,
            polarity=deed.polarity,
            modality=deed.modality,
        )
        roles = _beside(told, roles, deed)
        things = _things(told)
        if _is_help(told):
            if deed.action == "transfer" and label is None:
                thing = Role(item.body, item.body.of(told.text))
                yield replace(whole, roles=tuple(sorted((roles | {"object": thing}).items())))
            return
        if (noun := _of_noun(told)) is not None:
            actions, owned = noun
            thing = role_of(owned, told.text, self.facts)
            action = deed.action if deed.action in actions else next((one for one in actions if one in DEALS), None)
            if action is not None and len(things) == 1:
                whole = replace(whole, action=action, amounts=tuple(things))
                whole = replace(whole, roles=tuple(sorted((roles | {"object": thing}).items())))
                yield from (one for one in (whole,) if self._is_given(one))
            return
        if things and _counted(told) is not None:
            phrase = _counted(told)
            thing = counted_thing(things[0], told)
            if phrase is not None and phrase.name is None and phrase.amounts == (things[0],):
                thing = role_of(phrase, told.text, self.facts)
            if kind is not None and len(things) == 1 and self._is_bare(things[0]):
                span = Span(kind.start, thing.span.end)
                span = kind if _WIKI.search(span.of(told.text)) else span
                thing = Role(span, span.of(told.text))
            whole = replace(whole, roles=tuple(sorted((roles | {"object": thing}).items())), amounts=tuple(things))
            yield from (one for one in shared_out(whole, told) if self._is_given(one))
        elif not things and (alone := _alone(told)) is not None and label is None:
            thing = role_of(alone, told.text, self.facts)
            yield replace(whole, roles=tuple(sorted((roles | {"object": thing}).items())))

    def _is_bare(self, amount: int) -> bool:
        """Whether an amount says of nothing what it counts: "39.000", "7 milyon adet"."""
        one = self.facts.amounts[amount]
        named = one.of if one.of is not None and fold_word(one.of) in fold_word(one.text) else None
        return one.unit == "count" and (named is None or is_unit(named) or fold_word(named) in _PIECES)

    def _is_given(self, one: Statement) -> bool:
        """Whether what an item counts can be given: people are sent, and that is another deed."""
        counted = [self.facts.amounts[index] for index in one.amounts]
        people = any(amount.unit == "person" for amount in counted) and one.action in ("transfer", "offer")
        return not people and not any(fold_word(amount.of or "") in _NOT_GIVEN for amount in counted)


def _is_again(one: Statement, listing: Listing, told: Statement) -> bool:
    """Whether a statement says of the head or of an item what the list now says."""
    head = listing.head
    if one.span.end == head.end or (head.contains(one.span) and one.action == told.action and not one.amounts):
        return True
    figure = one.rule.startswith("statement-figure")
    return any(item.span.contains(one.span) or (figure and item.span.overlaps(one.span)) for item in listing.items)


def _things(told: Sentence) -> list[int]:
    """The amounts of an item that are things, without those in brackets, which say the same otherwise."""
    found, depth = list[int](), 0
    for word in told.words:
        depth += (word.folded in "([") - (word.folded in ")]") if word.is_mark else 0
        if word.amount is not None and not depth:
            found.append(word.amount)
    skipped = units_by_kind("time", "percent")
    return [index for index in dict.fromkeys(found) if told.facts.amounts[index].unit not in skipped]


def _counted(told: Sentence) -> Phrase | None:
    """The phrase of the first thing that an item counts, where that stands near its beginning."""
    things = _things(told)
    if not things or next(at for at, word in enumerate(told.words) if word.amount == things[0]) > _FIRST_WORDS:
        return None
    found = [one for one in told.phrases(0, len(told.words)) if things[0] in one.amounts]
    return found[0] if found and found[0].case == "nom" else None


def _is_clause(told: Sentence) -> bool:
    """Whether an item is a clause of its own, which the grammar reads by itself."""
    return (
        any(
            one.predicate.form is Form.FINITE and one.predicate.ending in ("past", "hearsay", "present", "future")
            for one in told.clauses
        )
        or told.text[told.span.end - 1 : told.span.end + 1].find("?") >= 0
    )


def _is_help(told: Sentence) -> bool:
    """Whether an item says in what somebody was helped: "bir fabrikanın kurulmasına yardım" (GK 14.3.3, 24.4.2)."""
    words = [word.folded for word in told.words if not word.is_mark]
    return len(words) > 1 and words[-1] in _HELP and _DOING.fullmatch(words[-2]) is not None


def _of_noun(told: Sentence) -> tuple[tuple[str, ...], Phrase] | None:
    """What the action noun that ends an item may tell, and what it counts in the genitive: "200 yatağın teslimi"."""
    things, words = _things(told), [word for word in told.words if not word.is_mark]
    counted = [one for one in told.phrases(0, len(told.words)) if things and things[0] in one.amounts]
    if not counted or counted[0].case != "gen":
        return None
    put = next((put for place, put in deeds_in(words, told.language) if place == (0, len(words))), None)
    found = find_predicates(put, told.language) if put is not None else ()
    if put is not None and _SOLD.match(put[-1].folded):
        return (), counted[0]
    return (tuple(row.action for row in found[-1].rows if row.action), counted[0]) if found else None


def _tell_deeds(read: Sequence[tuple[Item, Sentence]]) -> bool:
    """Whether items say in nouns of action what was done."""
    return any(_is_help(told) or _of_noun(told) is not None for _, told in read)


def _describes(told: Sentence, thing: Phrase) -> bool:
    """Whether a participle stands before the thing that an item counts (Göksel & Kerslake 2005, 25.1)."""
    return any(
        one.predicate.form in (Form.NOMINAL, Form.PARTICIPLE) and one.predicate.last < thing.first
        for one in told.clauses
    )


def _is_to_come(told: Sentence) -> bool:
    """Whether an item is described by what is only to be done: "gönderilecek 40 top" (GK 25.1.1.1, -(y)AcAK)."""
    described = told.span.of(told.text).strip(" .;,").rpartition(" ")[0]  # "300 çadırın gönderilmesi" was done
    return any(one.predicate.future for one in told.clauses) or is_undecided(described)


def _is_open(told: Sentence, deed: Statement) -> bool:
    """Whether a participle in an item says that a thing was asked, promised or offered, and the head says more."""
    found = (row.action for one in told.clauses for row in one.predicate.rows if one.predicate.form is not Form.FINITE)
    return deed.action not in _OPEN and not _OPEN.isdisjoint({*found})


def _alone(told: Sentence) -> Phrase | None:
    """The one noun phrase that an item consists of, where nothing in it is counted: "cephane", "askerî malzeme"."""
    found = told.phrases(0, len(told.words))
    plain = (
        len(found) == 1
        and found[0].case == "nom"
        and not told.clauses
        and not re.search(r"\d", told.span.of(told.text))
    )
    return found[0] if plain and len(told.words) <= _LONGEST_THING else None


def _beside(told: Sentence, roles: dict[str, Role], deed: Statement) -> dict[str, Role]:
    """The roles with those that stand in the item itself: "Kars'a 30 sarnıç", "Bakü'den 5 vagon"."""
    if told.clauses:
        return roles
    place = {"dat": "recipient", "abl": "recipient" if deed.action in _ASKED else "source", "loc": "place"}
    for phrase in told.phrases(0, len(told.words)):
        filled = place.get(phrase.case)
        if filled is not None and phrase.name is not None and not phrase.amounts:
            roles = roles | {filled: with_full_names(role_of(phrase, told.text, told.facts), told.facts)}
    return roles
