"""Which clauses assert something that can be looked up.

Comes in: a clause's reading, its sentence and what the sentences before it give. Goes out: yes or no. A clause is
kept that names, dates or counts something, or tells more of someone named before; what the writer does, habits told
in the present, questions and mentions that a story was told are not. The rules were compared with a learned judge
(docs/decisions): on whole pages left out it was no better, so that the reasons here stay ones that can be read.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from tanik.core.span import Span
from tanik.facts.model import Facts, Modality, NameKind, Role, Statement
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.lexis.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.lexis.persons import is_doing_of_us
from tanik.facts.statements.lexis.predicate import SAYING, Form
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.roles.reading import Reading, Sentence
from tanik.facts.statements.roles.reference import is_body, is_party, is_told_apart
from tanik.facts.statements.syntax.clauses import claims_after
from tanik.facts.statements.syntax.voice import neither, paper_in

__all__ = ["PAST", "PRESENT", "is_aside", "is_checkable", "is_counterfactual", "is_idle_rumour", "is_scene"]

_QUOTING = frozenset(("de", "da", "diye", "olarak"))
_SPEECH = SAYING | {"move", "use"}
# what stands in the present tells a habit or a rule; only of these deeds is that an assertion about the past
_HABITS = frozenset(("transfer", "move", "use", "end", "begin", "meet", "lose", "abolish", "found"))
# said in the first person these are done by saying them: "rica ediyoruz" of a letter
_PERFORMED = frozenset(("request", "offer", "promise", "accept", "refuse", "order"))
PRESENT = frozenset(("present", "aorist", "never"))
_TALK = SAYING | {"meet"}
_NOW = re.compile(r"(?<!m[iu]st)(?:yor(?:l[ae]r)?|[aeiu]r(?:l[ae]r)?|m[ae]z(?:l[ae]r)?)$")
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
_SO = frozenset(("oyle", "boyle", "soyle"))
_WHETHER = frozenset(("mi", "mu"))
_ONE = ("bir ", "tek ")
_OFTEN = frozenset(("her", "hep", "daima", "genellikle", "bazen", "sik", "surekli", "zaman", "arada", "hala"))
_EVERY = ("gunleri", "sabahlari", "aksamlari", "geceleri", "yazlari", "kislari", "yillarca", "aylarca", "cogu")
_WHO = frozenset(("kim", "kimler", "kime", "kimden"))
PAST = re.compile(r"(?:[dt][iu]|m[iu]s(?:t[iu]r?)?)(?:l[ae]r|k)?$")
_BY_THE_WRITER = re.compile(r"[dt][iu]m$")
_WISHED = re.compile(r"[a-z]{2}(?:s[iu]n(?:l[ae]r)?|[ae]l[iu]m)$")
_MINE = re.compile(r"^ist(?:edi[mk]|iyor(?:um|uz|du[mk])|er(?:im|iz|di[mk]))$")


def is_checkable(reading: Reading, context: Context, within: Reading | None, sentence: Sentence) -> bool:
    """Whether the clause names, dates or counts something, or tells more of someone named before."""
    if is_aside(reading, sentence) or is_counterfactual(reading, sentence):
        return False
    action, verb = reading.row.action, reading.clause.predicate
    if action in SAYING and verb.negated and not verb.passive and _is_emphatic(reading, sentence):
        return True
    doer = reading.roles.get("subject") or (context.doer_of(action) if within is None else None)
    named = doer is not None and (doer.name is not None or is_body(doer))
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
    return bool(dead) or done or _is_rest(reading, context) or _is_told_deed(reading, context, within, sentence)


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
    if not told or statement.when is not None or statement.attributed_to not in (None, context.authority):
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


def is_aside(reading: Reading, sentence: Sentence) -> bool:
    """Whether a finite clause asserts nothing of the past: what the writer does ("yazıya eklerim"), a habit told in
    the present, that someone told a story, who-where-how questions, an undated "kitapta yazılmıştır"."""
    action, verb = reading.row.action, reading.clause.predicate
    if verb.form is not Form.FINITE:
        own = sentence.words[reading.first : verb.first]
        # "nereye gömüldüğü" is a question that someone answers or leaves open (GK 24.4.2)
        asked = verb.form is Form.NOMINAL and any(_asks(word.folded) for word in own)
        return asked or sum(word.folded in _WHETHER for word in own) > 1  # "altınla mı gümüşle mi ödeneceği"
    if sum(word.folded in _WHETHER for word in sentence.words[reading.clause.own :]) > 1:
        return True  # "öldü mü öldürüldü mü belli değil"
    own = sentence.words[reading.clause.own : verb.first]
    # "bu tarih kitapta yanlış verilmiştir" tells of a book
    account = action == "transfer" and bool(own) and own[-1].folded in phrases("accounts")
    if account or any(_asks(word.folded) for word in own) or _only_wishes(reading, sentence):
        return True
    before = max(
        (i for i in range(reading.clause.own, verb.first) if sentence.words[i].folded not in _QUOTING),
        default=verb.first,
    )
    plain = action in SAYING and verb.first == verb.last and not verb.passive
    # but of "yandığını 4 Mayıs'ta yazdı" something else is what was written
    plain = plain and not any(one.form is Form.NOMINAL for one in reading.clause.inner)
    # "yaprakta 25 Recep yazıyordu": the date is what was written, not when
    written = plain and sentence.words[before].date is not None and not is_told_apart(reading.roles.get("recipient"))
    if written or _is_of_the_writer(reading, sentence):
        return True
    # who told a story first, and when, can be looked up: "hikâyeyi ilk kez 1967'de Ali Bey anlattı"
    first = bool(reading.dates) and has_word("first_time", " ".join(word.folded for word in own))
    retold = _is_retelling(reading) or (action in ("say", "write") and _says_nothing(reading, sentence))
    if (retold and not first) or _announces(reading, sentence):
        return True
    return not (reading.dates or verb.negated) and _is_habit(reading, sentence)


def is_scene(reading: Reading, sentence: Sentence) -> bool:
    """Whether a deed is told in the present of a story: "Ali Bey valilere gizli bir genelge gönderir".

    History may be told in the aorist (the narrative present: Göksel & Kerslake 2005, 21.2.3 and 21.4.1; Lewis, Turkish
    Grammar VIII.29). One deed is someone's by name, to someone or of one thing, and no adverb says how often.
    """
    doer, facts = reading.roles.get("subject"), sentence.facts
    kind = _kind_of(doer.span, facts) if doer is not None else None
    other = [reading.roles[place] for place in ("object", "recipient") if place in reading.roles]
    one = any(role.name is not None or fold_word(role.text).startswith(_ONE) or " bir " in role.text for role in other)
    if kind not in (NameKind.PERSON, NameKind.ORGANISATION) or not (one or reading.amounts):
        return False
    return not _is_often(reading, sentence) and any(
        date.edtf is not None and "1800" < date.edtf[:4] < "1960" for date in facts.dates
    )


def _kind_of(span: Span, facts: Facts) -> NameKind | None:
    """What kind of name stands in a stretch; names do not overlap one another."""
    first, last = (bisect_left(facts.names, at, key=lambda name: name.span.start) for at in (span.start, span.end))
    return next((name.kind for name in facts.names[max(0, first - 1) : last] if name.span.overlaps(span)), None)


def _is_often(reading: Reading, sentence: Sentence) -> bool:
    """Whether an adverb says that a thing is done again and again: "her gün", "bazen", "yaz günleri" (GK 16.2)."""
    own = sentence.words[reading.first : reading.last]
    return any(word.folded in _OFTEN or word.folded.startswith(_EVERY) for word in own)


def _is_then(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sum is told in the present at a time just told of: "aynı gün kasaya 400 lira yatırılır" (GK 16.4)."""
    told = " ".join(word.folded for word in sentence.words[reading.first : reading.last])
    return bool(reading.amounts) and any(has_word(group, told) for group in ("same_day", "that_time"))


def _is_of_the_writer(reading: Reading, sentence: Sentence) -> bool:
    """Whether a clause tells what the writer does or did about the page, or what should have been or was to be."""
    action, verb = reading.row.action, reading.clause.predicate
    last = sentence.words[reading.last].folded
    if action not in _PERFORMED and is_doing_of_us(last):
        return True
    bare = not (reading.dates or reading.names or reading.amounts)
    if bare and action in _TALK and _BY_THE_WRITER.search(last):
        return True  # "gazeteye defalarca yazdım"
    if verb.ending == "must" and not _was_so(reading, sentence):
        return True  # "ödemeliydi"
    # "aslında salı günü gelecekti": what did not come to pass
    return verb.future and any(word.folded == "aslinda" for word in sentence.words[reading.first :])


def _is_habit(reading: Reading, sentence: Sentence) -> bool:
    """Whether a clause without date tells a habit in the present, or that something is written."""
    action, verb = reading.row.action, reading.clause.predicate
    last = sentence.words[reading.last].folded
    named = "subject" in reading.roles and reading.roles["subject"].name is not None
    # "verdiler" ends like "verirler" and is past
    present = verb.ending in PRESENT and bool(_NOW.search(last))
    asks = action == "request" and verb.ending == "present" and not verb.passive and not reading.amounts
    # "kimi tanık istiyor", "her gün mektup yazar"
    habit = present and (action in _HABITS or (asks and not named) or _is_often(reading, sentence))
    habit = habit and not (is_scene(reading, sentence) or _is_then(reading, sentence))
    return habit or (action in SAYING and verb.passive and not (reading.amounts and verb.hearsay))


def _asks(folded: str) -> bool:
    """Whether a word asks who, where or why; "nedeniyle" tells a reason."""
    asked = folded in _WHO or has_word("interrogatives", folded)
    return asked and not has_word("reasons", folded)


def _was_so(reading: Reading, sentence: Sentence) -> bool:
    """Whether a necessity came about: Azerbaijani "çıxmalı oldu" is "had to leave, and left"."""
    after = sentence.words[reading.last + 1 : reading.last + 2]
    return bool(after) and after[0].folded.startswith("ol")


def _says_nothing(reading: Reading, sentence: Sentence) -> bool:
    """Whether a saying is told without what was said or when: "bunu bana torunu söyledi", "Ankara'ya yazdı"."""
    clause = reading.clause
    before = sentence.words[clause.predicate.first - 1].folded if clause.predicate.first else ""
    conditional = sentence.words[reading.last].folded.endswith(("sa", "se"))
    if before == "ne" and not conditional and not neither(sentence.words):
        return True
    own = sentence.words[clause.start : clause.predicate.first]
    after = sentence.words[clause.predicate.last + 1 : clause.predicate.last + 2]
    retelling = reading.row.verb in phrases("retellings") | {"söyle"}
    # "notu gören Avni Bey oğluna söylemiş": what describes the teller is not what he told
    complements = [one for one in clause.inner if not retelling or one.form is not Form.PARTICIPLE]
    told = complements or any(word.quoted for word in own) or any(word.folded in ("ki", ":") for word in after)
    thing = reading.roles.get("object")
    named = thing is not None and fold_word(thing.text) not in phrases("demonstratives")
    retold = not clause.predicate.passive and retelling
    dated = bool(reading.dates or reading.amounts) and not retold
    denied = clause.predicate.negated
    dated = dated and (denied or not any(word.folded in _SO for word in own))  # "bana da öyle anlatıldı"
    return not (told or dated or denied or named)


def _announces(reading: Reading, sentence: Sentence) -> bool:
    """Whether a clause only leads to words that are quoted in the present: "Ali Bey kesin konuşuyor: “…”"."""
    verb, last = reading.clause.predicate, reading.last + 1
    led = reading.row.action == "say" and verb.ending == "present" and not (reading.dates or reading.clause.inner)
    colon = sentence.words[last : last + 1]
    return led and bool(colon) and colon[0].folded == ":" and bool(_NOW.search(sentence.words[reading.last].folded))


def _only_wishes(reading: Reading, sentence: Sentence) -> bool:
    """Whether someone only wants to do a thing himself, and asks it of no one: "sonucu görmek istiyordu".

    So does a writer who wishes a thing of nobody: "ortaya çıksın istiyorum", "giderelim istedik" (GK 21.4.4.2).
    """
    first = reading.clause.predicate.first
    if first and _WISHED.search(sentence.words[first - 1].folded) and _MINE.search(sentence.words[reading.last].folded):
        return reading.row.action == "request"
    if reading.row.action != "request" or first == 0 or reading.amounts or "source" in reading.roles:
        return False
    asked = any(
        word.folded.endswith(("dan", "den", "tan", "ten")) for word in sentence.words[reading.clause.own : first]
    )
    return sentence.words[first - 1].folded.endswith(("mak", "mek")) and not asked


def _is_retelling(reading: Reading) -> bool:
    """Whether the clause only says that a story was told, on whose word what follows it stands."""
    told = [one for one in reading.clause.inner if one.form is not Form.PARTICIPLE]
    return reading.row.action == "say" and reading.row.verb in phrases("retellings") and not told
