"""Whether a noun phrase ends with a common noun in the nominative.

Comes in: the words of a clause and a place behind such a noun. Goes out: whether a new phrase begins there: before a
noun without possessive no izafet can begin (Göksel & Kerslake 2005, 10.2, 14.4).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tanik.core.kindred import FOREIGN, latin_of
from tanik.core.morph import readings
from tanik.core.suffixes import Case
from tanik.facts.model import NameKind
from tanik.facts.statements.lexis.lexicon import has_word, phrases
from tanik.facts.statements.lexis.nouns import NounForm, is_made_with, is_people, kindred_noun, known_things, noun_of
from tanik.facts.statements.lexis.words import Word, written_of
from tanik.facts.statements.syntax.capitals import is_route
from tanik.facts.statements.syntax.cases import is_latin
from tanik.facts.statements.syntax.clauselet import Clauselet
from tanik.facts.statements.syntax.modifiers import OF_SEVERAL, is_deed, is_ordinal, is_several

__all__ = ["PLURAL", "is_stuff", "splits_after_bare_noun", "stand_apart"]

_KINDRED_OWNED: Final = re.compile(r"(?:[a-z]s[iu]|[iu])n[iuae]$|[iu]nd[ae]n?$")
_NOBODYS: Final = re.compile(r"[aeiou]y[ae]$")
_BY: Final = ("tarafindan", "terefinden", "vasitesile", "araciligiyla", "vasitasiyla")
_CASES: Final = (("Ins",), ("Loc",), ("Abl",), ("Dat",))
PLURAL: Final = re.compile(r"[a-z]{3}l[ae]r$")
_OWN_POCKET: Final = re.compile(r"(?:cebi|kesesi)n(?:e|den)$|cepleri(?:ne|nden)$|aralarinda$")


def splits_after_bare_noun(clause: Clauselet, first: int, index: int) -> bool:
    """Whether a new phrase begins with word `index`: before a noun without possessive no izafet can begin.

    "Taraflar antlaşmayı", "askerler köye", but "hükümet konağına" and "kâğıt paraya" (Göksel & Kerslake 14.4).
    """
    before, word = clause.words[index - 1], clause.words[index]
    noun = noun_of(written_of(clause.text, before))
    if word.name is not None or is_route(word, clause.text):
        if word.name is not None and clause.facts.names[word.name].kind is NameKind.PERSON:
            body = before.folded in phrases("bodies") or is_deed(written_of(clause.text, before))
            body = body or before.folded in phrases("funds")  # "bu para | Ali Bey'e kaldı"
            return body or noun.plural or before.folded.endswith(("lik", "luk", "lar", "ler")) or is_stuff(before)
        titled = before.folded in phrases("actors") or PLURAL.search(before.folded) is not None or is_stuff(before)
        return titled or (noun.bare_noun and not noun.adjective and before.folded[:1] == before.lower[:1])
    after = noun_of(written_of(clause.text, word))
    loose = (
        (noun.adjective and before.folded not in phrases("actors"))
        or before.folded in phrases("containers")
        or before.amount is not None
    )
    several = noun.plural and first == index - 1 and is_several(word)
    several = several or (first == index - 1 and _is_ground_of_army(before, word, after))
    unknown = not noun.known or not is_latin(written_of(clause.text, before))
    foreign = unknown and PLURAL.search(before.folded) and not after.possessed
    # "yayıncı" is a noun made of another, which is not read as bare; "Rum tüccar" is one phrase (GK 14.3.1)
    acts = before.folded in phrases("actors") and not is_people(before.folded)
    # "vali cebinden verdi", "esnaf aralarında topladı": another's pocket asks for the genitive (GK 14.4)
    # and a commander has no people: "komutan halkı çağırdı"
    own = acts and (bool(_OWN_POCKET.search(word.folded)) or word.folded in phrases("populace"))
    own = own or (acts and is_made_with(written_of(clause.text, word)))  # "bakan | örtülü ödenekten"
    # "mektuplar | gemiyle": what looks possessed need not be, and an izafet has no such plural (GK 10.2)
    own = own or (noun.plural and noun.bare_noun and _may_be_nobodys(written_of(clause.text, word)))
    own = own or _is_thing_before_doer(before, word, noun, after)
    own = own or _is_thing_before_agent(clause, index, noun, after)
    own = own or (acts and is_people(word.folded))  # "belediye | Fransız şirketine"
    if (
        several
        or foreign
        or own
        or _is_whither(clause, index, noun)
        or _is_unlisted_name(clause, index)
        or _is_kindred_doer(clause, first, index, noun)
    ):
        return True  # "fransızlar iskeleye": peoples and the words of a kindred language
    if not (noun.bare_noun or acts) or loose or after.possessed or not after.known:
        return False
    if after.cases and Case.NOMINATIVE not in after.cases:
        alone = first == index - 1 or before.folded in phrases("actors") or before.folded in phrases("instalments")
        return noun.plural or alone
    # no adjective stands inside an izafet: "padişah | gizli ödenekten verdi" (GK 10.2)
    return noun.plural or (acts and (after.bare_noun or after.adjective))


def is_stuff(word: Word) -> bool:
    """Whether a word is a thing or what things are made of: before a common noun it may say of what it is made
    ("altın yüzük"), before a name it stands by itself: "500 kilo altın | Trabzon'a geldi" (GK 15.1).

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> is_stuff(plain_word("altın")), is_stuff(plain_word("genç")), is_stuff(plain_word("asker"))
    (True, False, False)
    """
    someone = word.folded in phrases("actors", "bodies", "humans", "kin")
    return word.lower in known_things() and not someone


@lru_cache(maxsize=1 << 12)
def _may_be_nobodys(written: str) -> bool:
    """Whether a word that may be possessed may also be a noun in a case that nobody owns: "gemiyle" is of no "gem".

    >>> _may_be_nobodys("gemiyle"), _may_be_nobodys("meclisine"), _may_be_nobodys("köyü")
    (True, False, False)
    """
    found = [one for one in readings(written) if one.part == "Noun"]
    return any(one.possessive for one in found) and any(one.marks in _CASES for one in found)


def _is_thing_before_doer(before: Word, word: Word, noun: NounForm, after: NounForm) -> bool:
    """Whether a bare thing stands before someone in a post: "hüküm padişah tarafından onaylandı".

    As one phrase the post would be possessed ("hüküm padişahı"; GK 14.4).
    """
    someone = before.folded in phrases("actors") or before.folded in phrases("humans")
    thing = noun.bare_noun and not noun.adjective and not someone and before.name is None
    return thing and word.name is None and word.folded in phrases("officials") and not after.possessed


def _is_thing_before_agent(clause: Clauselet, index: int, noun: NounForm, after: NounForm) -> bool:
    """Whether a bare thing stands before a bare noun by which it was done: "isyan | ordu tarafından bastırıldı".

    As one phrase the second would be possessed ("isyan ordusu"; GK 14.4).
    """
    behind = clause.words[index + 1].folded if index + 1 < len(clause.words) else ""
    if behind not in _BY or clause.words[index].name is not None or clause.words[index - 1].name is not None:
        return False
    return noun.bare_noun and not noun.adjective and after.bare_noun and not after.adjective


def _is_ground_of_army(before: Word, word: Word, after: NounForm) -> bool:
    """Whether a people or troops in the plural stand before what they took: "Fransızlar | şehri", "askerler | köyü"."""
    acts = PLURAL.search(before.folded) is not None and (
        is_people(before.folded[: -len("lar")]) or has_word("armies", before.folded)
    )
    return acts and after.accusative and word.folded[:-1] in phrases("grounds")


def stand_apart(clause: Clauselet, index: int) -> bool:
    """Whether what seems possessed before word `index` is a name or people, who act on it: "Eleni Zarifi | binayı"."""
    return _is_unlisted_name(clause, index) or _are_people_apart(clause.words[index - 1], clause.words[index])


def _are_people_apart(before: Word, word: Word) -> bool:
    """Whether people act on people: "hemşireleri | yaralıları", for an izafet has none of people (GK 10.2).

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> _are_people_apart(plain_word("hemşireleri"), plain_word("yaralıları"))
    True
    >>> _are_people_apart(plain_word("okulları"), plain_word("öğrencileri"))
    False
    """
    stems = [OF_SEVERAL.sub("", one.folded) for one in (before, word)]
    if stems[0] == before.folded or stems[1] == word.folded or not phrases("bodies", "schools").isdisjoint(stems):
        return False
    return phrases("actors", "travellers").issuperset(stems)


def _is_unlisted_name(clause: Clauselet, index: int) -> bool:
    """Whether a name that no table has stands before word `index`, which does not go on with it.

    "Dumas parayı": an izafet would be "Dumas parasını"; "Dumas ikinci gün": no adjective follows a name.
    """
    before, word = clause.words[index - 1], clause.words[index]
    after = noun_of(written_of(clause.text, word))
    capital = clause.text[before.start].isupper() and not is_people(before.folded)
    # "Eleni Zarifi binayı": two words with capitals are a name, whatever the second is in the dictionary
    two = index > 1 and clause.text[clause.words[index - 2].start].isupper() and not clause.words[index - 2].is_mark
    if not capital or (noun_of(written_of(clause.text, before)).known and not (two and after.accusative)):
        return False
    if is_ordinal(word.folded):
        return not after.possessed and word.folded not in phrases("humans")
    new = Case.NOMINATIVE not in after.cases or (after.adjective and not after.bare_noun)
    return new and after.known and not after.possessed and word.folded not in phrases("humans")


def _is_kindred_doer(clause: Clauselet, first: int, index: int, noun: NounForm) -> bool:
    """Whether Azerbaijani words before word `index` are a post, a body or a name that no table has."""
    before, word = clause.words[index - 1], clause.words[index]
    if is_latin(written_of(clause.text, word)) or kindred_noun(word.folded) is not None:
        proper = clause.text[before.start].isupper() and not noun.known
        form = kindred_noun(word.folded)
        return proper and form is not None and not form.possessed and (first < index - 1 or not form.bare_noun)
    oblique = clause.case(index) not in (None, Case.NOMINATIVE) and not _KINDRED_OWNED.search(word.folded)
    return oblique and before.folded in phrases("actors")


def _is_whither(clause: Clauselet, index: int, noun: NounForm) -> bool:
    """Whether a word of Azerbaijani alone is a dative that nobody owns, behind a bare noun: "gəlir qiraətxanaya".

    Possessed it would end in "-sına" (Qurbanov, Müasir Azərbaycan dili, 2003).
    """
    before, word = clause.words[index - 1], clause.words[index]
    written = written_of(clause.text, word)
    plain = noun.bare_noun and not noun.adjective and before.amount is None
    return plain and bool(_NOBODYS.search(word.folded)) and bool(FOREIGN.search(latin_of(written)))
