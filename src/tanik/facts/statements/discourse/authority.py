"""On whose word a clause stands.

Comes in: a clause's reading, its sentence and what the sentences before it say. Goes out: the authority's name, or
None for the page's own assertions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tanik.core.fold import fold
from tanik.core.morph import readings
from tanik.core.tables import read_rows
from tanik.facts.model import Modality, Statement
from tanik.facts.statements.discourse.according import last_mark, source_of
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.lexis.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.lexis.verbs import Form
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.roles.reading import Reading, Sentence, heard_from, read_clause, subject_of
from tanik.facts.statements.syntax.clauses import Clause
from tanik.facts.statements.syntax.voice import (
    announced_by,
    authority_of,
    belonging_to,
    circle_in,
    paper_in,
)

__all__ = ["authority_for", "heard_of", "is_rumoured", "is_shown", "with_reported_deed"]


_AHEAD = 60  # characters
_BEFORE = 3  # words that say whose a paper is
_NOMINATIVE = re.compile(r"(?:l[ae]r)?(?:s?[iu])?")
_OTHERS = "başkaları"
# "gittiği belli değil", "gittiği gerçek dışı", "gittiği doğru mu"
_NOT_SETTLED = frozenset(("degil", "degildir", "disi", "disidir", "mi", "mu", "midir", "olsa", "ise"))


def authority_for(
    sentence: Sentence, reading: Reading, context: Context, modality: Modality, *, denied: bool = False
) -> str | None:
    """On whose word: "…'e göre", else whoever was just said to tell it, else the comment's or letter's author."""
    words, text, facts = sentence.words, sentence.text, sentence.facts
    verb = reading.clause.predicate
    named = (
        source_of(words, verb.first, text, facts, closed=verb.last if verb.form is Form.FINITE else None)
        or _said_with_ki(sentence, reading)
        or announced_by(words, reading.first, text, facts)
        or belonging_to(words, reading.last, text, facts)
        or _said_by_some(words, reading.last, text)
    )
    if is_shown(sentence, reading.clause):
        # of "Ali'ye göre defterde … yazılıdır" the paper is nearer
        behind = words[last_mark(words, reading.clause.predicate.first) + 1 :]
        named = paper_in(behind, text, facts) or named or _showing_paper(sentence, reading.clause)
    if named is not None and fold_word(named).startswith("onun "):
        # whoever was just spoken of: "Veli bunu reddeder, onun sözlerine göre …"
        named = authority_of(context.here or context.subject) or named
    named = context.kin_of_author(named) if named is not None else None
    doer = reading.roles.get("subject")
    # "kendi eliyle vermiş" is no one's own report
    doer = None if doer is not None and fold_word(doer.text).startswith("kendi") else doer
    told = modality is Modality.REPORTED and context.teller != authority_of(doer)
    rumour = _rumoured_in(sentence, reading.clause) if is_rumoured(sentence, reading.clause) else None
    own = context.kin_of_author(context.teller) if told and context.teller else None
    doubted = reading.row.action == "say" and (reading.clause.predicate.negated or denied)
    recorded = named is None and is_shown(sentence, reading.clause)
    heard = context.paper if modality is Modality.REPORTED or recorded else None
    return named or own or rumour or context.authority or heard or (context.author if doubted else None)


def _said_with_ki(sentence: Sentence, reading: Reading) -> str | None:
    """Who said what follows "diyor ki", "anlattı ki": the complement stands behind its verb (GK 24.3.1)."""
    for clause in sentence.clauses:
        verb = clause.predicate
        after = next((word for word in sentence.words[verb.last + 1 :] if not word.is_mark), None)
        saying = verb.form is Form.FINITE and verb.may_say
        if saying and verb.last < reading.clause.predicate.first and after is not None and after.folded == "ki":
            said = read_clause(sentence, clause)
            return authority_of(said.roles.get("subject") if said is not None else subject_of(sentence, clause))
    return None


def _said_by_some(words: Sequence[Word], last: int, text: str) -> str | None:
    """Whose words a clause is that "diyen" follows: "köprü çöktü diyen gazeteler"; of "diyenler" they are others'."""
    after = next((i for i in range(last + 1, min(len(words), last + 3)) if not words[i].is_mark), None)
    if after is None or not words[after].folded.startswith("diyen"):
        return None
    if words[after].folded != "diyen":
        return _OTHERS
    noun = words[after + 1] if after + 1 < len(words) else None
    if noun is None or noun.is_mark:
        return None
    lemmas = [one.lemma for one in readings(text[noun.start : noun.end]) if one.part == "Noun"]
    return lemmas[0] if lemmas else text[noun.start : noun.end]


def is_rumoured(sentence: Sentence, clause: Clause) -> bool:
    """Whether a nominalised clause is what "social media" is said to repeat, or what is claimed before it is named."""
    if clause.predicate.ending != "nominal":
        return False
    if has_word("media", " ".join(word.folded for word in sentence.words[: clause.predicate.first])):
        return True
    claimed = (
        clause.outer is not None and clause.outer.passive and any(row.action == "say" for row in clause.outer.rows)
    )
    end = sentence.span.end
    return claimed and has_word("media", fold(sentence.text[end : end + _AHEAD]))


def _rumoured_in(sentence: Sentence, clause: Clause) -> str:
    """Where a rumour goes round: "bazı internet sitelerinde", else social media."""
    return circle_in(sentence.words[: clause.predicate.first], sentence.text) or "sosyal medya"


def is_shown(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause is what a paper shows: "defterde suyun Konya'dan getirildiği kayıtlı"."""
    after = [word.folded for word in sentence.words[clause.predicate.last + 1 : clause.predicate.last + 3]]
    open_still = bool({*after[1:]} & _NOT_SETTLED)
    if clause.predicate.ending == "nominal" and after and after[0] in phrases("on_record") and not open_still:
        return True  # "onarıma 14.000 lira harcandığı yazılı": what is on record stands there, in whichever paper
    if clause.predicate.ending == "nominal" and after and after[0] == "," and _is_joined(sentence, clause):
        return True
    shown = any(word in phrases("showing") for word in after)
    if clause.predicate.ending != "nominal":
        return False
    if bool(after) and after[0] in phrases("proving"):
        return _showing_paper(sentence, clause) is not None
    return shown and paper_in(sentence.words, sentence.text, sentence.facts) is not None


def _is_joined(sentence: Sentence, clause: Clause) -> bool:
    """Whether a complement is joined by a comma to one on record: "yolladığı, Ali'nin aldığı yazılı" (GK 28.2)."""
    later = (one for one in sentence.clauses if one.predicate.first > clause.predicate.last)
    follower = next((one for one in later if one.outer is clause.outer), None)
    return follower is not None and follower.predicate.ending == "nominal" and is_shown(sentence, follower)


def _showing_paper(sentence: Sentence, clause: Clause) -> str | None:
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


def heard_of(sentence: Sentence) -> str | None:
    """Who stands for the story just told, where a sentence says how it came down: "Ali Bey bunu dedesinden duymuş".

    Of the writer's own kin the one they heard it from is named.
    """
    for clause in sentence.clauses:
        verb = clause.predicate
        last = sentence.words[verb.last].folded
        if verb.form is not Form.FINITE or not has_word("hearing", last):
            continue
        source = heard_from(sentence, clause)
        subject = subject_of(sentence, clause)
        if source is not None:
            return authority_of(subject) or source
    return None


def with_reported_deed(statement: Statement, verb: Reading) -> Statement:
    """What a saying tells as a noun is the deed: "Albay 40 erin kaybını yazar" tells of losing, on his word."""
    roles = dict(statement.roles)
    told, teller = roles.get("object"), roles.get("subject")
    if told is None or teller is None or not statement.amounts or verb.clause.predicate.passive:
        return statement
    last = fold_word(told.text).split()[-1:]
    row = next((row for row in read_rows("tanik.facts", "figure_nouns.csv") if last and _is_of(row, last[0])), None)
    if row is None:
        return statement
    rest = tuple((place, role) for place, role in statement.roles if place != "subject")
    return replace(statement, action=row["action"], roles=rest, attributed_to=authority_of(teller))


def _is_of(row: dict[str, str], word: str) -> bool:
    """Whether a word is a figure noun with a possessive, of a row that knows the deed."""
    return bool(row["action"]) and word.startswith(fold_word(row["noun"])) and len(word) > len(row["noun"])
