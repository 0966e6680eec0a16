"""Action nouns read as the verbs that they are made of: "imzalanması" as "imzalandığı", "işgali" as "işgal edildiği".

Comes in: the words of an entry or headline. Goes out: the stretches that end in such a noun, each with the noun put as
a nominalised verb, which the grammar of reported clauses reads with all its places (genitive subject, "tarafından",
accusative, dative: Göksel & Kerslake 2005, 24.4.2.1; for -mA and -(y)Iş with arguments of their own 8.5.2.2, 8.5.2.3).
What is put in has the noun's own place on the page; an auxiliary verb, which no word there stands for, has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from tanik.core.fold import fold, lower_turkish
from tanik.core.tables import read_rows
from tanik.facts.statements.lexis.words import Word

__all__ = ["SENT", "deeds_in", "with_verb"]

SENT: Final = {"tr": "gönderildiği", "az": "göndərildiyi"}
"""What a thing that goes from one to another is told to have been."""

_ACTION: Final = re.compile(r"(?P<stem>[^\W\d_]{2,})m[ae](?P<own>s[iu]|l[ae]r[iu])")
_MANNER: Final = re.compile(r"(?P<stem>[^\W\d_]{2,}?)(?:(?<=[aeiou])y)?[iu]s(?P<own>[iu]|l[ae]r[iu])")
_HARD: Final = frozenset("fstkchp")
_VOICED: Final = {"gid": "git", "ed": "et", "tad": "tat", "gud": "gut"}
_POSSESSED: Final = re.compile(r"'?(?:s?[iu]|l[ae]r[iu])")
_FRONTED: Final = re.compile(r"(d[iu])yi$")
_ENDS: Final = frozenset((",", ";", ".", "…", ")", "(", "[", ":", "!"))
_AND: Final = frozenset(("ve", "ile"))
_AGENT: Final = frozenset(("tarafindan", "terefinden", "eliyle"))
_ACCUSATIVE: Final = re.compile(r"[^\W\d_]{2,}(?:['’](?:y|n)?[iıuü]|[iıuü]n[iıuü]|l[ae]r[iı])$")


@cache
def _nouns(language: str) -> dict[str, tuple[str, str]]:
    """The folded nouns of a language with the verbs for who does it and to what it is done, "" where one has none."""
    rows = read_rows("tanik.facts", "deed_nouns.csv")
    return {fold(row["noun"]): (row["active"], row["passive"]) for row in rows if row["language"] == language}


def with_verb(words: Sequence[Word], verb: str) -> tuple[Word, ...]:
    """`words` with the words of `verb` behind them, which have no place of their own on the page.

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> [word.folded for word in with_verb([plain_word("altın")], "teslim edildiği")]
    ['altin', 'teslim', 'edildigi']
    """
    end = words[-1].end if words else 0
    return (*words, *(Word(end, end, lower_turkish(one), _folded(one)) for one in verb.split()))


def _folded(verb: str) -> str:
    """A verb in comparison form; Azerbaijani "-diyi" is "-dığı" behind a front vowel."""
    return _FRONTED.sub(r"\1gi", fold(verb))


def deeds_in(words: Sequence[Word], language: str) -> Iterator[tuple[tuple[int, int], tuple[Word, ...]]]:
    """The stretches of `words` that end in an action noun, and the words of each with the noun as a verb.

    A noun closes its stretch where the words end, or a comma, "ve" or a bracket stands behind it.
    """
    low = 0
    for at, word in enumerate(words):
        after = words[at + 1] if at + 1 < len(words) else None
        closes = after is None or after.folded in _ENDS or after.folded in _AND
        if not closes or word.is_mark or word.name is not None or word.amount is not None or word.date is not None:
            continue
        put = _verb_of(words[low : at + 1], language)
        if put is None:
            continue
        yield (low, at + 1), put
        low = at + 2 if after is not None else at + 1


def _verb_of(words: Sequence[Word], language: str) -> tuple[Word, ...] | None:
    """The words of a stretch with its last, an action noun, as a verb; None where it is none."""
    last = words[-1]
    if (found := _by_noun(words, language)) is not None:
        return found
    match = _ACTION.fullmatch(last.folded) or _MANNER.fullmatch(last.folded)
    if match is None:
        return None
    end = match.end("stem")
    stem, lower = match["stem"], last.lower[:end]
    if (voiced := _VOICED.get(stem)) is not None:
        stem, lower = voiced, lower[:-1] + "t"
    hard = "t" if stem[-1] in _HARD else "d"
    ending = f"{hard}igi" if match["own"][0] != "l" else f"{hard}iklari"
    return (*words[:-1], replace(last, lower=lower + ending, folded=stem + ending))


def _by_noun(words: Sequence[Word], language: str) -> tuple[Word, ...] | None:
    """The words with a noun of the table put as its verb: by whom it is done where what it is done to is told so."""
    last = words[-1]
    noun = next((one for one in _nouns(language) if _is_possessed(one, last.folded)), None)
    if noun is None:
        return None
    active, passive = _nouns(language)[noun]
    if active and passive:
        told = any(_ACCUSATIVE.search(word.lower) and word.name is not None for word in words[:-1])
        by = any(word.folded in _AGENT for word in words[:-1])
        verb = active if told and not by else passive
    else:
        verb = active or passive
    first, *rest = verb.split()
    return with_verb((*words[:-1], replace(last, lower=lower_turkish(first), folded=_folded(first))), " ".join(rest))


def _is_possessed(noun: str, word: str) -> bool:
    """Whether a folded word is a noun with its possessive: "isgali"; of "fetih" the vowel falls, "fethi" (GK 2.3)."""
    stems = (noun, noun[:-2] + noun[-1]) if noun[-2] in "iu" and len(noun) > 4 else (noun,)
    return any(word.startswith(stem) and _POSSESSED.fullmatch(word, len(stem)) is not None for stem in stems)
