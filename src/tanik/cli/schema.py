"""`tanik schema`: the JSON Schema that every dossier fits.

Comes in: nothing. Goes out: the schema on standard output or in a file.
"""

from __future__ import annotations

import json
from pathlib import Path

import click

from tanik.cli.options import deliver, out_option, say

__all__ = ["schema_command"]


@click.command("schema", help=say("schema.help"))
@out_option
def schema_command(out: Path | None) -> None:
    """Print the JSON Schema of the dossier."""
    from tanik.dossier.json import load_schema

    deliver(json.dumps(load_schema(), ensure_ascii=False, indent=2) + "\n", out)
