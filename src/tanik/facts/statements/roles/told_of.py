"""What is only said of a noun: "Buhara'nın gönderdiği söylenen yüz milyon ruble".

Comes in: a clause in -dığı or -acağı and its sentence. Goes out: whether a participle of saying or believing stands
right behind it, and the noun behind that as what the deed was done to, or who did it. Such a noun is relativised out of
the complement of the saying: of "yaktığı söylenen evler" the houses are what is said to have been burnt, of "öldüğü
sanılan vali" the governor is who is believed dead (Göksel & Kerslake 2005, 25.1.1.3).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from tanik.facts.model import Role
from tanik.facts.statements.lexis.lexicon import frame, phrases
from tanik.facts.statements.lexis.predicate import Form, Predicate
from tanik.facts.statements.lexis.verb_rows import VerbRow
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.roles.gaps import HAPPENING
from tanik.facts.statements.roles.sentence import Sentence
from tanik.facts.statements.syntax.clauses import BARE_POSSESSIVE, Clause
from tanik.facts.statements.syntax.fillers import role_of
from tanik.facts.statements.syntax.phrase import Phrase

__all__ = ["is_handed_on", "is_told_of", "noun_told_of", "with_noun_told_of"]

_LONGEST: Final = 2  # words of such a participle: "iddia edilen"
_NOUN: Final = 8  # words of the noun and what stands before it


def _said(words: Sequence[Word], verb: Predicate) -> tuple[str, int]:
    """The participle of saying right behind a verb in -dığı, folded, and its number of words; else none."""
    after = words[verb.last + 1 : verb.last + 1 + _LONGEST]
    if verb.form is not Form.NOMINAL or not after or not _is_bare(words[verb.last].folded):
        return "", 0
    for length in range(len(after), 0, -1):
        told = " ".join(word.folded for word in after[:length])
        if told in phrases("told_of_nouns") or told in phrases("known_of_nouns"):
            return told, length
    return "", 0


def _is_bare(folded: str) -> bool:
    return BARE_POSSESSIVE.search(folded) is not None or folded.endswith(("acagi", "ecegi", "acaklari", "ecekleri"))


def is_told_of(words: Sequence[Word], verb: Predicate) -> bool:
    """Whether what a verb in -dığı tells is said or believed of the noun behind: "verdiği iddia edilen para"."""
    return bool(_said(words, verb)[1])


def is_handed_on(words: Sequence[Word], verb: Predicate) -> bool:
    """Whether what a verb tells is only said of the noun behind it ("söylediği iddia edilen"), and not known."""
    said, length = _said(words, verb)
    return length > 0 and said not in phrases("known_of_nouns")


def noun_told_of(sentence: Sentence, clause: Clause) -> Phrase | None:
    """The noun of which a clause is said, with what counts it: "yüz milyon ruble"."""
    length = _said(sentence.words, clause.predicate)[1]
    if not length:
        return None
    low = clause.predicate.last + 1 + length
    later = (one.predicate.first for one in sentence.clauses if one.predicate.first > low)
    found = sentence.phrases(low, min(low + _NOUN, len(sentence.words), *later))
    return found[0] if found and found[0].first == low and not found[0].quoted else None


def with_noun_told_of(
    sentence: Sentence, noun: Phrase, verb: Predicate, row: VerbRow, roles: Mapping[str, Role]
) -> dict[str, Role]:
    """The roles with the noun in the place that the verb leaves: of a passive its own, of a deed with a doer the thing,
    else the doer. Where the clause has both, the noun is something else ("gittiği söylenen köy"), and stays out."""
    places = frame(row.frame)
    doer, thing = places.get("nom", "subject"), places.get("acc")
    if verb.passive:
        place = places.get("passive")
    elif doer in roles:
        place = thing if row.frame not in HAPPENING else None  # of "gittiği söylenen köy" it is where to
    else:
        place = doer
    if place is None or place in roles:
        return dict(roles)
    return {**roles, place: role_of(noun, sentence.text, sentence.facts)}
