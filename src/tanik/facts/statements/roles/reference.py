"""What a short form refers to: "Paşa" or "Kongre" after a full name.

Comes in: phrases without a name, and the names of the page. Goes out: the name last mentioned before it that the
short form can stand for: a rank or office that a person's name ends with, or the last word of a body's or
event's name. A place is never guessed: "kasaba" after two towns may be either.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache

from tanik.facts.model import Facts, Name, NameKind, Role
from tanik.facts.statements.lexis.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.lexis.nouns import genitive_of
from tanik.facts.statements.roles.antecedents import is_common, last_called
from tanik.facts.statements.roles.states import as_state, of_people

__all__ = [
    "called",
    "is_body",
    "is_human",
    "is_one_called",
    "is_party",
    "is_same",
    "is_somebody",
    "is_told_apart",
    "resolved",
    "with_full_names",
]

_SHORTEST = 4
_OF_SEVERAL = ("ships", "armies", "troops", "bodies", "institutions")
_TWO = 2
_PLURAL_OR_OWNED = re.compile(r"(?:l[ae]r)?(?:s?[iu])?$")  # "Niğde mutasarrıfı", "askerleri"
_JUST_TOLD = 400  # characters
_CLOSING = frozenset('"”»')
_NEAR = 12  # names back to whom a pronoun means
# possessive with case, or case alone (Lewis 2000, II)
_ENDING = re.compile(r"(?:s?[iu]nd[ae]n?|s?in[ei]|nd[ae]n|[dt][ae]n|y[aeiu]|n[aei]|d[ae])$")


def _bare(word: str) -> str:
    """A folded word without what is likely its case ending."""
    match = _ENDING.search(word)
    if match and match.start() >= _SHORTEST:
        return word[: match.start()]
    return word


@lru_cache(maxsize=4096)
def _folded_words(name: str) -> tuple[str, ...]:
    return tuple(fold_word(name).split())


def resolved(role: Role, facts: Facts, text: str, *, other_than: frozenset[str | None] = frozenset()) -> Role:
    """The role with the name that its words stand for, where a name before it fits.

    A pronoun is no one's who stands in the same clause in another place (`other_than`; Göksel & Kerslake 18.1.4).
    """
    words = fold_word(role.text).split()
    if len(words) == _TWO and words[0] in phrases("pointing"):
        words = words[1:]  # "bu banka", "o hat"
    if len(words) != 1:
        return role
    if role.name is not None:
        return _of_another(role, words[0], facts, text)
    if fold_word(role.text) in phrases("pronouns"):
        index = bisect_left(facts.names, role.span.start, key=lambda name: name.span.start)
        before = facts.names[max(0, index - _NEAR) : index]
        person = next((n for n in reversed(before) if is_somebody(n, text) and n.name not in other_than), None)
        return Role(role.span, role.text, person.name) if person else role
    told = last_called(_bare(words[0]), role.span.start, facts, text)
    return Role(role.span, role.text, told.name) if told is not None and told.name is not None else role


def is_somebody(name: Name, text: str) -> bool:
    """Whether a name is a person whom a pronoun may mean: in marks it is a title ("Molla Nəsrəddin" jurnalı)."""
    return name.kind is NameKind.PERSON and text[name.span.end : name.span.end + 1] not in _CLOSING


def _of_another(role: Role, word: str, facts: Facts, text: str) -> Role:
    """Of "Meclis", which a table takes for ours, the parliament of another state that was just told of."""
    told = last_called(word, role.span.start, facts, text) if is_common(word) else None
    near = told is not None and role.span.start - told.end < _JUST_TOLD
    return Role(role.span, role.text, told.name) if told is not None and near and told.name is not None else role


_WORDS_FOR_NAMES = ("soyad", "soyis", "unvan", "lakab", "mahlas")


def with_full_names(role: Role, facts: Facts) -> Role:
    """A role whose words begin with a name, called by the full name: of "Hakkı Bey'in alayı" whose it is.

    The words behind the name stay; where the name is full already the role stays as it is.
    """
    if role.name is not None or len(role.text.split()) < _TWO:
        return role
    index = bisect_left(facts.names, role.span.start, key=lambda name: name.span.start)
    name = facts.names[index] if index < len(facts.names) else None
    if name is None or name.span.start != role.span.start or name.span.end >= role.span.end:
        return role
    written = _folded_words(name.text)
    behind = role.text[name.span.end - role.span.start :]
    owned = not behind[:1].isspace()
    rest = behind.split()[owned:]
    if not rest or all(word in written for word in _folded_words(name.name)):
        return role
    if fold_word(rest[-1]).startswith(_WORDS_FOR_NAMES):
        return role  # "Atatürk soyadı" is the word and not the man
    return Role(role.span, role.text, " ".join((genitive_of(name.name) if owned else name.name, *rest)))


def called(role: Role) -> str:
    """How whoever fills a place is called: by name, else as the page does.

    >>> from tanik.core.span import Span
    >>> called(Role(Span(0, 4), "vali"))
    'vali'
    """
    return role.name or role.text


def is_same(one: Role, other: Role) -> bool:
    """Whether two roles are filled by the same, small letters and capitals aside.

    >>> from tanik.core.span import Span
    >>> is_same(Role(Span(0, 6), "Köylü"), Role(Span(9, 15), "köylü"))
    True
    """
    return fold_word(called(one)) == fold_word(called(other))


def is_body(role: Role) -> bool:
    """Whether a role without a name is someone told apart all the same: a body, or the troops of a people.

    >>> from tanik.core.span import Span
    >>> is_body(Role(Span(0, 17), "Fransız birlikleri")), is_body(Role(Span(0, 7), "üç adam"))
    (True, False)
    """
    words = fold_word(role.text).split()
    return fold_word(role.text) in phrases("bodies") or any(of_people(word) is not None for word in words[:-1])


def is_human(role: Role) -> bool:
    """Whether a role without a name is someone: "babam", "kaymakam".

    >>> from tanik.core.span import Span
    >>> is_human(Role(Span(0, 5), "babam")), is_human(Role(Span(0, 3), "taş"))
    (True, False)
    """
    last = fold_word(role.text).split()[-1:]
    return any(word in phrases(group) for word in last for group in ("actors", "humans", "kin"))


def is_one_called(role: Role) -> bool:
    """Whether a role without a name is a man by his rank, his calling or his kin: no body, troop or ship.

    >>> from tanik.core.span import Span
    >>> is_one_called(Role(Span(0, 4), "Paşa")), is_one_called(Role(Span(0, 4), "gemi"))
    (True, False)
    """
    last = fold_word(role.text).split()[-1:]
    several = any(word in phrases(*_OF_SEVERAL) for word in last)
    return fold_word(role.text) in phrases("ranks") or (is_human(role) and not several)


def is_told_apart(doer: Role | None) -> bool:
    """Whether a doer is named, or someone in a post, a body or a people ("işçiler", "belediye", "İtalyanlar").

    >>> from tanik.core.span import Span
    >>> is_told_apart(Role(Span(0, 4), "vali")), is_told_apart(Role(Span(0, 3), "taş"))
    (True, False)
    """
    if doer is None:
        return False
    words = fold_word(doer.text).split()
    known = any(word in phrases("actors") or word in phrases("humans") for word in words)
    known = known or (bool(words) and has_word("instruments", words[-1]))
    return doer.name is not None or known or is_body(doer) or as_state(doer).name is not None


@cache
def _callings() -> frozenset[str]:
    """What someone who can be dealt with is called without a name."""
    return phrases("actors", "bodies", "humans", "kin")


def is_party(role: Role) -> bool:
    """Whether a role is someone who can be dealt with: by name, or told apart as "köylü" and "komisyon".

    >>> from tanik.core.span import Span
    >>> is_party(Role(Span(0, 8), "komisyon")), is_party(Role(Span(0, 9), "bu mektup"))
    (True, False)
    """
    last = fold_word(role.text).split()[-1:]
    if role.name is not None:
        return True
    known = _callings()
    # of "meclisi" the owned end is one letter, of "tabyası" two
    plain = [form for word in last for form in (_PLURAL_OR_OWNED.sub("", word), word.rstrip("iu"))]
    called = role.text.split()[-1:] if " " in role.text else []  # "imperatriça Aleksandra"
    proper = any(word[:1].isupper() for word in called)
    return proper or any(word in known for word in (*last, *plain))
