"""Whether words in marks are somebody's words, or a title, a nickname, a figure, a claim summed up.

Comes in: words in marks and the paragraph they stand in. Goes out: yes or no. What follows the marks decides first
(``“…” romanı``, ``“…” iddiası``, ``“Kel Hasan” derlerdi``), then the words: a title has capitals, and one or two words
need a verb of saying.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.fold import fold
from tanik.core.morph import Case, case_of, readings
from tanik.core.span import Span
from tanik.facts.quotations.marks import Marked
from tanik.facts.quotations.words import rejects, says_behind, word_pattern

__all__ = ["is_quotation"]

_FIRST_PERSON: Final = re.compile(
    r"\W*(?:diye\s+\w*(?:ecegim|acagim|m[ae]m(?:[iu]z[ae]?)?)|dedigim|demem|dediklerim)\b"
)
_SMALL_WORDS: Final = frozenset({"ve", "ile", "the", "of", "and", "de", "da", "-i", "vә"})
_NUMBER_WORD: Final = re.compile(
    r"^(?:[\d.,%/]+|bir|iki|uc|dort|bes|alti|yedi|sekiz|dokuz|on|yirmi|otuz|kirk|elli|altmis|yetmis|seksen|doksan|yuz|bin|"
    r"milyon|milyar|bucuk|mi|mu|lira|dolar|frank|ruble|kurus|a|half|million|and|ton|kisi|\w*(?:yuz|bin|mis)\w*)$"
)
_CALLED: Final = re.compile(
    r"\W*diye\s+(?:an[iu]l|gec(?:en|er|ti|mis|iyor|mekte)|bilin|cagr|cagir|tanin|nitele|adlan|hitap|soz\sed)|\W*olarak\s(?:an[iu]l|bil|tan[iu]|adlan|nitele|karsila|gor|say|selamla)"
)
# "Kel Hasan” derlerdi", "“modern” dediği şey", "buraya “Kanlı Geçit” der": words that name a thing.
_NAMES_IT: Final = re.compile(
    r"\W*(?:dedi[gk]i(?!n[ie]\b)|dedikleri|denen|denilen|derler(?:di|mis)?|den(?:il)?ir(?:di)?|denme)\b"
)
_NAMES_SOMEBODY: Final = re.compile(r"\W*(?:der|derdi|dermis|diyor|diyordu|dedi|demisti?r?)\b")
_NAMED_ONE: Final = re.compile(r"[^\W\d_](?:n?[ae]|y[ae])\s(?:herkes\s|hep\s|halk\s|koyluler\s)?$")
_ABOUT: Final = frozenset(
    ("tam", "yaklasik", "toplam", "takriben", "ancak", "sadece", "yalniz", "yalnizca", "tami", "ceman")
)
_MOST_THINGS: Final = 3  # words behind a number: "altın ruble", "sandık ilaç"
# Who says so by habit only names things: halk “kayık altı” der.
_USAGE: Final = re.compile(r"\b(?:halk|herkes|koyluler|ahali|yerliler|camaat|el)\s+(?:da\s|ona\s|buna\s|buraya\s)?$")
# "kişinin “kasabanın babası” olduğu tezi": a noun that something is said to be, and no saying that was the last
_BEING: Final = re.compile(r"\W*oldugu(?:n[ua])?\b")
# "Ali Bey'in “yol açık mı” sorusu": a question that somebody named put
_QUESTION: Final = re.compile(r"\W*(?:soru(?:su|lar|ya)|sual[iu]|suali)")
_ASKER: Final = re.compile(r"['’]n?[ıiuü]n,?\s(?:[^\W\d_]+\s)?[“\"«]?$")
_LAST_WORD: Final = re.compile(r"\b(?:soz|ceva[bp]|yanit|karsilig|cumle|slogan|parola|emr|emir)\w*\s*[“\"«]?$")
_MOST_BEING: Final = 4  # words
_TITLE_HEAD: Final = re.compile(r"(?:adl[ıi]|isimli|ba[sş]l[ıi]kl[ıi])\s*$")
_TOLD_SO: Final = re.compile(
    r"\W*diye\s+(?:anlat|yaz|soyl|duyur|tanimla|bagir|haykir|(?:cevap|yanit|karsilik|emir) ver|sor(?:d|u)|emret|emred|"
    r"ekle|seslen|inle|yalvar|mirildan|fisilda|itiraz et)"
)
# "“Köye yardım fonu”nda topladı": what takes a case of its own is a noun, the name of a thing
_DECLINED: Final = re.compile(r"[”»\"](?:n?[dt][ae](?:n|ki)?|y?[iu]|n?[iu]n|n[iu]|[yn]?[ae]|y?l[ae])(?![^\W\d_])")
_NEAR: Final = 200  # letters before marks in which the words that stand right before them lie
_SHORT: Final = 2  # words that may be a name as well as a saying


def _is_title(words: str) -> bool:
    """Whether every word but the small ones has a capital, and nothing ends a sentence."""
    tokens = [token for token in re.findall(r"[^\W\d_][^\s]*", words) if token not in _SMALL_WORDS]
    short = 1 <= len(tokens) <= 6
    return short and words[-1] not in ".!?…" and all(token[0].isupper() for token in tokens) and not words.isupper()


def _just_before(folded: str, found: Marked, line: Span) -> str:
    """The last letters of a line before words in marks, not all of it for each of them."""
    return folded[max(line.start, found.outer.start - _NEAR) : found.outer.start]


def _is_called(folded: str, found: Marked, line: Span) -> bool:
    """Whether words in marks are what somebody or some place is called: ``ona “Kel Hasan” derdi``."""
    called = _NAMES_SOMEBODY.match(folded, found.outer.end) is not None
    before = _just_before(folded, found, line)
    named = _NAMED_ONE.search(before)
    # "mektupta “…” der" says where the words stand, "ona “…” der" who is called so.
    given = named is not None and case_of(before.split()[-1]) is not Case.LOCATIVE
    return called and (given or _USAGE.search(before) is not None)


def _is_sum(words: str, folded: str, end: int) -> bool:
    """Whether the marks only set off how much of what: “tam on bir milyon altın ruble” verdiğini, “3 bin tüfek” istedi.

    Nothing is said in them: no verb stands there, no sentence ends, and no verb of saying follows.
    """
    tokens = words.split()
    if words[-1] in ".!?…," or says_behind().match(folded, end):
        return False
    low = 1 if fold(tokens[0]) in _ABOUT else 0
    high = next((i for i in range(low, len(tokens)) if not _NUMBER_WORD.match(fold(tokens[i]))), len(tokens))
    things = tokens[high:]
    if high == low or len(things) > _MOST_THINGS:
        return False
    known = [readings(one) for one in things]
    return all(any(one.part == "Noun" and not one.marks for one in every) for every in known if every)


def _is_ruled_out(text: str, folded: str, found: Marked, line: Span, words: str, tokens: list[str]) -> bool:
    """What the words around, or nothing but figures, show to be nobody's words."""
    end = found.outer.end
    if any(pattern.match(folded, end) for pattern in (_CALLED, _FIRST_PERSON)):
        return True
    asked = _QUESTION.match(folded, end) is not None and len(tokens) > _SHORT
    if rejects().match(folded, end) and not (asked and _ASKER.search(text[line.start : found.outer.start])):
        return True
    being = len(tokens) <= _MOST_BEING and _BEING.match(folded, end) is not None
    if being and _LAST_WORD.search(_just_before(folded, found, line)) is None:
        return True
    if words[-1] not in ".!?…" and _DECLINED.match(folded, end - 1) is not None:
        return True
    figures = all(_NUMBER_WORD.match(token) for token in tokens) or _is_sum(words, folded, end)
    return figures or _TITLE_HEAD.search(folded[line.start : found.outer.start]) is not None


def is_quotation(text: str, folded: str, found: Marked, line: Span) -> bool:
    """Whether words in marks are somebody's words.

    >>> from tanik.core.fold import fold
    >>> text = "Ona “Kara Kemal” derlerdi."
    >>> is_quotation(text, fold(text), Marked(Span(5, 15), Span(4, 16), "“”", closed=True), Span(0, len(text)))
    False
    """
    words = found.span.of(text)
    tokens = re.findall(r"[^\W_]+", folded[found.span.start : found.span.end])
    if not tokens or _is_ruled_out(text, folded, found, line, words, tokens):
        return False
    if _is_title(words):
        said = says_behind().match(folded, found.outer.end) is not None
        return said and len(tokens) > 1 and not _is_called(folded, found, line)
    return len(tokens) > _SHORT or _is_short_saying(words, folded, found, line)


def _is_short_saying(words: str, folded: str, found: Marked, line: Span) -> bool:
    """Whether one or two words are what somebody said, not what a thing is called."""
    end = found.outer.end
    if _NAMES_IT.match(folded, end) or (words[-1] not in ".!?…" and _is_called(folded, found, line)):
        return False
    if words[-1] in ".!?…" and folded[line.start : found.outer.start].rstrip().endswith(":"):
        return True
    says = says_behind().match(folded, end)
    if says is not None and ("," in words or not says.group().endswith("diye")):
        return True  # with a comma they are a clause of their own: “gelin, açız” diye
    return bool(_TOLD_SO.match(folded, end) or word_pattern().match(folded, end))
