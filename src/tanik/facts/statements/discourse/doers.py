"""Who does what a clause tells, where it does not say.

Comes in: a clause's reading and who was spoken of before. Goes out: the one whom it leaves unsaid, or None. A subject
is dropped as long as it stays the same (Göksel & Kerslake 2005, 18.1.5): not where another nominative stands in the
clause, not where he stands in it in another case, and not where the verb's ending means somebody else.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from tanik.facts.model import Name, NameKind, Role
from tanik.facts.statements.discourse.agreement import agreeing
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.discourse.focus import acts_elsewhere
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.verbs import Form
from tanik.facts.statements.roles.reading import Reading, Sentence
from tanik.facts.statements.roles.reference import is_party
from tanik.facts.statements.syntax.apposition import with_appositions
from tanik.facts.statements.syntax.fillers import role_of
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["names_its_own", "unsaid_doer"]

_BARE_ACTION: Final = re.compile(r"m[ae](?:s[iu]|l[ae]r[iu])$")
_POST: Final = re.compile(r"l[iu](?:k|g[iu])$")
_SHARING: Final = frozenset((Form.INFINITIVE, Form.NOMINAL))
_HEADLESS: Final = re.compile(r"[^\W\d_][ae]n(?:l[ae]r)?[iu]n$")  # "gelenlerin"
_SAME: Final = re.compile(r"(?:[ae]r[ae]k|[iu]p|[iu]b)$")  # converbs that share their subject with the main verb


def unsaid_doer(
    sentence: Sentence, reading: Reading, context: Context, action: str | None, within: Reading | None
) -> Role | None:
    """The doer that a clause of `action` leaves unsaid; `within` is the reporting clause that holds it."""
    unsaid = (within.roles.get("subject") if within else None) or context.unsaid_doer(action)
    if unsaid is None or acts_elsewhere(unsaid, sentence, reading) or _is_told_of_others(sentence, reading):
        return None
    later = unsaid.span.start >= sentence.span.end and not _is_named_before(unsaid, sentence)
    if later or (not sentence.span.contains(unsaid.span) and _begins_with_body(reading.roles.get("object"), sentence)):
        return None
    if action in ("begin", "end") and _has_clause_for_subject(sentence, reading):
        return None
    if not sentence.span.contains(unsaid.span) and (other := _other_nominative(sentence, reading)) is not None:
        named = role_of(other, sentence.text, sentence.facts)
        return named if is_party(named) else None
    if sentence.language == "az" and not sentence.span.contains(unsaid.span) and names_its_own(sentence, reading):
        return None  # who is named in the nominative does it, though where he belongs was not found
    return agreeing(unsaid, sentence, reading, context)


def _is_named_before(role: Role, sentence: Sentence) -> bool:
    """Whether somebody is named before a sentence ends: who is left unsaid was spoken of (GK 18.1.5), and whom the page
    is about may come into it later."""
    names = sentence.facts.names
    return any(one.name == role.name for one in names[: bisect_left(names, sentence.span.end, key=_start_of)])


def _start_of(name: Name) -> int:
    return name.span.start


def names_its_own(sentence: Sentence, reading: Reading) -> bool:
    """Whether a person or body stands named in the nominative in a clause, whom a carried name would displace."""
    facts, verb = sentence.facts, reading.clause.predicate
    own = (one.name for one in sentence.phrases(reading.clause.start, verb.first) if one.case == "nom")
    kinds = (facts.names[name].kind for name in own if name is not None)
    return any(kind in (NameKind.PERSON, NameKind.ORGANISATION) for kind in kinds)


def _is_told_of_others(sentence: Sentence, reading: Reading) -> bool:
    """Whether a clause has a subject that nobody's name is: "kimse istemedi", "kaçanların toplandıklarını".

    A pronoun without a case is the subject (GK 18.1), and so is a headless relative clause in the genitive before the
    verb that governs it (25.3).
    """
    clause = reading.clause
    if any(word.folded in phrases("everybody") for word in sentence.words[clause.own : clause.predicate.first]):
        return True
    if clause.predicate.form is not Form.NOMINAL or not clause.inner:
        return False
    return any(_HEADLESS.search(sentence.words[verb.last].folded) is not None for verb in clause.inner)


def _begins_with_body(thing: Role | None, sentence: Sentence) -> bool:
    """Whether a body stands bare before what is its own: "Maliye Vekâleti borcunu ödedi" leaves open whether the
    ministry paid or somebody paid what it owed (GK 14.4), and nobody from the sentences before is meant for certain.
    """
    first = next((one for one in sentence.words if thing is not None and one.start == thing.span.start), None)
    name = sentence.facts.names[first.name] if first is not None and first.name is not None else None
    if thing is None or name is None or name.kind is not NameKind.ORGANISATION:
        return False
    post = _POST.search(fold_word(thing.text)) is not None  # "Hariciye nazırlığını kabul etti": what he became
    return name.span.end < thing.span.end and sentence.text[name.span.end].isspace() and not post


def _has_clause_for_subject(sentence: Sentence, reading: Reading) -> bool:
    """Whether a nominalised clause without case is what an active verb tells of: "isyanın bastırılması Mayıs'ı buldu".

    It is the subject then, and nobody is left unsaid (Göksel & Kerslake 2005, 24.4.1).
    """
    inner = reading.clause.inner[-1] if reading.clause.inner else None
    bare = inner is not None and inner.form is Form.NOMINAL and _BARE_ACTION.search(sentence.words[inner.last].folded)
    return bool(bare) and not reading.clause.predicate.passive


def _other_nominative(sentence: Sentence, reading: Reading) -> Phrase | None:
    """The nominative of the clause that no place took: nobody is left unsaid where somebody is named.

    Of "gençler de Çine'ye gelmeye başladılar" and "Kemal söz ederek istedi" the nominative is the subject, whichever
    verb it was read with (Göksel & Kerslake 2005, 26.3); what stands right before a verb is a bare object or a part of
    it (14.3.1.2), and before a clause of cause or time whoever did that.
    """
    clause = reading.clause
    verbs = (*clause.inner, clause.predicate)
    low = clause.start
    for at, verb in enumerate(verbs):
        shares = verb is clause.predicate or verb.form in _SHARING
        shares = shares or (verb.form is Form.CONVERB and _SAME.search(sentence.words[verb.last].folded) is not None)
        opens = not at or verbs[at - 1].form in (Form.PARTICIPLE, Form.NOMINAL)
        if shares and opens and (left := _nominative_left(sentence, reading, low, verb.first)) is not None:
            return left
        low = verb.last + 1
    return None


def _nominative_left(sentence: Sentence, reading: Reading, low: int, high: int) -> Phrase | None:
    """The first phrase without a case between two words, where it fills no place and is neither a sum nor a day."""
    # of "babası Kaymakam Rıza Bey'in tayini üzerine" the father is in the genitive, too (GK 14.3.6)
    found = with_appositions(sentence.phrases(low, high), sentence.words, sentence.text, sentence.facts)
    first = next((one for one in found if one.case in ("nom", "acc")), None)
    if first is None or first.case != "nom" or first.quoted or first.maybe_object:
        return None
    if any(word.folded in ("(", ")") for word in sentence.words[low : first.last + 2]):
        return None  # who stands in a bracket is no part of the clause
    behind = found[-1]
    if sentence.words[first.last + 1].folded == "ve" and behind.first == first.last + 2 and behind.last + 1 >= high:
        return None  # "bir telsiz ve kırk teneke benzin bıraktı": bare objects
    people = {"person", "count"}
    if any(sentence.facts.amounts[at].unit not in people for at in first.amounts):
        return None
    if first.last + 1 >= high or any(word.date is not None for word in sentence.words[first.first : first.last + 1]):
        return None
    return None if any(role.span.overlaps(first.span) for role in reading.roles.values()) else first
