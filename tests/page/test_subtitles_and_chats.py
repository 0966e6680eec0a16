"""Films and chats: subtitles, pasted transcripts and exported messages are read as what was said, by whom and when."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.dossier.html import to_html
from tanik.dossier.terminal import render_text
from tanik.errors import EmptyPage, NotText
from tanik.facts.read import read as read_facts
from tanik.front import check
from tanik.page.chats import read_chat
from tanik.page.model import Page
from tanik.page.read import read
from tanik.page.subtitles import read_transcript

_ROLLING = """WEBVTT
Kind: captions
Language: tr

00:00:00.080 --> 00:00:02.310 align:start position:0%
\x20
sel<00:00:00.400><c> köprüyü</c><c> 1931 eylülünde</c>

00:00:02.310 --> 00:00:02.320 align:start position:0%
sel köprüyü 1931 eylülünde
\x20

00:00:02.320 --> 00:00:05.190 align:start position:0%
sel köprüyü 1931 eylülünde
yıktı<00:00:02.800><c> ve</c><c> dört kişi</c><c> öldü</c>

00:00:05.190 --> 00:00:09.000
[Müzik]

00:00:21.000 --> 00:00:24.000
<v Nermin Örnek>kasaba üç ay yolsuz kaldı</v>
"""
_SUBRIP = (
    "1\r\n00:01:01,000 --> 00:01:03,500\r\n<i>Vali 1920 Eylül'ünde</i>\r\nköye 200 kilo un gönderdi.\r\n\r\n"
    "2\r\n00:01:03,600 --> 00:01:06,000\r\n- Kim getirdi?\r\n- Unu muhtar getirdi.\r\n"
)
_PASTED = "Köprünün hikâyesi\n0:00\nmerhaba bugün\n0:04\nkasabanın köprüsünü\n0:09\nanlatacağım\n1:02:03\nson söz\n"
_CHAT = (
    "12.03.2021 14:20 - Mesajlar uçtan uca şifrelidir.\n"
    "12.03.2021 14:22 - Ayşe Örnek: Köprü 1931'de yıkıldı.\n"
    "12.03.2021 14:22 - Ayşe Örnek: <Medya dahil edilmedi>\n"
    "12.03.2021 14:25 - +90 532 000 00 00: O yıl değil.\nSel 1932'de geldi.\n"
    "12.03.2021 14:26 - Ayşe Örnek: Bu mesaj silindi\n"
)


def _page(text: str, name: str = "a.txt") -> Page:
    page = read(text.encode(), path=name)
    assert all(page.text[mark.span.start : mark.span.end].strip() for mark in page.landmarks)
    return page


def test_rolling_captions_are_read_once_and_lead_to_the_second() -> None:
    page = _page(_ROLLING, "film.vtt")
    first, second = page.segments
    assert page.source.media_type == "text/vtt"
    assert page.language == "tr"
    assert first.span.of(page.text) == "sel köprüyü 1931 eylülünde yıktı ve dört kişi öldü"
    assert (second.author, second.span.of(page.text)) == ("Nermin Örnek", "kasaba üç ay yolsuz kaldı")
    assert [(mark.path, mark.span.of(page.text).strip()) for mark in page.landmarks] == [
        ("t=0", "sel köprüyü 1931 eylülünde"),
        ("t=2", "yıktı ve dört kişi öldü"),
        ("t=21", "kasaba üç ay yolsuz kaldı"),
    ]


def test_a_sentence_over_two_cues_is_one_sentence() -> None:
    page = _page(_SUBRIP, "film.srt")
    assert page.source.media_type == "application/x-subrip"
    assert page.text.split("\n\n") == [
        "Vali 1920 Eylül'ünde köye 200 kilo un gönderdi.",
        "Kim getirdi?",
        "Unu muhtar getirdi.",
    ]
    sent = read_facts(page, fast=True).statements[0]
    assert (sent.action, sent.when, sent.firsts["subject"].text) == ("transfer", "1920-09", "Vali")


@pytest.mark.parametrize("mark", ["{0}\n", "{0} ", "[{0}] ", "({0}) ", "00:{0} - "])
def test_a_pasted_transcript_has_no_times_in_its_sentences(mark: str) -> None:
    said = ("kasabaya", "1931'de", "sel geldi", "ve köprü", "yıkıldı")
    pasted = "".join(f"{mark.format(f'0{at}:1{at}')}{words}\n" for at, words in enumerate(said))
    page = _page(pasted)
    assert page.text == "kasabaya 1931'de sel geldi ve köprü yıkıldı"
    assert [landmark.path for landmark in page.landmarks] == [f"t={61 * at + 10}" for at in range(5)]


def test_what_stands_above_a_transcript_is_its_title() -> None:
    page = _page(_PASTED)
    assert page.title == "Köprünün hikâyesi"
    assert page.landmarks[-1].path == "t=3723"


@pytest.mark.parametrize(
    "text",
    [
        "08:30 Kalktık.\n09:00 Yola çıktık.\n10:10 Vardık.\n11:00 Döndük.",  # clock times of a day
        "0:00 bir\n0:05 iki\n0:03 üç\n0:09 dört",  # not in order: scores, not times
        "0:01 bir\n0:05 iki\nuzun bir yazı\nbaşka bir yazı\ndaha başka bir yazı\n0:09 üç\n0:12 dört",
        "0:01 bir\n0:05 iki",
    ],
)
def test_other_texts_with_times_stay_as_they_are(text: str) -> None:
    assert read_transcript(text) is None
    assert _page(text).text == text


def test_each_message_of_a_chat_has_its_writer_and_its_minute() -> None:
    page = _page(_CHAT)
    assert page.text == _CHAT
    told = [(part.author, part.published, part.span.of(_CHAT)) for part in page.segments if part.kind == "comment"]
    assert told == [
        ("Ayşe Örnek", "2021-03-12T14:22", "Köprü 1931'de yıkıldı."),
        ("+90 532 000 00 00", "2021-03-12T14:25", "O yıl değil.\nSel 1932'de geldi."),
    ]
    noted = [part.span.of(_CHAT) for part in page.segments if part.kind == "boilerplate"]
    assert len(noted) == 3
    assert "silindi" in noted[2]
    assert {one.attributed_to for one in read_facts(page, fast=True).statements} <= {"Ayşe Örnek", "+90 532 000 00 00"}


@pytest.mark.parametrize(
    ("head", "minute"),
    [
        ("[12.03.2021 14:22:05] {0}: ", "2021-03-12T14:22"),
        ("\u200e[12.03.2021, 14:22:05] {0}: ", "2021-03-12T14:22"),
        ("12/03/2021, 14:22 - {0}: ", "2021-03-12T14:22"),
        ("3/14/21, 2:22 PM - {0}: ", "2021-03-14T14:22"),
        ("12.03.2021 ÖS 2:22 - {0}: ", None),
        ("12.03.21 2:22 ÖS - {0}: ", "2021-03-12T14:22"),
        ("{0}, [12.03.2021 14:22]\n", "2021-03-12T14:22"),
        ("31.02.2021 14:22 - {0}: ", "?"),
    ],
)
def test_headers_of_each_program(head: str, minute: str | None) -> None:
    made = read_chat(f"{head.format('Ayşe')}Sel geldi.\n\n{head.format('Ali Örnek')}Gelmedi.\n")
    if minute is None:
        assert made is None
        return
    assert made is not None
    told = [part for part in made.segments if part.kind == "comment"]
    assert [part.author for part in told] == ["Ayşe", "Ali Örnek"]
    assert {part.published for part in told} == {None if minute == "?" else minute}


@pytest.mark.parametrize(
    "text",
    ["Köprü 12.03.2021 14:22 - Ayşe: yıkıldı.", "12.03.2021 14:22 - Ayşe: tek ileti", "Ayşe: geldi\nAli: gelmedi"],
)
def test_what_is_no_export_is_none(text: str) -> None:
    assert read_chat(text) is None


_LINE = st.text(st.characters(codec="utf-8"), max_size=30)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4000), _LINE), max_size=12), st.sampled_from(["vtt", "srt", "txt", "chat"]))
def test_any_lines_are_read_with_their_places(lines: list[tuple[int, str]], form: str) -> None:
    clock = [f"00:{at // 60:02d}:{at % 60:02d}" for at, _ in lines]
    shapes = {
        "vtt": "{0}.000 --> {0}.900\n{1}\n\n",
        "srt": "1\n{0},000 --> {0},900\n{1}\n\n",
        "txt": "{0} {1}\n",
        "chat": "12.03.2021 14:22 - Ayşe: {1}\n",
    }
    body = "".join(shapes[form].format(at, words) for at, (_, words) in zip(clock, lines, strict=True))
    text = ("WEBVTT\n\n" if form == "vtt" else "") + body + "\nson satır\n"
    try:
        page = _page(text)
    except (EmptyPage, NotText):
        return  # nothing but marks, or control characters
    assert all(part.span.end <= len(page.text) for part in page.segments)


def test_a_dossier_says_at_which_second_words_were_spoken(tmp_path: Path) -> None:
    film = tmp_path / "film.srt"
    film.write_text(_SUBRIP, encoding="utf-8")
    dossier = check([film], fast=True)
    shown = to_html(dossier)
    assert '<p class="leaf">1:03</p>' in shown  # beside the last paragraph
    assert '<span class="leaf">1:01</span>' in shown  # the statement's row
    assert "(1:01)" in render_text(dossier)
