"""The numbers of a page on one string: each with its sentence, the words that lead to it and the whole of its own word.

Comes in: one page. Goes out: its amounts in order, and what the grammar says of each: whether it is definite, that is,
whether it takes up what was told before. In Turkish and Azerbaijani a counted noun is definite in the accusative and
the genitive, with a possessive, and behind a participle or "bu" (Göksel & Kerslake 2005, 22.2: definite noun phrases;
18.1: personal relative clauses); in English behind "the", "these", "all" and a possessive. What it counts may also be
the measure of a noun: "18 kişilik kadro" (8.2.3: -lIk). Rules of sums, differences and products ask this, and no
word for a total.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Final

from tanik.compare.dating import Dated
from tanik.compare.reckoning import COUNTED, TIMES, is_plain
from tanik.compare.scattered import with_unread
from tanik.compare.wordings import numbers, says
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Amount

__all__ = ["Strung", "brings_in", "is_one_noun", "is_one_thing", "may_come_to", "string_of", "with_elided"]

_STEM: Final = 4
_HEAD_FINAL: Final = 5  # letters of the head of a compound: "mektep" of "ilkmektep"
_LIRA: Final = "lira"
_HEADED: Final = re.compile(r"[,;:.]|\b(?:ve|ile|ise|and|vith)\b")
_CUT: Final = re.compile(r"[,;:()\n]|[“”\"]|(?<=\s)[-–—](?=\s)")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_CASE: Final = re.compile(r"['’]?(?:y?[iu]|n?[iu]n|[iu]m[iu]z\w*|[iu]n[iu]z\w*|l[ae]r[iu]m[iu]z\w*|n[iu])$")
_INFLECTED: Final = re.compile(rf"l[ae]r(?:[iu]n?)?$|{_CASE.pattern}")
_CAPITAL: Final = re.compile(r"(?<=\s)([A-ZÇĞİÖŞÜƏ][^\W\d]{1,})")
_BEFORE: Final = 1000  # characters
_FULL_CASE: Final = re.compile(r"(?:[iu]m[iu]z(?:[iu]n?|[ae]|d[ae]n?|l[ae])?|l[ae]r[iu]m[iu]z\w*)$")
_DATIVE: Final = re.compile(r"['’]?y?[ae]")
_REACHES: Final = re.compile(
    r" (?:kadar|yakin|dogru|[^\W\d]*(?:ulas|cik|yuksel|eris|in(?:di|mis)|dus|var|bul|tamaml|indir))"
)
_GENITIVE: Final = re.compile(r"[iu]n$")
_PRONOUN: Final = re.compile(r"onlar|bunlar")
_LIK: Final = re.compile(r"['’]?l[iu][kg]\w*$")
_HEAD: Final = re.compile(r"\s+(?:bir )?([^\W\d_]{3,})")
_PARTICIPLE: Final = re.compile(r"(?:\w{2,}[aeiu][yn]?[ae]n|\w{2,}[ae]n|\w+[dt][iu][gk]\w*|\w{3,}m[iu]s)$")
_NO_VERB: Final = frozenset(
    (
        "insan",
        "zaman",
        "neden",
        "hemen",
        "hangi",
        "yaman",
        "duman",
        "orman",
        "liman",
        "roman",
        "plan",
        "tuman",
        "hazeran",
    )
)
# A participle of place in -ki ("vagondaki 26 sporcu") takes up what is there (Göksel & Kerslake 2005, 8.5.2).
_THERE: Final = re.compile(r"\w{3,}[dt][ae]k[iu]")
_OUT_OF: Final = re.compile(r"['’]?[dt][ae]n")
_PARTITIVE: Final = 2  # words between a whole in the ablative and the number that is of it
_OF_THEM: Final = re.compile(r"(?<![\d.,])(\d{1,3})['’]s?[iu] ([a-z]{3,})\b")
_LIKE: Final = {
    "da": "[dt][ae]",
    "de": "[dt][ae]",
    "ta": "[dt][ae]",
    "te": "[dt][ae]",
    "an": "[dt][ae]n",
    "en": "[dt][ae]n",
}
_POINTS: Final = frozenset(
    (
        "bu",
        "butun",
        "tum",
        "toplam",
        "toplamda",
        "hepsi",
        "cemi",
        "the",
        "these",
        "those",
        "all",
        "its",
        "their",
        "our",
        "his",
        "her",
    )
)
_OF_ALL: Final = re.compile(
    r"^['’]?\w*\s+(?:(?:olus|ibaret ol|meydana gel|mutesekkil ol)[ae]n bu\b"
    r"|her biri|hepsi|tamam[iu]|tumu|cumlesi|hamisi|butun|all\b|altogether|together)"
)


@dataclass(frozen=True, slots=False)
class Strung:
    """An amount, the number of its sentence, its folded word with all endings, and the words around it."""

    dated: Dated
    amount: Amount
    at: int
    lead: str
    behind: str

    @cached_property
    def word(self) -> str:
        """The last word of the amount as it stands, endings and all, folded."""
        folded, start, end = self.dated.folded, self.amount.span.start, self.amount.span.end
        while end < len(folded) and (folded[end].isalnum() or (folded[end] in "'’" and folded[end - 1].isalnum())):
            end += 1
        return folded[start:end].split()[-1] if folded[start:end].split() else ""

    @cached_property
    def noun(self) -> str:
        """What is counted, folded; nothing for money and measures, whose unit says it."""
        of = fold(self.amount.of or "")
        if not of and self.amount.unit == "person":
            of = fold(self.amount.text).split()[-1]
        return of if self.amount.unit in COUNTED else ""

    @cached_property
    def head(self) -> str:
        """The noun of which an amount in -lIk is the measure: "18 kişilik kadro"."""
        if not _LIK.search(self.word):
            return ""
        found = _HEAD.match(self.dated.folded, self._end)
        return found[1] if found is not None else ""

    @property
    def _end(self) -> int:
        folded, end = self.dated.folded, self.amount.span.end
        while end < len(folded) and (folded[end].isalnum() or folded[end] in "'’"):
            end += 1
        return end

    @property
    def behind_word(self) -> str:
        """The folded words of its sentence behind its own word."""
        around = self.dated.sentences[self.at]
        return self.dated.folded[self._end : around.end]

    @cached_property
    def led(self) -> tuple[str, ...]:
        """The words of its own clause before it."""
        return tuple(_WORD.findall(_CUT.split(self.lead)[-1]))

    @cached_property
    def behind_participle(self) -> bool:
        """Whether a participle stands right before it: "çıkan 260 oy", "çıktığımız 1.500 metre"."""
        last = self.led[-1] if self.led else ""
        return len(last) > _STEM and last not in _NO_VERB and _PARTICIPLE.fullmatch(last) is not None

    @cached_property
    def there(self) -> bool:
        """Whether what stands right before it says where it is: "vagondaki 26 sporcu"."""
        return bool(self.led) and _THERE.fullmatch(self.led[-1]) is not None

    @cached_property
    def of_all(self) -> bool:
        """Whether its words say that none is left out: "65 sakinin her biri", "bütün", "toplamda"."""
        clause = _CUT.split(self.behind)[0]
        pointed = bool(self.led) and self.led[-1] in _POINTS
        return pointed or _OF_ALL.match(clause) is not None or says(" ".join(self.led), "total") or self._ours

    @property
    def _ours(self) -> bool:
        return _FULL_CASE.search(self.word) is not None and self.amount.unit in COUNTED

    @cached_property
    def definite(self) -> bool:
        """Whether it takes up something told: by case, possessive, participle, -lIk, or a word that points back."""
        if self.of_all or self.behind_participle or self.head or self.there:
            return True
        noun = self.noun
        if self.amount.unit not in COUNTED or not noun or " " in noun or not self.word.startswith(noun):
            return False  # "mitralyöz mermisi": the ending makes a compound, and nothing definite
        rest = self.word[len(noun) :]
        return bool(rest) and (_CASE.fullmatch(rest) is not None or self._is_partitive(rest))

    def _is_partitive(self, ending: str) -> bool:
        """Whether a number of it follows its ablative: "195 mektepten ancak altmışında" (Göksel & Kerslake, 14.4)."""
        more = self.amount.span.end + len(self.behind) < self.dated.sentences[self.at].end
        words = _WORD.findall(self.dated.folded[self._end : self.amount.span.end + len(self.behind)])
        return more and _OUT_OF.fullmatch(ending) is not None and len(words) <= _PARTITIVE + 1

    @property
    def is_price(self) -> bool:
        """Whether a sum is a price: the dative before a verb that does not reach it (Göksel & Kerslake 2005, 8.1)."""
        ending = self.word.removeprefix(fold(self.amount.text).split()[-1])
        dative = self.amount.unit not in COUNTED and _DATIVE.fullmatch(ending) is not None
        return dative and _REACHES.match(self.behind_word) is None

    @property
    def is_genitive(self) -> bool:
        """Whether something is told of a part or a property of it: "260 oyun 150'si"."""
        return _GENITIVE.search(self.word) is not None

    @property
    def is_divided(self) -> bool:
        """Whether a part of it follows: its genitive or its ablative before another number."""
        noun = self.noun
        return self.is_genitive or (bool(noun) and self._is_partitive(self.word[len(noun) :]))

    @cached_property
    def plain(self) -> bool:
        """Whether it is one exact number that can be added up."""
        return is_plain(self.amount)

    @property
    def value(self) -> float:
        """How many."""
        return self.amount.value


def string_of(dated: Dated) -> list[Strung]:
    """The amounts of a page in order, times and percents among them."""
    found: list[Strung] = []
    for at, sentence in _told(dated):
        here = with_elided(dated, sentence)
        for place, one in enumerate(here):
            start = here[place - 1].span.end if place else sentence.start
            end = here[place + 1].span.start if place + 1 < len(here) else sentence.end
            found.append(Strung(dated, one, at, dated.folded[start : one.span.start], dated.folded[one.span.end : end]))
    return found


def with_elided(dated: Dated, sentence: Span) -> list[Amount]:
    """The amounts of a sentence with those whose noun is told by a predicate, or only behind the next of a list.

    "Kadronun 17'si hanım, 9'u bey" (partitives: Göksel & Kerslake 2005, 14.5); "takadan altı, mavnadan on bir kişi"
    (coordination with a shared noun, 13.3: what is left out stands behind the last).
    """
    here = with_unread(dated, sentence)
    known = [*(one.span for one in here), *(one.span for one in dated.dates_in(sentence))]
    more: list[Amount] = []
    for found in _OF_THEM.finditer(dated.folded, sentence.start, sentence.end):
        span = Span(found.start(1), found.end(1))
        if not any(one.overlaps(span) for one in known):
            people = says(f"{found[2]} ", "women") or says(f"{found[2]} ", "men")
            unit = "person" if people else "count"
            more.append(Amount(span, found[1], float(found[1]), unit, "amount.elided", found[2]))
    for found in _listed_words().finditer(dated.folded, sentence.start, sentence.end):
        span = Span(found.start(2), found.end(2))
        behind = next((one for one in here if one.span.start > span.end), None)
        if behind is None or any(one.overlaps(span) for one in known) or behind.unit not in COUNTED:
            continue
        between = dated.folded[span.end : behind.span.start]
        if re.fullmatch(rf", (?:[^\W\d]+ ){{0,2}}[^\W\d]+{_LIKE[found[1][-2:]]} ", between) is not None:
            value = float(numbers()[found[2]])
            more.append(replace(behind, span=span, text=span.of(dated.page.text), value=value, rule="amount.elided"))
    return sorted((*here, *more), key=lambda one: one.span.start) if more else here


@cache
def _listed_words() -> re.Pattern[str]:
    """A number in words behind a place or source, with a comma right behind it."""
    return re.compile(rf"\b[^\W\d]+([dt][ae]n?) ({'|'.join(numbers())})(?=,)")


def _told(dated: Dated) -> Iterator[tuple[int, Span]]:
    """The sentences that have amounts, with their places among all."""
    starts = [one.start for one in dated.sentences]
    spans = [one.span.start for one in dated.page.facts.amounts]
    spans += [one.start() for one in _OF_THEM.finditer(dated.folded)]
    for at in sorted({bisect_right(starts, one) - 1 for one in spans} - {-1}):
        yield at, dated.sentences[at]


def may_come_to(values: Sequence[float], stated: float, most: float) -> bool:
    """Whether some of a few numbers can be added up to about another one, before anything is read of their words.

    >>> may_come_to([20, 30], 60, 1.6), may_come_to([20], 60, 1.6), may_come_to([2, 3], 60, 1.6)
    (True, False, False)
    """
    return len(values) > 1 and sum(values) * most >= stated and sum(sorted(values)[:2]) <= stated * most


def is_one_thing(part: Strung, whole: Strung) -> bool:
    """Whether two amounts are of one unit and, where things or people are counted, of one noun in whatever case."""
    if part.amount.unit in TIMES or whole.amount.unit in TIMES:
        return part.amount.unit == whole.amount.unit
    if part.amount.unit not in COUNTED or whole.amount.unit not in COUNTED:
        return part.amount.unit == whole.amount.unit or _is_called_short(part, whole)
    if part.amount.unit == whole.amount.unit == "person" or _PRONOUN.match(part.noun):
        return True
    return is_one_noun(part.noun, whole.noun) or _heads(part, whole.noun)


def _is_called_short(part: Strung, whole: Strung) -> bool:
    """Whether money goes by the head of a name that was told in full: "31.500 İngiliz lirası … 9.000 lira"."""
    behind = part.amount.span.start > whole.amount.span.start
    return behind and part.amount.unit == _LIRA and _LIRA in fold(whole.amount.text).split()[-1]


def _heads(part: Strung, noun: str) -> bool:
    """Whether a noun heads the phrase of a number from a few words behind it: "1.300 yabancı dilde kitap"."""
    if len(noun) < _STEM:
        return False
    words = _HEADED.split(part.behind)[0].split()[:_STEM]
    return any(word[:_STEM] == noun[:_STEM] and word != words[0] for word in words[:_STEM]) if words else False


def brings_in(one: Strung) -> bool:
    """Whether a word in capitals before a number, that does not open its sentence, was not on the page before."""
    around, text = one.dated.sentences[one.at], one.dated.page.text
    led = text[around.start : one.amount.span.start]
    told = text[max(0, around.start - _BEFORE) : around.start]
    return any(found[1][:_STEM] not in told for found in _CAPITAL.finditer(led))


def is_one_noun(one: str, two: str) -> bool:
    """Whether two forms may be one noun: alike in their first four letters, or one is the other with an ending.

    >>> is_one_noun("oy", "oyun"), is_one_noun("arac", "aracimiz"), is_one_noun("oda", "odun")
    (True, True, False)
    """
    short, long = sorted((one, two), key=len)
    if not short:
        return False
    if len(short) >= _STEM:
        return long[:_STEM] == short[:_STEM] or (len(short) >= _HEAD_FINAL and long.endswith(short))
    return long == short or (long.startswith(short) and _INFLECTED.fullmatch(long[len(short) :]) is not None)
