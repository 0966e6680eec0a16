"""Numbers in running text: figures, words and mixtures of both.

Comes in: tokens. Goes out: numbers with their place, value and what their ending says. A number is read as
magnitudes that fall (``3 milyon 066 bin 800``), so that two numbers side by side (``beş altı``) part by
themselves. Nothing malformed is repaired silently: ``6.500.000 milyon`` and ``1.1000.000`` carry a problem.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from tanik.core.fold import fold
from tanik.core.made import value
from tanik.facts.numbers.figures import Figure, Style, read_figure
from tanik.facts.numbers.nouns import noughts_apart, noun_at, role_of, stem_in
from tanik.facts.numbers.tokens import FIGURE, MARK, WORD, Token, form_at
from tanik.facts.numbers.words import NumberWord, Piece, number_word, opens_english_number, opens_number, surely_spelt
from tanik.facts.tables import rows

__all__ = ["Number", "read_number", "read_numbers"]

_ORDINAL_TAIL: Final = re.compile(r"-?[iu]?nc[iu]\w*|-?c[iu]\w*|st|nd|rd|th")
_ENGLISH_LINKS: Final = ("and", "-")
_MILLION: Final = 1e6
_GROUP: Final = 3  # digits of a group
_THREE_DIGITS: Final = re.compile("[0-9]{3}")
_FIRST_GROUP: Final = re.compile("[1-9][0-9]{0,2}")
_COUNTED: Final = ("measure", "money", "container", "person", "thing")
# what bears a number of its own, besides the words of the table (TDK Türkçe Sözlük, numara)
_NUMBERED: Final = frozenset(
    (
        *("tren", "vagon", "otobus", "hat", "oda", "kapi", "salon", "yas", "yasi", "sinif", "grup", "sube", "kat"),
        *("peron", "bap", "ayet", "sure", "fasil", "tablo", "cetvel", "qatar", "otaq", "bend", "cedvel"),
        *("table", "room", "train", "chapter", "aged", "verse", "section"),
    )
)


@value
class Number:
    """A number in a text.

    `start` and `end` are code points, `first` and `last` token indices (half open). `ending` is plain,
    distributive, ordinal, partitive or case. `written` is figure, words or mixed. `unit_step` is the last
    magnitude (1 for ``25``, 1000 for ``25 bin``), what ``buçuk`` and shared ranges go by.
    """

    start: int
    end: int
    first: int
    last: int
    value: float
    written: str
    ending: str = "plain"
    unit_step: float = 1.0
    other: float | None = None
    problem: str | None = None


@dataclass(slots=True)
class _Sum:
    """A number while it is being read: what is settled, and the group below the next magnitude."""

    total: float = 0.0
    group: float | None = None
    rank: float = 1000.0
    last_scale: float = float("inf")
    step: float = 1.0
    problem: str | None = None
    figure_last: bool = False

    def value(self) -> float:
        return self.total + (self.group or 0.0)

    def empty(self) -> bool:
        return self.group is None and self.last_scale == float("inf")

    def take_figure(self, value: float, problem: str | None) -> bool:
        """Take a number in figures; False where no figure can stand here."""
        fits = self.group is None and value < self.last_scale
        if fits:
            self.group, self.rank, self.figure_last = value, 1.0, True
            self.problem = self.problem or problem
        return fits

    def take(self, piece: Piece) -> bool:
        """Add one numeral; False (and nothing changed) where it does not continue the number."""
        if piece.kind == "scale":
            return self._take_scale(piece.value)
        if piece.kind == "half":
            return self._take_half(piece.value)
        if piece.kind == "hundred":
            return self._take_hundred()
        if self.figure_last and self.group is not None:
            return False
        rank = {"ten": 10.0, "teen": 1.0, "unit": 1.0}[piece.kind]
        fits = self.rank > (rank if piece.kind != "teen" else 10.0)
        if fits:
            self.group, self.rank = (self.group or 0.0) + piece.value, rank
        return fits

    def _take_hundred(self) -> bool:
        if self.group is None:
            self.group, self.rank = 100.0, 100.0
            return True
        fits = 1 <= self.group <= 9 and not self.figure_last
        if fits:
            self.group, self.rank = self.group * 100, 100.0
        return fits

    def _take_scale(self, scale: float) -> bool:
        if scale >= self.last_scale or (self.group is not None and scale == 12 and self.group > 99):
            return False
        if self.figure_last and self.group is not None and scale >= _MILLION and self.group >= _MILLION:
            self.problem = "magnitude-twice"
            self.total += self.group
        else:
            self.total += scale * (1.0 if self.group is None else self.group)
        self.group, self.rank, self.last_scale = None, 1000.0, scale
        self.step, self.figure_last = scale, False
        return True

    def _take_half(self, part: float) -> bool:
        if self.empty():
            self.group, self.rank = part, 0.0
        elif self.group is not None:
            self.group, self.rank = self.group + part, 0.0
        else:
            self.total += self.last_scale * part
            self.last_scale = min(self.last_scale, 1.0)
        return True


def _figure_ending(tokens: tuple[Token, ...], at: int) -> tuple[str, int]:
    """What is glued to a figure ending before token `at`: the kind of ending, and the token after it."""
    if at < len(tokens) and tokens[at].glued:
        token = tokens[at]
        if token.form in ("'", "-", "?") and at + 1 < len(tokens) and tokens[at + 1].glued:
            after = tokens[at + 1]
            if after.kind == WORD and (token.form != "-" or _HYPHENED.fullmatch(after.form)):
                return ("ordinal" if _ORDINAL_TAIL.fullmatch(after.form) else _case(after.form)), at + 2
        if token.kind == WORD and _ORDINAL_TAIL.fullmatch(token.form):
            return "ordinal", at + 1
        if token.kind == WORD and _SUFFIX.fullmatch(token.form):
            return _case(token.form), at + 1
    return "plain", at


_SUFFIX: Final = re.compile(
    r"(?:[sy]?[iu](?:n[iuae]|nd[ae]n?|n[iu]n)?|[dt][ae](?:n|ki\w*)?|[yn]?[ae]|n?[iu]n|[dt][iu]r?|l[iu]k?\w*|y?l[ae]|s?[ae]r\w*)"
)
# "bin" is also to mount and "yüz" a face; with these cases before these words they are numerals (GK 15.7.5)
_OVER: Final = frozenset(("fazla", "cok", "ziyade", "az", "artik"))
_BOUNDED: Final = {
    **dict.fromkeys(("binden", "yuzden", "minden"), _OVER),
    **dict.fromkeys(("bine", "yuze", "mine"), frozenset(("yakin",))),
    **dict.fromkeys(("bini", "yuzu"), frozenset(("askin", "asan", "gecmis", "bulan"))),
}
_HYPHENED: Final = re.compile(r"c[iu]\w*|s?[iu](?:n[a-z]{1,3})?|[dt][ae]n?|y?[ae]|n?[iu]n|st|nd|rd|th")
_PARTITIVE: Final = re.compile(r"s?[iu](?:n[iuae]|nd[ae]n?|n[iu]n|yd[iu]|d[iu]r)?")
_DISTRIBUTIVE: Final = re.compile(r"s?[ae]r\w*")


def _case(suffix: str) -> str:
    if _DISTRIBUTIVE.fullmatch(suffix):
        return "distributive"
    return "partitive" if _PARTITIVE.fullmatch(suffix) else "case"


def _figure_of(groups: tuple[Token, ...], style: Style) -> Figure:
    """The figure that is written in `groups`, with a problem where the first is too long to be one: ``1300 000``."""
    figure = read_figure("".join(part.form for part in groups if part.kind == FIGURE), style)
    misparted = len(groups) > 1 and len(groups[0].form) > _GROUP
    return replace(figure, problem="groups-not-three") if misparted else figure


def _spaced_groups(tokens: tuple[Token, ...], at: int, text: str) -> int:
    """How many tokens from `at` are groups of one figure parted by blanks: ``1 250 000``, ``12 000``, ``12 500 asker``.

    A small blank parts groups of three digits (ISO 80000-1:2022, 7.3.1); on pages it is a plain one. Of two groups that
    a plain blank parts the second is three noughts, which are no number by themselves, or what they count follows.
    """
    quoted = _quoted_group(tokens, at)
    if quoted:
        return quoted
    count = 1
    while (
        at + count < len(tokens)
        and tokens[at + count].kind == FIGURE
        and _THREE_DIGITS.fullmatch(tokens[at + count].form)
        and text[tokens[at + count - 1].end : tokens[at + count].start] in (" ", "\u00a0", "\u202f", "\u2009")
    ):
        count += 1
    if count == 1 or not _FIRST_GROUP.fullmatch(tokens[at].form):
        return 1 + noughts_apart(tokens, at)
    hard = text[tokens[at].end : tokens[at].end + 1] != " " or tokens[at + 1].form == "000"
    return count if count > 2 or hard or _counts_together(tokens, at, text) else 1


def _quoted_group(tokens: tuple[Token, ...], at: int) -> int:
    """``4'500 tüfek``: three, the tokens of a figure whose thousands an apostrophe parts, else 0.

    No ending is written in figures, so that nothing else can stand so (TDK Yazım Kılavuzu, kesme işareti).
    """
    if form_at(tokens, at + 1) != "'":
        return 0  # as behind most figures
    group, glued = tokens[at + 2 : at + 3], all(one.glued for one in tokens[at + 1 : at + 3])
    if not group or not glued or not _THREE_DIGITS.fullmatch(group[0].form):
        return 0
    alone = not (at + 3 < len(tokens) and tokens[at + 3].glued and tokens[at + 3].form in ("'", "-", "/"))
    return 3 if alone and _FIRST_GROUP.fullmatch(tokens[at].form) else 0


def _counts_together(tokens: tuple[Token, ...], at: int, text: str) -> bool:
    """Whether two figures with a plain blank between them are one: what is counted follows, and nothing parts them.

    A figure before them parts them, and a month, a word for what is numbered ("madde 12 500 lira"), a line's number.
    """
    noun = noun_at(tokens, at + 2)
    if noun is None and stem_in("adjective", form_at(tokens, at + 2)) is not None:
        noun = noun_at(tokens, at + 3)
    if noun is None or noun.kind not in _COUNTED or tokens[at + 2].glued:
        return False
    before = at - 1
    while before >= 0 and tokens[before].form in (".", ":", "'", "("):
        before -= 1
    word = form_at(tokens, before)
    named = role_of("label_before", word) or role_of("clock", word) or word in _NUMBERED or word in _months()
    if named or (before >= 0 and tokens[before].kind == FIGURE):
        return False
    return not _numbers_its_line(text, tokens[at])


def _numbers_its_line(text: str, token: Token) -> bool:
    """Whether a figure at the head of a line counts lines: the one above or below begins with its neighbour."""
    low = text.rfind("\n", 0, token.start) + 1
    if text[low : token.start].strip():
        return False
    high = text.find("\n", token.end)
    above = text[text.rfind("\n", 0, max(low - 1, 0)) + 1 : max(low - 1, 0)]
    below = text[high + 1 : high + 12] if high >= 0 else ""
    found = (re.match(r"[ \t]*([0-9]{1,3})[ .)]", line) for line in (above[:12], below))
    return any(one is not None and abs(int(one[1]) - int(token.form)) == 1 for one in found)


@cache
def _months() -> frozenset[str]:
    return frozenset(fold(row["form"]) for row in rows("months.csv"))


def read_number(tokens: tuple[Token, ...], at: int, text: str, style: Style, *, english: bool = False) -> Number | None:
    """The longest number that begins at token `at`, or None.

    `text` is what the tokens were cut from; `style` how the page writes figures.
    """
    if english and tokens[at].form == "half":
        return _half_of_a_scale(tokens, at)
    opens = opens_english_number if english else opens_number
    if tokens[at].kind == WORD and not opens(tokens[at].form):
        return None
    bounded = _is_bounded(tokens, at)
    if not _begins(tokens[at], text, english=english, bounded=bounded):
        return None
    total, index, ending, other = _Sum(), at, "plain", None
    end, kinds = tokens[at].start, set[str]()
    while index < len(tokens) and (ending == "plain" or _goes_on(tokens, index, ending)):
        token = tokens[index]
        if index > at and "\n" in text[end : token.start]:
            break
        if token.kind == FIGURE:
            count = _spaced_groups(tokens, index, text)
            figure = _figure_of(tokens[index : index + count], style)
            if (token.glued and index > at) or not total.take_figure(figure.value, figure.problem):
                break
            index, end = index + count, tokens[index + count - 1].end
            ending, after = _figure_ending(tokens, index)
            other = figure.other if index == at + count else None
            index = after
            kinds.add(FIGURE)
            continue
        if english and token.form in _ENGLISH_LINKS and index > at and _english_goes_on(tokens, index):
            index += 1
            if tokens[index].form == "a":
                index += 1
            continue
        word = _read(token, text, english=english, inside=index > at or bounded)
        if word is None or (token.glued and not _link_before(tokens, index)):
            break
        trial = replace(total) if kinds else total  # what goes no further is left as it was
        if (word.ending == "distributive" and total.group == 1) or not all(trial.take(one) for one in word.pieces):
            break  # "bir yüzer havuz": nobody says "bir yüz"
        total, end, ending, index = trial, token.start + word.letters, word.ending, index + 1
        other = None
        kinds.add(WORD)
        ending, index = _word_ending(tokens, index, ending)
    if not kinds:
        return None
    written = "mixed" if len(kinds) == 2 else ("figure" if FIGURE in kinds else "words")
    return Number(tokens[at].start, end, at, index, total.value(), written, ending, total.step, other, total.problem)


def _read(token: Token, text: str, *, english: bool, inside: bool) -> NumberWord | None:
    """The number word that a token is, or None."""
    if token.kind != WORD:
        return None
    sure = token.form[:2] == "uc" and surely_spelt(text[token.start : token.end])
    return number_word(token.form, english=english, inside=inside, sure=sure)


def _begins(token: Token, text: str, *, english: bool, bounded: bool) -> bool:
    return token.kind == FIGURE or _read(token, text, english=english, inside=bounded) is not None


def _is_bounded(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "bin" or "yüz" has a case that a bound asks for: ``binden fazla``, ``yüzü aşkın``; not ``bu yüzden``."""
    wanted = _BOUNDED.get(tokens[at].form)
    if wanted is None or at + 1 >= len(tokens) or tokens[at + 1].form not in wanted:
        return False
    return at == 0 or tokens[at - 1].form not in ("bu", "o", "su")


def _half_of_a_scale(tokens: tuple[Token, ...], at: int) -> Number | None:
    """``half a million``, or None."""
    last = tokens[at + 2] if at + 2 < len(tokens) and tokens[at + 1].form == "a" else None
    word = number_word(last.form, english=True) if last is not None else None
    if last is None or word is None or word.pieces[0].kind != "scale":
        return None
    scale = word.pieces[0].value
    return Number(tokens[at].start, last.end, at, at + 3, scale / 2, "words", unit_step=scale)


def _goes_on(tokens: tuple[Token, ...], index: int, ending: str) -> bool:
    """``5'er bin``, ``yüzer bin``: a magnitude after a distributive."""
    if ending != "distributive" or tokens[index].kind != WORD or tokens[index].glued:
        return False
    word = number_word(tokens[index].form)
    return word is not None and word.pieces[0].kind == "scale" and len(word.pieces) == 1 and word.ending == "plain"


def _word_ending(tokens: tuple[Token, ...], index: int, ending: str) -> tuple[str, int]:
    """The ending of a number word, apostrophe and suffix apart included (``buçuk'a``)."""
    if (
        ending == "plain"
        and index + 1 < len(tokens)
        and tokens[index].form == "'"
        and tokens[index].glued
        and tokens[index + 1].glued
        and tokens[index + 1].kind == WORD
    ):
        return _case(tokens[index + 1].form), index + 2
    return ending, index


def _link_before(tokens: tuple[Token, ...], index: int) -> bool:
    return tokens[index - 1].kind == MARK


def _english_goes_on(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a number word follows ``and`` or a hyphen inside an English number."""
    at = index + 1
    if at < len(tokens) and tokens[at].form == "a":
        return at + 1 < len(tokens) and tokens[at + 1].form == "half"
    return at < len(tokens) and number_word(tokens[at].form, english=True) is not None


def read_numbers(tokens: tuple[Token, ...], text: str, style: Style, *, english: bool = False) -> tuple[Number, ...]:
    """Every number of `tokens`, left to right, none overlapping another.

    >>> from tanik.facts.numbers.tokens import cut
    >>> text = "3 milyon 066 bin 800 ruble, yüz ellişer lira"
    >>> [(n.value, n.ending) for n in read_numbers(cut(text), text, Style(",", shown=False))]
    [(3066800.0, 'plain'), (150.0, 'distributive')]
    """
    found, at = [], 0
    opens = opens_english_number if english else opens_number
    while at < len(tokens):
        token = tokens[at]
        if token.kind == MARK or (token.kind == WORD and not opens(token.form)):
            at += 1
            continue
        number = read_number(tokens, at, text, style, english=english)
        if number is None:
            at += 1
            continue
        found.append(number)
        at = max(number.last, at + 1)
    return tuple(found)
