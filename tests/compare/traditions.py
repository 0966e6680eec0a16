"""Traditions made by chance: a text copied again and again with all that copyists do, and the true tree beside it.

Comes in: a seed and a shape. Goes out: the alignment table of the surviving witnesses (alignment is known here, so that
the search for the tree is measured alone), their dates, and who copied whom. Words are made of syllables; nothing is
taken from any real text.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

_SYLLABLES = ("ka", "le", "ro", "mi", "tun", "ser", "bal", "dö", "gü", "şa", "yil", "pek", "an", "or", "üz", "et")
_LITTLE = ("ve", "da", "ki", "bu", "o")
_LETTERS = "abcdefgıijklmnoprstuvyz"


@dataclass(frozen=True)
class Shape:
    """How a tradition comes about. Rates are for a hundred words and one copying."""

    witnesses: int = 10
    words: int = 300
    lost: float = 0.0
    contaminated: float = 0.0
    dated: float = 0.0
    spelling: float = 1.5
    typing: float = 0.9
    wording: float = 0.7
    little: float = 0.6
    omission: float = 0.3
    addition: float = 0.2
    mended: float = 0.4
    fragments: float = 0.0
    hands: float = 0.5  # how unlike the copyists are: the spread of the logarithm of their pace
    lures: float = 0.0  # share of changes that the word itself invites, so that copyists make them alike
    habits: float = 0.0  # share of copyists who write one letter their own way wherever it comes
    late: float = 0.0  # share of copies made of one of the first few late ones: the original has a single line
    restored: float = 0.0  # share of changed words of any kind that a copyist writes as they were at first


@dataclass
class Tradition:
    """What was made. `sources` has one source a witness, two where it is contaminated, none for the original.

    Lost copies keep their numbers in `sources`; `names` are the surviving ones, and columns of `rows`.
    """

    names: list[str]
    rows: list[tuple[str | None, ...]]
    dates: list[tuple[float, float] | None]
    sources: dict[str, tuple[str, ...]]
    introduced: dict[str, list[tuple[int, str, str]]] = field(default_factory=dict)


class _World:
    """The words of one tradition, and what each of them turns into."""

    def __init__(self, shape: Shape, chance: random.Random) -> None:
        self.shape, self.chance = shape, chance
        self.text = [chance.choice(_LITTLE) if chance.random() < 0.12 else self.word() for _ in range(shape.words)]
        self.spellings = {word: self.respelt(word) for word in self.text}
        self.synonyms = {word: [self.word() for _ in range(3)] for word in self.text}
        self.kinds: dict[tuple[str, str], str] = {}
        self.lures: dict[tuple[str, str], str] = {}

    def lured(self, word: str, kind: str, made: str) -> str:
        """`made`, or what the word invites every copyist to make of it."""
        if not self.shape.lures or self.chance.random() >= self.shape.lures:
            return made
        return self.lures.setdefault((word, kind), made)

    def word(self) -> str:
        return "".join(self.chance.choice(_SYLLABLES) for _ in range(self.chance.randint(2, 4)))

    def respelt(self, word: str) -> str:
        at = self.chance.randrange(len(word))
        return word[:at] + "â" + word[at + 1 :]

    def slip(self, word: str) -> str:
        at = self.chance.randrange(len(word))
        return word[:at] + self.chance.choice(_LETTERS) + word[at + 1 :]

    def noted(self, before: str, after: str, kind: str, back: str) -> str:
        self.kinds.setdefault((before, after), kind)
        self.kinds.setdefault((after, before), back)
        return after


Cells = dict[tuple[int, int], str]


def _read(world: _World, word: str, base: str | None) -> str:
    """The word as the copyist understands it: slips are mended now and then."""
    if base is not None and word != base and world.shape.restored and world.chance.random() < world.shape.restored:
        return base
    slip = base is not None and word != base and world.kinds.get((base, word)) in ("typing", "inflection")
    return base if slip and base is not None and world.chance.random() < world.shape.mended else word


def _written(world: _World, word: str, draw: float) -> str:
    """The word as the copyist writes it, empty where it is left out; `draw` decides what happens, by the rates."""
    shape, chance = world.shape, world.chance
    if word in _LITTLE:
        return "" if draw < shape.little * 5 else word
    if draw < shape.spelling:
        other = world.spellings.get(word) or next((k for k, v in world.spellings.items() if v == word), None)
        return world.noted(word, other, "spelling", "spelling") if other else word
    if draw < shape.spelling + shape.typing:
        # Of half the slips nobody can tell from the letters which of the two is the slip.
        known = chance.random() < 0.5
        made = world.lured(word, "slip", world.slip(word))
        return world.noted(word, made, *(("typing", "mending") if known else ("inflection",) * 2))
    if draw < shape.spelling + shape.typing + shape.wording:
        synonyms = world.synonyms.setdefault(word, [world.word()])
        return world.noted(word, world.lured(word, "wording", chance.choice(synonyms)), "wording", "wording")
    return word


def _habitual(world: _World, made: Cells) -> None:
    """Writes one letter another way wherever it comes, as the copyist always does."""
    old, new = world.chance.choice((("e", "ê"), ("r", "rh"), ("s", "z"), ("ê", "e"), ("rh", "r"), ("z", "s")))
    for place, word in made.items():
        if old in word and word not in _LITTLE and world.chance.random() < 0.8:
            made[place] = world.noted(word, word.replace(old, new), "spelling", "spelling")


def _copied(world: _World, source: Cells, original: Cells) -> Cells:
    """One copying: every word once, then runs left out and put in."""
    shape, chance = world.shape, world.chance
    pace = chance.lognormvariate(0, shape.hands)
    made: Cells = {}
    for place, word in source.items():
        made_of = _read(world, word, original.get(place))
        changed = _written(world, made_of, chance.random() * 100 / pace)
        if changed:
            made[place] = changed
    if shape.habits and chance.random() < shape.habits:
        _habitual(world, made)
    places = sorted(made)
    for _ in range(_times(chance, shape.omission * len(places) / 100 * pace)):
        start = chance.randrange(max(1, len(places) - 15))
        for place in places[start : start + chance.choice((1, 2, 3, 5, 8, 13))]:
            made.pop(place, None)
    for _ in range(_times(chance, shape.addition * len(places) / 100 * pace)):
        at = chance.choice(places)[0]
        for step in range(chance.randint(1, 3)):
            made[at, chance.randint(1, 10**6) * 10 + step] = world.word()
    return made


def _times(chance: random.Random, mean: float) -> int:
    whole = int(mean)
    return whole + (chance.random() < mean - whole)


def _mixed(world: _World, one: Cells, other: Cells) -> Cells:
    """A model that follows `one` and then `other`, or looks at `other` now and then."""
    chance, size = world.chance, world.shape.words
    if chance.random() < 0.5:
        cut = chance.randint(size // 3, 2 * size // 3)
        take = {at: at >= cut for at in range(size)}
    else:
        take = {at: chance.random() < 0.35 for at in range(size)}
    places = sorted({*one, *other})
    return {p: (other if take[p[0]] else one)[p] for p in places if p in (other if take[p[0]] else one)}


def make_tradition(seed: int, shape: Shape) -> tuple[Tradition, dict[tuple[str, str], str]]:
    """A tradition, and the kind of change between each two readings that came about (else ``wording``)."""
    chance = random.Random(seed)
    world = _World(shape, chance)
    original: Cells = {(at, 0): word for at, word in enumerate(world.text)}
    texts: list[Cells] = [original]
    sources: list[tuple[int, ...]] = [()]
    days = [0.0]
    wanted = round(shape.witnesses / (1 - shape.lost))
    while len(texts) < wanted:
        first = (
            max(chance.randrange(len(texts)), chance.randrange(len(texts)))
            if chance.random() < 0.5
            else chance.randrange(len(texts))
        )
        if shape.late and chance.random() < shape.late:
            first = max(0, len(texts) - chance.randint(1, 2)) if len(texts) < 4 else min(3, first)
        second = chance.randrange(len(texts))
        model, from_ = texts[first], (first,)
        if len(texts) > 3 and second != first and chance.random() < shape.contaminated:
            model, from_ = _mixed(world, texts[first], texts[second]), (first, second)
        texts.append(_copied(world, model, original))
        sources.append(from_)
        days.append(max(days[one] for one in from_) + chance.randint(1, 900))
    surviving = sorted(chance.sample(range(len(texts)), shape.witnesses)) if shape.lost else list(range(len(texts)))
    names = [f"w{number}" for number in surviving]
    kept = [_torn(texts[number], shape, chance) for number in surviving]
    places = sorted({place for text, _ in kept for place in text})
    rows = [
        tuple(None if lacuna[0] <= place[0] < lacuna[1] else text.get(place, "") for text, lacuna in kept)
        for place in places
    ]
    rows = [row for row in rows if any(row)]
    dates = [(days[n], days[n]) if chance.random() < shape.dated else None for n in surviving]
    told = {f"w{n}": tuple(f"w{s}" for s in sources[n]) for n in range(len(texts))}
    order = list(range(len(names)))
    chance.shuffle(order)
    shuffled = Tradition(
        [names[at] for at in order], [tuple(row[at] for at in order) for row in rows], [dates[at] for at in order], told
    )
    return shuffled, world.kinds


def _torn(text: Cells, shape: Shape, chance: random.Random) -> tuple[Cells, tuple[int, int]]:
    if chance.random() >= shape.fragments:
        return text, (0, 0)
    size = chance.randint(shape.words // 4, 3 * shape.words // 4)
    start = chance.choice((0, shape.words - size))
    return text, (start, start + size)
