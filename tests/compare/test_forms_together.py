"""Lists, tables, letters and chronologies laid together: which items are one gift, and what may be added up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tanik.compare.model import Comparison, Examined
from tanik.compare.run import run
from tanik.facts.read import read as read_facts
from tanik.page.read import read

LIST = "Rusya'nın Türkiye'ye gönderdiği yardımlar:\n\n"
TABLE = (
    "<html lang='tr'><body><h1>Sevkiyat</h1><table><caption>Rusya'dan Türkiye'ye gönderilen yardımlar</caption>"
    "<tr><th>Tarih</th><th>Cinsi</th><th>Miktar</th></tr>{rows}</table></body></html>"
)


def together(*pages: str) -> Comparison:
    """The comparison of pages whose ids are their places; what begins with a tag is HTML."""
    examined = []
    for place, text in enumerate(pages, 1):
        page = read(text.encode(), path=f"p{place}.{'html' if text.startswith('<') else 'txt'}")
        facts = read_facts(page, fast=True)
        examined.append(Examined(replace(page, id=f"p{place}"), facts, tuple(None for _ in facts.quotations)))
    return run(tuple(examined))


def _rows(*cells: tuple[str, ...]) -> str:
    return TABLE.format(rows="".join(f"<tr>{''.join(f'<td>{one}</td>' for one in row)}</tr>" for row in cells))


def _events(found: Comparison) -> set[tuple[tuple[str, int], ...]]:
    return {tuple((ref.page, ref.index) for ref in event.statements) for event in found.events}


def test_an_item_a_row_and_a_sentence_are_one_gift() -> None:
    found = together(
        f"{LIST}- Nisan 1921: 3.400 tüfek\n- Temmuz 1921: 240 sandık fişek\n",
        _rows(("14 Nisan 1921", "Tüfek", "3.400"), ("3 Temmuz 1921", "Fişek (sandık)", "240")),
        "Yardım\n\nRusya, 14 Nisan 1921'de Türkiye'ye 3.400 tüfek gönderdi.",
    )
    assert _events(found) == {(("p1", 0), ("p2", 0), ("p3", 0)), (("p1", 1), ("p2", 1))}
    assert found.ledger.totals == ()
    assert {(line.giver, line.receiver) for line in found.ledger.lines} == {("Rusya", "Türkiye")}


@pytest.mark.parametrize(
    ("items", "added"),
    [
        (("1.200 tüfek", "40 makineli tüfek"), False),
        (("30 sandık fişek", "200 fişek"), False),
        (("30 sandık fişek", "20 çuval fişek"), False),
        (("18 top", "4 dağ topu"), False),
        (("Mayıs 1921: 18 top", "Haziran 1921: 4 top"), True),
        (("Mayıs 1921: 30 sandık fişek", "Haziran 1921: 12 sandık fişek"), True),
        (("Mayıs 1921: 40 makineli tüfek", "Haziran 1921: 25 makineli tüfek"), True),
    ],
)
def test_only_one_kind_of_thing_is_added_up(items: tuple[str, str], added: bool) -> None:
    found = together(LIST + "".join(f"- {item}\n" for item in items))
    assert len(found.ledger.lines) == 2
    assert bool(found.ledger.totals) is added


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("5 Mayıs 1921: Rusya, Türkiye'ye 4 milyon altın ruble gönderdi.", "8 Mayıs 1921", True),
        ("5 Mayıs 1921: Rusya, Türkiye'ye 4 milyon altın ruble gönderdi.", "28 Ağustos 1921", False),
        ("5 Mayıs 1921: Rusya, Türkiye'ye 3 milyon altın ruble gönderdi.", "8 Mayıs 1921", False),
        ("5 Mayıs 1921: İtalya, Türkiye'ye 4 milyon altın ruble gönderdi.", "8 Mayıs 1921", False),
        ("5 Mayıs 1921: Rusya, İran'a 4 milyon altın ruble gönderdi.", "8 Mayıs 1921", False),
        (
            "5 Mayıs 1921: Rusya, Türkiye'ye 4 milyon altın ruble gönderdi.\n"
            "20 Mayıs 1921: Rusya, Türkiye'ye 4 milyon altın ruble gönderdi.",
            "8 Mayıs 1921",
            False,
        ),
    ],
)
def test_two_pages_that_give_a_sending_another_day(one: str, other: str, joined: bool) -> None:
    found = together(
        f"Günler\n\n2 Ocak 1921: Meclis toplandı.\n{one}\n9 Eylül 1921: Yol açıldı.\n",
        f"Olaylar\n\n3 Şubat 1921: Köprü yandı.\n{other}: Rusya, Türkiye'ye 4 milyon altın ruble gönderdi.\n"
        "1 Ekim 1921: Okul açıldı.\n",
    )
    events = [event for event in found.events if event.action == "transfer"]
    assert bool(events) is joined
    if joined:
        assert [conflict.on for conflict in events[0].conflicts] == ["when"]
        assert found.ledger.totals == ()


@pytest.mark.parametrize(
    ("entry", "stage"),
    [
        ("24 Nisan 1921 – Rusya'dan Trabzon'a 1.000 tüfek gelmesi", "arrived"),
        ("24 Nisan 1921 – Rusya'nın Trabzon'a 1.000 tüfek göndermesi", "sent"),
    ],
)
def test_a_nominalised_entry_has_the_stage_of_its_verb(entry: str, stage: str) -> None:
    page = (
        f"Olaylar\n\n18 Mart 1921 – Antlaşmanın imzalanması\n{entry}\n13 Ekim 1921 – Kars Antlaşması'nın imzalanması\n"
    )
    assert [line.stage for line in together(page).ledger.lines] == [stage]


def test_a_list_with_one_figure_changed_is_no_second_witness() -> None:
    items = "- 1.200 tüfek\n- 40 makineli tüfek\n- {} top\n- 300 sandık cephane\n"
    found = together(LIST + items.format(18), LIST + items.format(13))
    assert [event.independent for event in found.events] == [1, 1, 1, 1]
    assert [[one.on for one in event.conflicts] for event in found.events] == [[], [], ["amount"], []]


def test_lists_whose_items_have_days_may_be_two_witnesses() -> None:
    items = "- Nisan 1921: 1.200 tüfek\n- Mayıs 1921: 18 top\n- Haziran 1921: 300 sandık cephane\n"
    found = together(LIST + items, "Türkiye'ye Rusya'nın gönderdikleri:\n\n" + items)
    assert {event.independent for event in found.events} == {2}


def test_days_names_and_figures_alone_are_no_copied_passage() -> None:
    found = together(
        "Olaylar\n\n24 Nisan 1921 – Rusya'dan Trabzon'a 1.000 tüfek gelmesi\n"
        "8 Mayıs 1921 – Rusya'nın Türkiye'ye 4 milyon altın ruble göndermesi\n",
        "Günler\n\n22 Nisan 1921: Rusya'dan Trabzon'a 1.000 tüfek geldi.\n"
        "5 Mayıs 1921: Rusya, Türkiye'ye 4 milyon altın ruble gönderdi.\n",
    )
    assert found.copies == ()


@pytest.mark.parametrize(
    ("caption", "stage"),
    [
        ("1921'de Türkiye'ye ulaşan yardımlar", "arrived"),
        ("Rusya'dan Türkiye'ye gelen yardımlar", "arrived"),
        ("Rusya'dan Türkiye'ye gönderilen yardımlar", "sent"),
    ],
)
def test_rows_have_the_stage_of_their_tables_head(caption: str, stage: str) -> None:
    page = _rows(("14 Nisan 1921", "Tüfek", "3.400"), ("20 Mayıs 1921", "Top", "12"))
    page = page.replace("Rusya'dan Türkiye'ye gönderilen yardımlar", caption)
    assert {line.stage for line in together(page).ledger.lines} == {stage}


@pytest.mark.parametrize(
    ("caption", "giver"),
    [
        ("Rusya'dan Türkiye'ye gönderilen yardımlar", "Rusya"),
        ("Rusya'dan Türkiye'ye gönderilen mallar", None),
        ("Batum'dan Türkiye'ye gönderilen yardımlar", None),
    ],
)
def test_help_that_came_from_a_state_was_given_by_it(caption: str, giver: str | None) -> None:
    page = _rows(("14 Nisan 1921", "Tüfek", "3.400"), ("20 Mayıs 1921", "Top", "12"))
    page = page.replace("Rusya'dan Türkiye'ye gönderilen yardımlar", caption)
    assert {line.giver for line in together(page).ledger.lines} == {giver}
