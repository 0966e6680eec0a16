"""The command `tanik`: a table of commands, each loaded when it is asked for.

Comes in: the words of the command line. Goes out: an exit status: 0 done; 1 done, but some input was refused; 2 wrong
use; 3 the library cannot be used. This is one of the three borders at which any exception is caught, so that
nobody is shown a traceback unless they ask for one (``TANIK_TRACEBACK=1``).
"""

from __future__ import annotations

import importlib
import os
import sys
from typing import Final

import click

from tanik.cli.options import say
from tanik.errors import LibraryError, TanikError, UsageError

__all__ = ["REFUSED", "command", "main"]

REFUSED: Final = 1
_WRONG_USE: Final = 2
_NO_LIBRARY: Final = 3

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
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(say("main.commands")):
            formatter.write_dl([(name, say(f"{name}.short")) for name in _COMMANDS])


@click.command(cls=_Lazy, help=say("main.help"), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tanik", prog_name="tanik", message="%(prog)s %(version)s")
def command() -> None:
    """Read pages that argue about the past and say what they rest on."""


def main() -> None:
    """Run the command line and leave with its exit status."""
    try:
        status = command.main(prog_name="tanik", standalone_mode=False)
    except click.exceptions.Abort:
        _complain(say("main.interrupted"))
        status = 130
    except click.ClickException as error:
        error.show(sys.stderr)
        status = _WRONG_USE
    except UsageError as error:
        _complain(str(error))
        status = _WRONG_USE
    except LibraryError as error:
        _complain(str(error))
        status = _NO_LIBRARY
    except TanikError as error:
        _complain(str(error))
        status = REFUSED
    except BrokenPipeError:
        # The reader of our output went away (`tanik … | head`): nothing is wrong, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    except Exception as error:
        if os.environ.get("TANIK_TRACEBACK"):
            raise
        _complain(say("main.unexpected", kind=type(error).__name__, error=error))
        status = 70
    sys.exit(status if isinstance(status, int) else 0)


def _complain(sentence: str) -> None:
    print(f"tanik: {sentence}", file=sys.stderr)
