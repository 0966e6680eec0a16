"""A terminal on paper: what the presenters of text write with, so that all of them wrap, colour and escape alike.

Comes in: pieces of text with their styles, a width, and whether to colour. Goes out: a string. Markup, emoji and
highlighting of `rich` are off and every piece is made fit to be shown, because the words of pages go through it.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO
from typing import TYPE_CHECKING

from tanik.dossier.display import clean

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["HEAD", "SAME", "SENSE", "SIGIL", "SOFT", "printed", "styled"]

# Of the dossier and of collations alike: what stands beside the matter, what turns the sense, what keeps it, headings
# and the names of witnesses.
SOFT, SENSE, SAME, HEAD, SIGIL = "dim", "bold red", "cyan", "bold", "bold green"


def styled(*parts: tuple[str, str], indent: int = 0) -> RenderableType:
    """Words with their styles, one behind the other, `indent` columns from the edge however often the line wraps."""
    from rich.padding import Padding
    from rich.text import Text

    text = Text()
    for words, style in parts:
        text.append(clean(words), style=style)
    return Padding(text, (0, 0, 0, indent)) if indent else text


def printed(parts: Iterable[RenderableType], width: int, *, colour: bool) -> str:
    """The parts one below the other, `width` columns wide (30 at least), no blanks at the ends of lines.

    >>> printed([styled(("[b]iki satır[/b]", HEAD), indent=2)], 40, colour=False)
    '  [b]iki satır[/b]\\n'
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
    for part in parts:
        console.print(part, soft_wrap=False)
    return "\n".join(row.rstrip() for row in sink.getvalue().splitlines()) + "\n"
