"""The roles of a statement with what its clause leaves unsaid.

Comes in: a clause's reading and what the sentences before it gave. Goes out: all its roles: the subject carried on, the
other side of a deal, the town of the title. Only what a rule points to is filled: weighing all that a page has spoken
of by learned weights was tried, and on pages not learned from it was right no more often (docs/quality.md).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from typing import Final

from tanik.core.span import Span
from tanik.core.tables import read_rows
from tanik.facts.model import Amount, Role
from tanik.facts.statements.discourse.agreement import agreeing, disagrees
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.discourse.coordinated import shared_nominative
from tanik.facts.statements.discourse.correspondents import answered_in, by_person, meant_in
from tanik.facts.statements.discourse.doers import unsaid_doer
from tanik.facts.statements.discourse.focus import place_before
from tanik.facts.statements.discourse.foundations import of_what_was_built
from tanik.facts.statements.discourse.parties import ANSWERS, DEALS, OF_WAR
from tanik.facts.statements.discourse.patients import befallen
from tanik.facts.statements.discourse.sayers import is_understood
from tanik.facts.statements.discourse.substance import measured_before
from tanik.facts.statements.lexis.lexicon import fold_word, frame, has_word, phrases
from tanik.facts.statements.lexis.units import is_unit, units_by_kind
from tanik.facts.statements.lexis.verbs import Form
from tanik.facts.statements.roles.by_case import is_finding
from tanik.facts.statements.roles.pairs import across, between
from tanik.facts.statements.roles.reading import Reading, Sentence
from tanik.facts.statements.roles.reference import called, is_body, is_party
from tanik.facts.statements.roles.states import as_nation, as_state, is_state

__all__ = ["filled"]

# deeds whose thing goes unsaid once it was spoken of: "Meclis onayladı"
_GIVEN_OBJECTS: Final = ANSWERS | {"sign"}
_IS_NUMBER: Final = re.compile(r"\d[\d.,]*(?:[-'’]?[^\W\d_]{1,4})?")
# deeds that a people does as people, and not its state
_OF_PEOPLE: Final = frozenset(("move", "die", "born", "meet", "kill", "lose", None))
_OF_A_THING: Final = frozenset(("transfer", "move", "write", "publish"))
_WITH_THING: Final = frozenset(("give", "bring", "make"))  # frames whose thing does not go unsaid for good
_SUFFIX: Final = 4
_COUNTED: Final = frozenset(("ikisi", "ucu", "dordu", "besi", "altisi", "yedisi", "sekizi", "dokuzu"))
_LOOK_BACK: Final = 4  # amounts
_NOT_FAR: Final = 400  # characters
_REPLIES: Final = ANSWERS | {"say", "write"}
# what is done to things alone
_TO_THINGS: Final = frozenset(("transfer", "publish", "sign", "found", "abolish", "write", "begin", "end"))
_OF_TWO: Final = frozenset(("sign", "accept", "meet", "promise"))
# of "yanına geldi" and "huzuruna çıktı" somebody's side is meant (GK 17.3)
_BESIDE: Final = frozenset(("yani", "huzuru", "karsisi"))


def filled(
    sentence: Sentence, reading: Reading, context: Context, action: str | None, within: Reading | None
) -> dict[str, Role]:
    """The roles of one clause; `within` is the reporting clause that holds it."""
    roles = {
        place: role
        for place, role in meant_in(context.letter, reading.roles).items()
        if place != "subject" or not (_is_pronoun(role) or disagrees(role, sentence, reading))
    }
    if "place" in roles and context.is_event(roles["place"]):
        del roles["place"]  # "Balkan Savaşı'nda": when, and not where
    roles |= _himself(roles, context)
    roles = _without_post_again(roles, context) if action == "appoint" else roles
    at = sentence.words[reading.first].start
    passive = _leaves_doer_open(reading)
    if action in _OF_TWO:
        roles |= _two_parties(sentence, reading, roles)
    if not passive:
        told = context.same_deed(action, roles)
        fits = "subject" not in told or agreeing(told["subject"], sentence, reading, context) is told["subject"]
        roles |= told if fits else {place: role for place, role in told.items() if place != "subject"}
    roles |= shared_nominative(reading, roles, context.joined)
    doer = frame(reading.row.frame).get("nom", "subject")
    roles |= by_person(context.letter, sentence, reading, doer)
    if doer in ("subject", "recipient") and doer not in roles and not passive and reading.row.frame != "rise":
        # of "müteahhit satın aldı" the nominative is who takes, and so is who is left unsaid
        unsaid = unsaid_doer(sentence, reading, context, action, within)
        roles |= {doer: unsaid} if unsaid is not None else {}
    described = reading.clause.predicate.form is Form.PARTICIPLE  # of "ajansa verilen demeç" anyone may be the speaker
    said = action == "say" and passive and not described
    if "subject" not in roles and said and _is_saying(reading, roles.get("object")):
        roles |= _told_of(context)
    roles = of_what_was_built(sentence, reading, roles, context)
    roles |= _giver(reading, roles, context)
    roles |= befallen(sentence, reading, roles, context, action)
    roles |= _unsaid_by_frame(reading, roles, context, action, passive=passive)
    roles = _as_named(_without_twin(roles), context, action)
    roles |= _answered(roles, context, action)
    roles |= answered_in(context.letter, sentence, reading, action, roles)
    if "recipient" not in roles and not passive and not context.parties.apart:
        roles |= _other_side(sentence, reading, roles, context, action)
    # "kasaba düştü": to whoever was attacking; a passive of war leaves open by whom (GK 14.3.3)
    fell = reading.row.frame == "fall" or (reading.clause.predicate.passive and action not in OF_WAR)
    caught = "object" in roles and context.is_someone(roles["object"])  # "isyancıların lideri ele geçirildi"
    roles |= context.parties.unsaid(action, roles, at, passive=fell) if not (caught and action in OF_WAR) else {}
    roles = {place: as_nation(role, roles.values()) for place, role in roles.items()}
    roles = {place: _counted_before(role, reading, context, sentence) for place, role in roles.items()}
    roles |= measured_before(roles.get("object"), action, reading.amounts, context)
    if action in ("die", "born", "begin") and "object" not in roles:
        # whoever dies has no object: the place is the thing that accounts of a death differ in
        where = _where(sentence, reading, roles, context)
        roles |= {"object": where} if where is not None else {}
    if (owner := roles.get("recipient")) is not None:
        pocket = has_word("pockets", fold_word(owner.text))
        roles |= _owner_of(owner, roles, context) if pocket or fold_word(owner.text) in _BESIDE else {}
    return roles


def _leaves_doer_open(reading: Reading) -> bool:
    """Whether a clause itself leaves open by whom: a passive, but not of a verb that is active in meaning.

    "çalışmalara başlandı": a passive whose thing stands in the dative has no subject at all (GK 13.2.2.2).
    """
    frame_name = reading.row.frame
    passive = frame_name not in ("bring", "become", "go", "die")
    passive = passive or (frame_name == "become" and "object" in reading.roles)
    return (passive and reading.clause.predicate.passive) or is_understood(reading.row)


def _giver(reading: Reading, roles: Mapping[str, Role], context: Context) -> dict[str, Role]:
    """Of "Maraş'tan un geldi" and "halktan para toplandı" who gave it: whence a thing came, but not whoever came."""
    source = roles.get("source") if reading.row.frame == "arrive" else None
    if source is None or "subject" in roles:
        return {}
    if "object" not in roles and not reading.amounts and reading.clause.predicate.form is Form.FINITE:
        return {}  # "Bakü'den geldi": of a man
    if reading.clause.predicate.passive and source.name in context.cast.places and not is_state(source.name or ""):
        return {}  # "Marsilya'dan getirtildi": by whom is left open, and it was no town
    gathered = reading.row.stems[0][1] == "toplan" if reading.row.stems else False
    return {"subject": source} if source.name is not None or (gathered and is_party(source)) else {}


def _himself(roles: Mapping[str, Role], context: Context) -> dict[str, Role]:
    """Of "kendisi" behind somebody's death the one who is left: "kardeşi 1931'de öldü, kendisi 1958'e kadar yaşadı"."""
    subject, dead, left = roles.get("subject"), context.fallen, context.subject
    if subject is None or dead is None or left is None or fold_word(subject.text) != "kendisi":
        return {}
    other = called(subject) == called(dead) and called(left) != called(dead)
    return {"subject": Role(subject.span, subject.text, left.name)} if other else {}


def _answered(roles: Mapping[str, Role], context: Context, action: str | None) -> dict[str, Role]:
    """Of "bu mektuba cevap verdi" to whom: whoever wrote the letter that the sentences before told of."""
    to, sender = roles.get("recipient"), context.dealings.sender
    if action not in _REPLIES or to is None or to.name is not None or sender is None:
        return {}
    answered = any(has_word("messages", word) for word in fold_word(to.text).split()[-1:])
    same = "subject" in roles and called(roles["subject"]) == called(sender)
    return {"recipient": sender} if answered and not same else {}


def _without_post_again(roles: dict[str, Role], context: Context) -> dict[str, Role]:
    """The roles where whoever was given a post is not the post again: "kurmay başkanlığı yaptı" leaves unsaid who."""
    post, holder = roles.get("object"), roles.get("recipient")
    again = post is not None and holder is not None and post.span.overlaps(holder.span)
    # of "7. Ordu'nun komutanlığına" the number alone is no one, and no town or war gets an office
    nobody = context.cast.places | context.cast.events
    again = again or (holder is not None and (holder.text[-1:].isdigit() or holder.name in nobody))
    return {place: role for place, role in roles.items() if place != "recipient" or not again}


def _is_pronoun(role: Role) -> bool:
    """Whether a role is "o" of whom no name was found: it means whoever is left unsaid."""
    return role.name is None and fold_word(role.text) in phrases("pronouns")


def _points_back(role: Role) -> bool:
    """Whether an object is told of before: "bunu", or a sum that only says so ("bu parayı")."""
    words = fold_word(role.text).split()
    sum_ = len(words) == 2 and words[0] in phrases("demonstratives") and words[1] in phrases("sums")
    return role.name is None and (fold_word(role.text) in phrases("demonstratives") or sum_)


def _two_parties(sentence: Sentence, reading: Reading, roles: Mapping[str, Role]) -> dict[str, Role]:
    """The parties of "A ile B arasında imzalandı", where no one else signs."""
    low, high = reading.clause.start, reading.clause.predicate.first
    pair = between(sentence.words[low:high], sentence.facts)
    if pair is None or ("subject" in roles and roles["subject"].name not in (pair[0].name, pair[1].name)):
        return {}
    return {"subject": pair[0], "recipient": pair[1]}


def _owner_of(pocket: Role, roles: Mapping[str, Role], context: Context) -> dict[str, Role]:
    """Of "cebine para konmuş" and "eline verdi" whose pocket or hand it is: the person last spoken of."""
    owner = context.doer_of("meet")
    mine = {role.name for place, role in roles.items() if place != "recipient" and role.name is not None}
    alone = pocket.name is None and " " not in pocket.text.strip()
    return {"recipient": owner} if alone and owner is not None and owner.name not in mine else {}


def _is_saying(reading: Reading, role: Role | None) -> bool:
    """Whether words are said and not news told: "bu cümle söylendi", and not "grev duyuruldu"."""
    uttered = any(stem == "soyle" for _, stem in reading.row.stems)
    return uttered or (role is not None and role.name is None and has_word("sayings", fold_word(role.text)))


def _told_of(context: Context) -> dict[str, Role]:
    """Whoever the text is about, as the one whose words a saying without a speaker is."""
    person = context.topic or context.person
    return {"subject": person} if person is not None else {}


def _unsaid_by_frame(
    reading: Reading, roles: Mapping[str, Role], context: Context, action: str | None, *, passive: bool
) -> dict[str, Role]:
    """What the verb's frame asks for and the clause leaves out."""
    found: dict[str, Role] = {}
    kind = reading.row.frame
    chosen = kind == "rise" or (kind == "appoint" and passive)
    raised = context.doer_of("appoint") if chosen and "recipient" not in roles else None
    if raised is not None and (raised.name is None or raised.name in context.cast.people):
        found["recipient"] = raised  # no state and no body is given a post
    if kind == "arrive" and "recipient" not in roles:
        # what is found in a town that was taken is its taker's
        taker = context.parties.attacker if is_finding(reading.row) else context.topic
        found |= {"recipient": taker} if taker is not None else {}
    signed = roles.get("subject") if action == "sign" and _is_signed(roles, reading, context) else None
    if signed is not None and "object" not in roles and signed is reading.roles.get("subject"):
        return {"object": signed}  # "barış bağlandı": what is signed does nothing
    if action in _GIVEN_OBJECTS and "object" not in roles and not passive and context.thing is not None:
        found["object"] = context.thing
    priced = action == "transfer" and "object" not in roles and not passive and _is_priced(roles, context)
    if priced and context.thing is not None:
        found["object"] = context.thing  # "değirmeni artırmaya çıkardılar, Sabri Bey 3.000 liraya aldı"
    again = context.done_here is not None and context.done_here[0] == action and action in _OF_A_THING
    if again and "object" not in roles and not passive and kind in _WITH_THING and context.done_here is not None:
        found["object"] = context.done_here[1]  # "anahtarı vali göndermedi, kâtip teslim etti" (GK 28.3.1)
    if "object" in roles and context.thing is not None and _points_back(roles["object"]):
        found["object"] = context.thing
    return found


def _is_priced(roles: Mapping[str, Role], context: Context) -> bool:
    """Whether a deal tells a price alone for a thing that was spoken of."""
    price = roles.get("means")
    return (
        price is not None
        and context.thing is not None
        and any(one.span.overlaps(price.span) and one.unit in units_by_kind("money") for one in context.facts.amounts)
    )


def _without_twin(roles: dict[str, Role]) -> dict[str, Role]:
    """The roles without a subject that is the object: what is signed does nothing."""
    twin = "subject" in roles and roles["subject"] is roles.get("object")
    return {place: role for place, role in roles.items() if place != "subject" or not twin}


def _is_signed(roles: Mapping[str, Role], reading: Reading, context: Context) -> bool:
    """Whether the nominative of signing is what was signed: of a passive verb, or a treaty ("sülh bağlandı")."""
    subject = roles.get("subject")
    treaty = subject is not None and has_word("treaties", fold_word(subject.name or subject.text))
    return reading.clause.predicate.passive or treaty or (subject is not None and context.is_event(subject))


def _as_named(roles: dict[str, Role], context: Context, action: str | None) -> dict[str, Role]:
    """The roles with the names that towns, posts and peoples stand for; a post that is given stands for nobody."""
    roles = {place: context.named_town(_there(role, context)) for place, role in roles.items()}
    given = ("object", "capacity") if action == "appoint" else ("capacity",)
    roles = {place: _as_post(role) if place in given else context.named_post(role) for place, role in roles.items()}
    roles = _of_the_topic(roles, context, action)
    if action in _OF_PEOPLE:
        return roles
    return {place: as_state(role) if place in ("subject", "recipient") else role for place, role in roles.items()}


def _as_post(role: Role) -> Role:
    """A post in common nouns as what it is, whoever held it before: "müdür olarak atandı" (GK 17.2.1)."""
    someone = role.name is not None and role.text.islower() and all(word[:1].isupper() for word in role.name.split())
    return Role(role.span, role.text) if someone else role


def _there(role: Role, context: Context) -> Role:
    """Of "oradan" and "oraya" the place last named (GK 16.4)."""
    told = place_before(context.facts, role.span.start) if fold_word(role.text) in ("ora", "bura") else None
    return Role(role.span, role.text, told.name) if told is not None else role


def _of_the_topic(roles: dict[str, Role], context: Context, action: str | None) -> dict[str, Role]:
    """The roles with pronouns read as the person the text is about, else who acted last, unless he does the deed.

    A pronoun goes back to who is spoken of and not to whoever was named last (Göksel & Kerslake 18.1.5).
    """
    roles = _of_the_thing(roles, context, action)
    doer = roles["subject"].name if "subject" in roles else None
    topic = context.topic if context.is_about_someone() else context.subject
    spoken_of = context.subject or topic
    if topic is None or not context.is_one(topic) or topic.name == doer:
        return roles
    # "kendisi" in the nominative is whoever acted last and not whom the page is about (GK 18.1.3)
    self_ = spoken_of if spoken_of is not None and context.is_one(spoken_of) and spoken_of.name != doer else topic
    return {
        place: Role(role.span, role.text, (self_ if fold_word(role.text) == "kendisi" else topic).name)
        if place in ("recipient", "object") and fold_word(role.text) in phrases("pronouns")
        else role
        for place, role in roles.items()
    }


def _of_the_thing(roles: dict[str, Role], context: Context, action: str | None) -> dict[str, Role]:
    """The roles with "onu" read as the thing told of just before, where nobody is told of whom it could mean.

    Nor is a man sold, signed or published: what is done says what kind "onu" is of.
    """
    told, thing = roles.get("object"), context.thing_before()
    if told is None or thing is None or fold_word(told.text) not in ("onu", "on"):
        return roles
    someone = context.is_about_someone() or (context.subject is not None and context.is_one(context.subject))
    fits = action in _TO_THINGS or (told.name is None and not someone)
    return {**roles, "object": thing} if fits else roles


def _other_side(
    sentence: Sentence, reading: Reading, roles: Mapping[str, Role], context: Context, action: str | None
) -> dict[str, Role]:
    """To whom a deal's unsaid other side points: to whoever asked or is dealt with, between states the other state."""
    subject = roles.get("subject")
    at_once = not reading.dates
    other = context.dealings.dealt_with(action, subject, at_once=at_once) if subject is not None else None
    if other is None and action in ANSWERS:
        other = context.dealings.who_sent(roles.get("object"), subject)
    if other is None and subject is not None and action in DEALS:
        # of a life "Moskova istemedi" is told of states all the same, "Amerikalı yayıncı ödedi" of the one it is about
        between_states = (subject.name is not None or is_body(subject)) and action != "transfer"
        if between_states or not context.is_about_someone():
            other = across(subject, sentence.words[reading.first].start, sentence.facts, sentence.text)
    return {"recipient": other} if other is not None else {}


def _where(sentence: Sentence, reading: Reading, roles: Mapping[str, Role], context: Context) -> Role | None:
    """Where it was: the place of the clause, or the place last spoken of where the clause says "orada"."""
    if "place" in roles:
        return roles["place"]
    words = sentence.words[reading.clause.start : reading.last]
    there = any(word.folded in phrases("there") for word in words)
    return place_before(context.facts, sentence.words[reading.first].start) if there else None


def _counted_before(role: Role, reading: Reading, context: Context, sentence: Sentence) -> Role:
    """Of a bare number ("20'si Batum'a gitti") or a rest ("kalanı") what was counted before."""
    if role.name is not None:
        return role
    part = fold_word(role.text) in phrases("rests", "others") or fold_word(role.text) in _COUNTED
    if part and sentence.words[reading.first].start <= role.span.start:
        return context.parties.counted or role
    here = [sentence.facts.amounts[index] for index in reading.amounts]
    amount = next((one for one in here if one.span.overlaps(role.span) and _is_bare(one)), None)
    if amount is None or role.span.end > amount.span.end + _SUFFIX:
        return context.parties.counted or role if _IS_NUMBER.fullmatch(fold_word(role.text)) else role
    meant = _meant_by(amount, sentence) or context.parties.counted or role
    # "40 çuval un vardı, 15'i yandı": what was packed is told of, and no sack
    return context.parties.measured or meant if is_unit(meant.text) else meant


def _meant_by(amount: Amount, sentence: Sentence) -> Role | None:
    """The word before a bare number that says what it counts: the thing it is told of, else its currency."""
    facts, text, at = sentence.facts, sentence.text, amount.span.start
    start = text.rfind(amount.of, max(0, at - _NOT_FAR), at) if amount.of else -1
    if amount.of and start >= 0:
        return Role(Span(start, start + len(amount.of)), amount.of)
    index = bisect_left(facts.amounts, at, key=lambda one: one.span.start)
    for one in reversed(facts.amounts[max(0, index - _LOOK_BACK) : index]):
        if one.unit == amount.unit and one.unit not in units_by_kind("time", "percent") and not _is_bare(one):
            word = one.text.split()[-1]
            return Role(Span(one.span.end - len(word), one.span.end), word)
    return None


def _is_bare(amount: Amount) -> bool:
    """Whether an amount is a number alone ("altısı", "80'i", "3,2 milyonu"), whatever unit it was given."""
    words = fold_word(amount.text).split()
    return bool(words) and (_IS_NUMBER.fullmatch(words[-1]) is not None or _is_numeral(words[-1]))


def _is_numeral(word: str) -> bool:
    """Whether a folded word is a numeral, with a possessive or without."""
    return _numerals().fullmatch(word) is not None


@cache
def _numerals() -> re.Pattern[str]:
    words = sorted({re.escape(fold_word(row["form"])) for row in read_rows("tanik.facts", "numerals.csv")})
    return re.compile(rf"(?:{'|'.join(words)})(?:s?[iu]|n[iu])?")
