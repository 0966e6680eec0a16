"""What each word of a clause is where noun phrases are cut from it.

Comes in: the words of a clause without its predicate. Goes out: answers, word by word: which case it has, whether it
is an adverb, a time or a rate, whether it is possessed or describes. Turkish marks case on the last word of a phrase
alone (Göksel & Kerslake 2005, 14).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from tanik.core.fold import fold
from tanik.core.kindred import azerbaijani_readings, kindred_readings, latin_of
from tanik.core.made import value
from tanik.core.morph import readings
from tanik.core.suffixes import Case, read_ending
from tanik.facts.model import Facts, NameKind
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.nouns import (
    is_made_with,
    is_only_adverb,
    is_only_made_with,
    is_people,
    kindred_adjectives,
    kindred_noun,
    known_things,
    noun_of,
)
from tanik.facts.statements.lexis.words import Word, looked_up, written_of
from tanik.facts.statements.syntax.cases import is_latin, likely_case, suffix_case
from tanik.facts.statements.syntax.modifiers import BEFORE_AND_AFTER, PRONOUNS

__all__ = ["ADJECTIVE", "CALLED_SO", "MEASURED", "RATES", "Clauselet"]

ADJECTIVE: Final = re.compile(r"[a-z]['’]?[a-z]?[dt][ae]ki$")
MEASURED: Final = re.compile(r"(?:[a-z]{2}|[a-z]\.)l[iu]k$")  # "km.lik"
# words of these classes that stand inside a phrase
_INSIDE: Final = frozenset(("en", "cok", "daha", "pek", "ilk", "son", "ayni", "yalniz", "once", "sonra", "az", "bir"))
_OF_A_PLACE: Final = re.compile(r"^(?:hicbir|her|bir|cok)$|[a-z]{2}['’]?n?[iu]n$")
RATES: Final = frozenset(("yilda", "ayda", "gunde", "haftada", "senede", "saatte", "ilde", "heftede"))
_YOURS: Final = frozenset(("P2sg", "P2pl"))
# Persian izafet, written with a hyphen: "Sada-yı Hak", "Tekâlif-i Milliye" (TDK Yazım Kılavuzu)
_EZAFE: Final = re.compile(r"[^\W\d_]{2}-y?[ıiuü]$")
_LIKE_GENITIVE: Final = re.compile(r"[a-z]{3}(?:(?<=[aeiou])n)?[iu]n$")
CALLED_SO: Final = frozenset(("isminde", "adinda", "adli", "isimli", "adindaki", "ismindeki"))
"""What a name is followed by where it only says what the noun behind is called."""
_ONE: Final = frozenset(("bir", "biri", "birisi", "iki", "uc"))
_FAR: Final = 4  # words
_PIECES: Final = frozenset(("count", "person"))


@value
class Clauselet:
    """What the phrases are cut from."""

    words: Sequence[Word]
    text: str
    facts: Facts

    def case(self, index: int) -> Case | None:
        """The case of word `index`; None inside a name, an amount or a description, which go on."""
        word = self.words[index]
        following = self.words[index + 1] if index + 1 < len(self.words) else None
        if following is not None and self._goes_on(word, following):
            return None
        if word.name is not None:
            return suffix_case(word, self.facts.names[word.name], self.text)
        if word.folded[:1].isdigit():
            tail = word.folded.lstrip("0123456789.,:/'")
            read = read_ending(tail) if tail else None
            return read[0] if read else Case.NOMINATIVE
        written = written_of(self.text, word)
        folded = word.folded
        if folded == "yerinde" and index and _OF_A_PLACE.search(self.words[index - 1].folded):
            return Case.LOCATIVE  # "metnin hiçbir yerinde": alone it is "fitting"
        buffered = folded[-2:-1] == "y" and folded[:-2] in phrases("actors")
        if folded[-1:] in "ae" and (folded[:-1] in phrases("actors") or buffered):
            return Case.DATIVE  # "halka" is "to the people" before it is "ring", "generale" no name
        if not is_latin(written) and fold(word.lower) == word.folded != fold(written):
            written = word.lower  # looked up as a Turkish word: "dəfə" is "defa" and no dative
        owns = self._owns_what_follows(index, written)
        return Case.GENITIVE if owns else PRONOUNS.get(word.folded) or likely_case(written, word.folded)

    def _owns_what_follows(self, index: int, written: str) -> bool:
        """Whether a word that no dictionary has is a genitive: it ends like one, and what is possessed stands behind it
        ("seymin sonuncu iclası"; GK 14.4)."""
        word = self.words[index]
        if not written.islower() or not _LIKE_GENITIVE.search(word.folded) or _is_known(written):
            return False
        behind = range(index + 1, min(len(self.words), index + _FAR))
        return any(self.is_possessed(at) for at in behind if not self.words[at].is_mark)

    def _goes_on(self, word: Word, following: Word) -> bool:
        """Whether a word's ending closes no phrase: a name or an amount goes on, "limandaki" only describes."""
        if word.name is not None and following.name == word.name:
            return True
        if word.folded in phrases("humans") and following.name is not None:
            return self.facts.names[following.name].kind is NameKind.PERSON  # "kardeşi Ali Bey'e"
        if word.amount is not None and (following.amount == word.amount or following.folded in phrases("comparatives")):
            return True
        if word.folded in CALLED_SO and following.folded in _ONE:
            return True  # "Yusuf isminde bir şahıs": what somebody is called describes him (GK 14.3.3)
        return (word.folded.endswith("ki") and bool(ADJECTIVE.search(word.folded))) or (
            "-" in word.lower and self.is_ezafe(word)
        )

    def is_ezafe(self, word: Word) -> bool:
        """Whether a word is bound to the next by a Persian izafet, which is no case: "Tekâlif-i Milliye"."""
        bound = "-" in word.lower and word.amount is None  # "200 kq-ı" is measured
        return bound and bool(_EZAFE.search(word.lower))

    def says_which(self, first: int, index: int) -> bool:
        """Whether word `index` belongs with the name before it to what only says which is meant of the noun behind.

        "Romanya bandıralı bir vapur" is one phrase, and so is "Ali adlı bir tüccar": such a word has its noun before it
        and describes what follows (Göksel & Kerslake 2005, 15.1).
        """
        before, word = self.words[index - 1], self.words[index]
        if (before.folded in CALLED_SO or before.folded in phrases("of_origin")) and index - 1 > first:
            return True
        large = self.text[before.start].isupper()
        if word.folded in phrases("of_origin"):
            return large or before.name is not None or is_people(before.folded)
        return word.folded in CALLED_SO and large

    def is_adverb(self, index: int) -> bool:
        """Whether word `index` can only be an adverb or a conjunction, and so stands between phrases."""
        word = self.words[index]
        if word.name is not None or word.amount is not None or word.folded in _INSIDE:
            return False
        return is_only_adverb(looked_up(self.text, word))

    def is_then(self, first: int, index: int) -> bool:
        """Whether "önce" or "sonra" is an adverb: it follows a name, or a noun that is neither time nor ablative.

        "Telsizi sonra yolladı", but "iki gün sonra", "savaş sonra"; of an ablative nothing is left over (GK 17.2).
        """
        folded = self.words[index].folded
        if (folded in BEFORE_AND_AFTER or folded == "karsiliginda") and self.is_doer(first, index):
            return True
        if folded not in BEFORE_AND_AFTER or index == first:
            return False
        before = self.words[index - 1]
        timed = before.amount is not None or before.date is not None or before.folded in phrases("times")
        return not timed and noun_of(written_of(self.text, before)).accusative

    def is_event(self, index: int) -> bool:
        """Whether word `index` ends the name of an event, or is a war or a treaty without case: they end, nobody does
        anything "sonunda" (GK 17.3.2)."""
        word = self.words[index]
        if word.name is not None:
            return self.facts.names[word.name].kind is NameKind.EVENT
        return word.folded in phrases("conflicts", "treaties")

    def is_rate(self, first: int, index: int) -> bool:
        """Whether word `index` of `RATES` says how often: "fabrika yılda on ton verir"; "iki yılda" is how long."""
        word = self.words[index]
        counted = index > first and self.words[index - 1].amount is not None
        return word.amount is None and not counted

    def is_doer(self, first: int, index: int) -> bool:
        """Whether words `first` to before `index` are a name without case: behind it "önce" and "sonra" are adverbs."""
        inside = self.words[first:index]
        named = index > first and all(word.name is not None for word in inside) and not self.is_event(index - 1)
        named = named or (len(inside) == 1 and inside[0].folded in phrases("actors", "humans"))
        return named and self.case(index - 1) is Case.NOMINATIVE

    def is_time(self, first: int, index: int) -> bool:
        """Whether word `index` ends an unmarked phrase of time such as "aynı yıl"."""
        word = self.words[index]
        if word.folded not in phrases("times") or index == first or word.amount is not None:
            return False
        return self.words[index - 1].folded in phrases("time_determiners")

    def is_possessed(self, index: int) -> bool:
        """Whether word `index` is the possessed head of an izafet, standing in the nominative."""
        word = self.words[index]
        return word.name is None and _is_possessed(written_of(self.text, word), word.folded)

    def describes(self, index: int) -> bool:
        """Whether word `index` is an adjective, as in "özel bir tren"."""
        word = self.words[index]
        written = written_of(self.text, word)
        describing = is_made_with(written) or noun_of(written).adjective  # "silahlı bir grup"
        return describing or bool(MEASURED.search(word.folded))

    def is_with(self, index: int) -> bool:
        """Whether word `index` says what is with those counted behind it: "silahlı beş kişi"; a villager acts."""
        word, counted = self.words[index], self.words[index + 1].amount
        if word.name is not None or word.amount is not None or word.folded in phrases("actors", "humans"):
            return False
        of = self.facts.amounts[counted] if counted is not None else None
        if of is None or of.unit not in _PIECES or fold(of.of or "") in phrases("times"):
            return False  # "zırhlı on dakikada battı"
        return word.folded.endswith(("li", "lu")) and is_only_made_with(written_of(self.text, word))

    def describes_plainly(self, index: int) -> bool:
        """The same of a word that is no name."""
        return self.words[index].name is None and self.describes(index)


@lru_cache(maxsize=1 << 15)
def _is_possessed(written: str, folded: str) -> bool:
    """Whether a common noun by itself is the possessed head of an izafet: the words of a page come again."""
    if latin_of(written) in kindred_adjectives():
        return False  # "xarici" is foreign
    found = readings(written)
    if not found and (kindred := kindred_noun(folded)) is not None:
        return kindred.possessed  # "hökuməti": a noun of Azerbaijani alone
    found = found or kindred_readings(written)
    if any(reading.bare and reading.part in ("Noun", "Adj") for reading in found):
        return False  # "altın" is gold before it is "your underside", "yeni" new before it is a sleeve
    # "altının" is of gold before it is of its underside
    if any(one.case is Case.GENITIVE and not one.possessive and one.lemma in known_things() for one in found):
        return False
    # "köprünün" is "of the bridge" before it is "of your bridge": a page that tells has no "you"
    # "dönüşünde" is of the manner noun "dönüş", which the dictionary has under its verb (GK 8.5.2)
    owned = [one for one in found if one.possessive and (one.part == "Noun" or "Manner" in one.marks)]
    yours = all(_YOURS.intersection(one.marks) for one in owned) and any(not one.possessive for one in found)
    return (bool(owned) and not yours) or folded.endswith(("si", "su", "lari", "leri"))


@lru_cache(maxsize=1 << 15)
def _is_known(written: str) -> bool:
    """Whether the dictionary or the table of Azerbaijani nouns has a word."""
    return bool(azerbaijani_readings(written)) or kindred_noun(fold(written)) is not None
