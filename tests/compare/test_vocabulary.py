"""Words newer than the day they are given to: the tables, the counts and the finding."""

from __future__ import annotations

import csv
import sys
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.compare.choices import coined_words, is_another_word, rivals_of
from tanik.compare.model import Examined, Finding, FindingKind
from tanik.compare.run import run
from tanik.compare.usage import Usage
from tanik.compare.vocabulary import is_late, weigh_words
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.dossier.messages import message
from tanik.facts.model import Facts, Quotation, QuotationForm
from tanik.page.model import Page, Segment, SegmentKind, Source
from tanik.trace.memory import Memory
from tanik.trace.model import Status, Trace, Witness

SAYINGS = [
    tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))
    for name in ("invented_sayings", "invented_sayings_fourth")
]
QUOTED = "Bu okul her yıl açılacak, öğretmen gelecek, çocuklar orada yazı yazacak ve kitap okuyacaktır elbette."
PERIOD = "Mektepte muallim, orduda zabit; millet istiklalini böyle müdafaa eder, hükümet de ziraati temin eder."


def documents(text: str, count: int, date: str = "1920-05-01") -> list[Witness]:
    return [Witness(f"a:{date}-{number}", text, "a", date=date) for number in range(count)]


@pytest.mark.parametrize(
    ("word", "head", "newer"),
    [
        ("okulda", "okul", True),
        ("ogretmenlerimiz", "ogretmen", True),
        ("mektebinde", "mektep", False),
        ("muallimlerin", "muallim", False),
        ("bagimsizligimiz", "bagimsizli", None),
        ("kapi", "", None),
    ],
)
def test_a_word_stands_against_its_rivals(word: str, head: str, newer: bool | None) -> None:
    found = rivals_of(word)
    if newer is None:
        assert found is None or found.head != head
    else:
        assert found is not None
        assert (found.head, found.is_newer) == (head, newer)


def test_every_coined_word_has_an_older_one_a_year_and_a_source() -> None:
    rows = list(csv.DictReader(files("tanik.compare").joinpath("data", "coined.csv").read_text("utf-8").splitlines()))
    assert len(rows) >= 200
    assert len({row["word"] for row in rows}) == len(rows)
    for row in rows:
        assert row["older"], row
        assert 1920 < int(row["year"]) < 1980, row
        assert row["source"], row
        assert row["word"] in row["example"], row
        assert all(form and " " not in form for form in row["forms"].split("|")), row
    assert not {"millet", "hürriyet", "istiklal"} & set(coined_words())


def test_documents_are_counted_and_not_occurrences() -> None:
    usage = Usage(Memory([*documents("mektep mektebe mektebin", 3), *documents("mektup", 2)]))
    assert usage.documents("mektep", "1921-01-01") == 3
    assert usage.documents("mektep", "1919-12-31") == 0
    assert usage.documents("mektep", "1921-01-01", "1920-06-01") == 0


def test_a_short_head_is_found_with_its_suffixes() -> None:
    usage = Usage(Memory([*documents("okulumuzda", 2), *documents("okumak", 4)]))
    assert usage.documents("okul", "1921-01-01") == 2


def test_newer_words_speak_for_a_later_day_and_older_ones_against() -> None:
    usage = Usage(Memory(documents(PERIOD, 12)))
    choices = {one.word: one.weight for one in weigh_words("okul ve mektep", "1921-01-01", usage)}
    assert choices["okul"] > 3
    assert choices["mektep"] < 0


def test_the_language_of_the_day_is_not_late() -> None:
    early = Usage(Memory(documents(PERIOD, 12)))
    assert is_late(weigh_words(QUOTED, "1921-01-01", early))
    assert not is_late(weigh_words(f"{QUOTED} {PERIOD}", "1921-01-01", early))
    in_use = Usage(Memory([*documents(PERIOD, 12), *documents("okul öğretmen yazı kitap çocuk", 12)]))
    assert not is_late(weigh_words(QUOTED, "1921-01-01", in_use))


def test_before_the_reform_tells_nothing_of_a_text_written_after_it() -> None:
    usage = Usage(Memory(documents(PERIOD, 12)))
    assert not is_late(weigh_words(QUOTED, "1936-01-01", usage))


def test_a_coined_word_is_late_only_before_its_year() -> None:
    usage = Usage(Memory(documents("hiç", 1)))
    early, late = (weigh_words("okul", day, usage)[0] for day in ("1921-01-01", "1936-01-01"))
    assert early.coined is not None
    assert early.weight > 3 > late.weight
    assert late.coined is None


def _findings(status: Status, speaker: str = "Talat Paşa") -> list[Finding]:
    evidence = Memory(documents(PERIOD, 12, "1920-05-01"))
    span = Span(0, len(QUOTED))
    page = Page("p1", Source("0" * 64, "text/plain"), QUOTED, (Segment(SegmentKind.PARAGRAPH, span, "test"),))
    quotation = Quotation(span, QUOTED, QuotationForm.SPEECH, "“”", "test", speaker=speaker)
    one = Examined(page, Facts(quotations=(quotation,)), (Trace(QUOTED, status, (), evidence.searched),))
    return [found for found in run((one,), (), evidence).findings if found.kind is FindingKind.VOCABULARY]


def test_an_absent_quotation_in_newer_words_is_told() -> None:
    (found,) = _findings(Status.ABSENT)
    assert found.rule == "words-not-yet-coined"
    assert dict(found.details)["coined"] == "okul (1934), öğretmen (1934)"
    assert dict(found.details)["whose"] == "death"  # the page gives no day
    assert {"log_likelihood", "documents", "source"} == {what for what, _ in found.because}
    assert _findings(Status.VERBATIM) == []


def _as_taken_down(speeches_wheel: Path) -> list[Witness]:
    """The collection without any text in newer words, as the benchmark judges by it."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))
    from corpus import read_speeches

    return [one for one in read_speeches(speeches_wheel) if ":wikisource-" not in one.id and one.date]


def test_invented_sayings(speeches_wheel: Path) -> None:
    """Floors for both sides; the figures of the first run stand in the documentation on quality."""
    usage = Usage(Memory(_as_taken_down(speeches_wheel)))
    for sayings in SAYINGS:
        late = [is_late(weigh_words(text, "1922-12-31", usage)) for text in sayings["newer"]]
        genuine = [is_late(weigh_words(text, "1922-12-31", usage)) for text in sayings["older"]]
        assert sum(late) >= 0.9 * len(late)
        assert sum(genuine) == 0


@pytest.mark.parametrize(
    ("written", "word", "another"),
    [
        ("eylemesi", "eylem", True),
        ("eylemek", "eylem", True),
        ("eylemler", "eylem", False),
        ("yaşamıyorduk", "yaşam", True),
        ("yaşamı", "yaşam", False),
        ("tanımadığı", "tanım", True),
        ("tanımlar", "tanım", False),
        ("işlemeyeceği", "işlem", True),
        ("işlemler", "işlem", False),
        ("ölümlü", "olumlu", True),
        ("olumlu", "olumlu", False),
        ("devrimizin", "devrim", True),
        ("devrimler", "devrim", False),
        ("kanidirler", "kanıt", True),
        ("sürecektir", "süreç", True),
        ("süreçte", "süreç", False),
        ("bildirir", "bildiri", True),
        ("karşıdır", "karşıt", True),
        ("öğretmenlerimiz", "öğretmen", False),
        ("sağlamaktadır", "sağlamak", False),
    ],
)
def test_an_older_word_that_begins_alike_is_not_the_coined_one(written: str, word: str, another: bool) -> None:
    coined = {one.word: one for one in coined_words().values()}[word]
    assert is_another_word(written, coined) == another


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from((QUOTED + " " + PERIOD).split()), max_size=30))
def test_spans_read_back_their_words_and_order_changes_no_sum(words: list[str]) -> None:
    usage = Usage(Memory(documents(PERIOD, 5)))
    text = " ".join(words)
    choices = weigh_words(text, "1921-01-01", usage)
    turned = weigh_words(" ".join(reversed(words)), "1921-01-01", usage)
    assert all(fold(one.span.of(text)).startswith(one.word[:-1]) for one in choices)
    assert {one.word for one in choices} == {one.word for one in turned}
    assert abs(sum(one.weight for one in choices) - sum(one.weight for one in turned)) < 1e-9


def test_the_finding_says_whose_day_it_is() -> None:
    (found,) = _findings(Status.ABSENT)
    assert "15 Mart 1921 tarihinde (söyleyenin ölüm günü)" in message(found, "tr")
    assert "on 15 March 1921 (the day the speaker died)" in message(found, "en")
