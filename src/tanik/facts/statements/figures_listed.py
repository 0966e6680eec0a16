"""Figures told by their place: the lines of an announced list, and wages without a verb.

Comes in: a stretch of a sentence that no verb covers. Goes out: its statements. In "Gelirler şöyleydi:" followed by
lines "Kızılay: 500 lira" the label of each line is the giver; of "işçiye günde 90 kuruş" the verb of giving is left
out, as Turkish does with what the case and the sum already say (Göksel & Kerslake 12.1, 15.7 on elliptical answers).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import Role, Statement
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.roles.reading import Sentence
from tanik.facts.statements.syntax.fillers import role_of

__all__ = ["dated_parts", "is_item", "items", "wages"]

_LONGEST_LABEL: Final = 6  # words
_LONGEST_ITEM: Final = 24
_TOTALS: Final = ("toplam", "yekun", "cemi", "ceman", "hepsi")
_LONGEST_REST: Final = 3  # words beside a day and its amount: "yılında", "külçe altın"


def is_item(sentence: Sentence) -> bool:
    """Whether a sentence is a line of a list: a short label, a colon and what is counted."""
    words = sentence.words
    colon = next((index for index, word in enumerate(words[: _LONGEST_LABEL + 1]) if word.folded == ":"), None)
    if colon is None or colon == 0 or len(words) > _LONGEST_ITEM:
        return False
    return any(word.amount is not None for word in words[colon + 1 :])


def items(
    sentence: Sentence, place: tuple[int, int], things: Sequence[int], action: str, authority: str | None
) -> Iterator[Statement]:
    """One statement for each thing of a line; of what was given or paid the label is the giver, or its day."""
    words, text = sentence.words, sentence.text
    label = [word for word in words[: place[0]] if not word.is_mark]
    if not label:
        return
    if label[0].folded.startswith(_TOTALS):
        return  # what the lines come to is told of no one
    name = next((word.name for word in label if word.name is not None), None)
    date = next((word.date for word in label if word.date is not None), None)
    told = Span(label[0].start, label[-1].end)
    named = sentence.facts.names[name] if name is not None else None
    whole = named if named is not None and named.span.start <= told.start and named.span.end >= told.end else None
    giver = Role(told, told.of(text), whole.name if whole is not None else None)
    last = max(index for index in range(*place) if words[index].amount is not None or not words[index].is_mark)
    span = Span(told.start, words[last].end)
    for index in things:
        amount = sentence.facts.amounts[index]
        roles = [("object", Role(amount.span, amount.text))]
        if action == "transfer" and date is None:
            roles.append(("subject", giver))
        yield Statement(
            span,
            span.of(text),
            action,
            "statement-figure",
            tuple(roles),
            when=sentence.facts.dates[date].edtf if date is not None else None,
            amounts=(index,),
            attributed_to=authority,
        )


def wages(sentence: Sentence, place: tuple[int, int], authority: str | None) -> Iterator[Statement]:
    """What someone was paid for a time, told without a verb: "işçilere günde 3 kuruş, ustalara 9 kuruş"."""
    words, facts = sentence.words, sentence.facts
    paid_by_time = False
    for low, high in _parts(words, place):
        sums = [i for i in range(low, high) if words[i].amount is not None and _is_money(words[i], sentence)]
        paid_by_time = paid_by_time or any(word.folded in phrases("pay_periods") for word in words[low:high])
        if not sums or sums[-1] != high - 1 or not paid_by_time:
            continue
        index = words[sums[-1]].amount
        first = next(i for i in range(low, high) if words[i].amount == index)
        paid = next((one for one in sentence.phrases(low, first) if one.case == "dat"), None)
        # of "kira ayda elli lira" a price is told, and no one was paid
        alone = first - 1 == low and words[low].folded in phrases("pay_periods")
        if index is None or (paid is None and not alone):
            continue
        amount = facts.amounts[index]
        span = Span(words[low].start, words[high - 1].end)
        roles = [("object", Role(amount.span, amount.text))]
        if paid is not None:
            roles.append(("recipient", role_of(paid, sentence.text, facts)))
        yield Statement(
            span,
            span.of(sentence.text),
            "transfer",
            "statement-figure",
            tuple(roles),
            amounts=(index,),
            attributed_to=authority,
        )


def dated_parts(sentence: Sentence, action: str | None, authority: str | None) -> list[Statement]:
    """What a label tells for several days, each with its amount: "Gelen: 1921'de 6 milyon; 1922'de 3 milyon ruble".

    Nothing but days and amounts stands behind the colon; the verb and what one part says for all are left out, as in
    any list of like clauses (Göksel & Kerslake 28.2). Empty where there are no two such parts, or the label names no
    deed.
    """
    words, facts = sentence.words, sentence.facts
    colon = next((at for at, word in enumerate(words[: _LONGEST_LABEL + 1]) if word.folded == ":"), None)
    if action is None or colon is None or any(word.date is not None for word in words[:colon]):
        return []
    made = []
    for low, high in _parts(words, (colon + 1, len(words))):
        dates = {word.date for word in words[low:high] if word.date is not None}
        amounts = {word.amount for word in words[low:high] if word.amount is not None}
        if not dates and not amounts:
            continue
        rest = [word for word in words[low:high] if word.date is None and word.amount is None]
        date, amount = dates.pop() if dates else None, amounts.pop() if amounts else None
        if date is None or amount is None or dates or amounts or len(rest) > _LONGEST_REST:
            return []
        told = facts.amounts[amount]
        span = Span(words[low].start, words[high - 1].end)
        object_ = ("object", Role(told.span, told.text))
        when = facts.dates[date].edtf
        made.append(
            Statement(
                span,
                span.of(sentence.text),
                action,
                "statement-figure",
                (object_,),
                when=when,
                amounts=(amount,),
                attributed_to=authority,
            )
        )
    return made if len(made) > 1 else []


def _is_money(word: Word, sentence: Sentence) -> bool:
    return word.amount is not None and sentence.facts.amounts[word.amount].unit in units_by_kind("money")


def _parts(words: Sequence[Word], place: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The parts of a stretch between its commas."""
    low = place[0]
    for index in range(*place):
        if words[index].is_mark:
            if low < index:
                yield low, index
            low = index + 1
    if low < place[1]:
        yield low, place[1]
