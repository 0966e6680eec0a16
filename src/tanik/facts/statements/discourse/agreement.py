"""Whether a verb's person fits whoever its clause leaves unsaid.

Comes in: who was last spoken of, and a clause. Goes out: the one whom the verb's ending can mean. "Gittiler" is told
of several and "gittim" of the writer (Göksel & Kerslake 2005, 8.4 and 18.1.5): neither is the one man named before.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.facts.model import Role
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.lexis.verbs import Form
from tanik.facts.statements.roles.reading import Reading, Sentence

__all__ = ["agreeing"]

_FIRST: Final = re.compile(r"(?:[dt][iu](?:m|k)|(?:m[iu]s|yor|[ae]c[ae]g|[aeiu]r|m[ae]y)(?:[iu]m|[iu]z))$")
_SEVERAL: Final = re.compile(r"l[ae]r(?:d[iu]|m[iu]s)?$")


def agreeing(unsaid: Role | None, sentence: Sentence, reading: Reading, context: Context) -> Role | None:
    """`unsaid` where the verb's ending can mean it, else the last several who did something, or None."""
    verb = reading.clause.predicate
    if unsaid is None or verb.form is not Form.FINITE:
        return unsaid
    last = sentence.words[verb.last].folded
    if _FIRST.search(last):
        return None
    if _SEVERAL.search(last) and context.is_one(unsaid):
        return context.several
    return unsaid
