"""English amounts: what stands between number and noun, "over" with a verb, a measure told again by its head."""

from __future__ import annotations

import pytest

from tanik.facts.model import Amount
from tanik.facts.read import read as find_facts
from tanik.page.model import Page, Source


def _amounts(text: str) -> tuple[Amount, ...]:
    page = Page("p", Source("0" * 64, "text/plain"), text, (), language="en")
    return find_facts(page, fast=True).amounts


@pytest.mark.parametrize(
    ("text", "value", "unit", "of"),
    [
        ("The mayor asked for three more wagons of kerosene.", 3, "wagon", "kerosene"),
        ("The clerk filed two further letters in May.", 2, "count", "letters"),
        ("The dealer bought 40 additional rifles from Italy.", 40, "count", "rifles"),
        ("Five more months passed before the reply.", 5, "month", None),
        ("Three more tons of coal were unloaded.", 3, "t", "coal"),
        ("Ten other delegates refused.", 10, "person", "delegates"),
        ("Some 200 more villagers fled.", 200, "person", "villagers"),
        ("The bank lent 900 more pounds to the town.", 900, "pound_sterling", None),
        ("Six extra horses were hired.", 6, "count", "horses"),
        ("He wanted four more years.", 4, "year", None),
    ],
)
def test_a_postdeterminer_is_not_what_is_counted(text: str, value: float, unit: str, of: str | None) -> None:
    assert [(one.value, one.unit, one.of) for one in _amounts(text)] == [(value, unit, of)]


@pytest.mark.parametrize(
    "text",
    [
        "Three more were sent.",
        "Three more arrived in June.",
        "Two others refused to speak.",
        "Forty more came on foot.",
        "Nine more died at sea.",
        "One more left at noon.",
        "Six more fell in the yard.",
        "Ten more had signed by then.",
        "Five more was too many.",
        "Four more disappeared at night.",
    ],
)
def test_a_postdeterminer_without_a_noun_counts_nothing(text: str) -> None:
    assert not _amounts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The envoy handed over 1.1 million gold roubles to the treasury.",
        "The garrison turned over 300 rifles.",
        "He presided over 12 meetings.",
        "They took over 3 hospitals in Kars.",
        "The dispute over 12 islands went on.",
        "He signed over 3 estates to his brother.",
        "The line passed over 40 bridges.",
        "The prince ruled over 20 villages.",
        "Handing over 600 prisoners took a week.",
        "The governor paid over 47 pounds to the widow.",
    ],
)
def test_over_of_a_verb_sets_no_bound(text: str) -> None:
    assert _amounts(text)[0].bound == "exact"


@pytest.mark.parametrize(
    "text",
    [
        "They paid over 500 pounds for the horses.",
        "The army took over 9,000 prisoners.",
        "The school cost the town over 900 pounds.",
        "Over 300 men died.",
        "He signed over 40 treaties.",
        "The fund gave the orphans over 2,000 blankets.",
        "The mill had over 60 workers.",
        "A loan of over 700 pounds was asked for.",
        "The bandits killed over 20 travellers.",
        "They sent over 100 tents.",
    ],
)
def test_over_before_a_round_number_is_more_than(text: str) -> None:
    assert _amounts(text)[0].bound == "more_than"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("In May 62 tank cars of petroleum came. The 62 cars stood at Kars.", ("tank_wagon", "petroleum")),
        ("In May 62 tank cars of petroleum came. All 62 cars stood at Kars.", ("tank_wagon", "petroleum")),
        ("In May 62 tank cars of petroleum came. Then 62 cars were sold.", ("count", "cars")),
        ("In May 62 tank cars of petroleum came. The 12 cars were sold.", ("count", "cars")),
        ("In May 62 tank cars of petroleum came. The 62 horses were sold.", ("count", "horses")),
    ],
)
def test_a_measure_told_again_by_its_head(text: str, last: tuple[str, str]) -> None:
    found = _amounts(text)[-1]
    assert (found.unit, found.of) == last


@pytest.mark.parametrize(
    ("text", "value", "unit", "of"),
    [
        ("The state paid £43m in aid.", 43e6, "pound_sterling", None),
        ("The state paid $2.5bn in aid.", 2.5e9, "dollar", None),
        ("The state paid £43 more in aid.", 43, "pound_sterling", None),
        ("The mill sent 43 m of cloth.", 43, "m", None),
        ("The mission sent 300 pounds of flour.", 300, "count", "pounds"),
        ("The mission sent 300 pounds of gold.", 300, "pound_sterling", None),
        ("The mission sent 300 pounds of its money.", 300, "pound_sterling", None),
        ("The mission sent 10 machine-guns.", 10, "count", "machine-guns"),
        ("In 1921 France sent 30 tents.", 30, "count", "tents"),
    ],
)
def test_sums_weights_and_words_with_hyphens(text: str, value: float, unit: str, of: str | None) -> None:
    (found,) = _amounts(text)
    assert (found.value, found.unit, found.of) == (value, unit, of)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("A third of the sailors drowned.", [33.333333]),
        ("Bread fell by a third.", [33.333333]),
        ("A third were wounded.", [33.333333]),
        ("About a fifth survived.", [20.0]),
        ("The army took a third more men.", [33.333333]),
        ("A quarter of the bread was spoilt.", [25.0]),
        ("They asked a third state for help.", []),
        ("A third wagon came later.", []),
        ("The court heard a fifth witness.", []),
        ("In 1920 £450 were sent.", [450.0]),
    ],
)
def test_a_third_state_is_no_third_of_a_state(text: str, values: list[float]) -> None:
    assert [one.value for one in _amounts(text)] == values
