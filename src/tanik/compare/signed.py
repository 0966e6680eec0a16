"""Surnames of people whom no table knows, in a signature or a record of the time before the law of 1934.

Comes in: one page. Goes out: findings. In the writer's narrative a later surname is common usage; in words that stand
in a paper ("… imzası", a plate, a clerk's record) it is not, on a day before 21 June 1934. Until then a Muslim of
Turkey bore given names, a title, a father's name or a byname *before* the name, so a word behind the given name that
is one of the surnames of the law accuses: such a word is of ``data/surnames.csv`` (the frequent ones, none of which is
a given name) or built as they were (two Turkish words, ``_BUILT``). Second given names, "-zade" and "-oğlu" are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tanik.compare.dates import bounds
from tanik.compare.dating import Dated
from tanik.compare.early import early, is_before
from tanik.compare.known import dated_facts, surnames
from tanik.compare.letters import paper_day
from tanik.compare.model import Finding
from tanik.compare.wordings import says
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.core.tables import read_rows
from tanik.facts.model import DateMention

__all__ = ["check_signed"]

_QUOTED: Final = re.compile(r"[“\"«]([^”\"»\n]{5,80})[”\"»]")
_BARE: Final = re.compile(r"((?:[^\W\d_]+ ){1,3}[^\W\d_]+),? (?:imzalı|imzasıyla|imzası|diye imzal)")
_WORD: Final = re.compile(r"[^\W\d_]+")
# Two Turkish words joined, as the lists of 1934 and 1935 offer them ("Toker", "Altınay"); no Arabic name is so built.
_JOINED: Final = re.compile(
    r"(?:ak|al|alt[iu]n|ay|bay|boz|can|cakir|celik|dag|deli|demir|deniz|er|es|gok|gul|gun|gur|guc|guven|il|is|kara|kaya|kiz[iu]l"
    r"|koc|kor|kut|oz|ok|on|or|pek|sar[iu]|ser|su|sev|son|tan|tas|tok|top|tun[cg]|tur|ulu|uz|ya[lv]|y[iu]ld[iu]r|yur)"
    r"(?:ay|bas|bay|berk|can|dag|dal|el|er|gil|gun|guc|kan|kaya|kol|kurt|man|men|ok|oz|pinar|sal|sel|soy|su|tan|tas|ten"
    r"|tug|tuna|tunc|yer|y[iu]ld[iu]z|yurt)"
)
_BUILT: Final = re.compile(r"\w{2,}(?:turk|soy|tekin|demir|kaya|alp|maz|mez|dogan|taskin|bas|eli)")


@cache
def _given() -> frozenset[str]:
    return frozenset(fold(row["form"]) for row in read_rows("tanik.facts", "given_names.csv"))


@cache
def _family() -> frozenset[str]:
    return frozenset(fold(row["surname"]) for row in read_rows("tanik.compare", "surnames.csv"))


def check_signed(dated: Dated) -> Iterator[Finding]:
    """The findings about surnames of the law of 1934 in what was signed or recorded before it."""
    law = dated_facts("law")[0]
    for sentence in dated.sentences:
        for span in _literal(dated, sentence):
            found = _surname_in(dated, span)
            date = _day(dated, sentence) if found is not None else None
            if found is None or date is None or not is_before(date.edtf, law.date):
                continue
            yield early(
                dated, (found, sentence), date, "surname-too-early", (found.of(dated.page.text), *law.known[1:])
            )


def _day(dated: Dated, sentence: Span) -> DateMention | None:
    dates = dated.dates_in(sentence)
    if not dates:
        return paper_day(dated, sentence)
    return dates[0] if len({one.edtf for one in dates}) == 1 and bounds(dates[0].edtf) is not None else None


def _literal(dated: Dated, sentence: Span) -> Iterator[Span]:
    """What a sentence about a paper or record has in quotation marks, or right before "imzalı"."""
    folded = dated.folded[sentence.start : sentence.end]
    text = dated.page.text
    if says(folded, "paper") or says(folded, "recorded"):
        for found in _QUOTED.finditer(text, sentence.start, sentence.end):
            yield Span(found.start(1), found.end(1))
    for found in _BARE.finditer(text, sentence.start, sentence.end) if "imza" in folded else ():
        yield Span(found.start(1), found.end(1))


def _surname_in(dated: Dated, span: Span) -> Span | None:
    """The given name and the surname at the end of a literal, or before the comma of "…, İsmail oğlu"."""
    head = span.of(dated.page.text).partition(",")[0]
    words = [(one[0], span.start + one.start()) for one in _WORD.finditer(head)][-3:]
    if len(words) < 2 or not all(word[:1].isupper() for word, _ in words[-2:]):
        return None
    (given, at), (last, begin) = words[-2:]
    said = fold(last)
    known = any(form.endswith(f" {said}") and fold(given) in form for form, _ in surnames())
    if known or fold(given) not in _given() or said in _given():
        return None
    if said not in _family() and not _BUILT.fullmatch(said) and not _JOINED.fullmatch(said):
        return None
    return Span(at, begin + len(last))
