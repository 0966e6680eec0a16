"""The dialogue of a page as its statements meet it: whose words a stretch is, and what short answers add.

Comes in: a page and its facts. Goes out: a `Talk`, which parts the stretches at the labels of turns and puts what
answers tell beside what was read. A page without turns is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tanik.facts.cover import Cover
from tanik.facts.model import Facts, Modality, Statement
from tanik.facts.outline.turns import Turn, turns_of
from tanik.facts.quotations.turns import read_labels
from tanik.facts.statements.outlined.answered import answered
from tanik.facts.statements.outlined.filled import Take
from tanik.facts.statements.outlined.spoken import in_turns
from tanik.facts.statements.stretches import Stretch
from tanik.page.model import Page

__all__ = ["Talk"]


@dataclass(frozen=True, slots=True)
class Talk:
    """The turns of a page and who holds which office by its head."""

    page: Page
    facts: Facts
    turns: tuple[Turn, ...]
    offices: Mapping[str, str]

    @classmethod
    def of_page(cls, page: Page, facts: Facts) -> Talk:
        """The dialogue of a page, without turns where it holds none.

        >>> from tanik.page.model import Source
        >>> Talk.of_page(Page("p1", Source("0", "text/plain"), "Köprü yıkıldı.", ()), Facts()).turns
        ()
        """
        turns = turns_of(page, facts.names)
        return cls(page, facts, turns, read_labels(page.text).offices if turns else {})

    def parted(self, stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
        """The stretches with each labelled turn apart."""
        return tuple(in_turns(stretches, self.turns, self.page.text, self.offices) if self.turns else stretches)

    def with_answers(self, found: Sequence[Statement], take: Take) -> list[Statement]:
        """The statements of a page and those of its short answers, which stand for their questions too.

        What was read of such an answer or asked by its question alone gives way.
        """
        if not self.turns:
            return list(found)
        told = list(answered(self.page, self.facts, self.turns, take, self.offices))
        answers = Cover(one.span for one in told)
        answering = [turn for turn in self.turns if turn.question is not None and answers.touches(turn.body)]
        posed = Cover(turn.question for turn in answering if turn.question is not None)
        kept = [one for one in found if not answers.holds(one.span)]
        return [one for one in kept if one.modality is not Modality.ASKED or not posed.holds(one.span)] + told
