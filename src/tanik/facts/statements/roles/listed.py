"""All members of a list that fills one place of a statement: "Fransa, İtalya ve Yunanistan".

Comes in: a statement whose places have one filler each, its sentence and its clause. Goes out: the same with every
member of what is joined by commas and "ve", "və" or "ile" in its place, in the order of the page. In Turkish the case
ending may stand on the last member alone ("İzmir, Aydın ve Manisa'yı": Göksel & Kerslake 2005, 26.1.1), so a member
without an ending is read with the last one's. What a comma parts without such a word behind it may be an apposition or
the topic of the clause, and a comma stands before no "ve" (TDK Yazım Kılavuzu, virgül): neither is taken for a list.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import Facts, Name, NameKind, Role, Statement, refilled
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.nouns import noun_of
from tanik.facts.statements.lexis.words import Word, behind, written_of
from tanik.facts.statements.roles.reference import is_human, with_full_names
from tanik.facts.statements.roles.sentence import Sentence
from tanik.facts.statements.roles.states import of_adjective
from tanik.facts.statements.syntax.apposition import with_appositions
from tanik.facts.statements.syntax.clauses import Clause
from tanik.facts.statements.syntax.fillers import role_of
from tanik.facts.statements.syntax.phrases import Phrase, as_accusative, place_in

__all__ = ["with_listed"]

_AND: Final = frozenset(("ve", "və", "ile", "ilə"))
_JOINING: Final = _AND | {"hem", ","}
_ONLY_AND: Final = frozenset(("ve", "və"))
_LONGEST: Final = 8  # words of one member
_MOST: Final = 20  # members
# nobody told apart: "ve diğerleri", "və sairə" (GK 15.6)
_OTHERS: Final = re.compile(r"(?:diger|oteki|baska|benzer|digarl|baskal|qeyr)\w*|saire|sair|dig[ae]rl[ae]ri|bazil?ari")
# which cases of the last member a member without an ending may share, by the place that it fills
_SHARED: Final = {
    "subject": frozenset(("nom", "agent", "gen", "abl")),
    "object": frozenset(("nom", "acc", "gen", "dat")),
    "recipient": frozenset(("nom", "dat", "com", "ins", "agent", "acc", "gen")),
    "place": frozenset(("loc", "dat")),
    "source": frozenset(("abl",)),
    "companion": frozenset(("com", "ins")),
}
_TWO: Final = 2
_BOTH: Final = re.compile(r"(?:hukumet|devlet|cumhuriyet)l[ae]ri")
_PLURAL: Final = re.compile(r"l[ae]r[iu]?$")
_ACTING: Final = ("actors", "humans", "bodies", "kin", "groups")


@dataclass(frozen=True, slots=True)
class _Place:
    """A place of a statement and what its list is looked for in."""

    name: str
    role: Role
    sentence: Sentence
    clause: Clause
    statement: Statement

    @property
    def words(self) -> Sequence[Word]:
        return self.sentence.words

    def phrases(self, low: int, high: int) -> tuple[Phrase, ...]:
        """The noun phrases between two words, each title with its name."""
        found = self.sentence.phrases(low, high)
        return with_appositions(found, self.words, self.sentence.text, self.sentence.facts)


def with_listed(statement: Statement, sentence: Sentence, clause: Clause) -> Statement:
    """The statement with all members of the lists that fill its places."""
    if not any(sentence.has(word) for word in _JOINING):
        return statement
    for name, role in statement.roles:
        if name not in _SHARED or not sentence.span.contains(role.span):
            continue
        place = _Place(name, role, sentence, clause, statement)
        members = _inside(place) or _before_with(place) or _peoples(place) or _behind(place) or _ahead(place)
        if len(members) > 1 and _is_free(members, name, statement):
            rest = tuple(one for one in statement.roles if not _is_first(one, members, name))
            statement = replace(statement, roles=refilled(rest, [(name, member) for member in members]))
    return _with_third_parties(statement, sentence) if sentence.has("arasinda") else statement


def _with_third_parties(statement: Statement, sentence: Sentence) -> Statement:
    """The statement with the others of "Rusya, Türkiye ve İran arasında", of which the last two are told already."""
    words, facts = sentence.words, sentence.facts
    one, other = statement.first("subject"), statement.first("recipient")
    if one is None or other is None or not (sentence.span.contains(one.span) and one.span.end < other.span.start):
        return statement
    first, last = _index_of(words, one.span.start), _index_of(words, other.span.end - 1)
    behind = [word.folded for word in words[last + 1 : last + 3]]
    if not _is_and(words, _index_of(words, one.span.end - 1) + 1) or "arasinda" not in behind:
        return statement
    names: list[int] = []
    while first > 1 and words[first - 1].folded == "," and (name := words[first - 2].name) is not None:
        names.insert(0, name)
        first = next(at for at, word in enumerate(words) if word.name == name)
    if not names:
        return statement
    found = [facts.names[index] for index in names]
    if any(name.kind in (NameKind.EVENT, NameKind.PERSON) for name in found):
        return statement  # "Moskova Antlaşması, Türkiye ve Rusya arasında imzalandı": what was signed is no party
    every = [*(Role(name.span, name.text, name.name) for name in found), one, other]
    given = [("subject", every[0]), *(("recipient", role) for role in every[1:])]
    rest = [told for told in statement.roles if not any(told[1].span.overlaps(role.span) for role in every)]
    return replace(statement, roles=refilled(rest, given))


def _is_first(one: tuple[str, Role], members: Sequence[Role], name: str) -> bool:
    """Whether a companion is only the first of two joined by "ile"."""
    return name != "companion" and one[0] == "companion" and one[1].span == members[0].span


def _is_free(members: Sequence[Role], name: str, statement: Statement) -> bool:
    """Whether no member stands in another place of the statement already."""
    # of "Konya'dan çekildi" the town is what was left, too
    own = {role.span for place, role in statement.roles if place == name}
    others = [one for one in statement.roles if one[0] != name and not _is_first(one, members, name)]
    others = [one for one in others if one[1].span not in own]
    return not any(member.span.overlaps(role.span) for member in members for _, role in others)


def _index_of(words: Sequence[Word], at: int) -> int:
    """The word that character `at` stands in, or the last one before it."""
    return bisect_right(words, at, key=lambda word: word.start) - 1


def _is_and(words: Sequence[Word], at: int, among: frozenset[str] = _AND) -> bool:
    return 0 <= at < len(words) and words[at].folded in among and words[at].name is None


def _inside(place: _Place) -> tuple[Role, ...]:
    """The members of a list that one role holds as a whole: "tüfek, top ve cephane" are bare nouns side by side.

    What may belong to one head in the possessive is not parted ("silah ve cephane yardımı": GK 14.4).
    """
    words, role = place.words, place.role
    if not any(one in role.text for one in (" ve ", " və ", " ile ", " ilə ", ", ")):
        return ()
    first, last = (_index_of(words, at) for at in (role.span.start, role.span.end - 1))
    joints = [at for at in range(first + 1, last) if _is_and(words, at)]
    if len(joints) > 1 or any(word.amount is not None for word in words[first : last + 1]):
        return ()
    commas = [at for at in range(first + 1, joints[0] if joints else last) if words[at].folded == ","]
    edges = [first - 1, *commas, *joints, last + 1]
    pieces = [range(low + 1, high) for low, high in pairwise(edges)]
    if (both := _states_of(place, pieces)) or len(pieces) == 1:
        return both
    if not all(_is_plain_noun(place, piece, alone=len(pieces[-1]) == 1) for piece in pieces):
        return ()
    ends = [role.span.end if piece.stop == last + 1 else words[piece.stop - 1].end for piece in pieces]
    spans = [Span(words[piece.start].start, end) for piece, end in zip(pieces, ends, strict=True)]
    return tuple(Role(span, span.of(place.sentence.text)) for span in spans)


def _states_of(place: _Place, pieces: Sequence[range]) -> tuple[Role, ...]:
    """The states of "Türkiye ve Rusya hükümetleri": each government is its state where the two have one head."""
    words, names = place.words, place.sentence.facts.names
    if (
        len(pieces) != _TWO
        or len(pieces[0]) != 1
        or len(pieces[1]) != _TWO
        or not _BOTH.match(words[pieces[1][1]].folded)
    ):
        return ()
    held = [names[name] for piece in pieces if (name := words[piece.start].name) is not None]
    if len(held) != _TWO or any(of_adjective(fold_word(name.name)) is None for name in held):
        return ()
    return tuple(Role(name.span, name.text, name.name) for name in held)


def _peoples(place: _Place) -> tuple[Role, ...]:
    """The two of "Fransız ve İngiliz askerleri", of which the first alone was told: both have the head (GK 26.1.1)."""
    words, role = place.words, place.role
    at = _index_of(words, role.span.start)
    alone = role.name is None and " " not in role.text and at + 3 < len(words)
    if not alone or not _is_and(words, at + 1, _ONLY_AND):
        return ()
    head = words[at + 3]
    if of_adjective(words[at].folded) is None or of_adjective(words[at + 2].folded) is None or head.is_mark:
        return ()
    found = place.phrases(at + 2, at + 4)
    if len(found) != 1 or found[0].case != "nom" or not _PLURAL.search(head.folded) or place.name == "companion":
        return ()
    text = place.sentence.text
    other = Role(found[0].span, found[0].text)
    return (Role(role.span, role.text, f"{role.text} {text[head.start : found[0].span.end]}"), other)


def _is_plain_noun(place: _Place, piece: range, *, alone: bool) -> bool:
    """Whether words are a bare noun without a name, and adjectives before it: "askerî malzeme".

    What may be an adjective, too, is a noun only where the last member is one word `alone`: "top ve tüfek".
    """
    if not 0 < len(piece) <= 2 or any(place.words[at].name is not None for at in piece):
        return False
    *before, head = (noun_of(written_of(place.sentence.text, place.words[at])) for at in piece)
    plain = (head.bare_noun and (alone or not head.adjective)) or place.words[piece.start].folded in phrases(*_ACTING)
    return plain and all(one.adjective for one in before)


def _before_with(place: _Place) -> tuple[Role, ...]:
    """The two of "Aydın ile Manisa'yı", of which the first was taken for a companion: two places are one list.

    A place accompanies nobody, and no body another to whom a thing goes (GK 26.1.3 on "ile" as "and"); of two people
    the first may (17.2.1.1).
    """
    words, facts = place.words, place.sentence.facts
    first = _index_of(words, place.role.span.start)
    beside = place.statement.first("companion")
    if beside is None or place.name == "companion" or not _is_and(words, first - 1, frozenset(("ile", "ilə"))):
        return ()
    if _index_of(words, beside.span.end - 1) != first - 2:
        return ()
    kinds = [_kind_of(role, facts) for role in (beside, place.role)]
    both = kinds in ([NameKind.PLACE] * 2, [NameKind.ORGANISATION] * 2) and place.name != "subject"
    return (beside, place.role) if both else ()


def _kind_of(role: Role, facts: Facts) -> NameKind | None:
    """The kind of the name that a role ends in."""
    found = [name for name in facts.names if name.span.overlaps(role.span)] if role.name is not None else []
    return found[-1].kind if found else None


def _behind(place: _Place) -> tuple[Role, ...]:
    """The members of a list whose first member fills the place."""
    words, role = place.words, place.role
    first, at = _index_of(words, role.span.start), _index_of(words, role.span.end - 1) + 1
    while at < len(words) and role.name is not None and words[at].name is None and _tells_what(words[at]):
        at += 1  # "Sovyet hükûmeti ve …"
    if not _is_both(words, first, at) and (at >= len(words) or not (words[at].folded == "," or _is_and(words, at))):
        return ()
    pieces: list[range] = []
    low = at
    while low < len(words) and words[low].folded == "," and len(pieces) < _MOST:
        high = next((i for i in range(low + 1, min(len(words), low + 1 + _LONGEST)) if _parts(words, i)), None)
        if high == low + 1:
            return ()
        if high is None:
            break
        pieces.append(range(low + 1, high))
        low = high
    joined = _is_and(words, low, _ONLY_AND if pieces else _AND) or _is_both(words, first, low)
    by_comma = not joined and words[low].folded == "," and not place.clause.inner
    if not (joined or (by_comma and _opens_with_person(place))) or _has_verb(place, at, low):
        return ()
    own = words[at - 1].end > role.span.end and at - 1 == _index_of(words, role.span.end - 1)
    mine = place.phrases(first, at)
    low += joined and words[low].folded == "hem" and behind(words, low) in ("de", "da")
    last = _last_of(place, low, mine[-1].case if own and mine else None)
    found = [place.phrases(piece.start, piece.stop) for piece in pieces]
    if last is None and not own and low + 1 < len(words) and _OTHERS.fullmatch(words[low + 1].folded):
        last = found[-1][0] if found and found[-1] else None  # "ve diğerleri": those named are all that is told
    if last is None or any(len(one) != 1 or one[0].case not in ("nom", last.case) or one[0].amounts for one in found):
        return ()
    told = tuple(dict.fromkeys((*(one[0] for one in found), last)))
    return tuple(_as_roles(place, told)) if not by_comma or _are_people(place, told) else ()


def _named_first(place: _Place) -> Name | None:
    """The first name that stands in what fills the place."""
    names, span = place.sentence.facts.names, place.role.span
    at = max(0, bisect_right(names, span.start, key=lambda name: name.span.start) - 1)
    return next((name for name in names[at : at + 2] if name.span.overlaps(span)), None)


def _opens_with_person(place: _Place) -> bool:
    """Whether a list whose members commas alone join may begin with what fills the place: with a person by name."""
    first = _named_first(place)
    return first is not None and first.kind is NameKind.PERSON


def _are_people(place: _Place, found: Sequence[Phrase]) -> bool:
    """Whether all members are people by name, and each another: commas alone join them (GK 26.1 on asyndesis)."""
    names = place.sentence.facts.names
    held = [names[one.name] for one in found if one.name is not None]
    first = _named_first(place)
    people = first is not None and all(name.kind is NameKind.PERSON for name in (first, *held))
    return people and len({name.id for name in (first, *held) if name}) == len(found) + 1


def _ahead(place: _Place) -> tuple[Role, ...]:
    """The members of a list whose last member was taken, each with a case of its own: "okulları ve medreseleri"."""
    words, role = place.words, place.role
    first, last = (_index_of(words, at) for at in (role.span.start, role.span.end - 1))
    verb = place.clause.predicate
    if not _is_and(words, first - 1, _ONLY_AND) or words[last].end <= role.span.end or first >= verb.first:
        return ()
    low = max((one.predicate.last + 1 for one in place.sentence.clauses if one.predicate.last < first), default=0)
    mine, found = place.phrases(first, last + 1), place.phrases(low, first - 1)
    if not mine or not found or found[-1].last != first - 2 or found[-1].name is not None or role.name is not None:
        return ()
    owned = [
        as_accusative(one) if one.maybe_object and place.name == "object" else one for one in (mine[-1], found[-1])
    ]
    case = owned[0].case
    if case == "nom" or owned[1].case != case or owned[1].amounts:
        return ()
    return (role_of(owned[1], place.sentence.text, place.sentence.facts), role)


def _is_both(words: Sequence[Word], first: int, at: int) -> bool:
    """Whether the second half of "hem Ali hem de Veli" begins with word `at`, the first name being word `first`."""
    return first > 0 and at < len(words) and words[at].folded == words[first - 1].folded == "hem"


def _parts(words: Sequence[Word], at: int) -> bool:
    """Whether a word parts two members of a list."""
    return words[at].folded == "," or _is_and(words, at)


def _tells_what(word: Word) -> bool:
    """Whether a word says what somebody is whose name stands before it: "hükûmeti", "Bey"."""
    return word.folded in phrases("groups", "name_titles", "bodies", "cabinets")


def _has_verb(place: _Place, low: int, high: int) -> bool:
    """Whether a clause of its own ends between two words."""
    return any(low <= one.predicate.first < high for one in place.sentence.clauses)


def _last_of(place: _Place, joint: int, own: str | None) -> Phrase | None:
    """The last member of a list, behind the word `joint`; None where it cannot be joined to what fills the place."""
    words, verb = place.words, place.clause.predicate
    high = verb.first if verb.first > joint + 1 else min(len(words), joint + 1 + _LONGEST)
    stops = (i for i in range(joint + 1, high) if words[i].is_mark and words[i].folded not in ('"', "'"))
    high = next(stops, high)
    found = place.phrases(joint + 1, high)
    if not found or found[0].first > joint + 2 or _has_verb(place, joint + 1, found[0].last):
        return None
    last, kept = found[0], place.sentence.facts.amounts
    if own == "acc" and last.case == "nom" and last.maybe_object:
        last = as_accusative(last)
    if any(kept[index].unit != "person" for index in last.amounts) or (last.amounts and not last.possessed):
        return None
    nominal = place.statement.rule.rsplit("-", 1)[-1] not in ("finite", "converb", "temporal")
    allowed = _SHARED[place.name] - (frozenset() if nominal else {"gen"})
    if own is not None:
        allowed = frozenset((own,))
    elif place.name == "subject" and place.statement.first("recipient") is None:
        allowed -= {"abl"}
    # right before the verb "ile" says with what, and of a companion with whom
    means = words[joint].folded in ("ile", "ilə") and (place.name == "companion" or verb.first == joint + 1)
    fits = last.case in allowed and not means
    return last if fits and _are_alike(place, last, own) else None


def _are_alike(place: _Place, last: Phrase, own: str | None) -> bool:
    """Whether the first and the last member are of one kind: people and bodies, places, or things."""
    role, facts, text = place.role, place.sentence.facts, place.sentence.text
    human = last.name is None and _is_acting(last.text)
    kind = facts.names[last.name].kind if last.name is not None else None
    if role.name is not None and (mine := _kind_of(role, facts)) is not None:
        people = mine is NameKind.PERSON
        if kind is None:
            # "Halit Bey ve arkadaşları", "Konya ve Karaman çevresinde"
            region = place.name == "place" and mine is NameKind.PLACE and place_in(last, None, facts) is not None
            return (people and human) or region
        return people is (kind is NameKind.PERSON) and (mine is not NameKind.EVENT or kind is NameKind.EVENT)
    if is_human(role) or _is_acting(role.text):
        # of "Meclis Başkanı ve Başkomutan Kemal Bey" both may be one man
        return human or (kind is not None and last.text == facts.names[last.name or 0].text)
    if kind is not None or human or (role.name is not None and role.rule is not None):
        return False
    if own is not None:
        return True
    # "silah ve cephane yardımı": both may be of one head (GK 14.4)
    joined = last.first < last.last and last.possessed
    head = noun_of(written_of(text, place.words[_index_of(place.words, role.span.end - 1)]))
    return not joined and head.bare_noun and (last.first == last.last or not head.adjective)


def _is_acting(text: str) -> bool:
    """Whether a common noun is somebody: "kaymakam", "meclis başkanı", "arkadaşları", "heyeti"."""
    last = fold_word(text).split()[-1:]
    stems = {re.sub(end, "", word) for word in last for end in ("", r"s?[iu]$", r"l[ae]r$", r"l[ae]r[iu]$")}
    return not stems.isdisjoint(phrases(*_ACTING))


def _as_roles(place: _Place, found: Sequence[Phrase]) -> Iterator[Role]:
    """The first member as it is told, and the others as what fills its place; nobody for "ve diğerleri"."""
    text, facts = place.sentence.text, place.sentence.facts
    yield place.role
    for phrase in found:
        if phrase.name is None and _OTHERS.fullmatch(fold_word(phrase.text)):
            continue
        region = place_in(phrase, None, facts) if place.name == "place" else None
        yield region or with_full_names(role_of(phrase, text, facts), facts)
