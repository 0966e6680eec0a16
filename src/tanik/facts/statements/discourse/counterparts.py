"""The other side of a deed that has two, where another clause or the deed's own papers name it.

Comes in: a statement's roles with what the clauses before gave, or the statements of two neighbouring sentences. Goes
out: the same with the other side filled where one is told, and without a carried one where the deed has none. Who
answers an offer is whom it was made to, who gives something in return is who was given something, and a treaty has the
parties it is called after ("Türk-Afgan Antlaşması"). Whatever ratifies, resolves or hands out answers nobody. Only
neighbours are read together: what is farther off was wrong as often as right (docs/quality.md).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import NameKind, Role, Statement, refilled
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.discourse.doers import names_its_own
from tanik.facts.statements.discourse.parties import ANSWERS
from tanik.facts.statements.lexis.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.roles.reading import Reading, Sentence
from tanik.facts.statements.roles.reference import called, is_party
from tanik.facts.statements.roles.states import as_state, nation_of, of_adjective

__all__ = ["received", "with_answers"]

_ASKING: Final = frozenset(("request", "offer"))
_OPEN: Final = frozenset(("request", "offer", "promise"))
_BACK: Final = ANSWERS | {"write", "say", "transfer", "promise", "offer"}
_GIVING: Final = frozenset(("transfer", "promise", "accept", "offer"))
_RATIFYING: Final = frozenset(("onayla", "tasdik", "onay", "karar", "tesdiq"))
_RECOGNISING: Final = "tani"
_UPON_ONESELF: Final = ("ohde", "uzer")
_TO_MANY: Final = frozenset(("dagit", "dagittir"))
_IN_RETURN: Final = ("karsiliginda", "karsiligi", "karsilik")
_NEAR: Final = 4  # words behind a clause
_FAR: Final = 20  # statements between what was put and its answer
_PAIR: Final = re.compile(r"^([a-z]+)-([a-z]+)$")
_ON_BEHALF: Final = frozenset(("adina", "namina"))
_OWNED: Final = re.compile(r"s?[iu]$")
_THEM: Final = frozenset(("onlara", "kendilerine", "bunlara"))
_HIM: Final = frozenset(("ona", "kendisine"))
_STEM: Final = 5


def received(
    sentence: Sentence, reading: Reading, context: Context, action: str | None, roles: dict[str, Role]
) -> dict[str, Role]:
    """The roles with the other side that the clause's sentence names, and without one that was only carried on."""
    carried = _is_carried(reading, roles)
    nobody = carried and (_answers_nobody(reading, action, roles) or _is_price(reading, roles))
    if nobody or (carried and sentence.language == "az" and _is_left_open(sentence, reading, action)):
        roles = _without(roles, "recipient")
    if "recipient" in roles and (meant := _meant_by_pronoun(roles, context)) is not None:
        roles = {**roles, "recipient": meant}
    roles = _cosigned(sentence, reading, context, roles) if action == "sign" else roles
    found = _told_before(reading, context, action, roles) if "recipient" not in roles else None
    if action in _GIVING and (carried or "recipient" not in roles):
        giver = _giver_in_return(sentence, reading)
        found = giver if giver is not None and "subject" in roles and not _is_one(giver, roles["subject"]) else found
    return {**roles, "recipient": found} if found is not None else roles


def _without(roles: Mapping[str, Role], place: str) -> dict[str, Role]:
    return {key: role for key, role in roles.items() if key != place}


def _told_before(reading: Reading, context: Context, action: str | None, roles: Mapping[str, Role]) -> Role | None:
    """Whom the clauses before point to: of what is asked in turn who asked first, of what is given back who gave it."""
    if action in _OPEN:
        return _asked_back(context, roles)
    return _given_back_to(reading, context, roles) if action == "transfer" else None


def _meant_by_pronoun(roles: Mapping[str, Role], context: Context) -> Role | None:
    """Of "onlara" the people who last acted, of "ona" whom the clause before in its sentence was about (GK 18.1.5)."""
    to, doer = roles["recipient"], roles.get("subject")
    word = fold_word(to.text)
    several = context.several_before() if word in _THEM and to.name is None else None
    if several is not None:
        several = as_state(several)
        return Role(to.span, to.text, called(several)) if doer is None or not _is_one(several, doer) else None
    here = context.done_here[1] if word in _HIM and context.done_here is not None else None
    if here is None or not context.is_one(here) or (doer is not None and called(doer) == called(here)):
        return None
    return Role(to.span, to.text, here.name)


def _is_carried(reading: Reading, roles: Mapping[str, Role]) -> bool:
    """Whether the recipient stands in no word of the clause."""
    own = reading.roles.get("recipient")
    return "recipient" in roles and (own is None or own.span != roles["recipient"].span)


def _answers_nobody(reading: Reading, action: str | None, roles: Mapping[str, Role]) -> bool:
    """Whether a deed has no one on the other side: a ratified treaty, a resolution, what is handed out to many.

    So has a law that is passed, a state that is recognised, and what somebody takes upon himself.
    """
    stem, lead = reading.row.stems[0][1], _lead(reading)
    if action in ANSWERS:
        passed = roles.get("object")
        law = action == "accept" and passed is not None and _is_law(passed)
        return law or bool({stem, lead} & _RATIFYING) or stem.startswith(_RECOGNISING)
    taken = action == "promise" and lead.startswith(_UPON_ONESELF)
    return taken or (action == "transfer" and bool({stem, lead} & _TO_MANY))


def _is_law(role: Role) -> bool:
    return any(has_word("laws", word) for word in fold_word(role.text).split()[-1:])


def _is_left_open(sentence: Sentence, reading: Reading, action: str | None) -> bool:
    """Whether an Azerbaijani clause shows that its other side is somebody else, or nobody: an offer, a post.

    What is offered in a note or a meeting goes to whoever it was written to or sat there; who is appointed stands in
    the clause, and where its own name was not found to be that one, no one of a sentence before is.
    """
    return action == "offer" or (action == "appoint" and names_its_own(sentence, reading))


def _lead(reading: Reading) -> str:
    """The noun of a compound verb, folded: of "iade etti" it is "iade"."""
    return fold_word(reading.row.lead[0][0]) if reading.row.lead else ""


def _is_price(reading: Reading, roles: Mapping[str, Role]) -> bool:
    """Whether a price is paid: it goes to who sold the thing, and not to whom the text is about."""
    paid = roles.get("object")
    return paid is not None and reading.row.action == "transfer" and has_word("prices", fold_word(paid.text))


def _asked_back(context: Context, roles: Mapping[str, Role]) -> Role | None:
    """Whoever last asked or offered something of the one who now asks, offers or promises in turn."""
    doer = roles.get("subject")
    for action in _ASKING if doer is not None else ():
        told = context.deeds.get(action, {})
        if "subject" in told and "recipient" in told and doer is not None and _is_one(told["recipient"], doer):
            return told["subject"]
    return None


def _given_back_to(reading: Reading, context: Context, roles: Mapping[str, Role]) -> Role | None:
    """Of "parayı iade etti" and "borcu geri ödedi" who gave or lent it: nothing goes back to anyone else."""
    doer, giver = roles.get("subject"), context.parties.giver
    if _lead(reading) not in ("iade", "geri") or giver is None or doer is None or _is_one(giver, doer):
        return None
    return giver


def _giver_in_return(sentence: Sentence, reading: Reading) -> Role | None:
    """Who acts behind "karşılığında", right after the clause: the other side of the exchange (GK 17.3.2)."""
    words, facts = sentence.words, sentence.facts
    ahead = words[reading.last + 1 : reading.last + 1 + _NEAR]
    at = next((i for i, word in enumerate(ahead) if word.folded in _IN_RETURN), None)
    if at is None or any(not word.is_mark and word.folded not in ("ve", "buna", "bunun") for word in ahead[:at]):
        return None
    behind = words[reading.last + at + 2 : reading.last + at + 4]
    if len(behind) == 2 and (body := _body_of_state(behind[0], behind[1], sentence)) is not None:
        return body
    name = facts.names[behind[0].name] if behind and behind[0].name is not None else None
    if name is None or name.kind is NameKind.EVENT or sentence.text[name.span.end : name.span.end + 1] in "'’ʼ":
        return None
    return Role(name.span, name.text, name.name)


def _body_of_state(adjective: Word, body: Word, sentence: Sentence) -> Role | None:
    """ "Osmanlı hükümeti" and "Sovyet heyeti" under the name of the state."""
    state = of_adjective(adjective.folded)
    if state is None or _OWNED.sub("", body.folded) not in phrases("bodies"):
        return None
    span = Span(adjective.start, body.end)
    return Role(span, span.of(sentence.text), state)


def _cosigned(sentence: Sentence, reading: Reading, context: Context, roles: dict[str, Role]) -> dict[str, Role]:
    """The roles of a signing with the parties that the treaty is called after, or was signed by before."""
    pair = _in_its_name(roles.get("object")) or _before(context, roles)
    if pair is None or "recipient" in roles:
        return roles
    first, second = pair
    side = _on_behalf_of(sentence, reading) or roles.get("subject")
    if side is None:
        return {**roles, "subject": first, "recipient": second}
    if _is_one(side, first) or _is_one(side, second):
        return {**roles, "recipient": second if _is_one(side, first) else first}
    return roles


def _in_its_name(treaty: Role | None) -> tuple[Role, Role] | None:
    """The two states of "Türk-Afgan Antlaşması"; the adjectives stay the words, the states are the names."""
    match = _PAIR.match(fold_word(treaty.text).split()[0]) if treaty is not None and treaty.text.split() else None
    states = [of_adjective(word) for word in match.groups()] if match is not None else []
    if treaty is None or match is None or not all(states):
        return None
    middle = len(match.group(1))
    spans = Span(0, middle), Span(middle + 1, middle + 1 + len(match.group(2)))
    first, second = (
        Role(Span(treaty.span.start + span.start, treaty.span.start + span.end), span.of(treaty.text), state)
        for span, state in zip(spans, states, strict=True)
    )
    return first, second


def _before(context: Context, roles: Mapping[str, Role]) -> tuple[Role, Role] | None:
    """The parties of the signing told before, where the same treaty is spoken of."""
    told, treaty = context.deeds.get("sign", {}), roles.get("object")
    if "subject" not in told or "recipient" not in told or treaty is None:
        return None
    bare = fold_word(treaty.text) in phrases("treaties")
    same = "object" in told and called(told["object"]) == called(treaty)
    return (told["subject"], told["recipient"]) if bare or same else None


def _on_behalf_of(sentence: Sentence, reading: Reading) -> Role | None:
    """For whom someone signs: "Belçika adına imzaladı"."""
    for index in range(reading.first + 1, reading.last):
        name = sentence.words[index - 1].name
        if sentence.words[index].folded in _ON_BEHALF and name is not None:
            told = sentence.facts.names[name]
            return Role(told.span, told.text, told.name)
    return None


def _is_one(one: Role, other: Role) -> bool:
    """Whether two roles are the same party: a people, its state and its capital are one."""
    return nation_of(one) == nation_of(other)


def with_answers(before: Sequence[Statement], made: Sequence[Statement]) -> list[Statement]:
    """The statements of two neighbouring sentences, where the answer in one names whom the other was put to.

    Of "şirket 200 lira istedi, belediye reddetti" the municipality was asked, and whoever writes back "ona" is whom it
    was promised to. In order, as many as there were.

    >>> with_answers((), ())
    []
    """
    told = [*before, *made]
    for index in range(max(1, len(before)), len(told)):
        back = told[index]
        for at in range(index - 1, max(-1, index - 1 - _FAR), -1):
            if (pair := _paired(told[at], back)) is not None:
                told[at], told[index] = pair
                break
    return told


def _paired(put: Statement, back: Statement) -> tuple[Statement, Statement] | None:
    """An asking and its answer, each with the other's doer as its other side; None where they are no pair."""
    asker, answerer = (one.first("subject") for one in (put, back))
    if asker is None or answerer is None or put.action not in _OPEN:
        return None
    own = back.says(answerer) and is_party(answerer)
    given = put.first("recipient")
    if not own and given is not None and called(asker) == called(answerer) and _answers(put, back):
        return put, _with(replace(back, roles=refilled(back.roles, {"subject": given})), asker)
    if not own or _is_one(asker, answerer) or (given is not None and (put.says(given) or _is_one(given, answerer))):
        return None
    to = back.first("recipient")
    if _answers(put, back):
        back = back if to is not None and back.says(to) else _with(back, asker)
        return _with(put, answerer), back
    turned = to is not None and back.says(to) and back.action in _BACK and called(to) == called(asker)
    return (_with(put, answerer), back) if turned and given is None else None


def _answers(put: Statement, back: Statement) -> bool:
    return put.action in _ASKING and back.action in ANSWERS and _speaks_of(back, put)


def _speaks_of(back: Statement, put: Statement) -> bool:
    """Whether an answer is to what was put: to "bunu", to the offer or the wish, to its own thing, or to nothing."""
    thing = back.first("object")
    if thing is None or not back.says(thing):
        return True
    last = fold_word(thing.text).split()
    message = any(has_word("messages", word) for word in last[-1:])
    asked = put.first("object")
    words = {word[:_STEM] for word in fold_word(asked.text).split() if word.isalpha()} if asked is not None else set()
    return fold_word(thing.text) in phrases("demonstratives") or message or bool(words & {w[:_STEM] for w in last})


def _with(one: Statement, other: Role) -> Statement:
    return replace(one, roles=refilled(one.roles, {"recipient": other}))
