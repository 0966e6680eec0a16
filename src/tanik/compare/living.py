"""Whether a clause tells a deed: what somebody alive does, in whatever verb.

Comes in: words of a page. Goes out: whether they tell a deed. Which deeds there are is without end, so what is no deed
is listed instead: passives (by the dictionary's marks), what the dead can be in (class `remembered` of
``data/papers.toml``), and the participles that tell a state or what befell somebody (class `of_state`). Verbs in -l
and -n whose doer acts upon himself ("hazırlandı", "katıldı") are no passives (class `of_oneself`; Banguoğlu, Türkçenin
Grameri: dönüşlü çatı).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tanik.compare.wordings import pattern_of
from tanik.core.fold import fold
from tanik.core.morph import readings

__all__ = ["does_before", "is_active", "is_deed", "tells_deed"]

_BEFALLS: Final = frozenset(("Pass", "AfterDoingSo"))  # the dictionary's marks
# The last word of a clause, finite and past, or going on ("yürüyordu"); of a picture or a diary also in the present.
_PAST: Final = re.compile(
    r"\b(?P<stem>[^\W\d]{2,}?)(?:[dt][iu]|m[iu]s(?:t[iu]r?)?|[iu]yordu|[iu]yormus|[iu]rd[iu]|m[ae]kteydi|"
    r"[ae]rm[iu]s|[iu]rm[iu]s|ib|[iu]bd[iu]r)\W*$"
)
_PARTICIPLE: Final = re.compile(r"(?P<stem>[^\W\d]{2,}?)[ae]n")
# Right before a name: the participle, and up to two words of who its bearer is ("gelen genç şair").
_BEFORE: Final = re.compile(r"(?P<word>[^\W\d]{2,}[ae]n) (?:(?!ve\b|ile\b|icin\b|kadar\b|gibi\b)[^\W\d]+ ){0,2}$")
# Of something else: another participle or genitive between the date and the deed.
_OTHERS: Final = re.compile(r"['’]n?[iu]n |\w[iu]n[iu]n |\w[^\Wdt][ae]n |[dt][iu][gk][iu]\w* ")


def is_active(word: str, stem: str) -> bool:
    """Whether a predicate tells a deed: by the dictionary a verb, and no passive; else by its stem alone.

    "hedefti" is no verb and "anıldı" a passive; a stem in -l or -n that nobody knows may be one.

    >>> is_active("hazırlanıyordu", "hazirlan"), is_active("anıldı", "anil"), is_active("hedefti", "hedef")
    (True, False, False)
    """
    if pattern_of("of_oneself").match(stem):
        return True
    known = readings(word)
    if not known:
        return stem[-1] not in "ln"
    verbs = [one for one in known if one.part == "Verb" and not one.negative]
    return bool(verbs) and not any(_BEFALLS & set(one.marks) for one in verbs)


def tells_deed(clause: str) -> bool:
    """Whether the last word of a clause, as the page has it, is an active verb in the past.

    >>> tells_deed("Enver Paşa yeni bir saldırıya hazırlanıyordu"), tells_deed("Enver Paşa törenle anıldı")
    (True, False)
    """
    words = clause.strip(" .,;:!?…”’\"'").split()
    found = _PAST.search(fold(words[-1])) if words else None
    return found is not None and is_active(words[-1], found["stem"])


@lru_cache(maxsize=1 << 10)
def is_deed(word: str) -> bool:
    """Whether a participle in -an tells what somebody does, and neither a state of his nor what befell him.

    >>> [word for word in ("ağırlayan", "yatan", "kurulan", "zaman") if is_deed(word)]
    ['ağırlayan']
    """
    found = _PARTICIPLE.fullmatch(fold(word))
    if found is None or pattern_of("of_state").fullmatch(found["stem"]):
        return False
    known = readings(word)
    participles = [one for one in known if "PresPart" in one.marks]
    passive = any(_BEFALLS & set(one.marks) for one in participles)
    return bool(participles) and (not passive or pattern_of("of_oneself").match(found["stem"]) is not None)


def does_before(led: str) -> bool:
    """Whether the words between a date and a name tell by a participle what its bearer did: "'da kartı yazan ".

    What stands between belongs to the deed, so nothing in it is another's: no second participle, no genitive.

    >>> does_before("'de İzmir'e yerleşen genç avukat "), does_before("'te adı anılan "), does_before("'te ölen ")
    (True, False, False)
    """
    found = _BEFORE.search(fold(led))
    if found is None or re.search(r"[.;:,]", led) or _OTHERS.search(fold(led[: found.start()])):
        return False
    return is_deed(led[found.start() : found.start() + len(found["word"])])
