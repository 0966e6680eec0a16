"""The head of a plain text: what stands before its first paragraph.

Comes in: the lines of a crawled page. Goes out: which line is the title, which are breadcrumbs and by-lines,
and who wrote it when. A crawl often begins with the browser's title ("Page | Site"), menus and a slogan; the
page's own title comes after them, just before by-line or text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tanik.core.fold import fold
from tanik.core.letterhead import frame_of, head_lines
from tanik.page.copied_posts import poster_above
from tanik.page.days import day_headings, is_weekday
from tanik.page.lines import Line, ends_broken
from tanik.page.social import account_at_head
from tanik.page.threads import HANDLE, POSTER, PROSE
from tanik.page.title import alike, title_parts
from tanik.page.vocabulary import (
    announces_words,
    clean_name,
    has_printed_place,
    is_boilerplate,
    is_date_field,
    is_field,
    is_section_heading,
    looks_like_name,
    named_author,
    subject_at,
)

__all__ = ["Opening", "read_opening"]

_CRUMBS: Final = re.compile(r"\s(?:>|»|›|→)\s+(?=\S)")
_SEPARATORS: Final = re.compile(r"\s[|·•/»\-–]\s|\s{2,}|\s\|\s?")
_HASHES: Final = re.compile(r"^(#{1,3})\s+")
_SENTENCE: Final = re.compile(r"[.,;:]$|[.!?]\s+\S")
# Somebody's words begin here and go on below: no title and no by-line.
_QUOTED: Final = re.compile(r"^(?:\"[^\"]*$|“[^”]*$|„[^“”]*$|«[^»]*$)")
# A time that takes a case ending stands in a sentence ("3 Mayıs 1921'de"), whatever its length.
_INFLECTED: Final = re.compile(r"['’]\w")
_TALK: Final = re.compile(r"[—–]\s*\w")
# What stands before a colon in one word says what follows, and is nobody's name.
_LABELLED: Final = re.compile(r"\s*[^\W\d_]+\s*:")
_LONGEST_TITLE: Final = 180
_CLOCK: Final = re.compile(r"(?:\d{1,2} [^\W\d_]+,? ?)?(?:[^\W\d_]+ )?\d{1,2}[:.]\d\d")  # "12 Mart, 14:05"
_BOLD: Final = re.compile(r"^([*_~])[^*_~\s](?:[^*_~]*[^*_~\s])?\1$")
_NAMED: Final = 3.0  # a field that gives the title
_MAIL: Final = re.compile(r"\S@[\w-]+\.\w")  # a columnist's address beside his name
_TOLD: Final = 8  # words; a slogan above a title is shorter
_LETTERHEAD: Final = 6  # lines
_FARTHEST: Final = 30
_HEADS: Final = ("head", "dated-head", "dateline")
_TO_WHOM: Final = ("addressee", "dative", "greeting")
_OF_THE_WEB: Final = re.compile(r"\b(?:199\d|20\d\d)\b")  # a day on which a page may have been put up
_MARKED: Final = re.compile(r"^(?:[-–—•*·▪►●+]|\(?(?:\d{1,2}|[a-hA-H])[.)]\)?)\s+\S")
_COUNTED: Final = re.compile(r"\d[\d.,]*%?\s+[^\W\d_]{2}|[^\W\d_]\s?:\s*\d")
_ITEMS: Final = 2
_SPLIT: Final = re.compile(r"\s*[|·•]\s*|\s{2,}|\s[–-]\s|,\s")


@dataclass(frozen=True, slots=True)
class Opening:
    """Indices of lines; `first` is the body's first, `title_at` the offset of the title in its line."""

    first: int
    title: int | None
    title_at: int
    name: str | None
    bylines: tuple[int, ...]
    crumbs: tuple[int, ...]
    author: str | None
    published: str | None


def _is_crumb(line: Line) -> bool:
    marks = len(_CRUMBS.findall(line.text))
    return marks >= 1 and len(line.text) < 250 and (line.text.startswith("# ") or marks >= 2)


def _is_menu(text: str) -> bool:
    """Several short items between separators."""
    parts = [part for part in _SEPARATORS.split(text) if part and part.strip()]
    return len(parts) >= 3 and all(len(part.split()) <= 4 for part in parts)


def _is_byline(line: Line) -> bool:
    if is_field(line.text):
        return False
    if POSTER.match(line.text) or len(line.text) > 150 or _QUOTED.match(line.text) or has_printed_place(line.text):
        return False
    if line.stamps:
        told = any(_INFLECTED.match(line.text, stamp.span.end) for stamp in line.stamps)
        return bool(named_author(line.text)) or (len(line.rest) < 70 and not told)
    return named_author(line.text) is not None and not _SENTENCE.search(line.text)


def _first_prose(lines: Sequence[Line], entries: int | None) -> int | None:
    """Index of the first paragraph: a long line, or where a dictionary's entries begin."""
    if entries is not None:
        return entries
    broken = next((at for at, line in enumerate(lines) if ends_broken(line.text)), len(lines))
    long = (
        at
        for at, line in enumerate(lines)
        if len(line.text) >= PROSE and not _is_crumb(line) and not _is_menu(line.text)
    )
    found = next((at for at in long if not is_boilerplate(lines[at].text)), None)
    if found is not None or broken < len(lines):
        return broken if found is None else min(found, broken)
    return next((at for at, line in enumerate(lines) if len(line.text) >= 40 and line.text[-1] in '.!?:”"'), None)


def _score(lines: Sequence[Line], at: int, before: int, crumb: str) -> float:
    """How much the line at `at` looks like the title; `before` is the by-line or paragraph that should follow it."""
    line = lines[at]
    text = _HASHES.sub("", line.text)
    score = 2.0 if line.text.startswith("# ") else 0.0
    if at > 0:
        score += 2.0 * max(alike(text, part) for part in title_parts(lines[0].text))
        score += 0.5 if line.gap else 0.0
    score += 2.0 if at + 1 == before else 0.0
    score += _NAMED * (subject_at(line.text) > 0)
    score += 1.0 * alike(text, crumb) if crumb else 0.0
    return score - 0.2 * (before - at)


def _title(
    lines: Sequence[Line], first: int, bylines: list[int], crumbs: list[int], days: frozenset[int]
) -> int | None:
    candidates = [
        at
        for at in range(first)
        if at not in crumbs
        and at not in days
        and at not in bylines
        and not POSTER.match(lines[at].text)
        and not HANDLE.fullmatch(lines[at].text)
        and not _CLOCK.fullmatch(lines[at].text)
        and len(lines[at].text) <= _LONGEST_TITLE
        and not _is_menu(lines[at].text)
        and not is_boilerplate(lines[at].text)
        and any(map(str.isalpha, lines[at].text))
        and not is_section_heading(lines[at].text)
        and not _SENTENCE.search(lines[at].text)
        and not _QUOTED.match(lines[at].text)
        and not _is_told(lines[at].text)
        and not (_MAIL.search(lines[at].text) or _is_slogan(lines, at))
    ]
    told = next((at for at in range(first) if at not in bylines and _tells(lines[at].text)), first)
    if told < min((*bylines, *crumbs), default=first):
        candidates = [at for at in candidates if at < told]  # a page's title does not stand below its words
    before = min((at for at in bylines if candidates and at > candidates[0]), default=first)
    crumb = _last_crumb(lines[crumbs[-1]].text)[1] if crumbs else ""
    return max(candidates, key=lambda at: _score(lines, at, before, crumb), default=None)


def _is_slogan(lines: Sequence[Line], at: int) -> bool:
    """Whether a line tells what the site of the first line is: "Yurt Sözlüğü", and below it "Yurt Sözlüğü, …"."""
    return at > 0 and lines[at].text.startswith(f"{lines[0].text}, ")


def _tells(text: str) -> bool:
    """Whether a short line is a sentence of the page's own words: several words, closed by a full stop."""
    return len(text.split()) >= _TOLD and text[-1] == "." and not is_boilerplate(text)


def _is_told(text: str) -> bool:
    """Whether a line belongs to what the page tells: a form's field, somebody speaking, a line of talk."""
    colon = text.find(":")
    speaks = colon > 0 and announces_words(text[: colon + 1])
    return is_field(text) or is_date_field(text) or speaks or _TALK.match(text) is not None


def _tells_of_event(lines: Sequence[Line], at: int) -> bool:
    """Whether a field with a day stands beside one with a place or with who took part: it dates what happened."""
    beside = [lines[near] for near in (at - 1, at + 1) if 0 <= near < len(lines)]
    return is_date_field(lines[at].text) and any(is_field(line.text) for line in beside)


def _is_row(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a row of a table, its cells parted by tabs or bars: the line beside has as many."""
    mark = "\t" if "\t" in lines[at].text else "|"
    cells = lines[at].text.count(mark)
    return cells > 0 and any(
        lines[near].text.count(mark) == cells for near in (at - 1, at + 1) if 0 <= near < len(lines)
    )


def _letter_at(lines: Sequence[Line], end: int) -> int:
    """Where the head of a letter begins in the opening; `end` where none does.

    Whom a letter goes to is no title of the page, and its place and day are no by-line.
    """
    told = [frame_of(line.text) for line in lines[: min(end, _FARTHEST) + _LETTERHEAD]]
    frames = [one[0] if one is not None else None for one in told]
    for at in range(min(end, len(frames))):
        head = frames[at : head_lines(frames, at)] if frames[at] in _HEADS else []
        modern = any(_OF_THE_WEB.search(line.text) for line in lines[at : at + len(head)])
        if not modern and any(frame in _TO_WHOM for frame in head):
            return at
    return end


def _list_at(lines: Sequence[Line], end: int) -> int:
    """Where a line in the opening announces a list of so many things, which is the page's own words; else `end`.

    A heading without a colon may be the page's title, and its items alone are the page's words.
    A menu counts nothing: its items have no number, or one alone in brackets behind them.
    """
    for at in range(min(end, len(lines) - _ITEMS)):
        head = lines[at].text.rstrip(" *_")
        if not _MARKED.match(head) and not is_boilerplate(head) and not is_section_heading(head):
            items = [line.text for line in lines[at + 1 : at + 1 + _ITEMS]]
            if all(_MARKED.match(item) and _COUNTED.search(item) for item in items):
                return at if head.endswith(":") else at + 1
    return end


def _last_crumb(text: str) -> tuple[int, str]:
    """Offset and words of a breadcrumb's last step."""
    last = [match.end() for match in _CRUMBS.finditer(text)][-1:]
    at = last[0] if last else 0
    return at, text[at:].strip()


def _posters(lines: Sequence[Line], bylines: Sequence[int]) -> list[int]:
    """The lines that hold nothing but who posted: above a post's time, or an account at the head."""
    above = [at - 1 for at in bylines if at and at - 1 not in bylines and poster_above(lines, at)]
    return above or [0] * (account_at_head(lines) is not None and 0 not in bylines)


def _author(lines: Sequence[Line], at: int) -> str | None:
    line = lines[at]
    named = named_author(line.text) or poster_above(lines, at)
    if named:
        return named
    if not line.stamps:
        return None
    handle = HANDLE.match(line.text)
    if handle:
        return handle[0]
    parts = (clean_name(part) for part in _SPLIT.split(line.rest) if not _LABELLED.match(part))
    return next(
        (
            part
            for part in parts
            if looks_like_name(part)
            and not is_weekday(fold(part))
            and part[0].isupper()
            and not re.search(r"\d", part)
            and not is_boilerplate(part)
        ),
        None,
    )


def read_opening(lines: Sequence[Line], entries: int | None) -> Opening:
    """The opening of a plain text; `entries` is the line where a dictionary's entries begin, if it is one."""
    first = _first_prose(lines, entries)
    first = None if first is None else _letter_at(lines, first)
    end = len(lines) if first is None else first
    if (listed := _list_at(lines, end)) < end:
        end = first = listed
    days = day_headings([fold(line.text) for line in lines])
    crumbs = [at for at in range(min(end + 1, len(lines))) if _is_crumb(lines[at])]
    bylines = [
        at
        for at in range(end)
        if at not in {*crumbs, *days}
        and _is_byline(lines[at])
        and not _tells_of_event(lines, at)
        and not _is_row(lines, at)
    ]
    bylines += _posters(lines, bylines)
    title = _title(lines, end, sorted(bylines), crumbs, days) if first is not None else _bare_title(lines)
    if first is None:
        end, bylines = 0 if title is None else title + 1, _posters(lines, ())
    at, name = 0, None
    if title is not None:
        hashes = _HASHES.match(lines[title].text)
        at = hashes.end() if hashes else subject_at(lines[title].text)
        name = lines[title].text[at:]
        if _BOLD.match(name):
            at, name = at + 1, name[1:-1]  # a messenger's marks of bold and cursive letters
        if title == 0 and len(title_parts(name)) > 1:
            name = re.split(r"\s+[|–-]\s+|\s*\|\s*", name)[0]
    elif crumbs and crumbs[0] == 0:
        title, (at, name) = crumbs[-1], _last_crumb(lines[crumbs[-1]].text)
    posters = [line.text[2:].strip() for line in lines[:end] if POSTER.match(line.text)] if crumbs else []
    author = next((found for at_ in bylines if (found := _author(lines, at_))), account_at_head(lines))
    published = next((line.stamps[0].edtf for at_ in bylines if (line := lines[at_]).stamps), None)
    bylines += [at_ for at_ in range(end) if crumbs and POSTER.match(lines[at_].text)]
    return Opening(
        end, title, at, name, tuple(sorted(bylines)), tuple(crumbs), posters[0] if posters else author, published
    )


def _bare_title(lines: Sequence[Line]) -> int | None:
    """The title of a text without prose: only a heading marked as such."""
    return 0 if lines and lines[0].text.startswith("# ") and not _is_crumb(lines[0]) else None
