"""Turns: whose words a line is by its label, and which line answers which question.

Comes in: a page and the names found on it. Goes out: turns in order, as spans. A turn is told by its form alone: a
label that stands for a question or an answer ("Soru 2:", "C:", "Sual:", "A:"), a label with a name or an office and a
colon or a long dash behind it ("MUHABİR:", "HAMDİ BEY (Bolu) —"), a dash in a dialogue whose lines ask and answer, or a
line that asks above one that does not. One line with a label is no dialogue: two are needed, and of names somebody must
ask or be an office-holder of a sitting. What the turns say is read elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.cover import Cover
from tanik.facts.model import Name, NameKind
from tanik.facts.outline.lines import lines_of, trimmed
from tanik.page.model import Page, SegmentKind

__all__ = ["Turn", "turns_of"]

_READ: Final = (SegmentKind.TITLE, SegmentKind.PARAGRAPH)
_LINE: Final = re.compile(r"\S[^\n]*")
_MARKS: Final = r"[ \t]*(?:[*_>#•]{1,4}[ \t]*)?"
_ASKED: Final = r"(?:soru|sual|sorğu|question|суал|сорғу|s|q)"
_ANSWERED: Final = r"(?:cevap|cevab|yan[ıi]t|cavab|answer|ҹаваб|c|a)"
# the label of a question or an answer at the head of a line or behind the end of a sentence
_POSED: Final = re.compile(
    rf"(?:^{_MARKS}(?:\d{{1,3}}[.)-][ \t]*)?|(?<=[?.!…][ \t]))(?P<label>(?P<ask>{_ASKED})|{_ANSWERED})"
    r"(?:[ \t]*[-.]?[ \t]*\d{1,3})?[*_]{0,2}[ \t]*(?::|[.]?[ \t]?[–—-]|(?<=\d)[.)](?=\s))[-–—]?[*_]{0,2}[ \t]*",
    re.MULTILINE | re.IGNORECASE,
)
_WORD: Final = r"[A-ZÇĞİÖŞÜƏÂÎÛ][^\W\d_]*(?:['’][^\W\d_]+)?\.?"
_NAMED: Final = re.compile(
    rf"^{_MARKS}[–—-]?[ \t]?(?P<label>{_WORD}(?:[ \t]{_WORD}){{0,5}})(?P<of>[ \t]?\([^()\n]{{2,50}}\))?[*_]{{0,2}}"
    r"[ \t]*(?P<sign>:|[—–]-?|—-)[*_]{0,2}[ \t]*",
    re.MULTILINE,
)
_ITEM: Final = re.compile(r"[–—•*-]")
_OPTION: Final = re.compile(r"\(?[A-Ea-e1-5][).][ \t]*\S")  # of a test: its answers are no answer
_DASH: Final = re.compile(r"[–—-][ \t]?(?=[^\s–—-])")
# of an interview and of a sitting (TDK Türkçe Sözlük)
_OFFICES: Final = frozenset(
    fold(office)
    for office in (
        "muhabir", "gazeteci", "sunucu", "spiker", "moderator", "muxbir", "muhbir", "jurnalist", "aparici", "reis",
        "baskan", "katip", "savci", "hakim", "sanik", "tanik", "sahit", "avukat", "muddeiumumi", "interviewer",
        "reporter", "journalist", "host", "chairman", "president", "witness", "counsel", "moderator",
    )
)  # fmt: skip
_TITLES: Final = frozenset(
    ("bey", "beg", "efendi", "pasa", "aga", "hanim", "hoca", "bej", "xanim", "hanim", "vekili", "reisi", "mr", "mrs")
)
_LONGEST_QUESTION: Final = 200  # characters of a line that asks by itself
_SPOKEN_WITH: Final = re.compile(
    r"['’]?(?:y?l[ae]|\W+(?:ile|ila))\b[^.\n]{0,120}?\b(?:soylesi|roportaj|mulakat|gorus(?:me|tuk)|konus(?:ma|tuk)|sohbet|"
    r"musahibe|danis(?:ma|dik|diq))"
)
_QUESTIONED: Final = re.compile(r"\b(?:interviev vith|intervieved|ve talked to|ve spoke (?:to|vith)) (?:[^.\n]{0,40})$")
_QUESTIONS: Final = re.compile(r"\b(?:soru|sual)(?:l[ae]r)?[iu]?m[iu]z[iu]\b|\bour questions\b")
_ANSWERED_US: Final = re.compile(r"\b(?:cevapla|yanitla|cavablandir|cevaplandir|ansvered)")
_FARTHEST: Final = 6  # line breaks between a question and its answer
_TWO: Final = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """What one voice says: `body` without the label before it.

    `speaker` is how the label calls whoever speaks, or the head of an interview whoever answers, and `basis` where it
    says so; None where that is not said. `asks` says that it ends with a question. `question` is what it answers: the
    span of the turn before it, where that asks.
    """

    body: Span
    label: Span | None = None
    speaker: str | None = None
    basis: Span | None = None
    asks: bool = False
    question: Span | None = None


def turns_of(page: Page, names: Sequence[Name] = ()) -> tuple[Turn, ...]:
    """The turns of a page, in order; () where it holds no dialogue.

    >>> from tanik.page.read import read
    >>> page = read("Soru: Köprüyü kim yaptı?\\nCevap: Kemal Bey.\\n".encode(), path="a.txt")
    >>> [(one.body.of(page.text), one.asks) for one in turns_of(page)]
    [('Köprüyü kim yaptı?', True), ('Kemal Bey.', False)]
    """
    text = page.text
    if "?" not in text and "—" not in text and "–" not in text:
        return ()
    held = [one.span for one in page.segments if one.kind in _READ]
    starts = [span.start for span in held]

    def is_read(offset: int) -> bool:
        at = bisect_left(starts, offset + 1) - 1
        return at >= 0 and offset < held[at].end

    posed, answerer = _posed(text), _answerer(text, names)
    labels = {one.label.start for one in posed if one.label is not None}
    named = _named(text, names, labels) or (_of_answerer(text, answerer) if answerer is not None else [])
    found = [one for one in posed + named if is_read(one.body.start)]
    for others in (_dashed(page), _asking_lines(text, held, is_read, several=answerer is None)):
        taken = sorted(Span(one.label.start if one.label else one.body.start, one.body.end) for one in found)
        cover = Cover(taken)
        found += [one for one in others if not cover.touches(one.body) and is_read(one.body.start)]
    turns = _answering(sorted(found, key=lambda one: one.body.start), text)
    return tuple(_by(one, answerer) for one in turns) if answerer is not None else tuple(turns)


def _answerer(text: str, names: Sequence[Name]) -> Name | None:
    """The one person whom the lines before the first question say to be interviewed or to answer.

    "Sabri Duman ile söyleşi", "Sorularımızı Sabri Duman cevapladı", "an interview with Sabri Duman".
    """
    for line in _LINE.finditer(text, 0, max(0, text.rfind("\n", 0, text.find("?")))):
        people = [one for one in names if one.kind is NameKind.PERSON and line.start() <= one.span.start < line.end()]
        for person in people:
            before, behind = fold(text[line.start() : person.span.start]), fold(text[person.span.end : line.end()])
            if (
                _SPOKEN_WITH.match(behind)
                or _QUESTIONED.search(before)
                or (_ANSWERED_US.search(behind) and _QUESTIONS.search(before + behind) and len(people) == 1)
            ):
                return person
    return None


def _of_answerer(text: str, answerer: Name) -> list[Turn]:
    """The paragraphs that the name of whoever is interviewed stands before, where the questions have no label."""
    found = []
    for mark in _NAMED.finditer(text):
        if mark["sign"] == ":" and fold(mark["label"]) == fold(answerer.name):
            label = Span(*mark.span("label"))
            body = _trimmed(text, mark.end(), _line_end(text, mark.end(), len(text)))
            found.append(Turn(body, label, answerer.name, label, _ends_asking(text, body)))
    return found


def _by(turn: Turn, answerer: Name) -> Turn:
    """An answer without a label, on the word of whoever is interviewed."""
    own = turn.question is not None and turn.label is None
    return replace(turn, speaker=answerer.name, basis=answerer.span) if own else turn


def _trimmed(text: str, start: int, end: int) -> Span:
    return trimmed(text, Span(start, end))


def _line_end(text: str, start: int, limit: int) -> int:
    """The end of the line whose first word stands at or behind `start`."""
    first = next((at for at in range(start, limit) if not text[at].isspace()), start)
    end = text.find("\n", first, limit)
    return limit if end < 0 else end


def _posed(text: str) -> list[Turn]:
    """The turns that labels for questions and answers open, where there are both."""
    if "?" not in text:
        return []
    marks = list(_POSED.finditer(text))
    asks = [mark for mark in marks if mark["ask"]]
    if not asks or len(asks) == len(marks):
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    found = []
    for mark, end in zip(marks, ends, strict=True):
        body = _trimmed(text, mark.end(), _line_end(text, mark.end(), end))
        if body:
            found.append(Turn(body, Span(*mark.span("label")), asks=bool(mark["ask"]) and "?" in body.of(text)))
    return found


def _named(text: str, names: Sequence[Name], posed: Set[int]) -> list[Turn]:
    """The turns that labels with names or offices open, where two speak and somebody asks, or a sitting is held."""
    marks = [mark for mark in _NAMED.finditer(text) if mark.start("label") not in posed]
    if len(marks) < _TWO:
        return []
    people = {one.span.start: one for one in names if one.kind is NameKind.PERSON}
    surnames = _surnames(names)
    often = Counter(fold(mark["label"]) for mark in marks)
    offices = any(fold(mark["label"]) in _OFFICES for mark in marks)
    marks = [mark for mark in marks if _may_speak(mark, people, often, offices=offices)]
    sitting = [mark for mark in marks if mark["sign"] != ":"]
    marks = sitting if len(sitting) >= _TWO else marks  # at the head of minutes "Reis: Ferit Bey" says who presides
    labels = {fold(mark["label"]) for mark in marks}
    if len(marks) < _TWO or len(labels) < _TWO:
        return []
    found = []
    ends = [*(mark.start() for mark in marks[1:]), 0]
    for mark, end in zip(marks, ends, strict=True):
        # the last turn is one line long: what stands below it may be the page's own again
        body = _trimmed(text, mark.end(), end or _line_end(text, mark.end(), len(text)))
        if body:
            label = Span(*mark.span("label"))
            who = _called(mark["label"], people.get(label.start), surnames)
            found.append(Turn(body, label, who, label, _ends_asking(text, body)))
    asked = any(one.asks and other.speaker != one.speaker for one, other in pairwise(found))
    return found if asked or marks is sitting else []


def _may_speak(mark: re.Match[str], people: dict[int, Name], often: Counter[str], *, offices: bool) -> bool:
    """Whether a label is a person's or an office-holder's; behind a dash it must say so, or stand in capitals.

    Whoever answers a reporter has two names or stands in capitals; so has whoever speaks more than once.
    """
    words = [word.strip(".") for word in fold(mark["label"]).split()]
    known = bool(_TITLES & set(words)) or words[-1] in _OFFICES or mark.start("label") in people
    if mark["sign"] != ":":
        return (
            (known or len(words) == _TWO) if offices else known and (mark["label"].isupper() or mark["of"] is not None)
        )
    again = offices or often[fold(mark["label"])] >= _TWO
    return known or (again and (mark["label"].isupper() or len(words) == _TWO))


def _surnames(names: Sequence[Name]) -> dict[str, set[str]]:
    """The people of a page by their last words."""
    found: dict[str, set[str]] = {}
    for name in {one.name for one in names if one.kind is NameKind.PERSON}:
        found.setdefault(fold(name).split()[-1], set()).add(name)
    return found


def _called(label: str, person: Name | None, surnames: Mapping[str, Set[str]]) -> str:
    """How the speaker is called: as the page names him, by his surname's bearer, else as the label has it."""
    # what the page has of a name behind an ending that it took for a part of it is no fuller
    same = person is not None and fold(person.name).startswith(fold(label)) and " " not in person.name[len(label) :]
    if person is not None and len(person.text) + 1 >= len(label) and not same:
        return person.name
    bearers = surnames.get(fold(label), frozenset())
    if len(bearers) == 1:
        return next(iter(bearers))
    return " ".join(_as_written(word) for word in label.split()) if label.isupper() else label


def _as_written(word: str) -> str:
    """A word in capitals as a name is written.

    >>> _as_written("İSMAİL"), _as_written("IŞIK")
    ('İsmail', 'Işık')
    """
    return word[:1] + word[1:].replace("I", "ı").replace("İ", "i").lower()


def _dashed(page: Page) -> list[Turn]:
    """The lines of a dialogue that dashes open: of those that follow each other one asks and the next does not."""
    found: list[Turn] = []
    block: list[Turn] = []
    text = page.text
    for line in lines_of(page):
        mark = _DASH.match(text, line.span.start, line.span.end)
        if mark is not None:
            body = _trimmed(text, mark.end(), line.span.end)
            block.append(Turn(body, asks=_ends_asking(text, body)))
        elif block:
            found += block if _is_dialogue(block) else []
            block = []
    return found + (block if _is_dialogue(block) else [])


def _is_dialogue(block: Sequence[Turn]) -> bool:
    return any(one.asks and not other.asks for one, other in pairwise(block))


def _ends_asking(text: str, body: Span) -> bool:
    return body.of(text).rstrip(" \t*_\"'”’»)").endswith("?")


def _asking_lines(text: str, held: Sequence[Span], is_read: Callable[[int], bool], *, several: bool) -> list[Turn]:
    """The lines that are one question each, and those below them, which ask nothing: at least one, or `several`."""
    found = list[Turn]()
    lines = [
        _trimmed(text, *line.span()) for span in held if "?" in text[span.start : span.end + 1]
        for line in _LINE.finditer(text, span.start, span.end)
    ]  # fmt: skip
    for body in lines:
        said = body.of(text)
        if len(body) > _LONGEST_QUESTION or not _ends_asking(text, body) or re.search(r"[.!?…:]\s", said):
            continue
        below = _LINE.search(text, body.end)
        answer = _trimmed(text, *below.span()) if below is not None else None
        if answer is None or _ends_asking(text, answer) or not is_read(answer.start):
            continue
        if not (_ITEM.match(said) or _ITEM.match(answer.of(text))):
            found += [Turn(body, asks=True), Turn(answer)]
    if several and len(found) <= _TWO:
        return []
    # an answer goes on to the next question; the last is one paragraph
    ends = [found[index + 1].body.start for index in range(1, len(found) - 1, 2)]
    for index, end in zip(range(1, len(found) - 1, 2), ends, strict=True):
        found[index] = Turn(_trimmed(text, found[index].body.start, end))
    return found


def _answering(turns: Sequence[Turn], text: str) -> Iterator[Turn]:
    """The turns, each with the question right before it, where it asks nothing itself first."""
    for index, one in enumerate(turns):
        before = turns[index - 1] if index else None
        near = before is not None and text.count("\n", before.body.end, one.body.start) <= _FARTHEST
        answers = before is not None and near and before.asks and not one.asks and before.body != one.body
        answers = answers and _OPTION.match(one.body.of(text)) is None
        yield replace(one, question=before.body) if answers and before is not None else one
