"""Whom a clause leaves in the foreground, and who cannot be the one that it leaves unsaid.

Comes in: a sentence with its clauses, and who was spoken of before. Goes out: who the next clause is told of where no
nominative says it. What no one in particular says is told of whom it is said of ("Ali Bey'in konuştuğu yazılıyor"),
what the writer asks the reader to do is told of its object ("Ali Bey'i unutmayın"); and whoever stands in another
place of a clause does not act in it (Göksel & Kerslake 2005, 18.1.4 and 18.1.5).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import Facts, NameKind, Role
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.verbs import Form
from tanik.facts.statements.roles.antecedents import is_common
from tanik.facts.statements.roles.reading import Reading, Sentence
from tanik.facts.statements.roles.states import is_state, of_people

__all__ = [
    "acts_elsewhere",
    "is_house",
    "is_only_scene",
    "is_several",
    "is_told_of_him",
    "is_work",
    "place_before",
    "pointed_at",
    "state_of",
    "told_of",
]

_NEAR: Final = 6  # names back to the place that "orada" means
_OBLIQUE: Final = frozenset(("acc", "dat", "abl", "ins", "com"))
_LET_US: Final = re.compile(r"(?:[ae]l[iu]m|[ae]y[iu]m)$")
_DO: Final = re.compile(r"(?:m[ae]y[iu]n(?:[iu]z)?|[^\W\d_]{3}[iu]n[iu]z|may[iu]n)$")
_SHORT: Final = 8  # words of a sentence that only points at someone
_OF_HIM: Final = frozenset(("onu", "ona", "ondan", "onun", "kendisini", "kendisine", "kendisinden"))


def told_of(sentence: Sentence, saying: Reading) -> Role | None:
    """Of whom something is said by no one in particular: the doer of what a passive verb of saying governs.

    "Ali Bey'in konuştuğu yazılıyor, o gün orada yoktu": the second clause is told of Ali Bey, too.
    """
    if not saying.clause.predicate.passive:
        return None
    for clause in sentence.clauses:
        verb = clause.predicate
        if clause.outer is saying.clause.predicate and verb.form is Form.NOMINAL:
            for phrase in sentence.phrases(clause.start, verb.first):
                if phrase.case == "gen" and phrase.name is not None:
                    name = sentence.facts.names[phrase.name]
                    return Role(phrase.span, phrase.text, name.name) if name.kind is NameKind.PERSON else None
    return None


def pointed_at(sentence: Sentence) -> Role | None:
    """The one person whom a short sentence asks the reader to think of: "Ali Bey'i unutmayın", "gelelim Ali Bey'e"."""
    words = list(islice((word for word in sentence.words if not word.is_mark), _SHORT + 1))
    if not words or len(words) > _SHORT:
        return None
    verbs = (words[0].folded, words[-1].folded)
    if not (any(_LET_US.search(verb) for verb in verbs) or _DO.search(verbs[1])):
        return None
    found = {word.name: word for word in words if word.name is not None}
    people = [index for index in found if sentence.facts.names[index].kind is NameKind.PERSON]
    if len(people) != 1 or found[people[0]].end <= sentence.facts.names[people[0]].span.end:
        return None
    name = sentence.facts.names[people[0]]
    return Role(name.span, name.text, name.name)


def acts_elsewhere(role: Role, sentence: Sentence, reading: Reading) -> bool:
    """Whether whoever fills `role` stands in a clause in another case already, and so does not act in it.

    Of "Ali Bey'i görüp elini öptü" the doer is someone else; a pronoun would have to stand for one who is the same.
    """
    clause = reading.clause
    if role.name is None:
        return False
    edges = [clause.start, *(verb.last + 1 for verb in clause.inner), clause.predicate.first]
    ends = [*(verb.first for verb in clause.inner), clause.predicate.first]
    for low, high in zip(edges, ends, strict=False):
        for phrase in sentence.phrases(low, high):
            same = phrase.name is not None and sentence.facts.names[phrase.name].name == role.name
            if same and phrase.case in _OBLIQUE and not phrase.quoted:
                return True
    return False


def state_of(sentence: Sentence, low: int, high: int) -> Role | None:
    """The people whose "para" or "yardım" words `low` to `high` speak of: "İngiliz parası yoktur" is told of it."""
    for word in sentence.words[low:high]:
        here = Span(word.start, word.end)
        state = of_people(fold_word(here.of(sentence.text)))
        if state is not None:
            return Role(here, here.of(sentence.text), state)
    return None


def place_before(facts: Facts, at: int) -> Role | None:
    """The place last named before offset `at`: where "orada" is.

    >>> place_before(Facts(), 10) is None
    True
    """
    index = bisect_left(facts.names, at, key=lambda name: name.span.start)
    for name in reversed(facts.names[max(0, index - _NEAR) : index]):
        if name.kind is NameKind.PLACE:
            return Role(name.span, name.text, name.name)
    return None


def is_house(role: Role) -> bool:
    """Whether a role is a body that acts once it was founded: "cemiyet", "Türk Ocağı", "kurum"."""
    last = fold_word(role.text).split()[-1:]
    return any(word in phrases(group) for word in last for group in ("bodies", "assemblies"))


def is_only_scene(role: Role | None, scenes: frozenset[str]) -> bool:
    """Whether a role is one of the places and events of a life, of which whoever lived it goes unsaid (GK 18.1.5).

    >>> is_only_scene(Role(Span(0, 5), "Konya", "Konya"), frozenset(("Konya",)))
    True
    """
    return role is not None and role.name in scenes and not is_state(role.name or "")


def is_several(role: Role) -> bool:
    """Whether a role is several people, or a body of them: "heyet geldi, ertesi gün döndüler" (GK 8.4).

    >>> is_several(Role(Span(0, 7), "köylüler")), is_several(Role(Span(0, 4), "vali"))
    (True, False)
    """
    last = fold_word(role.text).split()[-1:]
    return any(word.endswith(("ler", "lar")) or word in phrases("bodies") for word in last)


def is_told_of_him(sentence: Sentence, reading: Reading) -> bool:
    """Whether a clause speaks of someone as "onu" or "kendisini", who then stays the one it is told of (GK 18.1.5)."""
    words = sentence.words[reading.first : reading.last]
    return any(word.folded in _OF_HIM for word in words)


def is_work(role: Role) -> bool:
    """Whether a role is a thing that may have a name of its own: a paper, a ship, a line, and no body of people.

    >>> is_work(Role(Span(0, 6), "gazete")), is_work(Role(Span(0, 7), "cemiyet"))
    (True, False)
    """
    last = fold_word(role.text).split()[-1:]
    return any(is_common(word) and word not in phrases("bodies") for word in last)
