"""Labels of minutes and interviews, things named by habit, sayings led in without marks, headings that send."""

from __future__ import annotations

import re

import pytest

from tanik.core.span import Span
from tanik.facts.quotations.find import find_quotations
from tanik.facts.quotations.turns import read_labels
from tanik.facts.quotations.words import alternation
from tanik.page.model import Page, Segment, SegmentKind, Source


def _page(text: str) -> Page:
    segments, at = [], 0
    for line in text.split("\n"):
        if line:
            segments.append(Segment(SegmentKind.PARAGRAPH, Span(at, at + len(line)), "test"))
        at += len(line) + 1
    return Page("p1", Source("0", "text/plain"), text, tuple(segments), language="tr")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Reis: Tahir Bey\nReis sordu: “Değirmeni kim bekliyordu?”", "Tahir Bey"),
        ("Anlatan: Emine Korkmaz (E)\nE: Annem “kapıyı sürgüleyin çocuklar” dedi.", "Emine Korkmaz'ın annesi"),
        ("Saat: On\nŞahit sustu, sonra “ben görmedim, duydum” dedi.", "Şahit"),
    ],
)
def test_a_label_says_who_speaks(text: str, speaker: str) -> None:
    (found,) = find_quotations(_page(text))
    assert found.speaker == speaker


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Köyde halk “çifte kavak” der.", []),
        ("Onu “ovanın sesi” olarak karşıladılar.", []),
        ("Teyzem “susun, geliyorlar” diye kapattı.", ["susun, geliyorlar"]),
        ("Kaptanın dediği gibi, denizi bilmeyen rüzgâra küser.", ["denizi bilmeyen rüzgâra küser."]),
        ("Kaptanın dediği gibi, gemi 1921 yazında limana girdi.", []),
        ("Ustam hep şunu anlatırdı; taş sabırla yontulur.", ["taş sabırla yontulur."]),
    ],
)
def test_what_is_somebodys_words(text: str, words: list[str]) -> None:
    assert [one.text for one in find_quotations(_page(text))] == words


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Vali gece tel çekti: “Yol kapandı, un bitiyor.”", "telegram"),
        ("Kapıda “giren unutur, çıkan anlatır” yazıyordu.", "document"),
        ("Vali kürsüye çıktı. Bir genç “ekmek nerede kaldı” deyince güldüler.", "direct"),
        ("Bizde bir laf vardır, “ocağı söndüren külünü savuramaz” derler.", "proverb"),
    ],
)
def test_forms(text: str, form: str) -> None:
    (found,) = find_quotations(_page(text))
    assert str(found.form) == form


def test_a_label_must_be_a_name() -> None:
    labels = read_labels("Konu: deniz ve kara\nYazan: Salih Deniz\nSüre: 40 dakika")
    assert dict(labels.offices) == {"yazan": "Salih Deniz"}


def test_a_branching_pattern_prefers_the_longest_form() -> None:
    forms = ("de", "der", "derdi", "dedi", "söz", "söz aldı")
    pattern = re.compile(alternation(forms))
    assert [pattern.match(form).group() for form in forms] == list(forms)  # type: ignore[union-attr]
