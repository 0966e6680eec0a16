"""On whose word a clause stands: the rules in their order, and which of them gave the answer.

Comes in: a clause's reading, its sentence and what the sentences before it say. Goes out: the authority's name with the
rule that found it, or None for the page's own assertions. What the clause's own sentence names goes before what the
sentences before it leave to it, and of both the nearer goes before the farther: a paper between a source and the verb
before that source, who tells the story before whose letter or comment it stands in, the author of the page last.
What a reporting verb governs comes here with the reporter's word already in its context (`asserted`, `tellers`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tanik.core.fold import fold
from tanik.core.morph import Case, readings, split_suffix
from tanik.core.span import Span
from tanik.core.tables import read_rows
from tanik.facts.model import Modality, Role, Statement, refilled
from tanik.facts.statements.discourse.according import is_source_mark, last_mark, source_of
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.discourse.shown import is_shown, showing_paper
from tanik.facts.statements.lexis.lexicon import fold_word, has_word
from tanik.facts.statements.lexis.verbs import Form
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.roles.reading import Reading, Sentence, heard_from, read_clause, subject_of
from tanik.facts.statements.syntax.clauses import Clause
from tanik.facts.statements.syntax.source_papers import paper_in
from tanik.facts.statements.syntax.voice import announced_by, authority_of, belonging_to, circle_in

__all__ = ["Ground", "authority_for", "ground_for", "heard_of", "is_rumoured", "source_named", "with_reported_deed"]

_AHEAD: Final = 60  # characters
_NEAR_SOURCE: Final = 6  # words and marks
_OTHERS: Final = "başkaları"


@dataclass(frozen=True, slots=True)
class Ground:
    """On whose word a clause stands, and the name of the rule that says so."""

    who: str
    rule: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """What every rule is given; `shown` tells whether the clause is what a paper shows, `denied` what is rejected."""

    sentence: Sentence
    reading: Reading
    context: Context
    modality: Modality
    denied: bool
    shown: bool


def authority_for(
    sentence: Sentence, reading: Reading, context: Context, modality: Modality, *, denied: bool = False
) -> str | None:
    """On whose word a clause stands; None where the page asserts it."""
    ground = ground_for(sentence, reading, context, modality, denied=denied)
    return ground.who if ground is not None else None


def ground_for(
    sentence: Sentence, reading: Reading, context: Context, modality: Modality, *, denied: bool = False
) -> Ground | None:
    """On whose word a clause stands and by which rule: the first that answers, of those of its own sentence before all.

    Who is named in the sentence may be a pronoun or the kin of the page's author, and is called as others call him.
    """
    asked = _Asked(sentence, reading, context, modality, denied, is_shown(sentence, reading.clause))
    for rule in _NAMED_HERE:
        if who := rule(asked):
            return Ground(_called(who, context), rule.__name__.lstrip("_"))
    for rule in _TOLD_BEFORE:
        if who := rule(asked):
            return Ground(who, rule.__name__.lstrip("_"))
    return None


def source_named(sentence: Sentence, clause: Clause, context: Context) -> str | None:
    """Whom a clause without a deed stands on: whom its sentence names ("Ali'ye göre para 300 liraydı"), or the page.

    >>> from tanik.facts.read import read as read_facts
    >>> from tanik.page.read import read
    >>> page = read("Nuri Bey'e göre 1921'de kasada 300 lira vardı.".encode())
    >>> [told.attributed_to for told in read_facts(page, fast=True).statements]
    ['Nuri Bey']
    """
    verb = clause.predicate
    who = source_of(sentence.words, verb.first, sentence.text, sentence.facts, closed=verb.last)
    return _called(who, context) if who else context.authority


def _called(who: str, context: Context) -> str:
    """How somebody is called whom a sentence names: "onun sözlerine göre" is of whoever was just spoken of."""
    if fold_word(who).startswith("onun "):
        who = authority_of(context.here or context.subject) or who
    return context.kin_of_author(who)


def _nearer_paper(asked: _Asked) -> str | None:
    """Of "Ali'ye göre defterde … yazılıdır" the paper: it is nearer than Ali."""
    if not asked.shown:
        return None
    words = asked.sentence.words
    behind = words[last_mark(words, asked.reading.clause.predicate.first) + 1 :]
    return paper_in(behind, asked.sentence.text, asked.sentence.facts)


def _source(asked: _Asked) -> str | None:
    """Whom "Ali'ye göre …" or "valinin ifadesiyle …" names."""
    verb, sentence = asked.reading.clause.predicate, asked.sentence
    if verb.form is Form.PARTICIPLE and _describes_source(sentence.words, verb.last):
        return None
    closed = verb.last if verb.form is Form.FINITE else None
    return source_of(sentence.words, verb.first, sentence.text, sentence.facts, closed=closed)


def _describes_source(words: Sequence[Word], last: int) -> bool:
    """Whether a participle belongs to the source itself: "yayımlanan kanuna göre" is told by nobody but the page.

    It stands before the noun whose phrase the postposition closes, with no mark between but an ordinal's (GK 25.1).
    """
    for at, word in enumerate(words[last + 1 : last + 2 + _NEAR_SOURCE], start=last + 1):
        if is_source_mark(word):
            return at > last + 1
        if word.is_mark and not (word.folded == "." and words[at - 1].folded.isdigit()):
            return False
    return False


def _sayer_before_ki(asked: _Asked) -> str | None:
    """Who says what stands behind "Ali diyor ki …" (GK 24.3.1)."""
    sentence = asked.sentence
    for clause in sentence.clauses if sentence.has("ki") else ():
        verb = clause.predicate
        after = next((word for word in sentence.words[verb.last + 1 :] if not word.is_mark), None)
        saying = verb.form is Form.FINITE and verb.may_say
        if saying and verb.last < asked.reading.clause.predicate.first and after is not None and after.folded == "ki":
            said = read_clause(sentence, clause)
            return authority_of(said.roles.get("subject") if said is not None else subject_of(sentence, clause))
    return None


def _announced(asked: _Asked) -> str | None:
    """What speaks behind a colon: "Söylenti: …", "Ali'nin günlüğü: …"."""
    return announced_by(asked.sentence.words, asked.reading.first, asked.sentence.text, asked.sentence.facts)


def _claimant(asked: _Asked) -> str | None:
    """Whose claim it is: "… savı ise komşu köylülerindir"."""
    return belonging_to(asked.sentence.words, asked.reading.last, asked.sentence.text, asked.sentence.facts)


def _those_who_say(asked: _Asked) -> str | None:
    """Of whom "diyen" tells: "köprü çöktü diyen gazeteler"; of "diyenler" the words are others'."""
    words, text, last = asked.sentence.words, asked.sentence.text, asked.reading.last
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


def _paper_that_shows(asked: _Asked) -> str | None:
    """The paper that is the subject: "fabrikanın defteri … gösteriyor"."""
    return showing_paper(asked.sentence, asked.reading.clause) if asked.shown else None


def _teller(asked: _Asked) -> str | None:
    """Who was just said to tell and goes on in -mış, but of no deed of his own: "Ninem anlatırdı. Köprü yanmış."."""
    teller, doer = asked.context.teller, asked.reading.roles.get("subject")
    # "kendi eliyle vermiş" is no one's own report
    own = doer is not None and not fold_word(doer.text).startswith("kendi") and teller == authority_of(doer)
    tale = asked.modality is Modality.REPORTED and asked.reading.clause.predicate.ending == "hearsay"
    if not tale or not teller or own:
        return None
    return asked.context.kin_of_author(teller)


def _rumour(asked: _Asked) -> str | None:
    """Where a thing goes round: "bazı internet sitelerinde köprünün satıldığı …"."""
    clause = asked.reading.clause
    return _rumoured_in(asked.sentence, clause) if is_rumoured(asked.sentence, clause) else None


def _voice(asked: _Asked) -> str | None:
    """Whose letter or comment the clause stands in, or who reports it."""
    return asked.context.authority


def _paper_before(asked: _Asked) -> str | None:
    """The paper last spoken of, for hearsay and what is on record: "Defter bulundu. 40 top görünüyormuş."."""
    return asked.context.paper if asked.modality is Modality.REPORTED or asked.shown else None


def _author(asked: _Asked) -> str | None:
    """The page's author, where somebody is said not to have said a thing: "… demedi"."""
    doubted = asked.reading.clause.predicate.negated or asked.denied
    return asked.context.author if asked.reading.row.action == "say" and doubted else None


_Rule = Callable[[_Asked], str | None]
_NAMED_HERE: Final[tuple[_Rule, ...]] = (
    _nearer_paper,
    _source,
    _sayer_before_ki,
    _announced,
    _claimant,
    _those_who_say,
    _paper_that_shows,
)
_TOLD_BEFORE: Final[tuple[_Rule, ...]] = (_teller, _rumour, _voice, _paper_before, _author)


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


def heard_of(sentence: Sentence) -> str | None:
    """Who stands for the story just told, where a sentence says how it came down: "Ali Bey bunu dedesinden duymuş".

    Of the writer's own kin the one they heard it from is named.
    """
    for clause in sentence.clauses:
        if clause.predicate.form is Form.FINITE and (source := heard_from(sentence, clause)) is not None:
            return authority_of(subject_of(sentence, clause)) or source
    return None


def with_reported_deed(statement: Statement, verb: Reading) -> Statement:
    """What a saying tells as a noun is the deed: "Albay 40 erin kaybını yazar" tells of losing, on his word."""
    told, teller = statement.first("object"), statement.first("subject")
    if told is None or teller is None or not statement.amounts or verb.clause.predicate.passive:
        return statement
    last = fold_word(told.text).split()[-1:]
    row = next((row for row in read_rows("tanik.facts", "figure_nouns.csv") if last and _is_of(row, last[0])), None)
    if row is None:
        return statement
    rest = tuple((place, role) for place, role in statement.roles if place != "subject")
    if row["action"] == "lose" and (lost := _owner_of(told)) is not None:
        rest = refilled(rest, {"object": lost})
    return replace(statement, action=row["action"], roles=rest, attributed_to=authority_of(teller))


def _owner_of(role: Role) -> Role | None:
    """Whose a possessed noun is: of "40 erin kaybı" it is 40 men that were lost (GK 14.4)."""
    owner = role.text.rpartition(" ")[0]
    last = split_suffix(owner.rpartition(" ")[2]) if owner else None
    if last is None or last.case is not Case.GENITIVE:
        return None
    span = Span(role.span.start, role.span.start + owner.rfind(" ") + 1 + len(last.stem))
    return Role(span, owner[: len(span)])


def _is_of(row: dict[str, str], word: str) -> bool:
    """Whether a word is a figure noun with a possessive, of a row that knows the deed."""
    owned = word.startswith(fold_word(row["noun"])) and word[len(row["noun"]) :].endswith(("i", "u"))
    return bool(row["action"]) and owned  # "kaybı"; of "bedellerin altı milyonu aştığı" nothing was paid
