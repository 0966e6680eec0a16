"""The tables of the language that tracing rests on: what belongs together although it is written differently.

Comes in: the CSV tables under ``data/``. Goes out: one `Lexicon` value with the questions the kernel asks: are these
two words an old and a new word for one thing, two forms of one word, two spellings, a number, a negation?
Words come and go in folded letters (`tanik.core.fold`), because both sides have been folded to find each other.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Final

from tanik.core.fold import fold
from tanik.core.tables import read_rows
from tanik.trace.sketch import STEM

__all__ = ["Exchange", "Lexicon", "load_lexicon", "merged"]

_MERGED: Final = str.maketrans("bdgu", "ptki")
_LIKENESS: Final = 0.85
_rows: Final = partial(read_rows, "tanik.trace")
_LONGEST_ENDING: Final = 14
_DIGITS: Final = re.compile(r"\d+")
_REMEMBERED: Final = 100_000
_Rows = tuple[frozenset[int], frozenset[int]]
_NO_ROWS: Final[_Rows] = (frozenset(), frozenset())
# Endings in merged letters that make of a verb its passive (yayımla|n, çoğalt|ıl) or its noun (gider|mek).
_OF_VERB: Final = re.compile(r"(?:(?<=[aeio])n|i[ln]|m[ae]k?)\Z")
# The noun of an action: its stem is a verb's (aydınlat|ma). That of a short one may be any word.
_VERBAL_NOUN: Final = re.compile(r"\w{4}m[ae]\Z")
# What older Turkish says for etmek, and the passive of that, in merged letters: tetkik eylemek, tetkik olunmak.
_AUXILIARIES: Final = ("eyle", "olin", "piyir")
# What stands behind a number in words: beşer, beşinci, beşlik, beşi, beşten; not beşlemek (so nor beslemiş).
_NUMBER_ENDING: Final = re.compile(
    r"(?:[iu]?nc[iu])?(?:s?[ae]r)?(?:l[iu]k|l[iu])?(?:l[ae]r)?(?:[iu]m[iu]z|[iu]n[iu]z|s[iu]|y?[iu])?"
    r"(?:n?[iu]n|n?[dt][ae]n?|y[ae]|n[ae]|[ae]|y?l[ae]|n[iu])?(?:[dt][iu]r|k[iu])?"
)
_THOUSANDS: Final = re.compile(r"\d{3}")
# The whole of a fraction: üçte (bir), yüzde (kırk).
_WHOLE_OF: Final = re.compile(r"([^\W\d_]{2,})[dt][ae]")
_DENIAL: Final = re.compile(r"de[gy]il")
# Numbers that read as something else with a suffix: onun (his), altında (under), yüzünden (because of), binen (rider).
_BARE_NUMBERS: Final = frozenset({"bir", "on", "alti", "yedi", "yuz", "bin", "bucuk", "kirk", "elli"})


@dataclass(frozen=True, slots=True)
class Exchange:
    """Letters that two spellings of one word exchange; `place` is initial, final or any."""

    first: str
    second: str
    place: str
    rule: str


def merged(word: str) -> str:
    """`word` with the letters merged that spellings exchange, as in a fingerprint's stem.

    >>> merged("mesud") == merged("mesut")
    True
    """
    return word.translate(_MERGED)


class Lexicon:
    """The tables, indexed for asking. Make one with `load_lexicon`."""

    likeness: Final = _LIKENESS
    """What an old word and its modern equal count as, where 1 is the same word."""

    def __init__(self) -> None:
        suffixes = sorted({fold(row["suffix"]) for row in _rows("suffixes.csv")}, key=lambda s: (-len(s), s))
        self._suffix_beginnings = frozenset({"", *(merged(suffix)[:2] for suffix in suffixes if suffix)})
        self._other: dict[str, frozenset[str]] = {}
        self._suffixes = re.compile("(?:" + "|".join(suffixes) + ")*")
        self._phrases: dict[str, set[int]] = {}
        sides = [_Side({}, self._phrases, set(), is_old=is_old) for is_old in (True, False)]
        self._old, self._new = (side.words for side in sides)
        # What was found for the words met so far.
        self._met: dict[str, _Rows] = {}
        self._plain: set[str] = set()
        self._heads: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
        glossary = [(row["ottoman"], row["modern"]) for row in _rows("glossary.csv")]
        self._first_azerbaijani = len(glossary)
        glossary += [(row["azerbaijani"], row["turkish"]) for row in _rows("azerbaijani.csv")]
        # Folded in one piece: word by word, that was half the time of the first collation of a process.
        folded = fold("\n".join(itertools.chain.from_iterable(glossary))).replace("'", "")
        rows = zip(folded.split("\n"), merged(folded).split("\n"), strict=True)
        for number, (one, others) in enumerate(zip(rows, rows, strict=True)):
            old, new = (side.enter(cell, number) for side, cell in zip(sides, (one, others), strict=True))
            self._heads.append((old, new))
        for side in sides:
            side.open_derived()
        self._beginnings = frozenset(key[:3] for key in (*self._old, *self._new))
        self.numbers: dict[str, float] = {fold(r["word"]): float(r["value"]) for r in _rows("numbers.csv")}
        self._number_beginnings = frozenset(word[:2] for word in self.numbers)
        self._function = {fold(row["word"]): row["group"] for row in _rows("function_words.csv")}
        self.exchanges = tuple(
            Exchange(fold(r["first"]), fold(r["second"]), r["place"], r["rule"]) for r in _rows("spelling.csv")
        )
        self._polarity = {fold(row["word"]): row["pole"] for row in _rows("polarity.csv")}

    def is_suffixes(self, ending: str) -> bool:
        """Whether `ending` can be read as a row of Turkish suffixes.

        >>> load_lexicon().is_suffixes("lerimizden"), load_lexicon().is_suffixes("das")
        (True, False)
        """
        return len(ending) <= _LONGEST_ENDING and self._suffixes.fullmatch(ending) is not None

    def _both(self, word: str) -> _Rows:
        """The rows that have `word` as their old headword, and as a new one."""
        rows = self._met.get(word)
        if rows is None:
            if len(self._met) > _REMEMBERED:
                self._met.clear()
                self._plain.clear()
            old, new = self._found(self._old, word), self._found(self._new, word)
            rows = self._met[word] = (old, new) if old or new else _NO_ROWS
            if rows is _NO_ROWS:
                self._plain.add(word)
        return rows

    def _with_rows(self, words: Sequence[str]) -> list[tuple[int, _Rows]]:
        """The words that the glossary has, by index; most words are plain, so they are passed over first."""
        plain, both = self._plain, self._both
        return [
            (at, rows) for at, word in enumerate(words) if word not in plain and (rows := both(word)) is not _NO_ROWS
        ]

    def _found(self, index: dict[str, set[int]], word: str) -> frozenset[int]:
        """The rows of the longest headword that `word` begins with and continues with suffixes."""
        key = merged(word)
        if key[:3] not in self._beginnings:
            return frozenset()
        for length in range(len(word), min(2, len(word) - 1), -1):
            rows = index.get(key[:length])
            if rows and (length == len(word) or self.is_suffixes(word[length:])):
                return frozenset(rows)
        return frozenset()

    def equivalents(self, page: Sequence[str], witness: Sequence[str]) -> Iterable[tuple[int, int]]:
        """The pairs (index in page, index in witness) of an old word and its modern equal, either way round."""
        mine = self._with_rows(page)
        if not mine:
            return
        old_here: dict[int, list[int]] = {}
        new_here: dict[int, list[int]] = {}
        for at, (old, new) in mine:
            for entry in old:
                old_here.setdefault(entry, []).append(at)
            for entry in new:
                new_here.setdefault(entry, []).append(at)
        olds, news = old_here.keys(), new_here.keys()
        for column, (old, new) in self._with_rows(witness):
            for entry in news & old if not news.isdisjoint(old) else ():
                yield from ((at, column) for at in new_here[entry])
            for entry in olds & new if not olds.isdisjoint(new) else ():
                yield from ((at, column) for at in old_here[entry])

    def are_equivalent(self, one: str, other: str) -> bool:
        """Whether one of two words is an old word and the other its modern equal.

        >>> load_lexicon().are_equivalent("sulh", "baris"), load_lexicon().are_equivalent("sulh", "harp")
        (True, False)
        """
        if one in self._plain or other in self._plain:
            return False
        (old, new), (old_there, new_there) = self._both(one), self._both(other)
        return not (new.isdisjoint(old_there) and old.isdisjoint(new_there))

    def glossary_rule(self, page: Sequence[str], witness: Sequence[str]) -> str | None:
        """Which rule joins the two, or None: ``glossary_older`` where the page has the old word.

        A page in older words than a witness is no modernisation: then the witness is the rendering. ``azerbaijani``
        where one is the Azerbaijani word for the other.

        >>> load_lexicon().glossary_rule(["baris"], ["sulh"]), load_lexicon().glossary_rule(["sulh"], ["baris"])
        ('glossary', 'glossary_older')
        >>> load_lexicon().glossary_rule(["gazandi"], ["kazandi"]), load_lexicon().glossary_rule(["mektep"], ["okul"])
        (None, 'glossary_older')
        """
        if len(page) == 1 and len(witness) == 1:
            (old, new), (old_there, new_there) = self._both(page[0]), self._both(witness[0])
            # Two forms of one headword are old and new of nothing.
            same = (old & old_there) | (new & new_there)
            modern, older = (new & old_there) - same, (old & new_there) - same
        else:
            modern, older = self._phrase_entries(page) & self._phrase_entries(witness), frozenset()
        shared = modern | older
        if not shared:
            return None
        if min(shared) >= self._first_azerbaijani:
            return "azerbaijani"
        return "glossary_older" if older and not modern else "glossary"

    def _phrase_entries(self, words: Sequence[str]) -> frozenset[int]:
        if len(words) == 1:
            return frozenset.union(*self._both(words[0]))
        if not words:
            return frozenset()
        head = " ".join(merged(word) for word in words[:-1]) + " "
        last = merged(words[-1])
        found: set[int] = set()
        for length in range(len(last), 1, -1):
            rows = self._phrases.get(head + last[:length])
            if rows and self.is_suffixes(words[-1][length:]):
                found |= rows
        return frozenset(found)

    def stem(self, word: str) -> str:
        """The stem of `word` as fingerprints have it."""
        return merged(word)[:STEM]

    def other_stems(self, words: Sequence[str]) -> frozenset[str]:
        """The stems that old and new equals of the last of `words` may have; of two words also those of both as one.

        >>> sorted(load_lexicon().other_stems(["yabanci"]) & {"ecnep"})
        ['ecnep']
        """
        found = self._other.get(words[-1])
        if found is None:
            if len(self._other) > _REMEMBERED:
                self._other.clear()
            old, new = self._both(words[-1])
            heads = {head for row in old for head in self._heads[row][1]}
            heads |= {head for row in new for head in self._heads[row][0]}
            found = self._other[words[-1]] = frozenset(stem for head in heads for stem in self._stems_of(head))
        if len(words) < 2 or not (rows := self._phrase_entries(words)):
            return found
        heads = {head for row in rows for side in self._heads[row] for head in side}
        return found.union(*(self._stems_of(head) for head in heads))

    def _stems_of(self, head: str) -> Iterable[str]:
        """The stems that forms of a headword have: a short one takes letters of its suffixes into its stem."""
        whole = merged(head)
        if len(whole) >= STEM:
            return (whole[:STEM],)
        return {(whole + beginning)[:STEM] for beginning in self._suffix_beginnings} if len(whole) > 2 else ()

    def are_two_entries(self, one: str, other: str) -> bool:
        """Whether the glossary has both words, each for itself: then they are no forms of one word.

        >>> load_lexicon().are_two_entries("menfi", "menfur"), load_lexicon().are_two_entries("millet", "milletin")
        (True, False)
        """
        mine, theirs = frozenset.union(*self._both(one)), frozenset.union(*self._both(other))
        return bool(mine and theirs and not mine & theirs)

    def function_group(self, word: str) -> str | None:
        """The group of a function word (words of one group may stand for each other), or None for a content word."""
        return self._function.get(word)

    def pole(self, word: str) -> str | None:
        """``negative`` or ``positive`` for a word that turns a sentence round, ``reinforcing`` for one that only stands
        with a denial (``asla``, ``hiçbir``), else None."""
        return "negative" if _DENIAL.match(word) else self._polarity.get(word)

    def number(self, word: str, *, of_whole: bool = False) -> float | None:
        """The value of a number written in digits or as one word, suffixes aside.

        `of_whole`: it stands behind the whole of a fraction, where ``onu`` is ten and not him.

        >>> load_lexicon().number("1920de"), load_lexicon().number("otuzu"), load_lexicon().number("otur")
        (1920.0, 30.0, None)
        """
        if word[:1].isdecimal():
            digits = _DIGITS.match(word)
            return float(digits.group()[:300]) if digits is not None and digits.group().isascii() else None
        if word[:2] not in self._number_beginnings:
            return None  # most words are no number, and this is asked of every word
        for length in range(len(word), 1, -1):
            value = self.numbers.get(word[:length])
            if value is not None and length < len(word) and word[:length] in _BARE_NUMBERS and not of_whole:
                continue
            if value is not None and _NUMBER_ENDING.fullmatch(word[length:]):
                return value
        return None

    def value(self, words: Sequence[str]) -> float | None:
        """The value of a row of number words or digits, or None if one of them is no number.

        >>> load_lexicon().value(["bin", "dokuz", "yuz", "yirmi"]), load_lexicon().value(["yirmi", "kisi"])
        (1920.0, None)
        >>> load_lexicon().value(["10", "000"]), load_lexicon().value(["10", "bin"])
        (10000.0, 10000.0)
        >>> load_lexicon().value(["dortte", "ucu"]), load_lexicon().value(["yuzde", "kirk"])
        (0.75, 0.4)
        """
        for at, word in enumerate(words[:-1], start=1):
            whole = _WHOLE_OF.fullmatch(word)
            divisor = self._sum((*words[: at - 1], whole[1])) if whole else None
            if divisor:
                part = self._sum(words[at:], of_whole=True)
                return None if part is None else part / divisor
        return self._sum(words)

    def _sum(self, words: Sequence[str], *, of_whole: bool = False) -> float | None:
        """The value of number words in a row that are no fraction."""
        total, group = 0.0, 0.0
        for at, word in enumerate(words):
            value = self.number(word, of_whole=of_whole)
            if value is None:
                return None
            if at and _THOUSANDS.match(word) and words[at - 1].isdigit():
                group = group * 1000 + value
            elif value >= 1000 and not word[0].isdigit():
                total += max(group, 1.0) * value
                group = 0.0
            elif value == 100 and not word[0].isdigit():
                group = max(group, 1.0) * 100
            else:
                group += value
        return total + group if words else None


@dataclass(frozen=True, slots=True)
class _Side:
    """The headwords of one side of the glossary by their merged letters: the rows of each, and which are verbs."""

    words: dict[str, set[int]]
    phrases: dict[str, set[int]]
    verbs: set[str]
    is_old: bool

    def enter(self, cell: tuple[str, str], number: int) -> tuple[str, ...]:
        """Enter the headwords of a row's cell, folded, and with their letters merged; returns each one's telling word.

        That of a phrase is its longest.
        """
        telling = []
        for headword, key in zip(cell[0].split("|"), cell[1].split("|"), strict=True):
            entries = self.phrases if " " in headword else self.words
            infinitive = headword.endswith(("mak", "mek")) and len(headword) - headword.rfind(" ") > len(" xmak")
            forms = [key, *self._stems(key, headword, infinitive=infinitive)]
            self.verbs.update(forms[1:])
            for form in forms:
                entries.setdefault(form, set()).add(number)
            bare = headword[:-3] if infinitive else headword
            telling.append(max(bare.split(" "), key=len) if entries is self.phrases else bare)
        return tuple(telling)

    def _stems(self, key: str, headword: str, *, infinitive: bool) -> list[str]:
        """The verbs that a headword names: its own stem, and with other auxiliaries (``eylemek`` for ``etmek``)."""
        if not infinitive:
            is_noun = not self.is_old and _VERBAL_NOUN.search(headword)
            return [key[:-2]] if is_noun else []
        others = _AUXILIARIES if self.is_old and headword.endswith("etmek") else ()
        return [key[:-3], *(key[: -len("etmek")] + other for other in others)]

    def open_derived(self) -> None:
        """Let a headword that is made of another one have that one's rows too, which it would hide."""
        for key, rows in self.words.items():
            verb = _OF_VERB.search(key)
            if verb and key[: verb.start()] in self.verbs:
                rows.update(self.words.get(key[: verb.start()], ()))


@cache
def load_lexicon() -> Lexicon:
    """The tables as shipped, read once."""
    return Lexicon()
