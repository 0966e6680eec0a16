"""What an English line announces for the list below it, though it may have no verb: "Soviet aid to Ankara, 1920-1922".

Comes in: the words of a heading or of what stands before a colon. Goes out: the deed, who gave to whom, and the day. A
noun of giving has whoever gives before it or behind "from" and "by", whoever gets behind "to" and "for" (Huddleston &
Pullum, The Cambridge Grammar of the English Language, 2002, 5.16.3); a participle behind its noun is a passive without
its verb (14.7.1): "weapons sent by Russia to Persia".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import Facts, NameKind, Role, Statement
from tanik.facts.statements.english.bilingual import is_somewhere, is_told_apart
from tanik.facts.statements.english.bodies import DETERMINERS, lower_english
from tanik.facts.statements.english.forms import Verb, row_of, verb_at
from tanik.facts.statements.english.nominals import noun_phrase, state_named
from tanik.facts.statements.english.phrases import PREPOSITIONS, is_plural, parts_of
from tanik.facts.statements.english.sharing import SHARED
from tanik.facts.statements.english.verbs import AUXILIARIES
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.turkish_nouns import turkish_noun
from tanik.facts.statements.lexis.words import Word

__all__ = ["Announced", "announced", "announced_by", "party_of"]

_LISTING: Final = phrases("english_listing")
_NOT_GIVEN: Final = phrases("english_not_given")
_GIVING: Final = Verb("transfer", "recipient", "source", "subject", "object", reports=False)
_LOSING: Final = Verb("lose", "recipient", "source", "subject", "object", reports=False)


@dataclass(frozen=True, slots=True)
class Announced:
    """What the items of a list share: the `action`, the `roles` without an object, and the day."""

    action: str
    roles: dict[str, Role]
    when: str | None

    @property
    def has_party(self) -> bool:
        """Whether somebody gives, gets or loses."""
        return "subject" in self.roles or "recipient" in self.roles


def announced(text: str, facts: Facts, words: Sequence[Word]) -> Announced | None:
    """What a line without a finite verb announces; None where it names no deed, or doubts or denies one."""
    words = [word for word in words if not (word.is_mark and word.folded in ('"', "“", "”"))]
    if not words or any(lower_english(word) in _NOT_GIVEN for word in words):
        return None
    listing = next((at for at, word in enumerate(words) if at and lower_english(word) in _LISTING), len(words))
    words = words[:listing]  # "the gifts received from Moscow | included"
    deed = _participle(words) or _noun(words)
    if deed is None:
        return None
    at, verb = deed
    roles = _parties(text, facts, words, at, verb)
    days = [facts.dates[one].edtf for one in dict.fromkeys(w.date for w in words if w.date is not None)]
    return Announced(verb.action or "", roles, days[0] if len(days) == 1 else None)


def announced_by(statement: Statement) -> Announced | None:
    """What a finite clause announces ("Russia sent the following to Persia"); None where it has a thing of its own."""
    if statement.action not in SHARED:
        return None
    roles = statement.firsts
    thing = roles.pop("object", None)
    # "American donors gave the following": the verb has its object, and so whoever stands before it did it
    finite = thing is not None and thing.text.lower().startswith("following")
    parties = ("recipient",) if finite else ("subject", "recipient")
    if not all(_is_somebody(roles[place]) for place in parties if place in roles):
        return None  # "Money given to Ankara", "the aid received from Moscow": no finite clause
    if thing is not None:
        last = thing.text.lower().split()[-1]
        classed = thing.text.lower().startswith("following") or last in phrases("english_goods", "english_giving_nouns")
        if not classed and (not _is_somebody(thing) or "recipient" in roles):
            return None
        if not classed:
            roles["recipient"] = thing  # "supplied Greece with:", "gave the Turks:"
    roles.pop("whole", None)
    return Announced(statement.action or "", roles, statement.when)


def party_of(text: str, facts: Facts, words: Sequence[Word], inside: range) -> Role | None:
    """Whom a phrase names: by name, by an adjective of a state that is a noun ("the Soviets"), by a post or body."""
    counted = (at for at in inside if words[at].date is not None or words[at].amount is not None)
    inside = range(inside.start, next(counted, inside.stop))  # "from the Soviets | over three years"
    if not inside or (lower_english(words[inside.start - 1]) == "by" and _is_measure(text, words[inside.start])):
        return None
    role = noun_phrase(text, facts, words, inside)
    if role is None:
        return None
    return role if _is_somebody(role) else None


def _is_measure(text: str, word: Word) -> bool:
    """Whether a bare noun behind "by" says how things are told apart: "by country", "by date"."""
    return word.name is None and text[word.start].islower() and lower_english(word) not in DETERMINERS


def _is_somebody(role: Role) -> bool:
    """Whether a role names a party: by name, by words that all have capitals ("the Kemalists"), by a post or a body."""
    words = [word for word in role.text.split() if word.lower() not in ("the", "of", "and")]
    known = turkish_noun(fold_word(words[-1]), "en") if words else None
    thing = known is not None and known[0].islower()  # "Money given to Ankara", "Rifles: 300"
    capitals = bool(words) and all(word[0].isupper() for word in words) and not thing
    capitals = capitals and role.text.lower() not in _thing_words()
    return role.name is not None or capitals or is_told_apart(role)


def _participle(words: Sequence[Word]) -> tuple[int, Verb] | None:
    """A past participle of a deed that is shared out, behind the noun that it is about."""
    for at in range(1, len(words)):
        form = words[at].lower
        verb = verb_at(words, at)
        past = form.endswith(("ed", "en", "nt", "id", "st", "ld", "ght")) and row_of(form).action is not None
        if not past or verb.action not in SHARED or words[at - 1].lower in AUXILIARIES:
            continue
        before = Span(words[at - 1].start, words[at - 1].end)
        noun = words[at - 1].name is None and words[at - 1].date is None and not words[at - 1].is_mark
        if (noun and is_plural(Role(before, words[at - 1].lower))) or words[at - 1].lower in _thing_words():
            return at, verb
    return None


def _thing_words() -> frozenset[str]:
    return phrases("english_goods", "english_giving_nouns")


def _noun(words: Sequence[Word]) -> tuple[int, Verb] | None:
    """A noun of giving or losing, or of what is given before "for" and "to" ("Gold for Ankara")."""
    for at, word in enumerate(words):
        form = lower_english(word)
        if word.name is None and form in phrases("english_giving_nouns"):
            return at, _GIVING
        if form in phrases("english_losing_nouns"):
            return at, _LOSING
    for at, word in enumerate(words[:-1]):
        if lower_english(word) in phrases("english_goods") and words[at + 1].lower in ("to", "for", "from"):
            return at, _GIVING
    return None


def _parties(text: str, facts: Facts, words: Sequence[Word], at: int, verb: Verb) -> dict[str, Role]:
    """Who gives or loses and who gets, by what stands before and behind the word of the deed at `at`."""
    found: dict[str, Role] = {}
    getting = verb.subject == "recipient"
    places = {"by": verb.subject, "from": "subject" if getting else verb.subject, "to": "recipient"}
    if verb.action == "lose":
        places = {"by": "subject", "of": "subject"}
    elif verb in (_GIVING, _LOSING):
        places["for"] = "recipient"
    for part in parts_of(words, at + 1, len(words)):
        role = party_of(text, facts, words, range(part.first, part.stop))
        place = places.get(part.preposition, "place" if part.preposition in ("in", "at") else "")
        if role is None or not place or (place == "place" and not is_somewhere(role, _kind(role, facts))):
            continue
        found.setdefault(place, role)
    if "subject" not in found and (owner := _owner(text, facts, words, at)) is not None:
        found["subject"] = owner
    return found


def _owner(text: str, facts: Facts, words: Sequence[Word], at: int) -> Role | None:
    """Whoever stands before the noun of a deed: "Soviet | aid", "Britain's gifts"."""
    low = next((i + 1 for i in range(at - 1, -1, -1) if words[i].is_mark or words[i].lower in PREPOSITIONS), 0)
    for index in range(low, at):
        word = words[index]
        if (state := state_named(lower_english(word))) is not None:
            return Role(Span(word.start, word.end), text[word.start : word.end], state)
        name = facts.names[word.name] if word.name is not None else None
        if name is not None and text[name.span.end : name.span.end + 2] in ("'s", "’s"):
            return Role(name.span, name.text, name.name)
    return None


def _kind(role: Role, facts: Facts) -> NameKind | None:
    return next((name.kind for name in facts.names if name.span == role.span), None)
