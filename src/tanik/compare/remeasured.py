"""One number taken up again with another unit: "100 ton buğday ayırmış … ayrılan o 100 kilo buğday".

Comes in: one page. Goes out: findings. A noun phrase behind a demonstrative, in apposition to one ("bu meblağ, yani
…"), in the accusative or genitive, or behind a participle of what was told takes up what the page has told already
(Göksel & Kerslake 2005, 22.2: definite noun phrases; 18.1: relative clauses; English "the", "this", "the same"). Where
it has the number of an earlier one, of the same kind of measure, and another unit, one of the two was passed on
wrongly. A page that changes one into the other, says what it is worth or which of two is mistaken tells no fault, nor
does a unit that is only called short ("İngiliz lirası … lira"). The words stand in ``data/measures.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from tanik.compare.dating import Dated
from tanik.compare.model import Finding, FindingKind
from tanik.compare.reckoning import TIMES
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.core.tables import read_rows, read_toml
from tanik.facts.model import Amount

__all__ = ["check_remeasured"]

_LEAST: Final = 10  # a smaller number is told of many things
_ROOM: Final = 28  # letters behind a number in which its measure stands
_TITLE: Final = 100  # letters of a title
_STEM: Final = 4
_DEM: Final = (
    r"(?:bu|su|o|ayni|soz konusu|sozu edilen|sozu gecen|adi gecen|anilan|mezkur|hemin|eyni"
    r"|the same|the said|the|this|these|those|that)"
)
_POINTED: Final = re.compile(rf"\b{_DEM}(?: (?:tam|butun|toplam|total|full|vhole))? $")
_OR: Final = r"(?:yani|ki|that is(?: to say)?|namely|tam|i\.e\.)"
# "bu meblağ, yani", "aynı bağış, ": an apposition to what points back, or to what a participle picks out.
_APPOSED: Final = re.compile(
    rf"\b(?:{_DEM}|[^\W\d]{{3,}}[ae]n) (?:[^\W\d]+ ){{0,2}}[^\W\d]+"
    rf"(?:, ?(?:{_OR}|yeni),? |,? {_OR},? |, | \(| [–—] )$"
)
# One is said to be the other, at once: "42 mil, yani 42 kilometre".
_EQUATED: Final = re.compile(
    r"\W{0,2} ?(?:(?:hepsi )?yani|yeni|diger bir deyisle|(?:bir )?baska (?:bir )?(?:deyisle|ifadeyle)"
    r"|that is(?: to say)?|i\.e\.|in other vords|namely),? (?:tam )?"
)
_PARTICIPLE: Final = re.compile(
    r"\b([^\W\d]{2,}?)(?:[ae]n|[dt][iu][gk](?:[iu]\w*)?|m[iu]s|[ae]cak|[ae]ca[gk]\w*)(?: (?:tam|toplam))? $"
)
# "Bu 10 milyon lira eder": what a sum comes to is reckoned and not taken up.
_COMES_TO: Final = re.compile(
    r"^['’]?\w*,? (?:ed[ie]r|ediyor\w*|ettigi\w*|demek\w*|yapar|yapiyor\w*|makes|means|comes)\b"
)
# "Lira yerine dolar" is a change; what reaches its place or takes one is none.
_INSTEAD: Final = re.compile(r"\byerine\b(?! (?:ulas|var|getir|koy|kon|gec|gel|otur|git|don))")
_ENDING: Final = (
    r"['’]?(?P<end>(?:l[ae]r)?(?:l[iu][kg])?(?:s[iu]|y?[iu]|y?[ae])?(?:n?[iu]n|n?[dt][ae]n?|n[iuae]|yl[ae]|l[ae])?"
    r"(?:d[iu]r|yd[iu]|[dt][iu])?(?:ki)?)(?![^\W\d])"
)
_CASED: Final = re.compile(r"(?:y?[iu]|n?[iu]n)")
_THERE: Final = re.compile(r"\b([^\W\d]{4,})[dt][ae]ki $")
_WORD: Final = re.compile(r"[^\W\d]{4,}")
_SIGNS: Final = {"£": "sterling", "$": "dollar", "€": "euro"}


@dataclass(frozen=True, slots=True)
class _Measure:
    """What a number measures: the kind, its unit, the words before it, all its words, its ending, and where it ends."""

    kind: str
    unit: str
    before: tuple[tuple[str, str], ...]
    words: frozenset[str]
    ending: str
    end: int

    def differs(self, other: _Measure) -> bool:
        """Whether two measures of one kind cannot be one: neither is the other called short, nor of the same coin."""
        if self.words <= other.words or other.words <= self.words:
            return False
        metals, told = dict(self.before), dict(other.before)
        apart = any(key in told and told[key] != value for key, value in metals.items())
        if "coin" in (self.unit, other.unit):
            coined = told if self.unit == "coin" else metals
            return coined.get("metal", "gold") != "gold"
        return apart or self.unit != other.unit


@dataclass(frozen=True, slots=True)
class _Told:
    """A number with its measure and its sentence."""

    amount: Amount
    measure: _Measure
    around: Span


def check_remeasured(dated: Dated) -> Iterator[Finding]:
    """The findings about numbers that a page takes up again with another unit.

    >>> from tanik.compare.model import Examined
    >>> from tanik.facts.model import Facts
    >>> from tanik.page.model import Page, Source
    >>> list(check_remeasured(Dated(Examined(Page("p", Source("0", "text/plain"), "", ()), Facts()))))
    []
    """
    by_value: dict[float, list[Amount]] = {}
    for amount in dated.page.facts.amounts:
        if amount.value >= _LEAST and amount.unit not in TIMES:
            by_value.setdefault(amount.value, []).append(amount)
    for alike in by_value.values():
        if len(alike) < 2 or len({one.text for one in alike}) < 2:
            continue  # told once, or in the same words
        told = [one for amount in alike if (one := _told(dated, amount)) is not None]
        for place, again in enumerate(told):
            first = _first_of(told[:place], again)
            if first is not None and _is_taken_up(dated, first, again) and not _is_explained(dated, first, again):
                details = (("first", _said(dated, first)), ("again", _said(dated, again)))
                places = dated.places((first.around, again.around))
                yield Finding(FindingKind.CONFLICT, places, "unit-changed", details)


def _first_of(before: list[_Told], again: _Told) -> _Told | None:
    """The number that one can take up: the only other measure of its kind that the page gave with it so far."""
    alike = [one for one in before if one.measure.kind == again.measure.kind and _may_be_one(one, again)]
    other = [one for one in alike if one.measure.differs(again.measure)]
    return other[-1] if other and len(other) == len(alike) else None


def _may_be_one(one: _Told, other: _Told) -> bool:
    """Whether nothing tells that two measures are of two things: "100 ton buğday" and "100 kilo şeker"."""
    first, second = fold(one.amount.of or ""), fold(other.amount.of or "")
    measured = one.measure.kind != "money" and first not in _heads() and second not in _heads()
    return not (measured and first and second) or first[:_STEM] == second[:_STEM]


def _told(dated: Dated, amount: Amount) -> _Told | None:
    title = _title(dated)
    around = title if title is not None and title.contains(amount.span) else dated.sentence(amount.span)
    measure = _measure(dated, amount)
    return _Told(amount, measure, around) if around is not None and measure is not None else None


def _measure(dated: Dated, amount: Amount) -> _Measure | None:
    """What stands behind the words and figures of a number, as its measure."""
    start, end = amount.span.start, min(amount.span.end + _ROOM, len(dated.folded))
    sign = _SIGNS.get(dated.folded[start : start + 1])
    if sign is not None:
        return _Measure("money", sign, (), frozenset((sign,)), "", amount.span.end)
    found = _measures().search(dated.folded, start, end)
    if found is None or not all(one in _numerals() or one[0].isdigit() for one in _words(dated, start, found.start())):
        return None
    kind, unit = _heads()[found["head"]]
    before = tuple(_befores()[one] for one in found["before"].split())
    if (unit, dict(before).get("country")) == ("lira", "english"):
        unit = "sterling"
    if unit == "coin" and "country" in dict(before):
        unit = "lira"  # "Osmanlı altını" is the gold lira
    words = frozenset(one[:_STEM] for one in (*found["before"].split(), found["head"]))
    # "beş İngiliz lirası": of a compound the ending is its own, and no case
    ending = "" if "country" in dict(before) else found["end"]
    return _Measure(kind, unit, before, words, ending, max(amount.span.end, found.end("head")))


def _words(dated: Dated, start: int, end: int) -> list[str]:
    return re.findall(r"[^\W_]+", dated.folded[start:end])


@cache
def _heads() -> dict[str, tuple[str, str]]:
    """Folded words for a unit, with the kind of measure and the unit; of two kinds the first of the table."""
    table: dict[str, tuple[str, str]] = {}
    for kind, units in read_toml("tanik.compare", "measures.toml")["of"].items():
        for unit, forms in units.items():
            for form in forms:
                table.setdefault(form, (kind, unit))
    return table


@cache
def _befores() -> dict[str, tuple[str, str]]:
    """Folded words before a unit, with what they tell of it."""
    table = read_toml("tanik.compare", "measures.toml")["before"]
    return {form: (key, value) for key, values in table.items() for value, forms in values.items() for form in forms}


@cache
def _measures() -> re.Pattern[str]:
    before, head = ("|".join(sorted(map(re.escape, one), key=len, reverse=True)) for one in (_befores(), _heads()))
    return re.compile(rf"(?<![^\W\d])(?P<before>(?:(?:{before}) )*)(?P<head>{head}){_ENDING}")


@cache
def _numerals() -> frozenset[str]:
    forms = {fold(row["form"]) for row in read_rows("tanik.facts", "numerals.csv")}
    return frozenset(word for form in forms for word in form.split())


@cache
def _numeral_stems() -> frozenset[str]:
    return frozenset(one[:_STEM] for one in _numerals())


@cache
def _classes(name: str) -> re.Pattern[str]:
    words = read_toml("tanik.compare", "measures.toml")[name]["words"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})")


@cache
def _called_sum() -> re.Pattern[str]:
    """A noun for a sum behind what points back: "bu para ", right before the number."""
    words = read_toml("tanik.compare", "measures.toml")["sum"]["words"]
    return re.compile(rf"\b{_DEM} (?:[^\W\d]+ )?(?:{'|'.join(map(re.escape, words))})(?:s?[iu])?,? (?:tam )?$")


def _is_taken_up(dated: Dated, first: _Told, again: _Told) -> bool:
    """Whether the second number takes the first up again, or the first stands in the title of what the second tells."""
    start = again.amount.span.start
    lead = dated.folded[again.around.start : start]
    shared = _stems(dated, first) & _stems(dated, again)
    if _POINTED.search(lead) or _APPOSED.search(lead) or _called_sum().search(lead):
        return True
    if _EQUATED.fullmatch(dated.folded[first.measure.end : start].removeprefix(first.measure.ending)):
        return True
    if _is_picked_out(dated, first, again, lead):
        return True
    of_title = first.around == _title(dated)
    return bool(shared) and (of_title or _CASED.fullmatch(again.measure.ending) is not None)


def _is_picked_out(dated: Dated, first: _Told, again: _Told, lead: str) -> bool:
    """Whether what stands right before a number, or the noun that it measures, was told with the first one.

    A participle or its noun ("toplanan", "bedeli olan"), where it is ("sandıktaki"), and the noun behind -lIk.
    """
    told = _stems(dated, first)
    resumed = _PARTICIPLE.search(lead)
    if resumed is not None:
        before = _WORD.findall(lead[: resumed.start()])[-2:]
        verb = resumed[1][: _STEM - 1]
        # "bu buğdaydan 100 kilo": some of it, and no participle
        whole = resumed[1][:-1] in _WORD.findall(first.around.of(dated.folded))
        if whole and resumed[0].rstrip().endswith(("dan", "den", "tan", "ten")):
            return False
        same = len(verb) == _STEM - 1 and any(one.startswith(verb) for one in told)
        return same or any(one[:_STEM] in told for one in before)
    there = _THERE.search(lead)
    if there is not None:
        between = dated.folded[first.around.start : again.around.start]
        return re.search(rf"\b{re.escape(there[1][: _STEM + 1])}", between) is not None
    if not again.measure.ending.startswith(("lik", "lig", "luk", "lug")):
        return False
    behind = re.sub(r"^\w+", "", dated.folded[again.measure.end : again.around.end])
    heads = re.findall(r"[^\W\d]{2,}", behind)[:2]
    said = first.around.of(dated.folded)
    return len(heads) > 1 and re.search(rf"\b{heads[0]} {heads[1][:3]}", said) is not None


def _title(dated: Dated) -> Span | None:
    """The first line of a page, where it is no sentence and more follows: what the page tells of."""
    end = dated.folded.find("\n")
    line = dated.folded[: max(end, 0)].rstrip()
    titled = 0 < len(line) <= _TITLE and line[-1] not in ".:;," and bool(dated.folded[end:].strip())
    return Span(0, end) if titled else None


def _stems(dated: Dated, told: _Told) -> set[str]:
    """The beginnings of the words of a sentence, its number and measure aside."""
    found = {one[0][:_STEM] for one in _WORD.finditer(dated.folded, told.around.start, told.around.end)}
    return found - told.measure.words - _numeral_stems()


def _is_explained(dated: Dated, first: _Told, again: _Told) -> bool:
    """Whether the page changes one unit into the other, says which is mistaken, or asks."""
    if first.around != again.around:
        said = f"{dated.folded[first.amount.span.start : first.around.end]} # {again.around.of(dated.folded)}"
    else:
        said = first.around.of(dated.folded)
    behind = dated.folded[again.amount.span.end : again.around.end]
    said = said.replace("deyisle", "")  # "in other words" begins as Azerbaijani "changed"
    told = _classes("exchange").search(said) or _classes("mistaken").search(said) or _INSTEAD.search(said)
    return told is not None or _COMES_TO.match(behind) is not None or "?" in again.around.of(dated.page.text)


def _said(dated: Dated, told: _Told) -> str:
    """The number with its measure as the page has it."""
    return dated.page.text[told.amount.span.start : told.measure.end]
