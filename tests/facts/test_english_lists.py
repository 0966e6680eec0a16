"""English lists: what a line announces is told of its items; whom short names mean beside it. All pages are ours."""

import pytest

from tanik.facts.model import Facts, Statement
from tanik.facts.names.find import find_names
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page

_PROSE = (
    "The museum of the old harbour keeps the papers of the bank, and they were seen by many readers in those years."
)


def _facts(text: str) -> Facts:
    return read_facts(read_page(f"{_PROSE}\n\n{text}\n".encode(), path="a.txt"), fast=True)


def _listed(text: str) -> list[Statement]:
    return [one for one in _facts(text).statements if one.rule == "statement-listed"]


def _row(one: Statement) -> tuple[str | None, ...]:
    roles = {place: role.name or role.text for place, role in one.roles}
    return roles.get("subject"), roles.get("recipient"), roles.get("object"), one.when


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Soviet aid to Persia, by date:\n* September 1920: 30 kg of gold, paid at Resht\n* May 1921: 40 guns",
            [("Sovyet Rusya", "İran", "30 kg altın", "1920-09"), ("Sovyet Rusya", "İran", "40 top", "1921-05")],
        ),
        (
            "Italy also sent the following weapons to Albania:\n1. 900 rifles\n2. 27 machine guns",
            [("İtalya", "Arnavutluk", "900 tüfek", None), ("İtalya", "Arnavutluk", "27 makineli tüfek", None)],
        ),
        (
            "Local farmers gave the following in May 1922:\n- 30 tons of flour\n- 40 tents raised in Volo\n- 50 guns",
            [
                ("yerel çiftçi", None, "30 ton un", "1922-05"),
                ("yerel çiftçi", None, "40 çadır", "1922-05"),
                ("yerel çiftçi", None, "50 top", "1922-05"),
            ],
        ),
        (
            "Britain supplied Greece with: 20 lorries and 500 tents.",
            [("İngiltere", "Yunanistan", "20 kamyon", None), ("İngiltere", "Yunanistan", "500 çadır", None)],
        ),
        (
            "Weapons sent by Italy to Albania in 1921\n- 900 rifles\n- 27 guns (June 1921)\n\nTotal: 927 weapons",
            [("İtalya", "Arnavutluk", "900 tüfek", "1921"), ("İtalya", "Arnavutluk", "27 top", "1921-06")],
        ),
        (
            "Money given to Albania by country:\n- Italy: 300 lira\n- Greece – 40 pounds",
            [("İtalya", "Arnavutluk", "300 lira", None), ("Yunanistan", "Arnavutluk", "40 sterlin", None)],
        ),
        (
            "Among the gifts received by the Greeks from London were:\n(a) 60 guns;\n(b) 200 tents.",
            [("Londra", "Rumlar", "60 top", None), ("Londra", "Rumlar", "200 çadır", None)],
        ),
        (
            "Losses of the Greek army:\n• 1,500 dead\n• 12 guns",
            [("Yunan ordusu", None, "1.500 ölü", None), ("Yunan ordusu", None, "12 top", None)],
        ),
        (
            "What Britain gave to Greece:\n1. 30 guns\n2. 6 lorries, delivered at Volo",
            [("İngiltere", "Yunanistan", "30 top", None), ("İngiltere", "Yunanistan", "6 kamyon", None)],
        ),
    ],
)
def test_items_are_told_of_what_their_head_announces(text: str, rows: list[tuple[str | None, ...]]) -> None:
    assert [_row(one) for one in _listed(text)] == rows


@pytest.mark.parametrize(
    "text",
    [
        "Opening hours:\n- Monday: 9 to 17\n- Tuesday: 9 to 18",
        "Recipe for lentil soup:\n- 200 g of lentils\n- 2 onions",
        "Results of the cup:\n- Ankara 3 Izmir 2\n- Bursa 1 Adana 1",
        "For sale to collectors:\n- 3 rifles, 200 lira\n- 40 coins",
        "Related articles\n* 5 facts about Ankara\n* 12 photographs of the harbour",
        "Support for the page:\n- 5 dollars a month\n- 10 dollars a month",
        "Help with this page:\n- 3 pages need sources\n- 4 images lack licences",
        "Gifts for children:\n- 3 books\n- 2 puzzles",
        "Russian aid to Persia:\n- the length of the road: 300 km\n- number of pages: 12",
        "Russian aid to Persia:\n- 300 rifles were never sent\n- 20 guns, if Persia signed",
    ],
)
def test_what_is_no_list_of_aid_tells_nothing(text: str) -> None:
    assert not _listed(text)


def test_what_is_denied_of_the_list_is_denied_of_its_items() -> None:
    told = _listed("Russia did not send the following to Persia:\n- 30 guns\n- 20 lorries")
    assert [str(one.polarity) for one in told] == ["denied", "denied"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The Kemalists met. Yusuf Kemal Bey was away. The gold was given to Kemal.", "Mustafa Kemal Atatürk"),
        ("Mustafa Kemal wrote to Ali Kemal. The gold was given to Kemal.", "Mustafa Kemal Atatürk"),
        ("Mustafa Kemal was in Ankara. The envoy came to Kemal.", "Mustafa Kemal Atatürk"),
        ("Orhan Kemal wrote novels. The prize was given to Kemal.", "Orhan Kemal"),
    ],
)
def test_whom_kemal_alone_means_in_english(text: str, meant: str) -> None:
    page = read_page(f"{_PROSE}\n\n{text}\n".encode(), path="a.txt")
    last = [one for one in find_names(page, fast=True) if one.text == "Kemal"][-1]
    assert last.name == meant


def test_a_short_name_that_two_bear_is_left_as_it_stands() -> None:
    text = "Mustafa Kemal Paşa, Vasıf Kemal Bey ile Sivas'ta görüştü. Altınları köye getiren Kemal idi."
    names = find_names(read_page(f"{text}\n".encode(), path="a.txt"), fast=True)
    assert [one.name for one in names if one.text == "Kemal"] in ([], ["Kemal"])


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("Greek losses, August 1922:\n8,000 killed\n2,000 captured\nTotal: 10,000", ["8.000 ölü", "2,000 captured"]),
        ("The aid received from the Soviets over two years was as follows:\nIn 1920: 30 guns\nIn 1921: 900 lira",
         ["30 top", "900 lira"]),
        ("Per Ali Bey's work, the deliveries of tanks were as follows:\n1 Oct 1936 - 50 tanks\n5 Nov 1936 - 37 tanks",
         ["50 tank", "37 tank"]),
        ("From May 1921 on the U.S. had shipped to Persia:\n- 30 machine-guns\n- 40 lorries",
         ["30 makineli tüfek", "40 kamyon"]),
    ],
)  # fmt: skip
def test_lists_as_papers_and_blogs_have_them(text: str, things: list[str]) -> None:
    assert [_row(one)[2] for one in _listed(text)] == things


def test_who_studied_a_list_gave_nothing() -> None:
    text = "Per Ali Bey's work, the deliveries of tanks were as follows:\n1 Oct 1936 - 50 tanks\n5 Nov 1936 - 37 tanks"
    assert {_row(one)[:2] for one in _listed(text)} == {(None, None)}


def test_a_label_says_what_a_bare_number_counts() -> None:
    text = "Weapons sent by Italy to Albania:\n- Rifles: 39,000\n- Machine guns: 327\n- Price: 300 lira"
    assert [_row(one)[2] for one in _listed(text)] == ["39.000 tüfek", "327 makineli tüfek"]


def test_rifles_give_nothing() -> None:
    text = "Rifles sent by Russia came late. They gave 300 uniforms to Persia in 1921."
    assert _row(_facts(text).statements[-1])[:2] == (None, "İran")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Among what reached Volo in May 1922:\n- 900 rifles from Italy\n- 40 tents",
            [("İtalya", "Volo", "900 tüfek", "1922-05"), (None, "Volo", "40 çadır", "1922-05")],
        ),
        (
            "The following came ashore on 3 May 1922:\n- 900 rifles\n- 40 tents",
            [(None, None, "900 tüfek", "1922-05-03"), (None, None, "40 çadır", "1922-05-03")],
        ),
        (
            "Unloaded at Volo, 9 June 1922:\n- 900 rifles\n- 40 tents",
            [(None, None, "900 tüfek", "1922-06-09"), (None, None, "40 çadır", "1922-06-09")],
        ),
        (
            "What the consul had paid to the towns:\n- Italy → Greece: £900 (May 1922)\n- From Italy to Persia: £40",
            [("İtalya", "Yunanistan", "£900", "1922-05"), ("İtalya", "İran", "£40", None)],
        ),
        (
            "1. Italian gifts to Greece\n\n- 900 rifles\n- 40 tents\n\n2. Prices\n\n- 40 pounds\n- 30 pounds",
            [("İtalya", "Yunanistan", "900 tüfek", None), ("İtalya", "Yunanistan", "40 çadır", None)],
        ),
        ("What should have reached Volo in May 1922:\n- 900 rifles\n- 40 tents", []),
        ("Sums transferred:\n- Italy → Greece: £900\n- Total: £900", [("İtalya", "Yunanistan", "£900", None)]),
        ("What never reached Volo:\n- 900 rifles\n- 40 tents", []),
        ("What was needed in Volo:\n- 900 rifles\n- 40 tents", []),
        ("Sums to be paid:\n- Italy → Greece: £900\n- Italy → Persia: £40", []),
        ("Tickets:\n- Italy → Greece: £9\n- Italy → Persia: £40", []),
    ],
)
def test_heads_without_a_deed_and_sides_of_an_arrow(text: str, rows: list[tuple[str | None, ...]]) -> None:
    assert [_row(one) for one in _listed(text)] == rows
