"""The main text of strangers' pages, beside trafilatura: on its own evaluation set, and on another's.

    python bench/main_text.py --trafilatura DIR --articles DIR

``--trafilatura`` (or TANIK_TRAFILATURA_EVAL) is the folder ``tests`` of a checkout of github.com/adbar/trafilatura:
990 pages with phrases that the main text has and phrases that it has not; F1 over all phrases, counted as its own
``evaluate.py`` counts. ``--articles`` (or TANIK_ARTICLE_EVAL) is a checkout of
github.com/scrapinghub/article-extraction-benchmark: 181 news pages with the whole text of the article; F1 over runs
of four words, averaged over pages, as its ``evaluate.py`` does. Neither set is part of this repository, and what is
not there is left out.

Our main text, for both: segments that are paragraphs, quotations or sources, without the title (the peer's text has
none either), comments, and captions of pictures. Times are CPU seconds of the same run, the first set read once by
each reader beforehand.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

import trafilatura

from tanik.errors import PageError
from tanik.page.read import read

Reader = Callable[[bytes], str]
_MAIN = frozenset(("paragraph", "quotation", "sources"))
_PEER = {"include_comments": False, "include_tables": True, "include_formatting": False}
_WORD = re.compile(r"\w+")


def main() -> None:
    """Measure and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--trafilatura", type=Path, default=_from_environment("TANIK_TRAFILATURA_EVAL"))
    ask.add_argument("--articles", type=Path, default=_from_environment("TANIK_ARTICLE_EVAL"))
    words = ask.parse_args()
    if words.trafilatura:
        _phrases(words.trafilatura)
    if words.articles:
        _articles(words.articles)
    if not words.trafilatura and not words.articles:
        print("no evaluation set at hand: give --trafilatura or --articles")


def _from_environment(name: str) -> Path | None:
    return Path(os.environ[name]) if os.environ.get(name) else None


def _readers() -> dict[str, Reader]:
    peer = trafilatura.extract
    return {
        "tanik": _ours,
        "trafilatura fast": partial(peer, fast=True, **_PEER),
        "trafilatura": partial(peer, **_PEER),
        "trafilatura precision": partial(peer, favor_precision=True, **_PEER),
        "trafilatura recall": partial(peer, favor_recall=True, **_PEER),
    }


def _ours(data: bytes) -> str:
    try:
        page = read(data, media_type="text/html")
    except PageError:
        return ""
    kept = (s.span for s in page.segments if s.kind.value in _MAIN and s.rule != "html.caption")
    return "\n".join(span.of(page.text) for span in kept)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _run(reader: Reader, pages: list[bytes]) -> tuple[list[str], float]:
    reader(pages[0])  # models and tables are loaded once
    started = time.process_time()
    texts = [reader(data) or "" for data in pages]
    return texts, time.process_time() - started


def _phrases(folder: Path) -> None:
    """trafilatura's set: phrases found and phrases wrongly found, all pages together."""
    wanted = json.loads((folder / "evaldata.json").read_text("utf-8"))
    rows = list(wanted.values())
    paths = [next(p for p in (folder / "cache" / r["file"], folder / "eval" / r["file"]) if p.is_file()) for r in rows]
    pages = [path.read_bytes() for path in paths]
    print(f"trafilatura's evaluation set: {len(pages)} pages, {sum(map(len, pages)) / 1e6:.0f} MB\n")
    print(f"{'reader':24}{'precision':>10}{'recall':>8}{'F1':>8}{'seconds':>9}{'ratio':>7}")
    base = 0.0
    for name, reader in _readers().items():
        texts, seconds = _run(reader, pages)
        right = wrong = missed = 0
        for row, text in zip(rows, map(_squeezed, texts), strict=True):
            hits = sum(_squeezed(phrase) in text for phrase in row["with"])
            right, missed = right + hits, missed + len(row["with"]) - hits
            wrong += sum(_squeezed(phrase) in text for phrase in row["without"])
        base = base or seconds
        _print(name, right / (right + wrong), right / (right + missed), seconds, base)
    print()


def _print(name: str, precision: float, recall: float, seconds: float, base: float) -> None:
    score = 2 * precision * recall / (precision + recall)
    print(f"{name:24}{precision:>10.4f}{recall:>8.4f}{score:>8.4f}{seconds:>9.1f}{base / seconds:>7.2f}")


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)) if words)


def _articles(folder: Path) -> None:
    """The set of whole articles: precision and recall of runs of four words, averaged over pages."""
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    pages = [gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()) for key in truth]
    wanted = [_shingles(row.get("articleBody", "")) for row in truth.values()]
    print(f"article-extraction-benchmark: {len(pages)} pages, {sum(map(len, pages)) / 1e6:.0f} MB\n")
    print(f"{'reader':24}{'precision':>10}{'recall':>8}{'F1':>8}{'seconds':>9}{'ratio':>7}")
    base = 0.0
    for name, reader in _readers().items():
        texts, seconds = _run(reader, pages)
        precisions, recalls = [], []
        for want, got in zip(wanted, map(_shingles, texts), strict=True):
            both = sum((want & got).values())
            if got:
                precisions.append(both / sum(got.values()))
            if want:
                recalls.append(both / sum(want.values()))
        base = base or seconds
        _print(name, sum(precisions) / len(precisions), sum(recalls) / len(recalls), seconds, base)
    print()


if __name__ == "__main__":
    main()
