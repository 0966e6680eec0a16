"""Who tells what comes next: the reporter of a sentence, and how far his word carries.

Comes in: a sentence, its clauses and the context. Goes out: whose report a clause is, and who is still speaking when
the sentence is over. What someone tells goes on in -mış for as long as nobody else is named and nothing is said in
the writer's own past tense (Göksel & Kerslake 2005, 21.4.3): "Ninem anlatırdı. Kasaba boşalmış. Köprü yanmış."
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tanik.core.morph import readings
from tanik.core.span import Span
from tanik.facts.model import NameKind, Polarity, Role, Statement
from tanik.facts.statements.discourse.according import according_to, last_mark
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.lexis.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.lexis.predicate import SAYING, Form
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.roles.reading import Reading, Sentence, heard_from, read_clause, subject_of
from tanik.facts.statements.roles.reference import is_told_apart
from tanik.facts.statements.syntax.cases import GENITIVE
from tanik.facts.statements.syntax.clauses import Clause
from tanik.facts.statements.syntax.kinship import of_third_person
from tanik.facts.statements.syntax.phrases import Phrase, role_of
from tanik.facts.statements.syntax.voice import authority_of, circle_in, is_own_paper, paper_in

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

_BY_ME: Final = re.compile(
    r"(?:[dt][iu](?:m|k|n|n[iu]z)|(?:yor|[aeiu]r|[ae]c[ae][gk]|m[iu]s)(?:um|im|uz|iz|sun|sin|sunuz|siniz))$"
)
_HEARSAY: Final = re.compile(r"m[iu]s(?:l[ae]r)?$")
_FACT: Final = re.compile(r"(?:[dt][iu]g[iu]|[dt][iu]kl[ae]r[iu])(?:n[iu])?$")
_CASED: Final = re.compile(r"(?:[ıiuü]n|[dt][ae]n?|l[ae]r[ıi]?)$")
_CASELESS: Final = re.compile(r"[^\W\d_]+$")
_MOST_NAMES: Final = 3  # words of a name that no table has
_NEW: Final = frozenset(("bir", "bazi", "bircok", "kimi", "pek"))
_ISE: Final = re.compile(r"y?s[ae]$")
_TALES: Final = re.compile(r"(?:anlat|soyle|aktar|naklet|de)(?:[dt][iu]kl[ae]r[iu]|[dt][iu]g[iu])(?:n[iuae]|nd[ae]n?)?")
_THERE: Final = frozenset(("orada", "burada"))


def _who_says(sentence: Sentence, clause: Clause, reading: Reading | None) -> Role | None:
    """The subject of a verb of saying: its own, a name that no table has, or whoever stands behind the verb."""
    verb = clause.predicate
    if verb.passive or _BY_ME.search(sentence.words[verb.last].folded):
        return None
    own = reading.roles.get("subject") if reading is not None else None
    for role in (own, subject_of(sentence, clause)):
        if role is not None and _may_tell(role) and not _is_called_to(sentence, role):
            return role
    # others than the grammar's own subject, in the order in which they are sure
    others = (one(sentence, clause) for one in (_behind, _unlisted, _by_trade, _first_person))
    return next((role for role in others if role is not None), _somebody(own) or _somebody(_opener(sentence, clause)))


def _opener(sentence: Sentence, clause: Clause) -> Role | None:
    """The nominative that opens a clause, before all that it governs."""
    high = clause.inner[0].first if clause.inner else clause.predicate.first
    first = next(iter(sentence.phrases(clause.start, high)), None)
    opens = first is not None and first.case == "nom" and first.first == clause.start
    return role_of(first, sentence.text, sentence.facts) if first is not None and opens else None


def _may_tell(role: Role) -> bool:
    """Whether a role is filled by someone: a name, a post, a body, kin."""
    last = fold_word(role.text).split()[-1:]
    someone = any(word in phrases("kin") or has_word("humans", word) for word in last)
    someone = someone or of_third_person(role.text) != role.text  # "babaannemin abisi"
    return role.name is not None or someone or is_told_apart(role)


def _somebody(role: Role | None) -> Role | None:
    """A subject that says a thing though no table knows it: several ("tarihçiler", "iddia sahipleri", "bazıları"), or
    someone told of for the first time ("bir yazar"); the conjunction "ise" is none of his (GK 8.1.1, 22.3.1, 28.3.4).
    """
    words = role.text.split() if role is not None else []
    if role is None or not words:
        return None
    found = readings(words[-1])
    plain = any(one.part in ("Noun", "Pron", "Adj") and one.marks[-1:] == ("A3pl",) for one in found)
    owned = any("A3pl" in one.marks or "P3pl" in one.marks for one in found if "Acc" not in one.marks)
    some = any(one.part == "Pron" for one in found) or len(words) > 1
    new = fold_word(words[0]) in _NEW and any(one.part == "Noun" and one.bare for one in found)
    if not (plain or (owned and some) or new):
        return None
    end = _ISE.search(role.text) if any("CopCond" in one.marks for one in found) else None
    span = Span(role.span.start, role.span.start + end.start()) if end is not None else role.span
    return Role(span, role.text[: len(span)], role.name)


def _is_called_to(sentence: Sentence, role: Role) -> bool:
    """Whether someone is spoken to: "Kemal Bey, raporu okudum", with the verb in the first or second person."""
    words = sentence.words
    after = next((word for word in words if word.start >= role.span.end), None)
    opens = bool(words) and words[0].start == role.span.start
    finite = [one.predicate for one in sentence.clauses if one.predicate.form is Form.FINITE]
    mine = any(_BY_ME.search(words[verb.last].folded) for verb in finite)
    return opens and mine and after is not None and after.folded in (",", "!")


def _behind(sentence: Sentence, clause: Clause) -> Role | None:
    """Whoever stands behind the verb that ends a sentence: "diye anlatır Havva Hanım" (GK 23.3)."""
    verb, words = clause.predicate, sentence.words
    rest = [word for word in words[verb.last + 1 :] if not word.is_mark]
    if not rest or len(rest) > _MOST_NAMES or (rest[0].name is None and fold_word(rest[0].lower) not in phrases("kin")):
        return None
    if any(word.name != rest[0].name for word in rest):
        return None
    span = Span(rest[0].start, rest[-1].end)
    if rest[0].name is None:
        return Role(span, span.of(sentence.text))
    name = sentence.facts.names[rest[0].name]
    return Role(name.span, name.text, name.name) if span.end == name.span.end else None


def _unlisted(sentence: Sentence, clause: Clause) -> Role | None:
    """A name that no table has at the head of a clause: "Vaucher şehirde iki ev yandığını bildirir"."""
    words, first = sentence.words, clause.start
    last = first
    while last < clause.predicate.first and last - first < _MOST_NAMES and _is_capital(sentence, last):
        last += 1
    known = any(word.name is not None or word.amount is not None for word in words[first:last])  # "Üç tümen"
    if last == first or known:
        return None
    span = Span(words[first].start, words[last - 1].end)
    opens = all(word.is_mark for word in words[:first])
    word = span.of(sentence.text).split()[0]
    # at the head of a sentence every word is written large
    common = opens and (_CASED.search(word) or any(not one.proper and len(one.lemma) > 2 for one in readings(word)))
    return None if common else Role(span, span.of(sentence.text))


def _by_trade(sentence: Sentence, clause: Clause) -> Role | None:
    """A name that no table has behind what its bearer is: "kamarot Dursun", "Osman'ın oğlu Yaşar"."""
    words = sentence.words
    for index in range(clause.start + 1, clause.predicate.first):
        trade = words[index - 1].folded
        is_trade = trade in phrases("actors") or bool({trade, f"{trade}si"} & phrases("humans"))
        if is_trade and words[index].name is None and _is_capital(sentence, index):
            span = Span(words[index].start, words[index].end)
            return Role(span, span.of(sentence.text))
    return None


def _is_capital(sentence: Sentence, index: int) -> bool:
    """Whether a word is written like a name without a case ending."""
    written = sentence.text[sentence.words[index].start : sentence.words[index].end]
    proper = written[:1].isupper() and not written.isupper() and _CASELESS.fullmatch(written) is not None
    return proper and sentence.words[index].date is None


def _first_person(sentence: Sentence, clause: Clause) -> Role | None:
    """The first person named without a case ending before a verb of saying, where no phrase could be made of him."""
    names = sentence.facts.names
    for word in sentence.words[clause.start : clause.predicate.first]:
        name = names[word.name] if word.name is not None else None
        if name is not None and name.kind is NameKind.PERSON and word.end == name.span.end:
            bare = _CASELESS.fullmatch(sentence.text[word.start : word.end]) is not None
            return Role(name.span, name.text, name.name) if bare else None
    return None


def reporter_of(sentence: Sentence, reading: Reading, context: Context) -> str | None:
    """On whose word stands what a reporting verb governs; "ileri sürülüyor" is said by no one in particular."""
    # what no paper says is not on its word
    verb = reading.clause.predicate
    paper = None if verb.negated else _paper_of(sentence, reading.clause, context)
    if verb.passive:
        before = sentence.words[reading.clause.start : verb.first]
        return paper or circle_in(before, sentence.text)
    # "Selim Bey'e göre köprü o yıl yapıldı. Taşının Konya'dan geldiğini de ekliyor."
    here = context.here if context.here is not None and _may_tell(context.here) else None
    unsaid = context.doer_of("say")
    if paper is not None and is_own_paper(sentence.words[reading.clause.start : verb.first], paper):
        here = here or (unsaid if unsaid is not None and _may_tell(unsaid) else None)  # "raporunda": whose it is
    told = authority_of(_who_says(sentence, reading.clause, reading) or here) or paper or context.source
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
    """Whether the phrase behind a genitive is a paper in which a thing stands: "valinin defterinde"."""
    return after is not None and after.case in ("loc", "abl") and has_word("source_papers", fold_word(after.text))


def teller_behind(sentence: Sentence, reading: Reading, context: Context, before: str | None) -> str | None:
    """Who goes on telling behind a clause of the same sentence; `before` told until then."""
    if reading.row.action not in SAYING:
        return context.teller
    if reading.clause.predicate.passive:
        return before
    return authority_of(_who_says(sentence, reading.clause, reading)) or before


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
            who = _who_says(sentence, clause, read_clause(sentence, clause))
            here = context.here if context.here is not None and _may_tell(context.here) else None
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
    word = fold_word(first.text).split()[:1] if first is not None else []
    if first is None or first.case != "nom" or not word or word[0] not in phrases("kin"):
        return None
    return first.text.split()[0][:-1].lower()


def _told_by(sentence: Sentence, clause: Clause) -> str | None:
    """Whose tales a sentence speaks of: "Ninemin anlattıkları aklımdan çıkmaz" lets her tell what follows (GK 25.3)."""
    words = sentence.words
    for index in range(clause.start + 1, clause.predicate.first):
        if _TALES.fullmatch(words[index].folded) is None:
            continue
        owner = words[index - 1]
        if owner.name is not None:
            return sentence.facts.names[owner.name].name
        of = GENITIVE.search(owner.lower)
        mine = owner.lower[: of.start()] if of is not None else ""
        return of_third_person(mine) if fold_word(mine) in phrases("kin") else None
    return None


def is_opinion(sentence: Sentence, clause: Clause) -> bool:
    """Whether a nominalised clause is what someone holds: "hastalığı esirlerin getirdiği kanısındadır" (GK 24.4)."""
    after = [word.folded for word in sentence.words[clause.predicate.last + 1 : clause.predicate.last + 2]]
    return clause.predicate.ending == "nominal" and any(has_word("opinions", word) for word in after)


def voice_of_claim(sentence: Sentence, clause: Clause, context: Context) -> Context:
    """The context of a claim: that of whoever holds it or speaks of it in this sentence, else the one it stands in."""
    outer = clause.outer
    held = is_opinion(sentence, clause)
    said = outer is not None and not outer.passive and outer.may_say
    if not held and not (said and clause.predicate.form is Form.NOMINAL):
        return context
    main = next((one for one in sentence.clauses if one.predicate is outer), None)
    if not held and main is not None:
        who = _who_says(sentence, main, read_clause(sentence, main))
    else:
        who = _opening(sentence, clause)
    return context.told_by(authority_of(who), who) if who is not None else context


def _opening(sentence: Sentence, clause: Clause) -> Role | None:
    """The nominative that opens the sentence of an opinion: whoever holds it."""
    phrase = next(iter(sentence.phrases(clause.start, clause.predicate.first)), None)
    if phrase is None or phrase.case != "nom":
        return None
    role = role_of(phrase, sentence.text, sentence.facts)
    return role if _may_tell(role) else None


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
