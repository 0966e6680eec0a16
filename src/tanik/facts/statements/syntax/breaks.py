"""Where a new noun phrase begins behind a nominative, which marks nothing.

Comes in: the words of a clause and a place in them. Goes out: whether a phrase begins there. Names, amounts and the
possessive of an izafet tell ("hükümet konağına" is one phrase, "askerler köye" are two); what a plural, a post or an
adjective before a noun can be tells the rest (Göksel & Kerslake 2005, 10.2, 14.3, 14.4).
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.suffixes import Case
from tanik.facts.model import NameKind
from tanik.facts.statements.lexis.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.lexis.nouns import (
    is_made_with,
    is_of_me,
    is_of_speaker,
    is_only_made_with,
    is_people,
    noun_of,
)
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.lexis.words import Word, written_of
from tanik.facts.statements.syntax.agents import counts_roughly
from tanik.facts.statements.syntax.bare_nouns import PLURAL, is_stuff, splits_after_bare_noun, stand_apart
from tanik.facts.statements.syntax.bodies import is_before_body, is_before_organ
from tanik.facts.statements.syntax.capitals import goes_on_as_name, goes_on_past_place, is_of_family
from tanik.facts.statements.syntax.clauselet import ADJECTIVE, MEASURED, Clauselet
from tanik.facts.statements.syntax.modifiers import (
    OF_SEVERAL,
    PRONOUNS,
    goes_with,
    is_participle,
)
from tanik.facts.statements.syntax.most_of import is_most_of

__all__ = ["splits"]

_ADVERBIAL: Final = re.compile(
    r"[a-z]{2}(?:[iu]nc[ae]|[dt][iu]kc[ae]|[iu]rken|arken|erken|[iae]r[ae]k|[dt][iu]g[iu]nd[ae])$"
)
_TO: Final = re.compile(r"(?:y|n)?[ae]$")
_SEVERAL_IN_CASE: Final = re.compile(r"[a-z]{3}l[ae]r(?:[ae]|[iu]n|d[ae]n?|l[ae])$")
_PEOPLES_OWN: Final = re.compile(r"l[ae]r(?:[iu]n|[ae])?$")
_BEING: Final = frozenset(("olan", "denilen", "denen", "sayilan", "adli", "isimli", "dolusu"))
_OF_HIS: Final = re.compile(r"(?<=[iu])n(?:[iuae]|[iu]n|d[ae]n?)$")
_OBJECT: Final = re.compile(r"n[iu]$")
_COUNTED_OF: Final = re.compile(r"\d['’]s?[iu]$")  # "seçmenlerin 61'i | adaya oy verdi" (GK 15.5)
_BUT_THEY: Final = re.compile(r"(?:l[ae]r[iu]?|[a-z]s[iu])ys[ae]$|l[ae]rs[ae]$")  # "bazılarıysa" (GK 28.3.4)
_RESPECT: Final = frozenset(("pasa", "bey", "efendi", "hanim", "hoca", "aga"))
_ONLY_OWNED: Final = re.compile(r"[a-z]{2}[aeiou]s[iu]$")
_WHICH: Final = re.compile(r"^(?:bircok|bazi|cesitli|muhtelif|bu|su|tum|butun|her|cok)$|[a-z][dt][ae]ki$")
_ITS_NAME: Final = ("adini", "ismini", "lakabini", "unvanini")
_THESE: Final = ("bu", "su")
_WHOLE_OF_THEM: Final = frozenset(("butun", "tum", "iste", "sade", "sadece", "yalniz"))
# "son dört yıl", "bu iki aile": one phrase (GK 15.10)
_OF_ALL: Final = frozenset(("son", "ilk", "her", "butun", "tum", "bu", "su"))


def _counts_people(clause: Clauselet, index: int) -> bool:
    """Whether people are counted right before word `index`, by an adjective that is their noun: "30 yaralı | Sivas'a".

    An adjective stands for whoever it describes where no noun follows it (GK 14.6): not in "12 yaralı Yunan askeri".
    """
    before = clause.words[index - 1]
    amount = clause.facts.amounts[before.amount] if before.amount is not None else None
    ends = amount is not None and before.start < amount.span.end <= before.end
    aside = clause.case(index) not in (None, Case.NOMINATIVE, Case.GENITIVE)
    return ends and aside and amount is not None and amount.unit == "person"


def _is_all_round(clause: Clauselet, first: int, index: int) -> bool:
    """Whether word `index` goes on with "dört bir", which counts nothing: "dört bir yanı" (TDK Türkçe Sözlük)."""
    said = [word.folded for word in clause.words[max(first, index - 2) : index + 1]]
    return said[-2:] == ["dort", "bir"] or said[:2] == ["dort", "bir"]


def splits(clause: Clauselet, first: int, index: int) -> bool:
    """Whether a new phrase begins with word `index`, after nominative words from `first` on."""
    before, word = clause.words[index - 1], clause.words[index]
    same_name = word.name is not None and word.name == before.name
    # "Dönmez soyadını aldı": which surname
    called = word.folded.startswith("soyad") or word.folded in _ITS_NAME
    same_name = same_name or (called and clause.text[before.start].isupper())
    if word.folded == "bir" or before.folded == "bir":
        same_name = same_name or _is_all_round(clause, first, index)
    same_name = same_name or clause.says_which(first, index)
    same_name = same_name or _is_addressed_so(clause, index) or is_of_family(before, word, clause.text, clause.facts)
    counted = before.amount is not None and is_only_made_with(written_of(clause.text, before))  # "18 yaşlı Ali Bey"
    made = word.name is not None and before.name is None and is_only_made_with(written_of(clause.text, before))
    if _counts_people(clause, index):
        counted = made = False
    if same_name or counted or made or _is_bound(clause, before) or len(before.folded) == len(word.folded) == 1:
        return False
    if word.amount is not None:
        goes_on = before.folded in _OF_ALL or clause.is_with(index - 1)
        return (word.amount != before.amount and not goes_on) or before.folded in phrases("topic_marks")
    closed = before.folded in phrases("topic_marks", "phrases_alone") or _BUT_THEY.search(before.folded) is not None
    closed = closed or word.folded in phrases("each_share", "until_times")
    closed = closed or _is_someone_alone(clause, first, index) or is_most_of(clause, first, index)
    # "arkadaşlar | dedem anlatırdı": nothing bare owns the teller's kin
    closed = closed or (PLURAL.search(before.folded) is not None and word.name is None and is_of_me(word.folded))
    closed = closed or _COUNTED_OF.search(before.folded) is not None
    if closed or _is_pronoun(clause, index) or _ends_rough_count(clause, first, index):
        return True
    if word.name is None and (word.folded in phrases("determiners") or word.folded == "ilk"):
        return not goes_with(before, word) and not (word.folded in ("bir", "ilk") and _modifies(clause, index - 1))
    if before.amount is not None:
        return _splits_after_amount(clause, index, before.amount)
    return _splits_after_noun(clause, first, index)


def _is_someone_alone(clause: Clauselet, first: int, index: int) -> bool:
    """Whether a pronoun in the nominative stands before word `index`: it is a phrase alone (GK 6.2, 14.4).

    "Onlar | evi yıktı"; but "biz Türkler" is one.
    """
    before, word = clause.words[index - 1], clause.words[index]
    nobody = first == index - 2 and clause.words[first].folded == "hic"  # "hiç kimse teklifi kabul etmedi"
    named = before.name is not None or word.name is not None
    if named or not (first == index - 1 or nobody) or before.folded not in phrases("someone"):
        return False
    return not (before.folded == "biz" and PLURAL.search(word.folded))


def _is_addressed_so(clause: Clauselet, index: int) -> bool:
    """Whether a word of respect stands behind a post, both written large: "Vali Paşa", "Kaymakam Bey" (L III.6)."""
    before, word = clause.words[index - 1], clause.words[index]
    large = clause.text[word.start].isupper() and clause.text[before.start].isupper()
    if not large or word.name is not None or word.folded in _RESPECT:
        return large and word.name is None and before.folded in phrases("actors")
    # "Sivas Defterdarı Ragıp Bey", of whom no table has the name
    after = clause.words[index + 1].folded if index + 1 < len(clause.words) else ""
    return after in _RESPECT and before.name is None and (before.folded in phrases("actors") or _is_post(before))


def _modifies(clause: Clauselet, index: int) -> bool:
    word, light = clause.words[index], index > 0 and clause.words[index - 1].folded == "yer"
    tells = word.name is None and is_participle(written_of(clause.text, word), light=light)
    return tells or _is_from(word) or clause.describes_plainly(index)


def _is_pronoun(clause: Clauselet, index: int) -> bool:
    """Whether word `index` is a pronoun: before one stands nothing but "bütün" ("ustalar bunları onardı")."""
    word, before = clause.words[index], clause.words[index - 1]
    return word.name is None and word.folded in PRONOUNS and before.folded not in _WHOLE_OF_THEM


def _ends_rough_count(clause: Clauselet, first: int, index: int) -> bool:
    """Whether what was counted roughly ends before word `index`: "bin kadar işçi | ocağa indi"."""
    if index <= first + 1 or not counts_roughly(clause.words, index - 2, clause.facts):
        return False
    return not clause.describes_plainly(index - 1) and not clause.is_possessed(index)


def _is_bound(clause: Clauselet, word: Word) -> bool:
    """Whether a word describes or measures what follows: "üç vagon dolusu kerosin" is one phrase (GK 14.3.1)."""
    return bool(ADJECTIVE.search(word.folded)) or word.folded in _BEING or clause.is_ezafe(word)


def _splits_after_amount(clause: Clauselet, index: int, amount: int) -> bool:
    """The same after an amount: "27 milyon liralık açık" and "altmışa yakın gemi" go on."""
    before, word = clause.words[index - 1], clause.words[index]
    describes = word.name is None and bool(MEASURED.search(before.folded))
    if describes or word.folded in phrases("comparatives"):
        return False
    if word.name is None and word.amount is None and clause.is_possessed(index) and _is_counted(clause, amount):
        return False  # "üç sıhhiye treni": what is counted is the head of the izafet
    describes = clause.describes_plainly(index - 1) and not _counts_people(clause, index)
    if word.name is not None and before.name is None and describes and not is_stuff(before):
        # "8 ayrı İstiklâl Mahkemesi": behind an adjective stands what is counted (GK 15.10)
        return clause.facts.names[word.name].kind is NameKind.PERSON
    suffixed = before.end > clause.facts.amounts[amount].span.end
    if _is_told_by_head(clause, index):
        return False
    return suffixed or _is_given_to(clause, word, amount) or word.name is not None or _is_counted(clause, amount)


def _is_told_by_head(clause: Clauselet, index: int) -> bool:
    """Whether word `index` says of what kind those are who are counted by the head: "yüz nefer asker" (GK 14.3.1)."""
    word = clause.words[index]
    someone = word.name is None and word.amount is None and clause.words[index - 1].folded == "nefer"
    if not someone or not noun_of(written_of(clause.text, word)).bare_noun:
        return False
    return bool({word.folded} & phrases("actors", "travellers", "humans")) or has_word("armies", word.folded)


def _is_given_to(clause: Clauselet, word: Word, amount: int) -> bool:
    """Whether behind a sum of money a body, a house or a calling stands in the dative, to which it goes (GK 15.10).

    "300 lira | bankaya yatırıldı"; "500 lira cezaya" goes on.
    """
    ending = _TO.search(word.folded)
    if ending is None or word.name is not None or clause.facts.amounts[amount].unit not in units_by_kind("money"):
        return False
    stems = {word.folded[:-1], word.folded[: ending.start()]}
    known = phrases("actors", "bodies", "humans", "towns")
    return bool(stems & known) or any(has_word(group, word.folded) for group in ("grounds", "institutions", "schools"))


def _splits_after_noun(clause: Clauselet, first: int, index: int) -> bool:
    """The same after a name or a common noun: an izafet goes on, a new noun begins anew."""
    before, word = clause.words[index - 1], clause.words[index]
    if is_before_organ(clause, index) or _is_of_people(before, word):
        return False
    if before.name is not None:
        return _splits_after_name(clause, first, index, before.name)
    # "bu" looks like "his b"; before the things that it points at it is a determiner ("bu gemiler": GK 15.6)
    if clause.is_possessed(index - 1) and before.folded not in phrases("kin") and before.folded not in _THESE:
        return _splits_after_possessed(clause, first, index)
    # "halam saati almadı": with "my" the phrase is closed (GK 14.3.1)
    closed = before.folded in phrases("kin")
    if before.folded in phrases("humans"):
        if word.name is not None:
            return clause.facts.names[word.name].kind is not NameKind.PERSON
        # "Rus askeri malzeme taşıdı", but "askeri malzeme" alone: there it says of what kind (GK 15.1), and so it
        # does in a body's name: "Kafkas Askeri Bölgesi"
        large = clause.text[before.start].isupper() and clause.text[word.start].isupper()
        # "birçok askeri malzeme", "cephedeki askeri harekât": what only tells which owns no soldier
        owned = first < index - 1 and not _WHICH.search(clause.words[index - 2].folded)
        closed = owned or not clause.describes_plainly(index - 1)
        closed = closed and not (large and clause.is_possessed(index) and clause.describes_plainly(index - 1))
    return closed or splits_after_bare_noun(clause, first, index)


def _is_of_people(before: Word, word: Word) -> bool:
    """Whether the name of a people stands before several that it describes: "Yahudi vatandaşlardan" (GK 14.3.1)."""
    plain = before.name is None and word.name is None and is_people(before.folded)
    return plain and _SEVERAL_IN_CASE.search(word.folded) is not None


def _splits_after_name(clause: Clauselet, first: int, index: int, name: int) -> bool:
    """The same after a name, of which `name` is the index among the facts."""
    word = clause.words[index]
    if word.folded in phrases("other_names"):
        return False  # "Şerif takma adını kullandı": the name only says which
    person = clause.facts.names[name].kind is NameKind.PERSON
    if (person and word.folded in phrases("families")) or _is_led_by(word):
        return False  # "Weiss ailesi", "Ali Bey başkanlığındaki heyet": the leader only says which (GK 14.4, 15.1)
    same = word.name is not None and clause.facts.names[word.name].id == clause.facts.names[name].id
    same = same or goes_on_past_place(clause.words, index, clause.text, clause.facts)
    capital = clause.is_possessed(index) and clause.text[word.start].isupper()
    if same or (capital if person else goes_on_as_name(clause.words, index, clause.text)):
        return False  # "Gazi Mustafa Kemal", "Raşit Efendi Kütüphanesi", "Türkiye Liman İşleri İdaresi"
    heads = clause.is_possessed(index) or (not person and word.folded in phrases("humans"))  # "Sivas milletvekili"
    heads = heads or (not person and is_before_body(clause, index))
    own = person or word.name is not None or not heads or _is_possessor(word)
    return own or is_of_me(word.folded) or _acts(clause, first, index)


def _is_led_by(word: Word) -> bool:
    """Whether a word says under whom those behind it stand: "komutasındaki", "başkanlığındaki"."""
    return word.folded.endswith("ndaki") and word.folded.removesuffix("ndaki") in phrases("leaderships")


def _splits_after_possessed(clause: Clauselet, first: int, index: int) -> bool:
    """The same after a noun with a possessive (or an accusative that reads like one)."""
    before, word = clause.words[index - 1], clause.words[index]
    human = before.folded in phrases("humans")
    done_to = first < index - 1 and word.name is None and _is_done_to_by(clause, index)
    doer = word.name is None and (word.folded in phrases("actors") or _are_doers(word, clause))
    people = word.name is None and word.folded != (one := _PEOPLES_OWN.sub("", word.folded)) and is_people(one)
    if done_to or people or stand_apart(clause, index) or (doer and not _is_post(before)):
        return True  # "kararı vali imzaladı", "mektubu uzmanlar okudu", "gereçleri Fransızların eline geçti"
    if word.name is None and not human and before.folded not in phrases("determiners") and _is_owned(clause, first):
        return True  # "antlaşmanın 14. maddesi geliri böldü": with what is possessed its phrase is closed
    modified = _is_modifier_alone(clause, index) and noun_of(written_of(clause.text, before)).accusative
    alone = first == index - 1 and (modified or (not human and _is_taken_somewhere(clause, index)))
    if alone or _is_measured(clause, first, index):
        return True  # "uçağı Fransız subayı satmıştı", "tüfekleri orduya verdi": no adjective follows its own noun
    if not human and word.name is None and is_of_speaker(before.folded):
        near = clause.words[index : index + 3]
        return not any(w.name is not None and clause.facts.names[w.name].kind is NameKind.PERSON for w in near)
    if word.name is not None:
        # "Dışişleri Bakanı Ali Bey" and "komşusu Ali Bey" are one phrase, "şartları Ali Bey" two
        person = clause.facts.names[word.name].kind is NameKind.PERSON
        return not (person and (human or (first < index - 1 and _is_post(before))))
    return human or (first < index - 1 and not clause.is_possessed(index))


def _are_doers(word: Word, clause: Clauselet) -> bool:
    """Whether a word is a bare plural of those who do things: behind a possessive no izafet has it (GK 10.2)."""
    plural = bool(PLURAL.search(word.folded)) and word.folded[: -len("lar")] in phrases("actors")
    return plural and not noun_of(written_of(clause.text, word)).possessed


def _is_done_to_by(clause: Clauselet, index: int) -> bool:
    """Whether troops or ships are who acts and the noun behind them is what they act on: "Rus gemileri | limanı".

    Of several, an izafet is the possession of people alone ("Yunan kuvvetleri komutanı": GK 10.2).
    """
    before, word = clause.words[index - 1], clause.words[index]
    several = bool(OF_SEVERAL.search(before.folded)) or word.folded[:-1] in phrases("towns")
    several = several and any(has_word(n, before.folded) for n in ("armies", "ships"))
    someone = word.folded in phrases("humans", "actors") or _is_post(word)
    return several and not someone and noun_of(written_of(clause.text, word)).accusative


def _is_measured(clause: Clauselet, first: int, index: int) -> bool:
    """Whether a noun with -i stands behind its measure and before a case, and nobody owns it."""
    before, counted = written_of(clause.text, clause.words[index - 1]), clause.words[index - 2].amount
    plain = index - 2 >= first and counted is not None and not _is_owned(clause, first)
    return plain and noun_of(before).accusative and clause.case(index) is not Case.NOMINATIVE


def _is_kin_of_doer(word: Word) -> bool:
    """Whether a word in a case is somebody's kinsman, neighbour or heir: "kardeşine", "komşusundan"."""
    stem = _OF_HIS.sub("", word.folded)
    return stem != word.folded and stem in phrases("humans")


def _is_taken_somewhere(clause: Clauselet, index: int) -> bool:
    """Whether a noun with -i stands alone before one in a case: an izafet's head has the possessive (GK 10.2)."""
    word = clause.words[index]
    inflected = word.name is None and clause.case(index) not in (None, Case.NOMINATIVE)
    oblique = inflected and clause.case(index) is not Case.GENITIVE
    before = clause.words[index - 1]
    # "tahtı kardeşine", "defteri babasının": a chain of izafets has a noun before its first head (GK 14.4)
    if inflected and _is_kin_of_doer(word) and noun_of(written_of(clause.text, before)).accusative:
        return True
    # "eşyası mezatta": behind a vowel "-si" is the possessive alone
    owned = bool(OF_SEVERAL.search(before.folded) or _ONLY_OWNED.search(before.folded))
    owned = owned or noun_of(written_of(clause.text, before)).accusative
    return oblique and bool(owned) and not clause.is_possessed(index)


def _is_owned(clause: Clauselet, first: int) -> bool:
    """Whether a genitive stands before word `first`, ordinals aside (GK 14.4)."""
    before = first - 1
    while before >= 0 and (clause.words[before].is_mark or clause.words[before].folded.isdigit()):
        before -= 1
    return 0 <= before >= first - 3 and clause.case(before) is Case.GENITIVE


def _is_modifier_alone(clause: Clauselet, index: int) -> bool:
    """Whether word `index` is an adjective or a people's name that describes what follows it (GK 14.1)."""
    word = clause.words[index]
    if word.name is not None or word.amount is not None or index + 1 >= len(clause.words):
        return False
    written = written_of(clause.text, word)
    noun = noun_of(written)
    return is_made_with(written) or is_people(word.folded) or (noun.adjective and not noun.bare_noun)


def _is_post(word: Word) -> bool:
    """Whether a possessed noun is someone's post or kind, so that a person's name may go on behind it."""
    stems = {word.folded[:-1], word.folded[:-2], word.folded}
    return bool(stems & phrases("actors", "humans")) or word.folded.endswith(("cisi", "cusu"))


def _acts(clause: Clauselet, first: int, index: int) -> bool:
    """Whether a place that opens a clause is who acts and the accusative behind it what it acts on.

    "Moskova iadesini istemedi", but not "İzmir limanını bombaladı": such heads stand in the table of groups.
    """
    name = clause.words[index - 1].name
    opens = first == index - 1 and (first == 0 or _is_behind_time(clause, first))
    place = name is not None and clause.facts.names[name].kind is NameKind.PLACE
    return opens and place and clause.case(index) is Case.ACCUSATIVE and not _is_head(clause.words[index])


def _is_behind_time(clause: Clauselet, first: int) -> bool:
    """Whether a mark or an expression of time stands before word `first`: "aynı gün Bulgaristan …"."""
    before = clause.words[first - 1]
    return before.is_mark or before.date is not None or before.folded in phrases("times") or _is_clause(before)


def _is_clause(word: Word) -> bool:
    """Whether a word ends an adverbial clause, behind which another begins: "para gelince Rusya …" (GK 26.3)."""
    return word.name is None and _ADVERBIAL.search(word.folded) is not None


def _is_head(word: Word) -> bool:
    """Whether a word is a noun that a place's name commonly belongs to: "Yozgat mutasarrıfını" is nobody's doing."""
    return _OBJECT.sub("", word.folded) in phrases("humans") or any(
        has_word(name, word.folded) for name in ("groups", "armies")
    )


def _is_possessor(word: Word) -> bool:
    """Whether a word is a bare plural in the genitive ("paşaların"), which its letters do not tell from
    "your pashas": behind a name it begins a phrase of its own."""
    return word.folded.endswith(("larin", "lerin"))


def _is_counted(clause: Clauselet, index: int) -> bool:
    """Whether an amount already says what it counts ("üç gemi"), so that the next word begins anew."""
    amount = clause.facts.amounts[index]
    last = fold_word(amount.text.split()[-1])
    return amount.unit in ("count", "person") and last.isalpha() and last not in phrases("containers")


def _is_from(word: Word) -> bool:
    """Whether a word says where someone is from and so describes what follows: "Eskişehirli bir tüccar"."""
    return word.name is not None and word.folded.endswith(("li", "lu"))
