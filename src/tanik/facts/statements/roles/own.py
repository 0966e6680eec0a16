"""Which words and phrases are a clause's own.

Comes in: a sentence taken apart and one of its clauses. Goes out: the phrases between the last subordinate verb and
its own, where the clause begins, and the words whose amounts it tells. A converb that only says how lets what stands
before it be of both (Göksel & Kerslake 2005, 26.3.8).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tanik.facts.statements.lexis.verbs import Form, Predicate
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.roles.infinitives import with_infinitives, without_attribute
from tanik.facts.statements.roles.leads import HAPPENING, behind_words, is_bracketed, without_outer_subject
from tanik.facts.statements.roles.possessors import with_possessors
from tanik.facts.statements.roles.reaching import with_fund_apart
from tanik.facts.statements.roles.sentence import Sentence
from tanik.facts.statements.syntax.absolutes import without_absolutes
from tanik.facts.statements.syntax.apposition import with_appositions
from tanik.facts.statements.syntax.clauses import Clause, describes_noun
from tanik.facts.statements.syntax.phrases import Phrase, as_accusative

__all__ = [
    "WITH_NOMINATIVE",
    "begins_at",
    "objects_outside",
    "phrases_alone",
    "scope_of",
    "stands_behind",
    "tells_what_befell",
    "without_outer",
]

_BEING: Final = re.compile(r"ol(?:ma)?d[iu](?:g[iu]|kl[ae]r[iu])$")
_NOUNS = (Form.NOMINAL, Form.INFINITIVE)
# the subject of a converb and of a clause of time is no genitive (GK 26.3)
WITH_NOMINATIVE: Final = (Form.FINITE, Form.CONVERB, Form.TEMPORAL, Form.INFINITIVE, Form.PARTICIPLE)


def scope_of(words: tuple[Word, ...], clause: Clause) -> list[range]:
    """Stretches of words whose amounts belong to the clause: its own, and that of a nominalised complement."""
    own = [range(clause.own, clause.predicate.last + 1)]
    if clause.predicate.form is Form.FINITE and clause.inner:
        complement = clause.inner[-1].form in _NOUNS and not describes_noun(words, clause.inner[-1])
        if complement or all(verb.form is Form.CONVERB for verb in clause.inner):
            return [range(clause.start, clause.predicate.last + 1)]
        own.append(range(clause.start, min(clause.inner[0].first, clause.start + 4)))
    return own


def phrases_alone(sentence: Sentence, clause: Clause) -> tuple[Phrase, ...]:
    """The phrases of a clause alone, joined to their neighbours and possessors."""
    nominal, skipped = clause.predicate.form not in WITH_NOMINATIVE, clause.left_out
    spoken = sentence.phrases(clause.own, clause.predicate.first)
    spoken = without_outer_subject(spoken, sentence.words) if clause.predicate.form is Form.NOMINAL else spoken
    if clause.predicate.form in (Form.FINITE, Form.NOMINAL) and (manner := _manner(sentence, clause)) is not None:
        # of "kapıda donarak öldü" the converb says how, and the place is that of both (GK 26.3.8)
        low = clause.inner[-2].last + 1 if len(clause.inner) > 1 else clause.start
        before = sentence.phrases(low, manner.first)
        kept = ("nom", "gen", "loc") if not _is_since(sentence, manner) else ("nom", "gen", "loc", "acc", "dat", "ins")
        spoken = (*(phrase for phrase in before if phrase.case in kept), *spoken)
    spoken = behind_words(spoken, sentence, clause) or spoken
    spoken = tuple(one for one in spoken if not is_bracketed(sentence, one, clause.predicate.first))
    spoken = without_absolutes(with_appositions(spoken, sentence.words, sentence.text, sentence.facts), sentence.words)
    kept_in = [phrase for phrase in spoken if phrase.first not in skipped]
    joined = with_possessors(kept_in, sentence.text, nominal=nominal, left_out=clause.left_out)
    joined = tuple(with_fund_apart(joined, clause.predicate))
    return without_attribute(with_infinitives(joined, sentence.text), clause.predicate)


def tells_what_befell(clause: Clause) -> bool:
    """Whether a clause describes what was done or what happened to the noun behind it: "açılan", "yanan"."""
    return clause.predicate.form is Form.PARTICIPLE and _befalls(clause.predicate)


def _befalls(verb: Predicate) -> bool:
    return verb.passive or (bool(verb.rows) and verb.rows[0].frame in HAPPENING)


def without_outer(sentence: Sentence, clause: Clause) -> Clause:
    """A clause that describes what it happened to, from behind the nominative that is none of its own.

    The noun behind "1921'de açılan" is its subject, and it can have no other: of "Ali 1921'de açılan okula gitti" and
    "köyün kırk hanesi 1921'de açılan okula" the nominative belongs to the main verb. What is possessed by that noun
    ("kırk hanesi yanan köy") and what stands right before the verb ("vali atanan Ali") stay (GK 25.1.1). No passive has
    an accusative: of "vali köprüyü 1921'de kurulan komisyona devretti" the bridge is the main verb's.
    """
    verb = clause.predicate
    if not tells_what_befell(clause):
        return clause
    found = sentence.phrases(clause.own, verb.first)
    for before, phrase, after in zip((None, *found), found, (*found[1:], None), strict=False):
        owned = before is not None and before.case == "gen" and before.last == phrase.first - 1
        # "Ali Bey imzasıyla sunulan belge": whose signature it was
        owner = after is not None and after.possessed and after.first == phrase.last + 1
        outer = phrase.case == "nom" and not phrase.quoted and not owner and (owned or not phrase.possessed)
        outer = outer or is_outer_object(phrase, verb)
        if outer and phrase.last < verb.first - 1:
            clause = replace(clause, own=phrase.last + 1)
    return clause


def is_outer_object(phrase: Phrase, verb: Predicate) -> bool:
    """Whether a phrase before a passive participle is an object of the verb outside it (GK 13.2.2)."""
    counted = phrase.case == "nom" and phrase.maybe_object and bool(phrase.amounts)  # "10.000 tüfeği"
    return _befalls(verb) and not phrase.quoted and (phrase.case == "acc" or counted)


def objects_outside(sentence: Sentence, clause: Clause, own: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The object of a finite verb that a passive participle with its noun parts from it, or that it was so.

    "Projeyi pahalı olduğu için reddetti": what is so has no object (GK 12.1, 26.3.7).
    """
    verb = clause.predicate
    if verb.form is not Form.FINITE or verb.passive or any(one.case == "acc" or one.maybe_object for one in own):
        return ()
    for position in range(len(clause.inner) - 1, -1, -1):
        inner = clause.inner[position]
        being = not inner.rows and _BEING.match(sentence.words[inner.last].folded) is not None
        if inner.form is not Form.PARTICIPLE or not (being or _befalls(inner)):
            return ()
        low = clause.inner[position - 1].last + 1 if position else clause.start
        before = sentence.phrases(low, inner.first)
        found = [one for one in before if (one.case == "acc" if being else is_outer_object(one, inner))]
        if found and found[-1].last < inner.first - 1:
            return (as_accusative(found[-1]),)
    return ()


def stands_behind(clause: Clause, own: tuple[Phrase, ...]) -> bool:
    """Whether a finite verb stands right behind a converb of no table: "işçileri ücret ödemeden işten çıkardı"."""
    before = clause.inner[-1] if clause.inner and clause.predicate.form is Form.FINITE and not own else None
    return before is not None and before.form is Form.CONVERB and not before.rows


def _is_since(sentence: Sentence, verb: Predicate) -> bool:
    """Whether a converb is "-den başlayarak", which is a postposition and no deed (GK 17.2)."""
    before = sentence.words[verb.first - 1].folded if verb.first else ""
    return sentence.words[verb.last].folded == "baslayarak" and before.endswith(("dan", "den", "tan", "ten"))


def _manner(sentence: Sentence, clause: Clause) -> Predicate | None:
    """The converb in -arak right before a verb, where it only says how: of no table, or of what happens to someone."""
    last = clause.inner[-1] if clause.inner else None
    if last is None or last.form is not Form.CONVERB or last.last != clause.predicate.first - 1:
        return None
    if not all(row.frame in HAPPENING for row in last.rows) and not _is_since(sentence, last):
        return None
    return last if sentence.words[last.last].folded.endswith(("arak", "erek")) else None


def begins_at(sentence: Sentence, clause: Clause) -> int:
    """The first word of a clause that is no main clause; a converb right before its verb belongs to it."""
    manner = _manner(sentence, clause) if clause.predicate.form is Form.NOMINAL else None
    if manner is None:
        return min(clause.own, clause.predicate.first)
    return clause.inner[-2].last + 1 if len(clause.inner) > 1 else clause.start
