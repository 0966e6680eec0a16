"""Whether a body takes part in what a clause tells of a day, by where the two stand in their sentence.

Comes in: a sentence with one date, and a body that it names. Goes out: yes or no. Turkish closes every clause with its
verb, finite or not (Göksel & Kerslake 2005, 12.2.2): where no verb, comma or bracket stands between a date and a name,
both are of one clause, in whatever case the name is and whatever the verb says. Not where the name only says whose
house, archive or idea it is, and not where the date is that of a paper or describes a noun.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.compare.dating import Dated
from tanik.compare.known import Body, bodies, body_of
from tanik.compare.wordings import says
from tanik.core.span import Span
from tanik.facts.model import DateMention, Name, NameKind

__all__ = ["body_in", "is_beside_its_place", "is_in_clause"]

_ROOM: Final = 60  # letters between the two, and behind a name for what is its
_NEAR: Final = 24
_PLACE: Final = re.compile(
    r"^['’]?(?:n?[iu]n)? ?(?:[^\s.,;]+ ){0,2}?(?:bina|yer|on[iu]nde|yan[iu]nda|karsis|cadde"
    r"|sokag|mahalle|arsa|kosesi|durag|arkas)"
)
_PARTED: Final = re.compile(
    r"[,;:()]|[^\W\d_]{2,}(?:[dt][iu]|m[iu]s|[dt][iu][gk]\w*|[iu]p|[ae]r[ae]k|[ae]n|[iu]nc[ae]|[iu]rken)\b"
)
_OF_PAPER: Final = re.compile(r"^['’]?\w{0,4} ?(?:yili |senesi )?(?:tarihli|gunlu|yapimi|bask[iu]|dogumlu)")
# "1924 yılı bütçesini": of what year a thing is, whenever somebody reckons it (possessive with a case)
_OF_THING: Final = re.compile(r"^ (?:yili |senesi )?[^\W\d]{3,}[iu]n[iua]\b")
_SAYS: Final = re.compile(r"^['’]?\w*(?: \w+){0,2}? gore\b")  # it says so today
_DESCRIBES: Final = re.compile(r"^['’]?\w{0,4} (?:\w+ ){0,2}?\w+(?:[ae]n|m[iu]s|[dt][iu]g[iu])\b")


def is_beside_its_place(behind: str) -> bool:
    """Whether the folded words behind a body tell of its house or street, or of what it says today or did not do yet.

    "İş Bankası'nın önünde", "Merkez Bankası verilerine göre", "Merkez Bankası görevini Osmanlı Bankası görüyordu".

    >>> is_beside_its_place("'nin onunde bulustu"), is_beside_its_place("'na yatirdi")
    (True, False)
    """
    return bool(_PLACE.match(behind) or _SAYS.match(behind) or says(behind[:_NEAR], "afterwards"))


def body_in(name: Name) -> Body | None:
    """The body that a name means, or of which it names a part: "Sümerbank Bez Fabrikası" is there with Sümerbank.

    >>> body_in(Name(Span(0, 23), "Sümerbank Bez Fabrikası", "", NameKind.ORGANISATION, "", "")).name
    'Sümerbank'
    """
    return body_of(name) or bodies().get(name.text.split(" ")[0])


def is_in_clause(dated: Dated, sentence: Span, name: Name, date: DateMention) -> bool:
    """Whether a body stands in the clause of a date.

    >>> from tanik.compare.model import Examined
    >>> from tanik.facts.read import read as read_facts
    >>> from tanik.page.read import read as read_page
    >>> def asked(text):
    ...     page = read_page(text.encode(), path="sayfa.txt")
    ...     facts = read_facts(page, fast=True)
    ...     return is_in_clause(Dated(Examined(page, facts)), Span(0, len(text)), facts.names[0], facts.dates[0])
    >>> asked("1923'te İş Bankası merkezinde hesap açtı."), asked("1910'da doğan Nuri Bey İş Bankası'nda çalıştı.")
    (True, False)
    """
    behind = dated.folded[name.span.end : sentence.end]
    if name.kind is not NameKind.ORGANISATION or is_beside_its_place(behind) or says(behind[:_NEAR], "keeper"):
        return False
    first, last = sorted((name.span, date.span), key=lambda span: span.start)
    between = dated.folded[first.end : last.start]
    if len(between) > _ROOM or _PARTED.search(between):
        return False
    after = dated.folded[last.end : sentence.end] if last == date.span else between
    if last == name.span and _OF_THING.match(after):
        return False
    return not _OF_PAPER.match(after) and not (last == date.span and _DESCRIBES.match(after))
