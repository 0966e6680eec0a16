"""The words that announce, follow or rule out a quotation, and those that tell its form.

Comes in: nothing. Goes out: patterns made of ``data/quotation_words.csv``, for folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import groupby, takewhile
from typing import Final

from tanik.core.fold import fold
from tanik.facts.model import QuotationForm
from tanik.facts.tables import rows

__all__ = [
    "EVIDENTIAL",
    "alternation",
    "announces",
    "container_pattern",
    "english_verbs",
    "form_in",
    "forms_in",
    "goes_on",
    "no_subjects",
    "rejects",
    "say_pattern",
    "says_behind",
    "stand_pattern",
    "word_pattern",
    "written_pattern",
]

# What is retold at second hand ends in -miş: "gümüş gömmüş" is a report, not somebody's words.
EVIDENTIAL: Final = re.compile(r"(?:m[iu]s|m[iu]st[iu]r?|m[iu]slar)\W*$")
_ENGLISH: Final = "Oxford English Dictionary"


def alternation(forms: Iterable[str]) -> str:
    """A pattern for any of `forms`, the longest first, shared beginnings written once: a long list is scanned several
    times faster so than with its forms side by side.

    >>> alternation(("der", "derdi", "dedi"))
    '(?:de(?:di|r(?:di)?))'
    """
    return f"(?:{_branches(sorted(set(forms)))})"


def _branches(forms: list[str]) -> str:
    """The pattern without its parentheses; `forms` are sorted and differ."""
    parts = []
    for _, group in groupby(forms, key=lambda form: form[:1]):
        held = list(group)
        shared = _shared(held[0], held[-1])  # of sorted words the first and the last differ soonest
        rest = [form[len(shared) :] for form in held if form != shared]
        inner = f"(?:{_branches(rest)})" if rest else ""
        parts.append(re.escape(shared) + inner + ("?" if rest and shared in held else ""))
    return "|".join(parts)


def _shared(first: str, last: str) -> str:
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return "".join(letter for letter, _ in pairs)


@cache
def _alternatives(kind: str) -> str:
    return alternation(fold(row["form"]) for row in rows("quotation_words.csv") if row["kind"] == kind)


@cache
def english_verbs() -> str:
    """The English verbs of saying, as alternatives of a pattern for text as it is written."""
    kinds = ("say", "reports")
    held = {row["form"] for row in rows("quotation_words.csv") if row["kind"] in kinds and row["source"] == _ENGLISH}
    return alternation(held)


@cache
def say_pattern() -> re.Pattern[str]:
    """A verb of saying as a word of its own, in folded text: those that announce words without marks, and those
    that only go with marked ones (``belirtir``: behind its colon mostly stands what the page itself sums up).
    """
    return re.compile(r"\b(?:" + _alternatives("say") + "|" + _alternatives("reports") + r")\b")


@cache
def says_behind() -> re.Pattern[str]:
    """``diye`` or a verb of saying right behind words, with no more than marks between; behind a colon another clause
    begins. Matched where the words end.
    """
    return re.compile(r"[^\w:]*(?:diye\b|" + say_pattern().pattern + ")")


@cache
def announces() -> re.Pattern[str]:
    """A verb of saying (or ``şöyle``, ``notu``) right before a colon or semicolon, in folded text."""
    goes_on = r"(?:ilave ed|ekl|devam ed)\w+|diyordu|dedi|soyle \w+"
    plain = r"(?:" + _alternatives("say") + r"|(?:dedi|soyledi|yazdi)yse o)(?: ki)?\s*:"
    said = r"(?:soz(?:u|leri)|laf(?:i|lari))\b[^:.;!?\n“”\"]{1,30}:|su (?:soz|cumle|satir|ifade)\w*[^:.;!?\n]{0,30}:"
    reply = (
        r"(?:su|asagidaki|bu) (?:[^\W\d_]+ ){0,2}?(?:ceva[bp]|cavab|yanit|karsilig|emr|emir|talimat|"
        r"mesaj|telgraf|teleqram)(?:[iu]n?[iu]?)? (?:[^\W\d_]+ )?(?:ver|gonder|cek|yolla|yaz)\w*\s*:"
    )
    wired = r"(?:telgraf|mektup|mektub|haber)l?[ae]?\s?(?:ile\s)?(?:gel|bildir|ulas)\w+\s*:"
    told = r"(?:sunu|sunlari|soyle|su soz\w*)\s(?:\w+\s){0,2}(?:anlat|soyl|de|yaz)\w*"
    ki = r"(?:der|derdi|diyor|diyordu|demisti) ki\s*,"
    return re.compile(rf"\b(?:{ki}|{plain}|{said}|{reply}|{wired}|(?:{goes_on}|{told})\s*;)\s*(?=\S)")


@cache
def goes_on() -> re.Pattern[str]:
    """What looks like an announcement while the writer himself goes on behind the colon, in folded text.

    "Şöyle ki:" is "that is to say", "şu var ki:" sets against (Göksel & Kerslake 28.3); and "gerçek şudur:", "olan şu:"
    point forward to what was so, not to words (GK 18.1.4). "Mektuba gelince:" names what is spoken of next (GK 17.3.1).
    """
    matter = (
        r"(?<!yazili )\b(?:" + _alternatives("matter") + r")(?:sa| da| ise| bence)? (?:su|soyle)(?:d[iu]r)?(?: ki)?"
    )
    return re.compile(rf"(?:(?:(?<!\w)soyle|\bvar|\bdemek) ki|[ae] (?:gelince|geldikde)|{matter})\s*[:;,]\s*$")


@cache
def word_pattern() -> re.Pattern[str]:
    """``“tazminat” sözü``: what makes even one quoted word a quotation; matched behind the marks."""
    return re.compile(r"\W*(?:" + _alternatives("word") + r")")


@cache
def rejects() -> re.Pattern[str]:
    """``“Köprü” romanı``: what shows a title or nobody's words; matched behind the marks."""
    return re.compile(r"[\s,]*(?:diye\s)?(?:" + _alternatives("reject") + r")(?:yla|n[iu]|n?[ae]|n?[iu]n|d[ae]n)?\b")


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
