"""A headline that asks, set against what the text below it says.

Comes in: one page. Goes out: a finding where a yes-or-no question (often a title) names the same parties as
statements of the text that affirm or deny something about them. Readers remember the question as a claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tanik.compare.model import Examined, Finding, FindingKind, Place
from tanik.compare.slots import SLOTS, same_word, value_of
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Modality, Statement
from tanik.page.model import SegmentKind

__all__ = ["answered", "check_questions"]

_SHARED: Final = 2
_AKIN: Final = frozenset(("transfer", "offer", "promise", "request", "accept"))
_SHOWN: Final = 3
# A title that asks for yes or no whether something was given: also where its wish ("vermek istedi mi?") tells no deed.
_ASKS: Final = re.compile(r"\b(?:ver|sat|gonder|yolla|birak|teslim|teklif|devret)\w*(?: \w+)? m[iu]\w*\s*\?\s*$")


def _names(page: Examined, span: Span) -> set[str]:
    return {name.id for name in page.facts.names if span.contains(name.span)}


def _parties(page: Examined, statement: Statement) -> set[str]:
    """Everyone and everything named in a statement or carried into it."""
    named = {role.name for _, role in statement.roles if role.name}
    return _names(page, statement.span) | {name.id for name in page.facts.names if name.name in named}


def _same_roles(question: Statement, answer: Statement) -> int:
    """How many of doer, receiver and thing both fill alike; a doer must be among them where both name one."""
    told = [(value_of(question, slot), value_of(answer, slot)) for slot in SLOTS]
    alike = [left is not None and right is not None and same_word(left, right) for left, right in told]
    return sum(alike) if alike[0] else 0


def check_questions(page: Examined) -> Iterator[Finding]:
    """One finding for each question that statements of the page answer.

    >>> from tanik.facts.model import Facts
    >>> from tanik.page.model import Page, Source
    >>> list(check_questions(Examined(Page("p", Source("0", "text/plain"), "", ()), Facts())))
    []
    """
    statements = page.facts.statements
    for question in (one for one in statements if one.modality is Modality.ASKED):
        asked = _names(page, question.span)
        answers = [
            one
            for one in statements
            if one.modality is not Modality.ASKED
            and (one.action == question.action or {one.action, question.action} <= _AKIN)
            and (len(asked & _parties(page, one)) >= _SHARED or _same_roles(question, one) >= _SHARED)
        ]
        if answers:
            yield answered(page, question.span, answers)
    for title in (segment.span for segment in page.page.segments if segment.kind is SegmentKind.TITLE):
        told = any(one.modality is Modality.ASKED and title.overlaps(one.span) for one in statements)
        if not told and _ASKS.search(fold(title.of(page.text))):
            asked = _names(page, title)
            answers = [one for one in statements if one.action in _AKIN and len(asked & _parties(page, one)) >= _SHARED]
            if answers:
                yield answered(page, title, answers)


def answered(page: Examined, question: Span, answers: Sequence[Statement]) -> Finding:
    """The finding that a question, or a heading read as one, is answered below, with the first answers."""
    first = answers[0]
    return Finding(
        FindingKind.CONFLICT,
        (Place(page.id, question), *(Place(page.id, one.span) for one in answers[:_SHOWN])),
        "title-question",
        (("question", question.of(page.text)), ("answer", first.text), ("polarity", first.polarity.value)),
        tuple(("answer", f"{one.action}, {one.polarity}, {one.modality}") for one in answers[:_SHOWN]),
    )
