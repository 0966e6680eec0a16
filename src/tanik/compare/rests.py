"""What is left of a whole when its told parts are taken away: "kalanı", "the rest".

Comes in: one page. Goes out: rests: the whole, the parts taken from it, what is left by reckoning, and the number that
the page gives for it, if it gives one. Turkish says plainly what is part of what: a share bears the possessive of its
whole ("bunun 200 kg'si", "30 balyası"), and the rest is named after its shares. A rest is reckoned only where one whole
of the unit stands right before them, in the sentence or the one before, and no number is rounded. What is reckoned is
never what the page says: whoever shows it marks it so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tanik.compare.dating import Dated
from tanik.compare.model import Finding
from tanik.compare.reckoning import COUNTED, TIMES, comes_to, is_plain, misfit
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Amount

__all__ = ["Rest", "check_rests", "find_rests", "is_share"]

# Who stays alive, behind or awake is no rest of a sum.
_STAYS: Final = r"(?<!hayatta )(?<!sag )(?<!ayakta )(?<!gec )(?<!esir )(?<!geride )"
# Folded: w is v.
_REST: Final = re.compile(
    rf"\b{_STAYS}(?:"
    r"(?:geri |geriye |yerde |elde )?kalan(?:i|ini|inin|ina|inda|inin|lari)?|geriye|elde|"
    r"bakiye(?:si|sini|sinin)?|mutebaki(?:si)?|artan(?:i|ini)|"
    r"the (?:rest|remainder|balance)|(?:the )?remaining|vhat (?:vas left|remained))\b"
)
_ALONE: Final = frozenset(("geriye", "elde", "remaining"))  # name a rest only together with its number
_OF_WHOLE: Final = re.compile(
    r"\b(?:bunun|bunlarin|bunlardan|onun|onlarin|iclerinden|of (?:this|these|them|it|vhich|vhom|that))\b[^.;\d]{0,12}$"
)
_OUT_OF: Final = re.compile(r"(?:^|[;,] )(?:out )?of the \d[\d.,]*[^.;:,\d]{1,60}, $")
_POSSESSIVE: Final = re.compile(r"[a-z]{0,6}?(?:s?[iu]|leri|lari)(?:n[aiu]|n[iu]n|n[dt]an?|yl[ae])?")
_TAIL: Final = re.compile(r"^['’]?(\w{0,12})(?: (\w+))?")
_OF_EACH: Final = re.compile(
    r"['’]?l[iu]k (?:\d|\w+ (?:taksit|senet|esit|parti|hisse))"
)  # "kalanı 500 liralık üç taksitle"
_DIRECT: Final = re.compile(r"^\s*(?:yalniz|sadece|olan|only)?\s*$")
_STEM: Final = 4
_FAR: Final = 3  # times what is left: "400 lirayı o koydu, 350 lirayı kayınpederi, kalan 250 lira" are shares all


@dataclass(frozen=True, slots=True)
class Rest:
    """A rest: the words that name it, its whole, the parts taken, what is left, and the page's own number for it."""

    span: Span
    whole: Amount
    taken: tuple[Amount, ...]
    reckoned: float
    stated: Amount | None = None

    @property
    def fits(self) -> bool:
        """Whether the page gives no number for the rest, or the one that is left."""
        return self.stated is None or comes_to(self.reckoned, self.stated, self.whole.value)


def is_share(dated: Dated, amount: Amount) -> bool:
    """Whether an amount is told as part of something said before: "bunun 35'i", "20 balyası", "of this 20 kg"."""
    if _of_whole(dated, amount) or _is_out_of(dated, amount):
        return True
    tail = _TAIL.match(dated.folded[amount.span.end : amount.span.end + 32])
    if tail is None:
        return False
    if tail[1]:
        return _POSSESSIVE.fullmatch(tail[1]) is not None
    thing, behind = fold(amount.of or ""), tail[2] or ""
    counted = len(thing) > 2 and behind[:-1].startswith(thing[:-1]) and thing not in fold(amount.text)
    return counted and _POSSESSIVE.fullmatch(behind[len(thing) - 1 :]) is not None


def _is_out_of(dated: Dated, amount: Amount) -> bool:
    """Whether a clause opens with the whole and a comma: "Of the 600 rifles landed that night, 350 went …"."""
    around = dated.sentence(amount.span)
    return around is not None and _OUT_OF.search(dated.folded[around.start : amount.span.start]) is not None


def find_rests(dated: Dated) -> Iterator[Rest]:
    """The rests of one page, in order."""
    before: list[Amount] = []
    for sentence in dated.sentences:
        here = [one for one in dated.amounts_in(sentence) if one.unit not in TIMES]
        for found in _REST.finditer(dated.folded, sentence.start, sentence.end):
            rest = _rest(dated, Span(found.start(), found.end()), before, here)
            if rest is not None:
                yield rest
        before = here


def _rest(dated: Dated, span: Span, before: Sequence[Amount], here: Sequence[Amount]) -> Rest | None:
    told = [one for one in here if one.span.end <= span.start]
    behind = next((one for one in here if one.span.start >= span.end), None)
    stated = behind if behind is not None and _DIRECT.match(dated.folded[span.end : behind.span.start]) else None
    if stated is not None and _OF_EACH.match(dated.folded, stated.span.end):
        return None
    if stated is None and dated.folded[span.start : span.end] in _ALONE:
        return None
    first = next((at for at, one in enumerate(told) if is_share(dated, one)), None)
    if first is None:
        return None
    taken = tuple(told[first:])
    whole = _whole(told[:first] or before, taken[0])
    numbers = [one for one in (whole, *taken, stated) if one is not None]
    if whole is None or not all(is_plain(one) and one.unit == whole.unit for one in numbers):
        return None
    if len(taken) > 1 and not all(is_share(dated, one) or _of_whole(dated, taken[0]) for one in taken[1:]):
        return None
    reckoned = whole.value - sum(one.value for one in taken)
    return Rest(span, whole, taken, reckoned, stated) if reckoned > 0 else None


def _of_whole(dated: Dated, amount: Amount) -> bool:
    return _OF_WHOLE.search(dated.folded[max(0, amount.span.start - 32) : amount.span.start]) is not None


def _whole(told: Sequence[Amount], part: Amount) -> Amount | None:
    """The only amount of the part's unit, and of its thing where things are counted."""
    alike = [one for one in told if one.unit == part.unit and _same_thing(one, part)]
    return alike[0] if len(alike) == 1 else None


def _same_thing(whole: Amount, part: Amount) -> bool:
    if part.unit not in COUNTED or not part.of:
        return True
    return fold(part.of)[:_STEM] in fold(f"{whole.text} {whole.of or ''}")


def check_rests(dated: Dated) -> Iterator[Finding]:
    """The rests to which the page gives another number than is left."""
    for rest in find_rests(dated):
        near = rest.stated is not None and rest.stated.value <= rest.reckoned * _FAR
        if rest.stated is not None and near and not rest.fits:
            yield misfit(dated, "sum-rest", rest.stated, (rest.whole, *rest.taken), rest.reckoned)
