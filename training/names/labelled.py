"""The hand-labelled sentences: read from their compact form.

Comes in: files of lines such as ``[P Ali Bey]'in [L Van]a yazdığı``. Goes out: sentences with the spans of their
names. P person, L place, O organisation, E event; the bearer's own name may follow behind a bar, ``[L Smyrna|İzmir]``.
A line that begins with ``#`` tells the language, the script or the
style of the lines behind it. The guidelines stand in README.md beside this file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

KINDS = {"P": "person", "L": "place", "O": "organisation", "E": "event"}
_NAME = re.compile(r"\[([PLOE]) ([^\[\]|]+)(?:\|([^\[\]|]+))?\]")


@dataclass(frozen=True)
class Labelled:
    """One sentence, its names as (start, end, kind), its language and style; `bearers` are whose names they are."""

    text: str
    names: tuple[tuple[int, int, str], ...]
    language: str
    style: str
    bearers: tuple[str, ...] = ()


def parse(line: str, language: str, style: str) -> Labelled:
    """The sentence of one line."""
    text, at = "", 0
    names: list[tuple[int, int, str]] = []
    bearers: list[str] = []
    for match in _NAME.finditer(line):
        text += line[at : match.start()]
        names.append((len(text), len(text) + len(match[2]), KINDS[match[1]]))
        bearers.append(match[3] or match[2])
        text += match[2]
        at = match.end()
    text += line[at:]
    if "[P" in text or "[L" in text or "[O" in text or "[E" in text:
        raise ValueError(f"a label is left open in: {line}")
    return Labelled(text, tuple(names), language, style, tuple(bearers))


def read(folder: Path) -> Iterator[Labelled]:
    """Every sentence of the files of `folder`, files by name."""
    for path in sorted(folder.glob("*.txt")):
        language, style = "tr", ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                key, _, value = line[1:].partition(":")
                if key.strip() == "lang":
                    language = value.strip()
                elif key.strip() == "style":
                    style = value.strip()
            elif line.strip():
                yield parse(line, language, style)


def read_pages(folder: Path) -> Iterator[Labelled]:
    """Every file of `folder` as one text, for what only a whole page shows."""
    for path in sorted(folder.glob("*.txt")):
        language, lines = "tr", path.read_text(encoding="utf-8").splitlines()
        if lines[0].startswith("# lang:"):
            language = lines.pop(0).partition(":")[2].strip()
        yield parse("\n".join(lines).strip(), language, path.stem)
