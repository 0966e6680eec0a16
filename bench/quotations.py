"""Short, damaged, cut, spliced and changed quotations: are they found, and is what happened to them said?

    python bench/quotations.py [--seed 1] [--each 40] [--grow 0] [--misses] [--confusions]

Passages of 6, 8, 14, 30 and 60 words are taken from the speeches and changed in one way each; decoys are text of a
Markov chain over the speeches and true sentences of speeches that are left out of the library together with their other
copies, both without any five words in a row that the library has (`decoys.py`). Prints, for each cell,
the share found (the right document among the matches), with the right status, and with the change named. Options were
chosen with seeds 1 to 3; report with others. *Modernised* puts today's word of the tables in the place of one to four
old ones. `--confusions` prints as what each planted change was told.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from corpus import require_speeches
from decoys import left_out, print_decoys
from quotations_text import pick, runs, word_by_word
from tanik.core.fold import fold
from tanik.core.tables import read_rows
from tanik.core.token import tokenize
from tanik.trace.memory import Memory
from tanik.trace.model import Trace, Witness
from tanik.trace.options import Options
from tanik.trace.run import Documents, run

LENGTHS = (6, 8, 14, 30, 60)
_INDEX = "speeches:atam-c3-1938-005"  # a speech with the volumes' index of names behind it
_COPIED = 8
_PLAIN = str.maketrans("çÇğĞıİöÖşŞüÜâÂîÎûÛ", "cCgGiIoOsSuUaAiIuU")
_SWAPS = [
    ("vardır", "yoktur"),
    ("yoktur", "vardır"),
    ("değildir", ""),
    ("değil", ""),
    ("olmuştur", "olmamıştır"),
    ("eder", "etmez"),
    ("etti", "etmedi"),
    ("olacaktır", "olmayacaktır"),
    ("ediyor", "etmiyor"),
    ("olur", "olmaz"),
    ("olduğu", "olmadığı"),
    ("edilmiştir", "edilmemiştir"),
    ("olan", "olmayan"),
    ("edecek", "etmeyecek"),
]
_SHAPES = {
    "l": "i",
    "i": "l",
    "o": "0",
    "e": "c",
    "c": "e",
    "n": "u",
    "u": "n",
    "m": "rn",
    "t": "f",
    "ı": "l",
    "a": "o",
}


@dataclass(frozen=True)
class Case:
    """A quotation: its text, the documents it comes from, the statuses that are right, the change to be named."""

    kind: str
    words: int
    text: str
    sources: tuple[str, ...]
    statuses: tuple[str, ...]
    named: tuple[str, ...] = ()
    changed: str = ""


def _content(rng: random.Random, words: list[str]) -> int:
    inside = [i for i, w in enumerate(words) if 0 < i < len(words) - 1 and len(w.strip(".,;:")) >= 5 and w.isalpha()]
    return rng.choice(inside) if inside else len(words) // 2


def _spelling(rng: random.Random, words: list[str]) -> list[str]:
    table = [("â", "a"), ("î", "i"), ("û", "u"), ("’", ""), ("-", ""), ("meye", "meğe"), ("maya", "mağa"), ("p ", "b ")]
    text = " ".join(words) + " "
    for old, new in table:
        text = text.replace(old, new)
    return text.split()


def _scan(rng: random.Random, words: list[str], rate: float) -> list[str]:
    damaged = []
    for char in " ".join(words):
        if char.isalpha() and rng.random() < rate:
            damaged.append(_SHAPES.get(char, rng.choice("aeirnlk")))
        else:
            damaged.append(char)
    return "".join(damaged).split()


def cases(rng: random.Random, witnesses: list[Witness], size: int, vocabulary: list[str]) -> list[Case]:
    """One case of every kind."""
    made = []

    def add(
        kind: str, words: list[str], source: str | tuple[str, ...], statuses: str, named: str = "", at: str = ""
    ) -> None:
        sources = (source,) if isinstance(source, str) else source
        made.append(Case(kind, size, " ".join(words), sources, tuple(statuses.split()), tuple(named.split()), at))

    witness, words = pick(rng, witnesses, size)
    add("verbatim", words, witness.id, "verbatim")
    witness, words = pick(rng, witnesses, size)
    spelled = _spelling(rng, words)
    add(
        "spelling",
        spelled,
        witness.id,
        "variant verbatim" if fold("".join(spelled)) == fold("".join(words)) else "variant",
    )
    witness, words = pick(rng, witnesses, size)
    add("no diacritics", [w.translate(_PLAIN) for w in words], witness.id, "variant verbatim")
    for rate in (0.02, 0.05):
        witness, words = pick(rng, witnesses, size)
        add(f"scan {rate:.0%}", _scan(rng, words, rate), witness.id, "variant verbatim altered abridged")
    witness, words = pick(rng, witnesses, size)
    at = _content(rng, words)
    new = rng.choice(vocabulary)
    add(
        "one word",
        [*words[:at], new, *words[at + 1 :]],
        witness.id,
        "altered",
        "wording name inflection modernised",
        new,
    )
    _numbers(rng, witnesses, size, add)
    _negation(rng, witnesses, size, add)
    if size >= 14:
        witness, words = pick(rng, witnesses, size + 5)
        at = rng.randrange(4, size - 4)
        add("clause cut", words[:at] + words[at + 5 :], witness.id, "abridged", "omission", "")
        witness, words = pick(rng, witnesses, size)
        half = size // 2
        add("swapped", words[half:] + words[:half], witness.id, "variant", "order", "")
    _modernised(rng, witnesses, size, add)
    witness, words = pick(rng, witnesses, size)
    at = size // 2
    add("gloss", [*words[:at], f"({new} demek)", *words[at:]], witness.id, "altered", "gloss", new)
    if size >= 14:
        one, first = pick(rng, witnesses, size // 2)
        other, second = pick(rng, witnesses, size // 2)
        if one.id != other.id:
            add("spliced", first + second, (one.id, other.id), "spliced")
    return made


@cache
def _today() -> dict[str, str]:
    """Old words of the tables that one word of today stands for, folded; those that both times use are left out."""
    rows = list(read_rows("tanik.trace", "glossary.csv"))
    modern = {fold(word) for row in rows for word in row["modern"].split("|")}
    return {
        fold(row["ottoman"]): row["modern"].split("|")[0]
        for row in rows
        if " " not in row["ottoman"] + row["modern"].split("|")[0] and fold(row["ottoman"]) not in modern
    }


def _modernised(rng: random.Random, witnesses: list[Witness], size: int, add: Callable[..., None]) -> None:
    today = _today()
    wanted = min(4, size // 7 + 1)
    for _ in range(300):
        witness, words = pick(rng, witnesses, size)
        places = [i for i, w in enumerate(words) if fold(w) in today and 0 < i < size - 1]
        if len(places) >= wanted:
            for at in (chosen := rng.sample(places, wanted)):
                words[at] = today[fold(words[at])]
            add("modernised", words, witness.id, "modernised", "modernised", words[chosen[0]])
            return


def _numbers(rng: random.Random, witnesses: list[Witness], size: int, add: Callable[..., None]) -> None:
    for _ in range(200):
        witness, words = pick(rng, witnesses, size)
        places = [i for i, w in enumerate(words) if re.fullmatch(r"\d{1,4}", w)]
        if places:
            at = rng.choice(places)
            new = str(int(words[at]) + rng.randrange(1, 9))
            add("number", [*words[:at], new, *words[at + 1 :]], witness.id, "altered", "number", new)
            return


def _negation(rng: random.Random, witnesses: list[Witness], size: int, add: Callable[..., None]) -> None:
    for _ in range(300):
        witness, words = pick(rng, witnesses, size)
        for at, word in enumerate(words):
            bare = word.strip(".,;:!?")
            for old, new in _SWAPS:
                if bare == old and 0 < at < len(words) - 1:
                    changed = [*words[:at], *([new] if new else []), *words[at + 1 :]]
                    add("negation", changed, witness.id, "altered", "polarity", new)
                    return


def markov_of(rng: random.Random, witnesses: list[Witness]) -> Callable[[int], str]:
    """Texts that go from word to word as the witnesses do."""
    texts = (witness.text for witness in witnesses if witness.id != _INDEX)
    return word_by_word(rng, texts, lambda words: [word for word in words if word[:1].isupper()])


def _copies(everything: list[Witness], chosen: set[str]) -> set[str]:
    """The documents that hold a chosen speech too: a twentieth of the shorter one's four stems in a row, at least 8."""
    fours = {}
    for witness in everything:
        stems = [word[:5] for word in tokenize(witness.text).words]
        fours[witness.id] = set(zip(stems, stems[1:], stems[2:], stems[3:], strict=False))
    return {
        other
        for other, own in fours.items()
        if other not in chosen
        and any(len(own & fours[c]) >= max(_COPIED, min(len(own), len(fours[c])) / 20) for c in chosen)
    }


def without_copies(rng: random.Random, everything: list[Witness]) -> set[str]:
    """Forty speeches drawn by chance, and what else holds them: the ids that the library goes without."""
    absent = {w.id for w in rng.sample([w for w in everything if "wikisource" not in w.id], 40)}
    return absent | _copies(everything, absent)


def hits(case: Case, trace: Trace) -> tuple[bool, bool, bool]:
    """Whether all sources are among the matches, the status is right, and the change is named."""
    found = {match.document for match in trace.matches}
    here = all(source in found for source in case.sources)
    status = trace.status.value in case.statuses
    if not case.named:
        return here, status, True
    told = [
        d
        for match in trace.matches
        if match.document in case.sources
        for d in match.differences
        if d.kind.value in case.named and fold(case.changed) in fold(d.page_text)
    ]
    return here, status, bool(told)


def _told(case: Case, trace: Trace) -> set[str]:
    """The kinds of the differences at the place of the planted change."""
    return {
        d.kind.value
        for match in trace.matches
        if match.document in case.sources
        for d in match.differences
        if case.changed and fold(case.changed) in fold(d.page_text)
    }


def _print_confusions(confusions: dict[str, Counter[str]]) -> None:
    kinds = sorted({kind for row in confusions.values() for kind in row})
    print(f"{'planted':14}" + "".join(f"{kind:>12}" for kind in kinds))
    for planted, row in confusions.items():
        print(f"{planted:14}" + "".join(f"{row[kind] or '':>12}" for kind in kinds))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=40)
    parser.add_argument("--grow", type=int, default=0, help="times the library's own size of Markov filler")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--confusions", action="store_true", help="print as what each planted change was told")
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    everything = require_speeches()
    absent = without_copies(rng, everything)
    kept = [w for w in everything if w.id not in absent]
    markov = markov_of(rng, everything)
    filler = [Witness(f"f:{i}", markov(5000), "filler") for i in range(arguments.grow * 63)]
    memory = Documents(Memory([*kept, *filler]))
    vocabulary = [
        w for w in {w for d in everything for w in d.text.split()} if w.isalpha() and w.islower() and len(w) > 4
    ]
    vocabulary.sort()
    options = Options()
    tally: dict[tuple[str, int], list[tuple[bool, bool, bool]]] = defaultdict(list)
    confusions: dict[str, Counter[str]] = defaultdict(Counter)
    spent, asked = 0.0, 0
    for size in LENGTHS:
        for _ in range(arguments.each):
            for case in cases(rng, kept, size, vocabulary):
                started = time.process_time()
                trace = run(case.text, memory, options)
                spent += time.process_time() - started
                asked += 1
                told = hits(case, trace)
                tally[case.kind, size].append(told)
                if told[0] and case.changed:
                    confusions[case.kind].update(_told(case, trace) or {"not told"})
                if arguments.misses and not all(told):
                    _tell(case, trace, told)
    _print(tally)
    print(f"{asked} quotations, {1000 * spent / asked:.2f} ms of processor time each")
    if arguments.confusions:
        _print_confusions(confusions)
    outside = [w for w in everything if w.id in absent]
    print_decoys(
        rng,
        memory,
        kept,
        {"markov": markov, "left out": left_out(rng, outside)},
        LENGTHS,
        total=4 * arguments.each,
        known=set().union(*(runs(witness.text) for witness in (*kept, *filler))),
        misses=arguments.misses,
    )


def _tell(case: Case, trace: Trace, hits: tuple[bool, bool, bool]) -> None:
    print(case.kind, case.words, hits, trace.status.value, case.sources, [m.document for m in trace.matches][:3])
    print("   ", case.text[:160])
    for match in trace.matches[:1]:
        for d in match.differences[:8]:
            print("       ", d.kind.value, d.rule, repr(d.page_text[:60]), repr(d.witness_text[:60]))


def _print(tally: dict[tuple[str, int], list[tuple[bool, bool, bool]]]) -> None:
    print(f"{'kind':14}" + "".join(f"{size:>22} " for size in LENGTHS) + "   (found / status / named)")
    totals: dict[int, list[tuple[bool, bool, bool]]] = defaultdict(list)
    for kind in dict.fromkeys(kind for kind, _ in tally):
        cells = []
        for size in LENGTHS:
            rows = tally.get((kind, size))
            totals[size] += rows or []
            cells.append(" / ".join(f"{sum(c) / len(rows):.3f}" for c in zip(*rows, strict=True)) if rows else "-")
        print(f"{kind:14}" + "".join(f"{cell:>22} " for cell in cells))
    cells = [" / ".join(f"{sum(c) / len(totals[s]):.3f}" for c in zip(*totals[s], strict=True)) for s in LENGTHS]
    print(f"{'all':14}" + "".join(f"{cell:>22} " for cell in cells))


if __name__ == "__main__":
    main()
