"""The direct object of a clause, where no letter marks it or the letter may mean two things.

Comes in: the phrases of a clause and its predicate. Goes out: the phrases as the clause shows them to be meant, and
the one that is the object. A thing that is not definite stands bare before its verb ("on top gönderdi"); "altını" is
"the gold" or "his gold", and only what else the clause has tells which (Göksel & Kerslake 2005, 14.3 and 14.4).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tanik.core.span import Span
from tanik.facts.model import Facts, NameKind
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.predicate import SAYING
from tanik.facts.statements.lexis.units import DISTANCES, units_by_kind
from tanik.facts.statements.lexis.verbs import Predicate
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.roles.fronted import fronted_object, with_owner
from tanik.facts.statements.roles.heads import acts, are_named_together, are_things, describes, is_human_head, is_set_up
from tanik.facts.statements.roles.nominatives import is_definite_pronoun, is_never_accusative
from tanik.facts.statements.roles.sentence import Sentence
from tanik.facts.statements.syntax.phrases import Phrase, as_accusative, is_person, is_proper

__all__ = [
    "Objects",
    "direct_object",
    "divided",
    "is_rest",
    "is_time_alone",
]

_ADJACENT = 1
_PLURAL_OR_OWNED = re.compile(r"(?:l[ae]r|s?[iu])$")  # "mühendisler", "Baltık şirketi"
_BODY = re.compile(r"[a-z]{3}l[iu]g[iu]$")
_NEWSPAPERS = frozenset(("gazete", "mecmua"))
_JOINING = frozenset(("ve", "ile", "ila", "veya", "hem", "artı", "və"))


@dataclass(frozen=True, slots=True)
class Objects:
    """The phrases of a clause, its object among them, and what stands beside the object in one list."""

    found: tuple[Phrase, ...]
    target: Phrase | None
    beside: tuple[Phrase, ...] = ()


def is_rest(phrase: Phrase) -> bool:
    """Whether a phrase is nothing but "yarısı" or "kalanı", whose whole is told of before."""
    return phrase.name is None and not phrase.amounts and fold_word(phrase.text) in phrases("rests")


def _nominatives(found: Sequence[Phrase], facts: Facts, text: str) -> list[Phrase]:
    """The nominatives that may be somebody or something: no kin, and no "üç gün", which says how long (GK 16.4)."""
    plain = [phrase for phrase in found if phrase.case == "nom" and not phrase.quoted]
    plain = [phrase for phrase in plain if not is_time_alone(phrase, facts, text)]
    return [phrase for phrase in plain if fold_word(phrase.text) not in phrases("kin")]


def is_time_alone(phrase: Phrase, facts: Facts, text: str) -> bool:
    """Whether a phrase is nothing but a number of days, months or years: of "iki yıllık izin" the leave is counted."""
    amount = facts.amounts[phrase.amounts[0]] if phrase.amounts else None
    if amount is None or phrase.span.start < amount.span.start:  # "altın bir saat"
        return False
    if amount.unit == "hour" and amount.value == 1:
        return False  # "bir saat" may be a watch
    behind = fold_word(text[amount.span.end : phrase.span.end]).strip()
    return amount.unit in units_by_kind("time") and behind in ("", "dir", "dur")  # "üç aydır"


def _listed(nominatives: Sequence[Phrase], last: Phrase, words: Sequence[Word]) -> list[Phrase]:
    """The phrases before `last` that are joined to it by commas or "ve" alone, the nearest first."""
    row: list[Phrase] = []
    following = last
    for phrase in reversed(nominatives[: nominatives.index(last)]):
        between = words[phrase.last + 1 : following.first]
        if not between or not all(word.folded in _JOINING or word.folded == "," for word in between):
            break
        row.append(phrase)
        following = phrase
    return row


def _things(phrase: Phrase, facts: Facts) -> bool:
    """Whether a phrase counts or weighs something that can be given."""
    return any(
        facts.amounts[index].unit not in units_by_kind("time", "percent") | DISTANCES for index in phrase.amounts
    )


def direct_object(
    found: tuple[Phrase, ...], predicate: Predicate, sentence: Sentence, *, bare: bool, spoken: bool = False
) -> Objects:
    """The direct object of an active clause whose verb may have one.

    `bare` where it may stand without a case; `spoken` where the writer or the reader does it, and so no noun that
    stands there.
    """
    words, facts, text = sentence.words, sentence.facts, sentence.text
    if any(phrase.case == "acc" for phrase in found):
        return Objects(with_owner(found, facts, text), None)
    found = tuple(replace(one, maybe_object=False) if is_never_accusative(one) else one for one in found)
    nominatives = _nominatives(found, facts, text)
    if not nominatives or (not spoken and are_named_together(nominatives, words)):
        return Objects(found, None)
    if spoken:
        return _of_speaker(found, nominatives, predicate, bare=bare)
    fronted = fronted_object(nominatives, predicate, facts, words[predicate.last])
    if fronted is not None:
        return _taken(found, fronted)
    listed = _listed(nominatives, nominatives[-1], words)
    if bare and not listed and _is_told_last(nominatives, predicate, facts):
        nominatives = nominatives[:1]
    if bare and _is_counted(nominatives, predicate, words, facts):
        return _counted(found, nominatives[-1], listed)
    return _ambiguous(found, nominatives, predicate, words, facts, text=text) or _joined(
        _bare(found, nominatives, predicate, facts, bare=bare, listed=listed), text
    )


def _is_told_last(nominatives: list[Phrase], predicate: Predicate, facts: Facts) -> bool:
    """Whether who did it stands right before the verb and counted things before him: "köye 50 battaniye vali gönderdi".

    Right before the verb stands what is new, and that may be the subject (GK 23.3.2); nobody sends or gives an office.
    """
    if len(nominatives) != 2:
        return False
    thing, doer = nominatives
    near = doer.last == predicate.first - 1 and not (doer.amounts or doer.maybe_object or doer.name is not None)
    several = fold_word(doer.text).endswith(("lar", "ler"))
    someone = acts(doer) and (several or fold_word(doer.text) in phrases("officials"))
    return near and someone and _things(thing, facts) and not (thing.maybe_object or is_human_head(thing))


def _is_counted(nominatives: list[Phrase], predicate: Predicate, words: Sequence[Word], facts: Facts) -> bool:
    """Whether the last nominative is counted, and so what was done to it: "vali on top gönderdi"."""
    last = nominatives[-1]
    losing = bool(predicate.rows) and predicate.rows[0].action == "lose"
    lost = losing and last.last == predicate.first - 1 and len(nominatives) > 1
    lost = lost or _counts_own_noun(last, predicate, words, facts)
    return last.name is None and _things(last, facts) and (lost or not is_person(last, facts))


def _counted(found: tuple[Phrase, ...], last: Phrase, listed: list[Phrase]) -> Objects:
    """A counted object with what is listed before it."""
    counted = [phrase for phrase in listed if phrase.amounts]
    told = [phrase for phrase in listed if phrase.determined and not phrase.amounts]  # "bir telsiz ve 40 top"
    return Objects(found, counted[-1] if counted else last, (*told, *counted[:-1], *([last] if counted else [])))


def _of_speaker(found: tuple[Phrase, ...], nominatives: list[Phrase], predicate: Predicate, *, bare: bool) -> Objects:
    """What the writer or the reader did something to: what may be an accusative, else what stands before the verb."""
    unclear = [one for one in nominatives if one.maybe_object and one.name is None]
    if unclear:
        return _taken(found, unclear[-1])
    last = nominatives[-1]
    near = bare and last.last == predicate.first - 1 and last.name is None and not is_definite_pronoun(last)
    return Objects(found, last if near else None)


def _counts_own_noun(phrase: Phrase, predicate: Predicate, words: Sequence[Word], facts: Facts) -> bool:
    """Whether a number counts the noun that makes one verb with what follows: "57 bin şehit verdi" (GK 14.3.2)."""
    own = words[predicate.first].start
    spans = (facts.amounts[one].span for one in phrase.amounts)
    return predicate.first < predicate.last and any(span.start < own < span.end for span in spans)


def _joined(objects: Objects, text: str) -> Objects:
    """The object with the bare nouns that are joined to it, none of them counted: "gaz ve benzin istedi" (GK 26.1)."""
    target, beside = objects.target, objects.beside
    if target is None or not beside or target.name is not None or any(one.amounts for one in (target, *beside)):
        return objects
    first = beside[-1]
    span = Span(first.span.start, target.span.end)
    whole = replace(target, first=first.first, span=span, text=span.of(text))
    kept = tuple(one for one in objects.found if one not in beside)
    return Objects(tuple(whole if one is target else one for one in kept), whole)


def _bare(
    found: tuple[Phrase, ...],
    nominatives: list[Phrase],
    predicate: Predicate,
    facts: Facts,
    *,
    bare: bool,
    listed: list[Phrase],
) -> Objects:
    """The object that stands bare before the verb, if one does."""
    last = nominatives[-1]
    if is_proper(last) or is_definite_pronoun(last):
        return Objects(found, None)
    lone = len(nominatives) == 1
    if listed and len(listed) + 1 == len(nominatives) and _do_together((*listed, last), predicate):
        return Objects(found, None)
    told_by = is_human_head(last) and bool(predicate.rows) and predicate.rows[0].action in SAYING
    if lone and (_has_its_noun(predicate) or told_by):
        return Objects(found, None)  # "ona da müdürü anlatmış": nobody says somebody
    near = last.last >= predicate.first - _ADJACENT - (len(nominatives) > 1)
    taken = lone and _is_taken_from(last, found, predicate)
    open_place = taken or (near and (not lone or not acts(last) or is_set_up(last, predicate)))
    if bare and last.name is None and open_place:
        return Objects(found, last, tuple(listed))
    named = bare and near and not lone and not is_person(last, facts)
    return Objects(found, last if named else None)


def _is_taken_from(phrase: Phrase, found: tuple[Phrase, ...], predicate: Predicate) -> bool:
    """Whether a vessel is what was got from somebody, for it takes nothing itself: "İtalya'dan gemi de satın aldı"."""
    taken = bool(predicate.rows) and predicate.rows[0].frame == "take" and any(one.case == "abl" for one in found)
    return taken and fold_word(phrase.text).split()[-1] in phrases("ships")


def _has_its_noun(predicate: Predicate) -> bool:
    """Whether a compound has its object in its own noun, so that a bare noun is who does it: "idare izin verdi"."""
    row = predicate.rows[0] if predicate.rows and predicate.first < predicate.last else None
    if row is None or not row.lead or row.stems[0][0] != "ver":
        return False
    return row.lead[0][0] not in ("geri", "ödünç", "borç") and not row.lead[0][0].endswith(("a", "e"))


def _do_together(row: Sequence[Phrase], predicate: Predicate) -> bool:
    """Whether joined nouns are those who act: "muhtar, köylüler ve imam dilekçe yazdı", but "hoca ve hekim istedi"."""
    apart = row[-1].last < predicate.first - _ADJACENT or (bool(predicate.rows) and bool(predicate.rows[0].lead))
    return apart and all(phrase.name is None and acts(phrase) for phrase in row)


def _ambiguous(
    found: tuple[Phrase, ...],
    nominatives: list[Phrase],
    predicate: Predicate,
    words: Sequence[Word],
    facts: Facts,
    *,
    text: str,
) -> Objects | None:
    """The object among phrases whose ending is a possessive or an accusative."""
    unclear = [phrase for phrase in nominatives if phrase.maybe_object and phrase.name is None]
    last = nominatives[-1]
    bare_before_verb = last.last == predicate.first - 1 and not last.maybe_object and last.name is None
    bare_before_verb = bare_before_verb and not (is_proper(last) or is_definite_pronoun(last))
    if not unclear or (bare_before_verb and not acts(last)):
        return None
    others = [phrase for phrase in nominatives if phrase is not unclear[-1] and not phrase.maybe_object]
    # "uçağı Fransız subayı sattı": of two, what does things is not what they are done to
    chosen = next((phrase for phrase in reversed(unclear) if not is_human_head(phrase)), unclear[-1])
    subject_last = others and chosen.first < others[0].first and is_human_head(chosen)
    if others and not subject_last:
        return _taken(found, chosen)
    if chosen is nominatives[0] and len(nominatives) > 1 and chosen is unclear[-1]:
        return None
    parts = None if len(unclear) > 1 else divided(chosen, words, facts, text)
    if parts is not None:
        at = found.index(chosen)
        return Objects((*found[:at], *parts, *found[at + 1 :]), parts[1])
    simple = all(describes(word, text) for word in words[chosen.first : chosen.last])
    plain = (simple or chosen.determined) and not is_human_head(chosen)
    return _taken(found, chosen) if plain or len(unclear) > 1 else None


def _taken(found: tuple[Phrase, ...], chosen: Phrase) -> Objects:
    definite = as_accusative(chosen)
    return Objects(tuple(definite if phrase is chosen else phrase for phrase in found), definite)


def divided(phrase: Phrase, words: Sequence[Word], facts: Facts, text: str) -> tuple[Phrase, Phrase] | None:
    """Doer and object of "Almanya altını": a name or an actor with a thing in the accusative behind it."""
    if phrase.last == phrase.first or phrase.joined or is_human_head(phrase):
        return None
    cut = next((i for i in range(phrase.last, phrase.first, -1) if _may_act(words, i - 1, facts)), None)
    if cut is None or not all(describes(word, text) for word in words[cut : phrase.last]):
        return None
    if _is_body(words, cut, text):
        return None
    if words[phrase.first].folded == "bir" and phrase.last == cut and words[cut].folded in phrases("premises"):
        return None  # "bir kitapçı dükkânı": of what kind
    head = words[cut - 1]
    end = facts.names[head.name].span.end if head.name is not None else head.end
    first_name = next((word.name for word in words[phrase.first : cut] if word.name is not None), None)
    if end <= phrase.span.start:
        return None  # of "hazineye devri" the goal is no part of what stands in the accusative
    doer = Span(phrase.span.start, end)
    thing = Span(words[cut].start, phrase.span.end)
    left = Phrase(phrase.first, cut - 1, "nom", doer, doer.of(text), first_name)
    right = replace(phrase, first=cut, span=thing, text=thing.of(text), name=None)
    return left, as_accusative(right)


def _is_body(words: Sequence[Word], at: int, text: str) -> bool:
    """Whether word `at` heads a body's name: "ordusu komutanlığı" is a chain of izafets (GK 14.4), and "Bakanlar
    Kurulu" no ministers with a council."""
    chained = words[at - 1].folded.endswith(("su", "si")) and _BODY.search(words[at].folded) is not None
    named = text[words[at].start].isupper() and _PLURAL_OR_OWNED.sub("", words[at].folded) in phrases("bodies")
    return chained or named


def _may_act(words: Sequence[Word], index: int, facts: Facts) -> bool:
    """Whether word `index` ends the name of someone or names someone by what he is."""
    word = words[index]
    if word.name is not None:
        return facts.names[word.name].kind in (NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE)
    stem = _PLURAL_OR_OWNED.sub("", word.folded)
    if index > 0 and word.folded.endswith(("si", "su")) and stem in _NEWSPAPERS:
        return True  # "Vakit gazetesi haberi bastı"
    plural = word.folded.endswith(("lar", "ler"))
    plural = plural and (stem in phrases("actors") or stem in phrases("humans") or not are_things(word.lower))
    return plural or word.folded in phrases("actors") or (stem in phrases("bodies") and index > 0)
