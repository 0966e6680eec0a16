"""On whose word a clause stands.

Comes in: a clause's reading, its sentence and what the sentences before it say. Goes out: the authority's name, or
None for the page's own assertions.
"""

from __future__ import annotations

from tanik.facts.model import Modality
from tanik.facts.statements.clauses import Clause
from tanik.facts.statements.context import Context
from tanik.facts.statements.lexicon import has_word
from tanik.facts.statements.reading import Reading, Sentence
from tanik.facts.statements.voice import according_to, announced_by, authority_of, belonging_to

__all__ = ["authority_for", "is_rumoured"]


def authority_for(sentence: Sentence, reading: Reading, context: Context, modality: Modality) -> str | None:
    """On whose word: "…'e göre", else whoever was just said to tell it, else the comment's or letter's author."""
    words, text, facts = sentence.words, sentence.text, sentence.facts
    named = (
        according_to(words, text, facts)
        or announced_by(words, reading.first, text, facts)
        or belonging_to(words, reading.last, text, facts)
    )
    told = modality is Modality.REPORTED and context.teller != authority_of(reading.roles.get("subject"))
    rumour = "sosyal medya" if is_rumoured(sentence, reading.clause) else None
    own = context.kin_of_author(context.teller) if told and context.teller else None
    doubted = reading.row.action == "say" and reading.clause.predicate.negated
    heard = context.paper if modality is Modality.REPORTED else None
    return named or own or rumour or context.authority or heard or (context.author if doubted else None)


def is_rumoured(sentence: Sentence, clause: Clause) -> bool:
    """Whether a nominalised clause is what "social media" is said to repeat."""
    before = " ".join(word.folded for word in sentence.words[: clause.predicate.first])
    return clause.predicate.ending == "nominal" and has_word("media", before)
