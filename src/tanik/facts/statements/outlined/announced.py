"""What the line above a list says was done: by whom, to whom, when, on whose word.

Comes in: the announcing sentence taken apart and the first thing that is listed. Goes out: a statement without its
object, which every item then fills. The head may be a sentence ("Moskova şunları teslim etti:"), a participle or action
noun with its own arguments ("Rusya'nın verdiği silahlar", "Bakü'den gelenler", "yaptığı yardımlar": Göksel & Kerslake
2005, 25.1–25.3), or a noun of a deed with the doer in the genitive ("Kars'ın Ankara'dan talepleri", 14.4). What names
none of the deeds of the ledger announces nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Final

from tanik.core.span import Span
from tanik.core.tables import read_rows
from tanik.facts.model import Polarity, Role, Statement
from tanik.facts.numbers.nouns import stem_in
from tanik.facts.statements.build import build
from tanik.facts.statements.discourse.according import according_to
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.lexis.lexicon import fold_word, frame, has_word
from tanik.facts.statements.lexis.verbs import Form, VerbRow
from tanik.facts.statements.roles.fill import choose_row, fill_roles
from tanik.facts.statements.roles.reading import Reading, Sentence, read_clause
from tanik.facts.statements.roles.reference import is_told_apart, with_full_names
from tanik.facts.statements.roles.states import as_state, of_adjective, of_people
from tanik.facts.statements.syntax.clauses import Clause
from tanik.facts.statements.syntax.fillers import role_of
from tanik.facts.statements.syntax.phrases import Phrase
from tanik.facts.statements.syntax.voice import is_question

__all__ = ["DEALS", "announced", "ends_in_noun", "is_goods", "may_announce", "points"]

DEALS: Final = frozenset(("transfer", "promise", "request", "offer", "lose"))
"""What a list can tell of each of its items: the deeds that things are given, asked for or lost by."""

_TOLD: Final = frozenset(("past", "hearsay", "present", "aorist"))
_POINTING: Final = re.compile(
    r"(?:sunlar|bunlar|onlar|soyle|boyle|beledir|asagida|asagida(?:ki|dir)|ashagida)\w*$|(?:su|bu)$"
)
_POINTS: Final = re.compile(r"(?:su|sun|bun|sunlar\w*|bunlar\w*|asagida\w*|bu|ashagida\w*|soyle)\b")
_THESE: Final = re.compile(r"(?:su|bu)(?:n(?:l[ae]r\w*)?)?$|asagida\w*$|ashagida\w*$")
_TO_COME: Final = re.compile(r"[ae]c[ae][kgğ]")
_HEADLESS: Final = re.compile(r"(?:[dt][iu]kl[ae]r|[ae]nl[ae]r)")
# what ships bring is put there (TDK Türkçe Sözlük, iskele, karaya çıkarmak, boşaltmak)
_ASHORE: Final = re.compile(r"(?:iskele|kara|kiyi|sahil|rihtim|liman|ambar|depo|sahil)(?:s?[iu]n)?[yn]?[ae]")
_UNLOADED: Final = re.compile(r"(?:cikar|indir|bosalt|ixrac ed)[iu]l(?:d[iu]|m[iu]s)(?:t[iu]r)?(?:l[ae]r)?")
# the genitive stands before a word for the list itself: "yardımların dökümü"
_OF_DEED: Final = re.compile(r"(?:l[ae]r)?(?:s?[iu]|imiz|umuz|[iu])?(?:n?[iu]n)?")
_CATALOGUES: Final = frozenset(
    ("dokumu", "listesi", "cetveli", "cizelgesi", "ayrintisi", "ayrintilari", "kalemleri", "siyahisi")
)
_LIGHT: Final = frozenset(("yap", "et", "ed", "ol", "gerceklestir", "gercekles", "sagla", "bulun", "topla", "toplan"))
_WHAT_HELD: Final = (
    "sey",
    "yakit",
    "yanacak",
    "sursat",
    "levazimat",
    "arac",
    "gerec",
    "donanim",
    "miktar",
    "mebleg",
    "meblag",
)
_NO_GOODS: Final = ("oy", "sayfa", "madde", "gun", "cumle", "kelime", "sart", "emir", "isim", "not", "ders", "kat")
_NOUN_PHRASE: Final = 5  # words behind the participle
_ADJECTIVES: Final = 3  # words between a people's adjective and the noun
_FRAMES: Final = {"transfer": "give", "promise": "give", "offer": "give", "request": "ask", "lose": "lose"}


def announced(
    sentence: Sentence,
    head: Span,
    goods: Phrase | None,
    context: Context,
    made: Sequence[Statement],
    *,
    sided: bool = False,
) -> Statement | None:
    """The deed that the words of `head` announce for the things listed, without an object; None where they do not.

    `goods` is the first thing that is listed; `made` are the statements that the sentence has given already; `sided`
    says that the items name who deals.
    """
    inside = [at for at, word in enumerate(sentence.words) if head.start <= word.start < head.end and not word.is_mark]
    if not inside or sentence.words[inside[-1]].folded.endswith("?"):
        return None
    low, high = inside[0], inside[-1] + 1
    last = next((one for one in reversed(sentence.clauses) if one.predicate.last == high - 1), None)
    if last is not None and _is_landed(sentence, last):
        return _of_landing(sentence, (low, high), context)
    if last is not None and _is_deed(last) and _deed_noun(sentence.words[high - 1].folded) is None:
        return _of_sentence(sentence, last, context, made)
    low, high = _without_pointing(sentence, low, high)
    high -= sentence.words[high - 1].folded in _CATALOGUES and high - low > 1
    if low >= high:
        return None
    before = frozenset(context.deeds)
    found = _of_participle(sentence, (low, high), goods, context) or _of_noun(sentence, (low, high), context)
    return found if found is not None and (sided or _is_worth(found, before)) else None


def _is_deed(clause: Clause) -> bool:
    verb = clause.predicate
    return verb.form is Form.FINITE and verb.ending in _TOLD and any(row.action in DEALS for row in verb.rows)


def _is_worth(found: Statement, before: frozenset[str]) -> bool:
    """Whether somebody is named who deals, or the page has told of such a deed before."""
    roles = found.firsts
    held = [roles[place] for place in ("subject", "recipient", "source") if place in roles]
    return any(map(_is_somebody, held)) or found.action in before


def _is_somebody(role: Role) -> bool:
    """Whether a role is somebody named, a state, a body or an army, and no kind of people: "öğretmenlerden"."""
    folded = fold_word(role.text)
    kind = role.name is None and folded.endswith(("lar", "ler")) and as_state(role).name is None
    return not kind and (is_told_apart(role) or has_word("armies", folded))


def _of_sentence(sentence: Sentence, clause: Clause, context: Context, made: Sequence[Statement]) -> Statement | None:
    """The statement of a head that is a sentence, where its object only points to the list or names its kind."""
    end = sentence.words[clause.predicate.last].end
    ending = [one for one in made if one.span.end == end]
    told = next((one for one in ending if one.action in DEALS), None) or _of_moving(ending)
    if told is None:
        reading = read_clause(sentence, clause)
        if reading is None or reading.row.action not in DEALS or is_question(sentence.words, clause):
            return None
        told = next(build(sentence, reading, context, standard=_always), None)
    if told is None or told.amounts or not _only_points(told.first("object")):
        return None
    # who took goods unsaid is not who the page spoke of last: "Batum'dan şu malzeme ulaştı"
    return replace(told, roles=tuple(one for one in told.roles if _stands(told, one)))


def _stands(told: Statement, one: tuple[str, Role]) -> bool:
    place, role = one
    return place != "object" and (place != "recipient" or told.says(role))


def _is_landed(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause says that goods were put ashore or unloaded, by whomever: "iskeleye çıkarıldı"."""
    words = sentence.words[: clause.predicate.last + 1]
    return _UNLOADED.fullmatch(words[-1].folded) is not None and any(_ASHORE.fullmatch(word.folded) for word in words)


def _of_landing(sentence: Sentence, place: tuple[int, int], context: Context) -> Statement:
    """That goods were put ashore: from where and at which named place, on the day of the sentence or its section."""
    low, high = place
    words, facts = sentence.words, sentence.facts
    places = {"abl": "source", "dat": "recipient", "loc": "place"}
    found = [one for one in sentence.phrases(low, high) if one.name is not None and one.case in places]
    roles = {places[one.case]: with_full_names(role_of(one, sentence.text, facts), facts) for one in reversed(found)}
    dates = tuple(dict.fromkeys(word.date for word in words[low:high] if word.date is not None))
    when = facts.dates[dates[0]].edtf if len(dates) == 1 else None if dates else context.section
    span = Span(words[low].start, words[high - 1].end)
    held = tuple(sorted(roles.items()))
    return Statement(span, span.of(sentence.text), "transfer", "statement-listed", held, when, (), context.authority)


def _of_moving(made: Sequence[Statement]) -> Statement | None:
    """What is only pointed to went nowhere by itself: of "iskeleye şunlar getirildi" things were handed over."""
    for one in made:
        thing = one.first("subject") or one.first("object")
        if one.action == "move" and thing is not None and _only_points(thing):
            roles = tuple((place, role) for place, role in one.roles if place != "subject")
            return replace(one, action="transfer", roles=roles)
    return None


def may_announce(sentence: Sentence) -> bool:
    """Whether a sentence has a verb or a noun of one of the deeds at all."""
    verbs = any(row.action in DEALS for clause in sentence.clauses for row in clause.predicate.rows)
    return verbs or any(
        _deed_noun(word.folded) is not None or _UNLOADED.fullmatch(word.folded) is not None for word in sentence.words
    )


def ends_in_noun(sentence: Sentence, head: Span) -> bool:
    """Whether a head ends in the plural that its participle describes, which looks like a verb: "verdiği cevaplar".

    The aorist of a verb in -la- is spelled as the plural of its noun (Göksel & Kerslake 8.2.1.1, 25.1).
    """
    at = next((at for at, word in enumerate(sentence.words) if word.end == head.end), None)
    verbs = {one.predicate.last: one.predicate for one in sentence.clauses}
    if at is None or at not in verbs or not sentence.words[at].folded.endswith(("lar", "ler")):
        return False
    before = verbs.get(verbs[at].first - 1)
    described = before is not None and before.form in (Form.NOMINAL, Form.PARTICIPLE)
    return described and verbs[at].form is Form.FINITE and verbs[at].ending == "aorist"


def points(folded: str) -> bool:
    """Whether folded words point to a list that follows.

    >>> points("ordu sunlari aldi"), points("ordu top aldi")
    (True, False)
    """
    return any(_POINTS.match(word) for word in folded.split())


def _always(*_: object) -> bool:
    return True


def _only_points(role: Role | None) -> bool:
    """Whether an object says no more than that a list follows, or of what kind: "şunları", "şu silahları", "mallar"."""
    if role is None:
        return True
    last = fold_word(role.text).split()[-1]
    return role.name is None and (_THESE.match(last) is not None or _deed_noun(last) is not None or is_goods(last))


def is_goods(folded: str) -> bool:
    """Whether a noun, in whatever form, is of things that can be handed over: "silahları", "fişek", "gereçler"."""
    held = has_word("wares", folded) or folded.startswith(_WHAT_HELD)
    held = held or stem_in("thing", folded) is not None or stem_in("substance", folded) is not None
    return held and not folded.startswith(_NO_GOODS)


def _without_pointing(sentence: Sentence, low: int, high: int) -> tuple[int, int]:
    """A head without the words that only point to its list: "… gelen mallar şunlardır", "aşağıda … sıralanmıştır"."""
    words = sentence.words
    if _POINTING.match(words[low].folded) and high - low > 1:
        low += 1
    cut = next((at for at in range(low + 1, high) if _POINTING.match(words[at].folded)), high)
    return low, cut


@cache
def _deeds() -> tuple[tuple[str, str], ...]:
    return tuple((fold_word(row["noun"]), row["action"]) for row in read_rows("tanik.facts", "announced_deeds.csv"))


@lru_cache(maxsize=1 << 12)
def _deed_noun(folded: str) -> str | None:
    """The deed that a noun names in any of its forms: "yardımları"."""
    for noun, action in _deeds():
        if folded.startswith(noun) and _OF_DEED.fullmatch(folded[len(noun) :]):
            return action
    return None


def _of_participle(
    sentence: Sentence, place: tuple[int, int], goods: Phrase | None, context: Context
) -> Statement | None:
    """The deed of a participle at the head's end, with the noun that it describes or without one."""
    low, high = place
    inside = [one for one in sentence.clauses if low <= one.predicate.first and one.predicate.last < high]
    inside = [one for one in inside if one.predicate.form in (Form.NOMINAL, Form.PARTICIPLE)]
    clause = inside[-1] if inside else None
    if clause is None or clause.predicate.ending not in ("nominal", "participle"):
        return None
    verb, words = clause.predicate, sentence.words
    own = sentence.phrases(low, verb.first)
    row = _row_for(sentence, clause, own if goods is None else (*own, goods), high)
    if row is None:
        return None
    roles = fill_roles(verb, row, own, sentence, nominal=True)
    roles = {place: with_full_names(role, sentence.facts) for place, role in roles.items() if place != "object"}
    dates = tuple(word.date for word in words[low:high] if word.date is not None)
    reading = Reading(clause, row, roles, low, high - 1, tuple(dict.fromkeys(dates)), (), ())
    told = next(build(sentence, reading, context, standard=_always), None)
    if told is None:
        return None
    whole = Span(words[low].start, words[high - 1].end)  # nothing goes without saying across the edge of a list
    kept = tuple((place, role) for place, role in told.roles if place != "object" and whole.contains(role.span))
    when = told.when if len(reading.dates) == 1 else None if reading.dates else context.section
    authority = according_to(words[low:high], sentence.text, sentence.facts) or told.attributed_to
    return replace(told, roles=kept, when=when, attributed_to=authority)


def _row_for(sentence: Sentence, clause: Clause, beside: Sequence[Phrase], high: int) -> VerbRow | None:
    """The row of a participle that tells of a deed of the ledger, by its verb or by the noun that it describes."""
    verb, words = clause.predicate, sentence.words
    folded = words[verb.last].folded
    behind = [word for word in words[verb.last + 1 : high] if not word.is_mark and word.date is None]
    if verb.future or _TO_COME.search(folded) or len(behind) > _NOUN_PHRASE:
        return None
    if (not behind and not _HEADLESS.search(folded)) or _goes_on(sentence, verb.last, high):
        return None
    noun = _deed_noun(behind[-1].folded) if behind else None
    row = choose_row(verb, beside, sentence.facts)
    action = row.action if row is not None else None
    light = any(row.stems[0][1] in _LIGHT and not row.lead for row in verb.rows)
    if noun is not None and noun != action and action in (None, "transfer", "move") and (light or action is not None):
        return VerbRow("", (), (("", ""),), noun, None, (), _FRAMES[noun], "")
    # "verdiği bilgiler: 40 bin asker" hands nothing over
    goods = action != "transfer" or not behind or noun is not None or is_goods(behind[-1].folded)
    return row if goods and action in DEALS else None


def _goes_on(sentence: Sentence, last: int, high: int) -> bool:
    """Whether a verb of its own stands behind the participle: "verilen rakamlar birbirini tutmaz".

    What looks like a verb right behind it is the noun that it describes: "göndərilən yanacaq" (GK 25.1).
    """
    described = _HEADLESS.search(sentence.words[last].folded) is None
    verbs = (one.predicate for one in sentence.clauses if one.predicate.form is Form.FINITE)
    return any(
        last < verb.last < high
        and not (described and verb.first == last + 1)
        and _deed_noun(sentence.words[verb.last].folded) is None
        for verb in verbs
    )


def _of_noun(sentence: Sentence, place: tuple[int, int], context: Context) -> Statement | None:
    """The deed of a noun at the head's end with its doer in the genitive: "Kars'ın Ankara'dan talepleri"."""
    low, high = place
    words, facts = sentence.words, sentence.facts
    action = _deed_noun(words[high - 1].folded)
    if action is None or any(one.predicate.form in (Form.NOMINAL, Form.INFINITIVE) for one in sentence.clauses):
        return None
    places = frame(_FRAMES[action]) | {"gen": "subject"}
    roles: dict[str, Role] = {}
    for phrase in sentence.phrases(low, high):
        filled = places.get(phrase.case) if phrase.case in ("gen", "dat", "abl", "loc") else None
        filled = "subject" if filled == "source" else filled
        if filled is not None and phrase.last < high - 1 and filled not in roles and not phrase.amounts:
            role = with_full_names(role_of(phrase, sentence.text, facts), facts)
            roles |= {filled: role} if not context.is_event(role) else {}  # nothing is handed over to a war
    if "subject" not in roles and action != "request" and (state := _state_of(sentence, low, high - 1)) is not None:
        roles["subject"] = state
    dates = tuple(dict.fromkeys(word.date for word in words[low:high] if word.date is not None))
    span = Span(words[low].start, words[high - 1].end)
    return Statement(
        span,
        span.of(sentence.text),
        action,
        "statement-listed",
        tuple(sorted(roles.items())),
        when=facts.dates[dates[0]].edtf if len(dates) == 1 else context.section if not dates else None,
        attributed_to=according_to(words[low:high], sentence.text, facts) or context.authority,
        polarity=Polarity.AFFIRMED,
    )


def _state_of(sentence: Sentence, low: int, noun: int) -> Role | None:
    """The state whose a deed is by the adjective of its people before the noun: "Sovyet askerî yardımı" (GK 14.4)."""
    for word in reversed(sentence.words[max(low, noun - _ADJECTIVES) : noun]):
        state = of_adjective(word.folded) or of_people(word.folded)
        if state is not None:
            span = Span(word.start, word.end)
            return Role(span, span.of(sentence.text), state)
    return None
