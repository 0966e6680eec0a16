"""Where names end, which words make one, and how Turkish writes what an Azerbaijani or English page names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.core.span import Span
from tanik.core.suffixes import endings_of
from tanik.facts.model import Name, NameKind
from tanik.facts.names.find import find_names
from tanik.facts.names.turkish import turkish_form
from tanik.page.model import Page, Segment, SegmentKind, Source


def _names(text: str, language: str = "tr", *, fast: bool = True) -> tuple[Name, ...]:
    segment = Segment(SegmentKind.PARAGRAPH, Span(0, len(text)), "test")
    return find_names(Page("p", Source("0", "text/plain"), text, (segment,), language=language), fast=fast)


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("Henrynin", "Henry"),
        ("Piggyyi", "Piggy"),
        ("Moravyanın", "Moravya"),
        ("Handunenin", "Handune"),
        ("Lubumbashiyi", "Lubumbashi"),
        ("Bartındaydı", "Bartın"),
        ("Vezirköydedir", "Vezirköy"),
    ],
)
def test_endings_by_sound(word: str, stem: str) -> None:
    assert endings_of(word)[0].stem == stem


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Heyet Gediz muharebesinden sonra döndü.", [("Gediz muharebesi", "event")]),
        ("Orduyu Konya isyanı yordu.", [("Konya isyanı", "event")]),
        ("Türk savaşı diye bir şey yoktur.", []),
        ("defteri hüseyin hüsnü paşa tutmuş", [("hüseyin hüsnü paşa", "person")]),
        (
            "Tahkikat Komisyonu ile Galata Elçiliği yazıştı.",
            [("Tahkikat Komisyonu", "organisation"), ("Galata Elçiliği", "organisation")],
        ),
        ("O yıl Zafer Bayramı sönük geçti.", []),
    ],
)
def test_words_that_make_a_name(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(name.text, str(name.kind)) for name in _names(text)] == wanted


def test_a_stem_that_two_forms_share() -> None:
    alone = {name.text for name in _names("Doktor Wetterich geldi. Vali Rovnikanın evine gittik.", fast=False)}
    page = "Vali Rovnikanın evine gittik. Rovnikadan haber yok. Albay Rovnikaya sordum."
    assert all(name.text == "Rovnika" for name in _names(page) if name.text.startswith("Rov"))
    assert "Wetterich" in alone


@pytest.mark.parametrize(
    ("text", "kind", "language", "turkish"),
    [
        ("Qars müqaviləsi", NameKind.EVENT, "az", "Kars Antlaşması"),
        ("Həmid Sultanov", NameKind.PERSON, "az", "Hamid Sultanov"),
        ("Сеид Ҹәфәров", NameKind.PERSON, "az", "Seid Ceferov"),
        ("Ərzaq Komissarlığı", NameKind.ORGANISATION, "az", "Erzak Komiserliği"),
        ("Şəfiqə xanım", NameKind.PERSON, "az", "Şefika Hanım"),
        ("Armistice of Mudanya", NameKind.EVENT, "en", "Mudanya Mütarekesi"),
        ("Sivas Congress", NameKind.EVENT, "en", "Sivas Kongresi"),
        ("Battle of Nowhere", NameKind.EVENT, "en", None),
        ("Kars Antlaşması", NameKind.EVENT, "tr", None),
    ],
)
def test_turkish_forms(text: str, kind: NameKind, language: str, turkish: str | None) -> None:
    assert turkish_form(text, kind, language) == turkish


def test_an_azerbaijani_page_names_its_bearers_in_turkish() -> None:
    names = _names("Qars müqaviləsini Həmid Sultanov imzaladı.", "az")
    assert ("Qars müqaviləsi", "Kars Antlaşması") in [(name.text, name.name) for name in names]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=40), st.sampled_from(["az", "en", "tr"]))
def test_any_text_has_a_turkish_form_or_none(text: str, language: str) -> None:
    form = turkish_form(text, NameKind.PERSON, language)
    assert form is None or isinstance(form, str)
    assert form is None or not set("əƏқә") & set(form)
