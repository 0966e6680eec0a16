"""What the last noun of a phrase is: someone who does things, a thing that is set up, a noun that is only described.

Comes in: a phrase, or a word before its noun. Goes out: yes or no. Nominative and bare object look alike in Turkish:
who may act is told apart by the noun (Göksel & Kerslake 2005, 8.3 and 22.3).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tanik.facts.statements.lexis.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.lexis.nouns import noun_of
from tanik.facts.statements.lexis.verbs import Predicate
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["acts", "are_named_together", "describes", "is_human_head", "is_last", "is_set_up"]


def acts(phrase: Phrase) -> bool:
    """Whether a common noun is of those that do things: "vali", "askerler"."""
    words = fold_word(phrase.text).split()
    return bool(words) and (
        words[-1] in phrases("actors")
        or words[-1] in phrases("humans")
        or words[-1].endswith(("lar", "ler", "miz", "muz"))
    )


def describes(word: Word, text: str) -> bool:
    """Whether a word before a noun only describes it, so that no izafet stands between the two."""
    if word.amount is not None or word.folded in phrases("determiners") or word.folded[:1].isdigit():
        return True
    form = noun_of(text[word.start : word.end])
    return form.adjective or word.folded.endswith(("lik", "luk", "li", "lu", "siz", "suz", "ki"))


def is_set_up(phrase: Phrase, predicate: Predicate) -> bool:
    """Whether "bir ordu" right before a verb of founding is what was founded: an indefinite acts first (GK 22.3)."""
    if any("troops" in row.needs for row in predicate.rows):
        return has_word("troops", fold_word(phrase.text))  # "Söke'ye asker çıkardılar"
    founding = any(row.action == "found" for row in predicate.rows[:1])
    return founding and phrase.last == predicate.first - 1 and fold_word(phrase.text).startswith("bir ")


def is_human_head(phrase: Phrase) -> bool:
    """Whether a possessed phrase is someone in a post or a body: "Kayseri valisi", "Yunan ordusu"."""
    last = fold_word(phrase.text.split()[-1])
    stems = {last.removesuffix("si"), last.removesuffix("su"), last.rstrip("iu"), last.removesuffix("leri")}
    stems |= {last.removesuffix("lari")}
    return (
        last in phrases("humans")
        or bool(stems & phrases("actors"))
        or (last in phrases("groups") and phrase.first < phrase.last)
    )


def are_named_together(nominatives: Sequence[Phrase], words: Sequence[Word]) -> bool:
    """Whether all nominatives are names with commas between: who acts, and nothing acted on (GK 14.3.3.1).

    A name is definite, and as an object would stand in the accusative: "Sırbistan, Yunanistan ödeme yapmadı".
    """
    named = all(phrase.name is not None for phrase in nominatives)
    parted = all(
        words[one.last + 1].folded == "," and one.last + 2 == other.first for one, other in pairwise(nominatives)
    )
    return len(nominatives) > 1 and named and parted


def is_last(found: Sequence[Phrase], position: int) -> bool:
    """Whether a name is the last of a list that shares its genitive: of "Ali ve Nuri'nin yazdığı" Ali is the first."""
    here, before = found[position], found[position - 1] if position else None
    shares = before is not None and before.shared and before.case == "gen"
    return shares and here.name is not None and here.case == "gen"
