"""A terminal on paper: what the presenters of text print into, so that all of them wrap and colour alike.

Comes in: a width and whether to colour. Goes out: a console of `rich` that writes into a string; markup, emoji and
highlighting are off, because the words of pages go through it.
"""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["paper"]


def paper(width: int, *, colour: bool) -> tuple[Console, StringIO]:
    """A console `width` columns wide (30 at least), and what it writes into.

    >>> console, sink = paper(40, colour=False)
    >>> console.print("[b]iki satır[/b]")
    >>> sink.getvalue()
    '[b]iki satır[/b]\\n'
    """
    from rich.console import Console

    sink = StringIO()
    console = Console(
        file=sink,
        width=max(width, 30),
        force_terminal=colour,
        color_system="standard" if colour else None,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    return console, sink
