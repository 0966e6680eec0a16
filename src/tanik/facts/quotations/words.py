"""The words that announce, follow or rule out a quotation, and those that tell its form.

Comes in: nothing. Goes out: patterns made of ``data/quotation_words.csv``, for folded text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from tanik.core.fold import fold
from tanik.facts.model import QuotationForm
from tanik.facts.tables import rows

__all__ = [
    "EVIDENTIAL",
    "announces",
    "container_pattern",
    "english_verbs",
    "form_in",
    "forms_in",
    "no_subjects",
    "rejects",
    "say_pattern",
    "stand_pattern",
    "word_pattern",
    "written_pattern",
]

# What is retold at second hand ends in -miş: "gümüş gömmüş" is a report, not somebody's words.
EVIDENTIAL: Final = re.compile(r"(?:m[iu]s|m[iu]st[iu]r?|m[iu]slar)\W*$")
_ENGLISH: Final = "Oxford English Dictionary"


@cache
def _alternatives(kind: str) -> str:
    forms = {fold(row["form"]) for row in rows("quotation_words.csv") if row["kind"] == kind}
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


@cache
def english_verbs() -> str:
    """The English verbs of saying, as alternatives of a pattern for text as it is written."""
    kinds = ("say", "reports")
    held = {row["form"] for row in rows("quotation_words.csv") if row["kind"] in kinds and row["source"] == _ENGLISH}
    return "|".join(sorted(held, key=len, reverse=True))


@cache
def say_pattern() -> re.Pattern[str]:
    """A verb of saying as a word of its own, in folded text: those that announce words without marks, and those
    that only go with marked ones (``belirtir``: behind its colon mostly stands what the page itself sums up).
    """
    return re.compile(r"\b(?:" + _alternatives("say") + "|" + _alternatives("reports") + r")\b")


@cache
def announces() -> re.Pattern[str]:
    """A verb of saying (or ``şöyle``, ``notu``) right before a colon or semicolon, in folded text."""
    goes_on = r"(?:ilave ed|ekl|devam ed)\w+|diyordu|dedi|soyle \w+"
    plain = r"(?:" + _alternatives("say") + r"|(?:dedi|soyledi|yazdi)yse o)(?: ki)?\s*:"
    said = r"soz(?:u|leri)\b[^:.;!?\n“”\"]{1,30}:|su (?:soz|cumle|satir|ifade)\w*[^:.;!?\n]{0,30}:"
    wired = r"(?:telgraf|mektup|mektub|haber)l?[ae]?\s?(?:ile\s)?(?:gel|bildir|ulas)\w+\s*:"
    ki = r"(?:der|derdi|diyor|diyordu|demisti) ki\s*,"
    return re.compile(rf"\b(?:{ki}|{plain}|{said}|{wired}|(?:{goes_on})\s*;)\s*(?=\S)")


@cache
def word_pattern() -> re.Pattern[str]:
    """``“tazminat” sözü``: what makes even one quoted word a quotation; matched behind the marks."""
    return re.compile(r"\W*(?:" + _alternatives("word") + r")")


@cache
def rejects() -> re.Pattern[str]:
    """``“Köprü” romanı``: what shows a title or nobody's words; matched behind the marks."""
    return re.compile(r"[\s,]*(?:diye\s)?(?:" + _alternatives("reject") + r")(?:yla|n?[ae]|n?[iu]n|d[ae]n)?\b")


@cache
def _form_patterns() -> tuple[tuple[QuotationForm, re.Pattern[str]], ...]:
    order = ("proverb", "telegram", "letter", "speech", "document")
    return tuple((QuotationForm(kind), re.compile(r"\b(?:" + _alternatives(kind) + r")")) for kind in order)


@cache
def no_subjects() -> frozenset[str]:
    """Folded words that stand before a verb of saying and name nobody: ``sonra``, ``nihayet``."""
    return frozenset(fold(row["form"]) for row in rows("quotation_words.csv") if row["kind"] == "no_subject")


@cache
def container_pattern() -> re.Pattern[str]:
    """Whatever words can be sent in: letter, telegram or document, in folded text."""
    return re.compile(r"\b(?:" + "|".join(_alternatives(kind) for kind in ("telegram", "letter", "document")) + r")")


@cache
def stand_pattern() -> re.Pattern[str]:
    """``kürsüye çıktı``, ``söz aldı``: from here on somebody speaks to an assembly."""
    return re.compile(r"\b(?:" + _alternatives("stand") + r")")


@cache
def _about() -> re.Pattern[str]:
    """``mektup için``, ``telgrafı alan``: what shows that a text is only spoken about; matched behind its noun."""
    return re.compile(r"\w*\s(?:" + _alternatives("about") + r")")


@cache
def written_pattern() -> re.Pattern[str]:
    """``diye yazar``, ``wrote``: words put on paper, of whatever kind."""
    return re.compile(r"\b(?:" + _alternatives("written") + r")")


def forms_in(words: str) -> frozenset[QuotationForm]:
    """Every form that folded `words` speak of.

    >>> sorted(map(str, forms_in("kongrede konusan mebusun tutanaga giren sozu")))
    ['document', 'speech']
    """
    return frozenset(form for form, pattern in _form_patterns() if pattern.search(words))


def form_in(words: str) -> QuotationForm | None:
    """The form that folded `words` speak of last, or None.

    >>> str(form_in("gece cekilen telgrafta")), form_in("dedi ve gitti")
    ('telegram', None)
    """
    best: tuple[int, QuotationForm] | None = None
    for form, pattern in _form_patterns():
        for match in pattern.finditer(words):
            spoken_about = form is not QuotationForm.PROVERB and _about().match(words, match.end())
            if not spoken_about and (best is None or match.start() > best[0]):
                best = (match.start(), form)
    return best[1] if best else None
