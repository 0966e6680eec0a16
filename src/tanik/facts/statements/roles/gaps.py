"""What a clause leaves before the verbs that stand inside it: in long sentences most of it.

Comes in: a sentence and one of its clauses, between whose first word and verb other verbs stand with words of their
own. Goes out: the phrases there that are the clause's. The verb governs what stands before a clause inside it as well
as what stands behind ("ona [dün hazırlanan] notayı sundu"), joined deeds share their object ("raporu kabul ederek
gönderdi"), and a noun that a participle describes may be whoever does what follows (Göksel & Kerslake 2005, 23.3,
24.4.2, 25.1, 26.3.8, 28.3.1).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from tanik.facts.model import NameKind
from tanik.facts.statements.lexis.lexicon import frame
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.lexis.verbs import Form, Predicate, VerbRow
from tanik.facts.statements.lexis.words import behind
from tanik.facts.statements.roles.possessors import with_possessors
from tanik.facts.statements.roles.reference import is_told_apart
from tanik.facts.statements.roles.sentence import Sentence
from tanik.facts.statements.syntax.apposition import with_appositions
from tanik.facts.statements.syntax.clauses import Clause
from tanik.facts.statements.syntax.fillers import role_of
from tanik.facts.statements.syntax.phrases import Phrase, as_accusative

__all__ = [
    "HAPPENING",
    "after_verb",
    "before_inner",
    "described_doer",
    "doer_of_noun",
    "genitives_before",
    "is_apart",
    "joined_noun",
    "noun_behind",
    "shared_from",
    "shared_object",
    "shared_receiver",
]

HAPPENING: Final = frozenset(("arrive", "go", "fall", "die", "shrink"))
_JOINED: Final = frozenset(("ve", ","))
_GOVERNED: Final = frozenset(("acc", "dat", "abl"))
# frames whose thing may have been named with the deed before: what is taken is sent, what is found is given
_OF_A_THING: Final = frozenset(("give", "bring", "make", "take"))


def _gap(sentence: Sentence, clause: Clause, position: int) -> tuple[Phrase, ...]:
    """The phrases between the verb before inner verb `position` and that verb."""
    low = clause.inner[position - 1].last + 1 if position else clause.start
    return sentence.phrases(low, clause.inner[position].first)


def before_inner(sentence: Sentence, clause: Clause) -> tuple[Phrase, ...]:
    """What stands in a case before the last verb inside a finite clause and is not governed by that verb.

    What stands right before the inner verb is that verb's: of "işçilerini ücret ödemeden çıkardı" the workers are
    borrowed and not the wage.
    """
    for position in range(len(clause.inner) - 1, -1, -1):
        verb = clause.inner[position]
        found = [one for one in _gap(sentence, clause, position) if one.case in _GOVERNED and not one.quoted]
        borrowed = tuple(one for one in found if one.last < verb.first - 1)
        if borrowed:
            return borrowed
    return ()


def genitives_before(sentence: Sentence, clause: Clause, own: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The genitives of a list that a participle parts: "altının ve gönderilecek topların temini rica olunur".

    What "ve" joins has one case (Göksel & Kerslake 2005, 28.2), so that a genitive before "ve" goes on behind the
    participle: all of them own what follows.
    """
    found: tuple[Phrase, ...] = ()
    if not any(one.case == "gen" or one.possessed for one in own):
        return found
    for position in range(len(clause.inner) - 1, -1, -1):
        if clause.inner[position].form is not Form.PARTICIPLE:
            break
        gap = _gap(sentence, clause, position)
        listed = [one for one in gap if one.case == "gen" and behind(sentence.words, one.last) == "ve"]
        # "ilk taksit olarak beş milyon altının"
        kinds = [one for one, after in pairwise(gap) if one.case == "as" and after in listed]
        found = tuple(one for one in gap if one in listed or one in kinds) + found
    return found


def shared_object(sentence: Sentence, clause: Clause, row: VerbRow) -> Phrase | None:
    """The object of the deed before, which joined deeds share: "tüfekleri toplayıp Ankara'ya yolladı" (GK 28.3.1)."""
    if row.frame not in _OF_A_THING or "acc" not in frame(row.frame) or row.lead or clause.predicate.passive:
        return None
    for position in range(len(clause.inner) - 1, -1, -1):
        verb, found = clause.inner[position], _gap(sentence, clause, position)
        if verb.form not in (Form.CONVERB, Form.TEMPORAL) or verb.passive:
            return None
        got = found[-1] if found and _is_got(found[-1], verb, sentence) else None
        thing = got or next((one for one in reversed(found) if _is_object(one, found, verb)), None)
        # of "kapıyı görünce açtı" the seeing has its object too; of "teleskobu savaş çıkınca yolladı" it has a subject
        inside = verb.form is Form.TEMPORAL and thing is not None and found[-1].case != "nom"
        if thing is not None:
            return None if inside else as_accusative(thing)
    return None


def _is_object(phrase: Phrase, found: tuple[Phrase, ...], verb: Predicate) -> bool:
    """Whether a phrase is the object of a verb: in the accusative, or with an ending that may be one.

    That is one apart from the verb, or right before it behind whoever does it: "paşa sandıkları mühürleyip yolladı".
    """
    if phrase.case == "acc" or phrase.case != "nom" or not phrase.maybe_object or phrase.name is not None:
        return phrase.case == "acc" and not phrase.quoted
    apart = phrase.last < verb.first - 1 and phrase is not found[-1]
    doer = any(one.case == "nom" and one.last < phrase.first and not one.maybe_object for one in found)
    done = not verb.rows or any(row.frame not in HAPPENING for row in verb.rows)
    return (apart or (doer and done and verb.form is Form.CONVERB)) and not phrase.quoted


def shared_receiver(sentence: Sentence, clause: Clause) -> Phrase | None:
    """To whom a thing is given that a converb got: "Ali Bey'e halk on altın toplayıp verdi".

    Between the dative and the converb stands what that governs (GK 23.3, 26.3.8).
    """
    inner = clause.inner[-1] if clause.inner else None
    if inner is None or inner.form is not Form.CONVERB or inner.last + 1 != clause.predicate.first:
        return None
    found = _gap(sentence, clause, len(clause.inner) - 1)
    if not found or not _is_got(found[-1], inner, sentence):
        return None
    told = (one for one in found if one.case == "dat" and not one.quoted)
    return next((one for one in told if is_told_apart(role_of(one, sentence.text, sentence.facts))), None)


def _is_got(phrase: Phrase, verb: Predicate, sentence: Sentence) -> bool:
    """Whether a counted thing stands bare right before an active converb: "kırk at bulup orduya gönderdi".

    Joined by -Ip deeds share what is done to (GK 26.3.8, 28.3.1); how long something took is no thing.
    """
    bare = phrase.case == "nom" and phrase.name is None and not phrase.quoted and phrase.last == verb.first - 1
    if not bare or verb.form is not Form.CONVERB or verb.first != verb.last:
        return False
    units = {sentence.facts.amounts[index].unit for index in phrase.amounts}
    counted = bool(units) and units.isdisjoint(units_by_kind("time", "percent", "person"))
    return counted and (not verb.rows or any(row.frame not in HAPPENING for row in verb.rows))


def doer_of_noun(sentence: Sentence, clause: Clause) -> tuple[Phrase, ...]:
    """The genitive before the verbs inside a nominalised clause: "kâtibin kasayı boşaltıp kaçtığını" (GK 24.4.2).

    A complement joined to another has its doer too; the genitive before a -dığı that describes a noun is that one's.
    """
    for position in range(len(clause.inner) - 1, -1, -1):
        verb = clause.inner[position]
        joined = sentence.words[verb.last + 1].folded in _JOINED
        if verb.form is Form.NOMINAL and not joined:
            continue
        found = with_possessors(_gap(sentence, clause, position), sentence.text, nominal=True)
        for at, phrase in enumerate(found):
            after = found[at + 1] if at + 1 < len(found) else None
            owns = after is not None and after.first == phrase.last + 1 and after.possessed and after.case != "nom"
            if phrase.case == "gen" and not owns:
                return (phrase,)
        if verb.form is Form.NOMINAL:
            break
    return ()


def described_doer(sentence: Sentence, clause: Clause) -> tuple[Phrase, ...]:
    """Whoever a participle describes and a comma sets apart: "kanuna uymadıklarını öğrenen vali, … istedi"."""
    for position in range(len(clause.inner) - 1, 0, -1):
        verb = clause.inner[position - 1]
        if verb.form is not Form.PARTICIPLE or verb.last + 1 >= len(sentence.words):
            continue
        for phrase in _heads(sentence, clause, position):
            if phrase.case == "nom" and not phrase.quoted and behind(sentence.words, phrase.last) == ",":
                return (phrase,)
    return ()


def _heads(sentence: Sentence, clause: Clause, position: int) -> Iterator[Phrase]:
    """The phrase behind the verb before inner verb `position`, with its possessor: of "gelen mektuba göre vali" he."""
    found = with_appositions(_gap(sentence, clause, position), sentence.words, sentence.text, sentence.facts)
    for phrase in with_possessors(found, sentence.text, nominal=False):
        if phrase.case != "post":
            yield phrase
            return


def is_apart(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a nominative at the head of a sentence is surely its subject: a person or a body, or set apart."""
    kind = sentence.facts.names[phrase.name].kind if phrase.name is not None else None
    listed = behind(sentence.words, phrase.last) == "," and kind is not NameKind.PLACE
    return listed or kind in (NameKind.PERSON, NameKind.ORGANISATION)


def noun_behind(sentence: Sentence, verb: Predicate, clause: Clause) -> Phrase | None:
    """The noun that a participle inside a clause describes: right behind it, or behind the last of several joined.

    "Bakü'de kurulan ve 900 esire bakan cemiyet", "1889'da doğan, orada okuyan Cemil Bey" (GK 25.1.1).
    """
    if behind(sentence.words, verb.last) in _JOINED:
        return joined_noun(sentence, verb, clause)
    high = next((one.first for one in clause.inner if one.first > verb.last), clause.predicate.first)
    found = with_appositions(sentence.phrases(verb.last + 1, high), sentence.words, sentence.text, sentence.facts)
    first = found[0] if found else None
    return first if first is not None and first.first == verb.last + 1 and first.case != "post" else None


def joined_noun(sentence: Sentence, verb: Predicate, clause: Clause) -> Phrase | None:
    """The noun behind the last of several participles, where `verb` is joined to another by "ve" or a comma."""
    if behind(sentence.words, verb.last) not in _JOINED:
        return None
    inner = (one for one in clause.inner if one.first > verb.last)
    other = next((one for one in inner if one.form is Form.PARTICIPLE), None)
    return noun_behind(sentence, other, clause) if other is not None else None


def shared_from(clause: Clause) -> int:
    """The first word that a verb has for itself or with the converbs right before it, whose day is its own (GK 26.3.8).

    Of "geçen yıl yapılan fenerin yanına 1930'da 12.000 lira harcayarak okul yaptırdı" it is behind "yapılan".
    """
    low = clause.own
    for position in range(len(clause.inner) - 1, -1, -1):
        if clause.inner[position].form is not Form.CONVERB:
            break
        low = clause.inner[position - 1].last + 1 if position else clause.start
    return min(low, clause.own)


def after_verb(sentence: Sentence, clause: Clause) -> tuple[Phrase, ...]:
    """Who stands behind the verb that ends a sentence otherwise: "haberi yolda aldı vali" (GK 23.3.3)."""
    verb, words = clause.predicate, sentence.words
    last = sentence.clauses[-1].predicate
    if verb.form is not Form.FINITE or verb is not last or verb.passive or verb.last + 1 >= len(words):
        return ()
    high = next((i for i in range(verb.last + 1, len(words)) if words[i].is_mark), len(words))
    found = sentence.phrases(verb.last + 1, high)
    ends = all(word.is_mark for word in words[high:])
    doer = found[0] if len(found) == 1 and ends and found[0].case == "nom" and not found[0].quoted else None
    told = doer is not None and is_told_apart(role_of(doer, sentence.text, sentence.facts))
    before = sentence.phrases(clause.own, verb.first)
    return found if told and not any(one.case == "nom" and not one.maybe_object for one in before) else ()
