"""What was said in a film, read from its subtitles or a transcript.

Comes in: a WebVTT or SubRip file, or the transcript of a video as people paste it (a clock time before or above each
line). Goes out: a `Reading` of running text: lines are cut for the eye, not at the ends of sentences, so neighbouring
cues are joined until somebody else speaks, falls silent, or ends a sentence. Each cue leads back to its second of the
film (`t=75`, W3C Media Fragments 1.0, 4.2.1). Marks of style, notes of sounds and the lines that rolling captions
show twice are left out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from tanik.page.blocks import Block, Ink, Preface, assemble
from tanik.page.model import SegmentKind
from tanik.page.reading import Reading

__all__ = ["read_subtitles", "read_transcript"]

_CLOCK: Final = r"(?:(?P<{0}h>\d{{1,3}}):)?(?P<{0}m>\d{{1,2}}):(?P<{0}s>\d{{2}})(?:[.,](?P<{0}f>\d{{1,3}}))?"
_TIMING: Final = re.compile(rf"^\s*{_CLOCK.format('a')}\s*-->\s*{_CLOCK.format('b')}(?:\s.*)?$")
_STAMPED: Final = re.compile(rf"^[\[(]?{_CLOCK.format('a')}[\])]?(?:\s*[-–—:|]?\s+(?P<words>\S.*))?$")
_LANGUAGE: Final = re.compile(r"^Language:\s*([A-Za-z]{2})\b", re.M)
_VOICE: Final = re.compile(r"<v(?:\.[^\s>]+)*\s+([^>]{1,80})>")
_TAG: Final = re.compile(r"<[^<>]{0,200}>|\{\\[^{}]{0,80}\}")
_SOUND: Final = re.compile(r"[\[(][^\[\]()]{1,40}[\])]|[♪♫#][^♪♫#]*[♪♫#]?")
_TURN: Final = re.compile(r"^(?:>>+|-)\s*(?=[^\W\d_])")
_STOPPED: Final = re.compile(r"[.!?…][\"”»'’)]*$")
_SILENCE: Final = 3.0  # seconds without a cue after which somebody begins anew
_ENOUGH: Final = 300  # letters after which a paragraph ends where a sentence does
_LONGEST: Final = 900  # captions without any stop are cut here
_ABUTS: Final = 0.1
# A pasted transcript begins in the film's first minute, and so many of its lines in a hundred bear a time.
_FIRST: Final = 60
_FEWEST: Final = 4
_SHARE: Final = 80


@dataclass(frozen=True, slots=True)
class _Cue:
    """Words shown from `start` to `end`, in seconds; `end` is None where nobody says."""

    start: float
    end: float | None
    words: str
    speaker: str | None = None
    turns: bool = False


def read_subtitles(text: str) -> Reading:
    """What the cues of a WebVTT or SubRip file say. Raises `EmptyPage` if they say nothing.

    >>> made = read_subtitles("WEBVTT\\n\\n00:04.000 --> 00:06.000\\nHeyet Kars'a\\n\\n00:06.000 --> 00:08.000\\nvardı")
    >>> made.text, [mark.path for mark in made.landmarks]
    ("Heyet Kars'a vardı", ['t=4', 't=6'])
    """
    stated = _LANGUAGE.search(text[:400])
    preface = Preface(language=stated[1].lower() if stated else None)
    return assemble(list(_blocks(tuple(_once(_cues(text.splitlines()))))), "subtitles", preface)


def read_transcript(text: str) -> Reading | None:
    """The reading of a pasted transcript, or None where a text is none: times that only grow stand before its lines.

    >>> pasted = "0:02\\nKöprü\\n0:05\\n1905'te\\n0:09\\nyapıldı,\\n0:12\\nsağlamdı."
    >>> made = read_transcript(pasted)
    >>> made.text if made else None
    "Köprü 1905'te yapıldı, sağlamdı."
    >>> read_transcript("08:30 Kalktık.\\n09:00 Yola çıktık.") is None
    True
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    stamps = [_STAMPED.match(line) for line in lines]
    first = next((at for at, stamp in enumerate(stamps) if stamp is not None), len(lines))
    times = [_seconds(stamp, "a") for stamp in stamps if stamp is not None]
    if len(times) < _FEWEST or times[0] >= _FIRST or any(later < before for before, later in pairwise(times)):
        return None
    # A line may have its time before it or above it.
    timed = sum(bool(stamps[at] or stamps[at - 1]) for at in range(first, len(lines)))
    if first > 3 or 100 * timed < _SHARE * (len(lines) - first):
        return None
    heads = [Block(line, "subtitles.heading", level=1) for line in lines[:first]]
    cues = tuple(_pasted(lines[first:], stamps[first:]))
    return assemble([*heads, *_blocks(cues)], "subtitles", Preface()) if any(cue.words for cue in cues) else None


def _seconds(match: re.Match[str], which: str) -> float:
    hours, minutes, seconds, part = (match[f"{which}{unit}"] for unit in "hmsf")
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{part or 0}")


def _cues(lines: Sequence[str]) -> Iterator[_Cue]:
    """The cues of a file: each below a line with two times, up to the next empty line."""
    timing: re.Match[str] | None = None
    below: list[str] = []
    for line in (*lines, ""):
        found = _TIMING.match(line)
        if found is None and line:  # a line of one blank ends no cue: rolling captions begin with it
            below.append(line)
            continue
        if timing is not None:
            # A cue that no empty line ends has the next one's number as its last line.
            shown = below[:-1] if found is not None and below and below[-1].strip().isdigit() else below
            yield from _spoken(shown, _seconds(timing, "a"), _seconds(timing, "b"))
        timing, below = found, []


def _pasted(lines: Sequence[str], stamps: Sequence[re.Match[str] | None]) -> Iterator[_Cue]:
    """The cues of a pasted transcript: a line without a time of its own goes on with the time above."""
    now = 0.0
    for line, stamp in zip(lines, stamps, strict=True):
        if stamp is not None:
            now = _seconds(stamp, "a")
        words = line if stamp is None else stamp["words"]
        if words:
            yield from _spoken([words], now, None)


def _spoken(lines: Sequence[str], start: float, end: float | None) -> Iterator[_Cue]:
    """The lines of one cue without marks of style and notes of sounds."""
    for line in lines:
        voice = _VOICE.search(line)
        words = " ".join(html.unescape(_TAG.sub("", line)).split())
        turn = _TURN.match(words)
        words = _SOUND.sub("", words[turn.end() :] if turn else words).strip()
        if words:
            yield _Cue(start, end, words, voice[1].strip() if voice else None, turn is not None)


def _once(cues: Iterator[_Cue]) -> Iterator[_Cue]:
    """The cues without the lines that rolling captions show again below the next time."""
    before: _Cue | None = None
    for cue in cues:
        again = before is not None and cue.words == before.words and cue.start <= (before.end or 0) + _ABUTS
        if not again:
            yield cue
        before = cue


def _ends(ink: Ink, before: _Cue, cue: _Cue) -> bool:
    """Whether a new paragraph begins with `cue`."""
    silent = before.end is not None and cue.start - before.end > _SILENCE
    other = cue.turns or (cue.speaker is not None and cue.speaker != before.speaker)
    stopped = _STOPPED.search(before.words) is not None
    return silent or other or (ink.length >= _ENOUGH and stopped) or ink.length >= _LONGEST


def _blocks(cues: Sequence[_Cue]) -> Iterator[Block]:
    """Paragraphs of neighbouring cues, each cue with its place in the film."""
    ink, speaker = Ink(), None
    for at, cue in enumerate(cues):
        if at and ink.length and _ends(ink, cues[at - 1], cue):
            yield from _written(ink, speaker)
            ink, speaker = Ink(), None
        speaker = speaker or cue.speaker
        ink.at(f"t={int(cue.start)}")
        ink.write(f" {cue.words} ")
    yield from _written(ink, speaker)


def _written(ink: Ink, speaker: str | None) -> Iterator[Block]:
    # nothing in it is a by-line, a title or a list of sources: these are words that were spoken
    block = ink.block("subtitles.paragraph", SegmentKind.PARAGRAPH)
    if block is not None:
        yield replace(block, author=speaker)
