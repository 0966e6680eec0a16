"""What the benches of arguments have in common: their options, and a row for each treebank that is at hand."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

_CACHE = Path(__file__).resolve().parents[1] / "build" / "cache" / "ud"
Cases = dict[str, list[str]]


def options(doc: str | None, files: tuple[str, ...], every: str) -> argparse.ArgumentParser:
    """The options that the benches of arguments share; `every` is what that option reads besides."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebanks", type=Path, default=_CACHE, help="folder of the CoNLL-U files")
    parser.add_argument("--files", default=",".join(files), help="names of files, comma-separated")
    parser.add_argument("--every", action="store_true", help=every)
    parser.add_argument("--errors", help="print the cases of a kind: owner, inside, elsewhere, function, cut, …")
    parser.add_argument("--limit", type=int, default=40, help="of the cases, how many are printed")
    return parser


def report(chosen: argparse.Namespace, heads: str, told: Callable[[Path], tuple[Cases, str]]) -> None:
    """Print a row for each treebank that is at hand; `told` measures one and gives its errors by kind and its row."""
    print(f"| {heads} |")
    print(f"| {' | '.join('---' for _ in heads.split(' | '))} |")
    for name in chosen.files.split(","):
        path = chosen.treebanks / name
        if not path.exists():
            print(f"{path} is not at hand: the bench of morphology fetches some; or name a folder that has it")
            continue
        cases, row = told(path)
        print(row)
        print(", ".join(f"{kind} {len(lines)}" for kind, lines in sorted(cases.items())))
        for line in cases.get(chosen.errors or "", [])[: chosen.limit]:
            print("-", line)
