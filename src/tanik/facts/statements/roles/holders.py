"""Who held an office on the day that a clause names: "Başvekil 3 Mart 1934'te …" is told of İsmet İnönü.

Comes in: a role filled by the words of an office, the clause's own date, and its sentence. Goes out: the role with the
holder's name and the rule that gave it; the office's words stay its text, so that a reader sees what the page says and
what the table adds. Taken from ``posts.csv`` (which words name which office of which state) and ``terms.csv`` (who held
it from when to when), and only where exactly one holder fits all of the date. A page that puts the office before a
person's name knows its holder itself, and goes first. An office without a state is the reader's own; where the page
has spoken of the like office of another state, or more of that state than of Türkiye, the state is open and nobody
is named.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import groupby
from typing import Final

from tanik.core.fold import fold
from tanik.core.tables import read_rows
from tanik.facts.model import Facts, NameKind, Role
from tanik.facts.names.letters import Damage, as_meant
from tanik.facts.statements.lexis.lexicon import fold_word
from tanik.facts.statements.roles.mentioned import times_named

__all__ = ["HELD", "ON_PAGE", "with_holder"]

HELD: Final = "office-holder"  # the table's word
ON_PAGE: Final = "office-on-page"  # the page's own
_LOST: Final = re.compile(r"[?›‹¤]|fl|fi")
_EXACT: Final = re.compile(r"\d{4}(?:-\d\d){0,2}")
_OF_ITS_DAY: Final = re.compile(r"^(?:o |)(?:donemin|gunun|devrin|zamanin|zamanki|tarihteki) ")
_HOME: Final = frozenset({"Türkiye", "Osmanlı Devleti"})
# Ankara and İstanbul had a government each: a minister without his own state's title may be of either
_TWO_GOVERNMENTS: Final = ("1920-04-23", "1922-11-04")
_FAR: Final = 2000  # characters back to another state's like office
_REMEMBERED: Final = 300  # names
_BLANKS: Final = 2
_ROUNDED: Final = "ou"  # vowels behind which the folded possessive is -u


@dataclass(frozen=True, slots=True)
class _Post:
    name: str
    state: str
    owners: tuple[str, ...]
    forms: tuple[str, ...]
    home: bool


@dataclass(frozen=True, slots=True)
class _Term:
    person: str
    begin: str
    end: str

    def covers(self, first: str, last: str) -> bool:
        """Whether every day from `first` to `last` is surely in the term."""
        return _latest(self.begin) <= first and last <= _earliest(self.end)

    def meets(self, first: str, last: str) -> bool:
        """Whether some day from `first` to `last` may be in the term."""
        return _earliest(self.begin) <= last and first <= _latest(self.end)


def _earliest(date: str) -> str:
    return f"{date}-01-01"[:10]


def _latest(date: str) -> str:
    return f"{date}-12-31"[:10]  # compared as text: no month has a day above 31


def _as_possessed(form: str) -> str:
    """A folded noun with the possessive of a compound: "basbakan" in "ingiliz basbakani".

    >>> _as_possessed("basbakan"), _as_possessed("baskomutan"), _as_possessed("sansolye"), _as_possessed("emir")
    ('basbakani', 'baskomutani', 'sansolyesi', 'emiri')
    """
    last = [letter for letter in form if letter in "aeiou"][-1]
    vowel = "u" if last in _ROUNDED else "i"
    return f"{form}s{vowel}" if form[-1] in "aeiou" else f"{form}{vowel}"


@cache
def _posts() -> tuple[_Post, ...]:
    return tuple(
        _Post(
            row["post"],
            row["state"],
            tuple(fold(one) for one in row["of"].split(";")),
            tuple(fold(one) for one in row["forms"].split(";")),
            bool(row["home"]),
        )
        for row in read_rows("tanik.facts", "posts.csv")
    )


@cache
def _terms() -> dict[str, tuple[_Term, ...]]:
    rows = sorted(read_rows("tanik.facts", "terms.csv"), key=lambda row: row["post"])
    return {
        post: tuple(_Term(row["person"], row["begin"], row["end"]) for row in held)
        for post, held in groupby(rows, key=lambda row: row["post"])
    }


def _phrases(post: _Post) -> Iterator[tuple[str, bool]]:
    """The folded phrases that name an office, and whether its state is among the words."""
    for form in post.forms:
        yield form, not post.home
        for owner in post.owners:
            # "cumhurbaşkanı" and "hariciye vekili" have their possessive in them
            yield f"{owner} {form}", True
            yield f"{owner} {_as_possessed(form)}", True


@cache
def _named() -> dict[str, tuple[tuple[_Post, bool], ...]]:
    """The offices that a folded phrase may name; each with whether the phrase says whose it is."""
    found: dict[str, list[tuple[_Post, bool]]] = {}
    for post in _posts():
        for phrase, owned in _phrases(post):
            bare = owned and not any(phrase.startswith(f"{owner} ") for owner in post.owners)
            if not bare:
                found.setdefault(phrase, []).append((post, owned))
    return {phrase: tuple(posts) for phrase, posts in found.items()}


_GENITIVE: Final = re.compile(r"^([a-z-]+?)['’]?(?:n[iu]n) ")


def _whole(text: str) -> str:
    """The words of a page that lost letters, as they were meant: "ba?bakan", "Baflbakan"."""
    damage = Damage.LOST if "?" in text else Damage.MAC
    return " ".join(as_meant(word, damage) for word in text.split(" ")) if _LOST.search(text) else text


@lru_cache(maxsize=1 << 13)
def _meant(text: str) -> tuple[tuple[_Post, bool], ...]:
    """The offices that a role's words name: "Türkiye Başvekili", "İngiltere'nin başbakanı", "dönemin başbakanı"."""
    phrase = " ".join(fold_word(_whole(text)).replace("'", "").replace("’", "").split())
    told = _OF_ITS_DAY.sub("", phrase)
    if told != phrase:
        plain = (form for form in {told, told[:-1], told[:-2]} if _named().get(form))
        return next((_named()[form] for form in plain if told in (form, _as_possessed(form))), ())
    return _named().get(phrase) or _named().get(_GENITIVE.sub(r"\1 ", phrase), ())


@cache
def _like_offices(forms: frozenset[str]) -> re.Pattern[str]:
    """Another state's office of the same kind: "fransiz basbakan", "yunanistan basvekil"."""
    posts = [post for post in _posts() if not post.home and forms & set(post.forms)]
    owners = sorted({re.escape(owner) for post in posts for owner in post.owners}, key=len, reverse=True)
    heads = sorted({re.escape(form) for post in posts for form in post.forms}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(owners)})\S{{0,5}} (?:{'|'.join(heads)})") if posts else re.compile(r"(?!)")


def _is_of_either(posts: tuple[_Post, ...], first: str, last: str) -> bool:
    """Whether the words name an office that two governments of the country had at the time."""
    begin, end = _TWO_GOVERNMENTS
    return len({post.state for post in posts}) > 1 and begin <= last and first <= end


def _is_open(role: Role, posts: tuple[_Post, ...], facts: Facts, text: str) -> bool:
    """Whether an office without a state may be another state's than the reader's own."""
    forms = frozenset(form for post in posts for form in post.forms)
    before = fold(text[max(0, role.span.start - _FAR) : role.span.start])
    if _like_offices(forms).search(before):
        return True
    states = times_named(facts.names, NameKind.PLACE)
    foreign = max((states[post.state] for post in _posts() if post.state not in _HOME), default=0)
    at_home = states["Türkiye"] + states["Ankara"] + states["İstanbul"] + states["Osmanlı Devleti"]
    return foreign > 1 and foreign > at_home


def _on_page(role: Role, facts: Facts, text: str) -> frozenset[str]:
    """The persons whom the page names right behind the same office: "Hariciye Vekili Nuri Bey"."""
    phrase = fold(role.text)
    index = bisect_left(facts.names, role.span.start, key=lambda name: name.span.start)
    near = facts.names[max(0, index - _REMEMBERED) : index + _REMEMBERED]
    if not near:
        return frozenset()
    # an office right before a name, with at most two blanks between: of the stretch that the names fill
    first = max(0, near[0].span.start - len(phrase) - _BLANKS)
    folded = fold(text[first : near[-1].span.start])
    ends = {found.start() + len(phrase) for found in re.finditer(f"(?={re.escape(phrase)})", folded)}

    def is_behind(start: int) -> bool:
        return any(start - far in ends and not folded[start - far : start].strip() for far in range(_BLANKS + 1))

    return frozenset(one.name for one in near if one.kind is NameKind.PERSON and is_behind(one.span.start - first))


def with_holder(role: Role, when: str | None, facts: Facts, text: str) -> Role:
    """A role filled by an office, with who held it at `when` (EDTF); any other role as it is.

    >>> from tanik.core.span import Span
    >>> one = with_holder(Role(Span(0, 17), "İngiliz Başbakanı"), "1938-09-30", Facts(), "İngiliz Başbakanı")
    >>> one.text, one.name, one.rule
    ('İngiliz Başbakanı', 'Neville Chamberlain', 'office-holder')
    """
    meant = _meant(role.text) if role.rule is None else ()
    if not meant or any(name.name == role.name for name in facts.names):
        return role  # a name that the page has stands as it is
    page = _on_page(role, facts, text)
    posts = tuple(post for post, _ in meant)
    table = {term.person for post in posts for term in _terms().get(post.name, ())}
    if len(page) == 1 and not page & table:
        return replace(role, name=next(iter(page)), rule=ON_PAGE)
    if when is None or not _EXACT.fullmatch(when):
        return role
    first, last = _earliest(when), _latest(when)
    held = [term for post in posts for term in _terms().get(post.name, ()) if term.meets(first, last)]
    who = {term.person for term in held}
    owned = all(owned for _, owned in meant)
    if len(who) != 1 or not any(term.covers(first, last) for term in held):
        return role
    if not owned and (_is_of_either(posts, first, last) or _is_open(role, posts, facts, text)):
        return role
    return replace(role, name=who.pop(), rule=HELD)
