"""Statements of dated entries that have no verb: "3 Mayıs 1921 – Bakü'den Kars'a 62 sistern petrol."

Comes in: a sentence of an entry of which no clause made a statement, its date and the context. Goes out: statements. A
noun of action is read as the verb that it is made of (`deeds`); goods that go from one place or party to another, told
with ablative, dative and an amount, were sent (the cases decide: Göksel & Kerslake 2005, 14.3.4, 14.3.5); a battle, a
treaty or a congress alone was on that day. Chronologies and headlines leave out what the form says. An entry of the
years in which pages like these were made may as well announce something, and tells nothing here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Facts, Modality, NameKind, Role, Statement, refilled
from tanik.facts.outline.entries import Entries, Entry
from tanik.facts.statements.build import build
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.lexis.units import DISTANCES, units_by_kind
from tanik.facts.statements.lexis.verbs import find_predicates
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.outlined.announced import is_goods
from tanik.facts.statements.outlined.columns import is_handed_over
from tanik.facts.statements.outlined.deeds import SENT, deeds_in, with_verb
from tanik.facts.statements.roles.reading import Reading, Sentence, read_clause
from tanik.facts.statements.roles.states import is_state
from tanik.facts.statements.syntax.clauses import clauses_of
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["HEADLINE", "RULE", "Chronology", "build_dated", "build_headline", "is_of_past"]

RULE: Final = "statement-entry"
HEADLINE: Final = "statement-headline"
_ANNOUNCED: Final = 1990  # years from which a dated line may announce what is to come
_YEAR: Final = re.compile(r"\d{4}")
_PARTIES: Final = frozenset((NameKind.PERSON, NameKind.PLACE, NameKind.ORGANISATION))
_FARE: Final = 1000  # of a coin: a sum below that may be what a journey costs
_GIFTS: Final = frozenset(("yardim", "destek", "bagis", "hibe", "komek"))
_NOT_GIVEN: Final = frozenset(("borc", "kredi", "tren", "qatar", "sefer", "mektup", "mektub"))
_LONGEST_LEAD: Final = 3  # phrases: who gives, who takes, what goes
_AT: Final = re.compile(r"['’]?[dt][ae]$")

_OWNED: Final = re.compile(r"[^\W\d_]{2}(?:s?[iu]|l[ae]r[iu])(?:n[iu]n|n[ae]|nd[ae]n?|n[iu])?$")
_DOING: Final = re.compile(r"[^\W\d_]{2}m[ae]$")
_JOINED: Final = frozenset(("ve", ","))
_BARE_OWNED: Final = re.compile(r"[^\W\d_]{2}(?:s?[iu]|l[ae]r[iu])$")
_ABOUT: Final = frozenset(("hakkinda", "hususunda", "dair"))

_Roles = tuple[tuple[str, Role], ...]


def is_of_past(when: str | None) -> bool:
    """Whether a date is of the past that chronologies tell of.

    >>> is_of_past("1921-05-03"), is_of_past("2026-12-12"), is_of_past(None)
    (True, False, False)
    """
    year = _YEAR.match(when or "")
    return year is not None and int(year.group()) < _ANNOUNCED


@dataclass(slots=True)
class Chronology:
    """The dated entries of a page, of which the context is told as its sentences are read."""

    facts: Facts
    entries: Entries
    _inside: bool = False

    def labelled(self, words: tuple[Word, ...], span: Span) -> tuple[Word, ...]:
        """The words of a sentence at `span`, with a comma between an entry's date and what it says."""
        entry = self.entries.over(span.start) or self.entries.over(max(span.start, span.end - 1))
        if entry is None or entry.head or not span.start <= entry.date.start < entry.body.start < span.end:
            return words
        date = [one for one in words if entry.date.start <= one.start and one.end <= entry.date.end]
        said = [one for one in words if one.start >= entry.body.start]
        if not date or not said:
            return words
        return (*date, Word(entry.body.start, entry.body.start, ",", ","), *said)

    def enter(self, sentence: Sentence, context: Context) -> range | None:
        """The words that say what an entry of the past tells in a sentence, None where it is in none.

        The entry's date is that of its sentences, which go on from none told outside it.
        """
        entry = self.entries.over(max(sentence.span.start, sentence.span.end - 1))
        when = self._date_of(entry) if entry is not None and sentence.span.end > entry.body.start else None
        if entry is None or when is None:
            if self._inside:
                context.section, self._inside = None, False
            return None
        context.section, self._inside = when, True
        if sentence.span.start <= entry.body.start:
            context.when_before = None
        said = [at for at, word in enumerate(sentence.words) if entry.body.start <= word.start < entry.body.end]
        if said and sentence.words[said[0]].is_mark:
            said.pop(0)
        return range(said[0], said[-1] + 1) if said and is_of_past(when) else None

    def date_over(self, span: Span) -> tuple[int, str] | None:
        """Where what an entry of the past says in the sentence at `span` begins, and its date."""
        entry = self.entries.over(max(span.start, span.end - 1))
        when = self._date_of(entry) if entry is not None and span.end > entry.body.start else None
        if entry is None or when is None or not is_of_past(when):
            return None
        return entry.body.start, when

    def _date_of(self, entry: Entry) -> str | None:
        """The date of an entry as the page's dates have it."""
        at = bisect_right(self.facts.dates, entry.date.start, key=lambda one: one.span.start)
        near = self.facts.dates[max(0, at - 1) : at + 2]
        return next((one.edtf for one in near if one.span.overlaps(entry.date) and one.edtf), None)


def build_dated(sentence: Sentence, context: Context, said: range, made: Sequence[Statement]) -> Iterator[Statement]:
    """The statements of what an entry says without a verb in the words `said`; `context.section` is its date.

    What `made` tells already is not told again.
    """
    words = sentence.words[said.start : said.stop]
    while words and words[-1].is_mark:
        words = words[:-1]
    if not words:
        return
    deeds = list(deeds_in(words, sentence.language))
    for (first, last), put in deeds:
        span = Span(words[first].start, words[last - 1].end)
        if not any(one.span.overlaps(span) for one in made):
            yield from _told(sentence, put, words[first:last], context)
    if deeds or made:
        return
    if _goes(sentence, said.start, said.start + len(words)):
        told = _told(sentence, with_verb(words, SENT[sentence.language]), words, context)
        yield from (_given(one, sentence) for one in told)
        return
    action, roles = _whereabouts(sentence, words) or _event(sentence, words)
    if roles:
        span = Span(words[0].start, words[-1].end)
        yield Statement(span, span.of(sentence.text), action, RULE, roles, context.section, (), context.authority)


def build_headline(sentence: Sentence, context: Context) -> Iterator[Statement]:
    """What a line of its own without a verb says of goods that go from somebody to somebody.

    "Lenin'den Ankara'ya 10 milyon altın": the cases say who gave and to whom; a sum between two towns may be a fare.
    """
    words = sentence.words
    if not any(word.amount is not None for word in words) or words[-1].is_mark:
        return
    if sentence.clauses and words[-1].folded not in _GIFTS:
        return
    if not _is_line(sentence) or not _goes(sentence, 0, len(words)) or not _ends_in_goods(sentence):
        return
    money = units_by_kind("money")
    for one in _told(sentence, with_verb(words, SENT[sentence.language]), words, context):
        told = _given(one, sentence)
        sums = [sentence.facts.amounts[index] for index in told.amounts]
        if told.action != "transfer":
            continue
        if told.first("subject") is not None or not any(a.unit in money and a.value < _FARE for a in sums):
            yield replace(told, rule=HEADLINE)


def _ends_in_goods(sentence: Sentence) -> bool:
    """Whether the last word of a sentence is a coin, a measure, a ware or a word for a gift, and no promise of one."""
    last = sentence.words[-1]
    if last.folded in _NOT_GIVEN:
        return False
    if last.amount is None:
        return last.folded in _GIFTS or is_goods(last.folded)
    amount = sentence.facts.amounts[last.amount]
    return is_handed_over(amount, last.folded if amount.unit == "count" else None)


def _is_line(sentence: Sentence) -> bool:
    """Whether a sentence is a whole line."""
    text, span = sentence.text, sentence.span
    low, high = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    around = text[low : span.start] + text[span.end : high if high >= 0 else len(text)]
    return not around.strip(" #=*")


def _told(sentence: Sentence, put: tuple[Word, ...], own: Sequence[Word], context: Context) -> Iterator[Statement]:
    """What a stretch says once its noun is a verb, where the table of verbs knows the deed."""
    span = Span(own[0].start, own[-1].end)
    predicates = find_predicates(put, sentence.language)
    clauses = clauses_of(put, predicates)
    apart = Sentence(sentence.text, sentence.facts, span, put, fold(span.of(sentence.text)), clauses, sentence.language)
    clause = next((one for one in clauses if one.predicate.last == len(put) - 1), None)
    reading = read_clause(apart, clause) if clause is not None else None
    if reading is None:
        return
    context.when = None
    passive = clause is not None and clause.predicate.passive
    for one in build(apart, reading, context, standard=_says_enough):
        when = one.when if reading.dates else context.section
        told = replace(one, span=span, text=span.of(sentence.text), rule=RULE, when=when, modality=Modality.ASSERTED)
        roles = (
            (place, _whole(role, put, sentence))
            for place, role in one.roles
            if told.says(role) or _goes_on(place, role, one, passive, context)
        )
        kept = dict(roles)
        if "object" in kept and kept["object"].span.end < _about(put):
            del kept["object"]  # "kurulması hakkında radyogram gönderilmesi": what it was about did not go
        if "source" in kept and "subject" in kept and kept["source"].span == kept["subject"].span:
            del kept["subject"]
        yield replace(told, roles=tuple(sorted(kept.items())))


def _about(words: Sequence[Word]) -> int:
    """Where what a paper is about ends in a stretch, 0 where none is told."""
    return next((word.start for word in reversed(words) if word.folded in _ABOUT), 0)


def _whole(role: Role, words: Sequence[Word], sentence: Sentence) -> Role:
    """A role with what is joined to it or says whose it is: "Kars ve Ardahan'ın", "Ethem kuvvetlerinin" (GK 14.4)."""
    at = next((index for index, word in enumerate(words) if word.start == role.span.start), 0)
    first = at
    if role.name is None and at and _is_bare_name(words[at - 1], sentence) and _OWNED.search(words[at].folded):
        first = _first_of_name(words, at - 1)
    elif role.name is None and at and " " not in role.text and _OWNED.search(words[at].folded):
        first = _first_of_compound(words, at)
    while (
        role.name is not None and first > 1 and words[first - 1].folded in _JOINED and words[first - 2].name is not None
    ):
        first = _first_of_name(words, first - 2)
    if first == at:
        return role
    span = Span(words[first].start, role.span.end)
    return Role(span, span.of(sentence.text))


def _is_bare_name(word: Word, sentence: Sentence) -> bool:
    """Whether a word ends a name that no case ending stands behind: "Ethem kuvvetleri", not "Kars'a vali"."""
    return word.name is not None and sentence.facts.names[word.name].span.end >= word.end


def _first_of_compound(words: Sequence[Word], at: int) -> int:
    """The first word of compounds in one another: "demir yolu hattının" is no "hat" alone (GK 10.2)."""
    first = at
    while first > 1 and _BARE_OWNED.search(words[first - 1].folded) and words[first - 2].folded[:1].isalpha():
        first -= 1
    return first - 1 if first < at and words[first - 1].date is None else at


def _first_of_name(words: Sequence[Word], at: int) -> int:
    """The first word of the name that word `at` belongs to."""
    while at and words[at - 1].name == words[at].name:
        at -= 1
    return at


def _goes_on(place: str, role: Role, one: Statement, passive: bool, context: Context) -> bool:
    """Whether whom a life is told of does or suffers what an entry of it leaves unsaid: "Sivas'a tayini"."""
    topic = context.topic.name if context.topic is not None and context.is_about_someone() else None
    own = place == "recipient" and one.action in ("appoint", "dismiss") if passive else place == "subject"
    return own and topic is not None and role.name == topic


def _says_enough(reading: Reading, context: Context, within: Reading | None, sentence: Sentence) -> bool:
    """Whether a deed says to whom or what it was done, or by whom: its day is told."""
    own = {"subject", "object", "recipient"} & set(reading.roles)
    # "çatışmalar olması", "uygulamaya başlaması": what there was or was begun is a deed without a word of its own here
    stem = sentence.words[reading.clause.predicate.last].folded
    thing = reading.roles.get("object")
    if reading.row.action == "transfer" and stem.startswith("ver") and "recipient" not in own:
        return False  # "kanunun verilmesi": what nobody takes may be a law or an order
    if reading.row.action == "begin" and thing is not None and _DOING.search(thing.text):
        return False
    if reading.row.action in ("begin", "found") and stem.startswith("ol"):
        return False  # nor "başkent oluşu": what something came to be
    return reading.row.action is not None and (bool(own) or context.is_about_someone())


def _goes(sentence: Sentence, low: int, high: int) -> bool:
    """Whether a thing told with its amount goes from a giver to a taker: "Bakü'den Kars'a 62 sistern petrol"."""
    found = sentence.phrases(low, high)
    thing = found[-1] if found else None
    if thing is None or not _is_goods(thing, sentence) or thing.last < high - 1:
        return False
    cases = [(one.case, one.name) for one in found[:-1]]
    given = any(case == "abl" and _is_party(name, sentence) for case, name in cases)
    taken = any(case == "dat" and _is_party(name, sentence) for case, name in cases)
    return given and taken and len(found) <= _LONGEST_LEAD


def _given(told: Statement, sentence: Sentence) -> Statement:
    """What goes from a person, a body or a state is given by them; a town is where it came from."""
    source = told.first("source")
    kinds = {one.name: one.kind for one in sentence.facts.names}
    if source is None or source.name is None or told.first("subject") is not None:
        return told
    if kinds.get(source.name) is NameKind.PLACE and not is_state(source.name):
        return told
    given = [("subject", role) for role in told.fillers("source")]
    return replace(told, roles=refilled([one for one in told.roles if one[0] != "source"], given))


def _is_party(name: int | None, sentence: Sentence) -> bool:
    return name is not None and sentence.facts.names[name].kind in _PARTIES


def _is_goods(phrase: Phrase, sentence: Sentence) -> bool:
    """Whether a phrase is an amount of money or goods: no people, no stretch of time or road, no share."""
    units = {sentence.facts.amounts[index].unit for index in phrase.amounts}
    idle = units_by_kind("time", "percent", "person") | DISTANCES
    return bool(units) and not units & idle and phrase.case in ("nom", "acc")


def _event(sentence: Sentence, words: Sequence[Word]) -> tuple[str | None, _Roles]:
    """The battle, treaty or congress that all of the words name."""
    names = {word.name for word in words}
    name = names.pop()
    if names or name is None or sentence.facts.names[name].kind is not NameKind.EVENT:
        return None, ()
    told = sentence.facts.names[name]
    return None, (("object", Role(told.span, told.text, told.name)),)


def _whereabouts(sentence: Sentence, words: Sequence[Word]) -> tuple[str | None, _Roles] | None:
    """Who was where, told of nothing but a person and a place: "Frunze Ankara'da" (GK 12.1.1, no copula)."""
    names = [word.name for word in words]
    who, where = names[0], names[-1]
    if who is None or where is None or {*names} != {who, where} or not _AT.search(words[-1].folded):
        return None
    person, place = sentence.facts.names[who], sentence.facts.names[where]
    if person.kind is not NameKind.PERSON or place.kind is not NameKind.PLACE:
        return None
    roles = (
        ("recipient", Role(place.span, place.text, place.name)),
        ("subject", Role(person.span, person.text, person.name)),
    )
    return "move", roles
