"""Shares in percent of a number that is told, what they come to, and by how many percent a number became another.

Comes in: one page. Goes out: findings. "160 gencin yüzde 25'i, yani 55 kişi" and "25 per cent of the 160 graduates, or
55 men" tell one number twice; so does "300'den 450'ye, yüzde 30 artarak çıktı". A share given in whole percents may be
half a percent off, and the number that it comes to is a whole one. A growth is that of the numbers only where its verb
stands right behind the percents ("yüzde 30 artarak", Göksel & Kerslake 2005, 21.3) and nothing says that it comes round
("yılda", "her yıl"): "yükseldi, bunların yüzde 30'u kadındı" is a share of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tanik.compare.dating import Dated
from tanik.compare.model import Finding
from tanik.compare.reckoning import ALL, COUNTED, is_plain, lies_near, misfit, percents
from tanik.compare.wordings import is_each
from tanik.core.span import Span
from tanik.facts.model import Amount

__all__ = ["check_percents_of"]

# A whole in the genitive right before its share (Göksel & Kerslake 2005, 14.3.2: partitive constructions).
_OF_WHOLE: Final = re.compile(r"[\d.,]+(?: (?:bin|milyon|min))? (?:[^\W\d]+ ){0,2}[^\W\d]{2,}n?[iu]n $")
_OF_FIGURE: Final = re.compile(r"[\d.,]+['’]?n?[iu]n $")
_THAT_IS: Final = re.compile(
    r"^['’]?\w{0,6},? ?(?:\(|(?:yani|yeni|bu da|demek ki|baska (?:bir )?deyisle|diger deyisle)[ ,:]+(?:tam )?)$"
)
_ENGLISH_OF: Final = re.compile(r"^ of (?:the|its|their|those|these|all|his|her)(?: \w+)? $")
_ENGLISH_IS: Final = re.compile(r"^(?: [^\W\d]+){0,3}(?:,? (?:or|that is|i\.e\.|namely),? | \()$")
_FROM: Final = re.compile(r"^(?: [^\W\d]+)?['’]?[dt][ae]n\b[^.;:]{0,24}$")
_UP_TO: Final = re.compile(r"^(?: [^\W\d]+)?['’]?(?:y?[ae])\b")
_BY_SO_MUCH: Final = re.compile(
    r"^(?:['’]?l[iu]k(?: bir)?| oran[iu]nda(?: bir)?| nispetinde| kadar)?"
    r" (?:art(?:arak|is|mis|ti)|yuksel|buyu|cogal|azal|dus|geril)\w*"
)
_ON_THE_WHOLE: Final = re.compile(r"\b(?:ortalama|yillik|senede|senelik|yil basina|ustuste)\b")
_LED: Final = 24  # characters before a share
_ROUNDED: Final = 0.5  # percent
_LEAST: Final = 3  # percents that a growth is off, below which it may have been rounded


def check_percents_of(dated: Dated) -> Iterator[Finding]:
    """The findings about shares in percent of told numbers on one page."""
    if not any(one.unit == "percent" for one in dated.page.facts.amounts):
        return
    for sentence in dated.sentences:
        here = dated.amounts_in(sentence)
        shares = percents(here)
        numbers = [one for one in here if is_plain(one)]
        if len(shares) == 1 and len(numbers) == 2 and shares[0].value_max is None:
            yield from _share(dated, shares[0], numbers)
            yield from _growth(dated, sentence, shares[0], numbers)


def _share(dated: Dated, share: Amount, numbers: Sequence[Amount]) -> Iterator[Finding]:
    """One number, its share, and what that is: all three told."""
    whole, part = numbers
    folded = dated.folded
    if whole.span.start < share.span.start:
        led = folded[whole.span.start : share.span.start]
        of = _OF_WHOLE.fullmatch(led) or _OF_FIGURE.fullmatch(led)
        tells = of and _THAT_IS.match(folded[share.span.end : part.span.start])
    else:
        of = _ENGLISH_OF.match(folded[share.span.end : whole.span.start])
        tells = of and _ENGLISH_IS.match(folded[whole.span.end : part.span.start])
    kinds = {whole.unit, part.unit}
    if not tells or not (len(kinds) == 1 or kinds <= COUNTED):
        return
    reckoned = whole.value * share.value / ALL
    slack = whole.value * _ROUNDED / ALL + 1
    if abs(part.value - reckoned) > slack and lies_near(part.value, reckoned):
        yield misfit(dated, "sum-shares", part, (whole, share), reckoned)


def _growth(dated: Dated, sentence: Span, share: Amount, numbers: Sequence[Amount]) -> Iterator[Finding]:
    """From one number to another, and by how many percent."""
    first, last = numbers
    folded = dated.folded
    goes = _FROM.match(folded[first.span.end : last.span.start]) and _UP_TO.match(folded[last.span.end : sentence.end])
    by = _BY_SO_MUCH.match(folded[share.span.end : sentence.end])
    if not goes or not by or first.value <= 0 or first.unit != last.unit:
        return
    before = max((one.span.end for one in numbers if one.span.end <= share.span.start), default=sentence.start)
    led = folded[max(before, share.span.start - _LED) : share.span.start]
    if is_each(led) or _ON_THE_WHOLE.search(led):
        return
    reckoned = abs(last.value - first.value) / first.value * ALL
    off = abs(share.value - reckoned)
    if off > max(_LEAST, reckoned / 10) and lies_near(share.value, reckoned):
        yield misfit(dated, "sum-growth", share, (first, last), round(reckoned, 1))
