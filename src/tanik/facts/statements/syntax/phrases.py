"""Noun phrases of a clause with the case that each stands in.

Comes in: words of a clause without its predicate. Goes out: phrases in order, each with case, name and amount. A
phrase ends with its first case ending, because Turkish marks case on the last word alone; where the nominative
marks nothing, names, amounts, dates and the possessive of an izafet tell where one phrase ends and the next begins.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from tanik.core.kindred import kindred_readings, latin_of
from tanik.core.morph import cases_of, readings
from tanik.core.span import Span
from tanik.core.suffixes import Case
from tanik.facts.model import Facts, NameKind, Role
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.nouns import is_kindred_alone, kindred_noun, kindred_stem, noun_of, of_others
from tanik.facts.statements.lexis.units import measures
from tanik.facts.statements.lexis.words import Word, looked_up, written_of
from tanik.facts.statements.syntax.cases import INITIALS, is_latin
from tanik.facts.statements.syntax.clauselet import Clauselet
from tanik.facts.statements.syntax.cuts import cut
from tanik.facts.statements.syntax.modifiers import OF_SEVERAL, PRONOUNS, WITH, is_owned_there
from tanik.facts.statements.syntax.phrase import Phrase
from tanik.facts.statements.syntax.shared_cases import with_shared_cases

__all__ = [
    "Phrase",
    "as_accusative",
    "is_person",
    "is_place",
    "is_proper",
    "phrases_of",
    "place_in",
]

_WHICH: Final = re.compile(r"[ae]n[ıi]$")
_BUFFERED: Final = re.compile(r"[aeiou]y[iu]$")
_ENDINGS: Final = {
    "acc": re.compile(r"(?:(?<=[aeiou])[ny])?[iu]$"),
    "dat": re.compile(r"(?:(?<=[iu])n|(?<=[aeiou])y)?[ae]$"),
    "loc": re.compile(r"(?:(?<=[iu])n)?[dt][ae]$"),
    "abl": re.compile(r"(?:(?<=[iu])n)?[dt][ae]n$"),
    "gen": re.compile(r"(?:(?<=[aeiou])n)?[iu]n$"),
    "ins": re.compile(r"(?:(?<=[aeiou])y)?l[ae]$"),
}
_SHORTEST_STEM: Final = 2
_AFTER: Final = frozenset(("sonra", "once", "evvel", "beri"))
# "diğer | bazı kuvvetlerle", "tam on yıl": what only goes before a noun or number (GK 15.6)
_NO_NOUNS: Final = frozenset(
    ("tam", "diger", "bazi", "cesitli", "muhtelif", "butun", "tum", "oteki", "sonraki", "onceki")
)
_UNIT: Final = re.compile(r"(?:kq|km|sm|ton|min|mln|rubl|manat)-[ıiuüya]{1,3}")
_MARKED: Final = re.compile(r"[\"“«„][^\"”»]*$")  # “Bakı günləri” kitabında: in a title nobody is
_OF_THINGS: Final = ("acc", "nom")
_CLOSING: Final = ('"', "”", "»", "’")


def _trimmed(clause: Clauselet, first: int, last: int) -> tuple[int, int]:
    """The phrase without joining words and adverbs at its edges."""
    loose = phrases("joins", "date_tails")
    while first <= last and _is_loose(clause, first, loose):
        first += 1
    while last >= first and _is_loose(clause, last, loose):
        last -= 1
    return first, last


def _is_loose(clause: Clauselet, index: int, loose: frozenset[str]) -> bool:
    """Whether word `index` is an adverb or a conjunction and so no part of a noun phrase."""
    word = clause.words[index]
    if word.name is not None or word.amount is not None:
        return False
    return word.folded in loose or _never_noun(looked_up(clause.text, word))


@lru_cache(maxsize=1 << 15)
def _never_noun(written: str) -> bool:
    """Whether the dictionary reads a word as an adverb, conjunction, postposition or interjection alone."""
    parts = {reading.part for reading in kindred_readings(written)}
    return bool(parts) and parts <= {"Adv", "Conj", "Postp", "Interj"}


@lru_cache(maxsize=1 << 15)
def _may_be_accusative(written: str) -> bool:
    if Case.ACCUSATIVE in cases_of(written):
        return True
    # "bolşevikləri": of several that no dictionary has it may be either, too
    noun = noun_of(written) if not readings(written) else None
    return noun is not None and (
        noun.accusative or (not noun.known and OF_SEVERAL.search(fold_word(written)) is not None)
    )


def _stem_end(clause: Clauselet, last: int, case: str) -> int:
    """Where a phrase's text ends without its case suffix."""
    word = clause.words[last]
    if case == "com" and last + 1 < len(clause.words) and clause.words[last + 1].folded not in WITH:
        case = "ins"  # "Ali Bey'le birlikte"
    if case == "agent" and word.name is None and word.folded[-2:] in ("ca", "ce") and "'" not in word.folded:
        return word.end - 2 - word.folded[:-2].endswith(("sin", "sun", "in", "un"))
    if (
        case == "agent"
        and word.name is None
        and clause.words[last + 1 : last + 2]
        and clause.case(last) is Case.GENITIVE
    ):
        case = "gen"  # "kâtibinin marifetiyle"
    if word.name is not None:
        return min(word.end, max(clause.facts.names[word.name].span.end, word.start + 1))
    written = written_of(clause.text, word)
    if word.folded in PRONOUNS:
        return word.end
    if (mark := _mark_before_ending(written)) > 0:
        return word.start + mark
    ending = _ENDINGS.get(case)
    match = ending.search(word.folded) if ending else None
    if match is not None and match.start() < _SHORTEST_STEM and len(match.group()) > 1:
        match = ending.search(word.folded, match.start() + 1) if ending else None  # "unun" is "un" with -un
    if match is None or match.start() < _SHORTEST_STEM:
        return word.end
    return word.start + _without_ending(word, written, case, match)


def _mark_before_ending(written: str) -> int:
    """Where the apostrophe of a word stands, or behind initials the hyphen: "200 kq-ı", "BDU-nun"; -1 of none."""
    # letters alone have no apostrophe, but for the one that Unicode counts among them
    if written.isascii() and written.isalpha():
        return -1
    if "-" in written and (INITIALS.fullmatch(written) or _UNIT.fullmatch(written)):
        return written.find("-")
    found = (written.find(mark) for mark in "'’‘ʼ`´")
    return next((at for at in found if 0 < at < len(written) - 1), -1)


def _without_ending(word: Word, written: str, case: str, match: re.Match[str]) -> int:
    """The length of a common noun whose case ending `match` found in its letters: a noun that is known stays whole."""
    # "kanunu" is "kanun" with -u, not "kanu" with -nu: the dictionary knows the noun
    found = kindred_readings(written)
    if not found and (kindred := kindred_stem(word.folded)) is not None and match.start() < len(kindred):
        return len(kindred)  # "dəyirmanı"
    lemmas = {fold_word(one.lemma) for one in found if case != "dat" or not any(one.possessive for one in found)}
    small = written[:1].islower()  # "oraya" is thither, and to Oray only with a capital letter
    own = {
        fold_word(one.lemma)
        for one in found
        if str(one.case).startswith(case) and not one.possessive and not (small and one.proper)
    }
    # "altının" is of "altın" before it is of "altı"
    longer = word.folded[: match.start() + 1] in (own or lemmas) and (
        bool(own) or word.folded[: match.start()] not in lemmas
    )
    if case in ("loc", "abl") and any(one.possessive for one in found):
        longer = False  # "cebinde" is in his pocket before it is on a forehead
    # "kalanın", "ödeyeni": the n is the participle's (GK 8.5.1)
    of_doer = word.folded[match.start() - 1 : match.start() + 1] in ("an", "en")
    longer = longer or (of_doer and any("PresPart" in one.marks for one in found))
    return match.start() + (longer and len(match.group()) > 1)


def _phrase(clause: Clauselet, first: int, last: int, case: str) -> Phrase | None:
    """The phrase of words `first`..`last`, or None if nothing is left of it."""
    first, last = _trimmed(clause, first, last)
    if first > last:
        return None
    inside = clause.words[first : last + 1]
    if case == "nom" and inside[-1].amount is None and inside[-1].folded in phrases("times"):
        return None
    if case == "nom" and (
        inside[-1].folded in phrases("how_often") or (first == last and _only_measures(clause, first))
    ):
        return None  # "iki kez gitti", "tam on yıl önce": how often or exactly, and nothing that went (GK 15.4, 16.4.2)
    if all(word.folded.isdigit() and word.amount is None for word in inside):
        return None
    behind = clause.words[last + 1].folded if last + 1 < len(clause.words) else ""
    said = [word.folded for word in inside]
    if (*said, behind) == ("bir", "daha") or said == ["dort", "bir"]:
        return None  # of "bir daha gelmedi" and "dört bir yandan geldiler" nothing is left
    named = [index for index, word in enumerate(inside) if word.name is not None]
    heads = named and all(word.folded in phrases("groups") for word in inside[named[-1] + 1 :])
    amounts = tuple(dict.fromkeys(word.amount for word in inside if word.amount is not None))
    start, end = inside[0].start, _stem_end(clause, last, case)
    written = written_of(clause.text, inside[-1])
    return Phrase(
        first,
        last,
        case,
        Span(start, end),
        clause.text[start:end],
        inside[named[-1]].name if heads else None,
        amounts,
        case == "nom" and inside[-1].name is None and _may_be_accusative(written),
        _is_determiner(inside[0]),
        inside[-1].quoted,
        inside[-1].name is None and _may_be_possessed(written, inside[-1]),
    )


def _only_measures(clause: Clauselet, index: int) -> bool:
    """Whether a word alone only says how a noun, a number or its years are meant: "tam", "toplam | 500 kişi".

    A sum stands before its number and names nothing (GK 15.10); "1923-30 yılları arası" closes what its ends open.
    """
    words = clause.words
    if words[index].folded in _NO_NOUNS:
        return True
    if words[index].folded == "toplam":
        return index + 1 < len(words) and words[index + 1].amount is not None
    return words[index].folded == "arasi"


def _is_determiner(word: Word) -> bool:
    """Whether a word only stands before a noun: "kendi", but not "kəndi", which is its village."""
    only = word.name is None and word.folded in phrases("determiners")
    return only and not (word.folded == "kendi" and latin_of(word.lower) == "kəndi")


def _may_be_possessed(written: str, word: Word) -> bool:
    """Whether a phrase's last word may belong to a genitive before it; the bare unit of a number ("altın") does not."""
    if word.folded[:1].isdigit() or (word.amount is not None and word.folded in measures()):
        return word.folded[-1:] in "iu" and not _BUFFERED.search(word.folded)
    return _may_be_owned(written, word.folded)


@lru_cache(maxsize=1 << 15)
def _may_be_owned(written: str, folded: str) -> bool:
    """The same of a word alone: the words of a page come again."""
    found = kindred_readings(written)
    if any(one.case is Case.GENITIVE for one in found) and not any(one.bare for one in found):
        found = tuple(of_others(found))  # "köyün" is of the village before it is your village
    owned = any(one.possessive for one in found)
    # "kişiyi", "parayı": behind a possessive -n- stands, and never -y- but in "suyu" (GK 8.1.2, 8.1.3)
    buffered = bool(found) and _BUFFERED.search(folded) and not any(one.lemma == "su" for one in found)
    return owned or (folded.endswith(("i", "u")) and not buffered)


def phrases_of(words: Sequence[Word], low: int, high: int, text: str, facts: Facts) -> tuple[Phrase, ...]:
    """The phrases between words `low` and `high` (left out) of a sentence, in order."""
    clause = Clauselet(words, text, facts)
    found: list[Phrase] = []
    for first, last, case in cut(clause, low, high):
        if last < first:
            # a postposition right after a phrase that its case has already closed
            if case in ("com", "agent", "as", "post") and found and _is_right_behind(words, found[-1], last):
                adverb = found[-1].case not in ("abl", "nom") and words[last + 1].folded in _AFTER
                if adverb or (words[last + 1].folded == "dogru" and is_place(found[-1], facts)):
                    continue  # "kılıcı sonra gönderdi"; "Sivas'a doğru" is whither, as "Sivas'a" is (GK 17.3.2)
                closed = found.pop()
                again = _phrase(clause, closed.first, closed.last, case)
                found.extend([again] if again else [])
            continue
        # “Eski Yol” adlı | kitabını: what is called so is the thing itself (GK 25.3)
        called = first < last and case in _OF_THINGS and _is_called_so(words, first)
        phrase = _phrase(clause, first + called, last, case)
        if phrase is not None and not _is_title(words, phrase.first, last):
            found.append(phrase)
    return with_shared_cases(clause, found)


def _is_title(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a phrase is a title in marks, or what is called so without it: “Eski Yol” adlı kitabında (GK 25.3).

    Both are one phrase that its marks cut in two; neither half says who or where.
    """
    if last + 1 < len(words) and words[last + 1].folded == "imzali":
        return words[last].name is not None  # "Hasan Bey imzalı bir yazı": who signed it
    if _is_called_so(words, first):
        return True
    marked = last + 2 < len(words) and words[last + 1].folded in _CLOSING
    return marked and words[last + 2].folded in phrases("called")


def _is_called_so(words: Sequence[Word], first: int) -> bool:
    """Whether word `first` says of what stands in marks before it that something is called so: “Eski Yol” adlı."""
    return first > 0 and words[first].folded in phrases("called") and words[first - 1].folded in _CLOSING


def _is_right_behind(words: Sequence[Word], phrase: Phrase, last: int) -> bool:
    """Whether a phrase ends with word `last`, but for a closing mark: “Bozkır Yün Şirketi” tarafından."""
    return phrase.last == last or (phrase.last == last - 1 and words[last].folded == '"')


def as_accusative(phrase: Phrase) -> Phrase:
    """A phrase whose ending may be a possessive or an accusative, read as accusative: its text without the ending."""
    last = phrase.text.split()[-1]
    if phrase.maybe_object and (stem := _stem_of_object(last)) is not None:
        span = Span(phrase.span.start, phrase.span.end - len(last) + stem)
        return replace(phrase, case="acc", span=span, text=phrase.text[: len(phrase.text) - len(last) + stem])
    found = kindred_readings(last)
    bare = any(reading.bare and reading.part == "Noun" for reading in found)
    if not found and is_kindred_alone(last):
        listed = kindred_noun(fold_word(last))
        bare = listed is not None and listed.bare_noun  # "qonşu" has no ending
    ending = _ENDINGS["acc"].search(fold_word(phrase.text)) if phrase.maybe_object and not bare else None
    if ending is None or ending.start() < _SHORTEST_STEM:
        return phrase
    if _is_compound(phrase.text):
        return replace(phrase, case="acc")  # "kesim hakkı": an accusative would be "kesim hakkını"
    cut = ending.start()
    small = last[:1].islower()  # "binayı" is of "bina"; of "Binay" only with a capital letter
    stems = {
        fold_word(one.lemma)
        for one in found
        if one.case is Case.ACCUSATIVE and not one.possessive and not (small and one.proper)
    }
    if _WHICH.search(last) and any(one.part == "Verb" and one.case is Case.ACCUSATIVE for one in found):
        stems.add(fold_word(last)[:-1])  # "kalanı" is "kalan" with -ı
    doubled = phrase.text[cut - 1] == phrase.text[cut - 2]
    if len(ending.group()) > 1 and fold_word(last)[:-1] in stems and not is_owned_there(phrase.text):
        cut += 1  # "altını" is "altın" with -ı before it is "altı" with -nı
    elif doubled and (
        fold_word(phrase.text[:cut].split()[-1]) not in stems and fold_word(phrase.text[: cut - 1].split()[-1]) in stems
    ):
        cut -= 1  # "hattı" is "hat": the consonant doubles before a vowel
    span = Span(phrase.span.start, phrase.span.start + cut)
    return replace(phrase, case="acc", span=span, text=phrase.text[:cut])


@lru_cache(maxsize=1 << 12)
def _stem_of_object(written: str) -> int | None:
    """The length of an Azerbaijani noun that stands in the accusative: "kəndi" is "kənd" with -i, and no "kendi"."""
    form = kindred_noun(fold_word(written)) if not is_latin(written) else None
    stem = kindred_stem(fold_word(written)) if form is not None and form.accusative else None
    return len(stem) if stem is not None else None


def _is_compound(text: str) -> bool:
    """Whether a noun stands bare right before the last word, which then shows that it belongs to it (GK 14.4)."""
    words = text.split()
    if len(words) == 1 or not words[-2].islower() or fold_word(words[-2]) in measures():
        return False
    before = [one for one in readings(words[-2]) if one.bare]
    return bool(before) and all(one.part == "Noun" for one in before)


def is_proper(phrase: Phrase) -> bool:
    """Whether one word is a name that no table has ("Dumas"): names are definite, so that no bare object is one."""
    word = phrase.text
    alone = phrase.name is None and phrase.first == phrase.last and phrase.first > 0
    return alone and word[:1].isupper() and word[1:].islower() and not noun_of(word).known


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
            titled = phrase.quoted or _MARKED.search(phrase.text[: max(0, name.span.start - phrase.span.start)])
            return None if titled else Role(name.span, name.text, name.name)
    return None
