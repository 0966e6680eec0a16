"""CollateX JSON, out and in.

Comes in: a collation, or what someone made with CollateX (or for it). Goes out: the other. The form is that of
CollateX: ``{"witnesses": [sigla], "table": [columns]}`` with a list of tokens or null in each cell, a token having
``t`` (as written, with the white space and marks that follow) and ``n`` (its comparison form). Joining the ``t`` of one
column gives the witness's text. Input for CollateX, ``{"witnesses": [{"id", "content"}]}`` or ``{"id", "tokens"}``,
is read as witnesses yet to be collated.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import numpy as np

from tanik.compare.collation import CollatedWitness, Collation, WitnessText
from tanik.core.token import spell
from tanik.errors import RecordError

__all__ = ["from_collatex", "to_collatex"]

_Cell = tuple[tuple[str, str], ...]


def to_collatex(collation: Collation) -> str:
    """The table of `collation` as CollateX JSON.

    >>> from tanik.compare.collate.run import collate
    >>> to_collatex(collate([WitnessText("A", "Kara, tren")]))
    '{"witnesses": ["A"], "table": [[[{"t": "Kara, ", "n": "kara"}], [{"t": "tren", "n": "tren"}]]]}\\n'
    """
    table = [
        [
            [{"t": _whole(witness, word), "n": witness.token(word).normal} for word in range(*cell)] or None
            for cell in (collation.cell(place, at) for place in range(collation.places))
        ]
        for at, witness in enumerate(collation.witnesses)
    ]
    return json.dumps({"witnesses": list(collation.sigils), "table": table}, ensure_ascii=False) + "\n"


def _whole(witness: CollatedWitness, word: int) -> str:
    """A word with all that stands between it and the next; the first word also with what stands before it."""
    start = _begin(witness, word) if word else 0
    end = _begin(witness, word + 1) if word + 1 < len(witness) else len(witness.text)
    return witness.text[start:end]


def _begin(witness: CollatedWitness, word: int) -> int:
    """Where a word begins, the marks that open it included."""
    return int(witness.starts[word]) - len(witness.marks(word)[0])


def from_collatex(text: str) -> Collation | tuple[WitnessText, ...]:
    """A table as a `Collation`, input for CollateX as the witnesses that it names.

    Raises `RecordError` saying what is wrong with it.

    >>> from_collatex('{"witnesses": [{"id": "A", "content": "Kara tren"}]}')
    (WitnessText(sigil='A', text='Kara tren', title=None, date=None, source=None),)
    """
    try:
        record = json.loads(text)
    except ValueError as error:
        raise RecordError(f"not JSON ({error})") from error
    if not isinstance(record, dict) or not isinstance(record.get("witnesses"), list):
        raise RecordError('CollateX JSON is an object with a list "witnesses"')
    if "table" in record:
        return _read_table(record)
    return tuple(_read_witness(one) for one in record["witnesses"])


def _read_witness(record: object) -> WitnessText:
    if isinstance(record, dict) and isinstance(record.get("id"), str):
        if isinstance(record.get("content"), str):
            return WitnessText(record["id"], record["content"])
        if isinstance(record.get("tokens"), list):
            return WitnessText(record["id"], "".join(written for written, _ in _read_cell(record["tokens"])))
    raise RecordError('a witness needs "id" and either "content" or "tokens"')


def _read_table(record: Mapping[str, object]) -> Collation:
    sigils, table = record["witnesses"], record["table"]
    if not isinstance(sigils, list) or not all(isinstance(sigil, str) for sigil in sigils):
        raise RecordError('beside a "table", "witnesses" are sigla')
    if not isinstance(table, list) or len(table) != len(sigils) or not all(isinstance(c, list) for c in table):
        raise RecordError('"table" needs one column (a list of cells) for each witness')
    if not table or len({len(column) for column in table}) != 1:
        raise RecordError("all columns of a table need as many cells")
    numbers: dict[str, int] = {}
    columns = [[_read_cell(cell) for cell in column] for column in table]
    witnesses = tuple(_witness(s, column, numbers) for s, column in zip(sigils, columns, strict=True))
    bounds = np.zeros((len(columns[0]) + 1, len(columns)), dtype=np.int32)
    for at, column in enumerate(columns):
        bounds[1:, at] = np.cumsum([len(cell) for cell in column])
    return Collation(witnesses, bounds)


def _read_cell(cell: object) -> _Cell:
    """The tokens of a cell: as written, and their comparison form."""
    if cell is None:
        return ()
    if not isinstance(cell, list):
        raise RecordError("a cell is a list of tokens or null")
    return tuple(_read_token(token) for token in cell)


def _read_token(token: object) -> tuple[str, str]:
    if not isinstance(token, dict) or not isinstance(token.get("t"), str):
        raise RecordError('a token needs "t", the word as written')
    normal = token.get("n", token["t"])
    if not isinstance(normal, str):
        raise RecordError('a token\'s "n" is a string')
    return token["t"], normal.strip()


def _witness(sigil: str, column: Sequence[_Cell], numbers: dict[str, int]) -> CollatedWitness:
    starts, ends, words = [], [], []
    at, text = 0, ""
    for written, normal in (token for cell in column for token in cell):
        start, end = _letters(written)
        starts.append(at + start)
        ends.append(at + end)
        words.append(numbers.setdefault(normal, len(numbers)))
        text, at = text + written, at + len(written)
    places = (np.array(side, dtype=np.int32) for side in (starts, ends, words))
    return CollatedWitness(WitnessText(sigil, text), *places)


def _letters(written: str) -> tuple[int, int]:
    """Where in a token its word stands; all that is not white space where it has none."""
    found = spell(written)
    if len(found):
        return int(found.starts[0]), int(found.ends[-1])
    start = len(written) - len(written.lstrip())
    return start, max(start, len(written.rstrip()))
