"""Blocks of a document become a page's text with its anatomy.

Comes in: what the readers of PDF, DOCX, ODT, EPUB, TEI and wikis find, in reading order: blocks (a paragraph, a
heading, a note), each with what its format says it is and where it stood in the source. Goes out: a `Reading`. These
formats differ in how they write a paragraph down, not in what a page of print looks like; so the title, the by-lines
under it, lists of sources and announced quotations are decided here, once, by the words that HTML and plain text are
read by.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.core.tables import read_toml
from tanik.errors import EmptyPage
from tanik.page.model import Landmark, Repair, SegmentKind
from tanik.page.quoted import find_quoted
from tanik.page.reading import Label, Reading, paint
from tanik.page.stamp import find_stamps
from tanik.page.title import alike
from tanik.page.vocabulary import clean_name, is_boilerplate, is_sources, looks_like_name, named_author

__all__ = ["Block", "Box", "Ink", "Mark", "Preface", "assemble", "is_proper_name", "total_repairs"]

Box = tuple[float, float, float, float]

_PROSE: Final = 120
_OPENING: Final = 12
_BYLINE: Final = 150
_CAPITALISED: Final = re.compile(r"^[A-ZÇĞİÖŞÜƏÂÎÛА-ЯӘҒҜӨҮҺҸЈ]")
_PARTICLES: Final = frozenset(("de", "von", "van", "bin", "ibn", "el", "al", "der", "la", "le", "da", "di", "oğlu"))
_BODIES: Final = re.compile(
    r"\b(?:" + "|".join(row["match"] for row in read_toml("tanik.page", "bodies.toml")["word"]) + r")\b"
)
_AND: Final = re.compile(r"\s*(?:\t|,|;|&|\s(?:ve|and|və|ile)\s)\s*")
_NOTE_MARK: Final = re.compile(r"[*†‡§]+|\[[\d*]{1,4}\]|(?<=\D)\d{1,2}$")
_SENTENCE_END: Final = re.compile(r"[^\W\d_]{2}[.!?:;]$")


@dataclass(frozen=True, slots=True)
class Mark:
    """Where the characters `start` to `end` of a block stood in the source."""

    start: int
    end: int
    path: str
    page: str | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, note or running head as its format gives it.

    `kind` is None where the format does not say what it is for; `level` is a heading's (1 is the highest), 0 for text.
    Equal `group` numbers make neighbours one segment; `size` is that of a PDF's type, in points.
    """

    text: str
    rule: str
    kind: SegmentKind | None = None
    level: int = 0
    marks: tuple[Mark, ...] = ()
    author: str | None = None
    published: str | None = None
    group: int | None = None
    language: str | None = None
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Preface:
    """What a document's properties say of it, before its own words are asked.

    `sure` where somebody catalogued the document (EPUB, TEI, a wiki); the properties of an office file or PDF are often
    left over from another one.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    url: str | None = None
    sure: bool = False


@dataclass(slots=True)
class Ink:
    """The text of one block while it is being written: white space folded, places in the source kept."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    pending: str = ""
    places: list[tuple[int, str, str | None]] = field(default_factory=list)

    def at(self, path: str, page: str | None = None) -> None:
        """What is written from here on stood at `path`, on the leaf `page`."""
        if not self.places or self.places[-1][1:] != (path, page):
            self.places.append((self.length, path, page))

    def write(self, text: str | None) -> None:
        """Add characters; white space becomes one blank, and none stands at an edge."""
        if not text:
            return
        words = text.split()
        if not words:
            self.pending = self.pending or " "
            return
        if text[0].isspace():
            self.pending = self.pending or " "
        if self.pending and self.length:
            self._put(self.pending)
            # A blank before the first word of a place belongs to what stands before it.
            if self.places and self.places[-1][0] == self.length - len(self.pending):
                self.places[-1] = (self.length, *self.places[-1][1:])
        self._put(" ".join(words))
        self.pending = " " if text[-1].isspace() else ""

    def part(self, separator: str) -> None:
        """What follows is parted by a line break or a tab from what stands before."""
        if self.length and self.pending != "\n":
            self.pending = separator

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def marks(self) -> tuple[Mark, ...]:
        """Where each stretch of the text stood."""
        ends = [start for start, _, _ in self.places[1:]] + [self.length]
        rows = zip(self.places, ends if self.places else (), strict=True)
        return tuple(Mark(start, end, path, page) for (start, path, page), end in rows if end > start)

    def block(self, rule: str, kind: SegmentKind | None = None, *, level: int = 0) -> Block | None:
        """The block that was written, or None if nothing was."""
        return Block("".join(self.pieces), rule, kind, level, self.marks()) if self.length else None


@dataclass(slots=True)
class _Desk:
    blocks: list[Block]
    form: str
    title: str | None = None
    authors: list[str] = field(default_factory=list)
    published: str | None = None

    def set(self, at: int, kind: SegmentKind, rule: str, group: int | None = None) -> None:
        self.blocks[at] = replace(self.blocks[at], kind=kind, rule=f"{self.form}.{rule}", group=group)

    def undecided(self, at: int) -> bool:
        return self.blocks[at].kind is None


def total_repairs(repairs: Iterable[Repair]) -> tuple[Repair, ...]:
    """One repair a kind, counts added up.

    >>> total_repairs([Repair("hyphenation", 2, "joined"), Repair("hyphenation", 1, "joined")])
    (Repair(kind='hyphenation', count=3, note='joined'),)
    """
    found: dict[str, Repair] = {}
    for repair in repairs:
        before = found.get(repair.kind)
        found[repair.kind] = repair if before is None else replace(before, count=before.count + repair.count)
    return tuple(found.values())


def is_proper_name(text: str) -> bool:
    """Whether `text` reads like one person's full name: two to five words, each capitalised.

    >>> is_proper_name("Ayşe Nur ÖRNEK"), is_proper_name("Köprünün yapılışı"), is_proper_name("user")
    (True, False, False)
    """
    words = text.split()
    if not 2 <= len(words) <= 5 or not looks_like_name(text) or any(char.isdigit() for char in text):
        return False
    if _BODIES.search(fold(text)):
        return False
    return all(word in _PARTICLES or _CAPITALISED.match(word) for word in words) and text[-1] not in ":?!"


def _find_title(desk: _Desk, stated: str | None, *, sure: bool) -> None:
    """The title the format marks, else a heading that reads like the stated one, else the first heading, else that."""
    marked = [at for at, block in enumerate(desk.blocks) if block.kind is SegmentKind.TITLE]
    if marked:
        desk.title = stated if sure and stated else " ".join(desk.blocks[at].text.replace("\n", " ") for at in marked)
        return
    near = [at for at in range(min(_OPENING, len(desk.blocks))) if desk.undecided(at)]
    near = [at for at in near if len(desk.blocks[at].text) <= 300]
    likely = [at for at in near if stated and alike(desk.blocks[at].text, stated) >= 0.8]
    headed = [at for at in near[:5] if desk.blocks[at].level and not is_sources(desk.blocks[at].text)]
    first = headed[:1] if headed and not _prose_before(desk, headed[0]) and not (sure and stated) else []
    for at in likely[:1] or first:
        desk.set(at, SegmentKind.TITLE, "title")
        desk.title = desk.blocks[at].text.replace("\n", " ")
    desk.title = stated if stated and (sure or not desk.title) else desk.title


def _prose_before(desk: _Desk, end: int) -> bool:
    return any(desk.undecided(at) and len(desk.blocks[at].text) >= _PROSE for at in range(end))


def _first_prose(desk: _Desk) -> int:
    """Index of the first block of running text."""
    for at, block in enumerate(desk.blocks):
        if block.kind in {None, SegmentKind.QUOTATION} and not block.level and len(block.text) >= _PROSE:
            return at
    return min(len(desk.blocks), _OPENING)


def _names_in(text: str) -> tuple[str, ...]:
    """The full names a line under a title consists of, or nothing if there is anything else in it."""
    bare = _NOTE_MARK.sub("", text).strip()
    parts = [_NOTE_MARK.sub("", part).strip() for part in _AND.split(bare) if part.strip()]
    return tuple(map(clean_name, parts)) if parts and len(text) < _BYLINE and all(map(is_proper_name, parts)) else ()


def _find_bylines(desk: _Desk) -> None:
    """Lines about the title that say who and when: a labelled name, a date and little else, or bare names below it."""
    title = next((at for at, block in enumerate(desk.blocks) if block.kind is SegmentKind.TITLE), None)
    for at in range(min(_first_prose(desk), len(desk.blocks))):
        block = desk.blocks[at]
        if block.kind is SegmentKind.BYLINE:
            _take_byline(desk, block.text, names=())
            continue
        if not desk.undecided(at) or len(block.text) > _BYLINE or is_boilerplate(block.text) or _is_row(desk, at):
            continue
        below = title is not None and title < at <= title + 4
        names = _names_in(block.text) if below else ()
        stamps = find_stamps(block.text)
        dated = bool(stamps) and len(block.text) < 70 and not _SENTENCE_END.search(block.text)
        if names or dated or named_author(block.text):
            desk.set(at, SegmentKind.BYLINE, "byline")
            _take_byline(desk, block.text, names)


def _is_row(desk: _Desk, at: int) -> bool:
    """Whether a block is a row of a table (beside another one, with a day in one of the two) or a term of a list."""
    if "\t" not in desk.blocks[at].text:
        return desk.blocks[at].rule.endswith(".term")
    near = [one for one in (at - 1, at + 1) if 0 <= one < len(desk.blocks)]
    beside = [desk.blocks[one].text for one in near if "\t" in desk.blocks[one].text]
    return bool(beside) and any(map(find_stamps, (desk.blocks[at].text, *beside)))


def _take_byline(desk: _Desk, text: str, names: tuple[str, ...]) -> None:
    named = named_author(text)
    for name in names or ((named,) if named else ()):
        if name not in desk.authors:
            desk.authors.append(name)
    stamps = find_stamps(text)
    if stamps and desk.published is None:
        desk.published = stamps[0].edtf


def _find_sources(desk: _Desk) -> None:
    """A heading or paragraph that begins like a source list, with all up to the next heading of its rank."""
    at, end = 0, len(desk.blocks)
    while at < end:
        block = desk.blocks[at]
        at += 1
        if not desk.undecided(at - 1) or not is_sources(block.text) or (not block.level and len(block.text) > 60):
            if desk.undecided(at - 1) and not block.level and is_sources(block.text):
                desk.set(at - 1, SegmentKind.SOURCES, "sources")
            continue
        desk.set(at - 1, SegmentKind.SOURCES, "sources_heading")
        while at < end and not (desk.blocks[at].level and desk.undecided(at)):
            if desk.undecided(at):
                desk.set(at, SegmentKind.SOURCES, "sources")
            at += 1


def _find_announced(desk: _Desk) -> None:
    # What is set off or headed stands between an announcement and the next paragraph: that one is not meant then.
    texts = [block.text if block.kind is None and not block.level else "" for block in desk.blocks]
    for first, last in find_quoted(texts):
        if all(texts[first:last]):
            for at in range(first, last):
                desk.set(at, SegmentKind.QUOTATION, "announced", first)


def _finished(desk: _Desk) -> tuple[list[Span], list[Label], list[Landmark]]:
    spans: list[Span] = []
    labels: list[Label] = []
    landmarks: list[Landmark] = []
    offset = 0
    for at, block in enumerate(desk.blocks):
        spans.append(Span(offset, offset + len(block.text)))
        kind = block.kind or SegmentKind.PARAGRAPH
        rule = block.rule if block.kind or not block.level else f"{desk.form}.heading"
        group = len(desk.blocks) + block.group if block.group is not None else at
        labels.append(Label(kind, rule, group, block.author, block.published, language=block.language))
        for mark in block.marks:
            landmarks.append(Landmark(Span(offset + mark.start, offset + mark.end), mark.path, mark.page, mark.box))
        offset += len(block.text) + 2
    return spans, labels, landmarks


def assemble(blocks: Sequence[Block], form: str, preface: Preface, repairs: Iterable[Repair] = ()) -> Reading:
    """The reading of a document in the format `form` (``docx``; it opens the names of the rules).

    What is printed goes before what the properties say. Raises `EmptyPage` if no block has words.

    >>> made = assemble([Block("Köprü", "x.p", level=1), Block("Yazan: Ayşe Örnek", "x.p"),
    ...     Block("Taştan.", "x.p")], "x", Preface())
    >>> made.title, made.authors, [str(segment.kind) for segment in made.segments]
    ('Köprü', ('Ayşe Örnek',), ['title', 'byline', 'paragraph'])
    """
    kept = [block for block in blocks if block.text.strip()]
    if not kept:
        raise EmptyPage("the document has no text")
    desk = _Desk(kept, form)
    _find_title(desk, preface.title, sure=preface.sure)
    _find_bylines(desk)
    _find_sources(desk)
    _find_announced(desk)
    spans, labels, landmarks = _finished(desk)
    stated = preface.authors
    return Reading(
        text="\n\n".join(block.text for block in desk.blocks),
        segments=paint(spans, labels),
        title=desk.title,
        authors=(stated or tuple(desk.authors)) if preface.sure else (tuple(desk.authors) or stated),
        published=(preface.published if preface.sure else None) or desk.published or preface.published,
        language=preface.language,
        url=preface.url,
        landmarks=tuple(landmarks),
        repairs=total_repairs(repairs),
    )
