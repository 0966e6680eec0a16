"""The manual, made from the commands themselves: a man page in roff, and the reference in Markdown.

Comes in: the tree of commands. Goes out: ``share/man/man1/tanik.1``, the same in Turkish, and ``docs/commands.md``
(``python -m tanik.cli.manual FOLDER``). They are kept beside the code, so that who installs finds them; a test compares
them with the commands.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Final

import click

from tanik.cli.main import command
from tanik.cli.options import say
from tanik.cli.speech import speaking

__all__ = ["man_page", "markdown", "write_manual"]

_PLACES: Final = {"en": "share/man/man1/tanik.1", "tr": "share/man/tr/man1/tanik.1"}
_MARKDOWN: Final = "docs/commands.md"
_EXITS: Final = (0, 1, 2, 3)
# A bar at which a line may end.
_BAR: Final = "\\:|"


def _commands() -> Iterator[click.Context]:
    """Every command that does something, in order, each with its own context."""
    root = click.Context(command, info_name="tanik", help_option_names=["-h", "--help"])
    for name in command.list_commands(root):
        found = command.get_command(root, name)
        assert found is not None
        context = click.Context(found, info_name=name, parent=root)
        if isinstance(found, click.Group):
            for inner in found.list_commands(context):
                below = found.get_command(context, inner)
                assert below is not None
                yield click.Context(below, info_name=inner, parent=context)
        else:
            yield context


def _synopsis(context: click.Context) -> str:
    return " ".join((context.command_path, *context.command.collect_usage_pieces(context)))


def _options(context: click.Context) -> list[tuple[str, str]]:
    rows = (parameter.get_help_record(context) for parameter in context.command.get_params(context))
    return [(words, told) for words, told in (row for row in rows if row is not None) if told]


# Markdown


def markdown() -> str:
    """The reference of the commands, as a page of the documents."""
    lines = [
        "# Commands",
        "",
        "Made from the program itself; `tanik COMMAND --help` says the same in your language.",
        "",
    ]
    for context in _commands():
        lines += [f"## {context.command_path}", "", f"`{_synopsis(context)}`", "", _escaped(_help(context)), ""]
        lines += ["| option | what it does |", "| --- | --- |"]
        # In a cell of a table a bar would end the cell, even in code.
        lines += [f"| `{words.replace('|', ' / ')}` | {_escaped(told)} |" for words, told in _options(context)]
        lines.append("")
    lines += ["## Exit statuses", "", "| status | meaning |", "| --- | --- |"]
    lines += [f"| {status} | {say(f'manual.exit.{status}')} |" for status in _EXITS]
    return "\n".join(lines) + "\n"


def _help(context: click.Context) -> str:
    return " ".join((context.command.help or "").split())


def _escaped(text: str) -> str:
    return re.sub(r"([\\*_<>|])", r"\\\1", text)


# roff


def man_page(number: str, date: str) -> str:
    """The man page in the language that is spoken, in the macros of man(7)."""
    lines = [
        f'.TH TANIK 1 "{date}" "tanik {number}" "{say("manual.title")}"',
        f".SH {say('manual.name')}",
        _roff(f"tanik - {say('manual.line')}"),
        f".SH {say('manual.synopsis')}",
        *(line for context in _commands() for line in (_roff(_synopsis(context)), ".br")),
        f".SH {say('manual.description')}",
        _roff(say("main.help")),
        f".SH {say('manual.commands')}",
    ]
    for context in _commands():
        lines += [f".SS {_roff(context.command_path)}", f"\\fI{_roff(_synopsis(context))}\\fR", ".PP"]
        lines.append(_roff(_help(context)))
        for words, told in _options(context):
            lines += [".TP", f"\\fB{_roff(words).replace('|', _BAR)}\\fR", _roff(" ".join(told.split()))]
    lines.append(f".SH {say('manual.exits')}")
    for status in _EXITS:
        lines += [".TP", f"\\fB{status}\\fR", _roff(say(f"manual.exit.{status}"))]
    lines.append(f".SH {say('manual.environment')}")
    for name in ("TANIK_LIBRARY", "TANIK_LANG", "TANIK_TABLES", "NO_COLOR", "TANIK_TRACEBACK"):
        lines += [".TP", f"\\fB{name}\\fR", _roff(say(f"manual.{name}"))]
    return "\n".join(lines) + "\n"


def _roff(text: str) -> str:
    """`text` with the signs that roff would act on made plain."""
    plain = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + plain if plain.startswith((".", "'")) else plain


# Writing


def write_manual(folder: Path, lang: str) -> None:
    """Write what is in `lang` below `folder`. The process must speak `lang` since before commands were loaded."""
    place = folder / _PLACES[lang]
    place.parent.mkdir(parents=True, exist_ok=True)
    with speaking(lang):
        place.write_text(man_page(version("tanik"), say("manual.date")), encoding="utf-8")
        if lang == "en":
            (folder / "docs").mkdir(exist_ok=True)
            (folder / _MARKDOWN).write_text(markdown(), encoding="utf-8")


def _main() -> None:
    """Each language in a process of its own: help texts are made when a command is loaded."""
    reader = ArgumentParser(prog="python -m tanik.cli.manual", description="Write the manual pages and docs/commands.")
    reader.add_argument("folder", type=Path, help="the repository's root")
    reader.add_argument("lang", nargs="?", choices=sorted(_PLACES), help="one language only")
    asked = reader.parse_args()
    folder: Path = asked.folder
    if asked.lang:
        write_manual(folder, asked.lang)
        return
    for lang in _PLACES:
        words = [sys.executable, "-m", "tanik.cli.manual", str(folder), lang]
        subprocess.run(words, check=True, env={**os.environ, "TANIK_LANG": lang, "LANGUAGE": lang})


if __name__ == "__main__":
    _main()
