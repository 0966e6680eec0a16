"""Wholes that take up what was told, whatever words they are told in: "… 12 arazöz, 4 …, 3 …. 22 aracımız hazır".

Comes in: one page. Goes out: findings. ``sums``, ``claims`` and ``scattered`` know a whole by a word for totals; here
it is known by the grammar. A number that is *definite* (``strung``) behind numbers of its own kind takes them up, and
what modifies it is given: who brings in somebody or some place not told before tells of others. The numbers must stand
in sentences next to each other, none rounded, and the whole near their sum, as a slip of the pen does; where it only
might be a part of them (a smaller one, behind a participle) nothing is told. A whole told first is read in
``paid_off``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import Final

from tanik.compare.claims import is_anothers
from tanik.compare.dating import Dated
from tanik.compare.model import Finding
from tanik.compare.reckoning import COUNTED, comes_to, unless_total
from tanik.compare.scattered import tells_more
from tanik.compare.strung import Strung, is_one_noun, is_one_thing, may_come_to, with_elided
from tanik.compare.wordings import is_each, is_later, says
from tanik.core.span import Span

__all__ = ["check_resumed", "hang_together", "has_unread", "is_akin", "is_of_all_told"]

_NEAR: Final = 1.6  # a slip of the pen: farther off two numbers have nothing to do with each other
_CLOSE: Final = 1.25
_FEW: Final = 10  # up to ten numbers are near to each other by chance
_FIGURES: Final = re.compile(r"\d[\d.,]*")
_SENTENCES: Final = 4
_GAP: Final = 2
_MOST: Final = 8
_STEM: Final = 4
_MEN: Final = frozenset(("men", "people", "kisi", "adam", "insan", "nefer", "nefer", "souls"))
_PIECES: Final = frozenset(("adet", "tane", "pieces"))  # count words, behind which the noun follows
_GOLD: Final = "gold_lira"
_LISTED: Final = re.compile(r"^[^.;:]{0,40}(?:,| ve | ile | and | hem )[^.;:]{0,40}$")
_CASED: Final = re.compile(r"(?:[dt][ae]n?|[dt][ae]k[iu]|n[iu]n|[iu]n|y[ae])$")
_OTHERS: Final = re.compile(
    r"\b(?:baska|baske|diger|digger|obur|oteki|komsu|qonsu|yeni|ek|ilave|ayri|ayrica|daha|sonraki|onceki|ertesi|gelecek|gecen"
    r"|other|another|nev|more|next|extra|further|elde|geri|kalan|yalniz\w*|sadece|only|ancak|iclerinden|icinden)\b"
)
_ITS_DAY: Final = re.compile(r"\b(?:ertesi|gecen|onceki|sonraki|gelecek) (?:gun|hafta|ay|yil)\w*k[iu]\b")
# A topic set against the one before it (Göksel & Kerslake 2005, 28.3.4): "Rakibi ise topladığı 189 puanla".
_CONTRASTED: Final = re.compile(r"\bise\b")
# Behind an English noun, what says which ones are meant: "the 28 games they played abroad", "the 80 acres let to …".
_WHICH: Final = re.compile(
    r"^ (?:(?:he|she|they|ve|i|it|that|vhich|vho|vhom|vhose) [^\W\d]"
    r"|(?:let|sold|lent|held|kept|left|bought|sent|given|built|taken|put|born|[^\W\d]{2,}ed)"
    r" (?:to|by|in|at|on|from|for|vith)\b)"
)
_TOO: Final = re.compile(r"^['’]?\w* (?:da|de|dahi|bile)\b")  # "110 çuval da eklendi": more of them
_THE: Final = "the"
# Behind a number these tell when something else is done with it, and make it no number of another time.
_THEN: Final = re.compile(r"\b(?:once|sonra|then|later)\b")
_OF_THEM_ALL: Final = re.compile(r"^['’]?\w*\s+(?:her biri|hepsi|tamam[iu]|tumu|cumlesi|hamisi)")
_PARTLY: Final = re.compile(r"\b(?:bunun|bunlarin|bunlardan|onlarin|iclerinden|of them|of these|of vhich)\b")
_OF_THESE: Final = re.compile(r"\bof (?=(?:these|those) #)")  # "Of these 600 cases only 50 came": all of them are told
_CLAUSE_END: Final = re.compile(r"[,;:(]")
_YEAR: Final = re.compile(r"\b1[0-9]\d\d\b|\b20\d\d\b")


def check_resumed(string: Sequence[Strung]) -> Iterator[Finding]:
    """The findings about wholes of one page, whose numbers are given, that are known by their grammar alone.

    >>> list(check_resumed([]))
    []
    """
    for at, one in enumerate(string):
        if one.plain and one.value > 2:
            yield from _taken_up(string, at)


def _taken_up(string: Sequence[Strung], at: int) -> Iterator[Finding]:
    """A definite number against those of its kind right before it."""
    whole = string[at]
    values = [one.value for one in _before(string, at) if one.plain and is_akin(one, whole)]
    if (
        not may_come_to(values, whole.value, _NEAR)
        or not whole.definite
        or not is_of_all_told(whole)
        or _is_listed(string, at)
    ):
        return
    for parts in (_of_one_thing(string, at), _of_kinds(string, at)):
        if parts is None or not (_takes_up_told(whole) or _lies_close(whole, parts)):
            continue
        if _may_be_sum(whole, parts) and not _comes_out(string, at, parts):
            yield from unless_total(whole.dated, whole.amount, [one.amount for one in parts])
            return


def is_akin(one: Strung, whole: Strung) -> bool:
    """Whether two numbers can be of one thing at all: of one unit, or both counted."""
    return {one.amount.unit, whole.amount.unit} <= COUNTED or is_one_thing(one, whole)


def _is_listed(string: Sequence[Strung], at: int) -> bool:
    """Whether a number is itself one of a list: "10 kişisi İngiltere'ye, 23 kişisi İtalya'ya, 45 kişisi Fransa'ya"."""
    whole = string[at]
    if whole.of_all:
        return False
    behind = string[at + 1] if at + 1 < len(string) and string[at + 1].at == whole.at else None
    before = string[at - 1] if at and string[at - 1].at == whole.at else None
    goes_on = behind is not None and is_one_thing(behind, whole) and not whole.is_divided
    return goes_on or (before is not None and is_one_thing(before, whole))


def is_of_all_told(whole: Strung) -> bool:
    """Whether nothing in its clause brings in others, another time or a part of what was told."""
    follows = _THEN.sub(" ", re.split(r"[,;:.]", whole.behind)[0])
    # What follows a whole that is divided is told of its part; yesterday's newspaper is no other time of what it tells.
    clause = f"{' '.join(whole.led)} # {' '.join(follows.split()[: 0 if whole.is_divided else 2])}"
    clause = _OF_THESE.sub(" ", _ITS_DAY.sub(" ", clause))
    if whole.head and not whole.of_all and _is_new_noun(whole, whole.head):
        return False  # "30 kişilik otobüs" measures another thing than was told
    if (
        _TOO.match(whole.behind)
        or is_later(clause)
        or _OTHERS.search(clause)
        or _PARTLY.search(clause)
        or is_each(clause.partition("#")[0])
    ):
        return False
    contrasted = _CONTRASTED.search(clause.partition("#")[0]) or _is_told_which(whole)
    return not contrasted or says(clause, "total")


def _lies_close(whole: Strung, parts: Sequence[Strung]) -> bool:
    """Whether a number is so near to what some come to that it would be a strange chance if it were not of them."""
    total = sum(one.value for one in parts)
    close = total / _CLOSE <= whole.value <= total * _CLOSE and whole.value > _FEW
    return close and parts[0].at == parts[-1].at


def _takes_up_told(whole: Strung) -> bool:
    """Whether a number is of all that was told, or no word of its clause brings in others."""
    return whole.of_all or bool(whole.head) or _resumes_deed(whole) or not any(_is_new(whole, one) for one in whole.led)


def _resumes_deed(whole: Strung) -> bool:
    """Whether the participle before it is of the verb told of the parts: "… 205 rey atılmış. Atılan 537 rey"."""
    if not whole.behind_participle or len(whole.led[-1]) <= _STEM:
        return False
    sentences = whole.dated.sentences
    start, end = sentences[max(0, whole.at - _GAP)].start, sentences[whole.at].start
    told = rf"\b{re.escape(whole.led[-1][:_STEM])}\w*(?:[dt][iu]|m[iu]s|yor|[aeiu]r|ib)\w*(?=[.;,!\n]|$)"
    return re.search(told, whole.dated.folded[start:end].rstrip()) is not None


def _is_told_which(whole: Strung) -> bool:
    """Whether an English noun behind "the" is definite by what follows it, and takes up nothing told before."""
    return bool(whole.led) and whole.led[-1] == _THE and _WHICH.match(whole.behind) is not None


def _comes_out(string: Sequence[Strung], at: int, parts: Sequence[Strung]) -> bool:
    """Whether numbers told farther back make the whole up, or one stands among the parts that nobody read."""
    whole = string[at]
    known = [one for one in string[:at] if one.plain and one.value > 1 and is_one_thing(one, whole)]
    for few in range(2, min(len(known), 2 * _MOST) + 1):
        if comes_to(sum(one.value for one in known[-few:]), whole.amount, whole.value):
            return True
    if whole.amount.unit in COUNTED and any(one.amount.unit == _GOLD for one in string[at - len(parts) - 1 : at]):
        return True  # "9 altın sikke" may be coins
    return has_unread(whole.dated, Span(parts[0].amount.span.start, whole.amount.span.start))


def has_unread(dated: Dated, stretch: Span) -> bool:
    """Whether figures stand in a stretch that are neither read as an amount nor as part of a date."""
    read = [*(one.span for one in with_elided(dated, stretch)), *(one.span for one in dated.page.facts.dates)]
    found = (Span(one.start(), one.end()) for one in _FIGURES.finditer(dated.folded, stretch.start, stretch.end))
    return any(not any(one.overlaps(span) for one in read) for span in found)


def _is_new(whole: Strung, word: str) -> bool:
    """Whether a word of its clause brings in a place or somebody that the sentences before did not have."""
    if (
        len(word) <= _STEM
        or not _CASED.search(word)
        or says(word, "paper")
        or (word == whole.led[-1] and not whole.there)
    ):
        return False
    return _is_new_noun(whole, word)


def _is_new_noun(whole: Strung, word: str) -> bool:
    sentences = whole.dated.sentences
    start, end = sentences[max(0, whole.at - _SENTENCES)].start, whole.amount.span.start
    end = sentences[whole.at].start if word in whole.led else end
    return re.search(rf"\b{re.escape(word[:_STEM])}", whole.dated.folded[start:end]) is None


def _before(string: Sequence[Strung], at: int) -> list[Strung]:
    """The amounts before one within a few sentences."""
    whole = string[at]
    return [one for one in string[max(0, at - 2 * _MOST) : at] if whole.at - one.at <= _SENTENCES]


def _of_one_thing(string: Sequence[Strung], at: int) -> list[Strung] | None:
    """The numbers of its own noun or unit before it, in sentences next to each other."""
    whole = string[at]
    parts = [one for one in _before(string, at) if is_one_thing(one, whole) and one.value > 1]
    return parts if hang_together(parts) else None


def hang_together(parts: Sequence[Strung]) -> bool:
    """Whether numbers can be added up: a few exact ones, no rates, in sentences next to each other."""
    plain = all(one.plain and not _is_rate(one) for one in parts)
    return plain and 1 < len(parts) <= _MOST and all(two.at - one.at <= _GAP for one, two in pairwise(parts))


def _is_rate(one: Strung) -> bool:
    return bool(one.led) and is_each(f"{' '.join(one.led[-2:])} ")


def _of_kinds(string: Sequence[Strung], at: int) -> list[Strung] | None:
    """The nearest list of things or people of several kinds, for all of which the whole has a word."""
    whole = string[at]
    if whole.amount.unit not in COUNTED:
        return None
    near = [one for one in _before(string, at) if one.amount.unit in COUNTED and one.value > 1]
    last = next((one.at for one in reversed(near) if sum(two.at == one.at for two in near) > 1), None)
    listed = _joined([one for one in near if one.at == last])
    nouns = {one.noun for one in listed}
    if whole.amount.unit == "count" and any(is_one_noun(one.noun, whole.noun) for one in listed):
        return None  # "8 masa, 32 sandalye" and 50 chairs: one of the kinds
    if nouns in ({one} for one in nouns - _PIECES) or all(is_one_thing(one, whole) for one in listed if whole.noun):
        return None  # of one thing, and read as such
    if (
        last is None
        or not hang_together(listed)
        or any(one.at > last for one in near if one.value >= min(two.value for two in listed))
    ):
        return None
    return listed if _is_word_for_all(whole, listed) else None


def _is_man_or_woman(one: Strung) -> bool:
    return says(f"{one.noun} ", "women") or says(f"{one.noun} ", "men")


def _joined(near: Sequence[Strung]) -> list[Strung]:
    """The last numbers of a sentence that nothing but commas, "ve" and a few words joins."""
    listed: list[Strung] = []
    for one in reversed(near):
        if listed and not _LISTED.match(one.dated.between(one.amount, listed[0].amount)):
            break
        listed.insert(0, one)
    return listed


def _is_word_for_all(whole: Strung, listed: Sequence[Strung]) -> bool:
    """Whether the whole's noun stands for all kinds: people, things, the list's own head, or its measure."""
    said = whole.dated.folded[listed[0].amount.span.start : whole.dated.sentences[listed[-1].at].end]
    if len(listed) > 2 and says(" ".join(whole.led), "total"):
        return True  # "toplamda 38 korist": the word for a total stands for any kind
    if says(f"{whole.noun} ", "of_both") and all(map(_is_man_or_woman, listed)):
        return True
    people = all(one.amount.unit == "person" for one in listed)
    if people and whole.behind_participle and whole.is_genitive and _lies_close(whole, listed):
        return True  # "kurtulan on dokuz kazazedenin": whoever they are
    if whole.amount.unit == "person" and not whole.head:
        return any(one.amount.unit == "person" for one in listed) or (len(listed) > 2 and whole.noun in _MEN)
    if whole.head:
        opened = whole.dated.folded[whole.dated.sentences[max(0, listed[0].at - 1)].start : listed[-1].amount.span.end]
        return re.search(rf"\b{re.escape(whole.head[:_STEM])}", opened) is not None
    return says(whole.noun, "whole") or re.search(rf"\b{re.escape(whole.noun[:_STEM])}", said) is not None


def _may_be_sum(whole: Strung, parts: Sequence[Strung]) -> bool:
    """Whether a number is near the sum of some, and neither what some of them come to nor a share of them."""
    values = [one.value for one in parts]
    total = sum(values)
    if not total / _NEAR <= whole.value <= total * _NEAR or whole.value <= max(values):
        return False
    if whole.value < total and not (whole.of_all or whole.head):
        return False
    sentences, folded = whole.dated.sentences, whole.dated.folded
    told = (folded[sentences[at].start : sentences[at].end] for at in {parts[0].at, whole.at})
    if _is_dated_apart(whole, parts) or any(tells_more(one, len(parts)) for one in told):
        return False
    if whole.at != parts[-1].at and is_anothers(whole.dated, whole.amount):
        return False
    some = (few for size in range(2, len(values)) for few in combinations(values, size))
    return not any(comes_to(sum(few), whole.amount, whole.value) for few in some)


def _is_dated_apart(whole: Strung, parts: Sequence[Strung]) -> bool:
    """Whether the whole's sentence bears a year that no part has, or the parts bear years of their own."""
    sentences, folded = whole.dated.sentences, whole.dated.folded
    clause = len(_CLAUSE_END.split(folded[whole.amount.span.end : sentences[whole.at].end])[0])
    own = set(_YEAR.findall(folded[sentences[whole.at].start : whole.amount.span.end + clause]))
    told = set(_YEAR.findall(folded[sentences[parts[0].at].start : sentences[parts[-1].at].end]))
    if _OF_THEM_ALL.match(whole.behind) and not told:
        return False
    return bool(own - told) or (len(told) > 1 and not whole.of_all)
