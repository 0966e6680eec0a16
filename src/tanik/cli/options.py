"""Options that several commands share, and the words of the command line in the reader's language.

Comes in: decorators on commands. Goes out: parsed values. Which language people are spoken to in is settled here,
once: ``--lang``, else ``TANIK_LANG``, else the locale, else English.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable
from datetime import date
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tanik.core.rows import Rows
from tanik.core.whole import written_whole
from tanik.errors import UsageError

if TYPE_CHECKING:
    from tanik.library.library import Library

__all__ = [
    "LANGUAGES",
    "Day",
    "default_language",
    "deliver",
    "detail",
    "form_of",
    "in_json",
    "lang_option",
    "library_option",
    "note",
    "open_evidence",
    "out_option",
    "quiet",
    "say",
    "tables_option",
    "tell_opened",
    "terminal",
    "verbose",
    "voice_options",
    "warn",
]

LANGUAGES = ("tr", "en")
_ENDINGS = {".html": "html", ".htm": "html", ".json": "json", ".md": "md"}
_VOICE = "tanik.voice"
_Command = TypeVar("_Command", bound=Callable[..., Any])


def default_language() -> str:
    """``tr`` or ``en``, from ``TANIK_LANG`` or the locale."""
    for name in ("TANIK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value[:2].lower() in LANGUAGES:
            return value[:2].lower()
        if value:
            return "en"
    return "en"


# A command says few of the words, and reads only those.
_WORDS = Rows(resources.files("tanik.cli").joinpath("words.toml").read_text(encoding="utf-8"))


def say(key: str, lang: str | None = None, /, **details: object) -> str:
    """The words for `key` in `lang` (default: the reader's), with `details` filled in."""
    return _WORDS[key][lang or default_language()].format(**details)


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD, refused in the reader's language where it is none."""

    name = "day"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day that `value` writes; fails as wrong use where the calendar has no such day."""
        if isinstance(value, date):
            return value
        try:
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) is None:
                raise ValueError(value)
            return date.fromisoformat(value)
        except ValueError:
            lang = ctx.params.get("lang") if ctx is not None else None
            self.fail(say("check.as_of.wrong", lang if lang in LANGUAGES else None, value=repr(value)), param, ctx)


def library_option(command: _Command) -> _Command:
    """``--library DIR``."""
    return click.option(
        "--library",
        type=click.Path(path_type=Path, file_okay=True),
        metavar="DIR",
        help=say("option.library"),
    )(command)


def _name_tables(ctx: click.Context, param: click.Parameter, given: tuple[Path, ...]) -> None:
    """Name the folders after those of the environment, and see that every table in them can be read."""
    from tanik.core.tables import FOLDERS, check_folders

    if given:
        named = [os.environ.get(FOLDERS, ""), *(str(folder.absolute()) for folder in given)]
        os.environ[FOLDERS] = os.pathsep.join(part for part in named if part)
    if os.environ.get(FOLDERS):
        check_folders(("tanik.core", "tanik.facts"))


def tables_option(command: _Command) -> _Command:
    """``--tables DIR``: folders of the user's own tables of words, said to the tables before anything is read."""
    return click.option(
        "--tables",
        type=click.Path(path_type=Path),
        metavar="DIR",
        multiple=True,
        expose_value=False,
        callback=_name_tables,
        help=say("option.tables"),
    )(command)


def lang_option(command: _Command) -> _Command:
    """``--lang tr|en``."""
    return click.option("--lang", type=click.Choice(LANGUAGES), default=default_language, help=say("option.lang"))(
        command
    )


def out_option(command: _Command) -> _Command:
    """``--out PATH``."""
    return click.option("--out", type=click.Path(path_type=Path), metavar="PATH", help=say("option.out"))(command)


def voice_options(command: _Command) -> _Command:
    """``--quiet`` and ``--verbose``: how much is said on standard error beside the result."""
    for name, letter in (("verbose", "-v"), ("quiet", "-q")):
        command = click.option(
            f"--{name}", letter, is_flag=True, expose_value=False, callback=_set_voice, help=say(f"option.{name}")
        )(command)
    return command


def _set_voice(ctx: click.Context, param: click.Parameter, given: bool) -> None:
    if given and ctx.meta.setdefault(_VOICE, param.name) != param.name:
        raise UsageError(say("option.quiet_or_verbose"))


def _voice() -> object:
    ctx = click.get_current_context(silent=True)
    return ctx.meta.get(_VOICE) if ctx is not None else None


def quiet() -> bool:
    """Whether nothing is to be said but results, refusals and errors."""
    return _voice() == "quiet"


def verbose() -> bool:
    """Whether every step is to be told, with its time."""
    return _voice() == "verbose"


def note(sentence: str) -> None:
    """One line to the person at the terminal, on standard error; nothing with ``--quiet``."""
    if not quiet():
        warn(sentence)


def warn(sentence: str) -> None:
    """One line on standard error that is said always: a refusal, or what makes the result less than was asked for."""
    click.echo(f"tanik: {sentence}", err=True)


def detail(sentence: str) -> None:
    """One line on standard error that is said with ``--verbose`` only."""
    if verbose():
        warn(sentence)


def open_evidence(given: Path | None, lang: str) -> Library | None:
    """The library to search. A default library that was never made is no error: pages are read without one."""
    from tanik.library.library import Library
    from tanik.library.place import library_path

    path = library_path(given)
    if given is None and not path.exists():
        warn(say("check.library_absent", lang, path=path))
        return None
    library = Library.open(path)
    tell_opened(library, lang)
    return library


def tell_opened(library: Library, lang: str) -> None:
    """Say with ``--verbose`` which library is asked, and how much it holds."""
    held = library.searched
    detail(say("option.opened", lang, path=library.path, documents=held.documents, digest=held.digest))


def terminal(out: Path | None) -> tuple[int, bool]:
    """How wide to write, and whether in colours: on a terminal that has them, and not where ``NO_COLOR`` is set.

    The sign is the one agreed on at no-color.org: any value but an empty one.
    """
    shown = out is None and sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if shown else 100
    return width, shown and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def in_json(value: object) -> str:
    """A value as commands write it for other programs: JSON in readable lines, letters as they are.

    >>> in_json(["ığdır"])
    '[\\n "ığdır"\\n]\\n'
    """
    import json

    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def form_of(out: Path | None) -> str:
    """The form that the name of a file asks for, where no option does: its ending's, else text.

    >>> form_of(Path("dosya.html")), form_of(Path("dosya.JSON")), form_of(Path("dosya.txt")), form_of(None)
    ('html', 'json', 'text', 'text')
    """
    return _ENDINGS.get(out.suffix.lower(), "text") if out is not None else "text"


def deliver(result: str | bytes, out: Path | None) -> None:
    """Write a result, text as UTF-8 or bytes as they are, to `out`, or to standard output where it is None.

    A file is replaced whole or not at all. Raises `UsageError` if it cannot be written.
    """
    if out is None:
        click.echo(result, nl=False)
        return
    try:
        with written_whole(out) as file:
            # a half of a surrogate pair (of a file's name that is no UTF-8) is written as JSON writes it
            file.write(result if isinstance(result, bytes) else result.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise UsageError(f"{out}: cannot be written ({error.strerror}); choose another --out") from error
