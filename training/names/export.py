"""Make of trained weights what is shipped: ``python training/names/export.py --run FOLDER --out NAMES_MODEL``.

Comes in: what `train.py` wrote, and its file of weights. Goes out: ``tagger.onnx`` (weights in eight bits),
``vocabulary.json.gz`` and the checksums in ``card.toml``. Needs torch, onnx and onnxruntime.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import tempfile
import warnings
from pathlib import Path

import onnxruntime
import torch
from e5file import load
from encoder import Tagger
from onnxruntime.quantization import QuantType, quantize_dynamic
from samples import LABELS

from tanik.facts.names.signs import SIGNS

AXES = {0: "batch", 1: "length"}


def graph(model: Tagger, path: Path) -> None:
    """Write the model as a graph whose weights have eight bits a number."""
    pieces, signs = torch.full((2, 12), 7), torch.zeros(2, 12, len(SIGNS))
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole, small = Path(folder, "whole.onnx"), Path(folder, "small.onnx")
        torch.onnx.export(
            model.eval(),
            (pieces, signs),
            str(whole),
            input_names=["pieces", "signs"],
            output_names=["scores"],
            dynamic_axes=dict.fromkeys(("pieces", "signs", "scores"), AXES),
            dynamo=False,
            opset_version=17,
        )
        quantize_dynamic(whole, small, weight_type=QuantType.QInt8, per_channel=True)
        fused(small, path)


def fused(graph: Path, path: Path) -> None:
    """Write the graph as the runtime would have it: its operators fused once here, not each time it is read."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(path)
    onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def checked(card: Path, files: list[Path]) -> None:
    """Write the checksums of `files` into the card."""
    text = card.read_text(encoding="utf-8")
    for path in files:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        text = re.sub(rf'^"{re.escape(path.name)}" = ".*"$', f'"{path.name}" = "{digest}"', text, flags=re.MULTILINE)
    card.write_text(text, encoding="utf-8")


def main() -> None:
    """Export."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--run", type=Path, required=True)
    ask.add_argument("--e5", type=Path, required=True)
    ask.add_argument("--out", type=Path, required=True)
    args = ask.parse_args()
    told = json.loads((args.run / "vocabulary.json").read_text(encoding="utf-8"))
    model = Tagger(load(args.e5), told.pop("kept"), told.pop("layers"), len(SIGNS), len(LABELS))
    model.load_state_dict(torch.load(args.run / "tagger.pt"))
    onnx, vocabulary = args.out / "tagger.onnx", args.out / "vocabulary.json.gz"
    graph(model, onnx)
    packed = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    vocabulary.write_bytes(gzip.compress(packed, mtime=0))
    checked(args.out / "card.toml", [onnx, vocabulary])


if __name__ == "__main__":
    main()
