"""Who copied whom among pages, and who brought in each change: on sets of pages made by chance.

A stretch of a document of the collection ``speeches`` (named by its id and offsets, filled in here) is copied from page
to page. A copyist lets letters change places, puts another word of the language for one, leaves words out or puts a
gloss in, and writes a few sentences of words of his own around it; of the pages, some have no date. Pages are read
and compared as `tanik copies` does it, from files, so that finding the passages, laying them side by side and naming
the changes are measured along with the tree.

    python bench/copies.py [--library DIR] [--sizes 6 12 20 40] [--each 6] [--dated 0 0.5 1]
    python bench/copies.py --growth

Prints the share of true links found, either way round; how many of the links whose direction is claimed run the right
way; and how many of the planted changes are told as having come in with the page that made them. Seeds from 9000 on
were never used to choose anything. `--growth`: how the time and the number of compared pages grow.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import tanik
from tanik.compare.copies import find_copies, passages
from tanik.compare.model import CopyGroup, CopyLink, Examined
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Facts
from tanik.library.library import Library
from tanik.lineage import Lineage
from tanik.page.model import Page, Segment, SegmentKind, Source

_STRETCHES = (
    ("speeches:atam-c3-1925-013", 2132, 3150),
    ("speeches:atam-c2-1923-024", 1063, 2455),
    ("speeches:atam-c2-1923-024", 26500, 27900),
    ("speeches:atam-c3-1925-013", 4300, 5600),
)
_OWN = """
sandık kâğıt komşu çay resim yorum sayfa bölüm akşam kahve defter pencere sokak
vapur martı kiraz bahçe kedi yağmur tren bilet mutfak masa lamba perde halı
radyo plak gazete kupür çekmece anahtar merdiven avlu çeşme incir üzüm zeytin ekmek
fırın pazar tezgâh terazi kumaş makas iğne düğme palto şapka baston gözlük saat
köstek mendil fotoğraf albüm çerçeve duvar badana boya fırça kova ip uçurtma bisiklet
zil ders sıra tahta tebeşir önlük kalem silgi cetvel pırıltılı kıvrak tastamam yosunlu
çetrefil delişmen ağırbaşlı kuytu serinkanlı kırmızı mavi yeşil sarı mor turuncu
"""
_WORDS = tuple(_OWN.split())


@dataclass
class Planted:
    """A page as it was made: its source's number (-1 for the document), its day, its words, what it changed."""

    source: int
    day: str | None
    words: list[str]
    changes: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Score:
    """What was counted over some sets."""

    true: int = 0
    found: int = 0
    decided: int = 0
    right: int = 0
    planted: int = 0
    told: int = 0
    seconds: float = 0.0


def _slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _copy(words: list[str], chance: random.Random) -> tuple[list[str], list[tuple[str, str]]]:
    """A copy with one to four changes, as (what stood there, what was written)."""
    made, changes = list(words), []
    places = sorted(chance.sample(range(8, len(words) - 8, 6), chance.randint(1, 4)), reverse=True)
    for at in places:
        kind = chance.random()
        if kind < 0.3 and len(made[at]) > 5 and (slip := _slip(made[at], chance)) != made[at]:
            changes.append((made[at], slip))
            made[at] = slip
        elif kind < 0.6:
            other = chance.choice(_WORDS)
            changes.append((made[at], other))
            made[at] = other
        elif kind < 0.8:
            size = chance.randint(2, 6)
            changes.append((" ".join(made[at : at + size]), ""))
            del made[at : at + size]
        else:
            gloss = chance.sample(_WORDS, 2)
            changes.append(("", " ".join(gloss)))
            made[at:at] = gloss
    return made, changes


def make_set(text: str, size: int, dated: float, chance: random.Random) -> list[Planted]:
    """A set of pages that go back to `text`."""
    words = text.split()
    made: list[Planted] = []
    for number in range(size):
        source = chance.randrange(-1, number) if number and chance.random() < 0.9 else -1
        copy, changes = _copy(made[source].words if source >= 0 else words, chance)
        day = f"{2001 + number // 2}-{1 + 6 * (number % 2) + chance.randrange(5):02}-{1 + chance.randrange(27):02}"
        made.append(Planted(source, day if chance.random() < dated else None, copy, changes))
    return made


def _write(pages: list[Planted], folder: Path, chance: random.Random) -> list[Path]:
    paths = []
    for number, page in enumerate(pages):
        before, after = (" ".join(chance.sample(_WORDS, 10)) for _ in range(2))
        told = f'<meta property="article:published_time" content="{page.day}">' if page.day else ""
        path = folder / f"s{number:03}.html"
        path.write_text(
            f'<!doctype html><html lang="tr"><head><meta charset="utf-8"><title>s{number:03}</title>{told}</head><body>'
            f"<article><h1>s{number:03}</h1><p>{before.capitalize()}.</p><p>“{' '.join(page.words)}”</p>"
            f"<p>{after.capitalize()}.</p></article></body></html>",
            encoding="utf-8",
        )
        paths.append(path)
    return paths


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


def score(found: Lineage, pages: list[Planted], document: str) -> Score:
    """What `found` gets right of the planted `pages`."""
    names = {report.page.id: report.page.title or "" for report in found.dossier.pages} | {document: "D"}
    true = {(f"s{page.source:03}" if page.source >= 0 else "D", f"s{at:03}") for at, page in enumerate(pages)}
    between = {frozenset(link) for link in true}
    links = [(link, sure) for group in found.groups for link, sure in _links(group)]
    ends = [(names.get(link.from_, ""), names.get(link.to, "")) for link, _ in links]
    sure = [pair for pair, (_, claimed) in zip(ends, links, strict=True) if claimed and frozenset(pair) in between]
    told = 0
    for at, page in enumerate(pages):
        came = [
            (_plain(one.before), _plain(one.after))
            for link, _ in links
            if names.get(link.to) == f"s{at:03}"
            for one in link.readings
        ]
        told += sum(any(_is(change, one) for one in came) for change in page.changes)
    planted = sum(len(page.changes) for page in pages)
    return Score(len(true), len(between & {frozenset(pair) for pair in ends}), len(sure),
                 sum(pair in true for pair in sure), planted, told)  # fmt: skip


def _links(group: CopyGroup) -> list[tuple[CopyLink, bool]]:
    return [*((link, True) for link in group.links), *((link, False) for link in group.unsure)]


def _is(planted: tuple[str, str], told: tuple[str, str]) -> bool:
    """Whether a reading is the planted change, perhaps with a word that stands beside it."""
    before, after = _plain(planted[0]), _plain(planted[1])
    if after:
        return f" {after} " in f" {told[1]} " and f" {after} " not in f" {told[0]} "
    return not told[1] and (f" {before} " in f" {told[0]} " or f" {told[0]} " in f" {before} ")


def page_sets(library: Library, sizes: list[int], shares: list[float], each: int) -> None:
    """Prints a table of what is recovered, by size."""
    print("| pages | dated | true links found | direction right | changes told with who made them | CPU s a set |")
    print("| --- | --- | --- | --- | --- | --- |")
    for size in sizes:
        for dated in shares:
            whole = Score()
            for number in range(each):
                chance = random.Random(9000 + number)
                document, start, end = _STRETCHES[number % len(_STRETCHES)]
                pages = make_set(library.named(document).text[start:end], size, dated, chance)
                with tempfile.TemporaryDirectory() as folder:
                    paths = _write(pages, Path(folder), chance)
                    begun = time.process_time()
                    found = tanik.copies(paths, library, may_fetch=False)
                one = score(found, pages, document)
                one.seconds = time.process_time() - begun
                for name in Score.__dataclass_fields__:
                    setattr(whole, name, getattr(whole, name) + getattr(one, name))
            print(
                f"| {size} | {dated:.0%} | {whole.found / whole.true:.3f} ({whole.found}/{whole.true}) | "
                f"{whole.right}/{whole.decided} | {whole.told / whole.planted:.3f} ({whole.told}/{whole.planted}) | "
                f"{whole.seconds / each:.1f} |",
                flush=True,
            )


def _page(name: str, text: str) -> Examined:
    body = (Segment(SegmentKind.PARAGRAPH, Span(0, len(text)), "made"),)
    return Examined(Page(name, Source("0" * 64, "text/plain"), text, body), Facts())


def growth() -> None:
    """Prints how many pairs of pages are compared, and how long it takes, as groups or their members grow in number."""
    chance = random.Random(4)
    syllables = [one + two for one in "bcdfgklmnprstvyz" for two in "aeıioöuü"]
    words = ["".join(chance.choice(syllables) for _ in range(chance.randint(2, 4))) for _ in range(4000)]
    compared = 0
    of_two = passages._shared

    def counted(left: int, right: int, hits: list[tuple[int, int]]) -> object:
        nonlocal compared
        compared += 1
        return of_two(left, right, hits)

    passages._shared = counted  # type: ignore[assignment]
    print("| pages | groups | pairs of pages compared | CPU s |\n| --- | --- | --- | --- |")
    for groups, members in ((25, 4), (50, 4), (100, 4), (1, 25), (1, 50), (1, 100), (1, 200)):
        pages, compared = [], 0
        for group in range(groups):
            texts = [chance.choices(words, k=300)]
            for member in range(members):
                texts.append([chance.choice(words) if chance.random() < 0.01 else one for one in chance.choice(texts)])
                around = [" ".join(chance.choices(words, k=400)) for _ in range(2)]
                pages.append(_page(f"{member:03}-{group:03}", " ".join((around[0], *texts[-1], around[1]))))
        begun = time.process_time()
        found = find_copies(pages)
        print(f"| {len(pages)} | {len(found)} | {compared} | {time.process_time() - begun:.1f} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path, default=os.environ.get("TANIK_LIBRARY"))
    parser.add_argument("--sizes", type=int, nargs="*", default=[6, 12, 20, 40])
    parser.add_argument("--dated", type=float, nargs="*", default=[0.0, 0.5, 1.0], help="shares of pages with a date")
    parser.add_argument("--each", type=int, default=4)
    parser.add_argument("--growth", action="store_true")
    given = parser.parse_args()
    if given.growth:
        growth()
        return
    place = Path(given.library or Path(__file__).parent.parent / "build" / "library")
    if not place.is_dir():
        print(f"no library at {place}: nothing was measured")
        return
    with Library.open(place) as library:
        page_sets(library, given.sizes, given.dated, given.each)


if __name__ == "__main__":
    main()
