"""How long something lasted, told sentences after its beginning and its end.

Comes in: one page. Goes out: findings. ``durations`` reads one sentence and the one behind it; here the two times may
stand in one sentence or two, and the length in one of the next three: as that of something told ("on bir yıllık
başkanlığı", "tam sekiz yıl süren inşaat", "in its thirty years") or as the time through which all went on ("yirmi yıl
boyunca", "iyirmi il ərzində"). Between the two times no third is told. A length that is shorter than they are apart
may be that of a part, and is told only of what lasted so long by its own noun.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from tanik.compare.dates import bounds, days_between, is_day
from tanik.compare.dating import Dated
from tanik.compare.durations import UNITS, is_each_time, length_misfit
from tanik.compare.lifetimes import is_birth
from tanik.compare.model import Finding
from tanik.compare.wordings import says
from tanik.core.span import Span
from tanik.facts.model import Amount, Bound, DateMention

__all__ = ["check_lasting"]

_BACK: Final = 3
_STEM: Final = 4
_NEAR: Final = 3
_MOST: Final = 120 * 365.25
# Behind a length: what lasted, its noun the last word.
_OF_NOUN: Final = re.compile(
    r"['’]?(?:l[iu]k (?:bir )?| suren (?:bu |o )?| devam eden (?:bu )?)(?:[^\W\d]+ )??(?P<noun>[^\W\d]{4,})"
)
_PLURAL: Final = re.compile(r"l[ae]r(?:[iu]n?|[ae]|d[ae]n?)?$")  # "on yıl süren savaşlar" are more than the one told
_THROUGH: Final = re.compile(
    r" (?:boyunca|suresince|zarfinda|erzinde|muddetinde|sureyle|in all)\b|['’]?l[iu]k bir sure\w*"
)
# What somebody did or something was for so long, as the predicate: "on iki yıl evli kaldı", "okulu sekiz yıl yönetti".
_DID: Final = re.compile(
    r" (?:[^\W\d]+ ){0,3}?(?:kal(?:d[iu]|m[iu]s)|yap(?:t[iu]|m[iu]s)|calis(?:t[iu]|m[iu]s)|yonet(?:t[iu]|m[iu]s)"
    r"|dayan(?:d[iu]|m[iu]s)|(?:hizmet|devam|idare|temsil|baskanlik|katiplik) et(?:t[iu]|m[iu]s)"
    r"|(?:gorev|hizmet) (?:yap|ver|gor)(?:[dt][iu]|m[iu]s)|otur(?:du|mus)|yat(?:t[iu]|m[iu]s)|isle(?:d[iu]|m[iu]s)"
    r"|oku(?:du|mus|ttu|tmus)|cik(?:t[iu]|m[iu]s)|fealiyyet goster\w*|isledi|isleyib|kalib"
    r"|served|vorked|remained|stayed)\w*[^\w]*(?:$|[.,;])"
)
# Any deed of a clause that the length opens: it has the subject of the sentence before (Göksel & Kerslake 2005, 26.2).
_DEED: Final = re.compile(
    r" (?!suren |devam )(?:[^\W\d]+['’]?\w* ){0,4}\w+(?:[dt][iu]|m[iu]s(?:t[iu]r?)?|yordu)(?:l[ae]r|k|m)?[.!]"
)
# A noun for what somebody or something does as long as it is there; it needs not have been told before.
_LIFE_OF: Final = re.compile(
    r"yayin|gorev|mudurluk|baskanlik|muhtarlik|memuriyet|surgun|esaret|evlilik|hizmet|saltanat|ogretmenlik|isgal|muhasara"
    r"|kusatma|omr|hayat|varlig|donem|sure(?:ler)?$|grev"
)
_LIFE: Final = re.compile(r"\b(?:omr|omur)\w*")
# How long a state, a body or a newspaper was there: "Cumhuriyet 23 ay yaşadı".
_LIVED: Final = re.compile(r" (?:yasa(?:di|mis|yabil|ya bil)|omur sur|ayakta kal(?:di|mis|abil)|var ol(?:du|mus))\w*")
_ALIVE: Final = re.compile(r"\b(?:ilan|elan|yaradil|kurul|tesis|acil|cik(?:ti|mis|ar|di)|yayin|founded|proclaimed)")
_FELL: Final = re.compile(
    r"\b(?:ordu|asker|kuvvet|birlik|gosun|qosun)\w*[^.;]*\b(?:gir(?:di|mis|ib|ince)|isgal)"
    r"|\b(?:isgal (?:ed|et|ol)|devril|suqut|sukut|yixil|qapan|baglan|ilhak)"
)
_ONLY: Final = re.compile(r"\b(?:cemi|toplam|topu topu|sadece|ancak|yalniz|yalnizca) $")
_OPENED: Final = re.compile(r"\b(?:acil|kurul|yayin|cik|tesis|insa|yapil|opened|founded)")
_CLOSED: Final = re.compile(
    r"\b(?:kapa[nt]|dagil|dagitil|lagv|son bul|sona er|batt|batir|yikil|hizmetten|closed|dissolved)"
)
_ENGLISH: Final = re.compile(
    r"\bfor (?:all )?$|\b(?:in|during|through|over) (?:its|his|her|their|those|these|the)(?: brief| long)? $"
)
_POINTED: Final = re.compile(r"\b(?:those|these|bu|o) (?:tam |uzun )?$")
_LED: Final = 24
_UP_TO: Final = re.compile(r"\b\d{4}['’]?[dt][ae]n (?:itibaren )?\d{4}['’]?y?[ae] (?:kadar|dek|degin)\b")
_OWNED: Final = re.compile(r"\b([^\W\d]{4,})['’]?n?[iu]n $")  # a genitive right before a length
_TOLD: Final = 400


def check_lasting(dated: Dated) -> Iterator[Finding]:
    """The findings about lengths of time on one page whose beginning and end stand in the sentences before."""
    starts = [one.start for one in dated.sentences]
    spans = (one.span for one in dated.page.facts.amounts if one.unit in UNITS)
    for at in sorted({bisect_right(starts, one.start) - 1 for one in spans} - {-1}):
        sentence = dated.sentences[at]
        lengths = [one for one in dated.amounts_in(sentence) if one.unit in UNITS and not is_each_time(one)]
        if len(lengths) != 1 or lengths[0].bound is not Bound.EXACT or lengths[0].value_max is not None:
            continue
        length = lengths[0]
        if _LIVED.match(dated.folded, length.span.end) and not dated.dates_in(sentence):
            yield from _of_lived(dated, at, length)
            continue
        way = _way(dated, sentence, length)
        if way is None or dated.dates_in(sentence):
            continue
        ends = _ends(dated, at, through=not way)
        if ends is not None and _is_of_told(dated, ends, way, sentence, length.span):
            yield from _misfit(dated, length, ends, by_noun=bool(way) and _LIFE_OF.match(way) is None)


def _of_lived(dated: Dated, at: int, length: Amount) -> Iterator[Finding]:
    """How long that was there which the sentences before tell to have been founded and to have come to an end."""
    led = dated.folded[dated.sentences[at].start : length.span.start]
    ends = _ends(dated, at, through=False)
    if ends is None or len(led.split()) > _NEAR + 1:
        return
    first, last = (dated.sentence(one.span) or one.span for one in ends)
    told, end = dated.folded[first.start : first.end], dated.folded[ends[1].span.start : last.end]
    words = [one for one in _ONLY.sub("", led).split() if len(one) > _STEM]
    same = bool(words) and re.search(rf"\b{re.escape(words[-1][: _STEM + 1])}", told) is not None
    if same and _ALIVE.search(told) and (_CLOSED.search(end) or _FELL.search(end)):
        yield from _misfit(dated, length, ends, by_noun=_ONLY.search(led) is not None)


def _way(dated: Dated, sentence: Span, length: Amount) -> str | None:
    """The noun of what lasted so long; nothing where all went on through it; None where it is another length."""
    led = dated.folded[max(sentence.start, length.span.start - 30) : length.span.start]
    behind = dated.folded[length.span.end : sentence.end]
    near = f"{' '.join(led.split()[-3:])} # {' '.join(behind.split()[:2])}"
    owned = _OWNED.search(led)
    if owned is not None and owned[1][:_STEM] not in dated.folded[max(0, sentence.start - _TOLD) : sentence.start]:
        return None  # "Bakanlığın iki yıllık çalışması": of somebody not told of before
    if says(_LIFE.sub(" ", near), "other_length") or "yas" in dated.folded[length.span.start : length.span.end]:
        return None
    through = _THROUGH.match(behind) is not None or _ENGLISH.search(led) is not None
    opening = dated.folded[sentence.start : length.span.start].strip()
    did = len(opening.split()) <= _NEAR and _DID.match(f"{behind} ") is not None
    did = did or (not opening and _DEED.match(behind) is not None)
    if through or (did and not dated.names_in(Span(sentence.start, length.span.start))):
        return ""
    found = _OF_NOUN.match(behind)
    return found["noun"] if found is not None and not _PLURAL.search(found["noun"]) else None


def _ends(dated: Dated, at: int, *, through: bool) -> tuple[DateMention, DateMention] | None:
    """The two times that the sentences before one tell, in their order, if there are no more than two.

    What all went on through may have begun before them: there, neither may the sentences before have one.
    """
    text = dated.page.text
    for first in range(at - 1, max(-1, at - 1 - _BACK), -1):
        stretch = Span(dated.sentences[first].start, dated.sentences[at].start)
        dates = dated.dates_in(stretch)
        if "\n" in text[stretch.start : stretch.end].strip() or len(dates) > 2:
            return None
        if len(dates) == 2:
            one, two = (bounds(date.edtf) for date in dates)
            if is_birth(dated, dates[0]):
                return None  # what lasted from somebody's birth on is a life, and an age
            ordered = one is not None and two is not None and one[1] < two[0]
            before = Span(dated.sentences[max(0, first - _BACK)].start, stretch.start)
            if through and dated.dates_in(before):
                return None
            return (dates[0], dates[1]) if ordered else None
    return None


def _is_of_told(dated: Dated, ends: tuple[DateMention, DateMention], noun: str, sentence: Span, length: Span) -> bool:
    """Whether something begins at the first of two times, and the length is that of what was told, if it has a noun."""
    first, last = (dated.sentence(one.span) or one.span for one in ends)
    told = dated.folded[first.start : last.end]
    owned = _OWNED.search(dated.folded[max(sentence.start, length.start - _LED) : length.start])
    begins = says(told, "begins") or says(told, "set_in") or (_UP_TO.search(told) is not None and not owned)
    led = dated.folded[max(sentence.start, length.start - _LED) : length.start]
    apart = first != last and sentence.start == length.start and not _THROUGH.match(dated.folded[length.end :][:20])
    if not noun and apart and dated.folded[last.start : ends[1].span.start].strip():
        return False  # somebody or something else may be the subject of the second sentence
    if not noun and (_POINTED.search(led) is not None or (sentence.start == length.start and first == last)):
        return True  # of one subject, which the next sentence has too
    if _LIFE.match(noun):  # the life of something that was opened and closed, and nobody's
        return _OPENED.search(told) is not None and _CLOSED.search(told) is not None
    if noun:
        return begins and (
            re.search(rf"\b{re.escape(noun[:_STEM])}", dated.folded[max(0, first.start - 300) : sentence.start])
            is not None
            or re.match(r"insaat|yapim|calisma|kazi|tamir|onarim", noun) is not None
            or _LIFE_OF.match(noun) is not None
        )
    return begins


def _misfit(dated: Dated, length: Amount, ends: tuple[DateMention, DateMention], *, by_noun: bool) -> Iterator[Finding]:
    begin, end = bounds(ends[0].edtf), bounds(ends[1].edtf)
    if begin is None or end is None:
        return
    exact = is_day(ends[0].edtf) and is_day(ends[1].edtf)
    least, most = days_between(begin[1], end[0]), days_between(begin[0], end[1])
    unit = UNITS[length.unit]
    told = length.value * unit
    if most > _MOST or (not exact and unit < UNITS["month"]) or not most / _NEAR <= told <= most * _NEAR:
        return
    too_long = told > most + (unit + 1 if exact else unit / 12)
    too_short = by_noun and told < least - max(unit, 1.0) - 1
    if too_long or too_short:
        days = days_between(begin[0], end[0])
        told_ends = (ends[0].edtf or "", ends[1].edtf or "")
        yield length_misfit(dated, length, told_ends, days, [one.span for one in ends])
