"""Every benchmark, one after the other, each in a process of its own: ``make bench``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_HERE = Path(__file__).parent
_RUNS = (
    ("vikikaynak.py", "--peer"),
    ("growth.py",),
    ("modernised.py", "--each", "60"),
    ("quotations.py", "--each", "10"),
    ("adversarial.py", "--each", "5"),
    ("pages.py",),
    ("formats.py", "--peers"),
    ("main_text.py",),
    ("names.py",),
    ("library.py",),
    ("stemma.py", "--each", "8"),
    ("copies.py", "--each", "2"),
    ("morphology.py",),
    ("facts.py",),
    ("findings.py", "--misses"),
    ("findings.py", "--vocabulary", "3"),
    ("containers.py",),
    ("collation.py",),
    ("dossier.py",),
)


def main() -> int:
    """Run them all; the exit status is that of the first that failed."""
    failed = 0
    for script, *words in _RUNS:
        print(f"\n== {' '.join((script, *words))}\n", flush=True)
        failed = failed or subprocess.run([sys.executable, _HERE / script, *words], check=False).returncode
    return failed


if __name__ == "__main__":
    raise SystemExit(main())
