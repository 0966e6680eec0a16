"""Pages with planted faults, and what became of them: used by the tests of comparison and by the benchmark of findings.

Comes in: a TOML file of pages, each with its faults (a kind and the words that the finding must touch). Goes out: for
each page which faults were found and missed, and which findings of a loud kind (contradiction, arithmetic, chronology,
days that cannot be) touch no fault and so are false. An entry with a second text (`also`) is two pages, compared.
A long page bears its faults where they stand, "{family1: wrong|right}", and so is its own sound twin; "{family1:
words}" marks another place at which the fault of that name may be found, for what clashes may stand far apart.
The lines of a paragraph are joined, unless the entry says `lines = true`: lists, tables and letters need theirs.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tanik.compare.model import Examined, Finding, FindingKind
from tanik.compare.run import run
from tanik.facts.read import read as read_facts
from tanik.page.read import read

__all__ = ["FAMILIES", "LOUD", "SETS", "Planted", "check", "examined", "planted"]

SETS = {path.stem: path for path in sorted(Path(__file__).parent.glob("planted*.toml"))}
FAMILIES = {
    "date": ("date-",),
    "sum": ("sum-",),
    "number": ("number-",),
    "death": ("deed-",),
    "surname": ("surname-",),
    "body": ("founding-", "body-"),
    "office": ("office-",),
    "victory": ("victory-",),
    "treaty": ("treaty-",),
    "title": ("title-too-early",),
    "age": ("age-",),
    "alphabet": ("alphabet-",),
    "twice": ("shipment-told-twice",),
    "question": ("title-question", "title-contradicted", "title-figure"),
    "contradiction": ("event-contradiction",),
    "source": ("source-",),
    "unit": ("unit-changed",),
    "unsourced": ("page-unsourced", "page-hardly-sourced"),
    "duration": ("duration-",),
    "place": ("place-",),
    "battle": ("battle-", "cites-"),
    "cites": ("cites-", "battle-", "treaty-", "founding-"),
    # On a long page one sum told twice is two accounts of one event, by whichever of the two rules.
    "again": ("shipment-told-twice", "event-contradiction"),
    "words": ("words-",),
    # On pages written without a look at the rules: whichever of them sees it.
    "time": (
        "deed-",
        "death-",
        "event-dated-",
        "surname-",
        "title-too-early",
        "founding-",
        "treaty-",
        "office-",
        "body-",
        "alphabet-",
        "victory-",
        "battle-",
        "cites-",
        "place-",
    ),
    "order": ("arrival-", "answer-"),
    "years": ("age-", "duration-"),
    "account": ("shipment-told-twice", "event-contradiction", "counts-differ-", "account-"),
}
_MARK = re.compile(r"\{([a-z]+)(\d): ([^|}]*)(?:\|([^}]*))?\}")
LOUD = (FindingKind.CONFLICT, FindingKind.ARITHMETIC, FindingKind.ANACHRONISM, FindingKind.IMPOSSIBLE_DATE)


@dataclass(frozen=True, slots=True)
class Planted:
    """What became of one page: faults found and missed, and loud findings that touch no fault."""

    name: str
    found: tuple[str, ...]
    missed: tuple[str, ...]
    false: tuple[str, ...]


def unwrapped(text: str, *, lines: bool = False) -> str:
    """A text whose paragraphs stand on one line each; one that keeps its lines is as it was."""
    return text if lines else "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


def examined(text: str, identifier: str = "p1", *, fast: bool = False, lines: bool = False) -> Examined:
    """A page of plain text, read, without traces."""
    page = replace(read(unwrapped(text, lines=lines).encode(), path=f"{identifier}.txt"), id=identifier)
    facts = read_facts(page, fast=fast)
    return Examined(page, facts, tuple(None for _ in facts.quotations))


def check(
    name: str,
    texts: Sequence[str],
    faults: list[list[str]],
    *,
    fast: bool = False,
    quiet: str = "",
    lines: bool = False,
) -> Planted:
    """One entry (a page, or several that are compared) against the findings that it gives; none of kind `quiet`."""
    pages = [examined(text, f"p{number}", fast=fast, lines=lines) for number, text in enumerate(texts, 1)]
    flat = {page.page.id: page.text.replace("\n", " ") for page in pages}
    findings = run(pages).findings
    touched: set[Finding] = set()
    found: list[str] = []
    missed: list[str] = []
    for family, words in faults:
        sought = " ".join(words.split())
        on, at = next((key, text.index(sought)) for key, text in flat.items() if sought in text)
        hits = {
            one
            for one in findings
            if one.rule.startswith(FAMILIES[family])
            and any(
                place.page == on and place.span.start < at + len(sought) and at < place.span.end for place in one.places
            )
        }
        touched |= hits
        (found if hits else missed).append(f"{family}: {words}")
    false = [
        f"{one.rule} {dict(one.details)}"
        for one in findings
        if one not in touched and (one.kind in LOUD or one.rule.startswith(FAMILIES.get(quiet, "?")))
    ]
    return Planted(name, tuple(found), tuple(missed), tuple(false))


def _wordings(text: str) -> tuple[str, str, str]:
    """A text with one "{wrong|right}": the faulty page, the sound one, and the words that the fault touches."""
    before, _, rest = text.partition("{")
    choice, _, behind = rest.partition("}")
    wrong, _, right = choice.partition("|")
    # The words alone may stand elsewhere on the page too: with what is around them they stand once.
    touched = wrong if f"{before}{wrong}{behind}".count(wrong) == 1 else f"{before[-12:]}{wrong}"
    return f"{before}{wrong}{behind}", f"{before}{right}{behind}", touched


def _pair(number: int, entry: dict[str, str], *, fast: bool) -> tuple[Planted, Planted]:
    """A faulty page and its sound twin, which must have no finding of that kind at all."""
    keys = [key for key in ("text", "also") if key in entry]
    told = [_wordings(entry[key]) if "{" in entry[key] else (entry[key], entry[key], "") for key in keys]
    touched = [text for _, _, text in told if text]
    name = f"{entry['kind']} {number}"
    faulty = check(name, [text for text, _, _ in told], [[entry["family"], text] for text in touched], fast=fast)
    sound = check(f"{name}, sound", [text for _, text, _ in told], [], fast=fast, quiet=entry["family"])
    return faulty, sound


@dataclass(frozen=True, slots=True)
class Marked:
    """A long page in one of its two states, and where each of its faults may be found."""

    text: str
    places: dict[tuple[str, str], list[tuple[int, int]]]


def marked(text: str, *, sound: bool, lines: bool = False) -> Marked:
    """The page that the marks of `text` describe: with its faults, or with all of them mended.

    >>> marked("{sum1: iki ve iki}, toplam {sum1: 5|4}", sound=False)
    Marked(text='iki ve iki, toplam 5', places={('sum', '1'): [(0, 10), (19, 20)]})
    """
    written, at = "", 0
    places: dict[tuple[str, str], list[tuple[int, int]]] = {}
    whole = unwrapped(text, lines=lines)
    for mark in _MARK.finditer(whole):
        written += whole[at : mark.start()]
        family, number, wrong, right = mark.groups()
        words = right if sound and right is not None else wrong
        places.setdefault((family, number), []).append((len(written), len(written) + len(words)))
        written, at = written + words, mark.end()
    return Marked(written + whole[at:], places)


def _long(entry: dict[str, str], *, fast: bool) -> tuple[Planted, Planted]:
    """A long page with its faults and without them; on the second every loud finding is false."""
    results = []
    for sound in (False, True):
        page = marked(entry["text"], sound=sound, lines="lines" in entry)
        findings = run([examined(page.text, fast=fast, lines="lines" in entry)]).findings
        found: list[str] = []
        missed: list[str] = []
        touched: set[Finding] = set()
        for (family, number), places in page.places.items() if not sound else ():
            hits = {one for one in findings if one.rule.startswith(FAMILIES[family]) and _touches(one, places)}
            touched |= hits
            (found if hits else missed).append(f"{family}{number}: {page.text[slice(*places[-1])]}")
        quiet = tuple(rule for family, _ in page.places for rule in FAMILIES[family] if sound)
        false = tuple(
            f"{one.rule} {dict(one.details)}"
            for one in findings
            if one not in touched and (one.kind in LOUD or one.rule.startswith(quiet))
        )
        results.append(Planted(entry["name"] + ", sound" * sound, tuple(found), tuple(missed), false))
    return results[0], results[1]


def _touches(finding: Finding, places: list[tuple[int, int]]) -> bool:
    """Whether a finding lies on one of these stretches of its page."""
    return any(one.span.start < end and start < one.span.end for one in finding.places for start, end in places)


def planted(path: Path, *, fast: bool = False) -> list[Planted]:
    """Every page of the file, checked."""
    entries = tomllib.loads(path.read_text(encoding="utf-8"))
    pages = entries.get("page", [])
    texts = [[page["text"], *([page["also"]] if "also" in page else [])] for page in pages]
    alone = [
        check(page["name"], told, page["faults"], fast=fast, lines=page.get("lines", False))
        for page, told in zip(pages, texts, strict=True)
    ]
    pairs = [_pair(number, entry, fast=fast) for number, entry in enumerate(entries.get("pair", []), 1)]
    pairs += [_long(entry, fast=fast) for entry in entries.get("long", [])]
    return [*alone, *(one for both in pairs for one in both)]
