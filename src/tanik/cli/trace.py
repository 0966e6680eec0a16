"""`tanik trace`: where a passage comes from.

Comes in: a text, a file, or JSON Lines of `{"id", "text"}`. Goes out: every witness with what differs; for JSON Lines
one line for each, as soon as it is known, so that a stream of any length can be worked through.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

import click

from tanik.cli.options import (
    deliver,
    in_json,
    lang_option,
    library_option,
    out_option,
    say,
    tell_opened,
    terminal,
    voice_options,
    warn,
)
from tanik.errors import RecordError, UsageError
from tanik.library.place import library_path

if TYPE_CHECKING:
    from tanik.library.library import Library

__all__ = ["trace_command"]


@click.command("trace", help=say("trace.help"), short_help=say("trace.short"))
@click.argument("text", required=False)
@click.option("--file", "file", type=click.File("rb"), metavar="F", help=say("trace.file"))
@click.option("--jsonl", "jsonl", type=click.File("rb"), metavar="F", help=say("trace.jsonl"))
@click.option("--format", "form", type=click.Choice(("text", "json", "jsonl")), default=None, help=say("trace.format"))
@click.option("--explain", "explained", is_flag=True, help=say("trace.explain"))
@library_option
@out_option
@lang_option
@voice_options
@click.pass_context
def trace_command(
    ctx: click.Context,
    *,
    text: str | None,
    file: BinaryIO | None,
    jsonl: BinaryIO | None,
    form: str | None,
    explained: bool,
    library: Path | None,
    out: Path | None,
    lang: str,
) -> None:
    """Show every witness of a passage, with what differs."""
    from tanik.library.library import Library

    if sum(given is not None for given in (text, file, jsonl)) != 1:
        raise UsageError(say("trace.one_source", lang))
    if explained and (jsonl is not None or form not in (None, "text")):
        raise UsageError(say("trace.explain_text", lang))
    with Library.open(library_path(library)) as evidence:
        tell_opened(evidence, lang)
        if jsonl is not None:
            refused = _stream(jsonl, evidence, out, lang)
            ctx.exit(1 if refused else 0)
        words = text if text is not None else _decoded(file)
        result = _traced(words, evidence, form or "text", out, lang)
        deliver(result + _explained(words, evidence, lang) if explained else result, out)


def _decoded(file: BinaryIO | None) -> str:
    """The words of a file, in UTF-8. Raises `UsageError` naming the byte that is not."""
    assert file is not None
    data = file.read()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{file.name}: not UTF-8 at byte {error.start}; convert the file first") from error


def _traced(words: str, evidence: Library, form: str, out: Path | None, lang: str) -> str:
    from tanik.core.token import tokenize
    from tanik.dossier.json import trace_record, trace_to_json
    from tanik.dossier.terminal import render_trace
    from tanik.trace.run import run

    if not len(tokenize(words)):
        raise UsageError(say("trace.empty", lang))
    trace = run(words, evidence)
    if form == "jsonl":
        return json.dumps(trace_record("-", trace), ensure_ascii=False) + "\n"
    if form == "json":
        return in_json(trace_to_json(trace))
    witnesses = tuple(evidence.named(document) for document in sorted({m.document for m in trace.matches}))
    width, colour = terminal(out)
    return render_trace(trace, witnesses, language=lang, width=width, colour=colour)


def _explained(words: str, evidence: Library, lang: str) -> str:
    """How the result came about, in lines."""
    from tanik.trace.run import explain

    told = explain(words, evidence)
    lines = ["", say("trace.explained", lang, seeds=told.seeds, needed=told.needed), ""]
    lines += [say("trace.explained_words", lang), *(f"  {weight:5.2f}  {word}" for word, weight in told.words), ""]
    lines.append(say("trace.explained_chains" if told.chains else "trace.explained_none", lang))
    for chain in told.chains:
        lines.append(f"  {chain.weight:7.2f}  {chain.document}")
        lines += [f"             {seed} @ {position}" for seed, position in chain.runs]
    return "\n".join(lines) + "\n"


def _stream(jsonl: BinaryIO, evidence: Library, out: Path | None, lang: str) -> int:
    """Trace record after record, writing each result at once; the number of records refused."""
    from tanik.dossier.json import trace_record
    from tanik.dossier.reasons import in_words
    from tanik.trace.run import Documents, run

    documents = Documents(evidence)
    refused = 0
    with _sink(out) as sink:
        for number, line in enumerate(jsonl, start=1):
            try:
                identity, words = _record(line.strip())
            except RecordError as error:
                refused += 1
                warn(say("trace.bad_line", lang, file=jsonl.name, line=number, reason=in_words(str(error), lang)))
                continue
            sink.write(json.dumps(trace_record(identity, run(words, documents)), ensure_ascii=False) + "\n")
            sink.flush()
    return refused


@contextmanager
def _sink(out: Path | None) -> Iterator[TextIO]:
    """Where the lines of a stream go, one by one. Raises `UsageError` where the file cannot be written."""
    if out is None:
        yield sys.stdout
        return
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with out.open("w", encoding="utf-8", errors="backslashreplace") as sink:
            yield sink
    except OSError as error:
        raise UsageError(f"{out}: cannot be written ({error.strerror}); choose another --out") from error


def _record(line: bytes) -> tuple[str, str]:
    """The id and text of one line. Raises `RecordError` saying what is wrong with it."""
    try:
        record = json.loads(line)
    except ValueError as error:
        raise RecordError(f"not JSON ({error})") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str) or "id" not in record:
        raise RecordError('a record needs "id" and "text"')
    return str(record["id"]), record["text"]
