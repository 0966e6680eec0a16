"""Encodings and damage, row by row: what comes in, what is read, and what the page says was repaired."""

from __future__ import annotations

import hashlib

import pytest

from tanik.page.decode import damage_of, decode, mend
from tanik.page.read import read

PLAIN = "Şubat sonunda ığdır'a inen çığ, İğneli köyünün ağılını ve kışlık samanını örttü; Güneş üç gün görünmedi."
SAMPLE = PLAIN.encode("cp1254")


def _misread(text: str, codec: str) -> str:
    """UTF-8 shown letter by letter in a single-byte encoding; what that has no letter for shows as its C1 code."""
    return "".join(_shown(byte, codec) for byte in text.encode())


def _shown(byte: int, codec: str) -> str:
    try:
        return bytes([byte]).decode(codec)
    except UnicodeDecodeError:
        return chr(byte)


DECODED = [
    ("windows-1254, declared", SAMPLE, "windows-1254", "cp1254", []),
    ("windows-1254, not declared", SAMPLE, None, "cp1254", []),
    ("ISO-8859-9, declared", PLAIN.encode("iso8859-9"), "ISO-8859-9", "cp1254", []),
    ("ISO-8859-9, declared as Latin-1", PLAIN.encode("iso8859-9"), "iso-8859-1", "cp1254", ["latin5_as_latin1"]),
    ("UTF-8, declared as windows-1254", PLAIN.encode(), "windows-1254", "utf-8", []),
    ("UTF-8 read as Latin-5 and saved", _misread(PLAIN, "cp1254").encode(), None, "utf-8", ["mojibake"]),
    ("UTF-8 read as windows-1252 and saved", _misread(PLAIN, "cp1252").encode(), None, "utf-8", ["mojibake"]),
    ("soft hyphens", PLAIN.replace("ğı", "ğ\u00adı").encode(), None, "utf-8", ["invisible"]),
    (
        "decomposed letters",
        PLAIN.replace("ü", "u\u0308").replace("Ş", "S\u0327").encode(),
        None,
        "utf-8",
        ["decomposed"],
    ),
    ("UTF-16 with a mark", PLAIN.encode("utf-16"), None, "utf-16-le", []),
]


@pytest.mark.parametrize(("name", "data", "declared", "encoding", "repairs"), DECODED, ids=[row[0] for row in DECODED])
def test_encodings(name: str, data: bytes, declared: str | None, encoding: str, repairs: list[str]) -> None:
    found = decode(data, declared=declared)
    assert (found.text, found.encoding, [repair.kind for repair in found.repairs]) == (PLAIN, encoding, repairs)
    page = read(data, media_type=f"text/plain; charset={declared}" if declared else None)
    assert page.source.sha256 == hashlib.sha256(data).hexdigest()
    assert page.text == PLAIN


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("Okulun kap?s? y?k?ld?, kâ??t yetmedi", "question_mark_for_letter", 6),
        ("Ankara?ya, Sivas?a ve Bursa?ya gitti", "question_mark_for_letter", 3),
        ("Ankara´ya, Sivas´a ve Bursa`ya gitti", "accent_for_apostrophe", 3),
        ("yap›lan ›fllerin do¤rusu bu¤day ve ›fl›k", "latin5_font_letters", 4),
        ("Baþbakan yýllarca aðladý durdu", "latin1_letters", 5),
        ("TÜRKIYE'NIN DÖRT YANINDA KÖPRÜLER YAPILDI VE BÜTÜN KÖYLER BIRLEŞTI", "capitals", 1),
        ("KÖPRÜNÜN AÇILIŞ TÖRENİ BÜYÜK BİR KALABALIKLA YAPILDI VE BÜTÜN KÖY GELDİ", "capitals", 1),
    ],
)
def test_damage_that_is_kept_and_told(text: str, kind: str, count: int) -> None:
    told = {repair.kind: repair.count for repair in damage_of(text)}
    assert kind in told
    assert told[kind] >= count or kind != "accent_for_apostrophe"
    assert read(text.encode(), path="a.txt").text == text


@pytest.mark.parametrize(
    "text",
    [
        "Ne oldu? Bilmem. Kim geldi? Sen misin? Ben miyim?",
        "Ankara'ya gitti. TBMM ve TCDD kuruldu; Þórr bir İskandinav adıdır.",
        "GİRİŞ",
        "Bir, iki. ÜÇ DÖRT. Beş altı yedi sekiz dokuz on.",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert damage_of(text) == ()
    assert mend(text) == (text, ())


@pytest.mark.parametrize(
    ("drawn", "meant", "kind"),
    [
        ("o\ufb01s ve \ufb02ora, e\ufb00ektif", "ofis ve flora, effektif", "ligature"),
        ("bas\u00b8kan ac\u00b8ık ag\u0306ac\u0327", "başkan açık ağaç", "drawn_accent"),
        ("\u02d8gelen d\u00a8un", "ğelen dün", "drawn_accent"),
        ("Baþbakan yýllarca aðladý durdu", "Başbakan yıllarca ağladı durdu", "latin5_as_latin1"),
        ("yap›lan ›\ufb02lerin do¤rusu bu¤day ve ›\ufb02›k", "yapılan ışlerin doğrusu buğday ve ışık", "mac_turkish"),
        ("Mec\u00adlis açıl\u200bdı", "Meclis açıldı", "invisible"),
    ],
)
def test_what_fonts_do_to_turkish_is_undone(drawn: str, meant: str, kind: str) -> None:
    text, repairs = mend(drawn)
    assert text == meant
    assert kind in {repair.kind for repair in repairs}


def test_icelandic_keeps_its_letters() -> None:
    text = "Það er satt að þau búa í húsi við ána og hafa þar verið síðan í vor, sagði Þórður við bróður sinn."
    assert mend(text) == (text, ())
