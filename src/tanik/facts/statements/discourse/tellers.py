"""Who tells what comes next: the reporter of a sentence, and how far his word carries.

Comes in: a sentence, its clauses and the context. Goes out: whose report a clause is, and who is still speaking when
the sentence is over. What someone tells goes on in -mış for as long as nobody else is named and nothing is said in
the writer's own past tense (Göksel & Kerslake 2005, 21.4.3): "Ninem anlatırdı. Kasaba boşalmış. Köprü yanmış."
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from tanik.core.fold import lower_turkish
from tanik.facts.model import Polarity, Role, Statement
from tanik.facts.statements.discourse.according import according_to, last_mark
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.discourse.sayers import is_said_by_nobody, is_understood, may_tell, who_says
from tanik.facts.statements.lexis.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.lexis.predicate import SAYING, Form
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.roles.reading import Reading, Sentence, heard_from, read_clause
from tanik.facts.statements.syntax.cases import GENITIVE
from tanik.facts.statements.syntax.clauses import Clause
from tanik.facts.statements.syntax.fillers import role_of
from tanik.facts.statements.syntax.kinship import of_third_person
from tanik.facts.statements.syntax.phrases import Phrase
from tanik.facts.statements.syntax.source_papers import is_own_paper, paper_in
from tanik.facts.statements.syntax.voice import authority_of, circle_in

__all__ = [
    "governs_fact",
    "is_nearer",
    "is_not_written",
    "is_opinion",
    "not_written",
    "reporter_of",
    "source_after",
    "teller_after",
    "teller_behind",
    "voice_of_claim",
]

_HEARSAY: Final = re.compile(r"m[iu]s(?:l[ae]r)?$")
_FACT: Final = re.compile(r"(?:[dt][iu]g[iu]|[dt][iu]kl[ae]r[iu])(?:n[iu])?$")
_TALES: Final = re.compile(r"(?:anlat|soyle|aktar|naklet|de)(?:[dt][iu]kl[ae]r[iu]|[dt][iu]g[iu])(?:n[iuae]|nd[ae]n?)?")
_THERE: Final = frozenset(("orada", "burada"))


def reporter_of(sentence: Sentence, reading: Reading, context: Context) -> str | None:
    """On whose word stands what a reporting verb governs; "ileri sürülüyor" is said by no one in particular."""
    # what no paper says is not on its word
    verb = reading.clause.predicate
    paper = None if verb.negated else _paper_of(sentence, reading.clause, context)
    if verb.passive or is_understood(reading.row):
        before = sentence.words[reading.clause.start : verb.first]
        return paper or circle_in(before, sentence.text)
    # "Selim Bey'e göre köprü o yıl yapıldı. Taşının Konya'dan geldiğini de ekliyor."
    here = context.here if context.here is not None and may_tell(context.here) else None
    unsaid = context.doer_of("say")
    if paper is not None and is_own_paper(sentence.words[reading.clause.start : verb.first], paper):
        here = here or (unsaid if unsaid is not None and may_tell(unsaid) else None)  # "raporunda": whose it is
    who = who_says(sentence, reading.clause, reading)
    if who is None and is_said_by_nobody(sentence, reading.clause):
        return paper  # "derler", "diyorlar": nobody's word, and least of all theirs who are told of
    told = authority_of(who or here) or paper or context.source
    if context.reply and unsaid is not None and unsaid is context.topic:
        return told or context.teller  # a reply is not told by whom the page is about
    return told or authority_of(unsaid)


def _paper_of(sentence: Sentence, clause: Clause, context: Context) -> str | None:
    """The paper in which a thing is told: one named here, the one named before and spoken of again, or "orada"."""
    words = sentence.words
    there = next((i for i in range(clause.start, clause.predicate.first) if words[i].folded in _THERE), None)
    if there is not None:
        context.read_paper(sentence)
        return context.paper
    paper = paper_in(_around_told(sentence, clause), sentence.text, sentence.facts)
    again = paper is not None and context.source is not None and fold_word(context.source).find(fold_word(paper)) >= 0
    return context.source if again else paper


def _around_told(sentence: Sentence, clause: Clause) -> tuple[Word, ...]:
    """The words of a sentence without what a telling governs, from the subject of that on.

    Of "yazıda sözün bir gazetede çıktığı belirtilir" the newspaper is part of what is told (GK 24.4.2).
    """
    words, told = sentence.words, [verb for verb in clause.inner if verb.ending == "nominal"]
    if not told:
        return words
    found = sentence.phrases(clause.start, told[0].first)
    behind = (*found[1:], None)
    owners = (one for at, one in enumerate(found) if one.case == "gen" and not _owns(behind[at]))
    cut = next((one.first for one in owners), told[0].first)
    return (*words[:cut], *words[told[-1].last + 1 :])


def _owns(after: Phrase | None) -> bool:
    """Whether the phrase behind a genitive is a paper, of which that says whose it is: "valinin defterinde"."""
    return after is not None and has_word("source_papers", fold_word(after.text))


def teller_behind(sentence: Sentence, reading: Reading, context: Context, before: str | None) -> str | None:
    """Who goes on telling behind a clause of the same sentence; `before` told until then."""
    if reading.row.action not in SAYING:
        return context.teller
    return authority_of(who_says(sentence, reading.clause, reading)) or before


def teller_after(sentence: Sentence, context: Context, before: str | None) -> str | None:
    """Who goes on telling behind a sentence; `before` told the sentence before it."""
    if (named := according_to(sentence.words, sentence.text, sentence.facts)) is not None:
        return named
    assertive = False
    for clause in reversed(sentence.clauses):
        verb = clause.predicate
        if verb.form is not Form.FINITE:
            continue
        if (heard := heard_from(sentence, clause)) is not None:
            return heard
        if verb.may_say and not verb.passive:
            who = who_says(sentence, clause, read_clause(sentence, clause))
            here = context.here if context.here is not None and may_tell(context.here) else None
            return authority_of(who or here) or before
        if (witness := _witness(sentence, clause) or _told_by(sentence, clause)) is not None:
            return witness
        assertive = assertive or not _HEARSAY.search(sentence.words[verb.last].folded)
    return None if assertive else before


def _witness(sentence: Sentence, clause: Clause) -> str | None:
    """The writer's kin who saw a thing: "ninem yangını gözüyle görmüş" makes her the teller of what follows."""
    if not has_word("witnessing", sentence.words[clause.predicate.last].folded):
        return None
    first = next(iter(sentence.phrases(clause.start, clause.predicate.first)), None)
    word = fold_word(first.text).split() if first is not None else []
    if first is None or word[0] not in phrases("kin"):
        return None
    return lower_turkish(first.text.split()[0][:-1])


def _told_by(sentence: Sentence, clause: Clause) -> str | None:
    """Whose tales a sentence speaks of: "Ninemin anlattıkları aklımdan çıkmaz" lets her tell what follows (GK 25.3)."""
    words = sentence.words
    for index in range(clause.start + 1, clause.predicate.first):
        if not _is_tale(words[index].folded):
            continue
        owner = words[index - 1]
        if owner.name is not None:
            return sentence.facts.names[owner.name].name
        of = GENITIVE.search(owner.lower)
        mine = owner.lower[: of.start()] if of is not None else ""
        return of_third_person(mine) if fold_word(mine) in phrases("kin") else None
    return None


@lru_cache(maxsize=1 << 14)
def _is_tale(folded: str) -> bool:
    """Whether a word is "what somebody tells": a page says the same words again."""
    return _TALES.fullmatch(folded) is not None


def is_opinion(sentence: Sentence, clause: Clause) -> bool:
    """Whether a nominalised clause is what someone holds: "hastalığı esirlerin getirdiği kanısındadır" (GK 24.4)."""
    after = [word.folded for word in sentence.words[clause.predicate.last + 1 : clause.predicate.last + 2]]
    return any(has_word("opinions", word) for word in after)


def voice_of_claim(sentence: Sentence, clause: Clause, context: Context) -> Context:
    """The context of a claim: that of whoever holds it or speaks of it in this sentence, else the one it stands in."""
    outer = clause.outer
    held = is_opinion(sentence, clause)
    said = outer is not None and outer.may_say
    if not held and not (said and clause.predicate.form is Form.NOMINAL):
        return context
    main = next((one for one in sentence.clauses if one.predicate is outer), None)
    if not held and main is not None:
        who = who_says(sentence, main, read_clause(sentence, main))
    else:
        who = _opening(sentence, clause)
    return context.told_by(authority_of(who), who) if who is not None else context


def _opening(sentence: Sentence, clause: Clause) -> Role | None:
    """The nominative that opens the sentence of an opinion: whoever holds it."""
    phrase = next(iter(sentence.phrases(clause.start, clause.predicate.first)), None)
    if phrase is None or phrase.case != "nom":
        return None
    role = role_of(phrase, sentence.text, sentence.facts)
    return role if may_tell(role) else None


def is_nearer(sentence: Sentence, outer: Reading, before: int) -> bool:
    """Whether whoever reports stands between a named source and the clause: of two the nearer one is meant.

    "Ali'ye göre defterde köprünün yıkıldığı yazılıdır" is on the book's word, "defter, Ali'ye göre …" on Ali's.
    """
    words = sentence.words
    mark = last_mark(words, before)
    if mark < 0:
        return False
    subject = outer.roles.get("subject")
    if subject is not None and not outer.clause.predicate.passive:
        return subject.span.start > words[mark].start
    return paper_in(words[mark + 1 : outer.clause.predicate.first], sentence.text, sentence.facts) is not None


def governs_fact(sentence: Sentence, clause: Clause) -> bool:
    """Whether what stands right before a verb is its -dık complement, of a verb that no table has (GK 24.4.2)."""
    first = clause.predicate.first
    before = clause.inner[-1] if clause.inner else None
    known = before is not None and before.ending == "nominal"
    return known or (first > 0 and _FACT.search(sentence.words[first - 1].folded) is not None)


def source_after(sentence: Sentence, source: str | None, made: Sequence[Statement]) -> str | None:
    """The source that a sentence leaves to the next: the one it names, or the one that its statements stood on."""
    named = according_to(sentence.words, sentence.text, sentence.facts)
    return named or (source if any(one.attributed_to == source for one in made) else None)


def is_not_written(outer: Reading) -> bool:
    """Whether a verb says that a text does not tell a thing: "yandığını yazmaz", "yazmıyor"; who did not say it once
    ("söylemedi") leaves open whether it is so."""
    verb = outer.clause.predicate
    return verb.negated and outer.row.action == "write" and verb.ending in ("never", "present", "aorist")


def not_written(statement: Statement, context: Context) -> Statement:
    """What no text tells is denied, on the word of whoever speaks here."""
    return replace(statement, polarity=Polarity.DENIED, attributed_to=context.authority)
