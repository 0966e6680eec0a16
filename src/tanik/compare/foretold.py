"""Findings about words before their time: surnames, offices, bodies, treaties and letters that did not exist yet.

Comes in: one page. Goes out: findings. Words of a quotation that bears a day must have been there on that day; in the
writer's own narrative later names are common usage ("Atatürk 1919'da …"), so there only what is dealt with counts: a
letter to an office not yet held, a gift of a body not yet founded, a sign in an alphabet not yet taken. A surname,
a later title may also be an editor's: the sentence says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tanik.compare.dates import is_day
from tanik.compare.dating import Dated
from tanik.compare.early import DEALINGS, early, is_before, is_corrected
from tanik.compare.engaged import check_engaged
from tanik.compare.hailed import check_hailed
from tanik.compare.known import Body, body_of, dated_facts, deeds
from tanik.compare.later import TREATIES, is_long_before, is_unsigned, later_than
from tanik.compare.model import Examined, Finding
from tanik.compare.organs import check_organs
from tanik.compare.papers import check_papers
from tanik.compare.signatures import check_signatures
from tanik.compare.signed import check_signed
from tanik.compare.titles import check_titles
from tanik.compare.wordings import pattern_of, plain, says
from tanik.core.span import Span
from tanik.facts.model import DateMention, Modality, Name, NameKind, Polarity

__all__ = ["check_foretold"]

_BY_TREATY: Final = re.compile(r"^\W{0,2}\w{0,4}\W?\s*(?:gore|geregince|uyarinca|hukum|mucibince|madde)")
_ELSEWHERE: Final = re.compile(
    r"azerbaycan|sovyet|ozbek|kazak|arnavut|avrupa|alman|fransiz|ingiliz|baku|kirim|turkistan"
)
# Dative or ablative of a body, and what was sent to it, written to it or had from it, joined or left: as a participle,
# or as the end of the sentence where no statement tells it.
_SENT_TO: Final = re.compile(
    r"^\W?(?:(?:n?[ae]|y[ae])\W+(?:\w+\W+){0,2}?(?:gonder|yolla|yaz|sun|bagisla|hediye et|ilet|cek)"
    r"(?:[dt][iu][gk]\w*|ilen)"
    r"|(?:n?[ae]|y[ae])\W+(?:\w+\W+){0,2}?(?:gotur|gonder|teslim et|yatir|ilet)\w*"
    r"|(?:n?[ae]|y[ae])\W+(?:uye|basvur|kaydol|yazil|katil|girdi|girmis|yatir|atan|secil)\w*"
    r"|(?:n?[dt][ae]n)\W+(?:\w+\W+){0,2}?(?:gelen|aldi[gk]\w*|alinan|gonderilen|yollanan)"
    r"|(?:n?[dt][ae]n)\W+(?:mezun|ayrildi|ayrilmis|emekli|istifa)\w*"
    # genitive, the date if it stands there, and what the body did
    r"|(?:n?[iu]n)\W+(?:(?:\d{1,2} \w+ )?\d{4}\W?(?:[dt][ae]| yilinda)?\W+)?(?:\w+\W+){0,2}?"
    r"(?:yayimla|bas|kur|ac|gonder|ver|duzenle|cikar)(?:[dt][iu][gky]\w*)"
    r"|(?:n?[iu]n)\W+(?:hediye|bagis|armagan|ianesi|hedayasi)\w*|\W?tarafindan\W+(?:ac|ver|gonder|yayimla|bas|duzenle|kur)[iu]?\w*)\b"
)
# A bank that money is put into has the case of a place and may be taken for one; the table knows it.
_BODIES: Final = (NameKind.ORGANISATION, NameKind.PLACE)
_MARKED: Final = re.compile(r"[“\"«]([^“”\"«»\n]{12,100})[”\"»]")
_NEAR: Final = 6  # characters behind a body, for the date that stands right behind its case ending
_LINE: Final = 24  # letters at the head of a text in which the place of its date line stands


def check_foretold(dated: Dated) -> Iterator[Finding]:
    """The findings about words of one page that are older than what they name."""
    told: set[tuple[str, str, Span]] = set()
    found = list(_all(dated))
    for at, finding in enumerate(found):
        if any(_is_same_thing(other, finding) for other in found[:at]):
            continue
        key = (finding.rule, dict(finding.details)["name"], finding.places[0].span)
        if key not in told and not any(_says_more(other, finding) for other in found):
            told.add(key)
            yield finding


def _says_more(other: Finding, finding: Finding) -> bool:
    """Whether another finding tells the same of the same words: by a later date, or by more of the name.

    "Gazi Mustafa Kemal Atatürk" has a surname of June 1934 (the law) and of November (his own), and each shorter form
    of the name is in the table too; that is one thing to look at.
    """
    if finding.rule != "surname-too-early" or other.rule != finding.rule:
        return False
    one, two = finding.places[0].span, other.places[0].span
    if not one.overlaps(two):
        return False
    since, later = dict(finding.details)["since"], dict(other.details)["since"]
    return (later, len(two)) > (since, len(one))


def _is_same_thing(other: Finding, finding: Finding) -> bool:
    """Whether an earlier finding tells by another rule that the same words name the same thing too early."""
    same = dict(other.details)["name"] == dict(finding.details)["name"] and other.rule != finding.rule
    return same and other.places[0].span.overlaps(finding.places[0].span)


def _all(dated: Dated) -> Iterator[Finding]:
    for quotation in dated.quotations:
        day = dated.day_of(quotation) or dated.foot_of(quotation.span)
        if day is not None:
            yield from _quoted(dated, quotation.span, day, in_full=quotation.rule == "letter-framed")
    for span, day in _inscribed(dated):
        yield from _quoted(dated, span, day)
    yield from _dealt_with(dated)
    yield from _written_to(dated)
    yield from check_titles(dated)
    yield from _treaties(dated)
    yield from _letters(dated)
    yield from check_papers(dated)
    yield from check_signed(dated)
    yield from check_signatures(dated)
    yield from check_hailed(dated)
    yield from check_engaged(dated)
    yield from check_organs(dated)


def _inscribed(dated: Dated) -> Iterator[tuple[Span, DateMention]]:
    """Short words between marks that end in a day, as a heading, a dedication or a plate does, and are no quotation.

    A title that somebody gave a text, a picture or a show may speak of its day in later words.
    """
    for found in _MARKED.finditer(dated.page.text):
        span = Span(*found.span(1))
        around = dated.sentence(span)
        days = [one for one in dated.dates_in(span) if is_day(one.edtf)]
        if around is None or len(days) != 1 or dated.quotation_at(span) is not None:
            continue
        closes = not re.search(r"[^\W_]", dated.folded[days[0].span.end : span.end])
        if closes and not pattern_of("named_now").search(dated.folded, around.start, around.end):
            yield span, days[0]


def _words(known: str) -> re.Pattern[str]:
    """A folded wording at the beginning of a word, with whatever suffix."""
    return re.compile(rf"\b{re.escape(known)}")


def _quoted(dated: Dated, span: Span, day: DateMention, *, in_full: bool = False) -> Iterator[Finding]:
    """What a text that bears a day cannot have known; `in_full` leaves out what only ends a body's name.

    A "Millet Meclisi" of 1919 is whatever assembly a letter means, and not yet that of Ankara.
    """
    folded = dated.folded[span.start : span.end]
    for form, rule, fact in later_than(day.edtf or ""):
        found = _words(form).search(dated.folded, span.start, span.end) if form in folded else None
        # Editors write today's name of a place within a text; its date line is copied as it stands.
        if in_full and rule == "founding-too-early" and plain(fact[0]).endswith(f" {form}"):
            continue
        inside = rule == "place-too-early" and found is not None and found.start() - span.start > _LINE
        if found is not None and not inside:
            yield early(dated, (Span(found.start(), found.end()), span), day, rule, fact)


def _bodies_of(page: Examined) -> list[tuple[Name, Body]]:
    """The mentions on a page that can only mean a body whose founding is known."""
    named = ((name, body_of(name)) for name in page.facts.names if name.kind in _BODIES)
    return [(name, body) for name, body in named if body is not None]


def _dealt_with(dated: Dated) -> Iterator[Finding]:
    """Bodies that give, take, write or are written to before they were founded."""
    named = _bodies_of(dated.page)
    for statement in dated.page.facts.statements:
        told = statement.modality in (Modality.ASSERTED, Modality.REPORTED)
        if statement.action not in DEALINGS or not told or statement.polarity is Polarity.DENIED:
            continue
        date = dated.own_date(statement)
        if date is None:
            continue
        roles = [role for slot, role in statement.roles if slot in ("subject", "recipient") and statement.says(role)]
        for name, body in named:
            early_on = is_long_before(date.edtf, body) and any(role.span.overlaps(name.span) for role in roles)
            if early_on and not is_corrected(dated, statement.span, date, body.founded):
                yield early(dated, (name.span, statement.span), date, "body-too-early", body.known)


def _written_to(dated: Dated) -> Iterator[Finding]:
    """Bodies to which a paper or a gift went ("Kuruma gönderdiği mektup") before they were founded.

    The participle stands for a deed that no statement may tell: the sentence is about the paper.
    """
    for name, body in _bodies_of(dated.page):
        around = dated.sentence(name.span)
        if around is None or not _SENT_TO.match(dated.folded[name.span.end : around.end]):
            continue
        dates = [one for one in dated.dates_in(around) if one.span.start <= name.span.end + _NEAR]
        date = dates[-1] if dates and len({one.edtf for one in dates}) == 1 else None
        if date is None or dated.quotation_at(name.span) is not None:
            continue
        if not is_long_before(date.edtf, body) or is_corrected(dated, around, date, body.founded):
            continue
        yield early(dated, (name.span, around), date, "body-too-early", body.known)


def _treaties(dated: Dated) -> Iterator[Finding]:
    """Deeds done by virtue of a treaty that was signed only later."""
    for deed in deeds(*TREATIES):
        seen: list[Span] = []
        for form in sorted(deed.forms, key=len, reverse=True):  # "Kellogg Paktı" is within its fuller name
            for found in _words(form).finditer(dated.folded) if form in dated.folded else ():
                span = Span(found.start(), found.end())
                if any(one.overlaps(span) for one in seen):
                    continue
                seen.append(span)
                date = dated.date_of(span)
                if date is None or not _BY_TREATY.match(dated.folded[span.end : span.end + 24]):
                    continue
                if dated.quotation_at(span) is None and is_unsigned(date.edtf, deed):
                    yield early(dated, (span,), date, "treaty-too-early", deed.known)


def _letters(dated: Dated) -> Iterator[Finding]:
    """Signs and papers in the alphabet of 1928 before that year; other peoples had taken Latin letters earlier."""
    for fact in dated_facts("alphabet"):
        for form in fact.forms:
            for found in _words(form).finditer(dated.folded) if form in dated.folded else ():
                span = Span(found.start(), found.end())
                around = dated.sentence(span)
                if around is None or _ELSEWHERE.search(dated.folded[around.start : around.end]):
                    continue
                quotation = dated.quotation_at(span)
                date = (dated.day_of(quotation) if quotation is not None else None) or dated.date_of(span)
                written = says(dated.folded[around.start : around.end], "written_then")
                if date is not None and written and is_before(date.edtf, fact.date):
                    yield early(dated, (span, around), date, "alphabet-too-early", fact.known)
