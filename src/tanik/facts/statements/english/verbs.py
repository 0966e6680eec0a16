"""Where in an English sentence a word is a verb.

Comes in: the words of a sentence and a place in it. Goes out: whether a verb of the table stands there, one that the
table lacks, or a verb that only links. English verbs look like nouns; what stands around them tells them apart
(Huddleston & Pullum, The Cambridge Grammar of the English Language, 2002, 3.1, 5.2). Each finite verb has a clause of
its own, also one that says nothing to look up: else its subject and its objects are taken for another's (Del Corro &
Gemulla, ClausIE: clause-based open information extraction, WWW 2013, 3.1).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from tanik.facts.statements.english.forms import participles, pasts, plain_forms, present_forms, verb_width, verbs
from tanik.facts.statements.english.nounlike import (
    QUANTIFIERS,
    follows_as_noun,
    has_object,
    is_attributive,
    is_in_s,
    is_plural_noun,
)
from tanik.facts.statements.english.phrases import (
    DETERMINERS,
    PREPOSITIONS,
    is_adjective,
    is_adverb,
    is_bare,
    lower_english,
)
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.words import Word

__all__ = [
    "AUXILIARIES",
    "BE",
    "NEGATIONS",
    "SUBORDINATORS",
    "has_auxiliary",
    "is_bare_present",
    "is_head",
    "is_linking",
    "is_loose_participle",
    "is_verb",
]


def _contracted(*forms: str) -> frozenset[str]:
    """Auxiliaries with the negation that is written on them: "didn't", "didn’t" (H&P 2002, 3.1.8)."""
    return frozenset(f"{form}n{mark}t" for form in forms for mark in "'’")


_NOT_BE: Final = _contracted("was", "were", "is", "are")
_NOT_HAVE: Final = _contracted("has", "have", "had")
_NOT_MODAL: Final = _contracted("did", "does", "do", "would", "could", "should", "might", "must", "ca", "wo") | {
    "cannot"
}
BE: Final = phrases("english_be") | _NOT_BE
_HAVE: Final = frozenset(("has", "have", "had")) | _NOT_HAVE
_MODALS: Final = _NOT_MODAL | phrases("english_modals") | {"did", "does", "do"}
AUXILIARIES: Final = BE | _HAVE | _MODALS
_ON_AUXILIARY: Final = _NOT_BE | _NOT_HAVE | _NOT_MODAL
NEGATIONS: Final = _ON_AUXILIARY | {"not", "never", "no", "nobody", "none", "neither"}
# they open a clause whatever stands behind them; "as", "after", "before" and "since" may have a noun only
SUBORDINATORS: Final = phrases("english_subordinators")
_WHO: Final = phrases("english_subjects_small")
_OBJECTS: Final = phrases("english_objects_small")
_INDEFINITES: Final = phrases("english_indefinites")
_BETWEEN: Final = phrases("english_between_auxiliary")
_PERFECT: Final = phrases("english_pasts") | {"been", "to", "yet"}
_NOT_BEFORE: Final = (DETERMINERS | PREPOSITIONS | {"and"}) - {"that"}  # no finite past stands right behind these
_BEHIND: Final = DETERMINERS | PREPOSITIONS | _OBJECTS | SUBORDINATORS | {"as", "that", "and"}
_STRANDED: Final = phrases("english_stranded")
# adjectives that are a past too, before an object of their own
_BOTH: Final = phrases("english_pasts_as_adjectives")
_BEFORE_PAST: Final = phrases("english_before_past")
_OPENS_PHRASE: Final = DETERMINERS | QUANTIFIERS
_OPENS_NOUN: Final = _OPENS_PHRASE | PREPOSITIONS
_BEFORE_PLAIN: Final = _MODALS | {"to", "let"}
# "extended only so far"
_BEHIND_OBJECT: Final = _BEHIND | QUANTIFIERS | {"only", "so", "too", "almost", "nearly"}
_BEFORE_NOUN: Final = PREPOSITIONS - _STRANDED
_PASSED: Final = (NEGATIONS - _ON_AUXILIARY) | _BETWEEN
_SMALL: Final = DETERMINERS | PREPOSITIONS | AUXILIARIES | _PASSED | _WHO | _OBJECTS | QUANTIFIERS | _INDEFINITES
_BEHIND_PAST: Final = _SMALL - {"you"}
_PERFECT_PLAIN: Final = frozenset(("come", "become", "run"))  # participle and plain form in one
# verbs whose plain form is an adjective too (Oxford English Dictionary)
_ADJECTIVES: Final = phrases("english_verbs_as_adjectives")
# how peoples end in the plural that the tables of states have: Germans, Greeks, Turks, Jews, Kurds, Arabs
_PEOPLES: Final = ("ans", "eks", "rks", "ews", "rds", "abs")
_GROUP: Final = 12  # words of a verb group, its adverbs with it
_LEAST: Final = 5  # letters of a past in -ed: "used", "need" and "speed" are none


def is_head(words: Sequence[Word], index: int) -> bool:
    """Whether a clause has its verb here: one of the table, one that the table lacks, or one that only links."""
    told = is_verb(words, index) or is_untabled(words, index) or is_linking(words, index)
    return told or is_bare_present(words, index)


def is_bare_present(words: Sequence[Word], index: int) -> bool:
    """Whether a verb of the present stands here that has a clause though nothing past is told: "The files contain".

    Only of verbs whose forms are no nouns; the plain form stands behind a plural or a pronoun (H&P 2002, 3.1, 5.18).
    """
    word = words[index]
    form = word.lower
    singular = form in _present_singulars()
    if not index or not (singular or form in phrases("english_pure_verbs")) or not is_bare(word):
        return False
    before = words[index - 1]
    if is_verb(words, index):
        return False
    if singular:
        return before.lower == "that" or not (before.lower in _OPENS_NOUN or is_adjective(before))
    near = {one.lower for one in words[max(0, index - 4) : index]}
    if near & _BEFORE_PLAIN:
        return False
    of_those = index > 1 and words[index - 2].lower == "those" and before.lower.endswith("ed")  # "of those killed vary"
    return of_those or is_plural_noun(before) or before.lower in ("they", "we", "who", "which")


@cache
def _present_singulars() -> frozenset[str]:
    """The forms in -s of those verbs, but for the one that is a noun: "the remains"."""
    return frozenset(_with_s(one) for one in phrases("english_pure_verbs")) - {"remains"}


def _with_s(plain: str) -> str:
    if plain.endswith("y") and plain[-2] not in "aeiou":
        return f"{plain[:-1]}ies"
    return f"{plain}es" if plain.endswith(("s", "sh", "ch", "x", "o")) else f"{plain}s"


def is_verb(words: Sequence[Word], index: int) -> bool:
    """Whether a word is one of the table's verb forms, standing where a verb stands."""
    word = words[index]
    if not is_bare(word) or (word.lower not in verbs() and verb_width(words, index) < 2):
        return False
    if verb_width(words, index) > 1:
        return _stands_as_verb(words, index)
    # "were present": a plain form behind "be" is an adjective
    adjective = index > 0 and words[index - 1].lower in BE and word.lower in _ADJECTIVES
    # "Reports came in": no finite verb of the present stands without a subject (H&P 2002, 4.2)
    opens = not index and word.lower in present_forms() and word.lower.endswith("s")
    # "Count Teleki sent arms": a title before a name
    opens = opens or (word.lower == "count" and index + 1 < len(words) and words[index + 1].name is not None)
    # "was given leases": what ends in -s right behind a participle is what was given
    opens = opens or (index > 1 and word.lower in present_forms() and _is_given(words, index))
    opens = opens or is_attributive(words, index) or _is_considering(words, index)
    if (
        adjective
        or opens
        or follows_as_noun(words, index)
        or _closes_between(words, index)
        or _is_second_infinitive(words, index)
    ):
        return False
    if word.lower in participles():
        return _is_progressive(words, index) or is_loose_participle(words, index)
    before = words[index - 1].lower if index else ""
    after = words[index + 1].lower if index + 1 < len(words) else ""
    if word.lower in present_forms() and not _is_present_verb(words, index):
        return False
    # "in occupied Kars", "of captured guns", "the newly founded school" (H&P 2002, 14.9.3)
    opens = index > 1 and is_adverb(words[index - 1]) and words[index - 2].lower in DETERMINERS
    described = (before in _BEFORE_NOUN or opens) and word.lower.endswith("ed") and after not in _BEHIND_PAST
    return not described and not (before in PREPOSITIONS and after in PREPOSITIONS)


def _is_present_verb(words: Sequence[Word], index: int) -> bool:
    """Whether a plain form or one in -s is a verb here: behind "did" and "would", or telling what somebody said.

    What is told of the past stands in the past; behind "had" and "was" stands no plain form that is none of the past
    too ("had repair shops", "are storms"), behind a quantifier a noun (H&P 2002, 3.1, 5.4).
    """
    form, before = words[index].lower, words[index - 1] if index else None
    counted = before is not None and (before.lower in QUANTIFIERS or (is_adjective(before) and before.name is None))
    if _says_that(words, index):
        return not counted
    near = {one.lower for one in words[max(0, index - 3) : index]}
    if near & (_MODALS if form not in _PERFECT_PLAIN and form not in pasts().values() else AUXILIARIES):
        return not counted
    if not verbs()[form].reports:
        return False
    after = words[index + 1] if index + 1 < len(words) else None
    # "sold forms and reports": what follows a plural is no verb of one (H&P 2002, 5.18)
    listed = before is not None and before.lower == "and" and index > 1 and is_plural_noun(words[index - 2])
    counted = counted or (listed and form.endswith("s"))
    compound = after is not None and is_in_s(after) and not form.endswith("s")  # "the state governments"
    return not counted and not compound


def _is_considering(words: Sequence[Word], index: int) -> bool:
    """Whether "given" only brings in what is taken into account: "given the size of the fleet" (H&P 2002, 7.2.3)."""
    after = words[index + 1].lower if index + 1 < len(words) else ""
    return words[index].lower == "given" and after in _OPENS_PHRASE and not has_auxiliary(words, index)


def _closes_between(words: Sequence[Word], index: int) -> bool:
    """Whether a plain form stands behind the "and" that "between" asks for: "between the town and state militia".

    What "between" joins are nouns (H&P 2002, 15.2.6).
    """
    if index < 3 or words[index - 1].lower != "and" or words[index].lower not in present_forms():
        return False
    before = [word.lower for word in words[max(0, index - _GROUP) : index - 1]]
    if "between" not in before:
        return False
    inside = before[len(before) - before[::-1].index("between") :]
    return "and" not in inside and "," not in inside


def _is_second_infinitive(words: Sequence[Word], index: int) -> bool:
    """Whether "and" joins a plain form to an infinitive before it: "appointed to examine it and recommend a plan".

    What is told of the past stands in the past, and coordinates are alike (H&P 2002, 15.3.1).
    """
    form = words[index].lower
    if index < 3 or words[index - 1].lower not in ("and", "or") or form.endswith("s") or form in pasts().values():
        return False
    if form not in present_forms():
        return False
    low = max(0, index - _GROUP)
    return any(words[at].lower == "to" and words[at + 1].lower in plain_forms() for at in range(low, index - 1))


def _is_given(words: Sequence[Word], index: int) -> bool:
    passive = words[index - 1].lower in ("given", "granted", "offered", "sent", "paid", "promised", "handed", "lent")
    return words[index].lower.endswith("s") and passive and has_auxiliary(words, index - 1)


def _stands_as_verb(words: Sequence[Word], index: int) -> bool:
    """Whether a phrasal verb is finite here: no "to set up", no "a set up"."""
    before = words[index - 1].lower if index else ""
    return before not in DETERMINERS - {"that", "one", "some", "these", "those", "both", "each"} | {"to", "of"}


def _says_that(words: Sequence[Word], index: int) -> bool:
    """Whether a clause opens behind a verb: "provides that", "provides, in brief, that" (H&P 2002, 11.3)."""
    near = [word.lower for word in words[index + 1 : index + 7]]
    return near[:1] == ["that"] or (near[:1] == [","] and any(pair == (",", "that") for pair in pairwise(near[1:])))


def is_loose_participle(words: Sequence[Word], index: int) -> bool:
    """Whether a participle behind a comma goes on with the sentence: "was elected, resigning in 1954" (14.9)."""
    behind = index > 2 and words[index - 1].folded == ","
    return behind and words[index].lower in participles() and words[index].lower.endswith("ing")


def is_untabled(words: Sequence[Word], index: int) -> bool:
    """Whether a word is the past of a verb that the table lacks: "divorced her husband", "had been severed".

    Behind "will" or "did" it is a plain form.
    """
    word = words[index]
    form = word.lower
    if form in verbs() or not is_bare(word) or not index:
        return False
    regular = form.endswith("ed") and len(form) >= _LEAST and form not in phrases("english_ed_words")
    if form in _BOTH and index + 1 < len(words):
        regular = words[index + 1].lower in _OPENS_PHRASE  # "the town experienced a decline"
    if _is_behind_modal(words, index):
        return True
    if form.endswith("ing") and len(form) >= _LEAST and form not in phrases("english_ing_words"):
        return _auxiliary(words, index) in BE and not _is_infinitive(words, index)  # "was retreating" (3.1.3)
    past = regular or form in phrases("english_pasts", "english_preterites")
    if (past or form in phrases("english_participles")) and has_auxiliary(words, index):
        return not _is_infinitive(words, index)
    return past and _is_finite_past(words, index)


def _is_finite_past(words: Sequence[Word], index: int) -> bool:
    """Whether a past without an auxiliary is a clause's verb.

    Before a plain noun one in -ed describes it ("armed forces"), before "by" the noun before it.
    """
    before, after = words[index - 1], words[index + 1] if index + 1 < len(words) else None
    if before.lower in _NOT_BEFORE:
        # "and recovered Kars", "and decided to go"; but "and armed Greeks"
        described = index > 2 and words[index - 3].lower in DETERMINERS  # "the new and troubled Republic"
        single = after is not None and not described and _is_single(after)
        told = after is not None and (after.lower in DETERMINERS | {"to"} or single or _governs_behind(words, index))
        return before.lower == "and" and told
    if after is None or after.is_mark or after.lower == "by":
        return after is None or after.lower != "by"
    if words[index].lower in phrases("english_preterites"):
        return True  # no participle: "the town underwent great changes"
    told = after.lower in _BEHIND_OBJECT or not is_bare(after) or is_adverb(after)
    told = told or before.lower in _BEFORE_PAST  # "the Greeks then pressed on"
    told = told or has_object(words, index)
    return told or before.name is not None or lower_english(before) in _WHO


def _governs_behind(words: Sequence[Word], index: int) -> bool:
    """Whether a particle and then a determiner stand behind a past: "and drew up a pact" (H&P 2002, 4.6.2)."""
    near = [word.lower for word in words[index + 1 : index + 3]]
    return len(near) > 1 and near[0] in phrases("english_particles") and near[1] in DETERMINERS


def _is_single(word: Word) -> bool:
    """Whether a word is a name and no people in the plural: "recovered Kars", but "armed Greeks"."""
    return word.name is not None and not word.lower.endswith(_PEOPLES)


def is_linking(words: Sequence[Word], index: int) -> bool:
    """Whether "was" or "had" is a clause's only verb: "the room was crowded", "had their reward".

    Of "it was not until May that Ismet signed" it is none: there the clause behind "that" is told (H&P 2002, 16.9).
    """
    form = words[index].lower
    if form not in BE | _HAVE - {"be", "being"} or words[index].name is not None:
        return False
    at, end = index + 1, min(len(words), index + _GROUP)
    while at < end and (words[at].lower in NEGATIONS | AUXILIARIES | _BETWEEN or is_adverb(words[at])):
        at += 1
    if at >= len(words):
        return False
    near = [lower_english(words[index - 1])] if index else []
    # "were to be ceded" is one verb group (H&P 2002, 3.2.2.3 on "be to")
    bound = form in BE and words[at].lower == "to" and at + 2 < end and words[at + 1].lower == "be"
    if near == ["to"] or (bound and is_verb(words, at + 2)):
        return False  # "refused to have their enemy on shore"
    if near == ["it"] and any(word.lower == "that" for word in words[index:]):
        return False
    then = words[at]
    if form in _HAVE:
        owned = then.lower in DETERMINERS | {"to"} or then.amount is not None
        perfect = then.lower in _PERFECT | AUXILIARIES or _is_past(then) or then.lower.endswith(("ed", "n"))
        return owned or (not perfect and (words[at - 1].lower == "not" or (is_bare(then) and not then.is_mark)))
    participle = then.lower in verbs() or then.lower in phrases("english_pasts", "english_participles")
    # "the war was limited", "the room was spacious": adjectives (H&P 2002, 3.10.1.3)
    derived = then.lower.endswith("ed") and then.lower not in phrases("english_ed_words")
    derived = derived or (then.lower.endswith("ing") and then.lower not in phrases("english_ing_words"))
    participle = participle or derived
    phrasal = verb_width(words, at) > 1
    # "there is no record": behind "no" stands a noun
    return words[at - 1].lower == "no" or not (participle or phrasal or then.lower == "born")


def _is_past(word: Word) -> bool:
    """Whether a form of the table may be a participle: "sold", no "repair"."""
    form = word.lower
    return form in verbs() and (form not in present_forms() or form in pasts().values() or form in _PERFECT_PLAIN)


def has_auxiliary(words: Sequence[Word], index: int) -> bool:
    """Whether an auxiliary stands before a verb, only adverbs between: "had been quietly shelved"."""
    return _auxiliary(words, index) in AUXILIARIES


def _auxiliary(words: Sequence[Word], index: int) -> str:
    """The word before a verb's adverbs, where it may be an auxiliary; "may" is a month too."""
    at = index - 1
    while at > 0 and (words[at].lower in _PASSED or is_adverb(words[at])):
        at -= 1
    return words[at].lower if at >= 0 and is_bare(words[at]) else ""


def _is_behind_modal(words: Sequence[Word], index: int) -> bool:
    """Whether a plain form stands behind "will" or "did": "will not fortify" (H&P 2002, 3.2)."""
    form = words[index].lower
    plain = form.isalpha() and form not in _SMALL and not is_adverb(words[index])
    return plain and _auxiliary(words, index) in _MODALS


def _is_infinitive(words: Sequence[Word], index: int) -> bool:
    """Whether "to" stands before the auxiliaries of a verb: "refused to be budged" has one clause."""
    near = [word.lower for word in words[max(0, index - 4) : index]]
    return "to" in near and all(one in AUXILIARIES | NEGATIONS for one in near[near.index("to") + 1 :])


def _is_progressive(words: Sequence[Word], index: int) -> bool:
    """Whether a participle stands behind a form of "be": "were buying arms", "was not sending" (H&P 2002, 3.1.3)."""
    at = index - 1
    while at > 0 and words[at].lower in _PASSED:
        at -= 1
    return at >= 0 and words[at].lower in BE - {"be"}
