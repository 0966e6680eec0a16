"""Figures of a title against those of the text for the same thing: "33 günlük muharebe" and "yirmi iki gün sürdü".

Comes in: one page. Goes out: findings. A title gives the number that the page is about; where the text gives another
one of the same unit or noun, about what the title names, one of the two was passed on wrongly if the words leave no
other reading: one slip of the pen makes one of the other (``reckoning.is_slip``), the text says how long the title's
thing lasted, or it has the title's own verb and things. A text that gives the title's number anywhere, numbers that
come to it, a rounder number and one of a part or of each tell no fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tanik.compare.counts import is_kind, kind_of
from tanik.compare.dating import Dated
from tanik.compare.headings import headings_of
from tanik.compare.model import Finding, FindingKind
from tanik.compare.reckoning import COUNTED, comes_otherwise, is_slip
from tanik.compare.retold import is_another
from tanik.compare.strung import is_one_noun
from tanik.compare.wordings import is_each, is_later
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Amount, Bound

__all__ = ["check_headline_figures"]

_LEAST: Final = 5  # a smaller number is told of many things
_SPANS: Final = frozenset(("year", "month", "day", "hour"))
_SHORT: Final = 3
_CASE: Final = re.compile(r"(?:n?[dt][ae]n?|y?[aeiu]|n?[iu]n)")
_BESIDE: Final = 40  # characters
_FROM: Final = re.compile(r"[^\W\d]{3,}l[iu]$")  # those of a place: "kasabalı"
_PARTICIPLE: Final = re.compile(r"\b[^\W\d]+ ?[^\W\d]+[ae]n (?:tam |toplam )?$")
_FINITE: Final = re.compile(r"[^\W\d]* (?:[^\W\d]+ )?[^\W\d]+(?:[dt][iu]|m[iu]s\w*)\b")
_NEAR: Final = 0.1  # of a number that a round one of a title may differ from it
_WORD: Final = re.compile(r"[^\W\d]{3,}")
# "The 47-day strike", which is no amount by itself.
_HYPHENED: Final = re.compile(r"\b(\d{1,5})-([a-z]{3,})\b")
_LASTS: Final = re.compile(
    r"\b(?:sur(?:du|mustu\w*|mus|en|erek|dukten|uyor|er)|[dt][ea]vam et(?:ti|mis|tikten)"
    r"|davam (?:et(?:di|mis\w*)|edib)|cekdi)\b"
)
_LASTED: Final = re.compile(r"\b(?:lasted|vent on for|took)(?: for)? $")
_VERB: Final = re.compile(r"\b([^\W\d]{2,}?)(?:[dt][iu]|m[iu]s(?:t[iu]r)?|[iu]b)(?:l[ae]r)?\W*$")
_TOO: Final = re.compile(r"^['’]?\w* d[ae]\b")  # "210 lira da": beside others
# A part of them, or more of them at another time.
_PART: Final = re.compile(
    r"\b(?:ilk|birinci|ikinci|son|yalniz\w*|sadece|ancak|en az|kalan\w*|bugun\w*|simdi\w*|artik|bir kismi|bazi\w*|kimi"
    r"|kesif|muhammen|tahmin\w*|pazarli\w*|indiril\w*"
    r"|onlardan|bunlardan|iclerinden|arasindan|indi|birinde|obur\w*|oteki\w*"
    r"|first|second|last|only|another|some|nov|today|of them)\b"
)


def check_headline_figures(dated: Dated) -> Iterator[Finding]:
    """One finding for each number of a title that the text gives otherwise.

    >>> from tanik.compare.model import Examined
    >>> from tanik.facts.model import Facts
    >>> from tanik.page.model import Page, Source
    >>> list(check_headline_figures(Dated(Examined(Page("p", Source("0", "text/plain"), "", ()), Facts()))))
    []
    """
    amounts = dated.page.facts.amounts
    for title in headings_of(dated.page) if amounts else ():
        if dated.folded[title.end - 1] in ".:;":
            continue  # a sentence, and no title
        own = [*(one for one in amounts if title.contains(one.span)), *_hyphened(dated, title)]
        below = [one for one in amounts if one.span.start >= title.end]
        for figure in own:
            again = _otherwise(dated, title, figure, below) if _is_exact(figure) else None
            if again is not None:
                around = dated.sentence(again.span)
                details = (("title", title.of(dated.page.text)), ("first", figure.text), ("again", again.text))
                yield Finding(FindingKind.CONFLICT, dated.places((title, around)), "title-figure", details)


def _hyphened(dated: Dated, title: Span) -> Iterator[Amount]:
    """What an English title has as the measure of a noun: "the 47-day strike", "the 63-mile railway"."""
    for found in _HYPHENED.finditer(dated.page.text, title.start, title.end):
        span = Span(found.start(), found.end())
        if not any(one.span.overlaps(span) for one in dated.page.facts.amounts):
            unit, of = (found[2], None) if found[2] in _SPANS else ("count", found[2])
            yield Amount(span, found[0], float(found[1]), unit, "amount.measure", of)


def _is_exact(one: Amount) -> bool:
    """Whether a number is one exact one, lengths of time among them, and no share."""
    plain = one.bound is Bound.EXACT and one.value_max is None and one.problem is None
    return plain and one.value >= _LEAST and one.unit != "percent"


def _otherwise(dated: Dated, title: Span, figure: Amount, below: Sequence[Amount]) -> Amount | None:
    """The number of the text that cannot stand beside the title's."""
    alike = [one for one in below if _is_one_thing(figure, one) or _are_those_people(dated, figure, one)]
    if not alike or any(one.value == figure.value for one in below) or _is_told_below(dated, title, figure):
        return None
    told = [one.value for one in alike]
    if comes_otherwise(figure, told) or "?" in title.of(dated.page.text):
        return None
    for one in alike:
        if _is_exact(one) and not _is_rounded(figure.value, one.value) and _clash(dated, title, figure, one):
            return one
    return None


def _is_told_below(dated: Dated, title: Span, figure: Amount) -> bool:
    """Whether the title's figures stand in the text in another place."""
    figures = re.match(r"[\d.,]*\d", figure.text)
    below = dated.folded[title.end :]
    return figures is not None and re.search(rf"(?<!\d){re.escape(figures[0])}(?!\d)", below) is not None


def _is_one_thing(one: Amount, other: Amount) -> bool:
    if one.unit not in COUNTED or other.unit not in COUNTED:
        return one.unit == other.unit
    first, second = (fold(each.of or each.text.split()[-1]) for each in (one, other))
    return is_one_noun(first, second)


def _are_those_people(dated: Dated, figure: Amount, one: Amount) -> bool:
    """Whether a number of people has beside it what makes them the title's, in the same figures: "ölen 241 kasabalı".

    By the participle right before it, or the verb right behind: "214 şehit", "241 er can verdi".
    """
    kind = kind_of(figure.of or "") if sorted(f"{figure.value:.0f}") == sorted(f"{one.value:.0f}") else None
    if kind is None or not (one.unit == "person" or (one.unit == "count" and _FROM.search(fold(one.of or "")))):
        return False
    text = dated.page.text
    lead = text[max(0, one.span.start - _BESIDE) : one.span.start]
    behind = text[one.span.end : one.span.end + _BESIDE]
    before, after = _PARTICIPLE.search(fold(lead)), _FINITE.match(fold(behind))
    return bool(
        (before and is_kind(kind, lead[before.start() :])) or (after and is_kind(kind, behind[: after.end()].strip()))
    )


def _is_rounded(title: float, told: float) -> bool:
    """Whether a title only rounds: "200" of 214."""
    figures = f"{title:.0f}"
    noughts = len(figures) - len(figures.rstrip("0"))
    return noughts > 0 and abs(title - told) < min(10**noughts, _NEAR * max(title, told))


def _clash(dated: Dated, title: Span, figure: Amount, one: Amount) -> bool:
    """Whether the words of a number leave no other reading than that it is the title's."""
    around = dated.sentence(one.span)
    if around is None or "?" in around.of(dated.page.text):
        return False
    said, lead = around.of(dated.folded), dated.folded[around.start : one.span.start]
    behind = dated.folded[one.span.end : around.end]
    if _TOO.match(behind) or _PART.search(said) or is_another(said) or is_each(lead):
        return False
    if figure.unit not in _SPANS and is_later(lead):
        return False
    about = _about(dated, title, figure)
    words = _WORD.findall(said)
    shared = [word for word in about if any(_is_form(word, other) for other in words)]
    if not shared:
        return False
    if figure.unit in _SPANS:
        return _LASTS.search(behind) is not None or _LASTED.search(lead) is not None
    verb, same = _VERB.search(title.of(dated.folded)), False
    if verb is not None and not dated.dates_in(around):
        same = re.search(rf"\b{re.escape(verb[1])}(?:[dt][iu]|m[iu]s|[iu]b)\w*", behind) is not None
        shared = [word for word in shared if not word.startswith(verb[1])]
    return is_slip(figure.value, one.value) or (same and len(shared) > 1)


def _is_form(one: str, other: str) -> bool:
    """Whether two words may be one noun, a short one with a case ending too: "köy", "köyde"."""
    short, long = sorted((one, other), key=len)
    return is_one_noun(one, other) or (len(short) == _SHORT and _CASE.fullmatch(long.removeprefix(short)) is not None)


def _about(dated: Dated, title: Span, figure: Amount) -> list[str]:
    """The words that a title is about, its number and what that counts or measures aside."""
    folded = dated.folded
    behind = re.sub(r"^['’]?\w+", "", folded[figure.span.end : title.end])
    counted = re.findall(r"[^\W\d]+", fold(figure.text))
    words = _WORD.findall(folded, title.start, figure.span.start) + _WORD.findall(behind)
    return [word for word in words if not any(is_one_noun(word, one) for one in counted)]
