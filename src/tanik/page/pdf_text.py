"""The text layer of a PDF: which words stand where on which leaf.

Comes in: the bytes of a PDF. Goes out: its *leaves*, each with *pieces*: stretches of one line without a wide gap,
with their box in points from the leaf's lower left corner as a reader holds it. PDFium (through pypdfium2) reads the
file; of the libraries with a free licence that give boxes it was the fastest by far (see the benchmarks). A PDF says
nothing of lines, columns or paragraphs: those are worked out from the boxes, elsewhere.
"""

from __future__ import annotations

import ctypes
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tanik.errors import NotText, PageError, TooLarge

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, raw

__all__ = ["Leaf", "Piece", "open_pdf", "read_leaves", "stated"]

# One stretch of instructions; PDFium itself would unpack up to 1 GB.
_MAX_STREAM: Final = 32 * 1024 * 1024
_MAX_UNPACKED: Final = 400 * 1024 * 1024
_MAX_LEAVES: Final = 5_000
_MAX_CHARS: Final = 5_000_000
_STREAM: Final = re.compile(rb"stream\r?\n")
_FLATE: Final = re.compile(rb"/(?:FlateDecode|Fl)\b")
_IMAGE: Final = re.compile(rb"/Subtype\s*/Image\b")
_PASSWORD: Final = 4
_HYPHENS: Final = {"\x02": "-", "\ufffe": "-", "\u00ad": "-"}
# Raised by a fifth of its neighbour's height and a fifth smaller: the mark of a note.
_RAISED: Final = 0.2
_SMALLER: Final = 0.85
_NOTE: Final = re.compile(r"^(?:\d{1,3}|\*{1,3}|[†‡])$")
_MARKS: Final = frozenset("0123456789*†‡")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one line between two wide gaps, with the box around them.

    `base` and `size` are where most of its characters begin and how high they are set: the box of a letter with a dot
    or a breve above (İ, ğ) is higher than the line's.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    base: float
    size: float

    @property
    def middle(self) -> float:
        """Height of the line's middle above the leaf's lower edge."""
        return self.base + self.size / 2


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of the PDF, counted from 1; `label` is the name the file itself gives it, or None."""

    number: int
    label: str | None
    width: float
    height: float
    pieces: tuple[Piece, ...]


@dataclass(slots=True)
class _Pen:
    """The piece that is being put together."""

    chars: list[str] = field(default_factory=list)
    left: float = 0.0
    bottom: float = 0.0
    right: float = 0.0
    top: float = 0.0
    raised: int = -1
    boxes: list[tuple[float, float]] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

    def lift(self) -> None:
        """Close the piece that is being written: what follows stands elsewhere, or in another size."""
        self._end_raised()
        text = "".join(self.chars).strip()
        if text:
            base, size = self.setting()
            self.pieces.append(Piece(text, self.left, self.bottom, self.right, self.top, base, size))
        self.chars.clear()
        self.boxes.clear()

    def setting(self) -> tuple[float, float]:
        """(foot, height) of most characters so far."""
        heights = sorted((top - bottom, bottom) for bottom, top in self.boxes)
        size, base = heights[(len(heights) - 1) // 2]
        return base, size

    def _end_raised(self) -> None:
        """A raised number is a note's mark; in brackets it cannot be read as digits of the word before it."""
        if self.raised >= 0:
            mark = "".join(self.chars[self.raised :]).strip()
            if _NOTE.match(mark):
                self.chars[self.raised :] = [f"[{mark}]"]
            self.raised = -1

    def _is_mark(self, char: str, bottom: float) -> bool:
        """Whether a character above its neighbour's foot is set above the line too, as the mark of a note is.

        Some files (LibreOffice writes such) give a letter that reaches below the line (g, y, ğ) a lower foot than the
        others: a plain number behind one stands above its neighbour, but on the line.
        """
        if self.raised >= 0:
            return True
        base, size = self.setting()
        return (char in _MARKS or self.chars[-1].isdigit()) and bottom - base > _RAISED * size

    def put(self, char: str, box: tuple[float, float, float, float]) -> None:
        """Take one character with its box (left, bottom, right, top) into the piece that is being written."""
        left, bottom, right, top = box
        foot, last = self.boxes[-1] if self.boxes else (bottom, top)
        height = last - foot
        if self.chars:
            small = top - bottom < _SMALLER * height
            inside = small and bottom - foot > _RAISED * height and bottom < last
            if inside and left >= self.right - height and self._is_mark(char, bottom):
                if self.raised < 0:
                    self.raised = len(self.chars)
                self.chars.append(char)
                self.right = max(self.right, right)
                return
            level = abs((top + bottom) - (last + foot)) < 0.7 * max(height, top - bottom)
            if not level or left - self.right > 0.9 * height or left < self.left - 0.5 * height:
                self.lift()
            else:
                self._end_raised()
        if not self.chars:
            self.left, self.bottom, self.right, self.top = left, bottom, right, top
        self.chars.append(char)
        self.boxes.append((bottom, top))
        self.right = max(self.right, right)
        self.bottom, self.top = min(self.bottom, bottom), max(self.top, top)

    def blank(self) -> None:
        if self.chars and self.chars[-1] != " ":
            self._end_raised()
            self.chars.append(" ")


def _unpacked(data: bytes, layers: int, limit: int) -> int:
    """How many bytes `data` comes to, unpacked `layers` times; no more than `limit` are held at once."""
    for _ in range(layers):
        try:
            data = zlib.decompressobj().decompress(data, limit)
        except zlib.error:
            return len(data)
    return len(data)


def _refuse_bombs(data: bytes) -> None:
    """Packed streams are tried before PDFium is let at them; pictures are never unpacked for their text."""
    total = 0
    for match in _STREAM.finditer(data):
        head = data[data.rfind(b"obj", max(0, match.start() - 2000), match.start()) : match.start()]
        layers = len(_FLATE.findall(head))
        if not layers or _IMAGE.search(head):
            continue
        end = data.find(b"endstream", match.end())
        size = _unpacked(data[match.end() : end if end >= 0 else len(data)], min(layers, 4), _MAX_STREAM + 1)
        total += size
        if size > _MAX_STREAM or total > _MAX_UNPACKED:
            raise TooLarge("the PDF unpacks to far more than its size; print it to a new PDF and hand that in")


def open_pdf(data: bytes) -> PdfDocument:
    """The PDF in `data`. Raises `PageError` if it is locked, `NotText` if it is damaged, `TooLarge` if it is a bomb."""
    import pypdfium2

    _refuse_bombs(data)
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            raise PageError("the PDF is locked with a password; save a copy without one and hand that in") from error
        raise NotText("the PDF is cut off or damaged; get a whole copy of the file") from error


def stated(pdf: PdfDocument, key: str) -> str | None:
    """A property of the PDF ("Title", "Author"), or None if it says nothing."""
    value: str = pdf.get_metadata_value(key)
    return " ".join(value.replace("\x00", " ").split()) or None


@dataclass(frozen=True, slots=True)
class _Frame:
    """What of a leaf is shown: its lower left corner and size before it is turned clockwise by `turn` quarters."""

    left: float
    bottom: float
    width: float
    height: float
    turn: int

    def shown(self, box: raw.FS_RECTF) -> tuple[float, float, float, float]:
        """The box as it stands on the leaf that a reader holds."""
        left, right = box.left - self.left, box.right - self.left
        bottom, top = box.bottom - self.bottom, box.top - self.bottom
        if self.turn == 1:
            return bottom, self.width - right, top, self.width - left
        if self.turn == 2:
            return self.width - right, self.height - top, self.width - left, self.height - bottom
        if self.turn == 3:
            return self.height - top, left, self.height - bottom, right
        return left, bottom, right, top

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as shown."""
        return (self.height, self.width) if self.turn % 2 else (self.width, self.height)


def _pieces(textpage: object, frame: _Frame) -> tuple[Piece, ...]:
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    unicode_of, box_of, place = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox, ctypes.byref(box)
    pen = _Pen()
    high = 0
    for at in range(raw.FPDFText_CountChars(textpage)):
        code = unicode_of(textpage, at)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code, high = (0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD), 0
        char = chr(code) if code < 0x110000 else "\ufffd"
        char = _HYPHENS.get(char, char)
        if char in "\r\n":
            pen.lift()
        elif char.isspace() or char == "\x00":
            pen.blank()
        elif box_of(textpage, at, place):
            pen.put(char, frame.shown(box))
    pen.lift()
    return tuple(pen.pieces)


def _frame(page: object) -> _Frame:
    """A cropped leaf does not begin at nought, and its size is the crop's."""
    from pypdfium2 import raw

    turn = raw.FPDFPage_GetRotation(page)
    sides = [ctypes.c_float() for _ in range(4)]
    refs = [ctypes.byref(side) for side in sides]
    for get in (raw.FPDFPage_GetCropBox, raw.FPDFPage_GetMediaBox):
        if get(page, *refs):
            (left, right), (bottom, top) = (sorted((sides[at].value, sides[at + 2].value)) for at in (0, 1))
            return _Frame(left, bottom, right - left, top - bottom, turn)
    # ISO 32000-2, 7.7.3.3: a leaf must have one; where none is found PDFium shows a letter's.
    return _Frame(0.0, 0.0, 612.0, 792.0, turn)


def read_leaves(pdf: PdfDocument) -> Iterator[Leaf]:
    """The leaves of the PDF in order. Raises `TooLarge` past 5,000 leaves or 5,000,000 characters."""
    import pypdfium2

    count = len(pdf)
    if count > _MAX_LEAVES:
        raise TooLarge(f"{count:,} leaves, at most {_MAX_LEAVES:,} are read; hand in the part that matters")
    chars = 0
    for at in range(count):
        try:
            page = pdf[at]
            textpage = page.get_textpage()
        except pypdfium2.PdfiumError:
            yield Leaf(at + 1, None, 0.0, 0.0, ())
            continue
        frame = _frame(page.raw)
        chars += textpage.count_chars()
        if chars > _MAX_CHARS:
            raise TooLarge(f"a PDF of more than {_MAX_CHARS:,} characters; hand in the part that matters")
        yield Leaf(at + 1, _label(pdf, at), *frame.size, _pieces(textpage.raw, frame))
        textpage.close()
        page.close()


def _label(pdf: PdfDocument, at: int) -> str | None:
    label: str = pdf.get_page_label(at)
    return label.strip() or None
