"""Work for several processes, one of which dies now and then: run by test_workers.py in a process of its own.

python tests/reading_crew.py die|slow|begin
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable

from tanik.errors import LibraryMissing
from tanik.workers import in_order


def work(number: int) -> int:
    if number == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 11:
        os._exit(3)
    time.sleep(0.02 * (number % 4))
    return number * number


def begin() -> Callable[[int], int]:
    return work


def fail() -> Callable[[int], int]:
    raise LibraryMissing("no library here")


def slow_work(number: int) -> int:
    print("working", flush=True)
    time.sleep(600)
    return number


def slow() -> Callable[[int], int]:
    return slow_work


def main() -> None:
    if sys.argv[1] == "begin":
        try:
            list(in_order(fail, range(9), 2))
        except LibraryMissing as error:
            print(error)
    elif sys.argv[1] == "slow":
        list(in_order(slow, range(9), 2))
    else:
        for done in in_order(begin, range(20), 3, lambda number: f"n{number}"):
            print(done.name, done.result, done.lost)


if __name__ == "__main__":
    # a job in the background is started deaf to interrupts; at a terminal nobody is
    signal.signal(signal.SIGINT, signal.default_int_handler)
    main()
