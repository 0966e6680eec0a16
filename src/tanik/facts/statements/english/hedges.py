"""How English keeps a clause at arm's length: hearsay that nobody owns, and evidence that is said to be wanting.

Comes in: the words of a sentence and one of its clauses. Goes out: whether what follows is only said ("it is said
that", "Kemal is said to have", "the story goes that"), whether the clause itself is ("reportedly"), and whether the
clause ("sent no flour") or what follows ("there is no evidence that") is denied. A reader who takes these for the
page's own word turns a doubt into its contrary, so they are read before the clause that they govern (Huddleston &
Pullum, The Cambridge Grammar of the English Language, 2002, 8.9 on evidential adverbs, 9.1 on negation, 11.4 on
extraposition, 14.2.3 on raising).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tanik.facts.statements.english.clauses import Clause
from tanik.facts.statements.english.forms import verb_at
from tanik.facts.statements.english.phrases import lower_english
from tanik.facts.statements.english.verbs import BE, NEGATIONS
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.words import Word

__all__ = ["came_at_last", "is_denied", "is_hearsay", "is_raised", "lacks_evidence", "passes_on_hearsay"]

_REACH: Final = 4  # words between "no" and "evidence": "no credible historical evidence"
_NO: Final = frozenset(("no", "little", "scant", "hardly", "without"))


def is_denied(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a clause is negative, by its verb or by what stands before or behind it (H&P 2002, 9.1.1).

    "Never paid"; "paid Greece nothing", "sent no flour"; "nothing had come", "no money was sent".
    """
    if NEGATIONS.intersection(word.lower for word in words[clause.group : clause.verb]):
        return not came_at_last(words, clause)
    behind = [word.lower for word in words[clause.verb + 1 : clause.end]]
    before = [word.lower for word in words[clause.start : clause.group] if word.lower != "that"]
    none = before[:1] in (["no"], ["nothing"], ["nobody"], ["none"], ["neither"])
    return none or "nothing" in behind or behind[:1] == ["no"]


def came_at_last(words: Sequence[Word], clause: Clause) -> tuple[int, ...]:
    """The date before which a thing was not done, so that it was done then: "was not published until 1987".

    What "not … until" denies is only that it was sooner (H&P 2002, 9.1.3 on aspectuality).
    """
    denied = NEGATIONS.intersection(word.lower for word in words[clause.group : clause.verb])
    if not denied or "never" in denied:
        return ()
    behind = range(clause.verb + 1, min(clause.end, len(words) - 1))
    at = next((at for at in behind if words[at].lower in ("until", "till")), None)
    held = words[at + 1].date if at is not None else None
    return (held,) if held is not None else ()


def _is_passive(words: Sequence[Word], clause: Clause) -> bool:
    return any(words[at].lower in BE for at in range(clause.group, clause.verb))


def is_raised(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a clause's subject is what its infinitive tells of: "Kemal is said to have written"."""
    behind = [word.lower for word in words[clause.verb + 1 : clause.verb + 3]]
    return (
        _is_passive(words, clause) and behind in (["to", "have"], ["to", "be"]) and verb_at(words, clause.verb).reports
    )


def passes_on_hearsay(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a clause hands on what nobody in particular says: "it is claimed that", "the story goes that"."""
    before = [lower_english(word) for word in words[clause.start : clause.group] if not word.is_mark]
    if verb_at(words, clause.verb).reports:
        return is_raised(words, clause) or (before[-1:] == ["it"] and _is_passive(words, clause))
    that = clause.end < len(words) and words[clause.end].lower == "that"
    tale = bool(before) and before[-1] in phrases("english_claimed_nouns") - {"fact", "evidence", "proof", "news"}
    return that and tale and words[clause.verb].lower in phrases("english_tale_verbs")


def is_hearsay(words: Sequence[Word], clause: Clause) -> bool:
    """Whether an adverb puts the clause itself on hearsay: "the consul reportedly sold"."""
    return any(lower_english(word) in phrases("english_hearsay") for word in words[clause.start : clause.verb + 2])


def lacks_evidence(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a clause says that nothing shows what follows: "there is no evidence that", "no record shows that"."""
    inside = [lower_english(word) for word in words[clause.start : clause.end]]
    for at, word in enumerate(inside):
        if word in _NO and phrases("english_evidence").intersection(inside[at + 1 : at + 2 + _REACH]):
            after = words[clause.end].lower if clause.end < len(words) else ""
            return after == "that" or inside[-1] in phrases("english_suggesting")
    return False
