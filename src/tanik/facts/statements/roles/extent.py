"""Which days and amounts in a clause's words are its own, and how far it reaches.

Comes in: a sentence and one of its clauses. Goes out: words whose day or amount is another's: what is put up to be
replaced, the day of a source, of what is said and of the telling, what is counted of a noun that a participle
describes (Göksel & Kerslake 2005, 24.4.1, 25.1.1).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Final

from tanik.facts.model import Role
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.verbs import Form, Predicate, VerbRow
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.roles.gaps import noun_behind, shared_from
from tanik.facts.statements.roles.heads import acts
from tanik.facts.statements.roles.own import scope_of, tells_what_befell, without_outer
from tanik.facts.statements.roles.sentence import Sentence
from tanik.facts.statements.syntax.clauses import Clause, dated_bracket, describes_noun
from tanik.facts.statements.syntax.phrases import Phrase
from tanik.facts.statements.syntax.source_days import is_of_source

__all__ = ["counted_and_dated", "last_described"]

_LASTING: Final = frozenset(("found", "appoint", "publish", "begin"))
_SUFFERED: Final = re.compile(r"[iu](?:l|n)[ae]n$|[ae]n[ae]n$")
_COUNTED: Final = frozenset(("sonra", "once", "evvel"))
_A_WHILE: Final = frozenset(("kisa", "az", "cok", "hemen", "bir", "sure", "zaman"))
_POINT: Final = re.compile(r"(?:m[ae]s[iu]|(?:yil|tarih|gun|ay)(?:[iu]|ler[iu]|lar[iu]))nd[ae]n$")
_NEAR: Final = 4  # words
_FROM: Final = ("dan", "den", "tan", "ten")
_TOLD: Final = frozenset(("past", "hearsay"))
# "1931'de", "17 Mart günü", "1920 yazında": a day has a case or a noun that makes it an adverbial (GK 16.4)
_SAYS_WHEN: Final = re.compile(r"(?:[dt][ae]|gunu|gecesi|sabahi|aksami|ayi|yili)$")
_TOLD_LATER: Final = frozenset(("say", "write"))


def counted_and_dated(
    sentence: Sentence, clause: Clause, row: VerbRow, whole: range, own: tuple[Phrase, ...]
) -> tuple[list[int], list[int]]:
    """The words in a clause's scope that have a date or an amount of its own, and its dates in their order.

    Its own day stands before the day of what it holds: "dün imzalanan anlaşmayı 3 Mayıs'ta reddetti".
    """
    words, skipped, verb = sentence.words, clause.left_out, clause.predicate
    if not (facts_at := sentence.facts_at()):
        return [], []
    scope = [i for stretch in scope_of(words, clause) for i in facts_at if i in stretch]
    every = [i for i in facts_at if i in whole]
    every = every[bisect_right(every, _born_before(sentence, clause)) :]
    struck = {i for i in {*scope, *every} if _is_struck_out(sentence, i)}
    others = struck | _told_days(sentence, clause, row)
    not_inside = others | skipped | _described_before(sentence, clause) if scope else others
    inside, every = [i for i in scope if i not in not_inside], [i for i in every if i not in others]
    behind = dated_bracket(words, verb.last + 1) if verb.form is Form.FINITE else range(0)
    shared = shared_from(clause)
    near = [i for i in every if i >= shared and i not in skipped]
    # of "4 Mart tarihli mektubunda paranın 1920'de verildiğini yazdı" the money was given in 1920
    told = _behind_doer(own, verb) if verb.form is Form.NOMINAL else range(0)
    doer = [i for i in told if i not in struck]
    last = () if inside or near else _dated_behind(sentence, clause)
    # of "3 Mayıs'ta yola çıkarak 9 Mayıs'ta vardı" the first day is the converb's (GK 26.3.8)
    near = sorted(near, key=lambda i: _only_names(sentence, i))
    alone = [i for i in near if i >= clause.own]
    dates = (words[i].date for i in (*behind, *doer, *alone, *near, *inside, *every, *last))
    return inside, [date for date in dates if date is not None]


def _dated_behind(sentence: Sentence, clause: Clause) -> range:
    """The words behind the verb that ends a sentence where they say when and nothing else: "sattı, 1931 senesinde".

    An adverbial may follow the verb as what is added to a clause that is told already (Göksel & Kerslake 2005, 23.3.3).
    """
    verb, words = clause.predicate, sentence.words
    if verb.form is not Form.FINITE or verb.ending not in _TOLD or verb is not sentence.clauses[-1].predicate:
        return range(0)
    low = verb.last + 1
    low += low < len(words) and words[low].folded == ","
    high = len(words)
    while high > low and words[high - 1].is_mark:
        high -= 1
    added = words[low:high]
    when = bool(added) and added[0].date is not None and len({word.date for word in added} - {None}) == 1
    when = when and all(word.date is not None or word.folded in phrases("date_tails") for word in added)
    return range(low, high) if when and _SAYS_WHEN.search(added[-1].folded) is not None else range(0)


def _born_before(sentence: Sentence, clause: Clause) -> int:
    """The last word of a participle that tells of a birth, whose day is nothing else's: "1886'da doğan Ali Bey"; -1
    without one.

    So it is with the day on which what goes on to be told of was founded, filled or brought out: "1924'te kurulan
    bankanın sermayesi" (GK 25.1.1). What was founded at a time may be where or whereby something was done then.
    """
    inner = clause.inner if clause.predicate.form is Form.FINITE else ()
    for verb in reversed(inner):
        action = verb.rows[0].action if verb.form is Form.PARTICIPLE and verb.rows else None
        if action == "born" or (action in _LASTING and _is_told_of(sentence, verb, clause)):
            return verb.last
    return -1


def _is_told_of(sentence: Sentence, verb: Predicate, clause: Clause) -> bool:
    """Whether the noun that a passive participle describes takes part in the clause, and is no place or means.

    Of "1921'de hükûmet yeni kurulan bankaya para verdi" the day stands before who acts, and is that of the giving.
    """
    passive = verb.passive or _SUFFERED.search(sentence.words[verb.last].folded) is not None
    noun = noun_behind(sentence, verb, clause) if passive else None
    if noun is None or noun.case not in ("nom", "gen", "acc", "dat"):
        return False
    day = next((at for at in reversed(sentence.facts_at()) if at < verb.first), verb.first)
    before = sentence.phrases(day + 1, verb.first) if day + 1 < verb.first else ()
    return not any(one.case == "nom" and (one.name is not None or acts(one)) for one in before)


def _only_names(sentence: Sentence, index: int) -> bool:
    """Whether a year without an ending stands before a noun that it only tells apart: "1912 Balkan Savaşı'nda 24
    Ekim'de" (GK 16.4: a time has a case or a noun of time that makes it one)."""
    words = sentence.words
    date = words[index].date
    last = next((i for i in range(index, len(words)) if words[i].date != date), len(words))
    if date is None or last >= len(words) or words[last].folded in phrases("date_tails"):
        return False
    year = "-" not in (sentence.facts.dates[date].edtf or "-")
    return year and words[last - 1].folded[-1:].isdigit() and sentence.text[words[last].start].isupper()


def _is_struck_out(sentence: Sentence, index: int) -> bool:
    """Whether a date or amount is put up only to be replaced: "8 Mart'ta değil 7 Mart'ta"."""
    word = sentence.words[index]
    if word.date is not None and (_is_of_source(sentence, word.date) or _only_bounds(sentence, index)):
        return True
    if not sentence.has("degil"):
        return False
    after = next((w for w in sentence.words[index + 1 :] if (w.date, w.amount) != (word.date, word.amount)), None)
    return after is not None and after.folded == "degil"


def _only_bounds(sentence: Sentence, index: int) -> bool:
    """Whether a date says only before or behind which day a thing was: "1921'den sonra", "3 Mayıs tarihinden önce",
    "3 Mayıs'ta göreve başlamasından kısa bir süre sonra".

    The ablative before "önce" and "sonra" is the point that the time is counted from, and not the time (GK 17.3.3).
    """
    words, date = sentence.words, sentence.words[index].date
    behind = next((i for i in range(index, len(words)) if words[i].date != date), len(words))
    if words[behind - 1].folded.endswith(_FROM):
        return _counts_from(words, behind)
    near = takewhile(lambda at: not words[at].is_mark, range(behind, min(behind + _NEAR, len(words))))
    noun = next((at for at in near if _POINT.search(words[at].folded)), None)
    return noun is not None and _counts_from(words, noun + 1)


def _counts_from(words: Sequence[Word], at: int) -> bool:
    """Whether "sonra" or "önce" stands at word `at`, or behind "kısa bir süre" there."""
    while at < len(words) and words[at].folded in _A_WHILE:
        at += 1
    return at < len(words) and words[at].folded in _COUNTED


def _is_of_source(sentence: Sentence, date: int) -> bool:
    """Whether a date only says which paper is the source: "gazeteye (Vakit, 3 Mart 1921) göre"."""
    day, start = sentence.facts.dates[date].span, sentence.span.start
    aligned = len(sentence.folded) == len(sentence.span)
    return aligned and is_of_source(sentence.folded, day.start - start, day.end - start)


def _told_days(sentence: Sentence, clause: Clause, row: VerbRow) -> frozenset[int]:
    """The dates of what is said, which are no days of the saying: they stand behind the genitive of who did it.

    Of "başkan, köyün 5 Mart 1920'de yandığını belirtti" the day is the fire's (GK 24.4.1).
    """
    found: set[int] = set()
    last = clause.start
    for verb in clause.inner if row.action in _TOLD_LATER and clause.predicate.form is Form.FINITE else ():
        if verb.form is Form.NOMINAL and not describes_noun(sentence.words, verb):
            behind = _behind_doer(sentence.phrases(last, verb.first), verb)
            found |= {index for index in behind if sentence.words[index].date is not None}
        last = verb.last + 1
    return frozenset(found)


def _described_before(sentence: Sentence, clause: Clause) -> frozenset[int]:
    """The words of a participle before a finite verb that tells what happened to its noun.

    What is counted there is told of the noun: "kırk hanesi yanan köye üç yüz çadır gönderildi" (GK 25.1.1).
    """
    first = clause.inner[0] if clause.inner and clause.predicate.form is Form.FINITE else None
    if first is None or first.form is not Form.PARTICIPLE:
        return frozenset()
    inner = next((one for one in sentence.clauses if one.predicate is first), None)
    own = without_outer(sentence, inner) if inner is not None else None
    return frozenset(range(own.own, first.first)) if own is not None and tells_what_befell(own) else frozenset()


def last_described(words: Sequence[Word], roles: Mapping[str, Role], last: int) -> int:
    """The last word of the noun that a participle describes, which is told with it: "1924'te kurulan İş Bankası"."""
    ends = [role.span.end for role in roles.values() if role.span.start >= words[last].end]
    return next((at for at in range(last, len(words)) if words[at].end >= max(ends)), last) if ends else last


def _behind_doer(found: Sequence[Phrase], verb: Predicate) -> range:
    """The words of a nominalised clause behind the genitive of who did it: before it a day may be that of the telling
    (GK 24.4.1)."""
    doer = next((one for one in found if one.case == "gen"), None)
    return range(doer.last + 1, verb.first) if doer is not None else range(0)
