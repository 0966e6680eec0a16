"""How many planted faults are found, how many findings are false, and when the finding on vocabulary fires.

`planted.toml` (beside the tests of comparison) holds pages with planted faults and pages without any, written before
the rules were run on them. A fault is found when a finding of its kind touches its words; a finding of a loud kind
(contradiction, arithmetic, chronology) that touches no fault is false.
"""

from __future__ import annotations

import argparse
import sys
import time
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from tanik.compare.model import Examined, Finding, FindingKind
from tanik.compare.run import run
from tanik.facts.read import read as read_facts
from tanik.page.read import read

HERE = Path(__file__).resolve().parent
PLANTED = HERE.parent / "tests" / "compare" / "planted.toml"

FAMILIES = {
    "date": ("date-",),
    "sum": ("sum-",),
    "number": ("number-",),
    "death": ("deed-after-death",),
    "surname": ("surname-",),
    "body": ("founding-", "body-"),
    "office": ("office-",),
    "victory": ("victory-",),
    "treaty": ("treaty-",),
    "alphabet": ("alphabet-",),
    "twice": ("shipment-told-twice",),
    "question": ("title-question",),
    "contradiction": ("event-contradiction",),
    "source": ("source-",),
    "unsourced": ("page-unsourced",),
}
LOUD = (FindingKind.CONFLICT, FindingKind.ARITHMETIC, FindingKind.ANACHRONISM)


@dataclass(frozen=True, slots=True)
class Planted:
    """What became of one page: faults found and missed, and loud findings that touch no fault."""

    name: str
    found: tuple[str, ...]
    missed: tuple[str, ...]
    false: tuple[str, ...]


def examined(text: str, identifier: str = "p1") -> Examined:
    """A page of plain text, read, without traces."""
    unwrapped = "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
    page = replace(read(unwrapped.encode(), path=f"{identifier}.txt"), id=identifier)
    facts = read_facts(page)
    return Examined(page, facts, tuple(None for _ in facts.quotations))


def check(name: str, text: str, faults: list[list[str]]) -> Planted:
    """One planted page against the findings that it gives."""
    page = examined(text)
    flat = page.text.replace("\n", " ")
    findings = run((page,)).findings
    touched: set[Finding] = set()
    found, missed = [], []
    for family, words in faults:
        at = flat.index(" ".join(words.split()))
        hits = {
            one
            for one in findings
            if one.rule.startswith(FAMILIES[family])
            and any(place.span.start < at + len(words) and at < place.span.end for place in one.places)
        }
        touched |= hits
        (found if hits else missed).append(f"{family}: {words}")
    false = [f"{one.rule} {dict(one.details)}" for one in findings if one.kind in LOUD and one not in touched]
    return Planted(name, tuple(found), tuple(missed), tuple(false))


def planted(path: Path = PLANTED) -> list[Planted]:
    """Every page of the file, checked."""
    pages = tomllib.loads(path.read_text(encoding="utf-8"))["page"]
    return [check(page["name"], page["text"], page["faults"]) for page in pages]


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=Path, default=PLANTED)
    parser.add_argument("--misses", action="store_true", help="name what was missed and what is false")
    options = parser.parse_args()
    begun = time.process_time()
    results = planted(options.pages)
    found = sum(len(one.found) for one in results)
    missed = sum(len(one.missed) for one in results)
    false = sum(len(one.false) for one in results)
    print(f"planted faults found: {found} of {found + missed}; false findings: {false} on {len(results)} pages")
    print(f"{(time.process_time() - begun) / len(results) * 1000:.0f} ms a page")
    if options.misses:
        for one in results:
            for line in (*(f"missed {miss}" for miss in one.missed), *(f"false  {false}" for false in one.false)):
                print(f"  {one.name}: {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
