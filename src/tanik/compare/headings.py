"""Findings about titles that deny or ask what the page itself affirms, whatever their verb.

Comes in: one page. Goes out: findings. A title ("Lenin altın göndermedi", "Did Lenin send gold?") is often no
statement: it has no time, no amount and no full stop. Its last word says whether it denies or asks, and its verb's
stem what; a statement of the page that affirms a deed of that stem of the same people or things answers it. Where the
page also denies the deed, or only hands it on, nothing is told. What the statements themselves show is read in
``questions``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tanik.compare.model import Examined, Finding
from tanik.compare.parties import as_party
from tanik.compare.questions import answered
from tanik.compare.strung import is_one_noun
from tanik.compare.wordings import plain, says
from tanik.core.span import Span
from tanik.facts.model import Modality, NameKind, Polarity, Statement

__all__ = ["NO_WORD", "WAY", "check_headings", "headings_of", "is_of_part", "opens_with_another"]

_LONGEST: Final = 90  # letters of a title
_LINES: Final = 2  # a title, and a second one under it
_LEAST: Final = 3  # letters of a stem; of a word that says what a title is about
_DENIED: Final = re.compile(r"\b(\w{2,}?)m[ae](?:d[iu]\w*|m[iu]s\w*|yib\w*|yor\w*|z|yecek\w*)\W*$")
# The particle stands apart ("yaptı mı", TDK Yazım Kılavuzu: "mı, mi" soru eki); joined to its verb it asks only where
# a question mark says so, or in Azerbaijani: "Köy Yardımı" asks nothing.
_ASKED: Final = re.compile(
    r"\b(\w{2,}?)(?:[dt][iu]\w{0,4}|m[iu]s\w{0,4}|[iu]b(?=m[iu]))"
    r"(?: m[iu]|(?<=[iu]b)m[iu]|m[iu](?=(?:yd[iu]|d[iu]r)?\s*\?))(?:yd[iu]|d[iu]r)?\b"
    r"(?:,? \w+m[ae]d[iu] m[iu])?\W*$"
)
_ENGLISH: Final = re.compile(
    r"^(?:did|vas|vere|has|have|is|does)\b.*\?\W*$"
    r"|\b(?:did not|didn.t|never|has not|vas not|vere not)\b"
)
WAY: Final = re.compile(r"[^\W\d]{2,}(?:[cç][ae]|[ae]r[ae]k|y?l[ae]|[dt][ae]n)")
"""A folded word that says how something is done, in focus right before a verb that is denied."""
# The particle within a compound verb asks for all of it: "satın mı aldı" is "satın aldı mı".
_WITHIN: Final = re.compile(
    r"\b(satin|teslim|kabul|ilan|iade|terk|inkar|idam|reddet|yardim) (m[iu]) ((?:al|et|ol)(?:[dt][iu]|m[iu]s))\b"
)
_FOCUS: Final = re.compile(r"\b\w+ m[iu] (\w{2,}?)(?:[dt][iu]|m[iu]s)(?:l[ae]r)?\s*\?\W*$")
_STEM: Final = 5  # letters by which a word is known in another form
# A verbal noun and who wished, refused or proposed the deed: "kullanılmasını önerdi" does not tell that it was done.
_ONLY_WISHED: Final = re.compile(
    r"m[ae](?:s[iu]n[iuae]|y[iuae]|k)\b (?:\w+ )?(?:oner|iste|teklif|dusun|planla|tasarla|emret|reddet|karsi)"
)
_GENITIVE: Final = re.compile(r"n?[iu]n$")
NO_WORD: Final = re.compile(r"yil(?:inda)?|tarih(?:inde)?|gunu?|bir|ilk|c[iu]|ilde|the|and|vas|did|vere|not")
"""Folded words of a title that are no thing it is about: those of its date, and auxiliaries."""
_ROOM: Final = 4  # words of a statement's verb and what follows it


def check_headings(page: Examined, told: Sequence[Finding]) -> Iterator[Finding]:
    """One finding where the page's heading denies or asks what the page affirms; `told` are those found already."""
    for span in headings_of(page):
        if not any(place.span.overlaps(span) for one in told for place in one.places):
            yield from _answered(page, span)


def _answered(page: Examined, span: Span) -> Iterator[Finding]:
    folded = plain(span.of(page.page.text))
    folded = _WITHIN.sub(r"\1 \3 \2", folded)
    found = _DENIED.search(folded) or _ASKED.search(folded) or _FOCUS.search(folded)
    english = _ENGLISH.search(folded) is not None
    if (found is None and not english) or (found is not None and len(found[1]) < _LEAST - 1):
        return
    about, words = _words(folded), re.findall(r"[^\W\d]{3,}", folded)
    asked = {one.name for one in page.facts.names if one.kind is NameKind.PERSON and span.contains(one.span)}
    deeds = [
        one
        for one in page.facts.statements
        if one.span.start >= span.end
        and _is_about(one, about, found)
        and not _is_of_others(page, one, asked)
        and one.action != "refuse"
        and not _is_by_another(one, folded)
        and not _is_done_otherwise(one, folded, found)
        and not opens_with_another(page, one.span, words)
        and not is_of_part(words, plain(one.text))
    ]
    if not deeds or any(one.polarity is Polarity.DENIED for one in deeds):
        return
    answers = [one for one in deeds if one.modality is Modality.ASSERTED and _is_own(one.attributed_to)]
    if answers:
        yield answered(page, span, answers)


def _is_of_others(page: Examined, deed: Statement, asked: set[str]) -> bool:
    """Whether a statement has people do what the title asks of others: "Enstitüleri Yücel kurdu" answers it with no."""
    doers = {one.name for role in deed.fillers("subject") for one in page.facts.names if role.span.overlaps(one.span)}
    people = {one.name for one in page.facts.names if one.kind is NameKind.PERSON} & doers
    named = {one.name for one in page.facts.names if deed.span.contains(one.span)}
    return bool(asked) and bool(people) and not asked & (people | named)


def _is_by_another(deed: Statement, title: str) -> bool:
    """Whether a clause names a doer of its own that the title has not, and not the one the title opens with.

    "Köylüler camiyi yakmadı" is borne out by "Camiyi askerler yaktı": a subject opens its sentence in Turkish.
    """
    first, said = next(iter(re.findall(r"[^\W\d]+", title)), ""), plain(deed.text)
    who = [role for role in deed.fillers("subject") if deed.says(role)]
    same = as_party(first, deed.action) in {as_party(role.name or role.text, deed.action) for role in who}
    told = bool(who) and not same and not any(_words(plain(role.text)) & _words(title) for role in who)
    return told and len(first) > _LEAST and first[:_STEM] not in said


def _is_done_otherwise(deed: Statement, title: str, found: re.Match[str] | None) -> bool:
    """Whether a title denies how something was done, and a clause does not tell it so.

    What stands right before the verb is in focus (Göksel & Kerslake 2005, 23.3.1): "gizlice çıkmadı" leaves the rest.
    """
    asked = re.search(r"(\w+) m[iu] $", title[: found.start(1)]) if found is not None else None
    if asked is not None:  # "parasız mı verdi?" asks for the word before the particle
        return asked[1][:_STEM] not in plain(deed.text)
    before = title[: found.start()].split() if found is not None else []
    way = WAY.fullmatch(before[-1]) if before else None
    return way is not None and before[-1][:_STEM] not in plain(deed.text)


def opens_with_another(page: Examined, stretch: Span, words: Sequence[str]) -> bool:
    """Whether a stretch of a page opens with a place or body that a title, given in its folded words, has not."""
    others = (NameKind.PLACE, NameKind.ORGANISATION)
    opening = [one for one in page.facts.names if one.span.start == stretch.start and one.kind in others]
    told = re.findall(r"[^\W\d]{3,}", plain(opening[0].span.of(page.page.text))) if opening else []
    known = {word[:_LEAST] for word in words}  # "Ruslar" are "Sovyet Rusya"
    return bool(told) and not any(one[:_LEAST] in known for one in told)


def is_of_part(words: Sequence[str], said: str) -> bool:
    """Whether all that a folded stretch has of a title's words stands in the genitive: a part of it is told of.

    >>> is_of_part(["kanun", "yayimlanmadi"], "kanunun ilk maddesi yayimlandi"), is_of_part(["kanun"], "kanun cikti")
    (True, False)
    """
    about = [one for one in words if _DENIED.fullmatch(one) is None and NO_WORD.fullmatch(one) is None]
    told = [(one, word) for word in re.findall(r"[^\W\d]{3,}", said) for one in about if is_one_noun(one, word)]
    return bool(told) and all(len(word) > len(one) and _GENITIVE.search(word) is not None for one, word in told)


def _is_own(teller: str | None) -> bool:
    """Whether the page tells a deed itself, or out of a paper ("defterde … ödendiği yazılı"), and on nobody's word."""
    return teller is None or says(plain(teller), "paper")


def headings_of(page: Examined) -> Iterator[Span]:
    """The first line of a page and the line under it, where more follows and they are as short as titles."""
    text = page.page.text
    start = len(text) - len(text.lstrip())
    for at in range(_LINES):
        end = text.find("\n", start)
        if not 0 < end - start <= _LONGEST or not text[end:].strip() or (at and text[end - 1] in ".:;,!…"):
            return
        yield Span(start, end)
        start = end + len(text[end:]) - len(text[end:].lstrip())


def _words(folded: str) -> set[str]:
    """The beginnings of the words that say what a stretch is about, without the verb at its end."""
    return {word[:5] for word in re.findall(r"\w+", folded) if len(word) >= _LEAST}


def _is_about(statement: Statement, about: set[str], found: re.Match[str] | None) -> bool:
    """Whether a statement tells of the title's deed: its verb, and who or what both name."""
    said = plain(statement.text)
    shared = len(about & _words(said))
    if found is None:
        return shared > 1
    stem = found[1][:6]
    verb = re.search(rf"\b({re.escape(stem)}\w*)(?: \w+){{0,{_ROOM}}}\W*$", said)
    return verb is not None and shared > 0 and _ONLY_WISHED.search(said[verb.start() :]) is None
