"""The words of one sentence, with the facts that stand on them.

Comes in: a page's text, a sentence's span, the facts found in it, and the stretches (short quotations) that are not
to be looked into. Goes out: words and marks in order, each knowing which date, amount or name it belongs to. Later
stages then speak of word numbers and never of characters.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import Final

from tanik.core.fold import fold, fold_whole, lower_turkish
from tanik.core.made import value
from tanik.core.span import Span
from tanik.facts.model import Amount, DateMention, Facts, Name
from tanik.facts.statements.lexis.mending import Damage, mended, shown

__all__ = ["Word", "behind", "looked_up", "pieces_of", "plain_word", "words_of", "written_of"]

_WORD: Final = re.compile(
    r"\d+(?:[.,:/]\d+)*(?:-[cҹ][iıuüиыуү]\b|['’‘ʼ`´]?[^\W\d_]+)?|"
    # a case ending right behind marks is that of the last word in them, as behind an apostrophe (TDK Yazım Kılavuzu,
    # kesme işareti): "Yeni Yurt Derneği"ni
    r"[^\W_]+(?:['’‘ʼ`´–-][^\W_]+)*(?:[\"”»](?:n?[iıuü]n?|y[iıuü]|[yn]?[ae]|n?[dt][ae]n?|y?l[ae])\b)?|"
    r"[,;:()\[\]?!…–—\"“”«»]|"
    # the stop of a title's abbreviation ends nothing: "Dr. Rıza Nur"
    r"(?<!\b[DM]r)(?<!\bProf)(?<!\bMrs)(?<!\bSt)(?<!\b(?:Alb|Gen|Yzb|Bnb|Doç|Org|Kur))\.(?=[\s*†‡\[])"
)

# the longest of 18,608 sentences of the speeches has 125 words; what has no stop for longer than this is no sentence,
# and a clause is looked through word by word for each of its words
_LONGEST: Final = 300
_COINS: Final = ("dinar",)
_NUMBERS: Final = frozenset(("bin", "milyon", "milyar", "yuz", "elli", "kirk", "otuz", "yirmi", "on"))
_ROUTE: Final = re.compile(r"–|-(?=[A-ZÇĞİÖŞÜƏ])")
_BLANKS: Final = re.compile(r"\s+")
_CLOSING: Final = str.maketrans(dict.fromkeys('"”» ', "'"))


@value
class Word:
    """One word or mark; `date`, `amount` and `name` are indices into the page's facts, or None.

    `quoted` marks the stand-in for a whole quotation that was not looked into, `is_mark` punctuation.
    """

    start: int
    end: int
    lower: str
    folded: str
    date: int | None = None
    amount: int | None = None
    name: int | None = None
    quoted: bool = False
    is_mark: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # punctuation: every rule asks it of every word
        self.is_mark = not self.quoted and not self.folded[:1].isalnum()  # type: ignore[misc]


def plain_word(text: str) -> Word:
    """A word that stands nowhere: for looking up words of tables.

    >>> plain_word("Verdi").folded
    'verdi'
    """
    return Word(0, len(text), lower_turkish(text), fold(text))


def behind(words: Sequence[Word], last: int) -> str:
    """The folded word right behind word `last`, or "" where none is.

    >>> behind([plain_word("Ankara"), plain_word("için")], 0), behind([], 0)
    ('icin', '')
    """
    return words[last + 1].folded if last + 1 < len(words) else ""


def written_of(text: str, word: Word) -> str:
    """A word as the page has it, or as it was likely meant where the page lost its letters."""
    written = text[word.start : word.end]
    if written.isalnum():
        return written  # all but a few words of a page
    written = _with_apostrophe(written)
    return word.lower if "›" in written or "¤" in written or "?" in written else written


def looked_up(text: str, word: Word) -> str:
    """A word as dictionaries have it: as it is written, or in Turkish where it is of a class that both languages share
    ("heç" as "hiç")."""
    written = written_of(text, word)
    if word.lower == written or not word.name is word.amount is None:
        return written
    return word.lower if fold(word.lower) == word.folded != fold(written) else written


def _with_apostrophe(word: str) -> str:
    """A word with its case ending behind closing marks or a blank as behind an apostrophe; marks alone stay."""
    return word if len(word) == 1 or word.isalnum() else word.translate(_CLOSING).replace("''", "'")


def pieces_of(text: str, sentence: Span) -> Iterator[Span]:
    """A sentence as it is, or, where no stop parts hundreds of words, in pieces that end with a mark or a word.

    >>> [len(piece) for piece in pieces_of("un, " * 400, Span(0, 1599))]
    [1199, 399]
    """
    if len(sentence) < 2 * _LONGEST:
        yield sentence  # too short to hold so many words
        return
    start, blanks = sentence.start, 0
    mark = None
    for blank in _BLANKS.finditer(text, sentence.start, sentence.end):
        blanks += 1
        if text[blank.start() - 1] in ",;:":
            mark = blank
        if blanks == _LONGEST:
            cut = mark or blank
            yield Span(start, cut.start())
            # what stands behind the mark is of the next piece: it is counted again
            start, blanks, mark = cut.end(), len(_BLANKS.findall(text, cut.end(), blank.end())), None
    yield Span(start, sentence.end)


def _near(facts: Sequence[DateMention | Amount | Name], sentence: Span) -> list[tuple[int, int, int]]:
    """The facts in a sentence as (start, end, index): one search for all its words."""
    low = max(0, bisect_left(facts, sentence.start, key=lambda fact: fact.span.start) - 1)
    found = []
    for index in range(low, len(facts)):
        span = facts[index].span
        if span.start >= sentence.end:
            break
        if span.end > sentence.start:
            found.append((span.start, span.end, index))
    return found


def _holder(near: Sequence[tuple[int, int, int]], low: int, high: int) -> int | None:
    """The index of the fact that overlaps characters `low` to `high`; facts of a kind do not overlap one another."""
    if high <= near[0][0] or near[-1][1] <= low:
        return None
    for start, end, index in near:
        if start < high and low < end:
            return index
    return None


def _is_of(
    name: int, near: Sequence[tuple[int, int, int]], found: re.Match[str], begin: int, words: Sequence[Word]
) -> bool:
    """Whether the word `found` in a sentence that begins at `begin`, behind `words`, belongs to the name it touches.

    A counted coin that a town is called like does not ("50 dinar"); of two towns and a dash ("Samsun-Amasya hattı")
    neither is it.
    """
    before, written = words[-1] if words else None, found.group()
    counted = before is not None and before.date is None and (before.folded.isdigit() or before.folded in _NUMBERS)
    if counted and fold(written).startswith(_COINS):
        return False
    low, high = found.start() + begin, found.end() + begin
    return not _ROUTE.search(written) or any(i == name and at <= low and high <= end for at, end, i in near)


def words_of(
    text: str, sentence: Span, facts: Facts, masked: Sequence[Span], damage: Damage = Damage.NONE
) -> tuple[Word, ...]:
    """The words and marks of one sentence; each masked stretch is one stand-in word.

    Of a page whose letters are damaged the words are looked up as they were likely meant; offsets stay the page's.
    """
    plain = shown(sentence.of(text), damage)
    # both keep lengths, so that one call a sentence does for all its words
    lowered = lower_turkish(plain)
    folded = sentence.of(fold_whole(text)) if damage is Damage.NONE else fold(plain)
    words: list[Word] = []
    inside: Span | None = None
    dates, amounts, names = (_near(kind, sentence) for kind in (facts.dates, facts.amounts, facts.names))
    for match in _WORD.finditer(plain):
        low, high = match.span()
        start, end = low + sentence.start, high + sentence.start
        cover = next((mask for mask in masked if mask.start < end and start < mask.end), None) if masked else None
        if cover is not None:
            if cover != inside:
                words.append(Word(cover.start, min(cover.end, sentence.end), "", "", quoted=True))
            inside = cover
            continue
        lower, bare = lowered[low:high], folded[low:high]
        if not (lower.isalnum() and bare.isalnum()):
            lower, bare = _with_apostrophe(lower), _with_apostrophe(bare)
        if damage is not Damage.NONE:
            # of "Kâbil?e" the apostrophe is read back with the sentence
            written, shows = text[start:end], plain[low:high]
            meant = mended(shows if damage is Damage.MAC or "'" in shows else written, damage)
            lower, bare = lower_turkish(meant), fold(meant)
        name = _holder(names, start, end) if names else None
        if name is not None and not _is_of(name, names, match, sentence.start, words):
            name = None
        words.append(
            Word(
                start,
                end,
                lower,
                bare,
                _holder(dates, start, end) if dates else None,
                _holder(amounts, start, end) if amounts else None,
                name,
            )
        )
    return tuple(words)
