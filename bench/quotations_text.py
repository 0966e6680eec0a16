"""Stretches and runs of words that the benches of quotations draw and compare."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from tanik.core.token import tokenize
from tanik.trace.model import Witness

TRUE_RUN = 5
_WORD = re.compile(r"\S+")


def pick(rng: random.Random, witnesses: Sequence[Witness], size: int) -> tuple[Witness, list[str]]:
    """A witness and so many words of it in a row, from one paragraph, most of their characters letters."""
    while True:
        witness = rng.choice(witnesses)
        words = list(_WORD.finditer(witness.text))
        if len(words) < size + 30:
            continue
        start = rng.randrange(len(words) - size)
        part = witness.text[words[start].start() : words[start + size - 1].end()]
        if "\n" not in part and sum(c.isalpha() for c in part) > 4 * size:
            return witness, part.split()


def runs(text: str) -> set[tuple[str, ...]]:
    """Every five words in a row, folded."""
    words = tokenize(text).words
    return {words[i : i + TRUE_RUN] for i in range(len(words) - TRUE_RUN + 1)}
