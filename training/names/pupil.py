"""Teach a small model what a large one says: ``pupil.py --teacher DIR --lessons FILE… --out RUN``.

Comes in: a model of twelve layers and lessons (`lessons.py`). Goes out: a state every `--every` steps, and ``last.pt``,
from which a run that was broken off goes on, with other lessons where others are named. The pupil is made of the
teacher's own layers: the first two, narrower inside, read every piece, the others only the first pieces of words that
are asked about. It learns the teacher's softened answers, the teacher's last states, and our own labels where there
are some. Needs torch.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from samples import LABELS
from teacher import UNKNOWN, Lessons, weights_of
from torch import Tensor, nn
from torch.nn import functional

from tanik.facts.names.signs import SIGNS

# Which layers of the teacher are kept, from which of them on only words asked about are read, how wide those below are.
KEPT = (0, 1, 3, 5, 7, 9, 11)
NARROWED = 2
INNER = 768
HEADS = 12
RATE = 1.5e-4
HEAT = 2.0  # by which answers are softened
NEAR = 0.2  # what the distance of states weighs
OURS = 0.5  # what our own labels weigh
BATCH = 1400  # pieces
_BARRED = -1e4


class Drop(nn.Module):
    """Dropout from one long row of chances, begun anywhere: to draw each anew takes a sixth of all time."""

    def __init__(self, share: float, pool: int = 1 << 22) -> None:
        super().__init__()
        self._kept = (torch.rand(pool) >= share).to(torch.bfloat16) / (1 - share)

    def forward(self, x: Tensor) -> Tensor:
        """`x`, while it is taught a tenth of it noughts."""
        if not self.training:
            return x
        at = int(torch.randint(self._kept.numel() - x.numel(), ()))
        return x * self._kept[at : at + x.numel()].view(x.shape).to(x.dtype)


class Layer(nn.Module):
    """A layer of BERT whose bend is cut off at nought; the few ask, `x` answers."""

    def __init__(self, hidden: int, inner: int, drop: float) -> None:
        super().__init__()
        self.q, self.k, self.v, self.ao = (nn.Linear(hidden, hidden) for _ in range(4))
        self.fi, self.fo = nn.Linear(hidden, inner), nn.Linear(inner, hidden)
        self.aln, self.oln = nn.LayerNorm(hidden, eps=1e-12), nn.LayerNorm(hidden, eps=1e-12)
        self.drop = Drop(drop)

    def forward(self, asks: Tensor, x: Tensor, mask: Tensor) -> Tensor:
        """`asks` (batch, few, hidden), `x` (batch, length, hidden), `mask` (batch, 1, 1, length)."""
        batch, few, hidden = asks.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, -1, HEADS, hidden // HEADS).transpose(1, 2)

        weights = split(self.q(asks)) @ split(self.k(x)).transpose(2, 3) / math.sqrt(hidden // HEADS) + mask
        mixed = (weights.softmax(-1) @ split(self.v(x))).transpose(1, 2).reshape(batch, few, hidden)
        y = self.aln(asks + self.drop(self.ao(mixed)))
        return self.oln(y + self.drop(self.fo(functional.relu(self.fi(y)))))


class Pupil(nn.Module):
    """Pieces, signs and places of words in; scores of labels and last states out."""

    def __init__(self, weights: dict[str, NDArray[np.float32]], drop: float = 0.1) -> None:
        super().__init__()
        table = {name: torch.tensor(np.array(value)) for name, value in weights.items()}
        hidden = table["norm.weight"].shape[0]
        self.word = nn.Embedding.from_pretrained(table["word.weight"], freeze=True)
        self.position = nn.Embedding.from_pretrained(table["position.weight"], freeze=False)
        self.signs = nn.Linear(len(SIGNS), hidden, bias=False)
        self.norm, self.drop = nn.LayerNorm(hidden, eps=1e-12), Drop(drop)
        self.layers = nn.ModuleList(
            Layer(hidden, INNER if at < NARROWED else 4 * hidden, drop) for at in range(len(KEPT))
        )
        self.out = nn.Linear(hidden + len(SIGNS), len(LABELS))
        known = self.state_dict()
        for name in known:
            part = name.split(".")
            source = f"layers.{KEPT[int(part[1])]}.{'.'.join(part[2:])}" if part[0] == "layers" else name
            value = table[source]
            if value.shape != known[name].shape:  # of the inside of a layer what weighs most
                layer = source.rsplit(".", 2)[0]
                size = table[f"{layer}.fi.weight"].norm(dim=1) * table[f"{layer}.fo.weight"].norm(dim=0)
                best = size.argsort(descending=True)[:INNER]
                value = value[:, best] if part[2] == "fo" else value[best]
            known[name] = value
        self.load_state_dict(known)

    def forward(self, pieces: Tensor, signs: Tensor, places: Tensor, few: Tensor) -> tuple[Tensor, Tensor]:
        """`pieces` (batch, length), 1 is padding; `places` (batch, few) of first pieces, 0 where `few` is false."""
        mask = (pieces == 1)[:, None, None, :] * _BARRED
        at = torch.arange(pieces.shape[1])
        x = self.drop(self.norm(self.word(pieces) + self.position(at)[None] + self.signs(signs)))
        for layer in self.layers[:NARROWED]:
            x = layer(x, x, mask)
        asks = x.gather(1, places[..., None].expand(-1, -1, x.shape[-1]))
        asks = self.layers[NARROWED](asks, x, mask)
        mask = (~few)[:, None, None, :] * _BARRED
        for layer in self.layers[NARROWED + 1 :]:
            asks = layer(asks, asks, mask)
        told = signs.gather(1, places[..., None].expand(-1, -1, signs.shape[-1]))
        return self.out(torch.cat([self.drop(asks), told], dim=-1)), asks


Batch = dict[str, Tensor]


def batch_of(told: Lessons, rows: NDArray[np.int64]) -> Batch:
    """Rows of one file of lessons as a batch."""
    spans = [(told.begins[row], told.begins[row + 1]) for row in rows]
    words = [(told.words_begin[row], told.words_begin[row + 1]) for row in rows]
    length, most = max(b - a for a, b in spans), max(b - a for a, b in words)
    pieces = np.ones((len(rows), length), dtype=np.int64)
    bits = np.zeros((len(rows), length), dtype=np.uint64)
    places = np.zeros((len(rows), most), dtype=np.int64)
    few = np.zeros((len(rows), most), dtype=bool)
    for at, ((a, b), (c, d)) in enumerate(zip(spans, words, strict=True)):
        pieces[at, : b - a], bits[at, : b - a] = told.pieces[a:b], told.signs[a:b]
        places[at, : d - c], few[at, : d - c] = told.firsts[c:d], True
    signs = (bits[..., None] >> np.arange(len(SIGNS), dtype=np.uint64)) & np.uint64(1)
    which = np.concatenate([np.arange(c, d) for c, d in words])
    found = {"pieces": pieces, "signs": signs.astype(np.float32), "places": places, "few": few}
    found |= {"scores": told.scores[which].astype(np.float32), "states": told.states[which].astype(np.float32)}
    found["labels"] = told.labels[which].astype(np.int64)
    return {name: torch.from_numpy(value) for name, value in found.items()}


def batches(lessons: list[Lessons], chance: random.Random) -> Iterator[Batch]:
    """One reading of all lessons, rows of like length together, in random order."""
    groups: list[tuple[Lessons, list[int]]] = []
    for told in lessons:
        lengths = np.diff(told.begins)
        order = sorted(range(len(lengths)), key=lambda row: lengths[row] + chance.random() * 4)
        group: list[int] = []
        for row in order:
            if group and (len(group) + 1) * lengths[row] > BATCH:
                groups.append((told, group))
                group = []
            group.append(row)
        groups.append((told, group))
    chance.shuffle(groups)
    for told, group in groups:
        yield batch_of(told, np.array(group))


def loss_of(model: Pupil, batch: Batch, last: Tensor) -> tuple[Tensor, Tensor]:
    """What is to be made small, and the distance from the teacher's answers in nats a word."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores, states = model(batch["pieces"], batch["signs"], batch["places"], batch["few"])
    scores, states = scores.float()[batch["few"]], states.float()[batch["few"]]
    wanted = batch["scores"].log_softmax(-1)
    soft = functional.kl_div(
        (scores / HEAT).log_softmax(-1), (wanted / HEAT).log_softmax(-1), log_target=True, reduction="batchmean"
    )
    near = ((states - batch["states"]) / last).square().mean()
    loss = soft * HEAT**2 + NEAR * near
    if bool((batch["labels"] != UNKNOWN).any()):
        hard = functional.cross_entropy(scores, batch["labels"], ignore_index=UNKNOWN, label_smoothing=0.02)
        loss = loss + OURS * hard
    with torch.no_grad():
        told = functional.kl_div(scores.log_softmax(-1), wanted, log_target=True, reduction="batchmean")
    return loss, told


def teach(model: Pupil, lessons: list[Lessons], args: argparse.Namespace) -> None:
    """AdamW with a linear rise and fall of the rate."""
    chance = random.Random(args.seed)
    taught = [one for one in model.parameters() if one.requires_grad]
    optimizer = torch.optim.AdamW(taught, lr=args.rate, weight_decay=0.01, fused=True)
    last = torch.from_numpy(np.concatenate([one.states[:50000] for one in lessons]).astype(np.float32)).std(0)
    step, began = 0, time.time()
    state = args.out / "last.pt"
    if state.exists():
        kept = torch.load(state)
        model.load_state_dict(kept["model"])
        optimizer.load_state_dict(kept["optimizer"])
        step = kept["step"]
        chance.seed(args.seed + step)
    total = [0.0, 0.0, 0]
    while step < args.steps:
        for batch in batches(lessons, chance):
            rise = min((step + 1) / 300, max(0.03, (args.steps - step) / args.steps))
            for group in optimizer.param_groups:
                group["lr"] = args.rate * rise
            loss, told = loss_of(model, batch, last)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            total = [total[0] + float(loss.detach()), total[1] + float(told), total[2] + 1]
            if step % 50 == 0:
                took = time.time() - began
                print(f"{step} {took:.0f} s, {total[0] / total[2]:.4f}, {total[1] / total[2]:.4f} nats", flush=True)
                total = [0.0, 0.0, 0]
            if step % args.every == 0 or step == args.steps:
                torch.save(model.state_dict(), args.out / f"pupil-{step}.pt")
                kept = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step}
                torch.save(kept, state)
            if step == args.steps:
                break


def main() -> None:
    """Teach and write."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--teacher", type=Path, required=True)
    ask.add_argument("--lessons", type=Path, nargs="+", required=True)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--steps", type=int, default=7200)
    ask.add_argument("--every", type=int, default=400)
    ask.add_argument("--rate", type=float, default=RATE)
    ask.add_argument("--seed", type=int, default=7)
    ask.add_argument("--threads", type=int, default=1)
    args = ask.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    teach(Pupil(weights_of(args.teacher)).train(), [Lessons.load(path) for path in args.lessons], args)


if __name__ == "__main__":
    main()
