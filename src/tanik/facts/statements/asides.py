"""Which finite clauses assert nothing of the past.

Comes in: a clause's reading and its sentence. Goes out: yes or no. What the writer does, habits told in the present,
questions, wishes and mentions that a story was told are asides; a deed told in the present of a story is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from tanik.core.span import Span
from tanik.facts.model import Facts, NameKind
from tanik.facts.statements.lexis.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.lexis.persons import is_doing_of_us
from tanik.facts.statements.lexis.predicate import SAYING, Form
from tanik.facts.statements.roles.reading import Reading, Sentence
from tanik.facts.statements.roles.reference import is_told_apart
from tanik.facts.statements.syntax.voice import neither

__all__ = ["PRESENT", "is_aside", "is_scene"]

_QUOTING = frozenset(("de", "da", "diye", "olarak"))
# what stands in the present tells a habit or a rule; only of these deeds is that an assertion about the past
_HABITS = frozenset(("transfer", "move", "use", "end", "begin", "meet", "lose", "abolish", "found"))
# said in the first person these are done by saying them: "rica ediyoruz" of a letter
_PERFORMED = frozenset(("request", "offer", "promise", "accept", "refuse", "order"))
PRESENT = frozenset(("present", "aorist", "never"))
_TALK = SAYING | {"meet"}
_NOW = re.compile(r"(?<!m[iu]st)(?:yor(?:l[ae]r)?|[aeiu]r(?:l[ae]r)?|m[ae]z(?:l[ae]r)?)$")
_SO = frozenset(("oyle", "boyle", "soyle"))
_NEAR = 40  # words behind a verb in which its alternative stands
_WELCOME = frozenset(("hos", "xos"))  # "Batum'a hoş geldiniz"
_WHETHER = frozenset(("mi", "mu"))
_ONE = ("bir ", "tek ")
_OFTEN = frozenset(("her", "hep", "daima", "genellikle", "bazen", "sik", "surekli", "zaman", "arada", "hala"))
_EVERY = ("gunleri", "sabahlari", "aksamlari", "geceleri", "yazlari", "kislari", "yillarca", "aylarca", "cogu")
_WHO = frozenset(("kim", "kimler", "kime", "kimden"))
_BY_THE_WRITER = re.compile(r"[dt][iu]m$")
_WISHED = re.compile(r"[a-z]{2}(?:s[iu]n(?:l[ae]r)?|[ae]l[iu]m)$")
_MINE = re.compile(r"^ist(?:edi[mk]|iyor(?:um|uz|du[mk])|er(?:im|iz|di[mk]))$")


def is_aside(reading: Reading, sentence: Sentence, *, by_letter: bool = False) -> bool:
    """Whether a finite clause asserts nothing of the past: what the writer does ("yazıya eklerim"), a habit told in
    the present, that someone told a story, who-where-how questions, an undated "kitapta yazılmıştır".

    What the writer of a letter does `by_letter` is none.
    """
    action, verb = reading.row.action, reading.clause.predicate
    if verb.form is not Form.FINITE:
        own = sentence.words[reading.first : verb.first]
        # "nereye gömüldüğü" is a question that someone answers or leaves open (GK 24.4.2)
        asked = verb.form is Form.NOMINAL and any(_asks(word.folded) for word in own)
        return asked or sum(word.folded in _WHETHER for word in own) > 1  # "altınla mı gümüşle mi ödeneceği"
    low = reading.clause.own
    if sum(word.folded in _WHETHER for word in sentence.words[low : verb.last + _NEAR]) > 1:
        return True  # "öldü mü öldürüldü mü belli değil"
    own = sentence.words[reading.clause.own : verb.first]
    # "bu tarih kitapta yanlış verilmiştir" tells of a book
    account = action == "transfer" and bool(own) and own[-1].folded in phrases("accounts")
    account = account or (action == "move" and bool(own) and own[-1].folded in _WELCOME)
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
    if written or (not by_letter and _is_of_the_writer(reading, sentence)):
        return True
    # who told a story first, and when, can be looked up: "hikâyeyi ilk kez 1967'de Ali Bey anlattı"
    first = bool(reading.dates) and has_word("first_time", " ".join(word.folded for word in own))
    retold = _is_retelling(reading) or (action in ("say", "write") and _says_nothing(reading, sentence))
    if (retold and not first) or _announces(reading, sentence):
        return True
    undated = not (by_letter or reading.dates)
    return undated and (_is_rule(reading, sentence) or (not verb.negated and _is_habit(reading, sentence)))


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
    # "yatırılan para 44 milyon doları bulur": what a sum comes to is no habit (GK 21.4.1)
    habit = habit and not (reading.amounts and any(need.startswith("reached") for need in reading.row.needs))
    return habit or (action in SAYING and verb.passive and not (reading.amounts and verb.hearsay))


def _is_rule(reading: Reading, sentence: Sentence) -> bool:
    """Whether a clause of no day says in the aorist what is so always: "istek reddedilir", "sistem kaydı kabul etmez".

    The aorist is the form of rules, directions and descriptions (Göksel & Kerslake 2005, 21.3.1, 21.4.2). Without
    somebody by name who does it or to whom it is done nothing of it stands in a record. What a paper says or leaves
    out is told so and can be looked up ("metinde süre yazmaz").
    """
    verb = reading.clause.predicate
    always = verb.ending in ("aorist", "never") and _NOW.search(sentence.words[reading.last].folded) is not None
    if not always or (reading.row.action in SAYING and verb.negated):
        return False
    people = (NameKind.PERSON, NameKind.ORGANISATION)
    known = any(_kind_of(role.span, sentence.facts) in people for role in reading.roles.values())
    return not (known or reading.amounts or is_scene(reading, sentence))


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
    if before == "ne" and conditional and (reading.dates or "recipient" in reading.roles):
        return False  # "gazetecilere ne dediyse o": a free relative tells that he spoke, and to whom (GK 27.4)
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
    if first and _MINE.match(sentence.words[reading.last].folded) and _WISHED.search(sentence.words[first - 1].folded):
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
