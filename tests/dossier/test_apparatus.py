"""A collation as CollateX JSON, TEI, CSV, HTML and text: what goes out comes back, nothing acts on its reader."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tanik.compare.collate.apparatus import build_apparatus
from tanik.compare.collate.run import collate
from tanik.compare.collation import Apparatus, Collation, Spelling, View, WitnessText
from tanik.dossier.apparatus.collatex import from_collatex, to_collatex
from tanik.dossier.apparatus.html import to_html
from tanik.dossier.apparatus.table import to_csv
from tanik.dossier.apparatus.tei import to_tei
from tanik.dossier.apparatus.text import to_text
from tanik.errors import RecordError

from .tei_schema import tei_faults

_TEI = "{http://www.tei-c.org/ns/1.0}"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_HOSTILE = '“</q><script>alert(1)</script>” & =1+1 \x1b[31m ]]> <app wit="#A">'

_LETTER = (
    WitnessText("A", "Köprü, dün gece yıkıldı (derler).\n\nSulh isteriz; nüfuzu çok.", "Bir mektup", "1922-03"),
    WitnessText("B", "köprü gece yıkıldı.\n\nBarış isteriz; nüfusu çok."),
    WitnessText("Ç 3", "“Köprü dün gece yıkılmadı. Sulh isteriz, nüfuzu pek çok.”"),
    WitnessText("3-4", ""),
)
_WORDS = st.lists(
    st.sampled_from(["köprü", "sulh", "barış,", "(dün)", "<b>", "&", "“ve", "nüfuz.", "\n\n", "7"]), max_size=14
)


def _apparatus(*texts: WitnessText, **how: object) -> Apparatus:
    return build_apparatus(collate(texts or _LETTER), **how)  # type: ignore[arg-type]


def _texts(words: list[list[str]]) -> list[WitnessText]:
    return [WitnessText(f"w{at}", " ".join(own)) for at, own in enumerate(words)]


@settings(max_examples=80, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=4))
def test_collatex_json_comes_back_as_it_was(words: list[list[str]]) -> None:
    collation = collate(_texts(words))
    if not collation.places:
        return
    back = from_collatex(to_collatex(collation))
    assert isinstance(back, Collation)
    assert back.bounds.tolist() == collation.bounds.tolist()
    for mine, theirs in zip(collation.witnesses, back.witnesses, strict=True):
        assert not len(mine) or mine.text == theirs.text
    assert to_collatex(back) == to_collatex(collation)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Kara (tren) geldi.", ["Kara ", "(tren) ", "geldi."]),
        ("“Kara” dedi – sustu", ["“Kara” ", "dedi – ", "sustu"]),
        ("kara-tren, (dün)", ["kara-", "tren, ", "(dün)"]),
        ("  kara\n\ntren ", ["  kara\n\n", "tren "]),
    ],
)
def test_marks_stand_at_the_word_they_belong_to(text: str, tokens: list[str]) -> None:
    table = json.loads(to_collatex(collate([WitnessText("A", text)])))["table"]
    assert [token["t"] for cell in table[0] for token in cell] == tokens


def test_a_table_of_collatex_is_read() -> None:
    table = {
        "witnesses": ["A", "B"],
        "table": [
            [[{"t": "Kara ", "n": "kara"}], [{"t": "tren", "n": "tren"}], None],
            [[{"t": "Ak ", "n": "ak"}], [{"t": "tren ", "n": "tren"}], [{"t": "!", "n": "!"}]],
        ],
    }
    read = from_collatex(json.dumps(table))
    assert isinstance(read, Collation)
    apparatus = build_apparatus(read)
    assert [[r.text for r in unit.readings] for unit in apparatus.variants] == [["Kara", "Ak"], ["", "!"]]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "not JSON"),
        ("[]", "witnesses"),
        ('{"witnesses": [1], "table": [[]]}', "sigla"),
        ('{"witnesses": ["A"], "table": []}', "one column"),
        ('{"witnesses": ["A", "B"], "table": [[null], []]}', "as many cells"),
        ('{"witnesses": ["A"], "table": [[[{"n": "x"}]]]}', '"t"'),
        ('{"witnesses": ["A"], "table": [[7]]}', "a cell is"),
        ('{"witnesses": [{"id": "A"}]}', "content"),
    ],
)
def test_what_is_no_collatex_json_is_refused(text: str, reason: str) -> None:
    with pytest.raises(RecordError, match=reason):
        from_collatex(text)


def _read_witness(root: etree._Element, name: str) -> str:
    """One witness's words, read from the TEI by choosing its readings."""
    words: list[str] = []

    def walk(element: etree._Element) -> None:
        words.append(element.text or "")
        for child in element:
            if child.tag == f"{_TEI}app":
                for reading in child:
                    if reading.tag in (f"{_TEI}lem", f"{_TEI}rdg") and f"#{name}" in reading.get("wit", "").split():
                        words.append(f" {reading.text or ''} ")
            else:
                walk(child)
            words.append(child.tail or "")

    body = root.find(f".//{_TEI}body")
    assert body is not None
    for paragraph in body:
        walk(paragraph)
        words.append(" ")
    return " ".join("".join(words).split())


@settings(max_examples=60, deadline=None)
@given(st.lists(_WORDS, min_size=2, max_size=4))
def test_every_witness_can_be_read_from_the_tei(words: list[list[str]]) -> None:
    collation = collate(_texts(words))
    root = etree.fromstring(to_tei(build_apparatus(collation)).encode())
    for name, witness in zip([f"w{at}" for at in range(len(words))], collation.witnesses, strict=True):
        read = collate([WitnessText("x", _read_witness(root, name))]).witnesses[0]
        assert [t.normal for t in read.tokens(0, len(read))] == [t.normal for t in witness.tokens(0, len(witness))]


def test_the_tei_is_valid() -> None:
    for how in ({}, {"base": "B", "view": View.DIPLOMATIC}, {"base": "3-4", "spelling": Spelling.FOLDED}):
        made = to_tei(_apparatus(**how), title=_HOSTILE, lang="tr")
        assert tei_faults(made) == []


def test_the_tei_names_every_reading_and_points_at_it() -> None:
    root = etree.fromstring(to_tei(_apparatus(), lang="tr").encode())
    names = {element.get(_XML_ID) for element in root.iter() if element.get(_XML_ID)}
    pointers = [p for e in root.iter() for key in ("wit", "target", "corresp") for p in e.get(key, "").split()]
    assert pointers
    assert {pointer.removeprefix("#") for pointer in pointers} <= names
    assert {"A", "B", "C-3", "w3-4"} <= names


def test_csv_has_a_column_a_witness_and_no_formula() -> None:
    rows = list(csv.reader(StringIO(to_csv(_apparatus()))))
    assert rows[0][-4:] == ["A", "B", "Ç 3", "3-4"]
    hostile = [WitnessText("A", "bir"), WitnessText("B", "bir =HYPERLINK(1)")]
    table = to_csv(build_apparatus(collate(hostile), view=View.DIPLOMATIC))
    cells = [cell for row in csv.reader(StringIO(table)) for cell in row]
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r")]


@pytest.mark.parametrize("lang", ["tr", "en"])
def test_html_runs_nothing_of_what_it_shows(lang: str) -> None:
    texts = [WitnessText('A"><script>', f"{_HOSTILE} köprü", _HOSTILE), WitnessText("B", f"köprü {_HOSTILE}")]
    page = to_html(build_apparatus(collate(texts), view=View.DIPLOMATIC), title=_HOSTILE, lang=lang)
    assert "<script" not in page
    assert "\x1b" not in page
    assert "script-src &#39;none&#39;" in page or "script-src 'none'" in page
    tree = etree.HTML(page)
    assert tree.get("lang") == lang
    anchors = {a.get("href") for a in tree.iter("a") if a.get("href")}
    identifiers = {f"#{e.get('id')}" for e in tree.iter() if e.get("id")}
    assert anchors <= identifiers


def test_html_shows_the_whole_base_text() -> None:
    tree = etree.HTML(to_html(_apparatus(), lang="tr"))
    for mark in tree.xpath("//div[@class='reading']//sup"):
        mark.getparent().remove(mark)
    paragraphs = ["".join(p.itertext()).replace("∅", "") for p in tree.xpath("//div[@class='reading']/p")]
    shown = " ".join(" ".join(paragraphs).split())
    assert shown == " ".join(_LETTER[0].text.split())


@pytest.mark.parametrize("lang", ["tr", "en"])
@pytest.mark.parametrize("width", [40, 100])
def test_text_stays_within_its_width(lang: str, width: int) -> None:
    made = to_text(_apparatus(), lang=lang, width=width)
    assert max(map(len, made.splitlines())) <= width
    assert "nüfusu" in made
    assert "\x1b" not in to_text(build_apparatus(collate([WitnessText("A", _HOSTILE), WitnessText("B", "x")])))
