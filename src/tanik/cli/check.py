"""`tanik check PAGE…`: the main job.

Comes in: pages. Goes out: one dossier over all of them, as text, JSON, HTML or Markdown; what was refused is named on
standard error with its reason, and the exit status says so.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tanik.cli.options import deliver, lang_option, library_option, library_path, note, out_option, say, tables_option

if TYPE_CHECKING:
    from tanik.dossier.model import Contents, Dossier
    from tanik.examine import Progress, Step
    from tanik.library.library import Library

__all__ = ["check_command"]


@click.command("check", help=say("check.help"), short_help=say("check.short"))
@click.argument("pages", nargs=-1, required=True, metavar="PAGE…")
@library_option
@click.option("--no-library", is_flag=True, help=say("check.no_library"))
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "html", "md")),
    default="text",
    show_default=True,
    help=say("check.format"),
)
@click.option("--no-fetch", is_flag=True, help=say("check.no_fetch"))
@click.option("--timeout", type=click.FloatRange(0.1), default=20.0, show_default=True, help=say("check.timeout"))
@click.option("--max-size", type=click.IntRange(1), default=25, show_default=True, help=say("check.max_size"))
@click.option("--jobs", "-j", type=click.IntRange(0), default=0, metavar="N", help=say("check.jobs"))
@click.option("--fast", is_flag=True, help=say("check.fast"))
@click.option("--as-of", type=click.DateTime(("%Y-%m-%d",)), metavar="DATE", help=say("check.as_of"))
@tables_option
@out_option
@lang_option
@click.pass_context
def check_command(
    ctx: click.Context,
    *,
    pages: tuple[str, ...],
    library: Path | None,
    no_library: bool,
    form: str,
    no_fetch: bool,
    timeout: float,
    max_size: int,
    jobs: int,
    fast: bool,
    as_of: datetime | None,
    out: Path | None,
    lang: str,
) -> None:
    """Read pages and write one dossier over all of them."""
    from tanik.fetch import Limits
    from tanik.front import check, count_files

    evidence = None if no_library else _open_library(library, lang)
    captures = _Captures(out)
    with evidence or nullcontext(), _progress(lang, lambda: count_files(pages)) as progress:
        dossier = check(
            pages,
            evidence,
            language=lang,
            as_of=as_of.date() if as_of is not None else None,
            progress=progress,
            keep=captures.keep,
            may_fetch=not no_fetch,
            limits=Limits(seconds=timeout, bytes=max_size * 1024 * 1024),
            jobs=jobs,
            fast=fast,
        )
    captures.tell(lang)
    for contents in dossier.contents:
        if contents.skipped or not Path(contents.source).is_dir():
            note(_account(contents, lang))
    for refusal in dossier.refused:
        note(say("check.refused", lang, source=refusal.source, reason=refusal.reason))
    if dossier.pages:
        deliver(_rendered(dossier, form, out), out)
        if out is not None:
            note(say("check.written", lang, out=out))
    else:
        note(say("check.nothing", lang, count=len(dossier.refused)))
    ctx.exit(1 if dossier.refused else 0)


def _account(contents: Contents, lang: str) -> str:
    """One line on what became of everything in a container, in words."""
    skipped = sum(count for _, count in contents.skipped)
    reasons = ", ".join(f"{say(f'why.{reason}', lang)} {count:,}" for reason, count in contents.skipped)
    return say(
        "check.contents",
        lang,
        source=contents.source,
        total=contents.read + contents.refused + skipped,
        read=contents.read,
        skipped=f"{skipped:,} ({reasons})" if skipped else "0",
        refused=contents.refused,
    )


class _Captures:
    """Keeps what was fetched beside the dossier: one WARC file, named after it."""

    def __init__(self, out: Path | None) -> None:
        self._path = out.with_suffix(".warc.gz") if out is not None else None
        self._count = 0

    def keep(self, exchange: bytes) -> None:
        """Write one exchange behind those already kept; the first one starts the file anew."""
        if self._path is not None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("ab" if self._count else "wb") as file:
                file.write(exchange)
        self._count += 1

    def tell(self, lang: str) -> None:
        """Say where the captures lie, or that there was nowhere to keep them."""
        if self._count and self._path is None:
            note(say("check.not_kept", lang))
        elif self._count:
            note(say("check.kept", lang, path=self._path))


def _open_library(given: Path | None, lang: str) -> Library | None:
    """The library to search. A default library that was never made is no error: the page is read without one."""
    from tanik.library.library import Library

    path = library_path(given)
    if given is None and not path.exists():
        note(say("check.library_absent", lang, path=path))
        return None
    return Library.open(path)


def _rendered(dossier: Dossier, form: str, out: Path | None) -> str:
    """The dossier in the format asked for, each presenter imported only when it is wanted."""
    if form == "json":
        import json

        from tanik.dossier.json import to_json

        return json.dumps(to_json(dossier), ensure_ascii=False, indent=1) + "\n"
    if form == "html":
        from tanik.dossier.html import to_html

        return to_html(dossier)
    if form == "md":
        from tanik.dossier.markdown import to_markdown

        return to_markdown(dossier)
    from tanik.dossier.terminal import render_text

    colour = out is None and sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if colour else 100
    return render_text(dossier, width=width, colour=colour)


@contextmanager
def _progress(lang: str, count: Callable[[], int | None]) -> Iterator[Progress | None]:
    """A bar on standard error, on a terminal only: pages done of all (where `count` knows), the name, the refused."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    words = "{task.fields[told]} {task.description}"
    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn(words, markup=False))
    refused = 0
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(say("check.reading", lang), total=count(), told="")

        def advance(step: Step) -> None:
            nonlocal refused
            refused += step.refused
            told = say("check.refused_so_far", lang, count=refused) if refused else ""
            bar.update(task, advance=1, description=step.name[-60:], told=told)

        yield advance
