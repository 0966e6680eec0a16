"""The trained model of names, as it is shipped: its vocabulary, its graph, and the proof that both are whole.

Comes in: the files beside the tables. Goes out: scores of labels for the words of lines. They are read when first
asked for, since most commands never need them; a file that is not the one that was trained is refused, because wrong
weights would give wrong names without a word. One thread and fixed batches: the same page gives the same scores.

The lower two layers read the pieces of all words, the upper ones only the first piece of each word that is asked about
(`asked`): what stands around it is known there by then. Rows lie one behind the other; only attention lays them apart,
short ones together in one strip (`_in_strips`, `_laid`).
"""

from __future__ import annotations

import gzip
import hashlib
import itertools
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
from tanik.facts.names.asked import asked_about, read_for
from tanik.facts.names.pieces import Cutter, units_of
from tanik.facts.names.signs import SIGNS
from tanik.facts.names.words import Line

__all__ = ["LABELS", "UNASKED", "Judge", "begin", "judge", "load"]

LABELS: Final = ("O", *(f"{at}-{kind}" for kind in ("person", "place", "organisation", "event") for at in "BI"))
# What is said of a word that the model was not asked about: no name.
UNASKED: Final = -1e3
_LONGEST: Final = 256
# Pieces a run, and how many of them may be filling: many rows at once cost less each, filling is for nothing.
_BATCH: Final = 1000
_FILLING: Final = 300
# Rows in one strip begin at multiples of it: whatever stands before a row, sums over it are rounded alike.
_STEP: Final = 8
_HEADS: Final = 12
_HEAD: Final = np.arange(_HEADS)
_COUNTED: Final = np.arange(_LONGEST)
_OPEN, _PADDING, _CLOSE, _UNKNOWN = 0, 1, 2, 3
_NONE: Final = -1
_BLANK: Final = -1e4

Scores = NDArray[np.float32]
Ints = NDArray[np.int64]
Owners = NDArray[np.int16]
Asked = tuple[Line, int, int, Sequence[Sequence[int]]]


class _Session(Protocol):
    def run(self, outputs: list[str] | None, inputs: dict[str, NDArray[np.generic]]) -> list[Scores]: ...


@dataclass(frozen=True, slots=True)
class _Row:
    """A stretch of a line as numbers.

    `pieces`, and of each which of `signs` are its (the words' own, none at the end); `words` are which words of the
    stretch are asked about, and `firsts` where the first piece of each stands.
    """

    pieces: list[int]
    owners: list[int]
    signs: Sequence[Sequence[int]]
    words: list[int]
    firsts: list[int]


class Judge:
    """Scores each word of a line for each label."""

    def __init__(self, session: _Session, cutter: Cutter) -> None:
        self._session, self._cutter = session, cutter

    def scores(self, asked: Iterable[Asked], *, whole: bool = False) -> list[Scores]:
        """For each stretch (line, first word, end, signs of the line's words) an array (words, labels), logarithms.

        What the model is not asked about has 0 for no name and `UNASKED` for each other label; of stretches that are
        to be read `whole` it is asked about every word.
        """
        stretches = list(asked)
        ends = list(itertools.accumulate((end - begin for _, begin, end, _ in stretches), initial=0))
        found = np.full((ends[-1], len(LABELS)), UNASKED, dtype=np.float32)
        found[:, 0] = 0
        read = (self._row(line, begin, end, signs[begin:end], whole=whole) for line, begin, end, signs in stretches)
        rows = [(at, row) for at, row in zip(ends, read, strict=False) if row.words]
        for group in _grouped(rows):
            found[[at + word for at, row in group for word in row.words]] = self._run([row for _, row in group])
        return [found[begin:end] for begin, end in itertools.pairwise(ends)]

    def _row(self, line: Line, begin: int, end: int, signs: Sequence[Sequence[int]], *, whole: bool) -> _Row:
        words = line.words[begin:end]
        asked = [True] * len(words) if whole else asked_about(words, signs)
        read = [begin + at for at, one in enumerate(read_for(words, asked)) if one]
        pieces, owners, of_words, firsts = [_OPEN], [_NONE], list[int](), list[int]()
        for unit in units_of(line, read):
            at = unit.word - begin if unit.word >= 0 else _NONE
            cut, first = self._cutter.cut(unit.text, unit.spaced), len(pieces)
            pieces += cut
            owners += [at] * len(cut)
            if at != _NONE and asked[at] and len(pieces) < _LONGEST:
                of_words.append(at)
                firsts.append(first)
        del pieces[_LONGEST - 1 :], owners[_LONGEST - 1 :]
        return _Row([*pieces, _CLOSE], [*owners, _NONE], [*signs, ()], of_words, firsts)

    def _run(self, rows: Sequence[_Row]) -> Scores:
        """The scores of the words asked about in `rows`, one row behind the other."""
        lengths, few = np.array([len(row.pieces) for row in rows]), np.array([len(row.words) for row in rows])
        given: dict[str, NDArray[np.generic]] = {
            "pieces": np.array(list(itertools.chain.from_iterable(row.pieces for row in rows)), dtype=np.int64),
            "positions": np.concatenate([_COUNTED[:length] for length in lengths]),
            "signs": _signs_of(rows),
            "few-of": _joined([row.firsts for row in rows], lengths),
        }
        strips, begins, few_begins = _in_strips(lengths.tolist(), few.tolist())
        given["places"], given["back"], owners = _laid(lengths, strips, begins)
        given["few-places"], given["few-back"], few_owners = _laid(few, strips, few_begins)
        given["blank"], given["few-blank"] = _blank(owners, owners), _blank(few_owners, few_owners)
        given["few-all-blank"] = _blank(few_owners, owners)
        scores = self._session.run(None, given)[0]
        top = scores.max(axis=-1, keepdims=True)
        told: Scores = scores - top - np.log(np.exp(scores - top).sum(axis=-1, keepdims=True))
        return told


def _joined(places: Sequence[Sequence[int]], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Places in rows of these lengths as places where the rows stand one behind the other."""
    begins = np.repeat(np.cumsum(lengths) - lengths, [len(one) for one in places])
    return begins + np.array(list(itertools.chain.from_iterable(places)), dtype=np.int64)


def _in_strips(lengths: Sequence[int], few: Sequence[int]) -> tuple[Ints, Ints, Ints]:
    """In which strip of attention each row lies, and where in it its pieces begin and those of words asked about.

    A strip is as long as the longest row; a shorter one goes into the first that has room behind what is in it, so that
    less of all strips is empty.

    >>> [places.tolist() for places in _in_strips([40, 9, 20], [3, 2, 5])]
    [[0, 1, 1], [0, 24, 0], [0, 8, 0]]
    """
    ends: list[tuple[int, int]] = []
    places = np.zeros((3, len(lengths)), dtype=np.int64)
    longest = max(lengths)
    for row in sorted(range(len(lengths)), key=lambda row: -lengths[row]):
        room = (at for at, (end, _) in enumerate(ends) if end + lengths[row] <= longest)
        strip = next(room, len(ends))
        if strip == len(ends):
            ends.append((0, 0))
        begin, few_begin = ends[strip]
        places[:, row] = strip, begin, few_begin
        ends[strip] = _next_step(begin + lengths[row]), _next_step(few_begin + few[row])
    return places[0], places[1], places[2]


def _next_step(place: int) -> int:
    return -(-place // _STEP) * _STEP


def _laid(lengths: Ints, strips: Ints, begins: Ints) -> tuple[Ints, Ints, Owners]:
    """How rows of these lengths, laid one behind the other, are laid in strips for each head of attention, and back.

    Goes out: (strips, heads, longest), which head's part stands where; (places, heads), where each part then is; and
    (strips, longest), whose row it is that stands there, `_NONE` where none does.
    """
    row = np.repeat(np.arange(len(lengths)), lengths)
    strip = strips[row]
    at = np.arange(len(row)) - np.repeat(np.cumsum(lengths) - lengths, lengths) + begins[row]
    longest = int((begins + lengths).max())
    owners = np.full((int(strips.max()) + 1, longest), _NONE, dtype=np.int16)
    places = np.zeros(owners.shape, dtype=np.int64)
    owners[strip, at], places[strip, at] = row, np.arange(len(row)) * _HEADS
    back = (strip[:, None] * _HEADS + _HEAD) * longest + at[:, None]
    return places[:, None, :] + _HEAD[:, None], back, owners


def _blank(asking: Owners, seen: Owners) -> Scores:
    """(strips, 1, asking, seen): 0 where what asks sees a piece of its own row, `_BLANK` elsewhere."""
    whose = np.where(seen == _NONE, np.int16(_NONE - 1), seen)  # what is filling is nobody's who asks
    blanks: Scores = (asking[:, :, None] != whose[:, None, :]) * np.float32(_BLANK)
    return blanks[:, None]


def _signs_of(rows: Sequence[_Row]) -> Scores:
    """The signs of the pieces of `rows` as rows of noughts and ones."""
    signs = [one for row in rows for one in row.signs]
    table = np.zeros((len(signs), len(SIGNS)), dtype=np.float32)
    table[np.repeat(np.arange(len(signs)), [len(one) for one in signs]), list(itertools.chain(*signs))] = 1
    many = [len(row.signs) for row in rows]
    begins = itertools.accumulate(many, initial=0)
    # a mark's owner is the last of its row's, which has no signs
    owners = [at + one % most for at, most, row in zip(begins, many, rows, strict=False) for one in row.owners]
    return table[owners]


def _grouped(rows: Sequence[tuple[int, _Row]]) -> list[list[tuple[int, _Row]]]:
    """Rows of like length together: at most `_BATCH` pieces in a group, of which at most `_FILLING` are none."""
    groups: list[list[tuple[int, _Row]]] = []
    total = 0
    for one in sorted(rows, key=lambda one: (len(one[1].pieces), len(one[1].words), one[0])):
        length = len(one[1].pieces)
        size = (len(groups[-1]) + 1) * length if groups else 0
        if groups and size <= _BATCH and size - total - length <= _FILLING:
            groups[-1].append(one)
            total += length
        else:
            groups.append([one])
            total = length
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
    # it was written operator by operator as it is to be run (graph.py): reading it is then twice as fast
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
