"""Every day there and back, dated events with their sources, and agreement with another library."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from convertdate import islamic, julian
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.facts.calendars import Day, ImpossibleDay, day_number, gregorian, month_length, named_in, weekday
from tanik.facts.model import Calendar

EVENTS = list(csv.DictReader((Path(__file__).parent / "dated_events.csv").read_text(encoding="utf-8").splitlines()))


def _day(row: dict[str, str]) -> Day:
    return Day(Calendar(row["calendar"]), int(row["year"]), int(row["month"]), int(row["day"]))


@pytest.mark.parametrize("row", EVENTS, ids=lambda row: f"{row['calendar']}-{row['event']}")
def test_dated_event(row: dict[str, str]) -> None:
    off = abs((gregorian(_day(row)) - date.fromisoformat(row["gregorian"])).days)
    assert off <= (1 if row["calendar"] == "hijri" else 0)
    assert row["source"]


def test_there_are_enough_events() -> None:
    assert len(EVENTS) >= 60


def test_every_rumi_day_there_and_back() -> None:
    first = day_number(Day(Calendar.RUMI, 1256, 3, 1))
    last = day_number(Day(Calendar.RUMI, 1341, 12, 31))
    seen = 0
    for number in range(first, last + 1):
        day = named_in(Calendar.RUMI, number)
        assert day is not None
        assert day_number(day) == number
        seen += 1
    assert seen == (date(1925, 12, 31) - date(1840, 3, 13)).days + 1
    assert named_in(Calendar.RUMI, first - 1) is None
    assert named_in(Calendar.RUMI, last + 1) is None


def test_every_named_rumi_day_is_one_day() -> None:
    """No two names mean one day, and the names run on without a gap."""
    numbers = []
    for year in range(1256, 1342):
        order = range(1, 13) if year >= 1334 else (*range(3, 13), 1, 2)
        for month in order:
            if year == 1333 and month < 3:
                continue
            for day in range(1, month_length(Calendar.RUMI, year, month) + 1):
                numbers.append(day_number(Day(Calendar.RUMI, year, month, day)))
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (1332, 2, 16),
        (1332, 2, 28),
        (1333, 1, 10),
        (1333, 2, 1),
        (1342, 1, 1),
        (1255, 5, 5),
        (1336, 4, 31),
        (1320, 13, 1),
    ],
)
def test_impossible_rumi_days(year: int, month: int, day: int) -> None:
    with pytest.raises(ImpossibleDay):
        day_number(Day(Calendar.RUMI, year, month, day))


def test_leap_day_of_1315_is_where_the_offset_changes() -> None:
    assert gregorian(Day(Calendar.RUMI, 1315, 2, 28)) == date(1900, 3, 12)
    assert gregorian(Day(Calendar.RUMI, 1315, 2, 29)) == date(1900, 3, 13)
    assert gregorian(Day(Calendar.RUMI, 1316, 3, 1)) == date(1900, 3, 14)


def test_hijri_is_within_a_day_of_convertdate() -> None:
    number = day_number(Day(Calendar.HIJRI, 1300, 1, 1))
    last = day_number(Day(Calendar.HIJRI, 1400, 12, 29))
    for one in range(number, last + 1):
        day = named_in(Calendar.HIJRI, one)
        assert day is not None
        assert day_number(day) == one
        theirs = date(*islamic.to_gregorian(day.year, day.month, day.day))
        assert abs((gregorian(day) - theirs).days) <= 1


@settings(max_examples=200, deadline=None)
@given(st.dates(min_value=date(1583, 1, 1), max_value=date(2100, 1, 1)))
def test_any_day_there_and_back(day: date) -> None:
    number = day_number(Day(Calendar.GREGORIAN, day.year, day.month, day.day))
    assert weekday(number) == day.weekday()
    for calendar in Calendar:
        named = named_in(calendar, number)
        if named is not None:
            assert day_number(named) == number
            assert gregorian(named) == day
    ours = named_in(Calendar.JULIAN, number)
    assert ours is not None
    assert (ours.year, ours.month, ours.day) == tuple(julian.from_gregorian(day.year, day.month, day.day))


@pytest.mark.parametrize(("day", "expected"), [(date(1923, 10, 29), 0), (date(1920, 4, 23), 4), (date(1909, 4, 13), 1)])
def test_weekdays_of_known_days(day: date, expected: int) -> None:
    assert weekday(day_number(Day(Calendar.GREGORIAN, day.year, day.month, day.day))) == expected
    assert (day + timedelta(days=7)).weekday() == expected
