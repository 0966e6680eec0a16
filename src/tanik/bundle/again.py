"""The inputs of a bundle, examined anew.

Comes in: an opened bundle and the evidence of today. Goes out: a dossier over the same bytes, asked for with the same
options, so that what differs comes from the library or the program.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tanik.bundle.manifest import digest_of
from tanik.bundle.model import Handed
from tanik.bundle.read import Bundle
from tanik.dossier.model import Dossier
from tanik.errors import BundleError
from tanik.examine import How, Input, Progress, examine
from tanik.front import Watch, examination
from tanik.trace.model import Evidence
from tanik.workers import cores

__all__ = ["check_again", "inputs_of"]


def inputs_of(bundle: Bundle) -> Iterator[Input]:
    """The inputs as they were handed in, with the bytes that were kept of them.

    Raises `BundleError` where the bytes of one are not those it names.
    """
    for one in bundle.handed():
        data = b""
        if one.capture is not None:
            data = bundle.read(one.capture)
            if digest_of(data) != one.sha256:
                raise BundleError(f"{one.capture} was altered; `tanik verify` tells what else")
        yield _input(one, data)


def _input(one: Handed, data: bytes) -> Input:
    return Input(
        one.name,
        data,
        path=one.path,
        url=one.url,
        media_type=one.media_type,
        retrieved=one.retrieved,
        reason=one.reason,
        container=one.container,
        truncated=one.truncated,
    )


def check_again(
    bundle: Bundle,
    evidence: Evidence | None,
    *,
    language: str | None = None,
    progress: Progress | None = None,
    watch: Watch | None = None,
    jobs: int = 1,
) -> Dossier:
    """One dossier over the inputs of `bundle`, searched in `evidence`, with the options that the bundle names.

    `language` is that of the sentences (None: the bundle's). Raises `BundleError` for what is no bundle.
    """
    asked = bundle.asked()
    try:
        as_of = date.fromisoformat(asked.as_of) if asked.as_of is not None else None
    except ValueError as error:
        raise BundleError(f"the bundle's day of reckoning is none ({asked.as_of})") from error
    inputs, how = inputs_of(bundle), How(as_of, asked.fast, asked.every_clause)
    return examine(
        watch(inputs) if watch is not None else inputs,
        evidence,
        how=how,
        language=language or asked.language,
        progress=progress,
        examination=examination(evidence, how, jobs or cores()),
    )
