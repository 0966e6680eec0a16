"""`tanik check PAGE…`: the main job.

Comes in: pages. Goes out: one dossier over all of them, in one form or in several; what was refused is named on
standard error with its reason, and the exit status says so.
"""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tanik.cli.bundling import again, captured, write_captured
from tanik.cli.exports import FORMS, export_options, plan_outputs
from tanik.cli.options import (
    Day,
    form_of,
    in_json,
    lang_option,
    library_option,
    note,
    open_evidence,
    out_option,
    say,
    tables_option,
    terminal,
    verbose,
    voice_options,
    warn,
)
from tanik.cli.progress import progress, timed
from tanik.cli.reader import proposing, reader_option
from tanik.errors import UsageError

if TYPE_CHECKING:
    from tanik.bundle.capture import Captures
    from tanik.dossier.model import Contents, Dossier
    from tanik.fetch import Limits

__all__ = ["check_command"]


@click.command("check", help=say("check.help"), short_help=say("check.short"))
@click.argument("pages", nargs=-1, metavar="PAGE…")
@library_option
@click.option("--no-library", is_flag=True, help=say("check.no_library"))
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default=None,
    show_default=say("option.form_of_out"),
    help=say("check.format"),
)
@click.option("--no-fetch", is_flag=True, help=say("check.no_fetch"))
@reader_option
@click.option("--timeout", type=click.FloatRange(0.1), default=20.0, show_default=True, help=say("check.timeout"))
@click.option("--max-size", type=click.IntRange(1), default=25, show_default=True, help=say("check.max_size"))
@click.option("--jobs", "-j", type=click.IntRange(0), default=0, metavar="N", help=say("check.jobs"))
@click.option("--fast", is_flag=True, help=say("check.fast"))
@click.option("--every-clause", is_flag=True, help=say("check.every_clause"))
@click.option("--as-of", type=Day(), metavar="DATE", help=say("check.as_of"))
@click.option("--bundle", type=click.Path(path_type=Path), metavar="FILE.zip", help=say("check.bundle"))
@click.option(
    "--again",
    "old",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE.zip",
    help=say("check.again"),
)
@export_options
@tables_option
@out_option
@lang_option
@voice_options
@click.pass_context
def check_command(
    ctx: click.Context,
    *,
    pages: tuple[str, ...],
    library: Path | None,
    no_library: bool,
    form: str | None,
    no_fetch: bool,
    reader: str | None,
    timeout: float,
    max_size: int,
    jobs: int,
    fast: bool,
    every_clause: bool,
    as_of: date | None,
    bundle: Path | None,
    old: Path | None,
    exports: tuple[str, ...],
    reviewed_by: str | None,
    style: str | None,
    out: Path | None,
    lang: str,
) -> None:
    """Read pages and write one dossier over all of them."""
    from tanik.bundle.model import Asked
    from tanik.front import check, count_files

    form = form or form_of(out)
    proposed = proposing(reader, lang)
    _must_fit(pages, old, exports, form, lang)
    outputs = plan_outputs(form, out, exports, reviewed_by=reviewed_by, style=style, lang=lang)
    evidence = None if no_library else open_evidence(library, lang)
    if old is not None:
        with evidence or nullcontext():
            ctx.exit(1 if again(old, evidence, bundle=bundle, form=form, jobs=jobs, out=out, lang=lang) else 0)
    with evidence or nullcontext(), captured(bundle) as kept:
        captures = _Captures(out, kept)
        with progress(lang, lambda: count_files(pages)) as told, timed("progress.all", lang):
            dossier = check(
                pages,
                evidence,
                language=lang,
                as_of=as_of,
                progress=told,
                keep=captures.keep,
                watch=kept.watch if kept is not None else None,
                may_fetch=not no_fetch,
                limits=_limits(pages, timeout, max_size),
                jobs=jobs,
                fast=fast,
                every_clause=every_clause,
            )
        captures.tell(lang)
        _tell_inputs(dossier, lang)
        if kept is not None and bundle is not None and dossier.pages:
            asked = Asked(lang, as_of.isoformat() if as_of is not None else None, fast, every_clause)
            write_captured(bundle, dossier, kept, asked, library=evidence, lang=lang)
    if dossier.pages:
        with timed("progress.written", lang):
            outputs.write(proposed(dossier), _rendered)
    ctx.exit(1 if dossier.refused else 0)


def _must_fit(pages: tuple[str, ...], old: Path | None, exports: tuple[str, ...], form: str, lang: str) -> None:
    """Pages or an old bundle, never both; of a bundle, only what tells news."""
    if bool(pages) == (old is not None):
        raise UsageError(say("check.what", lang))
    if old is not None and (exports or form not in ("text", "json")):
        raise UsageError(say("export.again", lang))


def _limits(pages: tuple[str, ...], timeout: float, max_size: int) -> Limits | None:
    """How long and how large a fetched page may be; the network is not even loaded where no address was given."""
    if not any(page.lower().startswith("http") for page in pages):
        return None
    from tanik.fetch import Limits

    return Limits(seconds=timeout, bytes=max_size * 1024 * 1024)


def _tell_inputs(dossier: Dossier, lang: str) -> None:
    """What became of containers, and every input that was refused, with the reason."""
    from tanik.dossier.reasons import in_words

    for contents in dossier.contents:
        if contents.skipped or not Path(contents.source).is_dir() or verbose():
            note(_account(contents, lang))
    for refusal in dossier.refused:
        warn(say("check.refused", lang, source=refusal.source, reason=in_words(refusal.reason, lang)))
    if not dossier.pages:
        refused = len(dossier.refused)
        warn(say("check.nothing" if refused > 1 else "check.nothing_one", lang, count=refused))


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
    """Keeps what was fetched: in the bundle where there is one, and beside the dossier in a WARC named after it."""

    def __init__(self, out: Path | None, bundled: Captures | None = None) -> None:
        self._path = out.with_suffix(".warc.gz") if out is not None else None
        self._bundled = bundled
        self._count = 0

    def keep(self, exchange: bytes) -> None:
        """Write one exchange behind those already kept; the first one starts the file anew."""
        if self._bundled is not None:
            self._bundled.keep(exchange)
        if self._path is not None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("ab" if self._count else "wb") as file:
                file.write(exchange)
        self._count += 1

    def tell(self, lang: str) -> None:
        """Say where the captures lie, or that there was nowhere to keep them."""
        if self._count and self._path is None and self._bundled is None:
            note(say("check.not_kept", lang))
        elif self._count and self._path is not None:
            note(say("check.kept", lang, path=self._path))


def _rendered(dossier: Dossier, form: str, out: Path | None) -> str:
    """The dossier in the format asked for, each presenter imported only when it is wanted."""
    if form == "json":
        from tanik.dossier.json import to_json

        return in_json(to_json(dossier))
    if form == "html":
        from tanik.dossier.html import to_html

        return to_html(dossier)
    if form == "md":
        from tanik.dossier.markdown import to_markdown

        return to_markdown(dossier)
    from tanik.dossier.terminal import render_text

    width, colour = terminal(out)
    return render_text(dossier, width=width, colour=colour)
