"""The subject that a clause shares with the subordinate ones before it.

Comes in: a sentence, one of its clauses and the clause's own phrases. Goes out: the nominative at its head, or nothing
where the clause has a subject of its own. A converb and a complement leave out what is the main verb's subject; behind
a condition or a "-ken" another may begin (Göksel & Kerslake 2005, 24.4, 25.1.1, 26.3, 27.2).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tanik.facts.statements.lexis.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.lexis.nouns import is_people, noun_of
from tanik.facts.statements.lexis.verbs import Form, Predicate
from tanik.facts.statements.lexis.words import Word, behind
from tanik.facts.statements.roles.fill import choose_row
from tanik.facts.statements.roles.gaps import HAPPENING, described_doer, doer_of_noun, is_apart
from tanik.facts.statements.roles.heads import acts, is_human_head
from tanik.facts.statements.roles.nominatives import is_definite_pronoun
from tanik.facts.statements.roles.objects import divided
from tanik.facts.statements.roles.possessors import with_possessors
from tanik.facts.statements.roles.reference import is_told_apart
from tanik.facts.statements.roles.sentence import Sentence
from tanik.facts.statements.syntax.apposition import with_appositions
from tanik.facts.statements.syntax.bare_nouns import PLURAL
from tanik.facts.statements.syntax.clauses import Clause, describes_noun
from tanik.facts.statements.syntax.fillers import role_of
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["HAPPENING", "behind_words", "is_bracketed", "lead_of", "without_outer_subject"]

_SUFFERED: Final = re.compile(r"[a-z]{2,}(?:[iu]l|[aeiu]n)(?:[ae]n|m[iu]s)")  # "kurulan"
_BEING: Final = re.compile(r"ol(?:m[ae])?(?:du|di|aca)[gk]")
_NOT_YET: Final = re.compile(r"m[ae]d[ae]n$")
_NOUNS: Final = (Form.NOMINAL, Form.INFINITIVE)
_ADVERBIAL: Final = (Form.CONVERB, Form.TEMPORAL)


def lead_of(sentence: Sentence, clause: Clause, own: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The nominative that a clause shares with the subordinate ones before it, where it has no subject of its own."""
    if clause.predicate.form is Form.PARTICIPLE or (own and clause.inner and own[0].first < clause.inner[0].first):
        return ()
    if behind_words(own, sentence, clause):
        return ()
    lead = () if _has_died(clause) else _lead(sentence, clause)
    if not lead and len(clause.inner) > 1 and not any(phrase.case == "nom" for phrase in own):
        lead = _between(sentence, clause)
    if clause.inner and _has_adverbial(clause, sentence) and _has_no_object(clause.predicate, own, sentence):
        # of "kongre açıldığında para toplandı" the congress opened, and the money is what was collected
        told = (one for one in own if one.case == "nom" and not one.quoted)
        lead = () if any(not _is_post_given(one, clause) for one in told) else lead
    if lead and clause.inner and _is_cause(clause.inner[0], sentence) and not _does_things(lead[0]):
        lead = ()  # "durum onu zorladığından kömür taşıdı": what forces does not carry
    if clause.inner and clause.inner[0].form is Form.PARTICIPLE:
        # "temeli atılan ev", and no "köyün kırk hanesi 1921'de açılan okula"
        lead = tuple(one for one in lead if not _is_its(one, clause.inner[0], sentence.words))
    lead = tuple(phrase for phrase in lead if not _is_held_inside(phrase, clause, sentence))
    if lead and lead[0].name is None and clause.inner and _stands_before(lead[0], clause.inner[0], sentence.words):
        # of "ordu çekilirken halk köprüyü yıktı" another begins behind "-ken" (GK 26.3)
        lead = () if any(_is_another(one, sentence) for one in own) else lead
    if lead and _another_acts(own, clause, sentence.words):
        lead = ()
    if any(phrase.case == "nom" and phrase.name is not None for phrase in own) and clause.inner:
        lead = tuple(phrase for phrase in lead if phrase.name is not None and clause.inner[0].form in _NOUNS)
    return lead


def _is_its(phrase: Phrase, verb: Predicate, words: Sequence[Word]) -> bool:
    """Whether a possessed noun before a passive participle is that of the noun behind it: "inşası 1935'te biten okul".

    The passive may be one by its letters alone: "tamamlanan".
    """
    if phrase.whole or not phrase.possessed:
        return False
    alone = phrase.first == phrase.last and behind(words, phrase.last) != "," and not _does_things(phrase)
    alone = alone and not noun_of(fold_word(phrase.text)).bare_noun
    suffered = alone and _SUFFERED.fullmatch(words[verb.last].folded) is not None
    return (verb.passive and phrase.maybe_object) or suffered


def _is_another(phrase: Phrase, sentence: Sentence) -> bool:
    """Whether a nominative is who does what follows an adverbial clause, alone or before its object: "para gelince
    Rusya silahları gönderdi"."""
    if phrase.case != "nom" or phrase.quoted:
        return False
    apart = phrase.maybe_object and phrase.name is None
    parts = divided(phrase, sentence.words, sentence.facts, sentence.text) if apart else None
    return not phrase.maybe_object or (parts is not None and parts[0].name is not None)


def _is_held_inside(phrase: Phrase, clause: Clause, sentence: Sentence) -> bool:
    """Whether what may stand in the accusative before a participle or complement is that verb's own object, unless a
    comma sets it apart or it is someone: "soruyu nasıl çözeceklerini kararlaştırdılar" (GK 24.4, 25.1.1)."""
    held = clause.inner and clause.inner[0].form in (*_NOUNS, Form.PARTICIPLE) and not clause.inner[0].passive
    if not held or phrase.name is not None or not phrase.maybe_object or phrase.case != "nom":
        return False
    apart = behind(sentence.words, phrase.last) in (",", "ise") or is_definite_pronoun(phrase)
    return not (apart or _does_things(phrase))


def _is_post_given(phrase: Phrase, clause: Clause) -> bool:
    """Whether a nominative right before a passive of appointing is the post: "açarak müdür seçildi" (GK 13.2.2)."""
    verb = clause.predicate
    appointed = verb.passive and bool(verb.rows) and verb.rows[0].action == "appoint"
    return appointed and phrase.last == verb.first - 1 and phrase.name is None and not phrase.amounts


def _another_acts(own: tuple[Phrase, ...], clause: Clause, words: Sequence[Word]) -> bool:
    """Whether somebody stands bare right behind "-ınca" and apart from the verb, who then acts: a bare object would
    stand before the verb itself (GK 14.3.3, 26.3.16). "Ordu şehre girince ahali komutana ekmek verdi"."""
    inner = clause.inner[-1] if clause.inner else None
    # "antlaşma imzalanmadan İngilizler cephaneyi taşıdı": nor does what was not yet done (GK 26.3.1)
    before = inner is not None and _NOT_YET.search(words[inner.last].folded) is not None
    if inner is None or not (inner.form is Form.TEMPORAL or before) or not own or clause.predicate.passive:
        return False
    first, after = own[0], own[1] if len(own) > 1 else None
    bare = first.case == "nom" and not first.maybe_object and not first.quoted and not first.amounts
    behind_it = all(word.date is not None or word.is_mark for word in words[inner.last + 1 : first.first])
    apart = after is not None and (after.case != "nom" or after.maybe_object) and not words[first.last + 1].is_mark
    joined = words[first.last + 1].folded == "ve"
    return bare and behind_it and apart and not joined and _does_things(first)


def _stands_before(phrase: Phrase, verb: Predicate, words: Sequence[Word]) -> bool:
    """Whether nothing but a date stands between a phrase and a verb: "şirket 1935'te iflas edince"."""
    return phrase.last < verb.first and all(word.date is not None for word in words[phrase.last + 1 : verb.first])


def _has_died(clause: Clause) -> bool:
    """Whether the clause before tells when somebody died, who then does nothing: "babası ölünce köye döndü"."""
    first = clause.inner[0] if clause.inner else None
    return first is not None and first.form is Form.TEMPORAL and any(row.action == "die" for row in first.rows[:1])


def behind_words(found: tuple[Phrase, ...], sentence: Sentence, clause: Clause) -> tuple[Phrase, ...]:
    """The phrases behind words that "diye" closes, where whoever says them stands there, else none.

    Of "gemi battı diye gazeteler yazdı" the papers write, and the ship is in what they wrote (GK 24.2).
    """
    if not found or not sentence.has("diye"):
        return ()
    last = found[-1].span.start
    own = sentence.words[clause.own : clause.predicate.first]
    closed = max((word.end for word in own if word.folded == "diye" and word.end < last), default=0)
    behind = tuple(phrase for phrase in found if phrase.span.start > closed)
    return behind if closed and any(_says(phrase, sentence) for phrase in behind) else ()


def _says(phrase: Phrase, sentence: Sentence) -> bool:
    """Whether a phrase is someone, or papers, in the nominative."""
    told = is_told_apart(role_of(phrase, sentence.text, sentence.facts))
    papers = has_word("prints", fold_word(phrase.text).split()[-1])
    return phrase.case == "nom" and not phrase.amounts and (told or papers)


def without_outer_subject(found: tuple[Phrase, ...], words: Sequence[Word]) -> tuple[Phrase, ...]:
    """The phrases of a nominalised clause without the main verb's subject, which a comma sets apart before them.

    A nominalised clause has its subject in the genitive, or bare right before its verb (GK 24.4.2): of "Sabri Bey, 300
    lira gönderildiğini yazdı" it is the sum.
    """
    apart = bool(found) and behind(words, found[0].last) == "," and found[0].case == "nom" and found[0].name is not None
    own = any(one.case == "nom" and one.name is None for one in found[1:])
    return found[1:] if apart and own else found


def _has_adverbial(clause: Clause, sentence: Sentence) -> bool:
    """Whether the first or the last verb before a clause's own is an adverbial clause's."""
    return any(_is_adverbial(verb, sentence) for verb in (clause.inner[0], clause.inner[-1]))


def _does_things(phrase: Phrase) -> bool:
    """Whether a phrase is a name, someone in a post, a body or a human being."""
    return phrase.name is not None or acts(phrase) or is_human_head(phrase)


def _is_cause(verb: Predicate, sentence: Sentence) -> bool:
    """Whether a verb says why with "-dığından" (GK 26.3.2), as in Azerbaijani, too."""
    folded = sentence.words[verb.last].folded
    return folded.endswith(("gindan", "ginden", "gundan", "gunden")) and verb.form in (Form.CONVERB, Form.NOMINAL)


def _is_adverbial(verb: Predicate, sentence: Sentence) -> bool:
    """Whether a verb says when, how or why: "-ınca", "-arak", "kabul etmediğinden" (GK 26.3)."""
    why = verb.form is Form.NOMINAL and sentence.words[verb.last].folded.endswith(
        ("gindan", "ginden", "gundan", "gunden")
    )
    return verb.form in _ADVERBIAL or why


def _lead(sentence: Sentence, clause: Clause) -> tuple[Phrase, ...]:
    """The nominative at the head of a clause whose first subordinate verb comes later: the subject of both.

    Behind a condition the main clause begins anew and may have a subject of its own (GK 27.2): "yağmur yağarsa
    belediye yolu kapatmayı taahhüt eder"; so it does behind "-ken" and "-ince" (26.3): "vali beklerken Ankara …".
    """
    inner = clause.inner
    condition = max((at for at, verb in enumerate(inner) if verb.form is Form.CONDITIONAL), default=None)
    if condition is not None and inner[condition + 1 :] and (lead := _head(sentence, clause, condition + 1)):
        return lead
    then = max((at for at, verb in enumerate(inner) if verb.form is Form.TEMPORAL), default=None)
    if (
        then is not None
        and inner[then + 1 :]
        and any(one.name is not None for one in _head(sentence, clause, then + 1))
    ):
        return _head(sentence, clause, then + 1)
    head = _head(sentence, clause, 0)
    if clause.predicate.form is Form.NOMINAL:
        return doer_of_noun(sentence, clause) or head
    if head and (inner[0].form is not Form.PARTICIPLE or is_apart(sentence, head[0])):
        return head
    return described_doer(sentence, clause) or head


def is_bracketed(sentence: Sentence, phrase: Phrase, high: int) -> bool:
    """Whether a phrase stands in a bracket that closes before the verb `high`: it only explains a word."""
    words = sentence.words
    if not sentence.has("("):
        return False
    before = next((words[i].folded for i in range(phrase.first - 1, -1, -1) if words[i].folded in ("(", ")")), ")")
    return before == "(" and any(words[i].folded == ")" for i in range(phrase.last + 1, high))


def _head(sentence: Sentence, clause: Clause, position: int) -> tuple[Phrase, ...]:
    """The nominative before the subordinate verb `position` of a clause, and behind the one before that."""
    if not clause.inner:
        return ()
    first = clause.inner[position].first
    nominal = clause.predicate.form is Form.NOMINAL
    before = sentence.phrases(clause.inner[position - 1].last + 1 if position else clause.start, first)
    before = tuple(one for one in before if not is_bracketed(sentence, one, first))
    before = with_appositions(before, sentence.words, sentence.text, sentence.facts)
    before = with_possessors(before, sentence.text, nominal=nominal)
    if nominal:
        held = clause.inner[position]
        # of "okulun kapatılması hâlinde yolu açacağını" the genitive is of the passive (GK 24.4.2)
        its = held.form is Form.NOMINAL and held.passive and not clause.predicate.passive
        return () if its else tuple(phrase for phrase in before if phrase.case == "gen")[:1]
    for at, phrase in enumerate(before):
        after = before[at + 1] if at + 1 < len(before) else None
        owner = phrase.case == "gen" and after is not None and not after.possessed and after.whole is None
        # the doer of the subordinate clause: what follows is inside it (GK 25.1.1), as is by whom a paper was given
        if owner or _is_agent_within(clause, position, sentence, phrase):
            return ()
        if after is not None and _owns_means(phrase, after):
            continue
        if phrase.whole is not None and phrase.case == "nom" and clause.predicate.passive:
            return (phrase,)  # "avansın 900 bin lirası kalenin onarılmasında kullanıldı"
        # "118 tabanca, bulunarak polise verildi": what is counted is set apart as a subject is
        counted = phrase.amounts and not (clause.predicate.passive and behind(sentence.words, phrase.last) == ",")
        if phrase.case == "agent" or (phrase.case == "nom" and not counted and not phrase.quoted):
            own_object = phrase.name is None and phrase.last == first - 1 and not _is_teller(phrase)
            own_object = own_object and not _only_happens(clause.inner[position], before, sentence)
            # of things joined by "ve" the first is no doer: "tuz ve iki çuval un vermeyi kabul etti"
            joined = behind(sentence.words, phrase.last) == "ve"
            own_object = own_object or (phrase.name is None and joined and not _is_teller(phrase))
            return _doer_before(phrase, clause.inner[position], sentence) if own_object else (phrase,)
    return ()


def _owns_means(phrase: Phrase, after: Phrase) -> bool:
    """Whether somebody stands bare before what is his, with which a thing was done: "Ali Bey imzasıyla" (GK 14.4)."""
    return phrase.case == "nom" and after.case == "ins" and after.possessed and after.first == phrase.last + 1


def _is_agent_within(clause: Clause, position: int, sentence: Sentence, phrase: Phrase) -> bool:
    """Whether who stands with "tarafından" did what the passive participle behind it says: "hükûmet tarafından
    verilmiş belgede" (GK 25.1.1); no comma parts them."""
    verb = clause.inner[position]
    passive = phrase.case == "agent" and verb.form in (Form.PARTICIPLE, Form.NOMINAL)
    passive = passive and (verb.passive or _SUFFERED.match(sentence.words[verb.last].folded) is not None)
    return passive and not any(word.folded == "," for word in sentence.words[phrase.last + 1 : verb.first])


def _doer_before(phrase: Phrase, verb: Predicate, sentence: Sentence) -> tuple[Phrase, ...]:
    """Who does what a verb says, before its object: of "Ankara kararı tanımadığını" (GK 14.4: "-ı", that is no "-nı",
    ends an izafet in the nominative alone, which an active verb with its object before it does not have)."""
    if verb.passive or not phrase.maybe_object or phrase.last != verb.first - 1:
        return ()
    parts = divided(phrase, sentence.words, sentence.facts, sentence.text)
    return parts[:1] if parts is not None else ()


def _only_happens(verb: Predicate, found: tuple[Phrase, ...], sentence: Sentence) -> bool:
    """Whether an adverbial clause's verb leaves no room for an object: "ordu çekilirken köprüyü yıktı"."""
    row = choose_row(verb, found, sentence.facts) if verb.form in _ADVERBIAL else None
    return row is not None and row.frame in HAPPENING


def _has_no_object(verb: Predicate, own: tuple[Phrase, ...], sentence: Sentence) -> bool:
    """Whether a nominative of the verb's own clause can only be its subject: of passives and of what happens."""
    row = None if verb.passive else choose_row(verb, own, sentence.facts)
    return verb.passive or (row is not None and row.frame in (*HAPPENING, "become"))


def _between(sentence: Sentence, clause: Clause) -> tuple[Phrase, ...]:
    """The named nominative between two subordinate verbs: "kaçtığını Selim Bey, mektuba bakıp anlatır".

    Also what the first of them describes: "çekilen birlikler giderken köyü yaktı" (GK 25.1). Of "parayı verenin Ali Bey
    olduğunu yazdı" what stands right before the verb of being is what somebody is said to be (24.4.2).
    """
    low, high = clause.inner[-2].last + 1, clause.inner[-1].first
    being = _BEING.match(sentence.words[high].folded) is not None
    found = [one for one in sentence.phrases(low, high) if one.case == "nom" and not (being and one.last == high - 1)]
    told = clause.inner[-2].form is Form.PARTICIPLE or describes_noun(sentence.words, clause.inner[-2])
    told = told and _is_adverbial(clause.inner[-1], sentence) and not clause.predicate.passive
    apart = [one for one in found if one.name is not None or (told and one.first == low and not one.maybe_object)]
    return tuple(apart[:1])


def _is_teller(phrase: Phrase) -> bool:
    """Whether a phrase is the writer's kin, someone in a post or several who do things: a subject wherever it stands.

    An object without ending is hardly ever a plural: "köylüler topladıkları buğdayı götürdü" (GK 14.3.2.2).
    """
    word = fold_word(phrase.text).split()[-1]
    several = PLURAL.search(word) is not None and (_does_things(phrase) or is_people(word[: -len("lar")]))
    return several or any(word in phrases(name) for name in ("kin", "humans", "ranks"))
