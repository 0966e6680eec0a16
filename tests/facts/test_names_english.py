"""Names as English spells them: which bearer a spelling means, and a given name before a known surname."""

from __future__ import annotations

import pytest

from tanik.core.span import Span
from tanik.facts.names.english import bearer_of
from tanik.facts.names.find import find_names
from tanik.page.model import Page, Segment, SegmentKind, Source


def _names(text: str) -> list[tuple[str, str]]:
    segment = Segment(SegmentKind.PARAGRAPH, Span(0, len(text)), "t")
    page = Page("p", Source("0" * 64, "text/plain"), text, (segment,), language="en")
    return [(one.text, one.name) for one in find_names(page)]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Nariman Narimanov", "Neriman Nerimanov"),
        ("Jemal Pasha", "Cemal Paşa"),
        ("Djemal Pasha", "Cemal Paşa"),
        ("Talaat Pasha", "Talat Paşa"),
        ("Sharif Hussein", "Şerif Hüseyin"),
        ("Kiazim Karabekir", "Kâzım Karabekir"),
        ("Rafet Pasha", "Refet Bele"),
        ("Damad Ferid Pasha", "Damat Ferit Paşa"),
        ("Fatali Khan Khoyski", "Feteli Han Hoyski"),
        ("Rasulzadeh", "Mehmet Emin Resulzade"),
        ("Mammad Amin Rasulzade", "Mehmet Emin Resulzade"),
    ],
)
def test_an_english_spelling_means_its_bearer(written: str, name: str) -> None:
    assert bearer_of(written) == name


@pytest.mark.parametrize(
    "written",
    [
        "Jamal Khashoggi",
        "Kemal Pashazade",
        "John Narimanov",
        "Sharif Hasan",
        "Rafet",
        "Nuri",
        "Ferid",
        "Talaat Bey Harb",
        "Charles Crane",
        "Hussein",
    ],
)
def test_another_name_means_nobody_known(written: str) -> None:
    assert bearer_of(written) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The letter of Nariman Narimanov came late.", ("Nariman Narimanov", "Neriman Nerimanov")),
        ("In May Mikhail Frunze reached the border.", ("Mikhail Frunze", "Mihail Frunze")),
        ("The envoys met Nariman Narimanov in Tiflis.", ("Nariman Narimanov", "Neriman Nerimanov")),
        ("They say that Jemal Pasha left the town.", ("Jemal Pasha", "Cemal Paşa")),
        ("A telegram from Talaat Pasha was lost.", ("Talaat Pasha", "Talat Paşa")),
    ],
)
def test_a_whole_name_on_a_page_is_its_bearer(text: str, told: tuple[str, str]) -> None:
    assert told in _names(text)


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("The town council praised Narimanov in May.", "Narimanov"),
        ("In March Narimanov wrote again.", "Narimanov"),
        ("Ahmed, Narimanov and a clerk came by ship.", "Narimanov"),
        ("From Kars Narimanov went home.", "Narimanov"),
        ("Frunze spoke first.", "Frunze"),
    ],
)
def test_a_surname_alone_takes_no_word_before_it(text: str, apart: str) -> None:
    assert apart in [written for written, _ in _names(text)]


@pytest.mark.parametrize("text", ["Everybody left Kars in May.", "Did Soviet men reach Kars?", "Nobody in Kars knew."])
def test_a_small_word_with_a_capital_is_no_name(text: str) -> None:
    assert [name for _, name in _names(text)] == ["Kars"]
