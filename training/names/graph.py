"""The model as a graph for the runtime, operator by operator, weights in eight bits.

Comes in: the trained weights, and from which layer on only the words asked about are read. Goes out: a graph. It is
written by hand and not traced, since what is fused decides how fast it is: a norm fused with its addition takes five
times as long as the two (onnxruntime 1.31), fused attention half as long again as its parts.

    pieces (batch, length), signs (batch, length, signs)
    asked (n): where openings, closings and the pieces of marks and of words asked about stand in batch * length
    places (batch, most): which of the n stands where, row by row; blank (batch, 1, 1, most): -1e4 where there is none
    back (n): where each of the n stands in batch * most
    scores (n, labels)
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

FUSED = "com.microsoft"
LONGEST = 256
EPSILON = 1e-12

Array = NDArray[np.generic]
Weights = dict[str, NDArray[np.float32]]


def eight_bits(weights: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Weights (in, out) as whole numbers, and by what each column is multiplied."""
    scale = np.abs(weights).max(axis=0) / 127
    scale[scale == 0] = 1
    return np.clip(np.rint(weights / scale), -127, 127).astype(np.int8), scale.astype(np.float32)


class Graph:
    """A graph as it grows: its operators and constants."""

    def __init__(self, weights: Weights, heads: int) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self._weights, self._heads = weights, heads
        self._hidden = weights["norm.weight"].shape[0]
        self.constant("apart", np.array([0, 0, heads, self._hidden // heads]))
        self.constant("together", np.array([0, 0, self._hidden]))
        self.constant("flat", np.array([-1, self._hidden]))

    def constant(self, name: str, value: Array) -> str:
        """Add a constant."""
        self.constants.append(numpy_helper.from_array(np.array(value, order="C"), name))
        return name

    def add(self, kind: str, given: list[str], out: str, domain: str = "", **told: object) -> str:
        """Add an operator; its output is its name."""
        self.nodes.append(helper.make_node(kind, given, [out], name=out, domain=domain, **told))
        return out

    def norm(self, x: str, name: str, out: str) -> str:
        """A norm over the last axis."""
        given = [x, self.constant(f"{out}.w", self._weights[f"{name}.weight"])]
        given.append(self.constant(f"{out}.b", self._weights[f"{name}.bias"]))
        return self.add("LayerNormalization", given, out, axis=-1, epsilon=EPSILON)

    def _eight(self, name: str, out: str, factor: float = 1.0) -> list[str]:
        weights, scale = eight_bits(self._weights[f"{name}.weight"].T * np.float32(factor))
        bias = self._weights[f"{name}.bias"] * np.float32(factor)
        told = {"w": weights, "s": scale, "z": np.zeros(len(scale), np.int8), "b": bias}
        return [self.constant(f"{out}.{key}", value) for key, value in told.items()]

    def dense(self, x: str, name: str, out: str) -> str:
        """A layer of weights."""
        return self.add("DynamicQuantizeMatMul", [x, *self._eight(name, out)], out, FUSED)

    def parted(self, x: str, layer: str, which: str, *, packed: bool = False) -> list[str]:
        """Questions, keys, values (`which` of "qkv") of `x` by head of attention; `packed`: rows laid apart first."""
        began = f"{layer}.{which}.in"
        self.nodes.append(
            helper.make_node("DynamicQuantizeLinear", [x], [began, f"{began}.s", f"{began}.z"], name=began)
        )
        found = []
        for one in which:
            out = f"{layer}.{one}"
            size = (self._hidden // self._heads) ** -0.5 if one == "q" else 1.0
            weights, scale, zero, bias = self._eight(out, out, size)
            given = [began, weights, f"{began}.s", scale, f"{began}.z", zero, bias]
            y = self.add("MatMulIntegerToFloat", given, f"{out}.all", FUSED)
            y = self.add("Gather", [y, "places"], f"{out}.rows") if packed else y
            y = self.add("Reshape", [y, "apart"], f"{out}.heads")
            found.append(self.add("Transpose", [y], out, perm=[0, 2, 1, 3]))
        return found

    def attended(self, parts: list[str], mask: str, layer: str, *, packed: bool = False) -> str:
        """What the questions get of keys and values, laid together again where `packed`."""
        q, k, v = parts
        weights = self.add("FusedMatMul", [q, k], f"{layer}.weights", FUSED, transB=1)
        weights = self.add("Add", [weights, mask], f"{layer}.masked")
        weights = self.add("Softmax", [weights], f"{layer}.shares", axis=-1)
        mixed = self.add("MatMul", [weights, v], f"{layer}.mixed")
        mixed = self.add("Transpose", [mixed], f"{layer}.turned", perm=[0, 2, 1, 3])
        if not packed:
            return self.add("Reshape", [mixed, "together"], f"{layer}.attended")
        mixed = self.add("Reshape", [mixed, "flat"], f"{layer}.flat")
        return self.add("Gather", [mixed, "back"], f"{layer}.attended")

    def thought(self, x: str, mixed: str, layer: str) -> str:
        """The rest of a layer: what was attended to is added, then thought over."""
        y = self.add("Add", [x, self.dense(mixed, f"{layer}.ao", f"{layer}.ao")], f"{layer}.sum")
        y = self.norm(y, f"{layer}.aln", f"{layer}.middle")
        z = self.add("Gelu", [self.dense(y, f"{layer}.fi", f"{layer}.fi")], f"{layer}.gelu", FUSED)
        z = self.add("Add", [y, self.dense(z, f"{layer}.fo", f"{layer}.fo")], f"{layer}.end")
        return self.norm(z, f"{layer}.oln", f"{layer}.out")


def _embedded(graph: Graph, weights: Weights) -> str:
    """The embedding of pieces, places and signs; the table of pieces has one scale."""
    scale = np.float32(np.abs(weights["word.weight"]).max() / 127)
    table = np.clip(np.rint(weights["word.weight"] / scale), -127, 127).astype(np.int8)
    rows = graph.add("Gather", [graph.constant("table", table), "pieces"], "rows")
    given = [rows, graph.constant("table.s", scale), graph.constant("table.z", np.int8(0))]
    x = graph.add("DequantizeLinear", given, "known")
    length = graph.add("Shape", ["pieces"], "length", start=1, end=2)
    given = [graph.constant("position", weights["position.weight"][:LONGEST]), graph.constant("nought", np.array([0]))]
    x = graph.add("Add", [x, graph.add("Slice", [*given, length], "placed")], "known.placed")
    signs = graph.add("MatMul", ["signs", graph.constant("signs.w", weights["signs.weight"].T)], "signed")
    x = graph.norm(graph.add("Add", [x, signs], "embedded"), "norm", "start")
    padding = graph.add("Equal", ["pieces", graph.constant("padding", np.int64(1))], "is-padding")
    padding = graph.add("Cast", [padding], "is-padding.f", to=TensorProto.FLOAT)
    padding = graph.add("Mul", [padding, graph.constant("barred", np.float32(-1e4))], "padding.barred")
    graph.add("Unsqueeze", [padding, graph.constant("axes", np.array([1, 2]))], "mask")
    return x


def _scored(graph: Graph, x: str, weights: Weights) -> None:
    signs = weights["signs.weight"].shape[1]
    told = graph.add("Reshape", ["signs", graph.constant("flat.signs", np.array([-1, signs]))], "signs.flat")
    told = graph.add("Gather", [told, "asked"], "signs.heads")
    both = graph.add("Concat", [x, told], "both", axis=-1)
    scores = graph.add("MatMul", [both, graph.constant("out.w", weights["out.weight"].T)], "out.all")
    graph.add("Add", [scores, graph.constant("out.b", weights["out.bias"])], "scores")


def write(weights: Weights, heads: int, at: int, path: Path) -> None:
    """Write the graph of `weights`, narrowed from layer `at` on."""
    graph = Graph(weights, heads)
    x = _embedded(graph, weights)
    for number in range(1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))):
        layer, above = f"layers.{number}", number > at
        if number == at:
            keys = graph.parted(x, layer, "kv")
            x = graph.add("Reshape", [x, "flat"], "all.flat")
            x = graph.add("Gather", [x, "asked"], "narrowed")
            parts = graph.parted(x, layer, "q", packed=True) + keys
        else:
            parts = graph.parted(x, layer, "qkv", packed=above)
        mixed = graph.attended(parts, "blank" if above else "mask", layer, packed=number >= at)
        x = graph.thought(x, mixed, layer)
    _scored(graph, x, weights)
    signs, labels = weights["signs.weight"].shape[1], len(weights["out.bias"])
    shapes: tuple[tuple[str, int, list[object]], ...] = (
        ("pieces", TensorProto.INT64, ["batch", "length"]),
        ("signs", TensorProto.FLOAT, ["batch", "length", signs]),
        ("asked", TensorProto.INT64, ["n"]),
        ("places", TensorProto.INT64, ["batch", "most"]),
        ("back", TensorProto.INT64, ["n"]),
        ("blank", TensorProto.FLOAT, ["batch", 1, 1, "most"]),
    )
    given = [helper.make_tensor_value_info(*one) for one in shapes]
    told = [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["n", labels])]
    whole = helper.make_graph(graph.nodes, "names", given, told, graph.constants)
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid(FUSED, 1)]
    model = helper.make_model(whole, opset_imports=opsets, ir_version=9)
    onnx.save(model, str(path))
