"""What a row of the verb table asks of a clause: "girdi" tells of an occupation only beside a town in the dative.

Comes in: the phrases of a clause and its predicate. Goes out: whether a need holds. The needs of a row (column
``needs`` of ``verbs.csv``) tell senses of one verb apart by what stands beside it (Göksel & Kerslake 2005, 14.3); each
has one line here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from tanik.core.made import value
from tanik.facts.model import Facts, NameKind
from tanik.facts.statements.lexis.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.lexis.predicate import Form
from tanik.facts.statements.lexis.units import DISTANCES, units_by_kind
from tanik.facts.statements.lexis.verbs import Predicate
from tanik.facts.statements.roles.heads import deals, is_human_head
from tanik.facts.statements.roles.states import of_people
from tanik.facts.statements.syntax.phrases import Phrase, is_person, is_place, is_proper

__all__ = ["Beside", "holds", "is_fund", "is_quantity", "units_of"]

_LED: Final = ("chaired_bodies", "bodies", "armies", "groups", "institutions", "cabinets", "schools")
_OFFICE: Final = re.compile(r"([a-z]{3,}?)l[iu][kg](?:l[ae]r)?(?:[iu]?n?(?:[aeiu]|[dt][ae]n?)|[iu])?")
_GROUND_ENDING: Final = re.compile(r"(?:l[ae]r)?(?:(?:si|su|i|u)(?:n[iu])?)?$")
_PLURAL_OF: Final = re.compile(r"l[ae]r(?:i|in|ini|ina|ine|indan)?$")
_TERMS: Final = frozenset(("year", "month", "day"))  # what a court gives
_ENDED: Final = frozenset(("past", "hearsay", "nominal", "participle", "temporal", "converb", "future"))
_OWNED: Final = re.compile(r"(?<=[aeiou])s[iu]$|[iu]$")


@value
class Beside:
    """What stands beside a verb: the phrases of its clause, and the verb."""

    found: Sequence[Phrase]
    predicate: Predicate
    facts: Facts

    def has(self, *cases: str) -> bool:
        """Whether a phrase stands in one of the cases."""
        return any(phrase.case in cases for phrase in self.found)

    def of(self, *cases: str) -> Iterator[Phrase]:
        """The phrases that stand in one of the cases."""
        return (phrase for phrase in self.found if phrase.case in cases)

    def affected(self) -> Iterator[Phrase]:
        """What the deed was done to: of a passive clause the nominative ("kasaba geri alındı")."""
        return self.of(*self.done_to) if self.predicate.passive else self.of("acc")

    @property
    def done_to(self) -> tuple[str, ...]:
        """The case of what a passive deed was done to: nominalised it is the genitive ("köprünün yakıldığı")."""
        return ("nom", "gen") if self.predicate.form is Form.NOMINAL else ("nom",)

    def words(self, *cases: str) -> list[str]:
        """The folded words of each phrase that stands in one of the cases."""
        return [fold_word(phrase.text) for phrase in self.of(*cases)]

    def text(self) -> str:
        """The folded words of all phrases."""
        return fold_word(" ".join(phrase.text for phrase in self.found))

    def counts_goods(self, phrase: Phrase) -> bool:
        """Whether a phrase counts what may change hands: no time, no share, no way and no people."""
        units = units_of((phrase,), self.facts) - units_by_kind("time", "percent", "person")
        return bool(units - DISTANCES) or (bool(units) and _is_of("wares", fold_word(phrase.text).split()[-1]))

    def units(self) -> set[str]:
        """The units of all amounts."""
        return units_of(self.found, self.facts)

    def places(self, *cases: str) -> bool:
        """Whether a named place stands in one of the cases."""
        return any(is_place(phrase, self.facts) for phrase in self.of(*cases))

    def is_person(self, phrase: Phrase) -> bool:
        """Whether a phrase names or counts people."""
        return is_person(phrase, self.facts)

    def is_thing(self, phrase: Phrase) -> bool:
        """Whether a phrase is neither named nor someone: no person, post, people, pronoun."""
        someone = phrases("pronouns", "actors", "humans")
        # of "iki bekçinin silahını" the people are whose the thing is
        owned = phrase.possessed and " " in phrase.text and not is_human_head(phrase)
        apart = phrase.name is None and (owned or not self.is_person(phrase))
        return apart and not {*fold_word(phrase.text).split()} & someone

    def is_bare_sum(self, phrase: Phrase) -> bool:
        """Whether a phrase is money without any ending: "bin lira"."""
        return not phrase.maybe_object and bool(units_of((phrase,), self.facts) & units_by_kind("money"))

    def is_taken(self, phrase: Phrase) -> bool:
        """Whether a phrase may be a thing in the accusative, be it that who takes it stands before: "vali arsayı"."""
        return self.is_thing(phrase) or (
            phrase.maybe_object and phrase.name is None and not phrase.joined and not is_human_head(phrase)
        )

    def is_someone(self, phrase: Phrase) -> bool:
        """Whether a phrase names a person or ends in a word for one: "kardeşi Şevket'e", "yeğenine", "köylüye"."""
        last = fold_word(phrase.text).split()[-1]
        stem = _PLURAL_OF.sub("", last)
        return self.is_person(phrase) or is_human_head(phrase) or bool({last, stem} & phrases("actors"))


def units_of(found: Sequence[Phrase], facts: Facts) -> set[str]:
    """The units of the amounts in some phrases; "iki dönem" is a time, and nothing that is counted."""
    told = (facts.amounts[index] for phrase in found for index in phrase.amounts)
    return {one.unit for one in told if one.of is None or fold_word(one.of) not in phrases("times")}


def holds(need: str, beside: Beside) -> bool:
    """Whether one need of a verb's row holds in the clause; a need of no such name raises `KeyError`."""
    return _TESTS[need](beside)


def is_quantity(phrase: Phrase) -> bool:
    """Whether a phrase is of something that a number measures: "nüfusu", "taburun mevcudu", and no number itself."""
    return is_fund(phrase) or _measures(phrase, "quantities")


def is_fund(phrase: Phrase) -> bool:
    """Whether a phrase is of money that somebody has, owes or gave, and that so had its sum then: "payı", "yardımı"."""
    return _measures(phrase, "funds")


def _measures(phrase: Phrase, group: str) -> bool:
    # of "140 milyon altın olan borç" the sum only describes
    if phrase.name is not None or (phrase.amounts and " olan " not in phrase.text):
        return False
    last = fold_word(phrase.text).split()[-1]
    return _is_of(group, last) or (last[-1:] in ("i", "u") and last[:-1] in phrases(group))


def _comes_to(phrase: Phrase, facts: Facts) -> bool:
    """Whether a phrase is what a quantity rises or falls to: "5.860'a", "60 kuruşa kadar", and no stretch of time."""
    apart = ("percent",) if phrase.case == "dat" else units_by_kind("time", "percent")
    return bool(units_of((phrase,), facts) - {*apart})


def _travels(phrase: Phrase) -> bool:
    """Whether a phrase is of people who are sent somewhere: "esirler", "beş yetim", "Rumlar"."""
    return _PLURAL_OF.sub("", fold_word(phrase.text).split()[-1]) in phrases("travellers")


def _sends_people(beside: Beside) -> bool:
    # of "para Ali Bey'e gönderildi" nobody is sent
    moved = list(beside.affected() if beside.predicate.passive else beside.of("acc"))
    moved = [one for one in moved if one.case == "gen"][-1:] or moved  # of several the last is the subject
    return "person" in beside.units() or any(beside.is_person(phrase) or _travels(phrase) for phrase in moved)


def _in_a_sum(beside: Beside) -> bool:
    return any(units_of((phrase,), beside.facts) & units_by_kind("money") for phrase in beside.of("dat"))


def _is_taught(beside: Beside) -> bool:
    schooled = any(has_word("schools", word.split()[-1]) for word in beside.words("dat", "acc"))
    nominatives = list(beside.of("nom"))
    return schooled and (not nominatives or any(map(beside.is_person, nominatives)))


def _is_post(phrase: Phrase) -> bool:
    """Whether a phrase is a post and nobody who holds it: "başkumandanlığı", and neither "Mirliva Rıza Bey" nor, of
    what is handed to a ministry, "bakanlığına"."""
    last = fold_word(phrase.text).split()[-1]
    return phrase.name is None and (has_word("offices", last) or _names_office(last))


def _held(*cases: str) -> Callable[[Beside], bool]:
    """The need for a post in one of the cases: "valilikten", "kaymakamlıklarda", "başyazarlığını"."""
    return lambda beside: any(map(_is_post, beside.of(*cases)))


def _names_office(word: str) -> bool:
    """Whether a folded word is an office made from its holder: "mühendisliğe" from "mühendis"."""
    match = _OFFICE.fullmatch(word)
    return match is not None and match.group(1) in phrases("actors") and match.group(1) not in phrases("companions")


def _is_treaty(beside: Beside) -> bool:
    named = (beside.facts.names[one.name].kind for one in beside.of("nom") if one.name is not None)
    return has_word("treaties", beside.text()) or any(kind == "event" for kind in named)


def _is_ground(phrase: Phrase) -> bool:
    """Whether a phrase is of ground or walls that an army may take, hold or leave: "tepeyi", "Kars kalesi"."""
    last = fold_word(phrase.text).split()[-1]
    return phrase.name is None and (last in phrases("grounds") or _GROUND_ENDING.sub("", last) in phrases("grounds"))


def _affects_ground(beside: Beside) -> bool:
    owned = () if beside.predicate.passive or beside.has("acc") else (one for one in beside.found if one.maybe_object)
    return any(map(_is_ground, (*beside.affected(), *owned)))


def _affects_unlisted_town(beside: Beside) -> bool:
    """Whether the deed was done to a proper name that no table has: "Gürsu'yu", and nobody of whom it was taken."""
    plain = (one for one in beside.affected() if one.name is None and not one.amounts and " " not in one.text)
    return not beside.has("abl") and any(map(is_proper, plain))


def _tells_town(beside: Beside) -> bool:
    return bool({*beside.words("nom")} & phrases("towns"))


def _is_led(beside: Beside) -> bool:
    """Whether a body that has a head is told of: of "kuyunun başında Ali Bey vardı" nobody leads the well."""
    named = (beside.facts.names[one.name].kind for one in beside.found if one.name is not None)
    return NameKind.ORGANISATION in named or any(has_word(group, beside.text()) for group in _LED)


def _is_a_people(phrase: Phrase) -> bool:
    """Whether a phrase is a people in the plural: "İngilizler"."""
    last = fold_word(phrase.text).split()[-1]
    return last != _PLURAL_OF.sub("", last) and of_people(_PLURAL_OF.sub("", last)) is not None


def _ends_in(group: str, *cases: str) -> Callable[[Beside], bool]:
    """The need for a phrase whose last word is of a class."""
    return lambda beside: any(has_word(group, words.split()[-1]) for words in beside.words(*cases))


def _heads(group: str, *cases: str) -> Callable[[Beside], bool]:
    """The need for a phrase whose last word, whole or without plural and possessive, is of a class."""
    return lambda beside: any(_is_of(group, words.split()[-1]) for words in beside.words(*cases))


def _is_in(group: str, phrase: Phrase) -> bool:
    return _is_of(group, fold_word(phrase.text).split()[-1])


def _is_of(group: str, word: str) -> bool:
    return not {word, _PLURAL_OF.sub("", word), _OWNED.sub("", word)}.isdisjoint(phrases(group))


def _tells_of(group: str) -> Callable[[Beside], bool]:
    """The need for a word of a class anywhere in the clause."""
    return lambda beside: has_word(group, beside.text())


def _is_part(phrase: Phrase) -> bool:
    """Whether a phrase is a number with an ending alone, which is so many of what was counted: "80'i"."""
    return phrase.first == phrase.last and phrase.text[:1].isdigit()


def _told(group: str, *cases: str) -> Callable[[Beside], bool]:
    """The need for a phrase that has a word of a class."""
    return lambda beside: any(has_word(group, words) for words in beside.words(*cases))


_TESTS: Final[dict[str, Callable[[Beside], bool]]] = {
    # by case
    "dat": lambda it: it.has("dat"),
    "abl": lambda it: it.has("abl"),
    "com": lambda it: it.has("com"),
    "side": lambda it: any(it.is_someone(one) or deals(one, it.facts) for one in it.of("com", "ins")),
    "acc": lambda it: any(it.affected()) or it.has("acc") or any(phrase.maybe_object for phrase in it.found),
    "no-dat": lambda it: not it.has("dat"),
    "unsaid": lambda it: not it.has(*it.done_to),
    "loc": lambda it: it.has("loc"),
    "passive": lambda it: it.predicate.passive,
    # by amount
    "amount": lambda it: bool(it.units() - units_by_kind("time", "percent", "person")),
    "sum": lambda it: bool(it.units() & units_by_kind("money")),
    # "kongre için bin lira buldu", but not "kayıp 300 lirayı bulduğunu söyledi"
    "bare-sum": lambda it: it.predicate.form is Form.FINITE and any(map(it.is_bare_sum, it.of("nom"))),
    "percent": lambda it: "percent" in it.units(),
    "time": lambda it: bool(it.units() & units_by_kind("time")),
    # of "80'i kiraya gitti" the ending is a possessive, and looks like an accusative (GK 8.1.3)
    "goods": lambda it: any(map(it.counts_goods, (*it.of("nom"), *filter(_is_part, it.of("acc"))))),
    "goods-dat": lambda it: any(map(it.counts_goods, it.of("dat"))) or _heads("wares", "dat")(it),
    "wares": _heads("wares", "nom"),
    "till-dat": _heads("tills", "dat"),
    "share-dat": _told("shares", "dat"),
    "quantity": lambda it: any(map(is_quantity, it.of("nom", "gen"))),
    "given-fund": lambda it: any(_measures(one, "gifts") for one in it.of("nom", "gen")),
    # "(pirinç 24 kuruştu,) yıl sonunda 90 kuruşu buldu": what came to it was told before
    "unsaid-quantity": lambda it: it.predicate.form is Form.FINITE and all(one.amounts for one in it.of("nom", "gen")),
    "reached-acc": lambda it: any(one.amounts and (one.case == "acc" or one.maybe_object) for one in it.found),
    "reached-dat": lambda it: any(_comes_to(one, it.facts) for one in it.of("dat", "post")),
    "counted": lambda it: bool(it.units() - units_by_kind("time", "percent")),
    "grown-nom": lambda it: any(one.amounts and one.name is None for one in it.of("dat")) and not it.has("abl", "acc"),
    # "depoda iki bin tüfek bulundu" tells a find, "bulunuyordu" only that they were there (GK 21.2.3)
    "done": lambda it: it.predicate.ending in _ENDED,
    "grown": lambda it: any(units_of((phrase,), it.facts) - {"percent"} for phrase in it.of("dat")),
    "price": lambda it: not it.has("abl") and _in_a_sum(it),
    # by what is named
    "person": lambda it: any(map(it.is_person, it.of("nom", "acc", "gen"))),
    "someone": lambda it: any(map(it.is_someone, it.of("nom", "gen"))),
    "dat-person": lambda it: any(map(it.is_someone, it.of("dat"))),
    "acc-person": lambda it: any(map(it.is_person, it.affected())),
    # "müttefikler bizi sattı" hands nobody over
    # "okula müdür olarak gönderildi": what somebody is sent as
    "as-post": _heads("actors", "as"),
    "acc-speaker": _heads("speakers", "acc", "nom"),
    "sent-person": _sends_people,
    "place": lambda it: any(not phrase.amounts for phrase in it.of("dat", "abl")),
    "place-dat": lambda it: it.places("dat"),
    "place-post": lambda it: it.places("post"),
    "place-loc": lambda it: it.places("loc"),
    "place-acc": lambda it: it.places("acc") or (it.predicate.passive and (it.places(*it.done_to) or _tells_town(it))),
    "place-nom": lambda it: it.places("nom") or _tells_town(it),
    "acc-thing": lambda it: (
        any(
            it.is_thing(one) if one.case == "acc" else it.is_taken(one)
            for one in it.found
            if one.case == "acc" or one.maybe_object
        )
        or (it.predicate.passive and any(it.is_thing(one) and not is_human_head(one) for one in it.affected()))
    ),
    "nom-thing": lambda it: any(map(it.is_thing, it.of("nom"))),
    "thing-dat": lambda it: any(map(it.is_thing, it.of("dat"))),
    "town-acc": lambda it: not it.predicate.passive and _affects_unlisted_town(it),
    # by the words themselves
    "ground-acc": _affects_ground,
    "ground-dat": lambda it: any(map(_is_ground, it.of("dat"))),
    "ground-nom": lambda it: any(map(_is_ground, it.of("nom"))),
    "law": _ends_in("laws", "nom", "acc"),
    "levy": _ends_in("levies", "nom"),
    "school": _is_taught,
    "instalment": _told("instalments", "nom"),
    "institution": _told("institutions", "nom"),
    "print": _told("prints", "nom", "acc"),
    "raider": lambda it: _heads("raiders", "nom")(it) or any(map(_is_a_people, it.of("nom"))),
    "court": _heads("courts", "nom"),
    "term": lambda it: any(units_of((phrase,), it.facts) & _TERMS for phrase in it.of("nom")),
    "troops": lambda it: any(has_word("troops", word) for words in it.words("nom") for word in words.split()),
    "conflict": _told("conflicts", "nom"),
    "state": _tells_of("groups"),
    "revolt": _tells_of("conflicts"),
    "ship": _tells_of("ships"),
    "army": _tells_of("armies"),
    "led": _is_led,
    "vessel": _heads("ships", "nom", "abl"),
    "office": lambda it: has_word("offices", it.text()) or any(map(_names_office, it.text().split())),
    "office-as": _heads("officials", "as"),
    "office-given": lambda it: any(map(_is_post, it.of("nom", "acc", "gen"))),
    "treaty": _is_treaty,
    "treaty-left": _ends_in("treaties", "abl"),
    "office-left": _held("abl"),
    "member-left": lambda it: any(one.name is None and _is_in("memberships", one) for one in it.of("abl")),
    "office-held": _held("loc"),
    "surname-acc": lambda it: any("soyad" in words or "soyism" in words for words in it.words("acc", "nom")),
    "home-dat": _heads("homes", "dat"),
    "command-dat": _heads("commands", "dat"),
    "school-left": _ends_in("schools", "abl"),
    "wound": _heads("wounded_parts", "abl", "loc"),
    "office-done": _held("nom", "acc"),
    "cabinet": _ends_in("cabinets", "nom"),
}
