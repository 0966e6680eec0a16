"""Shares of one whole told one after the other, and their whole before or behind them, whichever words they are in.

Comes in: one page. Goes out: findings. A share is a figure with the possessive ("58'i", Göksel & Kerslake 2005, 14.4:
partitive constructions) or a number of people by their vote, rank or calling. Its whole stands in the same sentence, in
the one before or in the next. Shares may overlap and may leave some out, so two things are asked. More than the whole
they must be held apart by one frame: one class of words (``votes``, ``ranks``, ``callings``, ``sexes`` of
``data/reckonings.toml``), one case ("lehte … aleyhte"), or, of things, a bare noun each ("22'si pamuk, 18'i tuz").
Less than it they must also be three, or the two of which everybody is one, and be what one slip of the pen makes of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Final

from tanik.compare.dating import Dated
from tanik.compare.model import Finding
from tanik.compare.reckoning import COUNTED, TIMES, comes_to, is_plain, is_slip, lies_near, misfit
from tanik.compare.wordings import pattern_of, says
from tanik.core.fold import fold
from tanik.core.morph import readings
from tanik.core.span import Span
from tanik.core.tables import read_rows
from tanik.facts.model import Amount

__all__ = ["check_divided", "head_of", "is_bare_noun"]

_SHARE: Final = re.compile(
    r"(?<![\d.,'’–-])(\d{1,3}(?:\.\d{3})+|\d{1,5})['’]s?[iu](?= (?!sayili|sayisi|oran|yas|gun|kat|bin\b|milyon\b)[a-z])"
)
_PERCENT: Final = re.compile(r"(?:yuzde |% ?|\baltinda )$")
_CLASSES: Final = ("votes", "ranks", "callings", "sexes", "nations", "ends", "outcomes", "decisions")
_PAIRS: Final = (("ranks", 2), ("sexes", 2))
_CASE: Final = re.compile(r"[^\W\d]{2,}?['’]?(?:(?P<out>[dt][ae]n)|(?P<at>[dt][ae]))(?:y?d[iu]|ym[iu]s|d[iu]r)?$")
_OWNER: Final = re.compile(r"([^\W\d]{2,}?)(?:l[ae]r)?(?:[iu]n|n[iu]n|[dt][ae]n) ?$")
_THEY: Final = re.compile(r"(?:bunlar|bun|onlar|on|hepsi|iclerin)")
_BEHIND_WHOLE: Final = re.compile(r"['’]?\w*(?:[iu]n|[dt][ae]n)\b")
_JOINS: Final = re.compile(r"(?:,|;| ve | ile | and )")
_FEWEST: Final = 3
_LEAST: Final = 5
_FIGURES: Final = re.compile(r"\d[\d.,]*")
_NEAR: Final = 1.6
_STEM: Final = 4
_CLOSE: Final = 1.2
_WORDS: Final = 5


@dataclass(frozen=True, slots=True)
class _List:
    """The shares of one sentence, the words behind each, folded and as they stand, and what is before the first."""

    around: Span
    shares: tuple[Amount, ...]
    behind: tuple[str, ...]
    said: tuple[str, ...]
    led: str


def check_divided(dated: Dated) -> Iterator[Finding]:
    """The findings about shares and their wholes on one page.

    >>> from tanik.compare.model import Examined
    >>> from tanik.facts.model import Facts
    >>> from tanik.page.model import Page, Source
    >>> list(check_divided(Dated(Examined(Page("p", Source("0", "text/plain"), "", ()), Facts()))))
    []
    """
    voted = pattern_of("votes").search(dated.folded) is not None
    for at, several in _with_numbers(dated).items():
        sentence = dated.sentences[at]
        by_class = _by_class(dated, sentence) if voted and several > 1 else None
        for listed in (_partitives(dated, sentence, worded=several > 1), by_class):
            if listed is None or pattern_of("more_than_parts").search(dated.folded, sentence.start, sentence.end):
                continue
            found = next((one for whole in _wholes(dated, at, listed) for one in _against(dated, listed, whole)), None)
            if found is not None:
                yield found
                break


def _with_numbers(dated: Dated) -> dict[int, int]:
    """The places of the sentences in which numbers were read, times aside, and how many."""
    starts = [one.start for one in dated.sentences]
    counted = (one.span.start for one in dated.page.facts.amounts if one.unit not in TIMES)
    told = Counter(bisect_right(starts, one) - 1 for one in counted)
    return {at: told[at] for at in sorted(told) if at >= 0}


def _partitives(dated: Dated, sentence: Span, *, worded: bool) -> _List | None:
    """The numbers with the possessive of a sentence: "58'i lehte, 62'si aleyhte", "dördü doktor, üçü avukat"."""
    known = [one.span for one in dated.dates_in(sentence)]
    found: dict[Span, float] = {}
    for one in _SHARE.finditer(dated.folded, sentence.start, sentence.end):
        span = Span(one.start(1), one.end(1))
        percent = _PERCENT.search(dated.folded, max(sentence.start, span.start - 8), span.start)
        if percent or any(date.overlaps(span) for date in known):
            return None
        found[span] = float(one[1].replace(".", ""))
    if worded and not found:
        for one in _in_words().finditer(dated.folded, sentence.start, sentence.end):
            told = (re.sub("d$", "t", one[group]) for group in ("tens", "ones") if one[group])
            value = sum(_small()[word] for word in told)
            found[Span(one.start(), one.end())] = float(value)
    shares = [Amount(span, span.of(dated.page.text), found[span], "count", "amount.elided") for span in sorted(found)]
    return _listed(dated, sentence, shares)


@cache
def _small() -> dict[str, int]:
    """The folded Turkish and Azerbaijani words for the ones and the tens, with their numbers."""
    rows = (row for row in read_rows("tanik.facts", "numerals.csv") if row["lang"] != "en")
    told = {fold(row["form"]): float(row["value"]) for row in rows}
    return {form: int(value) for form, value in told.items() if 1 < value < 100 and value.is_integer()}


@cache
def _in_words() -> re.Pattern[str]:
    """A number in words with the possessive, before what it is of: "on ikisi", "dördü"; final t is voiced."""
    ones = "|".join(_voiced(form) for form, value in _small().items() if value < 10)
    tens = "|".join(form for form, value in _small().items() if value >= 10 and value % 10 == 0)
    return re.compile(rf"\b(?:(?P<tens>{tens}) )?(?P<ones>{ones}|(?<! ){tens})s?[iu](?= (?!sayili|birden|de\b)[a-z])")


def _voiced(form: str) -> str:
    return rf"{form}|{form[:-1]}d" if form.endswith("t") else form


def _by_class(dated: Dated, sentence: Span) -> _List | None:
    """The numbers of people of a sentence, each with a vote or rank of its own: "72 üye evet dedi; 53 üye karşı"."""
    told = [one for one in dated.amounts_in(sentence) if one.unit in COUNTED and is_plain(one) and one.value > 1]
    for few in (told, told[1:]):  # the first may be the whole of the others
        listed = _listed(dated, sentence, few, from_number=True)
        if listed is not None and all(says(f"{one} ", "votes") for one in listed.behind):
            return listed
    return None


def _listed(dated: Dated, sentence: Span, found: Sequence[Amount], *, from_number: bool = False) -> _List | None:
    if len(found) < 2:
        return None
    ends = [*(one.span.start for one in found[1:]), sentence.end]
    starts = [one.span.start if from_number else one.span.end for one in found]
    behind = tuple(dated.folded[start:end] for start, end in zip(starts, ends, strict=True))
    said = tuple(dated.page.text[start:end] for start, end in zip(starts, ends, strict=True))
    if not all(_JOINS.search(one) for one in behind[:-1]):
        return None
    return _List(sentence, tuple(found), behind, said, dated.folded[sentence.start : found[0].span.start])


def _wholes(dated: Dated, at: int, listed: _List) -> Iterator[Amount]:
    """The number that the shares are of: before them in their sentence, else the only one of the next or the last."""
    first, sentences = listed.shares[0].span.start, dated.sentences
    here = [one for one in dated.amounts_in(listed.around) if one.span.end <= first and one.unit != "percent"]
    if here:
        last = here[-1]
        if (
            _BEHIND_WHOLE.match(dated.folded, last.span.end)
            or dated.folded[last.span.end : first].rstrip()[-1:] in ":("
        ) or (last.unit in COUNTED and len(here) == 1 and (listed.led.rstrip()[-1:] in ",;" or _owns(listed.led))):
            yield last
        return
    if _owner_fits(dated, at, listed):
        for other in (at - 1, at + 1):
            if not 0 <= other < len(sentences):
                continue
            told = [one for one in dated.amounts_in(sentences[other]) if one.unit != "percent"]
            start, end = sorted((listed.around.start, sentences[other].start))
            if len(told) == 1 and "\n" not in dated.page.text[start:end]:
                yield told[0]
                return


def _owns(led: str) -> bool:
    """Whether a pronoun for the whole stands right before its shares: "150 hane vardı; bunların 100'ü …"."""
    owner = _OWNER.search(led.rstrip())
    return owner is not None and _THEY.match(owner[1]) is not None


def _owner_fits(dated: Dated, at: int, listed: _List) -> bool:
    """Whether the genitive or ablative before the shares takes up what was told, or nothing stands before them."""
    owner = _OWNER.search(listed.led.rpartition(",")[2].rstrip())
    if owner is None:
        return not listed.led.strip() or all(says(f"{one} ", "votes") for one in listed.behind)
    around = dated.sentences[max(0, at - 1) : at + 2]
    near = " ".join(dated.folded[one.start : one.end] for one in around if one != listed.around)
    people = all(any(says(f"{one} ", kind) for kind in _CLASSES) for one in listed.behind)
    told = re.search(rf"\b{re.escape(owner[1][:_STEM])}", near) is not None
    return _THEY.match(owner[1]) is not None or told or (people and len(listed.shares) >= _FEWEST)


def _against(dated: Dated, listed: _List, whole: Amount) -> Iterator[Finding]:
    values = [one.value for one in listed.shares]
    total = sum(values)
    stretch = Span(min(whole.span.start, listed.shares[0].span.start), max(whole.span.end, listed.shares[-1].span.end))
    around = dated.sentence(whole.span) or whole.span
    said = dated.folded[around.start : around.end]
    if (
        not is_plain(whole)
        or whole.value < _LEAST
        or total == whole.value
        or not lies_near(whole.value, total)
        or says(said, "round")
        or (not around.overlaps(listed.around) and says(said, "more_than_parts"))
        or _years_apart(dated, listed, around)
        or any(
            comes_to(sum(few), whole, whole.value)
            for size in range(2, len(values))
            for few in combinations(values, size)
        )
    ):
        return
    frame = _frame(dated, listed, whole)
    if frame is None or _has_unread(dated, listed, whole, stretch):
        return
    if total > whole.value:
        sure = frame not in ("things", "places") or is_slip(whole.value, total)
        if sure and total <= whole.value * _NEAR:
            yield misfit(dated, "sum-part", whole, listed.shares, total)
    elif _is_full(listed, frame) and is_slip(whole.value, total) and whole.value <= total * _CLOSE:
        yield misfit(dated, "sum-total", whole, listed.shares, total)


def _has_unread(dated: Dated, listed: _List, whole: Amount, stretch: Span) -> bool:
    """Whether figures stand in a stretch that are neither shares nor the whole, nor read as anything else."""
    known = [one.span for one in (*listed.shares, whole, *dated.page.facts.amounts)]
    known += [one.span for one in dated.page.facts.dates]
    found = (Span(one.start(), one.end()) for one in _FIGURES.finditer(dated.folded, stretch.start, stretch.end))
    return any(not any(one.overlaps(two) for two in known) for one in found)


def _years_apart(dated: Dated, listed: _List, around: Span) -> bool:
    """Whether whole and shares bear years of their own that differ."""
    one, two = ({date.edtf for date in dated.dates_in(span)} for span in (listed.around, around))
    return bool(one and two and one != two)


def _frame(dated: Dated, listed: _List, whole: Amount) -> str | None:
    """What holds the shares apart: one class of words, one case, or, of things, a noun each."""
    for kind in _CLASSES:
        if all(says(f"{one} ", kind) for one in listed.behind) and whole.unit in COUNTED:
            return kind
    heads = [head_of(one) for one in listed.behind]
    cases = [_CASE.fullmatch(one) for one in heads]
    if all(cases) and len({one.lastgroup for one in cases if one is not None}) == 1 and _names(dated, heads):
        return "places"
    bare = all(is_bare_noun(head_of(one)) for one in listed.said)
    return "things" if bare and whole.unit != "person" and len(set(heads)) == len(heads) else None


def _names(dated: Dated, heads: Sequence[str]) -> bool:
    """Whether the heads are different places."""
    return len(set(heads)) == len(heads)


def head_of(behind: str) -> str:
    """The last word of what a share is, up to the mark or the conjunction behind it.

    >>> head_of("'i pamuk, "), head_of("'ü de kuru meyveydi.")
    ('pamuk', 'meyveydi')
    """
    clause = re.split(r"[,;.:()]| ve | ile ", behind)[0]
    words = [one for one in clause.split()[1:] if one not in ("da", "de", "ise")] if clause[:1] in "'’" else []
    words = words or [one for one in clause.split() if one not in ("da", "de", "ise")]
    if len(words) > _WORDS:
        return ""
    cased = [one for one in words if _CASE.fullmatch(one)]
    return (cased[-1] if cased else "") or (words[-1] if words else "")


def is_bare_noun(word: str) -> bool:
    """Whether a word is a noun as it stands, or with the copula; no adjective and no name.

    >>> is_bare_noun("tütün"), is_bare_noun("incirdi"), is_bare_noun("verimli"), is_bare_noun("boş")
    (True, True, False, False)
    """
    known = [one for one in readings(word) if not one.proper]
    plain = [one for one in known if one.part == "Noun" and set(one.marks) <= {"CopPast", "CopEvid", "CopPres", "P3sg"}]
    return bool(plain) and not any(one.part == "Adj" and not one.marks for one in known if len(plain) < len(known) / 2)


def _is_full(listed: _List, frame: str) -> bool:
    """Whether shares leave nobody out: three of them or more, or the two of which everybody is one."""
    few = len(listed.shares)
    both = says(listed.behind[0] + " ", "men") != says(listed.behind[-1] + " ", "men") if frame == "sexes" else True
    closed = few >= _FEWEST or (frame, few) in _PAIRS
    return closed and both and all(_JOINS.search(one) for one in listed.behind[:-1])
