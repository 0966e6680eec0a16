"""The paper that something stands in or that a sentence speaks of, and whose it is.

Comes in: words of a sentence. Goes out: the paper as one calls it: with its owner in the genitive ("Rıfat Paşa'nın
defteri"), bare before it ("Tuz Encümeni raporu"; Göksel & Kerslake 2005, 14.4), alone, or whoever writes in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from tanik.core.morph import readings
from tanik.core.suffixes import hardened
from tanik.facts.model import Facts, NameKind
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.nouns import genitive_of
from tanik.facts.statements.lexis.words import Word, written_of
from tanik.facts.statements.syntax.cases import GENITIVE, NAME_GENITIVE

__all__ = ["is_own_paper", "paper_in", "paper_spoken_of"]

_WHICH: Final = re.compile(r"[dt][iu]g[iu]$")
_IN_OR_FROM: Final = re.compile(r"(?:l[ae]r)?(?:s?[iu]n|[iu])?[dt][ae]n?")
_HIS: Final = re.compile(r"(?:l[ae]r[iu]|s[iu]|[iu])nd[ae]n?")  # possessed, in or from it
_OF_WHICH_DAY: Final = frozenset(("tarihli", "gunlu", "tarixli", "gunku"))
_CASE: Final = re.compile(r"n?[dt][ae]n?$")
_OWNED: Final = re.compile(r"(?:l[ae]r)?s?[iu](?=n?[dt][ae]n?$|n[iuae]$|n[iu]n$|yl[ae]$|$)")
_OWNERS: Final = 4  # words before a paper that may name whose it is


@lru_cache(maxsize=1 << 14)
def _paper(folded: str, group: str = "source_papers") -> str | None:
    """The longest noun for a paper, of a group, that a folded word begins with."""
    return max((paper for paper in phrases(group) if folded.startswith(paper)), key=len, default=None)


def paper_in(words: Sequence[Word], text: str, facts: Facts) -> str | None:
    """The paper in which a thing stands, with its owner: "Rıfat Paşa'nın defterinde 40 top görünüyor".

    None where the words name no paper in the locative or ablative.
    """
    for index, word in enumerate(words):
        stem = _paper(word.folded)
        if stem is None or word.name is not None or not _IN_OR_FROM.fullmatch(word.folded[len(stem) :]):
            continue
        near = words[max(0, index - _OWNERS) : index]
        marks = [position for position, one in enumerate(near) if one.is_mark]
        near = near[marks[-1] + 1 :] if marks else near
        if near and _WHICH.search(near[-1].folded) and (writer := _writer(words[:index], facts)) is not None:
            return writer  # "Rıfat Paşa, 3 Mart'ta çektiği telgrafta"
        if _HIS.fullmatch(word.folded[len(stem) :]) and (writer := _beside(words[:index], facts)):
            return writer  # "Rıfat Paşa, kitabında": the book of whoever says it
        held = text[word.start : word.start + len(stem)] + _CASE.sub("", text[word.start + len(stem) : word.end])
        if near and (own := near[-1].lower) and fold_word(own[:-2]) in phrases("kin"):
            return f"{own[:-3]}n{own[-2:]} {held}"  # "amcamın defteri" is "amcanın defteri" to everyone else
        whose = _belonging(near, text) or _owners(near, facts) or _owner_in_genitive(near, text)
        whose = whose or _owner_before_day(words[:index], facts)
        return f"{whose} {held}" if whose is not None else _paper_alone(written_of(text, word), len(stem))
    return None


def paper_spoken_of(words: Sequence[Word], text: str, facts: Facts) -> str | None:
    """The last paper that a sentence speaks of in whatever case, and does not come to ("telgrafa gelince")."""
    found = None
    for index, word in enumerate(words):
        stem = _paper(word.folded, "papers") if word.name is None else None
        if stem is None:
            continue
        if any(after.folded == "gelince" for after in words[index + 1 : index + 2]):
            continue
        near = words[max(0, index - _OWNERS) : index]
        belongs = _belonging(near, text)  # "Konya'ya ait defteri": its ending is of the case
        whose = belongs or _owners(near, facts)
        end = min(word.end, word.start + len(stem))
        own = _OWNED.match(word.folded[len(stem) :]) if whose is not None and belongs is None else None
        paper = text[word.start : min(word.end, end + len(own.group())) if own is not None else end]
        found = f"{whose} {paper}" if whose is not None else paper
    return found


def _belonging(near: Sequence[Word], text: str) -> str | None:
    """To whom a paper belongs: of "Konya'nın Ereğli kazasına ait defter" all before the paper (GK 17.2.2)."""
    named = next((one for one in near if one.name is not None), None)
    if named is None or near[-1].folded != "ait":
        return None
    return text[named.start : near[-1].end]


def _owners(near: Sequence[Word], facts: Facts) -> str | None:
    """Whose a paper is, as it stands before the paper: "Rıfat Paşa'nın (defteri)", "Tuz Encümeni (cetveli)".

    Of "savaşlar münasebetiyle çektiği telgraf" nobody is the owner (Göksel & Kerslake 2005, 14.4).
    """
    owners = dict[str, bool]()
    for one in near:
        owns = NAME_GENITIVE.search(one.folded) is not None
        if one.name is not None and (owns or one is near[-1]):
            owners[facts.names[one.name].name] = owns
    if not owners:
        return None
    *others, last = owners
    return " ".join((*others, genitive_of(last) if owners[last] else last))


def _owner_before_day(before: Sequence[Word], facts: Facts) -> str | None:
    """Who stands in the genitive before the day of a paper of his: "Rıfat Paşa'nın 4 Mart 1921 tarihli (mektubunda)".

    In the bare nobody owns a paper from so far (Göksel & Kerslake 2005, 14.4).
    """
    last = next(reversed(_without_day(before)), None)
    if last is None or last is before[-1] or last.name is None or not NAME_GENITIVE.search(last.folded):
        return None
    return genitive_of(facts.names[last.name].name)


def _without_day(before: Sequence[Word]) -> list[Word]:
    """The words before a paper without what only says of which day it is: "4 Mart 1921 tarihli"."""
    return [word for word in before if word.date is None and word.folded not in _OF_WHICH_DAY]


def _owner_in_genitive(near: Sequence[Word], text: str) -> str | None:
    """Whoever owns it and has no name: "belediyenin defteri"."""
    if not near or not GENITIVE.search(near[-1].lower):
        return None
    first = near[-2] if len(near) > 1 and text[near[-2].start].isupper() else near[-1]
    return text[first.start : near[-1].end]


def is_own_paper(words: Sequence[Word], paper: str) -> bool:
    """Whether a paper without an owner beside it is that of whoever is told of: "ve raporunda … yazar" (GK 18.1.5)."""
    stems = ((word.folded, _paper(word.folded)) for word in words)
    return " " not in paper and any(stem is not None and _HIS.fullmatch(word[len(stem) :]) for word, stem in stems)


def _paper_alone(written: str, length: int) -> str:
    """A paper's noun, the first `length` letters of a word, as the dictionary has it: "kitap" for "kitabında"."""
    stem = written[:length]
    if hardened(stem) == stem:
        return stem
    lemmas = (one.lemma for one in readings(written) if one.part == "Noun" and len(one.lemma) >= length)
    return next(lemmas, hardened(stem))


def _beside(before: Sequence[Word], facts: Facts) -> str | None:
    """Who stands in the nominative before a paper of his own: a person, or off by a comma whoever acts.

    What only says which of his papers it is stands between: "Rıfat Paşa, 4 Mart 1921 tarihli mektubunda".
    """
    known = _without_day(before)
    last = next((word for word in reversed(known) if word.folded != ","), None)
    if last is None:
        return None
    if last.name is None:
        apart = known[-1].folded == "," and last.folded in phrases("actors")
        return last.lower if apart else None
    name = facts.names[last.name]
    return name.name if name.span.end == last.end and name.kind is NameKind.PERSON else None


def _writer(before: Sequence[Word], facts: Facts) -> str | None:
    """Who wrote a paper that a clause describes: the last person before it who stands off by a comma or owns it."""
    for index in range(len(before) - 2, -1, -1):
        name = before[index].name
        if name is None or facts.names[name].kind is not NameKind.PERSON:
            continue
        if before[index + 1].folded == "," or NAME_GENITIVE.search(before[index].folded):
            return facts.names[name].name
    return None
