"""Whether one word is the denial of another: ``gelir``/``gelmez``, ``etti``/``etmedi``, ``imkânlı``/``imkânsız``.

Comes in: two folded words. Goes out: yes or no. The negative suffix changes the vowels around it, and the aorist
changes its consonant too, so the words are compared by their consonants with the suffix taken out: ``etmeyecek``
without -me- and its glide, and ``edecek``, both read *t-c-k* (final devoicing merged). What is no suffix but looks like
one (``milletime``, to my nation) is told by the dictionary, where it knows the word as written.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from tanik.core.fold import fold
from tanik.core.morph import Reading, readings

__all__ = ["is_denial", "is_denied_lemma", "is_negated", "is_privative_form", "is_surely_denial", "may_deny"]

# What can follow the negative suffix; ``zaman`` or ``memur`` have none of it.
_NEGATIVE: Final = re.compile(
    r"(?<=..)m[aeiu](?=z|d[iu]|t[ae]n|d[ae]n|m[iu]s|y[aeiu]|m[ae]|s[iu]n|s[ae]|yor|k$|$)|(?<=..)m[iu](?=yor)"
)
_POSSIBLE: Final = re.compile(r"y?[ae]bil(?:[iu]r)?")
_IMPOSSIBLE: Final = re.compile(r"y?[ae]m(?:[ae]z?|[iu](?=yor))")
# The first person of the aorist has its own denial: ederim, etmem; ederiz, etmeyiz.
_I_DO: Final = re.compile(r"(..+?)[aeiu]?r[iu](m|z)")
# The Azerbaijani present: gəlir, gəlmir; oxuyur, oxumur.
_IS_NOT_DOING: Final = re.compile(r"(..+)m([iu]r(?:l[ae]r|d[iu]\w*|s[ae]\w*|[iu]m|[iu]k|s[iu]n\w*)?)")
_I_DO_NOT: Final = re.compile(r"(..+)m[ae](?:(m)|y[iu](z))")
_WITHOUT: Final = re.compile(r"(?<=..)s[iu]z(?=l[iu]k|$|[dlcnmsiau])")
_WITH: Final = re.compile(r"(?<=..)(?:l[iu](?=$|[dlkcnmsyg])|(?:s[iu])?y?l[ae]$)")
_NOT_BEING: Final = re.compile(r"(?<=..)(?:m[ae]y[ae]n|m[ae]d[ae]n|m[ae]ks[iu]z[iu]n)")
_NEGATED: Final = re.compile(
    r"(?<=..)m(?:[ae](?:d[iu]|z(?=$|[lsd])|m[iu]s|y[ae][cnrlbm]|y[iu][pn]|s[iu]n|d[ae]n|ks[iu]z|m[ae]l|m[ae]k)|[iu]yor)"
)
# A deed not done beside another, and one done: olmadan, bakmaksızın; olarak, bakıp, bakarken.
_UNDONE: Final = re.compile(r"(?<=..)(?:m[ae]d[ae]n|m[ae]ks[iu]z[iu]n)$")
_DONE: Final = re.compile(r"(?<=..)(?:y?[ae]r[ae]k(?:t[ae]n)?|y?[iu]p|y?[iu]nc[ae]|[aeiu]?rken)$")
# There is, and there is not, as verbs of one form: varsa, yoksa; varken, yokken.
_THERE_IS: Final = re.compile(r"var(d[iu]r|d[iu]\w*|sa\w*|ken|m[iu]s\w*|d[ae]n|[iu]m|[iu]z)?")
_THERE_IS_NOT: Final = re.compile(r"yok(t[iu]r|t[iu]\w*|sa\w*|ken|m[iu]s\w*|t[ae]n|[iu]m|[iu]z)?")
# The dictionary's marks of a denial.
_MARKS: Final = frozenset({"Neg", "NegAbil", "Without", "WithoutHavingDoneSo"})
# It reads gelmese only as gelme + ise, and kalmadı and kalmamış also as kalma + idi, imiş; gelmeyeyim only as
# gelmeye + yim.
_NOT_DOING: Final = ("ActN", "CopCond")
_LET_ME_NOT: Final = ("ActN", "Dat", "CopPres1sg")
_PERHAPS: Final = (_NOT_DOING, ("ActN", "CopPast"), ("ActN", "CopEvid"))
_PREFIXES: Final = ("gayri", "gayr")
_VOICED: Final = str.maketrans("bdg", "ptk")
_CONSONANTS: Final = str.maketrans("bdg", "ptk", "aeiou")


def _skeleton(word: str) -> str:
    """Consonants alone, final devoicing merged, the glide y left out."""
    return word.translate(_CONSONANTS).replace("y", "")


def _denied_forms(word: str) -> set[str]:
    """What `word` would be without its negation, as skeletons."""
    forms = set()
    for found in _NEGATIVE.finditer(word):
        rest = word[found.end() :]
        forms.add(_skeleton(word[: found.start()]) + _skeleton(rest))
        if rest.startswith("z"):
            forms.add(_skeleton(word[: found.start()]) + "r" + _skeleton(rest[1:]))
    return forms


def _voiced(word: str) -> str:
    """The word with a stem's final voicing merged: ``getmir`` denies ``gedir``."""
    return word.translate(_VOICED)


def _same_form(one: str | None, other: str | None) -> bool:
    """Whether two endings are one, voicing aside."""
    return (one or "").translate(_CONSONANTS) == (other or "").translate(_CONSONANTS)


def _is_there_not(negative: str, positive: str) -> bool:
    there, not_there = _THERE_IS.fullmatch(positive), _THERE_IS_NOT.fullmatch(negative)
    return there is not None and not_there is not None and _same_form(there[1], not_there[1])


def _is_left_undone(negative: str, positive: str) -> bool:
    undone, done = _UNDONE.search(negative), _DONE.search(positive)
    if undone is None or done is None:
        return False
    return _skeleton(negative[: undone.start()]) == _skeleton(positive[: done.start()]) and negative[0] == positive[0]


def _is_surely_denial_of(negative: str, positive: str) -> bool:
    """Whether one word has what only a denial has: of being able, of *I do* and *we do*, ``gayri-`` before it."""
    possible, impossible = _POSSIBLE.search(positive), _IMPOSSIBLE.search(negative)
    if possible and impossible and negative[: impossible.start()] == positive[: possible.start()]:
        return impossible.start() >= 1
    if any(negative == prefix + positive for prefix in _PREFIXES):
        return True
    present = _IS_NOT_DOING.fullmatch(negative)
    if present and any(_voiced(present[1] + glide + present[2]) == _voiced(positive) for glide in ("", "y")):
        return True
    do, do_not = _I_DO.fullmatch(positive), _I_DO_NOT.fullmatch(negative)
    if do is None or do_not is None or do[2] != (do_not[2] or do_not[3]):
        return False
    return negative[0] == positive[0] and _skeleton(do[1]) == _skeleton(do_not[1])


def _is_denial_of(negative: str, positive: str) -> bool:
    if _is_there_not(negative, positive) or _is_left_undone(negative, positive):
        return True
    if _skeleton(positive) in _denied_forms(negative) and negative[0] == positive[0]:
        return True
    if _is_surely_denial_of(negative, positive):
        return True
    for without in _WITHOUT.finditer(negative):
        stem = negative[: without.start()]
        if positive == stem or any(positive[: with_.start()] == stem for with_ in _WITH.finditer(positive)):
            return True
    return False


def is_privative_form(text: str) -> bool:
    """Whether one of the words says that something is not there: ``kararsızca``, ``olmayan``, ``sormadan``.

    >>> is_privative_form("resmî olmayan"), is_privative_form("olan")
    (True, False)
    """
    return any(_WITHOUT.search(word) or _NOT_BEING.search(word) for word in fold(text).split())


def is_negated(word: str) -> bool:
    """Whether a folded word has the ending of a denied verb.

    >>> is_negated("bildirmedi"), is_negated("bildirdi"), is_negated("bildirmek")
    (True, False, False)
    """
    return _NEGATED.search(word) is not None


def _denies(reading: Reading) -> bool:
    marks = reading.marks
    return not _MARKS.isdisjoint(marks) or _NOT_DOING in pairwise(marks) or marks[-3:] == _LET_ME_NOT


def _may_be_denial(reading: Reading) -> bool:
    return _denies(reading) or any(pair in _PERHAPS for pair in pairwise(reading.marks))


def may_deny(written: str) -> bool:
    """Whether a word as written may have a negative suffix: no, where the dictionary knows it and reads none in it.

    >>> may_deny("milletime"), may_deny("gelmemesi"), may_deny("gelmemifi")
    (False, True, True)
    """
    known = readings(written)
    return not known or any(_denies(reading) for reading in known) or _THERE_IS_NOT.fullmatch(fold(written)) is not None


def _lemma(reading: Reading) -> str:
    verb = reading.part == "Verb" and reading.lemma.endswith(("mak", "mek")) and len(reading.lemma) > len("mak") + 1
    return reading.lemma[:-3] if verb else reading.lemma


def is_denied_lemma(one: str, other: str) -> bool:
    """Whether the dictionary reads one word as denied and the other as affirmed, of one verb or one noun.

    Words as written; other voices and tenses of a verb are one verb. A noun must be the only reading of its form.

    >>> is_denied_lemma("bulunmamaları", "bulmaları"), is_denied_lemma("haksız", "hâkim")
    (True, False)
    """
    first, second = readings(one), readings(other)
    return _is_denied_of(first, second) or _is_denied_of(second, first)


def _is_denied_of(denied: tuple[Reading, ...], affirmed: tuple[Reading, ...]) -> bool:
    if not affirmed or any(map(_denies, affirmed)):
        return False
    if not any(map(_denies, denied)) or not all(map(_may_be_denial, denied)):
        return False
    verbs = {_lemma(reading) for reading in denied if reading.part == "Verb"}
    if verbs & {_lemma(reading) for reading in affirmed if reading.part == "Verb"}:
        return True
    nouns = {_lemma(reading) for reading in denied if "Without" in reading.marks}
    return all(_lemma(reading) in nouns for reading in affirmed)


def is_surely_denial(one: str, other: str) -> bool:
    """Whether one of two folded words denies the other by letters that nothing else has: no dictionary need be asked.

    >>> is_surely_denial("ederim", "etmem"), is_surely_denial("gelebilir", "gelemez"), is_surely_denial("zaman", "zan")
    (True, True, False)
    """
    return _is_surely_denial_of(one, other) or _is_surely_denial_of(other, one)


def is_denial(one: str, other: str) -> bool:
    """Whether one of two folded words denies what the other affirms.

    >>> is_denial("edecek", "etmeyecek"), is_denial("gelmez", "gelir"), is_denial("zaman", "zan")
    (True, True, False)
    """
    return one != other and (_is_denial_of(one, other) or _is_denial_of(other, one))
