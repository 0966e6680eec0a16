"""How much work looking for renderings is, counted: pages of one pattern are not all laid beside one another."""

from __future__ import annotations

import random

import pytest

from tanik.compare.collate import renderings
from tanik.compare.collate.renderings import Laid, find_renderings
from tanik.core.span import Span

_HEARD = "Ambar memuru {place} iskelesinden {many} çuval arpanın {day} gün içinde geleceğini {verb} ve defteri kapattı."
_PLACES = ("Rize", "Giresun", "Ünye", "Fatsa", "Bafra", "Gerze", "Sinop", "Ayancık", "Cide", "Amasra")
_VERBS = ("bildirdi", "bildirmişti", "bildirmiştir", "bildirecekti")


def _pages(count: int) -> list[Laid]:
    chosen = random.Random(7)
    texts = [
        _HEARD.format(
            place=chosen.choice(_PLACES),
            many=chosen.randint(2, 900),
            day=chosen.randint(2, 90),
            verb=chosen.choice(_VERBS),
        )
        for _ in range(count)
    ]
    return [Laid(text, (Span(0, len(text)),)) for text in texts]


def _compared(monkeypatch: pytest.MonkeyPatch, texts: list[Laid]) -> int:
    calls = 0
    compare = renderings._compared

    def counted(original: str, there: Span, modern: str, here: Span) -> object:
        nonlocal calls
        calls += 1
        return compare(original, there, modern, here)

    monkeypatch.setattr(renderings, "_compared", counted)
    find_renderings(texts)
    monkeypatch.setattr(renderings, "_compared", compare)
    return calls


def test_comparisons_grow_with_the_pages_and_not_with_their_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = (_compared(monkeypatch, _pages(count)) for count in (40, 160))
    assert few > 0
    assert many <= 8 * 160
    assert many <= 4.5 * few


def test_a_rendering_among_many_copies_of_its_original_is_found() -> None:
    old = (
        "Bu sene harbe nihayet verilecek, {number} numaralı kuvvetler geri alınacak, {name} esirleri iade edilecektir."
    )
    new = "Bu yıl savaşa son verilecek, 3 numaralı kuvvetler geri alınacak, Rize esirleri geri verilecektir."
    texts = [old.format(number=number, name=_PLACES[number % 10]) for number in range(1, 30)] + [new]
    found = find_renderings([Laid(text, (Span(0, len(text)),)) for text in texts])
    assert [rendering.modern for rendering in found] == [29]
