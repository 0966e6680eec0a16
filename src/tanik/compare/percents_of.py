"""Shares in percent of a number that is told, what they come to, and by how many percent a number became another.

Comes in: one page. Goes out: findings. "160 gencin yüzde 25'i, yani 55 kişi" and "25 per cent of the 160 graduates, or
55 men" tell one number twice; so does "300'den 450'ye, yüzde 30 artarak çıktı". A share given in whole percents may be
half a percent off, and the number that it comes to is a whole one. A growth is that of the numbers only where its verb
stands right behind the percents ("yüzde 30 artarak", Göksel & Kerslake 2005, 21.3) and nothing says that it comes round
("yılda", "her yıl"): "yükseldi, bunların yüzde 30'u kadındı" is a share of something else.

The number may stand in the sentence before: then the share must be of a word for all of it ("nüfusun", "bunların") or
of its own noun, and what it comes to is told by "yani", "bu da … demekti", in brackets or between commas. So may the
two numbers of a growth, whose verb or noun goes the same way ("yüzde 50'lik bu zam").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from tanik.compare.dating import Dated
from tanik.compare.model import Finding
from tanik.compare.reckoning import ALL, COUNTED, is_plain, lies_near, misfit, percents
from tanik.compare.wordings import is_each, pattern_of, says
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
# What a share comes to, told behind it: "; bu da 80 kişi demekti", or between commas.
_WHICH_IS: Final = re.compile(r"['’]?\w{0,6}(?: [^\W\d]+){0,2}[;,.:]? (?:bu da|yani|demek ki|o da|bu ise) (?:tam )?")
_APPOSED: Final = re.compile(r"['’]?\w{0,6}(?: kadar)?(?:, | \()")
_THAT_SHARE: Final = re.compile(r"['’]?s?[iu](?: [^\W\d]+)?,? ?(?:\(|(?:yani|bu da|demek ki)[ ,]+)")
_OUT_OF: Final = re.compile(r"['’]?\w{0,8}(?:n?[iu]n|[dt][ae]n)(?: [^\W\d]+)? ")
_EN_OUT_OF: Final = re.compile(r"\bof (?:the |its |their )?$")
_OWNER: Final = re.compile(r"\b([^\W\d]{2,}?)(?:l[ae]r)?[iu]?(?:n[iu]n|[iu]n|[dt][ae]n) (?:yaklasik |tam )?$")
_ALL_OF_IT: Final = re.compile(r"nufus|halk|ahali|sakin|mevcu|bunlar|bunu?$|bu$|onlar|tum|hepsi|toplam|ehali")
# Who is told by what they do or belong to: "320 kişi çalışıyordu. İşçilerin dörtte biri …".
_BY_DEED: Final = {
    "isci": "calis|fabrika|atolye|isle",
    "koylu": "koy",
    "ogrenci": "oku|mektep|lise",
    "talebe": "oku|okul|mektep|lise",
    "uye": "meclis|heyet|dernek|cemiyet|komisyon",
    "asker": "tabur|alay|tumen|ordu|bolug",
    "yolcu": "gemi|tren|vapur|bindi",
}
_BY_NOUN: Final = re.compile(
    r"(?:['’]?l[iu]k)?(?: [^\W\d]+){0,2} "
    r"(?:zam|artis|yukselis|buyume|azalis|azalma|dusus|gerileme|indirim|kayip|kayb)\w*"
)
# Before the percents of a growth nothing brings in another whole: a length of time, "bu", the noun of growth.
_SMALL_LED: Final = re.compile(
    r"[^\w]*(?:(?:bu|yani|demek|ki|da|boylece|tam|aradaki|artis|azalis|zam|orani|oran|nufus|sayi|fiyat|fiyatlar|miktar"
    r"|uretim|gelir|icinde|arasinda|toplam)[ ,:;.]*){0,7}"
)
_SO_LONG: Final = re.compile(r"\b[^\W_]+ (?:yil|ay|sene|gun|il|hafta)(?:da|de|lik|l[iu]k)?\b")  # "sekiz yılda"
_STEM: Final = 4
_REACH: Final = 90
_LED: Final = 24  # characters before a share
_ROUNDED: Final = 0.5  # percent
_LEAST: Final = 3  # percents that a growth is off, below which it may have been rounded


@cache
def _moved() -> re.Pattern[str]:
    """A whole word that says that a quantity went up or down, or came to a number."""
    return re.compile(rf"{pattern_of('moved').pattern}\w*")


def check_percents_of(dated: Dated) -> Iterator[Finding]:
    """The findings about shares in percent of told numbers on one page."""
    if not any(one.unit == "percent" for one in dated.page.facts.amounts):
        return
    before: Span | None = None
    for sentence in dated.sentences:
        here = dated.amounts_in(sentence)
        shares = percents(here)
        numbers = [one for one in here if is_plain(one) and one not in shares]
        if len(shares) == 1 and shares[0].value_max is None:
            told = list(_share(dated, shares[0], numbers)) if len(numbers) == 2 else []
            yield from told or _told_apart(dated, before, shares[0], numbers)
            if len(numbers) == 2:
                yield from _growth(dated, sentence, shares[0], numbers)
            yield from _grown_by(dated, before, sentence, shares[0])
        before = sentence


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


def _told_apart(dated: Dated, before: Span | None, share: Amount, numbers: Sequence[Amount]) -> Iterator[Finding]:
    """A share, what it comes to and the number that it is of, in one sentence or the number in the one before.

    "Köyde 400 kişi vardı. Nüfusun yüzde 15'i, yani 60 kişi …"; "180 yaralının üçte biri, 60 kişi, …"; "250 adaydan
    150'si, yani yüzde 60'ı".
    """
    folded, around = dated.folded, dated.sentence(share.span)
    if around is None or not 0 < len(numbers) < 3 or pattern_of("not_exact").search(folded, around.start, around.end):
        return
    part = numbers[-1]
    if part.span.start > share.span.start:
        behind = folded[share.span.end : part.span.start]
        comma = folded[part.span.end : around.end].lstrip(" abcdefghijklmnopqrstuvyz'’")[:1] in (",", ")")
        tells = _THAT_IS.match(behind) or _WHICH_IS.fullmatch(behind) or (_APPOSED.fullmatch(behind) and comma)
    else:
        tells = _THAT_SHARE.fullmatch(folded[part.span.end : share.span.start])
    first = min(share.span.start, part.span.start)
    if len(numbers) == 2:
        whole = numbers[0]
        of = whole.span.end <= first and (
            _OF_WHOLE.fullmatch(folded[whole.span.start : first])
            or _OUT_OF.fullmatch(folded[whole.span.end : first])
            or _takes_up(folded, Span(around.start, whole.span.end), Span(whole.span.end, first))
            or (_EN_OUT_OF.search(folded[around.start : whole.span.start]) and first - whole.span.end < _LED)
        )
    else:
        told = [one for one in dated.amounts_in(before) if is_plain(one)] if before is not None else []
        whole = told[0] if len(told) == 1 else part
        of = whole is not part and before is not None and _takes_up(folded, before, Span(around.start, first))
    kinds = {whole.unit, part.unit}
    if not tells or not of or not (len(kinds) == 1 or kinds <= COUNTED):
        return
    reckoned = whole.value * share.value / ALL
    slack = whole.value * _ROUNDED / ALL + 1
    if abs(part.value - reckoned) > slack and lies_near(part.value, reckoned):
        yield misfit(dated, "sum-shares", part, (whole, share), reckoned)


def _takes_up(folded: str, before: Span, led: Span) -> bool:
    """Whether the genitive before a share is a word for all, or its noun or verb was told in the sentence before."""
    owner = _OWNER.search(folded, led.start, led.end)
    if owner is None or "\n\n" in folded[before.end : led.start]:
        return False
    said = folded[before.start : before.end]
    deed = next((words for noun, words in _BY_DEED.items() if owner[1].startswith(noun)), None)
    if _ALL_OF_IT.match(owner[1]) is not None or (deed is not None and re.search(rf"\b(?:{deed})", said) is not None):
        return True
    return re.search(rf"\b{re.escape(owner[1][:_STEM])}", said) is not None


def _grown_by(dated: Dated, before: Span | None, sentence: Span, share: Amount) -> Iterator[Finding]:
    """By how many percent a number became another, in the next clause or sentence: "Sekiz yılda yüzde 25 arttı"."""
    folded = dated.folded
    here = Span(sentence.start, share.span.start)
    numbers = [one for one in dated.amounts_in(here) if is_plain(one)]
    held = here
    if not numbers and before is not None and "\n" not in dated.page.text[before.end : sentence.start]:
        held, numbers = before, [one for one in dated.amounts_in(before) if is_plain(one)]
    if len(numbers) != 2 or len({one.unit for one in numbers}) != 1 or not 0 < numbers[0].value != numbers[1].value:
        return
    first, last = numbers
    moved = _moved().search(folded, last.span.end, held.end)
    behind = folded[share.span.end : sentence.end]
    by = _BY_SO_MUCH.match(behind) or _BY_NOUN.match(behind)
    if moved is None or by is None or says(behind, "hoped"):
        return
    led = folded[max(held.end if held is before else moved.end(), share.span.start - _REACH) : share.span.start]
    if not _SMALL_LED.fullmatch(_SO_LONG.sub("", led)) or " her " in led:
        return
    up = last.value > first.value
    said = f"{moved[0]} {by[0]}"
    if (up and says(said, "went_down")) or (not up and says(said, "went_up")):
        return
    reckoned = abs(last.value - first.value) / first.value * ALL
    off = abs(share.value - reckoned)
    if off > max(_LEAST, reckoned / 10) and lies_near(share.value, reckoned):
        yield misfit(dated, "sum-growth", share, (first, last), round(reckoned, 1))


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
