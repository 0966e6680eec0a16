"""Whether a number without a noun stands for a thing by itself, so that its unit may be looked for elsewhere.

Comes in: a number and the tokens of its line. Goes out: yes or no, by what follows it: the end of a clause, a verb, a
bound said as the predicate, a verb of rising or falling. Apart from `elided`, which says whose unit it is.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.fold import fold
from tanik.facts.numbers.read import Number
from tanik.facts.numbers.tokens import FIGURE, MARK, WORD, Token, form_at
from tanik.facts.numbers.words import number_word

__all__ = ["may_stand_alone"]

_CLAUSE: Final = 8  # tokens within which the verb of rising or falling stands
_BOUND_SAID: Final = re.compile(r"(?:fazla|cok|artik|coh|az|ziyade)(?:d[iu]r?|yd[iu])?")
_OPEN_ENDS: Final = ".,;:!?)\"'-…"
_COPULA: Final = re.compile(r"y?[dt][iu]r?")
_MOVES: Final = re.compile(r"(?:cik|in|yuksel|dus|ulas|var|art|azal|cog|cat)\w*")


def _another_word(number: Number, tokens: tuple[Token, ...]) -> bool:
    """Whether a single numeral is likelier a verb or a noun: ``ekmeği yedi.``, ``bunun altı``, ``yüz``, ``bin``."""
    if number.written != "words" or number.last - number.first != 1:
        return False
    word, after = form_at(tokens, number.first), form_at(tokens, number.last)
    if word == "yedi":
        return after in ("", ".", "!", "?")
    if word == "alti":
        return bool(after) and form_at(tokens, number.first - 1).endswith("n")
    return word in ("bin", "yuz", "min")


def may_stand_alone(number: Number, tokens: tuple[Token, ...], text: str) -> bool:
    """Whether the number stands for a thing by itself: at the end of a clause, or before a verb or small word.

    >>> from tanik.facts.numbers.figures import Style
    >>> from tanik.facts.numbers.read import read_number
    >>> from tanik.facts.numbers.tokens import cut
    >>> def alone(text):
    ...     return may_stand_alone(read_number(cut(text), 0, text, Style(",", shown=False)), cut(text), text)
    >>> alone("340 verdi"), alone("12 h., 1 k."), alone("20 binden fazladır."), alone("20 binden geldi.")
    (True, False, True, False)
    """
    if _another_word(number, tokens):
        return False
    if number.ending == "case":
        return _is_bounded(number, tokens) or _goes_in_a_case(number, tokens, text)
    after = tokens[number.last] if number.last < len(tokens) else None
    if after is None:
        return True
    if after.kind == MARK:
        return after.form in _OPEN_ENDS and (after.form != ")" or _in_brackets(tokens, number))
    short = len(after.form) == 1 and after.form != "o"  # "13 h., 1 k.": the letter is short for what is counted
    small = text[after.start].islower() or text[after.start : after.end].isupper()
    return after.kind == WORD and small and not short and (not after.glued or number.ending != "plain")


def _goes_in_a_case(number: Number, tokens: tuple[Token, ...], text: str) -> bool:
    """``65 binden 110 bine çıktı``, ``sayıları 40'tır``: a number with the ending of a case or the copula."""
    after = tokens[number.last] if number.last < len(tokens) else None
    suffix = fold(text[number.end : tokens[number.last - 1].end].strip("'’-"))
    if suffix in ("e", "a", "ye", "ya", "den", "dan", "ten", "tan"):
        ahead = after is not None and (after.kind == FIGURE or number_word(after.form) is not None)
        return (ahead or suffix[0] not in "dt") and _moves_on(number, tokens)
    return _COPULA.fullmatch(suffix) is not None and (after is None or after.kind == MARK)


def _is_bounded(number: Number, tokens: tuple[Token, ...]) -> bool:
    """``ölenlerin sayısı 20 binden fazladır``: the number is a bound, and the clause ends with what says so."""
    over = _BOUND_SAID.fullmatch(form_at(tokens, number.last)) is not None
    behind = form_at(tokens, number.last + 1)
    return over and (not behind or behind in _OPEN_ENDS or behind in ("idi", "olub", "oldu", "olmus"))


def _in_brackets(tokens: tuple[Token, ...], number: Number) -> bool:
    """Whether brackets around more than the number are open before it: not ``(41)``, nor a mark of a note, ``41)``."""
    for at in range(number.first - 1, -1, -1):
        if tokens[at].kind == MARK and tokens[at].form in "()":
            return tokens[at].form == "(" and at < number.first - 1
    return False


def _moves_on(number: Number, tokens: tuple[Token, ...]) -> bool:
    """``300'e, sonra 149'a indirildi``: a verb of rising or falling ends the clause."""
    reach = 1 if number.written == "words" else _CLAUSE
    for token in tokens[number.last : number.last + reach]:
        if token.form in (".", ";", ":", "!", "?"):
            return False
        if _MOVES.fullmatch(token.form):
            return True
    return False
