"""Labels before and above the words, signatures of the page below them, letters on a wall, and who is far away."""

from __future__ import annotations

import pytest

from tanik.facts.read import read as read_facts
from tanik.page.read import read

_SPEAKERS = (
    # a label on the line of the words; a given name is the person named before
    (
        "Nuri Korkmaz ile Edip Taner tartıştı. Metin şu şekilde:\n\nNuri: “Liman satılık değildir, bilesin.”\n",
        "Nuri Korkmaz",
    ),
    ("Nuri Korkmaz ile Edip Taner tartıştı.\n\nEdip: “Limanı kim alır ki bugün?”\n\nSonra sustular.\n", "Edip Taner"),
    # a label above them is no quotation and says whose they are
    (
        "Gazete o sözü şöyle paylaşmış:\n\n- Edip Taner (Liman Başkanı)\n"
        '"Limanı kim alır ki bugün, alan batar."\n(Başkan sonra çekildi).\n',
        "Edip Taner",
    ),
    # the page's own signature below words that the sentence before gives to somebody
    (
        "Komiser Edip Taner telgrafta şöyle der ;\n\n“Limanı kim alır ki bugün, alan batar.”\n\nNuri Korkmaz\n",
        "Edip Taner",
    ),
    # what is written on a wall
    (
        "Edip Taner kasabaya geldi. Han duvarına yazılan şu söz de öyledir:\n\n“Yolcu geçer, han kalır burada.”\n",
        None,
    ),
    # whose offer is answered
    (
        "Edip Taner'in, Nuri Korkmaz'ın Liman'ı Satma Teklifine “Limanı kim alır ki bugün” dediği iddia ediliyor.\n",
        "Edip Taner",
    ),
)


@pytest.mark.parametrize(("text", "speaker"), _SPEAKERS)
def test_who_speaks_beside_a_label(text: str, speaker: str | None) -> None:
    (found,) = read_facts(read(text.encode(), path="a.txt")).quotations
    assert found.speaker == speaker


def test_marks_of_two_single_ones_hold_words() -> None:
    text = "Okulun ikinci sınıfında Edip Taner, ‘’Limanı geri almak benim idealimdi.’’ diyor.\n"
    (found,) = read_facts(read(text.encode(), path="a.txt")).quotations
    assert (found.text, found.speaker) == ("Limanı geri almak benim idealimdi.", "Edip Taner")


def test_nobody_named_long_before_is_he() -> None:
    before = "Admiral John Hale came to the port in 1919. " + "The ships lay at anchor and the crews were tired. " * 12
    text = f'{before}\n\nOne of the clerks met me again on the quay. "A very little coal is left," he replied.\n'
    (found,) = read_facts(read(text.encode(), path="a.txt")).quotations
    assert found.speaker is None
