"""Ten is "on" and what stands before is "ön": the forms of the one count, those of the other never."""

from __future__ import annotations

from pathlib import Path

import pytest

from tanik.front import check


def _counted(text: str, folder: Path) -> list[float | None]:
    page = folder / "page.txt"
    page.write_text(text, encoding="utf-8")
    (report,) = check([str(page)], library=None).pages
    return [amount.value for amount in report.facts.amounts]


@pytest.mark.parametrize(
    "word",
    [
        "önünde",
        "önünden",
        "önüne",
        "önündeki",
        "önlerinde",
        "önlerine",
        "önlerinden",
        "önümüzde",
        "önümüzdeki",
        "önleri",
    ],
)
def test_in_front_of_a_house_nothing_is_counted(word: str, tmp_path: Path) -> None:
    assert _counted(f"1921'de iki gemi limana girdi. Asker kışlanın {word} kapıda bekledi.", tmp_path) == [2]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1921'de iki gemi geldi, onu geri döndü.", [2]),
        ("1921'de on gemi geldi.", [10]),
        ("1921'de yirmi gemi geldi, onunun yükü boştu.", [20, 10]),
        ("1921'de on iki gemi geldi.", [12]),
    ],
)
def test_ten_still_counts(text: str, values: list[float], tmp_path: Path) -> None:
    assert _counted(text, tmp_path) == values
