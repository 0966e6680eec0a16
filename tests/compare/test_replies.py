"""Replies that reject a post: which words do, and what they are held against. Posts of our own."""

from __future__ import annotations

import pytest

from tanik.compare.model import Examined, Finding
from tanik.compare.replies import check_replies, rejects_at
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page

_POST = """Değirmen Defteri
@degirmendefteri
·
12 May 2021
Karasu köprüsü 1905'te açıldı. Ali Usta 1911'de köye 40 çuval un gönderdi.
14

Veli
@veli56
·
13 May 2021
{reply}
3
"""


def _found(text: str) -> list[tuple[Finding, list[str]]]:
    page = read_page(text.encode(), path="x.txt")
    examined = Examined(page, read_facts(page, fast=True), ())
    return [(one, [place.span.of(page.text) for place in one.places]) for one in check_replies(examined)]


@pytest.mark.parametrize(
    "reply",
    [
        "Yalan.",
        "Kesinlikle yalan!",
        "Bu doğru değil, ustası Hasan'dı.",
        "Palavra",
        "Uydurma o.",
        "Hayır, yalan bunlar.",
    ],
)
def test_a_reply_is_held_against_the_post(reply: str) -> None:
    ((finding, words),) = _found(_POST.format(reply=reply))
    assert finding.rule == "reply-rejects"
    assert dict(finding.details)["who"] == "Veli"
    assert any(one.startswith("Karasu") for one in words)
    assert words[-1] in reply


@pytest.mark.parametrize(
    "reply",
    [
        "kaynak?",
        "Yalan değil, dedem anlatırdı.",
        "Yalan söyleyenler utansın",
        "Doğru, ben de okudum.",
        "Yanlış hatırlamıyorsam 1906 idi",
        "Bu doğru değil mi?",
        "Efsane adamdı Ali Usta",
        "helal olsun",
    ],
)
def test_what_rejects_nothing(reply: str) -> None:
    assert _found(_POST.format(reply=reply)) == []


def test_a_message_answers_the_last_one_of_somebody_else() -> None:
    chat = (
        "[14.05.2022 21:07:33] Nur: Ali Usta 1911'de köye 40 çuval un gönderdi\n"
        "[14.05.2022 21:08:33] Can: günaydın\n"
        "[14.05.2022 21:09:33] Nur: günaydın\n"
        "[14.05.2022 21:15:02] Can: Yalan.\n"
    )
    ((finding, words),) = _found(chat)
    assert words[-1] == "Yalan"
    assert len(finding.places) == 2


def test_below_a_long_text_nobody_knows_what_is_meant() -> None:
    long = " ".join(f"Ali Usta {year}'de köye {year - 1870} çuval un gönderdi." for year in range(1900, 1912))
    assert _found(_POST.format(reply="Yalan.").replace("Karasu köprüsü 1905'te açıldı.", long)) == []


@pytest.mark.parametrize(("text", "end"), [("Bu doğru deyil, …", 14), ("Yalandır", 8), ("That's not true.", 15)])
def test_in_three_languages(text: str, end: int) -> None:
    found = rejects_at(text)
    assert found is not None
    assert found.end == end
