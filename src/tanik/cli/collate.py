"""`tanik collate`: witnesses of one text side by side.

Comes in: files, ids of library documents, ``-``, or one file of CollateX JSON. Goes out: the apparatus as text, HTML,
TEI or CSV, or the alignment table as CollateX JSON.
"""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tanik.cli.options import (
    deliver,
    lang_option,
    library_option,
    out_option,
    say,
    terminal,
    voice_options,
)
from tanik.cli.progress import timed
from tanik.errors import UsageError
from tanik.library.place import library_path

if TYPE_CHECKING:
    from tanik.compare.collation import Apparatus
    from tanik.library.library import Library

__all__ = ["collate_command"]

_FORMS = ("text", "html", "json", "tei", "csv")


@click.command("collate", help=say("collate.help"), short_help=say("collate.short"))
@click.argument("witnesses", nargs=-1, required=True, metavar="WITNESS…")
@click.option("--base", metavar="SIGLUM", help=say("collate.base"))
@click.option("--view", type=click.Choice(("normal", "diplomatic")), default="normal", help=say("collate.view"))
@click.option("--spelling", type=click.Choice(("shown", "folded")), default="shown", help=say("collate.spelling"))
@click.option("--format", "form", type=click.Choice(_FORMS), default="text", help=say("collate.format"))
@click.option("--rendering", "as_rendering", is_flag=True, help=say("collate.rendering"))
@click.option("--whole-page", "whole", is_flag=True, help=say("collate.whole"))
@library_option
@out_option
@lang_option
@voice_options
def collate_command(
    *,
    witnesses: tuple[str, ...],
    base: str | None,
    view: str,
    spelling: str,
    form: str,
    as_rendering: bool,
    whole: bool,
    library: Path | None,
    out: Path | None,
    lang: str,
) -> None:
    """Lay witnesses of one text side by side."""
    from tanik.library.library import Library
    from tanik.witnesses import collate

    if as_rendering and form != "text":
        raise UsageError(say("collate.rendering_text", lang))
    if len(witnesses) == 1 and not as_rendering and not witnesses[0].lower().endswith(".json"):
        raise UsageError(say("collate.too_few", lang))
    asked = any(_may_be_document(word) for word in witnesses)
    with (
        Library.open(library_path(library)) if asked else nullcontext() as held,
        timed("progress.collated", lang, count=len(witnesses)),
    ):
        if as_rendering:
            result = _rendering(witnesses, held, out, lang)
        else:
            apparatus = collate(witnesses, held, base=base, view=view, spelling=spelling, whole=whole)
            result = _rendered(apparatus, form, out, lang)
    deliver(result, out)


def _may_be_document(word: str) -> bool:
    return ":" in word and not Path(word).exists() and not Path(word.partition("=")[2] or word).exists()


def _rendering(witnesses: tuple[str, ...], held: Library | None, out: Path | None, lang: str) -> str:
    from tanik.dossier.apparatus.rendering import to_text
    from tanik.witnesses import find_renderings

    texts, found = find_renderings(witnesses, held)
    width, colour = terminal(out)
    return to_text(texts, found, lang=lang, width=width, colour=colour)


def _rendered(apparatus: Apparatus, form: str, out: Path | None, lang: str) -> str:
    """The apparatus in the format asked for, each presenter imported only when it is wanted."""
    if form == "html":
        from tanik.dossier.apparatus.html import to_html

        return to_html(apparatus, title=_title(apparatus), lang=lang)
    if form == "tei":
        from tanik.dossier.apparatus.tei import to_tei

        return to_tei(apparatus, title=_title(apparatus), lang=lang)
    if form == "json":
        from tanik.dossier.apparatus.collatex import to_collatex

        return to_collatex(apparatus.collation)
    if form == "csv":
        from tanik.dossier.apparatus.table import to_csv

        return to_csv(apparatus)
    from tanik.dossier.apparatus.text import to_text

    width, colour = terminal(out)
    return to_text(apparatus, lang=lang, width=width, colour=colour)


def _title(apparatus: Apparatus) -> str | None:
    """The title of the base text, if it has one."""
    return apparatus.collation.witnesses[apparatus.base].about.title
