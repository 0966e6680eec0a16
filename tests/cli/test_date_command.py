"""`tanik date`, as a person types it."""

from __future__ import annotations

import json

from click.testing import CliRunner

from tanik.cli.date import date_command


def _run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(date_command, list(words))
    return result.exit_code, result.output


def test_every_calendar_is_shown() -> None:
    code, output = _run("26 Nisan 1336", "--lang", "tr")
    assert code == 0
    for wanted in ("1920-04-26", "26 Nisan 1920", "26 Nisan 1336", "7 Şaban 1338", "13 Nisan 1920", "Pazartesi"):
        assert wanted in output


def test_json_keys_are_english() -> None:
    code, output = _run("9", "Ramazan", "1326", "--format", "json", "--lang", "tr")
    found = json.loads(output)
    assert code == 0
    assert found["days"]["rumi"] == "1324-09-22"
    assert found["certainty"] == "within_a_day"
    assert found["weekday"] == "monday"


def test_impossible_and_unknown_are_said() -> None:
    code, output = _run("20 Şubat 1332", "--lang", "en")
    assert code == 1
    assert "no such day" in output
    code, output = _run("üç elma", "--lang", "en")
    assert code == 1
    assert "No date" in output


def test_a_year_by_itself_has_two_readings() -> None:
    _, output = _run("1338", "--lang", "en")
    assert "1922 if Rumi" in output
    assert "1919" in output
