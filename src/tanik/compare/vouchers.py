"""Whether a page names a source in its running text, though no citation was found on it.

Comes in: one page. Goes out: yes or no. A page that says on whose word a thing is told, in which work it stands
("“Yol Defteri” isimli eserde", "hatıralarının 2. cildinde") or to which notes it points ("(12)", "(13)") can be
checked further, be it hard; to say of it that it names no source at all would be wrong.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tanik.compare.model import Examined
from tanik.compare.tellings import LISTED
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Statement

__all__ = ["is_told_by_another", "names_source", "names_teller", "weighty_of"]

_WORK: Final = (
    r"(?:eser|kitab|kitap|makale|hatirat|hatira(?:lar)?|ani(?:lar)?|gunlu[gk]|tez|calisma|inceleme|rapor|ansiklopedi"
    r"|dergi|belge(?:ler)?|arsiv|tutanak|memoirs?|book|article|archives?|diary)"
)
_TITLED: Final = re.compile(
    rf"[\"”’'»]\s*(?:adli|isimli|basligiyla|baslikli|adiyla|titled|called)\b[^.!?]{{0,60}}?\b{_WORK}"
)
_VOLUME: Final = re.compile(rf"\b{_WORK}\w*[iu]n\s+(?:\d{{1,2}}\.|birinci|ikinci|ucuncu)\s+cil[td]")
_RECORDS: Final = re.compile(
    r"\b(?:arsivi|belgeleri|tutanaklari|zabitlari)(?:n?d[ae]n?|n[ae] gore)\b"
    r"|\b(?:hatiralarin|anilarin|hatiratin|gunlugun|kitabin|eserin|makalesin)d[ae]n?\b"
    r"|\bin (?:his|her|their) (?:memoirs?|book|diary|article|autobiography)\b"
    r"|\b(?:belgelere|kaynaklara|paylasima|aciklamaya|rapora|kayitlara|kaynaklarina|aciklamasina|raporuna) gore\b"
)
# "Kaynak: Avam Kamarası tutanakları", but not "Kaynak: internet", behind which nobody can be asked
_STATED: Final = re.compile(
    r"\b(?:kaynak(?:lar|ca)?|menba|menbe(?:ler)?|sources?)\s?:\s+"
    r"(?!(?:internet|net|alinti|vhatsapp|vatsap|facebook|tiktok|instagram|tvitter|sosyal medya|none)\b"
    r"|(?:alinti|bilinm|belli degil|yok))"
    r"[^\W_]{2,}"
)
_NOTE: Final = re.compile(r"(?<=[^\W\d_][ .,])\(?(\d{1,3})\)(?=[\s.,;]|$)|(?<=[a-zçğıöşü][.”\"])(\d{1,3})(?=\s|$)")
_REPORTING: Final = frozenset(("say", "write"))
# the aorist of reporting is how books and their writers are cited: "Okay, Köprüler'de 600 lira olduğunu belirtir" (GK
# 21.2.3), and what is told of somebody's speech stands in the past
_REPORTS: Final = re.compile(
    r"\b(?:belirt[ie]r|yazar|anlatir|aktarir|kaydeder|nakleder|soyler|bildirir|vurgular|savunur|(?:ileri|one) surer"
    r"|iddia eder|dile getirir|yazmaktadir|anlatmaktadir|belirtmektedir|kaydetmektedir|aktarmaktadir)(?:ler|lar)?\b"
)
_LATER_TELLER: Final = re.compile(
    rf"{_REPORTS.pattern}|"
    r"\b(?:gore|nazaran|bakilirsa|according to)\b"
    r"|\b(?:hatira|hatirat|ani|kitab|gunlug|eser|makale|roportaj|soylesi)\w*[dt][ae]\b"
)
_NOTES: Final = 3  # marks that count on from one another


def names_source(page: Examined) -> bool:
    """Whether a page names a teller or a work for what it tells, or points to notes that it does not show."""
    text = page.page.text
    folded = fold(text)
    weighty = weighty_of(page)
    if sum(map(is_told_by_another, weighty)) * 2 > len(weighty) or any(one.rule == LISTED for one in weighty):
        return True
    works = (_TITLED, _VOLUME, _RECORDS, _STATED)
    return any(one.search(folded) for one in works) or _has_notes(text)


def weighty_of(page: Examined) -> list[Statement]:
    """The statements of a page with a date or a sum, their own or of what they report, which want a source."""
    days = [date.span.start for date in page.facts.dates]
    told = (one for one in page.facts.statements if not one.further)
    return [one for one in told if one.when or one.amounts or _holds_one(days, one.span)]


def _holds_one(starts: Sequence[int], span: Span) -> bool:
    """Whether one of the ascending offsets lies in a span."""
    at = bisect_left(starts, span.start)
    return at < len(starts) and starts[at] < span.end


def is_told_by_another(statement: Statement) -> bool:
    """Whether a statement stands on the word of somebody who is not told of in it, or only as who reports it."""
    told = statement.attributed_to
    if told is not None and statement.action in _REPORTING and _REPORTS.search(fold(statement.text)):
        return True
    return told is not None and all(told not in (role.name, role.text) for _, role in statement.roles)


def names_teller(sentence: str) -> bool:
    """Whether a sentence names whoever tells of it later, as a source: a telegram that the story tells of is none.

    >>> names_teller("Cemil Okan'a göre köprü 1931'de yandı."), names_teller("Vali, köprünün yandığını bildiriyordu.")
    (True, False)
    """
    return _LATER_TELLER.search(fold(sentence)) is not None


def _has_notes(text: str) -> bool:
    """Whether marks of notes count on: "… (12) … (13) … (14)"."""
    marks = [int(found[1] or found[2]) for found in _NOTE.finditer(text)]
    return any(
        all(behind - one == 1 for one, behind in pairwise(run))
        for run in (marks[at : at + _NOTES] for at in range(len(marks) - _NOTES + 1))
    )
