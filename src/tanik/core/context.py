"""The reading of each word in its sentence: lemma, case, possession, number, polarity.

Comes in: the words of one sentence in order. Goes out: one `Word` each. The dictionary (`morph.readings`) offers the
right reading among several in 92–99 of 100 words; which it is, the neighbours tell: a genitive before asks for a
possessive, a postposition behind for its case, the end of the sentence for a finite verb. The weights of these stand in
``data/ranker.csv``, set by hand from grammars: the treebanks that could teach them forbid what this package allows.
Unknown words go through the suffix splitter. Readings are kept by word, choices are made from left to right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from tanik.core.fold import lower_turkish
from tanik.core.morph import Case, Reading, readings, split_suffix
from tanik.core.tables import read_rows

__all__ = ["Word", "read_words"]

_FUNCTION: Final = frozenset({"Postp", "Conj", "Det", "Pron", "Ques", "Interj"})
_NOMINAL: Final = frozenset({"Noun", "Pron", "Num", "Adj"})
_FROZEN: Final = frozenset({"Adv", "Postp", "Noun"})
_INFINITIVE: Final = ("mek", "mak")
_OWN_PERSONS: Final = frozenset({"P1sg", "P2sg", "P1pl", "P2pl"})
_NEW_WORDS: Final = frozenset({"With", "Without", "Related", "Agt", "Ness", "Dim", "Equ", "JustLike", "Ly"})
_VERBAL: Final = frozenset({"Past", "Narr", "Prog", "Aor", "Fut", "PresPart", "PastPart", "ByDoingSo", "AfterDoingSo"})
_FINITE: Final = frozenset({"Past", "Narr", "Prog", "Prog2", "Aor", "Fut", "Cond", "Opt", "Neces", "Desr", "CopPast"})
# Which case a postposition governs (Göksel, Kerslake 2005, 17.2).
_GOVERNS: Final = {
    **dict.fromkeys(
        ("kadar", "göre", "doğru", "karşı", "rağmen", "karşın", "dair", "ait", "değin", "dek"), Case.DATIVE
    ),
    **dict.fromkeys(("sonra", "önce", "evvel", "beri", "dolayı", "ötürü", "itibaren", "başka", "fazla"), Case.ABLATIVE),
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word as read in its sentence; `lemma` is in small letters, of verbs the stem (``gel``).

    `part` is Noun, Adj, Verb, Adv, …; it is ``?`` for a word that the dictionary does not know.
    `proper` if it is read as a proper name.
    """

    form: str
    lemma: str
    part: str
    case: Case
    plural: bool = False
    possessive: bool = False
    negative: bool = False
    proper: bool = False


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in read_rows("tanik.core", "ranker.csv")}


@cache
def _pronouns() -> dict[str, tuple[str, Case, bool]]:
    """Pronouns by form: their stems change in ways that the dictionary does not know (``bana``, ``onu``)."""
    return {
        row["form"]: (row["lemma"], Case(row["case"]), bool(row["plural"]))
        for row in read_rows("tanik.core", "pronouns.csv")
    }


def _lemma(reading: Reading, word: str = "") -> str:
    """The lemma; what a suffix has made a new word of (``önemli``, ``gazeteci``) is a lemma itself."""
    if word and reading.marks and reading.marks[-1] in _NEW_WORDS:
        return lower_turkish(word)
    if reading.part == "Verb" and reading.lemma.endswith(_INFINITIVE) and len(reading.lemma) > 4:
        return reading.lemma[:-3]
    return reading.lemma


def _alone(reading: Reading, word: str, *, first: bool) -> Iterable[str]:
    """The features of a reading by itself."""
    marks = reading.marks
    if reading.bare:
        yield "bare"
    if reading.abbreviation:
        yield "abbreviation"
    if reading.part in _FUNCTION and len(reading.marks) < 2:
        yield "function_word"
    if reading.proper and not word[:1].isupper():
        yield "proper_small"
    if reading.proper and word[:1].isupper() and not first:
        yield "proper_capital"
    if not _OWN_PERSONS.isdisjoint(marks):
        yield "first_or_second_person"
    if reading.part == "Adj" and not reading.bare:
        yield "inflected_adjective"
    if (reading.part != "Verb" or "ActN" in marks) and any(mark.startswith("Cop") for mark in marks):
        yield "copula"
    if any("To" in mark or mark in ("Caus", "Pass", "Recip") for mark in marks):
        yield "derived"
    if reading.part == "Verb" and reading.lemma.endswith(_INFINITIVE):
        yield "common_lemma_verb"
    if reading.part == "Verb" and "Imp" in marks:
        yield "imperative"


def _beside(reading: Reading, before: Word | None, after: tuple[Reading, ...], *, last: bool) -> Iterable[str]:
    """The features of a reading among its neighbours: the word chosen before it, the readings of the one behind."""
    nominal = reading.part in _NOMINAL
    finite = reading.part == "Verb" and not _FINITE.isdisjoint(reading.marks)
    if finite:
        yield "finite_last" if last else "finite_inside"
    elif last and reading.bare and reading.part == "Noun":
        yield "noun_last"
    noun = before is not None and before.part in ("Noun", "?") and before.case is Case.NOMINATIVE
    noun_before = noun and before is not None and not before.plural
    owned = before is not None and before.case is Case.GENITIVE
    if nominal and reading.possessive:
        yield "genitive_then_possessive" if owned else "noun_then_possessive" if noun_before else "possessive_alone"
    if nominal and reading.case is Case.ACCUSATIVE and not reading.possessive:
        yield "accusative"
        if noun_before and before is not None and not before.possessive:
            yield "accusative_after_noun"
        if any(one.part == "Verb" for one in after):
            yield "accusative_before_verb"
    if reading.part == "Adj" and reading.bare:
        yield "adjective_before_noun" if any(one.part == "Noun" for one in after) else "adjective_elsewhere"
    if before is not None and before.part == "Num" and reading.plural and nominal:
        yield "number_before_plural"
    if reading.case is Case.GENITIVE and any(one.possessive for one in after):
        yield "genitive_before_possessable"
    wanted = next((_GOVERNS[one.lemma] for one in after if one.lemma in _GOVERNS), None)
    if wanted is not None and reading.case is wanted:
        yield "governed"
    if reading.part == "Det" and reading.lemma == "bir" and any(one.part in ("Noun", "Adj") for one in after):
        yield "article"


def _inflected(reading: Reading) -> bool:
    """Whether a reading is a possessed noun in a case: what frozen adverbs (``içinde``) still are."""
    cased = reading.case is not Case.NOMINATIVE and reading.possessive
    return reading.part == "Noun" and cased and not reading.abbreviation and not reading.proper


def _score(reading: Reading, features: Iterable[str]) -> float:
    weights = _weights()
    size = weights["letter"] * len(_lemma(reading)) + weights["morpheme"] * len(reading.marks)
    return size + sum(weights[feature] for feature in features)


def _chosen(words: Sequence[str], at: int, before: Word | None, known: Callable[[str], bool] | None) -> Word:
    word = words[at]
    after = readings(words[at + 1]) if at + 1 < len(words) else ()
    pronoun = _pronouns().get(lower_turkish(word))
    if pronoun is not None:
        return Word(word, pronoun[0], "Pron", pronoun[1], plural=pronoun[2])
    found = readings(word)
    if not found or (known is not None and known(word)):
        form = split_suffix(word, known=known)
        lemma = lower_turkish(form.stem)
        return Word(word, lemma, "?", form.case, form.plural, form.possessive)
    last = at + 1 == len(words)
    inflected = any(_inflected(one) for one in found)
    verbal = any(one.part == "Verb" and not _VERBAL.isdisjoint(one.marks) for one in found)
    best = max(
        found,
        key=lambda one: _score(
            one,
            (
                *_alone(one, word, first=at == 0),
                *_beside(one, before, after, last=last),
                *(("frozen",) if inflected and one.bare and one.part in _FROZEN else ()),
                *(("verb_form",) if verbal and one.bare and one.part in ("Noun", "Adj") else ()),
            ),
        ),
    )
    return Word(
        word, _lemma(best, word), best.part, best.case, best.plural, best.possessive, best.negative, best.proper
    )


def read_words(words: Sequence[str], *, known: Callable[[str], bool] | None = None) -> tuple[Word, ...]:
    """Each of `words` (one sentence, without its marks) read in its place.

    `known` tells bare words for which there is other evidence (a gazetteer, the page): they are not taken apart.

    >>> [(word.lemma, str(word.case), word.possessive) for word in read_words(("askerin", "evi", "yandı"))]
    [('asker', 'genitive', False), ('ev', 'nominative', True), ('yan', 'nominative', False)]
    >>> [str(word.case) for word in read_words(("kapı", "evi", "gördü"))][1:]
    ['nominative', 'nominative']
    """
    chosen: list[Word] = []
    for at in range(len(words)):
        chosen.append(_chosen(words, at, chosen[-1] if chosen else None, known))
    return tuple(chosen)
