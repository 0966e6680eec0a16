"""What a stretch of a clause shows of where its noun phrases end.

Comes in: the words of a clause without its predicate. Goes out: answers, word by word: which case it has, whether it
is an adverb, a time or a rate, and whether a new phrase begins with it. Turkish marks case on the last word of a phrase
alone; where the nominative marks nothing, names, amounts, dates and the possessive of an izafet tell (Göksel & Kerslake
2005, 14).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tanik.core.morph import readings
from tanik.core.suffixes import Case, read_ending
from tanik.facts.model import Facts, NameKind
from tanik.facts.statements.lexis.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.lexis.nouns import (
    NounForm,
    is_made_with,
    is_of_me,
    is_of_speaker,
    is_only_adverb,
    is_people,
    kindred_noun,
    known_things,
    noun_of,
)
from tanik.facts.statements.lexis.words import Word, written_of
from tanik.facts.statements.syntax.agents import counts_roughly, does_with_ce
from tanik.facts.statements.syntax.capitals import goes_on_as_name, is_route
from tanik.facts.statements.syntax.cases import is_latin, likely_case, suffix_case
from tanik.facts.statements.syntax.modifiers import (
    OF_SEVERAL,
    PRONOUNS,
    goes_with,
    is_deed,
    is_ordinal,
    is_participle,
    is_several,
)

__all__ = ["PRONOUNS", "Clauselet"]

# numerals that give each his share, which open a phrase of their own (GK 15.7)
_SHARES: Final = frozenset(
    ("birer", "ikiser", "ucer", "dorder", "beser", "altisar", "yediser", "sekizer", "dokuzar", "onar", "yirmiser")
)
_ADJECTIVE: Final = re.compile(r"[a-z]['’]?[a-z]?[dt][ae]ki$")
# what stands before describes or measures
_BEING: Final = frozenset(("olan", "denilen", "denen", "sayilan", "adli", "isimli", "dolusu"))
_MEASURED: Final = re.compile(r"[a-z]{2}l[iu]k$")
# words of these classes that stand inside a phrase
_INSIDE: Final = frozenset(("en", "cok", "daha", "pek", "ilk", "son", "ayni", "yalniz", "once", "sonra", "az", "bir"))
_KINDRED_OWNED: Final = re.compile(r"(?:[a-z]s[iu]|[iu])n[iuae]$|[iu]nd[ae]n?$")
_OF_A_PLACE: Final = re.compile(r"^(?:hicbir|her|bir|cok)$|[a-z]{2}['’]?n?[iu]n$")
_RATES: Final = frozenset(("yilda", "ayda", "gunde", "haftada", "senede", "saatte", "ilde", "heftede"))
_PLURAL: Final = re.compile(r"[a-z]{3}l[ae]r$")
_YOURS: Final = frozenset(("P2sg", "P2pl"))
# Persian izafet, written with a hyphen: "Sada-yı Hak", "Tekâlif-i Milliye" (TDK Yazım Kılavuzu)
_EZAFE: Final = re.compile(r"[^\W\d_]{2}-y?[ıiuü]$")
_TOPIC_MARKS: Final = ("ise", "de", "da", "dahi", "bile")
_SOME: Final = frozenset(
    ("biri", "birisi", "ikisi", "bazilari", "bircogu", "hicbiri", "kendisi")
)  # pronouns, a phrase each
_OTHER_NAMES: Final = frozenset(("takma", "kod", "sahte", "mahlasini", "mahlasiyla", "mustearini", "lakabiyla"))
_WHOLE_OF_THEM: Final = frozenset(("butun", "tum", "iste", "sade", "sadece", "yalniz"))
_OF_ALL: Final = frozenset(("son", "ilk", "her", "butun", "tum"))  # "son dört yıl": one phrase (GK 15.10)
_LATER: Final = frozenset(("once", "sonra", "evvel"))
_THEN: Final = frozenset(("once", "sonra", "evvel", "karsiliginda"))


@dataclass(frozen=True, slots=True)
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
        return PRONOUNS.get(word.folded) or likely_case(written, word.folded)

    def _goes_on(self, word: Word, following: Word) -> bool:
        """Whether a word's ending closes no phrase: a name or an amount goes on, "limandaki" only describes."""
        if word.name is not None and following.name == word.name:
            return True
        if word.folded in phrases("humans") and following.name is not None:
            return self.facts.names[following.name].kind is NameKind.PERSON  # "kardeşi Ali Bey'e"
        if word.amount is not None and (following.amount == word.amount or following.folded in phrases("comparatives")):
            return True
        return bool(_ADJECTIVE.search(word.folded)) or self._is_ezafe(word)

    def _is_ezafe(self, word: Word) -> bool:
        """Whether a word is bound to the next by a Persian izafet, which is no case: "Tekâlif-i Milliye"."""
        return bool(_EZAFE.search(word.lower))

    def is_adverb(self, index: int) -> bool:
        """Whether word `index` can only be an adverb or a conjunction, and so stands between phrases."""
        word = self.words[index]
        if word.name is not None or word.amount is not None or word.folded in _INSIDE:
            return False
        return is_only_adverb(written_of(self.text, word))

    def is_then(self, first: int, index: int) -> bool:
        """Whether "önce" or "sonra" is an adverb: it follows a name, or a noun that is neither time nor ablative.

        "Telsizi sonra yolladı", but "iki gün sonra", "savaş sonra"; of an ablative nothing is left over (GK 17.2).
        """
        if self.words[index].folded in _THEN and self.is_doer(first, index):
            return True
        if self.words[index].folded not in _LATER or index == first:
            return False
        before = self.words[index - 1]
        timed = before.amount is not None or before.date is not None or before.folded in phrases("times")
        return not timed and noun_of(written_of(self.text, before)).accusative

    def is_own_hand(self, first: int, index: int) -> bool:
        """Whether word `index` ends "kendi eliyle", which says how and not by whom."""
        return index > first and self.words[index].folded == "eliyle" and self.words[index - 1].folded == "kendi"

    def is_rate(self, first: int, index: int) -> bool:
        """Whether word `index` says how often: "fabrika yılda on ton verir"; "iki yılda" is how long."""
        word = self.words[index]
        counted = index > first and self.words[index - 1].amount is not None
        return word.folded in _RATES and word.amount is None and not counted

    def is_agent(self, index: int) -> bool:
        """Whether word `index` is a body or a post with -ce, by which a thing was done (Göksel & Kerslake 8.2.3)."""
        return does_with_ce(self.words, index, self.facts)

    def is_doer(self, first: int, index: int) -> bool:
        """Whether words `first` to before `index` are a name without case: behind it "önce" and "sonra" are adverbs."""
        inside = self.words[first:index]
        named = index > first and all(word.name is not None for word in inside)
        named = named or (len(inside) == 1 and inside[0].folded in phrases("actors"))
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
        if word.name is not None:
            return False
        found = readings(written_of(self.text, word))
        if not found and (kindred := kindred_noun(word.folded)) is not None and kindred.possessed:
            return True  # "hökuməti": Azerbaijani nouns are in no Turkish dictionary
        if any(reading.bare and reading.part in ("Noun", "Adj") for reading in found):
            return False  # "altın" is gold before it is "your underside", "yeni" new before it is a sleeve
        # "altının" is of gold before it is of its underside
        if any(one.case is Case.GENITIVE and not one.possessive and one.lemma in known_things() for one in found):
            return False
        # "köprünün" is "of the bridge" before it is "of your bridge": a page that tells has no "you"
        owned = [one for one in found if one.possessive and one.part == "Noun"]
        yours = all(_YOURS.intersection(one.marks) for one in owned) and any(not one.possessive for one in found)
        return (bool(owned) and not yours) or word.folded.endswith(("si", "su", "lari", "leri"))

    def splits(self, first: int, index: int) -> bool:
        """Whether a new phrase begins with word `index`, after nominative words from `first` on."""
        before, word = self.words[index - 1], self.words[index]
        same_name = word.name is not None and word.name == before.name
        if same_name or self._is_bound(before) or len(before.folded) == len(word.folded) == 1:
            return False
        if word.amount is not None:
            return (word.amount != before.amount and before.folded not in _OF_ALL) or before.folded in _TOPIC_MARKS
        closed = before.folded in _TOPIC_MARKS or before.folded in _SOME or word.folded in _SHARES
        if closed or self._is_pronoun(index) or self._ends_rough_count(first, index):
            return True
        if word.name is None and (word.folded in phrases("determiners") or word.folded == "ilk"):
            return not goes_with(before, word) and not (word.folded in ("bir", "ilk") and self._modifies(index - 1))
        if before.amount is not None:
            return self._splits_after_amount(index, before.amount)
        return self._splits_after_noun(first, index)

    def _modifies(self, index: int) -> bool:
        word, light = self.words[index], index > 0 and self.words[index - 1].folded == "yer"
        tells = word.name is None and is_participle(written_of(self.text, word), light=light)
        return tells or self.is_from(word) or self._describes_plainly(index)

    def _is_pronoun(self, index: int) -> bool:
        """Whether word `index` is a pronoun: before one stands nothing but "bütün" ("ustalar bunları onardı")."""
        word, before = self.words[index], self.words[index - 1]
        return word.name is None and word.folded in PRONOUNS and before.folded not in _WHOLE_OF_THEM

    def _ends_rough_count(self, first: int, index: int) -> bool:
        """Whether what was counted roughly ends before word `index`: "bin kadar işçi | ocağa indi"."""
        if index <= first + 1 or not counts_roughly(self.words, index - 2, self.facts):
            return False
        return not self._describes_plainly(index - 1) and not self.is_possessed(index)

    def _is_bound(self, word: Word) -> bool:
        """Whether a word describes or measures what follows: "üç vagon dolusu kerosin" is one phrase (GK 14.3.1)."""
        return bool(_ADJECTIVE.search(word.folded)) or word.folded in _BEING or self._is_ezafe(word)

    def _splits_after_amount(self, index: int, amount: int) -> bool:
        """The same after an amount: "27 milyon liralık açık" and "altmışa yakın gemi" go on."""
        before, word = self.words[index - 1], self.words[index]
        describes = word.name is None and bool(_MEASURED.search(before.folded))
        if describes or word.folded in phrases("comparatives"):
            return False
        if word.name is None and word.amount is None and self.is_possessed(index) and self.is_counted(amount):
            return False  # "üç sıhhiye treni": what is counted is the head of the izafet
        suffixed = before.end > self.facts.amounts[amount].span.end
        return suffixed or word.name is not None or self.is_counted(amount)

    def _splits_after_noun(self, first: int, index: int) -> bool:
        """The same after a name or a common noun: an izafet goes on, a new noun begins anew."""
        before, word = self.words[index - 1], self.words[index]
        if before.name is not None:
            if word.folded in _OTHER_NAMES:
                return False  # "Şerif takma adını kullandı": the name only says which
            person = self.facts.names[before.name].kind is NameKind.PERSON
            same = word.name is not None and self.facts.names[word.name].id == self.facts.names[before.name].id
            capital = self.is_possessed(index) and self.text[word.start].isupper()
            if same or (capital if person else goes_on_as_name(self.words, index, self.text)):
                return False  # "Gazi Mustafa Kemal", "Raşit Efendi Kütüphanesi", "Türkiye Liman İşleri İdaresi"
            own = person or word.name is not None or not self.is_possessed(index) or self.is_possessor(index)
            return own or is_of_me(word.folded) or self.acts(first, index)
        if self.is_possessed(index - 1) and before.folded not in phrases("kin"):
            return self._splits_after_possessed(first, index)
        # "halam saati almadı": with "my" the phrase is closed (GK 14.3.1)
        closed = before.folded in phrases("kin")
        if before.folded in phrases("humans"):
            if word.name is not None:
                return self.facts.names[word.name].kind is not NameKind.PERSON
            # "Rus askeri malzeme taşıdı", but "askeri malzeme" alone: there it says of what kind (GK 15.1)
            closed = first < index - 1 or not self._describes_plainly(index - 1)
        return closed or self._splits_after_bare_noun(first, index)

    def _splits_after_possessed(self, first: int, index: int) -> bool:
        """The same after a noun with a possessive (or an accusative that reads like one)."""
        before, word = self.words[index - 1], self.words[index]
        human = before.folded in phrases("humans")
        if word.name is None and word.folded in phrases("actors") and not self.is_post(before):
            return True  # "kararı vali imzaladı"
        if word.name is None and not human and before.folded not in phrases("determiners") and self._is_owned(first):
            return True  # "antlaşmanın 14. maddesi geliri böldü": with what is possessed its phrase is closed
        modified = self._is_modifier_alone(index) and noun_of(written_of(self.text, before)).accusative
        if first == index - 1 and (modified or (not human and self._is_taken_somewhere(index))):
            return True  # "uçağı Fransız subayı satmıştı", "tüfekleri orduya verdi": no adjective follows its own noun
        if not human and word.name is None and is_of_speaker(before.folded):
            near = self.words[index : index + 3]
            return not any(w.name is not None and self.facts.names[w.name].kind is NameKind.PERSON for w in near)
        if word.name is not None:
            # "Dışişleri Bakanı Ali Bey" and "komşusu Ali Bey" are one phrase, "şartları Ali Bey" two
            person = self.facts.names[word.name].kind is NameKind.PERSON
            return not (person and (human or (first < index - 1 and self.is_post(before))))
        return human or (first < index - 1 and not self.is_possessed(index))

    def _is_taken_somewhere(self, index: int) -> bool:
        """Whether a noun with -i stands alone before one in a case: an izafet's head has the possessive (GK 10.2)."""
        word = self.words[index]
        oblique = word.name is None and self.case(index) not in (None, Case.NOMINATIVE, Case.GENITIVE)
        before = self.words[index - 1]
        owned = OF_SEVERAL.search(before.folded) or noun_of(written_of(self.text, before)).accusative
        return oblique and bool(owned) and not self.is_possessed(index)

    def _splits_after_bare_noun(self, first: int, index: int) -> bool:
        """The same after a common noun in the nominative: before a noun without possessive no izafet can begin.

        "Taraflar antlaşmayı", "askerler köye", but "hükümet konağına" and "kâğıt paraya" (Göksel & Kerslake 14.4).
        """
        before, word = self.words[index - 1], self.words[index]
        noun = noun_of(written_of(self.text, before))
        if word.name is not None or is_route(word, self.text):
            if word.name is not None and self.facts.names[word.name].kind is NameKind.PERSON:
                body = before.folded in phrases("bodies") or is_deed(written_of(self.text, before))
                return body or noun.plural or before.folded.endswith(("lik", "luk", "lar", "ler"))
            titled = before.folded in phrases("actors")
            return titled or (noun.bare_noun and not noun.adjective and before.folded[:1] == before.lower[:1])
        after = noun_of(written_of(self.text, word))
        loose = (
            (noun.adjective and before.folded not in phrases("actors"))
            or before.folded in phrases("containers")
            or before.amount is not None
        )
        own = not noun.known and self.text[before.start].isupper() and not is_people(before.folded)
        known = after.known or is_ordinal(word.folded)
        own = own and known and not after.possessed and word.folded not in phrases("humans")
        # "Dumas parayı": an izafet would be "Dumas parasını"; "Dumas ikinci gün": no adjective follows a name
        own = own and (
            Case.NOMINATIVE not in after.cases or (after.adjective and not after.bare_noun) or is_ordinal(word.folded)
        )
        if (
            own
            or (noun.plural and first == index - 1 and is_several(word))
            or self._is_kindred_doer(first, index, noun)
            or (not noun.known and _PLURAL.search(before.folded) and not after.possessed)
        ):
            return True  # "fransızlar iskeleye": peoples and the words of a kindred language
        acts = before.folded in phrases("actors")  # "yayıncı" is a noun made of another, which is not read as bare
        if not (noun.bare_noun or acts) or loose or after.possessed or not after.known:
            return False
        if after.cases and Case.NOMINATIVE not in after.cases:
            alone = first == index - 1 or before.folded in phrases("actors") or before.folded in phrases("instalments")
            return noun.plural or alone
        return noun.plural or (before.folded in phrases("actors") and after.bare_noun)

    def _is_owned(self, first: int) -> bool:
        """Whether a genitive stands before word `first`, ordinals aside (GK 14.4)."""
        before = first - 1
        while before >= 0 and (self.words[before].is_mark or self.words[before].folded.isdigit()):
            before -= 1
        return 0 <= before >= first - 3 and self.case(before) is Case.GENITIVE

    def _is_modifier_alone(self, index: int) -> bool:
        """Whether word `index` is an adjective or a people's name that describes what follows it (GK 14.1)."""
        word = self.words[index]
        if word.name is not None or word.amount is not None or index + 1 >= len(self.words):
            return False
        written = written_of(self.text, word)
        noun = noun_of(written)
        return is_made_with(written) or is_people(word.folded) or (noun.adjective and not noun.bare_noun)

    def _is_kindred_doer(self, first: int, index: int, noun: NounForm) -> bool:
        """Whether Azerbaijani words before word `index` are a post, a body or a name that no table has."""
        before, word = self.words[index - 1], self.words[index]
        if is_latin(written_of(self.text, word)) or kindred_noun(word.folded) is not None:
            proper = self.text[before.start].isupper() and not noun.known
            form = kindred_noun(word.folded)
            return proper and form is not None and not form.possessed and (first < index - 1 or not form.bare_noun)
        oblique = self.case(index) not in (None, Case.NOMINATIVE) and not _KINDRED_OWNED.search(word.folded)
        return oblique and before.folded in phrases("actors")

    def is_from(self, word: Word) -> bool:
        """Whether a word says where someone is from and so describes what follows: "Eskişehirli bir tüccar"."""
        return word.name is not None and word.folded.endswith(("li", "lu"))

    def _describes_plainly(self, index: int) -> bool:
        return self.words[index].name is None and self.describes(index)

    def describes(self, index: int) -> bool:
        """Whether word `index` is an adjective, as in "özel bir tren"."""
        word = self.words[index]
        written = written_of(self.text, word)
        describing = is_made_with(written) or noun_of(written).adjective  # "silahlı bir grup"
        return describing or bool(_MEASURED.search(word.folded))

    def is_post(self, word: Word) -> bool:
        """Whether a possessed noun is someone's post or kind, so that a person's name may go on behind it."""
        stems = {word.folded[:-1], word.folded[:-2], word.folded}
        return bool(stems & (phrases("actors") | phrases("humans"))) or word.folded.endswith(("cisi", "cusu"))

    def acts(self, first: int, index: int) -> bool:
        """Whether a place that opens a clause is who acts and the accusative behind it what it acts on.

        "Moskova iadesini istemedi", but not "İzmir limanını bombaladı": such heads stand in the table of groups.
        """
        name = self.words[index - 1].name
        opens = first == index - 1 and (first == 0 or self._is_behind_time(first))
        place = name is not None and self.facts.names[name].kind is NameKind.PLACE
        return opens and place and self.case(index) is Case.ACCUSATIVE and not self._is_head(index)

    def _is_behind_time(self, first: int) -> bool:
        """Whether a mark or an expression of time stands before word `first`: "aynı gün Bulgaristan …"."""
        before = self.words[first - 1]
        return before.is_mark or before.date is not None or before.folded in phrases("times")

    def _is_head(self, index: int) -> bool:
        """Whether word `index` is a noun that a place's name commonly belongs to."""
        return any(has_word(name, self.words[index].folded) for name in ("groups", "armies"))

    def is_possessor(self, index: int) -> bool:
        """Whether word `index` is a bare plural in the genitive ("paşaların"), which its letters do not tell from
        "your pashas": behind a name it begins a phrase of its own."""
        return self.words[index].folded.endswith(("larin", "lerin"))

    def is_counted(self, index: int) -> bool:
        """Whether an amount already says what it counts ("üç gemi"), so that the next word begins anew."""
        amount = self.facts.amounts[index]
        last = fold_word(amount.text.split()[-1])
        return amount.unit in ("count", "person") and last.isalpha() and last not in phrases("containers")
