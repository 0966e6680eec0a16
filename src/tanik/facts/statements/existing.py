"""What there was, how much it measured and where it stood: clauses of being, which tell no deed.

Comes in: a clause that ends in an amount with a copula, in a verb of existence or of staying, and the context. Goes
out: a statement without action. Turkish says that a thing is somewhere with "var" and "bulun-" and puts the place
before it ("kampta 2.700 subay vardı"), and what a quantity measures with a copula ("nüfusu 9.400'dü"; Göksel &
Kerslake 2005, 12.1, 12.2). Most such clauses only set a scene: "o akşam masada dokuz kişi vardı". One that has a day
of its own, or a place that stands in registers (a town, a depot, a ship, a body), tells what can be looked up.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import NameKind, Polarity, Role, Statement
from tanik.facts.statements.discourse.authority import source_named
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.discourse.substance import things_counted
from tanik.facts.statements.lexis.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.roles.counted import counted_thing
from tanik.facts.statements.roles.needs import is_fund, is_quantity
from tanik.facts.statements.roles.reading import Sentence
from tanik.facts.statements.roles.reference import is_told_apart
from tanik.facts.statements.syntax.clauses import Clause
from tanik.facts.statements.syntax.fillers import role_of
from tanik.facts.statements.syntax.phrases import Phrase, is_place
from tanik.facts.statements.syntax.voice import is_question

__all__ = ["build_existing"]

_THERE_WAS: Final = re.compile(
    r"var(?:di|dir|mis|misti)?|yok(?:tu|tur|mus)?|mevcut(?:tu|tur)?|mevcuddu"
    r"|bulun(?:uyordu|makta(?:ydi|dir)?|urdu|uyor|muyordu|mamaktaydi)|kal(?:misti|mistir|di|madi|mamisti)"
)
_MADE_UP: Final = frozenset(("ibaretti", "ibaret", "ibarettir", "ibaretmis", "idi", "idiler"))
_IS_NOW: Final = re.compile(r"(?<!m[iu]s)[dt][iu]r$")
_BARE_HEARSAY: Final = re.compile(r"m[iu]s$")
_PLAIN: Final = frozenset(("var", "yok", "vardi", "yoktu", "vardir", "yoktur", "degil", "degildi", "degildir"))
_NONE: Final = re.compile(r"yok|bulunm[ua]|kalma")
_STOOD: Final = re.compile(r"bulun(?:uyordu|maktaydi|urdu)|kal(?:misti|mistir|di)")
_SETTINGS: Final = ("grounds", "institutions", "schools", "towns", "bodies", "armies", "settings", "ships", "records")
_CASE: Final = re.compile(r"(?:l[ae]r)?(?:l[ae]r[iu]|s?[iu])?$")
_KEPT: Final = frozenset((NameKind.PLACE, NameKind.ORGANISATION))
_COUNTED: Final = frozenset(("nom", "acc"))

_Roles = dict[str, Role]


def build_existing(sentence: Sentence, clause: Clause, context: Context) -> Statement | None:
    """What a clause says that there was, how much a quantity came to, or how long someone stayed where."""
    verb = clause.predicate
    if clause.conditional or is_question(sentence.words, clause) or sentence.folded.rstrip().endswith("?"):
        return None
    last = sentence.words[verb.last]
    if last.amount is not None or last.folded in _MADE_UP:
        return _measured(sentence, clause, context)
    if verb.rows and verb.rows[0].lead:
        return None
    if verb.ending == "copula" and (part := _part(sentence, clause, context)) is not None:
        return part
    if _THERE_WAS.fullmatch(last.folded) is None:
        return None
    return _there_was(sentence, clause, context) or _stood(sentence, clause, context)


def _measured(sentence: Sentence, clause: Clause, context: Context) -> Statement | None:
    """What a quantity measured: "kasabanın nüfusu 1912'de 9.400'dü", "mürettebatı 302 kişiydi"."""
    found = sentence.phrases(clause.start, clause.predicate.first)
    words = sentence.words[clause.start : clause.predicate.last + 1]
    own = [word.amount for word in words if word.amount is not None]
    of = next((one for one in reversed(found) if one.case in _COUNTED and not one.amounts), None)
    dated = bool(_dates(sentence, clause))
    if of is None or not own or not (is_quantity(of) or (dated and _is_house(of, sentence))):
        return None
    if _IS_NOW.search(words[-1].folded) and not is_fund(of):
        return None  # "nüfusu 9.400'dür" holds of the day of writing, "payı 300 liradır" of the day told of (GK 21.4.1)
    owner = next((one for one in found if one.case == "gen" and one.last == of.first - 1), None)
    # "satıştan kalan miktar 35 bin liradır": which fund it is says the participle before it
    described = any(of.first - 1 <= one.last < of.last for one in clause.inner)
    described = described or (clause.start > 0 and sentence.words[clause.start - 1].folded == ")")  # "artan (…) miktar"
    described = described and is_fund(of)
    if described and _IS_NOW.search(words[-1].folded) and any(word.date is not None for word in words):
        return None  # "12 Mayıs'a kadar gelen toplam 675 bin liradır" tells what came (`figures`)
    if not (of.possessed or owner is not None or dated or described):
        return None
    amounts = tuple(dict.fromkeys(own)) if words[-1].amount is None else (own[-1],)
    roles = _owned(of, owner, sentence)
    context.parties.count([(roles["object"], False)])  # "sermayesi bir milyondu, dörtte biri ödenmişti"
    if fold_word(of.text).split()[-1] in phrases("sums"):
        told = sentence.facts.amounts[amounts[-1]]
        context.thing = Role(told.span, told.text)  # "miktar 300 liraydı, bu para ona kaldı"
    return _stated(sentence, clause, context, roles, amounts)


def _part(sentence: Sentence, clause: Clause, context: Context) -> Statement | None:
    """What so many of a counted whole were: "on bir üyeden dördü yabancıydı" (GK 15.5)."""
    if sentence.words[clause.predicate.last].folded in _PLAIN or not sentence.facts_at():
        return None
    found = sentence.phrases(clause.start, clause.predicate.first)
    for whole, part in pairwise(found):
        if whole.case == "abl" and _counts(whole, sentence) and part.case in _COUNTED and _counts(part, sentence):
            thing = counted_thing(whole.amounts[0], sentence)
            return _stated(sentence, clause, context, {"subject": thing}, part.amounts)
    return None


def _owned(of: Phrase, owner: Phrase | None, sentence: Sentence) -> _Roles:
    """A quantity, and what it is a quantity of: "demiryolunun uzunluğu"."""
    quantity = role_of(replace(of, case="nom"), sentence.text, sentence.facts)
    return {"object": quantity} | ({"subject": role_of(owner, sentence.text, sentence.facts)} if owner else {})


def _there_was(sentence: Sentence, clause: Clause, context: Context) -> Statement | None:
    """What there was in a place that can be looked up, or on a day: "kampta 2.700 subay vardı"."""
    verb, words = clause.predicate, sentence.words
    found = sentence.phrases(clause.own, verb.first)
    things = [one for one in found if one.case in _COUNTED and _counts(one, sentence)]
    place = next((one for one in found if _is_setting(one, found, sentence)), None)
    dated = bool(_dates(sentence, clause))
    rumoured = _BARE_HEARSAY.search(words[verb.last].folded) is not None
    known = dated or (place is not None and not rumoured)  # "orada 100 ton altın varmış": a rumour of no day
    none = _NONE.match(words[verb.last].folded) is not None
    missing = _missing(found, verb.first, dated=dated) if none and not things else None
    if things:
        roles: _Roles = {"object": counted_thing(things[0].amounts[0], sentence)}
    else:
        roles = {"object": role_of(missing, sentence.text, sentence.facts)} if missing is not None else {}
    if not known or not roles:
        return None
    roles |= {"place": role_of(place, sentence.text, sentence.facts)} if place is not None else {}
    amounts = tuple(index for one in things for index in one.amounts)
    context.parties.count(things_counted(amounts, sentence))
    return _stated(sentence, clause, context, roles, amounts)


def _missing(found: tuple[Phrase, ...], last: int, *, dated: bool) -> Phrase | None:
    """What is said not to have been there: "tek mermi", a paper "arşivde", on a day anything ("1919'da telefon")."""
    on_record = _is_on_record(found)
    near = (one for one in found if one.case == "nom")
    return next(
        (one for one in near if _is_scant(one) or (on_record and _is_paper(one)) or (dated and one.last == last - 1)),
        None,
    )


def _counts(phrase: Phrase, sentence: Sentence) -> bool:
    """Whether a phrase counts or measures something that is no time and no share."""
    units = {sentence.facts.amounts[index].unit for index in phrase.amounts}
    return bool(units - units_by_kind("time", "percent")) and phrase.name is None


def _is_scant(phrase: Phrase) -> bool:
    """Whether a phrase says that not even one thing was there: "tek mermi"."""
    words = fold_word(phrase.text).split()
    return phrase.name is None and len(words) > 1 and words[0] in phrases("scant")


def _is_paper(phrase: Phrase) -> bool:
    """Whether a phrase ends in a noun for a letter, a telegram or another paper."""
    last = fold_word(phrase.text).split()[-1]
    return (
        phrase.case == "nom" and phrase.name is None and not {last, _CASE.sub("", last)}.isdisjoint(phrases("papers"))
    )


def _is_on_record(found: tuple[Phrase, ...]) -> bool:
    """Whether a place is one where papers are kept or entered: "arşivde", "zabıtlarda"."""
    return any(one.case == "loc" and has_word("records", fold_word(one.text)) for one in found)


def _is_setting(phrase: Phrase, found: tuple[Phrase, ...], sentence: Sentence) -> bool:
    """Whether a phrase is a place of which accounts are kept: named, a house, ground or body, or whose the thing is."""
    if phrase.case == "gen":
        return _is_house(phrase, sentence) and any(one.possessed and _counts(one, sentence) for one in found)
    if phrase.case != "loc":
        return False
    return _is_house(phrase, sentence)


def _is_house(phrase: Phrase, sentence: Sentence) -> bool:
    """Whether a phrase names a place or body, or ends in a noun for a house, ground, ship or body."""
    if phrase.name is not None:
        return sentence.facts.names[phrase.name].kind in _KEPT
    last = fold_word(phrase.text).split()[-1]
    stems = {last, _CASE.sub("", last)}
    return any(stems & phrases(group) for group in _SETTINGS)


def _stood(sentence: Sentence, clause: Clause, context: Context) -> Statement | None:
    """Where someone told apart stayed or stood: "gemi altı gün Sinop'ta kaldı", "enstitü Sıhhiye'de bulunuyordu"."""
    verb, words = clause.predicate, sentence.words
    if _STOOD.fullmatch(words[verb.last].folded) is None:
        return None
    found = sentence.phrases(clause.start, verb.first)
    who = next((one for one in found if one.case == "nom" and not one.amounts), None)
    where = next((one for one in found if one.case == "loc" and is_place(one, sentence.facts)), None)
    if who is None or where is None:
        return None
    doer = role_of(who, sentence.text, sentence.facts)
    if not (is_told_apart(doer) or _is_house(who, sentence)):
        return None
    roles = {"subject": doer, "recipient": role_of(where, sentence.text, sentence.facts)}
    amounts = tuple(index for one in found for index in one.amounts)
    return _stated(sentence, clause, context, roles, amounts, action="move")


def _dates(sentence: Sentence, clause: Clause) -> list[int]:
    own = sentence.words[clause.own : clause.predicate.last]
    return [word.date for word in own if word.date is not None]


def _stated(
    sentence: Sentence,
    clause: Clause,
    context: Context,
    roles: _Roles,
    amounts: tuple[int, ...],
    *,
    action: str | None = None,
) -> Statement:
    last = clause.predicate.last
    span = Span(sentence.words[clause.start].start, sentence.words[last].end)
    dates = _dates(sentence, clause)
    none = _NONE.match(sentence.words[last].folded) is not None
    return Statement(
        span,
        span.of(sentence.text),
        action,
        "statement-existence",
        tuple(sorted(roles.items())),
        when=sentence.facts.dates[dates[0]].edtf if dates else context.when or context.day_pointed_at,
        amounts=amounts,
        attributed_to=source_named(sentence, clause, context),
        polarity=Polarity.DENIED if none else Polarity.AFFIRMED,
    )
