"""Clauses of a sentence: which words belong to which predicate.

Comes in: the words and predicates of a sentence. Goes out: one clause a predicate that can carry a statement, with
the stretch of words that is its own, the stretch before it that it shares, and the clause it is a complement of. A
finite verb ends a clause; what stands between the last subordinate verb and the finite one is the finite one's own,
and the nominative before the first subordinate verb is the subject of both (Göksel & Kerslake 2005, 23–28).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tanik.core.made import value
from tanik.facts.statements.lexis.lexicon import has_word, phrases
from tanik.facts.statements.lexis.verbs import Form, Predicate
from tanik.facts.statements.lexis.words import Word

__all__ = [
    "BARE_POSSESSIVE",
    "Clause",
    "claims_after",
    "clauses_of",
    "dated_bracket",
    "describes_noun",
    "tells_of_noun",
]

_LONGEST_LABEL = 5
_LONGEST_TIME = 4  # words: "1922 yılı Mart ayı ortalarında"
_HOWEVER = (("ne", "var", "ki"), ("ne", "yazik", "ki"), ("hal", "boyle", "iken"))
_HOWEVER_FIRST = frozenset(first for first, *_ in _HOWEVER)
_LONGEST_DATE = 7  # words in a bracket, with its end: "(28 Şubat - 3 Mart 1921)"
BARE_POSSESSIVE: Final = re.compile(r"[dt][iu]g[iu]$|[dt][iu]kl[ae]r[iu]$")
_GONE_TO = re.compile(r"['’‘ʼ`´](?:[yn]?[ae]|n?[dt][ae]n?)$")
_REPORTED = re.compile(r"[iu][ln](?:d[iu]|m[iu]s|[iu]yor|mekte|makta)")
_IN_PAPER = re.compile(r"[dt][ae]n?$|l[ae]$")
_TO_PAPER = 6  # words
_TURNING: Final = re.compile(r"[a-z]{2}(?:may[iu]n|mey[iu]n)(?:[iu]z)?$|^(?:dusunun|hatirlayin|bilin)(?:[iu]z)?$")
# conjunctions, and what only turns to the reader: "bakınız, Vali Bey 1921'de evlendi" (GK 28.3.6)
_OPENING = frozenset(
    ("ve", "ama", "fakat", "ancak", "lakin", "oysa", "oysaki", "bakiniz", "bakin", "bkz", "bak", "neyse", "hani")
)
_SAYS = re.compile(r"d[ei](?:d[iu]|mis|yor|r|mekte)(?:d[iu]r?|t[iu]r?|m|k|n[iu]z|ler|um|uz|sun)*")
_OPENING_MARKS = frozenset(("“", "«"))
_QUOTING = frozenset(('"', "“", "”", "«", "»"))
_EVEN = frozenset(("da", "de", "bile"))
_PAPERS = re.compile(r"(?:anlas|sozles)m[ae]y[iae]")
_WITHOUT = re.compile(r"m[ae]d[ae]n$")
_SINCE = frozenset(("sonra", "beri", "itibaren", "dolayi", "oturu"))
_LET_IT = re.compile(r"s[iu]n(?:l[ae]r)?$")
_TOLD: Final = re.compile(r"[gk](?:[iu]|l[ae]r[iu])n[iu]$")  # "geldiğini", "geleceklerini"
_PARTING = frozenset((";", ":", "ama", "fakat", "lakin", "oysa"))
# what these rows tell happens to whoever stands in the nominative: "kurulan banka" is one that was founded
_HAPPENING = frozenset(("fall", "become", "die", "rise", "serve", "resign"))


@value
class Clause:
    """One predicate with its words.

    `start` is the clause's first word, `own` the first word after the last subordinate predicate before this one,
    `shared` the word where the first subordinate predicate's phrases end (the subject stands before it), `outer`
    the finite predicate that this one depends on, `conditional` whether a condition stands in the clause; the words
    at `left_out` belong to other clauses with the same verb.
    """

    predicate: Predicate
    start: int
    own: int
    inner: tuple[Predicate, ...]
    outer: Predicate | None
    conditional: bool
    left_out: frozenset[int] = frozenset()


def _first_word(words: Sequence[Word], index: int) -> int:
    """The first word from `index` on that is neither a mark nor a conjunction."""
    conceded = (
        index < len(words) and words[index].folded in ("da", "de") and words[index - 1].folded.endswith(("sa", "se"))
    )
    index += conceded  # "istediyse | de banka": it belongs to the verb before (GK 27.6)
    while index < len(words) and (words[index].is_mark or words[index].folded in _OPENING):
        index += 1
    # "ne var ki" joins as "ama" does, and nothing is there (GK 28.3.4)
    if index >= len(words) or words[index].folded not in _HOWEVER_FIRST:
        return index
    however = tuple(word.folded for word in words[index : index + 3]) in _HOWEVER
    return _first_word(words, index + 3) if however else index


def _label(words: Sequence[Word], predicates: Sequence[Predicate]) -> int:
    """The word after a label that opens a sentence ("PARA İŞİ: …"), else the first.

    So is what only turns to the hearers: "Şunu unutmayın, …" (an imperative in -(y)In, GK 8.2.3.1).
    """
    comma = next((index for index, word in enumerate(words[:_LONGEST_LABEL]) if word.folded == ","), 0)
    if comma and _TURNING.search(words[comma - 1].folded) and not any(one.first < comma for one in predicates):
        return comma + 1
    colon = next((index for index, word in enumerate(words[:_LONGEST_LABEL]) if word.folded == ":"), None)
    if colon is None or any(predicate.first < colon for predicate in predicates):
        return 0
    return colon + 1


def _outer(predicates: Sequence[Predicate], position: int) -> Predicate | None:
    """The next finite predicate after `position`."""
    return next((p for p in predicates[position + 1 :] if p.form is Form.FINITE), None)


def clauses_of(words: Sequence[Word], predicates: Sequence[Predicate]) -> tuple[Clause, ...]:
    """One clause a finite predicate, and one a subordinate predicate of the table, in order."""
    # "Ali Bey'e bakılırsa" names a source and sets no condition
    predicates = [one for one in predicates if words[one.last].folded not in phrases("source_marks")]
    predicates = [one for one in predicates if not (_is_paper(words, one) or _is_deed_before(words, one))]
    conceded = {one.first: end for one in predicates if (end := _conceded(words, one)) is not None}
    if conceded:
        held = {
            at for one in predicates if one.first in conceded for at in range(one.last + 1, conceded[one.first] + 1)
        }
        predicates = [
            replace(one, last=conceded.get(one.first, one.last)) for one in predicates if one.first not in held
        ]
    found: list[Clause] = []
    start, inner = _first_word(words, _label(words, predicates)), list[Predicate]()
    conditional = False
    for position, predicate in enumerate(predicates):
        if predicate.form is Form.CONDITIONAL and predicate.first not in conceded:
            conditional = True
        parted = max(_after_semicolon(words, start, predicate.first, inner), _after_said(words, start, predicate))
        if parted > start:
            start, inner = parted, [one for one in inner if one.first >= parted]
        if not inner and _only_describes(words, start, predicate):
            start = predicate.last + 1
            continue
        own = _first_word(words, inner[-1].last + 1) if inner else start
        if predicate.form is Form.PARTICIPLE:
            own = max(own, _after_comma(words, own, predicate.first))
        if predicate.form is Form.FINITE or (predicate.rows and predicate.form is not Form.CONDITIONAL):
            outer = None if predicate.form is Form.FINITE else _outer(predicates, position)
            found.append(Clause(predicate, start, min(own, predicate.first), tuple(inner), outer, conditional))
        if predicate.form is Form.FINITE:
            behind = dated_bracket(words, predicate.last + 1)
            start, inner, conditional = _first_word(words, behind.stop), [], False
        else:
            inner.append(predicate)
    return tuple(found)


def _is_paper(words: Sequence[Word], verb: Predicate) -> bool:
    """Whether what looks like an infinitive is what was signed: "heyet anlaşmayı 1921'de imzaladı".

    With somebody it is the verb: "Fransızlarla anlaşmayı kabul etti" (TDK Türkçe Sözlük, anlaşma, sözleşme).
    """
    if verb.form is not Form.INFINITIVE or _PAPERS.fullmatch(words[verb.last].folded) is None:
        return False
    before = words[verb.first - 1].folded if verb.first else ""
    return before != "ile" and not before.endswith(("la", "le"))


def _is_deed_before(words: Sequence[Word], verb: Predicate) -> bool:
    """Whether what looks like "without …-ing" is a deed after which something was: "görüşmeden sonra" (GK 26.2.3.2)."""
    after = words[verb.last + 1].folded if verb.last + 1 < len(words) else ""
    return verb.form is Form.CONVERB and after in _SINCE and _WITHOUT.search(words[verb.last].folded) is not None


def _conceded(words: Sequence[Word], verb: Predicate) -> int | None:
    """The last word of a form in -sA that concedes and sets no condition, None for a condition (GK 27.4).

    "İstese de", "geç de olsa", "ne olursa olsun", "hiç değilse": what the main verb tells holds all the same.
    """
    if verb.form is not Form.CONDITIONAL:
        return None
    form = words[verb.last].folded
    before = words[verb.first - 1].folded if verb.first else ""
    after = words[verb.last + 1].folded if verb.last + 1 < len(words) else ""
    if after in _EVEN or (after[:2] == form[:2] and _LET_IT.search(after)):
        return verb.last + 1
    alone = (before in _EVEN and form.startswith("ols")) or (before == "hic" and form in ("degilse", "olmazsa"))
    return verb.last if alone else None


def _only_describes(words: Sequence[Word], start: int, predicate: Predicate) -> bool:
    """Whether a participle of no table opens a sentence with no phrase of its own: "öfkelenen hakem …" (GK 25.1.1)."""
    alone = predicate.first == start and predicate.form is Form.PARTICIPLE and not predicate.rows
    return alone and predicate.last + 1 < len(words) and not words[predicate.last + 1].is_mark


def _after_semicolon(words: Sequence[Word], low: int, high: int, inner: Sequence[Predicate]) -> int:
    """The word after the last semicolon between `low` and `high`, else `low`: what stands before it is said."""
    last = next((i for i in range(high - 1, low, -1) if words[i].folded in _PARTING), None)
    if last is None or _parts_subject(words, low, last) or _parts_described(words, last, inner):
        return low
    if _joins_told(words, last, inner):
        return low
    return _first_word(words, last + 1)


def _after_said(words: Sequence[Word], low: int, verb: Predicate) -> int:
    """The word after the words that somebody says, else `low`: they are no phrases of the verb (GK 24.2.1).

    A comma right before a form of "de-" ends them ("bu yola başvurun, dedi"), and so does a closing mark whose opening
    one stands in a sentence before.
    """
    if verb.form is not Form.FINITE:
        return low
    if _SAYS.fullmatch(words[verb.first].folded) and verb.first - 1 > low and words[verb.first - 1].folded == ",":
        return verb.first
    last = next((i for i in range(verb.first - 1, low, -1) if words[i].folded in _QUOTING), None)
    if last is None or not (verb.may_say or _SAYS.fullmatch(words[verb.first].folded)):
        return low
    marks = [word.folded for word in words[: last + 1] if word.folded in _QUOTING]
    closing = len(marks) % 2 == 1 and marks[-1] not in _OPENING_MARKS
    return last + 1 if closing else low


def _parts_subject(words: Sequence[Word], low: int, mark: int) -> bool:
    """Whether a semicolon only stands behind the subject: "Sabri Bey; 1886'da Konya'da doğdu" (TDK Yazım Kılavuzu).

    It is then a name alone that opens the sentence, or one behind the time: "1922 yılı Mart ayında Sabri Bey; …".
    """
    before = words[low:mark]
    first = next((at for at, word in enumerate(before) if word.name is not None), len(before))
    then = first == 0 or (before[0].date is not None and first - 1 <= _LONGEST_TIME)
    named = bool(before[first:]) and all(word.name is not None for word in before[first:])
    return words[mark].folded == ";" and low == 0 and then and named


def _parts_described(words: Sequence[Word], mark: int, inner: Sequence[Predicate]) -> bool:
    """Whether a semicolon stands behind what a participle describes: "kısa sürede büyüyen cemiyet; …" is no clause."""
    before = next((one for one in reversed(inner) if one.last < mark), None)
    near = before is not None and mark - before.last <= _LONGEST_LABEL
    return words[mark].folded == ";" and near and before is not None and before.form is Form.PARTICIPLE


def _joins_told(words: Sequence[Word], mark: int, inner: Sequence[Predicate]) -> bool:
    """Whether a conjunction joins what one verb governs: "Ali, köyün yandığını, fakat kimsenin ölmediğini yazar"."""
    before = next((one for one in reversed(inner) if one.last < mark), None)
    if before is None or before.ending != "nominal" or not _TOLD.search(words[before.last].folded):
        return False
    return words[mark].folded != ";" and all(word.folded == "," for word in words[before.last + 1 : mark])


def _after_comma(words: Sequence[Word], low: int, high: int) -> int:
    """The word after the last comma between `low` and `high`, else `low`."""
    return next((i + 1 for i in range(high - 1, low, -1) if words[i].folded in (",", ";", ":")), low)


def dated_bracket(words: Sequence[Word], index: int) -> range:
    """The words of a bracket at `index` that holds a date and nothing else, with its brackets; none if there is none.

    An encyclopedia gives the date of a deed behind its verb: "okula yazıldı (13 Mart 1899)" (TDK Yazım Kılavuzu, yay
    ayraç).
    """
    if index >= len(words) or words[index].folded != "(":
        return range(index, index)
    end = next((i for i in range(index + 1, min(len(words), index + _LONGEST_DATE)) if words[i].folded == ")"), None)
    dated = end is not None and all(word.date is not None for word in words[index + 1 : end])
    return range(index, end + 1) if end is not None and dated and end > index + 1 else range(index, index)


def claims_after(words: Sequence[Word], index: int) -> bool:
    """Whether a noun such as "iddiası" or "söylentisi" follows word `index`."""
    return any(has_word("claims", word.folded) for word in words[index + 1 : index + 4])


def tells_of_noun(verb: Predicate) -> bool:
    """Whether a participle tells what was done to, or became of, the noun behind it (GK 25.1.1.1).

    "İmzalanan sözleşme" is passive; "kurulan banka", "açılan okul" and "ölen vali" need no passive for it.
    """
    happened = verb.ending == "participle" and not verb.negated and bool(verb.rows)
    # of a verb alone the sense that asks for nothing beside it is the nearest
    plain = next((row for row in verb.rows if not row.needs), verb.rows[0] if verb.rows else None)
    return verb.passive or (happened and plain is not None and plain.frame in _HAPPENING)


def _is_gone_to(words: Sequence[Word], index: int) -> bool:
    """Whether a name in the dative, locative or ablative stands behind a -dığı form that so describes it.

    "1919'da ayrıldığı Konya'ya döndü"; but "geldiği Ankara'dan bildirildi" tells from where it was reported.
    """
    after = words[index + 1].folded if index + 1 < len(words) else ""
    return words[index].name is not None and bool(_GONE_TO.search(words[index].folded)) and not _REPORTED.search(after)


def _sends_paper(words: Sequence[Word], verb: Predicate) -> bool:
    """Whether a -dığı form of sending or writing tells of a paper near behind it: "gönderdiği iki sayfalık yazıda"."""
    if not has_word("writing", words[verb.last].folded):
        return False
    for word in words[verb.last + 1 : verb.last + 1 + _TO_PAPER]:
        if word.is_mark:
            return False
        if has_word("own_papers", word.folded) and _IN_PAPER.search(word.folded):
            return True
    return False


def describes_noun(words: Sequence[Word], verb: Predicate) -> bool:
    """Whether a -dığı form stands right before a noun that it describes, and is no complement of the main verb.

    Of "ajansa verdiği demeçte teşekkür etti" the giving is not what was said (Göksel & Kerslake 25.1.1.2); nouns of
    claiming ("verdiği iddiası") do take a complement.
    """
    after = words[verb.last + 1] if verb.last + 1 < len(words) else None
    if after is None or after.is_mark or after.quoted or not BARE_POSSESSIVE.search(words[verb.last].folded):
        return False
    if _is_gone_to(words, verb.last + 1) or _sends_paper(words, verb):
        return True
    said = has_word("source_papers", after.folded) or has_word("sayings", after.folded)
    return said and not claims_after(words, verb.last)
