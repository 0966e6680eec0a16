"""Ages that do not fit the year of birth and that of the death or other deed that they are told of.

Comes in: one page. Goes out: findings. "61 yaşında öldü" is set against the year of death of its own clause, "on altı
yaşındayken girdi" against the year of that clause, and both against the
year of birth that the page gives the same person, by a statement of it or behind the name ("(1876-1924)"), else the one
of the table of people. Ages were counted in several ways: the year that had begun counts as a whole one, a lunar year
is a 33rd shorter, and a Rumi year of birth may be one off; an age is told only where it fits none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tanik.compare.dates import bounds
from tanik.compare.dating import Dated
from tanik.compare.known import lives
from tanik.compare.model import Finding, FindingKind
from tanik.compare.sure import is_sure_person
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.core.tables import read_rows
from tanik.facts.model import Modality, Name, NameKind, Polarity, Role, Statement

__all__ = ["check_ages", "is_of_participle", "kin", "most_if_misfit", "my_kin"]

_AGE: Final = re.compile(r"\b\d{1,3} yas(?:inda|[iu]nda)(?:yken|ydi)?(?=\W)|\b(?:aged|at the age of) \d{1,3}\b")
_BORN_IN: Final = re.compile(r"\b\d{4}(?:'?l[iu])? dogumlu(?:ydu|dur)?$")  # "1883 doğumluydu": a state, and no deed
_IN_WORDS: Final = re.compile(r"\byasinda(?:yken|ydi)?\W*$")  # "elli iki yaşındayken": a figure told in words
_WHEN_DEAD: Final = re.compile(r"\b(?:oldugunde|ettiginde|yitirdiginde|kaybettiginde|when \w+ died)\W*$")
_REACH: Final = 40  # characters behind "öldüğünde" in which the age is told, before a name with a word for kin
_LUNAR: Final = 1.031  # solar years to lunar ones
_LONGEST: Final = 120  # years: who lived longer was born in another calendar ("1300 doğumlu")
_SLACK: Final = 2  # years: a year begun, and a birth in another calendar
# Folded: a hyphen is a space.
_DAY: Final = r"(?:\d{1,2} [a-z]+ )?"
_PLACE: Final = r"(?:, [^()\d–—]{2,30}?)?"
_LIFE: Final = re.compile(
    rf"\s?\((?:(?:d|dogum)\b[.:]?\s?)?{_DAY}(1[6-9]\d\d){_PLACE}\s?[ –—,]\s?"
    rf"(?:(?:o|olum)\b[.:]?\s?)?{_DAY}(1[6-9]\d\d|20\d\d){_PLACE}\)"
)
_LED_TO: Final = re.compile(r"(?:[,;]|\d['’]?[dt][ae]|yilinda|senesinde|henuz|daha|daha henuz|sadece|yalnizca)$")
_WHILE: Final = re.compile(
    r"\b(?:\d{1,3}|(?:(?:on|yirmi|otuz|kirk|elli|altmis|yetmis|seksen|doksan) )?[a-z]+) yas(?:inda|larinda)"
    r"(?:yken| iken)?\b(?! (?:olan|bir|iki))"
    r"|\bat the age of \d{1,3}\b"
)
# "yirmi yaşındayken gittiği köyü anlattı": an adverb of the participle behind it (Ergin: zarf-fiil).
_OF_PARTICIPLE: Final = re.compile(r"ken,?(?: [^\s.;,]+){0,2} [^\s.;,]{2,}(?:[dt][iu][gk][iu]\w*|[ae]n)\b(?!['’])")
_Told = tuple[str, Span | None]  # EDTF, and where the page has it


def check_ages(dated: Dated) -> Iterator[Finding]:
    """The findings about ages at death on one page."""
    for statement in dated.page.facts.statements:
        plain = statement.polarity is Polarity.AFFIRMED and statement.modality is Modality.ASSERTED
        if not plain or (statement.action != "die" and not _is_own_age(dated, statement)):
            continue
        told = _age(dated, statement)
        name = _who(dated, statement) if told is not None else None
        if told is None or name is None or is_of_participle(dated.folded, told[1], statement.span.end):
            continue
        date, life = dated.own_date(statement), _life(dated, name)
        if life is not None and statement.action != "die":
            life = (life[0], (date.edtf or "", date.span)) if date is not None else None
        stated = (date.edtf or "", date.span) if date is not None else None
        birth, death = life if life is not None else (_birth(dated, name, statement), stated)
        if birth is not None and death is not None:
            yield from _misfit(dated, name, (birth, death), told)


def _age(dated: Dated, statement: Statement) -> tuple[int, Span] | None:
    """The age that a clause tells, in figures or in words, and where."""
    end = statement.span.end
    if _WHEN_DEAD.search(dated.folded[statement.span.start : end]):  # "öldüğünde 75 yaşındaydı"
        around = dated.sentence(statement.span) or statement.span
        end = min(around.end, end + _REACH)
    found = _AGE.search(dated.folded, statement.span.start, min(len(dated.folded), end + 1))
    if found is not None:
        years = re.search(r"\d+", found[0])
        return (int(years[0]), Span(found.start(), found.end())) if years is not None else None
    for amount in dated.amounts_in(Span(statement.span.start, end)):
        if amount.unit == "year" and _IN_WORDS.search(dated.folded[amount.span.start : amount.span.end]):
            return int(amount.value), amount.span
    return None


def is_of_participle(folded: str, age: Span, end: int) -> bool:
    """Whether an age is that at which a participle behind it happened, and not the deed of the clause.

    >>> text = "yirmi yasindayken gittigi koyu 1921'de anlatti"
    >>> is_of_participle(text, Span(0, 17), len(text)), is_of_participle("on ucundeyken dumene gecmis", Span(0, 13), 26)
    (True, False)
    """
    return folded[: age.end].endswith("ken") and _OF_PARTICIPLE.match(folded, age.end - 3, end) is not None


def _is_own_age(dated: Dated, statement: Statement) -> bool:
    """Whether a clause that has its own date says how old its doer was: "1896'da, henüz on altı yaşındayken girdi".

    "Babası o on yaşındayken gitti" tells of another's age: so nothing but a date, a comma or "henüz" may lead to it.
    """
    end = min(len(dated.folded), statement.span.end + 1)
    found = _WHILE.search(dated.folded, statement.span.start, end) if statement.when else None
    if found is None:
        return False
    if is_of_participle(dated.folded, Span(found.start(), found.end()), end):
        return False
    before = dated.folded[statement.span.start : found.start()].rstrip()
    return found[0].startswith("at ") or not before or _LED_TO.search(before) is not None


def _life(dated: Dated, name: Name) -> tuple[_Told, _Told] | None:
    """The years of birth and death that the page gives behind the name: "(1876-1924)"."""
    for one in _people(dated):
        found = _LIFE.match(dated.folded, one.span.end) if one.text == name.text else None
        if found is not None:
            years = [(found[group], Span(found.start(group), found.end(group))) for group in (1, 2)]
            return years[0], years[1]
    return None


def _who(dated: Dated, statement: Statement) -> Name | None:
    """The person who dies, where the words that name them stand in the same sentence and nobody else's do."""
    dead, around = statement.first("subject"), dated.sentence(statement.span)
    if dead is None or around is None or len(statement.fillers("subject")) > 1:
        return None  # of several who died one age says nothing of each
    if not around.contains(dead.span):
        return _only_one(dated, statement)
    named = [one for one in _people(dated) if dead.span.contains(one.span)]
    return named[0] if len(named) == 1 and _is_alone(dated, dead, named[0]) else None


def _only_one(dated: Dated, statement: Statement) -> Name | None:
    """Who a page is about: named in its first line, or nobody else is up to the clause."""
    before = [one for one in _people(dated) if one.span.start < statement.span.end]
    if not before or statement.firsts["subject"].name != before[0].name:
        return None
    line = dated.page.text.find("\n")
    return before[0] if before[0].span.end <= max(line, 0) or len({one.name for one in before}) == 1 else None


def _is_alone(dated: Dated, dead: Role, name: Name) -> bool:
    """Whether the dead are the person named and not somebody of theirs: "Refik Bey'in kızı"."""
    return not dated.folded[name.span.end : dead.span.end].strip(" '’.,")


def _people(dated: Dated) -> list[Name]:
    return [one for one in dated.page.facts.names if one.kind is NameKind.PERSON]


def _birth(dated: Dated, name: Name, death: Statement) -> _Told | None:
    """When the page says before that a person was born; else what the table of people has.

    "Torunu Hamit Koç" may be called after his grandfather: whoever is introduced by what they are to somebody is the
    one who was born only where the same words tell of both.
    """
    introduced = _is_introduced(dated, death, name)
    births = [
        (own, one)
        for one in dated.page.facts.statements
        if (one.action == "born" or (one.action is None and _BORN_IN.search(fold(one.text))))
        and one.modality is Modality.ASSERTED
        and (own := dated.own_date(one)) is not None
        and one.span.end < death.span.end
        and _is_same(dated, one, name)
        and (not introduced or one.firsts["subject"].span.contains(name.span))
    ]
    if len({own.edtf for own, _ in births}) == 1 and births[0][0].edtf:
        return births[0][0].edtf, births[0][0].span
    known = lives().get(name.name)
    if births or introduced or known is None or not known.born or not is_sure_person(name.text, name.name):
        return None
    return known.born, None


def _is_introduced(dated: Dated, statement: Statement, name: Name) -> bool:
    """Whether a word for kin stands right before a name: "torunu", "his brother"."""
    dead, start = statement.firsts["subject"], name.span.start
    before = dated.folded[max(0, start - _REACH) : start].split()[-1:]
    return dead.span.start < name.span.start or bool(before and before[0] in kin())


@cache
def kin() -> frozenset[str]:
    """Words for somebody's kin, folded, as facts know them, in the third person."""
    return frozenset(fold(row["third"]) for row in read_rows("tanik.facts", "kin.csv"))


@cache
def _my_kin() -> re.Pattern[str]:
    """Words for one's own kin, folded, with any case: "dedem", "dedemin"."""
    forms = "|".join(sorted({fold(row["form"]) for row in read_rows("tanik.facts", "kin.csv")}))
    return re.compile(rf"\b({forms})(?:[iu]n|[iu]|[ae]|d[ae]n?|l[ae])?\b")


def my_kin(folded: str) -> set[str]:
    """Whom of the teller's own kin a folded stretch names.

    >>> sorted(my_kin("dedem 1895 dogumluydu. 1938'de babamin dukkani"))
    ['babam', 'dedem']
    """
    return {found[1] for found in _my_kin().finditer(folded)}


def _is_same(dated: Dated, birth: Statement, name: Name) -> bool:
    """Whether who was born is the person named: the same words, or a name that ends in them and no other does."""
    born = birth.first("subject")
    # "1872'de doğan Hasan Tuğ": whom a participle tells of stands right behind it.
    if born is None or not (birth.says(born) or 0 <= born.span.start - birth.span.end <= 1):
        return False
    said = fold(name.text)
    before = {fold(one.text) for one in _people(dated) if one.span.start <= name.span.start}
    bearers = {one for one in before if one.endswith(f" {said}")} or {said}
    here = [fold(one.text) for one in _people(dated) if born.span.contains(one.span)]
    return len(bearers) == 1 and here in (list(bearers), [said])


def _misfit(dated: Dated, name: Name, life: tuple[_Told, _Told], told: tuple[int, Span]) -> Iterator[Finding]:
    (birth, born_at), (death, died_at) = life
    years, age = told
    most = most_if_misfit(birth, death, years)
    if most is None:
        return
    yield Finding(
        FindingKind.ARITHMETIC,
        dated.places((born_at, died_at, age)),
        "age-misfit",
        (
            ("name", name.name),
            ("birth", birth),
            ("death", death),
            ("text", age.of(dated.page.text)),
            ("reckoned", str(most)),
        ),
        (("source", lives()[name.name].source),) if born_at is None else (),
    )


def most_if_misfit(birth: str, then: str, years: int) -> int | None:
    """How many years lie at most between two dates, where an age fits no way of counting them; None where it fits.

    >>> most_if_misfit("1876", "1924", 61), most_if_misfit("1876", "1924", 49)
    (48, None)
    """
    born, day = bounds(birth), bounds(then)
    if born is None or day is None:
        return None
    least, most = int(day[0][:4]) - int(born[1][:4]), int(day[1][:4]) - int(born[0][:4])
    fits = least < 0 or least > _LONGEST or least - _SLACK <= years <= most * _LUNAR + _SLACK
    return None if fits else most
