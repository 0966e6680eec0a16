"""Quotations written otherwise and not changed, for the bench of adversarial changes: spelling, marks, scans, scripts.

Comes in: the texts. Goes out: makers of cases by the name of what was done. None of it may be told to change the sense.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from adversarial_draw import Case, Draw, Maker, Texts, case

_TRIED = 400
_PLAIN = str.maketrans("çÇğĞıİöÖşŞüÜâÂîÎûÛ", "cCgGiIoOsSuUaAiIuU")
_CIRCUMFLEX = str.maketrans("âîûÂÎÛ", "aiuAİU")
_UPPER = str.maketrans("iıçğöşü", "İIÇĞÖŞÜ")
_SHAPES = dict(
    zip(
        "lioecnumtıahbsrdgşğy",
        ["i", "l", "0", "c", "e", "u", "n", "rn", "f", "l", "o", "b", "h", "z", "n", "cl", "q", "s", "g", "v"],
        strict=True,
    )
)
_BACK = frozenset("aıouâû")
_CYRILLIC = str.maketrans(
    dict(zip("abcçdeəfgğhxıijkqlmnoöprsştuüvyz", "абҹчдеәфҝғһхыижкглмноөпрсштуүвјз", strict=True))
)
_SAME = "verbatim variant"
_SCANNED = "verbatim variant altered abridged"
_RESPELLED = "verbatim variant modernised altered"
Change = Callable[[random.Random, list[str]], str | None]


def _made(change: Change, statuses: str = _SAME) -> Maker:
    """A maker of cases whose text `change` writes; what it leaves as it was is drawn again."""

    def make(draw: Draw) -> Case | None:
        for _ in range(_TRIED):
            source, words = draw.stretch()
            text = change(draw.rng, words)
            if text is not None and text != " ".join(words):
                return case(draw, text, source, statuses)
        return None

    return make


def _by(pattern: str, new: str, count: int = 0) -> Change:
    return lambda _, words: re.sub(pattern, new, " ".join(words), count=count)


def _upper(text: str) -> str:
    return text.translate(_UPPER).upper()


def _scanned(rate: float) -> Change:
    def change(rng: random.Random, words: list[str]) -> str:
        return "".join(_SHAPES.get(c, c) if c.isalpha() and rng.random() < rate else c for c in " ".join(words))

    return change


def _hyphenated(_: random.Random, words: list[str]) -> str:
    broken = (
        f"{word[:3]}-\n{word[3:]}" if i % 3 == 1 and len(word) > 6 and word.isalpha() else word
        for i, word in enumerate(words)
    )
    return " ".join(broken)


def _footnote(marks: Callable[[random.Random], str]) -> Change:
    def change(rng: random.Random, words: list[str]) -> str | None:
        places = [i for i in range(1, len(words) - 1) if words[i].isalpha()]
        if not places:
            return None
        at = rng.choice(places)
        return " ".join([*words[:at], words[at] + marks(rng), *words[at + 1 :]])

    return change


def _page_line(rng: random.Random, words: list[str]) -> str:
    half, form = len(words) // 2, rng.choice(["— {} —", "{}", "- {} -", "[{}]", "s. {}"])
    return " ".join(words[:half]) + f"\n\n{form.format(rng.randrange(10, 400))}\n\n" + " ".join(words[half:])


def _letter_spaced(_: random.Random, words: list[str]) -> str:
    """One word set wide: ``m i l l e t``."""
    half = len(words) // 2
    wide = (" ".join(w) if i == half and w.isalpha() and len(w) > 4 else w for i, w in enumerate(words))
    return " ".join(wide)


def _inner_quotes(_: random.Random, words: list[str]) -> str:
    return " ".join([*words[:2], "“" + words[2], *words[3:-2], words[-2] + "”", words[-1]])


def _commas(rng: random.Random, words: list[str]) -> str:
    return " ".join(word + "," if rng.random() < 0.3 and word[-1].isalpha() else word for word in words)


def _wrapped(_: random.Random, words: list[str]) -> str:
    return "\n".join(" ".join(words[i : i + 3]) for i in range(0, len(words), 3))


def azerbaijani(text: str) -> str:
    """Turkish letters as Azerbaijani writes the same words: ə, q, -ir for -iyor."""
    written = []
    for word in re.findall(r"\w+|\W+", text.replace("I", "ı").replace("İ", "i").lower()):
        if not word[0].isalpha():
            written.append(word)
            continue
        back = any(char in _BACK for char in word)
        letters = ""
        for at, char in enumerate(word):
            if char == "e" and not (at == 0 and word[:2] in ("et", "ed")):
                letters += "ə"
            elif char == "k" and back:
                letters += "q"
            else:
                letters += {"â": "a", "î": "i", "û": "u"}.get(char, char)
        written.append(re.sub("[ıiuü]yor", "ir", letters))
    return "".join(written)


def makers(_: Texts) -> dict[str, Maker]:
    """The makers by the name of what was done."""
    return {
        "verbatim": lambda draw: case(draw, (drawn := draw.stretch())[1], drawn[0], "verbatim"),
        "no circumflex": _made(lambda _, words: " ".join(words).translate(_CIRCUMFLEX)),
        "izafet apart": _made(_by(r"-([ıiuü])\b", r" \1")),
        "izafet joined": _made(_by(r"-(y?[ıiuü])\b", r"\1")),
        "no apostrophe": _made(_by("[’']", "")),
        "-tir as -dir": _made(_by(r"(?<=[çfhkpsşt])t([ıiuü])r\b", r"d\1r")),
        "final p t as b d": _made(_by(r"(?<=\w\w)p\b", "b")),
        "-maya as -mağa": _made(_by(r"m([ae])y([ae])\b", r"m\1ğ\2")),
        "ü as i": _made(_by(r"(?<=\w)ü(?=\w)", "i", count=1)),
        "scan 2%": _made(_scanned(0.02), _SCANNED),
        "scan 5%": _made(_scanned(0.05), _SCANNED),
        "no diacritics": _made(lambda _, words: " ".join(words).translate(_PLAIN)),
        "capitals": _made(lambda _, words: _upper(" ".join(words))),
        "plain capitals": _made(lambda _, words: " ".join(words).translate(_PLAIN).upper()),
        "hyphenated": _made(_hyphenated),
        "footnote glued": _made(_footnote(lambda rng: str(rng.randrange(1, 60)))),
        "footnote mark": _made(_footnote(lambda rng: rng.choice(["[3]", "(2)", "[12]", "¹", "²", "*"]))),
        "quotes inside": _made(_inner_quotes),
        "page number": _made(_page_line),
        "no punctuation": _made(_by(r"[^\w\s'’-]", "")),
        "commas": _made(_commas),
        "wrapped lines": _made(_wrapped),
        "letter-spaced": _made(_letter_spaced),
        "Azerbaijani letters": _made(lambda _, words: azerbaijani(" ".join(words)), _RESPELLED),
        "Azerbaijani Cyrillic": _made(lambda _, words: azerbaijani(" ".join(words)).translate(_CYRILLIC), _RESPELLED),
    }
