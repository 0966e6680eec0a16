"""A sentence taken apart, as every rule about roles is given it.

Comes in: the words of a sentence and its clauses. Goes out: one value that also keeps the phrases cut from it, since
several rules ask for the same stretch.
"""

from __future__ import annotations

from dataclasses import field
from typing import Any

from tanik.core.made import value
from tanik.core.span import Span
from tanik.facts.model import Facts
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.roles.understood import without_cut_off
from tanik.facts.statements.syntax.adjuncts import without_adjuncts
from tanik.facts.statements.syntax.bracketed import with_bracketed_surnames
from tanik.facts.statements.syntax.clauses import Clause
from tanik.facts.statements.syntax.kindred_phrases import with_attributes
from tanik.facts.statements.syntax.openers import without_opener
from tanik.facts.statements.syntax.phrases import Phrase, phrases_of

__all__ = ["Sentence"]


@value
class Sentence:
    """A sentence taken apart."""

    text: str
    facts: Facts
    span: Span
    words: tuple[Word, ...]
    folded: str
    clauses: tuple[Clause, ...]
    language: str = "tr"
    _forms: set[str] = field(default_factory=set, compare=False, repr=False)
    _cut: dict[tuple[int, int], tuple[Phrase, ...]] = field(default_factory=dict, compare=False, repr=False)
    _facts_at: list[tuple[int, ...]] = field(default_factory=list, compare=False, repr=False)
    # what is kept of each clause, by the object that it is: it is kept itself, so that no other takes its place
    kept: dict[tuple[str, int], tuple[Clause, Any]] = field(default_factory=dict, compare=False, repr=False)

    def has(self, folded: str) -> bool:
        """Whether one of the words is `folded`: most rules about one word are spared most sentences by it."""
        if not self._forms:
            self._forms.update(word.folded for word in self.words)
        return folded in self._forms

    def facts_at(self) -> tuple[int, ...]:
        """Which words have a date or an amount: of most sentences none."""
        if not self._facts_at:
            told = (at for at, word in enumerate(self.words) if word.date is not None or word.amount is not None)
            self._facts_at.append(tuple(told))
        return self._facts_at[0]

    def phrases(self, low: int, high: int) -> tuple[Phrase, ...]:
        """The phrases between words `low` and `high` (left out): cut once, though several rules ask for them."""
        if (low, high) not in self._cut:
            found = without_opener(self.words, phrases_of(self.words, low, high, self.text, self.facts))
            found = with_bracketed_surnames(found, self.words) if self.has(")") else found
            found = without_adjuncts(found, self.words, self.text)
            kindred = self.language == "az"
            if kindred:
                found = with_attributes(found, self.words, self.text, self.facts)
                found = without_cut_off(found, self.words, self.text, self.facts)
            self._cut[low, high] = tuple(found)
        return self._cut[low, high]
