"""How the accounts of one event stand to each other, slot by slot and page by page: a table of every kind."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tanik.compare.model import Comparison, Event, Examined, Verdict
from tanik.compare.run import run
from tanik.core.span import Span
from tanik.facts.model import Amount, Basis, Bound, Calendar, DateMention, Facts, Polarity, Role, Statement
from tanik.page.model import Page, Segment, SegmentKind, Source

_WORDS = "Heyet bunu {when} günü anlattı ve {amount} dedi."


def account(identifier: str, action: str = "transfer", **filled: Any) -> Examined:
    """A page with one statement; its date and its amount stand in its words, and what is left over are its roles."""
    when, amount, text = (filled.pop(key, None) for key in ("when", "amount", "text"))
    bound, polarity = filled.pop("bound", Bound.EXACT), filled.pop("polarity", Polarity.AFFIRMED)
    told = text or _WORDS.format(when=when or "bir", amount=amount[0] if amount else "az")
    span = Span(0, len(told))
    dates: tuple[DateMention, ...] = ()
    amounts: tuple[Amount, ...] = ()
    if when is not None and when in told:
        at = Span(told.index(when), told.index(when) + len(when))
        dates = (DateMention(at, when, when, Calendar.GREGORIAN, Basis.WRITTEN, "test"),)
    if amount is not None:
        figure = str(amount[0])
        at = Span(told.index(figure), told.index(figure) + len(figure)) if figure in told else span
        amounts = (Amount(at, at.of(told), amount[0], amount[1], "test", of=amount[2], bound=bound),)
    made = Statement(
        span, told, action, "test", tuple(sorted((slot, Role(span, told, name)) for slot, name in filled.items()))
    )
    made = replace(made, when=when, amounts=tuple(range(len(amounts))), polarity=polarity)
    page = Page(identifier, Source("0" * 64, "text/plain"), told, (Segment(SegmentKind.PARAGRAPH, span, "test"),))
    return Examined(page, Facts(dates, amounts, statements=(made,)))


def event_of(*pages: Examined) -> tuple[Event, Comparison]:
    found = run(pages)
    (event,) = found.events
    return event, found


PARTIES = {"subject": "Konya Belediyesi", "recipient": "Van Hastanesi"}
DAY = "1922-03-12"


@pytest.mark.parametrize(
    ("on", "one", "other", "verdict", "why"),
    [
        ("when", {"when": "1922-03"}, {"when": DAY}, Verdict.COMPATIBLE, "coarser-date"),
        ("when", {"when": "1922"}, {"when": "1922-03"}, Verdict.COMPATIBLE, "coarser-date"),
        ("amount", {"amount": (300.0, "kg", "un")}, {"amount": (302.0, "kg", "un")},
         Verdict.COMPATIBLE, "rounder-number"),
        ("amount", {"amount": (3.0, "t", "un")}, {"amount": (3050.0, "kg", "un")},
         Verdict.COMPATIBLE, "rounder-number"),
        ("amount", {"amount": (300.0, "kg", "un"), "bound": Bound.ABOUT}, {"amount": (340.0, "kg", "un")},
         Verdict.COMPATIBLE, "rounder-number"),
        ("amount", {"amount": (300.0, "kg", "un")}, {"amount": (500.0, "kg", "un")},
         Verdict.DIFFERS_IN_SCOPE, "other-sum"),
        ("amount", {"amount": (300.0, "kg", "un"), "when": DAY}, {"amount": (500.0, "kg", "un"), "when": DAY},
         Verdict.CONTRADICTS, "two-sums-for-one-deed"),
        ("amount", {"amount": (300.0, "kg", "un"), "when": DAY}, {"amount": (500.0, "kg", "tuz"), "when": DAY},
         Verdict.DIFFERS_IN_SCOPE, "other-sum"),
        ("amount", {"amount": (300.0, "gold_ruble", None), "when": DAY}, {"amount": (300.0, "lira", None), "when": DAY},
         Verdict.NOT_COMPARABLE, "other-unit"),
        ("amount", {"amount": (3.0, "t", "un")}, {"amount": (40.0, "wagon", "un")},
         Verdict.NOT_COMPARABLE, "other-unit"),
        ("polarity", {}, {"polarity": Polarity.DENIED}, Verdict.CONTRADICTS, "one-denies"),
        ("place", {"place": "Afyon"}, {"place": "Akşehir"}, Verdict.DIFFERS_IN_SCOPE, "other-place"),
    ],
)  # fmt: skip
def test_every_verdict(on: str, one: dict[str, Any], other: dict[str, Any], verdict: Verdict, why: str) -> None:
    """The parties agree on both pages; the slot in question stands as it is told here."""
    event, found = event_of(account("a", **PARTIES, **one), account("b", **PARTIES, **other))
    assert [(conflict.verdict, conflict.why) for conflict in event.conflicts if conflict.on == on] == [(verdict, why)]
    assert {"subject", "recipient"} <= set(event.agree)
    told = [finding.rule for finding in found.findings]
    assert told == (["event-contradiction"] if verdict is Verdict.CONTRADICTS else [])


@pytest.mark.parametrize(
    ("slot", "filled"),
    [
        ("when", {"when": DAY}),
        ("amount", {"amount": (300.0, "kg", "un")}),
        ("polarity", {"polarity": Polarity.DENIED}),
        ("object", {"object": "un"}),
        ("place", {"place": "Afyon"}),
    ],
)
def test_equal_values_agree(slot: str, filled: dict[str, Any]) -> None:
    event, found = event_of(account("a", **PARTIES, **filled), account("b", **PARTIES, **filled))
    assert slot in event.agree
    assert event.conflicts == ()
    assert found.findings == ()


@pytest.mark.parametrize(
    ("action", "slot", "name"),
    [("die", "subject", "Enver Paşa"), ("found", "object", "Sümerbank"), ("sign", "object", "Kars Antlaşması")],
)
def test_two_days_for_a_deed_that_is_done_once(action: str, slot: str, name: str) -> None:
    event, found = event_of(
        account("a", action, when="1922-08-04", **{slot: name}), account("b", action, when="1922-08-08", **{slot: name})
    )
    assert [(one.on, one.verdict) for one in event.conflicts] == [("when", Verdict.CONTRADICTS)]
    assert [one.rule for one in found.findings] == ["event-contradiction"]


def test_tons_and_kilograms_are_one_unit() -> None:
    event, _ = event_of(
        account("a", amount=(3.0, "t", "un"), **PARTIES), account("b", amount=(3000.0, "kg", "un"), **PARTIES)
    )
    assert "amount" in event.agree


def test_two_days_for_a_deed_of_every_day_are_two_events() -> None:
    pages = [account(key, when=f"1922-08-{day}", **PARTIES) for key, day in (("a", "04"), ("b", "08"))]
    assert run(pages).events == ()


_COPIED = (
    "Konya Belediyesi o kış Van Hastanesi için yola çıkardığı kafileyi üç kez durdurmak zorunda kaldı; kar kapanan "
    "geçitte katırlar yüklerini bırakmış, sürücüler geceyi bir değirmende geçirip sabaha karşı yeniden yola koyulmuştu."
)
_OWN = (
    "Van'daki başhekim defterine, beklenen kafilenin sonunda vardığını ve bunu Konya'daki belediyenin yolladığını "
    "yazmış."
)


def test_twelve_pages_that_agree_may_be_two_witnesses() -> None:
    """Eleven pages carry one text and the twelfth tells it in its own words: agree, 12 pages, 2 independent."""
    pages = [account(f"c{number:02}", text=_COPIED, **PARTIES) for number in range(11)]
    pages.append(account("own", text=_OWN, **PARTIES))
    event, found = event_of(*pages)
    assert {"subject", "recipient"} <= set(event.agree)
    assert len({ref.page for ref in event.statements}) == 12
    assert event.independent == 2
    assert [finding.rule for finding in found.findings] == ["passage-copied-undated"]
    turned, _ = event_of(*reversed(pages))
    assert (turned.agree, turned.independent, turned.statements) == (event.agree, event.independent, event.statements)


def test_a_copy_does_not_make_a_contradiction_stronger() -> None:
    told: dict[str, Any] = {"amount": (300.0, "kg", "un"), "when": DAY}
    pages = [account(f"c{number}", text=f"{_COPIED} {DAY} 300.0", **PARTIES, **told) for number in range(3)]
    pages.append(account("own", text=f"{_OWN} {DAY} 500.0", **PARTIES, **{**told, "amount": (500.0, "kg", "un")}))
    event, found = event_of(*pages)
    (finding,) = [one for one in found.findings if one.rule == "event-contradiction"]
    assert dict(finding.because)["independent"] == str(event.independent) == "2"
