"""Work shared out among processes, its results in the order of the items.

Comes in: items, and how a process begins (a function that gives the function which does the work). Goes out: one `Done`
an item, in the items' order, whatever process was first. Each process has one item at a time over a pipe of its own, so
that a process that dies takes one item with it, and it is known which; a pool of the standard library would lose
all that were under way. What waits is bounded, so memory is bounded by the largest items and not by their number.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from tanik.errors import TanikError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

__all__ = ["Begin", "Done", "cores", "in_order"]

Item = TypeVar("Item")
Result = TypeVar("Result")
Begin = Callable[[], Callable[[Item], Result]]

# Results that may wait for an earlier one, for each process.
_AHEAD: Final = 4
_GRACE: Final = 2.0


@dataclass(frozen=True, slots=True)
class Done(Generic[Result]):
    """What became of the item called `name`: its result, or why the process that had it died."""

    name: str
    result: Result | None
    lost: str | None = None


def cores() -> int:
    """How many cores this process may use.

    >>> cores() >= 1
    True
    """
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


def in_order(
    begin: Begin[Item, Result], items: Iterable[Item], jobs: int, name: Callable[[Item], str] = str
) -> Iterator[Done[Result]]:
    """Do the work on `items` in `jobs` processes; one result an item, in their order.

    `begin`, the items and the results are pickled; `begin` is called once in each process. Closing the iterator, or an
    interrupt from the keyboard, ends the processes. Raises what `begin` raises.
    """
    crew: list[_Worker[Item, Result]] = []
    try:
        with _deaf_to_interrupts():
            crew.extend(_Worker(begin) for _ in range(jobs))
        yield from _run(crew, begin, items, name)
    finally:
        for worker in crew:
            worker.end()


def _run(
    crew: list[_Worker[Item, Result]], begin: Begin[Item, Result], items: Iterable[Item], name: Callable[[Item], str]
) -> Iterator[Done[Result]]:
    from multiprocessing.connection import wait

    waiting = enumerate(items)
    done: dict[int, Done[Result]] = {}
    given, due, more = 0, 0, True
    while more or given > due:
        for place, worker in enumerate(crew):
            if not more or worker.number is not None or given - due >= _AHEAD * len(crew):
                continue
            following = next(waiting, None)
            if following is None:
                more = False
                break
            given += 1
            number, item = following
            if not worker.give(number, name(item), item):
                crew[place] = _replaced(worker, begin)
                if not crew[place].give(number, name(item), item):
                    done[number] = Done(name(item), None, "no process could take it in")
        busy = [worker.channel for worker in crew if worker.number is not None]
        heard = wait(busy) if busy and due not in done else []
        for place, worker in enumerate(crew):
            if worker.channel not in heard:
                continue
            number, result = worker.take()
            done[number] = result
            if result.lost is not None:
                crew[place] = _replaced(worker, begin)
        while due in done:
            yield done.pop(due)
            due += 1


def _replaced(worker: _Worker[Item, Result], begin: Begin[Item, Result]) -> _Worker[Item, Result]:
    worker.end()
    with _deaf_to_interrupts():
        return _Worker(begin)


class _Worker(Generic[Item, Result]):
    """One process with its pipe, and the item it has."""

    def __init__(self, begin: Begin[Item, Result]) -> None:
        from multiprocessing import get_context

        # A fresh interpreter: a fork would copy locks that threads of numpy or of the caller hold.
        context = get_context("spawn")
        self.channel, theirs = context.Pipe()
        self.process: SpawnProcess = context.Process(target=_serve, args=(theirs, begin), daemon=True)
        self.process.start()
        theirs.close()
        self.number: int | None = None
        self._name = ""
        self._ready = False

    def give(self, number: int, name: str, item: Item) -> bool:
        """Hand over an item; False where the process is gone."""
        try:
            self.channel.send(item)
        except (BrokenPipeError, ConnectionResetError):
            return False
        self.number, self._name = number, name
        return True

    def take(self) -> tuple[int, Done[Result]]:
        """The result of the item, or what became of the process. Raises what `begin` raised in it."""
        number, self.number = self.number or 0, None
        try:
            if not self._ready:
                failed = self.channel.recv()
                if failed is not None:
                    raise failed
                self._ready = True
            return number, Done(self._name, self.channel.recv())
        except (EOFError, ConnectionResetError):
            self.process.join(_GRACE)
            if not self._ready:
                raise TanikError("a reading process could not be started; try again with --jobs 1") from None
            return number, Done(self._name, None, _cause(self.process.exitcode))

    def end(self) -> None:
        """End the process, at once."""
        self.channel.close()
        self.process.terminate()
        self.process.join(_GRACE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


def _cause(status: int | None) -> str:
    """What the exit status of a process says of its end.

    >>> _cause(-9)
    'the process that read it was killed (SIGKILL), perhaps for want of memory'
    """
    if status is None or status >= 0:
        return f"the process that read it ended (status {status})"
    try:
        told = signal.Signals(-status).name
    except ValueError:
        told = f"signal {-status}"
    return f"the process that read it was killed ({told})" + (", perhaps for want of memory" if status == -9 else "")


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Processes begun in here do not hear Ctrl-C: it is the parent that ends them, in silence."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _serve(channel: Connection, begin: Begin[Item, Result]) -> None:
    """A process's life: begin, then one item after another until the pipe is closed."""
    try:
        work = begin()
    except TanikError as error:
        channel.send(error)
        return
    channel.send(None)
    try:
        while True:
            channel.send(work(channel.recv()))
    except (EOFError, BrokenPipeError, ConnectionResetError, KeyboardInterrupt):
        return
