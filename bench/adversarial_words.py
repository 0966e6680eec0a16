"""Names and words changed, put in, cut, glossed and strung together, for the bench of adversarial changes.

Comes in: the texts. Goes out: makers of cases by the name of the change.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from adversarial_draw import Case, Draw, Maker, Texts, bare, case, exchange, put
from tanik.core.fold import fold

_PEOPLE = [
    "Ahmet",
    "Mehmet",
    "Kâzım",
    "Cemal",
    "Enver",
    "Rauf",
    "Refet",
    "Celâl",
    "Nuri",
    "Halit",
    "Çerkez",
    "Selâhattin",
    "Vahdettin",
]
_PLACES = [
    "Erzurum",
    "Sivas",
    "Ankara",
    "İzmir",
    "Bursa",
    "Konya",
    "Adana",
    "Kars",
    "Trabzon",
    "Musul",
    "Şam",
    "Halep",
    "Edirne",
    "Kütahya",
]
_OPPOSITES = (
    "büyük küçük,yeni eski,iyi fena,doğru yanlış,dost düşman,evvel sonra,az çok,harp sulh,ilk son,dahilî haricî,"
    "şark garp,uzak yakın,kolay güç,mümkün imkânsız,lâzım lüzumsuz,herkes kimse,daima nadiren,bütün bazı,kabul ret,"
    "hürriyet esaret,zafer hezimet,muvaffak mağlûp,umumî hususî,evet hayır,kadın erkek,kuvvetli zayıf,üst alt,sağ sol,"
    "açık kapalı,artmış azalmış,hiçbir her,aleyhinde lehinde,aleyhine lehine,içinde dışında,önce sonra"
)
_CHANGED = "wording name inflection modernised polarity"
_ADDED = f"addition number {_CHANGED}"
_CUT = "omission polarity number"
_APOSTROPHE = re.compile("['’]")


def _opposites() -> dict[str, list[str]]:
    made: dict[str, list[str]] = {}
    for pair in _OPPOSITES.split(","):
        one, other = pair.split()
        made.setdefault(one, []).append(other)
        made.setdefault(other, []).append(one)
    return made


def _names(texts: Texts, pool: Sequence[str]) -> dict[str, list[str]]:
    """The names of a pool as they stand in the texts, and others with the same suffixes."""
    known = {fold(name) for name in pool}
    found: dict[str, list[str]] = {}
    for word in texts.places:
        stem = _APOSTROPHE.split(word)[0]
        if word[:1].isupper() and fold(stem) in known:
            found[word] = [other + word[len(stem) :] for other in pool if fold(other) != fold(stem)]
    return found


def _content(draw: Draw, words: Sequence[str], places: Sequence[int]) -> int | None:
    inside = [i for i in places if len(bare(words[i])) >= 5 and bare(words[i]).isalpha() and words[i].islower()]
    return draw.rng.choice(inside) if inside else None


def _word(place: Callable[[int], Sequence[int]]) -> Maker:
    """A maker of cases with one content word exchanged for any other."""

    def make(draw: Draw) -> Case | None:
        source, words = draw.stretch()
        at, new = _content(draw, words, place(draw.size)), draw.word()
        if at is None or fold(new)[:4] == fold(words[at])[:4]:
            return None
        text = [*words[:at], put(words[at], new), *words[at + 1 :]]
        return case(draw, text, source, "altered", named=_CHANGED, changed=new, original=bare(words[at]))

    return make


def _added(count: int, where: str) -> Maker:
    """A maker of cases with own words put in."""

    def make(draw: Draw) -> Case | None:
        source, words = draw.stretch()
        new = [draw.word() for _ in range(count)]
        at = {"start": 0, "end": draw.size}.get(where, draw.rng.randrange(2, draw.size - 1))
        text = [*words[:at], *new, *words[at:]]
        return case(draw, text, source, "altered", named=_ADDED, changed=" ".join(new))

    return make


def _cut(where: str, *, marked: bool = False) -> Maker:
    """A maker of cases with two, three or five words left out, with or without an ellipsis."""

    def make(draw: Draw) -> Case | None:
        size, many = draw.size, draw.rng.choice((2, 3, 5)) if draw.size > 6 else 2
        source, words = draw.stretch(size + many)
        edge = 2 if size < 14 else 3
        at = {"start": edge, "middle": size // 2, "end": size - edge}[where]
        mark = [draw.rng.choice(["(…)", "[...]", "…", "..."])] if marked else []
        text = [*words[:at], *mark, *words[at + many :]]
        return case(
            draw, text, source, "abridged altered", named=_CUT, changed=None, original=" ".join(words[at : at + many])
        )

    return make


def _dropped(draw: Draw) -> Case | None:
    """One content word left out."""
    source, words = draw.stretch(draw.size + 1)
    at = _content(draw, words, range(1, draw.size))
    if at is None:
        return None
    return case(draw, words[:at] + words[at + 1 :], source, "abridged altered", named=_CUT, original=bare(words[at]))


def _gloss(opening: str, closing: str, *, last: bool = False) -> Maker:
    """A maker of cases with a gloss of one or two words."""
    named = "gloss" if opening in "([" else "gloss addition wording"

    def make(draw: Draw) -> Case | None:
        source, words = draw.stretch()
        gloss = " ".join(draw.word() for _ in range(draw.rng.choice((1, 2))))
        at = draw.size if last else draw.rng.randrange(1, draw.size - 1)
        text = [*words[:at], f"{opening}{gloss}{closing}", *words[at:]]
        return case(draw, text, source, "altered", named=named, changed=gloss)

    return make


def _spliced(pieces: int) -> Maker:
    """A maker of cases strung together from several documents; from 14 words up."""

    def make(draw: Draw) -> Case | None:
        if draw.size < 14:
            return None
        drawn = [draw.stretch(max(draw.size // pieces, 8 if pieces > 2 else 7)) for _ in range(pieces)]
        sources = tuple(source for source, _ in drawn)
        if len(set(sources)) < pieces:
            return None
        return case(draw, [word for _, words in drawn for word in words], sources, "spliced")

    return make


def _far_apart(draw: Draw) -> Case | None:
    """Two stretches of one document with much between them, as if they were one."""
    if draw.size < 14:
        return None
    source, words = draw.stretch(draw.size * 5)
    half = draw.size // 2
    return case(draw, words[:half] + words[-half:], source, "abridged altered variant")


def _swapped(draw: Draw) -> Case | None:
    """Two halves in the other order; from 14 words up."""
    if draw.size < 14:
        return None
    source, words = draw.stretch()
    at = draw.rng.randrange(5, draw.size - 5)
    return case(draw, words[at:] + words[:at], source, "variant", named="order")


def makers(texts: Texts) -> dict[str, Maker]:
    """The makers by the name of the change."""
    places, people = _names(texts, _PLACES), _names(texts, _PEOPLE)
    return {
        "place, in": exchange(places, "name"),
        "place, first": exchange(places, "name wording", "first"),
        "place, last": exchange(places, "name wording", "last"),
        "person": exchange(people, "name"),
        "opposite": exchange({k: v for k, v in _opposites().items() if k in texts.places}, f"{_CHANGED} addition"),
        "word, in": _word(lambda size: range(1, size - 1)),
        "word, first": _word(lambda _: [0]),
        "word, last": _word(lambda size: [size - 1]),
        "word, second": _word(lambda _: [1]),
        "word, last but one": _word(lambda size: [size - 2]),
        **{f"{count} put in, {where}": _added(count, where) for count in (1, 2) for where in ("start", "in", "end")},
        "cut near the start": _cut("start"),
        "cut in the middle": _cut("middle"),
        "cut near the end": _cut("end"),
        "cut, marked": _cut("middle", marked=True),
        "one left out": _dropped,
        "gloss ( )": _gloss("(", ")"),
        "gloss [ ]": _gloss("[", "]"),
        "gloss – –": _gloss("– ", " –"),
        "gloss ( ) last": _gloss("(", ")", last=True),
        "two spliced": _spliced(2),
        "three spliced": _spliced(3),
        "far apart": _far_apart,
        "swapped": _swapped,
    }
