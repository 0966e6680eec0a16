"""How many planted faults are found, how many findings are false, and when the finding on vocabulary fires.

`planted.toml` (beside the tests of comparison) holds pages with planted faults and pages without any, written before
the rules were run on them. A fault is found when a finding of its kind touches its words; a finding of a loud kind
(contradiction, arithmetic, chronology) that touches no fault is false.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

from corpus import require_speeches
from tanik.compare.dates import bounds
from tanik.compare.usage import Usage
from tanik.compare.vocabulary import is_late, weigh_words
from tanik.core.sentence import sentences
from tanik.core.span import Span
from tanik.trace.memory import Memory

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "compare"))
from planted_pages import SETS, planted


def _stretch(text: str, rng: random.Random, words: tuple[int, int]) -> str | None:
    """Some whole sentences of a text, of so many words."""
    held = list(sentences(text, Span(0, len(text))))
    if not held:
        return None
    first = last = rng.randrange(len(held))
    while last < len(held) and len(text[held[first].start : held[last].end].split()) < words[0]:
        last += 1
    found = text[held[first].start : held[min(last, len(held) - 1)].end]
    return found if words[0] <= len(found.split()) <= words[1] else None


def vocabulary(seed: int, each: int, words: tuple[int, int]) -> tuple[int, int, int]:
    """How many genuine and how many modernised passages fire, of `each`, and the milliseconds that one takes.

    Both are judged by the speeches as they were taken down (without any Vikikaynak text), a genuine passage without
    the document that it is drawn from. Modernised are the opening speeches of 1920 to 1923 in Vikikaynak's words.
    """
    rng = random.Random(seed)
    everything = require_speeches()
    originals = [one for one in everything if ":wikisource-" not in one.id and one.date]
    modern = [one for one in everything if "yasama-yili-acilis" in one.id and len(one.text) > 1000]
    whole = Usage(Memory(originals))
    numbers = {one.id: number for number, one in enumerate(originals)}
    fired, spent = [0, 0], 0.0
    for kind, texts in enumerate((originals, modern)):
        done = 0
        while done < each:
            text = rng.choices(texts, [len(one.text) for one in texts])[0]
            passage = _stretch(text.text, rng, words)
            limits = bounds(text.date)
            if passage is None or limits is None:
                continue
            done += 1
            usage = whole.without(numbers[text.id]) if kind == 0 else whole
            begun = time.process_time()
            fired[kind] += is_late(weigh_words(passage, limits[1], usage))
            spent += time.process_time() - begun
    return fired[0], fired[1], round(spent / (2 * each) * 1000)


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=Path, default=SETS["planted"])
    parser.add_argument("--misses", action="store_true", help="name what was missed and what is false")
    parser.add_argument("--vocabulary", type=int, nargs="*", metavar="SEED", help="measure the finding on vocabulary")
    options = parser.parse_args()
    for seed in options.vocabulary or ():
        for words in ((25, 60), (60, 120)):
            genuine, modern, spent = vocabulary(seed, 100, words)
            told = f"{words[0]}–{words[1]} words, seed {seed}"
            print(f"vocabulary, {told}: genuine {genuine} of 100, modernised {modern} of 100, {spent} ms each")
    if options.vocabulary is not None:
        return 0
    begun = time.process_time()
    results = planted(options.pages)
    found = sum(len(one.found) for one in results)
    missed = sum(len(one.missed) for one in results)
    false = sum(len(one.false) for one in results)
    print(f"planted faults found: {found} of {found + missed}; false findings: {false} on {len(results)} pages")
    print(f"{(time.process_time() - begun) / len(results) * 1000:.0f} ms a page")
    if options.misses:
        for one in results:
            for line in (*(f"missed {miss}" for miss in one.missed), *(f"false  {false}" for false in one.false)):
                print(f"  {one.name}: {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
