"""People of a town are not the town: "-li" makes an adjective of it (Göksel & Kerslake 2005, 7.2.2.1)."""

from __future__ import annotations

import pytest

from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def _subject(text: str) -> str | None:
    facts = read_facts(read_page(f"{text}\n".encode(), path="a.txt"))
    found = [one.first("subject") for one in facts.statements]
    return next((role.name or role.text for role in found if role is not None), None)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1921'de Ereğlili madenciler Ankara'ya 40 vagon kömür gönderdi.", "Ereğlili madenciler"),
        ("1921'de Ereğlili genç madenciler Ankara'ya 40 vagon kömür gönderdi.", "Ereğlili genç madenciler"),
        ("1920'de Antepli gönüllüler şehre girdi.", "Antepli gönüllüler"),
        ("1921'de Ereğli 40 vagon kömür gönderdi.", "Ereğli"),
        ("1921'de Ereğli Belediyesi 40 vagon kömür gönderdi.", "Ereğli Belediyesi"),
    ],
)
def test_people_of_a_town_are_told_whole(text: str, wanted: str) -> None:
    assert _subject(text) == wanted
