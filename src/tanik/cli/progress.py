"""How far the work has come, told on standard error.

Comes in: the language, and how many inputs there are where that is known. Goes out: a function that is told of each
input when it is done: a bar on a terminal, a line an input with its seconds where ``--verbose`` asks for it, else
nothing.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tanik.cli.options import detail, quiet, say, verbose

if TYPE_CHECKING:
    from tanik.examine import Progress, Step

__all__ = ["progress", "timed"]


@contextmanager
def progress(lang: str, count: Callable[[], int | None]) -> Iterator[Progress | None]:
    """What to tell of each input that is done; None where nobody is there to be told."""
    if verbose():
        yield _lines(lang)
    elif quiet() or not sys.stderr.isatty():
        yield None
    else:
        with _bar(lang, count) as advance:
            yield advance


@contextmanager
def timed(what: str, lang: str, **details: object) -> Iterator[None]:
    """Say with ``--verbose`` how many seconds the work inside took."""
    began = time.perf_counter()
    yield
    detail(f"{say(what, lang, **details)}: {time.perf_counter() - began:.2f} s")


def _lines(lang: str) -> Progress:
    began = last = time.perf_counter()

    def tell(step: Step) -> None:
        """A line a page: seconds since the start and since the page before, and what became of it."""
        nonlocal last
        now = time.perf_counter()
        became = say("progress.refused" if step.refused else "progress.read", lang)
        detail(f"{now - began:7.2f} s  +{now - last:.2f} s  {became}: {step.name}")
        last = now

    return tell


@contextmanager
def _bar(lang: str, count: Callable[[], int | None]) -> Iterator[Progress]:
    """A bar: pages done of all (where `count` knows), the name, the refused."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    words = "{task.fields[told]} {task.description}"
    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn(words, markup=False))
    refused = 0
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(say("check.reading", lang), total=count(), told="")

        def advance(step: Step) -> None:
            nonlocal refused
            refused += step.refused
            told = say("check.refused_so_far", lang, count=refused) if refused else ""
            bar.update(task, advance=1, description=step.name[-60:], told=told)

        yield advance
