"""`tanik copies PAGE…`: who took a text from whom.

Comes in: pages, and a sentence where only its history is wanted. Goes out: the tree of each group of copies with a
table beside it, as text, JSON, HTML, DOT or SVG.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tanik.cli.options import (
    deliver,
    in_json,
    lang_option,
    library_option,
    note,
    open_evidence,
    out_option,
    say,
    voice_options,
    warn,
)
from tanik.cli.progress import timed
from tanik.errors import UsageError

if TYPE_CHECKING:
    from tanik.compare.first_seen import History
    from tanik.compare.model import CopyGroup
    from tanik.dossier.tree import Layout, Named
    from tanik.lineage import Lineage

__all__ = ["copies_command"]

_FORMS = ("text", "json", "html", "dot", "svg")
_WIDEST = 32  # characters of a column: three of them and a date fit a usual window


@click.command("copies", help=say("copies.help"), short_help=say("copies.short"))
@click.argument("pages", nargs=-1, metavar="PAGE…")
@click.option("--sentence", metavar="TEXT", help=say("copies.sentence"))
@click.option("--no-spelling", is_flag=True, help=say("copies.no_spelling"))
@click.option("--no-library", is_flag=True, help=say("check.no_library"))
@click.option("--no-fetch", is_flag=True, help=say("check.no_fetch"))
@click.option(
    "--format", "form", type=click.Choice(_FORMS), default="text", show_default=True, help=say("copies.format")
)
@library_option
@out_option
@lang_option
@voice_options
@click.pass_context
def copies_command(
    ctx: click.Context,
    *,
    pages: tuple[str, ...],
    sentence: str | None,
    no_spelling: bool,
    no_library: bool,
    no_fetch: bool,
    form: str,
    library: Path | None,
    out: Path | None,
    lang: str,
) -> None:
    """Say who took a text from whom."""
    from tanik.dossier.reasons import in_words
    from tanik.lineage import copies, first_seen

    if not pages and sentence is None:
        raise UsageError(say("copies.nothing", lang))
    opened = None if no_library else open_evidence(library, lang)
    with opened or nullcontext() as held, timed("progress.copies", lang):
        if sentence is not None:
            history, names = first_seen(sentence, pages, held, spelling=not no_spelling, may_fetch=not no_fetch)
            deliver(_history(history, names, form, lang), out)
            return
        found = copies(pages, held, spelling=not no_spelling, language=lang, may_fetch=not no_fetch)
    for refusal in found.dossier.refused:
        warn(say("check.refused", lang, source=refusal.source, reason=in_words(refusal.reason, lang)))
    deliver(_groups(found, form, lang), out)
    ctx.exit(1 if found.dossier.refused else 0)


def _groups(found: Lineage, form: str, lang: str) -> str:
    from tanik.dossier.json_copies import copy_group_to_json
    from tanik.dossier.tree import lay_out

    if form == "json":
        told = {
            "pages": [
                {
                    "id": one.id,
                    "title": one.title or one.source.label,
                    "date": one.published,
                    "source": one.source.label,
                }
                for one in (report.page for report in found.dossier.pages)
            ],
            "documents": [_called(name, named) for name, named in found.names.items() if named.is_document],
            "copies": [copy_group_to_json(group, _page_texts(group, found)) for group in found.groups],
        }
        return in_json(told)
    if form == "html":
        from tanik.dossier.apparatus.copies import to_html

        return to_html(found.groups, found.texts, found.names, lang=lang)
    layouts = [lay_out(group, found.names) for group in found.groups]
    if form == "text" and layouts:
        return "\n".join(_text(layout, number, lang) for number, layout in enumerate(layouts, 1))
    return _drawn(layouts, form, lang)


def _page_texts(group: CopyGroup, found: Lineage) -> dict[str, str]:
    """The texts of what stands among the group's passages: pages, and documents that were asked for by their ids."""
    held = {place.page for place in group.passages}
    pages = {report.page.id: report.page.text for report in found.dossier.pages}
    return pages | {name: text for name, text in found.texts.items() if name in held}


def _called(name: str, named: Named) -> dict[str, str | None]:
    return {"id": name, "title": named.label, "date": named.date}


def _drawn(layouts: list[Layout], form: str, lang: str) -> str:
    """The pictures, one after the other; a sentence where there are none."""
    from tanik.dossier.tree import phrase, to_dot, to_svg

    if form == "dot":
        return "".join(to_dot(layout) for layout in layouts)
    if form == "svg":
        if len(layouts) > 1:
            note(say("copies.first_only", lang, count=len(layouts)))
        return to_svg(layouts[0], lang) + "\n" if layouts else ""
    return phrase("none", lang) + "\n"


def _text(layout: Layout, number: int, lang: str) -> str:
    from tanik.dossier.tree import phrase, to_lines, to_rows

    heads = [phrase(f"column.{name}", lang) for name in ("copy", "date", "source", "certainty")]
    rows = [heads, *(list(row[:4]) for row in to_rows(layout, lang))]
    title = phrase("group", lang, number=number, count=len(layout.nodes))
    return "\n".join([title, "", *to_lines(layout, lang), "", *_set_in_columns(rows)]) + "\n"


def _set_in_columns(rows: list[list[str]]) -> Iterator[str]:
    """A table for a terminal: cells that are too wide go on below, nothing is cut off."""
    widths = [min(_WIDEST, max(len(row[at]) for row in rows)) for at in range(len(rows[0]))]
    for row in rows:
        cells = [textwrap.wrap(cell, width) or [""] for cell, width in zip(row, widths, strict=True)]
        for line in zip_longest(*cells, fillvalue=""):
            yield "  ".join(part.ljust(width) for part, width in zip(line, widths, strict=True)).rstrip()


def _history(history: History, names: Mapping[str, Named], form: str, lang: str) -> str:
    from tanik.dossier.tree import day_of, lay_out, phrase

    if form == "json":
        return in_json(_history_record(history, names))
    if not history.sightings:
        return phrase("unseen", lang) + "\n" if form == "text" else ""
    if form == "html":
        from tanik.dossier.apparatus.copies import to_html

        return to_html((_as_group(history),), {}, names, lang=lang)
    layout = lay_out(_as_group(history), names)
    if form != "text":
        return _drawn([layout], form, lang)
    if history.first is None:
        told = phrase("first_unknown", lang)
    else:
        seen = history.first
        told = phrase("first", lang, label=names[seen.id].label, date=day_of(names[seen.id], lang))
    return f"{told}\n\n{_text(layout, 1, lang)}"


def _as_group(history: History) -> CopyGroup:
    from tanik.compare.model import CopyDocument, CopyGroup, Place

    seen, descent = history.sightings, history.descent
    return CopyGroup(
        tuple(Place(one.id, one.span) for one in seen if one.is_page),
        None,
        descent.links,
        descent.unsure,
        tuple(CopyDocument(one.id, one.span) for one in seen if not one.is_page),
        descent.lost,
        descent.apparatus,
    )


def _history_record(history: History, names: Mapping[str, Named]) -> dict[str, object]:
    links = [(link, True) for link in history.descent.links] + [(link, False) for link in history.descent.unsure]
    return {
        "sentence": history.sentence,
        "first": history.first.id if history.first else None,
        "sightings": [
            {
                "id": one.id,
                "title": names[one.id].label,
                "published": one.published,
                "start": one.span.start,
                "end": one.span.end,
                "text": one.text,
                "share": round(one.share, 3),
            }
            for one in history.sightings
        ],
        "links": [
            {
                "from": link.from_,
                "to": link.to,
                "sure": sure,
                "why": list(link.why),
                "readings": [{"kind": one.kind, "before": one.before, "after": one.after} for one in link.readings],
            }
            for link, sure in links
        ],
    }
