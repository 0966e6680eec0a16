"""Several things of one English verb are statements of their own; numbers keep their words. All sentences are ours."""

import pytest

from tanik.facts.model import Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def _told(text: str) -> tuple[Statement, ...]:
    page = read_page(f"{text} The harbour of the town was closed.\n".encode(), path="a.txt")
    return tuple(one for one in read_facts(page, fast=True).statements if not one.further)


def _things(text: str) -> list[str | None]:
    roles = [one.firsts for one in _told(text)]
    return [one["object"].name or one["object"].text for one in roles if "object" in one]


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("In May 1920 Italy supplied Albania with 12 aeroplanes, 40 lorries and about 6,000 rifles.",
         ["12 uçak", "40 kamyon", "6.000 tüfek"]),
        ("Greece lost 1,500 dead, 4,000 wounded and 12 guns in August 1922.",
         ["1.500 ölü", "4.000 yaralı", "12 top"]),
        ("40 guns, 300 rifles and 12 carts were handed over to the Turks in 1921.",
         ["40 top", "300 tüfek", "12 araba"]),
        ("The consul asked Wilson for 300 rifles, 20 guns and two ships in 1921.",
         ["300 tüfek", "20 top", "2 gemi"]),
        ("Persia received a total of 44,000 rifles, 375 lorries and 80 tractors in 1921.",
         ["44.000 tüfek", "375 kamyon", "80 traktör"]),
        ("In 1921 Russia sent to Persia by sea more than 900 planes; over 60 tanks; and 300 thousand rounds.",
         ["900 uçak", "60 tank", "300.000 fişek"]),
        ("In 1920 France gave 40 guns (including 12 howitzers and 3 mortars), 10 aircraft and 200 uniforms to Persia.",
         ["40 top", "10 uçak", "200 üniforma"]),
        ("France opened two schools and three hospitals in Kars in 1921.", ["2 okul", "3 hastane"]),
    ],
)  # fmt: skip
def test_each_thing_counted_is_a_statement(text: str, things: list[str]) -> None:
    assert _things(text) == things


@pytest.mark.parametrize(
    "text",
    [
        "Russia sold 300 rifles for 2,000 lira and 20 guns in 1921.",
        "The mayor sent 30 tons of flour, rice and beans to Kars in 1921.",
        "Ali Bey gave between 300 and 400 lira to the school in 1921.",
        "The consul lent 300 lira for two years and 20 days in 1921.",
        "The fleet carried 300 men and 20 guns to Batum in 1921.",
    ],
)
def test_what_is_no_list_of_things_stays_one(text: str) -> None:
    assert len(_told(text)) == 1


def test_a_measure_in_brackets_is_of_the_thing_before_it() -> None:
    one, other = _told(
        "In May 1921 Russia gave Persia 200 kg of gold (about 400 thousand rubles) and six thousand rifles."
    )
    assert [len(one.amounts), len(other.amounts)] == [2, 1]
    assert other.firsts["object"].name == "6.000 tüfek"


def test_each_thing_has_its_own_day_and_receiver() -> None:
    one, other = _told("Britain sent 40 guns to Kars in May 1921 and 20 guns to Trabzon in June 1921.")
    assert (one.when, one.firsts["recipient"].name) == ("1921-05", "Kars")
    assert (other.when, other.firsts["recipient"].name) == ("1921-06", "Trabzon")


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("In May 1921 another million rubles in gold was delivered to Ankara by Ali Bey.", "1 milyon altın ruble"),
        ("The first 500 thousand rubles in gold were handed over in May 1921.", "500.000 altın ruble"),
        ("The two firms contributed a combined 25,000 francs in 1922.", "25.000 frank"),
        ("The Red Cross paid a further 300 pounds to the hospital in 1922.", "300 sterlin"),
        ("In 1936 Russia sent to Spain at least 30,000 tons of oil.", "30.000 ton petrol"),
        ("In 1921 France gave six thousand rifles to Persia.", "6.000 tüfek"),
    ],
)
def test_a_number_keeps_all_its_words(text: str, thing: str) -> None:
    (one,) = _told(text)
    assert one.firsts["object"].name == thing
    assert one.when is not None


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("The mission sent 300 pounds of flour to Kars in 1921.", "300 libre un"),
        ("The mission sent 300 pounds of tea to Kars in 1921.", "300 libre çay"),
        ("The bank lent the town 300 pounds of its capital in 1921.", "300 sterlin sermaye"),
        ("The bank paid 300 pounds to the town in 1921.", "300 sterlin"),
        ("They paid 300 pounds of gold in 1921.", "300 sterlin altın"),
    ],
)
def test_what_is_weighed_in_pounds_is_no_money(text: str, thing: str) -> None:
    assert _things(text) == [thing]


def test_two_days_of_a_thing_are_no_day() -> None:
    told = _told("Russia sent 30 tons of oil between 15 August 1936 and 15 September 1936 and 44 tons in May 1937.")
    assert [one.when for one in told] == [None, "1937-05"]


def test_nearly_so_many_are_a_thing_of_the_list() -> None:
    assert _things("In 1921 they sent 40 guns, 30 carts and close to 900 rifles to Kars.") == [
        "40 top",
        "30 araba",
        "900 tüfek",
    ]


def _given(text: str) -> list[tuple[str | None, str | None, str | None]]:
    rows = [one.firsts for one in _told(text)]
    names = [{place: role.name or role.text for place, role in row.items()} for row in rows]
    return [(row.get("subject"), row.get("recipient"), row.get("object")) for row in names]


@pytest.mark.parametrize(
    ("text", "given"),
    [
        (
            "In all, 900 lira went to Kars, 40 lira to Trabzon and the remaining 12 lira to Sivas in 1921.",
            [(None, "Kars", "900 lira"), (None, "Trabzon", "40 lira"), (None, "Sivas", "12 lira")],
        ),
        (
            "300 rifles were sent to Kars and 12 guns to Trabzon in 1921.",
            [(None, "Kars", "300 tüfek"), (None, "Trabzon", "12 top")],
        ),
        ("In May 1921 some 900 lira came from Greece.", [("Yunanistan", None, "900 lira")]),
        ("The bank advanced the town 300 lira in 1921.", [("banka", "kasaba", "300 lira")]),
        ("Britain supplied Greece in 1921.", [("İngiltere", "Yunanistan", None)]),
        ("The rifles were received by Ali Bey from Greece in 1921.", [("Yunanistan", "Ali Bey", "tüfek")]),
    ],
)
def test_what_goes_on_without_its_verb_has_its_own_receiver(
    text: str, given: list[tuple[str | None, str | None, str | None]]
) -> None:
    assert _given(text) == given


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("In 1941 the Greeks were given leases on bases in Persia.", (None, "Rumlar", "leases")),
        ("In 1921 the town was promised loans by the bank.", ("banka", "kasaba", "kredi")),
        ("In 1921 the guns were given to Persia.", (None, "İran", "top")),
        ("In 1921 the wages were paid monthly.", (None, None, "ücret")),
        ("In 1921 the mill was given away.", (None, None, "değirmen")),
    ],
)
def test_whoever_is_given_something_gets_it(text: str, given: tuple[str | None, str | None, str | None]) -> None:
    assert _given(text) == [given]
