"""Whether a verb's person fits whoever its clause leaves unsaid.

Comes in: who was last spoken of, and a clause. Goes out: the one whom the verb's ending can mean. "Gittiler" is told
of several and "gittim" of the writer (Göksel & Kerslake 2005, 8.4 and 18.1.5): neither is the one man named before.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.morph import readings
from tanik.facts.model import Role
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.nouns import noun_of
from tanik.facts.statements.lexis.verbs import Form
from tanik.facts.statements.roles.reading import Reading, Sentence

__all__ = ["agreeing", "disagrees"]

_FIRST: Final = re.compile(
    r"(?:[dt][iu](?:m|k|q)|(?:m[iu]s|yor|[ae]c[ae]g|[aeiu]r|m[ae]y)(?:[iu]m|[iu]z|[ae]m|[iu][kq]))$"
)
_WE: Final = frozenset(("men", "ben", "biz", "bizler", "kendim", "kendimiz", "ikimiz", "hepimiz", "bendeniz"))
_JOINED: Final = frozenset(("ve", "ile"))
_PEOPLES: Final = re.compile(r"l[ae]r$")
_WITHOUT: Final = re.compile(r"[a-z]{2}s[iu]z$")
_SEVERAL: Final = re.compile(r"l[ae]r(?:d[iu]r?|m[iu]s)?$")


def disagrees(subject: Role, sentence: Sentence, reading: Reading) -> bool:
    """Whether a clause's nominative cannot be its verb's subject: one thing that does nothing, beside a plural verb.

    Things take a singular verb even in the plural (GK 8.4); bodies and posts may take a plural one. Of "Nuri ve Halit
    Beyleri davet ettim" the writer does it, and whoever else stands there does not (8.4: "-im" is of "ben" alone).
    """
    verb = reading.clause.predicate
    if verb.form is Form.FINITE and _FIRST.search(sentence.words[verb.last].folded):
        return not any(word.folded in _WE for word in sentence.words[reading.first : verb.first])
    if subject.name is not None or verb.form is not Form.FINITE:
        return False
    words = fold_word(subject.text).split()
    if len(words) == 1 and _WITHOUT.search(words[0]) and _is_without(subject.text):
        return True  # "faizsiz verdi": how it was given (GK 13.1), and no "Fransız"
    several = any(word.endswith(("lar", "ler", "lari", "leri")) or word in _JOINED for word in words)
    acting = any(word in phrases(group) for word in words[-1:] for group in ("actors", "humans", "bodies", "kin"))
    counted = any(sentence.facts.amounts[index].span.overlaps(subject.span) for index in reading.amounts)
    known = any(noun_of(word).bare_noun for word in subject.text.split()[-1:])
    plural = _SEVERAL.search(sentence.words[verb.last].folded) is not None
    return plural and known and not several and not acting and not counted


def _is_without(word: str) -> bool:
    """Whether a word is a noun with -siz and nothing else.

    >>> _is_without("faizsiz"), _is_without("Fransız")
    (True, False)
    """
    found = readings(word)
    return bool(found) and all("Without" in one.marks for one in found)


def agreeing(unsaid: Role | None, sentence: Sentence, reading: Reading, context: Context) -> Role | None:
    """`unsaid` where the verb's ending can mean it, else the last several who did something, or None."""
    verb = reading.clause.predicate
    if unsaid is None or verb.form is not Form.FINITE:
        return unsaid
    last = sentence.words[verb.last].folded
    if _FIRST.search(last) or fold_word(unsaid.text) in _WE:
        return None  # "ben 1958'de doğdum, 1965'te öldü": no "I" goes unsaid beside a verb of the third person
    if unsaid.span in context.lists:  # "Ali ve Veli geldi. Mektubu açtılar": in a sentence of its own all take a plural
        return unsaid if unsaid is context.here or _SEVERAL.search(last) else None
    if _SEVERAL.search(last) and (context.is_one(unsaid) or context.is_land(unsaid)):
        return context.several_before()
    # across sentences several who go unsaid take a plural verb, joined clauses share the nominative (GK 8.4, 28.3.1)
    several = _PEOPLES.search(fold_word(unsaid.text)) is not None and unsaid is not context.here
    return None if several and not _SEVERAL.search(last) else unsaid
