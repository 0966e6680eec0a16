"""Who speaks in a paper: "Ali Bey'in Vali'ye yazdığı mektupta on altın istiyor".

Comes in: the words and phrases of a clause that names no doer. Goes out: whoever wrote, sent or gave the paper in
which its deed stands. Turkish leaves a subject unsaid that the reader knows (Göksel & Kerslake 2005, 18.1); here it is
the genitive before the paper: its owner, or the doer of the relative clause that describes it (25.1.1). To whom the
paper went is told in the same relative clause, and whatever is asked or said in it is asked of and said to them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from tanik.facts.model import Facts, NameKind, Role
from tanik.facts.statements.lexis.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.lexis.verbs import Form, Predicate
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.roles.by_case import can_be_told
from tanik.facts.statements.roles.reference import is_party
from tanik.facts.statements.roles.sentence import Sentence
from tanik.facts.statements.syntax.clauses import Clause
from tanik.facts.statements.syntax.fillers import role_of
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["turned_to", "writer_of_paper"]

Cut = Callable[[int, int], Sequence[Phrase]]

_OWNED: Final = re.compile(r"(?:l[ae]r[iu]|s?[iu])(?:nd[ae]n?|yl[ae])")
_IN: Final = re.compile(r"[dt][ae]n?|y?l[ae]")
_WHICH: Final = re.compile(r"[dt][iu]g[iu]$")
_WHICH_WENT: Final = re.compile(r"[dt][iu](?:g[iu]|kl[ae]r[iu])$|[iu]l[ae]n$|[aeiu]n[ae]n$")
_TURNING: Final = frozenset(("request", "write", "say", "transfer", "offer"))
_ANYONE: Final = ("kendi", "birbir")


def writer_of_paper(clause: Clause, words: Sequence[Word], cut: Cut, facts: Facts) -> Phrase | None:
    """The genitive that says whose the paper is in which a clause's deed stands; None where there is none.

    `cut` gives the phrases between two words. A paper that someone brought or received is not his own.
    """
    for index in range(clause.predicate.first - 1, clause.start - 1, -1):
        ending = _ending(words[index])
        if ending is None:
            continue
        before = [verb for verb in clause.inner if verb.last < index]
        which = before[-1] if before and _WHICH.search(words[before[-1].last].folded) else None
        if which is not None and any(word.is_mark for word in words[which.last + 1 : index]):
            which = None
        if which is not None:
            sent = has_word("writing", words[which.last].folded)
            return _last_writer(_segments(clause, which, cut), facts) if sent else None
        if _OWNED.fullmatch(ending):
            first = before[-1].last + 1 if before else clause.start
            marks = [at for at in range(first, index) if words[at].is_mark and words[at].folded != "("]
            return _last_writer([cut(marks[-1] + 1 if marks else first, index + 1)], facts)
        return None
    return None


def turned_to(sentence: Sentence, clause: Clause) -> Role | None:
    """To whom someone turned, wrote or went in order to say a thing: "mahkemeye başvurarak tazminat istedi".

    A converb has the subject of its clause and tells how the deed was done (Göksel & Kerslake 26.3.8).
    """
    for position, verb in enumerate(clause.inner):
        turning = any(row.action in _TURNING or row.stems[0][1] in ("don",) for row in verb.rows)
        if verb.form is not Form.CONVERB or not turning:
            continue
        start = clause.inner[position - 1].last + 1 if position else clause.start
        for phrase in sentence.phrases(start, verb.first):
            if phrase.case == "dat" and not phrase.amounts and can_be_told(phrase, sentence.facts):
                return role_of(phrase, sentence.text, sentence.facts)
    return _addressee_of_paper(clause, sentence) if clause.predicate.form is Form.FINITE else None


def _addressee_of_paper(clause: Clause, sentence: Sentence) -> Role | None:
    """To whom the paper went in which a clause's deed stands: "Vali'ye gönderdiği telgrafta para istedi".

    Where the relative clause has a writer of its own (a genitive), the deed may be another's and so is its receiver.
    """
    words = sentence.words
    for index in range(clause.predicate.first - 1, clause.start - 1, -1):
        if _ending(words[index]) is None:
            continue
        before = [verb for verb in clause.inner if verb.last < index]
        if not before or not _is_sent(words, before[-1], index):
            return None
        low = before[-2].last + 1 if len(before) > 1 else clause.start
        found = sentence.phrases(low, before[-1].first)
        if any(phrase.case == "gen" for phrase in found):
            return None
        goals = (phrase for phrase in found if phrase.case == "dat" and not phrase.amounts)
        roles = (role_of(goal, sentence.text, sentence.facts) for goal in goals)
        apart = (role for role in roles if is_party(role) and not fold_word(role.text).startswith(_ANYONE))
        return next(apart, None)
    return None


def _is_sent(words: Sequence[Word], verb: Predicate, paper: int) -> bool:
    """Whether a relative clause's verb tells that the paper behind it was sent or written."""
    last = words[verb.last].folded
    stems = tuple(stem.removesuffix("dig").removesuffix("tig") for stem in phrases("writing"))
    apart = any(word.folded in (",", ";", ":") for word in words[verb.last + 1 : paper])
    return not apart and bool(_WHICH_WENT.search(last)) and last.startswith(stems)


def _ending(word: Word) -> str | None:
    """What stands behind the noun of a paper in the locative, ablative or instrumental; None of any other word."""
    return None if word.name is not None or word.is_mark else _behind_noun(word.folded)


@lru_cache(maxsize=1 << 13)
def _behind_noun(folded: str) -> str | None:
    """The same of a folded word: it is asked of each word of a clause."""
    rests = (folded[len(paper) :] for paper in phrases("own_papers") if folded.startswith(paper))
    return min((rest for rest in rests if _OWNED.fullmatch(rest) or _IN.fullmatch(rest)), key=len, default=None)


def _segments(clause: Clause, which: Predicate, cut: Cut) -> Iterator[Sequence[Phrase]]:
    """The phrases before a relative clause's verb, between one subordinate verb and the next."""
    low = clause.start
    for verb in clause.inner:
        if verb.last > which.last:
            return
        yield cut(low, verb.first)
        low = verb.last + 1


def _last_writer(segments: Iterable[Sequence[Phrase]], facts: Facts) -> Phrase | None:
    """The last genitive, if it is of someone who may write and not the possessor of someone else."""
    found: Phrase | None = None
    for segment in segments:
        for phrase, after in pairwise((*segment, None)):
            if phrase is None or phrase.case != "gen":
                continue
            # "Ali Bey'in kardeşinin yazdığı": who wrote is the last of the chain
            possessor = after is not None and after.first == phrase.last + 1 and after.case == "gen"
            found = None if possessor or not _writes(phrase, facts) else phrase
    return found


def _writes(phrase: Phrase, facts: Facts) -> bool:
    """Whether a phrase names someone who may write: no event, and of common nouns a post or a body."""
    if phrase.name is not None:
        return facts.names[phrase.name].kind is not NameKind.EVENT
    last = fold_word(phrase.text).split()[-1:]
    return any(word in phrases("actors") or word in phrases("bodies") for word in last)
