"""Findings about durations: a time that does not lie between the two days or years beside which it is told.

Comes in: one page. Goes out: findings. A sentence with a beginning, an end (or both as one stretch) and one length of
time: "1914'te başladı, 1918'de bitti; altı yıl sürdü", "1930-1938 arasında on iki yıl", "üç yıl sonra 1922'de". What
goes on may be shorter than the stretch it is told of, so only what *lasted*, or came so long *after*, is told where
it is too short. The year that had begun may be counted or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tanik.compare.dates import bounds, days_between, is_day
from tanik.compare.dating import Dated
from tanik.compare.model import Finding, FindingKind
from tanik.compare.wordings import says
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Amount, Bound, DateMention

__all__ = ["UNITS", "check_durations", "is_each_time", "length_misfit"]

_YEAR: Final = 365.25
UNITS: Final = {"year": _YEAR, "month": 30.44, "day": 1.0}
_AFTER: Final = re.compile(r"^\W?\w{0,6}\W? ?(?:sonra|later|after|kecdikden|kecince|gecince)\b")
# What is reckoned from what was told before: "demek ki on sekiz yıl …".
_COMES_TO: Final = re.compile(
    r"\b(?:demek(?: ki| oluyor ki)?|yani|demeli|that is|boylece|boylelikle|toplam|topu topu|so|thus)[, ]+(?:tam )?$"
)
# So long under way by then: the copula -dır behind a length of time (Ergin, Türk Dil Bilgisi: zaman zarfları).
_UNDER_WAY: Final = re.compile(
    r"^[dt][iu]r (?:[^\s.;,]+ )?(?:yolda|denizde|seferde|yuruyor|kusatma|muhasara|grevde|isgal altinda)"
)
# A beginning in the ablative and an end up to which it went, or one stretch ("1908–1925 yılları arasında").
_LASTED: Final = re.compile(
    r"^ (?:suren|surmus olan|devam eden|boyunca suren) (?:bu )?(?:[^\s.,;]+ )??(?P<noun>[^\W\d]{4,})"
    r"|^ surdu\w*|^ surmus\w*"
)
_ABLATIVE: Final = re.compile(r"(\w+[’']?[dt][ae]n)\W+(?:(?:hemen|tam|yalniz\w*|sadece|ancak|henuz|yaklasik)\W+)?$")
_OF_A_DAY: Final = re.compile(r"(?:bu|o|su|on|bun|sun)d[ae]n$|(?:gun|tarih|yil|sene|ay)\w*$")
_TOUCHES: Final = 3  # characters between a day and its case: "26 Nisan 1920'den", "1920 yılından"
_OBLIQUE: Final = re.compile(r"(?:[dt][ae]n?|[iu]n|l[ae])$")  # what is told of takes place in it, from it, with it
_PLURAL: Final = re.compile(r"l[ae]r(?:[iu]n?|[ae]|d[ae]n?)?$")
_TO_COME: Final = re.compile(r"\b(?:shall|vill)\b")  # a term that is laid down goes on after the years beside it
_NEAR: Final = 4  # words before the length: "Bu inşaat tam yedi yıl sürdü"
_MOST: Final = 120  # years


# What took so long and was over by the day beside it: "yedi yıl süren çalışmanın ardından",
# "after a stoppage of 32 days".
_OVER: Final = re.compile(
    r"^(?:['’]?l[iu]k(?: bir)?| suren(?: bir)?)(?: [^\W\d]+){0,2}? [^\W\d]{3,}"
    r"(?:[dt][ae]n sonra|n?[iu]n (?:ardindan|sonunda|akabinde|neticesinde))\b"
    r"|^ suren (?:bu |o )?[^\W\d]{3,}[dt][ae]n (?=\d{4}\b)"
)
# "Yirmi yıl süren inşaat 1924'te bitti": what lasted so long and came to its end then.
_ENDED_THEN: Final = re.compile(
    r"^ suren (?:bu |o )?[^\W\d]{3,}(?: [^\W\d]{3,})? (?:nihayet |ancak )?\d[^.;]*"
    r"\b(?:bit(?:ti|mis|irildi|ebildi)|tamamlan|son bul|sona er|kapan|kaldiril)"
)
_ELAPSED: Final = re.compile(r"\baradan (?:tam |koca |uzun )?$")
_GONE_BY: Final = re.compile(r"^ gec(?:ti|mis|tikten|ince)")
_AFTER_A: Final = re.compile(
    r"\bafter (?:an?|its|his|her|their|the)(?: \w+){1,2} (?:of|lasting) (?:just |only |ehactly )?$"
)
# A length that is definite by a participle of passing or a demonstrative: "içeride geçen dört senede".
_PASSED: Final = re.compile(r"\b(?:gecen|gecirdi\w+|kaldi[gk]\w+|bu|o|those|these|kecen) (?:tam |uzun )?$")
_THEN_IN: Final = re.compile(r"^['’]? ?(?:sonra|later)[ ,]+(?:yani |in |on )*$")
# So long in a state by then, and the deed by which one comes into it: "evlen-" of "evli" (Türkçe Sözlük, TDK).
_STATES: Final = {
    re.compile(r"^(?:['’]?l[iu]k|d[iu]r| idi ki)? evli(?:y\w+|d[iu]r\w*| idi\w*| bulun\w+)?\b"): re.compile(
        r"\bevlen(?:di|mis|ip|ir|en|me)|\b(?:nikah|dugun)\w* \w*(?:yap|ki[iy]|ol)"
    ),
    re.compile(r"^(?:['’]?l[iu]k|d[iu]r| idi ki)? nisanli(?:y\w+|d[iu]r\w*| idi\w*)?\b"): re.compile(r"\bnisanlan"),
    re.compile(r"^(?:d[iu]r| idi ki)? (?:hapiste|cezaevinde|mahpus|hebsde)"): re.compile(
        r"\b(?:tutuklan|hapse|hapsed|cezaevine|hebs ol)"
    ),
    re.compile(r"^(?:d[iu]r| idi ki)? surgunde"): re.compile(r"\b(?:surul|surgun)"),
}
# Nobody new stands before the length: a comma, the year, or "o gün" and the like lead to it.
_THEN_LED: Final = re.compile(
    r"(?:^|[,;:] |\d{4}['’]?[dt][ae] )(?:(?:o (?:gun|yil|sene|sira(?:da|lar\w*)?|zaman)|artik|tam|zaten|henuz|da|de"
    r"|\w+[dt][iu](?:[gy][iu]|kl[ae]ri)nd[ae]) )*$"
    r"|\d{4}['’]?[dt][ae] (?:[^\W\d]+ ){0,3}\w+[dt][iu](?:[gy][iu]|kl[ae]ri)nd[ae] $"
)
_EACH: Final = re.compile(r"(?:\d+['’]?s?[ea]r|[^\W\d]+(?:er|ar))\b")  # "beşer yıl arayla" is no one length
_SO_LONG: Final = re.compile(r"^['’]?\w{0,3}(?: yakin| kadar)? (?:sur(?:du|mus|er)\w*|devam et\w*|davam et\w*)")
_THUS_LASTED: Final = re.compile(r"\b(?:thus|therefore|hence|so) (?:lasted|continued|vent on)(?: for)? $")  # v is w
_ROUGHLY: Final = 1.25
_FAR: Final = 2.5  # times: farther off a length is of something else
_BACK: Final = 3  # sentences back to a beginning


def check_durations(dated: Dated) -> Iterator[Finding]:
    """The findings about durations on one page."""
    before: Span | None = None
    for at, sentence in enumerate(dated.sentences):
        last, before = before, sentence
        lengths = [one for one in dated.amounts_in(sentence) if one.unit in UNITS and not is_each_time(one)]
        dates = dated.dates_in(sentence)
        if last is not None and len(lengths) == 1 and not dates and _concludes(dated, last, sentence, lengths[0]):
            yield from _concluded(dated, last, lengths[0])
            continue
        if len(lengths) == len(dates) == 1 and lengths[0].bound is Bound.EXACT:
            yield from _since(dated, at, lengths[0], dates[0])
        if last is not None and lengths and not dates and _goes_on(dated, last, sentence, lengths[0]):
            sentence, dates = Span(last.start, sentence.end), dated.dates_in(last)  # noqa: PLW2901 - both as one
        if len(lengths) != 1 or lengths[0].bound is not Bound.EXACT or lengths[0].value_max is not None:
            continue
        ends = _ends(dates)
        folded = dated.folded[sentence.start : sentence.end]
        if (
            ends is None
            or says(folded, "partly")
            or _TO_COME.search(folded)
            or "yas" in dated.folded[lengths[0].span.start : lengths[0].span.end]
        ):
            continue
        yield from _misfit(dated, sentence, lengths[0], ends, dates)


def is_each_time(length: Amount) -> bool:
    """Whether a length is that of each of several times: "beşer yıl arayla" (Göksel & Kerslake 2005, 9.1.3).

    >>> is_each_time(Amount(Span(0, 9), "beşer yıl", 5.0, "year", "amount.time"))
    True
    """
    return _EACH.match(fold(length.text)) is not None


def _concludes(dated: Dated, before: Span, here: Span, length: Amount) -> bool:
    """Whether a length is reckoned from the two times of the sentence before: "İşgal demek ki beş yıl sürmüş"."""
    led = dated.folded[here.start : length.span.start]
    lasted = _SO_LONG.match(dated.folded[length.span.end : here.end]) is not None
    concluded = (lasted and _COMES_TO.search(led) is not None) or _THUS_LASTED.search(led) is not None
    return (
        concluded
        and len(led.split()) <= _NEAR + 1
        and len(dated.dates_in(before)) == 2
        and not dated.amounts_in(before)
    )


def _concluded(dated: Dated, before: Span, length: Amount) -> Iterator[Finding]:
    """What two times come to, told exactly or roughly, against what lies between them."""
    dates = dated.dates_in(before)
    ends = _ends(dates)
    begin, end = (bounds(ends[0]), bounds(ends[1])) if ends is not None else (None, None)
    roughly = length.bound is Bound.ABOUT
    if ends is None or begin is None or end is None or not (roughly or length.bound is Bound.EXACT):
        return
    unit, slack = UNITS[length.unit], _ROUGHLY if roughly else 1.0
    told, least, most = length.value * unit, days_between(begin[1], end[0]), days_between(begin[0], end[1])
    if length.value_max is not None or (not ends[2] and unit < UNITS["month"]) or most > _MOST * _YEAR:
        return
    apart = told > (most + unit + 1) * slack or told * slack < least - unit - 1
    if apart and most / _FAR <= told <= most * _FAR:
        yield length_misfit(dated, length, ends[:2], days_between(begin[0], end[0]), [one.span for one in dates])


def _since(dated: Dated, at: int, length: Amount, end: DateMention) -> Iterator[Finding]:
    """A length that leads to the day beside it, from the only day that the sentences before tell.

    "Kazmaya 1932'de başlandı. … Yedi yıl süren çalışmanın ardından 1936'da açıldı"; "Okul 1908'de açıldı. Beş yıl
    sonra, 1911'de, kapandı".
    """
    sentences, folded = dated.sentences, dated.folded
    elapsed = _ELAPSED.search(folded[sentences[at].start : length.span.start]) is not None
    elapsed = elapsed and _GONE_BY.match(folded[length.span.end : sentences[at].end]) is not None
    then = length.span.end <= end.span.start and _THEN_IN.match(folded[length.span.end : end.span.start]) is not None
    deed = _deed_of_state(folded[sentences[at].start : length.span.start], folded[length.span.end : sentences[at].end])
    if (then and _from_another(dated, sentences[at], length, [end])) or (
        not then and not elapsed and deed is None and not _is_over(dated, length, sentences[at])
    ):
        return
    then = then or elapsed
    back = range(at - 1, max(-1, at - 1 - (1 if then else _BACK)), -1)
    held = next((dated.dates_in(sentences[one]) for one in back if dated.dates_in(sentences[one])), [])
    around = folded[slice(*_around(dated, held[0]))] if held else ""
    begun = len(held) == 1 and (deed.search(around) is not None if deed else then or says(around, "begins"))
    begin, until = bounds(held[0].edtf) if begun else None, bounds(end.edtf)
    if begin is None or until is None or "\n" in dated.page.text[held[0].span.end : end.span.start]:
        return
    exact = is_day(held[0].edtf) and is_day(end.edtf)
    unit, told = UNITS[length.unit], length.value * UNITS[length.unit]
    least, most = days_between(begin[1], until[0]) - unit, days_between(begin[0], until[1]) + unit
    if begin[1] >= until[0] or (not exact and unit < UNITS["month"]) or most > _MOST * _YEAR:
        return
    if not least <= told <= most and (least + unit) / _FAR <= told <= most * _FAR:
        days = days_between(begin[0], until[0])
        yield length_misfit(dated, length, (held[0].edtf or "", end.edtf or ""), days, (held[0].span, end.span))


def _deed_of_state(led: str, behind: str) -> re.Pattern[str] | None:
    """What one did to come into the state that a length is told of ("o gün 35 yıl evliymişler"), if it is one."""
    if _THEN_LED.search(led) is None:
        return None
    return next((deed for state, deed in _STATES.items() if state.match(behind)), None)


def length_misfit(
    dated: Dated, length: Amount, ends: tuple[str, str], days: int, told: Sequence[Span | None]
) -> Finding:
    """The finding that a length is not what lies between two times: their EDTF, the days between, where they stand."""
    details = (
        ("text", length.text),
        ("begin", ends[0]),
        ("end", ends[1]),
        ("reckoned", f"{days / UNITS[length.unit]:.3g}"),
        ("unit", length.unit),
    )
    return Finding(FindingKind.ARITHMETIC, dated.places((length.span, *told)), "duration-misfit", details)


def _around(dated: Dated, date: DateMention) -> tuple[int, int]:
    around = dated.sentence(date.span) or date.span
    return around.start, around.end


def _is_over(dated: Dated, length: Amount, around: Span) -> bool:
    """Whether words say that something took so long and then was over."""
    led, behind = dated.folded[around.start : length.span.start], dated.folded[length.span.end : around.end]
    over = _OVER.match(behind) is not None or _ENDED_THEN.match(behind) is not None
    return over or _AFTER_A.search(led) is not None


def _goes_on(dated: Dated, before: Span, here: Span, length: Amount) -> bool:
    """Whether a sentence tells how long that lasted whose beginning and end the one before it tells.

    "İnşaata 1926'da başlandı, bina 1929'da bitti. Yedi yıl süren inşaat …": the noun behind the participle stands
    there, or "bu" points back.
    """
    led = dated.folded[here.start : length.span.start]
    found = _LASTED.match(dated.folded[length.span.end : here.end])
    if found is None or len(led.split()) > _NEAR or len(dated.dates_in(before)) != 2 or dated.amounts_in(before):
        return False
    told = dated.folded[before.start : before.end]
    noun = found["noun"] or ""  # "altı yıl süren hastalığı" is of somebody, "on yıl süren savaşlar" are several
    # What no word told before and stands as a subject is something new: "On yıl süren kıtlık ardından geldi".
    new = bool(noun) and _OBLIQUE.search(noun) is None and re.search(rf"\b{noun[:5]}", told) is None
    of_others = new or noun.endswith(("i", "u")) or _PLURAL.search(noun) is not None
    if not led.strip() and not of_others and _opens(dated, before, length):
        return True
    subject = led.split()
    if len(subject) == 1 and not noun and len(subject[0]) >= _TOUCHES:  # "Kazı beş ay sürmüştü"
        return re.search(rf"\b{re.escape(subject[0][:5])}", told) is not None and _opens(dated, before, length)
    points = re.search(r"\b(?:bu|this|the) ", f"{led}{found[0]}") is not None
    noun = found["noun"]
    if noun is not None and _PLURAL.search(noun) and not re.search(rf"\b{noun[:5]}\w*l[ae]r", told):
        return False  # "On yıl süren savaşlar" are more than the war of the sentence before
    return says(told, "begins") and (points or (noun is not None and re.search(rf"\b{noun[:5]}", told) is not None))


def _opens(dated: Dated, before: Span, length: Amount) -> bool:
    """Whether a length that opens a sentence lies near what is between the two times before it, and is of them."""
    ends = _ends(dated.dates_in(before))
    begin, end = (bounds(ends[0]), bounds(ends[1])) if ends is not None else (None, None)
    if begin is None or end is None:
        return False
    apart, told = days_between(begin[0], end[0]), length.value * UNITS[length.unit]
    return apart / _FAR <= told <= apart * _FAR


def _ends(dates: list[DateMention]) -> tuple[str, str, bool] | None:
    """The beginning and the end that a sentence tells, and whether both are days."""
    if len(dates) == 1 and "/" in (dates[0].edtf or ""):
        told = (dates[0].edtf or "").split("/")
    elif len(dates) == 2:
        told = [one.edtf or "" for one in dates]
    else:
        return None
    one, two = told[0], told[-1]
    begin, end = bounds(one), bounds(two)
    if begin is None or end is None or end[0] <= begin[1]:  # a month of the year before it ends nothing
        return None
    return one, two, is_day(one) and is_day(two)


def _from_another(dated: Dated, sentence: Span, length: Amount, dates: list[DateMention]) -> bool:
    """Whether so long after is told of something else than a day: "açılışından hemen üç gün sonra yazdığı mektupla".

    "Sonra" governs the ablative right before it (Göksel & Kerslake 2005, 17.2.2); a pronoun or a day in it is no other.
    """
    found = _ABLATIVE.search(dated.folded[sentence.start : length.span.start])
    if found is None or _OF_A_DAY.match(found[1]):
        return False
    place = Span(sentence.start + found.start(1), sentence.start + found.end(1))
    return not any(date.span.overlaps(place) or 0 <= place.start - date.span.end < _TOUCHES for date in dates)


def _misfit(
    dated: Dated, sentence: Span, length: Amount, ends: tuple[str, str, bool], dates: list[DateMention]
) -> Iterator[Finding]:
    begin, end = bounds(ends[0]), bounds(ends[1])
    if begin is None or end is None:
        return
    one, two = min(days_between(begin[0], end[0]), days_between(begin[1], end[1])), days_between(begin[0], end[1])
    unit = UNITS[length.unit]
    if two > _MOST * _YEAR or (not ends[2] and unit < UNITS["month"]):
        return
    # Between two years there lie up to one more than they are apart, for either may be told from its first day.
    least = one - max(unit, 1.0) - 1
    most = one + unit + 1 if ends[2] else two + unit / 12
    told = length.value * unit
    folded = dated.folded[sentence.start : sentence.end]
    behind = dated.folded[length.span.end : sentence.end]
    after = _AFTER.match(behind) is not None and length.span.start < dates[-1].span.start
    if after and _from_another(dated, sentence, length, dates):
        return
    over = says(folded, "stretch_of_time") or len(dates) == 1
    lasts = says(folded, "lasts") or _COMES_TO.search(folded[: length.span.start - sentence.start]) is not None
    ended = (
        _is_over(dated, length, sentence) or _PASSED.search(folded[: length.span.start - sentence.start]) is not None
    )
    deed = _deed_of_state(folded[: length.span.start - sentence.start], behind)
    in_state = deed is not None and deed.search(folded) is not None and dates[-1].span.end <= length.span.start
    lasts = lasts or ended or in_state or _UNDER_WAY.match(behind) is not None
    too_long = told > most and (over or lasts or after)
    short = (lasts and says(behind[:24], "lasts") and not over) or (ended and told * _FAR > least)
    too_short = told < least and (after or short)
    if too_long or too_short:
        yield length_misfit(dated, length, ends[:2], one, [date.span for date in dates])
