"""Findings about battles and bodies that somebody is in before there were any, or a body at work after its end.

Comes in: one page. Goes out: findings. Who is wounded, killed, captured or takes part in a battle on a day before it
began (class `fought` of ``data/papers.toml``); a body that does something, that one finishes or leaves, before it was
founded or years after its end. The sentence must have one date and tell nothing of how the thing came to be (class
`origin`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tanik.compare.dating import Dated
from tanik.compare.early import early, is_corrected, mentions
from tanik.compare.known import Deed, deeds
from tanik.compare.later import is_long_after, is_long_before, is_unsigned
from tanik.compare.model import Finding
from tanik.compare.same_clause import body_in, is_beside_its_place, is_in_clause
from tanik.compare.wordings import says
from tanik.core.span import Span
from tanik.facts.model import DateMention, Modality, Name, NameKind, Polarity

__all__ = ["check_engaged"]

_IN: Final = re.compile(r"^['’]?(?:n?[dt][ae]\b|n?[dt][ae]n\b|n?[ae]\b|y[ae]\b|n?[iu]n\b)")
_IN_ENGLISH: Final = re.compile(r"\b(?:at|in|of) (?:the )?(?:battles? of )?(?:the )?$")
_BEFORE: Final = re.compile(r"^\W?\w{0,6}\W? ?(?:once|oncesi|evvel|hazirlik|icin|kadar)")
_KINDS: Final = (NameKind.ORGANISATION, NameKind.PLACE)
_NOT_DEEDS: Final = frozenset(("found", "born", "die", "end"))
_LEAVES: Final = re.compile(r"\b(?:bitir|mezun|tamamla|katil|ayril|istifa)\w*")
_ITS_PAPER: Final = re.compile(
    r"^['’]?n?[iu]n (?:\d{1,2} \w+ )?\d{4} (?:tarihli|gunlu|yili) (?:\w+ )?"
    r"(?:bulten|rapor|yazi|karar|telgraf|haber|gazete|dergi|yayin|beyanname|genelge)"
)
# "Haziran 1921'de İş Bankası'ndan çektiği kredi": the date right before a body, its case, and a deed right behind it.
_BESIDE: Final = re.compile(r"(?:['’]?n?[dt][ae]| (?:yilinda|tarihinde|gunu|senesinde))?,? (?:[^\s.;,:]+ )?")
_HAS_FROM_IT: Final = re.compile(
    r"^[ '’]?(?:n?[dt][ae]n?|y?[ae]|n[ae]) (?:[^\s.;,:'’]+ ){0,3}?[^\s.;,:]{2,}"
    r"(?:[dt][iu](?:[gk][iu]\w*|l[ae]r|k|m)?|m[iu]s(?:t[iu]r?)?|[ae]n|[iu]yordu)\b"
)
_CASE: Final = re.compile(r"['’]?(?:n?[dt][ae]n?|y?[ae]|n[ae]) ")
_DATE_END: Final = re.compile(r"^(?:['’]?n?[dt][ae]| (?:yilinda|tarihinde|gunu|senesinde))")
_OPENS: Final = re.compile(r"(?:^|[:;]|\bki\b,?|, )\W*$")
_DATE_FIRST: Final = re.compile(r"^\W*$")
_LED: Final = 4  # words and marks between the date of an entry and the body that it tells of
_PARTS: Final = ("recipient", "source", "companion")
_ROOM: Final = 60


def check_engaged(dated: Dated) -> Iterator[Finding]:
    """The findings about battles and bodies of one page."""
    for sentence in dated.sentences:
        dates = dated.dates_in(sentence)
        if len({one.edtf for one in dates}) != 1:
            continue
        folded = dated.folded[sentence.start : sentence.end]
        if says(folded, "fought"):
            yield from _in_battle(dated, sentence, dates[0])
        yield from _at_work(dated, sentence, dates[0])


def _in_battle(dated: Dated, sentence: Span, date: DateMention) -> Iterator[Finding]:
    for span, deed in mentions(dated, sentence, _battle_forms()):
        before, behind = dated.folded[sentence.start : span.start], dated.folded[span.end : sentence.end]
        within = _IN.match(behind) or _IN_ENGLISH.search(before)
        if not within or _BEFORE.match(behind) or dated.quotation_at(span) is not None:
            continue
        if _is_denied(dated, sentence) or not is_unsigned(date.edtf, deed):
            continue
        if not is_corrected(dated, sentence, date, deed.begin):
            yield early(dated, (span, sentence), date, "battle-too-early", deed.known)


@cache
def _battle_forms() -> tuple[tuple[str, Deed], ...]:
    """The names that mean one battle, the longest first; in English the bare place behind "battle of"."""
    told = [(form, deed) for deed in deeds("battle", "war") for form in deed.forms if len(form.split()) > 1]
    told += [(f"battle of {core}", deed) for deed in deeds("battle") for core in deed.core]
    told += [(form, deed) for deed in deeds("battle") for form in deed.forms if form == "buyuk taarruz"]
    return tuple(sorted(told, key=lambda one: -len(one[0])))


def _is_denied(dated: Dated, sentence: Span) -> bool:
    return any(one.polarity is Polarity.DENIED and sentence.contains(one.span) for one in dated.page.facts.statements)


def _at_work(dated: Dated, sentence: Span, date: DateMention) -> Iterator[Finding]:
    for name in dated.names_in(sentence):
        if name.kind not in _KINDS or dated.quotation_at(name.span) is not None:
            continue
        body = body_in(name)
        told = f"{dated.folded[sentence.start : name.span.start]} {dated.folded[name.span.end : sentence.end]}"
        origin = "known_as" if _is_beside(dated, sentence, name, date) else "origin"
        if body is None or says(told, origin) or _is_denied(dated, sentence) or not _does(dated, sentence, name, date):
            continue
        if is_long_before(date.edtf, body):
            if not is_corrected(dated, sentence, date, body.founded):
                yield early(dated, (name.span, sentence), date, "body-too-early", body.known)
        elif is_long_after(date.edtf, body) and not is_corrected(dated, sentence, date, body.ended):
            fact = (body.name, body.ended, body.source)
            yield early(dated, (name.span, sentence), date, "body-too-late", fact)


def _is_beside(dated: Dated, sentence: Span, name: Name, date: DateMention) -> bool:
    """Whether a date stands right before a body, and a deed to, in or from it right behind."""
    between = dated.folded[date.span.end : name.span.start] if date.span.end <= name.span.start else "."
    if dated.mark_behind(date) and len(between.split()) <= _LED:  # "4 Haziran 1923: Rasim Bey … konferans verdi"
        between = " "
    behind = dated.folded[name.span.end : sentence.end]
    if date.span.start >= name.span.end:  # "Demokrat Parti'ye 1938'de giren dedem"
        end = date.span.end - name.span.end
        case = _CASE.fullmatch(behind[: date.span.start - name.span.end])
        return case is not None and _HAS_FROM_IT.match(f" e{_DATE_END.sub('', behind[end:])}") is not None
    return _BESIDE.fullmatch(between) is not None and not is_beside_its_place(behind)


def _takes_part(dated: Dated, name: Name, date: DateMention) -> bool:
    """Whether a deed of that day has a body in it, in whatever place: from it, to it, with it, by it.

    What is only beside its house or its street has not ("İş Bankası'nın önünde", "Merkez Bankası binası").
    """
    behind = dated.folded[name.span.end : name.span.end + _ROOM]
    if name.kind is not NameKind.ORGANISATION or is_beside_its_place(behind):
        return False
    for one in dated.page.facts.statements:
        told = one.modality in (Modality.ASSERTED, Modality.REPORTED) and one.polarity is Polarity.AFFIRMED
        if not told or one.when != date.edtf or one.action in _NOT_DEEDS or not one.span.contains(name.span):
            continue
        if any(slot in _PARTS and role.span.contains(name.span) and role.name == name.name for slot, role in one.roles):
            return True
    return False


def _does(dated: Dated, sentence: Span, name: Name, date: DateMention) -> bool:
    """Whether a body itself does something, has a paper of its own of that day, or is finished, joined or left."""
    behind = dated.folded[name.span.end : sentence.end]
    if is_in_clause(dated, sentence, name, date):
        return True
    if _ITS_PAPER.match(behind) or _is_beside(dated, sentence, name, date) or _takes_part(dated, name, date):
        return True
    for one in dated.page.facts.statements:
        if not sentence.contains(one.span) or one.modality not in (Modality.ASSERTED, Modality.REPORTED):
            continue
        for slot, role in one.roles:
            if not role.span.contains(name.span) or len(role.span) > len(name.span) + 1 or not one.says(role):
                continue
            if slot == "subject" and one.action not in _NOT_DEEDS:
                return True
            if slot in ("object", "source", "recipient") and _LEAVES.search(
                dated.folded[one.span.start : one.span.end]
            ):
                return True
    # Azerbaijani names of bodies keep their possessive: "Azərbaycan Xalq Cümhuriyyəti" is read as "… Cümhuriyyət".
    end = name.span.end + (behind[:2] == "i ")
    nominative = dated.folded[end : end + 1] in (" ", ",")
    beside = _DATE_FIRST.match(dated.folded[end : date.span.start]) and end <= date.span.start
    opens = _OPENS.search(dated.folded[sentence.start : name.span.start]) is not None
    return bool(nominative and beside and opens)
