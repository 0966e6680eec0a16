"""A passage made ready: its words, what each weighs in the library, and where its seeds stand.

Comes in: the words of a passage and the evidence. Goes out: the `Query` that alignments rest on, and the seeds.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tanik.trace.lexicon import load_lexicon
from tanik.trace.model import Evidence
from tanik.trace.options import Options
from tanik.trace.piece import Query
from tanik.trace.seed import Seeds, find_seeds
from tanik.trace.sketch import sketch_words
from tanik.trace.words import Words

__all__ = ["make_query"]


def make_query(words: Words, evidence: Evidence, options: Options) -> tuple[Query, Seeds]:
    """The passage as a query, with its seeds in the evidence."""
    seeds = find_seeds(sketch_words(words.spelling), evidence, options)
    lexicon = load_lexicon()
    if evidence.tokens < options.background:
        common = [lexicon.function_group(word) is not None for word in words.slice(0, len(words))]
        lowered = np.minimum(seeds.information, np.where(common, options.function_information, np.inf))
        seeds = replace(seeds, information=lowered)
    size = max(evidence.tokens, options.background)
    before = [0.0, *np.cumsum(seeds.information).tolist()]
    formula = [0.0, *np.cumsum(np.minimum(seeds.formula, seeds.information)).tolist()]
    return Query(words, seeds.information, before, formula, seeds.known, size, lexicon, options), seeds
