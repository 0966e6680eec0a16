"""What is known beforehand about the time of people, offices, bodies, battles and treaties.

Comes in: nothing. Goes out: rows of the tables, as values. People, bodies and events are the tables by which names are
found (``facts/data``), and offices those by which facts name holders, so that a table that a user puts beside ours
counts here too; dated words stand under ``data/`` of this room. All dates are EDTF; each row has the reference work
where it can be looked up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, TypeVar

from tanik.compare.dates import bounds
from tanik.compare.terms import Term, terms, titles_of
from tanik.compare.vouched import is_vouched, vouched
from tanik.compare.wordings import plain
from tanik.core.fold import fold
from tanik.core.tables import read_rows
from tanik.facts.model import Name

__all__ = [
    "Body",
    "Coined",
    "DatedFact",
    "Deed",
    "Life",
    "Office",
    "bodies",
    "body_of",
    "coined",
    "dated_facts",
    "deeds",
    "is_long_dead",
    "lives",
    "offices",
    "surnames",
    "tongues",
]

_Known = TypeVar("_Known")
_BATTLE_WORDS: Final = frozenset(
    ("muharebesi", "muharebeleri", "savasi", "savaslari", "harekati", "meydan", "taarruzu", "savunmasi", "zaferi")
)
_TITLED: Final = re.compile(
    r"(?:[^\W\d]+ ){1,3}(?:bey|efendi|hanim|pasa|aga|usta|hoca|muellim|reis) (?P<rest>[^\W\d]+ .+)"
)
_LONG_DEAD: Final = 40  # years
_SHORTEST_SIGN: Final = 3  # letters of an abbreviation that is nobody else's


@dataclass(frozen=True, slots=True)
class Life:
    """A person: canonical name, all folded forms, EDTF of birth and death where known, the surname taken in 1934.

    `checked` says whether the death was looked up (``checked.csv``), and not only written down from knowledge.
    """

    name: str
    forms: tuple[str, ...]
    born: str
    died: str
    surname: str
    source: str
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person held: `forms` are its folded names, `since` the first day or month of the first term.

    `until` is the last day of the last term; `checked` says whether `since` was looked up, if only its year.
    """

    person: str
    office: str
    forms: tuple[str, ...]
    since: str
    until: str
    source: str
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """A body with its folded forms, and when it was founded and ended, as far as known.

    `named` is the day from which its name was in use: a party is announced, a league talked of, before it is founded.
    `checked` says whether the founding was looked up, if only its year.
    """

    name: str
    forms: tuple[str, ...]
    founded: str
    ended: str
    source: str
    named: str
    checked: bool = False

    @property
    def known(self) -> tuple[str, str, str]:
        """Its name, since when it was there, and the source."""
        return self.name, self.founded, self.source


@dataclass(frozen=True, slots=True)
class Deed:
    """A battle, treaty, congress or law: `core` is its folded name without the word for what it is.

    `won` is the first day on which its victory could be hailed: before the last one, where a battle was decided early.
    `checked` says whether the day that accuses was looked up: of a treaty the first one, else `won`.
    """

    name: str
    kind: str
    forms: tuple[str, ...]
    core: tuple[str, ...]
    begin: str
    end: str
    source: str
    won: str
    checked: bool = False

    @property
    def known(self) -> tuple[str, str, str]:
        """Its name, its first day, and the source."""
        return self.name, self.begin, self.source


@dataclass(frozen=True, slots=True)
class DatedFact:
    """One row of the table of dated words: `forms` are folded wordings, `date` an ISO day."""

    kind: str
    name: str
    forms: tuple[str, ...]
    date: str
    source: str

    @property
    def known(self) -> tuple[str, str, str]:
        """Its name, since when it could be said, and the source."""
        return self.name, self.date, self.source


@dataclass(frozen=True, slots=True)
class Coined:
    """A word that was made or taken up again in the language reform.

    It has the forms that it begins with, its older equal, and the year before which nobody used it. Those years come
    from general knowledge of the reform and its lists (Osmanlıcadan Türkçeye Cep Kılavuzu, 1935; Tarama Dergisi, 1934),
    put early rather than late, and from dated documents that have the word.
    """

    word: str
    forms: tuple[str, ...]
    older: str
    year: int
    source: str


def _forms(row: dict[str, str]) -> tuple[str, ...]:
    named = (row["name"], *row["aliases"].split(";"))
    return tuple(dict.fromkeys(plain(form) for form in named if form))


def _made(room: str, table: str, make: Callable[[dict[str, str]], _Known | None]) -> tuple[_Known, ...]:
    """The rows of a table as values; rows that `make` makes nothing of are left out."""
    return tuple(made for row in read_rows(room, table) if (made := make(row)) is not None)


@cache
def lives() -> dict[str, Life]:
    """The people of the table by name.

    >>> lives()["Enver Paşa"].died, lives()["İsmet İnönü"].surname
    ('1922-08-04', 'İnönü')
    """
    return {life.name: life for life in _made("tanik.facts", "people.csv", _life)}


def _life(row: dict[str, str]) -> Life:
    # A year alone does not bear out the day: of that the year counts.
    checked = bool(row["died"]) and row["died"] == vouched().get(("people.csv", row["name"], "died"))
    return Life(row["name"], _forms(row), row["born"], row["died"], row.get("surname", ""), row["source"], checked)


def is_long_dead(when: str | None, life: Life) -> bool:
    """Whether somebody had been dead for so long on a date that what "came" or "returned" are his remains.

    >>> is_long_dead("1996", lives()["Enver Paşa"]), is_long_dead("1924", lives()["Enver Paşa"])
    (True, False)
    """
    day, died = bounds(when), bounds(life.died)
    return day is not None and died is not None and int(day[0][:4]) - int(died[1][:4]) > _LONG_DEAD


@cache
def tongues() -> dict[str, str]:
    """In which language those of the people's table spoke whose Turkish words are somebody's translation.

    >>> tongues()["Winston Churchill"], "İsmet İnönü" in tongues()
    ('İngilizce', False)
    """
    return {row["name"]: row["tongue"] for row in read_rows("tanik.compare", "tongues.csv")}


@cache
def surnames() -> tuple[tuple[str, Life], ...]:
    """Every folded form of two words or more that ends in a surname taken under the law of 1934, with its bearer."""
    return tuple(
        (form, life)
        for life in lives().values()
        if life.surname
        for form in life.forms
        if len(form.split()) > 1 and form.split()[-1] == fold(life.surname)
    )


@cache
def offices() -> dict[str, tuple[Office, ...]]:
    """The offices by whose titles people are called, by person; whoever held two of one title, the earlier one first.

    >>> [office.since for office in offices()["Kâzım Karabekir"] if office.office == "Şark Cephesi Kumandanı"]
    ['1920-06']
    """
    held: dict[tuple[str, str], list[Term]] = {}
    for term in terms():
        if term.post in titles_of():
            held.setdefault((term.person, term.post), []).append(term)
    made = sorted(map(_office, held.values()), key=lambda office: office.since)
    return {person: tuple(one for one in made if one.person == person) for person, _ in held}


def _office(spans: list[Term]) -> Office:
    """The terms of one person in one post as one office, from the beginning of the first to the end of the last."""
    first = min(spans, key=lambda term: term.begin)
    until = max(term.end for term in spans)
    checked = is_vouched("terms.csv", first.key, "begin", first.begin)
    return Office(first.person, first.post, titles_of()[first.post], first.begin, until, first.source, checked)


def _is_distinct(form: str, name: str) -> bool:
    """Whether a form names one body only: the name itself, several words, or an abbreviation in capitals."""
    sign = form.isupper() and form.isalpha() and len(form) >= _SHORTEST_SIGN
    one_of_them = name == f"{form[:-1]}leri" or name == f"{form[:-1]}ları"  # "Halkevi" of the Halkevleri
    return form == name or sign or one_of_them or (len(form.split()) > 1 and len(form) >= len("xx partisi"))


@cache
def bodies() -> dict[str, Body]:
    """The bodies whose founding is known, by name; only forms that nobody else bears.

    >>> bodies()["İş Bankası"].founded, "meclis" in bodies()["Türkiye Büyük Millet Meclisi"].forms
    ('1924-08-26', False)
    """
    return {body.name: body for body in _made("tanik.facts", "organisations.csv", _body)}


def body_of(name: Name) -> Body | None:
    """The body of the table that a mention can only mean."""
    return _body_called(name.name, name.text)


@lru_cache(maxsize=1 << 12)
def _body_called(name: str, text: str) -> Body | None:
    """The body that words can only mean which were read as a name of it, or of one that no table has."""
    body, said = bodies().get(name), plain(text)
    if body is not None:
        return body if said in body.forms else None
    one_of = next((body for form, body in _singulars() if said.endswith(f" {form}")), None)
    if one_of is not None:  # "Eminönü Halkevi" is one of the Halkevleri
        return one_of
    # "Rasim Bey Türk Tarih Kurumu": a title closes a person's name, and what stands behind it is another's
    led = _TITLED.match(said)
    return _by_form().get(led["rest"]) if led is not None else None


@cache
def _by_form() -> dict[str, Body]:
    """The bodies by the folded forms of several words that only one of them bears."""
    found: dict[str, list[Body]] = {}
    for body in bodies().values():
        for form in body.forms:
            found.setdefault(form, []).append(body)
    return {form: told[0] for form, told in found.items() if len(told) == 1 and " " in form}


@cache
def _singulars() -> tuple[tuple[str, Body], ...]:
    """What one of a body of many is called, by its folded form: "halkevi" of the Halkevleri."""
    many = (body for body in bodies().values() if body.name.endswith(("leri", "ları")))
    return tuple((form, body) for body in many for form in body.forms if not form.endswith(("leri", "lari")))


def _body(row: dict[str, str]) -> Body | None:
    distinct = [form for form in (row["name"], *row["aliases"].split(";")) if form and _is_distinct(form, row["name"])]
    forms = tuple(plain(form) for form in distinct)
    founded = row.get("founded")
    if not founded:
        return None
    named = row.get("named") or founded
    checked = is_vouched("organisations.csv", row["name"], "founded", founded)
    return Body(row["name"], forms, founded, row.get("ended", ""), row["source"], named, checked)


def _cores(forms: tuple[str, ...]) -> Iterator[str]:
    for form in forms:
        words = [word for word in form.split() if word not in _BATTLE_WORDS]
        if words and (len(words) > 1 or words[0] != form):
            yield " ".join(words)


@cache
def deeds(*kinds: str) -> tuple[Deed, ...]:
    """The events of some kinds (battle, war, treaty, armistice, congress, law …) whose dates are known.

    >>> [deed.end for deed in deeds("battle") if deed.name == "İkinci İnönü Savaşı"]
    ['1921-04-01']
    """
    return tuple(deed for deed in _made("tanik.facts", "events.csv", _deed) if deed.kind in kinds)


def _deed(row: dict[str, str]) -> Deed | None:
    forms, begin = _forms(row), row.get("begin")
    core = tuple(dict.fromkeys(_cores(forms)))
    end = row["end"] or begin or ""
    won = row.get("won") or end
    if not begin:
        return None
    told = next(column for column in ("won", "end", "begin") if row.get(column))  # where `won` comes from
    column, value = (told, won) if row["kind"] == "battle" else ("begin", begin)
    checked = is_vouched("events.csv", row["name"], column, value)
    return Deed(row["name"], row["kind"], forms, core, begin, end, row["source"], won, checked)


@cache
def dated_facts(kind: str) -> tuple[DatedFact, ...]:
    """The dated words of one kind: surname, founding, law or alphabet.

    >>> dated_facts("surname")[0].date
    '1934-11-24'
    """
    return tuple(fact for fact in _made("tanik.compare", "dated_facts.csv", _dated_fact) if fact.kind == kind)


def _dated_fact(row: dict[str, str]) -> DatedFact:
    forms = tuple(filter(None, row["forms"].split("|")))
    return DatedFact(row["kind"], row["name"], forms, row["date"], row["source"])


@cache
def coined() -> tuple[Coined, ...]:
    """The coined words of the table.

    >>> [(word.older, word.year) for word in coined() if word.word == "okul"]
    [('mektep', 1934)]
    """
    return _made("tanik.compare", "coined.csv", _coined)


def _coined(row: dict[str, str]) -> Coined:
    return Coined(row["word"], tuple(row["forms"].split("|")), row["older"], int(row["year"]), row["source"])
