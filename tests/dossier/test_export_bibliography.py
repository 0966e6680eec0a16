"""CSL-JSON, BibTeX and RIS: read by others' parsers, whatever strangers wrote."""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import rispy
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.core.span import Span
from tanik.dossier.build import build
from tanik.dossier.export.bibliography import Part, cited_works
from tanik.dossier.export.bibtex import to_bibtex
from tanik.dossier.export.csl import to_csl
from tanik.dossier.export.ris import to_ris
from tanik.dossier.model import Dossier, PageReport
from tanik.facts.model import Citation, CitationKind, Facts
from tanik.page.model import Page, Source
from tanik.trace.model import Witness

from .hostile import make_hostile

_SCHEMA = Path(os.environ.get("TANIK_CSL_SCHEMA", Path(__file__).parents[2] / "build" / "csl-data.json"))
_HOSTILE = [
    "} @string{a = {b}} @book{x, title={",
    r"\input{/etc/passwd} \write18{rm}",
    "%x\n@comment{",
    "TY  - BOOK\r\nER  - \r\nTY  - JOUR",
    'a"b#c$d&e_f~g^h{i',
    "Er and Su, Ali and",
    "\u202egel\u0000\u2028kalk",
]


def _with(citations: tuple[Citation, ...], *witnesses: Witness) -> Dossier:
    text, source = "x" * 40, Source("ab" * 32, "text/plain", path="x.txt")
    pages = [PageReport(Page(f"p{n}", source, text, ()), Facts(citations=citations), ()) for n in (1, 2)]
    return build(version="1", created="", as_of="2026-01-01", language="tr", library=None, pages=pages,
                 witnesses=witnesses)  # fmt: skip


def _cite(kind: CitationKind, **fields: Any) -> Citation:
    return Citation(Span(0, 1), "x", kind, "r", **fields)


_BOOK = _cite(CitationKind.BOOK, author="Işık, Ali & Su, Ayşe", title="Köprünün Yolu", publisher="Deneme",
              place="Ankara", year=1931, pages="44-47")  # fmt: skip
_NEWS = _cite(CitationKind.NEWSPAPER, container="Örnek Gazetesi", year=1921, volume="812")
_ARCHIVE = _cite(CitationKind.ARCHIVE, archive="Örnek Arşivi", call_number="207/3318")
_WITNESS = Witness("k:1", "…", "k", title="Konuşma", author="Cemil Örnek", date="1920-06-14", source="Konuşmalar",
                   volume="II", pages="13–14")  # fmt: skip


@cache
def _csl_schema() -> dict[str, Any]:
    if not _SCHEMA.is_file():
        pytest.skip(
            f"CSL's schema csl-data.json (citationstyles.org) is not here: {_SCHEMA}; name it in TANIK_CSL_SCHEMA"
        )
    schema: dict[str, Any] = json.loads(_SCHEMA.read_text(encoding="utf-8"))
    return schema


def _bibtex(text: str) -> Any:
    """The entries by pybtex, which stops at the first thing it does not understand."""
    from pybtex.database import parse_string

    return parse_string(text, "bibtex").entries


def test_csl_is_what_the_schema_asks_for(sample: Dossier) -> None:
    jsonschema.validate(to_csl(sample), _csl_schema())


@pytest.mark.parametrize("payload", _HOSTILE)
def test_hostile_csl_is_what_the_schema_asks_for(payload: str) -> None:
    jsonschema.validate(to_csl(make_hostile(payload)), _csl_schema())


def test_csl_is_read_by_citeproc(sample: Dossier) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from citeproc.source.json import CiteProcJSON

        items = to_csl(sample)
        read = CiteProcJSON(items)
    assert set(read) == {str(item["id"]).lower() for item in items} or set(read) == {item["id"] for item in items}


def test_works_are_named_once_and_told_apart() -> None:
    dossier = _with((_BOOK, _NEWS, _cite(CitationKind.BOOK, pages="12", refers=Span(0, 1))), _WITNESS)
    works = cited_works(dossier)
    assert [(work.id, work.part) for work in works] == [
        ("p1", Part.PAGE),
        ("p1-c1", Part.SOURCE),
        ("p1-c2", Part.SOURCE),
        ("k:1", Part.WITNESS),
    ]
    assert [str(item["keyword"]) for item in to_csl(dossier)] == [f"tanik:{work.part}" for work in works]


def test_bibtex_by_pybtex() -> None:
    entries = _bibtex(to_bibtex(_with((_BOOK, _NEWS, _ARCHIVE), _WITNESS)))
    book = entries["isik1931koprunun"]
    assert book.type == "book"
    assert [(p.last_names, p.first_names) for p in book.persons["author"]] == [(["Işık"], ["Ali"]), (["Su"], ["Ayşe"])]
    assert (book.fields["pages"], book.fields["address"]) == ("44--47", "Ankara")
    speech = entries["ornek1920konusma"]
    assert (speech.type, speech.fields["booktitle"], speech.fields["date"]) == (
        "incollection", "Konuşmalar", "1920-06-14",
    )  # fmt: skip
    assert "Örnek Arşivi, 207/3318" in [entry.fields.get("howpublished") for entry in entries.values()]


def test_bibtex_by_bibtexparser(sample: Dossier) -> None:
    import bibtexparser

    library = bibtexparser.parse_string(to_bibtex(sample))
    assert not library.failed_blocks
    assert len(library.entries) == len(cited_works(sample))


@pytest.mark.parametrize("payload", _HOSTILE)
def test_no_word_of_a_page_becomes_bibtex(payload: str) -> None:
    dossier = make_hostile(payload)
    made = to_bibtex(dossier)
    entries = _bibtex(made)
    assert len(entries) == len(cited_works(dossier))
    assert made.count("\n@") == len(entries)
    assert r"\input" not in made
    assert r"\write" not in made


def test_ris_by_rispy() -> None:
    records = rispy.loads(to_ris(_with((_BOOK, _NEWS, _ARCHIVE), _WITNESS)))
    kinds = {record["id"]: record["type_of_reference"] for record in records}
    assert kinds["p1-c1"] == "BOOK"
    assert (kinds["p1-c2"], kinds["p1-c3"], kinds["k:1"]) == ("NEWS", "UNPB", "CHAP")
    book = next(record for record in records if record["id"] == "p1-c1")
    assert book["authors"] == ["Işık, Ali", "Su, Ayşe"]
    assert (book["start_page"], book["end_page"], book["year"]) == ("44", "47", "1931")
    speech = next(record for record in records if record["id"] == "k:1")
    assert (speech["date"], speech["volume"], speech["secondary_title"]) == ("1920/06/14/", "II", "Konuşmalar")


@pytest.mark.parametrize("payload", _HOSTILE)
def test_no_word_of_a_page_becomes_a_field(payload: str) -> None:
    dossier = make_hostile(payload)
    made = to_ris(dossier)
    assert len(rispy.loads(made)) == len(cited_works(dossier))
    assert sum(line.startswith("ER  -") for line in made.split("\r\n")) == len(cited_works(dossier))


@settings(max_examples=80, deadline=None)
@given(st.text(min_size=1, max_size=30).filter(lambda t: not any("\ud800" <= c <= "\udfff" for c in t)))
def test_any_words_can_be_cited(payload: str) -> None:
    dossier = make_hostile(payload)
    works = len(cited_works(dossier))
    assert len(_bibtex(to_bibtex(dossier))) == works
    assert len(rispy.loads(to_ris(dossier))) == works
    json.dumps(to_csl(dossier)).encode("utf-8")


def test_of_no_pages(empty: Dossier, hostile: Callable[[str], Dossier]) -> None:
    assert to_csl(empty) == []
    assert to_ris(empty) == ""
    assert len(_bibtex(to_bibtex(empty))) == 0
