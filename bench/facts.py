"""Facts: beside other libraries on the development pages, pages a second by layer, and growth with length.

    python bench/facts.py [--shared FOLDER]

The development pages stand beside the checkout, not in it; without them only speed and growth are told, on pages made
of our own sentences. The peers read the same text: dateparser (dates; the page's language given), quantulum3 (amounts)
and akana (names). A found item counts when its span overlaps the hand-made one by half of their union and its value is
equal: for dates the EDTF (a day within the month or year that is wanted will do), for amounts number and unit, for
names the kind.
"""

from __future__ import annotations

import argparse
import json
import math
import time
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tanik.core.span import Span
from tanik.facts.amounts.find import find_amounts
from tanik.facts.citations.find import find_citations
from tanik.facts.dates.find import find_dates
from tanik.facts.model import Facts
from tanik.facts.names.find import find_names
from tanik.facts.quotations.find import find_quotations
from tanik.facts.statements.find import find_statements
from tanik.page.model import Page, Segment, SegmentKind, Source
from tanik.page.read import read as read_page

_SHARED = Path(__file__).resolve().parents[2] / "shared"
_REPEATS = 3
_TIMES = (1, 4, 16)
_KINDS = {"PERSON": "person", "PER": "person", "LOCATION": "place", "LOC": "place", "ORGANIZATION": "organisation",
          "ORG": "organisation"}  # fmt: skip
_UNITS = {
    "kilogram": "kg", "ton": "t", "tonne": "t", "litre": "litre", "metre": "m", "kilometre": "km", "year": "year",
    "percentage": "percent", "month": "month", "day": "day", "hour": "hour", "dollar": "dollar",
    "pound sterling": "pound_sterling",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """What a system found: place and value."""

    start: int
    end: int
    value: object


def _dates_by_dateparser(page: Page) -> Iterable[Found]:
    from dateparser.search import search_dates

    language = page.language[:2] if page.language[:2] in ("tr", "az", "en") else "tr"
    at = 0
    settings = {"STRICT_PARSING": True}  # without it every other word is a date of this year
    for words, day in search_dates(page.text, languages=[language], settings=settings) or ():
        start = page.text.find(words, at)
        if start >= 0:
            at = start + len(words)
            yield Found(start, at, day.date().isoformat())


def _amounts_by_quantulum(page: Page) -> Iterable[Found]:
    from quantulum3 import parser

    for line in page.text.split("\n"):
        start = page.text.find(line)
        try:
            quantities = parser.parse(line)
        except (ValueError, KeyError, IndexError, AttributeError, TypeError):
            continue
        for one in quantities:
            if one.unit.name == "dimensionless":
                continue  # a number without a unit is no amount
            yield Found(start + one.span[0], start + one.span[1], (float(one.value), _UNITS.get(one.unit.name, "")))


def _names_by_akana(page: Page) -> Iterable[Found]:
    import akana

    letters = page.text.encode()
    for entity in akana.extract_entities(page.text):
        start, end = (
            len(letters[:at].decode(errors="ignore")) for at in (entity.start, entity.end)
        )  # offsets of bytes
        yield Found(start, end, _KINDS.get(entity.label, ""))


def _our_facts(page: Page) -> Facts:
    dates = find_dates(page)
    citations = find_citations(page, dates)
    return Facts(dates, find_amounts(page, dates, citations), find_names(page, citations), citations)


def _ours(page: Page) -> dict[str, list[Found]]:
    facts = _our_facts(page)
    return {
        "dates": [Found(one.span.start, one.span.end, (one.edtf or "").rstrip("~")) for one in facts.dates],
        "amounts": [Found(one.span.start, one.span.end, (one.value, one.unit)) for one in facts.amounts],
        "names": [Found(one.span.start, one.span.end, str(one.kind)) for one in facts.names],
    }


def _value(layer: str, item: dict[str, Any]) -> object:
    if layer == "dates":
        return item["edtf"]
    return (float(item["value"]), item["unit"]) if layer == "amounts" else item["kind"]


def _equal(ours: object, theirs: object) -> bool:
    if isinstance(ours, tuple) and isinstance(theirs, tuple):
        return math.isclose(ours[0], theirs[0], rel_tol=1e-3) and ours[1] == theirs[1]
    if isinstance(ours, str) and isinstance(theirs, str) and len(ours) == len("1921-03-01"):
        return ours == theirs or (len(theirs) < len(ours) and ours.startswith(f"{theirs}-"))
    return ours == theirs


def _places(text: str, words: str) -> list[tuple[int, int]]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append((at, at + len(words)))
        at = text.find(words, at + 1)
    return found


def _overlap(one: Found, start: int, end: int) -> float:
    inner = min(one.end, end) - max(one.start, start)
    return inner / (max(one.end, end) - min(one.start, start)) if inner > 0 else 0.0


def count(found: list[Found], text: str, gold: list[tuple[str, object]]) -> tuple[int, int, int]:
    """(right, missed, wrong): repeats of a hand-made item count once, and repeats of a found one are not wrong."""
    used: set[int] = set()
    right = 0
    for words, value in gold:
        places = _places(text, words)
        hits = {n for n, one in enumerate(found) for start, end in places if _overlap(one, start, end) >= 0.5}
        right += any(_equal(found[n].value, value) for n in hits)
        used |= {n for n in hits if _equal(found[n].value, value)}
    return right, len(gold) - right, len(found) - len(used)


def compare(shared: Path) -> None:
    """Print F1 of Tanık and its peers on the development pages."""
    peers: tuple[tuple[str, str, Callable[[Page], Iterable[Found]]], ...] = (
        ("dates", "dateparser", _dates_by_dateparser),
        ("amounts", "quantulum3", _amounts_by_quantulum),
        ("names", "akana", _names_by_akana),
    )
    totals: dict[tuple[str, str], list[int]] = {}
    for line in (shared / "gold" / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        path = next((shared / "gold" / "pages").glob(gold["id"] + ".*"))
        page = read_page(path.read_bytes(), path=path.name)
        ours = _ours(page)
        for layer, peer, read in peers:
            wanted = [(item["text"], _value(layer, item)) for item in gold[layer]]
            for system, found in (("Tanık", ours[layer]), (peer, list(read(page)))):
                sums = totals.setdefault((layer, system), [0, 0, 0])
                for index, number in enumerate(count(found, page.text, wanted)):
                    sums[index] += number
    print("| layer | system | precision | recall | F1 |\n| --- | --- | --- | --- | --- |")
    for (layer, system), (right, missed, wrong) in totals.items():
        precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"| {layer} | {system} | {precision:.3f} | {recall:.3f} | {f1:.3f} |")


_SENTENCES = (
    "Heyet 3 Mart 1337 günü Sivas'tan çıktı ve iki gün sonra Erzincan'a vardı.",
    "Ambarda 4.200 okka buğday, 350 sandık cephane ve yaklaşık on iki bin lira kalmıştı.",
    "Vali Hüsnü Bey telgrafında “Yol açıldı, kafile yürüyor” dedi (Açıksöz, 12 Mart 1921).",
    "Kaynak: Ali Er, Köprünün Öyküsü, Yaka Kitabevi, İzmir 1931, s. 12.",
    "Kışın 1920'li yılların başında kurulan köprü 1931 yazında yeniden yapıldı ve yüzde 40 pahalıya çıktı.",
)


def _own_page(times: int) -> Page:
    """A page of our own sentences, `times` forty paragraphs long, no two paragraphs of one number."""
    lines = [f"{index}. {sentence}" for index in range(8 * times) for sentence in _SENTENCES]
    text, segments, at = "\n".join(lines), [], 0
    for line in lines:
        segments.append(Segment(SegmentKind.PARAGRAPH, Span(at, at + len(line)), "own"))
        at += len(line) + 1
    return Page("own", Source("0" * 64, "text/plain"), text, tuple(segments), language="tr")


def _stopless_page(times: int) -> Page:
    """A page of one sentence that never stops, about as long as `_own_page` of so many `times`."""
    text = ", ".join(sentence.rstrip(".") for sentence in _SENTENCES * 8 * times)
    segments = (Segment(SegmentKind.PARAGRAPH, Span(0, len(text)), "own"),)
    return Page("stopless", Source("0" * 64, "text/plain"), text, segments, language="tr")


def _layers(page: Page) -> dict[str, float]:
    """CPU seconds of each layer on `page`, what it needs being at hand."""
    seconds: dict[str, float] = {}

    def timed(name: str, read: Callable[[], Any]) -> Any:
        started = time.process_time()
        found = read()
        seconds[name] = time.process_time() - started
        return found

    dates = timed("dates", lambda: find_dates(page))
    citations = timed("citations", lambda: find_citations(page, dates))
    amounts = timed("amounts", lambda: find_amounts(page, dates, citations))
    names = timed("names", lambda: find_names(page, citations))
    quotations = timed("quotations", lambda: find_quotations(page, names, citations))
    facts = Facts(dates, amounts, names, citations, quotations)
    timed("statements", lambda: find_statements(page, facts))
    return seconds


def _best(pages: list[Page]) -> dict[str, float]:
    """The best of several runs over `pages`, layer by layer."""
    runs = []
    for _ in range(_REPEATS):
        sums: dict[str, float] = {}
        for page in pages:
            for layer, spent in _layers(page).items():
                sums[layer] = sums.get(layer, 0.0) + spent
        runs.append(sums)
    return {layer: min(run[layer] for run in runs) for layer in runs[0]}


def speed(pages: list[Page]) -> None:
    """Print pages and words a second for each layer."""
    words = sum(len(page.text.split()) for page in pages)
    print(f"\n{len(pages)} pages, {words:,} words; CPU time, best of {_REPEATS}\n")
    print("| layer | pages/s | words/s |\n| --- | --- | --- |")
    for layer, spent in _best(pages).items():
        print(f"| {layer} | {len(pages) / spent:,.1f} | {words / spent:,.0f} |")


def growth() -> None:
    """Print how each layer's cost grows with the length of a page: the exponent between the last two lengths."""
    rows = [_best([_own_page(times)]) for times in _TIMES]
    for row, times in zip(rows, _TIMES, strict=True):
        row["statements, no stop"] = _best([_stopless_page(times)])["statements"]
    print("\n| layer | " + " | ".join(f"×{times} ms" for times in _TIMES) + " | exponent |")
    print("| --- | " + " | ".join("---" for _ in _TIMES) + " | --- |")
    for layer in rows[0]:
        spent = [row[layer] for row in rows]
        exponent = math.log(spent[-1] / spent[-2]) / math.log(_TIMES[-1] / _TIMES[-2])
        print(f"| {layer} | " + " | ".join(f"{1000 * one:.1f}" for one in spent) + f" | {exponent:.2f} |")


def main() -> int:
    """Compare, then time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=_SHARED, help="folder that holds the development pages")
    shared = parser.parse_args().shared
    warnings.simplefilter("ignore")
    pages = [_own_page(1)]
    if (shared / "gold" / "gold.jsonl").exists():
        compare(shared)
        paths = sorted((shared / "gold" / "pages").iterdir())
        pages = [replace(read_page(path.read_bytes(), path=path.name), id=path.stem) for path in paths]
    else:
        print(f"{shared / 'gold'} is not here: no comparison")
    speed(pages)
    growth()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
