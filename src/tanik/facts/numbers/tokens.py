"""Text cut into words, figures and marks for the number and date grammars.

Comes in: a text. Goes out: tokens with their places, in comparison form. Unlike `core.token` this keeps the marks
and tells whether two tokens touch, because ``1921de``, ``1921'de`` and ``1921 de`` are read differently.

Pages whose letters were damaged on the way are read as well: old fonts that drew ş as the ligature fl (``befl``),
the upper half of Latin-5 read as Mac Roman (``May›s``), and letters lost to question marks (``Aral?k``). Only the
comparison form is mended, and only towards a word that a table knows; the text stays as it is.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from tanik.core.fold import fold, fold_whole
from tanik.core.made import value

__all__ = ["FIGURE", "MARK", "WORD", "Token", "cut", "form_at", "mended"]

WORD: Final = "word"
FIGURE: Final = "figure"
MARK: Final = "mark"

_CUT: Final = re.compile(r"(?P<figure>[0-9]+(?:[.,][0-9]+)*)|(?P<word>[^\W\d_]+)|(?P<mark>\S)")
_CUT_DAMAGED: Final = re.compile(
    r"(?P<figure>[0-9]+(?:[.,][0-9]+)*)|(?P<word>\??[^\W\d_](?:[^\W\d_]|\?(?![?]))*)|(?P<mark>\S)"
)
_LOST: Final = re.compile(r"[^\W\d_]\?[^\W\d_]")
_MAC: Final = {ord("›"): "i", ord("‹"): "i", ord("¤"): "g"}
_MAC_LETTERS: Final = {ord("›"): "ı", ord("‹"): "İ", ord("¤"): "ğ"}
_LIGATURE: Final = re.compile("f[li]")
_MOST_LOST: Final = 4  # lost letters in one word beyond which nothing is guessed


@value
class Token:
    """One word, figure or mark: its place, its comparison form, and whether it touches the token before."""

    start: int
    end: int
    kind: str
    form: str
    glued: bool


def form_at(tokens: tuple[Token, ...], at: int) -> str:
    """The comparison form of token `at`; empty before the first and after the last.

    >>> form_at(cut("On Kişi"), 1), form_at(cut("On Kişi"), -1)
    ('kisi', '')
    """
    return tokens[at].form if 0 <= at < len(tokens) else ""


def _mended(form: str, known: Callable[[str], bool]) -> str:
    """`form` with its lost letters filled so that `known` knows it; unchanged where none fits."""
    if known(form):
        return form
    if _LIGATURE.search(form):
        whole = _LIGATURE.sub("s", form)
        return whole if known(whole) else form
    lost = form.count("?")
    if not 0 < lost <= _MOST_LOST:
        return form
    parts = form.split("?")
    for letters in itertools.product(("i", "s", "g", "'"), repeat=lost):
        whole = "".join(itertools.chain.from_iterable(zip(parts, (*letters, ""), strict=True)))
        if known(whole):
            return whole
    return form


def _from_mac(text: str) -> bool:
    return text.count("›") + text.count("¤") > 3


def mended(text: str) -> str:
    """`text` with the letters of Latin-5 that were read as Mac Roman put back, one for one, where it has them.

    >>> mended("May›s, ‹kdam, k›rk›, s›ra, ba¤")
    'Mayıs, İkdam, kırkı, sıra, bağ'
    """
    return text.translate(_MAC_LETTERS) if _from_mac(text) else text


def _shown(text: str, damaged: bool) -> str:
    return text.translate(_MAC) if damaged else text


def cut(text: str, known: Callable[[str], bool] = lambda _form: True) -> tuple[Token, ...]:
    """The tokens of `text`; `known` says which comparison forms are words, for damaged pages only.

    >>> [(token.form, token.glued) for token in cut("30 Ekim'de")]
    [('30', False), ('ekim', False), ("'", True), ('de', True)]
    """
    lost = text.count("?") > 3 and len(_LOST.findall(text)) > 3  # few texts have so many marks to look at
    mac = _from_mac(text)
    if not (lost or mac):
        return _undamaged(text)
    folded = fold(_shown(text, mac))
    pattern = _CUT_DAMAGED if lost else _CUT
    tokens, last_end = [], -1
    for match in pattern.finditer(folded):
        form = match.group()
        if match.lastgroup == WORD:
            form = _mended(form, known)
        tokens.append(Token(match.start(), match.end(), str(match.lastgroup), form, match.start() == last_end))
        last_end = match.end()
    return tuple(tokens)


@lru_cache(maxsize=1)
def _undamaged(text: str) -> tuple[Token, ...]:
    """The tokens of a text that lost no letters; kept, since dates and amounts ask for those of one page in turn."""
    tokens, last_end = [], -1
    folded = fold_whole(text)
    for match in _CUT.finditer(folded):
        start, end = match.span()
        tokens.append(Token(start, end, match.lastgroup or MARK, folded[start:end], start == last_end))
        last_end = end
    return tuple(tokens)
