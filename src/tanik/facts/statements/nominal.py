"""Statements whose predicate is a noun with a copula.

Comes in: a clause that ends in a noun, name or "oldu", and the context. Goes out: what it asserts of a deed. Turkish
says who did a thing by turning its verb into a participle and putting the doer behind it ("parayı ödeyen
Almanya'ydı": a cleft, Göksel & Kerslake 25.3, 12.1.1), where someone was or was not by a locative ("o sırada
Bitlis'teydi", "o gün orada yoktu"), and when a thing was made or who held an office by a noun
(nominal_predicates.csv). A noun without a date only describes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Final

from tanik.core.span import Span
from tanik.core.tables import read_rows
from tanik.facts.model import NameKind, Polarity, Role, Statement
from tanik.facts.statements.build import build
from tanik.facts.statements.discourse.authority import source_named
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.discourse.focus import place_before
from tanik.facts.statements.existing import build_existing
from tanik.facts.statements.lexis.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.lexis.predicate import Form
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.roles.reading import Sentence, absent_in, read_clause, subject_of
from tanik.facts.statements.roles.reference import is_told_apart
from tanik.facts.statements.syntax.clauses import Clause
from tanik.facts.statements.syntax.fillers import role_of
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["COPULA", "build_nominal", "who_it_was"]

COPULA: Final = re.compile(r"'?(?:y?[dt][iu]r?|y?m[iu]s(?:t[iu]r)?)(?:l[ae]r)?$")
_AT: Final = re.compile(r"['’‘ʼ`´][dt][ae](?:yd[iu]|ym[iu]s|d[iu]r)(?:l[ae]r)?$")
_BECAME: Final = frozenset(("oldu", "olmustur", "olmustu", "olmus", "idi", "imis"))
_ABSENT: Final = frozenset(("yoktu", "yokmus", "degildi", "bulunmuyordu"))
_THERE: Final = frozenset(("orada", "burada", "arada", "aralarinda"))
_OWN: Final = re.compile(r"s?[iu]$")
_WHOSE: Final = re.compile(r"['’‘ʼ`´]n?[iu]n(?:d[iu]r?|m[iu]s)$")
_NOT_HE: Final = frozenset(("degildir", "degildi", "degil", "degilmis"))
_FIRST: Final = frozenset(("ilk", "son", "birinci", "yegane"))
_IN: Final = re.compile(r"[^\W\d_]{2}n?[dt][ae]$")
_HELD: Final = re.compile(r"l[iu]g[iu]$")
_POSSESSED: Final = re.compile(r"(?:s?[iu])?")
_ACTORS: Final = frozenset((NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE))

_Roles = tuple[tuple[str, Role], ...]


def build_nominal(sentence: Sentence, clause: Clause, context: Context) -> Iterator[Statement]:
    """The statements of a clause whose predicate is a noun: a cleft, a whereabouts, an office or a making."""
    found = list(_cleft(sentence, clause, context))
    if not found:
        became = sentence.words[clause.predicate.last].folded in _BECAME
        ways = (_whereabouts, _by_noun, _held_by, _seat, _belonging, _is_not)
        found = [
            one for way in ((_held_by,) if became else ways) if (one := way(sentence, clause, context)) is not None
        ]
    if not found and clause.predicate.ending == "copula":
        state = _absence(sentence, clause, context) or _tenure(sentence, clause, context)
        found = [state] if state is not None else []
    there = build_existing(sentence, clause, context) if not found else None
    yield from found if there is None else [there]


def _cleft(sentence: Sentence, clause: Clause, context: Context) -> Iterator[Statement]:
    """The deed of a headless participle, done by whoever is named behind it: "parayı veren Ali Bey'di"."""
    verb, words = clause.predicate, sentence.words
    last = verb.last if words[verb.last].folded not in _BECAME else verb.first - 1
    name = words[last].name if last >= 0 else None
    done = clause.inner[-1] if clause.inner else None
    if name is None or done is None or done.form is not Form.PARTICIPLE or done.passive:
        return
    if sentence.facts.names[name].kind not in _ACTORS or not words[done.last].folded.endswith(("an", "en")):
        return
    if any(one.case == "gen" for one in sentence.phrases(done.last + 1, last + 1)):
        return  # "kurulan şirketin başkanı Ali Bey oldu": what was founded is the company
    inner = next((one for one in sentence.clauses if one.predicate is done), None)
    reading = read_clause(sentence, inner) if inner is not None else None
    if reading is None:
        return
    told = sentence.facts.names[name]
    doer = Role(told.span, told.text, told.name)
    whole = replace(reading, roles={**reading.roles, "subject": doer}, last=verb.last, names=(*reading.names, name))
    yield from build(sentence, whole, context)


def _date_in(words: Sequence[Word]) -> int | None:
    """The first date among words."""
    return next((word.date for word in words if word.date is not None), None)


def _own(sentence: Sentence, clause: Clause) -> Sequence[Word]:
    return sentence.words[clause.own : clause.predicate.first]


def _whereabouts(sentence: Sentence, clause: Clause, context: Context) -> Statement | None:
    """That someone named was in a place on a day: "Rasim Bey o sırada Bitlis'teydi"."""
    word = sentence.words[clause.predicate.last]
    if word.name is None or sentence.facts.names[word.name].kind is not NameKind.PLACE or not _AT.search(word.folded):
        return None
    own, date = _own(sentence, clause), _date_in(_own(sentence, clause))
    told = " ".join(one.folded for one in own)
    doer = absent_in(sentence, clause)
    then = date is not None or has_word("same_day", told) or has_word("that_time", told)
    if doer is None or not then or not (doer.name is not None or (date is not None and is_told_apart(doer))):
        return None
    name = sentence.facts.names[word.name]
    roles = (("recipient", Role(name.span, name.text, name.name)), ("subject", doer))
    return _stated(sentence, clause, context, ("move", roles), date)


def _absence(sentence: Sentence, clause: Clause, context: Context) -> Statement | None:
    """That someone was not in a place at a time: "o gün orada yoktu", "3 Mayıs'ta kasabada değildi" (GK 12.1)."""
    words, verb = sentence.words, clause.predicate
    if words[verb.last].folded not in _ABSENT:
        return None
    own = words[clause.start : verb.first]
    date = _date_in(own)
    there = has_word("same_day", " ".join(word.folded for word in own)) or any(w.folded in _THERE for w in own)
    there = there or (date is not None and own[-1].date is None and bool(_IN.search(own[-1].folded)))
    if not there:
        return None
    doer = absent_in(sentence, clause) or _last_told_of(sentence, clause, context)
    if doer is None:
        return None
    near = any(word.folded in phrases("there") for word in own)
    where = place_before(sentence.facts, words[clause.start].start) if near else None
    roles: _Roles = (("subject", doer),) if where is None else (("recipient", where), ("subject", doer))
    stated = _stated(sentence, clause, context, ("move", roles), date)
    return replace(stated, rule="statement-state", polarity=Polarity.DENIED)


def _tenure(sentence: Sentence, clause: Clause, context: Context) -> Statement | None:
    """When someone held an office: "bakanlığı 1917'dedir"."""
    own = sentence.words[clause.start : clause.predicate.first]
    office = next((word for word in own if has_word("offices", word.folded) and _HELD.search(word.folded)), None)
    date = _date_in(own)
    if office is None or date is None:
        return None
    post = Span(office.start, office.end)
    doer = _last_told_of(sentence, clause, context)
    roles: _Roles = (("object", Role(post, post.of(sentence.text))),)
    roles += (("recipient", doer),) if doer is not None else ()
    return replace(_stated(sentence, clause, context, ("appoint", roles), date), rule="statement-state")


def _last_told_of(sentence: Sentence, clause: Clause, context: Context) -> Role | None:
    """Whom a clause without a verb tells of: its own subject, else whoever was there or did something before."""
    return subject_of(sentence, clause) or context.here or context.subject


@cache
def _nouns() -> tuple[tuple[str, dict[str, str]], ...]:
    return tuple((fold_word(row["noun"]), row) for row in read_rows("tanik.facts", "nominal_predicates.csv"))


@lru_cache(maxsize=1 << 12)
def _row_of(folded: str) -> dict[str, str] | None:
    """The row of a noun with a copula: "valisiydi", "doğumludur"; None of any other word."""
    bare = COPULA.sub("", folded)
    whole = f"{bare}y" if folded[len(bare) :].startswith("y") else bare  # "subaydı" is of "subay"
    for noun, row in _nouns():
        if noun == whole or (bare.startswith(noun) and _POSSESSED.fullmatch(bare[len(noun) :])):
            return row
    return None


def _by_noun(sentence: Sentence, clause: Clause, context: Context) -> Statement | None:
    """What a noun with a year says was done: "çeşme 1721 yapımıdır", "Sabri Bey 1919'da Sivas valisiydi"."""
    words, verb = sentence.words, clause.predicate
    row = _row_of(words[verb.last].folded) if words[verb.last].name is None else None
    date = _date_in(_own(sentence, clause))
    if row is None or verb.negated or clause.inner:
        return None
    found = sentence.phrases(clause.start, verb.first)
    then = date is not None or _is_then(sentence, clause)
    holder = next((one for one in found if one.case == "nom" and not one.amounts), None)
    held = role_of(holder, sentence.text, sentence.facts) if holder is not None and then else None
    if holder is None and row["action"] == "appoint" and (then or _is_at_house(found)):
        held = context.doer_of("appoint")  # "o yıllarda bankada hademeydi": whoever the text goes on with
    if held is None or (row["holder"] != "object" and held.name is None):
        return None
    roles = {row["holder"]: held}
    if row["action"] == "appoint":
        ending = COPULA.search(words[verb.last].folded)
        end = words[verb.last].end - (len(ending.group()) if ending else 0)
        head = found[-1] if found else None
        beside = head is not None and head is not holder and head.case in ("nom", "gen") and head.last == verb.first - 1
        post = Span(head.span.start if head is not None and beside else words[verb.last].start, end)
        roles["object"] = Role(post, post.of(sentence.text))
    if row["of"] and (owner := _owner(found)) is not None:
        roles[row["of"]] = role_of(owner, sentence.text, sentence.facts)
    return _stated(sentence, clause, context, (row["action"], tuple(sorted(roles.items()))), date)


def _is_at_house(found: tuple[Phrase, ...]) -> bool:
    """Whether a named house or place says where someone held a post: "Haydarpaşa Hastanesi'nde asistandı"."""
    return any(one.case == "loc" and one.name is not None for one in found)


def _is_then(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause says that a thing was so at the time just told of: "o tarihte Sivas valisiydi" (GK 16.4)."""
    told = " ".join(word.folded for word in _own(sentence, clause))
    return has_word("that_time", told) or has_word("same_day", told)


def _held_by(sentence: Sentence, clause: Clause, context: Context) -> Statement | None:
    """Who held an office or founded a house, where the holder is the predicate: "1921'de valisi Sabri Bey'di".

    Who was the first in an office, and who founded a thing, is told without a day, and so is who became what somebody
    is ("valisi Sabri Bey oldu"; GK 12.1).
    """
    verb = clause.predicate
    became = sentence.words[verb.last].folded in _BECAME
    word = sentence.words[verb.last - became]
    if word.name is None or sentence.facts.names[word.name].kind is not NameKind.PERSON:
        return None
    until = next(at for at in range(clause.start, verb.last + 1) if sentence.words[at].name == word.name)
    found = sentence.phrases(clause.start, until if became else verb.first)
    at = next((i for i, one in enumerate(found) if one.case == "nom" and _post_row(one) is not None), None)
    row = _post_row(found[at]) if at is not None else None
    if at is None or row is None or any(one.case != "nom" for one in found[at + 1 :]):
        return None
    date, post = _date_in(_own(sentence, clause)), found[at]
    # "yerine geçen vali Kâzım Bey oldu" tells who came in his place
    if clause.inner and (not became or any(post.first <= one.last + 1 <= post.last for one in clause.inner)):
        return None
    first = any(one.folded in _FIRST for one in sentence.words[clause.start : post.last])
    if date is None and not (first or became or row["action"] == "found" or _is_then(sentence, clause)):
        return None
    name = sentence.facts.names[word.name]
    holder = Role(name.span, name.text, name.name)
    if row["action"] == "appoint":
        office = role_of(post, sentence.text, sentence.facts)
        if (owner := _owner(found[:at])) is not None and office.name is None:
            # "kurulan bankanın ilk müdürü" is the bank's
            begun = max((one.last + 1 for one in clause.inner if one.last < owner.last), default=owner.first)
            whole = Span(sentence.words[max(begun, owner.first)].start, post.span.end)
            office = Role(whole, whole.of(sentence.text))
        return _stated(sentence, clause, context, ("appoint", (("object", office), ("recipient", holder))), date)
    owner = _owner(found[:at])
    thing = role_of(owner, sentence.text, sentence.facts) if owner is not None else context.spoken or context.topic
    roles: _Roles = (("subject", holder),) if thing is None else (("object", thing), ("subject", holder))
    return _stated(sentence, clause, context, (row["action"], roles), date)


def _post_row(phrase: Phrase) -> dict[str, str] | None:
    """The row of a phrase that ends in an office or in "kurucu"."""
    row = _row_of(fold_word(phrase.text).split()[-1]) if phrase.name is None and phrase.text.strip() else None
    return row if row is not None and (row["action"] == "appoint" or row["of"]) else None


def who_it_was(sentence: Sentence, clause: Clause) -> Role | None:
    """The person who is a clause's predicate: "fabrikanın kurucusu Ali Bey'di, 1887'de Selanik'ten geldi"."""
    verb = clause.predicate
    index = sentence.words[verb.last].name
    if verb.ending != "copula" or index is None or verb.first == 0:
        return None
    name, heads = sentence.facts.names[index], (sentence.words[verb.first - 1], sentence.words[clause.start])
    kin = any(f"{_OWN.sub('', one.folded)}m" in phrases("kin") for one in heads)
    return Role(name.span, name.text, name.name) if name.kind is NameKind.PERSON and not kin else None


def _belonging(sentence: Sentence, clause: Clause, context: Context) -> Statement | None:
    """Whose a thing was: "bu çiftlik Salih Ağa'nındı" (GK 12.1.1)."""
    word = sentence.words[clause.predicate.last]
    if word.name is None or clause.inner or _WHOSE.search(word.folded) is None:
        return None
    found = sentence.phrases(clause.start, clause.predicate.first)
    thing = next((one for one in found if one.case == "nom" and one.name is None and not one.amounts), None)
    if thing is None:
        return None
    name = sentence.facts.names[word.name]
    roles = (
        ("object", role_of(thing, sentence.text, sentence.facts)),
        ("subject", Role(name.span, name.text, name.name)),
    )
    return _stated(sentence, clause, context, (None, roles), _date_in(_own(sentence, clause)))


def _is_not(sentence: Sentence, clause: Clause, context: Context) -> Statement | None:
    """Who someone or something is said not to be: "fotoğraftaki kişi Ayşe Hanım değildir" (GK 12.1.1)."""
    words, verb = sentence.words, clause.predicate
    if words[verb.last].folded not in _NOT_HE or clause.inner:
        return None
    found = sentence.phrases(clause.start, verb.first)
    who = found[-1] if found else None
    if who is None or who.name is None or who.case != "nom" or who.last != verb.first - 1:
        return None
    name = sentence.facts.names[who.name]
    told = Span(who.span.start, name.span.start) if who.span.start < name.span.start else None
    before = found[-2] if len(found) > 1 and told is None and found[-2].case == "nom" else None
    if before is not None and before.name is None and not before.amounts:
        told = before.span
    # "resimdeki kişi Ayşe Hanım değildir" tells of the person, "öğretmen Ayşe Hanım değildir" of the teacher
    subject = told.of(sentence.text).strip() if told is not None else ""
    someone = before is not None or not phrases("persons").isdisjoint(fold_word(subject).split()[-1:])
    if told is None or not someone or name.kind is not NameKind.PERSON:
        return None
    here = Role(Span(told.start, told.start + len(subject)), subject)
    roles = (("object", Role(name.span, name.text, name.name)), ("subject", here))
    stated = _stated(sentence, clause, context, (None, roles), _date_in(_own(sentence, clause)))
    return replace(stated, polarity=Polarity.DENIED)


def _seat(sentence: Sentence, clause: Clause, context: Context) -> Statement | None:
    """Which place was the seat of what on a day: "sancağın merkezi 1918'e kadar Bayburt'tu" (GK 12.1)."""
    word = sentence.words[clause.predicate.last]
    date = _date_in(_own(sentence, clause))
    if word.name is None or sentence.facts.names[word.name].kind is not NameKind.PLACE or date is None or clause.inner:
        return None
    if _AT.search(word.folded):
        return None
    found = sentence.phrases(clause.start, clause.predicate.first)
    seat = next((one for one in reversed(found) if one.case == "nom" and has_word("seats", fold_word(one.text))), None)
    if seat is None:
        return None
    owner = _owner(found)
    span = Span(owner.span.start if owner is not None else seat.span.start, seat.span.end)
    name = sentence.facts.names[word.name]
    roles = (("object", Role(name.span, name.text, name.name)), ("subject", Role(span, span.of(sentence.text))))
    return _stated(sentence, clause, context, (None, roles), date)


def _owner(found: tuple[Phrase, ...]) -> Phrase | None:
    return next((phrase for phrase in reversed(found) if phrase.case == "gen"), None)


def _stated(
    sentence: Sentence, clause: Clause, context: Context, deed: tuple[str | None, _Roles], date: int | None
) -> Statement:
    span = Span(sentence.words[clause.start].start, sentence.words[clause.predicate.last].end)
    action, roles = deed
    return Statement(
        span,
        span.of(sentence.text),
        action,
        "statement-nominal-predicate",
        roles,
        when=sentence.facts.dates[date].edtf if date is not None else context.when or context.day_pointed_at,
        attributed_to=source_named(sentence, clause, context),
        polarity=Polarity.AFFIRMED,
    )
