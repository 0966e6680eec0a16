"""Which clauses assert something that can be looked up.

Comes in: a clause's reading, its sentence and what the sentences before it give. Goes out: yes or no. A clause is
kept that names, dates or counts something, or tells more of someone named before; what the writer does, habits told
in the present, questions and mentions that a story was told are not. The rules were compared with a learned judge
(docs/decisions): on whole pages left out it was no better, so that the reasons here stay ones that can be read.
"""

from __future__ import annotations

import re

from tanik.facts.model import Modality, Role, Statement
from tanik.facts.statements.asides import PRESENT, is_aside
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.discourse.correspondents import doer_by_person, is_courtesy, is_own_deed
from tanik.facts.statements.lexis.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.lexis.predicate import SAYING, Form
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.roles.reading import Reading, Sentence
from tanik.facts.statements.roles.reference import is_body, is_party, is_told_apart
from tanik.facts.statements.syntax.clauses import claims_after
from tanik.facts.statements.syntax.source_papers import paper_in

__all__ = ["PAST", "is_checkable", "is_counterfactual", "is_idle_rumour"]

_SPEECH = SAYING | {"move", "use"}
# of these deeds it is enough to know to whom they were done, in a clause without its doer
_DONE_TO = frozenset(("kill", "liberate", "dismiss", "occupy"))
# what is done by an authority, and leaves a record behind
_ON_RECORD = _DONE_TO | {"abolish", "accept", "appoint", "attack", "begin", "defeat", "found", "lose", "move"}
_ON_RECORD |= {"order", "publish", "refuse", "sign", "transfer"}
# what someone does or suffers alone
_ALONE = frozenset(("attack", "lose", "end", "dismiss", "appoint", "defeat", "liberate", "sign"))
# of war it is enough to know what was done to what, by whomever was last told of
_OF_WAR = frozenset(("attack", "occupy", "liberate", "defeat", "kill"))
# what becomes of a person in the course of his life
_OF_A_LIFE = frozenset(("appoint", "dismiss", "end", "liberate", "born", "die", "lose"))
_UNREAL = ("saydi", "seydi", "saydik", "seydik", "saydim", "seydim", "saydilar", "seydiler", "salardi", "selerdi")
_WOULD = re.compile(r"(?:r|m[ae]z|[ae]c[ae]k)(?:l[ae]r)?[dt][iu](?:l[ae]r)?$")
_OWNED = re.compile(r"[a-z]{2,}[aeiou]s[iu]|[a-z]{2,}l[ae]r[iu]")
PAST = re.compile(r"(?:[dt][iu]|m[iu]s(?:t[iu]r?)?)(?:l[ae]r|k)?$")


def is_checkable(reading: Reading, context: Context, within: Reading | None, sentence: Sentence) -> bool:
    """Whether the clause names, dates or counts something, or tells more of someone named before."""
    own = is_own_deed(context.letter, sentence, reading)
    if is_aside(reading, sentence, by_letter=own) or is_counterfactual(reading, sentence):
        return False
    if is_courtesy(context.letter, sentence, reading):
        return False
    action, verb = reading.row.action, reading.clause.predicate
    if action in SAYING and verb.negated and not verb.passive and _is_emphatic(reading, sentence):
        return True
    by_person = doer_by_person(context.letter, sentence, reading)
    doer = by_person or reading.roles.get("subject") or (context.doer_of(action) if within is None else None)
    named = by_person is not None or (doer is not None and (doer.name is not None or is_body(doer)))
    units = {sentence.facts.amounts[index].unit for index in reading.amounts}
    # "iki hafta gelmedi" of no one named tells nothing that can be looked up
    counted = units - units_by_kind("time")
    idle = verb.ending in PRESENT and not named and not reading.roles.get("recipient")
    dated = bool(reading.dates) and any(one.form is Form.NOMINAL for one in reading.clause.inner)
    if action in _SPEECH and idle and not dated and not (counted and _is_figure_of_someone(reading, sentence)):
        return False
    # "grevin altı gün sürdüğünü yazdı": on someone's word a length of time is told, too
    handed_on = within is not None and not within.clause.predicate.negated
    if reading.dates or reading.names or (units if named or handed_on else counted):
        return True
    # a death is looked up by the name alone
    dead = action in ("die", "kill") and (
        (verb.negated and context.when_before) or (named and action == "die" and "subject" in reading.roles)
    )
    # "halatı kesti, güverteye düştü, öldü": whoever the sentence goes on with (GK 18.1.5)
    goes_on = within is None and verb.form is Form.FINITE and named and context.here is not None
    dead = dead or (action == "die" and (goes_on or bool(reading.amounts or "place" in reading.roles)))
    told = {"object", "recipient"} & set(reading.roles)
    full = len(told) > 1 and action == "write"  # "Ali Bey'e mektup yazdı"
    past = _is_past(reading, sentence)
    # "Türk heyeti (otelde) gazetecileri kabul etti": who is known by his post, people or body, as well as by name
    known = past and doer is not None and (is_told_apart(doer) or is_party(doer))
    things = any(_is_a_thing(reading.roles[place]) for place in told)
    done = (named and bool(told)) or (known and things)
    done = (named and full) or (done and action not in _SPEECH) or (past and _is_whole(reading))
    done = done or (named and _is_turn_of_life(reading, doer, context))
    done = done or (action in SAYING and within is None and _goes_on_saying(reading, doer, context))
    return bool(dead) or done or _is_rest(reading, context) or _is_told_deed(reading, context, within, sentence)


def _goes_on_saying(reading: Reading, doer: Role | None, context: Context) -> bool:
    """Whether whoever a sentence named goes on to say something: "Ali Bey 1943'ü yazıyor, borç kalmadı diyor".

    Joined clauses share their subject (Göksel & Kerslake 2005, 28.3.1), who is named once.
    """
    unsaid = "subject" not in reading.roles and context.here is not None and doer is context.here
    told = any(one.form is Form.NOMINAL and one.ending == "nominal" for one in reading.clause.inner)
    return unsaid and told and doer is not None and context.is_one(doer) and "object" in reading.roles


def _is_turn_of_life(reading: Reading, doer: Role | None, context: Context) -> bool:
    """Whether a finite past clause of no nominative tells what became of the person told of: "emekli oldu".

    What it was stands in the verb's own noun ("avukatlığa başladı"), and a life is told in such clauses (GK 18.1.5).
    """
    verb, row = reading.clause.predicate, reading.row
    past = verb.form is Form.FINITE and verb.ending in ("past", "hearsay") and not verb.negated
    alone = not {"subject", "recipient", "object"} & set(reading.roles)
    return past and alone and bool(row.lead) and row.action in _OF_A_LIFE and doer is not None and context.is_one(doer)


def _is_rest(reading: Reading, context: Context) -> bool:
    """Whether a finite clause tells what became of the rest of what was counted: "kalanı ödenmedi"."""
    if context.parties.counted is None or reading.clause.predicate.form is not Form.FINITE:
        return False
    things = (reading.roles[place] for place in ("object", "subject") if place in reading.roles)
    return any(role.name is None and fold_word(role.text) in phrases("rests") for role in things)


def _is_told_deed(reading: Reading, context: Context, within: Reading | None, sentence: Sentence) -> bool:
    """Whether someone who is told apart by his post, people or body did a past deed to something or someone.

    "İşçiler müdürü kovdu" can be looked up although it names, dates and counts nothing; so can what was asked, promised
    or ordered in a clause of its own, and who said which words.
    """
    verb, roles, action = reading.clause.predicate, reading.roles, reading.row.action
    doer = reading.doer or roles.get("subject") or (within.roles.get("subject") if within is not None else context.here)
    past = _is_past(reading, sentence)
    claimed = verb.form is Form.NOMINAL and action not in _SPEECH and claims_after(sentence.words, verb.last)
    done_to = verb.passive and action in _DONE_TO and is_told_apart(roles.get("object"))
    # "gazete kapatılmış", "çavuş divanıharbe verildi": it stands on some record that it was done
    thing = roles.get("object")
    done_to = done_to or (verb.passive and action in _ON_RECORD and past and _is_a_thing(thing))
    done_to = done_to and not (thing is not None and _is_owned(thing, sentence))
    # "memurlara maaş verilmedi": to whom a thing was given is told apart
    done_to = done_to or (action == "transfer" and verb.passive and is_told_apart(roles.get("recipient")))
    if past and action in _OF_WAR and not verb.passive and doer is not None and _is_a_thing(roles.get("object")):
        return True  # "(dört yüz atlı bastı,) telgraf müdürünü öldürdüler"
    if not (past or claimed or within is not None) or not (is_told_apart(doer) or done_to):
        return False
    said = any(word.quoted for word in sentence.words[reading.first : verb.first])
    if not is_told_apart(doer):
        return "object" in roles  # "müdür kovuldu": to whom it was done is told apart
    if verb.negated and reading.row.negated == "refuse":
        return True  # "vali yanıt vermedi"
    if action in SAYING:
        return said and "subject" in roles
    return action != "use" and bool({"object", "recipient"} & set(roles))


def _is_past(reading: Reading, sentence: Sentence) -> bool:
    """Whether a finite clause tells what was done or, as the page heard, is said to have been done."""
    finite = reading.clause.predicate.form is Form.FINITE
    past = PAST.search(sentence.words[reading.last].folded) is not None
    return finite and past and not reading.clause.predicate.future


def _is_whole(reading: Reading) -> bool:
    """Whether a past deed has all that its kind can have, though nothing in it is named, dated or counted.

    Who went to a place of a kind that stands in records ("müzeye taşındı"); what was promised in a clause of its own
    ("bakan binaların yıkılmayacağına söz verdi"); what someone known does alone ("Ağa silahla karşılık verdi").
    """
    action, roles = reading.row.action, reading.roles
    if action == "move" and (goal := roles.get("recipient")) is not None:
        head = fold_word(goal.text).split()[-1]
        return any(has_word(group, head) for group in ("grounds", "institutions", "bodies", "schools"))
    if action == "promise":
        return {"subject", "object"} <= set(roles) and bool(reading.clause.inner)
    own = roles.get("subject")
    return action in _ALONE and own is not None and own.name is not None


def is_counterfactual(reading: Reading, sentence: Sentence) -> bool:
    """Whether a clause tells what would have been: "ordu çekilmeseydi İstanbul düşerdi" (GK 27.2.1.3)."""
    before = sentence.words[reading.clause.start : reading.clause.predicate.first]
    unreal = any(word.folded.endswith(_UNREAL) for word in before)
    # "kalsaydı mebus seçilir, uzun yaşardı": the last of joined verbs has the ending of them all (Lewis, II)
    last = sentence.clauses[-1].predicate.last if reading.clause.predicate.ending == "aorist" else reading.last
    return unreal and _WOULD.search(sentence.words[last].folded) is not None


def _is_a_thing(role: Role | None) -> bool:
    """Whether a role is filled by more than a pronoun or a length of time."""
    if role is None or fold_word(role.text) in phrases("pronouns", "demonstratives"):
        return False
    return role.name is not None or fold_word(role.text).split()[-1] not in phrases("times")


def _is_owned(role: Role, sentence: Sentence) -> bool:
    """Whether a noun alone has a possessive, so that only what was told before says whose it is: "parası toplandı"."""
    word = next((one for one in sentence.words if one.start == role.span.start), None)
    return role.name is None and word is not None and _OWNED.fullmatch(word.folded) is not None


def is_idle_rumour(statement: Statement, reading: Reading, context: Context) -> bool:
    """Whether hearsay says neither who nor when: "bizim aile üç öküz vermiş" of a comment, on no paper's word.

    Who did it to whom, and when, is what a thing is looked up by: a number alone leads nowhere.
    """
    told = statement.modality is Modality.REPORTED and reading.clause.predicate.ending == "hearsay"
    if not told or statement.when or context.when_before or statement.attributed_to not in (None, context.authority):
        return False
    known = any(role.name is not None for _, role in statement.roles) or bool(reading.names)
    return not known and not any(is_told_apart(role) for _, role in statement.roles)


def _is_figure_of_someone(reading: Reading, sentence: Sentence) -> bool:
    """Whether a figure is given in the present by a source that is told apart ("defteri 640 hane diyor")."""
    subject, words = reading.roles.get("subject"), sentence.words[reading.first : reading.last]
    told = reading.row.action == "say" and reading.clause.predicate.ending == "present"
    if reading.row.action == "write" and paper_in(words, sentence.text, sentence.facts) is not None:
        return True  # "raporda 640 hane yazıyor"
    return told and subject is not None and fold_word(subject.text).split()[0] not in phrases("anyone")


def _is_emphatic(reading: Reading, sentence: Sentence) -> bool:
    """Whether a clause speaks of "such a word": "böyle bir şey söylemedi" is checkable whoever it is about."""
    words = sentence.words[reading.first : reading.last]
    return has_word("emphatic", " ".join(word.folded for word in words))
