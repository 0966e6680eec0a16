"""Bytes to text: which encoding, and what was found damaged.

Comes in: the bytes of one page and what its carrier declared. Goes out: its text and a list of repairs. Valid
UTF-8 is believed before any declaration, because hardly any text of another encoding is valid UTF-8 by chance;
then the declaration; then the letters. Latin-5 (ISO-8859-9) is read as windows-1254, as browsers do (WHATWG
Encoding Standard). Only what no reader sees is taken out (byte order marks, soft hyphens, zero-width
characters), and letters are composed (NFC); a damaged letter stays as it stands, and is counted.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from tanik.core.tables import read_toml
from tanik.errors import EmptyPage, NotText, TooLarge
from tanik.page.model import Repair
from tanik.page.styled import plain_letters

__all__ = ["INVISIBLE", "MAX_BYTES", "Decoded", "damage_of", "declared_charset", "decode", "mend"]

MAX_BYTES: Final = 25 * 1024 * 1024
READ: Final = "HTML, text, Markdown, PDF, DOCX, ODT, EPUB, TEI and MediaWiki XML are read"

INVISIBLE: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff\x00"))
_INVISIBLE_NAMES: Final = {"\u00ad": "soft hyphen", "\x00": "NUL"}
_INVISIBLE: Final = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff\x00]")

# One or two NULs are dirt, not an alphabet.
_FEW_NULS: Final = 2
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{3,40})""", re.I)
_XML: Final = re.compile(rb"""^\s*<\?xml[^>]{0,120}encoding\s*=\s*["']([A-Za-z0-9_:.\-]{3,40})["']""")
# The letters of windows-1254 that windows-1252 has not: ğ ı ş Ğ İ Ş where Latin-1 shows ð ý þ Ð Ý Þ.
_TURKISH_SIX: Final = re.compile(r"[ðýþÐÝÞ]")
_LATIN_ONE: Final = frozenset({"latin-1", "iso8859-1", "cp1252", "ascii", "windows-1252"})

# UTF-8 pairs shown as two letters of Latin-1/1252 or of Latin-5/1254; ğ ı ş İ begin with Ä and Å.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")
_TRAIL: Final = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_MOJIBAKE: Final = re.compile(f"[ÃÄÅÂÐÑ]{_TRAIL}|â{_TRAIL}{{2}}")
_MOJIBAKE_LEAST: Final = 3

_LIGATURES: Final = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_LIGATURE: Final = re.compile("[\ufb00-\ufb06]")
# The same bytes in Apple's Turkish and Roman code pages: 0xDA to 0xDF (Unicode, APPLE/TURKISH.TXT and ROMAN.TXT).
_MAC_TURKISH: Final = str.maketrans("⁄¤€‹›\ufb01\ufb02", "ĞğğİıŞş")
_MAC_LETTER: Final = re.compile(r"(?<=[^\W\d_])[›¤\ufb02](?=[^\W\d_]|[›¤\ufb02])")
_ICELANDIC: Final = re.compile("[áéóúæ]")
_FEW_WORDS: Final = 5
_LATIN_FIVE: Final = str.maketrans("ðýþÐÝÞ", "ğışĞİŞ")
_TURKISH: Final = re.compile("[ğışĞİŞ]")
# Accents that a typesetter drew over or under a letter of their own (TeX's OT1 fonts); the dot of İ stands before it.
_DRAWN: Final = re.compile(
    r"(?P<before>[\u00a8\u02c6\u02d8\u02d9\u00b8])[ ]?(?P<on>[A-Za-zı])|(?P<letter>[A-Za-z])[ ]?\u00b8"
)
_COMBINING: Final = {"\u00a8": "\u0308", "\u02c6": "\u0302", "\u02d8": "\u0306", "\u02d9": "\u0307", "\u00b8": "\u0327"}

_DAMAGE: Final = (
    (
        "question_mark_for_letter",
        "?",
        re.compile(r"(?<=[^\W\d_])\?(?=[a-zçğıöşü])|(?<=\s)\?(?=[a-zçğıöşü]{2})"),
        "a question mark stands for a lost letter or apostrophe; kept as it stands",
    ),
    (
        "latin5_font_letters",
        "›‹¤",
        re.compile(r"(?<=[^\W\d_])[›‹¤](?=[^\W\d_]|[›‹¤\s.,;])|(?<=[^\W\d_])fl(?=[›aeıioöuü])"),
        "letters of a Macintosh font stand for ı İ ğ ş; kept as they stand",
    ),
    (
        "accent_for_apostrophe",
        "`´",
        re.compile(r"(?<=[^\W\d_])[`´](?=[^\W\d_])"),
        "a grave or acute accent stands for the apostrophe; kept as it stands",
    ),
    (
        "replacement_character",
        "\ufffd",
        re.compile("\ufffd"),
        "bytes that are no letter in the encoding; shown as U+FFFD",
    ),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text with the encoding it was read in (a Python codec name) and what was repaired."""

    text: str
    encoding: str
    repairs: tuple[Repair, ...]


def _signatures() -> tuple[tuple[int, bytes, str], ...]:
    rows = read_toml("tanik.page", "signatures.toml")["format"]
    return tuple((row.get("at", 0), bytes.fromhex(row["hex"]), row["name"]) for row in rows)


_SIGNATURES: Final = _signatures()


def _refuse_binary(data: bytes) -> None:
    for offset, magic, name in _SIGNATURES:
        if data.startswith(magic, offset):
            raise NotText(f"this is {name}, not text; {READ}")


def declared_charset(data: bytes) -> str | None:
    """The encoding that an HTML or XML page declares in its first 4096 bytes, as written there."""
    match = _META.search(data, 0, 4096) or _XML.match(data[:4096])
    return match[1].decode("ascii") if match else None


def _codec(name: str | None) -> str | None:
    """The Python codec for a declared name, Latin-5 widened to windows-1254, or None if there is none."""
    try:
        found = codecs.lookup((name or "").strip()).name
    except LookupError:
        return None
    return {"iso8859-9": "cp1254", "iso8859-1": "cp1252"}.get(found, found)


def _wide_guess(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of western text is NUL."""
    head = data[:4096]
    if len(head) < 4:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > max(0.4 * half, _FEW_NULS) and even < 0.1 * half:
        return "utf-16-le"
    if even > max(0.4 * half, _FEW_NULS) and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _single_byte_guess(data: bytes) -> str:
    """windows-1251 where most letters are high bytes (Cyrillic), else windows-1254 (Turkish)."""
    sample = data[:200_000]
    high = sum(byte >= 0xC0 for byte in sample)
    letters = high + sum(chr(byte).isalpha() for byte in sample if byte < 0x80)
    return "cp1251" if high > 0.5 * max(letters, 1) and high > 20 else "cp1254"


def _nearly_utf8(data: bytes) -> str | None:
    """The text as UTF-8 if at most one high byte in twenty is out of place."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    high = len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))
    return text if bad and bad * 20 <= high else None


def _read(data: bytes, declared: str | None) -> tuple[str, str]:
    """(text, codec) by mark, by validity, by declaration, by the letters."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), name
    wide = _wide_guess(data)
    if wide:
        return data.decode(wide, "replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    codec = _codec(declared)
    if codec and codec not in {"utf-8", "utf-16", "utf-32", "utf-7", "idna", "punycode"}:
        try:
            return data.decode(codec), codec
        except (UnicodeError, LookupError, AssertionError):
            pass
    nearly = _nearly_utf8(data)
    if nearly is not None:
        return nearly, "utf-8"
    guess = _single_byte_guess(data)
    return data.decode(guess, "replace"), guess


def _latin_five(text: str, data: bytes, codec: str) -> tuple[str, str, list[Repair]]:
    """Undo a declaration of Latin-1 over Turkish text: ð ý þ come out as ğ ı ş."""
    count = len(_TURKISH_SIX.findall(text)) if codec in _LATIN_ONE else 0
    if count < _MOJIBAKE_LEAST or len(re.findall("[ýþ]", text)) * 2 < count:
        return text, codec, []
    note = f"declared as {codec}, but its letters are those of windows-1254; read as such"
    return data.decode("cp1254", "replace"), "cp1254", [Repair("latin5_as_latin1", count, note)]


def _as_bytes(match: str, codec: str) -> bytes:
    """What `match` was before it was misread: C1 codes that the code page leaves open stand for themselves."""
    return b"".join(char.encode(codec) if char > "\x9f" or char < "\x80" else bytes([ord(char)]) for char in match)


def _undo_mojibake(text: str) -> tuple[str, list[Repair]]:
    """Turn UTF-8 that was read as Latin-5 or Latin-1 back into its letters, where every such pair allows it."""
    if len(_MOJIBAKE.findall(text[:400_000])) < _MOJIBAKE_LEAST:
        return text, []
    count = 0

    def back(match: re.Match[str]) -> str:
        """The letter that was read as several, or the letters as they stand; letters read back are counted."""
        nonlocal count
        for codec in ("cp1252", "cp1254"):
            try:
                letter = _as_bytes(match[0], codec).decode("utf-8")
            except UnicodeError:
                continue
            count += 1
            return letter
        return match[0]

    mended = _MOJIBAKE.sub(back, text)
    note = "UTF-8 had been read as a single-byte encoding; read back"
    return (mended, [Repair("mojibake", count, note)]) if count >= _MOJIBAKE_LEAST else (text, [])


def _compose(text: str) -> tuple[str, list[Repair]]:
    if unicodedata.is_normalized("NFC", text):
        return text, []
    count = sum(1 for char in text if unicodedata.combining(char))
    return unicodedata.normalize("NFC", text), [Repair("decomposed", max(count, 1), "letters composed (NFC)")]


def _drop_invisible(text: str) -> tuple[str, list[Repair]]:
    found = _INVISIBLE.findall(text)
    if not found:
        return text, []
    kinds = sorted({_INVISIBLE_NAMES.get(char, "zero-width or direction mark") for char in found})
    return text.translate(INVISIBLE), [Repair("invisible", len(found), f"taken out: {', '.join(kinds)}")]


def _is_misread_latin_five(text: str) -> bool:
    """Whether ð, ý and þ stand for ğ, ı and ş: no right one stands beside them, nor the á, é and ó of Icelandic."""
    count = len(_TURKISH_SIX.findall(text))
    right, icelandic = len(_TURKISH.findall(text)), len(_ICELANDIC.findall(text))
    return count >= _MOJIBAKE_LEAST and right * 5 <= count and icelandic * 3 <= count


def _open_ligatures(text: str) -> tuple[str, list[Repair]]:
    count = len(_LIGATURE.findall(text))
    if not count:
        return text, []
    return text.translate(_LIGATURES), [Repair("ligature", count, "ligatures written as their letters (ﬁ as fi)")]


def _undo_mac_turkish(text: str) -> tuple[str, list[Repair]]:
    """Letters of Apple's Turkish code page shown as its Roman one, where ş is shown as a ligature and none is meant."""
    count = len(_MAC_LETTER.findall(text))
    if count < _MOJIBAKE_LEAST or not _LIGATURE.search(text) or len(_TURKISH.findall(text)) * 5 > count:
        return text, []
    note = "letters of Apple's Turkish code page had been read as its Roman one; read back"
    return text.translate(_MAC_TURKISH), [Repair("mac_turkish", count, note)]


def _undo_latin_five(text: str) -> tuple[str, list[Repair]]:
    """Turkish letters of Latin-5 shown as Latin-1, where no right one stands beside them (Icelandic has á, é and ó)."""
    count = len(_TURKISH_SIX.findall(text))
    if not _is_misread_latin_five(text):
        return text, []
    note = "letters of windows-1254 had been read as windows-1252; read back"
    return text.translate(_LATIN_FIVE), [Repair("latin5_as_latin1", count, note)]


def _set_accents(text: str) -> tuple[str, list[Repair]]:
    """Put accents that stand beside their letters on them."""
    count = 0

    def on_letter(match: re.Match[str]) -> str:
        """The letter with its accent on it, or both as they stand where there is no such letter."""
        nonlocal count
        accent = match["before"] or "\u00b8"
        letter = match["on"] or match["letter"]
        composed = unicodedata.normalize("NFC", letter + _COMBINING[accent])
        if len(composed) > 1:
            return match[0]
        count += 1
        return composed

    found = _DRAWN.sub(on_letter, text)
    return (
        (found, [Repair("drawn_accent", count, "accents drawn beside their letters put on them")])
        if count
        else (text, [])
    )


def mend(text: str) -> tuple[str, tuple[Repair, ...]]:
    """The text of a document whose letters were told by a font, with what fonts do to Turkish undone; lines stay lines.

    A font's code page is known only by its fruits, so the text should come whole.

    >>> mend("Bu y\xfdl a\xf0a\xe7lar \xe7ok meyve verdi, ba\xfekan sevindi.")[0]
    'Bu yıl ağaçlar çok meyve verdi, başkan sevindi.'
    """
    repairs: list[Repair] = []
    for step in (
        _undo_mac_turkish,
        _undo_latin_five,
        _undo_mojibake,
        _set_accents,
        _open_ligatures,
        plain_letters,
        _compose,
        _drop_invisible,
    ):
        text, found = step(text)
        repairs += found
    return text, tuple(repairs)


def damage_of(text: str) -> tuple[Repair, ...]:
    """What letters of a page's visible `text` are damaged: counted, and kept as they stand.

    >>> damage_of("Okulun kap?s? y?k?ld?, kâ??t yetmedi.")[0].kind
    'question_mark_for_letter'
    """
    found = []
    for kind, signs, pattern, note in _DAMAGE:
        count = len(pattern.findall(text)) if any(sign in text for sign in signs) else 0
        if count >= (1 if kind == "replacement_character" else 3):
            found.append(Repair(kind, count, note))
    if _is_misread_latin_five(text):
        note = "letters of windows-1254 shown as those of windows-1252 (ş as þ); kept, and read as what they stand for"
        found.append(Repair("latin1_letters", len(_TURKISH_SIX.findall(text)), note))
    lines = _in_capitals(text)
    if lines:
        note = "lines all in capitals; kept, and compared by Turkish case with or without the dot of the İ"
        found.append(Repair("capitals", lines, note))
    return tuple(found)


def _in_capitals(text: str) -> int:
    """How many lines of five words or more are in capitals, where they make up a third of the text."""
    lines = [line for line in text.split("\n") if line.strip()]
    high = [line for line in lines if len(line.split()) >= _FEW_WORDS and line.upper() == line and line.lower() != line]
    return len(high) if sum(map(len, high)) * 3 >= len(text) else 0


def _looks_binary(text: str) -> bool:
    sample = text[:65_536]
    control = len(_CONTROL.findall(sample))
    return control > max(8, 0.02 * len(sample))


def decode(data: bytes, *, declared: str | None = None, limit: int = MAX_BYTES) -> Decoded:
    """The text of a page's `data` as it is shown, lines ending in a line feed.

    `declared` is the encoding its carrier named (an HTTP header), believed before the page's own. Raises
    `EmptyPage`, `NotText` (with what it looks like) or `TooLarge` (over `limit` bytes).

    >>> decode("Şubat ayı".encode("cp1254"), declared="windows-1254").text
    'Şubat ayı'
    """
    if len(data) > limit:
        raise TooLarge(f"{len(data):,} bytes, and at most {limit:,} are read; hand in the part that matters")
    if not data.strip(b" \t\r\n\f\v\x00\xef\xbb\xbf"):
        raise EmptyPage("there is nothing in it but white space" if data else "the input is empty")
    _refuse_binary(data)
    text, codec = _read(data, declared or declared_charset(data))
    if _looks_binary(text):
        raise NotText(f"binary data that is text in no encoding tried; {READ}")
    text, codec, repairs = _latin_five(text, data, codec)
    for step in (_undo_mojibake, _open_ligatures, plain_letters, _compose, _drop_invisible):
        text, found = step(text)
        repairs += found
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise EmptyPage("there is nothing in it but white space")
    return Decoded(text, codec, tuple(repairs))
