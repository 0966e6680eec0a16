"""A definite noun means the last told thing that it describes; what is new or owned goes back to nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.core.fold import fold
from tanik.core.tables import read_rows
from tanik.facts.model import Facts
from tanik.facts.read import read as read_facts
from tanik.facts.statements.roles.antecedents import last_called, noun_key
from tanik.page.read import read as read_page


def _named(text: str, clause: str) -> set[str | None]:
    """The names that the parties of the clause with these words have."""
    facts = read_facts(read_page(text.encode(), path="sayfa.txt"), fast=True)
    return {role.name for one in facts.statements if clause in one.text for _, role in one.roles}


@pytest.mark.parametrize(
    ("text", "clause", "name"),
    [
        ("Orhan zırhlısı 3 Mayıs 1915'te Midye'ye geldi. Gemi 8 Mayıs'ta battı.", "8 Mayıs", "Orhan zırhlısı"),
        ("Bafra–Çarşamba demiryolu 1926'da açıldı. Hat 1929'da satıldı.", "1929", "Bafra–Çarşamba demiryolu"),
        ("«Dağ Yolu» dergisi 1921'de kuruldu. Dergi 1922'de kapatıldı.", "1922", "Dağ Yolu dergisi"),
        ("Yeni Sahil gazetesi 1921'de kuruldu. Gazete 1922'de kapatıldı.", "1922", "Yeni Sahil gazetesi"),
        ("İtalyanlar 1912'de Leros adasını işgal etti. Ada 1947'de Yunanistan'a bırakıldı.", "1947", "Leros"),
        ("Bafra Tütün Fabrikası 1926'da açıldı. Rıza Bey fabrikayı 1930'da sattı.", "1930", "Bafra Tütün Fabrikası"),
        ("Bafra İdadisi 1906'da açıldı. Okul 1912'de kapatıldı.", "1912", "Bafra İdadisi"),
        ("Sultan Reşad 1909'da tahta çıktı. Padişah 1918'de öldü.", "1918", "Sultan Reşad"),
        # what stands inside another noun's phrase is less in the mind than what the clause is told of
        ("Bafra İdadisi 1920'de Gazi Lisesi binasına taşındı. Okul 1922'de kapatıldı.", "1922", "Bafra İdadisi"),
        ("Göçmenler Cemiyeti 1921'de kuruldu. Dernek 1925'te kapatıldı.", "1925", "Göçmenler Cemiyeti"),
        ("Gençler Kulübü 1921'de açıldı. Kulüp 1925'te kapatıldı.", "1925", "Gençler Kulübü"),
    ],
)
def test_a_definite_noun_has_the_name_of_what_it_describes(text: str, clause: str, name: str) -> None:
    assert name in _named(text, clause)


@pytest.mark.parametrize(
    ("text", "clause", "name"),
    [
        # something new of the same kind was told of in between, or a people's
        ("Orhan zırhlısı 3 Mayıs 1915'te geldi. Bir Rus gemisi yaklaştı. Gemi 8 Mayıs'ta battı.", "8 Mayıs", "Orhan"),
        ("Orhan zırhlısı 3 Mayıs 1915'te geldi. Bir gemi yaklaştı. Gemi 8 Mayıs'ta battı.", "8 Mayıs", "Orhan"),
        # an object without case is no certain one
        ("Yeni Sahil gazetesi 1921'de kapatıldı. Rıza Bey 1924'te Konya'da gazete çıkardı.", "1924", "Sahil"),
        ("Orhan zırhlısı 1915'te battı. Rıza Bey 1920'de Rize'de gemi satın aldı.", "1920", "Orhan"),
        # what comes to be right before its verb
        ("Bafra İdadisi 1906'da açıldı. Konya'da 1912'de okul açıldı.", "1912", "Bafra"),
        ("Yeni Sahil gazetesi 1921'de kapatıldı. Konya'da 1924'te gazete kuruldu.", "1924", "Sahil"),
        # a noun with a possessive is somebody's
        ("Yeni Sahil gazetesi 1921'de kuruldu. Rıza Bey gazetesini 1924'te sattı.", "1924", "Sahil"),
        # a participle says which of its kind it is
        ("Bafra İdadisi 1906'da açıldı. 1921'de yapılan okul 1924'te kapatıldı.", "1924", "Bafra"),
        # another kind
        ("Bafra Tütün Fabrikası 1926'da açıldı. Okul 1929'da kapatıldı.", "1929", "Bafra"),
        ("Orhan zırhlısı 3 Mayıs 1915'te geldi. Tren 8 Mayıs'ta Konya'ya vardı.", "8 Mayıs", "Orhan"),
        # told only later
        ("Gemi 8 Mayıs 1915'te battı. Orhan zırhlısı 9 Mayıs'ta geldi.", "8 Mayıs", "Orhan"),
    ],
)
def test_what_is_new_goes_back_to_nothing(text: str, clause: str, name: str) -> None:
    assert not any(one is not None and name in one for one in _named(text, clause))


@pytest.mark.parametrize("row", read_rows("tanik.facts", "described_as.csv"), ids=lambda row: row["noun"])
def test_every_noun_of_the_table_is_understood_in_its_example(row: dict[str, str]) -> None:
    text = row["example"]
    facts = read_facts(read_page(text.encode(), path="sayfa.txt"), fast=True)
    told = last_called(noun_key(fold(row["noun"])), text.index(". ") + 2, facts, text)
    assert told is not None
    assert told.name is not None
    assert told.end < text.index(". ")


@settings(max_examples=60)
@given(st.text(alphabet="Aaİıgemisnrbu '’.»«\n", max_size=60), st.integers(0, 60))
def test_what_is_told_ends_before_the_noun(text: str, at: int) -> None:
    told = last_called("gemi", at, Facts(), text)
    assert told is None or 0 <= told.start < told.end <= min(at, len(text))
