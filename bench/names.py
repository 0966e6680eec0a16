"""Names: how many are found, by the trained model, by tables and rules alone, and by a peer; and how fast.

    python bench/names.py [--nakba FOLDER] [--misses]

Measured on the held-out sentences under ``training/names/test`` and the pages under ``training/names/pages``
(*tune*: looked at when constants were chosen; *unseen*, *fresh* and *later*: not, before their first run), on the
second file of NakbaTR where a clone of it is
named (news of today, persons, places and organisations only; newspapers are organisations there), and on the
development pages where they are at hand. A name is right when the kind agrees and half of the union of the spans is
shared; *exact* asks for the very span. The peer is the entity finder of akana, in the same run. Times are process time,
best of three.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import akana

from tanik.core.span import Span
from tanik.facts.citations.find import find_citations
from tanik.facts.dates.find import find_dates
from tanik.facts.model import Name
from tanik.facts.names.find import find_names
from tanik.facts.names.tables import key_of
from tanik.page.model import Page, Segment, SegmentKind, Source
from tanik.page.read import read

_ROOT = Path(__file__).resolve().parents[1]
_NAMES = _ROOT / "training" / "names"
sys.path.insert(0, str(_NAMES))

import labelled  # noqa: E402
import nakba  # noqa: E402
import score  # noqa: E402

_PEER = {"PER": "person", "LOC": "place", "ORG": "organisation"}
_ROUNDS = 3
Finder = Callable[[labelled.Labelled], list[score.Found]]


def _page(text: str, language: str) -> Page:
    segment = Segment(SegmentKind.PARAGRAPH, Span(0, len(text)), "bench")
    return Page("bench", Source("0", "text/plain"), text, (segment,), language=language)


def _ours(*, fast: bool) -> Finder:
    def find(one: labelled.Labelled) -> list[score.Found]:
        names = find_names(_page(one.text, one.language), fast=fast)
        return [(name.span.start, name.span.end, str(name.kind)) for name in names]

    return find


def _peer(one: labelled.Labelled) -> list[score.Found]:
    found = []
    for entity in akana.extract_entities(one.text):
        kind = _PEER.get(entity.label)
        if kind:
            # the peer counts bytes or characters as it likes: its words are looked up instead
            start = one.text.find(entity.text)
            if start >= 0:
                found.append((start, start + len(entity.text), kind))
    return found


def _only(finder: Finder, kinds: set[str]) -> Finder:
    return lambda one: [name for name in finder(one) if name[2] in kinds]


def _line(name: str, tally: score.Tally) -> None:
    near, exact = tally.figures("overlap"), tally.figures("exact")
    kinds = "  ".join(f"{kind} {tally.figures('overlap', kind)[2]:.3f}" for kind in labelled.KINDS.values())
    print(f"  {name:12} P {near[0]:.3f}  R {near[1]:.3f}  F1 {near[2]:.3f}   exact F1 {exact[2]:.3f}   {kinds}")


def _set(title: str, sentences: list[labelled.Labelled], kinds: set[str], *, misses: bool) -> None:
    print(f"\n{title}: {len(sentences)} texts, {sum(len(one.names) for one in sentences)} names")
    for name, finder in (("model", _ours(fast=False)), ("--fast", _ours(fast=True)), ("akana", _peer)):
        _line(name, score.measure(sentences, _only(finder, kinds), misses=misses and name == "model"))


def _by(title: str, sentences: list[labelled.Labelled], key: Callable[[labelled.Labelled], str]) -> None:
    print(f"\n{title}")
    for one in sorted({key(sentence) for sentence in sentences}):
        some = [sentence for sentence in sentences if key(sentence) == one]
        model, fast = (score.measure(some, _ours(fast=fast)).figures("overlap")[2] for fast in (False, True))
        print(f"  {one:18} {len(some):4} sentences  model {model:.3f}  --fast {fast:.3f}")


def _bearers(pages: list[labelled.Labelled]) -> None:
    """Of the names that are found, how many are led to the bearer's own name."""
    right = found = 0
    for one in pages:
        names = find_names(_page(one.text, one.language))
        for (start, end, kind), bearer in zip(one.names, one.bearers, strict=True):
            hit = next((name for name in names if score.near((start, end, kind), _place_of(name))), None)
            if hit is not None:
                found, right = found + 1, right + (key_of(hit.name) == key_of(bearer))
    print(f"  the bearer's own name: {right} of {found}, {right / max(1, found):.3f}")


def _place_of(name: Name) -> score.Found:
    return name.span.start, name.span.end, str(name.kind)


def _seconds(work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(_ROUNDS):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best


def _speed(pages: Iterable[Page]) -> None:
    some = list(pages)
    words = sum(len(page.text.split()) for page in some)
    print(f"\nSpeed over {len(some)} pages, {words} words (names alone)")
    for name, fast in (("model", False), ("--fast", True)):
        took = _seconds(lambda fast=fast: [find_names(page, fast=fast) for page in some])  # type: ignore[misc]
        print(f"  {name:8} {words / took:8.0f} words/s; 2,000 words in {2000 * took / words:.2f} s")


def _development(folder: Path) -> list[tuple[Page, dict[str, object]]]:
    found = []
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        path = next(folder.joinpath("pages").glob(f"{gold['id']}.*"))
        found.append((read(path.read_bytes(), path=str(path)), gold))
    return found


def main() -> None:
    """Measure and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--nakba", type=Path, help="a clone of sb-b/NakbaTR")
    ask.add_argument("--misses", action="store_true", help="print what the model missed in the held-out sentences")
    args = ask.parse_args()
    held, kinds = list(labelled.read(_NAMES / "test")), set(labelled.KINDS.values())
    _set("Held-out sentences", held, kinds, misses=args.misses)
    _by("By language", held, lambda one: one.language)
    _by("By manner", held, lambda one: one.style)
    _set("Held-out sentences of weak kinds", list(labelled.read(_NAMES / "test_kinds")), kinds, misses=args.misses)
    for part in ("tune", "unseen", "fresh", "later"):
        _set(f"Pages, {part}", list(labelled.read_pages(_NAMES / "pages" / part)), kinds, misses=args.misses)
        if part in ("fresh", "later"):  # the only ones whose answers tell bearers
            _bearers(list(labelled.read_pages(_NAMES / "pages" / part)))
    if args.nakba:
        news = list(nakba.read(args.nakba / nakba.FILES[1]))
        _set("NakbaTR, second file", news, set(_PEER.values()), misses=False)
    shared = _ROOT.parent / "shared" / "gold"
    if shared.is_dir():
        pages = [page for page, _ in _development(shared)]
        for page in pages:
            find_citations(page, find_dates(page))
        _speed(pages)
    else:
        _speed([_page("\n".join(one.text for one in held), "tr")])


if __name__ == "__main__":
    main()
