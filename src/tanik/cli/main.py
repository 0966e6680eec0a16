"""The command `tanik`: a table of commands, each loaded when it is asked for.

Comes in: the words of the command line. Goes out: an exit status: 0 done; 1 done, but some input was refused; 2 wrong
use; 3 the library cannot be used. This is one of the three borders at which any exception is caught, so that
nobody is shown a traceback unless they ask for one (``TANIK_TRACEBACK=1``).
"""

from __future__ import annotations

import atexit
import gc
import importlib
import io
import os
import sys
from typing import Final

import click

from tanik.cli.options import LANGUAGES, say
from tanik.cli.speech import language_of, speaking
from tanik.errors import LibraryError, TanikError, UsageError

__all__ = ["REFUSED", "command", "main"]

REFUSED: Final = 1
_WRONG_USE: Final = 2
_NO_LIBRARY: Final = 3

# A process that makes its values once, reads its tables and ends has hardly any cycles to look for, but by the default
# (700 new objects) it looks a thousand times: some four in a hundred of the processor time of checking one page.
_GARBAGE: Final = 200_000

# Name, and where its command stands: modules are imported only for the command that runs.
_COMMANDS: Final = {
    "check": ("tanik.cli.check", "check_command"),
    "trace": ("tanik.cli.trace", "trace_command"),
    "library": ("tanik.cli.library", "library_group"),
    "collate": ("tanik.cli.collate", "collate_command"),
    "copies": ("tanik.cli.copies", "copies_command"),
    "open": ("tanik.cli.open", "open_command"),
    "verify": ("tanik.cli.verify", "verify_command"),
    "date": ("tanik.cli.date", "date_command"),
    "schema": ("tanik.cli.schema", "schema_command"),
    "completion": ("tanik.cli.completion", "completion_command"),
}


# Options of the program itself, whose help is said anew when it is shown.
_SAID: Final = frozenset(("version", "lang"))


class _Lazy(click.Group):
    """A group that knows its commands by name and by one line, and imports one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now; None where there is none."""
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name]
        found: click.Command = getattr(importlib.import_module(module), name)
        for one in (found, *(found.commands.values() if isinstance(found, click.Group) else ())):
            one.options_metavar = f"[{say('main.options')}]"
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that `args` begin with; of one that is not known, the name its letters come nearest to."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            near = get_close_matches(args[0], _COMMANDS, 1)
            if not near:
                raise
            raise click.UsageError(f"{error.message} {say('main.nearest', name=near[0])}", ctx) from error

    def invoke(self, ctx: click.Context) -> object:
        """The command that was asked for; where the reader of its output went away (`tanik … | head`) nothing is wrong.

        Caught here, because click itself would call it a failure.
        """
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What stands behind the program's name in the line of usage."""
        return [f"[{say('main.options')}]", say("main.command_words")]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the program is for, in the language that was settled after this module was loaded."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say("main.help"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, in the language that was settled after this module was loaded."""
        for option in self.params:
            if isinstance(option, click.Option) and option.name in _SAID:
                option.help = say(f"option.{option.name}")
        super().format_options(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(say("main.commands")):
            formatter.write_dl([(name, say(f"{name}.short")) for name in _COMMANDS])


@click.command(cls=_Lazy, help="", context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tanik", prog_name="tanik", message="%(prog)s %(version)s")
@click.option("--lang", type=click.Choice(LANGUAGES), expose_value=False, help=say("option.lang"))
def command() -> None:
    """Read pages that argue about the past and say what they rest on."""


def main() -> None:
    """Run the command line and leave with its exit status."""
    gc.set_threshold(_GARBAGE)
    # Before numpy is loaded: its tables are small, and threads waiting for larger ones took a tenth of a check's time.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if isinstance(sys.stdout, io.TextIOWrapper):  # a file's name may be no UTF-8: it is shown as JSON would write it
        sys.stdout.reconfigure(errors="backslashreplace")
    lang = language_of(sys.argv[1:])
    # What is left goes with the process: to look for cycles in all of it first was a tenth of checking one page.
    atexit.register(gc.freeze)
    with speaking(lang):
        status = _status(lang)
    sys.exit(status)


def _status(lang: str) -> int:
    """Run the command line; what went wrong is told in `lang`."""
    try:
        status = command.main(prog_name="tanik", standalone_mode=False)
    except click.exceptions.Abort:
        _complain(say("main.interrupted"))
        return 130
    except click.ClickException as error:
        error.show(sys.stderr)
        return _WRONG_USE
    except TanikError as error:
        _complain(_in_words(str(error), lang))
        return (
            _WRONG_USE if isinstance(error, UsageError) else _NO_LIBRARY if isinstance(error, LibraryError) else REFUSED
        )
    except OSError as error:
        # Of the system, not of the program: a full disk under standard output or under the temporary files.
        _complain(say("main.system", what=error.filename or say("main.output"), why=error.strerror))
        return _WRONG_USE
    except Exception as error:
        if os.environ.get("TANIK_TRACEBACK"):
            raise
        _complain(say("main.unexpected", kind=type(error).__name__, error=error))
        return 70
    return status if isinstance(status, int) else 0


def _in_words(sentence: str, lang: str) -> str:
    from tanik.dossier.reasons import in_words

    return in_words(sentence, lang)


def _complain(sentence: str) -> None:
    print(f"tanik: {sentence}", file=sys.stderr)
