"""Six pages that carry one letter, each with changes of its own planted in it, and the true descent.

The letter is a stretch of a document of the collection `speeches`, named by its id and offsets and filled in here; the
changes are made by the numbers of its words. What stands around it on each page was written for this test.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

DOCUMENT = "speeches:atam-c3-1925-013"
STRETCH = (2132, 3150)


@dataclass(frozen=True)
class Planted:
    """A page: its source, its date, what stands around the letter, and its own changes as (first, end, words)."""

    source: str
    published: str
    before: str
    after: str
    changes: tuple[tuple[int, int, str], ...]


PAGES = {
    "defter": Planted(
        "",
        "2003-04-11",
        "Eski bir okuma defterinin kenarına iliştirilmiş kâğıtta şu satırlar duruyordu:",
        "Kâğıdın arkası boştu; defteri sahafa geri verdim.",
        ((20, 20, "(yani halkın)"),),
    ),
    "kose": Planted(
        "defter",
        "2006-09-02",
        "Bugünkü köşemizde okurlarımızdan gelen bir alıntıya yer açıyoruz:",
        "Yorumu size bırakalım, haftaya başka bir konuyla buluşalım.",
        ((33, 34, "{slip}"), (58, 58, "sarsılmaz")),
    ),
    "forum": Planted(
        "kose",
        "2009-01-20",
        "Arkadaşlar dün gece karşıma çıktı, kaybolmasın diye buraya yapıştırıyorum:",
        "Kaynağını bilen varsa altına yazsın lütfen.",
        ((64, 75, ""),),
    ),
    "okul": Planted(
        "defter",
        "2008-05-19",
        "Törende kürsüden okunan parçanın tamamı şöyleydi:",
        "Alkışların ardından koro sahneye çıktı ve program sürdü.",
        ((44, 45, "bütünüyle"), (90, 90, "(sevgili gençler)")),
    ),
    "takvim": Planted(
        "okul",
        "2012-11-03",
        "Duvar takviminin yaprağında bu ay şunlar yazılı:",
        "Yaprağı koparıp panoya astık.",
        ((26, 30, ""),),
    ),
    "dergi": Planted(
        "kose",
        "2014-02-08",
        "Derginin kapağını açar açmaz okuru karşılayan bölüm budur:",
        "Sayfanın altında bir imza, onun altında da soluk bir desen vardı.",
        ((100, 101, "kıymetli"), (12, 16, "")),
    ),
}


def _slip(word: str) -> str:
    """The word with two of its letters exchanged, as fast typing does."""
    half = len(word) // 2
    return word[: half - 1] + word[half] + word[half - 1] + word[half + 1 :]


def texts_of(letter: str) -> dict[str, str]:
    """The letter as each page has it."""
    made: dict[str, list[str | None]] = {}
    words = letter.split()
    for name, page in PAGES.items():
        copy: list[str | None] = list(made[page.source]) if page.source else list(words)
        for start, end, put in page.changes:
            old = copy[start] or ""
            copy[start:end] = [None] * (end - start)
            if put:
                new = put.format(slip=_slip(old))
                copy[start] = f"{new} {old}" if start == end else new
        made[name] = copy
    return {name: " ".join(word for word in copy if word) for name, copy in made.items()}


def write_pages(folder: Path, letter: str, *, dated: bool = True) -> dict[str, Path]:
    """The six pages as HTML files."""
    written = {}
    for name, text in texts_of(letter).items():
        page = PAGES[name]
        time = f'<meta property="article:published_time" content="{page.published}">' if dated else ""
        html = (
            f'<!doctype html><html lang="tr"><head><meta charset="utf-8"><title>{name}</title>{time}</head><body>'
            f"<article><p>{page.before}</p><blockquote>“{text}”</blockquote><p>{page.after}</p></article></body></html>"
        )
        written[name] = folder / f"{name}.html"
        written[name].write_text(html, encoding="utf-8")
    return written
