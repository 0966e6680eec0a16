"""The clauses of an English sentence: one for each of its verbs.

Comes in: the words of a sentence. Goes out: its clauses in order, each from the break before its subject to the break
before the next verb's subject (Huddleston & Pullum, The Cambridge Grammar of the English Language, 2002, 14 and 15).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tanik.facts.model import Facts, NameKind
from tanik.facts.statements.english.adjuncts import is_described
from tanik.facts.statements.english.forms import past_participles, row_of, verb_at
from tanik.facts.statements.english.phrases import (
    DETERMINERS,
    LOOSE,
    PREPOSITIONS,
    is_adverb,
    lower_english,
)
from tanik.facts.statements.english.verbs import (
    AUXILIARIES,
    NEGATIONS,
    SUBORDINATORS,
    has_auxiliary,
    is_head,
    is_linking,
    is_loose_participle,
)
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.words import Word

__all__ = ["Clause", "clauses_of", "is_main", "relative_that", "that_in_subject"]

_ADVERBS: Final = phrases("english_group_adverbs")
_BREAKS: Final = phrases("english_clause_breaks")
_WHO: Final = phrases("english_wh_words")
_NO_ONE: Final = frozenset(("nobody", "nothing", "none"))
_TIMING: Final = phrases("english_timing")
_NOMINATIVES: Final = phrases("english_nominatives")
_ARTICLES: Final = phrases("english_phrase_openers")
_TWO_OBJECTS: Final = frozenset(("transfer", "promise", "offer", "write", "say", "request", "appoint", "refuse"))
_RAISING: Final = phrases("english_raising")
_NO_END: Final = PREPOSITIONS | SUBORDINATORS | {"and", "or", "but", "that", "than", "as", "who", "which", "whom"}
_NO_NOUNS: Final = DETERMINERS | LOOSE | _NO_END | AUXILIARIES | _ADVERBS | _BREAKS
_BRACKETED: Final = 20  # words
_ADJUNCT: Final = 5  # words of a phrase that opens a sentence


@dataclass(frozen=True, slots=True)
class Clause:
    """Words `start`..`end` (left out) with the verb at `verb`; `group` is where its auxiliaries begin.

    `describes` says that it is no clause of its own but a participle that describes the noun before it.
    """

    start: int
    group: int
    verb: int
    end: int
    describes: bool = False


def clauses_of(words: Sequence[Word], facts: Facts) -> list[Clause]:
    """One clause a verb: from the break before its subject to the break before the next verb's subject."""
    heads = _heads(words)
    main = _main_verb(words, facts, heads)
    finite = sum(not is_loose_participle(words, index) for index in heads)
    found: list[Clause] = []
    start, reduced = 0, False
    for place, index in enumerate(heads):
        following = heads[place + 1] if place + 1 < len(heads) else len(words)
        # the only verb of a sentence describes nothing, but for a passive: "the ministers of war signed at Kars a pact"
        alone = finite == 1 and not any(word.lower == "by" for word in words[index + 1 : index + 2])
        describes, reduced = reduced or (not alone and is_described(words, facts, index)), False
        contact = _contact_from(words, heads[place - 1], index, facts) if place else None
        describes = describes or (not place and following < len(words) and _is_set_apart(words, index, following))
        describes = describes and index != main and contact is None
        describes = describes or (following < len(words) and _is_in_adjunct(words, start, index))
        relative = any(words[at].lower in ("who", "which") for at in range(start, index))
        relative = relative or that_in_subject(words, start, index) is not None
        end = next((i for i in range(index + 1, following) if _is_break(words, i, following)), following)
        if end == following and following < len(words):
            end = _before_subject(words, Clause(start, index, index, following, describes or relative), facts)
            inner = relative and place > 0 and not any(row_of(words[at].lower).reports for at in heads[:place])
            reduced = end == following and (inner or not relative) and _is_reduced(words, index, following)
            # "the coats that were sewn in Kars were sold": the auxiliaries are of the verb that follows
            end = _group_of(words, following, index + 1) if end == following and not reduced else end
        group = _group_of(words, index, start)
        adverbial = group - start > 2 and words[group - 1].amount is None  # but "500 rubles in gold were paid"
        if adverbial and f"{words[group - 2].lower} {words[group - 1].lower}" in phrases("english_adverbials"):
            group -= 3 if words[group - 3].lower in AUXILIARIES else 2  # "were at present issuing"
        found.append(Clause(min(start, group), group, index, max(end, index + 1), describes))
        start = end
        while start < following and (words[start].is_mark or words[start].lower in _BREAKS | {"and"}):
            start += 1
    return found


def _is_set_apart(words: Sequence[Word], index: int, following: int) -> bool:
    """Whether a participle stands between commas behind its noun: "Samuel, appointed governor in 1920, arrived".

    The second comma stands right before the verb that the noun is the subject of (H&P 2002, 14.7.1, 15.5).
    """
    if index < 2 or words[index - 1].folded != "," or words[_group_of(words, following, index + 1) - 1].folded != ",":
        return False
    form, before = words[index].lower, words[index - 2]
    passive = form.endswith("ed") or form in past_participles()
    noun = not is_adverb(before) and lower_english(before) not in _NO_NOUNS | phrases("english_connectives")
    opens = lower_english(words[0]) not in PREPOSITIONS | SUBORDINATORS | _TIMING
    return passive and opens and noun and not before.is_mark and before.date is None


def _main_verb(words: Sequence[Word], facts: Facts, heads: Sequence[int]) -> int | None:
    """The last of several verbs that might all describe a noun: a sentence has a finite verb (H&P 2002, 2.2).

    "The school founded by the board opened in May"; what "by" or "and" makes one of them is none.
    """
    if len(heads) < 2 or words[heads[-1] - 1].lower in ("and", "or", ","):
        return None
    last = heads[-1]
    by = last + 1 < len(words) and words[last + 1].lower == "by"
    pairs = zip((heads[0], *heads), heads, strict=False)
    describing = all(is_described(words, facts, at) or (at > on and _is_reduced(words, on, at)) for on, at in pairs)
    return last if not by and describing else None


def is_main(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a clause is nobody's: no subordinator or relative opens it, no participle is its verb (H&P 14.1)."""
    opening = SUBORDINATORS | _WHO | {"as", "since", "after", "before", "once", "that"}
    near = [lower_english(words[at]) for at in range(max(0, clause.start - 1), clause.group)]
    loose = clause.describes or is_loose_participle(words, clause.verb)
    return not loose and not opening.intersection(near[:3]) and not _WHO.intersection(near)


def _heads(words: Sequence[Word]) -> list[int]:
    """The verbs that have a clause; "was" has none where a participle tells of its subject ("was a body set up")."""
    # "Smyrna (known today as İzmir), in May": a participle right behind a bracket describes what stands before it
    beside = {
        at for at in range(1, len(words)) if words[at - 1].folded == "(" and words[at].folded.endswith(("n", "ed"))
    }
    # "the Marlowe (left) carried", of a picture
    beside |= {at for at in range(1, len(words) - 1) if words[at - 1].folded == "(" and words[at + 1].folded == ")"}
    beside |= {at for at in range(1, len(words)) if _is_called(words, at) or _is_of_those(words, at)}
    heads = [index for index in range(len(words)) if is_head(words, index) and index not in beside]
    joints = SUBORDINATORS | _WHO | _BREAKS | {",", "and", "that"}
    return [
        at
        for place, at in enumerate(heads)
        if place + 1 == len(heads)
        or not is_linking(words, at)
        or (at > 0 and lower_english(words[at - 1]) == "there")
        or has_auxiliary(words, heads[place + 1])
        or any(words[i].lower in joints for i in range(at, heads[place + 1]))
    ]


def _is_of_those(words: Sequence[Word], index: int) -> bool:
    """Whether a participle tells which ones "those" are, with no object of its own: "of those killed" (14.7.1)."""
    form, before = words[index].lower, words[index - 1].lower
    if before != "those" or not (form.endswith("ed") or form in past_participles()) or index + 1 >= len(words):
        return False
    return words[index + 1].amount is None and words[index + 1].lower not in DETERMINERS


def _is_called(words: Sequence[Word], index: int) -> bool:
    """Whether a participle only gives a name to the noun before it: "a firm named Marlowe was founded" (14.7.1)."""
    called = words[index].lower in ("named", "called", "entitled", "titled", "dubbed", "nicknamed")
    if not called or words[index - 1].is_mark or words[index - 1].lower in AUXILIARIES:
        return False
    near = [word.lower for word in words[index + 1 : index + 5]]
    return any(word in AUXILIARIES for word in near)


def _is_break(words: Sequence[Word], index: int, high: int) -> bool:
    """Whether a clause ends here; what parentheses put in before its next verb ends none."""
    if words[index].folded == "(":
        return not any(words[at].folded == ")" for at in range(index, high))
    if words[index].folded == ")":
        return not any(words[at].folded == "(" for at in range(max(0, index - _BRACKETED), index))
    return words[index].lower in _BREAKS


def _group_of(words: Sequence[Word], verb: int, low: int) -> int:
    """Where the auxiliaries, negations and adverbs before a verb begin."""
    while verb > low and (_is_small(words[verb - 1]) or is_adverb(words[verb - 1])):
        verb -= 1
    raised = verb - 2 > low and words[verb - 1].lower == "to" and words[verb - 2].lower in _RAISING | {"was", "were"}
    return verb - 2 if raised else verb  # "the consul appears to have left" (H&P 2002, 14.2.3)


def that_in_subject(words: Sequence[Word], low: int, verb: int) -> int | None:
    """Where a "that" stands behind the noun which opens a clause: "the coats that …", "the claim that …".

    Not of "it was in May that …", nor behind a verb, whose object the clause is (H&P 2002, 11.7, 12.3, 16.9).
    """
    at = next((at for at in range(low + 1, verb) if words[at].lower == "that"), None)
    if at is None or words[at - 1].is_mark or lower_english(words[low]) == "it" or words[at - 1].lower in PREPOSITIONS:
        return None
    return None if words[at - 1].lower in AUXILIARIES | {"so"} or is_head(words, at - 1) else at


def relative_that(words: Sequence[Word], low: int, verb: int) -> int | None:
    """Where that "that" opens a relative clause, as it does not behind a noun of saying: "the coats that he sold"."""
    at = that_in_subject(words, low, verb)
    return None if at is None or words[at - 1].lower in phrases("english_claimed_nouns") else at


def _is_small(word: Word) -> bool:
    """Whether a word before a verb is of its group: an auxiliary, a negation, a common adverb."""
    # "may" is a month too
    return word.date is None and word.lower in AUXILIARIES | (NEGATIONS - _NO_ONE) | _ADVERBS


def _before_subject(words: Sequence[Word], clause: Clause, facts: Facts) -> int:
    """Where the clause of a verb ends, if the next verb's subject stands between the two."""
    verb, following = clause.verb, clause.end
    if (contact := _contact_from(words, verb, following, facts)) is not None:
        return contact
    if is_described(words, facts, following) and not _opens_relative(words, verb, following):
        return following
    return _behind_break(words, clause)


def _behind_break(words: Sequence[Word], clause: Clause) -> int:
    """The same where the next verb describes nothing and has no relative clause of its own."""
    verb, following = clause.verb, clause.end
    between = range(following - 1, verb, -1)
    # what a subordinator opens may have a joined subject: "when Ismet and his men left" (H&P 2002, 15.2)
    opened = next((at for at in between if words[at].lower in SUBORDINATORS | _WHO), None)
    begun = _noun_between(words, verb, following) if clause.describes else None
    begun = _suggested(words, verb, following) if begun is None and opened is None else begun
    if begun is not None:
        return begun
    group = _group_of(words, following, verb + 1)
    contact = group - 1 > verb + 1 and words[group - 1].lower in ("it", "he", "she", "they", "we")
    if opened is None and contact and words[group - 2].lower in phrases("english_times"):
        opened = group - 1  # "in the year it was opened" (H&P 2002, 12.3.4)
    if group > verb + 1 and words[group - 1].folded == "," and (begun := _before_supplement(words, clause, group - 1)):
        return begun
    joint = _opened_joint(words, verb, next((at for at in between if _is_joint(words, at)), None))
    if opened is not None and (joint is None or words[joint].lower == "and" or joint < opened):
        return opened
    if joint is None and contact and words[group - 1].lower != "it" and words[group - 2].lower not in _NO_END:
        joint = group - 1  # "When he reached the town he sold": only a subject has this case (H&P 2002, 16.2)
    elif joint is not None and _joins_in_relative(words, clause, joint):
        joint = following
    elif joint is not None and words[joint].lower == "and":
        timing = (at for at in between if at > joint and words[at].lower in _TIMING)
        later = next(timing, joint)  # "in Kars and Ani since the war began"
        joint = later if words[later + 1].lower in DETERMINERS else joint
        # "rose, as many people from Kars and Ani came": the joined names are of the clause that "as" opens
        opens = (at for at in between if at < joint and words[at].lower in _TIMING and words[at - 1].folded == ",")
        before = next(opens, joint)
        joint = before if words[before + 1].lower != "well" else joint
    if joint is not None:
        return joint
    prepositional = next((at for at in between if words[at].lower in ("as", "after", "before", "since", "once")), None)
    if prepositional is not None and prepositional < following - 1:
        return prepositional
    # "those who came from Kars sold": what stands behind the relative clause's verb is its own (H&P 2002, 12.1)
    return following if clause.describes or _is_reduced(words, verb, following) else min(verb + 1, following)


def _before_supplement(words: Sequence[Word], clause: Clause, closing: int) -> int | None:
    """Where a clause begins whose subject has a supplement between commas: "came when | the consul, Hale, left".

    The comma right before a verb closes what stands beside its subject (H&P 2002, 15.5): the clause begins with the
    subordinator before it, or behind the comma that ends the subordinate clause which opens the sentence.
    """
    inside = range(clause.verb + 1, closing)
    opened = next((at for at in reversed(inside) if words[at].lower in SUBORDINATORS), None)
    commas = [at for at in inside if words[at].folded == ","]
    if opened is not None:
        return opened if any(at > opened + 1 for at in commas) else None
    opens = not clause.start and lower_english(words[0]) in SUBORDINATORS | _TIMING
    wanted = len(commas) > 1 and not any(words[at].lower in _WHO | {"that"} for at in inside)
    return commas[0] if opens and wanted else None


def _is_joint(words: Sequence[Word], at: int) -> bool:
    """Whether a clause may begin here: "and", a comma, "that" which no preposition has ("of that country")."""
    if words[at].lower == "that":
        return words[at - 1].lower not in PREPOSITIONS - {"in"}
    return words[at].lower == "and" or words[at].folded == ","


def _opened_joint(words: Sequence[Word], verb: int, joint: int | None) -> int | None:
    """The "and" before what commas set apart: "sold guns and, in May, | attacked" (H&P 2002, 15.1.1).

    What stands between a coordinator and its coordinate belongs to that.
    """
    if joint is None or words[joint].folded != ",":
        return joint
    opens = next((at for at in range(joint - 1, verb, -1) if words[at].is_mark), verb)
    joined = opens - 1 > verb and words[opens].folded == "," and words[opens - 1].lower == "and"
    return opens - 1 if joined else joint


def _joins_in_relative(words: Sequence[Word], clause: Clause, joint: int) -> bool:
    """Whether "and" joins what a relative clause in the subject has last: "The men who came from Kars and Ani sold".

    The relative clause stands between the subject and its verb, and no comma closes it (H&P 2002, 12.1, 15.1).
    """
    if not clause.describes or clause.start or words[joint].lower != "and" or joint - 1 <= clause.verb:
        return False
    behind = words[joint + 1 : clause.end]
    return not words[joint - 1].is_mark and not any(
        word.lower in _WHO | _NOMINATIVES or word.is_mark for word in behind
    )


def _contact_from(words: Sequence[Word], verb: int, following: int, facts: Facts) -> int | None:
    """Where a relative clause without a pronoun begins: "the guns | the merchant collected in Kars" (H&P 2002, 12.3.4).

    Its subject has an article behind a plain noun or is a place ("the guns | Italy sold"), no object stands behind its
    verb; a verb of two objects may have the second there ("gave the town the guns bought in Kars").
    """
    row = verb_at(words, verb)
    if row.to == "recipient" and row.action in _TWO_OBJECTS:
        return None
    opens = (
        at for at in range(following - 1, verb + 1, -1) if words[at].lower in _ARTICLES or _is_place(words, at, facts)
    )
    at = next(opens, None)
    if at is not None and words[at].name is not None and words[at - 1].lower in phrases("english_place_nouns"):
        return None  # "the town Kars"
    if at is None or at - 1 <= verb or words[at - 1].is_mark or words[at - 1].name or words[at - 1].date:
        return None
    noun = words[at - 1].lower.isalpha() and words[at - 1].lower not in _NO_NOUNS and not is_adverb(words[at - 1])
    inside = words[at + 1 : following]
    closed = not any(word.is_mark or word.lower in _NO_END | AUXILIARIES or word.date is not None for word in inside)
    after = words[following + 1].lower if following + 1 < len(words) else "."
    return at if noun and closed and (after in PREPOSITIONS | {"."} or not after.isalnum()) else None


def _is_place(words: Sequence[Word], at: int, facts: Facts) -> bool:
    held = words[at].name
    return held is not None and facts.names[held].kind is NameKind.PLACE


def _is_in_adjunct(words: Sequence[Word], low: int, verb: int) -> bool:
    """Whether a past stands in the phrase that opens a sentence: "In the talks held in May the board chose him"."""
    if verb >= _ADJUNCT:
        return False
    form = words[verb].lower
    past = form.endswith("ed") or form in ("held", "made", "given", "sent", "written", "built", "taken", "fought")
    opens = low == 0 and verb > 2 and lower_english(words[0]) in PREPOSITIONS and words[1].lower in ("the", "a", "an")
    plain = all(word.name is None and word.date is None and not word.is_mark for word in words[2:verb])
    small = any(word.lower in PREPOSITIONS | _WHO | {"he", "she", "it", "they", "we"} for word in words[1:verb])
    return past and opens and plain and not small and words[verb + 1].lower in PREPOSITIONS


def _suggested(words: Sequence[Word], verb: int, following: int) -> int | None:
    """Where what an infinitive suggests begins: "nothing to suggest Kemal wrote it" (H&P 2002, 11.3)."""
    suggesting = phrases("english_suggesting")
    shown = (at for at in range(following - 2, verb, -1) if words[at].lower in suggesting)
    at = next(shown, None)
    return at + 1 if at is not None and words[at - 1].lower == "to" else None


def _noun_between(words: Sequence[Word], verb: int, following: int) -> int | None:
    """Where an article opens the subject of the verb at `following`, behind what belongs to the one at `verb`."""
    dated = (at for at in range(following - 1, verb + 1, -1) if _begins_behind_date(words, at))
    if (named := next(dated, None)) is not None:
        return named
    at = next((at for at in range(following - 2, verb + 1, -1) if words[at].lower in ("the", "a", "an")), None)
    if (
        at is None
        or words[at - 1].lower in PREPOSITIONS | {"and", "or", "as", "than"}
        or any(w.is_mark for w in words[verb:at])
    ):
        return None
    return at


def _begins_behind_date(words: Sequence[Word], at: int) -> bool:
    """Whether a name stands right behind a date, whose phrase it cannot be of: "signed in 1921 | Russia gave"."""
    before, word = words[at - 1], words[at]
    return word.name is not None and word.date is None and before.date is not None and before.name != word.name


def _is_reduced(words: Sequence[Word], verb: int, following: int) -> bool:
    """Whether the second of two verbs that nothing joins is a participle: "joined the clubs started in 1912".

    H&P 2002, 14.7.1; behind a verb of saying a whole clause may stand, and what goes by itself has no passive.
    """
    form, row = words[following].lower, verb_at(words, following)
    passive = form.endswith(("ed", "ing")) and row.source != "object" and row.action not in ("die", "born", "lose")
    return passive and not row_of(words[verb].lower).reports and not has_auxiliary(words, following)


def _opens_relative(words: Sequence[Word], low: int, high: int) -> bool:
    return any(words[at].lower in ("who", "which", "that") for at in range(low, high))
