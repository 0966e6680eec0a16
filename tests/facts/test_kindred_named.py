"""An Azerbaijani phrase is put into Turkish with the endings that hold it together, or stays as the page has it."""

from __future__ import annotations

import pytest

from tanik.facts.statements.lexis.kindred_named import kindred_phrase


@pytest.mark.parametrize(
    ("phrase", "turkish"),
    [
        ("şəhər idarəsi", "şehir idaresi"),
        ("hökumətin tərkibi", "hükûmetin kadrosu"),
        ("qəzetin nəşri", "gazetenin yayını"),
        ("ordu zabitləri", "ordu subayları"),
        ("qızlar məktəbi", "kızlar okulu"),
        ("qızlar məktəb", "kızlar okulu"),
        ("yeni məktəbi", "yeni okul"),
        ("xarici ölkələr", "harici ülkeler"),
        ("fəhlələr", "işçiler"),
        ("məktəb", "okul"),
        ("500 kq qızıl", "500 kq altın"),
        ("partiyanın birinci müavini", "partinin birinci yardımcısı"),
    ],
)
def test_endings_go_along(phrase: str, turkish: str) -> None:
    assert kindred_phrase(phrase.split(), {}) == turkish


@pytest.mark.parametrize(
    "phrase", ["növbəti görüş", "növbətçi dəstələri", "məktəbdə görüş", "Müsəlman üzvləri", "диҝәр мәктәбләр"]
)
def test_half_a_phrase_is_no_phrase(phrase: str) -> None:
    assert kindred_phrase(phrase.split(), {}) is None


@pytest.mark.parametrize(
    ("phrase", "turkish"),
    [
        ("Gürcüstan hökuməti", "Gürcistan hükûmeti"),
        ("Gürcüstanın ordusu", "Gürcistan'ın ordusu"),
        ("Gürcüstanda ordu", None),
    ],
)
def test_names_inside_are_put_into_turkish(phrase: str, turkish: str | None) -> None:
    assert kindred_phrase(phrase.split(), {"Gürcüstan": "Gürcistan"}) == turkish
