"""What the teacher says of every word that it is asked about, and what it made of it: the lessons of a pupil.

Comes in: passages, and the folder of a model of twelve layers as `export.py` writes it. Goes out: lessons as flat
arrays (`Lessons`). Stretches, signs and which words are asked about are made by the program's own code, so that pupil
and use agree.
"""

from __future__ import annotations

import gzip
import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from graph import write
from labelled import Labelled
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from samples import LABELS, samples_of

from tanik.facts.names.judged import _stretches
from tanik.facts.names.pieces import Cutter
from tanik.facts.names.weights import Judge, _grouped, _Row

UNKNOWN = -1
HEADS = 12
# From this layer of twelve on the teacher reads only marks and words asked about (docs/names.md tells why).
NARROWED = 4


@dataclass
class Lessons:
    """Rows one behind the other: `pieces` with the `signs` of each as bits, and where each word asked about begins.

    `begins` and `words_begin` say where the pieces and the words of each row begin (one more than rows); of each word
    `scores` (labels) and `states` (hidden) are the teacher's, `labels` ours (-1 where we say nothing).
    """

    pieces: NDArray[np.int32]
    signs: NDArray[np.uint64]
    begins: NDArray[np.int64]
    firsts: NDArray[np.int16]
    words_begin: NDArray[np.int64]
    labels: NDArray[np.int8]
    scores: NDArray[np.float16]
    states: NDArray[np.float16]

    def save(self, path: Path) -> None:
        """Write to one file."""
        np.savez(path, **vars(self))

    @classmethod
    def load(cls, path: Path) -> Lessons:
        """Read what `save` wrote."""
        with np.load(path) as told:
            return cls(**{name: told[name] for name in told.files})


def weights_of(folder: Path) -> dict[str, NDArray[np.float32]]:
    """The weights of a shipped model, under the names that `encoder.Tagger` gives them."""
    graph = onnx.load(str(folder / "tagger.onnx")).graph
    told = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    found: dict[str, NDArray[np.float32]] = {
        "word.weight": told["table"].astype(np.float32) * told["table.s"],
        "position.weight": told["position"],
        "signs.weight": told["signs.w"].T,
        "norm.weight": told["start.w"],
        "norm.bias": told["start.b"],
        "out.weight": told["out.w"].T,
        "out.bias": told["out.b"],
    }
    size = (told["position"].shape[1] // HEADS) ** 0.5
    for number in range(sum(name.endswith(".q.w") for name in told)):
        layer = f"layers.{number}"
        for one in ("q", "k", "v", "ao", "fi", "fo"):
            factor = np.float32(size if one == "q" else 1)
            weight = told[f"{layer}.{one}.w"].astype(np.float32) * told[f"{layer}.{one}.s"]
            found[f"{layer}.{one}.weight"] = (weight * factor).T
            found[f"{layer}.{one}.bias"] = told[f"{layer}.{one}.b"] * factor
        for one, out in (("aln", "middle"), ("oln", "out")):
            found[f"{layer}.{one}.weight"] = told[f"{layer}.{out}.w"]
            found[f"{layer}.{one}.bias"] = told[f"{layer}.{out}.b"]
    return found


class Teacher:
    """A model of twelve layers that tells the last state of each word beside its scores."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        weights = weights_of(folder)
        self.hidden = weights["norm.weight"].shape[0]
        layers = sum(name.endswith(".q.weight") for name in weights)
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(scratch) / "teacher.onnx"
            write(weights, HEADS, NARROWED, path, cut_off=False)
            model = onnx.load(str(path))
        self._told = ["scores", f"layers.{layers - 1}.out"]
        model.graph.output.append(helper.make_tensor_value_info(self._told[1], TensorProto.FLOAT, ["few", self.hidden]))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        self._session = onnxruntime.InferenceSession(model.SerializeToString(), options)
        self._states: list[NDArray[np.float32]] = []
        told = json.loads(gzip.decompress((folder / "vocabulary.json.gz").read_bytes()))
        self.judge = Judge(self, Cutter(told["pieces"], told["scores"], told["letters"], 3))

    def run(self, _: object, given: dict[str, NDArray[np.generic]]) -> list[NDArray[np.float32]]:
        """Scores as the program asks for them; the states are kept."""
        scores, states = self._session.run(self._told, given)
        self._states = [scores, states]
        return [scores]

    def answers(self, rows: list[_Row]) -> Iterator[tuple[int, NDArray[np.float32], NDArray[np.float32]]]:
        """Number, scores and states of each row, in any order."""
        for group in _grouped(list(enumerate(rows))):
            few = [_few(row) for _, row in group]
            self.judge._run([replace(row, words=one, firsts=one) for one, (_, row) in zip(few, group, strict=True)])
            at = 0
            for one, (number, row) in zip(few, group, strict=True):
                places = at + np.searchsorted(one, row.firsts)
                yield number, self._states[0][places], self._states[1][places]
                at += len(one)


def _few(row: _Row) -> list[int]:
    """What the teacher's upper layers read of a row: its ends, marks, and all pieces of words asked about."""
    asked = {*row.words, -1}
    return [at for at, owner in enumerate(row.owners) if owner in asked]


def rows_of(passages: Iterable[Labelled], judge: Judge, *, hard: bool) -> Iterator[tuple[_Row, list[int]]]:
    """The rows of `passages` as the program would ask about them, with our labels of the words if `hard`."""
    for passage in passages:
        for sample in samples_of(passage, news=False):
            for begin, end in _stretches(sample.line):
                row = judge._row(sample.line, begin, end, sample.signs[begin:end], whole=passage.language == "en")
                if row.words:
                    labels = [sample.labels[begin + at] if hard else UNKNOWN for at in row.words]
                    yield row, [label if 0 <= label < len(LABELS) else UNKNOWN for label in labels]


def lessons_of(told: list[tuple[_Row, list[int]]], teacher: Teacher) -> Lessons:
    """The teacher's answers on rows as arrays."""
    rows = [row for row, _ in told]
    begins = np.cumsum([0, *(len(row.pieces) for row in rows)])
    words = np.cumsum([0, *(len(row.words) for row in rows)])
    signs = np.zeros(begins[-1], dtype=np.uint64)
    firsts = np.zeros(words[-1], dtype=np.int16)
    for number, row in enumerate(rows):
        bits = np.array([sum({1 << sign for sign in one}) for one in row.signs], dtype=np.uint64)
        signs[begins[number] : begins[number + 1]] = bits[row.owners]
        firsts[words[number] : words[number + 1]] = row.firsts
    scores = np.zeros((words[-1], len(LABELS)), dtype=np.float16)
    states = np.zeros((words[-1], teacher.hidden), dtype=np.float16)
    for done, (number, one, state) in enumerate(teacher.answers(rows)):
        scores[words[number] : words[number + 1]] = one
        states[words[number] : words[number + 1]] = state
        if done % 20000 == 0:
            print(f"{done} of {len(rows)} rows answered", flush=True)
    pieces = np.array([piece for row in rows for piece in row.pieces], dtype=np.int32)
    labels = np.array([label for _, one in told for label in one], dtype=np.int8)
    return Lessons(pieces, signs, begins, firsts, words, labels, scores, states)
