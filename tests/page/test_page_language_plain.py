"""A text that is called Turkish without asking the model is one that the model calls Turkish too."""

from __future__ import annotations

import itertools

import pytest

from tanik.page.language import _by_model, _is_plainly_turkish

_TURKISH = (
    "Kışın kapanan yol ilkbaharda açıldı ve köylüler ağır yükleri çarşıya taşımaya başladı. Bu iş için her evden bir "
    "kişi çağrıldı; ne var ki sayıları azdı. Kâtip olanları deftere yazdı, sonra da defteri kaybetti. "
)
_OTHERS = {
    "en": "The road was closed in winter and opened again in spring, when the people of the village carried it down. ",
    "de": "Im Winter war die Straße gesperrt, und erst im Frühling trugen die Leute des Dorfes ihre Lasten ab. ",
    "fr": "La route était fermée en hiver et ne fut rouverte qu'au printemps, quand les gens du village descendirent. ",
    "ku": "Rê di zivistanê de girtî bû û di biharê de vebû, wê demê xelkê gund barên xwe yên giran birin bazarê. ",
    "az": "Qışda bağlanan yol yazda açıldı və kəndlilər ağır yükləri bazara daşımağa başladılar, amma sayları az idi. ",
    "uz": "Qishda yopilgan yo'l bahorda ochildi va qishloq odamlari og'ir yuklarni bozorga tashiy boshladilar. ",
}


def _mixed(other: str, of_ten: int) -> str:
    """Ten stretches of 160 characters, so many of them in the other language."""
    turkish, strange = itertools.cycle(_TURKISH), itertools.cycle(other)
    parts = [strange if number < of_ten else turkish for number in range(10)]
    return " ".join("".join(itertools.islice(part, 160)) for part in parts)


def test_plain_turkish_needs_no_model() -> None:
    assert _is_plainly_turkish(_TURKISH)


@pytest.mark.parametrize("language", _OTHERS)
def test_other_languages_are_never_taken_for_it(language: str) -> None:
    assert not _is_plainly_turkish(_OTHERS[language] * 8)


@pytest.mark.parametrize("of_ten", range(10))
@pytest.mark.parametrize("language", _OTHERS)
def test_where_it_is_plain_the_model_says_so_too(language: str, of_ten: int) -> None:
    text = _mixed(_OTHERS[language], of_ten)
    assert not _is_plainly_turkish(text) or _by_model(text)[0] == "tr"
