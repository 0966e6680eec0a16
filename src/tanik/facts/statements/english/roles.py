"""The roles of an English clause: subject before the verb group, object behind it, the rest behind prepositions.

Comes in: a sentence, one of its clauses with its verb, and what the sentences before left. Goes out: who and what
fills each place (Huddleston & Pullum, The Cambridge Grammar of the English Language, 2002, ch. 4 and 7).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import NameKind, Role
from tanik.facts.statements.english.adjuncts import antecedent, is_of_deed, is_to_do, subject_from
from tanik.facts.statements.english.bilingual import is_somewhere, is_told_apart
from tanik.facts.statements.english.clauses import Clause
from tanik.facts.statements.english.corresponded import with_correspondents
from tanik.facts.statements.english.deals import described, with_unsaid
from tanik.facts.statements.english.filling import PHASES, PROVIDING, WHERE, Filling, done_to
from tanik.facts.statements.english.forms import Verb, participles, verb_width
from tanik.facts.statements.english.memory import Memory
from tanik.facts.statements.english.nominals import noun_phrase
from tanik.facts.statements.english.phrases import (
    DETERMINERS,
    LATER,
    PREPOSITIONS,
    Part,
    is_adjective,
    is_adverb,
    is_bare,
    is_idle,
    lower_english,
    parts_of,
    state_adjectives,
)
from tanik.facts.statements.english.subjects import (
    Sentence,
    fronted_subject,
    goes_on_with,
    object_relative,
    of_relative,
    subject_of,
)
from tanik.facts.statements.english.verbs import BE, SUBORDINATORS
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.turkish_nouns import turkish_noun
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.lexis.words import Word

__all__ = ["Sentence", "goes_on_with", "roles_of"]

_TAKING: Final = ("take", "took", "taking")
_BEFORE_NOUN: Final = PREPOSITIONS | phrases("english_noun_openers")
# what these bring in is no party and no place of the deed: "after the war", "against the plan" (H&P 2002, 7.2)
_ASIDE: Final = phrases("english_phrase_asides")
_OF_NOUNS: Final = frozenset(("to", "from", "on", "with", "for"))  # "after his visit to Kars"
_STRETCHING: Final = frozenset(("from", "along", "across", "between", "through", "in"))  # "a line running from Kars"
_OF_INFINITIVE: Final = frozenset(("to", "with", "from", "into", *WHERE))
_NOUN_ASIDE: Final = frozenset(("after", "before", "during", "against", "since"))
# deeds that one does with another; else "with" says what is at hand ("opened with 40 guests")
_WITH: Final = frozenset(("sign", "meet", "accept", "transfer", "say", "write", "promise", "offer", "refuse", None))
_RELATING: Final = phrases("english_relating")
_JOINING: Final = SUBORDINATORS | _RELATING | {"that", "and", "but", "or", "until", "when"}
_PRONOUNS: Final = phrases("english_nominatives") - {"we"}
_OBJECTS: Final = phrases("english_accusatives")
_MOVED_ON: Final = frozenset(("die", "lose", "end", "begin", "meet", "say", "born"))
# participles that open a sentence as "formed" does; none is a past too that a diary may open with
_FRONTED: Final = phrases("english_fronted_participles")
_DASH: Final = 3  # characters between two words that a dash parts
_LEAST: Final = 5  # letters of a participle in -ing: "king" is none
_WEIGHED: Final = frozenset(("transfer", "promise", "offer", "request"))
_PROVIDING: Final = ("provid", "suppl", "furnish", "equip")
_BARE: Final = _OBJECTS | _PRONOUNS | BE | {"you", "these", "those", "this", "that", "such", "i", "ı", "we"}


def roles_of(sentence: Sentence, clause: Clause, verb: Verb, carried: Role | None, memory: Memory) -> dict[str, Role]:
    """Subject before the verb group, object right behind the verb, the rest by preposition."""
    words, facts = sentence.words, sentence.facts
    form = words[clause.verb].lower
    passive = _is_passive(words, clause)
    head, describing = _subject(sentence, clause, carried, memory)
    shared = describing or _shares_passive(words, clause, verb, memory) or _has_agent(words, clause)
    passive = (passive or shared) and verb.action != "born"
    stative = passive and form in phrases("english_state_participles") and words[clause.verb + 1 :][:1] != []
    stative = stative and words[clause.verb + 1].lower == "to"  # "was opposed to the plan": the subject opposes it
    verb, passive = (replace(verb, to=verb.object) if stative else verb), passive and not stative
    memory.passive = passive
    filling = Filling(sentence, verb, memory, form, passive=passive)
    if head is not None:
        filling.roles[done_to(verb) if passive else verb.subject] = head
    if (whom := object_relative(words, clause)) is not None and not passive:
        whose = antecedent(words, facts, sentence.text, whom)
        filling.roles |= {verb.object: whose} if whose is not None else {}
    filling.subject = filling.roles.get("object" if passive else verb.subject)
    idle = beside = phrasal = aimed = liken = caused = asided = False
    parts = parts_of(words, clause.verb + verb_width(words, clause.verb), _end(words, clause))
    for part, behind in zip(parts, (*parts[1:], None), strict=False):
        aside = _is_aside(sentence, verb, filling.form, part) or _is_subject_of_infinitive(part, behind)
        beside = beside and bool(part.preposition) and words[part.first - 2].folded != ","
        # of "in connection with the note" the second preposition belongs to the first (H&P 2002, 7.3.2)
        goes_on = idle and (part.preposition == "of" or (phrasal and part.preposition in ("with", "to")))
        # "set up to respond to a crisis": what stands behind an infinitive belongs to it
        goes_on = goes_on or (aimed and not filling.awaits(part) and part.preposition in _OF_INFINITIVE)
        goes_on = goes_on or (aimed and part.preposition == "infinitive" and words[part.first - 3].lower != "and")
        goes_on = goes_on or (aimed and part.preposition == "for" and verb.action in PHASES)
        aimed = aimed or part.preposition == "infinitive"
        # "as a result of a request for aid": what behind "as" says in what way takes the rest with it (H&P 2002, 7.4.3)
        alike = "as" in (words[part.first - 1].lower, words[part.first].lower) and verb.action != "appoint"
        goes_on = goes_on or (liken and part.preposition in ("of", "for", "to", "with", "by"))
        goes_on = goes_on or is_of_deed(words, part) or (asided and part.preposition in _OF_NOUNS)
        asided = aside and part.preposition in _NOUN_ASIDE and words[part.stop - 1].date is None
        alike = alike or is_to_do(words, part)
        caused = _is_cause(words, part) or (caused and words[part.first - 2].folded != ",")
        goes_on = goes_on or caused
        liken = alike or (liken and goes_on)
        idle = is_idle(words, part) or aside or beside or goes_on or alike
        if part.preposition == "listed" and words[part.first - 1].lower == "and":
            filling.join(part)
        if not idle:
            filled = dict(filling.roles)
            filling.add(part)
            unplaced = filling.roles == filled
            idle = unplaced and part.preposition not in ("", "of", "infinitive", "listed")
            # "wrote Grew, American Minister to Bern": what stands behind a noun beside another is of that noun
            phrasal = idle and part.stop == part.first + 1 and is_bare(words[part.first])
            beside = unplaced and not part.preposition and words[part.first - 1].folded == ","
        # "held two talks, one at Kars, the other at Ani": what follows is of each of the two alone
        beside = beside or (part.preposition == "listed" and words[part.first].lower in ("one", "the"))
        beside = beside or _is_apposition(sentence, part)
    roles = {place: described(role, facts, sentence.text) for place, role in _provided(form, filling.roles).items()}
    roles = _given_by_somebody(verb, words[clause.start], _with_unsaid(verb, form, roles, memory))
    roles = with_correspondents(sentence, verb, _without_round(verb, roles), memory.letter)
    # a pronoun that stands for nobody found fills nothing
    return {place: role for place, role in roles.items() if role.text.lower() not in _BARE}


def _without_round(verb: Verb, roles: dict[str, Role]) -> dict[str, Role]:
    """The roles, of going "from town to town" without a place: it is to no one place (H&P 2002, 5.8.3)."""
    goal, left = roles.get("recipient"), roles.get("object") or roles.get("source")
    if verb.action != "move" or goal is None or left is None or goal.name is not None:
        return roles
    alike = goal.text.lower() == left.text.lower()
    return {place: role for place, role in roles.items() if not alike or role not in (goal, left)}


def _subject(sentence: Sentence, clause: Clause, carried: Role | None, memory: Memory) -> tuple[Role | None, bool]:
    """Whom a clause is about, and whether its verb is a participle that describes it; `memory` keeps who goes on."""
    words, facts = sentence.words, sentence.facts
    head = of_relative(sentence, clause) or subject_of(sentence, clause, carried, memory)
    if (linked := _linked_from(words, clause)) is not None:
        head = _of_linked(sentence, clause, linked)
    memory.head = head
    if clause.describes and not _is_told(words, clause):
        head = antecedent(words, facts, sentence.text, clause.group) or head
    if _is_fronted(words, clause):
        memory.head = fronted_subject(sentence, clause.verb)
        return memory.head, True
    return head, clause.describes or linked is not None


def _linked_from(words: Sequence[Word], clause: Clause) -> int | None:
    """Where "was" links what a participle behind it describes: "X | was a body established by Y" (H&P 2002, 14.7.1)."""
    if clause.group != clause.verb or words[clause.verb].lower.endswith("ing"):
        return None
    inside = range(clause.start + 1, clause.group - 1)
    at = next((at for at in inside if words[at].lower in BE and words[at].date is None), None)
    # "it was in May that Italy sold" links nothing to the verb
    joined = at is not None and any(words[i].is_mark or words[i].lower in _JOINING for i in range(at, clause.group))
    return None if joined else at


def _of_linked(sentence: Sentence, clause: Clause, linked: int) -> Role | None:
    """Whom such a participle tells of: what stands before "was"; behind a preposition the noun before it."""
    text, facts, words = sentence.text, sentence.facts, sentence.words
    if any(words[at].lower in PREPOSITIONS - {"of"} for at in range(linked, clause.group)):
        return antecedent(words, facts, text, clause.group)
    low = subject_from(words, clause.start, linked)
    found = noun_phrase(text, facts, words, range(low, linked), head=True) if low < linked else None
    pronoun = found is None or found.text.lower() in _PRONOUNS | {"there", "this", "these", "those"}
    return antecedent(words, facts, text, clause.group) if pronoun else found


def _is_passive(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a form of "be" stands in the verb group and no participle in -ing ends it (H&P 2002, 3.1.3)."""
    form = words[clause.verb].lower
    progressive = form in participles() or (form.endswith("ing") and form not in phrases("english_ing_words"))
    return not progressive and any(words[i].lower in BE for i in range(clause.group, clause.verb))


def _is_fronted(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a participle opens the sentence and a comma ends what belongs to it: "Formed in 1915, the board …"."""
    form = words[clause.verb].lower
    participle = form.endswith("ed") or form in _FRONTED
    opens = clause.verb == 0 or (clause.verb == 1 and is_adverb(words[0]))  # "Heavily funded by Britain, the board …"
    return opens and participle and any(word.folded == "," for word in words)


def _given_by_somebody(verb: Verb, opens: Word, roles: dict[str, Role]) -> dict[str, Role]:
    """The roles without things of an earlier sentence that "they" cannot mean: rifles give nothing."""
    giver = roles.get("subject")
    if giver is None or verb.action not in _WEIGHED or opens.lower != "they" or giver.span.start >= opens.start:
        return roles
    if giver.name is not None or is_told_apart(giver):
        return roles
    thing = turkish_noun(fold_word(giver.text.split()[-1]), "en")
    if thing is None or not thing[0].islower():
        return roles
    return {place: role for place, role in roles.items() if place != "subject"}


def _provided(form: str, roles: dict[str, Role]) -> dict[str, Role]:
    """The roles, of whoever is provided without a word of what with: "Britain supplied Greece" (H&P 2002, 4.3.1)."""
    whom = roles.get("object")
    if not form.startswith(_PROVIDING) or whom is None or whom.name is None or "recipient" in roles:
        return roles
    return {**{place: role for place, role in roles.items() if place != "object"}, "recipient": whom}


def _with_unsaid(verb: Verb, form: str, roles: dict[str, Role], memory: Memory) -> dict[str, Role]:
    """The roles with what the deal before supplies; "took part" takes nothing that a deal was about."""
    thing = roles.get("object")
    light = thing is not None and thing.text.lower() in phrases("english_light_objects")
    return roles if light and form.startswith(_TAKING) else with_unsaid(verb.action, roles, memory.deal)


def _is_aside(sentence: Sentence, verb: Verb, form: str, part: Part) -> bool:
    """Whether a part tells how, how long or with what and fills no place, by its preposition and by what it holds."""
    words = sentence.words
    with_whom = part.preposition != "with" or verb.action in _WITH or form.startswith(PROVIDING)
    aside = part.preposition in _ASIDE or not with_whom or _is_while(sentence, part)
    aside = aside or words[part.first - 2].lower == "except"
    opens, alone = words[part.first], part.stop == part.first + 1
    whither = part.preposition in ("in", "at") and verb.action == "move" and alone
    aside = aside or (whither and is_bare(opens) and _is_manner(opens))  # "fled in panic to the port"
    # "arrived in a steamer": in what one goes is no place one goes to
    vehicle = words[part.stop - 1].lower in phrases("english_vehicles")
    aside = aside or (part.preposition in ("in", "on", "by") and verb.action == "move" and vehicle)
    # "a great deal in regaining Kars": a gerund with its object is a deed and no place (H&P 2002, 14.3)
    gerund = part.preposition in WHERE and not alone and is_bare(opens) and len(opens.lower) > _LEAST
    return aside or (gerund and opens.lower.endswith("ing"))


def _is_subject_of_infinitive(part: Part, behind: Part | None) -> bool:
    """Whether "for" brings in who is to do what "to" brings in: "a note for the Turks to leave" (H&P 2002, 14.1.3)."""
    infinitive = behind is not None and behind.preposition == "infinitive"
    return part.preposition == "for" and behind is not None and infinitive and behind.first - 2 == part.stop


def _is_cause(words: Sequence[Word], part: Part) -> bool:
    """Whether a part opens what a thing is due to, with all behind it: "destroyed owing to attacks by the police".

    "Due to" and "because of" are prepositions (H&P 2002, 7.3.2), and what stands in their phrase is its own.
    """
    alone = part.stop == part.first + 1 and words[part.first].lower in ("due", "owing", "thanks", "because", "prior")
    before = words[part.first - 2].lower if part.first > 1 else ""
    return alone or (part.preposition == "to" and before in ("due", "owing", "thanks", "prior"))


def _is_apposition(sentence: Sentence, part: Part) -> bool:
    """Whether a part says behind a comma what the name before it is: "in Abadan, a city in Iran", "by Reed, chief of".

    It has "a", or behind a person a bare noun; what follows belongs to it (H&P 2002, 15.5.2).
    """
    words = sentence.words
    held = words[part.first - 2].name if part.first > 1 and words[part.first - 1].folded == "," else None
    if part.preposition != "listed" or held is None:
        return False
    opens = words[part.first]
    calling = is_bare(opens) and opens.lower.isalpha() and not opens.lower.endswith("s")
    return opens.lower in ("a", "an") or (sentence.facts.names[held].kind is NameKind.PERSON and calling)


def _shares_passive(words: Sequence[Word], clause: Clause, verb: Verb, memory: Memory) -> bool:
    """Whether "was" of the clause before goes on: "was built in Leipzig and brought to Izmir" (H&P 2002, 15.2.2)."""
    bare = clause.start == clause.group == clause.verb and clause.start > 0 and memory.passive
    after = words[clause.verb + 1].lower if clause.verb + 1 < len(words) else "."
    joined = bare and words[clause.start - 1].lower == "and"
    able = verb.source != "object" and verb.action is not None and verb.action not in _MOVED_ON
    low = words[clause.verb + 1] if clause.verb + 1 < len(words) else None
    closed = low is None or low.is_mark or low.date is not None or is_adverb(low) or after in participles()
    return joined and able and (after in PREPOSITIONS or closed)


def _has_agent(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a past behind a comma has a doer with "by", no subject and no object: "finished off by the clerk"."""
    bare = clause.start == clause.group == clause.verb and clause.start > 1
    past = words[clause.verb].lower.endswith(("ed", "n", "t", "d"))
    if not bare or words[clause.start - 1].folded != "," or not past:
        return False
    low = clause.verb + verb_width(words, clause.verb)
    low += low < clause.end and words[low].lower in ("off", "up", "out", "down", "over")
    opens = low < clause.end and words[low].lower in PREPOSITIONS
    return opens and any(words[at].lower == "by" for at in range(low, clause.end))


def _is_manner(word: Word) -> bool:
    """Whether a bare word behind "in" is no place of the table: "in panic"."""
    return not is_somewhere(Role(Span(word.start, word.end), word.lower))


def _is_while(sentence: Sentence, part: Part) -> bool:
    """Whether a part only says how long or after how long: "in two years", "after 30 hours of fighting"."""
    words = sentence.words[part.first : part.stop]
    later = bool(words) and words[-1].lower in LATER
    # "to Kars two weeks later" says where, too
    opens = 1 + (later and is_bare(words[0]) and not words[0].lower.endswith("s"))
    counts = [word.amount for word in words[:opens] if word.amount is not None]
    if not (part.preposition or later) or not counts:
        return False
    return sentence.facts.amounts[counts[0]].unit in units_by_kind("time")


def _is_told(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a form of "be" stands before the participle: "X was a body established by Y" tells of X."""
    return any(words[at].lower in BE for at in range(clause.start, clause.group))


def _end(words: Sequence[Word], clause: Clause) -> int:
    """Where what the verb governs ends: a participle behind a noun begins a clause of its own ("asking for a loan").

    H&P 2002, 14.7.1 on participial modifiers; a comma right behind the verb of a subordinate clause that opens the
    sentence closes it ("Before the strike ended, the mayor left").
    """
    opens = clause.start == 0 and lower_english(words[0]) in SUBORDINATORS | phrases("english_timing")
    if opens and clause.verb + 1 < clause.end and words[clause.verb + 1].folded == ",":
        return clause.verb + 1
    for index in range(clause.verb + 2, clause.end):
        before = words[index - 1]
        if words[index].start - before.end >= _DASH:
            return index  # "took the Courts - the heart of the town - in May"
        bound = before.is_mark or before.lower in _BEFORE_NOUN
        parted = words[index].folded == "," and index + 2 < clause.end and words[index + 1].lower == "and"
        if parted and words[index + 2].lower in PREPOSITIONS:
            return index  # ", and from Italy" goes on with what stood before the clause
        loose = before.folded == "," and words[index].lower.endswith("ing") and len(words[index].lower) > _LEAST
        bound = bound or before.lower in state_adjectives()  # "a Greek speaking teacher"
        # "spent a year building the mill": a gerund with its object behind a noun (H&P 2002, 14.1)
        gerund = words[index].lower.endswith("ing") and len(words[index].lower) > _LEAST and is_bare(words[index])
        behind = words[index + 1] if index + 1 < clause.end else before
        opens = behind.lower in DETERMINERS | _STRETCHING or (behind.name is not None and is_bare(before))
        gerund = gerund and not bound and opens
        gerund = gerund and not before.lower.endswith(("'s", "’s"))  # "the town's ruling Harbour Party"
        gerund = gerund and words[index].lower not in phrases("english_ing_words") and not is_adjective(before)
        # "spent 12 years working on a railway"
        gerund = gerund or (before.amount is not None and words[index].lower.endswith("ing") and is_bare(words[index]))
        if gerund or loose or (words[index].lower in participles() and not bound) or words[index].lower in _RELATING:
            return index
    return clause.end
