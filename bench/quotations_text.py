"""Stretches and runs of words that the benches of quotations draw and compare."""

from __future__ import annotations

import itertools
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

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


def word_by_word(
    rng: random.Random, texts: Iterable[str], starts_of: Callable[[Iterable[str]], list[str]]
) -> Callable[[int], str]:
    """What makes a text of so many words that goes from word to word as `texts` do, from one of the starts on."""
    following: dict[str, list[str]] = defaultdict(list)
    for one, other in (pair for text in texts for pair in itertools.pairwise(text.split())):
        following[one].append(other)
    starts = starts_of(following)

    def text(size: int) -> str:
        words = [rng.choice(starts)]
        while len(words) < size:
            words.append(rng.choice(following.get(words[-1]) or starts))
        return " ".join(words)

    return text
