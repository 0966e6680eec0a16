"""Make of trained weights a model as it is shipped: ``export.py --states FILE… --teacher DIR --out DIR``.

Comes in: what `train.py` wrote (``--run DIR``: twelve layers, a teacher), or states of a pupil (`pupil.py`), whose
mean is taken, and the folder of its teacher, whose vocabulary it has. Goes out: ``tagger.onnx`` (weights in eight
bits), ``vocabulary.json.gz``, and their checksums in ``card.toml`` where the folder has one. Needs torch and onnx.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
from pathlib import Path

import numpy as np
import pupil
import teacher
import torch
from graph import Weights, write


def mean_of(states: list[Path]) -> Weights:
    """The mean of states of one run."""
    told = [torch.load(path) for path in states]
    return {name: np.mean([one[name].float().numpy() for one in told], axis=0) for name in told[0]}


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
    ask.add_argument("--run", type=Path, help="what train.py wrote")
    ask.add_argument("--states", type=Path, nargs="+", help="what pupil.py wrote")
    ask.add_argument("--teacher", type=Path, help="the folder of the pupil's teacher")
    ask.add_argument("--out", type=Path, required=True)
    args = ask.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    onnx, vocabulary = args.out / "tagger.onnx", args.out / "vocabulary.json.gz"
    if args.states:
        write(mean_of(args.states), pupil.HEADS, pupil.NARROWED, onnx, cut_off=True)
        vocabulary.write_bytes((args.teacher / vocabulary.name).read_bytes())
    else:
        told = json.loads((args.run / "vocabulary.json").read_text(encoding="utf-8"))
        del told["kept"], told["layers"]
        write(mean_of([args.run / "tagger.pt"]), teacher.HEADS, teacher.NARROWED, onnx, cut_off=False)
        packed = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
        vocabulary.write_bytes(gzip.compress(packed, mtime=0))
    if (args.out / "card.toml").exists():
        checked(args.out / "card.toml", [onnx, vocabulary])


if __name__ == "__main__":
    main()
