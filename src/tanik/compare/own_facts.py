"""Findings about what a page itself tells of lives, offices, foundings and works, and then forgets.

Comes in: one page. Goes out: findings. ``chronology``, ``titles``, ``engaged`` and ``sources`` know people, offices,
bodies and newspapers from tables; a page tells of many whom no table has, and gives their dates itself: "Rüştü Bey 20
Haziran 1922'de öldü" sets a limit for every other sentence in which he acts. A date counts that stands in the sentence
of the deed; a name counts that the page uses of nobody else, and not where it stands for somebody's kin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from tanik.compare.ages import kin
from tanik.compare.dates import bounds, days_between, is_day
from tanik.compare.dating import Dated
from tanik.compare.early import early
from tanik.compare.letters import paper_day
from tanik.compare.model import Finding, FindingKind
from tanik.compare.wordings import pattern_of, plain, says
from tanik.core.span import Span
from tanik.facts.model import DateMention, Modality, NameKind, Polarity, Role, Statement

__all__ = ["check_own_facts"]

_GRACE: Final = 60  # days for which papers of the dead are still sent, printed and signed for
_SHORTEST: Final = 5  # letters of a name that is looked for in the text
_SHOWN: Final = 120
_THE_PAGE: Final = "bu sayfanın kendisi / the page itself"
# Behind a name: its genitive and, within a few words, a participle of something done; or "by" it.
_DID: Final = re.compile(
    r"^['’]?n?[iu]n (?:[^\s.;]+ ){0,9}?[^\s.;]{2,}(?:[dt][iu][gky][iu]\w*)\b"
    r"|^['’]?n?[iu]n (?:kendi )?(?:imzasiyla|eliyle|el yazisiyla|huzurunda)\b"
    r"|^ (?:tarafindan|terefinden)\b"
    r"|^,? (?:[^\s.;]+ ){0,9}?[^\s.;]{2,}(?:[dt][iu]|m[iu]s|m[iu]st[iu]r|ib|[iu]b|d[iu]lar)\b"
    r"|^ (?:[a-z]+ed|gave|vent|vrote|met|told|spoke|sent|vas seen) "
)
# English chronicles tell in the present: "1928 – Wray gives his sextant to the museum".
_CHRONICLED: Final = re.compile(
    r"^ (?!is\b|vas\b|has\b|remains\b|appears\b|features\b|lies\b|rests\b)"
    r"[a-z]{3,}s (?:his|her|a|an|the|to|for|vith|at|in|\d)\b"
)
# Azerbaijani writes its cases on a name without an apostrophe.
_CASE: Final = r"(?:[yns]?[aeiu]n?|[dnt][ae]n?|l[ae])?"
_CAPITAL: Final = re.compile(r"(?<![^\W_])[A-ZÇĞİÖŞÜƏ][^\W\d_]+ $")
_POST_FIRST: Final = 60
_FOUNDED: Final = ("found", "begin")
_TO_IT: Final = re.compile(
    r"^['’]?(?:n?[iu]n \w+(?:n?[aeiu]|ya|ye|na|ne)\b|n?[ae]\b|y[ae]\b|n?[dt][ae]n\b|n?[iu]n\b| tarafindan)"
)
_LENGTH: Final = re.compile(r"\b(\d{2,4}) (?:sayfa|sahife|sehife|pages?|pp)\w*")
_BRACKET: Final = re.compile(r"(?P<title>[^\s.;:()“”\"]+(?: [^\s.;:()“”\"]+){0,7}) \((?P<inside>[^()]{0,80})\)")
_NAMED_BEFORE: Final = 300  # characters: "Nigâr Hanım'ın defteri basıldı. Kitap 184 sayfadır"
_AT_PAGE: Final = re.compile(
    r"[\"”]?(?:,? (?:\(\d{4}\),? )?(?:s|sf|sayfa|seh|p|pp)\.? ?(\d{1,4})\b"
    r"|(?: adli \w+)?['’]?n?[iu]n (\d{1,4})['’.]? ?(?:[iu]nc[iu] )?(?:sayfa|sahife|sehife)\w*)"
)


@cache
def _of_him() -> re.Pattern[str]:
    """Behind a name: its genitive and, within a few words, kin or what is left of somebody dead ("eşi", no "esir")."""
    return re.compile(rf"^['’]?n?[iu]n (?:\w+ ){{0,2}}?(?:{pattern_of('of_him').pattern}|esi\b)")


@cache
def _post() -> re.Pattern[str]:
    """A post and the word for coming to it: "belediye reisi seçildi"."""
    return re.compile(rf"\b([^\W\d]{{4,}}) (?:olarak )?{pattern_of('to_office').pattern}")


@cache
def _newspaper() -> re.Pattern[str]:
    """A newspaper whose first issue a clause tells of."""
    return re.compile(
        r"(?:^|[\s\"“”'’(])(?P<name>[^\W\d]+(?: [^\W\d]+)?)[\"”]? (?:gazete|kezet|gezet|dergi|mecmua|jurnal)"
        rf"(?:si|i)?(?:n?[iu]n)?\b[^.;]{{0,40}}?{pattern_of('first_issue').pattern}"
    )


@dataclass(frozen=True, slots=True)
class _Fixed:
    """A date that the page fixes for somebody or something: the folded name, the date, and where that is told."""

    name: str
    shown: str
    when: str
    told: Span
    post: str = ""


def check_own_facts(dated: Dated) -> Iterator[Finding]:
    """Deeds of those whom the page has buried, papers to offices and bodies of a later day, pages beyond an end."""
    told: set[str] = set()
    for one in (*_deaths(dated), *_buried(dated)):
        if one.name not in told:
            told.add(one.name)
            yield from _after_death(dated, one)
    for one in dict.fromkeys(_appointments(dated)):
        yield from _before_office(dated, one)
    for one in dict.fromkeys(_foundings(dated)):
        yield from _before_founding(dated, one)
    yield from _before_first_issue(dated)
    yield from _beyond_its_end(dated)


def _facts_told(dated: Dated, *actions: str) -> Iterator[tuple[Statement, dict[str, Role], DateMention]]:
    """Affirmed statements of some actions with a date of their own; one that fills a role with several, by each."""
    for statement in dated.page.facts.statements:
        plainly = statement.polarity is Polarity.AFFIRMED and statement.modality in (
            Modality.ASSERTED,
            Modality.REPORTED,
        )
        date = dated.own_date(statement) if plainly and statement.action in actions else None
        if date is not None and bounds(date.edtf) is not None:
            for roles in statement.one_by_one():
                yield statement, roles, date


def _named(role: Role | None) -> str:
    """A name as it is looked for: two words at least, or the last one of a fuller name that the page has."""
    name = plain(role.text) if role is not None else ""
    surname = role is not None and bool(role.name) and plain(role.name or "").endswith(f" {name}")
    return name if len(name) >= _SHORTEST and (len(name.split()) > 1 or surname) else ""


def _full_name(dated: Dated, role: Role | None) -> str:
    """The name in full of whom a role calls by one word of it: "Wray" of "Aldous Wray"."""
    held = [one for one in dated.names_in(role.span) if one.kind is NameKind.PERSON] if role is not None else []
    name = plain(held[0].name) if len(held) == 1 and held[0].span == (role.span if role is not None else None) else ""
    return name if len(name.split()) > 1 else ""


def _deaths(dated: Dated) -> Iterator[_Fixed]:
    for statement, roles, date in _facts_told(dated, "die"):
        role = roles.get("subject")
        name = _named(role) or _full_name(dated, role)
        if name and role is not None and date.edtf is not None and _is_his(dated, statement, role):
            short = " ".join(name.split()[-2:])
            if not _of_him().match(dated.folded[role.span.end : role.span.end + 60]):
                yield _Fixed(short, role.name or role.text, date.edtf, statement.span)


def _is_his(dated: Dated, statement: Statement, role: Role) -> bool:
    """Whether a clause names its own subject, or goes on about the only person of its paragraph so far."""
    if statement.says(role):
        return True
    begin = dated.page.text.rfind("\n", 0, statement.span.start) + 1
    people = {one.name for one in dated.names_in(Span(begin, statement.span.start)) if one.kind is NameKind.PERSON}
    words = set(re.findall(r"\w+", dated.folded[role.span.end : statement.span.start]))
    return begin <= role.span.start and len(people) == 1 and role.name in people and not words & kin()


def _buried(dated: Dated) -> Iterator[_Fixed]:
    """Deaths in words that no verb of dying tells: "Topal Yusuf 3 Ocak 1925'te toprağa verildi"."""
    for found in pattern_of("buried").finditer(dated.folded):
        around = dated.sentence(Span(found.start(), found.end()))
        date = _only_date(dated, around) if around is not None else None
        if around is None or date is None or date.edtf is None:
            continue
        people = [one for one in dated.names_in(Span(around.start, found.start())) if one.kind is NameKind.PERSON]
        told = {one.name: one for one in people}
        if len(told) != 1:
            continue
        one = people[0]
        lead = _CAPITAL.search(dated.page.text[around.start : one.span.start])  # "Topal Yusuf" is read as Yusuf
        start = around.start + lead.start() if lead is not None else one.span.start
        span = Span(start, one.span.end)
        name = plain(span.of(dated.page.text))
        if len(name.split()) > 1 and not _of_him().match(dated.folded[one.span.end : one.span.end + 60]):
            yield _Fixed(" ".join(name.split()[-2:]), span.of(dated.page.text), date.edtf, around)


def _mentions(dated: Dated, name: str) -> Iterator[Span]:
    for found in re.finditer(rf"(?<!\w)({re.escape(name)}){_CASE}(?!\w)", dated.folded):
        yield Span(found.start(1), found.end(1))


def _only_date(dated: Dated, around: Span) -> DateMention | None:
    dates = dated.dates_in(around)
    return dates[0] if dates and len({one.edtf for one in dates}) == 1 else None


def _dated_mentions(dated: Dated, fixed: _Fixed) -> Iterator[tuple[Span, Span, DateMention, tuple[str, str]]]:
    """Each mention with its sentence, the one date in that, and the date's bounds; where it was fixed is none."""
    for span in _mentions(dated, fixed.name):
        around = dated.sentence(span)
        if around is None or around.overlaps(fixed.told):
            continue
        date = _only_date(dated, around)
        when = bounds(date.edtf) if date is not None else None
        if date is not None and when is not None:
            yield span, around, date, when


def _after_death(dated: Dated, fixed: _Fixed) -> Iterator[Finding]:
    died = bounds(fixed.when)
    if died is None:
        return
    for span, around, date, when in _dated_mentions(dated, fixed):
        said, behind = dated.folded[around.start : around.end], dated.folded[span.end : around.end]
        heads = dated.opens_line(date) and dated.mark_behind(date) and date.span.end < span.start
        did = _DID.match(behind) or (_CHRONICLED.match(behind) if heads else None)
        if did is None or _of_him().match(behind):
            continue
        # What a participle tells with the date in it is dated by it, whatever the sentence goes on to say.
        own = span.end < date.span.start < span.end + did.end()
        told = did[0] if own else said
        if says(told, "dead") or says(told, "in_works"):
            continue
        if not _is_later(when[0], died[1], exact=is_day(date.edtf) and is_day(fixed.when)):
            continue
        details = (("name", fixed.shown), ("death", fixed.when), ("when", date.edtf or "?"))
        places = dated.places((fixed.told, around))
        yield Finding(FindingKind.ANACHRONISM, places, "deed-after-death", details, (("source", _THE_PAGE),))


def _is_later(when: str, died: str, *, exact: bool) -> bool:
    """Whether a date is past doubt after another: by weeks where both are days, else by a year."""
    return days_between(died, when) > _GRACE if exact else when[:4] > died[:4]


def _appointments(dated: Dated) -> Iterator[_Fixed]:
    """ "Hulusi Bey 14 Nisan 1923'te belediye reisi seçildi": who, which post, since when."""
    for statement, roles, date in _facts_told(dated, "appoint"):
        who, post = roles.get("recipient"), roles.get("object")
        if who is None or date.edtf is None or not statement.says(who):
            continue
        behind = _post().search(dated.folded[who.span.end : statement.span.end]) if post is None else None
        words = plain(post.text).split() if post is not None else [behind[1]] if behind is not None else []
        if words and len(plain(who.text)) >= _SHORTEST:
            yield _Fixed(plain(who.text), who.text, date.edtf, statement.span, " ".join(words[-2:]))


def _before_office(dated: Dated, fixed: _Fixed) -> Iterator[Finding]:
    """The post right before or behind the name in a sentence of an earlier day: it is what the paper calls him."""
    stem = fixed.post.split()[-1][:4]
    for span in _mentions(dated, fixed.name):
        around = dated.sentence(span)
        if around is None or around.overlaps(fixed.told):
            continue
        lead = dated.folded[max(around.start, span.start - _POST_FIRST) : span.start]
        called = re.search(rf"\b{re.escape(stem)}\w* $", lead) is not None
        date = (_only_date(dated, around) or paper_day(dated, around)) if called else None
        if not called or date is None:
            continue
        when, since = bounds(date.edtf), bounds(fixed.when)
        if when is not None and since is not None and when[1] < since[0]:
            post = (f"{fixed.post} ({fixed.shown})", fixed.when, _THE_PAGE)
            yield early(dated, (span, fixed.told), date, "office-too-early", post)


def _one_word(dated: Dated, role: Role | None) -> str:
    """A body of one word, if the page writes it with a capital wherever it stands, and once behind other words."""
    if role is None or len(role.text.split()) != 1 or len(role.text) < _SHORTEST:
        return ""
    name = plain(role.text)
    found = [dated.page.text[span.start : span.end] for span in _mentions(dated, name)]
    inside = re.search(rf"[^\W\d_][,)]? {re.escape(role.text)}['’]", dated.page.text) is not None
    return name if inside and all(one[:1].isupper() for one in found) else ""


def _foundings(dated: Dated) -> Iterator[_Fixed]:
    for statement, roles, date in _facts_told(dated, *_FOUNDED):
        role = roles.get("object") or roles.get("subject")
        name = _named(role) or _one_word(dated, role)
        if role is None or date.edtf is None or not name or not role.text[:1].isupper():
            continue
        if statement.action == "begin" and "acil" not in dated.folded[statement.span.start : statement.span.end]:
            continue
        yield _Fixed(name, role.text, date.edtf, statement.span)


def _before_founding(dated: Dated, fixed: _Fixed) -> Iterator[Finding]:
    """A body that is dealt with in a sentence of a year before the one in which the page has it founded."""
    since = bounds(fixed.when)
    if since is None:
        return
    for span, around, date, when in _dated_mentions(dated, fixed):
        said = dated.folded[around.start : around.end]
        if says(said, "opened") or not _TO_IT.match(dated.folded[span.end : around.end]):
            continue
        if when[1][:4] < since[0][:4]:
            known = (fixed.shown, fixed.when, _THE_PAGE)
            yield early(dated, (span, fixed.told), date, "body-too-early", known)


def _before_first_issue(dated: Dated) -> Iterator[Finding]:
    """An issue of a newspaper cited by a day before the one on which the page has its first issue come out."""
    for sentence in dated.sentences:
        found = _newspaper().search(dated.folded, sentence.start, sentence.end)
        date = _only_date(dated, sentence) if found is not None else None
        since = bounds(date.edtf) if date is not None else None
        if found is None or since is None or date is None:
            continue
        for name in (found["name"], found["name"].split()[-1]):
            issues = rf"(?<!\w){re.escape(name)}(?!\w)[\"”]?(?: gazetesi\w*)?,? "
            yield from _issues(dated, issues, sentence, since[0], name)
            if name == found["name"] and re.search(issues + r"\d", dated.folded):
                break


def _issues(dated: Dated, pattern: str, told: Span, since: str, name: str) -> Iterator[Finding]:
    for issue in re.finditer(pattern, dated.folded):
        date = next(
            (one for one in dated.page.facts.dates if issue.end() - 1 <= one.span.start <= issue.end() + 1), None
        )
        when = bounds(date.edtf) if date is not None else None
        if date is None or when is None or when[1] >= since or told.contains(date.span):
            continue
        place = Span(issue.start(), date.span.end)
        details = (("text", place.of(dated.page.text)), ("name", name), ("since", since[:4]), ("when", when[1][:4]))
        places = dated.places((place, told))
        yield Finding(FindingKind.ANACHRONISM, places, "source-before-newspaper", details, (("source", _THE_PAGE),))


def _beyond_its_end(dated: Dated) -> Iterator[Finding]:
    """A page beyond the length told of the work: in brackets behind its title, or in a sentence about it."""
    if _LENGTH.search(dated.folded) is None:
        return
    for found in _BRACKET.finditer(dated.folded):
        length = _LENGTH.search(found["inside"])
        words = found["title"].split()
        inside = found["inside"].partition(",")[0]  # "bu kitap (Pamuk Kurdu, Adana 1930, 72 sayfa)"
        if (
            length is not None
            and len(inside) >= _SHORTEST
            and (cited := _cited(dated, inside, found.end())) is not None
        ):
            yield from _beyond(dated, cited, Span(found.start(), found.end()), int(length[1]))
            continue
        for size in range(len(words), 0, -1) if length is not None else ():
            title = " ".join(words[-size:])
            if len(title) < _SHORTEST or (cited := _cited(dated, title, found.end())) is None:
                continue
            yield from _beyond(dated, cited, Span(found.start(), found.end()), int(length[1]) if length else 0)
            break
    for sentence in dated.sentences:
        yield from _told_of_book(dated, sentence)


def _cited(dated: Dated, title: str, behind: int) -> re.Match[str] | None:
    return re.compile(rf"(?<!\w){re.escape(title)}{_AT_PAGE.pattern}").search(dated.folded, behind)


def _told_of_book(dated: Dated, sentence: Span) -> Iterator[Finding]:
    """ "Kitap 184 sayfadır": the work of whoever was named last, cited on the same page by that name."""
    length = _LENGTH.search(dated.folded, sentence.start, sentence.end)
    if length is None or not says(dated.folded[sentence.start : length.start()], "work"):
        return
    before = dated.names_in(Span(max(0, sentence.start - _NAMED_BEFORE), length.start()))
    for name in reversed(before):
        form = plain(name.text)
        cited = re.compile(rf"(?<!\w){re.escape(form)}, [^;.\n]{{3,80}}?{_AT_PAGE.pattern}").search(
            dated.folded, sentence.end
        )
        if len(form) >= _SHORTEST and cited is not None:
            yield from _beyond(dated, cited, sentence, int(length[1]))
            return


def _beyond(dated: Dated, cited: re.Match[str], told: Span, length: int) -> Iterator[Finding]:
    page = int(cited[cited.lastindex or 1])
    if page <= length:
        return
    place = Span(cited.start(), cited.end())
    text = " ".join(place.of(dated.page.text).split())[:_SHOWN]
    details = (("text", text), ("pages", str(page)), ("length", str(length)))
    places = dated.places((place, told))
    yield Finding(FindingKind.MALFORMED_NUMBER, places, "source-page-beyond", details, (("source", _THE_PAGE),))
