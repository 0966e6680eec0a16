"""How well names are found: precision, recall and F1 over spans, exact and by overlap.

Comes in: sentences with their true names and what a finder found. Goes out: counts. A name is right *exactly* when
start, end and kind agree; *by overlap* when the kind agrees and half of the union is shared, as on the development
pages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from labelled import Labelled

Found = tuple[int, int, str]


@dataclass
class Tally:
    """Counts of right, missed and wrong, for each way of comparing and each kind."""

    counts: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def add(self, way: str, kind: str, right: int, missed: int, wrong: int) -> None:
        """Count names of one kind."""
        self.counts[way, kind, "right"] += right
        self.counts[way, kind, "missed"] += missed
        self.counts[way, kind, "wrong"] += wrong

    def figures(self, way: str, kind: str | None = None) -> tuple[float, float, float]:
        """Precision, recall, F1."""
        total = Counter[str]()
        for (one, that, what), count in self.counts.items():
            if one == way and kind in (None, that):
                total[what] += count
        right, missed, wrong = total["right"], total["missed"], total["wrong"]
        precision = right / max(1, right + wrong)
        recall = right / max(1, right + missed)
        return precision, recall, 2 * right / max(1, 2 * right + missed + wrong)


def near(a: Found, b: Found) -> bool:
    """Whether two names agree in kind and share half of the union of their spans."""
    inner = min(a[1], b[1]) - max(a[0], b[0])
    return a[2] == b[2] and inner > 0 and 2 * inner >= max(a[1], b[1]) - min(a[0], b[0])


def compare(tally: Tally, true: Iterable[Found], found: Iterable[Found]) -> tuple[list[Found], list[Found]]:
    """Add one sentence to `tally`; what was missed and what was wrong, by overlap."""
    wanted, got = list(true), list(found)
    for kind in {name[2] for name in wanted + got}:
        a, b = {n for n in wanted if n[2] == kind}, {n for n in got if n[2] == kind}
        tally.add("exact", kind, len(a & b), len(a - b), len(b - a))
    missed, free = [], list(got)
    for name in wanted:
        hit = next((one for one in free if near(name, one)), None)
        if hit is None:
            missed.append(name)
            tally.add("overlap", name[2], 0, 1, 0)
        else:
            free.remove(hit)
            tally.add("overlap", name[2], 1, 0, 0)
    for name in free:
        tally.add("overlap", name[2], 0, 0, 1)
    return missed, free


def measure(sentences: Iterable[Labelled], finder: Callable[[Labelled], list[Found]], *, misses: bool = False) -> Tally:
    """The figures of `finder` on `sentences`; with `misses` print each slip."""
    tally = Tally()
    for sentence in sentences:
        missed, wrong = compare(tally, sentence.names, finder(sentence))
        if misses and (missed or wrong):
            print(sentence.text)
            for what, names in (("missed", missed), ("wrong", wrong)):
                for start, end, kind in names:
                    print(f"    {what} {kind}: {sentence.text[start:end]}")
    return tally
