"""Learn how much each feature of a possible speaker says, and measure it on pages left out of the learning.

    python training/speakers/train.py [--gold ../shared/gold] [--write]

Comes in: pages with hand-made answers (ours in tests/facts/quotation_pages and whole_pages, the development pages where
they are at hand). Goes out: for each page, how many speakers are right when the weights were learned on all the other
pages; with ``--write`` the weights learned on all of them, to src/tanik/facts/data/speaker_weights.csv.

The model is a conditional logit (McFadden 1974): each quotation has its possible speakers, the score of one
is the sum of the weights of its features, and the log-likelihood of the right ones under a softmax is raised, with a
quadratic penalty. Several candidates may be right (two mentions of one person): their probabilities are added.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.citations.find import find_citations
from tanik.facts.dates.find import find_dates
from tanik.facts.model import Citation, Name
from tanik.facts.names.find import find_names
from tanik.facts.quotations.find import Placed, place_quotations
from tanik.facts.quotations.speaker import Speakers
from tanik.page.model import Page
from tanik.page.read import read

ROOT = Path(__file__).resolve().parents[2]
OWN = tuple(ROOT / "tests" / "facts" / name for name in ("quotation_pages", "whole_pages"))
# Dates and amounts of whole pages are answered by marks in the page: ``{g 1921-05-03|3 Mayıs 1921}``.
MARK = re.compile(r"\{[^{}|]+\||\}")
TABLE = ROOT / "src" / "tanik" / "facts" / "data" / "speaker_weights.csv"

# What cannot speak against somebody, or for him, whatever few pages say: being the page's person, being far away.
NEVER_AGAINST = (
    "most:",
    "in-title:",
    "often:",
    "again",
    "known:",
    "lead:says",
    "lead:said-of",
    "pronoun:fits",
    "answers",
)
NEVER_FOR = ("step-back", "other-paragraph", "pronoun:clashes")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One page with its facts, the places of its quotations, and the speaker of each that has an answer."""

    id: str
    page: Page
    names: tuple[Name, ...]
    citations: tuple[Citation, ...]
    placed: tuple[Placed, ...]
    answers: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Choice:
    """One quotation: the features of each possible speaker (rows) and which of them are right."""

    page: str
    features: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


def words_of(value: str | None) -> frozenset[str]:
    """The first six letters of each word of a name, folded, as the scoring program takes them."""
    letters = "".join(char if char.isalnum() else " " for char in fold(value or ""))
    return frozenset(word[:6] for word in letters.split())


def alike(want: str, got: str | None) -> bool:
    """Whether two speakers are one: every word of the shorter stands in the longer."""
    wanted, found = words_of(want), words_of(got)
    return bool(wanted and found) and (wanted <= found or found <= wanted)


def located(text: str, wanted: str) -> Span | None:
    """Where the answer's words stand; ``first … last`` names a long quotation by its ends."""
    first, _, last = wanted.partition("…")
    start = text.find(first.strip())
    if start < 0:
        return None
    end = text.find(last.strip(), start) + len(last.strip()) if last else start + len(first.strip())
    return Span(start, end) if end > start else None


def answers_at(folders: tuple[Path, ...], gold: Path | None) -> Iterator[tuple[str, Path, list[tuple[str, str]]]]:
    """Each page's id, its file, and its quotations with their speakers."""
    for folder in folders:
        for name, held in tomllib.loads((folder / "answers.toml").read_text(encoding="utf-8")).items():
            asked = [(text, speaker) for text, speaker, _ in held["quotations"] if speaker]
            yield name, next(folder.glob(f"{name}.*")), asked
    if gold is None or not (gold / "gold.jsonl").exists():
        return
    for line in (gold / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        asked = [(one["text"], one["speaker"]) for one in row.get("quotations") or [] if one.get("speaker")]
        yield row["id"], next((gold / "pages").glob(f"{row['id']}.*")), asked


def labelled(folders: tuple[Path, ...], gold: Path | None) -> Iterator[Labelled]:
    """The pages read, with each answer led to the quotation it belongs to."""
    for name, path, asked in answers_at(folders, gold):
        source = path.read_bytes()
        if path.parent.name == "whole_pages":
            source = MARK.sub("", source.decode()).encode()
        page = read(source, path=path.name)
        citations = find_citations(page, find_dates(page))
        names = find_names(page, citations)
        placed = place_quotations(page, fold(page.text), citations)
        answers = {}
        for text, speaker in asked:
            span = located(page.text, text)
            index = next((i for i, one in enumerate(placed) if span is not None and one.span.overlaps(span)), None)
            if index is not None:
                answers[index] = speaker
        yield Labelled(name, page, names, citations, placed, answers)


def speakers_of(one: Labelled, weights: Mapping[str, float]) -> Speakers:
    """The program's own finder of speakers for one page, with the weights given."""
    quoted = tuple(found.outer for found in one.placed)
    return Speakers(one.page, one.names, fold(one.page.text), citations=one.citations, quoted=quoted, weights=weights)


def choices(one: Labelled) -> Iterator[Choice]:
    """Every quotation of a page that leaves a choice, told who spoke before it as the answers say."""
    speakers = speakers_of(one, {})
    for index, found in enumerate(one.placed):
        held = speakers.candidates(found.outer, found.lines)
        answer = one.answers.get(index)
        if answer is not None:
            if held:
                right = tuple(alike(answer, mention.name) for mention, _ in held)
                if any(right) and not all(right):
                    yield Choice(one.id, tuple(marks for _, marks in held), right)
            speakers.heard(next((m.name for m, _ in held or () if alike(answer, m.name)), answer), found.outer)


def fit(held: list[Choice], penalty: float = 1.0, rounds: int = 400) -> dict[str, float]:
    """The weights that make the right speakers likeliest, by gradient ascent with a step for each weight (RMSprop);
    weights whose sign the language fixes keep it."""
    names = sorted({mark for choice in held for marks in choice.features for mark in marks})
    index = {name: at for at, name in enumerate(names)}
    tables = [_table(choice, index) for choice in held]
    rights = [np.array(choice.right) for choice in held]
    weights = np.zeros(len(names))
    speed = np.zeros(len(names))
    lowest = np.array([0.0 if name.startswith(NEVER_AGAINST) else -np.inf for name in names])
    highest = np.array([0.0 if name.startswith(NEVER_FOR) else np.inf for name in names])
    for round_ in range(rounds):
        slope = -penalty * weights
        for table, right in zip(tables, rights, strict=True):
            scores = table @ weights
            chance = np.exp(scores - scores.max())
            chance /= chance.sum()
            wanted = np.where(right, chance, 0.0)
            slope += table.T @ (wanted / max(wanted.sum(), 1e-12) - chance)
        speed = 0.9 * speed + 0.1 * slope**2
        weights += 0.1 / (1 + round_ / 60) * slope / np.sqrt(speed + 1e-9)
        weights = np.clip(weights, lowest, highest)
    return {name: round(float(weights[at]), 3) for name, at in index.items()}


def _table(choice: Choice, index: Mapping[str, int]) -> NDArray[np.float64]:
    table = np.zeros((len(choice.features), len(index)))
    for row, marks in enumerate(choice.features):
        for mark in marks:
            table[row, index[mark]] += 1.0
    return table


def right_on(one: Labelled, weights: Mapping[str, float]) -> tuple[int, int]:
    """How many of a page's answered speakers the program finds with `weights`, and how many are asked."""
    speakers = speakers_of(one, weights)
    got = {index: speakers.of(found.outer, found.lines)[0] for index, found in enumerate(one.placed)}
    return sum(alike(answer, got[index]) for index, answer in one.answers.items()), len(one.answers)


def left_out(pages: list[Labelled], held: list[Choice], penalty: float) -> tuple[dict[str, list[int]], list[str]]:
    """Right and asked by set of pages, each page judged with weights learned on the others; and a line a page."""
    totals: dict[str, list[int]] = {}
    lines = []
    for one in pages:
        weights = fit([choice for choice in held if choice.page != one.id], penalty)
        right, asked = right_on(one, weights)
        total = totals.setdefault(one.id[0], [0, 0])
        total[0], total[1] = total[0] + right, total[1] + asked
        lines.append(f"{one.id} {right}/{asked}")
    return totals, lines


def write(weights: Mapping[str, float], held: list[Choice], path: Path) -> None:
    """The weights as a table, heaviest first, with how often each feature was seen."""
    seen: dict[str, int] = {}
    for choice in held:
        for marks in choice.features:
            for mark in set(marks):
                seen[mark] = seen.get(mark, 0) + 1
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("feature", "weight", "example", "source"))
        for name, weight in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
            table.writerow((name, weight, f"held by {seen[name]} possible speakers", "learned by training/speakers"))


def main() -> int:
    """Measure on pages left out, learn on all, and write the table where that is asked for."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold")
    ask.add_argument("--penalty", type=float, default=1.0)
    ask.add_argument("--write", action="store_true", help="write the weights learned on all pages")
    ask.add_argument("--skip-left-out", action="store_true")
    args = ask.parse_args()
    pages = list(labelled(OWN, args.gold))
    held = [choice for one in pages for choice in choices(one)]
    asked = sum(len(one.answers) for one in pages)
    print(f"{len(pages)} pages, {asked} answered quotations, {len(held)} of them leave a choice that holds the answer")
    if not args.skip_left_out:
        totals, lines = left_out(pages, held, args.penalty)
        print(" ".join(lines))
        for name, (right, count) in sorted(totals.items()):
            print(f"left out, pages {name}*: {right / max(count, 1):.3f} ({right} of {count})")
    weights = fit(held, args.penalty)
    seen = [right_on(one, weights) for one in pages]
    print(f"learned on all: {sum(a for a, _ in seen)} of {sum(b for _, b in seen)}")
    if args.write:
        write(weights, held, TABLE)
        print(f"wrote {TABLE.name}: {len(weights)} weights", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
