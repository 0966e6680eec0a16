"""Other ways of writing a sentence, its labels kept: as forums, headlines and damaged pages write it.

Comes in: a labelled sentence and a source of chance. Goes out: another labelled sentence. Names may be changed for
others of the same kind that take the same suffixes: the last vowel and the last sound decide them.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from labelled import Labelled

from tanik.core.fold import lower_turkish

_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_UPPER = str.maketrans("iı", "İI")
_LATIN1 = str.maketrans("ışğİŞĞ", "ýþðÝÞÐ")
_QUESTION = str.maketrans("ışğİŞĞ", "??????")
_ASCII = str.maketrans("ışğçöüİŞĞÇÖÜâîû", "isgcouISGCOUaiu")
_LATIN = "abcçdeəfgğhxıijkqlmnoöprsştuüvyz"
_LETTERS = "абҹчдеәфҝғһхыижкглмноөпрсштуүвјз"
_CYRILLIC = str.maketrans(_LATIN + "ABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZ", _LETTERS + "АБҸЧДЕӘФҜҒҺХЫИЖКГЛМНОӨПРСШТУҮВЈЗ")
_VOWELS, _HARD = "aâeıioöuüəыиоуаеүө", "fstkçşhp"


def _changed(sentence: Labelled, text: str) -> Labelled:
    if len(text) != len(sentence.text):
        raise ValueError("only letters may change")
    return replace(sentence, text=text)


def without(sentence: Labelled, spots: Sequence[int]) -> Labelled:
    """The sentence without the characters at `spots`."""
    text = "".join(char for i, char in enumerate(sentence.text) if i not in set(spots))
    moved = tuple((a - sum(s < a for s in spots), b - sum(s < b for s in spots), k) for a, b, k in sentence.names)
    return replace(sentence, text=text, names=moved)


def stripped(sentence: Labelled) -> Labelled:
    """Without apostrophes inside words: "Ankarada"."""
    return without(sentence, [match.start() for match in _APOSTROPHE.finditer(sentence.text)])


def lowered(sentence: Labelled) -> Labelled:
    """All in small letters, Turkish ones where the sentence is not English."""
    text = sentence.text.lower() if sentence.language == "en" else lower_turkish(sentence.text)
    return _changed(sentence, text) if len(text) == len(sentence.text) else sentence


def shouted(sentence: Labelled) -> Labelled:
    """All in capitals."""
    text = sentence.text if sentence.language == "en" else sentence.text.translate(_UPPER)
    text = "".join(char.upper() if len(char.upper()) == 1 else char for char in text)
    return _changed(sentence, text)


def cyrillic(sentence: Labelled) -> Labelled:
    """An Azerbaijani sentence in the Cyrillic letters of 1958, which stand one for one for the Latin ones."""
    return _changed(sentence, sentence.text.translate(_CYRILLIC))


def damaged(sentence: Labelled, chance: random.Random) -> Labelled:
    """Letters as a wrong encoding leaves them."""
    table = chance.choice((_LATIN1, _QUESTION, _ASCII))
    return _changed(sentence, sentence.text.translate(table))


def _ending(name: str) -> tuple[str, bool, bool]:
    """What suffixes depend on: the last vowel, whether it ends in one, whether its last sound is hard."""
    small = lower_turkish(name)
    vowel = next((char for char in reversed(small) if char in _VOWELS), "")
    return vowel, small[-1] in _VOWELS, small[-1] in _HARD


class Exchange:
    """Names by kind, language and ending, to put one in another's place."""

    def __init__(self, sentences: Iterable[Labelled]) -> None:
        self._pool: dict[tuple[object, ...], list[str]] = defaultdict(list)
        for sentence in sentences:
            for start, end, kind in sentence.names:
                name = sentence.text[start:end]
                if name[:1].isupper() and not name.isupper():
                    self._pool[kind, sentence.language, *_ending(name)].append(name)

    def __call__(self, sentence: Labelled, chance: random.Random) -> Labelled:
        """The sentence with about half of its names changed."""
        text, names, at = "", [], 0
        for start, end, kind in sentence.names:
            name = sentence.text[start:end]
            text += sentence.text[at:start]
            others = self._pool.get((kind, sentence.language, *_ending(name)), ())
            if others and name[:1].isupper() and not name.isupper() and chance.random() < 0.6:
                name = chance.choice(others)
            names.append((len(text), len(text) + len(name), kind))
            text += name
            at = end
        return replace(sentence, text=text + sentence.text[at:], names=tuple(names))


def varied(sentence: Labelled, exchange: Exchange, chance: random.Random) -> Labelled:
    """One other way of writing the sentence, drawn by chance; often with other names."""
    if chance.random() < 0.5:
        sentence = exchange(sentence, chance)
    draw = chance.random()
    if draw < 0.25:
        return stripped(sentence)
    if draw < 0.40:
        return lowered(stripped(sentence) if chance.random() < 0.5 else sentence)
    if draw < 0.45:
        return shouted(sentence)
    if draw < 0.50:
        return damaged(sentence, chance)
    return sentence


def joined(sentences: Sequence[Labelled], chance: random.Random) -> list[Labelled]:
    """The sentences, about every third pair of neighbours of one style as one paragraph."""
    found: list[Labelled] = []
    for one in sentences:
        last = found[-1] if found else None
        alike = last is not None and (last.language, last.style) == (one.language, one.style)
        if last is not None and alike and len(last.text) < 400 and chance.random() < 0.35:
            shift = len(last.text) + 1
            names = (*last.names, *((a + shift, b + shift, kind) for a, b, kind in one.names))
            found[-1] = replace(last, text=f"{last.text} {one.text}", names=names)
        else:
            found.append(one)
    return found
