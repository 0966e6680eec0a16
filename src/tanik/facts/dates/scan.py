"""One pass over the page's blocks: everything that may be a date, in order, unresolved.

Comes in: a page. Goes out: candidates (written, bare, relative), each with its block. What a bare month name needs to
be taken for a month and not for a person or a hearth is decided here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import Final

from tanik.core.fold import fold, lower_turkish
from tanik.facts.dates.bare import bare_at
from tanik.facts.dates.begins import may_begin
from tanik.facts.dates.blocks import Block, blocks_of
from tanik.facts.dates.forms import written_at
from tanik.facts.dates.relative import Relative, relative_at
from tanik.facts.dates.words import has_role, known_word, month_at, spelt_like
from tanik.facts.dates.written import Bare, Written
from tanik.facts.numbers.tokens import FIGURE, WORD, Token, cut
from tanik.facts.tables import rows
from tanik.page.model import Page

__all__ = ["Candidate", "Found", "scan"]

Found = Written | Bare | Relative
_DOUBTFUL: Final = ("ocak", "ekim", "aralik", "kasim", "may", "march", "august", "muharrem", "recep", "receb")
_OF_POSSESSED: Final = re.compile(r"(\w{3,}[iıuü])(?:n[iıuü]n?|n[ae]|n[dt][ae]n?|yl[ae])")
_NEARBY: Final = 20  # tokens within which another month shows that "aralıkta" is December and no gap
_NEVER_BARE: Final = ("may", "march", "august")
_PLACE: Final = ("da", "de", "ta", "te", "dan", "den", "tan", "ten", "inda", "unda", "indan", "undan")
_QUANTIFIED: Final = (
    "her",
    "bir",
    "o",
    "bu",
    "gecen",
    "gelecek",
    "in",
    "of",
    "since",
    "until",
    "every",
    "that",
    "last",
    "by",
    "from",
    "after",
    "before",
    "early",
    "late",
    "during",
)


_LEADS_MONTH: Final = frozenset(("in", "of", "since", "by", "until", "till", "early", "late", "during", "mid"))
_PEOPLE: Final = ("kişi", "kisi")
_A_WORD: Final = 3  # letters: "s.3" and "No.3" end no sentence


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible date, the block it stands in, the words before and after it, and whether a list of months.

    `cited` is true for the day of a newspaper or a note: no event of the story that other dates are counted from.
    """

    found: Found
    block: Block
    before: str
    after: str
    quoted: bool = False
    sentence: int = 0
    months: int = 0
    cited: bool = False


def _bare_month_stands(found: Written, tokens: tuple[Token, ...], at: int, text: str) -> bool:
    """Whether a month name without day and year is one: what stands around it decides."""
    after = tokens[found.last].form if found.last < len(tokens) else ""
    before = tokens[at - 1].form if at else ""
    capital = text[found.start].isupper()
    said = has_role("month_noun", after)  # Azerbaijani "may ayında"
    if not said and (found.lang == "en" or (found.stem == "ocak" and after.startswith("basi"))) and not capital:
        return False  # "a march", "ocak başında" (by the hearth)
    # "In September, Halil left"; "written by April Howard" names her
    led = found.lang == "en" and before in _LEADS_MONTH
    led = led and (before not in ("by", "of") or not _among_names(found, tokens, at, text))
    if led or said or _said_to_be_a_month(found, after) or _months_listed(tokens, at) > 1:
        return True
    placed = found.ending in _PLACE
    if found.stem in _NEVER_BARE or found.naming == "hijri":
        return before in ("in", "of", "since", "by", "until", "early", "late") and found.naming != "hijri"
    if found.stem in _DOUBTFUL:
        nearby = (
            any(month_at(tokens, near) for near in range(max(0, at - _NEARBY), at))
            if placed and found.stem == "aralik"
            else False
        )
        return (placed and (capital or nearby or found.stem in ("ekim", "kasim"))) or before in ("her", "gecen")
    if capital and not placed and _among_names(found, tokens, at, text):
        return False
    return placed or before in _QUANTIFIED or not capital


def _said_to_be_a_month(found: Written, after: str) -> bool:
    """``Mayıs ayında``, ``ekim sonunda``, ``aynı yılın Mayıs'ı``."""
    if found.upto is not None or found.shift is not None or has_role("month_noun", after):
        return True
    return has_role("part", after) and (not found.ending or found.stem not in _DOUBTFUL)


def _among_names(found: Written, tokens: tuple[Token, ...], at: int, text: str) -> bool:
    """Whether a capitalised word stands before or after: ``Nisan Yayınları``, ``Ayşe Nisan``."""
    after = found.last < len(tokens) and text[tokens[found.last].start].isupper()
    return after or (at > 0 and tokens[at - 1].kind == WORD and text[tokens[at - 1].start].isupper())


@cache
def _newspapers() -> tuple[str, ...]:
    return tuple(fold(row["name"]) for row in rows("newspapers.csv"))


def _of_a_newspaper(before: str) -> bool:
    """Whether the words before a date end in a newspaper's name: ``İrade-i Milliye, 28 Eylül``."""
    words = fold(before).rstrip(' (“"')
    return words.endswith((",", "'nin", "'nın")) and words.rstrip(",").removesuffix("'nin").endswith(_newspapers())


def _full(found: Found) -> bool:
    return isinstance(found, Written) and found.day is not None and found.month is not None and bool(found.year)


def _possible(found: Found | None, tokens: tuple[Token, ...], at: int, text: str) -> Found | None:
    """`found`, if what stands around it lets it be a date."""
    if not isinstance(found, Written):
        return found
    after = tokens[found.last].form if found.last < len(tokens) else ""
    if found.year is None and found.day is not None and found.month is not None and _is_event(after):
        return None
    if found.day is None and found.stem and found.upto is None and not spelt_like(found.stem, _word(text, found)):
        return None
    if found.season is not None and lower_turkish(text[found.start : found.end]).endswith(_PEOPLE):
        return None  # "1500 kişi" are no winter ("1500 kışı"), which its letters alone tell apart
    if found.day is None and found.year is None and found.season is None and found.month is not None:
        return found if _bare_month_stands(found, tokens, at, text) else None
    return found


def _in_a_name(found: Written | None, tokens: tuple[Token, ...]) -> bool:
    """Whether a day and its month are the name of something: ``19 Mayıs Stadı``, ``23 Nisan törenleri``."""
    if found is None or found.year is not None or found.day is None or found.month is None:
        return False
    return found.last < len(tokens) and _is_event(tokens[found.last].form)


def _is_event(form: str) -> bool:
    """Whether a word is what a day is named after, in any case: "12 Eylül darbesiyle" (behind a possessive, GK 8.1)."""
    owned = _OF_POSSESSED.fullmatch(form)
    return has_role("event", form) or (owned is not None and has_role("event", owned.group(1)))


def _glued(tokens: tuple[Token, ...], at: int) -> bool:
    return at < len(tokens) and tokens[at].glued


def _note_mark_at(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the figure at `at` is a note's number, close behind the mark that ends a sentence: ``verir.3 Grev``."""
    if tokens[at].kind != FIGURE or at < 2 or tokens[at - 2].kind != WORD or len(tokens[at - 2].form) < _A_WORD:
        return False
    return tokens[at - 1].glued and at + 1 < len(tokens) and not tokens[at + 1].glued


def _after_a_note_mark(tokens: tuple[Token, ...], at: int, found: Found) -> bool:
    """Whether the figure that `found` takes for its day is a note's number, set close behind a word and its mark."""
    if not isinstance(found, Written) or found.day is None or found.year is not None or at < 2:
        return False
    mark = tokens[at - 1]
    close = tokens[at].glued and mark.glued and tokens[at].kind == FIGURE
    return close and mark.form in (",", ".", ";", '"', ")") and tokens[at - 2].kind == WORD


def _word(text: str, found: Written) -> str:
    """The month's name as written (the last word of the date, where no year follows)."""
    words = [word for word in text[found.start : found.end].split() if not word.isdecimal()]
    return words[-1] if words else ""


def _quoted(text: str, start: int, at: int) -> bool:
    line = text[start:at]
    return line.count("“") + line.count("«") > line.count("”") + line.count("»") or line.count('"') % 2 == 1


# A list of months has twelve at most, with a comma between each two.
_MONTHS_APART: Final = 24


def _months_listed(tokens: tuple[Token, ...], at: int) -> int:
    """How many months are listed around token `at` and closed by ``aylarında``."""
    index, count = at, 0
    first = max(0, at - _MONTHS_APART)
    while index >= first and (month_at(tokens, index) or tokens[index].form in (",", "ve")):
        index -= 1
    index += 1
    last = min(len(tokens), at + _MONTHS_APART)
    while index < last:
        month = month_at(tokens, index)
        if month is None and tokens[index].form not in (",", "ve"):
            break
        count += month is not None
        index = month.last if month else index + 1
    ends = index < len(tokens) and tokens[index].form.startswith("aylar")
    return count if ends else 0


def _scan_block(tokens: tuple[Token, ...], block: Block, page: Page, sentence: int) -> tuple[list[Candidate], int]:
    english = page.language.startswith("en")
    text, at = page.text, 0
    found: list[Candidate] = []
    while at < len(tokens):
        token = tokens[at]
        if token.form in (".", "!", "?", ";") and (not _glued(tokens, at + 1) or _note_mark_at(tokens, at + 1)):
            sentence += 1
        if token.kind != FIGURE and (token.kind != WORD or not may_begin(token.form, english=english)):
            at += 1
            continue
        written = written_at(tokens, at, english=english)
        item: Found | None = _possible(written, tokens, at, text)
        if item is None and _in_a_name(written, tokens):
            at += 2  # "19 Mayıs Stadı": neither a day nor a month
            continue
        if item is not None and _after_a_note_mark(tokens, at, item):
            at += 1  # "çıkarmış,2 şubatta": the note's number, then the month
            continue
        item = item or bare_at(tokens, at) or relative_at(tokens, at, text, english=english)
        if item is None:
            at += 1
            continue
        if token.start < block.sources or _full(item):
            before, after = text[max(block.start, item.start - 60) : item.start], text[item.end : item.end + 40]
            quoted = block.kind == "quotation" or _quoted(text, block.start, item.start)
            months = _months_listed(tokens, at) if isinstance(item, Written) and not item.year else 0
            cited = token.start >= block.sources or _of_a_newspaper(before)
            found.append(Candidate(item, block, before, after.split("\n")[0], quoted, sentence, months, cited))
        at = max(item.last, at + 1)
    return found, sentence + 1


def scan(page: Page) -> tuple[Candidate, ...]:
    """Every candidate of `page`, in order of its start."""
    tokens = cut(page.text, known_word)
    starts = [token.start for token in tokens]
    found: list[Candidate] = []
    sentence = 0
    for block in blocks_of(page):
        inside = tokens[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        some, sentence = _scan_block(inside, block, page, sentence)
        found.extend(some)
    return tuple(found)
