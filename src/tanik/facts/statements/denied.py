"""What a sentence says not to exist: "böyle bir söz yoktur" denies a saying.

Comes in: a sentence and the claims that it told of before. Goes out: a denied statement. No verb tells the deed: the
noun does ("söz", "dilekçe", "belge"; deeds.csv), beneath an emphatic "böyle bir" or "tek bir" and a verb of existence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tanik.core.morph import readings
from tanik.core.span import Span
from tanik.core.tables import read_rows
from tanik.facts.model import Polarity, Role, Statement
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.discourse.focus import state_of
from tanik.facts.statements.lexis.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.lexis.nouns import noun_of
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.roles.reading import Reading
from tanik.facts.statements.roles.sentence import Sentence
from tanik.facts.statements.syntax.voice import denied_deed

__all__ = ["build_deed", "rejects"]

_SUCH = frozenset(("boyle", "oyle", "soyle"))


@cache
def _deeds() -> dict[str, str]:
    return {fold_word(row["noun"]): row["action"] for row in read_rows("tanik.facts", "deeds.csv")}


def rejects(reading: Reading) -> bool:
    """Whether a verb of saying says that what it governs is not so: "gittiğini inkâr etti" (GK 24.4)."""
    return not reading.clause.predicate.negated and has_word("denying", fold_word(reading.row.verb))


def build_deed(
    sentence: Sentence, context: Context, claimed: Mapping[str | None, Role] | None = None
) -> Iterator[Statement]:
    """What a sentence says not to exist: "böyle bir söz yoktur" denies a saying.

    Whose deed it is its own words say ("İngiliz parası yoktur"), else the claim that the sentence speaks of: `claimed`
    gives the doer of each action that it told of before.
    """
    last = denied_deed(sentence.words)
    if last is None:
        return
    low = _head_start(sentence, last)
    found = _deed_in(sentence.words[low:last])
    if found is None:
        return
    noun, action = found
    span = Span(sentence.words[_deed_start(sentence, last)].start, sentence.words[last].end)
    doer = state_of(sentence, low, last) or (claimed or {}).get(action) or context.doer_of(action)
    thing = _missing_thing(noun, action, sentence)
    roles: tuple[tuple[str, Role], ...] = (("object", thing),) if thing else ()
    roles += (("subject", doer),) if doer else ()
    yield Statement(
        span,
        span.of(sentence.text),
        action,
        "statement-denied-deed",
        roles,
        attributed_to=context.authority or context.author,
        polarity=Polarity.DENIED,
    )


def _deed_in(words: Sequence[Word]) -> tuple[Word, str] | None:
    """The last noun among words that tells a deed, and its action."""
    for word in reversed(words):
        for noun, action in _deeds().items():
            if word.folded.startswith(noun):
                return word, action
    return None


def _missing_thing(word: Word, action: str, sentence: Sentence) -> Role | None:
    """What is said not to exist, where it is a thing that is handed over or written: "tek bir dilekçe yok"."""
    if (
        action not in ("transfer", "write", "sign", "order")
        or word.name is not None
        or word.folded in phrases("verbal_nouns")
    ):
        return None
    span = Span(word.start, word.end)
    written = span.of(sentence.text)
    if noun_of(written).bare_noun:
        return Role(span, written)
    # "İngiliz parası yoktur": the head of a compound, whose possessive is no owner's (GK 14.4)
    found = readings(written) if state_of(sentence, 0, sentence.words.index(word)) is not None else ()
    lemma = next((one.lemma for one in found if one.part == "Noun" and one.possessive and not one.plural), None)
    return Role(span, written, lemma) if lemma is not None else None


def _head_start(sentence: Sentence, last: int) -> int:
    """The word behind "böyle bir", with which what is said not to exist begins: before it stands where."""
    folded = [word.folded for word in sentence.words[:last]]
    pairs = (i + 2 for i in range(last - 2, -1, -1) if folded[i] in _SUCH and folded[i + 1] == "bir")
    return next(pairs, 0)


def _deed_start(sentence: Sentence, last: int) -> int:
    """The first word of what is said not to exist: behind the words of those who say otherwise ("… diyenlerin")."""
    others = [index for index in range(last) if sentence.words[index].folded.startswith("diyen")]
    return max(_clause_start(sentence, last), others[-1] + 1 if others else 0)


def _clause_start(sentence: Sentence, last: int) -> int:
    """The word after the last comma or semicolon before word `last` behind which a few words at least follow."""
    marks = [index for index in range(last - 2) if sentence.words[index].folded in (",", ";")]
    return marks[-1] + 1 if marks else 0
