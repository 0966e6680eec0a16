"""Two readings of one place: what kind of change lies between them.

Comes in: the words of the passage and of the witness at one place, folded and as written. Goes out: the kind, whether
it changes the meaning, and the rule that says so; or nothing where only case or punctuation differ. The questions are
asked in the order of `read_pair`: number, negation, old and new word, spelling, inflection, damage, name; a change
that no table explains is one of wording, and counts as changing the meaning.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import isclose
from typing import Final

from rapidfuzz.distance import Levenshtein

from tanik.core.fold import fold, lower_turkish
from tanik.trace.figures import Manner, manner_of, roman_value
from tanik.trace.lexicon import Exchange, Lexicon, merged
from tanik.trace.minimal import are_two_names, is_minimal_pair, is_other_person, is_surely_name
from tanik.trace.model import DifferenceKind
from tanik.trace.polarity import is_denial, is_denied_lemma, is_negated, is_surely_denial, may_deny

__all__ = ["Reading", "Verdict", "read_gap", "read_pair"]

_APOSTROPHES: Final = str.maketrans("", "", "'’‘ʼ`´′‛＇ʹ\u00ad\u200b\u200c\u200d")
_CIRCUMFLEX: Final = str.maketrans("âîû", "aiu")
_TRIVIAL: Final = frozenset({"also", "that", "izafet", "copula", "and", "question", "very", "one"})
_RESERVATIONS: Final = frozenset({"but", "if"})
# yoksa denies varsa, and gayriresmî resmî; every other denial begins as what it denies.
_OTHER_FIRST_LETTER: Final = frozenset({"yok", "gay"})
_DENYING: Final = frozenset({"negative", "reinforcing"})
_VOWELS: Final = frozenset("aeiou")
_SCAN: Final = "scan"
# A word that the library has nowhere and that is so like the witness's is a damaged one, not a new one.
_DAMAGED: Final = 0.75
# Exchanges of sounds that part two words as often as two spellings; the others are laws of writing.
_OF_SOUND: Final = frozenset({"voicing", "nasal", "vowel_pair", "vowel_harmony"})
_FOOTNOTE: Final = re.compile(r"(?<=[^\W\d_])\d{1,3}$")
# Parts of a whole are written down to four places: a third is 0.3333.
_SAME_PART: Final = 1e-3
_MOJIBAKE: Final = frozenset("›¤‹")
_CONDITIONS: Final = ("sartiyla", "sartile", "takdirde", "mustesna", "mecburiyetiyle", "surece", "muddetce")

Verdict = tuple[DifferenceKind, bool, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """The words at one place: folded, and the characters they stand in.

    `known` says that the library has their stems; `opens` that they open a sentence; `joins` that the verb behind
    them makes one word of them: ``yok etmek`` denies nothing. `follows` is the word behind them: the verb of a noun
    that stands for another verb (``tebliğ etmedi`` for ``bildirmedi``), the part of a fraction; `leads` the one before.
    """

    words: tuple[str, ...]
    raw: str
    known: bool = True
    opens: bool = False
    joins: bool = False
    follows: str = ""
    leads: str = ""


def _equal_letters(page: str, witness: str) -> Verdict | None:
    """The words fold alike: what of their writing differs."""
    mine, theirs = lower_turkish(page), lower_turkish(witness)
    if mine == theirs:
        return None
    mine, theirs = mine.translate(_APOSTROPHES), theirs.translate(_APOSTROPHES)
    if mine == theirs:
        same = len(page.translate(_APOSTROPHES)) - len(page) == len(witness.translate(_APOSTROPHES)) - len(witness)
        return None if same else (DifferenceKind.SPELLING, False, "apostrophe")
    if mine.translate(_CIRCUMFLEX) == theirs.translate(_CIRCUMFLEX):
        return DifferenceKind.SPELLING, False, "circumflex"
    if _bare(mine) == _bare(theirs) and len(mine.split()) == len(theirs.split()) == 1 and "-" not in mine + theirs:
        return DifferenceKind.SPELLING, False, "diacritics"
    if _MOJIBAKE & set(mine + theirs):
        return DifferenceKind.SPELLING, False, "encoding"
    apart = "".join(mine.split()) == "".join(theirs.split())
    return DifferenceKind.SPELLING, False, "joined" if apart else "hyphen"


def _footnote(page: Reading, witness: Reading, lexicon: Lexicon) -> Verdict | None:
    """A footnote's number that stuck to the word before it."""
    del lexicon
    mine, theirs = (_FOOTNOTE.sub("", reading.words[-1]) for reading in (page, witness))
    if len(page.words) == len(witness.words) == 1 and mine == theirs:
        return DifferenceKind.SPELLING, False, "footnote_mark"
    return None


def _bare(word: str) -> str:
    return fold(word).replace("'", "")


def _is_rumi_year(year: float, rumi: float) -> bool:
    """Whether a year is the Gregorian one of a Rumi year, which may be written without its thousand (335).

    To 1332 the year ran from March to February (+ 584, + 585 in its last two months), from 1333 with the Gregorian one.
    """
    whole = rumi + 1000 if 256 <= rumi <= 341 else rumi
    return (1256 <= whole <= 1341 and year - whole == 584) or (1256 <= whole <= 1332 and year - whole == 585)


def _same_manner(page: Reading, witness: Reading) -> str | None:
    """None where both numbers say the same (how many, which one, how many each); else the rule that parts them."""
    mine, theirs = (None if roman_value(r.raw) else manner_of(r.words) for r in (page, witness))
    if mine == theirs or (None in (mine, theirs) and {mine, theirs} <= {None, Manner.COUNT, Manner.RANK}):
        return None
    return "ordinal" if Manner.RANK in (mine, theirs) else "manner_of_number"


def _value(reading: Reading, lexicon: Lexicon) -> float | None:
    value = lexicon.value(reading.words)
    if value is not None or len(reading.words) > 1:
        return value
    # Before a number ``onda`` is the whole of a fraction, behind one ``onu`` its part; elsewhere they are no numbers.
    for fraction in ((*reading.words, reading.follows), (reading.leads, *reading.words)):
        value = lexicon.value(fraction)
        if value is not None and value < 1:
            return value
    return roman_value(reading.raw)


def _are_one(mine: float, theirs: float) -> bool:
    return mine == theirs or (max(mine, theirs) < 1 and isclose(mine, theirs, rel_tol=_SAME_PART))


def _numbers(page: Reading, witness: Reading, lexicon: Lexicon) -> Verdict | None:
    mine, theirs = _value(page, lexicon), _value(witness, lexicon)
    if mine is not None and theirs is not None:
        manner = _same_manner(page, witness)
        if _are_one(mine, theirs):
            return (DifferenceKind.NUMBER, True, manner) if manner else (DifferenceKind.SPELLING, False, "number_form")
        if _is_rumi_year(mine, theirs) or _is_rumi_year(theirs, mine):
            return DifferenceKind.MODERNISED, False, "rumi_year"
        return DifferenceKind.NUMBER, True, "number"
    digits = any(w[0].isdigit() for w in page.words), any(w[0].isdigit() for w in witness.words)
    return (DifferenceKind.NUMBER, True, "digits") if any(digits) else None


def _poles(page: Reading, witness: Reading, lexicon: Lexicon) -> Verdict | None:
    mine, theirs = (
        {lexicon.pole(word) for word in (() if reading.joins else reading.words)} - {None}
        for reading in (page, witness)
    )
    if lexicon.glossary_rule(page.words, witness.words) is not None:
        return _denied_equal(page, witness)
    if merged("".join(page.words)) == merged("".join(witness.words)):
        return None
    written = {lexicon.pole(word) for word in (*page.words, *witness.words)}
    if len(page.words) == len(witness.words) == 1 and written == {"negative", "positive"}:
        return DifferenceKind.POLARITY, True, "negative_word"
    if "negative" in mine ^ theirs or {"reinforcing", "positive"} <= mine ^ theirs:
        return DifferenceKind.POLARITY, True, "negative_word"
    if len(page.words) == len(witness.words) == 1 and _is_turned(page, witness):
        return DifferenceKind.POLARITY, True, "negative_suffix"
    return None


def _is_turned(page: Reading, witness: Reading) -> bool:
    """Whether one of two single words is the other with a negative suffix."""
    one, other = page.words[0], witness.words[0]
    if merged(one[0]) != merged(other[0]) and not {one[:3], other[:3]} & _OTHER_FIRST_LETTER:
        return False  # so most unlike words are told apart at once
    if is_surely_denial(one, other):
        return True
    if is_denial(one, other):
        return may_deny(page.raw) or may_deny(witness.raw)
    return is_denied_lemma(page.raw, witness.raw)


def _denied_equal(page: Reading, witness: Reading) -> Verdict | None:
    """Old and new words for one thing, of which one side denies it: ``bildirmedi`` for ``tebliğ etti``."""
    mine, theirs = (is_negated(r.words[-1]) or is_negated(r.follows) for r in (page, witness))
    if mine != theirs and (is_negated(page.words[-1]) or is_negated(witness.words[-1])):
        return DifferenceKind.POLARITY, True, "negative_suffix"
    return None


def _allowed(exchange: Exchange, before: str, after: str, at: int, word: str) -> bool:
    if {before, after} != {exchange.first, exchange.second}:
        return False
    if exchange.place == "initial":
        return at <= 1
    if exchange.place == "vowels":
        around = word[max(0, at - 1) : at] + word[at + len(before) : at + len(before) + 1]
        return bool(_VOWELS & set(around))
    return exchange.place != "final" or at >= len(word) - max(len(before), 1)


def _exchanges(one: str, other: str, lexicon: Lexicon) -> str | None:
    """The rule by which two words are spellings of one word, or None."""
    if abs(len(one) - len(other)) > 2 or min(len(one), len(other)) < 3:
        return None
    rules: list[str] = []
    for code in Levenshtein.opcodes(one, other):
        if code.tag == "equal":
            continue
        before, after = one[code.src_start : code.src_end], other[code.dest_start : code.dest_end]
        rule = _one_exchange(one, before, after, code.src_start, lexicon)
        if rule is None:
            return None
        rules.append(rule)
    if not rules or len(rules) > 2:
        return None
    return _SCAN if _SCAN in rules else rules[0]


def _one_exchange(word: str, before: str, after: str, at: int, lexicon: Lexicon) -> str | None:
    for exchange in lexicon.exchanges:
        if _allowed(exchange, before, after, at, word):
            return exchange.rule
    doubled = before + after
    if len(doubled) == 1 and word[max(0, at - 1) : at + 2].count(doubled) > (1 if before else 0):
        return "doubling"
    return None


def _shared(one: str, other: str) -> int:
    """How many letters two words begin alike with."""
    length = min(len(one), len(other))
    return next((at for at in range(length) if one[at] != other[at]), length)


def _inflected(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether two words are one stem with different suffixes."""
    if lexicon.are_two_entries(one, other):
        return False
    mine, theirs = merged(one), merged(other)
    shared = _shared(mine, theirs)
    for length in range(shared, max(1, shared - 3), -1):
        rests = one[length:], other[length:]
        whole = not all(rests)
        if (
            length < 2
            or (length == 2 and (not whole or max(len(one), len(other)) > 4))
            or (length == 3 and not whole and min(map(len, rests)) < 2)
        ):
            continue
        if all(lexicon.is_suffixes(rest) for rest in rests):
            return True
    return False


def _damaged(page: Reading, witness: Reading, lexicon: Lexicon) -> str | None:
    one, other = "".join(page.words), "".join(witness.words)
    likeness = Levenshtein.normalized_similarity(one, other)
    if likeness < 0.5:
        return None
    rule = _exchanges(one, other, lexicon)
    if rule is not None and (rule != _SCAN or not page.known):
        return rule
    if not page.known and likeness >= 0.6:
        return "damaged"
    if Levenshtein.distance(one, other) <= max(1, len(other) // 7) and min(len(one), len(other)) >= 5:
        return None if lexicon.are_two_entries(one, other) or is_minimal_pair(page.raw, witness.raw) else "misprint"
    return None


def _functions(page: Reading, witness: Reading, lexicon: Lexicon) -> Verdict | None:
    if len(page.words) != 1 or len(witness.words) != 1:
        return None
    mine, theirs = lexicon.function_group(page.words[0]), lexicon.function_group(witness.words[0])
    if mine is None or theirs is None:
        return None
    if mine == theirs:
        return DifferenceKind.WORDING, False, "like_word"
    return DifferenceKind.WORDING, not {mine, theirs} <= _TRIVIAL, "function_word"


def _old_and_new(page: Reading, witness: Reading, lexicon: Lexicon) -> Verdict | None:
    if not page.known and Levenshtein.normalized_similarity("".join(page.words), "".join(witness.words)) >= _DAMAGED:
        return None
    rule = lexicon.glossary_rule(page.words, witness.words)
    return (DifferenceKind.MODERNISED, False, rule) if rule is not None else None


def _spelled(page: Reading, witness: Reading, lexicon: Lexicon) -> Verdict | None:
    if len(page.words) != 1 or len(witness.words) != 1:
        return None
    rule = _exchanges(page.words[0], witness.words[0], lexicon)
    if rule in _OF_SOUND:
        if is_minimal_pair(page.raw, witness.raw):
            return DifferenceKind.WORDING, True, "minimal_pair"
        if is_other_person(page.raw, witness.raw):
            return DifferenceKind.INFLECTION, False, "suffix"
    return (DifferenceKind.SPELLING, False, rule) if rule is not None and rule != _SCAN else None


def _suffixed(page: Reading, witness: Reading, lexicon: Lexicon) -> Verdict | None:
    if len(page.words) != 1 or len(witness.words) != 1 or not page.known:
        return None
    if _inflected(page.words[0], witness.words[0], lexicon) and not is_minimal_pair(page.raw, witness.raw):
        return DifferenceKind.INFLECTION, False, "suffix"
    return None


def _misprinted(page: Reading, witness: Reading, lexicon: Lexicon) -> Verdict | None:
    rule = _damaged(page, witness, lexicon)
    return (DifferenceKind.SPELLING, False, rule) if rule is not None else None


def _named(page: Reading, witness: Reading, lexicon: Lexicon) -> Verdict | None:
    del lexicon
    if not (page.raw[:1].isupper() and witness.raw[:1].isupper()):
        return None
    sure = not (page.opens or witness.opens) or is_surely_name(page.raw) or is_surely_name(witness.raw)
    return (DifferenceKind.NAME, True, "capitals") if sure else None


def _other_name(page: Reading, witness: Reading, lexicon: Lexicon) -> Verdict | None:
    """Two names that the dictionary has, however alike they are; two spellings of one are not meant."""
    if len(page.words) != 1 or len(witness.words) != 1 or not are_two_names(page.raw, witness.raw):
        return None
    if _exchanges(page.words[0], witness.words[0], lexicon) is not None:
        return None
    return DifferenceKind.NAME, True, "names"


_QUESTIONS: Final = (
    _footnote,
    _numbers,
    _poles,
    _other_name,
    _old_and_new,
    _functions,
    _spelled,
    _suffixed,
    _misprinted,
    _named,
)


def read_pair(page: Reading, witness: Reading, lexicon: Lexicon) -> Verdict | None:
    """What lies between two readings, or None where only case and punctuation differ."""
    if "".join(page.words) == "".join(witness.words):
        return _equal_letters(page.raw, witness.raw)
    for asked in _QUESTIONS:
        verdict = asked(page, witness, lexicon)
        if verdict is not None:
            return verdict
    return DifferenceKind.WORDING, True, "wording"


def _put_in(words: Sequence[str], lexicon: Lexicon) -> Verdict:
    trivial = all(lexicon.function_group(word) in _TRIVIAL for word in words)
    return DifferenceKind.ADDITION, not trivial, "function_word" if trivial else "words_added"


def _left_out(words: Sequence[str], lexicon: Lexicon) -> Verdict:
    """A cut; whether it can turn the sense is told by what was cut: a denial, a condition, a reservation."""
    groups = [lexicon.function_group(word) for word in words]
    rule, changes = "words_dropped", False
    if all(group in _TRIVIAL for group in groups):
        rule = "function_word"
    elif any(lexicon.pole(word) in _DENYING for word in words):
        rule, changes = "cut_negation", True
    elif any(group in _RESERVATIONS or word in _CONDITIONS for group, word in zip(groups, words, strict=True)):
        rule, changes = "cut_condition", True
    return DifferenceKind.OMISSION, changes, rule


def read_gap(words: Sequence[str], *, dropped: bool, bracketed: bool, lexicon: Lexicon) -> Verdict:
    """What it is that the passage left out (`dropped`) or put in.

    >>> read_gap(["degil"], dropped=True, bracketed=False, lexicon=Lexicon())
    (<DifferenceKind.POLARITY: 'polarity'>, True, 'negative_word')
    """
    if not dropped and (bracketed or words[0] == "yani"):
        return DifferenceKind.GLOSS, True, "brackets" if bracketed else "yani"
    if len(words) == 1 and lexicon.function_group(words[0]) == "izafet":
        return DifferenceKind.SPELLING, False, "izafet"
    if len(words) <= 2 and any(lexicon.pole(word) in _DENYING for word in words):
        return DifferenceKind.POLARITY, True, "negative_word"
    if list(words) != ["bir"] and lexicon.value(words) is not None:
        return DifferenceKind.NUMBER, True, "number"
    return _left_out(words, lexicon) if dropped else _put_in(words, lexicon)
