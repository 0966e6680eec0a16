"""Who copied whom: the tree of witnesses, on traditions made by chance and on ones made by hand.

    python bench/stemma.py [--each 20] [--seed 1000] [--besoin FOLDER]

Made by chance: ``tests/compare/traditions.py`` copies a text of made-up words again and again; the options were chosen
on seeds below 400, so report others. Made by hand: Notre besoin, a French text that people copied from one another for
an experiment (Baret, Macé and Robinson 2006), as ``besoin.xml`` and ``besoin.dot`` of tla/stemmatology, base/t/data, in
FOLDER; where FOLDER has ``florilegium.xml`` (there ``florilegium_graphml.xml``) and ``florilegium.dot``, too, a Greek
text with its editor's stemma.
Prints the share of true links that are found, either way round; how many of the links whose direction is said run the
right way; and how many witnesses of two sources are found, and how many that are none.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

from rapidfuzz.distance import Indel

from tanik.compare.stemma.characters import Kind, tradition_of
from tanik.compare.stemma.find import find_stemma
from tanik.compare.stemma.model import Stemma
from tanik.compare.stemma.options import Options
from tanik.compare.stemma.start import distances, first_tree
from tanik.compare.stemma.tree import evidence_of
from tanik.core.fold import fold

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "compare"))
from traditions import Shape, Tradition, make_tradition

_LACUNA = 30  # places in a row: a longer gap of a manuscript is a loss of leaves, which says nothing
_LITTLE = 3  # letters
_SPACE = "{http://graphml.graphdrawing.org/xmlns}"
_LABELS = {"orthographic": "spelling", "spelling": "spelling", "grammatical": "inflection", "transposition": "order"}
Links = set[frozenset[str]]
# Rates of a third of the common ones: about five changes a copy.
_FEW = {"spelling": 0.5, "typing": 0.3, "wording": 0.25, "little": 0.2, "omission": 0.1, "addition": 0.07}


@dataclass
class Score:
    """What was counted over some traditions."""

    true: int = 0
    drawn: int = 0
    found: int = 0
    decided: int = 0
    right: int = 0
    double: int = 0
    double_drawn: int = 0
    double_found: int = 0
    lost: int = 0
    lost_drawn: int = 0
    seconds: float = 0.0

    def add(self, other: Score) -> None:
        """Counts another tradition's in."""
        for field in fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))


def score(stemma: Stemma, sources: dict[str, tuple[str, ...]]) -> Score:
    """What a tree gets right of the true `sources`, lost copies among them."""
    names = set(stemma.tradition.names)
    sources = _without_stations(sources, names)
    true = {(source, copy) for copy in names for source in sources.get(copy, ()) if source in names}
    told = [(stemma.name(arc.source), stemma.name(arc.target), arc) for arc in stemma.arcs]
    between = {frozenset(one) for one in true}
    sure = [(s, t) for s, t, arc in told if arc.decided and not arc.second and frozenset((s, t)) in between]
    double = {copy for copy in names if len(sources.get(copy, ())) > 1}
    drawn = {target for _, target, arc in told if arc.second}
    return Score(
        true=len(between),
        drawn=sum(s in names and t in names for s, t, _ in told),
        found=len({frozenset((s, t)) for s, t, _ in told} & between),
        decided=len(sure),
        right=sum(one in true for one in sure),
        double=len(double),
        double_drawn=len(drawn),
        double_found=len(double & drawn),
        lost=_needed(sources, names),
        lost_drawn=len({node for s, t, _ in told for node in (s, t)} - names),
    )


def _without_stations(sources: dict[str, tuple[str, ...]], names: set[str]) -> dict[str, tuple[str, ...]]:
    """The true sources with lost copies that were copied once left out: nobody can tell that they were there."""
    given = dict(sources)
    for lost in [one for one in given if one not in names]:
        copies = [copy for copy, from_ in given.items() if lost in from_]
        if len(copies) == 1 and len(given[lost]) == 1:
            given[copies[0]] = tuple(given[lost][0] if one == lost else one for one in given[copies[0]])
            del given[lost]
    return given


def _needed(sources: dict[str, tuple[str, ...]], names: set[str]) -> int:
    """How many lost copies the true tree cannot be drawn without: those at which three ways or more meet."""
    around: dict[str, set[str]] = {name: set() for name in {*names, *sources}}
    for copy, given in sources.items():
        for source in given:
            around.setdefault(source, set()).add(copy)
            around[copy].add(source)
    going = True
    while going:
        going = False
        for node in [one for one in around if one not in names and len(around[one]) < 3]:
            near = around.pop(node)
            for one in near:
                around[one].discard(node)
                around[one] |= near - {one} if len(near) == 2 else set()
            going = True
            break
    return len(set(around) - names)


def _run(tradition: Tradition, kinds: dict[tuple[str, str], str]) -> Score:
    def kind(_place: int, before: str, after: str) -> str:
        return kinds.get((before, after), "wording")

    made = tradition_of(tradition.names, tradition.rows, kind, dates=tradition.dates)
    begun = time.process_time()
    found = find_stemma(made)
    spent = time.process_time() - begun
    counted = score(found, tradition.sources)
    counted.seconds = spent
    return counted


def _line(name: str, one: Score, each: int) -> str:
    return (
        f"| {name} | {one.found / max(1, one.true):.3f} ({one.found}/{one.true}) | {one.found}/{one.drawn} | "
        f"{one.right}/{one.decided} | {one.double_found}/{one.double}, {one.double_drawn - one.double_found} wrong | "
        f"{one.lost_drawn} for {one.lost} | {one.seconds / each:.2f} |"
    )


def simulated(sizes: Iterable[int], each: int, seed: int) -> None:
    """Prints a table of figures by size and shape."""
    shapes: dict[str, dict[str, float]] = {
        "all survive": {},
        "7 of 10 dated": {"dated": 0.7},
        "a third lost": {"lost": 0.35},
        "3 of 10 torn": {"fragments": 0.3},
        "15 % of two sources": {"contaminated": 0.15},
        "few changes, uneven hands": {**_FEW, "words": 400, "hands": 1.0, "mended": 0.6},
        "the same, alike by chance": {
            **_FEW,
            "words": 400,
            "hands": 1.0,
            "lures": 0.4,
            "restored": 0.08,
            "habits": 0.1,
        },
        "all from one late copy": {**_FEW, "words": 400, "late": 0.8},
    }
    print("| witnesses | true links found | right of those drawn | direction right | two sources | lost | CPU s |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for size in sizes:
        many = max(1, each if size <= 20 else each // 4)
        for name, rates in shapes.items():
            whole = Score()
            for number in range(many):
                whole.add(_run(*make_tradition(seed + number, Shape(witnesses=size, **rates))))
            print(_line(f"{size}, {name}", whole, many), flush=True)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w']+", fold(text)))


def _graphs(path: Path) -> list[ElementTree.Element]:
    return ElementTree.parse(path).getroot().findall(f"{_SPACE}graph")


def _fields(path: Path) -> Callable[[ElementTree.Element], dict[str, str]]:
    """What a node or an edge says, by the names that the file gives its keys."""
    keys = ElementTree.parse(path).getroot().findall(f"{_SPACE}key")
    names = {key.get("id", ""): key.get("attr.name", "") for key in keys}

    def fields(element: ElementTree.Element) -> dict[str, str]:
        return {names[data.get("key", "")]: data.text or "" for data in element.findall(f"{_SPACE}data")}

    return fields


def read_graph(path: Path) -> tuple[list[str], list[tuple[str | None, ...]], Kind]:
    """The witnesses, rows and labelled kinds of change of a collation that tla/stemmatology wrote as GraphML."""
    fields, graphs = _fields(path), _graphs(path)
    whole = graphs[0]
    nodes = {node.get("id", ""): fields(node) for node in whole.findall(f"{_SPACE}node")}
    rank = {node: int(data["rank"]) for node, data in nodes.items()}
    text: dict[str, dict[int, str]] = {}
    lost: dict[str, set[int]] = {}
    for edge in whole.findall(f"{_SPACE}edge"):
        data = fields(edge)
        if data.get("extra") == "1" or "witness" not in data:
            continue
        sigil, node = data["witness"], edge.get("target", "")
        if nodes[node].get("is_lacuna") == "1":
            lost.setdefault(sigil, set()).add(rank[node])
        elif nodes[node].get("is_end") != "1":
            text.setdefault(sigil, {})[rank[node]] = _plain(nodes[node]["text"])
    names = sorted(text)
    places = sorted({place for cells in text.values() for place in cells})
    columns = [
        _column([text[name].get(place, "") for place in places], lost.get(name, set()), places) for name in names
    ]
    labels = {
        frozenset((_plain(nodes[edge.get("source", "")]["text"]), _plain(nodes[edge.get("target", "")]["text"]))): (
            _LABELS.get(fields(edge)["relationship"], "wording")
        )
        for graph in graphs
        for edge in graph.findall(f"{_SPACE}edge")
        if "relationship" in fields(edge)
    }

    def kind(_place: int, before: str, after: str) -> str:
        return labels.get(frozenset((before, after))) or kind_of_letters(before, after)

    return names, [tuple(column[at] for column in columns) for at in range(len(places))], kind


def kind_of_letters(before: str, after: str) -> str:
    """What two readings of any language look like: one word changed within, or another word."""
    if before.replace("'", "").replace(" ", "") == after.replace("'", "").replace(" ", ""):
        return "spelling"
    if {*before.split()} & {*after.split()} or before in after or after in before:
        return "inflection"  # one has a part of the other: two readings given for one, a word not finished
    if max(len(before), len(after)) <= _LITTLE:
        return "little_word"
    return "inflection" if Indel.normalized_similarity(before, after) >= 0.75 else "wording"


def _column(cells: list[str], lost: set[int], places: list[int]) -> list[str | None]:
    """A witness's cells with the long gaps made lacunae."""
    made: list[str | None] = list(cells)
    at = 0
    while at < len(cells):
        end = at
        while end < len(cells) and not cells[end]:
            end += 1
        if end - at > _LACUNA or any(place in lost for place in places[at:end]):
            made[at:end] = [None] * (end - at)
        at = max(end, at + 1)
    return made


def read_dot(path: Path) -> dict[str, tuple[str, ...]]:
    """The sources of every witness in a drawing of the true tree."""
    sources: dict[str, tuple[str, ...]] = {}
    for source, copy in re.findall(r'"?([\w ]+?)"?\s*->\s*"?([\w ]+?)"?\s*[;\[\n]', path.read_text(encoding="utf-8")):
        sources[copy.strip()] = (*sources.get(copy.strip(), ()), source.strip())
    return sources


def _apart(links: Iterable[tuple[str, str]], names: list[str]) -> dict[str, dict[str, int]]:
    """How many links stand between each two of `names`."""
    near: dict[str, set[str]] = {}
    for one, other in links:
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    apart = {}
    for name in names:
        apart[name] = {name: 0}
        for one in (queue := [name]):
            fresh = sorted(near.get(one, set()) - set(apart[name]))
            apart[name] |= dict.fromkeys(fresh, apart[name][one] + 1)
            queue += fresh
    return apart


def alike(found: Stemma, sources: dict[str, tuple[str, ...]]) -> float:
    """How often two trees say the same of which of two witnesses is nearer to a third (Roos and Heikkilä 2009)."""
    names = list(found.tradition.names)
    mine = _apart([(found.name(arc.source), found.name(arc.target)) for arc in found.arcs], names)
    true = _apart([(source, copy) for copy, given in sources.items() for source in given], names)

    def nearer(apart: dict[str, int], one: str, other: str) -> int:
        return (apart[one] > apart[other]) - (apart[one] < apart[other])

    told = [
        1 - abs(nearer(mine[name], one, other) - nearer(true[name], one, other)) / 2
        for name in names
        for one, other in combinations([other for other in names if other != name], 2)
    ]
    return sum(told) / len(told)


def florilegium(folder: Path) -> None:
    """Prints how near the tree found for the Florilegium comes to its editor's."""
    names, rows, kind = read_graph(folder / "florilegium.xml")
    found = find_stemma(tradition_of(names, rows, kind))
    nearness = alike(found, read_dot(folder / "florilegium.dot"))
    print(f"\nFlorilegium: {len(names)} witnesses, {len(rows)} places; nearness to the editor's stemma {nearness:.3f}")


def besoin(folder: Path) -> None:
    """Prints the tree found for Notre besoin, and what of it is true."""
    names, rows, kind = read_graph(folder / "besoin.xml")
    made = tradition_of(names, rows, kind)
    begun = time.process_time()
    found = find_stemma(made)
    spent = time.process_time() - begun
    sources = read_dot(folder / "besoin.dot")
    counted = score(found, sources)
    print(
        f"\nNotre besoin: {len(names)} witnesses, {len(rows)} places, {len(made.characters)} characters, {spent:.2f} s"
    )
    sources = _without_stations(sources, set(names))
    print(f"true links found {counted.found} of {counted.true}, drawn {counted.drawn} and {counted.lost_drawn} lost")
    print(f"direction said of {counted.decided} of these, right {counted.right}; nearness {alike(found, sources):.3f}")
    for arc in found.arcs:
        mark = "=>" if arc.decided else "--"
        as_good = ", ".join(sorted(found.name(one) for one in arc.others))
        two = f" second source, {len(arc.share)} readings" if arc.second else ""
        two += f", as well from {as_good}" if as_good else ""
        source, target = found.name(arc.source), found.name(arc.target)
        true = source in sources.get(target, ()) or target in sources.get(source, ())
        print(f"  {source:>3} {mark} {target:<3} support {arc.support:.2f}{two}{'' if true else '   (not true)'}")
    evidence = evidence_of(made, Options())
    table, tree = distances(evidence), first_tree(evidence)
    start = {frozenset((names[s], names[t])) for t, s in enumerate(tree.parent) if s >= 0}
    between = {frozenset((s, t)) for t, given in sources.items() for s in given if s in names}
    print(f"peer, cheapest arborescence alone ({table.size} distances): {len(start & between)} of {len(between)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=20, help="traditions a cell (a quarter of it at 40 witnesses)")
    parser.add_argument("--seed", type=int, default=1000)
    parser.add_argument("--sizes", type=int, nargs="*", default=[5, 10, 20, 40])
    parser.add_argument("--besoin", type=Path, metavar="FOLDER")
    given = parser.parse_args()
    print(Options(), "\n")
    if given.sizes:
        simulated(given.sizes, given.each, given.seed)
    if given.besoin:
        besoin(given.besoin)
        if (given.besoin / "florilegium.xml").exists():
            florilegium(given.besoin)


if __name__ == "__main__":
    main()
