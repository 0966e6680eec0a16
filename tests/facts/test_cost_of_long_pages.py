"""A page four times as long costs four times as much, whatever it names, cites and quotes: counted calls."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.citations.find import find_citations
from tanik.facts.cover import Cover
from tanik.facts.dates.find import find_dates
from tanik.facts.model import Facts, Name, NameKind
from tanik.facts.names.find import find_names
from tanik.facts.quotations.find import find_quotations
from tanik.facts.quotations.offices import Offices
from tanik.facts.statements.find import find_statements
from tanik.page.model import Page

_GIVEN = ("Nail", "Rıza", "Sabri", "Hikmet", "Cemal", "Fahri", "Nuri", "Vasıf", "Zeki", "Tevfik", "Ferit")
_TOWNS = ("Kars", "Sivas", "Erzurum", "Bolu", "Amasya", "Tokat", "Samsun")
_PARAGRAPHS = (
    "{who} Bey {year} yılında {town} Valisi oldu ve köprüyü yeniden yaptırdı (Ali Er, Köprü, İzmir 1931, s. {number}).",
    "Vali {who} “yol {number} günde açıldı, kafile yürüyor” dedi.[{number}] Paşa ertesi gün {town} yolundan döndü.",
    "{town} Un Fabrikası {number} çuval un gönderdi; Fabrika o gün kapandı. {given}, {town}'a 3 Mart {year}'de vardı.",
    "Yazara göre {who} Efendi Rusya'dan {number} altın istedi. Yazar bunu {town} Meclisi'nde anlattı: “Para geldi.”",
)
_SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda two: Span(two[0], two[0] + two[1])))


def _surname(number: int) -> str:
    """A name that stands in no table, another one for each number."""
    return "".join(("Kö", "Ta", "Be", "Su")[number // 4**at % 4] for at in range(4)).capitalize() + "lmaz"


def _text(paragraphs: int) -> str:
    lines = []
    for number in range(paragraphs):
        given, town = _GIVEN[number % len(_GIVEN)], _TOWNS[number % len(_TOWNS)]
        told = {"given": given, "who": f"{given} {_surname(number)}", "town": town, "year": 1919 + number % 20}
        lines.append(_PARAGRAPHS[number % len(_PARAGRAPHS)].format(**told, number=number))
    return "\n".join(lines)


def _costs(page: Page, work: Callable[[Callable[[], object]], int]) -> dict[str, int]:
    dates = find_dates(page)
    citations = find_citations(page, dates)
    names = find_names(page, citations, fast=True)
    quotations = find_quotations(page, names, citations)
    facts = Facts(dates, (), names, citations, quotations)
    assert min(len(citations), len(names), len(quotations)) > page.text.count("\n") // 8
    return {
        "dates": work(lambda: find_dates(page)),
        "citations": work(lambda: find_citations(page, dates)),
        "names": work(lambda: find_names(page, citations, fast=True)),
        "quotations": work(lambda: find_quotations(page, names, citations)),
        "statements": work(lambda: find_statements(page, facts)),
    }


def test_four_times_the_paragraphs_cost_about_four_times(
    page_of: Callable[[str], Page], work: Callable[[Callable[[], object]], int]
) -> None:
    long = page_of(_text(240))
    _costs(long, work)  # what words are by themselves is known from here on
    one, four = _costs(page_of(_text(60)), work), _costs(long, work)
    grown = {layer: round(four[layer] / one[layer], 2) for layer in one}
    assert max(grown.values()) < 4.4, grown


@settings(max_examples=150)
@given(_SPANS, st.integers(0, 30), st.integers(0, 12))
def test_a_cover_touches_what_one_of_its_spans_overlaps(spans: list[Span], start: int, length: int) -> None:
    asked, ordered = Span(start, start + length), sorted(spans, key=lambda span: span.start)
    overlapping = {index for index, span in enumerate(ordered) if span.overlaps(asked)}
    cover = Cover(spans)
    assert cover.touches(asked) == bool(overlapping)
    assert overlapping <= set(cover.near(asked))


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Kaymakam Rıza Bey geldi. Vali Nuri Bey yazdı. Sonra kaymakam sustu.", "Rıza Bey"),
        ("Kaymakam Rıza Bey geldi. Kaymakam Nuri Bey yazdı. Sonra kaymakam sustu.", "Nuri Bey"),
        ("Vali Rıza Bey geldi. Sonra kaymakam sustu. Kazanın kaymakamı Nuri Bey yazdı.", "Nuri Bey"),
        ("Vali Rıza Bey geldi. Sonra kaymakam sustu. Nuri Bey yazdı.", "kaymakam"),
    ],
)
def test_an_office_is_whoever_stands_behind_it_nearest_before(text: str, person: str) -> None:
    names = (Span(text.index(name), text.index(name) + len(name)) for name in ("Rıza Bey", "Nuri Bey"))
    persons = tuple(Name(span, span.of(text), span.of(text), NameKind.PERSON, span.of(text), "r") for span in names)
    office = Span(text.index(" kaymakam sustu") + 1, text.index(" sustu"))
    assert Offices(text, fold(text), persons).holder(office, office) == person
