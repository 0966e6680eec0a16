"""Which pieces of the vocabulary are kept.

Comes in: the encoder, the training sentences. Goes out: numbers of pieces, the special ones first. Kept are all pieces
that the training sentences, their other forms and our tables are cut into, every single letter of the Latin and
Cyrillic alphabets, and then the likeliest pieces of these alphabets until there are `SIZE`.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter
from importlib.resources import files

from augment import damaged, lowered, shouted, stripped
from e5file import Encoder
from labelled import Labelled

from tanik.facts.names.pieces import OPENING, Cutter

SIZE = 30000
_UNIT = re.compile(r"\s?(?:[^\W_]+|[^\w\s]|_)")


def _plain(piece: str) -> bool:
    """Whether a piece is made of letters, figures and marks of the Latin or Cyrillic alphabet."""
    for char in piece.removeprefix(OPENING):
        if not char.isascii() and not unicodedata.name(char, "").startswith(("LATIN", "CYRILLIC")):
            return False
    return True


def _texts(sentences: list[Labelled]) -> list[str]:
    chance = random.Random(0)
    texts = []
    for one in sentences:
        texts += [one.text, stripped(one).text, lowered(one).text, shouted(one).text, damaged(one, chance).text]
    tables = files("tanik.facts").joinpath("data")
    for table in ("people", "places", "organisations", "events", "given_names", "name_heads", "peoples"):
        texts.append(tables.joinpath(f"{table}.csv").read_text(encoding="utf-8").replace(";", " ").replace(",", " "))
    return texts


def kept_pieces(source: Encoder, sentences: list[Labelled]) -> list[int]:
    """The numbers of the kept pieces; the first four are the special ones."""
    cutter = Cutter(source.pieces, [float(score) for score in source.scores], source.letters, 3)
    seen: Counter[int] = Counter()
    for text in _texts(sentences):
        for match in _UNIT.finditer(" " + text):
            unit = match.group()
            seen.update(cutter.cut(unit.strip(), unit[0].isspace()))
    single = [i for i, piece in enumerate(source.pieces) if i > 3 and len(piece.removeprefix(OPENING)) == 1]
    kept = dict.fromkeys([0, 1, 2, 3, *sorted(seen), *(i for i in single if _plain(source.pieces[i]))])
    likely = sorted(range(4, len(source.pieces)), key=lambda i: (-source.scores[i], i))
    for number in likely:
        if len(kept) >= SIZE:
            break
        if _plain(source.pieces[number]):
            kept[number] = None
    return list(kept)
