"""How fast each format is read, and in how much memory: the same invented text in every format, and PDF peers beside.

`python bench/formats.py [--paragraphs N] [--peers]`. Times are processor time, the best of three; memory is the largest
resident size that a process of its own reached while reading, less that of one that read the smallest one.
"""

from __future__ import annotations

import argparse
import importlib.util
import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Final

from tanik.page.read import read

_TESTS: Final = Path(__file__).parent.parent / "tests" / "page"
_SENTENCE: Final = (
    "Kasabanın {n}. ambarı 12 Haziran 1337 gecesi yanmış, sabaha kadar süren yangında iki bin çuval buğday kül olmuş, "
    "belediye ertesi gün komşu kazalardan yardım istemiş ve {m} gün sonra yeni bir ambarın temelini attırmıştır. "
)


def _module(name: str) -> ModuleType:
    """One of the makers of sample documents that the tests use."""
    spec = importlib.util.spec_from_file_location(name, _TESTS / f"{name}.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{_TESTS / name}.py is not here; run from a source tree")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def paragraphs(count: int) -> list[str]:
    """Paragraphs of three sentences, no two alike."""
    return ["".join(_SENTENCE.format(n=3 * at + k, m=at + k) for k in range(3)).strip() for at in range(count)]


def _pdf(texts: list[str]) -> bytes:
    """Two columns, eight paragraphs a leaf, with a running head and a page number."""
    paper = _module("paper")

    def leaf(at: int) -> Callable[[object], None]:
        def draw(canvas: object) -> None:
            paper.set_lines(canvas, (40, 570), [f"Ambar Defteri {at + 1}"], 7)
            part = texts[8 * at : 8 * at + 8]
            paper.set_columns(canvas, (part[:4], part[4:]), 545.0, 7)

        return draw

    return bytes(paper.pdf([leaf(at) for at in range((len(texts) + 7) // 8)]))


def documents(count: int) -> dict[str, tuple[str, bytes]]:
    """Format → (file name, bytes) of one text of `count` paragraphs."""
    bound, texts = _module("bound"), paragraphs(count)
    plain = "\n\n".join(texts)
    marked = "".join(f"<p>{text}</p>" for text in texts)
    return {
        "plain text": ("a.txt", plain.encode()),
        "Markdown": ("a.md", plain.encode()),
        "HTML": ("a.html", f"<html><body><h1>Ambar</h1>{marked}</body></html>".encode()),
        "TEI": ("a.xml", bound.tei(marked).encode()),
        "MediaWiki": ("w.xml", bound.wiki(("Ambar", plain)).encode()),
        "EPUB": ("a.epub", bound.epub({"a": marked})),
        "DOCX": ("a.docx", bound.docx("".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts))),
        "ODT": ("a.odt", bound.odt("".join(f"<text:p>{text}</text:p>" for text in texts))),
        "PDF, two columns": ("a.pdf", _pdf(texts)),
    }


def _best(work: Callable[[], object], times: int = 3) -> float:
    found = []
    for _ in range(times):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def _peak(path: Path) -> int:
    """Largest resident size, in kB, of a process that reads `path`."""
    words = [sys.executable, __file__, "--read", str(path)]
    return int(subprocess.run(words, capture_output=True, text=True, check=True).stdout)


def _pypdf(data: bytes) -> list[str]:
    import pypdf

    return [leaf.extract_text() for leaf in pypdf.PdfReader(io.BytesIO(data)).pages]


def _peers(data: bytes) -> list[tuple[str, float]]:
    from pdfminer.high_level import extract_pages

    return [
        ("pdfminer.six, layout with boxes", _best(lambda: list(extract_pages(io.BytesIO(data))), 1)),
        ("pypdf, text without boxes", _best(lambda: _pypdf(data), 1)),
        ("Tanık (pypdfium2), whole anatomy", _best(lambda: read(data))),
    ]


def main() -> int:
    """Print a table a format and, if asked, one of the PDF peers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--paragraphs", type=int, default=240)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.read:
        read(asked.read.read_bytes(), path=str(asked.read))
        # Not getrusage: its figure starts from the process that this one was forked from.
        status = Path("/proc/self/status").read_text("utf-8")
        print(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")))
        return 0
    large, small = documents(asked.paragraphs), documents(2)
    length = sum(map(len, paragraphs(asked.paragraphs)))
    print(f"{asked.paragraphs} paragraphs, {length:,} characters\n")
    print("| format | bytes | ms | characters a second | MB above the smallest document |")
    print("| --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for form, (name, data) in large.items():
            seconds = _best(lambda data=data, name=name: read(data, path=name))  # type: ignore[misc]
            sizes = []
            for made in (data, small[form][1]):
                path = Path(folder) / name
                path.write_bytes(made)
                sizes.append(_peak(path))
            more = (sizes[0] - sizes[1]) / 1024
            print(f"| {form} | {len(data):,} | {1000 * seconds:.0f} | {length / seconds:,.0f} | {more:.0f} |")
    if asked.peers:
        data = large["PDF, two columns"][1]
        print("\n| reader of the PDF | ms a leaf |\n| --- | --- |")
        for name, seconds in _peers(data):
            print(f"| {name} | {1000 * seconds / ((asked.paragraphs + 7) // 8):.1f} |")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
