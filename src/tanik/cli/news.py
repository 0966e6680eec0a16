"""What is new since a bundle was written, in words.

Comes in: the news. Goes out: text for a person, in Turkish or English, with colour where the terminal has it. What
strangers wrote is made fit to be shown first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from tanik.cli.options import say

if TYPE_CHECKING:
    from tanik.bundle.news import Changed, News

__all__ = ["news_in_words"]

_SHOWN = 160


def news_in_words(news: News, lang: str, *, colour: bool = False) -> str:
    """The news as lines, heading by heading; one line where there is none."""
    lines = [*_searched(news, lang)]
    if news.versions[0] != news.versions[1]:
        lines.append(say("again.versions", lang, before=news.versions[0], after=news.versions[1]))
    for key, rows in _sections(news, lang):
        if rows:
            lines += ["", click.style(say(key, lang), bold=True) if colour else say(key, lang)]
            lines += [f"  {row}" for row in rows]
    if news.nothing:
        lines += ["", say("again.nothing", lang)]
    elif news.same:
        lines += ["", say("again.same", lang, count=news.same)]
    return "\n".join(lines) + "\n"


def _searched(news: News, lang: str) -> Iterator[str]:
    before, after = news.before, news.after
    none = say("again.no_library", lang)
    was = say("again.documents", lang, count=before.documents) if before else none
    now = say("again.documents", lang, count=after.documents) if after else none
    same = before is not None and after is not None and before.digest == after.digest
    yield say("again.library_same" if same else "again.library", lang, before=was, after=now)


def _sections(news: News, lang: str) -> Iterator[tuple[str, list[str]]]:
    from tanik.dossier.reasons import in_words

    yield "again.readable", list(map(_clean, news.readable))
    yield "again.refused", [f"{_clean(source)}: {_clean(in_words(reason, lang))}" for source, reason in news.refused]
    yield "again.reread", list(map(_clean, news.reread))
    yield "again.quotations", [_changed(change, lang) for change in news.quotations]
    yield "again.new_witnesses", list(map(_clean, news.new_witnesses))
    yield "again.gone_witnesses", list(map(_clean, news.gone_witnesses))
    yield "again.lost_documents", list(map(_clean, news.lost_documents))
    yield "again.changed_documents", list(map(_clean, news.changed_documents))
    yield "again.came", list(map(_clean, news.came))
    yield "again.went", list(map(_clean, news.went))
    yield "again.facts", [f"{say(f'again.fact.{kind}', lang)}: {was} → {now}" for kind, was, now in news.facts]


def _changed(change: Changed, lang: str) -> str:
    from tanik.dossier.display import shorten

    kind = say(f"again.kind.{change.kind}", lang, page=change.page)
    became = f"{_status(change.before, lang)} → {_status(change.after, lang)}"
    if change.before == change.after:
        became = _status(change.after, lang)
    parts = [f"{kind} “{shorten(_clean(change.text), _SHOWN)}”: {became}"]
    if change.came:
        parts.append(say("again.match_came", lang, documents=", ".join(map(_clean, change.came))))
    if change.went:
        parts.append(say("again.match_went", lang, documents=", ".join(map(_clean, change.went))))
    return "; ".join(parts)


def _status(status: str | None, lang: str) -> str:
    from tanik.dossier.phrases import word

    return say("again.untraced", lang) if status is None else word("status", status, lang)


def _clean(text: str) -> str:
    from tanik.dossier.display import clean

    return " ".join(clean(text).split())
