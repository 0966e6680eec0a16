"""Where results go: the form asked for, and any number of further ones from the same run.

Comes in: the options ``--format``, ``--out``, ``--export``, ``--reviewed-by`` and ``--style``. Goes out: files. All
that can be wrong with them is said before the first page is read: nobody should wait for what cannot be written.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tanik.cli.options import deliver, note, say
from tanik.dossier.export.names import EXPORTS, FOLDERS, STYLES, SUFFIXES, form_of
from tanik.errors import UsageError

if TYPE_CHECKING:
    from tanik.dossier.export.formats import ExportOptions
    from tanik.dossier.model import Dossier

__all__ = ["FORMS", "Output", "Outputs", "export_options", "plan_outputs"]

FORMS = ("text", "json", "html", "md", *EXPORTS)
_BINARY = ("docx",)
_Command = TypeVar("_Command", bound=Callable[..., Any])
Render = Callable[["Dossier", str, Path | None], str]


def export_options(command: _Command) -> _Command:
    """``--export``, ``--reviewed-by`` and ``--style``."""
    style = click.option("--style", type=click.Choice(STYLES), help=say("check.style"))
    reviewer = click.option("--reviewed-by", metavar="NAME[,URL]", help=say("check.reviewed_by"))
    exports = click.option("--export", "exports", multiple=True, metavar="[FORM=]PATH", help=say("check.export"))
    return exports(reviewer(style(command)))


@dataclass(frozen=True, slots=True)
class Output:
    """One result: its form, and where it goes (None: to standard output)."""

    form: str
    out: Path | None


@dataclass(frozen=True, slots=True)
class Outputs:
    """Everything that a run writes."""

    outputs: tuple[Output, ...]
    options: ExportOptions
    lang: str

    def write(self, dossier: Dossier, render: Render) -> None:
        """Write all of them; `render` makes the forms that are no exports."""
        from tanik.dossier.export.formats import export

        for output in self.outputs:
            if output.form in EXPORTS:
                made = export(dossier, output.form, self.options)
            else:
                made = render(dossier, output.form, output.out)
            _put(made, output.out)
            if output.out is not None:
                note(say("check.written", self.lang, out=output.out))


def plan_outputs(
    form: str, out: Path | None, exports: tuple[str, ...], *, reviewed_by: str | None, style: str | None, lang: str
) -> Outputs:
    """What is to be written where.

    Raises ``UsageError`` for a form that cannot be told from a name, that lacks what it needs, or cannot go where it is
    sent.
    """
    from tanik.dossier.export.formats import ExportOptions
    from tanik.dossier.export.reviewer import Reviewer

    outputs = (Output(form, out), *(_named(word, lang) for word in exports))
    reviewer = Reviewer.parse(reviewed_by) if reviewed_by is not None else None
    for output in outputs:
        _check(output, has_reviewer=reviewer is not None, lang=lang)
    paths = [output.out.absolute() for output in outputs if output.out is not None]
    if len(set(paths)) < len(paths):
        raise UsageError(say("export.twice", lang))
    if style is None:
        return Outputs(outputs, ExportOptions(reviewer, None), lang)
    from tanik.dossier.export.styles import Style

    return Outputs(outputs, ExportOptions(reviewer, Style(style)), lang)


def _named(word: str, lang: str) -> Output:
    """``FORM=PATH``, or a path whose ending tells the form."""
    named, equals, path = word.partition("=")
    if equals and named in FORMS and path:
        return Output(named, Path(path))
    form = form_of(word)
    if form is None and word.rpartition(".")[2] in FOLDERS:
        raise UsageError(say("export.folder", lang, form=word.rpartition(".")[2]))
    if form is None:
        raise UsageError(say("export.unknown", lang, path=word, endings=" ".join(SUFFIXES), forms=" ".join(FORMS)))
    return Output(form, Path(word))


def _check(output: Output, *, has_reviewer: bool, lang: str) -> None:
    if output.form == "claimreview" and not has_reviewer:
        raise UsageError(say("export.no_reviewer", lang))
    if output.form in FOLDERS:
        if output.out is None or (output.out.exists() and not output.out.is_dir()):
            raise UsageError(say("export.folder", lang, form=output.form))
        if output.form == "parquet":
            _need("pyarrow", "parquet", lang)
    elif output.out is not None and output.out.is_dir():
        raise UsageError(say("export.is_folder", lang, path=output.out))
    if output.form in _BINARY and output.out is None and sys.stdout.isatty():
        raise UsageError(say("export.binary", lang, form=output.form))


def _need(package: str, extra: str, lang: str) -> None:
    """Say which extra to install where a package is not here."""
    from importlib.util import find_spec

    if find_spec(package) is None:
        raise UsageError(say("export.extra", lang, package=package, extra=f"tanik[{extra}]"))


def _put(made: str | bytes | dict[str, bytes], out: Path | None) -> None:
    if not isinstance(made, dict):
        deliver(made, out)
    elif out is not None:
        for name, content in made.items():
            deliver(content, out / name)
