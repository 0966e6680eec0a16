"""The words that a page gives as another's: inside marks, set off as a block, or announced without marks.

Comes in: a page, the names and the citations on it. Goes out: a `Quotation` for each, its speaker and form with it. A
quotation is somebody's words: a title, a nickname, a figure in marks, a claim summed up ("… iddiası") and indirect
speech are none. Whatever stands inside a longer quotation belongs to it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from tanik.core.fold import fold, fold_whole
from tanik.core.span import Span
from tanik.facts.citations.resolve import cited_by
from tanik.facts.cover import Cover
from tanik.facts.model import Citation, Name, Quotation, Standing
from tanik.facts.quotations.announced import announced, announces_block, is_talk
from tanik.facts.quotations.around import Around, Parted
from tanik.facts.quotations.attributed import english_standing
from tanik.facts.quotations.below import source_line
from tanik.facts.quotations.credits import Credit, credit_behind, credited
from tanik.facts.quotations.echo import with_echoes
from tanik.facts.quotations.form import Forms
from tanik.facts.quotations.framed import with_letters
from tanik.facts.quotations.genuine import is_quotation
from tanik.facts.quotations.listed import credit_of, is_label, listed
from tanik.facts.quotations.marks import closing_formula, marked
from tanik.facts.quotations.posts import repeats_post
from tanik.facts.quotations.speaker import Speakers
from tanik.facts.quotations.standing import (
    asked_in_heading,
    denied_later,
    denied_under_heading,
    standing,
    with_one_standing,
)
from tanik.page.model import Page, Segment, SegmentKind

__all__ = ["Placed", "find_quotations", "place_quotations"]

_NEVER: Final = (
    SegmentKind.BYLINE,
    SegmentKind.BREADCRUMB,
    SegmentKind.SOURCES,
    SegmentKind.SIGNATURE,
    SegmentKind.BOILERPLATE,
)
_BODY: Final = (SegmentKind.PARAGRAPH, SegmentKind.COMMENT, SegmentKind.QUOTATION)
_LINE: Final = re.compile(r"[^\n]+")
_WHOLE: Final = re.compile(r".+", re.DOTALL)
_ANNOUNCED: Final = "html.announced"  # a block only because the line before announces it
_WRAPPED: Final = "plain.paragraph"
# What a table or a list announces is nobody's words: "çizelge şöyle:", and lines that begin with a label.
_LISTED: Final = re.compile(
    r"\b(?:cizelge|liste|tablo|dokum|dagilim|rakam|hesap|kalem|miktar|cedvel|cetvel|siyahi|table|list)"
)
_ITEM: Final = re.compile(r"\s*[^.!?:“”\"]{1,30}:\s")
# "Vali: “gelin”": what is another's stands in its own marks behind a label
_OWN_MARKS: Final = re.compile(r"\s*[^\W\d_][^.!?:“”\"\n]{1,30}:\s?[“\"«„]")
_LONGEST_BLOCK: Final = 6000
_ENTRIES: Final = 4  # lines behind an announcement
_FEWEST_ENTRIES: Final = 2  # of which so many show a list
_FEWEST_BARE_WORDS: Final = 4
_APART: Final = 2  # line breaks between paragraphs
# a dash opens talk, before a mark or in a single line of its own
_OPENING: Final = re.compile(r"(?:[ \t]*[—–-][ \t]?(?=[“\"„«”]|[^\W\d_][^\n]*\Z))?[ \t“\"„«'‘”]*")
_NOTE: Final = re.compile(r"(?<=[”\"»’'])[ \t]*[(\[]\d{1,3}[)\]][ \t.]*\Z")
_QUOTE_MARK: Final = re.compile(r"(?:>[ \t]?)+")


@dataclass(frozen=True, slots=True)
class _Found:
    span: Span
    outer: Span
    marks: str
    rule: str


def _lines(page: Page) -> list[tuple[Span, Segment]]:
    """The paragraphs of the page in which words may be quoted, each with its segment."""
    found = []
    inner = Cover(segment.span for segment in page.segments if segment.kind is SegmentKind.QUOTATION)
    body = next((s.span.start for s in page.segments if s.kind in _BODY), len(page.text))
    for segment in page.segments:
        above = segment.kind is SegmentKind.BOILERPLATE and segment.span.end <= body
        if segment.kind in _NEVER and not above:
            continue
        # Lines of a plain text that were broken for width are one paragraph, within what people write as one.
        whole = segment.rule == _WRAPPED and len(segment.span) <= _LONGEST_BLOCK
        for match in (_WHOLE if whole else _LINE).finditer(page.text, segment.span.start, segment.span.end):
            line = Span(match.start(), match.end())
            nested = inner.holds(line, least=2 if segment.kind is SegmentKind.QUOTATION else 1)
            if match.group().strip() and not nested:
                found.append((line, segment))
    return found


def _blocks(page: Page, lines: list[tuple[Span, Segment]], folded: str, cited: tuple[Span, ...]) -> Iterator[_Found]:
    """Segments of quotation (a letter's paragraphs joined) and paragraphs that the one before announces."""
    index = 0
    while index < len(lines):
        line, segment = lines[index]
        own = _OWN_MARKS.match(line.of(page.text)) is not None or is_label(page.text, line)
        quoted = segment.kind is SegmentKind.QUOTATION and not _is_post(page, segment) and not own
        quoted = quoted and not (segment.rule == _ANNOUNCED and _is_enumerated(page.text, lines, index))
        if quoted or (not own and _is_announced(page, lines, index, folded)):
            last = _block_end(page, lines, index, cited, quoted=quoted)
            outer = credited(page.text, Span(line.start, lines[last][0].end), cited)
            marks = "block" if quoted else "colon"
            yield _Found(_bare(page.text, outer), outer, marks, f"{marks}-paragraph")
            index = last
        index += 1


def _bare(text: str, span: Span) -> Span:
    """The span without marks that enclose all of it, a note's number behind them and the dash of talk before them."""
    noted = _NOTE.search(span.of(text))
    span = span if noted is None else Span(span.start, span.start + noted.start())
    words = span.of(text)
    quoted = _QUOTE_MARK.match(words)
    start = span.start + (quoted.end() if quoted else 0)
    words = text[start : span.end]
    opening = _OPENING.match(words)
    start += opening.end() if opening is not None else 0
    end = span.end - (len(words) - len(words.rstrip(" \t”\"»'’“")))
    return Span(start, max(start, end))


def _is_announced(page: Page, lines: list[tuple[Span, Segment]], index: int, folded: str) -> bool:
    if index == 0:
        return False
    (before, previous), (line, segment) = lines[index - 1], lines[index]
    comment = segment.kind is SegmentKind.COMMENT or previous.kind is SegmentKind.COMMENT
    if comment or previous.kind is SegmentKind.QUOTATION or len(line.of(page.text).split()) < 3:
        return False
    if _LISTED.search(folded, before.start, before.end) or _ITEM.match(line.of(page.text)):
        return False
    if _is_enumerated(page.text, lines, index):
        return False
    below = lines[index + 1][0] if index + 1 < len(lines) else None
    if is_talk(page.text, folded, before, line, below):
        return True
    return announces_block(folded[before.start : before.end]) and line.of(page.text).lstrip()[:1] not in "*•1"


def _is_enumerated(text: str, lines: list[tuple[Span, Segment]], index: int) -> bool:
    """Whether what is announced is a list of which semicolons end the entries: what befell a text, not its words."""
    near = [line.of(text).rstrip() for line, _ in lines[index : index + _ENTRIES]]
    return sum(words.endswith(";") for words in near) >= _FEWEST_ENTRIES


def _block_end(
    page: Page, lines: list[tuple[Span, Segment]], index: int, cited: tuple[Span, ...], *, quoted: bool
) -> int:
    """The index of a block's last line: neighbouring segments of quotation up to one that says whose the words are, or
    a letter's articles and closing."""
    last, begin = index, lines[index][0].start
    for following in range(index + 1, len(lines)):
        line, segment = lines[following]
        words = line.of(page.text)
        block = (
            segment.kind is SegmentKind.QUOTATION and not page.text[lines[following - 1][0].end : line.start].strip()
        )
        so_far = Span(begin, lines[following - 1][0].end)
        closed = quoted and credited(page.text, so_far, cited) != so_far
        joined = (block and not closed) if quoted else _belongs(words, lines[index][0].of(page.text))
        if not joined or line.end - begin > _LONGEST_BLOCK:
            break
        last = following
    return last


def _belongs(words: str, first: str) -> bool:
    if first.lstrip()[:1] in tuple("—–-"):
        return False  # a line of talk stands alone
    article = re.match(r"\s*(?:\d{1,2}\s*[-–—.)]|madde\b)", words, re.IGNORECASE)
    begun = re.match(r"\s*[“\"„]?(?:\d{1,2}\s*[-–—.)]|madde\b)", first, re.IGNORECASE) or len(first.split()) <= 12
    return bool(article and begun) or (bool(begun) and closing_formula(words))


def _in_marks(page: Page, lines: list[tuple[Span, Segment]], folded: str, cited: tuple[Span, ...]) -> Iterator[_Found]:
    spans = [line for line, _ in lines]
    starts = [span.start for span in spans]
    for found in marked(page.text, spans):
        line = spans[bisect_right(starts, found.outer.start) - 1]
        if is_quotation(page.text, folded, found, line):
            words = credited(page.text, found.span, cited)
            outer = found.outer if words == found.span else Span(found.outer.start, words.end)
            yield _Found(words, outer, found.marks, "marks" if found.closed else "marks-open")


def _without_marks(page: Page, lines: list[tuple[Span, Segment]], folded: str) -> Iterator[_Found]:
    for line, segment in lines:
        if segment.kind is SegmentKind.TITLE:
            continue
        if _is_post(page, segment):
            continue
        for span, rule in announced(page.text, folded, line):
            if segment.kind is SegmentKind.COMMENT and len(folded[line.start : span.start].split()) <= 3:
                continue  # "ali dedi: …" heads another post of the thread
            near = _talk_opens(page.text, line, span) if rule == "dash-talk" else span.start
            yield _Found(span, Span(near, span.end), "colon", rule)


def _talk_opens(text: str, line: Span, words: Span) -> int:
    """Where talk begins: with the dash that opens its line, else with its words."""
    return line.start if not text[line.start : words.start].strip(" \t—–-") else words.start


def _said_again(page: Page, lines: list[tuple[Span, Segment]], found: list[_Found]) -> frozenset[_Found]:
    """Words that a quoted post repeats and that stand elsewhere on the page: they were counted there."""
    posts = Cover(segment.span for _, segment in lines if _is_post(page, segment))
    own = {fold(one.span.of(page.text)) for one in found if not posts.holds(one.span)}
    return frozenset(one for one in found if posts.holds(one.span) and fold(one.span.of(page.text)) in own)


def _is_post(page: Page, segment: Segment) -> bool:
    return segment.kind is SegmentKind.QUOTATION and repeats_post(page, segment)


def _outermost(found: list[_Found], barred: tuple[Span, ...]) -> list[_Found]:
    """What lies in no other: blocks go before marks, marks before announced words; nothing inside a citation."""
    kept: list[_Found] = []  # in order of place; none overlaps another
    cited = Cover(barred)
    for one in found:
        at = bisect_left(kept, one.outer.start, key=lambda other: other.outer.start)
        clash = any(one.outer.overlaps(other.outer) for other in kept[max(0, at - 1) : at + 1])
        if not clash and not cited.holds(one.span) and len(one.span) > 1:
            kept.insert(at, one)
    return sorted(kept, key=lambda one: one.span)


@dataclass(frozen=True, slots=True)
class Placed:
    """Words of another before anything is said of them: `span` without marks, `outer` with them, `lines` the paragraphs
    before and at them, `credit` the name in the label of a list's saying, `below` what stands right behind them of
    whose they are.
    """

    span: Span
    outer: Span
    marks: str
    rule: str
    lines: tuple[Span, ...]
    credit: Span | None = None
    below: Credit | None = None

    @property
    def surroundings(self) -> Span:
        """The paragraphs before and at the words, in one stretch."""
        return Span(min(self.lines[0].start, self.outer.start), max(self.lines[-1].end, self.outer.end))


def place_quotations(page: Page, folded: str, citations: tuple[Citation, ...] = ()) -> tuple[Placed, ...]:
    """Where words of another stand on `page`, in order of start; `folded` is the folded text.

    >>> from tanik.page.model import Page, Segment, SegmentKind, Source
    >>> text = "Vali “yol açıldı, kafile yürüyor” dedi."
    >>> segment = Segment(SegmentKind.PARAGRAPH, Span(0, len(text)), "example")
    >>> (found,) = place_quotations(Page("p1", Source("0", "text/plain"), text, (segment,)), fold(text))
    >>> found.outer.of(text), found.rule
    ('“yol açıldı, kafile yürüyor”', 'marks')
    """
    lines = _lines(page)
    barred = tuple(citation.span for citation in citations)
    marks = list(_in_marks(page, lines, folded, barred))
    blocks = list(_blocks(page, lines, folded, barred))
    plain = list(_without_marks(page, lines, folded))
    sayings = listed(page.text, folded, [line for line, segment in lines if segment.kind is not SegmentKind.TITLE])
    bare = [
        _Found(_bare(page.text, one.span), one.span, "block", "listed")
        for one in sayings
        if _is_bare(page.text, one.span)
    ]
    ends = [line.end for line, _ in lines]
    every = [*blocks, *bare, *marks, *plain]
    again = _said_again(page, lines, every)
    placed = []
    for found in _outermost([one for one in every if one not in again], barred):
        at = bisect_left(ends, found.outer.start)
        around = _around(lines, at if at < len(ends) else 0) or (found.outer,)
        credit = credit_of(found.outer, sayings)
        below = _below(page, found.outer, barred)
        placed.append(Placed(found.span, found.outer, found.marks, found.rule, around, credit, below))
    return tuple(placed)


def _below(page: Page, outer: Span, cited: tuple[Span, ...]) -> Credit | None:
    """What stands right behind words of whose they are; the sources of the page below its last paragraph are not."""
    credit = credit_behind(page.text, outer, cited)
    if credit is None or page.text.count("\n", credit.span.start, credit.span.end) < _APART:
        return credit
    at = bisect_right(page.segments, credit.span.end - 1, key=lambda one: one.span.start) - 1
    return None if page.segments[at].kind is SegmentKind.SOURCES else credit


def _is_bare(text: str, saying: Span) -> bool:
    """Whether a listed saying has no marks of its own and words enough to be one."""
    words = saying.of(text)
    closed = words[:1] in tuple("“„«\"'‘") and words[-1:] in tuple("”»\"'’")
    return not closed and len(words.split()) >= _FEWEST_BARE_WORDS


def _around(lines: list[tuple[Span, Segment]], at: int) -> tuple[Span, ...]:
    """The paragraphs before and at index `at` that one person wrote: a comment does not go on in the next."""
    near = lines[max(0, at - 2) : at + 1]
    own = lines[at][1] if near else None
    return tuple(
        line for line, one in near if one is own or own is None or SegmentKind.COMMENT not in (own.kind, one.kind)
    )


def find_quotations(
    page: Page, names: tuple[Name, ...] = (), citations: tuple[Citation, ...] = ()
) -> tuple[Quotation, ...]:
    """Every quotation on `page`, in order of start, with speaker and form as far as the page gives them.

    >>> from tanik.page.model import Page, Segment, SegmentKind, Source
    >>> text = "Vali telgrafında “Yol açıldı, kafile yürüyor” dedi."
    >>> segment = Segment(SegmentKind.PARAGRAPH, Span(0, len(text)), "example")
    >>> (found,) = find_quotations(Page("p1", Source("0", "text/plain"), text, (segment,)))
    >>> found.text, str(found.form), found.speaker
    ('Yol açıldı, kafile yürüyor', 'telegram', 'Vali')
    """
    folded = fold_whole(page.text)
    placed = place_quotations(page, folded, citations)
    if not placed:
        return ()
    quoted = tuple(one.outer for one in placed)
    near = tuple(one.surroundings for one in placed)
    parted = Parted(page.text)
    speakers = Speakers(page, names, folded, citations=citations, quoted=quoted, parted=parted, near=near)
    forms = Forms(page, folded, quoted, parted)
    quotations = []
    for found in placed:
        speaker, basis = speakers.of(found.outer, found.lines, found.credit, found.below)
        form = forms.of(found.outer, found.lines, speakers.kind_at(basis))
        quotations.append(
            Quotation(
                span=found.span,
                text=found.span.of(page.text),
                form=form,
                marks=found.marks,
                rule=found.rule,
                speaker=speaker,
                speaker_basis=basis,
                standing=_standing(page, folded, parted.around(found.outer, found.lines)),
            )
        )
    headings = _headings(page)
    framed = with_letters(page, quotations, names)
    echoed = denied_under_heading(folded, with_echoes(framed, headings))
    echoed = asked_in_heading(folded, headings, echoed)
    completed = with_one_standing(denied_later(page.text, folded, echoed))
    sources = cited_by(page.text, completed, citations)
    return tuple(
        replace(one, citations=tuple(sorted({*own, *_credited_to(page.text, where, citations)})))
        for one, own, where in zip(completed, sources, placed, strict=True)
    )


def _standing(page: Page, folded: str, around: Around) -> Standing:
    return english_standing(page.text, around) if page.language == "en" else standing(folded, around)


def _headings(page: Page) -> tuple[Span, ...]:
    return tuple(segment.span for segment in page.segments if segment.kind is SegmentKind.TITLE)


def _credited_to(text: str, placed: Placed, citations: tuple[Citation, ...]) -> Iterator[int]:
    """The indices of the citations in the credit of quoted words, or in their source line."""
    credit = placed.below.span if placed.below is not None else source_line(text, placed.outer)
    at = bisect_left(citations, credit.start, key=lambda one: one.span.start) if credit is not None else 0
    while credit is not None and at < len(citations) and citations[at].span.start < credit.end:
        yield at
        at += 1
