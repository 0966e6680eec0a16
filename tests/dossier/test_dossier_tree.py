"""The tree of copies as a picture: layout, SVG, lines and DOT."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.compare.model import CopyDocument, CopyGroup, CopyLink, CopyReading, Place
from tanik.compare.stemma.costs import kinds_of_change
from tanik.core.span import Span
from tanik.dossier.json_copies import copy_group_to_json, read_copy_group
from tanik.dossier.tree import Named, lay_out, phrase, to_dot, to_lines, to_rows, to_svg

READING = CopyReading("typing", "doğru", "dorğu", (Place("b", Span(0, 5)),))
GROUP = CopyGroup(
    (Place("a", Span(0, 9)), Place("b", Span(2, 9)), Place("c", Span(0, 4))),
    "a",
    (
        CopyLink("a", "b", ("published 2001 before 2003",), 0.9, 1.0, second=False, readings=(READING,)),
        CopyLink("k:1", "a", ()),
    ),
    (
        CopyLink("*1", "c", ("both …",), 0.4, 0.5),
        CopyLink("a", "*1", ()),
        CopyLink("b", "c", ("2",), 0.4, 0.5, second=True),
    ),
    (CopyDocument("k:1", Span(5, 90)),),
    ("*1",),
)
NAMES = {
    "a": Named("Sayfa <a>", "2001"),
    "b": Named("B & b", "2003-02"),
    "c": Named("C"),
    "k:1": Named("Belge", "1920", is_document=True),
}
SVG = "{http://www.w3.org/2000/svg}"


def test_time_runs_from_left_to_right_and_sources_stand_before_their_copies() -> None:
    columns = {node.id: node.column for node in lay_out(GROUP, NAMES).nodes}
    assert columns["k:1"] < columns["a"] < columns["b"]
    assert columns["a"] < columns["*1"] < columns["c"]


@st.composite
def groups(draw: st.DrawFn) -> CopyGroup:
    size = draw(st.integers(1, 14))
    names = [f"p{n}" for n in range(size)]
    links = [
        CopyLink(names[draw(st.integers(0, at - 1))], names[at], ()) for at in range(1, size) if draw(st.booleans())
    ]
    sure = draw(st.integers(0, len(links)))
    return CopyGroup(tuple(Place(name, Span(0, 1)) for name in names), None, tuple(links[:sure]), tuple(links[sure:]))


@settings(max_examples=100, deadline=None)
@given(groups(), st.lists(st.sampled_from((None, "1999", "2001-05", "2010")), min_size=14, max_size=14))
def test_no_two_copies_stand_on_one_spot_and_branches_do_not_cross(group: CopyGroup, dates: list[str | None]) -> None:
    names = {place.page: Named(place.page, date) for place, date in zip(group.passages, dates, strict=False)}
    layout = lay_out(group, names)
    where = {node.id: (node.column, node.row) for node in layout.nodes}
    assert set(where) == {place.page for place in group.passages}
    assert len(set(where.values())) == len(where)
    source = {link.to: link.from_ for link, _ in layout.links}
    assert all(where[above][0] < where[name][0] for name, above in source.items())
    rows: dict[str, list[float]] = {}
    for name, (_, row) in where.items():
        line = name
        while True:
            rows.setdefault(line, []).append(row)
            if line not in source:
                break
            line = source[line]
    # The rows of a branch are a band of its own: two branches that hold nothing of each other never share a row.
    for one, other in combinations(sorted(rows), 2):
        mine, theirs = set(_below(one, source)), set(_below(other, source))
        if not mine & theirs:
            assert max(rows[one]) < min(rows[other]) or max(rows[other]) < min(rows[one])


def _below(name: str, source: dict[str, str]) -> list[str]:
    found = [name]
    for one in found:
        found.extend(copy for copy, above in source.items() if above == one)
    return found


def test_the_picture_can_be_read_without_seeing_it() -> None:
    for lang in ("tr", "en"):
        svg = ElementTree.fromstring(to_svg(lay_out(GROUP, NAMES), lang, prefix="k"))
        ids = (svg.get("aria-labelledby") or "").split()
        told = {element.get("id"): element.text for element in svg if element.get("id") in ids}
        assert list(told) == ids
        assert "Sayfa <a> → B & b" in (told["k-desc"] or "")
        assert svg.get("role") == "img"
        (lines,) = [group for group in svg.findall(f"{SVG}g") if group.findall(f"{SVG}path")]
        assert len(lines) == 5
        assert len([path for path in lines if path.get("stroke-dasharray")]) == 3
        assert lines.get("stroke") == "currentColor"


@settings(max_examples=100, deadline=None)
@given(groups())
def test_no_line_runs_through_another_copy(group: CopyGroup) -> None:
    layout = lay_out(group, {})
    svg = ElementTree.fromstring(to_svg(layout, "tr"))
    marks = [(float(c.get("cx", 0)), float(c.get("cy", 0))) for c in svg.iter(f"{SVG}circle")]
    assert len(marks) == len(layout.nodes)
    for path in svg.iter(f"{SVG}path"):
        for x, y, to_x, to_y in pieces(path.get("d", "")):
            if y == to_y:  # a level piece ends before the next copy of its row
                assert not [m for m in marks if m[1] == y and x + 8 < m[0] < to_x]
            else:
                assert not [m for m in marks if m[0] == x and min(y, to_y) < m[1] < max(y, to_y)]


def pieces(way: str) -> Iterator[tuple[float, float, float, float]]:
    """The straight pieces of a line of the tree, its round corner as a point."""
    at: tuple[float, float] = (0.0, 0.0)
    for letter, told in re.findall(r"([MVHq])([-\d. ]+)", way):
        numbers = [float(number) for number in told.split()]
        if letter == "M":
            at = (numbers[0], numbers[1])
        elif letter == "q":
            at = (at[0] + numbers[2], at[1] + numbers[3])
        else:
            to = (at[0], numbers[0]) if letter == "V" else (numbers[0], at[1])
            yield *at, *to
            at = to


def test_the_table_says_what_the_picture_says() -> None:
    rows = to_rows(lay_out(GROUP, NAMES), "tr")
    assert rows[0][:3] == ("Belge", "1920", "–")
    assert (
        "B & b",
        "Şubat 2003",
        "Sayfa <a>",
        "buradan alınmış (güven: %90); yayımı daha eski (2001 < 2003)",
        "“doğru” yerine “dorğu” yazdı (yazma yanlışı)",
    ) in rows
    assert sum(row[0] == "C" for row in rows) == 2


def test_lines_for_a_terminal() -> None:
    lines = to_lines(lay_out(GROUP, NAMES), "en")
    assert lines[0] == "1920  Belge"
    assert any(
        line in lines for line in ("   ├─ undated  **1 (direction unknown)", "   └─ undated  **1 (direction unknown)")
    )
    assert any("C + B & b (" in line for line in lines)


def test_dot_quotes_what_it_must() -> None:
    dot = to_dot(lay_out(GROUP, NAMES | {"c": Named('söz "c" \\')}))
    assert '"c" [label="söz \\"c\\" \\\\"];' in dot
    assert '"a" -> "b" [];' in dot


def test_every_kind_of_change_has_its_words() -> None:
    for kind in kinds_of_change():
        for lang in ("tr", "en"):
            assert phrase(f"kind.{kind}", lang)


def test_a_group_comes_back_as_it_was_written() -> None:
    texts = {"a": "on iki harf", "b": "on iki harf", "c": "on iki harf"}
    assert read_copy_group(copy_group_to_json(GROUP, texts)) == GROUP
    plain = CopyGroup(GROUP.passages)
    assert copy_group_to_json(plain, texts).keys() == {"passages", "links"}
    assert read_copy_group(copy_group_to_json(plain, texts)) == plain


def test_the_schema_knows_every_name_of_a_group() -> None:
    from jsonschema import Draft202012Validator

    from tanik.dossier.json import load_schema

    schema = load_schema()
    validator = Draft202012Validator({"$defs": schema["$defs"], "$ref": "#/$defs/copy_group"})
    texts = {"a": "on iki harf", "b": "on iki harf", "c": "on iki harf"}
    validator.validate(copy_group_to_json(GROUP, texts))
