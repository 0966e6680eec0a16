"""The case that joined phrases share, where the last of them alone has its ending: "Paris ve Londra'ya".

Comes in: the phrases of a clause as cut by case. Goes out: the same, each with the case that it stands in. In Turkish
the ending of the last of joined phrases may be that of all (suspended affixation: Göksel & Kerslake 2005, 26.1.1).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from tanik.core.span import Span
from tanik.core.tables import read_rows
from tanik.facts.model import NameKind
from tanik.facts.statements.syntax.clauselet import Clauselet
from tanik.facts.statements.syntax.modifiers import is_people_of
from tanik.facts.statements.syntax.phrase import Phrase

__all__ = ["with_shared_cases"]

_TITLE_OF_TWO: Final = re.compile(r"(?:bey|pasa|efendi|aga|hanim|usta|hoca)l[ae]r")
_SHARED: Final = ("dat", "abl", "loc", "acc", "gen", "ins", "agent")
_DEED: Final = re.compile(r"[a-z]{2}m[ae]s[iu]$")
_AND: Final = ("ve", "və")
_WHOLE: Final = ("dat", "abl", "loc", "acc", "gen", "ins", "com", "agent", "post", "as")
_OF_HEADS: Final = re.compile(r"l[ae]r[iu](?:n(?:[iuae]|[iu]n|d[ae]n?)|yl[ae])$")
_OF_SEVERAL: Final = re.compile(r"l[ae]r[iu]n(?:[iuae]|[iu]n|d[ae]n?)$")


def with_shared_cases(clause: Clauselet, found: list[Phrase]) -> tuple[Phrase, ...]:
    """The phrases where the last of joined names alone has the case of all: "Paris ve Londra'ya" (GK 26.1)."""
    for index in range(len(found) - 2, -1, -1):
        here, after = found[index], found[index + 1]
        if _is_under_same(clause, here, after) or (after.case == "post" and _is_among(clause, here, after)):
            found[index] = replace(here, case="post", shared=True)
        if _stands_between(clause, here, after):
            found[index] = replace(here, case="post", shared=here.name is not None)
        one = _have_one_head(clause, here, after) or _are_nouns_of_one_case(clause, here, after)
        if one or _is_within(clause, here, after):
            span = Span(here.span.start, after.span.end)
            found[index : index + 2] = [replace(after, first=here.first, span=span, text=span.of(clause.text))]
            continue
        if _are_both_of_head(clause, here, after):
            # in the genitive both own what follows, and neither is who does it
            found[index] = replace(here, case=after.case if after.case != "gen" else "post", shared=True)
        if _is_joined_to(clause, here, after):
            found[index] = replace(here, case=after.case, shared=True)
            continue
        if after.name is None and _is_among(clause, here, after):
            found[index] = replace(here, case="loc" if _is_region(clause, after) else "post", shared=True)
            continue
        if here.case != "nom" or after.case not in (*_SHARED, "com") or here.name is None or after.name is None:
            continue
        between = clause.words[here.last + 1 : after.first]
        kinds = {clause.facts.names[here.name].kind, clause.facts.names[after.name].kind}
        joined = [word.folded for word in between]
        # an ending of its own on the second says that the first, without one, is none of these (GK 26.1.1)
        listed = joined == [","] and index + 2 < len(found) and found[index + 2].case == after.case and after.shared
        if index == 0 and listed and after.case == "acc" and _is_topic(clause, here, found):
            continue
        listed = after.case != "com" and (listed or (joined == [","] and after.shared))  # "Ali, Veli ve Can ile gitti"
        if len(kinds) == 1 and (joined in (["ve"], ["və"]) or listed):
            found[index] = replace(here, case=after.case, shared=True)
    return tuple(found)


def _is_topic(clause: Clauselet, here: Phrase, found: Sequence[Phrase]) -> bool:
    """Whether a state opens the sentence before a comma, and nobody else is there who could do what is done.

    "Yunanistan, Aydın ve Manisa'yı işgal etti": a comma sets the subject apart (TDK Yazım Kılavuzu, virgül).
    """
    name = clause.facts.names[here.name or 0].name
    return here.first == 0 and name in _states() and not any(one.case == "nom" for one in found[1:])


def _is_joined_to(clause: Clauselet, here: Phrase, after: Phrase) -> bool:
    """Whether a name is joined by "ve" to what is its own, or to one of two who share a title: both have the case.

    "Erzurum ve çevresinde", "Halit Bey ve arkadaşlarını", "Nuri ve Halit Beyleri" (GK 26.1).
    """
    if here.case != "nom" or here.quoted or after.case not in _SHARED or after.case == "gen":
        return False
    if [word.folded for word in clause.words[here.last + 1 : after.first]] not in (["ve"], ["və"]):
        return False
    if after.case == "agent" and after.amounts and not here.amounts:
        return True  # "Ali Bey ve iki bakan tarafından": no thing is joined to who does it
    alone = here.first == here.last
    own = (alone or here.name is not None) and after.name is None and after.first == after.last and after.possessed
    capital = alone and clause.text[clause.words[here.first].start].isupper()
    return own or (capital and _TITLE_OF_TWO.match(clause.words[after.last].folded) is not None)


def _have_one_head(clause: Clauselet, here: Phrase, after: Phrase) -> bool:
    """Whether two names joined by "ve" have one head in the plural: "Konya ve Adana valileriyle" (GK 14.4, 26.1.1)."""
    if here.case != "nom" or here.name is None or after.first == after.last:
        return False
    people = after.case == "nom" and after.name is None and is_people_of(clause.words[after.last].folded)
    if after.case not in _SHARED and not people:
        return False  # "Van ve Bitlis milletvekilleri geldi"
    joined = [word.folded for word in clause.words[here.last + 1 : after.first]] in (["ve"], ["və"])
    named = joined and clause.words[after.first].name is not None and clause.words[after.last].name is None
    names = clause.facts.names
    alike = named and names[clause.words[after.first].name or 0].kind is names[here.name].kind is NameKind.PLACE
    plain = after.case == "nom"
    return alike and (plain or _OF_HEADS.search(clause.words[after.last].folded) is not None)


def _are_both_of_head(clause: Clauselet, here: Phrase, after: Phrase) -> bool:
    """Whether two names joined by "ile" have one head in the plural: "Yıldız ile Ferah vapurlarına" (GK 26.1.3)."""
    named = here.case == "com" and here.name is not None and after.case in _SHARED and after.first < after.last
    near = named and after.first == here.last + 2
    capital = near and clause.text[clause.words[after.first].start].isupper()
    return capital and _OF_SEVERAL.search(clause.words[after.last].folded) is not None


def _stands_between(clause: Clauselet, here: Phrase, after: Phrase) -> bool:
    """Whether two joined phrases have "arasında" behind them: of "Bulgaristan ve Macaristan hükümetleri arasında" it
    governs both (GK 17.3.1)."""
    if here.case != "nom" or after.case != "post" or after.last + 1 >= len(clause.words):
        return False
    joined = [word.folded for word in clause.words[here.last + 1 : after.first]]
    names = clause.facts.names
    alike = here.name is not None and after.name is not None and names[here.name].kind is names[after.name].kind
    listed = joined == [","] and after.shared and alike
    return listed or (joined in (["ve"], ["və"]) and clause.words[after.last + 1].folded.startswith("arasin"))


def _are_nouns_of_one_case(clause: Clauselet, here: Phrase, after: Phrase) -> bool:
    """Whether common nouns joined by "ve" have the ending of the last: "tüfek ve cephaneyi" (GK 26.1.1).

    What "ve" joins inside a clause are phrases of one function (28.2), so that the first is nobody who acts. One with
    an ending that may be its own has it: "topları ve cephaneyi".
    """
    if here.case != "nom" or after.case not in _WHOLE or here.name is not None or after.name is not None:
        return False
    if here.quoted or after.quoted or here.maybe_object or here.amounts or after.amounts:
        return False
    if _is_joined_to(clause, here, after):
        return False
    if _DEED.search(clause.words[here.last].folded):
        return False  # "yolun yapılması ve köye su gelmesi": deeds, each with its own words
    between = [word.folded for word in clause.words[here.last + 1 : after.first]]
    inside = {word.folded for word in clause.words[after.first : after.last]}
    if between == [","] and not here.determined:
        # before what is given or done to the first may be who does it: "köylüler, arpa ve buğdayı sattı"
        return not inside.isdisjoint(_AND) and after.case in ("abl", "ins", "com", "as")
    return between in (["ve"], ["və"]) and not here.determined


def _is_within(clause: Clauselet, here: Phrase, after: Phrase) -> bool:
    """Whether a town stands right before a smaller place in it, which no table has: "Kütahya Tavşanlı'da" (TDK Yazım
    Kılavuzu, büyük harfler: places)."""
    near = here.case == "nom" and here.name is not None and after.name is None and here.last + 1 == after.first
    if not near or after.first != after.last or after.case not in ("loc", "abl", "gen") or after.amounts:
        return False
    named, start = clause.facts.names[here.name or 0], clause.words[after.first].start
    apostrophe = after.span.end < len(clause.text) and clause.text[after.span.end] in "'’"
    town = named.kind is NameKind.PLACE and named.name not in _states()
    return town and apostrophe and clause.text[start].isupper() and here.first == here.last


def _is_among(clause: Clauselet, here: Phrase, after: Phrase) -> bool:
    """Whether a town before a comma is one of a list that goes on with its like and "ve": "Konya, Niğde ve
    Karaman'daki okullara", "Konya, Niğde ve Karaman'a kadar" (GK 26.1). A state there may be who acts."""
    if here.case != "nom" or here.name is None or clause.words[here.last + 1 : after.first] == ():
        return False
    name, other = clause.facts.names[here.name], clause.words[after.first].name
    if name.kind is not NameKind.PLACE or name.name in _states() or after.case == "nom" or other is None:
        return False
    if clause.facts.names[other].kind is not NameKind.PLACE:
        return False
    joined = [word.folded for word in clause.words[here.last + 1 : after.first]]
    inside = {word.folded for word in clause.words[after.first : after.last]}
    return joined in (["ve"], ["və"]) or (joined == [","] and (after.shared or not inside.isdisjoint(_AND)))


def _is_region(clause: Clauselet, phrase: Phrase) -> bool:
    """Whether a place's name with what it is says where: "Karaman bölgesinde", and no "Karaman'daki evde"."""
    joined = clause.words[phrase.first + 1].folded in _AND  # "Niğde ve Karaman vilayetlerinde"
    whole = phrase.case == "loc" and phrase.last == phrase.first + (3 if joined else 1) and phrase.possessed
    return whole and not clause.words[phrase.first].folded.endswith("ki")


def _is_under_same(clause: Clauselet, here: Phrase, after: Phrase) -> bool:
    """Whether the postposition behind the last of two joined nouns is of both: "isteği ve ısrarı üzerine" (GK 26.1)."""
    both = here.possessed and after.possessed and here.name is None and after.name is None
    if not both or here.case != "nom" or after.case != "post":
        return False
    return [word.folded for word in clause.words[here.last + 1 : after.first]] in (["ve"], ["və"])


@cache
def _states() -> frozenset[str]:
    """The names of states."""
    return frozenset(row["state"] for row in read_rows("tanik.facts", "states.csv"))
