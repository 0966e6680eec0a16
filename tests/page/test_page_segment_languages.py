"""The language of a segment, whatever the format: a Turkish page with a paragraph in another language."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from tanik.page.read import read

from .bound import docx, epub, odt, tei, wiki
from .paper import HEIGHT, broken, pdf, set_lines

_TURKISH = (
    "Kervansarayın ahır katı kırk deve alırdı; üst kattaki odaların ocağı kışın hiç sönmez, yolcular bakır "
    "ibriklerini külün üstünde ısıtırlardı."
)
_ENGLISH = (
    "The traveller counted forty camels in the yard and wrote that the innkeeper charged nothing for water, but a "
    "great deal for the straw."
)


def _paragraphs(form: str) -> str:
    return "".join(form.format(text) for text in (_TURKISH, _ENGLISH, _TURKISH))


def _text(form: str) -> bytes:
    return _paragraphs(form).encode()


def _pdf() -> bytes:
    def draw(canvas: object) -> None:
        top = HEIGHT - 60
        for text in (_TURKISH, _ENGLISH, _TURKISH):
            top = set_lines(canvas, (40, top), broken(text, 340, 10), 10) - 14  # type: ignore[arg-type]

    return pdf([draw])


_MADE: dict[str, Callable[[], bytes]] = {
    "han.html": partial(_text, "<p>{}</p>"),
    "han.txt": partial(_text, "{}\n\n"),
    "han.md": partial(_text, "{}\n\n"),
    "han.pdf": _pdf,
    "han.docx": lambda: docx(_paragraphs("<w:p><w:r><w:t>{}</w:t></w:r></w:p>")),
    "han.odt": lambda: odt(_paragraphs("<text:p>{}</text:p>")),
    "han.epub": lambda: epub({"bir": _paragraphs("<p>{}</p>")}),
    "han.tei": lambda: tei(_paragraphs("<p>{}</p>")).encode(),
    "han.xml": lambda: wiki(("Han", _paragraphs("{}\n\n"))).encode(),
}


@pytest.mark.parametrize("name", _MADE)
def test_a_paragraph_in_another_language(name: str) -> None:
    page = read(_MADE[name](), path=name)
    assert page.language == "tr"
    foreign = [part for part in page.segments if part.language == "en"]
    assert [" ".join(part.span.of(page.text).split()) for part in foreign] == [_ENGLISH]
    assert {part.language for part in page.segments} == {None, "en"}
