"""Every benchmark, or those that are named, one after the other, each in a process of its own: ``make bench``.

    python -m bench [PART …]

A part is a module of this folder; without one all are run, which takes some ten minutes. The options a module is run
with are those of `_RUNS`; with others, run it by itself (``python bench/facts.py --help``).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_HERE = Path(__file__).parent
_RUNS = (
    ("vikikaynak", "--peer"),
    ("growth",),
    ("modernised", "--each", "60"),
    ("quotations", "--each", "10"),
    ("adversarial", "--each", "5"),
    ("pages",),
    ("formats", "--peers"),
    ("main_text",),
    ("names",),
    ("library",),
    ("stemma", "--each", "8"),
    ("copies", "--each", "2"),
    ("morphology",),
    ("arguments",),
    ("arguments_english",),
    ("facts",),
    ("findings", "--misses"),
    ("findings", "--vocabulary", "3"),
    ("containers",),
    ("collation",),
    ("dossier",),
)


def chosen(words: Sequence[str]) -> list[tuple[str, ...]]:
    """The runs that `words` of a command line name, all of them where it names none; a wrong name ends the program.

    >>> chosen(["growth", "facts"])
    [('growth',), ('facts',)]
    """
    parser = argparse.ArgumentParser(
        prog="python -m bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parts = sorted({run[0] for run in _RUNS})
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"what to run, one or more of: {', '.join(parts)}")
    named = parser.parse_args(words).parts
    if unknown := [one for one in named if one not in parts]:
        parser.error(f"no such part: {', '.join(unknown)}; there are {', '.join(parts)}")
    return [run for run in _RUNS if not named or run[0] in named]


def main(words: Sequence[str] | None = None) -> int:
    """Run what is asked for; the exit status is that of the first that failed."""
    failed = 0
    for script, *options in chosen(sys.argv[1:] if words is None else words):
        print(f"\n== {' '.join((script, *options))}\n", flush=True)
        run = subprocess.run([sys.executable, _HERE / f"{script}.py", *options], check=False)
        failed = failed or run.returncode
    return failed


if __name__ == "__main__":
    raise SystemExit(main())
