"""Denials put in and taken out, in every form that the language has, for the bench of adversarial changes.

Comes in: the texts. Goes out: makers of cases by the name of the change. Which form denies which is put together
by the rules of ``tests/trace/conjugation.py``, never asked of the program's dictionary: it would be measured by itself.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from adversarial_draw import Case, Draw, Maker, Texts, bare, case, exchange

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "trace"))
from conjugation import denials, verbs

Changes = dict[str, Sequence[str]]
_THERE = ("{}", "{}dır", "{}dı", "{}sa", "{}ken", "{}lar", "{}mış")
_NOT_THERE = ("{}", "{}tur", "{}tu", "{}sa", "{}ken", "{}lar", "{}muş")
# Nouns of which the language has both forms; what says neither (*karlı*, snowy) is left out.
_HAVING = [
    "kuvvet",
    "imkân",
    "ehemmiyet",
    "kıymet",
    "lüzum",
    "şart",
    "hak",
    "ümit",
    "haysiyet",
    "namus",
    "fazilet",
    "bilgi",
    "ruh",
    "kayıt",
    "fayda",
    "sebat",
    "akıl",
    "düzen",
    "emniyet",
    "mesuliyet",
    "cesaret",
    "şüphe",
    "kusur",
    "vicdan",
    "değer",
    "dikkat",
    "gayret",
    "tedbir",
    "insaf",
    "süre",
    "sınır",
    "silah",
    "silâh",
    "para",
    "merhamet",
    "münasebet",
    "intizam",
    "ses",
    "renk",
    "neşe",
    "dert",
    "saygı",
    "hudut",
    "kanun",
    "vazife",
    "kabiliyet",
    "önem",
    "anlam",
    "bulut",
    "mânâ",
]
_POSTPOSED = {
    "idi": ["değildi"],
    "idiler": ["değildiler"],
    "ise": ["değilse"],
    "değildi": ["idi"],
}


def _verbal(texts: Texts) -> tuple[Changes, Changes, Changes, Changes]:
    """The forms in the texts with their denials, the denials with what they deny, what is left undone, inability."""
    adding: dict[str, list[str]] = defaultdict(list)
    taking: dict[str, list[str]] = defaultdict(list)
    undone: dict[str, list[str]] = defaultdict(list)
    unable: dict[str, list[str]] = defaultdict(list)
    for verb in verbs():
        for denial in denials(verb):
            into = undone if denial.tense == "without" else unable if denial.tense.startswith("able") else adding
            if denial.affirmed in texts.places:
                into[denial.affirmed].append(denial.denied)
            if denial.denied in texts.places:
                (taking if into is adding else into)[denial.denied].append(denial.affirmed)
    return dict(adding), dict(taking), dict(undone), dict(unable)


def _without(texts: Texts) -> tuple[Changes, Changes]:
    """Words with ``-li`` for ``-siz`` and the other way round."""
    noun = "|".join(_HAVING)
    taking: Changes = {}
    adding: Changes = {}
    for word in texts.places:
        with_ = re.fullmatch(rf"({noun})l([ıiuü])(k\w*)?", word)
        without = re.fullmatch(rf"({noun})s([ıiuü])z(l[ıiuü]k\w*)?", word)
        if with_ and not with_[3]:
            adding[word] = [f"{with_[1]}s{with_[2]}z"]
        if without and not without[3]:
            taking[word] = [f"{without[1]}l{without[2]}"]
    return adding, taking


def _dropped(wanted: str, named: str) -> Maker:
    """A maker of cases that leave one word out."""

    def make(draw: Draw) -> Case | None:
        found = draw.around(draw.matching(lambda word: re.fullmatch(wanted, word) is not None))
        if found is None:
            return None
        source, words, at = found
        return case(
            draw, words[:at] + words[at + 1 :], source, "altered", named=named, original=bare(words[at]), changed=None
        )

    return make


def _put_in(word: str, beside: str, *, behind: bool = False) -> Maker:
    """A maker of cases that put a word before (or behind) one of a kind."""

    def make(draw: Draw) -> Case | None:
        found = draw.around(draw.matching(lambda w: w.islower() and re.fullmatch(beside, w) is not None))
        if found is None or (behind and found[1][found[2]] != bare(found[1][found[2]])):
            return None
        source, words, at = found
        text = [*words[: at + behind], word, *words[at + behind :]]
        return case(draw, text, source, "altered", named="polarity", changed=word)

    return make


def _neither(draw: Draw) -> Case | None:
    """``A ve B`` as ``ne A ne B``, where both sides are one word."""
    found = draw.around(["ve"])
    if found is None:
        return None
    source, words, at = found
    if not 2 <= at < draw.size - 2 or bare(words[at - 1]) != words[at - 1]:
        return None
    text = [*words[: at - 1], "ne", words[at - 1], "ne", *words[at + 1 :]]
    return case(draw, text, source, "altered", named="polarity", changed="ne")


def _both(draw: Draw) -> Case | None:
    """``ne A ne B`` as ``hem A hem B``."""
    found = draw.around(["ne"])
    if found is None:
        return None
    source, words, at = found
    others = [i for i in range(1, draw.size - 1) if words[i] == "ne" and i != at and abs(i - at) < 4]
    if words[at] != "ne" or not others:
        return None
    text = ["hem" if i in (at, others[0]) else word for i, word in enumerate(words)]
    return case(draw, text, source, "altered", named="polarity", changed="hem", original="ne")


def makers(texts: Texts) -> dict[str, Maker]:
    """The makers by the name of the change."""
    adding, taking, undone, unable = _verbal(texts)
    there = {form.format("var"): [other.format("yok")] for form, other in zip(_THERE, _NOT_THERE, strict=True)}
    not_there = {new[0]: [old] for old, new in there.items()}
    with_, without = _without(texts)
    made = {}
    for where in ("in", "first", "last"):
        made[f"denial put in, {where}"] = exchange(adding, "polarity", where)
        made[f"denial taken out, {where}"] = exchange(taking, "polarity", where)
    made |= {
        "left undone": exchange(undone, "polarity"),
        "unable": exchange(unable, "polarity"),
        "var to yok": exchange(there, "polarity"),
        "yok to var": exchange(not_there, "polarity"),
        "yok, var, last": exchange(there | not_there, "polarity", "last"),
        "-li to -siz": exchange(with_, "polarity"),
        "-siz to -li": exchange(without, "polarity"),
        "idi, değildi": exchange(_POSTPOSED, "polarity"),
        "değil taken out": _dropped(r"değil(dir|di|se|iz|im|ler|lerdir)?", "polarity"),
        "değil put in": _put_in("değil", r"\w{4,}", behind=True),
        "hiç put in": _put_in("hiç", r"\w{3,}"),
        "asla put in": _put_in("asla", r"\w{3,}(?:d[ıi]r|yor|ecek|acak|[ae]r|[ıi]r|d[ıi])"),
        "ve to ne ne": _neither,
        "ne ne to hem hem": _both,
    }
    return made
