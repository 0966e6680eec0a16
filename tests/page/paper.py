"""Small PDFs set for the tests: every line where it is asked to stand, in a font that has the Turkish letters."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import reportlab
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 420.0, 595.0
_FONTS = Path(reportlab.__file__).parent / "fonts"
pdfmetrics.registerFont(TTFont("Vera", str(_FONTS / "Vera.ttf")))
pdfmetrics.registerFont(TTFont("VeraBd", str(_FONTS / "VeraBd.ttf")))


def broken(text: str, width: float, size: float) -> list[str]:
    """`text` broken into lines of at most `width` points."""
    return list(simpleSplit(text, "Vera", size, width))


def set_lines(canvas: Canvas, place: tuple[float, float], lines: Sequence[str], size: float = 9) -> float:
    """Set lines from `place` downwards; returns how high the next one would stand."""
    left, top = place
    canvas.setFont("Vera", size)
    for line in lines:
        canvas.drawString(left, top, line)
        top -= 1.28 * size
    return top


def set_columns(canvas: Canvas, columns: Sequence[Sequence[str]], top: float, size: float = 9) -> None:
    """Set paragraphs in columns of equal width with a gutter of 20 points."""
    gutter, edge = 20.0, 40.0
    width = (WIDTH - 2 * edge - gutter * (len(columns) - 1)) / len(columns)
    for number, paragraphs in enumerate(columns):
        height = top
        for paragraph in paragraphs:
            lines = broken(paragraph, width, size)
            height = set_lines(canvas, (edge + number * (width + gutter), height), lines, size) - 6


def pdf(leaves: Sequence[Callable[[Canvas], None]], *, title: str | None = None, **more: object) -> bytes:
    """A PDF whose leaves are drawn by the functions given."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT), **more)
    if title:
        canvas.setTitle(title)
    for draw in leaves:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()
