"""Changes of denials, numbers, names and ends, told by their words; and what is no change."""

from __future__ import annotations

import pytest

from tanik.trace.memory import Memory
from tanik.trace.model import Status, Trace, Witness
from tanik.trace.run import run

_TEXT = (
    "Kasabanın yeni değirmeni geçen bahar yapılmış olmasına rağmen köylülerin hiçbiri buğdayını oraya götürmedi. "
    "Muhtar bütün defterleri okuyarak kararını verdi, kâtip ise ambarda çürük arpa varsa bildirilmesini istedi. "
    "Depoda 12.500 kilo tohum, on dokuzuncu bölmede ise 340 çuval kepek kalmıştı. "
    "Konya’dan gelen tüccar Enver, Edirne pazarında yün satmanın kazançlı olduğunu söyledi. "
    "Nakliyatın gecikmemesi için katırların erkenden yemlenmesi kararlaştırıldı ve herkes evine çekildi."
)


@pytest.fixture(scope="module")
def library() -> Memory:
    return Memory([Witness("a:1", _TEXT, "a")])


def told(trace: Trace) -> set[tuple[str, str, str]]:
    return {(d.kind.value, d.page_text, d.witness_text) for d in trace.matches[0].differences}


@pytest.mark.parametrize(
    ("page", "kind", "changed", "original"),
    [
        ("değirmeni geçen bahar yapılmış olmamasına rağmen köylülerin", "polarity", "olmamasına", "olmasına"),
        ("Muhtar bütün defterleri okumadan kararını verdi, kâtip", "polarity", "okumadan", "okuyarak"),
        ("Muhtar bütün defterleri okumaksızın kararını verdi, kâtip", "polarity", "okumaksızın", "okuyarak"),
        ("kâtip ise ambarda çürük arpa yoksa bildirilmesini istedi", "polarity", "yoksa", "varsa"),
        ("Nakliyatın gecikmesi için katırların erkenden yemlenmesi", "polarity", "gecikmesi", "gecikmemesi"),
        ("Edirne pazarında yün satmanın kazançsız olduğunu söyledi", "polarity", "kazançsız", "kazançlı"),
        ("Depoda 13.500 kilo tohum, on dokuzuncu bölmede ise", "number", "13.500", "12.500"),
        ("Depoda 12 bin kilo tohum, on dokuzuncu bölmede ise", "number", "12 bin", "12.500"),
        ("tohum, on yedinci bölmede ise 340 çuval kepek kalmıştı", "number", "on yedinci", "on dokuzuncu"),
        ("bölmede ise 430 çuval kepek kalmıştı. Konya’dan gelen", "number", "430", "340"),
        ("Kars’tan gelen tüccar Enver, Edirne pazarında yün satmanın", "name", "Kars’tan", "Konya’dan"),
        ("Konya’dan gelen tüccar Cemal, Edirne pazarında yün satmanın", "name", "Cemal", "Enver"),
        ("köylülerin hiçbiri buğdayını oraya götürdü", "polarity", "götürdü", "götürmedi"),
    ],
)  # fmt: skip
def test_a_change_is_told_by_its_words(library: Memory, page: str, kind: str, changed: str, original: str) -> None:
    trace = run(page, library)
    assert trace.status is Status.ALTERED
    assert (kind, changed, original) in told(trace)


@pytest.mark.parametrize(
    "page",
    [
        "Depoda 12500 kilo tohum, on dokuzuncu bölmede ise",
        "Depoda 12 500 kilo tohum, on dokuzuncu bölmede ise",
        "Depoda on iki bin beş yüz kilo tohum, on dokuzuncu bölmede ise",
        "dokuzuncu bölmede ise 340 çuval kepek kalmıştı. Konya’dan gelen",
        "Depoda 12.500 kilo tohum, on dokuzuncu bölmede[3] ise 340 çuval kepek",
        "Depoda 12.500 kilo tohum,\n— 17 —\non dokuzuncu bölmede ise 340 çuval",
        "ambarda çürük arpa varsa bildirilmesini istedi.4 Depoda 12.500 kilo",
        "ambarda çürük arpa varsa bildirilmesini istedi. Depoda 12.500 kilo",
    ],
)
def test_no_change_is_told(library: Memory, page: str) -> None:
    trace = run(page, library)
    assert trace.status in (Status.VERBATIM, Status.VARIANT)
    assert not any(d.changes_meaning for d in trace.matches[0].differences)


@pytest.mark.parametrize(
    ("page", "gloss"),
    [
        ("gecikmemesi için katırların erkenden yemlenmesi (bu arada) kararlaştırıldı", "bu arada"),
        ("gecikmemesi için katırların erkenden yemlenmesi kararlaştırıldı (evine çekilmeden)", "evine çekilmeden"),
    ],
)
def test_brackets_are_glosses(library: Memory, page: str, gloss: str) -> None:
    assert ("gloss", gloss) in {row[:2] for row in told(run(page, library))}


@pytest.mark.parametrize(
    "page",
    [
        "Muhtar bütün defterleri okuyarak kararını verdi, bunu herkes duydu",
        "dün gördük ki Muhtar bütün defterleri okuyarak kararını verdi",
    ],
)
def test_a_row_of_words_with_own_words_on_one_side_is_found(library: Memory, page: str) -> None:
    trace = run(page, library)
    assert trace.status is Status.ALTERED
    assert not any(d.kind.value == "omission" for d in trace.matches[0].differences)
