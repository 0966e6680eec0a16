"""Whether a noun without a name means something told before, or brings in something new.

Comes in: a noun that fills a place of a clause, and its clause. Goes out: whether a name may be looked for to which it
goes back. Turkish has no article, but shows the rest (Göksel & Kerslake 2005, 22.1–22.3; Enç 1991, The semantics of
specificity): an object without case is no certain one ("gazete çıkardı"), nor what comes to be right before its verb
("o yıl bir yerde okul açıldı"); a noun with a possessive is somebody's ("gazetesini"), and one behind a participle is
told by that which of its kind it is ("Kars'ta imzalanan antlaşma").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tanik.core.morph import readings
from tanik.facts.model import Role
from tanik.facts.statements.lexis.lexicon import fold_word, frame, phrases
from tanik.facts.statements.lexis.predicate import Predicate
from tanik.facts.statements.lexis.verb_rows import VerbRow
from tanik.facts.statements.roles.antecedents import is_common
from tanik.facts.statements.roles.sentence import Sentence

__all__ = ["goes_back"]

_SUFFIX: Final = re.compile(r"['’]?[^\W\d_]*")
_OWNED: Final = re.compile(r"s[ıiuü]|[ıiuü]n(?:[ıiuüea]|d)|[ıiuü]yl")
_NEAR: Final = 40  # characters
_COMES_TO_BE: Final = frozenset(("found", "publish", "sign"))  # and a school "begins", where a war that began is told
_PARTICIPLES: Final = frozenset(("PresPart", "PastPart", "FutPart", "Evid"))


def goes_back(role: Role, place: str, sentence: Sentence, verb: Predicate, row: VerbRow) -> bool:
    """Whether a noun that fills `place` of a clause can stand for something told before it; a pronoun always does."""
    if fold_word(role.text) in phrases("pronouns"):
        return True
    text = sentence.text
    ending = _SUFFIX.match(text, role.span.end)
    suffix = ending.group().lstrip("'’") if ending is not None else ""
    if _OWNED.match(suffix) or (place == "object" and not suffix and _is_bare(verb, row)):
        return False
    near = text[max(sentence.span.start, role.span.start - _NEAR) : role.span.start]
    before = near.split()[-1:]
    if not before or not near[-1].isspace():
        return True
    undergoes = verb.passive or row.frame == "become" or frame(row.frame).get("nom") != "subject"
    comes = row.action in _COMES_TO_BE or (row.action == "begin" and is_common(fold_word(role.text)))
    new = not suffix and undergoes and comes and _is_right_before(role, sentence, verb)
    return not (new or before[0].endswith(")") or _is_participle(before[0]))


def _is_bare(verb: Predicate, row: VerbRow) -> bool:
    """Whether what has no case ending beside a verb is its object, and not whoever does it or whom it befalls."""
    return not verb.passive and frame(row.frame).get("nom") != "object"


def _is_right_before(role: Role, sentence: Sentence, verb: Predicate) -> bool:
    """Whether nothing stands between a noun and its verb."""
    return verb.first > 0 and sentence.words[verb.first - 1].start <= role.span.start


@lru_cache(maxsize=1 << 12)
def _is_participle(written: str) -> bool:
    """Whether a word is a participle, which says of which of its kind a noun behind it is told (GK 25.1)."""
    found = readings(written)
    nouns = any(one.bare and one.part in ("Noun", "Adj") for one in found)
    return not nouns and any(one.part == "Verb" and _PARTICIPLES.intersection(one.marks) for one in found)
