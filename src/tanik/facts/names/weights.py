"""The trained model of names, as it is shipped: its vocabulary, its graph, and the proof that both are whole.

Comes in: the files beside the tables. Goes out: scores of labels for the words of lines. They are read when first
asked for, since most commands never need them; a file that is not the one that was trained is refused, because wrong
weights would give wrong names without a word. One thread and fixed batches: the same page gives the same scores.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import tomllib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from threading import Lock, Thread
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from tanik.errors import DamagedWeights
from tanik.facts.names.pieces import Cutter, units_of
from tanik.facts.names.signs import SIGNS
from tanik.facts.names.words import Line

__all__ = ["LABELS", "Judge", "begin", "judge", "load"]

LABELS: Final = ("O", *(f"{at}-{kind}" for kind in ("person", "place", "organisation", "event") for at in "BI"))
_LONGEST: Final = 256
_BATCH: Final = 768
_OPEN, _PADDING, _CLOSE, _UNKNOWN = 0, 1, 2, 3

Scores = NDArray[np.float32]
Asked = tuple[Line, int, int, Sequence[Sequence[int]]]


class _Session(Protocol):
    def run(self, outputs: list[str] | None, inputs: dict[str, NDArray[np.generic]]) -> list[Scores]: ...


@dataclass(frozen=True, slots=True)
class _Row:
    """A stretch of a line as numbers; `heads` are the places of each word's first piece, -1 where it was cut off."""

    pieces: list[int]
    signs: list[Sequence[int]]
    heads: list[int]


class Judge:
    """Scores each word of a line for each label."""

    def __init__(self, session: _Session, cutter: Cutter) -> None:
        self._session, self._cutter = session, cutter

    def scores(self, asked: Iterable[Asked]) -> list[Scores]:
        """For each stretch (line, first word, end, signs of the line's words) an array (words, labels), logarithms."""
        rows = [self._row(*one) for one in asked]
        found: list[Scores] = [np.zeros((len(row.heads), len(LABELS)), dtype=np.float32) for row in rows]
        for group in _grouped([len(row.pieces) for row in rows]):
            for number, told in zip(group, self._run([rows[number] for number in group]), strict=True):
                heads = np.array(rows[number].heads)
                found[number][heads >= 0] = told[heads[heads >= 0]]
                found[number][heads < 0, 1:] = -1e3
        return found

    def _row(self, line: Line, begin: int, end: int, signs: Sequence[Sequence[int]]) -> _Row:
        row = _Row([_OPEN], [()], [-1] * (end - begin))
        for unit in units_of(line, begin, end):
            if unit.word >= 0 and len(row.pieces) < _LONGEST - 1:
                row.heads[unit.word - begin] = len(row.pieces)
            for piece in self._cutter.cut(unit.text, unit.spaced):
                row.pieces.append(piece)
                row.signs.append(signs[unit.word] if unit.word >= 0 else ())
        del row.pieces[_LONGEST - 1 :], row.signs[_LONGEST - 1 :]
        row.pieces.append(_CLOSE)
        row.signs.append(())
        return row

    def _run(self, rows: list[_Row]) -> Scores:
        length = max(len(row.pieces) for row in rows)
        pieces = np.full((len(rows), length), _PADDING, dtype=np.int64)
        signs = np.zeros((len(rows), length, len(SIGNS)), dtype=np.float32)
        for number, row in enumerate(rows):
            pieces[number, : len(row.pieces)] = row.pieces
            for at, one in enumerate(row.signs):
                signs[number, at, list(one)] = 1
        scores = self._session.run(None, {"pieces": pieces, "signs": signs})[0]
        top = scores.max(axis=-1, keepdims=True)
        told: Scores = scores - top - np.log(np.exp(scores - top).sum(axis=-1, keepdims=True))
        return told


def _grouped(lengths: Sequence[int]) -> list[list[int]]:
    """Rows of like length together, each group of about `_BATCH` pieces."""
    groups: list[list[int]] = []
    for number in sorted(range(len(lengths)), key=lambda one: (lengths[one], one)):
        if groups and (len(groups[-1]) + 1) * lengths[number] <= _BATCH:
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def _whole(folder: Traversable, name: str, digest: str) -> bytes:
    try:
        data = folder.joinpath(name).read_bytes()
    except OSError as error:
        raise DamagedWeights(f"{name}: the weights of the model of names cannot be read; install tanik anew") from error
    if hashlib.sha256(data).hexdigest() != digest:
        raise DamagedWeights(f"{name}: not the weights that were trained; install tanik anew")
    return data


def load(folder: Traversable) -> Judge:
    """The model in `folder`. Raises `DamagedWeights` where its files are not those that its card tells of."""
    import onnxruntime

    card = tomllib.loads(folder.joinpath("card.toml").read_text(encoding="utf-8"))
    graph = _whole(folder, "tagger.onnx", card["sha256"]["tagger.onnx"])
    told = json.loads(gzip.decompress(_whole(folder, "vocabulary.json.gz", card["sha256"]["vocabulary.json.gz"])))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # its operators were fused when it was written (export.py): reading it is then twice as fast
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    return Judge(session, Cutter(told["pieces"], told["scores"], told["letters"], _UNKNOWN))


_READING: Final = Lock()


def judge() -> Judge:
    """The model that is shipped, read once. Raises `DamagedWeights` where its files are not whole."""
    with _READING:
        return _shipped()


@cache
def _shipped() -> Judge:
    return load(files("tanik.facts").joinpath("data", "names_model"))


def begin() -> None:
    """Begin to read the model that is shipped, unless it was read, beside the work that comes before it is asked.

    Reading takes a sixth of a second, nearly all of it outside Python, so that a second core can do it while dates
    and amounts are found. What goes wrong is told when the model is asked.
    """
    if not _shipped.cache_info().currsize:
        Thread(target=_quietly).start()


def _quietly() -> None:
    with suppress(DamagedWeights, ImportError):
        judge()
