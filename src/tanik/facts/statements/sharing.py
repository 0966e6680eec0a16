"""One statement for each thing counted, where several share one verb.

Comes in: a statement as its clause made it. Goes out: the same, or one statement for each thing: "30 sarnıç petrol ile
2 sarnıç benzin gönderdi" are two shipments, "2 okul ve 1 köprü açıldı" two openings (Göksel & Kerslake 2005, 26.1).
Where each has its own day ("1921'de 500, 1922'de 300 lira verdi") each is of that day (gapping: 26.1.5).
Percentages and times stay with each; of a part and its whole only the part was handed over (15.5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from tanik.facts.model import Amount, Role, Statement, refilled
from tanik.facts.statements.lexis.lexicon import fold_word
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.roles.counted import counted_thing
from tanik.facts.statements.roles.parts import is_shared_behind
from tanik.facts.statements.roles.reading import Sentence

__all__ = ["shared_out"]

_SHARING: Final = frozenset(("transfer", "promise", "request", "offer", "use", "lose"))
# deeds done to several works at once
_OPENING: Final = frozenset(("begin", "found", "publish", "abolish", "end"))
_FROM: Final = re.compile(r"[dt][ae]n$")
_TO: Final = re.compile(r"[ae]$")
_LISTED: Final = re.compile(r"[^.;:!?\d]{0,30}?(?:,| ve| ile) ?")
_GENITIVE: Final = re.compile(r"(?:\s?[^\W\d_]+)?['’]?n?[iu]n (?:ancak |yalniz |sadece )?")
_OWNED: Final = re.compile(r"(?:\d|[a-z])['’-]?s?[iu](?:n[iuae]?\b|\b)")
_FOR: Final = re.compile(r"['’]?\w*(?: [^\W\d_]+)?(?: [^\W\d_]+n?[iu]n [^\W\d_]+[iu])? (?:icin|ucun)\b")
_GOES_ON: Final = re.compile(r"[,;]|\b(?:ve|ile|ise)\b")
_DESCRIBES: Final = re.compile(r"['’]?(?:l[iu]k|(?:s?[iu])?y?l[ae])")
_SHAPED: Final = frozenset(("halinde", "seklinde"))


def shared_out(statement: Statement, sentence: Sentence) -> Iterator[Statement]:
    """The statement, or one for each thing that it counts; amounts of a whole whose part is told are left out."""
    statement, things = _without_wholes(_without_purposes(_without_shapes(statement, sentence), sentence), sentence)
    opened = _opened(statement, things, sentence) if statement.action in _OPENING else None
    if opened is not None:
        for index in things:
            roles = refilled(statement.roles, {opened: counted_thing(index, sentence)})
            yield replace(statement, roles=roles, amounts=(index,))
        return
    giver = statement.first("subject")
    amounts = sentence.facts.amounts
    things = [index for index in things if giver is None or not giver.span.contains(amounts[index].span)]
    goods = [index for index in things if amounts[index].unit != "person"]
    things = goods or things  # "elli gence yüzer lira": so many people have a share, they are not given
    again = {word.start for before, word in pairwise(sentence.words) if before.folded == "yani"}
    things = [index for index in things if amounts[index].span.start not in again]
    things = [index for index in things if not _only_describes(index, sentence)]
    days = _own_days(statement, things, sentence) if statement.action is None and len(things) > 1 else {}
    if days:
        # "nüfus 1920'de 900'e, 1930'da 1.400'e çıktı": what it came to on one day is not what it came to on the other
        for index in things:
            yield replace(statement, amounts=(index,), when=days.get(index))
        return
    if statement.action not in _SHARING or len(things) < 2 or _is_change(things, sentence):
        yield _with_first(statement, things, sentence)
        return
    kept, days = _not_in_list(statement, things, sentence), _own_days(statement, things, sentence)
    for index in things:
        roles = refilled(kept, {"object": counted_thing(index, sentence)})
        when = days.get(index, statement.when)
        yield replace(statement, roles=roles, amounts=(index,), when=when)


def _with_first(statement: Statement, things: Sequence[int], sentence: Sentence) -> Statement:
    """The statement with the first of a list, where that alone is counted: "300 tüfek, top ve cephane gönderdi"."""
    last = statement.first("object")
    if statement.action not in _SHARING or len(things) != 1 or last is None:
        return statement
    first = counted_thing(things[0], sentence)
    between = fold_word(sentence.text[first.span.end : last.span.start]) if first.span.end < last.span.start else ""
    numbered = any(char.isdigit() for char in last.text)  # "80 mermi ile 400 Vetterli tüfeği": it has its own
    listed = between and not numbered and _LISTED.fullmatch(between) is not None and not _FOR.match(between)
    return replace(statement, roles=refilled(statement.roles, {"object": first})) if listed else statement


def _only_describes(index: int, sentence: Sentence) -> bool:
    """Whether an amount is how large another thing is or what was done with it: "2.000 liralık borç", "3 katırıyla".

    The one is an adjective (Göksel & Kerslake 2005, 8.3.1), the other has the instrumental (14.3.3.6).
    """
    end = sentence.facts.amounts[index].span.end
    last = next((word for word in sentence.words if word.start < end <= word.end), None)
    return last is not None and _DESCRIBES.fullmatch(fold_word(sentence.text[end : last.end])) is not None


def _own_days(statement: Statement, things: Sequence[int], sentence: Sentence) -> dict[int, str | None]:
    """The day of each thing where the list has one for some: before its thing or, where things come first, behind it.

    A list goes on behind a comma or "ve", and a day that stands before all of it, or behind all of it, is of all.
    """
    facts, text, end = sentence.facts, sentence.text, statement.span.end
    spans = [facts.amounts[index].span for index in things]
    told = dict.fromkeys(word.date for word in sentence.words if word.date is not None)
    days = [one for one in (facts.dates[index] for index in told) if statement.span.contains(one.span)]
    days = [one for one in days if not any(one.span.overlaps(span) for span in spans)]
    if not days or any(_GOES_ON.search(text, one.end, other.start) is None for one, other in pairwise(spans)):
        return {}
    first, last = spans[0].start, spans[-1].start
    if days[0].span.start < first:
        if len(days) < 2:
            return {}
        before = {
            index: [one for one in days if one.span.end <= span.start]
            for index, span in zip(things, spans, strict=True)
        }
        return {index: found[-1].edtf for index, found in before.items()}
    if days[0].span.start > last:
        return {}
    stops = [*(span.start for span in spans[1:]), end]
    behind = {
        index: [one for one in days if span.end <= one.span.start < stop]
        for index, span, stop in zip(things, spans, stops, strict=True)
    }
    return {index: found[0].edtf if found else None for index, found in behind.items()}


def _without_shapes(statement: Statement, sentence: Sentence) -> Statement:
    """The statement without the amounts that say how a thing came: "üç parti hâlinde yüz lira verdi" (GK 17.3)."""
    if not any(map(sentence.has, _SHAPED)):
        return statement
    shapes = {word.amount for word, after in pairwise(sentence.words) if after.folded in _SHAPED}
    return replace(statement, amounts=tuple(index for index in statement.amounts if index not in shapes))


def _without_purposes(statement: Statement, sentence: Sentence) -> Statement:
    """The statement without what its deed was for: "20 ton incir ile 8 ton üzümün navlunu için 300 lira istedi".

    What stands with "için" is no object of the verb (Göksel & Kerslake 2005, 17.2.1).
    """
    spans = [sentence.facts.amounts[index].span for index in statement.amounts]
    if len(spans) < 2:
        return statement
    stops = [*(span.start for span in spans[1:]), statement.span.end]
    left_out: set[int] = set()
    goes_on = False  # whether the amount behind is one of these
    for index, span, stop in reversed([*zip(statement.amounts, spans, stops, strict=True)]):
        behind = fold_word(sentence.text[span.end : stop])
        listed = goes_on and "," not in behind and _LISTED.fullmatch(behind) is not None
        goes_on = listed or _FOR.match(behind) is not None
        if goes_on:
            left_out.add(index)
    if len(left_out) == len(spans):
        return statement
    return replace(statement, amounts=tuple(index for index in statement.amounts if index not in left_out))


def _not_in_list(statement: Statement, things: Sequence[int], sentence: Sentence) -> tuple[tuple[str, Role], ...]:
    """The roles, without a "with" that only joins two of the things: "30 sarnıç petrol ile 2 sarnıç benzin"."""
    spans = [sentence.facts.amounts[index].span for index in things]
    return tuple(
        (place, role)
        for place, role in statement.roles
        if place not in ("companion", "means") or not any(role.span.overlaps(span) for span in spans)
    )


def _without_wholes(statement: Statement, sentence: Sentence) -> tuple[Statement, list[int]]:
    """The statement without the wholes of what it counts in part, and the amounts that are of things."""
    amounts = sentence.facts.amounts
    things = [index for index in statement.amounts if amounts[index].unit not in units_by_kind("time", "percent")]
    wholes = {one for one, part in pairwise(things) if _is_whole_of(amounts[one], amounts[part], sentence)}
    told = max(statement.span.end, max((role.span.end for _, role in statement.roles), default=0))
    # of "on milyon rublenin bir kısmı" nobody says how much it was
    wholes |= {one for one in things if is_shared_behind(sentence.text, amounts[one].span.end, told)}
    if wholes:
        statement = replace(statement, amounts=tuple(index for index in statement.amounts if index not in wholes))
    return statement, [index for index in things if index not in wholes]


def _opened(statement: Statement, things: Sequence[int], sentence: Sentence) -> str | None:
    """Which place several works in one list fill ("3 fabrika, 2 okul ve 1 köprü açıldı"); None where none do."""
    amounts = sentence.facts.amounts
    spans = [amounts[index].span for index in things]
    gaps = [fold_word(sentence.text[one.end : other.start]) for one, other in pairwise(spans)]
    if not gaps or any(amounts[index].unit != "count" for index in things):
        return None
    if not all(_LISTED.fullmatch(gap) for gap in gaps):
        return None
    held = ((place, role) for place in ("object", "subject") if (role := statement.first(place)) is not None)
    return next((place for place, role in held if any(role.span.overlaps(span) for span in spans)), None)


def _is_whole_of(whole: Amount, part: Amount, sentence: Sentence) -> bool:
    """Whether of two amounts the first is only what the second is a part of: "62 sandık fişeğin 50'si" (GK 15.5)."""
    between = sentence.text[whole.span.end : part.span.start]
    after = fold_word(sentence.text[part.span.start : part.span.end + 4])
    return _GENITIVE.fullmatch(fold_word(between)) is not None and _OWNED.search(after) is not None


def _is_change(things: Sequence[int], sentence: Sentence) -> bool:
    """Whether two amounts are the ends of one change: "80 kuruştan 120 kuruşa yükseltilmesini"."""
    ends = []
    for index in things:
        last = max((w for w in sentence.words if w.amount == index), key=lambda word: word.end, default=None)
        ends.append(last.folded if last is not None else "")
    return len(ends) == 2 and bool(_FROM.search(ends[0])) and bool(_TO.search(ends[1]))
