"""Which English clauses are worth looking up first, why one is not, and whether it asserts anything all the same.

Comes in: a clause of a sentence and its roles. Goes out: why the selection passes it over (None where it does not),
and whether whoever wants every clause wants it told. What asks, wishes, supposes or is still to come, what the writer
or the reader does, and what only links ("she was tired") asserts nothing that could be looked up; the wider standard is
that of `assertion` for Turkish, read from English forms: the past by the verb's own form, the present only with a day
or a name (Huddleston & Pullum, The Cambridge Grammar of the English Language, 2002, 4.2 on tense, 3.9 on modals).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Final

from tanik.facts.model import Role, Statement
from tanik.facts.statements.english.bilingual import is_told_apart
from tanik.facts.statements.english.clauses import Clause
from tanik.facts.statements.english.forms import (
    UNTABLED,
    Verb,
    is_ended,
    pasts,
    plain_forms,
    present_forms,
    row_of,
    verb_at,
)
from tanik.facts.statements.english.hedges import is_denied
from tanik.facts.statements.english.memory import Memory
from tanik.facts.statements.english.phrases import lower_english
from tanik.facts.statements.english.roles import Sentence
from tanik.facts.statements.english.verbs import BE, is_bare_present, is_linking, is_loose_participle
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.lexis.words import Word

__all__ = ["NO_ONE", "Passed", "asserts", "deed_of", "passed_over"]

_NOBODY: Final = phrases("english_nobody_all")
NO_ONE: Final = _NOBODY - {"everyone", "everybody"}
_ASKING: Final = frozenset(("what", "whose", "how", "why"))
_PRESENT: Final = phrases("english_present_auxiliaries")
_PAST: Final = frozenset(("was", "were", "had", "did"))
_TO_COME: Final = phrases("english_modals")
_NOT_TOLD_OF: Final = frozenset(("i", "we", "you"))
_JOINING: Final = phrases("english_joining")
_NAMING: Final = phrases("english_naming")


_DEVERBAL: Final = phrases("english_prepositions_from_verbs")


class Passed(Enum):
    """Why a clause is not worth looking up first.

    `EMPTY` says nothing of anybody, or is no clause by itself; `UNKNOWN` has a verb without an action; `ASIDE` only
    says which thing is meant; `NAMELESS` tells of nobody and nothing that is told apart.
    """

    EMPTY = "empty"
    UNKNOWN = "unknown"
    ASIDE = "aside"
    NAMELESS = "nameless"


def deed_of(words: Sequence[Word], clause: Clause) -> Verb:
    """The row of a clause's verb: "was left in charge" is none of leaving, for whoever is left goes nowhere."""
    left = words[clause.verb].lower == "left" and any(words[at].lower in BE for at in range(clause.group, clause.verb))
    # "undertook an offensive": who promises has a verb behind "to", or a clause (OED, undertake v.)
    after = words[clause.verb + 1].lower if clause.verb + 1 < len(words) else ""
    if left or (words[clause.verb].lower.startswith("undert") and after not in ("to", "that")):
        return UNTABLED
    return row_of("ended") if is_ended(words, clause.verb, clause.end) else verb_at(words, clause.verb)


def passed_over(
    sentence: Sentence, clause: Clause, roles: dict[str, Role], told: str | None, memory: Memory
) -> Passed | None:
    """Why the selection leaves a clause out; None for one that is worth looking up first."""
    words, verb = sentence.words, deed_of(sentence.words, clause)
    inside = [word for word in words[clause.start : clause.end] if not word.is_mark]
    dated = any(one.date is not None for one in inside)
    if not inside or not (roles or dated) or _is_empty(words, clause, verb, roles, inside[0].lower):
        return Passed.EMPTY
    counted = dated or any(one.amount is not None for one in inside)
    if _is_preposition(words, clause) or is_bare_present(words, clause.verb) or inside[0].lower == "whether":
        return Passed.EMPTY  # what is asked is not said to be so (H&P 2002, 11.5)
    if verb.action is None and not told and not counted:
        return Passed.UNKNOWN  # what has no action must at least be dated or counted
    if verb is UNTABLED and not _is_kept_untabled(words, clause, roles):
        return Passed.UNKNOWN
    if (clause.describes or is_loose_participle(words, clause.verb)) and not dated:
        return Passed.ASIDE  # "the ships chartered by the Red Crescent": without a day it only says which
    return None if _tells_of_somebody(words, clause, roles, told, memory) else Passed.NAMELESS


def _is_preposition(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a participle only brings in what something rests on or goes with: ", based on 40 letters".

    Such participles have become prepositions or are on the way to it (H&P 2002, 7.2.3; Quirk et al. 1985, 9.8).
    """
    bare = clause.start == clause.group == clause.verb
    after = words[clause.verb + 1].lower if clause.verb + 1 < len(words) else ""
    return bare and f"{words[clause.verb].lower} {after}" in _DEVERBAL


def _tells_of_somebody(
    words: Sequence[Word], clause: Clause, roles: dict[str, Role], told: str | None, memory: Memory
) -> bool:
    """Whether a clause names, dates or counts something, or can be looked up though it names no one."""
    verb = deed_of(words, clause)
    inside = [word for word in words[clause.start : clause.end] if not word.is_mark]
    behind = [word.lower for word in words[clause.verb + 1 : clause.end]]
    denied = is_denied(words, clause)
    named = any(w.name is not None or w.amount is not None or w.date is not None for w in inside)
    named = named and not any(word.lower in _NOBODY for word in inside)
    nobody = any(word.lower in _NOBODY for word in words[clause.start : clause.group])
    told_of = not nobody and any(role.name is not None for role in roles.values()) and len(roles) > 1
    # "he never said it" and "the governor ordered an inquiry" can be looked up though they name no one
    posted = verb.action is not None and "object" in roles and is_told_apart(roles.get("subject"))
    unmet = denied and verb.action is not None and _is_unmet(roles, behind, told if nobody else None, memory)
    unmet = unmet or bool(denied and told and verb.action and "subject" in roles)
    return bool(named or told_of or posted or unmet or (told and len(roles) > 1) or (denied and verb.action == "say"))


def _is_empty(words: Sequence[Word], clause: Clause, verb: Verb, roles: dict[str, Role], first: str) -> bool:
    """Whether a clause tells nothing by itself: a saying without what is said, a question in another clause."""
    if (verb.action is None and verb.reports) or first in _ASKING or _is_bidding(words, clause):
        return True
    if _disagrees(words, clause, roles):
        return True
    return _is_only_said(words, clause, verb) or _lacks_object(words, clause, verb, roles)


def _is_bidding(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a sentence of no day opens with a plain form: "Note the steps", "Use the form below" (H&P 2002, 10.9).

    What looks the same in the past ("Put …", "Set …") may leave its subject out, as diaries do.
    """
    at = clause.verb
    opens = at == clause.group == clause.start and not any(not word.is_mark for word in words[:at])
    verb = words[at].lower
    bare = opens and verb in present_forms() and not verb.endswith("s") and verb not in pasts().values()
    return bare and not any(word.date is not None for word in words)


def _disagrees(words: Sequence[Word], clause: Clause, roles: dict[str, Role]) -> bool:
    """Whether what looks like a verb is none: a plain form behind one thing without a name ("Fix state leakage").

    In the present one thing has its verb in -s (H&P 2002, 5.18); a name may stand for many ("the Red Army advance").
    """
    subject, verb = roles.get("subject"), words[clause.verb].lower
    if subject is None or subject.name is not None or clause.group != clause.verb:
        return False
    if verb not in plain_forms() or verb.endswith("s") or verb in pasts().values():
        return False
    before = [word for word in words[clause.start : clause.verb] if word.start >= subject.span.start]
    head = subject.text.split()[-1].lower()
    many = head.endswith("s") or head in phrases("english_plurals") or any(word.lower in _JOINING for word in before)
    return bool(before) and not many and not any(word.amount is not None for word in before)


def _is_only_said(words: Sequence[Word], clause: Clause, verb: Verb) -> bool:
    """Whether a passive of saying has an infinitive behind it, which is what is told: "was reported to have left"."""
    passive = any(words[at].lower in BE for at in range(clause.group, clause.verb))
    after = words[clause.verb + 1].lower if clause.verb + 1 < len(words) else ""
    return passive and after == "to" and verb.action == "say" and verb.reports


def _lacks_object(words: Sequence[Word], clause: Clause, verb: Verb, roles: dict[str, Role]) -> bool:
    """Whether a past that needs an object has neither it nor a subject: ", but loaded with arms" (H&P 2002, 14.7.1)."""
    bare = clause.start == clause.group == clause.verb and clause.start > 0
    alone = bare and words[clause.start - 1].lower in ("but", ",", "though", "although")
    return alone and verb.action in ("transfer", "appoint", "found", "sign") and "object" not in roles


def _is_kept_untabled(words: Sequence[Word], clause: Clause, roles: dict[str, Role]) -> bool:
    """Whether a clause whose verb is in no table is kept: somebody who is told apart does it, and it has a date."""
    dated = any(word.date is not None for word in words[clause.start : clause.end])
    told = is_told_apart(roles.get("subject")) or is_told_apart(roles.get("object"))
    # "The exchange involved 900,000 Greeks": a number of people or a sum can be looked up without a day
    behind = words[clause.verb + 1 : clause.end]
    counted = "subject" in roles and any(word.amount is not None for word in behind[:4])
    return ((dated and told) or counted) and not clause.describes and not is_linking(words, clause.verb)


def _is_unmet(roles: dict[str, Role], behind: list[str], told: str | None, memory: Memory) -> bool:
    """Whether what is denied can be looked up though it names no one.

    On somebody's word ("the consul: nothing had come"), of a named party ("was given nothing"), or of the thing that
    a deal was about ("The coal never came").
    """
    thing, subject = memory.deal.thing, roles.get("subject")
    kept = thing is not None and subject is not None and subject.text.lower().split()[-1] in thing.text.lower().split()
    return told is not None or kept or ("nothing" in behind and any(role.name for role in roles.values()))


def asserts(sentence: Sentence, clause: Clause, made: Statement) -> bool:
    """Whether a clause that the selection leaves out asserts something that could be looked up, however little."""
    words = sentence.words
    opens = {lower_english(word) for word in words[clause.start : clause.group]}
    if _is_bidding(words, clause):
        return False
    doubted = any(lower_english(word) in phrases("english_doubts") for word in words)
    if doubted or opens & _NOT_TOLD_OF or _only_names_or_says(words, clause):
        return False
    if not _is_past_or_lasts(words, clause, made):
        return False
    if _has_fact(sentence, clause):
        return True
    if clause.describes or is_loose_participle(words, clause.verb) or words[clause.verb].lower in BE:
        return False
    pointing = phrases("english_pointing")
    return any(role.text.lower() not in pointing | NO_ONE for _, role in made.roles)


def _is_past_or_lasts(words: Sequence[Word], clause: Clause, made: Statement) -> bool:
    """Whether a clause tells of the past, or in the present of a day or of somebody by name."""
    group = {word.lower for word in words[clause.group : clause.verb + 1]}
    if group & _TO_COME:
        return False
    verb = words[clause.verb].lower
    present = bool(group & _PRESENT) or (verb in present_forms() and not group & _PAST)
    # "they are beautiful in May": what only links needs a name
    dated = made.when is not None and not is_linking(words, clause.verb)
    return not present or dated or any(role.name is not None for _, role in made.roles)


def _only_names_or_says(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a clause says what somebody is called ("an officer called Rıza Bey"), or only that he spoke ("X wrote:").

    A naming participle behind its noun is no deed (H&P 2002, 14.9.2); of a saying without what was said nothing could
    be looked up, but that it was about something ("complained about the noise").
    """
    bare = clause.group == clause.verb
    behind = [word for word in words[clause.verb + 1 : clause.end] if not word.is_mark]
    verb = verb_at(words, clause.verb)
    silent = (verb.reports or verb.action == "say") and not behind and not is_denied(words, clause)
    return silent or (bare and words[clause.verb].lower in _NAMING)


def _has_fact(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause has a day, a name or an amount among its own words; a time alone counts nothing."""
    own = sentence.words[clause.start : clause.end]
    units = {sentence.facts.amounts[word.amount].unit for word in own if word.amount is not None}
    return bool(units - units_by_kind("time")) or any(word.date is not None or word.name is not None for word in own)
