"""Kills writers at random moments and looks at what they leave. Run as a program by the durability test.

Forking from a process that has everything imported makes a writer cost milliseconds, so that a hundred of them can be
killed. A writer tells over a pipe what has been done; that must be there afterwards, and nothing may be half.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from tanik.library.library import Library
from tanik.library.model import Document

WORDS = ["vagon", "petrol", "liman", "telgraf", "heyet", "kolordu", "senet", "sevk", "iade", "buğday", "tümen"]


def made(name: str, version: int) -> Document:
    """The document of that name in that version: always the same words."""
    drawn = random.Random(f"{name}/{version}").choices(WORDS, k=60)
    return Document("kill", name, " ".join(drawn), title=f"{name} {version}")


def write_until_killed(folder: Path, kill: int, pipe: int, steps: int = 1 << 30) -> None:
    """Adds, replaces and removes documents; says after each what is done."""
    with Library.open(folder) as library:
        for step in range(steps):
            names = [f"{kill}-{step}-{index}" for index in range(3)]
            library.add([made(name, 0) for name in names])
            os.write(pipe, "".join(f"+ kill:{name} 0\n" for name in names).encode())
            library.add([made(names[0], 1)])
            os.write(pipe, f"+ kill:{names[0]} 1\n".encode())
            # Removed it may be before that is told: from here on either is right.
            os.write(pipe, f"? kill:{names[1]} 0\n".encode())
            library.remove(f"kill:{names[1]}")
            os.write(pipe, f"- kill:{names[1]} 0\n".encode())


def killed_after(folder: Path, kill: int, seconds: float) -> list[str]:
    """Lets a writer run for so long, kills it, and gives the lines it has written."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            write_until_killed(folder, kill, writing)
        finally:
            os._exit(3)
    os.close(writing)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read().decode().splitlines()
    if not os.WIFSIGNALED(status):
        told.append("! the writer ended by itself")
    return told


def problems_of(folder: Path, told: list[str]) -> list[str]:
    """What is wrong in the library after a kill, given all that writers said was done."""
    with Library.open(folder) as library:
        report = library.verify()
        there = {entry.id: entry for entry in library.documents()}
        problems = [f"{damage.what}: {damage.problem}" for damage in report.damages]
        for key in there:
            document = library.get(key)
            version = int((document.title or "").rpartition(" ")[2])
            if document != made(document.name, version):
                problems.append(f"{key} is not what was added")
    problems += [line[2:] for line in told if line.startswith("!")]
    last = {line.split(" ")[1]: line[0] for line in told if not line.startswith("!")}
    problems += [f"{key} is lost" for key, sign in last.items() if sign == "+" and key not in there]
    problems += [f"{key} is back" for key, sign in last.items() if sign == "-" and key in there]
    return problems


def main(folder: Path, kills: int, seed: int) -> None:
    """Kills so many writers; prints what was found as JSON."""
    dice = random.Random(seed)
    Library.open(folder, create=True).close()
    found: list[str] = []
    done = 0
    # How long a writer needs for one round depends on the machine and on what else it does.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    before = time.monotonic()
    write_until_killed(folder, -1, nowhere, steps=3)
    longest = (time.monotonic() - before) / 2
    for kill in range(kills):
        told = killed_after(folder, kill, dice.uniform(0, longest))
        done += len(told)
        found += [f"kill {kill}: {problem}" for problem in problems_of(folder, told)]
    with Library.open(folder) as library:
        documents = len(library)
    print(json.dumps({"problems": found, "told": done, "documents": documents}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
