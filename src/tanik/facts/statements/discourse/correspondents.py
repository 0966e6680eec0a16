"""Who writes a letter to whom, and when: what "biz", "size" and "mektubunuz" mean in it.

Comes in: the parts of a letter's frame and a clause of its body. Goes out: the roles with writer and addressee where
the grammar points to them, and the day of what is done by writing it. A verb's person says whose deed it is (Göksel &
Kerslake 2005, 8.4), the possessive whose paper it is (8.1.2); what is asked, promised, accepted or ordered in the
present is done by the letter itself, on its day (Huddleston & Pullum 2002, 3.6.3 on performatives); what is told in the
past was done before it, and only "dün" and "bugün" say when.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tanik.facts.model import Role
from tanik.facts.statements.lexis.lexicon import fold_word, frame, has_word
from tanik.facts.statements.lexis.predicate import SAYING, Form
from tanik.facts.statements.roles.reading import Reading, Sentence

__all__ = [
    "Correspondents",
    "answered_in",
    "by_person",
    "day_in_letter",
    "doer_by_person",
    "is_courtesy",
    "is_own_deed",
    "meant_in",
]

_FIRST: Final = re.compile(
    r"(?:[dt][iu](?:m|k|q)|(?:m[iu]s|yor|[ae]c[ae]g|[aeiu]r|m[ae]y|m[ae]kt[ae]y?)(?:[iu]m|[iu]z|[ae]m|[iu][kq]))$"
)
_SECOND: Final = re.compile(r"(?:[dt][iu]n(?:[iu]z)?|(?:[aeiu]r|yor|m[iu]s|[ae]c[ae]k|m[ae]z)s[iu]n(?:[iu]z)?)$")
_ME: Final = re.compile(r"(?:ben(?!de$)|biz|men)(?:[ia]|[ei]|den|im|ler|lere|deniz)?|bana|mene|we|us|i|ı|me")
_YOU: Final = re.compile(r"(?:sen|siz)(?:[ie]|den|in|ler|lere)?|sana|zatialiniz[ei]?|you")
_YOURS: Final = re.compile(r"\w{2,}(?:[iu]n[iu]z|n[iu]z)(?:[iuae]|[dt][ae]n?|[iu]n)?$")
_PARTIES: Final = ("subject", "recipient", "object", "source")
_NEAR: Final = 8  # words of a closing formula before its verb
_COURTEOUS: Final = re.compile(
    r"\b(?:ihtir[ae]m|hurmet|tazim|hissiyat|saygi|muhabbet|selam|salam|sevgi|minnet|sukran)\w*\b[^.;]*\b(?:kabul|arz|takdim|qebul)\w*"
)
_PERFORMED: Final = frozenset(("request", "offer", "promise", "accept", "refuse", "order"))
_PUT: Final = frozenset(("request", "offer", "promise", "order"))
_PRESENT: Final = frozenset(("present", "aorist", "never"))
_BEFORE: Final = {
    "bugun": 0, "dun": 1, "dunen": 1, "evvelki": 2, "bugunku": 0, "today": 0, "yesterday": 1, "tonight": 0,
}  # fmt: skip
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Correspondents:
    """Who writes to whom in a letter given whole, and on which day (EDTF); what its frame leaves open is None.

    What is only `spoken`, in a dialogue, does nothing in the present that a record would keep; what is `quoted` in
    running text is told by a page that has spoken of it before.
    """

    writer: Role | None = None
    addressee: Role | None = None
    when: str | None = None
    spoken: bool = False
    quoted: bool = False

    def meant(self, word: str) -> Role | None:
        """Whom a pronoun in comparison form means.

        >>> from tanik.core.span import Span
        >>> one = Role(Span(0, 5), "Fikri")
        >>> Correspondents(writer=one).meant("bize") is one, Correspondents(writer=one).meant("size")
        (True, None)
        """
        return self.writer if _ME.fullmatch(word) else self.addressee if _YOU.fullmatch(word) else None

    def day(self, words: Mapping[str, object] | frozenset[str]) -> str | None:
        """The day that "bugün" or "dün" among folded `words` means.

        >>> Correspondents(when="1920-05-14").day(frozenset(("dun", "geldi")))
        '1920-05-13'
        """
        back = next((days for word, days in _BEFORE.items() if word in words), None)
        if back is None or self.when is None or not _DAY.fullmatch(self.when):
            return None
        return (date.fromisoformat(self.when) - timedelta(days=back)).isoformat()


def meant_in(letter: Correspondents | None, roles: Mapping[str, Role]) -> Mapping[str, Role]:
    """The roles with writer and addressee in the places of "biz" and "siz"."""
    if letter is None:
        return roles
    return {
        place: (letter.meant(fold_word(role.text)) or role) if role.name is None and place in _PARTIES else role
        for place, role in roles.items()
    }


def doer_by_person(letter: Correspondents | None, sentence: Sentence, reading: Reading) -> Role | None:
    """Whose deed the ending of a finite verb says it is: the writer's or the addressee's."""
    verb = reading.clause.predicate
    if letter is None or verb.form is not Form.FINITE:
        return None
    last = sentence.words[verb.last].folded
    return letter.writer if _FIRST.search(last) else letter.addressee if _SECOND.search(last) else None


def by_person(
    letter: Correspondents | None, sentence: Sentence, reading: Reading, place: str | None
) -> dict[str, Role]:
    """The same in the `place` of who does what an active verb tells."""
    doer = None if reading.clause.predicate.passive else doer_by_person(letter, sentence, reading)
    return {place: doer} if doer is not None and place in ("subject", "recipient") else {}


def is_own_deed(letter: Correspondents | None, sentence: Sentence, reading: Reading) -> bool:
    """Whether a clause in the present tells what the writer does by or with the letter: "iki sandık gönderiyorum"."""
    mine = (
        letter is not None
        and not letter.spoken
        and doer_by_person(letter, sentence, reading) is letter.writer is not None
    )
    return mine and reading.row.action is not None and reading.row.action not in SAYING


def is_courtesy(letter: Correspondents | None, sentence: Sentence, reading: Reading) -> bool:
    """Whether a letter only closes as letters do: "saygılarımın kabulünü rica ederim" asks nothing of anybody."""
    if letter is None or reading.row.action not in _PERFORMED:
        return False
    own = sentence.words[
        max(reading.clause.own, reading.clause.predicate.first - _NEAR) : reading.clause.predicate.first
    ]
    return _COURTEOUS.search(" ".join(word.folded for word in own)) is not None


def answered_in(
    letter: Correspondents | None, sentence: Sentence, reading: Reading, action: str | None, roles: Mapping[str, Role]
) -> dict[str, Role]:
    """The other side that a letter gives: of what its writer asks or promises in it, and of a paper that was "yours".

    Of what was asked in the past somebody else may have been asked.
    """
    if letter is None or letter.addressee is None:
        return {}
    verb, mine = reading.clause.predicate, doer_by_person(letter, sentence, reading) is letter.writer
    if action in _PUT and mine and verb.ending in _PRESENT and "recipient" not in roles:
        return {"recipient": letter.addressee}
    thing = roles.get("object")
    took = frame(reading.row.frame).get("nom") == "recipient" and action == "transfer"
    if took and thing is not None and "subject" not in roles and _is_yours(thing):
        return {"subject": letter.addressee}
    accepts = action in ("accept", "refuse") and mine and "recipient" not in roles
    return {"recipient": letter.addressee} if accepts and thing is not None and _is_yours(thing) else {}


def _is_yours(thing: Role) -> bool:
    """Whether a paper or a wish is the addressee's: "mektubunuz", "teklifiniz"."""
    last = fold_word(thing.text).split()[-1:]
    return bool(last) and _YOURS.fullmatch(last[0]) is not None and has_word("messages", last[0])


def day_in_letter(letter: Correspondents | None, sentence: Sentence, reading: Reading) -> str | None:
    """The day of what a clause of a letter tells, where the clause itself leaves no doubt: see the module."""
    if letter is None:
        return None
    verb = reading.clause.predicate
    own = frozenset(word.folded for word in sentence.words[reading.clause.start : verb.first])
    if (told := letter.day(own)) is not None:
        return told
    performs = reading.row.action in _PERFORMED or is_own_deed(letter, sentence, reading)
    return letter.when if performs and verb.form is Form.FINITE and verb.ending in _PRESENT else None
