"""A role on an English page: an English reader sees the page's words, a Turkish reader the Turkish name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import tanik
from tanik.dossier.html import to_html
from tanik.dossier.markdown import to_markdown
from tanik.dossier.model import Dossier
from tanik.dossier.terminal import render_text

_PAGE = "In May 1921 the bank in Smyrna sent 400 rifles to Mustafa Kemal Pasha. Nobody in the town knew of it.\n"


def _dossier(folder: Path, lang: str) -> Dossier:
    page = folder / "page.txt"
    page.write_text(_PAGE, encoding="utf-8")
    return tanik.check([page], language=lang, fast=True)


@pytest.mark.parametrize("form", [render_text, to_markdown, to_html])
def test_common_nouns_are_told_in_the_readers_own_words(tmp_path: Path, form: Callable[[Dossier], str]) -> None:
    english, turkish = (form(_dossier(tmp_path, lang)) for lang in ("en", "tr"))
    assert "400 tüfek" not in english
    assert "400 rifles" in english
    assert "400 tüfek" in turkish
    assert "Mustafa Kemal Atatürk" in english
    assert "Mustafa Kemal Atatürk" in turkish
