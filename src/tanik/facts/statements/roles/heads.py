"""What the last noun of a phrase is: someone who does things, a thing that is set up, a noun that is only described.

Comes in: a phrase, or a word before its noun. Goes out: yes or no. Nominative and bare object look alike in Turkish:
who may act is told apart by the noun (Göksel & Kerslake 2005, 8.3 and 22.3).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from tanik.core.morph import readings
from tanik.core.suffixes import Case
from tanik.facts.model import Facts, NameKind
from tanik.facts.statements.lexis.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.lexis.nouns import is_people, noun_of
from tanik.facts.statements.lexis.verbs import Form, Predicate
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["acts", "are_named_together", "are_things", "deals", "describes", "is_human_head", "is_last", "is_set_up"]

_OF_PEOPLE: Final = re.compile(r"c[iu]$|l[iu]$|s[iu]z$|[dt][ae]s$|[ae]n$")
_SEVERAL: Final = re.compile(r"l[ae]r(?:[iu])?$")
_OWNED: Final = re.compile(r"s?[iu]$")
_MADE_OF_PEOPLE: Final = frozenset(("Agt", "With", "Without"))
_PAPERS: Final = ("gazete", "dergi", "mecmua", "ajans", "kitap")
_DOING: Final = (
    *("actors", "humans", "travellers", "companions", "bodies", "troops", "ships", "armies", "institutions"),
    *("raiders", "forces", "vocatives", "groups", "courts", "schools"),
)


def acts(phrase: Phrase) -> bool:
    """Whether a common noun is of those that do things: "vali", "askerler", and no "şiirler"."""
    words = fold_word(phrase.text).split()
    return bool(words) and (
        words[-1] in phrases("actors")
        or words[-1] in phrases("humans")
        or words[-1].endswith(("miz", "muz"))
        or (words[-1].endswith(("lar", "ler")) and not are_things(phrase.text.split()[-1]))
    )


@lru_cache(maxsize=1 << 12)
def are_things(written: str) -> bool:
    """Whether a plural is of things: of a noun of the dictionary that is neither of people nor of what they make up,
    and that no ending makes of them (-CI, -lI, -sIz, -DAş; GK 7.2.2).

    >>> are_things("şiirler"), are_things("işçiler"), are_things("köylüler"), are_things("gazeteler")
    (True, False, False, False)
    """
    if fold_word(written) == "neler":
        return True
    found = [one for one in readings(written) if one.plural and not one.possessive and one.case is Case.NOMINATIVE]
    nouns = [one for one in found if one.part == "Noun" and not one.proper]
    if not nouns or any(one.part == "Adj" or _OF_PEOPLE.search(fold_word(one.lemma)) for one in found):
        return False
    if any(not _MADE_OF_PEOPLE.isdisjoint(one.marks) for one in found):
        return False
    stems = {fold_word(one.lemma) for one in found}
    return stems.isdisjoint(_PAPERS) and stems.isdisjoint(phrases(*_DOING)) and not any(map(is_people, stems))


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
    near = phrase.last == predicate.first - 1 and "bir" in fold_word(phrase.text).split()
    return near and (founding or predicate.form is Form.INFINITIVE)


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


def deals(phrase: Phrase, facts: Facts) -> bool:
    """Whether a phrase is a body, a people or a state, with whom one signs and meets: "Fransızlarla"."""
    if phrase.name is not None:
        return facts.names[phrase.name].kind in (NameKind.ORGANISATION, NameKind.PLACE)
    last = fold_word(phrase.text).split()[-1:]
    people = any(word != _SEVERAL.sub("", word) and is_people(_SEVERAL.sub("", word)) for word in last)
    return people or any(word in phrases("bodies") or _OWNED.sub("", word) in phrases("bodies") for word in last)
