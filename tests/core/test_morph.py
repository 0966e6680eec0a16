"""Word forms: stems of names with and without apostrophe, cases of common words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.core.morph import case_of, cases_of, is_common, readings, split_suffix
from tanik.core.suffixes import Case, endings_of, read_ending

_SPLIT = [
    ("Nerimanov'a", "Nerimanov", "dative"),
    ("Nerimanovun", "Nerimanov", "genitive"),
    ("Azerbaycandan", "Azerbaycan", "ablative"),
    ("Paşaya", "Paşa", "dative"),
    ("Bakü’den", "Bakü", "ablative"),
    ("Trabzonun", "Trabzon", "genitive"),
    ("Karabekirin", "Karabekir", "genitive"),
    ("Ankara'daki", "Ankara", "locative"),
    ("Meclisi'nde", "Meclisi", "locative"),
    ("Meclisinde", "Meclisi", "locative"),
    ("Ermenilerden", "Ermeni", "ablative"),
    ("Hamdi'ninki", "Hamdi", "genitive"),
    ("Zonguldağa", "Zonguldağ", "dative"),
    ("Franklinden", "Franklin", "ablative"),
    ("Temsiliyeye", "Temsiliye", "dative"),
    ("Moskova'yla", "Moskova", "instrumental"),
    ("Rauf'tur", "Rauf", "nominative"),
    ("Sovyetler'e", "Sovyetler", "dative"),
    ("Malatya", "Malatya", "nominative"),
    ("Erzurum", "Erzurum", "nominative"),
    ("Samsun", "Samsun", "nominative"),
    ("Türkiye", "Türkiye", "nominative"),
    ("Şer'iye", "Şer'iye", "nominative"),
    ("Kur'an", "Kur'an", "nominative"),
    ("Heyet-i", "Heyet-i", "nominative"),
]


@pytest.mark.parametrize(("word", "stem", "case"), _SPLIT)
def test_stem_and_case_of_a_name(word: str, stem: str, case: str) -> None:
    form = split_suffix(word)
    assert (form.stem, str(form.case)) == (stem, case)


def test_evidence_of_the_page_goes_before_the_law_of_sounds() -> None:
    assert split_suffix("Nerimanova", known={"Nerimanova"}.__contains__).stem == "Nerimanova"
    assert split_suffix("Nerimanova", known={"Nerimanov"}.__contains__).stem == "Nerimanov"
    assert split_suffix("Zonguldağa", known={"Zonguldak"}.__contains__).stem == "Zonguldağ"
    assert split_suffix("Harolda", known={"Harold"}.__contains__).case == Case.DATIVE


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("hükümetine", Case.DATIVE),
        ("askerlerden", Case.ABLATIVE),
        ("vaka", Case.NOMINATIVE),
        ("mektubun", Case.GENITIVE),
        ("trenle", Case.INSTRUMENTAL),
        ("cephede", Case.LOCATIVE),
        ("köprüyü", Case.ACCUSATIVE),
    ],
)
def test_case_of_a_common_word(word: str, case: Case) -> None:
    assert case_of(word) == case
    assert case in cases_of(word)


def test_with_his_is_written_with_its_y() -> None:
    assert [str(one.case) for one in readings("okula")] == ["dative"]
    assert not any(one.possessive for one in readings("kurula"))
    assert any(one.possessive and one.case is Case.INSTRUMENTAL for one in readings("yoluyla"))


def test_the_dictionary_tells_common_words_from_names() -> None:
    assert is_common("ordular")
    assert not is_common("Nerimanov")
    assert any(reading.negative for reading in readings("gelmedi"))
    assert readings("") == ()


def test_only_suffixes_stand_behind_an_apostrophe() -> None:
    assert read_ending("nin") == (Case.GENITIVE, False)
    assert read_ending("lere") == (Case.DATIVE, True)
    assert read_ending("neill") is None


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60) | st.text(alphabet="aeıioöuünlrdty'’ĞÜİI", max_size=20))
def test_stem_and_suffix_are_the_words_own_letters(word: str) -> None:
    form = split_suffix(word)
    assert word.startswith(form.stem)
    assert word.endswith(form.suffix)
    assert all(word == form.stem + form.suffix for form in endings_of(word))
    assert cases_of(word)


@pytest.mark.parametrize(
    ("word", "stem", "case"),
    [
        ("bunu", "bu", "accusative"),
        ("Şuna", "Şu", "dative"),
        ("onun", "o", "genitive"),
        ("ondan", "o", "ablative"),
        ("bunda", "bu", "locative"),
        ("bunları", "bunlar", "accusative"),
        ("onlar", "onlar", "nominative"),
        ("on", "on", "nominative"),
        ("Bunyan", "Bunyan", "nominative"),
    ],
)
def test_the_n_before_an_ending_is_no_part_of_a_demonstrative(word: str, stem: str, case: str) -> None:
    form = split_suffix(word)
    assert (form.stem, str(form.case)) == (stem, case)
