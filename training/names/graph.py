"""The model as a graph for the runtime, operator by operator, weights in eight bits.

Comes in: the trained weights, and from which layer on only the words asked about are read. Goes out: a graph. It is
written by hand and not traced, since what is fused decides how fast it is: a norm fused with its addition takes five
times as long as the two (onnxruntime 1.31), fused attention half as long again as its parts. Rows lie one behind the
other; only attention lays them apart, short ones together in one strip, for all heads in one gathering, which spares
filling and turning.

    pieces (all), positions (all), signs (all, signs)
    places (strips, heads, longest): which of all * heads stands where
    blank (strips, 1, longest, longest): 0 where one sees another of its own row, else -1e4
    back (all, heads): where each of all * heads stands in strips * heads * longest
    few-of (few): which of all are read by the upper layers; few-places, few-blank, few-back: as above, of the few
    few-all-blank (strips, 1, most, longest): what the few see of all
    scores (few, labels)
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

    def __init__(self, weights: Weights, heads: int, *, cut_off: bool) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self._weights, self._heads, self._cut_off = weights, heads, cut_off
        self._hidden = weights["norm.weight"].shape[0]
        self.constant("parts", np.array([-1, self._hidden // heads]))
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
        told = {"w": weights, "s": scale, "b": bias}
        weights_at, scale_at, bias_at = (self.constant(f"{out}.{key}", value) for key, value in told.items())
        return [weights_at, scale_at, "", bias_at]  # nought is nought in eight bits, too

    def dense(self, x: str, name: str, out: str) -> str:
        """A layer of weights."""
        return self.add("DynamicQuantizeMatMul", [x, *self._eight(name, out)], out, FUSED)

    def parted(self, x: str, layer: str, which: str, few: str = "") -> list[str]:
        """Questions, keys, values (`which` of "qkv") of `x` by head of attention; `few` names how `x` is laid apart."""
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
            y = self.add("Reshape", [y, "parts"], f"{out}.parts")
            found.append(self.add("Gather", [y, f"{few}places"], out))
        return found

    def attended(self, parts: list[str], mask: str, layer: str, few: str = "") -> str:
        """What the questions get of keys and values, one row behind the other again."""
        q, k, v = parts
        weights = self.add("FusedMatMul", [q, k], f"{layer}.weights", FUSED, transB=1)
        weights = self.add("Add", [weights, mask], f"{layer}.masked")
        weights = self.add("Softmax", [weights], f"{layer}.shares", axis=-1)
        mixed = self.add("MatMul", [weights, v], f"{layer}.mixed")
        mixed = self.add("Reshape", [mixed, "parts"], f"{layer}.mixed.parts")
        mixed = self.add("Gather", [mixed, f"{few}back"], f"{layer}.back")
        return self.add("Reshape", [mixed, "flat"], f"{layer}.attended")

    def thought(self, x: str, mixed: str, layer: str) -> str:
        """The rest of a layer: what was attended to is added, then thought over."""
        y = self.add("Add", [x, self.dense(mixed, f"{layer}.ao", f"{layer}.ao")], f"{layer}.sum")
        y = self.norm(y, f"{layer}.aln", f"{layer}.middle")
        z = self.dense(y, f"{layer}.fi", f"{layer}.fi")
        z = self.add("Relu", [z], f"{layer}.bend") if self._cut_off else self.add("Gelu", [z], f"{layer}.bend", FUSED)
        z = self.add("Add", [y, self.dense(z, f"{layer}.fo", f"{layer}.fo")], f"{layer}.end")
        return self.norm(z, f"{layer}.oln", f"{layer}.out")


def _embedded(graph: Graph, weights: Weights) -> str:
    """The embedding of pieces, places and signs; the table of pieces has one scale."""
    scale = np.float32(np.abs(weights["word.weight"]).max() / 127)
    table = np.clip(np.rint(weights["word.weight"] / scale), -127, 127).astype(np.int8)
    rows = graph.add("Gather", [graph.constant("table", table), "pieces"], "rows")
    given = [rows, graph.constant("table.s", scale), graph.constant("table.z", np.int8(0))]
    x = graph.add("DequantizeLinear", given, "known")
    position = graph.constant("position", weights["position.weight"][:LONGEST])
    x = graph.add("Add", [x, graph.add("Gather", [position, "positions"], "placed")], "known.placed")
    signs = graph.add("MatMul", ["signs", graph.constant("signs.w", weights["signs.weight"].T)], "signed")
    return graph.norm(graph.add("Add", [x, signs], "embedded"), "norm", "start")


def _scored(graph: Graph, x: str, weights: Weights) -> None:
    both = graph.add("Concat", [x, graph.add("Gather", ["signs", "few-of"], "signs.few")], "both", axis=-1)
    scores = graph.add("MatMul", [both, graph.constant("out.w", weights["out.weight"].T)], "out.all")
    graph.add("Add", [scores, graph.constant("out.b", weights["out.bias"])], "scores")


def write(weights: Weights, heads: int, at: int, path: Path, *, cut_off: bool) -> None:
    """Write the graph of `weights`: from layer `at` on few are read; `cut_off`: the bend is a pupil's."""
    graph = Graph(weights, heads, cut_off=cut_off)
    x, here = _embedded(graph, weights), ""
    for number in range(1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))):
        layer, there = f"layers.{number}", "few-" if number >= at else ""
        if there != here:
            keys = graph.parted(x, layer, "kv")
            x = graph.add("Gather", [x, "few-of"], f"{layer}.narrowed")
            parts = graph.parted(x, layer, "q", there) + keys
        else:
            parts = graph.parted(x, layer, "qkv", here)
        seen = f"{here}blank" if here == there else "few-all-blank"
        mixed = graph.attended(parts, seen, layer, there)
        x, here = graph.thought(x, mixed, layer), there
    _scored(graph, x, weights)
    signs, labels = weights["signs.weight"].shape[1], len(weights["out.bias"])
    whole, float32 = TensorProto.INT64, TensorProto.FLOAT
    shapes: tuple[tuple[str, int, list[object]], ...] = (
        ("pieces", whole, ["all"]),
        ("positions", whole, ["all"]),
        ("signs", float32, ["all", signs]),
        ("places", whole, ["strips", heads, "longest"]),
        ("blank", float32, ["strips", 1, "longest", "longest"]),
        ("back", whole, ["all", heads]),
        ("few-of", whole, ["few"]),
        ("few-places", whole, ["strips", heads, "most"]),
        ("few-blank", float32, ["strips", 1, "most", "most"]),
        ("few-back", whole, ["few", heads]),
        ("few-all-blank", float32, ["strips", 1, "most", "longest"]),
    )
    given = [helper.make_tensor_value_info(*one) for one in shapes]
    told = [helper.make_tensor_value_info("scores", float32, ["few", labels])]
    built = helper.make_graph(graph.nodes, "names", given, told, graph.constants)
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid(FUSED, 1)]
    model = helper.make_model(built, opset_imports=opsets, ir_version=9)
    onnx.save(model, str(path))
