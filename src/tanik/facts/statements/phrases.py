"""Noun phrases of a clause with the case that each stands in.

Comes in: words of a clause without its predicate. Goes out: phrases in order, each with case, name and amount. A
phrase ends with its first case ending, because Turkish marks case on the last word alone; where the nominative
marks nothing, names, amounts, dates and the possessive of an izafet tell where one phrase ends and the next begins.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tanik.core.fold import fold
from tanik.core.morph import case_of, cases_of, readings
from tanik.core.span import Span
from tanik.core.suffixes import Case, read_ending
from tanik.facts.model import Facts, Name, NameKind, Role
from tanik.facts.statements.lexicon import has_word, phrases
from tanik.facts.statements.words import Word

__all__ = ["Phrase", "as_accusative", "is_person", "is_place", "phrases_of", "place_in", "role_of"]

_SHORT: Final = {
    Case.NOMINATIVE: "nom",
    Case.ACCUSATIVE: "acc",
    Case.DATIVE: "dat",
    Case.LOCATIVE: "loc",
    Case.ABLATIVE: "abl",
    Case.INSTRUMENTAL: "ins",
    Case.GENITIVE: "gen",
}
_ENDINGS: Final = {
    "acc": re.compile(r"(?:(?<=[aeiou])[ny])?[iu]$"),
    "dat": re.compile(r"(?:(?<=[iu])n|(?<=[aeiou])y)?[ae]$"),
    "loc": re.compile(r"(?:(?<=[iu])n)?[dt][ae]$"),
    "abl": re.compile(r"(?:(?<=[iu])n)?[dt][ae]n$"),
    "gen": re.compile(r"(?:(?<=[aeiou])n)?[iu]n$"),
    "ins": re.compile(r"(?:(?<=[aeiou])y)?l[ae]$"),
}
_SHORTEST_STEM: Final = 2
_ADJECTIVE: Final = re.compile(r"[a-z]{2}[dt][ae]ki$")
_PRONOUNS: Final = {
    **dict.fromkeys(("onu", "bunu", "sunu", "onlari", "bunlari", "kendisini", "kendini", "bizi"), Case.ACCUSATIVE),
    **dict.fromkeys(
        ("ona", "buna", "suna", "onlara", "bunlara", "kendisine", "bize", "bana", "sana", "size"), Case.DATIVE
    ),
}
_MEASURED: Final = re.compile(r"[a-z]{2}l[iu]k$")
_POSSESSIVE: Final = re.compile(r"(?:l[ae]r[iu]|s?[iu])$")
_TOPIC_MARKS: Final = ("ise", "de", "da", "dahi", "bile")
_AGENT: Final = ("tarafindan", "terefinden", "canibinden", "eliyle", "marifetiyle")
_WITH: Final = ("ile", "ila", "ilen")
_AS: Final = ("olarak", "sifatiyla", "diye")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: words `first`..`last` of the sentence, its `case` (nom, acc, dat, loc, abl, ins, gen, com,
    agent, as, post), the name that heads it and the amounts in it (indices into the page's facts)."""

    first: int
    last: int
    case: str
    span: Span
    text: str
    name: int | None = None
    amounts: tuple[int, ...] = ()
    maybe_object: bool = False
    determined: bool = False
    quoted: bool = False


def _suffix_case(word: Word, name: Name, text: str) -> Case:
    """The case that the letters after a name give it."""
    suffix = text[name.span.end : word.end].lstrip("'’ʼ`´")
    read = read_ending(suffix if suffix.isascii() or _is_latin(suffix) else fold(suffix)) if suffix else None
    return read[0] if read else Case.NOMINATIVE


def _is_latin(word: str) -> bool:
    """Whether a word is written in Latin letters (Azerbaijani was written in Cyrillic ones from 1939 to 1991)."""
    return not any("\u0400" <= char <= "\u04ff" for char in word)


@dataclass(frozen=True, slots=True)
class _Clause:
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
            return _suffix_case(word, self.facts.names[word.name], self.text)
        if word.folded[:1].isdigit():
            tail = word.folded.lstrip("0123456789.,:/'")
            read = read_ending(tail) if tail else None
            return read[0] if read else Case.NOMINATIVE
        written = self.text[word.start : word.end]
        return _PRONOUNS.get(word.folded) or case_of(written if _is_latin(written) else word.folded)

    def _goes_on(self, word: Word, following: Word) -> bool:
        """Whether a word's ending closes no phrase: a name or an amount goes on, "limandaki" only describes."""
        if word.name is not None and following.name == word.name:
            return True
        if word.amount is not None and (following.amount == word.amount or following.folded in phrases("comparatives")):
            return True
        return bool(_ADJECTIVE.search(word.folded))

    def is_possessed(self, index: int) -> bool:
        """Whether word `index` is the possessed head of an izafet, standing in the nominative."""
        word = self.words[index]
        if word.name is not None:
            return False
        found = readings(self.text[word.start : word.end])
        if any(reading.bare and reading.part == "Noun" for reading in found):
            return False  # "altın" is gold before it is "your underside"
        return any(reading.possessive and reading.part == "Noun" for reading in found) or word.folded.endswith(
            ("si", "su", "lari", "leri")
        )

    def splits(self, first: int, index: int) -> bool:
        """Whether a new phrase begins with word `index`, after nominative words from `first` on."""
        before, word = self.words[index - 1], self.words[index]
        same_name = word.name is not None and word.name == before.name
        if same_name or _ADJECTIVE.search(before.folded):
            return False
        if word.amount is not None:
            return word.amount != before.amount or before.folded in _TOPIC_MARKS
        if before.folded in _TOPIC_MARKS or (word.name is None and word.folded in phrases("determiners")):
            return True
        if before.amount is not None:
            return self._splits_after_amount(index, before.amount)
        return self._splits_after_noun(first, index)

    def _splits_after_amount(self, index: int, amount: int) -> bool:
        """The same after an amount: "27 milyon liralık açık" and "altmışa yakın gemi" go on."""
        before, word = self.words[index - 1], self.words[index]
        describes = word.name is None and bool(_MEASURED.search(before.folded))
        if describes or word.folded in phrases("comparatives"):
            return False
        suffixed = before.end > self.facts.amounts[amount].span.end
        return suffixed or word.name is not None or self.is_counted(amount)

    def _splits_after_noun(self, first: int, index: int) -> bool:
        """The same after a name or a common noun: an izafet goes on, a new noun begins anew."""
        before, word = self.words[index - 1], self.words[index]
        if before.name is not None:
            person = self.facts.names[before.name].kind is NameKind.PERSON
            own = person or word.name is not None or not self.is_possessed(index) or self.is_possessor(index)
            return own or self.acts(first, index)
        human = before.folded in phrases("humans")
        if not human and not self.is_possessed(index - 1):
            return False
        if word.name is not None:
            # "Dışişleri Bakanı Ali Bey" and "komşusu Ali Bey" are one phrase, "şartları Ali Bey" two
            person = self.facts.names[word.name].kind is NameKind.PERSON
            return not (person and (human or first < index - 1))
        return human or (first < index - 1 and not self.is_possessed(index))

    def acts(self, first: int, index: int) -> bool:
        """Whether a place that opens a clause is who acts and the accusative behind it what it acts on.

        "Moskova iadesini istemedi", but not "İzmir limanını bombaladı": such heads stand in the table of groups.
        """
        name = self.words[index - 1].name
        opens = first == index - 1 and (first == 0 or self.words[first - 1].is_mark)
        place = name is not None and self.facts.names[name].kind is NameKind.PLACE
        return opens and place and self.case(index) is Case.ACCUSATIVE and not self._is_head(index)

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
        last = fold(amount.text.split()[-1])
        return amount.unit in ("count", "person") and last.isalpha() and last not in phrases("containers")


def _trimmed(clause: _Clause, first: int, last: int) -> tuple[int, int]:
    """The phrase without joining words and adverbs at its edges."""
    loose = phrases("joins") | phrases("date_tails")
    while first <= last and _is_loose(clause, first, loose):
        first += 1
    while last >= first and _is_loose(clause, last, loose):
        last -= 1
    return first, last


def _is_loose(clause: _Clause, index: int, loose: frozenset[str]) -> bool:
    """Whether word `index` is an adverb or a conjunction and so no part of a noun phrase."""
    word = clause.words[index]
    if word.name is not None or word.amount is not None:
        return False
    parts = {reading.part for reading in readings(clause.text[word.start : word.end])}
    return word.folded in loose or (bool(parts) and parts <= {"Adv", "Conj", "Postp", "Interj"})


def _stem_end(clause: _Clause, last: int, case: str) -> int:
    """Where a phrase's text ends without its case suffix."""
    word = clause.words[last]
    if word.name is not None:
        return min(word.end, max(clause.facts.names[word.name].span.end, word.start + 1))
    written = clause.text[word.start : word.end]
    if word.folded in _PRONOUNS:
        return word.end
    for mark in "'’ʼ`´":
        if 0 < written.find(mark) < len(written) - 1:
            return word.start + written.find(mark)
    ending = _ENDINGS.get(case)
    match = ending.search(word.folded) if ending else None
    if match is None or match.start() < _SHORTEST_STEM:
        return word.end
    # "kanunu" is "kanun" with -u, not "kanu" with -nu: the dictionary knows the noun
    found = readings(written)
    lemmas = {fold(reading.lemma) for reading in found if case != "dat" or not any(one.possessive for one in found)}
    longer = word.folded[: match.start() + 1] in lemmas and word.folded[: match.start()] not in lemmas
    return word.start + match.start() + (longer and len(match.group()) > 1)


def _phrase(clause: _Clause, first: int, last: int, case: str) -> Phrase | None:
    """The phrase of words `first`..`last`, or None if nothing is left of it."""
    first, last = _trimmed(clause, first, last)
    if first > last:
        return None
    inside = clause.words[first : last + 1]
    if case == "nom" and inside[-1].amount is None and inside[-1].folded in phrases("times"):
        return None
    if all(word.folded.isdigit() and word.amount is None for word in inside):
        return None
    names = [word.name for word in inside if word.name is not None]
    tail = inside[max((i for i, word in enumerate(inside) if word.name is not None), default=0) + 1 :]
    heads = names and all(word.folded in phrases("groups") for word in tail)
    amounts = tuple(dict.fromkeys(word.amount for word in inside if word.amount is not None))
    start, end = inside[0].start, _stem_end(clause, last, case)
    written = clause.text[inside[-1].start : inside[-1].end]
    return Phrase(
        first,
        last,
        case,
        Span(start, end),
        clause.text[start:end],
        names[-1] if heads else None,
        amounts,
        case == "nom" and inside[-1].name is None and Case.ACCUSATIVE in cases_of(written),
        inside[0].name is None and inside[0].folded in phrases("determiners"),
        inside[-1].quoted,
    )


def _cut(clause: _Clause, low: int, high: int) -> Iterator[tuple[int, int, str]]:
    """First word, last word and case of each phrase between words `low` and `high` (the latter left out)."""
    first = low
    for index in range(low, high):
        word = clause.words[index]
        if word.is_mark or word.quoted or word.date is not None:
            yield first, index - 1, "nom"
            if word.quoted:
                yield index, index, "nom"
            first = index + 1
            continue
        if word.folded in phrases("times") and index > first and clause.words[index - 1].folded == "her":
            yield first, index - 2, "nom"  # "her gün" tells how often
            first = index + 1
            continue
        marker = "com" if word.folded in _WITH else "agent" if word.folded in _AGENT else ""
        marker = marker or ("as" if word.folded in _AS else "post" if word.folded in phrases("postpositions") else "")
        if marker and word.name is None:
            yield first, index - 1, marker
            first = index + 1
            continue
        if index > first and clause.splits(first, index):
            yield first, index - 1, "nom"
            first = index
        case = clause.case(index)
        if case is not None and case is not Case.NOMINATIVE:
            yield first, index, _SHORT[case]
            first = index + 1
    yield first, high - 1, "nom"


def phrases_of(words: Sequence[Word], low: int, high: int, text: str, facts: Facts) -> tuple[Phrase, ...]:
    """The phrases between words `low` and `high` (left out) of a sentence, in order."""
    clause = _Clause(words, text, facts)
    found: list[Phrase] = []
    for first, last, case in _cut(clause, low, high):
        if last < first:
            # a postposition right after a phrase that its case has already closed
            if case in ("com", "agent", "as", "post") and found and found[-1].last == last:
                closed = found.pop()
                again = _phrase(clause, closed.first, closed.last, case)
                found.extend([again] if again else [])
            continue
        phrase = _phrase(clause, first, last, case)
        if phrase is not None:
            found.append(phrase)
    return tuple(found)


def role_of(phrase: Phrase, text: str, facts: Facts) -> Role:
    """The phrase as what fills a place of a statement: of an amount, the thing that is counted."""
    if phrase.name is not None:
        return Role(phrase.span, phrase.text, facts.names[phrase.name].name)
    if phrase.amounts:
        counted = Span(
            facts.amounts[phrase.amounts[0]].span.start, max(phrase.span.end, facts.amounts[phrase.amounts[0]].span.end)
        )
        return Role(counted, counted.of(text))
    return _unpossessed(phrase, text)


def _unpossessed(phrase: Phrase, text: str) -> Role:
    """One noun without its possessive: of "hisselerini bağışladı" the thing given is "hisse"."""
    word = fold(phrase.text)
    ending = _POSSESSIVE.search(word)
    if ending is None or " " in word or ending.start() <= _SHORTEST_STEM or phrase.case not in ("acc", "nom"):
        return Role(phrase.span, phrase.text)
    stems = {fold(reading.lemma) for reading in readings(phrase.text) if reading.possessive and reading.part == "Noun"}
    if word[: ending.start()] not in stems:
        return Role(phrase.span, phrase.text)
    span = Span(phrase.span.start, phrase.span.start + ending.start())
    return Role(span, span.of(text))


def as_accusative(phrase: Phrase) -> Phrase:
    """A phrase whose ending may be a possessive or an accusative, read as accusative: its text without the ending."""
    last = phrase.text.split()[-1]
    bare = any(reading.bare and reading.part == "Noun" for reading in readings(last))
    ending = _ENDINGS["acc"].search(fold(phrase.text)) if phrase.maybe_object and not bare else None
    if ending is None or ending.start() < _SHORTEST_STEM:
        return phrase
    span = Span(phrase.span.start, phrase.span.start + ending.start())
    return replace(phrase, case="acc", span=span, text=phrase.text[: ending.start()])


def is_person(phrase: Phrase, facts: Facts) -> bool:
    """Whether the phrase names or counts people."""
    if phrase.name is not None:
        return facts.names[phrase.name].kind is NameKind.PERSON
    return any(facts.amounts[index].unit == "person" for index in phrase.amounts)


def is_place(phrase: Phrase, facts: Facts) -> bool:
    """Whether the phrase names a place."""
    return phrase.name is not None and facts.names[phrase.name].kind is NameKind.PLACE


def place_in(phrase: Phrase, before: Phrase | None, facts: Facts) -> Role | None:
    """The first place named in a phrase or in the genitive right before it ("Kastamonu kışlasının kapısında")."""
    joined = before is not None and before.case == "gen" and before.last == phrase.first - 1
    start = before.span.start if before is not None and joined else phrase.span.start
    index = bisect_left(facts.names, start, key=lambda name: name.span.start)
    for name in facts.names[index:]:
        if name.span.start >= phrase.span.end:
            return None
        if name.kind is NameKind.PLACE:
            return Role(name.span, name.text, name.name)
    return None
