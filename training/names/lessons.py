"""Write the lessons of a pupil: ``python training/names/lessons.py --teacher DIR … --out FILE``.

Comes in: a model of twelve layers (`train.py`, `export.py`) and what `texts.py` reads. Goes out: one file of lessons.
Each passage is heard in several forms, as `augment.py` writes them.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import texts
from augment import Exchange, joined, varied
from labelled import Labelled
from teacher import Teacher, lessons_of, rows_of

# In how many forms each kind of text is heard: as it is, and otherwise.
FORMS = {"own": 12, "azeri": 30, "tests": 5, "speeches": 3, "news": 3, "books": 1}


def forms(passages: list[Labelled], count: int, chance: random.Random) -> list[Labelled]:
    """The passages as they are, and `count` - 1 times in another form, neighbours sometimes as one."""
    swap = Exchange(passages)
    found = list(passages)
    for _ in range(count - 1):
        some = joined(passages, chance)
        found += [varied(one, swap, chance) for one in some]
    return found


def main() -> None:
    """Write."""
    ask = argparse.ArgumentParser(description=__doc__)
    for name in ("teacher", "nakba", "library", "books", "out"):
        ask.add_argument(f"--{name}", type=Path, required=True)
    ask.add_argument("--only", nargs="*", default=list(FORMS), help="which kinds of text")
    ask.add_argument("--seed", type=int, default=7)
    ask.add_argument("--threads", type=int, default=1)
    args = ask.parse_args()
    chance, began = random.Random(args.seed), time.time()
    teacher = Teacher(args.teacher, args.threads)
    sources = {
        "own": texts.own,
        "azeri": lambda: [one for one in texts.own() if one.language == "az"],
        "tests": lambda: texts.tests(chance),
        "speeches": lambda: texts.speeches(args.library, args.seed),
        "news": lambda: texts.news(args.nakba),
        "books": lambda: texts.books(args.books, chance),
    }
    rows = []
    for name in args.only:
        passages = forms(sources[name](), FORMS[name], chance)
        rows += list(rows_of(passages, teacher.judge, hard=name in ("own", "azeri")))
        print(f"{name}: {len(passages)} passages, {len(rows)} rows so far, {time.time() - began:.0f} s", flush=True)
    lessons = lessons_of(rows, teacher)
    lessons.save(args.out)
    print(f"{len(rows)} rows, {len(lessons.pieces)} pieces, {len(lessons.firsts)} words, {time.time() - began:.0f} s")


if __name__ == "__main__":
    main()
