"""Opens a library again and again while another process writes to it. Run as a program by the durability test."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tanik.library.library import Library
from tanik.trace.sketch import sketch


def main(folder: Path, seconds: float) -> None:
    """Asks and reads for so long, and prints how often it could; ends with a traceback where something is not whole."""
    fingerprints = sketch("vagon petrol limana geldi").fingerprints
    rounds, until = 0, time.monotonic() + seconds
    while time.monotonic() < until:
        with Library.open(folder) as library:
            documents = set(library.look_up(fingerprints).document.tolist())
            assert len(documents) == len(library), "postings and documents are of one moment"
            for number in documents:
                assert "vagon" in library.witness(number).text
        rounds += 1
    print(rounds)


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
