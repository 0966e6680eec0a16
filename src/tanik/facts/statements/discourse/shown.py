"""Whether a paper shows what a clause says: "defterde suyun Konya'dan getirildiği kayıtlı".

Comes in: a sentence and one of its clauses. Goes out: whether it is on record, and in which paper. What is recorded
stands in -dık before its predicate, the paper in the locative or as the subject (Göksel & Kerslake 2005, 24.4.2).
"""

from __future__ import annotations

import re
from typing import Final

from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.roles.sentence import Sentence
from tanik.facts.statements.syntax.clauses import Clause
from tanik.facts.statements.syntax.source_papers import paper_in

__all__ = ["is_shown", "showing_paper"]

_BEFORE: Final = 3  # words that say whose a paper is
_NOMINATIVE: Final = re.compile(r"(?:l[ae]r)?(?:s?[iu])?")
# "gittiği belli değil", "gittiği gerçek dışı", "gittiği doğru mu"
_NOT_SETTLED: Final = frozenset(("degil", "degildir", "disi", "disidir", "mi", "mu", "midir", "olsa", "ise"))


def is_shown(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause is what a paper shows: "defterde suyun Konya'dan getirildiği kayıtlı"."""
    verb = clause.predicate
    after = [word.folded for word in sentence.words[verb.last + 1 : verb.last + 3]]
    if verb.ending != "nominal" or not after:
        return False
    if after[0] in phrases("on_record") and not {*after[1:]} & _NOT_SETTLED:
        return True  # "onarıma 14.000 lira harcandığı yazılı": what is on record stands there, in whichever paper
    if after[0] == "," and _is_joined(sentence, clause):
        return True
    if after[0] in phrases("proving"):
        return showing_paper(sentence, clause) is not None
    showing = any(word in phrases("showing") for word in after)
    return showing and paper_in(sentence.words, sentence.text, sentence.facts) is not None


def _is_joined(sentence: Sentence, clause: Clause) -> bool:
    """Whether a complement is joined by a comma to one on record: "yolladığı, Ali'nin aldığı yazılı" (GK 28.2)."""
    later = (one for one in sentence.clauses if one.predicate.first > clause.predicate.last)
    follower = next((one for one in later if one.outer is clause.outer), None)
    return follower is not None and follower.predicate.ending == "nominal" and is_shown(sentence, follower)


def showing_paper(sentence: Sentence, clause: Clause) -> str | None:
    """The paper that shows what a clause says: "fabrikanın defteri üretimin durduğunu gösteriyor"."""
    words, start = sentence.words, clause.start
    for index in range(start, clause.predicate.first):
        word = words[index]
        if word.is_mark or word.date is not None:
            start = index + 1
        rests = [word.folded[len(paper) :] for paper in phrases("source_papers") if word.folded.startswith(paper)]
        if any(_NOMINATIVE.fullmatch(rest) for rest in rests):
            return sentence.text[words[max(start, index - _BEFORE)].start : word.end]
    return None
