"""CSV: a collation for a spreadsheet.

Comes in: an apparatus. Goes out: a line for every place where the witnesses differ, with one column a witness. A cell
that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV Injection"): a witness's text is a
stranger's.
"""

from __future__ import annotations

import csv
from io import StringIO

from tanik.compare.collation import Apparatus, Unit

__all__ = ["to_csv"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HEAD = ("entry", "start", "end", "kind", "changes_meaning", "rule", "moves")


def to_csv(apparatus: Apparatus) -> str:
    """The entries of `apparatus` as CSV; `start` and `end` are code points of the base text.

    >>> from tanik.compare.collate.apparatus import build_apparatus
    >>> from tanik.compare.collate.run import collate
    >>> from tanik.compare.collation import WitnessText
    >>> made = to_csv(build_apparatus(collate([WitnessText("A", "Sulh oldu"), WitnessText("B", "Barış oldu")])))
    >>> print(made.splitlines()[1])
    1,0,4,modernised,no,glossary,,Sulh,Barış
    """
    sink = StringIO()
    writer = csv.writer(sink, lineterminator="\n")
    writer.writerow((*_HEAD, *(_safe(sigil) for sigil in apparatus.collation.sigils)))
    for number, unit in enumerate(apparatus.variants, 1):
        writer.writerow(_line(number, unit, apparatus))
    return sink.getvalue()


def _line(number: int, unit: Unit, apparatus: Apparatus) -> list[object]:
    base = unit.readings[0]
    place = base.spans[base.witnesses.index(apparatus.base)]
    others = [reading for reading in unit.readings[1:] if reading.kind]
    texts = {witness: reading.text for reading in unit.readings for witness in reading.witnesses}
    return [
        number,
        place.start,
        place.end,
        " | ".join(reading.kind.value for reading in others if reading.kind),
        "yes" if any(reading.changes_meaning for reading in others) else "no",
        " | ".join(reading.rule for reading in others),
        " ".join(str(move + 1) for move in unit.moves),
        *(_safe(texts[witness]) for witness in range(len(apparatus.collation.witnesses))),
    ]


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
