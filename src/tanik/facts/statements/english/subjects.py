"""Who an English clause is about: what stands before its verb, what a pronoun there stands for.

Comes in: a sentence, one of its clauses, the subject that the clauses before carry on, what the sentences before left.
Goes out: the subject as a role; None where nobody is told (Huddleston & Pullum, The Cambridge Grammar of the English
Language, 2002, 12.1-12.3 on relative clauses, 14.9 on participles that open a sentence, 16.5 on inversion).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tanik.facts.model import Facts, NameKind, Role
from tanik.facts.statements.english.adjuncts import antecedent, subject_from
from tanik.facts.statements.english.bodies import is_of_institution
from tanik.facts.statements.english.clauses import Clause, relative_that, that_in_subject
from tanik.facts.statements.english.forms import verb_at
from tanik.facts.statements.english.memory import Memory
from tanik.facts.statements.english.nominals import noun_phrase
from tanik.facts.statements.english.phrases import (
    DETERMINERS,
    PREPOSITIONS,
    apposed,
    is_adverb,
    is_plural,
    lower_english,
)
from tanik.facts.statements.english.verbs import AUXILIARIES, SUBORDINATORS, is_head
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.words import Word

__all__ = ["Sentence", "fronted_subject", "goes_on_with", "object_relative", "of_relative", "subject_of"]

_RELATIVES: Final = frozenset(("which", "who", "whose", "what", "that"))
_STANDING_FOR: Final = phrases("english_standing_for")
_PRONOUNS: Final = phrases("english_nominatives") - {"we"}
_SPOKEN_OF: Final = frozenset(("he", "she", "his", "her", "him"))
_OBJECTS: Final = phrases("english_accusatives")
# they may open a clause, or what is left of a phrase before
_OPENERS: Final = phrases("english_subject_openers")
_ALONE: Final = phrases("english_standing_alone")
_ABOUT: Final = phrases("english_approximators")
_TWO: Final = 2
_INVERTED: Final = frozenset(("begin", "end", "move", "die", "arrive"))
_ARTICLES: Final = phrases("english_phrase_openers")


@dataclass(frozen=True, slots=True)
class Sentence:
    """What the clauses of one sentence share."""

    text: str
    facts: Facts
    words: Sequence[Word]
    authority: str | None


def subject_of(sentence: Sentence, clause: Clause, carried: Role | None, memory: Memory) -> Role | None:
    """Who stands before the verb group; the carried subject where no one does, a person where a pronoun does."""
    words = sentence.words
    low = subject_from(words, clause.start, clause.group)
    inside = [i for i in range(low, clause.group) if not words[i].is_mark]
    if all(words[i].date is not None or lower_english(words[i]) in PREPOSITIONS for i in inside):
        inside = []  # "and in 1908 began writing"
    low, inside = _bounded(words, clause, low, inside)
    if not inside and clause.verb == 1 and lower_english(words[0]) in PREPOSITIONS and words[1].lower.endswith("ing"):
        carried = _behind_comma(sentence, clause)  # "After leaving Kars, she sold": who leaves is who sells (14.9)
    if not inside:
        carried = None if _is_behind_supplement(words, clause) else carried
        inverted = clause.start == 0 and clause.group > 0 and verb_at(words, clause.verb).action in _INVERTED
        # "On 3 May began the talks": the subject stands behind the verb (H&P 2002, 16.5)
        return None if inverted and lower_english(words[min(clause.verb + 1, len(words) - 1)]) in _ARTICLES else carried
    if (beside := apposed(words, sentence.facts, low, clause.group)) is not None:
        return beside
    if words[inside[-1]].lower in _PRONOUNS:
        inside = inside[-1:]  # "Between 1908 and 1919 it printed"
    first = lower_english(words[inside[0]])
    after = words[clause.verb + 1].lower if clause.verb + 1 < len(words) else ""
    # what is left of a phrase before: "the lands ceded | to Italy had been sold"
    left_over = first in ("to", "of", "by", "from") and low == clause.start and low > 0
    # "the governor had the mill burned": who has a thing done does not do it (H&P 2002, 14.5.3)
    left_over = left_over or (clause.group == clause.verb and any(words[i].lower == "had" for i in inside[1:]))
    if left_over or (first == "it" and len(inside) == 1 and after in ("that", "to") and clause.group < clause.verb):
        return None  # "it is agreed that": the clause behind is what is agreed (H&P 2002, 11.4)
    if first in ("he", "she", "they") and all(_is_passing(words[i]) for i in inside[1:]):
        inside = inside[:1]  # "He next convened"
    # "Among the gifts to the town that succeeded it": what "that" stands for stands right before it
    that_one = len(inside) > 2 and first in PREPOSITIONS | {"following"} and words[inside[-1]].lower == "that"
    if that_one or (len(inside) == 1 and first in _STANDING_FOR):
        return _meant_by(sentence, inside[-1], carried, memory)
    if first == "which" and len(inside) > 1 and inside[0] and words[inside[0] - 1].lower in PREPOSITIONS:
        low, first = inside[1], ""  # "the day on which the army came"
    stray = any(words[i].lower in _OBJECTS for i in inside)  # "but left them, were now": in no subject
    if stray or first in (*_RELATIVES, "it", "they"):  # "It weighs two tons and was restored"
        thing = first != "it" or memory.kind_of(carried, sentence.facts) is not NameKind.PERSON
        return carried if thing else None  # no person is "it"
    return noun_phrase(sentence.text, sentence.facts, words, range(low, clause.group), head=True)


def _behind_preposition(words: Sequence[Word], inside: list[int]) -> int | None:
    """Where a subject begins right behind a phrase that no comma closes: behind its pronoun, or with a number.

    "Under it | 1.2 million people left", "In the same year | 40,000 Greeks left": a pronoun is a phrase by itself, and
    a number behind a noun or a date begins another (Huddleston & Pullum 2002, 5.2, 5.7).
    """
    if len(inside) > _TWO and words[inside[1]].lower in _ALONE:
        return inside[_TWO]
    number = next((at for at in range(_TWO, len(inside)) if words[inside[at]].amount is not None), None)
    if number is None:
        return None
    while number > _TWO and lower_english(words[inside[number - 1]]) in _ABOUT:
        number -= 1
    before = words[inside[number - 1]]
    noun = before.lower.isalpha() and lower_english(before) not in PREPOSITIONS | DETERMINERS | _ABOUT
    return inside[number] if noun or before.date is not None else None


def _bounded(words: Sequence[Word], clause: Clause, low: int, inside: list[int]) -> tuple[int, list[int]]:
    """Where the subject begins in a stretch before the verb, and its words: behind "that" and "when", in no phrase.

    What a preposition opens is the subject of nothing (Abney, Parsing by Chunks, 1991).
    """
    opens = lower_english(words[inside[0]]) if inside else ""
    that = next((i for i in inside[1:-1] if words[i].lower == "that"), None)
    if opens == "it" and that is not None:
        return that + 1, [i for i in inside if i > that]  # "it was not until May that Ismet signed"
    if len(inside) > 1 and words[inside[0]].lower == "that":
        low = subject_from(words, inside[1], clause.group)  # "that in case of need a further loan was granted"
        return low, [i for i in inside if i >= low]
    opened = next((i for i in reversed(inside[1:-1]) if words[i].lower in SUBORDINATORS), None)
    if opened is not None:
        return opened + 1, [i for i in inside if i > opened]  # "at the time when the troops marched"
    left_over = opens in _OPENERS
    left_over = left_over or (len(inside) > 1 and words[inside[1]].amount is not None)  # "around 900 people"
    if inside and inside[0] == low and opens in PREPOSITIONS and not left_over:
        if (begins := _behind_preposition(words, inside)) is not None:
            return begins, [i for i in inside if i >= begins]
        alone = not any(words[i].is_mark for i in range(low, clause.group))
        relative = words[inside[-1]].lower in _RELATIVES | _PRONOUNS
        return low, inside if relative or not alone else []  # "and through the town marched"
    return low, inside


def _is_behind_supplement(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a comma that closes a supplement stands right before a verb (H&P 2002, 15.5)."""
    at = clause.start - 1
    if at < 1 or words[at].folded != ",":
        return False
    opens = next((i for i in range(at - 1, 0, -1) if words[i - 1].folded == ","), 0)
    return words[opens].lower in ("including", "except", "among", "notably", "especially", "particularly", "with")


def _behind_comma(sentence: Sentence, clause: Clause) -> Role | None:
    """The name that stands behind the comma of an adjunct that opens a sentence; None of a pronoun or a noun."""
    words = sentence.words
    comma = next((at for at in range(clause.verb, len(words) - 1) if words[at].folded == ","), None)
    held = words[comma + 1].name if comma is not None else None
    name = sentence.facts.names[held] if held is not None else None
    return Role(name.span, name.text, name.name) if name is not None else None


def _is_passing(word: Word) -> bool:
    return is_adverb(word) or word.lower in ("next", "then", "once", "again", "himself", "herself", "therefore", "soon")


def _meant_by(sentence: Sentence, at: int, carried: Role | None, memory: Memory) -> Role | None:
    """Whom a pronoun that is the whole subject stands for."""
    first = lower_english(sentence.words[at])
    if first in ("he", "she"):
        return _person_meant(sentence, at, memory)
    if first == "they":
        return _several_meant(sentence, at, carried, memory)
    if at and first == "which" and sentence.words[at - 1].lower in PREPOSITIONS:
        return memory.deal.thing  # "raised 900 pounds, much of which was sent"
    before = antecedent(sentence.words, sentence.facts, sentence.text, at) if at else None
    if before is not None and first == "which" and sentence.words[at - 1].folded == ",":
        opens = next(i for i in range(at) if sentence.words[i].start >= before.span.start)
        while opens and sentence.words[opens - 1].lower in DETERMINERS:
            opens -= 1
        if opens and sentence.words[opens - 1].lower == "and":
            return None  # of the pact between Italy and Greece, which failed: the pact, or who made it
    return before or (None if at and first == "which" else carried)


def _several_meant(sentence: Sentence, at: int, carried: Role | None, memory: Memory) -> Role | None:
    """Whom "they" means: who opens this sentence in the plural, else whom the clause before goes on about."""
    if at + 1 < len(sentence.words) and sentence.words[at + 1].lower in ("say", "claim"):
        return None  # people at large (H&P 2002, 17.2.4)
    several = carried is None or memory.may_be_several(carried, sentence.facts)
    return _told_in_plural(sentence, at) or (carried if several else memory.many)


def _told_in_plural(sentence: Sentence, at: int) -> Role | None:
    """The subject that opens this sentence, if it is a plural: "The Greeks pressed on, and by May they had …".

    A subject of the same sentence goes before what the last one left (Lappin & Leass 1994).
    """
    words = sentence.words
    verb = next((i for i in range(at) if is_head(words, i)), 0)
    low = subject_from(words, 0, verb)
    while verb > low and (lower_english(words[verb - 1]) in AUXILIARIES or _is_passing(words[verb - 1])):
        verb -= 1
    if verb - low < 1 or any(words[i].is_mark or words[i].lower in PREPOSITIONS for i in range(low, verb)):
        return None
    role = noun_phrase(sentence.text, sentence.facts, words, range(low, verb), head=True)
    several = role is not None and (is_plural(role) or (role.text.endswith("s") and words[low].lower == "the"))
    return role if several else None


def _person_meant(sentence: Sentence, at: int, memory: Memory) -> Role | None:
    """Whom "he" or "she" means: who is named before it in the sentence, else the person spoken of; None in doubt.

    A subject goes before what stands elsewhere, this sentence before the last one, and gender must agree (Lappin &
    Leass, An Algorithm for Pronominal Anaphora Resolution, 1994); two people named apart from the subject leave doubt.
    """
    words, facts = sentence.words, sentence.facts
    meant = memory.person
    named = {
        facts.names[held].name: facts.names[held]
        for i in range(at)
        if (held := words[i].name) is not None
        and facts.names[held].kind is NameKind.PERSON
        and not is_of_institution(words, i)
    }
    spoken = any(lower_english(words[i]) in _SPOKEN_OF for i in range(at))
    if named and not spoken and (meant is None or meant.name not in named):
        one = next(iter(named.values()))
        meant = Role(one.span, one.text, one.name) if len(named) == 1 else None
    other = "english_genders" if lower_english(words[at]) == "she" else "english_genders_female"
    told = {*meant.text.lower().split(), *(meant.name or "").lower().split()} if meant is not None else set()
    return None if phrases(other).intersection(told) else meant


def _relative(words: Sequence[Word], clause: Clause, pronoun: str) -> int | None:
    return next((at for at in range(clause.start, clause.group) if words[at].lower == pronoun), None)


def object_relative(words: Sequence[Word], clause: Clause) -> int | None:
    """The pronoun of a relative clause that has its own subject: "the treaty which Greece had signed" (12.3.1)."""
    found = (_relative(words, clause, pronoun) for pronoun in ("whom", "which"))
    whom = next((at for at in found if at is not None), None)
    whom = relative_that(words, clause.start, clause.group) if whom is None else whom
    if whom is None or (whom and words[whom - 1].lower in PREPOSITIONS and words[whom].lower == "which"):
        return None
    own = range(subject_from(words, whom + 1, clause.group), clause.group)
    return whom if any(not words[at].is_mark for at in own) else None


def goes_on_with(sentence: Sentence, clause: Clause) -> Role | None:
    """Whom the sentence goes on about behind a relative clause: "Halil, whom the governor had freed, sold …"."""
    whom = _relative(sentence.words, clause, "whom")
    if whom is not None:
        return _antecedent(sentence, whom)
    that = that_in_subject(sentence.words, clause.start, clause.group)
    if that is None:
        # "the town where the mill stood | was sold"
        that = _relative(sentence.words, clause, "where")
        that = that if that is not None and that > clause.start and sentence.words[that - 1].name is None else None
    if that is None or sentence.words[that - 1].lower in PREPOSITIONS | AUXILIARIES:
        return None
    low = subject_from(sentence.words, clause.start, that)
    return noun_phrase(sentence.text, sentence.facts, sentence.words, range(low, that), head=True)


def of_relative(sentence: Sentence, clause: Clause) -> Role | None:
    """Who does what a relative clause tells: whom "who" stands for, or what stands behind "whom"."""
    whom = object_relative(sentence.words, clause)
    if whom is not None:
        inside = range(whom + 1, clause.group)
        return noun_phrase(sentence.text, sentence.facts, sentence.words, inside, head=True)
    who = _relative(sentence.words, clause, "who")
    return _antecedent(sentence, who) if who is not None else None


def _antecedent(sentence: Sentence, relative: int) -> Role | None:
    """The person named right before "who": "by Edith Marlowe, who published it" (H&P 2002, 12.1)."""
    at = relative - 1
    while at >= 0 and sentence.words[at].is_mark:
        at -= 1
    held = sentence.words[at].name if at >= 0 else None
    name = sentence.facts.names[held] if held is not None else None
    return Role(name.span, name.text, name.name) if name is not None and name.kind is NameKind.PERSON else None


def fronted_subject(sentence: Sentence, verb: int) -> Role | None:
    """Whom the participle that opens a sentence is about: "Formed in 1915, the committee raised 900 pounds"."""
    words = sentence.words
    commas = (at for at in range(verb + 1, len(words) - 1) if words[at].folded == ",")
    opens = (at + 1 for at in commas if words[at + 1].lower in DETERMINERS or words[at + 1].name is not None)
    low = next(opens, len(words))
    high = next((at for at in range(low, len(words)) if words[at].is_mark or is_head(words, at)), len(words))
    while high > low and lower_english(words[high - 1]) in AUXILIARIES:
        high -= 1
    return noun_phrase(sentence.text, sentence.facts, words, range(low, high), head=True) if high > low else None
