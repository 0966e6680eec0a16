"""Accounts of one number of people by several pages and tellers: how many died, were wounded, were moved in one matter.

Comes in: pages with their facts, and the passages that they copy from each other. Goes out: findings, one for each
matter and kind of number that accounts give differently. A matter is a battle, a flood, an exchange of populations, by
the name before its noun ("Gediz depremi"); what a number counts is told by its own noun or the words of its stretch of
the sentence, so that the dead are never set against the wounded or against all who were lost. A number of a part (of a
town, a day, the officers) or of more ("hastanede ölenlerle birlikte") is told beside the others as such: it contradicts
nothing. A round number and the one that rounds to it are one account. Nothing is found within one voice of one page.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from tanik.compare.copies.independence import independent_groups
from tanik.compare.dating import Dated
from tanik.compare.model import CopyGroup, Examined, Finding, FindingKind, Place
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.core.tables import read_toml
from tanik.facts.model import Amount

__all__ = ["check_counts", "is_kind", "kind_of"]

_FEWEST: Final = 20  # people: below, a number is of a scene and not of the matter
_FAR: Final = 12  # times that one account may be another and still be of the same thing
_ROUNDED: Final = 0.05  # of a number that a rounder one for it may be off
_MOST_SHOWN: Final = 8
_DESCRIBES: Final = re.compile(r"\w*\W+(?:\w+\s){0,3}olan\s+")
_FROM_A_PLACE: Final = re.compile(r"[^\W\d_]+['’‘][dt][ae]n(?=\s+(?:\S+\s+){0,2}$)")
_PART: Final = re.compile(r"\s*['’‘]?(?:s?[ıiuü]|[ıiuü]n[ıiuü])\b")
_REACHED: Final = re.compile(r"\S*\s+(?:bul|as|gec)\w+")
_COUNT_OF: Final = re.compile(r"sayi(?:s|l|m)\w*\W|l[ae]r[iu]n\W+(?:d[ae]\W+)?$")
_NEXT_COUNT: Final = re.compile(r"\w+\s+sayi(?:s|l|m)\w*\W*$")  # "… ve yaralı sayısı" goes with the number behind it
_NEXT: Final = 10  # letters behind a number in which "subay" is what it counts
_DENIED: Final = re.compile(r"(?:\s\w+)?\s+deg[iy]l\b")
_MISSING: Final = re.compile(r"kayip\b")
_WOUNDED: Final = re.compile(r"\byarali\b|\besir\b")
_BESIDE: Final = 90  # letters in which the neighbours of a list stand
_MARKED: Final = re.compile(r"['’‘]")
# who fought: a name of all wars is no name of one
_NO_NAME: Final = frozenset(
    ("Birinci", "İkinci", "Türk", "Kara", "Deniz", "Büyük", "Dünya", "Bu", "Her", "Son", "Cihan")
)

# the rule where accounts of that number differ, and the one where some of another scope stand beside them
_RULES: Final = {
    "dead": ("counts-differ-dead", "counts-differ-dead-scope"),
    "wounded": ("counts-differ-wounded", "counts-differ-wounded-scope"),
    "missing": ("counts-differ-missing", "counts-differ-missing-scope"),
    "captured": ("counts-differ-captured", "counts-differ-captured-scope"),
    "lost": ("counts-differ-lost", "counts-differ-lost-scope"),
    "moved": ("counts-differ-moved", "counts-differ-moved-scope"),
    "inhabitants": ("counts-differ-inhabitants", "counts-differ-inhabitants-scope"),
}

_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class _Account:
    page: str
    amount: Amount
    teller: str | None
    scope: str | None


@cache
def _table() -> Mapping[str, Mapping[str, object]]:
    return read_toml("tanik.compare", "counted.toml")


def _words(section: str, key: str, of: str | None = None) -> tuple[str, ...]:
    held = _table()[section] if of is None else _table()[section][of]
    words = held[key] if isinstance(held, Mapping) else ()
    return tuple(map(str, words)) if isinstance(words, list) else ()


@cache
def _pattern(section: str, key: str, of: str | None = None) -> re.Pattern[str]:
    forms = sorted(_words(section, key, of), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})")


def _spelt(text: str) -> str:
    """Folded words with their ö, by which "öldü" is not "oldu", and without hyphens; as long as `text`."""
    return "ö".join(fold(part).replace("-", " ") for part in re.split("[öÖ]", text))


def kind_of(noun: str) -> str | None:
    """What people a noun counts, by the noun itself: dead, wounded, captured …

    >>> kind_of("şehit"), kind_of("kasabalı")
    ('dead', None)
    """
    spelt = _spelt(noun)
    return next((kind for kind in _kinds() if _pattern("what", "of", kind).match(spelt)), None)


def is_kind(kind: str, stretch: str) -> bool:
    """Whether a stretch of text has a word that tells of people of a kind.

    >>> is_kind("dead", "taşta ölen"), is_kind("dead", "taşta olan")
    (True, False)
    """
    return _pattern("what", "beside", kind).search(_spelt(stretch)) is not None


def _side(before: str) -> str:
    """Whose number it is by the last people named before it in the sentence; nothing where they are one's own."""
    last = max(
        ((found.start(), which, found) for which in ("words", "own") for found in _sided(which).finditer(before)),
        default=None,
        key=lambda one: one[0],
    )
    return last[2].group().strip() if last is not None and last[1] == "words" else ""


@cache
def _sided(which: str) -> re.Pattern[str]:
    """The people of one side; the name of a war tells nobody's, nor do those against whom it was."""
    war = r"(?!istan|(?:l[ae]r)?(?:[iae]|d[ae]n?)\b|(?:\w*\s+){1,2}(?:harb|harp|savas|muharebe|cephe))"
    return re.compile(_pattern("side", which).pattern + war)


@cache
def _kinds() -> tuple[str, ...]:
    return tuple(_table()["what"])


def check_counts(
    pages: Sequence[Examined], copies: Sequence[CopyGroup], called: Mapping[str, str]
) -> Iterator[Finding]:
    """One finding for each number of a matter of which the accounts differ; `called` is what to call each page.

    >>> list(check_counts((), (), {}))
    []
    """
    held: dict[_Key, list[_Account]] = defaultdict(list)
    for page in sorted(pages, key=lambda one: one.id):
        for key, account in _accounts(page):
            held[key].append(account)
    for key, found in sorted(held.items()):
        plain = [one for one in found if one.scope is None]
        near = _near(plain)
        if _are_several(near) and len(_values(near)) > 1:
            apart = [one for one in _near(found) if one.scope is not None]
            yield _finding(key, near, apart, (pages, copies, called))


def _are_several(found: Sequence[_Account]) -> bool:
    """Whether more than one tells: two pages, or on one page two whom it names; a page and its list are one voice."""
    named = {one.teller for one in found if one.teller}
    return len({one.page for one in found}) > 1 or len(named) > 1


def _near(found: Sequence[_Account]) -> list[_Account]:
    """The accounts of which none is many times another: of such the smaller is of a part that no word shows."""
    if not found:
        return []
    most = max(one.amount.value for one in found)
    return [one for one in found if one.amount.value * _FAR >= most]


def _values(found: Sequence[_Account]) -> list[list[_Account]]:
    """The accounts by what they come to; a round number joins the fullest that it rounds."""
    groups: list[list[_Account]] = []
    for one in sorted(found, key=lambda account: (_zeros(account.amount.value), -account.amount.value)):
        same = next((held for held in groups if _rounds(one.amount.value, held[0].amount.value)), None)
        if same is None:
            groups.append([one])
        else:
            same.append(one)
    return sorted(groups, key=lambda held: -held[0].amount.value)


def _zeros(value: float) -> int:
    digits = str(int(value))
    return len(digits) - len(digits.rstrip("0"))


def _rounds(round_: float, full: float) -> bool:
    """Whether a number is another one, or that one to its own last figure that is no nought."""
    step = 10 ** _zeros(round_)
    return round_ == full or (step > 1 and abs(round_ - full) <= min(step / 2, full * _ROUNDED))


def _finding(
    key: _Key, near: Sequence[_Account], apart: Sequence[_Account],
    told: tuple[Sequence[Examined], Sequence[CopyGroup], Mapping[str, str]],
) -> Finding:  # fmt: skip
    pages, copies, called = told
    matter, what, side = key
    every = [*near, *apart]
    places = sorted({Place(one.page, one.amount.span) for one in every})
    ids = sorted({one.page for one in near})
    values = "; ".join(_shown(group, called) for group in _values(near)[:_MOST_SHOWN])
    beside = "; ".join(dict.fromkeys(f"{one.scope}: {_shown([one], called)}" for one in apart))
    because = (("matter", matter), ("counts", what), *((("side", side),) if side else ()))
    groups = independent_groups(ids, copies, pages, places)
    return Finding(
        FindingKind.CONFLICT,
        tuple(places),
        _RULES[what][bool(beside)],
        (("matter", f"{matter}{f' ({side})' if side else ''}"), ("values", values), ("apart", beside))[
            : 3 if beside else 2
        ],
        (*because, ("independent", str(groups))),
    )


def _shown(group: Sequence[_Account], called: Mapping[str, str]) -> str:
    """The forms of one number, with the pages that give it and on whose word each does."""
    numbers = " ≈ ".join(dict.fromkeys(one.amount.text.strip() for one in group))
    tellers: dict[str, dict[str, None]] = defaultdict(dict)
    for one in group:
        tellers[one.page] |= {one.teller: None} if one.teller else {}
    by = (f"{called[page]}: {', '.join(told)}" if told else called[page] for page, told in tellers.items())
    return f"{numbers} ({' / '.join(by)})"


def _accounts(page: Examined) -> Iterator[tuple[_Key, _Account]]:
    dated, told = Dated(page), _spelt(page.text)
    matters = _Matters(page, dated)
    if not matters.any:
        return
    for sentence in dated.sentences:
        people = [one for one in dated.amounts_in(sentence) if one.unit == "person" and one.value >= _FEWEST]
        for amount in people:
            matter = matters.of(sentence, amount)
            before, after = _around(dated, told, sentence, amount)
            about = told[max(0, amount.span.start - _BESIDE) : amount.span.end + _BESIDE]
            what = _counted(amount, before, after, told[sentence.start : amount.span.start], about)
            ours = _is_of_whoever_speaks(page, told, amount)
            if what in _RULES and matter is not None and not ours and not _DENIED.match(told, amount.span.end):
                side = _side(told[sentence.start : amount.span.start])
                scope = _scope(page, amount, before, after)
                teller = _teller(page, amount)
                yield (matter, what or "", side), _Account(page.id, amount, teller, scope)


def _is_of_whoever_speaks(page: Examined, told: str, amount: Amount) -> bool:
    """Whether a number in a quotation is of "us" by the last people named in it: of whom, the speaker alone decides."""
    said = next((one for one in page.facts.quotations if one.span.contains(amount.span)), None)
    if said is None or not (_pattern("side", "words").search(told, said.span.start, said.span.end)):
        return False
    before = told[said.span.start : amount.span.start]
    ours = max((one.start() for one in _pattern("side", "first_person").finditer(before)), default=-1)
    named = (one.start() for which in ("words", "own") for one in _pattern("side", which).finditer(before))
    return ours >= max((at for at in named if at != ours), default=-1) and ours >= 0


def _around(dated: Dated, told: str, sentence: Span, amount: Amount) -> tuple[str, str]:
    """The folded words of the sentence before and behind an amount, up to the next number or semicolon."""
    others = [one.span for one in dated.amounts_in(sentence) if one is not amount]
    start = max((one.end for one in others if one.end <= amount.span.start), default=sentence.start)
    end = min((one.start for one in others if one.start >= amount.span.end), default=sentence.end)
    before = told[start : amount.span.start].rpartition(";")[2].rpartition("olmak uzere ")[2]
    after = told[amount.span.end : end].partition(";")[0]
    return before, after[: found.start()] if (found := _NEXT_COUNT.search(after)) is not None else after


def _counted(amount: Amount, before: str, after: str, sentence: str, about: str) -> str | None:
    """What a number counts: by its own noun, else by the nearest word, behind it first, last in all of the sentence."""
    own = _spelt(f"{amount.of or ''} {amount.text}")
    if amount.rule != "amount.elided" and _MISSING.match(own) and _WOUNDED.search(about):
        return "missing"  # beside the wounded "kayıp" are no losses in all
    for kind in _kinds():
        if amount.rule != "amount.elided" and _pattern("what", "of", kind).search(own):
            return kind
    # "ölenlerin sayısı 900", "sakat kalanların 900": these words go with what stands before, and else with what follows
    owned = _COUNT_OF.search(before) is not None
    for stretch in ((before, after) if owned else (after, before)) + (sentence,):
        near = [(one.start(), kind) for kind in _kinds() for one in _pattern("what", "beside", kind).finditer(stretch)]
        if near:
            return (min(near) if stretch is after else max(near))[1]
    return None


def _scope(page: Examined, amount: Amount, before: str, after: str) -> str | None:
    """The words that make a number one of a part or of more; None where it is of the whole matter."""
    text = page.text
    lead = text[max(0, amount.span.start - 60) : amount.span.start]
    place = _FROM_A_PLACE.search(lead)
    if place is not None:
        return place.group()
    share = _PART.match(text, amount.span.end) and _MARKED.match(text, amount.span.end)
    if share and not _REACHED.match(fold(text[amount.span.end : amount.span.end + 20])):
        return text[amount.span.start : amount.span.end + 4].split()[0]
    own = _pattern("scope", "own").search(_spelt(amount.text) + after[:_NEXT])
    if own is not None:
        return _whole(text, amount.span.start + own.start())
    for start, stretch in ((amount.span.start - len(before), before), (amount.span.end, after)):
        word = _pattern("scope", "words").search(stretch)
        if word is not None:
            return _whole(text, start + word.start())
    return None


def _whole(text: str, start: int) -> str:
    """The word that begins at `start`, as it is written."""
    found = re.compile(r"\w+").match(text, start)
    return found.group() if found else text[start : start + 1]


def _teller(page: Examined, amount: Amount) -> str | None:
    """On whose word a number stands: who is quoted, or the authority of the statement with it."""
    said = next((one.speaker for one in page.facts.quotations if one.span.contains(amount.span) and one.speaker), None)
    at = page.facts.amounts.index(amount)
    told = (one for one in page.facts.statements if at in one.amounts and one.span.contains(amount.span))
    return said or next((one.attributed_to for one in told if one.attributed_to), None)


class _Matters:
    """The matters that a page speaks of, and which one a number is of."""

    def __init__(self, page: Examined, dated: Dated) -> None:
        self._text, self._told = page.text, _spelt(page.text)
        told = Counter(name for _, name in self._in(Span(0, len(page.text))))
        title = _spelt(page.page.title or "")
        self._main = next((one for one, _ in told.most_common() if _spelt(one) in title), None)
        self._main = self._main or next((one for one, times in told.most_common(1) if times > 1), None)
        self.any = bool(told)

    def _in(self, span: Span) -> Iterator[tuple[int, str]]:
        """The matters named in a stretch, each with its place; every one is written as a name or needs none."""
        for found in _named().finditer(self._told, span.start, span.end):
            name = self._text[found.start("name") : found.end("name")]
            if (
                name[0].isupper()
                and _spelt(name) not in _NO_NAME
                and not _pattern("matter", "behind").match(_spelt(name))
            ):
                yield found.start(), name
        for one in _pattern("matter", "alone").finditer(self._told, span.start, span.end):
            yield one.start(), one.group()

    def of(self, sentence: Span, amount: Amount) -> str | None:
        """The matter of a number: behind "olan" the one that it describes, else the nearest before it, the first
        behind it, or the page's own."""
        described = _DESCRIBES.match(self._told, amount.span.end, sentence.end)
        main = _spelt(self._main) if self._main is not None else None
        if described is not None and main is not None and self._told.startswith(main, described.end()):
            return self._main
        named = list(self._in(sentence))
        before = [name for at, name in named if at < amount.span.start]
        behind = [name for at, name in named if at > amount.span.start]
        return next(iter((*before[-1:], *behind[:1])), self._main)


@cache
def _named() -> re.Pattern[str]:
    """A name before the noun of a matter, at most one word between: "çanakkale kara muharebeleri"."""
    nouns = "|".join(sorted(_words("matter", "behind"), key=len, reverse=True))
    return re.compile(rf"\b(?P<name>[^\W\d_]{{3,}})(?=(?:['’‘][^\W\d_]+)?[ \t]+(?:[^\W\d_]+[ \t]+)?(?:{nouns}))")
