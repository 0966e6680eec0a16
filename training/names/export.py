"""Make of trained weights what is shipped: ``python training/names/export.py --run FOLDER --out NAMES_MODEL``.

Comes in: what `train.py` wrote, and its file of weights. Goes out: ``tagger.onnx`` (weights in eight bits),
``vocabulary.json.gz`` and the checksums in ``card.toml``. Needs torch and onnx.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
from pathlib import Path

import torch
from e5file import load
from encoder import Tagger
from graph import write
from samples import LABELS

from tanik.facts.names.signs import SIGNS

# From this layer of twelve on only the words asked about are read (docs/names.md tells what other choices gave).
NARROWED = 4


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
    source = load(args.e5)
    model = Tagger(source, told.pop("kept"), told.pop("layers"), len(SIGNS), len(LABELS))
    model.load_state_dict(torch.load(args.run / "tagger.pt"))
    onnx, vocabulary = args.out / "tagger.onnx", args.out / "vocabulary.json.gz"
    weights = {name: value.float().numpy() for name, value in model.state_dict().items()}
    write(weights, source.heads, NARROWED, onnx)
    packed = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    vocabulary.write_bytes(gzip.compress(packed, mtime=0))
    checked(args.out / "card.toml", [onnx, vocabulary])


if __name__ == "__main__":
    main()
