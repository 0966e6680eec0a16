"""Compounds behind a number: which of two nouns in a row is counted, and where the wording of it ends.

Comes in: the tokens of a line and where the noun behind the number stands. Goes out: the whole compound. The second
noun of an indefinite izafet is its head and has -(s)I ("top mermisi"), which stays whatever counts it (Göksel &
Kerslake 2005, 10.2 and 14.3.2). The same ending is that of an object ("60 er köyü bastı"), so that behind a consonant
the words around must show that no verb follows.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tanik.core.morph import readings
from tanik.facts.amounts.counted import Counted
from tanik.facts.numbers.nouns import Noun, noun_at, phrase_at
from tanik.facts.numbers.read import Number
from tanik.facts.numbers.tokens import FIGURE, WORD, Token, form_at
from tanik.facts.numbers.words import number_word

__all__ = [
    "closed_compound",
    "compound_of",
    "ends_like_verb",
    "is_verb",
    "may_be_izafet",
    "may_head_off",
    "with_possessive",
]

_BEHIND_BARE: Final = ("ile", "icin", "nedeniyle", "sebebiyle", "yuzunden", "dolayisiyla")
_VERB: Final = re.compile(
    r"\w+(?:m[iu]s|m[iu]st[iu]r?|m[iu]ss[ae]|yor\w*|[ae]ca[kg]\w*|[ae]ce[kg]\w*|[dt][iu]l[ae]r|[iu]rdi|ardi|erdi|urdu|[iu]yord\w*|d[iu]k\w*"
    r"|ti|tu|di|du|r[iu]z|(?:(?<=\w{3})|(?<=al)|(?<=ol)|(?<=et))s[iu]n(?:l[ae]r)?|[iu]p|[ae]r[ae]k|ken|ince|unca|lar[iu]dir|maz|mez|madi|medi|ildi|uldu|andi|endi|[iu]r|ur)"
)
_LIKE_PAST: Final = ("ti", "tu", "di", "du")
_LIKE_CONVERB: Final = ("ip", "up")  # "meczup", "mektup" and "grup" are nouns
_AORIST: Final = re.compile(r"\w+[^\Wd][iu]r")  # not -dir, the copula
_OWNED: Final = re.compile(r"(s?[iu])(?:n\w*|yl[ae])?")
_JOINS: Final = (",", "ve", "ile")
# whose number is that of what they have, or who are counted as people: "beş çocuk annesi", "iki ev sahibi"
_HAVE: Final = ("anne", "ana", "baba", "sahip", "kardeş", "abi", "ağabey", "abla", "eş", "karı", "koca")
_CLOSES: Final = (".", ")", "]", ";", "!", ":")


def ends_like_verb(form: str) -> bool:
    """Whether a folded word ends as a verb may.

    >>> ends_like_verb("geldi"), ends_like_verb("gemisi")
    (True, False)
    """
    return _VERB.fullmatch(form) is not None


def is_verb(token: Token, text: str) -> bool:
    """Whether a word that ends like a verb is one: ``gelir`` may be, ``tacir`` and ``filatür`` are not."""
    if not _VERB.fullmatch(token.form):
        return False
    aorist = _AORIST.fullmatch(token.form) is not None
    if not aorist and not token.form.endswith((*_LIKE_PAST, *_LIKE_CONVERB)):
        return True
    found = readings(text[token.start : token.end])
    # "kutu" ends like a past and is none
    plain = any(one.part == "Noun" and one.bare for one in found)
    return any(one.part == "Verb" for one in found) or not (aorist or plain)


def compound_of(tokens: tuple[Token, ...], at: int, text: str) -> Counted | None:
    """``yük gemisi``, ``yük ve yolcu gemisi``, ``köy çocuğu``: behind bare nouns a counted one with the possessive.

    The second noun of such a compound is its head (GK 10.2), and what is counted.
    """
    head = at + 3 if form_at(tokens, at + 1) in ("ve", "veya") else at + 1
    known = noun_at(tokens, head)
    owned = _OWNED.fullmatch(known.ending) if known is not None and known.kind in ("thing", "person") else None
    if known is None and head == at + 1:
        return _open_compound(tokens, at, text)
    if known is None or owned is None or is_verb(tokens[head], text):
        return None  # "iki okul kurdu": no "kurt" of a school
    parts = [text[tokens[one].start : tokens[one].end] for one in (at, head - 1)]
    if not all(any(one.part == "Noun" and one.bare for one in readings(part)) for part in parts):
        return None
    end = known.end + owned.end(1)
    return Counted(known.unit, 1.0, known.kind, end, known.last, text[tokens[at].start : end])


def _open_compound(tokens: tuple[Token, ...], at: int, text: str) -> Counted | None:
    """``60 yurt izni ile``: of two nouns that no table knows the second is the head where a postposition follows.

    Before a verb the same ending may be that of an object: "40 er köyü bastı"; before "ile" it is not (GK 10.2, 17.2).
    """
    if form_at(tokens, at + 2) not in _BEHIND_BARE:
        return None
    first, second = (text[tokens[one].start : tokens[one].end] for one in (at, at + 1))
    whole = any(one.part == "Noun" and one.bare for one in readings(first))
    owned = any(one.part == "Noun" and one.marks[-1:] == ("P3sg",) for one in readings(second))
    if not (whole and owned):
        return None
    of = text[tokens[at].start : tokens[at + 1].end]
    return Counted("count", 1.0, "thing", tokens[at + 1].end, at + 2, of, None, "")


def with_possessive(found: Counted) -> Counted:
    """The wording of a counted izafet with its -(s)I, which is no case: "12 dağ topunu" is "12 dağ topu".

    >>> found = with_possessive(Counted("count", 1.0, "thing", 10, 3, "top", None, "unu"))
    >>> found.end, found.of, found.ending
    (11, 'top', 'nu')
    """
    owned = re.match(r"s?[iu](?!n$)", found.ending)
    if owned is None or found.kind not in ("thing", "person"):
        return found
    return replace(found, end=found.end + owned.end(), ending=found.ending[owned.end() :])


def may_be_izafet(tokens: tuple[Token, ...], head: int, text: str) -> bool:
    """Whether the word before a counted noun is a noun and no adjective: ``dağ topu``, not ``büyük topu``."""
    before = readings(text[tokens[head - 1].start : tokens[head - 1].end])
    return any(one.part == "Noun" and one.bare for one in before) and all(one.part != "Adj" for one in before)


def may_head_off(noun: Noun) -> bool:
    """Whether what a number seems to count may be but the first noun of a compound: ``2 avcı botu``."""
    return noun.kind in ("thing", "person") and not noun.ending and " " not in noun.stem


def closed_compound(number: Number, tokens: tuple[Token, ...], at: int, text: str) -> Counted | None:
    """``2 avcı botu,``, ``6 otomobil lastiği ile``: the head that no table knows, where the form shows that it is one.

    -sI is never the accusative, which a vowel has as -yI; behind a consonant the phrase must end with its line or in a
    list of things counted.
    """
    head = at + 1
    if head >= len(tokens) or tokens[head].kind != WORD or not text[tokens[head].start].islower():
        return None
    first, second = (text[tokens[one].start : tokens[one].end] for one in (at, head))
    whole = any(one.part == "Noun" and one.bare and not one.proper for one in readings(first))
    found = readings(second)
    nouns = [one for one in found if one.part == "Noun" and not one.proper]
    owned = any(one.marks == ("P3sg",) and one.lemma not in _HAVE for one in nouns)
    other = any(one.part == "Verb" for one in found) or any(one.bare for one in nouns)
    if not (whole and owned) or other or phrase_at("function", tokens, head):
        return None
    if any("Acc" in one.marks for one in nouns) and not _ends_there(number, tokens, head):
        return None
    end = tokens[head].end
    return Counted("count", 1.0, "thing", end, head + 1, text[tokens[at].start : end])


def _ends_there(number: Number, tokens: tuple[Token, ...], head: int) -> bool:
    """Whether behind `head` its phrase is over: the line, or a list of things counted goes on."""
    after = form_at(tokens, head + 1)
    if not after or after in _CLOSES:
        return True
    at = head + 2
    counted = at < len(tokens) and (tokens[at].kind == FIGURE or number_word(tokens[at].form) is not None)
    return after in _JOINS and (counted or (after != "ile" and form_at(tokens, number.first - 1) in _JOINS))
