"""How long something lasted or was held, told behind the only two times of its paragraph.

Comes in: one page, and the findings about lengths of time made before (``durations``, ``lasting``). Goes out: those
that they did not make. The two times stand in their order, nothing else is dated beside them, and the length stands
behind both, at most two sentences on. It is theirs where the page says that it is reckoned ("demek ki", "so he held
it for"), where the noun of what lasted was told with the first time and the second is an end,
or where a verbal noun takes up a verb told before. Rounded lengths ("yakın", "a little over") are told too, and so a
length is told only where it is off by more than one of its unit and more than a quarter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tanik.compare.dates import bounds, days_between, is_day
from tanik.compare.dating import Dated
from tanik.compare.durations import UNITS, is_each_time, length_misfit
from tanik.compare.lifetimes import is_birth
from tanik.compare.model import Finding
from tanik.compare.wordings import says
from tanik.core.span import Span
from tanik.facts.model import Amount, Bound, DateMention, NameKind

__all__ = ["check_held"]

_ENDS: Final = 2
_ON: Final = 2  # sentences from the second time to the length
_BACK: Final = 5  # sentences from the first time to the length
_QUARTER: Final = 0.25
_SEVENTH: Final = 0.15  # of a length that nothing calls rounded, where it is off by more than two of its unit
_FAR: Final = 3.0  # times: farther off a length is of something else
_MOST: Final = 120 * 365.25  # days
_STEM: Final = 5
_LED: Final = 60
_BOUNDS: Final = (Bound.EXACT, Bound.ABOUT, Bound.MORE_THAN)
# Postpositions and comparisons that leave a length rounded (Göksel & Kerslake 2005, 15.4): "yıla yakın", "yılı aşkın".
_NEARLY: Final = (
    r"(?:['’]?(?:y|l)?[ae] yakin| kadar| qeder|['’]?y?[iu] (?:biraz |az |cok )?(?:askin|asan|gecen)"
    r"|['’]?[dt][ae]n (?:biraz |az |bir az )?(?:fazla|uzun|cok|artik))?(?: bir (?:sure|zaman|muddet))?"
)
_ROUNDED: Final = re.compile(rf"^{_NEARLY}")
_LASTED: Final = re.compile(
    rf"^{_NEARLY} (?:sur(?:du|mus|up)|cek(?:di|ib|mis|ti)|devam et(?:ti|mis|di)|davam (?:etdi|edib))\w*"
)
_LASTING: Final = re.compile(rf"^{_NEARLY} (?:suren|ceken|devam eden|davam eden) (?:bu |o )?(?P<noun>[^\W\d]{{4,}})")
_LIVED: Final = re.compile(rf"^{_NEARLY} (?:yasa(?:d[iu]|m[iu]s|yib)|omur sur(?:du|mus|up)|movcud ol(?:du|ub))\w*")
_HELD: Final = re.compile(
    rf"^{_NEARLY} (?:elinde|elde|gorevde|gorevinde|makamda|makaminda|tahtta|iktidarda|esir|acik|kapali|altinda)"
    r" (?:tut|kal|bulun)(?:t[iu]|d[iu]|m[iu]s|ul)\w*"
)
_OVER: Final = r"(?:(?:just|only|a little|slightly|a bit|vell|rather) )*(?:over |under |nearly |almost |about |some )?"
_ENGLISH: Final = re.compile(
    r"\b(?:lasted|held|ruled|reigned|remained|stayed|served|stood|vas in office|kept)\b"
    rf"[^.;,]{{0,24}}? (?:for )?{_OVER}$"
)
_RECKONED: Final = re.compile(
    r"\b(?:demek(?: ki| oluyor ki)?|demeli|yani|hesapla|boylece|boylelikle|therefore|thus|hence|altogether|in all)\b"
    r"|\bso,? (?:he|she|it|they|the|this|that|his|her|its|their)\b"
)
_WHOLE: Final = re.compile(r"\b(?:cemi|topu topu|toplam|hepsi hepsi|butun butun|tam|sadece|yalniz|yalnizca|ancak) ?$")
_VERBAL_NOUN: Final = re.compile(r"(?:^|[ ,])(?P<stem>[^\W\d]{2,})m[ae] (?:tam |toplam |cemi )?$")
_SUBJECT: Final = re.compile(
    r"(?:^(?:bu |o |the |this )?|\bbu )(?P<noun>[^\W\d]{4,})"
    r"(?:,| demek ki| ise| da| de| tam| toplam| cemi| sadece| yalnizca| ancak| topu topu| lasted)* "
    rf"{_OVER}$"
)
_COMPOUND: Final = re.compile(r" [^\W\d]+(?:[iu]|l[ae]r[iu]\w*)\b")  # "iki yıl süren savaş yazıları"
_OF_OTHER: Final = re.compile(r"\b(?:ikinci|obur|oteki|baska|diger|other|second|another)\b")
_UNTOLD: Final = re.compile(r"\?|\bdeg?il\b")  # asked, or denied
_LITTLE: Final = re.compile(r"\b(?:biraz|az|little|slightly|bit|just)\b")


def check_held(dated: Dated, told: Sequence[Finding]) -> Iterator[Finding]:
    """The findings about lengths of time on one page behind the two times of a paragraph.

    >>> from tanik.compare.model import Examined
    >>> from tanik.facts.model import Facts
    >>> from tanik.page.model import Page, Source
    >>> list(check_held(Dated(Examined(Page("p", Source("0", "text/plain"), "", ()), Facts())), ()))
    []
    """
    known = {place.span for one in told for place in one.places}
    for length in dated.page.facts.amounts:
        if (
            length.unit not in UNITS
            or is_each_time(length)
            or length.bound not in _BOUNDS
            or length.value_max is not None
        ):
            continue
        sentence = dated.sentence(length.span)
        ends = _ends(dated, length.span) if sentence is not None and length.span not in known else None
        if sentence is not None and ends is not None and _is_theirs(dated, ends, sentence, length.span):
            yield from _misfit(dated, length, ends, sentence)


def _ends(dated: Dated, length: Span) -> tuple[DateMention, DateMention] | None:
    """The two times before a length, where its paragraph has no third and no other length stands among them."""
    text = dated.page.text
    start, end = text.rfind("\n", 0, length.start) + 1, text.find("\n", length.end)
    paragraph = Span(start, end if end >= 0 else len(text))
    mentions = [one for one in dated.page.facts.dates if paragraph.contains(one.span)]
    dates = dated.dates_in(Span(start, length.start))
    if len(mentions) != _ENDS or len(dates) != _ENDS or is_birth(dated, dates[0]) or is_birth(dated, dates[1]):
        return None
    sentences = [one for one in dated.sentences if start <= one.start < length.start]
    at = [sum(one.start <= date.span.start for one in sentences) for date in dates]
    others = [one for one in dated.amounts_in(Span(dates[0].span.start, length.start)) if one.unit in UNITS]
    near = len(sentences) - at[1] <= _ON and len(sentences) - at[0] <= _BACK
    return (dates[0], dates[1]) if near and not others else None


def _is_theirs(dated: Dated, ends: tuple[DateMention, DateMention], sentence: Span, length: Span) -> bool:
    """Whether a length is that of what lies between two times."""
    led, behind = dated.folded[sentence.start : length.start], dated.folded[length.end : sentence.end]
    led = led[max(led.rfind(mark) for mark in ";:") + 1 :].lstrip()
    near = f"{' '.join(led.split()[-3:])} # {' '.join(_ROUNDED.sub('', behind).split()[:2])}"
    if "yas" in dated.folded[length.start : length.end] or _UNTOLD.search(behind) or says(near, "other_length"):
        return False
    beside = dated.names_in(Span(max(sentence.start, min(ends[1].span.end, length.start)), length.start))
    if _OF_OTHER.search(led) or any(one.kind is NameKind.PERSON for one in beside):
        return False
    first, last = (dated.sentence(one.span) or one.span for one in ends)
    begun = dated.folded[first.start : min(first.end, ends[1].span.start)]
    over = dated.folded[max(last.start, ends[0].span.end) : min(last.end, length.start)]
    lasted = any(one.match(behind) for one in (_LASTED, _LIVED, _HELD)) or _ENGLISH.search(led) is not None
    if lasted and (_RECKONED.search(led[-_LED:]) or (_takes_up(dated, led, sentence) and says(over, "came_to_end"))):
        return True
    return _is_of_begun(led, behind, begun, over)


def _is_of_begun(led: str, behind: str, begun: str, over: str) -> bool:
    """Whether what lasted has the noun of what began at the first time, and came to its end at the second."""
    lived = _LIVED.match(behind) is not None
    lasting = _LASTING.match(behind)
    if lasting is not None and _COMPOUND.match(behind, lasting.end()):
        return False
    subject = _SUBJECT.search(led) if lived or _LASTED.match(behind) or _ENGLISH.search(led) else None
    found = lasting or subject
    set_in = any(says(begun, kind) for kind in ("begins", "set_in", "proclaimed"))
    closed = says(over, "came_to_end") or (lived and _WHOLE.search(led) is not None)
    return found is not None and set_in and closed and _is_told(found["noun"], begun)


def _takes_up(dated: Dated, led: str, sentence: Span) -> bool:
    """Whether a verbal noun leads to a length whose verb the page told before: "okundu … devam edilen okuma"."""
    found = _VERBAL_NOUN.search(led)
    return found is not None and re.search(rf"\b{found['stem']}", dated.folded[: sentence.start]) is not None


def _is_told(noun: str, before: str) -> bool:
    """Whether a noun of the words before is taken up: the same beginning, of a word that is no other's."""
    return re.search(rf"\b{re.escape(noun[:_STEM])}", before) is not None


def _misfit(dated: Dated, length: Amount, ends: tuple[DateMention, DateMention], sentence: Span) -> Iterator[Finding]:
    begin, end = bounds(ends[0].edtf), bounds(ends[1].edtf)
    if begin is None or end is None or begin[1] >= end[0] or "/" in f"{ends[0].edtf}{ends[1].edtf}":
        return
    exact, unit = is_day(ends[0].edtf) and is_day(ends[1].edtf), UNITS[length.unit]
    least, most = days_between(begin[1], end[0]), days_between(begin[0], end[1]) + 1
    told = length.value * unit
    if most > _MOST or (not exact and unit < UNITS["month"]) or not least / _FAR <= told <= most * _FAR:
        return
    around = dated.folded[max(sentence.start, length.span.start - _LED) : length.span.end + 24]
    short = least - told if length.bound is not Bound.MORE_THAN or _LITTLE.search(around) else 0
    off, beside = (told - most, most) if told > most else (short, least)
    plainly = length.bound is Bound.EXACT and off > 2 * unit and off > _SEVENTH * beside
    if off > unit and (off > _QUARTER * beside or plainly):
        days = days_between(begin[0], end[0])
        told_ends = (ends[0].edtf or "", ends[1].edtf or "")
        yield length_misfit(dated, length, told_ends, days, [one.span for one in ends])
