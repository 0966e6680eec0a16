"""The export of a chat, message by message.

Comes in: a plain text. Goes out: a `Reading` in which each message is a comment with its writer and its minute, or
None where the text is no such export. Three forms are known: WhatsApp's of Android (`12.03.2021 14:22 - Ayşe: …`), of
iOS (`[12.03.2021 14:22:05] Ayşe: …`), and messages copied out of Telegram (`Ayşe, [12.03.2021 14:22]` above the
words). What the program itself writes ("<Medya dahil edilmedi>") is boilerplate. The text is the file's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Final

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.core.tables import read_toml
from tanik.page.model import SegmentKind
from tanik.page.reading import Label, Reading, paint

__all__ = ["read_chat"]

_DAY: Final = r"(?P<a>\d{1,2})[./](?P<b>\d{1,2})[./](?P<year>\d{4}|\d{2})"
_TIME: Final = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.]\d{2})?(?:\s?(?P<half>[AaPp][Mm]|Ö[ÖS]))?"
_WHO: Final = r"(?:(?P<who>[^:\n\[\]]{1,60}):(?:[ \t]|$))?"
_FORMS: Final = tuple(
    re.compile(form, re.M)
    for form in (
        rf"^\u200e?{_DAY},?[ \u202f]{_TIME}[ \u202f][-–][ \u202f]{_WHO}",
        rf"^\u200e?\[{_DAY},?[ \u202f]{_TIME}\][ \u202f]\u200e?{_WHO}",
        rf"^(?P<who>[^:\n\[\]]{{1,60}}), \[{_DAY},?[ \u202f]{_TIME}\]:?[ \t]*$",
    )
)
# What the program says of a message above its words and behind them.
_HANDED: Final = re.compile(r"((?:Birçok kez |Çok kez )?[İi]letildi|Forwarded(?: many times)?|Yönlendirildi)[ \t]*\n")
_CHANGED: Final = re.compile(r"\s*\u200e?(<)(?:Bu mesaj düzenlendi|This message was edited)\.?>\s*$")
_MARKS: Final = "\u200e\u200f\u202a\u202c~ \t"
_NOON: Final = 12


@dataclass(frozen=True, slots=True)
class _Message:
    """Where a message's header and words stand, and who wrote it when; nobody where the program speaks.

    `tail` is what the program says behind the words.
    """

    header: Span
    body: Span
    author: str | None
    published: str | None
    tail: Span | None = None


@cache
def _notes() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row['match']})" for row in read_toml("tanik.page", "chats.toml")["note"]))


def read_chat(text: str) -> Reading | None:
    """The messages of an exported chat, or None where `text` does not begin with one and hold a second.

    >>> made = read_chat("12.03.2021 14:22 - Ayşe: Köprü 1905'te yapıldı.\\n12.03.2021 14:25 - Ali: Değil.")
    >>> [(part.author, part.published) for part in made.segments if part.kind == "comment"] if made else None
    [('Ayşe', '2021-03-12T14:22'), ('Ali', '2021-03-12T14:25')]
    >>> read_chat("Köprü 12.03.2021 14:22 - Ayşe") is None
    True
    """
    for form in _FORMS:
        heads = list(form.finditer(text))
        if sum(head["who"] is not None for head in heads) > 1 and not text[: heads[0].start()].strip(
            _MARKS + "\ufeff\n"
        ):
            return Reading(text=text, segments=paint(*_labelled(text, list(_messages(text, heads)))))
    return None


def _messages(text: str, heads: Sequence[re.Match[str]]) -> Iterator[_Message]:
    # A day above 12 in the second place of any header says that months stand first in all of them.
    american = any(int(head["b"]) > _NOON for head in heads)
    ends = [head.start() for head in heads[1:]] + [len(text)]
    for head, end in zip(heads, ends, strict=True):
        author = head["who"].strip(_MARKS) if head["who"] else None
        header = _trimmed(text, head.start(), head.end())
        body = _trimmed(text, head.end(), end)
        handed = _HANDED.match(text, body.start, body.end)
        if handed is not None and author:
            header, body = Span(header.start, handed.end(1)), _trimmed(text, handed.end(), end)
        changed = _CHANGED.search(body.of(text))
        tail = None
        if changed is not None and changed.start():
            tail = Span(body.start + changed.start(1), body.end)
            body = _trimmed(text, body.start, body.start + changed.start())
        yield _Message(header, body, author or None, _minute(head, american=american), tail)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in _MARKS):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _MARKS):
        end -= 1
    return Span(start, end)


def _minute(head: re.Match[str], *, american: bool) -> str | None:
    """The minute of a header in EDTF, None where the calendar or the clock has no such one."""
    day, month = (head["b"], head["a"]) if american else (head["a"], head["b"])
    hour, half = int(head["hour"]), (head["half"] or "").upper()
    if half:
        hour = hour % _NOON + (_NOON if half in ("PM", "ÖS") else 0)
    year = int(head["year"]) + (2000 if len(head["year"]) == 2 else 0)
    try:
        return datetime(year, int(month), int(day), hour, int(head["minute"])).isoformat(timespec="minutes")
    except ValueError:
        return None


def _labelled(text: str, messages: Sequence[_Message]) -> tuple[list[Span], list[Label]]:
    spans: list[Span] = []
    labels: list[Label] = []
    for number, message in enumerate(messages):
        group = ("message", number)
        own = message.author is None or _notes().search(fold(message.body.of(text).strip(_MARKS)))
        spans += [message.header, message.body]
        if own:
            labels += [Label(SegmentKind.BOILERPLATE, "chat.note", group)] * 2
        else:
            who = (message.author, message.published)
            labels.append(Label(SegmentKind.BYLINE, "chat.header", ("header", number), *who, group))
            labels.append(Label(SegmentKind.COMMENT, "chat.message", group, *who))
        if message.tail is not None:
            spans.append(message.tail)
            labels.append(Label(SegmentKind.BOILERPLATE, "chat.note", ("tail", number)))
    return spans, labels
