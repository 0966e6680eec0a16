"""The teacher: the lower layers of multilingual-e5-small, the signs of each word added to its embedding, nine labels.

Comes in: numbers of pieces and signs. Goes out: a score of each label for each piece. It is written out layer by layer
and not taken from a library, so that the exported graph holds nothing that is not needed.
"""

from __future__ import annotations

import math

import torch
from e5file import Encoder
from torch import Tensor, nn


class Layer(nn.Module):
    """One layer of attention and one of thought, each with its norm behind it (BERT)."""

    def __init__(self, hidden: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads, self.size = heads, hidden // heads
        self.q, self.k, self.v = (nn.Linear(hidden, hidden) for _ in range(3))
        self.ao, self.fi, self.fo = nn.Linear(hidden, hidden), nn.Linear(hidden, inner), nn.Linear(inner, hidden)
        self.aln, self.oln = nn.LayerNorm(hidden, eps=1e-12), nn.LayerNorm(hidden, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """``x`` (batch, length, hidden); ``mask`` is added to the weights of attention."""
        batch, length, hidden = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, self.heads, self.size).transpose(1, 2)

        weights = split(self.q(x)) @ split(self.k(x)).transpose(2, 3) / math.sqrt(self.size) + mask
        mixed = (weights.softmax(-1) @ split(self.v(x))).transpose(1, 2).reshape(batch, length, hidden)
        x = self.aln(x + self.drop(self.ao(mixed)))
        return self.oln(x + self.drop(self.fo(nn.functional.gelu(self.fi(x)))))


class Tagger(nn.Module):
    """Pieces and signs in, scores of labels out."""

    def __init__(self, source: Encoder, kept: list[int], layers: int, signs: int, labels: int) -> None:
        super().__init__()
        self.word = nn.Embedding(len(kept), source.hidden)
        self.position = nn.Embedding(source.tensors["emb.pos"].shape[0], source.hidden)
        self.signs = nn.Linear(signs, source.hidden, bias=False)
        self.norm = nn.LayerNorm(source.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(source.hidden, source.heads, source.inner) for _ in range(layers))
        self.drop = nn.Dropout(0.1)
        self.out = nn.Linear(source.hidden + signs, labels)
        self._fill(source, kept)

    @torch.no_grad()
    def _fill(self, source: Encoder, kept: list[int]) -> None:
        tensor = {name: torch.tensor(value) for name, value in source.tensors.items()}
        self.word.weight.copy_(tensor["emb.word"][kept])
        self.position.weight.copy_(tensor["emb.pos"] + tensor["emb.type"][0])
        self.norm.weight.copy_(tensor["emb.ln.w"])
        self.norm.bias.copy_(tensor["emb.ln.b"])
        self.signs.weight.zero_()
        for number, layer in enumerate(self.layers):
            for name, module in layer.named_children():
                if isinstance(module, nn.Linear | nn.LayerNorm):
                    module.weight.copy_(tensor[f"l{number}.{name}.w"])
                    module.bias.copy_(tensor[f"l{number}.{name}.b"])

    def forward(self, pieces: Tensor, signs: Tensor) -> Tensor:
        """``pieces`` (batch, length), 1 is padding; ``signs`` (batch, length, signs), 0 or 1."""
        mask = (pieces == 1).to(signs.dtype)[:, None, None, :] * -1e4
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.drop(self.norm(self.word(pieces) + self.position(places)[None] + self.signs(signs)))
        for layer in self.layers:
            x = layer(x, mask)
        return self.out(torch.cat([self.drop(x), signs], dim=-1))
