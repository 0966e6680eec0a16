"""`tanik completion SHELL`: completion of commands, options and their values on the command line.

Comes in: the name of a shell. Goes out: the script that click writes for it; the shell then asks the program itself, so
the completions never grow old.
"""

from __future__ import annotations

from pathlib import Path

import click

from tanik.cli.options import deliver, lang_option, out_option, say

__all__ = ["completion_command"]

_SHELLS = ("bash", "zsh", "fish")


@click.command("completion", help=say("completion.help"), short_help=say("completion.short"))
@click.argument("shell", type=click.Choice(_SHELLS), metavar="SHELL")
@out_option
@lang_option
@click.pass_context
def completion_command(ctx: click.Context, *, shell: str, out: Path | None, lang: str) -> None:
    """Print the completion script of a shell."""
    from click.shell_completion import BashComplete, FishComplete, ZshComplete

    kinds = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}
    script = kinds[shell](ctx.find_root().command, {}, "tanik", "_TANIK_COMPLETE")
    # click asks bash for its version by running it, and says so on standard error where it cannot; the template needs
    # none of it, so it is filled in directly.
    deliver(script.source_template % script.source_vars(), out)
