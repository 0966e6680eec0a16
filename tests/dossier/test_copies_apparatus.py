"""The apparatus of a group of copies: in the dossier's values, as JSON there and back, as HTML."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.compare.copies import find_copies
from tanik.compare.model import CopyApparatus, CopyEntry, CopyGroup, CopyVariant, Examined
from tanik.core.span import Span
from tanik.dossier.apparatus.copies import to_html
from tanik.dossier.apparatus.group import apparatus_html, tell_group
from tanik.dossier.json_copies import copy_group_to_json, read_copy_group
from tanik.dossier.tree import Named
from tanik.facts.model import Facts
from tanik.page.model import Page, Segment, SegmentKind, Source

WELL = (
    "Kuyunun çıkrığı sabahtan akşama gıcırdar, kovalar sırayla iner, ipin ucunda sallanan su taşlara dökülürdü. "
    "Yaz aylarında hiç bir evin küpü boş kalmaz, komşular birbirinden tas tas su istemezdi."
)
COPIES = {
    "a": ("1998", WELL),
    "b": ("2003", WELL.replace("taşlara", "toprağa").replace("hiç bir", "hiçbir")),
    "c": ("2007", WELL.replace("taşlara", "toprağa").replace("hiç bir", "hiç yoksul bir").replace("tas tas ", "")),
    "d": ("2009", f"Okura:   {WELL.replace('taşlara', 'toprağa').replace('hiç bir', 'hiçbir')}".replace(", ", " ,  ")),
    "e": ("2011", WELL.replace("kalmaz", "kalır").replace("kovalar", "<b>kovalar</b>\u202e")),
}
TEXTS = {name: text for name, (_, text) in COPIES.items()}
NAMES = {name: Named(f"sayfa <{name}>", day) for name, (day, _) in COPIES.items()}


def _page(name: str) -> Examined:
    day, text = COPIES[name]
    body = (Segment(SegmentKind.PARAGRAPH, Span(0, len(text)), "test"),)
    return Examined(Page(name, Source("0" * 64, "text/plain"), text, body, published=day), Facts())


@pytest.fixture(scope="module")
def group() -> CopyGroup:
    (found,) = find_copies([_page(name) for name in COPIES])
    return found


def test_readings_stand_where_the_apparatus_says(group: CopyGroup) -> None:
    assert group.apparatus is not None
    assert group.apparatus.base == "a"
    for entry in group.apparatus.entries:
        held = [name for reading in entry.readings for name in reading.witnesses]
        assert sorted(held) == sorted(COPIES), "every copy has one reading"
        assert "a" in entry.readings[0].witnesses
        for reading in entry.readings:
            first = reading.spans[0].of(TEXTS[reading.witnesses[0]])
            assert " ".join(first.split()) == reading.text
    told = {
        (reading.text, "".join(sorted(reading.witnesses)), str(reading.kind), reading.changes_meaning)
        for entry in group.apparatus.entries
        for reading in entry.readings[1:]
    }
    assert ("toprağa", "bcd", "wording", True) in told
    assert ("hiçbir", "bd", "spelling", False) in told
    assert ("hiç yoksul bir", "c", "addition", True) in told
    assert ("", "c", "omission", False) in told
    assert ("kalır", "e", "polarity", True) in told


def test_json_there_and_back(group: CopyGroup) -> None:
    told = copy_group_to_json(group, TEXTS)
    assert read_copy_group(told) == group
    for entry in told["apparatus"]["entries"]:
        for reading in entry:
            for place in reading["places"]:
                assert place["text"] == TEXTS[place["page"]][place["start"] : place["end"]]


@pytest.mark.parametrize("lang", ["tr", "en"])
def test_html_escapes_copies_and_shows_the_base_whole(group: CopyGroup, lang: str) -> None:
    piece = apparatus_html(group, TEXTS, NAMES, lang=lang, prefix="k7")
    assert 'id="k7-a1"' in piece
    assert "sayfa &lt;a&gt;" in piece
    shown = to_html((group,), TEXTS, NAMES, lang=lang)
    for made in (piece, shown):
        assert "<b>kovalar" not in made
        assert "\u202e" not in made
        assert "<script" not in made
    told = tell_group(group, TEXTS, NAMES)
    assert told is not None
    assert group.apparatus is not None
    assert "".join(text for text, _ in told.pieces) == group.apparatus.span.of(TEXTS["a"])
    assert told.sigla[0] == ("A", "sayfa <a>")


def test_without_the_bases_text_the_readings_are_told_alone(group: CopyGroup) -> None:
    told = tell_group(group, {}, NAMES)
    assert told is not None
    assert (told.pieces, bool(told.entries)) == ((), True)


@settings(max_examples=25, deadline=None)
@given(st.permutations(list(COPIES)))
def test_the_order_of_the_pages_changes_nothing(order: list[str]) -> None:
    (one,) = find_copies([_page(name) for name in sorted(COPIES)])
    (other,) = find_copies([_page(name) for name in order])
    assert one == other


def test_an_entry_without_the_base_text_gets_no_mark_in_it() -> None:
    """Dossiers of earlier versions have such entries: a base text that ends before the place has no reading there."""
    text = "Kuyu derindi."
    entry = CopyEntry((CopyVariant(("b",), (Span(13, 13),), ""), CopyVariant(("c",), (Span(14, 19),), "Ertesi")))
    group = CopyGroup((), apparatus=CopyApparatus("a", Span(0, len(text)), (entry,)))
    told = tell_group(group, {"a": text}, {})
    assert told is not None
    assert told.pieces == ((text, 0),)
    assert "Ertesi" in apparatus_html(group, {"a": text}, {})
