"""Whose a thing is and what a part is of: genitives and wholes joined to what they own.

Comes in: the phrases of a clause. Goes out: the same with each possessor joined to what it possesses and each part to
its whole (Göksel & Kerslake 2005, 14.3.6, 14.4, 14.5.2).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tanik.core.span import Span
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.nouns import noun_of
from tanik.facts.statements.roles.heads import acts
from tanik.facts.statements.roles.parts import is_part, is_sum_of, with_own_case
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["with_parts", "with_possessors"]

_OWN = re.compile(r"(?:l[ae]r)?s?[iu]$")
_ROOM = 2
_SIDES = frozenset(
    (
        *(
            "ici",
            "disi",
            "onu",
            "arkasi",
            "ardi",
            "alti",
            "ustu",
            "uzeri",
            "yani",
            "arasi",
            "karsisi",
            "basi",
            "etrafi",
        ),
        *("cevresi", "kenari", "yakini", "eli", "elleri", "icleri", "arkalari", "onleri", "yanlari", "aralari"),
    )
)
_LETTERS = re.compile(r"[^\W\d_]*")
_WHICH_ONE = re.compile(
    r"['’]?[^\W\d_]*\s+(?:[İi]lk|[Ss]on|[Tt]ek|\d{1,3} ?\.|[IVX]{1,5}\.|[^\W\d_]{2,8}[ıiuü]nc[ıiuü])\s+"
)
_OWNED_INSIDE = re.compile(r"[iu]nd[ae]ki ")


def with_possessors(
    found: Sequence[Phrase], text: str, *, nominal: bool, left_out: frozenset[int] = frozenset()
) -> tuple[Phrase, ...]:
    """The phrases with each possessor joined to what it possesses, words that are `left_out` aside.

    In a nominalised clause the genitive is the doer, and only one that possesses another genitive is joined. Of a
    part ("borcun iki bin liralık kısmı") the whole is what is spoken of: the phrase keeps its amount and the whole's
    words.
    """
    joined: list[Phrase] = []
    for phrase in found:
        before = joined[-1] if joined else None
        near = before is not None and before.case == "gen" and phrase.first == before.last + 1
        near = near or (before is not None and before.case == "gen" and _is_apart(before, phrase, left_out))
        near = near or (before is not None and before.case == "gen" and _is_ordinal(before, phrase, text))
        one_of = before is not None and before.case in ("abl", "gen") and phrase.first == before.last + 1
        if before is not None and one_of and (_is_one_of(phrase) or _counts_some(before, phrase, text)):
            joined[-1] = replace(phrase, first=before.first, whole=before)
            continue
        if len(joined) > 1 and _is_deed(joined[-2], joined[-1], phrase):
            joined[-2:] = [replace(phrase, first=joined[-2].first)]
            continue
        loose = before is not None and before.case == "gen" and phrase.first <= before.last + 1 + _ROOM
        near = near or (loose and is_part(phrase))  # "hattın ilk 18 kilometresi", "antlaşmanın 14. maddesi"
        part = near and phrase.case in ("acc", "nom") and is_part(phrase)
        # "kolordunun ihtiyacı için aldığını": behind a postposition the genitive is nobody who acts
        owned = not nominal or phrase.case == "gen" or (phrase.case in ("post", "agent") and _is_of_another(phrase))
        owned = owned or (phrase.case == "loc" and _is_paper(phrase))  # "Ali Bey'in raporunda köyün yandığı …"
        owned = owned or _has_own_doer(joined, phrase, text) or _is_where_or_when(phrase)
        wanted = near and (owned or part) and phrase.possessed and not _has_own_name(phrase)
        if before is not None and _is_apposition(before, phrase):
            joined[-1] = replace(phrase, first=before.first)
        elif before is None or not wanted or phrase.quoted:
            joined.append(phrase)
        elif _is_pocket(phrase) or _is_beside(phrase):
            joined[-1] = replace(phrase, first=before.first, whole=before) if not _faces(phrase) else before
            joined.extend([phrase] if _faces(phrase) else [])
        elif is_part(phrase) and not _is_money_of(before, phrase):
            first, whole = _whole_list(joined, text)
            joined[first:] = [replace(with_own_case(phrase, text), first=whole.first, whole=whole)]
        else:
            thing = _as_owned(phrase, text)
            span = Span(before.span.start, thing.span.end)
            amounts = (*before.amounts, *phrase.amounts)
            joined[-1] = replace(thing, first=before.first, span=span, text=span.of(text), amounts=amounts, joined=True)
    return tuple(joined)


def _as_owned(phrase: Phrase, text: str) -> Phrase:
    """What a genitive owns as the nominative that it is, unless an n stands before its accusative: "valinin kararı"
    decided something, and "valinin kararını" somebody read (GK 8.1.2, 14.4).

    Of "yolun başındaki evi" the road has a beginning, and no house.
    """
    if phrase.case not in ("nom", "acc") or phrase.name is not None or _OWNED_INSIDE.search(fold_word(phrase.text)):
        return phrase
    end = _LETTERS.match(text, phrase.span.end)
    span = Span(phrase.span.start, end.end() if end is not None else phrase.span.end)
    last = fold_word(span.of(text)).split()[-1]
    if not last.endswith(("i", "u")) or last[-2:] in ("ni", "nu"):
        return phrase  # "köprünün altını onardı"
    return replace(phrase, case="nom", span=span, text=span.of(text), maybe_object=False)


def _is_beside(phrase: Phrase) -> bool:
    """Whether a phrase says on which side of its owner: "ırmağın batısına", but "bankanın altınını" is its gold."""
    noun = fold_word(phrase.text)
    return noun.startswith(tuple(phrases("relational"))) and not noun.startswith(("altini", "altinlar"))


def _is_where_or_when(phrase: Phrase) -> bool:
    """Whether a noun only says on which side or at which time of its owner: "evin önünden geçtiği", "kralın döneminde
    yapıldığı" (GK 17.3.1): it is possessed where nothing owns it before."""
    if phrase.case not in ("dat", "loc", "abl") or phrase.name is not None:
        return False
    last = fold_word(phrase.text).split()[-1]
    return last in _SIDES or (phrase.case == "loc" and _OWN.sub("", last) in phrases("times", "leaderships"))


def _has_own_doer(before: Sequence[Phrase], phrase: Phrase, text: str) -> bool:
    """Whether a nominalised clause has its doer before the genitive in front of `phrase`, which then only possesses:
    "Ali Bey'in valinin emriyle gittiği", "valinin köyün suyunu kestiği" (GK 24.4.1: one genitive subject a clause).

    Of "vali ile kaymakamın" and "valinin ve kaymakamın" both do it.
    """
    doer = next((one for one in before[:-1] if one.case == "gen"), None)
    joined = doer is None or text[doer.span.end : before[-1].span.start].rstrip().endswith((" ve", " ile", ","))
    return not joined and phrase.case in ("ins", "acc")


def _whole_list(joined: Sequence[Phrase], text: str) -> tuple[int, Phrase]:
    """Where a whole begins, and itself with what is listed before it: "keten, tuz ve kömürün üçte biri" (GK 26.1).

    The last of a list alone has its case, and "ve" stands before it.
    """
    last = joined[-1]
    first = at = len(joined) - 1
    while at and _is_listed(joined[at - 1], joined[at], text, _joints(last) if at == first else (",",)):
        at -= 1
    if at == first:
        return first, last
    span = Span(joined[at].span.start, last.span.end)
    return at, replace(last, first=joined[at].first, span=span, text=span.of(text))


def _joints(last: Phrase) -> tuple[str, ...]:
    """What stands before the last phrase of a list: "ve", or a comma where its own words hold it already."""
    return (",",) if " ve " in last.text else ("ve",)


def _is_listed(phrase: Phrase, following: Phrase, text: str, joins: tuple[str, ...]) -> bool:
    """Whether a bare noun is joined to what follows it by one of `joins` alone."""
    between = text[phrase.span.end : following.span.start].strip()
    plain = phrase.case == "nom" and phrase.name is None and not phrase.amounts and not acts(phrase)
    return plain and between in joins


def with_parts(found: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """The phrases with each part joined to the whole before it: "petrolün dörtte birini", "kömürün ancak yarısını"."""
    joined: list[Phrase] = []
    for phrase in found:
        before = joined[-1] if joined else None
        near = before is not None and before.case == "gen" and phrase.first <= before.last + 1 + _ROOM
        part = phrase.case in ("acc", "nom") and phrase.possessed and is_part(phrase)
        if before is not None and near and part and not _is_money_of(before, phrase):
            joined[-1] = replace(phrase, first=before.first, whole=before)
        else:
            joined.append(phrase)
    return tuple(joined)


def _is_money_of(owner: Phrase, phrase: Phrase) -> bool:
    """Whether a sum is what a named owner has, and no part of him: "Ali Bey'in 80 altını" (GK 14.4)."""
    return owner.name is not None and bool(phrase.amounts) and is_sum_of(phrase.text.split()[-1])


def _is_ordinal(owner: Phrase, phrase: Phrase, text: str) -> bool:
    """Whether only which one of several it is stands between: "yardımın ilk partisi", "ordunun 11. Alayı" (GK 15.7)."""
    return phrase.possessed and _WHICH_ONE.fullmatch(text, owner.span.end, phrase.span.start) is not None


def _is_apart(owner: Phrase, phrase: Phrase, left_out: frozenset[int]) -> bool:
    """Whether only words of other parts of a list stand between: "paranın [beş lirası Ali'ye], on lirası Veli'ye"."""
    between = range(owner.last + 1, phrase.first)
    return bool(between) and left_out.issuperset(between)


def _is_apposition(before: Phrase, phrase: Phrase) -> bool:
    """Whether a name stands beside what its bearer is: "tüccarların derneği Tuz Cemiyeti" (GK 14.3.6).

    Behind a genitive "-i" can be the possessive alone, so that the noun is no object.
    """
    near = phrase.first == before.last + 1 and phrase.case == before.case == "nom"
    owned = before.name is None and before.possessed and not before.amounts and before.first < before.last
    return near and owned and before.joined and phrase.name is not None


def _is_of_another(phrase: Phrase) -> bool:
    """Whether a noun can only be somebody's: "ihtiyacı için", but "yardım için" (which is also "my yard")."""
    last = phrase.text.split()[-1]
    return fold_word(last).endswith(("i", "u")) and not noun_of(last).bare_noun


def _has_own_name(phrase: Phrase) -> bool:
    """Whether an agent has a name of its own and so is nobody's: in "erzakın Sovyet Hükûmetince temini"."""
    words = phrase.text.split()
    return phrase.case == "agent" and len(words) > 1 and words[0][:1].isupper()


def _is_paper(phrase: Phrase) -> bool:
    """Whether a phrase is somebody's letter, report or speech."""
    last = fold_word(phrase.text).split()[-1]
    return phrase.name is None and _OWN.sub("", last) in phrases("papers", "own_papers")


def _is_pocket(phrase: Phrase) -> bool:
    """Whether a phrase says into whose hands a thing came: "köyün payına", "valinin cebine"."""
    return phrase.case == "dat" and phrase.name is None and fold_word(phrase.text) in phrases("pockets")


def _faces(phrase: Phrase) -> bool:
    """Whether a phrase is "karşısına", which a verb of the table joins to itself."""
    return fold_word(phrase.text).startswith("karsi")


def _counts_some(before: Phrase, phrase: Phrase, text: str) -> bool:
    """Whether people are counted out of those before them: "hanedandan 155 kişi" (GK 14.5.2)."""
    bare = fold_word(text[phrase.span.start : phrase.span.end]).split()[-1:] == ["kisi"]
    last = fold_word(before.text).split()[-1] if before.case == "abl" and before.name is None else ""
    people = last.endswith(("lar", "ler")) or last in phrases("bodies", "actors", "troops")  # and no "vebadan 300 kişi"
    return people and bool(phrase.amounts) and bare and phrase.case == "nom"


def _is_deed(owner: Phrase, goal: Phrase, phrase: Phrase) -> bool:
    """Whether a noun that names a deed has its thing and goal before it: "altının galiplere teslimini" (GK 14.3.2)."""
    deed = any(word in phrases("deed_nouns") for word in fold_word(phrase.text).split()[-1:])
    near = owner.last + 1 == goal.first and goal.last + 1 == phrase.first
    return deed and phrase.possessed and near and owner.case == "gen" and goal.case == "dat"


def _is_one_of(phrase: Phrase) -> bool:
    """Whether a phrase is a pronoun for some of those before it: "lokomotiflerden biri"."""
    return phrase.name is None and fold_word(phrase.text) in phrases("some_of")
