"""Findings about offices: somebody named by one that they held only later, or no longer where they give orders.

Comes in: one page. Goes out: findings. In the writer's own narrative a later office is common usage, so only dealings
count: letters, orders, papers, and whatever is told of "the prime minister of the day" ("dönemin başbakanı …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tanik.compare.dating import Dated
from tanik.compare.early import DEALINGS, early, is_before, is_surely_before
from tanik.compare.known import Office, dated_facts, lives, offices
from tanik.compare.model import Finding
from tanik.compare.terms import last_end, other_holder
from tanik.compare.wordings import says
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import DateMention, Modality, Name, NameKind, Statement

__all__ = ["check_titles", "titled"]

_LATER: Final = re.compile(
    r"\b(?:son|sonra\w*|gelece[kg]\w*|mustakbel|ileride|muhtemel|eski|sabik|esbak|devrik|mahlu|azledil\w+|mustafi|onceki"
    r"|future|later|former|deposed|eh)\W*$"
)
# Deeds of power: by these an office acts, where by a letter its late holder may be called by courtesy.
_OF_POWER: Final = frozenset(("order", "appoint", "dismiss", "sign"))
_REIGN: Final = re.compile(r"\s+[ivx]{1,4}\.?$")  # "Padişah II." and behind it "Abdülhamid"
_PAPER: Final = re.compile(
    r"\b(?:mektu[bp]|telgraf|dilekce|emirname|ferman|buyruk|buyrugu|emri|emir\b|genelge|tezkere|kararname|nota|letter|telegram|tel(?:i|ini|ine|inde|ler\w*)\b)"
)
# "Dönemin başbakanı": whoever it was on that day, and no courtesy.
_OF_ITS_DAY: Final = re.compile(r"\b(?:donemin|zamanin|devrin|gunun|o gunku|o zamanki)\b[^.;,]{0,40}$")
_POSSESSED: Final = re.compile(r"(?<=[a-z]{3})(?<=[^aeiou])[iu]$|(?<=[aeiou])s[iu]$")
# "Celal Bayar'ın Başbakan sıfatıyla": what stands behind a name, up to the words that say in which office.
_IN_OFFICE: Final = re.compile(
    r"^['’]?(?:n?[iu]n)?,? ((?:[^\s,.;:]+ ){0,3}?[^\s,.;:]+?) (?:sifati(?:yla| ile)|unvani(?:yla| ile)|iken|olarak)\b"
)
_STYLE: Final = re.compile(r" beyefendi$")
_AS_SUCH: Final = re.compile(r" (?:sifati(?:yla| ile)|unvani(?:yla| ile)|iken|olarak)$")
_FERMAN: Final = re.compile(r"^['’]?n?[iu]n (?:bir |ozel )?(?:ferman|irade|hatt i humayun)")  # nobody's but a sultan's
_GIVES_FERMAN: Final = re.compile(r"\b(?:ferman|irade|hatt i humayun) (?:ver|cikar|gonder|yolla|yayimla|buyur)")
_SULTAN: Final = "padisah"
# Genitive behind a name, a date perhaps, and the participle of what its bearer did in writing.
_OF_PAPER: Final = re.compile(
    r"^['’]?n?[iu]n (?:[^\s.;:,]+ ){0,6}?"
    r"(?:imzala|gonder|yolla|yaz|cek|ver|yayimla|onayla|ata|cikar|kabul et)(?:mis ol)?[dt][iu][gk][iu]\b"
)
_OPENS: Final = "begin"  # a bridge is opened by who is in office
_LIFE: Final = frozenset(("born", "die"))
# Behind a title and name in English what is done with it, finite or not: "President Wilson receiving the envoy".
_ENGLISH_ACT: Final = re.compile(r" (?:receiv|inspect|sign|order|open|approv|appoint|address|velcom)(?:ed|ing|s)\b")
_BEFORE: Final = 48
# Between a day and the words of its paper: nothing that has been done to another thing on it ("1921'de açılan okulun").
_ITS_DAY: Final = re.compile(r"['’]?\w{0,4} ?(?:(?!\w+(?<![dt])[ae]n )[^\s.;:]+ ){0,4}")
_MARKED: Final = re.compile(r"[“\"«]([^“”\"«»\n]{5,90})[”\"»]")


def check_titles(dated: Dated) -> Iterator[Finding]:
    """The findings about the offices by which one page calls people."""
    for name in dated.page.facts.names:
        if name.kind is not NameKind.PERSON:
            continue
        found = titled(dated, name)
        if found is None:
            continue
        office, span = found
        date = _date_beside(dated, span)
        if date is None:
            continue
        if is_surely_before(date.edtf, office.since, checked=office.checked):
            fact = (f"{office.office} ({office.person})", office.since, office.source)
            yield early(dated, (span,), date, "office-too-early", fact)
        else:
            yield from _held_by_other(dated, span, date, office)


def _held_by_other(dated: Dated, span: Span, date: DateMention, office: Office) -> Iterator[Finding]:
    """An office that somebody else surely held on the day: not yet the one named, or no longer, by its orders."""
    others = (other_holder(office.person, form, date.edtf or "") for form in office.forms)
    other = next((one for one in others if one is not None), None)
    if other is None:
        yield from _abolished(dated, span, date, office)
        return
    not_yet = is_before(date.edtf, office.since)
    around = dated.sentence(span)
    acts = around is not None and dated.quotation_at(span) is None and _acts(dated, span, around)
    if not (not_yet or acts or _is_by_right(dated, span) or _has_power(dated, span)):
        return
    until = last_end(office.person, office.forms, date.edtf or "") or office.until
    fact = (f"{office.office} ({office.person})", office.since if not_yet else until, office.source)
    rule = "office-too-early" if not_yet else "office-too-late"
    yield early(dated, (span,), date, rule, fact, ("holder", other.person))


def _abolished(dated: Dated, span: Span, date: DateMention, office: Office) -> Iterator[Finding]:
    """Somebody acting by an office of which there was no more: "Sadrazam … 1924'te elçiyi kabul etti"."""
    around = dated.sentence(span)
    gone = next((one for one in dated_facts("abolished") if set(one.forms) & set(office.forms)), None)
    if (
        gone is None
        or around is None
        or dated.quotation_at(span) is not None
        or not is_before(gone.date, date.edtf or "")
    ):
        return
    if _acts(dated, span, around) or _is_by_right(dated, span) or _has_power(dated, span):
        yield early(dated, (span,), date, "office-abolished", (office.office, gone.date, gone.source))


def _has_power(dated: Dated, span: Span) -> bool:
    """Whether the office acts in the sentence: it orders, appoints, signs."""
    around = dated.sentence(span) or span
    told = [one for one in dated.page.facts.statements if around.contains(one.span) and one.action in _OF_POWER]
    acts = (one.span.contains(span) or any(role.span.overlaps(span) for role in one.fillers("subject")) for one in told)
    return any(acts) and dated.quotation_at(span) is None


def _is_by_right(dated: Dated, span: Span) -> bool:
    """Whether the words leave no courtesy: "dönemin başbakanı", "Başvekil sıfatıyla"."""
    of_its_day = _OF_ITS_DAY.search(dated.folded[max(0, span.start - _BEFORE) : span.start])
    return of_its_day is not None or _AS_SUCH.search(dated.folded[span.start : span.end]) is not None


def _acts(dated: Dated, span: Span, around: Span) -> bool:
    """Whether who bears the title does something as its holder: inspects, receives, opens, has built."""
    for one in dated.page.facts.statements:
        held = any(role.span.overlaps(span) for role in one.fillers("subject"))
        told = one.modality in (Modality.ASSERTED, Modality.REPORTED) and around.contains(one.span)
        if told and held and one.action not in _LIFE:
            return says(dated.folded[one.span.start : one.span.end], "official")
    return _ENGLISH_ACT.match(dated.folded, span.end, around.end) is not None


def titled(dated: Dated, name: Name) -> tuple[Office, Span] | None:
    """The office that stands right before a name, or as the first words of it, with the stretch of both."""
    before = _REIGN.sub("", dated.folded[max(0, name.span.start - _BEFORE) : name.span.start].rstrip())
    own = _STYLE.sub(" bey", " ".join(dated.folded[name.span.start : name.span.end].split()))
    for person, form, lead in _bearers(name, own, before):
        for office, title, led in _ending(person, lead):
            if _LATER.search(led):
                return None
            start = dated.folded.rindex(title, 0, name.span.end - len(form))
            return office, Span(start, name.span.end)
    return _titled_behind(dated, name)


def _ending(person: str, lead: str) -> Iterator[tuple[Office, str, str]]:
    """The offices of a person that words end in, also as somebody's: "dönemin başbakanı", "İngiltere Başbakanı"."""
    for said in dict.fromkeys((lead, _POSSESSED.sub("", lead))):
        for office in offices().get(person, ()):
            for title in office.forms:
                if said.endswith(title) and not said[: -len(title)][-1:].isalnum():
                    yield office, title, said[: -len(title)]


def _titled_behind(dated: Dated, name: Name) -> tuple[Office, Span] | None:
    """The office behind a name: "İsmet İnönü'nün Başvekil sıfatıyla …", and that of a ferman, which a sultan gives."""
    behind = dated.folded[name.span.end : name.span.end + 2 * _BEFORE]
    found = _IN_OFFICE.match(behind)
    told = found[1] if found is not None and _LATER.search(found[1]) is None else ""
    words = [one.split() for one in (told, _POSSESSED.sub("", told))]
    held = {" ".join(one[at:]) for one in words for at in range(len(one))}  # "Almanya şansölyesi" is "şansölye"
    for office in offices().get(name.name, ()):
        if found is not None and held & set(office.forms):
            return office, Span(name.span.start, name.span.end + found.end())
        if _SULTAN in office.forms and (_FERMAN.match(behind) or _reigns(dated, name)):
            return office, name.span
    return None


def _reigns(dated: Dated, name: Name) -> bool:
    """Whether somebody called sultan orders, appoints or signs, as nobody but the one who reigns does."""
    if not dated.folded[name.span.start : name.span.end].startswith("sultan "):
        return False
    around = dated.sentence(name.span) or name.span
    told = (one for one in dated.page.facts.statements if around.contains(one.span))
    return any(_orders(one, name) for one in told)


def _orders(statement: Statement, name: Name) -> bool:
    """Whether a statement has the bearer of a name order, appoint or sign, or give a ferman."""
    doer = any(
        role.span.contains(name.span) and len(role.span) <= len(name.span) for role in statement.fillers("subject")
    )
    return doer and (statement.action in _OF_POWER or _GIVES_FERMAN.search(fold(statement.text)) is not None)


def _bearers(name: Name, own: str, before: str) -> Iterator[tuple[str, str, str]]:
    """Whom a mention may mean: person, the folded form, and what stands before it."""
    if name.name in offices():
        yield name.name, own, before
        return
    for person, form in _forms_ending().get(own.rpartition(" ")[2], ()):
        if own == form or own.endswith(f" {form}"):
            yield person, form, f"{before} {own.removesuffix(form)}".rstrip()


@cache
def _forms_ending() -> dict[str, list[tuple[str, str]]]:
    """The forms of two words or more of all who held an office, with the person, by their last word."""
    found: dict[str, list[tuple[str, str]]] = {}
    for person in offices():
        for form in lives()[person].forms if person in lives() else ():
            first, _, last = form.rpartition(" ")
            if first:
                found.setdefault(last, []).append((person, form))
    return found


def _literal(dated: Dated, span: Span, around: Span) -> Span | None:
    """The short words in quotation marks, an address or heading, that a stretch stands in."""
    found = (Span(*one.span(1)) for one in _MARKED.finditer(dated.page.text, around.start, around.end))
    return next((one for one in found if one.contains(span)), None)


def _literal_date(dated: Dated, words: Span, around: Span) -> DateMention | None:
    """The date in an address or heading, else that of the paper that it stands on, right before it.

    "Zarfın üstünde “Maarif Vekili … Bey'e, 2 Mart 1922” okunur": what stands there stands there, whoever tells it.
    """
    said = dated.folded[around.start : around.end]
    before = dated.dates_in(Span(around.start, words.start)) if says(said, "paper") or says(said, "letter") else []
    dates = dated.dates_in(words) or [
        one for one in before if _ITS_DAY.fullmatch(dated.folded[one.span.end : words.start - 1])
    ]
    return dates[0] if len(dates) == 1 else None


def _date_beside(dated: Dated, span: Span) -> DateMention | None:
    """The day of the quotation that a stretch stands in; else the date of its dealing, or of the letter it tells of."""
    quotation = dated.quotation_at(span)
    around = dated.sentence(span)
    literal = _literal(dated, span, around) if around is not None else None
    if quotation is not None or literal is not None:
        day = dated.day_of(quotation) if quotation is not None else None
        if day is None and literal is not None and around is not None:
            day = _literal_date(dated, literal, around)
        of_paper = around is not None and _PAPER.search(dated.folded[around.start : around.end]) is not None
        if day is not None or quotation is not None or not of_paper:
            return day
    dealings = [
        one
        for one in dated.page.facts.statements
        if (one.action in DEALINGS or one.action == _OPENS)
        and one.modality in (Modality.ASSERTED, Modality.REPORTED)
        and around is not None
        and around.overlaps(one.span)
    ]
    written = around is not None and _PAPER.search(dated.folded[around.start : around.end])
    acts = around is not None and _acts(dated, span, around)
    acts = acts or _OF_PAPER.match(dated.folded[span.end : span.end + 2 * _BEFORE]) is not None
    if around is None or not (dealings or written or acts or _is_by_right(dated, span)):
        return None
    behind = (one for one in dated.dates_in(around) if 0 <= one.span.start - span.end <= 1)
    return dated.date_of(span) or next(behind, None)  # a date right behind whom it is told of is theirs
