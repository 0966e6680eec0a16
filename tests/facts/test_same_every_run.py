"""What is read of a page does not hang on the order of sets: two runs with other hash seeds say the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_PAGES = Path(__file__).parent
_READ = """
import hashlib, sys
from pathlib import Path
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page
for path in sys.argv[1:]:
    page = read_page(Path(path).read_bytes(), path=path)
    print(path, hashlib.sha256(repr(read_facts(page)).encode()).hexdigest())
"""


def test_facts_are_the_same_whatever_the_hash_seed() -> None:
    folders = ("role_pages", "statement_pages")
    pages = sorted(str(one) for folder in folders for one in (_PAGES / folder).glob("*.*") if one.suffix != ".md")
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", _READ, *pages],
            env={**os.environ, "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in ("1", "4242")
    ]
    first, second = (run.communicate()[0].splitlines() for run in runs)
    assert len(first) == len(pages) > 10
    assert [one for one, other in zip(first, second, strict=True) if one != other] == []
