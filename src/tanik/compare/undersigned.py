"""Letters that the page gives whole and that bear a day on which whoever signed or is addressed was dead.

Comes in: one page. Goes out: findings. The form tells both: the date line above a letter and the name below it
(``facts/outline/letters``). A letter printed again in later years still has its own date line, so the day of its
printing accuses nobody. A name must mean nobody else, for a signature of one word is many people's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tanik.compare.dates import bounds, days_between, is_day
from tanik.compare.dating import Dated, Given
from tanik.compare.known import Life, lives
from tanik.compare.model import Finding, FindingKind
from tanik.compare.sure import is_sure_person
from tanik.core.span import Span
from tanik.facts.model import NameKind

__all__ = ["check_undersigned"]

_GRACE: Final = 60  # days for which papers of the dead are still sent and printed
_UNSURE: Final = 4  # years: of deaths that nobody looked up, several were a year or two off
_LONGEST: Final = 60  # letters of a signature


def check_undersigned(dated: Dated) -> Iterator[Finding]:
    """The findings about letters of one page that the dead have signed.

    >>> from tanik.compare.model import Examined
    >>> from tanik.facts.model import Facts
    >>> from tanik.page.model import Page, Source
    >>> list(check_undersigned(Dated(Examined(Page("p", Source("0", "text/plain"), "", ()), Facts()))))
    []
    """
    for letter in dated.letters:
        if letter.signature is None or len(letter.signature) > _LONGEST:
            continue
        people = [one for one in dated.names_in(letter.signature) if one.kind is NameKind.PERSON]
        life = (
            lives().get(people[0].name) if len(people) == 1 and is_sure_person(people[0].text, people[0].name) else None
        )
        if life is not None and _is_after(letter, life):
            yield _finding(dated, letter, people[0].span, life)


def _is_after(letter: Given, life: Life) -> bool:
    """Whether the day of a letter is past doubt after a death."""
    when, died = bounds(letter.day.edtf), bounds(life.died)
    if when is None or died is None:
        return False
    if life.checked and is_day(life.died):
        return days_between(died[1], when[0]) > _GRACE
    return int(when[0][:4]) > int(died[1][:4]) + (0 if life.checked else _UNSURE)


def _finding(dated: Dated, letter: Given, name: Span, life: Life) -> Finding:
    details = (("name", life.name), ("death", life.died), ("when", letter.day.edtf or "?"))
    places = dated.places((name, letter.day.span))
    return Finding(FindingKind.ANACHRONISM, places, "deed-after-death", details, (("source", life.source),))
