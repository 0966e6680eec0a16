"""The dossier in words: the line, the terminal, Markdown, findings, citations, dates."""

from __future__ import annotations

import re
import string
import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import replace
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.compare.model import (
    Comparison,
    Conflict,
    Event,
    Finding,
    FindingKind,
    Ledger,
    LedgerLine,
    Place,
    StatementRef,
    Verdict,
)
from tanik.core.span import Span
from tanik.dossier import phrases, words
from tanik.dossier.build import build
from tanik.dossier.citation import cite, csl
from tanik.dossier.collation import by_id, collate_trace, primary_matches
from tanik.dossier.display import clean, escape_markdown, shorten
from tanik.dossier.edtf import in_words
from tanik.dossier.markdown import to_markdown
from tanik.dossier.messages import message
from tanik.dossier.model import Dossier, PageReport
from tanik.dossier.phrases import again
from tanik.dossier.summary import summary_line
from tanik.dossier.terminal import render_text, render_trace
from tanik.errors import UsageError
from tanik.facts import model as facts
from tanik.page.model import SegmentKind
from tanik.trace import model as trace
from tanik.trace.model import Match, Searched, Status, Trace, Witness

LINES = {
    "tr": "2 iddia; 7 alıntı: 6’sı 4 tanıkta bulundu (anlamı 6 yerde değişmiş), 1’i 411 belgede bulunamadı; "
    "tırnaksız 1 parça kütüphanede bulundu; 1 kaynak anılıyor; 11 bulgu",
    "en": "2 statements; 7 quotations: 6 found in 4 witnesses with 6 changes of sense, 1 not found in 411 documents; "
    "1 unquoted passage found in the library; 1 source named; 11 findings",
}


def test_the_line(sample: Dossier) -> None:
    assert summary_line(sample, sample.pages[0]) == LINES[sample.language]


def test_the_line_without_library(unsearched: Dossier) -> None:
    assert "7 quotations: 7 not searched;" in summary_line(unsearched)


VALUES = [
    ("status", Status),
    ("difference", trace.DifferenceKind),
    ("calendar", facts.Calendar),
    ("basis", facts.Basis),
    ("bound", facts.Bound),
    ("name", facts.NameKind),
    ("citation", facts.CitationKind),
    ("form", facts.QuotationForm),
    ("polarity", facts.Polarity),
    ("modality", facts.Modality),
    ("finding", FindingKind),
    ("segment", SegmentKind),
]


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize(("prefix", "values"), VALUES)
def test_every_value_has_words(prefix: str, values: type[Status], lang: str) -> None:
    assert all(words.say(f"{prefix}.{value}", lang) for value in values)


def test_both_languages_ask_for_the_same_particulars() -> None:
    def fields(template: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(template) if name} - {"n", "n_of"}

    table = words.table("words.toml")
    assert [key for key, row in table.items() if fields(row["tr"]) != fields(row["en"])] == []


def test_sentences_of_findings_can_be_filled() -> None:
    place = resources.files("tanik.dossier").joinpath("data", "findings.toml")
    for rule in words.table("findings.toml"):
        for lang in words.LANGUAGES:
            told = message(Finding(FindingKind.CONFLICT, (), rule), lang)
            assert told
            assert "{" not in told
    assert tomllib.loads(place.read_text(encoding="utf-8"))


def test_details_are_never_read_as_templates() -> None:
    finding = Finding(FindingKind.COPIED, (), "no-such-rule", (("{x}", "{0.__class__}"),))
    assert message(finding, "en") == "Copied: {x} {0.__class__}"


def test_unknown_language_is_refused() -> None:
    with pytest.raises(UsageError, match="'de'"):
        words.say("ui.text", "de")
    with pytest.raises(UsageError, match="'de'"):
        build(version="1", created="", as_of="", language="de", library=None, pages=())


def test_places_outside_the_pages_are_a_fault(sample: Dossier) -> None:
    wrong = Comparison(findings=(Finding(FindingKind.CONFLICT, (Place("p1", Span(0, 10**6)),), "r"),))
    with pytest.raises(ValueError, match="outside"):
        build(version="1", created="", as_of="", language="tr", library=None, pages=sample.pages, comparison=wrong)
    with pytest.raises(ValueError, match="share an id"):
        build(version="1", created="", as_of="", language="tr", library=None, pages=sample.pages[:1] * 2)
    first = sample.pages[0]
    other = Trace("başka sözler", Status.ABSENT, (), Searched(1, "ab"))
    moved = PageReport(first.page, first.facts, (other, *first.traces[1:]))
    with pytest.raises(ValueError, match="other words"):
        build(version="1", created="", as_of="", language="tr", library=None, pages=(moved,))


def test_terminal_tells_it(sample: Dossier) -> None:
    told = render_text(sample, width=100)
    assert "\x1b" not in told
    assert max(map(len, told.splitlines())) <= 100
    assert "[kısa]2" in told
    assert "[başka]2" in told
    assert "sha256:" in told
    assert "bozuk.bin" in told
    for status in Status:
        assert words.say(f"status.{status}", sample.language) in told
    assert "\x1b[" in render_text(sample, width=100, colour=True)


_DEEDS = {
    "tr": (
        "vermek · kime: Örnekköy · neyi: kömür",
        "(sınıflanmamış) · 140–160 kg gümüş [söylenti · aktarılıyor · reddediliyor]",
    ),
    "en": (
        "transfer · to whom: Örnekköy · what: kömür",
        "(not classed) · 140–160 kg gümüş [söylenti · reported · denied]",
    ),
}


def test_terminal_tells_who_did_what(sample: Dossier) -> None:
    told = render_text(sample, width=400)
    for deed in _DEEDS[sample.language]:
        assert deed in told


def test_words_with_several_deeds_are_told_once(sample: Dossier) -> None:
    (report, *_), facts = sample.pages, sample.pages[0].facts
    first = facts.statements[0]
    twice = replace(report, facts=replace(facts, statements=(first, first, *facts.statements[1:])))
    told = render_text(replace(sample, pages=(twice, *sample.pages[1:])), width=400)
    assert told.count(f"“{first.text}”") == 1
    assert told.count(_DEEDS[sample.language][0]) == 2


@pytest.mark.parametrize("tell", [lambda made: render_text(made, width=200), to_markdown])
def test_events_and_ledger_are_told(sample: Dossier, tell: Callable[[Dossier], str]) -> None:
    lang, first = sample.language, sample.pages[0].page.id
    refs = (StatementRef(first, 0), StatementRef(first, 1))
    apart = Conflict("object", ("8 varil gaz", "8 varil yağ"), refs, Verdict.CONTRADICTS, "other-thing")
    events = (
        Event("e1", "transfer", "1920-09", refs, ("amount",), (apart,)),
        Event("e2", "meet", "1921", refs[:1]),  # told once: nothing to lay beside it
    )
    line = LedgerLine("sent", refs[0], thing="kömür", amount="6.200 ton", giver="Selim Bey", when="1920-09")
    rest = LedgerLine("used", refs[1], amount="kalanı", value=300.0, unit="kg", bound="reckoned", polarity="denied")
    told = tell(replace(sample, comparison=replace(sample.comparison, events=events, ledger=Ledger((line, rest)))))
    assert "8 varil gaz ↔ 8 varil yağ (≠" in told
    assert "1.1, 1.2" in told
    assert phrases.word("action", "meet", lang) not in told
    assert phrases.word("stage", "sent", lang) in told
    assert "Selim Bey" in told
    assert words.say("ui.giver", lang) in told, "who gives is told from who receives"
    assert f"kalanı ({words.say('ui.reckoned', lang)}: 300 kg)" in told.replace("\\", "")


def test_terminal_on_a_narrow_screen(sample: Dossier) -> None:
    assert max(map(len, render_text(sample, width=40).splitlines())) <= 40


@pytest.mark.parametrize(
    "payload", ["\x1b[31m\x1b]0;x\x07", "[bold]x[/bold]", "[link=file:///x]y[/link]", ":smile:", "\u202ex"]
)
def test_terminal_is_not_steered(hostile: Callable[[str], Dossier], payload: str) -> None:
    told = render_text(hostile(payload), width=200)
    assert not re.search("[\x00-\x09\x0b-\x1f\u202a-\u202e]", told)
    assert clean(payload) in told


def test_trace_on_a_terminal(sample: Dossier) -> None:
    first, last = sample.pages[0].traces[0], sample.pages[0].traces[-1]
    assert first is not None
    assert last is not None
    offset = sample.pages[0].facts.quotations[0].span.start
    alone = Trace(first.text, first.status, tuple(_moved(match, -offset) for match in first.matches), first.searched)
    told = render_trace(alone, sample.witnesses, language="tr")
    assert told.startswith("≠ değiştirilmiş\n")
    assert "kısa ≠ başka" in told
    assert "ornek:kasaba-gazete" in told
    absent = render_trace(last, (), language="en", width=60)
    assert absent.startswith("∅ not found\n")
    assert "411 documents" in absent


def _moved(match: Match, by: int) -> Match:
    differences = tuple(
        trace.Difference(d.kind, d.changes_meaning, d.page.shifted(by), d.witness, d.page_text, d.witness_text, d.rule)
        for d in match.differences
    )
    return Match(
        match.page.shifted(by), match.document, match.witness, match.score, match.chance, match.status, differences
    )


def test_markdown_tells_it(sample: Dossier) -> None:
    told = to_markdown(sample)
    assert "| 2 | kısa | başka |" in told
    assert _DEEDS[sample.language][0] in told
    assert "**başka** bir yol" in told
    assert "bozuk.bin" in told
    rows = [line for line in told.splitlines() if line.startswith("| ")]
    assert len({row.replace("\\|", "").count("|") for row in rows}) <= 4


MARKDOWN = [
    ("<script>", r"\<script\>"),
    ("[a](javascript:x)", r"\[a\](javascript:x)"),
    ("# başlık", r"\# başlık"),
    ("1. madde", r"1\. madde"),
    ("- madde", r"\- madde"),
    ("a | b", r"a \| b"),
    ("iki\n\nsatır", "iki satır"),
    ("www.example.org", r"www\.example.org"),
    ("a@example.org", r"a\@example.org"),
    ("&lt;", r"\&lt;"),
    ("`kod`", r"\`kod\`"),
]


@pytest.mark.parametrize(("text", "escaped"), MARKDOWN)
def test_markdown_is_escaped(text: str, escaped: str) -> None:
    assert escape_markdown(text) == escaped


@pytest.mark.parametrize("payload", ["<img src=x>", "[a](http://x)", "`` ` ``", "| a |", "\u202ex", "```"])
def test_markdown_of_a_hostile_page(hostile: Callable[[str], Dossier], payload: str) -> None:
    told = to_markdown(hostile(payload))
    outside = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", told.replace("\\`", ""))
    assert "<img" not in outside.replace("\\<", "")
    assert "](http" not in outside.replace("\\]", "")
    assert "\u202e" not in told


DATES = [
    ("1920-04-26", "26 Nisan 1920", "26 April 1920"),
    ("1921-05", "Mayıs 1921", "May 1921"),
    ("1921", "1921", "1921"),
    ("1921-23", "1921 sonbaharı", "autumn 1921"),
    ("192X", "1920’li yıllar", "the 1920s"),
    ("1919-05-19/1922-09-09", "19 Mayıs 1919 – 9 Eylül 1922", "19 May 1919 – 9 September 1922"),
    ("1921-05?", "Mayıs 1921 (kesin değil)", "May 1921 (uncertain)"),
    ("1921%", "1921 dolayları (kesin değil)", "about 1921 (uncertain)"),
    ("1921/..", "1921 ve sonrası", "from 1921"),
    ("2017-03-13T11:52", "13 Mart 2017, 11:52", "13 March 2017, 11:52"),
    ("2017-03-13T11:52:00+03:00", "13 Mart 2017, 11:52 +03:00", "13 March 2017, 11:52 +03:00"),
    ("1921-13", "1921-13", "1921-13"),
    ("bozuk", "bozuk", "bozuk"),
    ("", "", ""),
]


@pytest.mark.parametrize(("edtf", "turkish", "english"), DATES)
def test_dates_in_words(edtf: str, turkish: str, english: str) -> None:
    assert (in_words(edtf, "tr"), in_words(edtf, "en")) == (turkish, english)


def test_citation_says_only_what_is_known() -> None:
    bare = Witness("k:1", "söz", "k")
    assert cite(bare, "tr") == "“başlıksız belge”, tarihsiz [k:1]"
    assert csl(bare) == {"id": "k:1", "type": "document", "archive": "k"}
    full = Witness("k:2", "söz", "k", "Açış", "Ali Rıza", "1919/1920~", "Nutuklar", "II", "3-4", "https://example.org")
    assert cite(full, "en", Span(2, 5)) == ("Ali Rıza, “Açış”, 1919 – about 1920, Nutuklar, vol. II, 3-4 [k:2, 2–5]")
    assert csl(full)["issued"] == {"date-parts": [[1919], [1920]], "circa": True}


def test_best_witness_of_every_stretch() -> None:
    def match(start: int, end: int, document: str) -> Match:
        return Match(Span(start, end), document, Span(0, 1), 1.0, 0.0, Status.VERBATIM, ())

    text = "bir iki üç dört beş altı"
    found = Trace(text, Status.SPLICED, (match(0, 10, "a"), match(11, 19, "b"), match(0, 9, "c")), Searched(3, "ab"))
    assert [m.document for m in primary_matches(found)] == ["a", "b"]
    told = collate_trace(text, Span(0, len(text)), found, by_id(()))
    assert [collation.match.document for collation in told.others] == ["c"]
    assert [span.of(text) for span in told.uncovered] == ["altı"]


def test_the_command_is_quoted(hostile: Callable[[str], Dossier]) -> None:
    assert again(hostile("a b; rm -rf /")).endswith("-- 'a b; rm -rf /' 'a b; rm -rf /'")


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80), st.integers(5, 60))
def test_shortened_text_keeps_its_length(text: str, most: int) -> None:
    assert len(shorten(text, most)) <= most
    assert "\n" not in shorten(text, most)


def test_presenters_are_loaded_only_when_asked_for() -> None:
    code = (
        "import sys, tanik.dossier.html, tanik.dossier.terminal, tanik.dossier.markdown, tanik.dossier.json;"
        "print([name for name in ('rich', 'jinja2', 'markupsafe', 'jsonschema') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
