"""Findings about events of which a page gives another date than the tables: a treaty's signing, a battle, a death.

Comes in: one page. Goes out: findings. A clause names one event of the table by words that mean nothing else, tells
that it was signed, began or was won, and has the sentence's only date; that date lies outside the days that are known.
Only what was looked up is set against a page (``checked.csv``), only where the page is off by little (a name may be
borne by another treaty decades apart), and a day or two of slack is left for the night between two days. Of a death the
year must differ: papers told it days late.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tanik.compare.dates import bounds, days_between, is_day
from tanik.compare.dating import Dated
from tanik.compare.early import is_corrected, mentions
from tanik.compare.known import Deed, Life, body_of, deeds, lives
from tanik.compare.model import Finding, FindingKind
from tanik.compare.refuted import is_refuted, is_rejected
from tanik.compare.sure import is_sure_person
from tanik.compare.wordings import pattern_of, says
from tanik.core.span import Span
from tanik.facts.model import Calendar, DateMention, Modality, Polarity, Statement

__all__ = ["check_misdated"]

_SLACK: Final = 20  # days: of a day that was initialled, proposed or told by another calendar
_TIED: Final = re.compile(r"(?!.*\b(?:ve|ile|ya da|veya|and)\b)[^;:()]{0,60}")
_OWN: Final = re.compile(
    r"^['’]?(?:[dt][ae]| yilinda| tarihinde)? (?:[^\s.,;:]+ ){0,3}?(?:imzalan|akdedil|baslay|kazanil|yapil)[ae]n $"
)
_THEIRS: Final = re.compile(  # behind the name of an event: what is called after it
    r" (?:muze|anit|heykel|cadde|sokag|okul|lise|park|film|kitab|panorama|madalya"
    r"|yildonum|yil don|hatira|konferans|gorusme|toplanti)"
)
_FAR: Final = 4  # years beyond which another event of that name may be meant
_OFF: Final = 12  # years by which a death is told wrong, and not that of a namesake
_UNSURE: Final = 2  # years by which foundings are told otherwise: announced, allowed, opened
_BEHIND: Final = 90  # characters between the name of an event and the verb
_TREATIES: Final = ("treaty", "armistice")
_GATHERINGS: Final = ("battle", "congress", "war")


def check_misdated(dated: Dated) -> Iterator[Finding]:
    """The findings about events and deaths of one page that it dates otherwise than the tables do.

    >>> from tanik.compare.model import Examined
    >>> from tanik.facts.model import Facts
    >>> from tanik.page.model import Page, Source
    >>> list(check_misdated(Dated(Examined(Page("p", Source("0", "text/plain"), "", ()), Facts()))))
    []
    """
    for sentence in dated.sentences:
        dates = dated.dates_in(sentence)
        if len({one.edtf for one in dates}) == 1 and dates[0].calendar is Calendar.GREGORIAN:
            yield from _events(dated, sentence, dates[0])
    for statement in dated.page.facts.statements:
        if statement.action in ("die", "kill"):
            yield from _death(dated, statement)
        elif statement.action == "found":
            yield from _founding(dated, statement)


@cache
def _forms() -> tuple[tuple[str, Deed], ...]:
    """The names of several words that mean one event whose day was looked up, the longest first."""
    told = [(form, deed) for deed in deeds(*_TREATIES, *_GATHERINGS) for form in deed.forms if deed.checked]
    whole = [(form, deed) for form, deed in told if len(form.split()) > 1 or form == "buyuk taarruz"]
    return tuple(sorted(whole, key=lambda one: -len(one[0])))


def _events(dated: Dated, sentence: Span, date: DateMention) -> Iterator[Finding]:
    folded = dated.folded[sentence.start : sentence.end]
    told = says(folded, "was_signed") or says(folded, "took_place")
    if not told or is_refuted(dated, date.span) or dated.quotation_at(date.span) is not None:
        return
    found = list(mentions(dated, sentence, _forms()))
    if len(found) != 1:
        return
    span, deed = found[0]
    # "1921'de imzalanan Sevr Antlaşması": the participle right before the name has the date for its own.
    own = _OWN.search(dated.folded[date.span.end : span.start]) if date.span.end < span.start else None
    if own is None and says(folded, "not_its_day"):
        return
    verb = pattern_of("was_signed" if deed.kind in _TREATIES else "took_place").search(folded)
    near = verb is not None and abs(sentence.start + verb.start() - span.end) < _BEHIND
    # What stands between is of the two alone: no second month, event or doer ("Temmuz, Ağustos ve Eylül aylarında …").
    ends = sorted((date.span, span))
    near = near and _TIED.fullmatch(dated.folded[ends[0].end : ends[1].start]) is not None
    if not near or not _is_nominative(dated, span, sentence) or not _is_off(date.edtf, deed):
        return
    if is_corrected(dated, sentence, date, deed.begin) or _answered(dated, sentence):
        return
    details = (("name", deed.name), ("known", _known(deed)), ("when", date.edtf or "?"))
    places = dated.places((Span(min(span.start, date.span.start), max(span.end, date.span.end)),))
    yield Finding(FindingKind.ANACHRONISM, places, "event-dated-otherwise", details, (("source", deed.source),))


def _is_nominative(dated: Dated, span: Span, sentence: Span) -> bool:
    """Whether an event is what the clause tells of: its name without a case, or at the end a participle's noun."""
    behind = dated.folded[span.end : sentence.end]
    return re.match(r"(?:['’]?n[iu])?(?:[ ,.]|$)", behind) is not None and _THEIRS.match(behind) is None


def _is_off(when: str | None, deed: Deed) -> bool:
    """Whether a date lies outside the days of an event, by more than slack and less than another one's distance."""
    day, begin, end = bounds(when), bounds(deed.begin), bounds(deed.end)
    if day is None or begin is None or end is None or "X" in (when or "X"):
        return False
    years = max(int(begin[0][:4]) - int(day[1][:4]), int(day[0][:4]) - int(end[1][:4]))
    if not (is_day(deed.begin) and is_day(deed.end)):
        return 0 < years < _FAR
    apart = max(days_between(day[1], begin[0]), days_between(end[1], day[0]))
    return apart > _SLACK and years < _FAR


def _known(deed: Deed) -> str:
    return deed.begin if deed.begin == deed.end else f"{deed.begin}/{deed.end}"


def _answered(dated: Dated, sentence: Span) -> bool:
    """Whether the sentence or the next one calls what is told wrong."""
    return is_rejected(dated.folded[sentence.start : sentence.end + _BEHIND])


def _own_date(dated: Dated, statement: Statement, around: Span) -> tuple[str, tuple[str, str]] | None:
    """The date of a clause that tells it plainly, the only one of its sentence, and its first and last day."""
    date = dated.own_date(statement)
    told = statement.polarity is Polarity.AFFIRMED and statement.modality in (Modality.ASSERTED, Modality.REPORTED)
    when = bounds(date.edtf) if date is not None and told else None
    if date is None or when is None or date.calendar is not Calendar.GREGORIAN or _answered(dated, around):
        return None
    folded = dated.folded[around.start : around.end]
    alone = len({one.edtf for one in dated.dates_in(around)}) == 1
    return (date.edtf or "?", when) if alone and not (says(folded, "in_works") or says(folded, "not_its_day")) else None


def _founding(dated: Dated, statement: Statement) -> Iterator[Finding]:
    """A body of the table said to have been founded years before or after the year that was looked up."""
    around = dated.sentence(statement.span) or statement.span
    told = _own_date(dated, statement, around)
    for role in statement.fillers("object") if told is not None else ():
        body = next((body_of(one) for one in dated.names_in(around) if one.span == role.span), None)
        founded = bounds(body.founded) if body is not None and body.checked else None
        if told is None or body is None or founded is None or says(dated.folded[around.start : around.end], "known_as"):
            continue
        off = _years_off(founded, told[1])
        if _UNSURE < off < _OFF and str(founded[0][:4]) not in dated.folded[around.start : around.end + _BEHIND]:
            details = (("name", body.name), ("known", body.founded), ("when", told[0]))
            places = dated.places((statement.span,))
            yield Finding(FindingKind.ANACHRONISM, places, "event-dated-otherwise", details, (("source", body.source),))


def _years_off(known: tuple[str, str], told: tuple[str, str]) -> int:
    """By how many years what is told lies before or behind what is known."""
    return max(int(known[0][:4]) - int(told[1][:4]), int(told[0][:4]) - int(known[1][:4]))


def _death(dated: Dated, statement: Statement) -> Iterator[Finding]:
    """Somebody of the table said to have died in another year, before or after the one that was looked up."""
    around = dated.sentence(statement.span) or statement.span
    told = _own_date(dated, statement, around)
    life = _who_died(dated, statement, around)
    died = bounds(life.died) if life is not None and life.checked else None
    if told is None or life is None or died is None:
        return
    answered = died[0][:4] in dated.folded[around.start : around.end + _BEHIND]
    if not answered and 0 < _years_off(died, told[1]) < _OFF:
        details = (("name", life.name), ("known", life.died), ("when", told[0]))
        places = dated.places((statement.span,))
        yield Finding(FindingKind.ANACHRONISM, places, "death-dated-otherwise", details, (("source", life.source),))


def _who_died(dated: Dated, statement: Statement, around: Span) -> Life | None:
    """The one person of the table whose death a clause tells, by a name that means nobody else and owns nothing."""
    doers = statement.fillers("subject" if statement.action == "die" else "object")
    alone = doers and not any(role.name for role in doers[1:])  # "Mustafa Suphi ile arkadaşları"
    names = [one for one in dated.names_in(around) if alone and one.span.overlaps(doers[0].span)]
    if len(names) != 1 or not statement.says(doers[0]) or not is_sure_person(names[0].text, doers[0].name or ""):
        return None
    owns = re.match(r"['’]?n?[iu]n\b", dated.folded[names[0].span.end : names[0].span.end + 4])
    return lives().get(doers[0].name or "") if owns is None else None
