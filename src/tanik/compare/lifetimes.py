"""Ages set against the years beside them, whoever they are of: birth, another year and an age in one or two sentences.

Comes in: one page, and the findings about ages that its statements gave (``ages``). Goes out: the findings that they
did not. Here no role is asked for: a sentence that tells one age and one other year, with one year of birth in it or
in the sentence before, tells of one person, unless two people are named there or the words are of somebody's kin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tanik.compare.ages import is_of_participle, kin, most_if_misfit, my_kin
from tanik.compare.dating import Dated
from tanik.compare.model import Finding, FindingKind
from tanik.compare.wordings import pattern_of
from tanik.core.fold import fold
from tanik.core.morph import readings
from tanik.core.span import Span
from tanik.facts.model import DateMention, Modality, NameKind

__all__ = ["check_lifetimes", "is_birth", "is_of_thing", "misfit_beside"]

_AGE: Final = re.compile(
    r"\b(\d{1,3}) yas(?:inda\w*|indaki|ini|ina)\b|\b(\d{1,3}) yillik (?:omr|hayat|yasam)\w*"
    r"|\b(\d{1,3}) (?:yil|sene|il) (?:yasad[iu]|yasam[iu]s|omur sur|yasay[iu]b)\w*"
    r"|\b(\d{1,3}) yasi (?:vardi|var idi|olub)\b"
    r"|(?<!\d )(?<!\d)\b(\d{2})['’ ]?(?:[iu]nde|[iu]nda|s[iu]nda|s[iu]nde)(?:yd[iu]|yken)\b"
    r"|\b(\d{1,3}) years old\b|\b(?:vas|aged|at the age of|at) (\d{1,3})(?= vhen\b|[ ,.;])(?! [a-z]+s\b)"
)
_STATED: Final = re.compile(r"\byas[iu]ndayd[iu]\b|\b(?:vas|is) \d{1,3}\b")  # so old is who is named
_LIVED: Final = re.compile(r"\b(?:yil|sene|il) (?:yasa[dmy]|omur sur)|\byillik (?:omr|hayat|yasam)|\blived\b")
_TAKEN_UP: Final = re.compile(rf"{_LIVED.pattern}|{_STATED.pattern}")  # said of who died in the sentence before
_DIED: Final = re.compile(r"\b(?:ol(?:du|mus|en|um)|vefat|hayata|hayatini|goctu|died)\w*")
_WORDS: Final = re.compile(r"\byas(?:inda\w*|indaki|ini|ina)$")
_REACH: Final = 34  # characters beside a year in which it is called that of a birth
_FAR: Final = 90  # with whose child between them
_BORN_BEFORE: Final = re.compile(
    r"\b(?:dogum(?:u| yili| tarihi| gunu)?"
    r"|born(?:,? (?:in|at|near) [^\d,;.\n]{3,24},?(?: in| on)|(?: in| on)?)|birth)\W+(?:\d{1,2} \w+ )?$"
)
_BORN_AS: Final = re.compile(r"['’]l[iıuü] (?=[A-ZÇĞİÖŞÜ])")
_LIFE: Final = re.compile(r"\d{4}\s?[ –—-]\s?\d{4}")
_OF_LIFE: Final = re.compile(r"\b(?:mezar|omr|omur|olum|oldug|olen\b|vefat|goc|hayat|yasam|lived|grave|died)")
_MARK: Final = re.compile(r"[,;:.]|\d{4}")
_ATTRIBUTE: Final = re.compile(r"(?:\w+ )?\w* ?yas[iu]ndaki ")
_HEAD: Final = re.compile(r" ?(?:[^\W\d]+ )?([^\W\d]+) (?:ise |da |de )?$")  # all that stands before a date or an age
_WHILE: Final = re.compile(r"\b\w{2,}(?:[dt][iu]g[iu]nd[ae]|[iu]nc[ae])\b")
_THEN: Final = re.compile(r"; o (?:sirada|zaman|tarihte|yil|siralarda)\b,?")
_IN_YEAR: Final = re.compile(r"(?:yil|sene|tarih)(?:lar|ler)?$")
_LED: Final = re.compile(r"(?:[^\W\d]+ ){0,2}")  # "yaşındaki Binbaşı Tahsin"
_BARE: Final = frozenset(("P3sg", "Agt"))  # the dictionary's mark of a possessive; no mark is the nominative
_NOW: Final = re.compile(r"\b(?:bugun|simdi|halen|su an|hazirda|today|nov)\b")  # folded: w is v
_MADE_OLDER: Final = re.compile(r"\byas(?:ini|i) (?:buyut|kucult)")  # "yaşını büyütmüştü": the page knows it
# As whose child somebody was born is no other person: "bir memur ailesinin çocuğu olarak dünyaya geldi".
_BORN_CHILD: Final = re.compile(
    r"(?: bir)?(?: \w+){0,3} (?:cocugu|oglu|kizi|evladi|torunu) olarak\b|\bas the (?:son|daughter|child) of\b"
)
_OTHERS: Final = re.compile(r"\b(?:evlenen|esi|karisi|kocasi|babasinin|annesinin|when his|when her|iken oglu)\b")


def check_lifetimes(dated: Dated, told: Sequence[Finding]) -> Iterator[Finding]:
    """The findings about ages on one page that the statements (`told`) did not give."""
    known = {place.span for one in told for place in one.places}
    before: Span | None = None
    for sentence in dated.sentences:
        ages = _ages(dated, sentence)
        for age in ages:
            here = dated.dates_in(sentence)
            whole = len(ages) == 1 and (len(here) < 2 or any(is_birth(dated, one) for one in here))
            around = sentence if whole else _beside(dated, sentence, age[1])
            own = around is not None and not is_of_participle(dated.folded, age[1], sentence.end)
            own = own and not is_of_thing(dated, sentence, age[1])
            if around is not None and own and not any(age[1].overlaps(span) for span in known):
                yield from _against(dated, around, before, age)
        before = sentence


def _beside(dated: Dated, sentence: Span, age: Span) -> Span | None:
    """What stands between commas around an age, of a sentence with several ages or years, if it has one year.

    "1953'te doçent olan Saygın, 1960'ta 51 yaşında …": the year of the age is the one beside it. A sentence of one age
    whose years are no clause's own is read whole.
    """
    marks = [one.end() for one in re.finditer(r"[,;:] ", dated.folded[sentence.start : age.start])]
    behind = re.search(r"[,;:] ", dated.folded[age.end : sentence.end])
    start = sentence.start + (marks[-1] if marks else 0)
    part = Span(start, age.end + behind.start() if behind is not None else sentence.end)
    dates = dated.dates_in(part)
    if len(dates) == 1 and not is_birth(dated, dates[0]):
        return part
    return sentence if len(_ages(dated, sentence)) == 1 else None


def is_of_thing(dated: Dated, sentence: Span, age: Span) -> bool:
    """Whether an age is that of something else: a noun alone leads the sentence, or follows "yaşındaki".

    "Kazım Bey 1876'da doğdu. Cami 1920'de yirmi yaşındaydı": what opens a sentence without a case is its subject
    (Göksel & Kerslake 2005, 14.3.1), and one that the table of people does not know is not who was born before. Nor is
    an age of today that of the year beside it: "1955'te çıkan kitabı bugün yetmiş yaşında".
    """
    if _NOW.search(dated.folded, sentence.start, age.start):
        return True
    attribute = _ATTRIBUTE.match(dated.folded, age.start, sentence.end)
    if attribute is not None:
        people = [one for one in dated.names_in(sentence) if one.kind is NameKind.PERSON]
        return not any(_LED.fullmatch(dated.page.text, attribute.end(), one.span.start) for one in people)
    start = max(sentence.start, dated.page.text.rfind(",", sentence.start, age.start) + 1)
    then = _THEN.search(dated.folded, start, age.start)
    start = then.end() if then is not None else start
    dates = [one.span.start for one in dated.dates_in(Span(start, sentence.end))]
    head = _HEAD.match(dated.page.text, start, min([age.start, *dates]))
    for clause in _WHILE.finditer(dated.folded, start, age.start) if head is not None else ():
        start = clause.end()  # "İlk romanı 1889'da basıldığında …": the noun is the subject of the clause of time
        head = _HEAD.match(dated.page.text, start, age.start)
    if head is None or any(start <= one.span.start < head.end() for one in dated.names_in(sentence)):
        return False
    known = readings(head[1])
    if _IN_YEAR.match(fold(head[1])):  # "yıl 1904'tü ve o yirmi yaşındaydı"
        return False
    bare = any(one.part == "Noun" and set(one.marks) <= _BARE for one in known)
    return bare and not any(one.part == "Adv" for one in known)


def _ages(dated: Dated, sentence: Span) -> list[tuple[int, Span]]:
    """The ages that a sentence tells, in figures or in words."""
    found = {
        Span(one.start(), one.end()): int(next(filter(None, one.groups())))
        for one in _AGE.finditer(dated.folded, sentence.start, sentence.end)
    }
    for amount in dated.amounts_in(sentence):
        written = _WORDS.search(dated.folded[amount.span.start : amount.span.end])
        if amount.unit == "year" and written and not any(amount.span.overlaps(span) for span in found):
            found[amount.span] = int(amount.value)
    return [(years, span) for span, years in found.items()]


def _against(dated: Dated, sentence: Span, before: Span | None, age: tuple[int, Span]) -> Iterator[Finding]:
    """One age against the year of birth and the other year of its sentence, or of a life in brackets."""
    window = Span(before.start if before is not None else sentence.start, sentence.end)
    if not _is_of_one(dated, window):
        window = _clause(dated, sentence, age[1])  # "…, Rıfat Bey 32 yaşındaydı; Hacer Hanım ondan küçüktü"
    if not _is_of_one(dated, window):
        return
    here = dated.dates_in(sentence)
    births = [date for date in dated.dates_in(window) if is_birth(dated, date)]
    others = [date for date in here if date not in births]
    told = here or dated.dates_in(window)
    spans = [date for date in told if "/" in (date.edtf or "") and _LIFE.fullmatch(fold(date.text))]
    if len(spans) == 1 and len(told) == 1 and _OF_LIFE.search(dated.folded[sentence.start : sentence.end]):
        birth, death = (spans[0].edtf or "").split("/")
        yield from misfit_beside(dated, (birth, death), age, (spans[0].span,))
        return
    if not here and before is not None and _TAKEN_UP.search(dated.folded, sentence.start, sentence.end):
        others = [date for date in dated.dates_in(before) if date not in births]
        died = _DIED.search(dated.folded, before.start, before.end) is not None
        others = others if died and len(others) == 1 else []
    births = births or _born_elsewhere(dated, window if sentence.contains(window) else sentence)
    if len({one.edtf for one in births}) == 1 and len({one.edtf for one in others}) == 1:
        ends = (births[0].edtf or "", others[0].edtf or "")
        yield from misfit_beside(dated, ends, age, (births[0].span, others[0].span))


def _clause(dated: Dated, sentence: Span, age: Span) -> Span:
    """What stands between semicolons and colons around an age."""
    before = [one.end() for one in re.finditer(r"[;:]", dated.folded[sentence.start : age.start])]
    behind = re.search(r"[;:]", dated.folded[age.end : sentence.end])
    start = sentence.start + (before[-1] if before else 0)
    return Span(start, age.end + behind.start() if behind is not None else sentence.end)


def _born_elsewhere(dated: Dated, sentence: Span) -> list[DateMention]:
    """When the page says elsewhere that the one person of a sentence was born, by the same name."""
    people = {one.name for one in dated.names_in(sentence) if one.kind is NameKind.PERSON}
    if len(people) != 1 or not _STATED.search(dated.folded, sentence.start, sentence.end):
        return []
    found = []
    for one in dated.page.facts.statements:
        born = [role for role in one.fillers("subject") if role.name in people and one.says(role)]
        date = dated.own_date(one) if one.action == "born" and one.modality is Modality.ASSERTED else None
        if date is not None and born:
            found.append(date)
    return found


def is_birth(dated: Dated, date: DateMention) -> bool:
    """Whether a year stands in the clause of a word for birth, with no other year or mark between them."""
    before = dated.folded[max(0, date.span.start - _REACH) : date.span.start]
    behind = _BORN_CHILD.sub("", dated.folded[date.span.end : date.span.end + _FAR])
    behind = behind if len(behind) < _FAR else behind[:_REACH]
    if _BORN_BEFORE.search(before):
        return True
    behind = behind[dated.mark_behind(date) :]  # "1881: Trabzon'da doğdu"
    called = _BORN_AS.match(dated.page.text, date.span.end) if date.text.isdigit() else None  # "1888'li Gülizar Hanım"
    if called is not None and any(one.kind is NameKind.PERSON for one in dated.names_in(_name_behind(called))):
        return True
    follows = pattern_of("birth").search(behind)
    return follows is not None and not _MARK.search(behind[: follows.start()])


def _name_behind(called: re.Match[str]) -> Span:
    return Span(called.end(), called.end() + _REACH)


def _is_of_one(dated: Dated, window: Span) -> bool:
    """Whether no two people are named in a stretch, and nobody's kin."""
    people = {one.name for one in dated.names_in(window) if one.kind is NameKind.PERSON}
    told = _BORN_CHILD.sub(" ", dated.folded[window.start : window.end])
    people |= my_kin(told)
    return len(people) < 2 and not set(re.findall(r"\w+", told)) & kin() and not _OTHERS.search(told)


def misfit_beside(
    dated: Dated, told: tuple[str, str], age: tuple[int, Span], at: tuple[Span, ...]
) -> Iterator[Finding]:
    """The finding that an age does not fit a birth and another year, if it does not."""
    most, around = most_if_misfit(*told, age[0]), dated.sentence(age[1]) or age[1]
    if most is None or _MADE_OLDER.search(dated.folded, around.start, around.end):
        return
    yield Finding(
        FindingKind.ARITHMETIC,
        dated.places((*at, age[1])),
        "age-beside",
        (("birth", told[0]), ("death", told[1]), ("text", age[1].of(dated.page.text)), ("reckoned", str(most))),
    )
