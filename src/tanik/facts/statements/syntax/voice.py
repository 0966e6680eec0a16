"""In whose voice a clause speaks: affirmed or denied, asserted, reported, asked or on a condition, on whose word.

Comes in: a clause with its sentence. Goes out: polarity, modality and authority. Rejection stands far from what it
rejects in Turkish (after the nominalised clause, often at the sentence's end), hence it is looked for in what
follows the predicate and not in the predicate alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tanik.core.fold import lower_turkish
from tanik.facts.model import Facts, Modality, Polarity, Role
from tanik.facts.statements.lexis.lexicon import fold_word, frame, has_word, phrases
from tanik.facts.statements.lexis.verbs import Form, Predicate, VerbRow
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.syntax.clauses import Clause
from tanik.facts.statements.syntax.kinship import of_third_person

__all__ = [
    "action_and_polarity",
    "announced_by",
    "authority_of",
    "belonging_to",
    "circle_in",
    "denied_deed",
    "is_question",
    "modality_of",
    "neither",
    "rejected_after",
    "rejects_what_was_said",
]

_VOWEL: Final = re.compile(r"[aeiou]")
_ROUNDED: Final = "ou"  # folded: also ö and ü
_HEADMASTER: Final = "mudur"
_QUESTION: Final = re.compile(r"m[iu](?:yd[iu]|ym[iu]s|d[iu]r|s[iu]n(?:[iu]z)?)?")
_WORDS_BEFORE: Final = 8
_TWICE: Final = 2
_SHORT: Final = 8  # words of a sentence that says no more than that the one before is wrong
_LEAD: Final = 3  # words in which it names what it rejects
_IT: Final = frozenset(("this", "that", "these", "those", "it"))  # they stand for a whole clause, too (H&P 2002, 17.3)
_IS: Final = re.compile(r"(?<=\w)['’]s\b")
_THEY: Final = frozenset(("onlar", "sunlar", "kendileri"))
_LEAST_BEFORE: Final = 2
_CLOSED: Final = re.compile(r"[dt][iu]r(?:l[ae]r)?$")
_IN_OR_FROM: Final = re.compile(r"(?:l[ae]r)?(?:s?[iu]n|[iu])?[dt][ae]n?")
_CASE: Final = re.compile(r"n?[dt][ae]n?$")
_CIRCLE_CASE: Final = re.compile(r"[dt][ae]$")
_OURS: Final = re.compile(r"^(?:[iu]?m(?:[iu]z)?)")
_DATIVE: Final = re.compile(r"[ny]?[ae]$")
_BARE: Final = re.compile(r"m[iu]s(?:l[ae]r)?$")
_SET: Final = re.compile(r"[a-z]{2}m[iu]s(?:l[ae]r)?[td][iu]r?(?:l[ae]r)?$")
_CONFIRMED: Final = re.compile(r"(?:dogru|gercek)(?:dur|tur|tir)?(?! de[gy]il)\b")
_NO_MISTAKE: Final = re.compile(r"\b(?:yanlis|yalan|uydurma|asilsiz|iftira|hurafe)(?:\w{2})? (?:degil|deyil)\w*")
_NO_SUCH_WORDS = re.compile(
    r"\b(?:mektu|telgra|rapor|yazi|belge|defter|metin|metn|kitap|kitab|konusma|nutuk|nutk|demec|gazete|nusha|beyanname)"
    r"\w* (?:boyle bir|bu|o) (?:cumle|soz|ifade|ibare|kelime|sozcuk|paragraf|satir|bolum)\w* "
    r"(?:yok|gecm|yer alm|bulunm|rastlanm)"
)
_TIMES: Final = frozenset(("kez", "kere", "defa", "kat", "kisi", "zaman", "yil", "yildir", "gundur", "para"))
_PARTING: Final = frozenset((";", ":", "diye"))


def action_and_polarity(clause: Clause, row: VerbRow) -> tuple[str | None, Polarity]:
    """The action done and whether it is denied: not to accept is to refuse, not to send is a denied sending."""
    verb = clause.predicate
    given = frame(row.frame).get("nom") != "object"  # "Musul Irak'ta kalacak": nobody is said to give it
    if row.action == "transfer" and verb.future and not verb.passive and given:
        # what someone will give is promised and not yet given: the stages of a ledger must not mix
        return "promise", Polarity.DENIED if verb.negated else Polarity.AFFIRMED
    if row.action == "sign" and _binds(clause):
        return "promise", Polarity.AFFIRMED
    if row.action == "accept" and _admits(clause):
        return "say", Polarity.DENIED if verb.negated else Polarity.AFFIRMED
    if not verb.negated:
        return row.action, Polarity.AFFIRMED
    return (row.negated, Polarity.AFFIRMED) if row.negated else (row.action, Polarity.DENIED)


def _binds(clause: Clause) -> bool:
    """Whether someone signs that they will do a thing ("ödeyeceğine imza koydu")."""
    before = clause.inner[-1] if clause.inner else None
    return before is not None and before.form is Form.NOMINAL and before.future


def _admits(clause: Clause) -> bool:
    """Whether what is accepted is a fact: "okuduğunu kabul etti" says so, and agrees to nothing.

    A -dık complement is a fact, one in -ma or -mak a deed to come (Göksel & Kerslake 24.4).
    """
    before = clause.inner[-1] if clause.inner else None
    near = before is not None and before.last + 1 == clause.predicate.first
    return before is not None and near and before.ending == "nominal" and not before.future


def rejects_what_was_said(words: Sequence[Word]) -> bool:
    """Whether a short sentence only rejects the one before it: "İddia doğru değil", "That's untrue".

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> texts = ("Bu iddia doğru değil", "İddia yeni değil", "The claim is false", "That's not true")
    >>> [rejects_what_was_said([plain_word(word) for word in text.split()]) for text in texts]
    [True, False, True, True]
    """
    # "Bu doğru değil: köprü o kış ayaktaydı": what stands behind the colon tells why
    end = next((index for index, word in enumerate(words) if index and word.folded in (":", ";")), len(words))
    words = words[:end]
    said = [word.folded for word in words if not word.is_mark]
    if not said or len(said) > _SHORT or any(word.date is not None or word.amount is not None for word in words):
        return False
    told = any(
        has_word("claims", word) or has_word("retold", word) or word in phrases("claims_english")
        for word in said[:_LEAD]
    )
    spoken = " ".join(said)
    # folded, "was" is "vas"
    english = _IS.sub(" is", " ".join(word.lower for word in words if not word.is_mark))
    pointed = said[0] in phrases("demonstratives") or _IS.sub("", said[0]) in _IT
    pointed = pointed and len(english.split()) <= _LEAD + 1
    bare = len(said) <= _LEAD and has_word("denials", " ".join(said[-_TWICE:]))  # "Kesinlikle doğru değil."
    return (told or pointed or bare) and (has_word("denials", spoken) or has_word("denials_english", english))


def rejected_after(words: Sequence[Word], index: int) -> bool:
    """Whether what follows word `index` in its sentence rejects what was said.

    "Ödediği doğru ama gerisi uydurma" rejects the rest alone, and "yanlış değildir" rejects nothing.
    """
    rest = words[index + 1 :]
    if _CONFIRMED.match(" ".join(word.folded for word in rest[:_TWICE])):
        return False
    # "… iddiası gazetelere aittir, kaydı yok": what follows a clause of its own rejects that
    comma = next((i for i, word in enumerate(rest) if word.is_mark and i and _CLOSED.search(rest[i - 1].folded)), None)
    behind = " ".join(word.folded for word in rest[:comma] if not word.is_mark)
    # of "bağışladığı 11 Haziran tarihli mektupta böyle bir cümle yoktur" the sentence is missing and not the gift
    if _NO_SUCH_WORDS.search(behind):
        return False
    return has_word("denials", _NO_MISTAKE.sub("", behind))


def neither(words: Sequence[Word], verb: Predicate | None = None) -> bool:
    """Whether "ne … ne …" denies what it joins: "ne söyledi ne yazdı" (Göksel & Kerslake 20.4).

    Of a sentence, whether "ne" stands in it twice; of a verb, whether one of them stands before it as well.
    """
    places = [index for index, word in enumerate(words) if word.folded == "ne"]
    if len(places) < _TWICE:
        return False
    return verb is None or (places[0] < verb.first and not verb.negated)


def is_question(words: Sequence[Word], clause: Clause) -> bool:
    """Whether the clause asks yes or no: "mi" follows its predicate, in harmony with it (Göksel & Kerslake 3.2).

    "Okulu açan müdür" is the head of a school: behind an unrounded vowel the particle would be "mıdır".
    """
    last = clause.predicate.last + 1
    if last >= len(words) or _QUESTION.fullmatch(words[last].folded) is None:
        return False
    vowels = _VOWEL.findall(words[last - 1].folded)
    return words[last].folded != _HEADMASTER or not vowels or vowels[-1] in _ROUNDED


def _asks_how_many(words: Sequence[Word], clause: Clause) -> bool:
    """Whether "kaç" counts a thing in a main clause, as in captions without marks: "kaç şehit verdik" (GK 19.2)."""
    if clause.predicate.form is not Form.FINITE:
        return False
    pairs = pairwise(words[clause.start : clause.predicate.last + 1])
    return any(word.folded == "kac" and after.folded not in _TIMES and not after.is_mark for word, after in pairs)


def modality_of(words: Sequence[Word], clause: Clause, folded: str) -> Modality:
    """How firmly the clause speaks."""
    if is_question(words, clause) or _asks_how_many(words, clause):
        return Modality.ASKED
    if clause.conditional:
        return Modality.CONDITIONAL
    told = clause.predicate.hearsay and clause.predicate.form is Form.FINITE
    if has_word("hearsay", folded) or (told and _is_bare_hearsay(words, clause.predicate.last)):
        return Modality.REPORTED
    return Modality.ASSERTED


def _is_bare_hearsay(words: Sequence[Word], last: int) -> bool:
    """Whether -mış stands alone: with -dır it is the style of books, with -tı it only sets the time back.

    Of several in a row the last alone may have the -dır or -tı of all: "1925'te kurulmuş, 1932'de kapanmıştır"
    (suspended affixation, GK 8.3.3.1).
    """
    if not _BARE.search(words[last].folded):
        return False
    for word in words[last + 1 :]:
        if word.folded in _PARTING:
            break
        if _SET.search(word.folded):
            return False
    return True


def circle_in(words: Sequence[Word], text: str) -> str | None:
    """Among whom a thing is told: "halk arasında", "bizim ailede", "sosyal medyada"; None where no circle is named.

    The circle opens the clause of the telling, before the genitive subject of what is told (GK 24.4.2).
    """
    for index, word in enumerate(words):
        if index and word.folded == "arasinda":
            return lower_turkish(text[words[index - 1].start : words[index - 1].end])
        if word.name is not None or word.is_mark or not _CIRCLE_CASE.search(word.folded):
            continue
        circle = max((one for one in phrases("circles") if word.folded.startswith(one)), key=len, default=None)
        if circle is None or not _IN_OR_FROM.fullmatch(_OURS.sub("", word.folded[len(circle) :])):
            continue
        near = words[index - 1] if index and not words[index - 1].is_mark else None
        led = near is not None and fold_word(near.lower) in phrases("circle_attributes")
        alone = lower_turkish(text[word.start : word.start + len(circle)])
        plural = lower_turkish(_CASE.sub("", text[word.start : word.end]))
        return f"{near.lower} {plural}" if led and near is not None else alone
    return None


def _is_pronoun(role: Role) -> bool:
    word = fold_word(role.text)
    return word in _THEY or word in phrases("demonstratives", "pronouns")


def authority_of(role: Role | None) -> str | None:
    """How an authority is called; the writer's own kin without "my" ("dedem" is a grandfather).

    A pronoun that stands for nobody known calls nobody: "Bunlar … iddia ederler" (GK 18.1).
    """
    if role is None or (role.name is None and _is_pronoun(role)):
        return None
    return role.name or of_third_person(role.text)


def announced_by(words: Sequence[Word], start: int, text: str, facts: Facts) -> str | None:
    """What a colon before word `start` says to be speaking: a rumour, a legend, a diary, a report."""
    if start < _LEAST_BEFORE or words[start - 1].folded != ":":
        return None
    noun = words[start - 2]
    if noun.folded in phrases("going_round") and start > _LEAST_BEFORE:
        noun = words[start - 3]  # "aynı metin paylaşılıyor: …"
        if noun.folded in phrases("retold"):
            return lower_turkish(text[noun.start : noun.end])
    if not (has_word("claims", noun.folded) or has_word("papers", noun.folded)):
        return None
    before = words[max(0, start - 4) : start - 2]
    named = next((word.name for word in reversed(before) if word.name is not None), None)
    spoken = text[noun.start : noun.end]
    return f"{facts.names[named].name} {spoken}" if named is not None else spoken


def belonging_to(words: Sequence[Word], index: int, text: str, facts: Facts) -> str | None:
    """Whose a claim behind word `index` is: "… savı ise komşu köylülerindir"."""
    claim = next((i for i in range(index + 1, min(len(words), index + 3)) if has_word("claims", words[i].folded)), None)
    if claim is None:
        return None
    last = next((i for i in range(claim + 1, min(len(words), claim + 7)) if words[i].folded.startswith("ait")), None)
    first = claim + 1 + (claim + 1 < len(words) and words[claim + 1].folded in ("ise", "da", "de"))
    if last is None or last <= first:
        return None
    holder = words[last - 1]
    if holder.name is not None:
        return facts.names[holder.name].name
    ending = _DATIVE.search(holder.folded)
    return text[words[first].start : holder.start + (ending.start() if ending else len(holder.folded))]


def denied_deed(words: Sequence[Word]) -> int | None:
    """The number of the last word of "böyle bir söz … yoktur": what is said not to exist; None elsewhere."""
    folded = [word.folded for word in words]
    if not any(word in phrases("existence_denied") for word in folded[-_WORDS_BEFORE:]):
        return None
    if not has_word("emphatic", " ".join(folded)):
        return None
    return next((i for i in range(len(folded) - 1, -1, -1) if folded[i] in phrases("existence_denied")), None)
