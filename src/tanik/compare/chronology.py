"""Findings about lives and battles: a deed after death or before birth, a victory hailed before it was won.

Comes in: pages and the events made of their statements. Goes out: findings. What is known stands in tables with its
sources (``known``). A finding needs the later date to be certainly later, the doer to be named in the clause itself in
words that mean nobody else, and the date to stand there too: a carried-over subject or date may be this program's
mistake and not the page's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tanik.compare.carried_doers import is_carried
from tanik.compare.dates import bounds, days_between, is_day
from tanik.compare.dating import Dated
from tanik.compare.early import DEALINGS
from tanik.compare.known import Deed, Life, deeds, is_long_dead, lives
from tanik.compare.letters import paper_day
from tanik.compare.living import is_deed, tells_deed
from tanik.compare.model import Event, Examined, Finding, FindingKind, Place
from tanik.compare.passing import is_named_after, is_of_print, is_of_the_dead
from tanik.compare.refuted import ANSWERED, is_answered, is_rejected, tells_life
from tanik.compare.sure import is_sure_person
from tanik.compare.wordings import pattern_of, says
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import DateMention, Modality, NameKind, Polarity, Role, Statement

__all__ = ["check_chronology", "check_victories"]

_LIVING: Final = DEALINGS - {"use"}  # what is used may be what the dead have left
# What is brought moves too, and the dead are: only who goes or comes of their own.
_GOES: Final = re.compile(
    r"\b(?:gel|git|var|ugra|don|katil|yerles|ziyaret et)"
    r"(?:[dt][iu]|m[iu]s|[iu]yor|[iu]r)(?:[dt][iu]r?|m[iu]s)?(?:l[ae]r)?\b"
    r"|\b(?:arrived|visited)\b"
    # a participle before who does it: "İstanbul'a gelen genç şair …"
    r"|\b(?:gelen|giden|varan|ugrayan|donen|katilan|yerlesen)$"
    # who is brought out by a cleft: "bürosuna giden Lenin'di"
    r"|\b(?:gelen|giden|varan|ugrayan|donen|katilan|yerlesen) [\w ]{3,30}['’](?:y?[dt][iu]|[dt][iu]r)\b"
)
_ALIVE: Final = ("subject", "recipient", "companion")
_JOINED: Final = re.compile(r",?\s+(?:(?:ve|and|və|вә|hatta|ardından|sonra)\s+)?")
_ASIDE: Final = re.compile(r", [^,.;:!?\n]{3,80}, ")
_OF_THE_GROWN: Final = frozenset(("appoint", "sign", "order", "publish", "dismiss", "found", "marry", "elect"))
_YOUNGEST: Final = 7  # years of age: no child that young holds a post, signs, publishes or founds
_CROWNED: Final = re.compile(r"\b(?:kral|sah\b|sultan|padisah|prens|sehzade|veliaht|veliahd|taht|king|prince|throne)")
# In English a name that opens a sentence is its doer, and the verb stands right behind it.
_ENGLISH: Final = re.compile(
    r"^ (?:visited|arrived|vrote|met|travelled|traveled|vent|returned|gave|sent|told|signed|spoke|left|opened"
    r"|addressed)\b"
)
# Behind a name: its genitive, a date in the locative or none, and the participle of writing; of nothing of theirs.
_WROTE: Final = re.compile(
    r"^['’]?n?[iu]n ((?:\d{1,2} [a-z]+ )?\d{4})(?:['’]?[dt][ae]| (?:yilinda|tarihinde|gunu|senesinde))? "
    r"(?:[^\s.,;]+ ){0,3}?"
    r"(?:yaz|gonder|yolla|cek|imzala|kaleme al|ver)(?:mis ol)?d[iu]g[iu]\b"
)
# "İnönü'de ikinci kez kazanılan zafer" is that of the second battle of İnönü.
_ORDINAL: Final = re.compile(
    r"\b([a-z]{4,})['’]?[dt][ae] (birinci|ikinci|ucuncu) (?:kez|defa|kere|zafer)\w*(?=.*\b(?:zafer|kazan))"
)
_VICTORY_OF: Final = re.compile(r"\b(?:victor\w+|triumph) (?:of|at|in) (?:the )?(?:battle of )?$")
_UNSURE: Final = 4  # years: of the dates of lesser-known people that were looked up, several were a year or two off
_DAYS_UNSURE: Final = 2
_TOLD_BEFORE: Final = 400
_REACH: Final = 40  # characters between a battle's name and the word for its victory


def check_chronology(dated: Dated) -> Iterator[Finding]:
    """Deeds of the dead and the unborn, and victories hailed too early, on one page."""
    for statement in dated.page.facts.statements:
        for slot in _ALIVE:
            for doer in statement.fillers(slot):
                life = _one_alive(dated, statement, slot, doer) if doer.name in lives() else None
                if life is not None:
                    yield from _out_of_life(dated, statement, life)
        yield from _unborn(dated, statement)
    yield from _told_in_passing(dated)
    yield from _hailed_early(dated)


def _unborn(dated: Dated, statement: Statement) -> Iterator[Finding]:
    """Whoever does anything at all, in whatever verb, in a year before that of the birth: nobody does.

    Nor is anything done to him: a nominative is also who is chosen, sent or enrolled. What only the grown do
    (`_OF_THE_GROWN`) nobody does in the first years of his life either.
    """
    told = statement.modality in (Modality.ASSERTED, Modality.REPORTED) and statement.polarity is Polarity.AFFIRMED
    date = dated.own_date(statement) if told and statement.action != "born" else None
    when = bounds(date.edtf) if date is not None else None
    around = dated.sentence(statement.span)
    if (
        date is None
        or when is None
        or around is None
        or pattern_of("told_of").search(dated.folded, around.start, around.end)
    ):
        return
    for slot, doer in statement.roles:
        nominative = slot in ("object", "recipient") and dated.folded[doer.span.end : doer.span.end + 1] in (" ", ",")
        dealt = slot == "subject" and statement.action in _LIVING  # read with the dead
        life = lives().get(doer.name or "") if (slot == "subject" and not dealt) or nominative else None
        if life is None or not statement.says(doer) or not is_sure_person(_said(dated.page, doer), life.name):
            continue
        born = bounds(life.born)
        if born is None or not _stands_alone(dated.page, doer.span, doer.span):
            continue
        years = int(when[1][:4]) - int(born[0][:4])
        known = _of_life(life, "birth", life.born, date.edtf)
        if years < 0:
            yield _anachronism(dated, (statement.span,), "deed-before-birth", known)
        elif (
            years < _YOUNGEST
            and statement.action in _OF_THE_GROWN
            and not _CROWNED.search(dated.folded, around.start, around.end)
        ):
            yield _anachronism(dated, (statement.span,), "deed-in-infancy", known)
        return


def _said(page: Examined, doer: Role) -> str:
    """The name by which a doer is called."""
    return next((one.text for one in page.facts.names if one.name == doer.name and doer.span.overlaps(one.span)), "")


def _one_alive(dated: Dated, statement: Statement, slot: str, doer: Role) -> Life | None:
    """The person who does what is told, or is met or written to; of a list each of its members is asked about."""
    page = dated.page
    told = statement.modality in (Modality.ASSERTED, Modality.REPORTED)
    plain = statement.polarity is Polarity.AFFIRMED and told
    said = fold(statement.text)
    if slot == "companion":  # who is talked with
        alive = statement.action in ("meet", "say") and says(said, "talked")
    elif slot == "recipient":  # who is met or written to is alive as well
        alive = statement.action == "meet" or (statement.action == "write" and says(said, "letter"))
        # "Talat Paşa 1923'te para aldı", "Trotsky received …": the receiver in the nominative is who acts
        bare = dated.folded[doer.span.end : doer.span.end + 1] in (" ", ",")
        alive = alive or (statement.action == "transfer" and bare and _does(dated, statement, doer))
    else:
        alive = statement.action in _LIVING or (statement.action == "move" and _GOES.search(said) is not None)
        alive = alive or _does(dated, statement, doer)
    if not doer.name or not plain or not alive:
        return None
    if not (_is_said(page, statement, doer) or (slot == "subject" and is_carried(dated, statement, doer))):
        return None
    mentions = [
        name
        for name in page.facts.names
        if name.kind is NameKind.PERSON and name.name == doer.name and name.span.overlaps(doer.span)
    ]
    said, span = (mentions[0].text, mentions[0].span) if mentions else (doer.text, doer.span)
    if is_sure_person(doer.text, doer.name):  # "Mimar Kemaleddin", where the name found is "Kemaleddin"
        said, span = doer.text, doer.span
    if len(mentions) > 1 or not is_sure_person(said, doer.name):
        return None
    return lives().get(doer.name) if _stands_alone(page, span, doer.span) else None


def _does(dated: Dated, statement: Statement, doer: Role) -> bool:
    """Whether a clause in whatever verb tells a deed of its subject: an active verb, and nothing the dead can be in."""
    around = dated.sentence(statement.span) or statement.span
    begin, end = min(statement.span.start, doer.span.start), max(statement.span.end, doer.span.end)
    if says(dated.folded[begin:end], "remembered") or is_of_the_dead(dated, around):
        return False
    if dated.page.page.language == "en":
        return statement.says(doer)
    last = statement.text.split()[-1]
    return tells_deed(statement.text) or (statement.span.end <= doer.span.start and is_deed(last))


def _is_said(page: Examined, statement: Statement, doer: Role) -> bool:
    """Whether the doer stands in the clause, or before it across a parenthesis between commas and in no other clause.

    Or it is told by a participle right before the doer: "1901'de şehre gelen Nâzım Hikmet".
    "Enver Paşa, bir ayrıntıya göre, Ocak 1923'te dönüş izni istedi": the subject is parted from its verb by an aside.
    """
    if statement.says(doer):
        return True
    behind = page.text[statement.span.end : doer.span.start]
    if statement.span.end <= doer.span.start and not behind.strip() and is_deed(statement.text.split()[-1]):
        return True
    between = page.text[doer.span.end : statement.span.start]
    aside = doer.span.end <= statement.span.start and _ASIDE.fullmatch(between) is not None
    if aside and not any(one.says(doer) for one in page.facts.statements):
        return True
    return _is_joined(page, statement, doer)


def _is_joined(page: Examined, statement: Statement, doer: Role) -> bool:
    """Whether the clause right before tells of the doer's death and this one is joined to it without another subject.

    Of "1925'te öldü, 1926'da gazeteye demeç verdi" both tell of one man (Göksel & Kerslake 2005, 28.3.1).
    """
    told = (one for one in page.facts.statements if one.action == "die" and doer in one.fillers("subject"))
    joined = any(_JOINED.fullmatch(page.text[one.span.end : statement.span.start]) for one in told)
    named = (one for one in page.facts.names if one.kind is NameKind.PERSON and statement.span.contains(one.span))
    return joined and doer in statement.fillers("subject") and not any(named)


def _stands_alone(page: Examined, mention: Span, doer: Span) -> bool:
    """Whether a role is the person and not something of theirs: "Talat Paşa'nın hatıraları" does nothing alive."""
    behind = fold(page.text[mention.end : doer.end + 3]).lstrip("'’")
    return re.match(r"n?[iu]n\b", behind) is None and len(page.text[mention.end : doer.end].split()) < 2


def _out_of_life(dated: Dated, statement: Statement, life: Life) -> Iterator[Finding]:
    date = dated.own_date(statement)
    when = bounds(date.edtf) if date is not None else None
    if date is None or when is None:
        return
    died, born = bounds(life.died), bounds(life.born)
    away = statement.action not in _LIVING and is_long_dead(date.edtf, life)
    if _is_answered(dated, statement, life) or away:
        return
    around = dated.sentence(statement.span) or statement.span
    of_work = says(dated.folded[around.start : around.end], "in_works") or is_of_print(dated, date)
    if of_work or _is_named_alike(dated, statement, life):
        return
    if died is not None and when[0] > died[1] and _is_clear(when[0], died[1], life):
        if is_of_the_dead(dated, statement.span):
            return
        yield _anachronism(dated, (statement.span,), "deed-after-death", _of_life(life, "death", life.died, date.edtf))
    elif born is not None and when[1] < born[0]:
        yield _anachronism(dated, (statement.span,), "deed-before-birth", _of_life(life, "birth", life.born, date.edtf))


def _is_named_alike(dated: Dated, statement: Statement, life: Life) -> bool:
    """Whether the person's name in a clause is short for something that is named after him."""
    names = (one for one in dated.names_in(statement.span) if one.name == life.name)
    return any(is_named_after(dated, one.span) for one in names)


def _told_in_passing(dated: Dated) -> Iterator[Finding]:
    """Deeds that a participle tells, and no statement: "Cemal Paşa'nın 3 Mart 1924'te yazdığı mektup"."""
    for name in dated.page.facts.names:
        life = lives().get(name.name) if name.kind is NameKind.PERSON and is_sure_person(name.text, name.name) else None
        around = dated.sentence(name.span)
        if life is None or around is None:
            continue
        found, date = _passing(dated, name.span, around)
        if found is None:
            continue
        when, died = bounds(date.edtf) if date is not None else None, bounds(life.died)
        if date is None or when is None or died is None or is_answered(dated, around, life):
            continue
        if when[0] > died[1] and _is_clear(when[0], died[1], life):
            span = Span(name.span.start, max(date.span.end, name.span.end + found.end()))
            yield _anachronism(dated, (span,), "deed-after-death", _of_life(life, "death", life.died, date.edtf))


def _passing(dated: Dated, name: Span, around: Span) -> tuple[re.Match[str] | None, DateMention | None]:
    """The words behind a name that tell its bearer's deed in a participle or, in English, a verb, and their date."""
    behind = dated.folded[name.end : around.end]
    dates = dated.dates_in(around)
    found = _WROTE.match(behind)
    if found is not None:
        day = Span(name.end + found.start(1), name.end + found.end(1))
        return found, next((one for one in dates if one.span == day), None)
    opens = not dated.folded[around.start : name.start].strip()
    found = _ENGLISH.match(behind) if opens and len(dates) == 1 else None
    return found, dates[0] if found is not None else None


def _is_answered(dated: Dated, statement: Statement, life: Life) -> bool:
    """Whether a page tells in the same sentence why a deed cannot be: by the year of the life.

    Hearsay ("anlatılanlara bakılırsa … yazmış", "claims that …") is set against the life as the page's own word is,
    and the next sentence may answer it too, or call it wrong.
    """
    around = dated.sentence(statement.span) or statement.span
    reported = statement.modality is Modality.REPORTED or statement.attributed_to is not None
    begin, end = (around.start, around.end + ANSWERED) if reported else (statement.span.end, around.end)
    stretch = dated.folded[begin:end]
    return tells_life(stretch, life) or (reported and is_rejected(stretch))


def _is_clear(when: str, died: str, life: Life) -> bool:
    """Whether a date is past doubt after a death: for days papers are still being sent and printed.

    Where only the year of death is known, the next must have come; where nobody looked that year up, some more. A day
    that nobody looked up counts as its year.
    """
    if is_day(life.died):
        return when[: 7 if life.checked else 4] > died[: 7 if life.checked else 4]
    return int(when[:4]) > int(died[:4]) + (0 if life.checked else _UNSURE)


def _of_life(life: Life, what: str, known: str, when: str | None) -> tuple[tuple[str, str], ...]:
    return (("name", life.name), (what, known), ("when", when or "?"), ("source", life.source))


def _anachronism(
    dated: Dated, spans: Sequence[Span], rule: str, told: Sequence[tuple[str, str]], *because: tuple[str, str]
) -> Finding:
    details = tuple(pair for pair in told if pair[0] != "source")
    sources = tuple(pair for pair in told if pair[0] == "source")
    return Finding(FindingKind.ANACHRONISM, dated.places(spans), rule, details, (*because, *sources))


def _hailed_early(dated: Dated) -> Iterator[Finding]:
    """Sentences and letters that congratulate on a battle before the day it ended."""
    told: set[tuple[str, Span]] = set()
    for found in pattern_of("hailed_victory").finditer(dated.folded):
        around = dated.sentence(Span(found.start(), found.end()))
        if around is None:
            continue
        date = _day_at(dated, around, Span(found.start(), found.end())) or paper_day(dated, around)
        when = bounds(date.edtf) if date is not None else None
        for deed in _victories(dated.folded[around.start : around.end]) if when is not None else ():
            won = bounds(deed.won)
            early = when is not None and won is not None and _is_early(when[1], won[0], deed)
            if date is not None and early and (deed.name, around) not in told:
                told.add((deed.name, around))
                yield _anachronism(dated, (around, date.span), "victory-hailed-early", _of_victory(deed, date))


def _is_early(when: str, won: str, deed: Deed) -> bool:
    """Whether a day lies before a battle was won; the end of one that nobody looked up may be told a day or two off."""
    return when < won if deed.checked else days_between(when, won) > _DAYS_UNSURE


def _of_victory(deed: Deed, date: DateMention) -> tuple[tuple[str, str], ...]:
    return (("name", deed.name), ("end", deed.won), ("when", date.edtf or "?"), ("source", deed.source))


def _day_at(dated: Dated, around: Span, span: Span) -> DateMention | None:
    quotation = dated.quotation_at(span)
    return dated.day_of(quotation) if quotation is not None else dated.date_of(span) or dated.date_of(around)


def _victories(sentence: str) -> tuple[Deed, ...]:
    """The battles that a sentence speaks of as won, by their fullest names: "İkinci İnönü" is not all of İnönü."""
    sentence += "".join(f" {one[2]} {one[1]} zaferi" for one in _ORDINAL.finditer(sentence))
    named = [
        (core, deed)
        for deed in deeds("battle")
        for core in (*deed.core, *deed.forms)
        for at in [sentence.find(core)]
        if at >= 0 and _is_won(sentence, at, at + len(core))
    ]
    fullest = {core for core, _ in named if not any(core != other and core in other for other, _ in named)}
    bearers = {core: {deed.name: deed for other, deed in named if other == core} for core in fullest}
    # Before the first of those that bear one name was won, nobody could hail any of them.
    first = (min(found.values(), key=lambda deed: deed.won) for found in bearers.values())
    return tuple({deed.name: deed for deed in first}.values())


def _is_won(sentence: str, start: int, end: int) -> bool:
    """Whether a victory stands behind a battle's name, or in English right before it ("the victory of …")."""
    behind = says(sentence[end : end + _REACH], "won")
    return behind or _VICTORY_OF.search(sentence[max(0, start - _REACH) : start]) is not None


def check_victories(events: Sequence[Event], pages: Sequence[Examined]) -> Iterator[Finding]:
    """Events one of whose accounts is dated before a battle ended that another account celebrates as won."""
    by_id = {page.id: page for page in pages}
    for event in events:
        told = [(by_id[ref.page], by_id[ref.page].facts.statements[ref.index]) for ref in event.statements]
        early = min((s.when for _, s in told if s.when and is_day(s.when)), default=None)
        if early is not None:
            yield from _won_later(event, told, early)


def _won_later(event: Event, told: Sequence[tuple[Examined, Statement]], early: str) -> Iterator[Finding]:
    """One finding for an event whose earliest day lies before the end of a battle that an account celebrates."""
    for page, statement in told:
        around = fold(page.text[max(0, statement.span.start - _TOLD_BEFORE) : statement.span.end])
        for deed in deeds("battle"):
            won = bounds(deed.won)
            if won is None or not _is_early(early, won[0], deed) or not _celebrates(around, deed):
                continue
            other, before = next((p, s) for p, s in told if s.when == early)
            yield Finding(
                FindingKind.ANACHRONISM,
                tuple(sorted({Place(page.id, statement.span), Place(other.id, before.span)})),
                "victory-too-early",
                (("name", deed.name), ("end", deed.won), ("when", early)),
                (("event", event.id), ("source", deed.source)),
            )
            return


def _celebrates(folded: str, deed: Deed) -> bool:
    """Whether a text speaks of a battle as won; "Birinci-İkinci İnönü" names both."""
    cores = [core for core in deed.core if len(core.split()) > 1]
    named = any(form in folded for form in (*deed.forms, *cores, *(f"{core} zafer" for core in deed.core)))
    return named and says(folded, "won")
