"""One statement for each thing counted, where several in an English list share one verb.

Comes in: a statement as its clause made it, and its clause. Goes out: the same, or one statement for each thing: "sent
30 tanks and 2 guns" are two shipments. What commas, semicolons and "and" join fills one place of the clause together,
and each of it is given (Huddleston & Pullum, The Cambridge Grammar of the English Language, 2002, 15.1); what stands in
brackets or behind a preposition is of the thing before it (15.5, 7.2). A thing with a day or a receiver of its own has
these ("sent 300 to Kars in May and 200 to Ani in June": 15.4.2 on gapped coordination).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import Role, Statement
from tanik.facts.statements.english.bodies import DETERMINERS, lower_english
from tanik.facts.statements.english.clauses import Clause
from tanik.facts.statements.english.forms import participles
from tanik.facts.statements.english.nominals import noun_phrase
from tanik.facts.statements.english.phrases import LOOSE, PREPOSITIONS, is_adverb, is_bare, parts_of
from tanik.facts.statements.english.subjects import Sentence
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.lexis.words import Word

__all__ = ["SHARED", "Thing", "shared_out", "things_in"]

SHARED: Final = frozenset(("transfer", "promise", "request", "offer", "use", "lose", "begin", "found", "publish"))
_JOINTS: Final = frozenset((",", ";", "and", "plus"))
_RELATING: Final = phrases("english_list_relating")
_ALIKE: Final = phrases("english_same_thing")
_PARTS: Final = frozenset(("including", "of", "among", "only"))
_ORDERED: Final = phrases("english_ordered")
_NEARLY: Final = frozenset((("close", "to"), ("up", "to"), ("as", "many"), ("many", "as")))
_SHARE: Final = "half|parts?|most|much|many|some|several|few|(?:portion|share|fraction|third|quarter|bulk)s?"
_SHARE_OF: Final = re.compile(rf"\b(?:{_SHARE}) of (?:the|these|those|its|their|his|this|that) $", re.IGNORECASE)
_OWN_PLACES: Final = ("recipient", "place", "purpose", "source")


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of a list: words `first`..`stop` (left out) are its own, up to where the next one begins.

    `role` is the noun phrase, `amounts` the indices of its amount and of those that say the same of it otherwise.
    """

    first: int
    stop: int
    role: Role
    amounts: tuple[int, ...]


def shared_out(statement: Statement, sentence: Sentence, clause: Clause, following: int) -> Iterator[Statement]:
    """`statement` of `clause`, or one for each thing that it counts; `following` is where the next clause begins."""
    statement = _without_wholes(statement, sentence)
    thing = statement.first("object")
    if statement.action not in SHARED or len(statement.amounts) < 2 - (clause.end < following):
        yield statement
        return
    words = sentence.words
    before = thing is not None and thing.span.end <= words[clause.group].start
    low, high = (clause.start, clause.group) if before else (clause.verb + 1, _reach(words, clause, following))
    things = things_in(sentence, low, high)
    if before and len(things) == 1 and (others := _gapped(statement, sentence, clause, following)):
        yield replace(statement, amounts=things[0].amounts)
        yield from others
        return
    if len(things) < 2 or not _is_object(thing, things, words):
        yield statement
        return
    end = max(statement.span.end, things[-1].role.span.end)
    statement = replace(statement, span=Span(statement.span.start, end))
    statement = replace(statement, text=statement.span.of(sentence.text))
    days = _own_days(statement, sentence, things)
    for place, one in enumerate(things):
        roles = _roles_of(statement, sentence, things, place) | {"object": one.role}
        when = days.get(place, statement.when)
        yield replace(statement, roles=tuple(sorted(roles.items())), amounts=one.amounts, when=when)


def _without_wholes(statement: Statement, sentence: Sentence) -> Statement:
    """The statement without the wholes of which a share without a number is told: "half of the 10 million rubles".

    A partitive says of a set that some of it is meant (Huddleston & Pullum 5.9); how much "most of" is, nobody says.
    """
    text, amounts = sentence.text, sentence.facts.amounts
    starts = {index: amounts[index].span.start for index in statement.amounts}
    left = tuple(one for one, at in starts.items() if _SHARE_OF.search(text, max(0, at - 60), at) is None)
    return replace(statement, amounts=left) if len(left) < len(starts) else statement


def _gapped(statement: Statement, sentence: Sentence, clause: Clause, following: int) -> list[Statement]:
    """The statements of what goes on without its verb: "300 went to Kars, 200 to Ani and 90 to Van" (15.4.2)."""
    things = things_in(sentence, clause.verb + 1, _reach(sentence.words, clause, following))
    behind = _opening(sentence.words, things[0].first, clause.verb) - 1 if things else clause.verb
    if statement.first("recipient") is None or sentence.words[behind].folded not in _JOINTS:
        return []
    found: list[Statement] = []
    for one in things:
        whom = _receiver(sentence, one)
        if whom is None:
            return []
        roles = {**statement.firsts, "object": one.role, "recipient": whom}
        found.append(replace(statement, roles=tuple(sorted(roles.items())), amounts=one.amounts))
    return found


def _reach(words: Sequence[Word], clause: Clause, following: int) -> int:
    """Where a list may end that goes on behind a semicolon, which no clause stands behind: "30 tanks; 2 guns"."""
    on = clause.end < following == len(words) and words[clause.end].folded == ";"
    return following if on else clause.end


def _is_object(thing: Role | None, things: Sequence[Thing], words: Sequence[Word]) -> bool:
    """Whether the list is what the verb governs: its first thing lies in the object, or no object is told."""
    if thing is None:
        return not any(words[things[0].first - 1].lower in PREPOSITIONS for _ in things[:1])
    first = things[0].role.span
    return thing.span.overlaps(first) and thing.name is None


def things_in(sentence: Sentence, low: int, high: int) -> tuple[Thing, ...]:
    """The things counted in words `low`..`high` that commas and "and" join; none where it is not sure what they join.

    Times and shares of a hundred are no things.
    """
    words, facts = sentence.words, sentence.facts
    aside = units_by_kind("time", "percent")
    depth, starts, others = 0, list[int](), dict[int, int]()
    for at in range(low, high):
        depth += (words[at].folded in ("(", "[")) - (words[at].folded in (")", "]"))
        held = words[at].amount
        if held is None or (at > low and words[at - 1].amount == held):
            continue
        if facts.amounts[held].unit in aside or depth > 0 or _says_alike(words, at, low):
            others[at] = held
        elif starts and not _is_joined(words, starts[-1], at):
            return ()  # behind a preposition or a noun: whose the next one is would be guessed
        else:
            starts.append(at)
    stops = [*(_opening(words, at, low) for at in starts[1:]), high]
    if not starts or any(start >= stop for start, stop in zip(starts, stops, strict=True)):
        return ()
    spans = zip(starts, stops, strict=True)
    return tuple(_thing(sentence, first, stop, others, last=stop == high) for first, stop in spans)


def _opening(words: Sequence[Word], at: int, low: int) -> int:
    """Where the phrase of an amount begins, with what stands before the number: "more than | 40", "another 40"."""
    while at - 1 > low:
        before = words[at - 1].lower
        pair = (words[at - 2].lower, before)
        if pair in _NEARLY:
            at -= 2
        elif before in LOOSE | DETERMINERS | _ORDERED:
            at -= 1
        else:
            break
    return at


def _is_joined(words: Sequence[Word], before: int, at: int) -> bool:
    """Whether a comma or "and" joins the amount at `at` to the one at `before`, and nothing else opens between."""
    opening = _opening(words, at, before)
    if opening - 1 <= before or words[opening - 1].folded not in _JOINTS:
        return False
    between = words[before:opening]
    return not any(word.lower in _RELATING - {"to", "or"} and word.amount is None for word in between)


def _says_alike(words: Sequence[Word], at: int, low: int) -> bool:
    """Whether an amount says another way what stands before it: "two crates, or 40 kilos", "guns worth 300 lira"."""
    opening = _opening(words, at, low)
    return opening > low and words[opening - 1].lower in _ALIKE


def _thing(sentence: Sentence, first: int, stop: int, others: dict[int, int], *, last: bool) -> Thing:
    words, text = sentence.words, sentence.text
    amount = words[first].amount or 0
    at, counted = first, sentence.facts.amounts[amount].span
    while at < stop and (words[at].amount == amount or _goes_on(words, at, first, stop, last=last)):
        at += 1
    while at - 1 > first and words[at - 1].lower in (*_JOINTS, "of", *DETERMINERS):
        at -= 1
    start = counted.start - (text[max(0, counted.start - 1) : counted.start] in ("$", "£", "€"))
    span = Span(start, max(counted.end, words[at - 1].end))
    alike = tuple(held for where, held in others.items() if first < where < stop and _is_same(words, where, first))
    return Thing(first, stop, Role(span, span.of(text)), tuple(sorted((amount, *alike))))


def _goes_on(words: Sequence[Word], at: int, first: int, stop: int, *, last: bool) -> bool:
    """Whether a word is still of the noun phrase that opens at `first`."""
    word = words[at]
    after = words[at + 1] if at + 1 < stop else None
    if word.lower == "of":
        return after is not None and not after.is_mark and after.date is None and after.amount is None
    if word.lower == "and":
        # "1,300 combat and training aircraft", but "rifles and a large number of shells"
        return not last and after is not None and is_bare(after) and after.lower not in DETERMINERS | LOOSE
    if word.is_mark or word.quoted or word.date is not None or word.amount is not None or is_adverb(word):
        return False
    form = lower_english(word)
    if form in PREPOSITIONS | LOOSE | _RELATING or (form in DETERMINERS and words[at - 1].lower != "of"):
        return False
    if form.endswith("ed") and after is not None and lower_english(after) in PREPOSITIONS:
        return False  # "$250,000 raised in New York": a participle behind its noun (H&P 14.7.1)
    return form not in participles() or (after is not None and is_bare(after) and not after.is_mark)


def _is_same(words: Sequence[Word], at: int, first: int) -> bool:
    """Whether an amount in brackets is the thing again in another measure and no part of it: "(including 40 …)"."""
    opens = next((i for i in range(at, first, -1) if words[i].folded in ("(", "[")), first)
    return not any(words[i].lower in _PARTS for i in range(opens, at))


def _own_days(statement: Statement, sentence: Sentence, things: Sequence[Thing]) -> dict[int, str | None]:
    """The day of each thing where the list has one between two things; a day before or behind all is of all."""
    words, dates = sentence.words, sentence.facts.dates
    found: list[list[int]] = []
    for one in things:
        own = words[one.first : one.stop]
        inside = [word.date for word in own if word.date is not None]
        spread = any(word.lower == "between" for word in own)  # "between 15 August and 15 September": no one day
        found.append([-1, -1] if spread and inside else list(dict.fromkeys(inside)))
    if not any(found[:-1]):
        return {}
    return {place: dates[own[0]].edtf if len(own) == 1 else None for place, own in enumerate(found)}


def _roles_of(statement: Statement, sentence: Sentence, things: Sequence[Thing], place: int) -> dict[str, Role]:
    """The roles of one thing: those of all, and those that stand between it and the next."""
    words = sentence.words
    spans = [one.role.span for one in things]
    last, here = spans[-1].start, things[place]
    own = Span(words[here.first].start, words[here.stop - 1].end)
    roles: dict[str, Role] = {}
    parted: set[str] = set()
    for name, role in statement.roles:
        if name != "object" and any(role.span.overlaps(span) for span in spans):
            continue
        between = name in _OWN_PLACES and spans[0].end <= role.span.start < last
        parted |= {name} if between else set()
        if not between or own.contains(role.span):
            roles[name] = role
    if "recipient" in parted and "recipient" not in roles and (other := _receiver(sentence, here)) is not None:
        roles["recipient"] = other
    return roles


def _receiver(sentence: Sentence, thing: Thing) -> Role | None:
    """To whom a thing of a list goes, where it is told beside it: "200 lira to Veli"."""
    for part in parts_of(sentence.words, thing.first, thing.stop):
        dated = any(sentence.words[at].date is not None for at in range(part.first, part.stop))
        if part.preposition == "to" and not dated:
            return noun_phrase(sentence.text, sentence.facts, sentence.words, range(part.first, part.stop))
    return None
