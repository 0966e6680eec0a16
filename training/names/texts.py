"""The text that a pupil hears: whatever is at hand in the three languages, labelled or not; its teacher labels it.

Comes in: our own sentences, a clone of NakbaTR, a library with the speeches, books in the public domain, and this
repository, whose tests, examples and Turkish documents are invented prose of ours. Goes out: passages in the form of
`labelled.py`. The held-out sentences and pages beside this file, and the test of the model itself, are never read.
"""

from __future__ import annotations

import ast
import random
import re
from collections.abc import Iterator
from pathlib import Path

import nakba
from augment import cyrillic
from labelled import Labelled, read
from silver import passages

from tanik.core.sentence import sentences
from tanik.core.span import Span
from tanik.page.read import read as read_page

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
_FEWEST = 4  # words of a passage
_LONGEST = 700
_ENGLISH = frozenset(
    ("the", "of", "and", "to", "was", "were", "his", "with", "by", "from", "that", "had", "is", "which", "for")
)
_NEVER = {"test_names_model.py"}
_MARK = re.compile(r"^\s*(?:[#@!|].*|\[.*\])$", re.MULTILINE)
_BARRED = re.compile(r"[{}<>=\\_`|]|https?:|\(\?")


def own() -> list[Labelled]:
    """Our own labelled sentences; what is Azerbaijani also in Cyrillic letters."""
    found = list(read(HERE / "train"))
    return found + [cyrillic(one) for one in found if one.language == "az" and "ə" in one.text]


def _language(text: str) -> str:
    words = text.lower().split()
    if any(char in text for char in "əҹғәҝ"):
        return "az"
    return "en" if sum(word in _ENGLISH for word in words) > len(words) / 12 else "tr"


def _passages(text: str, language: str, style: str, chance: random.Random) -> Iterator[Labelled]:
    """A text in stretches of one to three sentences."""
    spans, at = list(sentences(text, Span(0, len(text)))), 0
    while at < len(spans):
        last = min(at + chance.choice((0, 0, 1, 2)), len(spans) - 1)
        stretch = " ".join(text[spans[at].start : spans[last].end].split())
        if len(stretch.split()) >= _FEWEST and len(stretch) <= _LONGEST:
            yield Labelled(stretch, (), language or _language(stretch), style)
        at = last + 1


def _literals(path: Path) -> Iterator[str]:
    """The strings of a file of Python that are prose, without those that document it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            for line in node.value.splitlines():
                if not _BARRED.search(line):
                    yield line


def _paragraphs(path: Path) -> Iterator[str]:
    if path.suffix == ".py":
        yield from _literals(path)
    elif path.suffix == ".html":
        yield from read_page(path.read_bytes(), path=str(path)).text.splitlines()
    else:
        text = _MARK.sub("", path.read_text(encoding="utf-8"))
        yield from (line for line in text.splitlines() if not _BARRED.search(line) and "-->" not in line)


def tests(chance: random.Random) -> list[Labelled]:
    """The invented prose of our tests and examples, and the documents that are written in Turkish."""
    paths = [path for part in ("tests", "examples") for path in sorted((ROOT / part).rglob("*"))]
    paths += [ROOT / "README.tr.md", ROOT / "docs" / "baslangic.md"]
    found: dict[str, Labelled] = {}
    for path in paths:
        if path.suffix in (".py", ".txt", ".html", ".md", ".srt", ".vtt") and path.name not in _NEVER:
            for line in _paragraphs(path):
                found.update((one.text, one) for one in _passages(line, "", "test", chance))
    return list(found.values())


_LOST = str.maketrans({"ә": "ə", "Ә": "Ə", "с": "c", "С": "C", "а": "a", "о": "o", "е": "e", "х": "x", "і": "i"})


def _book(path: Path) -> str:
    """The text of a book without what GITenberg writes around it; Azerbaijani with Latin letters alone."""
    text = path.read_text(encoding="utf-8")
    start, end = text.find("*** START"), text.rfind("*** END")
    text = text[start:end].partition("\n")[2] if start >= 0 else text
    return text.translate(_LOST) if path.name.startswith("az") else text


def books(folder: Path, chance: random.Random) -> list[Labelled]:
    """The books in `folder`, plain text in UTF-8, named by language and number (``en-10881.txt``)."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        for part in re.split(r"\n\s*\n", _book(path)):
            line = re.sub(r"\[\w+\]|_|\{\w+\}", "", " ".join(part.split())).replace("--", " – ")
            if any(char.islower() for char in line):
                found += _passages(line, path.name[:2], "book", chance)
    return found + [cyrillic(one) for one in found if one.language == "az"]


def speeches(library: Path, seed: int) -> list[Labelled]:
    """Every passage of the speeches."""
    return passages(library, 10**9, seed)


def news(clone: Path) -> list[Labelled]:
    """The sentences of the first file of NakbaTR."""
    return list(nakba.read(clone / nakba.FILES[0]))
