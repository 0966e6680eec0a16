"""Encodings, damage and refusals."""

from __future__ import annotations

import tracemalloc

import pytest

from tanik.errors import EmptyPage, NotText, TooLarge
from tanik.page.decode import MAX_BYTES, damage_of, decode
from tanik.page.read import read

WORDS = "Şubat ayında ığdır'a giden kağnılar İnönü’den geçti, yük ağırdı."
PLAIN = WORDS.replace("’", "'")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (WORDS.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + WORDS.encode(), "utf-8"),
        (WORDS.encode("utf-16"), "utf-16-le"),
        (WORDS.encode("utf-16-le"), "utf-16-le"),
        (WORDS.encode("utf-16-be"), "utf-16-be"),
        (b"\x00\x00\xfe\xff" + WORDS.encode("utf-32-be"), "utf-32-be"),
        (WORDS.encode("cp1254"), "cp1254"),
    ],
)
def test_encodings_are_told(data: bytes, encoding: str) -> None:
    found = decode(data)
    assert (found.text, found.encoding) == (WORDS, encoding)


@pytest.mark.parametrize("declared", ["windows-1254", "iso-8859-9", "ISO-8859-9", "latin5", "no-such-code"])
def test_declared_encodings(declared: str) -> None:
    page = f'<meta http-equiv="content-type" content="text/html; charset={declared}"><p>{PLAIN}</p>'
    assert PLAIN in decode(page.encode("cp1254")).text


def test_cyrillic_without_a_declaration() -> None:
    words = "Письмо было отправлено в Москву двадцать шестого апреля тысяча девятьсот двадцатого года."
    assert decode(words.encode("cp1251")).text == words


@pytest.mark.parametrize("misread", ["cp1252", "cp1254", "latin-1"])
def test_utf8_read_as_one_byte_a_letter_is_read_back(misread: str) -> None:
    broken = "".join(
        char.encode().decode(misread, "ignore") if len(char.encode().decode(misread, "ignore")) > 1 else char
        for char in PLAIN
    )
    found = decode(broken.encode())
    assert found.text == PLAIN
    assert [repair.kind for repair in found.repairs] == ["mojibake"]


def test_turkish_declared_as_latin_one() -> None:
    found = decode(b"<meta charset=iso-8859-1>" + PLAIN.encode("cp1254"))
    assert PLAIN in found.text
    assert found.repairs[0].kind == "latin5_as_latin1"


@pytest.mark.parametrize(
    ("text", "shown", "kind"),
    [
        ("Mec\u00adlis açıl\u00addı", "Meclis açıldı", "invisible"),
        ("\u200bMeclis\ufeff açıldı", "Meclis açıldı", "invisible"),
        ("As\u0327ar kalktı", "Aşar kalktı", "decomposed"),
    ],
)
def test_what_no_reader_sees_is_taken_out(text: str, shown: str, kind: str) -> None:
    found = decode(text.encode())
    assert (found.text, [repair.kind for repair in found.repairs]) == (shown, [kind])


def test_references_to_invisible_characters_are_left_out_of_html() -> None:
    page = read("<html><p>Mec&shy;lis&#8203; bugün açıl&#173;dı &amp; dağıldı.</p>".encode())
    assert page.text == "Meclis bugün açıldı & dağıldı."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Okulun kap?s? y?k?ld?, kâ??t yetmedi", "question_mark_for_letter"),
        ("yap›lan ›fllerin do¤rusu bu¤day ve ›fl›k", "latin5_font_letters"),
        ("Ankara´ya, Sivas´a ve Bursa`ya gitti", "accent_for_apostrophe"),
    ],
)
def test_damaged_letters_are_counted_and_kept(text: str, kind: str) -> None:
    assert kind in [repair.kind for repair in damage_of(text)]
    assert read(text.encode()).text == text


@pytest.mark.parametrize("text", ["Ne oldu? Bilmem. Kim? Sen? Ben?", "Ankara'ya gitti.", "Fiyatı 5 € idi"])
def test_sound_text_has_no_damage(text: str) -> None:
    assert damage_of(text) == ()


@pytest.mark.parametrize("data", [b"", b"  \n\t ", b"\xef\xbb\xbf", b"\x00\x00", "\u200b\u00ad".encode()])
def test_empty_input(data: bytes) -> None:
    with pytest.raises(EmptyPage):
        read(data)


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<script>x=1</script>", "<html><p hidden>a</p></html>"])
def test_html_without_visible_text(page: str) -> None:
    with pytest.raises(EmptyPage):
        read(page.encode(), path="x.html")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"\x89PNG\r\n\x1a\n\x00", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"SQLite format 3\x00", "SQLite"),
        (bytes(range(256)) * 40, "binary"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, name: str) -> None:
    with pytest.raises(NotText, match=name):
        read(data)


def test_a_too_large_input_is_refused_at_once() -> None:
    data = b"a" * (2 * MAX_BYTES)
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge, match="52,428,800"):
            read(data)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < len(data) // 100  # nothing of it was unpacked, decoded or copied


def test_line_ends_become_line_feeds() -> None:
    assert decode(b"bir\r\niki\rdort").text == "bir\niki\ndort"
