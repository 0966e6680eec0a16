"""One page of two thousand words with twenty quotations, against `speeches`: the whole command, and tracing alone.

    python bench/page_of_quotations.py --library DIR

The page is made of a filler of its own and of twenty stretches of speeches (12 to 40 words, one word in ten changed) in
quotation marks. *Tracing* is the tracing of its quotations and the look for unquoted passages, in a process that has
done it before; *facts* all that is read out of the page; the commands are run as a person runs them, start and all,
with modules compiled: what counts is the processor time of the whole process, best of several.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from corpus import require_speeches
from tanik.facts.read import read as read_facts
from tanik.library.library import Library
from tanik.page.read import read
from tanik.trace.run import Documents, find_passages, run

_WORDS = 2000
_QUOTED = 20
_FILLER = (
    "Kasabanın eski hanında oturan yaşlı kâtip, o kış olup bitenleri deftere geçirmişti.",
    "Değirmenin önündeki köprü iki kez sel götürdüğü için yeniden yapıldı.",
    "Bu sözlerin nerede söylendiği konusunda köyün yaşlıları birbirinden ayrı şeyler anlatır.",
    "Pazar yerinde toplananların sayısı kimine göre üç yüz, kimine göre beş yüz kişiydi.",
    "Gazetenin o günkü sayısı kitaplıkta bulunamadı; elde yalnız bir kesik var.",
)


def make_page(seed: int = 1) -> str:
    """The page as plain text."""
    rng = random.Random(seed)
    speeches = [w for w in require_speeches() if len(w.text.split()) > 400]
    paragraphs, words = [], 0
    for number in range(_QUOTED):
        text = rng.choice(speeches).text.split()
        size = rng.randrange(12, 41)
        start = rng.randrange(len(text) - size)
        quoted = text[start : start + size]
        for at in rng.sample(range(1, size - 1), size // 10):
            quoted[at] = rng.choice(text)
        said = " ".join(quoted).replace('"', "")
        around = " ".join(rng.choices(_FILLER, k=3))
        paragraphs.append(f"{around} {number + 1}. kürsüde şöyle denmişti: “{said}”")
        words += len(paragraphs[-1].split())
    while words < _WORDS:
        paragraphs.append(" ".join(rng.choices(_FILLER, k=4)))
        words += len(paragraphs[-1].split())
    return "Köprünün defteri\n\n" + "\n\n".join(paragraphs)


def _best(call: Callable[[], object], rounds: int = 7) -> float:
    spent = []
    for _ in range(rounds):
        started = time.process_time()
        call()
        spent.append(1000 * (time.process_time() - started))
    return statistics.median(spent)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", type=Path, required=True, help="a library that holds the collection speeches")
    arguments = parser.parse_args()
    text = make_page()
    page = read(text.encode(), path="page.txt")
    print(f"{len(text.split())} words")
    with Library.open(arguments.library) as library:
        facts = read_facts(page, fast=True)
        spans = tuple(quotation.span for quotation in facts.quotations)
        evidence = Documents(library)

        def trace() -> object:
            return [run(q.text, evidence) for q in facts.quotations], find_passages(page.text, evidence, spans)

        found = sum(bool(run(q.text, evidence).matches) for q in facts.quotations)
        print(f"{len(facts.quotations)} quotations, {found} found")
        print(f"tracing, warm: {_best(trace):.0f} ms of processor time")
    print(f"facts without the model of names, warm: {_best(lambda: read_facts(page, fast=True)):.0f} ms")
    print(f"facts, warm: {_best(lambda: read_facts(page), 3):.0f} ms")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "page.txt")
        path.write_text(text, encoding="utf-8")
        library_option, program = f"--library={arguments.library}", str(Path(sys.executable).with_name("tanik"))
        for name, words in (
            ("tanik check --fast", ["check", str(path), library_option, "--fast"]),
            ("tanik check", ["check", str(path), library_option]),
            ("tanik trace --file", ["trace", "--file", str(path), library_option]),
        ):
            spent = [_processor([program, *words]) for _ in range(6)][1:]  # the first may compile
            print(f"{name}: {min(spent):.2f} s of processor time at best, median {statistics.median(spent):.2f} s")


def _processor(command: list[str]) -> float:
    """Seconds of the processor, user and system, that a command takes."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


if __name__ == "__main__":
    main()
