"""The thing that an amount counts or measures, as far as it stands right behind it.

Comes in: an amount and its sentence. Goes out: a role of number, measure and thing. "Üç ton pamuk barutu" goes on to
the head of the izafet, "kırk sandık ilaç" to what the vessel holds (Göksel & Kerslake 2005, 14.3.1 and 14.4).
"""

from __future__ import annotations

from typing import Final

from tanik.core.morph import readings
from tanik.core.span import Span
from tanik.facts.model import Amount, Role
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.nouns import noun_of
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.roles.sentence import Sentence

__all__ = ["counted_thing"]

_NEAR: Final = 40


def _is_head(word: Word, amount: Amount, sentence: Sentence) -> bool:
    """Whether a word is the possessed head behind what is measured, or what a vessel holds: "üç ton pamuk barutu"."""
    if word.name is not None or word.amount is not None:
        return False
    form = noun_of(sentence.text[word.start : word.end])
    vessel = amount.text.split()[-1:] == [amount.of] and amount.of in phrases("containers")
    return form.possessed if amount.of and not vessel else form.bare_noun and vessel


def _goes_on(word: Word, sentence: Sentence) -> bool:
    """Whether a word may still be of what is counted: no verb."""
    written = sentence.text[word.start : word.end]
    noun = noun_of(written)
    verb = any(reading.part == "Verb" for reading in readings(written))
    return word.name is not None or (not verb and (not noun.known or noun.bare_noun or noun.adjective))


def _is_inflected(last: Word, amount: Amount, sentence: Sentence) -> bool:
    """Whether a case or possessive stands behind an amount that ends with a noun of the dictionary: "100 liranın"."""
    unit = sentence.text[last.start : amount.span.end]
    return amount.span.end < last.end and noun_of(unit).bare_noun


def counted_thing(index: int, sentence: Sentence) -> Role:
    """An amount with the thing that it measures, as far as that stands right behind it."""
    amount = sentence.facts.amounts[index]
    last = next((w for w in sentence.words if w.start < amount.span.end <= w.end), None)
    end = last.end if last is not None and not _is_inflected(last, amount, sentence) else amount.span.end
    if amount.of:
        at = sentence.text.find(amount.of, amount.span.start, end + _NEAR)
        end = max(amount.span.end, at + len(amount.of) if at >= 0 else 0)
    # "40 sandık mermi vaat etti": the noun of a compound verb is of the verb (GK 8.2.2)
    verbs = {sentence.words[clause.predicate.first].start for clause in sentence.clauses}
    inflected = sentence.text[end : end + 1].isalpha()  # "10 uçağı orduya bıraktı": a case closes the phrase
    for word in () if inflected else sentence.words:
        if word.start < end:
            continue
        if word.start - end <= 1 and not word.is_mark and word.start not in verbs and _is_head(word, amount, sentence):
            end = word.end
            continue
        told = word.is_mark or word.amount is not None or word.date is not None
        ends = told or word.folded in ("ve", "ile") or word.start - end > 2
        ends = ends or word.start in verbs or not _goes_on(word, sentence)
        if ends or amount.unit not in ("count", "person") or end > amount.span.end + len(amount.of or ""):
            break
        end = word.end
    span = Span(amount.span.start, end)
    return Role(span, span.of(sentence.text))
