"""One clause read: its row of the verb table, its roles, its date and amounts.

Comes in: a sentence taken apart and one of its clauses. Goes out: a `Reading`, or None where no row of the table
fits. The finite clause's own phrases stand between the last subordinate verb and itself; the subject stands before
the first; what is promised, asked or ordered is the nominalised clause between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from tanik.core.morph import readings
from tanik.core.span import Span
from tanik.facts.model import Role
from tanik.facts.statements.lexis.lexicon import fold_word, frame, has_word, phrases
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.lexis.verbs import Form, Predicate, VerbRow
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.roles.complements import as_command, asked_for, complement_of, with_complement
from tanik.facts.statements.roles.compounds import compound_of_noun, lead_noun, with_headship, with_lead_noun
from tanik.facts.statements.roles.definite import goes_back
from tanik.facts.statements.roles.extent import counted_and_dated, last_described
from tanik.facts.statements.roles.fill import fill_roles
from tanik.facts.statements.roles.gaps import (
    joined_noun,
    shared_object,
    shared_receiver,
)
from tanik.facts.statements.roles.goals import with_goals
from tanik.facts.statements.roles.holders import with_holder
from tanik.facts.statements.roles.nominatives import is_determiner
from tanik.facts.statements.roles.own import (
    WITH_NOMINATIVE,
    begins_at,
)
from tanik.facts.statements.roles.papers import turned_to, writer_of_paper
from tanik.facts.statements.roles.reference import is_told_apart, resolved, with_full_names
from tanik.facts.statements.roles.sentence import Sentence
from tanik.facts.statements.roles.spoken import spoken_in
from tanik.facts.statements.roles.told_of import with_noun_told_of
from tanik.facts.statements.syntax.apposition import with_appositions
from tanik.facts.statements.syntax.clauses import Clause, tells_of_noun
from tanik.facts.statements.syntax.fillers import role_of
from tanik.facts.statements.syntax.phrases import Phrase
from tanik.facts.statements.syntax.voice import authority_of

__all__ = ["Reading", "Sentence", "absent_in", "doer_in", "heard_from", "read_clause", "subject_of", "tells_of_giver"]

# what is done in a letter or a speech
_TOLD: Final = frozenset(("past", "hearsay"))
_SPOKEN: Final = frozenset(("say", "write", "request", "offer", "promise", "order", "accept", "refuse"))
_COPULA: Final = re.compile(r"(?:[dt][iu]r|y?[dt][iu])$")
_OWN_KIN: Final = re.compile(r"s?[iu]$")
_TO_SOMEONE: Final = frozenset(("request", "offer", "say", "write", "order", "promise", "refuse"))


@dataclass(frozen=True, slots=True)
class Reading:
    """A clause with what it says. `first` and `last` are the words of its span; `outer_subject` stands before all."""

    clause: Clause
    row: VerbRow
    roles: Mapping[str, Role]
    first: int
    last: int
    dates: tuple[int, ...]
    amounts: tuple[int, ...]
    names: tuple[int, ...]

    @property
    def doer(self) -> Role | None:
        """Who the verb says did it, and so who goes unsaid after it: of "belediye bankadan borç aldı" who took."""
        place = frame(self.row.frame).get("nom", "subject")
        return self.roles.get("recipient" if place == "recipient" else "subject")


def heard_from(sentence: Sentence, clause: Clause) -> str | None:
    """From whom a thing was heard ("komutanından dinlemiş"): on their word stands what follows."""
    verb = clause.predicate
    if not has_word("hearing", sentence.words[verb.last].folded):
        return None
    for phrase in sentence.phrases(clause.start, verb.first):
        if phrase.case == "abl":
            return authority_of(role_of(phrase, sentence.text, sentence.facts))
    return None


def _described(sentence: Sentence, clause: Clause, row: VerbRow) -> dict[str, Role]:
    """What a passive participle describes: the noun behind it is what the deed was done to.

    Of several participles in a row the noun behind the last is meant: "temeli 1934'te atılan, 1935'te açılan fabrika".
    """
    verb = clause.predicate
    outer = next((one for one in sentence.clauses if one.predicate is clause.outer), None)
    if outer is not None and (noun := joined_noun(sentence, verb, outer)) is not None:
        place = frame(row.frame).get("passive")
        return {place: role_of(noun, sentence.text, sentence.facts)} if place else {}
    following = [one.predicate for one in sentence.clauses if one.predicate.first > verb.last]
    for other in following:
        between = sentence.words[verb.last + 1 : other.first]
        dated = all(word.is_mark or word.date is not None or word.folded == "ve" for word in between)
        if other.form is not Form.PARTICIPLE or not dated or not between:
            break
        verb = other
    # "açılan okul büyüktü": the noun ends where the verb begins
    high = min(len(sentence.words), verb.last + 4, *(one.first for one in following if one.first > verb.last + 1))
    after = sentence.phrases(verb.last + 1, high)
    place = frame(row.frame).get("passive")
    return {place: _without_copula(role_of(after[0], sentence.text, sentence.facts))} if after and place else {}


def _without_copula(role: Role) -> Role:
    """A noun that is a predicate, as it is without its copula: "verilmiş demeçtir" is of a "demeç" (GK 12.1.1)."""
    last = role.text.split()[-1]
    ending = _COPULA.search(fold_word(last)) if role.name is None else None
    found = readings(last) if ending is not None else ()
    told = any(mark.startswith("Cop") for one in found for mark in one.marks)
    if ending is None or not told or any(one.bare and one.part == "Noun" for one in found):
        return role  # "ordu" is no form of "or"
    span = Span(role.span.start, role.span.end - len(ending.group()))
    return Role(span, role.text[: len(role.text) - len(ending.group())])


def tells_of_giver(sentence: Sentence, clause: Clause) -> bool:
    """Whether a participle tells how much someone gave or took, who then goes on to do what the main verb tells.

    "Kasadan 1.900 lira çalan veznedar yakalandı" says two things of him; "borcunu ödeyen tüccara mal verilir" is said
    of anyone (GK 25.1.1).
    """
    verb, main, words = clause.predicate, clause.outer, sentence.words
    if verb.ending != "participle" or verb.passive or verb.negated or main is None or not _tells_past(main, words):
        return False
    if all(row.action != "transfer" for row in verb.rows):
        return False
    units = {
        sentence.facts.amounts[word.amount].unit for word in words[clause.own : verb.first] if word.amount is not None
    }
    row = verb.rows[0]
    return bool(units - units_by_kind("time", "percent")) and _described_giver(sentence, clause, row) is not None


def _tells_past(verb: Predicate, words: tuple[Word, ...]) -> bool:
    """Whether a verb tells what happened, or what was then still to come: "ödedi", "ödeyecekti"."""
    return verb.ending in _TOLD or words[verb.last].folded.endswith(("cakti", "cekti"))


def _described_giver(sentence: Sentence, clause: Clause, row: VerbRow) -> Role | None:
    """Who stands behind an active participle as the one who did it, named or told by his post or body."""
    verb = clause.predicate
    if verb.ending != "participle" or verb.passive or row.action != "transfer":
        return None
    following = [one.predicate.first for one in sentence.clauses if one.predicate.first > verb.last + 1]
    behind = sentence.phrases(verb.last + 1, min(len(sentence.words), verb.last + 5, *following))
    found = with_appositions(behind, sentence.words, sentence.text, sentence.facts)[:1]
    role = role_of(found[0], sentence.text, sentence.facts) if found and found[0].first == verb.last + 1 else None
    return role if is_told_apart(role) else None


_ANY: Final = VerbRow("", (), (("", ""),), None, None, (), "any", "")


def _roles_of(
    sentence: Sentence, clause: Clause, row: VerbRow, lead: tuple[Phrase, ...], own: tuple[Phrase, ...]
) -> tuple[dict[str, Role], VerbRow]:
    """Who fills which place of a clause's row, and the row: what is asked for with -ması may be an order."""
    verb, words, facts = clause.predicate, sentence.words, sentence.facts
    nominal = verb.form is not Form.FINITE
    roles = fill_roles(verb, row, lead + own, sentence, nominal=verb.form not in WITH_NOMINATIVE)
    if "object" not in roles and not nominal and (shared := shared_object(sentence, clause, row)) is not None:
        roles["object"] = role_of(shared, sentence.text, facts)
        if row.frame == "give" and "recipient" not in roles and (who := shared_receiver(sentence, clause)) is not None:
            roles["recipient"] = role_of(who, sentence.text, facts)
    complement = complement_of(sentence, clause)
    if complement is not None:
        roles = with_complement(sentence, roles, row, *complement)
        row = as_command(sentence, row, complement[0])
    if asked := asked_for(sentence, verb, row, own):
        roles = {place: role for place, role in roles.items() if place != "subject" or not verb.passive} | asked
    told = turned_to(sentence, clause) if row.action in _TO_SOMEONE and "recipient" not in roles else None
    roles |= {"recipient": told} if told is not None else {}
    roles = with_goals(sentence, clause, row, own, roles)
    if verb.form is Form.PARTICIPLE and tells_of_noun(verb):
        roles |= _described(sentence, clause, row)
    elif verb.form is Form.PARTICIPLE and (giver := _described_giver(sentence, clause, row)) is not None:
        roles[frame(row.frame).get("nom", "subject")] = giver
    if "subject" not in roles and not nominal and not verb.passive and row.action in _SPOKEN:
        writer = writer_of_paper(clause, words, sentence.phrases, facts)
        roles |= {"subject": role_of(writer, sentence.text, facts)} if writer is not None else {}
    if (noun := lead_noun(sentence, verb, row)) is not None:
        roles = with_lead_noun(sentence, roles, noun, own)
    roles = with_headship(sentence, roles, row, own)
    bare = {phrase.span for phrase in (*lead, *own) if is_determiner(phrase)}
    roles = {place: role for place, role in roles.items() if role.span not in bare} if bare else roles
    if row.frame == "rise" and "object" not in roles and not row.lead and row.stems[0][0] in phrases("posts"):
        post = Span(words[verb.last].start, words[verb.last].start + len(row.stems[0][0]))
        roles["object"] = Role(post, post.of(sentence.text))
    if row.action == "move" and "object" not in roles and "source" in roles:
        roles["object"] = roles["source"]
    return _with_surname(roles, sentence.text) if "surname-acc" in row.needs else roles, row


def _with_surname(roles: dict[str, Role], text: str) -> dict[str, Role]:
    """Of '"Demirkol" soyadını aldı' the words in marks say which surname, and nobody who took it."""
    subject, taken = roles.get("subject"), roles.get("object")
    if subject is None or taken is None or text[subject.span.end : taken.span.start].strip(" \"'“”‘’«»"):
        return roles
    whole = Span(subject.span.start, taken.span.end)
    return {place: role for place, role in roles.items() if place != "subject"} | {
        "object": Role(whole, whole.of(text))
    }


def read_clause(sentence: Sentence, clause: Clause, *, anything: bool = False) -> Reading | None:
    """What one clause says, or None where its verb has no row that fits; `anything` reads verbs of no table too.

    A clause is read once, though several rules ask what it says.
    """
    if not (anything or any(row.action is not None for row in clause.predicate.rows)):
        return None
    key = "anything" if anything else "reading", id(clause)
    if key not in sentence.kept:
        sentence.kept[key] = clause, _read(sentence, clause, anything=anything)
    reading: Reading | None = sentence.kept[key][1]
    return reading


def _read(sentence: Sentence, clause: Clause, *, anything: bool) -> Reading | None:
    spoken = spoken_in(sentence, clause)
    clause, lead, own, told_of, row = spoken.clause, spoken.lead, spoken.own, spoken.told_of, spoken.row
    words, verb = sentence.words, clause.predicate
    borrowed, nominal, skipped = spoken.borrowed, verb.form is not Form.FINITE, clause.left_out
    row = row or (_ANY if anything else None)
    if row is None or (row.action is None and not anything):
        return None
    if (compound := compound_of_noun(sentence, verb, row)) is not row:
        row, clause = compound, replace(clause, predicate=replace(verb, passive=True))
        verb = clause.predicate
    lead = _without_former_doer(lead, own, row) if nominal else lead
    roles, row = _roles_of(sentence, clause, row, lead, own)
    last = verb.last
    if told_of is not None:
        roles = with_noun_told_of(sentence, told_of, verb, row, roles)
        borrowed, last = (*borrowed, told_of), told_of.last
    if verb.form is Form.PARTICIPLE:
        last = last_described(words, roles, last)
    roles = _called_in_full(sentence, verb, row, roles)
    whole = range(clause.start if not nominal else clause.own, verb.last + 1)
    inside, dates = counted_and_dated(sentence, clause, row, whole, own)
    roles = _with_holders(sentence, roles, dates, row.action)
    return Reading(
        clause,
        row,
        roles,
        clause.start if not nominal else begins_at(sentence, clause),
        last,
        tuple(dict.fromkeys(dates)),
        tuple(
            sorted(
                {amount for i in inside if (amount := words[i].amount) is not None}
                | {amount for phrase in (*lead, *borrowed) if phrase.first not in skipped for amount in phrase.amounts}
            )
        ),
        tuple(sorted({name for i in whole if (name := words[i].name) is not None})),
    )


def _called_in_full(sentence: Sentence, verb: Predicate, row: VerbRow, roles: Mapping[str, Role]) -> dict[str, Role]:
    """The roles by their full names, also what goes back to a name before.

    What stands bare in its verb is no thing that was spoken of: "savaş ilan etti" (GK 22.4).
    """
    facts, text = sentence.facts, sentence.text
    noun = lead_noun(sentence, verb, row)
    return {
        place: role
        if role.span == noun
        else with_full_names(resolved(role, facts, text, other_than=_others(roles, place)), facts)
        if goes_back(role, place, sentence, verb, row)
        else with_full_names(role, facts)
        for place, role in roles.items()
    }


def _without_former_doer(lead: tuple[Phrase, ...], own: tuple[Phrase, ...], row: VerbRow) -> tuple[Phrase, ...]:
    """What goes before a complement, without the genitive of the one before where it counts what came or fell itself:
    "Lenin'in 300 top verdiğini, 11 top geldiğini yazar"."""
    itself = frame(row.frame)["nom"] == "object" and any(one.case == "nom" and one.amounts for one in own)
    return tuple(one for one in lead if one.case != "gen") if itself else lead


def _others(roles: Mapping[str, Role], place: str) -> frozenset[str | None]:
    """Who stands in the other places of a clause."""
    return frozenset(role.name for other, role in roles.items() if other != place)


def _with_holders(
    sentence: Sentence, roles: dict[str, Role], dates: list[int], action: str | None = None
) -> dict[str, Role]:
    """The roles with the holders of offices at the clause's own date, else at the one date of its sentence.

    An office that is given is nobody's yet.
    """
    told = dates or [word.date for word in sentence.words if word.date is not None]
    days = {sentence.facts.dates[date].edtf for date in (told[:1] if dates else told)}
    when = days.pop() if len(days) == 1 else None
    given = ("object",) if action == "appoint" else ()
    return {
        place: role if place in given else with_holder(role, when, sentence.facts, sentence.text)
        for place, role in roles.items()
    }


def absent_in(sentence: Sentence, clause: Clause) -> Role | None:
    """Who is said not to have been there: the nominative before "yoktu", with a name or without."""
    found = sentence.phrases(clause.start, clause.predicate.first)
    first = next((phrase for phrase in found if phrase.case == "nom" and not phrase.amounts), None)
    return role_of(first, sentence.text, sentence.facts) if first is not None else None


def doer_in(sentence: Sentence, clause: Clause) -> Role | None:
    """The nominative that opens a clause whose verb no table knows: who the rest of the sentence may leave unsaid."""
    if clause.predicate.passive or (clause.predicate.ending == "copula" and not _has_object(sentence, clause)):
        return None
    high = clause.inner[0].first if clause.inner else clause.predicate.first
    found = sentence.phrases(clause.start, high)
    first = next((phrase for phrase in found if phrase.case in ("nom", "acc")), None)
    if first is None or first.case != "nom" or first.amounts or first.quoted or first.maybe_object:
        return None
    if fold_word(first.text).startswith("kendi") or first.text.endswith(" olan"):
        return None
    return _with_holders(sentence, {"subject": role_of(first, sentence.text, sentence.facts)}, [])["subject"]


def _has_object(sentence: Sentence, clause: Clause) -> bool:
    """Whether an accusative stands right before what looks like a noun with -mış, which is a verb then: "yazmış"."""
    found = sentence.phrases(clause.own, clause.predicate.first)
    return bool(found) and found[-1].case == "acc" and found[-1].last + 1 == clause.predicate.first


def subject_of(sentence: Sentence, clause: Clause) -> Role | None:
    """The named nominative of a clause whose verb no table knows: who the next clause may leave unsaid."""
    if all(word.name is None for word in sentence.words[clause.start : clause.predicate.first]):
        return None
    first = next((one for one in _own_phrases(sentence, clause) if one.case == "nom" and one.name is not None), None)
    if first is None or first.name is None or _is_kin_told(sentence, clause, first):
        return None
    return Role(first.span, first.text, sentence.facts.names[first.name].name)


def _own_phrases(sentence: Sentence, clause: Clause) -> Iterator[Phrase]:
    """The phrases before a clause's first inner verb, and behind its participles: "1909'da biten okula Ali Bey …"."""
    edges = [clause.start, *(verb.last + 1 for verb in clause.inner)]
    ends = [*(verb.first for verb in clause.inner), clause.predicate.first]
    opens = (True, *(verb.form is Form.PARTICIPLE for verb in clause.inner))
    for low, high, own in zip(edges, ends, opens, strict=True):
        if own:
            yield from sentence.phrases(low, high)


def _is_kin_told(sentence: Sentence, clause: Clause, phrase: Phrase) -> bool:
    """Whether a name says who someone's kin is: of "babası Ali Bey'dir" the one told of is whose father he is."""
    before = sentence.words[phrase.first if sentence.words[phrase.first].name is None else max(0, phrase.first - 1)]
    # "babası telgraf memuru Ali Bey'dir": what he is may stand between
    heads = (one for one in (before, sentence.words[clause.start]) if one.name is None)
    kin = any(f"{_OWN_KIN.sub('', one.folded)}m" in phrases("kin") for one in heads)
    return kin and clause.predicate.ending == "copula"
