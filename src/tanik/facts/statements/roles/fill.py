"""Who did what to whom: the places of a statement filled by case.

Comes in: a clause, its phrases, and the rows of the verb table that its predicate may be. Goes out: the row that
fits and the roles. The verb's frame says which case fills which place; the nominative of a passive clause is what
the action was done to, and its doer stands with "tarafından".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import Facts, NameKind, Role
from tanik.facts.statements.lexis.lexicon import fold_word, frame, phrases
from tanik.facts.statements.lexis.nouns import noun_of
from tanik.facts.statements.lexis.verbs import Predicate, VerbRow
from tanik.facts.statements.lexis.words import Word, behind, written_of
from tanik.facts.statements.roles.by_case import permits, place_in_frame, suffering
from tanik.facts.statements.roles.heads import acts, deals, is_human_head, is_last
from tanik.facts.statements.roles.needs import Beside, holds, is_quantity
from tanik.facts.statements.roles.nominatives import is_done_by_speaker, is_of_participle, is_verb_of_its_own, says_how
from tanik.facts.statements.roles.objects import Objects, direct_object, is_time_alone
from tanik.facts.statements.roles.offices import titled_as
from tanik.facts.statements.roles.orders import by_instrument, by_order
from tanik.facts.statements.roles.placeless import fills_nothing
from tanik.facts.statements.roles.sentence import Sentence
from tanik.facts.statements.roles.shares import with_owned_subject
from tanik.facts.statements.syntax.fillers import role_of
from tanik.facts.statements.syntax.modifiers import TOGETHER
from tanik.facts.statements.syntax.phrases import Phrase, is_person, is_place, place_in

__all__ = ["choose_row", "fill_roles"]

_OF_ITS_FIRST: Final = ("haline", "seviyesine", "isgaline", "istilasina", "saldirisina", "baskinina")

_CONTENT = re.compile(r"[a-z]{2}(?:[dt][iu]g[iu]|[ae]c[ae]g[iu]|(?:[dt][iu]|[ae]c[ae])kl[ae]r[iu])n[iu]$")
_OWNED_DEED = re.compile(r"[a-z]{3}s?[iu](?:n[iuae]|nd[ae]n?|yl[ae])?$")
_SUFFERED = re.compile(r"[ln](?:d[iu]|m[iu]s|[iu]r|[iu]yor|[ae]c[ae]k|m[ae]kt[ae])")
_OWNED_SIDE = re.compile(r"[a-z]{2}[iu]n(?:d[ae]n?|[ae])$")
_ONLY_OWNED = re.compile(r"[a-z]{2}[aeiou]s[iu]$")
_HANDS = frozenset(("eliyle", "marifetiyle"))
_NOT_THIS = frozenset(("degil", "deyil"))


def choose_row(predicate: Predicate, found: Sequence[Phrase], facts: Facts) -> VerbRow | None:
    """The first row of the predicate whose conditions hold, or None where every row asks for more."""
    beside = Beside(found, predicate, facts)
    for row in predicate.rows:
        if all(holds(need, beside) for need in row.needs):
            return row
    return None


def _as_goal(phrase: Phrase, words: Sequence[Word], facts: Facts) -> Phrase:
    """A place with "kadar" as where someone went: "Çorum'a kadar yürüdü"."""
    up_to = phrase.case == "post" and is_place(phrase, facts) and words[phrase.last + 1].folded == "kadar"
    return replace(phrase, case="dat") if up_to else phrase


def _moves_nobody(row: VerbRow) -> bool:
    """Whether a verb of going governs no accusative but that of the way: nobody "comes" somebody else."""
    return row.frame == "go" and fold_word(row.stems[-1][1]) in phrases("unaccusative")


def _is_gone(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a way is gone or a quantity rises: "o yolu gitti", and no "kızı eve geldi" (GK 13.2.1)."""
    way = words[phrase.last].folded in ("yolu", "yollari") or is_quantity(phrase)
    return way and not _is_joined(phrase, words)


def _is_joined(phrase: Phrase, words: Sequence[Word]) -> bool:
    return phrase.first > 0 and words[phrase.first - 1].folded in ("ve", "və")


def _as_mover(phrase: Phrase, words: Sequence[Word]) -> Phrase:
    """What is joined to the doer of such a verb is somebody's, and in no accusative: "Ali Bey ve adamları geldi"."""
    return replace(phrase, case="nom") if phrase.case == "acc" and _is_joined(phrase, words) else phrase


def _is_replaced(phrase: Phrase, found: Sequence[Phrase], words: Sequence[Word]) -> bool:
    """Whether a phrase is named only to be replaced: "valiye değil kaymakama verdi" (GK 20.2)."""
    negated = behind(words, phrase.last) in _NOT_THIS
    return negated and any(one.first > phrase.last and one.case == phrase.case for one in found)


def _is_side(phrase: Phrase, facts: Facts) -> bool:
    """Whether a phrase is one of two who deal with each other: by name, or a body, or someone in a post."""
    post = fold_word(phrase.text).split()[-1:]
    if phrase.name is not None and facts.names[phrase.name].kind is NameKind.EVENT:
        return False  # "Fransa ile Ankara Anlaşması imzalandı"
    return phrase.name is not None or deals(phrase, facts) or any(word in phrases("actors") for word in post)


def fill_roles(
    predicate: Predicate, row: VerbRow, found: Sequence[Phrase], sentence: Sentence, *, nominal: bool = False
) -> dict[str, Role]:
    """The roles of one clause; in a nominalised clause the genitive is the doer."""
    words, text, facts = sentence.words, sentence.text, sentence.facts
    places = frame(row.frame)
    passive = predicate.passive and "passive" in places
    found = _standing(predicate, row, found, sentence)
    spoken = bool(found) and is_done_by_speaker(predicate, words, found[0].first)
    objects = _with_object(predicate, row, found, sentence, spoken=spoken)
    found, target, beside = objects.found, objects.target, objects.beside
    roles: dict[str, Role] = {}
    for position, phrase in enumerate(found):
        if phrase in beside or fills_nothing(phrase, found[position + 1 : position + 2], words, facts, row.action):
            continue
        lasts = "acc" in places and any(one.case == "nom" for one in found[position + 1 :])
        long = phrase.case == "nom" and ((passive and not _is_alone(found)) or row.frame == "rise" or lasts)
        if long and is_time_alone(phrase, facts, text):
            continue  # "memurlara üç aydır maaş verilmiyordu", "iki ay hapis yattı"
        if phrase is target:
            role = places.get("acc") or places.get("bare")
            role = None if role == "recipient" and _counts_meetings(phrase, predicate, row) else role
        else:
            role = place_in_frame(phrase, found, predicate, row, facts, nominal=nominal)
            does = phrase.case == "nom" and role == (suffering(found, predicate, places) or places["nom"])
            if does and (spoken or is_of_participle(phrase, predicate, row)):
                continue
        where = place_in(phrase, found[position - 1] if position else None, facts) if role == "place" else None
        if where is not None and ("place" not in roles or roles["place"].name is None):
            roles["place"] = where
        filled = roles.get(role or "")
        better = passive and phrase.case == "nom" and filled is not None and filled.name is None
        better = better and phrase.name is not None
        office = better or (passive and role == places.get("bare") and phrase.case == "nom" and row.action == "appoint")
        parted = nominal and role in roles and (_stands_apart(found[:position], words) or is_last(found, position))
        if role and (role not in roles or office or (nominal and phrase.case == "gen" and not parted)):
            roles[role] = role_of(phrase, text, facts)
    if permits(row) and "recipient" in roles:
        given = words[predicate.first]
        roles["object"] = Role(Span(given.start, given.end), text[given.start : given.end])
    if row.action == "appoint" and "object" in roles:
        roles["object"] = _as_holder(roles["object"])
    roles = _paired(roles, found, places.get("com"), text, facts)
    if (passive or row.frame == "fall") and "subject" not in roles:
        roles = roles | told if (told := by_order(found, sentence)) else by_instrument(roles)
    return roles


def _standing(predicate: Predicate, row: VerbRow, found: Sequence[Phrase], sentence: Sentence) -> list[Phrase]:
    """The phrases that are the verb's, each in the case that beside such a verb it has."""
    words, text, facts = sentence.words, sentence.text, sentence.facts
    places = frame(row.frame)
    passive = predicate.passive and "passive" in places
    found = [phrase for phrase in found if not _is_replaced(phrase, found, words)]
    found = [phrase for phrase in found if not _is_part_of_verb(phrase, predicate, sentence)]
    found = [phrase for phrase in found if not _is_by_hand(phrase, predicate, words)]
    found = [phrase for phrase in found if not (says_how(phrase) or is_verb_of_its_own(phrase))]
    found = [
        phrase
        for phrase, after in zip_longest(found, found[1:])
        if not _does_what_noun_says(phrase, after, predicate, words)
    ]
    found = [phrase for phrase in found if not _owns_side(phrase, found, predicate, words)]
    found = _with_beside([_as_doer(phrase, words) for phrase in found], words)
    found = [_as_goal(phrase, words, facts) for phrase in found] if row.frame == "go" else found
    found = [_as_mover(phrase, words) for phrase in found] if _moves_nobody(row) else found
    found = found if "acc" in places else with_owned_subject(found, words, text)
    found = [one for at, one in enumerate(found) if not _is_of_another(one, found[at + 1 :], row, words, passive)]
    done_to = found if passive and row.action != "appoint" else []
    return [phrase for phrase in found if not _is_before_done_to(phrase, done_to, predicate, sentence)]


def _with_object(
    predicate: Predicate, row: VerbRow, found: list[Phrase], sentence: Sentence, *, spoken: bool
) -> Objects:
    """The phrases with the direct object among them, where the verb is active and may have one."""
    places, words = frame(row.frame), sentence.words
    if (predicate.passive and "passive" in places) or "acc" not in places:
        return Objects(tuple(found), None)
    objects = direct_object(tuple(found), predicate, sentence, bare="bare" in places, spoken=spoken)
    moved = objects.target is not None and _moves_nobody(row) and not _is_gone(objects.target, words)
    return Objects(tuple(found), None) if moved or (row.frame == "go" and _is_alone(found)) else objects


def _is_of_another(phrase: Phrase, after: Sequence[Phrase], row: VerbRow, words: Sequence[Word], passive: bool) -> bool:
    """Whether a phrase is a nearer noun's or verb's: of "Ankara'ya göçe başladı" the verb governs the dative beside it.

    A verb's own complement stands right before it (Göksel & Kerslake 2005, 23.2), and no passive verb has an
    accusative (8.2.3): "değişimi esas alan antlaşma imzalandı". A comma sets apart what the clause is about
    (23.3.1): "Ali Kemalî, mebus seçildi".
    """
    if passive and phrase.case == "acc":
        apart = phrase.last + 1 < len(words) and words[phrase.last + 1].folded == ","
        return not apart and any(one.case == "nom" for one in after)
    governs = row.frame == "become" and phrase.case == "dat" and row.action in ("begin", "end")
    return governs and any(one.case == "dat" for one in after)


def _does_what_noun_says(phrase: Phrase, after: Phrase | None, predicate: Predicate, words: Sequence[Word]) -> bool:
    """Whether "tarafından" belongs to the possessed noun behind it: "Yunanlılar tarafından işgali halkı kızdırdı".

    No active verb has an agent with it (GK 8.2.3); a noun of a deed keeps it as the passive does (14.4).
    """
    at = phrase.last + 2
    suffered = predicate.passive or _SUFFERED.search(words[predicate.last].folded) is not None
    suffered = suffered and (after is None or after.case != "post" or after.first != at)
    if phrase.case != "agent" or suffered or at >= predicate.first or words[at - 1].folded != "tarafindan":
        return False
    return words[at].name is None and _OWNED_DEED.search(words[at].folded) is not None


def _is_by_hand(phrase: Phrase, predicate: Predicate, words: Sequence[Word]) -> bool:
    """Whether a phrase says by whose hand the doer of an active verb did it: "Paşa yaveri eliyle bir not gönderdi".

    By whom a deed was done is said of passives alone (GK 8.2.3.1); a messenger is no doer (TDK Türkçe Sözlük, eliyle).
    """
    if phrase.case != "agent" or behind(words, phrase.last) not in _HANDS or predicate.passive:
        return False
    return _SUFFERED.search(words[predicate.last].folded) is None


def _owns_side(phrase: Phrase, found: Sequence[Phrase], predicate: Predicate, words: Sequence[Word]) -> bool:
    """Whether a genitive is of the side or time behind it, which is no phrase: "evin önünden geçtiği" (GK 17.3.1)."""
    at = phrase.last + 1
    if phrase.case != "gen" or at >= predicate.first or any(one.first <= at <= one.last for one in found):
        return False
    word = words[at]
    plain = word.name is None and word.date is None and word.amount is None
    return plain and _OWNED_SIDE.search(word.folded) is not None


def _with_beside(found: list[Phrase], words: Sequence[Word]) -> list[Phrase]:
    """The phrases with who does a thing together with the doer, and so is no other side of it, in a case of its own:
    "ordu ile birlikte halk direndi" (GK 17.3.1.2)."""
    told: list[Phrase] = []
    for phrase in reversed(found):
        near = (word.folded for word in words[phrase.last + 1 : phrase.last + 3])
        joined = phrase.shared and bool(told) and told[-1].case == "beside"
        beside = phrase.case == "com" and (joined or not TOGETHER.isdisjoint(near))
        told.append(replace(phrase, case="beside") if beside else phrase)
    return told[::-1]


def _as_doer(phrase: Phrase, words: Sequence[Word]) -> Phrase:
    """What stands right behind a clause in the accusative, which is the object: "harcadığını belgeleri doğrular"."""
    governed = phrase.case == "nom" and phrase.first > 0 and _CONTENT.search(words[phrase.first - 1].folded)
    return replace(phrase, maybe_object=False) if governed else phrase


def _is_part_of_verb(phrase: Phrase, predicate: Predicate, sentence: Sentence) -> bool:
    """Whether an adjective stands right before a compound's noun, or what looks like an object before "olan".

    Of "resmî bilgi verdi" nobody is "resmî", and "iki çəni olan" is what a factory has (GK 25.1.1).
    """
    words, behind_it = sentence.words, behind(sentence.words, phrase.last)
    if phrase.case == "acc" and behind_it == "olan":
        return True
    first = words[predicate.first].folded in _OF_ITS_FIRST and phrase.last == predicate.first - 1
    alone = phrase.first == phrase.last or not noun_of(written_of(sentence.text, words[phrase.last])).adjective
    if first and phrase.case == "nom" and alone:
        return True  # "bir üs hâline getirdi", "düşman işgaline uğradı", "eski hâline döndü" (GK 14.4)
    alone = phrase.case == "nom" and phrase.name is None and not phrase.determined
    if _is_of_its_noun(phrase, predicate, words):
        return True
    alone = alone and phrase.first == phrase.last == predicate.first - 1
    alone = alone and predicate.first < predicate.last
    form = noun_of(written_of(sentence.text, words[phrase.last])) if alone else None
    return form is not None and form.adjective and not form.bare_noun


def _is_of_its_noun(phrase: Phrase, predicate: Predicate, words: Sequence[Word]) -> bool:
    """Whether a common noun stands right before the possessed noun of a compound, which is its head (GK 14.4).

    "Ham madde sıkıntısı çekti", "ilerleme emri verdi". Behind a vowel "-sı" is the possessive alone; else the noun
    before must be a deed and nobody who could do it.
    """
    near = phrase.case == "nom" and phrase.name is None and phrase.last == predicate.first - 1
    if not near or phrase.amounts or phrase.quoted or predicate.first == predicate.last:
        return False
    head, own = words[predicate.first].folded, words[phrase.last].folded
    deed = own.endswith(("ma", "me")) or predicate.passive
    owned = _ONLY_OWNED.search(head) is not None or (deed and noun_of(words[predicate.first].lower).possessed)
    return owned and not (acts(phrase) or is_human_head(phrase))


def _is_before_done_to(phrase: Phrase, found: Sequence[Phrase], predicate: Predicate, sentence: Sentence) -> bool:
    """Whether a noun without a name stands before the bare one that a passive is of: right before its verb stands what
    is not said to be known, "bakanlık yanında komisyon hakkında yönetmelik kabul edildi" (GK 23.2.2)."""
    if not found or is_time_alone(found[-1], sentence.facts, sentence.text):
        return False  # "yolcular üç gün karantinada tutuldu"
    last = found[-1]
    plain = phrase.case == "nom" and phrase.name is None and not phrase.amounts and phrase is not last
    near = plain and last.case == "nom" and last.last == predicate.first - 1 and not last.possessed
    noun = near and last.name is None
    form = noun_of(written_of(sentence.text, sentence.words[last.last])) if noun else None
    return form is not None and (form.bare_noun or not form.known)


def _counts_meetings(phrase: Phrase, predicate: Predicate, row: VerbRow) -> bool:
    """Whether a number counts the noun of a compound, and nobody that was met: "iki görüşme yaptılar" (GK 14.3.2)."""
    return bool(row.lead) and bool(phrase.amounts) and phrase.last == predicate.first - 1


def _stands_apart(before: Sequence[Phrase], words: Sequence[Word]) -> bool:
    """Whether a genitive with a comma behind it stands before: a doer, and those that follow own something.

    "Valiliğin, bir gazetecinin sorusuna cevap verdiği" (TDK Yazım Kılavuzu, virgül: apart from what it does not own).
    """
    return any(one.case == "gen" and words[one.last + 1].folded == "," for one in before if one.last + 1 < len(words))


def _as_holder(role: Role) -> Role:
    """An office that someone was given, called as its holder is: of "başkanlığa seçildi" the post is "başkan"."""
    holder = titled_as(role.text) if role.name is None else role.text
    return Role(role.span, role.text, holder) if holder != role.text else role


def _is_alone(found: Sequence[Phrase]) -> bool:
    """Whether a clause has one nominative: of who goes somewhere "Fransız birlikleri" is then the one who goes."""
    return sum(phrase.case == "nom" and not phrase.quoted for phrase in found) == 1


def _paired(
    roles: dict[str, Role], found: Sequence[Phrase], other: str | None, text: str, facts: Facts
) -> dict[str, Role]:
    """The roles where two act together: of "A ile B görüştü" the first named is the subject."""
    for first, second in pairwise(found):
        together = first.case == "com" and second.case == "nom" and second.first == first.last + 2
        does = "subject" in roles and roles["subject"].span.overlaps(second.span)  # and no "A ile sözleşme imzaladı"
        if together and other and _is_side(first, facts) and (does or _is_side(second, facts)):
            return {**roles, "subject": role_of(first, text, facts), other: role_of(second, text, facts)}
        if together and _is_somebody(first, facts) and _is_somebody(second, facts):
            both = [place for place, role in roles.items() if role.span.overlaps(second.span)]
            alone = {place: role for place, role in roles.items() if place != "companion"}
            return alone | {place: role_of(first, text, facts) for place in both}  # the first named stands for both
    return roles


def _is_somebody(phrase: Phrase, facts: Facts) -> bool:
    """Whether a phrase is a person or people, by name, number, kinship or post."""
    return is_person(phrase, facts) or (phrase.name is None and (acts(phrase) or is_human_head(phrase)))
