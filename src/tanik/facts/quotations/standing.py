"""How the page stands to its giving words to somebody: as its own word, as a claim, or as a claim that it denies.

Comes in: the folded text and what stands around a quotation, once its speaker is known. Goes out: a `Standing`. Who is
said to have spoken stays the speaker; what a page only reports or refutes it does not assert, and a dossier that leaves
this out makes a refutation a witness. Words are given as a claim where the noun clause about their saying is a claim's
("… dediği iddiası", "ait olduğu öne sürülen"), or a participle says that others gave them ("atfedilen"); denied where
that clause is rejected ("… ait olduğu iddiası asılsız", "ait değildir") or the saying itself is ("söylemediği “…”
sözü"). Who rejects something else beside a quotation ("iddiayı reddetti, “gelmedim” dedi") leaves it given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Quotation, Standing
from tanik.facts.quotations.around import Around
from tanik.facts.quotations.attributed import denied_again
from tanik.facts.quotations.genders import TITLES
from tanik.facts.quotations.words import alternation
from tanik.facts.tables import rows

__all__ = ["asked_in_heading", "denied_later", "denied_under_heading", "standing", "with_one_standing"]

_SAID: Final = (
    r"(?:soyle|de|ifade et|sarf ?et|yaz|dile getir|kullan)(?:di|ti)[gk]i\w*|(?:soyle|de|yaz)mis oldugu\w*|"
    r"(?:de|soyle|isle)diyi\w*|(?:soylen|yazil|(?:yanit|cevap|karsilik) ver(?:il)?)di[gk]i\w*"
)
_AIT: Final = r"(?:ait|aid|mehsus|mensub)"
_CLAIMED: Final = (
    r"(?:(?:iddia|one sur|ileri sur|rivayet|soylen|san[iı]l|zannedil|anlatil|paylas[iı]l|"
    r"dile getiril|aktaril)\w*|sozde|guya)"
)
_GIVEN_TO: Final = r"(?:atfed|atfet|atfolun|aid ed|mal ed|mal et|izafe|yakistir|isnat|isnad)\w*"
# before the words, at their very edge: "Ali'ye atfedilen “…”", "ait olduğu iddiasıyla öne sürülen ifadeler, “…”"
_LEAD_DENIED: Final = re.compile(
    rf"\b(?:(?:soyle|de)me(?:di[gky]i|yen|mis oldugu)|{_AIT} olma(?:yan|di[gky]i)|uydurma|asilsiz|sahte|uydurulan)"
    r"(?:\s[^\W\d_]+){0,2}[\s,:“”\"«‘’']*$"
)
_LEAD_ALLEGED: Final = re.compile(
    rf"\b(?:{_GIVEN_TO}|(?:{_AIT}|onun) oldugu\w* {_CLAIMED}|(?:{_SAID}) {_CLAIMED})"
    rf"(?:\s[^\W\d_]+){{0,5}}[\s,:“”\"«‘’']*$"
)
# behind the words: what is said of their being somebody's, and what becomes of that
_TAIL_CLAIM: Final = re.compile(
    rf"[^\w]*(?:[^\s.!?;:]+\s){{0,8}}?(?:{_AIT}\b|{_GIVEN_TO}|{_SAID}|soyleme\w*|onun degil)(?P<rest>[^.!?\n]*)"
)
_TAIL_DENIED: Final = re.compile(
    rf"\b{_AIT} (?:degil|deyil|olma(?:di[gky]|yan))|\b(?:soyle|de)me(?:mis|di\b|di[gky]i\b|y[ei]b\b|yen\b)|\bonun degil"
)
# "“…” ifadesinin yer aldığı mektup sahte çıktı": words of a paper that is no paper of his
_TAIL_FORGED: Final = re.compile(
    r"\W*[^\W\d_]+[iu]n\w*\s(?:yer aldigi|gectigi|bulundugu|yazili oldugu)\s(?:[^\W\d_]+\s){0,2}?[^\W\d_]+,?\s"
    r"(?:[^\W\d_]+\s){0,3}?(?:sahte|uydurma|duzmece)"
)
_TAIL_ALLEGED: Final = re.compile(rf"\b{_CLAIMED}\b|\b{_GIVEN_TO}|\b(?:old|d)[iu]g[iu]n[ae] (?:dair|iliskin)\b")
_LINE_END: Final = re.compile(r"[\n]")
_LATER: Final = 2000  # letters behind the words, in which an article comes to what became of them
_LONGEST_LABEL: Final = 80  # letters of a line that says whose the words below are
_REACH: Final = 220  # letters behind the words in which their sentence says what becomes of them


@cache
def _rejected() -> re.Pattern[str]:
    """What rejects a claim, right behind it or at the end of its sentence."""
    held = alternation(fold(row["form"]) for row in rows("quotation_words.csv") if row["kind"] == "refutes")
    return re.compile(rf"\b{held}")


def standing(folded: str, around: Around) -> Standing:
    """How the sentence around words stands to somebody's having said them.

    >>> from tanik.core.span import Span
    >>> text = "“yol biter” sozunun vali beye ait oldugu iddiasi asilsizdir."
    >>> empty = Span(0, 0)
    >>> str(standing(text, Around(Span(0, 11), empty, Span(11, len(text)), (), 0, empty)))
    'denied'
    """
    start, end = around.outer.start, around.outer.end
    lead = folded[min(around.lead.start, start) : start]
    if not lead.strip():
        lead = _above(folded, around.earlier)
    if _LEAD_DENIED.search(lead):
        return Standing.DENIED
    line = _LINE_END.search(folded, end)
    tail = folded[end : min(end + _REACH, line.start() if line is not None else len(folded))]
    if _TAIL_FORGED.match(tail):
        return Standing.DENIED
    claim = _TAIL_CLAIM.match(tail) if not _SPOKEN.match(tail) else None
    if claim is not None:
        whole = claim.group()
        rejected = _rejected().search(whole) or _NOT_FOUND.search(whole)
        if _TAIL_DENIED.search(whole) or (_TAIL_ALLEGED.search(whole) and rejected):
            return Standing.DENIED
        if _TAIL_ALLEGED.search(whole):
            return Standing.ALLEGED
    return Standing.ALLEGED if _LEAD_ALLEGED.search(lead) else Standing.GIVEN


def _above(folded: str, earlier: tuple[Span, ...]) -> str:
    """What announces a paragraph of quoted words ("… paylaştı:"), over a short line that says whose they are."""
    for one in earlier[:2]:
        words = one.of(folded).rstrip()
        if words.endswith(":"):
            return words
        if len(words) > _LONGEST_LABEL:
            break
    return ""


# what was looked for is not there: "kaynağının … bulunmadığı görüldü" (negated existentials, GK 12.1.1.2)
_NOT_FOUND: Final = re.compile(
    r"\b(?:kaynak|kaynag|belge|kanit|kayd|kayit|iz|delil|tanik|aciklama|dayanag|dayanak|emare|bulgu|menb|"
    r"sened|fakt)"
    r"[^\W\d_]*[,\s](?:[^\s.!?]+\s){0,7}?(?:yok|yohdu|bulunm|bulunam|rastlanm|rastlanam|ulasilam|tapilm|yer alm[iau])"
)
# "Bu sözün Ali'ye ait olduğuna dair kanıt yok.": what a later sentence says of the saying told before
_SAYING_AGAIN: Final = re.compile(
    r"\b(?:bu|soz konusu|anilan|bahse konu|bahis konusu|bahsi gecen|adi gecen|mezkur|ilgili|"
    r"hemin)\s(?:ozlu\s)?(?:soz|vecize|ifade|alinti|cumle|ozdeyis)"
    r"(?!lesme|cu|luk)\w*\s[^.!?\n]*"
)
_AGAIN_CLAIM: Final = re.compile(rf"\b(?:{_SAID}|soylen\w+|{_AIT}\b|kanit|kayna[gk]|belge|kayd|kayit)")


def denied_later(text: str, folded: str, quotations: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
    """Claims about words that a later sentence of the page rejects ("bu sözün … kaynağı yok") are denied ones.

    Only words that the page gave as a claim: of words that it gives itself such a sentence tells something else.

    >>> from tanik.core.span import Span
    >>> from tanik.facts.model import QuotationForm
    >>> one = Quotation(Span(0, 9), "yol biter", QuotationForm.DIRECT, "“”", "marks", "Vali", None)
    >>> text = "yol biter dedigi iddia edilir. bu sozu soyledigine dair kanit yok."
    >>> [str(held.standing) for held in denied_later(text, text, (replace(one, standing=Standing.ALLEGED),))]
    ['denied']
    """
    told = [
        one
        for one in _SAYING_AGAIN.finditer(folded)
        if (_rejected().search(one[0]) or _NOT_FOUND.search(one[0])) and _AGAIN_CLAIM.search(one[0])
    ]

    def rejects(one: Quotation) -> bool:
        end = one.span.end
        return any(0 < found.start() - end < _LATER for found in told) or denied_again(text, end, end + _LATER)

    return tuple(
        replace(one, standing=Standing.DENIED) if one.standing is Standing.ALLEGED and rejects(one) else one
        for one in quotations
    )


# "Ali Bey'in Söylemediği Sözler", "Ali Bey'e ait olmayan on söz": a line over sayings that are not his
_HEADING: Final = re.compile(
    r"^[^\w\n]*(?P<whose>[^\n:.!?]{2,60}?)['’]?(?:n?[iu]n\s(?:hic\s|asla\s)?(?:soyle|de)medi[gk]i\w*"
    r"|[yn]?[ae]\s(?:ait|aid) olma(?:yan|di[gk]i\w*))\s(?:[^\W_]+\s){0,5}(?:soz|vecize|ifade|alinti|ozdeyis)"
    r"(?:l[ae]r)?[iu]?[^\w\n]*$"
    r"|^(?P<other>[^\n]{0,60}(?:soyledigi|ait olan)[^\n.:]{0,30}(?:soz|vecize|ifade)(?:l[ae]r)?[iu]?[^\w\n]*)$",
    re.MULTILINE,
)


def _is_named(speaker: str | None, words: str) -> bool:
    """Whether one of the names of `speaker` stands in folded `words`, be it in a case; a title names nobody."""
    names = set(re.findall(r"[^\W\d_]{3,}", fold(speaker or ""))) - TITLES
    return any(re.search(rf"\b{name}(?:n?[iu]n|[yn]?[aeiu]|[dt][ae]n?)?\b", words) for name in names)


def denied_under_heading(folded: str, quotations: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
    """Words under a heading that says somebody's sayings are not his are denied where they are given to him.

    >>> from tanik.core.span import Span
    >>> from tanik.facts.model import QuotationForm
    >>> text = "ali bey'in soylemedigi sozler\\nyol biter"
    >>> one = Quotation(Span(30, 39), "yol biter", QuotationForm.DIRECT, "“”", "marks", "Ali Bey", None)
    >>> [str(held.standing) for held in denied_under_heading(text, (one,))]
    ['denied']
    """
    headings = tuple(_HEADING.finditer(folded)) if "medi" in folded or "olma" in folded else ()

    def rejects(one: Quotation) -> bool:
        above = next((held for held in reversed(headings) if held.end() <= one.span.start), None)
        whose = above["whose"] if above is not None else None
        return _is_named(one.speaker, whose or "")

    return tuple(replace(one, standing=Standing.DENIED) if rejects(one) else one for one in quotations)


# "Ali Bey'in söylediği söz gerçek mi?": a page that asks whether a saying is somebody's
_ASKED: Final = re.compile(
    r"\b(?:soyledigi|dedigi|yazdigi|sozu|sozler\w*|ait\b|aid\b|dediyi|soylediyi)[^\n?]{0,60}?(?:m[iu]\s(?:ait|aid|(?:soyle|de|yaz)di)|"
    r"(?:\b(?:gercek|dogru|sahte|uydurma|kendisinin|onun|hakikat)(?:ten)?\s|\b(?:ait|aid)\s|\b(?:soyle|de)di\s)?m[iu](?:d[iu]r|yd[iu])?)\s?\?"
)


def asked_in_heading(
    folded: str, headings: tuple[Span, ...], quotations: tuple[Quotation, ...]
) -> tuple[Quotation, ...]:
    """Words given to somebody of whom a heading asks whether the saying is his are a claim.

    >>> from tanik.facts.model import QuotationForm
    >>> text = "ali bey'in soyledigi soz gercek mi?\\nyol biter"
    >>> one = Quotation(Span(36, 45), "yol biter", QuotationForm.DIRECT, "“”", "marks", "Ali Bey", None)
    >>> [str(held.standing) for held in asked_in_heading(text, (Span(0, 35),), (one,))]
    ['alleged']
    """
    asked = " ".join(one.of(folded) for one in headings if _ASKED.search(folded, one.start, one.end))

    def is_asked(one: Quotation) -> bool:
        return one.standing is Standing.GIVEN and _is_named(one.speaker, asked)

    return tuple(replace(one, standing=Standing.ALLEGED) if is_asked(one) else one for one in quotations)


# "“…” dedi", "“…” diyerek …": a saying told in the page's own voice
_SPOKEN: Final = re.compile(r"\W*(?:dedi\b|diye(?:n|rek)?\b|diyor\w*|demis(?:ti|tir)?\b|der(?:di)?\b)")
_GRAVITY: Final = (Standing.GIVEN, Standing.ALLEGED, Standing.DENIED)


def with_one_standing(quotations: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
    """The same words given to the same speaker stand on one page as its firmest sentence about them has it.

    >>> from tanik.core.span import Span
    >>> from tanik.facts.model import QuotationForm
    >>> one = Quotation(Span(0, 9), "yol biter", QuotationForm.DIRECT, "“”", "marks", "Vali", None)
    >>> other = replace(one, span=Span(20, 29), standing=Standing.DENIED)
    >>> [str(held.standing) for held in with_one_standing((one, other))]
    ['denied', 'denied']
    """
    firmest: dict[tuple[str, str | None], Standing] = {}
    for key, one in _keyed(quotations):
        firmest[key] = max(firmest.get(key, Standing.GIVEN), one.standing, key=_GRAVITY.index)
    return tuple(replace(one, standing=firmest[key]) for key, one in _keyed(quotations))


def _keyed(quotations: tuple[Quotation, ...]) -> Iterator[tuple[tuple[str, str | None], Quotation]]:
    for one in quotations:
        yield (" ".join(re.findall(r"\w+", fold(one.text))), one.speaker), one
