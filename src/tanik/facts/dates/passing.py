"""Which dates are told in passing: they say which man, book or bank is meant, and not how the story goes on.

Comes in: a candidate and the page's text. Goes out: whether days without a year that follow may take its year. A date
is background where it stands apart from the clause (in parentheses), in a relative clause that picks out a thing by its
making, or tells of a birth; and a stretch of several years gives no year at all. What carries a story on are the
other clauses (Hopper 1979, "Aspect and foregrounding in discourse"; Göksel & Kerslake 2005, 25.1 on relative clauses).
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.fold import fold_whole
from tanik.facts.dates.relative import Relative
from tanik.facts.dates.scan import Candidate
from tanik.facts.dates.written import Bare

__all__ = ["is_aside", "is_background", "is_in_passing", "is_of_before", "tells_before"]

_REST: Final = 120  # characters of a clause
# All in folded text. "1921 tarihli cetvel", "1985 basımı kitap"
_LABEL: Final = re.compile(r"['’]?\w{0,5}\s+(?:tarihli|basimi?|baskisi?|edition)\b")
# "1952'de bastırdığı kitapçık", "1863'te kurulan banka", "1985'te İzmir'de yayımlanan kitabı"
_OF_A_THING: Final = re.compile(
    r"['’]?\w{0,5}\s+(?:[^\W\d_]\S*\s+){0,3}?"
    r"(?:bas(?:il|tir)|yayi[mn]la|yaz(?:il|di)|kur(?:ul|du)|acil|insa e[dt]|yap(?:il|tir)|dik(?:il|tir)|ol|vefat e[dt])"
    r"\w*(?:[ae]n|[dt][iu]g[iu]?\w*)\s+[^\W\d_]"
)
# "1918'den beri", "1918-ci ildən": a state that lasts since then is no step of the story (GK 17.3.2)
_SINCE: Final = re.compile(
    r"(?:['’]?[dt][ae]n\s+(?:beri|bu yana|itibaren|etibaren|baslayarak)|-c[iu]\s+ild[ae]n(?!\s+(?:sonra|evvel|once)))\b"
)
# "1908'de Meclis'e girmiş olanlar": what is so by now, and not what happened next (GK 25.1, 21.2.2)
_OF_BEFORE: Final = re.compile(r"['’]?\w{0,5}\s+(?:[^\W\d_]\S*\s+){0,4}?[^\W\d_]{2,}m[iu]s\s+ol[ae]n")
_PLUPERFECT: Final = re.compile(r"['’]?\w{0,5}\s[^,;:.!?]*?[^\W\d_]{2}m[iu]st[iu](?:l[ae]r)?\s*[.!?]")
# "1881'de Selanik'te doğdu", "1881 doğumlu", "1890 yılında dünyaya gelen"
_BIRTH: Final = re.compile(
    r"['’]?\w{0,5}\s+(?:[^\W\d_]\S*\s+){0,4}?(?:dog(?:du|mus|an|dugu|umlu)\w*|dunyaya gel\w+|tevellutlu\w*)\b"
)
_BORN: Final = ("dog", "dunyaya", "tevellutlu")  # one of them stands wherever that matches
# "(d. 1881)"; "born in 1881", "a book published in 1985", but not "was published in 1921", which tells of that year;
# w is v in comparison form
_BEFORE: Final = re.compile(
    r"\(\s*(?:d|dog|dogum|o|olum|b|born|died)\b[.:]?\s*$"
    r"|\bdog(?:du|mus)(?:tu)?,\s+$"  # "Drama'da doğmuş, 1873'te"
    r"|(?:\bborn|(?<!vas )(?<!vere )(?<!been )\b(?:published|printed|vritten|founded|built|established))"
    r"(?:\s[^\W\d_]+){0,3}?\s(?:in|on)\s$"
)


def is_aside(candidate: Candidate) -> bool:
    """Whether a year stands in parentheses, without a month: ``Ali Er (1881–1938)``, ``Köprü (İzmir, 1985)``."""
    before = candidate.before
    return isinstance(candidate.found, Bare) and before.rfind("(") > before.rfind(")")


def is_of_before(candidate: Candidate, text: str) -> bool:
    """Whether a bare year stands with a pluperfect, which tells what was before the story: "1908'de olmuştu"."""
    return isinstance(candidate.found, Bare) and tells_before(candidate, text)


def tells_before(candidate: Candidate, text: str) -> bool:
    """Whether the verb behind a date is a pluperfect that ends its sentence: "29 Kasım'da gelmişti" (GK 21.2.2)."""
    end = candidate.found.end
    return _PLUPERFECT.match(fold_whole(text)[end : end + _REST]) is not None


def is_in_passing(candidate: Candidate, text: str) -> bool:
    """Whether a date of `text` only says who or what is meant: ``1881 doğumlu Ali``, ``1863'te kurulan banka``."""
    found = candidate.found
    # several years: none of them is the story's
    if (
        is_aside(candidate)
        or (isinstance(found, Bare) and found.year is None)
        or _BEFORE.search(fold_whole(text)[found.start - len(candidate.before) : found.start])
    ):
        return True
    after = fold_whole(text)[found.end : found.end + _REST]
    if any(stem in after for stem in _BORN) and _BIRTH.match(after):
        return True
    told = (_LABEL, _OF_A_THING, _OF_BEFORE, _SINCE)
    return isinstance(found, Bare) and any(one.match(after) for one in told)


def is_background(candidate: Candidate, text: str) -> bool:
    """Whether a date only says which thing is meant or counts back: "8 Eylül'de kurulan dernek", "bir gün önce"."""
    if isinstance(candidate.found, Relative):
        return candidate.found.count < 0
    end = candidate.found.end
    return _OF_A_THING.match(fold_whole(text)[end : end + _REST]) is not None
