"""`--reader URL`: statements proposed by a model, where someone asked for them.

Comes in: the address, or what the environment says. Goes out: a function that puts proposals into a finished dossier;
without an address it gives the dossier back as it is, and nothing of the network is imported.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from tanik.cli.options import say, warn
from tanik.errors import FetchError

if TYPE_CHECKING:
    from tanik.dossier.model import Dossier

__all__ = ["proposing", "reader_option"]

reader_option = click.option("--reader", metavar="URL", help=say("check.reader"))


def proposing(url: str | None, lang: str) -> Callable[[Dossier], Dossier]:
    """What puts proposals into a dossier. An address that is none is wrong use, said before any page is read."""
    if url is None and not os.environ.get("TANIK_READER_URL"):
        return lambda dossier: dossier
    from tanik.proposals import reader_from, with_proposals

    try:
        reader = reader_from(os.environ, url)
    except FetchError as error:
        raise click.UsageError(str(error)) from error
    if reader is None:
        return lambda dossier: dossier
    return lambda dossier: with_proposals(
        dossier, reader, lambda reason: warn(say("check.reader_failed", lang, reason=reason))
    )
