"""One clause read: its row of the verb table, its roles, its date and amounts.

Comes in: a sentence taken apart and one of its clauses. Goes out: a `Reading`, or None where no row of the table
fits. The finite clause's own phrases stand between the last subordinate verb and itself; the subject stands before
the first; what is promised, asked or ordered is the nominalised clause between them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import Facts, Role
from tanik.facts.statements.lexis.lexicon import fold_word, frame, phrases
from tanik.facts.statements.lexis.nouns import noun_of
from tanik.facts.statements.lexis.verbs import Form, Predicate, VerbRow
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.roles.fill import choose_row, fill_roles
from tanik.facts.statements.roles.objects import with_possessors
from tanik.facts.statements.roles.reference import resolved
from tanik.facts.statements.syntax.apposition import with_appositions
from tanik.facts.statements.syntax.clauses import Clause
from tanik.facts.statements.syntax.phrases import Phrase, as_accusative, is_person, phrases_of, role_of
from tanik.facts.statements.syntax.voice import authority_of

__all__ = ["Reading", "Sentence", "doer_in", "heard_from", "read_clause", "subject_of"]

_NOUNS_BEFORE_ET = ("savaş", "harp", "sıkıyönetim")
_OF_A_THING: Final = frozenset(
    ("attack", "write", "transfer", "request", "order", "say", "use", "appoint", "begin", "publish", "sign")
)
# of what was said the datives are the saying's own: "davaya katıldığını bildirdi"
_OF_WORDS: Final = frozenset(("say", "write"))
_LISTING: Final = frozenset(("ve", ","))
_TIMES: Final = frozenset(("year", "month", "day", "hour"))
_NOUNS = (Form.NOMINAL, Form.INFINITIVE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence taken apart."""

    text: str
    facts: Facts
    span: Span
    words: tuple[Word, ...]
    folded: str
    clauses: tuple[Clause, ...]
    _cut: dict[tuple[int, int], tuple[Phrase, ...]] = field(default_factory=dict, compare=False, repr=False)

    def phrases(self, low: int, high: int) -> tuple[Phrase, ...]:
        """The phrases between words `low` and `high` (left out): cut once, though several rules ask for them."""
        if (low, high) not in self._cut:
            self._cut[low, high] = phrases_of(self.words, low, high, self.text, self.facts)
        return self._cut[low, high]


@dataclass(frozen=True, slots=True)
class Reading:
    """A clause with what it says. `first` and `last` are the words of its span; `outer_subject` stands before all."""

    clause: Clause
    row: VerbRow
    roles: Mapping[str, Role]
    first: int
    last: int
    dates: tuple[int, ...]
    amounts: tuple[int, ...]
    names: tuple[int, ...]


def _lead(sentence: Sentence, clause: Clause) -> tuple[Phrase, ...]:
    """The nominative at the head of a clause whose first subordinate verb comes later: the subject of both."""
    if not clause.inner:
        return ()
    first = clause.inner[0].first
    before = sentence.phrases(clause.start, first)
    before = with_appositions(before, sentence.words, sentence.text, sentence.facts)
    if clause.predicate.form is Form.NOMINAL:
        return tuple(phrase for phrase in before if phrase.case == "gen")[:1]
    for phrase in before:
        if phrase.case == "agent" or (phrase.case == "nom" and not phrase.amounts and not phrase.quoted):
            own_object = phrase.name is None and phrase.last == first - 1 and not _is_teller(phrase)
            # of things joined by "ve" the first is no doer: "tuz ve iki çuval un vermeyi kabul etti"
            after = sentence.words[phrase.last + 1].folded if phrase.last + 1 < len(sentence.words) else ""
            own_object = own_object or (phrase.name is None and after == "ve" and not _is_teller(phrase))
            return () if own_object else (phrase,)
    return ()


def _between(sentence: Sentence, clause: Clause) -> tuple[Phrase, ...]:
    """The named nominative between two subordinate verbs: "kaçtığını Selim Bey, mektuba bakıp anlatır"."""
    low, high = clause.inner[-2].last + 1, clause.inner[-1].first
    found = sentence.phrases(low, high)
    return tuple(phrase for phrase in found if phrase.case == "nom" and phrase.name is not None)[:1]


def _is_teller(phrase: Phrase) -> bool:
    """Whether a phrase is the writer's kin or someone in a post: a subject wherever it stands."""
    word = fold_word(phrase.text).split()[-1]
    return any(word in phrases(name) for name in ("kin", "humans", "ranks"))


def heard_from(sentence: Sentence, clause: Clause) -> str | None:
    """From whom a thing was heard ("komutanından dinlemiş"): on their word stands what follows."""
    verb = clause.predicate
    if not sentence.words[verb.last].folded.startswith(tuple(phrases("hearing"))):
        return None
    for phrase in sentence.phrases(clause.start, verb.first):
        if phrase.case == "abl":
            return authority_of(role_of(phrase, sentence.text, sentence.facts))
    return None


def _complement(sentence: Sentence, clause: Clause) -> tuple[Predicate, tuple[Phrase, ...]] | None:
    """The nominalised clause right before a finite verb, with its phrases: what is promised, asked, ordered."""
    if not clause.inner or clause.inner[-1].form not in _NOUNS or clause.predicate.form is not Form.FINITE:
        return None
    told = None
    for position in range(len(clause.inner) - 1, -1, -1):
        verb = clause.inner[position]
        start = clause.inner[position - 1].last + 1 if position else clause.start
        found = sentence.phrases(start, verb.first)
        told = told or (verb, found)
        if any(_counts(phrase, sentence.facts) for phrase in found):
            return verb, found  # of "400 altın ödemeyi ve bir hamam yaptırmayı" the first counts
        before = clause.inner[position - 1] if position else None
        listed = before is not None and before.form in _NOUNS and sentence.words[start].folded in _LISTING
        if not listed:
            break
    return told


def _counts(phrase: Phrase, facts: Facts) -> bool:
    """Whether a phrase counts or weighs what is given: no "beş yıl süreyle" and no "on sekiz ayda"."""
    things = any(facts.amounts[index].unit not in _TIMES for index in phrase.amounts)
    return things and phrase.case in ("nom", "acc", "dat")


_CASE_OF_VERB: Final = re.compile(r"(?:(?<=s[iu])n[iuae]|(?<=m[ae])y[iae]|(?<=l[ae]r[iu])n[iuae])$")


def _without_case(sentence: Sentence, verb: Predicate) -> int:
    """Where a nominalised verb ends without its case: "kapatılmasını" is "kapatılması"."""
    word = sentence.words[verb.last]
    match = _CASE_OF_VERB.search(word.folded)
    return word.end - (len(match.group()) if match else 0)


def _with_complement(
    sentence: Sentence, roles: dict[str, Role], row: VerbRow, verb: Predicate, found: tuple[Phrase, ...]
) -> dict[str, Role]:
    """The roles with the nominalised clause as object and its dative as recipient, where these are still open."""
    inside = [phrase for phrase in found if phrase.case != "nom" or phrase is not found[0] or phrase.amounts]
    told_of = next((phrase for phrase in inside if phrase.case == "gen"), None) if row.action in _OF_WORDS else None
    if "object" not in roles and told_of is not None:
        # of "bedelin iki bin lirayı geçtiğini söyledi" the price is what is spoken of, the sum is its amount
        roles["object"] = role_of(told_of, sentence.text, sentence.facts)
    counted = next((phrase for phrase in inside if _counts(phrase, sentence.facts)), None)
    if "object" not in roles and counted is not None:
        roles["object"] = role_of(as_accusative(counted), sentence.text, sentence.facts)
    owner = next((phrase for phrase in reversed(inside) if phrase.case in ("gen", "acc")), None)
    if "object" not in roles and owner is not None:
        span = Span(owner.span.start, _without_case(sentence, verb))
        roles["object"] = Role(span, span.of(sentence.text))
    if "object" not in roles:
        begin = min((phrase.span.start for phrase in inside[-1:]), default=sentence.words[verb.first].start)
        span = Span(begin, _without_case(sentence, verb))
        roles["object"] = Role(span, span.of(sentence.text))
    asked = next((phrase for phrase in inside if phrase.case == "abl"), None) if row.action == "request" else None
    if asked is not None and "recipient" not in roles:
        roles["recipient"] = role_of(asked, sentence.text, sentence.facts)
    ordered = next((phrase for phrase in inside if phrase.case == "acc" and is_person(phrase, sentence.facts)), None)
    if ordered is not None and row.action == "order" and "recipient" not in roles:
        roles["recipient"] = role_of(ordered, sentence.text, sentence.facts)  # "onu ceza ödemeye mahkûm etti"
    for phrase in inside if row.action not in _OF_WORDS or _is_addressed(inside) else ():
        if (
            phrase.case == "dat"
            and "recipient" not in roles
            and not phrase.amounts
            and not (phrase.possessed and phrase.name is None)
        ):
            name = sentence.facts.names[phrase.name].name if phrase.name is not None else None
            roles["recipient"] = Role(phrase.span, phrase.text, name)
    return roles


def _is_addressed(inside: list[Phrase]) -> bool:
    """Whether the dative of what is said is to whom: it stands first, "gazeteye kapıyı açık tuttuğunu söyledi"."""
    return len(inside) > 1 and inside[0].case == "dat" and any(phrase.case == "acc" for phrase in inside[1:])


def _scope(clause: Clause) -> list[range]:
    """Stretches of words whose amounts belong to the clause: its own, and that of a nominalised complement."""
    own = [range(clause.own, clause.predicate.last + 1)]
    if clause.predicate.form is Form.FINITE and clause.inner:
        if clause.inner[-1].form in _NOUNS or all(verb.form is Form.CONVERB for verb in clause.inner):
            return [range(clause.start, clause.predicate.last + 1)]
        own.append(range(clause.start, min(clause.inner[0].first, clause.start + 4)))
    return own


def _described(sentence: Sentence, verb: Predicate, row: VerbRow) -> dict[str, Role]:
    """What a passive participle describes: the noun behind it is what the deed was done to."""
    high = min(len(sentence.words), verb.last + 4)
    after = sentence.phrases(verb.last + 1, high)
    place = frame(row.frame).get("passive")
    return {place: role_of(after[0], sentence.text, sentence.facts)} if after and place else {}


def _lead_noun(sentence: Sentence, verb: Predicate, row: VerbRow) -> Span | None:
    """The noun of a compound such as "mektup gönder-", "nota ver-": what was written or given.

    None before et- and ol-, which make one verb with their noun, and where the noun has a case ("yola çık-").
    """
    if not row.lead or verb.first == verb.last or row.action not in _OF_A_THING:
        return None
    noun = row.lead[0][0]
    light = row.stems[0][0] in ("et", "ol", "bulun", "olarak") and noun not in _NOUNS_BEFORE_ET
    light = light or noun_of(noun).adjective or noun in ("boyun", "el", "uygun", "karşı", "geri", "imza")
    inflected = not noun_of(noun).bare_noun and fold_word(noun).endswith(("a", "e", "den", "dan"))
    if light or (noun != "olarak" and inflected):
        return None
    word = sentence.words[max(0, verb.first - (noun == "olarak"))]
    case = _CASE_OF_POSSESSED.search(word.folded) if word.folded != fold_word(noun) else None
    return Span(word.start, word.end - (len(case.group()) if case else 0))


def _with_lead_noun(sentence: Sentence, roles: dict[str, Role], noun: Span) -> dict[str, Role]:
    """The roles with the compound's noun as object, joined to the number or adjective right before it."""
    before = roles.get("object")
    if before is None:
        roles["object"] = Role(noun, noun.of(sentence.text))
    elif before.name is None and 0 < noun.start - before.span.end <= 1:
        joined = Span(before.span.start, noun.end)
        roles["object"] = Role(joined, joined.of(sentence.text))
    return roles


def _is_struck_out(words: tuple[Word, ...], index: int) -> bool:
    """Whether a date or amount is put up only to be replaced: "8 Mart'ta değil 7 Mart'ta"."""
    word = words[index]
    after = next((w for w in words[index + 1 :] if (w.date, w.amount) != (word.date, word.amount)), None)
    apart = word.date is None and word.amount is None
    return not apart and after is not None and after.folded == "degil"


_CASE_OF_POSSESSED: Final = re.compile(r"(?<=[a-z]{2}[iu])n[iu]$")  # "emrini verdi"
_ANY: Final = VerbRow("", (), (("", ""),), None, None, (), "any", "")


def _dated_motion(sentence: Sentence, clause: Clause) -> VerbRow | None:
    """The row of moving, where a clause says when but not from where or to where: "21 Haziran'da çekildiler"."""
    dated = any(word.date is not None for word in sentence.words[clause.own : clause.predicate.first])
    past = clause.predicate.ending in ("past", "hearsay")
    for row in clause.predicate.rows if dated and past else ():
        if row.action == "move" and not row.lead and row.stems[0][1] in phrases("journeys"):
            return row
    return None


def read_clause(sentence: Sentence, clause: Clause, *, anything: bool = False) -> Reading | None:
    """What one clause says, or None where its verb has no row that fits; `anything` reads verbs of no table too."""
    words, facts, verb = sentence.words, sentence.facts, clause.predicate
    nominal = verb.form is not Form.FINITE
    skipped = range(*clause.left_out)
    spoken = sentence.phrases(clause.own, verb.first)
    spoken = with_appositions(spoken, words, sentence.text, facts)
    own = with_possessors(
        [phrase for phrase in spoken if phrase.first not in skipped],
        sentence.text,
        nominal=nominal,
        left_out=clause.left_out,
    )
    lead = () if verb.form is Form.PARTICIPLE else _lead(sentence, clause)
    if not lead and len(clause.inner) > 1 and not any(phrase.case == "nom" for phrase in own):
        lead = _between(sentence, clause)
    if any(phrase.case == "nom" and phrase.name is not None for phrase in own) and clause.inner:
        lead = tuple(phrase for phrase in lead if phrase.name is not None and clause.inner[0].form in _NOUNS)
    row = choose_row(verb, lead + own, facts) or _dated_motion(sentence, clause) or (_ANY if anything else None)
    if row is None or (row.action is None and not anything):
        return None
    filled = fill_roles(verb, row, lead + own, words, sentence.text, facts, nominal=nominal)
    roles = dict(filled.roles)
    complement = _complement(sentence, clause)
    if complement is not None:
        roles = _with_complement(sentence, roles, row, *complement)
    if verb.form is Form.PARTICIPLE and verb.passive:
        roles |= _described(sentence, verb, row)
    if (noun := _lead_noun(sentence, verb, row)) is not None:
        roles = _with_lead_noun(sentence, roles, noun)
    if row.frame == "rise" and "object" not in roles and not row.lead and row.stems[0][0] in phrases("posts"):
        post = Span(words[verb.last].start, words[verb.last].start + len(row.stems[0][0]))
        roles["object"] = Role(post, post.of(sentence.text))
    if row.action == "move" and "object" not in roles and "source" in roles:
        roles["object"] = roles["source"]
    doer = roles["subject"].name if "subject" in roles else None
    roles = {
        place: resolved(role, facts, sentence.text, other_than=doer if place != "subject" else None)
        for place, role in roles.items()
    }
    inside = [index for stretch in _scope(clause) for index in stretch if not _is_struck_out(words, index)]
    inside = [index for index in inside if index not in skipped]
    whole = range(clause.start if not nominal else clause.own, verb.last + 1)
    dates = [words[i].date for i in (*inside, *(i for i in whole if not _is_struck_out(words, i)))]
    return Reading(
        clause,
        row,
        roles,
        clause.start if not nominal else min(clause.own, verb.first),
        verb.last,
        tuple(dict.fromkeys(date for date in dates if date is not None)),
        tuple(sorted({amount for i in inside if (amount := words[i].amount) is not None})),
        tuple(sorted({name for i in whole if (name := words[i].name) is not None})),
    )


def doer_in(sentence: Sentence, clause: Clause) -> Role | None:
    """The nominative that opens a clause whose verb no table knows: who the rest of the sentence may leave unsaid."""
    if clause.predicate.passive or clause.predicate.ending == "copula":
        return None
    high = clause.inner[0].first if clause.inner else clause.predicate.first
    found = sentence.phrases(clause.start, high)
    first = next((phrase for phrase in found if phrase.case in ("nom", "acc")), None)
    if first is None or first.case != "nom" or first.amounts or first.quoted or first.maybe_object:
        return None
    if fold_word(first.text).startswith("kendi"):
        return None
    return role_of(first, sentence.text, sentence.facts)


def subject_of(sentence: Sentence, clause: Clause) -> Role | None:
    """The named nominative of a clause whose verb no table knows: who the next clause may leave unsaid."""
    high = clause.inner[0].first if clause.inner else clause.predicate.first
    found = sentence.phrases(clause.start, high)
    first = next((phrase for phrase in found if phrase.case == "nom" and phrase.name is not None), None)
    if first is None or first.name is None:
        return None
    return Role(first.span, first.text, sentence.facts.names[first.name].name)
