"""Who says a thing: the subject of a verb of telling, whose words its complement is.

Comes in: a sentence and the clause of the telling. Goes out: a role, or None. Whoever tells may be no subject that the
verb's frame knows: a name that no table has, kin behind the verb ("diye anlatır ninem"; Göksel & Kerslake 2005, 23.3),
several of a kind ("tarihçiler"), somebody told of for the first time ("bir yazar").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice
from typing import Final

from tanik.core.morph import readings
from tanik.core.span import Span
from tanik.facts.model import NameKind, Role
from tanik.facts.statements.lexis.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.lexis.persons import is_done_by_us
from tanik.facts.statements.lexis.predicate import Form
from tanik.facts.statements.lexis.verb_rows import VerbRow
from tanik.facts.statements.roles.reading import Reading, Sentence, subject_of
from tanik.facts.statements.roles.reference import is_told_apart
from tanik.facts.statements.syntax.clauses import Clause
from tanik.facts.statements.syntax.fillers import role_of
from tanik.facts.statements.syntax.kinship import of_third_person

__all__ = ["is_said_by_nobody", "is_understood", "may_tell", "who_says"]

_OF_OTHERS: Final = re.compile(r"(?:[dt][iu]|m[iu]s(?:t[iu]r)?|yor(?:du)?|[ae]c[ae]k(?:t[iu])?)(?:l[ae]r)?$")
_THEY_SAY: Final = re.compile(r"(?:yor|[aei]r|m[ae]kt[ae])l[ae]r$")
_CASED: Final = re.compile(r"(?:[ıiuü]n|[dt][ae]n?|l[ae]r[ıi]?)$")
_OF_SEVERAL: Final = re.compile(r"l[ae]r[ıi]n[ıi]?$")
_CASELESS: Final = re.compile(r"[^\W\d_]+$")
_ISE: Final = re.compile(r"y?s[ae]$")
_MOST_NAMES: Final = 3  # words of a name that no table has
_NEW: Final = frozenset(("bir", "bazi", "bircok", "kimi", "pek"))


def who_says(sentence: Sentence, clause: Clause, reading: Reading | None) -> Role | None:
    """The subject of a verb of saying; None where nobody is named, or the one who writes or is written to says it.

    The grammar's own subject goes first where he can tell a thing, then who stands where a sayer may and is written as
    a name, and last a subject of whom no table knows that he is somebody.
    """
    verb = clause.predicate
    if verb.passive or is_done_by_us(sentence.words[verb.last].folded):
        return None
    if (told := _told_bare(sentence, clause)) is not None:
        return _beside_told(sentence, clause, reading, told)
    own = reading.roles.get("subject") if reading is not None else None
    for role in (own, subject_of(sentence, clause)):
        if role is not None and may_tell(role) and not _is_called_to(sentence, role):
            return role
    named = (rule(sentence, clause) for rule in _NAMED)
    return next((role for role in named if role is not None), _somebody(own) or _somebody(_opener(sentence, clause)))


def _told_bare(sentence: Sentence, clause: Clause) -> int | None:
    """Where the verb stands that is somebody's words without marks, in the third person: "vali kaçtı diyorlar".

    What stands before it is told of and does not tell (Göksel & Kerslake 24.3); who speaks of himself says "kaçtım".
    """
    words, verb = sentence.words, clause.predicate
    last = verb.first - 1 - (verb.first > 1 and words[verb.first - 1].folded == "diye")
    bare = last > clause.start and any(one.last == last and one.ending == "nominal" for one in clause.inner)
    return last if bare and _OF_OTHERS.search(words[last].folded) else None


def _beside_told(sentence: Sentence, clause: Clause, reading: Reading | None, told: int) -> Role | None:
    """Who says somebody's bare words: whoever a comma sets off from them, or stands between them and the verb."""
    words = sentence.words
    own = reading.roles.get("subject") if reading is not None else None
    for role in (own, subject_of(sentence, clause)):
        after = next((word for word in words if role is not None and word.start >= role.span.end), None)
        apart = after is not None and after.folded in (",", "ise", "de", "da")
        if role is not None and may_tell(role) and (apart or role.span.start > words[told].start):
            return role
    return _behind(sentence, clause)


def is_said_by_nobody(sentence: Sentence, clause: Clause) -> bool:
    """Whether people at large say a thing: "vali kaçtı derler", with nobody named (Göksel & Kerslake 21.2.2, 24.3)."""
    if clause.predicate.passive:
        return False
    plural = _THEY_SAY.search(sentence.words[clause.predicate.last].folded) is not None
    return plural and who_says(sentence, clause, None) is None


def is_understood(row: VerbRow) -> bool:
    """Whether a verb of saying is one that nobody does: of "anlaşılıyor" the stem itself is a passive (GK 8.2.1.3)."""
    return any(stem == "anlasil" for _, stem in row.stems)


def may_tell(role: Role) -> bool:
    """Whether a role is filled by someone: a name, a post, a body, kin."""
    last = fold_word(role.text).split()[-1:]
    if role.name is None and any(has_word("denials", word) for word in last):
        return False  # captions without stops: "bu yanlış vali raporunda … diyor"
    someone = any(word in phrases("kin") or has_word("humans", word) for word in last)
    someone = someone or of_third_person(role.text) != role.text  # "babaannemin abisi"
    return role.name is not None or someone or is_told_apart(role)


def _opener(sentence: Sentence, clause: Clause) -> Role | None:
    """The nominative that opens a clause."""
    first = next(iter(sentence.phrases(clause.start, clause.predicate.first)), None)
    opens = first is not None and first.case == "nom" and first.first == clause.start
    return role_of(first, sentence.text, sentence.facts) if first is not None and opens else None


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
    mine = any(is_done_by_us(words[verb.last].folded) for verb in finite)
    return opens and mine and after is not None and after.folded in (",", "!")


def _behind(sentence: Sentence, clause: Clause) -> Role | None:
    """Whoever stands behind the verb that ends a sentence: "diye anlatır Havva Hanım" (GK 23.3)."""
    verb, words = clause.predicate, sentence.words
    told = (words[at] for at in range(verb.last + 1, len(words)) if not words[at].is_mark)
    rest = [*islice(told, _MOST_NAMES + 1)]
    if not rest or len(rest) > _MOST_NAMES or (rest[0].name is None and fold_word(rest[0].lower) not in phrases("kin")):
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
    common = _OF_SEVERAL.search(word) is not None  # "Türklerin kazandığını": whose deed is told
    cased = opens and (_CASED.search(word) or any(not one.proper and len(one.lemma) > 2 for one in readings(word)))
    return None if common or cased else Role(span, span.of(sentence.text))


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


def _first_person(sentence: Sentence, clause: Clause) -> Role | None:
    """The first person named without a case ending before a verb of saying, where no phrase could be made of him."""
    names = sentence.facts.names
    for word in sentence.words[clause.start : clause.predicate.first]:
        name = names[word.name] if word.name is not None else None
        if name is not None and name.kind is NameKind.PERSON and word.end == name.span.end:
            bare = _CASELESS.fullmatch(sentence.text[word.start : word.end]) is not None
            return Role(name.span, name.text, name.name) if bare else None
    return None


def _is_capital(sentence: Sentence, index: int) -> bool:
    """Whether a word is written like a name without a case ending."""
    written = sentence.text[sentence.words[index].start : sentence.words[index].end]
    proper = written[:1].isupper() and not written.isupper() and _CASELESS.fullmatch(written) is not None
    return proper and sentence.words[index].date is None


# Names where a sayer may stand, the surest first.
_NAMED: Final[tuple[Callable[[Sentence, Clause], Role | None], ...]] = (_behind, _unlisted, _by_trade, _first_person)
