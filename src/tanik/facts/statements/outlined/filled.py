"""A question with its answer in it, as one sentence that can be read, and the way back to the page.

Comes in: stretches of a page in the order in which the sentence has them, one of them the answer. Goes out: a `Filled`:
the sentence, the page's facts as they stand in it, and for what is read of it where that stands on the page.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from tanik.core.fold import fold
from tanik.core.sentence import sentences
from tanik.core.span import Span
from tanik.facts.model import Amount, DateMention, Facts, Name, Role, Statement
from tanik.facts.outline.lines import trimmed
from tanik.facts.statements.roles.sentence import Sentence
from tanik.page.model import Page

__all__ = ["NOWHERE", "RULE", "Exchange", "Filled", "Take", "bare", "joined", "last_question", "placed", "within"]

RULE: Final = "statement-answered"
NOWHERE: Final = Span(0, 0)  # in a filled question: whoever answers is named beside it
# takes a stretch of a page apart as a sentence, with the facts given
_Fact = TypeVar("_Fact", DateMention, Amount, Name)
Take = Callable[[Page, Facts, Span], Sentence]


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question without its mark and its answer, with what reading them takes; `who` answers: "ben" and "siz"."""

    page: Page
    facts: Facts
    question: Span
    answer: Span
    take: Take
    who: Role | None

    @property
    def said(self) -> str:
        """The answer in comparison form."""
        return fold(self.answer.of(self.page.text))


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled question: its text, where each of its pieces begins there and on the page, which is the answer."""

    text: str
    pieces: tuple[tuple[int, Span], ...]
    answers: int

    @property
    def inner(self) -> Span:
        """Where the answer stands in the text."""
        start, piece = self.pieces[self.answers]
        return Span(start, start + len(piece))

    def on_page(self, span: Span) -> Span | None:
        """The span on the page, of one that goes across pieces the part in the answer.

        >>> joined("kim geldi Ali", (Span(10, 13), Span(4, 9)), 0).on_page(Span(0, 3))
        Span(start=10, end=13)
        """
        parts = [self._part(start, piece, span) for start, piece in self.pieces]
        held = [part for part in parts if part is not None]
        return held[0] if len(held) == 1 else parts[self.answers]

    @staticmethod
    def _part(start: int, piece: Span, span: Span) -> Span | None:
        low, high = max(span.start, start), min(span.end, start + len(piece))
        return Span(low - start + piece.start, high - start + piece.start) if low < high else None

    def facts_of(self, facts: Facts) -> tuple[Facts, tuple[int, ...]]:
        """The facts that stand in the pieces, and of each amount its index on the page."""
        dates, amounts, names = self._moved(facts.dates), self._moved(facts.amounts), self._moved(facts.names)
        moved = Facts(
            tuple(replace(facts.dates[index], span=span) for index, span in dates),
            tuple(replace(facts.amounts[index], span=span) for index, span in amounts),
            tuple(replace(facts.names[index], span=span) for index, span in names),
        )
        return moved, tuple(index for index, _ in amounts)

    def _moved(self, found: Sequence[_Fact]) -> list[tuple[int, Span]]:
        return [
            (index, Span(one.span.start - piece.start + start, one.span.end - piece.start + start))
            for start, piece in self.pieces
            for index, one in within(found, piece)
        ]


def within(found: Sequence[_Fact], span: Span) -> Iterator[tuple[int, _Fact]]:
    """The facts of a kind inside a span, with their numbers.

    >>> list(within((), Span(0, 9)))
    []
    """
    for index in range(bisect_left(found, span.start, key=lambda one: one.span.start), len(found)):
        if found[index].span.start >= span.end:
            return
        if span.contains(found[index].span):
            yield index, found[index]


def joined(text: str, pieces: Sequence[Span], answers: int, *, small: frozenset[int] = frozenset()) -> Filled:
    """The pieces of a page's `text` as one sentence; those in `small` begin with a small letter there.

    >>> joined("Kim geldi? Ali.", (Span(11, 14), Span(4, 9)), 0).text
    'Ali geldi.'
    """
    written, held = "", list[tuple[int, Span]]()
    for index, piece in enumerate(pieces):
        own = trimmed(text, piece)
        written += " " if written and own else ""
        held.append((len(written), own))
        said = own.of(text)
        written += said[:1].lower() + said[1:] if index in small else said
    return Filled(f"{written}.", tuple(held), answers)


def bare(text: str, span: Span) -> Span:
    """A span without the marks around it.

    >>> bare("“Ali.”", Span(0, 6))
    Span(start=1, end=4)
    """
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] == ")"):
        end -= 1
    return Span(start, end)


def last_question(text: str, span: Span) -> Span | None:
    """The last question in a stretch up to its mark, None where there is none.

    >>> last_question("Gelin. Kim geldi?", Span(0, 17))
    Span(start=7, end=16)
    """
    found = [one for one in sentences(text, span) if "?" in one.of(text)]
    end = text.rfind("?", found[-1].start, found[-1].end) if found else -1
    return bare(text, Span(found[-1].start, end)) if end > 0 else None


def placed(one: Statement, exchange: Exchange, filled: Filled, amounts: Sequence[int]) -> Statement:
    """A statement of a filled question with its spans on the page; its own words are the answer."""
    text, roles = exchange.page.text, list[tuple[str, Role]]()
    for place, role in one.roles:
        span = filled.on_page(role.span)
        if role.span == NOWHERE and exchange.who is not None:
            roles.append((place, exchange.who))
        elif span is not None:
            whole = len(span) == len(role.span)
            roles.append((place, Role(span, span.of(text), role.name if whole else _named(exchange, span))))
    return replace(
        one,
        span=exchange.answer,
        text=exchange.answer.of(text),
        rule=RULE,
        roles=tuple(roles),
        amounts=tuple(amounts[index] for index in one.amounts),
        support=(),
        citations=(),
    )


def _named(exchange: Exchange, span: Span) -> str | None:
    """The name that stands in a span of the page."""
    return next((one.name for _, one in within(exchange.facts.names, span)), None)
