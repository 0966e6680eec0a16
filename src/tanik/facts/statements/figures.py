"""Statements without a verb: lists of goods, figures of a source, and corrections.

Comes in: a sentence, the statements already made of it and of the page before it. Goes out: statements of the
stretches that no verb covers: what a colon announces ("bırakılanlar: 40 çuval un, 3 ton tuz"), a figure given of
something done ("gündelikleri 40 kuruştu", "bu miktar 45 ton"), and one figure or name put in the place of another
("40 değil 45 çuval"). What was done is told by the noun (figure_nouns.csv), else by the statement before that gave
the figure; where neither tells it the action is null. Turkish leaves the copula out (Göksel & Kerslake 12.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tanik.core.span import Span
from tanik.core.tables import read_rows
from tanik.facts.model import NameKind, Role, Statement, refilled
from tanik.facts.statements.discourse.according import according_to
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.figures_listed import dated_parts, is_item, items, wages
from tanik.facts.statements.figures_told import ACCOUNT, told_by, with_parties
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.lexis.verbs import Form, Predicate
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.roles.reading import Sentence
from tanik.facts.statements.syntax.source_papers import paper_in

__all__ = ["Announced", "build_figures"]

_NOT = frozenset(("degil", "deyil", "yoh"))
_WRONG = frozenset(("yanlis", "sehv"))
_BEHIND = 4  # words between a figure put up and the one that replaces it
_STOPS = frozenset((";", ":", ".", "(", ")", "?", "!", "…", "–", "—"))
_COPULA = re.compile(r"[a-z]{2}(?:[dt][iu]r|y?[dt][iu])$")
_TAIL = 3  # words behind the figure that may close its clause


@dataclass(slots=True)
class Announced:
    """What a colon at a sentence's end announces for the next: the action and on whose word."""

    action: str | None = None
    authority: str | None = None
    open: bool = False


@cache
def _nouns() -> tuple[tuple[str, str | None], ...]:
    rows = read_rows("tanik.facts", "figure_nouns.csv")
    return tuple((fold_word(row["noun"]), row["action"] or None) for row in rows)


@cache
def _noun_forms() -> tuple[str, ...]:
    return tuple(noun for noun, _ in _nouns())


def _noun_in(words: Sequence[Word]) -> tuple[str | None, bool]:
    """The action of the last figure noun among words, and whether there is one at all."""
    for word in reversed(words):
        if word.amount is None and word.name is None and word.folded.startswith(_noun_forms()):
            return next(action for noun, action in _nouns() if word.folded.startswith(noun)), True
    return None, False


def _things(sentence: Sentence, low: int, high: int) -> list[int]:
    """The amounts of words `low` to before `high` that are no stretches of time, in order."""
    found = (word.amount for word in sentence.words[low:high] if word.amount is not None)
    return [index for index in dict.fromkeys(found) if sentence.facts.amounts[index].unit not in units_by_kind("time")]


def build_figures(
    sentence: Sentence, context: Context, made: Sequence[Statement], before: Sequence[Statement], announced: Announced
) -> Iterator[Statement]:
    """The statements of a sentence that no verb makes; `announced` learns from its colon."""
    if not made and (parts := _for_days(sentence, context)):
        yield from (with_parties(one, sentence, context) for one in parts)
        return
    for low, high in _stretches(sentence):
        words = sentence.words[low:high]
        free = not any(one.span.overlaps(_span(words)) for one in made) if words else False
        if free:
            told = _of_stretch(sentence, (low, high), context, before, announced)
            yield from (with_parties(one, sentence, context) for one in told)
    _announce(sentence, context, announced)


def _for_days(sentence: Sentence, context: Context) -> list[Statement]:
    """The amounts that a label gives for several days."""
    colon = next((at for at, word in enumerate(sentence.words) if word.folded == ":"), None)
    action = _noun_in(sentence.words[:colon])[0] if colon else None
    return dated_parts(sentence, action, context.authority)


def _span(words: Sequence[Word]) -> Span:
    return Span(words[0].start, words[-1].end)


def _stretches(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The stretches between the marks that part clauses; commas join a list and part nothing."""
    low = 0
    for index, word in enumerate(sentence.words):
        if word.folded in _STOPS:
            if low < index:
                yield low, index
            low = index + 1
    if low < len(sentence.words):
        yield low, len(sentence.words)


def _of_stretch(
    sentence: Sentence, place: tuple[int, int], context: Context, before: Sequence[Statement], announced: Announced
) -> Iterator[Statement]:
    low, high = place
    verbs = (one.predicate for one in sentence.clauses if low <= one.predicate.last < high)
    if any(_is_verb(one) and sentence.words[one.last].folded not in phrases("showing") for one in verbs):
        return
    corrected = _correction(sentence, low, high) if context.authority else None
    if corrected is not None:
        yield from _corrected(sentence, corrected, context, before)
        return
    things = _things(sentence, low, high)
    colon = low > 0 and sentence.words[low - 1].folded == ":"
    if things and colon and announced.open and announced.action is not None and _is_list(sentence, low, high):
        yield from items(sentence, place, things, announced.action, announced.authority or context.authority)
        return
    if len(things) > 1 and (colon or announced.open) and _is_list(sentence, low, high):
        action = _noun_in(sentence.words[:low])[0] if colon else announced.action
        authority = _source(sentence) or (announced.authority if not colon else None)
        for index in things if action is not None else ():
            yield _made(sentence, place, action, (index,), authority or context.authority)
        return
    if not things:
        return
    source = _source(sentence)
    if source is not None:
        yield from _figure(sentence, place, things, source, before)
    elif len(things) == 1 and (told := _alone(sentence, place, things[0], context, before)) is not None:
        yield told
    else:
        yield from wages(sentence, place, context.authority)


def _is_verb(predicate: Predicate) -> bool:
    """Whether a predicate ends its clause and is a verb, not a noun with a copula."""
    return predicate.form is Form.FINITE and predicate.ending != "copula"


def _is_list(sentence: Sentence, low: int, high: int) -> bool:
    """Whether amounts and what they count make up most of a stretch."""
    words = [word for word in sentence.words[low:high] if not word.is_mark]
    counted = 0
    for position, word in enumerate(words):
        near = words[max(0, position - 2) : position]
        counted += word.amount is not None or any(one.amount is not None for one in near) or word.folded == "ve"
    return counted * 4 >= len(words) * 3


def _figure(
    sentence: Sentence, place: tuple[int, int], things: list[int], source: str, before: Sequence[Statement]
) -> Iterator[Statement]:
    """A figure that a source gives of something done: "raporda o sevkiyat 40 çuval", "deftere göre 45 ton"."""
    low, high = place
    last = max(index for index in range(low, high) if sentence.words[index].amount == things[-1])
    first = next(index for index in range(low, high) if sentence.words[index].amount == things[0])
    tail = [word for word in sentence.words[last + 1 : high] if not word.is_mark]
    action, told = _noun_in(sentence.words[low:first])
    action = action or _last_action(before)
    if not told or action is None or not _closes(sentence, things[-1], tail):
        return
    for index in things:
        yield _made(sentence, place, action, (index,), source)


def _alone(
    sentence: Sentence, place: tuple[int, int], thing: int, context: Context, before: Sequence[Statement]
) -> Statement | None:
    """The one figure of a stretch that names no source: as one more author has it, or with a copula and a date."""
    return _told_by(sentence, place, thing, before) or _with_copula(sentence, place, thing, context)


def _told_by(sentence: Sentence, place: tuple[int, int], thing: int, before: Sequence[Statement]) -> Statement | None:
    """What one more author puts a sum at that the page has just given on another's word: "Sabri Bey, 300 bin lira".

    The verb of saying is left out, as in any list of like clauses (Göksel & Kerslake 28.2 on gapping).
    """
    low, high = place[0], _before_note(sentence, place)
    words, facts = sentence.words[low:high], sentence.facts
    # "hesapları inceleyen Sabri Bey, 300 bin lira": what describes him stands before his name
    comma = next((at for at, word in enumerate(words) if word.folded == ","), 0)
    name = words[comma - 1].name if comma else None
    if (
        name is None
        or facts.names[name].kind is not NameKind.PERSON
        or any(w.amount is not None for w in words[:comma])
    ):
        return None
    given = next((one for one in reversed(before) if one.amounts), None)
    unit, money = facts.amounts[thing].unit, units_by_kind("money")
    alike = given is not None and told_by(given) and any(facts.amounts[i].unit in money for i in given.amounts)
    ends = words[-1].amount == thing or (words[-2].amount == thing and words[-1].folded in ("arasinda", "civarinda"))
    if given is None or not alike or unit not in money or not ends:
        return None
    made = replace(_made(sentence, (low, high), given.action, (thing,), facts.names[name].name), rule=ACCOUNT)
    if given.action != "say":
        return made
    teller = Role(facts.names[name].span, facts.names[name].text, facts.names[name].name)
    return replace(made, roles=(*made.roles, ("subject", teller)))


def _before_note(sentence: Sentence, place: tuple[int, int]) -> int:
    """The end of a stretch without the number of a note that lost its first bracket: "300 bin lira 41)."."""
    low, high = place
    words = sentence.words[: high + 1]
    note = high - 1 > low and words[high - 1].amount is None and words[high - 1].folded.isdigit()
    return high - 1 if note and words[high:] and words[high].folded in (")", "]") else high


def _with_copula(sentence: Sentence, place: tuple[int, int], thing: int, context: Context) -> Statement | None:
    """A dated sum of what came or was paid: "12 Mayıs 1922'ye kadar gelen toplam 675 bin liradır" (GK 12.1.1)."""
    low, high = place
    words = sentence.words[low:high]
    date = next((word.date for word in words if word.date is not None), None)
    first = next(at for at, word in enumerate(words) if word.amount == thing)
    if date is None or words[-1].amount != thing or not _COPULA.search(words[-1].folded):
        return None
    told = (_noun_in([word])[0] for word in reversed(words[:first]))
    action = next((one for one in told if one is not None), None)
    if action is None:
        return None
    made = _made(sentence, place, action, (thing,), context.authority)
    return replace(made, when=sentence.facts.dates[date].edtf)


def _closes(sentence: Sentence, thing: int, tail: Sequence[Word]) -> bool:
    """Whether the words behind a figure only name what is counted, or say that it is shown or written so."""
    of = fold_word(sentence.facts.amounts[thing].of or "").split()
    if len(tail) > _TAIL or any(word.amount is not None or word.name is not None for word in tail):
        return False
    return all(word.folded in of or word.folded in phrases("showing") or word is tail[0] for word in tail)


def _last_action(before: Sequence[Statement]) -> str | None:
    """The action of the last statement before that gave a figure."""
    return next((one.action for one in reversed(before) if one.amounts and one.action), None)


def _source(sentence: Sentence) -> str | None:
    """The paper or person that a figure is taken from, as the sentence names it."""
    words, text, facts = sentence.words, sentence.text, sentence.facts
    return according_to(words, text, facts) or paper_in(words, text, facts)


def _made(
    sentence: Sentence, place: tuple[int, int], action: str | None, amounts: tuple[int, ...], authority: str | None
) -> Statement:
    words = list(sentence.words[place[0] : place[1]])
    while words and words[-1].is_mark:
        words.pop()
    while words and words[0].is_mark:
        words.pop(0)
    span = _span(words)
    amount = sentence.facts.amounts[amounts[0]] if amounts else None
    roles: tuple[tuple[str, Role], ...] = ()
    if amount is not None:
        roles = (("object", Role(amount.span, amount.text)),)
    return Statement(
        span=span,
        text=span.of(sentence.text),
        action=action,
        rule="statement-figure",
        roles=roles,
        amounts=amounts,
        attributed_to=authority,
    )


@dataclass(frozen=True, slots=True)
class _Correction:
    """Words `low` to before `high`; the fact struck out (None where none is said) and the one put in."""

    low: int
    high: int
    kind: str
    out: int | None
    put: int


def _correction(sentence: Sentence, low: int, high: int) -> _Correction | None:
    """What "40 değil 45 çuval" or "sayı yanlış, 45 olacak" strikes out and puts in its place."""
    words = sentence.words
    for index in range(low, high):
        behind = range(index + 1, min(high, index + _BEHIND))
        if words[index].folded in _NOT:
            before = range(index - 1, max(low - 1, index - _BEHIND), -1)
            for kind in ("amount", "date", "name"):
                out, put = _first(words, before, kind), _first(words, behind, kind)
                if out is not None and put is not None:
                    return _Correction(low, _end(words, put[0], high), kind, out[1], put[1])
        elif words[index].folded in _WRONG:
            put = _first(words, behind, "amount")
            last = next((i for i in behind if words[i].folded in phrases("corrected")), None)
            if put is not None and last is not None:
                return _Correction(low, last + 1, "amount", None, put[1])
    return None


def _first(words: Sequence[Word], places: Iterable[int], kind: str) -> tuple[int, int] | None:
    """The first of some words that stands on a fact of a kind, and the fact's index."""
    for at in places:
        index = {"amount": words[at].amount, "date": words[at].date, "name": words[at].name}[kind]
        if index is not None:
            return at, index
    return None


def _end(words: Sequence[Word], put: int, high: int) -> int:
    """The word behind the clause that a fact put in closes: its next mark."""
    return next((i for i in range(put, high) if words[i].is_mark), high)


def _corrected(
    sentence: Sentence, found: _Correction, context: Context, before: Sequence[Statement]
) -> Iterator[Statement]:
    """The statement before with the fact put in; nothing where no statement of the page gave the one struck out."""
    facts = sentence.facts
    model = _model(sentence, found, before)
    if model is None:
        return
    amounts = (found.put,) if found.kind == "amount" else ()
    source = _source(sentence) or context.authority
    told = _made(sentence, (found.low, found.high), model.action, amounts, source)
    roles, when = refilled(model.roles, told.roles), model.when
    if found.kind == "date":
        when = facts.dates[found.put].edtf or when
    if found.kind == "name" and found.out is not None:
        name, out = facts.names[found.put], facts.names[found.out].name
        put = Role(name.span, name.text, name.name)
        roles = tuple((place, put if role.name == out else role) for place, role in roles)
    yield replace(told, roles=roles, when=when)


def _model(sentence: Sentence, found: _Correction, before: Sequence[Statement]) -> Statement | None:
    """The last statement of the page that gave what is struck out; of figures alone the last with the same unit."""
    facts = sentence.facts
    put = facts.amounts[found.put].unit if found.kind == "amount" else None
    for one in reversed(before):
        given = [facts.amounts[index] for index in one.amounts]
        if found.kind == "amount" and found.out is None and any(amount.unit == put for amount in given):
            return one
        if found.out is None:
            continue
        if found.kind == "amount" and any(amount.value == facts.amounts[found.out].value for amount in given):
            return one
        if found.kind == "date" and one.when == facts.dates[found.out].edtf:
            return one
        if found.kind == "name" and any(role.name == facts.names[found.out].name for _, role in one.roles):
            return one
    return None


def _announce(sentence: Sentence, context: Context, announced: Announced) -> None:
    """Keep what a colon at the sentence's end announces, through the lines of its list."""
    if announced.open and is_item(sentence):
        return
    announced.open = bool(sentence.words) and sentence.words[-1].folded == ":"
    if announced.open:
        announced.action = _noun_in(sentence.words)[0]
        announced.authority = _source(sentence)
