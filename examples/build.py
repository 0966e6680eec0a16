"""Fill the example pages: where a page quotes the library, the words are taken from the library.

Comes in: the pages under ``examples/pages`` and a library. Goes out: the same pages with every mark such as
``⟦speeches:atam-c3-1925-013 5876-5956⟧`` replaced by those characters of that document. A mark may go on with the
changes that a careless copyist makes: ``⟦… ; kısa => başka⟧`` puts one reading for another, ``⟦… ; asla =>⟧`` drops it.
A mark that fits no text stops the build, so that an example never shows words that nobody wrote.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

import tanik
from tanik.errors import UnknownDocument

_MARK = re.compile(r"⟦(?P<id>\S+) (?P<start>\d+)-(?P<end>\d+)(?P<changes>(?:;[^⟧]*)?)⟧")


def filled(page: str, library: tanik.Library) -> str:
    """The page with every mark replaced. Raises `ValueError` naming the mark that does not fit."""

    def words(mark: re.Match[str]) -> str:
        text = library.named(mark["id"]).text
        start, end = int(mark["start"]), int(mark["end"])
        if not start < end <= len(text):
            raise ValueError(f"{mark[0]}: the document has {len(text)} characters")
        passage = text[start:end].strip()
        for change in filter(str.strip, mark["changes"].split(";")):
            old, _, new = (part.strip() for part in change.partition("=>"))
            if passage.count(old) != 1:
                raise ValueError(f"{mark[0]}: '{old}' stands {passage.count(old)} times in the passage, not once")
            passage = re.sub(" {2,}", " ", passage.replace(old, new))
        return passage

    return _MARK.sub(words, page)


def main() -> int:
    """Fill every page and say where it lies."""
    ask = argparse.ArgumentParser(description="Fill the example pages from a library.")
    ask.add_argument("--library", type=Path, required=True)
    ask.add_argument("--out", type=Path, required=True)
    args = ask.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    with tanik.Library.open(args.library) as library:
        for source in sorted((Path(__file__).parent / "pages").iterdir()):
            try:
                text = filled(source.read_text(encoding="utf-8"), library)
            except (ValueError, UnknownDocument) as error:
                print(f"{source.name}: {error}", file=sys.stderr)
                return 1
            (args.out / source.name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
