"""The timeline and the grid of events as values: what is certain, what is folded, who counts as one witness."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.compare.model import CopyGroup, Event, Finding, FindingKind, Place, StatementRef
from tanik.core.span import Span
from tanik.dossier.build import build
from tanik.dossier.grid import lay_grid
from tanik.dossier.model import Dossier, PageReport
from tanik.dossier.timeline import PLOT, draw_timeline, extent
from tanik.dossier.tree import reason
from tanik.dossier.words import table
from tanik.facts.model import Amount, Facts, Polarity, Quotation, QuotationForm, Role, Statement
from tanik.page.model import Page, Segment, SegmentKind, Source
from tanik.trace.model import Match, Searched, Status, Trace, Witness

SEARCHED = Searched(2, "ab" * 32)
TEXT = "Kurul 5 Mayıs 1921 günü tuz istedi. Başkan 7 Mayıs 1921'de dedi ki: “Tuz ekmeğin yarısıdır.”"


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _page(identity: str, published: str | None = None) -> Page:
    return Page(
        identity, Source("00" * 32, "text/plain"), TEXT, (Segment(SegmentKind.PARAGRAPH, Span(0, len(TEXT)), "t"),),
        published=published,
    )  # fmt: skip


def _said(when: str | None, words: str = "Kurul 5 Mayıs 1921 günü tuz istedi", action: str = "request") -> Statement:
    return Statement(_span(words), words, action, "t", when=when)


def _report(*statements: Statement, published: str | None = None, quoted: bool = False) -> PageReport:
    words = _span("Tuz ekmeğin yarısıdır")
    quotations = (Quotation(words, words.of(TEXT), QuotationForm.DIRECT, "“”", "t"),) if quoted else ()
    match = Match(words, "k:late", Span(0, 4), 1.0, 0.0, Status.VERBATIM, ())
    trace = Trace(words.of(TEXT), Status.VERBATIM, (match, replace(match, document="k:early")), SEARCHED)
    return PageReport(
        _page("p", published), Facts(statements=statements, quotations=quotations), (trace,) * len(quotations)
    )


WITNESSES = {
    "k:late": Witness("k:late", "Tuz …", "k", date="1933"),
    "k:early": Witness("k:early", "Tuz …", "k", date="1925-08-30"),
}


@pytest.mark.parametrize(
    ("edtf", "first", "last", "sure"),
    [
        ("1921-05-07", "1921-05-07", "1921-05-07", ("1921-05-07", "1921-05-07")),
        ("1921-05-07T09:30", "1921-05-07", "1921-05-07", ("1921-05-07", "1921-05-07")),
        ("1921-05-07?", "1921-05-07", "1921-05-07", None),
        ("1921-02", "1921-02-01", "1921-02-28", None),
        ("1920-02", "1920-02-01", "1920-02-29", None),
        ("1921", "1921-01-01", "1921-12-31", None),
        ("192X", "1920-01-01", "1929-12-31", None),
        ("1921-24", "1921-12-01", "1922-02-28", None),
        ("1919/1922", "1919-01-01", "1922-12-31", ("1919-12-31", "1922-01-01")),
        ("1921-05-07/1921-05-09", "1921-05-07", "1921-05-09", ("1921-05-07", "1921-05-09")),
        ("1921-05/1921-05", "1921-05-01", "1921-05-31", None),
    ],
)
def test_what_is_certain_of_a_date(edtf: str, first: str, last: str, sure: tuple[str, str] | None) -> None:
    found = extent(edtf)
    assert found is not None
    told = None if found.sure is None else tuple(date.fromordinal(day).isoformat() for day in found.sure)
    assert (date.fromordinal(found.first).isoformat(), date.fromordinal(found.last).isoformat()) == (first, last)
    assert told == sure


@pytest.mark.parametrize("edtf", [None, "", "XXXX-09", "1921-02-30", "../1921", "1922/1919", "yarın", "1921-13"])
def test_what_is_no_stretch_of_time(edtf: str | None) -> None:
    assert extent(edtf) is None


def test_a_quotation_has_its_claimed_date_over_its_oldest_witness() -> None:
    said = _said("1921-05-07", "Başkan 7 Mayıs 1921'de dedi ki", "say")
    line = draw_timeline("p1", _report(said, quoted=True), (), WITNESSES, "en")
    assert line is not None
    assert [(row.kind, row.edtf, row.target) for row in line.rows if row.target == "p1-q0"] == [
        ("claimed", "1921-05-07", "p1-q0"),
        ("attested", "1925-08-30", "p1-q0"),
    ]


def test_the_speaker_s_last_dated_speech_dates_a_quotation_further_on() -> None:
    report = _report(_said("1921-05-05", action="say"), quoted=True)
    start = TEXT.index("Başkan")
    halves = (Span(0, start), Span(start, len(TEXT)))
    page = replace(report.page, segments=tuple(Segment(SegmentKind.PARAGRAPH, half, "t") for half in halves))
    doer = ("subject", Role(_span("Kurul"), "Kurul", "Kurul"))
    facts = replace(
        report.facts,
        statements=(replace(report.facts.statements[0], roles=(doer,)),),
        quotations=(replace(report.facts.quotations[0], speaker="Kurul"),),
    )
    told = replace(report, page=page, facts=facts)
    line = draw_timeline("p1", told, (), WITNESSES, "en")
    assert line is not None
    assert [row.edtf for row in line.rows if row.kind == "claimed"] == ["1921-05-05"]
    other = replace(told, facts=replace(facts, quotations=(replace(facts.quotations[0], speaker="Başkan"),)))
    line = draw_timeline("p1", other, (), WITNESSES, "en")
    assert line is not None
    assert "claimed" not in {row.kind for row in line.rows}


def test_no_date_is_claimed_by_what_is_no_act_of_speech() -> None:
    moved = _said("1921-05-07", "Başkan 7 Mayıs 1921'de dedi ki", "move")
    line = draw_timeline("p1", _report(moved, quoted=True), (), WITNESSES, "en")
    assert line is not None
    assert "claimed" not in {row.kind for row in line.rows}


def test_statements_of_one_date_share_a_row() -> None:
    line = draw_timeline("p1", _report(*[_said("1921-05")] * 3, published="2004-01-02"), (), {}, "tr")
    assert line is not None
    assert [(row.kind, row.label[-4:]) for row in line.rows] == [("statement", "(+2)"), ("published", "yımı")]
    assert line.rows[0].sure is None
    assert line.rows[1].sure == line.rows[1].possible
    assert len(line.folds) == 1, "the empty eighty years are folded"


def test_limits_of_anachronisms_stand_as_lines_of_their_own() -> None:
    finding = Finding(
        FindingKind.ANACHRONISM, (), "surname-too-early", (("name", "Taş"), ("since", "1934-11-24"), ("when", "1927"))
    )
    line = draw_timeline("p1", _report(_said("1927"), published="1930"), [(4, finding), (5, finding)], {}, "tr")
    assert line is not None
    ((x, words, number),) = line.limits
    assert (words, number) == ("Taş: 24 Kasım 1934", 4)
    assert max(row.possible[0] + row.possible[1] for row in line.rows) < x <= PLOT


def test_one_date_alone_is_no_timeline() -> None:
    assert draw_timeline("p1", _report(_said("1921")), (), {}, "tr") is None


dates = st.builds(
    "{:04}-{:02}-{:02}".format, st.integers(1, 9999), st.integers(1, 12), st.integers(1, 28)
) | st.sampled_from(["192X", "1919/1922", "1900~", "9999", "0001-01-01"])


@settings(max_examples=150, deadline=None)
@given(st.lists(dates, min_size=2, max_size=12, unique=True))
def test_everything_lies_in_the_drawing_and_in_order(whens: list[str]) -> None:
    line = draw_timeline("p1", _report(*[_said(when) for when in whens]), (), {}, "tr")
    assert line is not None
    bars = [extent(row.edtf) for row in line.rows]
    for row in line.rows:
        assert row.possible[0] >= -3.1
        assert row.possible[0] + row.possible[1] <= PLOT + 3.1
        assert row.possible[1] >= 5.9
        words = 6.6 * len(f"{row.when} {row.shown}".strip())
        assert row.shown
        assert (row.label_at - words if row.leftward else PLOT - row.label_at - words) >= -6.6, (
            "words stay in the drawing"
        )
    middles = [row.possible[0] + row.possible[1] / 2 for row in line.rows]
    for (one, at), (other, there) in pairwise(zip(bars, middles, strict=True)):
        assert one is not None
        assert other is not None
        if one.last < other.first:
            assert at <= there + 0.2


def _dossier(*amounts: float, copies: tuple[CopyGroup, ...] = (), denied: int | None = None) -> Dossier:
    place = _span("Kurul 5 Mayıs 1921 günü tuz istedi")
    reports = []
    for number, value in enumerate(amounts):
        told = Statement(
            place, place.of(TEXT), "request", "t", (("subject", Role(_span("Kurul"), "Kurul")),), "1921-05-05", (0,),
            polarity=Polarity.DENIED if number == denied else Polarity.AFFIRMED,
        )  # fmt: skip
        facts = Facts(amounts=(Amount(_span("tuz"), "tuz", value, "t", "t"),), statements=(told,))
        reports.append(PageReport(_page(f"p{number}"), facts, ()))
    refs = tuple(StatementRef(f"p{number}", 0) for number in range(len(amounts)))
    made = build(version="1", created="", as_of="2026-01-01", language="en", library=None, pages=reports)
    return replace(
        made, comparison=replace(made.comparison, events=(Event("e1", "request", None, refs),), copies=copies)
    )


def _told(dossier: Dossier, slot: str) -> list[tuple[str, int, int]]:
    (row,) = lay_grid(dossier)
    (cell,) = [cell for cell in row.cells if cell.slot == slot]
    return [(group.value, len(group.statements), group.independent) for group in cell.groups]


def test_equal_values_stand_together_the_most_widely_told_first() -> None:
    dossier = _dossier(30, 45, 45)
    assert _told(dossier, "amount") == [("45 t", 2, 2), ("30 t", 1, 1)]
    assert _told(dossier, "subject") == [("Kurul", 3, 3)]
    assert _told(dossier, "place") == []


def test_copies_are_one_witness() -> None:
    whole = Span(0, len(TEXT))
    group = CopyGroup((Place("p1", whole), Place("p2", whole)))
    assert _told(_dossier(30, 45, 45, copies=(group,)), "amount") == [("45 t", 2, 1), ("30 t", 1, 1)]
    elsewhere = CopyGroup((Place("p1", _span("Tuz ekmeğin")), Place("p2", _span("Tuz ekmeğin"))))
    assert _told(_dossier(30, 45, 45, copies=(elsewhere,)), "amount")[0] == ("45 t", 2, 2)


def test_a_denial_is_no_agreement() -> None:
    assert {value for value, _, _ in _told(_dossier(45, 45, denied=1), "amount")} == {"45 t", "45 t (denied)"}


def test_every_reason_of_a_link_is_told_in_both_languages() -> None:
    for name, row in table("links.toml").items():
        for lang in ("tr", "en"):
            told = reason(row["example"], lang)
            assert told
            assert "{" not in told
            assert lang == "en" or told != row["example"], name
    assert reason("something new", "tr") == "something new"
