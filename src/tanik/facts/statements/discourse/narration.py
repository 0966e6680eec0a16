"""Whether a clause tells what was done next, on the day that the story has come to.

Comes in: a clause without a date and the day of the sentence before. Goes out: whether it is told of that day. What
moves a story on is one past event after the other, in the simple past or in the -mIş of tales: pluperfect, future in
the past, habit and state lie behind it or beside it, and so does the -mIştIr of fact (Göksel & Kerslake 2005, 21.2,
21.4). An adverbial of time, or one of place at the head of a sentence, opens a frame of its own (GK 16.4,
23.3.1; Charolles 1997 on discourse frames); what follows from a thing or is told beside it has no day at all. That one
event follows another does not say that it was on its day: on pages that nobody had seen that held of one in four. What
does is that the same one goes on acting, that the same is done again, what came of a blow, or a word that says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from tanik.facts.model import NameKind, Role
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.lexis.verbs import Form
from tanik.facts.statements.roles.reading import Reading, Sentence
from tanik.facts.statements.roles.reference import is_same
from tanik.facts.statements.syntax.clauses import Clause

__all__ = ["Done", "goes_on", "is_later", "leaves_day", "tells_again", "tells_event"]

_OPENS: Final = 4  # words
_STEM: Final = 4  # letters
_DECISIONS: Final = frozenset(("accept", "refuse", "order"))
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d$")
_EVENT: Final = re.compile(r"(?:[dt][iu]|m[iu]s)(?:l[ae]r)?$")
_FACTUAL: Final = re.compile(r"m[iu]s(?:l[ae]r)?(?:[dt][iu]r?(?:l[ae]r)?)$")
# "ölümünden sonra", "15 Mayıs'tan itibaren", "işgali üzerine", "kışa kadar"
_BY_ANOTHER: Final = re.compile(
    r"(?:[dt][ae]n (?:\w+ ){0,3}?(?:sonra\w*|once\w*|evvel\w*|itibaren|beri)|n[iu]n (?:ardindan|akabinde)|[iu] uzerine"
    r"|(?:nc[ae]y|\wan|tarih|gun|zaman|yil)[ae] (?:kadar|dek|degin|geder))\b"
)
_SUMS_UP: Final = re.compile(r"\b(?:toplamda|toplam olarak|topyekun|yekun olarak|ceman|cemi|umumilikde|butunlukde)\b")
_FROM_NOW_ON: Final = re.compile(r"\bbundan sonra\b")
# so much later or earlier that another day has come, which nobody says: "daha sonra", "kısa bir süre içinde"
_ANOTHER_DAY: Final = re.compile(
    r"^(?:(?:bunun|onun) )?(?:ardindan|akabinde)\b|bundan (?:sonra|evvel|once)|"
    r"daha (?:sonra(?:ki|lari)?|once(?:ki|leri)?|evvel(?:ki)?)|sonra(?:dan|lari|ki)|bilahare|zamanla|gunumuzde|bugun"
    r"|(?:(?:bir|uzun|kisa|kisa bir) )?(?:sure|muddet|zaman) (?:sonra|once|evvel)"
    r"|(?:uzun|kisa|kisa bir) (?:sure|muddet|zaman)(?: icinde| zarfinda|[dt]e|da)"
    r"|(?:birkac|bir|iki|uc|dort|bes|alti|yedi|sekiz|dokuz|on|(?<![\d.])[\d.]+) (?:hafta|ay|yil|sene)"
    r" (?:sonra|once|evvel|icinde|zarfinda)"
)
# one of them stands wherever that matches
_LATER_WORDS: Final = (
    *("sonra", "once", "evvel", "ardindan", "akabinde", "bilahare"),
    *("zaman", "sure", "muddet", "gunumuzde", "bugun", "icinde", "zarfinda"),
)
_SUMMING: Final = ("toplam", "topyekun", "yekun", "cem", "umumilik", "butunluk")  # the same of what sums up
# "bu sırada", "eyni vaxtda": that it was then is said (GK 16.4.1.2)
_AT_ONCE: Final = re.compile(
    r"\b(?:(?:bu|o|tam bu|hemin) (?:sira|esna|an|vakit|vaxt)[dt]a|(?:ayni|eyni) (?:zaman|an|vaxt)da)\b"
)
# minutes are taken of what was just told, and then; "zabit" is an officer and "zabıta" the police
_RECORD: Final = re.compile(r"\b(?:tutana[kğ]\w*|zabıt(?!a)\w*|zabta (?:geç|al))")
_DEADLY: Final = frozenset(("attack", "occupy", "defeat", "kill", "end"))
# what so many different things can be said to do that it is not the same again
_OF_MANY: Final = frozenset(("begin", "end", "move", "say"))
_CONVENING: Final = frozenset(("begin", "meet", "found"))
_LOCATIVE: Final = re.compile(r"['’ʼ]?(?:n?[dt][ae])$")


@dataclass(frozen=True, slots=True)
class Done:
    """The deed last told with an EDTF date `when` of its own: who did it, to what `thing`, whether in the passive."""

    action: str | None
    doer: Role | None
    thing: Role | None
    when: str
    passive: bool = False


def goes_on(
    sentence: Sentence, reading: Reading, doer: Role | None, told: Done | None, *, before: str, topic: Role | None
) -> bool:
    """Whether a clause goes on from the day `before`: a year or a month told before is too long for the next deed."""
    if _DAY.fullmatch(before) is None or not tells_event(sentence, reading.clause):
        return False
    counted = (sentence.facts.amounts[index] for index in reading.amounts)
    if any(one.unit in units_by_kind("time") and "yaş" not in one.text for one in counted):
        return False  # so long a time, and nobody's age
    if any(one.form is Form.TEMPORAL for one in reading.clause.inner) or _opens_with_place(sentence):
        return False
    # an adverbial at the head of joined clauses is that of each (GK 28.3.1)
    own = " ".join(word.folded for word in sentence.words[: reading.clause.predicate.first])
    if _BY_ANOTHER.search(own) is not None or _own_times().search(own) is not None:
        return False
    if (
        _is_piece(sentence)
        or _AT_ONCE.search(own) is not None
        or _gathered().search(own) is not None
        or _RECORD.search(" ".join(word.lower for word in sentence.words[: reading.clause.predicate.last + 1]))
        is not None
    ):
        return True
    return _is_of_one(reading, doer, told if told is not None and told.when == before else None, topic)


def _is_of_one(reading: Reading, doer: Role | None, told: Done | None, topic: Role | None) -> bool:
    """Whether a clause tells more of the deed `told`: the same one acts, the same is done, or it came of it.

    A subject that stays is what holds a story together (GK 18.1.5, 28.3); of whom the page is about that goes without
    saying, too. Who dies behind an attack died of it, and who is appointed where a body met was appointed there.
    """
    action = reading.row.action
    if doer is not None and topic is not None and is_same(doer, topic):
        return True
    if told is None:
        return False
    again = action is not None and action == told.action and action not in _OF_MANY
    if again or (doer is not None and told.doer is not None and is_same(doer, told.doer)):
        return True
    thing = reading.roles.get("object")
    if thing is not None and thing.name is None and _head(thing) and _head(thing) == _head(told.thing):
        return True  # "Vali bir mektup yazdı. Kâtip mektubu Van'a iletti"
    died = action == "die" and told.action in _DEADLY
    # "müfettiş 3 Mayıs'ta köylülerle görüştü. Nezaret kaymakamı atadı": of two who only talked nobody elects
    elected = told.action != "meet" or reading.clause.predicate.passive
    return died or (action == "appoint" and told.action in _CONVENING and elected)


def tells_again(reading: Reading, action: str | None, told: Done | None, before: str) -> bool:
    """Whether a clause names who did what the sentence before `told` in the passive on the date `before`.

    A passive leaves its agent unsaid; who is then said to have done that to the same thing did it then (GK 14.3.3):
    "defter 1961'de satıldı. Defteri müze 400 liraya aldı" is one sale.
    """
    verb = reading.clause.predicate
    if (
        told is None
        or not told.passive
        or told.when != before
        or verb.form is not Form.FINITE
        or verb.passive
        or verb.negated
    ):
        return False
    if reading.doer is None or action is None:
        return False
    thing = reading.roles.get("object")
    same = thing is not None and bool(_head(thing)) and _head(thing) == _head(told.thing)
    return (action == told.action and same) or {action, told.action} <= _DECISIONS


def _head(thing: Role | None) -> str:
    """How the last word of a thing begins, which is the same in all its cases."""
    return next(iter(fold_word(thing.text).split()[-1:]), "")[:_STEM] if thing is not None else ""


@cache
def _own_times() -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, sorted(phrases('own_times'))))})(?!\S)")


@cache
def _gathered() -> re.Pattern[str]:
    """ "Bu toplantıda", "həmin iclasda": at the gathering that was just told of (GK 18.1.4)."""
    nouns = "|".join(map(re.escape, sorted(phrases("gatherings"))))
    return re.compile(rf"\b(?:bu|o|ayni|hemin|soz konusu) (?:{nouns})(?:s?i?n?[dt][ae])\b")


def tells_event(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause is a main clause that moves the story on; joined ones have the last one's tense (GK 8.2.3.3)."""
    if clause.predicate.form is not Form.FINITE or clause.predicate.ending not in ("past", "hearsay"):
        return False
    last = sentence.words[clause.predicate.last].folded
    if clause.predicate.ending == "hearsay":
        later = (one.predicate for one in sentence.clauses if one.predicate.first >= clause.predicate.first)
        tenses = [sentence.words[one.last].folded for one in later if one.ending == "hearsay"]
        return sentence.language == "tr" and not any(_FACTUAL.search(one) for one in (last, *tenses[-1:]))
    return _EVENT.search(last) is not None


def _is_piece(sentence: Sentence) -> bool:
    """Whether what is read is the second piece of a sentence that a line cuts in two."""
    return sentence.text[max(0, sentence.span.start - 2) : sentence.span.start].rstrip()[-1:].isalnum()


def _opens_with_place(sentence: Sentence) -> bool:
    """Whether a sentence begins with where it was, by name: "Selanik'te bir şube kuruldu"."""
    if _is_piece(sentence):
        return False
    for word in sentence.words[:_OPENS]:
        if word.name is not None and sentence.facts.names[word.name].kind is NameKind.PLACE:
            return _LOCATIVE.search(word.folded) is not None
    return False


def leaves_day(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause says that it tells of another time than the one told before, and not of which.

    Of "7 Mart'ta şehri kuşattılar. Daha sonra geri çekildiler" the day is that of the siege: an adverb of later or
    earlier sets its clause apart from the time that the text has come to (Göksel & Kerslake 2005, 16.4.1.4). From
    now on is what is promised or begun, not the promise: "bundan sonra … göndermeyi taahhüt etti".
    """
    own = " ".join(word.folded for word in sentence.words[clause.start : clause.predicate.first] if not word.quoted)
    own = f"{_opening(sentence, clause)} {own}".lstrip()
    summed = any(word in own for word in _SUMMING) and _SUMS_UP.search(own)
    if summed and not any(word.date is not None for word in sentence.words):
        return True
    return is_later(_FROM_NOW_ON.sub(" ", own) if any(one.form is Form.INFINITIVE for one in clause.inner) else own)


def _opening(sentence: Sentence, clause: Clause) -> str:
    """What a sentence opens with before the first of its main verbs, where `clause` is joined to that one by "ve".

    An adverb at the head of joined clauses is that of each: "bundan sonra yazdı ve 500 lira vadetti" (GK 28.3.1).
    """
    first = next((one for one in sentence.clauses if one.predicate.form is Form.FINITE), None)
    if first is None or first.predicate is clause.predicate or clause.predicate.form is not Form.FINITE:
        return ""
    between = sentence.words[first.predicate.last + 1 : clause.predicate.first]
    if not between or between[0].folded not in ("ve", ",") or any(word.date is not None for word in sentence.words):
        return ""
    return " ".join(word.folded for word in sentence.words[: min(_OPENS, first.predicate.first)] if not word.quoted)


def is_later(folded: str) -> bool:
    """Whether folded text says that another day has come, and not which.

    >>> is_later("daha sonra geri cekildiler"), is_later("kongreden kisa sure sonra geldi")
    (True, False)
    """
    if not any(word in folded for word in _LATER_WORDS):
        return False
    return any(_is_adverb(folded, found) for found in _ANOTHER_DAY.finditer(folded))


def _is_adverb(own: str, found: re.Match[str]) -> bool:
    """Whether whole words are meant, and no measure behind an ablative that has a day: "kongreden kısa süre sonra"."""
    before, after = own[: found.start()], own[found.end() :]
    whole = not before[-1:].isalnum() and not after[:1].isalnum()
    return whole and not before.rstrip().endswith(("dan", "den", "tan", "ten"))
